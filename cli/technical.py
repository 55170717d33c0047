"""What a command does that tells of nobody, in the look-up log: who reads it, who migrates."""

import getpass
import os
import time

from audit.append import Appender
from audit.entry import Loaded, Technical, key_or_unreadable
from audit.record import technical
from audit.store import Store


def user() -> str:
    """The system's user; by number where the system has no name for them, as in a container."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return f"uid-{os.getuid()}"


def said(event: str, operator: str | None = None, loaded: Loaded | None = None) -> Technical:
    """That whoever is at the command line does this: the operator whom the settings name, or else the system's user."""
    actor = key_or_unreadable(f"cli:{operator or user()}")
    return Technical(at=time.time_ns() // 1_000_000, event=event, actor=actor, loaded=loaded)


def noted(store: Store, event: str, operator: str | None = None, loaded: Loaded | None = None) -> None:
    """Log that whoever is at the command line did this."""
    Appender(store).append([technical(said(event, operator, loaded))])
