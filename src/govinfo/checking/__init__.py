"""Applying the rules to reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

import attrs

from govinfo import collection
from govinfo.assessment import Assessment
from govinfo.checking.applying import applied
from govinfo.checking.plan import plan_of
from govinfo.collection.given import agency_names, one_report, several_reports
from govinfo.findings import Finding
from govinfo.forms import ANNUAL_REPORT, Form
from govinfo.isolation import FAULT
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
    plan = plan_of(registry, chosen, form, report.year, "alone")
    return _repaired(applied(Assessment(report, (), (), {}), plan, (report, form)), form)


def _beside(
    assessment: Assessment, together: collection.Collection, chosen: Selection, registry: Registry
) -> Assessment:
    report = assessment.report
    form = registry.form(report.form)
    plan = plan_of(registry, chosen, form, report.year, "expected" if together.expected else "others")
    compared = applied(assessment, plan, (report, form, together))
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
