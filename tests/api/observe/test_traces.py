"""Spans: one a request, one for each phase; part of the caller's trace; and nothing of anyone in them."""

import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from structlog.testing import capture_logs

from api.observe import traces
from api.observe.watch import Watch
from tests.api.conftest import CITIZEN, HANDLER
from tests.api.observe.conftest import Seen
from tests.api.observe.test_traceparent import SPAN, TRACE

pytestmark = pytest.mark.embedded
SHOWN = "query secretOperation($nin: String) { secretAlias: person(nin: $nin) { name { full } } }"
SECRETS = ("17858012345", "p-kari", "Kari", "A100101", "secret", "MATCH", "FOLLOW_UP", "Bearer", "eyJ")
_SAID = {
    "http.request.method",
    "http.route",
    "http.response.status_code",
    "innsyn.operation",
    "innsyn.viewer",
    "innsyn.code",
    "innsyn.parts",
    "error.type",
}


async def test_a_request_is_a_span_with_one_for_each_thing_that_was_done(seen: Seen) -> None:
    await seen.ask(HANDLER, SHOWN, purpose="FOLLOW_UP", nin="17858012345")
    found = seen.spans()
    whole = found.pop("/graphql person")
    assert {"token", "parse", "validate", "plan", "database", "shape", "log"} == found.keys()
    for each in found.values():
        assert each.parent
        assert whole.context
        assert each.parent.span_id == whole.context.span_id
        assert whole.start_time <= each.start_time <= each.end_time <= whole.end_time  # type: ignore[operator]


async def test_it_is_part_of_the_trace_of_whoever_asks(seen: Seen) -> None:
    headers = seen.ask.headers(CITIZEN) | {"traceparent": f"00-{TRACE}-{SPAN}-01"}
    response = await seen.ask.raw({"query": "{ viewer { kind } }"}, headers=headers)
    whole = seen.spans()["/graphql viewer"]
    assert whole.context
    assert whole.parent
    assert (f"{whole.context.trace_id:032x}", f"{whole.parent.span_id:016x}") == (TRACE, SPAN)
    assert response.headers["x-request-id"] == TRACE


async def test_one_that_begins_a_trace_is_found_by_the_id_of_its_response(seen: Seen) -> None:
    response = await seen.ask.raw({"query": "{ viewer { kind } }"}, headers=seen.ask.headers(CITIZEN))
    traced = {f"{each.context.trace_id:032x}" for each in seen.spans().values() if each.context}
    assert traced == {response.headers["x-request-id"]}


async def test_a_trace_that_is_not_recorded_there_is_not_recorded_here(seen: Seen) -> None:
    headers = seen.ask.headers(CITIZEN) | {"traceparent": f"00-{TRACE}-{SPAN}-00"}
    await seen.ask.raw({"query": "{ viewer { kind } }"}, headers=headers)
    assert seen.spans() == {}


async def test_no_value_statement_name_or_person_is_in_a_span(seen: Seen) -> None:
    more = {"tracestate": "secret=17858012345", "baggage": "person=p-kari", "X-Request-ID": "17858012345"}
    asked = {"query": SHOWN, "variables": {"nin": "17858012345"}, "operationName": "secretOperation"}
    stated = [seen.ask.headers(HANDLER, purpose=purpose) for purpose in ("FOLLOW_UP", "secret")]
    for headers in (*stated, {"Authorization": "Bearer eyJ"}):
        await seen.ask.raw(asked, headers=headers | more)
    told = "".join(each.to_json() for each in seen.exporter.get_finished_spans())
    assert [secret for secret in SECRETS if secret in told] == []
    assert {name for each in seen.exporter.get_finished_spans() for name in each.attributes or ()} <= _SAID


BASE = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}
WANTED = [
    ({}, None),
    (BASE, "http://127.0.0.1:4318/v1/traces"),
    ({"OTEL_EXPORTER_OTLP_ENDPOINT": "https://of.us:443@collector.example/otlp/"}, "https://of.us:443@collector.example/otlp/v1/traces"),
    (BASE | {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:4319/here"}, "http://127.0.0.1:4319/here"),
    ({"OTEL_TRACES_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf"}, "http://localhost:4318/v1/traces"),
    (BASE | {"OTEL_TRACES_EXPORTER": "none"}, None),
    (BASE | {"OTEL_SDK_DISABLED": "true"}, None),
]


@pytest.mark.parametrize(("environment", "to"), WANTED, ids=str)
def test_spans_are_sent_only_where_the_variables_of_opentelemetry_say(environment: dict[str, str], to: str | None) -> None:
    assert traces.address(environment) == to


def test_the_start_tells_no_secret_of_an_address() -> None:
    assert traces.shown("https://of:us@collector.example:443/otlp/v1/traces?key=secret") == "https://collector.example:443/otlp/v1/traces"


OTHERS = [
    {"OTEL_TRACES_EXPORTER": "zipkin"},
    {"OTEL_TRACES_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"},
    {"OTEL_EXPORTER_OTLP_ENDPOINT": "127.0.0.1:4318"},
    {"OTEL_EXPORTER_OTLP_ENDPOINT": "collector:4318"},
    {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://collector:port"},
    {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "/v1/traces"},
]


@pytest.mark.parametrize("environment", OTHERS, ids=str)
def test_another_way_than_there_is_stops_the_start(environment: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=f"`{list(environment)[-1]}`: .*write"):
        traces.address(environment)


@contextmanager
def listening() -> Iterator[int]:
    """What takes a connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        yield found.getsockname()[1]


def one() -> Watch:
    found = Watch(id="a" * 32, trace="a" * 32, method="POST", path="/graphql")
    found.ended = found.began + 1
    return found


def test_a_collector_that_hangs_keeps_the_end_for_seconds_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "_ENDING_SECONDS", 0.2)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")
    with capture_logs() as told, listening() as port:
        with traces.sent(f"http://127.0.0.1:{port}/v1/traces", {}) as found:
            assert found
            found.ended(one())
            began = time.monotonic()
        assert time.monotonic() - began < 2
    assert [each["event"] for each in told] == ["spans lost"]
    until = time.monotonic() + 30
    while logging.getLogger(traces._SENDS).filters and time.monotonic() < until:
        time.sleep(0.05)


def test_why_spans_are_not_sent_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "_ENDING_SECONDS", 30)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "2")  # it tries twice
    with listening() as port:
        pass
    with capture_logs() as told, traces.sent(f"http://127.0.0.1:{port}/v1/traces?key=secret", {}) as found:
        assert found
        found.ended(one())
    (line,) = told
    assert line["event"] == "spans not sent"
    assert "refused" in line["because"]
    assert "secret" not in repr(line)


def test_it_is_told_once_in_a_while() -> None:
    with capture_logs() as told, traces.sent("http://127.0.0.1:1/v1/traces", {}):
        for status in (404, 500):
            logging.getLogger(traces._SENDS).error("Failed to export %s batch code: %s", "spans", status)
    assert [each["said"] for each in told] == ["Failed to export spans batch code: 404"]
