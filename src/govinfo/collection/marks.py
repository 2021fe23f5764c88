"""Telling apart bodies of one name by what else their reports say of them.

Many names are borne by several bodies: 城关镇人民政府, 高新区教育局.  Where neither divisions nor codes place such a
name, reports with the same telephone number, mailbox, postcode or index prefix are of one body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govinfo.report import Report

_LEAST_DIGITS = 6
"""A shorter number, such as an extension, says nothing."""


def bodies(reports: Sequence[Report]) -> list[str | None]:
    """A key of the body for each of the reports that bear one name.

    Returns:
        The same key for all where nothing tells them apart.  Where something does, None for those without a mark.
    """
    marks = [frozenset(_marks(report)) for report in reports]
    joined = _joined(marks)
    if len(set(joined.values())) < 2:
        return [""] * len(reports)
    return [joined[min(own)] if own else None for own in marks]


def is_marked(report: Report) -> bool:
    """Tell whether a report says anything by which its body can be told from others of its name."""
    return next(_marks(report), None) is not None


def _joined(marks: Sequence[frozenset[str]]) -> dict[str, str]:
    """Each mark with the least mark that it is connected with through reports that have several."""
    least: dict[str, str] = {mark: mark for own in marks for mark in own}

    def root(mark: str) -> str:
        while least[mark] != mark:
            least[mark] = least[least[mark]]
            mark = least[mark]
        return mark

    for own in marks:
        roots = sorted({root(mark) for mark in own})
        for other in roots[1:]:
            least[other] = roots[0]
    return {mark: root(mark) for mark in least}


def _marks(report: Report) -> Iterator[str]:
    contact = report.contact
    if contact is not None:
        for number in (contact.phone, contact.fax, contact.postcode):
            digits = re.sub(r"\D", "", number or "")
            if len(digits) >= _LEAST_DIGITS:
                yield digits
        if contact.email:
            yield contact.email.strip().lower()
    prefix = (report.index_number or "").partition("/")[0].strip().upper()
    if prefix:
        yield prefix
