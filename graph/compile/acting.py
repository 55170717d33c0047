"""What may be done beside reading, where that is asked for: a mask for each other action, by the same rules.

What denials hold does not depend on the action, so it is found once; only what is granted is judged again.
"""

from collections.abc import Iterable

from auth.category import Action
from auth.rule import Rules
from auth.viewer import ViewerKind
from graph.compile.giving import column
from graph.compile.rules import Subject
from graph.selection import Selection


def asks_actions(selections: Iterable[Selection]) -> bool:
    """Whether it is asked what else than to read may be done."""
    return any(_asks(each) or asks_actions(each.children) for each in selections)


def _asks(selection: Selection) -> bool:
    return selection.on == "CategoryAccess" and (selection.field == "actions" or "action" in selection.arguments)


def others(rules: Rules, kind: ViewerKind) -> tuple[Action, ...]:
    """What else than to read some grant of such a viewer can give."""
    grants = [grant for grant in rules.grants if not grant.viewer_labels or kind.label in grant.viewer_labels]
    return tuple(each for each in Action if each is not Action.READ and any(grant.acts(each) for grant in grants))


def may(action: Action) -> str:
    """Where a record has the mask of that action."""
    return column("may", action)


def masks(subject: Subject) -> tuple[list[str], dict[str, str]]:
    """The lines that bind the mask of each other action that is asked about, and these by where a record has them."""
    each = {action: subject.acting(action) for action in subject.context.acts}
    able = {action: other for action, other in each.items() if other.pair.grants}
    if not able:
        return [], {}
    names, lines = subject.context.names, list[str]()
    for denials in filter(None, (subject.pair.core, subject.pair.overridable)):
        codes = names.fresh("codes")
        lines.append(f"WITH *, {subject.codes(denials)} AS {codes}")
        subject.remember(denials, codes)
    found = {may(action): names.fresh(f"{subject.variable}{action.capitalize()}") for action in able}
    texts = [f"{other.mask(other.pair.mask)} AS {found[may(action)]}" for action, other in able.items()]
    return [*lines, *subject.ends(), f"WITH *, {', '.join(texts)}"], found
