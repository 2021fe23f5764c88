import hashlib

import pytest
from tests.fixtures.examples import EXAMPLES, FOLDER

import govinfo
from govinfo.forms import MONEY, official_form


def test_every_example_is_told():
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(example.name for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example(example):
    report = govinfo.parse(example.path)
    specs = official_form(example.form).by_id
    due = {cell: example.value(cell, money=spec.unit in MONEY) for cell, spec in specs.items()}
    assert {cell.id: cell.value for cell in report.cells()} == due
    assert {cell.status for cell in report.cells()} == {"reported"}
    assert [(doubt.rule, doubt.message()) for doubt in report.diagnostics] == []
    for name in ("form", "title", "agency", "year", "published", "index_number", "document_number"):
        assert (name, getattr(report, name)) == (name, getattr(example, name))
    assert report.contact is not None
    assert report.contact.phone == example.phone
    assert (report.signed.date if report.signed else None) == example.signed
    assert report.period is not None
    assert report.period.start is not None
    assert report.period.end is not None
    assert (report.period.start.isoformat(), report.period.end.isoformat()) == (
        f"{example.year}-01-01",
        f"{example.year}-12-31",
    )
    assert all(section.heading for section in report.sections)
    assert [section.number for section in report.sections if section.text] == [1, 5, 6]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_origin(example):
    origin = govinfo.parse(example.path).parser
    assert origin.filename == str(example.path)
    assert origin.sha256 == hashlib.sha256(example.path.read_bytes()).hexdigest()
    assert (origin.parser, origin.encoding) == (example.parser, example.encoding)
    assert origin.reader == ("html" if example.name.endswith(".html") else "text")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_errors_of_the_example(example):
    findings = govinfo.check(govinfo.parse(example.path))
    assert tuple(finding.rule for finding in findings if finding.severity == "error") == example.errors


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_sources_point_back_to_the_text(example):
    report = govinfo.parse(example.path)
    lines = example.path.read_text(example.encoding).splitlines()
    for cell in report.cells():
        assert cell.source is not None
        if report.parser.reader == "text":
            assert cell.source.line is not None
            assert cell.source.column is not None
            line = lines[cell.source.line - 1]
            assert line[cell.source.column - 1 : (cell.source.end_column or 0) - 1] == cell.raw
        else:
            assert cell.source.line is not None
            assert f">{cell.raw}<" in lines[cell.source.line - 1]


def test_path_bytes_and_stream_agree():
    path = EXAMPLES[0].path
    from_path = govinfo.parse(path)
    assert govinfo.parse(str(path)) == from_path
    assert govinfo.parse(path.read_bytes(), filename=str(path)) == from_path
    with path.open("rb") as stream:
        assert govinfo.parse(stream) == from_path
    assert govinfo.parse(bytearray(path.read_bytes()), filename=str(path)) == from_path
    assert govinfo.parse(memoryview(path.read_bytes()), filename=str(path)) == from_path


def test_the_same_twice():
    path = EXAMPLES[3].path
    assert govinfo.parse(path) == govinfo.parse(path)
