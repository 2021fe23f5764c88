"""Tables put together of pieces: by the sums of rows and columns, and only where one way is left."""

from itertools import accumulate, pairwise
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govinfo.alignment.strip import Token
from govinfo.forms import official_form
from govinfo.parsers.assembling import assemble
from govinfo.parsers.covering import covers
from govinfo.parsers.grouped import groups, readings
from govinfo.parsers.pieces import Piece, values_of
from govinfo.source import Source
from govinfo.testing.generate import random_report

FORMS = st.sampled_from(["2019", "2021"])
SEEDS = st.integers(0, 10**6)


def chance_of(seed):
    return Random(seed)  # noqa: S311 - it decides what is torn


def piece(*values, block=0, rows=(), above=(), loose=False):
    numbers = tuple(Token(str(value), Source(line=1)) for value in values)
    return Piece(numbers, values_of(numbers), block, bool(rows or above), (*above, *rows), tuple(rows), loose)


def table(form, seed, size="province", section=3):
    """The rows of a table with their numbers."""
    report = random_report(form, seed, size)
    places = [place for place in official_form(form).rows if place.table.section == section]
    return places, [[report[cell].value for cell in place.cells] for place in places]


def cut(row, chance):
    """A row in pieces of one to four numbers."""
    ends = [0]
    while ends[-1] < len(row):
        ends.append(min(len(row), ends[-1] + chance.randint(1, 4)))
    return [tuple(row[start:stop]) for start, stop in pairwise(ends)]


def strayed(rows, chance, count):
    """The pieces of rows, some moved down by a few; the first of a row stays before the first of the next."""
    told = [(number, part) for number, row in enumerate(rows) for part in cut(row, chance)]
    for _ in range(count):
        movable = [place for place in range(1, len(told)) if told[place][0] == told[place - 1][0]]
        place = chance.choice(movable)
        told.insert(min(place + chance.randint(1, 6), len(told)), told.pop(place))
    return [part for _, part in told]


def values(shares):
    return [list(values_of(share.numbers)) for share in shares]


@given(FORMS, SEEDS, st.integers(0, 6))
@example("2019", 3062, 4)
@settings(deadline=None, max_examples=40)
def test_what_is_put_together_is_the_table_or_nothing(form, seed, count):
    """Two rows may be exchanged only where each has the same piece: either may be meant, and X64 names all of them."""
    places, rows = table(form, seed)
    parts = strayed(rows, chance_of(seed), count)
    found = values(assemble([piece(*part) for part in parts], places, official_form(form)))
    assert not found or sorted(found) == sorted(rows)
    exchanged = [(one, other) for one, other in zip(found, rows, strict=False) if one != other]
    assert all({*one} & {*other} for one, other in exchanged)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_pieces_that_strayed_find_their_rows_and_columns(form):
    read = 0
    for seed in range(10):
        places, rows = table(form, seed)
        parts = strayed(rows, chance_of(seed), 3)
        read += values(assemble([piece(*part) for part in parts], places, official_form(form))) == rows
    assert read >= 9


def test_a_number_printed_outside_the_table_is_put_in_and_others_are_left_out():
    places, rows = table("2021", 1)
    parts = [piece(*row) for row in rows]
    parts[4:5] = [piece(*rows[4][:2]), piece(*rows[4][3:])]
    outside = [piece(rows[4][2], loose=True), piece(12345, loose=True)]
    assert values(assemble([*parts, *outside], places, official_form("2021"))) == rows
    assert assemble([*parts, outside[1]], places, official_form("2021")) == []


@given(FORMS, SEEDS, st.data())
@settings(deadline=None, max_examples=20)
def test_a_number_that_is_lost_or_changed_leaves_nothing_to_read(form, seed, data):
    places, rows = table(form, seed)
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, 6))
    parts = strayed(rows, chance_of(seed), 2)
    changed = [list(one) for one in rows]
    changed[row][column] += 7
    short = [list(one) for one in rows]
    del short[row][column]
    for broken in (changed, short):
        parts = [piece(*part) for part in strayed(broken, chance_of(seed), 2)]
        assert assemble(parts, places, official_form(form)) == []


def test_rows_that_can_be_made_in_two_ways_are_not_chosen_from():
    pieces = [(10, 20), (30,), (5, 25), (30,)]
    assert len(covers(pieces, 3, 2, frozenset())) == 2
    assert len(covers([(10, 20), (30,), (5, 26), (31,)], 3, 2, frozenset())) == 1


def test_columns_that_can_be_told_in_two_ways_are_not_chosen_from():
    places, rows = table("2021", 2)
    same = [[7, 0, 0, 0, 0, 0, 7], *[[0] * 7 for _ in rows[1:]]]
    same[1][1] = same[1][6] = 7
    torn = [piece(0), piece(7), piece(0, 0, 0, 0, 7)]
    assert assemble([*torn, *torn, *[piece(*row) for row in same[2:]]], places, official_form("2021")) == []


def test_a_label_right_before_its_numbers_tells_the_row():
    places, rows = table("2021", 3)
    form = official_form("2021")
    swapped = [piece(*row) for row in rows]
    swapped[4:6] = [piece(*rows[5][:3], rows=(5,)), piece(*rows[4], rows=(4,)), piece(*rows[5][3:])]
    assert values(assemble(swapped, places, form)) == rows
    twice = [*swapped[:4], piece(*rows[5][:3], rows=(4,)), *swapped[5:]]
    assert assemble(twice, places, form) == []
    above = [*swapped[:4], piece(*rows[5][:3], above=(5,)), piece(*rows[4], above=(4,)), *swapped[6:]]
    assert assemble(above, places, form) == []


@pytest.mark.parametrize("size", ["zero", "county", "province"])
def test_rows_that_follow_each_other_are_read_in_their_order(size):
    for seed in range(4):
        places, rows = table("2019", seed, size)
        parts = [piece(*part) for row in rows for part in cut(row, chance_of(seed))]
        assert values(assemble(parts, places, official_form("2019"))) == rows


def columnwise(rows, widths):
    """A rectangle of the table, block by block, each with some of its columns row by row."""
    edges = list(accumulate(widths, initial=0))
    return [
        piece(*row[start:stop], block=number) for number, (start, stop) in enumerate(pairwise(edges), 1) for row in rows
    ]


@pytest.mark.parametrize("widths", [(1, 1, 1, 1, 1, 1, 1), (3, 4), (3, 1, 1, 2), (1, 1, 1, 1, 1, 2)])
def test_blocks_that_hold_columns_are_read_as_rows(widths):
    places, rows = table("2021", 4)
    parts = [*[piece(*row, block=-place) for place, row in enumerate(rows[:6])], *columnwise(rows[6:], widths)]
    assert values(assemble(parts, places, official_form("2021"))) == rows
    (group,) = [group for group in groups(parts, 7) if len(group.rows) > 1]
    assert (group.start, len(group.rows)) == (6, len(rows) - 6)


def test_a_block_of_first_columns_goes_on_in_several_groups():
    _, rows = table("2021", 5)
    left = [piece(*row[:3], block=1) for row in rows[:4]]
    right = [piece(value, block=10 + place) for place, value in enumerate(rows[0][3:])]
    below = [piece(row[column], block=20 + column) for column in (3, 4, 5, 6) for row in rows[1:4]]
    assert [list(map(list, map(values_of, way))) for way in readings([*left, *right, *below], 7, 4)] == [rows[:4]]


def review(*parts):
    (place,) = [place for place in official_form("2021").rows if place.table.section == 4]
    return values(assemble(list(parts), [place], official_form("2021")))


ROW = [1, 2, 3, 4, 10, 20, 30, 40, 50, 140, 5, 6, 7, 8, 26]


def test_a_table_of_one_row_is_put_together():
    assert review(piece(*ROW[:4]), piece(*ROW[9:]), piece(*ROW[4:9])) == [ROW]
    assert review(piece(*ROW[:3]), piece(*ROW[5:]), piece(*ROW[3:5])) == []
    assert review(piece(*ROW[:3]), piece(*ROW[5:]), piece(*ROW[3:5], loose=True)) == [ROW]
    assert review(piece(*ROW[:3]), piece(*ROW[5:]), piece(4, 11, loose=True)) == []
    assert review(piece(*ROW[:14])) == []


def late_total(rows, number, by):
    """The numbers of rows, each by itself, the total of one of them further behind."""
    told = [piece(value, block=place) for place, value in enumerate(value for row in rows for value in row)]
    place = 7 * number + 6
    told.insert(place + by, told.pop(place))
    return told


@given(FORMS, SEEDS, st.integers(0, 19), st.integers(1, 14))
@settings(deadline=None, max_examples=60)
def test_a_total_that_stands_behind_numbers_of_other_rows_is_put_in_its_place(form, seed, number, by):
    _, rows = table(form, seed)
    told = late_total(rows, number, by)
    assert [list(map(list, map(values_of, way))) for way in readings(told, 7, len(rows))] == [rows]


def test_a_total_is_not_put_in_its_place_where_two_numbers_may_be_it():
    rows = [[1, 2, 0, 0, 0, 0, 3], [0, 5, 0, 0, 0, 0, 5], [0, 0, 3, 0, 0, 0, 3]]
    told = late_total(rows, 0, 3)
    assert readings(told, 7, 3) == []


def test_numbers_at_the_end_of_a_text_are_the_last_of_a_row():
    (place,) = [place for place in official_form("2021").rows if place.table.section == 4]
    row = [0, 0, 0, 15, 15, 4, 0, 0, 23, 27, 0, 22, 0, 0, 22]

    def at(line, value, *, loose=False):
        return Piece((Token(str(value), Source(line=line)),), (value,), loose=loose)

    told = [at(line, value) for line, value in enumerate(row[:13], 1)]
    behind = [at(90, 0, loose=True), at(91, 22, loose=True)]
    before = [at(0, 0, loose=True), at(0, 22, loose=True)]
    assert values(assemble([*told, *behind], [place], official_form("2021"))) == [row]
    assert assemble([*told, *before], [place], official_form("2021")) == []
