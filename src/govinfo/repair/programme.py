"""The fewest changes where two cells do not do: an integer programme, solved by HiGHS (extra ``repair``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import highspy

from govinfo.repair.problem import Changes, Found, Problem

NODES = 300
"""Branches for one solution, which is the same limit on every machine; forms of two hundred cells mostly need one."""

SECONDS = 60.0
"""Time for one solution, so that nothing hangs; so many branches are done in a few seconds, and the answer does not
depend on the machine."""

TOLERANCE = 1e-9
"""Least that HiGHS can tell from a whole number; changes of up to a hundred million stay apart from none."""

OPTIONS: Mapping[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "time_limit": SECONDS,
    "mip_max_nodes": NODES,
    "mip_feasibility_tolerance": TOLERANCE,
    "primal_feasibility_tolerance": TOLERANCE,
    "mip_rel_gap": 0.0,
}
"""How HiGHS works: in silence, with one thread, and in the same way each time."""


def several(problem: Problem, least: int, most: int, enough: int) -> Found:
    """Look for the smallest sets of changes after which all equations hold.

    Args:
        problem: equations and numbers; all of them whole.
        least: fewer cells are known not to do.
        most: more cells are not looked for.
        enough: so many sets do.
    """
    programme, sets = _Programme(problem, least, most), list[Changes]()
    while len(sets) < enough and (changes := programme.solve()) is not None:
        sets.append(changes)
        programme.leave_out(changes)
    return Found(len(sets[0]) if sets else least, tuple(sets), programme.complete)


class _Programme:
    """Two variables for each cell: by how much it changes, and whether it does; one for each open cell."""

    def __init__(self, problem: Problem, least: int, most: int) -> None:
        self.problem, self.complete = problem, False
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in OPTIONS.items():
            self.solver.setOptionValue(name, value)
        self.cells = list(problem.code.columns)
        self.rest = problem.rest()
        # In a network of sums no change need be greater than all that is left together.
        self.bound = sum(abs(int(left)) for left in self.rest.values())
        self.places = self._variables()
        self._equations()
        self.all = [self._changes(place) for place in range(len(self.cells))]
        self._row(((place, 1) for place in self.all), least, most)

    def _variables(self) -> dict[str, int]:
        """Add the variables; give the places of the changes and of the open cells."""
        for cell in self.cells:
            self._variable(self._lowest(cell), float(self.bound))
        for _ in self.cells:
            self._variable(0.0, 1.0, cost=1.0)
        places = {cell: place for place, cell in enumerate(self.cells)}
        defined = {cell for terms in self.problem.code.definitions for cell in terms}
        for cell in sorted(self.problem.code.open & defined):
            places[cell] = self.solver.getNumCol()
            self._variable(float("-inf") if self.problem.cells[cell].unit == "change" else 0.0, float("inf"))
        return places

    def _equations(self) -> None:
        """Add the equations, and that a cell counts where it changes."""
        for terms in (*self.problem.code.checks, *self.problem.code.definitions):
            left = int(sum(factor * (self.problem.values[cell] or 0) for cell, factor in terms.items()))
            self._row(
                ((self.places[cell], factor) for cell, factor in terms.items() if cell in self.places), -left, -left
            )
        for index, check in enumerate(self.problem.code.checks):
            changes = [self._changes(self.places[cell]) for cell in check]
            if index in self.rest:
                self._row(((place, 1) for place in changes), 1, len(changes))
            else:  # a change makes another one in the same check necessary
                for one in changes:
                    self._row(((place, -1 if place == one else 1) for place in changes), 0, len(changes))
        for place, cell in enumerate(self.cells):
            self._row(((place, 1), (self._changes(place), -float(self.bound))), float("-inf"), 0)
            self._row(((place, 1), (self._changes(place), -self._lowest(cell))), 0, float("inf"))

    def solve(self) -> Changes | None:
        """The changes of one smallest set; None where there is none, or none was found in time."""
        self.solver.run()
        status = self.solver.getModelStatus()
        self.complete = status == highspy.HighsModelStatus.kInfeasible
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        numbers = self.solver.getSolution().col_value
        changes: Changes = {
            cell: round(numbers[place]) for place, cell in enumerate(self.cells) if round(numbers[place])
        }
        return changes if self._holds(changes) else None

    def leave_out(self, found: Changes) -> None:
        """Look for other sets of as many cells from now on."""
        self._row(((place, 1) for place in self.all), len(found), len(found))
        known = [self._changes(place) for place, cell in enumerate(self.cells) if cell in found]
        self._row(((place, 1) for place in known), 0, len(known) - 1)

    def _holds(self, changes: Changes) -> bool:
        """Verify with whole numbers what was found with floating ones."""
        problem = self.problem
        rest = problem.rest()
        for cell, change in changes.items():
            for index, factor in problem.code.columns[cell].items():
                rest[index] = rest.get(index, 0) + factor * change
        allowed = all(problem.can_change(cell, change) for cell, change in changes.items())
        return allowed and not any(rest.values()) and problem.fills(changes) is not None

    def _changes(self, place: int) -> int:
        return len(self.cells) + place

    def _lowest(self, cell: str) -> float:
        if self.problem.cells[cell].unit == "change":
            return -float(self.bound)
        return -float(min(self.bound, max(self.problem.values[cell] or 0, 0)))

    def _variable(self, lowest: float, highest: float, cost: float = 0.0) -> None:
        place = self.solver.getNumCol()
        self.solver.addVar(lowest, highest)
        self.solver.changeColCost(place, cost)
        self.solver.changeColIntegrality(place, highspy.HighsVarType.kInteger)

    def _row(self, terms: Iterable[tuple[int, float]], lowest: float, highest: float) -> None:
        places, factors = zip(*terms, strict=True)
        self.solver.addRow(float(lowest), float(highest), len(places), list(places), [float(f) for f in factors])
