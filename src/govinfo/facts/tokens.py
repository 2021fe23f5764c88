"""A sentence as known words, numbers, dates and marks of punctuation, divided into clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

import attrs

from govinfo.facts.quantities import Mark, Quantity, quantities
from govinfo.facts.topics import Word, lexicon

_START = attrgetter("start")
_STOP = re.compile(r"[,;:()、]")
_UNKNOWN = re.compile(r"[\u4e00-\u9fff□]")


@attrs.frozen
class Comma:
    """The mark ``、`` of a list."""

    start: int
    stop: int


Token = Word | Mark | Quantity | Comma


@attrs.define
class Clause:
    """What stands between two marks of punctuation; never changed, and not frozen for speed, as `Word`.

    Attributes:
        opener: the mark in front of it; empty at the start of the sentence.
        start, end: first character and end.
        tokens: what stands in it, in order.
        numbers: places of the numbers among the tokens.
        states: a word of it denies, or says something of all.
    """

    opener: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    numbers: tuple[int, ...]
    states: bool


def clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    """Divide a sentence of a veiled text."""
    senses = lexicon().senses
    counted = [
        token for token in quantities(text, start, end) if isinstance(token, Quantity) or token.text not in senses
    ]
    covered = _covered(text, start, end, counted)
    words = lexicon().words(covered, start)
    tokens: list[Token] = [*counted, *words]
    stops: list[tuple[int, str]] = []
    within = {place for word in words if word.sense.marked for place in range(word.start, word.stop)}
    for match in _STOP.finditer(covered):
        place = match.start() + start
        if place in within:
            continue
        if match[0] == "、":
            tokens.append(Comma(place, place + 1))
        else:
            stops.append((place, match[0]))
    stating = [word.start for word in words if word.sense.states]
    tokens.sort(key=_START)
    position, opener, first = 0, "", start
    for stop, char in [*stops, (end, "")]:
        inside = position
        while inside < len(tokens) and tokens[inside].start < stop:
            inside += 1
        own = tuple(tokens[position:inside])
        numbers = tuple([place for place, token in enumerate(own) if isinstance(token, Quantity)])
        states = bool(stating) and any(first <= place < stop for place in stating)
        yield Clause(opener, first, stop, own, numbers, states)
        position, opener, first = inside, char, stop + 1


def _covered(text: str, start: int, end: int, counted: list[Quantity | Mark]) -> str:
    """The sentence with the numbers and dates veiled, so that no word is seen in them."""
    parts: list[str] = []
    position = start
    for token in counted:
        parts += [text[position : token.start], "\ue000" * (token.stop - token.start)]
        position = token.stop
    parts.append(text[position:end])
    return "".join(parts)


def unknown(text: str, start: int, end: int, tokens: Sequence[Token]) -> int:
    """How many characters of a stretch belong to no known word or date."""
    known = 0
    for token in tokens:
        if token.start >= start and token.stop <= end:
            known += len(_UNKNOWN.findall(text, token.start, token.stop))
    return len(_UNKNOWN.findall(text, start, end)) - known
