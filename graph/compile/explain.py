"""Why: the decision on a subject with its reasons, each by its path, in words that tell no more than the mask opens."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from auth.category import Action, Category
from auth.decide import Decision, Pair, entries, entry, veiled
from auth.hints import Hints
from auth.rule import Denial, Grant, Row
from auth.rules import CODE_ORDER, PROTECTION_CODES
from auth.rules.messages import hidden_word, message, overridable
from graph.compile.acting import may
from graph.compile.disclosed import MARK, PERSONS
from graph.compile.hints import answered, asks_hints, hints_of
from graph.compile.paths import PLACEHOLDER, Shown, paths, told, told_by
from graph.compile.ruled import rules_of
from graph.compile.rules import Subject
from graph.compile.shape import Record, Shaping
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.access import categories
from graph.views.person import full_name
from graph.views.view import Access


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Shapes the decision of a subject's record into `Access`."""

    selections: tuple[Selection, ...]
    type: str = "Person"
    grants: Mapping[str, Grant] = field(default_factory=dict)
    denials: tuple[Denial, ...] = ()
    rows: Mapping[str, Row] = field(default_factory=dict)
    """How it hangs on those through whom it is seen, if it is a row."""
    first_only: bool = False
    hinting: bool = False
    """Whether it is of the viewer of the request, now, so that their own side tells what is missing, and what to end."""
    another: bool = False
    """Whether the reasons are those of another viewer than the one who reads them."""

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The access that the viewer has of the subject, whose id was found."""
        decision = self.decision(record, shaping)
        shown = self.codes(decision, shaping)
        denials = tuple(_denials(shown, record.get("rules") or (), decision, shaping.veiled))
        reasons = _apart(row for row in self._reasons(record) if row["gives"])
        if not decision.denied:
            self._disclose(reasons, decision, shaping)
        hints = None
        if self.hinting and shaping.own:
            ways = [(self.grants[row["rule"] + row["path_of"]], row) for row in reasons if not decision.denied]
            hints = hints_of(decision, ways, self.denials, shaping.own, silent=self.first_only)
        acting = self._acting(record, decision)
        return self._fields(_Told(subject=found, decision=decision, denials=denials, reasons=reasons, hints=hints, acting=acting), shaping)

    def codes(self, decision: Decision, shaping: Shaping) -> tuple[str, ...]:
        """The codes that the viewer may learn."""
        if shaping.past:
            return decision.shown_then(CODE_ORDER, PROTECTION_CODES, shaping.veiled, first_only=self.first_only)
        return decision.shown_codes(CODE_ORDER, PROTECTION_CODES, first_only=self.first_only)

    def _reasons(self, record: Record) -> Iterable[Record]:
        found = record.get("reasons") or ()
        if self.another:
            return found
        grants = tuple(self.grants.values())
        return (self.hung(told(grants[row["of"]], row), row.get("hangs"), record) for row in found)

    def hung(self, reason: Record, hangs: Record | None, record: Record) -> Record:
        """The reason of a row that is seen through someone: its path goes on by what the row hangs on them by."""
        if hangs is None:
            return reason
        row = self.rows[hangs["row"]]
        id_, *names = hangs["through"] or [None]
        through = {"label": row.holder, "id": id_, "name": full_name(names)}
        last = {"relationship": "|".join(row.pattern.edges[-1].types), "label": row.label, "id": record["id"], "name": None}
        soonest = min((each for each in (reason["validTo"], *hangs["ends"]) if each is not None), default=None)
        return {**reason, "path": [*reason["path"], last], "validTo": soonest, "through": through, "row": row, "marks": hangs["marks"]}

    def _acting(self, record: Record, decision: Decision) -> dict[Action, Decision]:
        """The decisions on other actions that a record carries."""
        judged = record.get("access") or record.get("rights")
        found = {each: mask for each in Action if (mask := {**(judged or {}), **record}.get(may(each)))}
        return {action: decision.acting(self._whole(mask) if judged is None else _plain(mask)) for action, mask in found.items()}

    def _whole(self, mask: Collection[str]) -> Iterable[str]:
        """What of a row a mask opens: its theme was weighed where it was read."""
        return entries(each for each in categories(self.type) if str(each) in mask)

    def _disclose(self, reasons: Sequence[Record], decision: Decision, shaping: Shaping) -> None:
        """A reason tells of the subject by its half of the path."""
        self._disclose_through(reasons, shaping)
        own = [row for row in reasons if "row" not in row]
        named = {row["rule"] + row["path_of"] for row in own if any(step["id"] is not None for step in row["path"][:-1])}
        for grant in (self.grants[each] for each in named):
            told_of = told_by(grant)
            if not decision.place_codes and all(decision.allows(each) for each in told_of):
                for each in told_of:
                    shaping.told.here.give("Reason.path", each)

    def _disclose_through(self, reasons: Sequence[Record], shaping: Shaping) -> None:
        """A reason tells of a person that a row hangs on them, their name, and what their half of the path tells."""
        for row in reasons:
            through = row.get("through")
            if through is None or through["id"] is None or through["label"] not in PERSONS:
                continue
            with shaping.told.about(through["id"], through["label"], None) as about:
                about.marks |= frozenset(row["marks"])
                about.give("Reason.through", row["row"].category)
                if through["name"] is not None:
                    about.give("Reason.through", Category.CARD)
                if any(step["id"] is not None for step in row["path"][:-1]):
                    for each in told_by(self.grants[row["rule"] + row["path_of"]]):
                        about.give("Reason.path", each)

    def refused(self, subject: str, code: str, shaping: Shaping) -> dict[str, Any]:
        """The access of what nothing is told of but a code, as of what is not there."""
        return self._fields(_Told(subject=subject, decision=shaping.decision({}), denials=((code, None),), there=False), shaping)

    def decision(self, record: Record, shaping: Shaping) -> Decision:
        """The decision that a record carries: by a mask, or as a row by what is open of it."""
        found = record.get("access") or record.get("rights")
        if found is None:
            mask = record.get("mask") or [str(each) for each in categories(self.type)[:1]]
            found = {"mask": self._whole(mask), "places": record.get("places"), "whole": record["whole"]}
        return shaping.decision(found, categories(self.type))

    def _fields(self, told: "_Told", shaping: Shaping) -> dict[str, Any]:
        return {selection.key: self._field(selection, told, shaping) for selection in self.selections}

    def _field(self, selection: Selection, told: "_Told", shaping: Shaping) -> Any:
        decision = told.decision
        match selection.field:
            case "subject":
                return told.subject
            case "type":
                return self.type if told.there else None
            case "decision":
                return decision.outcome
            case "categories":
                return [self._category(selection, category, told, shaping) for category in decision.among]
            case "denials":
                return [denial(selection, code, rule, shaping) for code, rule in told.denials]
            case _:
                return [self._reason(selection, row, shaping) for row in told.reasons if not decision.denied]

    def _category(self, selection: Selection, category: Category, told: "_Told", shaping: Shaping) -> dict[str, Any]:
        return {child.key: self._of_category(child, category, told, shaping) for child in selection.children}

    def _of_category(self, child: Selection, category: Category, told: "_Told", shaping: Shaping) -> Any:
        decision = told.decision
        match child.field:
            case "category":
                return str(category)
            case "allowed":
                return decision.opens(category)
            case "themes":
                return told.of(self._action(child, shaping)).themes(category)
            case "actions":
                # Of another viewer it is not judged what else than to read they may do.
                return [] if self.another else [str(each) for each in Action if told.of(each).opens(category)]
            case "reasons":
                giving = (row for row in told.reasons if entry(category) in row["gives"] and decision.opens(category))
                return [self._reason(child, row, shaping) for row in giving]
            case _:
                return answered(child, category, told.hints, shaping)

    @staticmethod
    def _action(child: Selection, shaping: Shaping) -> Action:
        named = child.arguments.get("action")
        return Action(shaping.parameters[named]) if named else Action.READ

    def _reason(self, selection: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        grant = self.grants[row["rule"] + row["path_of"]]
        texts = grant.told if self.another else grant.says
        return {child.key: _reason_field(child, row, grant, shaping, texts) for child in selection.children}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is told of one subject."""

    subject: str
    decision: Decision
    denials: Sequence[tuple[str, str | None]]
    """Each code, with the rule where that may be told."""
    reasons: Sequence[Record] = ()
    hints: Hints | None = None
    there: bool = True
    acting: Mapping[Action, Decision] = field(default_factory=dict)

    def of(self, action: Action) -> Decision:
        """The decision on an action; of one that was not judged, that nothing is open."""
        return self.decision if action is Action.READ else self.acting.get(action) or self.decision.acting(())


def _plain(mask: Iterable[str]) -> Iterator[str]:
    """The mask without its marks."""
    return (each for each in mask if each[:1] != MARK)


def _denials(
    shown: Iterable[str], rules: Sequence[Record], decision: Decision, unlearnt: Collection[str]
) -> Iterator[tuple[str, str | None]]:
    """Each code as it may be told, once for each of its rules where these are known; what may not be learnt has none."""
    for code in shown:
        (told,) = veiled([code], unlearnt)
        known = rules_of(code, rules, decision, unlearnt) if told == code else ()
        yield from ((told, rule) for rule in [*known] or [None])


def _apart(rows: Iterable[Record]) -> list[Record]:
    """Reasons in a fixed order; paths that the viewer cannot tell apart are one."""
    found = {
        json.dumps(
            [row["rule"], row["path_of"], row["words"], row["path"], row["validTo"], sorted(set(row["gives"])), row.get("through")],
            sort_keys=True,
        ): row
        for row in rows
    }
    return [found[key] for key in sorted(found)]


def _reason_field(child: Selection, row: Record, grant: Grant, shaping: Shaping, texts: Mapping[str, str]) -> Any:
    match child.field:
        case "rule":
            return grant.id
        case "basis":
            return grant.basis
        case "validTo":
            return row["validTo"]
        case "text":
            language = str(shaping.parameters[child.arguments["language"]]).lower()
            return " ".join([*_hanging(row, language), said(texts[language], grant, row["words"], language)])
        case "through":
            through = row.get("through")
            return through and {each.key: through[each.field] for each in child.children}
        case _:
            return [{each.key: step.get(each.field) for each in child.children} for step in row["path"]]


def _hanging(row: Record, language: str) -> Iterator[str]:
    """The sentence of how a row hangs on whom it is seen through."""
    if "row" in row:
        name = row["through"]["name"] or hidden_word(row["through"]["label"], language)
        yield row["row"].says[language].format(subject=name) + "."


def said(text: str, grant: Grant, words: Record, language: str) -> str:
    """The sentence of a grant; what the viewer may not know is said as what kind of thing it is."""

    def word(found: re.Match[str]) -> str:
        node = grant.pattern.node(found[1])
        known = words.get(f"{found[1]}_{found[2]}")
        return str(known) if known is not None else hidden_word("|".join(node.labels) if node else "", language)

    return PLACEHOLDER.sub(word, text)


def denial(selection: Selection, code: str, rule: str | None, shaping: Shaping) -> dict[str, Any]:
    """One denial as the viewer may know it."""
    values: dict[str, Any] = {"code": code, "rule": rule, "overridable": overridable(code)}
    return {
        child.key: message(code, str(shaping.parameters[child.arguments["language"]]).lower())
        if child.field == "message"
        else values[child.field]
        for child in selection.children
    }


def explain(subject: Subject, asked: Selection, mask: str, places: str | None) -> tuple[list[str], str, Explained]:
    """Lines that bind the reasons (if they are asked for), their expression, and how the access is shaped."""
    shape = explained(subject, asked, {grant.id + grant.path: grant for grant in subject.pair.grants})
    if not asks_why(asked.children):
        return [], "", shape
    return *paths(subject, Shown(mask=mask, places=places), subject.pair.grants), shape


def explained(subject: Subject, asked: Selection, grants: Mapping[str, Grant], *, now: bool = True) -> Explained:
    """How the access of a subject is shaped; `grants` are those whose paths are told, in the order of their numbers. `now`: it is not of
    another instant."""
    # What else may open a row or an organisation than its own reasons, these do not tell.
    hinting = now and asks_hints(asked.children) and VIEWS[asked.on].access is Access.MASK
    if hinting:
        subject.context.own()
    return Explained(
        selections=asked.children,
        type=asked.on,
        grants=grants,
        denials=subject.pair.denials,
        rows={row.id: row for row in subject.context.rules.rows_of(subject.label)},
        first_only=subject.context.rules.first_only,
        hinting=hinting,
    )


def opened(subject: Subject, asked: Selection) -> Explained:
    """How the access is shaped for whoever is not the viewer: they learn which rules open something, without what stands on their
    paths."""
    rules, kind = subject.context.rules, subject.context.kind
    rows = {row.id: row for row in rules.rows_of(subject.label)}
    labels = dict.fromkeys((subject.label, *(row.holder for row in rows.values())))
    grants = {grant.id + grant.path: grant for label in labels for grant in Pair.of(rules, kind, label).grants}
    return Explained(selections=asked.children, type=asked.on, grants=grants, rows=rows, first_only=rules.first_only, another=True)


def asks_why(selections: Iterable[Selection]) -> bool:
    """Whether reasons are asked for, or hints, which follow from them."""
    return asks_hints(selections) or any(
        child.field == "grants" or (child.field == "categories" and any(each.field == "reasons" for each in child.children))
        for child in selections
    )
