"""Unified social credit codes (GB 32100) and the index numbers (索引号) that begin with them."""

from __future__ import annotations

import re
import unicodedata
from operator import mul
from typing import Literal

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LENGTH = 18
_NO_VALUE = 255
_VALUES = bytes(_ALPHABET.find(chr(code)) % 256 for code in range(256))
"""The value of each character in ASCII, 255 for one that is not allowed."""
_WEIGHTS = tuple(pow(3, place, len(_ALPHABET)) for place in range(_LENGTH - 1))
_LIKE_A_CODE = re.compile(r"[1-9A-Z][1-9A-Z]\d{6}[0-9A-Z]{9,11}")
_INDEX = re.compile(r"(?P<prefix>[^/]*)/(?P<number>[^/]*)")

IndexFault = Literal["prefix", "number", "length", "checksum"]
"""What is wrong with an index number: a part on one side of the stroke is missing, or the credit code
in front has the wrong length or does not match its check character."""


def check_character(code: str) -> str | None:
    """The check character for the first 17 characters of a code; None where one is not allowed there."""
    values = code[: _LENGTH - 1].encode("ascii", "replace").translate(_VALUES)
    if len(values) < _LENGTH - 1 or _NO_VALUE in values:
        return None
    return _ALPHABET[-sum(map(mul, values, _WEIGHTS)) % len(_ALPHABET)]


def is_credit_code(code: str) -> bool:
    """Tell whether a text is a unified social credit code with the right check character."""
    return len(code) == _LENGTH and check_character(code) == code[-1]


def credit_code(index: str) -> str | None:
    """The unified social credit code in front of an index number; None without one, or where it is wrong."""
    prefix = "".join(unicodedata.normalize("NFKC", index).split()).upper().partition("/")[0]
    return prefix if is_credit_code(prefix) else None


def index_fault(index: str) -> IndexFault | None:
    """Tell what is certainly wrong with an index number.

    Only the common shape, body and running number on both sides of a stroke, is judged.  In front
    may stand a credit code, an organisation code, a region code or letters; only the first of them
    can be verified.
    """
    folded = "".join(unicodedata.normalize("NFKC", index).split()).upper()
    shape = _INDEX.fullmatch(folded)
    if shape is None:
        return None
    prefix, number = shape["prefix"], shape["number"]
    if not prefix:
        return "prefix" if number else None
    if not number:
        return "number"
    if not _LIKE_A_CODE.fullmatch(prefix):
        return None
    if len(prefix) != _LENGTH:
        return "length"
    return None if is_credit_code(prefix) else "checksum"
