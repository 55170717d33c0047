"""Every rule, by theme; `rules` makes those of a profile and a policy. The first denial that holds gives the code that is shown."""

from types import ModuleType

from auth.rule import Denial, Grant, Row, Rules
from auth.rules import business, client, family, mandates, outside, own, places, population, protection, rows, tilgangsmaskinen, work
from auth.rules.policy import Policy

THEMES: tuple[tuple[str, ModuleType], ...] = (
    ("Own data", own),
    ("Mandates", mandates),
    ("The administration's employees", work),
    ("Employees of municipalities and businesses", outside),
    ("Businesses", business),
    ("Systems", client),
    ("Protections", protection),
    ("Self, kin and colleagues", family),
    ("Overridable", population),
    ("Places", places),
    ("Rows", rows),
)

CODE_ORDER = (
    "STRICTLY_CONFIDENTIAL",
    "STRICTLY_CONFIDENTIAL_ABROAD",
    "CONFIDENTIAL",
    "SHIELDED",
    "DISQUALIFIED",
    "SAME_OFFICE",
    "UNKNOWN_IDENTITY",
    "UNSCREENED",
    "GUARDIAN_OF_SUBJECT",
    "DECEASED",
    "LIVES_ABROAD",
    "UNKNOWN_RESIDENCE",
)
"""The order in which codes are shown: as Tilgangsmaskinen, whose profile tells the first only."""

PROTECTION_CODES = frozenset(CODE_ORDER[:4])
"""Codes that show alone (A6)."""


def rules(policy: Policy | None = None) -> Rules:
    """The rules of an administration that chose so; unless told, the closed side of every choice."""
    every = [rule for _, module in THEMES for rule in module.declared(policy or Policy())]
    return _made("innsyn", every)


def as_tilgangsmaskinen() -> Rules:
    """The rules that answer as Tilgangsmaskinen does, for comparison."""
    return _made("tilgangsmaskinen", tilgangsmaskinen.declared(), first_only=True)


def _made(name: str, every: list[Grant | Denial | Row], *, first_only: bool = False) -> Rules:
    return Rules(
        name=name,
        grants=tuple(rule for rule in every if isinstance(rule, Grant)),
        denials=tuple(rule for rule in every if isinstance(rule, Denial)),
        rows=tuple(rule for rule in every if isinstance(rule, Row)),
        first_only=first_only,
    )


INNSYN = rules()
