"""N01 to N05, N07, N08, N11 to N13, N15 to N19: a number told of a topic is the number printed for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from govinfo.facts.model import Bound, Fact, Facts
from govinfo.findings import Finding, NotAssessable, Severity, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.narrative.other_readings import remaining
from govinfo.rules.narrative.places import table_place
from govinfo.rules.narrative.printed import Printed, is_told, printed
from govinfo.rules.narrative.readings import (
    added,
    certainty,
    digits,
    fits,
    lightest,
    number_of,
    speaks_for_region,
    told_of,
    widest,
)
from govinfo.rules.narrative.subjects import Subject, subject
from govinfo.rules.narrative.telling import narrative_rule, untold
from govinfo.rules.quoting import shorten

COMPARED = ("N01", "N02", "N03", "N04", "N05", "N08", "N11", "N12", "N15", "N16", "N17", "N18", "N19")

NEW = "applications.new"

SIGNS: dict[Bound, str] = {"exact": "", "at_least": "≥", "at_most": "≤", "about": "≈"}
BOUNDS: dict[Bound, Text] = {
    "exact": Text("", ""),
    "at_least": Text("不少于", "at least "),
    "at_most": Text("不超过", "at most "),
    "about": Text("约", "about "),
}


@narrative_rule(*COMPARED, "N07", "N13")
def counts(told: Facts, report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare every topic that was told and that a table answers."""
    assessed: set[str] = set()
    government = speaks_for_region(told, report)
    for topic in told.by_topic:
        found = subject(form, topic)
        facts = told_of(told, topic, government) if found else ()
        if found is None or not facts:
            continue
        assessed.add(found.rule)
        yield from _compared(found, facts, told, report, form)
    for rule in COMPARED:
        if rule not in assessed:
            yield untold(rule)
    if "N01" not in assessed:
        yield untold("N07")


def _compared(
    about: Subject, facts: Sequence[Fact], told: Facts, report: Report, form: Form
) -> Iterator[Finding | NotAssessable]:
    """Compare the facts of one topic: one that fits is enough, else the one that tells most is wrong."""
    if is_told(report, form, about.cells, facts):
        return
    table = printed(report, form, about.cells)
    if isinstance(table, tuple):
        for concerned in dict.fromkeys((about.rule, _rule_of_none(about) or about.rule)):
            yield not_assessable(concerned, "有单元格没有数值", "some cells have no value", table)
        return
    number = table.number
    if any(fits(fact, number, table.tolerance) for fact in chain(facts, added(facts))):
        return
    fact = widest(facts)
    rule = _rule(about, fact, number)
    left = [spec(rule).severity, certainty(fact), *remaining(fact, table, told, report, form)]
    if None not in left:
        severity = lightest([severity for severity in left if severity])
        yield _finding(rule, severity, about, fact, table, report, form)


def _rule(about: Subject, fact: Fact, number: Decimal) -> str:
    """The rule of the topic, or that of none against some."""
    none = not fact.value or (about.topic == NEW and not number)
    return (_rule_of_none(about) if none else None) or about.rule


def _rule_of_none(about: Subject) -> str | None:
    """The rule for a topic that is denied where the table has some."""
    if about.topic == NEW:
        return "N07"
    return "N13" if about.topic.startswith("review.") and about.topic.endswith(".total") else None


def _finding(
    rule: str, severity: Severity, about: Subject, fact: Fact, table: Printed, report: Report, form: Form
) -> Finding:
    told = number_of(fact, table.unit)
    number = digits(table.number / table.unit)
    terms = [digits(value / table.unit) for value in table.values if value]
    sum_ = f"{'＋'.join(terms)}＝{number}" if len(terms) > 1 else number
    name = next(found.number.zh for found in form.tables if found.id == form.by_id[about.cells[0]].table)
    return spec(rule).finding(
        cells=about.cells,
        source=fact.place.source,
        severity=severity,
        equation=f"正文{SIGNS[fact.bound]}{told} ≠ {name}{sum_}",
        related=(table_place(report, about.cells, about.place, number),),
        quote=shorten(fact.text),
        told=Text(f"{BOUNDS[fact.bound].zh}{told}", f"{BOUNDS[fact.bound].en}{told}"),
        place=about.place,
        printed=number,
    )
