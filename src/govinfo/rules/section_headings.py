"""S01, S02, S03, S05, S06, S23: the six statutory sections and their headings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.outline import clause, extra_parts, first_section, heading_label, last_section, merged_headings
from govinfo.rules.quoting import shorten
from govinfo.text.fold import fold

_NUMERALS = "一二三四五六"
_LONGEST_NOTE = 200
_WITH_TABLE = Text("（仅有表格，没有标题）", " (its table is there, its heading is not)")
_WITHOUT_TABLE = Text("", "")


def with_gaps(report: Report) -> bool:
    """Whether a section has no heading, or none has a text."""
    sections = report.sections
    return None in [section.heading for section in sections] or not any(section.text.strip() for section in sections)


@rule("S01", concerns=with_gaps)
def missing_section(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Report every statutory section that is not there, neither by itself nor merged with another."""
    if _is_body_elsewhere(report):
        yield not_assessable("S01", "没有读到正文", "no body text was read")
        return
    merged = {number for found in merged_headings(report) for number in found.sections}
    begin, end = first_section(report), last_section(report, form)
    for section in report.sections:
        if section.heading is None and section.number > end:
            yield not_assessable("S01", "文件中断，其后的部分没有读到", "the document breaks off above the section")
        elif section.heading is None and section.number < begin:
            yield not_assessable("S01", "文件从报告中间开始", "the document begins inside the report")
        elif section.heading is None and section.number not in merged:
            has_table = _has_table(report, form, section.number)
            yield spec("S01").finding(
                severity="warning" if has_table else None,
                section=heading_label(form, section.number),
                detail=_WITH_TABLE if has_table else _WITHOUT_TABLE,
            )


@rule("S02")
def order_of_sections(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare the order in which the sections are printed with their numbers."""
    opened = [line.section for line in reversed(report.headings) if line.section is not None]
    printed = list(dict.fromkeys(opened))[::-1]
    if len(printed) < 2:  # an order takes two
        yield not_assessable("S02", "读到的部分标题不足两个", "fewer than two section headings were read")
        return
    displaced = next((after for before, after in pairwise(printed) if after < before), None)
    if displaced is not None:
        yield spec("S02").finding(
            source=next(line.source for line in reversed(report.headings) if line.section == displaced),
            order=Text("、".join(_NUMERALS[number - 1] for number in printed), ", ".join(map(str, printed))),
        )


@rule("S03")
def wording_of_headings(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare the wording of the headings with the statutory one, regardless of number, spaces and punctuation."""
    end = last_section(report, form)
    sections = report.sections
    if _are_worded(tuple([section.heading for section in sections if section.number <= end]), form):
        return
    merged = {fold(found.line.text) for found in merged_headings(report)}
    for section in sections:
        expected = heading_label(form, section.number)
        if section.heading is None or section.number > end:
            yield not_assessable("S03", f"没有“{expected.zh}”标题", f"there is no heading “{expected.en}”")
            continue
        printed = clause(section.heading)
        if fold(printed) != fold(expected.zh) and fold(printed) not in merged:
            yield spec("S03").finding(source=section.source, printed=shorten(printed), expected=expected.zh)


@lru_cache(maxsize=512)
def _are_worded(headings: tuple[str | None, ...], form: Form) -> bool:
    """Tell whether there are all headings of a form in its own words, as in most reports."""
    return [fold(clause(heading or "")) for heading in headings] == [fold(entry.label.zh) for entry in form.headings]


@rule("S05")
def extra_section(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Report every top-level heading that the form does not have; where a document breaks off, the last may be cut."""
    if not report.headings:
        yield not_assessable("S05", "没有读到标题", "no headings were read")
    cut = last_section(report, form) < len(report.sections)
    for line in extra_parts(report):
        if cut and line is report.headings[-1]:
            yield not_assessable(
                "S05", "文件中断，最后的标题可能不完整", "the document breaks off; its last heading may be cut"
            )
            continue
        yield spec("S05").finding(source=line.source, printed=shorten(clause(line.text)))


@rule("S06")
def merged_sections(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Report every heading that stands for several statutory sections."""
    if not report.headings:
        yield not_assessable("S06", "没有读到标题", "no headings were read")
    for found in merged_headings(report):
        labels = [heading_label(form, number) for number in found.sections]
        yield spec("S06").finding(
            source=found.line.source,
            printed=shorten(clause(found.line.text)),
            sections=Text(
                "".join(f"“{label.zh}”" for label in labels), " and ".join(f"“{label.en}”" for label in labels)
            ),
        )


@rule("S23", concerns=with_gaps)
def body_elsewhere(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Report a document of which neither narrative nor tables could be read."""
    if _is_body_elsewhere(report):
        yield spec("S23").finding(source=report.sources.get("title"))


def _is_body_elsewhere(report: Report) -> bool:
    return (
        len(report.preamble) <= _LONGEST_NOTE
        and not any(section.text.strip() for section in report.sections)
        and not report.by_status.keys() - {"absent"}
    )


def _has_table(report: Report, form: Form, section: int) -> bool:
    tables = {table.id for table in form.tables if table.section == section}
    return any(cell.table in tables and report[cell.id].status != "absent" for cell in form.cells)
