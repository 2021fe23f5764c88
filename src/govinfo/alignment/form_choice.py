"""Which form the tables follow: decided by their labels, never by the year."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import attrs

from govinfo.alignment.labels import label_index
from govinfo.contracts import Context, LabelAlias
from govinfo.forms import Form
from govinfo.text.fold import fold


@attrs.frozen
class FormChoice:
    """The chosen form and the grounds.

    Attributes:
        form: the form.
        votes: number of labels found that only this form has.
        known: number of different labels found that this form has.
        against: labels found that only other forms have.
        missing: number of row labels not found, of tables of which most are found.
    """

    form: Form
    votes: int
    known: int
    against: tuple[str, ...]
    missing: int = 0


def choose_form(texts: Iterable[str], context: Context) -> FormChoice:
    """Choose the form most of whose own labels occur among the texts; the newest where none decides."""
    seen = {fold(text): text for text in texts}
    choices = []
    for form in context.forms:
        vocabulary, own, foreign = _vocabularies(form, context.forms, context.aliases)
        against = tuple(sorted(seen[key] for key in foreign & seen.keys()))
        missing = sum(len(keys - seen.keys()) for keys in _rows(form) if len(keys & seen.keys()) * 2 > len(keys))
        choices.append(FormChoice(form, len(own & seen.keys()), len(vocabulary & seen.keys()), against, missing))
    return max(choices, key=_weight)


def _weight(choice: FormChoice) -> tuple[int, int, int, int]:
    return choice.votes, -choice.missing, choice.known, choice.form.first_year


@lru_cache(maxsize=32)
def _rows(form: Form) -> tuple[frozenset[str], ...]:
    """The keys of the row labels, table by table."""
    return tuple(
        frozenset(fold(place.row.label.zh) for place in form.rows if place.table is table and place.row.label)
        for table in form.tables
    )


@lru_cache(maxsize=32)
def _vocabularies(
    form: Form, forms: tuple[Form, ...], aliases: tuple[LabelAlias, ...]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The keys of a form: all of them, those that no other form has, and those that only others have."""
    keys = label_index(form, aliases).vocabulary
    others = frozenset[str]().union(*(label_index(other, aliases).vocabulary for other in forms if other is not form))
    return keys, keys - others, others - keys
