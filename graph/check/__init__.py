"""Type-checks what is declared against the model, at start: a rule that cannot hold must not wait for its first viewer."""

from auth.rule import Rules
from graph.check.rules import checked
from graph.check.views import check_views

__all__ = ["check"]


def check(rules: Rules) -> None:
    """Raise `RuleError` at the first rule or view that does not fit the model."""
    for _ in checked(rules):
        pass
    check_views(rules)
