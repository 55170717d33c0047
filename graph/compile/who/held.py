"""Who holds what the ways lead to: seats that a role gives by, and rights of their own; who of them is kept out by nothing, and how many.

Whether someone holds a seat and is kept out by nothing is asked until the first is found; how many they are is counted only where it
is asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auth.category import INCLUDES, PERSONAL, PLACES, THEMED
from auth.decide import Pair
from auth.groups import BANDS
from auth.names import GRANTED
from auth.pattern import parse
from auth.rule import Denial, Rules, When
from auth.rules.terms import PURPOSE_COVERS, ROLE_COVERS, ROLE_HANDLES, STAFF, STATES_PURPOSE
from auth.viewer import ViewerKind
from graph.compile.giving import common, included_by
from graph.compile.requests import AT_WORK, same
from graph.compile.text import Names, Walk, block, call, counts, listed, literal, map_of, narrowed
from graph.compile.who.kept import KINDS, Holder, Kept, asked_of, holds
from graph.selection import Selection

_PLACES = listed(map(str, PLACES))
_HOLDER = Holder(node="holder", kind="kind", staff="staffed")
_LABEL = "CASE WHEN holder:Employee THEN 'Employee' WHEN holder:Person THEN 'Person' ELSE 'Client' END"
_ONE = "RETURN 1 LIMIT 1"
"""One will do, which ArcadeDB must be told of an EXISTS too: it tries every holder of a role otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Draws who holds what the ways lead to."""

    names: Names
    rules: Rules

    # --- who is kept out ---

    def _denials(self, labels: Sequence[str]) -> tuple[Denial, ...]:
        return tuple(dict.fromkeys(each for label in labels for kind in KINDS for each in self.rules.denying(kind, label)))

    def kept(self, labels: Sequence[str]) -> list[str]:
        """Lines that bind `kept`: of each base whom its denials keep out, of everything, of all that is no override, of places; and the
        few who are cleared, where all but them are kept out of everything."""
        names = [f"{label.lower()}Kept" for label in labels]
        lines = [line for label, name in zip(labels, names, strict=True) for line in self._kept(label, name)]
        return [*lines, f"WITH *, {' + '.join(names)} AS kept"]

    def _kept(self, label: str, name: str) -> list[str]:
        base = self.names.fresh("base")
        pair = Pair(grants=(), denials=self._denials((label,)))
        lists = {"core": pair.core, "most": pair.overridable, "places": pair.places}
        # Where a denial binds all but the few who are cleared, groups are drawn from these.
        few = block("COLLECT", ["UNWIND least AS few", "MATCH (employee:Employee {id: few})", "RETURN employee"])
        least = "CASE WHEN ids IS NULL THEN each.ids ELSE [id IN ids WHERE id IN each.ids] END"
        all_but = "[entry IN entries WHERE entry.but AND entry.closes <> 'places' AND 'Employee' IN entry.of]"
        body = [
            f"UNWIND bases AS {base}",
            f"WITH * WHERE {base}:{label}",
            *Kept(names=self.names, subject=base).lines(lists, "entries"),
            f"WITH *, reduce(ids = null, each IN {all_but} | {least}) AS least",
            f"WITH *, CASE WHEN least IS NULL THEN null ELSE {few} END AS cleared",
            f"RETURN collect({map_of({'id': f'{base}.id', 'cleared': 'cleared', **{each: _of(each) for each in lists}})}) AS {name}",
        ]
        return call(["bases"], body)

    # --- who of them is kept out by nothing ---

    def found(self, labels: Sequence[str]) -> list[str]:
        """Lines that bind `shown`: the groups of roles and those of single holders, each with the entries that someone in it has."""
        alike = [
            "UNWIND [one IN ones WHERE one.way.role IS NOT NULL] AS one",
            "WITH one.of AS of, one.key AS key, collect(one) AS those",
            "RETURN collect(those) AS roles",
        ]
        roles, others = call(["roles", "kept"], self._of_roles(labels)), call(["ones", "kept"], self._of_others(labels))
        return [*call(["ones"], alike), *roles, *others]

    def _of_roles(self, labels: Sequence[str]) -> list[str]:
        covers, own = self._role_codes(), self._purposes("role", "(role:Role)-[:MAY_STATE]->(purpose:Purpose)")
        handled = self._codes_of(ROLE_HANDLES, "role", "theme")
        themed = listed(sorted(map(str, THEMED)))
        every = f"codes + reduce(all = [], code IN [code IN codes WHERE code IN {themed}] | all + [theme IN themes | code + ':' + theme])"
        open_ = self._holders(labels, ["(NOT place OR placed)"], _ONE, "EXISTS")
        some = self._holders(labels, [f"(NOT code IN {_PLACES} OR placed)", self._may("[code]")], _ONE, "EXISTS")
        free = f"(stated IS NULL AND code IN own AND (code IN {_PLACES}) IN open)"
        return [
            "UNWIND roles AS those",
            "WITH *, head(those) AS one",
            "WITH *, one.way.role AS role, one.way.stated AS stated, one.offers AS offers",
            f"WITH *, {covers} AS codes, {handled} AS themes, {own} AS own",
            f"WITH *, {every} AS gives",
            f"WITH *, {common('gives', 'offers', self.names)} AS given",
            "WITH *, [entry IN given WHERE NOT entry CONTAINS ':'] AS wanted",
            f"WITH *, [place IN [false, true] WHERE {open_}] AS open",
            f"WITH *, [code IN wanted WHERE size(open) > 0 AND ({free} OR {some})] AS had",
            "WITH *, [entry IN given WHERE split(entry, ':')[0] IN had] AS entries",
            "RETURN collect({order: one.order, key: one.key, those: those, wanted: wanted, entries: entries}) AS ofRoles",
        ]

    def _holders(
        self,
        labels: Sequence[str],
        tests: Sequence[str],
        last: str,
        keyword: str,
        *,
        ways: Sequence[str] = ("UNWIND those AS each",),
        every: bool = False,
    ) -> str:
        """Whoever holds one of the seats, by the `ways`, and is kept out by nothing; `every`: also those who are, who are not `open`."""
        few = "" if every else " WHEN way.few AND barred.cleared IS NOT NULL THEN barred.cleared"
        open_ = self._open(labels)
        lines = [
            *ways,
            "WITH *, each.way AS way, each.lifts AS lifts",
            "WITH *, way.base AS base, way.seat AS seat, way.holder AS anchor",
            "WITH *, head([it IN kept WHERE it.id = base.id]) AS barred",
            f"WITH *, CASE WHEN anchor IS NOT NULL THEN [anchor]{few} END AS anchors",
            "UNWIND coalesce(anchors, [seat]) AS start",
            "MATCH (start)-[held:HOLDS]-(other)",
            f"WHERE {' AND '.join(counts('held', When.NOW))}",
            "WITH *, CASE WHEN anchors IS NULL THEN other ELSE start END AS holder",
            "WITH *, CASE WHEN anchors IS NULL THEN start ELSE other END AS sat",
            "WHERE sat.id = seat.id AND holder.retractedAt IS NULL",
            f"WITH *, {_LABEL} AS kind, coalesce(way.staff, false) OR {self._staff('holder')} AS staffed",
            "WHERE kind IN way.kinds",
            *([f"WITH *, {open_} AS open"] if every else [f"AND {open_}"]),
            f"WITH *, none(d IN barred.places WHERE {holds('d', _HOLDER)}) AS placed",
            f"WHERE {' AND '.join(tests)}",
            last,
        ]
        return block(keyword, lines)

    def _open(self, labels: Sequence[str]) -> str:
        """No denial binds this way of the holder: a secondary one is bound by core denials alone, others by what they do not lift."""
        core, most = (holds("d", _HOLDER) for _ in range(2))
        # What a way does not tell is null.
        unlifted = "NOT (coalesce(way.{}, false) AND d.code IN lifts)"
        tests = [
            f"none(d IN barred.core WHERE {core} AND {unlifted.format('clears')})",
            f"(coalesce(way.secondary, false) OR none(d IN barred.most WHERE {most} AND {unlifted.format('lifting')}))",
            *asked_of(self.names, self._denials(labels), _HOLDER),
        ]
        return " AND ".join(tests)

    def _staff(self, node: str) -> str:
        pattern = parse(STAFF)
        walk = Walk(pattern=pattern, names=self.names, bound={"viewer": node}, when=When.NOW, terse=True)
        return block("EXISTS", walk.clauses(pattern.edges))

    def _may(self, codes: str) -> str:
        """The holder may state a purpose that covers one of these categories; a person need state none."""
        states = parse(STATES_PURPOSE[ViewerKind.EMPLOYEE] + ", " + PURPOSE_COVERS.replace("(purpose:Purpose)", "(purpose)"))
        walk = Walk(pattern=states, names=self.names, bound={"viewer": "holder"}, when=When.NOW, terse=True)
        lines = walk.clauses(states.edges)
        covers = f"{walk.bound['category']}.code IN {codes} + {_bringing(codes)}"
        stated = f"(way.stated IS NULL OR {walk.bound['purpose']}.code = way.stated)"
        return f"(kind = 'Person' OR {block('EXISTS', narrowed(lines, [covers, stated]))})"

    def _role_codes(self) -> str:
        """Codes of the categories that the role covers, with what they bring."""
        pattern = parse(ROLE_COVERS)
        walk = Walk(pattern=pattern, names=self.names, bound={"role": "role"}, when=When.NOW, terse=True)
        lines = narrowed(walk.clauses(pattern.edges), [f"'READ' IN coalesce({walk.bound['covers']}.actions, ['READ'])"])
        return block("COLLECT", [*lines, *_with_brought(f"{walk.bound['category']}.code")])

    def _purposes(self, start: str, path: str, more: Sequence[str] = ()) -> str:
        """Codes of the categories that purposes cover, with what they bring."""
        pattern = parse(path + ", " + PURPOSE_COVERS.replace("(purpose:Purpose)", "(purpose)"))
        variable = "viewer" if pattern.node("viewer") else "role"
        walk = Walk(pattern=pattern, names=self.names, bound={variable: start}, when=When.NOW, terse=True)
        lines = walk.clauses(pattern.edges)
        tests = [each.format(purpose=walk.bound["purpose"]) for each in more]
        return block("COLLECT", [*narrowed(lines, tests), *_with_brought(f"{walk.bound['category']}.code")])

    def _codes_of(self, path: str, start: str, end: str) -> str:
        pattern = parse(path)
        walk = Walk(pattern=pattern, names=self.names, bound={start: start}, when=When.NOW, terse=True)
        lines = walk.clauses(pattern.edges)
        return block("COLLECT", [*lines, f"RETURN DISTINCT {walk.bound[end]}.code"])

    def _of_others(self, labels: Sequence[str]) -> list[str]:
        """Those who hold a right of their own: persons, and systems."""
        of_client = self._purposes("holder", STATES_PURPOSE[ViewerKind.CLIENT], ["(way.stated IS NULL OR {purpose}.code = way.stated)"])
        found = {
            "order": "one.order",
            "key": "one.key",
            "those": "[one]",
            "wanted": "null",
            "holder": "holder.id",
            "offered": "size(offered) > 0",
            "entries": "CASE WHEN open THEN offered ELSE [] END",
        }
        return [
            "UNWIND [one IN ones WHERE one.way.role IS NULL] AS one",
            "WITH *, one.way AS way, one.lifts AS lifts, one.offers AS offers",
            "WITH *, way.base AS base, way.holder AS holder",
            f"WITH *, {_LABEL} AS kind, false AS staffed, head([each IN kept WHERE each.id = base.id]) AS barred",
            f"WITH *, CASE WHEN kind = 'Client' THEN {of_client} ELSE {listed(map(str, PERSONAL))} END AS covers",
            f"WITH *, {self._open(labels)} AS open, none(d IN barred.places WHERE {holds('d', _HOLDER)}) AS placed",
            f"WITH *, [entry IN offers WHERE split(entry, ':')[0] IN covers AND (placed OR NOT entry IN {_PLACES})] AS offered",
            f"RETURN collect({map_of(found)}) AS ofOthers",
        ]

    # --- how many they are ---

    def counted(self, labels: Sequence[str], asked: Iterable[str], *, exact: bool) -> tuple[list[str], dict[str, str]]:
        """Lines that count who holds something in the `group`, and who would but for a denial; a band needs no more than its greatest
        bound. `exact`: the asker can be a controller."""
        distinct = "reduce(all = [], id IN {0} | CASE WHEN id IN all THEN all ELSE all + id END) AS {1}"
        single = "[each IN group.ways WHERE each.wanted IS NULL AND size(each.entries) > 0 | each.holder]"
        offered = "[each IN group.ways WHERE each.wanted IS NULL AND each.offered | each.holder]"
        lines = [f"WITH *, {distinct.format(single, 'single')}, {distinct.format(offered, 'offered')}"]
        found: dict[str, str] = {}
        if "holdersBand" in asked:
            lines.append(f"WITH *, size({self._several(labels, f'RETURN DISTINCT holder.id LIMIT {BANDS[0][0]}')}) + size(single) AS band")
            found["band"] = "band"
        if exact and {"holders", "excluded"} & set(asked):
            every = self._several(labels, "RETURN DISTINCT [holder.id, open]", every="controller")
            lines.append(f"WITH *, {every} AS every")
            lines.append(
                "WITH *, [each IN every WHERE each[1] | each[0]] AS inside, [each IN every WHERE NOT each[1] | each[0]] AS outside"
            )
            found["holders"] = "size(inside) + size(single)"
            found["excluded"] = "size([id IN outside WHERE NOT id IN inside]) + size(offered) - size(single)"
        return (lines, found) if found else ([], {})

    def _several(self, labels: Sequence[str], last: str, *, every: str = "") -> str:
        may = self._may(f"CASE WHEN placed THEN wanted ELSE [code IN wanted WHERE NOT code IN {_PLACES}] END")
        ways = [
            f"UNWIND [each IN group.ways WHERE each.wanted IS NOT NULL{f' AND {every}' if every else ''}] AS several",
            "WITH *, several.wanted AS wanted UNWIND several.those AS each",
        ]
        return self._holders(labels, [may], last, "COLLECT", ways=ways, every=bool(every))

    # --- who they are ---

    def named(self, labels: Sequence[str], label: str) -> list[str]:
        """Lines that bind `named`: whether another controller, whom no core denial keeps from the subject, has granted the asker the
        names of those who see it (A23)."""
        walk = Walk(pattern=parse(GRANTED), names=self.names, bound={"subject": "subject"}, when=When.NOW, terse=True)
        about = walk.pattern.node("subject")
        if about is None or label not in about.labels:
            return ["WITH *, false AS named"]
        lines = walk.clauses(walk.pattern.edges)
        asker, second = walk.bound["viewer"], walk.bound["second"]
        holder = Holder(node=second, kind="'Employee'", staff="staffed")
        free = [f"none(d IN barred.core WHERE {holds('d', holder)})", *asked_of(self.names, self._denials(labels), holder)]
        body = [
            *narrowed(lines, [f"{asker}.id = ctx.id", f"{second}.id <> ctx.id", f"NOT {same(self.names, second)}"]),
            f"WITH *, {self._staff(second)} AS staffed",
            f"WHERE {' AND '.join(free)}",
            "RETURN 1",
        ]
        barred = "WITH *, head([it IN kept WHERE it.id = subject.id]) AS barred"
        return [barred, f"WITH *, CASE WHEN controller THEN {block('EXISTS', body)} ELSE false END AS named"]

    def names_of(self, labels: Sequence[str], asked: Iterable[Selection]) -> tuple[list[str], dict[str, str]]:
        """Lines that list the employees who hold something in the `group`, a page by ident, and how many they are."""
        lines: list[str] = []
        found: dict[str, str] = {}
        for each in asked:
            first, after = (f"${each.arguments[name]}" for name in ("first", "after"))
            page = f"WHERE holder:Employee AND ({after} IS NULL OR holder.ident > {after}[0])"
            row = map_of({"position": "[holder.ident]", **{name: f"holder.{of}" for name, of in AT_WORK.items()}})
            last = f"WITH DISTINCT holder\n{page}\nRETURN {row} ORDER BY holder.ident LIMIT {first} + 1"
            name = found[f"names{each.arguments['first']}"] = self.names.fresh("names")
            lines.append(f"WITH *, CASE WHEN named THEN {self._several(labels, last)} ELSE [] END AS {name}")
            if any(child.field == "totalCount" for child in each.children):
                every = self._several(labels, "WITH DISTINCT holder\nWHERE holder:Employee\nRETURN holder.id")
                total = found[f"names{each.arguments['first']}Total"] = self.names.fresh("total")
                lines.append(f"WITH *, CASE WHEN named THEN size({every}) END AS {total}")
        return lines, found


def _of(closes: str) -> str:
    return f"[entry IN entries WHERE entry.closes = {literal(closes)}]"


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
