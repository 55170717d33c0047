"""A client of innsyn: one class, which asks, and tells what was closed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import TracebackType
from typing import Any, Self

import httpx


class Refused(Exception):
    """The whole request was refused; `code` says why, and the message what to write instead."""

    def __init__(self, code: str, message: str, *, retry_after: str | None = None) -> None:
        super().__init__(f"{code}: {message}")
        self.code, self.retry_after = code, retry_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered: `closed` has the code of each field of the schema that was closed, by its coordinate."""

    data: Mapping[str, Any]
    closed: Mapping[str, str] = field(default_factory=dict)

    def why(self, coordinate: str) -> str | None:
        """Why a `null` is there: a code, or none where there is nothing to tell."""
        return self.closed.get(coordinate)


class Client:
    """Asks as the holder of a token. `purpose` is why: employees and systems must say it. Keep one, for its connections are kept too."""

    def __init__(self, url: str, token: str, *, purpose: str | None = None, trusted: bool = False) -> None:
        if not token.strip():
            raise Refused("UNAUTHENTICATED", "the token is empty; in development `innsyn token employee:A100101` prints one")
        if not url.startswith(("http://", "https://")):
            raise Refused("ADDRESS_UNUSABLE", f"`{url}` is no address; write it as http://127.0.0.1:8000/graphql")
        stated = {"Innsyn-Purpose": purpose} if purpose else {}
        self._trusted = trusted
        """Whether documents are sent by their hash alone, as a server takes them that has them in a manifest."""
        self._url, self._bookmark = url, ""
        self._http = httpx.Client(
            timeout=60, headers={"Authorization": f"Bearer {token}", "Accept": "application/graphql-response+json"} | stated
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.close()

    def ask(self, document: str, **variables: object) -> Answer:
        """The answer; what was changed before, by this client, is seen in it."""
        asked = {"documentId": f"sha256:{sha256(document.encode()).hexdigest()}"} if self._trusted else {"query": document}
        seen = {"Innsyn-Bookmark": self._bookmark} if self._bookmark else {}
        try:
            response = self._http.post(self._url, json=asked | {"variables": variables}, headers=seen)
        except httpx.TransportError as failed:
            raise Refused("UNREACHABLE", f"nothing answers at {self._url}: {failed}") from None
        told = _told(response)
        for error in told.get("errors", ()):
            raise Refused(error["extensions"]["code"], error["message"], retry_after=response.headers.get("Retry-After"))
        self._bookmark = response.headers.get("Innsyn-Bookmark", self._bookmark)
        return Answer(data=told["data"], closed={each["coordinate"]: each["code"] for each in told["extensions"]["access"]})

    def pages(self, document: str, *way: str, **variables: object) -> Iterator[Mapping[str, Any]]:
        """The edges of a connection, page after page; `way` leads to it, and the document takes `$after`."""
        after: str | None = None
        while True:
            found: Any = self.ask(document, after=after, **variables).data
            for name in way:
                found = found[name] if found else None
            if found is None:
                return
            yield from found["edges"]
            if not found["pageInfo"]["hasNextPage"]:
                return
            after = found["pageInfo"]["endCursor"]


def _told(response: httpx.Response) -> Mapping[str, Any]:
    """What was answered, by a GraphQL server."""
    try:
        told = response.json()
    except ValueError:
        told = None
    if not isinstance(told, dict) or not {"data", "errors"} & told.keys():
        raise Refused("NOT_INNSYN", f"what answers at {response.url}, with status {response.status_code}, is no GraphQL server")
    return told
