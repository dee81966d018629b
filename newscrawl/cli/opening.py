"""What commands open before they work: the environment, the catalogue and the store."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.model.environment import Environment
from newscrawl.model.errors import StoreError

if TYPE_CHECKING:
    from newscrawl.sites import Catalogue
    from newscrawl.store.base import ArticleReader


def environment() -> Environment:
    """The variables of this process; raises UsageError for a value that cannot be meant."""
    return Environment.from_mapping(os.environ)


def catalogue() -> Catalogue:
    """The shipped sites and the user's own; raises SiteError for a definition that cannot be used."""
    from newscrawl.sites import load

    return load(environment().sites)


@contextmanager
def opened_store() -> Iterator[ArticleReader]:
    """The store's reading face, closed at the end; raises StoreUnreachable and UsageError as it does.

    A question never makes a store: where there is none yet, StoreError says so.
    """
    from newscrawl.store import open_reader

    reader = open_reader(require_store(environment().store))
    try:
        yield reader
    finally:
        reader.close()


def require_store(address: str) -> str:
    """The address; raises StoreError when its embedded store was not made yet."""
    missing = missing_store(address)
    if missing is not None:
        message = f"there is no store in {missing} yet; newscrawl crawl makes one, NEWSCRAWL_STORE names another"
        raise StoreError(message)
    return address


def missing_store(address: str) -> Path | None:
    """The folder of an embedded store that was not made yet; None when there is one, or a server is named."""
    from newscrawl.store import parse_address
    from newscrawl.store.folder import StoreFolder

    folder = parse_address(address).folder
    return folder if folder is not None and not StoreFolder(folder).root.is_dir() else None
