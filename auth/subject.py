"""What a question can be about."""

from enum import StrEnum


class SubjectType(StrEnum):
    """The type of a subject, as whoever asks says it."""

    PERSON = "PERSON"
    BUSINESS = "BUSINESS"
    MUNICIPALITY = "MUNICIPALITY"
    DEVICE = "DEVICE"
    CASE = "CASE"

    @property
    def label(self) -> str:
        """The label that such subjects have in the graph."""
        return self.capitalize()
