"""Wordings of a province; they stand in labels.toml."""
