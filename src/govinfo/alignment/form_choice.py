"""Which form the tables follow: decided by their labels, never by the year."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from govinfo.alignment.labels import label_index
from govinfo.contracts import Context
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
    """

    form: Form
    votes: int
    known: int
    against: tuple[str, ...]


def choose_form(texts: Iterable[str], context: Context) -> FormChoice:
    """Choose the form most of whose own labels occur among the texts; the newest where none decides."""
    seen = {fold(text): text for text in texts}
    vocabularies = [_vocabulary(form, context) for form in context.forms]
    choices = []
    for form, vocabulary in zip(context.forms, vocabularies, strict=True):
        others = frozenset[str]().union(*(other for other in vocabularies if other is not vocabulary))
        own = vocabulary - others
        against = tuple(text for key, text in seen.items() if key in others - vocabulary)
        choices.append(FormChoice(form, len(own & seen.keys()), len(vocabulary & seen.keys()), against))
    return max(choices, key=_weight)


def _weight(choice: FormChoice) -> tuple[int, int, int]:
    return choice.votes, choice.known, choice.form.first_year


def _vocabulary(form: Form, context: Context) -> frozenset[str]:
    return label_index(form, context.aliases).vocabulary
