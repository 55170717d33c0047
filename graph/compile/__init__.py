"""Rules and selections become one Cypher statement; its record becomes the answer."""

from graph.compile.asker import may_state
from graph.compile.shape import Denied, Typed
from graph.compile.statement import Answer, Request, Statement, compile_operation

__all__ = ["Answer", "Denied", "Request", "Statement", "Typed", "compile_operation", "may_state"]
