"""The notation of rules: what it says, and where it does not read."""

import pytest

from auth.errors import NotationError
from auth.pattern import (
    Both,
    Comparison,
    Either,
    IsNull,
    Literal,
    Moment,
    Named,
    Not,
    Property,
    Several,
    Shift,
    Stated,
    conjuncts,
    operands,
    parse,
    parse_condition,
    variables_of,
)


def test_path_follows_the_arrow_not_the_reading_order() -> None:
    (edge,) = parse("(subject:Person)<-[lent:LENT_TO]-(row:Device)").edges
    assert (edge.start, edge.end, edge.variable, edge.types) == ("row", "subject", "lent", ("LENT_TO",))


def test_nodes_keep_labels_and_fixed_properties() -> None:
    node = parse("(unit:Unit|Municipality {protective: true, number: '2103', rank: 3, end: null})").node("unit")
    assert node is not None
    assert node.labels == ("Unit", "Municipality")
    assert node.properties == (("protective", True), ("number", "2103"), ("rank", 3), ("end", None))


def test_paths_joined_by_comma_share_variables() -> None:
    pattern = parse("(a:Person)-[:IS]->(b), (b:Unit)<-[:AT]-(a)")
    assert [node.variable for node in pattern.nodes] == ["a", "b"]
    assert pattern.node("b") is not None
    assert pattern.node("c") is None


def test_label_may_come_where_the_name_comes_again() -> None:
    node = parse("(a:Person)-[:IS]->(b), (b:Unit)").node("b")
    assert node is not None
    assert node.labels == ("Unit",)


def test_walks_have_bounds() -> None:
    walk, step = parse("(a:Unit)-[:PART_OF*0..3]->(b:Unit)-[:PART_OF]->(c:Unit)").edges
    assert (walk.walks, walk.low, walk.high) == (True, 0, 3)
    assert (step.walks, step.low, step.high) == (False, 1, 1)


def test_relationships_may_be_of_several_types() -> None:
    (edge,) = parse("(a:Person)-[:PARENT_OF|PARTNER_OF {status: 'MARRIED'}]->(b:Person)").edges
    assert edge.types == ("PARENT_OF", "PARTNER_OF")
    assert edge.properties == (("status", "MARRIED"),)


def test_unnamed_things_get_names_of_their_own() -> None:
    pattern = parse("(:Person)-[:IS]->(:Person)-[:IS]->(x:Person)")
    assert len(pattern.variables) == 5
    assert sum(name.startswith("_") for name in pattern.variables) == 4


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("(a:Person", 10, "`)`"),
        ("(a:Person)-[:IS]-(b:Person)", 17, "`->`"),
        ("(a:Person)<-[:IS]->(b:Person)", 18, "`-`"),
        ("(a:Person)-[IS]->(b:Person)", 15, "`:`"),
        ("(a:Person)-[:IS]->", 19, "`(`"),
        ("(a:Person) b", 12, "the end"),
        ("(a:)", 4, "a label"),
        ("(a:Person {name: Kari})", 18, "a fixed value"),
        ("(a:Person {name})", 16, "`:`"),
        ("(a:Person)-[:IS*1]->(b:Person)", 18, "`..`"),
        ("(a:Person)-[:IS*3..1]->(b:Person)", 21, "low..high"),
        ("(a:Person)-[:IS*0..9]->(b:Person)", 21, "at most 8"),
        ("(a:Person)-[r:IS]->(b:Person)-[r:IS]->(c:Person)", 33, "another name"),
        ("(a:Person)-[:IS]->(a:Unit)", 27, "only once"),
        ("(a:Person) & (b:Person)", 11, "a name, a number"),
        ("", 1, "`(`"),
    ],
)
def test_path_that_does_not_read_shows_its_place(text: str, column: int, expected: str) -> None:
    with pytest.raises(NotationError) as error:
        parse(text)
    assert error.value.at + 1 == column
    assert expected in error.value.expected


def test_message_points_at_the_place() -> None:
    with pytest.raises(NotationError, match="expected `\\)` at column 10") as error:
        parse("(a:Person")
    assert str(error.value).endswith("\n  (a:Person\n           ^")


def test_or_binds_looser_than_and_looser_than_not() -> None:
    condition = parse_condition("NOT a = b AND a.x = 1 OR b.y IS NULL")
    same = Comparison("=", Named("a"), Named("b"))
    one = Comparison("=", Property("a", "x"), Literal(1))
    assert condition == Either((Both((Not(same), one)), IsNull(Property("b", "y"))))


def test_parentheses_come_first() -> None:
    condition = parse_condition("(a = b OR a = c) AND b = c")
    assert isinstance(condition, Both)
    assert isinstance(condition.parts[0], Either)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("a.x IS NOT NULL", Not(IsNull(Property("a", "x")))),
        ("a.x IN ['P', 'Q']", Comparison("IN", Property("a", "x"), Several(("P", "Q")))),
        ("a.x = true", Comparison("=", Property("a", "x"), Literal(True))),
        ("a.from <= asked", Comparison("<=", Property("a", "from"), Moment("asked"))),
        ("a.died + 12 months < today", Comparison("<", Shift(Property("a", "died"), 12), Moment("today"))),
        ("a.born > today - 18 years", Comparison(">", Property("a", "born"), Shift(Moment("today"), -216))),
        ("a <> b", Comparison("<>", Named("a"), Named("b"))),
        ("a.code = purpose_stated", Comparison("=", Property("a", "code"), Stated("purpose_stated"))),
        ("action = 'READ'", Comparison("=", Stated("action"), Literal("READ"))),
        ("action IN a.actions", Comparison("IN", Stated("action"), Property("a", "actions"))),
        ("'READ' IN a.actions", Comparison("IN", Literal("READ"), Property("a", "actions"))),
        ("action IN ['READ']", Comparison("IN", Stated("action"), Several(("READ",)))),
        ("a.action = 'READ'", Comparison("=", Property("a", "action"), Literal("READ"))),
    ],
)
def test_condition_says(text: str, condition: object) -> None:
    assert parse_condition(text) == condition


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("a.x", 4, "a comparison"),
        ("a.x ==", 6, "a fixed value"),
        ("a.x = ", 7, "a fixed value"),
        ("a.x IS MISSING", 5, "a comparison"),
        ("a.x IN 'P'", 8, "`[` or a property"),
        ("a.x IN b", 9, "`.`"),
        ("a.x IN b.", 10, "a property"),
        ("a.x IN purpose_stated", 22, "`.`"),
        ("a.x IN ['P'", 12, "`]`"),
        ("a = b AND", 10, "a fixed value"),
        ("(a = b", 7, "`)`"),
        ("a = b b", 7, "the end"),
        ("a. = b", 4, "a property"),
    ],
)
def test_condition_that_does_not_read_shows_its_place(text: str, column: int, expected: str) -> None:
    with pytest.raises(NotationError) as error:
        parse_condition(text)
    assert error.value.at + 1 == column
    assert expected in error.value.expected


def test_names_of_a_condition_are_found_everywhere_in_it() -> None:
    condition = parse_condition("NOT (a.x + 1 year < today OR b = c) AND d.y IS NULL")
    assert variables_of(condition) == {"a", "b", "c", "d"}
    assert len(list(operands(condition))) == 5


def test_what_a_request_states_names_nothing_of_the_path() -> None:
    assert variables_of(parse_condition("action IN a.actions AND b.code = purpose_stated")) == {"a", "b"}


def test_conjuncts_are_the_parts_that_must_all_hold() -> None:
    condition = parse_condition("a = b AND (c = d AND (e = f OR g = h))")
    assert len(conjuncts(condition)) == 3
    assert conjuncts(None) == ()
