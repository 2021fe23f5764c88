"""Repairs in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from govinfo.findings import Change, Text
from govinfo.forms import Form, RowPlace

NUMBERING = re.compile(r"（?[一二三四五六七八九十]+）?")
"""The number at the beginning of a label, such as 三 or （七）."""

REMARK = re.compile(r"(?<=.)（[^（）]*）$")
"""A remark in brackets at the end of a label."""


def name(form: Form, cell: str) -> Text:
    """A cell by its labels, short: 三（七）总计·自然人."""
    label = form.by_id[cell].label
    row = _rows(form)[cell].row
    if row.label is None:
        return Text(label.zh.replace("/", "·"), label.en)
    numbers = (NUMBERING.match(group.label.zh) for group in row.groups)
    above = "".join(number.group() for number in numbers if number)
    column = label.zh.removeprefix(f"{row.label.zh}/")
    return Text(f"{above}{REMARK.sub('', row.label.zh)}·{column}", label.en)


def proposal(form: Form, changes: Sequence[Change], number: int, complete: bool, whole: bool) -> Text:
    """What stands there and what would have to, e.g. 三（七）总计·自然人 读作12，若为11则全部平衡.

    Args:
        form: the form of the cells.
        changes: the changes, and what cells without a value would have to be.
        number: how many repairs change as few cells.
        complete: False where there may be more.
        whole: True where then all identities of the report hold, False where others fail elsewhere.
    """
    names = {change.cell: name(form, change.cell) for change in changes}
    wrong = [change for change in changes if change.value is not None]
    blank = [change for change in changes if change.value is None]
    zh, en = _chinese(names, wrong, whole), _english(names, wrong, whole)
    if blank:
        zh += "；" + "、".join(f"{names[change.cell].zh} 没有数值，应为{change.instead}" for change in blank)
        en += "; without a value: " + ", ".join(f"{names[change.cell].en}, due {change.instead}" for change in blank)
    if number > 1:
        zh += f"（改动同样少的改法{'共' if complete else '至少有'}{number}种）"
        en += f" (one of {'' if complete else 'at least '}{number} repairs of as few cells)"
    return Text(zh, en)


def _chinese(names: Mapping[str, Text], wrong: Sequence[Change], whole: bool) -> str:
    stands = "、".join(f"{names[change.cell].zh} 读作{change.value}" for change in wrong)
    due = "、".join(str(change.instead) for change in wrong)
    return f"{stands}，若{'为' if len(wrong) == 1 else '分别为'}{due}则{'全部' if whole else '有关各式'}平衡"


def _english(names: Mapping[str, Text], wrong: Sequence[Change], whole: bool) -> str:
    stands = ", ".join(f"“{names[change.cell].en}” reads {change.value}" for change in wrong)
    due = ", ".join(str(change.instead) for change in wrong)
    return f"{stands}; with {due} {'all sums' if whole else 'these sums'} agree"


@cache
def _rows(form: Form) -> Mapping[str, RowPlace]:
    return {cell: place for place in form.rows for cell in place.cells}
