"""What the viewer may do with a node, in Cypher: by their mask of it, by those that it hangs on, or because a register shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from auth.category import Action, Category
from auth.decide import FOUND_SHOWN, RELATION_SHOWN, open_to_all, shown, whole
from auth.rule import Row, When
from graph.compile.acting import masks, may
from graph.compile.apart import closing, giving, opening, through
from graph.compile.giving import column
from graph.compile.once import CARDED, DECIDED, Hop, Once, lists
from graph.compile.rules import Context, Subject
from graph.compile.text import Times, Walk, block, call, listed, literal, map_of, narrowed
from graph.selection import Selection
from graph.views.view import Access, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """The variables that hold what the viewer may do with a node; none where nothing stands between. `row` is the category that a
    row is read under, which its fields need not ask for again."""

    mask: str | None = None
    places: str | None = None
    whole: str | None = None
    row: Category | None = None

    @property
    def variables(self) -> list[str]:
        """Those that nested parts need to see."""
        return [each for each in (self.mask, self.places, self.whole) if each]

    def gate(self, category: Category, *, place: bool = False, detail: bool = False) -> list[str]:
        """Conditions under which a field is open."""
        asked = self.mask and category is not self.row and not open_to_all(category)
        tests = [f"{literal(str(category))} IN {self.mask}"] if asked else []
        if place and self.places:
            tests.append(f"size({self.places}) = 0")
        if detail and self.whole:
            tests.append(self.whole)
        return tests


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How a node was come to: from which holder, as which row of it, with what mask of the holder; `finds`: where it is told by that."""

    holder: str
    row: Row | None
    mask: str | None
    finds: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A list of ways by which a row may be read, each `{whole, shown, mask}`, and where it is kept for the reasons also `{node, core,
    overridable, themes, by}`: through whom, and the ends of what the row hangs on them by; none where it is read through itself. Where it
    is found what each rule opens, also `{reasons}`."""

    row: Row
    list: str
    holder: Subject


@dataclass(slots=True, kw_only=True)
class Inner:
    """The lines of a record: what decides whether it is there, and what is drawn of it once it is."""

    before: list[str] = field(default_factory=list)
    decided: str = ""
    after: list[str] = field(default_factory=list)
    visible: str = ""
    rights: Rights = field(default_factory=Rights)
    apart: bool = False
    """Whether it is found what each rule closes."""
    opens: bool = False
    """Whether it is found what each rule opens."""
    rules: list[str] = field(default_factory=list)
    """Then the lists of those that close."""
    reasons: str = ""
    """And the list of those that open."""
    ways: list[Way] = field(default_factory=list)
    """The ways by which a row may be read, where they are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Judges nodes in one statement, at the times of one root."""

    context: Context
    times: Times
    once: Once | None = None
    acts: tuple[Action, ...] = ()
    """What else than to read is judged."""
    apart: tuple[str, ...] = ()
    """Types of the subjects of whom it is found what each rule opens and closes."""
    opens: bool = False
    """Whether it is found what each rule opens of a row, through whomever it is read."""
    keeps: bool = False
    """Whether the ways are kept by which a row may be read."""

    def subject(self, variable: str, label: str) -> Subject:
        """A node to be judged."""
        return Subject(context=self.context, variable=variable, label=label, times=self.times, once=self.once)

    def rights(
        self, view: View, node: str, selections: tuple[Selection, ...], inner: Inner, reached: Reached | None
    ) -> tuple[Rights, dict[str, str]]:
        """The rights in a node, and what its record must carry for the codes of what is closed."""
        subject = self.subject(node, view.label)
        match view.access:
            case Access.MASK:
                return self._masked(view, subject, selections, inner, reached)
            case Access.ROWS:
                return self._row(view, subject, selections, inner, reached)
            case Access.REGISTER:
                return self._register(view, subject, selections, inner)
            case Access.OPEN:
                return self._placed(view, subject, selections, inner, Rights(), {})
            case Access.CARRIED:
                return Rights(), {}

    # --- by a mask ---

    def _masked(
        self, view: View, subject: Subject, selections: tuple[Selection, ...], inner: Inner, reached: Reached | None
    ) -> tuple[Rights, dict[str, str]]:
        fields = [view.by_name.get(each.field) for each in selections]
        needs = {each.category for each in fields if each is not None} - {Category.OPEN}
        carded = reached is not None and view.type == "Person"
        every = not carded or None in fields or bool(needs - {Category.CARD})
        mask, extra = self._mask(subject, inner, every=every, carded=carded)
        if carded:
            inner.visible = subject.test(FOUND_SHOWN if reached and reached.finds else RELATION_SHOWN, mask=mask, themes="[]")
        elif view.type != "Person":
            inner.visible = f"size({mask}) > 0"
        rights = Rights(mask=mask)
        if any(getattr(each, "place", False) for each in fields) or None in fields:
            rights, placed = self._placed(view, subject, selections, inner, rights, {}, after=True)
            extra |= placed
        return rights, {"access": map_of(extra)}

    def mask(self, subject: Subject, inner: Inner) -> str:
        """The variable that holds all that is open of a node."""
        return self._mask(subject, inner, every=True, carded=False)[0]

    def _mask(self, subject: Subject, inner: Inner, *, every: bool, carded: bool) -> tuple[str, dict[str, str]]:
        """The variable that holds the mask. `every`: not the card alone; `carded`: a relation that the viewer reads gives it (A7)."""
        known = self.once.decided(subject.variable, every=every) if self.once is not None and subject.label == "Person" else None
        if known is not None:
            return self._known(subject, inner, known, every=every, carded=carded)
        pair, names = subject.pair, self.context.names
        codes, mask = (names.fresh(f"{subject.variable}{word}") for word in ("Codes", "Mask"))
        inner.before += self._closing(subject, inner) if inner.apart else []
        inner.before.append(f"WITH *, {subject.codes(pair.core)} AS {codes}")
        subject.remember(pair.core, codes)
        closing, offered = codes, listed((Category.CARD,))
        if every:
            if pair.overridable:
                held = names.fresh(f"{subject.variable}Overridable")
                inner.before.append(f"WITH *, {subject.codes(pair.overridable)} AS {held}")
                subject.remember(pair.overridable, held)
                closing = f"{codes} + {held}"
            inner.before += giving(subject) if inner.opens else []
            text = subject.mask(pair.offered)
            offered = names.fresh(f"{subject.variable}Offered")
            inner.before += [*subject.ends(), f"WITH *, {text} AS {offered}"]
            subject.bind(pair.offered, offered)
        text = subject.mask(pair.related if carded else pair.mask) if every else self._card(subject)
        inner.before += [*subject.ends(), f"WITH *, {text} AS {mask}"]
        if inner.opens:
            inner.reasons = names.fresh("reasons")
            inner.before += opening(subject, pair, inner.reasons)
        shown_to = f"{offered} + {listed((Category.CARD,))}" if every and carded else offered
        extra = {"mask": mask, "codes": closing, "offered": f"CASE WHEN size({closing}) > 0 THEN {shown_to} ELSE [] END"}
        if every and self.acts:
            lines, acting = masks(subject)
            inner.before += lines
            extra |= acting
        return mask, extra

    def _closing(self, subject: Subject, inner: Inner) -> list[str]:
        """The lines that bind the rules that close everything, core ones and others."""
        both = {self.context.names.fresh("rules"): denials for denials in (subject.pair.core, subject.pair.overridable) if denials}
        inner.rules += both
        return [line for name, denials in both.items() for line in closing(subject, denials, name)]

    def _known(self, subject: Subject, inner: Inner, known: str, *, every: bool, carded: bool) -> tuple[str, dict[str, str]]:
        """The mask of a person who is decided once for the statement."""
        names, card = self.context.names, listed((Category.CARD,))
        found, mask = (names.fresh(f"{subject.variable}{word}") for word in ("Decided", "Mask"))
        inner.before.append(f"WITH *, {known} AS {found}")
        inner.decided = found
        inner.rules = [f"{found}.rules"] if "Person" in self.apart else []
        inner.reasons = f"{found}.reasons" if self._opens("Person") else ""
        named = f"CASE WHEN size({found}.core) = 0 THEN {card} ELSE [] END"
        whole_mask = every or (self.once is not None and self.once.clears)
        text = " + ".join([*([f"{found}.mask"] if whole_mask else []), *([named] if carded else [])])
        inner.before.append(f"WITH *, {text} AS {mask}")
        offered = " + ".join([*([f"{found}.offered"] if whole_mask else []), *([card] if carded else [])])
        extra = {"mask": mask, "codes": f"{found}.codes" if whole_mask else f"{found}.core", "offered": offered}
        return mask, extra | ({may(each): f"{found}.{may(each)}" for each in self.acts} if every else {})

    def _opens(self, label: str) -> bool:
        """Whether it is found what each rule opens of nodes of a label."""
        return self.opens or label in self.apart

    def remember(self, subject: Subject, inner: Inner) -> None:
        """The codes of a person who is decided already."""
        if inner.decided:
            subject.remember(subject.pair.core, f"{inner.decided}.core")
            subject.remember(subject.pair.overridable, f"{inner.decided}.overridable")

    def decide(self, once: Once) -> list[str]:
        """The lines that decide everyone whom the trails of a root lead to."""
        lines: list[str] = []
        for name, every in ((DECIDED, True), (CARDED, False)):
            if not once.wanted[name]:
                lines.append(f"WITH *, [] AS {name}")
                continue
            person = self.context.names.fresh("person")
            subject = Subject(context=self.context, variable=person, label="Person", times=self.times)
            inner = Inner(apart=every and "Person" in self.apart, opens=every and self._opens("Person"))
            found: dict[str, str] = {}
            if every:
                _, found = self._mask(subject, inner, every=True, carded=False)
            pair = subject.pair
            row = {"id": f"{person}.id", "core": subject.codes(pair.core), **found}
            if every and pair.overridable:
                row["overridable"] = subject.codes(pair.overridable)
            row |= {"rules": " + ".join(inner.rules)} if inner.apart else {}
            row |= {"reasons": inner.reasons} if inner.opens else {}
            candidates = call([once.root], once.candidates(name, person, self.context.names))
            lines += call(["ctx", once.root], [*candidates, *inner.before, f"RETURN collect({map_of(row)}) AS {name}"])
        return lines

    def _card(self, subject: Subject) -> str:
        """The card of a relation; what a mandate clears passes a core denial."""
        pair = subject.pair
        cleared = [subject.mask(each) for each in pair.cleared]
        text = " + ".join(cleared) or "[]"
        return f"CASE WHEN size({subject.codes(pair.core)}) > 0 THEN {text} ELSE {listed((Category.CARD,))} END"

    def _placed(
        self,
        view: View,
        subject: Subject,
        selections: tuple[Selection, ...],
        inner: Inner,
        rights: Rights,
        extra: dict[str, str],
        *,
        after: bool = False,
    ) -> tuple[Rights, dict[str, str]]:
        """What closes the places of a node, where a field that tells one is asked for."""
        fields = [view.by_name.get(each.field) for each in selections]
        denials = subject.pair.places
        if not denials or not (after or any(getattr(each, "place", False) for each in fields)):
            return rights, extra
        places = self.context.names.fresh(f"{subject.variable}Places")
        if view.type in self.apart:
            inner.rules.append(rules := self.context.names.fresh("rules"))
            inner.after += closing(subject, denials, rules, place=True)
        inner.after.append(f"WITH *, {subject.codes(denials)} AS {places}")
        return replace(rights, places=places), {**extra, "places": places}

    # --- by those that it hangs on ---

    def _row(
        self, view: View, subject: Subject, selections: tuple[Selection, ...], inner: Inner, reached: Reached | None
    ) -> tuple[Rights, dict[str, str]]:
        """A row: read through the holder that it was reached from, or through all that it hangs on."""
        names = self.context.names
        whole_, shown_ = (names.fresh(f"{subject.variable}{word}") for word in ("Whole", "Shown"))
        asked = {each.category for child in selections if (each := view.by_name.get(child.field)) is not None} - {Category.OPEN}
        rows = self.context.rules.rows_of(view.label)
        row = reached.row if reached and reached.row else rows[0]
        beside = asked - {row.category}
        mask: str | None = None
        acting: dict[str, str] = {}
        if reached is not None and reached.row is not None and reached.mask:
            mask = reached.mask
            hangs = self._hangs_now(reached.row, subject.variable, reached.holder)
            inner.before += self._themes(reached.row, subject.variable, (whole_, shown_), mask, subject, hangs)
        else:
            mask = names.fresh(f"{subject.variable}Mask") if beside else None
            lines, acting = self._through_all(rows, subject, (whole_, shown_), mask, inner)
            inner.before += lines
        core = subject.pair.core
        inner.visible = " AND ".join([shown_, *([f"size({subject.codes(core)}) = 0"] if core else [])])
        if reached is not None and reached.finds:
            places = names.fresh(f"{subject.variable}Places")
            inner.before.append(f"WITH *, {subject.codes(subject.pair.places)} AS {places}")
            subject.remember(subject.pair.places, places)
            inner.visible += f" AND size({places}) = 0"
        rights = Rights(whole=whole_, mask=mask if beside else None, row=row.category)
        extra = {"whole": whole_, **({"mask": f"{mask} + {listed((row.category,))}"} if beside else {}), **acting}
        return self._placed(view, subject, selections, inner, rights, extra)

    def _hangs_now(self, row: Row, node: str, holder: str) -> str:
        """Whether the row hangs on the holder at this instant; it was reached so unless another instant was asked for."""
        if self.times == Times():
            return "true"
        walk = Walk(pattern=row.pattern, names=self.context.names, bound={"row": node, "subject": holder}, when=When.NOW)
        return block("EXISTS", walk.clauses(row.pattern.edges))

    def _themes(
        self,
        row: Row,
        node: str,
        bound: tuple[str, str],
        mask: str,
        subject: Subject,
        hangs: str = "true",
        acting: Mapping[str, str] = MappingProxyType({}),
        named: str = "",
    ) -> list[str]:
        """Lines that bind whether the row may be read whole, and whether it shows; and of masks of other actions, by where it is bound,
        whether they open it whole."""
        themes = named or self.context.names.fresh(f"{node}Themes")
        lines = [f"WITH *, {self._theme_list(row, node)} AS {themes}"] if row.themed else []
        asked = {bound[0]: (whole(row), mask), bound[1]: (shown(row), mask), **{name: (whole(row), each) for name, each in acting.items()}}
        tests = {name: subject.test(test, mask=each, themes=themes, hangs=hangs) for name, (test, each) in asked.items()}
        return [*lines, "WITH *, " + ", ".join(f"{test} AS {name}" for name, test in tests.items())]

    def _theme_list(self, row: Row, node: str) -> str:
        if row.fixed_theme:
            return f"[{map_of({'code': literal(row.fixed_theme), 'secret': 'false'})}]"
        pattern = row.theme_pattern
        if pattern is None:
            return "[]"
        walk = Walk(pattern=pattern, names=self.context.names, bound={"row": node}, when=When.NOW)
        lines = walk.clauses(pattern.edges)
        theme = walk.bound["theme"]
        return block("COLLECT", [*lines, f"RETURN {map_of({'code': f'{theme}.code', 'secret': f'coalesce({theme}.secret, false)'})}"])

    def _through_all(
        self, rows: Sequence[Row], subject: Subject, bound: tuple[str, str], mask: str | None, inner: Inner
    ) -> tuple[list[str], dict[str, str]]:
        """Rights in a row that was not reached through a holder: whatever way one of those that it hangs on gives, or its own mask. And
        the categories of it that are open for other actions, by where its record has them."""
        kept = inner.ways if self.keeps else None
        lines, every = self._ways(rows, subject, masks=mask is not None, own=True, kept=kept, opens=self.opens)
        each = self.context.names.fresh("way")
        if self.opens:
            inner.reasons = f"reduce(found = [], {each} IN {every} | CASE WHEN {each}.shown THEN found + {each}.reasons ELSE found END)"
        tests = {bound[0]: f"any({each} IN {every} WHERE {each}.whole)", bound[1]: f"any({each} IN {every} WHERE {each}.shown)"}
        if mask is not None:
            found = self.context.names.fresh("found")
            tests[mask] = f"reduce({found} = [], {each} IN {every} | CASE WHEN {each}.whole THEN {found} + {each}.mask ELSE {found} END)"
        acting = {may(action): self.context.names.fresh(f"{subject.variable}{action.capitalize()}") for action in self.acts}
        category = listed((rows[0].category,))
        for action in self.acts:
            whole_, given = f"{each}.{column('whole', action)}", f"{each}.{column('mask', action)} + {category}" if mask else category
            open_ = f"CASE WHEN {whole_} THEN found + {given} ELSE found END"
            tests[acting[may(action)]] = f"reduce(found = [], {each} IN {every} | {open_})"
        return [*lines, "WITH *, " + ", ".join(f"{test} AS {name}" for name, test in tests.items())], acting

    def _scope(self, subject: Subject) -> list[str]:
        return ["ctx", subject.variable, *lists(self.once)]

    def _ways(
        self, rows: Sequence[Row], subject: Subject, *, masks: bool, own: bool, kept: list[Way] | None = None, opens: bool = False
    ) -> tuple[list[str], str]:
        """Lines that bind the ways to a row, also by its own mask, and the list of them; `kept` gets them where they are kept, and `opens`:
        each has what each rule opens."""
        lines: list[str] = []
        ways: list[Way] = []
        for row in rows:
            walk = Walk(pattern=row.pattern, names=self.context.names, bound={"row": subject.variable}, when=When.NOW)
            walked = walk.clauses(row.pattern.edges)
            holder = self.subject(walk.bound["subject"], row.holder)
            if self.once is not None:
                self.once.reached(holder.variable, subject.variable, [Hop(pattern=row.pattern, start="row", end="subject")])
            way = Way(row=row, list=self.context.names.fresh("ways"), holder=holder)
            ends = "[" + ", ".join(f"{walk.bound[edge.variable]}.validTo" for edge in row.pattern.edges) + "]"
            more = None if kept is None else {"by": ends}
            lines += call(self._scope(subject), [*walked, *self._way(way, subject, masks, more, opens=opens)])
            ways.append(way)
        if own and subject.pair.grants:
            # The way of a row's own mask: as if it hung on itself.
            itself = self.subject(subject.variable, subject.label)
            way = Way(row=rows[0], list=self.context.names.fresh("ways"), holder=itself)
            more = None if kept is None else {"by": "null"}
            lines += call(self._scope(subject), self._way(way, subject, masks, more, opens=opens))
            ways.append(way)
        if kept is not None:
            kept += ways
        return lines, f"({' + '.join(each.list for each in ways) or '[]'})"

    def _way(self, way: Way, subject: Subject, masks: bool, more: Mapping[str, str] | None, *, opens: bool) -> list[str]:
        """The lines that bind one list of ways; `more` is what each is kept with."""
        row, holder, inner = way.row, way.holder, Inner(opens=opens)
        mask, extra = self._mask(holder, inner, every=True, carded=False)
        fresh = self.context.names.fresh
        whole_, shown_ = fresh("whole"), fresh("shown")
        found = {"whole": whole_, "shown": shown_, **({"mask": mask} if masks else {})}
        acting = {action: (fresh(column("whole", action)), fresh(column("mask", action))) for action in self.acts}
        for action, (opened, other) in acting.items():
            inner.before.append(f"WITH *, coalesce({extra.get(may(action), '[]')}, []) AS {other}")
            found |= {column("whole", action): opened, **({column("mask", action): other} if masks else {})}
        themes = self.context.names.fresh(f"{subject.variable}Themes") if row.themed else "[]"
        lines = self._themes(row, subject.variable, (whole_, shown_), mask, subject, acting=dict(acting.values()), named=themes)
        if more is not None:
            self.remember(holder, inner)
            pair = holder.pair
            found |= {"node": holder.variable, "mask": mask, "core": holder.codes(pair.core), "overridable": holder.codes(pair.overridable)}
            found |= {"themes": themes, **more}
        if opens:
            found["reasons"] = through(subject, row, inner.reasons, themes=themes, whole=whole_, own=holder.variable == subject.variable)
        return [*inner.before, *lines, f"RETURN collect({map_of(found)}) AS {way.list}"]

    # --- by a register ---

    def _register(self, view: View, subject: Subject, selections: tuple[Selection, ...], inner: Inner) -> tuple[Rights, dict[str, str]]:
        """What a register shows of something, unless it hangs on a person whom the viewer may not see; and beside, by the mask of it."""
        rows = self.context.rules.rows_of(view.label)
        # Whoever reads the person behind it by its row has no core denial from them.
        core = [denial for denial in subject.pair.core if denial.inherits is None]
        if rows:
            lines, every = self._ways(rows, subject, masks=False, own=False)
            each, whole_ = self.context.names.fresh("way"), self.context.names.fresh(f"{subject.variable}Whole")
            free = self._hangs_on_nobody(rows, subject.variable)
            inner.before += [*lines, f"WITH *, {free} OR (size({every}) > 0 AND all({each} IN {every} WHERE {each}.whole)) AS {whole_}"]
            inner.visible = " AND ".join([whole_, *([f"size({subject.codes(core)}) = 0"] if core else [])])
        asked = [found for child in selections if (found := view.by_name.get(child.field)) is not None]
        if all(open_to_all(found.category) for found in asked):
            return self._placed(view, subject, selections, inner, Rights(), {})
        drawn = Inner(apart=view.type in self.apart, opens=view.type in self.apart)
        mask, extra = self._mask(subject, drawn, every=True, carded=False)
        inner.after += drawn.before
        inner.rules, inner.reasons = drawn.rules, drawn.reasons
        rights, extra = self._placed(view, subject, selections, inner, Rights(mask=mask), extra)
        return rights, {"rights": map_of(extra)}

    def _hangs_on_nobody(self, rows: Iterable[Row], node: str) -> str:
        """No person is known, or cannot be told, to be behind it."""
        tests = []
        for row in rows:
            walk = Walk(pattern=row.pattern, names=self.context.names, bound={"row": node}, when=When.UNLESS_OVER)
            tests.append(f"NOT {block('EXISTS', walk.clauses(row.pattern.edges))}")
        return f"({' AND '.join(tests)})"

    # --- the stated case ---

    def concerned(self, view: View, node: str) -> str:
        """No case is stated, or it concerns the person, or someone that the row hangs on; of whom a register tells it is not asked
        (A11)."""
        return f"$case IS NULL OR {self._concerned(view, node)}"

    def _concerned(self, view: View, node: str) -> str:
        if view.access is Access.MASK:
            return f"{node}.id IN ctx.caseSubjects"
        if view.access is Access.REGISTER:
            return "true"
        tests = []
        for row in self.context.rules.rows_of(view.label):
            walk = Walk(pattern=row.pattern, names=self.context.names, bound={"row": node}, when=When.NOW)
            lines = walk.clauses(row.pattern.edges)
            tests.append(block("EXISTS", narrowed(lines, [f"{walk.bound['subject']}.id IN ctx.caseSubjects"])))
        return " OR ".join(tests) or "false"
