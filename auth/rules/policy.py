"""Choices where the sources of the rules differ, each closed unless told; `auth.rules.rules` makes the rules of a policy."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What an administration chooses. The defaults are the closed side."""

    districts: bool = False
    """Whether an office that serves a municipality also serves its districts: staff expect it, Tilgangsmaskinen matches exactly."""
    without_area: bool = False
    """Whether who belongs to no area at all is within reach of every local office, as in Tilgangsmaskinen."""
    child_years: int = 18
    """The age, in whole years, at which parental responsibility opens no more."""
    exempt_themes: tuple[str, ...] = ("FAR",)
    """Themes whose rows no citizen reads here, not of themselves either: parentage is told by other means."""
    kin: Literal["direct-line", "near"] = "direct-line"
    """How far disqualification reaches: `direct-line` adds grandparents and grandchildren, as the law reads; `near` ends at parents,
    children, siblings and partners, as Tilgangsmaskinen."""
