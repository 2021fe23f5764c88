"""Repairs in the findings of a report: offered with the identities that fail, and never otherwise."""

import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govinfo import check
from govinfo.checking import assess
from govinfo.findings import spec
from govinfo.forms import official_form
from govinfo.repair import offer, offers
from govinfo.repair.code import parts
from govinfo.repair.proposals import name
from govinfo.testing.generate import random_report
from govinfo.testing.samples import sample_report

FORMS = st.sampled_from(["2019", "2021"])
CHANCE = st.randoms(use_true_random=False)
SIZES = st.sampled_from(["zero", "county", "province"])
TOTAL = "applications.results.total.natural_person"
NEW = "applications.new.natural_person"
GRANTED = "applications.results.granted.natural_person"
WIDE = ("applications.new.total", "applications.results.granted.total", "applications.results.total.total")


def balanced(**values):
    """A report with so many applications of natural persons, all of them granted."""
    handled = dict.fromkeys((NEW, GRANTED, TOTAL, *WIDE), 11)
    return sample_report(values=handled | values)


def changed(report, values):
    """The same report with other numbers."""
    return sample_report(report.form, report.values | values)


def repaired(report, repair):
    return changed(report, {change.cell: change.instead for change in repair.changes})


def arithmetic(report):
    return check(report, select=["A01", "A02", "A03", "A04", "A05", "A06"])


def test_the_wrong_cell_is_named_in_words():
    findings = arithmetic(balanced(**{TOTAL: 12}))
    assert [finding.rule for finding in findings] == ["A01", "A02", "A03"]
    for finding in findings:
        (repair,) = finding.repairs
        assert repair.unique
        assert repair.text.zh == "三（七）总计·自然人 读作12，若为11则全部平衡"
        assert repair.text.en == "“total of results: natural persons” reads 12; with 11 all sums agree"
        assert [(change.cell, change.value, change.instead) for change in repair.changes] == [(TOTAL, 12, 11)]


def test_two_wrong_cells_are_named_in_words():
    other = "applications.results.not_processed.repeated.other_organization"
    (repair,) = arithmetic(balanced(**{TOTAL: 12, other: 5}))[0].repairs
    assert repair.text.zh == "三（五）2.重复申请·其他 读作5、三（七）总计·自然人 读作12，若分别为0、11则全部平衡"


@given(FORMS, SIZES, st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_a_consistent_report_has_no_repairs(form, size, seed):
    assert not [finding for finding in check(random_report(form, seed, size), select=["ALL"]) if finding.repairs]


@given(FORMS, SIZES, CHANCE, st.integers(1, 5))
@settings(max_examples=80, deadline=None)
def test_every_repair_satisfies_the_identities_of_its_findings(form, size, chance, number):
    report = random_report(form, chance.randint(0, 10**6), size)
    cells = [cell for part in parts(official_form(form)) for cell in part.cells]
    wrong = changed(report, {cell: chance.randint(0, 60) for cell in chance.sample(cells, number)})
    for finding in arithmetic(wrong):
        for repair in finding.repairs:
            assert all(change.value == wrong.values[change.cell] != change.instead >= 0 for change in repair.changes)
            after = arithmetic(repaired(wrong, repair))
            assert finding.text not in [other.text for other in after]
            assert {cell for other in after for cell in other.cells}.isdisjoint(finding.cells)
        assert [repair.unique for repair in finding.repairs].count(True) in (
            [0] if len(finding.repairs) != 1 else [0, 1]
        )


@given(FORMS, CHANCE, st.integers(1, 5))
@settings(max_examples=20, deadline=None)
def test_the_same_report_gets_the_same_repairs(form, chance, number):
    report = random_report(form, chance.randint(0, 10**6), "county")
    cells = parts(official_form(form))[0].cells
    wrong = {cell: chance.randint(0, 60) for cell in chance.sample(cells, number)}
    assert arithmetic(changed(report, wrong)) == arithmetic(changed(report, dict(reversed(wrong.items()))))


def test_tables_have_repairs_of_their_own():
    three, *_, four = arithmetic(balanced(**{TOTAL: 12, "review.reconsideration.total": 4}))
    assert [change.cell for repair in three.repairs for change in repair.changes] == [TOTAL]
    assert three.repairs[0].text.zh.endswith("若为11则有关各式平衡")
    assert four.rule == "A04"
    assert {change.cell.split(".")[1] for repair in four.repairs for change in repair.changes} == {"reconsideration"}
    assert len(four.repairs) == 5
    assert not any(repair.unique for repair in four.repairs)
    assert four.repairs[0].text.zh == "行政复议·总计 读作4，若为0则有关各式平衡（改动同样少的改法共5种）"


def test_blank_cells_are_told_apart_from_changes():
    (repair,) = arithmetic(balanced(**{TOTAL: 12, "applications.carried_forward.total": None}))[0].repairs
    assert [(change.cell, change.value, change.instead) for change in repair.changes] == [
        (TOTAL, 12, 11),
        ("applications.carried_forward.total", None, 0),
    ]
    assert repair.text.zh == "三（七）总计·自然人 读作12，若为11则全部平衡；四、结转下年度继续办理·总计 没有数值，应为0"


def test_blank_cells_alone_are_no_reason_for_repairs():
    assert not arithmetic(balanced(**{TOTAL: None}))


def test_nothing_assessable():
    report = sample_report(values={cell.id: None for cell in official_form("2021").cells})
    assessment = assess(report, select=["A"])
    assert not assessment.findings
    assert not [entry for entry in assessment.not_assessable if "govinfo[repair]" in entry.text.en]


def test_other_findings_and_other_rules_stay_as_they_are():
    finding = spec("V04").finding(cells=(TOTAL,), place="x")
    offered = offer(balanced(**{TOTAL: 12}), official_form("2021"), [finding])
    assert (offered.findings, offered.without) == ((finding,), ())


def test_identities_that_are_not_asked_for_still_count():
    """The row alone would fit seven changes; the columns say which it is."""
    (finding,) = check(balanced(**{TOTAL: 12}), select=["A01"])
    assert [change.cell for repair in finding.repairs for change in repair.changes] == [TOTAL]


def seven_wrong():
    """A report with wrong cells in seven rows and columns."""
    report = random_report("2021", 4, "province")
    rows = ("granted", "partially_granted", "refused.prohibited_by_law", "refused.third_party_rights")
    columns = ("natural_person", "commercial", "research", "public_welfare")
    cells = [f"applications.results.{row}.{column}" for row, column in zip(rows, columns, strict=True)]
    cells += ["applications.new.legal_services", "applications.carried_forward.other_organization"]
    cells += ["applications.carried_over.total"]
    return changed(report, {cell: report.values[cell] + 1000 + 7**place for place, cell in enumerate(cells)})


def test_more_cells_need_an_extra_and_say_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "highspy", None)
    monkeypatch.delitem(sys.modules, "govinfo.repair.programme", raising=False)
    monkeypatch.setattr(offers, "_several", attrs.evolve(offers._several))  # noqa: SLF001
    assessment = assess(seven_wrong(), select=["A"])
    assert not any(finding.repairs for finding in assessment.findings)
    (note,) = [entry for entry in assessment.not_assessable if "govinfo[repair]" in entry.text.en]
    assert note.rule == assessment.findings[0].rule
    assert 'pip install "govinfo[repair]"' in note.text.zh
    assert assessment.outcomes[note.rule] == "found"


def test_a_shifted_table_is_no_matter_of_single_cells():
    report = random_report("2021", 2, "province")
    cells = [cell for cell in report.values if cell.startswith("applications.")]
    shifted = dict(zip(cells, [0, *(report.values[cell] for cell in cells)], strict=False))
    assessment = assess(changed(report, shifted), select=["A"])
    assert assessment.findings
    assert not any(finding.repairs for finding in assessment.findings)
    assert [entry.text.zh for entry in assessment.not_assessable] == [
        "改动少数几个单元格不能使各式平衡，可能整行整列错位或漏填"
    ]


def test_repairs_are_written_to_json():
    (finding, *_) = arithmetic(balanced(**{TOTAL: 12}))
    (plain,) = finding.to_dict()["repairs"]
    assert plain["unique"] is True
    assert list(plain["changes"]) == [{"cell": TOTAL, "value": 12, "instead": 11}]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_every_cell_of_the_identities_has_a_short_name_of_its_own(form):
    found = official_form(form)
    cells = [cell for part in parts(found) for cell in part.cells]
    assert len({name(found, cell).zh for cell in cells}) == len(cells)


@pytest.mark.parametrize(
    ("cell", "zh"),
    [
        ("applications.new.total", "一、本年新收政府信息公开申请数量·总计"),
        ("applications.results.partially_granted.commercial", "三（二）部分公开·商业企业"),
        ("applications.results.refused.state_secret.other_organization", "三（三）1.属于国家秘密·其他"),
        ("review.litigation_after_reconsideration.pending", "行政诉讼·复议后起诉·尚未审结"),
    ],
)
def test_short_names(cell, zh):
    assert name(official_form("2021"), cell).zh == zh
