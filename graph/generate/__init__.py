"""A made-up population in the import format: the same for the same size and seed, and of any size in the same memory."""

from graph.generate.population import DEFAULT_NOW, Size, employees_by_default, lines, records

__all__ = ["DEFAULT_NOW", "Size", "employees_by_default", "lines", "records"]
