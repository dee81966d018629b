"""Settings that cannot be meant, told before anything is begun: Scrapy reads them when it is too late to say so."""

from __future__ import annotations

import logging

from scrapy.settings import BaseSettings

from newscrawl.crawl.optouts import SETTING, read_policy
from newscrawl.crawl.policy import POLICY
from newscrawl.model.errors import UsageError

_PROGRESS = ("auto", "on", "off")


def check_settings(settings: BaseSettings) -> None:
    """Raise UsageError for the first setting of the policy whose value is of the wrong kind or below zero."""
    for name, usual in POLICY.items():
        if settings.get(name) is None:
            continue
        if isinstance(usual, bool):
            _check_flag(name, settings)
        elif isinstance(usual, int | float):
            _check_number(settings.get(name), name)
        elif isinstance(usual, list):
            for part in settings.getlist(name):
                _check_number(part, f"each of {name}")
    _check_opt_outs(settings)
    if settings.get("NEWSCRAWL_PROGRESS", "auto") not in _PROGRESS:
        message = f"NEWSCRAWL_PROGRESS is {settings.get('NEWSCRAWL_PROGRESS')!r}; it can be {', '.join(_PROGRESS)}"
        raise UsageError(message)


def check_log_level(settings: BaseSettings) -> None:
    """Raise UsageError when LOG_LEVEL is none of logging's levels."""
    level = settings.get("LOG_LEVEL")
    if level not in logging.getLevelNamesMapping():
        message = f"LOG_LEVEL is {level!r}; it can be {', '.join(logging.getLevelNamesMapping())}"
        raise UsageError(message)


def _check_opt_outs(settings: BaseSettings) -> None:
    try:
        read_policy(settings.getdict(SETTING))
    except (TypeError, ValueError):
        message = f'{SETTING} is {settings.get(SETTING)!r}, not a mapping like {{"tdm": "mark"}}'
        raise UsageError(message) from None


def _check_flag(name: str, settings: BaseSettings) -> None:
    try:
        settings.getbool(name)
    except ValueError:
        message = f"{name} is {settings.get(name)!r}; it can be 1 or 0"
        raise UsageError(message) from None


def _check_number(given: object, what: str) -> None:
    try:
        value = float(str(given))
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        message = f"{what} is {given!r}, not a number of at least 0"
        raise UsageError(message)
