import contextlib
import io
import os
import pathlib
import random
import time

import pytest
from tests.fixtures.layouts import Draft, bars

import govinfo

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def refused(source, kind=govinfo.GovinfoError, **options):
    with pytest.raises(kind) as caught:
        govinfo.parse(source, **options)
    return str(caught.value)


def test_empty():
    assert "empty" in refused(b"", govinfo.SourceError)


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_nothing_but_a_byte_order_mark(mark):
    refused(mark, govinfo.SourceError)


@pytest.mark.parametrize(
    "data",
    [b" ", b"\n", b"\r\n\t ", b"\x00" * 500, "\u3000\n\u3000".encode(), "\u00a0".encode(), " \n".encode("utf-16")],
)
def test_white_space_only(data):
    assert "white space" in refused(data, govinfo.SourceError)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "PNG"),
        (b"\xff\xd8\xff\xe0" + b"\x00\x10JFIF" * 4, "JPEG"),
        (b"\x1f\x8b\x08\x00\x00", "gzip"),
        (b"\x7fELF" + b"\x01" * 40, "program"),
    ],
)
@pytest.mark.parametrize("filename", [None, "report.html", "report.txt"])
def test_binary_formats_are_named(data, name, filename):
    message = refused(data, govinfo.UnsupportedFormat, filename=filename)
    assert name in message
    assert "html" in message


def test_a_broken_archive_is_damaged():
    assert "damaged" in refused(b"PK\x03\x04" + b"\x14\x00" * 40, govinfo.SourceError)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", [100, 5000])
def test_noise(seed, size):
    refused(random.Random(seed).randbytes(size))  # noqa: S311 - noise, no secret


@pytest.mark.parametrize("seed", range(30))
def test_damaged_reports_raise_nothing_else(seed):
    dice = random.Random(seed)  # noqa: S311 - noise, no secret
    data = bytearray(bars(Draft()).encode())
    for _ in range(dice.randrange(1, 200)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    with contextlib.suppress(govinfo.GovinfoError):
        govinfo.parse(bytes(data))


def test_text_that_begins_like_a_binary_format():
    report = govinfo.parse(("BM和MZ\n" + bars(Draft())).encode())
    assert report.year == 2024


def test_missing_file(tmp_path):
    assert "no such file" in refused(tmp_path / "none.txt", govinfo.SourceError)
    assert "none.txt" in refused(str(tmp_path / "none.txt"), govinfo.SourceError)


def test_folder(tmp_path):
    assert "directory" in refused(tmp_path, govinfo.SourceError)
    assert "directory" in refused(str(tmp_path), govinfo.SourceError)


def test_names_that_cannot_be():
    refused("a\0b", govinfo.SourceError)
    refused("a" * 5000, govinfo.SourceError)
    refused("", govinfo.SourceError)
    refused(pathlib.Path("a\udcffb"), govinfo.SourceError)


@POSIX
def test_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "pipe" in refused(tmp_path / "pipe", govinfo.SourceError)


@POSIX
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/urandom"])
def test_device(device):
    assert "device" in refused(device, govinfo.SourceError)


@POSIX
@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_unreadable(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert "cannot be opened" in refused(path, govinfo.SourceError)


@POSIX
def test_link_to_itself(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    refused(tmp_path / "loop", govinfo.SourceError)


def test_fifty_mebibytes_of_spaces(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b" " * 50 * 2**20)
    began = time.process_time()
    assert "50.0 MiB" in refused(path, govinfo.SourceError)
    assert time.process_time() - began < 1
    with path.open("rb") as stream:
        assert "20 MiB" in refused(stream, govinfo.SourceError)


def test_sparse_file(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(2**38)
    assert "MiB" in refused(path, govinfo.SourceError)


class Endless:
    """A stream that never ends."""

    def read(self, size):
        return b"1\n" * (size // 2) + b"1"


def test_endless_stream():
    assert "20 MiB" in refused(Endless(), govinfo.SourceError)


class Broken:
    """A stream whose reading fails."""

    def __init__(self, error):
        self.error = error

    def read(self, size):
        del size
        raise self.error


@pytest.mark.parametrize("error", [OSError("broken pipe"), ValueError("I/O operation on closed file")])
def test_broken_stream(error):
    refused(Broken(error), govinfo.SourceError)


def test_text_stream():
    assert '"rb"' in refused(io.StringIO("text"), govinfo.SourceError)


@pytest.mark.parametrize("source", [None, 5, ["a"], object()])
def test_wrong_types(source):
    assert type(source).__name__ in refused(source, govinfo.SourceError)


def test_unknown_parser():
    assert "bars" in refused(b"x", govinfo.SelectionError, parser="nonsense")


@POSIX
def test_file_name_that_is_no_text(tmp_path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    path = pathlib.Path(name)
    path.write_text(bars(Draft()), "utf-8")
    report = govinfo.parse(path)
    assert report.parser.filename == name
    assert govinfo.from_json(govinfo.to_json(report)).parser.filename is not None
    path.write_bytes(b"")
    assert "empty" in refused(path, govinfo.SourceError)
