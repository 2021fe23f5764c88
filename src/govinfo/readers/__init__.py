"""One module a file format: how bytes become a document."""
