import attrs
import pytest

from govinfo.cells import Cell
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Observation, Report
from govinfo.rules import notation
from govinfo.testing.samples import sample_report

NEW = "applications.new.total"
FORM = official_form("2021")


def run(report: Report) -> list[Finding | NotAssessable]:
    rules = (notation.unit, notation.style, notation.plus)
    return [found for rule in rules for found in rule.check(report, FORM)]


def written(printed: str, how: str, *cells: str) -> Report:
    return sample_report(
        observations=tuple(
            Observation("normalized", "applications", cell, printed, how=how) for cell in cells or (NEW,)
        )
    )


@pytest.mark.parametrize(
    ("printed", "how", "rule"),
    [
        ("3件", "unit", "V06"),
        ("2000元", "converted", "V06"),
        ("３", "width", "V08"),
        ("三", "chinese", "V08"),
        ("1,200", "separator", "V08"),
        ("1 2", "space", "V08"),
        ("2.0", "decimal", "V08"),
        ("+3", "plus", "V09"),
    ],
)
def test_unusual_number(printed: str, how: str, rule: str) -> None:
    (found,) = run(written(printed, how))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.cells) == (rule, "info", (NEW,))
    assert f"“{printed}”" in found.message("zh")


def test_cells_written_alike_are_one_finding() -> None:
    (found,) = run(written("０", "width", NEW, "applications.new.research"))
    assert isinstance(found, Finding)
    assert found.message("zh").startswith("2个单元格使用全角数字")


def test_plain_numbers() -> None:
    assert run(sample_report(values={NEW: 3})) == []


def test_another_observation() -> None:
    other = Observation("row_label", "applications", "new", "本年新收", how="alias")
    assert run(sample_report(observations=(other,))) == []


def test_cell_that_the_form_does_not_have() -> None:
    assert run(written("３", "width", "applications.new.organizations")) == []


def test_absent_cell() -> None:
    report = sample_report()
    absent = Cell(NEW, None, "", "absent", None)
    report = attrs.evolve(report, all_cells=tuple(absent if c.id == NEW else c for c in report.all_cells))
    assert [(one.rule, isinstance(one, NotAssessable)) for one in run(report)] == [
        ("V06", True),
        ("V08", True),
        ("V09", True),
    ]
