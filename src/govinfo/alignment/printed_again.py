"""Labels that stand without numbers, and are printed again elsewhere with some.

Where labels and numbers have come apart at the end of a page, the labels of two rows stand there with the numbers of
the first, and those of the second below the label of the first on the next page.
"""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.rows import Alignment, Match
from govinfo.alignment.strip import Token
from govinfo.text.fold import fold

DIGITS = "0123456789"
"""What a number in the cell of a label consists of."""


def printed_again(alignment: Alignment, index: LabelIndex) -> Iterator[range]:
    """The rows whose numbers may be exchanged: that with the label, and those with numbers right below the first one.

    Args:
        alignment: which printed row is which.
        index: the form's labels.
    """
    matched = {match.place.index: match for match in alignment.matches}
    for match in alignment.matches:
        for token in reversed(match.row.header):
            number, whole = _row_of(token, index)
            other = matched.get(number)
            if other is None or other.place.table is not match.place.table:
                break
            if other is not match or not whole:
                yield _between(other.place.index, match.place.index)
    for again in alignment.repeated:
        first = matched[again.place.index]
        if any(token.text for token in first.row.values):
            continue
        for match in alignment.matches:
            if first.row.position < match.row.position < again.row.position and match.place.table is again.place.table:
                yield _between(first.place.index, match.place.index)


def hanging(alignment: Alignment, index: LabelIndex) -> Iterator[Match]:
    """The rows right above which their own label stands once more, without numbers.

    It may hang over the end of a page, or be that of a row whose numbers were lost.  Where most labels stand twice,
    their cells were taken apart.

    Args:
        alignment: which printed row is which.
        index: the form's labels.
    """
    found = [match for match in alignment.matches if match.row.header and _is_above(match, index)]
    if len(found) * 2 < len(alignment.matches):
        yield from found


def _is_above(match: Match, index: LabelIndex) -> bool:
    """Tell whether the label of a row stands once more in the row above it, and not beside it."""
    above, label = match.row.header[-1], match.row.label[:1]
    beside = any((token.source.line, token.source.row) == (above.source.line, above.source.row) for token in label)
    return not beside and _row_of(above, index) == (match.place.index, True)


def _row_of(token: Token, index: LabelIndex) -> tuple[int, bool]:
    """The number of the row whose label a token is, and whether it is that alone, without a number; -1 for none."""
    key = fold(token.text)
    label = key if key in index.rows else fold(token.text.rstrip(DIGITS))
    number = index.rows[label][0] if label in index.rows and label not in index.other else -1
    return number, label == key


def _between(one: int, other: int) -> range:
    return range(min(one, other), max(one, other) + 1)
