"""The agency and the year as the first sentences of a report tell them, for documents that have lost their title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs
import regex

from govinfo.text.agency import missing_part
from govinfo.text.dates import years
from govinfo.text.fold import narrow
from govinfo.text.script import TO_SIMPLIFIED, unglossed

MAX_NAME = 45
"""So many characters at most stand between the word that announces a report and what it is called."""

_REPORT = regex.compile(
    r"(?:公布|公开|发布|编制|编写|撰写|形成|公示|制作)(?:完成|了|的是)?[《“]?"
    rf"(?P<of>[^。；;，,《》“”\n]{{0,{MAX_NAME}}}?)(?:政府)?信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:情况)?(?:报告|年报)"
    r"(?=[》”]|[。；;，,：:（(\n]|如下|$)"
)
_MADE_BY = regex.compile(
    r"由(?P<by>\p{Han}{3,30}?)(?:负责|牵头|结合|综合[^。，,]{0,20})?(?:编制|编写|撰写|制作)(?=而成|完成|[。，,；;])"
)
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}\s*(?:年度|年)?(?:度)?")
_SELF = regex.compile(r"^(?:[本我该全各]|社会|上一?年|其|此)")
_BODY = regex.compile(
    r"(?:[局厅部委署办院会处所站社校]|中心|支队|大队|政府|街道|[镇乡县区市省州旗盟]|办公室|委员会|管委会|集团|公司|医院)$"
)
_OWN = regex.compile(r"(?<=[我本]\p{Han}{1,3})(?P<year>20[0-9]{2})年度?(?:政府|政务)?信息公开")
_BEGINNING = regex.compile(
    r"(?:^|[。！\n])\s*(?:[（(]?[一二三四五六七八九十0-9]{1,2}[)）、.．])?\s*(?:\p{Han}{2,12}[。.：:]\s*)?"
    r"(?:截至|截止到?|自)?(?P<year>20[0-9]{2})年"
)


@attrs.frozen
class Told:
    """The agency and the year that a sentence gives; None for what it does not."""

    agency: str | None = None
    year: int | None = None


def announced(texts: Iterable[str]) -> Told:
    """What the sentence tells that announces the report: 现公布青川市林业局2024年政府信息公开工作年度报告.

    A body that is named as having made the report counts where that sentence names none.
    """
    agency: str | None = None
    year: int | None = None
    maker: str | None = None
    for text in texts:
        printed = unglossed(narrow(text))
        plain = _plain(text)
        for found in _REPORT.finditer(plain):
            name = printed[found.start("of") : found.end("of")]
            agency = agency or _body(_YEAR.sub("", name))
            year = year or next((named for named, _, _ in years(name)), None)
        makers = (_body(printed[found.start("by") : found.end("by")]) for found in _MADE_BY.finditer(plain))
        maker = maker or next(filter(None, makers), None)
    return Told(agency or maker, year)


def year_of_sentences(texts: Sequence[str]) -> int | None:
    """The year with which sentences begin, as 2024年，我局 does; None where they begin with different ones.

    Where none begins so, it is that of the agency's own disclosure, as in 我局2024年政府信息公开工作, if there is one.
    """
    named = Counter(_years(texts))
    if not named:
        told = {int(found["year"]) for text in texts for found in _OWN.finditer(_plain(text))}
        return told.pop() if len(told) == 1 else None
    year, count = named.most_common(1)[0]
    return year if 2 * (named.total() - count) < count else None


def _years(texts: Iterable[str]) -> Iterator[int]:
    for text in texts:
        yield from (int(found["year"]) for found in _BEGINNING.finditer(narrow(text)))


def _plain(text: str) -> str:
    return unglossed(narrow(text)).translate(TO_SIMPLIFIED)


def _body(name: str) -> str | None:
    """A text as the name of a body, if it is one: no word such as 我局 for the agency itself, and no region alone."""
    name = name.rpartition(":")[2].strip(" 　·-—的")
    whole = len(name) > 2 and not _SELF.search(name) and _BODY.search(name) is not None
    return name if whole and missing_part(name) not in ("name", "body") else None
