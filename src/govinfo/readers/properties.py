"""The title among the properties of an office file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from govinfo.document import Block, Paragraph

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
    """The title if the text has it too, or has no line that ends with the same two characters, else None.

    Such a line is a title that was printed in other words, and is to be believed.
    """
    start = [block for block in islice(blocks, MAX_BLOCKS) if isinstance(block, Paragraph)]
    plain = " ".join((title or "").split())
    if any(block.text.rstrip().endswith(plain[-2:]) for block in start):
        return printed_title(title, start)
    return plain or None
