"""Plugins are imported when something needs them, and can be left out."""

import pytest
from tests.fixtures.installed import install, run

MARKING = """
import os, pathlib
pathlib.Path(__file__).with_name("imported").touch()
import govinfo
from govinfo.contracts import LabelAlias

@govinfo.hookimpl
def govinfo_labels():
    return [LabelAlias("new", "今年接收的")]
"""


@pytest.fixture
def imported(tmp_path):
    """Whether a run imports an installed plugin."""
    install(tmp_path, "marking", MARKING)

    def ran(*arguments, disabled=None, code=0):
        done = run(tmp_path, *arguments, disabled=disabled)
        assert done.returncode == code, done.stderr.decode()
        return (tmp_path / "imported").exists()

    return ran


@pytest.mark.parametrize(
    "arguments",
    [
        ("-c", "import govinfo"),
        ("-c", "import govinfo; govinfo.parse, govinfo.check, govinfo.Registry, govinfo.hookimpl"),
        ("-c", "import govinfo; govinfo.Registry.builtin(); govinfo.official_forms()"),
        ("-m", "govinfo", "--version"),
        ("-m", "govinfo", "--help"),
        ("-m", "govinfo", "check", "--help"),
        ("-m", "govinfo", "plugins", "--help"),
        ("-m", "govinfo", "schema"),
        ("-m", "govinfo", "explain", "A01", "--no-plugins"),
        ("-m", "govinfo", "plugins", "--no-plugins"),
    ],
)
def test_no_plugin_is_imported(imported, arguments):
    assert not imported(*arguments)


@pytest.mark.parametrize("disabled", ["*", "marking", "other, marking"])
def test_a_plugin_that_is_left_out_is_not_imported(imported, disabled):
    assert not imported("-m", "govinfo", "explain", "A01", disabled=disabled)


@pytest.mark.parametrize("arguments", [("explain", "A01"), ("plugins",), ("doctor",), ("forms",)])
def test_plugins_are_imported_where_they_may_give_something(imported, arguments):
    assert imported("-m", "govinfo", *arguments)


@pytest.mark.parametrize(
    ("disabled", "told"),
    [
        ("marking", None),
        ("*", None),
        ("", None),
        (" , ", None),
        ("*,marking", None),
        ("markng", "markng"),
        ("marking,nobody", "nobody"),
        ("nobody,*", "nobody"),
        ("builtin", "builtin"),
        ("a\x1b[31m", "a\\x1b[31m"),
    ],
)
def test_names_to_leave_out_that_no_plugin_bears_are_told(tmp_path, disabled, told):
    """Not an error: the variable may be set for several environments."""
    install(tmp_path, "marking", MARKING)
    done = run(tmp_path, "-m", "govinfo", "explain", "A01", disabled=disabled)
    assert done.returncode == 0
    words = done.stderr.decode()
    assert ("GOVINFO_DISABLE_PLUGINS" in words) == (told is not None), words
    assert told is None or told in words


MISSPELT = "import govinfo\n@govinfo.hookimpl\ndef govinfo_parsrs():\n    pass\n"


@pytest.mark.parametrize("text", ["", "def govinfo_parsers():\n    return []\n", MISSPELT])
def test_a_plugin_that_was_asked_for_and_gives_nothing_ends_the_run(tmp_path, text):
    (tmp_path / "mine.py").write_text(text, "utf-8")
    done = run(tmp_path, "-m", "govinfo", "explain", "A01", "--plugin", str(tmp_path / "mine.py"))
    assert done.returncode == 2
    assert b"mine" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_module_that_is_no_plugin_ends_the_run(tmp_path):
    assert run(tmp_path, "-m", "govinfo", "plugins", "--plugin", "json").returncode == 2
