"""The built-in readers, parsers, rules and writers, contributed through the public hooks."""

from __future__ import annotations

from collections.abc import Iterable

from govinfo.contracts import (
    Deferred,
    FileReader,
    FindingsWriter,
    Parser,
    Reader,
    ReportWriter,
    ResultsWriter,
    Writer,
)
from govinfo.findings import Text
from govinfo.forms import Form, official_forms
from govinfo.hooks import AnyRule, hookimpl
from govinfo.parsers import bars, copied, drawn, grids, lines, scattered, separated, spaced, tabbed, tabs
from govinfo.parsers.layout import LayoutParser
from govinfo.readers import sniff_delimited, sniff_workbook
from govinfo.readers.sniff import (
    sniff_convertible,
    sniff_docx,
    sniff_html,
    sniff_markdown,
    sniff_mhtml,
    sniff_odt,
    sniff_pdf,
    sniff_text,
    sniff_word,
)
from govinfo.rules import (
    absences,
    all_zero,
    authority,
    blanks,
    breaks,
    carry,
    carry_over,
    cases_over_years,
    citations,
    copied_text,
    counts,
    deadlines,
    details,
    fee_unit,
    form_year,
    government_duties,
    heading_numbers,
    identity,
    index_numbers,
    kind_of_document,
    leftovers,
    mailboxes,
    matters_over_years,
    mirrors,
    named_people,
    notable,
    notation,
    old_numbers,
    periods,
    privacy,
    processing_fees,
    promised_parts,
    publication,
    required_topics,
    rollups,
    same_as_last_year,
    same_tables,
    section_headings,
    section_lengths,
    series,
    stocks,
    stocks_over_years,
    subtotals,
    sums,
    table_shape,
    titles,
    unusual,
)
from govinfo.rules.narrative import breakdowns, closed, other_years, ratios, repeated, silence
from govinfo.rules.narrative import counts as told_counts

RULES: tuple[AnyRule, ...] = (
    sums.identities,
    stocks.in_force,
    stocks.published,
    stocks.items_for_decisions,
    stocks.items_below_zero,
    subtotals.groups,
    subtotals.organizations,
    carry.carried_forward,
    carry.backlog,
    section_headings.missing_section,
    section_headings.order_of_sections,
    section_headings.wording_of_headings,
    section_headings.extra_section,
    section_headings.merged_sections,
    section_headings.body_elsewhere,
    heading_numbers.numbering,
    table_shape.missing_table,
    table_shape.table_shape,
    form_year.form_of_the_year,
    leftovers.instructions,
    leftovers.remains,
    required_topics.topics,
    government_duties.duties_of_governments,
    section_lengths.problems,
    section_lengths.other_matters,
    section_lengths.length_of_section_one,
    promised_parts.promised_parts,
    counts.negative,
    counts.decimal,
    counts.no_number,
    counts.glued,
    blanks.blank,
    blanks.placeholder,
    notation.unit,
    notation.style,
    notation.plus,
    fee_unit.fee_in_yuan,
    authority.regulations,
    all_zero.all_zero,
    notable.residual,
    notable.state_secrets,
    notable.direct_suits,
    titles.agency_in_title,
    titles.year_in_title,
    titles.name_of_document,
    periods.year_of_period,
    periods.calendar_year,
    publication.year_of_publication,
    publication.after_the_period,
    publication.sign_off_and_page,
    publication.date_is_there,
    deadlines.deadlines,
    identity.one_body,
    index_numbers.index_number,
    details.sign_off,
    details.contact,
    citations.cited_basis,
    kind_of_document.kind_of_document,
    mirrors.mirror,
    told_counts.counts,
    closed.all_closed,
    silence.unmentioned_cases,
    silence.cases_without_requests,
    breakdowns.sums,
    ratios.shares,
    ratios.trends,
    repeated.repeated,
    other_years.other_years,
    processing_fees.stated,
    processing_fees.complete,
    processing_fees.received_of_charged,
    processing_fees.money_without_notice,
    processing_fees.overdue_without_notice,
    processing_fees.tariff,
    processing_fees.mixed_up,
    privacy.mobile_numbers,
    privacy.identity_numbers,
    named_people.applicants,
    mailboxes.mailbox,
    privacy.card_numbers,
    named_people.staff,
    unusual.jumps,
    unusual.outliers,
    cases_over_years.suits_after_review,
    series.one_a_year,
    same_as_last_year.same_as_last_year,
    carry_over.carry_over,
    stocks_over_years.stocks,
    copied_text.section_one,
    copied_text.section_five,
    same_tables.last_year,
    series.gaps,
    cases_over_years.pending,
    matters_over_years.matters,
    breaks.other_form,
    breaks.other_name,
    old_numbers.old_numbers,
    rollups.rollups,
    rollups.scope,
    same_tables.other_agencies,
    copied_text.other_agencies,
    absences.absences,
)
"""The rules of this release; their findings come in the order of the catalogue."""


_PAGE = Text("网页", "web pages")
_WORD = Text("Word或WPS文档", "Word and WPS documents")
_SHEETS = Text("Excel或WPS表格", "workbooks")


@hookimpl
def govinfo_readers() -> Iterable[Reader]:
    """Readers of this release."""
    return (
        FileReader(
            "html", (".html", ".htm", ".shtml", ".xhtml"), sniff_html, Deferred("govinfo.readers.web.html:read"), _PAGE
        ),
        FileReader("mhtml", (".mht", ".mhtml"), sniff_mhtml, Deferred("govinfo.readers.web.mhtml:read"), _PAGE),
        FileReader(
            "docx", (".docx", ".docm", ".dotx", ".dotm"), sniff_docx, Deferred("govinfo.readers.docx:read"), _WORD
        ),
        FileReader(
            "doc", (".doc", ".wps", ".dot", ".wpt"), sniff_word, Deferred("govinfo.readers.doc.reader:read"), _WORD
        ),
        FileReader("odt", (".odt", ".ott", ".fodt"), sniff_odt, Deferred("govinfo.readers.odt:read")),
        FileReader("pdf", (".pdf",), sniff_pdf, Deferred("govinfo.readers.pdf:read", extra="pdf")),
        FileReader(
            "workbook",
            sniff_workbook.SUFFIXES,
            sniff_workbook.sniff,
            Deferred("govinfo.readers.workbooks.reader:read"),
            _SHEETS,
        ),
        FileReader(
            "delimited",
            sniff_delimited.SUFFIXES,
            sniff_delimited.sniff,
            Deferred("govinfo.readers.workbooks.delimited:read"),
        ),
        FileReader("markdown", (".md", ".markdown"), sniff_markdown, Deferred("govinfo.readers.markdown:read")),
        FileReader("text", (".txt", ".text"), sniff_text, Deferred("govinfo.readers.text:read")),
        FileReader("libreoffice", (".rtf",), sniff_convertible, Deferred("govinfo.readers.libreoffice:read")),
    )


@hookimpl
def govinfo_parsers() -> Iterable[Parser]:
    """Layouts of this release."""
    return (
        LayoutParser("grids", grids.rows, Text("表格完整", "intact tables")),
        LayoutParser("bars", bars.rows, Text("单元格以竖线结束", "cells ended by bars")),
        LayoutParser("drawn", drawn.rows, Text("用字符画成的表格", "tables drawn with characters")),
        LayoutParser("spaced", spaced.rows, Text("各列以空格分开", "columns separated by blanks")),
        LayoutParser("separated", separated.rows, Text("每行一排，以符号分格", "a row on a line, marks between cells")),
        LayoutParser("tabbed", tabbed.rows, Text("每行一排，以制表符分格", "a row on a line, tabs between cells")),
        LayoutParser("copied", copied.rows, Text("制表符独占一行", "tabs between cells on lines of their own")),
        LayoutParser("tabs", tabs.rows, Text("单元格各占一行，以制表符开头", "cells on lines that begin with a tab")),
        LayoutParser("lines", lines.rows, Text("单元格各占一行", "one cell per line")),
        LayoutParser("scattered", scattered.rows, Text("名称与数字分开", "labels and numbers apart")),
    )


@hookimpl
def govinfo_rules() -> Iterable[AnyRule]:
    """Rules of this release."""
    return RULES


@hookimpl
def govinfo_writers() -> Iterable[Writer]:
    """Output formats of this release."""
    return (
        ReportWriter("json", ".json", Deferred("govinfo.writers.json:write")),
        ReportWriter("csv", ".csv", Deferred("govinfo.writers.tabular:write")),
        ReportWriter("html", ".html", Deferred("govinfo.writers.html:write")),
        ReportWriter("markdown", ".md", Deferred("govinfo.writers.markdown:write")),
        ReportWriter("docx", ".docx", Deferred("govinfo.writers.docx:write")),
        ReportWriter("xlsx", ".xlsx", Deferred("govinfo.writers.workbook:write", extra="xlsx")),
    )


@hookimpl
def govinfo_findings_writers() -> Iterable[FindingsWriter]:
    """Formats of this release for what a check found."""
    return (
        ResultsWriter("json", ".json", Deferred("govinfo.writers.findings.json:write")),
        ResultsWriter("jsonl", ".jsonl", Deferred("govinfo.writers.findings.jsonl:write")),
        ResultsWriter("github", "", Deferred("govinfo.writers.findings.github:write")),
        ResultsWriter("sarif", ".sarif", Deferred("govinfo.writers.findings.sarif:write")),
        ResultsWriter("junit", ".xml", Deferred("govinfo.writers.findings.junit:write")),
        ResultsWriter("html", ".html", Deferred("govinfo.writers.findings.sheet:write")),
        ResultsWriter("xlsx", ".xlsx", Deferred("govinfo.writers.findings.workbook:write", extra="xlsx"), binary=True),
        ResultsWriter(
            "docx",
            ".docx",
            Deferred("govinfo.writers.findings.comments:write", given=(Deferred("govinfo.readers.docx:places"),)),
            binary=True,
        ),
    )


@hookimpl
def govinfo_forms() -> Iterable[Form]:
    """The official forms."""
    return official_forms()
