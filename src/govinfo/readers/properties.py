"""The title among the properties of an office file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, pairwise

from govinfo.document import Block, Paragraph
from govinfo.narrative.titles import is_title

MAX_BLOCKS = 60
"""So many blocks are searched for the title; it stands at the beginning."""


def printed_title(title: str | None, blocks: Iterable[Block]) -> str | None:
    """The title if the text begins with it as well, else None.

    Office programs keep the title of the file from which another one was made, such as that of last year.
    """
    kept = "".join((title or "").split())
    texts = (block.text for block in islice(blocks, MAX_BLOCKS) if isinstance(block, Paragraph))
    return " ".join((title or "").split()) if kept and kept in "".join("".join(texts).split()) else None


def likely_title(title: str | None, blocks: Iterable[Block]) -> str | None:
    """The title if the text has it too, or has no line that reads as a title, else None.

    Such a line is a title that was printed in other words or of another year, and is to be believed.
    """
    start = [block for block in islice(blocks, MAX_BLOCKS) if isinstance(block, Paragraph)]
    lines = [block.text.strip() for block in start]
    if any(map(is_title, (*lines, *map("".join, pairwise(lines))))):
        return printed_title(title, start)
    return " ".join((title or "").split()) or None
