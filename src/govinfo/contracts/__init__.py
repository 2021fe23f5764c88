"""What a plugin may contribute: readers, parsers, labels, rules, writers of reports and of findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import IO, Any, Protocol, runtime_checkable

import attrs

from govinfo.collection import Collection
from govinfo.contracts.deferred import Deferred
from govinfo.contracts.findings import FindingsWriter, ResultsWriter
from govinfo.contracts.functions import CheckRule, CompareRule, Comparison, RuleFunction, comparison, rule
from govinfo.document import Document
from govinfo.errors import SelectionError
from govinfo.findings import Finding, NotAssessable, Text
from govinfo.forms import Form
from govinfo.report import Report

__all__ = [
    "CheckRule",
    "CompareRule",
    "ComparingRule",
    "Comparison",
    "Context",
    "Deferred",
    "FileReader",
    "FindingsWriter",
    "Hint",
    "LabelAlias",
    "Parser",
    "Reader",
    "Recognition",
    "ReportWriter",
    "ResultsWriter",
    "Rule",
    "RuleFunction",
    "Writer",
    "comparison",
    "rule",
]


@attrs.frozen
class Hint:
    """What is known of a source beside its bytes."""

    filename: str | None = None

    @property
    def suffix(self) -> str:
        """Lower-case suffix of the file name with its dot; empty without one."""
        name = (self.filename or "").replace("\\", "/").rsplit("/", 1)[-1]
        return "." + name.rsplit(".", 1)[-1].lower() if "." in name.strip(".") else ""


@runtime_checkable
class Reader(Protocol):
    """Turns the bytes of one file format into a document; knows nothing of the forms."""

    @property
    def name(self) -> str:
        """Name by which it is listed."""

    @property
    def suffixes(self) -> Sequence[str]:
        """File name suffixes of the format, lower case with a dot."""

    def accepts(self, head: bytes, hint: Hint) -> int:
        """How sure it is that the bytes are of its format: 0 for no, up to 100.

        Args:
            head: the first 4096 bytes.
            hint: what else is known; the content weighs more than the suffix.
        """

    def read(self, data: bytes, hint: Hint) -> Document:
        """Read the whole content.

        Raises:
            UnsupportedFormat: it is another format after all; the reader next in score is asked.
            GovinfoError: the content is damaged, encrypted or over a limit.
        """


@attrs.frozen
class Recognition:
    """How well a parser's layout fits a document.

    Attributes:
        score: 0 to 100.
        reasons: why, in words; a `Text` is told in the language of the user.
        prepared: anything that the parser wants back when it parses, so that no work is done twice.
    """

    score: int
    reasons: tuple[str | Text, ...] = ()
    prepared: Any = None


@attrs.frozen
class LabelAlias:
    """A regional wording.

    Attributes:
        target: id of a row, group or column, ``section.3`` for a section, ``metadata.published`` for a field.
        wording: what is printed there.
        form: id of the form it is for; None for all.
    """

    target: str
    wording: str
    form: str | None = None


@attrs.frozen
class Context:
    """What a parser is given beside the document, and a writer beside the reports.

    Attributes:
        forms: all forms that are known.
        aliases: regional wordings.
    """

    forms: tuple[Form, ...]
    aliases: tuple[LabelAlias, ...] = ()

    def form(self, form_id: str) -> Form:
        """The form of an id.

        Raises:
            SelectionError: there is none.
        """
        found = next((form for form in self.forms if form.id == form_id), None)
        if found is None:
            known = sorted(form.id for form in self.forms)
            raise SelectionError(
                f"there is no form {form_id!r}; known are {', '.join(known) or 'none'}",
                f"没有编号为“{form_id}”的格式；现有：{'、'.join(known) or '无'}",
            )
        return found


@runtime_checkable
class Parser(Protocol):
    """Aligns documents of one layout with a form; knows nothing of file formats."""

    @property
    def name(self) -> str:
        """Name by which it is listed and selected."""

    @property
    def priority(self) -> int:
        """Decides between parsers of equal score; built-in ones have 0."""

    def recognise(self, document: Document, context: Context) -> Recognition | None:
        """Tell how well the layout fits, or None where it does not."""

    def parse(self, document: Document, context: Context, recognition: Recognition) -> Report:
        """Read the report; the pipeline fills in `Report.parser`.

        Args:
            document: the document that was recognised.
            context: forms and labels.
            recognition: what `recognise` answered.

        Raises:
            NotAReport: the document is something else; the parser next in score is asked.
        """


@runtime_checkable
class Rule(Protocol):
    """Checks one report."""

    @property
    def ids(self) -> Sequence[str]:
        """The ids that it may give; all are in the catalogue or in `specs` of its plugin."""

    def check(self, report: Report, form: Form) -> Iterable[Finding | NotAssessable]:
        """Yield what is wrong, and what could not be assessed.

        Args:
            report: the report.
            form: the form that its tables follow.
        """


@runtime_checkable
class ComparingRule(Protocol):
    """Checks one report against the others that are checked with it: other years, other agencies."""

    @property
    def ids(self) -> Sequence[str]:
        """The ids that it may give; all are in the catalogue or in `specs` of its plugin."""

    def compare(self, report: Report, form: Form, collection: Collection) -> Iterable[Finding | NotAssessable]:
        """Yield what is wrong with the report beside the others, and what could not be assessed.

        Args:
            report: the report; it is in the collection.
            form: the form that its tables follow.
            collection: all reports that are checked together.
        """


@runtime_checkable
class Writer(Protocol):
    """Writes a report in one format."""

    @property
    def name(self) -> str:
        """Name by which it is selected."""

    @property
    def suffix(self) -> str:
        """Suffix of its files, with the dot."""

    def write(self, reports: Sequence[Report], stream: IO[bytes], context: Context) -> None:
        """Write the reports; text is UTF-8.

        Args:
            reports: what to write.
            stream: where to write it, open for bytes.
            context: the forms of the reports.
        """


@attrs.frozen
class FileReader:
    """A `Reader` made of two functions; `load` may be `Deferred`, so that listing it costs nothing.

    `kind` is what people call the files, for messages; without it their suffixes stand alone.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes, Hint], int]
    load: Callable[[bytes, Hint], Document]
    kind: Text | None = None

    def accepts(self, head: bytes, hint: Hint) -> int:
        """See `Reader.accepts`."""
        return self.sniff(head, hint)

    def read(self, data: bytes, hint: Hint) -> Document:
        """See `Reader.read`."""
        return self.load(data, hint)


@attrs.frozen
class ReportWriter:
    """A `Writer` made of a function; `save` may be `Deferred`."""

    name: str
    suffix: str
    save: Callable[[Sequence[Report], IO[bytes], Context], None]

    def write(self, reports: Sequence[Report], stream: IO[bytes], context: Context) -> None:
        """See `Writer.write`."""
        self.save(reports, stream, context)
