"""Spans: one a request, one for each phase; part of the caller's trace; and nothing of anyone in them."""

import pytest

from api.observe import traces
from tests.api.conftest import CITIZEN, HANDLER
from tests.api.observe.conftest import Seen
from tests.api.observe.test_traceparent import SPAN, TRACE

pytestmark = pytest.mark.embedded
SHOWN = "query secretOperation($nin: String) { secretAlias: person(nin: $nin) { name { full } } }"
SECRETS = ("17858012345", "p-kari", "Kari", "A100101", "secret", "MATCH", "FOLLOW_UP", "Bearer", "eyJ")
_SAID = {"http.request.method", "http.route", "http.response.status_code", "innsyn.operation", "innsyn.viewer", "innsyn.code", "error.type"}


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


WANTED = [
    ({}, False),
    ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, True),
    ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:4318/v1/traces"}, True),
    ({"OTEL_TRACES_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf"}, True),
    ({"OTEL_TRACES_EXPORTER": "none", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, False),
    ({"OTEL_SDK_DISABLED": "true", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, False),
]


@pytest.mark.parametrize(("environment", "on"), WANTED, ids=str)
def test_spans_are_sent_only_where_the_variables_of_opentelemetry_say(environment: dict[str, str], on: bool) -> None:
    with traces.sent(environment) as found:
        assert bool(found) is on


OTHERS = [{"OTEL_TRACES_EXPORTER": "zipkin"}, {"OTEL_TRACES_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}]


@pytest.mark.parametrize("environment", OTHERS, ids=str)
def test_another_way_than_there_is_stops_the_start(environment: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=list(environment)[-1]), traces.sent(environment):
        pass
