"""The members of a list of things, each with what is done to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govinfo.facts.tokens import Comma, Token
from govinfo.facts.topics import Word
from govinfo.facts.wording import Item, named, says, words_of

_AND = frozenset({"和", "与", "及", "以及"})


def items_of(tokens: Sequence[Token]) -> list[Item]:
    """The members of a list such as A、B和C; what only the last or the first says is done holds for all."""
    items: list[list[Token]] = [[]]
    for token in tokens:
        joins = isinstance(token, Comma) or (isinstance(token, Word) and token.text in _AND and not token.sense.named)
        if joins:
            items.append([])
        else:
            items[-1].append(token)
    found = _crossed([tuple(item) for item in items if says(item)])
    shared = next((said for item in (*found[-1:], *found[:1]) if (said := _roles_alone(item))), ())
    return [Item(item if _acts(item) else (*item, *shared), item[0].start, item[-1].stop) for item in found]


def _acts(item: Iterable[Token]) -> bool:
    """Tell whether an item says itself what is done."""
    return any(word.sense.roles for word in words_of(item))


def _crossed(items: list[tuple[Token, ...]]) -> list[tuple[Token, ...]]:
    """Every thing of a list with all that is done to the last (规章、规范性文件的制发、废止数量); else the items."""
    things = [item for item in items if named(item)]
    deeds = [_roles_alone(item) for item in (*things[-1:], *(item for item in items if not named(item)))]
    if len(things) < 2 or len(items) == len(things) or any(_acts(thing) for thing in things[:-1]):
        return items
    bare = [tuple(token for token in thing if token not in deeds[0]) for thing in things]
    return [(*thing, *deed) for thing in bare for deed in deeds if thing and deed]


def _roles_alone(item: Iterable[Token]) -> tuple[Token, ...]:
    """The words of an item that name nothing but say what is done."""
    return tuple(word for word in words_of(item) if word.sense.roles and not word.sense.named)
