"""Bookmarks: what a response to a change tells, so that a later request to any server sees it. Encrypted, and good for its viewer alone."""

from collections.abc import Sequence

import orjson

from api.cursor import Cursors
from api.errors import BookmarkInvalid, CursorInvalid
from auth.viewer import Viewer


def sealed(cursors: Cursors, viewer: Viewer, written: Sequence[str]) -> str | None:
    """The bookmark of what the database has written; none of nothing."""
    return cursors.seal(_bound_to(viewer), written) if written else None


def opened(cursors: Cursors, viewer: Viewer, given: str | None) -> Sequence[str]:
    """What the database is told to come after."""
    if given is None:
        return ()
    try:
        return [str(each) for each in cursors.open(_bound_to(viewer), given)]
    except CursorInvalid:
        raise BookmarkInvalid from None


def _bound_to(viewer: Viewer) -> bytes:
    return orjson.dumps(["bookmark", viewer.kind, viewer.key])
