"""A report's title in its parts, for the rules about metadata."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache

import attrs

from govinfo.report import Report
from govinfo.text.agency import Missing, missing_part, without_other_subject

_SUBJECT = re.compile(r"(?:政府信息|政务信息|政府|政务|信息)公开(?![办局处科中])")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:年度?(?!\d{1,2}月)|(?![\d年./-]))")
_YEAR_IN_WORDS = re.compile(r"([一二][〇○零一二三四五六七八九]{3})年度?")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_AROUND_NAME = re.compile(r"^关于(?:印发|发布|公布|报送)?|关于$|的$")
_PUNCTUATION = "《》“”\"'()[]【】-—_·:,、。度"
_REMARK = re.compile(r"\([^()]*\)")


@attrs.frozen
class TitleParts:
    """What a title says.

    Attributes:
        agency: name of the body; empty where there is none.
        year: the year; None where there is none.
        wording: what the document calls itself, from its subject on; empty where no subject was found.
    """

    agency: str
    year: int | None
    wording: str

    @cached_property
    def missing(self) -> Missing | None:
        """What the name of the body lacks."""
        return missing_part(self.agency)


@lru_cache(maxsize=256)
def fold_title(title: str) -> str:
    """The title without spaces and in half-width characters."""
    return "".join(unicodedata.normalize("NFKC", title).split())


@lru_cache(maxsize=128)
def title_parts(title: str) -> TitleParts:
    """Take a title apart: the body, the year and the name of the document, in any order of the first two."""
    folded = fold_title(title)
    subject = _SUBJECT.search(folded)
    if subject is None:
        return TitleParts("", _year(folded), "")
    wording = folded[subject.start() :]
    return TitleParts(_agency(folded[: subject.start()]) or _in_brackets(wording), _year(folded), wording)


def reporting_body(report: Report) -> str | None:
    """The name of the reporting body: the one that was read, else the one in the title."""
    return report.agency or (title_parts(report.title).agency if report.title else None) or None


def _agency(head: str) -> str:
    without_year = _YEAR_IN_WORDS.sub("", _YEAR.sub("", _REMARK.sub("", head)))
    return without_other_subject(_AROUND_NAME.sub("", without_year.strip(_PUNCTUATION)).strip(_PUNCTUATION))


def _in_brackets(wording: str) -> str:
    remark = _REMARK.search(wording)
    return "" if remark is None or any(letter.isdigit() for letter in remark[0]) else _agency(remark[0][1:-1])


def _year(folded: str) -> int | None:
    found = _YEAR.search(folded) or _YEAR_IN_WORDS.search(folded)
    return int(found[1].translate(_DIGITS)) if found else None
