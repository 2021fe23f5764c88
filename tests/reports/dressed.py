"""Reports as offices publish them: pages of three habits and Word files, beside the plain layouts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from io import BytesIO

import docx

import govinfo
from govinfo.contracts import Context
from govinfo.document import Grid, GridCell, spread
from govinfo.forms import official_forms
from govinfo.testing.layouts import Part, page
from govinfo.writers import docx as word_writer

Dressing = Callable[[Sequence[Part]], tuple[bytes, str]]
"""Gives the content of a file and its name."""


def _spans(cell: GridCell) -> str:
    down = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return down + (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "")


def _table(grid: Grid, attributes: str, cell: str) -> str:
    """A table whose cells are marked up as `cell` says, with {spans} and {text}."""
    rows = "".join(
        "<tr>" + "".join(cell.format(spans=_spans(one), text=_broken(one.text)) for one in row) + "</tr>\n"
        for row in grid.rows
    )
    return f"<table {attributes}><tbody>{rows}</tbody></table>"


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def chrome(parts: Sequence[Part]) -> tuple[bytes, str]:
    """A page of a content system: navigation, breadcrumb, article, share buttons, footer."""
    title, *rest = parts
    cell = '<td{spans} style="border:1px solid #000"><p style="text-align:center"><span>{text}</span></p></td>'
    body = "\n".join(
        f'<p style="text-indent:2em"><span style="font-size:16pt">{escape(part)}</span></p>'
        if isinstance(part, str)
        else _table(part, 'style="width:100%;border-collapse:collapse" border="1"', cell)
        for part in rest
    )
    links = "".join(
        f'<li><a href="/c/{n}/">{name}</a></li>'
        for n, name in enumerate(("首页", "要闻动态", "政务公开", "办事服务", "互动交流", "数据开放"))
    )
    years = "".join(f'<li><a href="/nb/{year}.html">{year}年度报告汇总</a></li>' for year in range(2016, 2024))
    markup = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"/>
<meta name="ArticleTitle" content="{escape(str(title))}"/><meta name="ColumnName" content="政府信息公开年报"/>
<title>{escape(str(title))}_政府信息公开年报</title><style>.nav li{{float:left}}</style></head>
<body><div class="header"><div class="weather">今天是 <span id="now"></span></div><ul class="nav">{links}</ul>
<form action="/s"><input name="q"/><input type="submit" value="搜索"/></form></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt;
<a href="/nb/">政府信息公开年报</a></div>
<div class="side"><h3>历年年报</h3><ul>{years}</ul></div>
<div class="article"><h1>{escape(str(title))}</h1>
<div class="tools">字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 <a href="#">打印</a></div>
<div class="TRS_Editor">{body}</div>
<div class="share">分享到： <a href="#">微信</a> <a href="#">微博</a></div>
<div class="pages">上一篇：<a href="/1.html">没有了</a>　下一篇：<a href="/2.html">政府信息公开指南</a></div></div>
<div class="footer"><p>主办单位：办公室　网站标识码：5301110001</p><p>ICP备案号：滇ICP备10000001号</p></div>
<script>document.getElementById("now").innerText = new Date()</script></body></html>"""
    return markup.encode(), "t20240131_10086.html"


def old_page(parts: Sequence[Part]) -> tuple[bytes, str]:
    """A page of the time of layout tables, in GB 18030, paragraphs divided by line breaks."""
    title, *rest = parts
    pieces = []
    for part in rest:
        if isinstance(part, str):
            pieces.append(f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(part)}<BR><BR>")
        else:
            table = _table(
                part, "border=1 cellspacing=0 align=center", "<TD{spans} vAlign=middle>&nbsp;{text}&nbsp;</TD>"
            )
            pieces.append(table)
    markup = f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312">
<TITLE>{title}</TITLE></HEAD>
<BODY><TABLE width=980 align=center><TR><TD height=120><IMG src=top.jpg></TD></TR><TR><TD>
<TABLE width="100%"><TR><TD><A href=/>网站首页</A>|<A href=/x>信息公开</A>|
<A href=/y>在线服务</A></TD></TR></TABLE></TD></TR>
<TR><TD><TABLE width="96%"><TR><TD align=center><FONT size=5><B>{title}</B></FONT></TD></TR>
<TR><TD><FONT face=仿宋>{"".join(pieces)}</FONT></TD></TR>
<TR><TD align=right>【<A href=javascript:window.print()>打印本页</A>】
【<A href=javascript:window.close()>关闭窗口</A>】</TD></TR>
</TABLE></TD></TR><TR><TD align=center>版权所有　未经许可不得转载</TD></TR></TABLE></BODY></HTML>"""
    return markup.encode("gb18030"), "show.asp.htm"


def pasted(parts: Sequence[Part]) -> tuple[bytes, str]:
    """A page into which a word processor's markup was pasted: numbers in spans of their own."""
    title, *rest = parts
    cell = (
        '<td{spans} style="width:43.55pt;border:solid windowtext 1.0pt"><p class="MsoNormal" align="center">'
        '<span lang="EN-US" style="font-size:10.5pt">{text}<o:p></o:p></span></p></td>'
    )
    body = "\n".join(
        f'<p class="MsoNormal" style="text-indent:32.0pt">{_runs(part)}<span lang="EN-US"><o:p></o:p></span></p>'
        if isinstance(part, str)
        else '<div align="center">' + _table(part, 'class="MsoNormalTable" border="0" cellspacing="0"', cell) + "</div>"
        for part in rest
    )
    markup = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><title>网站</title></head>'
        f'<body><div id="zoom"><p class="MsoNormal" align="center"><b>{_runs(str(title))}</b></p>\n{body}\n'
        '<p class="MsoNormal">&nbsp;</p></div>'
        '<div class="attach">附件：<a href="a.docx">下载文字版</a></div></body></html>'
    )
    return markup.encode(), "content.html"


def _runs(text: str) -> str:
    return re.sub(r"([0-9.,%]+)", r'<span lang="EN-US">\1</span>', escape(text, quote=False))


def word(parts: Sequence[Part]) -> tuple[bytes, str]:
    """A Word file as an office makes it: default styles, cells merged by hand."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        rows = tuple(spread(part))
        width = max(stop for row in rows for stop in (*(own[2] for own in row.own), *(above[1] for above in row.above)))
        table = document.add_table(len(rows), width)
        for line, row in enumerate(rows):
            for cell, start, stop in row.own:
                corner = table.cell(line, start)
                merged = corner.merge(table.cell(line + cell.rowspan - 1, stop - 1))
                merged.text = cell.text
        document.add_paragraph()
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue(), "年报终稿.docx"


def official_word(parts: Sequence[Part]) -> tuple[bytes, str]:
    """The Word file that the built-in writer makes of the report."""
    stream = BytesIO()
    report = govinfo.parse(page(parts).encode(), filename="report.html")
    word_writer.write([report], stream, Context(official_forms()))
    return stream.getvalue(), "report.docx"


DRESSINGS: Mapping[str, Dressing] = {
    "chrome": chrome,
    "old_page": old_page,
    "pasted": pasted,
    "word": word,
    "official_word": official_word,
}
"""The dressings by name."""
