"""M14: the notice and the regulations that the report cites as its basis are the ones in force."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import attrs

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form, official_forms
from govinfo.report import Report

_SENTENCES = re.compile(r"[。｡;；]")
NOTICE = re.compile(r"(国办[一-鿿]{0,6})[〔\[(【<]?(20\d{2})[〕\])】>]?第?(\d{1,3})号")
OLD_ORDER = re.compile(r"国务院令?\(?第?492号令?")
OLD_ARTICLE = re.compile(r"条例》?\)?的?第(?:三十[一二]|3[12])条")
_AMENDED = re.compile(r"711|修订|修改|废止")
_OF_THE_REPORT = re.compile(r"年度报告|报告格式|年报|编制")
_NEW_ARTICLE = re.compile(r"第(?:四十九|五十|49|50)条")
_NEW_REGULATIONS = Text(
    "2019年修订的《政府信息公开条例》（国务院令第711号）",
    "the Regulations as revised in 2019 (State Council order 711)",
)
_NEW_ARTICLES = Text("现行条例第四十九条、第五十条", "articles 49 and 50 of the regulations in force")


@attrs.frozen
class _Wrong:
    printed: str
    expected: Text


@rule("M14")
def cited_basis(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Look at every citation of the notices that issued the forms, and of the old regulations."""
    text = report.narrative
    if not text.strip():
        yield not_assessable("M14", "没有读到正文", "no text was read")
        return
    sentences = list(_citing(text))
    wrong = [found for sentence in sentences for found in _in_sentence(sentence)]
    wrong += _superseded(sentences, report, form)
    for found in dict.fromkeys(wrong):
        yield spec("M14").finding(source=report.sources.get("preamble"), x=found.printed, expected=found.expected)


def _citing(text: str) -> Iterator[str]:
    """Yield the sentences that may cite something, folded: those with a number of a document or an article."""
    lines = text.split("\n") if may_cite(text) else ()
    for line in [line for line in lines if ("号" in line and "国" in line) or ("第" in line and "条" in line)]:
        for sentence in filter(may_cite, _SENTENCES.split(line)):
            yield "".join(unicodedata.normalize("NFKC", sentence).split())


def may_cite(text: str) -> bool:
    """Tell at once whether a text can name a notice or an order of the state, or an article of regulations.

    Folding makes no other character one of these letters.
    """
    return ("号" in text and "国" in text) or ("条" in text and "第" in text)


def _superseded(sentences: list[str], report: Report, form: Form) -> list[_Wrong]:
    """Notices of another form, unless the right one is cited as well."""
    notices = [notice for sentence in sentences for notice in NOTICE.finditer(sentence)]
    if not notices:
        return []
    prescribed = {known.basis for known in official_forms() if report.year is not None and known.is_for(report.year)}
    right = {_parts(basis) for basis in (form.basis, *prescribed)}
    if any(notice.groups() in right for notice in notices):
        return []
    issued = {_parts(known.basis) for known in official_forms()}
    expected = Text(form.basis, form.basis)
    return [_Wrong(notice[0], expected) for notice in notices if notice.groups() in issued]


def _in_sentence(sentence: str) -> Iterator[_Wrong]:
    of_the_report = _OF_THE_REPORT.search(sentence) is not None
    for notice in NOTICE.finditer(sentence) if of_the_report else ():
        for known in official_forms():
            issuer, *number = _parts(known.basis)
            if number == [notice[2], notice[3]] and issuer != notice[1]:
                yield _Wrong(notice[0], Text(known.basis, known.basis))
    if (order := OLD_ORDER.search(sentence)) and not _AMENDED.search(sentence):
        yield _Wrong(order[0], _NEW_REGULATIONS)
    article = OLD_ARTICLE.search(sentence)
    if article and of_the_report and not _NEW_ARTICLE.search(sentence):
        yield _Wrong(article[0], _NEW_ARTICLES)


@cache
def _parts(basis: str) -> tuple[str, ...]:
    """Issuer, year and number of a notice."""
    found = NOTICE.search(basis)
    return found.groups() if found else ()
