"""The catalogue: every shipped site and a user's own, found by name or by URL."""

from __future__ import annotations

import ast
import difflib
import importlib
import os
import pkgutil
import re
import traceback
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from newscrawl.model.errors import SiteError, UnknownSite
from newscrawl.sites import catalogue
from newscrawl.sites.base import Archive, Section, Site

# What running a file that somebody wrote by hand can come to; what else it raises is a defect of ours.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    OSError,
    RuntimeError,
    SystemExit,
    TypeError,
    ValueError,
)


class Catalogue:
    """Sites by name, in the order of their names."""

    def __init__(self, sites: dict[str, Site]) -> None:
        self._sites = dict(sorted(sites.items()))

    def __iter__(self) -> Iterator[Site]:
        return iter(self._sites.values())

    def __len__(self) -> int:
        return len(self._sites)

    def __contains__(self, name: object) -> bool:
        return name in self._sites

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._sites)

    def get(self, name: str) -> Site:
        """The site of that name; raises UnknownSite with the nearest name and all there are."""
        if name in self._sites:
            return self._sites[name]
        near = difflib.get_close_matches(name.lower(), self.names, n=1)
        guess = f"did you mean {near[0]!r}? " if near else ""
        message = f"no site named {name!r}; {guess}there are: {', '.join(self.names) or 'none'}"
        raise UnknownSite(message)

    def for_url(self, url: str) -> Site | None:
        """The site whose host the URL is on, the one with the longest matching domain first; None when nobody's."""
        owners = [site for site in self if site.owns(url)]
        return max(owners, key=lambda site: len(site.domain_of(url) or ""), default=None)


def load(folder: Path | str | None = None) -> Catalogue:
    """The shipped sites and those of ``folder``, one a file; None means the folder that NEWSCRAWL_SITES names, if any.

    A user's site takes the place of a shipped one of the same name. Its file is run by path and never becomes an
    importable module, so a folder may hold any names. Files whose names begin with ``_`` are left alone. Raises
    SiteError, in one sentence with file, site and field, for the first file that cannot be used.
    """
    sites = {site.name: site for site in _shipped()}
    own = folder if folder is not None else os.environ.get("NEWSCRAWL_SITES")
    if own:
        sites.update(_folder_sites(Path(own)))
    return Catalogue(sites)


def load_file(path: Path) -> Site:
    """The ``SITE`` of one definition file; raises SiteError as `load` does."""
    try:
        source = path.read_bytes()
        tree = ast.parse(source, str(path))
    except OSError as error:
        _refuse(path, f"cannot be read: {error.strerror or error}")
    except (SyntaxError, ValueError) as error:
        line = f", line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        _refuse(path, f"is not valid Python{line}: {getattr(error, 'msg', error)}")
    except (RecursionError, MemoryError):
        _refuse(path, "is nested too deeply to be read")
    site = getattr(_run(path, tree), "SITE", None)
    if not isinstance(site, Site):
        _refuse(
            path, "defines no SITE = Site(...)" if site is None else f"its SITE is a {type(site).__name__}, not a Site"
        )
    return site


def _shipped() -> Iterator[Site]:
    for module in pkgutil.iter_modules(catalogue.__path__, f"{catalogue.__name__}."):
        site: Site = importlib.import_module(module.name).SITE
        yield site


def _folder_sites(folder: Path) -> dict[str, Site]:
    if not folder.is_dir():
        message = f"NEWSCRAWL_SITES names {folder}, which is not a folder"
        raise SiteError(message)
    found: dict[str, tuple[Site, Path]] = {}
    for path in sorted(folder.glob("*.py")):
        if path.name.startswith("_"):
            continue
        site = load_file(path)
        if site.name in found:
            _refuse(path, f"its site {site.name!r} has the same name as the one in {found[site.name][1].name}")
        found[site.name] = site, path
    return {name: site for name, (site, _) in found.items()}


def _run(path: Path, tree: ast.Module) -> ModuleType:
    module = ModuleType(f"newscrawl user site {path.stem}")  # no name that could be imported; not in sys.modules
    module.__file__ = str(path)
    try:
        exec(compile(tree, str(path), "exec"), module.__dict__)  # noqa: S102 - a site definition is Python
    except SiteError as error:
        where = "" if f"site '{_name_in(tree)}'" in str(error) else f"site {_name_in(tree)!r}: "
        _refuse(path, f"{where}{error}", error)
    except ImportError as error:
        _refuse(path, f"imports what is not there: {error}", error)
    except _FAULTS as error:
        _refuse(path, f"site {_name_in(tree)!r}: {_explain(error)}", error)
    return module


def _name_in(tree: ast.Module) -> str:
    """The name that the file gives its site, for messages about sites that could not be made."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Site":
            for keyword in node.keywords:
                if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                    return str(keyword.value.value)
    return "?"


def _explain(error: BaseException) -> str:
    """The fault in the words of a site definition: which field of what is wrong, and what may have been meant."""
    text = " ".join(str(error).split()) or type(error).__name__
    unknown = re.search(r"(Site|Section|Archive)\.__init__\(\) got an unexpected keyword argument '(\w+)'", text)
    if not unknown:
        return text.replace(".__init__()", "")
    kind = {"Site": Site, "Section": Section, "Archive": Archive}[unknown[1]]
    near = difflib.get_close_matches(unknown[2], [field.name for field in fields(kind)], n=1)
    return f"{unknown[1]} has no field {unknown[2]!r}" + (f"; did you mean {near[0]!r}?" if near else "")


def _refuse(path: Path, why: str, error: BaseException | None = None) -> NoReturn:
    own = (
        [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
        if error
        else []
    )
    line = f", line {own[-1]}" if own else ""
    message = f"{path}{line}: {why}"
    raise SiteError(message) from error
