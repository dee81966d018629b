"""A page in, an article out. The only package that knows trafilatura."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.extract.extraction import extract

__all__ = ["extract"]


def __getattr__(name: str) -> object:
    """``extract`` is imported when it is first asked for: with trafilatura behind it that takes half a second."""
    if name == "extract":
        from newscrawl.extract.extraction import extract

        return extract
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
