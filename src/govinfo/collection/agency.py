"""Who reports: region, body, kind and level, as far as the name and the credit code tell."""

from __future__ import annotations

import re
from functools import cached_property

import attrs

from govinfo.collection.divisions import Division, divisions
from govinfo.report import Report
from govinfo.text.agency import Kind, Level, kind_of, missing_part, split_name
from govinfo.text.creditcode import credit_code

_REGISTERED = slice(2, 8)
"""Where a credit code has the division in which the body is registered (GB 32100)."""

_GOVERNS = re.compile(r"(?:人民)?政府|行政公署|(?:街道)?办事处|")
_OFFICE_OF_TOWN = re.compile(r"(?:人民政府|政府)?办")
_TOWN = re.compile(r"(?:镇|乡|街道|苏木)$")
_PROVINCE = re.compile(r"(?:省|(?<!族)自治区|^(?:北京|天津|上海|重庆)市)$|^(?:新疆维吾尔|广西壮族|宁夏回族)自治区$")
_COUNTY = re.compile(r"(?:区|县|旗)$")
_CITY = re.compile(r"(?:市|州|盟|地区)$")


@attrs.frozen(slots=False)
class Agency:
    """A reporting body.

    Attributes:
        name: the name as it was read.
        code: its unified social credit code, where the index number has a right one.
        authority: a national body named first, as in 国家税务总局青川市税务局.
        regions: its regions, the widest first, completed as far as the divisions are known.
        body: the rest of the name; empty for a government, a town or a subdistrict itself.
        kind: government, department or town; None for others.
        division: the division of county level and above that it belongs to, where it is known.
    """

    name: str
    code: str | None
    authority: str
    regions: tuple[str, ...]
    body: str
    kind: Kind | None
    division: Division | None

    @property
    def governs(self) -> bool:
        """Whether it governs its region, as a government, a town or a subdistrict does, and none of their offices."""
        return not self.body and self.kind in {"government", "town"}

    @cached_property
    def is_placed(self) -> bool:
        """Whether no other body is likely to bear the name.

        So where its division is known, and where it names several regions or none.  A name with one region that is in
        no list is placed by nothing, be it a town, a development zone or a slip.
        """
        return self.division is not None or len(self.regions) != 1

    @cached_property
    def level(self) -> Level | None:
        """The level of its narrowest region; None where the name does not tell."""
        if not self.regions:
            return "central" if self.authority or self.body else None
        narrowest = self.regions[-1]
        if _TOWN.search(narrowest):
            return "town"
        if self.division is not None and self.division.name == narrowest:
            code = self.division.code
            return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"
        if _PROVINCE.search(narrowest):
            return "province"
        if _CITY.search(narrowest):
            return "county" if any(_CITY.search(wider) for wider in self.regions[:-1]) else "city"
        return "county" if _COUNTY.search(narrowest) else None


def agency_of(report: Report) -> Agency | None:
    """The body of a report; None where its name is missing or lacks the region and no code completes it."""
    code = credit_code(report.index_number) if report.index_number else None
    return named_agency((report.agency or "").strip(), code, report.year)


def named_agency(name: str, code: str | None, year: int | None) -> Agency | None:
    """The body of a name and a credit code; see `agency_of`."""
    parts = split_name(name)
    division = _division(parts.regions, parts.level, code, year)
    if division is None and missing_part(name) in {"name", "region"}:
        return None
    regions = parts.regions
    if division is not None:
        town = tuple(region for region in regions[-1:] if _TOWN.search(region) and region != division.name)
        regions = (*divisions().chain(division, year), *town)
    kind = kind_of("".join(regions) + parts.body) if parts.level else kind_of(name)
    return Agency(name, code, parts.authority, regions, _body(parts.body, kind), kind, division)


def _division(regions: tuple[str, ...], level: str, code: str | None, year: int | None) -> Division | None:
    """The division of a name, or that of the registration where the name allows it."""
    town = bool(regions) and _TOWN.search(regions[-1]) is not None
    named = regions[:-1] if town else regions
    found = divisions().find(named, year) if named else None
    if found is not None or code is None:
        return found
    registered = divisions().at(code[_REGISTERED], year)
    if registered is None:
        return None
    fits = registered.name == named[-1] if named else town or (bool(level) and registered.name.endswith(level))
    return registered if fits else None


def _body(body: str, kind: Kind | None) -> str:
    if _GOVERNS.fullmatch(body) or (kind == "town" and _OFFICE_OF_TOWN.fullmatch(body)):
        return ""
    return body
