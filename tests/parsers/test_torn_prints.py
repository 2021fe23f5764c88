"""Prints in which labels, headers, digits or rows are torn: what converters make of narrow columns."""

import pytest

import govinfo
from govinfo.alignment.cells import fit
from govinfo.alignment.strip import Token
from govinfo.document import Grid, spread
from govinfo.parsers.gather import is_of_group
from govinfo.source import Source
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed
from govinfo.text.width import width_of

COLUMN, LETTER = 30_000, 6_400
"""Widths of a column and of a letter in thousandths of a point, where five letters and a half fit a column."""


def values(report):
    return {cell.id: cell.value for cell in report.cells()}


def read(text, suffix=".txt"):
    return govinfo.parse(text.encode(), filename="report" + suffix)


def lines_of(text, room):
    lines = [""]
    for char in text:
        if width_of(lines[-1] + char) > room:
            lines.append("")
        lines[-1] += char
    return lines


def barred(grid):
    """A table as antiword prints it: no rules, long cells over several lines, widths rounded cell by cell."""
    for row in spread(grid):
        placed = [(start, stop, cell.text) for cell, start, stop in row.own] + [(*span, "") for span in row.above]
        cells = []
        for start, stop, text in sorted(placed):
            room = int(((stop - start) * COLUMN + LETTER / 2) / LETTER) - 1
            cells.append([line + " " * (room - width_of(line)) for line in lines_of(text, room)])
        for number in range(max(map(len, cells))):
            yield (
                "|"
                + "|".join(lines[number] if number < len(lines) else " " * width_of(lines[0]) for lines in cells)
                + "|"
            )


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("size", ["zero", "county", "province"])
def test_digits_torn_in_cells_whose_widths_were_rounded_are_joined(form, size):
    for seed in range(2):
        report = random_report(form, seed, size)
        parts = [part if isinstance(part, str) else "\n".join(barred(part)) for part in printed(report)]
        assert values(read("\n\n".join(parts))) == values(report)


def token(text):
    return Token(text, Source(), padding=not text)


def test_filling_around_the_only_cell_of_a_row_tells_nothing():
    assert [found.text for found in fit([token(""), token("5"), token("")], 1)] == ["5"]
    assert fit([token(""), token("5"), token("6"), token("")], 1) is None
    blank = Token("", Source())
    assert fit([blank, token("5"), blank], 1) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开", True),
        ("无法提", True),
        ("（五）", True),
        ("1.", False),
        ("（七）总计", False),
        ("总计", False),
        ("其他处", False),
    ],
)
def test_pieces_of_groups_are_told_from_labels_of_rows(text, expected):
    assert is_of_group(text) is expected


def spaced(report, tear):
    """The text of a report with columns set apart by blanks; `tear` prints the label of a row."""
    lines = []
    for part in printed(report):
        if not isinstance(part, Grid):
            lines += ["", part]
            continue
        for row in spread(part):
            words = [cell.text for cell, *_ in row.own]
            count = next((place for place, text in enumerate(words) if text.isdigit()), 0)
            numbers = "".join(f"{text:>10}" for text in words[count:])
            lines += tear(words[count - 1], numbers) if count else ["   ".join(words)]
    return "\n".join(lines)


def test_a_label_torn_around_its_numbers_beside_a_piece_of_its_group_is_that_of_the_row():
    torn = "5.属于三类内部事务信息"

    def tear(label, numbers):
        if label != torn:
            return [f"            {label}{'  ' * (20 - len(label))}{numbers}"]
        half = len(label) * 2 // 3
        return [
            "（三）",
            f"不予公      {label[:half]}",
            f"开          {'  ' * 20}{numbers}",
            f"            {label[half:]}",
        ]

    report = random_report("2021", 3, "county")
    found = read(spaced(report, tear))
    row = "applications.results.refused.internal_affairs."
    assert {cell: value for cell, value in values(found).items() if cell.startswith(row)} == {
        cell: value for cell, value in values(report).items() if cell.startswith(row)
    }


def test_the_label_of_an_empty_row_is_not_given_to_the_row_below():
    empty = "3.其他"

    def tear(label, numbers):
        if label == empty:
            return [f"            {label}"]
        return [f"{'  ' if label.startswith('（') else '            '}{label}{'  ' * (20 - len(label))}{numbers}"]

    report = random_report("2021", 3, "county")
    found = values(read(spaced(report, tear)))
    assert found["applications.results.other_handling.other.total"] is None
    assert found["applications.results.total.total"] in (None, report["applications.results.total.total"].value)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_a_row_broken_behind_a_bar_goes_on_with_numbers(form):
    report = random_report(form, 3, "province")
    lines = []
    for part in printed(report):
        if isinstance(part, str):
            lines += ["", part]
            continue
        for number, row in enumerate(spread(part)):
            text = "| ".join(cell.text for cell, *_ in row.own)
            broken = text.rpartition("| ")
            lines += [broken[0] + "|", broken[2]] if number % 9 == 5 and broken[2].isdigit() else [text]
    assert values(read("\n".join(lines), ".md")) == values(report)
