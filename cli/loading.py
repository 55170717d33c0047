"""A load from the command line: reasons sealed, and in the look-up log by whom, how much and what files. Never what stands in them, nor
their names, which may be somebody's."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from api.serving import reasons
from audit.entry import Loaded
from audit.migrate import migrate, migrated
from audit.store import Address, Store
from cli.address import logged
from cli.technical import noted
from graph.database import Database
from graph.load import OnProgress, Source, Summary, load
from graph.migrate import require_migrated
from settings import Settings


async def loaded(
    said: Settings, database: Database, sources: Sequence[Source], *, rejects: Path | None = None, progress: OnProgress | None = None
) -> Summary:
    """Load, once the log has that somebody does: where it cannot be written nothing is loaded. A start without an end was cut short."""
    await require_migrated(database)
    _noted(said, "load.start")
    summary = await load(database, sources, rejects=rejects, progress=progress, seal=reasons(said.data_dir, said.reason_key).kept)
    _noted(said, "load.end", _told(summary))
    return summary


def _noted(said: Settings, event: str, told: Loaded | None = None) -> None:
    """By a connection of its own: a load may take longer than a store keeps one that is not used."""
    with closing(_log(logged(said))) as store:
        noted(store, event, said.operator, told)


def _log(address: Address) -> Store:
    """The log, made where the data folder has none yet: the graph may have been migrated from elsewhere."""
    if not address.url and not address.file.exists():
        migrate(address)
    return migrated(address)


def _told(summary: Summary) -> Loaded:
    return Loaded(
        nodes=summary.nodes,
        relationships=summary.relationships,
        rejected=summary.rejected,
        closed=summary.closed,
        files=summary.digests,
    )
