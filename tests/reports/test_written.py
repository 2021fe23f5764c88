"""What a careful reader finds in written reports is found, and nothing else."""

from __future__ import annotations

import pytest
from tests.reports.written import Spoilt, Written, written_reports

import govinfo

REPORTS = written_reports()
FAULTS = [(report, fault) for report in REPORTS for fault in report.spoilt]


@pytest.mark.parametrize("written", REPORTS, ids=lambda report: report.name)
def test_consistent_reports(written: Written) -> None:
    report = written.report()
    assert {cell.id: str(cell.value) for cell in report.cells()} == dict(written.values)
    found = sorted(f"{finding.rule} {finding.severity}" for finding in govinfo.check(report))
    assert found == sorted(written.expected)


@pytest.mark.parametrize(
    ("written", "fault"), FAULTS, ids=[f"{report.name}-{fault.rule}" for report, fault in FAULTS]
)
def test_contradictions(written: Written, fault: Spoilt) -> None:
    assert fault.values or written.count(fault.instead) == 1
    found = [finding for finding in govinfo.check(written.spoil(fault).report()) if finding.rule == fault.rule]
    assert any(set(fault.cells) <= set(finding.cells) for finding in found)
