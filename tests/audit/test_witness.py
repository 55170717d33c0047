"""The witness: it cosigns what continues what it cosigned, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from audit import checkpoint as checkpoints
from audit import tree
from audit.append import reader
from audit.checkpoint import submission
from audit.errors import WitnessRefused
from audit.migrate import migrate
from audit.note import FileSigner, new_key, signature
from audit.proof import Checkpoint, Note
from audit.store import Address
from audit.witness import Answer, Keeper, begin
from tests.audit.cutting import ENDS, cut
from tests.audit.kept import NAME, OLD, WITNESS, checkpoint, connected, report, serving, watching
from tests.audit.made import written


def keeper(folder: Path) -> Keeper:
    state = folder / "witness.json"
    if not state.exists():
        begin(state)
    return Keeper(signer=WITNESS, logs={NAME: [OLD.key]}, state=state)


def submitted(address: Address, old: int) -> bytes:
    with connected(address) as store:
        note = checkpoints.latest(store)
        assert note
        return submission(store, note, old)


def signed(size: int, root: bytes) -> Note:
    text = str(Checkpoint(NAME, size, root))
    return Note(text, (signature(OLD, text),))


def test_a_log_that_grows_is_cosigned_again_and_again(address: Address, tmp_path: Path) -> None:
    with watching(tmp_path, OLD.key) as watched:
        for _ in range(4):
            written(address, ("p-kari", "p-ola"))
            checkpoint(address)
            with connected(address) as store:
                checkpoints.witnessed(store, watched.witness)
            assert report(address, witnesses=True).findings == ()


def test_a_log_that_was_cut_off_is_refused_by_a_witness_that_began_anew(tmp_path: Path) -> None:
    long, short = Address.of(None, tmp_path / "long"), Address.of(None, tmp_path / "short")
    for address, requests in ((long, 5), (short, 3)):
        migrate(address)
        written(address, *[("p-kari",)] * requests)
        checkpoint(address)
    with watching(tmp_path, OLD.key) as watched:
        with connected(long) as store:
            checkpoints.witnessed(store, watched.witness)
        with connected(short) as store, pytest.raises(WitnessRefused, match="409"):
            checkpoints.witnessed(store, watched.witness)
    # It remembers after it was ended.
    assert keeper(tmp_path).take(submitted(short, 0)).status == 409


def test_a_log_that_was_written_anew_is_refused(tmp_path: Path) -> None:
    one, other = Address.of(None, tmp_path / "one"), Address.of(None, tmp_path / "other")
    witness = keeper(tmp_path)
    for address, requests in ((one, 2), (other, 4)):
        migrate(address)
        written(address, *[("p-kari",)] * requests)
    first = checkpoint(one)
    checkpoint(other)
    assert witness.take(submitted(one, 0)).status == 200
    assert witness.take(submitted(other, first.size)).status == 422
    assert witness.kept()[NAME]["size"] == first.size


def test_the_same_checkpoint_is_cosigned_again(address: Address, tmp_path: Path) -> None:
    written(address, ("p-kari",))
    size = checkpoint(address).size
    witness = keeper(tmp_path)
    assert [witness.take(submitted(address, old)).status for old in (0, size, 0)] == [200, 200, 409]


def test_two_trees_of_one_size_are_not_both_cosigned(tmp_path: Path) -> None:
    witness = keeper(tmp_path)
    assert witness.take(f"old 0\n\n{signed(3, bytes(32))}".encode()).status == 200
    assert witness.take(f"old 3\n\n{signed(3, bytes([1] * 32))}".encode()) == Answer(409, "3\n", "text/x.tlog.size")


def test_a_checkpoint_of_another_log_or_by_another_key_is_refused(tmp_path: Path) -> None:
    witness, other = keeper(tmp_path), FileSigner.of(new_key(), NAME)
    text = str(Checkpoint(NAME, 1, bytes(32)))
    assert witness.take(f"old 0\n\n{Note(text, (signature(other, text),))}".encode()).status == 403
    strange = str(Checkpoint("other.example", 1, bytes(32)))
    assert witness.take(f"old 0\n\n{Note(strange, (signature(OLD, strange),))}".encode()).status == 404


@pytest.mark.parametrize("wrong", [b"", b"\xff", b"old 0\n\n", b"old -1\n\nx", b"new 0\n\nx", b"old 01\n\nx"])
def test_what_is_no_submission_is_refused(tmp_path: Path, wrong: bytes) -> None:
    assert keeper(tmp_path).take(wrong).status == 400


def test_a_larger_old_size_and_a_surplus_proof_are_refused(tmp_path: Path) -> None:
    witness = keeper(tmp_path)
    assert witness.take(f"old 9\n\n{signed(3, bytes(32))}".encode()).status == 400
    assert witness.take(f"old 0\n{'A' * 43}=\n\n{signed(3, bytes(32))}".encode()).status == 422


def test_a_witness_whose_state_is_gone_cosigns_nothing(tmp_path: Path) -> None:
    witness = keeper(tmp_path)
    witness.state.unlink()
    with pytest.raises(FileNotFoundError):
        witness.take(f"old 0\n\n{signed(3, bytes(32))}".encode())


def test_a_witness_that_does_not_answer_is_told(address: Address, tmp_path: Path) -> None:
    checkpoint(address)
    with watching(tmp_path, OLD.key) as watched:
        pass
    with connected(address) as store, pytest.raises(WitnessRefused, match="does not answer"):
        checkpoints.witnessed(store, watched.witness)


def test_what_was_cut_off_is_told_by_the_witness_who_cosigned_more(address: Address, tmp_path: Path) -> None:
    with watching(tmp_path, OLD.key) as watched, connected(replace(address, seen=None)) as store:
        assert checkpoints.compared(store, watched.witness) == "there is no checkpoint that the witness `witness.example` could be asked by"
        for _ in range(2):
            written(address, ("p-kari",))
            checkpoint(address)
            checkpoints.witnessed(store, watched.witness)
            written(address, ("p-kari",))
            assert checkpoints.compared(store, watched.witness) is None
        cut(address, 5, ENDS)
        assert checkpoints.compared(store, watched.witness) == (
            "the log is cut off: the witness `witness.example` has cosigned 8 entries, and the newest checkpoint has 3"
        )
        written(replace(address, seen=None), ("p-ola",), ("p-ola",))
        checkpoint(replace(address, seen=None))
        assert checkpoints.compared(store, watched.witness) == (
            "the log does not continue what the witness `witness.example` cosigned, 8 entries"
        )


def test_stored_nodes_prove_what_the_witness_asks(address: Address) -> None:
    written(address, *[("p-kari",)] * 6)
    with connected(address) as store:
        assert tree.root(12, reader(store))
        assert len(tree.consistency(5, 12, reader(store))) == 5


@pytest.mark.parametrize("said", ["²", "-1", "", "1 2", "9" * 5_000])
def test_a_witness_that_does_not_say_how_many_it_cosigned_is_refused(tmp_path: Path, said: str) -> None:
    address = Address.of(None, tmp_path)
    migrate(address)
    written(address, ("p-kari",))
    checkpoint(address)

    class Odd(Keeper):
        def take(self, submitted: bytes) -> Answer:
            return Answer(409, said)

    with serving(Odd(signer=WITNESS, logs={}, state=tmp_path)) as witness, connected(address) as store:
        wrong = "the witness `witness.example` does not say how many entries it has cosigned"
        assert checkpoints.compared(store, witness) == wrong
        with pytest.raises(WitnessRefused, match=wrong):
            checkpoints.witnessed(store, witness)
