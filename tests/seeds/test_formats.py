"""The five real reports in every format: written by each writer, and by office programs from there."""

import io
import shutil

import pytest
from tests.fixtures.libreoffice import converted, needs_soffice
from tests.fixtures.programs import pandoc
from tests.seeds.test_seeds import TRUTH, expected_cells, seed

import govinfo
from govinfo.registry import Registry

WRITERS = ("html", "markdown", "docx", "xlsx")
OFFICE = (
    ("docx", "doc:MS Word 97"),
    ("docx", "odt"),
    ("docx", "pdf"),
    ("docx", "rtf"),
    ("docx", "fodt"),
    ("docx", "docx:Office Open XML Text"),
    ("docx", "html:HTML (StarWriter)"),
    ("docx", "txt:Text (encoded):UTF8"),
    ("xlsx", "xls"),
    ("xlsx", "ods"),
    ("xlsx", "html:HTML (StarCalc)"),
)
PANDOC = ("html", "docx", "odt", "md", "txt")


@pytest.fixture(scope="module")
def written():
    """The reports by format and number."""
    context = Registry.default().context
    writers = {writer.name: writer for writer in Registry.default().writers}
    files: dict[str, dict[str, bytes]] = {name: {} for name in WRITERS}
    for name in WRITERS:
        for number in TRUTH:
            stream = io.BytesIO()
            writers[name].write([govinfo.parse(seed(number))], stream, context)
            files[name][number] = stream.getvalue()
    return files


def assert_all_cells(files, suffix):
    """All 998 cells are right, and none of them is in doubt."""
    assert sorted(files) == sorted(TRUTH)
    for number, truth in TRUTH.items():
        report = govinfo.parse(files[number], filename=f"{number}.{suffix}")
        assert report.form == truth["form"]
        assert {cell.id: cell.value for cell in report.cells()} == expected_cells(truth), number
        assert [found for found in report.diagnostics if found.severity == "error"] == []


@pytest.mark.parametrize("name", WRITERS)
def test_each_writer(written, name):
    assert_all_cells(written[name], {"markdown": "md"}.get(name, name))


@needs_soffice
@pytest.mark.parametrize(("source", "target"), OFFICE, ids=lambda name: name.partition(":")[0])
def test_through_libreoffice(written, source, target, tmp_path):
    files = {f"{number}.{source}": data for number, data in written[source].items()}
    assert_all_cells(converted(tmp_path, files, target), target.partition(":")[0])


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("target", PANDOC)
def test_through_pandoc(written, target, tmp_path):
    files = {}
    for number, data in written["docx"].items():
        source = tmp_path / f"{number}.docx"
        source.write_bytes(data)
        (tmp_path / target).mkdir(exist_ok=True)
        files[number] = pandoc(source, target, tmp_path / target)
    assert_all_cells(files, target)
