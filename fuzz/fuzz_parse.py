"""Coverage-guided fuzzing of `govinfo.parse`: nothing but GovinfoError may come out of it.

Run with ``nox -s fuzz -- --reader docx -max_total_time=600``; what follows the reader goes to libFuzzer. Without a
corpus of one's own a report in the reader's format is the seed. An input that takes longer than 20 seconds or more
than 512 MiB is a finding too: libFuzzer's ``-timeout`` and ``-rss_limit_mb`` are set to that.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["govinfo"]):
    import govinfo
    from govinfo.contracts import Reader
    from govinfo.registry import Registry
    from govinfo.testing.generate import random_report
    from govinfo.testing.layouts import LAYOUTS, printed

LIMITS = ("-timeout=20", "-rss_limit_mb=512")


def seeds(reader: Reader) -> list[bytes]:
    """A report of each form in the format of a reader; the layouts of plain text for those that have no writer."""
    reports = [random_report("2019", 1), random_report("2021", 2)]
    writers = [writer for writer in Registry.builtin().writers if writer.suffix in reader.suffixes]
    if not writers:
        return [LAYOUTS[layout](printed(report)).encode() for report in reports for layout in LAYOUTS]
    streams = [BytesIO() for _ in reports]
    for report, stream in zip(reports, streams, strict=True):
        writers[0].write([report], stream, Registry.builtin().context)
    return [stream.getvalue() for stream in streams]


def main() -> None:
    """Fuzz one reader, chosen by the suffix of the name under which the bytes are given."""
    options = argparse.ArgumentParser()
    options.add_argument("--reader", default="html", choices=[reader.name for reader in Registry.builtin().readers])
    chosen, rest = options.parse_known_args()
    reader = next(reader for reader in Registry.builtin().readers if reader.name == chosen.reader)
    name = f"fuzz{reader.suffixes[0]}"

    def once(data: bytes) -> None:
        try:
            govinfo.check(govinfo.parse(data, filename=name))
        except govinfo.GovinfoError:
            return

    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(reader)):
            (Path(corpus) / str(number)).write_bytes(seed)
        atheris.Setup([sys.argv[0], *LIMITS, *rest, corpus], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
