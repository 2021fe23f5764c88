"""The converter stands in for LibreOffice: found, run within limits, killed when its time is over."""

import os
import stat
import time
from pathlib import Path

import pytest
from tests.fixtures.compound import compound_file
from tests.fixtures.libreoffice import needs_soffice

from govinfo.contracts import Hint
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers import libreoffice, soffice
from govinfo.readers.soffice import convert, find_soffice, version_of

RTF = b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 12\\par}"


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Makes a program of a shell script and names it as the converter."""

    def make(script):
        path = tmp_path / "converter"
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv(soffice.VARIABLE, str(path))
        return path

    if os.name != "posix":
        pytest.skip("the stand-in is a shell script")
    return make


WRITES = """
while [ "$#" -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done
mkdir -p "$out"
"""


def test_the_named_program_is_used(program):
    path = program("exit 0")
    assert find_soffice() == path


@pytest.mark.parametrize("name", ["", "/no/such/program"])
def test_no_program(monkeypatch, name):
    monkeypatch.setenv(soffice.VARIABLE, name)
    assert find_soffice() is None


def test_the_search_path(program, monkeypatch):
    path = program("exit 0")
    monkeypatch.delenv(soffice.VARIABLE)
    monkeypatch.setenv("PATH", str(path.parent))
    assert find_soffice() is None
    path.rename(path.with_name("libreoffice"))
    assert find_soffice() == path.with_name("libreoffice")


def test_what_is_converted_is_read_with_a_note(program):
    program(
        WRITES
        + 'echo \'<html><head><meta name=generator content="LibreOffice 9.9"></head><p>甲</p>\' > "$out/source.html"'
    )
    document = libreoffice.read(RTF, Hint("a.rtf"))
    assert [block.text for block in document.blocks] == ["甲"]
    assert [(note.code, dict(note.values)) for note in document.notes] == [("X42", {"program": "LibreOffice 9.9"})]
    assert (document.title, document.metadata) == (None, ())


def test_the_program_gets_a_profile_and_no_network(program):
    path = program(WRITES + 'cp profile/user/registrymodifications.xcu "$out/source.txt"; env >> "$out/source.txt"')
    said = convert(RTF, ".rtf", "txt", path).decode()
    assert "DisableMacrosExecution" in said
    assert "http_proxy=http://127.0.0.1:9" in said
    home = next(line for line in said.splitlines() if line.startswith("HOME="))
    assert not Path(home.removeprefix("HOME=")).exists()


def test_the_program_and_what_it_started_are_killed_in_time(program, tmp_path):
    mark = tmp_path / "mark"
    path = program(f"(sleep 3; touch {mark}) & sleep 30")
    begun = time.monotonic()
    with pytest.raises(SourceError, match=r"longer than 0\.5 seconds"):
        convert(RTF, ".rtf", "html", path, seconds=0.5)
    assert time.monotonic() - begun < 3
    time.sleep(3.2)
    assert not mark.exists()


def test_a_program_that_makes_nothing(program):
    with pytest.raises(SourceError, match="could not convert"):
        convert(RTF, ".rtf", "html", program("exit 1"))


def test_a_program_that_makes_too_much(program, monkeypatch):
    monkeypatch.setattr(soffice, "MAX_OUTPUT", 10)
    path = program(WRITES + 'echo 0123456789abc > "$out/source.html"')
    with pytest.raises(SourceError, match="MiB"):
        convert(RTF, ".rtf", "html", path)


def test_a_program_that_cannot_be_started(tmp_path):
    with pytest.raises(SourceError, match="cannot be started"):
        convert(RTF, ".rtf", "html", tmp_path)
    assert version_of(tmp_path) is None


def test_version(program):
    assert version_of(program("echo 'LibreOffice 7.4.7.2 40(Build:2)'")) == "LibreOffice 7.4.7.2"
    assert version_of(program("echo nothing")) is None
    assert version_of(program("sleep 30"), seconds=0.2) is None


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (RTF, ".rtf"),
        (b"\xdb\xa5\x2d\x00", ".doc"),
        (b"\xffWPC\x10", ".wpd"),
        (compound_file({"WordDocument": b"x"}), ".doc"),
        (compound_file({"MatOST": b"x", "CONTENTS": b"x"}), ".wps"),
    ],
)
def test_formats_that_are_converted(program, data, suffix):
    program(WRITES + f'[ -f source{suffix} ] && echo "<p>甲</p>" > "$out/source.html"')
    assert len(libreoffice.read(data, Hint()).blocks) == 1


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"text", compound_file({"PowerPoint Document": b"x"})])
def test_formats_that_are_not_converted(program, data):
    program("exit 0")
    with pytest.raises(UnsupportedFormat):
        libreoffice.read(data, Hint())


@needs_soffice
def test_the_real_program_tells_its_version_and_converts():
    found = find_soffice()
    assert found
    assert (version_of(found) or "").startswith("LibreOffice ")
    assert [block.text for block in libreoffice.read(RTF, Hint()).blocks] == ["12"]
