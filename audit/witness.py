"""A witness: a small program that keeps the newest checkpoint of each log it knows, and cosigns one only where it continues that.

    python -m audit.witness --key witness.pem --name witness.example --state witness.json --log 'innsyn.example/log+…' --port 8901

It speaks https://c2sp.org/tlog-witness, so that any witness of that kind can take its place. Run it where the log's operators have no say.
"""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from audit.note import FileSigner, Signer, cosignature
from audit.proof import COSIGNED, Checkpoint, Key, Losses, Note, ProofWrong, continues, unbase64

_LONGEST: Final = 64 * 1024
_MOST_HASHES: Final = 63


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered: a status, a body, and its type where that is not text."""

    status: int
    body: str = ""
    type: str = "text/plain; charset=utf-8"


@dataclass(slots=True, kw_only=True)
class Keeper:
    """Decides on checkpoints, one at a time, and remembers what it cosigned before it answers."""

    signer: Signer
    logs: Mapping[str, Sequence[Key]]
    state: Path
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, submitted: bytes) -> Answer:
        """Answer to a checkpoint with its consistency proof."""
        try:
            old, proof, note = _read(submitted)
            checkpoint = Checkpoint.read(note.text)
            if checkpoint.origin not in self.logs:
                return Answer(404, "no such log\n")
            if not any(_signed(note, key) for key in self.logs[checkpoint.origin]):
                return Answer(403, "not signed by the log\n")
        except (ProofWrong, ValueError):
            return Answer(400, "no checkpoint\n")
        with self.lock:
            return self._decided(old, proof, note, checkpoint)

    def _decided(self, old: int, proof: list[bytes], note: Note, checkpoint: Checkpoint) -> Answer:
        if old > checkpoint.size:
            return Answer(400, "the old size is beyond the new one\n")
        kept = self.kept().get(checkpoint.origin, {"size": 0, "root": ""})
        size, root = kept["size"], bytes.fromhex(kept["root"])
        if old != size or (size == checkpoint.size and size and root != checkpoint.root):
            return Answer(409, f"{size}\n", "text/x.tlog.size")
        if old and not continues(old, checkpoint.size, proof, root, checkpoint.root):
            return Answer(422, "it does not continue what was cosigned\n")
        if not old and proof:
            return Answer(422, "a proof from nothing is empty\n")
        if "losses" in kept and not (checkpoint.losses and checkpoint.losses.goes_on(_losses(kept["losses"]))):
            return Answer(422, "it tells of less that was lost than what was cosigned\n")
        self._keep(checkpoint)
        return Answer(200, str(cosignature(self.signer, note.text, int(time.time()))))

    def kept(self) -> dict[str, Any]:
        """The newest checkpoint of each log."""
        # A state that is gone is an error, not a beginning: whoever removes it would make the witness forget.
        found: dict[str, Any] = json.loads(self.state.read_text(encoding="utf-8"))
        return found

    def _keep(self, checkpoint: Checkpoint) -> None:
        newest: dict[str, Any] = {"size": checkpoint.size, "root": checkpoint.root.hex()}
        if checkpoint.losses:
            newest["losses"] = checkpoint.losses.said
        written(self.state, json.dumps(self.kept() | {checkpoint.origin: newest}, indent=2))


def begin(state: Path) -> None:
    """Make an empty state; an error where there is one."""
    with state.open("x", encoding="utf-8") as file:
        file.write("{}")


def written(path: Path, text: str) -> None:
    """Replace a file, durably, by one that is whole."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def server(keeper: Keeper, host: str, port: int) -> ThreadingHTTPServer:
    """The witness over HTTP; put TLS before it."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 10

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if self.path != "/add-checkpoint" or not (length.isascii() and length.isdigit()) or int(length) > _LONGEST:
                self._say(Answer(404 if self.path != "/add-checkpoint" else 400))
                return
            self._say(keeper.take(self.rfile.read(int(length))))

        def _say(self, answer: Answer) -> None:
            body = answer.body.encode()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is logged."""

    return ThreadingHTTPServer((host, port), Handler)


def _read(submitted: bytes) -> tuple[int, list[bytes], Note]:
    head, blank, note = submitted.decode().partition("\n\n")
    first, *proof = head.split("\n")
    word, _, old = first.partition(" ")
    if not blank or word != "old" or not old.isascii() or not old.isdigit() or str(int(old)) != old or len(proof) > _MOST_HASHES:
        raise ProofWrong("this is no submission")
    return int(old), [unbase64(line) for line in proof], Note.read(note)


def _losses(kept: Mapping[str, Any]) -> Losses:
    return Losses(kept["number"], bytes.fromhex(kept["head"]))


def _signed(note: Note, key: Key) -> bool:
    try:
        return note.signed_by(key)
    except ProofWrong:
        return False


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="innsyn audit witness", description="Cosigns checkpoints that continue what it cosigned before.")
    parser.add_argument("--key", type=Path, required=True, help="its private key, in PEM")
    parser.add_argument("--name", required=True, help="its name, such as witness.example")
    parser.add_argument("--state", type=Path, required=True, help="the file that it keeps checkpoints in")
    parser.add_argument("--begin", action="store_true", help="make that file, the first time")
    parser.add_argument("--log", action="append", required=True, help="the public key of a log that it knows")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8901)
    asked = parser.parse_args(arguments)
    if asked.begin:
        begin(asked.state)
    logs: dict[str, list[Key]] = {}
    for key in map(Key.read, asked.log):
        logs.setdefault(key.name, []).append(key)
    keeper = Keeper(signer=FileSigner.read(asked.key, asked.name, kind=COSIGNED), logs=logs, state=asked.state)
    keeper.kept()  # an unreadable state shows at the start
    with server(keeper, asked.host, asked.port) as serving:
        sys.stdout.write(f"{keeper.signer.key}\nthe witness answers at http://{asked.host}:{serving.server_port}; Ctrl-C ends it\n")
        sys.stdout.flush()
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
