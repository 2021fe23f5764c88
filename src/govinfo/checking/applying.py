"""Applying the rules of a plan, so that one that fails costs no other."""

from __future__ import annotations

from functools import partial
from typing import Any

from govinfo.assessment import Assessment
from govinfo.checking.plan import NOT_YET, Answer, Asked, Plan, calls
from govinfo.discovery import BUILTIN
from govinfo.findings import Finding, NotAssessable, of_own_form
from govinfo.forms import Form
from govinfo.isolation import FAULT, guarded


def applied(before: Assessment, plan: Plan, subject: tuple[Any, ...]) -> Assessment:
    """Add what the rules of a plan say of a subject, the arguments of their call, to what is known of a report.

    The subject begins with the report and its form.
    """
    form: Form = subject[1]
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
                findings.append(of_own_form(answer, form))
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


Answers = list[tuple[frozenset[str], tuple[Answer, ...] | Finding]]
"""What rules say, with those of their ids that apply; X23 for one that fails, nothing for one that has none to say."""


def _answers(plan: Plan, subject: tuple[Any, ...]) -> Answers:
    """The answers of all rules; they are asked one by one only where one fails."""
    every = guarded(partial(_all, plan, subject), BUILTIN, "rules", [])
    return [(asked.applicable, _answer(asked, subject)) for asked in plan.asked] if every is None else every


def _all(plan: Plan, subject: tuple[Any, ...]) -> Answers:
    concerned = tuple([concerns(subject[0]) for concerns in plan.looks])
    return [(applicable, given) for call, applicable in calls(plan, concerned) if (given := tuple(call(*subject)))]


def _answer(asked: Asked, subject: tuple[Any, ...]) -> tuple[Answer, ...] | Finding:
    faults: list[Finding] = []
    given = guarded(partial(_collected, asked, subject), asked.owner, f"rule {asked.rule.ids[0]}", faults)
    return faults[0] if given is None else given


def _collected(asked: Asked, subject: tuple[Any, ...]) -> tuple[Answer, ...]:
    return tuple(asked.call(*subject))
