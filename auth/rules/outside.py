"""What employees of municipalities and businesses see: of those whom they lend devices or give services to, and by consent."""

from auth.category import OF_ORGANISATIONS, PERSONAL, Category
from auth.rule import Denial, Grant, both, covers_of, fixed, theme_of
from auth.rules.policy import Policy
from auth.rules.terms import LOCAL_ROLE

_SEAT = "(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->"
_INHABITANT = "(municipality:Municipality)-[:GOVERNS]->(:Area)<-[:PART_OF*0..1]-(:Area)<-[:BELONGS_TO]-(subject:Person)"
_CARE = "Helse- og omsorgstjenesteloven § 3-2"

_KNOWS_USERS = ", (position)-[:IN]->(:Role)-[:COVERS]->(:Category {code: 'CARD'})"
"""A role that does not even cover who they are, as a technician's, meets devices and no users."""
_TAKES_PART = "(takes.answer IS NULL OR takes.answer <> 'NO') AND (activity.endsAt IS NULL OR activity.endsAt > now)"


def _municipal(rest: str, where: str = "") -> Grant:
    return Grant(
        id="municipality.inhabitant",
        path=f"{_SEAT}{_INHABITANT}{rest}{_KNOWS_USERS}",
        where=where,
        gives=LOCAL_ROLE,
        meets="municipality",
        basis=_CARE,
        says={
            "nb": "Bor i {municipality.name} og har hjelpemidler eller tjenester derfra",
            "en": "Lives in {municipality.name} and has devices or services from there",
        },
    )


INHABITANT_DEVICE = _municipal("<-[:LENT_TO]-(:Device)-[:KEPT_AT|OWNED_BY]->(municipality)")
INHABITANT_SERVICE = _municipal("-[takes:TAKES_PART_IN]->(activity:Activity)-[:ARRANGED_BY]->(municipality)", _TAKES_PART)
MUNICIPALITY = Grant(
    id="municipality.own",
    path=f"{_SEAT}(subject:Municipality)",
    gives=both(LOCAL_ROLE, fixed(*OF_ORGANISATIONS)),
    basis=_CARE,
    says={"nb": "Er kommunen du arbeider i", "en": "Is the municipality that you work in"},
    tells={"nb": "Arbeider i {subject.name}", "en": "Works at {subject.name}"},
)

TECHNICIAN = Grant(
    id="device.technician",
    path=f"{_SEAT}(place:Unit|Municipality|Business)<-[:OWNED_BY|KEPT_AT]-(subject:Device)",
    gives=both(LOCAL_ROLE, fixed(Category.DEVICES)),
    meets="place",
    basis="Folketrygdloven § 10-7",
    says={"nb": "{place.name} eier eller oppbevarer hjelpemiddelet", "en": "{place.name} owns or keeps the device"},
)

_ARRANGER = f"{_SEAT}(arranger:Business)<-[:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(subject:Person)"
_SAYS_ARRANGER = {"nb": "Deltar i «{activity.title}» hos {arranger.name}", "en": "Takes part in “{activity.title}” at {arranger.name}"}
PARTICIPANT = Grant(
    id="arranger.participant",
    path=_ARRANGER,
    where=_TAKES_PART,
    gives=both(LOCAL_ROLE, fixed(*PERSONAL, themes=())),
    meets="activity",
    basis="NAV-loven § 14 a",
    says=_SAYS_ARRANGER,
)
PARTICIPANT_ROWS = Grant(
    id="arranger.participant",
    path=f"{_ARRANGER}, (activity)-[:PART_OF]->(case:Case)",
    where=_TAKES_PART,
    gives=both(LOCAL_ROLE, theme_of("case")),
    meets="activity",
    basis="NAV-loven § 14 a",
    says=_SAYS_ARRANGER,
)
ARRANGED = Grant(
    id="arranger.activity",
    path=(
        "(viewer:Employee)-[:HOLDS]->(position:Position)-[:IN]->(:Role)-[covers:COVERS]->(:Category {code: 'ACTIVITIES'}), "
        "(position)-[:AT]->(arranger:Business|Municipality)<-[:ARRANGED_BY]-(subject:Activity)"
    ),
    where="(action IN covers.actions OR (covers.actions IS NULL AND action = 'READ'))",
    gives=fixed(Category.ACTIVITIES),
    meets="arranger",
    basis="NAV-loven § 14 a",
    says={"nb": "{arranger.name} arrangerer aktiviteten", "en": "{arranger.name} arranges the activity"},
)

SECRET_ACTIVITY = Denial(
    id="activity.secret-theme",
    path="(viewer:Employee), (subject:Activity)-[:PART_OF]->(:Case)-[:IN]->(theme:Theme {secret: true})",
    unless=("(viewer:Employee)-[:HOLDS]->(:Position)-[:IN]->(:Role)-[:HANDLES]->(theme)",),
    code="NO_GRANT",
    core=True,
    basis="Forvaltningsloven § 13",
    says={"nb": "Aktiviteten hører til et område du ikke behandler", "en": "The activity belongs to a theme that you do not handle"},
)

CONSENT = Grant(
    id="organisation.consent",
    path=(
        f"{_SEAT}(organisation:Business|Municipality)<-[:TO]-(consent:Consent)-[:FROM]->(subject:Person), "
        "(consent)-[:FOR]->(purpose:Purpose)"
    ),
    where="purpose.code = purpose_stated",
    gives=both(LOCAL_ROLE, covers_of("consent")),
    meets="organisation",
    basis="GDPR art. 6 nr. 1 a",
    says={"nb": "Har samtykket til at {organisation.name} ser dette", "en": "Has consented that {organisation.name} sees this"},
)


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    return (
        INHABITANT_DEVICE,
        INHABITANT_SERVICE,
        MUNICIPALITY,
        TECHNICIAN,
        PARTICIPANT,
        PARTICIPANT_ROWS,
        ARRANGED,
        SECRET_ACTIVITY,
        CONSENT,
    )
