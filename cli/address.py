"""The databases that the settings name, for every command that needs one."""

from audit import store
from audit.proof import Key
from audit.unsigned import Limit
from graph.database import Address
from settings import Settings


def given(said: Settings) -> Address | None:
    """Where Neo4j answers; none when the embedded database is meant."""
    if not said.neo4j_uri:
        return None
    return Address(uri=said.neo4j_uri, user=said.neo4j_user, password=said.password(), database=said.neo4j_database)


def logged(said: Settings) -> store.Address:
    """Where the look-up log is."""
    return store.Address.of(said.audit_url, said.data_dir)


def limited(said: Settings) -> Limit | None:
    """How long the look-up log may be without a checkpoint, where that is limited."""
    if said.audit_unsigned_minutes is None:
        return None
    return Limit(minutes=said.audit_unsigned_minutes, witness=Key.read(said.audit_witness_key) if said.audit_witness_key else None)
