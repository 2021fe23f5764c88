"""The 政府信息公开情况统计表 of 2014 to 2018 as a form; the built-in layouts read it, rule A14 adds it up."""

from collections.abc import Iterable
from importlib import resources

from govinfo import hookimpl
from govinfo.forms import Form, load_forms


@hookimpl
def govinfo_forms() -> Iterable[Form]:
    """The form, with cells such as ``sheet.received.online``."""
    return load_forms(resources.files(__name__).joinpath("statistics.toml").read_text("utf-8"))
