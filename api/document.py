"""Documents as clients send them: parsed and validated once, then known by the hash of their text."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    IntValueNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    VariableNode,
    Visitor,
    parse,
    print_ast,
    specified_rules,
    validate,
    visit,
)

from api.errors import DocumentInvalid, DocumentTooLarge, DocumentUnfit, IntrospectionOff, OperationUnknown
from api.limits import DOCUMENTS_KEPT, UNLESS_TOLD, Limits
from api.observe import Phase, timed
from api.recent import Recent, nothing
from api.schema import INTROSPECTION, schema


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A valid document.

    text     as it was sent
    digest   the hash of its text; `shape` that of what it asks, without the values that stand in it
    flags    the variables that decide what is included; `viewers` those that may name another viewer, `types` those that may say the
             type of a subject or the kind of another viewer
    limits   what its operations may ask for at most
    """

    text: str = field(repr=False)
    node: DocumentNode
    digest: bytes
    shape: bytes
    operations: Mapping[str, OperationDefinitionNode]
    fragments: Mapping[str, FragmentDefinitionNode]
    flags: frozenset[str]
    viewers: frozenset[str]
    types: frozenset[str]
    limits: Limits

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation of that name, or the only one."""
        chosen = self.operations.get(name) if name else next(iter(self.operations.values()), None) if len(self.operations) == 1 else None
        if chosen is None:
            raise OperationUnknown(named=bool(name), unnamed="" in self.operations)
        return chosen


class Documents:
    """The documents read last. Where the schema is not `told`, nothing that is refused says what there is in it: neither
    introspection, nor what is wrong with a document that does not fit it. The server's `own` fit whatever others are limited to."""

    def __init__(self, limits: Limits = UNLESS_TOLD, *, told: bool = False, own: Collection[str] = (), kept: int = DOCUMENTS_KEPT) -> None:
        self.limits, self._told, self._own = limits, told, frozenset(own)
        self._documents: Recent[str, Document] = Recent(kept)
        self._always: dict[str, Document] = {}

    def keep(self, text: str) -> Document:
        """Read a text and keep it for good, whatever else is asked."""
        return self._always.setdefault(text, self.read(text))

    def keeps(self, document: Document) -> bool:
        """Whether it is kept for good."""
        return document.text in self._always

    def read(self, text: str, new: Callable[[], None] = nothing) -> Document:
        """Parse and validate a text; `new` is called before one that was not read lately."""
        return self._always.get(text) or self._documents.get(text, lambda: self._read(text, new))

    def _read(self, text: str, new: Callable[[], None]) -> Document:
        new()
        limits = UNLESS_TOLD if text in self._own else self.limits
        with timed(Phase.PARSE):
            node = _parsed(text, limits.tokens)
            survey = _Survey()
            visit(node, survey)
        survey.require_within(limits)
        if survey.introspects and not self._told:
            raise IntrospectionOff
        with timed(Phase.VALIDATE):
            failures = validate(schema(), node, specified_rules, max_errors=20)
        if failures:
            raise DocumentInvalid(failures) if self._told else DocumentUnfit
        operations = [each for each in node.definitions if isinstance(each, OperationDefinitionNode)]
        return Document(
            text=text,
            node=node,
            digest=_hashed(text),
            shape=_hashed(print_ast(visit(node, _Valueless()))),
            operations={each.name.value if each.name else "": each for each in operations},
            fragments={each.name.value: each for each in node.definitions if isinstance(each, FragmentDefinitionNode)},
            flags=frozenset(survey.flags),
            viewers=frozenset(survey.variables["viewer"]),
            types=frozenset(survey.variables["type"] | survey.variables["viewerKind"]),
            limits=limits,
        )


def _parsed(text: str, tokens: int) -> DocumentNode:
    try:
        return parse(text, max_tokens=tokens)
    except GraphQLError as failure:
        if failure.message.endswith("Parsing aborted."):
            raise DocumentTooLarge(f"the document is too long (at most {tokens} words and signs) or too deep; ask for less") from None
        raise DocumentInvalid([failure]) from None


def _hashed(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=16).digest()


class _Valueless(Visitor):
    """Takes out what may be a national number or a name: from a hash with it, whoever tries them all could tell which."""

    def leave_string_value(self, *_: object) -> StringValueNode:
        return StringValueNode(value="", block=False)

    def leave_int_value(self, *_: object) -> IntValueNode:
        return IntValueNode(value="0")


class _Survey(Visitor):
    """What must be known of a document before it is worth validating, which takes time by the square of its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.flags: set[str] = set()
        self.variables: defaultdict[str, set[str]] = defaultdict(set)
        self.introspects = False
        self.fields = self.aliases = self.directives = self.repeats = 0

    def enter(self, node: Node, *_: object) -> None:
        """Count what stands at one place of the document."""
        placed = getattr(node, "directives", None) or ()
        self.directives += len(placed)
        self.flags |= {given.value.name.value for each in placed for given in each.arguments or () if isinstance(given.value, VariableNode)}
        self._repeated(each.name.value for each in placed)
        match node:
            case SelectionSetNode():
                self._repeated((each.alias or each.name).value for each in node.selections if isinstance(each, FieldNode))
                self._repeated(each.name.value for each in node.selections if isinstance(each, FragmentSpreadNode))
            case FieldNode():
                self.fields += 1
                self.aliases += node.alias is not None
                self.introspects |= node.name.value in INTROSPECTION
            case ArgumentNode(value=VariableNode() as variable):
                self.variables[node.name.value].add(variable.name.value)
            case _:
                pass

    def _repeated(self, names: Iterable[str]) -> None:
        self.repeats = max(self.repeats, *Counter(names).values(), 0)

    def require_within(self, limits: Limits) -> None:
        """Refuse a document that has more of something than is read."""
        for found, most, what in (
            (self.fields, limits.fields, "asks for more than {} fields; ask for less at a time"),
            (self.aliases, limits.aliases, "has more than {} aliases; ask for several by `nodes` or `checkAccess`, or in several requests"),
            (self.directives, limits.directives, "has more than {} directives; leave fields out instead of skipping them"),
            (self.repeats, limits.repeats, "has the same field, fragment or directive more than {} times at one place; write it once"),
        ):
            if found > most:
                raise DocumentTooLarge(f"the document {what.format(most)}")
