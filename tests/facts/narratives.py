"""Measure the reading of facts on the labelled passages: ``python -m tests.facts.narratives``.

With files as arguments it measures those and lists what was missed or wrong in them; without, it writes the tables
of docs/narratives.md for both halves, and lists nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs
import click
from tests.facts.passages import Passage, development, held_out, load
from tests.facts.scoring import ATTRIBUTES, RELATIONS, TOPICS, WRONG, Judge, Score, Tally, add_up

from govinfo.facts.narrative import facts
from govinfo.report import Report
from govinfo.testing.samples import sample_report

PAGE = Path(__file__).parents[2] / "docs" / "narratives.md"
BEGIN, END = "<!-- tables: python -m tests.facts.narratives -->", "<!-- end of tables -->"


def report_of(passage: Passage) -> Report:
    """A report that says the passage and nothing else."""
    title = f"青川市林业局{passage.year}年政府信息公开工作年度报告"
    report = sample_report(passage.form, texts={passage.section: passage.text})
    return attrs.evolve(report, year=passage.year, title=title, period=None)


def judge(passages: Iterable[Passage]) -> list[Judge]:
    """Read the facts of passages and compare them with the labels."""
    return [Judge(passage, facts(report_of(passage))) for passage in passages]


def tables(first: Sequence[Judge], second: Sequence[Judge]) -> str:
    """Both halves beside each other, as Markdown."""
    one, other = (add_up(judge.score for judge in half) for half in (first, second))
    parts = (("what the number counts", ("all facts", *TOPICS)), ("relation", RELATIONS), ("attribute", ATTRIBUTES))
    wrong = [f"| {name} | {_wrong(first, key)} | {_wrong(second, key)} |" for key, name in WRONG.items()]
    return "\n\n".join(
        [
            *(_table(title, kinds, one, other) for title, kinds in parts),
            "\n".join(["| wrong facts | development | held out |", "| --- | ---: | ---: |", *wrong]),
        ]
    )


def _table(title: str, kinds: Iterable[str], one: Score, other: Score) -> str:
    head = f"| {title} | labels | precision | recall | labels held out | precision | recall |"
    rows = [f"| {kind} | {_cells(one[kind])} | {_cells(other[kind])} |" for kind in kinds]
    return "\n".join([head, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |", *rows])


def _cells(tally: Tally) -> str:
    return f"{tally.labelled} | {_share(tally.precision)} | {_share(tally.recall)}"


def _share(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def _wrong(judges: Iterable[Judge], kind: str) -> int:
    return sum(judge.wrong[kind] for judge in judges)


def main(arguments: Sequence[str]) -> None:
    """Measure both halves and write the page, or list what is missed or wrong in the files that are named."""
    if arguments:
        for one in judge(load(map(Path, arguments))):
            for slip in one.slips:
                click.echo(f"{slip.passage}  {slip.kind}  {slip.text}")
        return
    text = tables(judge(load(development())), judge(load(held_out())))
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.split(END)[1]}", "utf-8")
    click.echo(text)


if __name__ == "__main__":
    main(sys.argv[1:])
