"""Words that several rules put into their messages."""

from govinfo.findings.naming import cell_name, gathered, quoted

__all__ = ["cell_name", "gathered", "quoted"]
