"""Which reports of one year have nearly the same text, found without comparing each with each.

Each text is reduced to a signature of `BINS` numbers (one-permutation MinHash, Li, Owen and Zhang 2012); texts that
agree in a whole band of the signature are compared exactly, each with its next few neighbours in the band only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from govinfo.collection.identity import Identified
from govinfo.collection.shingles import Shingles, shingles
from govinfo.report import Report

ALIKE = 0.8
"""Least share of pieces that two texts have in common, of all that either has."""

LEAST = 200
"""Fewest pieces of a text that is compared; a shorter one is alike by chance."""

BINS, ROWS = 64, 4
"""Numbers of a signature, and of one band; texts that share 0.8 are missed once in some thousand times."""

NEIGHBOURS = 8
"""With so many others of a band a text is compared, so that a text that hundreds share costs no more."""

_SECTIONS = (1, 5)


@attrs.frozen
class Likeness:
    """Another report and the share of the text that both have in common."""

    report: Report
    share: float


def likenesses(entries: Sequence[Identified]) -> dict[int, tuple[Likeness, ...]]:
    """The reports of other agencies that are alike, the likest first, by the `id` of the report."""
    texts = [shingles(entry.report, _SECTIONS) for entry in entries]
    bands: dict[tuple[object, ...], list[int]] = {}
    for place, (entry, text) in enumerate(zip(entries, texts, strict=True)):
        if len(text) >= LEAST:
            for band in _bands(text):
                bands.setdefault((entry.report.year, *band), []).append(place)
    found: dict[int, list[Likeness]] = {}
    for one, other in sorted(set(_pairs(bands.values()))):
        share = _share(texts[one], texts[other])
        if share >= ALIKE:
            first, second = entries[one].report, entries[other].report
            found.setdefault(id(first), []).append(Likeness(second, share))
            found.setdefault(id(second), []).append(Likeness(first, share))
    return {key: tuple(sorted(alike, key=lambda like: -like.share)) for key, alike in found.items()}


def _share(one: Shingles, other: Shingles) -> float:
    common = one.shared(other)
    return common / (len(one) + len(other) - common)


def _bands(text: Shingles) -> Iterator[tuple[int, ...]]:
    """The bands of a signature with their places; a band with an empty bin is left out."""
    least = [-1] * BINS
    for number in reversed(text.numbers):
        least[number % BINS] = number
    for start in range(0, BINS, ROWS):
        band = least[start : start + ROWS]
        if -1 not in band:
            yield (start, *band)


def _pairs(bands: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    for places in bands:
        for start, place in enumerate(places):
            for other in places[start + 1 : start + 1 + NEIGHBOURS]:
                yield place, other
