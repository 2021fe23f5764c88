"""Reports as JSON: exact in both directions, with a published schema."""

from govinfo.interchange.convert import SCHEMA_VERSION, from_json, json_text, report_to_dict, to_json
from govinfo.interchange.schema import report_schema

__all__ = ["SCHEMA_VERSION", "from_json", "json_text", "report_schema", "report_to_dict", "to_json"]
