"""What a careful reader finds in written reports is found, and nothing else."""

from __future__ import annotations

import pytest
from tests.reports.written import Spoilt, Written, written_reports

import govinfo

REPORTS = written_reports()


def faults() -> list[object]:
    """The contradictions; those left for later must not be found, lest the reason given goes stale."""
    return [
        pytest.param(
            report,
            fault,
            id=f"{report.name}-{fault.rule}-{place}",
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError, reason=fault.left)] if fault.left else [],
        )
        for report in REPORTS
        for place, fault in enumerate(report.spoilt)
    ]


@pytest.mark.parametrize("written", REPORTS, ids=lambda report: report.name)
def test_consistent_reports(written: Written) -> None:
    report = written.report()
    assert {cell.id: str(cell.value) for cell in report.cells()} == dict(written.values)
    found = sorted(f"{finding.rule} {finding.severity}" for finding in govinfo.check(report))
    assert found == sorted(written.expected)


@pytest.mark.parametrize(("written", "fault"), faults())
def test_contradictions(written: Written, fault: Spoilt) -> None:
    if not fault.values and written.count(fault.instead) != 1:
        raise ValueError(f"{fault.instead} does not stand once in {written.name}")
    found = [finding for finding in govinfo.check(written.spoil(fault).report()) if finding.rule == fault.rule]
    assert any(set(fault.cells) <= set(finding.cells) for finding in found)
