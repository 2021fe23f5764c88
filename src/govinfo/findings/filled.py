"""Texts whose placeholders are filled when somebody reads them, in the language in which they are read."""

from __future__ import annotations

from collections.abc import Mapping

from govinfo.findings.model import Text, Value
from govinfo.forms import Label


class Filled(Text):
    """A template with values in its placeholders; equal to a `Text` that says the same."""

    __slots__ = ("_template", "_values")
    _template: Text
    _values: Mapping[str, Value]

    def __getattr__(self, name: str) -> str:
        if name not in {"zh", "en"}:
            raise AttributeError(name)
        values = {
            key: getattr(value, name) if isinstance(value, (Text, Label)) else value
            for key, value in self._values.items()
        }
        template: str = getattr(self._template, name)
        text = template.format_map(values)
        object.__setattr__(self, name, text)
        return text

    def __eq__(self, other: object) -> bool:
        return (self.zh, self.en) == (other.zh, other.en) if isinstance(other, Text) else NotImplemented

    __hash__ = Text.__hash__

    def __repr__(self) -> str:
        return repr(Text(self.zh, self.en))

    def __reduce__(self) -> tuple[type[Text], tuple[str, str]]:
        return Text, (self.zh, self.en)


def filled(template: Text, values: Mapping[str, Value]) -> Text:
    """A template with values in its placeholders; itself where it has none, as most remedies have.

    Args:
        template: the template, with ``{placeholders}``.
        values: what to put into them; of a `Text` or `Label` the fitting language is taken.
    """
    if "{" not in template.zh and "{" not in template.en:
        return template
    text = object.__new__(Filled)
    object.__setattr__(text, "_template", template)
    object.__setattr__(text, "_values", values)
    return text
