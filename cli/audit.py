"""`innsyn audit`: verify the look-up log, sign it, read it, prove what it says of one person, and erase what is past its time."""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TextIO

import typer

import settings
from audit.export import Format
from cli.refusal import Code, refusal
from settings import Settings

if TYPE_CHECKING:
    from audit.checkpoint import Witness
    from audit.export import Entry
    from audit.note import Signer
    from audit.proof import Key
    from audit.reading import Reading
    from audit.store import Store
    from audit.verify import Outside, Report

app = typer.Typer(
    help="The look-up log: verify, checkpoint, receipts, export, prune; its keys and its witness.",
    no_args_is_help=True,
    add_completion=False,
)
WRONG: Final = 1
KEY_FILE: Final = "audit-key.pem"
_DAY: Final = 24 * 60 * 60 * 1000

Out = Annotated[Path | None, typer.Option(help="The file to write; standard output where it is left out.", show_default=False)]
Keys = Annotated[
    list[str] | None, typer.Option("--key", help="The log's public key; INNSYN_AUDIT_KEYS where it is left out.", show_default=False)
]


@app.command()
def verify(
    since: Annotated[
        Path | None, typer.Option(help="A checkpoint that was kept outside the log: it must be a beginning of it.", show_default=False)
    ] = None,
    key: Keys = None,
) -> None:
    """Read the whole log and say what in it is not as it was written, nor as the witness knows it. Ends with 1 where anything is, and where
    it was found cut off and nobody has let it go on."""
    from audit.checkpoint import compared
    from audit.proof import Key
    from audit.resume import stopped
    from audit.verify import MOST, Finding, seen, verified

    said = settings.load()
    with _store(said) as store:
        keys = _keys(said, key)
        witnesses = [Key.read(said.audit_witness_key)] if said.audit_witness_key else []
        outside = [*([_kept(since, keys)] if since else []), *seen(store)]
        found = verified(store, keys, witnesses=witnesses, outside=outside)
        stop = stopped(store)
        if (witness := _witness(said)) and (wrong := compared(store, witness)):
            found = replace(found, findings=(*found.findings, Finding(at=found.size, what=wrong)))
        if store.memory and not found.findings and not stop:
            store.memory.note(found.size, found.root)
    for line in _told(found):
        typer.echo(line)
    for each in found.findings[:MOST]:
        typer.echo(f"entry {each.at}: {each.what}", err=True)
    if found.findings:
        typer.echo(f"{len(found.findings)} findings; the log is not as it was written", err=True)
    else:
        typer.echo("the log is as it was written")
    if stop:
        typer.echo(str(stop), err=True)
    if stop or found.findings:
        raise typer.Exit(WRONG)


@app.command()
def resume(
    entries: Annotated[
        int | None, typer.Option(min=0, help="How many entries it has, as `innsyn audit verify` says.", show_default=False)
    ] = None,
    erased: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Below which entry all had been erased, by `innsyn audit prune`, of which the cut took the entry away.",
            show_default=False,
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="With `--erased`: remove what is left beside what was erased.")] = False,
) -> None:
    """Let a log go on that was found cut off, once you have found out why: nothing is answered before. With `--erased`, alone or with the
    other, tell of an erasing of which no entry is left. That you did is an entry of it, and `verify` tells it for ever."""
    from audit.erased import told_afterwards
    from audit.resume import resumed
    from cli.technical import said as by

    if entries is None and erased is None:
        raise refusal(Code.ARGUMENT_INVALID, "say `--entries N` where it was cut off, `--erased N` where an erasing is not told any more")
    if remove and erased is None:
        raise refusal(Code.ARGUMENT_INVALID, "`--remove` goes with `--erased N`; what stands beyond the end is removed by `--entries N`")
    said = settings.load()
    with _store(said) as store:
        if entries is not None:
            found = resumed(store, by("audit.resume", said.operator), entries=entries)
            typer.echo(f"it goes on after {found.found} entries; {found.seen} had been seen")
            if found.removed:
                typer.echo(f"removed, for they stood beyond these: {_rows(found.removed)}")
        if erased is not None:
            signer, keys = _signer(said), _keys(said, None)
            told = told_afterwards(store, signer, by("audit.resume", said.operator), below=erased, keys=keys, remove=remove)
            typer.echo(f"told afterwards: what {told.count} entries said, from entry {told.first} and below {told.below}, was erased")
            if told.removed:
                typer.echo(f"removed, for they were left beside that: {_rows(told.removed)}")


@app.command()
def checkpoint(out: Out = None) -> None:
    """Sign how long the log is and what its root is, and have the witness cosign that. Keep what it prints outside the log."""
    from audit import checkpoint as checkpoints
    from cli.technical import noted

    said = settings.load()
    with _store(said) as store:
        signer = _signer(said)
        noted(store, "audit.checkpoint", said.operator)
        checkpoints.made(store, signer, _now())
        if witness := _witness(said):
            checkpoints.witnessed(store, witness)
        _write(out, str(checkpoints.latest(store)))


@app.command()
def tail(
    count: Annotated[int, typer.Option("-n", "--count", min=1, help="How many.")] = 20,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on with what is written from now, until Ctrl-C.")] = False,
) -> None:
    """Print the newest entries, a line each. That is a look-up of everyone they are about."""
    from audit.append import size
    from audit.export import entries
    from audit.reading import TAIL

    said = settings.load()
    with _store(said) as store:
        reading, upto = _reading(said, store, TAIL), size(store)
        start = max(0, upto - count)
        while True:
            found = list(entries(store, start, upto))
            reading.tells(found)
            for entry in found:
                typer.echo(_line(entry))
            if not follow:
                return
            time.sleep(1)
            start, upto = upto, size(store)


@app.command()
def export(
    form: Annotated[Format, typer.Option("--format", help="JSON Lines, CEF, or FHIR AuditEvent by IHE BALP.")] = Format.JSONL,
    since: Annotated[int, typer.Option(min=0, help="The position to begin at.")] = 0,
    out: Out = None,
) -> None:
    """Write the log for another system, a line each. CEF and BALP have one for each subject; JSON Lines has every entry. That is a look-up
    of everyone they are about, which is of the next export."""
    from audit.append import size
    from audit.export import exported, told
    from audit.reading import EXPORT

    said = settings.load()
    with _store(said) as store, _lines_to(out) as write:
        upto = size(store)
        _reading(said, store, EXPORT).tells(told(store, form, since, upto))
        for line in exported(store, form, origin=said.audit_name, since=since, upto=upto):
            write(line)


@app.command()
def prune(
    before: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Erase what is older than this day; INNSYN_AUDIT_RETENTION_DAYS where it is left out."),
    ] = None,
) -> None:
    """Erase what entries past their time say. The entries, their tree and their chains stay whole, and that it was done is logged."""
    from audit.prune import pruned
    from cli.technical import noted

    said = settings.load()
    if before is None and said.audit_retention_days is None:
        raise refusal(Code.ARGUMENT_INVALID, "say `--before DAY`, or set `INNSYN_AUDIT_RETENTION_DAYS`")
    limit = int(before.replace(tzinfo=UTC).timestamp() * 1000) if before else _now() - (said.audit_retention_days or 0) * _DAY
    if limit > _now():
        raise refusal(Code.ARGUMENT_INVALID, "that day is to come; nothing was erased")
    with _store(said) as store:
        signer = _signer(said)
        noted(store, "audit.prune", said.operator)
        typer.echo(f"erased what {pruned(store, signer, limit, _now())} entries say")


@app.command()
def release() -> None:
    """Join what restrictions withheld to the chains of those whom it is about, where they have ended. A server does so by itself."""
    import asyncio

    from cli.technical import noted

    said = settings.load()
    with _store(said) as store:
        noted(store, "audit.release", said.operator)
    joined, wait = asyncio.run(_released(said))
    typer.echo(f"chains that have joined: {joined}; restrictions that still withhold something: {wait}")


async def _released(said: Settings) -> tuple[int, int]:
    from api.releases import release
    from cli.address import given, logged
    from graph.database import connect
    from graph.migrate import require_migrated

    memory = said.embedded_memory or ""
    async with connect(given(said), data_dir=said.data_dir, development=said.development, memory=memory) as database:
        await require_migrated(database)
        return await release(database, logged(said), _now())


@app.command()
def notify() -> None:
    """Put in the outbox what is new to tell persons who choose it: first look-ups from a unit, mandates that name them. By a timer."""
    import asyncio

    from cli.technical import noted

    said = settings.load()
    with _store(said) as store:
        noted(store, "audit.notify", said.operator)
    typer.echo(f"notices put in the outbox: {asyncio.run(_notified(said))}")


async def _notified(said: Settings) -> int:
    from api.lookups import Lookups
    from api.notify import Notifier
    from api.plan import Plans
    from api.serving import pseudonyms
    from audit.log import opened
    from audit.visits import Folding
    from cli.address import given, limited, logged
    from cli.choices import chosen
    from graph.database import connect
    from graph.migrate import require_migrated

    memory = said.embedded_memory or ""
    async with (
        opened(logged(said), limit=limited(said)) as log,
        connect(given(said), data_dir=said.data_dir, development=said.development, memory=memory) as database,
    ):
        await require_migrated(database)
        plans = Plans(chosen(said))
        folding = Folding(rules=plans.rules, pseudonyms=pseudonyms(said.data_dir, said.pseudonym_key))
        lookups = Lookups(log=log, folding=folding, clock=_now)
        return await Notifier(database=database, address=logged(said), plans=plans, lookups=lookups, clock=_now).notify()


@app.command()
def outbox(
    after: Annotated[
        int | None,
        typer.Option(min=-1, help="The position to go on after; the last that was delivered, where it is left out.", show_default=False),
    ] = None,
) -> None:
    """Print the notices that are to be delivered elsewhere, a line of JSON each: to whom, and that they may log in."""
    from audit.outbox import waiting
    from cli.technical import noted

    said = settings.load()
    with _store(said) as store:
        noted(store, "audit.outbox", said.operator)
        for each in waiting(store, after):
            typer.echo(each.line)


@app.command()
def delivered(
    position: Annotated[int, typer.Argument(min=0, help="The position of the last notice that was.", show_default=False)],
) -> None:
    """Say up to which position notices have been delivered, so that `outbox` goes on after it. It may be said twice."""
    from audit.outbox import deliver
    from cli.technical import noted

    said = settings.load()
    with _store(said) as store:
        noted(store, "audit.delivered", said.operator)
        typer.echo(f"delivered up to {deliver(store, position, _now())}")


@app.command()
def receipt(
    subject: Annotated[str, typer.Argument(help="The id of a person.", show_default=False)],
    out: Out = None,
) -> None:
    """Write the proof of all entries about one person as of the newest checkpoint, less those that a law withholds. That is a look-up of
    them."""
    from audit.reading import RECEIPT
    from audit.receipt import receipt as made

    said = settings.load()
    with _store(said) as store:
        found = made(store, subject)
        _reading(said, store, RECEIPT).receipt(subject)
    if found is None:
        told = f"no checkpoint has entries about `{subject}`; if there are any, run `innsyn audit checkpoint` first"
        raise refusal(Code.NOT_SIGNED, told, WRONG)
    _write(out, json.dumps(found, ensure_ascii=False, indent=1) + "\n")


@app.command("verify-receipt")
def verify_receipt(
    file: Annotated[Path, typer.Argument(help="What `innsyn audit receipt` wrote.", show_default=False)],
    key: Keys = None,
    witness: Annotated[
        list[str] | None, typer.Option(help="The public key of a witness that must have cosigned.", show_default=False)
    ] = None,
) -> None:
    """Check a receipt, offline: it needs the log's public key alone. `audit/proof.py` does the same without the rest of innsyn."""
    from audit import proof

    if not file.is_file():
        raise refusal(Code.FILE_UNUSABLE, f"there is no file `{file}`; `innsyn audit receipt SUBJECT --out FILE` writes one")
    keys = key or [str(each) for each in _keys(settings.load(), None)]
    arguments = [str(file), "--key", keys[0], *(part for each in witness or () for part in ("--witness", each))]
    if proof.main(arguments):
        raise typer.Exit(WRONG)


@app.command()
def key(
    file: Annotated[Path, typer.Argument(help="The file of the private key; made where there is none.", show_default=False)],
    name: Annotated[str | None, typer.Option(help="The witness' name, for a witness' key; the log's where it is left out.")] = None,
) -> None:
    """Print the public key that belongs to a private key, and make that where the file is not there."""
    from audit.note import FileSigner, new_key
    from audit.proof import COSIGNED, SIGNED
    from auth import keyfile

    keyfile.kept(file, new_key)
    said = settings.load()
    typer.echo(str(FileSigner.read(file, name or said.audit_name, kind=COSIGNED if name else SIGNED).key))


@app.command("rotate-key")
def rotate_key(
    new: Annotated[str, typer.Argument(help="The new public key, as `innsyn audit key` prints it.", show_default=False)],
) -> None:
    """Name the key that signs from now on, signed by the one that signed until now, and make its last checkpoint."""
    from audit import checkpoint as checkpoints
    from audit.proof import Key
    from cli.technical import noted

    said = settings.load()
    with _store(said) as store:
        signer, successor = _signer(said), Key.read(new)
        noted(store, "audit.rotate-key", said.operator)
        typer.echo(str(checkpoints.rotated(store, signer, successor, _now())), nl=False)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []})
def witness(context: typer.Context) -> None:
    """Run a witness: a program of its own, to be run elsewhere, that cosigns checkpoints which continue what it cosigned before."""
    from audit.witness import main

    raise typer.Exit(main(context.args))


@contextmanager
def _store(said: Settings) -> Iterator["Store"]:
    from audit.migrate import migrated
    from cli.address import logged

    store = migrated(logged(said))
    try:
        yield store
    finally:
        store.close()


def _signer(said: Settings) -> "Signer":
    from audit.note import CommandSigner, FileSigner, new_key
    from audit.proof import Key
    from auth import keyfile

    if said.audit_sign_command:
        return CommandSigner(key=Key.read(said.audit_keys[-1]), command=said.audit_sign_command)
    if said.audit_key_file:
        return FileSigner.read(said.audit_key_file, said.audit_name)
    if not said.development:
        raise refusal(Code.SETTINGS_INVALID, "nothing signs the log; set `INNSYN_AUDIT_KEY_FILE` or `INNSYN_AUDIT_SIGN_COMMAND`")
    return FileSigner.of(keyfile.kept(said.data_dir / KEY_FILE, new_key), said.audit_name)


def _keys(said: Settings, given: list[str] | None) -> list["Key"]:
    """The log's public keys, the first that it ever had first."""
    from audit.proof import Key

    if named := given or said.audit_keys:
        return [Key.read(each) for each in named]
    if said.audit_key_file:
        return [_signer(said).key]
    if said.development:
        return [_own(said).key]
    raise refusal(Code.SETTINGS_INVALID, "by which key is the log signed? say `--key KEY`, or set `INNSYN_AUDIT_KEYS`")


def _own(said: Settings) -> "Signer":
    """What signs in the development profile; by a key that nothing is signed by where there is none yet, for who reads makes none."""
    from audit.note import FileSigner, new_key

    file = said.data_dir / KEY_FILE
    return FileSigner.read(file, said.audit_name) if file.exists() else FileSigner.of(new_key(), said.audit_name)


def _witness(said: Settings) -> "Witness | None":
    from audit.checkpoint import Witness
    from audit.proof import Key

    return Witness(url=said.audit_witness, key=Key.read(said.audit_witness_key)) if said.audit_witness and said.audit_witness_key else None


def _kept(file: Path, keys: list["Key"]) -> "Outside":
    """A checkpoint from a file. Whoever keeps it says that it is one: its signature is checked where one of the keys signed it."""
    from audit.proof import Checkpoint, Note, ProofWrong
    from audit.verify import Outside

    try:
        note = Note.read(file.read_text(encoding="utf-8"))
        read = Checkpoint.read(note.text)
    except (OSError, UnicodeDecodeError):
        raise refusal(Code.FILE_UNUSABLE, f"the checkpoint cannot be read: `{file}`") from None
    except ProofWrong:
        raise refusal(Code.FILE_UNUSABLE, f"`{file}` is no checkpoint; `innsyn audit checkpoint --out FILE` writes one") from None
    for each in keys:
        note.signed_by(each)
    return Outside(size=read.size, root=read.root, what="the checkpoint that was kept outside it")


def _told(found: "Report") -> Iterator[str]:
    yield f"{found.size} entries, root {found.root.hex()}"
    over = found.erased - sum(each.count for each in found.erasures)
    yield f"{found.chains} chains, {over} entries erased at the end of their time, {found.attempted} attempts without an outcome"
    for gap in found.gaps:
        yield f"entry {gap.at}: it was let go on where it had been found cut off; {gap.seen} entries had been seen, {gap.at} were there"
        if gap.lacking:
            yield f"entry {gap.at}: the request before it was cut in its middle, and lacks the entries of {gap.lacking} subjects"
        if gap.removed:
            yield f"entry {gap.at}: what was left beyond its end was removed: {_rows(gap.removed)}"
    for each in found.erasures:
        at = datetime.fromtimestamp(each.told / 1000, UTC).isoformat(timespec="minutes")
        by = f"`{each.by}`" if each.by else "one whose entry has been erased"
        yield (
            f"entry {each.at}: erased, told afterwards at {at} by {by}: what {each.count} entries said, from entry {each.first} and below "
            f"{each.below}; when it was erased, and by whom, is not in the log"
        )
        if each.removed:
            yield f"entry {each.at}: what was left beside that was removed: {_rows(each.removed)}"
    yield f"newest checkpoint: {found.checkpoint.size} entries" if found.checkpoint else "no checkpoint: run `innsyn audit checkpoint`"


def _rows(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} rows of {table}" for table, count in counts.items())


def _line(entry: "Entry") -> str:
    actor = entry.parts.get("actor", {})
    about = entry.parts.get("subject", {}).get("id") or " ".join(entry.parts.get("asked", {}).get("roots", ()))
    about = about or entry.parts.get("outcome", {}).get("event")
    at = datetime.fromtimestamp(entry.at / 1000, UTC).isoformat(timespec="milliseconds") if entry.at is not None else "-"
    kind = f"{actor['kind']}:" if "kind" in actor else ""
    return f"{entry.position} {at} {entry.kind.value} {kind}{actor.get('key', '-')} {about or '-'} {entry.result}".rstrip()


def _reading(said: Settings, store: "Store", by: str) -> "Reading":
    from audit.reading import reading
    from cli.choices import chosen
    from cli.technical import user

    return reading(store, by, said.operator or user(), chosen(said).version)


@contextmanager
def _lines_to(out: Path | None) -> Iterator[Callable[[str], object]]:
    if out is None:
        yield typer.echo
        return
    with _private(out) as file:
        yield lambda line: file.write(line + "\n")


def _private(out: Path) -> TextIO:
    """A new file that its owner alone reads."""
    try:
        return os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8")
    except OSError as error:
        raise refusal(Code.FILE_UNUSABLE, f"`{out}` cannot be written: {os.strerror(error.errno or 0).lower()}") from None


def _write(out: Path | None, text: str) -> None:
    if out is None:
        typer.echo(text, nl=False)
        return
    with _private(out) as file:
        file.write(text)


def _now() -> int:
    return time.time_ns() // 1_000_000
