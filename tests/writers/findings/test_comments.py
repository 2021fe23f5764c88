"""Comments in the Word file: at the right paragraph, with nothing else changed."""

import hashlib
import io
import zipfile

import attrs
import docx
import pytest
from lxml import etree
from tests.fixtures.libreoffice import converted, needs_soffice
from tests.fixtures.office import WORD, archive, word_part
from tests.fixtures.results import PATH, checked, content, faulty, full_finding, hostile, results, written

import govinfo
from govinfo.assessment import Unread
from govinfo.errors import GovinfoError, SourceError, UnsupportedFormat
from govinfo.findings import spec
from govinfo.registry import Registry
from govinfo.source import Source
from govinfo.testing.generate import random_report
from govinfo.testing.samples import sample_report

TEXT, TYPES, RELATIONS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RANGE = f"{{{WORD}}}commentRangeStart"

BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{}</w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)


def word_file(report):
    stream = io.BytesIO()
    Registry.builtin().writer("docx").write([report], stream, Registry.builtin().context)
    return stream.getvalue()


FAULTY = word_file(faulty())
SOUND = word_file(random_report("2021", 3))


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def changed(data, **edits):
    """A file with some parts changed by functions from text to text."""
    whole = parts(data)
    for name, edit in edits.items():
        part = {"text": TEXT, "types": TYPES, "relations": RELATIONS}[name]
        whole[part] = edit(whole[part].decode()).encode()
    return archive(whole)


def entry_of(data, *more):
    """A Word file that was read and checked."""
    return checked(govinfo.parse(data, filename="a.docx"), "a.docx", more, lambda: data)


def commented(data, *more, language="en"):
    entry = entry_of(data, *more)
    return written("docx", results(entry, language=language)), entry


def same_report(before, after):
    one, other = (govinfo.parse(data, filename="a.docx") for data in (before, after))
    assert one.all_cells == other.all_cells
    assert attrs.evolve(other, parser=one.parser) == one


def anchors(data):
    """The text of the paragraph that each comment stands at, by the number of the comment."""
    root = etree.fromstring(parts(data)[TEXT])
    found = {}
    for start in root.iter("{*}commentRangeStart"):
        paragraph = next(start.iterancestors("{*}p"))
        (number,) = start.attrib.values()
        (end,) = [end for end in paragraph.iter("{*}commentRangeEnd") if dict(end.attrib) == dict(start.attrib)]
        assert len([one for one in paragraph.iter("{*}commentReference") if one.attrib == start.attrib]) == 1
        assert end.getparent() is start.getparent() is paragraph
        found[int(number)] = "".join(paragraph.itertext("{*}t"))
    return found


def without_marks(data):
    """The text of a file without comments and their marks."""
    root = etree.fromstring(parts(data)[TEXT])
    runs = root.iterfind(".//{*}commentReference/..")
    for mark in [*root.iter("{*}commentRangeStart", "{*}commentRangeEnd"), *runs]:
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    return etree.tostring(root, method="c14n")


def test_each_finding_is_a_comment_with_its_details():
    data, entry = commented(FAULTY, language="zh")
    comments = list(docx.Document(io.BytesIO(data)).comments)
    assert len(comments) == len(entry.findings) > 2
    for comment, finding in zip(comments, entry.findings, strict=True):
        assert finding.rule in comment.text
        assert finding.message("zh") in comment.text
        assert finding.fix.zh in comment.text
        assert (finding.equation or "") in comment.text
        assert comment.author == "govinfo"


def test_comments_stand_at_the_faulty_cell():
    data, entry = commented(FAULTY)
    found = anchors(data)
    for number, finding in enumerate(entry.findings):
        if finding.rule == "A01":
            assert found[number] == "5"
        if finding.rule == "V04":
            assert found[number] == ""
    assert {finding.rule for finding in entry.findings} >= {"A01", "A03", "V04"}


def test_every_cell_can_be_found():
    report = govinfo.parse(FAULTY, filename="a.docx")
    more = [spec("V04").finding(place=cell.id, cells=(cell.id,), source=cell.source) for cell in report.cells()]
    data, entry = commented(FAULTY, *more)
    found = anchors(data)
    shown = [found[number] for number, finding in enumerate(entry.findings)][-len(more) :]
    assert shown == [cell.raw for cell in report.cells()]


def test_paragraphs_are_found():
    report = govinfo.parse(SOUND, filename="a.docx")
    texts = [(text, place) for section in report.sections for text, place in section.paragraphs()]
    assert len(texts) > 5
    more = [spec("M01").finding(x="甲", missing="乙", source=place) for _, place in texts]
    data, entry = commented(SOUND, *more)
    found = anchors(data)
    assert [found[number] for number in range(len(entry.findings))][-len(more) :] == [text for text, _ in texts]


def test_the_report_reads_the_same():
    data, _ = commented(FAULTY)
    same_report(FAULTY, data)


def test_everything_else_stays_as_it_was():
    data, _ = commented(FAULTY)
    before, after = parts(FAULTY), parts(data)
    assert after.keys() - before.keys() == {"word/comments.xml"}
    assert {name for name in before if before[name] != after[name]} == {TEXT, TYPES, RELATIONS}
    assert list(after)[: len(before)] == list(before)
    assert without_marks(data) == without_marks(FAULTY)


def test_of_the_text_only_marks_are_new():
    """Cutting the marks out of the bytes gives the bytes of before."""
    data, _ = commented(FAULTY)
    before, after = parts(FAULTY)[TEXT], parts(data)[TEXT]
    for start, end in ((b"<w:commentRangeStart ", b"/>"), (b"<w:commentRangeEnd ", b"/>"), (b"<w:r xmlns", b"</w:r>")):
        pieces = after.split(start)
        after = pieces[0] + b"".join(piece.split(end, 1)[1] for piece in pieces[1:])
    assert after == before


def test_the_same_bytes_twice():
    assert commented(FAULTY)[0] == commented(FAULTY)[0]


def test_a_file_without_findings_stays_as_it_is():
    entry = attrs.evolve(entry_of(SOUND), assessment=attrs.evolve(entry_of(SOUND).assessment, findings=()))
    assert written("docx", results(entry)) == SOUND


def test_findings_without_a_place_go_to_the_title():
    finding = spec("M01").finding(x="甲", missing="乙")
    data, entry = commented(FAULTY, finding)
    assert anchors(data)[len(entry.findings) - 1] == entry.report.title


def test_findings_about_a_table_go_to_its_beginning():
    report = govinfo.parse(FAULTY, filename="a.docx")
    place = report["applications.new.total"].source
    finding = spec("M01").finding(x="甲", missing="乙", source=Source(table=place.table, row=99, cell=99))
    data, entry = commented(FAULTY, finding)
    root = etree.fromstring(parts(data)[TEXT])
    tables = list(root.iter(f"{{{WORD}}}tbl"))
    own = list(tables[place.table - 1].iter(RANGE))
    assert own[0].get(f"{{{WORD}}}id") == str(len(entry.findings) - 1)


@pytest.mark.parametrize(("unique", "shown"), [(True, "5"), (False, "3")])
def test_the_cell_of_the_only_proposal_is_commented(unique, shown):
    report = govinfo.parse(FAULTY, filename="a.docx")
    repairs = (attrs.evolve(full_finding().repairs[0], unique=unique),)
    place = report["applications.new.natural_person"].source
    data, entry = commented(FAULTY, attrs.evolve(full_finding(), source=place, repairs=repairs))
    assert anchors(data)[len(entry.findings) - 1] == shown


def test_several_comments_on_one_paragraph():
    finding = spec("M01").finding(x="甲", missing="乙")
    data, entry = commented(FAULTY, finding, finding)
    last = len(entry.findings) - 1
    found = anchors(data)
    assert found[last] == found[last - 1] == entry.report.title
    same_report(FAULTY, data)


def test_comments_that_are_there_are_kept():
    document = docx.Document(io.BytesIO(FAULTY))
    document.add_comment(document.paragraphs[0].runs, "先有的批注", author="某人")
    stream = io.BytesIO()
    document.save(stream)
    data, entry = commented(stream.getvalue())
    comments = list(docx.Document(io.BytesIO(data)).comments)
    assert (comments[0].text, comments[0].author) == ("先有的批注", "某人")
    assert len(comments) == len(entry.findings) + 1
    numbers = [comment.comment_id for comment in comments]
    assert len(numbers) == len(set(numbers))
    assert set(anchors(data)) >= set(numbers[1:])
    before, after = parts(stream.getvalue()), parts(data)
    assert {name for name in after if before.get(name) != after[name]} == {TEXT, "word/comments.xml"}
    again, more = commented(data)
    assert len(list(docx.Document(io.BytesIO(again)).comments)) == len(comments) + len(more.findings)


def test_a_part_of_the_same_name_is_left_alone():
    whole = {**parts(FAULTY), "word/comments.xml": b"<other/>"}
    data, _ = commented(archive(whole))
    after = parts(data)
    assert after["word/comments.xml"] == b"<other/>"
    assert b"comments1.xml" in after[RELATIONS]
    assert "word/comments1.xml" in after


CELL = '<w:t xml:space="preserve">5</w:t>'


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("<w:r>CELL</w:r>", '<w:ins w:id="900" w:author="a"><w:r>CELL</w:r></w:ins>', "5"),
        (
            "<w:r>CELL</w:r>",
            '<w:del w:id="901" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del><w:r>CELL</w:r>',
            "5",
        ),
        ("<w:r>CELL</w:r>", "<w:sdt><w:sdtPr/><w:sdtContent><w:r>CELL</w:r></w:sdtContent></w:sdt>", "5"),
        ("<w:r>CELL</w:r>", "<!-- x --><w:r>CELL</w:r><!-- > y -->", "5"),
        ("<w:r>CELL</w:r>", "\n  <w:r>CELL</w:r>\n", "5"),
    ],
    ids=["inserted", "deleted", "control", "remarks", "spaces"],
)
def test_unusual_cells(old, new, shown):
    old, new = old.replace("CELL", CELL), new.replace("CELL", CELL)
    data = changed(FAULTY, text=lambda text: text.replace(old, new, 1) if old in text else pytest.fail("no such cell"))
    after, entry = commented(data)
    found = anchors(after)
    assert found[next(number for number, finding in enumerate(entry.findings) if finding.rule == "A01")] == shown
    same_report(data, after)
    root = etree.fromstring(parts(after)[TEXT])
    for start in root.iter(RANGE):
        before = [child.tag for child in start.itersiblings(preceding=True)]
        assert set(before) <= {f"{{{WORD}}}pPr", RANGE, etree.Comment}


def nested(text):
    """Every data cell of the text within a table of its own, in a content control."""
    inner = (
        f"<w:tc><w:tcPr/><w:tbl><w:tr><w:tc><w:sdt><w:sdtContent><w:p><w:r>{CELL}</w:r></w:p></w:sdtContent></w:sdt>"
    )
    start = text.index(CELL)
    begin = text.rindex("<w:tc>", 0, start)
    end = text.index("</w:tc>", start)
    return f"{text[:begin]}{inner}</w:tc></w:tr></w:tbl><w:p/>{text[end:]}"


def test_a_table_inside_a_cell():
    data = changed(FAULTY, text=nested)
    after, entry = commented(data)
    assert entry.report["applications.new.total"].value == 5
    same_report(data, after)
    assert without_marks(after).replace(b"<w:p></w:p>", b"") == without_marks(data).replace(b"<w:p></w:p>", b"")


def test_an_empty_paragraph_written_as_one_tag():
    data = changed(FAULTY, text=lambda text: text.replace(f"<w:r>{CELL}</w:r>", "", 1))
    blank = next(cell for cell in govinfo.parse(data, filename="a.docx").cells() if cell.id == "applications.new.total")
    assert blank.status == "blank"
    start = parts(data)[TEXT].decode()
    paragraph = '<w:p><w:pPr><w:pStyle w:val="TableText"/><w:keepNext/></w:pPr></w:p>'
    assert paragraph in start
    data = changed(data, text=lambda text: text.replace(paragraph, "<w:p/>"))
    after, entry = commented(data)
    number = next(
        number for number, found in enumerate(entry.findings) if blank.id in found.cells and found.rule == "V04"
    )
    assert anchors(after)[number] == ""
    same_report(data, after)


def test_a_text_box_is_commented_where_it_is_anchored():
    box = BOX.format("<w:p><w:r><w:t>框内</w:t></w:r></w:p>")
    data = changed(FAULTY, text=lambda text: text.replace(f"<w:r>{CELL}</w:r>", f"<w:r>{CELL}</w:r>{box}", 1))
    after, _ = commented(data)
    root = etree.fromstring(parts(after)[TEXT])
    assert not [start for start in root.iter(RANGE) if list(start.iterancestors(f"{{{WORD}}}txbxContent"))]
    same_report(data, after)


def test_another_prefix_and_another_encoding():
    def other(text):
        return text.replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:").replace("xmlns:w=", "xmlns:x=")

    data = changed(FAULTY, text=other)
    after, entry = commented(data)
    same_report(data, after)
    assert len(anchors(after)) == len(entry.findings)
    whole = parts(FAULTY)
    wide = whole[TEXT].decode().replace("UTF-8", "UTF-16")
    data = archive({**whole, TEXT: wide.encode("utf-16")})
    after, entry = commented(data)
    same_report(data, after)
    assert len(anchors(after)) == len(entry.findings)


def test_the_strict_variant():
    data = changed(FAULTY, text=lambda text: text.replace(WORD, STRICT))
    after, entry = commented(data)
    assert STRICT.encode() in parts(after)["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in parts(after)[RELATIONS]
    assert len(anchors(after)) == len(entry.findings)
    same_report(data, after)


def test_a_file_without_the_parts_that_announce():
    whole = {name: part for name, part in parts(FAULTY).items() if name not in (TYPES, RELATIONS)}
    data = archive(whole)
    after, _ = commented(data)
    assert parts(after)[RELATIONS].count(b"<Relationship ") == 1
    same_report(data, after)


def test_hostile_text_stays_text():
    more = [full_finding("<w:p>&amp;]]>\x00\x1b\u202e\ud800\ufffe"), full_finding("a\nb")]
    data, entry = commented(FAULTY, *more)
    comments = list(docx.Document(io.BytesIO(data)).comments)
    assert "<w:p>&amp;]]>\\x00\\x1b\\u202e\\ud800\\ufffe" in comments[len(entry.findings) - 2].text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_other_files_are_refused(language):
    for run in (
        results(checked(sample_report("2021"), PATH)),
        results(entry_of(FAULTY), entry_of(SOUND)),
        results(unread=[Unread("x", SourceError("gone"))]),
        results(),
        hostile(),
    ):
        with pytest.raises(UnsupportedFormat) as raised:
            written("docx", run)
        assert raised.value.message(language)


def test_a_file_that_has_changed_since_is_refused():
    entry = attrs.evolve(entry_of(FAULTY), content=lambda: SOUND)
    with pytest.raises(SourceError, match="changed"):
        written("docx", results(entry))


@pytest.mark.parametrize(
    ("part", "replacement"),
    [
        (RELATIONS, b"<broken"),
        (RELATIONS, b'<!DOCTYPE a [<!ENTITY b "c">]><Relationships/>'),
        (TYPES, b"\xff"),
    ],
)
def test_broken_parts_that_the_reader_never_looks_at(part, replacement):
    data = archive({**parts(FAULTY), part: replacement})
    with pytest.raises(GovinfoError):
        commented(data)


def test_a_damaged_picture_is_told():
    data = archive({**parts(FAULTY), "word/media/image1.png": b"\x89PNG" * 99})
    stored = b"\x89PNG" * 99
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, part in parts(data).items():
            package.writestr(name, part)
    broken = stream.getvalue().replace(stored, stored[:-1] + b"?")
    with pytest.raises(SourceError, match=r"image1\.png"):
        commented(broken)


def test_nothing_is_read_where_nothing_is_written():
    entry = checked(sample_report("2021"))
    assert entry.content is content


@needs_soffice
def test_libreoffice_opens_it_and_reads_the_same_cells(tmp_path):
    data, entry = commented(FAULTY)
    saved = converted(tmp_path, {"report.docx": data}, "docx:MS Word 2007 XML")["report"]
    again = govinfo.parse(saved, filename="a.docx")
    assert [(cell.id, cell.value, cell.status) for cell in again.cells()] == [
        (cell.id, cell.value, cell.status) for cell in entry.report.cells()
    ]
    shown = [comment.text for comment in docx.Document(io.BytesIO(saved)).comments]
    assert len(shown) == len(entry.findings)
    assert sorted(text.split(":")[0].split()[-1] for text in shown) == sorted(found.rule for found in entry.findings)
    assert hashlib.sha256(data).digest() != hashlib.sha256(saved).digest()


def test_word_part_helper_is_read():
    """A body without any style or relation is commented too."""
    text = parts(FAULTY)[TEXT].decode()
    body = text[text.index("<w:body>") + 8 : text.index("</w:body>")]
    data = archive({TEXT: word_part("document", f"<w:body>{body}</w:body>")})
    after, entry = commented(data)
    assert len(anchors(after)) == len(entry.findings)
    same_report(data, after)
