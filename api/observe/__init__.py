"""What operators see of a server: numbers (`metrics`), spans (`traces`) and lines, all made of one `Watch` a request, when it has ended."""

from dataclasses import dataclass

from api.observe.metrics import Metrics
from api.observe.traces import Traces
from api.observe.watch import Phase, Watch, closes, timed, watched

__all__ = ["Metrics", "Observation", "Phase", "Traces", "Watch", "closes", "timed", "watched"]


@dataclass(slots=True, kw_only=True)
class Observation:
    """Where what is watched goes; nowhere unless told."""

    metrics: Metrics | None = None
    traces: Traces | None = None
    under_way: int = 0
    """Requests that are being answered."""

    def ended(self, watch: Watch) -> None:
        """A request has been answered, or will not be."""
        if watch.counted:
            if self.metrics:
                self.metrics.ended(watch)
            if self.traces:
                self.traces.ended(watch)
