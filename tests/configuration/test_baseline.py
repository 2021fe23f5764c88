import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo.baseline import Baseline, Known, dump_baseline, load_baseline
from govinfo.errors import ConfigurationError
from govinfo.testing.generate import random_report

TOTAL = "applications.new.total"

texts = st.text(max_size=30)
entries = st.builds(
    Known,
    report=texts.filter(bool),
    year=st.none() | st.integers(2000, 2099),
    rule=st.sampled_from(["A01", "N05"]),
    fingerprint=st.text("0123456789abcdef", min_size=16, max_size=16),
    message=texts,
    reason=texts,
)


def faulty(seed=1, wrong=3):
    report = random_report("2021", seed, size="county")
    cells = tuple(
        attrs.evolve(cell, value=cell.value + wrong) if cell.id == TOTAL else cell for cell in report.all_cells
    )
    return attrs.evolve(report, all_cells=cells)


def assessed(report):
    return govinfo.assess(report, select=["A"])


@given(st.lists(entries, max_size=4))
def test_what_is_written_reads_back(tmp_path_factory, listed):
    path = tmp_path_factory.mktemp("baseline") / "known.toml"
    path.write_text(dump_baseline(Baseline(tuple(listed))), "utf-8")
    again = load_baseline(path)
    assert [entry.key for entry in again.entries] == [
        (attrs.evolve(entry, report=entry.report.replace("\x7f", "\\x7f"))).key for entry in listed
    ]
    assert [bool(entry.reason) for entry in again.entries] == [bool(entry.reason) for entry in listed]


def test_a_reason_makes_a_finding_quiet_and_nothing_else_does():
    assessment = assessed(faulty())
    rules = [finding.rule for finding in assessment.findings]
    assert "A01" in rules
    without = Baseline().extended([assessment], "zh")
    assert [finding.rule for finding in without.quiet(assessment).assessment.findings] == rules
    assert len(without.quiet(assessment).unreasoned) == len(rules)
    known = without.extended([assessment], "zh", reason="系统口径不同")
    quieted = known.quiet(assessment)
    assert quieted.assessment.findings == ()
    assert len(quieted.known) == len(rules)
    assert [entry.finding for entry in quieted.suppressed] == list(assessment.findings)
    assert {entry.reason for entry in quieted.suppressed} == {"系统口径不同"}
    assert without.quiet(assessment).suppressed == ()
    assert len(known.entries) == len(without.entries)


def test_another_contradiction_in_the_same_cells_is_not_known():
    known = Baseline().extended([assessed(faulty(wrong=3))], "zh", reason="口径不同")
    other = assessed(faulty(wrong=4))
    assert known.quiet(other).assessment.findings == other.findings


def test_the_same_contradiction_of_another_year_is_not_known():
    report = faulty()
    known = Baseline().extended([assessed(report)], "zh", reason="口径不同")
    later = assessed(attrs.evolve(report, year=report.year + 1))
    assert known.quiet(later).assessment.findings == later.findings


def test_a_finding_that_is_gone_is_told_and_can_be_left_out():
    known = Baseline().extended([assessed(faulty())], "zh", reason="口径不同")
    mended = assessed(random_report("2021", 1, size="county"))
    gone = known.quiet(mended).gone
    assert {entry.rule for entry in gone} == {entry.rule for entry in known.entries}
    assert known.without(gone).entries == ()


def test_a_rule_that_was_not_applied_is_not_gone():
    known = Baseline().extended([assessed(faulty())], "zh", reason="口径不同")
    assert known.quiet(govinfo.assess(random_report("2021", 1, size="county"), select=["V"])).gone == ()


def test_a_reason_once_given_stays():
    assessment = assessed(faulty())
    known = Baseline().extended([assessment], "zh", reason="first").extended([assessment], "zh", reason="second")
    assert {entry.reason for entry in known.entries} == {"first"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("version = 2", "version 1 is due"),
        ("", "version 1 is due"),
        ("version = 1\nknown = 3", "list of entries"),
        ("version = 1\n[[known]]\nrule = 'A01'", "entry 1: report, fingerprint is missing"),
        (
            "version = 1\n[[known]]\nrule = 'A01'\nreport = 'x'\nfingerprint = 'f'\nyear = '2024'",
            "entry 1: year is missing or of the wrong type",
        ),
        ("version = 1\n[[known]]\nrule = 'A01'\nreson = ''", "unknown: reson"),
        ("version = [", "it is not TOML"),
    ],
)
def test_a_faulty_list_is_refused_with_its_place(tmp_path, text, words):
    path = tmp_path / "known.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_baseline(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_list_that_is_not_there(tmp_path):
    with pytest.raises(ConfigurationError, match="no such list"):
        load_baseline(tmp_path / "missing.toml")


def test_without_some_entries_the_others_stay():
    """Of two findings of one rule, on one report, only the one that is gone is left out."""
    known = Baseline().extended([assessed(faulty(wrong=3)), assessed(faulty(wrong=4))], "zh", reason="口径不同")
    first, *rest = known.entries
    assert rest
    assert known.without([first]).entries == tuple(rest)
    assert known.without([]).entries == known.entries
    other = attrs.evolve(first, year=1999)
    assert known.without([other]).entries == known.entries


@pytest.mark.parametrize("path", ["reports/甲.html", "C:\\reports\\甲.html", "甲.html"])
def test_a_report_of_an_unknown_agency_is_known_by_the_name_of_its_file(path):
    """Not by the folder, which is another one on the next computer."""
    report = faulty()
    unnamed = attrs.evolve(report, agency=None, parser=attrs.evolve(report.parser, filename=path))
    known = Baseline().extended([assessed(unnamed)], "zh", reason="口径不同")
    assert {entry.report for entry in known.entries} == {"甲.html"}
