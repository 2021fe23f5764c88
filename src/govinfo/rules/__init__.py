"""One module a family of one formula; its first line names the ids."""
