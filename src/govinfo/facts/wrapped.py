"""Lines that were broken at one width, as in text out of a printed page, so that clauses begin on the line before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from govinfo.facts.mentions import Mention

WIDEST = 60
"""No line of such a text has more characters."""

NARROWEST = 36
"""Least room that its full lines take, in half-width characters; narrower lines are headings and labels."""

LEAST = 3
"""So many full lines show that a text was broken at a width."""

_FULL = 0.9
"""Share of the usual room that a full line takes, since no mark of punctuation stands at its start."""

_DONE = re.compile(r"(?:[。.;；:：!！?？,，、)）]|[0-9]\s*[件条篇次期个份项])\s*\Z")
"""The end of a line that ends a clause, or a list of which each line is one number."""

_CLAUSE = re.compile("[,;:。()]")


def continued(lines: Sequence[str]) -> frozenset[int]:
    """Places of the lines of a section that begin inside a clause; empty where lines were not broken at a width."""
    if len(lines) <= LEAST or max(map(len, lines)) > WIDEST:
        return frozenset()
    rooms = [len(line.encode("gb18030", "replace")) for line in lines]
    usual = sorted(rooms)[3 * len(rooms) // 4]
    if usual < NARROWEST:
        return frozenset()
    least = _FULL * usual
    full = [place for place, room in enumerate(rooms) if room >= least and not _DONE.search(lines[place])]
    return frozenset(place + 1 for place in full) if len(full) >= LEAST else frozenset()


def without_first_clause(veiled: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the facts of a line that begins inside a clause; what its first clause counts is not known."""
    match = _CLAUSE.search(veiled)
    stop = match.start() if match else len(veiled)
    for mention in mentions:
        if mention.fact.place.start >= stop:
            yield mention
        elif mention.quantity is not None:
            yield attrs.evolve(mention, fact=attrs.evolve(mention.fact, topic=""))
