"""One module a layout: how a document becomes a strip of rows."""
