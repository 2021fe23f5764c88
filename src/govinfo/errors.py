"""The exceptions of govinfo: one root, few children.

Bad input never raises anything else.  Each message says what was found and what can be done.
"""


class GovinfoError(Exception):
    """Root of all errors that govinfo raises on purpose; `str` gives the English message.

    Attributes:
        zh: the message in Chinese; the English one where there is none.
    """

    def __init__(self, message: str, zh: str | None = None) -> None:
        super().__init__(message)
        self.zh = message if zh is None else zh

    def message(self, language: str = "en") -> str:
        """The message in Chinese (``"zh"``) or English."""
        return self.zh if language == "zh" else str(self)


class SourceError(GovinfoError):
    """The source cannot be read: missing, a directory, a device, too large, undecodable."""


class UnsupportedFormat(GovinfoError):
    """No reader accepts the bytes."""


class MissingExtra(GovinfoError):
    """A format needs a package that is not installed; the message has the command that installs it."""


class NotAReport(GovinfoError):
    """The document is no annual report in one of the known forms.

    Attributes:
        kind: what the document seems to be, e.g. ``"notice"``, ``"narrative-report"`` or ``"check-sheet"`` (the page
            that ``govinfo check`` writes).
    """

    def __init__(self, message: str, zh: str | None = None, kind: str = "unknown") -> None:
        super().__init__(message, zh)
        self.kind = kind


class FormError(GovinfoError):
    """The description of a form is faulty."""


class ArgumentError(GovinfoError, TypeError):
    """A function was given something of another kind than it takes, e.g. a path where a report is due."""


class SelectionError(GovinfoError):
    """A rule, a form, a parser, a writer or a report of a collection was asked for that does not exist."""


class ConfigurationError(GovinfoError):
    """A settings file or a list of known findings is faulty; the message names the file and the key."""


class InterchangeError(GovinfoError):
    """A JSON text is not a report of this schema version."""


class PluginError(GovinfoError):
    """A plugin breaks its contract; the message names distribution, version and hook."""
