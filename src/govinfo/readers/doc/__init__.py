"""Word 97-2003 binary files, after the open specification [MS-DOC] of Microsoft."""
