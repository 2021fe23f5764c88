"""Words on a page without ruling lines: cells and lines of cells, told by how far they stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from govinfo.readers.pdf.page import Box, around
from govinfo.readers.pdf.words import NUMBERED, Line, Word, gap, join_text
from govinfo.text.numbers import is_value

APART = 0.55
"""Words of text that are so many heights apart stand in different cells; numbers always do."""

MAX_GAP = 3.0
"""Lines of one label are no farther apart than so many heights."""

STEP = 1.25
"""Gaps between the lines of one label are at most so many times as large as the smallest."""

NOWHERE = float("-inf")
"""Left of everything: where labels end in a table without any."""


@attrs.frozen
class Chunk:
    """Words that stand together: a cell, or a line of one."""

    text: str
    box: Box

    @property
    def middle(self) -> float:
        """Its place from the top."""
        return (self.box.top + self.box.bottom) / 2


def chunks_of(line: Line, apart: float = APART) -> list[Chunk]:
    """The cells of a line, or lines of such: words closer than `apart` heights stand together."""
    groups: list[list[Word]] = []
    for word in line.words:
        joins = (
            groups and not (is_value(word.text) or is_value(groups[-1][-1].text)) and gap(groups[-1][-1], word) < apart
        )
        if joins:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [join_chunks([Chunk(word.text, word.box) for word in group]) for group in groups]


def join_chunks(parts: Sequence[Chunk]) -> Chunk:
    """Several chunks as one, from the first to the last."""
    text = ""
    for part in parts:
        text = join_text(text, part.text)
    return Chunk(text, around([part.box for part in parts])) if len(parts) > 1 else parts[0]


def is_spaced(line: Line) -> bool:
    """Tell whether the characters of a line are set apart; otherwise each word above numbers is a label."""
    return any(len(word.text) == 1 for word in line.words)


Stack = list[tuple[int, Chunk]]
"""Chunks one below the other, each with the number of its line."""


def stacks_of(loose: Sequence[tuple[int, Chunk]], limit: float) -> list[Stack]:
    """Chunks one below the other that are no farther apart than the lines of one cell; a numbered one begins anew."""
    stacks: list[Stack] = []
    for place, chunk in loose:
        above = [stack for stack in stacks if -chunk.box.height / 2 < _distance(stack[-1][1], chunk) <= limit]
        if len(above) == 1 and not NUMBERED.match(chunk.text):
            above[0].append((place, chunk))
        else:
            stacks.append([(place, chunk)])
    return stacks


def _distance(upper: Chunk, lower: Chunk) -> float:
    """The gap between chunks one below the other; infinite for those side by side."""
    shared = min(upper.box.right, lower.box.right) - max(upper.box.left, lower.box.left)
    narrower = min(upper.box.width, lower.box.width)
    return lower.box.top - upper.box.bottom if shared > narrower / 2 else float("inf")


def largest_gap(cut: Sequence[Sequence[Chunk]]) -> float:
    """The largest gap between lines of one cell, told by the smallest gap that occurs more than once on the page."""
    gaps: list[float] = []
    for upper, lower in pairwise(cut):
        gaps += [
            distance
            for one in upper
            for other in lower
            if -one.box.height / 4 < (distance := _distance(one, other)) < MAX_GAP * one.box.height
        ]
    gaps.sort()
    smallest = next((one for one, other in pairwise(gaps) if other - one < 1), NOWHERE)
    return STEP * max(smallest, 0.0) + 1 if smallest > NOWHERE else smallest
