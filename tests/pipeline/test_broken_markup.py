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


# A cell dropped, so that its number joins the one before, and an empty one made in the same row are what a page
# without any fault could show as well: only the sums tell.
CHANGES = actions("drop") | actions("double", "swap", "insert")


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
    """Cells with a wrong value that no diagnostic names.

    A number that the markup puts outside of its table may leave a blank cell, but never another number.  With a whole
    table lost the form may be taken for the other one; that tables are lost is told.
    """
    try:
        read = govinfo.parse(text.encode(), filename="a.html")
    except govinfo.GovinfoError:
        return set()
    told = {cell for finding in read.diagnostics for cell in finding.cells}
    if read.form != REPORT.form:
        return set() if "X08" in {finding.rule for finding in read.diagnostics} else {read.form}
    return {cell.id for cell in REPORT.cells() if read[cell.id].value not in (None, cell.value) and cell.id not in told}


@given(st.sampled_from(PAGES), CHANGES)
@settings(deadline=None, max_examples=150)
def test_a_single_change_loses_next_to_nothing(pieces, actions):
    """One change at a time: what cannot be read is named, but for a blank that the markup itself shows."""
    try:
        read = govinfo.parse(changed(pieces, actions[:1]).encode(), filename="a.html")
    except govinfo.GovinfoError:
        return
    told = {cell for finding in read.diagnostics for cell in finding.cells}
    if read.form == REPORT.form:
        lost = {cell.id for cell in REPORT.cells() if read[cell.id].value != cell.value and cell.id not in told}
        assert len(lost) <= 1
        assert all(read[cell].status == "blank" for cell in lost)


@given(st.sampled_from(PAGES), CHANGES)
@settings(deadline=None, max_examples=150)
def test_no_number_goes_wrong_in_silence(pieces, actions):
    assert silent(changed(pieces, actions)) == set()
