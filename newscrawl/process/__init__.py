"""From page to an article worth keeping: the stages, in one visible tuple, and the worker processes they run in."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.process.joining import join
    from newscrawl.process.pipeline import STAGES, Stage, process
    from newscrawl.process.workers import Workers

__all__ = ["STAGES", "Stage", "Workers", "join", "process"]

_MODULES = {
    "STAGES": "pipeline",
    "Stage": "pipeline",
    "Workers": "workers",
    "join": "joining",
    "process": "pipeline",
}


def __getattr__(name: str) -> object:
    """Each is imported when it is first asked for: the extraction takes half a second, which only workers need."""
    if name in _MODULES:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
