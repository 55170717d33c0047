"""What can go wrong with the look-up log.

    AuditError                      code AUDIT_ERROR
    ├── EntryInvalid                AUDIT_ENTRY_INVALID      what shall not stand in the log was about to
    ├── LogUnavailable              LOG_UNAVAILABLE          nothing can be written durably now, so nothing may be answered
    │   ├── LogCut                  LOG_CUT                  its end was cut off, or it is another: an operator must decide
    │   └── LogUnsigned             LOG_UNSIGNED             no checkpoint has covered it for too long
    ├── LogNotMigrated              LOG_NOT_MIGRATED         the store lacks migrations
    ├── LogDiffers                  LOG_DIFFERS              the store has migrations that this innsyn lacks or has otherwise
    ├── LogBroken                   LOG_BROKEN               the store is not what its own tree says
    ├── NothingCut                  NOTHING_CUT              there is nothing to let it go on from
    ├── KeyInvalid                  AUDIT_KEY_INVALID        a key, a signer or a signed note that does not read
    └── WitnessRefused              WITNESS_REFUSED          the witness did not cosign

Messages name fields, settings and positions; never a value that was to be written.
"""

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


class LogCut(LogUnavailable):
    """The store has fewer entries than have been seen in it, or others; `seen` and `found` are how many."""

    code = "LOG_CUT"

    def __init__(self, *, seen: int, found: int) -> None:
        self.seen, self.found = seen, found
        AuditError.__init__(
            self,
            f"the look-up log had {seen} entries when it was last seen from here, and has {found} or not the same; nothing is answered "
            "until you have found out why: `innsyn audit verify`, then restore it, and let it go on by `innsyn audit resume`",
        )


class LogUnsigned(LogUnavailable):
    code = "LOG_UNSIGNED"

    def __init__(self, minutes: float) -> None:
        AuditError.__init__(
            self,
            f"the look-up log has an entry older than {minutes:g} minutes that no checkpoint covers, so nothing is answered; see why "
            "`innsyn audit checkpoint` was not run, or the witness did not cosign",
        )


class LogNotMigrated(AuditError):
    code = "LOG_NOT_MIGRATED"

    def __init__(self, versions: tuple[str, ...]) -> None:
        self.versions = versions
        super().__init__(f"the look-up log lacks migrations; run `innsyn migrate`: {', '.join(f'`{each}`' for each in versions)}")


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


class KeyInvalid(AuditError):
    code = "AUDIT_KEY_INVALID"


class WitnessRefused(AuditError):
    code = "WITNESS_REFUSED"
