"""Writer: findings as JSON Lines, one object a finding, so that runs can be joined, filtered and compared by line."""

from __future__ import annotations

from typing import IO

from govinfo.assessment import Results
from govinfo.interchange import json_text
from govinfo.writers.findings.json import unread_object


def write(results: Results, stream: IO[bytes]) -> None:
    """Write a line for each finding with its file, agency, year and fingerprint, and one for each file not read."""
    for entry, finding in results.findings:
        where = {"path": entry.path, "agency": entry.report.agency, "year": entry.report.year}
        line = {**where, "fingerprint": finding.fingerprint, **finding.to_dict()}
        stream.write(json_text(line).encode() + b"\n")
    for unread in results.unread:
        stream.write(json_text(unread_object(unread, results.language)).encode() + b"\n")
