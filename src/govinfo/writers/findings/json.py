"""Writer: findings as JSON, an array with an object for each file."""

from __future__ import annotations

from typing import IO, Any

import attrs

from govinfo.assessment import Checked, Results, Unread
from govinfo.interchange import json_text


def write(results: Results, stream: IO[bytes]) -> None:
    """Write the findings of each file and what could not be assessed; of a file that was not read, the error."""
    checked = [_checked(entry) for entry in results.checked]
    unread = [unread_object(entry, results.language) for entry in results.unread]
    stream.write(json_text([*checked, *unread], indent=2).encode() + b"\n")


def unread_object(entry: Unread, language: str) -> dict[str, str]:
    """A file that was not read, as plain values."""
    return {"path": entry.path, "error": entry.error.message(language)}


def _checked(entry: Checked) -> dict[str, Any]:
    report = entry.report
    return {
        "path": entry.path,
        "agency": report.agency,
        "year": report.year,
        "form": report.form,
        "findings": [finding.to_dict() for finding in entry.findings],
        "not_assessable": [attrs.asdict(missing) for missing in entry.assessment.not_assessable],
        "outcomes": entry.assessment.outcomes,
    }
