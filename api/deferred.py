"""Fragments that may come later than the rest (`@defer`): here they come with it, as GraphQL lets a server choose."""

from graphql import REMOVE, DirectiveNode, Visitor

from api.schema import DEFER


class Inlined(Visitor):
    """Takes `@defer` out of a document."""

    def leave_directive(self, node: DirectiveNode, *_: object) -> object:
        """Leave all other directives."""
        return REMOVE if node.name.value == DEFER.name else None
