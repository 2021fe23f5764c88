"""Measure the reading of facts on the labelled passages: ``python -m tests.facts.narratives``.

With files as arguments it measures those and lists what was missed or wrong in them; without, it writes the tables
of docs/narratives.md for all sets, and lists nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import attrs
import click
from tests.facts.passages import SETS, Passage, load
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


def tables(sets: Mapping[str, Sequence[Judge]]) -> str:
    """The sets beside each other, as Markdown."""
    scores = {name: add_up(judge.score for judge in judges) for name, judges in sets.items()}
    parts = (("what the number counts", ("all facts", *TOPICS)), ("relation", RELATIONS), ("attribute", ATTRIBUTES))
    wrong = [(name, *(str(_wrong(judges, key)) for judges in sets.values())) for key, name in WRONG.items()]
    return "\n\n".join(
        [*(_table(title, kinds, scores) for title, kinds in parts), _markdown(("wrong facts", *sets), wrong)]
    )


def _table(title: str, kinds: Iterable[str], scores: Mapping[str, Score]) -> str:
    columns = (column for name in scores for column in (f"labels, {name}", "precision", "recall"))
    rows = ((kind, *(cell for score in scores.values() for cell in _cells(score[kind]))) for kind in kinds)
    return _markdown((title, *columns), rows)


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---", *["---:"] * (len(head) - 1)), *rows))


def _cells(tally: Tally) -> tuple[str, str, str]:
    return str(tally.labelled), _share(tally.precision), _share(tally.recall)


def _share(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def _wrong(judges: Iterable[Judge], kind: str) -> int:
    return sum(judge.wrong[kind] for judge in judges)


def main(arguments: Sequence[str]) -> None:
    """Measure all sets and write the page, or list what is missed or wrong in the files that are named."""
    if arguments:
        for one in judge(load(map(Path, arguments))):
            for slip in one.slips:
                click.echo(f"{slip.passage}  {slip.kind}  {slip.text}")
        return
    text = tables({name: judge(load(files())) for name, files in SETS.items()})
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.split(END)[1]}", "utf-8")
    click.echo(text)


if __name__ == "__main__":
    main(sys.argv[1:])
