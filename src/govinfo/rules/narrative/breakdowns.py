"""N10, N20, N21, N22: the parts into which the text divides a number add up to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

import attrs

from govinfo.facts.model import Breakdown, Fact, Facts
from govinfo.findings import Finding, NotAssessable, Severity, Text, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.narrative.channels import NEW, channels
from govinfo.rules.narrative.contents import contents
from govinfo.rules.narrative.hundreds import hundreds
from govinfo.rules.narrative.other_readings import SPLIT
from govinfo.rules.narrative.places import in_one_sentence, sentence_of, told_before, told_in
from govinfo.rules.narrative.readings import digits
from govinfo.rules.narrative.subjects import subject
from govinfo.rules.narrative.telling import narrative_rule, untold
from govinfo.rules.per_report import per_report
from govinfo.rules.quoting import shorten

REQUEST = "applications."
RESULTS = "applications.results."
REVIEW = "review."
ALL_REVIEW = "review.all."
OF_REQUESTS = (RESULTS, f"{REQUEST}channel.", f"{REQUEST}new.")
OVER, HANDLED = "applications.carried_over", "applications.results.total"
REQUESTS = frozenset({"applications.new", "applications.open", HANDLED})
AROUND = 40
"""Characters before a total in which another may stand, and behind a list in which a further part may."""

AND_SO_ON = "等"

CHANNEL = ".channel."

HOW: dict[bool, Text] = {True: Text("多于", "more than"), False: Text("少于", "less than")}


@narrative_rule("N10", "N20", "N21", "N22")
def sums(told: Facts, report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Add up the parts of every number that the text divides."""
    assessed = False
    parts = _by_place(told) if len(told.breakdowns) > 1 else {}
    for breakdown in (*told.breakdowns, *channels(told, report)):
        if not _can_be_added(breakdown) or not _belong(breakdown):
            continue
        rule = _rule(breakdown, nested=breakdown.total in parts.get(_start(breakdown.total), ()))
        assessed = True
        severity = _severity(rule, breakdown)
        if severity and not (_is_told_otherwise(breakdown, told, report) or _is_of_another_kind(breakdown, report)):
            yield _finding(rule, severity, breakdown, form)
    for breakdown in contents(told, report):
        if not _is_of_another_kind(breakdown, report):
            assessed = True
            yield _finding("N20", "warning", breakdown, form)
    for breakdown in hundreds(told, report):
        assessed = True
        yield _finding("N20", "warning", breakdown, form)
    if told.breakdowns and not assessed:
        yield untold("N20")


@per_report
def _by_place(told: Facts) -> dict[tuple[int, int, int], list[Fact]]:
    """The parts of all numbers by where they stand."""
    parts: dict[tuple[int, int, int], list[Fact]] = {}
    for breakdown in told.breakdowns:
        for part in breakdown.parts:
            parts.setdefault(_start(part), []).append(part)
    return parts


def _start(fact: Fact) -> tuple[int, int, int]:
    place = fact.place
    return place.section, place.paragraph, place.start


def _can_be_added(breakdown: Breakdown) -> bool:
    """Exact numbers of one kind, year, scope and unit can be added.

    The whole region's are no parts of an office's, but an office's and its members' are parts of the whole region's.
    """
    total, parts = breakdown.total, breakdown.parts
    scopes = {part.scope for part in parts if part.scope != "part" or part.topic != total.topic}
    return (len(scopes) <= 1 or total.scope == "whole") and all(
        fact.value is not None
        and (fact.bound, fact.upper) == ("exact", None)
        and fact.measure == total.measure
        and fact.span == total.span
        and (fact.unit == total.unit or not fact.unit or not total.unit)
        and (fact.scope != "whole" or total.scope == "whole")
        for fact in (total, *parts)
    )


def _belong(breakdown: Breakdown) -> bool:
    """Tell whether results are divided under requests, or under a result that is divided further.

    Other numbers of requests, such as those carried forward, often stand between the total and its results.  Suits are
    no parts of reconsiderations, nor the other way round.
    """
    total = breakdown.total.topic
    if total.startswith(REVIEW) and not total.startswith(ALL_REVIEW):
        kind = total.removesuffix(".total")
        return all(part.topic.startswith(kind) for part in breakdown.parts if part.topic.startswith(REVIEW))
    if not total.startswith(REQUEST) or total in REQUESTS:
        return True
    return all(part.topic.startswith(f"{total}.") for part in breakdown.parts if part.topic.startswith(RESULTS))


def _rule(breakdown: Breakdown, *, nested: bool) -> str:
    if nested:
        return "N22"
    topics = [part.topic for part in breakdown.parts]
    if breakdown.listing == "overlapping" or all(CHANNEL in topic for topic in topics):
        return "N21"
    if breakdown.total.topic in REQUESTS and all(topic.startswith(RESULTS) for topic in topics):
        return "N10"
    return "N20"


def _severity(rule: str, breakdown: Breakdown) -> Severity | None:
    """How grave a difference is; None where there is none, or none that is a fault.

    A list that is announced as complete must reach the total, one after 其中 need not, and none may exceed it
    unless one thing may be counted in several parts.  Some of the numbers before a sum may be no parts of it.  A list
    of which the first parts reach the total may have been read too far.
    """
    total = breakdown.total.value or Decimal(0)
    running = list(accumulate(part.value or Decimal(0) for part in breakdown.parts))
    added = running[-1]
    overlapping = breakdown.listing == "overlapping"
    if added == total or (added > total and overlapping) or (added < total and _is_sample(breakdown, added)):
        return None
    if rule == "N22" or overlapping or total in running:
        return "info"
    if added > total and breakdown.total.place.start < breakdown.parts[0].place.start:
        return spec(rule).severity
    if added > total:
        return "warning"
    if breakdown.listing == "among" or _leaves_some_open(breakdown):
        return "info"
    return "warning"


def _is_told_otherwise(breakdown: Breakdown, told: Facts, report: Report) -> bool:
    """Tell whether the parts add up to a number before the one taken for their total, or a further one completes it.

    Results of requests may be those of the ones carried over as well.
    """
    total, last = breakdown.total, breakdown.parts[-1].place
    added = sum((part.value or Decimal(0) for part in breakdown.parts), Decimal(0))
    wholes = {total.value, *_with_carried_over(breakdown, told)}
    before = told_before(told, total.place, AROUND) if len(breakdown.parts) > 1 else ()
    behind = told_before(told, attrs.evolve(last, start=last.end + AROUND), AROUND)
    return (
        any(fact.value == added and fact.unit == total.unit for fact in before)
        or any(
            added + (fact.value or 0) in wholes and fact.unit == total.unit and fact.place.start > last.start
            for fact in behind
        )
        or added in wholes
        or _is_reached_by_a_run(breakdown, told, report)
    )


def _with_carried_over(breakdown: Breakdown, told: Facts) -> Iterator[Decimal]:
    """Yield the requests received with those carried over, for a list of requests in front of which both are told."""
    if any(not part.topic.startswith(OF_REQUESTS) for part in breakdown.parts):
        return
    total, first = breakdown.total, breakdown.parts[0].place
    between = told_before(told, first, max(0, first.start - total.place.start)) if total.topic == NEW else ()
    for fact in between:
        if (fact.topic, fact.unit) == (OVER, total.unit):
            yield (total.value or Decimal(0)) + (fact.value or 0)


def _is_reached_by_a_run(breakdown: Breakdown, told: Facts, report: Report) -> bool:
    """Tell whether the numbers from the first part on reach the total, some of which were taken for no parts.

    They may be pieces in another unit (图解9篇、视频4部), or things with a name of their own (规范性文件3条).
    """
    first, last = breakdown.parts[0].place, breakdown.parts[-1].place
    end = last.start + len(sentence_of(report, last))
    deeper = {part.place for other in told.breakdowns if other is not breakdown for part in other.parts}
    running = Decimal(0)
    for fact in told_before(told, attrs.evolve(last, start=end), end - first.start):
        if fact.measure == "count" and fact.place not in deeper and in_one_sentence(report, first, fact.place):
            running += fact.value or 0
            if running == breakdown.total.value and fact.place.start >= last.start:
                return True
    return False


def _is_of_another_kind(breakdown: Breakdown, report: Report) -> bool:
    """Tell whether letters were split into requests, or whether 等 says that the list goes on."""
    last = breakdown.parts[-1]
    if told_in(report, last.place)[last.place.end :].removeprefix(last.unit).startswith(AND_SO_ON):
        return sum(part.value or 0 for part in breakdown.parts) < (breakdown.total.value or 0)
    return breakdown.total.topic in REQUESTS and SPLIT.search(sentence_of(report, breakdown.total.place)) is not None


def _is_sample(breakdown: Breakdown, added: Decimal) -> bool:
    """Tell whether examples are given, which say nothing of the others: one part, some member, the lesser half.

    So are cases on disclosure among cases of every kind.
    """
    few = len(breakdown.parts) == 1 or added * 2 < (breakdown.total.value or 0)
    of_every_kind = not breakdown.total.topic and any(part.topic.startswith(REVIEW) for part in breakdown.parts)
    member = any(part.scope == "part" for part in breakdown.parts)
    return breakdown.listing != "exhaustive" and (few or of_every_kind or member)


def _leaves_some_open(breakdown: Breakdown) -> bool:
    """Tell whether the parts are results of requests of which some may still be open."""
    return breakdown.total.topic != RESULTS + "total" and all(
        part.topic.startswith(RESULTS) for part in breakdown.parts
    )


def _finding(rule: str, severity: Severity, breakdown: Breakdown, form: Form) -> Finding:
    total = breakdown.total
    added = sum((part.value or Decimal(0) for part in breakdown.parts), Decimal(0))
    terms = "＋".join(digits(part.value or Decimal(0)) for part in breakdown.parts)
    equal = f"{terms}＝{digits(added)}" if len(breakdown.parts) > 1 else terms
    return spec(rule).finding(
        cells=_cells((total, *breakdown.parts), form),
        source=total.place.source,
        severity=severity,
        equation=f"{equal} ≠ {digits(total.value or Decimal(0))}",
        quote=shorten(total.text),
        sum=digits(added),
        total=digits(total.value or Decimal(0)),
        how=HOW[added > (total.value or 0)],
    )


def _cells(facts: Sequence[Fact], form: Form) -> tuple[str, ...]:
    """The cells that answer the topics of the facts, each once."""
    found = [subject(form, fact.topic) for fact in facts if fact.topic]
    return tuple(dict.fromkeys(cell for about in found if about is not None for cell in about.cells))
