"""The command as a whole: its help, its errors, its exit statuses, and how quickly it starts."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from newscrawl import __version__
from newscrawl.cli import newscrawl as root

HEAVY = ("scrapy", "twisted", "trafilatura", "pymongo", "lxml", "rich", "pebble", "w3lib", "tldextract")


def every_command(group=root, path=()):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from every_command(command, (*path, name))


COMMANDS = dict(every_command())


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_tells_what_it_does(path):
    result = CliRunner().invoke(root, [*path, "-h"], prog_name="newscrawl")
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: newscrawl {' '.join(path)}")
    assert COMMANDS[path].help.splitlines()[0] in result.output


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_option_has_help(path):
    options = [parameter for parameter in COMMANDS[path].params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_list_of_commands_says_of_each_what_its_own_help_says_first():
    summaries = {name: entry.summary for name, entry in root.entries.items()}
    assert summaries == {name: COMMANDS[name,].help.splitlines()[0] for name in root.entries}


def test_the_version_is_the_packages(inside):
    assert inside("--version").out == f"newscrawl, version {__version__}\n"


@pytest.mark.parametrize("argument", ["-h", "--version"])
def test_help_and_version_load_nothing_slow(argument):
    script = f"""
import sys
from newscrawl.cli import newscrawl
newscrawl([{argument!r}], standalone_mode=False)
print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


@pytest.mark.parametrize("arguments", [["serach"], ["sites", "lsit"], ["runs", "last"]])
def test_a_wrong_command_name_lists_the_right_ones(inside, arguments):
    ended = inside(*arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.startswith(f"Error: no command named '{arguments[-1]}'; there are: ")


@pytest.mark.parametrize("arguments", [["search", "--colour"], ["show"], ["stats", "--by", "weather"], ["export"]])
def test_wrong_usage_is_status_2_on_standard_error(inside, arguments):
    ended = inside(*arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert "Error: " in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("command", [["search"], ["show", "x"], ["stats"], ["runs"], ["export", "--format", "csv"]])
def test_where_no_store_was_made_a_question_says_so_and_makes_none(inside, tmp_path, command):
    ended = inside(*command)
    assert ended.status == 1
    assert ended.out == ""
    assert ended.err.startswith(f"Error: there is no store in {tmp_path / 'data'} yet; ")
    assert ended.err.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_an_unreachable_store_is_one_sentence_without_the_password(newscrawl):
    ended = newscrawl("search", NEWSCRAWL_STORE="mongodb://reader:hunter2@127.0.0.1:1/newscrawl")
    assert ended.status == 1
    assert ended.out == ""
    assert ended.err.startswith("Error: ")
    assert "127.0.0.1:1" in ended.err
    assert ended.err.count("\n") == 1
    assert "hunter2" not in ended.err


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"NEWSCRAWL_STORE": "sqlite:x"}, "embedded:FOLDER"),
        ({"NEWSCRAWL_CONTACT": "call me"}, "NEWSCRAWL_CONTACT"),
        ({"SCRAPY_PROJECT": "prod"}, "development, production, testing"),
    ],
)
def test_a_variable_that_cannot_be_meant_is_wrong_usage(inside, variables, words):
    ended = inside("search", **variables)
    assert ended.status == 2
    assert words in ended.err
    assert ended.err.count("\n") == 1


def test_a_full_disk_behind_standard_output_is_told(environment, tmp_path):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-c", "from newscrawl.cli import main; main()", "sites"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert done.stderr == b"Error: No space left on device\n"
