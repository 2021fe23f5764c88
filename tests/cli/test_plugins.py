import json

import pytest
from tests.fixtures.layouts import Draft, bars

GOOD = """
import govinfo
from govinfo.contracts import LabelAlias

@govinfo.hookimpl
def govinfo_labels():
    return [LabelAlias("new", "今年接收")]
"""


@pytest.fixture
def plugin(tmp_path):
    def write(text, name="mine.py"):
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return write


def listed(ran):
    return {entry["name"]: entry for entry in json.loads(ran.out)}


def test_the_built_ins_are_a_plugin_like_others(run):
    found = listed(run("plugins", "--no-plugins", "--output-format", "json"))
    assert list(found) == ["builtin"]
    assert found["builtin"]["state"] == "ready"
    assert "grids" in found["builtin"]["gives"]["govinfo_parsers"]


def test_a_plugin_in_one_file(run, plugin):
    path = plugin(GOOD)
    found = listed(run("plugins", "--no-plugins", "--plugin", path, "--output-format", "json"))
    (mine,) = [entry for name, entry in found.items() if name != "builtin"]
    assert mine["state"] == "ready"
    assert mine["gives"] == {"govinfo_labels": ["new=今年接收"]}


def test_the_table_shows_what_is_wrong(run, plugin):
    path = plugin(GOOD + "\n\n@govinfo.hookimpl\ndef govinfo_parsers():\n    raise ValueError('no layouts')\n")
    ran = run("plugins", "--no-plugins", "--plugin", path, "--lang", "zh")
    assert "有问题" in ran.out
    assert "no layouts" in ran.out
    assert "规则：" in ran.out


@pytest.mark.parametrize("text", ["raise ValueError('broken')", "import nothing_of_this_name", "def ("])
def test_a_plugin_that_cannot_be_imported_ends_the_run(run, plugin, text):
    ran = run("plugins", "--plugin", plugin(text))
    assert ran.code == 2
    assert "mine.py" in ran.err


def test_a_plugin_that_is_not_there(run, tmp_path):
    assert run("plugins", "--plugin", tmp_path / "missing.py").code == 2
    ran = run("plugins", "--plugin", "nothing_of_this_name")
    assert ran.code == 2
    assert "nothing_of_this_name" in ran.err


def test_a_file_hides_no_other_module(run, plugin):
    ran = run("plugins", "--plugin", plugin(GOOD, "json.py"), "--output-format", "json")
    assert ran.code == 0
    assert json.__name__ == "json"


OFFICIAL = "（一）予以公开"
WORDS = '[rows]\n"results.granted" = ["同意提供所需信息"]\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a report in a region's words, and the file of the words."""
    monkeypatch.chdir(tmp_path)
    text = bars(Draft())
    assert OFFICIAL in text
    (tmp_path / "report.txt").write_text(text.replace(OFFICIAL, "（一）同意提供所需信息"), "utf-8")
    (tmp_path / "words.toml").write_text(WORDS, "utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_words_on_the_command_line(run):
    assert "X02" in run("check", "report.txt", "--select", "A").out
    ran = run("check", "report.txt", "--select", "A", "--labels", "words.toml")
    assert ran.code == 0
    assert "200/200" in ran.out
    assert "X02" not in ran.out


def test_words_for_no_row_end_the_run(run, folder):
    (folder / "words.toml").write_text("[rows]\nnews = ['x']", "utf-8")
    ran = run("check", "report.txt", "--labels", "words.toml")
    assert ran.code == 2
    assert "'new' is meant" in ran.err


def test_words_in_the_settings(run, folder):
    (folder / "govinfo.toml").write_text('labels = ["words.toml"]', "utf-8")
    assert "X02" not in run("check", "report.txt", "--select", "A").out


def test_a_plugin_that_gives_nothing_ends_the_run(run, plugin):
    ran = run("plugins", "--plugin", plugin("def govinfo():\n    return []\n"), "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert "@govinfo.hookimpl" in ran.err
