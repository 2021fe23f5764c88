"""Readers of workbooks and of delimited text."""
