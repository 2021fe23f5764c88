"""The province's wordings are known, so that nothing about the reading is in doubt."""

from pathlib import Path

import govinfo

REPORT = Path(__file__).parent / "reports" / "civil-affairs-2024.txt"


def test_without_a_doubt() -> None:
    assert govinfo.parse(REPORT).diagnostics == ()


def test_the_official_wording_is_still_asked_for() -> None:
    findings = govinfo.check(govinfo.parse(REPORT), select=["S11"])
    assert {finding.severity for finding in findings} == {"info"}
    assert any("同意提供" in finding.message("zh") for finding in findings)
