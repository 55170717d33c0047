"""Preview: oneself, as another would see one."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET

from auth.category import Action, Category

Mandate = Annotated[
    strawberry.ID | None,
    strawberry.argument(
        description="A mandate that you gave to a person, or by which a person is your guardian, parent or line manager. Write it alone."
    ),
]
Categories = Annotated[
    list[Category] | None,
    strawberry.argument(description="What a proxy would cover that you have not given; with `themes`, those categories in those themes."),
]
Themes = Annotated[
    list[str] | None,
    strawberry.argument(description="The themes that it would cover, for example `HJE`. Alone: their rows, and your name."),
]
Actions = Annotated[
    list[Action] | None, strawberry.argument(description="What its holder might do; READ when left out. Without READ they see nothing.")
]


def previewed(mandate: Mandate = UNSET, categories: Categories = UNSET, themes: Themes = UNSET, actions: Actions = UNSET) -> Any:
    """Stands for the arguments of a preview; the value comes from the plan's answer."""
