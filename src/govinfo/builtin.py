"""The built-in readers, parsers and rules, contributed through the public hooks."""

from __future__ import annotations

from collections.abc import Iterable

from govinfo.contracts import Deferred, FileReader, Parser, Reader, ReportWriter, Rule, Writer
from govinfo.forms import Form, official_forms
from govinfo.hooks import hookimpl
from govinfo.parsers import bars, drawn, grids, lines, spaced, tabbed, tabs
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
    all_zero,
    authority,
    blanks,
    carry,
    citations,
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
    mirrors,
    named_people,
    notable,
    notation,
    periods,
    privacy,
    processing_fees,
    promised_parts,
    publication,
    required_topics,
    section_headings,
    section_lengths,
    stocks,
    subtotals,
    sums,
    table_shape,
    titles,
)

RULES: tuple[Rule, ...] = (
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
    processing_fees.stated,
    processing_fees.complete,
    processing_fees.received_of_charged,
    processing_fees.money_without_notice,
    processing_fees.overdue_without_notice,
    privacy.mobile_numbers,
    privacy.identity_numbers,
    named_people.applicants,
    mailboxes.mailbox,
    privacy.card_numbers,
    named_people.staff,
)
"""The rules of this release; their findings come in the order of the catalogue."""


@hookimpl
def govinfo_readers() -> Iterable[Reader]:
    """Readers of this release."""
    return (
        FileReader(
            "html", (".html", ".htm", ".shtml", ".xhtml"), sniff_html, Deferred("govinfo.readers.web.html:read")
        ),
        FileReader("mhtml", (".mht", ".mhtml"), sniff_mhtml, Deferred("govinfo.readers.web.mhtml:read")),
        FileReader("docx", (".docx", ".docm", ".dotx", ".dotm"), sniff_docx, Deferred("govinfo.readers.docx:read")),
        FileReader("doc", (".doc", ".dot", ".wps", ".wpt"), sniff_word, Deferred("govinfo.readers.doc.reader:read")),
        FileReader("odt", (".odt", ".ott", ".fodt"), sniff_odt, Deferred("govinfo.readers.odt:read")),
        FileReader("pdf", (".pdf",), sniff_pdf, Deferred("govinfo.readers.pdf:read", extra="pdf")),
        FileReader(
            "workbook", sniff_workbook.SUFFIXES, sniff_workbook.sniff, Deferred("govinfo.readers.workbooks.reader:read")
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
        LayoutParser("grids", grids.rows, "intact tables"),
        LayoutParser("bars", bars.rows, "cells ended by bars"),
        LayoutParser("drawn", drawn.rows, "tables drawn with characters"),
        LayoutParser("spaced", spaced.rows, "columns separated by blanks"),
        LayoutParser("tabbed", tabbed.rows, "rows on lines, cells separated by tabs"),
        LayoutParser("tabs", tabs.rows, "cells on lines that begin with a tab"),
        LayoutParser("lines", lines.rows, "one cell per line"),
    )


@hookimpl
def govinfo_rules() -> Iterable[Rule]:
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
def govinfo_forms() -> Iterable[Form]:
    """The official forms."""
    return official_forms()
