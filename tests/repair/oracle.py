"""A small form with crossing sums, and every smallest repair of it by trying all numbers."""

from itertools import combinations, product

from govinfo.forms import load_forms

TOML = """
[[form]]
id = "small"
zh = "小表"
en = "small form"
basis = "none"
years = [2000]

[[heading]]
number = 1
zh = "一、数字"
en = "numbers"

[[table]]
id = "t"
section = 1
zh = "表一"
en = "table one"

[[table.block]]
columns = [
  { id = "a", zh = "甲", en = "a" },
  { id = "b", zh = "乙", en = "b" },
  { id = "total", zh = "总计", en = "total" },
]
rows = [
  { id = "x", zh = "一、子项", en = "x" },
  { id = "y", zh = "二、丑项", en = "y" },
  { id = "total", zh = "三、总计", en = "total" },
]

[[table.identity]]
rule = "A01"
over = "row"
left = ["a", "b"]
right = ["total"]
zh = "各列之和"
en = "sum of the columns"
[[table.identity]]
rule = "A02"
over = "column"
left = ["x", "y"]
right = ["total"]
zh = "各行之和"
en = "sum of the rows"
"""

(SMALL,) = load_forms(TOML)
CELLS = tuple(cell.id for cell in SMALL.cells)


def lefts(values):
    """What each identity comes to instead of zero."""
    return [
        sum(values[cell] for cell in identity.left) - sum(values[cell] for cell in identity.right)
        for identity in SMALL.identities
    ]


def filled(values, fills):
    return values | {cell: fills.get(cell, number) for cell, number in values.items() if number is None}


def smallest_repairs(values, most=2):
    """All sets of new numbers of as few cells as possible, found by trying every number for them and for blank ones."""
    blank = [cell for cell in CELLS if values[cell] is None]
    written = [cell for cell in CELLS if values[cell] is not None]
    empty = filled(values, dict.fromkeys(blank, 0))
    highest = max(empty.values()) + sum(map(abs, lefts(empty)))
    for size in range(most + 1):
        found = [
            dict(zip((*cells, *blank), numbers, strict=True))
            for cells in combinations(written, size)
            for numbers in product(range(highest + 1), repeat=size + len(blank))
            if all(values[cell] != number for cell, number in zip(cells, numbers, strict=False))
            and not any(lefts(values | dict(zip((*cells, *blank), numbers, strict=True))))
        ]
        if found:
            return found
    return []
