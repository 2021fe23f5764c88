"""What a told number may mean beside its topic, and how grave a contradiction remains then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from govinfo.facts.model import Fact, Facts
from govinfo.findings import Severity
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.narrative.places import SENTENCE_MARKS, in_one_sentence, sentence_of, told_before, told_in
from govinfo.rules.narrative.printed import Printed
from govinfo.rules.narrative.readings import IN_ALL
from govinfo.rules.narrative.subjects import LITIGATION, subject
from govinfo.rules.per_report import per_report
from govinfo.text.traces import Traces

NEW = "applications.new"
OPEN = "applications.open"
CARRIED_OVER = "applications.carried_over"
HANDLED = "applications.results.total"
GRANTED = "applications.results.granted"
PARTLY = "applications.results.partially_granted"
RESULTS = "applications.results."
OTHERWISE = "applications.results.other_handling"
NOT_PROCESSED = "applications.results.not_processed"
FEES = "proactive.fees.amount"
ORGANIZATIONS = f"{NEW}.organization"
GROUPS = tuple(f"applications.results.{group}" for group in ("refused", "unavailable", "not_processed"))
WITHDRAWN = "applications.results.other_handling.other"

NOT_HELD = "applications.results.unavailable.not_held"
"""A row for what does not exist and for what other bodies hold, which texts may tell apart."""

THIRD_PARTY = "applications.results.refused.third_party_rights"

DECISIONS = ("proactive.licensing.", "proactive.penalties.", "proactive.coercion.")
MATTERS = frozenset({"项", "大项", "小项", "类", "种", "事项"})
DECIDED = re.compile(r"作出|做出|办理|实施|办结|决定|审批|核发|受理|下达")
"""Decisions are made; matters (权力事项) are only listed."""

ISSUED = ("proactive.rules.issued", "proactive.normative_documents.issued")
REVISED = re.compile(r"修[订改正]")
"""Revised documents are issued as well."""

APPLICANTS = re.compile(r"自然人|公民|个人|法人|组织|企业|机构|单位")
OF_ANY_KIND = re.compile(r"等|组织")
DIVIDED = 60
"""Characters before the requests of a kind of applicant in which the number may stand that they are of."""

SINGLED_OUT = re.compile(r"\s*其中(?:有|的)?\s*\d")
THE_REST = re.compile(r"\s*(?:其余|其他|剩余|另)")

ANY = re.compile("")
DISCLOSED = re.compile(r"^(?!.*(?:办|答复|回复|处理|完)).*公开", re.DOTALL)
"""Disclosed, which is one of the ways in which requests are handled (全部答复，1件公开)."""

ANSWERED = re.compile(r"^(?!.*(?:办结|办理|处理|办毕)).*(?:答复|回复)", re.DOTALL)
"""Answered, without a word of closed, which requests may be without an answer."""


@attrs.frozen
class Reading:
    """Another meaning of a number: the sum of some topics less others.

    Attributes:
        plus, minus: the topics.
        severity: what remains of a contradiction; None where nothing does.
        words: what the clause must say for it.
    """

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    severity: Severity | None = None
    words: re.Pattern[str] = ANY


READINGS: Mapping[str, tuple[Reading, ...]] = {
    NEW: (Reading((NEW, CARRIED_OVER), severity="warning"),),
    OPEN: (Reading((HANDLED,)), Reading((NEW,))),
    HANDLED: (
        Reading((HANDLED,), (CARRIED_OVER,), severity="info"),
        Reading((HANDLED,), (OTHERWISE,), severity="info"),
        Reading((HANDLED,), (OTHERWISE,), words=ANSWERED),
        Reading((HANDLED,), (NOT_PROCESSED,), words=ANSWERED),
        Reading((HANDLED,), (OTHERWISE, NOT_PROCESSED), words=ANSWERED),
    ),
    GRANTED: (Reading((GRANTED, PARTLY), severity="info"),),
    PARTLY: (Reading((GRANTED, PARTLY), words=re.compile("公开[和与及、]部分公开")),),
    f"{NEW}.commercial": (Reading((ORGANIZATIONS,), words=OF_ANY_KIND), Reading((ORGANIZATIONS,), severity="info")),
    f"{NEW}.other_organization": (Reading((ORGANIZATIONS,)),),
}
"""Received with what was carried over, open as handled, handled of those received or by an answer, granted in part;
all organisations after one kind of them (企业等组织) or as those other than natural persons (公民2件，其他组织3件)."""

SPLIT = re.compile(
    r"一事一申请|拆分|分拆|拆解|分解为|一函多[事项]|一件多[事项]|多个(?:申请)?事项|合并(?:办理|处理|答复)"
)
SPLIT_TRACES = Traces.of("拆[分解]", "拆(?<=分拆)", "解为", "函多", "件多", "合并", "事一", "多个")
OF_REQUESTS = (NEW, "applications.results", OPEN)
"""Letters may be split into the smallest reasonable requests, so that letters and requests differ in number."""

OF_DOCUMENTS = re.compile(
    r"公文|发文|(?:制发|印发|形成|产生)[^，,。；;]{0,10}文件|公开属性|(?:审查|审核|拟发布)[^，,。；;]{0,6}(?:信息|稿件|内容)"
)
"""Sentences on the agency's own documents, which are open, on application or closed as well."""

INCLUDING = re.compile(r"[（(](?:含|包括)[^（）()]*结转[^（）()]*[)）]\s*$")
"""Before a number, (含上年结转) says what is in it and not what it is."""

AMONG_OTHERS = re.compile(r"等[^，,。；;]{0,4}(?:不予公开|无法提供|不予处理)")
"""Reasons are only examples, and the number is that of their group."""

CONSULTED = re.compile(r"征[求询]")
"""Third parties are asked before it is decided whether their rights stand against disclosure."""

OUTCOME = re.compile(r"败诉|纠错|纠正|撤销|违法|被追责")
"""What no case ended with, where the text denies that and not the cases."""

OF_DISCLOSURE = re.compile(r"信息公开|依申请|申请公开")
HEARD = re.compile(r"收案|承办|办案|依法审理|受理[^，,。；;]{0,8}复议申请")
"""What is said of cases that a body decides, as those of justice do for governments."""

CASES = re.compile(r"复议|诉讼|起诉|应诉")
REQUESTS = re.compile(r"申请(?!(?:行政)?复议)|办结|答复")


def remaining(fact: Fact, table: Printed, told: Facts, report: Report, form: Form) -> Iterator[Severity | None]:
    """Yield what each other reading leaves of a contradiction between a fact and its table; None for nothing.

    A fee in yuan that was printed as it is concerns V07.
    """
    value = fact.value or Decimal(0)
    for reading in READINGS.get(fact.topic, ()):
        if value and reading.words.search(fact.text) and value == _meant(reading, report, form):
            yield reading.severity
    in_yuan = fact.topic == FEES and value and value * table.unit == table.number
    if in_yuan or _is_told_beside(table.number, fact, ("",), told, report):
        yield None
    yield from _of_a_member(fact, table.number, told, report)
    if fact.topic.startswith((*DECISIONS, NEW, HANDLED)) and _is_of_matters(fact, report):
        yield None
    if fact.topic == CARRIED_OVER and INCLUDING.search(told_in(report, fact.place)[: fact.place.start]):
        yield None
    yield from _of_a_part(fact, table.number, report)
    if fact.topic.startswith(NEW + "."):
        yield from _of_applicants(fact, told, report, form)
    if fact.topic.startswith(OF_REQUESTS):
        yield from _of_requests(fact, table.number, told, report)
    if fact.topic.startswith(RESULTS):
        yield from _of_results(fact, report, form)
    if fact.topic.startswith("review."):
        yield from _of_cases(fact, report, form)


def _is_of_matters(fact: Fact, report: Report) -> bool:
    """Tell whether matters are counted, or requests by what they are about (行政处罚类3件)."""
    listed = fact.topic.startswith(DECISIONS) and fact.unit in MATTERS and not DECIDED.search(fact.text)
    return listed or told_in(report, fact.place)[: fact.place.start].endswith("类")


def _of_requests(fact: Fact, number: Decimal, told: Facts, report: Report) -> Iterator[Severity | None]:
    """Yield what is left where letters, answers or documents may have been counted instead of requests."""
    if fact.topic == OPEN:
        yield "warning" if IN_ALL.search(fact.text) else None
    if fact.topic == HANDLED and DISCLOSED.search(fact.text):
        yield None
    if fact.topic == HANDLED and (fact.value or 0) < number and ANSWERED.search(fact.text):
        yield "warning"
    if _splits(report):
        yield None if _is_told_beside(number, fact, (OPEN, NEW, ""), told, report) else "warning"
    if OF_DOCUMENTS.search(sentence_of(report, fact.place)):
        yield None
    if fact.topic == THIRD_PARTY and CONSULTED.search(fact.text):
        yield None


@per_report
def _splits(report: Report) -> bool:
    return SPLIT_TRACES.within(report.narrative) and SPLIT.search(report.narrative) is not None


def _of_results(fact: Fact, report: Report, form: Form) -> Iterator[Severity | None]:
    """Yield what is left where cases had the outcome, or where reasons are named as examples for their group."""
    if _is_of_cases(fact, report):
        yield None
    if AMONG_OTHERS.search(fact.text):
        groups = [group for group in GROUPS if fact.topic.startswith(group)]
        yield from (None if fact.value == _number(group, report, form) else "warning" for group in groups)


def _is_of_cases(fact: Fact, report: Report) -> bool:
    """Tell whether an outcome is one of reconsiderations or suits, which stand before it and no requests do."""
    before = told_in(report, fact.place)[: fact.place.start]
    start = max(before.rfind(mark) for mark in SENTENCE_MARKS) + 1
    return CASES.search(before, start) is not None and REQUESTS.search(before, start) is None


def _of_applicants(fact: Fact, told: Facts, report: Report, form: Form) -> Iterator[Severity | None]:
    """Yield what is left where all open requests were divided by applicant, or some singled out by something else."""
    carried_over = fact.topic.replace(NEW, CARRIED_OVER, 1)
    if fact.value and fact.value == _meant(Reading((fact.topic, carried_over)), report, form):
        before = told_before(told, fact.place, DIVIDED)
        yield None if any(other.topic == OPEN for other in before) else "info"
    if SINGLED_OUT.match(fact.text) and not APPLICANTS.search(fact.text):
        yield None


def _of_cases(fact: Fact, report: Report, form: Form) -> Iterator[Severity | None]:
    """Yield what is left where an outcome was denied, suits of both kinds or cases on other matters were told."""
    if not fact.value and OUTCOME.search(fact.text):
        yield None
    both = f"review.litigation.{fact.topic.rpartition('.')[2]}"
    if fact.topic.startswith(LITIGATION) and fact.value == _number(both, report, form):
        yield None
    if not OF_DISCLOSURE.search(told_in(report, fact.place) + fact.text):
        yield None if HEARD.search(sentence_of(report, fact.place)) else "warning"


def _of_a_part(fact: Fact, number: Decimal, report: Report) -> Iterator[Severity | None]:
    """Yield what is left where the words may single out a part of a greater number."""
    if (fact.value or 0) >= number:
        return
    if fact.topic in (NEW, HANDLED) and SINGLED_OUT.match(fact.text):
        yield None if fact.topic == NEW else "info"
    if fact.topic in (NEW, HANDLED) and THE_REST.match(fact.text):
        yield None
    if fact.topic == NOT_HELD:
        yield "warning"
    if fact.topic == WITHDRAWN:
        yield None
    if fact.topic in ISSUED and REVISED.search(told_in(report, fact.place)):
        yield "info"


def _is_told_beside(number: Decimal, fact: Fact, topics: tuple[str, ...], told: Facts, report: Report) -> bool:
    """Tell whether the sentence tells the printed number as well, of a topic that may be the same.

    Among the results of requests a one that counts something unknown tells nothing.
    """
    least = 1 if fact.topic.startswith(RESULTS) else 0
    return number > least and any(
        other.value == number
        and other.topic in topics
        and other.measure == fact.measure
        and (not other.unit or other.unit == fact.unit)
        and in_one_sentence(report, fact.place, other.place)
        for other in told.facts
    )


def _of_a_member(fact: Fact, number: Decimal, told: Facts, report: Report) -> Iterator[None]:
    """Yield where the sentence tells the printed number as that of one member, whose report it may be."""
    for other in told.about(fact.topic) if fact.scope == "whole" else ():
        alike = (other.value, other.scope, other.measure) == (number, "part", fact.measure)
        if alike and in_one_sentence(report, fact.place, other.place):
            yield None


def _meant(reading: Reading, report: Report, form: Form) -> Decimal | None:
    """The number that a reading expects; None where a cell of it has no value."""
    plus = [_number(topic, report, form) for topic in reading.plus]
    minus = [_number(topic, report, form) for topic in reading.minus]
    known = [number for number in (*plus, *minus) if number is not None]
    if len(known) < len(plus) + len(minus):
        return None
    return sum(known[: len(plus)], Decimal(0)) - sum(known[len(plus) :], Decimal(0))


def _number(topic: str, report: Report, form: Form) -> Decimal | None:
    """How many the tables have of a topic that is counted in pieces; None where a cell has no value."""
    about = subject(form, topic)
    values: Any = report.all_cells.values_of(about.cells) if about else (None,)
    return None if None in values else Decimal(sum(values))
