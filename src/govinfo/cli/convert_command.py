"""govinfo convert."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from govinfo.cli.doubts import tell_doubts
from govinfo.cli.files import STDIN, expand, names_of_unread, read_all, stderr_console
from govinfo.cli.helping import Command
from govinfo.cli.language import Language
from govinfo.cli.options import language_option, parser_option, paths_argument
from govinfo.cli.output import binary_output, format_of, place_to_write, written_reports
from govinfo.cli.registry_options import registry_options
from govinfo.cli.usage import WrongUsage
from govinfo.contracts import Writer
from govinfo.registry import Registry
from govinfo.report import Report
from govinfo.text.visible import visible_path


@click.command("convert", cls=Command)
@paths_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--to", "name", metavar="FORMAT")
@click.option("--force", is_flag=True)
@parser_option
@registry_options
@language_option
def command(
    paths: tuple[str, ...],
    output: Path,
    name: str | None,
    force: bool,
    parser: str | None,
    registry: Registry,
    language: Language,
) -> None:
    """Write reports again."""
    console = stderr_console()
    files = expand(paths, output, registry, console, language)
    one = len(files) == 1 and not output.is_dir()
    writer = _writer(registry, output, name)
    if not one and output.suffix in {entry.suffix for entry in registry.writers} and not output.is_dir():
        raise _one_file(output, len(files))
    targets = [output] if one else list(_targets(files, output, writer, language))
    _keep(targets, language, force=force)
    place_to_write(targets[0], anew=True)
    unread = []
    for outcome, target in zip(read_all(files, registry, parser, console, language), targets, strict=True):
        unread += [outcome.path] if outcome.report is None else []
        if outcome.report is not None:
            _write(outcome.report, target, writer, registry)
        tell_doubts([outcome.report] if outcome.report else [], console, language)
    if len(files) > 1:
        written = len(files) - len(unread)
        counted = f"写出{written}个文件" if language == "zh" else f"files written: {written}"
        console.print(counted + names_of_unread(unread, language))
    sys.exit(2 if unread else 0)


def _writer(registry: Registry, output: Path, name: str | None) -> Writer:
    """The writer of a name, or else of the output's suffix.

    Raises:
        SelectionError: there is no such writer.
        WrongUsage: the output is a folder, or its suffix does not tell the format.
    """
    known = [(writer.suffix, writer.name) for writer in registry.writers]
    return registry.writer(name or format_of(output, known, "--to"))


def _one_file(output: Path, files: int) -> WrongUsage:
    name = visible_path(str(output))
    return WrongUsage(
        f"{name}: {files} files cannot become one; name a folder, and the format with --to",
        f"{name}：{files}个文件不能写成一个；请给出文件夹，并用--to指定格式",
    )


def _targets(files: Sequence[str], folder: Path, writer: Writer, language: Language) -> Iterator[Path]:
    """The file that each input becomes in a folder.

    Raises:
        click.UsageError: two inputs would become the same file.
    """
    taken: dict[Path, str] = {}
    for file in files:
        target = folder / f"{Path(file).stem if file != STDIN else 'report'}{writer.suffix}"
        if target in taken:
            both = f"{visible_path(taken[target])}, {visible_path(file)}"
            raise click.UsageError(
                f"{both}：会写成同一个文件{visible_path(str(target))}；请分开转换"
                if language == "zh"
                else f"{both}: both would become {visible_path(str(target))}; convert them one by one"
            )
        taken[target] = file
        yield target


def _keep(targets: Sequence[Path], language: Language, *, force: bool) -> None:
    """Refuse to overwrite files.

    Raises:
        click.UsageError: a target exists and `force` is not given.
    """
    existing = next((target for target in targets if target.exists()), None)
    if existing is not None and not force:
        name = visible_path(str(existing))
        raise click.UsageError(
            f"{name}：文件已存在；换一个名字，或用--force覆盖"
            if language == "zh"
            else f"{name}: the file exists; choose another name, or overwrite it with --force"
        )


def _write(report: Report, target: Path, writer: Writer, registry: Registry) -> None:
    content = written_reports([report], writer, registry)
    target.parent.mkdir(parents=True, exist_ok=True)
    with binary_output(target) as stream:
        stream.write(content)
