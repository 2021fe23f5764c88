"""Automatic numbers are those that office programs show, in lists made by chance and in the headings of a report."""

import io
import zipfile
from random import Random

import pytest
from tests.fixtures.office import archive, p, word, word_part
from tests.fixtures.programs import soffice

import govinfo
from govinfo.contracts import Hint
from govinfo.forms import official_form
from govinfo.readers import docx, odt
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.writers.docx import write

FORMATS = ["decimal", "chineseCounting", "lowerLetter", "upperRoman", "decimalEnclosedCircle", "ideographTraditional"]
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
    f'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{MIME}.'
    f'document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="{MIME}.numbering+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
}


def chance_level(chance, at):
    shown = "".join(f"%{number + 1}." for number in range(chance.randint(0, at), at + 1))
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{chance.choice([1, 1, 3])}"/>'
        f'<w:numFmt w:val="{chance.choice(FORMATS)}"/><w:lvlText w:val="{shown}"/></w:lvl>'
    )


def chance_lists(chance):
    levels = [[chance_level(chance, at) for at in range(3)] for _ in range(3)]
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{"".join(own)}</w:abstractNum>' for number, own in enumerate(levels)
    ) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{target}"/>{chance.choice(["", anew])}</w:num>'
        for number, target in ((1, 0), (2, 1), (3, 2), (4, 0))
    )


def chance_paragraph(chance, number):
    level, list_id = chance.choice([0, 0, 1, 1, 2]), chance.choice([1, 1, 1, 2, 3, 4])
    return p(f"项{number}", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def lines(texts):
    return ["".join(text.split()) for text in texts if text.strip()]


@pytest.mark.parametrize("seed", [1, 2])
def test_numbers_are_those_that_libreoffice_shows(seed, tmp_path):
    chance = Random(seed)  # noqa: S311 - a sample is no secret
    body = "".join(chance_paragraph(chance, number) for number in range(40))
    source = tmp_path / "lists.docx"
    source.write_bytes(word(body, numbering=chance_lists(chance), **PARTS))
    shown = lines(soffice(source, "txt:Text", tmp_path).decode("utf-8-sig").splitlines())
    assert lines(block.text for block in docx.read(source.read_bytes(), Hint()).blocks) == shown
    assert lines(block.text for block in odt.read(soffice(source, "odt", tmp_path), Hint()).blocks) == shown


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_a_report_whose_headings_are_numbered_by_word(form):
    report = random_report(form, 8, "county")
    stream = io.BytesIO()
    write([report], stream, Registry.default().context)
    with zipfile.ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    markup = parts["word/document.xml"].decode()
    for heading in official_form(form).headings:
        label = heading.label.zh
        assert markup.count(f">{label}<") == 1
        markup = markup.replace(f">{label}<", f">{label.partition('、')[2]}<")
    own = '<w:pStyle w:val="Heading1"/>'
    assert markup.count(own) == 6
    numbered = markup.replace(own, f'{own}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    parts |= {"word/document.xml": numbered.encode(), "word/numbering.xml": word_part("numbering", lists).encode()}
    read = govinfo.parse(archive(parts))
    assert [section.heading for section in read.sections] == [section.title for section in report.sections]
    assert {cell.id: cell.value for cell in read.cells()} == {cell.id: cell.value for cell in report.cells()}
    assert read.diagnostics == ()
