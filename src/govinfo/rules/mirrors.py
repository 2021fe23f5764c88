"""M19: text that a mirror site has altered: phonetic glosses, traditional script, advertising of gambling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.artefacts import LATIN_IN_BRACKETS
from govinfo.text.script import GLOSS
from govinfo.text.traces import Traces

_ENOUGH_GLOSSES = 2
_CHARACTER = re.compile("[一-鿿]")
_TRADITIONAL = re.compile(
    "[開務區報總體況應處結數請個機關標題於與為國動項業後實際發會過對時統計義從這種決規範權組織維護進學習聯絡電話號]"
)
_ENOUGH_TRADITIONAL = 10
_TRADITIONAL_SHARE = 0.03
_GAMBLING = re.compile(r"博彩|娱乐城|新葡京|威尼斯人|亚博|万博体育|Bet365|bet365")
_GAMBLING_TRACES = Traces.of("博", "娱乐", "葡京", "威尼", "B", "b")


@rule("M19")
def mirror(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for what such sites add or change; replaced names leave no trace that could be seen here."""
    head = f"{report.title or ''}\n{report.preamble}"
    headings = [heading.text for heading in report.headings]
    text = "\n".join([head, *headings, *(section.text for section in report.sections)])
    if not text.strip():
        yield not_assessable("M19", "没有读到正文", "no text was read")
        return
    signs = [*_glosses(text), *_traditional(text), *_gambling(head)]
    if signs:
        yield spec("M19").finding(
            source=report.sources.get("title"),
            signs=Text("；".join(sign.zh for sign in signs), "; ".join(sign.en for sign in signs)),
        )


def _glosses(text: str) -> Iterator[Text]:
    if not LATIN_IN_BRACKETS.within(text):
        return
    found = list(dict.fromkeys(text[match.start() - 1 : match.end()] for match in GLOSS.finditer(text)))
    if len(found) >= _ENOUGH_GLOSSES:
        yield Text(f"字后夹有注音“{found[0]}”等{len(found)}种", f"{len(found)} phonetic glosses such as “{found[0]}”")


def _traditional(text: str) -> Iterator[Text]:
    count = len(_TRADITIONAL.findall(text))
    if count >= _ENOUGH_TRADITIONAL and count >= _TRADITIONAL_SHARE * len(_CHARACTER.findall(text)):
        yield Text(f"正文为繁体字（{count}字以上）", f"the text is in traditional script (at least {count} characters)")


def _gambling(head: str) -> Iterator[Text]:
    if _GAMBLING_TRACES.within(head) and (found := _GAMBLING.search(head)):
        yield Text(f"标题或引言含有“{found[0]}”", f"the title or the preamble contains “{found[0]}”")
