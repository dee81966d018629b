"""From page to an article worth keeping: the stages, in one visible tuple, and the worker processes they run in."""

from typing import TYPE_CHECKING

from newscrawl.process.joining import join
from newscrawl.process.workers import Workers

if TYPE_CHECKING:
    from newscrawl.process.pipeline import STAGES, Stage, process

__all__ = ["STAGES", "Stage", "Workers", "join", "process"]

_OF_PIPELINE = frozenset({"STAGES", "Stage", "process"})


def __getattr__(name: str) -> object:
    """The extraction is imported when it is first asked for: half a second that only the workers need."""
    if name in _OF_PIPELINE:
        from newscrawl.process import pipeline

        return getattr(pipeline, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
