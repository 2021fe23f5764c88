"""Run the damage suite and write its page: ``python -m govinfo.testing.damage``."""

from __future__ import annotations

import os
import sys
from itertools import chain, islice
from pathlib import Path

import click

import govinfo
from govinfo.testing.damage.suite import PRINTERS, alone, in_pairs, in_threes, run_all
from govinfo.testing.damage.table import page


@click.command()
@click.option("--seed", default=2024, show_default=True, help="Seed of everything that happens by chance.")
@click.option("--alone", "singles", default=10, show_default=True, help="Reports for each damage, layout and rate.")
@click.option("--pairs", default=1, show_default=True, help="Reports for each pair of damages and layout.")
@click.option("--threes", default=300, show_default=True, help="Reports with three damages by chance for each layout.")
@click.option("--processes", default=os.cpu_count() or 1, show_default=True, help="Processes at work.")
@click.option(
    "--layout",
    "layouts",
    multiple=True,
    default=tuple(PRINTERS),
    show_default=True,
    type=click.Choice(sorted(PRINTERS)),
    help="A layout; may be given several times.",
)
@click.option(
    "--output", type=click.Path(path_type=Path), default=Path("docs/damage.md"), show_default=True, help="The page."
)
def main(
    seed: int, singles: int, pairs: int, threes: int, processes: int, layouts: tuple[str, ...], output: Path
) -> None:
    """Damage reports in all known ways, read them, and write down what came of every cell."""
    groups = [list(alone(seed, singles, layouts)), list(in_pairs(seed, pairs, layouts))]
    groups.append(list(in_threes(seed, threes, layouts)))
    results = []
    with click.progressbar(length=sum(map(len, groups)), label="damaged reports", file=sys.stderr) as progress:
        for result in run_all(list(chain.from_iterable(groups)), processes):
            results.append(result)
            progress.update(1)
    read = iter(results)
    text = page(*(list(islice(read, len(group))) for group in groups), seed=seed, version=govinfo.__version__)
    output.write_text(text, encoding="utf-8")
    silent = sum(tally["silent wrong"] for _, tally in results)
    sys.exit(1 if silent else 0)


if __name__ == "__main__":
    main()
