"""Writer: a web page in the official form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import IO

import jinja2

from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.writers.official import official_grid

_PAGE = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{{ report.title or "" }}</title>
<style>
body { max-width: 60em; margin: 2em auto; padding: 0 1em; font-family: "SimSun", "Songti SC", serif; line-height: 1.7; }
h1 { text-align: center; font-size: 1.5em; }
h2 { font-size: 1.15em; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
td { border: 1px solid #333; padding: .3em .5em; text-align: center; }
.sign { text-align: right; }
</style>
</head>
<body>
{% for report, sections in pages %}
<article>
<h1>{{ report.title or "" }}</h1>
{% if report.published %}<p>发布日期：{{ report.published }}</p>{% endif %}
{% if report.index_number %}<p>索引号：{{ report.index_number }}</p>{% endif %}
{% if report.document_number %}<p>文号：{{ report.document_number }}</p>{% endif %}
{% if report.publisher %}<p>发布机构：{{ report.publisher }}</p>{% endif %}
{% for paragraph in report.preamble.splitlines() %}<p>{{ paragraph }}</p>
{% endfor %}
{% for section, grids in sections %}
<h2>{{ section.title }}</h2>
{% for paragraph in section.text.splitlines() %}<p>{{ paragraph }}</p>
{% endfor %}
{% for grid in grids %}
<table>
{% for row in grid.rows %}
<tr>{% for cell in row %}<td{% if cell.rowspan > 1 %} rowspan="{{ cell.rowspan }}"{% endif %}{% if cell.colspan > 1 %} colspan="{{ cell.colspan }}"{% endif %}>{{ cell.text }}</td>{% endfor %}</tr>
{% endfor %}
</table>
{% endfor %}
{% endfor %}
{% if report.signed %}
{% if report.signed.agency %}<p class="sign">{{ report.signed.agency }}</p>{% endif %}
{% if report.signed.date %}<p class="sign">{{ report.signed.date.year }}年{{ report.signed.date.month }}月{{ report.signed.date.day }}日</p>{% endif %}
{% endif %}
</article>
{% endfor %}
</body>
</html>
"""


def write(reports: Sequence[Report], stream: IO[bytes]) -> None:
    """Write reports as one page, each with its sections and the tables of its form.

    Cells are printed as in the source; a cell without text stays empty.
    """
    pages = [(report, _sections(report)) for report in reports]
    first = reports[0] if reports else None
    stream.write(_template().render(pages=pages, report=first).encode("utf-8"))


def _sections(report: Report) -> list[tuple[object, list[object]]]:
    form = official_form(report.form)
    grids = {table.section: official_grid(table, lambda cell: report[cell].raw) for table in form.tables}
    return [(section, [grids[section.number]] if section.number in grids else []) for section in report.sections]


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_PAGE)
