"""Spans for OpenTelemetry: one a request and one for each phase of it, made when the request has ended, of what was watched of it.

Strawberry's own extension wraps every field, which costs more than answering. What a span may say is closed as labels are: no value, no
statement, no parameter, nobody's id (docs/decisions/0040-observation.md).
"""

import logging
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import Final
from urllib.parse import urlsplit

import structlog
from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import NonRecordingSpan, SpanContext, SpanKind, Status, StatusCode, TraceFlags

from api.observe.watch import Watch, watched
from api.recent import nothing

_PROTOCOL: Final = "http/protobuf"
_LEAST_FAILED: Final = 500
_ADDRESSES: Final = {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "", "OTEL_EXPORTER_OTLP_ENDPOINT": "/v1/traces"}
"""The variables that say where spans go, the first before the second, and what the path of theirs lacks."""
_DEFAULT: Final = "http://localhost:4318/v1/traces"
_SENDS: Final = "opentelemetry.exporter.otlp.proto.http.trace_exporter"
_QUERY: Final = re.compile(r"\?[^\s)]*")
_TOLD_EVERY: Final = 60
_ENDING_SECONDS: Final = 3
"""For what waits to be sent when all else is closed."""


class Traces:
    """Spans of one server, to wherever `processor` sends them."""

    def __init__(self, processor: SpanProcessor, environment: Mapping[str, str]) -> None:
        self._provider = TracerProvider(resource=_resource(environment), id_generator=_Ids(), shutdown_on_exit=False)
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("innsyn")

    @classmethod
    def to(cls, exporter: SpanExporter, environment: Mapping[str, str]) -> "Traces":
        """Spans that are sent in groups, by a thread of its own."""
        return cls(BatchSpanProcessor(exporter), environment)

    def ended(self, watch: Watch) -> None:
        """The spans of a request."""
        epoch = time.time_ns() - time.perf_counter_ns()
        span = self._tracer.start_span(
            f"{watch.path} {watch.operation}",
            context=_of(watch),
            kind=SpanKind.SERVER,
            start_time=epoch + watch.began,
            attributes={
                "http.request.method": watch.method,
                "http.route": watch.path,
                "http.response.status_code": watch.status,
                "innsyn.operation": watch.operation,
                "innsyn.viewer": watch.viewer,
                "innsyn.code": watch.code,
            },
        )
        if watch.parts:
            span.set_attribute("innsyn.parts", watch.parts)
        if watch.status >= _LEAST_FAILED:
            span.set_attribute("error.type", watch.code)
            span.set_status(Status(StatusCode.ERROR))
        if span.is_recording():
            inside = trace.set_span_in_context(span, Context())
            for phase, began, ended in watch.phases:
                self._tracer.start_span(phase.value, context=inside, start_time=epoch + began).end(epoch + ended)
        span.end(epoch + watch.ended)

    def close(self, then: Callable[[], object] = nothing) -> None:
        """Send what waits; what a collector has not taken after three seconds is lost. Blocks."""

        def closes() -> None:
            self._provider.shutdown()
            then()

        # The SDK knows no limit of less than the ten seconds that one sending may take, and a thread of its own ends with the process.
        closing = threading.Thread(target=closes, daemon=True)
        closing.start()
        closing.join(_ENDING_SECONDS)
        if closing.is_alive():
            structlog.get_logger().warning("spans lost", said=f"the collector did not take them in {_ENDING_SECONDS} seconds")


@contextmanager
def sent(to: str | None, environment: Mapping[str, str]) -> Iterator[Traces | None]:
    """Spans to that address, if there is one. That some could not be sent is a line in the server's log."""
    if to is None:
        yield None
        return
    traces, unsent = Traces.to(OTLPSpanExporter(to), environment), _Unsent()
    logging.getLogger(_SENDS).addFilter(unsent)
    try:
        yield traces
    finally:
        traces.close(lambda: logging.getLogger(_SENDS).removeFilter(unsent))


def address(environment: Mapping[str, str]) -> str | None:
    """Where the variables of OpenTelemetry say that spans go; nowhere where they name neither an exporter nor an address. The rest of the
    variables the SDK reads itself. Raises `ValueError` where they ask for another way than there is."""
    said = {name: value.strip() for name, value in environment.items() if name.startswith("OTEL_") and value.strip()}
    if said.get("OTEL_SDK_DISABLED", "").lower() == "true":
        return None
    exporter = said.get("OTEL_TRACES_EXPORTER")
    if exporter not in (None, "none", "otlp"):
        raise ValueError("`OTEL_TRACES_EXPORTER`: spans are sent by OTLP alone; write `otlp`, or `none`")
    named = next((name for name in _ADDRESSES if name in said), None)
    if exporter == "none" or not (exporter or named):
        return None
    for name in ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"):
        if said.get(name, _PROTOCOL) != _PROTOCOL:
            raise ValueError(f"`{name}`: spans are sent by HTTP alone; write `{_PROTOCOL}`, or leave it out, with the port that takes it")
    return _http(named, said[named]) + _ADDRESSES[named] if named else _DEFAULT


def shown(to: str) -> str:
    """An address as it may be told: what stands before its host or after its path may be a secret."""
    found = urlsplit(to)
    return f"{found.scheme}://{found.netloc.rpartition('@')[2]}{found.path}"


def _http(name: str, value: str) -> str:
    try:
        found = urlsplit(value)
        good = found.scheme in ("http", "https") and found.hostname and found.port != 0
    except ValueError:
        good = False
    if not good:
        raise ValueError(f"`{name}`: not the address of a collector; write it whole, as `http://127.0.0.1:4318`")
    return value.rstrip("/") if _ADDRESSES[name] else value


class _Unsent(logging.Filter):
    """What the exporter says of spans that it could not send, as one line of ours, once a minute at most: it is of the collector alone."""

    def __init__(self) -> None:
        super().__init__()
        self._because: str | None = None
        self._next = 0.0

    def filter(self, record: logging.LogRecord) -> bool:
        said = _QUERY.sub("", record.getMessage())
        if record.levelno < logging.ERROR:  # it tries again, and tells why only here
            self._because = said
            return False
        if time.monotonic() >= self._next:
            structlog.get_logger().warning("spans not sent", said=said, **({"because": self._because} if self._because else {}))
            self._next = time.monotonic() + _TOLD_EVERY
        self._because = None
        return False


def _resource(environment: Mapping[str, str]) -> Resource:
    named = "OTEL_SERVICE_NAME" in environment or "service.name=" in environment.get("OTEL_RESOURCE_ATTRIBUTES", "")
    return Resource.create({"service.version": version("innsyn")} | ({} if named else {"service.name": "innsyn"}))


def _of(watch: Watch) -> Context:
    """The trace that the request is part of. Without one it begins one, by the id that its lines in the log have."""
    if watch.parent is None:
        return Context()
    asks = SpanContext(
        trace_id=int(watch.parent.trace, 16),
        span_id=int(watch.parent.span, 16),
        is_remote=True,
        trace_flags=TraceFlags(TraceFlags.SAMPLED if watch.parent.sampled else TraceFlags.DEFAULT),
    )
    return trace.set_span_in_context(NonRecordingSpan(asks), Context())


class _Ids(RandomIdGenerator):
    """A request that begins a trace begins the one that its lines in the log name."""

    def generate_trace_id(self) -> int:
        watch = watched()
        return int(watch.trace, 16) if watch else super().generate_trace_id()
