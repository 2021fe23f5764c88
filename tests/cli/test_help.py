"""Help is in the language of the user; every command and every option has its text in both languages, and only once."""

import re
import subprocess
import sys
import unicodedata

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.examples import FORESTRY

from govinfo.cli.help_texts import command_text, help_texts, option_text, short_text
from govinfo.cli.helping import folded
from govinfo.cli.main import cli

CHINESE = re.compile("[\u4e00-\u9fff]")


def walked(command: click.Command, context: click.Context):
    """The paths of a command and of all below it, with their parameters, those that click adds included."""
    yield context.command_path.partition(" ")[2], command.get_params(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from walked(below, click.Context(below, info_name=name, parent=context))


ROOT = click.Context(cli, info_name="govinfo", help_option_names=["-h", "--help"])
PARAMETERS = dict(walked(cli, ROOT))
OPTIONS = [
    (path, max(option.opts, key=len))
    for path, parameters in PARAMETERS.items()
    for option in parameters
    if isinstance(option, click.Option)
]


def columns(text):
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize("path", PARAMETERS)
def test_every_command_has_both_texts(path):
    zh, en = command_text(path, "zh"), command_text(path, "en")
    assert zh.endswith("。")
    assert en.endswith(".")
    assert CHINESE.search(zh)
    assert zh.count("\n\n") == en.count("\n\n")
    assert short_text(path, "zh").endswith("。")
    assert short_text(path, "en").endswith(".")
    assert not re.search("[:：；]", short_text(path, "zh") + short_text(path, "en"))


@pytest.mark.parametrize(("path", "option"), OPTIONS)
def test_every_option_has_both_texts(path, option):
    zh, en = option_text(path, option, "zh"), option_text(path, option, "en")
    assert CHINESE.search(zh)
    assert zh.endswith("。")
    assert en.endswith(".")
    assert not CHINESE.search(en)


def test_no_text_is_of_nothing():
    texts = help_texts()
    assert texts["commands"].keys() == PARAMETERS.keys()
    known = {option for _, option in OPTIONS} | {f"{path} {option}" for path, option in OPTIONS}
    assert texts["options"].keys() <= known
    assert all(option in known for option in texts["options"])
    assert all(entry.keys() == {"zh", "en"} for kind in texts.values() for entry in kind.values())


def test_no_option_has_a_text_of_its_own():
    own = {
        max(option.opts, key=len)
        for parameters in PARAMETERS.values()
        for option in parameters
        if isinstance(option, click.Option) and option.help
    }
    assert own == {"--help", "--version"}


@pytest.mark.parametrize("path", PARAMETERS)
def test_help_in_chinese(run, monkeypatch, path):
    monkeypatch.setenv("GOVINFO_LANG", "zh")
    monkeypatch.setenv("COLUMNS", "80")
    ran = run(*path.split(), "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"用法：govinfo {path}".rstrip())
    assert not re.search(r"Usage|Options|OPTIONS|COMMAND|Commands|default|required|\bthe\b|\bShow\b", ran.out)
    assert "选项：" in ran.out
    assert "".join(command_text(path, "zh").split()) in "".join(ran.out.split())
    assert max(map(columns, ran.out.splitlines())) <= 80
    assert all(line[:1] not in "，。；：、？！）”" for line in map(str.strip, ran.out.splitlines()) if line)


@pytest.mark.parametrize("path", PARAMETERS)
def test_help_in_english(run, path):
    ran = run(*path.split(), "--help")
    assert ran.out.startswith(f"Usage: govinfo {path}".rstrip())
    assert "".join(command_text(path, "en").split()) in "".join(ran.out.split())
    assert CHINESE.search(ran.out) is None or not path


@pytest.mark.parametrize(
    "arguments", [["--lang", "zh", "--help"], ["--help", "--lang=zh"], ["check", "--help", "--lang", "zh"]]
)
def test_help_in_the_language_asked_for(run, arguments):
    assert run(*arguments).out.startswith("用法：govinfo")


def test_what_is_required_and_by_default_is_told(run):
    assert "要写出或续写的清单。 [必填]" in run("baseline", "--help", "--lang", "zh").out
    assert "[默认：error]" in run("check", "--help", "--lang", "zh").out
    assert "[default: error]" in run("check", "--help").out


def test_the_language_may_stand_before_the_command_and_beats_the_settings(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "govinfo.toml").write_text('lang = "en"', "utf-8")
    assert "检查1份报告" in run("--lang", "zh", "check", FORESTRY.path, "--fail-level", "never").err
    assert "reports checked: 1" in run("check", FORESTRY.path, "--fail-level", "never").err
    assert "检查1份报告" in run("--lang", "en", "check", FORESTRY.path, "--lang", "zh", "--fail-level", "never").err


def test_wrong_usage_shows_the_usage_in_chinese(run):
    ran = run("check", "--lang", "zh")
    assert ran.err.startswith("用法：govinfo check [选项] PATH...")
    assert "Usage" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [("--version", "govinfo.cli.help_texts tomllib rich govinfo.registry"), ("--help", "rich attrs govinfo.registry")],
)
def test_help_and_version_load_next_to_nothing(arguments, absent):
    code = f"""
import sys
from govinfo.cli.main import cli
try:
    cli(["{arguments}"], prog_name="govinfo")
finally:
    sys.stderr.write(" ".join(set("{absent}".split()) & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr == ""


@given(st.text("一个报告，。（）ab -", max_size=80), st.integers(10, 60))
def test_lines_are_as_wide_as_there_is_room(text, width):
    lines = folded(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        first = folded(following, 1)[0]
        assert columns(line) <= width or folded(line, 1) == [line]
        assert not following or columns(line) + columns(first) > width - 1
