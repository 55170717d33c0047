"""Where in a declaration something is wrong, for the message."""

import re
from dataclasses import dataclass

from auth.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One text of one rule or view."""

    rule: str
    text: str = ""

    def wrong(self, problem: str, at: str = "") -> RuleError:
        """The error that shows the text, with a caret under the word where it is in it."""
        found = re.search(rf"(?<!\w){re.escape(at)}(?!\w)", self.text) if at else None
        caret = f"\n  {' ' * found.start()}^" if found else ""
        return RuleError(rule=self.rule, problem=problem, place=self.text + caret)

    def reading(self, text: str) -> "Place":
        """The same rule, another text."""
        return Place(rule=self.rule, text=text)
