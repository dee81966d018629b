"""The tests' web as pytest fixtures: the demo's papers, some more, and hosts that misbehave, on real sockets.

``pytest_plugins`` outside the root conftest is not allowed and names modules that the importlib mode may load twice, so
import the fixtures where they are wanted, in a conftest.py (a fixture belongs to the folder whose conftest names it)::

    from tests.fakeweb.fixtures import fakeweb, fakeweb_sites, own_fakeweb  # noqa: F401

`tests.fakeweb` has no ``__init__.py``; it is found because pyproject.toml puts the checkout on the path.
"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import newscrawl.demo
from newscrawl.demo.server import Server, serve
from newscrawl.demo.web import DemoWeb, build_web
from tests.fakeweb import misbehaviour
from tests.fakeweb.papers import ALL_PAPERS

DEMO_SITES = Path(newscrawl.demo.__file__).parent / "sites"
FAKEWEB_SITES = Path(__file__).parent / "sites"


def build_fakeweb(today: date | None = None, articles_a_paper: int = 30) -> DemoWeb:
    """The tests' web: every paper with that many articles, and `nakal.test` and its friends."""
    return build_web(today, articles_a_paper * len(ALL_PAPERS), papers=ALL_PAPERS, hosts=misbehaviour.hosts())


@pytest.fixture(scope="session")
def fakeweb() -> Iterator[Server]:
    """The web, running for the whole session: ``.url`` is its proxy, ``.web.stories`` the truth, ``.requests`` the log.

    It is shared: compare ``requests`` from where it stood when the test began, and never call ``web.correct()`` on it.
    """
    with serve(build_fakeweb()) as server:
        yield server


@pytest.fixture
def own_fakeweb() -> Iterator[Server]:
    """The same web for one test alone, which may correct its stories and count its requests."""
    with serve(build_fakeweb()) as server:
        yield server


@pytest.fixture(scope="session")
def fakeweb_sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for NEWSCRAWL_SITES with the definitions of the demo's papers and of the tests' own."""
    folder = tmp_path_factory.mktemp("sites")
    for definition in (*DEMO_SITES.glob("*.py"), *FAKEWEB_SITES.glob("*.py")):
        shutil.copy(definition, folder)
    return folder
