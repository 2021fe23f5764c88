"""Headers whose lowest labels stand side by side, but on different lines, as pdftotext -layout writes them."""

import govinfo
from govinfo.document import Grid
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
