// MyView (employee)
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
  UNWIND positions AS position33
  MATCH (position33)-[in14:IN]->(role5:Role)-[may_state:MAY_STATE]->(purpose7:Purpose)
  WHERE in14.validFrom <= $given.now AND coalesce(in14.validTo, 9007199254740991) > $given.now AND in14.retractedAt IS NULL AND role5.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose7.retractedAt IS NULL
  AND purpose7.code = $given.purpose
  WITH DISTINCT purpose7
  OPTIONAL MATCH (purpose7)-[covers13:COVERS]->(category8:Category)
  WHERE covers13.validFrom <= $given.now AND coalesce(covers13.validTo, 9007199254740991) > $given.now AND covers13.retractedAt IS NULL AND category8.retractedAt IS NULL
  WITH count(DISTINCT purpose7) > 0 AS permitted, collect(DISTINCT category8.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position34
  MATCH (position34)-[in15:IN]->(role6:Role)
  WHERE in15.validFrom <= $given.now AND coalesce(in15.validTo, 9007199254740991) > $given.now AND in15.retractedAt IS NULL AND role6.retractedAt IS NULL
  WITH position34, role6, COLLECT {
    MATCH (role6)-[covers14:COVERS]->(category9:Category)
    WHERE covers14.validFrom <= $given.now AND coalesce(covers14.validTo, 9007199254740991) > $given.now AND covers14.retractedAt IS NULL AND category9.retractedAt IS NULL
    AND 'READ' IN coalesce(covers14.actions, ['READ'])
    UNWIND [category9.code] + CASE category9.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code76
    WITH code76
    WHERE code76 IN covered
    RETURN DISTINCT code76
  } AS codes, COLLECT {
    MATCH (role6)-[covers15:COVERS]->(category10:Category)
    WHERE covers15.validFrom <= $given.now AND coalesce(covers15.validTo, 9007199254740991) > $given.now AND covers15.retractedAt IS NULL AND category10.retractedAt IS NULL
    MATCH (role6)-[handles2:HANDLES]->(theme37:Theme)
    WHERE handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme37.retractedAt IS NULL
    AND 'READ' IN coalesce(covers15.actions, ['READ']) AND category10.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category10.code IN covered
    RETURN DISTINCT category10.code + ':' + theme37.code
  } AS themed
  RETURN collect({position: position34.id, reach: role6.reach, codes: codes, themed: themed}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case9
  MATCH (case9)-[concerns5:CONCERNS]->(person17:Person)
  WHERE concerns5.validFrom <= $given.now AND coalesce(concerns5.validTo, 9007199254740991) > $given.now AND concerns5.retractedAt IS NULL AND person17.retractedAt IS NULL
  AND case9.id = $given.case
  RETURN collect(DISTINCT person17.id) AS caseSubjects
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
  UNWIND positions AS position30
  MATCH (position30)-[in12:IN]->(role4:Role {code: 'CASE_HISTORIAN'})
  WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND role4.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted5
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position31
  MATCH (position31)-[at29:AT]->(unit28:Unit)
  WHERE at29.validFrom <= $given.now AND coalesce(at29.validTo, 9007199254740991) > $given.now AND at29.retractedAt IS NULL AND unit28.retractedAt IS NULL
  MATCH (viewer)-[cleared_for5:CLEARED_FOR]->(protection23:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection23.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted6
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, staff: staff, protectionExcepted: protectionExcepted, shielded: shielded, excepted: excepted, sameOffice: sameOffice, guardianOfSubject: guardian, excepted2: excepted2, excepted3: excepted3, excepted4: excepted4, seats: seats, localOffice: localOffice, localOffice2: localOffice2, followUpUnit: followUpUnit, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, override2: override2, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent: consent, attachedPerson: attachedPerson, excepted5: excepted5, excepted6: excepted6} AS ctx
CALL (viewer, ctx) {
  WITH * WHERE ctx.permitted
  RETURN head(collect({name: viewer.displayName})) AS root
}
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
    RETURN collect({it: {kind: node2.kind, street: node2.street, postalCode: node2.postalCode, city: node2.city}}) AS addresses
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge5:FROM]-(node5:Mandate)
    WHERE edge5.validFrom <= $given.now AND coalesce(edge5.validTo, 9007199254740991) > $given.now AND edge5.retractedAt IS NULL AND node5.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node5 AS node4, edge5 AS edge4
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node4Whole, 'MANDATES' IN person2Mask AS node4Shown
    WITH * WHERE node4Shown
    WITH * WHERE $given.a2 IS NULL OR edge4.validFrom < $given.a2[0] OR (edge4.validFrom = $given.a2[0] AND edge4.id > $given.a2[1])
    WITH * ORDER BY edge4.validFrom DESC, edge4.id LIMIT $given.a1 + 1
    CALL (ctx, node4, node4Whole) {
      MATCH (node4)-[edge7:COVERS]->(node7:Theme)
      WHERE edge7.validFrom <= $given.now AND coalesce(edge7.validTo, 9007199254740991) > $given.now AND edge7.retractedAt IS NULL AND node7.retractedAt IS NULL
      WITH *, node7 AS node6, edge7 AS edge6
      WITH * ORDER BY edge6.validFrom DESC, edge6.id LIMIT 1000
      RETURN collect({it: {code: node6.code, name: node6.name}}) AS themes5
    }
    CALL (ctx, node4, node4Whole) {
      MATCH (node4)-[edge9:FROM]->(node9:Person|Business)
      WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL
      WITH *, node9 AS node8, edge9 AS edge8
      CALL (ctx, node8, edge8, node4Whole) {
        UNWIND CASE WHEN node8:Person THEN [node8] ELSE [] END AS person9
        WITH *, CASE WHEN person9.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (person9)-[protected_as2:PROTECTED_AS]->(protection11:Protection)
          WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection11.retractedAt IS NULL
          AND ((ctx.id <> person9.id AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)) OR (protection11.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection11.code
        } + CASE WHEN ctx.id <> person9.id AND person9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (person9)<-[is5:IS]-(employee2:Employee)-[holds4:HOLDS]->(position21:Position)-[at20:AT]->(unit14:Unit)
          WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position21.retractedAt IS NULL AND coalesce(at20.validFrom <= $given.now, true) AND coalesce(at20.validTo > $given.now, true) AND at20.retractedAt IS NULL AND unit14.retractedAt IS NULL
          AND unit14.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END AS person9Codes
        WITH *, CASE WHEN size(person9Codes) > 0 THEN [] ELSE ['CARD'] END AS person9Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person9Mask)
        RETURN collect({it: {id: person9.id, name: CASE WHEN 'CARD' IN person9Mask THEN {full: [person9.givenName, person9.middleName, person9.familyName]} END}, access: {mask: person9Mask, codes: person9Codes, offered: CASE WHEN size(person9Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node8, edge8, node4Whole) {
        UNWIND CASE WHEN node8:Business THEN [node8] ELSE [] END AS business4
        CALL (ctx, business4) {
          MATCH (business4)-[part_of5:PART_OF*0..2]->(business5:Business)-[owned_by:OWNED_BY]->(subject15:Person)
          WHERE all(step7 IN part_of5 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL) AND business5.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject15.retractedAt IS NULL
          WITH *, CASE WHEN subject15.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
            MATCH (subject15)-[protected_as3:PROTECTED_AS]->(protection12:Protection)
            WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection12.retractedAt IS NULL
            AND ((ctx.id <> subject15.id AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)) OR (protection12.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)))
            RETURN DISTINCT protection12.code
          } + CASE WHEN ctx.id <> subject15.id AND subject15.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject15)<-[is6:IS]-(employee3:Employee)-[holds5:HOLDS]->(position22:Position)-[at21:AT]->(unit15:Unit)
            WHERE coalesce(is6.validFrom <= $given.now, true) AND coalesce(is6.validTo > $given.now, true) AND is6.retractedAt IS NULL AND employee3.retractedAt IS NULL AND coalesce(holds5.validFrom <= $given.now, true) AND coalesce(holds5.validTo > $given.now, true) AND holds5.retractedAt IS NULL AND position22.retractedAt IS NULL AND coalesce(at21.validFrom <= $given.now, true) AND coalesce(at21.validTo > $given.now, true) AND at21.retractedAt IS NULL AND unit15.retractedAt IS NULL
            AND unit15.id IN ctx.sameOffice
          } THEN ['SAME_OFFICE'] ELSE [] END AS subject15Codes
          WITH *, CASE WHEN subject15.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (subject15.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject15)-[belongs_to7:BELONGS_TO]->(area11:Area {kind: 'COUNTRY'})
            WHERE coalesce(belongs_to7.validFrom <= $given.now, true) AND coalesce(belongs_to7.validTo > $given.now, true) AND belongs_to7.retractedAt IS NULL AND area11.retractedAt IS NULL
            AND NOT ctx.excepted3
          } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject15)-[belongs_to8:BELONGS_TO]->(area12:Area {kind: 'UNKNOWN'})
            WHERE coalesce(belongs_to8.validFrom <= $given.now, true) AND coalesce(belongs_to8.validTo > $given.now, true) AND belongs_to8.retractedAt IS NULL AND area12.retractedAt IS NULL
            AND NOT ctx.excepted4
          } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS subject15Overridable
          WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
            MATCH (subject15)-[belongs_to9:BELONGS_TO]->(area13:Area)
            WHERE belongs_to9.validFrom <= $given.now AND coalesce(belongs_to9.validTo, 9007199254740991) > $given.now AND belongs_to9.retractedAt IS NULL AND area13.retractedAt IS NULL
            RETURN DISTINCT area13.id
          } ELSE [] END AS area13s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
            MATCH (subject15)-[belongs_to10:BELONGS_TO]->(area14:Area)
            WHERE belongs_to10.validFrom <= $given.now AND coalesce(belongs_to10.validTo, 9007199254740991) > $given.now AND belongs_to10.retractedAt IS NULL AND area14.retractedAt IS NULL
            RETURN DISTINCT area14.id
          } ELSE [] END AS area14s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
            MATCH (subject15)-[followed_up_by2:FOLLOWED_UP_BY]->(unit16:Unit)
            WHERE followed_up_by2.validFrom <= $given.now AND coalesce(followed_up_by2.validTo, 9007199254740991) > $given.now AND followed_up_by2.retractedAt IS NULL AND unit16.retractedAt IS NULL
            RETURN DISTINCT unit16.id
          } ELSE [] END AS unit16s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
            MATCH (subject15)-[belongs_to11:BELONGS_TO]->(area15:Area)-[part_of6:PART_OF*0..1]->(area16:Area)<-[governs3:GOVERNS]-(municipality5:Municipality)<-[kept_at2:KEPT_AT|OWNED_BY]-(device2:Device)-[lent_to2:LENT_TO]->(subject15)
            WHERE belongs_to11.validFrom <= $given.now AND coalesce(belongs_to11.validTo, 9007199254740991) > $given.now AND belongs_to11.retractedAt IS NULL AND area15.retractedAt IS NULL AND all(step8 IN part_of6 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL) AND area16.retractedAt IS NULL AND governs3.validFrom <= $given.now AND coalesce(governs3.validTo, 9007199254740991) > $given.now AND governs3.retractedAt IS NULL AND municipality5.retractedAt IS NULL AND kept_at2.validFrom <= $given.now AND coalesce(kept_at2.validTo, 9007199254740991) > $given.now AND kept_at2.retractedAt IS NULL AND device2.retractedAt IS NULL AND lent_to2.validFrom <= $given.now AND coalesce(lent_to2.validTo, 9007199254740991) > $given.now AND lent_to2.retractedAt IS NULL
            RETURN DISTINCT municipality5.id
          } ELSE [] END AS municipality5s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
            MATCH (subject15)-[belongs_to12:BELONGS_TO]->(area17:Area)-[part_of7:PART_OF*0..1]->(area18:Area)<-[governs4:GOVERNS]-(municipality6:Municipality)<-[arranged_by4:ARRANGED_BY]-(activity6:Activity)<-[takes4:TAKES_PART_IN]-(subject15)
            WHERE belongs_to12.validFrom <= $given.now AND coalesce(belongs_to12.validTo, 9007199254740991) > $given.now AND belongs_to12.retractedAt IS NULL AND area17.retractedAt IS NULL AND all(step9 IN part_of7 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL) AND area18.retractedAt IS NULL AND governs4.validFrom <= $given.now AND coalesce(governs4.validTo, 9007199254740991) > $given.now AND governs4.retractedAt IS NULL AND municipality6.retractedAt IS NULL AND arranged_by4.validFrom <= $given.now AND coalesce(arranged_by4.validTo, 9007199254740991) > $given.now AND arranged_by4.retractedAt IS NULL AND activity6.retractedAt IS NULL AND takes4.validFrom <= $given.now AND coalesce(takes4.validTo, 9007199254740991) > $given.now AND takes4.retractedAt IS NULL
            AND (takes4.answer IS NULL OR takes4.answer <> 'NO')
            RETURN DISTINCT municipality6.id
          } ELSE [] END AS municipality6s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
            MATCH (subject15)-[takes5:TAKES_PART_IN]->(activity7:Activity)
            WHERE takes5.validFrom <= $given.now AND coalesce(takes5.validTo, 9007199254740991) > $given.now AND takes5.retractedAt IS NULL AND activity7.retractedAt IS NULL
            AND (takes5.answer IS NULL OR takes5.answer <> 'NO')
            RETURN DISTINCT activity7.id
          } ELSE [] END AS activity7s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
            MATCH (subject15)-[takes6:TAKES_PART_IN]->(activity8:Activity)-[part_of8:PART_OF]->(case5:Case)
            WHERE takes6.validFrom <= $given.now AND coalesce(takes6.validTo, 9007199254740991) > $given.now AND takes6.retractedAt IS NULL AND activity8.retractedAt IS NULL AND part_of8.validFrom <= $given.now AND coalesce(part_of8.validTo, 9007199254740991) > $given.now AND part_of8.retractedAt IS NULL AND case5.retractedAt IS NULL
            AND (takes6.answer IS NULL OR takes6.answer <> 'NO')
            WITH *, COLLECT {
              MATCH (case5)-[in7:IN]->(theme12:Theme)
              WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme12.retractedAt IS NULL
              RETURN DISTINCT theme12.code
            } AS themes6
            RETURN {at: activity8.id, gives: themes6, lifts: []}
          } ELSE [] END AS activity8s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
            MATCH (subject15)<-[from3:FROM]-(consent3:Consent)-[to3:TO]->(organisation3:Business|Municipality)
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
            } AS themes7
            RETURN {at: organisation3.id, gives: reduce(found50 = [], code26 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes7) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found50 + CASE WHEN code26 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes7 = [''] THEN [code26] + CASE WHEN code26 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme15 IN CASE WHEN size(themes7) > 0 THEN themes7 ELSE ['*'] END WHERE theme15 <> '' | code26 + ':' + theme15] ELSE [] END ELSE [] END), lifts: []}
          } ELSE [] END AS organisation3s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject15)-[employed_by2:EMPLOYED_BY]->(business6:Business)-[part_of9:PART_OF*0..2]->(business7:Business)
            WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND business6.retractedAt IS NULL AND all(step10 IN part_of9 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL) AND business7.retractedAt IS NULL
            RETURN DISTINCT business7.id
          } ELSE [] END AS business7s
          WITH *, reduce(found37 = [], row15 IN ctx.localOffice | CASE WHEN any(key IN area13s WHERE key IN row15.at) THEN found37 + row15.gives ELSE found37 END) + reduce(found38 = [], row16 IN ctx.localOffice2 | CASE WHEN any(key IN area14s WHERE key IN row16.at) THEN found38 + row16.gives ELSE found38 END) + reduce(found39 = [], row17 IN ctx.followUpUnit | CASE WHEN any(key IN unit16s WHERE key IN row17.at) THEN found39 + row17.gives ELSE found39 END) + ctx.nationalRole + reduce(found40 = [], row18 IN ctx.assignedCase | CASE WHEN subject15.id IN row18.at THEN found40 + row18.gives ELSE found40 END) + reduce(found41 = [], row19 IN ctx.assignedCaseParty | CASE WHEN subject15.id IN row19.at THEN found41 + row19.gives ELSE found41 END) + reduce(found42 = [], row20 IN ctx.override2 | CASE WHEN subject15.id IN row20.at THEN found42 + row20.gives ELSE found42 END) + reduce(found43 = [], row21 IN ctx.inhabitant | CASE WHEN any(key IN municipality5s WHERE key IN row21.at) THEN found43 + row21.gives ELSE found43 END) + reduce(found44 = [], row22 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality6s WHERE key IN row22.at) THEN found44 + row22.gives ELSE found44 END) + reduce(found45 = [], row23 IN ctx.participant | CASE WHEN any(key IN activity7s WHERE key IN row23.at) THEN found45 + row23.gives ELSE found45 END) + reduce(found46 = [], row24 IN ctx.participant2 | reduce(found47 = found46, key4 IN activity8s | CASE WHEN key4.at IN row24.at THEN found47 + reduce(found48 = [], entry9 IN row24.gives | found48 + CASE WHEN NOT entry9 CONTAINS ':' THEN [entry9] WHEN entry9 ENDS WITH ':*' THEN [theme13 IN key4.gives | split(entry9, ':')[0] + ':' + theme13] WHEN split(entry9, ':')[1] IN key4.gives THEN [entry9] ELSE [] END) ELSE found47 END)) + reduce(found49 = [], row25 IN ctx.consent | reduce(found51 = found49, key5 IN organisation3s | CASE WHEN key5.at IN row25.at THEN found51 + [entry10 IN row25.gives WHERE entry10 IN key5.gives OR (entry10 CONTAINS ':' AND split(entry10, ':')[0] + ':*' IN key5.gives)] + [entry11 IN key5.gives WHERE entry11 CONTAINS ':' AND split(entry11, ':')[0] + ':*' IN row25.gives] ELSE found51 END)) + reduce(found52 = [], row26 IN ctx.attachedPerson | CASE WHEN any(key IN business7s WHERE key IN row26.at) THEN found52 + row26.gives ELSE found52 END) AS subject15Offered
          WITH *, CASE WHEN size(subject15Codes) > 0 THEN [] ELSE CASE WHEN size(subject15Overridable) > 0 THEN reduce(found53 = [], row27 IN ctx.assignedCaseParty | CASE WHEN subject15.id IN row27.at THEN found53 + row27.gives ELSE found53 END) + reduce(found54 = [], row28 IN ctx.override2 | CASE WHEN subject15.id IN row28.at AND none(code30 IN subject15Overridable WHERE NOT code30 IN row28.lifts) THEN found54 + row28.gives ELSE found54 END) ELSE subject15Offered END END AS subject15Mask
          WITH *, (true AND 'WORK' IN subject15Mask) AS whole, 'WORK' IN subject15Mask AS shown
          RETURN collect({whole: whole, shown: shown}) AS ways
        }
        WITH *, (NOT EXISTS {
          MATCH (business4)-[part_of10:PART_OF*0..2]->(business8:Business)-[owned_by2:OWNED_BY]->(subject16:Person)
          WHERE all(step11 IN part_of10 WHERE coalesce(step11.validFrom <= $given.now, true) AND coalesce(step11.validTo > $given.now, true) AND step11.retractedAt IS NULL) AND business8.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject16.retractedAt IS NULL
        }) OR any(way IN (ways) WHERE way.whole) AS business4Whole
        WITH * WHERE business4Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business4)-[owned_by3:OWNED_BY]->(person10:Person)
          WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person10.retractedAt IS NULL
        } AND business4.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business4.id, name: business4.name}, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found55
      WITH * WHERE size(found55) > 0
      WITH * ORDER BY edge8.validFrom DESC, edge8.id LIMIT 1
      RETURN collect(head(found55)) AS giver
    }
    CALL (ctx, node4, node4Whole) {
      MATCH (node4)-[edge11:TO]->(node11:Person|Business)
      WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
      WITH *, node11 AS node10, edge11 AS edge10
      CALL (ctx, node10, edge10, node4Whole) {
        UNWIND CASE WHEN node10:Person THEN [node10] ELSE [] END AS person11
        WITH *, CASE WHEN person11.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (person11)-[protected_as4:PROTECTED_AS]->(protection13:Protection)
          WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection13.retractedAt IS NULL
          AND ((ctx.id <> person11.id AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)) OR (protection13.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection13.code
        } + CASE WHEN ctx.id <> person11.id AND person11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (person11)<-[is7:IS]-(employee4:Employee)-[holds6:HOLDS]->(position23:Position)-[at22:AT]->(unit17:Unit)
          WHERE coalesce(is7.validFrom <= $given.now, true) AND coalesce(is7.validTo > $given.now, true) AND is7.retractedAt IS NULL AND employee4.retractedAt IS NULL AND coalesce(holds6.validFrom <= $given.now, true) AND coalesce(holds6.validTo > $given.now, true) AND holds6.retractedAt IS NULL AND position23.retractedAt IS NULL AND coalesce(at22.validFrom <= $given.now, true) AND coalesce(at22.validTo > $given.now, true) AND at22.retractedAt IS NULL AND unit17.retractedAt IS NULL
          AND unit17.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END AS person11Codes
        WITH *, CASE WHEN size(person11Codes) > 0 THEN [] ELSE ['CARD'] END AS person11Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person11Mask)
        RETURN collect({it: {id: person11.id, name: CASE WHEN 'CARD' IN person11Mask THEN {full: [person11.givenName, person11.middleName, person11.familyName]} END}, access: {mask: person11Mask, codes: person11Codes, offered: CASE WHEN size(person11Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson2
      }
      CALL (ctx, node10, edge10, node4Whole) {
        UNWIND CASE WHEN node10:Business THEN [node10] ELSE [] END AS business9
        CALL (ctx, business9) {
          MATCH (business9)-[part_of11:PART_OF*0..2]->(business10:Business)-[owned_by4:OWNED_BY]->(subject17:Person)
          WHERE all(step12 IN part_of11 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL) AND business10.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject17.retractedAt IS NULL
          WITH *, CASE WHEN subject17.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
            MATCH (subject17)-[protected_as5:PROTECTED_AS]->(protection14:Protection)
            WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection14.retractedAt IS NULL
            AND ((ctx.id <> subject17.id AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)) OR (protection14.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)))
            RETURN DISTINCT protection14.code
          } + CASE WHEN ctx.id <> subject17.id AND subject17.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject17)<-[is8:IS]-(employee5:Employee)-[holds7:HOLDS]->(position24:Position)-[at23:AT]->(unit18:Unit)
            WHERE coalesce(is8.validFrom <= $given.now, true) AND coalesce(is8.validTo > $given.now, true) AND is8.retractedAt IS NULL AND employee5.retractedAt IS NULL AND coalesce(holds7.validFrom <= $given.now, true) AND coalesce(holds7.validTo > $given.now, true) AND holds7.retractedAt IS NULL AND position24.retractedAt IS NULL AND coalesce(at23.validFrom <= $given.now, true) AND coalesce(at23.validTo > $given.now, true) AND at23.retractedAt IS NULL AND unit18.retractedAt IS NULL
            AND unit18.id IN ctx.sameOffice
          } THEN ['SAME_OFFICE'] ELSE [] END AS subject17Codes
          WITH *, CASE WHEN subject17.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (subject17.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject17)-[belongs_to13:BELONGS_TO]->(area19:Area {kind: 'COUNTRY'})
            WHERE coalesce(belongs_to13.validFrom <= $given.now, true) AND coalesce(belongs_to13.validTo > $given.now, true) AND belongs_to13.retractedAt IS NULL AND area19.retractedAt IS NULL
            AND NOT ctx.excepted3
          } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject17)-[belongs_to14:BELONGS_TO]->(area20:Area {kind: 'UNKNOWN'})
            WHERE coalesce(belongs_to14.validFrom <= $given.now, true) AND coalesce(belongs_to14.validTo > $given.now, true) AND belongs_to14.retractedAt IS NULL AND area20.retractedAt IS NULL
            AND NOT ctx.excepted4
          } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS subject17Overridable
          WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
            MATCH (subject17)-[belongs_to15:BELONGS_TO]->(area21:Area)
            WHERE belongs_to15.validFrom <= $given.now AND coalesce(belongs_to15.validTo, 9007199254740991) > $given.now AND belongs_to15.retractedAt IS NULL AND area21.retractedAt IS NULL
            RETURN DISTINCT area21.id
          } ELSE [] END AS area21s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
            MATCH (subject17)-[belongs_to16:BELONGS_TO]->(area22:Area)
            WHERE belongs_to16.validFrom <= $given.now AND coalesce(belongs_to16.validTo, 9007199254740991) > $given.now AND belongs_to16.retractedAt IS NULL AND area22.retractedAt IS NULL
            RETURN DISTINCT area22.id
          } ELSE [] END AS area22s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
            MATCH (subject17)-[followed_up_by3:FOLLOWED_UP_BY]->(unit19:Unit)
            WHERE followed_up_by3.validFrom <= $given.now AND coalesce(followed_up_by3.validTo, 9007199254740991) > $given.now AND followed_up_by3.retractedAt IS NULL AND unit19.retractedAt IS NULL
            RETURN DISTINCT unit19.id
          } ELSE [] END AS unit19s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
            MATCH (subject17)-[belongs_to17:BELONGS_TO]->(area23:Area)-[part_of12:PART_OF*0..1]->(area24:Area)<-[governs5:GOVERNS]-(municipality7:Municipality)<-[kept_at3:KEPT_AT|OWNED_BY]-(device3:Device)-[lent_to3:LENT_TO]->(subject17)
            WHERE belongs_to17.validFrom <= $given.now AND coalesce(belongs_to17.validTo, 9007199254740991) > $given.now AND belongs_to17.retractedAt IS NULL AND area23.retractedAt IS NULL AND all(step13 IN part_of12 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL) AND area24.retractedAt IS NULL AND governs5.validFrom <= $given.now AND coalesce(governs5.validTo, 9007199254740991) > $given.now AND governs5.retractedAt IS NULL AND municipality7.retractedAt IS NULL AND kept_at3.validFrom <= $given.now AND coalesce(kept_at3.validTo, 9007199254740991) > $given.now AND kept_at3.retractedAt IS NULL AND device3.retractedAt IS NULL AND lent_to3.validFrom <= $given.now AND coalesce(lent_to3.validTo, 9007199254740991) > $given.now AND lent_to3.retractedAt IS NULL
            RETURN DISTINCT municipality7.id
          } ELSE [] END AS municipality7s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
            MATCH (subject17)-[belongs_to18:BELONGS_TO]->(area25:Area)-[part_of13:PART_OF*0..1]->(area26:Area)<-[governs6:GOVERNS]-(municipality8:Municipality)<-[arranged_by5:ARRANGED_BY]-(activity9:Activity)<-[takes7:TAKES_PART_IN]-(subject17)
            WHERE belongs_to18.validFrom <= $given.now AND coalesce(belongs_to18.validTo, 9007199254740991) > $given.now AND belongs_to18.retractedAt IS NULL AND area25.retractedAt IS NULL AND all(step14 IN part_of13 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL) AND area26.retractedAt IS NULL AND governs6.validFrom <= $given.now AND coalesce(governs6.validTo, 9007199254740991) > $given.now AND governs6.retractedAt IS NULL AND municipality8.retractedAt IS NULL AND arranged_by5.validFrom <= $given.now AND coalesce(arranged_by5.validTo, 9007199254740991) > $given.now AND arranged_by5.retractedAt IS NULL AND activity9.retractedAt IS NULL AND takes7.validFrom <= $given.now AND coalesce(takes7.validTo, 9007199254740991) > $given.now AND takes7.retractedAt IS NULL
            AND (takes7.answer IS NULL OR takes7.answer <> 'NO')
            RETURN DISTINCT municipality8.id
          } ELSE [] END AS municipality8s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
            MATCH (subject17)-[takes8:TAKES_PART_IN]->(activity10:Activity)
            WHERE takes8.validFrom <= $given.now AND coalesce(takes8.validTo, 9007199254740991) > $given.now AND takes8.retractedAt IS NULL AND activity10.retractedAt IS NULL
            AND (takes8.answer IS NULL OR takes8.answer <> 'NO')
            RETURN DISTINCT activity10.id
          } ELSE [] END AS activity10s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
            MATCH (subject17)-[takes9:TAKES_PART_IN]->(activity11:Activity)-[part_of14:PART_OF]->(case6:Case)
            WHERE takes9.validFrom <= $given.now AND coalesce(takes9.validTo, 9007199254740991) > $given.now AND takes9.retractedAt IS NULL AND activity11.retractedAt IS NULL AND part_of14.validFrom <= $given.now AND coalesce(part_of14.validTo, 9007199254740991) > $given.now AND part_of14.retractedAt IS NULL AND case6.retractedAt IS NULL
            AND (takes9.answer IS NULL OR takes9.answer <> 'NO')
            WITH *, COLLECT {
              MATCH (case6)-[in8:IN]->(theme16:Theme)
              WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND theme16.retractedAt IS NULL
              RETURN DISTINCT theme16.code
            } AS themes8
            RETURN {at: activity11.id, gives: themes8, lifts: []}
          } ELSE [] END AS activity11s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
            MATCH (subject17)<-[from4:FROM]-(consent4:Consent)-[to4:TO]->(organisation4:Business|Municipality)
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
            } AS themes9
            RETURN {at: organisation4.id, gives: reduce(found69 = [], code41 IN CASE WHEN size(named3) > 0 THEN named3 + CASE WHEN 'IDENTITY' IN named3 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes9) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found69 + CASE WHEN code41 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes9 = [''] THEN [code41] + CASE WHEN code41 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme19 IN CASE WHEN size(themes9) > 0 THEN themes9 ELSE ['*'] END WHERE theme19 <> '' | code41 + ':' + theme19] ELSE [] END ELSE [] END), lifts: []}
          } ELSE [] END AS organisation4s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject17)-[employed_by3:EMPLOYED_BY]->(business11:Business)-[part_of15:PART_OF*0..2]->(business12:Business)
            WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business11.retractedAt IS NULL AND all(step15 IN part_of15 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL) AND business12.retractedAt IS NULL
            RETURN DISTINCT business12.id
          } ELSE [] END AS business12s
          WITH *, reduce(found56 = [], row29 IN ctx.localOffice | CASE WHEN any(key IN area21s WHERE key IN row29.at) THEN found56 + row29.gives ELSE found56 END) + reduce(found57 = [], row30 IN ctx.localOffice2 | CASE WHEN any(key IN area22s WHERE key IN row30.at) THEN found57 + row30.gives ELSE found57 END) + reduce(found58 = [], row31 IN ctx.followUpUnit | CASE WHEN any(key IN unit19s WHERE key IN row31.at) THEN found58 + row31.gives ELSE found58 END) + ctx.nationalRole + reduce(found59 = [], row32 IN ctx.assignedCase | CASE WHEN subject17.id IN row32.at THEN found59 + row32.gives ELSE found59 END) + reduce(found60 = [], row33 IN ctx.assignedCaseParty | CASE WHEN subject17.id IN row33.at THEN found60 + row33.gives ELSE found60 END) + reduce(found61 = [], row34 IN ctx.override2 | CASE WHEN subject17.id IN row34.at THEN found61 + row34.gives ELSE found61 END) + reduce(found62 = [], row35 IN ctx.inhabitant | CASE WHEN any(key IN municipality7s WHERE key IN row35.at) THEN found62 + row35.gives ELSE found62 END) + reduce(found63 = [], row36 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality8s WHERE key IN row36.at) THEN found63 + row36.gives ELSE found63 END) + reduce(found64 = [], row37 IN ctx.participant | CASE WHEN any(key IN activity10s WHERE key IN row37.at) THEN found64 + row37.gives ELSE found64 END) + reduce(found65 = [], row38 IN ctx.participant2 | reduce(found66 = found65, key6 IN activity11s | CASE WHEN key6.at IN row38.at THEN found66 + reduce(found67 = [], entry12 IN row38.gives | found67 + CASE WHEN NOT entry12 CONTAINS ':' THEN [entry12] WHEN entry12 ENDS WITH ':*' THEN [theme17 IN key6.gives | split(entry12, ':')[0] + ':' + theme17] WHEN split(entry12, ':')[1] IN key6.gives THEN [entry12] ELSE [] END) ELSE found66 END)) + reduce(found68 = [], row39 IN ctx.consent | reduce(found70 = found68, key7 IN organisation4s | CASE WHEN key7.at IN row39.at THEN found70 + [entry13 IN row39.gives WHERE entry13 IN key7.gives OR (entry13 CONTAINS ':' AND split(entry13, ':')[0] + ':*' IN key7.gives)] + [entry14 IN key7.gives WHERE entry14 CONTAINS ':' AND split(entry14, ':')[0] + ':*' IN row39.gives] ELSE found70 END)) + reduce(found71 = [], row40 IN ctx.attachedPerson | CASE WHEN any(key IN business12s WHERE key IN row40.at) THEN found71 + row40.gives ELSE found71 END) AS subject17Offered
          WITH *, CASE WHEN size(subject17Codes) > 0 THEN [] ELSE CASE WHEN size(subject17Overridable) > 0 THEN reduce(found72 = [], row41 IN ctx.assignedCaseParty | CASE WHEN subject17.id IN row41.at THEN found72 + row41.gives ELSE found72 END) + reduce(found73 = [], row42 IN ctx.override2 | CASE WHEN subject17.id IN row42.at AND none(code45 IN subject17Overridable WHERE NOT code45 IN row42.lifts) THEN found73 + row42.gives ELSE found73 END) ELSE subject17Offered END END AS subject17Mask
          WITH *, (true AND 'WORK' IN subject17Mask) AS whole2, 'WORK' IN subject17Mask AS shown2
          RETURN collect({whole: whole2, shown: shown2}) AS ways2
        }
        WITH *, (NOT EXISTS {
          MATCH (business9)-[part_of16:PART_OF*0..2]->(business13:Business)-[owned_by5:OWNED_BY]->(subject18:Person)
          WHERE all(step16 IN part_of16 WHERE coalesce(step16.validFrom <= $given.now, true) AND coalesce(step16.validTo > $given.now, true) AND step16.retractedAt IS NULL) AND business13.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject18.retractedAt IS NULL
        }) OR any(way2 IN (ways2) WHERE way2.whole) AS business9Whole
        WITH * WHERE business9Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business9)-[owned_by6:OWNED_BY]->(person12:Person)
          WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person12.retractedAt IS NULL
        } AND business9.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business9.id, name: business9.name}, type: 'Business'}) AS asBusiness2
      }
      WITH *, asPerson2 + asBusiness2 AS found74
      WITH * WHERE size(found74) > 0
      WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1
      RETURN collect(head(found74)) AS holder
    }
    RETURN collect({it: {id: node4.id, kind: node4.kind, actions: node4.actions, validFrom: node4.validFrom, validTo: node4.validTo, themes: themes5, giver: head(giver), holder: head(holder)}, whole: node4Whole, edge: {}, position: [edge4.validFrom, edge4.id]}) AS mandatesGivenRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge13:FROM]-(node13:Mandate)
    WHERE edge13.validFrom <= $given.now AND coalesce(edge13.validTo, 9007199254740991) > $given.now AND edge13.retractedAt IS NULL AND node13.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node13 AS node12, edge13 AS edge12
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node12Whole, 'MANDATES' IN person2Mask AS node12Shown
    WITH * WHERE node12Shown
    WITH node12 LIMIT 10001
    RETURN count(*) AS mandatesGivenTotal
  }
  WITH *, {rows: mandatesGivenRows, total: CASE WHEN mandatesGivenTotal <= 10000 THEN mandatesGivenTotal END} AS mandatesGiven
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge15:TO]-(node15:Mandate)
    WHERE edge15.validFrom <= $given.now AND coalesce(edge15.validTo, 9007199254740991) > $given.now AND edge15.retractedAt IS NULL AND node15.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node15 AS node14, edge15 AS edge14
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node14Whole, 'MANDATES' IN person2Mask AS node14Shown
    WITH * WHERE node14Shown
    WITH * WHERE $given.a4 IS NULL OR edge14.validFrom < $given.a4[0] OR (edge14.validFrom = $given.a4[0] AND edge14.id > $given.a4[1])
    WITH * ORDER BY edge14.validFrom DESC, edge14.id LIMIT $given.a3 + 1
    CALL (ctx, node14, node14Whole) {
      MATCH (node14)-[edge17:COVERS]->(node17:Theme)
      WHERE edge17.validFrom <= $given.now AND coalesce(edge17.validTo, 9007199254740991) > $given.now AND edge17.retractedAt IS NULL AND node17.retractedAt IS NULL
      WITH *, node17 AS node16, edge17 AS edge16
      WITH * ORDER BY edge16.validFrom DESC, edge16.id LIMIT 1000
      RETURN collect({it: {code: node16.code, name: node16.name}}) AS themes10
    }
    CALL (ctx, node14, node14Whole) {
      MATCH (node14)-[edge19:FROM]->(node19:Person|Business)
      WHERE edge19.validFrom <= $given.now AND coalesce(edge19.validTo, 9007199254740991) > $given.now AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL
      WITH *, node19 AS node18, edge19 AS edge18
      CALL (ctx, node18, edge18, node14Whole) {
        UNWIND CASE WHEN node18:Person THEN [node18] ELSE [] END AS person13
        WITH *, CASE WHEN person13.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (person13)-[protected_as6:PROTECTED_AS]->(protection15:Protection)
          WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection15.retractedAt IS NULL
          AND ((ctx.id <> person13.id AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)) OR (protection15.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection15.code
        } + CASE WHEN ctx.id <> person13.id AND person13.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (person13)<-[is9:IS]-(employee6:Employee)-[holds8:HOLDS]->(position25:Position)-[at24:AT]->(unit20:Unit)
          WHERE coalesce(is9.validFrom <= $given.now, true) AND coalesce(is9.validTo > $given.now, true) AND is9.retractedAt IS NULL AND employee6.retractedAt IS NULL AND coalesce(holds8.validFrom <= $given.now, true) AND coalesce(holds8.validTo > $given.now, true) AND holds8.retractedAt IS NULL AND position25.retractedAt IS NULL AND coalesce(at24.validFrom <= $given.now, true) AND coalesce(at24.validTo > $given.now, true) AND at24.retractedAt IS NULL AND unit20.retractedAt IS NULL
          AND unit20.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END AS person13Codes
        WITH *, CASE WHEN size(person13Codes) > 0 THEN [] ELSE ['CARD'] END AS person13Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person13Mask)
        RETURN collect({it: {id: person13.id, name: CASE WHEN 'CARD' IN person13Mask THEN {full: [person13.givenName, person13.middleName, person13.familyName]} END}, access: {mask: person13Mask, codes: person13Codes, offered: CASE WHEN size(person13Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson3
      }
      CALL (ctx, node18, edge18, node14Whole) {
        UNWIND CASE WHEN node18:Business THEN [node18] ELSE [] END AS business14
        CALL (ctx, business14) {
          MATCH (business14)-[part_of17:PART_OF*0..2]->(business15:Business)-[owned_by7:OWNED_BY]->(subject19:Person)
          WHERE all(step17 IN part_of17 WHERE step17.validFrom <= $given.now AND coalesce(step17.validTo, 9007199254740991) > $given.now AND step17.retractedAt IS NULL) AND business15.retractedAt IS NULL AND owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND subject19.retractedAt IS NULL
          WITH *, CASE WHEN subject19.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
            MATCH (subject19)-[protected_as7:PROTECTED_AS]->(protection16:Protection)
            WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection16.retractedAt IS NULL
            AND ((ctx.id <> subject19.id AND protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)) OR (protection16.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)))
            RETURN DISTINCT protection16.code
          } + CASE WHEN ctx.id <> subject19.id AND subject19.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject19)<-[is10:IS]-(employee7:Employee)-[holds9:HOLDS]->(position26:Position)-[at25:AT]->(unit21:Unit)
            WHERE coalesce(is10.validFrom <= $given.now, true) AND coalesce(is10.validTo > $given.now, true) AND is10.retractedAt IS NULL AND employee7.retractedAt IS NULL AND coalesce(holds9.validFrom <= $given.now, true) AND coalesce(holds9.validTo > $given.now, true) AND holds9.retractedAt IS NULL AND position26.retractedAt IS NULL AND coalesce(at25.validFrom <= $given.now, true) AND coalesce(at25.validTo > $given.now, true) AND at25.retractedAt IS NULL AND unit21.retractedAt IS NULL
            AND unit21.id IN ctx.sameOffice
          } THEN ['SAME_OFFICE'] ELSE [] END AS subject19Codes
          WITH *, CASE WHEN subject19.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (subject19.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject19)-[belongs_to19:BELONGS_TO]->(area27:Area {kind: 'COUNTRY'})
            WHERE coalesce(belongs_to19.validFrom <= $given.now, true) AND coalesce(belongs_to19.validTo > $given.now, true) AND belongs_to19.retractedAt IS NULL AND area27.retractedAt IS NULL
            AND NOT ctx.excepted3
          } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject19)-[belongs_to20:BELONGS_TO]->(area28:Area {kind: 'UNKNOWN'})
            WHERE coalesce(belongs_to20.validFrom <= $given.now, true) AND coalesce(belongs_to20.validTo > $given.now, true) AND belongs_to20.retractedAt IS NULL AND area28.retractedAt IS NULL
            AND NOT ctx.excepted4
          } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS subject19Overridable
          WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
            MATCH (subject19)-[belongs_to21:BELONGS_TO]->(area29:Area)
            WHERE belongs_to21.validFrom <= $given.now AND coalesce(belongs_to21.validTo, 9007199254740991) > $given.now AND belongs_to21.retractedAt IS NULL AND area29.retractedAt IS NULL
            RETURN DISTINCT area29.id
          } ELSE [] END AS area29s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
            MATCH (subject19)-[belongs_to22:BELONGS_TO]->(area30:Area)
            WHERE belongs_to22.validFrom <= $given.now AND coalesce(belongs_to22.validTo, 9007199254740991) > $given.now AND belongs_to22.retractedAt IS NULL AND area30.retractedAt IS NULL
            RETURN DISTINCT area30.id
          } ELSE [] END AS area30s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
            MATCH (subject19)-[followed_up_by4:FOLLOWED_UP_BY]->(unit22:Unit)
            WHERE followed_up_by4.validFrom <= $given.now AND coalesce(followed_up_by4.validTo, 9007199254740991) > $given.now AND followed_up_by4.retractedAt IS NULL AND unit22.retractedAt IS NULL
            RETURN DISTINCT unit22.id
          } ELSE [] END AS unit22s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
            MATCH (subject19)-[belongs_to23:BELONGS_TO]->(area31:Area)-[part_of18:PART_OF*0..1]->(area32:Area)<-[governs7:GOVERNS]-(municipality9:Municipality)<-[kept_at4:KEPT_AT|OWNED_BY]-(device4:Device)-[lent_to4:LENT_TO]->(subject19)
            WHERE belongs_to23.validFrom <= $given.now AND coalesce(belongs_to23.validTo, 9007199254740991) > $given.now AND belongs_to23.retractedAt IS NULL AND area31.retractedAt IS NULL AND all(step18 IN part_of18 WHERE step18.validFrom <= $given.now AND coalesce(step18.validTo, 9007199254740991) > $given.now AND step18.retractedAt IS NULL) AND area32.retractedAt IS NULL AND governs7.validFrom <= $given.now AND coalesce(governs7.validTo, 9007199254740991) > $given.now AND governs7.retractedAt IS NULL AND municipality9.retractedAt IS NULL AND kept_at4.validFrom <= $given.now AND coalesce(kept_at4.validTo, 9007199254740991) > $given.now AND kept_at4.retractedAt IS NULL AND device4.retractedAt IS NULL AND lent_to4.validFrom <= $given.now AND coalesce(lent_to4.validTo, 9007199254740991) > $given.now AND lent_to4.retractedAt IS NULL
            RETURN DISTINCT municipality9.id
          } ELSE [] END AS municipality9s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
            MATCH (subject19)-[belongs_to24:BELONGS_TO]->(area33:Area)-[part_of19:PART_OF*0..1]->(area34:Area)<-[governs8:GOVERNS]-(municipality10:Municipality)<-[arranged_by6:ARRANGED_BY]-(activity12:Activity)<-[takes10:TAKES_PART_IN]-(subject19)
            WHERE belongs_to24.validFrom <= $given.now AND coalesce(belongs_to24.validTo, 9007199254740991) > $given.now AND belongs_to24.retractedAt IS NULL AND area33.retractedAt IS NULL AND all(step19 IN part_of19 WHERE step19.validFrom <= $given.now AND coalesce(step19.validTo, 9007199254740991) > $given.now AND step19.retractedAt IS NULL) AND area34.retractedAt IS NULL AND governs8.validFrom <= $given.now AND coalesce(governs8.validTo, 9007199254740991) > $given.now AND governs8.retractedAt IS NULL AND municipality10.retractedAt IS NULL AND arranged_by6.validFrom <= $given.now AND coalesce(arranged_by6.validTo, 9007199254740991) > $given.now AND arranged_by6.retractedAt IS NULL AND activity12.retractedAt IS NULL AND takes10.validFrom <= $given.now AND coalesce(takes10.validTo, 9007199254740991) > $given.now AND takes10.retractedAt IS NULL
            AND (takes10.answer IS NULL OR takes10.answer <> 'NO')
            RETURN DISTINCT municipality10.id
          } ELSE [] END AS municipality10s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
            MATCH (subject19)-[takes11:TAKES_PART_IN]->(activity13:Activity)
            WHERE takes11.validFrom <= $given.now AND coalesce(takes11.validTo, 9007199254740991) > $given.now AND takes11.retractedAt IS NULL AND activity13.retractedAt IS NULL
            AND (takes11.answer IS NULL OR takes11.answer <> 'NO')
            RETURN DISTINCT activity13.id
          } ELSE [] END AS activity13s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
            MATCH (subject19)-[takes12:TAKES_PART_IN]->(activity14:Activity)-[part_of20:PART_OF]->(case7:Case)
            WHERE takes12.validFrom <= $given.now AND coalesce(takes12.validTo, 9007199254740991) > $given.now AND takes12.retractedAt IS NULL AND activity14.retractedAt IS NULL AND part_of20.validFrom <= $given.now AND coalesce(part_of20.validTo, 9007199254740991) > $given.now AND part_of20.retractedAt IS NULL AND case7.retractedAt IS NULL
            AND (takes12.answer IS NULL OR takes12.answer <> 'NO')
            WITH *, COLLECT {
              MATCH (case7)-[in9:IN]->(theme20:Theme)
              WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme20.retractedAt IS NULL
              RETURN DISTINCT theme20.code
            } AS themes11
            RETURN {at: activity14.id, gives: themes11, lifts: []}
          } ELSE [] END AS activity14s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
            MATCH (subject19)<-[from5:FROM]-(consent5:Consent)-[to5:TO]->(organisation5:Business|Municipality)
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
            } AS themes12
            RETURN {at: organisation5.id, gives: reduce(found88 = [], code56 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes12) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found88 + CASE WHEN code56 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes12 = [''] THEN [code56] + CASE WHEN code56 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme23 IN CASE WHEN size(themes12) > 0 THEN themes12 ELSE ['*'] END WHERE theme23 <> '' | code56 + ':' + theme23] ELSE [] END ELSE [] END), lifts: []}
          } ELSE [] END AS organisation5s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject19)-[employed_by4:EMPLOYED_BY]->(business16:Business)-[part_of21:PART_OF*0..2]->(business17:Business)
            WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business16.retractedAt IS NULL AND all(step20 IN part_of21 WHERE step20.validFrom <= $given.now AND coalesce(step20.validTo, 9007199254740991) > $given.now AND step20.retractedAt IS NULL) AND business17.retractedAt IS NULL
            RETURN DISTINCT business17.id
          } ELSE [] END AS business17s
          WITH *, reduce(found75 = [], row43 IN ctx.localOffice | CASE WHEN any(key IN area29s WHERE key IN row43.at) THEN found75 + row43.gives ELSE found75 END) + reduce(found76 = [], row44 IN ctx.localOffice2 | CASE WHEN any(key IN area30s WHERE key IN row44.at) THEN found76 + row44.gives ELSE found76 END) + reduce(found77 = [], row45 IN ctx.followUpUnit | CASE WHEN any(key IN unit22s WHERE key IN row45.at) THEN found77 + row45.gives ELSE found77 END) + ctx.nationalRole + reduce(found78 = [], row46 IN ctx.assignedCase | CASE WHEN subject19.id IN row46.at THEN found78 + row46.gives ELSE found78 END) + reduce(found79 = [], row47 IN ctx.assignedCaseParty | CASE WHEN subject19.id IN row47.at THEN found79 + row47.gives ELSE found79 END) + reduce(found80 = [], row48 IN ctx.override2 | CASE WHEN subject19.id IN row48.at THEN found80 + row48.gives ELSE found80 END) + reduce(found81 = [], row49 IN ctx.inhabitant | CASE WHEN any(key IN municipality9s WHERE key IN row49.at) THEN found81 + row49.gives ELSE found81 END) + reduce(found82 = [], row50 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality10s WHERE key IN row50.at) THEN found82 + row50.gives ELSE found82 END) + reduce(found83 = [], row51 IN ctx.participant | CASE WHEN any(key IN activity13s WHERE key IN row51.at) THEN found83 + row51.gives ELSE found83 END) + reduce(found84 = [], row52 IN ctx.participant2 | reduce(found85 = found84, key8 IN activity14s | CASE WHEN key8.at IN row52.at THEN found85 + reduce(found86 = [], entry15 IN row52.gives | found86 + CASE WHEN NOT entry15 CONTAINS ':' THEN [entry15] WHEN entry15 ENDS WITH ':*' THEN [theme21 IN key8.gives | split(entry15, ':')[0] + ':' + theme21] WHEN split(entry15, ':')[1] IN key8.gives THEN [entry15] ELSE [] END) ELSE found85 END)) + reduce(found87 = [], row53 IN ctx.consent | reduce(found89 = found87, key9 IN organisation5s | CASE WHEN key9.at IN row53.at THEN found89 + [entry16 IN row53.gives WHERE entry16 IN key9.gives OR (entry16 CONTAINS ':' AND split(entry16, ':')[0] + ':*' IN key9.gives)] + [entry17 IN key9.gives WHERE entry17 CONTAINS ':' AND split(entry17, ':')[0] + ':*' IN row53.gives] ELSE found89 END)) + reduce(found90 = [], row54 IN ctx.attachedPerson | CASE WHEN any(key IN business17s WHERE key IN row54.at) THEN found90 + row54.gives ELSE found90 END) AS subject19Offered
          WITH *, CASE WHEN size(subject19Codes) > 0 THEN [] ELSE CASE WHEN size(subject19Overridable) > 0 THEN reduce(found91 = [], row55 IN ctx.assignedCaseParty | CASE WHEN subject19.id IN row55.at THEN found91 + row55.gives ELSE found91 END) + reduce(found92 = [], row56 IN ctx.override2 | CASE WHEN subject19.id IN row56.at AND none(code60 IN subject19Overridable WHERE NOT code60 IN row56.lifts) THEN found92 + row56.gives ELSE found92 END) ELSE subject19Offered END END AS subject19Mask
          WITH *, (true AND 'WORK' IN subject19Mask) AS whole3, 'WORK' IN subject19Mask AS shown3
          RETURN collect({whole: whole3, shown: shown3}) AS ways3
        }
        WITH *, (NOT EXISTS {
          MATCH (business14)-[part_of22:PART_OF*0..2]->(business18:Business)-[owned_by8:OWNED_BY]->(subject20:Person)
          WHERE all(step21 IN part_of22 WHERE coalesce(step21.validFrom <= $given.now, true) AND coalesce(step21.validTo > $given.now, true) AND step21.retractedAt IS NULL) AND business18.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND subject20.retractedAt IS NULL
        }) OR any(way3 IN (ways3) WHERE way3.whole) AS business14Whole
        WITH * WHERE business14Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business14)-[owned_by9:OWNED_BY]->(person14:Person)
          WHERE owned_by9.validFrom <= $given.now AND coalesce(owned_by9.validTo, 9007199254740991) > $given.now AND owned_by9.retractedAt IS NULL AND person14.retractedAt IS NULL
        } AND business14.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business14.id, name: business14.name}, type: 'Business'}) AS asBusiness3
      }
      WITH *, asPerson3 + asBusiness3 AS found93
      WITH * WHERE size(found93) > 0
      WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT 1
      RETURN collect(head(found93)) AS giver2
    }
    CALL (ctx, node14, node14Whole) {
      MATCH (node14)-[edge21:TO]->(node21:Person|Business)
      WHERE edge21.validFrom <= $given.now AND coalesce(edge21.validTo, 9007199254740991) > $given.now AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL
      WITH *, node21 AS node20, edge21 AS edge20
      CALL (ctx, node20, edge20, node14Whole) {
        UNWIND CASE WHEN node20:Person THEN [node20] ELSE [] END AS person15
        WITH *, CASE WHEN person15.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (person15)-[protected_as8:PROTECTED_AS]->(protection17:Protection)
          WHERE coalesce(protected_as8.validFrom <= $given.now, true) AND coalesce(protected_as8.validTo > $given.now, true) AND protected_as8.retractedAt IS NULL AND protection17.retractedAt IS NULL
          AND ((ctx.id <> person15.id AND protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection17.id IN ctx.protectionExcepted)) OR (protection17.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection17.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection17.code
        } + CASE WHEN ctx.id <> person15.id AND person15.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (person15)<-[is11:IS]-(employee8:Employee)-[holds10:HOLDS]->(position27:Position)-[at26:AT]->(unit23:Unit)
          WHERE coalesce(is11.validFrom <= $given.now, true) AND coalesce(is11.validTo > $given.now, true) AND is11.retractedAt IS NULL AND employee8.retractedAt IS NULL AND coalesce(holds10.validFrom <= $given.now, true) AND coalesce(holds10.validTo > $given.now, true) AND holds10.retractedAt IS NULL AND position27.retractedAt IS NULL AND coalesce(at26.validFrom <= $given.now, true) AND coalesce(at26.validTo > $given.now, true) AND at26.retractedAt IS NULL AND unit23.retractedAt IS NULL
          AND unit23.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END AS person15Codes
        WITH *, CASE WHEN size(person15Codes) > 0 THEN [] ELSE ['CARD'] END AS person15Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person15Mask)
        RETURN collect({it: {id: person15.id, name: CASE WHEN 'CARD' IN person15Mask THEN {full: [person15.givenName, person15.middleName, person15.familyName]} END}, access: {mask: person15Mask, codes: person15Codes, offered: CASE WHEN size(person15Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson4
      }
      CALL (ctx, node20, edge20, node14Whole) {
        UNWIND CASE WHEN node20:Business THEN [node20] ELSE [] END AS business19
        CALL (ctx, business19) {
          MATCH (business19)-[part_of23:PART_OF*0..2]->(business20:Business)-[owned_by10:OWNED_BY]->(subject21:Person)
          WHERE all(step22 IN part_of23 WHERE step22.validFrom <= $given.now AND coalesce(step22.validTo, 9007199254740991) > $given.now AND step22.retractedAt IS NULL) AND business20.retractedAt IS NULL AND owned_by10.validFrom <= $given.now AND coalesce(owned_by10.validTo, 9007199254740991) > $given.now AND owned_by10.retractedAt IS NULL AND subject21.retractedAt IS NULL
          WITH *, CASE WHEN subject21.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
            MATCH (subject21)-[protected_as9:PROTECTED_AS]->(protection18:Protection)
            WHERE coalesce(protected_as9.validFrom <= $given.now, true) AND coalesce(protected_as9.validTo > $given.now, true) AND protected_as9.retractedAt IS NULL AND protection18.retractedAt IS NULL
            AND ((ctx.id <> subject21.id AND protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection18.id IN ctx.protectionExcepted)) OR (protection18.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection18.id IN ctx.protectionExcepted)))
            RETURN DISTINCT protection18.code
          } + CASE WHEN ctx.id <> subject21.id AND subject21.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject21)<-[is12:IS]-(employee9:Employee)-[holds11:HOLDS]->(position28:Position)-[at27:AT]->(unit24:Unit)
            WHERE coalesce(is12.validFrom <= $given.now, true) AND coalesce(is12.validTo > $given.now, true) AND is12.retractedAt IS NULL AND employee9.retractedAt IS NULL AND coalesce(holds11.validFrom <= $given.now, true) AND coalesce(holds11.validTo > $given.now, true) AND holds11.retractedAt IS NULL AND position28.retractedAt IS NULL AND coalesce(at27.validFrom <= $given.now, true) AND coalesce(at27.validTo > $given.now, true) AND at27.retractedAt IS NULL AND unit24.retractedAt IS NULL
            AND unit24.id IN ctx.sameOffice
          } THEN ['SAME_OFFICE'] ELSE [] END AS subject21Codes
          WITH *, CASE WHEN subject21.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN (subject21.deathDate + duration({months: 12})) < date($given.today) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject21)-[belongs_to25:BELONGS_TO]->(area35:Area {kind: 'COUNTRY'})
            WHERE coalesce(belongs_to25.validFrom <= $given.now, true) AND coalesce(belongs_to25.validTo > $given.now, true) AND belongs_to25.retractedAt IS NULL AND area35.retractedAt IS NULL
            AND NOT ctx.excepted3
          } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject21)-[belongs_to26:BELONGS_TO]->(area36:Area {kind: 'UNKNOWN'})
            WHERE coalesce(belongs_to26.validFrom <= $given.now, true) AND coalesce(belongs_to26.validTo > $given.now, true) AND belongs_to26.retractedAt IS NULL AND area36.retractedAt IS NULL
            AND NOT ctx.excepted4
          } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS subject21Overridable
          WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
            MATCH (subject21)-[belongs_to27:BELONGS_TO]->(area37:Area)
            WHERE belongs_to27.validFrom <= $given.now AND coalesce(belongs_to27.validTo, 9007199254740991) > $given.now AND belongs_to27.retractedAt IS NULL AND area37.retractedAt IS NULL
            RETURN DISTINCT area37.id
          } ELSE [] END AS area37s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
            MATCH (subject21)-[belongs_to28:BELONGS_TO]->(area38:Area)
            WHERE belongs_to28.validFrom <= $given.now AND coalesce(belongs_to28.validTo, 9007199254740991) > $given.now AND belongs_to28.retractedAt IS NULL AND area38.retractedAt IS NULL
            RETURN DISTINCT area38.id
          } ELSE [] END AS area38s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
            MATCH (subject21)-[followed_up_by5:FOLLOWED_UP_BY]->(unit25:Unit)
            WHERE followed_up_by5.validFrom <= $given.now AND coalesce(followed_up_by5.validTo, 9007199254740991) > $given.now AND followed_up_by5.retractedAt IS NULL AND unit25.retractedAt IS NULL
            RETURN DISTINCT unit25.id
          } ELSE [] END AS unit25s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
            MATCH (subject21)-[belongs_to29:BELONGS_TO]->(area39:Area)-[part_of24:PART_OF*0..1]->(area40:Area)<-[governs9:GOVERNS]-(municipality11:Municipality)<-[kept_at5:KEPT_AT|OWNED_BY]-(device5:Device)-[lent_to5:LENT_TO]->(subject21)
            WHERE belongs_to29.validFrom <= $given.now AND coalesce(belongs_to29.validTo, 9007199254740991) > $given.now AND belongs_to29.retractedAt IS NULL AND area39.retractedAt IS NULL AND all(step23 IN part_of24 WHERE step23.validFrom <= $given.now AND coalesce(step23.validTo, 9007199254740991) > $given.now AND step23.retractedAt IS NULL) AND area40.retractedAt IS NULL AND governs9.validFrom <= $given.now AND coalesce(governs9.validTo, 9007199254740991) > $given.now AND governs9.retractedAt IS NULL AND municipality11.retractedAt IS NULL AND kept_at5.validFrom <= $given.now AND coalesce(kept_at5.validTo, 9007199254740991) > $given.now AND kept_at5.retractedAt IS NULL AND device5.retractedAt IS NULL AND lent_to5.validFrom <= $given.now AND coalesce(lent_to5.validTo, 9007199254740991) > $given.now AND lent_to5.retractedAt IS NULL
            RETURN DISTINCT municipality11.id
          } ELSE [] END AS municipality11s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
            MATCH (subject21)-[belongs_to30:BELONGS_TO]->(area41:Area)-[part_of25:PART_OF*0..1]->(area42:Area)<-[governs10:GOVERNS]-(municipality12:Municipality)<-[arranged_by7:ARRANGED_BY]-(activity15:Activity)<-[takes13:TAKES_PART_IN]-(subject21)
            WHERE belongs_to30.validFrom <= $given.now AND coalesce(belongs_to30.validTo, 9007199254740991) > $given.now AND belongs_to30.retractedAt IS NULL AND area41.retractedAt IS NULL AND all(step24 IN part_of25 WHERE step24.validFrom <= $given.now AND coalesce(step24.validTo, 9007199254740991) > $given.now AND step24.retractedAt IS NULL) AND area42.retractedAt IS NULL AND governs10.validFrom <= $given.now AND coalesce(governs10.validTo, 9007199254740991) > $given.now AND governs10.retractedAt IS NULL AND municipality12.retractedAt IS NULL AND arranged_by7.validFrom <= $given.now AND coalesce(arranged_by7.validTo, 9007199254740991) > $given.now AND arranged_by7.retractedAt IS NULL AND activity15.retractedAt IS NULL AND takes13.validFrom <= $given.now AND coalesce(takes13.validTo, 9007199254740991) > $given.now AND takes13.retractedAt IS NULL
            AND (takes13.answer IS NULL OR takes13.answer <> 'NO')
            RETURN DISTINCT municipality12.id
          } ELSE [] END AS municipality12s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
            MATCH (subject21)-[takes14:TAKES_PART_IN]->(activity16:Activity)
            WHERE takes14.validFrom <= $given.now AND coalesce(takes14.validTo, 9007199254740991) > $given.now AND takes14.retractedAt IS NULL AND activity16.retractedAt IS NULL
            AND (takes14.answer IS NULL OR takes14.answer <> 'NO')
            RETURN DISTINCT activity16.id
          } ELSE [] END AS activity16s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
            MATCH (subject21)-[takes15:TAKES_PART_IN]->(activity17:Activity)-[part_of26:PART_OF]->(case8:Case)
            WHERE takes15.validFrom <= $given.now AND coalesce(takes15.validTo, 9007199254740991) > $given.now AND takes15.retractedAt IS NULL AND activity17.retractedAt IS NULL AND part_of26.validFrom <= $given.now AND coalesce(part_of26.validTo, 9007199254740991) > $given.now AND part_of26.retractedAt IS NULL AND case8.retractedAt IS NULL
            AND (takes15.answer IS NULL OR takes15.answer <> 'NO')
            WITH *, COLLECT {
              MATCH (case8)-[in10:IN]->(theme24:Theme)
              WHERE in10.validFrom <= $given.now AND coalesce(in10.validTo, 9007199254740991) > $given.now AND in10.retractedAt IS NULL AND theme24.retractedAt IS NULL
              RETURN DISTINCT theme24.code
            } AS themes13
            RETURN {at: activity17.id, gives: themes13, lifts: []}
          } ELSE [] END AS activity17s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
            MATCH (subject21)<-[from6:FROM]-(consent6:Consent)-[to6:TO]->(organisation6:Business|Municipality)
            WHERE from6.validFrom <= $given.now AND coalesce(from6.validTo, 9007199254740991) > $given.now AND from6.retractedAt IS NULL AND consent6.validFrom <= $given.now AND coalesce(consent6.validTo, 9007199254740991) > $given.now AND consent6.retractedAt IS NULL AND consent6.withdrawnAt IS NULL AND to6.validFrom <= $given.now AND coalesce(to6.validTo, 9007199254740991) > $given.now AND to6.retractedAt IS NULL AND organisation6.retractedAt IS NULL
            MATCH (consent6)-[for5:FOR]->(purpose6:Purpose)
            WHERE for5.validFrom <= $given.now AND coalesce(for5.validTo, 9007199254740991) > $given.now AND for5.retractedAt IS NULL AND purpose6.retractedAt IS NULL
            AND purpose6.code = $given.purpose
            WITH *, COLLECT {
              MATCH (consent6)-[covers11:COVERS]->(category7:Category)
              WHERE covers11.retractedAt IS NULL AND category7.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL THEN category7.code ELSE '' END
            } AS named5, COLLECT {
              MATCH (consent6)-[covers12:COVERS]->(theme26:Theme)
              WHERE covers12.retractedAt IS NULL AND theme26.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL THEN theme26.code ELSE '' END
            } AS themes14
            RETURN {at: organisation6.id, gives: reduce(found107 = [], code71 IN CASE WHEN size(named5) > 0 THEN named5 + CASE WHEN 'IDENTITY' IN named5 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes14) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found107 + CASE WHEN code71 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes14 = [''] THEN [code71] + CASE WHEN code71 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme27 IN CASE WHEN size(themes14) > 0 THEN themes14 ELSE ['*'] END WHERE theme27 <> '' | code71 + ':' + theme27] ELSE [] END ELSE [] END), lifts: []}
          } ELSE [] END AS organisation6s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject21)-[employed_by5:EMPLOYED_BY]->(business21:Business)-[part_of27:PART_OF*0..2]->(business22:Business)
            WHERE employed_by5.validFrom <= $given.now AND coalesce(employed_by5.validTo, 9007199254740991) > $given.now AND employed_by5.retractedAt IS NULL AND business21.retractedAt IS NULL AND all(step25 IN part_of27 WHERE step25.validFrom <= $given.now AND coalesce(step25.validTo, 9007199254740991) > $given.now AND step25.retractedAt IS NULL) AND business22.retractedAt IS NULL
            RETURN DISTINCT business22.id
          } ELSE [] END AS business22s
          WITH *, reduce(found94 = [], row57 IN ctx.localOffice | CASE WHEN any(key IN area37s WHERE key IN row57.at) THEN found94 + row57.gives ELSE found94 END) + reduce(found95 = [], row58 IN ctx.localOffice2 | CASE WHEN any(key IN area38s WHERE key IN row58.at) THEN found95 + row58.gives ELSE found95 END) + reduce(found96 = [], row59 IN ctx.followUpUnit | CASE WHEN any(key IN unit25s WHERE key IN row59.at) THEN found96 + row59.gives ELSE found96 END) + ctx.nationalRole + reduce(found97 = [], row60 IN ctx.assignedCase | CASE WHEN subject21.id IN row60.at THEN found97 + row60.gives ELSE found97 END) + reduce(found98 = [], row61 IN ctx.assignedCaseParty | CASE WHEN subject21.id IN row61.at THEN found98 + row61.gives ELSE found98 END) + reduce(found99 = [], row62 IN ctx.override2 | CASE WHEN subject21.id IN row62.at THEN found99 + row62.gives ELSE found99 END) + reduce(found100 = [], row63 IN ctx.inhabitant | CASE WHEN any(key IN municipality11s WHERE key IN row63.at) THEN found100 + row63.gives ELSE found100 END) + reduce(found101 = [], row64 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality12s WHERE key IN row64.at) THEN found101 + row64.gives ELSE found101 END) + reduce(found102 = [], row65 IN ctx.participant | CASE WHEN any(key IN activity16s WHERE key IN row65.at) THEN found102 + row65.gives ELSE found102 END) + reduce(found103 = [], row66 IN ctx.participant2 | reduce(found104 = found103, key10 IN activity17s | CASE WHEN key10.at IN row66.at THEN found104 + reduce(found105 = [], entry18 IN row66.gives | found105 + CASE WHEN NOT entry18 CONTAINS ':' THEN [entry18] WHEN entry18 ENDS WITH ':*' THEN [theme25 IN key10.gives | split(entry18, ':')[0] + ':' + theme25] WHEN split(entry18, ':')[1] IN key10.gives THEN [entry18] ELSE [] END) ELSE found104 END)) + reduce(found106 = [], row67 IN ctx.consent | reduce(found108 = found106, key11 IN organisation6s | CASE WHEN key11.at IN row67.at THEN found108 + [entry19 IN row67.gives WHERE entry19 IN key11.gives OR (entry19 CONTAINS ':' AND split(entry19, ':')[0] + ':*' IN key11.gives)] + [entry20 IN key11.gives WHERE entry20 CONTAINS ':' AND split(entry20, ':')[0] + ':*' IN row67.gives] ELSE found108 END)) + reduce(found109 = [], row68 IN ctx.attachedPerson | CASE WHEN any(key IN business22s WHERE key IN row68.at) THEN found109 + row68.gives ELSE found109 END) AS subject21Offered
          WITH *, CASE WHEN size(subject21Codes) > 0 THEN [] ELSE CASE WHEN size(subject21Overridable) > 0 THEN reduce(found110 = [], row69 IN ctx.assignedCaseParty | CASE WHEN subject21.id IN row69.at THEN found110 + row69.gives ELSE found110 END) + reduce(found111 = [], row70 IN ctx.override2 | CASE WHEN subject21.id IN row70.at AND none(code75 IN subject21Overridable WHERE NOT code75 IN row70.lifts) THEN found111 + row70.gives ELSE found111 END) ELSE subject21Offered END END AS subject21Mask
          WITH *, (true AND 'WORK' IN subject21Mask) AS whole4, 'WORK' IN subject21Mask AS shown4
          RETURN collect({whole: whole4, shown: shown4}) AS ways4
        }
        WITH *, (NOT EXISTS {
          MATCH (business19)-[part_of28:PART_OF*0..2]->(business23:Business)-[owned_by11:OWNED_BY]->(subject22:Person)
          WHERE all(step26 IN part_of28 WHERE coalesce(step26.validFrom <= $given.now, true) AND coalesce(step26.validTo > $given.now, true) AND step26.retractedAt IS NULL) AND business23.retractedAt IS NULL AND coalesce(owned_by11.validFrom <= $given.now, true) AND coalesce(owned_by11.validTo > $given.now, true) AND owned_by11.retractedAt IS NULL AND subject22.retractedAt IS NULL
        }) OR any(way4 IN (ways4) WHERE way4.whole) AS business19Whole
        WITH * WHERE business19Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business19)-[owned_by12:OWNED_BY]->(person16:Person)
          WHERE owned_by12.validFrom <= $given.now AND coalesce(owned_by12.validTo, 9007199254740991) > $given.now AND owned_by12.retractedAt IS NULL AND person16.retractedAt IS NULL
        } AND business19.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business19.id, name: business19.name}, type: 'Business'}) AS asBusiness4
      }
      WITH *, asPerson4 + asBusiness4 AS found112
      WITH * WHERE size(found112) > 0
      WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT 1
      RETURN collect(head(found112)) AS holder2
    }
    RETURN collect({it: {id: node14.id, kind: node14.kind, actions: node14.actions, validFrom: node14.validFrom, validTo: node14.validTo, themes: themes10, giver: head(giver2), holder: head(holder2)}, whole: node14Whole, edge: {}, position: [edge14.validFrom, edge14.id]}) AS mandatesHeldRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge23:TO]-(node23:Mandate)
    WHERE edge23.validFrom <= $given.now AND coalesce(edge23.validTo, 9007199254740991) > $given.now AND edge23.retractedAt IS NULL AND node23.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node23 AS node22, edge23 AS edge22
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node22Whole, 'MANDATES' IN person2Mask AS node22Shown
    WITH * WHERE node22Shown
    WITH node22 LIMIT 10001
    RETURN count(*) AS mandatesHeldTotal
  }
  WITH *, {rows: mandatesHeldRows, total: CASE WHEN mandatesHeldTotal <= 10000 THEN mandatesHeldTotal END} AS mandatesHeld
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge25:CONCERNS]-(node25:Case)
    WHERE edge25.validFrom <= $given.now AND coalesce(edge25.validTo, 9007199254740991) > $given.now AND edge25.retractedAt IS NULL AND node25.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node25 AS node24, edge25 AS edge24
    WITH *, COLLECT {
      MATCH (node24)-[in11:IN]->(theme28:Theme)
      WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND theme28.retractedAt IS NULL
      RETURN {code: theme28.code, secret: coalesce(theme28.secret, false)}
    } AS node24Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node24Themes) > 0 AND all(theme29 IN node24Themes WHERE 'CASES:' + theme29.code IN person2Mask)))) AS node24Whole, (('CASES:*' IN person2Mask OR (size(node24Themes) > 0 AND all(theme30 IN node24Themes WHERE 'CASES:' + theme30.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node24Themes) > 0 AND none(theme31 IN node24Themes WHERE theme31.secret)))) AS node24Shown
    WITH * WHERE node24Shown AND size(CASE WHEN EXISTS {
      MATCH (node24)-[concerns3:CONCERNS]->(party:Person)
      WHERE coalesce(concerns3.validFrom <= $given.now, true) AND coalesce(concerns3.validTo > $given.now, true) AND concerns3.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH CASE WHEN party.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party)-[protected_as10:PROTECTED_AS]->(protection19:Protection)
        WHERE coalesce(protected_as10.validFrom <= $given.now, true) AND coalesce(protected_as10.validTo > $given.now, true) AND protected_as10.retractedAt IS NULL AND protection19.retractedAt IS NULL
        AND ((ctx.id <> party.id AND protection19.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection19.id IN ctx.protectionExcepted)) OR (protection19.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection19.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection19.code
      } + CASE WHEN ctx.id <> party.id AND party.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party)<-[is13:IS]-(employee10:Employee)-[holds12:HOLDS]->(position29:Position)-[at28:AT]->(unit26:Unit)
        WHERE coalesce(is13.validFrom <= $given.now, true) AND coalesce(is13.validTo > $given.now, true) AND is13.retractedAt IS NULL AND employee10.retractedAt IS NULL AND coalesce(holds12.validFrom <= $given.now, true) AND coalesce(holds12.validTo > $given.now, true) AND holds12.retractedAt IS NULL AND position29.retractedAt IS NULL AND coalesce(at28.validFrom <= $given.now, true) AND coalesce(at28.validTo > $given.now, true) AND at28.retractedAt IS NULL AND unit26.retractedAt IS NULL
        AND unit26.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN node24.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0
    WITH * WHERE $given.a6 IS NULL OR edge24.validFrom < $given.a6[0] OR (edge24.validFrom = $given.a6[0] AND edge24.id > $given.a6[1])
    WITH * ORDER BY edge24.validFrom DESC, edge24.id LIMIT $given.a5 + 1
    WITH *, COLLECT {
      MATCH (node24)-[held3:CONCERNS]->(other:Person)-[protected4:PROTECTED_AS]->(protection20:Protection)
      WHERE protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other.id AND (held3.validFrom IS NULL OR protected4.validTo IS NULL OR held3.validFrom < protected4.validTo) AND (protected4.validFrom IS NULL OR held3.validTo IS NULL OR protected4.validFrom < held3.validTo) AND NOT (ctx.staff AND protection20.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection20.code
    } + COLLECT {
      MATCH (node24)-[held4:CONCERNS]->(other2:Person)-[has_address:HAS_ADDRESS]->(address2:Address)
      MATCH (address2)<-[kept3:HAS_ADDRESS]-(sharer3:Person)-[protected5:PROTECTED_AS]->(protection21:Protection)
      WHERE protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other2.id AND (kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo) AND (protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo) AND NOT (ctx.staff AND protection21.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection21.code
    } + COLLECT {
      MATCH (node24)-[held5:CONCERNS]->(other3:Person)-[member_of:MEMBER_OF]->(household2:Household)
      MATCH (household2)<-[kept4:MEMBER_OF]-(sharer4:Person)-[protected6:PROTECTED_AS]->(protection22:Protection)
      WHERE protection22.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> other3.id AND (kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo) AND (protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo) AND NOT (ctx.staff AND protection22.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection22.code
    } AS node24Places
    CALL (ctx, node24, node24Places, node24Whole) {
      MATCH (node24)-[edge27:IN]->(node27:Theme)
      WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
      WITH *, node27 AS node26, edge27 AS edge26
      WITH * ORDER BY edge26.validFrom DESC, edge26.id LIMIT 1
      RETURN collect({it: {code: node26.code, name: node26.name}}) AS theme32
    }
    CALL (ctx, node24, node24Places, node24Whole) {
      MATCH (node24)-[edge29:OWNED_BY]->(node29:Unit)
      WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
      AND size(node24Places) = 0 AND node24Whole
      WITH *, node29 AS node28, edge29 AS edge28
      WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT 1
      WITH *, CASE WHEN NOT ctx.excepted6 AND node28.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node28Places
      RETURN collect({it: {name: CASE WHEN size(node28Places) = 0 THEN node28.name ELSE 'NAV' END}, places: node28Places}) AS unit27
    }
    RETURN collect({it: {id: node24.id, title: CASE WHEN node24Whole THEN node24.title END, status: node24.status, openedAt: node24.openedAt, theme: head(theme32), unit: CASE WHEN size(node24Places) = 0 AND node24Whole THEN head(unit27) END}, whole: node24Whole, places: node24Places, edge: {}, position: [edge24.validFrom, edge24.id]}) AS cases2Rows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge31:CONCERNS]-(node31:Case)
    WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node31 AS node30, edge31 AS edge30
    WITH *, COLLECT {
      MATCH (node30)-[in13:IN]->(theme33:Theme)
      WHERE in13.validFrom <= $given.now AND coalesce(in13.validTo, 9007199254740991) > $given.now AND in13.retractedAt IS NULL AND theme33.retractedAt IS NULL
      RETURN {code: theme33.code, secret: coalesce(theme33.secret, false)}
    } AS node30Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme34 IN node30Themes WHERE 'CASES:' + theme34.code IN person2Mask)))) AS node30Whole, (('CASES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme35 IN node30Themes WHERE 'CASES:' + theme35.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node30Themes) > 0 AND none(theme36 IN node30Themes WHERE theme36.secret)))) AS node30Shown
    WITH * WHERE node30Shown AND size(CASE WHEN EXISTS {
      MATCH (node30)-[concerns4:CONCERNS]->(party2:Person)
      WHERE coalesce(concerns4.validFrom <= $given.now, true) AND coalesce(concerns4.validTo > $given.now, true) AND concerns4.retractedAt IS NULL AND party2.retractedAt IS NULL
      WITH CASE WHEN party2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party2)-[protected_as11:PROTECTED_AS]->(protection24:Protection)
        WHERE coalesce(protected_as11.validFrom <= $given.now, true) AND coalesce(protected_as11.validTo > $given.now, true) AND protected_as11.retractedAt IS NULL AND protection24.retractedAt IS NULL
        AND ((ctx.id <> party2.id AND protection24.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection24.id IN ctx.protectionExcepted)) OR (protection24.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection24.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection24.code
      } + CASE WHEN ctx.id <> party2.id AND party2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party2)<-[is14:IS]-(employee11:Employee)-[holds13:HOLDS]->(position32:Position)-[at30:AT]->(unit29:Unit)
        WHERE coalesce(is14.validFrom <= $given.now, true) AND coalesce(is14.validTo > $given.now, true) AND is14.retractedAt IS NULL AND employee11.retractedAt IS NULL AND coalesce(holds13.validFrom <= $given.now, true) AND coalesce(holds13.validTo > $given.now, true) AND holds13.retractedAt IS NULL AND position32.retractedAt IS NULL AND coalesce(at30.validFrom <= $given.now, true) AND coalesce(at30.validTo > $given.now, true) AND at30.retractedAt IS NULL AND unit29.retractedAt IS NULL
        AND unit29.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END AS party2Codes
      WHERE size(party2Codes) > 0
      RETURN party2Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN node30.closedAt <= $given.now AND NOT ctx.excepted5 THEN ['CLOSED'] ELSE [] END) = 0
    WITH node30 LIMIT 10001
    RETURN count(*) AS cases2Total
  }
  WITH *, {rows: cases2Rows, total: CASE WHEN cases2Total <= 10000 THEN cases2Total END} AS cases2
  CALL (ctx, person2, person2Mask, person2Places) {
    CALL (ctx, person2, person2Mask, person2Places) {
      MATCH (person2)-[belongs_to31:BELONGS_TO]->(area43:Area)<-[edge33:SERVES]-(node33:Unit)
      WHERE belongs_to31.validFrom <= $given.now AND coalesce(belongs_to31.validTo, 9007199254740991) > $given.now AND belongs_to31.retractedAt IS NULL AND area43.retractedAt IS NULL AND edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
      AND 'SERVICE' IN person2Mask AND size(person2Places) = 0
      RETURN node33 AS node32, edge33 AS edge32, 'AREA' AS says16
      UNION ALL
      MATCH (person2)-[edge34:FOLLOWED_UP_BY]->(node34:Unit)
      WHERE edge34.validFrom <= $given.now AND coalesce(edge34.validTo, 9007199254740991) > $given.now AND edge34.retractedAt IS NULL AND node34.retractedAt IS NULL
      AND 'SERVICE' IN person2Mask AND size(person2Places) = 0
      RETURN node34 AS node32, edge34 AS edge32, 'FOLLOW_UP' AS says16
    }
    WITH * WHERE $given.a8 IS NULL OR edge32.validFrom < $given.a8[0] OR (edge32.validFrom = $given.a8[0] AND edge32.id > $given.a8[1])
    WITH * ORDER BY edge32.validFrom DESC, edge32.id LIMIT $given.a7 + 1
    WITH *, CASE WHEN NOT ctx.excepted6 AND node32.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node32Places
    RETURN collect({it: {number: CASE WHEN size(node32Places) = 0 THEN node32.number END, name: CASE WHEN size(node32Places) = 0 THEN node32.name ELSE 'NAV' END}, places: node32Places, edge: {}, position: [edge32.validFrom, edge32.id], says: says16}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person2Mask THEN head(COLLECT {
    MATCH (person2)-[edge:IDENTIFIED_BY]->(node:Identifier)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND node.kind IN ['NIN', 'D_NUMBER']
    RETURN node.value ORDER BY node.kind DESC, node.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, mandatesHeld: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesHeld END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases2 END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Codes + person2Overridable, offered: CASE WHEN size(person2Codes + person2Overridable) > 0 THEN person2Offered ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, root, person
