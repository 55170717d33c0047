"""A receipt: it proves all entries about one person, offline, and says nothing of another."""

import ast
import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from audit import proof
from audit.entry import Technical
from audit.proof import Key, ProofWrong, lines, proven
from audit.prune import pruned
from audit.receipt import TOLD, receipt
from audit.resume import resumed
from audit.store import Address
from tests.audit.cutting import cut
from tests.audit.kept import KEYS, LONG_AGO, OLD, WITNESS, checkpoint, connected, filled, report
from tests.audit.made import written


def made(address: Address, subject: str) -> Any:
    with connected(address) as store:
        return json.loads(json.dumps(receipt(store, subject)))


def test_a_receipt_holds_all_entries_about_its_subject(address: Address) -> None:
    written(address, ("p-kari",), ("p-kari", "p-ola"), ("p-ola",), ("p-kari",))
    size = checkpoint(address).size
    found = proven(made(address, "p-kari"), OLD.key)
    assert [each["seen"]["result"] for each in found.entries] == ["allowed"] * 3
    assert (found.subject, found.checkpoint.size, found.upto) == ("p-kari", size, size - 1)


def test_a_receipt_of_a_log_with_a_new_key_and_a_witness_holds_by_the_first_key(address: Address, tmp_path: Path) -> None:
    filled(address, tmp_path)
    found = proven(made(address, "p-kari"), KEYS[0], [WITNESS.key])
    assert found.witnesses == ("witness.example",)
    assert "entries may be withheld by law" in lines(found)[-1]
    with pytest.raises(ProofWrong):
        proven(made(address, "p-kari"), Key("innsyn.example/log", 1, WITNESS.key.public))


def test_an_entry_that_is_withheld_is_not_in_it(address: Address, tmp_path: Path) -> None:
    """A22: until its restriction has ended."""
    filled(address, tmp_path)
    found = proven(made(address, "p-kari"), OLD.key)
    assert [each["subject"]["chain"] for each in found.entries] == ["open", "withheld:r-ended"]
    assert "of these 1 were withheld by law for a time that is over; no entry of theirs is missing" in lines(found)


def test_an_erased_entry_is_proven_and_says_nothing(address: Address) -> None:
    written(address, ("p-kari",), ("p-gone",), at=LONG_AGO)
    written(address, ("p-kari",))
    with connected(address) as store:
        assert pruned(store, OLD, LONG_AGO + 1, 2_000) == 4
    erased, kept = proven(made(address, "p-kari"), OLD.key).entries
    assert (erased, kept["subject"]["id"]) == ({}, "p-kari")
    assert made(address, "p-gone") is None
    assert report(address).findings == ()


def test_a_receipt_tells_that_the_end_of_the_log_was_lost(address: Address) -> None:
    written(address, ("p-kari",), ("p-kari",))
    cut(address, 2)
    with connected(address) as store:
        resumed(store, Technical(at=LONG_AGO, event="audit.resume", actor="cli:kari"), entries=2)
    checkpoint(address)
    found = proven(made(address, "p-kari"), OLD.key)
    assert (found.resumed, len(found.entries)) == ((LONG_AGO,), 1)
    assert (
        "the end of the log was lost before 2001-09-09T01:46+00:00, when it was let go on; entries that it held are not in the chain"
        in lines(found)
    )


def test_a_receipt_shows_no_other_person_no_employee_and_no_hour(address: Address) -> None:
    written(address, ("p-kari", "p-ola"), key="Z991234", at=1_700_000_123_456)
    checkpoint(address)
    text = json.dumps(made(address, "p-kari"))
    for hidden in ("p-ola", "Z991234", "unit:0219", "1700000123456", "request-", "ticket", "Person.name"):
        assert hidden not in text
    shown = made(address, "p-kari")["entries"][0]["parts"]
    assert {name for name, part in shown.items() if "text" in part} == TOLD


def test_two_receipts_of_one_request_have_no_hash_of_what_it_said_in_common(address: Address) -> None:
    written(address, ("p-kari", "p-ola"))
    checkpoint(address)
    one, other = (made(address, subject)["entries"][0]["parts"] for subject in ("p-kari", "p-ola"))
    assert not {part.get("hash", part.get("salt")) for part in one.values()} & {
        part.get("hash", part.get("salt")) for part in other.values()
    }


def test_whatever_is_changed_in_a_receipt_breaks_it(address: Address) -> None:
    written(address, ("p-kari",), ("p-kari", "p-ola"), ("p-nora",))
    checkpoint(address)
    whole = made(address, "p-kari")
    tried = 0
    for path in places(whole):
        if path[0] == "about":
            continue
        for value in others(at(whole, path)):
            tried += 1
            changed = copy.deepcopy(whole)
            at(changed, path[:-1])[path[-1]] = value
            with pytest.raises(ProofWrong):
                proven(changed, OLD.key)
    assert tried > 60


def test_an_entry_that_is_left_out_of_a_receipt_is_missed(address: Address) -> None:
    written(address, ("p-kari",), ("p-kari",), ("p-kari",))
    checkpoint(address)
    for left_out in range(3):
        changed = made(address, "p-kari")
        del changed["entries"][left_out]
        with pytest.raises(ProofWrong):
            proven(changed, OLD.key)


def test_an_entry_whose_time_is_not_over_is_not_taken_for_erased(address: Address) -> None:
    written(address, ("p-kari",))
    checkpoint(address)
    changed = made(address, "p-kari")
    changed["entries"][0]["parts"] = None
    with pytest.raises(ProofWrong, match="its time is not over"):
        proven(changed, OLD.key)


@pytest.mark.parametrize("wrong", [None, [], {}, "text", {"format": proof.FORMAT}])
def test_what_is_no_receipt_is_told(wrong: object) -> None:
    with pytest.raises(ProofWrong):
        proven(wrong, OLD.key)


def test_the_verifier_needs_nothing_else_of_ours(address: Address, tmp_path: Path) -> None:
    written(address, ("p-kari",))
    checkpoint(address)
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "proof.py").write_bytes(Path(proof.__file__).read_bytes())
    (alone / "receipt.json").write_text(json.dumps(made(address, "p-kari")), encoding="utf-8")
    command = [sys.executable, "-P", "proof.py", "receipt.json", "--key", str(OLD.key)]
    done = subprocess.run(command, cwd=alone, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 entries about p-kari" in done.stdout
    done = subprocess.run([*command, "--witness", str(WITNESS.key)], cwd=alone, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "not cosigned by `witness.example`" in done.stderr


def test_the_verifier_imports_python_and_cryptography_alone() -> None:
    parsed = ast.walk(ast.parse(Path(proof.__file__).read_text(encoding="utf-8")))
    imported = {
        name.partition(".")[0]
        for each in parsed
        for name in (
            [alias.name for alias in each.names]
            if isinstance(each, ast.Import)
            else [each.module or "."]
            if isinstance(each, ast.ImportFrom)
            else []
        )
    }
    assert imported - sys.stdlib_module_names == {"cryptography"}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where values stand."""
    match value:
        case dict():
            return [place for name, each in value.items() for place in places(each, (*path, name))]
        case list():
            return [place for index, each in enumerate(value) for place in places(each, (*path, index))]
        case _:
            return [path]


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def others(value: object) -> list[object]:
    match value:
        case int():
            return [value + 1]
        case str():
            middle = len(value) // 2
            return [value[:middle] + ("0" if value[middle] != "0" else "1") + value[middle + 1 :], None]
        case _:
            return []
