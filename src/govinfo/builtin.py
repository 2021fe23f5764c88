"""The built-in readers, parsers and rules, contributed through the public hooks."""

from __future__ import annotations

from collections.abc import Iterable

from govinfo.contracts import Deferred, FileReader, Parser, Reader, ReportWriter, Rule, Writer
from govinfo.forms import Form, official_forms
from govinfo.hooks import hookimpl
from govinfo.parsers import bars, grids, lines, tabs
from govinfo.parsers.layout import LayoutParser
from govinfo.readers.sniff import sniff_html, sniff_mhtml, sniff_text
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
    leftovers,
    mirrors,
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
    mirrors.mirror,
    processing_fees.stated,
    processing_fees.complete,
    processing_fees.received_of_charged,
    processing_fees.money_without_notice,
    processing_fees.overdue_without_notice,
    privacy.mobile_numbers,
    privacy.identity_numbers,
)
"""The rules of this release; their findings come in the order of the catalogue."""


@hookimpl
def govinfo_readers() -> Iterable[Reader]:
    """Readers of this release."""
    return (
        FileReader("html", (".html", ".htm", ".shtml", ".xhtml"), sniff_html, Deferred("govinfo.readers.html:read")),
        FileReader("mhtml", (".mht", ".mhtml"), sniff_mhtml, Deferred("govinfo.readers.mhtml:read")),
        FileReader("text", (".txt", ".text", ".md"), sniff_text, Deferred("govinfo.readers.text:read")),
    )


@hookimpl
def govinfo_parsers() -> Iterable[Parser]:
    """Layouts of this release."""
    return (
        LayoutParser("grids", grids.rows, "intact tables"),
        LayoutParser("bars", bars.rows, "cells ended by bars"),
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
    )


@hookimpl
def govinfo_forms() -> Iterable[Form]:
    """The official forms."""
    return official_forms()
