import attrs

from govinfo.cells import Cell
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules import subtotals
from govinfo.source import Source
from govinfo.testing.samples import sample_report

VALUES: dict[str, int | None] = {
    "applications.new.commercial": 2,
    "applications.new.other_organization": 1,
    "applications.new.natural_person": 7,
    "applications.results.refused.state_secret.total": 1,
    "applications.results.refused.enforcement_file.total": 2,
    "applications.results.other_handling.other.total": 4,
    "applications.results.total.total": 7,
}


def run(report: Report) -> list[Finding | NotAssessable]:
    form = official_form(report.form)
    return [*subtotals.groups.check(report, form), *subtotals.organizations.check(report, form)]


def with_extra(name: str, value: int | None, **values: int | None) -> Report:
    extra = Cell(name, value, "" if value is None else str(value), "blank" if value is None else "reported", Source(9))
    return attrs.evolve(sample_report(values=VALUES | values), extras=(extra,))


def test_no_subtotals() -> None:
    assert run(sample_report(values=VALUES)) == []


def test_wrong_subtotal_of_other_handling() -> None:
    (found,) = run(with_extra("applications.results.other_handling.total", 5))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.source) == ("A11", "error", Source(9))
    assert found.equation == "0＋0＋4＝4 ≠ 5"


def test_right_subtotal_of_other_handling() -> None:
    assert run(with_extra("applications.results.other_handling.total", 4)) == []


def test_wrong_subtotal_of_refusals() -> None:
    (found,) = run(with_extra("applications.results.refused.total", 2))
    assert isinstance(found, Finding)
    assert found.rule == "A12"
    assert "（三）不予公开" in found.message("zh")


def test_right_subtotals_of_groups() -> None:
    assert run(with_extra("applications.results.refused.total", 3)) == []
    assert run(with_extra("applications.results.total", 7)) == []


def test_wrong_subtotal_of_organizations() -> None:
    (found,) = run(with_extra("applications.new.organizations", 10))
    assert isinstance(found, Finding)
    assert found.rule == "A13"
    assert found.equation == "2＋0＋0＋0＋1＝3 ≠ 10"


def test_right_subtotal_of_organizations() -> None:
    assert run(with_extra("applications.new.organizations", 3)) == []


def test_subtotal_without_value() -> None:
    (found,) = run(with_extra("applications.new.organizations", None))
    assert isinstance(found, NotAssessable)
    assert found.cells == ("applications.new.organizations",)


def test_part_without_value() -> None:
    (found,) = run(with_extra("applications.new.organizations", 3, **{"applications.new.research": None}))
    assert isinstance(found, NotAssessable)
    assert found.cells == ("applications.new.research",)
