"""All facts of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from govinfo.facts.breakdowns import divided
from govinfo.facts.clauses import veiled
from govinfo.facts.mentions import Passage
from govinfo.facts.model import Breakdown, Fact, Facts, Share, Trend
from govinfo.facts.reading import mentions
from govinfo.facts.shares import shares
from govinfo.facts.topics import lexicon
from govinfo.facts.trends import trends
from govinfo.facts.wording import named
from govinfo.facts.wrapped import continued, without_first_clause
from govinfo.report import Report, Section
from govinfo.source import Source

MAX_HEADING = 40
"""Longest line that is taken for a heading, in characters."""

_SECTIONS = {3: "application", 4: "review"}
"""What the sections are on by themselves."""

Line = tuple[int, str, Source | None, bool]


@attrs.frozen
class _Narrative:
    """All that the facts of a report depend on.

    It is found again by its texts, because the places of its paragraphs take longer to look at.
    """

    form: str
    year: int | None
    preamble: str
    sections: tuple[Section, ...]

    def __hash__(self) -> int:
        return hash((self.form, self.year, self.preamble, *[section.text for section in self.sections]))

    def lines(self) -> Iterator[Line]:
        """Iterate over the paragraphs with the numbers of their sections."""
        yield from _lines(0, [(text, None) for text in self.preamble.split("\n")])
        for section in self.sections:
            yield from _lines(section.number, list(section.paragraphs()))


def _lines(number: int, paragraphs: Sequence[tuple[str, Source | None]]) -> Iterator[Line]:
    """Yield the paragraphs of a section."""
    broken = continued([text for text, _ in paragraphs])
    for place, (text, source) in enumerate(paragraphs):
        yield number, text, source, place in broken


def facts(report: Report) -> Facts:
    """All that the narrative of a report says in numbers, in the order of the text."""
    return _facts(_Narrative(report.form, report.year, report.preamble, report.sections))


@lru_cache(maxsize=16)
def _facts(narrative: _Narrative) -> Facts:
    all_facts: list[Fact] = []
    all_breakdowns: list[Breakdown] = []
    all_shares: list[Share] = []
    all_trends: list[Trend] = []
    for passage in _passages(narrative):
        told = list(mentions(passage))
        if passage.broken and told:
            told = list(without_first_clause(passage.veiled, told))
        if not told:
            continue
        found, parted = divided(told)
        all_facts += [mention.fact for mention in found]
        all_breakdowns += parted
        all_shares += shares(found, parted)
        all_trends += trends(passage, found)
    return Facts(tuple(all_facts), tuple(all_breakdowns), tuple(all_shares), tuple(all_trends))


def _passages(narrative: _Narrative) -> Iterator[Passage]:
    """Yield the paragraphs with what the headings above them are about."""
    section, paragraph, heading, outer, planned = -1, 0, "", "", False
    for number, text, source, broken in narrative.lines():
        if number != section:
            section, paragraph, planned = number, 0, False
            heading = outer = _SECTIONS.get(number, "")
        plain = veiled(text)
        first = _heading(plain)
        if first:
            inner = first[0].isdigit() and number not in _SECTIONS
            heading = _named(first) or (outer if inner else "")
            outer = outer if inner else heading
        planned = planned or (number == 5 and "下一步" in plain[:MAX_HEADING])
        place = (number, paragraph, source)
        yield Passage(text, plain, *place, heading, narrative.year, narrative.form, planned, broken)
        paragraph += 1


def _heading(text: str) -> str:
    """The numbered heading at the start of a paragraph; empty where it has none."""
    end = text.find("。", 0, MAX_HEADING)
    first = text[: end if end >= 0 else MAX_HEADING] if end >= 0 or len(text) <= MAX_HEADING else ""
    if not first or "," in first or ";" in first:
        return ""
    first = first.lstrip()
    return first if first.startswith(_NUMBERED) else ""


@lru_cache(maxsize=512)
def _named(heading: str) -> str:
    """The last thing that a heading names; empty where it names none."""
    return named(lexicon().words(heading))


_NUMBERED = tuple("(一二三四五六七八九十1234567890")
