"""`newscrawl completion`, and what the shells ask of it."""

import shutil
import subprocess

import pytest

SHELLS = ("bash", "zsh", "fish")


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_a_script_it_can_read(inside, shell, tmp_path):
    ended = inside("completion", shell)
    assert ended.status == 0
    assert "_NEWSCRAWL_COMPLETE" in ended.out
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=ended.out, text=True, check=True, capture_output=True)


def test_without_a_name_it_is_the_persons_shell(inside):
    assert inside("completion", SHELL="/usr/bin/zsh").out == inside("completion", "zsh").out


@pytest.mark.parametrize("shell", ["/bin/tcsh", ""])
def test_a_shell_that_cannot_be_completed_lists_those_that_can(inside, shell):
    ended = inside("completion", SHELL=shell)
    assert (ended.status, ended.out) == (2, "")
    assert "bash, zsh, fish" in ended.err


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("newscrawl se", ["search"]),
        ("newscrawl sites sh", ["show"]),
        ("newscrawl search --site repub", ["republika"]),
        ("newscrawl sites show tribun", ["tribunnews"]),
        ("newscrawl search --sec", ["--section"]),
        ("newscrawl stats --by mo", ["month"]),
    ],
)
def test_the_shell_is_offered_commands_options_and_sites(newscrawl, words, offered):
    count = len(words.split()) - 1
    ended = newscrawl(_NEWSCRAWL_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(count))
    assert [line.partition(",")[2] for line in ended.out.splitlines()] == offered
