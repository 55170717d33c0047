"""What refused viewers read: a sentence for each code, in Bokmål and English."""

from collections.abc import Mapping

from auth.decide import NO_GRANT, NOT_AVAILABLE, NOT_FOUND, OUTSIDE_AREA, PURPOSE_REFUSED
from auth.rules import INNSYN

_OTHERS: Mapping[str, Mapping[str, str]] = {
    NOT_AVAILABLE: {"nb": "Opplysningen er ikke tilgjengelig for deg", "en": "This is not available to you"},
    NOT_FOUND: {"nb": "Finnes ikke", "en": "Not found"},
    NO_GRANT: {"nb": "Rollen din gir ikke tilgang til dette", "en": "Your role gives no access to this"},
    PURPOSE_REFUSED: {
        "nb": "Ingen av rollene dine kunne brukes til dette formålet da",
        "en": "None of your roles could be used for this purpose then",
    },
    OUTSIDE_AREA: {
        "nb": "Personen hører ikke til et område eller en enhet som du betjener",
        "en": "The person does not belong to an area or unit that you serve",
    },
    "STRICTLY_CONFIDENTIAL": {
        "nb": "Personen har strengt fortrolig adresse; enhet 2103 behandler saken",
        "en": "The person's address is strictly confidential; unit 2103 handles the case",
    },
    "STRICTLY_CONFIDENTIAL_ABROAD": {
        "nb": "Personen har strengt fortrolig adresse i utlandet; enhet 2103 behandler saken",
        "en": "The person's address abroad is strictly confidential; unit 2103 handles the case",
    },
    "CONFIDENTIAL": {"nb": "Personen har fortrolig adresse", "en": "The person's address is confidential"},
    "SHIELDED": {
        "nb": "Personen er skjermet: ansatt i etaten eller nær familie",
        "en": "The person is shielded: employed here, or close family of someone who is",
    },
}

_HIDDEN = {
    "Area": {"nb": "et område", "en": "an area"},
    "Unit": {"nb": "en enhet", "en": "a unit"},
    "Case": {"nb": "en sak", "en": "a case"},
}


def message(code: str, language: str) -> str:
    """The sentence of a code in that language (`nb` or `en`)."""
    fixed = _OTHERS.get(code) or next((denial.says for denial in INNSYN.denials if denial.code == code), None)
    return fixed[language] if fixed else code


def hidden_word(label: str, language: str) -> str:
    """What stands for a node that the viewer may not know."""
    return _HIDDEN.get(label, {"nb": "noe", "en": "something"})[language]


def overridable(code: str) -> bool:
    """Whether an override could help against the code (A14)."""
    return code == OUTSIDE_AREA or any(denial.code == code and not denial.core for denial in INNSYN.denials)
