// Categories, themes, protections, legal bases, purposes. Made by `python -m graph.reference`.

UNWIND [
  {id: 'category:CARD', code: 'CARD', name: 'Navn'},
  {id: 'category:IDENTITY', code: 'IDENTITY', name: 'Identitet'},
  {id: 'category:CONTACT', code: 'CONTACT', name: 'Kontaktopplysninger'},
  {id: 'category:ADDRESS', code: 'ADDRESS', name: 'Adresser'},
  {id: 'category:FAMILY', code: 'FAMILY', name: 'Familie og husstand'},
  {id: 'category:WORK', code: 'WORK', name: 'Arbeidsforhold og roller'},
  {id: 'category:MANDATES', code: 'MANDATES', name: 'Fullmakter og verge'},
  {id: 'category:CASES', code: 'CASES', name: 'Saker'},
  {id: 'category:ACTIVITIES', code: 'ACTIVITIES', name: 'Aktiviteter'},
  {id: 'category:DEVICES', code: 'DEVICES', name: 'Hjelpemidler'},
  {id: 'category:DIALOGUES', code: 'DIALOGUES', name: 'Dialoger'},
  {id: 'category:PROTECTION', code: 'PROTECTION', name: 'Beskyttelse'},
  {id: 'category:SERVICE', code: 'SERVICE', name: 'Enheter og roller som betjener'},
  {id: 'category:TRACE', code: 'TRACE', name: 'Oppslag og innsyn'},
  {id: 'category:OPEN', code: 'OPEN', name: 'Åpne opplysninger'}
] AS row
OPTIONAL MATCH (held:Category {id: row.id})
WITH row, held WHERE held IS NULL
CREATE (:Entity:Category {id: row.id, code: row.code, name: row.name, source: 'REFERENCE', registeredAt: 0});

UNWIND [
  {id: 'theme:AAP', code: 'AAP', name: 'Arbeidsavklaringspenger', secret: false},
  {id: 'theme:AAR', code: 'AAR', name: 'Aa-registeret', secret: false},
  {id: 'theme:AGR', code: 'AGR', name: 'Ajourhold – grunnopplysninger', secret: false},
  {id: 'theme:BAR', code: 'BAR', name: 'Barnetrygd', secret: false},
  {id: 'theme:BID', code: 'BID', name: 'Bidrag', secret: false},
  {id: 'theme:BIL', code: 'BIL', name: 'Bil', secret: false},
  {id: 'theme:DAG', code: 'DAG', name: 'Dagpenger', secret: false},
  {id: 'theme:ENF', code: 'ENF', name: 'Enslig mor eller far', secret: false},
  {id: 'theme:ERS', code: 'ERS', name: 'Erstatning', secret: false},
  {id: 'theme:FAR', code: 'FAR', name: 'Foreldreskap', secret: true},
  {id: 'theme:FEI', code: 'FEI', name: 'Feilutbetaling', secret: false},
  {id: 'theme:FOR', code: 'FOR', name: 'Foreldre- og svangerskapspenger', secret: false},
  {id: 'theme:FOS', code: 'FOS', name: 'Forsikring', secret: false},
  {id: 'theme:FRI', code: 'FRI', name: 'Kompensasjon for selvstendig næringsdrivende og frilansere', secret: false},
  {id: 'theme:FUL', code: 'FUL', name: 'Fullmakt', secret: false},
  {id: 'theme:GEN', code: 'GEN', name: 'Generell', secret: false},
  {id: 'theme:GRA', code: 'GRA', name: 'Gravferdsstønad', secret: false},
  {id: 'theme:GRU', code: 'GRU', name: 'Grunn- og hjelpestønad', secret: false},
  {id: 'theme:HEL', code: 'HEL', name: 'Helsetjenester og ortopediske hjelpemidler', secret: false},
  {id: 'theme:HJE', code: 'HJE', name: 'Hjelpemidler', secret: false},
  {id: 'theme:IAR', code: 'IAR', name: 'Inkluderende arbeidsliv', secret: false},
  {id: 'theme:IND', code: 'IND', name: 'Tiltakspenger', secret: false},
  {id: 'theme:KON', code: 'KON', name: 'Kontantstøtte', secret: false},
  {id: 'theme:KTA', code: 'KTA', name: 'Kontroll – anmeldelse', secret: true},
  {id: 'theme:KTR', code: 'KTR', name: 'Kontroll', secret: false},
  {id: 'theme:LGA', code: 'LGA', name: 'Lønnsgaranti', secret: false},
  {id: 'theme:MED', code: 'MED', name: 'Medlemskap', secret: false},
  {id: 'theme:MOB', code: 'MOB', name: 'Mobilitetsfremmende stønad', secret: false},
  {id: 'theme:OMS', code: 'OMS', name: 'Omsorgspenger, pleiepenger og opplæringspenger', secret: false},
  {id: 'theme:OPA', code: 'OPA', name: 'Oppfølging – arbeidsgiver', secret: false},
  {id: 'theme:OPP', code: 'OPP', name: 'Oppfølging', secret: false},
  {id: 'theme:PEN', code: 'PEN', name: 'Pensjon', secret: false},
  {id: 'theme:PER', code: 'PER', name: 'Permittering og masseoppsigelser', secret: false},
  {id: 'theme:REH', code: 'REH', name: 'Rehabiliteringspenger', secret: false},
  {id: 'theme:REK', code: 'REK', name: 'Rekruttering og stilling', secret: false},
  {id: 'theme:RPO', code: 'RPO', name: 'Retting av personopplysninger', secret: false},
  {id: 'theme:SER', code: 'SER', name: 'Serviceklager', secret: false},
  {id: 'theme:STO', code: 'STO', name: 'Regnskap og utbetaling', secret: false},
  {id: 'theme:SUP', code: 'SUP', name: 'Supplerende stønad', secret: false},
  {id: 'theme:SYK', code: 'SYK', name: 'Sykepenger', secret: false},
  {id: 'theme:SYM', code: 'SYM', name: 'Sykmeldinger', secret: false},
  {id: 'theme:TIL', code: 'TIL', name: 'Tiltak', secret: false},
  {id: 'theme:TRY', code: 'TRY', name: 'Trygdeavgift', secret: false},
  {id: 'theme:TSO', code: 'TSO', name: 'Tilleggsstønad', secret: false},
  {id: 'theme:TSR', code: 'TSR', name: 'Tilleggsstønad for arbeidssøkere', secret: false},
  {id: 'theme:UFM', code: 'UFM', name: 'Unntak fra medlemskap', secret: false},
  {id: 'theme:UFO', code: 'UFO', name: 'Uføretrygd', secret: false},
  {id: 'theme:UKJ', code: 'UKJ', name: 'Ukjent', secret: false},
  {id: 'theme:VEN', code: 'VEN', name: 'Ventelønn', secret: false},
  {id: 'theme:YRK', code: 'YRK', name: 'Yrkesskade og menerstatning', secret: false}
] AS row
OPTIONAL MATCH (held:Theme {id: row.id})
WITH row, held WHERE held IS NULL
CREATE (:Entity:Theme {id: row.id, code: row.code, name: row.name, secret: row.secret, source: 'REFERENCE', registeredAt: 0});

UNWIND [
  {id: 'protection:STRICTLY_CONFIDENTIAL', code: 'STRICTLY_CONFIDENTIAL', name: 'Strengt fortrolig adresse'},
  {id: 'protection:STRICTLY_CONFIDENTIAL_ABROAD', code: 'STRICTLY_CONFIDENTIAL_ABROAD', name: 'Strengt fortrolig adresse utland'},
  {id: 'protection:CONFIDENTIAL', code: 'CONFIDENTIAL', name: 'Fortrolig adresse'},
  {id: 'protection:SHIELDED', code: 'SHIELDED', name: 'Skjermet person'},
  {id: 'protection:DECEASED', code: 'DECEASED', name: 'Avdød for mer enn tolv måneder siden'},
  {id: 'protection:ABROAD', code: 'ABROAD', name: 'Bosatt i utlandet'},
  {id: 'protection:UNKNOWN_RESIDENCE', code: 'UNKNOWN_RESIDENCE', name: 'Ukjent bosted'}
] AS row
OPTIONAL MATCH (held:Protection {id: row.id})
WITH row, held WHERE held IS NULL
CREATE (:Entity:Protection {id: row.id, code: row.code, name: row.name, source: 'REFERENCE', registeredAt: 0});

UNWIND [
  {id: 'legalbasis:AVTALELOVEN_10', code: 'AVTALELOVEN_10', name: 'Avtaleloven § 10 (fullmakt)'},
  {id: 'legalbasis:BARNELOVA_30', code: 'BARNELOVA_30', name: 'Barnelova § 30 (foreldreansvar)'},
  {id: 'legalbasis:BARNELOVA_47', code: 'BARNELOVA_47', name: 'Barnelova § 47 (opplysninger om barnet)'},
  {id: 'legalbasis:FOLKEREGISTERLOVEN_10_4', code: 'FOLKEREGISTERLOVEN_10_4', name: 'Folkeregisterloven § 10-4 (adressesperre)'},
  {id: 'legalbasis:FOLKETRYGDLOVEN_8_7', code: 'FOLKETRYGDLOVEN_8_7', name: 'Folketrygdloven § 8-7 (oppfølging av sykmeldte)'},
  {id: 'legalbasis:FOLKETRYGDLOVEN_10_7', code: 'FOLKETRYGDLOVEN_10_7', name: 'Folketrygdloven § 10-7 (hjelpemidler)'},
  {id: 'legalbasis:FOLKETRYGDLOVEN_21_4', code: 'FOLKETRYGDLOVEN_21_4', name: 'Folketrygdloven § 21-4 (innhenting av opplysninger)'},
  {id: 'legalbasis:FOLKETRYGDLOVEN_25_1', code: 'FOLKETRYGDLOVEN_25_1', name: 'Folketrygdloven § 25-1 (Aa-registeret)'},
  {id: 'legalbasis:FORVALTNINGSLOVEN_6', code: 'FORVALTNINGSLOVEN_6', name: 'Forvaltningsloven § 6 (habilitet)'},
  {id: 'legalbasis:FORVALTNINGSLOVEN_12', code: 'FORVALTNINGSLOVEN_12', name: 'Forvaltningsloven § 12 (fullmektig)'},
  {id: 'legalbasis:FORVALTNINGSLOVEN_13', code: 'FORVALTNINGSLOVEN_13', name: 'Forvaltningsloven § 13 (taushetsplikt)'},
  {id: 'legalbasis:FORVALTNINGSLOVEN_13B', code: 'FORVALTNINGSLOVEN_13B', name: 'Forvaltningsloven § 13 b (tjenstlig behov)'},
  {id: 'legalbasis:GDPR_6_1_A', code: 'GDPR_6_1_A', name: 'Personvernforordningen art. 6 nr. 1 a (samtykke)'},
  {id: 'legalbasis:GDPR_6_1_C', code: 'GDPR_6_1_C', name: 'Personvernforordningen art. 6 nr. 1 c (rettslig plikt)'},
  {id: 'legalbasis:GDPR_6_1_E', code: 'GDPR_6_1_E', name: 'Personvernforordningen art. 6 nr. 1 e (offentlig myndighet)'},
  {id: 'legalbasis:GDPR_15', code: 'GDPR_15', name: 'Personvernforordningen art. 15 (innsyn)'},
  {id: 'legalbasis:GDPR_16', code: 'GDPR_16', name: 'Personvernforordningen art. 16 (retting)'},
  {id: 'legalbasis:GDPR_32', code: 'GDPR_32', name: 'Personvernforordningen art. 32 (sikkerhet)'},
  {id: 'legalbasis:HELSE_OG_OMSORGSTJENESTELOVEN_3_2', code: 'HELSE_OG_OMSORGSTJENESTELOVEN_3_2', name: 'Helse- og omsorgstjenesteloven § 3-2 (kommunens ansvar)'},
  {id: 'legalbasis:NAV_LOVEN_4', code: 'NAV_LOVEN_4', name: 'NAV-loven § 4 (oppgaver)'},
  {id: 'legalbasis:NAV_LOVEN_7', code: 'NAV_LOVEN_7', name: 'NAV-loven § 7 (taushetsplikt)'},
  {id: 'legalbasis:NAV_LOVEN_14A', code: 'NAV_LOVEN_14A', name: 'NAV-loven § 14 a (oppfølging)'},
  {id: 'legalbasis:NAV_LOVEN_16', code: 'NAV_LOVEN_16', name: 'NAV-loven § 16 (behandling av personopplysninger)'},
  {id: 'legalbasis:PERSONOPPLYSNINGSLOVEN_16', code: 'PERSONOPPLYSNINGSLOVEN_16', name: 'Personopplysningsloven § 16 (unntak fra innsyn)'},
  {id: 'legalbasis:SOSIALTJENESTELOVEN_43', code: 'SOSIALTJENESTELOVEN_43', name: 'Sosialtjenesteloven § 43 (innhenting av opplysninger)'},
  {id: 'legalbasis:VERGEMALSLOVEN_31', code: 'VERGEMALSLOVEN_31', name: 'Vergemålsloven § 31 (vergens myndighet)'}
] AS row
OPTIONAL MATCH (held:LegalBasis {id: row.id})
WITH row, held WHERE held IS NULL
CREATE (:Entity:LegalBasis {id: row.id, code: row.code, name: row.name, source: 'REFERENCE', registeredAt: 0});

UNWIND [
  {id: 'purpose:FOLLOW_UP', code: 'FOLLOW_UP', name: 'Oppfølging mot arbeid'},
  {id: 'purpose:BENEFIT_PROCESSING', code: 'BENEFIT_PROCESSING', name: 'Behandling av ytelser'},
  {id: 'purpose:ASSISTIVE_DEVICES', code: 'ASSISTIVE_DEVICES', name: 'Formidling av hjelpemidler'},
  {id: 'purpose:GUIDANCE', code: 'GUIDANCE', name: 'Veiledning og mottak'},
  {id: 'purpose:SICKNESS_FOLLOW_UP', code: 'SICKNESS_FOLLOW_UP', name: 'Oppfølging av sykmeldte'},
  {id: 'purpose:PROTECTED_PERSONS', code: 'PROTECTED_PERSONS', name: 'Oppfølging av beskyttede personer'},
  {id: 'purpose:CONTROL', code: 'CONTROL', name: 'Kontroll av rett til ytelser'},
  {id: 'purpose:ACCESS_REVIEW', code: 'ACCESS_REVIEW', name: 'Kontroll av oppslag'},
  {id: 'purpose:INSIGHT_REQUEST', code: 'INSIGHT_REQUEST', name: 'Svar på krav om innsyn'},
  {id: 'purpose:EMPLOYER_SERVICE', code: 'EMPLOYER_SERVICE', name: 'Tjenester til arbeidsgivere'},
  {id: 'purpose:MUNICIPAL_SERVICES', code: 'MUNICIPAL_SERVICES', name: 'Kommunale tjenester'},
  {id: 'purpose:TECHNICAL_SERVICE', code: 'TECHNICAL_SERVICE', name: 'Teknisk service på hjelpemidler'},
  {id: 'purpose:MEASURES', code: 'MEASURES', name: 'Gjennomføring av tiltak'},
  {id: 'purpose:PERSONNEL', code: 'PERSONNEL', name: 'Personalforvaltning'},
  {id: 'purpose:ACCOUNTING', code: 'ACCOUNTING', name: 'Lønn og regnskap'},
  {id: 'purpose:ARCHIVING', code: 'ARCHIVING', name: 'Arkiv og dokumentasjon'},
  {id: 'purpose:CREDIT', code: 'CREDIT', name: 'Kredittvurdering'},
  {id: 'purpose:STATISTICS', code: 'STATISTICS', name: 'Statistikk og analyse'}
] AS row
OPTIONAL MATCH (held:Purpose {id: row.id})
WITH row, held WHERE held IS NULL
CREATE (:Entity:Purpose {id: row.id, code: row.code, name: row.name, source: 'REFERENCE', registeredAt: 0});

UNWIND [
  {start: 'protection:STRICTLY_CONFIDENTIAL', end: 'protection:STRICTLY_CONFIDENTIAL_ABROAD', id: 'r-23e9c345f9f7ac198f8003c23b83f19c'}
] AS row
MATCH (start:Protection {id: row.start})
MATCH (end:Protection {id: row.end})
MERGE (start)-[held:OPENS {id: row.id}]->(end)
SET held.validFrom = 0, held.source = 'REFERENCE', held.registeredAt = 0;

UNWIND [
  {start: 'purpose:FOLLOW_UP', end: 'category:CARD', id: 'r-a6025af53a3355124909d98fb2597c24'},
  {start: 'purpose:FOLLOW_UP', end: 'category:IDENTITY', id: 'r-c2bc0827e52f604a95081a999f0cef5d'},
  {start: 'purpose:FOLLOW_UP', end: 'category:CONTACT', id: 'r-1dfc4897fcb5a7486ad171917e57f151'},
  {start: 'purpose:FOLLOW_UP', end: 'category:ADDRESS', id: 'r-94474406800ae5161d340d6a96f8ff8a'},
  {start: 'purpose:FOLLOW_UP', end: 'category:FAMILY', id: 'r-b41decd182b1aaf9c8d875b87e8d9e1f'},
  {start: 'purpose:FOLLOW_UP', end: 'category:WORK', id: 'r-c55e62417ffa31788aada154796cdfd2'},
  {start: 'purpose:FOLLOW_UP', end: 'category:MANDATES', id: 'r-2bca5a9fdf11a46a3487f05b5ab2c075'},
  {start: 'purpose:FOLLOW_UP', end: 'category:CASES', id: 'r-47c6b55e9fe0b1343712274e1a1fc1d5'},
  {start: 'purpose:FOLLOW_UP', end: 'category:ACTIVITIES', id: 'r-1bb8fb14b368d8a4edeb0885f5ae75a2'},
  {start: 'purpose:FOLLOW_UP', end: 'category:DEVICES', id: 'r-aa1d79df25974b581526cbdfa2b64348'},
  {start: 'purpose:FOLLOW_UP', end: 'category:DIALOGUES', id: 'r-a8b0a2387b19c9e6a14ceb5e600a9e0a'},
  {start: 'purpose:FOLLOW_UP', end: 'category:SERVICE', id: 'r-79f7fc9b3c63170d72753c003c192d7a'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:CARD', id: 'r-7323bf6dd275fa5a8904fcdf5d6b990b'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:IDENTITY', id: 'r-093f5d2dcd92349ed2e0623c16d5e0bf'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:CONTACT', id: 'r-bb47fa09934f5c46afa28ab2fd490da3'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:ADDRESS', id: 'r-c2977819f0a3bf8ae249705b82c24fb1'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:FAMILY', id: 'r-d6abf90136cc28f69878baa03b5c618a'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:WORK', id: 'r-ae094af3125ac8c910064a52477f7536'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:MANDATES', id: 'r-bcb59f0f939fea5a008534bbf442b0d8'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:CASES', id: 'r-fabf627531929186034e7caa8c42a141'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:ACTIVITIES', id: 'r-a277eb567456f1511b00005b1e981d04'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:DIALOGUES', id: 'r-ccf8c165ab79f6377e09fac36184df52'},
  {start: 'purpose:BENEFIT_PROCESSING', end: 'category:SERVICE', id: 'r-e9964f3a09cf6637d1202348d0111bf7'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:CARD', id: 'r-83d3dc68a1d5c927fb2d53d96f157f9b'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:IDENTITY', id: 'r-2799bccb0f932d7fabf6f689d0cb29ee'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:CONTACT', id: 'r-174d4a081d4ccfd7c7194084d07f7969'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:ADDRESS', id: 'r-2c94e4ebbe85b47a12dd6d150bb9911a'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:MANDATES', id: 'r-7f47a4be6c3da6c83b694ca018846571'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:CASES', id: 'r-1cc47a33c6478251d3b84772f6adb318'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:ACTIVITIES', id: 'r-9bc6a2d15ca00ae89986e687fe1e8ebf'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:DEVICES', id: 'r-04a5fd99a4d8a7a9bd1324a842e58376'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:DIALOGUES', id: 'r-2fcd36a9608e8d64e7f7d2090c70ae0d'},
  {start: 'purpose:ASSISTIVE_DEVICES', end: 'category:SERVICE', id: 'r-6b6de5ac151c2a29948da3580ab55588'},
  {start: 'purpose:GUIDANCE', end: 'category:CARD', id: 'r-6dbeabdadb6935a6f9f9329843f4d9b4'},
  {start: 'purpose:GUIDANCE', end: 'category:IDENTITY', id: 'r-4e36d87a1e5a80e576ad3b6891b6ca29'},
  {start: 'purpose:GUIDANCE', end: 'category:CONTACT', id: 'r-8ae5961b0ed5a58afb0694e8ecb19b5b'},
  {start: 'purpose:GUIDANCE', end: 'category:ADDRESS', id: 'r-0943d7c7048db9bd65935185545ef275'},
  {start: 'purpose:GUIDANCE', end: 'category:MANDATES', id: 'r-b071639693ef89b4b669eb86e3ae418d'},
  {start: 'purpose:GUIDANCE', end: 'category:CASES', id: 'r-3555f1689c40a013a88c21e75912c406'},
  {start: 'purpose:GUIDANCE', end: 'category:ACTIVITIES', id: 'r-aa224f0ae95296dda3c52ee88bdba4d2'},
  {start: 'purpose:GUIDANCE', end: 'category:DEVICES', id: 'r-5bec7c9fe54830be06ebe6056ce1d096'},
  {start: 'purpose:GUIDANCE', end: 'category:DIALOGUES', id: 'r-afb72acc5c8aae354efe0a3aaeac2948'},
  {start: 'purpose:GUIDANCE', end: 'category:SERVICE', id: 'r-1cf60640fd1a6b602cfd9acac2e952aa'},
  {start: 'purpose:SICKNESS_FOLLOW_UP', end: 'category:CARD', id: 'r-e8fca51cce909dc6e0f35caf1fd839be'},
  {start: 'purpose:SICKNESS_FOLLOW_UP', end: 'category:IDENTITY', id: 'r-c9fd038f60fc005eccb618609f8ad507'},
  {start: 'purpose:SICKNESS_FOLLOW_UP', end: 'category:CONTACT', id: 'r-d1983df7b978eff1326b61b3fef4ccd0'},
  {start: 'purpose:SICKNESS_FOLLOW_UP', end: 'category:WORK', id: 'r-51da70daf285a785c48f91fc141c42f3'},
  {start: 'purpose:SICKNESS_FOLLOW_UP', end: 'category:MANDATES', id: 'r-3b64e80c9e0937c414818297364a7f2e'},
  {start: 'purpose:SICKNESS_FOLLOW_UP', end: 'category:CASES', id: 'r-395d2c1740baec9c6ae67ac9bcd0f109'},
  {start: 'purpose:SICKNESS_FOLLOW_UP', end: 'category:ACTIVITIES', id: 'r-3613c15525c8598d376ec61699fcd68f'},
  {start: 'purpose:SICKNESS_FOLLOW_UP', end: 'category:DIALOGUES', id: 'r-62664ee8eaa604a6ac4bc813767d2846'},
  {start: 'purpose:SICKNESS_FOLLOW_UP', end: 'category:SERVICE', id: 'r-3f6c2b731be5c87c06a061600712e4de'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:CARD', id: 'r-5ffab980d10bf4db4b03ea0adda75b81'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:IDENTITY', id: 'r-dac5009cf10572ac590672db8cb96c6c'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:CONTACT', id: 'r-e05b56ea04647c9694529d290a9ff34c'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:ADDRESS', id: 'r-8508e1e55dbdc103c52ccdac7083e715'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:FAMILY', id: 'r-4bdd1f209acc64307cff374fa277a05f'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:WORK', id: 'r-0c7b054f1389eddf61a7f09f76cb73d4'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:MANDATES', id: 'r-9331817a30ca4b828b5a6a5e195ff72e'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:CASES', id: 'r-176535bce2046f4c654bb2b1f596a588'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:ACTIVITIES', id: 'r-cb02c32ec0ebfcd42307cc190324b7d7'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:DEVICES', id: 'r-e588c156ae4c45e3aca2354d239c9ef3'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:DIALOGUES', id: 'r-539af4043e044ec0a606c0b1c5b4ebf2'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:PROTECTION', id: 'r-d7fe93d1064cdc379c0a5c5d8e0b9025'},
  {start: 'purpose:PROTECTED_PERSONS', end: 'category:SERVICE', id: 'r-416f5c554334c3814d314b02e5c35186'},
  {start: 'purpose:CONTROL', end: 'category:CARD', id: 'r-9b2edc923ca4a496b2e23be87e56c253'},
  {start: 'purpose:CONTROL', end: 'category:IDENTITY', id: 'r-7942e769b31a62e07f5db73c30d2a648'},
  {start: 'purpose:CONTROL', end: 'category:ADDRESS', id: 'r-24af532e497a2d6058c6015686a4d7e6'},
  {start: 'purpose:CONTROL', end: 'category:FAMILY', id: 'r-9f1e6057d6bef599315b5aac04bb807c'},
  {start: 'purpose:CONTROL', end: 'category:WORK', id: 'r-61d1b29bbe559b4cbd108a298e87a1cc'},
  {start: 'purpose:CONTROL', end: 'category:CASES', id: 'r-0de554af746a316c53736b1718f1a4c2'},
  {start: 'purpose:ACCESS_REVIEW', end: 'category:CARD', id: 'r-e823c0a98a194b92349d72c89de49f7f'},
  {start: 'purpose:ACCESS_REVIEW', end: 'category:TRACE', id: 'r-20b09bf8f4553dce9dcda63dd621fba3'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:CARD', id: 'r-fa280779ea00e69e1b204cfc161f5a5e'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:IDENTITY', id: 'r-7323368706ccb645836ce6cdc7cc94c7'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:CONTACT', id: 'r-80cd6a35fc85563ac8ca3ae8be77536f'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:ADDRESS', id: 'r-9f0b2c6cc65c0bcddc5402397994f231'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:FAMILY', id: 'r-018a396b720222beacaecb0e773d2bb0'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:WORK', id: 'r-afcc4be3c40d6cac20acd5f11bc58b1e'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:MANDATES', id: 'r-2600be6a2fcf94332db26b4bff772bcc'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:CASES', id: 'r-a01ab360c533f375ec9393fd754d7fc2'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:ACTIVITIES', id: 'r-44d303688d7908843b4d3f806c9d5254'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:DEVICES', id: 'r-f772b884e9f1e62dce78df54c7dcfe12'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:DIALOGUES', id: 'r-c78762548fe6c89666faf500fa859659'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:SERVICE', id: 'r-f23a2b09c66629071d4672b39a27caf6'},
  {start: 'purpose:INSIGHT_REQUEST', end: 'category:TRACE', id: 'r-c3571e73b252cc7a218f1f9ea9582a61'},
  {start: 'purpose:EMPLOYER_SERVICE', end: 'category:CARD', id: 'r-1936338a318625bfa780fc0ddb924488'},
  {start: 'purpose:EMPLOYER_SERVICE', end: 'category:WORK', id: 'r-956e3e0952bdf493daea78f91579732a'},
  {start: 'purpose:EMPLOYER_SERVICE', end: 'category:ACTIVITIES', id: 'r-b79abc3c00b095f64b357502beca1849'},
  {start: 'purpose:EMPLOYER_SERVICE', end: 'category:DIALOGUES', id: 'r-cfb5bf322701b498b842bffbe28ea2e5'},
  {start: 'purpose:EMPLOYER_SERVICE', end: 'category:SERVICE', id: 'r-293eb22742f2f4acab8b0445220805b0'},
  {start: 'purpose:MUNICIPAL_SERVICES', end: 'category:CARD', id: 'r-9a2941174e22c41be77748c2f0271f44'},
  {start: 'purpose:MUNICIPAL_SERVICES', end: 'category:IDENTITY', id: 'r-e500bbec3c2943079b6a623647d9c830'},
  {start: 'purpose:MUNICIPAL_SERVICES', end: 'category:CONTACT', id: 'r-f010c09815727cce7af87d9fc430308f'},
  {start: 'purpose:MUNICIPAL_SERVICES', end: 'category:ADDRESS', id: 'r-c85adeaa8db223f7c3a4bbd7c458eb9a'},
  {start: 'purpose:MUNICIPAL_SERVICES', end: 'category:CASES', id: 'r-3f61517e8ee9de4b17a0e7adb957c0f4'},
  {start: 'purpose:MUNICIPAL_SERVICES', end: 'category:ACTIVITIES', id: 'r-ef182191be7bcd83d1a6dae3e00dde30'},
  {start: 'purpose:MUNICIPAL_SERVICES', end: 'category:DEVICES', id: 'r-b760efa5cda1ef37f8721d7b51d8d720'},
  {start: 'purpose:MUNICIPAL_SERVICES', end: 'category:DIALOGUES', id: 'r-3381dfc16e41189a4ed031c08cb6156a'},
  {start: 'purpose:MUNICIPAL_SERVICES', end: 'category:SERVICE', id: 'r-4077defebf537138971a67456e09b93b'}
] AS row
MATCH (start:Purpose {id: row.start})
MATCH (end:Category {id: row.end})
MERGE (start)-[held:COVERS {id: row.id}]->(end)
SET held.validFrom = 0, held.source = 'REFERENCE', held.registeredAt = 0;

UNWIND [
  {start: 'purpose:TECHNICAL_SERVICE', end: 'category:ACTIVITIES', id: 'r-c3afad2447dd485dc8a29ab04f2bcf3c'},
  {start: 'purpose:TECHNICAL_SERVICE', end: 'category:DEVICES', id: 'r-cd1ecd6373dafb238e92740bdfa0faf0'},
  {start: 'purpose:MEASURES', end: 'category:CARD', id: 'r-2cdea6d7b3ba2eb9b575dbf813907cc8'},
  {start: 'purpose:MEASURES', end: 'category:CONTACT', id: 'r-efd06e85d0de6a4b8eb389e8ff762be4'},
  {start: 'purpose:MEASURES', end: 'category:ACTIVITIES', id: 'r-8005833da1ad96d046fc8ca89d06d9f6'},
  {start: 'purpose:MEASURES', end: 'category:DIALOGUES', id: 'r-0355878fda2211f73662add53dddaa5e'},
  {start: 'purpose:MEASURES', end: 'category:SERVICE', id: 'r-f738d9ab06152a7210867d59cb5a4d5b'},
  {start: 'purpose:PERSONNEL', end: 'category:CARD', id: 'r-0cc89ae62c91442016b22eacdc3e1edc'},
  {start: 'purpose:PERSONNEL', end: 'category:CONTACT', id: 'r-b22243db0c5f4b63c29effc64f6a2fd6'},
  {start: 'purpose:PERSONNEL', end: 'category:WORK', id: 'r-4ccddf2cfedc835ce4f3c75abedf73cc'},
  {start: 'purpose:PERSONNEL', end: 'category:CASES', id: 'r-95ce3d2407f83af9562f4f34898fa0b6'},
  {start: 'purpose:PERSONNEL', end: 'category:ACTIVITIES', id: 'r-536d7894e86e8e9ee703e62f7167a300'},
  {start: 'purpose:PERSONNEL', end: 'category:DEVICES', id: 'r-8af9601ecc51d562dca5fbfe0cc74d71'},
  {start: 'purpose:PERSONNEL', end: 'category:DIALOGUES', id: 'r-7583f5ac342809be71a1206046da97c1'},
  {start: 'purpose:ACCOUNTING', end: 'category:CARD', id: 'r-01f7fe29256e3fe0c5a82eac55d23596'},
  {start: 'purpose:ACCOUNTING', end: 'category:WORK', id: 'r-637c0ec0878351c1755417b32e4fff8e'},
  {start: 'purpose:ARCHIVING', end: 'category:CARD', id: 'r-5cac8707c34477b217cb69b289c41604'},
  {start: 'purpose:ARCHIVING', end: 'category:IDENTITY', id: 'r-2118b5e684bdb337e23c3daee1b05e62'},
  {start: 'purpose:ARCHIVING', end: 'category:CASES', id: 'r-637bb965a99450c1223fcb5565a2136b'},
  {start: 'purpose:ARCHIVING', end: 'category:DIALOGUES', id: 'r-8271c9e90b284008a41644e1959af9af'},
  {start: 'purpose:CREDIT', end: 'category:CARD', id: 'r-7458aa203b44eee94e4b64e497dc7859'},
  {start: 'purpose:CREDIT', end: 'category:IDENTITY', id: 'r-ee8dea0e16d339d320d7f67647fc4029'},
  {start: 'purpose:CREDIT', end: 'category:WORK', id: 'r-88df12541a9bfa61cef60b4c8e2cf091'},
  {start: 'purpose:STATISTICS', end: 'category:ADDRESS', id: 'r-eb2a58a767b485ee4dd925727d03862d'},
  {start: 'purpose:STATISTICS', end: 'category:WORK', id: 'r-92fec43bc607819417622fafd42a05c4'},
  {start: 'purpose:STATISTICS', end: 'category:CASES', id: 'r-416cbb0a49be5a854c95dff10a643c01'},
  {start: 'purpose:STATISTICS', end: 'category:ACTIVITIES', id: 'r-69d74303e41b3de4eefac7c21b1967ad'},
  {start: 'purpose:STATISTICS', end: 'category:DEVICES', id: 'r-70db51c8d6f79c9ab11878b0ce932ddb'}
] AS row
MATCH (start:Purpose {id: row.start})
MATCH (end:Category {id: row.end})
MERGE (start)-[held:COVERS {id: row.id}]->(end)
SET held.validFrom = 0, held.source = 'REFERENCE', held.registeredAt = 0;
