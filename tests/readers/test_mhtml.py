"""Web archives in one file, as browsers and word processors save them."""

import base64
import quopri

import pytest

import govinfo
from govinfo.contracts import Hint
from govinfo.readers.sniff import sniff_html, sniff_mhtml, sniff_text
from govinfo.readers.web.mhtml import MAX_NESTED, MAX_PARTS, read
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed

REPORT = random_report("2021", 3, "county")
PAGE = page(printed(REPORT))
MARK = "----=_NextPart_01"


def part(content: bytes, encoding="quoted-printable", kind="text/html", charset="utf-8", headers=()):
    if encoding == "base64":
        body = base64.encodebytes(content)
    elif encoding == "quoted-printable":
        body = quopri.encodestring(content)
    else:
        body = content
    label = f'; charset="{charset}"' if charset else ""
    lines = [f"Content-Type: {kind}{label}", f"Content-Transfer-Encoding: {encoding}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def archive(*parts: bytes, start="", mark=MARK, opening="From: <Saved by Windows Internet Explorer 9>\r\n"):
    head = f'{opening}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"{start};\r\n'
    head += f'\tboundary="{mark}"\r\n\r\nThis is a message of several parts.\r\n\r\n'
    line = f"\r\n--{mark}\r\n".encode()
    return head.encode() + line.lstrip() + line.join(parts) + f"\r\n--{mark}--\r\n".encode()


def values(report):
    return {cell.id: cell.value for cell in report.cells()}


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.doc", "a.html", "a"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_an_archive_reads_as_its_page(encoding, name):
    image = part(b"\x89PNG\r\n\x1a\n\x00\x01", "base64", "image/png", "", ("Content-Location: logo.png",))
    read_back = govinfo.parse(archive(part(PAGE.encode(), encoding), image), filename=name)
    assert read_back.parser.reader == "mhtml"
    assert (values(read_back), read_back.title) == (values(REPORT), REPORT.title)
    assert read_back.diagnostics == ()


@pytest.mark.parametrize("charset", ["gb2312", "gb18030", "utf-8", "big5", "unicode", ""])
@pytest.mark.parametrize("declared", [True, False])
def test_the_charset_of_the_part_counts(charset, declared):
    codec = {"gb2312": "gb18030", "unicode": "utf-16", "big5": "big5hkscs", "": "utf-8"}.get(charset, charset)
    text = PAGE if charset != "big5" else PAGE.replace("经", "經")
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset or "utf-8"}">' if declared else ""
    if charset == "big5":
        text = "<p>政府資訊</p><table><tr><td>甲</td><td>1</td></tr></table>"
    content = (head + text).encode(codec)
    document = read(archive(part(content, charset=charset)), Hint("a.mht"))
    assert document.notes == ()
    assert document.encoding
    if charset != "big5":
        assert values(govinfo.parse(archive(part(content, charset=charset)))) == values(REPORT)


def test_the_start_of_the_archive_is_its_page():
    other = part("<p>页眉</p>".encode(), headers=("Content-ID: <a@x>",))
    root = part(PAGE.encode(), headers=("Content-ID: <b@x>",))
    report = govinfo.parse(archive(other, root, start=';\r\n\tstart="<b@x>"'))
    assert values(report) == values(REPORT)


def test_pages_in_frames_are_read_behind_their_frame():
    frame = part(b'<html><frameset><frame src="sheets/two%20b.htm"><frame src=cid:c@x></frameset></html>')
    two = part(
        b"<table><tr><td>1</td><td>2</td></tr></table>", headers=("Content-Location: file:///C:/x/sheets/two b.htm",)
    )
    three = part(b"<table><tr><td>3</td><td>4</td></tr></table>", headers=("Content-ID: <c@x>",))
    root = frame.replace(b"\r\n\r\n", b"\r\nContent-Location: file:///C:/x/root.htm\r\n\r\n", 1)
    document = read(archive(root, three, two), Hint("a.mht"))
    tables = [block for block in document.blocks if hasattr(block, "rows")]
    assert [(grid.source.table, grid.rows[0][0].text, grid.rows[0][0].source.table) for grid in tables] == [
        (1, "1", 1),
        (2, "3", 2),
    ]


def test_containers_within_containers():
    inner = archive(part(b"text", kind="text/plain"), part(PAGE.encode()), mark="inner", opening="")
    assert values(govinfo.parse(archive(inner))) == values(REPORT)


def test_a_message_of_one_page():
    data = b"MIME-Version: 1.0\r\n" + part(PAGE.encode())
    assert values(govinfo.parse(data, filename="a.mht")) == values(REPORT)


def test_an_archive_that_is_cut_off_says_so():
    whole = archive(part(PAGE.encode()))
    report = govinfo.parse(whole[: len(whole) * 9 // 10], filename="a.mht")
    assert "X21" in {finding.rule for finding in report.diagnostics}


@pytest.mark.parametrize(
    "data",
    [
        archive(part(b"hello", kind="text/plain")),
        archive(part(b"", "base64")),
        archive(part(b"=", "8bit")),
        archive(),
        archive(part(PAGE.encode()))[:200],
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<p>x</p>",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n" + b"--a\r\n\r\n" * (MAX_PARTS + 1),
        b"MIME-Version: 1.0\r\n"
        + b"".join(
            b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(MAX_NESTED + 1)
        ),
        b"MIME-Version: 1.0\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 3000,
    ],
)
def test_archives_without_a_page_give_clear_errors(data):
    with pytest.raises(govinfo.GovinfoError) as caught:
        govinfo.parse(data, filename="a.mht")
    assert caught.value.zh != str(caught.value)


@pytest.mark.parametrize(
    ("head", "due"),
    [
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", 95),
        (
            b"From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n",
            95,
        ),
        (b"Content-Type: text/html\r\n\r\n<html><body>", 0),
        (b"<html><body>MIME-Version: 1.0\nContent-Type: text/html", 0),
        ("标题: 年报\nMIME-Version: 1.0".encode(), 0),
        (b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n", 0),
    ],
)
def test_what_the_first_bytes_tell(head, due):
    assert sniff_mhtml(head, Hint("a.mht")) == due
    assert due == 0 or due > max(sniff_html(head, Hint("a.html")), sniff_text(head, Hint("a.txt")))
