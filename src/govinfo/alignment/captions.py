"""What the lines above a table say of it: its year, its scope, whether it is a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import attrs
import regex

from govinfo.text.agency import kind_of
from govinfo.text.dates import years
from govinfo.text.fold import narrow

Scope = Literal["own", "whole"]
"""``own``: the figures of one office.  ``whole``: those of all offices of a region or a system together."""

MAX_CAPTION = 60
"""Longest caption in characters; longer lines are sentences."""

_SENTENCE = regex.compile(r"[。；;，]|,(?![0-9])")
_DATE = regex.compile(r"(?:19|20)[0-9]{2}\s*[年./-]\s*[0-9]{1,2}(?:\s*[月./-](?:\s*[0-9]{1,2}\s*日?)?)?")
_BARE_YEAR = regex.compile(r"(?<![0-9〔\[【])(20[0-9]{2})(?![0-9年])")
_LAST = regex.compile(r"上一?年|去年|往年|前一年|同期")
_THIS = regex.compile(r"本年|今年|当年|本期")
_OWN = regex.compile(r"本级|本机关|本单位|本部门|[局厅委办]机关|机关本部")
_WHOLE = regex.compile(
    r"汇总|全(?:省|市|县|区|旗|州|盟|镇|乡|街道|系统|域|辖区)|各(?:部门|单位|乡镇|镇街|县区|区县|街道)|系统"
)
_DRAFT = regex.compile(r"初稿|草稿|草案|征求意见|送审|(?:更正|修订|修改|调整)前|样[表例]|示例|填[报写表]说明|模板")
_FINAL = regex.compile(r"定稿|终稿|正式|(?:更正|修订|修改|调整)后")


@attrs.frozen
class Caption:
    """What a line says of the table below it.

    Attributes:
        text: the line, or several.
        years: the years that it names.
        last, this: it speaks of the year before, or of the year of the report.
        scopes: the scopes that it names.
        draft, final: it speaks of a draft, or of the final version.
    """

    text: str = ""
    years: frozenset[int] = frozenset()
    last: bool = False
    this: bool = False
    scopes: frozenset[Scope] = frozenset()
    draft: bool = False
    final: bool = False

    @property
    def says_something(self) -> bool:
        """True where it tells one table from another."""
        return bool(self.years or self.last or self.this or self.scopes or self.draft or self.final)


NO_CAPTION = Caption()
"""Nothing, or a line that says nothing."""


@attrs.frozen
class Subject:
    """What the report is about: its year, and the scope of its figures; None where that is not known."""

    year: int | None = None
    scope: Scope | None = None


UNKNOWN_SUBJECT = Subject()
"""A report of which neither year nor scope is known."""


def subject_of(title: str | None, agency: str | None, year: int | None) -> Subject:
    """The subject of a report, by its title.

    A title that names a scope settles it.  Otherwise the report of a government speaks for its region (条例, art.
    49 and 50), and that of a department or a town for itself.
    """
    named = read_caption(title or "").scopes
    if len(named) == 1:
        return Subject(year, next(iter(named)))
    kind = kind_of(agency) if agency else None
    scopes: dict[str | None, Scope] = {"government": "whole", "department": "own"}
    return Subject(year, None if named else scopes.get(kind))


def read_caption(text: str) -> Caption:
    """Read one line; a sentence says nothing."""
    line = _DATE.sub("", narrow(text)).strip()
    if len(line) > MAX_CAPTION or _SENTENCE.search(line):
        return Caption(text)
    named = {year for year, _, _ in years(line)} | {int(match[1]) for match in _BARE_YEAR.finditer(line)}
    scopes: set[Scope] = set()
    if _OWN.search(line):
        scopes.add("own")
    if _WHOLE.search(line):
        scopes.add("whole")
    return Caption(
        text,
        frozenset(named),
        last=_LAST.search(line) is not None,
        this=_THIS.search(line) is not None,
        scopes=frozenset(scopes),
        draft=_DRAFT.search(line) is not None,
        final=_FINAL.search(line) is not None,
    )


def nearest(lines: Sequence[str], counts: Callable[[str], bool] = bool) -> Caption:
    """The caption of a table below some lines: for the year, the scope and the version the nearest line counts."""
    read = map(read_caption, reversed(lines))
    captions = [caption for caption in read if caption.says_something and counts(caption.text)]
    dated = next((caption for caption in captions if caption.years or caption.last or caption.this), NO_CAPTION)
    scoped = next((caption for caption in captions if caption.scopes), NO_CAPTION)
    version = next((caption for caption in captions if caption.draft or caption.final), NO_CAPTION)
    texts = dict.fromkeys(caption.text.strip() for caption in (dated, scoped, version) if caption.says_something)
    return Caption(" ".join(texts), dated.years, dated.last, dated.this, scoped.scopes, version.draft, version.final)


def is_of_another_year(caption: Caption, year: int | None) -> bool:
    """Tell whether a caption says that its table is that of another year than the reporting year."""
    if caption.years and year is not None:
        return year not in caption.years
    return caption.last and not caption.this and not caption.years


def contradicts(caption: Caption, subject: Subject) -> bool:
    """Tell whether a caption says that its table is not that of the report."""
    other_scope = subject.scope is not None and len(caption.scopes) == 1 and subject.scope not in caption.scopes
    return is_of_another_year(caption, subject.year) or other_scope or (caption.draft and not caption.final)
