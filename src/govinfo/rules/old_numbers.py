"""Y12: the text still has a number of last year, in the same words, though the table has a new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.findings.naming import cell_name
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import last_report, related
from govinfo.rules.quoting import shorten
from govinfo.source import Source
from govinfo.text.sentences import SENTENCE

LEAST = 100
"""A smaller number may be the same by chance."""

BEFORE, BEHIND = 4, 1
"""So many characters around the number are the same as last year."""

_NUMBER = re.compile(r"(?<![\d.,/〔\[（(-])\d{3,12}(?![\d.,/〕\]年月日%号-])")
_OF_ANOTHER_YEAR = re.compile(r"上年|去年|上一年|同期|同比|相比|较|比(?:20)?\d\d年|累计|截至|以来|电话|邮编|文号")


@comparison("Y12")
def old_numbers(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Look for numbers of last year's table that stand between the same words in both texts, and have changed."""
    last = last_report("Y12", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    changed = {
        value: cell
        for cell, value in last.values.items()
        if isinstance(value, int) and value >= LEAST and report.values.get(cell) not in {None, value}
    }
    present = {value for value in report.values.values() if value is not None}
    stale = {value: cell for value, cell in changed.items() if Decimal(value) not in present}
    if not stale:
        return
    if not last.narrative.strip() or not report.narrative.strip():
        yield not_assessable("Y12", "没有读到正文", "no text was read")
        return
    before = {key for _, key, _ in _numbers(last)}
    for number, key, (sentence, source) in _numbers(report):
        if number in stale and key in before:
            cell = stale.pop(number)
            yield spec("Y12").finding(
                cells=(cell,),
                source=source,
                related=(related(last, (cell,)),),
                number=str(number),
                quote=shorten(sentence),
                year=str(last.year),
                name=cell_name(form, cell),
                value=str(report.values[cell]),
            )


def _numbers(report: Report) -> Iterator[tuple[int, str, tuple[str, Source | None]]]:
    """The numbers of the text, each with itself between its nearest words, and its sentence."""
    for section in report.sections:
        for paragraph, source in section.paragraphs():
            for sentence in SENTENCE.findall(paragraph):
                if _OF_ANOTHER_YEAR.search(sentence):
                    continue
                for found in _NUMBER.finditer(sentence):
                    start, end = found.span()
                    key = sentence[max(start - BEFORE, 0) : end + BEHIND]
                    yield int(found[0]), key, (sentence, source)
