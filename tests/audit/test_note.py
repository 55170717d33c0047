"""Signed notes, checkpoints and cosignatures as others write them, and who signs."""

import base64
import hashlib
import json
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from audit.errors import KeyInvalid
from audit.note import CommandSigner, FileSigner, cosignature, new_key, signature
from audit.proof import COSIGNED, Checkpoint, Key, Losses, Note, ProofWrong

MADE = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))["note"]
OURS = FileSigner(name="innsyn.example/log", private=Ed25519PrivateKey.from_private_bytes(bytes.fromhex(MADE["seed"])))
WITNESS = FileSigner(
    name="witness.example", private=Ed25519PrivateKey.from_private_bytes(bytes.fromhex(MADE["witness_seed"])), kind=COSIGNED
)
# From the documentation of golang.org/x/mod/sumdb/note.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = """\
If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
"""


def test_a_note_of_another_implementation_holds() -> None:
    assert Note.read(GO_NOTE).signed_by(Key.read(GO_KEY))
    assert str(Key.read(GO_KEY)) == GO_KEY
    assert str(Note.read(GO_NOTE)) == GO_NOTE


def test_a_checkpoint_and_its_cosignature_are_those_that_aics_tlog_made() -> None:
    made = Note.read(MADE["whole"])
    assert str(Checkpoint.read(made.text)) == made.text
    assert made.signatures == (signature(OURS, made.text), cosignature(WITNESS, made.text, MADE["time"]))
    assert (str(OURS.key), str(WITNESS.key)) == (MADE["key"], MADE["witness"])
    assert made.signed_by(OURS.key)
    assert made.signed_by(WITNESS.key)


def test_a_checkpoint_with_our_line_and_its_cosignature_are_those_that_aics_tlog_made() -> None:
    made = Note.read(MADE["whole with a line of ours"])
    told = Checkpoint.read(made.text)
    assert (str(told), told.losses) == (made.text, Losses(2, hashlib.sha256(b"two").digest()))
    assert made.signatures == (signature(OURS, made.text), cosignature(WITNESS, made.text, MADE["time"]))


def test_lines_of_others_in_a_checkpoint_say_nothing_to_us() -> None:
    made = Note.read(MADE["whole"])
    assert Checkpoint.read(f"{made.text}theirs 1 2\nlossless\n") == Checkpoint.read(made.text)


def test_a_signature_by_another_key_is_none_and_a_wrong_one_is_an_error() -> None:
    note = Note.read(GO_NOTE)
    assert not note.signed_by(OURS.key)
    with pytest.raises(ProofWrong):
        Note(note.text + "more\n", note.signatures).signed_by(Key.read(GO_KEY))


@pytest.mark.parametrize(
    "wrong",
    ["", "text\n", "text\n\n", "text\n\n— name\n", "text\n\n- name AAAAAAAA\n", "text\n\n— name ????\n", "te\txt\n\n— name AAAAAAAAAA==\n"],
)
def test_what_is_no_note_does_not_read(wrong: str) -> None:
    with pytest.raises(ProofWrong):
        Note.read(wrong)


@pytest.mark.parametrize("wrong", ["", "origin\n", "origin\n01\nAAAA\n", "origin\n-1\n" + "A" * 43 + "=\n", "\n1\n" + "A" * 43 + "=\n"])
def test_what_is_no_checkpoint_does_not_read(wrong: str) -> None:
    with pytest.raises(ProofWrong):
        Checkpoint.read(wrong)


@pytest.mark.parametrize("wrong", ["", "name", GO_KEY.replace("c74f20a3", "c74f20a4"), GO_KEY[:-4], GO_KEY.replace("+ARpc", "+Axpc")])
def test_what_is_no_key_does_not_read(wrong: str) -> None:
    with pytest.raises(ProofWrong):
        Key.read(wrong)


def test_a_key_is_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_bytes(new_key())
    signer = FileSigner.read(tmp_path / "key.pem", "log")
    assert signer.key.signed(b"message", signer.sign(b"message"))
    (tmp_path / "key.pem").write_text("no key")
    for file in ("key.pem", "missing.pem"):
        with pytest.raises(KeyInvalid):
            FileSigner.read(tmp_path / file, "log")


SIGNING = """
import base64, sys
from cryptography.hazmat.primitives.serialization import load_pem_private_key
signature = load_pem_private_key(open(sys.argv[1], "rb").read(), None).sign(sys.stdin.buffer.read())
sys.stdout.buffer.write(base64.b64encode(signature) + b"\\n" if len(sys.argv) > 2 else signature)
"""


@pytest.mark.parametrize("encoded", ["", "base64"])
def test_a_command_signs_with_a_key_that_we_never_see(tmp_path: Path, encoded: str) -> None:
    pem = OURS.private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (tmp_path / "key.pem").write_bytes(pem)
    (tmp_path / "sign.py").write_text(SIGNING)
    command = f"{sys.executable} {tmp_path / 'sign.py'} {tmp_path / 'key.pem'} {encoded}"
    assert CommandSigner(key=OURS.key, command=command).sign(b"message") == OURS.sign(b"message")
    with pytest.raises(KeyInvalid):
        CommandSigner(key=Key("log", 1, WITNESS.key.public), command=command).sign(b"message")


@pytest.mark.parametrize("command", ["false", "/no/such/program", "echo " + base64.b64encode(bytes(64)).decode(), "echo '"])
def test_a_command_that_does_not_sign_is_told(command: str) -> None:
    with pytest.raises(KeyInvalid):
        CommandSigner(key=OURS.key, command=command).sign(b"message")


def test_a_witness_does_not_sign_by_a_key_of_notes() -> None:
    with pytest.raises(KeyInvalid):
        cosignature(OURS, "text\n", 1)
