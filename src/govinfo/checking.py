"""Applying the rules to reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache, partial
from typing import Any, Literal

import attrs

from govinfo import collection
from govinfo.assessment import Assessment, Outcome
from govinfo.collection.given import agency_names, one_report, several_reports
from govinfo.contracts import CheckRule, ComparingRule, Rule
from govinfo.contracts.shown import looked_at
from govinfo.discovery import BUILTIN
from govinfo.findings import Finding, NotAssessable, RuleSpec, not_assessable
from govinfo.forms import ANNUAL_REPORT, Form
from govinfo.hooks import AnyRule
from govinfo.isolation import FAULT, Plugin, guarded
from govinfo.registry import Registry, given_or_default
from govinfo.repair import offer
from govinfo.report import Report
from govinfo.selection import Selection, doubts, selection


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
            that rest on local practice alone.  Several may also stand in one text, separated by commas.
        extend_select: ids to apply as well.
        ignore: ids to leave out; X23 leaves out what is told of rules that fail, which stay not assessable.
        registry: rules to use; by default all that are installed.
        expected: full names of the agencies that have to report each year, as a list.

    Returns:
        The findings, report after report.  What could not be assessed is told by `assess` and `assess_all`.

    Raises:
        ArgumentError: something given is no report, such as a path that `parse` has to read first, or no name.
        SelectionError: no rule begins like an entry.
    """
    if isinstance(reports, Report) and expected == ():
        return assess(reports, select=select, extend_select=extend_select, ignore=ignore, registry=registry).findings
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
    registry = given_or_default(registry)
    chosen = _chosen(registry, select, extend_select, ignore)
    return _audible(_alone(one_report(report), chosen, registry), ignore, registry)


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
    registry = given_or_default(registry)
    chosen, names = _chosen(registry, select, extend_select, ignore), agency_names(expected)
    alone = tuple(_alone(report, chosen, registry) for report in several_reports(reports))
    if len(alone) < 2 and not names:
        return tuple(_audible(assessment, ignore, registry) for assessment in alone)
    together = _by_kind(alone, names, registry)
    beside = (
        _beside(assessment, together[registry.form(assessment.report.form).kind], chosen, registry)
        for assessment in alone
    )
    return tuple(_audible(assessment, ignore, registry) for assessment in beside)


def _audible(assessment: Assessment, ignore: Collection[str], registry: Registry) -> Assessment:
    """The same without what is told of failed rules, where that is ignored."""
    if not ignore or FAULT in doubts(registry.catalogue, ignore):
        return assessment
    told = tuple(finding for finding in assessment.findings if finding.rule != FAULT)
    return attrs.evolve(assessment, findings=told)


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
    return _repaired(_applied(Assessment(report, (), (), {}), plan, (report, form)), form)


def _beside(
    assessment: Assessment, together: collection.Collection, chosen: Selection, registry: Registry
) -> Assessment:
    report = assessment.report
    form = registry.form(report.form)
    plan = _plan(registry, chosen, form, report.year, "expected" if together.expected else "others")
    compared = _applied(assessment, plan, (report, form, together))
    previous = together.previous(report)
    return compared if previous is None else _repaired(compared, form, previous)


def _chosen(
    registry: Registry, select: Collection[str] | None, extend_select: Collection[str], ignore: Collection[str]
) -> Selection:
    unasked = select is None and not extend_select and not ignore
    return _usual(registry) if unasked else selection(registry.catalogue, select, extend_select, ignore)


def _repaired(assessment: Assessment, form: Form, previous: Report | None = None) -> Assessment:
    """Add to the findings which cells may be wrong; asked again where last year's report is at hand."""
    demanded = _demanded(form)
    if not any(finding.rule in demanded for finding in assessment.findings):
        return assessment
    offered = offer(assessment.report, form, assessment.findings, previous)
    without = tuple(entry for entry in offered.without if entry not in assessment.not_assessable)
    return attrs.evolve(assessment, findings=offered.findings, not_assessable=(*assessment.not_assessable, *without))


@lru_cache(maxsize=64)
def _demanded(form: Form) -> frozenset[str]:
    """The rules that report breaches of the form's identities."""
    return frozenset(identity.rule for identity in form.identities)


@lru_cache(maxsize=8)
def _usual(registry: Registry) -> Selection:
    """The rules that are applied where nothing else is asked for."""
    return selection(registry.catalogue)


NOT_YET: Outcome = "not_applicable"
"""What a rule that compares reports is for a report alone, until it is applied beside others."""

Beside = Literal["alone", "others", "expected"]
"""Beside what a report is checked: nothing, other reports, or also a list of those that are expected."""


_Answer = Finding | NotAssessable


@attrs.frozen
class _Asked:
    """A rule to apply: its owner, how it is called, and those of its ids that apply."""

    owner: Plugin
    rule: AnyRule
    call: Callable[..., Iterable[_Answer]]
    applicable: frozenset[str]


@attrs.frozen
class _Plan:
    """What is to be done with every report of one form and year.

    Attributes:
        outcomes: the outcome of each rule concerned as far as form and year decide it.
        missing: the rules that cannot be applied without a year.
        asked: the rules to apply.
        calls: how each of them is called, with those of its ids that apply.
        order: places of the ids in the catalogue.
    """

    outcomes: dict[str, Outcome]
    missing: tuple[NotAssessable, ...]
    asked: tuple[_Asked, ...]
    calls: tuple[tuple[Callable[..., Iterable[_Answer]], frozenset[str]], ...]
    order: dict[str, int]


@lru_cache(maxsize=64)
def _plan(registry: Registry, chosen: Selection, form: Form, year: int | None, beside: Beside) -> _Plan:
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
            asked.append(_Asked(owner, rule, _call(owner, rule), applicable))
    missing = tuple(
        not_assessable(rule_id, "报告年度不明", "the reporting year is unknown")
        for rule_id, outcome in outcomes.items()
        if outcome == "not_assessable"
    )
    in_order = {rule_id: outcomes[rule_id] for rule_id in catalogue if rule_id in outcomes}
    calls = tuple((entry.call, entry.applicable) for entry in asked)
    return _Plan(in_order, missing, tuple(asked), calls, {rule_id: place for place, rule_id in enumerate(catalogue)})


def _call(owner: Plugin, rule: AnyRule) -> Callable[..., Iterable[_Answer]]:
    if owner is BUILTIN and isinstance(rule, CheckRule):
        return rule.function
    call = rule.check if isinstance(rule, Rule) else rule.compare
    return call if owner is BUILTIN else partial(looked_at, call, rule.ids)


def _applied(before: Assessment, plan: _Plan, subject: tuple[Any, ...]) -> Assessment:
    """Add what the rules of a plan say of a subject, the arguments of their call, to what is known of a report."""
    outcomes = dict(before.outcomes or plan.outcomes)
    if before.outcomes:
        outcomes.update(entry for entry in plan.outcomes.items() if outcomes.get(entry[0], NOT_YET) == NOT_YET)
    findings: list[Finding] = []
    missing = [*before.not_assessable, *plan.missing]
    faults: list[Finding] = []
    for applicable, given in _answers(plan, subject):
        if isinstance(given, Finding):
            faults.append(given)
            outcomes.update(dict.fromkeys(applicable, "not_assessable"))
            missing.extend(NotAssessable(rule_id, given.text) for rule_id in sorted(applicable))
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


_Answers = list[tuple[frozenset[str], tuple[_Answer, ...] | Finding]]
"""What rules say, with those of their ids that apply; X23 for one that fails, nothing for one that has none to say."""


def _answers(plan: _Plan, subject: tuple[Any, ...]) -> _Answers:
    """The answers of all rules; they are asked one by one only where one fails."""
    every = guarded(partial(_all, plan, subject), BUILTIN, "rules", [])
    return [(asked.applicable, _answer(asked, subject)) for asked in plan.asked] if every is None else every


def _all(plan: _Plan, subject: tuple[Any, ...]) -> _Answers:
    return [(applicable, given) for call, applicable in plan.calls if (given := tuple(call(*subject)))]


def _answer(asked: _Asked, subject: tuple[Any, ...]) -> tuple[_Answer, ...] | Finding:
    faults: list[Finding] = []
    given = guarded(partial(_collected, asked, subject), asked.owner, f"rule {asked.rule.ids[0]}", faults)
    return faults[0] if given is None else given


def _collected(asked: _Asked, subject: tuple[Any, ...]) -> tuple[_Answer, ...]:
    return tuple(asked.call(*subject))


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
