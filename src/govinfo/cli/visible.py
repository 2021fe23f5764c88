"""Text from strangers' files, made harmless for a terminal; see `govinfo.text.visible`."""

from govinfo.text.visible import visible, visible_path

__all__ = ["visible", "visible_path"]
