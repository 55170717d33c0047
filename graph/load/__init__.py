"""Loading: JSON Lines into the graph. `load` writes; `check.read` alone needs no database."""

from graph.load.loading import Progress, Summary, load
from graph.load.reading import read, records

__all__ = ["Progress", "Summary", "load", "read", "records"]
