"""Web pages that stand in a record of JSON or in a script."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.readers.web.quoted import unquoted
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import web_page

KEEPING = {
    "record": lambda page: json.dumps({"id": 7, "content": page}, ensure_ascii=False),
    "ascii": lambda page: json.dumps({"id": 7, "content": page}),
    "line": lambda page: json.dumps([{"url": "/a/b", "html": page, "next": None}], ensure_ascii=False, indent=1),
    "twice": lambda page: json.dumps({"body": json.dumps({"content": page})}),
    "script": lambda page: "let menu = [1, 2]\nlet content = " + json.dumps(page, ensure_ascii=False) + "\n",
}


@pytest.mark.parametrize("keep", KEEPING.values(), ids=KEEPING)
@given(st.sampled_from(["2019", "2021"]), st.integers(0, 999), st.sampled_from(["zero", "county", "province"]))
@settings(deadline=None, max_examples=8)
def test_every_cell_is_read_without_doubt(keep, form, seed, size):
    report = random_report(form, seed, size)
    found = govinfo.parse(keep(web_page(report).decode()).encode())
    assert [cell.value for cell in found.cells()] == [cell.value for cell in report.cells()]
    assert [doubt.rule for doubt in found.diagnostics] == []
    assert (found.agency, found.year) == (report.agency, report.year)


def test_markup_in_the_scripts_of_a_page_stays_as_it_is():
    script = '<script>write("' + '<td class=\\"a\\">1<\\/td>' * 9 + '")</script>'
    page = '<p class="b">' * 12 + script
    assert unquoted(page) == page
    assert unquoted(script) != script


def test_no_line_is_broken_or_joined():
    text = '"<td a=\\"1\\">\\n\\u000a</td>",\n' * 9
    assert unquoted(text).count("\n") == 9
