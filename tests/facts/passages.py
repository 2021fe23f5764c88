"""The labelled passages: narratives written for the measure, with every number that has a topic told by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import yaml

FOLDER = Path(__file__).with_name("passages")

NUMERALS = "0-9０-９〇零一二三四五六七八九十百千万亿两"
"""Characters that would make a printed number part of a longer one."""

CLAUSE_ENDS = "，,。；;：:、（）()\n"


@attrs.frozen
class Span:
    """Characters of the text from `start` up to `end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@attrs.frozen
class FactLabel:
    """A number or statement, with what may be said of it.

    Several topics, polarities, scopes or spans mean that a careful reader could take any of them.  An empty topic
    among them means that it may also be left without one; then it need not be found, as where it is `optional`.
    """

    span: Span
    topics: tuple[str, ...]
    value: Decimal | None
    measure: str
    bound: str
    polarity: tuple[str, ...]
    scope: tuple[str, ...]
    year: tuple[str, ...]
    upper: Decimal | None
    optional: bool


@attrs.frozen
class BreakdownLabel:
    """A total and its parts; `optional` where the text does not announce that they are parts."""

    total: Span
    parts: tuple[Span, ...]
    listing: tuple[str, ...]
    optional: bool


Choice = tuple[Span | None, ...]
"""The numbers of which any will do; None where it may be left open, and no choice at all where anything will do."""


@attrs.frozen
class ShareLabel:
    """A percentage, what it is of and what has it."""

    percent: Span
    part: Choice
    whole: Choice
    optional: bool


@attrs.frozen
class TrendLabel:
    """A comparison with the year before."""

    direction: str
    current: Choice
    amount: Choice
    previous: Choice
    optional: bool


@attrs.frozen
class Passage:
    """One to several sentences of a section with what is to be found in them."""

    id: str
    section: int
    year: int
    form: str
    text: str
    facts: tuple[FactLabel, ...]
    breakdowns: tuple[BreakdownLabel, ...]
    shares: tuple[ShareLabel, ...]
    trends: tuple[TrendLabel, ...]


def load(paths: Iterable[Path]) -> Iterator[Passage]:
    """Read passages from YAML files, in the order of the files."""
    for path in paths:
        for entry in entries(path):
            yield passage(entry)


@cache
def entries(path: Path) -> tuple[dict[str, Any], ...]:
    """The entries of a file as they are written."""
    return tuple(yaml.safe_load(path.read_text("utf-8")))


def development() -> list[Path]:
    """The files that were looked at from the first while the extraction was being written."""
    return [path for path in sorted(FOLDER.glob("*.yml")) if not path.name.startswith(("held-", "held2-"))]


def once_held_out() -> list[Path]:
    """The files that only the measure read at first, and that are looked at now."""
    return sorted(FOLDER.glob("held-*.yml"))


def held_out() -> list[Path]:
    """The files that only the measure reads."""
    return sorted(FOLDER.glob("held2-*.yml"))


SETS = {"development": development, "held out at first": once_held_out, "held out": held_out}
"""The sets of passages by their names in the tables."""


def occurrences(text: str, printed: str) -> list[int]:
    """Where a printed number or clause begins, leaving out where it is only part of a longer number."""
    before = rf"(?<![{NUMERALS}])(?<![0-9][.,])" if re.match(f"[{NUMERALS}]", printed) else ""
    after = rf"(?![{NUMERALS}]|[.,][0-9])" if re.search(f"[{NUMERALS}]$", printed) else ""
    return [match.start() for match in re.finditer(before + re.escape(printed) + after, text)]


def locate(text: str, reference: str) -> Span:
    """The place of ``12`` or, where it stands several times, of ``12#2``.

    Raises:
        LookupError: it is not in the text as often as that.
    """
    printed, _, index = reference.partition("#")
    found = occurrences(text, printed)
    if len(found) < int(index or 1):
        raise LookupError(f"{reference!r} is not in {text!r}")
    start = found[int(index or 1) - 1]
    return Span(start, start + len(printed))


def passage(entry: dict[str, Any]) -> Passage:
    """One entry of a file as a typed value; every reference becomes a place."""
    text = entry["text"]
    return Passage(
        id=entry["id"],
        section=entry["section"],
        year=entry["year"],
        form=entry["form"],
        text=text,
        facts=tuple(_fact(text, label) for label in entry.get("facts", ())),
        breakdowns=tuple(
            BreakdownLabel(
                locate(text, label["total"]),
                tuple(locate(text, part) for part in label["parts"]),
                _several(label["listing"]),
                label.get("optional", False),
            )
            for label in entry.get("breakdowns", ())
        ),
        shares=tuple(
            ShareLabel(
                locate(text, label["percent"]),
                _choice(text, label["part"]),
                _choice(text, label["whole"]),
                label.get("optional", False),
            )
            for label in entry.get("shares", ())
        ),
        trends=tuple(
            TrendLabel(
                label["direction"],
                _choice(text, label["current"]),
                _choice(text, label["amount"]),
                _choice(text, label["previous"]),
                label.get("optional", False),
            )
            for label in entry.get("trends", ())
        ),
    )


def _fact(text: str, label: dict[str, Any]) -> FactLabel:
    polarity = _several(label.get("polarity", "stated"))
    span = locate(text, label["number"])
    topics = _several(label["topic"])
    return FactLabel(
        span=span if polarity == ("stated",) else _clause(text, span),
        topics=topics,
        value=Decimal(str(label["value"])) if "value" in label else None,
        measure=label.get("measure", "count"),
        bound=label.get("bound", "exact"),
        polarity=polarity,
        scope=_several(label.get("scope", "own")),
        year=_several(label.get("span", "reporting")),
        upper=Decimal(label["upper"]) if "upper" in label else None,
        optional=label.get("optional", False) or "" in topics,
    )


def _clause(text: str, span: Span) -> Span:
    """The clause around words that stand for a number."""
    start, end = span.start, span.end
    while start and text[start - 1] not in CLAUSE_ENDS:
        start -= 1
    while end < len(text) and text[end] not in CLAUSE_ENDS:
        end += 1
    return Span(start, end)


def _several(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _choice(text: str, value: str | list[str | None] | None) -> Choice:
    if value == "?":
        return ()
    references = value if isinstance(value, list) else [value]
    return tuple(None if reference is None else locate(text, reference) for reference in references)
