"""Findings on parsed reports stand where their words stand, in every layout, for every rule that an error can raise."""

import re
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

import govinfo
from govinfo.document import Grid, GridCell
from govinfo.findings import Finding, catalogue
from govinfo.report import Report
from govinfo.source import Source
from govinfo.testing.cases import load_rule_cases
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, Part, printed
from govinfo.testing.samples import sample_report

CASES = [case for case in load_rule_cases(Path(__file__).parents[1] / "rules" / "cases") if case.expect == "found"]

OF_CELLS = {
    *("A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A15", "F05", "F07"),
    *("V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08", "V09", "V10", "V11", "V12", "V14", "V15", "V16", "V17"),
    *("V18", "V19", "N14", "N26", "R01", "R02", "R03", "R05", "Y01", "Y02", "Y05", "Y06", "Y08", "Y09", "Y10"),
    "S10",
}
"""At the place stands the text of one of the cells."""

OF_WORDS = {
    *(f"N{number:02}" for number in range(1, 26) if number != 14),
    *("N27", "V13", "Y12", "M14", "S03", "S04", "S05", "S06", "S11", "S12", "S17", "S25", "P01", "P02", "P03", "P04"),
    *("P05", "P06", "M11"),
}
"""At the place stands something that the message quotes, or names with some characters veiled."""

OF_ROWS = {"S14", "S15"}
"""At the place stands the label of the row, or its first number where it has none."""

OF_TOPICS = {"S22": "部分组成", "F02": "费", "F03": "费", "F04": "费", "F06": "费"}
"""At the place stands a word."""

OF_SECTIONS = {"F01", "R04", "R06", "S02", "S07", "S18", "S20", "S21", "S24", "Y03", "Y04"}
"""At the place stands a heading."""

OF_TITLES = {"M01", "M02", "M09", "M10", "M12", "M15", "M18", "M19", "S08", "Y11"}
"""At the place stands the title, or the agency: a sign-off begins with it."""

OF_DATES = {"M03", "M05", "M06", "M07", "M08"}
"""At the place stands a date that the message names."""

OF_COPIES = {"S13", "S26"}
"""At the place stands the beginning of what is printed a second time, and is printed before."""

NOWHERE = {"M04", "M13", "M16", "M17", "R07", "S01", "S16", "S09", "S19", "S23", "Y07"}
"""What is not there has no place."""

NOT_RAISED = {
    "A11": "needs a printed subtotal that the form does not have",
    "A12": "needs a printed subtotal that the form does not have",
    "A13": "needs a printed subtotal that the form does not have",
    "A14": "is for a form of a plugin",
    "S23": "is for a document that has nothing but images",
    "Y11": "looks at the names of other reports",
}
"""Rules that no error in a printed annual report raises."""


Row = tuple[GridCell, ...]


@attrs.frozen
class Print:
    """A report as it is printed, and what stands at a place of it."""

    text: str
    layout: str

    def at(self, source: Source) -> str:
        """The text at a place; a KeyError where there is no such place."""
        if self.layout == "page" and source.table is not None:
            (node,) = html.fromstring(self.text).xpath(source.path or "")
            return "".join(node.itertext()).strip()
        lines = self.text.splitlines()
        assert source.line is not None
        assert 1 <= source.line <= len(lines)
        line = lines[source.line - 1]
        if source.column is None:
            return re.sub("<[^>]*>", "", line).strip()
        assert source.end_column is not None
        assert 1 <= source.column <= source.end_column <= len(line) + 1
        return line[source.column - 1 : source.end_column - 1].strip()


def print_of(parts: list[Part], layout: str) -> Print:
    text = LAYOUTS[layout](parts)
    return Print(re.sub("(?=<(?:p|tr|table)>)", "\n", text) if layout == "page" else text, layout)


def check_place(finding: Finding, report: Report, page: Print) -> None:
    """See that what stands at the place of a finding is what the finding is about."""
    message = finding.message("zh")
    if finding.source is None:
        assert finding.rule in NOWHERE, message
        return
    there = page.at(finding.source)
    if finding.rule in OF_CELLS:
        assert there in {report[cell].raw.strip() for cell in finding.cells}, message
    elif finding.rule in OF_WORDS:
        assert any(word in there for word in words_of(message)), (message, there)
    elif finding.rule in OF_ROWS:
        printed_there = {text for cell in finding.cells for text in report[cell].raw.split()}
        assert there in printed_there or any(word in there for word in words_of(message)), (message, there)
    elif finding.rule in OF_TOPICS:
        assert OF_TOPICS[finding.rule] in there, (message, there)
    elif finding.rule in OF_SECTIONS:
        assert there in {heading.text.strip() for heading in report.headings}, (message, there)
    elif finding.rule in OF_TITLES:
        assert there in (report.title or "") or any(word in there for word in words_of(message)), (message, there)
    elif finding.rule in OF_COPIES:
        assert page.text.count(there) > 1, (message, there)
    elif finding.rule in OF_DATES:
        assert any(str(day) in there for day in re.findall(r"\d{4}(?:-\d\d-\d\d)?", message)), (message, there)
    else:
        pytest.fail(f"{finding.rule} has a place, and no kind: {there}")


def words_of(message: str) -> list[str]:
    """What a message quotes, and the beginnings of what is veiled in it."""
    quoted = [part for quote in re.findall("“([^”]+)”", message) for part in re.split("…|等", quote) if part]
    return [*quoted, *re.findall(r"(\d+|\w)\*", message)]


def read(page: Print) -> Report:
    return govinfo.parse(page.text.encode(), filename="report.html" if page.layout == "page" else "report.txt")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_where_the_cases_stand(case, layout):
    page = print_of(printed(case.report), layout)
    report = read(page)
    for finding in govinfo.assess_all((report, *case.others), select=["ALL"], expected=case.listed)[0].findings:
        check_place(finding, report, page)


Edit = Callable[[list[Part]], list[Part]]


def said(*lines: str, at: int = 1) -> Edit:
    """Lines above or, with a negative place, near the end."""
    return lambda parts: [*parts[:at], *lines, *parts[at:]] if at >= 0 else [*parts, *lines]


def replaced(old: str, new: str) -> Edit:
    """Other words in lines and cells."""

    def edit(parts: list[Part]) -> list[Part]:
        return [
            part.replace(old, new) if isinstance(part, str) else reworded(part, lambda text: text.replace(old, new))
            for part in parts
        ]

    return edit


def reworded(grid: Grid, change: Callable[[str], str]) -> Grid:
    rows = (tuple(attrs.evolve(cell, text=change(cell.text)) for cell in row) for row in grid.rows)
    return attrs.evolve(grid, rows=tuple(rows))


def of_table(number: int, change: Callable[[list[Row]], list[Row]]) -> Edit:
    """Other rows of one table."""

    def edit(parts: list[Part]) -> list[Part]:
        grid = [part for part in parts if isinstance(part, Grid)][number]
        other = attrs.evolve(grid, rows=tuple(change(list(grid.rows))))
        return [other if part is grid else part for part in parts]

    return edit


def without_last_table(parts: list[Part]) -> list[Part]:
    last = [part for part in parts if isinstance(part, Grid)][-1]
    return [part for part in parts if part is not last]


def last_sections_swapped(parts: list[Part]) -> list[Part]:
    headings = [number for number, part in enumerate(parts) if isinstance(part, str) and part[:2] in ("五、", "六、")]
    start, middle = headings
    return [*parts[:start], *parts[middle:], *parts[start:middle]]


def second_table(parts: list[Part]) -> list[Part]:
    """One more table four, which ends with another number."""
    grid = [part for part in parts if isinstance(part, Grid)][-1]
    last = grid.rows[-1]
    other = (*last[:-1], attrs.evolve(last[-1], text=f"{last[-1].text}4"))
    place = parts.index(grid) + 1
    return [*parts[:place], attrs.evolve(grid, rows=(*grid.rows[:-1], other)), *parts[place:]]


ROW = 6
"""A row of table three that stands below its headers."""

EDITS: dict[str, Edit] = {
    "M03": said("统计期限自2023年1月1日起至2023年12月31日止。"),
    "M09": said("青川市林业局", "2025年3月2日", at=-1),
    "M10": said("发布机构：青川市教育局"),
    "M11": said("索引号：/2025-0001"),
    "M15": replaced("林业局", "第一中学"),
    "P04": said("联系电话：0812-3334444，电子邮箱：qingchuan2024@163.com。"),
    "S02": last_sections_swapped,
    "S04": said("（一）主动公开", "继续做好公开工作。", "（三）监督保障", at=-1),
    "S05": said("七、下一步工作打算", "继续做好公开工作。", at=-1),
    "S06": replaced("五、存在的主要问题及改进情况", "五、存在的主要问题及改进情况和其他需要报告的事项"),
    "S07": without_last_table,
    "S08": replaced("2024年政府", "2020年政府"),
    "S09": of_table(1, lambda rows: [*rows[:ROW], *rows[ROW + 1 :]]),
    "S10": of_table(1, lambda rows: [*rows[:ROW], rows[ROW], *rows[ROW:]]),
    "S11": replaced("二、上年结转政府信息公开申请数量", "二、上年结转政府信息公开审请数量"),
    "S12": replaced("社会公益组织", "社会公溢组织"),
    "S13": of_table(1, lambda rows: [*rows[:15], *rows[:3], *rows[15:]]),
    "S14": of_table(1, lambda rows: [*rows[:ROW], rows[ROW][:-1], *rows[ROW + 1 :]]),
    "S15": of_table(1, lambda rows: [*rows[:ROW], rows[ROW + 1], rows[ROW], *rows[ROW + 2 :]]),
    "S16": replaced("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", ""),
    "S26": second_table,
}
"""What makes each of these rules find something, where the layout still shows it."""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("rule", EDITS)
def test_where_edited_prints_stand(rule, layout):
    page = print_of(EDITS[rule](printed(random_report("2021", 3, "province"))), layout)
    report = read(page)
    for finding in govinfo.check(report, select=["ALL"]):
        check_place(finding, report, page)


@pytest.mark.parametrize("rule", [rule for rule in catalogue() if rule[0] != "X"])
def test_every_rule_is_raised_on_a_parsed_report(rule):
    texts = [printed(case.report) for case in CASES if case.rule == rule]
    prints = [EDITS[rule](printed(sample_report()))] if rule in EDITS else texts
    others = [(case.others, case.listed) for case in CASES if case.rule == rule] if rule not in EDITS else [((), ())]
    found = [
        govinfo.check((read(print_of(parts, "page")), *beside), select=[rule], expected=listed)
        for parts, (beside, listed) in zip(prints, others, strict=True)
    ]
    assert any(finding.rule == rule for findings in found for finding in findings) == (rule not in NOT_RAISED)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["2019", "2021"]),
    st.integers(0, 9999),
    st.sampled_from(["zero", "county", "province"]),
    st.sampled_from(sorted(LAYOUTS)),
    st.data(),
)
def test_where_a_wrong_cell_stands(form, seed, size, layout, data):
    """A cell of a consistent report with another text; whatever is said of it then."""
    report = random_report(form, seed, size)
    cell = data.draw(st.sampled_from([cell.id for cell in report.cells()]))
    raw = data.draw(st.sampled_from(["987654", "-3", "2.5", "未统计", "/", "12件", "１２", "012", "+7"]))
    wrong = attrs.evolve(
        report,
        all_cells=tuple(attrs.evolve(each, raw=raw) if each.id == cell else each for each in report.cells()),
    )
    page = print_of(printed(wrong), layout)
    parsed = read(page)
    for finding in govinfo.check(parsed, select=["ALL"]):
        check_place(finding, parsed, page)
