// Person360 (employee)
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
  UNWIND positions AS position34
  MATCH (position34)-[in15:IN]->(role5:Role)-[may_state:MAY_STATE]->(purpose6:Purpose)
  WHERE in15.validFrom <= $given.now AND coalesce(in15.validTo, 9007199254740991) > $given.now AND in15.retractedAt IS NULL AND role5.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose6.retractedAt IS NULL
  AND purpose6.code = $given.purpose
  WITH DISTINCT purpose6
  OPTIONAL MATCH (purpose6)-[covers11:COVERS]->(category7:Category)
  WHERE covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND category7.retractedAt IS NULL
  WITH count(DISTINCT purpose6) > 0 AS permitted, collect(DISTINCT category7.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position35
  MATCH (position35)-[in16:IN]->(role6:Role)
  WHERE in16.validFrom <= $given.now AND coalesce(in16.validTo, 9007199254740991) > $given.now AND in16.retractedAt IS NULL AND role6.retractedAt IS NULL
  WITH position35, role6, COLLECT {
    MATCH (role6)-[covers12:COVERS]->(category8:Category)
    WHERE covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL AND category8.retractedAt IS NULL
    AND 'READ' IN coalesce(covers12.actions, ['READ'])
    UNWIND [category8.code] + CASE category8.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code61
    WITH code61
    WHERE code61 IN covered
    RETURN DISTINCT code61
  } AS codes, COLLECT {
    MATCH (role6)-[covers13:COVERS]->(category9:Category)
    WHERE covers13.validFrom <= $given.now AND coalesce(covers13.validTo, 9007199254740991) > $given.now AND covers13.retractedAt IS NULL AND category9.retractedAt IS NULL
    MATCH (role6)-[handles2:HANDLES]->(theme42:Theme)
    WHERE handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme42.retractedAt IS NULL
    AND 'READ' IN coalesce(covers13.actions, ['READ']) AND category9.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category9.code IN covered
    RETURN DISTINCT category9.code + ':' + theme42.code
  } AS themed
  RETURN collect({position: position35.id, reach: role6.reach, codes: codes, themed: themed}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case9
  MATCH (case9)-[concerns5:CONCERNS]->(person12:Person)
  WHERE concerns5.validFrom <= $given.now AND coalesce(concerns5.validTo, 9007199254740991) > $given.now AND concerns5.retractedAt IS NULL AND person12.retractedAt IS NULL
  AND case9.id = $given.case
  RETURN collect(DISTINCT person12.id) AS caseSubjects
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
  UNWIND positions AS position28
  MATCH (position28)-[in11:IN]->(role4:Role {code: 'CASE_HISTORIAN'})
  WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND role4.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted5
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position29
  MATCH (position29)-[at27:AT]->(unit25:Unit)
  WHERE at27.validFrom <= $given.now AND coalesce(at27.validTo, 9007199254740991) > $given.now AND at27.retractedAt IS NULL AND unit25.retractedAt IS NULL
  MATCH (viewer)-[cleared_for5:CLEARED_FOR]->(protection24:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection24.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted6
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position33
  MATCH (position33)-[at31:AT]->(unit30)
  WHERE at31.validFrom <= $given.now AND coalesce(at31.validTo, 9007199254740991) > $given.now AND at31.retractedAt IS NULL AND unit30.retractedAt IS NULL
  RETURN collect(DISTINCT unit30.id) AS unitExcepted
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, staff: staff, protectionExcepted: protectionExcepted, shielded: shielded, excepted: excepted, sameOffice: sameOffice, guardianOfSubject: guardian, excepted2: excepted2, excepted3: excepted3, excepted4: excepted4, seats: seats, localOffice: localOffice, localOffice2: localOffice2, followUpUnit: followUpUnit, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, override2: override2, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent: consent, attachedPerson: attachedPerson, excepted5: excepted5, excepted6: excepted6, unitExcepted: unitExcepted} AS ctx
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
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge3:HAS_ADDRESS]->(node3:Address)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL
    AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0
    WITH *, node3 AS node2, edge3 AS edge2
    WITH * ORDER BY edge2.validFrom DESC, edge2.id LIMIT 1000
    RETURN collect({it: {kind: node2.kind, street: node2.street, postalCode: node2.postalCode, city: node2.city, country: node2.country, validFrom: edge2.validFrom, source: edge2.source}}) AS addresses
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge5:BELONGS_TO]->(node5:Area)
    WHERE edge5.validFrom <= $given.now AND coalesce(edge5.validTo, 9007199254740991) > $given.now AND edge5.retractedAt IS NULL AND node5.retractedAt IS NULL
    AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0
    WITH *, node5 AS node4, edge5 AS edge4
    WITH * ORDER BY edge4.validFrom DESC, edge4.id LIMIT 1
    RETURN collect({it: {code: node4.code, name: node4.name}}) AS area11
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge6:PARENT_OF|PARTNER_OF]-(node6:Person)
    WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge6) IN ['PARENT_OF'] AND startNode(edge6).id = node6.id THEN 'PARENT' WHEN type(edge6) IN ['PARENT_OF'] AND startNode(edge6).id = person2.id THEN 'CHILD' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = person2.id AND edge6.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = node6.id AND edge6.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = person2.id AND edge6.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = node6.id AND edge6.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says3
    WITH * WHERE says3 IS NOT NULL
    WITH *, CASE WHEN node6.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (node6)-[protected_as2:PROTECTED_AS]->(protection11:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection11.retractedAt IS NULL
      AND ((ctx.id <> node6.id AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)) OR (protection11.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection11.code
    } + CASE WHEN ctx.id <> node6.id AND node6.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node6)<-[is5:IS]-(employee2:Employee)-[holds4:HOLDS]->(position21:Position)-[at20:AT]->(unit14:Unit)
      WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position21.retractedAt IS NULL AND coalesce(at20.validFrom <= $given.now, true) AND coalesce(at20.validTo > $given.now, true) AND at20.retractedAt IS NULL AND unit14.retractedAt IS NULL
      AND unit14.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS node6Codes
    WITH *, CASE WHEN node6.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (node6.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node6)-[belongs_to7:BELONGS_TO]->(area12:Area {kind: 'COUNTRY'})
      WHERE coalesce(belongs_to7.validFrom <= $given.now, true) AND coalesce(belongs_to7.validTo > $given.now, true) AND belongs_to7.retractedAt IS NULL AND area12.retractedAt IS NULL
      AND NOT ctx.excepted3
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node6)-[belongs_to8:BELONGS_TO]->(area13:Area {kind: 'UNKNOWN'})
      WHERE coalesce(belongs_to8.validFrom <= $given.now, true) AND coalesce(belongs_to8.validTo > $given.now, true) AND belongs_to8.retractedAt IS NULL AND area13.retractedAt IS NULL
      AND NOT ctx.excepted4
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS node6Overridable
    WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
      MATCH (node6)-[belongs_to9:BELONGS_TO]->(area14:Area)
      WHERE belongs_to9.validFrom <= $given.now AND coalesce(belongs_to9.validTo, 9007199254740991) > $given.now AND belongs_to9.retractedAt IS NULL AND area14.retractedAt IS NULL
      RETURN DISTINCT area14.id
    } ELSE [] END AS area14s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (node6)-[belongs_to10:BELONGS_TO]->(area15:Area)
      WHERE belongs_to10.validFrom <= $given.now AND coalesce(belongs_to10.validTo, 9007199254740991) > $given.now AND belongs_to10.retractedAt IS NULL AND area15.retractedAt IS NULL
      RETURN DISTINCT area15.id
    } ELSE [] END AS area15s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
      MATCH (node6)-[followed_up_by2:FOLLOWED_UP_BY]->(unit15:Unit)
      WHERE followed_up_by2.validFrom <= $given.now AND coalesce(followed_up_by2.validTo, 9007199254740991) > $given.now AND followed_up_by2.retractedAt IS NULL AND unit15.retractedAt IS NULL
      RETURN DISTINCT unit15.id
    } ELSE [] END AS unit15s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
      MATCH (node6)-[belongs_to11:BELONGS_TO]->(area16:Area)-[part_of5:PART_OF*0..1]->(area17:Area)<-[governs3:GOVERNS]-(municipality5:Municipality)<-[kept_at2:KEPT_AT|OWNED_BY]-(device2:Device)-[lent_to2:LENT_TO]->(node6)
      WHERE belongs_to11.validFrom <= $given.now AND coalesce(belongs_to11.validTo, 9007199254740991) > $given.now AND belongs_to11.retractedAt IS NULL AND area16.retractedAt IS NULL AND all(step7 IN part_of5 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL) AND area17.retractedAt IS NULL AND governs3.validFrom <= $given.now AND coalesce(governs3.validTo, 9007199254740991) > $given.now AND governs3.retractedAt IS NULL AND municipality5.retractedAt IS NULL AND kept_at2.validFrom <= $given.now AND coalesce(kept_at2.validTo, 9007199254740991) > $given.now AND kept_at2.retractedAt IS NULL AND device2.retractedAt IS NULL AND lent_to2.validFrom <= $given.now AND coalesce(lent_to2.validTo, 9007199254740991) > $given.now AND lent_to2.retractedAt IS NULL
      RETURN DISTINCT municipality5.id
    } ELSE [] END AS municipality5s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (node6)-[belongs_to12:BELONGS_TO]->(area18:Area)-[part_of6:PART_OF*0..1]->(area19:Area)<-[governs4:GOVERNS]-(municipality6:Municipality)<-[arranged_by4:ARRANGED_BY]-(activity6:Activity)<-[takes4:TAKES_PART_IN]-(node6)
      WHERE belongs_to12.validFrom <= $given.now AND coalesce(belongs_to12.validTo, 9007199254740991) > $given.now AND belongs_to12.retractedAt IS NULL AND area18.retractedAt IS NULL AND all(step8 IN part_of6 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL) AND area19.retractedAt IS NULL AND governs4.validFrom <= $given.now AND coalesce(governs4.validTo, 9007199254740991) > $given.now AND governs4.retractedAt IS NULL AND municipality6.retractedAt IS NULL AND arranged_by4.validFrom <= $given.now AND coalesce(arranged_by4.validTo, 9007199254740991) > $given.now AND arranged_by4.retractedAt IS NULL AND activity6.retractedAt IS NULL AND takes4.validFrom <= $given.now AND coalesce(takes4.validTo, 9007199254740991) > $given.now AND takes4.retractedAt IS NULL
      AND (takes4.answer IS NULL OR takes4.answer <> 'NO')
      RETURN DISTINCT municipality6.id
    } ELSE [] END AS municipality6s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
      MATCH (node6)-[takes5:TAKES_PART_IN]->(activity7:Activity)
      WHERE takes5.validFrom <= $given.now AND coalesce(takes5.validTo, 9007199254740991) > $given.now AND takes5.retractedAt IS NULL AND activity7.retractedAt IS NULL
      AND (takes5.answer IS NULL OR takes5.answer <> 'NO')
      RETURN DISTINCT activity7.id
    } ELSE [] END AS activity7s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (node6)-[takes6:TAKES_PART_IN]->(activity8:Activity)-[part_of7:PART_OF]->(case5:Case)
      WHERE takes6.validFrom <= $given.now AND coalesce(takes6.validTo, 9007199254740991) > $given.now AND takes6.retractedAt IS NULL AND activity8.retractedAt IS NULL AND part_of7.validFrom <= $given.now AND coalesce(part_of7.validTo, 9007199254740991) > $given.now AND part_of7.retractedAt IS NULL AND case5.retractedAt IS NULL
      AND (takes6.answer IS NULL OR takes6.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case5)-[in7:IN]->(theme12:Theme)
        WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme12.retractedAt IS NULL
        RETURN DISTINCT theme12.code
      } AS themes5
      RETURN {at: activity8.id, gives: themes5, lifts: []}
    } ELSE [] END AS activity8s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
      MATCH (node6)<-[from3:FROM]-(consent3:Consent)-[to3:TO]->(organisation3:Business|Municipality)
      WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND consent3.validFrom <= $given.now AND coalesce(consent3.validTo, 9007199254740991) > $given.now AND consent3.retractedAt IS NULL AND consent3.withdrawnAt IS NULL AND to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND organisation3.retractedAt IS NULL
      MATCH (consent3)-[for2:FOR]->(purpose3:Purpose)
      WHERE for2.validFrom <= $given.now AND coalesce(for2.validTo, 9007199254740991) > $given.now AND for2.retractedAt IS NULL AND purpose3.retractedAt IS NULL
      AND purpose3.code = $given.purpose
      WITH *, COLLECT {
        MATCH (consent3)-[covers5:COVERS]->(category4:Category)
        WHERE covers5.retractedAt IS NULL AND category4.retractedAt IS NULL
        RETURN DISTINCT CASE WHEN covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL THEN category4.code ELSE '' END
      } AS named2, COLLECT {
        MATCH (consent3)-[covers6:COVERS]->(theme14:Theme)
        WHERE covers6.retractedAt IS NULL AND theme14.retractedAt IS NULL
        RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL THEN theme14.code ELSE '' END
      } AS themes6
      RETURN {at: organisation3.id, gives: reduce(found50 = [], code26 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found50 + CASE WHEN code26 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code26] + CASE WHEN code26 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme15 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme15 <> '' | code26 + ':' + theme15] ELSE [] END ELSE [] END), lifts: []}
    } ELSE [] END AS organisation3s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (node6)-[employed_by2:EMPLOYED_BY]->(business4:Business)-[part_of8:PART_OF*0..2]->(business5:Business)
      WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND business4.retractedAt IS NULL AND all(step9 IN part_of8 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL) AND business5.retractedAt IS NULL
      RETURN DISTINCT business5.id
    } ELSE [] END AS business5s
    WITH *, reduce(found37 = [], row15 IN ctx.localOffice | CASE WHEN any(key IN area14s WHERE key IN row15.at) THEN found37 + row15.gives ELSE found37 END) + reduce(found38 = [], row16 IN ctx.localOffice2 | CASE WHEN any(key IN area15s WHERE key IN row16.at) THEN found38 + row16.gives ELSE found38 END) + reduce(found39 = [], row17 IN ctx.followUpUnit | CASE WHEN any(key IN unit15s WHERE key IN row17.at) THEN found39 + row17.gives ELSE found39 END) + ctx.nationalRole + reduce(found40 = [], row18 IN ctx.assignedCase | CASE WHEN node6.id IN row18.at THEN found40 + row18.gives ELSE found40 END) + reduce(found41 = [], row19 IN ctx.assignedCaseParty | CASE WHEN node6.id IN row19.at THEN found41 + row19.gives ELSE found41 END) + reduce(found42 = [], row20 IN ctx.override2 | CASE WHEN node6.id IN row20.at THEN found42 + row20.gives ELSE found42 END) + reduce(found43 = [], row21 IN ctx.inhabitant | CASE WHEN any(key IN municipality5s WHERE key IN row21.at) THEN found43 + row21.gives ELSE found43 END) + reduce(found44 = [], row22 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality6s WHERE key IN row22.at) THEN found44 + row22.gives ELSE found44 END) + reduce(found45 = [], row23 IN ctx.participant | CASE WHEN any(key IN activity7s WHERE key IN row23.at) THEN found45 + row23.gives ELSE found45 END) + reduce(found46 = [], row24 IN ctx.participant2 | reduce(found47 = found46, key4 IN activity8s | CASE WHEN key4.at IN row24.at THEN found47 + reduce(found48 = [], entry9 IN row24.gives | found48 + CASE WHEN NOT entry9 CONTAINS ':' THEN [entry9] WHEN entry9 ENDS WITH ':*' THEN [theme13 IN key4.gives | split(entry9, ':')[0] + ':' + theme13] WHEN split(entry9, ':')[1] IN key4.gives THEN [entry9] ELSE [] END) ELSE found47 END)) + reduce(found49 = [], row25 IN ctx.consent | reduce(found51 = found49, key5 IN organisation3s | CASE WHEN key5.at IN row25.at THEN found51 + [entry10 IN row25.gives WHERE entry10 IN key5.gives OR (entry10 CONTAINS ':' AND split(entry10, ':')[0] + ':*' IN key5.gives)] + [entry11 IN key5.gives WHERE entry11 CONTAINS ':' AND split(entry11, ':')[0] + ':*' IN row25.gives] ELSE found51 END)) + reduce(found52 = [], row26 IN ctx.attachedPerson | CASE WHEN any(key IN business5s WHERE key IN row26.at) THEN found52 + row26.gives ELSE found52 END) AS node6Offered
    WITH *, CASE WHEN size(node6Codes) > 0 THEN [] ELSE CASE WHEN size(node6Overridable) > 0 THEN reduce(found53 = [], row27 IN ctx.assignedCaseParty | CASE WHEN node6.id IN row27.at THEN found53 + row27.gives ELSE found53 END) + reduce(found54 = [], row28 IN ctx.override2 | CASE WHEN node6.id IN row28.at AND none(code30 IN node6Overridable WHERE NOT code30 IN row28.lifts) THEN found54 + row28.gives ELSE found54 END) ELSE node6Offered END END + CASE WHEN size(node6Codes) > 0 THEN [] ELSE ['CARD'] END AS node6Mask
    WITH * WHERE (ctx.staff OR 'CARD' IN node6Mask)
    WITH * WHERE $given.a3 IS NULL OR edge6.validFrom < $given.a3[0] OR (edge6.validFrom = $given.a3[0] AND edge6.id > $given.a3[1])
    WITH * ORDER BY edge6.validFrom DESC, edge6.id LIMIT $given.a2 + 1
    WITH *, COLLECT {
      MATCH (node6)-[protected4:PROTECTED_AS]->(protection12:Protection)
      WHERE protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> node6.id AND (protected4.validFrom IS NULL OR protected4.validFrom <= $given.now) AND (protected4.validTo IS NULL OR protected4.validTo > $given.now) AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection12.code
    } + COLLECT {
      MATCH (node6)-[held3:HAS_ADDRESS]->(address2:Address)
      MATCH (address2)<-[kept3:HAS_ADDRESS]-(sharer3:Person)-[protected5:PROTECTED_AS]->(protection13:Protection)
      WHERE protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> node6.id AND (held3.validFrom IS NULL OR held3.validFrom <= $given.now) AND (held3.validTo IS NULL OR held3.validTo > $given.now) AND (kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo) AND (protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo) AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection13.code
    } + COLLECT {
      MATCH (node6)-[held4:MEMBER_OF]->(household2:Household)
      MATCH (household2)<-[kept4:MEMBER_OF]-(sharer4:Person)-[protected6:PROTECTED_AS]->(protection14:Protection)
      WHERE protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> node6.id AND (held4.validFrom IS NULL OR held4.validFrom <= $given.now) AND (held4.validTo IS NULL OR held4.validTo > $given.now) AND (kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo) AND (protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo) AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection14.code
    } AS node6Places
    CALL (ctx, node6, node6Mask, node6Places) {
      MATCH (node6)-[edge8:BELONGS_TO]->(node8:Area)
      WHERE edge8.validFrom <= $given.now AND coalesce(edge8.validTo, 9007199254740991) > $given.now AND edge8.retractedAt IS NULL AND node8.retractedAt IS NULL
      AND 'ADDRESS' IN node6Mask AND size(node6Places) = 0
      WITH *, node8 AS node7, edge8 AS edge7
      WITH * ORDER BY edge7.validFrom DESC, edge7.id LIMIT 1
      RETURN collect({it: {code: node7.code, name: node7.name}}) AS area20
    }
    RETURN collect({it: {id: node6.id, name: CASE WHEN 'CARD' IN node6Mask THEN {full: [node6.givenName, node6.middleName, node6.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN node6Mask THEN toString(node6.birthDate) END, phone: CASE WHEN 'CONTACT' IN node6Mask THEN node6.phone END, area: CASE WHEN 'ADDRESS' IN node6Mask AND size(node6Places) = 0 THEN head(area20) END}, access: {mask: node6Mask, codes: node6Codes + node6Overridable, offered: CASE WHEN size(node6Codes + node6Overridable) > 0 THEN node6Offered + ['CARD'] ELSE [] END, places: node6Places}, edge: {validFrom: edge6.validFrom, validTo: edge6.validTo, source: edge6.source}, position: [edge6.validFrom, edge6.id], says: says3}) AS familyRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge9:PARENT_OF|PARTNER_OF]-(node9:Person)
    WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = node9.id THEN 'PARENT' WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = person2.id THEN 'CHILD' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says5
    WITH * WHERE says5 IS NOT NULL
    WITH *, CASE WHEN node9.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (node9)-[protected_as3:PROTECTED_AS]->(protection15:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection15.retractedAt IS NULL
      AND ((ctx.id <> node9.id AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)) OR (protection15.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection15.code
    } + CASE WHEN ctx.id <> node9.id AND node9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node9)<-[is6:IS]-(employee3:Employee)-[holds5:HOLDS]->(position22:Position)-[at21:AT]->(unit16:Unit)
      WHERE coalesce(is6.validFrom <= $given.now, true) AND coalesce(is6.validTo > $given.now, true) AND is6.retractedAt IS NULL AND employee3.retractedAt IS NULL AND coalesce(holds5.validFrom <= $given.now, true) AND coalesce(holds5.validTo > $given.now, true) AND holds5.retractedAt IS NULL AND position22.retractedAt IS NULL AND coalesce(at21.validFrom <= $given.now, true) AND coalesce(at21.validTo > $given.now, true) AND at21.retractedAt IS NULL AND unit16.retractedAt IS NULL
      AND unit16.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS node9Codes
    WITH *, CASE WHEN size(node9Codes) > 0 THEN [] ELSE ['CARD'] END AS node9Mask
    WITH * WHERE (ctx.staff OR 'CARD' IN node9Mask)
    WITH node9 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge11:MEMBER_OF]->(node11:Household)
    WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
    AND 'FAMILY' IN person2Mask AND size(person2Places) = 0
    WITH *, node11 AS node10, edge11 AS edge10
    WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1
    CALL (ctx, node10) {
      MATCH (node10)<-[edge13:MEMBER_OF]-(node13:Person)
      WHERE edge13.validFrom <= $given.now AND coalesce(edge13.validTo, 9007199254740991) > $given.now AND edge13.retractedAt IS NULL AND node13.retractedAt IS NULL
      WITH *, node13 AS node12, edge13 AS edge12
      WITH *, CASE WHEN node12.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (node12)-[protected_as4:PROTECTED_AS]->(protection16:Protection)
        WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection16.retractedAt IS NULL
        AND ((ctx.id <> node12.id AND protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)) OR (protection16.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection16.code
      } + CASE WHEN ctx.id <> node12.id AND node12.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (node12)<-[is7:IS]-(employee4:Employee)-[holds6:HOLDS]->(position23:Position)-[at22:AT]->(unit17:Unit)
        WHERE coalesce(is7.validFrom <= $given.now, true) AND coalesce(is7.validTo > $given.now, true) AND is7.retractedAt IS NULL AND employee4.retractedAt IS NULL AND coalesce(holds6.validFrom <= $given.now, true) AND coalesce(holds6.validTo > $given.now, true) AND holds6.retractedAt IS NULL AND position23.retractedAt IS NULL AND coalesce(at22.validFrom <= $given.now, true) AND coalesce(at22.validTo > $given.now, true) AND at22.retractedAt IS NULL AND unit17.retractedAt IS NULL
        AND unit17.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS node12Codes
      WITH *, CASE WHEN size(node12Codes) > 0 THEN [] ELSE ['CARD'] END AS node12Mask
      WITH * WHERE (ctx.staff OR 'CARD' IN node12Mask)
      WITH * ORDER BY edge12.validFrom DESC, edge12.id LIMIT 1000
      RETURN collect({it: {id: node12.id, name: CASE WHEN 'CARD' IN node12Mask THEN {full: [node12.givenName, node12.middleName, node12.familyName]} END}, access: {mask: node12Mask, codes: node12Codes, offered: CASE WHEN size(node12Codes) > 0 THEN ['CARD'] ELSE [] END}}) AS members
    }
    RETURN collect({it: {id: node10.id, members: members}}) AS household3
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge15:EMPLOYED_BY]->(node15:Business)
    WHERE edge15.validFrom <= $given.now AND coalesce(edge15.validTo, 9007199254740991) > $given.now AND edge15.retractedAt IS NULL AND node15.retractedAt IS NULL
    AND 'WORK' IN person2Mask
    WITH *, node15 AS node14, edge15 AS edge14
    CALL (ctx, node14) {
      MATCH (node14)-[part_of9:PART_OF*0..2]->(business6:Business)-[owned_by:OWNED_BY]->(subject15:Person)
      WHERE all(step10 IN part_of9 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL) AND business6.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject15.retractedAt IS NULL
      WITH *, CASE WHEN subject15.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (subject15)-[protected_as5:PROTECTED_AS]->(protection17:Protection)
        WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection17.retractedAt IS NULL
        AND ((ctx.id <> subject15.id AND protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection17.id IN ctx.protectionExcepted)) OR (protection17.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection17.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection17.code
      } + CASE WHEN ctx.id <> subject15.id AND subject15.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (subject15)<-[is8:IS]-(employee5:Employee)-[holds7:HOLDS]->(position24:Position)-[at23:AT]->(unit18:Unit)
        WHERE coalesce(is8.validFrom <= $given.now, true) AND coalesce(is8.validTo > $given.now, true) AND is8.retractedAt IS NULL AND employee5.retractedAt IS NULL AND coalesce(holds7.validFrom <= $given.now, true) AND coalesce(holds7.validTo > $given.now, true) AND holds7.retractedAt IS NULL AND position24.retractedAt IS NULL AND coalesce(at23.validFrom <= $given.now, true) AND coalesce(at23.validTo > $given.now, true) AND at23.retractedAt IS NULL AND unit18.retractedAt IS NULL
        AND unit18.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS subject15Codes
      WITH *, CASE WHEN subject15.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (subject15.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (subject15)-[belongs_to13:BELONGS_TO]->(area21:Area {kind: 'COUNTRY'})
        WHERE coalesce(belongs_to13.validFrom <= $given.now, true) AND coalesce(belongs_to13.validTo > $given.now, true) AND belongs_to13.retractedAt IS NULL AND area21.retractedAt IS NULL
        AND NOT ctx.excepted3
      } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (subject15)-[belongs_to14:BELONGS_TO]->(area22:Area {kind: 'UNKNOWN'})
        WHERE coalesce(belongs_to14.validFrom <= $given.now, true) AND coalesce(belongs_to14.validTo > $given.now, true) AND belongs_to14.retractedAt IS NULL AND area22.retractedAt IS NULL
        AND NOT ctx.excepted4
      } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS subject15Overridable
      WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
        MATCH (subject15)-[belongs_to15:BELONGS_TO]->(area23:Area)
        WHERE belongs_to15.validFrom <= $given.now AND coalesce(belongs_to15.validTo, 9007199254740991) > $given.now AND belongs_to15.retractedAt IS NULL AND area23.retractedAt IS NULL
        RETURN DISTINCT area23.id
      } ELSE [] END AS area23s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
        MATCH (subject15)-[belongs_to16:BELONGS_TO]->(area24:Area)
        WHERE belongs_to16.validFrom <= $given.now AND coalesce(belongs_to16.validTo, 9007199254740991) > $given.now AND belongs_to16.retractedAt IS NULL AND area24.retractedAt IS NULL
        RETURN DISTINCT area24.id
      } ELSE [] END AS area24s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
        MATCH (subject15)-[followed_up_by3:FOLLOWED_UP_BY]->(unit19:Unit)
        WHERE followed_up_by3.validFrom <= $given.now AND coalesce(followed_up_by3.validTo, 9007199254740991) > $given.now AND followed_up_by3.retractedAt IS NULL AND unit19.retractedAt IS NULL
        RETURN DISTINCT unit19.id
      } ELSE [] END AS unit19s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
        MATCH (subject15)-[belongs_to17:BELONGS_TO]->(area25:Area)-[part_of10:PART_OF*0..1]->(area26:Area)<-[governs5:GOVERNS]-(municipality7:Municipality)<-[kept_at3:KEPT_AT|OWNED_BY]-(device3:Device)-[lent_to3:LENT_TO]->(subject15)
        WHERE belongs_to17.validFrom <= $given.now AND coalesce(belongs_to17.validTo, 9007199254740991) > $given.now AND belongs_to17.retractedAt IS NULL AND area25.retractedAt IS NULL AND all(step11 IN part_of10 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL) AND area26.retractedAt IS NULL AND governs5.validFrom <= $given.now AND coalesce(governs5.validTo, 9007199254740991) > $given.now AND governs5.retractedAt IS NULL AND municipality7.retractedAt IS NULL AND kept_at3.validFrom <= $given.now AND coalesce(kept_at3.validTo, 9007199254740991) > $given.now AND kept_at3.retractedAt IS NULL AND device3.retractedAt IS NULL AND lent_to3.validFrom <= $given.now AND coalesce(lent_to3.validTo, 9007199254740991) > $given.now AND lent_to3.retractedAt IS NULL
        RETURN DISTINCT municipality7.id
      } ELSE [] END AS municipality7s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
        MATCH (subject15)-[belongs_to18:BELONGS_TO]->(area27:Area)-[part_of11:PART_OF*0..1]->(area28:Area)<-[governs6:GOVERNS]-(municipality8:Municipality)<-[arranged_by5:ARRANGED_BY]-(activity9:Activity)<-[takes7:TAKES_PART_IN]-(subject15)
        WHERE belongs_to18.validFrom <= $given.now AND coalesce(belongs_to18.validTo, 9007199254740991) > $given.now AND belongs_to18.retractedAt IS NULL AND area27.retractedAt IS NULL AND all(step12 IN part_of11 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL) AND area28.retractedAt IS NULL AND governs6.validFrom <= $given.now AND coalesce(governs6.validTo, 9007199254740991) > $given.now AND governs6.retractedAt IS NULL AND municipality8.retractedAt IS NULL AND arranged_by5.validFrom <= $given.now AND coalesce(arranged_by5.validTo, 9007199254740991) > $given.now AND arranged_by5.retractedAt IS NULL AND activity9.retractedAt IS NULL AND takes7.validFrom <= $given.now AND coalesce(takes7.validTo, 9007199254740991) > $given.now AND takes7.retractedAt IS NULL
        AND (takes7.answer IS NULL OR takes7.answer <> 'NO')
        RETURN DISTINCT municipality8.id
      } ELSE [] END AS municipality8s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
        MATCH (subject15)-[takes8:TAKES_PART_IN]->(activity10:Activity)
        WHERE takes8.validFrom <= $given.now AND coalesce(takes8.validTo, 9007199254740991) > $given.now AND takes8.retractedAt IS NULL AND activity10.retractedAt IS NULL
        AND (takes8.answer IS NULL OR takes8.answer <> 'NO')
        RETURN DISTINCT activity10.id
      } ELSE [] END AS activity10s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
        MATCH (subject15)-[takes9:TAKES_PART_IN]->(activity11:Activity)-[part_of12:PART_OF]->(case6:Case)
        WHERE takes9.validFrom <= $given.now AND coalesce(takes9.validTo, 9007199254740991) > $given.now AND takes9.retractedAt IS NULL AND activity11.retractedAt IS NULL AND part_of12.validFrom <= $given.now AND coalesce(part_of12.validTo, 9007199254740991) > $given.now AND part_of12.retractedAt IS NULL AND case6.retractedAt IS NULL
        AND (takes9.answer IS NULL OR takes9.answer <> 'NO')
        WITH *, COLLECT {
          MATCH (case6)-[in8:IN]->(theme16:Theme)
          WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND theme16.retractedAt IS NULL
          RETURN DISTINCT theme16.code
        } AS themes7
        RETURN {at: activity11.id, gives: themes7, lifts: []}
      } ELSE [] END AS activity11s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
        MATCH (subject15)<-[from4:FROM]-(consent4:Consent)-[to4:TO]->(organisation4:Business|Municipality)
        WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND consent4.validFrom <= $given.now AND coalesce(consent4.validTo, 9007199254740991) > $given.now AND consent4.retractedAt IS NULL AND consent4.withdrawnAt IS NULL AND to4.validFrom <= $given.now AND coalesce(to4.validTo, 9007199254740991) > $given.now AND to4.retractedAt IS NULL AND organisation4.retractedAt IS NULL
        MATCH (consent4)-[for3:FOR]->(purpose4:Purpose)
        WHERE for3.validFrom <= $given.now AND coalesce(for3.validTo, 9007199254740991) > $given.now AND for3.retractedAt IS NULL AND purpose4.retractedAt IS NULL
        AND purpose4.code = $given.purpose
        WITH *, COLLECT {
          MATCH (consent4)-[covers7:COVERS]->(category5:Category)
          WHERE covers7.retractedAt IS NULL AND category5.retractedAt IS NULL
          RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL THEN category5.code ELSE '' END
        } AS named3, COLLECT {
          MATCH (consent4)-[covers8:COVERS]->(theme18:Theme)
          WHERE covers8.retractedAt IS NULL AND theme18.retractedAt IS NULL
          RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL THEN theme18.code ELSE '' END
        } AS themes8
        RETURN {at: organisation4.id, gives: reduce(found68 = [], code41 IN CASE WHEN size(named3) > 0 THEN named3 + CASE WHEN 'IDENTITY' IN named3 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found68 + CASE WHEN code41 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code41] + CASE WHEN code41 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme19 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme19 <> '' | code41 + ':' + theme19] ELSE [] END ELSE [] END), lifts: []}
      } ELSE [] END AS organisation4s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
        MATCH (subject15)-[employed_by3:EMPLOYED_BY]->(business7:Business)-[part_of13:PART_OF*0..2]->(business8:Business)
        WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business7.retractedAt IS NULL AND all(step13 IN part_of13 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL) AND business8.retractedAt IS NULL
        RETURN DISTINCT business8.id
      } ELSE [] END AS business8s
      WITH *, reduce(found55 = [], row29 IN ctx.localOffice | CASE WHEN any(key IN area23s WHERE key IN row29.at) THEN found55 + row29.gives ELSE found55 END) + reduce(found56 = [], row30 IN ctx.localOffice2 | CASE WHEN any(key IN area24s WHERE key IN row30.at) THEN found56 + row30.gives ELSE found56 END) + reduce(found57 = [], row31 IN ctx.followUpUnit | CASE WHEN any(key IN unit19s WHERE key IN row31.at) THEN found57 + row31.gives ELSE found57 END) + ctx.nationalRole + reduce(found58 = [], row32 IN ctx.assignedCase | CASE WHEN subject15.id IN row32.at THEN found58 + row32.gives ELSE found58 END) + reduce(found59 = [], row33 IN ctx.assignedCaseParty | CASE WHEN subject15.id IN row33.at THEN found59 + row33.gives ELSE found59 END) + reduce(found60 = [], row34 IN ctx.override2 | CASE WHEN subject15.id IN row34.at THEN found60 + row34.gives ELSE found60 END) + reduce(found61 = [], row35 IN ctx.inhabitant | CASE WHEN any(key IN municipality7s WHERE key IN row35.at) THEN found61 + row35.gives ELSE found61 END) + reduce(found62 = [], row36 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality8s WHERE key IN row36.at) THEN found62 + row36.gives ELSE found62 END) + reduce(found63 = [], row37 IN ctx.participant | CASE WHEN any(key IN activity10s WHERE key IN row37.at) THEN found63 + row37.gives ELSE found63 END) + reduce(found64 = [], row38 IN ctx.participant2 | reduce(found65 = found64, key6 IN activity11s | CASE WHEN key6.at IN row38.at THEN found65 + reduce(found66 = [], entry12 IN row38.gives | found66 + CASE WHEN NOT entry12 CONTAINS ':' THEN [entry12] WHEN entry12 ENDS WITH ':*' THEN [theme17 IN key6.gives | split(entry12, ':')[0] + ':' + theme17] WHEN split(entry12, ':')[1] IN key6.gives THEN [entry12] ELSE [] END) ELSE found65 END)) + reduce(found67 = [], row39 IN ctx.consent | reduce(found69 = found67, key7 IN organisation4s | CASE WHEN key7.at IN row39.at THEN found69 + [entry13 IN row39.gives WHERE entry13 IN key7.gives OR (entry13 CONTAINS ':' AND split(entry13, ':')[0] + ':*' IN key7.gives)] + [entry14 IN key7.gives WHERE entry14 CONTAINS ':' AND split(entry14, ':')[0] + ':*' IN row39.gives] ELSE found69 END)) + reduce(found70 = [], row40 IN ctx.attachedPerson | CASE WHEN any(key IN business8s WHERE key IN row40.at) THEN found70 + row40.gives ELSE found70 END) AS subject15Offered
      WITH *, CASE WHEN size(subject15Codes) > 0 THEN [] ELSE CASE WHEN size(subject15Overridable) > 0 THEN reduce(found71 = [], row41 IN ctx.assignedCaseParty | CASE WHEN subject15.id IN row41.at THEN found71 + row41.gives ELSE found71 END) + reduce(found72 = [], row42 IN ctx.override2 | CASE WHEN subject15.id IN row42.at AND none(code45 IN subject15Overridable WHERE NOT code45 IN row42.lifts) THEN found72 + row42.gives ELSE found72 END) ELSE subject15Offered END END AS subject15Mask
      WITH *, (true AND 'WORK' IN subject15Mask) AS whole, 'WORK' IN subject15Mask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    WITH *, (NOT EXISTS {
      MATCH (node14)-[part_of14:PART_OF*0..2]->(business9:Business)-[owned_by2:OWNED_BY]->(subject16:Person)
      WHERE all(step14 IN part_of14 WHERE coalesce(step14.validFrom <= $given.now, true) AND coalesce(step14.validTo > $given.now, true) AND step14.retractedAt IS NULL) AND business9.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject16.retractedAt IS NULL
    }) OR any(way IN (ways) WHERE way.whole) AS node14Whole
    WITH * WHERE node14Whole AND size(CASE WHEN NOT EXISTS {
      MATCH (node14)-[owned_by3:OWNED_BY]->(person9:Person)
      WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person9.retractedAt IS NULL
    } AND node14.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
    WITH * WHERE $given.a5 IS NULL OR edge14.validFrom < $given.a5[0] OR (edge14.validFrom = $given.a5[0] AND edge14.id > $given.a5[1])
    WITH * ORDER BY edge14.validFrom DESC, edge14.id LIMIT $given.a4 + 1
    RETURN collect({it: {id: node14.id, name: node14.name, organisationNumber: node14.organisationNumber}, edge: {title: edge14.title, percentage: edge14.percentage, validFrom: edge14.validFrom, validTo: edge14.validTo}, position: [edge14.validFrom, edge14.id]}) AS employmentsRows
  }
  WITH *, {rows: employmentsRows} AS employments
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge17:FROM]-(node17:Mandate)
    WHERE edge17.validFrom <= $given.now AND coalesce(edge17.validTo, 9007199254740991) > $given.now AND edge17.retractedAt IS NULL AND node17.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node17 AS node16, edge17 AS edge16
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node16Whole, 'MANDATES' IN person2Mask AS node16Shown
    WITH * WHERE node16Shown
    WITH * WHERE $given.a7 IS NULL OR edge16.validFrom < $given.a7[0] OR (edge16.validFrom = $given.a7[0] AND edge16.id > $given.a7[1])
    WITH * ORDER BY edge16.validFrom DESC, edge16.id LIMIT $given.a6 + 1
    CALL (ctx, node16, node16Whole) {
      MATCH (node16)-[edge19:TO]->(node19:Person|Business)
      WHERE edge19.validFrom <= $given.now AND coalesce(edge19.validTo, 9007199254740991) > $given.now AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL
      WITH *, node19 AS node18, edge19 AS edge18
      CALL (ctx, node18, edge18, node16Whole) {
        UNWIND CASE WHEN node18:Person THEN [node18] ELSE [] END AS person10
        WITH *, CASE WHEN person10.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (person10)-[protected_as6:PROTECTED_AS]->(protection18:Protection)
          WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection18.retractedAt IS NULL
          AND ((ctx.id <> person10.id AND protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection18.id IN ctx.protectionExcepted)) OR (protection18.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection18.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection18.code
        } + CASE WHEN ctx.id <> person10.id AND person10.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (person10)<-[is9:IS]-(employee6:Employee)-[holds8:HOLDS]->(position25:Position)-[at24:AT]->(unit20:Unit)
          WHERE coalesce(is9.validFrom <= $given.now, true) AND coalesce(is9.validTo > $given.now, true) AND is9.retractedAt IS NULL AND employee6.retractedAt IS NULL AND coalesce(holds8.validFrom <= $given.now, true) AND coalesce(holds8.validTo > $given.now, true) AND holds8.retractedAt IS NULL AND position25.retractedAt IS NULL AND coalesce(at24.validFrom <= $given.now, true) AND coalesce(at24.validTo > $given.now, true) AND at24.retractedAt IS NULL AND unit20.retractedAt IS NULL
          AND unit20.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END AS person10Codes
        WITH *, CASE WHEN size(person10Codes) > 0 THEN [] ELSE ['CARD'] END AS person10Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person10Mask)
        RETURN collect({it: {id: person10.id, name: CASE WHEN 'CARD' IN person10Mask THEN {full: [person10.givenName, person10.middleName, person10.familyName]} END}, access: {mask: person10Mask, codes: person10Codes, offered: CASE WHEN size(person10Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node18, edge18, node16Whole) {
        UNWIND CASE WHEN node18:Business THEN [node18] ELSE [] END AS business10
        CALL (ctx, business10) {
          MATCH (business10)-[part_of15:PART_OF*0..2]->(business11:Business)-[owned_by4:OWNED_BY]->(subject17:Person)
          WHERE all(step15 IN part_of15 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL) AND business11.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject17.retractedAt IS NULL
          WITH *, CASE WHEN subject17.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
            MATCH (subject17)-[protected_as7:PROTECTED_AS]->(protection19:Protection)
            WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection19.retractedAt IS NULL
            AND ((ctx.id <> subject17.id AND protection19.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection19.id IN ctx.protectionExcepted)) OR (protection19.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection19.id IN ctx.protectionExcepted)))
            RETURN DISTINCT protection19.code
          } + CASE WHEN ctx.id <> subject17.id AND subject17.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject17)<-[is10:IS]-(employee7:Employee)-[holds9:HOLDS]->(position26:Position)-[at25:AT]->(unit21:Unit)
            WHERE coalesce(is10.validFrom <= $given.now, true) AND coalesce(is10.validTo > $given.now, true) AND is10.retractedAt IS NULL AND employee7.retractedAt IS NULL AND coalesce(holds9.validFrom <= $given.now, true) AND coalesce(holds9.validTo > $given.now, true) AND holds9.retractedAt IS NULL AND position26.retractedAt IS NULL AND coalesce(at25.validFrom <= $given.now, true) AND coalesce(at25.validTo > $given.now, true) AND at25.retractedAt IS NULL AND unit21.retractedAt IS NULL
            AND unit21.id IN ctx.sameOffice
          } THEN ['SAME_OFFICE'] ELSE [] END AS subject17Codes
          WITH *, CASE WHEN subject17.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (subject17.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject17)-[belongs_to19:BELONGS_TO]->(area29:Area {kind: 'COUNTRY'})
            WHERE coalesce(belongs_to19.validFrom <= $given.now, true) AND coalesce(belongs_to19.validTo > $given.now, true) AND belongs_to19.retractedAt IS NULL AND area29.retractedAt IS NULL
            AND NOT ctx.excepted3
          } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject17)-[belongs_to20:BELONGS_TO]->(area30:Area {kind: 'UNKNOWN'})
            WHERE coalesce(belongs_to20.validFrom <= $given.now, true) AND coalesce(belongs_to20.validTo > $given.now, true) AND belongs_to20.retractedAt IS NULL AND area30.retractedAt IS NULL
            AND NOT ctx.excepted4
          } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS subject17Overridable
          WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
            MATCH (subject17)-[belongs_to21:BELONGS_TO]->(area31:Area)
            WHERE belongs_to21.validFrom <= $given.now AND coalesce(belongs_to21.validTo, 9007199254740991) > $given.now AND belongs_to21.retractedAt IS NULL AND area31.retractedAt IS NULL
            RETURN DISTINCT area31.id
          } ELSE [] END AS area31s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
            MATCH (subject17)-[belongs_to22:BELONGS_TO]->(area32:Area)
            WHERE belongs_to22.validFrom <= $given.now AND coalesce(belongs_to22.validTo, 9007199254740991) > $given.now AND belongs_to22.retractedAt IS NULL AND area32.retractedAt IS NULL
            RETURN DISTINCT area32.id
          } ELSE [] END AS area32s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
            MATCH (subject17)-[followed_up_by4:FOLLOWED_UP_BY]->(unit22:Unit)
            WHERE followed_up_by4.validFrom <= $given.now AND coalesce(followed_up_by4.validTo, 9007199254740991) > $given.now AND followed_up_by4.retractedAt IS NULL AND unit22.retractedAt IS NULL
            RETURN DISTINCT unit22.id
          } ELSE [] END AS unit22s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
            MATCH (subject17)-[belongs_to23:BELONGS_TO]->(area33:Area)-[part_of16:PART_OF*0..1]->(area34:Area)<-[governs7:GOVERNS]-(municipality9:Municipality)<-[kept_at4:KEPT_AT|OWNED_BY]-(device4:Device)-[lent_to4:LENT_TO]->(subject17)
            WHERE belongs_to23.validFrom <= $given.now AND coalesce(belongs_to23.validTo, 9007199254740991) > $given.now AND belongs_to23.retractedAt IS NULL AND area33.retractedAt IS NULL AND all(step16 IN part_of16 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL) AND area34.retractedAt IS NULL AND governs7.validFrom <= $given.now AND coalesce(governs7.validTo, 9007199254740991) > $given.now AND governs7.retractedAt IS NULL AND municipality9.retractedAt IS NULL AND kept_at4.validFrom <= $given.now AND coalesce(kept_at4.validTo, 9007199254740991) > $given.now AND kept_at4.retractedAt IS NULL AND device4.retractedAt IS NULL AND lent_to4.validFrom <= $given.now AND coalesce(lent_to4.validTo, 9007199254740991) > $given.now AND lent_to4.retractedAt IS NULL
            RETURN DISTINCT municipality9.id
          } ELSE [] END AS municipality9s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
            MATCH (subject17)-[belongs_to24:BELONGS_TO]->(area35:Area)-[part_of17:PART_OF*0..1]->(area36:Area)<-[governs8:GOVERNS]-(municipality10:Municipality)<-[arranged_by6:ARRANGED_BY]-(activity12:Activity)<-[takes10:TAKES_PART_IN]-(subject17)
            WHERE belongs_to24.validFrom <= $given.now AND coalesce(belongs_to24.validTo, 9007199254740991) > $given.now AND belongs_to24.retractedAt IS NULL AND area35.retractedAt IS NULL AND all(step17 IN part_of17 WHERE step17.validFrom <= $given.now AND coalesce(step17.validTo, 9007199254740991) > $given.now AND step17.retractedAt IS NULL) AND area36.retractedAt IS NULL AND governs8.validFrom <= $given.now AND coalesce(governs8.validTo, 9007199254740991) > $given.now AND governs8.retractedAt IS NULL AND municipality10.retractedAt IS NULL AND arranged_by6.validFrom <= $given.now AND coalesce(arranged_by6.validTo, 9007199254740991) > $given.now AND arranged_by6.retractedAt IS NULL AND activity12.retractedAt IS NULL AND takes10.validFrom <= $given.now AND coalesce(takes10.validTo, 9007199254740991) > $given.now AND takes10.retractedAt IS NULL
            AND (takes10.answer IS NULL OR takes10.answer <> 'NO')
            RETURN DISTINCT municipality10.id
          } ELSE [] END AS municipality10s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
            MATCH (subject17)-[takes11:TAKES_PART_IN]->(activity13:Activity)
            WHERE takes11.validFrom <= $given.now AND coalesce(takes11.validTo, 9007199254740991) > $given.now AND takes11.retractedAt IS NULL AND activity13.retractedAt IS NULL
            AND (takes11.answer IS NULL OR takes11.answer <> 'NO')
            RETURN DISTINCT activity13.id
          } ELSE [] END AS activity13s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
            MATCH (subject17)-[takes12:TAKES_PART_IN]->(activity14:Activity)-[part_of18:PART_OF]->(case7:Case)
            WHERE takes12.validFrom <= $given.now AND coalesce(takes12.validTo, 9007199254740991) > $given.now AND takes12.retractedAt IS NULL AND activity14.retractedAt IS NULL AND part_of18.validFrom <= $given.now AND coalesce(part_of18.validTo, 9007199254740991) > $given.now AND part_of18.retractedAt IS NULL AND case7.retractedAt IS NULL
            AND (takes12.answer IS NULL OR takes12.answer <> 'NO')
            WITH *, COLLECT {
              MATCH (case7)-[in9:IN]->(theme20:Theme)
              WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme20.retractedAt IS NULL
              RETURN DISTINCT theme20.code
            } AS themes9
            RETURN {at: activity14.id, gives: themes9, lifts: []}
          } ELSE [] END AS activity14s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
            MATCH (subject17)<-[from5:FROM]-(consent5:Consent)-[to5:TO]->(organisation5:Business|Municipality)
            WHERE from5.validFrom <= $given.now AND coalesce(from5.validTo, 9007199254740991) > $given.now AND from5.retractedAt IS NULL AND consent5.validFrom <= $given.now AND coalesce(consent5.validTo, 9007199254740991) > $given.now AND consent5.retractedAt IS NULL AND consent5.withdrawnAt IS NULL AND to5.validFrom <= $given.now AND coalesce(to5.validTo, 9007199254740991) > $given.now AND to5.retractedAt IS NULL AND organisation5.retractedAt IS NULL
            MATCH (consent5)-[for4:FOR]->(purpose5:Purpose)
            WHERE for4.validFrom <= $given.now AND coalesce(for4.validTo, 9007199254740991) > $given.now AND for4.retractedAt IS NULL AND purpose5.retractedAt IS NULL
            AND purpose5.code = $given.purpose
            WITH *, COLLECT {
              MATCH (consent5)-[covers9:COVERS]->(category6:Category)
              WHERE covers9.retractedAt IS NULL AND category6.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL THEN category6.code ELSE '' END
            } AS named4, COLLECT {
              MATCH (consent5)-[covers10:COVERS]->(theme22:Theme)
              WHERE covers10.retractedAt IS NULL AND theme22.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL THEN theme22.code ELSE '' END
            } AS themes10
            RETURN {at: organisation5.id, gives: reduce(found86 = [], code56 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes10) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found86 + CASE WHEN code56 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes10 = [''] THEN [code56] + CASE WHEN code56 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme23 IN CASE WHEN size(themes10) > 0 THEN themes10 ELSE ['*'] END WHERE theme23 <> '' | code56 + ':' + theme23] ELSE [] END ELSE [] END), lifts: []}
          } ELSE [] END AS organisation5s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject17)-[employed_by4:EMPLOYED_BY]->(business12:Business)-[part_of19:PART_OF*0..2]->(business13:Business)
            WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business12.retractedAt IS NULL AND all(step18 IN part_of19 WHERE step18.validFrom <= $given.now AND coalesce(step18.validTo, 9007199254740991) > $given.now AND step18.retractedAt IS NULL) AND business13.retractedAt IS NULL
            RETURN DISTINCT business13.id
          } ELSE [] END AS business13s
          WITH *, reduce(found73 = [], row43 IN ctx.localOffice | CASE WHEN any(key IN area31s WHERE key IN row43.at) THEN found73 + row43.gives ELSE found73 END) + reduce(found74 = [], row44 IN ctx.localOffice2 | CASE WHEN any(key IN area32s WHERE key IN row44.at) THEN found74 + row44.gives ELSE found74 END) + reduce(found75 = [], row45 IN ctx.followUpUnit | CASE WHEN any(key IN unit22s WHERE key IN row45.at) THEN found75 + row45.gives ELSE found75 END) + ctx.nationalRole + reduce(found76 = [], row46 IN ctx.assignedCase | CASE WHEN subject17.id IN row46.at THEN found76 + row46.gives ELSE found76 END) + reduce(found77 = [], row47 IN ctx.assignedCaseParty | CASE WHEN subject17.id IN row47.at THEN found77 + row47.gives ELSE found77 END) + reduce(found78 = [], row48 IN ctx.override2 | CASE WHEN subject17.id IN row48.at THEN found78 + row48.gives ELSE found78 END) + reduce(found79 = [], row49 IN ctx.inhabitant | CASE WHEN any(key IN municipality9s WHERE key IN row49.at) THEN found79 + row49.gives ELSE found79 END) + reduce(found80 = [], row50 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality10s WHERE key IN row50.at) THEN found80 + row50.gives ELSE found80 END) + reduce(found81 = [], row51 IN ctx.participant | CASE WHEN any(key IN activity13s WHERE key IN row51.at) THEN found81 + row51.gives ELSE found81 END) + reduce(found82 = [], row52 IN ctx.participant2 | reduce(found83 = found82, key8 IN activity14s | CASE WHEN key8.at IN row52.at THEN found83 + reduce(found84 = [], entry15 IN row52.gives | found84 + CASE WHEN NOT entry15 CONTAINS ':' THEN [entry15] WHEN entry15 ENDS WITH ':*' THEN [theme21 IN key8.gives | split(entry15, ':')[0] + ':' + theme21] WHEN split(entry15, ':')[1] IN key8.gives THEN [entry15] ELSE [] END) ELSE found83 END)) + reduce(found85 = [], row53 IN ctx.consent | reduce(found87 = found85, key9 IN organisation5s | CASE WHEN key9.at IN row53.at THEN found87 + [entry16 IN row53.gives WHERE entry16 IN key9.gives OR (entry16 CONTAINS ':' AND split(entry16, ':')[0] + ':*' IN key9.gives)] + [entry17 IN key9.gives WHERE entry17 CONTAINS ':' AND split(entry17, ':')[0] + ':*' IN row53.gives] ELSE found87 END)) + reduce(found88 = [], row54 IN ctx.attachedPerson | CASE WHEN any(key IN business13s WHERE key IN row54.at) THEN found88 + row54.gives ELSE found88 END) AS subject17Offered
          WITH *, CASE WHEN size(subject17Codes) > 0 THEN [] ELSE CASE WHEN size(subject17Overridable) > 0 THEN reduce(found89 = [], row55 IN ctx.assignedCaseParty | CASE WHEN subject17.id IN row55.at THEN found89 + row55.gives ELSE found89 END) + reduce(found90 = [], row56 IN ctx.override2 | CASE WHEN subject17.id IN row56.at AND none(code60 IN subject17Overridable WHERE NOT code60 IN row56.lifts) THEN found90 + row56.gives ELSE found90 END) ELSE subject17Offered END END AS subject17Mask
          WITH *, (true AND 'WORK' IN subject17Mask) AS whole2, 'WORK' IN subject17Mask AS shown2
          RETURN collect({whole: whole2, shown: shown2}) AS ways2
        }
        WITH *, (NOT EXISTS {
          MATCH (business10)-[part_of20:PART_OF*0..2]->(business14:Business)-[owned_by5:OWNED_BY]->(subject18:Person)
          WHERE all(step19 IN part_of20 WHERE coalesce(step19.validFrom <= $given.now, true) AND coalesce(step19.validTo > $given.now, true) AND step19.retractedAt IS NULL) AND business14.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject18.retractedAt IS NULL
        }) OR any(way2 IN (ways2) WHERE way2.whole) AS business10Whole
        WITH * WHERE business10Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business10)-[owned_by6:OWNED_BY]->(person11:Person)
          WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person11.retractedAt IS NULL
        } AND business10.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business10.id, name: business10.name}, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found91
      WITH * WHERE size(found91) > 0
      WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT 1
      RETURN collect(head(found91)) AS holder
    }
    RETURN collect({it: {id: node16.id, kind: node16.kind, actions: node16.actions, validFrom: node16.validFrom, validTo: node16.validTo, holder: head(holder)}, whole: node16Whole, edge: {}, position: [edge16.validFrom, edge16.id]}) AS mandatesGivenRows
  }
  WITH *, {rows: mandatesGivenRows} AS mandatesGiven
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge21:CONCERNS]-(node21:Case)
    WHERE edge21.validFrom <= $given.now AND coalesce(edge21.validTo, 9007199254740991) > $given.now AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node21 AS node20, edge21 AS edge20
    WITH *, COLLECT {
      MATCH (node20)-[in10:IN]->(theme24:Theme)
      WHERE in10.validFrom <= $given.now AND coalesce(in10.validTo, 9007199254740991) > $given.now AND in10.retractedAt IS NULL AND theme24.retractedAt IS NULL
      RETURN {code: theme24.code, secret: coalesce(theme24.secret, false)}
    } AS node20Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node20Themes) > 0 AND all(theme25 IN node20Themes WHERE 'CASES:' + theme25.code IN person2Mask)))) AS node20Whole, (('CASES:*' IN person2Mask OR (size(node20Themes) > 0 AND all(theme26 IN node20Themes WHERE 'CASES:' + theme26.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node20Themes) > 0 AND none(theme27 IN node20Themes WHERE theme27.secret)))) AS node20Shown
    WITH * WHERE node20Shown AND size(CASE WHEN EXISTS {
      MATCH (node20)-[concerns3:CONCERNS]->(party:Person)
      WHERE coalesce(concerns3.validFrom <= $given.now, true) AND coalesce(concerns3.validTo > $given.now, true) AND concerns3.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH CASE WHEN party.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party)-[protected_as8:PROTECTED_AS]->(protection20:Protection)
        WHERE coalesce(protected_as8.validFrom <= $given.now, true) AND coalesce(protected_as8.validTo > $given.now, true) AND protected_as8.retractedAt IS NULL AND protection20.retractedAt IS NULL
        AND ((ctx.id <> party.id AND protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection20.id IN ctx.protectionExcepted)) OR (protection20.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection20.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection20.code
      } + CASE WHEN ctx.id <> party.id AND party.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party)<-[is11:IS]-(employee8:Employee)-[holds10:HOLDS]->(position27:Position)-[at26:AT]->(unit23:Unit)
        WHERE coalesce(is11.validFrom <= $given.now, true) AND coalesce(is11.validTo > $given.now, true) AND is11.retractedAt IS NULL AND employee8.retractedAt IS NULL AND coalesce(holds10.validFrom <= $given.now, true) AND coalesce(holds10.validTo > $given.now, true) AND holds10.retractedAt IS NULL AND position27.retractedAt IS NULL AND coalesce(at26.validFrom <= $given.now, true) AND coalesce(at26.validTo > $given.now, true) AND at26.retractedAt IS NULL AND unit23.retractedAt IS NULL
        AND unit23.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN node20.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0
    WITH * WHERE $given.a9 IS NULL OR edge20.validFrom < $given.a9[0] OR (edge20.validFrom = $given.a9[0] AND edge20.id > $given.a9[1])
    WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT $given.a8 + 1
    WITH *, COLLECT {
      MATCH (node20)-[held5:CONCERNS]->(other:Person)-[protected7:PROTECTED_AS]->(protection21:Protection)
      WHERE protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND ctx.id <> other.id AND (held5.validFrom IS NULL OR protected7.validTo IS NULL OR held5.validFrom < protected7.validTo) AND (protected7.validFrom IS NULL OR held5.validTo IS NULL OR protected7.validFrom < held5.validTo) AND NOT (ctx.staff AND protection21.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection21.code
    } + COLLECT {
      MATCH (node20)-[held6:CONCERNS]->(other2:Person)-[has_address:HAS_ADDRESS]->(address3:Address)
      MATCH (address3)<-[kept5:HAS_ADDRESS]-(sharer5:Person)-[protected8:PROTECTED_AS]->(protection22:Protection)
      WHERE protection22.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other2.id AND (kept5.validFrom IS NULL OR protected8.validTo IS NULL OR kept5.validFrom < protected8.validTo) AND (protected8.validFrom IS NULL OR kept5.validTo IS NULL OR protected8.validFrom < kept5.validTo) AND NOT (ctx.staff AND protection22.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection22.code
    } + COLLECT {
      MATCH (node20)-[held7:CONCERNS]->(other3:Person)-[member_of:MEMBER_OF]->(household4:Household)
      MATCH (household4)<-[kept6:MEMBER_OF]-(sharer6:Person)-[protected9:PROTECTED_AS]->(protection23:Protection)
      WHERE protection23.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected9.retractedAt IS NULL AND ctx.id <> other3.id AND (kept6.validFrom IS NULL OR protected9.validTo IS NULL OR kept6.validFrom < protected9.validTo) AND (protected9.validFrom IS NULL OR kept6.validTo IS NULL OR protected9.validFrom < kept6.validTo) AND NOT (ctx.staff AND protection23.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection23.code
    } AS node20Places
    CALL (ctx, node20, node20Places, node20Whole) {
      MATCH (node20)-[edge23:IN]->(node23:Theme)
      WHERE edge23.validFrom <= $given.now AND coalesce(edge23.validTo, 9007199254740991) > $given.now AND edge23.retractedAt IS NULL AND node23.retractedAt IS NULL
      WITH *, node23 AS node22, edge23 AS edge22
      WITH * ORDER BY edge22.validFrom DESC, edge22.id LIMIT 1
      RETURN collect({it: {code: node22.code, name: node22.name}}) AS theme28
    }
    CALL (ctx, node20, node20Places, node20Whole) {
      MATCH (node20)-[edge25:OWNED_BY]->(node25:Unit)
      WHERE edge25.validFrom <= $given.now AND coalesce(edge25.validTo, 9007199254740991) > $given.now AND edge25.retractedAt IS NULL AND node25.retractedAt IS NULL
      AND size(node20Places) = 0 AND node20Whole
      WITH *, node25 AS node24, edge25 AS edge24
      WITH * ORDER BY edge24.validFrom DESC, edge24.id LIMIT 1
      WITH *, CASE WHEN NOT ctx.excepted6 AND node24.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node24Places
      RETURN collect({it: {id: CASE WHEN size(node24Places) = 0 THEN node24.id ELSE 'unit:NAV' END, name: CASE WHEN size(node24Places) = 0 THEN node24.name ELSE 'NAV' END}, places: node24Places}) AS unit24
    }
    RETURN collect({it: {id: node20.id, title: CASE WHEN node20Whole THEN node20.title END, status: node20.status, openedAt: node20.openedAt, closedAt: node20.closedAt, theme: head(theme28), unit: CASE WHEN size(node20Places) = 0 AND node20Whole THEN head(unit24) END}, whole: node20Whole, places: node20Places, edge: {part: edge20.part}, position: [edge20.validFrom, edge20.id]}) AS cases2Rows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge27:CONCERNS]-(node27:Case)
    WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node27 AS node26, edge27 AS edge26
    WITH *, COLLECT {
      MATCH (node26)-[in12:IN]->(theme29:Theme)
      WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND theme29.retractedAt IS NULL
      RETURN {code: theme29.code, secret: coalesce(theme29.secret, false)}
    } AS node26Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme30 IN node26Themes WHERE 'CASES:' + theme30.code IN person2Mask)))) AS node26Whole, (('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme31 IN node26Themes WHERE 'CASES:' + theme31.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node26Themes) > 0 AND none(theme32 IN node26Themes WHERE theme32.secret)))) AS node26Shown
    WITH * WHERE node26Shown AND size(CASE WHEN EXISTS {
      MATCH (node26)-[concerns4:CONCERNS]->(party2:Person)
      WHERE coalesce(concerns4.validFrom <= $given.now, true) AND coalesce(concerns4.validTo > $given.now, true) AND concerns4.retractedAt IS NULL AND party2.retractedAt IS NULL
      WITH CASE WHEN party2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party2)-[protected_as9:PROTECTED_AS]->(protection25:Protection)
        WHERE coalesce(protected_as9.validFrom <= $given.now, true) AND coalesce(protected_as9.validTo > $given.now, true) AND protected_as9.retractedAt IS NULL AND protection25.retractedAt IS NULL
        AND ((ctx.id <> party2.id AND protection25.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection25.id IN ctx.protectionExcepted)) OR (protection25.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection25.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection25.code
      } + CASE WHEN ctx.id <> party2.id AND party2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party2)<-[is12:IS]-(employee9:Employee)-[holds11:HOLDS]->(position30:Position)-[at28:AT]->(unit26:Unit)
        WHERE coalesce(is12.validFrom <= $given.now, true) AND coalesce(is12.validTo > $given.now, true) AND is12.retractedAt IS NULL AND employee9.retractedAt IS NULL AND coalesce(holds11.validFrom <= $given.now, true) AND coalesce(holds11.validTo > $given.now, true) AND holds11.retractedAt IS NULL AND position30.retractedAt IS NULL AND coalesce(at28.validFrom <= $given.now, true) AND coalesce(at28.validTo > $given.now, true) AND at28.retractedAt IS NULL AND unit26.retractedAt IS NULL
        AND unit26.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party2Codes
      WHERE size(party2Codes) > 0
      RETURN party2Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN node26.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0
    WITH node26 LIMIT 10001
    RETURN count(*) AS cases2Total
  }
  WITH *, {rows: cases2Rows, total: CASE WHEN cases2Total <= 10000 THEN cases2Total END} AS cases2
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge29:TAKES_PART_IN]->(node29:Activity)
    WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
    AND 'ACTIVITIES' IN person2Mask
    WITH *, node29 AS node28, edge29 AS edge28
    WITH *, COLLECT {
      MATCH (node28)-[part_of21:PART_OF]->(case8:Case)-[in13:IN]->(theme33:Theme)
      WHERE part_of21.validFrom <= $given.now AND coalesce(part_of21.validTo, 9007199254740991) > $given.now AND part_of21.retractedAt IS NULL AND case8.retractedAt IS NULL AND in13.validFrom <= $given.now AND coalesce(in13.validTo, 9007199254740991) > $given.now AND in13.retractedAt IS NULL AND theme33.retractedAt IS NULL
      RETURN {code: theme33.code, secret: coalesce(theme33.secret, false)}
    } AS node28Themes
    WITH *, (true AND ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme34 IN node28Themes WHERE 'ACTIVITIES:' + theme34.code IN person2Mask)))) AS node28Whole, ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme35 IN node28Themes WHERE 'ACTIVITIES:' + theme35.code IN person2Mask))) AS node28Shown
    WITH * WHERE node28Shown
    WITH * WHERE $given.a11 IS NULL OR edge28.validFrom < $given.a11[0] OR (edge28.validFrom = $given.a11[0] AND edge28.id > $given.a11[1])
    WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT $given.a10 + 1
    RETURN collect({it: {id: node28.id, kind: node28.kind, title: node28.title, status: node28.status, startsAt: node28.startsAt}, whole: node28Whole, edge: {answer: edge28.answer}, position: [edge28.validFrom, edge28.id]}) AS activitiesRows
  }
  WITH *, {rows: activitiesRows} AS activities
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge31:LENT_TO]-(node31:Device)
    WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
    AND 'DEVICES' IN person2Mask
    WITH *, node31 AS node30, edge31 AS edge30
    WITH *, [{code: 'HJE', secret: false}] AS node30Themes
    WITH *, (true AND ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme36 IN node30Themes WHERE 'DEVICES:' + theme36.code IN person2Mask)))) AS node30Whole, ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme37 IN node30Themes WHERE 'DEVICES:' + theme37.code IN person2Mask))) AS node30Shown
    WITH * WHERE node30Shown AND size(CASE WHEN EXISTS {
      MATCH (node30)-[lent_to5:LENT_TO]->(party3:Person)
      WHERE coalesce(lent_to5.validFrom <= $given.now, true) AND coalesce(lent_to5.validTo > $given.now, true) AND lent_to5.retractedAt IS NULL AND party3.retractedAt IS NULL
      WITH CASE WHEN party3.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party3)-[protected_as10:PROTECTED_AS]->(protection26:Protection)
        WHERE coalesce(protected_as10.validFrom <= $given.now, true) AND coalesce(protected_as10.validTo > $given.now, true) AND protected_as10.retractedAt IS NULL AND protection26.retractedAt IS NULL
        AND ((ctx.id <> party3.id AND protection26.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection26.id IN ctx.protectionExcepted)) OR (protection26.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection26.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection26.code
      } + CASE WHEN ctx.id <> party3.id AND party3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party3)<-[is13:IS]-(employee10:Employee)-[holds12:HOLDS]->(position31:Position)-[at29:AT]->(unit27:Unit)
        WHERE coalesce(is13.validFrom <= $given.now, true) AND coalesce(is13.validTo > $given.now, true) AND is13.retractedAt IS NULL AND employee10.retractedAt IS NULL AND coalesce(holds12.validFrom <= $given.now, true) AND coalesce(holds12.validTo > $given.now, true) AND holds12.retractedAt IS NULL AND position31.retractedAt IS NULL AND coalesce(at29.validFrom <= $given.now, true) AND coalesce(at29.validTo > $given.now, true) AND at29.retractedAt IS NULL AND unit27.retractedAt IS NULL
        AND unit27.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party3Codes
      WHERE size(party3Codes) > 0
      RETURN party3Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH * WHERE $given.a13 IS NULL OR edge30.validFrom < $given.a13[0] OR (edge30.validFrom = $given.a13[0] AND edge30.id > $given.a13[1])
    WITH * ORDER BY edge30.validFrom DESC, edge30.id LIMIT $given.a12 + 1
    RETURN collect({it: {id: node30.id, product: node30.product, status: CASE WHEN node30Whole THEN node30.status END}, whole: node30Whole, edge: {loanType: edge30.loanType}, position: [edge30.validFrom, edge30.id]}) AS devicesRows
  }
  WITH *, {rows: devicesRows} AS devices
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge33:WITH]-(node33:Dialogue)
    WHERE edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
    AND 'DIALOGUES' IN person2Mask
    WITH *, node33 AS node32, edge33 AS edge32
    WITH *, COLLECT {
      MATCH (node32)-[in14:IN]->(theme38:Theme)
      WHERE in14.validFrom <= $given.now AND coalesce(in14.validTo, 9007199254740991) > $given.now AND in14.retractedAt IS NULL AND theme38.retractedAt IS NULL
      RETURN {code: theme38.code, secret: coalesce(theme38.secret, false)}
    } AS node32Themes
    WITH *, (true AND ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme39 IN node32Themes WHERE 'DIALOGUES:' + theme39.code IN person2Mask)))) AS node32Whole, ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme40 IN node32Themes WHERE 'DIALOGUES:' + theme40.code IN person2Mask))) AS node32Shown
    WITH * WHERE node32Shown AND size(CASE WHEN EXISTS {
      MATCH (node32)-[with:WITH]->(party4:Person)
      WHERE coalesce(with.validFrom <= $given.now, true) AND coalesce(with.validTo > $given.now, true) AND with.retractedAt IS NULL AND party4.retractedAt IS NULL
      WITH CASE WHEN party4.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party4)-[protected_as11:PROTECTED_AS]->(protection27:Protection)
        WHERE coalesce(protected_as11.validFrom <= $given.now, true) AND coalesce(protected_as11.validTo > $given.now, true) AND protected_as11.retractedAt IS NULL AND protection27.retractedAt IS NULL
        AND ((ctx.id <> party4.id AND protection27.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection27.id IN ctx.protectionExcepted)) OR (protection27.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection27.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection27.code
      } + CASE WHEN ctx.id <> party4.id AND party4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party4)<-[is14:IS]-(employee11:Employee)-[holds13:HOLDS]->(position32:Position)-[at30:AT]->(unit28:Unit)
        WHERE coalesce(is14.validFrom <= $given.now, true) AND coalesce(is14.validTo > $given.now, true) AND is14.retractedAt IS NULL AND employee11.retractedAt IS NULL AND coalesce(holds13.validFrom <= $given.now, true) AND coalesce(holds13.validTo > $given.now, true) AND holds13.retractedAt IS NULL AND position32.retractedAt IS NULL AND coalesce(at30.validFrom <= $given.now, true) AND coalesce(at30.validTo > $given.now, true) AND at30.retractedAt IS NULL AND unit28.retractedAt IS NULL
        AND unit28.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party4Codes
      WHERE size(party4Codes) > 0
      RETURN party4Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node32)-[locked_to:LOCKED_TO]->(unit29:Unit)
      WHERE coalesce(locked_to.validFrom <= $given.now, true) AND coalesce(locked_to.validTo > $given.now, true) AND locked_to.retractedAt IS NULL AND unit29.retractedAt IS NULL
      AND NOT unit29.id IN ctx.unitExcepted
    } THEN ['LOCKED'] ELSE [] END) = 0
    WITH * WHERE $given.a15 IS NULL OR edge32.validFrom < $given.a15[0] OR (edge32.validFrom = $given.a15[0] AND edge32.id > $given.a15[1])
    WITH * ORDER BY edge32.validFrom DESC, edge32.id LIMIT $given.a14 + 1
    CALL (ctx, node32, node32Whole) {
      MATCH (node32)-[edge35:IN]->(node35:Theme)
      WHERE edge35.validFrom <= $given.now AND coalesce(edge35.validTo, 9007199254740991) > $given.now AND edge35.retractedAt IS NULL AND node35.retractedAt IS NULL
      WITH *, node35 AS node34, edge35 AS edge34
      WITH * ORDER BY edge34.validFrom DESC, edge34.id LIMIT 1
      RETURN collect({it: {code: node34.code}}) AS theme41
    }
    RETURN collect({it: {id: node32.id, channel: node32.channel, startedAt: node32.startedAt, theme: head(theme41)}, whole: node32Whole, edge: {}, position: [edge32.validFrom, edge32.id]}) AS dialoguesRows
  }
  WITH *, {rows: dialoguesRows} AS dialogues
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge37:PROTECTED_AS]->(node37:Protection)
    WHERE edge37.validFrom <= $given.now AND coalesce(edge37.validTo, 9007199254740991) > $given.now AND edge37.retractedAt IS NULL AND node37.retractedAt IS NULL
    AND 'PROTECTION' IN person2Mask
    WITH *, node37 AS node36, edge37 AS edge36
    WITH * ORDER BY edge36.validFrom DESC, edge36.id LIMIT 1000
    RETURN collect({it: {code: node36.code, name: node36.name}}) AS protections2
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    CALL (ctx, person2, person2Mask, person2Places) {
      MATCH (person2)-[belongs_to25:BELONGS_TO]->(area37:Area)<-[edge39:SERVES]-(node39:Unit)
      WHERE belongs_to25.validFrom <= $given.now AND coalesce(belongs_to25.validTo, 9007199254740991) > $given.now AND belongs_to25.retractedAt IS NULL AND area37.retractedAt IS NULL AND edge39.validFrom <= $given.now AND coalesce(edge39.validTo, 9007199254740991) > $given.now AND edge39.retractedAt IS NULL AND node39.retractedAt IS NULL
      AND 'SERVICE' IN person2Mask AND size(person2Places) = 0
      RETURN node39 AS node38, edge39 AS edge38, 'AREA' AS says20
      UNION ALL
      MATCH (person2)-[edge40:FOLLOWED_UP_BY]->(node40:Unit)
      WHERE edge40.validFrom <= $given.now AND coalesce(edge40.validTo, 9007199254740991) > $given.now AND edge40.retractedAt IS NULL AND node40.retractedAt IS NULL
      AND 'SERVICE' IN person2Mask AND size(person2Places) = 0
      RETURN node40 AS node38, edge40 AS edge38, 'FOLLOW_UP' AS says20
    }
    WITH * WHERE $given.a17 IS NULL OR edge38.validFrom < $given.a17[0] OR (edge38.validFrom = $given.a17[0] AND edge38.id > $given.a17[1])
    WITH * ORDER BY edge38.validFrom DESC, edge38.id LIMIT $given.a16 + 1
    WITH *, CASE WHEN NOT ctx.excepted6 AND node38.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node38Places
    RETURN collect({it: {id: CASE WHEN size(node38Places) = 0 THEN node38.id ELSE 'unit:NAV' END, number: CASE WHEN size(node38Places) = 0 THEN node38.number END, name: CASE WHEN size(node38Places) = 0 THEN node38.name ELSE 'NAV' END}, places: node38Places, edge: {}, position: [edge38.validFrom, edge38.id], says: says20}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person2Mask THEN head(COLLECT {
    MATCH (person2)-[edge:IDENTIFIED_BY]->(node:Identifier)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND node.kind IN ['NIN', 'D_NUMBER']
    RETURN node.value ORDER BY node.kind DESC, node.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, deathDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.deathDate) END, gender: CASE WHEN 'IDENTITY' IN person2Mask THEN person2.gender END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, language: CASE WHEN 'CONTACT' IN person2Mask THEN person2.language END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, area: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN head(area11) END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END, household: CASE WHEN 'FAMILY' IN person2Mask AND size(person2Places) = 0 THEN head(household3) END, employments: CASE WHEN 'WORK' IN person2Mask THEN employments END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases2 END, activities: CASE WHEN 'ACTIVITIES' IN person2Mask THEN activities END, devices: CASE WHEN 'DEVICES' IN person2Mask THEN devices END, dialogues: CASE WHEN 'DIALOGUES' IN person2Mask THEN dialogues END, protections: CASE WHEN 'PROTECTION' IN person2Mask THEN protections2 END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Codes + person2Overridable, offered: CASE WHEN size(person2Codes + person2Overridable) > 0 THEN person2Offered ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, person
