"""How one number is mistaken for another in copying or reading."""

from __future__ import annotations

from decimal import Decimal

from govinfo.findings import Text


def slip(value: int | Decimal, instead: int | Decimal) -> Text | None:
    """The slip that makes one number of another: digits exchanged, left out, added or misread; None for any other.

    Args:
        value: the number that stands there.
        instead: the number that should.
    """
    stands, due = str(value), str(instead)
    if len(stands) == len(due):
        differing = [place for place in range(len(due)) if stands[place] != due[place]]
        if len(differing) == 2 and _exchanged(stands, due, *differing):
            return Text("数字前后颠倒", "digits are exchanged")
        # Any number of one digit is like any other.
        return Text("只差一位数字", "one digit differs") if len(differing) == 1 and len(due) > 1 else None
    if _is_left_out(stands, due):
        return Text("漏了一位数字", "a digit is left out")
    return Text("多了一位数字", "a digit is added") if _is_left_out(due, stands) else None


def _exchanged(stands: str, due: str, first: int, second: int) -> bool:
    return second == first + 1 and stands[first] == due[second] and stands[second] == due[first]


def _is_left_out(short: str, long: str) -> bool:
    return len(long) == len(short) + 1 and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
