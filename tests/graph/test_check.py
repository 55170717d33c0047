"""A rule or view that does not fit the model is refused at start, with its id, the problem and the place."""

from dataclasses import replace
from typing import Any

import pytest

from auth.category import Category
from auth.errors import RuleError
from auth.rule import LASTING, Denial, Fixed, Grant, Row, Rules, both, covers_of, fixed, role_of, theme_of
from auth.rules import INNSYN, as_tilgangsmaskinen
from auth.rules import rules as rules_of
from auth.rules.policy import Policy
from graph import check as checks
from graph.check import rules as checked_rules
from graph.check import views as checked_views
from graph.model import LABELS
from graph.views.view import Access, Coded, Field, Many, Part, Picked, Related, Value, View, Way

SAYS = {"nb": "Fordi", "en": "Because"}
PATH = "(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)-[serves:SERVES]->(area:Area)<-[:BELONGS_TO]-(subject:Person)"
TWO_PLACES = "(viewer:Employee)-[:HOLDS]->(position:Position), (subject:Person)-[:BELONGS_TO]->(area:Area)"
PROXY = "(viewer:Person)<-[:TO]-(mandate:Mandate)-[:FROM]->(subject:Person)"
CLEARANCE = "(mandate)-[:CLEARED_FOR]->(protection:Protection)"
OVERRIDE = "(viewer:Employee)-[:HOLDS]->(position:Position), (viewer)<-[:BY]-(override:Override)-[:OF]->(subject:Person)"
READS = "(viewer:Client)-[reads:MAY_READ]->(category:Category), (viewer)-[:ACTS_FOR]->(organisation:Business)"
PROTECTED = "(viewer), (subject:Person)-[held:PROTECTED_AS]->(protection:Protection)"


def grant(path: str = PATH, **other: Any) -> Grant:
    return Grant(**{"id": "test.grant", "path": path, "gives": role_of("position"), "basis": "Law § 1", "says": SAYS, **other})


def denial(path: str = PROTECTED, **other: Any) -> Denial:
    return Denial(**{"id": "test.denial", "path": path, "code": "NO", "core": True, "basis": "Law § 1", "says": SAYS, **other})


def proxy(path: str = PROXY, **other: Any) -> Grant:
    return grant(path, **{"gives": covers_of("mandate"), **other})


def overriding(path: str = OVERRIDE, **other: Any) -> Grant:
    return grant(path, **{"lifts": "override.lifts", **other})


def client(rest: str, **other: Any) -> Grant:
    return grant(READS + rest, **{"gives": covers_of("category"), "where": "reads.legalBasis IS NOT NULL", **other})


def row(path: str = "(subject:Person)<-[:CONCERNS]-(row:Case)", **other: Any) -> Row:
    return Row(**{"id": "test.row", "path": path, "category": Category.CASES, "theme": "(row:Case)-[:IN]->(theme:Theme)", **other})


def rules(*changed: Grant | Denial | Row) -> Rules:
    return Rules(
        name="test",
        grants=tuple(each for each in changed if isinstance(each, Grant)),
        denials=tuple(each for each in changed if isinstance(each, Denial)),
        rows=tuple(each for each in changed if isinstance(each, Row)),
    )


def refusal(*changed: Grant | Denial | Row) -> str:
    with pytest.raises(RuleError) as refused:
        for _ in checked_rules.checked(rules(*changed)):
            pass
    return str(refused.value)


BROKEN_GRANTS = {
    "label": (grant("(viewer:Employee), (subject:Persn)"), "there is no label `Persn`"),
    "relationship": (grant("(viewer:Employee)-[:OWNS]->(subject:Person)"), "there is no relationship `OWNS`"),
    "ends": (grant("(viewer:Employee)-[:SERVES]->(subject:Person)"), "no `SERVES` leads from `Employee` to `Person`"),
    "direction": (grant("(viewer:Employee)<-[:IS]-(subject:Person)"), "turn the arrow"),
    "walk-ends": (grant("(viewer:Employee)-[:IS*1..2]->(unit:Unit), (subject:Person)"), "no `IS` leads"),
    "idle-label": (
        grant("(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(x:Unit|Area), (subject:Person)"),
        "has Area at that end",
    ),
    "unlabelled": (grant("(viewer:Employee)-[:HOLDS]->(position), (subject:Person)"), "write the label of `position`"),
    "lasting-with-others": (
        grant("(viewer:Person)<-[:TO]-(x:Mandate)-[:COVERS]->(:Category), (y:Mandate|Person)-[:FROM|PARENT_OF]->(subject:Person)"),
        "last and",
    ),
    "node-property": (grant(PATH.replace("unit:Unit", "unit:Unit {closed: true}")), "no property `closed`"),
    "edge-property": (grant(PATH.replace("serves:SERVES", "serves:SERVES {part: 'MAIN'}")), "no property `part`"),
    "fixed-kind": (grant(PATH.replace("unit:Unit", "unit:Unit {protective: 'yes'}")), "`protective` is true or false, never 'yes'"),
    "fixed-value": (grant(PATH.replace("unit:Unit", "unit:Unit {kind: 'SHOP'}")), "never 'SHOP'"),
    "fixed-null": (grant(PATH.replace("serves:SERVES", "serves:SERVES {theme: null}")), "null equals nothing"),
    "where-variable": (grant(where="uint.protective = true"), "nothing is named `uint`"),
    "where-property": (grant(where="unit.secret = true"), "`unit` has no property `secret`"),
    "where-kinds": (grant(where="serves.theme = now"), "compares text with an instant"),
    "where-date-with-instant": (grant(where="subject.birthDate < now"), "compares a date with an instant"),
    "where-order": (grant(where="unit.name < area.name"), "orders numbers, dates and instants"),
    "where-node-with-value": (grant(where="unit = 'x'"), "compares a node or relationship with text"),
    "where-null": (grant(where="serves.theme = null"), "null"),
    "where-node-is-null": (grant(where="unit IS NULL"), "only a property can be null"),
    "where-months-of-instant": (grant(where="now + 12 months > now"), "counted from a date"),
    "where-value": (grant(where="unit.kind = 'SHOP'"), "never 'SHOP'"),
    "where-list-kind": (grant(where="unit.kind IN [1]"), "never 1"),
    "where-walk": (
        grant(
            "(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(:Unit)-[up:PART_OF*1..2]->(:Unit), (subject:Person)",
            where="up.id = 'x'",
        ),
        "is a walk",
    ),
    "where-both-halves": (grant(meets="area", where="serves.theme = 'AAP' OR subject.screenedAt > now"), "joins both halves by `serves`"),
    "where-nothing-named": (
        grant("(viewer:Person), (subject:Person)", where="viewer = subject AND action = 'READ'", gives=fixed(Category.CARD)),
        "names something of the path",
    ),
    "where-of-the-viewer": (
        grant("(viewer:Employee)-[:HOLDS]->(position:Position), (subject:Employee)", where="viewer.displayName = subject.displayName"),
        "`viewer.displayName` is read in the viewer's half",
    ),
    "where-in-text": (grant(where="action IN unit.name"), "IN looks in a list, not in text"),
    "where-in-of-another-kind": (
        overriding(where="override.validFrom IN override.lifts"),
        "for text, not for an instant",
    ),
    "where-in-never": (proxy(where="'SIGN' IN mandate.actions"), "`SIGN` is never any of COMMUNICATE, READ, WRITE"),
    "where-action-never": (grant(where="action = unit.kind"), "`action` is never any of"),
    "where-action-value": (proxy(where="mandate.actions IS NULL AND action = 'SIGN'"), "is never any of"),
    "where-purpose-of-another": (grant(where="unit.name = purpose_stated"), "`purpose_stated` is the code of a `Purpose`"),
    "where-purpose-kind": (
        grant(where="serves.validFrom = purpose_stated"),
        "compares an instant with text",
    ),
    "where-purpose-of-a-person": (
        grant(
            "(viewer:Person|Employee)-[:HOLDS]->(position:Position)-[:IN]->(:Role)-[:MAY_STATE]->(purpose:Purpose), (subject:Person)",
            where="purpose.code = purpose_stated",
        ),
        "only Client and Employee state a purpose",
    ),
    "unless-variable": (grant(unless=("(other)-[:IN]->(:Area)",)), "write the label of `other`"),
    "unless-label": (grant(unless=("(viewer:Person)-[:HOLDS]->(:Position)",)), "`viewer` is `Employee`, never `Person`"),
    "unless-alone": (grant(unless=("(:Unit)-[:PART_OF]->(:Unit)",)), "shares a node with the path"),
    "unless-apart": (
        grant(TWO_PLACES, unless=("(viewer)-[:IS]->(subject), (viewer)-[:HOLDS]->(:Position)-[:AT]->(:Unit)-[:SERVES]->(area)",)),
        "what joins `subject` and `area`",
    ),
    "unless-loose": (grant(TWO_PLACES, unless=("(viewer)-[:IS]->(:Person), (subject)-[:BELONGS_TO]->(area)",)), "nothing joins"),
    "unless-near": (grant(meets="area", unless=("(viewer)-[:HOLDS]->(:Position)-[:AT]->(unit)",)), "in the subject's half"),
    "unless-edge-name": (grant(unless=("(subject)-[serves:BELONGS_TO]->(:Area)",)), "another name"),
    "says-variable": (grant(says={"nb": "{office.name}", "en": "{office.name}"}), "no node is named `office`"),
    "says-property": (grant(says={"nb": "{unit.title}", "en": "{unit.title}"}), "no property `title`"),
    "says-brace": (grant(says={"nb": "{unit}", "en": "{unit}"}), "a placeholder is"),
    "says-language": (grant(says={"nb": "Fordi"}), "write the sentence in `en`"),
    "says-other-things": (grant(says={"nb": "{unit.name}", "en": "{area.name}"}), "the same things in every language"),
    "basis": (grant(basis=" "), "write the basis"),
    "meets": (grant(meets="office"), "not in `office`"),
    "meets-unreached": (
        grant("(viewer:Employee)-[:HOLDS]->(position:Position), (area:Area)<-[:BELONGS_TO]-(subject:Person)", meets="area"),
        "no path leads",
    ),
    "meets-twice": (
        grant(PATH + ", (position)-[:AT]->(:Municipality)-[:GOVERNS]->(:Area)<-[:BELONGS_TO]-(subject)", meets="area"),
        "nowhere else",
    ),
    "loose": (grant("(viewer:Employee)-[:HOLDS]->(position:Position), (subject:Person), (:Unit)-[:PART_OF]->(:Unit)"), "nothing joins"),
    "gives-nothing": (grant(gives=Fixed(categories=frozenset())), "give some categories"),
    "gives-open": (grant(gives=Fixed(categories=frozenset({Category.OPEN}))), "OPEN is everyone's"),
    "gives-variable": (grant(gives=role_of("unit")), "a role is that of a `Position`"),
    "gives-reach": (grant(gives=role_of("position", reach="REGIONAL")), "write reaches of roles"),
    "gives-fixed-theme": (grant(gives=fixed(Category.CASES, themes=("AAP", "HJEM"))), "there is no such theme"),
    "gives-fixed-themes-of-nothing": (grant(gives=fixed(Category.WORK, themes=("AAP",))), "leave the themes out"),
    "gives-part": (grant(gives=both(role_of("position"), fixed(Category.OPEN))), "OPEN is everyone's"),
    "gives-theme": (grant(gives=theme_of("area")), "not of `area`"),
    "gives-theme-of-nothing": (grant(gives=theme_of("case")), "not of `case`"),
    "gives-covers": (grant(gives=covers_of("unit")), "what covers is one of `Category`, `Consent`, `Mandate`, `Task`"),
    "gives-covers-several": (
        grant("(viewer:Person)<-[:TO]-(:Mandate)-[:COVERS]->(held:Task|Category), (subject:Person)", gives=covers_of("held")),
        "of one label",
    ),
    "gives-not-held": (
        grant("(viewer:Employee)-[:IS]->(:Person)-[:HOLDS]->(position:Position), (subject:Person)"),
        "write `(viewer)-[:HOLDS]->(position:Position)`",
    ),
    "gives-without-meeting": (
        grant(
            "(viewer:Employee)-[:HOLDS]->(position:Position), (subject:Person)<-[:CONCERNS]-(case:Case)",
            gives=both(role_of("position"), theme_of("case")),
        ),
        "only where the halves meet",
    ),
    "gives-client": (
        grant("(viewer:Client)-[:ACTS_FOR]->(:Business), (subject:Person)", gives=role_of("viewer")),
        "only employees and persons",
    ),
    "gives-far": (
        grant("(viewer:Employee)-[:IS]->(subject:Person), (viewer)-[:HOLDS]->(position:Position)", meets="position"),
        "the halves meet in `position` and nowhere else",
    ),
    "gives-by-the-subject-alone": (
        client("<-[:CONCERNS]-(case:Case)-[:CONCERNS]->(subject:Person)", meets="organisation", gives=theme_of("case")),
        "let it give both with something",
    ),
    "lifts-and-clears": (proxy(lifts="mandate.actions", clears=CLEARANCE), "not both"),
    "lifts-secondary": (overriding(secondary=True), "leave `lifts` out"),
    "lifts-shape": (overriding(lifts="lifts"), "write `node.property`"),
    "lifts-variable": (overriding(lifts="other.lifts"), "no node is named `other`"),
    "lifts-property": (overriding(lifts="override.codes"), "no property `codes`"),
    "lifts-kind": (overriding(lifts="override.reason"), "is no list of codes"),
    "lifts-without-meeting": (
        overriding("(viewer:Employee)-[:HOLDS]->(position:Position), (viewer)<-[:BY]-(override:Override), (subject:Person)"),
        "join the viewer's path with the subject",
    ),
    "lifts-far": (
        overriding(
            "(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)<-[:AT]-(:Position)<-[:HOLDS]-(:Employee)"
            "<-[:BY]-(override:Override)-[:OF]->(subject:Person)",
            meets="unit",
        ),
        "let `override` stand in the viewer's half",
    ),
    "clears-reading": (proxy(clears="(mandate)-[:OPENED]->(protection:Protection)"), "there is no relationship `OPENED`"),
    "clears-employee": (overriding(lifts="", clears="(viewer)-[:CLEARED_FOR]->(protection:Protection)"), "it is persons who hold mandates"),
    "clears-start": (proxy(clears="(other:Mandate)-[:CLEARED_FOR]->(protection:Protection)"), "starts in one node of the path"),
    "clears-two": (
        proxy(clears=CLEARANCE + ", (mandate)-[:FROM]->(subject)"),
        "starts in one node of the path",
    ),
    "clears-end": (proxy(clears="(mandate)-[:CLEARED_FOR]->(grading:Protection)"), "to `(protection:Protection)`"),
    "clears-elsewhere": (
        proxy(clears="(mandate)-[:COVERS]->(:Task), (:Protection)-[:OPENS]->(protection:Protection)"),
        "to `(protection:Protection)`",
    ),
    "clears-by-the-giver": (
        proxy(clears="(mandate)-[:FROM]->(:Person)-[:PROTECTED_AS]->(protection:Protection)"),
        "`FROM` is written by CITIZEN",
    ),
    "viewer-label": (grant("(viewer:Unit)<-[:FOLLOWED_UP_BY]-(subject:Person)"), "`viewer` is"),
    "viewer-property": (grant(PATH.replace("viewer:Employee", "viewer:Employee {ident: 'A1'}")), "what the viewer must be"),
    "subject-property": (grant(PATH.replace("subject:Person", "subject:Person {gender: 'MALE'}")), "what the subject must be"),
    "subject-unlabelled": (grant("(viewer:Employee)-[:IS]->(subject)"), "write the label of `subject`"),
    "subject-labels": (grant("(viewer:Employee)-[:HOLDS]->(position:Position), (subject:Person|Unit)"), "the one label of the subject"),
    "own-side-employee": (
        grant("(viewer:Employee)<-[:BY]-(:Override)-[:OF]->(subject:Person)", gives=role_of("viewer")),
        "nothing in it is written by others than the viewer's own side",
    ),
    "own-side-citizen": (
        grant("(viewer:Person)<-[:TO]-(:Mandate)-[:FROM]->(:Person), (subject:Person)", gives=Fixed(categories=frozenset({Category.CARD}))),
        "(A12)",
    ),
    "client-without-end": (
        grant("(viewer:Client)-[:ACTS_FOR]->(:Municipality), (subject:Person)", gives=Fixed(categories=frozenset({Category.CARD}))),
        "a client's grant ends in the subject",
    ),
    "client-with-a-loose-end": (client(", (subject:Person)-[:BELONGS_TO]->(:Area)"), "a client's grant ends in the subject"),
    "own-side-of-either": (
        grant("(viewer:Person|Employee)<-[:TO|BY]-(x:Mandate|Override)-[:FROM|OF]->(subject:Person)", gives=fixed(Category.CARD)),
        "the viewer's own side (BUSINESS, CASEWORK)",
    ),
}
BROKEN_DENIALS = {
    "code-variable": (denial(code="{grading.code}"), "nothing is named `grading`"),
    "code-property": (denial(code="{held.code}"), "`held` has no property `code`"),
    "code-shape": (denial(code="not allowed"), "a code is CAPITALS_WITH_UNDERSCORES"),
    "code-misspelt": (denial(where="protection.code IN ['SHIELDED', 'CONFIDENTAL']"), "never 'CONFIDENTAL'"),
    "inherits-variable": (denial(inherits="party"), "name a node of one label"),
    "inherits-core": (
        denial("(viewer), (subject:Case)-[:CONCERNS]->(party:Person)", inherits="party", core=False),
        "write `core=True`",
    ),
}
BROKEN_ROWS = {
    "row-node": (row("(subject:Person)<-[:CONCERNS]-(case:Case)"), "named `row`"),
    "row-category": (row(category=Category.WORK), "CASES, not WORK"),
    "row-without-theme": (row(theme=""), "write `theme` or `fixed_theme`"),
    "row-with-theme": (
        row("(subject:Person)<-[:FROM]-(row:Mandate)", category=Category.MANDATES, theme="(row:Mandate)-[:COVERS]->(theme:Theme)"),
        "leave the theme out",
    ),
    "row-two-themes": (row(fixed_theme="HJE"), "not both"),
    "row-unknown-theme": (row(theme="", fixed_theme="HJEM"), "no such theme"),
    "row-theme-path": (row(theme="(row:Case)-[:OWNED_BY]->(theme:Unit)"), "write a path from `(row:Case)`"),
    "row-outline": (row("(subject:Person)<-[:FROM]-(row:Mandate)", category=Category.MANDATES, theme="", outlined=True), "an outline"),
}
BROKEN = BROKEN_GRANTS | BROKEN_DENIALS | BROKEN_ROWS


@pytest.mark.parametrize("name", BROKEN)
def test_broken_rule_is_refused_with_its_id(name: str) -> None:
    broken, problem = BROKEN[name]
    message = refusal(broken)
    assert problem in message
    assert f"rule `{broken.id}`" in message


def test_message_shows_the_place() -> None:
    assert refusal(grant(where="uint.protective = true")).endswith("\n  uint.protective = true\n  ^")


def test_inheritance_goes_one_level() -> None:
    first = denial("(viewer), (subject:Case)-[:CONCERNS]->(party:Person)", inherits="party")
    second = denial("(viewer), (subject:Activity)-[:PART_OF]->(case:Case)", id="test.second", inherits="case")
    assert "one level" in refusal(first, second)


def test_rows_of_one_label_and_category_agree() -> None:
    assert "must be as those of `test.row`" in refusal(row(), row(id="test.other", outlined=True))


def test_labels_that_last_are_those_of_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_rules, "LABELS", {**LABELS, "Case": replace(LABELS["Case"], lasts=True)})
    assert "agree on which labels last, and what ends them: `Case`" in refusal()


def test_what_ends_a_node_is_as_in_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_rules, "LASTING", {**LASTING, "Consent": None})
    assert "what ends them: `Consent`" in refusal()


def test_proxy_rests_on_what_the_giver_writes() -> None:
    assert list(checked_rules.checked(rules(proxy()))) == ["test.grant"]


FITTING = {
    "an action is one that the mandate names": proxy(where="action IN mandate.actions", clears=CLEARANCE),
    "a guardian's task gives": proxy(PROXY + ", (mandate)-[:COVERS]->(task:Task)", gives=covers_of("task")),
    "an override lifts": overriding(),
    "a seat of persons and employees": grant("(viewer:Person|Employee)-[:HOLDS]->(position:Position)-[:AT]->(subject:Business)"),
    "a client reads by a case": client(
        "<-[:CONCERNS]-(case:Case)-[:CONCERNS]->(subject:Person)", meets="case", gives=both(covers_of("category"), theme_of("case"))
    ),
    "an exception shares two nodes": grant(TWO_PLACES, unless=("(viewer)-[:IS]->(:Person)<-[:PARENT_OF]-(subject)-[:BELONGS_TO]->(area)",)),
}


@pytest.mark.parametrize("name", FITTING)
def test_grant_fits(name: str) -> None:
    assert list(checked_rules.checked(rules(FITTING[name]))) == ["test.grant"]


OTHER_CHOICES = Policy(districts=True, without_area=True, child_years=16, exempt_themes=(), kin="near")
PROFILES = {"innsyn": INNSYN, "other choices": rules_of(OTHER_CHOICES), "tilgangsmaskinen": as_tilgangsmaskinen()}


@pytest.mark.parametrize("profile", PROFILES)
def test_declared_rules_and_views_fit(profile: str) -> None:
    checks.check(PROFILES[profile])


def test_policy_that_misspells_a_theme_is_refused() -> None:
    assert "never 'FRA'" in refusal(*rules_of(Policy(exempt_themes=("FRA",))).denials)


# --- views ---


def view(*fields: Field, **other: Any) -> View:
    return View(**{"type": "Person", "label": "Person", "access": Access.MASK, "fields": fields, **other})


def value(reads: str, category: Category = Category.CARD) -> Value:
    return Value(name="field", category=category, reads=(reads,))


def related(path: str, category: Category, *views: str, **other: Any) -> Related:
    where, says = other.pop("where", ""), other.pop("way_says", None)
    return Related(**{"name": "field", "category": category, "ways": (Way(path=path, where=where, says=says),), "views": views, **other})


ADDRESSES = "(it:Person)-[edge:HAS_ADDRESS]->(node:Address)"
BROKEN_VIEWS = {
    "value-property": (view(value("node.nickname")), "no property `nickname`"),
    "value-shape": (view(value("nickname")), "write `name.property`"),
    "value-category": (view(value("node.birthDate")), "`birthDate` is IDENTITY, not CARD"),
    "value-edge": (view(value("edge.status"), type="Nobody"), "nothing is named `edge`"),
    "label": (view(label="Persn"), "there is no label `Persn`"),
    "picked-path": (
        view(
            Picked(
                name="field",
                category=Category.IDENTITY,
                path="(it:Person)-[edge:IDENTIFIED_BY]->(node:Address)",
                reads="node.value",
                first="node.kind",
            )
        ),
        "no `IDENTIFIED_BY` leads",
    ),
    "part": (view(Part(name="field", category=Category.CARD, view="Nickname")), "no view of `Nickname`"),
    "coded": (view(Coded(name="field", category=Category.CARD, reads="node.gender", view="Address")), "Address has no code"),
    "way-from": (view(related("(it:Unit)-[edge:SERVES]->(node:Area)", Category.OPEN, "Area")), "write a path from `(it:Person)`"),
    "way-without-edge": (view(related("(it:Person)-[:HAS_ADDRESS]->(node:Address)", Category.ADDRESS, "Address")), "ends in"),
    "way-category": (view(related(ADDRESSES, Category.CONTACT, "Address")), "`HAS_ADDRESS` is ADDRESS, not CONTACT"),
    "way-place": (view(related(ADDRESSES, Category.ADDRESS, "Address")), "it tells where someone is"),
    "way-where": (view(related(ADDRESSES, Category.ADDRESS, "Address", place=True, where="node.kind = 'HOME'")), "never 'HOME'"),
    "way-view": (view(related(ADDRESSES, Category.ADDRESS, "Area", place=True)), "no view of the field shows Address"),
    "way-says": (view(related(ADDRESSES, Category.ADDRESS, "Address", place=True, way_says="HOME")), "where the field says it"),
    "row": (view(related("(it:Person)<-[edge:BY]-(node:Correction)", Category.TRACE, "Correction")), "no view of `Correction`"),
    "edge-of-a-list": (
        view(related(ADDRESSES, Category.ADDRESS, "Address", place=True, edge=(value("edge.source"),))),
        "only a connection has edges",
    ),
    "edge-property": (
        view(related(ADDRESSES, Category.ADDRESS, "Address", place=True, many=Many.CONNECTION, edge=(value("edge.rank"),))),
        "no property `rank`",
    ),
    "no-row": (view(type="Correction", label="Correction", access=Access.ROWS), "no row says whom it hangs on"),
    "register": (view(value("node.givenName"), access=Access.OPEN), "what a public register shows is OPEN"),
}


@pytest.mark.parametrize("name", BROKEN_VIEWS)
def test_broken_view_is_refused(name: str) -> None:
    broken, problem = BROKEN_VIEWS[name]
    with pytest.raises(RuleError) as refused:
        checked_views._View(view=broken, rules=INNSYN).check()
    assert problem in str(refused.value)
