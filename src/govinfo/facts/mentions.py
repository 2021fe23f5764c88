"""Facts with what breakdowns, shares and trends need to know of their place in the sentence."""

from __future__ import annotations

import attrs

from govinfo.facts.model import Fact, Place
from govinfo.facts.quantities import Quantity
from govinfo.source import Source


@attrs.define
class Passage:
    """A paragraph to be read; never changed, as `Word`.

    Attributes:
        text: the paragraph as printed.
        veiled: the same in common width, without the contents of titles and quotes.
        section, paragraph, source: its place.
        heading: the frame that the heading above it or its section names; empty for none.
        year: the reporting year, or None.
        planned: what comes is a plan (下一步).
        form: the form of the report.
        broken: it begins inside a clause of the line before.
    """

    text: str
    veiled: str
    section: int
    paragraph: int
    source: Source | None
    heading: str = ""
    year: int | None = None
    form: str = "2021"
    planned: bool = False
    broken: bool = False

    def place(self, start: int, end: int) -> Place:
        """The place of some characters."""
        return Place(self.section, self.paragraph, start, end, self.source)


@attrs.define
class Mention:
    """A fact in its sentence; never changed, as `Word`.

    Attributes:
        fact: the fact.
        quantity: its number; None for a statement in words.
        sentence: number of the sentence in the paragraph.
        depth: how many brackets stand open around it.
        lead: the text between the fact before it and this one, in common width.
        marks: what the words before it announce (``among``, ``share``, ``others`` ...), trends included.
        frame: the thing that is counted.
        headed: the clause names or says by a verb what is counted, and does not only go on.
        verbal: the words before it say what is done.
        behind: the text from the unit up to the next number or the end of the clause.
    """

    fact: Fact
    quantity: Quantity | None = None
    sentence: int = 0
    depth: int = 0
    lead: str = ""
    marks: frozenset[str] = frozenset()
    frame: str = ""
    headed: bool = False
    verbal: bool = False
    behind: str = ""
