"""The database that the settings name, for every command that needs one."""

from graph.database import Address
from settings import Settings


def given(said: Settings) -> Address | None:
    """Where Neo4j answers; none when the embedded database is meant."""
    if not said.neo4j_uri:
        return None
    return Address(uri=said.neo4j_uri, user=said.neo4j_user, password=said.password(), database=said.neo4j_database)
