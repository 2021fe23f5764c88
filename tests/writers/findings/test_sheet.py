"""The check sheet: complete, self-contained, harmless, readable."""

import re
from itertools import pairwise

import attrs
import pytest
from lxml import etree, html
from tests.fixtures.results import HOSTILE, NEW, checked, faulty, full_finding, hostile, results, written

import govinfo
from govinfo.assessment import Unread
from govinfo.errors import NotAReport, SourceError
from govinfo.findings import SEVERITY_WORDS, Finding, spec
from govinfo.source import Source
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import web_page
from govinfo.testing.samples import sample_report
from govinfo.writers.findings.sheet.view import by_severity

OTHER = "applications.new.natural_person"
STYLE = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")


def sheet(run):
    return html.document_fromstring(written("html", run).decode("utf-8"))


def text_of(element):
    return " ".join(element.text_content().split())


def mixed(language="zh"):
    entries = [checked(faulty(), "a.txt", [full_finding()]), checked(random_report("2019", 5, "province"), "b.txt")]
    return results(*entries, unread=[Unread("c.txt", SourceError("gone", "没有了"))], language=language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_is_there_with_all_its_parts(language):
    run = mixed(language)
    cards = sheet(run).cssselect("section.finding")
    shown_order = [finding for entry in run.checked for finding in by_severity(entry.findings)]
    for card, finding in zip(cards, shown_order, strict=True):
        shown = text_of(card)
        parts = [finding.message(language), finding.rule, finding.fingerprint, finding.equation or ""]
        parts += [finding.fix(language)] if finding.fix else []
        parts += [repair.text(language) for repair in finding.repairs]
        parts += [SEVERITY_WORDS[finding.severity](language), run.catalogue[finding.rule].title(language)]
        assert all(" ".join(part.split()) in shown for part in parts)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_the_tables_hold_every_cell_once(form):
    report = random_report(form, 7, "province")
    page = sheet(results(checked(report)))
    shown = {cell.get("id").removeprefix("r1-"): cell.text for cell in page.cssselect("table.printed td")}
    assert shown == {cell.id: str(cell.value) for cell in report.cells()}


def test_cells_and_findings_refer_to_each_other():
    entry = checked(faulty(), "a.txt")
    page = sheet(results(entry))
    for number, finding in enumerate(by_severity(entry.findings), 1):
        for cell in finding.cells:
            (square,) = page.xpath(f"//td[@id='r1-{cell}']")
            assert f"#r1f{number}" in [link.get("href") for link in square.cssselect("a.mark")]
            assert "marked" in square.get("class")
        back = page.xpath(f"//section[@id='r1f{number}']//a/@href")
        assert {f"#r1-{cell}" for cell in finding.cells if entry.report[cell].value != 0} <= {*back}


def test_links_lead_somewhere_on_the_page():
    page = sheet(mixed())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = page.xpath("//@href")
    assert targets
    assert all(target.startswith("#") and target[1:] in ids for target in targets)


def test_the_page_needs_nothing_else_and_runs_nothing():
    page = sheet(hostile())
    source = written("html", mixed()).decode()
    assert not page.cssselect("script, link, img, iframe, object, embed, base, form, svg, video, audio")
    assert not page.xpath("//@src | //@srcset | //@action | //@style | //@onclick | //@onload")
    assert "url(" not in source
    assert "@import" not in source
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_hostile_text_stays_text():
    page = sheet(hostile())
    assert not page.cssselect("script")
    shown = page.text_content()
    assert shown.count("<script>alert(1)</script>&amp;&#60;]]>") > 10
    assert not {char for char in HOSTILE if not char.isprintable()} - {"\n"} & set(shown)
    assert not {"\x1b", "\u202e", "\ufffe", "\x85"} & set(written("html", hostile()).decode())


def test_numbers_are_not_shown_without_a_reason_for_their_absence():
    (square,) = sheet(results(checked(faulty()), language="zh")).xpath("//td[@id='r1-proactive.fees.amount']")
    assert square.cssselect("small")[0].text == "空白"


def test_what_was_printed_otherwise_stands_beside_the_value():
    report = sample_report("2021")
    cells = tuple(
        type(cell)(cell.id, 3, "３件", "reported", cell.source) if cell.id == NEW else cell for cell in report.all_cells
    )
    (square,) = sheet(results(checked(faulty(all_cells=cells)))).xpath(f"//td[@id='r1-{NEW}']")
    assert square.text == "3"
    assert "３件" in square.cssselect("small")[0].text


def test_a_paragraph_and_a_heading_are_marked_and_quoted():
    report = sample_report("2021", texts={1: "第一段。\n第二段。", 6: "无。"})
    places = (Source(line=11, column=1, end_column=5), Source(line=12, column=1, end_column=5))
    sections = tuple(
        section if section.number != 1 else type(section)(1, "一", "一、甲", section.text, Source(10), places)
        for section in report.sections
    )
    report = faulty(sections=sections)
    second = spec("M01").finding(x="丙", missing="乙", source=Source(line=12, column=3, end_column=4))
    heading = spec("M01").finding(x="甲", missing="乙", source=Source(line=10))
    entry = checked(report, "a.txt", [second, heading])
    page = sheet(results(entry))
    ordered = list(by_severity(entry.findings))
    last, before = ordered.index(heading) + 1, ordered.index(second) + 1
    (marked,) = page.xpath(f"//p[a[@href='#r1f{before}']]")
    assert marked.text == "第二段。"
    quotes = {
        card.get("id"): card.cssselect("blockquote")[0].text
        for card in page.cssselect("section.finding")
        if card.cssselect("blockquote")
    }
    assert quotes[f"r1f{before}"] == "第二段。"
    assert quotes[f"r1f{last}"] == "一、甲\n第一段。\n第二段。"


@pytest.mark.parametrize("unique", [True, False])
def test_a_proposal_without_rival_decides_which_cell_is_marked_most(unique):
    report = sample_report("2021")
    places = {NEW: Source(line=21), OTHER: Source(line=22)}
    cells = tuple(attrs.evolve(cell, source=places.get(cell.id, cell.source)) for cell in report.all_cells)
    repairs = (attrs.evolve(full_finding().repairs[0], unique=unique),)
    finding = attrs.evolve(full_finding(), source=places[OTHER], repairs=repairs)
    page = sheet(results(checked(attrs.evolve(report, all_cells=cells), "a.txt", [finding])))
    grades = {cell: page.xpath(f"//td[@id='r1-{cell}']")[0].get("class").split() for cell in (NEW, OTHER)}
    assert grades == {
        NEW: ["error", "marked"] if unique else ["marked"],
        OTHER: ["marked"] if unique else ["error", "marked"],
    }


def test_files_and_counts_are_summarised():
    run = mixed("en")
    page = sheet(run)
    shown = [[text_of(cell) for cell in row] for row in page.cssselect("table.summary tbody tr")]
    for row, entry in zip(shown, run.checked, strict=True):
        assert row[0] == entry.report.agency
        assert row[2:5] == [str(count) for count in entry.counts.values()]
        assert row[-1] == entry.path
    assert "c.txt" in text_of(page.cssselect("ul.unread")[0])
    assert "gone" in text_of(page.cssselect("ul.unread")[0])


def test_what_was_not_assessable_is_listed():
    entry = checked(sample_report("2021"))
    shown = text_of(sheet(results(entry)).cssselect("article")[0])
    assert all(missing.text.en in shown for missing in entry.assessment.not_assessable)


def test_a_severity_is_told_by_a_word_and_a_shape():
    for badge in sheet(mixed("en")).cssselect(".badge"):
        assert badge.cssselect("[aria-hidden]")[0].text in "✕▲●"
        assert any(word.en in text_of(badge) for word in SEVERITY_WORDS.values())


def test_tables_can_be_reached_and_heads_are_heads():
    page = sheet(mixed())
    assert page.get("lang") == "zh-CN"
    for region in page.cssselect(".scroll"):
        assert region.get("tabindex") == "0"
        assert region.get("aria-label")
    heads = page.cssselect("table.printed th")
    assert heads
    assert {head.get("scope") for head in heads} <= {"row", "col", "rowgroup", "colgroup"}
    levels = [int(head.tag[1]) for head in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(char * 2 for char in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_are_readable_by_day_by_night_and_in_print():
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5."""
    style = sheet(results()).cssselect("style")[0].text
    blocks = [dict(STYLE.findall(block)) for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)]
    assert len(blocks) == 3
    for colours in blocks:
        pairs = [(name, f"{name}-fill") for name in ("error", "warning", "info")]
        pairs += [(name, "page") for name in ("error", "warning", "info", "link", "text", "quiet")]
        pairs += [("text", f"{name}-fill") for name in ("error", "warning", "info")]
        pairs += [(name, "card") for name in ("text", "quiet", "link")]
        pairs += [("quiet", "head"), ("text", "head")]
        for ink, paper in pairs:
            assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)


def test_the_markup_is_well_formed():
    """Read strictly, the page has no stray or missing tag."""
    source = written("html", mixed()).decode()
    void = re.sub(r"<(meta|br)([^>]*)>", r"<\1\2/>", source.replace("<!DOCTYPE html>", ""))
    root = etree.fromstring(void)
    assert root.tag == "html"


def test_findings_without_a_place_stand_among_the_others():
    finding = Finding("S01", "error", full_finding().text)
    page = sheet(results(checked(sample_report("2021"), "a.txt", [finding])))
    assert full_finding().message() in text_of(page.cssselect("section.finding")[0])


def test_the_gravest_findings_come_first():
    found = [section.get("class").split()[-1] for section in sheet(mixed()).cssselect("#r1 section.finding")]
    assert found == sorted(found, key=["error", "warning", "info"].index)
    assert len(set(found)) > 1


def test_a_reason_is_given_once_for_each_rule():
    run = mixed()
    (article, *_) = sheet(run).cssselect("article")
    shown = text_of(article)
    for rule in {finding.rule for finding in run.checked[0].findings}:
        assert shown.count(run.catalogue[rule].why.zh) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sheet_is_not_read_as_a_report(language):
    page = written("html", results(checked(random_report("2021", 3), "a.html", []), language=language))
    with pytest.raises(NotAReport) as caught:
        govinfo.parse(page, filename="检查结果.html")
    assert caught.value.kind == "check-sheet"
    assert "请给出年报原件" in caught.value.message("zh")
    assert "Give the report itself" in caught.value.message("en")
    assert all(caught.value.message(either).startswith("检查结果.html") for either in ("zh", "en"))
    assert isinstance(govinfo.explain(page).error, NotAReport)


def test_a_page_of_another_program_that_says_how_it_was_made_is_read():
    report = random_report("2021", 3)
    mark = b'<head><meta name="Generator" content="govinfo">'
    page = web_page(report).replace(b"<head>", mark, 1)
    assert mark in page
    assert govinfo.parse(page).values == report.values
