"""All facts of a report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from govinfo.facts.breakdowns import breakdowns, settled
from govinfo.facts.clauses import veiled
from govinfo.facts.mentions import Passage
from govinfo.facts.model import Breakdown, Fact, Facts, Share, Trend
from govinfo.facts.reading import mentions
from govinfo.facts.shares import shares
from govinfo.facts.topics import lexicon
from govinfo.facts.trends import trends
from govinfo.report import Report
from govinfo.source import Source

MAX_HEADING = 40
"""Longest line that is taken for a heading, in characters."""

_SECTIONS = {3: "application", 4: "review"}
"""What the sections are on by themselves."""

Line = tuple[int, str, Source | None]


def facts(report: Report) -> Facts:
    """All that the narrative of a report says in numbers, in the order of the text."""
    preamble = tuple((0, text, None) for text in report.preamble.split("\n"))
    body = tuple((section.number, text, source) for section in report.sections for text, source in section.paragraphs())
    return _facts(report.form, report.year, preamble + body)


@lru_cache(maxsize=16)
def _facts(form: str, year: int | None, lines: tuple[Line, ...]) -> Facts:
    all_facts: list[Fact] = []
    all_breakdowns: list[Breakdown] = []
    all_shares: list[Share] = []
    all_trends: list[Trend] = []
    for passage in _passages(form, year, lines):
        found = settled(list(mentions(passage)))
        divided = breakdowns(found)
        all_facts += [mention.fact for mention in found]
        all_breakdowns += divided
        all_shares += shares(found, divided)
        all_trends += trends(passage, found)
    return Facts(tuple(all_facts), tuple(all_breakdowns), tuple(all_shares), tuple(all_trends))


def _passages(form: str, year: int | None, lines: tuple[Line, ...]) -> Iterator[Passage]:
    """Yield the paragraphs with what the headings above them are about."""
    section, paragraph, heading, planned = -1, 0, "", False
    for number, text, source in lines:
        if number != section:
            section, paragraph, heading, planned = number, 0, _SECTIONS.get(number, ""), False
        plain = veiled(text)
        heading = _heading(plain, heading)
        planned = planned or (number == 5 and "下一步" in plain[:MAX_HEADING])
        yield Passage(text, plain, number, paragraph, source, heading, year, form, planned)
        paragraph += 1


def _heading(text: str, before: str) -> str:
    """What the heading at the start of a paragraph is about, or the one before it."""
    end = text.find("。", 0, MAX_HEADING)
    first = text[: end if end >= 0 else MAX_HEADING] if end >= 0 or len(text) <= MAX_HEADING else ""
    if not first or any(char in first for char in ",;") or not text.lstrip().startswith(_NUMBERED):
        return before
    named = [word.sense.named for word in lexicon().words(first) if word.sense.named]
    return named[-1] if named else ""


_NUMBERED = tuple("(一二三四五六七八九十1234567890")
