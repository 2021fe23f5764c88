"""PDF files: reports drawn in every manner read back as themselves; what is unsure is said."""

import time
from collections import Counter
from io import BytesIO
from random import Random

import attrs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.contracts import Hint
from govinfo.document import Figure, Grid, GridCell, Paragraph
from govinfo.errors import GovinfoError, SourceError
from govinfo.readers.sniff import sniff_pdf
from govinfo.report import Report
from govinfo.testing.damage import change_cell
from govinfo.testing.damage.outcomes import judge
from govinfo.testing.damage.traced import NumberCell, Shown, change_some, traced
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
pytest.importorskip("reportlab", reason="reportlab draws the PDF files of these tests")
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from tests.fixtures.pdf import FONT, LANDSCAPE, Style, print_pdf
from tests.fixtures.rawpdf import raw_pdf, stream

from govinfo.readers.pdf import read

FORMS = st.sampled_from(["2019", "2021"])
SIZES = st.sampled_from(["zero", "county", "province"])
SEEDS = st.integers(0, 10**6)
LOW = (595.0, 400.0)

CLEAN = {
    "lines": Style(),
    "a rectangle per cell": Style("boxes"),
    "thin rectangles": Style("thin"),
    "dashed": Style("dashed"),
    "double": Style("double"),
    "gaps at the corners": Style("gaps"),
    "open sides": Style("sides"),
    "landscape": Style(page=LANDSCAPE, size=9),
    "rotated page": Style(page=LANDSCAPE, size=9, turned="page"),
    "content on its side": Style(page=LANDSCAPE, size=9, turned="content"),
    "drawn twice for weight": Style(bold=0.3),
    "glyph by glyph": Style(glyphs=True),
    "glyph by glyph and twice": Style(glyphs=True, bold=0.3),
    "page numbers and heads": Style(number="- {} -", head="青川市林业局", page=LOW),
    "bare page numbers": Style(number="{}", page=LOW),
    "headers on each page": Style(repeat=True, page=(595.0, 500.0)),
}


def values(report: Report):
    return {cell.id: cell.value for cell in report.cells()}


@st.composite
def reports(draw):
    return random_report(draw(FORMS), draw(SEEDS), draw(SIZES))


@given(reports(), st.sampled_from(sorted(CLEAN)))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_report_with_lines_reads_back_as_itself(report, manner):
    read_back = govinfo.parse(print_pdf(printed(report), CLEAN[manner]))
    assert values(read_back) == values(report)
    assert read_back.diagnostics == ()
    assert (read_back.title, read_back.published) == (report.title, report.published)
    assert [section.text for section in read_back.sections] == [section.text for section in report.sections]


@given(reports(), st.integers(380, 640), st.booleans())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_rows_that_page_breaks_cut_are_whole_again(report, height, is_open):
    style = Style(split=True, open=is_open, page=(595.0, float(height)), size=7.5)
    read_back = govinfo.parse(print_pdf(printed(report), style))
    named = {cell for finding in read_back.diagnostics for cell in finding.cells}
    wrong = {cell for cell, value in values(report).items() if read_back[cell].value != value}
    assert wrong <= named
    if {finding.rule for finding in read_back.diagnostics} <= {"X11", "X55"}:
        assert not wrong


@given(reports())
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_numbers_broken_in_narrow_cells_are_read_and_said_so(report):
    read_back = govinfo.parse(print_pdf(printed(report), Style(size=10.5)))
    assert values(read_back) == values(report)
    assert {finding.rule for finding in read_back.diagnostics} <= {"X11"}


@given(reports())
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_a_table_without_lines_is_read_by_the_places_of_its_words_and_said_so(report):
    read_back = govinfo.parse(print_pdf(printed(report), Style("none")))
    assert values(read_back) == values(report)
    assert {finding.rule for finding in read_back.diagnostics} == {"X57"}


NARROW = st.builds(
    Style,
    st.sampled_from(["lines", "thin", "double", "gaps", "sides"]),
    st.integers(7, 13),
    st.sampled_from([(420.0, 595.0), (595.0, 842.0)]),
    overflow=st.just(True),
    align=st.sampled_from(["left", "centre", "right"]),
    digits=st.sampled_from([FONT, "Helvetica"]),
    glyphs=st.booleans(),
    bold=st.sampled_from([0.0, 0.3]),
    sink=st.sampled_from([0.0, 2.0, 4.0]),
)
GROUPED = {"plain": "", "grouped by blanks": " ", "grouped by commas": ","}
LEFT_OUT: dict[str, tuple[str, Shown]] = {"empty": ("", "blank"), "a mark": ("/", "placeholder")}


def rewritten(cell: GridCell, manner: str) -> GridCell:
    assert isinstance(cell, NumberCell)
    if manner in GROUPED:
        return attrs.evolve(cell, text=f"{int(cell.text):,}".replace(",", GROUPED[manner]))
    text, shows = LEFT_OUT[manner]
    return attrs.evolve(cell, text=text, shows=shows)


@given(reports(), NARROW, st.sampled_from(sorted({*GROUPED, *LEFT_OUT})), st.integers(0, 10**9))
@example(
    random_report("2021", 0, "province"),
    Style(size=10, page=(420, 595), overflow=True, align="right", glyphs=True),
    "a mark",
    158,
).via("PDFium gives one of two equal glyphs that are printed nearly over each other")
@example(
    random_report("2021", 1, "province"),
    Style(size=11, page=(420, 595), overflow=True, align="right", glyphs=True),
    "grouped by commas",
    0,
).via("a comma is all that is left of a number, and no word that makes its cell one of text")
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_numbers_that_run_over_the_lines_are_read_or_named(report, style, manner, seed):
    def is_number(cell):
        return isinstance(cell, NumberCell) and cell.is_plain

    chance = Random(seed)  # noqa: S311 - a sample is no secret
    parts = change_some(traced(report), is_number, lambda cell: rewritten(cell, manner), 0.4, chance)
    read_back = govinfo.parse(print_pdf(parts, style))
    outcomes = Counter(outcome for _, outcome in judge(parts, report, read_back))
    assert not outcomes.keys() & {"silent missing", "silent wrong"}


def test_a_number_that_runs_over_a_line_is_taken_where_the_other_cell_has_one_of_its_own():
    [row] = grid(drawn(lambda canvas: boxes(canvas, "甲", "1234567890123", "       5")))
    assert row == [("甲", False), ("1234567890123", True), ("5", False)]


@pytest.mark.parametrize(("x", "y"), [(114, 195), (174, 206)])
def test_a_number_on_the_edge_of_a_table_is_doubted(x, y):
    def draw(canvas):
        boxes(canvas, "甲", "12 345" if y > 200 else "")
        canvas.drawString(x, y, "678")

    [row] = grid(drawn(draw))
    assert row[1][1] == "doubtful"


def test_digits_in_groups_on_both_sides_of_a_line_are_doubted():
    def draw(canvas):
        boxes(canvas, "甲", "", "")
        canvas.drawString(160, 206, "12")
        canvas.drawString(172, 206, "345")

    assert [doubt for _, doubt in grid(drawn(draw))[0]] == [False, "doubtful", "doubtful"]


def test_a_label_that_runs_over_a_line_stays_whole_and_leaves_the_number_alone():
    def draw(canvas):
        boxes(canvas, "甲乙丙丁戊己", "")
        canvas.drawString(150, 206, "12")

    assert grid(drawn(draw)) == [[("甲乙丙丁戊己", False), ("12", False)]]


@given(reports(), st.sampled_from(["lines", "boxes", "thin", "none"]), st.data())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_an_empty_cell_moves_no_number_in_silence(report, rules, data):
    cell = data.draw(st.sampled_from([cell.id for cell in report.cells()]))
    read_back = govinfo.parse(print_pdf(printed(change_cell(report, cell, None)), Style(rules)))
    named = {cell for finding in read_back.diagnostics for cell in finding.cells}
    wrong = {other for other, value in values(report).items() if other != cell and read_back[other].value != value}
    assert wrong <= named
    assert not wrong or rules == "none"
    assert read_back[cell].value is None


@pytest.mark.parametrize(
    ("style", "code"),
    [
        (Style(watermark="内部资料注意保存"), "X53"),
        (Style(watermark="仅供参考123", upright=True), "X53"),
        (Style(invisible=True), "X51"),
    ],
    ids=["slanted watermark", "upright watermark", "invisible layer"],
)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_what_lies_over_or_under_the_page_is_kept_out_of_the_cells_and_noted(form, style, code):
    report = random_report(form, 4, "county")
    read_back = govinfo.parse(print_pdf(printed(report), style))
    assert values(read_back) == values(report)
    assert {finding.rule for finding in read_back.diagnostics} == {code}


def test_group_labels_of_one_character_a_line():
    report = random_report("2021", 4, "county")
    read_back = govinfo.parse(print_pdf(printed(report), Style(narrow=True, size=8)))
    assert values(read_back) == values(report)
    assert read_back.diagnostics == ()


def test_every_cell_knows_its_page_and_place():
    report = govinfo.parse(print_pdf(printed(random_report("2021", 2, "county")), Style(page=LOW)))
    places = [cell.source for cell in report.cells()]
    assert {place.page for place in places} > {1}
    for place in places:
        assert place.box is not None
        left, top, right, bottom = place.box
        assert 0 <= left < right <= 595
        assert 0 <= top < bottom <= 400
        assert place.box == tuple(round(edge, 1) for edge in place.box)
    assert len({(place.page, place.box) for place in places}) == len(places)


def test_the_title_of_the_file_does_not_count_against_the_one_that_is_printed():
    report = random_report("2021", 2, "zero")
    parts = printed(report)
    assert read(print_pdf(parts, title=report.title), Hint()).title == report.title
    last_year = report.title.replace(str(report.year), str(report.year - 1))
    assert last_year != report.title
    for title in (last_year, last_year[3:], last_year.replace("报告", "年报"), f"{last_year}（终稿）"):
        data = print_pdf(parts, title=title)
        assert read(data, Hint()).title is None
        assert (govinfo.parse(data).title, govinfo.parse(data).year) == (report.title, report.year)


def test_a_title_that_is_cut_off_within_a_character_is_none():
    report = random_report("2021", 2, "zero")
    whole = print_pdf(printed(report), title="𠮷")
    half = whole.replace(rb"/Title (\376\377\330B\337\267)", rb"/Title (\376\377\330B)")
    assert half != whole
    found = govinfo.parse(half)
    assert (found.title, found.parser.reader, found.diagnostics) == (report.title, "pdf", ())


def test_a_title_of_the_file_alone_that_disagrees_with_the_text_is_named():
    report = random_report("2021", 2, "zero")
    parts = [part for part in printed(report) if part != report.title]
    place = next(place for place, part in enumerate(parts) if isinstance(part, str) and part.startswith("一、"))
    said = f"本报告所列数据的统计期限自{report.year}年1月1日起，至{report.year}年12月31日止。"
    last_year = report.title.replace(str(report.year), str(report.year - 1))
    for title, doubted in ((last_year, True), (report.title, False)):
        read_back = govinfo.parse(print_pdf([*parts[:place], said, *parts[place:]], title=title))
        assert read_back.title == title
        assert ("X28" in {found.rule for found in read_back.diagnostics}) == doubted


# Single cells, drawn by hand.


def drawn(*draw, size=(300, 300), **options):
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size, **options)
    for page, step in enumerate(draw):
        if page:
            canvas.showPage()
        canvas.setFont(FONT, 10)
        step(canvas)
    canvas.save()
    return buffer.getvalue()


def boxes(canvas, *texts):
    for number, text in enumerate(texts):
        canvas.rect(50 + 60 * number, 200, 60, 20)
        canvas.drawString(55 + 60 * number, 206, text)


def grid(data):
    [found] = [block for block in read(data, Hint()).blocks if isinstance(block, Grid)]
    return [[(cell.text, "doubtful" if cell.doubtful else cell.pieces) for cell in row] for row in found.rows]


def test_a_number_with_a_raised_mark_is_the_number_and_doubted():
    def mark(canvas):
        boxes(canvas, "甲", "12")
        canvas.setFont(FONT, 5)
        canvas.drawString(125, 211, "1")

    assert grid(drawn(mark)) == [[("甲", False), ("12", True)]]


@pytest.mark.parametrize("stop", [126, 118])
def test_a_number_that_is_struck_through_is_doubted(stop):
    def strike(canvas):
        boxes(canvas, "甲", "12", "3")
        canvas.line(114, 210, stop, 210)

    assert grid(drawn(strike)) == [[("甲", False), ("12", "doubtful"), ("3", False)]]


def test_of_a_number_struck_through_and_another_the_other_counts():
    def strike(canvas):
        boxes(canvas, "甲", "12", "3")
        canvas.drawString(140, 206, "15")
        canvas.line(114, 210, 126, 210)

    assert grid(drawn(strike)) == [[("甲", False), ("15", True), ("3", False)]]


def test_an_underlined_number_is_not_struck():
    def underline(canvas):
        boxes(canvas, "甲", "12")
        canvas.line(114, 204.8, 126, 204.8)

    assert [text for row in grid(drawn(underline)) for text, _ in row if text] == ["甲", "12"]


def test_white_text_is_left_out_on_paper_and_read_on_colour():
    def hidden(canvas):
        canvas.setFillGray(0.2)
        canvas.rect(170, 200, 60, 20, 1, 1)
        canvas.setFillGray(0)
        boxes(canvas, "甲", "12")
        canvas.setFillGray(1)
        canvas.drawString(128, 206, "34")
        canvas.drawString(175, 206, "5")

    document = read(drawn(hidden), Hint())
    assert [cell.text for cell in document.blocks[0].rows[0]] == ["甲", "12", "5"]
    assert [note.code for note in document.notes] == ["X52"]


def test_a_number_that_runs_over_a_line_is_doubted_on_both_sides():
    [row] = grid(drawn(lambda canvas: boxes(canvas, "甲", "1234567890123", "5")))
    assert [doubt for _, doubt in row] == [False, "doubtful", "doubtful"]


def cut_off(edge, *texts, beyond=""):
    """Cells on a page of which only the part to the left of an edge is shown."""

    def draw(canvas):
        window = canvas.beginPath()
        window.rect(0, 0, edge, 300)
        canvas.clipPath(window, stroke=0, fill=0)
        boxes(canvas, *texts)
        canvas.drawString(edge + 5, 100, beyond)

    return drawn(draw)


@pytest.mark.parametrize("edge", [193, 195, 195.5])
def test_a_number_at_the_edge_where_a_page_is_cut_off_is_doubted(edge):
    assert grid(cut_off(edge, "甲", "12", "3456")) == [[("甲", False), ("12", False), ("3456", "doubtful")]]


def test_an_empty_cell_beyond_the_edge_of_a_page_is_doubted_among_numbers_alone():
    assert [doubt for _, doubt in grid(cut_off(200, "甲", "12", ""))[0]] == [False, False, "doubtful"]
    assert [doubt for _, doubt in grid(cut_off(200, "甲", "乙", ""))[0]] == [False, False, False]


@pytest.mark.parametrize("edge", [198, 229, 240])
def test_a_number_well_before_the_edge_is_whole(edge):
    assert grid(cut_off(edge, "甲", "12", "3456")) == [[("甲", False), ("12", False), ("3456", False)]]


def test_a_number_is_whole_where_the_characters_beyond_the_edge_are_kept():
    assert grid(cut_off(195, "甲", "12", "3456", beyond="乙")) == [[("甲", False), ("12", False), ("3456", False)]]


@pytest.mark.parametrize("shift", [0.2, 0.5, 1.0])
@pytest.mark.parametrize("text", ["1", "11", "111", "1101"])
def test_a_number_drawn_twice_for_weight_counts_once(text, shift):
    def whole(canvas):
        boxes(canvas, "甲", text)
        canvas.drawString(115 + shift, 206, text)

    def single(canvas):
        boxes(canvas, "甲", "")
        for number, char in enumerate(text):
            canvas.drawString(115 + 5 * number, 206, char)
            canvas.drawString(115 + 5 * number + shift, 206, char)

    assert grid(drawn(whole)) == grid(drawn(single)) == [[("甲", False), (text, False)]]


@pytest.mark.parametrize("shift", [2.0, 3.0])
def test_digits_printed_over_each_other_are_doubted(shift):
    def overprinted(canvas):
        boxes(canvas, "甲", "12")
        canvas.drawString(115 + shift, 206, "35")

    assert grid(drawn(overprinted))[0][1][1] == "doubtful"


def test_numbers_below_each_other_are_joined_only_where_the_first_fills_its_cell():
    def draw(canvas):
        canvas.rect(50, 180, 60, 40)
        canvas.rect(110, 180, 30, 40)
        canvas.rect(140, 180, 60, 40)
        canvas.drawString(55, 200, "甲")
        for x, upper, lower in ((113, "12345", "678"), (145, "12", "34")):
            canvas.drawString(x, 206, upper)
            canvas.drawString(x, 190, lower)

    assert grid(drawn(draw)) == [[("甲", False), ("12345678", True), ("12 34", True)]]


def test_what_a_form_of_the_file_holds_is_read_where_it_is_placed():
    def draw(canvas):
        canvas.beginForm("part")
        canvas.setFont(FONT, 10)
        boxes(canvas, "甲", "12")
        canvas.endForm()
        canvas.translate(-20, 10)
        canvas.scale(0.9, 0.9)
        canvas.doForm("part")

    data = drawn(draw)
    assert grid(data) == [[("甲", False), ("12", False)]]
    assert read(data, Hint()).blocks[0].source.box == (25.0, 92.0, 133.0, 110.0)


def test_text_on_its_side_belongs_to_its_cell():
    def draw(canvas):
        canvas.rect(50, 100, 20, 100)
        canvas.rect(70, 100, 60, 50)
        canvas.rect(70, 150, 60, 50)
        for y, text in ((170, "乙"), (120, "3"), (40, "其他文字"), (20, "其他文字")):
            canvas.drawString(75, y, text)
        canvas.translate(63, 120)
        canvas.rotate(90)
        canvas.drawString(0, 0, "分组名称")

    assert grid(drawn(draw)) == [[("分组名称", False), ("乙", False)], [("3", False)]]


def test_lines_that_leave_no_rectangle_are_noted():
    def draw(canvas):
        canvas.rect(50, 100, 120, 100)
        canvas.line(110, 150, 110, 200)
        canvas.line(50, 150, 110, 150)
        canvas.drawString(60, 170, "甲")
        canvas.drawString(120, 120, "3")

    assert [note.code for note in read(drawn(draw), Hint()).notes] == ["X54"]


def test_codes_without_a_meaning_are_no_numbers():
    font = b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+X/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    descendant = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+X/DW 600"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"
    content = stream(b"BT /F 12 Tf 50 100 Td <003100320033> Tj ET")
    document = read(raw_pdf(page, content, font, descendant), Hint())
    assert [block.text for block in document.blocks] == ["\ufffd\ufffd\ufffd"]
    assert [(note.code, dict(note.values)["count"]) for note in document.notes] == [("X50", "3")]


def test_a_narrow_blank_keeps_two_numbers_apart():
    assert grid(drawn(lambda canvas: boxes(canvas, "甲", "12 34"))) == [[("甲", False), ("12 34", False)]]


def test_form_fields_are_not_read_and_said_so():
    def draw(canvas):
        boxes(canvas, "甲", "")
        canvas.acroForm.textfield(value="12", x=112, y=202, width=56, height=16)
        canvas.linkURL("https://example.org", (50, 200, 100, 220))

    document = read(drawn(draw), Hint())
    assert [cell.text for cell in document.blocks[0].rows[0]] == ["甲", ""]
    assert [(note.code, dict(note.values)["count"]) for note in document.notes] == [("X58", "1")]


def test_heads_and_feet_of_a_browser_are_not_repeated():
    def page(number):
        def draw(canvas):
            canvas.drawString(20, 285, f"2025/1/20 1{number}:03")
            canvas.drawString(20, 150, "正文" * number)
            canvas.drawString(20, 10, f"https://example.org/a.html  {number}/2")

        return draw

    document = read(drawn(page(1), page(2)), Hint())
    assert [block.text for block in document.blocks] == [
        "2025/1/20 11:03",
        "正文",
        "https://example.org/a.html 1/2",
        "正文正文",
    ]


@pytest.mark.parametrize("form", ["- {} -", "— {} —", "第 {} 页", "第{}页 共2页", "{}/2", "Page {} of 2", "{}"])
def test_page_numbers_are_left_out(form):
    pages = [lambda canvas, number=number: canvas.drawString(140, 12, form.format(number)) for number in (1, 2)]
    texts = [lambda canvas, draw=draw: (canvas.drawString(20, 150, "正文"), draw(canvas)) for draw in pages]
    assert {block.text for block in read(drawn(*texts), Hint()).blocks} == {"正文"}


def test_full_width_digits():
    assert grid(drawn(lambda canvas: boxes(canvas, "甲", "１２")))[0][1] == ("１２", False)


# Images, and what cannot be read.


def image(canvas):
    pixels = pytest.importorskip("PIL.Image", reason="Pillow makes the images of these tests")
    canvas.drawImage(ImageReader(pixels.new("RGB", (50, 50), "gray")), 20, 20, 260, 260)


def test_a_scan_says_that_it_is_one():
    with pytest.raises(SourceError, match="scan") as caught:
        govinfo.parse(drawn(image), filename="年报.pdf")
    assert caught.value.zh.startswith("年报.pdf：")
    assert "扫描" in caught.value.zh


def test_a_scanned_page_among_others_is_a_figure_and_noted():
    document = read(drawn(lambda canvas: boxes(canvas, "甲", "1"), image), Hint())
    assert [type(block) for block in document.blocks] == [Grid, Figure]
    assert [(note.code, note.source.page) for note in document.notes] == [("X56", 2)]


def locked(password):
    encryption = StandardEncryption(password, "owner", strength=128)
    return drawn(lambda canvas: boxes(canvas, "甲", "1"), encrypt=encryption)


def test_an_encrypted_file_opens_only_without_a_password():
    assert grid(locked("")) == [[("甲", False), ("1", False)]]
    with pytest.raises(SourceError, match="password"):
        read(locked("secret"), Hint())


LOOP = raw_pdf(b"<</Type/Pages/Parent 2 0 R/Count 2/Kids[2 0 R]>>", kids=b"2 0 R 3 0 R", count=3)
CROWD = raw_pdf(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>", kids=b"3 0 R " * 600, count=600)
LONG = raw_pdf(
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
    stream(b"BT /F 1 Tf " + b"(1234567890) Tj " * 41_000 + b"ET"),
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
)
STROKES = raw_pdf(
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>", stream(b"0 0 m 10 0 l S\n" * 210_000)
)
DEEP = raw_pdf(
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>",
    stream(b"/X Do"),
    stream(b"/X Do 0 0 m 9 9 l S", b"/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</X 5 0 R>>>>"),
)


def nest(levels, times, *, resources=True, name=b"X", page_calls=1):
    """A file of forms that each draw the next one several times."""
    of = b"/Resources<</XObject<</%s %%d 0 R>>>>" % name
    draw = b"/%s Do " % name
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]%s/Contents 4 0 R>>" % (of % 5)
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 300 300]"
    parts = [stream(draw * times, head + (of % (6 + level) if resources else b"")) for level in range(levels)]
    return raw_pdf(page, stream(draw * page_calls), *parts, stream(b"0 0 m 9 9 l S", head))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (nest(11, 4), "each other"),
        (nest(11, 4, name=b"X#41"), "each other"),
        (nest(3, 10, page_calls=50), "each other"),
        (nest(14, 1), "deep"),
        (nest(1, 2, resources=False), "deep"),
    ],
    ids=["levels", "escaped names", "calls of the page", "depth", "inherited resources"],
)
def test_forms_that_multiply_are_refused_at_once(data, reason):
    start = time.perf_counter()
    with pytest.raises(SourceError, match=reason):
        read(data, Hint())
    assert time.perf_counter() - start < 1


def test_forms_within_a_form_are_read():
    def draw(canvas):
        canvas.beginForm("inner")
        canvas.setFont(FONT, 10)
        boxes(canvas, "甲", "12")
        canvas.endForm()
        canvas.beginForm("outer")
        canvas.doForm("inner")
        canvas.endForm()
        canvas.doForm("outer")

    assert grid(drawn(draw)) == [[("甲", False), ("12", False)]]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\nnothing", "damaged"),
        (LOOP, "damaged"),
        (CROWD, "600 pages"),
        (LONG, "characters"),
        (STROKES, "drawings"),
        (DEEP, "nested"),
        (drawn(lambda canvas: canvas.line(0, 0, 9, 9)), "no text"),
    ],
    ids=["rubbish", "loop in the page tree", "pages", "characters", "strokes", "nesting", "empty"],
)
def test_what_cannot_be_read_is_told_in_both_languages(data, reason):
    with pytest.raises(SourceError, match=reason) as caught:
        read(data, Hint())
    assert caught.value.zh != str(caught.value)


SAMPLE = print_pdf(printed(random_report("2021", 1, "county")))


@given(st.integers(0, len(SAMPLE) - 1))
@settings(deadline=None, max_examples=40)
def test_a_file_that_is_cut_off_is_refused_or_read(length):
    outcome(SAMPLE[:length])


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=30))
@settings(deadline=None, max_examples=100)
def test_flipped_bytes_give_a_reading_or_an_error_of_this_library(changes):
    data = bytearray(SAMPLE)
    for place, byte in changes:
        data[place] = byte
    outcome(bytes(data))


def outcome(data):
    try:
        blocks = read(data, Hint()).blocks
    except GovinfoError:
        return
    assert all(block.source.page for block in blocks)


@pytest.mark.parametrize(
    ("head", "score"),
    [(b"%PDF-1.4\n", 95), (b"\x00\x01\x02\x03%PDF-1.4", 60), (b"about %PDF-1.4 files", 0), (b"<html>", 0)],
)
def test_sniffing(head, score):
    assert sniff_pdf(head, Hint("a.pdf")) == score


def test_lines_of_a_paragraph_are_joined_and_others_are_not():
    def draw(canvas):
        canvas.drawString(20, 280, "一、标题文字")
        for number, text in enumerate(["甲" * 26, "乙" * 26, "丙" * 5]):
            canvas.drawString(20, 260 - 16 * number, text)
        canvas.drawString(40, 212, "丁" * 5)

    document = read(drawn(draw), Hint())
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert texts == ["一、标题文字", "甲" * 26 + "乙" * 26 + "丙" * 5, "丁" * 5]
