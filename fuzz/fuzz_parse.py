"""Coverage-guided fuzzing of `govinfo.parse`: nothing but GovinfoError may come out of it.

Run with ``nox -s fuzz -- --reader docx -max_total_time=600``; what follows the reader goes to libFuzzer, such as a
folder with files to begin with. Reports in the formats of the reader are added to it; those that govinfo does not write
itself are made by LibreOffice. Parts of zip archives are damaged one by one and packed again. An input that takes
longer than 20 seconds or more than 512 MiB is a finding too: libFuzzer's ``-timeout`` and ``-rss_limit_mb`` are set to
that. So is an error of govinfo's own code that users are spared, since the next reader or parser is asked then.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from io import BytesIO
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["govinfo"]):
    import govinfo
    from govinfo import isolation
    from govinfo.contracts import Reader
    from govinfo.findings import Finding
    from govinfo.readers.soffice import find_soffice
    from govinfo.registry import Registry
    from govinfo.testing.generate import random_report
    from govinfo.testing.layouts import LAYOUTS, printed

LIMITS = ("-timeout=20", "-rss_limit_mb=512")


MADE = {".doc": "docx", ".odt": "docx", ".fodt": "docx", ".pdf": "docx", ".rtf": "docx", ".xls": "xlsx", ".ods": "xlsx"}
"""What LibreOffice makes of which of govinfo's own formats."""


class HiddenFault(BaseException):
    """Code of govinfo itself has failed."""


def seeds(reader: Reader, folder: Path) -> None:
    """Write a report of each form in each format of a reader; plain text in all its layouts."""
    reports = [random_report("2019", 1), random_report("2021", 2)]
    writers = {writer.suffix: writer for writer in Registry.builtin().writers}
    for suffix in reader.suffixes:
        for number, report in enumerate(reports):
            if suffix in (".txt", ".csv"):
                for layout in LAYOUTS:
                    (folder / f"{layout}{number}{suffix}").write_text(LAYOUTS[layout](printed(report)))
            if suffix == ".mht":
                archive = MIMEMultipart("related")
                archive.attach(MIMEText(LAYOUTS["page"](printed(report)), "html", "utf-8"))
                (folder / f"{number}{suffix}").write_bytes(archive.as_bytes())
            if suffix in writers or suffix in MADE:
                own = suffix if suffix in writers else f".{MADE[suffix]}"
                with (folder / f"{number}{own}").open("wb") as stream:
                    writers[own].write([report], stream, Registry.builtin().context)
                if own != suffix:
                    convert(folder / f"{number}{own}", suffix)


def convert(source: Path, suffix: str) -> None:
    """Replace a file by what LibreOffice makes of it."""
    soffice = find_soffice()
    if soffice is not None:
        profile = f"-env:UserInstallation={(source.parent.parent / 'profile').as_uri()}"
        order = [str(soffice), profile, "--headless", "--convert-to", suffix[1:], "--outdir", str(source.parent)]
        subprocess.run([*order, str(source)], check=True, capture_output=True, timeout=120)  # noqa: S603 - own file
    source.unlink()


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Damage one part of a zip archive and pack all again; anything else as it is."""
    chance = Random(seed)  # noqa: S311 - damage, no secret
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(sorted(parts))
    except (zipfile.BadZipFile, ValueError, IndexError, NotImplementedError, RuntimeError, OSError, EOFError):
        return bytes(atheris.Mutate(data, most))
    parts[name] = bytes(atheris.Mutate(parts[name], len(parts[name]) + 100))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    damaged = packed.getvalue()
    return damaged if len(damaged) <= most else bytes(atheris.Mutate(data, most))


def reveal(plugin: object, hook: object, detail: object) -> Finding:
    """What is called where a guarded call has failed; all plugins here are built-ins."""
    raise HiddenFault(f"{plugin} {hook}: {detail}")


def main() -> None:
    """Fuzz one reader, chosen by the suffix of the name under which the bytes are given."""
    options = argparse.ArgumentParser()
    options.add_argument("--reader", default="html", choices=[reader.name for reader in Registry.builtin().readers])
    chosen, rest = options.parse_known_args()
    reader = next(reader for reader in Registry.builtin().readers if reader.name == chosen.reader)
    name = f"fuzz{reader.suffixes[0]}"
    isolation.fault = reveal

    def once(data: bytes) -> None:
        try:
            govinfo.check(govinfo.parse(data, filename=name))
        except govinfo.GovinfoError:
            return

    with tempfile.TemporaryDirectory() as corpus:
        folder = Path(corpus) / "reports"
        folder.mkdir()
        seeds(reader, folder)
        if not any(folder.iterdir()) and not any(Path(argument).is_dir() for argument in rest):
            options.error(f"no report can be made for the reader {reader.name}: name a folder with files of its format")
        atheris.Setup([sys.argv[0], *LIMITS, *rest, str(folder)], once, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
