"""Tables in which a hasty reader takes a number for its neighbour: wrong numbers are named, or there are none."""

import re

import pytest

import govinfo
from govinfo.report import Report
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import lines, page, printed

REPORT = random_report("2021", 1, "county")
PAGE = page(printed(REPORT))
SIX = re.compile(r"((?:<td>\d+</td>){6})(<td>\d+</td></tr>)")
TABLE_THREE = slice(PAGE.index("申请人情况"), PAGE.index("四、政府信息公开行政复议"))
APPLICATIONS = {cell.id for cell in REPORT.cells() if cell.id.startswith("applications.")}


def in_table_three(change):
    """The page with a change in table three."""
    return PAGE.replace(PAGE[TABLE_THREE], change(PAGE[TABLE_THREE]))


def read(text: str) -> Report:
    return govinfo.parse(text.encode())


def silent(report: Report):
    """The cells with a wrong value that no diagnostic names."""
    named = {cell for diagnostic in report.diagnostics for cell in diagnostic.cells}
    return {
        cell.id for cell in REPORT.cells() if report[cell.id].value not in (None, cell.value) and cell.id not in named
    }


def insert(number, place):
    """Put a number into every row of table three, before the number at a place."""

    def change(table):
        cells = r"(<td>\d+</td>)" * 7
        parts = "".join(rf"\{n}" if n != place else rf"<td>{number}</td>\{n}" for n in range(1, 8))
        return re.sub(cells, parts, table)

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda table: insert(5, 2)(table).replace("<td>商业企业</td>", "<td>小计</td><td>商业企业</td>"),
        insert(5, 1),
        lambda table: (
            re.sub(r"((?:<td>\d+</td>){6})(<td>\d+</td>)</tr>", r"\2\1</tr>", table)
            .replace('<td rowspan="2">总计</td>', "")
            .replace('<td rowspan="2">自然人</td>', '<td rowspan="2">合计</td><td rowspan="2">自然人</td>')
        ),
        lambda table: (
            re.sub(r"(<td>\d+</td>)(?:<td>\d+</td>)((?:<td>\d+</td>){5}</tr>)", r"\1\2", table)
            .replace("<td>法律服务机构</td>", "")
            .replace('<td rowspan="2">总计</td>', '<td rowspan="2">总计</td><td rowspan="2">去年同期</td>')
        ),
        lambda table: re.sub(r"<td>0</td><td>0</td>(<td>\d+</td></tr>)", r'<td colspan="2">0</td>\1', table).replace(
            "</tr>", "<td></td></tr>"
        ),
        lambda table: re.sub(
            r"<td>0</td><td>0</td>(<td>\d+</td>)</tr>", r'<td colspan="2">0</td>\1<td>7</td></tr>', table
        ),
    ],
)
def test_columns_more_or_less(change):
    text = in_table_three(change)
    assert text != PAGE
    assert silent(read(text)) == set()


def test_a_total_in_front_of_the_results_in_table_four():
    outcomes = "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>"
    moved = "<td>总计</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td>"
    text = re.sub(
        r"(<tr>)((?:<td>\d+</td>){15})(</tr>)",
        lambda row: row[1] + "".join(_rotated(re.findall(r"<td>\d+</td>", row[2]))) + row[3],
        PAGE.replace(outcomes, moved),
    )
    assert silent(read(text)) == set()


def _rotated(cells):
    for start in (0, 5, 10):
        yield cells[start + 4]
        yield from cells[start : start + 4]


def test_a_number_over_several_rows_belongs_to_none():
    first, second, third = (
        next(row for row in re.findall("<tr>.*?</tr>", PAGE) if label in row)
        for label in ("无正当理由逾期不补正", "逾期未按收费通知", "3.其他")
    )
    merged = first.replace("<td>", '<td rowspan="3">').replace('<td rowspan="3">1.', "<td>1.")
    text = PAGE.replace(first, merged)
    for row in (second, third):
        text = text.replace(row, re.sub(r"<td>\d+</td>", "", row))
    report = read(text)
    assert silent(report) == set()
    assert report["applications.results.other_handling.correction_overdue.total"].value is None
    assert "X30" in {diagnostic.rule for diagnostic in report.diagnostics}


TOTAL = "applications.new.total"
PRINTED = f"<td>{REPORT[TOTAL].raw}</td></tr>"


@pytest.mark.parametrize(
    "markup",
    [
        "{}<sub>1</sub>",
        '{}<a href="#_ftn1">1</a>',
        '{}<span style="vertical-align:super">1</span>',
        '<span style="text-decoration:line-through">3</span>{}',
        "<del>3</del>{}",
        "<span class=h>3</span>{}",
        "<font><b>1</b></font>{}",
        "<i>1</i>{}",
    ],
)
def test_marks_and_struck_digits(markup):
    assert PAGE.count(PRINTED) == 1
    text = PAGE.replace(PRINTED, f"<td>{markup.format(REPORT[TOTAL].raw)}</td></tr>")
    assert silent(read(text)) == set()


def test_raised_digits_are_not_dropped_in_silence():
    raw = REPORT[TOTAL].raw
    assert len(raw) > 1
    report = read(PAGE.replace(PRINTED, f"<td>{raw[0]}<sup>{raw[1:]}</sup></td></tr>"))
    assert silent(report) == set()
    alone = read(PAGE.replace(PRINTED, f"<td><sup>{raw}</sup></td></tr>"))
    assert alone[TOTAL].value == REPORT[TOTAL].value


@pytest.mark.parametrize(
    "field",
    ['<input value="{}">', '<input type=text value="{}" size=3>', "<textarea>{}</textarea>",
     "<select><option>0<option selected>{}</select>"],
)  # fmt: skip
def test_numbers_in_form_fields(field):
    report = read(PAGE.replace(PRINTED, f"<td>{field.format(REPORT[TOTAL].raw)}</td></tr>"))
    assert report[TOTAL].value == REPORT[TOTAL].value
    assert report.diagnostics == ()


def test_a_page_line_among_numbers_is_told():
    text = lines(printed(REPORT))
    row = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    start = text.index(row) + len(row)
    numbers = text[start:].split("\n\n")[1:8]
    torn = "\n\n".join([*numbers[:4], "第4页", *numbers[5:]])
    report = read(text[:start] + "\n\n" + torn + text[start + len("\n\n" + "\n\n".join(numbers)) :])
    assert silent(report) == set()


def test_the_words_of_a_row_below_its_table_are_told():
    rows = re.findall("<tr>.*?</tr>", PAGE)
    penalties = next(row for row in rows if "行政处罚" in row)
    text = lines(printed(REPORT))
    raw = REPORT["proactive.penalties.decisions"].raw
    text = text.replace(f"行政处罚\n\n{raw}\n\n", "", 1)
    text = text.replace("三、收到和处理", "注：\n\n行政处罚\n\n7\n\n三、收到和处理", 1)
    assert penalties
    assert silent(read(text)) == set()


def test_a_report_of_2019_without_table_two_is_read_by_its_form():
    report = random_report("2019", 2, "county")
    text = page(printed(report))
    start, stop = text.index("<table>"), text.index("</table>") + len("</table>")
    read_again = read(text[:start] + text[stop:])
    assert read_again.form == "2019"
    assert (
        read_again["applications.results.other_handling.total"].value
        == report["applications.results.other_handling.total"].value
    )
