"""Repairs for the findings of a report."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from govinfo.contracts import Deferred
from govinfo.errors import MissingExtra
from govinfo.findings import Change, Finding, NotAssessable, Repair, Text, not_assessable
from govinfo.forms import MONEY, Form
from govinfo.repair.code import Part, code, parts
from govinfo.repair.problem import Changes, Found, Problem
from govinfo.repair.proposals import proposal
from govinfo.repair.ranking import Knowledge, reasons
from govinfo.repair.search import fewest
from govinfo.report import Report

SHOWN = 5
"""Repairs that a finding carries; of more than these only the number is told."""

MOST = 9
"""Cells beyond which no repair is looked for.  It is then no matter of single cells."""

ENOUGH = 2
"""So many repairs of more cells than the direct search finds tell that none is the only one."""

_several = Deferred("govinfo.repair.programme:several", extra="repair")


@attrs.frozen
class Offer:
    """Findings with their repairs, and why some have none."""

    findings: tuple[Finding, ...]
    without: tuple[NotAssessable, ...] = ()


def offer(report: Report, form: Form, findings: Sequence[Finding], previous: Report | None = None) -> Offer:
    """Attach repairs to the findings that an identity of the form fails.

    Args:
        report: the report.
        form: the form that its tables follow.
        findings: the findings of the rules.
        previous: the same agency's report on the year before, where there is one.
    """
    failed = {(finding.rule, finding.cells) for finding in findings}
    broken = [part for part in parts(form) if not failed.isdisjoint(part.breaches)]
    repairs: dict[tuple[str, tuple[str, ...]], tuple[Repair, ...]] = {}
    without: list[NotAssessable] = []
    for part in broken:
        problem = _problem(report, form, part)
        found = _search(problem)
        if found.sets:
            ranked = _ranked(problem, found, Knowledge.of(report, form, part, previous), whole=len(broken) == 1)
            repairs.update(dict.fromkeys(part.breaches, ranked))
        else:
            rule = next(rule for rule, cells in part.breaches if (rule, cells) in failed)
            without.append(not_assessable(rule, found.why.zh, found.why.en))
    return Offer(
        tuple(
            attrs.evolve(finding, repairs=repairs[key])
            if (key := (finding.rule, finding.cells)) in repairs
            else finding
            for finding in findings
        ),
        tuple(without),
    )


def _problem(report: Report, form: Form, part: Part) -> Problem:
    values = report.values
    return Problem(code(part, frozenset(cell for cell in part.cells if values[cell] is None)), values, form.by_id)


def _search(problem: Problem) -> Found:
    """Look for repairs directly, and by an integer programme where that finds none."""
    found = fewest(problem)
    money = any(problem.cells[cell].unit in MONEY for cell in (*problem.code.columns, *problem.code.open))
    if found.sets or found.least > MOST or money:
        return found
    try:
        answer: Found = _several(problem, found.least, MOST, ENOUGH)
    except MissingExtra:
        command = 'pip install "govinfo[repair]"'
        why = Text(
            f"至少有{found.least}个单元格有误；推算是哪几个，须运行：{command}",
            f"at least {found.least} cells are wrong; to work out which, run: {command}",
        )
        return attrs.evolve(found, why=why)
    return answer


def _ranked(problem: Problem, found: Found, known: Knowledge, *, whole: bool) -> tuple[Repair, ...]:
    """The likeliest repairs; those that are equally likely in the order of the form."""
    order = {cell: place for place, cell in enumerate(problem.cells)}
    judged = [(changes, tuple(reasons(known, changes))) for changes in found.sets]
    judged.sort(
        key=lambda entry: (-sum(reason.weight for reason in entry[1]), sorted(order[cell] for cell in entry[0]))
    )
    return tuple(
        _repair(
            known.form,
            problem,
            found,
            changes,
            tuple(dict.fromkeys(reason.text for reason in why if reason.text)),
            whole,
        )
        for changes, why in judged[:SHOWN]
    )


def _repair(
    form: Form, problem: Problem, found: Found, changes: Changes, support: tuple[Text, ...], whole: bool
) -> Repair:
    order = {cell: place for place, cell in enumerate(problem.cells)}
    values = problem.values
    wrong = [Change(cell, values[cell], (values[cell] or 0) + change) for cell, change in changes.items()]
    blank = [Change(cell, None, value) for cell, value in (problem.fills(changes) or {}).items()]
    listed = tuple(sorted((*wrong, *blank), key=lambda change: (change.value is None, order[change.cell])))
    text = proposal(form, listed, len(found.sets), found.complete, whole)
    return Repair(listed, text, unique=found.complete and len(found.sets) == 1, support=support)
