"""A finding rests on the notice of the report's own form."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.cells import Status
from govinfo.findings import Related, Repair, catalogue, of_own_form, prescribing, spec
from govinfo.forms import official_form, official_forms
from govinfo.source import Source
from govinfo.testing.generate import random_report
from govinfo.testing.samples import sample_report

OWN = {"2019": "F19", "2021": "F21"}
BOTH = {"F19", "F21"}


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(sorted(OWN)), st.integers(0, 99), st.sampled_from(["zero", "county", "province"]), st.data())
def test_whatever_is_found(form, seed, size, data):
    report = random_report(form, seed, size)
    cell = data.draw(st.sampled_from([cell.id for cell in report.cells()]))
    value = data.draw(st.sampled_from([None, -1, 10**7]))
    status: Status = "blank" if value is None else "reported"
    broken = attrs.evolve(
        report,
        title="政务公开工作总结",
        all_cells=tuple(
            attrs.evolve(each, value=value, status=status) if each.id == cell else each for each in report.cells()
        ),
    )
    found = [finding for finding in govinfo.check(broken) if len(BOTH.intersection(spec(finding.rule).basis)) > 1]
    assert found
    assert all(BOTH.intersection(finding.basis) == {OWN[form]} for finding in found)
    for finding in found:
        assert set(spec(finding.rule).basis) - BOTH == set(finding.basis) - BOTH


@pytest.mark.parametrize("form", sorted(OWN))
@pytest.mark.parametrize("rule", [rule for rule, entry in catalogue().items() if set(entry.basis) >= BOTH])
def test_every_rule_of_both_notices(rule, form):
    finding = govinfo.Finding(rule, "info", spec(rule).title, basis=spec(rule).basis)
    assert BOTH.intersection(of_own_form(finding, official_form(form)).basis) == {OWN[form]}


def test_a_single_notice_and_other_grounds_stay():
    finding = govinfo.Finding("S18", "info", spec("S18").title, basis=("F21", "R50"))
    assert of_own_form(finding, official_form("2019")) is finding


@pytest.mark.parametrize("notice", ["", "某地〔2030〕1号"])
def test_a_form_of_no_notice_keeps_both(notice):
    form = attrs.evolve(official_form("2021"), id="regional", basis=notice)
    finding = govinfo.Finding("A01", "info", spec("A01").title, basis=spec("A01").basis)
    assert of_own_form(finding, form) is finding
    assert prescribing(form) == ()


def test_each_official_form_has_its_notice():
    assert {form.id: prescribing(form) for form in official_forms()} == {form: (code,) for form, code in OWN.items()}


def test_a_regional_form_of_the_same_notice_has_its_grounds():
    form = attrs.evolve(official_form("2019"), id="regional")
    finding = govinfo.Finding("A01", "info", spec("A01").title, basis=spec("A01").basis)
    assert of_own_form(finding, form).basis == ("F19",)


def test_what_a_check_finds():
    report = sample_report("2019", {"review.reconsideration.total": 9})
    (finding,) = govinfo.check(report, select=["A04"])
    assert finding.basis == ("F19",)


def test_all_else_of_a_finding_stays():
    finding = govinfo.Finding(
        "A01",
        "info",
        spec("A01").title,
        ("applications.new.total",),
        Source(line=3),
        "1＋1 ≠ 3",
        spec("A01").basis,
        spec("A01").fix,
        (Related(spec("A02").title),),
        (Repair((), spec("A03").title, unique=True),),
    )
    assert all(getattr(finding, field.name) for field in attrs.fields(govinfo.Finding))
    kept = of_own_form(finding, official_form("2021"))
    assert kept.basis == ("F21",)
    assert attrs.evolve(kept, basis=finding.basis) == finding
