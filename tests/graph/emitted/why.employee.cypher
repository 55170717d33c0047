// Why (employee)
OPTIONAL MATCH (viewer:Employee {ident: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)-[is:IS]->(subject:Person)
  WHERE is.retractedAt IS NULL AND subject.retractedAt IS NULL
  RETURN collect(DISTINCT subject) AS persons
}
CALL (viewer) {
  MATCH (viewer)-[holds:HOLDS]->(position:Position)
  WHERE holds.validFrom <= $given.now AND coalesce(holds.validTo, 9007199254740991) > $given.now AND holds.retractedAt IS NULL AND position.retractedAt IS NULL
  RETURN collect(DISTINCT position) AS positions
}
CALL (viewer) {
  MATCH (viewer)-[cleared_for:CLEARED_FOR]->(protection2:Protection)
  WHERE cleared_for.validFrom <= $given.now AND coalesce(cleared_for.validTo, 9007199254740991) > $given.now AND cleared_for.retractedAt IS NULL AND protection2.retractedAt IS NULL
  RETURN collect(DISTINCT protection2) AS protections
}
CALL (viewer) {
  MATCH (viewer)-[holds2:HOLDS]->(position3:Position)
  WHERE coalesce(holds2.validFrom <= $given.now, true) AND coalesce(holds2.validTo > $given.now, true) AND holds2.retractedAt IS NULL AND position3.retractedAt IS NULL
  RETURN collect(DISTINCT position3) AS positions2
}
CALL (viewer) {
  MATCH (viewer)-[is2:IS]->(person5:Person)
  WHERE is2.validFrom <= $given.now AND coalesce(is2.validTo, 9007199254740991) > $given.now AND is2.retractedAt IS NULL AND person5.retractedAt IS NULL
  RETURN collect(DISTINCT person5) AS persons2
}
CALL (viewer) {
  MATCH (viewer)-[is4:IS]->(person7:Person)
  WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND person7.retractedAt IS NULL
  RETURN collect(DISTINCT person7) AS persons3
}
CALL (viewer) {
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case:Case)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case.retractedAt IS NULL
  RETURN collect(DISTINCT case) AS cases
}
CALL (viewer, positions) {
  UNWIND positions AS position65
  MATCH (position65)-[in33:IN]->(role8:Role)-[may_state:MAY_STATE]->(purpose4:Purpose)
  WHERE in33.validFrom <= $given.now AND coalesce(in33.validTo, 9007199254740991) > $given.now AND in33.retractedAt IS NULL AND role8.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose4.retractedAt IS NULL
  AND purpose4.code = $given.purpose
  WITH DISTINCT purpose4
  OPTIONAL MATCH (purpose4)-[covers9:COVERS]->(category7:Category)
  WHERE covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND category7.retractedAt IS NULL
  WITH count(DISTINCT purpose4) > 0 AS permitted, collect(DISTINCT category7.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position66
  MATCH (position66)-[in34:IN]->(role9:Role)
  WHERE in34.validFrom <= $given.now AND coalesce(in34.validTo, 9007199254740991) > $given.now AND in34.retractedAt IS NULL AND role9.retractedAt IS NULL
  WITH position66, role9, COLLECT {
    MATCH (role9)-[covers10:COVERS]->(category8:Category)
    WHERE covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL AND category8.retractedAt IS NULL
    AND 'READ' IN coalesce(covers10.actions, ['READ'])
    UNWIND [category8.code] + CASE category8.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code42
    WITH code42
    WHERE code42 IN covered
    RETURN DISTINCT code42
  } AS codes, COLLECT {
    MATCH (role9)-[covers11:COVERS]->(category9:Category)
    WHERE covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND category9.retractedAt IS NULL
    MATCH (role9)-[handles3:HANDLES]->(theme63:Theme)
    WHERE handles3.validFrom <= $given.now AND coalesce(handles3.validTo, 9007199254740991) > $given.now AND handles3.retractedAt IS NULL AND theme63.retractedAt IS NULL
    AND 'READ' IN coalesce(covers11.actions, ['READ']) AND category9.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category9.code IN covered
    RETURN DISTINCT category9.code + ':' + theme63.code
  } AS themed
  RETURN collect({position: position66.id, reach: role9.reach, codes: codes, themed: themed}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case16
  MATCH (case16)-[concerns16:CONCERNS]->(person27:Person)
  WHERE concerns16.validFrom <= $given.now AND coalesce(concerns16.validTo, 9007199254740991) > $given.now AND concerns16.retractedAt IS NULL AND person27.retractedAt IS NULL
  AND case16.id = $given.case
  RETURN collect(DISTINCT person27.id) AS caseSubjects
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS subject2
  RETURN collect(DISTINCT subject2.id) AS self
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self2
  MATCH (self2)-[parent_of:PARENT_OF]->(subject3:Person)
  WHERE parent_of.retractedAt IS NULL AND subject3.retractedAt IS NULL
  RETURN collect(DISTINCT subject3.id) AS child
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self3
  MATCH (self3)<-[parent_of2:PARENT_OF]-(subject4:Person)
  WHERE parent_of2.retractedAt IS NULL AND subject4.retractedAt IS NULL
  RETURN collect(DISTINCT subject4.id) AS parent
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self4
  MATCH (self4)<-[parent_of3:PARENT_OF*2..3]-(subject5:Person)
  WHERE all(step IN parent_of3 WHERE step.retractedAt IS NULL) AND subject5.retractedAt IS NULL
  RETURN collect(DISTINCT subject5.id) AS ancestor
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)-[parent_of4:PARENT_OF*2..3]->(subject6:Person)
  WHERE all(step2 IN parent_of4 WHERE step2.retractedAt IS NULL) AND subject6.retractedAt IS NULL
  RETURN collect(DISTINCT subject6.id) AS descendant
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self6
  MATCH (self6)-[partner_of:PARTNER_OF]->(subject7:Person)
  WHERE partner_of.retractedAt IS NULL AND subject7.retractedAt IS NULL
  RETURN collect(DISTINCT subject7.id) AS partner
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self7
  MATCH (self7)<-[partner_of2:PARTNER_OF]-(subject8:Person)
  WHERE partner_of2.retractedAt IS NULL AND subject8.retractedAt IS NULL
  RETURN collect(DISTINCT subject8.id) AS partnerBack
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self8
  MATCH (self8)<-[parent_of5:PARENT_OF]-(person3:Person)
  WHERE parent_of5.retractedAt IS NULL AND person3.retractedAt IS NULL
  MATCH (person3)-[parent_of6:PARENT_OF]->(subject9:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject9.retractedAt IS NULL AND self8.id <> subject9.id
  RETURN collect(DISTINCT subject9.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self9
  MATCH (self9)-[parent_of7:PARENT_OF]->(person4:Person)
  WHERE parent_of7.retractedAt IS NULL AND person4.retractedAt IS NULL
  MATCH (person4)<-[parent_of8:PARENT_OF]-(subject10:Person)
  WHERE parent_of8.retractedAt IS NULL AND subject10.retractedAt IS NULL AND self9.id <> subject10.id
  RETURN collect(DISTINCT subject10.id) AS commonChild
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position2
  MATCH (position2)-[at2:AT]->(unit:Unit)
  WHERE at2.validFrom <= $given.now AND coalesce(at2.validTo, 9007199254740991) > $given.now AND at2.retractedAt IS NULL AND unit.retractedAt IS NULL
  RETURN count(*) > 0 AS staff
}
CALL (viewer, covered, seats, protections) {
  UNWIND protections AS protection3
  MATCH (protection3)-[opens:OPENS*0..1]->(protection4)
  WHERE all(step3 IN opens WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL) AND protection4.retractedAt IS NULL
  RETURN collect(DISTINCT protection4.id) AS protectionExcepted
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position4
  MATCH (position4)-[at3:AT]->(unit2:Unit)
  WHERE coalesce(at3.validFrom <= $given.now, true) AND coalesce(at3.validTo > $given.now, true) AND at3.retractedAt IS NULL AND unit2.retractedAt IS NULL
  RETURN count(*) > 0 AS shielded
}
CALL (viewer, covered, seats, persons2) {
  UNWIND persons2 AS person6
  RETURN count(*) > 0 AS excepted
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position6
  MATCH (position6)-[at5:AT]->(unit4:Unit)
  WHERE coalesce(at5.validFrom <= $given.now, true) AND coalesce(at5.validTo > $given.now, true) AND at5.retractedAt IS NULL AND unit4.retractedAt IS NULL
  RETURN collect(DISTINCT unit4.id) AS sameOffice
}
CALL (viewer, covered, seats, persons3) {
  UNWIND persons3 AS person8
  MATCH (person8)<-[to:TO]-(mandate:Mandate {kind: 'GUARDIANSHIP'})-[from:FROM]->(subject11:Person)
  WHERE coalesce(to.validFrom <= $given.now, true) AND coalesce(to.validTo > $given.now, true) AND to.retractedAt IS NULL AND coalesce(mandate.validFrom <= $given.now, true) AND coalesce(mandate.validTo > $given.now, true) AND mandate.retractedAt IS NULL AND coalesce(mandate.revokedAt > $given.now, true) AND coalesce(from.validFrom <= $given.now, true) AND coalesce(from.validTo > $given.now, true) AND from.retractedAt IS NULL AND subject11.retractedAt IS NULL
  RETURN collect(DISTINCT subject11.id) AS guardian
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position7
  MATCH (position7)-[at6:AT]->(unit5:Unit)
  WHERE at6.validFrom <= $given.now AND coalesce(at6.validTo, 9007199254740991) > $given.now AND at6.retractedAt IS NULL AND unit5.retractedAt IS NULL
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection5:Protection {code: 'DECEASED'})
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection5.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position8
  MATCH (position8)-[at7:AT]->(unit6:Unit)
  WHERE at7.validFrom <= $given.now AND coalesce(at7.validTo, 9007199254740991) > $given.now AND at7.retractedAt IS NULL AND unit6.retractedAt IS NULL
  MATCH (viewer)-[cleared_for3:CLEARED_FOR]->(protection6:Protection {code: 'ABROAD'})
  WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection6.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted3
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position9
  MATCH (position9)-[at8:AT]->(unit7:Unit)
  WHERE at8.validFrom <= $given.now AND coalesce(at8.validTo, 9007199254740991) > $given.now AND at8.retractedAt IS NULL AND unit7.retractedAt IS NULL
  MATCH (viewer)-[cleared_for4:CLEARED_FOR]->(protection7:Protection {code: 'UNKNOWN_RESIDENCE'})
  WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection7.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted4
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position10
  MATCH (position10)-[at9:AT]->(unit8:Unit)-[serves:SERVES]->(area3:Area)
  WHERE at9.validFrom <= $given.now AND coalesce(at9.validTo, 9007199254740991) > $given.now AND at9.retractedAt IS NULL AND unit8.retractedAt IS NULL AND serves.validFrom <= $given.now AND coalesce(serves.validTo, 9007199254740991) > $given.now AND serves.retractedAt IS NULL AND area3.retractedAt IS NULL AND serves.theme IS NULL
  WITH position10, covered, seats, collect(DISTINCT area3.id) AS at
  WITH reduce(found2 = [], seat2 IN [seat2 IN seats WHERE seat2.position = position10.id AND seat2.reach IN ['LOCAL']] | found2 + seat2.codes + seat2.themed) AS gives, at
  RETURN collect({gives: gives, at: at}) AS localOffice
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position11
  MATCH (position11)-[at10:AT]->(unit9:Unit)-[serves2:SERVES]->(area5:Area)
  WHERE at10.validFrom <= $given.now AND coalesce(at10.validTo, 9007199254740991) > $given.now AND at10.retractedAt IS NULL AND unit9.retractedAt IS NULL AND serves2.validFrom <= $given.now AND coalesce(serves2.validTo, 9007199254740991) > $given.now AND serves2.retractedAt IS NULL AND area5.retractedAt IS NULL
  MATCH (position11)-[in:IN]->(role:Role)-[handles:HANDLES]->(theme:Theme)
  WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND role.retractedAt IS NULL AND handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme.retractedAt IS NULL AND serves2.theme = theme.code
  WITH position11, theme, covered, seats, collect(DISTINCT area5.id) AS at
  WITH reduce(found5 = [], entry IN reduce(found4 = [], seat3 IN [seat3 IN seats WHERE seat3.position = position11.id AND seat3.reach IN ['LOCAL']] | found4 + seat3.codes + seat3.themed) | found5 + CASE WHEN NOT entry CONTAINS ':' THEN [entry] WHEN entry ENDS WITH ':*' THEN [theme2 IN [theme.code] | split(entry, ':')[0] + ':' + theme2] WHEN split(entry, ':')[1] IN [theme.code] THEN [entry] ELSE [] END) AS gives, at
  RETURN collect({gives: gives, at: at}) AS localOffice2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position12
  MATCH (position12)-[at11:AT]->(unit10:Unit)
  WHERE at11.validFrom <= $given.now AND coalesce(at11.validTo, 9007199254740991) > $given.now AND at11.retractedAt IS NULL AND unit10.retractedAt IS NULL
  WITH position12, covered, seats, collect(DISTINCT unit10.id) AS at
  WITH reduce(found7 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position12.id AND seat4.reach IN ['LOCAL']] | found7 + seat4.codes + seat4.themed) AS gives, at
  RETURN collect({gives: gives, at: at}) AS followUpUnit
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position13
  MATCH (position13)-[at12:AT]->(unit12:Unit)
  WHERE at12.validFrom <= $given.now AND coalesce(at12.validTo, 9007199254740991) > $given.now AND at12.retractedAt IS NULL AND unit12.retractedAt IS NULL
  WITH DISTINCT position13, covered, seats
  WITH reduce(found9 = [], seat5 IN [seat5 IN seats WHERE seat5.position = position13.id AND seat5.reach IN ['NATIONAL']] | found9 + seat5.codes + seat5.themed) AS gives
  RETURN reduce(all = [], each IN collect(gives) | all + each) AS nationalRole
}
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case2
  MATCH (case2)-[concerns:CONCERNS {part: 'MAIN'}]->(subject12:Person)
  WHERE concerns.validFrom <= $given.now AND coalesce(concerns.validTo, 9007199254740991) > $given.now AND concerns.retractedAt IS NULL AND subject12.retractedAt IS NULL AND (case2.closedAt IS NULL OR case2.closedAt > $given.now)
  WITH case2, covered, seats, collect(DISTINCT subject12.id) AS at
  WITH *, COLLECT {
    MATCH (case2)-[in2:IN]->(theme3:Theme)
    WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme3.retractedAt IS NULL
    RETURN DISTINCT theme3.code
  } AS themes
  WITH reduce(found11 = [], entry2 IN reduce(found10 = [], seat6 IN seats | found10 + seat6.codes + seat6.themed) | found11 + CASE WHEN NOT entry2 CONTAINS ':' THEN [entry2] WHEN entry2 ENDS WITH ':*' THEN [theme4 IN themes | split(entry2, ':')[0] + ':' + theme4] WHEN split(entry2, ':')[1] IN themes THEN [entry2] ELSE [] END) AS gives, at
  RETURN collect({gives: gives, at: at}) AS assignedCase
}
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case3
  MATCH (case3)-[concerns2:CONCERNS {part: 'PARTY'}]->(subject13:Person)
  WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject13.retractedAt IS NULL AND (case3.closedAt IS NULL OR case3.closedAt > $given.now)
  WITH case3, covered, seats, collect(DISTINCT subject13.id) AS at
  WITH *, COLLECT {
    MATCH (case3)-[in3:IN]->(theme5:Theme)
    WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme5.retractedAt IS NULL
    RETURN DISTINCT theme5.code
  } AS themes2
  WITH reduce(found14 = [], entry3 IN reduce(found13 = [], seat7 IN seats | found13 + seat7.codes + seat7.themed) | found14 + CASE WHEN NOT entry3 CONTAINS ':' THEN [entry3] WHEN entry3 ENDS WITH ':*' THEN [theme6 IN themes2 | split(entry3, ':')[0] + ':' + theme6] WHEN split(entry3, ':')[1] IN themes2 THEN [entry3] ELSE [] END) AS gives, at
  RETURN collect({gives: gives, at: at}) AS assignedCaseParty
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position14
  MATCH (position14)-[at13:AT]->(unit13:Unit)
  WHERE at13.validFrom <= $given.now AND coalesce(at13.validTo, 9007199254740991) > $given.now AND at13.retractedAt IS NULL AND unit13.retractedAt IS NULL
  MATCH (viewer)<-[by:BY]-(override:Override)-[of:OF]->(subject14:Person)
  WHERE by.validFrom <= $given.now AND coalesce(by.validTo, 9007199254740991) > $given.now AND by.retractedAt IS NULL AND override.validFrom <= $given.now AND coalesce(override.validTo, 9007199254740991) > $given.now AND override.retractedAt IS NULL AND of.validFrom <= $given.now AND coalesce(of.validTo, 9007199254740991) > $given.now AND of.retractedAt IS NULL AND subject14.retractedAt IS NULL
  WITH position14, override, covered, seats, collect(DISTINCT subject14.id) AS at
  WITH reduce(found16 = [], seat8 IN [seat8 IN seats WHERE seat8.position = position14.id] | found16 + seat8.codes + seat8.themed) AS gives, at, coalesce(override.lifts, []) AS lifts
  RETURN collect({gives: gives, at: at, lifts: lifts}) AS override2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position15
  MATCH (position15)-[at14:AT]->(municipality:Municipality)
  WHERE at14.validFrom <= $given.now AND coalesce(at14.validTo, 9007199254740991) > $given.now AND at14.retractedAt IS NULL AND municipality.retractedAt IS NULL
  MATCH (position15)-[in4:IN]->(role2:Role)-[covers:COVERS]->(category:Category {code: 'CARD'})
  WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND role2.retractedAt IS NULL AND covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH position15, covered, seats, collect(DISTINCT municipality.id) AS at
  WITH reduce(found18 = [], seat9 IN [seat9 IN seats WHERE seat9.position = position15.id AND seat9.reach IN ['LOCAL']] | found18 + seat9.codes + seat9.themed) AS gives, at
  RETURN collect({gives: gives, at: at}) AS inhabitant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position16
  MATCH (position16)-[at15:AT]->(municipality3:Municipality)
  WHERE at15.validFrom <= $given.now AND coalesce(at15.validTo, 9007199254740991) > $given.now AND at15.retractedAt IS NULL AND municipality3.retractedAt IS NULL
  MATCH (position16)-[in5:IN]->(role3:Role)-[covers2:COVERS]->(category2:Category {code: 'CARD'})
  WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND role3.retractedAt IS NULL AND covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND category2.retractedAt IS NULL
  WITH position16, covered, seats, collect(DISTINCT municipality3.id) AS at
  WITH reduce(found20 = [], seat10 IN [seat10 IN seats WHERE seat10.position = position16.id AND seat10.reach IN ['LOCAL']] | found20 + seat10.codes + seat10.themed) AS gives, at
  RETURN collect({gives: gives, at: at}) AS inhabitant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position17
  MATCH (position17)-[at16:AT]->(arranger:Business)<-[arranged_by2:ARRANGED_BY]-(activity2:Activity)
  WHERE at16.validFrom <= $given.now AND coalesce(at16.validTo, 9007199254740991) > $given.now AND at16.retractedAt IS NULL AND arranger.retractedAt IS NULL AND arranged_by2.validFrom <= $given.now AND coalesce(arranged_by2.validTo, 9007199254740991) > $given.now AND arranged_by2.retractedAt IS NULL AND activity2.retractedAt IS NULL
  WITH position17, covered, seats, collect(DISTINCT activity2.id) AS at
  WITH reduce(found23 = [], entry5 IN [entry4 IN reduce(found22 = [], seat11 IN [seat11 IN seats WHERE seat11.position = position17.id AND seat11.reach IN ['LOCAL']] | found22 + seat11.codes + seat11.themed) WHERE split(entry4, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found23 + CASE WHEN NOT entry5 CONTAINS ':' THEN [entry5] WHEN entry5 ENDS WITH ':*' THEN [theme7 IN [] | split(entry5, ':')[0] + ':' + theme7] WHEN split(entry5, ':')[1] IN [] THEN [entry5] ELSE [] END) AS gives, at
  RETURN collect({gives: gives, at: at}) AS participant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position18
  MATCH (position18)-[at17:AT]->(arranger2:Business)<-[arranged_by3:ARRANGED_BY]-(activity4:Activity)
  WHERE at17.validFrom <= $given.now AND coalesce(at17.validTo, 9007199254740991) > $given.now AND at17.retractedAt IS NULL AND arranger2.retractedAt IS NULL AND arranged_by3.validFrom <= $given.now AND coalesce(arranged_by3.validTo, 9007199254740991) > $given.now AND arranged_by3.retractedAt IS NULL AND activity4.retractedAt IS NULL
  WITH position18, covered, seats, collect(DISTINCT activity4.id) AS at
  WITH reduce(found25 = [], seat12 IN [seat12 IN seats WHERE seat12.position = position18.id AND seat12.reach IN ['LOCAL']] | found25 + seat12.codes + seat12.themed) AS gives, at
  RETURN collect({gives: gives, at: at}) AS participant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position19
  MATCH (position19)-[at18:AT]->(organisation:Business|Municipality)
  WHERE at18.validFrom <= $given.now AND coalesce(at18.validTo, 9007199254740991) > $given.now AND at18.retractedAt IS NULL AND organisation.retractedAt IS NULL
  WITH position19, covered, seats, collect(DISTINCT organisation.id) AS at
  WITH reduce(found29 = [], seat13 IN [seat13 IN seats WHERE seat13.position = position19.id AND seat13.reach IN ['LOCAL']] | found29 + seat13.codes + seat13.themed) AS gives, at
  RETURN collect({gives: gives, at: at}) AS consent
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position20
  MATCH (position20)-[at19:AT]->(business:Business)
  WHERE at19.validFrom <= $given.now AND coalesce(at19.validTo, 9007199254740991) > $given.now AND at19.retractedAt IS NULL AND business.retractedAt IS NULL
  WITH position20, covered, seats, collect(DISTINCT business.id) AS at
  WITH reduce(found33 = [], seat14 IN [seat14 IN seats WHERE seat14.position = position20.id AND seat14.reach IN ['LOCAL']] | found33 + seat14.codes + seat14.themed) AS gives, at
  RETURN collect({gives: gives, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position27
  MATCH (position27)-[in10:IN]->(role5:Role {code: 'CASE_HISTORIAN'})
  WHERE in10.validFrom <= $given.now AND coalesce(in10.validTo, 9007199254740991) > $given.now AND in10.retractedAt IS NULL AND role5.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted5
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, staff: staff, protectionExcepted: protectionExcepted, shielded: shielded, excepted: excepted, sameOffice: sameOffice, guardianOfSubject: guardian, excepted2: excepted2, excepted3: excepted3, excepted4: excepted4, seats: seats, localOffice: localOffice, localOffice2: localOffice2, followUpUnit: followUpUnit, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, override2: override2, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent: consent, attachedPerson: attachedPerson, excepted5: excepted5} AS ctx
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Person {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS person2ById
  }
  UNWIND person2ById AS person2
  WITH * ORDER BY person2.id LIMIT 1
  WITH *, CASE WHEN person2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
    MATCH (person2)-[protected_as:PROTECTED_AS]->(protection:Protection)
    WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection.retractedAt IS NULL
    AND ((ctx.id <> person2.id AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection.id IN ctx.protectionExcepted)) OR (protection.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection.id IN ctx.protectionExcepted)))
    RETURN DISTINCT protection.code
  } + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (person2)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position5:Position)-[at4:AT]->(unit3:Unit)
    WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position5.retractedAt IS NULL AND coalesce(at4.validFrom <= $given.now, true) AND coalesce(at4.validTo > $given.now, true) AND at4.retractedAt IS NULL AND unit3.retractedAt IS NULL
    AND unit3.id IN ctx.sameOffice
  } THEN ['SAME_OFFICE'] ELSE [] END AS person2Codes
  WITH *, CASE WHEN person2.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (person2.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (person2)-[belongs_to:BELONGS_TO]->(area:Area {kind: 'COUNTRY'})
    WHERE coalesce(belongs_to.validFrom <= $given.now, true) AND coalesce(belongs_to.validTo > $given.now, true) AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL
    AND NOT ctx.excepted3
  } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (person2)-[belongs_to2:BELONGS_TO]->(area2:Area {kind: 'UNKNOWN'})
    WHERE coalesce(belongs_to2.validFrom <= $given.now, true) AND coalesce(belongs_to2.validTo > $given.now, true) AND belongs_to2.retractedAt IS NULL AND area2.retractedAt IS NULL
    AND NOT ctx.excepted4
  } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS person2Overridable
  WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
    MATCH (person2)-[belongs_to3:BELONGS_TO]->(area4:Area)
    WHERE belongs_to3.validFrom <= $given.now AND coalesce(belongs_to3.validTo, 9007199254740991) > $given.now AND belongs_to3.retractedAt IS NULL AND area4.retractedAt IS NULL
    RETURN DISTINCT area4.id
  } ELSE [] END AS area4s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
    MATCH (person2)-[belongs_to4:BELONGS_TO]->(area6:Area)
    WHERE belongs_to4.validFrom <= $given.now AND coalesce(belongs_to4.validTo, 9007199254740991) > $given.now AND belongs_to4.retractedAt IS NULL AND area6.retractedAt IS NULL
    RETURN DISTINCT area6.id
  } ELSE [] END AS area6s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
    MATCH (person2)-[followed_up_by:FOLLOWED_UP_BY]->(unit11:Unit)
    WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND unit11.retractedAt IS NULL
    RETURN DISTINCT unit11.id
  } ELSE [] END AS unit11s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
    MATCH (person2)-[belongs_to5:BELONGS_TO]->(area7:Area)-[part_of:PART_OF*0..1]->(area8:Area)<-[governs:GOVERNS]-(municipality2:Municipality)<-[kept_at:KEPT_AT|OWNED_BY]-(device:Device)-[lent_to:LENT_TO]->(person2)
    WHERE belongs_to5.validFrom <= $given.now AND coalesce(belongs_to5.validTo, 9007199254740991) > $given.now AND belongs_to5.retractedAt IS NULL AND area7.retractedAt IS NULL AND all(step4 IN part_of WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL) AND area8.retractedAt IS NULL AND governs.validFrom <= $given.now AND coalesce(governs.validTo, 9007199254740991) > $given.now AND governs.retractedAt IS NULL AND municipality2.retractedAt IS NULL AND kept_at.validFrom <= $given.now AND coalesce(kept_at.validTo, 9007199254740991) > $given.now AND kept_at.retractedAt IS NULL AND device.retractedAt IS NULL AND lent_to.validFrom <= $given.now AND coalesce(lent_to.validTo, 9007199254740991) > $given.now AND lent_to.retractedAt IS NULL
    RETURN DISTINCT municipality2.id
  } ELSE [] END AS municipality2s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
    MATCH (person2)-[belongs_to6:BELONGS_TO]->(area9:Area)-[part_of2:PART_OF*0..1]->(area10:Area)<-[governs2:GOVERNS]-(municipality4:Municipality)<-[arranged_by:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(person2)
    WHERE belongs_to6.validFrom <= $given.now AND coalesce(belongs_to6.validTo, 9007199254740991) > $given.now AND belongs_to6.retractedAt IS NULL AND area9.retractedAt IS NULL AND all(step5 IN part_of2 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL) AND area10.retractedAt IS NULL AND governs2.validFrom <= $given.now AND coalesce(governs2.validTo, 9007199254740991) > $given.now AND governs2.retractedAt IS NULL AND municipality4.retractedAt IS NULL AND arranged_by.validFrom <= $given.now AND coalesce(arranged_by.validTo, 9007199254740991) > $given.now AND arranged_by.retractedAt IS NULL AND activity.retractedAt IS NULL AND takes.validFrom <= $given.now AND coalesce(takes.validTo, 9007199254740991) > $given.now AND takes.retractedAt IS NULL
    AND (takes.answer IS NULL OR takes.answer <> 'NO')
    RETURN DISTINCT municipality4.id
  } ELSE [] END AS municipality4s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
    MATCH (person2)-[takes2:TAKES_PART_IN]->(activity3:Activity)
    WHERE takes2.validFrom <= $given.now AND coalesce(takes2.validTo, 9007199254740991) > $given.now AND takes2.retractedAt IS NULL AND activity3.retractedAt IS NULL
    AND (takes2.answer IS NULL OR takes2.answer <> 'NO')
    RETURN DISTINCT activity3.id
  } ELSE [] END AS activity3s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
    MATCH (person2)-[takes3:TAKES_PART_IN]->(activity5:Activity)-[part_of3:PART_OF]->(case4:Case)
    WHERE takes3.validFrom <= $given.now AND coalesce(takes3.validTo, 9007199254740991) > $given.now AND takes3.retractedAt IS NULL AND activity5.retractedAt IS NULL AND part_of3.validFrom <= $given.now AND coalesce(part_of3.validTo, 9007199254740991) > $given.now AND part_of3.retractedAt IS NULL AND case4.retractedAt IS NULL
    AND (takes3.answer IS NULL OR takes3.answer <> 'NO')
    WITH *, COLLECT {
      MATCH (case4)-[in6:IN]->(theme8:Theme)
      WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND theme8.retractedAt IS NULL
      RETURN DISTINCT theme8.code
    } AS themes3
    RETURN {at: activity5.id, gives: themes3, lifts: []}
  } ELSE [] END AS activity5s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
    MATCH (person2)<-[from2:FROM]-(consent2:Consent)-[to2:TO]->(organisation2:Business|Municipality)
    WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND consent2.validFrom <= $given.now AND coalesce(consent2.validTo, 9007199254740991) > $given.now AND consent2.retractedAt IS NULL AND consent2.withdrawnAt IS NULL AND to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND organisation2.retractedAt IS NULL
    MATCH (consent2)-[for:FOR]->(purpose2:Purpose)
    WHERE for.validFrom <= $given.now AND coalesce(for.validTo, 9007199254740991) > $given.now AND for.retractedAt IS NULL AND purpose2.retractedAt IS NULL
    AND purpose2.code = $given.purpose
    WITH *, COLLECT {
      MATCH (consent2)-[covers3:COVERS]->(category3:Category)
      WHERE covers3.retractedAt IS NULL AND category3.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL THEN category3.code ELSE '' END
    } AS named, COLLECT {
      MATCH (consent2)-[covers4:COVERS]->(theme10:Theme)
      WHERE covers4.retractedAt IS NULL AND theme10.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL THEN theme10.code ELSE '' END
    } AS themes4
    RETURN {at: organisation2.id, gives: reduce(found31 = [], code11 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found31 + CASE WHEN code11 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code11] + CASE WHEN code11 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme11 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme11 <> '' | code11 + ':' + theme11] ELSE [] END ELSE [] END), lifts: []}
  } ELSE [] END AS organisation2s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
    MATCH (person2)-[employed_by:EMPLOYED_BY]->(business2:Business)-[part_of4:PART_OF*0..2]->(business3:Business)
    WHERE employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business2.retractedAt IS NULL AND all(step6 IN part_of4 WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL) AND business3.retractedAt IS NULL
    RETURN DISTINCT business3.id
  } ELSE [] END AS business3s
  WITH *, reduce(found3 = [], row IN ctx.localOffice | CASE WHEN any(key IN area4s WHERE key IN row.at) THEN found3 + row.gives ELSE found3 END) + reduce(found6 = [], row2 IN ctx.localOffice2 | CASE WHEN any(key IN area6s WHERE key IN row2.at) THEN found6 + row2.gives ELSE found6 END) + reduce(found8 = [], row3 IN ctx.followUpUnit | CASE WHEN any(key IN unit11s WHERE key IN row3.at) THEN found8 + row3.gives ELSE found8 END) + ctx.nationalRole + reduce(found12 = [], row4 IN ctx.assignedCase | CASE WHEN person2.id IN row4.at THEN found12 + row4.gives ELSE found12 END) + reduce(found15 = [], row5 IN ctx.assignedCaseParty | CASE WHEN person2.id IN row5.at THEN found15 + row5.gives ELSE found15 END) + reduce(found17 = [], row6 IN ctx.override2 | CASE WHEN person2.id IN row6.at THEN found17 + row6.gives ELSE found17 END) + reduce(found19 = [], row7 IN ctx.inhabitant | CASE WHEN any(key IN municipality2s WHERE key IN row7.at) THEN found19 + row7.gives ELSE found19 END) + reduce(found21 = [], row8 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality4s WHERE key IN row8.at) THEN found21 + row8.gives ELSE found21 END) + reduce(found24 = [], row9 IN ctx.participant | CASE WHEN any(key IN activity3s WHERE key IN row9.at) THEN found24 + row9.gives ELSE found24 END) + reduce(found26 = [], row10 IN ctx.participant2 | reduce(found27 = found26, key2 IN activity5s | CASE WHEN key2.at IN row10.at THEN found27 + reduce(found28 = [], entry6 IN row10.gives | found28 + CASE WHEN NOT entry6 CONTAINS ':' THEN [entry6] WHEN entry6 ENDS WITH ':*' THEN [theme9 IN key2.gives | split(entry6, ':')[0] + ':' + theme9] WHEN split(entry6, ':')[1] IN key2.gives THEN [entry6] ELSE [] END) ELSE found27 END)) + reduce(found30 = [], row11 IN ctx.consent | reduce(found32 = found30, key3 IN organisation2s | CASE WHEN key3.at IN row11.at THEN found32 + [entry7 IN row11.gives WHERE entry7 IN key3.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key3.gives)] + [entry8 IN key3.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row11.gives] ELSE found32 END)) + reduce(found34 = [], row12 IN ctx.attachedPerson | CASE WHEN any(key IN business3s WHERE key IN row12.at) THEN found34 + row12.gives ELSE found34 END) AS person2Offered
  WITH *, CASE WHEN size(person2Codes) > 0 THEN [] ELSE CASE WHEN size(person2Overridable) > 0 THEN reduce(found35 = [], row13 IN ctx.assignedCaseParty | CASE WHEN person2.id IN row13.at THEN found35 + row13.gives ELSE found35 END) + reduce(found36 = [], row14 IN ctx.override2 | CASE WHEN person2.id IN row14.at AND none(code15 IN person2Overridable WHERE NOT code15 IN row14.lifts) THEN found36 + row14.gives ELSE found36 END) ELSE person2Offered END END AS person2Mask
  WITH *, COLLECT {
    MATCH (person2)-[protected:PROTECTED_AS]->(protection8:Protection)
    WHERE protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person2.id AND (protected.validFrom IS NULL OR protected.validFrom <= $given.now) AND (protected.validTo IS NULL OR protected.validTo > $given.now) AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection8.code
  } + COLLECT {
    MATCH (person2)-[held:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection9:Protection)
    WHERE protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person2.id AND (held.validFrom IS NULL OR held.validFrom <= $given.now) AND (held.validTo IS NULL OR held.validTo > $given.now) AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection9.code
  } + COLLECT {
    MATCH (person2)-[held2:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(sharer2:Person)-[protected3:PROTECTED_AS]->(protection10:Protection)
    WHERE protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person2.id AND (held2.validFrom IS NULL OR held2.validFrom <= $given.now) AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection10.code
  } AS person2Places
  WITH *, CASE WHEN person2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
    MATCH (person2)-[protected_as2:PROTECTED_AS]->(protection11:Protection)
    WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection11.retractedAt IS NULL
    AND ((ctx.id <> person2.id AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)) OR (protection11.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)))
    RETURN DISTINCT protection11.code
  } + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (person2)<-[is5:IS]-(employee2:Employee)-[holds4:HOLDS]->(position21:Position)-[at20:AT]->(unit14:Unit)
    WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position21.retractedAt IS NULL AND coalesce(at20.validFrom <= $given.now, true) AND coalesce(at20.validTo > $given.now, true) AND at20.retractedAt IS NULL AND unit14.retractedAt IS NULL
    AND unit14.id IN ctx.sameOffice
  } THEN ['SAME_OFFICE'] ELSE [] END AS codes2
  WITH *, CASE WHEN person2.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (person2.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (person2)-[belongs_to7:BELONGS_TO]->(area11:Area {kind: 'COUNTRY'})
    WHERE coalesce(belongs_to7.validFrom <= $given.now, true) AND coalesce(belongs_to7.validTo > $given.now, true) AND belongs_to7.retractedAt IS NULL AND area11.retractedAt IS NULL
    AND NOT ctx.excepted3
  } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (person2)-[belongs_to8:BELONGS_TO]->(area12:Area {kind: 'UNKNOWN'})
    WHERE coalesce(belongs_to8.validFrom <= $given.now, true) AND coalesce(belongs_to8.validTo > $given.now, true) AND belongs_to8.retractedAt IS NULL AND area12.retractedAt IS NULL
    AND NOT ctx.excepted4
  } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS codes3
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer2:Employee {ident: $given.viewer})
    MATCH (viewer2)-[holds5:HOLDS]->(position22:Position)-[at21:AT]->(unit15:Unit)-[serves3:SERVES]->(area13:Area)<-[belongs_to9:BELONGS_TO]-(person2)
    WHERE holds5.validFrom <= $given.now AND coalesce(holds5.validTo, 9007199254740991) > $given.now AND holds5.retractedAt IS NULL AND position22.retractedAt IS NULL AND at21.validFrom <= $given.now AND coalesce(at21.validTo, 9007199254740991) > $given.now AND at21.retractedAt IS NULL AND unit15.retractedAt IS NULL AND serves3.validFrom <= $given.now AND coalesce(serves3.validTo, 9007199254740991) > $given.now AND serves3.retractedAt IS NULL AND area13.retractedAt IS NULL AND belongs_to9.validFrom <= $given.now AND coalesce(belongs_to9.validTo, 9007199254740991) > $given.now AND belongs_to9.retractedAt IS NULL
    WITH * WHERE serves3.theme IS NULL
    RETURN collect({rule: 'employee.local-office', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)-[serves:SERVES]->(area:Area)<-[:BELONGS_TO]-(subject:Person)', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found37 = [], seat15 IN [seat15 IN ctx.seats WHERE seat15.position = position22.id AND seat15.reach IN ['LOCAL']] | found37 + seat15.codes + seat15.themed) ELSE [] END, words: {area_name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area13.name END, unit_name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN unit15.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN position22.id END, name: null}, {relationship: 'AT', label: 'Unit', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN unit15.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN unit15.name END}, {relationship: 'SERVES', label: 'Area', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area13.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area13.name END}, {relationship: 'BELONGS_TO', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN holds5.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN at21.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN serves3.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN belongs_to9.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer3:Employee {ident: $given.viewer})
    MATCH (viewer3)-[holds6:HOLDS]->(position23:Position)-[at22:AT]->(unit16:Unit)-[serves4:SERVES]->(area14:Area)<-[belongs_to10:BELONGS_TO]-(person2)
    WHERE holds6.validFrom <= $given.now AND coalesce(holds6.validTo, 9007199254740991) > $given.now AND holds6.retractedAt IS NULL AND position23.retractedAt IS NULL AND at22.validFrom <= $given.now AND coalesce(at22.validTo, 9007199254740991) > $given.now AND at22.retractedAt IS NULL AND unit16.retractedAt IS NULL AND serves4.validFrom <= $given.now AND coalesce(serves4.validTo, 9007199254740991) > $given.now AND serves4.retractedAt IS NULL AND area14.retractedAt IS NULL AND belongs_to10.validFrom <= $given.now AND coalesce(belongs_to10.validTo, 9007199254740991) > $given.now AND belongs_to10.retractedAt IS NULL
    MATCH (position23)-[in7:IN]->(role4:Role)-[handles2:HANDLES]->(theme12:Theme)
    WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND role4.retractedAt IS NULL AND handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme12.retractedAt IS NULL
    WITH * WHERE serves4.theme = theme12.code
    RETURN collect({rule: 'employee.local-office', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)-[serves:SERVES]->(area:Area)<-[:BELONGS_TO]-(subject:Person), (position)-[:IN]->(:Role)-[:HANDLES]->(theme:Theme)', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found39 = [], entry9 IN reduce(found38 = [], seat16 IN [seat16 IN ctx.seats WHERE seat16.position = position23.id AND seat16.reach IN ['LOCAL']] | found38 + seat16.codes + seat16.themed) | found39 + CASE WHEN NOT entry9 CONTAINS ':' THEN [entry9] WHEN entry9 ENDS WITH ':*' THEN [theme13 IN [theme12.code] | split(entry9, ':')[0] + ':' + theme13] WHEN split(entry9, ':')[1] IN [theme12.code] THEN [entry9] ELSE [] END) ELSE [] END, words: {area_name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area14.name END, unit_name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN unit16.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN position23.id END, name: null}, {relationship: 'AT', label: 'Unit', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN unit16.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN unit16.name END}, {relationship: 'SERVES', label: 'Area', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area14.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area14.name END}, {relationship: 'BELONGS_TO', label: 'Person', id: person2.id, name: null}, {relationship: 'IN', label: 'Role', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN role4.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN role4.name END}, {relationship: 'HANDLES', label: 'Theme', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN theme12.id END, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN holds6.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN at22.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN serves4.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN belongs_to10.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN in7.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN handles2.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons2
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer4:Employee {ident: $given.viewer})
    MATCH (viewer4)-[holds7:HOLDS]->(position24:Position)-[at23:AT]->(unit17:Unit)<-[followed_up_by2:FOLLOWED_UP_BY]-(person2)
    WHERE holds7.validFrom <= $given.now AND coalesce(holds7.validTo, 9007199254740991) > $given.now AND holds7.retractedAt IS NULL AND position24.retractedAt IS NULL AND at23.validFrom <= $given.now AND coalesce(at23.validTo, 9007199254740991) > $given.now AND at23.retractedAt IS NULL AND unit17.retractedAt IS NULL AND followed_up_by2.validFrom <= $given.now AND coalesce(followed_up_by2.validTo, 9007199254740991) > $given.now AND followed_up_by2.retractedAt IS NULL
    RETURN collect({rule: 'employee.follow-up-unit', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)<-[:FOLLOWED_UP_BY]-(subject:Person)', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found40 = [], seat17 IN [seat17 IN ctx.seats WHERE seat17.position = position24.id AND seat17.reach IN ['LOCAL']] | found40 + seat17.codes + seat17.themed) ELSE [] END, words: {unit_name: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN unit17.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN position24.id END, name: null}, {relationship: 'AT', label: 'Unit', id: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN unit17.id END, name: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN unit17.name END}, {relationship: 'FOLLOWED_UP_BY', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN holds7.validTo END, CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN at23.validTo END, CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN followed_up_by2.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons3
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer5:Employee {ident: $given.viewer})
    MATCH (viewer5)-[holds8:HOLDS]->(position25:Position)-[at24:AT]->(unit18:Unit)
    WHERE holds8.validFrom <= $given.now AND coalesce(holds8.validTo, 9007199254740991) > $given.now AND holds8.retractedAt IS NULL AND position25.retractedAt IS NULL AND at24.validFrom <= $given.now AND coalesce(at24.validTo, 9007199254740991) > $given.now AND at24.retractedAt IS NULL AND unit18.retractedAt IS NULL
    RETURN collect({rule: 'employee.national-role', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit), (subject:Person)', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found41 = [], seat18 IN [seat18 IN ctx.seats WHERE seat18.position = position25.id AND seat18.reach IN ['NATIONAL']] | found41 + seat18.codes + seat18.themed) ELSE [] END, words: {unit_name: unit18.name}, path: [{relationship: 'HOLDS', label: 'Position', id: position25.id, name: null}, {relationship: 'AT', label: 'Unit', id: unit18.id, name: unit18.name}], validTo: reduce(least = null, each IN [end IN [holds8.validTo, at24.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons4
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer6:Employee {ident: $given.viewer})
    MATCH (viewer6)-[assigned_to2:ASSIGNED_TO]->(case5:Case)-[concerns3:CONCERNS {part: 'MAIN'}]->(person2)
    WHERE assigned_to2.validFrom <= $given.now AND coalesce(assigned_to2.validTo, 9007199254740991) > $given.now AND assigned_to2.retractedAt IS NULL AND case5.retractedAt IS NULL AND concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL
    WITH * WHERE (case5.closedAt IS NULL OR case5.closedAt > $given.now)
    WITH *, COLLECT {
      MATCH (case5)-[in8:IN]->(theme14:Theme)
      WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND theme14.retractedAt IS NULL
      RETURN DISTINCT theme14.code
    } AS themes5
    RETURN collect({rule: 'employee.assigned-case', path_of: '(viewer:Employee)-[:ASSIGNED_TO]->(case:Case)-[:CONCERNS {part: \'MAIN\'}]->(subject:Person)', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found43 = [], entry10 IN reduce(found42 = [], seat19 IN ctx.seats | found42 + seat19.codes + seat19.themed) | found43 + CASE WHEN NOT entry10 CONTAINS ':' THEN [entry10] WHEN entry10 ENDS WITH ':*' THEN [theme15 IN themes5 | split(entry10, ':')[0] + ':' + theme15] WHEN split(entry10, ':')[1] IN themes5 THEN [entry10] ELSE [] END) ELSE [] END, words: {case_title: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case5)-[in9:IN]->(theme16:Theme)
      WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme16.retractedAt IS NULL
      RETURN {code: theme16.code}
    }) > 0 AND all(theme17 IN COLLECT {
      MATCH (case5)-[in9:IN]->(theme16:Theme)
      WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme16.retractedAt IS NULL
      RETURN {code: theme16.code}
    } WHERE 'CASES:' + theme17.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case5)-[concerns4:CONCERNS]->(party:Person)
      WHERE coalesce(concerns4.validFrom <= $given.now, true) AND coalesce(concerns4.validTo > $given.now, true) AND concerns4.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH CASE WHEN party.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party)-[protected_as3:PROTECTED_AS]->(protection12:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection12.retractedAt IS NULL
        AND ((ctx.id <> party.id AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)) OR (protection12.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection12.code
      } + CASE WHEN ctx.id <> party.id AND party.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party)<-[is6:IS]-(employee3:Employee)-[holds9:HOLDS]->(position26:Position)-[at25:AT]->(unit19:Unit)
        WHERE coalesce(is6.validFrom <= $given.now, true) AND coalesce(is6.validTo > $given.now, true) AND is6.retractedAt IS NULL AND employee3.retractedAt IS NULL AND coalesce(holds9.validFrom <= $given.now, true) AND coalesce(holds9.validTo > $given.now, true) AND holds9.retractedAt IS NULL AND position26.retractedAt IS NULL AND coalesce(at25.validFrom <= $given.now, true) AND coalesce(at25.validTo > $given.now, true) AND at25.retractedAt IS NULL AND unit19.retractedAt IS NULL
        AND unit19.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case5.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN case5.title END}, path: [{relationship: 'ASSIGNED_TO', label: 'Case', id: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case5)-[in11:IN]->(theme18:Theme)
      WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND theme18.retractedAt IS NULL
      RETURN {code: theme18.code}
    }) > 0 AND all(theme19 IN COLLECT {
      MATCH (case5)-[in11:IN]->(theme18:Theme)
      WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND theme18.retractedAt IS NULL
      RETURN {code: theme18.code}
    } WHERE 'CASES:' + theme19.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case5)-[concerns5:CONCERNS]->(party2:Person)
      WHERE coalesce(concerns5.validFrom <= $given.now, true) AND coalesce(concerns5.validTo > $given.now, true) AND concerns5.retractedAt IS NULL AND party2.retractedAt IS NULL
      WITH CASE WHEN party2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party2)-[protected_as4:PROTECTED_AS]->(protection13:Protection)
        WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection13.retractedAt IS NULL
        AND ((ctx.id <> party2.id AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)) OR (protection13.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection13.code
      } + CASE WHEN ctx.id <> party2.id AND party2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party2)<-[is7:IS]-(employee4:Employee)-[holds10:HOLDS]->(position28:Position)-[at26:AT]->(unit20:Unit)
        WHERE coalesce(is7.validFrom <= $given.now, true) AND coalesce(is7.validTo > $given.now, true) AND is7.retractedAt IS NULL AND employee4.retractedAt IS NULL AND coalesce(holds10.validFrom <= $given.now, true) AND coalesce(holds10.validTo > $given.now, true) AND holds10.retractedAt IS NULL AND position28.retractedAt IS NULL AND coalesce(at26.validFrom <= $given.now, true) AND coalesce(at26.validTo > $given.now, true) AND at26.retractedAt IS NULL AND unit20.retractedAt IS NULL
        AND unit20.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party2Codes
      WHERE size(party2Codes) > 0
      RETURN party2Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case5.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN case5.id END, name: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case5)-[in12:IN]->(theme20:Theme)
      WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND theme20.retractedAt IS NULL
      RETURN {code: theme20.code}
    }) > 0 AND all(theme21 IN COLLECT {
      MATCH (case5)-[in12:IN]->(theme20:Theme)
      WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND theme20.retractedAt IS NULL
      RETURN {code: theme20.code}
    } WHERE 'CASES:' + theme21.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case5)-[concerns6:CONCERNS]->(party3:Person)
      WHERE coalesce(concerns6.validFrom <= $given.now, true) AND coalesce(concerns6.validTo > $given.now, true) AND concerns6.retractedAt IS NULL AND party3.retractedAt IS NULL
      WITH CASE WHEN party3.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party3)-[protected_as5:PROTECTED_AS]->(protection14:Protection)
        WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection14.retractedAt IS NULL
        AND ((ctx.id <> party3.id AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)) OR (protection14.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection14.code
      } + CASE WHEN ctx.id <> party3.id AND party3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party3)<-[is8:IS]-(employee5:Employee)-[holds11:HOLDS]->(position29:Position)-[at27:AT]->(unit21:Unit)
        WHERE coalesce(is8.validFrom <= $given.now, true) AND coalesce(is8.validTo > $given.now, true) AND is8.retractedAt IS NULL AND employee5.retractedAt IS NULL AND coalesce(holds11.validFrom <= $given.now, true) AND coalesce(holds11.validTo > $given.now, true) AND holds11.retractedAt IS NULL AND position29.retractedAt IS NULL AND coalesce(at27.validFrom <= $given.now, true) AND coalesce(at27.validTo > $given.now, true) AND at27.retractedAt IS NULL AND unit21.retractedAt IS NULL
        AND unit21.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party3Codes
      WHERE size(party3Codes) > 0
      RETURN party3Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case5.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN case5.title END}, {relationship: 'CONCERNS', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case5)-[in13:IN]->(theme22:Theme)
      WHERE in13.validFrom <= $given.now AND coalesce(in13.validTo, 9007199254740991) > $given.now AND in13.retractedAt IS NULL AND theme22.retractedAt IS NULL
      RETURN {code: theme22.code}
    }) > 0 AND all(theme23 IN COLLECT {
      MATCH (case5)-[in13:IN]->(theme22:Theme)
      WHERE in13.validFrom <= $given.now AND coalesce(in13.validTo, 9007199254740991) > $given.now AND in13.retractedAt IS NULL AND theme22.retractedAt IS NULL
      RETURN {code: theme22.code}
    } WHERE 'CASES:' + theme23.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case5)-[concerns7:CONCERNS]->(party4:Person)
      WHERE coalesce(concerns7.validFrom <= $given.now, true) AND coalesce(concerns7.validTo > $given.now, true) AND concerns7.retractedAt IS NULL AND party4.retractedAt IS NULL
      WITH CASE WHEN party4.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party4)-[protected_as6:PROTECTED_AS]->(protection15:Protection)
        WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection15.retractedAt IS NULL
        AND ((ctx.id <> party4.id AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)) OR (protection15.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection15.code
      } + CASE WHEN ctx.id <> party4.id AND party4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party4)<-[is9:IS]-(employee6:Employee)-[holds12:HOLDS]->(position30:Position)-[at28:AT]->(unit22:Unit)
        WHERE coalesce(is9.validFrom <= $given.now, true) AND coalesce(is9.validTo > $given.now, true) AND is9.retractedAt IS NULL AND employee6.retractedAt IS NULL AND coalesce(holds12.validFrom <= $given.now, true) AND coalesce(holds12.validTo > $given.now, true) AND holds12.retractedAt IS NULL AND position30.retractedAt IS NULL AND coalesce(at28.validFrom <= $given.now, true) AND coalesce(at28.validTo > $given.now, true) AND at28.retractedAt IS NULL AND unit22.retractedAt IS NULL
        AND unit22.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party4Codes
      WHERE size(party4Codes) > 0
      RETURN party4Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case5.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN assigned_to2.validTo END, concerns3.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons5
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer7:Employee {ident: $given.viewer})
    MATCH (viewer7)-[assigned_to3:ASSIGNED_TO]->(case6:Case)-[concerns8:CONCERNS {part: 'PARTY'}]->(person2)
    WHERE assigned_to3.validFrom <= $given.now AND coalesce(assigned_to3.validTo, 9007199254740991) > $given.now AND assigned_to3.retractedAt IS NULL AND case6.retractedAt IS NULL AND concerns8.validFrom <= $given.now AND coalesce(concerns8.validTo, 9007199254740991) > $given.now AND concerns8.retractedAt IS NULL
    WITH * WHERE (case6.closedAt IS NULL OR case6.closedAt > $given.now)
    WITH *, COLLECT {
      MATCH (case6)-[in14:IN]->(theme24:Theme)
      WHERE in14.validFrom <= $given.now AND coalesce(in14.validTo, 9007199254740991) > $given.now AND in14.retractedAt IS NULL AND theme24.retractedAt IS NULL
      RETURN DISTINCT theme24.code
    } AS themes6
    RETURN collect({rule: 'employee.assigned-case-party', path_of: '(viewer:Employee)-[:ASSIGNED_TO]->(case:Case)-[:CONCERNS {part: \'PARTY\'}]->(subject:Person)', gives: CASE WHEN size(codes2) = 0 THEN reduce(found45 = [], entry11 IN reduce(found44 = [], seat20 IN ctx.seats | found44 + seat20.codes + seat20.themed) | found45 + CASE WHEN NOT entry11 CONTAINS ':' THEN [entry11] WHEN entry11 ENDS WITH ':*' THEN [theme25 IN themes6 | split(entry11, ':')[0] + ':' + theme25] WHEN split(entry11, ':')[1] IN themes6 THEN [entry11] ELSE [] END) ELSE [] END, words: {case_title: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case6)-[in15:IN]->(theme26:Theme)
      WHERE in15.validFrom <= $given.now AND coalesce(in15.validTo, 9007199254740991) > $given.now AND in15.retractedAt IS NULL AND theme26.retractedAt IS NULL
      RETURN {code: theme26.code}
    }) > 0 AND all(theme27 IN COLLECT {
      MATCH (case6)-[in15:IN]->(theme26:Theme)
      WHERE in15.validFrom <= $given.now AND coalesce(in15.validTo, 9007199254740991) > $given.now AND in15.retractedAt IS NULL AND theme26.retractedAt IS NULL
      RETURN {code: theme26.code}
    } WHERE 'CASES:' + theme27.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case6)-[concerns9:CONCERNS]->(party5:Person)
      WHERE coalesce(concerns9.validFrom <= $given.now, true) AND coalesce(concerns9.validTo > $given.now, true) AND concerns9.retractedAt IS NULL AND party5.retractedAt IS NULL
      WITH CASE WHEN party5.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party5)-[protected_as7:PROTECTED_AS]->(protection16:Protection)
        WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection16.retractedAt IS NULL
        AND ((ctx.id <> party5.id AND protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)) OR (protection16.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection16.code
      } + CASE WHEN ctx.id <> party5.id AND party5.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party5)<-[is10:IS]-(employee7:Employee)-[holds13:HOLDS]->(position31:Position)-[at29:AT]->(unit23:Unit)
        WHERE coalesce(is10.validFrom <= $given.now, true) AND coalesce(is10.validTo > $given.now, true) AND is10.retractedAt IS NULL AND employee7.retractedAt IS NULL AND coalesce(holds13.validFrom <= $given.now, true) AND coalesce(holds13.validTo > $given.now, true) AND holds13.retractedAt IS NULL AND position31.retractedAt IS NULL AND coalesce(at29.validFrom <= $given.now, true) AND coalesce(at29.validTo > $given.now, true) AND at29.retractedAt IS NULL AND unit23.retractedAt IS NULL
        AND unit23.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party5Codes
      WHERE size(party5Codes) > 0
      RETURN party5Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case6.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN case6.title END}, path: [{relationship: 'ASSIGNED_TO', label: 'Case', id: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case6)-[in16:IN]->(theme28:Theme)
      WHERE in16.validFrom <= $given.now AND coalesce(in16.validTo, 9007199254740991) > $given.now AND in16.retractedAt IS NULL AND theme28.retractedAt IS NULL
      RETURN {code: theme28.code}
    }) > 0 AND all(theme29 IN COLLECT {
      MATCH (case6)-[in16:IN]->(theme28:Theme)
      WHERE in16.validFrom <= $given.now AND coalesce(in16.validTo, 9007199254740991) > $given.now AND in16.retractedAt IS NULL AND theme28.retractedAt IS NULL
      RETURN {code: theme28.code}
    } WHERE 'CASES:' + theme29.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case6)-[concerns10:CONCERNS]->(party6:Person)
      WHERE coalesce(concerns10.validFrom <= $given.now, true) AND coalesce(concerns10.validTo > $given.now, true) AND concerns10.retractedAt IS NULL AND party6.retractedAt IS NULL
      WITH CASE WHEN party6.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party6)-[protected_as8:PROTECTED_AS]->(protection17:Protection)
        WHERE coalesce(protected_as8.validFrom <= $given.now, true) AND coalesce(protected_as8.validTo > $given.now, true) AND protected_as8.retractedAt IS NULL AND protection17.retractedAt IS NULL
        AND ((ctx.id <> party6.id AND protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection17.id IN ctx.protectionExcepted)) OR (protection17.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection17.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection17.code
      } + CASE WHEN ctx.id <> party6.id AND party6.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party6)<-[is11:IS]-(employee8:Employee)-[holds14:HOLDS]->(position32:Position)-[at30:AT]->(unit24:Unit)
        WHERE coalesce(is11.validFrom <= $given.now, true) AND coalesce(is11.validTo > $given.now, true) AND is11.retractedAt IS NULL AND employee8.retractedAt IS NULL AND coalesce(holds14.validFrom <= $given.now, true) AND coalesce(holds14.validTo > $given.now, true) AND holds14.retractedAt IS NULL AND position32.retractedAt IS NULL AND coalesce(at30.validFrom <= $given.now, true) AND coalesce(at30.validTo > $given.now, true) AND at30.retractedAt IS NULL AND unit24.retractedAt IS NULL
        AND unit24.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party6Codes
      WHERE size(party6Codes) > 0
      RETURN party6Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case6.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN case6.id END, name: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case6)-[in17:IN]->(theme30:Theme)
      WHERE in17.validFrom <= $given.now AND coalesce(in17.validTo, 9007199254740991) > $given.now AND in17.retractedAt IS NULL AND theme30.retractedAt IS NULL
      RETURN {code: theme30.code}
    }) > 0 AND all(theme31 IN COLLECT {
      MATCH (case6)-[in17:IN]->(theme30:Theme)
      WHERE in17.validFrom <= $given.now AND coalesce(in17.validTo, 9007199254740991) > $given.now AND in17.retractedAt IS NULL AND theme30.retractedAt IS NULL
      RETURN {code: theme30.code}
    } WHERE 'CASES:' + theme31.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case6)-[concerns11:CONCERNS]->(party7:Person)
      WHERE coalesce(concerns11.validFrom <= $given.now, true) AND coalesce(concerns11.validTo > $given.now, true) AND concerns11.retractedAt IS NULL AND party7.retractedAt IS NULL
      WITH CASE WHEN party7.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party7)-[protected_as9:PROTECTED_AS]->(protection18:Protection)
        WHERE coalesce(protected_as9.validFrom <= $given.now, true) AND coalesce(protected_as9.validTo > $given.now, true) AND protected_as9.retractedAt IS NULL AND protection18.retractedAt IS NULL
        AND ((ctx.id <> party7.id AND protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection18.id IN ctx.protectionExcepted)) OR (protection18.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection18.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection18.code
      } + CASE WHEN ctx.id <> party7.id AND party7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party7)<-[is12:IS]-(employee9:Employee)-[holds15:HOLDS]->(position33:Position)-[at31:AT]->(unit25:Unit)
        WHERE coalesce(is12.validFrom <= $given.now, true) AND coalesce(is12.validTo > $given.now, true) AND is12.retractedAt IS NULL AND employee9.retractedAt IS NULL AND coalesce(holds15.validFrom <= $given.now, true) AND coalesce(holds15.validTo > $given.now, true) AND holds15.retractedAt IS NULL AND position33.retractedAt IS NULL AND coalesce(at31.validFrom <= $given.now, true) AND coalesce(at31.validTo > $given.now, true) AND at31.retractedAt IS NULL AND unit25.retractedAt IS NULL
        AND unit25.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party7Codes
      WHERE size(party7Codes) > 0
      RETURN party7Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case6.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN case6.title END}, {relationship: 'CONCERNS', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case6)-[in18:IN]->(theme32:Theme)
      WHERE in18.validFrom <= $given.now AND coalesce(in18.validTo, 9007199254740991) > $given.now AND in18.retractedAt IS NULL AND theme32.retractedAt IS NULL
      RETURN {code: theme32.code}
    }) > 0 AND all(theme33 IN COLLECT {
      MATCH (case6)-[in18:IN]->(theme32:Theme)
      WHERE in18.validFrom <= $given.now AND coalesce(in18.validTo, 9007199254740991) > $given.now AND in18.retractedAt IS NULL AND theme32.retractedAt IS NULL
      RETURN {code: theme32.code}
    } WHERE 'CASES:' + theme33.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case6)-[concerns12:CONCERNS]->(party8:Person)
      WHERE coalesce(concerns12.validFrom <= $given.now, true) AND coalesce(concerns12.validTo > $given.now, true) AND concerns12.retractedAt IS NULL AND party8.retractedAt IS NULL
      WITH CASE WHEN party8.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party8)-[protected_as10:PROTECTED_AS]->(protection19:Protection)
        WHERE coalesce(protected_as10.validFrom <= $given.now, true) AND coalesce(protected_as10.validTo > $given.now, true) AND protected_as10.retractedAt IS NULL AND protection19.retractedAt IS NULL
        AND ((ctx.id <> party8.id AND protection19.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection19.id IN ctx.protectionExcepted)) OR (protection19.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection19.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection19.code
      } + CASE WHEN ctx.id <> party8.id AND party8.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party8)<-[is13:IS]-(employee10:Employee)-[holds16:HOLDS]->(position34:Position)-[at32:AT]->(unit26:Unit)
        WHERE coalesce(is13.validFrom <= $given.now, true) AND coalesce(is13.validTo > $given.now, true) AND is13.retractedAt IS NULL AND employee10.retractedAt IS NULL AND coalesce(holds16.validFrom <= $given.now, true) AND coalesce(holds16.validTo > $given.now, true) AND holds16.retractedAt IS NULL AND position34.retractedAt IS NULL AND coalesce(at32.validFrom <= $given.now, true) AND coalesce(at32.validTo > $given.now, true) AND at32.retractedAt IS NULL AND unit26.retractedAt IS NULL
        AND unit26.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party8Codes
      WHERE size(party8Codes) > 0
      RETURN party8Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case6.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN assigned_to3.validTo END, concerns8.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons6
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer8:Employee {ident: $given.viewer})
    MATCH (viewer8)-[holds17:HOLDS]->(position35:Position)-[at33:AT]->(unit27:Unit)
    WHERE holds17.validFrom <= $given.now AND coalesce(holds17.validTo, 9007199254740991) > $given.now AND holds17.retractedAt IS NULL AND position35.retractedAt IS NULL AND at33.validFrom <= $given.now AND coalesce(at33.validTo, 9007199254740991) > $given.now AND at33.retractedAt IS NULL AND unit27.retractedAt IS NULL
    MATCH (viewer8)<-[by2:BY]-(override3:Override)-[of2:OF]->(person2)
    WHERE by2.validFrom <= $given.now AND coalesce(by2.validTo, 9007199254740991) > $given.now AND by2.retractedAt IS NULL AND override3.validFrom <= $given.now AND coalesce(override3.validTo, 9007199254740991) > $given.now AND override3.retractedAt IS NULL AND of2.validFrom <= $given.now AND coalesce(of2.validTo, 9007199254740991) > $given.now AND of2.retractedAt IS NULL
    RETURN collect({rule: 'employee.override', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit), (viewer)<-[:BY]-(override:Override)-[:OF]->(subject:Person)', gives: CASE WHEN size(codes2) = 0 AND none(code28 IN codes3 WHERE NOT code28 IN coalesce(override3.lifts, [])) THEN reduce(found46 = [], seat21 IN [seat21 IN ctx.seats WHERE seat21.position = position35.id] | found46 + seat21.codes + seat21.themed) ELSE [] END, words: {}, path: [{relationship: 'HOLDS', label: 'Position', id: position35.id, name: null}, {relationship: 'AT', label: 'Unit', id: unit27.id, name: unit27.name}, {relationship: 'BY', label: 'Override', id: override3.id, name: null}, {relationship: 'OF', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [holds17.validTo, at33.validTo, by2.validTo, of2.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons7
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer9:Employee {ident: $given.viewer})
    MATCH (viewer9)-[holds18:HOLDS]->(position36:Position)-[at34:AT]->(municipality5:Municipality)-[governs3:GOVERNS]->(area15:Area)<-[part_of5:PART_OF*0..1]-(area16:Area)<-[belongs_to11:BELONGS_TO]-(person2)
    WHERE holds18.validFrom <= $given.now AND coalesce(holds18.validTo, 9007199254740991) > $given.now AND holds18.retractedAt IS NULL AND position36.retractedAt IS NULL AND at34.validFrom <= $given.now AND coalesce(at34.validTo, 9007199254740991) > $given.now AND at34.retractedAt IS NULL AND municipality5.retractedAt IS NULL AND governs3.validFrom <= $given.now AND coalesce(governs3.validTo, 9007199254740991) > $given.now AND governs3.retractedAt IS NULL AND area15.retractedAt IS NULL AND all(step7 IN part_of5 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL) AND area16.retractedAt IS NULL AND belongs_to11.validFrom <= $given.now AND coalesce(belongs_to11.validTo, 9007199254740991) > $given.now AND belongs_to11.retractedAt IS NULL
    MATCH (person2)<-[lent_to2:LENT_TO]-(device2:Device)-[kept_at2:KEPT_AT|OWNED_BY]->(municipality5)
    WHERE lent_to2.validFrom <= $given.now AND coalesce(lent_to2.validTo, 9007199254740991) > $given.now AND lent_to2.retractedAt IS NULL AND device2.retractedAt IS NULL AND kept_at2.validFrom <= $given.now AND coalesce(kept_at2.validTo, 9007199254740991) > $given.now AND kept_at2.retractedAt IS NULL
    MATCH (position36)-[in19:IN]->(role6:Role)-[covers5:COVERS]->(category4:Category {code: 'CARD'})
    WHERE in19.validFrom <= $given.now AND coalesce(in19.validTo, 9007199254740991) > $given.now AND in19.retractedAt IS NULL AND role6.retractedAt IS NULL AND covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND category4.retractedAt IS NULL
    RETURN collect({rule: 'municipality.inhabitant', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(municipality:Municipality)-[:GOVERNS]->(:Area)<-[:PART_OF*0..1]-(:Area)<-[:BELONGS_TO]-(subject:Person)<-[:LENT_TO]-(:Device)-[:KEPT_AT|OWNED_BY]->(municipality), (position)-[:IN]->(:Role)-[:COVERS]->(:Category {code: \'CARD\'})', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found47 = [], seat22 IN [seat22 IN ctx.seats WHERE seat22.position = position36.id AND seat22.reach IN ['LOCAL']] | found47 + seat22.codes + seat22.themed) ELSE [] END, words: {municipality_name: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN municipality5.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN position36.id END, name: null}, {relationship: 'AT', label: 'Municipality', id: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN municipality5.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN municipality5.name END}, {relationship: 'GOVERNS', label: 'Area', id: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN area15.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN area15.name END}, {relationship: 'PART_OF', label: 'Area', id: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN area16.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN area16.name END}, {relationship: 'BELONGS_TO', label: 'Person', id: person2.id, name: null}, {relationship: 'LENT_TO', label: 'Device', id: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('DEVICES:*' IN person2Mask OR (size([]) > 0 AND all(theme34 IN [] WHERE 'DEVICES:' + theme34.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (device2)-[lent_to3:LENT_TO]->(party9:Person)
      WHERE coalesce(lent_to3.validFrom <= $given.now, true) AND coalesce(lent_to3.validTo > $given.now, true) AND lent_to3.retractedAt IS NULL AND party9.retractedAt IS NULL
      WITH CASE WHEN party9.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party9)-[protected_as11:PROTECTED_AS]->(protection20:Protection)
        WHERE coalesce(protected_as11.validFrom <= $given.now, true) AND coalesce(protected_as11.validTo > $given.now, true) AND protected_as11.retractedAt IS NULL AND protection20.retractedAt IS NULL
        AND ((ctx.id <> party9.id AND protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection20.id IN ctx.protectionExcepted)) OR (protection20.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection20.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection20.code
      } + CASE WHEN ctx.id <> party9.id AND party9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party9)<-[is14:IS]-(employee11:Employee)-[holds19:HOLDS]->(position37:Position)-[at35:AT]->(unit28:Unit)
        WHERE coalesce(is14.validFrom <= $given.now, true) AND coalesce(is14.validTo > $given.now, true) AND is14.retractedAt IS NULL AND employee11.retractedAt IS NULL AND coalesce(holds19.validFrom <= $given.now, true) AND coalesce(holds19.validTo > $given.now, true) AND holds19.retractedAt IS NULL AND position37.retractedAt IS NULL AND coalesce(at35.validFrom <= $given.now, true) AND coalesce(at35.validTo > $given.now, true) AND at35.retractedAt IS NULL AND unit28.retractedAt IS NULL
        AND unit28.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party9Codes
      WHERE size(party9Codes) > 0
      RETURN party9Codes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN device2.id END, name: null}, {relationship: 'KEPT_AT|OWNED_BY', label: 'Municipality', id: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN municipality5.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN municipality5.name END}, {relationship: 'IN', label: 'Role', id: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN role6.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN role6.name END}, {relationship: 'COVERS', label: 'Category', id: CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN category4.id END, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN holds18.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN at34.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN governs3.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN belongs_to11.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('DEVICES:*' IN person2Mask OR (size([]) > 0 AND all(theme35 IN [] WHERE 'DEVICES:' + theme35.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (device2)-[lent_to4:LENT_TO]->(party10:Person)
      WHERE coalesce(lent_to4.validFrom <= $given.now, true) AND coalesce(lent_to4.validTo > $given.now, true) AND lent_to4.retractedAt IS NULL AND party10.retractedAt IS NULL
      WITH CASE WHEN party10.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party10)-[protected_as12:PROTECTED_AS]->(protection21:Protection)
        WHERE coalesce(protected_as12.validFrom <= $given.now, true) AND coalesce(protected_as12.validTo > $given.now, true) AND protected_as12.retractedAt IS NULL AND protection21.retractedAt IS NULL
        AND ((ctx.id <> party10.id AND protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection21.id IN ctx.protectionExcepted)) OR (protection21.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection21.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection21.code
      } + CASE WHEN ctx.id <> party10.id AND party10.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party10)<-[is15:IS]-(employee12:Employee)-[holds20:HOLDS]->(position38:Position)-[at36:AT]->(unit29:Unit)
        WHERE coalesce(is15.validFrom <= $given.now, true) AND coalesce(is15.validTo > $given.now, true) AND is15.retractedAt IS NULL AND employee12.retractedAt IS NULL AND coalesce(holds20.validFrom <= $given.now, true) AND coalesce(holds20.validTo > $given.now, true) AND holds20.retractedAt IS NULL AND position38.retractedAt IS NULL AND coalesce(at36.validFrom <= $given.now, true) AND coalesce(at36.validTo > $given.now, true) AND at36.retractedAt IS NULL AND unit29.retractedAt IS NULL
        AND unit29.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party10Codes
      WHERE size(party10Codes) > 0
      RETURN party10Codes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN lent_to2.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN kept_at2.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN in19.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 THEN covers5.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons8
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer10:Employee {ident: $given.viewer})
    MATCH (viewer10)-[holds21:HOLDS]->(position39:Position)-[at37:AT]->(municipality6:Municipality)-[governs4:GOVERNS]->(area17:Area)<-[part_of6:PART_OF*0..1]-(area18:Area)<-[belongs_to12:BELONGS_TO]-(person2)
    WHERE holds21.validFrom <= $given.now AND coalesce(holds21.validTo, 9007199254740991) > $given.now AND holds21.retractedAt IS NULL AND position39.retractedAt IS NULL AND at37.validFrom <= $given.now AND coalesce(at37.validTo, 9007199254740991) > $given.now AND at37.retractedAt IS NULL AND municipality6.retractedAt IS NULL AND governs4.validFrom <= $given.now AND coalesce(governs4.validTo, 9007199254740991) > $given.now AND governs4.retractedAt IS NULL AND area17.retractedAt IS NULL AND all(step8 IN part_of6 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL) AND area18.retractedAt IS NULL AND belongs_to12.validFrom <= $given.now AND coalesce(belongs_to12.validTo, 9007199254740991) > $given.now AND belongs_to12.retractedAt IS NULL
    MATCH (person2)-[takes4:TAKES_PART_IN]->(activity6:Activity)-[arranged_by4:ARRANGED_BY]->(municipality6)
    WHERE takes4.validFrom <= $given.now AND coalesce(takes4.validTo, 9007199254740991) > $given.now AND takes4.retractedAt IS NULL AND activity6.retractedAt IS NULL AND arranged_by4.validFrom <= $given.now AND coalesce(arranged_by4.validTo, 9007199254740991) > $given.now AND arranged_by4.retractedAt IS NULL
    MATCH (position39)-[in20:IN]->(role7:Role)-[covers6:COVERS]->(category5:Category {code: 'CARD'})
    WHERE in20.validFrom <= $given.now AND coalesce(in20.validTo, 9007199254740991) > $given.now AND in20.retractedAt IS NULL AND role7.retractedAt IS NULL AND covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category5.retractedAt IS NULL
    WITH * WHERE (takes4.answer IS NULL OR takes4.answer <> 'NO')
    RETURN collect({rule: 'municipality.inhabitant', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(municipality:Municipality)-[:GOVERNS]->(:Area)<-[:PART_OF*0..1]-(:Area)<-[:BELONGS_TO]-(subject:Person)-[takes:TAKES_PART_IN]->(:Activity)-[:ARRANGED_BY]->(municipality), (position)-[:IN]->(:Role)-[:COVERS]->(:Category {code: \'CARD\'})', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found48 = [], seat23 IN [seat23 IN ctx.seats WHERE seat23.position = position39.id AND seat23.reach IN ['LOCAL']] | found48 + seat23.codes + seat23.themed) ELSE [] END, words: {municipality_name: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN municipality6.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN position39.id END, name: null}, {relationship: 'AT', label: 'Municipality', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN municipality6.id END, name: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN municipality6.name END}, {relationship: 'GOVERNS', label: 'Area', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area17.id END, name: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area17.name END}, {relationship: 'PART_OF', label: 'Area', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area18.id END, name: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area18.name END}, {relationship: 'BELONGS_TO', label: 'Person', id: person2.id, name: null}, {relationship: 'TAKES_PART_IN', label: 'Activity', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 AND (true AND ('ACTIVITIES:*' IN person2Mask OR (size(COLLECT {
      MATCH (activity6)-[part_of7:PART_OF]->(case7:Case)-[in21:IN]->(theme36:Theme)
      WHERE part_of7.validFrom <= $given.now AND coalesce(part_of7.validTo, 9007199254740991) > $given.now AND part_of7.retractedAt IS NULL AND case7.retractedAt IS NULL AND in21.validFrom <= $given.now AND coalesce(in21.validTo, 9007199254740991) > $given.now AND in21.retractedAt IS NULL AND theme36.retractedAt IS NULL
      RETURN {code: theme36.code}
    }) > 0 AND all(theme37 IN COLLECT {
      MATCH (activity6)-[part_of7:PART_OF]->(case7:Case)-[in21:IN]->(theme36:Theme)
      WHERE part_of7.validFrom <= $given.now AND coalesce(part_of7.validTo, 9007199254740991) > $given.now AND part_of7.retractedAt IS NULL AND case7.retractedAt IS NULL AND in21.validFrom <= $given.now AND coalesce(in21.validTo, 9007199254740991) > $given.now AND in21.retractedAt IS NULL AND theme36.retractedAt IS NULL
      RETURN {code: theme36.code}
    } WHERE 'ACTIVITIES:' + theme37.code IN person2Mask)))) THEN activity6.id END, name: null}, {relationship: 'ARRANGED_BY', label: 'Municipality', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN municipality6.id END, name: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN municipality6.name END}, {relationship: 'IN', label: 'Role', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN role7.id END, name: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN role7.name END}, {relationship: 'COVERS', label: 'Category', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN category5.id END, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN holds21.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN at37.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN governs4.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN belongs_to12.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 AND (true AND ('ACTIVITIES:*' IN person2Mask OR (size(COLLECT {
      MATCH (activity6)-[part_of8:PART_OF]->(case8:Case)-[in22:IN]->(theme38:Theme)
      WHERE part_of8.validFrom <= $given.now AND coalesce(part_of8.validTo, 9007199254740991) > $given.now AND part_of8.retractedAt IS NULL AND case8.retractedAt IS NULL AND in22.validFrom <= $given.now AND coalesce(in22.validTo, 9007199254740991) > $given.now AND in22.retractedAt IS NULL AND theme38.retractedAt IS NULL
      RETURN {code: theme38.code}
    }) > 0 AND all(theme39 IN COLLECT {
      MATCH (activity6)-[part_of8:PART_OF]->(case8:Case)-[in22:IN]->(theme38:Theme)
      WHERE part_of8.validFrom <= $given.now AND coalesce(part_of8.validTo, 9007199254740991) > $given.now AND part_of8.retractedAt IS NULL AND case8.retractedAt IS NULL AND in22.validFrom <= $given.now AND coalesce(in22.validTo, 9007199254740991) > $given.now AND in22.retractedAt IS NULL AND theme38.retractedAt IS NULL
      RETURN {code: theme38.code}
    } WHERE 'ACTIVITIES:' + theme39.code IN person2Mask)))) THEN takes4.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN arranged_by4.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN in20.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN covers6.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons9
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer11:Employee {ident: $given.viewer})
    MATCH (viewer11)-[holds22:HOLDS]->(position40:Position)-[at38:AT]->(arranger3:Business)<-[arranged_by5:ARRANGED_BY]-(activity7:Activity)<-[takes5:TAKES_PART_IN]-(person2)
    WHERE holds22.validFrom <= $given.now AND coalesce(holds22.validTo, 9007199254740991) > $given.now AND holds22.retractedAt IS NULL AND position40.retractedAt IS NULL AND at38.validFrom <= $given.now AND coalesce(at38.validTo, 9007199254740991) > $given.now AND at38.retractedAt IS NULL AND arranger3.retractedAt IS NULL AND arranged_by5.validFrom <= $given.now AND coalesce(arranged_by5.validTo, 9007199254740991) > $given.now AND arranged_by5.retractedAt IS NULL AND activity7.retractedAt IS NULL AND takes5.validFrom <= $given.now AND coalesce(takes5.validTo, 9007199254740991) > $given.now AND takes5.retractedAt IS NULL
    WITH * WHERE (takes5.answer IS NULL OR takes5.answer <> 'NO')
    RETURN collect({rule: 'arranger.participant', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(arranger:Business)<-[:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(subject:Person)', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found50 = [], entry13 IN [entry12 IN reduce(found49 = [], seat24 IN [seat24 IN ctx.seats WHERE seat24.position = position40.id AND seat24.reach IN ['LOCAL']] | found49 + seat24.codes + seat24.themed) WHERE split(entry12, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found50 + CASE WHEN NOT entry13 CONTAINS ':' THEN [entry13] WHEN entry13 ENDS WITH ':*' THEN [theme40 IN [] | split(entry13, ':')[0] + ':' + theme40] WHEN split(entry13, ':')[1] IN [] THEN [entry13] ELSE [] END) ELSE [] END, words: {activity_title: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('ACTIVITIES:*' IN person2Mask OR (size(COLLECT {
      MATCH (activity7)-[part_of9:PART_OF]->(case9:Case)-[in23:IN]->(theme41:Theme)
      WHERE part_of9.validFrom <= $given.now AND coalesce(part_of9.validTo, 9007199254740991) > $given.now AND part_of9.retractedAt IS NULL AND case9.retractedAt IS NULL AND in23.validFrom <= $given.now AND coalesce(in23.validTo, 9007199254740991) > $given.now AND in23.retractedAt IS NULL AND theme41.retractedAt IS NULL
      RETURN {code: theme41.code}
    }) > 0 AND all(theme42 IN COLLECT {
      MATCH (activity7)-[part_of9:PART_OF]->(case9:Case)-[in23:IN]->(theme41:Theme)
      WHERE part_of9.validFrom <= $given.now AND coalesce(part_of9.validTo, 9007199254740991) > $given.now AND part_of9.retractedAt IS NULL AND case9.retractedAt IS NULL AND in23.validFrom <= $given.now AND coalesce(in23.validTo, 9007199254740991) > $given.now AND in23.retractedAt IS NULL AND theme41.retractedAt IS NULL
      RETURN {code: theme41.code}
    } WHERE 'ACTIVITIES:' + theme42.code IN person2Mask)))) THEN activity7.title END, arranger_name: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (arranger3)-[owned_by:OWNED_BY]->(person9:Person)
      WHERE owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND person9.retractedAt IS NULL
    } AND arranger3.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (arranger3)-[part_of10:PART_OF*0..2]->(business4:Business)-[owned_by2:OWNED_BY]->(owner:Person)
      WHERE all(step9 IN part_of10 WHERE coalesce(step9.validFrom <= $given.now, true) AND coalesce(step9.validTo > $given.now, true) AND step9.retractedAt IS NULL) AND business4.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND owner.retractedAt IS NULL
      WITH CASE WHEN owner.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner)-[protected_as13:PROTECTED_AS]->(protection22:Protection)
        WHERE coalesce(protected_as13.validFrom <= $given.now, true) AND coalesce(protected_as13.validTo > $given.now, true) AND protected_as13.retractedAt IS NULL AND protection22.retractedAt IS NULL
        AND ((ctx.id <> owner.id AND protection22.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection22.id IN ctx.protectionExcepted)) OR (protection22.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection22.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection22.code
      } + CASE WHEN ctx.id <> owner.id AND owner.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner)<-[is16:IS]-(employee13:Employee)-[holds23:HOLDS]->(position41:Position)-[at39:AT]->(unit30:Unit)
        WHERE coalesce(is16.validFrom <= $given.now, true) AND coalesce(is16.validTo > $given.now, true) AND is16.retractedAt IS NULL AND employee13.retractedAt IS NULL AND coalesce(holds23.validFrom <= $given.now, true) AND coalesce(holds23.validTo > $given.now, true) AND holds23.retractedAt IS NULL AND position41.retractedAt IS NULL AND coalesce(at39.validFrom <= $given.now, true) AND coalesce(at39.validTo > $given.now, true) AND at39.retractedAt IS NULL AND unit30.retractedAt IS NULL
        AND unit30.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS ownerCodes
      WHERE size(ownerCodes) > 0
      RETURN ownerCodes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN arranger3.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 THEN position40.id END, name: null}, {relationship: 'AT', label: 'Business', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (arranger3)-[owned_by3:OWNED_BY]->(person10:Person)
      WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person10.retractedAt IS NULL
    } AND arranger3.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (arranger3)-[part_of11:PART_OF*0..2]->(business5:Business)-[owned_by4:OWNED_BY]->(owner2:Person)
      WHERE all(step10 IN part_of11 WHERE coalesce(step10.validFrom <= $given.now, true) AND coalesce(step10.validTo > $given.now, true) AND step10.retractedAt IS NULL) AND business5.retractedAt IS NULL AND coalesce(owned_by4.validFrom <= $given.now, true) AND coalesce(owned_by4.validTo > $given.now, true) AND owned_by4.retractedAt IS NULL AND owner2.retractedAt IS NULL
      WITH CASE WHEN owner2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner2)-[protected_as14:PROTECTED_AS]->(protection23:Protection)
        WHERE coalesce(protected_as14.validFrom <= $given.now, true) AND coalesce(protected_as14.validTo > $given.now, true) AND protected_as14.retractedAt IS NULL AND protection23.retractedAt IS NULL
        AND ((ctx.id <> owner2.id AND protection23.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection23.id IN ctx.protectionExcepted)) OR (protection23.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection23.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection23.code
      } + CASE WHEN ctx.id <> owner2.id AND owner2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner2)<-[is17:IS]-(employee14:Employee)-[holds24:HOLDS]->(position42:Position)-[at40:AT]->(unit31:Unit)
        WHERE coalesce(is17.validFrom <= $given.now, true) AND coalesce(is17.validTo > $given.now, true) AND is17.retractedAt IS NULL AND employee14.retractedAt IS NULL AND coalesce(holds24.validFrom <= $given.now, true) AND coalesce(holds24.validTo > $given.now, true) AND holds24.retractedAt IS NULL AND position42.retractedAt IS NULL AND coalesce(at40.validFrom <= $given.now, true) AND coalesce(at40.validTo > $given.now, true) AND at40.retractedAt IS NULL AND unit31.retractedAt IS NULL
        AND unit31.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner2Codes
      WHERE size(owner2Codes) > 0
      RETURN owner2Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN arranger3.id END, name: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (arranger3)-[owned_by5:OWNED_BY]->(person11:Person)
      WHERE owned_by5.validFrom <= $given.now AND coalesce(owned_by5.validTo, 9007199254740991) > $given.now AND owned_by5.retractedAt IS NULL AND person11.retractedAt IS NULL
    } AND arranger3.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (arranger3)-[part_of12:PART_OF*0..2]->(business6:Business)-[owned_by6:OWNED_BY]->(owner3:Person)
      WHERE all(step11 IN part_of12 WHERE coalesce(step11.validFrom <= $given.now, true) AND coalesce(step11.validTo > $given.now, true) AND step11.retractedAt IS NULL) AND business6.retractedAt IS NULL AND coalesce(owned_by6.validFrom <= $given.now, true) AND coalesce(owned_by6.validTo > $given.now, true) AND owned_by6.retractedAt IS NULL AND owner3.retractedAt IS NULL
      WITH CASE WHEN owner3.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner3)-[protected_as15:PROTECTED_AS]->(protection24:Protection)
        WHERE coalesce(protected_as15.validFrom <= $given.now, true) AND coalesce(protected_as15.validTo > $given.now, true) AND protected_as15.retractedAt IS NULL AND protection24.retractedAt IS NULL
        AND ((ctx.id <> owner3.id AND protection24.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection24.id IN ctx.protectionExcepted)) OR (protection24.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection24.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection24.code
      } + CASE WHEN ctx.id <> owner3.id AND owner3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner3)<-[is18:IS]-(employee15:Employee)-[holds25:HOLDS]->(position43:Position)-[at41:AT]->(unit32:Unit)
        WHERE coalesce(is18.validFrom <= $given.now, true) AND coalesce(is18.validTo > $given.now, true) AND is18.retractedAt IS NULL AND employee15.retractedAt IS NULL AND coalesce(holds25.validFrom <= $given.now, true) AND coalesce(holds25.validTo > $given.now, true) AND holds25.retractedAt IS NULL AND position43.retractedAt IS NULL AND coalesce(at41.validFrom <= $given.now, true) AND coalesce(at41.validTo > $given.now, true) AND at41.retractedAt IS NULL AND unit32.retractedAt IS NULL
        AND unit32.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner3Codes
      WHERE size(owner3Codes) > 0
      RETURN owner3Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN arranger3.name END}, {relationship: 'ARRANGED_BY', label: 'Activity', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('ACTIVITIES:*' IN person2Mask OR (size(COLLECT {
      MATCH (activity7)-[part_of13:PART_OF]->(case10:Case)-[in24:IN]->(theme43:Theme)
      WHERE part_of13.validFrom <= $given.now AND coalesce(part_of13.validTo, 9007199254740991) > $given.now AND part_of13.retractedAt IS NULL AND case10.retractedAt IS NULL AND in24.validFrom <= $given.now AND coalesce(in24.validTo, 9007199254740991) > $given.now AND in24.retractedAt IS NULL AND theme43.retractedAt IS NULL
      RETURN {code: theme43.code}
    }) > 0 AND all(theme44 IN COLLECT {
      MATCH (activity7)-[part_of13:PART_OF]->(case10:Case)-[in24:IN]->(theme43:Theme)
      WHERE part_of13.validFrom <= $given.now AND coalesce(part_of13.validTo, 9007199254740991) > $given.now AND part_of13.retractedAt IS NULL AND case10.retractedAt IS NULL AND in24.validFrom <= $given.now AND coalesce(in24.validTo, 9007199254740991) > $given.now AND in24.retractedAt IS NULL AND theme43.retractedAt IS NULL
      RETURN {code: theme43.code}
    } WHERE 'ACTIVITIES:' + theme44.code IN person2Mask)))) THEN activity7.id END, name: null}, {relationship: 'TAKES_PART_IN', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 THEN holds22.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (arranger3)-[owned_by7:OWNED_BY]->(person12:Person)
      WHERE owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND person12.retractedAt IS NULL
    } AND arranger3.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (arranger3)-[part_of14:PART_OF*0..2]->(business7:Business)-[owned_by8:OWNED_BY]->(owner4:Person)
      WHERE all(step12 IN part_of14 WHERE coalesce(step12.validFrom <= $given.now, true) AND coalesce(step12.validTo > $given.now, true) AND step12.retractedAt IS NULL) AND business7.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND owner4.retractedAt IS NULL
      WITH CASE WHEN owner4.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner4)-[protected_as16:PROTECTED_AS]->(protection25:Protection)
        WHERE coalesce(protected_as16.validFrom <= $given.now, true) AND coalesce(protected_as16.validTo > $given.now, true) AND protected_as16.retractedAt IS NULL AND protection25.retractedAt IS NULL
        AND ((ctx.id <> owner4.id AND protection25.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection25.id IN ctx.protectionExcepted)) OR (protection25.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection25.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection25.code
      } + CASE WHEN ctx.id <> owner4.id AND owner4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner4)<-[is19:IS]-(employee16:Employee)-[holds26:HOLDS]->(position44:Position)-[at42:AT]->(unit33:Unit)
        WHERE coalesce(is19.validFrom <= $given.now, true) AND coalesce(is19.validTo > $given.now, true) AND is19.retractedAt IS NULL AND employee16.retractedAt IS NULL AND coalesce(holds26.validFrom <= $given.now, true) AND coalesce(holds26.validTo > $given.now, true) AND holds26.retractedAt IS NULL AND position44.retractedAt IS NULL AND coalesce(at42.validFrom <= $given.now, true) AND coalesce(at42.validTo > $given.now, true) AND at42.retractedAt IS NULL AND unit33.retractedAt IS NULL
        AND unit33.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner4Codes
      WHERE size(owner4Codes) > 0
      RETURN owner4Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN at38.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('ACTIVITIES:*' IN person2Mask OR (size(COLLECT {
      MATCH (activity7)-[part_of15:PART_OF]->(case11:Case)-[in25:IN]->(theme45:Theme)
      WHERE part_of15.validFrom <= $given.now AND coalesce(part_of15.validTo, 9007199254740991) > $given.now AND part_of15.retractedAt IS NULL AND case11.retractedAt IS NULL AND in25.validFrom <= $given.now AND coalesce(in25.validTo, 9007199254740991) > $given.now AND in25.retractedAt IS NULL AND theme45.retractedAt IS NULL
      RETURN {code: theme45.code}
    }) > 0 AND all(theme46 IN COLLECT {
      MATCH (activity7)-[part_of15:PART_OF]->(case11:Case)-[in25:IN]->(theme45:Theme)
      WHERE part_of15.validFrom <= $given.now AND coalesce(part_of15.validTo, 9007199254740991) > $given.now AND part_of15.retractedAt IS NULL AND case11.retractedAt IS NULL AND in25.validFrom <= $given.now AND coalesce(in25.validTo, 9007199254740991) > $given.now AND in25.retractedAt IS NULL AND theme45.retractedAt IS NULL
      RETURN {code: theme45.code}
    } WHERE 'ACTIVITIES:' + theme46.code IN person2Mask)))) THEN arranged_by5.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 THEN takes5.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons10
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer12:Employee {ident: $given.viewer})
    MATCH (viewer12)-[holds27:HOLDS]->(position45:Position)-[at43:AT]->(arranger4:Business)<-[arranged_by6:ARRANGED_BY]-(activity8:Activity)<-[takes6:TAKES_PART_IN]-(person2)
    WHERE holds27.validFrom <= $given.now AND coalesce(holds27.validTo, 9007199254740991) > $given.now AND holds27.retractedAt IS NULL AND position45.retractedAt IS NULL AND at43.validFrom <= $given.now AND coalesce(at43.validTo, 9007199254740991) > $given.now AND at43.retractedAt IS NULL AND arranger4.retractedAt IS NULL AND arranged_by6.validFrom <= $given.now AND coalesce(arranged_by6.validTo, 9007199254740991) > $given.now AND arranged_by6.retractedAt IS NULL AND activity8.retractedAt IS NULL AND takes6.validFrom <= $given.now AND coalesce(takes6.validTo, 9007199254740991) > $given.now AND takes6.retractedAt IS NULL
    MATCH (activity8)-[part_of16:PART_OF]->(case12:Case)
    WHERE part_of16.validFrom <= $given.now AND coalesce(part_of16.validTo, 9007199254740991) > $given.now AND part_of16.retractedAt IS NULL AND case12.retractedAt IS NULL
    WITH * WHERE (takes6.answer IS NULL OR takes6.answer <> 'NO')
    WITH *, COLLECT {
      MATCH (case12)-[in26:IN]->(theme47:Theme)
      WHERE in26.validFrom <= $given.now AND coalesce(in26.validTo, 9007199254740991) > $given.now AND in26.retractedAt IS NULL AND theme47.retractedAt IS NULL
      RETURN DISTINCT theme47.code
    } AS themes7
    RETURN collect({rule: 'arranger.participant', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(arranger:Business)<-[:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(subject:Person), (activity)-[:PART_OF]->(case:Case)', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found52 = [], entry14 IN reduce(found51 = [], seat25 IN [seat25 IN ctx.seats WHERE seat25.position = position45.id AND seat25.reach IN ['LOCAL']] | found51 + seat25.codes + seat25.themed) | found52 + CASE WHEN NOT entry14 CONTAINS ':' THEN [entry14] WHEN entry14 ENDS WITH ':*' THEN [theme48 IN themes7 | split(entry14, ':')[0] + ':' + theme48] WHEN split(entry14, ':')[1] IN themes7 THEN [entry14] ELSE [] END) ELSE [] END, words: {activity_title: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('ACTIVITIES:*' IN person2Mask OR (size(COLLECT {
      MATCH (activity8)-[part_of17:PART_OF]->(case13:Case)-[in27:IN]->(theme49:Theme)
      WHERE part_of17.validFrom <= $given.now AND coalesce(part_of17.validTo, 9007199254740991) > $given.now AND part_of17.retractedAt IS NULL AND case13.retractedAt IS NULL AND in27.validFrom <= $given.now AND coalesce(in27.validTo, 9007199254740991) > $given.now AND in27.retractedAt IS NULL AND theme49.retractedAt IS NULL
      RETURN {code: theme49.code}
    }) > 0 AND all(theme50 IN COLLECT {
      MATCH (activity8)-[part_of17:PART_OF]->(case13:Case)-[in27:IN]->(theme49:Theme)
      WHERE part_of17.validFrom <= $given.now AND coalesce(part_of17.validTo, 9007199254740991) > $given.now AND part_of17.retractedAt IS NULL AND case13.retractedAt IS NULL AND in27.validFrom <= $given.now AND coalesce(in27.validTo, 9007199254740991) > $given.now AND in27.retractedAt IS NULL AND theme49.retractedAt IS NULL
      RETURN {code: theme49.code}
    } WHERE 'ACTIVITIES:' + theme50.code IN person2Mask)))) THEN activity8.title END, arranger_name: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (arranger4)-[owned_by9:OWNED_BY]->(person13:Person)
      WHERE owned_by9.validFrom <= $given.now AND coalesce(owned_by9.validTo, 9007199254740991) > $given.now AND owned_by9.retractedAt IS NULL AND person13.retractedAt IS NULL
    } AND arranger4.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (arranger4)-[part_of18:PART_OF*0..2]->(business8:Business)-[owned_by10:OWNED_BY]->(owner5:Person)
      WHERE all(step13 IN part_of18 WHERE coalesce(step13.validFrom <= $given.now, true) AND coalesce(step13.validTo > $given.now, true) AND step13.retractedAt IS NULL) AND business8.retractedAt IS NULL AND coalesce(owned_by10.validFrom <= $given.now, true) AND coalesce(owned_by10.validTo > $given.now, true) AND owned_by10.retractedAt IS NULL AND owner5.retractedAt IS NULL
      WITH CASE WHEN owner5.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner5)-[protected_as17:PROTECTED_AS]->(protection26:Protection)
        WHERE coalesce(protected_as17.validFrom <= $given.now, true) AND coalesce(protected_as17.validTo > $given.now, true) AND protected_as17.retractedAt IS NULL AND protection26.retractedAt IS NULL
        AND ((ctx.id <> owner5.id AND protection26.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection26.id IN ctx.protectionExcepted)) OR (protection26.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection26.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection26.code
      } + CASE WHEN ctx.id <> owner5.id AND owner5.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner5)<-[is20:IS]-(employee17:Employee)-[holds28:HOLDS]->(position46:Position)-[at44:AT]->(unit34:Unit)
        WHERE coalesce(is20.validFrom <= $given.now, true) AND coalesce(is20.validTo > $given.now, true) AND is20.retractedAt IS NULL AND employee17.retractedAt IS NULL AND coalesce(holds28.validFrom <= $given.now, true) AND coalesce(holds28.validTo > $given.now, true) AND holds28.retractedAt IS NULL AND position46.retractedAt IS NULL AND coalesce(at44.validFrom <= $given.now, true) AND coalesce(at44.validTo > $given.now, true) AND at44.retractedAt IS NULL AND unit34.retractedAt IS NULL
        AND unit34.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner5Codes
      WHERE size(owner5Codes) > 0
      RETURN owner5Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN arranger4.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 THEN position45.id END, name: null}, {relationship: 'AT', label: 'Business', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (arranger4)-[owned_by11:OWNED_BY]->(person14:Person)
      WHERE owned_by11.validFrom <= $given.now AND coalesce(owned_by11.validTo, 9007199254740991) > $given.now AND owned_by11.retractedAt IS NULL AND person14.retractedAt IS NULL
    } AND arranger4.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (arranger4)-[part_of19:PART_OF*0..2]->(business9:Business)-[owned_by12:OWNED_BY]->(owner6:Person)
      WHERE all(step14 IN part_of19 WHERE coalesce(step14.validFrom <= $given.now, true) AND coalesce(step14.validTo > $given.now, true) AND step14.retractedAt IS NULL) AND business9.retractedAt IS NULL AND coalesce(owned_by12.validFrom <= $given.now, true) AND coalesce(owned_by12.validTo > $given.now, true) AND owned_by12.retractedAt IS NULL AND owner6.retractedAt IS NULL
      WITH CASE WHEN owner6.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner6)-[protected_as18:PROTECTED_AS]->(protection27:Protection)
        WHERE coalesce(protected_as18.validFrom <= $given.now, true) AND coalesce(protected_as18.validTo > $given.now, true) AND protected_as18.retractedAt IS NULL AND protection27.retractedAt IS NULL
        AND ((ctx.id <> owner6.id AND protection27.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection27.id IN ctx.protectionExcepted)) OR (protection27.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection27.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection27.code
      } + CASE WHEN ctx.id <> owner6.id AND owner6.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner6)<-[is21:IS]-(employee18:Employee)-[holds29:HOLDS]->(position47:Position)-[at45:AT]->(unit35:Unit)
        WHERE coalesce(is21.validFrom <= $given.now, true) AND coalesce(is21.validTo > $given.now, true) AND is21.retractedAt IS NULL AND employee18.retractedAt IS NULL AND coalesce(holds29.validFrom <= $given.now, true) AND coalesce(holds29.validTo > $given.now, true) AND holds29.retractedAt IS NULL AND position47.retractedAt IS NULL AND coalesce(at45.validFrom <= $given.now, true) AND coalesce(at45.validTo > $given.now, true) AND at45.retractedAt IS NULL AND unit35.retractedAt IS NULL
        AND unit35.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner6Codes
      WHERE size(owner6Codes) > 0
      RETURN owner6Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN arranger4.id END, name: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (arranger4)-[owned_by13:OWNED_BY]->(person15:Person)
      WHERE owned_by13.validFrom <= $given.now AND coalesce(owned_by13.validTo, 9007199254740991) > $given.now AND owned_by13.retractedAt IS NULL AND person15.retractedAt IS NULL
    } AND arranger4.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (arranger4)-[part_of20:PART_OF*0..2]->(business10:Business)-[owned_by14:OWNED_BY]->(owner7:Person)
      WHERE all(step15 IN part_of20 WHERE coalesce(step15.validFrom <= $given.now, true) AND coalesce(step15.validTo > $given.now, true) AND step15.retractedAt IS NULL) AND business10.retractedAt IS NULL AND coalesce(owned_by14.validFrom <= $given.now, true) AND coalesce(owned_by14.validTo > $given.now, true) AND owned_by14.retractedAt IS NULL AND owner7.retractedAt IS NULL
      WITH CASE WHEN owner7.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner7)-[protected_as19:PROTECTED_AS]->(protection28:Protection)
        WHERE coalesce(protected_as19.validFrom <= $given.now, true) AND coalesce(protected_as19.validTo > $given.now, true) AND protected_as19.retractedAt IS NULL AND protection28.retractedAt IS NULL
        AND ((ctx.id <> owner7.id AND protection28.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection28.id IN ctx.protectionExcepted)) OR (protection28.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection28.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection28.code
      } + CASE WHEN ctx.id <> owner7.id AND owner7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner7)<-[is22:IS]-(employee19:Employee)-[holds30:HOLDS]->(position48:Position)-[at46:AT]->(unit36:Unit)
        WHERE coalesce(is22.validFrom <= $given.now, true) AND coalesce(is22.validTo > $given.now, true) AND is22.retractedAt IS NULL AND employee19.retractedAt IS NULL AND coalesce(holds30.validFrom <= $given.now, true) AND coalesce(holds30.validTo > $given.now, true) AND holds30.retractedAt IS NULL AND position48.retractedAt IS NULL AND coalesce(at46.validFrom <= $given.now, true) AND coalesce(at46.validTo > $given.now, true) AND at46.retractedAt IS NULL AND unit36.retractedAt IS NULL
        AND unit36.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner7Codes
      WHERE size(owner7Codes) > 0
      RETURN owner7Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN arranger4.name END}, {relationship: 'ARRANGED_BY', label: 'Activity', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('ACTIVITIES:*' IN person2Mask OR (size(COLLECT {
      MATCH (activity8)-[part_of21:PART_OF]->(case14:Case)-[in28:IN]->(theme51:Theme)
      WHERE part_of21.validFrom <= $given.now AND coalesce(part_of21.validTo, 9007199254740991) > $given.now AND part_of21.retractedAt IS NULL AND case14.retractedAt IS NULL AND in28.validFrom <= $given.now AND coalesce(in28.validTo, 9007199254740991) > $given.now AND in28.retractedAt IS NULL AND theme51.retractedAt IS NULL
      RETURN {code: theme51.code}
    }) > 0 AND all(theme52 IN COLLECT {
      MATCH (activity8)-[part_of21:PART_OF]->(case14:Case)-[in28:IN]->(theme51:Theme)
      WHERE part_of21.validFrom <= $given.now AND coalesce(part_of21.validTo, 9007199254740991) > $given.now AND part_of21.retractedAt IS NULL AND case14.retractedAt IS NULL AND in28.validFrom <= $given.now AND coalesce(in28.validTo, 9007199254740991) > $given.now AND in28.retractedAt IS NULL AND theme51.retractedAt IS NULL
      RETURN {code: theme51.code}
    } WHERE 'ACTIVITIES:' + theme52.code IN person2Mask)))) THEN activity8.id END, name: null}, {relationship: 'TAKES_PART_IN', label: 'Person', id: person2.id, name: null}, {relationship: 'PART_OF', label: 'Case', id: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case12)-[in29:IN]->(theme53:Theme)
      WHERE in29.validFrom <= $given.now AND coalesce(in29.validTo, 9007199254740991) > $given.now AND in29.retractedAt IS NULL AND theme53.retractedAt IS NULL
      RETURN {code: theme53.code}
    }) > 0 AND all(theme54 IN COLLECT {
      MATCH (case12)-[in29:IN]->(theme53:Theme)
      WHERE in29.validFrom <= $given.now AND coalesce(in29.validTo, 9007199254740991) > $given.now AND in29.retractedAt IS NULL AND theme53.retractedAt IS NULL
      RETURN {code: theme53.code}
    } WHERE 'CASES:' + theme54.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case12)-[concerns13:CONCERNS]->(party11:Person)
      WHERE coalesce(concerns13.validFrom <= $given.now, true) AND coalesce(concerns13.validTo > $given.now, true) AND concerns13.retractedAt IS NULL AND party11.retractedAt IS NULL
      WITH CASE WHEN party11.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party11)-[protected_as20:PROTECTED_AS]->(protection29:Protection)
        WHERE coalesce(protected_as20.validFrom <= $given.now, true) AND coalesce(protected_as20.validTo > $given.now, true) AND protected_as20.retractedAt IS NULL AND protection29.retractedAt IS NULL
        AND ((ctx.id <> party11.id AND protection29.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection29.id IN ctx.protectionExcepted)) OR (protection29.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection29.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection29.code
      } + CASE WHEN ctx.id <> party11.id AND party11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party11)<-[is23:IS]-(employee20:Employee)-[holds31:HOLDS]->(position49:Position)-[at47:AT]->(unit37:Unit)
        WHERE coalesce(is23.validFrom <= $given.now, true) AND coalesce(is23.validTo > $given.now, true) AND is23.retractedAt IS NULL AND employee20.retractedAt IS NULL AND coalesce(holds31.validFrom <= $given.now, true) AND coalesce(holds31.validTo > $given.now, true) AND holds31.retractedAt IS NULL AND position49.retractedAt IS NULL AND coalesce(at47.validFrom <= $given.now, true) AND coalesce(at47.validTo > $given.now, true) AND at47.retractedAt IS NULL AND unit37.retractedAt IS NULL
        AND unit37.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party11Codes
      WHERE size(party11Codes) > 0
      RETURN party11Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case12.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN case12.id END, name: CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case12)-[in30:IN]->(theme55:Theme)
      WHERE in30.validFrom <= $given.now AND coalesce(in30.validTo, 9007199254740991) > $given.now AND in30.retractedAt IS NULL AND theme55.retractedAt IS NULL
      RETURN {code: theme55.code}
    }) > 0 AND all(theme56 IN COLLECT {
      MATCH (case12)-[in30:IN]->(theme55:Theme)
      WHERE in30.validFrom <= $given.now AND coalesce(in30.validTo, 9007199254740991) > $given.now AND in30.retractedAt IS NULL AND theme55.retractedAt IS NULL
      RETURN {code: theme55.code}
    } WHERE 'CASES:' + theme56.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case12)-[concerns14:CONCERNS]->(party12:Person)
      WHERE coalesce(concerns14.validFrom <= $given.now, true) AND coalesce(concerns14.validTo > $given.now, true) AND concerns14.retractedAt IS NULL AND party12.retractedAt IS NULL
      WITH CASE WHEN party12.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party12)-[protected_as21:PROTECTED_AS]->(protection30:Protection)
        WHERE coalesce(protected_as21.validFrom <= $given.now, true) AND coalesce(protected_as21.validTo > $given.now, true) AND protected_as21.retractedAt IS NULL AND protection30.retractedAt IS NULL
        AND ((ctx.id <> party12.id AND protection30.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection30.id IN ctx.protectionExcepted)) OR (protection30.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection30.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection30.code
      } + CASE WHEN ctx.id <> party12.id AND party12.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party12)<-[is24:IS]-(employee21:Employee)-[holds32:HOLDS]->(position50:Position)-[at48:AT]->(unit38:Unit)
        WHERE coalesce(is24.validFrom <= $given.now, true) AND coalesce(is24.validTo > $given.now, true) AND is24.retractedAt IS NULL AND employee21.retractedAt IS NULL AND coalesce(holds32.validFrom <= $given.now, true) AND coalesce(holds32.validTo > $given.now, true) AND holds32.retractedAt IS NULL AND position50.retractedAt IS NULL AND coalesce(at48.validFrom <= $given.now, true) AND coalesce(at48.validTo > $given.now, true) AND at48.retractedAt IS NULL AND unit38.retractedAt IS NULL
        AND unit38.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party12Codes
      WHERE size(party12Codes) > 0
      RETURN party12Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case12.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN case12.title END}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 THEN holds27.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (arranger4)-[owned_by15:OWNED_BY]->(person16:Person)
      WHERE owned_by15.validFrom <= $given.now AND coalesce(owned_by15.validTo, 9007199254740991) > $given.now AND owned_by15.retractedAt IS NULL AND person16.retractedAt IS NULL
    } AND arranger4.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (arranger4)-[part_of22:PART_OF*0..2]->(business11:Business)-[owned_by16:OWNED_BY]->(owner8:Person)
      WHERE all(step16 IN part_of22 WHERE coalesce(step16.validFrom <= $given.now, true) AND coalesce(step16.validTo > $given.now, true) AND step16.retractedAt IS NULL) AND business11.retractedAt IS NULL AND coalesce(owned_by16.validFrom <= $given.now, true) AND coalesce(owned_by16.validTo > $given.now, true) AND owned_by16.retractedAt IS NULL AND owner8.retractedAt IS NULL
      WITH CASE WHEN owner8.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner8)-[protected_as22:PROTECTED_AS]->(protection31:Protection)
        WHERE coalesce(protected_as22.validFrom <= $given.now, true) AND coalesce(protected_as22.validTo > $given.now, true) AND protected_as22.retractedAt IS NULL AND protection31.retractedAt IS NULL
        AND ((ctx.id <> owner8.id AND protection31.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection31.id IN ctx.protectionExcepted)) OR (protection31.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection31.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection31.code
      } + CASE WHEN ctx.id <> owner8.id AND owner8.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner8)<-[is25:IS]-(employee22:Employee)-[holds33:HOLDS]->(position51:Position)-[at49:AT]->(unit39:Unit)
        WHERE coalesce(is25.validFrom <= $given.now, true) AND coalesce(is25.validTo > $given.now, true) AND is25.retractedAt IS NULL AND employee22.retractedAt IS NULL AND coalesce(holds33.validFrom <= $given.now, true) AND coalesce(holds33.validTo > $given.now, true) AND holds33.retractedAt IS NULL AND position51.retractedAt IS NULL AND coalesce(at49.validFrom <= $given.now, true) AND coalesce(at49.validTo > $given.now, true) AND at49.retractedAt IS NULL AND unit39.retractedAt IS NULL
        AND unit39.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner8Codes
      WHERE size(owner8Codes) > 0
      RETURN owner8Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN at43.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('ACTIVITIES:*' IN person2Mask OR (size(COLLECT {
      MATCH (activity8)-[part_of23:PART_OF]->(case15:Case)-[in31:IN]->(theme57:Theme)
      WHERE part_of23.validFrom <= $given.now AND coalesce(part_of23.validTo, 9007199254740991) > $given.now AND part_of23.retractedAt IS NULL AND case15.retractedAt IS NULL AND in31.validFrom <= $given.now AND coalesce(in31.validTo, 9007199254740991) > $given.now AND in31.retractedAt IS NULL AND theme57.retractedAt IS NULL
      RETURN {code: theme57.code}
    }) > 0 AND all(theme58 IN COLLECT {
      MATCH (activity8)-[part_of23:PART_OF]->(case15:Case)-[in31:IN]->(theme57:Theme)
      WHERE part_of23.validFrom <= $given.now AND coalesce(part_of23.validTo, 9007199254740991) > $given.now AND part_of23.retractedAt IS NULL AND case15.retractedAt IS NULL AND in31.validFrom <= $given.now AND coalesce(in31.validTo, 9007199254740991) > $given.now AND in31.retractedAt IS NULL AND theme57.retractedAt IS NULL
      RETURN {code: theme57.code}
    } WHERE 'ACTIVITIES:' + theme58.code IN person2Mask)))) THEN arranged_by6.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 THEN takes6.validTo END, CASE WHEN 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case12)-[in32:IN]->(theme59:Theme)
      WHERE in32.validFrom <= $given.now AND coalesce(in32.validTo, 9007199254740991) > $given.now AND in32.retractedAt IS NULL AND theme59.retractedAt IS NULL
      RETURN {code: theme59.code}
    }) > 0 AND all(theme60 IN COLLECT {
      MATCH (case12)-[in32:IN]->(theme59:Theme)
      WHERE in32.validFrom <= $given.now AND coalesce(in32.validTo, 9007199254740991) > $given.now AND in32.retractedAt IS NULL AND theme59.retractedAt IS NULL
      RETURN {code: theme59.code}
    } WHERE 'CASES:' + theme60.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case12)-[concerns15:CONCERNS]->(party13:Person)
      WHERE coalesce(concerns15.validFrom <= $given.now, true) AND coalesce(concerns15.validTo > $given.now, true) AND concerns15.retractedAt IS NULL AND party13.retractedAt IS NULL
      WITH CASE WHEN party13.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party13)-[protected_as23:PROTECTED_AS]->(protection32:Protection)
        WHERE coalesce(protected_as23.validFrom <= $given.now, true) AND coalesce(protected_as23.validTo > $given.now, true) AND protected_as23.retractedAt IS NULL AND protection32.retractedAt IS NULL
        AND ((ctx.id <> party13.id AND protection32.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection32.id IN ctx.protectionExcepted)) OR (protection32.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection32.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection32.code
      } + CASE WHEN ctx.id <> party13.id AND party13.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party13)<-[is26:IS]-(employee23:Employee)-[holds34:HOLDS]->(position52:Position)-[at50:AT]->(unit40:Unit)
        WHERE coalesce(is26.validFrom <= $given.now, true) AND coalesce(is26.validTo > $given.now, true) AND is26.retractedAt IS NULL AND employee23.retractedAt IS NULL AND coalesce(holds34.validFrom <= $given.now, true) AND coalesce(holds34.validTo > $given.now, true) AND holds34.retractedAt IS NULL AND position52.retractedAt IS NULL AND coalesce(at50.validFrom <= $given.now, true) AND coalesce(at50.validTo > $given.now, true) AND at50.retractedAt IS NULL AND unit40.retractedAt IS NULL
        AND unit40.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party13Codes
      WHERE size(party13Codes) > 0
      RETURN party13Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case12.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0 THEN part_of16.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons11
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer13:Employee {ident: $given.viewer})
    MATCH (viewer13)-[holds35:HOLDS]->(position53:Position)-[at51:AT]->(organisation3:Business|Municipality)<-[to3:TO]-(consent3:Consent)-[from3:FROM]->(person2)
    WHERE holds35.validFrom <= $given.now AND coalesce(holds35.validTo, 9007199254740991) > $given.now AND holds35.retractedAt IS NULL AND position53.retractedAt IS NULL AND at51.validFrom <= $given.now AND coalesce(at51.validTo, 9007199254740991) > $given.now AND at51.retractedAt IS NULL AND organisation3.retractedAt IS NULL AND to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND consent3.validFrom <= $given.now AND coalesce(consent3.validTo, 9007199254740991) > $given.now AND consent3.retractedAt IS NULL AND consent3.withdrawnAt IS NULL AND from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL
    MATCH (consent3)-[for2:FOR]->(purpose3:Purpose)
    WHERE for2.validFrom <= $given.now AND coalesce(for2.validTo, 9007199254740991) > $given.now AND for2.retractedAt IS NULL AND purpose3.retractedAt IS NULL
    WITH * WHERE purpose3.code = $given.purpose
    WITH *, COLLECT {
      MATCH (consent3)-[covers7:COVERS]->(category6:Category)
      WHERE covers7.retractedAt IS NULL AND category6.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL THEN category6.code ELSE '' END
    } AS named2, COLLECT {
      MATCH (consent3)-[covers8:COVERS]->(theme61:Theme)
      WHERE covers8.retractedAt IS NULL AND theme61.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL THEN theme61.code ELSE '' END
    } AS themes8
    RETURN collect({rule: 'organisation.consent', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(organisation:Business|Municipality)<-[:TO]-(consent:Consent)-[:FROM]->(subject:Person), (consent)-[:FOR]->(purpose:Purpose)', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN [entry15 IN reduce(found53 = [], seat26 IN [seat26 IN ctx.seats WHERE seat26.position = position53.id AND seat26.reach IN ['LOCAL']] | found53 + seat26.codes + seat26.themed) WHERE entry15 IN reduce(found54 = [], code37 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found54 + CASE WHEN code37 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code37] + CASE WHEN code37 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme62 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme62 <> '' | code37 + ':' + theme62] ELSE [] END ELSE [] END) OR (entry15 CONTAINS ':' AND split(entry15, ':')[0] + ':*' IN reduce(found54 = [], code37 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found54 + CASE WHEN code37 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code37] + CASE WHEN code37 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme62 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme62 <> '' | code37 + ':' + theme62] ELSE [] END ELSE [] END))] + [entry16 IN reduce(found54 = [], code37 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found54 + CASE WHEN code37 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code37] + CASE WHEN code37 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme62 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme62 <> '' | code37 + ':' + theme62] ELSE [] END ELSE [] END) WHERE entry16 CONTAINS ':' AND split(entry16, ':')[0] + ':*' IN reduce(found53 = [], seat26 IN [seat26 IN ctx.seats WHERE seat26.position = position53.id AND seat26.reach IN ['LOCAL']] | found53 + seat26.codes + seat26.themed)] ELSE [] END, words: {organisation_name: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (organisation3)-[owned_by17:OWNED_BY]->(person17:Person)
      WHERE owned_by17.validFrom <= $given.now AND coalesce(owned_by17.validTo, 9007199254740991) > $given.now AND owned_by17.retractedAt IS NULL AND person17.retractedAt IS NULL
    } AND organisation3.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (organisation3)-[part_of24:PART_OF*0..2]->(business12:Business)-[owned_by18:OWNED_BY]->(owner9:Person)
      WHERE all(step17 IN part_of24 WHERE coalesce(step17.validFrom <= $given.now, true) AND coalesce(step17.validTo > $given.now, true) AND step17.retractedAt IS NULL) AND business12.retractedAt IS NULL AND coalesce(owned_by18.validFrom <= $given.now, true) AND coalesce(owned_by18.validTo > $given.now, true) AND owned_by18.retractedAt IS NULL AND owner9.retractedAt IS NULL
      WITH CASE WHEN owner9.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner9)-[protected_as24:PROTECTED_AS]->(protection33:Protection)
        WHERE coalesce(protected_as24.validFrom <= $given.now, true) AND coalesce(protected_as24.validTo > $given.now, true) AND protected_as24.retractedAt IS NULL AND protection33.retractedAt IS NULL
        AND ((ctx.id <> owner9.id AND protection33.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection33.id IN ctx.protectionExcepted)) OR (protection33.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection33.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection33.code
      } + CASE WHEN ctx.id <> owner9.id AND owner9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner9)<-[is27:IS]-(employee24:Employee)-[holds36:HOLDS]->(position54:Position)-[at52:AT]->(unit41:Unit)
        WHERE coalesce(is27.validFrom <= $given.now, true) AND coalesce(is27.validTo > $given.now, true) AND is27.retractedAt IS NULL AND employee24.retractedAt IS NULL AND coalesce(holds36.validFrom <= $given.now, true) AND coalesce(holds36.validTo > $given.now, true) AND holds36.retractedAt IS NULL AND position54.retractedAt IS NULL AND coalesce(at52.validFrom <= $given.now, true) AND coalesce(at52.validTo > $given.now, true) AND at52.retractedAt IS NULL AND unit41.retractedAt IS NULL
        AND unit41.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner9Codes
      WHERE size(owner9Codes) > 0
      RETURN owner9Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN organisation3.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN position53.id END, name: null}, {relationship: 'AT', label: 'Business', id: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (organisation3)-[owned_by19:OWNED_BY]->(person18:Person)
      WHERE owned_by19.validFrom <= $given.now AND coalesce(owned_by19.validTo, 9007199254740991) > $given.now AND owned_by19.retractedAt IS NULL AND person18.retractedAt IS NULL
    } AND organisation3.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (organisation3)-[part_of25:PART_OF*0..2]->(business13:Business)-[owned_by20:OWNED_BY]->(owner10:Person)
      WHERE all(step18 IN part_of25 WHERE coalesce(step18.validFrom <= $given.now, true) AND coalesce(step18.validTo > $given.now, true) AND step18.retractedAt IS NULL) AND business13.retractedAt IS NULL AND coalesce(owned_by20.validFrom <= $given.now, true) AND coalesce(owned_by20.validTo > $given.now, true) AND owned_by20.retractedAt IS NULL AND owner10.retractedAt IS NULL
      WITH CASE WHEN owner10.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner10)-[protected_as25:PROTECTED_AS]->(protection34:Protection)
        WHERE coalesce(protected_as25.validFrom <= $given.now, true) AND coalesce(protected_as25.validTo > $given.now, true) AND protected_as25.retractedAt IS NULL AND protection34.retractedAt IS NULL
        AND ((ctx.id <> owner10.id AND protection34.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection34.id IN ctx.protectionExcepted)) OR (protection34.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection34.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection34.code
      } + CASE WHEN ctx.id <> owner10.id AND owner10.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner10)<-[is28:IS]-(employee25:Employee)-[holds37:HOLDS]->(position55:Position)-[at53:AT]->(unit42:Unit)
        WHERE coalesce(is28.validFrom <= $given.now, true) AND coalesce(is28.validTo > $given.now, true) AND is28.retractedAt IS NULL AND employee25.retractedAt IS NULL AND coalesce(holds37.validFrom <= $given.now, true) AND coalesce(holds37.validTo > $given.now, true) AND holds37.retractedAt IS NULL AND position55.retractedAt IS NULL AND coalesce(at53.validFrom <= $given.now, true) AND coalesce(at53.validTo > $given.now, true) AND at53.retractedAt IS NULL AND unit42.retractedAt IS NULL
        AND unit42.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner10Codes
      WHERE size(owner10Codes) > 0
      RETURN owner10Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN organisation3.id END, name: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (organisation3)-[owned_by21:OWNED_BY]->(person19:Person)
      WHERE owned_by21.validFrom <= $given.now AND coalesce(owned_by21.validTo, 9007199254740991) > $given.now AND owned_by21.retractedAt IS NULL AND person19.retractedAt IS NULL
    } AND organisation3.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (organisation3)-[part_of26:PART_OF*0..2]->(business14:Business)-[owned_by22:OWNED_BY]->(owner11:Person)
      WHERE all(step19 IN part_of26 WHERE coalesce(step19.validFrom <= $given.now, true) AND coalesce(step19.validTo > $given.now, true) AND step19.retractedAt IS NULL) AND business14.retractedAt IS NULL AND coalesce(owned_by22.validFrom <= $given.now, true) AND coalesce(owned_by22.validTo > $given.now, true) AND owned_by22.retractedAt IS NULL AND owner11.retractedAt IS NULL
      WITH CASE WHEN owner11.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner11)-[protected_as26:PROTECTED_AS]->(protection35:Protection)
        WHERE coalesce(protected_as26.validFrom <= $given.now, true) AND coalesce(protected_as26.validTo > $given.now, true) AND protected_as26.retractedAt IS NULL AND protection35.retractedAt IS NULL
        AND ((ctx.id <> owner11.id AND protection35.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection35.id IN ctx.protectionExcepted)) OR (protection35.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection35.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection35.code
      } + CASE WHEN ctx.id <> owner11.id AND owner11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner11)<-[is29:IS]-(employee26:Employee)-[holds38:HOLDS]->(position56:Position)-[at54:AT]->(unit43:Unit)
        WHERE coalesce(is29.validFrom <= $given.now, true) AND coalesce(is29.validTo > $given.now, true) AND is29.retractedAt IS NULL AND employee26.retractedAt IS NULL AND coalesce(holds38.validFrom <= $given.now, true) AND coalesce(holds38.validTo > $given.now, true) AND holds38.retractedAt IS NULL AND position56.retractedAt IS NULL AND coalesce(at54.validFrom <= $given.now, true) AND coalesce(at54.validTo > $given.now, true) AND at54.retractedAt IS NULL AND unit43.retractedAt IS NULL
        AND unit43.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner11Codes
      WHERE size(owner11Codes) > 0
      RETURN owner11Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN organisation3.name END}, {relationship: 'TO', label: 'Consent', id: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN consent3.id END, name: null}, {relationship: 'FROM', label: 'Person', id: person2.id, name: null}, {relationship: 'FOR', label: 'Purpose', id: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN purpose3.id END, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN holds35.validTo END, CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (organisation3)-[owned_by23:OWNED_BY]->(person20:Person)
      WHERE owned_by23.validFrom <= $given.now AND coalesce(owned_by23.validTo, 9007199254740991) > $given.now AND owned_by23.retractedAt IS NULL AND person20.retractedAt IS NULL
    } AND organisation3.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (organisation3)-[part_of27:PART_OF*0..2]->(business15:Business)-[owned_by24:OWNED_BY]->(owner12:Person)
      WHERE all(step20 IN part_of27 WHERE coalesce(step20.validFrom <= $given.now, true) AND coalesce(step20.validTo > $given.now, true) AND step20.retractedAt IS NULL) AND business15.retractedAt IS NULL AND coalesce(owned_by24.validFrom <= $given.now, true) AND coalesce(owned_by24.validTo > $given.now, true) AND owned_by24.retractedAt IS NULL AND owner12.retractedAt IS NULL
      WITH CASE WHEN owner12.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner12)-[protected_as27:PROTECTED_AS]->(protection36:Protection)
        WHERE coalesce(protected_as27.validFrom <= $given.now, true) AND coalesce(protected_as27.validTo > $given.now, true) AND protected_as27.retractedAt IS NULL AND protection36.retractedAt IS NULL
        AND ((ctx.id <> owner12.id AND protection36.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection36.id IN ctx.protectionExcepted)) OR (protection36.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection36.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection36.code
      } + CASE WHEN ctx.id <> owner12.id AND owner12.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner12)<-[is30:IS]-(employee27:Employee)-[holds39:HOLDS]->(position57:Position)-[at55:AT]->(unit44:Unit)
        WHERE coalesce(is30.validFrom <= $given.now, true) AND coalesce(is30.validTo > $given.now, true) AND is30.retractedAt IS NULL AND employee27.retractedAt IS NULL AND coalesce(holds39.validFrom <= $given.now, true) AND coalesce(holds39.validTo > $given.now, true) AND holds39.retractedAt IS NULL AND position57.retractedAt IS NULL AND coalesce(at55.validFrom <= $given.now, true) AND coalesce(at55.validTo > $given.now, true) AND at55.retractedAt IS NULL AND unit44.retractedAt IS NULL
        AND unit44.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner12Codes
      WHERE size(owner12Codes) > 0
      RETURN owner12Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN at51.validTo END, CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN to3.validTo END, CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN from3.validTo END, CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN for2.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons12
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3) {
    MATCH (viewer14:Employee {ident: $given.viewer})
    MATCH (viewer14)-[holds40:HOLDS]->(position58:Position)-[at56:AT]->(business16:Business)<-[part_of28:PART_OF*0..2]-(business17:Business)<-[employed_by2:EMPLOYED_BY]-(person2)
    WHERE holds40.validFrom <= $given.now AND coalesce(holds40.validTo, 9007199254740991) > $given.now AND holds40.retractedAt IS NULL AND position58.retractedAt IS NULL AND at56.validFrom <= $given.now AND coalesce(at56.validTo, 9007199254740991) > $given.now AND at56.retractedAt IS NULL AND business16.retractedAt IS NULL AND all(step21 IN part_of28 WHERE step21.validFrom <= $given.now AND coalesce(step21.validTo, 9007199254740991) > $given.now AND step21.retractedAt IS NULL) AND business17.retractedAt IS NULL AND employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL
    RETURN collect({rule: 'business.attached-person', path_of: '(viewer:Person|Employee)-[:HOLDS]->(position:Position)-[:AT]->(business:Business)<-[:PART_OF*0..2]-(:Business)<-[:EMPLOYED_BY]-(subject:Person)', gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found55 = [], seat27 IN [seat27 IN ctx.seats WHERE seat27.position = position58.id AND seat27.reach IN ['LOCAL']] | found55 + seat27.codes + seat27.themed) ELSE [] END, words: {business_name: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business16)-[owned_by25:OWNED_BY]->(person21:Person)
      WHERE owned_by25.validFrom <= $given.now AND coalesce(owned_by25.validTo, 9007199254740991) > $given.now AND owned_by25.retractedAt IS NULL AND person21.retractedAt IS NULL
    } AND business16.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business16)-[part_of29:PART_OF*0..2]->(business18:Business)-[owned_by26:OWNED_BY]->(owner13:Person)
      WHERE all(step22 IN part_of29 WHERE coalesce(step22.validFrom <= $given.now, true) AND coalesce(step22.validTo > $given.now, true) AND step22.retractedAt IS NULL) AND business18.retractedAt IS NULL AND coalesce(owned_by26.validFrom <= $given.now, true) AND coalesce(owned_by26.validTo > $given.now, true) AND owned_by26.retractedAt IS NULL AND owner13.retractedAt IS NULL
      WITH CASE WHEN owner13.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner13)-[protected_as28:PROTECTED_AS]->(protection37:Protection)
        WHERE coalesce(protected_as28.validFrom <= $given.now, true) AND coalesce(protected_as28.validTo > $given.now, true) AND protected_as28.retractedAt IS NULL AND protection37.retractedAt IS NULL
        AND ((ctx.id <> owner13.id AND protection37.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection37.id IN ctx.protectionExcepted)) OR (protection37.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection37.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection37.code
      } + CASE WHEN ctx.id <> owner13.id AND owner13.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner13)<-[is31:IS]-(employee28:Employee)-[holds41:HOLDS]->(position59:Position)-[at57:AT]->(unit45:Unit)
        WHERE coalesce(is31.validFrom <= $given.now, true) AND coalesce(is31.validTo > $given.now, true) AND is31.retractedAt IS NULL AND employee28.retractedAt IS NULL AND coalesce(holds41.validFrom <= $given.now, true) AND coalesce(holds41.validTo > $given.now, true) AND holds41.retractedAt IS NULL AND position59.retractedAt IS NULL AND coalesce(at57.validFrom <= $given.now, true) AND coalesce(at57.validTo > $given.now, true) AND at57.retractedAt IS NULL AND unit45.retractedAt IS NULL
        AND unit45.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner13Codes
      WHERE size(owner13Codes) > 0
      RETURN owner13Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business16.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 THEN position58.id END, name: null}, {relationship: 'AT', label: 'Business', id: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business16)-[owned_by27:OWNED_BY]->(person22:Person)
      WHERE owned_by27.validFrom <= $given.now AND coalesce(owned_by27.validTo, 9007199254740991) > $given.now AND owned_by27.retractedAt IS NULL AND person22.retractedAt IS NULL
    } AND business16.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business16)-[part_of30:PART_OF*0..2]->(business19:Business)-[owned_by28:OWNED_BY]->(owner14:Person)
      WHERE all(step23 IN part_of30 WHERE coalesce(step23.validFrom <= $given.now, true) AND coalesce(step23.validTo > $given.now, true) AND step23.retractedAt IS NULL) AND business19.retractedAt IS NULL AND coalesce(owned_by28.validFrom <= $given.now, true) AND coalesce(owned_by28.validTo > $given.now, true) AND owned_by28.retractedAt IS NULL AND owner14.retractedAt IS NULL
      WITH CASE WHEN owner14.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner14)-[protected_as29:PROTECTED_AS]->(protection38:Protection)
        WHERE coalesce(protected_as29.validFrom <= $given.now, true) AND coalesce(protected_as29.validTo > $given.now, true) AND protected_as29.retractedAt IS NULL AND protection38.retractedAt IS NULL
        AND ((ctx.id <> owner14.id AND protection38.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection38.id IN ctx.protectionExcepted)) OR (protection38.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection38.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection38.code
      } + CASE WHEN ctx.id <> owner14.id AND owner14.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner14)<-[is32:IS]-(employee29:Employee)-[holds42:HOLDS]->(position60:Position)-[at58:AT]->(unit46:Unit)
        WHERE coalesce(is32.validFrom <= $given.now, true) AND coalesce(is32.validTo > $given.now, true) AND is32.retractedAt IS NULL AND employee29.retractedAt IS NULL AND coalesce(holds42.validFrom <= $given.now, true) AND coalesce(holds42.validTo > $given.now, true) AND holds42.retractedAt IS NULL AND position60.retractedAt IS NULL AND coalesce(at58.validFrom <= $given.now, true) AND coalesce(at58.validTo > $given.now, true) AND at58.retractedAt IS NULL AND unit46.retractedAt IS NULL
        AND unit46.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner14Codes
      WHERE size(owner14Codes) > 0
      RETURN owner14Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business16.id END, name: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business16)-[owned_by29:OWNED_BY]->(person23:Person)
      WHERE owned_by29.validFrom <= $given.now AND coalesce(owned_by29.validTo, 9007199254740991) > $given.now AND owned_by29.retractedAt IS NULL AND person23.retractedAt IS NULL
    } AND business16.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business16)-[part_of31:PART_OF*0..2]->(business20:Business)-[owned_by30:OWNED_BY]->(owner15:Person)
      WHERE all(step24 IN part_of31 WHERE coalesce(step24.validFrom <= $given.now, true) AND coalesce(step24.validTo > $given.now, true) AND step24.retractedAt IS NULL) AND business20.retractedAt IS NULL AND coalesce(owned_by30.validFrom <= $given.now, true) AND coalesce(owned_by30.validTo > $given.now, true) AND owned_by30.retractedAt IS NULL AND owner15.retractedAt IS NULL
      WITH CASE WHEN owner15.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner15)-[protected_as30:PROTECTED_AS]->(protection39:Protection)
        WHERE coalesce(protected_as30.validFrom <= $given.now, true) AND coalesce(protected_as30.validTo > $given.now, true) AND protected_as30.retractedAt IS NULL AND protection39.retractedAt IS NULL
        AND ((ctx.id <> owner15.id AND protection39.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection39.id IN ctx.protectionExcepted)) OR (protection39.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection39.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection39.code
      } + CASE WHEN ctx.id <> owner15.id AND owner15.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner15)<-[is33:IS]-(employee30:Employee)-[holds43:HOLDS]->(position61:Position)-[at59:AT]->(unit47:Unit)
        WHERE coalesce(is33.validFrom <= $given.now, true) AND coalesce(is33.validTo > $given.now, true) AND is33.retractedAt IS NULL AND employee30.retractedAt IS NULL AND coalesce(holds43.validFrom <= $given.now, true) AND coalesce(holds43.validTo > $given.now, true) AND holds43.retractedAt IS NULL AND position61.retractedAt IS NULL AND coalesce(at59.validFrom <= $given.now, true) AND coalesce(at59.validTo > $given.now, true) AND at59.retractedAt IS NULL AND unit47.retractedAt IS NULL
        AND unit47.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner15Codes
      WHERE size(owner15Codes) > 0
      RETURN owner15Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business16.name END}, {relationship: 'PART_OF', label: 'Business', id: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business17)-[owned_by31:OWNED_BY]->(person24:Person)
      WHERE owned_by31.validFrom <= $given.now AND coalesce(owned_by31.validTo, 9007199254740991) > $given.now AND owned_by31.retractedAt IS NULL AND person24.retractedAt IS NULL
    } AND business17.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business17)-[part_of32:PART_OF*0..2]->(business21:Business)-[owned_by32:OWNED_BY]->(owner16:Person)
      WHERE all(step25 IN part_of32 WHERE coalesce(step25.validFrom <= $given.now, true) AND coalesce(step25.validTo > $given.now, true) AND step25.retractedAt IS NULL) AND business21.retractedAt IS NULL AND coalesce(owned_by32.validFrom <= $given.now, true) AND coalesce(owned_by32.validTo > $given.now, true) AND owned_by32.retractedAt IS NULL AND owner16.retractedAt IS NULL
      WITH CASE WHEN owner16.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner16)-[protected_as31:PROTECTED_AS]->(protection40:Protection)
        WHERE coalesce(protected_as31.validFrom <= $given.now, true) AND coalesce(protected_as31.validTo > $given.now, true) AND protected_as31.retractedAt IS NULL AND protection40.retractedAt IS NULL
        AND ((ctx.id <> owner16.id AND protection40.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection40.id IN ctx.protectionExcepted)) OR (protection40.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection40.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection40.code
      } + CASE WHEN ctx.id <> owner16.id AND owner16.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner16)<-[is34:IS]-(employee31:Employee)-[holds44:HOLDS]->(position62:Position)-[at60:AT]->(unit48:Unit)
        WHERE coalesce(is34.validFrom <= $given.now, true) AND coalesce(is34.validTo > $given.now, true) AND is34.retractedAt IS NULL AND employee31.retractedAt IS NULL AND coalesce(holds44.validFrom <= $given.now, true) AND coalesce(holds44.validTo > $given.now, true) AND holds44.retractedAt IS NULL AND position62.retractedAt IS NULL AND coalesce(at60.validFrom <= $given.now, true) AND coalesce(at60.validTo > $given.now, true) AND at60.retractedAt IS NULL AND unit48.retractedAt IS NULL
        AND unit48.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner16Codes
      WHERE size(owner16Codes) > 0
      RETURN owner16Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business17.id END, name: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business17)-[owned_by33:OWNED_BY]->(person25:Person)
      WHERE owned_by33.validFrom <= $given.now AND coalesce(owned_by33.validTo, 9007199254740991) > $given.now AND owned_by33.retractedAt IS NULL AND person25.retractedAt IS NULL
    } AND business17.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business17)-[part_of33:PART_OF*0..2]->(business22:Business)-[owned_by34:OWNED_BY]->(owner17:Person)
      WHERE all(step26 IN part_of33 WHERE coalesce(step26.validFrom <= $given.now, true) AND coalesce(step26.validTo > $given.now, true) AND step26.retractedAt IS NULL) AND business22.retractedAt IS NULL AND coalesce(owned_by34.validFrom <= $given.now, true) AND coalesce(owned_by34.validTo > $given.now, true) AND owned_by34.retractedAt IS NULL AND owner17.retractedAt IS NULL
      WITH CASE WHEN owner17.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner17)-[protected_as32:PROTECTED_AS]->(protection41:Protection)
        WHERE coalesce(protected_as32.validFrom <= $given.now, true) AND coalesce(protected_as32.validTo > $given.now, true) AND protected_as32.retractedAt IS NULL AND protection41.retractedAt IS NULL
        AND ((ctx.id <> owner17.id AND protection41.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection41.id IN ctx.protectionExcepted)) OR (protection41.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection41.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection41.code
      } + CASE WHEN ctx.id <> owner17.id AND owner17.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner17)<-[is35:IS]-(employee32:Employee)-[holds45:HOLDS]->(position63:Position)-[at61:AT]->(unit49:Unit)
        WHERE coalesce(is35.validFrom <= $given.now, true) AND coalesce(is35.validTo > $given.now, true) AND is35.retractedAt IS NULL AND employee32.retractedAt IS NULL AND coalesce(holds45.validFrom <= $given.now, true) AND coalesce(holds45.validTo > $given.now, true) AND holds45.retractedAt IS NULL AND position63.retractedAt IS NULL AND coalesce(at61.validFrom <= $given.now, true) AND coalesce(at61.validTo > $given.now, true) AND at61.retractedAt IS NULL AND unit49.retractedAt IS NULL
        AND unit49.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner17Codes
      WHERE size(owner17Codes) > 0
      RETURN owner17Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business17.name END}, {relationship: 'EMPLOYED_BY', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 THEN holds40.validTo END, CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business16)-[owned_by35:OWNED_BY]->(person26:Person)
      WHERE owned_by35.validFrom <= $given.now AND coalesce(owned_by35.validTo, 9007199254740991) > $given.now AND owned_by35.retractedAt IS NULL AND person26.retractedAt IS NULL
    } AND business16.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business16)-[part_of34:PART_OF*0..2]->(business23:Business)-[owned_by36:OWNED_BY]->(owner18:Person)
      WHERE all(step27 IN part_of34 WHERE coalesce(step27.validFrom <= $given.now, true) AND coalesce(step27.validTo > $given.now, true) AND step27.retractedAt IS NULL) AND business23.retractedAt IS NULL AND coalesce(owned_by36.validFrom <= $given.now, true) AND coalesce(owned_by36.validTo > $given.now, true) AND owned_by36.retractedAt IS NULL AND owner18.retractedAt IS NULL
      WITH CASE WHEN owner18.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner18)-[protected_as33:PROTECTED_AS]->(protection42:Protection)
        WHERE coalesce(protected_as33.validFrom <= $given.now, true) AND coalesce(protected_as33.validTo > $given.now, true) AND protected_as33.retractedAt IS NULL AND protection42.retractedAt IS NULL
        AND ((ctx.id <> owner18.id AND protection42.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection42.id IN ctx.protectionExcepted)) OR (protection42.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection42.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection42.code
      } + CASE WHEN ctx.id <> owner18.id AND owner18.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner18)<-[is36:IS]-(employee33:Employee)-[holds46:HOLDS]->(position64:Position)-[at62:AT]->(unit50:Unit)
        WHERE coalesce(is36.validFrom <= $given.now, true) AND coalesce(is36.validTo > $given.now, true) AND is36.retractedAt IS NULL AND employee33.retractedAt IS NULL AND coalesce(holds46.validFrom <= $given.now, true) AND coalesce(holds46.validTo > $given.now, true) AND holds46.retractedAt IS NULL AND position64.retractedAt IS NULL AND coalesce(at62.validFrom <= $given.now, true) AND coalesce(at62.validTo > $given.now, true) AND at62.retractedAt IS NULL AND unit50.retractedAt IS NULL
        AND unit50.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS owner18Codes
      WHERE size(owner18Codes) > 0
      RETURN owner18Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN at56.validTo END, CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 THEN employed_by2.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons13
  }
  RETURN head(collect({it: {id: person2.id}, access: {mask: person2Mask, codes: person2Codes + person2Overridable, offered: CASE WHEN size(person2Codes + person2Overridable) > 0 THEN person2Offered ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects, reasons: reasons + reasons2 + reasons3 + reasons4 + reasons5 + reasons6 + reasons7 + reasons8 + reasons9 + reasons10 + reasons11 + reasons12 + reasons13})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, person
