"""Documents as clients send them: parsed and validated once, then known by the hash of their text."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from graphql import (
    ArgumentNode,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    IntValueNode,
    OperationDefinitionNode,
    StringValueNode,
    VariableNode,
    Visitor,
    parse,
    print_ast,
    specified_rules,
    validate,
    visit,
)
from graphql.language import DirectiveNode

from api import limits
from api.errors import DocumentInvalid, DocumentTooLarge, OperationUnknown
from api.schema import schema


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A valid document.

    digest   the hash of its text; `shape` that of what it asks, without the values that stand in it
    flags    the variables that decide what is included; `viewers` those that may name another viewer, `types` those that may say the
             type of a subject or the kind of another viewer
    """

    node: DocumentNode
    digest: bytes
    shape: bytes
    operations: Mapping[str, OperationDefinitionNode]
    fragments: Mapping[str, FragmentDefinitionNode]
    flags: frozenset[str]
    viewers: frozenset[str]
    types: frozenset[str]

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation of that name, or the only one."""
        chosen = self.operations.get(name) if name else next(iter(self.operations.values()), None) if len(self.operations) == 1 else None
        if chosen is None:
            raise OperationUnknown
        return chosen


@lru_cache(maxsize=limits.DOCUMENTS_KEPT)
def read(text: str) -> Document:
    """Parse and validate; what fails is not kept."""
    node = _parsed(text)
    survey = _surveyed(node)
    failures = validate(schema(), node, specified_rules, max_errors=20)
    if failures:
        raise DocumentInvalid(failures)
    return Document(
        node=node,
        digest=_hashed(text),
        shape=_hashed(print_ast(visit(node, _Valueless()))),
        operations={each.name.value if each.name else "": each for each in node.definitions if isinstance(each, OperationDefinitionNode)},
        fragments={each.name.value: each for each in node.definitions if isinstance(each, FragmentDefinitionNode)},
        flags=frozenset(survey.flags),
        viewers=frozenset(survey.variables["viewer"]),
        types=frozenset(survey.variables["type"] | survey.variables["viewerKind"]),
    )


def _parsed(text: str) -> DocumentNode:
    try:
        return parse(text, max_tokens=limits.TOKENS)
    except GraphQLError as failure:
        if failure.message.endswith("Parsing aborted."):
            raise DocumentTooLarge(
                f"the document is too long (at most {limits.TOKENS} words and signs) or too deep; ask for less"
            ) from None
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
        self.fields = 0

    def enter_field(self, *_: object) -> None:
        self.fields += 1

    def enter_argument(self, node: ArgumentNode, *_: object) -> None:
        if isinstance(node.value, VariableNode):
            self.variables[node.name.value].add(node.value.name.value)

    def enter_directive(self, node: DirectiveNode, *_: object) -> None:
        self.flags |= {argument.value.name.value for argument in node.arguments or () if isinstance(argument.value, VariableNode)}


def _surveyed(node: DocumentNode) -> _Survey:
    survey = _Survey()
    visit(node, survey)
    if survey.fields > limits.FIELDS:
        raise DocumentTooLarge(f"the document asks for more than {limits.FIELDS} fields; ask for less at a time")
    return survey
