"""Sheets of Office Open XML workbooks (xlsx, xlsm), read from the parts of the package."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml import etree

from govinfo.errors import SourceError
from govinfo.readers.package import Package
from govinfo.readers.workbooks.drawings import drawn_on
from govinfo.readers.workbooks.ooxml_looks import Strings, is_true, styles_of
from govinfo.readers.workbooks.ooxml_sheet import SheetReader
from govinfo.readers.workbooks.sheet import SheetPart, hidden_sheet
from govinfo.readers.workbooks.sheet_xml import bounded, bounded_xml, relations_of


def workbook_part(package: Package) -> str | None:
    """The name of the part with the workbook; None if the package holds something else.

    Raises:
        SourceError: it is a binary workbook.
    """
    if "_rels/.rels" not in package.names:
        return None
    for kind, target in relations_of(package, "").values():
        if kind == "officeDocument" and target.endswith("workbook.bin"):
            raise SourceError(
                "this is a binary workbook (xlsb); open it and save it as xlsx",
                "这是二进制工作簿（xlsb）；请打开后另存为xlsx",
            )
        if kind == "officeDocument" and target in package.names and target.endswith(".xml"):
            return target if etree.QName(bounded_xml(package, target)).localname == "workbook" else None
    return None


def sheets(package: Package, part: str) -> Iterator[SheetPart]:
    """Yield the sheets of a workbook in order.

    Raises:
        SourceError: a part is damaged or a limit is passed.
    """
    root = bounded_xml(package, part)
    relations = relations_of(package, part)
    by_kind = dict(relations.values())
    strings = Strings(package, by_kind.get("sharedStrings"))
    styles = styles_of(package, by_kind.get("styles"))
    since_1904 = any(is_true(entry.get("date1904")) for entry in root.iterfind("{*}workbookPr"))
    due = any(is_true(entry.get("fullCalcOnLoad")) for entry in root.iterfind("{*}calcPr"))
    for entry in root.iterfind("{*}sheets/{*}sheet"):
        name = entry.get("name") or ""
        identifier = next((value for key, value in entry.items() if key.endswith("}id")), "")
        kind, target = relations.get(identifier, ("", ""))
        if kind != "worksheet":
            continue
        if entry.get("state", "visible") != "visible":
            yield hidden_sheet(name)
            continue
        reader = SheetReader(name, strings, styles, since_1904=since_1904, due=due)
        found = reader.read(bounded(package, target), target)
        drawings = [path for kind, path in relations_of(package, target).values() if kind == "drawing"]
        if drawings and found.sheet is not None:
            drawn = tuple(drawn_on(package, drawings, name))
            found = found._replace(sheet=attrs.evolve(found.sheet, drawn=drawn))
        yield found
