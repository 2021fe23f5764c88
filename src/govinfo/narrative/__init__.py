"""What stands around the tables: headings, sections, title, metadata, sign-off."""
