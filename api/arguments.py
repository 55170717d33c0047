"""The values of a request's arguments, judged before anything is read: one bad value refuses the whole operation."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any

import orjson
from graphql import GraphQLError, ListValueNode, OperationDefinitionNode, ValueNode, VariableNode, print_ast
from graphql.execution.values import VariableValues, get_variable_values
from graphql.pyutils import Undefined
from graphql.utilities.coerce_input_value import coerce_input_literal

from api import limits
from api.collect import Asked, Binding
from api.cost import LONGEST
from api.cursor import Cursors
from api.errors import ArgumentInvalid, KeyRequired, TextTooShort, TooManySubjects, VariableInvalid
from api.limits import UNLESS_TOLD, Limits
from api.schema import query, schema
from auth.category import PERSONAL, THEMED, Category
from auth.usage import Period
from auth.viewer import Viewer
from graph.load.search import sought
from graph.selection import Selection
from graph.views import ROOTS

_TIMES = frozenset({"at", "knownAt"})
_VARIABLE = re.compile(r"[Vv]ariable '?\$(\w+)")
_EXAMPLES = {
    "ID": 'a text, such as "p-kari"',
    "String": "a text",
    "Int": "a whole number",
    "Date": "a day, such as 2026-01-31",
    "DateTime": "ISO 8601, such as 2026-01-31T08:30:00Z, or a date alone",
}
_SHAPES = frozenset({"first", "after", "language"})


def variables(operation: OperationDefinitionNode, given: Mapping[str, Any]) -> VariableValues:
    """The values of the operation's variables, as their types have them."""
    found = get_variable_values(schema(), operation.variable_definitions or (), dict(given), max_errors=20, hide_suggestions=True)
    if isinstance(found, list):
        raise VariableInvalid([_unquoted(error, operation) for error in found])
    return found


def _unquoted(error: GraphQLError, operation: OperationDefinitionNode) -> GraphQLError:
    """graphql-core's message quotes the value; ours names the variable and says what to write."""
    named = _VARIABLE.search(error.message)
    wanted = {each.variable.name.value: print_ast(each.type) for each in operation.variable_definitions or ()}
    name = named[1] if named else ""
    type_ = wanted.get(name, "its type")
    example = _EXAMPLES.get(type_.strip("[]!"), "")
    return GraphQLError(f"the value of `${name}` is no `{type_}`{f'; write {example}' if example else ''}", error.nodes)


class Arguments:
    """The arguments of one request, each with the value given for it."""

    def __init__(
        self,
        asked: Asked,
        given: VariableValues,
        *,
        viewer: Viewer,
        cursors: Cursors,
        limits: Limits = UNLESS_TOLD,
        whole: "Arguments | None" = None,
    ) -> None:
        """`whole`: those of the operation that this is a part of, which its cursors are bound to."""
        self._asked, self._viewer, self._cursors, self._limits, self._whole = asked, viewer, cursors, limits, whole
        self._values = {binding.parameter: _given(binding, given) for binding in asked.bindings}
        self._roots = {root.key: self._of_root(root) for root in asked.operation.roots}

    def parameters(self) -> dict[str, Any]:
        """The statement's parameters; raises on the first bad value."""
        for root in self._asked.operation.roots:
            _require_together(root.field, self._roots[root.key])
        return {binding.parameter: self._judged(binding, self._values[binding.parameter]) for binding in self._asked.bindings}

    def require_counted(self, today: str) -> None:
        """Refuse a period of `usage` that is longer than is counted; its end is today unless told."""
        for root in self._asked.operation.roots:
            given = self._roots[root.key]
            days = Period.of(given.get("from"), given.get("to"), today).days if root.field == "usage" else 1
            if days < 1:
                raise ArgumentInvalid("`from` of `Query.usage` is after `to`, which is today unless told; write the earlier day as `from`")
            if days > limits.USAGE_DAYS:
                raise ArgumentInvalid(f"`usage` counts 1 to {limits.USAGE_DAYS} days; write `from` and `to` so that they are as many")

    def written(self) -> dict[str, Any]:
        """What the only root field of a mutation was asked with."""
        (root,) = self._roots.values()
        return root

    def seal(self, coordinate: str, position: Sequence[Any]) -> str:
        """A cursor of the list `coordinate`, below the root fields as they were asked."""
        return self._cursors.seal(self.bound_to(coordinate), position)

    def _judged(self, binding: Binding, value: Any) -> Any:
        match binding.name:
            case "first":
                return _first(binding, value, self._limits.page)
            case "after":
                return None if value is None else self._cursors.open(self.bound_to(binding.coordinate), value)
            case "ids" | "units" | "subjects":
                _require_few(binding, value)
            case "reason":
                # It goes nowhere but encrypted.
                return None
            case "text":
                return _sought(binding, value)
            case "kinds" | "categories" | "actions" if value is not None:
                return [each.name if isinstance(each, Enum) else each for each in value]
        return value.name if isinstance(value, Enum) else value

    def bound_to(self, coordinate: str) -> bytes:
        """What cursors of a list are good for."""
        if self._whole:
            return self._whole.bound_to(coordinate)
        roots = dict.fromkeys(binding.root for binding in self._asked.bindings if binding.coordinate == coordinate)
        asked = [self._roots[root] for root in roots]
        return orjson.dumps([self._viewer.kind, self._viewer.key, coordinate, asked], option=orjson.OPT_SORT_KEYS)

    def _of_root(self, root: Selection) -> dict[str, Any]:
        """What a root field was asked with, but for what pages through it."""
        values = {name: self._values[parameter] for name, parameter in root.arguments.items() if name not in _SHAPES}
        return {name: value for name, value in values.items() if value is not None}


def _given(binding: Binding, given: VariableValues) -> Any:
    match binding.node:
        case None:
            value = Undefined
        case VariableNode() as variable:
            value = given.coerced.get(variable.name.value, Undefined)
        case node:
            value = coerce_input_literal(node, binding.definition.type, given)
    default = None if binding.definition.default_value is Undefined else binding.definition.default_value
    return default if value is Undefined else value


def _first(binding: Binding, value: int | None, most: int) -> int:
    if value is None:
        return min(limits.PAGE_DEFAULT, most)
    if not 0 <= value <= most:
        raise ArgumentInvalid(f"`first` of `{binding.coordinate}` is 0 to {most}; page through longer lists with `after`")
    return value


def require_known(asked: Asked, operation: OperationDefinitionNode, most: Limits) -> None:
    """Refuse what stands in the document itself and would be refused whatever a request says."""
    nothing = VariableValues({}, {})
    written = {each.parameter: each for each in asked.bindings if not _varies(each.node)}
    for root in asked.operation.roots:
        if written.keys() >= set(root.arguments.values()):
            values = {name: _given(written[parameter], nothing) for name, parameter in root.arguments.items() if name not in _SHAPES}
            _require_together(root.field, {name: value for name, value in values.items() if value is not None})
    defaults = {each.variable.name.value: each.default_value for each in operation.variable_definitions or ()}
    for binding in asked.bindings:
        node = defaults.get(binding.node.name.value) if isinstance(binding.node, VariableNode) else binding.node
        if node is not None and not _varies(node):
            _require_bounded(binding, coerce_input_literal(node, binding.definition.type, nothing), most)


def _varies(node: ValueNode | None) -> bool:
    """Whether a request says some of it."""
    return isinstance(node, VariableNode) or (isinstance(node, ListValueNode) and any(map(_varies, node.values)))


def _require_bounded(binding: Binding, value: Any, most: Limits) -> None:
    match binding.name:
        case "first":
            _first(binding, value, most.page)
        case "ids" | "units" | "subjects":
            _require_few(binding, value)
        case "text":
            _sought(binding, value)
        case _:
            pass


def _require_few(binding: Binding, value: Sequence[Any]) -> None:
    most = LONGEST[binding.name]
    if len(value) <= most:
        return
    more = "ask for the rest in another request"
    if binding.name == "subjects":
        raise TooManySubjects(f"`subjects` of `{binding.coordinate}` takes at most {most:,}, and nothing was judged; {more}")
    raise ArgumentInvalid(f"`{binding.name}` of `{binding.coordinate}` takes at most {most}; {more}")


def _require_together(field: str, given: Mapping[str, Any]) -> None:
    """What the arguments of a root field may be beside each other."""
    _require_key(field, given)
    match field:
        case "whatCanISee" | "whoCanSee":
            _require_personal(given)
        case "visits":
            _require_personal(given)
            _require_period(given, field)
        case "usage" | "alarms":
            _require_period(given, field)
        case "preview":
            _require_supposed(given)
        case _:
            pass


def _require_personal(given: Mapping[str, Any]) -> None:
    """A category that can be open of a person; with a theme, one whose rows carry themes."""
    category = given.get("category")
    among = PERSONAL if given.get("theme") is None else sorted(THEMED)
    if category is not None and category not in among:
        told = " with a `theme`" if given.get("theme") is not None else ""
        raise ArgumentInvalid(f"`category`{told} is one of {', '.join(among)}")


def _require_period(given: Mapping[str, Any], field: str) -> None:
    if "from" in given and "to" in given and given["from"] > given["to"]:
        raise ArgumentInvalid(f"`from` of `Query.{field}` is after `to`; write the earlier day as `from`")


def _require_supposed(given: Mapping[str, Any]) -> None:
    """Either a mandate that there is, or what a proxy would cover."""
    covers = [*given.get("categories", ()), *given.get("themes", ())]
    if ("mandate" in given) == bool(covers) or ("mandate" in given and "actions" in given):
        raise ArgumentInvalid(
            "`preview` takes the `mandate` that it is about, or the `categories` or `themes` that a proxy would cover; write one of the two"
        )
    if Category.OPEN in covers or len(covers) > limits.IDS or not all(str(each).isalnum() for each in given.get("themes", ())):
        raise ArgumentInvalid(
            f"`categories` of `Query.preview` are among {', '.join(PERSONAL)}, `themes` are codes such as `HJE`; write those"
        )


def _sought(binding: Binding, text: str) -> dict[str, list[str]]:
    """What a text looks for."""
    if len(text) > limits.SEARCH_TEXT:
        raise ArgumentInvalid(f"`text` of `{binding.coordinate}` takes at most {limits.SEARCH_TEXT} signs; write fewer words")
    found = sought(text)
    if found is None:
        raise TextTooShort
    return found.parameter


def _require_key(field: str, given: Mapping[str, Any]) -> None:
    keys = _keys().get(field, ())
    if keys and sum(key in given for key in keys) != 1:
        raise KeyRequired(f"`{field}` is found by exactly one of {' and '.join(f'`{key}`' for key in keys)}; write one of them")


@cache
def _keys() -> Mapping[str, tuple[str, ...]]:
    """The arguments that each root field can be looked up by, where there are several."""
    found = {name: tuple(arg for arg in query().fields[name].args if arg not in _TIMES | _SHAPES) for name in ROOTS}
    return {name: keys for name, keys in found.items() if len(keys) > 1}
