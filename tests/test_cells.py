"""The cells of a report in columns, and one by one."""

import copy
import pickle
from functools import partial

import attrs
import pytest

import govinfo
from govinfo.cells import Cell, Cells, as_cells
from govinfo.source import Source
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed

SOURCES = [Source(line=number) for number in range(5)]


def columns(groups):
    return Cells(tuple("abcde"), (1, None, 3, 4, 5), ("1", "", "3", "4", "5"), ("reported",) * 5, groups)


def rows():
    return columns([(2, partial(iter, SOURCES[:2])), (3, partial(iter, SOURCES[2:]))])


def test_one_cell_is_that_of_all():
    for number, name in enumerate("abcde"):
        cells = rows()
        one = cells.of(name)
        assert one == cells[number] == cells.of(name)
        assert one.source == SOURCES[number]


def test_an_unknown_id_is_named():
    with pytest.raises(KeyError, match="x"):
        rows().of("x")


def test_cells_made_one_by_one_are_equal_to_columns():
    cells = rows()
    assert as_cells(tuple(cells)) == cells
    assert hash(as_cells(tuple(cells))) == hash(cells)
    assert as_cells(tuple(cells)[:4]) != cells
    assert as_cells(cells) is cells
    assert cells != list(cells)


def test_copies_are_equal():
    cells = rows()
    assert pickle.loads(pickle.dumps(cells)) == cells  # noqa: S301 - its own bytes
    assert copy.deepcopy(cells) == cells
    assert copy.copy(as_cells(tuple(cells))) == cells


def test_nothing_can_be_written_into_them():
    cells = rows()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cells.values = ()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del cells.values


@pytest.mark.parametrize("wrong", [(None,), ((1, 2),), (Cell("a", 1, "1", "reported", None), "b")])
def test_something_else_among_them_is_refused(wrong):
    with pytest.raises(TypeError, match="where Cell is due"):
        as_cells(wrong)


@pytest.mark.parametrize("layout", ["page", "bars", "tabs", "lines"])
def test_columns_say_what_the_cells_say(layout):
    data = LAYOUTS[layout](printed(random_report("2021", 3, "county"))).encode()
    whole, one = govinfo.parse(data), govinfo.parse(data)
    for number, cell in enumerate(whole.cells()):
        assert one[cell.id] == cell
        assert whole.values[cell.id] == cell.value == whole.value(cell.id)
        columns = whole.all_cells
        assert (columns.ids[number], columns.raws[number], columns.statuses[number]) == (cell.id, cell.raw, cell.status)
        assert cell.id in whole.by_status[cell.status]
    assert whole == one
    assert len(whole) == len(list(whole))


@pytest.mark.parametrize("layout", ["page", "bars", "tabs", "lines"])
def test_a_place_or_a_value_alone_is_that_of_the_cell(layout):
    data = LAYOUTS[layout](printed(random_report("2021", 3, "county"))).encode()
    whole, one = govinfo.parse(data), govinfo.parse(data)
    cells = tuple(whole.cells())
    assert [one.source_of(cell.id) for cell in cells] == [cell.source for cell in cells]
    assert [whole.source_of(cell.id) for cell in cells] == [cell.source for cell in cells]
    assert [one.all_cells.value_of(cell.id) for cell in cells] == [cell.value for cell in cells]


def test_values_come_in_the_order_in_which_they_are_asked_for():
    cells = rows()
    assert cells.values_of(("d", "a", "b")) == (4, 1, None)
    assert cells.values_of(("a", "x")) == (1, None)
    with pytest.raises(KeyError, match="x"):
        cells.value_of("x")
    with pytest.raises(KeyError, match="x"):
        cells.source_of("x")


def test_an_unknown_cell_of_a_report_is_named_with_its_neighbours():
    report = govinfo.parse(LAYOUTS["page"](printed(random_report("2021", 3, "county"))).encode())
    with pytest.raises(KeyError, match="did you mean"):
        report.value("review.upheld.totals")
    with pytest.raises(KeyError, match="has no cell 5"):
        report[5]
