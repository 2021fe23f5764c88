"""Writer: JSON; one report as an object, several as an array."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import IO

from govinfo.interchange import report_to_dict
from govinfo.report import Report


def write(reports: Sequence[Report], stream: IO[bytes]) -> None:
    """Write reports; see `govinfo.interchange` for the form."""
    plain = [report_to_dict(report) for report in reports]
    text = json.dumps(plain[0] if len(plain) == 1 else plain, ensure_ascii=False, indent=2, allow_nan=False)
    stream.write(text.encode("utf-8") + b"\n")
