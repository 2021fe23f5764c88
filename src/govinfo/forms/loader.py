"""Build forms from their TOML description.

The description lists labels once; entries marked ``forms = [...]`` belong to these forms only.
Cells and identities follow from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

import attrs

from govinfo.errors import FormError, SelectionError
from govinfo.forms.description import Entry, description_of
from govinfo.forms.model import (
    ANNUAL_REPORT,
    Block,
    CellSpec,
    Column,
    Form,
    Group,
    Heading,
    Identity,
    Label,
    Row,
    Table,
    cell_id,
)


@cache
def official_forms() -> tuple[Form, ...]:
    """The forms of the notices of 2019 and 2021, oldest first."""
    text = resources.files("govinfo.forms").joinpath("data", "official.toml").read_text("utf-8")
    return load_forms(text)


def official_form(form_id: str) -> Form:
    """One of the official forms.

    Raises:
        SelectionError: there is no form of that id.
    """
    for form in official_forms():
        if form.id == form_id:
            return form
    known = [repr(form.id) for form in official_forms()]
    raise SelectionError(
        f"there is no form {form_id!r}; known are {', '.join(known)}", f"没有格式{form_id!r}；现有：{'、'.join(known)}"
    )


def load_forms(text: str) -> tuple[Form, ...]:
    """Read a TOML description of one or several forms.

    Args:
        text: the description; `official.toml` in this package is the reference.

    Raises:
        FormError: the description is not TOML, lacks a key, has one that is not known, or an identity names a cell
            that none of the forms has.
    """
    description = description_of(text)
    return tuple(_Loader(description, head["id"]).form(head) for head in description["form"])


@attrs.frozen
class _Loader:
    description: Entry
    form_id: str

    def form(self, head: Entry) -> Form:
        tables = tuple(self.table(entry) for entry in self.mine(self.description["table"]))
        cells = tuple(cell for table in tables for cell in _cells(table))
        repeated = [cell for cell, times in Counter(cell.id for cell in cells).items() if times > 1]
        if repeated:
            raise FormError(
                f"form {self.form_id}: the cell ids {', '.join(repeated)} occur twice",
                f"格式{self.form_id}：单元格编号{'、'.join(repeated)}重复",
            )
        years = head["years"]
        return Form(
            id=self.form_id,
            title=_label(head),
            basis=head["basis"],
            first_year=years[0],
            last_year=years[1] if len(years) > 1 else None,
            headings=tuple(
                Heading(entry["number"], _label(entry)) for entry in self.mine(self.description.get("heading", ()))
            ),
            tables=tables,
            cells=cells,
            identities=tuple(
                identity
                for entry, table in zip(self.mine(self.description["table"]), tables, strict=True)
                for template in self.mine(entry.get("identity", ()))
                for identity in self.identities(table, template)
            ),
            kind=head.get("kind", ANNUAL_REPORT),
        )

    def mine(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        return (entry for entry in entries if self.form_id in entry.get("forms", (self.form_id,)))

    def table(self, entry: Entry) -> Table:
        groups = {group["id"]: Group(group["id"], _label(group)) for group in self.mine(entry.get("group", ()))}
        return Table(
            id=entry["id"],
            number=_label(entry),
            section=entry.get("section", 0),
            blocks=tuple(self.block(block, groups) for block in self.mine(entry["block"])),
            note=entry.get("note"),
        )

    def block(self, entry: Entry, groups: dict[str, Group]) -> Block:
        return Block(
            columns=self.columns(entry["columns"]),
            rows=tuple(
                Row(
                    id=row["id"],
                    label=_label(row) if row["id"] else None,
                    groups=tuple(group for key, group in groups.items() if row["id"].startswith(key + ".")),
                    measure=row.get("measure", ""),
                    unit=row.get("unit"),
                )
                for row in self.mine(entry["rows"])
            ),
            article=entry.get("article"),
            corner=_label(entry["corner"]) if "corner" in entry else None,
        )

    def columns(self, entries: Iterable[Entry | str], prefix: str = "") -> tuple[Column, ...]:
        spelt_out: list[Entry] = []
        for entry in entries:
            spelt_out.extend(self.shared(entry) if isinstance(entry, str) else [entry])
        return tuple(
            Column(
                id=prefix + entry["id"],
                label=_label(entry),
                unit=entry.get("unit", "count"),
                children=self.columns(entry.get("children", ()), entry["id"] + "." if _is_shared(entry) else ""),
            )
            for entry in self.mine(spelt_out)
        )

    def shared(self, name: str) -> list[Entry]:
        columns: dict[str, list[Entry]] = self.description.get("columns", {})
        if name not in columns:
            raise FormError(f"there are no shared columns {name!r}", f"没有共用的列“{name}”")
        return columns[name]

    def identities(self, table: Table, template: Entry) -> Iterator[Identity]:
        over = template["over"]
        names = _operands(table, over)
        self.known(table.id, template)
        for place in {"row": _operands(table, "column"), "column": _operands(table, "row"), "table": [""]}[over]:

            def ids(side: str, place: str = place) -> tuple[str, ...]:
                found = _expand(template[side], names)
                if over == "row":
                    return tuple(cell_id(table.id, place, column) for column in found)
                return tuple(cell_id(table.id, name, place) for name in found)

            left, right = ids("left"), ids("right")
            if not (left and right):
                name = template["zh"]
                raise FormError(
                    f"form {self.form_id}: the identity {name!r} has a side without cells",
                    f"格式{self.form_id}：勾稽关系“{name}”有一边没有单元格",
                )
            yield Identity(template["rule"], left, right, over, place, _label(template))

    def known(self, table_id: str, template: Entry) -> None:
        """See that each operand of an identity is in one of the forms; a misspelt one would leave another equation."""
        loaders = [_Loader(self.description, head["id"]) for head in self.description["form"]]
        tables = [
            loader.table(entry)
            for loader in loaders
            for entry in loader.mine(self.description["table"])
            if entry["id"] == table_id
        ]
        for name in (*template["left"], *template["right"]):
            if not any(any(_expand([name], _operands(table, template["over"]))) for table in tables):
                raise FormError(
                    f"the identity {template['zh']!r} names {name!r}, which table {table_id!r} does not have",
                    f"勾稽关系“{template['zh']}”中的“{name}”在表“{table_id}”中不存在",
                )


def _is_shared(entry: Entry) -> bool:
    """Tell whether the children are a shared list, whose ids need the group's id in front."""
    return any(isinstance(child, str) for child in entry.get("children", ()))


def _operands(table: Table, over: str) -> list[str]:
    """What the sides of an identity may name: the columns of its first block, the rows, or the cells of the table."""
    block = table.blocks[0]
    if over == "table":
        return [cell.id.removeprefix(f"{table.id}.") for cell in _cells(table)]
    return [leaf.id for leaf in block.leaves] if over == "row" else [row.id for row in block.rows]


def _expand(names: list[str], known: list[str]) -> Iterator[str]:
    for name in names:
        if name.endswith(".*"):
            yield from (other for other in known if other.startswith(name[:-1]))
        elif name in known:
            yield name


def _label(entry: Entry) -> Label:
    return Label(entry["zh"], entry["en"], tuple(entry.get("aliases", ())))


def _cells(table: Table) -> Iterator[CellSpec]:
    for block in table.blocks:
        for row in block.rows:
            for path in _leaf_paths(block.columns):
                leaf = path[-1]
                yield CellSpec(
                    id=cell_id(table.id, row.id, leaf.id),
                    label=_cell_label(row, path),
                    unit=row.unit or leaf.unit,
                    table=table.id,
                    row=row.id,
                    column=leaf.id,
                    article=block.article,
                )


def _cell_label(row: Row, path: tuple[Column, ...]) -> Label:
    if row.label is None:
        return Label("/".join(column.label.zh for column in path), f"{path[-2].label.en}: {path[-1].label.en}")
    return Label(f"{row.label.zh}/{path[-1].label.zh}", f"{row.label.en}: {path[-1].label.en}")


def _leaf_paths(columns: tuple[Column, ...], above: tuple[Column, ...] = ()) -> Iterator[tuple[Column, ...]]:
    for column in columns:
        path = (*above, column)
        if column.children:
            yield from _leaf_paths(column.children, path)
        else:
            yield path
