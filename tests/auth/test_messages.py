"""What refused viewers read: a sentence for every code, in both languages."""

import pytest

from auth.decide import NO_GRANT, NOT_AVAILABLE, NOT_FOUND, OUTSIDE_AREA
from auth.rules import CODE_ORDER, INNSYN, as_tilgangsmaskinen
from auth.rules.messages import message, overridable

FIXED = {denial.code for rules in (INNSYN, as_tilgangsmaskinen()) for denial in rules.denials if denial.code_of is None}
CODES = sorted({*CODE_ORDER, *FIXED, NOT_AVAILABLE, NOT_FOUND, NO_GRANT, OUTSIDE_AREA})


@pytest.mark.parametrize("code", CODES)
def test_code_has_a_sentence_in_each_language(code: str) -> None:
    assert len({code, message(code, "nb"), message(code, "en")}) == 3


def test_what_an_override_may_lift_is_overridable_and_nothing_else() -> None:
    assert {code for code in CODES if overridable(code)} == {
        "GUARDIAN_OF_SUBJECT",
        "DECEASED",
        "LIVES_ABROAD",
        "UNKNOWN_RESIDENCE",
        "OUTSIDE_AREA",
    }
