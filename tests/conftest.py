"""What tests of several packages share: one embedded server, and the tests' web."""

import signal

import pytest

from newscrawl.store.embedded import EmbeddedServer
from tests.fakeweb.fixtures import fakeweb, fakeweb_sites, own_fakeweb  # noqa: F401


@pytest.fixture(scope="session")
def database_server(tmp_path_factory):
    """The URI, without a database, of a real server that runs as long as the tests."""
    server = EmbeddedServer(tmp_path_factory.mktemp("store"))
    server.enter()
    yield f"mongodb://127.0.0.1:{server.port}"
    server.leave()


def pytest_configure(config):
    # pytest-xdist has its workers ignore Ctrl-C, which the programs that tests start would inherit.
    if hasattr(config, "workerinput"):
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items):
    # The longest first, so that no core is left with them alone in the end.
    items.sort(key=lambda item: item.path.name != "test_killed.py")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write what golden pages give now as what they shall give"
    )
    parser.addoption(
        "--update-floors", action="store_true", help="raise the floors of the labelled pages to what is measured"
    )
