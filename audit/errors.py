"""What can go wrong with the look-up log.

    AuditError                      code AUDIT_ERROR
    ├── EntryInvalid                AUDIT_ENTRY_INVALID      what shall not stand in the log was about to
    ├── LogUnavailable              LOG_UNAVAILABLE          nothing can be written durably now, so nothing may be answered
    │   ├── LogUnreachable          LOG_UNAVAILABLE          its PostgreSQL is not reached
    │   ├── LogCut                  LOG_CUT                  its end was cut off, or it is another: an operator must decide
    │   └── LogUnsigned             LOG_UNSIGNED             no checkpoint has covered it for too long
    ├── LogNotMigrated              LOG_NOT_MIGRATED         the store lacks migrations
    ├── LogDiffers                  LOG_DIFFERS              the store has migrations that this innsyn lacks or has otherwise
    ├── LogBroken                   LOG_BROKEN               the store is not what its own tree says
    ├── NothingCut                  NOTHING_CUT              there is nothing to let it go on from
    ├── EntriesDiffer               ENTRIES_DIFFER           it was to go on after another number of entries than it has
    ├── ErasureWrong                ERASURE_WRONG            it was to be told afterwards that entries were erased, and cannot be
    ├── RowsBeyond                  ROWS_BEYOND              rows stand beyond its end, and its database's user may not remove them
    ├── NotWaiting                  NOT_WAITING              a notice was said to be delivered that does not wait to be
    ├── KeyInvalid                  AUDIT_KEY_INVALID        a key, a signer or a signed note that does not read
    └── WitnessRefused              WITNESS_REFUSED          the witness did not cosign

Messages name fields, settings and positions; never a value that was to be written.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar


class AuditError(Exception):
    """Anything that the audit package raises on purpose."""

    code: ClassVar[str] = "AUDIT_ERROR"


class EntryInvalid(AuditError):
    """A field of an entry holds what is neither an id nor a code; `field` is its name."""

    code = "AUDIT_ENTRY_INVALID"

    def __init__(self, field: str, expected: str) -> None:
        self.field = field
        super().__init__(f"`{field}` of an entry must be {expected}")


class LogUnavailable(AuditError):
    """Nothing can be written durably now; `reason` is a word for the server's log."""

    code = "LOG_UNAVAILABLE"

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the look-up log cannot be written ({reason}), so nothing is answered")


class LogUnreachable(LogUnavailable):
    """The PostgreSQL that has it is not reached, or lets nobody in; `where` is host, port and database, and nothing else of its address."""

    def __init__(self, reason: str, where: str) -> None:
        self.reason, self.where = reason, where
        AuditError.__init__(
            self,
            f"the look-up log at `{where}` cannot be reached ({reason}), so nothing is answered; see that PostgreSQL runs there and lets "
            "this user in, and that `INNSYN_AUDIT_URL` is its address",
        )


class LogCut(LogUnavailable):
    """The store has fewer entries than have been seen in it, or others; `seen` and `found` are how many.

    back    whether what had been seen is there again
    beyond  whether the store has rows beyond its entries
    """

    code = "LOG_CUT"

    def __init__(self, *, seen: int, found: int, back: bool = False, beyond: bool = False) -> None:
        self.seen, self.found = seen, found
        resume = f"`innsyn audit resume --entries {found}`"
        if back:
            told = f"the look-up log was found cut off, and has the {seen} entries that had been seen again; {resume} lets it go on"
        else:
            told = (
                f"{_missing(seen, found, beyond)}; nothing is answered until you have found out why: `innsyn audit verify`, then put back "
                f"what is missing, and let it go on; {resume} does so after what is there now"
            )
        AuditError.__init__(self, told)


def _missing(seen: int, found: int, beyond: bool) -> str:
    if seen > found:
        return f"the look-up log had {seen} entries when it was last seen from here, and has {found}"
    if beyond:
        return f"the look-up log has {found} entries, and rows beside them that belong to later ones"
    return f"the look-up log has {found} entries, and not those {seen} that were seen of it from here"


class LogUnsigned(LogUnavailable):
    code = "LOG_UNSIGNED"

    def __init__(self, minutes: float) -> None:
        AuditError.__init__(
            self,
            f"the look-up log has an entry older than {minutes:g} minutes that no checkpoint covers, so nothing is answered; see why "
            "`innsyn audit checkpoint` was not run, or the witness did not cosign",
        )


class LogNotMigrated(AuditError):
    """`folder` is where its file was looked for, where there is none."""

    code = "LOG_NOT_MIGRATED"

    def __init__(self, versions: tuple[str, ...], folder: Path | None = None) -> None:
        self.versions = versions
        listed = ", ".join(f"`{each}`" for each in versions)
        told = f"the look-up log lacks migrations; run `innsyn migrate`: {listed}"
        if folder:
            told = (
                f"there is no look-up log in `{folder}`; `INNSYN_DATA_DIR` says which data folder is meant, and `innsyn migrate` makes one"
            )
        super().__init__(told)


class LogDiffers(AuditError):
    code = "LOG_DIFFERS"

    def __init__(self, versions: tuple[str, ...]) -> None:
        self.versions = versions
        super().__init__(
            f"the look-up log has migrations that this innsyn lacks or has otherwise: {', '.join(f'`{each}`' for each in versions)}"
        )


class LogBroken(AuditError):
    code = "LOG_BROKEN"


class NothingCut(AuditError):
    code = "NOTHING_CUT"


class EntriesDiffer(AuditError):
    """It has `found` entries, and not those after which it was to go on."""

    code = "ENTRIES_DIFFER"

    def __init__(self, *, said: int, found: int) -> None:
        self.found = found
        super().__init__(
            f"the look-up log has {found} entries and not {said}; `innsyn audit resume --entries {found}` lets it go on after those"
        )


class ErasureWrong(AuditError):
    code = "ERASURE_WRONG"


class RowsBeyond(AuditError):
    """Rows of these tables are to be removed first, so many of each."""

    code = "ROWS_BEYOND"

    def __init__(self, counts: Mapping[str, int], size: int) -> None:
        self.counts = counts
        rows = ", ".join(f"{count} of `{table}`" for table, count in counts.items())
        super().__init__(
            f"rows of what was cut off are left: {rows}. They must go before the look-up log goes on, and this user of the database may "
            f"not remove them: run `innsyn audit resume --entries {size}` once as the owner of the tables, which removes them and says so"
        )


class NotWaiting(AuditError):
    """At that position no notice waits for delivery; `last` is where the last does that waits, if any does."""

    code = "NOT_WAITING"

    def __init__(self, position: int, *, last: int | None) -> None:
        self.position, self.last = position, last
        others = f"those that do stand up to {last}" if last is not None else "none does"
        super().__init__(f"no notice waits for delivery at position {position}, {others}; say one that `innsyn audit outbox` printed")


class KeyInvalid(AuditError):
    code = "AUDIT_KEY_INVALID"


class WitnessRefused(AuditError):
    code = "WITNESS_REFUSED"
