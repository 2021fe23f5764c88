"""Tables that differ from the form: every number is right, or missing with a diagnostic that names its cell."""

import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.alignment.row_doubts import MOST_PLACES
from govinfo.document import Grid
from govinfo.report import Report
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed

REPORT = random_report("2021", 1, "province")
PAGE = page(printed(REPORT))
ROWS = re.findall(r"<tr>.*?</tr>", PAGE)
NUMBER = re.compile(r"<td>(\d+)</td>")


def row_of(label):
    (row,) = [row for row in ROWS if label in row]
    return row


SAFETY, THIRD = row_of("3.危及"), row_of("4.保护")
SAFETY_CELLS = {cell.id for cell in REPORT.cells() if ".safety_stability." in cell.id}


def read(text: str) -> Report:
    return govinfo.parse(text.encode())


def wrong(report: Report):
    """The cells that have another value than the original, or none."""
    return {cell.id for cell in REPORT.cells() if report[cell.id].value != cell.value}


def rules(report: Report):
    return {diagnostic.rule for diagnostic in report.diagnostics}


def named(report: Report):
    return {cell for diagnostic in report.diagnostics for cell in diagnostic.cells}


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        (PAGE, set()),
        (re.sub(r' (?:row|col)span="\d+"', "", PAGE), set()),
        (PAGE.replace("</tr>", "<td></td></tr>"), set()),
        (PAGE.replace("<tr>", "<tr><td></td>"), set()),
        (NUMBER.sub(r"<td>&nbsp;\1</td>", PAGE), set()),
        (PAGE.replace(SAFETY, SAFETY + "<tr><td>— 3 —</td></tr>"), set()),
        (PAGE.replace(SAFETY + THIRD, THIRD + SAFETY), {"X25"}),
        (PAGE.replace(SAFETY, SAFETY * 2), {"X24"}),
        (PAGE.replace(SAFETY, SAFETY + f"<tr><td>合计</td>{'<td>1</td>' * 7}</tr>"), {"X10"}),
        (PAGE.replace("3.危及“三安全一稳定”", "3.口口口口口口"), {"X02"}),
        (re.sub("<td>本年制发件数</td>.*?</tr>", "<td></td><td></td><td></td></tr>", PAGE, count=1), {"X04"}),
        (NUMBER.sub(r"<td>\1件</td>", PAGE), {"X11"}),
    ],
)
def test_the_numbers_are_right(text, doubts):
    report = read(text)
    assert wrong(report) == set()
    assert rules(report) == doubts


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        (PAGE.replace(SAFETY, ""), {"X07"}),
        (PAGE.replace(SAFETY, SAFETY + NUMBER.sub("<td>5</td>", SAFETY)), {"X09"}),
    ],
)
def test_a_row_that_cannot_be_told_is_missing_and_named(text, doubts):
    report = read(text)
    assert wrong(report) == SAFETY_CELLS
    assert all(report[cell].value is None for cell in SAFETY_CELLS)
    assert rules(report) == doubts
    assert named(report) >= SAFETY_CELLS


SHORT, LONG = NUMBER.sub("", SAFETY, count=1), SAFETY.replace("</tr>", "<td>9</td></tr>")


def test_a_row_with_a_cell_too_few_or_too_many_is_settled_by_the_equations():
    short = read(PAGE.replace(SAFETY, SHORT))
    first = "applications.results.refused.safety_stability.natural_person"
    assert wrong(short) == {first}
    assert (short[first].value, short[first].status) == (None, "conflict")
    assert rules(short) == {"X06", "X32"}
    assert named(short) >= SAFETY_CELLS
    long = read(PAGE.replace(SAFETY, LONG))
    assert wrong(long) == set()
    assert rules(long) == {"X32"}


def test_a_row_settled_by_its_own_sum_alone_says_so():
    report = read(PAGE.replace(SAFETY, LONG).replace(THIRD, NUMBER.sub("<td>若干</td>", THIRD)))
    assert wrong(report) == {cell.id for cell in REPORT.cells() if ".third_party_rights." in cell.id}
    assert "X33" in rules(report)


@pytest.mark.parametrize("row", [SHORT, LONG])
def test_equations_that_do_not_hold_settle_nothing(row):
    report = read(PAGE.replace(SAFETY, NUMBER.sub("<td>123456</td>", row, count=1)))
    assert wrong(report) == SAFETY_CELLS
    assert all(report[cell].value is None for cell in SAFETY_CELLS)
    assert rules(report) == {"X06"}
    assert named(report) >= SAFETY_CELLS


def test_a_column_that_is_missing_with_its_label_is_named():
    start, stop = PAGE.index("申请人情况"), PAGE.index("行政复议</td>")
    table = re.sub(r"((?:<td>\d+</td>){2})<td>\d+</td>((?:<td>\d+</td>){4}</tr>)", r"\1\2", PAGE[start:stop])
    report = read(PAGE[:start] + table.replace("<td>科研机构</td>", "") + PAGE[stop:])
    gone = {cell.id for cell in REPORT.cells() if cell.id.endswith(".research")}
    assert wrong(report) == gone
    assert {report[cell].status for cell in gone} == {"absent"}
    assert gone <= {cell for doubt in report.diagnostics if doubt.rule == "X34" for cell in doubt.cells}


def test_a_row_that_looks_like_a_known_one_is_named_with_it():
    copy = NUMBER.sub("<td>5</td>", SAFETY).replace("3.危及“三安全一稳定”", "3.危")
    report = read(PAGE.replace(SAFETY, SAFETY + copy))
    assert {cell for doubt in report.diagnostics if doubt.rule == "X10" for cell in doubt.cells} >= SAFETY_CELLS


def test_table_four_in_parts_is_one_table():
    start = PAGE.rindex("<table>")
    table = PAGE[start : PAGE.rindex("</table>")]
    rows = [re.findall(r"<td[^>]*>.*?</td>", row) for row in re.findall("<tr>.*?</tr>", table)]
    top, middle, bottom, numbers = rows
    first = [top[:1], [re.sub(' rowspan="2"', "", cell) for cell in middle[:5]], numbers[:5]]
    second = [top[1:], middle[5:], bottom, numbers[5:]]
    parts = "".join(
        "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in part) + "</table>" for part in (first, second)
    )
    report = read(PAGE[:start] + parts + PAGE[PAGE.rindex("</table>") + len("</table>") :])
    assert wrong(report) == set()


def test_columns_in_another_order_are_read_by_their_labels():
    report = read(
        PAGE.replace("本年废止件数", "@").replace("现行有效件数", "本年废止件数").replace("@", "现行有效件数")
    )
    row = "proactive.normative_documents."
    assert report[row + "repealed"].value == REPORT[row + "in_force"].value
    assert report[row + "in_force"].value == REPORT[row + "repealed"].value
    assert rules(report) == {"X05"}
    assert [entry.table for entry in report.observed("column_order")] == ["proactive"]


def test_two_tables_with_different_numbers_are_not_chosen_between():
    other = NUMBER.sub(lambda match: f"<td>{int(match[1]) + 1}</td>", PAGE)
    report = read(PAGE.replace("</body></html>", other.removeprefix("<html><body>")))
    changed = {cell.id for cell in REPORT.cells() if report[cell.id].status == "conflict"}
    assert len(changed) > 190
    assert changed <= named(report)
    assert {entry.table for entry in report.observed("second_table")} == {"proactive", "applications", "review"}


def test_a_copy_of_the_page_behind_it_changes_nothing():
    report = read(PAGE + PAGE)
    assert wrong(report) == set()
    assert rules(report) == {"X60"}


def test_a_subtotal_of_a_group_is_kept_beside_the_cells():
    subtotal = f"<tr><td>（三）不予公开小计</td>{''.join(f'<td>{number}</td>' for number in range(7))}</tr>"
    unavailable = next(row for row in ROWS if "（四）无法提供" in row)
    report = read(PAGE.replace(unavailable, subtotal + unavailable))
    assert wrong(report) == set()
    extras = {cell.id: cell.value for cell in report.extras}
    assert extras["applications.results.refused.natural_person"] == 0
    assert extras["applications.results.refused.total"] == 6
    assert len(extras) == 7


def test_a_subtotal_column_is_kept_beside_the_cells():
    header = PAGE.replace("<td>其他</td></tr>", "<td>其他</td><td>小计</td></tr>", 1)
    table = header[header.index("申请人情况") : header.index("五、存在的主要问题")]
    wide = (
        re.sub(r"((?:<td>\d+</td>){6})(<td>\d+</td></tr>)", r"\1<td>77</td>\2", table[: table.index("行政复议")])
        + table[table.index("行政复议") :]
    )
    report = read(header.replace(table, wide))
    assert wrong(report) == set()
    organisations = [cell for cell in report.extras if cell.id.endswith(".organizations")]
    assert len(organisations) == 25
    assert {cell.value for cell in organisations} == {77}


def test_labels_of_the_other_form_are_told():
    report = read(PAGE.replace("本年制发件数", "本年新制作数量"))
    assert report.form == "2021"
    assert "X15" in rules(report)


def test_an_image_in_place_of_a_table_is_no_table_of_zeros():
    start, end = PAGE.rindex("<table>"), PAGE.rindex("</table>")
    report = read(PAGE[:start] + '<img src="a.png">' + PAGE[end + len("</table>") :])
    cells = [cell for cell in report.cells() if cell.id.startswith("review.")]
    assert {(cell.value, cell.status) for cell in cells} == {(None, "absent")}
    assert rules(report) == {"X08"}
    assert [entry.table for entry in report.observed("figure")] == ["review"]
    assert "S07" in {finding.rule for finding in govinfo.check(report)}


def test_headings_without_any_table_are_a_report_without_numbers():
    report = read(re.sub("<table>.*?</table>", "", PAGE))
    assert report.form == "2021"
    assert all(cell.status == "absent" for cell in report.cells())
    assert {"X08", "X14"} <= rules(report)


def test_glued_numbers_beside_an_empty_cell_put_the_row_in_doubt():
    cells = re.findall(r"<td>\d*</td>", SAFETY)
    glued = SAFETY.replace("".join(cells), "<td>00</td>" + "".join(cells[2:]) + "<td></td>")
    report = read(PAGE.replace(SAFETY, glued))
    assert wrong(report) <= named(report)
    assert "X29" in rules(report)


@given(st.sampled_from(["2019", "2021"]), st.integers(0, 999), st.sampled_from(["zero", "county", "province"]))
@settings(deadline=None, max_examples=20)
def test_the_row_of_table_four_below_a_header_that_is_lost(form, seed, size):
    report = random_report(form, seed, size)
    parts = [part for part in printed(report) if not isinstance(part, Grid)]
    *others, review = [part for part in printed(report) if isinstance(part, Grid)]
    alone = Grid(review.rows[-1:], review.source)
    place = parts.index("四、政府信息公开行政复议、行政诉讼情况") + 1
    read = govinfo.parse(
        page([*parts[:place], "结果结果其他未", "维持纠正结果审", alone, *parts[place:], *others]).encode()
    )
    cells = [cell.id for cell in report.cells() if cell.id.startswith("review.")]
    assert [read[cell].value for cell in cells] == [report[cell].value for cell in cells]
    (finding,) = [finding for finding in read.diagnostics if finding.rule == "X04"]
    assert list(finding.cells) == cells


@pytest.mark.parametrize("change", ["sum", "count", "section"])
def test_numbers_below_no_header_that_may_be_others_are_not_read(change):
    report = random_report("2021", 7, "province")
    review = [part for part in printed(report) if isinstance(part, Grid)][-1]
    numbers = list(review.rows[-1])
    if change == "sum":
        numbers[4] = attrs.evolve(numbers[4], text="1")
    elif change == "count":
        del numbers[0]
    parts = [part for part in printed(report) if not isinstance(part, Grid)]
    heading = "五、存在的主要问题及改进情况" if change == "section" else "四、政府信息公开行政复议、行政诉讼情况"
    place = parts.index(heading) + 1
    read = govinfo.parse(page([*parts[:place], Grid((tuple(numbers),), review.source), *parts[place:]]).encode())
    assert all(read[cell.id].value is None for cell in report.cells())


@pytest.mark.parametrize(("numbers", "rule"), [("5", "X09"), (None, "X24")])
@pytest.mark.parametrize("copies", [1, 2, 40])
def test_a_row_that_is_printed_again_and_again_is_one_doubt_with_all_its_places(numbers, rule, copies):
    copy = SAFETY if numbers is None else NUMBER.sub(f"<td>{numbers}</td>", SAFETY)
    report = read(PAGE.replace(SAFETY, SAFETY + copy * copies))
    (doubt,) = report.diagnostics
    assert doubt.rule == rule
    assert set(doubt.cells) == SAFETY_CELLS
    assert f"出现{copies + 1}次" in doubt.message("zh")
    assert f"{copies + 1} times" in doubt.message("en")
    places = [doubt.source, *(related.source for related in doubt.related)]
    rows = [place.row for place in places if place and place.row]
    assert rows == list(range(rows[0], rows[0] + len(places)))
    assert len(doubt.related) == min(copies, MOST_PLACES)
    assert len(list(report.observed("duplicate_row"))) == copies


@pytest.mark.parametrize(("markup", "more"), [("<b>1</b>2<sup>3</sup>", True), ("１２", False)])
def test_a_number_in_pieces_is_not_only_said_to_be_read_as_printed(markup, more):
    report = govinfo.parse(NUMBER.sub(rf"<td>{markup}</td>", PAGE, count=1).encode())
    (found,) = [found for found in report.diagnostics if found.rule == "X11"]
    assert ("marks and hidden text" in found.message("en")) is more
    assert ("标记、隐藏的文字" in found.message("zh")) is more
