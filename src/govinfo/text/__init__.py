"""From text to values: widths, labels, numbers, dates; no files and no forms."""
