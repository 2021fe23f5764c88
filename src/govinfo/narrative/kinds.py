"""What a document is that is no annual report in one of the forms."""

from __future__ import annotations

from functools import lru_cache

import regex

from govinfo.findings import Text
from govinfo.forms import official_forms
from govinfo.text.fold import fold
from govinfo.text.script import simplified

_UNREADABLE = Text("没有可读表格的信息公开年报", "an annual report without readable tables")
_KINDS: tuple[tuple[str, str, Text], ...] = (
    (
        "school-year-report",
        r"学年.{0,12}信息公开",
        Text("学校的学年信息公开报告（教育部令第29号）", "a school-year report (Ministry of Education order 29)"),
    ),
    ("notice", r"关于.{0,40}(?:做好|编制|报送|开展|印发).{0,60}通知", Text("通知", "a notice")),
    (
        "website-report",
        r"政府网站(?:工作)?年度(?:工作)?报表",
        Text("政府网站工作年度报表", "an annual report sheet of a government website"),
    ),
    (
        "budget",
        r"(?:部门|单位|财政)?(?:预算|决算)(?:公开|报告|说明|表|情况)|绩效评价报告",
        Text("预算、决算或绩效评价", "a budget, a final account or a review of its results"),
    ),
    ("interpretation", r"(?:年报|年度报告).{0,10}解读|政策解读", Text("解读", "an interpretation")),
    ("guide", r"信息公开(?:工作)?指南", Text("政府信息公开指南", "a guide to information disclosure")),
    (
        "statistics-sheet",
        r"信息公开情况统计表",
        Text("2014至2018年的政府信息公开情况统计表", "the statistics sheet of 2014 to 2018"),
    ),
    (
        "narrative-report",
        r"(?:20(?:0[89]|1[0-8]))年.{0,30}信息公开.{0,12}(?:报告|年报)|[统統]计[期时]限.{0,4}20(?:0[89]|1[0-8])年",
        Text(
            "2008至2018年的叙述式年报，当时没有这些表格",
            "a narrative report of 2008 to 2018, when these tables did not exist",
        ),
    ),
    (
        "annual-report",
        r"20[12][0-9]年.{0,40}信息公开.{0,12}(?:报告|年报)|信息公开.{0,12}(?:报告|年报).{0,80}统计(?:数据的?)?[期时]限",
        _UNREADABLE,
    ),
    ("annual-report", r"信息公开20[12][0-9]年.{0,6}(?:报告|年报)", _UNREADABLE),
)

HEAD = 600
"""How many characters from the beginning are looked at."""

MIN_HEADINGS = 2
"""So many headings of the forms show a report, whatever else is left of it."""

MAX_TITLE = 60
"""Longest line that may be a title, in characters."""

_TOLD_ANYWHERE = frozenset(["school-year-report", "narrative-report", "annual-report"])
_SENTENCE = regex.compile(r"[。；;，,]")

UNKNOWN = Text("新闻或其他网页", "news or some other page")
"""Named where nothing else fits."""


def classify(text: str) -> tuple[str, Text]:
    """Tell what a text seems to be: a code and a description.

    Most kinds are told by titles alone; a report that cites a notice or counts the guides that it published is neither.
    """
    text = simplified(text)
    begun = text[: HEAD * 2]
    titles = "\n".join(line for line in map("".join, map(str.split, begun.splitlines())) if _is_title(line))
    head = "".join(begun.split())[:HEAD]
    for kind, pattern, description in _KINDS:
        if regex.search(pattern, head if kind in _TOLD_ANYWHERE else titles):
            return kind, description
    if len(_headings() & {fold(line) for line in text.splitlines() if len(line) <= MAX_TITLE}) >= MIN_HEADINGS:
        return "annual-report", _UNREADABLE
    return "news", UNKNOWN


@lru_cache(maxsize=1)
def _headings() -> frozenset[str]:
    """The keys of the headings of the forms."""
    return frozenset(fold(heading.label.zh) for form in official_forms() for heading in form.headings)


def _is_title(line: str) -> bool:
    return 0 < len(line) <= MAX_TITLE and not _SENTENCE.search(line)
