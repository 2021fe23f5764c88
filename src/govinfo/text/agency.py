"""Names of public bodies: their regions, their body, what is missing, and whether two denote the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

import attrs

Kind = Literal["government", "department", "town"]
"""Who reports: a government of county level and above, a department, or a town or subdistrict."""

Level = Literal["central", "province", "city", "county", "town"]
"""What a body governs, or whose department it is; central bodies are those of the state."""

Missing = Literal["name", "region", "body"]
"""What a name lacks: everything, the region in front, or the word for the kind of body at its end."""

Relation = Literal["same", "abbreviated", "related", "different"]
"""How two names stand to each other; ``related`` are a body and its office, branch or superior."""

# Words with which the fields of departments begin.
_FIELD = (
    "发展|发改|教育|科技|科学|工业|工信|经济|经信|民族|民宗|宗教|公安(?!县)|民政|司法|财政|人力|人社|自然资源|国土|规划|"
    "生态|环境|环保|住房|住建|城乡|城市|城管|城建|交通|水利|水务|水文|农业|农村|乡村|畜牧|林业|林草|园林|绿化|商务|招商|"
    "文化|文旅|文物|旅游|体育|卫生|卫健|疾病|退役军人|应急|安全|审计|外事|国有|国资|市场|工商|质量|食品|药品|知识产权|"
    "广播|新闻|统计|医疗|医保|信访|机关|政务|行政|综合|数据|大数据|人民防空|人防|粮食|物资|金融|地方金融|税务|气象|地震|"
    "海关|海事|海洋|邮政|烟草|消防|供销|档案|残疾|扶贫|移民|公共资源|公路|铁路|投资|能源"
)
_GOVERNMENT = "人民政府|政府|行政公署"
_LEVEL = "省(?!级|直)|市(?!场|容|级|直|属)|区(?!域|级|直|属)|县(?!级|直|域)|旗|州|盟"
_PLACE = rf"(?:{_LEVEL}|苏木|街道|镇|乡)"
_COUNTY = rf"(?!{_FIELD})[^局厅委署]{{1,15}}?(?<!社)(?:{_LEVEL})(?!{_PLACE})"
_TOWN = r"[^局厅委署]{1,9}?(?:街道|苏木|镇|乡)(?=$|办|人民|政府|党|机关|财政)"

_AUTHORITY = re.compile(r"(?:中华人民共和国|(?:国家|中国)[^省市县区]{2,8}?(?:局|银行|委员会))(?=.{2})")
_REGION = re.compile(rf"{_COUNTY}|{_TOWN}")
_NAMELESS = re.compile(rf"[本我]?(省|市|区|县|旗|州|盟|镇|乡|苏木|街道)(?={_FIELD}|{_GOVERNMENT}|办事处)")
_OF_FIELD = re.compile(_FIELD)
_ENDING = re.compile(r"[局厅部委办署处队站所院会社行校园馆台心室府关区团司门统组厂位级]$")
_NATIONAL = re.compile(r"(?:部|署|总局)$")
_DEPARTMENT = re.compile(r"(?:[局厅委办署部处队站所]|中心|海关)$")
_OTHER_BODY = re.compile(r"(?:大学|学[院校]|[中小]学|医院|公司|集团)$")
_ZONE = re.compile(r"[区园城港岛]管(?:理委|委会?)$")
_TOWN_BODY = re.compile(r"(?:街道办事处|街道办|[镇乡]人民政府)$")
_OFFICE = re.compile(r"(?<=政府)办(?:公[室厅])?$")
_OTHER_SUBJECT = re.compile(
    r"(?:法治(?:政府)?建设|依法行政|依法治理|行政执法|政务公开|政务服务|业务)(?:工作)?(?:情况)?(?:年度)?(?:报告|总结)?暨"
)
_LAST_BODY = re.compile(r"^.*(?:[局厅委办处院站署部会府]|中心|街道|[乡镇])(?=.*暨$)")
_INNER = re.compile(
    r"(?:局|委|厅|院|校|机关|党政|党群|党建|综合|行政|秘书|文秘|信息|宣传|政策|法规|法制|人事|政工|业务|科技)*(?:办公[室厅]|办|[科处股室]|信息中心)"
    r"|原创|转载|本[站网]|网络|互联网|网站|管理员|系统管理员|admin",
    re.IGNORECASE,
)
_NOISE = re.compile(r"[\s《》“”\"'\[\]【】:,、。]|\([^()]*\)")


@attrs.frozen
class AgencyName:
    """A name in its parts.

    Attributes:
        authority: a national body named first, as in 国家税务总局青川市税务局.
        regions: names of the regions, the widest first.
        level: the bare word of a region that is not named, as in 市教育局.
        body: the rest; 委员会 and 办公室 are shortened to 委 and 办.
    """

    authority: str
    regions: tuple[str, ...]
    level: str
    body: str

    @property
    def tails(self) -> tuple[str, ...]:
        """The name with ever fewer of its wider regions, at least the narrowest being kept."""
        starts = range(max(len(self.regions), 1))
        return tuple("".join(self.regions[start:]) + self.level + self.body for start in starts)


@lru_cache(maxsize=512)
def split_name(name: str) -> AgencyName:
    """Split a name into regions and body; width, spaces, quotes and bracketed remarks do not matter."""
    rest = _NOISE.sub("", unicodedata.normalize("NFKC", name))
    rest = re.sub(r"办公[室厅]$", "办", rest.replace("委员会", "委"))
    authority = found[0] if (found := _AUTHORITY.match(rest)) else ""
    rest = rest.removeprefix(authority)
    if nameless := _NAMELESS.match(rest):
        return AgencyName(authority, (), nameless[1], rest[nameless.end() :])
    regions: list[str] = []
    while region := _REGION.match(rest):
        regions.append(region[0])
        rest = rest[region.end() :]
    return AgencyName(authority, tuple(regions), "", rest)


def without_other_subject(name: str) -> str:
    """The name without another subject of a title beside it, as in 某局法治政府建设暨, which joins two reports."""
    name = _OTHER_SUBJECT.sub("", name).strip(" 　-—_、")
    last = _LAST_BODY.match(name)
    return last[0] if last else name


@lru_cache(maxsize=512)
def kind_of(name: str) -> Kind | None:
    """Tell what kind of body a name denotes; None for others, such as development zones and hospitals.

    The general office of a government counts as the government, whose report it publishes.
    """
    parts = split_name(name)
    narrowest = parts.regions[-1] if parts.regions else parts.level
    if narrowest.endswith(("镇", "乡", "街道", "苏木")) or _TOWN_BODY.search(parts.body):
        return "town"
    if _ZONE.search(narrowest + parts.body) or _OTHER_BODY.search(parts.body):
        return None
    if re.fullmatch(rf"(?:{_GOVERNMENT})办?", parts.body) or (parts.regions and not parts.body):
        return "government"
    if _DEPARTMENT.search(parts.body) or _OF_FIELD.match(parts.body):
        return "department"
    return None


@lru_cache(maxsize=512)
def missing_part(name: str) -> Missing | None:
    """Tell what a name certainly lacks; None where it is complete or of an unknown pattern.

    A region alone stands for its government and is complete.
    """
    parts = split_name(name)
    if not (parts.authority or parts.regions or parts.level or parts.body):
        return "name"
    of_field = _OF_FIELD.match(parts.body) is not None
    if of_field and not _ENDING.search(parts.body):
        return "body"
    if parts.authority or parts.regions or _NATIONAL.search(parts.body):
        return None
    if parts.level or of_field or re.match(_GOVERNMENT, parts.body):
        return "region"
    return None


def is_inner_office(name: str) -> bool:
    """Tell whether a name is that of an office within any body, or of none, as pages have it: 办公室, 综合科, 本站."""
    return _INNER.fullmatch(_NOISE.sub("", unicodedata.normalize("NFKC", name))) is not None


@lru_cache(maxsize=512)
def relation(one: str, other: str) -> Relation:
    """Tell whether two names denote the same body.

    Wider regions in front make no difference; a word left out of the region or the body makes an abbreviation.
    """
    first, second = split_name(one), split_name(other)
    if not _regions_agree(first.regions, second.regions):
        return "different"
    found = _compared(one, first, other, second)
    served = [_OFFICE.sub("", name) for name in (one, other)]
    if found == "different" and served != [one, other] and relation(*served) != "different":
        return "related"
    return found


def _compared(one: str, first: AgencyName, other: str, second: AgencyName) -> Relation:
    """How two names stand whose regions agree."""
    pairs = [sorted((left, right), key=len) for left in first.tails for right in second.tails]
    if any(short == long for short, long in pairs):
        return "same"
    if kind_of(one) == kind_of(other) == "town" and first.regions[-1:] == second.regions[-1:] != ():
        return "abbreviated" if _within(first.body, second.body) else "related"
    if any(long.startswith(short) and not _is_short_for(short, long) for short, long in pairs):
        return "related"
    if any(_is_subsequence(short, long) for short, long in pairs):
        return "abbreviated"
    return "different"


def _regions_agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    short, long = sorted((first, second), key=len)
    return len(short) < len(long) or first[:-1] == second[:-1]


def _is_short_for(short: str, long: str) -> bool:
    """Tell whether a beginning of a name stands for the whole: 青川市 for its government, 青川市林业 for its 局."""
    body = split_name(short).body
    if not body:
        return re.match(rf"{_GOVERNMENT}|办事处|管", long.removeprefix(short)) is not None
    return not _ENDING.search(body)


def _within(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return _is_subsequence(short, long)


def _is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)
