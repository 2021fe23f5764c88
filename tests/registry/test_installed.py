"""Plugins as they are installed: entry points of distributions, in a process of their own."""

import json
from functools import partial

import pytest
from tests.fixtures.installed import install, run
from tests.fixtures.layouts import Draft, bars

from govinfo.registry import Registry

PROGRAM = """
import json
from govinfo import Registry
registry = Registry.default()
print(json.dumps({
    "plugins": [str(plugin) for plugin in registry.plugins],
    "faults": [fault.message("en") for fault in registry.faults],
    "labels": [alias.wording for alias in registry.context.aliases],
    "parsers": [parser.name for parser in registry.parsers],
}))
"""

LABELS = """
from govinfo import hookimpl
from govinfo.contracts import LabelAlias

@hookimpl
def govinfo_labels():
    return [LabelAlias("results.granted", "{}")]
"""

PARSERS = sorted(parser.name for parser in Registry.builtin().parsers)


@pytest.fixture
def site(tmp_path):
    """A folder of installed distributions; call it with a name and the source of the plugin."""
    return partial(install, tmp_path)


def registry(folder, disabled=None):
    done = run(folder, "-c", PROGRAM, disabled=disabled)
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert sorted(found["parsers"]) == PARSERS
    return found


def test_a_plugin_is_found_with_its_version(site):
    found = registry(site("coast", LABELS.format("准予公开")))
    assert found["plugins"] == ["builtin (govinfo)", "coast (govinfo-coast 2.5)"]
    assert (found["labels"], found["faults"]) == (["准予公开"], [])


def test_order_is_that_of_the_names(site):
    site("zeta", LABELS.format("甲"))
    site("alpha", LABELS.format("乙"))
    folder = site("middle", LABELS.format("丙"), entry="beta")
    assert registry(folder)["labels"] == ["乙", "丙", "甲"]


@pytest.mark.parametrize(
    "source",
    ["import nowhere_to_be_found", "1 / 0", "def broken(:", "raise SystemExit(3)", "import sys; sys.exit(0)"],
)
def test_a_plugin_that_cannot_be_imported_is_named(site, source):
    site("coast", LABELS.format("甲"))
    found = registry(site("wreck", source))
    assert found["labels"] == ["甲"]
    (fault,) = found["faults"]
    assert "wreck (govinfo-wreck 2.5)" in fault


def test_two_distributions_of_one_name(site):
    site("one", LABELS.format("甲"), entry="coast")
    found = registry(site("two", LABELS.format("乙"), entry="coast"))
    assert len(found["labels"]) == 1
    (fault,) = found["faults"]
    assert "govinfo-one 2.5" in fault
    assert "govinfo-two 2.5" in fault


def test_nobody_takes_the_name_of_the_builtins(site):
    found = registry(site("coast", LABELS.format("甲"), entry="builtin"))
    assert found["labels"] == []
    assert len(found["faults"]) == 1


@pytest.mark.parametrize(
    ("disabled", "labels"),
    [
        ("coast", ["乙"]),
        ("coast,inland", []),
        (" coast , inland ,", []),
        ("*", []),
        ("", ["甲", "乙"]),
        ("nobody", ["甲", "乙"]),
        ("builtin", ["甲", "乙"]),
    ],
)
def test_disabled_plugins(site, disabled, labels):
    site("coast", LABELS.format("甲"))
    assert registry(site("inland", LABELS.format("乙")), disabled)["labels"] == labels


def test_a_disabled_plugin_is_not_imported(site):
    assert registry(site("wreck", "1 / 0"), "wreck")["faults"] == []


def test_the_command_line_goes_on_with_a_broken_plugin(site, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text(bars(Draft()), "utf-8")
    folder = site("wreck", "1 / 0")
    done = run(folder, "-m", "govinfo", "check", str(report), "--select", "A01")
    assert done.returncode == 0
    assert b"X23" in done.stdout
    assert b"wreck" in done.stdout


def test_a_package_of_words_alone(site, tmp_path):
    folder = site("words", "")
    (folder / "govinfo_words.py").unlink()
    package = tmp_path / "govinfo_words"
    package.mkdir()
    (package / "__init__.py").write_text('"""Words of a region."""', "utf-8")
    (package / "labels.toml").write_text('[rows]\n"results.granted" = ["同意提供"]\n', "utf-8")
    found = json.loads(run(folder, "-c", PROGRAM).stdout)
    assert found["labels"] == ["同意提供"]
    assert found["faults"] == []
    (package / "labels.toml").write_text('[rows]\n"results.grant" = ["同意提供"]\n', "utf-8")
    found = json.loads(run(folder, "-c", PROGRAM).stdout)
    assert found["labels"] == []
    assert "words (govinfo-words 2.5)" in found["faults"][0]
    assert "'results.granted' is meant" in found["faults"][0]


def test_the_command_lists_what_failed_and_what_is_left_out(site):
    site("good", LABELS.format("准予"))
    folder = site("bad", "raise ValueError('not today')")
    command = ("-m", "govinfo", "plugins", "--output-format", "json")
    states = {entry["name"]: entry["state"] for entry in json.loads(run(folder, *command).stdout)}
    assert states == {"builtin": "ready", "good": "ready", "bad": "faulty"}
    states = {entry["name"]: entry["state"] for entry in json.loads(run(folder, *command, disabled="good").stdout)}
    assert states == {"builtin": "ready", "bad": "faulty", "good": "left out"}
