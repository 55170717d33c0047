"""What a server opens before it answers: the database, the plans, the keys; and how it warms what it knows."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import structlog
from pydantic import SecretStr

from api import authzen, forms
from api import log as server_log
from api.answers import Answers, now
from api.budgets import Budgets
from api.cost import LONGEST
from api.cursor import KEY_BYTES, Cursors
from api.documents import known
from api.emitted import plans as emitted
from api.lookups import MOST_REFUSALS, Log
from api.plan import Plan, Plans
from api.reasons import KEY_BYTES as REASON_BYTES
from api.reasons import Reasons
from api.trusted import Trusted
from audit.entry import Technical
from audit.errors import AuditError
from auth import keyfile
from auth.alarm import LEAST, AlarmKind
from auth.override import MOST
from auth.rule import Rules
from auth.visit import KEY_BYTES as PSEUDONYM_BYTES
from auth.visit import Pseudonyms
from graph.check import check
from graph.database import Database
from graph.errors import GraphError
from graph.migrate import require_migrated


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What a running server has open."""

    database: Database
    answers: Answers
    log: Log
    trusted: Trusted = field(default_factory=Trusted)


def cursors(folder: Path, secret: SecretStr | None = None) -> Cursors:
    """Cursors under the secret that servers share, or under the data folder's own key, which is made the first time."""
    if secret:
        return Cursors(key=hashlib.sha512(secret.get_secret_value().encode()).digest())
    return Cursors(key=keyfile.kept(folder / "cursor.key", lambda: os.urandom(KEY_BYTES)))


def reasons(folder: Path, secret: SecretStr | None = None) -> Reasons:
    """Reasons under the secret that servers share, or under the data folder's own key, which is made the first time."""
    if secret:
        return Reasons(key=hashlib.sha256(secret.get_secret_value().encode()).digest())
    return Reasons(key=keyfile.kept(folder / "reason.key", lambda: os.urandom(REASON_BYTES)))


def pseudonyms(folder: Path, secret: SecretStr | None = None) -> Pseudonyms:
    """Pseudonyms under the secret that servers share, or under the data folder's own key, which is made the first time."""
    if secret:
        return Pseudonyms(key=hashlib.sha256(secret.get_secret_value().encode()).digest())
    return Pseudonyms(key=keyfile.kept(folder / "pseudonym.key", lambda: os.urandom(PSEUDONYM_BYTES)))


@asynccontextmanager
async def serving(
    database: Database,
    *,
    log: Log,
    rules: Rules,
    sealed: Cursors,
    reasons: Reasons | None = None,
    pseudonyms: Pseudonyms | None = None,
    most_overrides: int = MOST,
    most_refusals: int = MOST_REFUSALS,
    plans: Plans | None = None,
    trusted: Trusted | None = None,
    least: Mapping[AlarmKind, int] = LEAST,
    budgets: Budgets | None = None,
    clock: Callable[[], int] = now,
) -> AsyncIterator[Serving]:
    """Answers from a migrated graph, by rules that fit the model, each look-up in the log; what is known is warmed beside."""
    check(rules)
    await require_migrated(database)
    kept = plans or Plans(rules)
    await log.note(Technical(at=clock(), event="server.start", actor="innsyn"))
    trusts = trusted or Trusted()
    warming = asyncio.create_task(_warm(database, kept, trusts))
    try:
        answers = Answers(
            database,
            plans=kept,
            cursors=sealed,
            log=log,
            reasons=reasons,
            pseudonyms=pseudonyms,
            most_overrides=most_overrides,
            most_refusals=most_refusals,
            least=least,
            budgets=budgets or Budgets(),
            clock=clock,
        )
        yield Serving(database=database, answers=answers, log=log, trusted=trusts)
    finally:
        warming.cancel()
        with suppress(asyncio.CancelledError):
            await warming
        with suppress(AuditError):
            await log.note(Technical(at=clock(), event="server.end", actor="innsyn"))


def own() -> Mapping[str, str]:
    """The documents that the server asks itself, or knows when it starts."""
    return known() | authzen.DOCUMENTS


async def _warm(database: Database, kept: Plans, trusted: Trusted) -> None:
    """Run each known statement once for nobody, so that its first user does not wait while the database plans it."""
    known = (plan for _, plan in emitted(kept, own()))
    theirs = (plan for each in trusted.manifests for text in each.documents.values() for plan in forms.statements(kept, text, each.kinds))
    try:
        for plan in chain(theirs, known):
            if plan.statement.text and not plan.changes:
                await database.read(plan.statement.text, plan.statement.given(_nothing(plan)))
            await asyncio.sleep(0)
    except GraphError as error:
        structlog.get_logger().warning("not warmed", **server_log.failure(error))


def _nothing(plan: Plan) -> dict[str, Any]:
    """Parameters that ask for nothing, as nobody."""
    nobody = {"viewer": "", "purpose": "", "case": None, "now": 0, "today": "1970-01-01"}
    return nobody | {each.parameter: 0 if each.name == "first" else [] if each.name in LONGEST else None for each in plan.asked.bindings}
