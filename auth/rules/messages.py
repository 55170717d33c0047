"""What refused viewers read: a sentence for each code and hint, in Bokmål and English."""

import re
from collections.abc import Iterable, Mapping

from auth.decide import BUDGET_SPENT, NO_GRANT, NOT_AVAILABLE, NOT_FOUND, OUTSIDE_AREA, PURPOSE_REFUSED
from auth.hints import End, Ending, Fact, Missing
from auth.rule import Grant
from auth.rules import INNSYN

_OTHERS: Mapping[str, Mapping[str, str]] = {
    NOT_AVAILABLE: {"nb": "Opplysningen er ikke tilgjengelig for deg", "en": "This is not available to you"},
    NOT_FOUND: {"nb": "Finnes ikke", "en": "Not found"},
    NO_GRANT: {"nb": "Rollen din gir ikke tilgang til dette", "en": "Your role gives no access to this"},
    PURPOSE_REFUSED: {
        "nb": "Ingen av rollene dine kunne brukes til dette formålet da",
        "en": "None of your roles could be used for this purpose then",
    },
    BUDGET_SPENT: {
        "nb": "Du er nektet innsyn så mange ganger i dag at spørsmålene dine ikke besvares før i morgen",
        "en": "You have been refused so many today that your questions are not answered until tomorrow",
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
    "Municipality": {"nb": "en kommune", "en": "a municipality"},
    "Business": {"nb": "en virksomhet", "en": "a business"},
    "Activity": {"nb": "en aktivitet", "en": "an activity"},
    "Person": {"nb": "en person", "en": "a person"},
    "Device": {"nb": "et hjelpemiddel", "en": "a device"},
}


def message(code: str, language: str) -> str:
    """The sentence of a code in that language (`nb` or `en`)."""
    fixed = _OTHERS.get(code) or next((denial.says for denial in INNSYN.denials if denial.code == code), None)
    return fixed[language] if fixed else code


def both(code: str) -> Mapping[str, str]:
    """The sentence of a code in each language."""
    return {language: message(code, language) for language in ("nb", "en")}


def hidden_word(label: str, language: str) -> str:
    """What stands for a node that the viewer may not know."""
    return _HIDDEN.get(label, {"nb": "noe", "en": "something"})[language]


def overridable(code: str) -> bool:
    """Whether an override could help against the code (A14)."""
    return code == OUTSIDE_AREA or any(denial.code == code and not denial.core for denial in INNSYN.denials)


# --- visits ---

_PURPOSES: Mapping[str, Mapping[str, str]] = {
    "FOLLOW_UP": {"nb": "For å følge deg opp mot arbeid", "en": "To help you towards work"},
    "BENEFIT_PROCESSING": {"nb": "For å behandle en ytelse", "en": "To process a benefit"},
    "ASSISTIVE_DEVICES": {"nb": "For å skaffe eller følge opp hjelpemidler", "en": "To provide or follow up assistive devices"},
    "GUIDANCE": {"nb": "For å svare deg eller gi veiledning", "en": "To answer you or give guidance"},
    "SICKNESS_FOLLOW_UP": {"nb": "For å følge opp sykefravær", "en": "To follow up sick leave"},
    "PROTECTED_PERSONS": {"nb": "For å følge opp beskyttede personer", "en": "To follow up protected persons"},
    "CONTROL": {"nb": "For å kontrollere retten til en ytelse", "en": "To control the right to a benefit"},
    "ACCESS_REVIEW": {"nb": "For å kontrollere hvem som slår opp", "en": "To review who looks people up"},
    "INSIGHT_REQUEST": {"nb": "For å svare på et krav om innsyn", "en": "To answer a request for access"},
    "EMPLOYER_SERVICE": {"nb": "For å gi tjenester til en arbeidsgiver", "en": "To serve an employer"},
    "MUNICIPAL_SERVICES": {"nb": "For å gi kommunale tjenester", "en": "To give municipal services"},
    "TECHNICAL_SERVICE": {"nb": "For å reparere eller se til et hjelpemiddel", "en": "To repair or inspect an assistive device"},
    "MEASURES": {"nb": "For å gjennomføre et tiltak", "en": "To carry out a measure"},
    "PERSONNEL": {"nb": "For å ta seg av ansatte", "en": "To look after employees"},
    "ACCOUNTING": {"nb": "For lønn og regnskap", "en": "For payroll and accounts"},
    "ARCHIVING": {"nb": "For arkiv og dokumentasjon", "en": "For archives and records"},
    "CREDIT": {"nb": "For å vurdere kreditt", "en": "To assess credit"},
    "STATISTICS": {"nb": "For statistikk og analyse", "en": "For statistics and analysis"},
}
_OTHER_PURPOSE = {"nb": "For formålet {code}", "en": "For the purpose {code}"}
_NAMED = re.compile(r"(?:saken |the case )?[«“]?\{(\w+)\.\w+\}[»”]?")
_OTHER_RULE = {"nb": "En regel som ikke gjelder lenger", "en": "A rule that no longer applies"}


def purpose_told(code: str, language: str) -> str:
    """Why somebody looked, to whom they looked up."""
    return _PURPOSES[code][language] if code in _PURPOSES else _OTHER_PURPOSE[language].format(code=code)


def rule_told(grants: Iterable[Grant], rule: str, language: str) -> str:
    """The sentence of a rule by which somebody saw something, without the nodes that it went by."""
    grant = next((each for each in grants if each.id == rule), None)
    if grant is None:
        return _OTHER_RULE[language]

    def word(found: re.Match[str]) -> str:
        node = grant.pattern.node(found[1])
        return hidden_word(node.labels[0] if node and node.labels else "", language)

    return _sentence(_NAMED.sub(word, grant.told[language]))


# --- hints ---

_MANDATES: Mapping[str, Mapping[str, str]] = {
    "PROXY": {"nb": "fullmakten", "en": "the proxy"},
    "GUARDIANSHIP": {"nb": "vergemålet", "en": "the guardianship"},
    "PARENTAL_RESPONSIBILITY": {"nb": "foreldreansvaret", "en": "the parental responsibility"},
    "LINE_MANAGEMENT": {"nb": "oppfølgingsansvaret", "en": "the line management"},
}

_LACKS: Mapping[tuple[str, str, str], Mapping[str, str]] = {
    ("Role", "COVERS", "Category"): {"nb": "rollen {start} dekker ikke {end}", "en": "the role {start} does not cover {end}"},
    ("Role", "HANDLES", "Theme"): {"nb": "rollen {start} behandler ingen andre temaer", "en": "the role {start} handles no other themes"},
    ("Mandate", "COVERS", "Category"): {"nb": "{start} dekker ikke {end}", "en": "{start} does not cover {end}"},
    ("Mandate", "COVERS", "Theme"): {"nb": "{start} dekker ingen andre temaer", "en": "{start} covers no other themes"},
    ("Task", "COVERS", "Category"): {"nb": "oppgaven dekker ikke {end}", "en": "the task does not cover {end}"},
    ("Task", "COVERS", "Theme"): {"nb": "oppgaven dekker ingen andre temaer", "en": "the task covers no other themes"},
    ("Purpose", "COVERS", "Category"): {"nb": "formålet {start} dekker ikke {end}", "en": "the purpose {start} does not cover {end}"},
    ("Client", "MAY_READ", "Category"): {"nb": "systemet har ikke hjemmel for {end}", "en": "the system has no legal basis for {end}"},
    ("Employee", "CLEARED_FOR", "Protection"): {"nb": "du er ikke klarert for {end}", "en": "you are not cleared for {end}"},
}

_ENDS: Mapping[tuple[str, str], Mapping[str, tuple[str, str, str]]] = {
    ("HOLDS", "Position"): {
        "nb": ("stillingen din ved {name} tar slutt", "stillingen din tar slutt", "alle stillingene dine tar slutt"),
        "en": ("your position at {name} ends", "your position ends", "all your positions end"),
    },
    ("ASSIGNED_TO", "Case"): {
        "nb": ("saken «{name}» er ikke lenger tildelt deg", "saken er ikke lenger tildelt deg", "ingen sak er lenger tildelt deg"),
        "en": (
            "the case “{name}” is no longer assigned to you",
            "the case is no longer assigned to you",
            "no case is any longer assigned to you",
        ),
    },
    ("TO", "Mandate"): {
        "nb": ("{kind} tar slutt", "{kind} tar slutt", "{kind} tar slutt"),
        "en": ("{kind} ends", "{kind} ends", "{kind} ends"),
    },
    ("BY", "Override"): {
        "nb": ("overstyringen tar slutt", "overstyringen tar slutt", "alle overstyringene dine tar slutt"),
        "en": ("the override ends", "the override ends", "all your overrides end"),
    },
    ("MAY_READ", "Category"): {
        "nb": ("hjemmelen for dette tar slutt", "hjemmelen for dette tar slutt", "alle hjemlene til systemet tar slutt"),
        "en": ("the legal basis for this ends", "the legal basis for this ends", "all legal bases of the system end"),
    },
}
"""What ends, by name, without one, and where it is not told which."""


def lacks(missing: Missing, language: str) -> str:
    """The sentence of facts that are missing."""
    return _sentence({"nb": ", og ", "en": ", and "}[language].join(_lacking(fact, language) for fact in missing.facts))


def ends(ending: Ending, language: str) -> str:
    """The sentence of a fact that would end."""
    named, unnamed, every = _ENDS[ending.fact.relationship, ending.far.label][language]
    text = every if ending.far.id is None else named if ending.far.name else unnamed
    return _sentence(text.format(name=ending.far.name, kind=_word(ending.far, language)))


def _lacking(fact: Fact, language: str) -> str:
    text = _LACKS[fact.start.label, fact.relationship, fact.end.label][language]
    return text.format(start=_word(fact.start, language), end=fact.end.name)


def _word(end: End, language: str) -> str:
    return _MANDATES[end.kind][language] if end.kind else end.name or ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
