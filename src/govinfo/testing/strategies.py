"""Reports for property tests with hypothesis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from hypothesis import strategies as st

from govinfo.forms import Form, official_forms
from govinfo.report import Report
from govinfo.testing.generate import Size, random_report

MOST_SEEDS = 1_000_000


def reports(
    forms: Sequence[Form | str] | None = None, sizes: Sequence[Size] = get_args(Size)
) -> st.SearchStrategy[Report]:
    """Reports that satisfy all identities of their form.

    Args:
        forms: the forms, or their ids; by default the official ones.
        sizes: magnitudes of the numbers; see `govinfo.testing.generate.Size`.
    """
    return st.builds(
        random_report,
        st.sampled_from(list(forms or official_forms())),
        st.integers(0, MOST_SEEDS),
        st.sampled_from(list(sizes)),
    )
