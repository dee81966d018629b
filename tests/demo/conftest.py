"""The demo's web of one fixed day, shared: nothing in these tests changes it."""

import pytest

from newscrawl.demo.web import build_web
from tests.demo.fixed_day import TODAY, fetch


@pytest.fixture(scope="session")
def web():
    return build_web(TODAY)


@pytest.fixture(scope="session")
def dressed():
    """The same web with pages that weigh what real ones weigh."""
    return build_web(TODAY, dressed=True)


@pytest.fixture(scope="session")
def get(web):
    """Fetches a URL from the web without a socket."""
    return lambda url: fetch(web, url)
