"""`whoCanSee` in Cypher: each grant walked backwards from the subject to the seats and holders that it leads to, cut into groups.

The cost follows what the subject and the roles have, not how many hold them: whether someone holds a seat and is kept out by nothing is
asked until the first is found. How many they are is counted only where it is asked for.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from auth.category import INCLUDES, PERSONAL, PLACES, THEMED, Category
from auth.decide import FOUND_SHOWN, Pair, covered, missing, reserved
from auth.groups import BANDS, CONTROLLER, ROLE, Grouped, band, grouped, opened, themes_of
from auth.pattern import Condition, parse, variables_of
from auth.rule import LASTING, Denial, Grant, RoleOf, When, parts_of
from auth.rules.messages import hidden_word
from auth.rules.terms import CLEARANCE, PURPOSE_COVERS, ROLE_COVERS, ROLE_HANDLES, STAFF, STATES_PURPOSE
from auth.viewer import ViewerKind
from graph.compile.explain import kinds_of
from graph.compile.fields import COUNTED, Fields, apart, only
from graph.compile.giving import Giving, common, included_by
from graph.compile.holders import KINDS, Holder, asked_of, hanging, holds, kept_out
from graph.compile.rights import Inner, Reached
from graph.compile.shape import Object, Page, Record, Shaping
from graph.compile.text import Walk, block, call, counts, listed, literal, map_of, narrowed
from graph.selection import Selection
from graph.views import VIEWS

SUBJECTS = ("Person",)
"""Of whom it can be asked who can see them."""

_PLACEHOLDER = re.compile(r"\{(\w+)\.(\w+)\}")
_ROWS = ("Case", "Activity", "Device")
"""Labels of what a path may lead through that is read as a row of the subject."""
_OBJECTS: Mapping[str, tuple[str, ...]] = {
    "unit": ("Unit",),
    "role": ("Role",),
    "person": ("Person",),
    "organisation": ("Business", "Municipality"),
}
_COUNTED = ("holders", "excluded")
_FIXED = frozenset(
    re.findall(
        r"\w+",
        "controller concerned core over shut least few cleared seats others row rows told ones one roles role each "
        "start held other holder seat kind staffed placed code codes theme themes own gives gives2 entry wanted place "
        "open had entries shownRoles shownOthers order groups group way ways shown page single offered covers mandate "
        "lifts anchored offers d ids id most caseTold activityTold deviceTold read total ",
    )
)
"""Names that the statement uses beside those that are made."""
_HIDDEN_UNIT = "unit:NAV"


# --- the answer --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups(Page):
    """A page of groups; one that the viewer may not ask for is as that of someone who does not exist (A17)."""

    selections: tuple[Selection, ...]
    grants: Sequence[Grant]
    objects: Mapping[int, Object]
    category: str | None
    theme: str | None

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The connection."""
        if found is None:
            shaping.note(self.coordinate, missing(staff=shaping.staff))
        else:
            shaping.misplaced |= not found["concerned"]
        rows = sorted((found or {}).get("rows") or (), key=self.order)
        first = shaping.parameters[self.first]
        return {child.key: self._field(child, found, rows[:first], len(rows) > first, shaping) for child in self.selections}

    def order(self, row: Record) -> tuple[Any, ...]:
        """By the order of the rules, then by what tells groups apart."""
        return tuple(row["position"])

    def _field(self, child: Selection, found: Any, page: list[Record], more: bool, shaping: Shaping) -> Any:
        match child.field:
            case "edges":
                return [{each.key: self._of_edge(each, row, shaping) for each in child.children} for row in page]
            case "pageInfo":
                return {each.key: self._info(each.field, page, more, shaping) for each in child.children}
            case "totalCount":
                return self._total(child, found, shaping)
            case _:
                return NOTICE[_language(child, shaping)]

    def _total(self, child: Selection, found: Any, shaping: Shaping) -> int | None:
        if found is None:
            return None
        if found["total"] > COUNTED:
            shaping.note(f"{child.on}.totalCount", "TOO_MANY")
            return None
        return int(found["total"])

    def _of_edge(self, child: Selection, row: Record, shaping: Shaping) -> Any:
        if child.field == "cursor":
            return self.cursor(row, shaping)
        return {each.key: self._value(each, row, shaping) for each in child.children}

    def _value(self, child: Selection, row: Record, shaping: Shaping) -> Any:
        entries = frozenset(row["entries"])
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
            case "holdersBand":
                return band(row["band"])
            case "since" | "validTo":
                return _span(row["spans"], child.field)
            case _:
                return self.objects[id(child)].shaped(row[f"{child.field}Record"], row, shaping)

    def _counted(self, child: Selection, row: Record, shaping: Shaping) -> int | None:
        if not row["controller"]:
            shaping.note(f"{child.on}.{child.field}", reserved(staff=shaping.staff))
            return None
        return int(row["holders"] if child.field == "holders" else row["all"] - row["holders"])

    def _text(self, row: Record, language: str) -> str:
        """The sentence of the rule; what the viewer may not know is said as what kind of thing it is."""
        grant = self.grants[row["of"]]

        def word(found: re.Match[str]) -> str:
            node = grant.pattern.node(found[1])
            hidden = found[1] == grouped(grant).organisation and row["organisationRecord"] is None
            known = None if hidden or not row["told"] else row["words"].get(f"{found[1]}_{found[2]}")
            return str(known) if known is not None else hidden_word(node.labels[0] if node and node.labels else "", language)

        said = _PLACEHOLDER.sub(word, grant.told[language])
        return said[:1].upper() + said[1:]


NOTICE = {
    "nb": "Noe kan være holdt tilbake etter loven.",
    "en": "Some may be withheld by law.",
}
"""Stands with every answer, so that it tells nothing (A19)."""


def _language(child: Selection, shaping: Shaping) -> str:
    return str(shaping.parameters[child.arguments["language"]]).lower()


def _span(spans: Sequence[Sequence[Sequence[int | None]]], which: str) -> int | None:
    """Since the first of the group's ways began, until the last of them ends: each from its latest beginning to its earliest end."""
    of = [[each for each in begins_and_ends[which != "since"] if each is not None] for begins_and_ends in spans]
    if not of or not all(of):
        return None
    return min(map(max, of)) if which == "since" else max(map(min, of))


# --- the statement -----------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class WhoCanSee:
    """Draws one `whoCanSee` into a statement."""

    fields: Fields
    selection: Selection
    objects: dict[int, Object] = field(default_factory=dict)
    grants: list[Grant] = field(default_factory=list)

    def drawn(self, variable: str) -> tuple[list[str], Groups]:
        """The lines that bind the groups to the variable, and their shape."""
        asks = self.fields.context.kind in (ViewerKind.EMPLOYEE, ViewerKind.PERSON)
        lines = self._lines(variable) if asks else [f"WITH *, null AS {variable}"]
        return lines, self._page()

    def _page(self) -> Groups:
        arguments = self.selection.arguments
        return Groups(
            coordinate=f"{self.selection.on}.{self.selection.field}",
            first=arguments["first"],
            after=arguments["after"],
            edges=(),
            info=(),
            totals=(),
            selections=self.selection.children,
            grants=self.grants,
            objects=self.objects,
            category=arguments.get("category"),
            theme=arguments.get("theme"),
        )

    def _lines(self, variable: str) -> list[str]:
        (label,) = SUBJECTS
        self.fields.context.names.taken |= _FIXED
        subject = self.fresh("subject")
        asked = _Asked(who=self, subject=subject, label=label)
        inner = [
            f"MATCH ({subject}:{label} {{id: ${self.selection.arguments['subject']}}})",
            f"WHERE ctx.permitted AND {subject}.retractedAt IS NULL",
            *asked.may_ask(),
            *asked.kept(),
            *asked.rows(),
            *asked.told_rows(),
            *asked.found(),
            *asked.merged(),
            *asked.page(),
            f"RETURN head(collect({asked.record()})) AS {variable}",
        ]
        return call(["ctx"], inner)

    def fresh(self, word: str) -> str:
        """A name of its own."""
        return self.fields.context.names.fresh(word)

    def given(self, name: str) -> str | None:
        """The parameter of an argument, if the operation has it."""
        found = self.selection.arguments.get(name)
        return f"${found}" if found else None

    @property
    def nodes(self) -> list[Selection]:
        """What is asked of the groups."""
        edges = [child for child in self.selection.children if child.field == "edges"]
        return [each for edge in edges for node in edge.children if node.field == "node" for each in node.children]


@dataclass(slots=True, kw_only=True)
class _Asked:
    """One subject, of one label."""

    who: WhoCanSee
    subject: str
    label: str
    mask: str = ""
    places: str = ""
    tolds: dict[str, str] = field(default_factory=dict)

    # --- who may ask ---

    def may_ask(self) -> list[str]:
        """Whoever reads TRACE of the subject; an employee who reads the category asked for; a controller whom no core denial binds."""
        context, judge = self.who.fields.context, self.who.fields.judge()
        inner = Inner()
        rights, _ = judge.rights(VIEWS[self.label], self.subject, (), inner, None)
        self.mask = rights.mask or "[]"
        subject = judge.subject(self.subject, self.label)
        self.places = self.fresh("places")
        lines = [*inner.before, f"WITH *, {subject.codes(subject.pair.places)} AS {self.places}"]
        ways = [f"'{Category.TRACE}' IN {self.mask}"]
        controller = "false"
        if context.kind is ViewerKind.EMPLOYEE:
            controller = (
                f"({context.flag(parse(CONTROLLER))} AND size({judge.subject(self.subject, self.label).codes(subject.pair.core)}) = 0)"
            )
            category = self.who.given("category")
            if category:
                open_ = f"NOT {category} IN {listed(map(str, PLACES))} OR size({self.places}) = 0"
                ways.append(f"(coalesce({category} IN {self.mask}, false) AND ({open_}))")
        concerned = f"$case IS NULL OR {judge.concerned(VIEWS[self.label], self.subject)}"
        lines.append(f"WITH *, {controller} AS controller, {concerned} AS concerned")
        return [*lines, f"WITH * WHERE controller OR {' OR '.join(ways)}"]

    # --- who is kept out ---

    @property
    def _denials(self) -> tuple[Denial, ...]:
        found = dict.fromkeys(denial for kind in KINDS for denial in self.who.fields.context.rules.denying(kind, self.label))
        return tuple(found)

    def kept(self) -> list[str]:
        """Those whom denials keep out: of everything, of all that is no override, of places."""
        pair = Pair(grants=(), denials=self._denials)
        names = self.who.fields.context.names
        lists = {"core": pair.core, "over": pair.overridable, "shut": pair.places}
        kept = ", ".join(f"{kept_out(names, denials, self.subject)} AS {name}" for name, denials in lists.items())
        least = "reduce(ids = null, each IN [d IN core + over WHERE d.but AND 'Employee' IN d.of] | "
        least += "CASE WHEN ids IS NULL THEN each.ids ELSE [id IN ids WHERE id IN each.ids] END)"
        # Where a denial binds all but the few who are cleared, groups are drawn from these.
        few = block("COLLECT", ["UNWIND least AS few", "MATCH (employee:Employee {id: few})", "RETURN employee"])
        return [
            f"WITH *, {kept}",
            f"WITH *, {least} AS least",
            f"WITH *, CASE WHEN least IS NULL THEN null ELSE {few} END AS cleared",
        ]

    # --- where each grant leads, backwards ---

    def rows(self) -> list[str]:
        """One list of where the roles' grants lead, and one of those who hold a right of their own."""
        grants = dict.fromkeys(grant for kind in KINDS for grant in self.who.fields.context.rules.granting(kind, self.label))
        lines: list[str] = []
        found: dict[bool, list[str]] = {True: [], False: []}
        bodies: list[str] = []
        for grant in grants:
            made = grouped(grant)
            self.who.grants.append(grant)
            name = self.fresh("rows")
            walked = _Way(asked=self, made=made).lines(name)
            bodies += call(["ctx", self.subject, "controller", "cleared", self.mask, self.places, *self.tolds.values()], walked)
            found[bool(made.seat)].append(name)
        told = ", ".join(f"{test} AS {name}" for test, name in self.tolds.items())
        lines += [f"WITH *, {told}"] if told else []
        return [*lines, *bodies, f"WITH *, {' + '.join(found[True]) or '[]'} AS seats, {' + '.join(found[False]) or '[]'} AS others"]

    def told(self, made: Grouped) -> str:
        """The variable that holds whether the mask opens the subject's half of the path (A19)."""
        kinds = {kind.category for edge in made.edges for kind in kinds_of(made.pattern, edge)} - {Category.OPEN}
        tests = [f"{literal(str(each))} IN {self.mask}" for each in sorted(kinds)]
        if not tests:
            return "true"
        test = " AND ".join([*tests, f"size({self.places}) = 0"])
        if test not in self.tolds:
            self.tolds[test] = self.fresh("told")
        return self.tolds[test]

    def told_rows(self) -> list[str]:
        """The ids of the cases, activities and devices on the paths that the viewer reads."""
        fields = self.who.fields
        lines: list[str] = []
        for label in _ROWS:
            row = next(each for each in fields.context.rules.rows_of(label))
            node, name = self.fresh(label.lower()), f"{label.lower()}Told"
            themes = self.fresh(f"{node}Themes")
            listing = "[" + map_of({"code": literal(row.fixed_theme)}) + "]"
            if row.theme_pattern is not None:
                walk = Walk(pattern=row.theme_pattern, names=fields.context.names, bound={"row": node}, when=When.NOW, terse=True)
                body = walk.clauses(row.theme_pattern.edges)
                listing = block("COLLECT", [*body, f"RETURN {map_of({'code': walk.bound['theme'] + '.code'})}"])
            itself = fields.judge().subject(node, label)
            core, codes = itself.codes(itself.pair.core), self.fresh(f"{node}Codes")
            read = itself.test(covered(row), mask=self.mask, themes=themes)
            body = [
                f"UNWIND seats + others AS row UNWIND coalesce(row.{label}, []) AS {node}",
                f"WITH *, {listing} AS {themes}, {core} AS {codes}",
                f"WITH *, {read} AND size({codes}) = 0 AS read",
                f"RETURN collect(CASE WHEN read THEN {node}.id END) AS {name}",
            ]
            lines += call(["ctx", self.subject, self.mask, "seats", "others"], body)
        return lines

    @staticmethod
    def _told_row() -> str:
        every = " AND ".join(f"all(each IN coalesce(row.{label}, []) WHERE each.id IN {label.lower()}Told)" for label in _ROWS)
        return f"coalesce(row.mine, false) OR (coalesce(row.told, false) AND {every})"

    def _whole(self) -> str:
        """Whether neither a category nor a theme is asked for."""
        asked = [each for each in (self.who.given("category"), self.who.given("theme")) if each]
        return " AND ".join(f"{each} IS NULL" for each in asked) or "true"

    # --- who of them is kept out by nothing ---

    def found(self) -> list[str]:
        """The groups of roles and those of single holders, each with the entries that someone in it has."""
        told = [f"{label.lower()}Told" for label in _ROWS]
        scope = ["ctx", self.subject, "controller", "core", "over", "shut"]
        seats = [
            "UNWIND seats AS row",
            f"WITH *, {self._told_row()} AS told",
            f"WITH * WHERE told OR (controller AND (row.plain OR {self._whole()}))",
            "WITH row.at AS at, collect({told: told, row: row}) AS ones",
            "RETURN collect({ones: ones}) AS roles",
        ]
        return [
            *call(["controller", "seats", *told], seats),
            *call([*scope, "roles"], self._of_roles()),
            *call([*scope, "others", *told], self._of_others()),
        ]

    def _of_roles(self) -> list[str]:
        names = self.who.fields.context.names
        covers, own = self._role_codes(), self._purposes("role", "(role:Role)-[:MAY_STATE]->(purpose:Purpose)")
        handled = _codes_of(names, ROLE_HANDLES, "role", "theme")
        themed = listed(sorted(map(str, THEMED)))
        every = f"codes + reduce(all = [], code IN [code IN codes WHERE code IN {themed}] | all + [theme IN themes | code + ':' + theme])"
        open_ = self._holders(tests=["(NOT place OR placed)"], last="RETURN 1", keyword="EXISTS")
        some = self._holders(tests=[self._may("[code]")], last="RETURN 1", keyword="EXISTS")
        places = listed(map(str, PLACES))
        free = f"(row.stated IS NULL AND code IN own AND (code IN {places}) IN open)"
        return [
            "UNWIND roles AS one",
            "WITH *, one.ones AS ones, head(one.ones).row AS row",
            "WITH *, row.role AS role",
            f"WITH *, {covers} AS codes, {handled} AS themes, {own} AS own",
            f"WITH *, {every} AS gives",
            f"WITH *, CASE WHEN row.far IS NULL THEN gives ELSE {common('gives', 'row.far', names)} END AS gives2",
            "WITH *, [entry IN gives2 WHERE NOT entry CONTAINS ':'] AS wanted",
            f"WITH *, [place IN [false, true] WHERE {open_}] AS open",
            f"WITH *, [code IN wanted WHERE size(open) > 0 AND ({free} OR {some})] AS had",
            "WITH *, [entry IN gives2 WHERE split(entry, ':')[0] IN had] AS entries",
            "RETURN collect({order: row.order, key: row.key, ones: ones, wanted: wanted, entries: entries}) AS shownRoles",
        ]

    def _holders(self, *, tests: Sequence[str], last: str, keyword: str, kept: bool = True) -> str:
        """Whoever holds one of the seats, by the paths in `ones`, and is kept out by nothing."""
        holder = Holder(node="holder", kind="kind", staff="staffed")
        lines = [
            "UNWIND ones AS each",
            "UNWIND each.row.starts AS start",
            "MATCH (start)-[held:HOLDS]-(other)",
            f"WHERE {' AND '.join(counts('held', When.NOW))}",
            "WITH *, coalesce(each.row.anchored, false) AS anchored",
            "WITH *, CASE WHEN anchored THEN start ELSE other END AS holder, CASE WHEN anchored THEN other ELSE start END AS seat",
            "WHERE seat.id = each.row.seat AND holder.retractedAt IS NULL",
            f"WITH *, {_label_of('holder')} AS kind, coalesce(each.row.staff, false) OR {self._staff('holder')} AS staffed",
            f"WHERE kind IN each.row.kinds{f' AND {self._open(holder)}' if kept else ''}",
            f"WITH *, none(d IN shut WHERE {holds('d', holder)}) AS placed",
            f"WHERE {' AND '.join(tests)}",
            last,
        ]
        return block(keyword, lines)

    def _open(self, holder: Holder) -> str:
        """No denial binds this path of the holder: a secondary one is bound by core denials alone, others by what they do not lift."""
        core, over = (holds("d", holder) for _ in range(2))
        # What a row does not tell is null.
        unlifted = "NOT (coalesce(each.row.{}, false) AND d.code IN coalesce(each.lifts, each.row.lifts, []))"
        tests = [
            f"none(d IN core WHERE {core} AND {unlifted.format('clears')})",
            f"(coalesce(each.row.secondary, false) OR none(d IN over WHERE {over} AND {unlifted.format('lifting')}))",
            *asked_of(self.who.fields.context.names, self._denials, holder),
        ]
        return " AND ".join(tests)

    def _staff(self, node: str) -> str:
        pattern = parse(STAFF)
        walk = Walk(pattern=pattern, names=self.who.fields.context.names, bound={"viewer": node}, when=When.NOW, terse=True)
        return block("EXISTS", walk.clauses(pattern.edges))

    def _may(self, codes: str) -> str:
        """The holder may state a purpose that covers one of these categories; a person need state none."""
        states = parse(STATES_PURPOSE[ViewerKind.EMPLOYEE] + ", " + PURPOSE_COVERS.replace("(purpose:Purpose)", "(purpose)"))
        walk = Walk(pattern=states, names=self.who.fields.context.names, bound={"viewer": "holder"}, when=When.NOW, terse=True)
        lines = walk.clauses(states.edges)
        covers = f"{walk.bound['category']}.code IN {codes} + {_bringing(codes)}"
        stated = f"(each.row.stated IS NULL OR {walk.bound['purpose']}.code = each.row.stated)"
        return f"(kind = 'Person' OR {block('EXISTS', narrowed(lines, [covers, stated]))})"

    def _role_codes(self) -> str:
        """Codes of the categories that the role covers, with what they bring."""
        pattern = parse(ROLE_COVERS)
        walk = Walk(pattern=pattern, names=self.who.fields.context.names, bound={"role": "role"}, when=When.NOW, terse=True)
        lines = narrowed(walk.clauses(pattern.edges), [f"'READ' IN coalesce({walk.bound['covers']}.actions, ['READ'])"])
        return block("COLLECT", [*lines, *_with_brought(f"{walk.bound['category']}.code")])

    def _purposes(self, start: str, path: str, more: Sequence[str] = ()) -> str:
        """Codes of the categories that purposes cover, with what they bring."""
        names = self.who.fields.context.names
        pattern = parse(path + ", " + PURPOSE_COVERS.replace("(purpose:Purpose)", "(purpose)"))
        variable = "viewer" if pattern.node("viewer") else "role"
        walk = Walk(pattern=pattern, names=names, bound={variable: start}, when=When.NOW, terse=True)
        lines = walk.clauses(pattern.edges)
        tests = [each.format(purpose=walk.bound["purpose"]) for each in more]
        return block("COLLECT", [*narrowed(lines, tests), *_with_brought(f"{walk.bound['category']}.code")])

    def _of_others(self) -> list[str]:
        """Those who hold a right of their own: persons, and systems."""
        holder = Holder(node="holder", kind="kind", staff="false")
        of_client = self._purposes(
            "holder", STATES_PURPOSE[ViewerKind.CLIENT], ["(each.row.stated IS NULL OR {purpose}.code = each.row.stated)"]
        )
        relative = self._relative()
        shut = f"placed OR NOT entry IN {listed(map(str, PLACES))}"
        found = {
            "order": "row.order",
            "key": "row.key",
            "ones": "[each]",
            "wanted": "null",
            "holder": "holder.id",
            "offered": "size(offered) > 0",
            "entries": "CASE WHEN open THEN offered ELSE [] END",
        }
        return [
            "UNWIND others AS row",
            f"WITH *, {self._told_row()} AS told",
            f"WITH * WHERE told OR (controller AND (row.plain OR {self._whole()}))",
            *relative,
            "WITH *, row.mandate AS mandate",
            f"WITH *, CASE WHEN mandate IS NULL THEN [] ELSE {self._lifted()} END AS lifts",
            "WITH *, {told: told, row: row, lifts: lifts} AS each, row.holder AS holder",
            f"WITH *, {_label_of('holder')} AS kind",
            f"WITH *, CASE WHEN kind = 'Client' THEN {of_client} ELSE {listed(map(str, PERSONAL))} END AS covers",
            f"WITH *, {self._open(holder)} AS open, none(d IN shut WHERE {holds('d', holder)}) AS placed",
            f"WITH *, [entry IN row.gives WHERE split(entry, ':')[0] IN covers AND ({shut})] AS offered",
            f"RETURN collect({map_of(found)}) AS shownOthers",
        ]

    def _lifted(self) -> str:
        """The codes of the protections that the mandate of a holder passes."""
        pattern = parse(CLEARANCE)
        walk = Walk(pattern=pattern, names=self.who.fields.context.names, bound={"mandate": "mandate"}, when=When.NOW, terse=True)
        return block("COLLECT", [*walk.clauses(pattern.edges), f"RETURN DISTINCT {walk.bound['protection']}.code"])

    def _relative(self) -> list[str]:
        """To outsiders, one whom a core denial hides is absent (A7)."""
        judge = self.who.fields.judge()
        person, name = self.fresh("person"), self.fresh("hidden")
        inner = Inner()
        judge.rights(VIEWS["Person"], person, (), inner, self._reached())
        body = [
            f"UNWIND CASE WHEN coalesce(row.personal, false) AND NOT controller THEN [row.holder] ELSE [] END AS {person}",
            *inner.before,
            f"RETURN any(each IN collect({inner.visible}) WHERE NOT each) AS {name}",
        ]
        return [*call(["ctx", self.subject, "controller", "row"], body), f"WITH * WHERE NOT {name}"]

    def _reached(self) -> Reached:
        return Reached(holder=self.subject, row=None, mask=self.mask)

    # --- groups, pages ---

    def merged(self) -> list[str]:
        """Each group once, with what all its ways give; only those asked for."""
        wanted = self._wanted()
        body = [
            "UNWIND shownRoles + shownOthers AS one",
            "WITH one.order AS order, one.key AS key, collect(one) AS ways",
            "WITH *, reduce(all = [], one IN ways | all + one.entries) AS entries",
            f"WITH * WHERE {wanted}",
            "RETURN collect({order: order, key: key, ways: ways, entries: entries}) AS groups",
        ]
        return call(["shownRoles", "shownOthers"], body)

    def _wanted(self) -> str:
        category, theme = self.who.given("category"), self.who.given("theme")
        themed = listed(sorted(map(str, THEMED)))
        tests = ["size(entries) > 0"]
        if category:
            tests.append(f"({category} IS NULL OR {category} IN entries)")
        if theme:
            of = f"({category} IS NULL OR split(entry, ':')[0] = {category})" if category else "true"
            some = f"size([entry IN entries WHERE entry CONTAINS ':' AND {of} AND split(entry, ':')[1] IN [{theme}, '*']]) > 0"
            free = f" OR ({category} IS NOT NULL AND NOT {category} IN {themed})" if category else ""
            tests.append(f"({theme} IS NULL OR {some}{free})")
        return " AND ".join(tests)

    def page(self) -> list[str]:
        """The groups of one page, and one more, each with what is asked of it."""
        first, after = self.who.given("first"), self.who.given("after")
        if not {"edges", "pageInfo"} & {child.field for child in self.who.selection.children}:
            return ["WITH *, [] AS page"]
        record = {
            "position": "[order, key]",
            "entries": "group.entries",
            "of": "row.of",
            "told": "told",
            "controller": "controller",
            "words": "coalesce(row.words, {})",
            "spans": "[one IN ones WHERE one.told | one.row.span]",
        }
        asked = {each.field for each in self.who.nodes}
        counted: list[str] = []
        if asked & {*_COUNTED, "holdersBand"}:
            counted, more = self._count(asked)
            record |= more
        objects: list[str] = []
        for name in _OBJECTS:
            if name in asked or (name == "organisation" and "text" in asked):
                objects += self._object(name)
                record[f"{name}Record"] = f"{name}Record"
        body = [
            "UNWIND groups AS group",
            "WITH *, group.order AS order, group.key AS key",
            f"WITH * WHERE {after} IS NULL OR order > {after}[0] OR (order = {after}[0] AND key > {after}[1])",
            f"WITH * ORDER BY order, key LIMIT {first} + 1",
            "WITH *, reduce(all = [], way IN group.ways | all + way.ones) AS ones",
            "WITH *, coalesce(head([one IN ones WHERE one.told]), head(ones)) AS shown",
            "WITH *, shown.row AS row, shown.told AS told",
            *counted,
            *objects,
            f"RETURN collect({map_of(record)}) AS page",
        ]
        return call(["ctx", self.subject, self.mask, "controller", "core", "over", "shut", "groups"], body)

    def _count(self, asked: set[str]) -> tuple[list[str], dict[str, str]]:
        """How many hold something in the group, and how many would but for a denial; a band needs no more than its greatest bound."""
        single = "[way IN group.ways WHERE way.wanted IS NULL AND size(way.entries) > 0 | way.holder]"
        offered = "[way IN group.ways WHERE way.wanted IS NULL AND way.offered | way.holder]"
        lines: list[str] = []
        found: dict[str, str] = {}
        if "holdersBand" in asked:
            found["band"] = f"size({self._several('RETURN DISTINCT holder.id LIMIT ' + str(BANDS[0][0]))}) + size(single)"
        if asked & set(_COUNTED):
            exact = self._several("RETURN DISTINCT holder.id")
            every = self._several("RETURN DISTINCT holder.id", kept=False)
            found["holders"] = f"CASE WHEN controller THEN size({exact}) + size(single) ELSE 0 END"
            found["all"] = f"CASE WHEN controller THEN size({every}) + size(offered) ELSE 0 END"
        distinct = "reduce(all = [], id IN {0} | CASE WHEN id IN all THEN all ELSE all + id END) AS {1}"
        lines.append(f"WITH *, {distinct.format(single, 'single')}, {distinct.format(offered, 'offered')}")
        lines.append("WITH *, " + ", ".join(f"{text} AS {name}" for name, text in found.items()))
        return lines, {name: name for name in found}

    def _several(self, last: str, *, kept: bool = True) -> str:
        may = self._may(f"CASE WHEN placed THEN way.wanted ELSE [code IN way.wanted WHERE NOT code IN {listed(map(str, PLACES))}] END")
        found = self._holders(tests=[may], last=last, keyword="COLLECT", kept=kept)
        return found.replace(
            "UNWIND ones AS each", "UNWIND [way IN group.ways WHERE way.wanted IS NOT NULL] AS way UNWIND way.ones AS each", 1
        )

    def _object(self, name: str) -> list[str]:
        """The node of the group that a field shows, masked for the viewer; none where the path is not told."""
        fields = self.who.fields
        asked = [each for each in self.who.nodes if each.field == name]
        selections = apart(asked)
        parts: list[str] = []
        lines: list[str] = []
        leaves: dict[str, Any] = {}
        told = "true" if name == "role" else "told"
        for type_ in _OBJECTS[name]:
            view = VIEWS[type_]
            node, kept = self.fresh(view.label.lower()), self.fresh(f"as{type_}")
            inner = Inner()
            mine = tuple(each for each in selections if each.on == type_)
            rights, extra = fields.judge().rights(view, node, mine, inner, self._reached() if type_ == "Person" else None)
            if type_ == "Person":
                subject = fields.judge().subject(node, type_)
                inner.visible = subject.test(FOUND_SHOWN, mask=rights.mask or "[]", themes="[]")
            drawn = fields.drawn(view, node, "", rights, mine)
            record = map_of({"it": map_of(drawn.values), "type": literal(type_), **extra})
            body = [
                f"UNWIND CASE WHEN {told} AND row.{name} IS NOT NULL THEN [row.{name}] ELSE [] END AS {node}",
                f"WITH * WHERE {node}:{view.label}",
                *inner.before,
                *([f"WITH * WHERE {inner.visible}"] if inner.visible else []),
                *inner.after,
                *drawn.lines,
                f"RETURN collect({record}) AS {kept}",
            ]
            lines += call(["ctx", self.subject, self.mask, "told", "row"], body)
            parts.append(kept)
            leaves[type_] = tuple(drawn.leaves)
        whole = Object(leaves=leaves, abstract=name == "organisation")
        for number, child in enumerate(asked):
            self.who.objects[id(child)] = only(whole, number)
        return [*lines, f"WITH *, head({' + '.join(parts)}) AS {name}Record"]

    def record(self) -> str:
        """What the answer needs."""
        total = "total" if "totalCount" in {child.field for child in self.who.selection.children} else ""
        return map_of({"concerned": "concerned", "rows": "page", **({"total": "size(groups)"} if total else {})})

    def fresh(self, word: str) -> str:
        """A name of its own."""
        return self.who.fields.context.names.fresh(word)


@dataclass(slots=True, kw_only=True)
class _Way:
    """One grant, walked from the subject to its seats or holders: rows that tell where it led."""

    asked: _Asked
    made: Grouped

    def lines(self, name: str) -> list[str]:
        context, made = self.asked.who.fields.context, self.made
        told = self.asked.told(made)
        walk = Walk(pattern=made.pattern, names=context.names, bound={"subject": self.asked.subject}, when=When.NOW, terse=True)
        lines = self._walked(walk)
        lines = narrowed(lines, self._tests(walk)) if lines else [f"WITH * WHERE {' AND '.join(self._tests(walk)) or 'true'}"]
        giving = Giving(names=context.names, bound=walk.bound, pattern=made.pattern)
        entries = giving.entries(made.rest) if made.rest is not None else "null"
        unit, lines_of_unit = self._unit(walk)
        first = [] if made.personal or told == "true" else [f"WITH * WHERE controller OR {told}"]
        row = self._row(walk, told, entries, unit)
        return [*first, *lines, *giving.lines, *lines_of_unit, f"RETURN collect(DISTINCT {row}) AS {name}"]

    def _walked(self, walk: Walk) -> list[str]:
        made = self.made
        edges = [edge for edge in made.pattern.edges if not (made.seated and "viewer" in (edge.start, edge.end))]
        near = [edge for edge in hanging(made.pattern, "subject") if edge in edges] if made.seated else edges
        if not made.seat and not edges:
            # Own data: the viewer is the subject.
            walk.bound["viewer"] = walk.bound["subject"]
            return []
        lines = walk.clauses(near) if near else []
        rest = [edge for edge in edges if edge not in near]
        if rest and not any(name in walk.bound for edge in rest for name in (edge.start, edge.end)):
            reach = self._reach("role")
            lines += narrowed(walk.begin(ROLE), [test.replace("role.", f"{walk.bound[ROLE]}.") for test in reach])
        return [*lines, *(walk.clauses(rest) if rest else [])]

    def _reach(self, role: str) -> list[str]:
        found = next((part for part in parts_of(self.made.grant.gives) if isinstance(part, RoleOf)), None)
        return [f"{role}.reach IN {listed(found.reach)}"] if found and found.reach else []

    def _tests(self, walk: Walk) -> list[str]:
        own = [each for each in self.made.conditions if walk.bound.get("viewer") != walk.bound["subject"] or not _of_viewer(each)]
        tests = walk.conditions(own)
        tests += self._reach(walk.bound[ROLE]) if self.made.seat else []
        named = {name: bound for name, bound in walk.bound.items() if not name.startswith("_")}
        for pattern in self.made.grant.exceptions:
            inner = Walk(pattern=pattern, names=walk.names, bound=dict(named), when=When.NOW, terse=True)
            tests.append(f"NOT {block('EXISTS', inner.clauses(pattern.edges))}")
        return tests

    def _unit(self, walk: Walk) -> tuple[str, list[str]]:
        """Whether the unit must read as NAV (A10)."""
        if not self.made.unit:
            return "", []
        judge = self.asked.who.fields.judge()
        unit, name = walk.bound[self.made.unit], self.asked.fresh("veiled")
        subject = judge.subject(unit, "Unit")
        return name, [f"WITH *, size({subject.codes(subject.pair.places)}) > 0 AS {name}"]

    def _row(self, walk: Walk, told: str, entries: str, veiled: str) -> str:
        made, bound = self.made, walk.bound
        rules = [grant.id for grant in self.asked.who.fields.context.rules.grants]
        number = len(self.asked.who.grants) - 1
        ids = [self._id(bound[name], veiled if name == made.unit else "") for name in made.key]
        key = " + ' ' + ".join(ids) or "''"
        mine = f"{bound['viewer']}.id = ctx.id" if made.personal else "false"
        row = {
            "at": f"'{number} ' + {key}",
            "of": str(number),
            "order": str(rules.index(made.grant.id)),
            "key": key,
            "told": told,
            "plain": str(not made.telling).lower(),
            "mine": mine,
            "kinds": listed(kind.label for kind in KINDS if kind.label in made.grant.viewer_labels),
            "personal": str(made.personal).lower(),
            "secondary": str(made.grant.secondary).lower(),
            "clears": str(bool(made.grant.clears)).lower(),
            "lifting": str(bool(made.grant.lifts)).lower(),
            "lifts": self.asked.who.fields.context.lifts(made.grant, bound) if made.seat else "[]",
            "mandate": bound["mandate"] if made.grant.clears and not made.seat else "null",
            "stated": f"{bound[made.purpose]}.code" if made.purpose else "null",
            "words": map_of(self._words(walk, veiled)),
            "span": self._span(walk),
            "role": bound[ROLE] if made.seat else "null",
            "unit": bound[made.unit] if made.unit else "null",
            "organisation": bound[made.organisation] if made.organisation else "null",
            "person": bound["viewer"] if made.personal else "null",
            **{label: self._nodes(walk, label) for label in _ROWS},
        }
        if made.seat:
            row |= self._seat(walk, entries)
        else:
            row |= {"holder": bound["viewer"], "gives": entries}
        return map_of({name: text for name, text in row.items() if text not in ("null", "false", "[]", "{}")})

    def _seat(self, walk: Walk, entries: str) -> dict[str, str]:
        made, seat = self.made, walk.bound[self.made.seat]
        staff = _staffed(made.grant)
        few = staff and made.seated and not (made.grant.secondary or made.grant.lifts)
        anchored, starts = ("false", f"[{seat}]") if made.seated else ("true", f"[{walk.bound['viewer']}]")
        if few:
            anchored, starts = "cleared IS NOT NULL", f"CASE WHEN cleared IS NULL THEN [{seat}] ELSE cleared END"
        return {"far": entries, "seat": f"{seat}.id", "staff": str(staff).lower(), "anchored": anchored, "starts": starts}

    @staticmethod
    def _id(variable: str, veiled: str) -> str:
        return f"CASE WHEN {veiled} THEN {literal(_HIDDEN_UNIT)} ELSE {variable}.id END" if veiled else f"{variable}.id"

    def _words(self, walk: Walk, veiled: str) -> dict[str, str]:
        found = {each for text in self.made.grant.told.values() for each in _PLACEHOLDER.findall(text)}
        words = {f"{node}_{name}": f"{walk.bound[node]}.{name}" for node, name in sorted(found)}
        return {
            each: f"CASE WHEN {veiled} THEN 'NAV' ELSE {text} END" if veiled and each.startswith(f"{self.made.unit}_") else text
            for each, text in words.items()
        }

    def _span(self, walk: Walk) -> str:
        """The latest beginning and the earliest end of what the group has in common."""
        facts = [walk.bound[edge.variable] for edge in self.made.edges if not edge.walks]
        facts += [walk.bound[node.variable] for node in self.made.grant.pattern.nodes if node.labels and node.labels[0] in LASTING]
        begins, ends = (f"[{', '.join(f'{each}.{name}' for each in facts)}]" for name in ("validFrom", "validTo"))
        return f"[{begins}, {ends}]"

    def _nodes(self, walk: Walk, label: str) -> str:
        nodes = [node.variable for node in self.made.grant.pattern.nodes if label in node.labels[:1] and node.variable != "subject"]
        return f"[{', '.join(walk.bound[each] for each in nodes)}]"


def _of_viewer(condition: Condition) -> bool:
    return "viewer" in variables_of(condition)


def _staffed(grant: Grant) -> bool:
    """Whether whoever goes that way holds a position at a unit."""
    units = {node.variable for node in grant.pattern.nodes if node.labels == ("Unit",)}
    held = {edge.end for edge in grant.pattern.edges if edge.start == "viewer" and edge.types == ("HOLDS",)}
    return any(edge.types == ("AT",) and edge.start in held and edge.end in units for edge in grant.pattern.edges)


def _label_of(node: str) -> str:
    return f"CASE WHEN {node}:Employee THEN 'Employee' WHEN {node}:Person THEN 'Person' ELSE 'Client' END"


def _bringing(codes: str) -> str:
    """A list of the categories that bring one of these with them."""
    brought = [(literal(str(one)), literal(str(each))) for each, brings in INCLUDES.items() for one in sorted(brings)]
    return " + ".join(f"CASE WHEN {one} IN {codes} THEN [{each}] ELSE [] END" for one, each in brought)


def _with_brought(code: str) -> list[str]:
    """Lines that return the code with what its category brings, of those that a mask can hold."""
    return [
        f"UNWIND [{code}] + {included_by(code)} AS code",
        "WITH code",
        f"WHERE code IN {listed(map(str, PERSONAL))}",
        "RETURN DISTINCT code",
    ]


def _codes_of(names: Any, path: str, start: str, end: str) -> str:
    pattern = parse(path)
    walk = Walk(pattern=pattern, names=names, bound={start: start}, when=When.NOW, terse=True)
    lines = walk.clauses(pattern.edges)
    return block("COLLECT", [*lines, f"RETURN DISTINCT {walk.bound[end]}.code"])
