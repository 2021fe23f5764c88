"""The kit finds what is wrong with a reading, and nothing in one that is right."""

import itertools
import json
import shutil
from pathlib import Path
from types import ModuleType

import attrs
import pytest
from hypothesis import given, settings
from tests.fixtures.layouts import Draft, bars

import govinfo
from govinfo.contracts import LabelAlias
from govinfo.errors import ConfigurationError
from govinfo.hooks import hookimpl
from govinfo.parsers import bars as bars_layout
from govinfo.parsers.layout import LayoutParser
from govinfo.registry import Registry
from govinfo.testing.conformance import (
    SUFFIX,
    Case,
    crashes,
    differences,
    expectation_of,
    find_cases,
    lost_sources,
    slow,
    unsteady,
    usurped,
)
from govinfo.testing.strategies import reports

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(bars(Draft(texts={"applications.new.total": "3", "applications.new.research": ""})), "utf-8")
    made = Case(path, tmp_path / f"report{SUFFIX}")
    made.expectation.write_text(expectation_of(made), "utf-8")
    return made


def plugin(**functions):
    module = ModuleType("mine")
    for hook, function in functions.items():
        setattr(module, hook, hookimpl(function))
    return Registry.builtin().with_plugins(module)


def test_the_examples_show_everything(tmp_path):
    shutil.copytree(EXAMPLES, tmp_path / "reports")
    cases = find_cases([tmp_path])
    assert len(cases) == len(list(EXAMPLES.iterdir()))
    for made in cases:
        made.expectation.write_text(expectation_of(made), "utf-8")
        for check in (differences, lost_sources, unsteady, slow):
            assert check(made) == []


def test_an_expectation_tells_blank_from_zero(case):
    cells = case.expected()["cells"]
    assert cells["applications.new.total"] == 3
    assert cells["applications.new.research"] == {"status": "blank"}
    assert cells["applications.new.commercial"] == 0


def change(case, **values):
    expected = case.expected()
    for key, value in values.items():
        if key.startswith("cell__"):
            expected["cells"][key.removeprefix("cell__").replace("__", ".")] = value
        else:
            expected[key] = value
    case.expectation.write_text(json.dumps(expected), "utf-8")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"cell__applications__new__total": 4}, "cell applications.new.total: 4 is due, found 3"),
        ({"cell__applications__new__research": 0}, "found {'status': 'blank'}"),
        ({"cell__applications__news__total": 4}, "the form has no such cell"),
        ({"agency": "青川市水利局"}, "agency: '青川市水利局' is due"),
        ({"diagnostics": ["X01"]}, "diagnostics: ['X01'] is due"),
        ({"sha256": "0"}, "not the one that the expectation was written for"),
    ],
)
def test_every_difference_is_told(case, changes, words):
    change(case, **changes)
    (said,) = differences(case)
    assert words in said


def test_a_doubt_that_is_not_expected_is_told_in_words(case):
    """Otherwise the fault of another plugin in the same environment looks like one of the reading."""
    (said,) = differences(case, Registry.builtin().with_plugins(ModuleType("idle")))
    assert "found ['X13', 'X23']; X23: registration of plugin idle failed: it has neither" in said


def test_what_is_not_recognised(case):
    case.source.write_text("今天天气很好。", "utf-8")
    (said,) = differences(case)
    assert said.startswith("not recognised")


def test_a_missing_or_older_expectation(case):
    change(case, version=0)
    with pytest.raises(ConfigurationError, match="version 1 is due"):
        differences(case)
    case.expectation.unlink()
    with pytest.raises(ConfigurationError, match="no expectation"):
        differences(case)


def test_two_files_with_one_expectation(case):
    shutil.copy(case.source, case.source.with_suffix(".md"))
    with pytest.raises(ConfigurationError, match="the same expectation"):
        find_cases([case.source.parent])


@attrs.frozen
class Careless(LayoutParser):
    """A parser whose cells name another place than theirs."""

    def parse(self, document, context, recognition):
        report = super().parse(document, context, recognition)
        moved = tuple(
            attrs.evolve(cell, source=attrs.evolve(cell.source, line=1)) if cell.source else cell
            for cell in report.all_cells
        )
        return attrs.evolve(report, all_cells=moved)


READINGS = itertools.count()


@attrs.frozen
class Forgetful(LayoutParser):
    """A parser that gives something else every time."""

    def parse(self, document, context, recognition):
        return attrs.evolve(super().parse(document, context, recognition), title=f"第{next(READINGS)}次")


@attrs.frozen
class Brittle(LayoutParser):
    """A parser that fails over a report without a title."""

    def parse(self, document, context, recognition):
        report = super().parse(document, context, recognition)
        return attrs.evolve(report, title=report.title[:100])


def layout(kind):
    return plugin(govinfo_parsers=lambda: [kind("mine", bars_layout.rows, "bars", priority=1)])


def test_sources_that_point_elsewhere_are_found(case):
    assert lost_sources(case) == []
    assert "does not stand at" in lost_sources(case, layout(Careless))[0]


def test_readings_that_differ_are_found(case):
    assert unsteady(case, layout(Forgetful))


def test_a_parser_that_takes_over_the_layouts_of_others_is_found():
    assert usurped(plugin(govinfo_labels=lambda: [LabelAlias("new", "今年接收")])) == []
    said = usurped(layout(LayoutParser))
    assert any("read by text and mine instead of text and bars" in line for line in said)


def test_a_parser_that_fails_over_damaged_copies_is_found(case):
    assert crashes(case) == []
    case.source.write_bytes(
        case.source.read_bytes().replace("云陵市林业局2024年政府信息公开工作年度报告\n".encode(), b"")
    )
    assert crashes(case) == []
    said = crashes(case, layout(Brittle))
    assert len(said) > 5
    assert "mine" in said[0]
    assert said == crashes(case, layout(Brittle))


@given(reports(sizes=["county"]))
@settings(max_examples=20)
def test_reports_of_the_strategy_are_free_of_arithmetic_faults(report):
    assert govinfo.check(report, select=["A"]) == ()


def test_hidden_folders_hold_no_cases(tmp_path):
    for name in ("page.txt", ".cache/page.txt", ".page.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert [case.source for case in find_cases([tmp_path])] == [tmp_path / "page.txt"]
