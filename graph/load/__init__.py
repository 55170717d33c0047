"""Loading: JSON Lines into the graph. `load` writes; `check.read` alone needs no database."""

from graph.load.lines import Source
from graph.load.loading import OnProgress, Progress, Seal, Summary, load
from graph.load.reading import read, records

__all__ = ["OnProgress", "Progress", "Seal", "Source", "Summary", "load", "read", "records"]
