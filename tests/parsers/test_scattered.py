"""Cells in reading order, as pdftotext prints them without options: labels and numbers come apart."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.alignment.strip import Token
from govinfo.forms import official_form
from govinfo.parsers.gather import Words, begins_label
from govinfo.parsers.shares import Gap, Share, confirmed, fill, shares
from govinfo.source import Source
from govinfo.testing.damage import change_cell, labels, misspell
from govinfo.testing.dumps import scattered
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import lines, printed

FORMS = st.sampled_from(["2019", "2021"])
SIZES = st.sampled_from(["zero", "county", "province"])
SEEDS = st.integers(0, 10**6)

FORM = official_form("2021")
PLACES = [place for place in FORM.rows if place.table.id == "applications"]
REVIEW = [place for place in FORM.rows if place.table.id == "review"]


def read(text):
    return govinfo.parse(text.encode(), filename="report.txt")


def values(report):
    return {cell.id: cell.value for cell in report.cells()}


def silent(report, found):
    """The cells that are read otherwise, or not at all, without a diagnostic."""
    named = {cell for finding in found.diagnostics for cell in finding.cells}
    return {cell for cell, value in values(report).items() if found[cell].value != value} - named


def tokens(*texts):
    return [Token(text, Source()) for text in texts]


def divided(*texts, places=PLACES[:3]):
    """The numbers of some rows of table three; a label is the name of its row."""
    region = tokens(*texts)
    names = {place.row.id: place for place in places}
    found = {token.text: (number,) for number, token in enumerate(region) if token.text in names}
    entries = shares(region, [(place, found.get(name, ())) for name, place in names.items()], {}, FORM)
    return [([number.text for number in entry.numbers], isinstance(entry, Share)) for entry in entries]


@given(FORMS, SEEDS, SIZES)
@settings(deadline=None, max_examples=60)
def test_a_report_is_read_whole_and_what_was_inferred_is_named(form, seed, size):
    report = random_report(form, seed, size)
    found = read(scattered(printed(report)))
    assert found.parser.parser == "scattered"
    assert values(found) == values(report)
    assert {finding.rule for finding in found.diagnostics} <= {"X64"}
    assert [section.text for section in found.sections] == [section.text for section in report.sections]
    assert found.title == report.title


@given(FORMS, SEEDS, SIZES)
@settings(deadline=None, max_examples=20)
def test_every_number_stands_where_its_source_says(form, seed, size):
    text = scattered(printed(random_report(form, seed, size)))
    rows = text.split("\n")
    for cell in read(text).cells():
        assert rows[cell.source.line - 1][cell.source.column - 1 : cell.source.end_column - 1] == cell.raw


@given(FORMS, SEEDS, SIZES, st.data())
@settings(deadline=None, max_examples=60)
def test_an_empty_cell_moves_no_number_in_silence(form, seed, size, data):
    report = random_report(form, seed, size)
    cell = data.draw(st.sampled_from([cell.id for cell in report.cells()]))
    changed = change_cell(report, cell, None)
    assert silent(changed, read(scattered(printed(changed)))) == set()


@given(FORMS, SEEDS, SIZES, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_a_misspelt_label_moves_no_number_in_silence(form, seed, size, chance):
    report = random_report(form, seed, size)
    parts = printed(report)
    found = read(scattered(misspell(parts, chance.choice(labels(parts)), 2, chance)))
    assert silent(report, found) == set()


@given(FORMS, SEEDS, SIZES, st.integers(0, 10**6))
@settings(deadline=None, max_examples=60)
def test_a_line_that_is_lost_moves_no_number_in_silence(form, seed, size, place):
    report = random_report(form, seed, size)
    rows = scattered(printed(report)).split("\n")
    filled = [number for number, row in enumerate(rows) if re.fullmatch(r"[\f0-9 ]+", row) and row.strip()]
    del rows[filled[place % len(filled)]]
    assert silent(report, read("\n".join(rows))) == set()


def turned(report, row):
    """A text in which the first two of a row's numbers stand in the other order."""
    first, second, *rest = [cell.raw for cell in report.cells() if cell.id.startswith(f"applications.{row}.")]
    before, after = "\n\n".join((first, second, rest[0])), "\n\n".join((second, first, rest[0]))
    text = scattered(printed(report))
    assert text.count(before) == 1, "another report is needed"
    return text.replace(before, after)


@pytest.mark.parametrize("seed", [2, 6, 9])
def test_numbers_away_from_their_label_are_put_in_the_order_in_which_columns_add_up(seed):
    report = random_report("2021", seed, "county")
    found = read(turned(report, "results.refused.internal_affairs"))
    assert values(found) == values(report)
    named = {cell for finding in found.diagnostics if finding.rule == "X64" for cell in finding.cells}
    assert "applications.results.refused.internal_affairs.commercial" in named


@pytest.mark.parametrize("seed", [1, 2, 6])
def test_numbers_behind_their_label_stay_as_they_are_printed(seed):
    report = random_report("2021", seed, "county")
    found = read(turned(report, "results.refused.state_secret"))
    assert values(found) != values(report)
    assert silent(report, found) == set()


def test_a_page_number_in_a_table_is_told_from_its_numbers_where_pages_count_on():
    report = random_report("2021", 4, "county")
    pages = scattered(printed(report)).split("\f")
    text = "\f".join(f"{page}{number}\n" for number, page in enumerate(pages[:-1], 7)) + "\f" + pages[-1]
    assert values(read(text)) == values(report)


def test_the_cells_of_another_layout_are_not_taken_for_these():
    report = random_report("2021", 4, "county")
    assert read(lines(printed(report))).parser.parser == "lines"


def test_numbers_between_rows_are_cut_where_their_sums_hold():
    whole = [(["1", "0", "0", "0", "0", "0", "1"], True), (["0", "2", "0", "0", "0", "1", "3"], True)]
    last = (["4", "0", "0", "0", "0", "0", "4"], True)
    numbers = [text for texts, _ in whole for text in texts]
    assert divided(*numbers, "results.granted", *last[0]) == [*whole, last]
    numbers[6] = "2"
    assert divided(*numbers, "results.granted", *last[0]) == [(numbers, False), last]


def test_a_label_before_the_numbers_of_another_row_stops_the_order():
    rows = [*"1000001", *"0200013"]
    assert divided(*rows[:7], "new", *rows[7:], places=PLACES[:2]) == [(rows, False)]
    assert divided(*rows[:7], "carried_over", *rows[7:], places=PLACES[:2])[1] == (rows[7:], True)


def test_a_table_is_not_divided_where_half_a_row_is_missing():
    row = [*"1000001"]
    assert divided("new", *row, *row[:3]) == [([*row, *row[:3]], False)]


@pytest.mark.parametrize(
    ("numbers", "loose", "expected"),
    [
        ("0 0 0 5 0 0", "5", "0 0 0 5 0 0 5"),
        ("0 0 0 5 0 0", "4", None),
        ("0 0 0 0 0 0", "0", "0 0 0 0 0 0 0"),
        ("0 0 0 0 0 5", "5", None),
        ("1 2 3 0 0 6", "0 0", None),
    ],
)
def test_a_number_elsewhere_is_put_in_where_the_sums_leave_one_way(numbers, loose, expected):
    gap = Gap((PLACES[0],), tuple(tokens(*numbers.split())))
    found = fill([gap], tuple(tokens(*loose.split())), FORM)
    assert [" ".join(number.text for number in share.numbers) for share in found] == ([expected] if expected else [])


def test_numbers_elsewhere_are_all_used_or_none():
    one = Gap((PLACES[0],), tuple(tokens(*["0", "0", "0", "5", "0", "0"])))
    other = Gap(tuple(REVIEW), tuple(tokens(*["1", "0", "0", "0", "1", "2", "0", "0", "0", "2", "0", "0", "3", "0"])))
    assert len(fill([one, other], tuple(tokens("5", "3")), FORM)) == 2
    assert fill([one, other], tuple(tokens("5", "3", "9")), FORM) == []
    assert fill([one, other], tuple(tokens("5")), FORM) == []


@given(SEEDS, st.sampled_from(["zero", "county"]), st.integers(0, len(PLACES) - 1), st.integers(0, 6))
@settings(deadline=None, max_examples=60)
def test_the_sums_of_columns_tell_where_a_number_goes(seed, size, row, column):
    report = random_report("2021", seed, size)
    table = [Share(place, tuple(tokens(*(report[cell].raw for cell in place.cells))), beside=True) for place in PLACES]
    whole = table[row]
    gap = Gap((whole.place,), (*whole.numbers[:column], *whole.numbers[column + 1 :]))
    (found,) = fill([*table[:row], gap, *table[row + 1 :]], (whole.numbers[column],), FORM)
    assert [number.text for number in found.numbers] == [number.text for number in whole.numbers]


def test_numbers_of_a_row_in_the_wrong_order_break_the_sums_of_their_columns():
    report = random_report("2021", 6, "county")
    table = [Share(place, tuple(tokens(*(report[cell].raw for cell in place.cells))), beside=True) for place in PLACES]
    assert confirmed(table, FORM)
    place, numbers = table[0].place, table[0].numbers
    assert not confirmed([Share(place, (numbers[1], numbers[0], *numbers[2:]), beside=True), *table[1:]], FORM)
    assert not confirmed([Gap((place,), numbers), *table[1:]], FORM)


def test_a_label_is_gathered_from_pieces_with_other_words_between():
    words = Words(tokens("甲", "1.要求", "别的", "更正", "", "2.其他", "信息"))
    assert words.take([(("要求更正信息",), False), (("其他",), True), (("没有",), False)]) == [(1, 3, 6), (5,), ()]
    assert words.left() == [0, 2, 4]


def test_a_piece_before_the_first_of_a_label_belongs_to_it():
    words = Words(tokens("更正信息", "1.要求"))
    assert words.take([(("要求更正信息",), False)]) == [(1, 0)]


def test_a_label_with_a_namesake_needs_its_number():
    assert Words(tokens("总计")).take([(("总计",), True)]) == [()]
    assert Words(tokens("（七）总计")).take([(("总计",), True)]) == [(0,)]


@pytest.mark.parametrize(("text", "begins"), [("规章", True), ("行政规范性", True), ("行政", False), ("说明", False)])
def test_the_beginning_of_a_label_is_known(text, begins):
    assert begins_label(text) == begins
