"""What the topics of facts stand for in the tables of a form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import attrs

from govinfo.findings import Text
from govinfo.findings.naming import cell_name
from govinfo.forms import Form

RULES: tuple[tuple[str, str], ...] = (
    ("applications.new.", "N02"),
    ("applications.new", "N01"),
    ("applications.open", "N01"),
    ("applications.carried_over", "N04"),
    ("applications.carried_forward", "N05"),
    ("applications.results.total", "N03"),
    ("applications.results.", "N08"),
    ("review.reconsideration.", "N11"),
    ("review.litigation", "N12"),
    ("review.all.", "N12"),
    ("proactive.normative_documents.", "N15"),
    ("proactive.rules.", "N16"),
    ("proactive.licensing.", "N17"),
    ("proactive.penalties.", "N18"),
    ("proactive.coercion.", "N18"),
    ("proactive.fees.", "N19"),
)
"""Beginnings of topics and the rule that compares them with the tables; the first that fits decides."""

LITIGATION = ("review.litigation_direct", "review.litigation_after_reconsideration")

ORGANIZATIONS = ("commercial", "research", "public_welfare", "legal_services", "other_organization")

SUMS: Mapping[str, tuple[str, ...]] = {
    "applications.open": ("applications.new", "applications.carried_over"),
    "applications.results.disclosed": ("applications.results.granted", "applications.results.partially_granted"),
    "applications.new.organization": tuple(f"applications.new.{kind}" for kind in ORGANIZATIONS),
    "applications.carried_over.organization": tuple(f"applications.carried_over.{kind}" for kind in ORGANIZATIONS),
    **{
        f"review.litigation.{outcome}": tuple(f"{kind}.{outcome}" for kind in LITIGATION)
        for outcome in ("upheld", "corrected", "other", "pending", "total")
    },
    "review.all.total": ("review.reconsideration.total", *(f"{kind}.total" for kind in LITIGATION)),
}
"""Topics that are the sum of others."""

OTHER_NAMES: Mapping[str, str] = {
    "proactive.rules.issued": "proactive.rules.made",
    "proactive.normative_documents.issued": "proactive.normative_documents.made",
}
"""Topics whose cell has another id in the form of 2019."""

SUM_NAMES: Mapping[str, Text] = {
    "applications.open": Text("表三新收与上年结转之和", "table three, received plus carried over"),
    "applications.results.disclosed": Text(
        "表三予以公开与部分公开之和", "table three, granted in full and in part together"
    ),
    "applications.new.organization": Text(
        "表三新收申请中法人或其他组织各列之和", "table three, applications received from all kinds of organisations"
    ),
    "applications.carried_over.organization": Text(
        "表三上年结转申请中法人或其他组织各列之和",
        "table three, applications carried over from all kinds of organisations",
    ),
    "review.litigation": Text("表四两类行政诉讼之和", "table four, both kinds of litigation together"),
    "review.all": Text("表四行政复议与两类行政诉讼之和", "table four, reconsideration and litigation together"),
}
"""How the sums are called in messages, by topic or its beginning."""


@attrs.frozen
class Subject:
    """A topic that a table answers.

    Attributes:
        topic: key of the topic.
        rule: id of the rule that compares the two.
        cells: cells whose sum is the table's answer.
        place: name of the cell, or of the sum, for messages.
    """

    topic: str
    rule: str
    cells: tuple[str, ...]
    place: Text


@lru_cache(maxsize=512)
def subject(form: Form, topic: str) -> Subject | None:
    """What answers a topic in a form; None where nothing does."""
    rule = next((rule for beginning, rule in RULES if topic.startswith(beginning)), None)
    cells = _cells(form, topic)
    return Subject(topic, rule, cells, _place(form, topic, cells)) if rule and cells else None


def _cells(form: Form, topic: str) -> tuple[str, ...]:
    """The cells of a topic: those of its parts, its own, that of a row, or those of a group of rows."""
    if topic in SUMS:
        parts = [_cells(form, part) for part in SUMS[topic]]
        return tuple(cell for part in parts for cell in part) if all(parts) else ()
    for name in (topic, OTHER_NAMES.get(topic, topic), f"{topic}.total"):
        if name in form.by_id:
            return (name,)
    return tuple(cell.id for cell in form.cells if cell.id.startswith(f"{topic}.") and cell.column == "total")


def _place(form: Form, topic: str, cells: tuple[str, ...]) -> Text:
    if len(cells) == 1:
        return cell_name(form, cells[0])
    for beginning, name in SUM_NAMES.items():
        if topic.startswith(beginning):
            return name
    table, group = next(
        (place.table.number, group.label)
        for place in form.rows
        for group in place.row.groups
        if f"{place.table.id}.{group.id}" == topic
    )
    return Text(f"{table.zh}“{group.zh}”各项总计之和", f"{table.en}, the totals of “{group.en}” together")
