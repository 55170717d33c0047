"""Employees' names need two controllers (A23): one asks, another grants, and while it stands the first learns who can see one person."""

from auth import request
from auth.change import Problem, of_reason
from auth.request import Standing

REQUEST = "(request:NameRequest)-[:OF]->(subject:Person), (request)-[:BY]->(asker:Employee)"
"""A controller's request for the names of those who can see a person."""

GRANTED = (
    "(viewer:Employee)<-[:BY]-(request:NameRequest)-[:OF]->(subject:Person), "
    "(request)-[:GRANTED_BY]->(second:Employee)-[:HOLDS]->(:Position)-[:IN]->(:Role {code: 'CONTROLLER'})"
)
"""A request of the viewer that stands, granted by another who is a controller still."""

STANDS_DAYS = request.WAITS_DAYS
"""How long a granted request stands; as long as it waited."""


SECOND_CONTROLLER = "SECOND_CONTROLLER"
"""The code of names that no other controller has granted the viewer."""


def asking(standing: Standing, reason: str) -> tuple[Problem, ...]:
    """Why the viewer may not ask for the names of those who can see a person."""
    return request.asking(standing) or of_reason(reason)
