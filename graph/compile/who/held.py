"""Who holds what the ways lead to: seats that a role gives by, and rights of their own; who of them is kept out by nothing, and how many.

Whether someone holds a seat and is kept out by nothing is asked until the first is found; how many they are is counted only where it
is asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auth.category import PERSONAL, PLACES, THEMED
from auth.decide import Pair
from auth.groups import BANDS
from auth.names import GRANTED
from auth.pattern import parse
from auth.rule import Denial, Rules, When
from auth.rules.terms import PURPOSE_COVERS, ROLE_COVERS, ROLE_HANDLES, ROLE_STATES, STAFF, STATES_PURPOSE
from auth.viewer import ViewerKind
from graph.compile.giving import included_in, within
from graph.compile.requests import AT_WORK, same
from graph.compile.text import Names, Walk, block, call, counts, listed, literal, map_of, narrowed
from graph.compile.who.kept import KINDS, Holder, Kept, asked_of, holds, inherited
from graph.compile.who.through import opens
from graph.selection import Selection
from graph.views.access import categories

_PLACES = listed(map(str, PLACES))
_PERSONAL = listed(map(str, PERSONAL))
_HOLDER = Holder(node="holder", kind="kind", staff="staffed")
_LABEL = "CASE WHEN holder:Employee THEN 'Employee' WHEN holder:Person THEN 'Person' ELSE 'Client' END"
_ANY_PURPOSE = map_of({"covers": _PERSONAL})
_GROUP = {"order": "form.order", "key": "form.key", "those": "form.those", "apart": "form.apart"}
_GROUP |= {each: each for each in ("wanted", "given", "entries")} | {"themes": "form.themes"}
_APART = (
    "UNWIND those AS it",
    "WITH it.way.base.id AS base, it.way.seat.id AS seat, it.way.holder.id AS holder, it.way.stated AS stated, it.lifts AS lifts, it",
    "WITH base, seat, holder, stated, lifts, collect(it) AS alike",
    "RETURN head(alike)",
)
_OF_ROLES = [each for path in (ROLE_COVERS, ROLE_HANDLES, ROLE_STATES) for each in parse(path).edges[0].types]
_ROLE_HAS = f"(role:Role)-[has:{'|'.join(_OF_ROLES)}]->(what)"
"""All that is read of a role, in one walk."""
_THEMED = listed(sorted(map(str, THEMED)))
_EVERY = f"codes + reduce(all = [], code IN [code IN codes WHERE code IN {_THEMED}] | all + [theme IN themes | code + ':' + theme])"
_ONE = "RETURN 1 LIMIT 1"
"""One will do, which ArcadeDB must be told of an EXISTS too: it tries every holder of a role otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Draws who holds what the ways lead to."""

    names: Names
    rules: Rules
    bases: Sequence[str]
    """Labels of those through whom the subject can be read, and of it."""
    alone: bool
    """Whether it is read through itself alone."""
    limited: bool = False
    """Whether the asker can be told of no more categories than `limits`."""

    # --- who is kept out ---

    def _denials(self, label: str) -> tuple[Denial, ...]:
        return tuple(dict.fromkeys(each for kind in KINDS for each in self.rules.denying(kind, label)))

    def kept(self) -> list[str]:
        """Lines that bind `kept`: of each base whom its denials and those of the subject keep out, of everything, of all that is no
        override, of the places of the subject; and the few who are cleared, where all but them are kept out of everything."""
        labels = [label for label in self.bases if self._denials(label)]
        names = [f"{label.lower()}Kept" for label in labels]
        bodies = [line for label, name in zip(labels, names, strict=True) for line in self._kept(label, name)]
        return [
            "WITH *, [subject] + thing.owners + [link IN links | link.node] AS heads",
            *self._inherits(),
            *bodies,
            f"WITH *, {' + '.join(names)} AS barring",
            *call(["heads", "inherits", "barring"], self._with_inherited()),
            "WITH *, head([each IN barred WHERE each.id = subject.id]) AS closing",
            *call(["barred", "closing"], self._whole()),
        ]

    def _inherits(self) -> list[str]:
        """Lines that bind `inherits`: those whose core denials each of the heads inherits."""
        found = [lines for label in self.bases for lines in inherited(self.names, self._denials(label), label, "head")]
        if not found:
            return ["WITH *, [] AS inherits"]
        union = [line for lines in found for line in (*(["UNION"] if lines is not found[0] else []), *lines)]
        row = "RETURN collect({head: head.id, other: other, code: code, of: of, ids: ids}) AS inherits"
        return call(["heads"], ["UNWIND heads AS head", "WITH DISTINCT head", *call(["head"], union), row])

    def _kept(self, label: str, name: str) -> list[str]:
        base = self.names.fresh("base")
        pair = Pair(grants=(), denials=self._denials(label))
        told = not set(PLACES).isdisjoint(categories(label))
        lists = {"core": pair.core, "most": pair.overridable, "places": pair.places if told else ()}
        body = [
            f"UNWIND heads{' + [each IN inherits | each.other]' if label == 'Person' else ''} AS {base}",
            f"WITH DISTINCT {base} WHERE {base}:{label}",
            *Kept(names=self.names, subject=base).lines(lists, "entries"),
            f"RETURN collect({map_of({'id': f'{base}.id', **{each: _of(each) for each in lists}})}) AS {name}",
        ]
        return call(["heads", "inherits"], body)

    @staticmethod
    def _with_inherited() -> list[str]:
        """Lines that bind `barred`: of each head its denials, and those that it inherits; `asks`: whether what is left to ask of a holder
        counts for it."""
        ids = "CASE WHEN e.but THEN e.ids + i.ids ELSE [id IN e.ids WHERE NOT id IN i.ids] END"
        entry = f"{{closes: 'core', code: i.code, of: [k IN e.of WHERE k IN i.of], ids: {ids}, but: e.but, staff: e.staff}}"
        row = {"id": "head.id", "core": "core", "asks": "head:Person OR size(mine) > 0"}
        row |= {each: f"coalesce(own.{each}, [])" for each in ("most", "places")}
        others = "[e IN head([o IN barring WHERE o.id = i.other.id]).core | " + entry + "]"
        return [
            "UNWIND heads AS head",
            "WITH DISTINCT head, barring, [i IN inherits WHERE i.head = head.id] AS mine",
            "WITH *, head([o IN barring WHERE o.id = head.id]) AS own",
            f"WITH *, reduce(all = coalesce(own.core, []), i IN mine | all + {others}) AS core",
            f"RETURN collect({map_of(row)}) AS barred",
        ]

    def _whole(self) -> list[str]:
        """Lines that bind `kept`, each base with what keeps others from the subject too."""
        seats = "MATCH (employee:Employee {id: few})-[held:HOLDS]->(position:Position)"
        those = "WITH position.id AS seat, collect(employee) AS those"
        lines = [
            "UNWIND least AS few",
            seats,
            f"WHERE {' AND '.join(counts('held', When.NOW))}",
            those,
            "RETURN {seat: seat, those: those}",
        ]
        few = block("COLLECT", lines)
        least = "CASE WHEN ids IS NULL THEN each.ids ELSE [id IN ids WHERE id IN each.ids] END"
        all_but = "[entry IN core + base.most WHERE entry.but AND 'Employee' IN entry.of]"
        row = "id: base.id, core: core, most: base.most, places: closing.places, asks: base.asks OR closing.asks, cleared: cleared"
        return [
            "UNWIND barred AS base",
            "WITH *, CASE WHEN base.id = closing.id THEN base.core ELSE base.core + closing.core END AS core",
            # Where a denial binds all but the few who are cleared, groups are drawn from these.
            f"WITH *, reduce(ids = null, each IN {all_but} | {least}) AS least",
            f"WITH *, CASE WHEN least IS NULL THEN null ELSE {few} END AS cleared",
            f"RETURN collect({{{row}}}) AS kept",
        ]

    # --- what the ways give ---

    def formed(self) -> list[str]:
        """Lines that bind `purposes`, what each covers; and `formed`: the ways that are one group of a role, or a single holder's, with
        what they give, and `apart`, one each of those that do not lead to the same holders alike."""
        pattern = parse(PURPOSE_COVERS)
        walk = Walk(pattern=pattern, names=self.names, bound={"purpose": "purpose"}, when=When.NOW, terse=True)
        covers = walk.clauses(pattern.edges)
        purposes = [
            "MATCH (purpose:Purpose)",
            "WHERE purpose.retractedAt IS NULL",
            *narrowed(covers, [f"{walk.bound['category']}.code IN {_PERSONAL}"]),
            f"WITH purpose, collect(DISTINCT {walk.bound['category']}.code) AS codes",
            f"RETURN collect({{id: purpose.id, code: purpose.code, covers: codes + {_brought('codes')}}}) AS purposes",
        ]
        single = f"{{order: one.order, key: one.key, those: [one], apart: [one], given: one.offers, codes: {_codes('one.offers')}}}"
        return [
            *call([], purposes),
            *self._roles(),
            f"WITH *, roles + [one IN ones WHERE one.way.role IS NULL | {single}] AS formed",
        ]

    def _roles(self) -> list[str]:
        """Lines that bind `roles`: the ways that are one group of a role, of what the role covers, all of which is walked at once."""
        seats = [
            "UNWIND [one IN ones WHERE one.way.role IS NOT NULL] AS one",
            "WITH one.of AS of, one.key AS key, collect(one) AS those",
            "RETURN collect({those: those, role: head(those).way.role}) AS seats",
        ]
        walk = Walk(pattern=parse(_ROLE_HAS), names=self.names, bound={"role": "role"}, when=When.NOW)
        has, what = walk.clauses(walk.pattern.edges), walk.bound["what"]
        read = f"'READ' IN coalesce({walk.bound['has']}.actions, ['READ']) AND {what}.code IN {_PERSONAL}"
        found = (
            ("codes", f"{what}:Category AND {read}", f"{what}.code"),
            ("themes", f"{what}:Theme", f"{what}.code"),
            ("stating", f"{what}:Purpose", f"{what}.id"),
        )
        covering = [
            "UNWIND range(0, size(seats) - 1) AS number",
            "WITH number, seats[number].role AS role",
            *has,
            f"WITH number, {', '.join(f'collect(DISTINCT CASE WHEN {test} THEN {value} END) AS {name}' for name, test, value in found)}",
            "RETURN collect({number: number, codes: codes, themes: themes, stating: stating}) AS covering",
        ]
        offered = f"[entry IN {within('one.offers', 'themes', self.names)} WHERE split(entry, ':')[0] IN codes]"
        form = {each: each for each in ("those", "apart", "given", "role", "stating")} | {"order": "one.order", "key": "one.key"}
        form |= {"codes": f"CASE WHEN one.way.whole THEN codes ELSE {_codes('given')} END", "whole": "one.way.whole"}
        form |= {"themes": "CASE WHEN one.way.whole THEN themes ELSE [] END"} if self.alone else {}
        roles = [
            "UNWIND covering AS each",
            "WITH each.codes AS named, each.themes AS themes, each.stating AS stating, seats[each.number] AS seat",
            f"WITH themes, stating, seat.role AS role, seat.those AS those, head(seat.those) AS one, named + {_brought('named')} AS codes",
            f"WITH *, CASE WHEN one.way.whole THEN {'codes' if self.alone else _EVERY} ELSE {offered} END AS given",
            # Many paths can lead to one seat: who holds it is asked once.
            f"WITH *, CASE WHEN size(those) = 1 THEN those ELSE {block('COLLECT', _APART)} END AS apart",
            f"RETURN collect({map_of(form)}) AS roles",
        ]
        return [*call(["ones"], seats), *call(["seats"], covering), *call(["seats", "covering"], roles)]

    # --- who of them is kept out by nothing ---

    def found(self) -> list[str]:
        """Lines that bind the groups of roles and those of single holders, each with the entries that someone in it has."""
        seen = ["formed", *self._seen, *([] if self.alone else ["subject"])]
        return [*self._openers(), *call(seen, self._of_roles()), *call(seen, self._of_others())]

    def _groups(self, test: str) -> list[str]:
        """Lines that find those of a kind; whoever is behind a business is read, and is no way to it."""
        told = " AND (limits IS NULL OR entry IN limits)" if self.limited else ""
        few = f"thing.among IS NOT NULL{' OR limits IS NOT NULL' if self.limited else ''}"
        among = f"[entry IN form.codes WHERE coalesce(entry IN thing.among, true){told}]"
        codes = f"CASE WHEN {few} THEN {among} ELSE form.codes END"
        own = "" if self.alone else " AND (thing.needed IS NULL OR head(each.those).way.base.id = subject.id)"
        row = "code <> thing.row OR thing.outlined OR any(want IN thing.wants WHERE " + opens("want", "given") + ")"
        return [
            f"UNWIND [each IN formed WHERE {test}{own}] AS form",
            # A row is copied for each element of each list that is looked through: what is not needed more stays behind.
            f"WITH {', '.join(self._seen)}, form, form.given AS given, head(form.those).way.stated AS stated",
            f"WITH *, {codes if self.alone else f'[code IN {codes} WHERE coalesce({row}, true)]'} AS wanted",
        ]

    @property
    def _seen(self) -> Sequence[str]:
        """What must be seen where groups are judged."""
        return ("kept", "purposes", "thing", *(() if self.alone else ("openers",)), *(("limits",) if self.limited else ()))

    def _entries(self, had: str) -> str:
        """What a group has of the categories that someone in it has: of a row, in its own themes. Of whoever is read through themselves
        alone, what a whole role gives is these categories in its `themes`, and is put together once it is answered."""
        of_theme = opens("thing.row + ':' + theme", "given")
        rows = f"[theme IN thing.themes WHERE thing.row IN {had} AND {of_theme} | thing.row + ':' + theme]"
        some = f"[entry IN given WHERE split(entry, ':')[0] IN {had}]"
        if self.alone:
            return f"CASE WHEN form.whole THEN {had} ELSE {some} END"
        every = f"CASE WHEN form.whole AND size({had}) = size(form.codes) THEN given ELSE {some} END"
        return f"CASE WHEN thing.themes IS NULL THEN {every} ELSE {had} + {rows} END"

    def _of_roles(self) -> list[str]:
        """Whoever is found first holds what the role covers for its own purposes; whether someone reads the rest is asked for each."""
        own = "reduce(all = [], p IN purposes | CASE WHEN p.id IN form.stating THEN all + p.covers ELSE all END)"
        ways = ("UNWIND form.apart AS each",)
        first = self._holders([], "", "COLLECT", ways=ways, reading=False)
        some = self._holders([f"(NOT code IN {_PLACES} OR placed)", self._reads("[code]")], _ONE, "EXISTS", ways=ways, carried=("code",))
        free = f"(thing.row IS NULL AND stated IS NULL AND code IN own AND (first OR NOT code IN {_PLACES}))"
        return [
            *self._groups("each.role IS NOT NULL"),
            f"WITH *, head({first}) AS first",
            f"WITH *, CASE WHEN first IS NULL THEN [] ELSE {own} END AS own",
            f"WITH *, CASE WHEN first IS NULL THEN [] ELSE [code IN wanted WHERE {free} OR {some}] END AS had",
            f"WITH *, {self._entries('had')} AS entries",
            f"RETURN collect({map_of(_GROUP)}) AS ofRoles",
        ]

    def _holders(
        self,
        tests: Sequence[str],
        last: str,
        keyword: str,
        *,
        ways: Sequence[str],
        carried: Sequence[str] = (),
        every: bool = False,
        reading: bool = True,
    ) -> str:
        """Whoever holds one of the seats, by the `ways`, and is kept out by nothing; `every`: also those who are, who are not `open`.
        `reading`: what they read is asked too; `carried`: the variables that the tests read."""
        cleared = "coalesce(head([some IN barred.cleared WHERE some.seat = way.seat.id]).those, [])"
        few = "" if every else f" WHEN way.few AND barred.cleared IS NOT NULL THEN {cleared}"
        open_ = self._open()
        barred = "head(kept)" if self.alone else "head([it IN kept WHERE it.id = each.way.base.id])"
        seen = [*carried, *(["purposes", *([] if self.alone else ["thing", "openers", "given"])] if reading else [])]
        along = "".join(f", {each}" for each in seen)
        placed = f"none(d IN barred.places WHERE {holds('d', _HOLDER)})"
        lines = [
            *ways,
            f"WITH each.way AS way, each.lifts AS lifts, {barred} AS barred{along}",
            f"UNWIND CASE WHEN way.holder IS NOT NULL THEN [way.holder]{few} ELSE [way.seat] END AS start",
            f"MATCH (start)-[held:HOLDS WHERE {' AND '.join(counts('held', When.NOW))}]-(other)",
            "WHERE way.seat.id IN [start.id, other.id]",
            f"WITH way, lifts, barred{along}, CASE WHEN start.id = way.seat.id THEN other ELSE start END AS holder",
            f"WITH *, {_LABEL} AS kind, holder:Employee AND (coalesce(way.staff, false) OR {self._staff('holder')}) AS staffed",
            "WHERE holder.retractedAt IS NULL AND kind IN way.kinds",
            *([f"WITH *, {open_} AS free"] if every else [f"AND {open_}"]),
            *([f"WITH *, {placed} AS placed, {self._of_employees()} AS mine, {self._beside()} AS beside"] if reading else []),
            *([f"WHERE {' AND '.join(tests)}"] if tests else []),
            last if reading else f"RETURN coalesce({placed}, false) LIMIT 1",
        ]
        return block(keyword, lines)

    def _open(self) -> str:
        """No denial binds this way of the holder, nor does one that is left to ask of them."""
        return " AND ".join(
            [self._free(), *(f"(NOT barred.asks OR {each})" for each in asked_of(self.names, self._denials("Person"), _HOLDER))]
        )

    @staticmethod
    def _free(way: str = "way", lifts: str = "lifts", barred: str = "barred") -> str:
        """No denial binds a way of the holder: a secondary one is bound by core denials alone, others by what they do not lift."""
        # What a way does not tell is null.
        unlifted = f"NOT coalesce(CASE WHEN d.closes = 'core' THEN {way}.clears ELSE {way}.lifting END AND d.code IN {lifts}, false)"
        binds = f"(d.closes = 'core' OR NOT coalesce({way}.secondary, false)) AND {unlifted}"
        return f"none(d IN {barred}.core + {barred}.most WHERE {holds('d', _HOLDER)} AND {binds})"

    # --- what they read ---

    def _reads(self, codes: str, anyway: str = "false") -> str:
        """The holder reads one of these categories for a purpose that is theirs: of a row or a register, what else must be open for it to
        be there is open by this way and others; `anyway`: though they are kept out."""
        needs = "(way.stated IS NULL OR p.code = way.stated)"
        if self.alone:
            return f"any(asked IN {codes} WHERE any(p IN mine WHERE asked IN p.covers AND {needs}))"
        needs += " AND coalesce(thing.row IN p.covers, true)"
        alone = "thing.outlined AND staffed AND asked = thing.row"
        gives = "(asked <> thing.row OR any(want IN thing.wants WHERE " + opens("want", "given") + "))"
        own = f"(need = way.base.id AND {opens('want', 'given')})"
        other = f"any(o IN beside WHERE o.need = need AND o.want = want AND coalesce(o.stated = p.code, true) AND ({anyway} OR o.open))"
        together = f"all(need IN coalesce(thing.needed, [way.base.id]) WHERE all(want IN thing.wants WHERE {own} OR {other}))"
        whole = f"({alone}) OR ({gives} AND {together})"
        return f"any(asked IN {codes} WHERE any(p IN mine WHERE asked IN p.covers AND {needs} AND (thing.row IS NULL OR {whole})))"

    def _openers(self) -> list[str]:
        """Lines that bind `openers`: the ways that give something that must be open for the row or business to be there."""
        way = {"secondary": "way.secondary", "clears": "way.clears", "lifting": "way.lifting", "lifts": "it.lifts"}
        entry = {"need": "way.base.id", "want": "want", "stated": "way.stated", "kinds": "way.kinds"}
        entry |= {"seat": "way.seat.id", "holder": "way.holder.id", **way}
        body = [
            "UNWIND formed AS form",
            f"UNWIND [want IN thing.wants WHERE {opens('want', 'form.given')}] AS want",
            "UNWIND form.apart AS it",
            "WITH want, it, it.way AS way",
            f"RETURN collect(DISTINCT {map_of(entry)}) AS opening",
        ]
        barred = "head([each IN kept WHERE each.id = way.need])"
        return [*call(["formed", "thing"], body), f"WITH *, [way IN opening | {{way: way, barred: {barred}}}] AS openers"]

    def _beside(self) -> str:
        """A list of what must be open for the subject to be there that other ways of the same holder give, where this one does not."""
        if self.alone:
            return "[]"
        seats = [f"MATCH (holder)-[sits:HOLDS]->(someSeat) WHERE {' AND '.join(counts('sits', When.NOW))}", "RETURN someSeat.id"]
        theirs = "coalesce(o.way.holder = holder.id, true) AND kind IN o.way.kinds AND (o.way.seat IS NULL OR o.way.seat IN mySeats)"
        entry = {each: f"o.way.{each}" for each in ("need", "want", "stated")} | {"open": self._free("o.way", "o.way.lifts", "o.barred")}
        whole = f"need = way.base.id AND all(w IN thing.wants WHERE {opens('w', 'given')})"
        alone = f"all(need IN coalesce(thing.needed, [way.base.id]) WHERE {whole})"
        found = f"head([mySeats IN [{block('COLLECT', seats)}] | [o IN openers WHERE {theirs} | {map_of(entry)}]])"
        return f"CASE WHEN size(openers) = 0 OR {alone} THEN [] ELSE {found} END"

    def _of_employees(self) -> str:
        """The purposes that a holder of a seat may state; a person need state none."""
        return f"CASE WHEN kind = 'Person' THEN [{_ANY_PURPOSE}] ELSE {self._stated('holder', STATES_PURPOSE[ViewerKind.EMPLOYEE])} END"

    def _stated(self, start: str, path: str) -> str:
        """The purposes that someone may state, or a role."""
        pattern = parse(path)
        variable = "viewer" if pattern.node("viewer") else "role"
        walk = Walk(pattern=pattern, names=self.names, bound={variable: start}, when=When.NOW, terse=True)
        ids = block("COLLECT", [*walk.clauses(pattern.edges), f"RETURN DISTINCT {walk.bound['purpose']}.id"])
        # ArcadeDB makes a list within a predicate anew for everything that the predicate is asked of.
        return f"head([stating IN [{ids}] | [p IN purposes WHERE p.id IN stating]])"

    def _staff(self, node: str) -> str:
        pattern = parse(STAFF)
        walk = Walk(pattern=pattern, names=self.names, bound={"viewer": node}, when=When.NOW, terse=True)
        return block("EXISTS", walk.clauses(pattern.edges))

    def _of_others(self) -> list[str]:
        """Those who hold a right of their own: persons, and systems."""
        of_client = self._stated("holder", STATES_PURPOSE[ViewerKind.CLIENT])
        mine = f"CASE WHEN kind = 'Client' THEN {of_client} ELSE [{_ANY_PURPOSE}] END"
        placed = f"(placed OR NOT each IN {_PLACES})"
        had = f"[each IN wanted WHERE open AND {placed} AND {self._reads('[each]')}]"
        found = {
            "order": "form.order",
            "key": "form.key",
            "those": "form.those",
            "wanted": "null",
            "holder": "holder.id",
            "offered": "offered",
            "entries": self._entries("had"),
        }
        return [
            *self._groups("each.role IS NULL"),
            "WITH *, head(form.those) AS one",
            "WITH *, one.way AS way, one.lifts AS lifts",
            "WITH *, way.holder AS holder",
            f"WITH *, {_LABEL} AS kind, false AS staffed, head([each IN kept WHERE each.id = way.base.id]) AS barred",
            f"WITH *, {mine} AS mine, {self._open()} AS open, none(d IN barred.places WHERE {holds('d', _HOLDER)}) AS placed",
            f"WITH *, {self._beside()} AS beside",
            f"WITH *, {had} AS had, any(each IN wanted WHERE {placed} AND {self._reads('[each]', 'true')}) AS offered",
            f"RETURN collect({map_of(found)}) AS ofOthers",
        ]

    # --- how many they are ---

    def counted(self, asked: Iterable[str], *, exact: bool) -> tuple[list[str], dict[str, str]]:
        """Lines that count who holds something in the `group`, and who would but for a denial; a band needs no more than its greatest
        bound. `exact`: the asker can be a controller."""
        distinct = "reduce(all = [], id IN {0} | CASE WHEN id IN all THEN all ELSE all + id END) AS {1}"
        single = "[each IN group.ways WHERE each.wanted IS NULL AND size(each.entries) > 0 | each.holder]"
        offered = "[each IN group.ways WHERE each.wanted IS NULL AND each.offered | each.holder]"
        lines = [f"WITH *, {distinct.format(single, 'single')}, {distinct.format(offered, 'offered')}"]
        found: dict[str, str] = {}
        if "holdersBand" in asked:
            lines.append(f"WITH *, size({self._several(f'RETURN DISTINCT holder.id LIMIT {BANDS[0][0]}')}) + size(single) AS band")
            found["band"] = "band"
        if exact and {"holders", "excluded"} & set(asked):
            every = self._several("RETURN DISTINCT [holder.id, open]", every="controller")
            lines.append(f"WITH *, {every} AS every")
            lines.append(
                "WITH *, [each IN every WHERE each[1] | each[0]] AS inside, [each IN every WHERE NOT each[1] | each[0]] AS outside"
            )
            found["holders"] = "size(inside) + size(single)"
            found["excluded"] = "size([id IN outside WHERE NOT id IN inside]) + size(offered) - size(single)"
        return (lines, found) if found else ([], {})

    def _several(self, last: str, *, every: str = "") -> str:
        ways = [
            f"UNWIND [each IN group.ways WHERE each.wanted IS NOT NULL{f' AND {every}' if every else ''}] AS several",
            "WITH kept, purposes, thing, openers, several, several.given AS given, several.wanted AS wanted",
            "UNWIND several.apart AS each",
        ]
        codes = f"[code IN wanted WHERE placed OR NOT code IN {_PLACES}]"
        if not every:
            return self._holders([self._reads(codes)], last, "COLLECT", ways=ways, carried=("wanted",))
        last = f"WITH *, free AND {self._reads(codes)} AS open\n{last}"
        return self._holders([self._reads(codes, "true")], last, "COLLECT", ways=ways, carried=("wanted",), every=True)

    # --- who they are ---

    def named(self) -> list[str]:
        """Lines that bind `named`: whether another controller, whom no core denial keeps from the subject, has granted the asker the
        names of those who see it (A23)."""
        walk = Walk(pattern=parse(GRANTED), names=self.names, bound={"subject": "subject"}, when=When.NOW, terse=True)
        lines = walk.clauses(walk.pattern.edges)
        asker, second = walk.bound["viewer"], walk.bound["second"]
        holder = Holder(node=second, kind="'Employee'", staff="staffed")
        free = [f"none(d IN barred.core WHERE {holds('d', holder)})", *asked_of(self.names, self._denials("Person"), holder)]
        body = [
            *narrowed(lines, [f"{asker}.id = ctx.id", f"{second}.id <> ctx.id", f"NOT {same(self.names, second)}"]),
            f"WITH *, {self._staff(second)} AS staffed",
            f"WHERE {' AND '.join(free)}",
            "RETURN 1",
        ]
        barred = "WITH *, head([it IN kept WHERE it.id = subject.id]) AS barred"
        return [barred, f"WITH *, CASE WHEN controller THEN {block('EXISTS', body)} ELSE false END AS named"]

    def names_of(self, asked: Iterable[Selection]) -> tuple[list[str], dict[str, str]]:
        """Lines that list the employees who hold something in the `group`, a page by ident, and how many they are."""
        lines: list[str] = []
        found: dict[str, str] = {}
        for each in asked:
            first, after = (f"${each.arguments[name]}" for name in ("first", "after"))
            page = f"WHERE holder:Employee AND ({after} IS NULL OR holder.ident > {after}[0])"
            row = map_of({"position": "[holder.ident]", **{name: f"holder.{of}" for name, of in AT_WORK.items()}})
            last = f"WITH DISTINCT holder\n{page}\nRETURN {row} ORDER BY holder.ident LIMIT {first} + 1"
            name = found[f"names{each.arguments['first']}"] = self.names.fresh("names")
            lines.append(f"WITH *, CASE WHEN named THEN {self._several(last)} ELSE [] END AS {name}")
            if any(child.field == "totalCount" for child in each.children):
                every = self._several("WITH DISTINCT holder\nWHERE holder:Employee\nRETURN holder.id")
                total = found[f"names{each.arguments['first']}Total"] = self.names.fresh("total")
                lines.append(f"WITH *, CASE WHEN named THEN size({every}) END AS {total}")
        return lines, found


def _of(closes: str) -> str:
    """What closes that, but for what holds for nobody."""
    return f"[entry IN entries WHERE entry.closes = {literal(closes)} AND (entry.but OR size(entry.ids) > 0)]"


def _codes(entries: str) -> str:
    """Those entries that are categories."""
    return f"[entry IN {entries} WHERE NOT entry CONTAINS ':']"


def _brought(codes: str) -> str:
    """A list of what these categories bring that is not among them."""
    return f"[code IN {included_in(codes)} WHERE NOT code IN {codes}]"
