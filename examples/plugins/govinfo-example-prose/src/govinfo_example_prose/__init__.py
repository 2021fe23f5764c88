"""Reports that tell their tables in sentences, such as 本年新收：自然人3件，商业企业1件，总计4件."""

import re
from collections.abc import Iterable

from govinfo import hookimpl
from govinfo.contracts import Parser
from govinfo.document import Document, Paragraph
from govinfo.layouts import LayoutParser, Row, Statement, cut, stated_rows

MIN_STATEMENTS = 8
"""So many sentences of this kind make the layout."""

_SENTENCE = re.compile(r"\s*([^：:。]+)[：:]((?:[^\d，：:。]+\d+(?:\.\d+)?元?(?:万元|件|项)?，?)+)。?\s*")
_NUMBER = re.compile(r"([^\d，：:。]+)(\d+(?:\.\d+)?元?)(?:万元|件|项)?，?")


def rows(document: Document) -> list[Row]:
    """The rows of a document in this layout."""
    lines = [(line, _SENTENCE.fullmatch(line.text)) for line in document.blocks if isinstance(line, Paragraph)]
    if sum(sentence is not None for _, sentence in lines) < MIN_STATEMENTS:
        return []
    return stated_rows(_statement(line, sentence) if sentence else line for line, sentence in lines)


def _statement(line: Paragraph, sentence: re.Match[str]) -> Statement:
    numbers = _NUMBER.finditer(line.text, *sentence.span(2))
    told = tuple((cut(line, *found.span(1)), cut(line, *found.span(2))) for found in numbers)
    return Statement(cut(line, *sentence.span(1)), told)


@hookimpl
def govinfo_parsers() -> Iterable[Parser]:
    """The layout."""
    return [LayoutParser("prose", rows, "rows told in sentences")]
