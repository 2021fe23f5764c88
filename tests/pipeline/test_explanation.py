import pytest
from tests.fixtures.layouts import LAYOUTS, Draft, bars, numbered

import govinfo
from govinfo.errors import SelectionError, SourceError
from govinfo.forms import official_form

ROWS = len(official_form("2021").rows)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_tells_what_parse_does(layout):
    source = LAYOUTS[layout](Draft(texts=numbered())).encode()
    report = govinfo.parse(source, filename="report")
    found = govinfo.explain(source, filename="report")
    assert found.report == report
    assert found.error is None
    assert [asked.name for asked in found.readers if asked.chosen] == [report.parser.reader]
    assert [asked.name for asked in found.parsers if asked.chosen] == [report.parser.parser]
    best = max(found.parsers, key=lambda asked: asked.score)
    assert (best.score, tuple(reason.en for reason in best.reasons)) == (report.parser.score, report.parser.reasons)
    assert all(reason.zh != reason.en for reason in best.reasons)
    assert len(found.labels) == ROWS
    assert {label.how for label in found.labels} == {"exact"}
    assert [(use.read, use.cells) for use in found.uses] == [(10, 10), (175, 175), (15, 15)]
    assert bool(found.tables) == (layout == "html")


def test_labels_in_other_words_and_rows_that_are_not_there():
    text = bars(Draft()).replace("（一）予以公开", "（一）予以公升").replace("1.信访举报投诉类申请", "")
    found = {label.row: label for label in govinfo.explain(text.encode()).labels}
    granted = found["applications.results.granted"]
    assert (granted.printed, granted.how) == ("（一）予以公升", "similar")
    assert granted.similarity is not None
    assert granted.similarity < 1
    assert granted.source is not None


def test_a_table_that_is_not_there_says_so():
    text = bars(Draft())
    cut = text[: text.index("四、")] + text[text.index("五、") :]
    uses = {use.table: use for use in govinfo.explain(cut.encode()).uses}
    assert uses["review"].read == 0
    assert uses["review"].observations or uses["review"].doubts


def test_a_source_that_is_no_report():
    found = govinfo.explain("今天天气很好。".encode(), filename="weather.txt")
    assert found.report is None
    assert found.error is not None
    assert "weather.txt" in str(found.error)
    assert found.readers[0].name == "text"
    assert not any(asked.chosen for asked in found.parsers)
    assert found.to_dict()["error"]["zh"]


def test_a_format_that_nobody_reads():
    found = govinfo.explain(b"\x00\x01\x02\x03" * 100)
    assert found.error is not None
    assert not any(asked.chosen for asked in found.readers)
    assert found.parsers == ()


def test_what_cannot_be_opened_or_chosen():
    with pytest.raises(SourceError):
        govinfo.explain("missing.txt")
    with pytest.raises(SelectionError):
        govinfo.explain(b"", parser="nonsense")


def test_the_parser_asked_for():
    found = govinfo.explain(bars(Draft()).encode(), parser="lines")
    assert [asked.name for asked in found.parsers] == ["lines"]
