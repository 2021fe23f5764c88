"""Tables that are printed as the form prints them are read at sight, and never otherwise than on the long road."""

from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.alignment.labels import label_index
from govinfo.alignment.patterns import patterns_of
from govinfo.alignment.survey import Survey
from govinfo.alignment.tables import read_tables
from govinfo.alignment.usual_reading import read_usual
from govinfo.contracts import Hint
from govinfo.forms import official_form
from govinfo.parsers import grids
from govinfo.readers.web.html import read
from govinfo.registry import Registry
from govinfo.testing.damage import OPERATORS, change_cell, traced
from govinfo.testing.damage.suite import FORMS, PRINTERS, RATES, SIZES, Case
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, page, printed

CONTEXT = Registry.builtin().context
PATTERNS = patterns_of(CONTEXT.forms, CONTEXT.aliases)


def outcome(data):
    try:
        return govinfo.parse(data)
    except govinfo.NotAReport as error:
        return str(error)


def both_roads_agree(data):
    at_sight = outcome(data)
    with patch("govinfo.alignment.survey.usual_at", return_value=None):
        return outcome(data) == at_sight


def is_read_at_sight(data):
    """Whether the tables of a document are read at sight."""
    readings = []

    def noted(*given):
        readings.append(read_usual(*given))
        return readings[-1]

    with patch("govinfo.parsers.layout.read_usual", noted):
        outcome(data)
    return any(reading is not None for reading in readings)


def reading_of(markup):
    strip = grids.rows(read(markup.encode(), Hint()))
    survey = Survey(strip, PATTERNS)
    forms = [form for form in CONTEXT.forms if all(form.id in table.pattern.places for table in survey.tables)]
    index = label_index(forms[0], CONTEXT.aliases)
    return (survey.tables and read_usual(survey, index)) or read_tables(strip, index)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", FORMS)
def test_an_official_page_is_read_at_sight(form, size):
    report = random_report(form, 5, size)
    reading = reading_of(page(printed(report)))
    assert reading.alignment is None
    assert {cell.id: cell.value for cell in reading.cells} == report.values


def test_every_table_of_the_forms_is_known_at_sight():
    for form in FORMS:
        strip = grids.rows(read(page(printed(random_report(form, 1, "county"))).encode(), Hint()))
        found = Survey(strip, PATTERNS).tables
        assert [places[-1].table for table in found for places in [table.pattern.places[form]]] == [
            table for known in CONTEXT.forms if known.id == form for table in known.tables
        ]


@pytest.mark.parametrize(
    ("printed_text", "other"),
    [
        ("<td>0</td>", "<td rowspan='2'>0</td>"),
        ("<td>0</td>", "<td>1 2</td>"),
        ("<td>0</td>", "<td>0</td><td>0</td>"),
        ("<p>", "<p>7</p><p>"),
        ("<p>", "<p>总计</p><p>"),
        ("<p>", "<p>序号</p><p>"),
        ("总计", "合计"),
    ],
)
def test_what_is_unusual_takes_the_long_road(printed_text, other):
    markup = page(printed(random_report("2021", 1, "zero")))
    assert printed_text in markup
    changed = markup.replace(printed_text, other, 1)
    assert reading_of(changed).alignment is not None
    assert both_roads_agree(changed.encode())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_an_official_report_is_read_at_sight_in_every_layout(layout, form, size):
    report = random_report(form, 6, size)
    data = LAYOUTS[layout](printed(report)).encode()
    assert is_read_at_sight(data)
    assert govinfo.parse(data).values == report.values


def cells_below(label):
    """The lines of a dump with a cell a line, and where the numbers of a row begin."""
    lines = LAYOUTS["lines"](printed(random_report("2021", 6, "county"))).split("\n\n")
    return lines, next(place for place, line in enumerate(lines) if line.endswith(label)) + 1


@pytest.mark.parametrize("cell", range(7))
def test_a_row_that_has_lost_a_blank_cell_is_not_read_at_sight(cell):
    lines, first = cells_below("结转下年度继续办理")
    del lines[first + cell]
    data = "\n\n".join(lines).encode()
    assert not is_read_at_sight(data)
    assert both_roads_agree(data)


@pytest.mark.parametrize("cell", range(7))
def test_a_row_that_has_lost_a_cell_and_caught_a_number_is_not_read_at_sight(cell):
    lines, first = cells_below("结转下年度继续办理")
    del lines[first + cell]
    data = "\n\n".join([*lines[: first + 6], "907", *lines[first + 6 :]]).encode()
    assert not is_read_at_sight(data)
    assert any(finding.rule == "X29" for finding in govinfo.parse(data).diagnostics)


@pytest.mark.parametrize("cell", range(7))
def test_a_wide_gap_for_a_blank_cell_is_not_read_at_sight(cell):
    lines, first = cells_below("结转下年度继续办理")
    lines[first + cell] = ""
    data = "\n\n".join(lines).encode()
    assert not is_read_at_sight(data)
    assert both_roads_agree(data)


def test_a_label_that_begins_above_a_table_takes_the_long_road():
    text = LAYOUTS["pipes"](printed(random_report("2021", 6, "county")))
    note = official_form("2021").tables[1].note or ""
    data = text.replace(note, f"三、\n{note}", 1).encode()
    assert note
    assert data != text.encode()
    assert not is_read_at_sight(data)
    assert both_roads_agree(data)


EDITS = ("7", "0", "/", "|", "||", "0 |", "\t", "\t0", "总计", "总计 |", "其他", "行政", "- 3 -", "", "三、", "\u00a0")
"""Lines that may have come into a dump."""


@st.composite
def edited_dumps(draw):
    """Dumps of which lines were lost, moved, put in or cut short."""
    report = random_report(draw(st.sampled_from(FORMS)), draw(st.integers(0, 50)), draw(st.sampled_from(SIZES)))
    layout = draw(st.sampled_from([name for name in sorted(LAYOUTS) if name != "page"]))
    lines = LAYOUTS[layout](printed(report)).split("\n")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(lines) - 2))
        edit = draw(st.sampled_from(("lost", "moved", "put in", "ended", "cut short")))
        if edit == "lost":
            del lines[place]
        elif edit == "moved":
            lines[place : place + 2] = [lines[place + 1], lines[place]]
        elif edit == "put in":
            lines.insert(place, draw(st.sampled_from(EDITS)))
        elif edit == "ended":
            lines[place] += draw(st.sampled_from((" |", "|", "\t", " | |")))
        else:
            lines[place] = lines[place][: draw(st.integers(0, 3))]
    return "\n".join(lines).encode()


@given(edited_dumps())
@settings(deadline=None, max_examples=200)
def test_both_roads_read_an_edited_dump_alike(data):
    assert both_roads_agree(data)


@st.composite
def cases(draw):
    names = tuple(draw(st.lists(st.sampled_from(sorted(OPERATORS)), min_size=1, max_size=2, unique=True)))
    layout = draw(st.sampled_from(sorted(PRINTERS)))
    form, size = draw(st.sampled_from(FORMS)), draw(st.sampled_from(SIZES))
    return Case(names, layout, form, size, draw(st.integers(0, 10**6)), draw(st.sampled_from(RATES)))


@given(cases())
@settings(deadline=None, max_examples=150)
def test_both_roads_read_a_damaged_report_alike(case):
    parts, chance = traced(random_report(case.form, case.seed, case.size)), case.chance
    for name in case.damages:
        parts = OPERATORS[name].apply(parts, case.rate, chance)
    assert both_roads_agree(PRINTERS[case.layout](parts).encode())


AROUND = (
    "7",
    "/",
    "2023年",
    "单位：万元",
    "序号",
    "总计",
    "行政",
    "复议",
    "行政处罚",
    "大",
    "中",
    "二〇二三年度统计表",
    "本级机关汇总",
    "初稿",
    "其他",
    "某日，工作人员查阅了登记簿。",
    "四、",
    "",
)
"""What may stand around tables and be taken for a part of them."""


@given(
    st.sampled_from(FORMS),
    st.integers(0, 100),
    st.lists(st.tuples(st.sampled_from(AROUND), st.integers(0, 40)), min_size=1, max_size=4),
    st.booleans(),
)
@example("2021", 1, [("大", 0), ("中", 1)], False)
@settings(deadline=None, max_examples=120)
def test_both_roads_agree_whatever_stands_around_the_tables(form, seed, around, as_tables):
    parts = printed(random_report(form, seed, "county"))
    markup = [page([part]) for part in parts]
    for text, place in around:
        line = f"<table><tr><td>{text}</td><td>{text}</td></tr></table>" if as_tables else f"<p>{text}</p>"
        markup.insert(place % len(markup), line)
    assert both_roads_agree("".join(markup).encode())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", FORMS)
def test_both_roads_read_a_printed_report_alike(form, layout):
    report = random_report(form, 9, "province")
    assert official_form(form).id == report.form
    assert both_roads_agree(LAYOUTS[layout](printed(report)).encode())


@pytest.mark.parametrize("layout", ["bars", "lines", "pipes", "page"])
def test_a_row_whose_total_stands_one_cell_early_is_read_alike(layout):
    report = random_report("2019", 3, "county")
    row = [cell.id for cell in report.cells() if cell.id.startswith("applications.new.")]
    for cell, number in zip(row, (33, 0, 11, 0, 36, 80, 0), strict=True):
        report = change_cell(report, cell, number)
    data = LAYOUTS[layout](printed(report)).encode()
    assert both_roads_agree(data)
    doubted = {cell for finding in govinfo.parse(data).diagnostics for cell in finding.cells}
    assert set(row) <= doubted if layout in ("bars", "lines") else not doubted
