"""Manners in which programs that turn pages into text put bars around cells: filling, blanks, lines within cells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.document import Grid
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed
from govinfo.testing.web_dumps import WEB_DUMPS

KINDS = ("natural_person", "commercial", "research", "public_welfare", "legal_services", "other_organization", "total")
NEW = tuple(f"applications.new.{kind}" for kind in KINDS)


def rows(report, *, keep_blanks):
    """Whole rows, filled up with bars that have nothing between; blank cells kept or, as some programs do, dropped."""
    lines = []
    for part in printed(report):
        if not isinstance(part, Grid):
            lines.append(part)
            continue
        width = max(sum(cell.colspan for cell in row) for row in part.rows)
        for row in part.rows:
            texts = [cell.text for cell in row if cell.text or keep_blanks]
            lines.append((" | ".join(texts) + " | " + "|" * (width - len(texts))).rstrip())
    return "\n".join(lines)


def blanks_below(report):
    """Whole rows, in which the line is broken in front of the bar that ends an empty cell."""
    lines = []
    for part in printed(report):
        rows = [[cell.text for cell in row] for row in part.rows] if isinstance(part, Grid) else []
        lines += ["".join(f" {text} |" if text else "\n|" for text in row).strip() for row in rows]
        lines += [part] if isinstance(part, str) else []
    return "\n".join(lines)


def one_line(report):
    """The whole report on one line, with a bar behind each cell."""
    parts = printed(report)
    texts = [
        part if isinstance(part, str) else "".join(f"{cell.text} | " for row in part.rows for cell in row)
        for part in parts
    ]
    return " ".join(" ".join(texts).replace("\n", " ").split(" "))


def parse(text):
    return govinfo.parse(text.encode())


def codes(report, cell):
    return {found.rule for found in report.diagnostics if cell in found.cells}


@given(st.integers(0, 10**6), st.sets(st.sampled_from(NEW[:-1]), min_size=1))
@settings(deadline=None, max_examples=40)
def test_blanks_in_front_of_filling_are_cells(seed, blank):
    report = random_report("2021", seed, "county")
    for cell in blank:
        report = change_cell(report, cell, None)
    read = parse(rows(report, keep_blanks=True))
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]
    assert {read[cell].status for cell in blank} == {"blank"}
    assert "X13" not in {found.rule for found in read.diagnostics}


@given(st.integers(0, 10**6), st.sampled_from(["2019", "2021"]), st.sets(st.integers(0, 150), min_size=4))
@settings(deadline=None, max_examples=40)
def test_empty_cells_below_their_row_are_cells_of_it(seed, form, places):
    report = random_report(form, seed, "county")
    cells = [cell.id for cell in report.cells()]
    blank = {cells[place] for place in places} - {cell for cell in cells if cell.endswith("total")}
    for cell in {*blank, *NEW[2:5]}:
        report = change_cell(report, cell, None)
    read = parse(blanks_below(report))
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]
    assert {read[cell].status for cell in NEW[2:5]} == {"blank"}
    line, column = read[NEW[6]].source.line, read[NEW[6]].source.column
    assert blanks_below(report).split("\n")[line - 1][column - 1 :].startswith(str(report[NEW[6]].value))


@given(st.integers(0, 10**6), st.sets(st.sampled_from(NEW), min_size=1, max_size=6))
@settings(deadline=None, max_examples=40)
def test_a_row_that_has_lost_its_blanks_is_not_filled_up_with_filling(seed, blank):
    report = random_report("2021", seed, "county")
    for cell in blank:
        report = change_cell(report, cell, None)
    read = parse(rows(report, keep_blanks=False))
    for cell in NEW:
        assert read[cell].value in (None, report[cell].value)
        assert read[cell].value is not None or codes(read, cell) & {"X06", "X70", "X07"}
    others = [cell.id for cell in report.cells() if cell.id not in NEW]
    assert [read[cell].value for cell in others] == [report[cell].value for cell in others]


@given(st.integers(0, 10**6), st.sets(st.sampled_from(NEW), min_size=1, max_size=6))
@settings(deadline=None, max_examples=20)
def test_a_row_that_has_lost_its_blanks_in_a_text_is_no_error_of_the_report(seed, blank):
    report = random_report("2021", seed, "county")
    for cell in blank:
        report = change_cell(report, cell, None)
    texts = [rows(report, keep_blanks=False), LAYOUTS["lines"](printed(report)).replace("\n\n\n", "\n")]
    for found in [found for text in texts for found in govinfo.check(parse(text)) if found.rule == "S14"]:
        assert (found.severity, set(NEW)) == ("warning", set(found.cells))
    assert any(found.rule == "S14" for found in govinfo.check(parse(texts[0])))


def test_a_row_whose_cells_show_that_one_is_missing_is_an_error_of_the_report():
    report = random_report("2021", 3, "county")
    page = LAYOUTS["page"](printed(report))
    label = page.index("上年结转政府信息公开申请数量")
    first = page.index("<td", label)
    short = page[:first] + page[page.index("</td>", first) + len("</td>") :]
    (found,) = [found for found in govinfo.check(govinfo.parse(short.encode())) if found.rule == "S14"]
    assert (found.severity, "6≠7" in found.message("zh")) == ("error", True)


def test_blanks_on_lines_of_their_own_are_cells_where_filling_follows():
    report = random_report("2021", 8, "county")
    for cell in NEW[:-1]:
        report = change_cell(report, cell, None)
    read = parse(LAYOUTS["bars"](printed(report)))
    assert [read[cell].status for cell in NEW] == ["blank"] * 6 + ["reported"]
    assert "X13" not in {found.rule for found in read.diagnostics}


@pytest.mark.parametrize("step", range(2, 6))
def test_a_bar_below_some_numbers_ends_their_cells(step):
    report = random_report("2021", step, "county")
    lines = LAYOUTS["bars"](printed(report)).split("\n")
    numbers = [place for place, line in enumerate(lines) if line.removesuffix(" |").isdigit()]
    for place in numbers[::step]:
        lines[place] = f"{lines[place][:-2]}\n   |"
    read = parse("\n".join(lines))
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]
    assert read.diagnostics == ()


@pytest.mark.parametrize("layout", ["bars", "pipes", "lines", *WEB_DUMPS])
def test_a_report_that_breaks_off_in_its_first_table_is_read_so_far(layout):
    report = random_report("2021", 5, "county")
    text = {**LAYOUTS, **WEB_DUMPS}[layout](printed(report))
    read = parse(text[: text.index("行政处罚")])
    due = [cell.id for cell in report.cells()][:7]
    assert [read[cell].value for cell in due] == [report[cell].value for cell in due]
    (cut,) = [found for found in read.diagnostics if found.rule == "X27"]
    assert cut.severity == "error"
    assert {cell.id for cell in report.cells()} - set(due) <= set(cut.cells)


GLOSSED = {
    "数": "數(shù)",
    "规": "規(guī)",
    "业": "業(yè)",
    "现": "現(xiàn)",
    "发": "發(fā)",
    "办": "办(bàn)",
    "处": "處（chǔ）",
}


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_pronunciations_behind_characters_are_no_part_of_labels(layout):
    report = random_report("2021", 6, "county")
    text = LAYOUTS[layout](printed(report))
    for plain, glossed in GLOSSED.items():
        text = text.replace(plain, glossed)
    read = parse(text)
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]
    assert not {found.rule for found in read.diagnostics} & {"X01", "X02", "X03"}


@given(st.integers(0, 10**6), st.sampled_from(["2019", "2021"]), st.sampled_from(["zero", "county", "province"]))
@settings(deadline=None, max_examples=25)
def test_a_report_on_one_line_is_read_where_it_stands(seed, form, size):
    report = random_report(form, seed, size)
    text = one_line(report)
    read = parse(text)
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]
    assert {found.rule for found in read.diagnostics} <= {"X16", "X17", "X18"}
    for cell in read.cells():
        assert (cell.source.line, text[cell.source.column - 1 : cell.source.end_column - 1]) == (1, cell.raw)
    assert [section.heading for section in read.sections] == [section.heading for section in report.sections]


@given(st.integers(0, 10**6), st.sampled_from(["2019", "2021"]), st.integers(0, 150))
@settings(deadline=None, max_examples=25)
def test_an_empty_cell_of_a_report_on_one_line_moves_no_other_in_silence(seed, form, place):
    report = random_report(form, seed, "county")
    report = change_cell(report, [cell.id for cell in report.cells()][place], None)
    read = parse(one_line(report))
    for cell in report.cells():
        assert read[cell.id].value == cell.value or codes(read, cell.id)


def test_a_long_line_with_one_heading_alone_is_left_as_it_is():
    report = random_report("2021", 2, "county")
    text = LAYOUTS["bars"](printed(report))
    note = "、".join(["本年度报告按照一、总体情况 的次序编写 | 附后"] * 30)
    assert [cell.value for cell in parse(f"{note}\n{text}").cells()] == [cell.value for cell in report.cells()]
