"""The group of commands: loads each when it is called, and turns our errors into one sentence and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it
OUTPUT_CLOSED = 141  # 128 + SIGPIPE


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command stands, and its line in the list of commands."""

    target: str
    """``module:name`` of a click command."""
    summary: str
    """The first sentence of the command's own help, so that listing the commands need not import them."""


class Failure(click.ClickException):
    """An error that is told in one sentence on standard error, and the exit status it ends with."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        from newscrawl.model.plain_text import printable  # help and --version do without

        super().__init__(" ".join(printable(message).split()))
        self.exit_code = exit_code  # type: ignore[misc] # click declares one a class; a class for each would say no more


class Group(click.Group):
    """A click group that answers a wrong name with the right ones."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        names = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in names:
            message = f"no command named {args[0]!r}; there are: {', '.join(names)}"
            raise Failure(message, 2)
        return super().resolve_command(ctx, args)


class LazyGroup(Group):
    """The group at the top, over a table of sections, each a table of command names."""

    def __init__(self, *arguments: Any, sections: Mapping[str, Mapping[str, Entry]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.sections = sections
        self.entries = {name: entry for entries in sections.values() for name, entry in entries.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        module, _, name = entry.target.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        for heading, entries in self.sections.items():
            with formatter.section(heading):
                formatter.write_dl([(f"{name:10}", entry.summary) for name, entry in entries.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever stops it ends in a sentence and a status, not in a traceback."""
        from newscrawl.model.errors import NewscrawlError, UsageError  # not needed for help

        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # a full disk or a closed pipe shows here, where it can still be told
        except BrokenPipeError:
            _discard_output()
            raise click.exceptions.Exit(OUTPUT_CLOSED) from None
        except KeyboardInterrupt:
            if sys.stderr.isatty():
                click.echo(err=True)  # ends the line on which the terminal wrote ^C
            raise click.exceptions.Exit(INTERRUPTED) from None
        except UsageError as error:
            raise Failure(str(error), 2) from error
        except NewscrawlError as error:
            raise Failure(str(error)) from error
        except OSError as error:
            raise Failure(_told(error)) from error
        return result


def _told(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _discard_output() -> None:
    # What is still buffered has no reader; the interpreter's own flush at exit would complain about it.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
