"""The damage suite: which damaged reports are read, and what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations, permutations
from random import Random

import attrs

from govinfo.testing.damage.operators import OPERATORS
from govinfo.testing.damage.outcomes import Outcome, score
from govinfo.testing.damage.traced import traced
from govinfo.testing.dumps import DUMPS
from govinfo.testing.generate import Size, random_report
from govinfo.testing.layouts import LAYOUTS
from govinfo.testing.web_dumps import WEB_DUMPS

RATES = (0.02, 0.1, 0.4)
"""Shares of labels, cells, rows, pages or tables that are damaged; one of them at least."""

PRINTERS = {**LAYOUTS, **DUMPS, **WEB_DUMPS}
"""The layouts, those of programs that keep no tables and those of crawlers, by name."""

FORMS = ("2019", "2021")

SIZES: tuple[Size, ...] = ("zero", "county", "province")

CHUNK = 40
"""So many cases are given to a process at once."""


@attrs.frozen
class Case:
    """A damaged report.

    Attributes:
        damages: names of the damages, in the order in which they happen.
        layout: name of the layout.
        form, size, seed: the report; see `random_report`.
        rate: see `Operator`.
    """

    damages: tuple[str, ...]
    layout: str
    form: str
    size: Size
    seed: int
    rate: float

    @property
    def chance(self) -> Random:
        """What happens by chance; the same for the same case."""
        return Random("/".join((*self.damages, self.layout, self.form, self.size, str(self.seed), str(self.rate))))


def run(case: Case) -> Counter[Outcome]:
    """Damage and read a report; the number of its cells by outcome."""
    original = random_report(case.form, case.seed, case.size)
    parts, chance = traced(original), case.chance
    for name in case.damages:
        parts = OPERATORS[name].apply(parts, case.rate, chance)
    return score(parts, original, PRINTERS[case.layout](parts).encode())


def run_all(cases: Sequence[Case], processes: int) -> Iterator[tuple[Case, Counter[Outcome]]]:
    """Run many cases in several processes; in order."""
    with ProcessPoolExecutor(processes) as pool:
        yield from zip(cases, pool.map(run, cases, chunksize=CHUNK), strict=True)


def alone(seed: int, times: int, layouts: Iterable[str] = tuple(PRINTERS)) -> Iterator[Case]:
    """Each damage alone, in some layouts at every rate, `times` times on reports of both forms and all sizes."""
    return _cases([(name,) for name in OPERATORS], RATES, tuple(layouts), seed, times)


def in_pairs(seed: int, times: int, layouts: Iterable[str] = tuple(PRINTERS)) -> Iterator[Case]:
    """Any two damages that do not undo each other, in either order and some layouts, at one of the rates.

    Each `times` times, on reports of both forms and all sizes.
    """
    pairs = [pair for one, other in combinations(OPERATORS, 2) for pair in ((one, other), (other, one))]
    pairs = [(one, other) for one, other in pairs if other not in OPERATORS[one].undone_by]
    return _cases(pairs, (None,), tuple(layouts), seed, times)


def in_threes(seed: int, times: int, layouts: Iterable[str] = tuple(PRINTERS)) -> Iterator[Case]:
    """Three damages that do not undo each other, drawn by chance so many times for each layout."""
    chance = Random(f"threes/{seed}")
    found: list[tuple[str, ...]] = []
    while len(found) < times:
        names = tuple(chance.sample(sorted(OPERATORS), min(3, len(OPERATORS))))
        if not any(other in OPERATORS[one].undone_by for one, other in permutations(names, 2)):
            found.append(names)
    return _cases(found, (None,), tuple(layouts), seed, 1)


def _cases(
    damages: Iterable[tuple[str, ...]],
    rates: Iterable[float | None],
    layouts: Sequence[str],
    seed: int,
    times: int,
) -> Iterator[Case]:
    chance = Random(seed)
    for names in damages:
        for layout in layouts:
            for rate in rates:
                for _ in range(times):
                    form, size = chance.choice(FORMS), chance.choice(SIZES)
                    yield Case(names, layout, form, size, chance.randrange(10**6), rate or chance.choice(RATES))
