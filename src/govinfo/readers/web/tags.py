"""The elements of HTML by what they mean for the text of a page."""

from __future__ import annotations

DROPPED = frozenset(
    "script style noscript template head select textarea iframe object svg math button option xml".split()  # noqa: SIM905 - one name a line says no more
)
"""Elements whose content is no text of the page."""

INLINE = frozenset(
    (  # noqa: SIM905 - as above
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr o:p q s samp "
        "small span st1:chsdate strike strong sub sup time tt u var wbr"
    ).split()
)
"""Elements that do not end a line."""

CELLS = frozenset(("td", "th"))
"""The cells of tables."""

FIELDS = frozenset(("input", "textarea", "select", "img"))
"""Elements that show a value or an image in place of text."""

RAISED = frozenset(("sup", "sub"))
"""Elements whose text is raised or lowered."""

STRUCK = frozenset(("del", "s", "strike"))
"""Elements whose text is struck out."""

SIZED = frozenset(("font", "h1", "h2", "h3", "h4", "h5", "h6", "input", "select", "textarea"))
"""Elements that have a size of their own, whatever that of the element around."""
