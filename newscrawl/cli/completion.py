"""``newscrawl completion``: the script that teaches a shell our commands, options and site names."""

from __future__ import annotations

import os
from pathlib import PurePath

import click
from click.shell_completion import get_completion_class

from newscrawl.cli.lazy import Failure

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS), required=False)
@click.pass_context
def completion(context: click.Context, shell: str | None) -> None:
    """Print the completion script of a shell.

    Without a name it is the one of $SHELL. For bash, for example: newscrawl completion bash >
    ~/.local/share/bash-completion/completions/newscrawl
    """
    name = shell or PurePath(os.environ.get("SHELL", "")).name
    kind = get_completion_class(name) if name in SHELLS else None
    if kind is None:
        message = f"$SHELL names none of the shells that can be completed; say one of: {', '.join(SHELLS)}"
        raise Failure(message, 2)
    script = kind(context.find_root().command, {}, "newscrawl", "_NEWSCRAWL_COMPLETE")
    # Not source(): for bash it runs the bash of this machine to look at its version.
    click.echo(script.source_template % script.source_vars())
