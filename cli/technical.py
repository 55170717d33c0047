"""What a command does that tells of nobody, in the look-up log: who reads it, who migrates."""

import getpass
import time

from audit.append import Appender
from audit.entry import Technical, key_or_unreadable
from audit.record import technical
from audit.store import Store


def noted(store: Store, event: str) -> None:
    """Log that whoever is at the command line did this."""
    at, actor = time.time_ns() // 1_000_000, key_or_unreadable(f"cli:{getpass.getuser()}")
    Appender(store).append([technical(Technical(at=at, event=event, actor=actor))])
