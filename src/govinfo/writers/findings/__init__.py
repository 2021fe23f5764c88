"""Writers of what a check found, one module a format."""
