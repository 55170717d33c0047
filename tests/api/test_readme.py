"""Every query that README.md and docs/ show is asked of the demo, and answers what the page says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import HANDLER, Ask

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
GUIDES = sorted((ROOT / "docs").glob("*.md"))
SHOWN = re.compile(r"^```graphql\n(.*?)^```\n\s*^```json\n(.*?)^```", re.MULTILINE | re.DOTALL)
SOMETHING = "…"
LOOKED = 'query looked { person(id: "p-kari") { name { full } phone } }'
"""What her counsellor has asked, twice, where a page shows who looked."""


def shown(*pages: Path) -> Iterator[Any]:
    """Who asks, for which purpose, what, with which variables, and what the page says that they get."""
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for found in SHOWN.finditer(text):
            query, answer = found.groups()
            viewer, *purpose = query.partition("\n")[0].removeprefix("# ").split()
            variables = re.search(r"^# variables (.*)$", query, re.MULTILINE)
            given = json.loads(variables[1]) if variables else {}
            line = text.count("\n", 0, found.start()) + 1
            yield pytest.param(viewer, next(iter(purpose), None), query, given, json.loads(answer), id=f"{page.name} line {line}")


WORDS = ("viewer", "purpose", "query", "variables", "says")


@pytest.mark.long_to_plan
@pytest.mark.parametrize(WORDS, [*shown(README)])
async def test_query_gives_what_the_readme_says(
    viewer: str, purpose: str | None, query: str, variables: dict[str, Any], says: dict[str, Any], ask: Ask
) -> None:
    await gives(viewer, purpose, query, variables, says, ask)


@pytest.mark.embedded
@pytest.mark.parametrize(WORDS, [*shown(*GUIDES)])
async def test_query_gives_what_the_guide_says(
    viewer: str, purpose: str | None, query: str, variables: dict[str, Any], says: dict[str, Any], ask: Ask
) -> None:
    await gives(viewer, purpose, query, variables, says, ask)


async def gives(viewer: str, purpose: str | None, query: str, variables: dict[str, Any], says: dict[str, Any], ask: Ask) -> None:
    for _ in range(2 if "visits(" in query else 0):
        await ask(HANDLER, LOOKED, purpose="FOLLOW_UP")
    assert unlike(says, await ask(viewer, query, purpose=purpose, **variables)) == []


def test_every_query_on_a_page_has_its_answer() -> None:
    texts = [page.read_text(encoding="utf-8") for page in (README, *GUIDES)]
    assert sum(text.count("```graphql\n") for text in texts) == len([*shown(README, *GUIDES)]) > 10


def unlike(says: Any, got: Any, at: str = "") -> list[str]:
    """Where the answer is not as shown, order of keys included; `…` stands for a text of any kind."""
    if says == SOMETHING:
        return [] if isinstance(got, str) else [at]
    if isinstance(says, dict) and isinstance(got, dict) and list(says) == list(got):
        return [each for key in says for each in unlike(says[key], got[key], f"{at}.{key}")]
    if isinstance(says, list) and isinstance(got, list) and len(says) == len(got):
        return [each for index, (one, other) in enumerate(zip(says, got, strict=True)) for each in unlike(one, other, f"{at}[{index}]")]
    return [] if says == got else [f"{at}: the page says {says!r}, the answer is {got!r}"]
