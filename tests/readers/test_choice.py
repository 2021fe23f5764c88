"""Which reader reads: the surest; the next where it finds another format; none without its package."""

from types import ModuleType

import pytest

import govinfo
from govinfo.contracts import Deferred, FileReader
from govinfo.errors import MissingExtra, UnsupportedFormat
from govinfo.hooks import hookimpl
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
