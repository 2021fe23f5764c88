"""Which rules are asked of the reports of one form and year, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Literal

import attrs

from govinfo.assessment import Outcome
from govinfo.contracts import CheckRule, ComparingRule, Rule
from govinfo.contracts.shown import looked_at
from govinfo.discovery import BUILTIN
from govinfo.findings import Finding, NotAssessable, RuleSpec, not_assessable
from govinfo.forms import Form
from govinfo.hooks import AnyRule
from govinfo.isolation import Plugin
from govinfo.registry import Registry
from govinfo.report import Report
from govinfo.selection import Selection

NOT_YET: Outcome = "not_applicable"
"""What a rule that compares reports is for a report alone, until it is applied beside others."""

Beside = Literal["alone", "others", "expected"]
"""Beside what a report is checked: nothing, other reports, or also a list of those that are expected."""

Answer = Finding | NotAssessable
"""What a rule says."""

Call = Callable[..., Iterable[Answer]]
"""How a rule is called."""


@attrs.frozen
class Asked:
    """A rule to apply: its owner, how it is called, those of its ids that apply, and what leaves it out."""

    owner: Plugin
    rule: AnyRule
    call: Call
    applicable: frozenset[str]
    concerns: Callable[[Report], bool] | None


@attrs.frozen(eq=False)
class Plan:
    """What is to be done with every report of one form and year.

    Attributes:
        outcomes: the outcome of each rule concerned as far as form and year decide it.
        missing: the rules that cannot be applied without a year.
        asked: the rules to apply.
        looks: what tells that some of them have nothing to say of a report, each once.
        order: places of the ids in the catalogue.
    """

    outcomes: dict[str, Outcome]
    missing: tuple[NotAssessable, ...]
    asked: tuple[Asked, ...]
    looks: tuple[Callable[[Report], bool], ...]
    order: dict[str, int]


@lru_cache(maxsize=64)
def plan_of(registry: Registry, chosen: Selection, form: Form, year: int | None, beside: Beside) -> Plan:
    """Of a report alone, comparing rules are not applicable; beside others, the plan is for them only."""
    catalogue = registry.catalogue
    outcomes: dict[str, Outcome] = {}
    asked = []
    for owner, rule in registry.owned("govinfo_rules"):
        mine = {rule_id: _applies(catalogue[rule_id], form, year) for rule_id in rule.ids if rule_id in chosen.ids}
        if beside == "alone" and not isinstance(rule, Rule):
            mine = dict.fromkeys(mine, NOT_YET)
        elif beside != "alone" and not isinstance(rule, ComparingRule):
            continue
        elif beside == "others":
            mine = {rule_id: "not_applicable" if catalogue[rule_id].expected else mine[rule_id] for rule_id in mine}
        outcomes.update(mine)
        applicable = frozenset(rule_id for rule_id, outcome in mine.items() if outcome == "passed")
        if applicable:
            concerns = rule.concerns if owner is BUILTIN and isinstance(rule, CheckRule) else None
            asked.append(Asked(owner, rule, _call(owner, rule), applicable, concerns))
    missing = tuple(
        not_assessable(rule_id, "报告年度不明", "the reporting year is unknown")
        for rule_id, outcome in outcomes.items()
        if outcome == "not_assessable"
    )
    in_order = {rule_id: outcomes[rule_id] for rule_id in catalogue if rule_id in outcomes}
    looks = tuple(dict.fromkeys(entry.concerns for entry in asked if entry.concerns is not None))
    return Plan(in_order, missing, tuple(asked), looks, {rule_id: place for place, rule_id in enumerate(catalogue)})


@lru_cache(maxsize=256)
def calls(plan: Plan, concerned: tuple[bool, ...]) -> tuple[tuple[Call, frozenset[str]], ...]:
    """How the rules of a plan are called that can have something to say, each with those of its ids that apply.

    Args:
        plan: the plan.
        concerned: what its looks have told of a report.
    """
    left_out = {look for look, concerns in zip(plan.looks, concerned, strict=True) if not concerns}
    return tuple((asked.call, asked.applicable) for asked in plan.asked if asked.concerns not in left_out)


def _call(owner: Plugin, rule: AnyRule) -> Call:
    if owner is BUILTIN and isinstance(rule, CheckRule):
        return rule.function
    call = rule.check if isinstance(rule, Rule) else rule.compare
    return call if owner is BUILTIN else partial(looked_at, call, rule.ids)


def _applies(entry: RuleSpec, form: Form, year: int | None) -> Outcome:
    """Whether a rule is for a form and year; ``"passed"`` if so, until it finds something."""
    if not entry.is_for(form):
        return "not_applicable"
    if entry.first_year is None and entry.last_year is None:
        return "passed"
    if year is None:
        return "not_assessable"
    if entry.first_year is not None and year < entry.first_year:
        return "not_applicable"
    return "not_applicable" if entry.last_year is not None and year > entry.last_year else "passed"
