"""What a person may try out of themselves: the rules of one mandate alone, or of one that is not given yet.

The mandate is stated where others state a purpose, which persons need not.
"""

from dataclasses import replace

from auth.category import Action, Category
from auth.decide import covered_entries
from auth.rule import Grant, Rules, fixed

SUPPOSED = Grant(
    id="preview.proxy",
    path="(viewer:Person), (subject:Person)",
    gives=fixed(),
    basis="Forvaltningsloven § 12",
    says={"nb": "Ville hatt fullmakt", "en": "Would hold a proxy"},
)
"""Whoever would hold the proxy: what it gives comes with the request, and only of the one who asks."""


def alone(rules: Rules) -> Rules:
    """All that closes, and of what opens only the mandate that is stated, or the one that is supposed."""
    stated = (
        replace(grant, where=" AND ".join((*([f"({grant.where})"] if grant.where else []), "mandate.id = purpose_stated")))
        for grant in rules.grants
        if _held(grant)
    )
    return replace(rules, name=f"{rules.name} preview", grants=(*stated, SUPPOSED))


def supposed(categories: list[str] | None, themes: list[str] | None, actions: list[str] | None) -> tuple[str, ...]:
    """The entries of a proxy that would cover these, to read."""
    if actions is not None and Action.READ not in actions:
        return ()
    return tuple(sorted(covered_entries(map(Category, categories or ()), themes or ())))


def _held(grant: Grant) -> bool:
    """Whether it leads from the holder of a mandate to a person."""
    edges = grant.pattern.edges
    return "Person" in grant.subject_labels and any(
        "TO" in edge.types and (edge.start, edge.end) == ("mandate", "viewer") for edge in edges
    )
