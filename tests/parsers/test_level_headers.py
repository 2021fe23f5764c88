"""Headers whose lowest labels stand side by side, but on different lines, as pdftotext -layout writes them."""

from collections.abc import Callable

import pytest

import govinfo
from govinfo.document import Grid
from govinfo.report import Report
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import Part, printed


def level_header(grid: Grid) -> list[str]:
    """The table of review on four lines, its lowest labels on two of them."""
    groups, second, others, numbers = ([cell.text.replace("\n", "") for cell in row] for row in grid.rows)
    first, kinds = second[:5], second[5:]
    middle = " " * 40
    return [
        groups[0] + middle + groups[1],
        "",
        middle + kinds[0] + " " * 30 + kinds[1],
        " ".join(first),
        middle + " ".join(others[:5]) + " " * 15 + " ".join(others[5:]),
        "",
        " ".join(numbers),
    ]


def text_of(parts: list[Part]) -> str:
    lines: list[str] = []
    for part in parts:
        if isinstance(part, str):
            lines.append(part)
        elif len(part.rows) == 4:
            lines += level_header(part)
        else:
            lines += ["  ".join(cell.text.replace("\n", "") for cell in row) for row in part.rows]
    return "\n".join(lines)


def test_lowest_labels_on_two_lines_keep_their_order():
    report = random_report("2021", 5, "province")
    read = govinfo.parse(text_of(printed(report)).encode(), filename="a.txt")
    assert read.parser.parser == "spaced"
    review = [cell.id for cell in report.cells() if cell.id.startswith("review.")]
    assert [read[cell].value for cell in review] == [report[cell].value for cell in review]
    assert not {cell for found in read.diagnostics for cell in found.cells} & set(review)


def mixed_header(grid: Grid) -> list[str]:
    """The table of review, its lowest labels broken in two, the ends of the first five beside the other beginnings."""
    groups, second, others, numbers = ([cell.text.replace("\n", "") for cell in row] for row in grid.rows)
    first, kinds = second[:5], second[5:]
    cut = [len(label) // 2 for label in (*first, *others)]
    begins = [label[:half] for label, half in zip((*first, *others), cut, strict=True)]
    ends = [label[half:] for label, half in zip((*first, *others), cut, strict=True)]
    return [
        "     " + groups[0] + " " * 23 + groups[1],
        " " * 17 + kinds[0] + "       " + kinds[1],
        " ".join(begins[:5]),
        " ".join((*ends[:5], *begins[5:])),
        " " * 14 + " ".join(ends[5:]),
        " " + " ".join(numbers),
    ]


def with_review(report: Report, change: Callable[[list[str]], list[str]] = list) -> Report:
    """The report as read from a text with a mixed header; the change is made to the lines of its last table."""
    text: list[str] = []
    for part in printed(report):
        if isinstance(part, Grid) and len(part.rows) == 4:
            text += change(mixed_header(part))
        else:
            text.append(text_of([part]))
    return govinfo.parse("\n".join(text).encode(), filename="a.txt")


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("size", ["zero", "county", "province"])
@pytest.mark.parametrize("seed", [5, 6, 7])
def test_numbers_below_a_header_in_pieces_are_read_in_the_order_of_the_form_if_they_add_up(form, size, seed):
    report = random_report(form, seed, size)
    read = with_review(report)
    review = [cell.id for cell in report.cells() if cell.id.startswith("review.")]
    assert [read[cell].value for cell in review] == [report[cell].value for cell in review]


def test_numbers_below_a_header_in_pieces_are_not_read_if_they_do_not_add_up():
    report = random_report("2021", 5, "province")
    read = with_review(report, lambda lines: [*lines[:-1], " ".join(reversed(lines[-1].split()))])
    review = [cell.id for cell in report.cells() if cell.id.startswith("review.")]
    assert {read[cell].value for cell in review} == {None}
    assert {cell for found in read.diagnostics for cell in found.cells} >= set(review)
