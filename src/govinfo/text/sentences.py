"""Sentences of a text."""

from __future__ import annotations

import re

SENTENCE = re.compile(r"[^。；;！!？?\n]+")
"""A sentence, or a part of one up to a semicolon, without the mark at its end."""
