"""Reports made by chance that satisfy every identity of their form."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Literal

from govinfo.forms import ANNUAL_REPORT, Form, Identity, official_form
from govinfo.report import Report
from govinfo.testing.samples import sample_report

Size = Literal["zero", "county", "province"]
"""``zero``: nothing happened.  ``county``: small numbers, most of them 0.  ``province``: up to 8 digits."""

_MOST: dict[Size, int] = {"zero": 0, "county": 40, "province": 1_999_999}
_SPARSE: dict[Size, float] = {"zero": 1.0, "county": 0.6, "province": 0.1}


def random_report(form: Form | str, seed: int, size: Size = "county") -> Report:
    """Make a report by chance; the same arguments give the same report.

    Its tables satisfy all identities of the form, its stocks are not below its flows.
    """
    form = form if isinstance(form, Form) else official_form(form)
    chance = Random(f"{form.id}/{seed}/{size}")
    values: dict[str, int | Decimal] = {}
    for cell in form.cells:
        draw = 0 if chance.random() < _SPARSE[size] else chance.randint(0, _MOST[size])
        if cell.unit == "change":
            values[cell.id] = draw if chance.random() < 0.7 else -draw
        elif cell.unit == "count":
            values[cell.id] = draw
        else:
            values[cell.id] = Decimal(draw).scaleb(-2) if chance.random() < 0.5 else Decimal(draw)
    balance(form, values)
    _keep_stocks(form, values)
    return sample_report(form, values, {**_TEXTS, 6: fees(values)})


def balance(form: Form, values: dict[str, int | Decimal]) -> None:
    """Set totals from their parts: results first, then the balance of open and closed, then the row totals."""
    if form.kind != ANNUAL_REPORT:
        _add_up(form, values)
        return
    by_rule: dict[str, list[Identity]] = {}
    for identity in form.identities:
        by_rule.setdefault(identity.rule, []).append(identity)
    for rule in ("A02", "A04", "A05", "A06"):
        for identity in by_rule.get(rule, ()):
            values[identity.right[0]] = sum(values[cell] for cell in identity.left)
    for identity in by_rule.get("A03", ()):
        new, carried_over = identity.left
        handled = sum(values[cell] for cell in identity.right)
        values[carried_over] = min(values[carried_over], handled)
        values[new] = handled - values[carried_over]
    for identity in by_rule.get("A01", ()):
        values[identity.right[0]] = sum(values[cell] for cell in identity.left)


def _add_up(form: Form, values: dict[str, int | Decimal]) -> None:
    """Set the first cell at the right of each identity, those of parts before those of what they are parts of."""
    open_identities = list(form.identities)
    while open_identities:
        due = {identity.right[0] for identity in open_identities}
        ready = [identity for identity in open_identities if not due & {*identity.left, *identity.right[1:]}]
        for identity in ready or open_identities:
            rest = sum(values[cell] for cell in identity.right[1:])
            values[identity.right[0]] = sum(values[cell] for cell in identity.left) - rest
        open_identities = [identity for identity in open_identities if ready and identity not in ready]


def _keep_stocks(form: Form, values: dict[str, int | Decimal]) -> None:
    """What is in force is no less than what was issued; what is published no less than what is new.

    The agency is a department and makes no regulations.
    """
    for cell in form.cells:
        if cell.id.startswith("proactive.rules."):
            values[cell.id] = 0
        if cell.id.endswith((".in_force", ".total_published")):
            row = cell.id.rsplit(".", 1)[0]
            flow = values.get(f"{row}.issued", 0) + values.get(f"{row}.newly_published", 0)
            values[cell.id] = max(values[cell.id], flow)
        if cell.id.endswith(".items_change"):
            before = values[cell.id.replace("items_change", "items_last_year")]
            values[cell.id] = max(values[cell.id], -before)


FEE = 100
"""Yuan for one item of the first tier (国办函〔2020〕109号)."""

_TEXTS = {
    1: (
        "（一）主动公开。全年按目录更新各类信息。\n（二）依申请公开。申请均依法答复。\n"
        "（三）政府信息管理。文件归档及时。\n（四）政府信息公开平台建设。网站运行平稳。\n（五）监督保障。开展了业务培训。"
    ),
    5: (
        "公开的及时性仍有不足，部分栏目内容偏少，解读形式比较单一。"
        "下一步将完善制度、加强培训，并提高信息更新的频率和质量。"
    ),
}


def fees(values: dict[str, int | Decimal]) -> str:
    """The statement of processing fees, with as many notices as table three has unpaid ones."""
    notices = values.get("applications.results.other_handling.fee_overdue.total", 0)
    charged = notices * FEE
    return f"本年度发出收费通知{notices}件，应收信息处理费{charged}元，实收信息处理费0元。\n其他事项另行说明。"
