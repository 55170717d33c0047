"""What has an identity of its own."""

import strawberry
from strawberry import field


@strawberry.interface(description="Anything with an id of its own. Ids are opaque, unique over all types, and never a national number.")
class Node:
    id: strawberry.ID = field(description="Opaque and stable, for example `p-kari`. Ask for it again with `node(id:)`.")
