"""Tables arranged otherwise than in the form: read by their labels, or not at all and named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.document import Grid, GridCell, spread
from govinfo.source import Source
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed

FORMS = st.sampled_from(["2019", "2021"])
SIZES = st.sampled_from(["zero", "county", "province"])
GROUPS = ["行政复议", "未经复议直接起诉", "复议后起诉"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def cell(text, down=1, across=1):
    return GridCell(text, Source(), down, across)


def grid(*rows):
    return Grid(tuple(map(tuple, rows)), Source())


def transposed(table):
    """Rows as columns."""
    columns: dict[int, list[GridCell]] = {}
    for row in spread(table):
        for found, start, stop in row.own:
            columns.setdefault(start, []).append(cell(found.text, stop - start, found.rowspan))
    return grid(*(columns[start] for start in sorted(columns)))


def by_group(numbers, groups, outcomes):
    yield [cell(""), *(cell(OUTCOMES[outcome]) for outcome in outcomes)]
    for group in groups:
        yield [cell(GROUPS[group]), *(cell(numbers[group][outcome]) for outcome in outcomes)]


def by_outcome(numbers, groups, outcomes):
    yield [cell("结果"), *(cell(GROUPS[group]) for group in groups)]
    for outcome in outcomes:
        yield [cell(OUTCOMES[outcome]), *(cell(numbers[group][outcome]) for group in groups)]


def a_list(numbers, groups, outcomes):
    for group in groups:
        for outcome in outcomes:
            first = [cell(GROUPS[group], 5)] if outcome == outcomes[0] else []
            yield [*first, cell(OUTCOMES[outcome]), cell(numbers[group][outcome])]


def a_list_below_headings(numbers, groups, outcomes):
    for group in groups:
        yield [cell(GROUPS[group], across=2)]
        yield from ([cell(OUTCOMES[outcome]), cell(numbers[group][outcome])] for outcome in outcomes)


def one_below_another(numbers, groups, outcomes):
    for group in groups:
        yield [cell(GROUPS[group], across=5)]
        yield [cell(OUTCOMES[outcome]) for outcome in outcomes]
        yield [cell(numbers[group][outcome]) for outcome in outcomes]


ARRANGEMENTS = [by_group, by_outcome, a_list, a_list_below_headings, one_below_another]


def tables_of(report):
    return [part for part in printed(report) if isinstance(part, Grid)]


def parse(report, number, *parts):
    """Read the report with other parts in place of a table."""
    mine = iter(enumerate(tables_of(report)))
    shown = []
    for part in printed(report):
        shown += list(parts) if isinstance(part, Grid) and next(mine)[0] == number else [part]
    return govinfo.parse(page(shown).encode())


def numbers_of(report):
    texts = [found.text for found in tables_of(report)[2].rows[-1]]
    return [texts[start : start + 5] for start in (0, 5, 10)]


def values(report):
    return {found.id: found.value for found in report.cells()}


def rules(report):
    return {finding.rule for finding in report.diagnostics}


def wrong(read, report):
    """Cells with a wrong value, and cells without one that nothing names."""
    told = {found for finding in read.diagnostics for found in finding.cells}
    return [
        found.id
        for found in report.cells()
        if read[found.id].value not in (None, found.value)
        or (read[found.id].value is None and read[found.id].status != "blank" and found.id not in told)
    ]


@given(FORMS, st.integers(0, 999), SIZES, st.sampled_from([1, 2]))
@settings(deadline=None, max_examples=15)
def test_a_table_with_the_rows_as_columns(form, seed, size, number):
    report = random_report(form, seed, size)
    read = parse(report, number, transposed(tables_of(report)[number]))
    assert values(read) == values(report)
    assert rules(read) == {"X67"}
    assert [section.text for section in read.sections] == [section.text for section in report.sections]


@given(
    FORMS,
    st.integers(0, 999),
    SIZES,
    st.sampled_from(ARRANGEMENTS),
    st.permutations([0, 1, 2]),
    st.permutations([0, 1, 2, 3, 4]),
    st.booleans(),
)
@settings(deadline=None, max_examples=40)
def test_the_row_of_table_four_in_pieces(form, seed, size, arrangement, groups, outcomes, apart):
    report = random_report(form, seed, size)
    rows = list(arrangement(numbers_of(report), groups, outcomes))
    parts = [grid(*rows)]
    if arrangement is one_below_another and apart:
        parts = [grid(*rows[start : start + 3]) for start in (0, 3, 6)]
    read = parse(report, 2, *parts)
    assert values(read) == values(report)
    assert rules(read) == {"X67", "X03"}
    assert [section.text for section in read.sections] == [section.text for section in report.sections]


def test_small_tables_below_their_names():
    report = random_report("2021", 5, "province")
    numbers = numbers_of(report)
    parts = []
    for group in (2, 0, 1):
        small = grid(list(map(cell, OUTCOMES)), list(map(cell, numbers[group])))
        parts += [*(["行政诉讼"] if group == 2 else []), GROUPS[group], small]
    read = parse(report, 2, *parts)
    assert (values(read), rules(read)) == (values(report), {"X67"})
    assert read.section(4).text == ""


def test_a_row_of_sums_is_no_part_of_the_form():
    report = random_report("2021", 5, "province")
    rows = list(by_group(numbers_of(report), range(3), range(5)))
    sums = [cell("合计"), *(cell("9") for _ in OUTCOMES)]
    assert values(parse(report, 2, grid(*rows, sums))) == values(report)
    wide = [[*row, cell("合计" if number == 0 else "9")] for number, row in enumerate(rows)]
    assert values(parse(report, 2, grid(*wide))) == values(report)


DAMAGES = ["row", "cell", "label", "number", "strange", "more"]


def damaged(rows, damage, row, place):
    """The rows with one of them, or one cell, lost or changed, or one row too many."""
    rows = [list(cells) for cells in rows]
    cells = rows[row % len(rows)]
    place %= len(cells)
    text = cells[place].text
    if damage == "row":
        rows.remove(cells)
    elif damage == "cell":
        del cells[place]
    elif damage == "more":
        rows.append([cell("备注"), *(cell("7") for _ in cells[1:])])
    else:
        other = {"label": "" if not text.isdigit() else text, "number": "" if text.isdigit() else text}
        changed = other.get(damage, f"{text[:-1]}某")
        cells[place] = cell(changed, cells[place].rowspan, cells[place].colspan)
    return [cells for cells in rows if cells]


@given(
    FORMS,
    st.integers(0, 999),
    st.sampled_from(ARRANGEMENTS),
    st.permutations([0, 1, 2]),
    st.sampled_from(DAMAGES),
    st.integers(0, 14),
    st.integers(0, 5),
)
@settings(deadline=None, max_examples=120)
def test_what_is_lost_of_another_arrangement_moves_no_number(form, seed, arrangement, groups, damage, row, place):
    report = random_report(form, seed, "province")
    rows = list(arrangement(numbers_of(report), groups, range(5)))
    read = parse(report, 2, grid(*damaged(rows, damage, row, place)))
    told = {found for finding in read.diagnostics for found in finding.cells}
    assert [found for found in wrong(read, report) if found not in told] == []


@given(FORMS, st.integers(0, 999), st.sampled_from(DAMAGES), st.integers(0, 40), st.integers(0, 30))
@settings(deadline=None, max_examples=80)
def test_what_is_lost_of_a_turned_table_moves_no_number(form, seed, damage, row, place):
    report = random_report(form, seed, "province")
    rows = transposed(tables_of(report)[1]).rows
    read = parse(report, 1, grid(*damaged(rows, damage, row, place)))
    told = {found for finding in read.diagnostics for found in finding.cells}
    assert [found for found in wrong(read, report) if found not in told] == []


def test_an_empty_column_does_not_fill_up_a_row_that_lost_a_cell():
    report = random_report("2021", 5, "province")
    rows = [[*row, cell("")] for row in by_group(numbers_of(report), range(3), range(5))]
    assert values(parse(report, 2, grid(*rows))) == values(report)
    del rows[1][2]
    read = parse(report, 2, grid(*rows))
    assert wrong(read, report) == []


@pytest.mark.parametrize("number", [1, 2])
def test_two_years_beside_each_other_are_editions(number):
    report, other = random_report("2021", 1), random_report("2021", 2)
    own, last = (transposed(tables_of(found)[number]) for found in (report, other))
    read = parse(report, number, "2023年", last, "2024年", own)
    assert values(read) == values(report)
    assert rules(read) == {"X61", "X67"}
