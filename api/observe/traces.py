"""Spans for OpenTelemetry: one a request and one for each phase of it, made when the request has ended, of what was watched of it.

Strawberry's own extension wraps every field, which costs more than answering. What a span may say is closed as labels are: no value, no
statement, no parameter, nobody's id (docs/decisions/0040-observation.md).
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import Final

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import NonRecordingSpan, SpanContext, SpanKind, Status, StatusCode, TraceFlags

from api.observe.watch import Watch, watched

_PROTOCOL: Final = "http/protobuf"
_LEAST_FAILED: Final = 500


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
        if watch.status >= _LEAST_FAILED:
            span.set_attribute("error.type", watch.code)
            span.set_status(Status(StatusCode.ERROR))
        if span.is_recording():
            inside = trace.set_span_in_context(span, Context())
            for phase, began, ended in watch.phases:
                self._tracer.start_span(phase.value, context=inside, start_time=epoch + began).end(epoch + ended)
        span.end(epoch + watch.ended)

    def close(self) -> None:
        """Send what waits. Blocks."""
        self._provider.shutdown()


@contextmanager
def sent(environment: Mapping[str, str]) -> Iterator[Traces | None]:
    """Spans to where the variables of OpenTelemetry say; none where these say nothing. Raises `ValueError` where they ask for another way
    than there is."""
    traces = Traces.to(OTLPSpanExporter(), environment) if _wanted(environment) else None
    try:
        yield traces
    finally:
        if traces:
            traces.close()


def _wanted(environment: Mapping[str, str]) -> bool:
    """Whether an exporter or an address is named. The rest of the variables the SDK reads itself."""
    said = {name: value.strip() for name, value in environment.items() if name.startswith("OTEL_") and value.strip()}
    if said.get("OTEL_SDK_DISABLED", "").lower() == "true":
        return False
    exporter = said.get("OTEL_TRACES_EXPORTER")
    if exporter not in (None, "none", "otlp"):
        raise ValueError("`OTEL_TRACES_EXPORTER`: spans are sent by OTLP alone; write `otlp`, or `none`")
    addressed = "OTEL_EXPORTER_OTLP_ENDPOINT" in said or "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT" in said
    if exporter == "none" or not (exporter or addressed):
        return False
    for name in ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"):
        if said.get(name, _PROTOCOL) != _PROTOCOL:
            raise ValueError(f"`{name}`: spans are sent by HTTP alone; write `{_PROTOCOL}`, or leave it out, with the port that takes it")
    return True


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
