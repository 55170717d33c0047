"""The id that a relationship gets where the file gives none."""

import hashlib
import json


def relationship_id(
    type: str, start: str, end: str, *, valid_from: object, registered_at: object = None, discriminator: object = None
) -> str:
    """A hash of the line as written: two ways of writing one instant make two relationships."""
    written = [type, start, end, valid_from, registered_at, discriminator]
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    return "r-" + hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
