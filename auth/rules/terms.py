"""Terms that several rules are written with."""

STAFF = "(viewer:Employee)-[:HOLDS]->(:Position)-[:AT]->(:Unit)"
"""An employee with a position at a unit valid now."""

CLEARED = f"{STAFF}, (viewer)-[:CLEARED_FOR]->(:Protection)-[:OPENS*0..1]->(protection)"
"""Staff who are cleared for that very protection, or for one that opens it (A3)."""

ADDRESS_PROTECTIONS = ("STRICTLY_CONFIDENTIAL", "STRICTLY_CONFIDENTIAL_ABROAD", "CONFIDENTIAL")

IS_ADDRESS_PROTECTION = "protection.code IN [" + ", ".join(f"'{code}'" for code in ADDRESS_PROTECTIONS) + "]"


def overlap(one: str, other: str) -> str:
    """The two relationships hold at some instant together."""
    return (
        f"({other}.validTo IS NULL OR {one}.validFrom < {other}.validTo) AND ({one}.validTo IS NULL OR {other}.validFrom < {one}.validTo)"
    )


def held_when_asked(name: str) -> str:
    """The relationship holds at the instant that the data are asked for."""
    return f"{name}.validFrom <= asked AND ({name}.validTo IS NULL OR {name}.validTo > asked)"
