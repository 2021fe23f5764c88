"""What the benchmarks share: a clock, and one report as three pages: lean, of an office program, and within a site."""

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


@pytest.fixture(scope="session", params=["lean", "office", "site"])
def page(request, parts):
    """A page as text: about 7 KB; about 90 KB as a word processor leaves it; as that with 50 KB of a site around it."""
    if request.param == "lean":
        return LAYOUTS["page"](parts)
    office = _office(parts)
    return office if request.param == "office" else _site(office)


def _office(parts):
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


def _site(page):
    """A page with the scripts, styles, menus, lists and the foot that a site puts around it: 370 lines of text."""
    styles = "".join(f".m{n} {{ color: #{n:06x}; margin: 0 {n % 9}px; display: block }}\n" for n in range(200))
    scripts = "".join(
        f"function f{n}(a) {{ if (a < {n}) {{ return g('k{n}'); }} return false; }}\n" for n in range(200)
    )
    below = "".join(f"<li><a href='/col/{n}/index.html'>下级栏目{n}</a></li>\n" for n in range(5))
    menu = "".join(f"<li class='m{n}'><a href='/col/{n}/'>栏目{n}</a><ul>{below}</ul></li>\n" for n in range(42))
    news = "".join(
        f"<li><a href='/art/{n}.html'>某县第{n}次会议召开</a><span>2024-01-{n % 28 + 1:02}</span></li>\n"
        for n in range(105)
    )
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>年度报告_某县</title><style>{styles}</style>"
        f"<script>{scripts}</script></head><body><div><img src=/logo.png alt=某县><ul>{menu}</ul></div>"
        f"<div><h3>最新信息</h3><ul>{news}</ul></div><div id=content>"
        + page.removeprefix("<html><body>").removesuffix("</body></html>")
        + "</div><div><p>主办单位：某县人民政府办公室</p><p><a href=/map>网站地图</a></p></div></body></html>"
    )
