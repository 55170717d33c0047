"""What a frontend does, ten things, asked of the demo: `ten_things.py URL EMPLOYEE_TOKEN PERSON_TOKEN` writes what came of each as JSON."""

import json
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

from client import Client, Refused

USAGE = "write ten_things.py URL EMPLOYEE_TOKEN PERSON_TOKEN"
KIND = """query Kind { viewer { kind } }"""
CARD = """query Card($id: ID!) { person(id: $id) { name { full } phone addresses { city } access { decision } } }"""
FAMILY = """query Family($id: ID!, $after: String) { person(id: $id) {
  family(first: 2, after: $after) { edges { relation node { name { full } } } pageInfo { hasNextPage endCursor } } } }"""
WHY = """query Why($id: ID!) { access(subject: $id, type: PERSON) { decision grants { rule text(language: EN) } denials { code } } }"""
SEARCH = """query Search($text: String!) { search(text: $text, kinds: [PERSON], first: 5) {
  edges { node { id ... on Person { name { full } } } } } }"""
CHECK = """query Check($ids: [ID!]!) { checkAccess(subjects: $ids) { subject decision } }"""
OVERRIDE = """mutation Override($id: ID!, $reason: String!, $lastDay: Date!) { override(subject: $id, reason: $reason, lastDay: $lastDay) {
  override { id } problems { code message(language: EN) path } } }"""
END = """mutation End($id: ID!) { endOverride(override: $id) { problems { code message(language: EN) path } } }"""
NOTICES = """query Notices { viewer { notices(first: 5) { totalCount } } }"""
TWO_KEYS = """query TwoKeys { person(id: "p-kari", nin: "17858400201") { id } }"""


def card(client: Client, id_: str) -> dict[str, Any]:
    """A person as they are shown: each value, or why there is none."""
    answer = client.ask(CARD, id=id_)
    person = answer.data["person"]
    if person is None:
        return {"closed": answer.why("Query.person")}
    return {
        "name": person["name"]["full"] if person["name"] else f"({answer.why('Person.name')})",
        "phone": person["phone"] or f"({answer.why('Person.phone') or 'none'})",
        "addresses": len(person["addresses"]) if person["addresses"] is not None else f"({answer.why('Person.addresses')})",
    }


def refused(client: Client) -> str:
    """The code of what is refused whole."""
    try:
        client.ask(TWO_KEYS)
    except Refused as error:
        return error.code
    return "nothing"


def taken(client: Client, id_: str) -> dict[str, Any]:
    """Access to somebody outside the area, taken with a reason, used and ended."""
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    made = client.ask(OVERRIDE, id=id_, reason="Covers for a colleague at another office", lastDay=tomorrow).data["override"]
    if made["problems"]:
        return {"problems": [each["message"] for each in made["problems"]]}
    during = card(client, id_)["name"]
    ended = client.ask(END, id=made["override"]["id"]).data["endOverride"]
    return {"during": during, "problems": ended["problems"], "after": card(client, id_)["name"]}


def require(client: Client, kind: str, place: str) -> None:
    """Raises where the token is of another kind of viewer."""
    try:
        found = client.ask(KIND).data["viewer"]["kind"]
    except Refused as error:
        if error.code != "PURPOSE_REQUIRED":
            raise
        found = "EMPLOYEE or CLIENT"
    if found != kind:
        raise Refused("TOKEN_WRONG", f"the {place} token is one of {found}, and one of {kind} belongs there; {USAGE}")


def told(url: str, employee: str, person: str) -> dict[str, Any]:
    """What came of each."""
    with Client(url, employee, purpose="FOLLOW_UP") as counsellor, Client(url, person) as citizen:
        require(counsellor, "EMPLOYEE", "first")
        require(citizen, "PERSON", "second")
        changed = counsellor.ask(OVERRIDE, id="p-truls", reason="Short", lastDay="2020-01-01").data["override"]
        return {
            "lookUp": card(counsellor, "p-kari"),
            "denied": card(counsellor, "p-even"),
            "unknown": card(counsellor, "p-nobody"),
            "search": [each["node"]["name"]["full"] for each in counsellor.ask(SEARCH, text="dahl kari").data["search"]["edges"]],
            "family": [each["node"]["name"]["full"] for each in citizen.pages(FAMILY, "person", "family", id="p-kari")],
            "why": [each["text"] for each in counsellor.ask(WHY, id="p-kari").data["access"]["grants"]],
            "batch": [each["decision"] for each in counsellor.ask(CHECK, ids=["p-kari", "p-even", "p-nobody"]).data["checkAccess"]],
            "act": [each["code"] for each in changed["problems"]],
            "taken": taken(counsellor, "p-truls"),
            "notices": citizen.ask(NOTICES).data["viewer"]["notices"]["totalCount"],
            "error": refused(counsellor),
        }


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(USAGE)
    try:
        found = told(*sys.argv[1:])
    except Refused as error:
        sys.exit(f"ten_things.py: {error}")
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
