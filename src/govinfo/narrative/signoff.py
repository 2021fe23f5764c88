"""Agency and date below the text."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from govinfo.narrative.lines import Line
from govinfo.report import SignOff
from govinfo.text.dates import days

_AGENCY = regex.compile(
    r"[\p{Han}（）()、]{3,40}?(?:局|委|办|厅|部|府|院|会|处|所|站|署|社|校|中心|街道|镇|乡|大队|支队|总队|办公室|委员会|集团|公司|管理部|分局)"
)

MAX_LINES = 4
"""How many lines from the end a sign-off may stand."""


def find_signoff(lines: Sequence[Line]) -> tuple[SignOff | None, int]:
    """Find the sign-off at the end of the last section.

    Returns:
        The sign-off, or None, and the number of lines that belong to the text above it.
    """
    low = max(len(lines) - MAX_LINES, 0)
    for number in range(len(lines) - 1, low - 1, -1):
        text = lines[number].text.strip()
        found = next(days(text), None)
        if not found:
            continue
        day, begin, stop = found
        around = (text[:begin] + text[stop:]).strip(" 　()（）[]")
        if around and not _AGENCY.fullmatch(around):
            continue
        above = lines[number - 1] if number else None
        if around:
            return SignOff(around, day, lines[number].source), number
        if above and _AGENCY.fullmatch("".join(above.text.split())):
            return SignOff("".join(above.text.split()), day, above.source), number - 1
        return SignOff(None, day, lines[number].source), number
    if lines and _AGENCY.fullmatch("".join(lines[-1].text.split())):
        return SignOff("".join(lines[-1].text.split()), None, lines[-1].source), len(lines) - 1
    return None, len(lines)
