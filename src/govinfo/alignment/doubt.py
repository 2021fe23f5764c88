"""What a reading of the tables was unsure of."""

from __future__ import annotations

import attrs

from govinfo.findings import Finding
from govinfo.report import Observation


@attrs.frozen
class Doubt:
    """An observation, a finding, or both."""

    observation: Observation | None = None
    finding: Finding | None = None
