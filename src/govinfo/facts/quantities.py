"""Quantities in running text, told apart from years, dates, articles, document numbers, ordinals and telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from govinfo.facts.model import Bound, Measure
from govinfo.text.numbers import MAX_DIGITS
from govinfo.text.numerals import chinese_number

_NUMERAL = "零〇一二两三四五六七八九十百千"
_SCALES = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "亿": 100_000_000,
    "千万": 10_000_000,
    "百万": 1_000_000,
}
_COUNTED = (
    "人次|件次|篇次|场次|条次|期次|户次|项次|次|件|条|项|份|起|宗|例|个|篇|期|场|部|字|家|名|人|位|批|张|幅|版|类|户|本|册|套|台|处|所|轮"
    "|则|集|组|支|款|种|封|页|节|班|课时|单"
)
_UNCOUNTED = "年|月|日|号|时|点|分|秒|届|岁|周|天|小时|工作日|学时|世纪|级|楼|室|路|层|米|公里|亩|平方|吨|公斤|版本"
_OTHER_NOUN = (
    "个?(?:工作日|自然日|月|小时|季度|年头|方面|部分|层面|环节|维度|一)|类(?:内部|过程)"
    "|项(?:内容|职责|措施|制度|机制|要求|任务)|步"
)
_TENTH = "成(?![立员果为效熟本功了长都])"
"""A tenth part (两成), not the 成 of a word."""

_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])|[1-9][0-9]{0,2}(?:[ ][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_SPECIAL = rf"""
    (?:19|20)[0-9]{{2}}\s*[-/.]\s*[0-9]{{1,2}}\s*[-/.]\s*[0-9]{{1,2}}日?
  | [0-9]{{1,2}}\s*:\s*[0-9]{{2}}(?:\s*:\s*[0-9]{{2}})?
  | [〔\[(【﹝]\s*(?:19|20)[0-9]{{2}}\s*[〕\])】﹞]\s*第?\s*[0-9]*\s*号?
  | 第(?!三方|[一二三四]季度)\s*[0-9零〇一二两三四五六七八九十百]+
  | (?:(?:19|20)[0-9]{{2}}|二[〇零○][零〇○一二三四五六七八九]{{2}})\s*
    (?:[-至到~—–]+\s*(?:19|20)[0-9]{{2}}\s*)?(?:年度?(?:及?以前|之前)?|学年)
  | [0-9]{{1,2}}\s*[-至到~—–]+\s*[0-9]{{1,2}}\s*月
  | [0-9]{{1,2}}\s*月\s*(?:[0-9]{{1,2}}\s*日?)?(?:\s*[-至到~—–]+\s*[0-9]{{1,2}}\s*[月日])*
  | [0-9]{{1,2}}\s*日
  | [0-9]{{3,4}}-[0-9]{{7,8}}(?:-[0-9]{{1,6}})? | [0-9A-Za-z]+(?:[-/][0-9A-Za-z]+){{2,}}
  | [A-Za-z](?:(?![0-9]+(?:条|件|篇|期|项))[A-Za-z0-9_.@:/?=&%+-])* | [0-9]+[A-Za-z×*@_][A-Za-z0-9_.@:/?=&%+-]*
  | (?:^|(?<=[。;:\s,]))\(?[0-9]{{1,2}}[.、)](?:(?![0-9])|(?=(?:19|20)[0-9]{{2}}\s*年))
  | (?:^|(?<=[。;:\s]))\([0-9]{{1,2}}\)
  | (?:热线|电话|拨打|邮编|邮政编码|传真|手机|短号)[:为是]?\s*[0-9-]{{3,}}+(?!\s*(?:[余多万]|[,.][0-9]|{_COUNTED}))
  | [0-9]{{3,}}(?=\s*(?:政务服务|便民|热线|平台|政府服务|市民|公共服务|市长|投诉|举报|接诉))
"""
_FIRST = rf"0-9A-Za-z〔\[(【﹝第热电拨邮传手短+\-{_NUMERAL}万"
"""What a number or mark can begin with."""

_TOKEN = re.compile(
    rf"""(?=[{_FIRST}])(?:(?P<special>{_SPECIAL})
    | (?<![0-9.])(?P<sign>[-+](?=[0-9]))?
      (?:(?P<digits>{_NUMBER})
         |(?<![第每同某这那各另进统唯单逐首万专任初期之十上下几分不无式])(?<!数(?=[十百千万亿]))(?P<numeral>[{_NUMERAL}]+(?:[万亿][{_NUMERAL}]+)*)
          (?=\s*(?:至|到|-|—|~|余|多|万|亿|{_COUNTED}|万?元|倍|{_TENTH})|(?<=[为是:]零)(?=[,;。)\s]|$))
         |(?<=[上近])(?P<vague>[百千万])(?=余|多|{_COUNTED}|元)
         |百分之(?P<cent>[{_NUMERAL}]+)|(?P<half>一半))
      (?P<few>[余多](?=[十百千万亿]))?(?P<scale>千万|百万|[十百千万亿])?(?P<more>[余多几]|以上(?={_COUNTED}))?
      (?:\s*(?:至|到|[-—–~]+)\s*(?P<upper>{_NUMBER}|[{_NUMERAL}]+)(?P<upscale>[万亿千百])?(?P<upmore>[余多])?)?
      \s*(?:(?P<other>{_OTHER_NOUN})|(?P<unit>个百分点|[%‰]|元|倍|{_TENTH}|{_COUNTED}|(?:{_UNCOUNTED})))?
      (?P<behind>以上|以内|左右|上下|以下|之多)?)""",
    re.VERBOSE,
)
_NO_COUNT = frozenset(_UNCOUNTED.split("|"))
_AFTER_BARE = re.compile(r"\s*(?:[,;:。()、!?]|$|其中|均|全部|同比|占)")
_RHETORICAL = re.compile(r"\s*(?:方面|环节|是|大|性|一|事|窗|工程|体|站|把手)")
_BEFORE: tuple[tuple[str, Bound], ...] = (
    ("不超过", "at_most"),
    ("不足", "at_most"),
    ("不到", "at_most"),
    ("最多", "at_most"),
    ("至多", "at_most"),
    ("将近", "at_most"),
    ("近", "at_most"),
    ("超过", "at_least"),
    ("超", "at_least"),
    ("逾", "at_least"),
    ("至少", "at_least"),
    ("不少于", "at_least"),
    ("不低于", "at_least"),
    ("突破", "at_least"),
    ("约", "about"),
    ("大概", "about"),
)
_LAST = frozenset(word[-1] for word, _ in _BEFORE)
_BEHIND: dict[str, Bound] = {
    "以上": "at_least",
    "之多": "exact",
    "以内": "at_most",
    "以下": "at_most",
    "左右": "about",
    "上下": "about",
}


_PRINTED = ("digits", "numeral", "vague", "cent", "scale", "upper", "upscale")
"""Groups of the pattern that are the number as printed, without its unit."""


@attrs.define
class Quantity:
    """A number of something; never changed, and not frozen for speed, as `Mark`.

    Attributes:
        value, upper: the number, and the greater end of a range; yuan for money.
        measure, bound: see the model.
        unit: as printed.
        written: it is written in Chinese numerals.
        start, end: the number as printed, without its unit.
        stop: end of the unit.
    """

    value: Decimal
    upper: Decimal | None
    measure: Measure
    unit: str
    bound: Bound
    written: bool
    start: int
    end: int
    stop: int


@attrs.define
class Mark:
    """A year, date, article or the like, which counts nothing."""

    text: str
    start: int
    stop: int


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity | Mark]:
    """Yield the quantities of a veiled text and the marks between them, in order."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        if match["special"]:
            yield Mark(match["special"], match.start(), match.end())
            continue
        found = _quantity(text, match)
        if found is not None:
            yield found


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    if match["half"]:
        return Quantity(Decimal(50), None, "percent", "", "about", True, *match.span("half"), match.end())
    amount = _amount(match) if _counts(text, match) else None
    if amount is None:
        return None
    unit, numeral = match["unit"] or "", match["numeral"] or match["vague"]
    written = "numeral" if match["numeral"] else "vague"
    return Quantity(
        *amount,
        _measure(unit, match["cent"]),
        ("万" if unit == "元" and match["scale"] == "万" else "") + unit,
        _bound(text, match),
        bool(numeral),
        match.start("digits" if match["digits"] else written if numeral else 0),
        max(map(match.end, _PRINTED)),
        match.end(),
    )


def _counts(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number counts something: it has a unit of counting, or stands alone."""
    unit = match["unit"] or ""
    if match["other"] or unit in _NO_COUNT:
        return False
    if (match["numeral"] or match["vague"]) and not match["more"] and _RHETORICAL.match(text, match.end()):
        return False
    whole = bool(match["scale"] or match["cent"]) or "." not in match[0]
    return bool(unit) or (whole and _AFTER_BARE.match(text, match.end()) is not None)


def _amount(match: re.Match[str]) -> tuple[Decimal, Decimal | None] | None:
    """The value and the greater end of a range; None where they make no number."""
    value = _value(match["digits"] or match["numeral"] or match["vague"] or match["cent"])
    upper = _value(match["upper"]) if match["upper"] else None
    if value is None or (match["upper"] and upper is None):
        return None
    above = match["upscale"] or match["scale"] or ""
    times = 10 if match["unit"] == "成" else 1
    value *= _SCALES[match["scale"] or above] * times
    upper = None if upper is None else upper * _SCALES[above] * times
    return None if upper is not None and upper <= value else (value, upper)


def _value(printed: str) -> Decimal | None:
    if printed[0].isdigit() and printed[0].isascii():
        digits = printed.replace(",", "").replace(" ", "")
        if len(digits) > MAX_DIGITS or (digits[0] == "0" and digits != "0" and not digits.startswith("0.")):
            return None
        return Decimal(digits)
    if len(printed) > MAX_DIGITS:
        return None
    number = chinese_number(printed if printed[0] not in "百千万" else "一" + printed)
    return None if number is None else Decimal(number)


def _measure(unit: str, cent: str | None) -> Measure:
    if cent or unit in {"%", "‰", "个百分点", "成"}:
        return "percent"
    match unit:
        case "元":
            return "money"
        case "倍":
            return "times"
    return "count"


def _bound(text: str, match: re.Match[str]) -> Bound:
    before = text[max(0, match.start() - 3) : match.start()].rstrip()
    if before[-1:] in _LAST and not before.endswith("最近"):
        for word, bound in _BEFORE:
            if before.endswith(word):
                return bound
    if match["few"] or match["more"] or match["upmore"] or (match["vague"] and before.endswith("上")):
        return "at_least"
    return _BEHIND.get(match["behind"] or "", "about" if match["unit"] == "成" else "exact")
