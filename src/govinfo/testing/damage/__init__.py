"""Damage as it happens to published reports, with the truth about every cell that is left."""

from govinfo.testing.damage.edits import change_cell, labels, misspell, misspelt, with_cell
from govinfo.testing.damage.operators import OPERATORS, Operator
from govinfo.testing.damage.outcomes import OUTCOMES, Outcome, judge, score
from govinfo.testing.damage.traced import NumberCell, traced

__all__ = [
    "OPERATORS",
    "OUTCOMES",
    "NumberCell",
    "Operator",
    "Outcome",
    "change_cell",
    "judge",
    "labels",
    "misspell",
    "misspelt",
    "score",
    "traced",
    "with_cell",
]
