"""An issuer of ours, over HTTP as a real one is, that also does what a real one does not."""

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

from auth.jwks import Published

AUDIENCE = "https://innsyn.example"
NUMBER = "01864000068"


def new_key(kid: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig", "alg": "RS256"}, auto_kid=False)


KEYS = {name: new_key(name) for name in ("first", "second")}
"""Made once: each takes a moment."""


@dataclass(slots=True)
class Issuing:
    """Signs tokens, and publishes keys: by default those it signs with."""

    url: str = "http://127.0.0.1:1"
    key: RSAKey = field(default_factory=lambda: KEYS["first"])
    published: list[Mapping[str, Any]] | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    seconds: float = 0.0
    extra: bytes = b""
    asked: list[str] = field(default_factory=list)

    def token(self, header: Mapping[str, Any] | None = None, /, **changes: Any) -> str:
        """A token of a citizen as ID-porten has it, with these changes; what is None is left out."""
        now = int(time.time())
        good = {
            "iss": self.url,
            "aud": AUDIENCE,
            "sub": "a-pairwise-name",
            "pid": NUMBER,
            "acr": "idporten-loa-high",
            "client_id": "min-side",
            "scope": "nav:innsyn",
            "jti": "1",
            "iat": now,
            "exp": now + 60,
        }
        said = {"alg": "RS256", "typ": "JWT", "kid": self.key.kid} | dict(header or {})
        claims = {name: value for name, value in (good | changes).items() if value is not None}
        return jwt.encode({name: value for name, value in said.items() if value is not None}, claims, self.key, default_type=None)

    def keys(self) -> Published:
        return Published(issuer=self.url, metadata=f"{self.url}/.well-known/openid-configuration")

    def answer(self, path: str) -> bytes:
        self.asked.append(path)
        time.sleep(self.seconds)
        keys = [self.key.as_dict(private=False)] if self.published is None else self.published
        told = {"keys": keys} if path == "/jwks" else {"issuer": self.url, "jwks_uri": f"{self.url}/jwks"} | self.metadata
        return json.dumps(told).encode() + self.extra


@contextmanager
def issuing() -> Iterator[Issuing]:
    """One that answers, until the end."""
    issuer = Issuing()

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = issuer.answer(self.path)
            self.send_response(issuer.status)
            self.send_header("Location", f"{issuer.url}/jwks")
            self.send_header("Content-Length", str(len(body)))
            with suppress(ConnectionError):  # whoever asked may have given up
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    issuer.url = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
