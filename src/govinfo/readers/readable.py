"""Which files can be read, in words for people."""

from __future__ import annotations

from collections.abc import Iterable

from govinfo.contracts import FileReader, Reader
from govinfo.findings import Text

SHOWN = 3
"""So many suffixes of a reader are named."""


def readable(readers: Iterable[Reader]) -> Text:
    """The files that some readers read: what people call them, if that is known, and their first suffixes.

    Readers of one kind stand together, and those without a suffix by their name.
    """
    kinds: dict[Text, list[str]] = {}
    others: list[str] = []
    for reader in readers:
        suffixes = list(reader.suffixes[:SHOWN])
        if isinstance(reader, FileReader) and reader.kind is not None:
            kinds.setdefault(reader.kind, []).extend(suffixes)
        else:
            others.extend(suffixes or [reader.name])
    named = [(kind, " ".join(suffixes)) for kind, suffixes in kinds.items()]
    rest = [" ".join(others)] * bool(others)
    return Text(
        "、".join([*(f"{kind.zh}（{suffixes}）" for kind, suffixes in named), *rest]),
        ", ".join([*(f"{kind.en} ({suffixes})" for kind, suffixes in named), *rest]),
    )
