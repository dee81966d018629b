"""The profile of an article: how many milliseconds, and which share of the whole, each step of it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from types import ModuleType
from typing import Any

from bench.figures import Figure
from newscrawl.extract import extraction
from newscrawl.extract.page import tree
from newscrawl.process import pipeline

_STEPS: tuple[tuple[str, ModuleType, tuple[str, ...]], ...] = (
    ("parse", extraction, ("read_document",)),
    ("outline", tree, ("Outline",)),
    ("structured data", tree, ("read_structured",)),
    ("headline", extraction, ("find_headline",)),
    ("container", extraction, ("read_region",)),
    ("gate", extraction, ("read_rescue", "require_article")),
    ("body", extraction, ("read_body", "to_paragraphs", "take_dateline")),
    ("images", extraction, ("read_images",)),
    ("people", extraction, ("_signed",)),
    ("dates", extraction, ("read_moments",)),
    ("other fields", extraction, ("read_subtitle", "read_language", "_of_page", "read_rights")),
)
REST = "rest"
"""Building the article, freeing the tree, and the watching itself."""


class StepClock:
    """CPU seconds by step; of steps inside one another each has its own time only."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner = [0.0]

    def timed(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, counted under ``step``."""

        @wraps(work, updated=())
        def counted(*args: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            began = time.process_time()
            try:
                return work(*args, **named)
            finally:
                taken = time.process_time() - began
                self.seconds[step] = self.seconds.get(step, 0.0) + taken - self._inner.pop()
                self._inner[-1] += taken

        return counted

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Count every step of the extraction as long as this lasts."""
        with ExitStack() as stack:
            for step, module, names in _STEPS:
                for name in names:
                    stack.enter_context(_replaced(module, name, self.timed(step, getattr(module, name))))
            stages = tuple(self.timed("stages", stage) for stage in pipeline.STAGES)
            stack.enter_context(_replaced(pipeline, "STAGES", stages))
            yield


@contextmanager
def _replaced(module: ModuleType, name: str, value: object) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


def step_figures(name: str, pages: int, run: Callable[[], None]) -> list[Figure]:
    """The steps of ``run``, which takes ``pages`` pages to their articles, the longest first."""
    clock = StepClock()
    began = time.process_time()
    with clock.watching():
        run()
    whole = time.process_time() - began
    clock.seconds[REST] = whole - sum(clock.seconds.values())
    figures = []
    for step, seconds in sorted(clock.seconds.items(), key=lambda item: -item[1]):
        ours, all_steps = (value * 1000 / pages for value in (seconds, whole))
        figures.append(Figure(f"- {step}, {name}", ours, "all steps", all_steps, "ms/page", seconds / whole))
    return figures
