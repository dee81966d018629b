"""The process that workers are forked from: what each of them needs is imported there, once."""

from __future__ import annotations

import signal
from multiprocessing import get_context, resource_tracker
from multiprocessing.context import ForkServerContext
from multiprocessing.forkserver import ensure_running

_NEEDED = ("newscrawl.process.preload", "newscrawl.process.workers")


def worker_context() -> ForkServerContext:
    """How workers are started. Not by fork: the crawl has threads; and spawn takes a second where this takes 20 ms."""
    context = get_context("forkserver")
    context.set_forkserver_preload(list(_NEEDED))
    return context


def warm_up() -> None:
    """Have that process import what workers need, beside whatever is done until the first of them is asked for.

    It takes three quarters of a second of the other core. Without it the first worker waits for that.
    """
    worker_context()
    # Ctrl-C is the crawl's. The new process hears of none once it has a session of its own, which takes a moment.
    resource_tracker.ensure_running()  # else it is started below, and lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
