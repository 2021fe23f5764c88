"""Whether the words before a number say what is done, or a word of doing only makes a noun.

What is done to a thing stands in front of it; behind it, it makes a noun (审批公示12条、提案办理结果3条).
"""

from __future__ import annotations

from govinfo.facts.tokens import unknown
from govinfo.facts.wording import Resolution, Wording, named, strange

_PUBLISHED = ("disclosure.total", "disclosure.channel.")
_NAMELESS = frozenset({"", "foreign"})


def says_what_is_done(wording: Wording, found: Resolution) -> bool:
    """Tell whether the words before a number say what is done."""
    if not found.verbs:
        return False
    topic = found.topics[-1][0]
    place = _first(wording)
    if not topic and found.verbs == {"publish"}:
        return not strange(wording) and wording.words[place].start <= wording.start + 1
    return topic.startswith(_PUBLISHED) or not any(word.sense.named for word in wording.words[:place])


def is_noun(wording: Wording, found: Resolution) -> bool:
    """Tell whether what is done only stands behind a thing that no frame knows (财政公开类信息44条)."""
    if not found.verbs or named(wording.own) not in _NAMELESS:
        return False
    place = _first(wording)
    if any(word.sense.named for word in wording.words[:place]):
        return True
    return unknown(wording.text, wording.start, wording.words[place].start, wording.own) > 1


def _first(wording: Wording) -> int:
    """The place of the first word of doing."""
    return next(place for place, word in enumerate(wording.words) if word.sense.verbs)
