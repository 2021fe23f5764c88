"""Measure the validator and write its page: ``python -m govinfo.testing.validator``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

import govinfo
from govinfo.testing.validator.measure import cases, consistent, run
from govinfo.testing.validator.page import page


@click.command()
@click.option("--reports", default=150, show_default=True, help="Reports for each mistake, form and size.")
@click.option("--consistent", "without", default=1000, show_default=True, help="Reports without one, likewise.")
@click.option(
    "--output", type=click.Path(path_type=Path), default=Path("docs/validator.md"), show_default=True, help="The page."
)
def main(reports: int, without: int, output: Path) -> None:
    """Check reports with and without mistakes, and write down what was found and which cells were named."""
    clean = list(consistent(without))
    results = []
    with click.progressbar(list(cases(reports)), label="reports with mistakes", file=sys.stderr) as bar:
        for case in bar:
            result = run(case)
            if result is not None:
                results.append((case, result))
    output.write_text(page(clean, results, version=govinfo.__version__, reports=reports), encoding="utf-8")
    alarms = sum(entry.sums for entry in clean) + sum(result.false + result.missed for _, result in results)
    sys.exit(1 if alarms else 0)


if __name__ == "__main__":
    main()
