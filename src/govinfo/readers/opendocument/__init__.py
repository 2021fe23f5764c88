"""OpenDocument, the markup inside odt files (ISO/IEC 26300, OASIS OpenDocument 1.3)."""
