"""What the readers, parsers and rules of a plugin must answer, looked at before anybody else sees it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, get_args

from govinfo.cells import Cell, Status
from govinfo.contracts import Context, Recognition
from govinfo.document import Document, Figure, Grid, GridCell, Note, Paragraph
from govinfo.errors import PluginError
from govinfo.findings import BASES, SEVERITIES, Finding, NotAssessable, Related, Repair, Text, catalogue
from govinfo.forms import Form
from govinfo.report import Contact, HeadingLine, Observation, Period, Report, Section, SignOff
from govinfo.source import Source

MOST_FINDINGS = 10_000
"""So many findings a rule may have of one report; a generator that goes on is taken for endless."""

MOST_BLOCKS = 200_000
"""So many paragraphs and tables a document may have; a report has some hundreds."""

_MAYBE: Mapping[str, type] = {
    "title": str,
    "agency": str,
    "year": int,
    "published": dt.date,
    "period": Period,
    "index_number": str,
    "document_number": str,
    "contact": Contact,
    "publisher": str,
    "signed": SignOff,
}
"""Attributes of a report that may be None."""

_TUPLES: Mapping[str, type] = {
    "sections": Section,
    "extras": Cell,
    "headings": HeadingLine,
    "observations": Observation,
}
"""Attributes of a report that are tuples."""


def score(answer: object) -> int:
    """A score: a whole number from 0 to 100.

    Raises:
        PluginError: it is none.
    """
    if type(answer) is not int or not 0 <= answer <= 100:
        raise PluginError(
            f"gave {answer!r} as score where a whole number from 0 to 100 is due",
            f"得分应为0至100的整数，给出的是{answer!r}",
        )
    return answer


def recognition(answer: object) -> Recognition | None:
    """What a parser makes of a document.

    Raises:
        PluginError: it is no `Recognition`, or its score or reasons are none.
    """
    if answer is None:
        return None
    found: Recognition = _instance(answer, Recognition)
    score(found.score)
    _tuple_of(found.reasons, (str, Text), "reasons")
    return found


def document(answer: object) -> Document:
    """What a reader has read.

    Raises:
        PluginError: it is no `Document`, or something in it is not what it should be.
    """
    found: Document = _instance(answer, Document)
    blocks = _tuple_of(found.blocks, (Paragraph, Grid, Figure), "blocks")
    if len(blocks) > MOST_BLOCKS:
        raise PluginError(f"gave more than {MOST_BLOCKS} blocks", f"段落和表格超过{MOST_BLOCKS}个")
    for block in blocks:
        _instance(block.source, Source, "source")
        if isinstance(block, Grid):
            for row in _tuple_of(block.rows, tuple, "rows"):
                for cell in _tuple_of(row, GridCell, "cells of a row"):
                    _cell_of_grid(cell)
        else:
            _instance(block.text, str, "text")
    _about(found)
    for note in _tuple_of(found.notes, Note, "notes"):
        if note.code[:1] != "X" or note.code not in catalogue():
            raise PluginError(
                f"gave {note.code!r} as code of a note where one of family X is due",
                f"附注的编号应为X类规则编号，给出的是{note.code!r}",
            )
    return found


def report(answer: object, context: Context) -> Report:
    """What a parser has read.

    Raises:
        PluginError: it is no `Report`, its cells are not those of its form, or an attribute is of another type.
    """
    found: Report = _instance(answer, Report)
    form = next((form for form in context.forms if form.id == found.form), None)
    if form is None:
        raise PluginError(
            f"gave a report of the form {found.form!r}, which nobody contributes", f"报告的格式{found.form!r}无人提供"
        )
    for name, kind in _MAYBE.items():
        _instance(getattr(found, name), (kind, type(None)), name)
    _instance(found.preamble, str, "preamble")
    for name, kind in _TUPLES.items():
        _tuple_of(getattr(found, name), kind, name)
    for place in found.sources.values():
        _instance(place, Source, "sources")
    _cells(found, form)
    if [section.number for section in found.sections] != [heading.number for heading in form.headings]:
        raise PluginError(
            f"gave other sections than the {len(form.headings)} of the form {form.id}",
            f"报告的各部分与格式{form.id}的{len(form.headings)}个部分不符",
        )
    for doubt in _tuple_of(found.diagnostics, Finding, "diagnostics"):
        finding(doubt, [rule for rule in (doubt.rule,) if rule in catalogue() and rule[:1] == "X"])
    return found


def findings(answer: Iterable[Any], ids: Collection[str]) -> tuple[Finding | NotAssessable, ...]:
    """What a rule has yielded.

    Args:
        answer: what the rule returned; it is consumed here, one by one.
        ids: the ids that it may give.

    Raises:
        PluginError: there is something else among it, or more than `MOST_FINDINGS`.
    """
    found = tuple(finding(one, ids) for one in islice(answer, MOST_FINDINGS + 1))
    if len(found) > MOST_FINDINGS:
        raise PluginError(f"gave more than {MOST_FINDINGS} findings", f"给出的问题超过{MOST_FINDINGS}处")
    return found


def finding(answer: object, ids: Collection[str]) -> Finding | NotAssessable:
    """A finding, or what could not be assessed.

    Raises:
        PluginError: it is neither, of another id, or something in it is not what it should be.
    """
    if not isinstance(answer, Finding | NotAssessable):
        raise PluginError(
            f"gave {type(answer).__name__} where a Finding or NotAssessable is due",
            f"应给出Finding或NotAssessable，给出的是{type(answer).__name__}",
        )
    if answer.rule not in ids:
        raise PluginError(
            f"gave a finding of {answer.rule!r}, which is none of its ids",
            f"给出的编号{answer.rule!r}不是它自己的规则编号",
        )
    _text(answer.text)
    _tuple_of(answer.cells, str, "cells")
    if isinstance(answer, Finding):
        if answer.severity not in SEVERITIES:
            raise PluginError(
                f"gave {answer.severity!r} as severity where {' or '.join(SEVERITIES)} is due",
                f"程度应为{'、'.join(SEVERITIES)}之一，给出的是{answer.severity!r}",
            )
        _instance(answer.source, (Source, type(None)), "source")
        _instance(answer.equation, (str, type(None)), "equation")
        if not set(_tuple_of(answer.basis, str, "basis")) <= BASES.keys():
            raise PluginError(
                f"gave {answer.basis!r} as basis where codes among {', '.join(BASES)} are due",
                f"依据应为{'、'.join(BASES)}中的代码，给出的是{answer.basis!r}",
            )
        if answer.fix is not None:
            _text(answer.fix)
        for related in _tuple_of(answer.related, Related, "related"):
            _text(related.text)
        _tuple_of(answer.repairs, Repair, "repairs")
    return answer


def _cells(found: Report, form: Form) -> None:
    if [cell.id for cell in found.all_cells] != [cell.id for cell in form.cells]:
        raise PluginError(
            f"gave other cells than the {len(form.cells)} of the form {form.id}",
            f"单元格与格式{form.id}的{len(form.cells)}个不符",
        )
    for cell in (*found.all_cells, *found.extras):
        if type(cell.value) not in {int, Decimal, type(None)} or (
            isinstance(cell.value, Decimal) and not cell.value.is_finite()
        ):
            raise PluginError(
                f"gave {cell.value!r} as value of {cell.id} where an int, a Decimal or None is due",
                f"{cell.id}的值应为int、Decimal或None，给出的是{cell.value!r}",
            )
        if cell.status not in get_args(Status) or (cell.status == "reported") != (cell.value is not None):
            raise PluginError(
                f"gave {cell.id} the status {cell.status!r}, which does not fit {cell.value!r}",
                f"{cell.id}的状态{cell.status!r}与值{cell.value!r}不相称",
            )
        _instance(cell.raw, str, "raw")
        _instance(cell.source, (Source, type(None)), "source")


def _about(found: Document) -> None:
    """See that what a document says of itself can be used."""
    _instance(found.title, (str, type(None)), "title")
    _instance(found.encoding, (str, type(None)), "encoding")
    for pair in _tuple_of(found.metadata, tuple, "metadata"):
        if len(_tuple_of(pair, str, "metadata")) != len(("name", "value")):
            raise PluginError(
                f"gave {pair!r} as metadata where a name and a value are due",
                f"文件信息应为名称和内容两项，给出的是{pair!r}",
            )
    for region in _tuple_of(found.regions, tuple, "regions"):
        _tuple_of(region, int, "regions")
        if len(region) != len(("first", "last")) or not 0 <= region[0] <= region[1] <= len(found.blocks):
            raise PluginError(
                f"gave {region!r} as region where a range of its blocks is due",
                f"区域应为本文件段落和表格的起止序号，给出的是{region!r}",
            )


def _cell_of_grid(cell: GridCell) -> None:
    _instance(cell.text, str, "text")
    _instance(cell.source, Source, "source")
    for span in (cell.rowspan, cell.colspan):
        if type(span) is not int or span < 1:
            raise PluginError(
                f"gave {span!r} as span of a cell where a whole number from 1 is due",
                f"单元格所占的行数或列数应为不小于1的整数，给出的是{span!r}",
            )


def _text(value: object) -> None:
    text = _instance(value, Text)
    _instance(text.zh, str)
    _instance(text.en, str)


def _instance(value: object, kind: Any, name: str = "") -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        kinds = kind if isinstance(kind, tuple) else (kind,)
        given, due = type(value).__name__, [one.__name__ for one in kinds]
        raise PluginError(
            f"gave {given}{f' as {name}' if name else ''} where {' or '.join(due)} is due",
            f"{name}应为{'或'.join(due)}类型，给出的是{given}",
        )
    return value


def _tuple_of(value: object, kind: Any, name: str) -> tuple[Any, ...]:
    if not isinstance(value, tuple) or not all(isinstance(one, kind) for one in value):
        kinds = kind if isinstance(kind, tuple) else (kind,)
        given, due = type(value).__name__, [one.__name__ for one in kinds]
        raise PluginError(
            f"gave {given} as {name} where a tuple of {' or '.join(due)} is due",
            f"{name}应为由{'或'.join(due)}组成的tuple，给出的是{given}",
        )
    return value
