"""Readers of web pages: single pages, and archives of pages in one file."""
