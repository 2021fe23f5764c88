"""V06, V08 and V09: numbers that are right but not written as plain digits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, spec
from govinfo.findings.naming import cell_name
from govinfo.forms import Form
from govinfo.report import Observation, Report
from govinfo.rules.concerns import printed_otherwise
from govinfo.rules.operands import unread
from govinfo.rules.per_report import per_report

STYLES: Mapping[str, Text] = {
    "width": Text("全角数字", "full-width digits"),
    "chinese": Text("中文数字", "Chinese numerals"),
    "separator": Text("千位分隔符", "thousands separators"),
    "space": Text("数字中间的空格", "spaces between digits"),
    "worded": Text("以“增”“减”等文字代替正负号", "words in place of signs"),
    "decimal": Text("小数形式的整数", "whole numbers with decimals"),
}
"""Ways of writing that V08 reports, by the `how` of the observation."""


@rule("V06", concerns=printed_otherwise)
def unit(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """The unit belongs into the header of the table."""
    yield from unread("V06", report, "absent")
    yield from _found("V06", form, _written(report, form, "unit", "converted"))


@rule("V08", concerns=printed_otherwise)
def style(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Numbers are best written in plain digits."""
    yield from unread("V08", report, "absent")
    for how, name in STYLES.items() if _normalized(report) else ():
        yield from _found("V08", form, _written(report, form, how), style=name)


@rule("V09", concerns=printed_otherwise)
def plus(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """A plus sign is for changes only."""
    yield from unread("V09", report, "absent")
    yield from _found("V09", form, _written(report, form, "plus"))


def _written(report: Report, form: Form, *ways: str) -> list[Observation]:
    found = _normalized(report)
    return [observation for observation in found if observation.how in ways and observation.subject in form.by_id]


@per_report
def _normalized(report: Report) -> tuple[Observation, ...]:
    return tuple(report.observed("normalized")) if report.observations else ()


def _found(rule_id: str, form: Form, written: list[Observation], style: Text | str = "") -> Iterable[Finding]:
    """Report all cells written in one way in one finding, with the first as an example."""
    for first in written[:1]:
        yield spec(rule_id).finding(
            cells=tuple(dict.fromkeys(observation.subject for observation in written)),
            source=first.source,
            count=str(len({observation.subject for observation in written})),
            cell=cell_name(form, first.subject),
            printed=first.printed.strip(),
            style=style,
        )
