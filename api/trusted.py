"""Trusted documents: what a frontend is built with and the server was told of, by the hash of its text. They skip no check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256

import structlog

from api.answers import Question
from api.errors import DocumentNotTrusted, DocumentUnknown
from auth.viewer import Viewer, ViewerKind


class Mode(StrEnum):
    """What becomes of a document that is not trusted: nothing (also trusted ones are not known then), a line in the server's log,
    nothing, a refusal."""

    OFF = "off"
    LOG = "log"
    PREFER = "prefer"
    ONLY = "only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The documents of one frontend, by their ids, and who it is for: kinds of viewers, by any system unless some are named."""

    name: str
    viewers: frozenset[ViewerKind]
    clients: frozenset[str] = frozenset()
    documents: Mapping[str, str] = field(repr=False)
    faults: Sequence[str] = ()
    """What is wrong with the ids that the manifest gives them, a line each."""

    @property
    def kinds(self) -> Sequence[ViewerKind]:
        """The kinds of viewers, in order."""
        return sorted(self.viewers)

    def serves(self, viewer: Viewer) -> bool:
        """Whether the viewer is of its audience."""
        return viewer.kind in self.viewers and (not self.clients or viewer.client in self.clients)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """What is trusted, and what becomes of the rest."""

    mode: Mode = Mode.PREFER
    manifests: Sequence[Manifest] = ()

    def resolved(self, question: Question, viewer: Viewer) -> Question:
        """The question with its document's text; raises where there is none by that id, or what is not trusted is refused."""
        known = [each.documents for each in self.manifests if each.serves(viewer)]
        if question.document is not None:
            text = next((found[question.document] for found in known if question.document in found), None)
            if text is None:
                raise DocumentUnknown
            return replace(question, text=text)
        if self.mode in (Mode.OFF, Mode.PREFER):
            return question
        asked = id_of(question.text)
        if any(asked in found for found in known):
            return question
        if self.mode is Mode.ONLY:
            structlog.get_logger().info("document not trusted")
            raise DocumentNotTrusted
        return replace(question, noted=True)


def id_of(text: str) -> str:
    """What a document is asked for by."""
    return f"sha256:{sha256(text.encode()).hexdigest()}"
