"""S07, S09, S10, S11, S12, S13, S14, S15, S16, S26: how the printed tables differ from the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Severity, Text, not_assessable, spec
from govinfo.findings.model import Value
from govinfo.forms import Form, RowPlace, Table
from govinfo.report import Observation, ObservationKind, Report
from govinfo.rules.concerns import printed_otherwise
from govinfo.rules.operands import in_status
from govinfo.rules.outline import last_section, unfinished
from govinfo.rules.quoting import shorten

_RULES: Mapping[ObservationKind, str] = {
    "missing_row": "S09",
    "extra_row": "S10",
    "duplicate_row": "S10",
    "row_label": "S11",
    "column_label": "S12",
    "column_order": "S12",
    "missing_header": "S12",
    "repeated_header": "S13",
    "row_width": "S14",
    "row_order": "S15",
    "missing_note": "S16",
    "second_table": "S26",
}
_LABELS = ("row_label", "column_label")
_OF_HEADERS = ("column_label", "column_order", "missing_header", "repeated_header")
_NEED_A_TABLE = ("S09", "S10", "S11", "S12", "S13", "S14", "S15")
_KINDS: Mapping[ObservationKind, Text] = {
    "extra_row": Text("多出", "an extra"),
    "duplicate_row": Text("重复", "a repeated"),
    "column_order": Text("次序不同", "another order"),
    "missing_header": Text("未印出", "not printed"),
}
_WAYS: Mapping[str, Text] = {
    "alias": Text("常见异名", "a known other wording"),
    "truncated": Text("文字不全", "cut off"),
    "position": Text("无法辨认，按位置对应", "unrecognisable, placed by its neighbours"),
}
_OTHER_WORDING = Text("用语不同", "other wording")
_LOST = Text("，所缺的可能是没有保留下来的空白单元格", "; those lacking may be empty ones that were lost")
_NO_DETAIL = Text("", "")
_NOTHING = Text("无", "nothing")
_NUMBERS = Text("数字", "numbers")
_IMAGE = Text("，该处为图片", "; an image stands in its place")


@rule("S07", concerns=printed_otherwise)
def missing_table(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Report every section that has its heading but not its table."""
    absent = _absent_tables(report, form)
    figures = {found.table: found.source for found in report.observed("figure")} if absent else {}
    end = last_section(report, form)
    unfilled = {observation.table for observation in report.observed("unfilled")} if absent else set()
    for table in absent:
        section = report.section(table.section)
        if table.section > end or table.section in unfinished(report, form):
            yield not_assessable(
                "S07", f"文件在{table.number.zh}之前中断", f"the document breaks off above {table.number.en}"
            )
        elif table.id in unfilled:
            yield not_assessable("S07", f"{table.number.zh}只有行名，没有数字", f"{table.number.en} has no numbers")
        elif section.heading is None:
            yield not_assessable("S07", f"没有“{section.title}”标题", f"there is no heading for {table.number.en}")
        else:
            yield spec("S07").finding(
                source=figures.get(table.id) or section.source,
                section=section.title,
                table=table.number,
                detail=_IMAGE if table.id in figures else _NO_DETAIL,
            )


@rule("S09", "S10", "S11", "S12", "S13", "S14", "S15", "S16", "S26", concerns=printed_otherwise)
def table_shape(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Turn what the parser observed of the tables into findings, one each; one for all copies of a row."""
    absent = _absent_tables(report, form)
    for table in absent:
        for needy in (*_NEED_A_TABLE, *(("S16",) if table.note else ())):
            yield not_assessable(needy, f"没有读到{table.number.zh}", f"{table.number.en} was not read")
    unread = {table.id for table in absent}
    unfilled = {observation.table for observation in report.observed("unfilled")}
    copies = Counter(_row_of(observation) for observation in report.observed("duplicate_row"))
    mixed = any(found.rule == "X15" for found in report.diagnostics)
    broken = {table.id for table in form.tables if table.section in unfinished(report, form)}
    for observation in _once(report.observations):
        if observation.kind == "row_width" and observation.table in unfilled:
            yield not_assessable("S14", "表中的数字没有读全", "the table has lost numbers")
        elif observation.kind == "missing_row" and mixed:
            yield not_assessable("S09", "表中有另一版本格式的标签", "the tables have labels of another form")
        elif observation.kind == "missing_row" and observation.table in broken:
            yield not_assessable("S09", "文件在表格处中断", "the document breaks off in the table")
        elif observation.kind in _RULES and observation.table not in unread:
            yield _finding(observation, form, copies[_row_of(observation)])


def _once(observations: Iterable[Observation]) -> Iterator[Observation]:
    """Observations, but of a row that is printed again and again only the first copy."""
    told = set()
    for observation in observations:
        if observation.kind != "duplicate_row":
            yield observation
        elif (row := _row_of(observation)) not in told:
            told.add(row)
            yield observation


def _row_of(observation: Observation) -> tuple[str, str]:
    return observation.table, observation.subject


def _absent_tables(report: Report, form: Form) -> tuple[Table, ...]:
    if not report.observations and "absent" not in report.by_status:
        return ()
    absent = set(in_status(report, "absent"))
    missing = {observation.table for observation in report.observed("missing_table")}
    if not absent and not missing:
        return ()
    read = {spec.table for spec in form.cells if spec.id not in absent}
    return tuple(table for table in form.tables if table.id in missing or table.id not in read)


def _finding(observation: Observation, form: Form, copies: int) -> Finding:
    table = next(table for table in form.tables if table.id == observation.table)
    place = _place(form, table, observation.subject)
    return spec(_RULES[observation.kind]).finding(
        partial(_words, observation, table, place, copies),
        cells=_cells(observation, table, place, form),
        source=observation.source,
        severity=_severity(observation),
    )


def _severity(observation: Observation) -> Severity | None:
    """The severity where it is another than that of the rule."""
    if observation.kind == "row_width":
        return "warning" if observation.how else None
    return "info" if observation.kind in _LABELS and observation.how == "alias" else None


def _words(observation: Observation, table: Table, place: RowPlace | None, copies: int) -> dict[str, Value]:
    """What the message says, which is worked out when it is read."""
    return {
        "table": table.number,
        "row": _row(observation, place),
        "printed": shorten(observation.printed) or _NOTHING,
        "expected": observation.expected or _expected(observation, table, place),
        "detail": _detail(observation, copies),
    }


@lru_cache(maxsize=512)
def _place(form: Form, table: Table, row: str) -> RowPlace | None:
    return next((place for place in form.rows if place.table == table and place.row.id == row), None)


def _cells(observation: Observation, table: Table, place: RowPlace | None, form: Form) -> tuple[str, ...]:
    """The cells concerned; a header id that several blocks of a table share singles none out."""
    if place is not None and observation.kind not in _OF_HEADERS:
        return place.cells
    if not observation.subject or len(table.blocks) > 1:
        return ()
    return _below(form, table, observation.subject)


@lru_cache(maxsize=512)
def _below(form: Form, table: Table, column: str) -> tuple[str, ...]:
    """The cells of a table below a header."""
    return tuple(spec.id for spec in form.cells if spec.table == table.id and _is_within(spec.column, column))


def _is_within(column: str, subject: str) -> bool:
    return column == subject or column.startswith(f"{subject}.")


def _row(observation: Observation, place: RowPlace | None) -> Value:
    if place is None:
        return shorten(observation.printed) or observation.subject or _NUMBERS
    return place.row.label or _NUMBERS


def _expected(observation: Observation, table: Table, place: RowPlace | None) -> str:
    if observation.kind == "missing_note":
        return table.note or ""
    if place is not None and place.row.label:
        return place.row.label.zh
    return _headers(table)


@cache
def _headers(table: Table) -> str:
    """The wordings of all headers of a table."""
    headers = [column.label for block in table.blocks for column in (*block.columns, *block.leaves)]
    return "、".join(dict.fromkeys(label.zh for label in headers))


def _detail(observation: Observation, copies: int) -> Text:
    if observation.kind == "duplicate_row" and copies > 1:
        return Text(f"重复{copies}次的", f"{copies} copies of the")
    if observation.kind in _KINDS:
        return _KINDS[observation.kind]
    if observation.kind == "row_width":
        return _LOST if observation.how else _NO_DETAIL
    if observation.how in _WAYS:
        return _WAYS[observation.how]
    if observation.similarity is None:
        return _OTHER_WORDING
    return Text(f"相似度{observation.similarity:.2f}", f"similarity {observation.similarity:.2f}")
