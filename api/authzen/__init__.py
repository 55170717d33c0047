"""The same decisions in the field's neutral wire format: OpenID AuthZEN, Authorization API 1.0.

A *subject* is a viewer, `{"type": "employee", "id": "A100101"}`: that of the token, unless the token is a registered decision point's.
A *resource* is whom or what the question is about, `{"type": "person", "id": "p-kari"}`; its `properties` may narrow it to a
`category`, and that to a `theme`. An *action* is READ, COMMUNICATE or WRITE. `context` may state the `purpose` and the `case`, as the
headers do. Each endpoint asks a GraphQL operation of the same server: there is no second way to a decision.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from api import limits
from api.answers import Answers, Question
from api.authzen.shapes import (
    ActionNamed,
    ActionSearch,
    Context,
    Evaluation,
    Evaluations,
    Narrowed,
    Resource,
    ResourceSearch,
    ResourceType,
    Subject,
    SubjectSearch,
    read,
)
from api.errors import ActionNotSearched, EvaluationMalformed, SubjectRefused
from api.lookups import Origin
from audit.entry import Channel
from auth.category import Action
from auth.decide import missing
from auth.rules.messages import message
from auth.viewer import Viewer, ViewerKind

Answer = dict[str, Any]

_ACCESS = """type decision
    categories { category allowed themes reasons { rule basis validTo nb: text(language: NB) en: text(language: EN) } }
    denials { code overridable nb: message(language: NB) en: message(language: EN) }"""
_ONE = f"query evaluation($id: ID!) {{ access(subject: $id) {{ {_ACCESS} }} }}"
_MANY = """query evaluations($ids: [ID!]!) { checkAccess(subjects: $ids) {
    type decision categories { category allowed themes }
    denials { code overridable nb: message(language: NB) en: message(language: EN) } } }"""
_WHO = """query subjects($id: ID!, $category: Category, $theme: String, $type: SubjectType!, $first: Int, $after: String) {
  whoCanSee(subject: $id, category: $category, theme: $theme, type: $type, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { cursor node { rule categories themes since validTo nb: text(language: NB) en: text(language: EN)
      unit { id } role { code } person { id } organisation { ... on Business { id } ... on Municipality { id } } } } } }"""
_WHAT = """query resources($category: Category, $theme: String, $first: Int, $after: String) {
  whatCanISee(category: $category, theme: $theme, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { id } } } }"""
_OTHERS = tuple(each for each in Action if each is not Action.READ)
_MAY = f"""query actions($ids: [ID!]!) {{ checkAccess(subjects: $ids) {{
    type decision categories {{ category allowed themes actions {" ".join(f"{each}: themes(action: {each})" for each in _OTHERS)} }}
    denials {{ code overridable nb: message(language: NB) en: message(language: EN) }} }} }}"""
"""Longer to plan, so it is asked only where something else than to read is."""
DOCUMENTS = {"evaluation": _ONE, "evaluations": _MANY, "actions": _MAY, "subjects": _WHO, "resources": _WHAT}
"""What the endpoints ask."""

_SEEN = ("person", "business", "device", "case")
"""Types of what it can be asked who may see."""
_NONE = missing(staff=False)
_ELSE: Mapping[str, Any] = {
    "decision": "DENIED",
    "categories": (),
    "denials": ({"code": _NONE, "overridable": False, **{each: message(_NONE, each) for each in ("nb", "en")}},),
}
"""The access of what is there, but is none of the type that was asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Answers evaluations and searches. `points` are the clientIds of decision points, which may ask on others' behalf."""

    answers: Answers
    points: frozenset[str] = frozenset()
    origin: Origin = field(default_factory=lambda: Origin(request="none", channel=Channel.AUTHZEN))
    """Where the question comes from that is answered."""

    async def evaluation(self, body: Mapping[str, Any], viewer: Viewer) -> Answer:
        """One decision, to read with its reasons."""
        asked = read(Evaluation, body)
        if _action(asked.action) in _OTHERS:
            (checked,) = await self._checked([asked], viewer)
            return decided(checked, asked.resource, asked.action)
        (asker,) = await self._askers([asked], viewer)
        access = await self._data(_ONE, asker, id=asked.resource.id)
        return decided(access["access"], asked.resource, asked.action)

    async def evaluations(self, body: Mapping[str, Any], viewer: Viewer) -> Answer:
        """Several decisions in the order asked, as many as the semantic wants; one question of the graph for each subject and purpose."""
        several = read(Evaluations, body)
        if not several.evaluations:
            return await self.evaluation(body, viewer)
        defaults = {name: body[name] for name in ("subject", "action", "resource", "context") if name in body}
        asked = [read(Evaluation, defaults | each, "evaluations", place) for place, each in enumerate(several.evaluations)]
        found = await self._checked(asked, viewer)
        made = [decided(access, each.resource, each.action) for access, each in zip(found, asked, strict=True)]
        return {"evaluations": _until(made, several.options.evaluations_semantic)}

    async def _checked(self, asked: Sequence[Evaluation | ActionSearch], viewer: Viewer) -> list[Answer]:
        others = any(isinstance(each, ActionSearch) or _action(each.action) in _OTHERS for each in asked)
        askers = await self._askers(asked, viewer)
        if len(set(askers)) > limits.ASKERS:
            raise EvaluationMalformed(
                f"`evaluations` asks for more than {limits.ASKERS} different subjects, purposes and cases; "
                "send the others in a request of their own"
            )
        found: dict[tuple[Viewer, str], Answer] = {}
        for asker in dict.fromkeys(askers):
            ids = list(dict.fromkeys(each.resource.id for each, by in zip(asked, askers, strict=True) if by == asker))
            checked = (await self._data(_MAY if others else _MANY, asker, ids=ids))["checkAccess"]
            found |= {(asker, id_): access for id_, access in zip(ids, checked, strict=True)}
        return [found[asker, each.resource.id] for asker, each in zip(askers, asked, strict=True)]

    async def subjects(self, body: Mapping[str, Any], viewer: Viewer) -> Answer:
        """Who may: groups, not heads, as the viewer of the token may know them (A19); those of other kinds of viewer are passed over."""
        asked = read(SubjectSearch, body)
        _require(asked.resource, _SEEN)
        if not _searched(asked.action):
            return _page([], {})
        narrowed, page = _narrowed(asked.resource.properties), asked.page
        by = _stated(viewer, asked.context)
        of = {"id": asked.resource.id, "type": asked.resource.type.upper(), **narrowed}
        found = (await self._data(_WHO, by, **of, first=page.limit, after=page.token or None))["whoCanSee"]
        kind = ViewerKind(asked.subject.type)
        return _page([_group(each) for each in found["edges"] if each["node"]["rule"] in self._rules_of(kind)], found["pageInfo"])

    async def resources(self, body: Mapping[str, Any], viewer: Viewer) -> Answer:
        """Whom the subject may see."""
        asked = read(ResourceSearch, body)
        _require(asked.resource, ("person",))
        if not _searched(asked.action):
            return _page([], {})
        (asker,), narrowed = await self._askers([asked], viewer), _narrowed(asked.resource.properties)
        found = (await self._data(_WHAT, asker, **narrowed, first=asked.page.limit, after=asked.page.token or None))["whatCanISee"]
        return _page([{"type": "person", "id": each["node"]["id"]} for each in found["edges"]], found["pageInfo"])

    async def actions(self, body: Mapping[str, Any], viewer: Viewer) -> Answer:
        """What the subject may do with the resource."""
        asked = read(ActionSearch, body)
        (access,) = await self._checked([asked], viewer)
        may = [each for each in Action if decided(access, asked.resource, ActionNamed(name=each))["decision"]]
        return _page([{"name": str(each), "properties": {"categories": _categories(access, asked.resource, each)}} for each in may], {})

    def _rules_of(self, kind: ViewerKind) -> frozenset[str]:
        grants = self.answers.rules.grants
        return frozenset(grant.id for grant in grants if not grant.viewer_labels or kind.label in grant.viewer_labels)

    async def _askers(self, asked: Sequence[Evaluation | ResourceSearch | ActionSearch], viewer: Viewer) -> list[Viewer]:
        """On whose behalf each is asked. A decision point that is not in the graph, or not any more, asks for nobody else."""
        askers = [self._asker(each.subject, each.context, viewer) for each in asked]
        others = any((each.kind, each.key) != (viewer.kind, viewer.key) for each in askers)
        if others and await self.answers.id_of(viewer) is None:
            raise SubjectRefused
        return askers

    def _asker(self, subject: Subject, context: Context, viewer: Viewer) -> Viewer:
        """On whose behalf it is decided: the token's own viewer, or anyone for a decision point."""
        if (subject.type, subject.id) == (viewer.kind.value, viewer.key):
            return _stated(viewer, context)
        if viewer.kind is ViewerKind.CLIENT and viewer.key in self.points:
            return Viewer(kind=ViewerKind(subject.type), key=subject.id, purpose=context.purpose, case=context.case)
        raise SubjectRefused

    async def _data(self, text: str, viewer: Viewer, **variables: Any) -> Mapping[str, Any]:
        asked = await self.answers.answer(Question(text=text, variables=variables), viewer, self.origin)
        data: Mapping[str, Any] = asked["data"]
        return data


def decided(found: Mapping[str, Any], resource: Resource, action: ActionNamed) -> Answer:
    """A decision as the format has it; an action that is not ours is never allowed, and what is of another type is not there."""
    access = found if str(found["type"] or resource.type).lower() == resource.type else _ELSE
    open_ = _open(access, resource, _action(action))
    reasons = {(each["rule"], each["nb"], each["validTo"]): each for category in open_ for each in category.get("reasons", ())}
    context = {
        "decision": access["decision"],
        "categories": [each["category"] for each in open_],
        "reasons": [_reason(each) for each in reasons.values()],
        "denials": [] if open_ else [_denial(each) for each in access["denials"]],
    }
    return {"decision": bool(open_), "context": context}


def _open(access: Mapping[str, Any], resource: Resource, action: Action | None) -> list[Mapping[str, Any]]:
    narrowed = resource.properties
    return [
        each
        for each in access["categories"]
        if action is not None
        and (each["allowed"] if action is Action.READ else str(action) in each["actions"])
        and narrowed.category in (None, each["category"])
        and (narrowed.theme is None or (themes := each[_themes(action)]) is None or narrowed.theme in themes)
    ]


def _themes(action: Action) -> str:
    """Where a category has the only themes of an action."""
    return "themes" if action is Action.READ else str(action)


def _categories(access: Mapping[str, Any], resource: Resource, action: Action) -> list[str]:
    return [each["category"] for each in _open(access, resource, action)]


def _action(action: ActionNamed) -> Action | None:
    return Action(action.name) if action.name in set(Action) else None


def _searched(action: ActionNamed) -> bool:
    """Whether the action can be allowed at all; searches know no other of ours than to read."""
    if _action(action) in _OTHERS:
        raise ActionNotSearched(action.name)
    return _action(action) is Action.READ


def _reason(reason: Mapping[str, Any]) -> Answer:
    return {name: reason[name] for name in ("rule", "basis", "validTo")} | {"text": {"nb": reason["nb"], "en": reason["en"]}}


def _denial(denial: Mapping[str, Any]) -> Answer:
    return {name: denial[name] for name in ("code", "overridable")} | {"message": {"nb": denial["nb"], "en": denial["en"]}}


def _require(resource: ResourceType, types: Sequence[str]) -> None:
    if resource.type not in types:
        names = " or ".join(f"`{each}`" for each in types)
        raise EvaluationMalformed(f"`resource.type`: this search is about no other type; write {names}")


def _until(made: Sequence[Answer], semantic: str) -> list[Answer]:
    """The decisions up to and with the one that ends the evaluation."""
    last = {"deny_on_first_deny": False, "permit_on_first_permit": True}.get(semantic)
    end = next((place for place, each in enumerate(made) if each["decision"] is last), len(made) - 1)
    return list(made[: end + 1])


def _group(edge: Mapping[str, Any]) -> Answer:
    group = edge["node"]
    told = {name: group[name] for name in ("rule", "categories", "themes", "since", "validTo")}
    ends = {name: group[name] for name in ("unit", "role", "person", "organisation") if group[name]}
    return {"type": "group", "id": edge["cursor"], "properties": {**told, **ends, "text": {"nb": group["nb"], "en": group["en"]}}}


def _page(results: Iterable[Answer], info: Mapping[str, Any]) -> Answer:
    found = list(results)
    return {"page": {"next_token": info["endCursor"] if info.get("hasNextPage") else "", "count": len(found)}, "results": found}


def _narrowed(narrowed: Narrowed) -> Answer:
    return {"category": narrowed.category, "theme": narrowed.theme}


def _stated(viewer: Viewer, context: Context) -> Viewer:
    return replace(viewer, purpose=context.purpose or viewer.purpose, case=context.case or viewer.case)
