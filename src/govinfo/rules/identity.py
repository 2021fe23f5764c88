"""M10: title, publisher, preamble, sign-off and contact name the same body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.title_parts import fold_title, title_parts
from govinfo.source import Source
from govinfo.text.agency import is_inner_office, kind_of, missing_part, relation, split_name

_ANNOUNCED = re.compile(r"现(?:将|公布|发布)([一-鿿]{4,30}?)(?:19|20)\d{2}年度?政府信息公开")
_PUBLISHES_FOR_OTHERS = re.compile(r"信息公开|政务公开|政务服务|数据|融媒体|网")
_TITLE = Text("标题机关", "the title")
_SIGN_OFF = Text("落款机关", "the sign-off")
_PUBLISHER = Text("发布机构", "the publisher")
_PREAMBLE = Text("引言所称机关", "the preamble")
_CONTACT = Text("联系单位", "the contact")
_DIFFERENT = Text("不一致", "differs from")
_ABBREVIATED = Text("写法不同，疑为简称", "seems to be short for")


class _Named(NamedTuple):
    place: Text
    name: str
    source: Source | None
    running_text: bool = False
    may_differ: bool = False
    by_system: bool = False


@rule("M10")
def one_body(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare every name of the body with the first complete one; M01 judges an incomplete one in the title."""
    names = [named for named in _names(report) if named.name]
    standard = next(filter(_may_be_standard, names), None) if len(names) > 1 else None
    if standard is None:
        yield not_assessable("M10", "机关名称不足两处，无从比较", "the body is named in fewer than two places")
        return
    for named in names:
        if named is not standard:
            yield from _compare(named, standard)


def _names(report: Report) -> Iterator[_Named]:
    sources = report.sources
    title = title_parts(report.title) if report.title else None
    if title and not title.missing:
        yield _Named(_TITLE, title.agency, sources.get("title"))
    if report.signed:
        yield _Named(_SIGN_OFF, report.signed.agency or "", report.signed.source)
    yield _Named(_PUBLISHER, report.publisher or "", sources.get("publisher"), by_system=True)
    if announced := _ANNOUNCED.search(fold_title(report.preamble)):
        yield _Named(_PREAMBLE, announced[1], sources.get("preamble"), running_text=True)
    if report.contact:
        unit = report.contact.unit or ""
        yield _Named(_CONTACT, unit, sources.get("contact"), running_text=True, may_differ=True)


def _may_be_standard(named: _Named) -> bool:
    return not named.running_text and missing_part(named.name) is None and not is_inner_office(named.name)


def _compare(named: _Named, standard: _Named) -> Iterator[Finding]:
    if is_inner_office(named.name):
        return
    how = relation(named.name, standard.name)
    if how == "abbreviated" and not _is_customary(named, standard):
        yield _finding(named, standard, abbreviated=True)
    elif how == "different" and _must_agree(named, standard):
        yield _finding(named, standard, abbreviated=False)


def _is_customary(named: _Named, standard: _Named) -> bool:
    """Tell whether a short form is common usage: 市林业局 in a sentence or as publisher, the region alone as title."""
    missing = missing_part(named.name)
    in_passing = (named.running_text and missing is not None) or (named.by_system and missing == "region")
    return in_passing or not split_name(standard.name).body


def _must_agree(named: _Named, standard: _Named) -> bool:
    """Tell whether another name is a fault.

    It is none where a government or its portal publishes for its bodies, and unclear for branch offices.
    """
    kinds = {kind_of(named.name), kind_of(standard.name)}
    branch = "分局" in named.name + standard.name
    if named.may_differ or branch or None in kinds or _PUBLISHES_FOR_OTHERS.search(named.name):
        return False
    return len(kinds) == 1 or "government" not in kinds


def _finding(named: _Named, standard: _Named, *, abbreviated: bool) -> Finding:
    return spec("M10").finding(
        source=named.source or standard.source,
        severity="info" if abbreviated else None,
        place=named.place,
        x=named.name,
        standard=standard.place,
        y=standard.name,
        how=_ABBREVIATED if abbreviated else _DIFFERENT,
    )
