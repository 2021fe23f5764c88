"""What govinfo reads of reports that real programs have turned into text, and a table of it.

Run ``python -m govinfo.testing.converters 30`` for thirty reports by each converter that is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from random import Random

import attrs

from govinfo.contracts import Context
from govinfo.errors import GovinfoError
from govinfo.forms import official_form, official_forms
from govinfo.pipeline import parse
from govinfo.report import Report
from govinfo.testing.damage import change_cell, labels, misspell
from govinfo.testing.generate import Size, random_report
from govinfo.testing.layouts import page, printed, web_page
from govinfo.writers import docx

_SIZES: tuple[Size, ...] = ("zero", "county", "province")
_PAGE = b"<style>@page { size: 42cm 29.7cm; margin: 2cm }</style><style>"
_FILTERS = {"docx": "docx:MS Word 2007 XML", "doc": "doc:MS Word 97", "pdf": "pdf", "txt": "txt:Text (encoded):UTF8"}


@attrs.frozen
class Converter:
    """A program that writes text.

    Attributes:
        name: name in the table.
        source: suffix of what it is given: ``html``, ``boxed.html`` (tables with borders), or one of office files,
            which LibreOffice makes of the page, or with ``printed.`` in front of the Word file of the writer.
        command: its command line, with ``{}`` for the file; it writes to its standard output.
        package: Python package that it needs, for one that is none of the programs.
        suffix: suffix under which its output would be saved.
    """

    name: str
    source: str
    command: tuple[str, ...]
    package: str | None = None
    suffix: str = ".txt"

    @property
    def missing(self) -> str | None:
        """What is not installed of it, or None."""
        if self.package and find_spec(self.package) is None:
            return self.package
        needed = ["soffice"] * (not self.source.endswith("html")) + [self.command[0]]
        return next((program for program in needed if shutil.which(program) is None), None)

    def run(self, file: Path) -> bytes:
        """What it writes for a file."""
        command = [part.replace("{}", str(file)) for part in self.command]
        return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout  # noqa: S603 - fixed commands


def _w3m(*options: str) -> tuple[str, ...]:
    return ("w3m", "-dump", *options, "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "{}")


def _lynx(*options: str) -> tuple[str, ...]:
    return ("lynx", "-dump", "-nolist", *options, "-assume_charset=utf-8", "-display_charset=utf-8", "{}")


def _antiword(*options: str) -> tuple[str, ...]:
    return ("antiword", *options, "-m", "UTF-8.txt", "{}")


def _python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code, "{}")


def _pandoc(source: str) -> Iterator[Converter]:
    for target in ("plain", "markdown", "gfm", "commonmark", "org", "rst"):
        suffix = ".txt" if target in ("plain", "org", "rst") else ".md"
        yield Converter(
            f"pandoc -f {source} -t {target}", source, ("pandoc", "-f", source, "-t", target, "{}"), suffix=suffix
        )


CONVERTERS: tuple[Converter, ...] = (
    Converter("w3m", "html", _w3m()),
    Converter("w3m, 200 columns", "html", _w3m("-cols", "200")),
    Converter("w3m, borders", "boxed.html", _w3m()),
    Converter("w3m, borders, 60 columns", "boxed.html", _w3m("-cols", "60")),
    Converter("lynx", "html", _lynx()),
    Converter("lynx, 200 columns", "html", _lynx("-width=200")),
    *_pandoc("html"),
    *_pandoc("docx"),
    Converter("pdftotext", "pdf", ("pdftotext", "{}", "-")),
    Converter("pdftotext -layout", "pdf", ("pdftotext", "-layout", "{}", "-")),
    Converter("pdftotext -raw", "pdf", ("pdftotext", "-raw", "{}", "-")),
    Converter("antiword", "doc", _antiword()),
    Converter("antiword -w 0", "doc", _antiword("-w", "0")),
    Converter("Writer, saved as text", "txt", ("cat", "{}")),
    Converter("pdftotext, printed", "printed.pdf", ("pdftotext", "{}", "-")),
    Converter("pdftotext -layout, printed", "printed.pdf", ("pdftotext", "-layout", "{}", "-")),
    Converter("pdftotext -raw, printed", "printed.pdf", ("pdftotext", "-raw", "{}", "-")),
    Converter("antiword, printed", "printed.doc", _antiword()),
    Converter("Writer, saved as text, printed", "printed.txt", ("cat", "{}")),
    Converter("html2text", "html", (sys.executable, "-m", "html2text", "{}", "utf-8"), "html2text", ".md"),
    Converter(
        "html2text --pad-tables",
        "html",
        (sys.executable, "-m", "html2text", "-b", "0", "--pad-tables", "{}", "utf-8"),
        "html2text",
        ".md",
    ),
    Converter("markitdown", "html", (sys.executable, "-m", "markitdown", "{}"), "markitdown", ".md"),
    Converter(
        "markdownify",
        "html",
        _python("import markdownify, sys; print(markdownify.markdownify(open(sys.argv[1], 'rb').read().decode()))"),
        "markdownify",
        ".md",
    ),
    Converter("docx2txt", "docx", _python("import docx2txt, sys; print(docx2txt.process(sys.argv[1]))"), "docx2txt"),
    Converter(
        "Beautiful Soup",
        "html",
        _python("import bs4, sys; print(bs4.BeautifulSoup(open(sys.argv[1], 'rb'), 'lxml').get_text('\\n'))"),
        "bs4",
    ),
)
"""The converters, by their usual options."""


@attrs.frozen
class Tally:
    """How many cells were read right, were given as missing with a diagnostic, or were wrong.

    Attributes:
        right: the value is that of the report; a blank cell is blank.
        missing: no value, and a diagnostic that names the cell.
        doubted: another value, with a diagnostic that names the cell.
        silent: another value or none, without any diagnostic.
    """

    right: int = 0
    missing: int = 0
    doubted: int = 0
    silent: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add cell by cell."""
        return Tally(
            self.right + other.right,
            self.missing + other.missing,
            self.doubted + other.doubted,
            self.silent + other.silent,
        )

    @property
    def share(self) -> float:
        """Share of the cells that are right."""
        return self.right / max(1, self.right + self.missing + self.doubted + self.silent)


def compare(truth: Report, output: bytes, suffix: str) -> Tally:
    """Read the output of a converter and count; a text that is refused has all cells missing."""
    try:
        read = parse(output, filename="report" + suffix)
    except GovinfoError:
        return Tally(missing=len(truth.all_cells))
    if read.form != truth.form:
        named = any(found.rule == "X15" for found in read.diagnostics)
        return Tally(doubted=len(truth.all_cells)) if named else Tally(silent=len(truth.all_cells))
    named_cells = {cell for found in read.diagnostics for cell in found.cells}
    counts = {"right": 0, "missing": 0, "doubted": 0, "silent": 0}
    for cell in truth.all_cells:
        value = read[cell.id].value
        if value == cell.value:
            counts["right"] += 1
        elif cell.id not in named_cells:
            counts["silent"] += 1
        else:
            counts["missing" if value is None else "doubted"] += 1
    return Tally(**counts)


Damage = Callable[[Report, int], tuple[Report, bytes]]
"""Gives the report as it should be read, and its page; the number decides what is damaged."""


def intact(report: Report, _seed: int) -> tuple[Report, bytes]:
    """The page as the built-in writer makes it."""
    return report, web_page(report)


def emptied(report: Report, seed: int) -> tuple[Report, bytes]:
    """The page with one cell left empty."""
    changed = change_cell(report, Random(seed).choice(report.all_cells).id, None)
    return changed, web_page(changed)


def misspelt(report: Report, seed: int) -> tuple[Report, bytes]:
    """The page with two wrong letters in one label of a table."""
    chance, parts = Random(seed), printed(report)
    return report, page(misspell(parts, chance.choice(labels(parts)), 2, chance)).encode()


def samples(count: int, damage: Damage = intact) -> list[tuple[Report, bytes]]:
    """Reports of both forms and all sizes in turn, with their pages."""
    made = []
    for seed in range(count):
        form, size = ("2019", "2021")[seed % 2], _SIZES[seed // 2 % len(_SIZES)]
        made.append(damage(random_report(official_form(form), seed, size), seed))
    return made


def measure(converters: Iterable[Converter], reports: Sequence[tuple[Report, bytes]]) -> dict[str, Tally]:
    """Let each converter that is installed convert all reports, and count what is read of its output."""
    chosen = [converter for converter in converters if converter.missing is None]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, (report, markup) in enumerate(reports):
            wide = markup.replace(b"<style>", _PAGE, 1) if b"<style>" in markup else _PAGE[:-7] + markup
            (folder / f"{number}.html").write_bytes(wide)
            (folder / f"{number}.boxed.html").write_bytes(wide.replace(b"<table>", b'<table border="1">'))
            (folder / f"{number}.printed.docx").write_bytes(_word_file(report))
        for source in sorted({converter.source for converter in chosen} - {"html", "boxed.html"}):
            _convert(folder, source, len(reports))
        tallies = {}
        for converter in chosen:
            total = Tally()
            for number, (report, _) in enumerate(reports):
                total += compare(report, converter.run(folder / f"{number}.{converter.source}"), converter.suffix)
            tallies[converter.name] = total
    return tallies


def _word_file(report: Report) -> bytes:
    stream = BytesIO()
    docx.write([report], stream, Context(official_forms()))
    return stream.getvalue()


def _convert(folder: Path, source: str, count: int) -> None:
    """Write all reports in an office format; Word files of 1997 are made of those of 2007, as users do."""
    printed, _, suffix = source.rpartition(".")
    start = "printed.docx" if printed else "docx" if suffix == "doc" else "html"
    if start == "docx" and not (folder / "0.docx").exists():
        _convert(folder, "docx", count)
    files = [str(folder / f"{number}.{start}") for number in range(count)]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", _FILTERS[suffix], "--outdir", str(folder), *files]
    subprocess.run(command, capture_output=True, check=True, timeout=300)  # noqa: S603 - a fixed command


def main(arguments: Sequence[str]) -> None:
    """Print the table for a number of reports."""
    count = int(arguments[0]) if arguments else 30
    lines = [f"| converter | damage | right | missing | doubted | silent wrong | right of {count} reports |"]
    lines.append("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for damage in (intact, emptied, misspelt):
        for name, tally in measure(CONVERTERS, samples(count, damage)).items():
            figures = f"{tally.right} | {tally.missing} | {tally.doubted} | {tally.silent} | {tally.share:.2%}"
            lines.append(f"| {name} | {damage.__name__} | {figures} |")
    lines.extend(
        f"| {converter.name} | | not installed: {converter.missing} | | | | |"
        for converter in CONVERTERS
        if converter.missing
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
