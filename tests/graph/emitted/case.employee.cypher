// Case (employee)
OPTIONAL MATCH (viewer:Employee {ident: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)-[is:IS]->(subject2:Person)
  WHERE is.retractedAt IS NULL AND subject2.retractedAt IS NULL
  RETURN collect(DISTINCT subject2) AS persons
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
  MATCH (viewer)-[is2:IS]->(person3:Person)
  WHERE is2.validFrom <= $given.now AND coalesce(is2.validTo, 9007199254740991) > $given.now AND is2.retractedAt IS NULL AND person3.retractedAt IS NULL
  RETURN collect(DISTINCT person3) AS persons2
}
CALL (viewer) {
  MATCH (viewer)-[is4:IS]->(person5:Person)
  WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND person5.retractedAt IS NULL
  RETURN collect(DISTINCT person5) AS persons3
}
CALL (viewer) {
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case3:Case)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case3.retractedAt IS NULL
  RETURN collect(DISTINCT case3) AS cases
}
CALL (viewer, positions) {
  UNWIND positions AS position34
  MATCH (position34)-[in15:IN]->(role6:Role)-[may_state:MAY_STATE]->(purpose4:Purpose)
  WHERE in15.validFrom <= $given.now AND coalesce(in15.validTo, 9007199254740991) > $given.now AND in15.retractedAt IS NULL AND role6.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose4.retractedAt IS NULL
  AND purpose4.code = $given.purpose
  WITH DISTINCT purpose4
  OPTIONAL MATCH (purpose4)-[covers7:COVERS]->(category5:Category)
  WHERE covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND category5.retractedAt IS NULL
  WITH count(DISTINCT purpose4) > 0 AS permitted, collect(DISTINCT category5.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position35
  MATCH (position35)-[in16:IN]->(role7:Role)
  WHERE in16.validFrom <= $given.now AND coalesce(in16.validTo, 9007199254740991) > $given.now AND in16.retractedAt IS NULL AND role7.retractedAt IS NULL
  WITH position35, role7, COLLECT {
    MATCH (role7)-[covers8:COVERS]->(category6:Category)
    WHERE covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category6.retractedAt IS NULL
    AND 'READ' IN coalesce(covers8.actions, ['READ'])
    UNWIND [category6.code] + CASE category6.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code38
    WITH code38
    WHERE code38 IN covered
    RETURN DISTINCT code38
  } AS codes, COLLECT {
    MATCH (role7)-[covers9:COVERS]->(category7:Category)
    WHERE covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND category7.retractedAt IS NULL
    MATCH (role7)-[handles3:HANDLES]->(theme35:Theme)
    WHERE handles3.validFrom <= $given.now AND coalesce(handles3.validTo, 9007199254740991) > $given.now AND handles3.retractedAt IS NULL AND theme35.retractedAt IS NULL
    AND 'READ' IN coalesce(covers9.actions, ['READ']) AND category7.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category7.code IN covered
    RETURN DISTINCT category7.code + ':' + theme35.code
  } AS themed
  RETURN collect({position: position35.id, reach: role7.reach, codes: codes, themed: themed}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case10
  MATCH (case10)-[concerns12:CONCERNS]->(person10:Person)
  WHERE concerns12.validFrom <= $given.now AND coalesce(concerns12.validTo, 9007199254740991) > $given.now AND concerns12.retractedAt IS NULL AND person10.retractedAt IS NULL
  AND case10.id = $given.case
  RETURN collect(DISTINCT person10.id) AS caseSubjects
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS subject3
  RETURN collect(DISTINCT subject3.id) AS self
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self2
  MATCH (self2)-[parent_of:PARENT_OF]->(subject4:Person)
  WHERE parent_of.retractedAt IS NULL AND subject4.retractedAt IS NULL
  RETURN collect(DISTINCT subject4.id) AS child
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self3
  MATCH (self3)<-[parent_of2:PARENT_OF]-(subject5:Person)
  WHERE parent_of2.retractedAt IS NULL AND subject5.retractedAt IS NULL
  RETURN collect(DISTINCT subject5.id) AS parent
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self4
  MATCH (self4)<-[parent_of3:PARENT_OF*2..3]-(subject6:Person)
  WHERE all(step IN parent_of3 WHERE step.retractedAt IS NULL) AND subject6.retractedAt IS NULL
  RETURN collect(DISTINCT subject6.id) AS ancestor
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)-[parent_of4:PARENT_OF*2..3]->(subject7:Person)
  WHERE all(step2 IN parent_of4 WHERE step2.retractedAt IS NULL) AND subject7.retractedAt IS NULL
  RETURN collect(DISTINCT subject7.id) AS descendant
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self6
  MATCH (self6)-[partner_of:PARTNER_OF]->(subject8:Person)
  WHERE partner_of.retractedAt IS NULL AND subject8.retractedAt IS NULL
  RETURN collect(DISTINCT subject8.id) AS partner
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self7
  MATCH (self7)<-[partner_of2:PARTNER_OF]-(subject9:Person)
  WHERE partner_of2.retractedAt IS NULL AND subject9.retractedAt IS NULL
  RETURN collect(DISTINCT subject9.id) AS partnerBack
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self8
  MATCH (self8)<-[parent_of5:PARENT_OF]-(person:Person)
  WHERE parent_of5.retractedAt IS NULL AND person.retractedAt IS NULL
  MATCH (person)-[parent_of6:PARENT_OF]->(subject10:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject10.retractedAt IS NULL AND self8.id <> subject10.id
  RETURN collect(DISTINCT subject10.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self9
  MATCH (self9)-[parent_of7:PARENT_OF]->(person2:Person)
  WHERE parent_of7.retractedAt IS NULL AND person2.retractedAt IS NULL
  MATCH (person2)<-[parent_of8:PARENT_OF]-(subject11:Person)
  WHERE parent_of8.retractedAt IS NULL AND subject11.retractedAt IS NULL AND self9.id <> subject11.id
  RETURN collect(DISTINCT subject11.id) AS commonChild
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
  UNWIND persons2 AS person4
  RETURN count(*) > 0 AS excepted
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position6
  MATCH (position6)-[at5:AT]->(unit4:Unit)
  WHERE coalesce(at5.validFrom <= $given.now, true) AND coalesce(at5.validTo > $given.now, true) AND at5.retractedAt IS NULL AND unit4.retractedAt IS NULL
  RETURN collect(DISTINCT unit4.id) AS sameOffice
}
CALL (viewer, covered, seats, persons3) {
  UNWIND persons3 AS person6
  MATCH (person6)<-[to:TO]-(mandate:Mandate {kind: 'GUARDIANSHIP'})-[from:FROM]->(subject12:Person)
  WHERE coalesce(to.validFrom <= $given.now, true) AND coalesce(to.validTo > $given.now, true) AND to.retractedAt IS NULL AND coalesce(mandate.validFrom <= $given.now, true) AND coalesce(mandate.validTo > $given.now, true) AND mandate.retractedAt IS NULL AND coalesce(mandate.revokedAt > $given.now, true) AND coalesce(from.validFrom <= $given.now, true) AND coalesce(from.validTo > $given.now, true) AND from.retractedAt IS NULL AND subject12.retractedAt IS NULL
  RETURN collect(DISTINCT subject12.id) AS guardian
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
  UNWIND cases AS case4
  MATCH (case4)-[concerns2:CONCERNS {part: 'MAIN'}]->(subject13:Person)
  WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject13.retractedAt IS NULL AND (case4.closedAt IS NULL OR case4.closedAt > $given.now)
  WITH case4, covered, seats, collect(DISTINCT subject13.id) AS at
  WITH *, COLLECT {
    MATCH (case4)-[in2:IN]->(theme3:Theme)
    WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme3.retractedAt IS NULL
    RETURN DISTINCT theme3.code
  } AS themes
  WITH reduce(found11 = [], entry2 IN reduce(found10 = [], seat6 IN seats | found10 + seat6.codes + seat6.themed) | found11 + CASE WHEN NOT entry2 CONTAINS ':' THEN [entry2] WHEN entry2 ENDS WITH ':*' THEN [theme4 IN themes | split(entry2, ':')[0] + ':' + theme4] WHEN split(entry2, ':')[1] IN themes THEN [entry2] ELSE [] END) AS gives, at
  RETURN collect({gives: gives, at: at}) AS assignedCase
}
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case5
  MATCH (case5)-[concerns3:CONCERNS {part: 'PARTY'}]->(subject14:Person)
  WHERE concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL AND subject14.retractedAt IS NULL AND (case5.closedAt IS NULL OR case5.closedAt > $given.now)
  WITH case5, covered, seats, collect(DISTINCT subject14.id) AS at
  WITH *, COLLECT {
    MATCH (case5)-[in3:IN]->(theme5:Theme)
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
  MATCH (viewer)<-[by:BY]-(override:Override)-[of:OF]->(subject15:Person)
  WHERE by.validFrom <= $given.now AND coalesce(by.validTo, 9007199254740991) > $given.now AND by.retractedAt IS NULL AND override.validFrom <= $given.now AND coalesce(override.validTo, 9007199254740991) > $given.now AND override.retractedAt IS NULL AND of.validFrom <= $given.now AND coalesce(of.validTo, 9007199254740991) > $given.now AND of.retractedAt IS NULL AND subject15.retractedAt IS NULL
  WITH position14, override, covered, seats, collect(DISTINCT subject15.id) AS at
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
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case7
  MATCH (case7)-[concerns5:CONCERNS {part: 'MAIN'}]->(subject17:Device)
  WHERE concerns5.validFrom <= $given.now AND coalesce(concerns5.validTo, 9007199254740991) > $given.now AND concerns5.retractedAt IS NULL AND subject17.retractedAt IS NULL AND (case7.closedAt IS NULL OR case7.closedAt > $given.now)
  WITH case7, covered, seats, collect(DISTINCT subject17.id) AS at
  WITH *, COLLECT {
    MATCH (case7)-[in8:IN]->(theme16:Theme)
    WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND theme16.retractedAt IS NULL
    RETURN DISTINCT theme16.code
  } AS themes5
  WITH [entry10 IN reduce(found38 = [], entry9 IN reduce(found37 = [], seat15 IN seats | found37 + seat15.codes + seat15.themed) | found38 + CASE WHEN NOT entry9 CONTAINS ':' THEN [entry9] WHEN entry9 ENDS WITH ':*' THEN [theme17 IN themes5 | split(entry9, ':')[0] + ':' + theme17] WHEN split(entry9, ':')[1] IN themes5 THEN [entry9] ELSE [] END) WHERE split(entry10, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, at
  RETURN collect({gives: gives, at: at}) AS assignedCase2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position22
  MATCH (position22)-[at21:AT]->(place:Unit|Municipality|Business)
  WHERE at21.validFrom <= $given.now AND coalesce(at21.validTo, 9007199254740991) > $given.now AND at21.retractedAt IS NULL AND place.retractedAt IS NULL
  WITH position22, covered, seats, collect(DISTINCT place.id) AS at
  WITH [entry11 IN reduce(found40 = [], seat16 IN [seat16 IN seats WHERE seat16.position = position22.id AND seat16.reach IN ['LOCAL']] | found40 + seat16.codes + seat16.themed) WHERE split(entry11, ':')[0] IN ['DEVICES']] AS gives, at
  RETURN collect({gives: gives, at: at}) AS technician
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position24
  MATCH (position24)-[at23:AT]->(unit16:Unit)-[serves3:SERVES]->(area11:Area)
  WHERE at23.validFrom <= $given.now AND coalesce(at23.validTo, 9007199254740991) > $given.now AND at23.retractedAt IS NULL AND unit16.retractedAt IS NULL AND serves3.validFrom <= $given.now AND coalesce(serves3.validTo, 9007199254740991) > $given.now AND serves3.retractedAt IS NULL AND area11.retractedAt IS NULL AND serves3.theme IS NULL
  WITH position24, covered, seats, collect(DISTINCT area11.id) AS at
  WITH [entry12 IN reduce(found42 = [], seat17 IN [seat17 IN seats WHERE seat17.position = position24.id AND seat17.reach IN ['LOCAL']] | found42 + seat17.codes + seat17.themed) WHERE split(entry12, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, at
  RETURN collect({gives: gives, at: at}) AS localOffice3
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position25
  MATCH (position25)-[at24:AT]->(unit17:Unit)-[serves4:SERVES]->(area13:Area)
  WHERE at24.validFrom <= $given.now AND coalesce(at24.validTo, 9007199254740991) > $given.now AND at24.retractedAt IS NULL AND unit17.retractedAt IS NULL AND serves4.validFrom <= $given.now AND coalesce(serves4.validTo, 9007199254740991) > $given.now AND serves4.retractedAt IS NULL AND area13.retractedAt IS NULL
  MATCH (position25)-[in10:IN]->(role4:Role)-[handles2:HANDLES]->(theme22:Theme)
  WHERE in10.validFrom <= $given.now AND coalesce(in10.validTo, 9007199254740991) > $given.now AND in10.retractedAt IS NULL AND role4.retractedAt IS NULL AND handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme22.retractedAt IS NULL AND serves4.theme = theme22.code
  WITH position25, theme22, covered, seats, collect(DISTINCT area13.id) AS at
  WITH reduce(found45 = [], entry14 IN [entry13 IN reduce(found44 = [], seat18 IN [seat18 IN seats WHERE seat18.position = position25.id AND seat18.reach IN ['LOCAL']] | found44 + seat18.codes + seat18.themed) WHERE split(entry13, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] | found45 + CASE WHEN NOT entry14 CONTAINS ':' THEN [entry14] WHEN entry14 ENDS WITH ':*' THEN [theme23 IN [theme22.code] | split(entry14, ':')[0] + ':' + theme23] WHEN split(entry14, ':')[1] IN [theme22.code] THEN [entry14] ELSE [] END) AS gives, at
  RETURN collect({gives: gives, at: at}) AS localOffice4
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position26
  MATCH (position26)-[at25:AT]->(unit18:Unit)
  WHERE at25.validFrom <= $given.now AND coalesce(at25.validTo, 9007199254740991) > $given.now AND at25.retractedAt IS NULL AND unit18.retractedAt IS NULL
  WITH DISTINCT position26, covered, seats
  WITH [entry15 IN reduce(found47 = [], seat19 IN [seat19 IN seats WHERE seat19.position = position26.id AND seat19.reach IN ['NATIONAL']] | found47 + seat19.codes + seat19.themed) WHERE split(entry15, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives
  RETURN reduce(all = [], each IN collect(gives) | all + each) AS nationalRole2
}
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case8
  MATCH (case8)-[concerns7:CONCERNS {part: 'MAIN'}]->(subject19:Business)
  WHERE concerns7.validFrom <= $given.now AND coalesce(concerns7.validTo, 9007199254740991) > $given.now AND concerns7.retractedAt IS NULL AND subject19.retractedAt IS NULL AND (case8.closedAt IS NULL OR case8.closedAt > $given.now)
  WITH case8, covered, seats, collect(DISTINCT subject19.id) AS at
  WITH *, COLLECT {
    MATCH (case8)-[in11:IN]->(theme24:Theme)
    WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND theme24.retractedAt IS NULL
    RETURN DISTINCT theme24.code
  } AS themes6
  WITH [entry17 IN reduce(found49 = [], entry16 IN reduce(found48 = [], seat20 IN seats | found48 + seat20.codes + seat20.themed) | found49 + CASE WHEN NOT entry16 CONTAINS ':' THEN [entry16] WHEN entry16 ENDS WITH ':*' THEN [theme25 IN themes6 | split(entry16, ':')[0] + ':' + theme25] WHEN split(entry16, ':')[1] IN themes6 THEN [entry16] ELSE [] END) WHERE split(entry17, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, at
  RETURN collect({gives: gives, at: at}) AS assignedCase3
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position27
  MATCH (position27)-[at26:AT]->(subject20:Business)
  WHERE at26.validFrom <= $given.now AND coalesce(at26.validTo, 9007199254740991) > $given.now AND at26.retractedAt IS NULL AND subject20.retractedAt IS NULL
  WITH position27, covered, seats, collect(DISTINCT subject20.id) AS at
  WITH [entry18 IN reduce(found51 = [], seat21 IN [seat21 IN seats WHERE seat21.position = position27.id AND seat21.reach IN ['LOCAL']] | found51 + seat21.codes + seat21.themed) WHERE split(entry18, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, at
  RETURN collect({gives: gives, at: at}) AS representative
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position28
  MATCH (position28)-[at27:AT]->(business5:Business)
  WHERE at27.validFrom <= $given.now AND coalesce(at27.validTo, 9007199254740991) > $given.now AND at27.retractedAt IS NULL AND business5.retractedAt IS NULL
  WITH position28, covered, seats, collect(DISTINCT business5.id) AS at
  WITH [entry19 IN reduce(found53 = [], seat22 IN [seat22 IN seats WHERE seat22.position = position28.id AND seat22.reach IN ['LOCAL']] | found53 + seat22.codes + seat22.themed) WHERE split(entry19, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, at
  RETURN collect({gives: gives, at: at}) AS hierarchy
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position30
  MATCH (position30)-[in13:IN]->(role5:Role {code: 'CASE_HISTORIAN'})
  WHERE in13.validFrom <= $given.now AND coalesce(in13.validTo, 9007199254740991) > $given.now AND in13.retractedAt IS NULL AND role5.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted5
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position31
  MATCH (position31)-[at29:AT]->(unit21:Unit)
  WHERE at29.validFrom <= $given.now AND coalesce(at29.validTo, 9007199254740991) > $given.now AND at29.retractedAt IS NULL AND unit21.retractedAt IS NULL
  MATCH (viewer)-[cleared_for5:CLEARED_FOR]->(protection14:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection14.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted6
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, staff: staff, protectionExcepted: protectionExcepted, shielded: shielded, excepted: excepted, sameOffice: sameOffice, guardianOfSubject: guardian, excepted2: excepted2, excepted3: excepted3, excepted4: excepted4, seats: seats, localOffice: localOffice, localOffice2: localOffice2, followUpUnit: followUpUnit, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, override2: override2, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent: consent, attachedPerson: attachedPerson, assignedCase2: assignedCase2, technician: technician, localOffice3: localOffice3, localOffice4: localOffice4, nationalRole2: nationalRole2, assignedCase3: assignedCase3, representative: representative, hierarchy: hierarchy, excepted5: excepted5, excepted6: excepted6} AS ctx
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Case {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS case2ById
  }
  UNWIND case2ById AS case2
  WITH * ORDER BY case2.id LIMIT 1
  CALL (ctx, case2) {
    MATCH (case2)-[concerns:CONCERNS]->(subject:Person)
    WHERE concerns.validFrom <= $given.now AND coalesce(concerns.validTo, 9007199254740991) > $given.now AND concerns.retractedAt IS NULL AND subject.retractedAt IS NULL
    WITH *, CASE WHEN subject.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (subject)-[protected_as:PROTECTED_AS]->(protection:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection.retractedAt IS NULL
      AND ((ctx.id <> subject.id AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection.id IN ctx.protectionExcepted)) OR (protection.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection.code
    } + CASE WHEN ctx.id <> subject.id AND subject.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (subject)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position5:Position)-[at4:AT]->(unit3:Unit)
      WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position5.retractedAt IS NULL AND coalesce(at4.validFrom <= $given.now, true) AND coalesce(at4.validTo > $given.now, true) AND at4.retractedAt IS NULL AND unit3.retractedAt IS NULL
      AND unit3.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS subjectCodes
    WITH *, CASE WHEN subject.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (subject.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (subject)-[belongs_to:BELONGS_TO]->(area:Area {kind: 'COUNTRY'})
      WHERE coalesce(belongs_to.validFrom <= $given.now, true) AND coalesce(belongs_to.validTo > $given.now, true) AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL
      AND NOT ctx.excepted3
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (subject)-[belongs_to2:BELONGS_TO]->(area2:Area {kind: 'UNKNOWN'})
      WHERE coalesce(belongs_to2.validFrom <= $given.now, true) AND coalesce(belongs_to2.validTo > $given.now, true) AND belongs_to2.retractedAt IS NULL AND area2.retractedAt IS NULL
      AND NOT ctx.excepted4
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS subjectOverridable
    WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
      MATCH (subject)-[belongs_to3:BELONGS_TO]->(area4:Area)
      WHERE belongs_to3.validFrom <= $given.now AND coalesce(belongs_to3.validTo, 9007199254740991) > $given.now AND belongs_to3.retractedAt IS NULL AND area4.retractedAt IS NULL
      RETURN DISTINCT area4.id
    } ELSE [] END AS area4s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (subject)-[belongs_to4:BELONGS_TO]->(area6:Area)
      WHERE belongs_to4.validFrom <= $given.now AND coalesce(belongs_to4.validTo, 9007199254740991) > $given.now AND belongs_to4.retractedAt IS NULL AND area6.retractedAt IS NULL
      RETURN DISTINCT area6.id
    } ELSE [] END AS area6s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
      MATCH (subject)-[followed_up_by:FOLLOWED_UP_BY]->(unit11:Unit)
      WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND unit11.retractedAt IS NULL
      RETURN DISTINCT unit11.id
    } ELSE [] END AS unit11s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
      MATCH (subject)-[belongs_to5:BELONGS_TO]->(area7:Area)-[part_of:PART_OF*0..1]->(area8:Area)<-[governs:GOVERNS]-(municipality2:Municipality)<-[kept_at:KEPT_AT|OWNED_BY]-(device:Device)-[lent_to:LENT_TO]->(subject)
      WHERE belongs_to5.validFrom <= $given.now AND coalesce(belongs_to5.validTo, 9007199254740991) > $given.now AND belongs_to5.retractedAt IS NULL AND area7.retractedAt IS NULL AND all(step4 IN part_of WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL) AND area8.retractedAt IS NULL AND governs.validFrom <= $given.now AND coalesce(governs.validTo, 9007199254740991) > $given.now AND governs.retractedAt IS NULL AND municipality2.retractedAt IS NULL AND kept_at.validFrom <= $given.now AND coalesce(kept_at.validTo, 9007199254740991) > $given.now AND kept_at.retractedAt IS NULL AND device.retractedAt IS NULL AND lent_to.validFrom <= $given.now AND coalesce(lent_to.validTo, 9007199254740991) > $given.now AND lent_to.retractedAt IS NULL
      RETURN DISTINCT municipality2.id
    } ELSE [] END AS municipality2s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (subject)-[belongs_to6:BELONGS_TO]->(area9:Area)-[part_of2:PART_OF*0..1]->(area10:Area)<-[governs2:GOVERNS]-(municipality4:Municipality)<-[arranged_by:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(subject)
      WHERE belongs_to6.validFrom <= $given.now AND coalesce(belongs_to6.validTo, 9007199254740991) > $given.now AND belongs_to6.retractedAt IS NULL AND area9.retractedAt IS NULL AND all(step5 IN part_of2 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL) AND area10.retractedAt IS NULL AND governs2.validFrom <= $given.now AND coalesce(governs2.validTo, 9007199254740991) > $given.now AND governs2.retractedAt IS NULL AND municipality4.retractedAt IS NULL AND arranged_by.validFrom <= $given.now AND coalesce(arranged_by.validTo, 9007199254740991) > $given.now AND arranged_by.retractedAt IS NULL AND activity.retractedAt IS NULL AND takes.validFrom <= $given.now AND coalesce(takes.validTo, 9007199254740991) > $given.now AND takes.retractedAt IS NULL
      AND (takes.answer IS NULL OR takes.answer <> 'NO')
      RETURN DISTINCT municipality4.id
    } ELSE [] END AS municipality4s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
      MATCH (subject)-[takes2:TAKES_PART_IN]->(activity3:Activity)
      WHERE takes2.validFrom <= $given.now AND coalesce(takes2.validTo, 9007199254740991) > $given.now AND takes2.retractedAt IS NULL AND activity3.retractedAt IS NULL
      AND (takes2.answer IS NULL OR takes2.answer <> 'NO')
      RETURN DISTINCT activity3.id
    } ELSE [] END AS activity3s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (subject)-[takes3:TAKES_PART_IN]->(activity5:Activity)-[part_of3:PART_OF]->(case6:Case)
      WHERE takes3.validFrom <= $given.now AND coalesce(takes3.validTo, 9007199254740991) > $given.now AND takes3.retractedAt IS NULL AND activity5.retractedAt IS NULL AND part_of3.validFrom <= $given.now AND coalesce(part_of3.validTo, 9007199254740991) > $given.now AND part_of3.retractedAt IS NULL AND case6.retractedAt IS NULL
      AND (takes3.answer IS NULL OR takes3.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case6)-[in6:IN]->(theme8:Theme)
        WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND theme8.retractedAt IS NULL
        RETURN DISTINCT theme8.code
      } AS themes3
      RETURN {at: activity5.id, gives: themes3, lifts: []}
    } ELSE [] END AS activity5s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
      MATCH (subject)<-[from2:FROM]-(consent2:Consent)-[to2:TO]->(organisation2:Business|Municipality)
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
      MATCH (subject)-[employed_by:EMPLOYED_BY]->(business2:Business)-[part_of4:PART_OF*0..2]->(business3:Business)
      WHERE employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business2.retractedAt IS NULL AND all(step6 IN part_of4 WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL) AND business3.retractedAt IS NULL
      RETURN DISTINCT business3.id
    } ELSE [] END AS business3s
    WITH *, reduce(found3 = [], row IN ctx.localOffice | CASE WHEN any(key IN area4s WHERE key IN row.at) THEN found3 + row.gives ELSE found3 END) + reduce(found6 = [], row2 IN ctx.localOffice2 | CASE WHEN any(key IN area6s WHERE key IN row2.at) THEN found6 + row2.gives ELSE found6 END) + reduce(found8 = [], row3 IN ctx.followUpUnit | CASE WHEN any(key IN unit11s WHERE key IN row3.at) THEN found8 + row3.gives ELSE found8 END) + ctx.nationalRole + reduce(found12 = [], row4 IN ctx.assignedCase | CASE WHEN subject.id IN row4.at THEN found12 + row4.gives ELSE found12 END) + reduce(found15 = [], row5 IN ctx.assignedCaseParty | CASE WHEN subject.id IN row5.at THEN found15 + row5.gives ELSE found15 END) + reduce(found17 = [], row6 IN ctx.override2 | CASE WHEN subject.id IN row6.at THEN found17 + row6.gives ELSE found17 END) + reduce(found19 = [], row7 IN ctx.inhabitant | CASE WHEN any(key IN municipality2s WHERE key IN row7.at) THEN found19 + row7.gives ELSE found19 END) + reduce(found21 = [], row8 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality4s WHERE key IN row8.at) THEN found21 + row8.gives ELSE found21 END) + reduce(found24 = [], row9 IN ctx.participant | CASE WHEN any(key IN activity3s WHERE key IN row9.at) THEN found24 + row9.gives ELSE found24 END) + reduce(found26 = [], row10 IN ctx.participant2 | reduce(found27 = found26, key2 IN activity5s | CASE WHEN key2.at IN row10.at THEN found27 + reduce(found28 = [], entry6 IN row10.gives | found28 + CASE WHEN NOT entry6 CONTAINS ':' THEN [entry6] WHEN entry6 ENDS WITH ':*' THEN [theme9 IN key2.gives | split(entry6, ':')[0] + ':' + theme9] WHEN split(entry6, ':')[1] IN key2.gives THEN [entry6] ELSE [] END) ELSE found27 END)) + reduce(found30 = [], row11 IN ctx.consent | reduce(found32 = found30, key3 IN organisation2s | CASE WHEN key3.at IN row11.at THEN found32 + [entry7 IN row11.gives WHERE entry7 IN key3.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key3.gives)] + [entry8 IN key3.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row11.gives] ELSE found32 END)) + reduce(found34 = [], row12 IN ctx.attachedPerson | CASE WHEN any(key IN business3s WHERE key IN row12.at) THEN found34 + row12.gives ELSE found34 END) AS subjectOffered
    WITH *, CASE WHEN size(subjectCodes) > 0 THEN [] ELSE CASE WHEN size(subjectOverridable) > 0 THEN reduce(found35 = [], row13 IN ctx.assignedCaseParty | CASE WHEN subject.id IN row13.at THEN found35 + row13.gives ELSE found35 END) + reduce(found36 = [], row14 IN ctx.override2 | CASE WHEN subject.id IN row14.at AND none(code15 IN subjectOverridable WHERE NOT code15 IN row14.lifts) THEN found36 + row14.gives ELSE found36 END) ELSE subjectOffered END END AS subjectMask
    WITH *, COLLECT {
      MATCH (case2)-[in7:IN]->(theme12:Theme)
      WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme12.retractedAt IS NULL
      RETURN {code: theme12.code, secret: coalesce(theme12.secret, false)}
    } AS case2Themes
    WITH *, (true AND ('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme13 IN case2Themes WHERE 'CASES:' + theme13.code IN subjectMask)))) AS whole, (('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme14 IN case2Themes WHERE 'CASES:' + theme14.code IN subjectMask))) OR (ctx.staff AND 'CASES' IN subjectMask AND (size(case2Themes) > 0 AND none(theme15 IN case2Themes WHERE theme15.secret)))) AS shown
    RETURN collect({whole: whole, shown: shown}) AS ways
  }
  CALL (ctx, case2) {
    MATCH (case2)-[concerns4:CONCERNS]->(subject16:Device)
    WHERE concerns4.validFrom <= $given.now AND coalesce(concerns4.validTo, 9007199254740991) > $given.now AND concerns4.retractedAt IS NULL AND subject16.retractedAt IS NULL
    WITH *, CASE WHEN EXISTS {
      MATCH (subject16)-[lent_to2:LENT_TO]->(party:Person)
      WHERE coalesce(lent_to2.validFrom <= $given.now, true) AND coalesce(lent_to2.validTo > $given.now, true) AND lent_to2.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH CASE WHEN party.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party)-[protected_as2:PROTECTED_AS]->(protection8:Protection)
        WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection8.retractedAt IS NULL
        AND ((ctx.id <> party.id AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)) OR (protection8.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection8.code
      } + CASE WHEN ctx.id <> party.id AND party.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party)<-[is5:IS]-(employee2:Employee)-[holds4:HOLDS]->(position21:Position)-[at20:AT]->(unit14:Unit)
        WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position21.retractedAt IS NULL AND coalesce(at20.validFrom <= $given.now, true) AND coalesce(at20.validTo > $given.now, true) AND at20.retractedAt IS NULL AND unit14.retractedAt IS NULL
        AND unit14.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END AS subject16Codes
    WITH *, CASE WHEN size(ctx.technician) > 0 THEN COLLECT {
      MATCH (subject16)-[owned_by:OWNED_BY|KEPT_AT]->(place2:Unit|Municipality|Business)
      WHERE owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND place2.retractedAt IS NULL
      RETURN DISTINCT place2.id
    } ELSE [] END AS place2s
    WITH *, reduce(found39 = [], row15 IN ctx.assignedCase2 | CASE WHEN subject16.id IN row15.at THEN found39 + row15.gives ELSE found39 END) + reduce(found41 = [], row16 IN ctx.technician | CASE WHEN any(key IN place2s WHERE key IN row16.at) THEN found41 + row16.gives ELSE found41 END) AS subject16Offered
    WITH *, CASE WHEN size(subject16Codes) > 0 THEN [] ELSE subject16Offered END AS subject16Mask
    WITH *, COLLECT {
      MATCH (case2)-[in9:IN]->(theme18:Theme)
      WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme18.retractedAt IS NULL
      RETURN {code: theme18.code, secret: coalesce(theme18.secret, false)}
    } AS case2Themes2
    WITH *, (true AND ('CASES:*' IN subject16Mask OR (size(case2Themes2) > 0 AND all(theme19 IN case2Themes2 WHERE 'CASES:' + theme19.code IN subject16Mask)))) AS whole2, (('CASES:*' IN subject16Mask OR (size(case2Themes2) > 0 AND all(theme20 IN case2Themes2 WHERE 'CASES:' + theme20.code IN subject16Mask))) OR (ctx.staff AND 'CASES' IN subject16Mask AND (size(case2Themes2) > 0 AND none(theme21 IN case2Themes2 WHERE theme21.secret)))) AS shown2
    RETURN collect({whole: whole2, shown: shown2}) AS ways2
  }
  CALL (ctx, case2) {
    MATCH (case2)-[concerns6:CONCERNS]->(subject18:Business)
    WHERE concerns6.validFrom <= $given.now AND coalesce(concerns6.validTo, 9007199254740991) > $given.now AND concerns6.retractedAt IS NULL AND subject18.retractedAt IS NULL
    WITH *, CASE WHEN NOT EXISTS {
      MATCH (subject18)-[owned_by2:OWNED_BY]->(person7:Person)
      WHERE owned_by2.validFrom <= $given.now AND coalesce(owned_by2.validTo, 9007199254740991) > $given.now AND owned_by2.retractedAt IS NULL AND person7.retractedAt IS NULL
    } AND subject18.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (subject18)-[part_of5:PART_OF*0..2]->(business4:Business)-[owned_by3:OWNED_BY]->(owner:Person)
      WHERE all(step7 IN part_of5 WHERE coalesce(step7.validFrom <= $given.now, true) AND coalesce(step7.validTo > $given.now, true) AND step7.retractedAt IS NULL) AND business4.retractedAt IS NULL AND coalesce(owned_by3.validFrom <= $given.now, true) AND coalesce(owned_by3.validTo > $given.now, true) AND owned_by3.retractedAt IS NULL AND owner.retractedAt IS NULL
      WITH CASE WHEN owner.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (owner)-[protected_as3:PROTECTED_AS]->(protection9:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection9.retractedAt IS NULL
        AND ((ctx.id <> owner.id AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)) OR (protection9.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection9.code
      } + CASE WHEN ctx.id <> owner.id AND owner.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (owner)<-[is6:IS]-(employee3:Employee)-[holds5:HOLDS]->(position23:Position)-[at22:AT]->(unit15:Unit)
        WHERE coalesce(is6.validFrom <= $given.now, true) AND coalesce(is6.validTo > $given.now, true) AND is6.retractedAt IS NULL AND employee3.retractedAt IS NULL AND coalesce(holds5.validFrom <= $given.now, true) AND coalesce(holds5.validTo > $given.now, true) AND holds5.retractedAt IS NULL AND position23.retractedAt IS NULL AND coalesce(at22.validFrom <= $given.now, true) AND coalesce(at22.validTo > $given.now, true) AND at22.retractedAt IS NULL AND unit15.retractedAt IS NULL
        AND unit15.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS ownerCodes
      WHERE size(ownerCodes) > 0
      RETURN ownerCodes
    } THEN ['OWNER'] ELSE [] END AS subject18Codes
    WITH *, CASE WHEN size(ctx.localOffice3) > 0 THEN COLLECT {
      MATCH (subject18)-[based_in:BASED_IN]->(area12:Area)
      WHERE based_in.validFrom <= $given.now AND coalesce(based_in.validTo, 9007199254740991) > $given.now AND based_in.retractedAt IS NULL AND area12.retractedAt IS NULL
      RETURN DISTINCT area12.id
    } ELSE [] END AS area12s, CASE WHEN size(ctx.localOffice4) > 0 THEN COLLECT {
      MATCH (subject18)-[based_in2:BASED_IN]->(area14:Area)
      WHERE based_in2.validFrom <= $given.now AND coalesce(based_in2.validTo, 9007199254740991) > $given.now AND based_in2.retractedAt IS NULL AND area14.retractedAt IS NULL
      RETURN DISTINCT area14.id
    } ELSE [] END AS area14s, CASE WHEN size(ctx.hierarchy) > 0 THEN COLLECT {
      MATCH (subject18)-[part_of6:PART_OF*1..2]->(business6:Business)
      WHERE all(step8 IN part_of6 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL) AND business6.retractedAt IS NULL
      RETURN DISTINCT business6.id
    } ELSE [] END AS business6s
    WITH *, reduce(found43 = [], row17 IN ctx.localOffice3 | CASE WHEN any(key IN area12s WHERE key IN row17.at) THEN found43 + row17.gives ELSE found43 END) + reduce(found46 = [], row18 IN ctx.localOffice4 | CASE WHEN any(key IN area14s WHERE key IN row18.at) THEN found46 + row18.gives ELSE found46 END) + ctx.nationalRole2 + reduce(found50 = [], row19 IN ctx.assignedCase3 | CASE WHEN subject18.id IN row19.at THEN found50 + row19.gives ELSE found50 END) + reduce(found52 = [], row20 IN ctx.representative | CASE WHEN subject18.id IN row20.at THEN found52 + row20.gives ELSE found52 END) + reduce(found54 = [], row21 IN ctx.hierarchy | CASE WHEN any(key IN business6s WHERE key IN row21.at) THEN found54 + row21.gives ELSE found54 END) AS subject18Offered
    WITH *, CASE WHEN size(subject18Codes) > 0 THEN [] ELSE subject18Offered END AS subject18Mask
    WITH *, COLLECT {
      MATCH (case2)-[in12:IN]->(theme26:Theme)
      WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND theme26.retractedAt IS NULL
      RETURN {code: theme26.code, secret: coalesce(theme26.secret, false)}
    } AS case2Themes3
    WITH *, (true AND ('CASES:*' IN subject18Mask OR (size(case2Themes3) > 0 AND all(theme27 IN case2Themes3 WHERE 'CASES:' + theme27.code IN subject18Mask)))) AS whole3, (('CASES:*' IN subject18Mask OR (size(case2Themes3) > 0 AND all(theme28 IN case2Themes3 WHERE 'CASES:' + theme28.code IN subject18Mask))) OR (ctx.staff AND 'CASES' IN subject18Mask AND (size(case2Themes3) > 0 AND none(theme29 IN case2Themes3 WHERE theme29.secret)))) AS shown3
    RETURN collect({whole: whole3, shown: shown3}) AS ways3
  }
  WITH *, any(way IN (ways + ways2 + ways3) WHERE way.whole) AS case2Whole, any(way IN (ways + ways2 + ways3) WHERE way.shown) AS case2Shown
  WITH * WHERE case2Shown AND size(CASE WHEN EXISTS {
    MATCH (case2)-[concerns8:CONCERNS]->(party2:Person)
    WHERE coalesce(concerns8.validFrom <= $given.now, true) AND coalesce(concerns8.validTo > $given.now, true) AND concerns8.retractedAt IS NULL AND party2.retractedAt IS NULL
    WITH CASE WHEN party2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (party2)-[protected_as4:PROTECTED_AS]->(protection10:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection10.retractedAt IS NULL
      AND ((ctx.id <> party2.id AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)) OR (protection10.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection10.code
    } + CASE WHEN ctx.id <> party2.id AND party2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (party2)<-[is7:IS]-(employee4:Employee)-[holds6:HOLDS]->(position29:Position)-[at28:AT]->(unit19:Unit)
      WHERE coalesce(is7.validFrom <= $given.now, true) AND coalesce(is7.validTo > $given.now, true) AND is7.retractedAt IS NULL AND employee4.retractedAt IS NULL AND coalesce(holds6.validFrom <= $given.now, true) AND coalesce(holds6.validTo > $given.now, true) AND holds6.retractedAt IS NULL AND position29.retractedAt IS NULL AND coalesce(at28.validFrom <= $given.now, true) AND coalesce(at28.validTo > $given.now, true) AND at28.retractedAt IS NULL AND unit19.retractedAt IS NULL
      AND unit19.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS party2Codes
    WHERE size(party2Codes) > 0
    RETURN party2Codes
  } THEN ['PARTY'] ELSE [] END + CASE WHEN case2.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0
  WITH *, COLLECT {
    MATCH (case2)-[held:CONCERNS]->(other:Person)-[protected:PROTECTED_AS]->(protection11:Protection)
    WHERE protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> other.id AND (held.validFrom IS NULL OR protected.validTo IS NULL OR held.validFrom < protected.validTo) AND (protected.validFrom IS NULL OR held.validTo IS NULL OR protected.validFrom < held.validTo) AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection11.code
  } + COLLECT {
    MATCH (case2)-[held2:CONCERNS]->(other2:Person)-[has_address:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection12:Protection)
    WHERE protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> other2.id AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection12.code
  } + COLLECT {
    MATCH (case2)-[held3:CONCERNS]->(other3:Person)-[member_of:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(sharer2:Person)-[protected3:PROTECTED_AS]->(protection13:Protection)
    WHERE protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> other3.id AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection13.code
  } AS case2Places
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge2:IN]->(node2:Theme)
    WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1
    RETURN collect({it: {code: node.code, name: node.name}}) AS theme30
  }
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge4:OWNED_BY]->(node4:Unit)
    WHERE edge4.validFrom <= $given.now AND coalesce(edge4.validTo, 9007199254740991) > $given.now AND edge4.retractedAt IS NULL AND node4.retractedAt IS NULL
    AND size(case2Places) = 0 AND case2Whole
    WITH *, node4 AS node3, edge4 AS edge3
    WITH * ORDER BY edge3.validFrom DESC, edge3.id LIMIT 1
    WITH *, CASE WHEN NOT ctx.excepted6 AND node3.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node3Places
    RETURN collect({it: {id: CASE WHEN size(node3Places) = 0 THEN node3.id ELSE 'unit:NAV' END, number: CASE WHEN size(node3Places) = 0 THEN node3.number END, name: CASE WHEN size(node3Places) = 0 THEN node3.name ELSE 'NAV' END}, places: node3Places}) AS unit20
  }
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge6:CONCERNS]->(node6:Person|Business)
    WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL
    AND case2Whole
    WITH *, node6 AS node5, edge6 AS edge5
    CALL (ctx, node5, edge5, case2Places, case2Whole) {
      UNWIND CASE WHEN node5:Person THEN [node5] ELSE [] END AS person8
      WITH *, CASE WHEN person8.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (person8)-[protected_as5:PROTECTED_AS]->(protection15:Protection)
        WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection15.retractedAt IS NULL
        AND ((ctx.id <> person8.id AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)) OR (protection15.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection15.code
      } + CASE WHEN ctx.id <> person8.id AND person8.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (person8)<-[is8:IS]-(employee5:Employee)-[holds7:HOLDS]->(position32:Position)-[at30:AT]->(unit22:Unit)
        WHERE coalesce(is8.validFrom <= $given.now, true) AND coalesce(is8.validTo > $given.now, true) AND is8.retractedAt IS NULL AND employee5.retractedAt IS NULL AND coalesce(holds7.validFrom <= $given.now, true) AND coalesce(holds7.validTo > $given.now, true) AND holds7.retractedAt IS NULL AND position32.retractedAt IS NULL AND coalesce(at30.validFrom <= $given.now, true) AND coalesce(at30.validTo > $given.now, true) AND at30.retractedAt IS NULL AND unit22.retractedAt IS NULL
        AND unit22.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS person8Codes
      WITH *, CASE WHEN size(person8Codes) > 0 THEN [] ELSE ['CARD'] END AS person8Mask
      WITH * WHERE (ctx.staff OR 'CARD' IN person8Mask)
      RETURN collect({it: {id: person8.id, name: CASE WHEN 'CARD' IN person8Mask THEN {full: [person8.givenName, person8.middleName, person8.familyName]} END}, access: {mask: person8Mask, codes: person8Codes, offered: CASE WHEN size(person8Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
    }
    CALL (ctx, node5, edge5, case2Places, case2Whole) {
      UNWIND CASE WHEN node5:Business THEN [node5] ELSE [] END AS business7
      CALL (ctx, business7) {
        MATCH (business7)-[part_of7:PART_OF*0..2]->(business8:Business)-[owned_by4:OWNED_BY]->(subject24:Person)
        WHERE all(step9 IN part_of7 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL) AND business8.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject24.retractedAt IS NULL
        WITH *, CASE WHEN subject24.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (subject24)-[protected_as6:PROTECTED_AS]->(protection16:Protection)
          WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection16.retractedAt IS NULL
          AND ((ctx.id <> subject24.id AND protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)) OR (protection16.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection16.code
        } + CASE WHEN ctx.id <> subject24.id AND subject24.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (subject24)<-[is9:IS]-(employee6:Employee)-[holds8:HOLDS]->(position33:Position)-[at31:AT]->(unit23:Unit)
          WHERE coalesce(is9.validFrom <= $given.now, true) AND coalesce(is9.validTo > $given.now, true) AND is9.retractedAt IS NULL AND employee6.retractedAt IS NULL AND coalesce(holds8.validFrom <= $given.now, true) AND coalesce(holds8.validTo > $given.now, true) AND holds8.retractedAt IS NULL AND position33.retractedAt IS NULL AND coalesce(at31.validFrom <= $given.now, true) AND coalesce(at31.validTo > $given.now, true) AND at31.retractedAt IS NULL AND unit23.retractedAt IS NULL
          AND unit23.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END AS subject24Codes
        WITH *, CASE WHEN subject24.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (subject24.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (subject24)-[belongs_to7:BELONGS_TO]->(area15:Area {kind: 'COUNTRY'})
          WHERE coalesce(belongs_to7.validFrom <= $given.now, true) AND coalesce(belongs_to7.validTo > $given.now, true) AND belongs_to7.retractedAt IS NULL AND area15.retractedAt IS NULL
          AND NOT ctx.excepted3
        } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (subject24)-[belongs_to8:BELONGS_TO]->(area16:Area {kind: 'UNKNOWN'})
          WHERE coalesce(belongs_to8.validFrom <= $given.now, true) AND coalesce(belongs_to8.validTo > $given.now, true) AND belongs_to8.retractedAt IS NULL AND area16.retractedAt IS NULL
          AND NOT ctx.excepted4
        } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS subject24Overridable
        WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
          MATCH (subject24)-[belongs_to9:BELONGS_TO]->(area17:Area)
          WHERE belongs_to9.validFrom <= $given.now AND coalesce(belongs_to9.validTo, 9007199254740991) > $given.now AND belongs_to9.retractedAt IS NULL AND area17.retractedAt IS NULL
          RETURN DISTINCT area17.id
        } ELSE [] END AS area17s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
          MATCH (subject24)-[belongs_to10:BELONGS_TO]->(area18:Area)
          WHERE belongs_to10.validFrom <= $given.now AND coalesce(belongs_to10.validTo, 9007199254740991) > $given.now AND belongs_to10.retractedAt IS NULL AND area18.retractedAt IS NULL
          RETURN DISTINCT area18.id
        } ELSE [] END AS area18s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
          MATCH (subject24)-[followed_up_by2:FOLLOWED_UP_BY]->(unit24:Unit)
          WHERE followed_up_by2.validFrom <= $given.now AND coalesce(followed_up_by2.validTo, 9007199254740991) > $given.now AND followed_up_by2.retractedAt IS NULL AND unit24.retractedAt IS NULL
          RETURN DISTINCT unit24.id
        } ELSE [] END AS unit24s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
          MATCH (subject24)-[belongs_to11:BELONGS_TO]->(area19:Area)-[part_of8:PART_OF*0..1]->(area20:Area)<-[governs3:GOVERNS]-(municipality5:Municipality)<-[kept_at2:KEPT_AT|OWNED_BY]-(device2:Device)-[lent_to3:LENT_TO]->(subject24)
          WHERE belongs_to11.validFrom <= $given.now AND coalesce(belongs_to11.validTo, 9007199254740991) > $given.now AND belongs_to11.retractedAt IS NULL AND area19.retractedAt IS NULL AND all(step10 IN part_of8 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL) AND area20.retractedAt IS NULL AND governs3.validFrom <= $given.now AND coalesce(governs3.validTo, 9007199254740991) > $given.now AND governs3.retractedAt IS NULL AND municipality5.retractedAt IS NULL AND kept_at2.validFrom <= $given.now AND coalesce(kept_at2.validTo, 9007199254740991) > $given.now AND kept_at2.retractedAt IS NULL AND device2.retractedAt IS NULL AND lent_to3.validFrom <= $given.now AND coalesce(lent_to3.validTo, 9007199254740991) > $given.now AND lent_to3.retractedAt IS NULL
          RETURN DISTINCT municipality5.id
        } ELSE [] END AS municipality5s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
          MATCH (subject24)-[belongs_to12:BELONGS_TO]->(area21:Area)-[part_of9:PART_OF*0..1]->(area22:Area)<-[governs4:GOVERNS]-(municipality6:Municipality)<-[arranged_by4:ARRANGED_BY]-(activity6:Activity)<-[takes4:TAKES_PART_IN]-(subject24)
          WHERE belongs_to12.validFrom <= $given.now AND coalesce(belongs_to12.validTo, 9007199254740991) > $given.now AND belongs_to12.retractedAt IS NULL AND area21.retractedAt IS NULL AND all(step11 IN part_of9 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL) AND area22.retractedAt IS NULL AND governs4.validFrom <= $given.now AND coalesce(governs4.validTo, 9007199254740991) > $given.now AND governs4.retractedAt IS NULL AND municipality6.retractedAt IS NULL AND arranged_by4.validFrom <= $given.now AND coalesce(arranged_by4.validTo, 9007199254740991) > $given.now AND arranged_by4.retractedAt IS NULL AND activity6.retractedAt IS NULL AND takes4.validFrom <= $given.now AND coalesce(takes4.validTo, 9007199254740991) > $given.now AND takes4.retractedAt IS NULL
          AND (takes4.answer IS NULL OR takes4.answer <> 'NO')
          RETURN DISTINCT municipality6.id
        } ELSE [] END AS municipality6s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
          MATCH (subject24)-[takes5:TAKES_PART_IN]->(activity7:Activity)
          WHERE takes5.validFrom <= $given.now AND coalesce(takes5.validTo, 9007199254740991) > $given.now AND takes5.retractedAt IS NULL AND activity7.retractedAt IS NULL
          AND (takes5.answer IS NULL OR takes5.answer <> 'NO')
          RETURN DISTINCT activity7.id
        } ELSE [] END AS activity7s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
          MATCH (subject24)-[takes6:TAKES_PART_IN]->(activity8:Activity)-[part_of10:PART_OF]->(case9:Case)
          WHERE takes6.validFrom <= $given.now AND coalesce(takes6.validTo, 9007199254740991) > $given.now AND takes6.retractedAt IS NULL AND activity8.retractedAt IS NULL AND part_of10.validFrom <= $given.now AND coalesce(part_of10.validTo, 9007199254740991) > $given.now AND part_of10.retractedAt IS NULL AND case9.retractedAt IS NULL
          AND (takes6.answer IS NULL OR takes6.answer <> 'NO')
          WITH *, COLLECT {
            MATCH (case9)-[in14:IN]->(theme31:Theme)
            WHERE in14.validFrom <= $given.now AND coalesce(in14.validTo, 9007199254740991) > $given.now AND in14.retractedAt IS NULL AND theme31.retractedAt IS NULL
            RETURN DISTINCT theme31.code
          } AS themes7
          RETURN {at: activity8.id, gives: themes7, lifts: []}
        } ELSE [] END AS activity8s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
          MATCH (subject24)<-[from3:FROM]-(consent3:Consent)-[to3:TO]->(organisation3:Business|Municipality)
          WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND consent3.validFrom <= $given.now AND coalesce(consent3.validTo, 9007199254740991) > $given.now AND consent3.retractedAt IS NULL AND consent3.withdrawnAt IS NULL AND to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND organisation3.retractedAt IS NULL
          MATCH (consent3)-[for2:FOR]->(purpose3:Purpose)
          WHERE for2.validFrom <= $given.now AND coalesce(for2.validTo, 9007199254740991) > $given.now AND for2.retractedAt IS NULL AND purpose3.retractedAt IS NULL
          AND purpose3.code = $given.purpose
          WITH *, COLLECT {
            MATCH (consent3)-[covers5:COVERS]->(category4:Category)
            WHERE covers5.retractedAt IS NULL AND category4.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL THEN category4.code ELSE '' END
          } AS named2, COLLECT {
            MATCH (consent3)-[covers6:COVERS]->(theme33:Theme)
            WHERE covers6.retractedAt IS NULL AND theme33.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL THEN theme33.code ELSE '' END
          } AS themes8
          RETURN {at: organisation3.id, gives: reduce(found68 = [], code33 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found68 + CASE WHEN code33 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code33] + CASE WHEN code33 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme34 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme34 <> '' | code33 + ':' + theme34] ELSE [] END ELSE [] END), lifts: []}
        } ELSE [] END AS organisation3s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
          MATCH (subject24)-[employed_by2:EMPLOYED_BY]->(business9:Business)-[part_of11:PART_OF*0..2]->(business10:Business)
          WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND business9.retractedAt IS NULL AND all(step12 IN part_of11 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL) AND business10.retractedAt IS NULL
          RETURN DISTINCT business10.id
        } ELSE [] END AS business10s
        WITH *, reduce(found55 = [], row22 IN ctx.localOffice | CASE WHEN any(key IN area17s WHERE key IN row22.at) THEN found55 + row22.gives ELSE found55 END) + reduce(found56 = [], row23 IN ctx.localOffice2 | CASE WHEN any(key IN area18s WHERE key IN row23.at) THEN found56 + row23.gives ELSE found56 END) + reduce(found57 = [], row24 IN ctx.followUpUnit | CASE WHEN any(key IN unit24s WHERE key IN row24.at) THEN found57 + row24.gives ELSE found57 END) + ctx.nationalRole + reduce(found58 = [], row25 IN ctx.assignedCase | CASE WHEN subject24.id IN row25.at THEN found58 + row25.gives ELSE found58 END) + reduce(found59 = [], row26 IN ctx.assignedCaseParty | CASE WHEN subject24.id IN row26.at THEN found59 + row26.gives ELSE found59 END) + reduce(found60 = [], row27 IN ctx.override2 | CASE WHEN subject24.id IN row27.at THEN found60 + row27.gives ELSE found60 END) + reduce(found61 = [], row28 IN ctx.inhabitant | CASE WHEN any(key IN municipality5s WHERE key IN row28.at) THEN found61 + row28.gives ELSE found61 END) + reduce(found62 = [], row29 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality6s WHERE key IN row29.at) THEN found62 + row29.gives ELSE found62 END) + reduce(found63 = [], row30 IN ctx.participant | CASE WHEN any(key IN activity7s WHERE key IN row30.at) THEN found63 + row30.gives ELSE found63 END) + reduce(found64 = [], row31 IN ctx.participant2 | reduce(found65 = found64, key4 IN activity8s | CASE WHEN key4.at IN row31.at THEN found65 + reduce(found66 = [], entry20 IN row31.gives | found66 + CASE WHEN NOT entry20 CONTAINS ':' THEN [entry20] WHEN entry20 ENDS WITH ':*' THEN [theme32 IN key4.gives | split(entry20, ':')[0] + ':' + theme32] WHEN split(entry20, ':')[1] IN key4.gives THEN [entry20] ELSE [] END) ELSE found65 END)) + reduce(found67 = [], row32 IN ctx.consent | reduce(found69 = found67, key5 IN organisation3s | CASE WHEN key5.at IN row32.at THEN found69 + [entry21 IN row32.gives WHERE entry21 IN key5.gives OR (entry21 CONTAINS ':' AND split(entry21, ':')[0] + ':*' IN key5.gives)] + [entry22 IN key5.gives WHERE entry22 CONTAINS ':' AND split(entry22, ':')[0] + ':*' IN row32.gives] ELSE found69 END)) + reduce(found70 = [], row33 IN ctx.attachedPerson | CASE WHEN any(key IN business10s WHERE key IN row33.at) THEN found70 + row33.gives ELSE found70 END) AS subject24Offered
        WITH *, CASE WHEN size(subject24Codes) > 0 THEN [] ELSE CASE WHEN size(subject24Overridable) > 0 THEN reduce(found71 = [], row34 IN ctx.assignedCaseParty | CASE WHEN subject24.id IN row34.at THEN found71 + row34.gives ELSE found71 END) + reduce(found72 = [], row35 IN ctx.override2 | CASE WHEN subject24.id IN row35.at AND none(code37 IN subject24Overridable WHERE NOT code37 IN row35.lifts) THEN found72 + row35.gives ELSE found72 END) ELSE subject24Offered END END AS subject24Mask
        WITH *, (true AND 'WORK' IN subject24Mask) AS whole4, 'WORK' IN subject24Mask AS shown4
        RETURN collect({whole: whole4, shown: shown4}) AS ways4
      }
      WITH *, (NOT EXISTS {
        MATCH (business7)-[part_of12:PART_OF*0..2]->(business11:Business)-[owned_by5:OWNED_BY]->(subject25:Person)
        WHERE all(step13 IN part_of12 WHERE coalesce(step13.validFrom <= $given.now, true) AND coalesce(step13.validTo > $given.now, true) AND step13.retractedAt IS NULL) AND business11.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject25.retractedAt IS NULL
      }) OR any(way2 IN (ways4) WHERE way2.whole) AS business7Whole
      WITH * WHERE business7Whole AND size(CASE WHEN NOT EXISTS {
        MATCH (business7)-[owned_by6:OWNED_BY]->(person9:Person)
        WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person9.retractedAt IS NULL
      } AND business7.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
      RETURN collect({it: {id: business7.id, name: business7.name}, type: 'Business'}) AS asBusiness
    }
    WITH *, asPerson + asBusiness AS found73
    WITH * WHERE size(found73) > 0
    WITH * WHERE $given.a2 IS NULL OR edge5.validFrom < $given.a2[0] OR (edge5.validFrom = $given.a2[0] AND edge5.id > $given.a2[1])
    WITH * ORDER BY edge5.validFrom DESC, edge5.id LIMIT $given.a1 + 1
    RETURN collect({edge: {part: edge5.part}, position: [edge5.validFrom, edge5.id], of: head(found73)}) AS partiesRows
  }
  WITH *, {rows: partiesRows} AS parties
  RETURN head(collect({it: {id: case2.id, title: CASE WHEN case2Whole THEN case2.title END, status: case2.status, openedAt: case2.openedAt, closedAt: case2.closedAt, theme: head(theme30), unit: CASE WHEN size(case2Places) = 0 AND case2Whole THEN head(unit20) END, parties: CASE WHEN case2Whole THEN parties END}, whole: case2Whole, places: case2Places, concerned: $given.case IS NULL OR EXISTS {
    MATCH (case2)-[concerns9:CONCERNS]->(subject21:Person)
    WHERE concerns9.validFrom <= $given.now AND coalesce(concerns9.validTo, 9007199254740991) > $given.now AND concerns9.retractedAt IS NULL AND subject21.retractedAt IS NULL
    AND subject21.id IN ctx.caseSubjects
  } OR EXISTS {
    MATCH (case2)-[concerns10:CONCERNS]->(subject22:Device)
    WHERE concerns10.validFrom <= $given.now AND coalesce(concerns10.validTo, 9007199254740991) > $given.now AND concerns10.retractedAt IS NULL AND subject22.retractedAt IS NULL
    AND subject22.id IN ctx.caseSubjects
  } OR EXISTS {
    MATCH (case2)-[concerns11:CONCERNS]->(subject23:Business)
    WHERE concerns11.validFrom <= $given.now AND coalesce(concerns11.validTo, 9007199254740991) > $given.now AND concerns11.retractedAt IS NULL AND subject23.retractedAt IS NULL
    AND subject23.id IN ctx.caseSubjects
  }})) AS case
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, case
