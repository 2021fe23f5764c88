"""Lists with labels of the form that are no tables of it, and numbers below the row without a label."""

import pytest

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed

SECTION_ONE = "（三）政府信息管理。文件归档及时。"
POSTS = [("信息类别", "数量（条）"), ("行政许可", "312"), ("行政处罚", "128"), ("行政强制", "7"), ("总计", "447")]
ANSWERS = [("答复类型", "件数"), ("予以公开", "9"), ("部分公开", "3"), ("重复申请", "1"), ("总计", "13")]


def listed(rows):
    return "<table>" + "".join(f"<tr><td>{label}</td><td>{number}</td></tr>" for label, number in rows) + "</table>"


def page_of(report):
    text = page(printed(report))
    assert SECTION_ONE in text
    return text


def wrong(report, read):
    return [cell.id for cell in report.cells() if read[cell.id].value != cell.value]


def rules(read):
    return {found.rule for found in read.diagnostics}


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("rows", "doubts"), [(POSTS, {"2019": set(), "2021": {"X61"}}), (ANSWERS, {})])
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_list_in_the_narrative_is_no_table_of_the_form(form, seed, rows, doubts, place):
    report = random_report(form, seed, "county")
    text = page_of(report)
    text = text.replace(SECTION_ONE, SECTION_ONE + listed(rows)) if place == "above" else text + listed(rows)
    read = govinfo.parse(text.encode())
    assert wrong(report, read) == []
    assert rules(read) == doubts.get(form, set())


def test_a_short_row_alone_is_doubted():
    report = random_report("2021", 2, "province")
    row = "（一）予以公开"
    before, found, behind = page_of(report).partition(f'<td colspan="2">{row}</td>')
    assert found
    read = govinfo.parse((before + found + "<td>9</td>" + behind[behind.index("</tr>") :]).encode())
    assert set(wrong(report, read)) == {cell.id for cell in report.cells() if ".results.granted." in cell.id}
    assert "X06" in rules(read)


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("label", ["（一）予以公开", "四、结转下年度继续办理"])
def test_a_row_with_one_number_beside_its_copy_contradicts_it(first, label):
    report = random_report("2021", 2, "province")
    text = page_of(report)
    start = text.rindex("<tr>", 0, text.index(f">{label}</td>"))
    row = text[start : text.index("</tr>", start) + len("</tr>")]
    numbers = "".join(f"<td>{number}</td>" for number in range(7))
    own, other = (f"<tr><td>{label}</td>{cells}</tr>" for cells in ("<td>0</td>", numbers))
    short, whole = (own, other) if first else (other, own)
    read = govinfo.parse(text.replace(row, f"{short}{whole}").encode())
    assert "X09" in rules(read)
    assert all(read[cell].value is None for cell in wrong(report, read))


def test_a_few_rows_of_a_long_table_are_no_edition_of_it():
    report = random_report("2021", 3, "county")
    again = f"<p>其中：</p><table><tr><td>（七）总计</td>{'<td>3</td>' * 7}</tr></table>"
    read = govinfo.parse((page_of(report) + again).encode())
    named = {cell for found in read.diagnostics for cell in found.cells}
    assert set(wrong(report, read)) <= named
    assert all(".results.total." in cell for cell in wrong(report, read))


@pytest.mark.parametrize("write", [" | ".join, "\t".join])
@pytest.mark.parametrize("label", [[], ["上年"]])
@pytest.mark.parametrize("first", [True, False])
def test_a_second_row_of_numbers_without_a_label_is_a_conflict(write, label, first):
    report = random_report("2021", 3, "county")
    lines: list[str] = []
    for part in printed(report):
        rows = (
            [[part]] if isinstance(part, str) else [[cell.text.replace("\n", "") for cell in row] for row in part.rows]
        )
        if len(rows[-1]) == 15:
            rows.insert(len(rows) - first, [*label, *["99"] * 15])
        lines += map(write, rows)
    read = govinfo.parse("\n".join(lines).encode())
    named = {cell for found in read.diagnostics for cell in found.cells}
    assert set(wrong(report, read)) <= named


@pytest.mark.parametrize("translation", ["{} (Total)", "{}<br>Total", "{} / Sum of all"])
def test_english_beside_a_label_is_no_part_of_it(translation):
    report = random_report("2021", 3, "county")
    text = page_of(report).replace("总计", translation.format("总计"))
    text = text.replace("规章<", "规章 Administrative rules<")
    read = govinfo.parse(text.encode())
    assert wrong(report, read) == []
    assert read.diagnostics == ()


def test_a_row_without_any_number_is_doubted_beside_a_row_without_a_place():
    report = random_report("2021", 3, "province")
    rows = [cell.raw for cell in report.cells() if ".not_processed.petition." in cell.id]
    numbers = "".join(f"<td>{value}</td>" for value in rows)
    text = page_of(report)
    assert f"<td>1.信访举报投诉类申请</td>{numbers}</tr>" in text
    torn = f"<td>1.</td>{numbers}</tr><tr><td>信访举报投诉类申请</td>{'<td></td>' * 7}</tr>"
    read = govinfo.parse(text.replace(f"<td>1.信访举报投诉类申请</td>{numbers}</tr>", torn).encode())
    named = {cell for found in read.diagnostics for cell in found.cells}
    assert set(wrong(report, read)) <= named
