"""Y03, Y04, R06: text that was taken over from last year or from another agency."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.collection.shingles import letters
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import last_report, lighter, related, unknown

COPIED, SIMILAR = 0.9, 0.5
"""Shares of section one that also stand in last year's: from here on a warning, from here on a hint."""

LEAST_PIECES = 100
"""Section one without boilerplate has to be at least about so many characters long to be compared."""

LEAST_LETTERS = 40
"""A shorter section five says too little to be told from another."""

SHOWN = 3
"""So many other agencies are named."""


@comparison("Y03")
def section_one(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Measure how much of section one, without boilerplate, also stands in last year's."""
    last = last_report("Y03", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    mine, before = collection.text(report), collection.text(last)
    if min(len(mine), len(before)) < LEAST_PIECES:
        yield not_assessable(
            "Y03",
            "第一部分除格式用语外文字太少，无从比较",
            "section one has too little text of its own to be compared",
        )
        return
    share = mine.shared(before) / len(mine)
    if share >= SIMILAR:
        yield spec("Y03").finding(
            source=report.section(1).source,
            severity=lighter(report, last, collection) if share >= COPIED else "info",
            related=(related(last),),
            year=str(last.year),
            share=str(int(100 * share)),
        )


@comparison("Y04")
def section_five(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Demand that section five does not repeat last year's word for word; spaces and punctuation do not count."""
    last = last_report("Y04", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    mine, before = letters(report.section(5).text), letters(last.section(5).text)
    if min(len(mine), len(before)) < LEAST_LETTERS:
        yield not_assessable("Y04", "第五部分文字太少，无从比较", "section five is too short to be compared")
    elif mine == before:
        yield spec("Y04").finding(
            source=report.section(5).source,
            severity=lighter(report, last, collection),
            related=(related(last),),
            year=str(last.year),
            count=str(len(mine)),
        )


@comparison("R06")
def other_agencies(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Name other agencies whose sections one and five say nearly the same in the same year."""
    reason = unknown("R06", report, collection)
    if reason is not None:
        yield reason
        return
    alike = collection.alike(report)
    if alike:
        names = [like.report.agency or "" for like in alike[:SHOWN]]
        more = len(alike) > SHOWN
        yield spec("R06").finding(
            source=report.section(1).source,
            related=tuple(related(like.report) for like in alike[:SHOWN]),
            names=Text("、".join(names) + ("等" if more else ""), ", ".join(names) + (" and others" if more else "")),
            share=str(int(100 * alike[0].share)),
        )
