"""Many reports side by side: whose they are, which belong together, how alike they are."""

from govinfo.collection.model import Collection

__all__ = ["Collection"]
