"""Which reader reads: the surest; the next where it finds another format; none without its package."""

from types import ModuleType

import pytest

import govinfo
from govinfo.contracts import Deferred, FileReader
from govinfo.errors import MissingExtra, UnsupportedFormat
from govinfo.findings import Text
from govinfo.hooks import hookimpl
from govinfo.readers.readable import readable
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import web_page


def with_reader(load):
    """A registry with a reader that is sure of pages, and of the content of these tests."""
    module = ModuleType("sure")
    reader = FileReader("sure", (), lambda head, _hint: 99 if head[:1] in (b"<", b"c") else 0, load)
    vars(module)["govinfo_readers"] = hookimpl(lambda: (reader,))
    registry = Registry.builtin().with_plugins(module)
    assert reader in registry.readers
    return registry


def test_a_reader_that_finds_another_format_leaves_the_file_to_the_next():
    def refuse(_data, _hint):
        raise UnsupportedFormat("another format")

    report = govinfo.parse(web_page(random_report("2021", 1)), registry=with_reader(refuse))
    assert report.parser.reader == "html"


def test_a_missing_package_is_named_with_the_command_that_installs_it():
    registry = with_reader(Deferred("package_that_is_missing:read", extra="pdf"))
    with pytest.raises(MissingExtra) as caught:
        govinfo.parse(b"content", filename="a.pdf", registry=registry)
    for language in ("zh", "en"):
        message = caught.value.message(language)
        assert message.startswith("a.pdf")
        assert "package_that_is_missing" in message
        assert 'pip install "govinfo[pdf]"' in message


def test_a_missing_module_of_the_base_is_a_fault_of_the_installation():
    with pytest.raises(ModuleNotFoundError):
        Deferred("package_that_is_missing:read")()


def test_what_can_be_read_is_told_by_kinds_and_suffixes_not_by_names_of_readers():
    with pytest.raises(UnsupportedFormat) as caught:
        govinfo.parse(b"GIF89a\x00\x01\x02\x03", filename="a.gif", registry=Registry.builtin())
    zh, en = caught.value.message("zh"), caught.value.message("en")
    assert all(words in zh for words in ("网页（.html .htm", "Word或WPS文档（.doc .wps", "Excel或WPS表格（.xlsx .xls"))
    assert all(words in en for words in ("web pages (.html .htm", "Word and WPS documents (.doc .wps"))
    for reader in Registry.builtin().readers:
        assert reader.suffixes[0] in zh
        assert reader.suffixes[0] in en
    assert not any(name in zh + en for name in ("libreoffice", "delimited", "mhtml,"))


def test_a_reader_without_suffixes_is_told_by_its_name_and_one_of_a_plugin_by_its_suffixes():
    def never(data, hint):
        raise AssertionError((data, hint))

    class Bare:
        """A reader that is no `FileReader`."""

        accepts = read = staticmethod(never)

        def __init__(self, name, *suffixes):
            self.name = name
            self.suffixes = suffixes

    named = FileReader("x", (".x",), never, never, Text("甲", "an x"))
    told = readable([Bare("nameless"), Bare("regional", ".reg"), named])
    assert told.zh == "甲（.x）、nameless .reg"
    assert told.en == "an x (.x), nameless .reg"
