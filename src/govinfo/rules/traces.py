"""What every instance has of the wordings that rules look for, and one look at a report for all of them.

Most texts have none of it, and the rules on such wordings are not even asked then.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from govinfo.report import Report
from govinfo.rules.per_report import per_report
from govinfo.text.script import FREQUENT_TRADITIONAL, SIMPLIFIED
from govinfo.text.surnames import AMBIGUOUS, CLEAR
from govinfo.text.traces import Traces, together

_LATIN = "[a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]"

FIELDS = Traces.of(
    *(rf"{k}(?:(?<=[aA][rRcC]{k})|(?<=[iI][nN]{k}))" for k in "kK"),
    *(rf"{f}(?<=[gG][eE][rR][eE]{f})\s" for f in "fF"),
    *("误[!！]", "r!", "R!"),
)
"""Bookmarks and codes of fields."""

_ENDS = ("链接(?:地址)?", "前位置", "您的位置", "您所在的位置", "辑", "览次数", "击数", "读次数", "篇", "字[号体]")

NAVIGATION = Traces.of(*("印本页", "闭[窗本]", "顶部", "护色", "扫一扫", "享到"), *(rf"{end}\s*[:：]" for end in _ENDS))
"""What stands around the text of a web page."""

LATIN_IN_BRACKETS = Traces.of(f"({_LATIN}", f"（{_LATIN}")
"""How a phonetic gloss begins, as well as some other remarks."""

INSTRUCTIONS = Traces.of(
    *("部(?<=[该本此]部)分", "这一[项部]", "填[报表写]说明", "此处", "这里"),
    *(rf"{word}[^()（）\n]{{0,12}}[)）]" for word in ("填[写报]", "修改", "删减")),
    *("×[×X]", "X[×X]", "__"),
)
"""Instructions of the form, and its blanks."""

GAMBLING = Traces.of("博(?:彩|体育|(?<=亚博))", "娱乐城", "葡京", "尼斯人", "Bet365", "bet365")
"""Advertising of gambling."""

_LABEL = "(?:(?<=(?:原告|[公村居市]民|业主|姓名)[:：])|(?<=[请诉]人[:：]))"
_LEADING = "(?:(?<=[因由].)|(?<=(?:原告|[公村居市]民|业主|收到|[受办]理|答复|针对).)|(?<=(?:[申上起][请诉]人|办理了).))"

NAMES = Traces.of(
    *(rf"{colon}{_LABEL}\s*[{CLEAR}{AMBIGUOUS}]" for colon in ":："),
    f"诉(?:(?<=[{CLEAR}].诉)|(?<=[{CLEAR}]..诉))(?=[^，。；])",
)
"""An applicant behind a label, or before 诉."""

LED = re.compile(f"[{CLEAR}]{_LEADING}")
"""A surname behind a word that leads to an applicant."""

TRADITIONAL = frozenset(FREQUENT_TRADITIONAL) | SIMPLIFIED.keys()

_SOUGHT = (FIELDS, NAVIGATION, LATIN_IN_BRACKETS, INSTRUCTIONS, GAMBLING, NAMES)
_WORDINGS = together(*_SOUGHT)
_SCRIPT = "".join(sorted(TRADITIONAL))
_LETTERS = re.compile(f"[{_SCRIPT}{CLEAR}](?:(?<=[{_SCRIPT}])|{_LEADING})")
"""All traces in two searches: of those with a letter of their own, and of those with one of many."""


@per_report
def found(report: Report) -> frozenset[str]:
    """The first letters of all traces in the words of a report, and its traditional characters; mostly none."""
    words = _words(report)
    return frozenset(_WORDINGS.findall(words) + _LETTERS.findall(words))


def _words(report: Report) -> str:
    """The title, the preamble, the sections with their headings, and all headings once more."""
    parts = [report.title or "", report.preamble]
    for section in report.sections:
        parts += (section.heading or "", section.text)
    return "\n".join(parts + [heading.text for heading in report.headings])


def may_have(report: Report, traces: Traces) -> bool:
    """Tell whether a report may have one of some of the traces of this module."""
    return not traces.letters.isdisjoint(found(report))


def telling(traces: Traces) -> Callable[[Report], bool]:
    """What tells whether a rule on some wordings concerns a report: it has a trace of them, or no text at all.

    Args:
        traces: those of this module, which are all sought at once, or others, which are sought alone.
    """
    if traces in _SOUGHT:
        return lambda report: may_have(report, traces) or not report.narrative.strip()
    return lambda report: traces.within(_words(report)) or not report.narrative.strip()
