"""Applying the rules to reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache, partial

import attrs

from govinfo.assessment import Assessment, Outcome
from govinfo.contracts import Rule
from govinfo.findings import Finding, NotAssessable, RuleSpec, not_assessable
from govinfo.forms import Form
from govinfo.isolation import Plugin, guarded
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
) -> tuple[Finding, ...]:
    """Find the faults of one report or of several.

    Args:
        reports: a report, or several.
        select: ids or beginnings of ids to apply, ``"ALL"`` for all; by default all rules but those
            that rest on local practice alone.
        extend_select: ids to apply as well.
        ignore: ids to leave out.
        registry: rules to use; by default all that are installed.

    Returns:
        The findings, report after report.  What could not be assessed is told by `assess`.

    Raises:
        SelectionError: no rule begins like an entry.
    """
    several = (reports,) if isinstance(reports, Report) else reports
    return tuple(
        finding
        for report in several
        for finding in assess(
            report, select=select, extend_select=extend_select, ignore=ignore, registry=registry
        ).findings
    )


def assess(
    report: Report,
    *,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    registry: Registry | None = None,
) -> Assessment:
    """Apply the rules to one report and tell the outcome of each; see `check` for the arguments."""
    registry = registry or Registry.default()
    unasked = select is None and not extend_select and not ignore
    chosen = _usual(registry) if unasked else selection(registry.catalogue, select, extend_select, ignore)
    plan = _plan(registry, chosen, report.form, report.year)
    outcomes = dict(plan.outcomes)
    findings: list[Finding] = []
    missing = list(plan.missing)
    faults: list[Finding] = []
    for answer in _answers(report, registry.form(report.form), plan, outcomes, faults):
        if isinstance(answer, Finding):
            findings.append(answer)
            outcomes[answer.rule] = "found"
        else:
            missing.append(answer)
            if outcomes[answer.rule] != "found":
                outcomes[answer.rule] = "not_assessable"
    order = plan.order
    assessment = Assessment(
        report,
        (*faults, *sorted(findings, key=lambda finding: order[finding.rule])),
        tuple(sorted(missing, key=lambda entry: order[entry.rule])),
        outcomes,
    )
    return _repaired(assessment, registry.form(report.form))


def _repaired(assessment: Assessment, form: Form, previous: Report | None = None) -> Assessment:
    """Add to the findings which cells may be wrong; it may be asked again where last year's report is at hand."""
    offered = offer(assessment.report, form, assessment.findings, previous)
    without = tuple(entry for entry in offered.without if entry not in assessment.not_assessable)
    return attrs.evolve(assessment, findings=offered.findings, not_assessable=(*assessment.not_assessable, *without))


@lru_cache(maxsize=8)
def _usual(registry: Registry) -> Selection:
    """The rules that are applied where nothing else is asked for."""
    return selection(registry.catalogue)


@attrs.frozen
class _Plan:
    """What is to be done with every report of one form and year.

    Attributes:
        outcomes: the outcome of each selected rule as far as form and year decide it, in the order of the catalogue.
        missing: the rules that cannot be applied without a year.
        rules: the rules to apply, each with its owner, a name for it, and those of its ids that apply.
        order: places of the ids in the catalogue.
    """

    outcomes: dict[str, Outcome]
    missing: tuple[NotAssessable, ...]
    rules: tuple[tuple[Plugin, Rule, str, frozenset[str]], ...]
    order: dict[str, int]


@lru_cache(maxsize=64)
def _plan(registry: Registry, chosen: Selection, form: str, year: int | None) -> _Plan:
    catalogue = registry.catalogue
    outcomes: dict[str, Outcome] = {}
    rules = []
    for owner, rule in registry.owned("govinfo_rules"):
        mine = {rule_id: _applies(catalogue[rule_id], form, year) for rule_id in rule.ids if rule_id in chosen.ids}
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


def _answers(
    report: Report, form: Form, plan: _Plan, outcomes: dict[str, Outcome], faults: list[Finding]
) -> Iterator[Finding | NotAssessable]:
    for owner, rule, name, applicable in plan.rules:
        answers = guarded(partial(_collected, rule, report, form), owner, name, faults)
        if answers is None:
            outcomes.update(dict.fromkeys(applicable, "not_assessable"))
            continue
        for answer in answers:
            if answer.rule in applicable:
                yield answer


def _collected(rule: Rule, report: Report, form: Form) -> tuple[Finding | NotAssessable, ...]:
    return tuple(rule.check(report, form))


def _applies(entry: RuleSpec, form: str, year: int | None) -> Outcome:
    """Whether a rule is for a form and year; ``"passed"`` if so, until it finds something."""
    if entry.forms and form not in entry.forms:
        return "not_applicable"
    if entry.first_year is None and entry.last_year is None:
        return "passed"
    if year is None:
        return "not_assessable"
    if entry.first_year is not None and year < entry.first_year:
        return "not_applicable"
    return "not_applicable" if entry.last_year is not None and year > entry.last_year else "passed"
