"""Applying the rules to reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from decimal import localcontext
from functools import lru_cache, partial
from typing import Any, Literal

import attrs

from govinfo import collection
from govinfo.assessment import Assessment, Outcome
from govinfo.contracts import ComparingRule, Rule, answers
from govinfo.contracts.shown import shown
from govinfo.discovery import BUILTIN
from govinfo.findings import Finding, NotAssessable, RuleSpec, not_assessable
from govinfo.forms import ANNUAL_REPORT, Form
from govinfo.hooks import AnyRule
from govinfo.isolation import FAULT, Plugin, guarded
from govinfo.registry import Registry
from govinfo.repair import offer
from govinfo.report import Report
from govinfo.selection import Selection, selection


def check(
    reports: Report | Iterable[Report],
    *,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    registry: Registry | None = None,
    expected: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Find the faults of one report or of several.

    Several reports are also compared with each other: years of one agency, and agencies of one year.

    Args:
        reports: a report, or several.
        select: ids or beginnings of ids to apply, ``"ALL"`` for all; by default all rules but those
            that rest on local practice alone.
        extend_select: ids to apply as well.
        ignore: ids to leave out.
        registry: rules to use; by default all that are installed.
        expected: full names of the agencies that have to report each year.

    Returns:
        The findings, report after report.  What could not be assessed is told by `assess` and `assess_all`.

    Raises:
        SelectionError: no rule begins like an entry.
    """
    several = (reports,) if isinstance(reports, Report) else reports
    assessments = assess_all(
        several, select=select, extend_select=extend_select, ignore=ignore, registry=registry, expected=expected
    )
    return tuple(finding for assessment in assessments for finding in assessment.findings)


def assess(
    report: Report,
    *,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    registry: Registry | None = None,
) -> Assessment:
    """Apply the rules to one report and tell the outcome of each; see `check` for the arguments.

    Rules that compare reports are not applicable.
    """
    registry = registry or Registry.default()
    return _alone(report, _chosen(registry, select, extend_select, ignore), registry)


def assess_all(
    reports: Iterable[Report],
    *,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    registry: Registry | None = None,
    expected: Collection[str] = (),
) -> tuple[Assessment, ...]:
    """Apply the rules to several reports, each alone and then beside the others; see `check` for the arguments.

    The reports may come one by one from a generator: each is assessed alone as soon as it comes.

    Returns:
        The assessments in the order of the reports.  With one report it is that of `assess`.
    """
    registry = registry or Registry.default()
    chosen = _chosen(registry, select, extend_select, ignore)
    alone = tuple(_alone(report, chosen, registry) for report in reports)
    if len(alone) < 2 and not expected:
        return alone
    together = _by_kind(alone, expected, registry)
    return tuple(
        _beside(assessment, together[registry.form(assessment.report.form).kind], chosen, registry)
        for assessment in alone
    )


def _by_kind(
    alone: Iterable[Assessment], expected: Collection[str], registry: Registry
) -> dict[str, collection.Collection]:
    """The reports of each kind of form together; annual reports are those that are expected."""
    kinds: dict[str, list[Report]] = {}
    for assessment in alone:
        kinds.setdefault(registry.form(assessment.report.form).kind, []).append(assessment.report)
    return {
        kind: collection.Collection.of(reports, expected if kind == ANNUAL_REPORT else ())
        for kind, reports in kinds.items()
    }


def _alone(report: Report, chosen: Selection, registry: Registry) -> Assessment:
    form = registry.form(report.form)
    plan = _plan(registry, chosen, form, report.year, "alone")
    return _repaired(_applied(Assessment(report, (), (), {}), plan, partial(_checked, report, form, {})), form)


def _beside(
    assessment: Assessment, together: collection.Collection, chosen: Selection, registry: Registry
) -> Assessment:
    report = assessment.report
    form = registry.form(report.form)
    plan = _plan(registry, chosen, form, report.year, "expected" if together.expected else "others")
    compared = _applied(assessment, plan, lambda rule, _: rule.compare(report, form, together))
    previous = together.previous(report)
    return compared if previous is None else _repaired(compared, form, previous)


def _chosen(
    registry: Registry, select: Collection[str] | None, extend_select: Collection[str], ignore: Collection[str]
) -> Selection:
    unasked = select is None and not extend_select and not ignore
    return _usual(registry) if unasked else selection(registry.catalogue, select, extend_select, ignore)


def _repaired(assessment: Assessment, form: Form, previous: Report | None = None) -> Assessment:
    """Add to the findings which cells may be wrong; asked again where last year's report is at hand."""
    offered = offer(assessment.report, form, assessment.findings, previous)
    without = tuple(entry for entry in offered.without if entry not in assessment.not_assessable)
    return attrs.evolve(assessment, findings=offered.findings, not_assessable=(*assessment.not_assessable, *without))


@lru_cache(maxsize=8)
def _usual(registry: Registry) -> Selection:
    """The rules that are applied where nothing else is asked for."""
    return selection(registry.catalogue)


NOT_YET: Outcome = "not_applicable"
"""What a rule that compares reports is for a report alone, until it is applied beside others."""

Beside = Literal["alone", "others", "expected"]
"""Beside what a report is checked: nothing, other reports, or also a list of those that are expected."""


@attrs.frozen
class _Plan:
    """What is to be done with every report of one form and year.

    Attributes:
        outcomes: the outcome of each rule concerned as far as form and year decide it.
        missing: the rules that cannot be applied without a year.
        rules: the rules to apply, each with its owner, a name for it, and those of its ids that apply.
        order: places of the ids in the catalogue.
    """

    outcomes: dict[str, Outcome]
    missing: tuple[NotAssessable, ...]
    rules: tuple[tuple[Plugin, Any, str, frozenset[str]], ...]
    order: dict[str, int]


@lru_cache(maxsize=64)
def _plan(registry: Registry, chosen: Selection, form: Form, year: int | None, beside: Beside) -> _Plan:
    """Of a report alone, comparing rules are not applicable; beside others, the plan is for them only."""
    catalogue = registry.catalogue
    outcomes: dict[str, Outcome] = {}
    rules = []
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
            rules.append((owner, rule, f"rule {rule.ids[0]}", applicable))
    missing = tuple(
        not_assessable(rule_id, "报告年度不明", "the reporting year is unknown")
        for rule_id, outcome in outcomes.items()
        if outcome == "not_assessable"
    )
    in_order = {rule_id: outcomes[rule_id] for rule_id in catalogue if rule_id in outcomes}
    return _Plan(in_order, missing, tuple(rules), {rule_id: place for place, rule_id in enumerate(catalogue)})


_Call = Callable[[Any, Plugin], Iterable[Finding | NotAssessable]]
"""Applies a rule, whose owner is told."""


def _checked(
    report: Report, form: Form, views: dict[str, Report], rule: Rule, owner: Plugin
) -> Iterable[Finding | NotAssessable]:
    """Apply a rule; each plugin gets a report of its own."""
    if owner is not BUILTIN and owner.name not in views:
        views[owner.name] = shown(report)
    return rule.check(views.get(owner.name, report), form)


def _applied(before: Assessment, plan: _Plan, call: _Call) -> Assessment:
    """Add what the rules of a plan say to what is known of a report."""
    outcomes = dict(before.outcomes or plan.outcomes)
    if before.outcomes:
        outcomes.update(entry for entry in plan.outcomes.items() if outcomes.get(entry[0], NOT_YET) == NOT_YET)
    findings: list[Finding] = []
    missing = [*before.not_assessable, *plan.missing]
    faults: list[Finding] = []
    for applicable, given in _answers(plan, call, faults):
        if given is None:
            outcomes.update(dict.fromkeys(applicable, "not_assessable"))
            continue
        for answer in given:
            if answer.rule not in applicable:
                continue
            if isinstance(answer, Finding):
                findings.append(answer)
                outcomes[answer.rule] = "found"
            else:
                missing.append(answer)
                if outcomes[answer.rule] != "found":
                    outcomes[answer.rule] = "not_assessable"
    order = plan.order
    faulty = [*(finding for finding in before.findings if finding.rule == FAULT), *faults]
    sound = [*(finding for finding in before.findings if finding.rule != FAULT), *findings]
    return Assessment(
        before.report,
        (*faulty, *sorted(sound, key=lambda finding: order[finding.rule])),
        tuple(sorted(missing, key=lambda entry: order[entry.rule])),
        outcomes,
    )


_Answers = tuple[Finding | NotAssessable, ...]


def _answers(plan: _Plan, call: _Call, faults: list[Finding]) -> list[tuple[frozenset[str], _Answers | None]]:
    """The answers of all rules, None for one that fails; they are asked one by one only where one fails."""
    every = guarded(partial(_all, plan, call), BUILTIN, "rules", [])
    if every is not None:
        return every
    return [
        (applicable, guarded(partial(_collected, call, owner, rule), owner, name, faults))
        for owner, rule, name, applicable in plan.rules
    ]


def _all(plan: _Plan, call: _Call) -> list[tuple[frozenset[str], _Answers | None]]:
    return [(applicable, _collected(call, owner, rule)) for owner, rule, _, applicable in plan.rules]


def _collected(call: _Call, owner: Plugin, rule: AnyRule) -> _Answers:
    if owner is BUILTIN:
        return tuple(call(rule, owner))
    with localcontext():
        return answers.findings(call(rule, owner), rule.ids)


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
