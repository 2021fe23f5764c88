"""Making reports and documents for tests: of rules, of parsers, of plugins."""
