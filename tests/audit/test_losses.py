"""What the log says of its own losses: a receipt has all of it or does not hold, and no checkpoint takes any of it back."""

import base64
import copy
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from audit import checkpoint as checkpoints
from audit import heads, tree
from audit.append import Appender, reader, size
from audit.checkpoint import submission
from audit.entry import Technical
from audit.erased import told_afterwards
from audit.errors import LogBroken, WitnessRefused
from audit.losses import told
from audit.migrate import migrate
from audit.note import FileSigner, new_key, signature
from audit.proof import Checkpoint, Key, Losses, Note, ProofWrong, lines, proven
from audit.prune import pruned
from audit.receipt import receipt
from audit.record import Kind, about_log
from audit.resume import resumed
from audit.store import Address
from audit.verify import verified
from audit.witness import Keeper, begin
from tests.audit.cutting import cut
from tests.audit.kept import KEYS, LONG_AGO, NAME, NEW, OLD, WITNESS, checkpoint, connected, let_go_on, report, watching
from tests.audit.made import rows, written

TELL = Technical(at=LONG_AGO + 10, event="audit.resume", actor="cli:kari")
OLDER = Path(__file__).with_name("older.sql")
OLDER_RECEIPT = json.loads(Path(__file__).with_name("older.json").read_text(encoding="utf-8"))
OLDER_SIGNER = FileSigner(name=NAME, private=Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
NOT_PROVEN = "whether the log tells of more that it lost is not proven: its checkpoint is of an older form, which does not say that"
SAID_ANOTHER = "what it says that the log lost is not what the entries say"


def made(address: Address) -> Any:
    with connected(address) as store:
        return json.loads(json.dumps(receipt(store, "p-kari")))


def again(address: Address, at: int) -> None:
    """It is let go on once more."""
    with connected(address) as store:
        let_go_on(store, at)


@pytest.fixture
def lossy(address: Address) -> Address:
    """A log that was let go on three times, told of an erasing afterwards in between, and has a checkpoint over that."""
    written(address, ("p-kari",), ("p-gone",), at=LONG_AGO)
    written(address, ("p-kari",), at=LONG_AGO + 2)
    with connected(address) as store:
        pruned(store, OLD, LONG_AGO + 1, 2_000)
    cut(address, 6, ("log_entry", "log_payload", "log_checkpoint", "log_use"))
    with connected(address) as store:
        resumed(store, TELL, entries=6)
        told_afterwards(store, OLD, TELL, below=4, keys=KEYS)
    again(address, LONG_AGO + 20)
    again(address, LONG_AGO + 30)
    checkpoint(address)
    return address


def test_a_receipt_has_all_that_the_log_says_of_its_losses(lossy: Address) -> None:
    found = proven(made(lossy), OLD.key)
    assert found.losses == 4
    assert "the log was let go on, or told of an erasing afterwards, 4 times; none of these is left out" in lines(found)
    assert report(lossy).findings == ()


def test_that_the_log_lost_nothing_is_proven_too(address: Address) -> None:
    written(address, ("p-kari",))
    checkpoint(address)
    whole = made(address)
    assert proven(whole, OLD.key).losses == 0
    assert whole["checkpoint"].splitlines()[3] == str(Losses())


@pytest.mark.parametrize("which", [("resumed", 0), ("resumed", 1), ("resumed", 2), ("toldAfterwards", 0)])
def test_a_loss_that_is_left_out_of_a_receipt_is_missed(lossy: Address, which: tuple[str, int]) -> None:
    whole = made(lossy)
    del whole[which[0]][which[1]]
    with pytest.raises(ProofWrong, match="its own losses"):
        proven(whole, OLD.key)


def test_losses_that_are_put_in_twice_exchanged_or_of_another_kind_are_noticed(lossy: Address) -> None:
    whole = made(lossy)
    first, second, third = whole["resumed"]
    for instead in ([first, second, second, third], [first, first, third], [first, second, whole["heads"]]):
        with pytest.raises(ProofWrong):
            proven(whole | {"resumed": instead}, OLD.key)
    for one, other in ((first, second), (second, third)):
        exchanged = [
            one | {"position": other["position"], "proof": other["proof"]},
            other | {"position": one["position"], "proof": one["proof"]},
        ]
        with pytest.raises(ProofWrong):
            proven(whole | {"resumed": [*exchanged, *(each for each in whole["resumed"] if each not in (one, other))]}, OLD.key)


def test_in_whatever_order_a_file_has_them_they_read_as_the_log_has_them(lossy: Address) -> None:
    whole = made(lossy)
    assert proven(whole | {"resumed": whole["resumed"][::-1]}, OLD.key) == proven(whole, OLD.key)


def test_losses_of_another_log_are_none_of_this_one(address: Address, tmp_path: Path) -> None:
    other = Address.of(None, tmp_path / "other")
    migrate(other)
    for each, times in ((address, 2), (other, 1)):
        written(each, ("p-kari",))
        for at in range(times):
            again(each, LONG_AGO + at)
        checkpoint(each)
    whole, strange = made(address), made(other)
    for taken in (("resumed",), ("resumed", "heads"), ("resumed", "heads", "chain"), ("resumed", "heads", "chain", "entries")):
        with pytest.raises(ProofWrong):
            proven(whole | {each: strange[each] for each in taken}, OLD.key)


def test_what_an_older_checkpoint_had_of_them_is_not_taken_for_the_newest(lossy: Address) -> None:
    older = made(lossy)
    again(lossy, LONG_AGO + 40)
    checkpoint(lossy)
    whole = made(lossy)
    before = whole["resumed"][:3]
    with pytest.raises(ProofWrong, match="its own losses"):
        proven(whole | {"resumed": before}, OLD.key)
    with pytest.raises(ProofWrong, match="not the checkpoint's own"):
        proven(whole | {"resumed": before, "heads": older["heads"], "chain": older["chain"]}, OLD.key)
    newest = Checkpoint.read(Note.read(whole["checkpoint"]).text).size
    with connected(lossy) as store:
        proof = tree.inclusion(older["heads"]["position"], newest, reader(store))
    earlier = older["heads"] | {"proof": [base64.b64encode(each).decode() for each in proof]}
    with pytest.raises(ProofWrong, match="not the checkpoint's own"):
        proven(whole | {"resumed": before, "heads": earlier, "chain": older["chain"]}, OLD.key)


def test_the_line_of_a_checkpoint_is_signed_with_it(lossy: Address) -> None:
    whole = made(lossy)
    *three, line = Note.read(whole["checkpoint"]).text.splitlines()
    assert line.startswith("losses 4 ")
    for instead in ([], [str(Losses())], [line, str(Losses())], [line.replace("4", "04")], [f"{line} more"], ["losses 4 AAAA"]):
        text = "\n".join([*three, *instead, ""])
        with pytest.raises(ProofWrong):
            proven(whole | {"checkpoint": whole["checkpoint"].replace("\n".join([*three, line, ""]), text)}, OLD.key)
        # Signed by the log, it is not what the entry before it says.
        with pytest.raises(ProofWrong):
            proven(whole | {"checkpoint": str(Note(text, (signature(OLD, text),)))}, OLD.key)


# --- who signs ---


def lie(address: Address, lost: Losses | None) -> Note:
    """A checkpoint that its key's holder makes without our commands, and says that of the log's losses."""
    with connected(address) as store:
        appender = Appender(store)
        with store.reading():
            said = heads.said(store, size(store)) | {"previous": checkpoints.fingerprint(checkpoints.latest(store))}
        if lost:
            said |= {"losses": lost.said}
        with appender.transaction():
            appender.add([about_log(Kind.HEADS, LONG_AGO, said)])
            text = str(Checkpoint(NAME, appender.frontier.size, appender.frontier.root, lost))
        note = Note(text, (signature(OLD, text),))
        store.insert("log_checkpoint", "size, note", [(Checkpoint.read(text).size, str(note))])
    return note


@pytest.mark.parametrize("less", [None, Losses(), Losses(3, bytes(32)), Losses(4, bytes(32))])
def test_a_checkpoint_that_takes_a_loss_back_is_found_and_no_witness_cosigns_it(
    lossy: Address, tmp_path: Path, less: Losses | None
) -> None:
    with watching(tmp_path, OLD.key) as watched, connected(lossy) as store:
        checkpoints.witnessed(store, watched.witness)
        lie(lossy, less)
        with pytest.raises(WitnessRefused, match="422"):
            checkpoints.witnessed(store, watched.witness)
    assert SAID_ANOTHER in [each.what for each in report(lossy).findings]


def test_a_checkpoint_says_of_losses_what_the_entry_before_it_says(lossy: Address) -> None:
    with connected(lossy) as store:
        lost = told(store)[-1]
        note = checkpoints.latest(store)
        assert note
    text = str(replace(Checkpoint.read(note.text), losses=lost.then(bytes(32))))
    if lossy.url is None:
        rows(lossy, "DROP TRIGGER IF EXISTS log_checkpoint_fixed")
    with connected(lossy) as store:
        newest = Checkpoint.read(note.text).size
        store.rows("UPDATE log_checkpoint SET note = ? WHERE size = ?", (str(Note(text, (signature(OLD, text),))), newest))
    assert "the checkpoint is not one of this log" in [each.what for each in report(lossy).findings]


def test_nothing_is_signed_where_a_loss_that_was_signed_is_gone(lossy: Address) -> None:
    ((first,),) = rows(lossy, "SELECT min(position) FROM log_entry WHERE kind = 'resumed'")
    rows(lossy, f"DELETE FROM log_entry WHERE position = {first}")
    with pytest.raises(LogBroken, match="nothing was signed"):
        checkpoint(lossy)


def test_nothing_is_signed_where_the_newest_checkpoint_is_not_as_it_was_signed(lossy: Address) -> None:
    if lossy.url is None:
        rows(lossy, "DROP TRIGGER IF EXISTS log_checkpoint_fixed")
    with connected(lossy) as store:
        note = checkpoints.latest(store)
        assert note
        text = str(replace(Checkpoint.read(note.text), losses=None))
        store.rows("UPDATE log_checkpoint SET note = ? WHERE size = ?", (str(Note(text, note.signatures)), Checkpoint.read(note.text).size))
    with pytest.raises(LogBroken, match="nothing was signed"):
        checkpoint(lossy)


@pytest.mark.parametrize("name", [NAME, "other.example/log"])
def test_nothing_is_signed_where_another_signed_the_newest_checkpoint_and_less(lossy: Address, name: str) -> None:
    if lossy.url is None:
        rows(lossy, "DROP TRIGGER IF EXISTS log_checkpoint_fixed")
    with connected(lossy) as store:
        note = checkpoints.latest(store)
        assert note
        read = Checkpoint.read(note.text)
        text = str(replace(read, losses=None))
        forged = str(Note(text, (signature(FileSigner.of(new_key(), name), text),)))
        store.rows("UPDATE log_checkpoint SET note = ? WHERE size = ?", (forged, read.size))
    rows(lossy, "DELETE FROM log_entry WHERE kind = 'resumed'")
    with pytest.raises(LogBroken, match="nothing was signed"):
        checkpoint(lossy)


@pytest.mark.parametrize("forged", [False, True])
def test_of_the_keys_before_only_those_that_named_the_next_are_believed(lossy: Address, *, forged: bool) -> None:
    with connected(lossy) as store:
        checkpoints.rotated(store, OLD, NEW.key, LONG_AGO + 50)
        ((position, said),) = checkpoints.rotations(store)
        if forged:
            if lossy.url is None:
                rows(lossy, "DROP TRIGGER IF EXISTS log_entry_fixed")
            changed = json.dumps(json.loads(said) | {"signature": base64.b64encode(bytes(64)).decode()})
            store.rows("UPDATE log_entry SET said = ? WHERE position = ?", (changed, position))
    if forged:
        with pytest.raises(LogBroken, match="nothing was signed"):
            checkpoint(lossy, NEW)
    else:
        checkpoint(lossy, NEW)
        assert report(lossy).findings == ()


def test_a_witness_takes_more_losses_with_another_hash_which_verify_finds(lossy: Address, tmp_path: Path) -> None:
    """It is sent no leaf, so it compares numbers: who holds the key can drop one that it cosigned and count two that are none."""
    with watching(tmp_path, OLD.key) as watched, connected(lossy) as store:
        checkpoints.witnessed(store, watched.witness)
        lie(lossy, Losses(5, bytes(32)))
        checkpoints.witnessed(store, watched.witness)
    assert SAID_ANOTHER in [each.what for each in report(lossy).findings]


def test_where_the_checkpoints_are_gone_too_less_is_signed_which_the_witness_refuses_and_verify_finds(
    lossy: Address, tmp_path: Path
) -> None:
    with watching(tmp_path, OLD.key) as watched, connected(lossy) as store:
        checkpoints.witnessed(store, watched.witness)
        if lossy.url is None:
            rows(lossy, "DROP TRIGGER IF EXISTS log_checkpoint_kept")
        for table in ("log_cosignature", "log_checkpoint", "log_entry WHERE kind = 'resumed'"):
            rows(lossy, f"DELETE FROM {table}")
        lost = checkpoint(lossy).losses
        assert lost
        assert lost.number == 1
        with pytest.raises(WitnessRefused, match="422"):
            checkpoints.witnessed(store, watched.witness)
    assert "entries are missing here" in [each.what for each in report(lossy).findings]


def test_a_witness_that_began_before_checkpoints_said_it_goes_on(lossy: Address, tmp_path: Path) -> None:
    state = tmp_path / "witness.json"
    begin(state)
    keeper = Keeper(signer=WITNESS, logs={NAME: [OLD.key]}, state=state)
    with connected(lossy) as store:
        note = checkpoints.latest(store)
        assert note
        assert keeper.take(submission(store, note, 0)).status == 200
        newest = Checkpoint.read(note.text)
        state.write_text(json.dumps({NAME: {"size": newest.size, "root": newest.root.hex()}}), encoding="utf-8")
        assert keeper.take(submission(store, note, newest.size)).status == 200
        assert keeper.kept()[NAME]["losses"]["number"] == 4


# --- logs and receipts from before ---


@pytest.fixture
def older(tmp_path: Path) -> Address:
    """A log that an innsyn wrote whose checkpoints did not say it; it had been let go on once."""
    address = Address.of(None, tmp_path)
    migrate(address)
    with closing(sqlite3.connect(address.file)) as connection:
        connection.executescript(OLDER.read_text(encoding="utf-8"))
    return address


def findings(address: Address) -> list[str]:
    with connected(address) as store:
        return [each.what for each in verified(store, [Key.read(OLDER_RECEIPT["key"])]).findings]


def test_a_receipt_of_an_older_form_holds_and_says_what_it_does_not_prove() -> None:
    found = proven(OLDER_RECEIPT["receipt"], Key.read(OLDER_RECEIPT["key"]))
    assert (found.losses, len(found.resumed), len(found.entries)) == (None, 1, 2)
    assert NOT_PROVEN in lines(found)
    left_out = copy.deepcopy(OLDER_RECEIPT["receipt"])
    del left_out["resumed"][0]
    assert NOT_PROVEN in lines(proven(left_out, Key.read(OLDER_RECEIPT["key"])))


def test_an_older_log_goes_on_and_its_next_checkpoint_has_the_losses_of_before(older: Address) -> None:
    assert findings(older) == []
    written(older, ("p-kari",))
    again(older, LONG_AGO + 5)
    assert "losses" not in made(older)["heads"]["content"]
    with connected(older) as store:
        checkpoints.made(store, OLDER_SIGNER, LONG_AGO + 6)
    found = proven(made(older), OLDER_SIGNER.key)
    assert (found.losses, len(found.resumed), findings(older)) == (2, 1, [])
