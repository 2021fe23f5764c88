"""What is said of a Word file that breaks its format."""

from __future__ import annotations

from govinfo.errors import SourceError


def damaged(part: str, zh: str) -> SourceError:
    """The error for a file whose parts contradict each other."""
    return SourceError(
        f"the Word file is damaged or cut off ({part}); download it again, or save it as docx with an office program",
        f"Word文件已损坏或不完整（{zh}）；请重新下载，或用办公软件另存为docx",
    )
