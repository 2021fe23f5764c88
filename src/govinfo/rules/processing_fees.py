"""F01 to F07: processing fees, as the narrative states them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from govinfo.contracts import CheckRule, rule
from govinfo.facts.fees import FEE_SECTION, FeeStatement, Figure, fee_statement
from govinfo.findings import Finding, NotAssessable, Related, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.operands import operands
from govinfo.rules.per_report import per_report
from govinfo.source import Source

OVERDUE = "applications.results.other_handling.fee_overdue.total"
CARRIED_OVER = "applications.carried_over.total"
ADMINISTRATIVE = "proactive.fees.amount"

UNIT = Decimal(10)
"""Yuan; every price of the tariff is a multiple of it, by the piece as by the page (国办函〔2020〕109号)."""

TEN_THOUSAND = 10_000

NOTICES = Text("收费通知件数", "the number of notices")
CHARGED = Text("应收金额", "the amount charged")
RECEIVED = Text("实收金额", "the amount received")


_statement = per_report(fee_statement)

_Check = Callable[[FeeStatement, Report], Iterable[Finding | NotAssessable]]


def _fee_rule(rule_id: str, concerns: Callable[[Report], bool] | None = None) -> Callable[[_Check], CheckRule]:
    """Declare a rule over the statement of processing fees; without one it cannot be assessed."""

    def declare(function: _Check) -> CheckRule:
        def check(report: Report, _form: Form) -> Iterable[Finding | NotAssessable]:
            statement = _statement(report)
            if statement is None:
                return (not_assessable(rule_id, "正文未说明信息处理费", "the text says nothing of processing fees"),)
            return function(statement, report)

        return CheckRule((rule_id,), check, concerns)

    return declare


def with_fees(report: Report) -> bool:
    """Whether the text leaves open that fees were charged: it does not deny it, or gives an amount."""
    statement = _statement(report)
    return statement is None or not statement.none_charged or any(_amounts(statement))


@rule("F01")
def stated(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Section six says whether processing fees were charged."""
    if _statement(report) is not None:
        return
    section = report.section(FEE_SECTION)
    if section.heading is None:
        yield not_assessable("F01", "未找到第六部分", "section six was not found")
    else:
        yield spec("F01").finding(source=section.source)


@_fee_rule("F02")
def complete(statement: FeeStatement, report: Report) -> Iterator[Finding | NotAssessable]:
    """The statement gives the notices, the amount charged and the amount received."""
    received_known = bool(statement.received) or statement.none_charged
    parts = ((NOTICES, bool(statement.notices)), (CHARGED, bool(statement.charged)), (RECEIVED, received_known))
    missing = [name for name, given in parts if not given]
    if missing:
        yield spec("F02").finding(
            source=_place(report, statement),
            missing=Text("、".join(name.zh for name in missing), ", ".join(name.en for name in missing)),
        )


@_fee_rule("F03", concerns=with_fees)
def received_of_charged(statement: FeeStatement, report: Report) -> Iterator[Finding | NotAssessable]:
    """No more can be received than was charged."""
    if statement.none_charged:
        return
    charged, received = _single(statement.charged), _single(statement.received)
    if charged is None or received is None:
        yield not_assessable("F03", "没有唯一的应收与实收金额", "there is no single amount charged and received")
    elif received > charged:
        yield spec("F03").finding(
            source=_place(report, statement),
            equation=f"{_yuan(received)} > {_yuan(charged)}",
            received=_yuan(received),
            charged=_yuan(charged),
        )


@_fee_rule("F04", concerns=with_fees)
def money_without_notice(statement: FeeStatement, report: Report) -> Iterator[Finding | NotAssessable]:
    """Without a notice there is no fee."""
    amount = max((figure.value for figure in (*statement.charged, *statement.received)), default=Decimal(0))
    notices = _single(statement.notices)
    if notices is None and not statement.none_charged:
        yield not_assessable("F04", "没有唯一的收费通知件数", "there is no single number of notices")
    elif notices == 0 and amount > 0:
        yield spec("F04").finding(source=_place(report, statement), amount=_yuan(amount))


@rule("F05")
def overdue_without_notice(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """A fee can be overdue only after a notice; a notice of last year is possible where cases were carried over."""
    values = operands("F05", report, [OVERDUE])
    if isinstance(values, NotAssessable):
        yield values
        return
    if values[0] <= 0:
        return
    statement = _statement(report)
    notices = _single(statement.notices) if statement else None
    if statement is None or notices is None:
        yield not_assessable("F05", "没有唯一的收费通知件数", "the text has no single number of notices", (OVERDUE,))
    elif notices == 0:
        yield spec("F05").finding(
            cells=(OVERDUE,),
            source=report.source_of(OVERDUE),
            severity="error" if report.value(CARRIED_OVER) == 0 else "warning",
            overdue=str(values[0]),
        )


@_fee_rule("F06", concerns=with_fees)
def tariff(statement: FeeStatement, report: Report) -> Iterator[Finding | NotAssessable]:
    """Amounts charged and received are sums of prices of the tariff."""
    for amount in _amounts(statement):
        if amount % UNIT:
            yield spec("F06").finding(source=_place(report, statement), amount=_yuan(amount))


@_fee_rule("F07")
def mixed_up(statement: FeeStatement, report: Report) -> Iterator[Finding | NotAssessable]:
    """One amount told as processing fee and printed as administrative fee belongs in one of the places only."""
    values = operands("F07", report, (ADMINISTRATIVE,))
    if isinstance(values, NotAssessable):
        yield values
        return
    printed = Decimal(values[0])
    amount = next((amount for amount in _amounts(statement) if amount in (printed, printed * TEN_THOUSAND)), None)
    if amount:
        place = _place(report, statement)
        yield spec("F07").finding(
            cells=(ADMINISTRATIVE,),
            source=report.source_of(ADMINISTRATIVE),
            related=(
                Related(Text(f"信息处理费{_yuan(amount)}元", f"processing fees {_yuan(amount)} yuan"), source=place),
            ),
            amount=_yuan(amount),
            printed=_yuan(printed),
        )


def _amounts(statement: FeeStatement) -> tuple[Decimal, ...]:
    """The amounts charged and received, each once."""
    return tuple(dict.fromkeys(figure.value for figure in (*statement.charged, *statement.received)))


def _place(report: Report, statement: FeeStatement) -> Source | None:
    """The paragraph in which the statement begins."""
    if statement.section == 0:
        return report.sources.get("preamble")
    section = report.section(statement.section)
    opening = statement.text.partition("；")[0]
    return next((source for text, source in section.paragraphs() if opening in text), section.source)


def _single(figures: tuple[Figure, ...]) -> Decimal | None:
    """The value that all figures agree on, None where there is none or they differ."""
    values = {figure.value for figure in figures}
    return values.pop() if len(values) == 1 else None


def _yuan(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
