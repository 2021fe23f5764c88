"""Writer: JSON; one report as an object, several as an array."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from govinfo.contracts import Context
from govinfo.interchange import json_text, report_to_dict
from govinfo.report import Report


def write(reports: Sequence[Report], stream: IO[bytes], _context: Context) -> None:
    """Write reports; see `govinfo.interchange` for the form."""
    plain = [report_to_dict(report) for report in reports]
    text = json_text(plain[0] if len(plain) == 1 else plain, indent=2)
    stream.write(text.encode("utf-8") + b"\n")
