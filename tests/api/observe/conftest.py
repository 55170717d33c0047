"""The demo behind a server that is observed, in this process.

seen    what asks it, and where what is observed goes: metrics of its own, and spans that are kept in memory
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpx
import pytest_asyncio
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from prometheus_client import generate_latest

from api.observe import Metrics, Observation, Traces
from api.server import app
from tests.api.conftest import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An observed server."""

    ask: Ask
    observation: Observation
    metrics: Metrics
    exporter: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)

    def shown(self) -> str:
        """What Prometheus reads."""
        return generate_latest(self.metrics.registry).decode()

    def spans(self) -> dict[str, ReadableSpan]:
        """What has been sent, by name."""
        return {each.name: each for each in self.exporter.get_finished_spans()}


@pytest_asyncio.fixture
async def seen(ask: Ask) -> AsyncIterator[Seen]:
    metrics, exporter = Metrics(), InMemorySpanExporter()
    traces = Traces(SimpleSpanProcessor(exporter), {})
    observation = Observation(metrics=metrics, traces=traces)
    face = app(ask.serving, tokens=ask.tokens, observation=observation)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn") as client:
        asks = Ask(client=client, issuer=ask.issuer, log=ask.log, serving=ask.serving)
        yield Seen(ask=asks, observation=observation, metrics=metrics, exporter=exporter)
    traces.close()
