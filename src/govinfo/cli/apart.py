"""Keeping what plugins print apart from results."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout


@contextmanager
def apart() -> Iterator[None]:
    """Let everything that Python code prints go to standard error, as a plugin's words must not stand in a result."""
    with redirect_stdout(sys.stderr):
        yield
