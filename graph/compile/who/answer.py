"""The answer of `whoCanSee`: a page of groups, each in words, with no more than the asker may know."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auth.category import Category
from auth.decide import in_themes, missing, reserved
from auth.groups import band, grouped, opened, themes_of
from auth.names import SECOND_CONTROLLER
from auth.rule import Grant
from auth.rules.messages import hidden_word
from graph.compile.disclosed import key
from graph.compile.fields import COUNTED
from graph.compile.requests import employee
from graph.compile.shape import TOO_MANY, Listing, Object, Record, Shaping
from graph.compile.text import FOREVER
from graph.selection import Selection

_PLACEHOLDER = re.compile(r"\{(\w+)\.(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups(Listing):
    """A page of groups; one that the viewer may not ask for is as that of someone who does not exist (A17)."""

    subject: str
    there: str
    """Where the record has the type of the subject, whether or not it may be asked about."""
    grants: Sequence[Grant]
    objects: Mapping[int, Object]
    category: str | None
    theme: str | None

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The connection."""
        there, subject = record.get(self.there), shaping.parameters[self.subject]
        with shaping.told.about(subject if there else None, there or "", key("id", subject)) as about:
            if found is None:
                shaping.note(self.coordinate, missing(staff=shaping.staff))
            else:
                shaping.misplaced |= not found["concerned"]
                about.give(self.coordinate, Category.TRACE)
            return self._answer(found, shaping)

    def _answer(self, found: Any, shaping: Shaping) -> dict[str, Any]:
        return self.connection(sorted(_rows(found or {}), key=self.order), found, shaping)

    def order(self, row: Record) -> tuple[Any, ...]:
        """By the order of the rules, then by what tells groups apart."""
        return tuple(row["position"])

    def node(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        """The group."""
        return {each.key: self._value(each, row, shaping) for each in child.children}

    def beside(self, child: Selection, found: Any, shaping: Shaping) -> Any:
        """How many groups there are, what they can see, and the notice."""
        match child.field:
            case "totalCount":
                return self._total(child, found, shaping)
            case "type":
                return found and found["type"]
            case _:
                return NOTICE[_language(child, shaping)]

    def _total(self, child: Selection, found: Any, shaping: Shaping) -> int | None:
        if found is None:
            return None
        if found["total"] > COUNTED:
            shaping.note(f"{child.on}.totalCount", TOO_MANY)
            return None
        return int(found["total"])

    def _value(self, child: Selection, row: Record, shaping: Shaping) -> Any:
        entries = frozenset(row["entries"]).union(*(in_themes([*map(Category, codes)], themes) for codes, themes in row["within"]))
        category, theme = (shaping.parameters[name] if name else None for name in (self.category, self.theme))
        veiled = not row["told"] and grouped(self.grants[row["of"]]).telling
        categories = frozenset() if veiled else opened(entries, category, theme)
        match child.field:
            case "rule":
                return self.grants[row["of"]].id
            case "text":
                return self._text(row, _language(child, shaping))
            case "categories":
                return [str(each) for each in Category if each in categories]
            case "themes":
                return None if veiled else themes_of(entries, categories, theme)
            case "holders" | "excluded":
                return self._counted(child, row, shaping)
            case "whoHolds":
                return self._names(child, row, shaping)
            case "holdersBand":
                return band(row["band"])
            case "since" | "validTo":
                return _span(row["spans"], child.field)
            case _:
                return self.objects[id(child)].shaped(row.get(child.field), row, shaping)

    def _counted(self, child: Selection, row: Record, shaping: Shaping) -> int | None:
        if not row["controller"]:
            shaping.note(f"{child.on}.{child.field}", reserved(staff=shaping.staff))
            return None
        return int(row[child.field])

    def _names(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any] | None:
        """The employees in a group, a page by ident: to a controller whom another has granted it, and of this instant (A23)."""
        if not row["controller"] or not row["present"]:
            shaping.note(f"{child.on}.{child.field}", reserved(staff=shaping.staff))
            return None
        if not row["named"]:
            shaping.note(f"{child.on}.{child.field}", SECOND_CONTROLLER)
            return None
        shaping.told.here.give(f"{child.on}.{child.field}", Category.TRACE)
        return Names.of(child, (), selections=child.children).shaped(row, row, shaping)

    def _text(self, row: Record, language: str) -> str:
        """The sentence of the rule; what the viewer may not know is said as what kind of thing it is."""
        grant = self.grants[row["of"]]

        def word(found: re.Match[str]) -> str:
            node = grant.pattern.node(found[1])
            known = None if not row["told"] else row["words"][grouped(grant).named.index(found[1])]
            return str(known) if known is not None else hidden_word(node.labels[0] if node and node.labels else "", language)

        said = _PLACEHOLDER.sub(word, grant.told[language])
        return said[:1].upper() + said[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names(Listing):
    """A page of the employees in one group."""

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The connection."""
        return self.connection(found[f"names{self.first}"], found, shaping)

    def node(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        """Who an employee is at work."""
        return employee(child, row)

    def beside(self, child: Selection, found: Any, shaping: Shaping) -> Any:
        """How many they are."""
        return found[f"names{self.first}Total"]


NOTICE = {
    "nb": "Noe kan være holdt tilbake etter loven, eller utelatt fordi du ikke kan se det som gir tilgangen.",
    "en": "Some may be withheld by law, or left out since you may not read what gives the access.",
}
"""Stands with every answer, so that it tells nothing (A19)."""


def _language(child: Selection, shaping: Shaping) -> str:
    return str(shaping.parameters[child.arguments["language"]]).lower()


def _span(spans: Sequence[Sequence[int]], which: str) -> int | None:
    """Since the first of the group's ways began, until the last of them ends."""
    found = min((begins for begins, _ in spans), default=None) if which == "since" else max((ends for _, ends in spans), default=None)
    return None if found is None or abs(found) == FOREVER else found


def _rows(found: Record) -> Iterator[Record]:
    """The groups, each with the first node that each of its fields shows."""
    shown: dict[int, dict[str, Any]] = {}
    for name, nodes in (found.get("objects") or {}).items():
        for node in nodes:
            shown.setdefault(node["number"], {}).setdefault(name, node)
    return ({**shown.get(row["number"], {}), **row} for row in found.get("rows") or ())
