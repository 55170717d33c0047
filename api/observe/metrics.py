"""Numbers for Prometheus. Each label has few values, and all of them are ours: root fields of the schema, names in the manifests of trusted
documents, endpoints, kinds of viewer, codes of errors, phases. So nothing that a client wrote is in them, and nobody's id
(docs/decisions/0040-observation.md).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, start_http_server

from api.observe.watch import Phase, Watch

_REQUEST: Final = (0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120)
_PHASE: Final = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60)


class Metrics:
    """The numbers of one server."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        asked = ("operation", "viewer")
        self._requests = Counter(
            "innsyn_requests",
            "Requests, by operation or endpoint, kind of viewer, and the code of what refused them whole (OK: nothing did).",
            (*asked, "code"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "innsyn_request_seconds", "From a request's first byte to its answer's last.", asked, buckets=_REQUEST, registry=self.registry
        )
        self._parts = Counter("innsyn_parts", "Parts of answers that came after the first.", asked, registry=self.registry)
        phases = Histogram("innsyn_phase_seconds", "What a request's time went to.", ("phase",), buckets=_PHASE, registry=self.registry)
        self._phases = {phase: phases.labels(phase.value) for phase in Phase}
        self._commits = Histogram("innsyn_log_commit_seconds", "Commits of the look-up log.", buckets=_PHASE, registry=self.registry)
        self._failed = Counter("innsyn_log_commits_failed", "Commits of the look-up log that failed.", registry=self.registry)
        ProcessCollector(registry=self.registry)

    def ended(self, watch: Watch) -> None:
        """A request has been answered."""
        self._requests.labels(watch.operation, watch.viewer, watch.code).inc()
        self._seconds.labels(watch.operation, watch.viewer).observe(watch.seconds)
        if watch.parts:
            self._parts.labels(watch.operation, watch.viewer).inc(watch.parts)
        for phase, taken in _together(watch).items():
            self._phases[phase].observe(taken / 1e9)

    def committed(self, seconds: float, failed: bool) -> None:
        """The look-up log has written, or tried to."""
        self._commits.observe(seconds)
        if failed:
            self._failed.inc()

    def says(self, name: str, what: str, of: Callable[[], float]) -> None:
        """A number that is asked for whenever somebody looks."""
        Gauge(name, what, registry=self.registry).set_function(of)

    def info(self, rules: str) -> None:
        """Which version answers, by which rules."""
        Info("innsyn", "The version and its rules.", registry=self.registry).info({"version": version("innsyn"), "rules": rules})


@contextmanager
def shown(metrics: Metrics, host: str, port: int) -> Iterator[int]:
    """Show the numbers at an address of their own, from a thread of their own, which answers also while the server does not; its port.
    Raises `OSError` where the address cannot be had."""
    server, thread = start_http_server(port, host, registry=metrics.registry)
    try:
        yield int(server.server_port)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _together(watch: Watch) -> dict[Phase, int]:
    """How long each phase took in all, however many parts it had."""
    taken: defaultdict[Phase, int] = defaultdict(int)
    for phase, began, ended in watch.phases:
        taken[phase] += ended - began
    return taken
