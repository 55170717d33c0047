"""That the server is about to end: it says that it is not ready, and answers on until nobody sends it anything any more."""

from dataclasses import dataclass


@dataclass(slots=True)
class Ending:
    """Whether it has been told to end."""

    begun: bool = False
