"""What kind of body an agency is, as far as its name tells."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from govinfo.text.agency import Level

BRACKETS = re.compile(r"[（(][^（()）]*[)）]|\s")
PROVINCE = re.compile(r"^(?:\w{2,12}?(?:省|自治区)|(?:北京|天津|上海|重庆)市)")
TOWN = re.compile(r"(?:镇|(?<!城)乡|街道|苏木)(?:人民政府|政府|办事处)?$")
COUNTY = re.compile(r"县|旗|(?<!自治)区(?!域|划)")
CITY = re.compile(r"市(?!场|政|容)|自治州|地区")
CENTRAL = re.compile(r"^(?:中华人民共和国|国家|国务院|中国)|(?:部|总局|署)$")
GOVERNMENT = re.compile(r"(?:人民政府|行政公署)(?:办公厅|办公室)?$|区(?:管理委员会|管委会)$|(?:省|市|县|区|州|盟|旗)$")
"""A name that ends in a region is that of its government (临江市2021年政府信息公开工作年度报告)."""
SEAT = re.compile(r"(?:自治)?州(?=人民政府)")


@attrs.frozen
class Body:
    """A body's level, None where its name does not tell, and whether it governs an area."""

    level: Level | None
    government: bool
    autonomous_prefecture: bool

    @property
    def makes_rules(self) -> bool | None:
        """Whether it may issue 规章; None where the name does not tell.

        Ministries may, and governments of provinces, of autonomous prefectures and of cities with
        districts.  That a city has districts cannot be seen from its name.
        """
        if self.level == "central":
            return True
        if self.level in {"county", "town"}:
            return False
        if self.level == "province":
            return True if self.government else None
        if self.level == "city":
            return (True if self.autonomous_prefecture else None) if self.government else False
        return None


@lru_cache(maxsize=256)
def body(agency: str) -> Body:
    """Judge an agency by its name."""
    name = BRACKETS.sub("", agency)
    government = GOVERNMENT.search(name) is not None
    return Body(_level(name), government, SEAT.search(name) is not None)


def _level(name: str) -> Level | None:
    inside = PROVINCE.sub("", name)
    if TOWN.search(inside):
        return "town"
    if COUNTY.search(inside.replace("地区", "")):
        return "county"
    if CITY.search(inside) or SEAT.search(inside):
        return "city"
    if inside != name:
        return "province"
    return "central" if CENTRAL.search(name) else None
