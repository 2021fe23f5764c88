"""Text put into XML markup: at the right place, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from govinfo.errors import SourceError
from govinfo.writers.findings.markup import Insertion, inserted, spans_of


def put(markup, number, before="<b/>", behind="<e/>", properties="pr"):
    data = markup.encode() if isinstance(markup, str) else markup
    return inserted(data, [Insertion(spans_of(data, {number}, properties)[number], before, behind)])


@pytest.mark.parametrize(
    ("markup", "number", "expected"),
    [
        ("<a>x</a>", 0, "<a><b/>x<e/></a>"),
        ("<a></a>", 0, "<a><b/><e/></a>"),
        ("<a/>", 0, "<a><b/><e/></a>"),
        ('<a y="/"></a>', 0, '<a y="/"><b/><e/></a>'),
        ('<n:a xmlns:n="u" y=">"/>', 0, '<n:a xmlns:n="u" y=">"><b/><e/></n:a>'),
        ("<a><p><pr/>x</p></a>", 1, "<a><p><pr/><b/>x<e/></p></a>"),
        ("<a><p><pr><q/></pr><r/></p></a>", 1, "<a><p><pr><q/></pr><b/><r/><e/></p></a>"),
        ("<a><p>\n <pr/>\n <r/></p></a>", 1, "<a><p>\n <pr/>\n <b/><r/><e/></p></a>"),
        ("<a><p><pr/></p></a>", 1, "<a><p><pr/><b/><e/></p></a>"),
        ("<a><p><r><pr/></r></p></a>", 1, "<a><p><b/><r><pr/></r><e/></p></a>"),
        ("<a><!-- <p/> --><?p?><p>&lt;</p></a>", 1, "<a><!-- <p/> --><?p?><p><b/>&lt;<e/></p></a>"),
        ("<a><p><![CDATA[<p/>]]></p></a>", 1, "<a><p><b/><![CDATA[<p/>]]><e/></p></a>"),
        ("<a><p/><p/></a>", 2, "<a><p/><p><b/><e/></p></a>"),
        ("\ufeff<a>x</a>", 0, "\ufeff<a><b/>x<e/></a>"),
    ],
)
def test_places(markup, number, expected):
    assert put(markup, number).decode() == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("markup", ["<a>甲</a>", "<a/>"])
def test_wide_encodings(encoding, markup):
    declared = f'<?xml version="1.0" encoding="{encoding[:6]}"?>{markup}'
    root = etree.fromstring(put(declared.encode(encoding), 0, "<b>乙</b>"))
    assert "".join(root.itertext()) in ("乙甲", "乙")
    assert [child.tag for child in root] == ["b", "e"]


def test_several_places_at_once():
    data = b"<a><p>1</p><p/><p>3</p></a>"
    spans = spans_of(data, {1, 2, 3})
    edits = [Insertion(spans[number], f"<b{number}/>", "") for number in (3, 1, 2)]
    assert inserted(data, edits) == b"<a><p><b1/>1</p><p><b2/></p><p><b3/>3</p></a>"


def test_an_unknown_encoding_is_told():
    with pytest.raises(SourceError):
        spans_of(b'<?xml version="1.0" encoding="nonsense"?><a/>', {0})


TREES = st.recursive(
    st.sampled_from(["<x/>", "<x></x>", "text", " ", "&amp;", "<!-- <x> -->"]),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"<x>{''.join(parts)}</x>"),
    max_leaves=12,
)


@given(TREES, st.data())
def test_taking_the_text_out_again_gives_the_markup(inner, data):
    markup = f"<root>{inner}</root>"
    count = sum(1 for _ in etree.fromstring(markup).iter("*"))
    number = data.draw(st.integers(0, count - 1))
    changed = put(markup, number, "<before/>", "<behind/>")
    root = etree.fromstring(changed)
    element = list(etree.fromstring(markup).iter("*"))[number]
    found = [one for one in root.iter("*") if one.tag not in ("before", "behind")][number]
    assert [child.tag for child in found.iterchildren("*")] == [
        "before",
        *(child.tag for child in element.iterchildren("*")),
        "behind",
    ]
    for tag in ("before", "behind"):
        etree.strip_elements(root, tag, with_tail=False)
    assert etree.tostring(root, method="c14n") == etree.tostring(etree.fromstring(markup), method="c14n")
