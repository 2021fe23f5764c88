"""The tests of every report with an expectation."""

pytest_plugins = ["govinfo.testing.plugin"]
