"""Markup with tags dropped, doubled, moved and thrown in: no wrong number in silence, no error but clear ones."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.pages import TEMPLATES

import govinfo
from govinfo.testing.generate import random_report

REPORT = random_report("2021", 5, "county")
PAGES = [re.split(r"(<[^<>]*>)", make(REPORT)) for make in TEMPLATES.values()]
STRAY = [
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<table>",
    "</table>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<span>",
    "</span>",
    "<b>",
    "<br>",
    "<tbody>",
    "</tbody>",
    "<form>",
    "<a href='/'>",
    "<li>",
    "<td colspan=2>",
    "<th rowspan=2>",
    "<!--x-->",
    "<",
    ">",
    "&nbsp;",
]
WHERE = st.floats(0, 1, exclude_max=True)


def actions(*kinds):
    """Some changes of some kinds."""
    return st.lists(st.tuples(st.sampled_from(kinds), WHERE, st.sampled_from(STRAY)), min_size=1, max_size=8)


# A cell dropped and another doubled in one row leave no trace but the sums.
CHANGES = actions("drop", "swap", "insert") | actions("double", "swap", "insert")


def changed(pieces, actions):
    """The page with its tags changed; the text keeps its order."""
    pieces = list(pieces)
    for action, where, stray in actions:
        tags = range(1, len(pieces), 2)
        place = tags[int(where * len(tags))]
        if action == "drop":
            pieces[place] = ""
        elif action == "double":
            pieces[place] *= 2
        elif action == "swap" and place + 2 < len(pieces) and not pieces[place + 1].strip():
            pieces[place], pieces[place + 2] = pieces[place + 2], pieces[place]
        elif action == "insert":
            pieces[place] += stray
    return "".join(pieces)


def silent(text):
    """Cells with a wrong value that no diagnostic names, and cells without one in rows that none names.

    Numbers that stand outside of their table are told together.  With a whole table lost the form may be taken for the
    other one; that tables are lost is told.
    """
    try:
        read = govinfo.parse(text.encode(), filename="a.html")
    except govinfo.GovinfoError:
        return set()
    told = {cell for finding in read.diagnostics for cell in finding.cells}
    if "X21" in {finding.rule for finding in read.diagnostics}:
        told |= {cell.id for cell in read.cells() if cell.value is None}
    rows = {cell.rsplit(".", 1)[0] for cell in told}
    if read.form != REPORT.form:
        return set() if "X08" in {finding.rule for finding in read.diagnostics} else {read.form}
    found = set()
    for cell in REPORT.cells():
        value = read[cell.id].value
        known = cell.id in told or (value is None and cell.id.rsplit(".", 1)[0] in rows)
        if value != cell.value and not known:
            found.add(cell.id)
    return found


@given(st.sampled_from(PAGES), CHANGES)
@settings(deadline=None, max_examples=150)
def test_no_number_goes_wrong_in_silence(pieces, actions):
    assert silent(changed(pieces, actions)) == set()
