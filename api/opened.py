"""How many answers in parts each viewer has open on this server."""

from collections import Counter
from dataclasses import dataclass, field

from api.errors import TooManyOpen
from auth.viewer import Viewer, ViewerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Those of one server."""

    most: int
    _open: Counter[tuple[ViewerKind, str]] = field(default_factory=Counter)

    def begin(self, viewer: Viewer) -> None:
        """One more; raises where that is too many."""
        who = (viewer.kind, viewer.key)
        if self._open[who] >= self.most:
            raise TooManyOpen(self.most)
        self._open[who] += 1

    def end(self, viewer: Viewer) -> None:
        """One fewer."""
        who = (viewer.kind, viewer.key)
        self._open[who] -= 1
        if not self._open[who]:
            del self._open[who]
