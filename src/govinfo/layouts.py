"""What a parser of a layout is made of, for plugins.

A layout is a function from a document to rows of tokens, each token with its place.  `LayoutParser` aligns the rows
with the forms, as it does for the layouts of the built-ins, and doubts what does not fit.
"""

from govinfo.alignment.strip import BREAK, Break, Row, Token, rows_of
from govinfo.parsers.cut import cut
from govinfo.parsers.layout import LayoutParser
from govinfo.parsers.stated import Statement, stated_rows

__all__ = ["BREAK", "Break", "LayoutParser", "Row", "Statement", "Token", "cut", "rows_of", "stated_rows"]
