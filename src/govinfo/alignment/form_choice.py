"""Which form the tables follow: decided by their labels, never by the year."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache, partial

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
        certain: False where no label tells the forms apart.
        keys: the keys of all texts that were looked at.
    """

    form: Form
    votes: int
    known: int
    against: tuple[str, ...]
    missing: int = 0
    certain: bool = True
    keys: frozenset[str] = frozenset()


MIN_KEY = 4
"""So many characters at least has a label that tells a form in the midst of other text."""


def choose_form(texts: Mapping[str, str], context: Context, known: Collection[str] = ()) -> FormChoice:
    """Choose the form most of whose own labels occur among the texts.

    Where none does, labels that are glued to others count; else the form with the fewest rows missing, or the newest.

    Args:
        texts: the texts by key.
        context: the forms.
        known: keys of further texts.
    """
    seen = frozenset(known).union(texts)
    choices = _choices(seen & _all_keys(context.forms, context.aliases), context)
    best = max(choices, key=_weight)
    best = best if best.votes else _by_parts(choices, seen, context.aliases)
    against = tuple(sorted(texts.get(key, key) for key in best.against))
    return attrs.evolve(best, against=against, keys=seen)


@lru_cache(maxsize=64)
def _choices(seen: frozenset[str], context: Context) -> tuple[FormChoice, ...]:
    """What some keys of labels tell of each form of the kind most of whose rows they name; `against` are keys."""
    context = max(by_kind(context), key=partial(_share, seen))
    choices = []
    for form in context.forms:
        vocabulary, own, foreign = _vocabularies(form, context.forms, context.aliases)
        missing = sum(len(keys - seen) for keys in _rows(form) if len(keys & seen) * 2 > len(keys))
        choices.append(FormChoice(form, len(own & seen), len(vocabulary & seen), tuple(foreign & seen), missing))
    return tuple(choices)


@lru_cache(maxsize=32)
def _all_keys(forms: tuple[Form, ...], aliases: tuple[LabelAlias, ...]) -> frozenset[str]:
    """The keys of all labels of the forms."""
    return frozenset[str]().union(*(label_index(form, aliases).vocabulary for form in forms))


@lru_cache(maxsize=32)
def by_kind(context: Context) -> tuple[Context, ...]:
    """The forms of each kind, see `Form.kind`; only those of one kind are told apart by single labels."""
    kinds = dict.fromkeys(form.kind for form in context.forms)
    if len(kinds) < 2:
        return (context,)
    return tuple(
        attrs.evolve(context, forms=tuple(form for form in context.forms if form.kind == kind)) for kind in kinds
    )


def _share(seen: frozenset[str], context: Context) -> float:
    """The largest share of the row labels of one of the forms that is among the texts."""
    known = [(label_index(form, context.aliases).rows, form) for form in context.forms]
    return max(len({rows[key][0] for key in seen & rows.keys()}) / max(len(form.rows), 1) for rows, form in known)


def _by_parts(choices: Sequence[FormChoice], seen: Collection[str], aliases: tuple[LabelAlias, ...]) -> FormChoice:
    """The form of which labels occur within texts; it is certain if those of no other do."""
    forms = tuple(choice.form for choice in choices)
    keys = {form.id: _vocabularies(form, forms, aliases)[1:] for form in forms}
    found = {
        form: sum(any(key in text and not _covered(key, text, foreign) for text in seen) for key in own)
        for form, (own, foreign) in keys.items()
    }
    best = max(choices, key=lambda choice: (found[choice.form.id], *_weight(choice)))
    others = [choice for choice in choices if choice is not best]
    only = found[best.form.id] > 0 and not any(found[other.form.id] for other in others)
    return attrs.evolve(best, certain=only or not others)


def _covered(key: str, text: str, foreign: Collection[str]) -> bool:
    """Tell whether a key is only a part of another form's label there, or too short to tell."""
    return len(key) < MIN_KEY or any(key in other and other in text for other in foreign)


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
