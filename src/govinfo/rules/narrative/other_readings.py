"""What a told number may mean beside its topic, and how grave a contradiction remains then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from govinfo.facts.model import Fact
from govinfo.findings import Severity
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.narrative.places import told_in
from govinfo.rules.narrative.printed import Printed, printed
from govinfo.rules.narrative.subjects import subject

NEW = "applications.new"
OPEN = "applications.open"
CARRIED_OVER = "applications.carried_over"
HANDLED = "applications.results.total"
GRANTED = "applications.results.granted"
PARTLY = "applications.results.partially_granted"
FEES = "proactive.fees.amount"


@attrs.frozen
class Reading:
    """Another meaning of a number: the sum of some topics less others, where these are not zero.

    Attributes:
        plus, minus: the topics.
        severity: what remains of a contradiction; None where nothing does.
    """

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    severity: Severity | None = None


READINGS: Mapping[str, Reading] = {
    NEW: Reading((NEW, CARRIED_OVER), severity="warning"),
    OPEN: Reading((HANDLED,)),
    HANDLED: Reading((HANDLED,), (CARRIED_OVER,), severity="info"),
    GRANTED: Reading((GRANTED, PARTLY), severity="info"),
}
"""Received with what was carried over, open as handled, handled of those received, granted wholly or in part."""

SPLIT = re.compile(
    r"一事一申请|拆分|分拆|拆解|分解为|一函多[事项]|一件多[事项]|多个(?:申请)?事项|合并(?:办理|处理|答复)"
)
OF_REQUESTS = ("applications.new", "applications.results", OPEN)
"""Letters may be split into the smallest reasonable requests, so that letters and requests differ in number."""

OF_DISCLOSURE = re.compile(r"信息公开|依申请|申请公开")
ANSWERED = re.compile(r"答复|回复")
CLOSED = re.compile(r"办结|办理|处理|办毕")


def remaining(fact: Fact, table: Printed, report: Report, form: Form) -> Iterator[Severity | None]:
    """Yield what each other reading leaves of a contradiction between a fact and its table; None for nothing.

    A fee in yuan that was printed as it is concerns V07.
    """
    value = fact.value or Decimal(0)
    reading = READINGS.get(fact.topic)
    if reading is not None and value and value == _meant(reading, report, form):
        yield reading.severity
    if fact.topic == FEES and value and value * table.unit == table.number:
        yield None
    if fact.topic == OPEN:
        yield "warning"
    if fact.topic == HANDLED and value < table.number and ANSWERED.search(fact.text) and not CLOSED.search(fact.text):
        yield "warning"
    if fact.topic.startswith(OF_REQUESTS) and SPLIT.search(report.narrative):
        yield "warning"
    if fact.topic.startswith("review.") and not OF_DISCLOSURE.search(told_in(report, fact.place) + fact.text):
        yield "warning"


def _meant(reading: Reading, report: Report, form: Form) -> Decimal | None:
    """The number that a reading expects; None where a cell of it has no value."""
    plus = [_number(topic, report, form) for topic in reading.plus]
    minus = [_number(topic, report, form) for topic in reading.minus]
    known = [number for number in (*plus, *minus) if number is not None]
    if len(known) < len(plus) + len(minus):
        return None
    return sum(known[: len(plus)], Decimal(0)) - sum(known[len(plus) :], Decimal(0))


def _number(topic: str, report: Report, form: Form) -> Decimal | None:
    about = subject(form, topic)
    answer = printed(report, form, about.cells) if about else ()
    return answer.number if isinstance(answer, Printed) else None
