"""What the benchmarks share: a clock, and one report as a lean page and as an office page with markup in each cell."""

import time

import pytest

from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed

_OFFICE_CELL = (
    '<td rowspan="{rowspan}" colspan="{colspan}" style="border:1px solid windowtext;padding:0 5px;width:61px;'
    'font-family:FangSong;mso-border-alt:solid windowtext .5pt"><p class="MsoNormal" style="text-align:center;'
    'line-height:24px;margin:0"><span lang="EN-US" style="font-size:14px;color:rgb(0,0,0);mso-spacerun:yes">'
    "{text}</span></p></td>"
)


@pytest.fixture(scope="session")
def fastest():
    """Measures the CPU time of the fastest of many rounds of a call, in seconds."""

    def measured(call, rounds=60):
        times = []
        for _ in range(rounds):
            start = time.process_time()
            call()
            times.append(time.process_time() - start)
        return min(times)

    return measured


@pytest.fixture(scope="session")
def parts():
    return printed(random_report("2021", 1, "county"))


@pytest.fixture(scope="session", params=["lean", "office"])
def page(request, parts):
    """A page as text: about 12 KB, or about 110 KB as a word processor leaves it."""
    if request.param == "lean":
        return LAYOUTS["page"](parts)
    tables = []
    for part in parts:
        if isinstance(part, str):
            tables.append(f"<p class=MsoNormal style='text-indent:32px'><span>{part}</span></p>")
            continue
        rows = (
            "".join(_OFFICE_CELL.format(rowspan=cell.rowspan, colspan=cell.colspan, text=cell.text) for cell in row)
            for row in part.rows
        )
        tables.append("<table border=1>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return "<html><body>" + "".join(tables) + "</body></html>"
