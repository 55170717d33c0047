// Family (employee)
OPTIONAL MATCH (viewer:Employee {ident: $given.viewer})
WHERE viewer.retractedAt IS NULL
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
  MATCH (viewer)-[is:IS]->(subject:Person)
  WHERE is.retractedAt IS NULL AND subject.retractedAt IS NULL
  RETURN collect(DISTINCT subject) AS persons
}
CALL (viewer) {
  MATCH (viewer)-[holds2:HOLDS]->(position3:Position)
  WHERE coalesce(holds2.validFrom <= $given.now, true) AND coalesce(holds2.validTo > $given.now, true) AND holds2.retractedAt IS NULL AND position3.retractedAt IS NULL
  RETURN collect(DISTINCT position3) AS positions2
}
CALL (viewer) {
  MATCH (viewer)-[is2:IS]->(person6:Person)
  WHERE is2.validFrom <= $given.now AND coalesce(is2.validTo, 9007199254740991) > $given.now AND is2.retractedAt IS NULL AND person6.retractedAt IS NULL
  RETURN collect(DISTINCT person6) AS persons2
}
CALL (viewer) {
  MATCH (viewer)-[is4:IS]->(person8:Person)
  WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND person8.retractedAt IS NULL
  RETURN collect(DISTINCT person8) AS persons3
}
CALL (viewer) {
  MATCH (viewer)-[assigned_to3:ASSIGNED_TO]->(case4:Case)
  WHERE assigned_to3.validFrom <= $given.now AND coalesce(assigned_to3.validTo, 9007199254740991) > $given.now AND assigned_to3.retractedAt IS NULL AND case4.retractedAt IS NULL
  RETURN collect(DISTINCT case4) AS cases
}
CALL (viewer, positions) {
  UNWIND positions AS position25
  MATCH (position25)-[in7:IN]->(role4:Role)-[may_state:MAY_STATE]->(purpose3:Purpose)
  WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND role4.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose3.retractedAt IS NULL
  AND purpose3.code = $given.purpose
  WITH DISTINCT purpose3
  OPTIONAL MATCH (purpose3)-[covers5:COVERS]->(category4:Category)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND category4.retractedAt IS NULL
  WITH count(DISTINCT purpose3) > 0 AS permitted, collect(DISTINCT category4.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position26
  MATCH (position26)-[in8:IN]->(role5:Role)
  WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND role5.retractedAt IS NULL
  WITH position26, role5, COLLECT {
    MATCH (role5)-[covers6:COVERS]->(category5:Category)
    WHERE covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category5.retractedAt IS NULL
    AND 'READ' IN coalesce(covers6.actions, ['READ'])
    UNWIND [category5.code] + CASE category5.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code16
    WITH code16
    WHERE code16 IN covered
    RETURN DISTINCT code16
  } AS codes, COLLECT {
    MATCH (role5)-[covers7:COVERS]->(category6:Category)
    WHERE covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND category6.retractedAt IS NULL
    MATCH (role5)-[handles2:HANDLES]->(theme12:Theme)
    WHERE handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme12.retractedAt IS NULL
    AND 'READ' IN coalesce(covers7.actions, ['READ']) AND category6.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category6.code IN covered
    RETURN DISTINCT category6.code + ':' + theme12.code
  } AS themed, COLLECT {
    MATCH (position26)-[at24:AT]->(place:Unit|Municipality|Business)
    WHERE at24.validFrom <= $given.now AND coalesce(at24.validTo, 9007199254740991) > $given.now AND at24.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position26.id, reach: role5.reach, codes: codes, themed: themed, role: role5.code, place: head(places)}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case5
  MATCH (case5)-[concerns3:CONCERNS]->(person15:Person)
  WHERE concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL AND person15.retractedAt IS NULL
  AND case5.id = $given.case
  RETURN collect(DISTINCT person15.id) AS caseSubjects
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
  WHERE all(step IN opens WHERE step.validFrom <= $given.now AND coalesce(step.validTo, 9007199254740991) > $given.now AND step.retractedAt IS NULL AND endNode(step).retractedAt IS NULL) AND protection4.retractedAt IS NULL
  RETURN collect(DISTINCT protection4.id) AS protectionExcepted
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
  WHERE all(step2 IN parent_of3 WHERE step2.retractedAt IS NULL AND startNode(step2).retractedAt IS NULL) AND subject5.retractedAt IS NULL
  RETURN collect(DISTINCT subject5.id) AS ancestor
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)-[parent_of4:PARENT_OF*2..3]->(subject6:Person)
  WHERE all(step3 IN parent_of4 WHERE step3.retractedAt IS NULL AND endNode(step3).retractedAt IS NULL) AND subject6.retractedAt IS NULL
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
  MATCH (self8)<-[parent_of5:PARENT_OF]-(person4:Person)
  WHERE parent_of5.retractedAt IS NULL AND person4.retractedAt IS NULL
  MATCH (person4)-[parent_of6:PARENT_OF]->(subject9:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject9.retractedAt IS NULL AND self8.id <> subject9.id
  RETURN collect(DISTINCT subject9.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self9
  MATCH (self9)-[parent_of7:PARENT_OF]->(person5:Person)
  WHERE parent_of7.retractedAt IS NULL AND person5.retractedAt IS NULL
  MATCH (person5)<-[parent_of8:PARENT_OF]-(subject10:Person)
  WHERE parent_of8.retractedAt IS NULL AND subject10.retractedAt IS NULL AND self9.id <> subject10.id
  RETURN collect(DISTINCT subject10.id) AS commonChild
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position4
  MATCH (position4)-[at3:AT]->(unit2:Unit)
  WHERE coalesce(at3.validFrom <= $given.now, true) AND coalesce(at3.validTo > $given.now, true) AND at3.retractedAt IS NULL AND unit2.retractedAt IS NULL
  RETURN count(*) > 0 AS shielded
}
CALL (viewer, covered, seats, persons2) {
  UNWIND persons2 AS person7
  RETURN count(*) > 0 AS excepted
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position6
  MATCH (position6)-[at5:AT]->(unit4:Unit)
  WHERE coalesce(at5.validFrom <= $given.now, true) AND coalesce(at5.validTo > $given.now, true) AND at5.retractedAt IS NULL AND unit4.retractedAt IS NULL
  RETURN collect(DISTINCT unit4.id) AS sameOffice
}
CALL (viewer, covered, seats, persons3) {
  UNWIND persons3 AS person9
  MATCH (person9)<-[to:TO]-(mandate:Mandate {kind: 'GUARDIANSHIP'})-[from:FROM]->(subject11:Person)
  WHERE coalesce(to.validFrom <= $given.now, true) AND coalesce(to.validTo > $given.now, true) AND to.retractedAt IS NULL AND coalesce(mandate.validFrom <= $given.now, true) AND coalesce(mandate.validTo > $given.now, true) AND mandate.retractedAt IS NULL AND coalesce(mandate.revokedAt > $given.now, true) AND coalesce(from.validFrom <= $given.now, true) AND coalesce(from.validTo > $given.now, true) AND from.retractedAt IS NULL AND subject11.retractedAt IS NULL
  RETURN collect(DISTINCT subject11.id) AS guardian
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position7
  MATCH (position7)-[at6:AT]->(unit5:Unit)
  WHERE at6.validFrom <= $given.now AND coalesce(at6.validTo, 9007199254740991) > $given.now AND at6.retractedAt IS NULL AND unit5.retractedAt IS NULL
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection9:Protection {code: 'DECEASED'})
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection9.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position8
  MATCH (position8)-[at7:AT]->(unit6:Unit)
  WHERE at7.validFrom <= $given.now AND coalesce(at7.validTo, 9007199254740991) > $given.now AND at7.retractedAt IS NULL AND unit6.retractedAt IS NULL
  MATCH (viewer)-[cleared_for3:CLEARED_FOR]->(protection10:Protection {code: 'ABROAD'})
  WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection10.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted3
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position9
  MATCH (position9)-[at8:AT]->(unit7:Unit)
  WHERE at8.validFrom <= $given.now AND coalesce(at8.validTo, 9007199254740991) > $given.now AND at8.retractedAt IS NULL AND unit7.retractedAt IS NULL
  MATCH (viewer)-[cleared_for4:CLEARED_FOR]->(protection11:Protection {code: 'UNKNOWN_RESIDENCE'})
  WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection11.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted4
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position10
  MATCH (position10)-[at9:AT]->(unit8:Unit)-[serves:SERVES]->(area3:Area)
  WHERE at9.validFrom <= $given.now AND coalesce(at9.validTo, 9007199254740991) > $given.now AND at9.retractedAt IS NULL AND unit8.retractedAt IS NULL AND serves.validFrom <= $given.now AND coalesce(serves.validTo, 9007199254740991) > $given.now AND serves.retractedAt IS NULL AND area3.retractedAt IS NULL AND serves.theme IS NULL
  WITH position10, covered, seats, collect(DISTINCT area3.id) AS at
  WITH reduce(found2 = [], seat2 IN [seat2 IN seats WHERE seat2.position = position10.id AND seat2.reach IN ['LOCAL']] | found2 + seat2.codes + seat2.themed) AS gives, ['@employee.local-office', '@@' + position10.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position11
  MATCH (position11)-[at10:AT]->(unit9:Unit)-[serves2:SERVES]->(area5:Area)
  WHERE at10.validFrom <= $given.now AND coalesce(at10.validTo, 9007199254740991) > $given.now AND at10.retractedAt IS NULL AND unit9.retractedAt IS NULL AND serves2.validFrom <= $given.now AND coalesce(serves2.validTo, 9007199254740991) > $given.now AND serves2.retractedAt IS NULL AND area5.retractedAt IS NULL
  MATCH (position11)-[in:IN]->(role:Role)-[handles:HANDLES]->(theme:Theme)
  WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND role.retractedAt IS NULL AND handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme.retractedAt IS NULL AND serves2.theme = theme.code
  WITH position11, theme, covered, seats, collect(DISTINCT area5.id) AS at
  WITH reduce(found5 = [], entry IN reduce(found4 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position11.id AND seat4.reach IN ['LOCAL']] | found4 + seat4.codes + seat4.themed) | found5 + CASE WHEN NOT entry CONTAINS ':' THEN [entry] WHEN entry ENDS WITH ':*' THEN [theme2 IN [theme.code] | split(entry, ':')[0] + ':' + theme2] WHEN split(entry, ':')[1] IN [theme.code] THEN [entry] ELSE [] END) AS gives, ['@employee.local-office', '@@' + position11.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position12
  MATCH (position12)-[at11:AT]->(unit10:Unit)
  WHERE at11.validFrom <= $given.now AND coalesce(at11.validTo, 9007199254740991) > $given.now AND at11.retractedAt IS NULL AND unit10.retractedAt IS NULL
  WITH position12, covered, seats, collect(DISTINCT unit10.id) AS at
  WITH reduce(found7 = [], seat6 IN [seat6 IN seats WHERE seat6.position = position12.id AND seat6.reach IN ['LOCAL']] | found7 + seat6.codes + seat6.themed) AS gives, ['@employee.follow-up-unit', '@@' + position12.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS followUpUnit
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position13
  MATCH (position13)-[at12:AT]->(unit12:Unit)
  WHERE at12.validFrom <= $given.now AND coalesce(at12.validTo, 9007199254740991) > $given.now AND at12.retractedAt IS NULL AND unit12.retractedAt IS NULL
  WITH DISTINCT position13, covered, seats
  WITH reduce(found9 = [], seat8 IN [seat8 IN seats WHERE seat8.position = position13.id AND seat8.reach IN ['NATIONAL']] | found9 + seat8.codes + seat8.themed) AS gives, ['@employee.national-role', '@@' + position13.id] AS marks
  RETURN reduce(all = [], each IN collect(CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END) | all + each) AS nationalRole
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position14
  MATCH (position14)-[at13:AT]->(unit13:Unit)
  WHERE at13.validFrom <= $given.now AND coalesce(at13.validTo, 9007199254740991) > $given.now AND at13.retractedAt IS NULL AND unit13.retractedAt IS NULL
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case:Case)-[concerns:CONCERNS {part: 'MAIN'}]->(subject12:Person)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case.retractedAt IS NULL AND concerns.validFrom <= $given.now AND coalesce(concerns.validTo, 9007199254740991) > $given.now AND concerns.retractedAt IS NULL AND subject12.retractedAt IS NULL AND (case.closedAt IS NULL OR case.closedAt > $given.now)
  WITH case, covered, seats, collect(DISTINCT subject12.id) AS at
  WITH *, COLLECT {
    MATCH (case)-[in2:IN]->(theme3:Theme)
    WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme3.retractedAt IS NULL
    RETURN DISTINCT theme3.code
  } AS themes
  WITH reduce(found11 = [], entry2 IN reduce(found10 = [], seat10 IN seats | found10 + seat10.codes + seat10.themed) | found11 + CASE WHEN NOT entry2 CONTAINS ':' THEN [entry2] WHEN entry2 ENDS WITH ':*' THEN [theme4 IN themes | split(entry2, ':')[0] + ':' + theme4] WHEN split(entry2, ':')[1] IN themes THEN [entry2] ELSE [] END) AS gives, ['@employee.assigned-case'] + [seat11 IN seats | '@@' + seat11.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCase
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position15
  MATCH (position15)-[at14:AT]->(unit14:Unit)
  WHERE at14.validFrom <= $given.now AND coalesce(at14.validTo, 9007199254740991) > $given.now AND at14.retractedAt IS NULL AND unit14.retractedAt IS NULL
  MATCH (viewer)-[assigned_to2:ASSIGNED_TO]->(case2:Case)-[concerns2:CONCERNS {part: 'PARTY'}]->(subject13:Person)
  WHERE assigned_to2.validFrom <= $given.now AND coalesce(assigned_to2.validTo, 9007199254740991) > $given.now AND assigned_to2.retractedAt IS NULL AND case2.retractedAt IS NULL AND concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject13.retractedAt IS NULL AND (case2.closedAt IS NULL OR case2.closedAt > $given.now)
  WITH case2, covered, seats, collect(DISTINCT subject13.id) AS at
  WITH *, COLLECT {
    MATCH (case2)-[in3:IN]->(theme5:Theme)
    WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme5.retractedAt IS NULL
    RETURN DISTINCT theme5.code
  } AS themes2
  WITH reduce(found14 = [], entry3 IN reduce(found13 = [], seat12 IN seats | found13 + seat12.codes + seat12.themed) | found14 + CASE WHEN NOT entry3 CONTAINS ':' THEN [entry3] WHEN entry3 ENDS WITH ':*' THEN [theme6 IN themes2 | split(entry3, ':')[0] + ':' + theme6] WHEN split(entry3, ':')[1] IN themes2 THEN [entry3] ELSE [] END) AS gives, ['@employee.assigned-case-party'] + [seat13 IN seats | '@@' + seat13.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCaseParty
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position16
  MATCH (position16)-[at15:AT]->(unit15:Unit)
  WHERE at15.validFrom <= $given.now AND coalesce(at15.validTo, 9007199254740991) > $given.now AND at15.retractedAt IS NULL AND unit15.retractedAt IS NULL
  MATCH (viewer)<-[by:BY]-(override:Override)-[of:OF]->(subject14:Person)
  WHERE by.validFrom <= $given.now AND coalesce(by.validTo, 9007199254740991) > $given.now AND by.retractedAt IS NULL AND override.validFrom <= $given.now AND coalesce(override.validTo, 9007199254740991) > $given.now AND override.retractedAt IS NULL AND of.validFrom <= $given.now AND coalesce(of.validTo, 9007199254740991) > $given.now AND of.retractedAt IS NULL AND subject14.retractedAt IS NULL
  WITH position16, override, covered, seats, collect(DISTINCT subject14.id) AS at
  WITH reduce(found16 = [], seat14 IN [seat14 IN seats WHERE seat14.position = position16.id] | found16 + seat14.codes + seat14.themed) AS gives, ['@employee.override', '@@' + position16.id] AS marks, at, coalesce(override.lifts, []) AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS override2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position17
  MATCH (position17)-[at16:AT]->(municipality:Municipality)
  WHERE at16.validFrom <= $given.now AND coalesce(at16.validTo, 9007199254740991) > $given.now AND at16.retractedAt IS NULL AND municipality.retractedAt IS NULL
  MATCH (position17)-[in4:IN]->(role2:Role)-[covers:COVERS]->(category:Category {code: 'CARD'})
  WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND role2.retractedAt IS NULL AND covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH position17, covered, seats, collect(DISTINCT municipality.id) AS at
  WITH reduce(found18 = [], seat16 IN [seat16 IN seats WHERE seat16.position = position17.id AND seat16.reach IN ['LOCAL']] | found18 + seat16.codes + seat16.themed) AS gives, ['@municipality.inhabitant', '@@' + position17.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position18
  MATCH (position18)-[at17:AT]->(municipality3:Municipality)
  WHERE at17.validFrom <= $given.now AND coalesce(at17.validTo, 9007199254740991) > $given.now AND at17.retractedAt IS NULL AND municipality3.retractedAt IS NULL
  MATCH (position18)-[in5:IN]->(role3:Role)-[covers2:COVERS]->(category2:Category {code: 'CARD'})
  WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND role3.retractedAt IS NULL AND covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND category2.retractedAt IS NULL
  WITH position18, covered, seats, collect(DISTINCT municipality3.id) AS at
  WITH reduce(found20 = [], seat18 IN [seat18 IN seats WHERE seat18.position = position18.id AND seat18.reach IN ['LOCAL']] | found20 + seat18.codes + seat18.themed) AS gives, ['@municipality.inhabitant', '@@' + position18.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position19
  MATCH (position19)-[at18:AT]->(arranger:Business)<-[arranged_by2:ARRANGED_BY]-(activity2:Activity)
  WHERE at18.validFrom <= $given.now AND coalesce(at18.validTo, 9007199254740991) > $given.now AND at18.retractedAt IS NULL AND arranger.retractedAt IS NULL AND arranged_by2.validFrom <= $given.now AND coalesce(arranged_by2.validTo, 9007199254740991) > $given.now AND arranged_by2.retractedAt IS NULL AND activity2.retractedAt IS NULL AND (activity2.endsAt IS NULL OR activity2.endsAt > $given.now)
  WITH position19, covered, seats, collect(DISTINCT activity2.id) AS at
  WITH reduce(found23 = [], entry5 IN [entry4 IN reduce(found22 = [], seat20 IN [seat20 IN seats WHERE seat20.position = position19.id AND seat20.reach IN ['LOCAL']] | found22 + seat20.codes + seat20.themed) WHERE split(entry4, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found23 + CASE WHEN NOT entry5 CONTAINS ':' THEN [entry5] WHEN entry5 ENDS WITH ':*' THEN [theme7 IN [] | split(entry5, ':')[0] + ':' + theme7] WHEN split(entry5, ':')[1] IN [] THEN [entry5] ELSE [] END) AS gives, ['@arranger.participant', '@@' + position19.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS participant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position20
  MATCH (position20)-[at19:AT]->(arranger2:Business)<-[arranged_by3:ARRANGED_BY]-(activity4:Activity)
  WHERE at19.validFrom <= $given.now AND coalesce(at19.validTo, 9007199254740991) > $given.now AND at19.retractedAt IS NULL AND arranger2.retractedAt IS NULL AND arranged_by3.validFrom <= $given.now AND coalesce(arranged_by3.validTo, 9007199254740991) > $given.now AND arranged_by3.retractedAt IS NULL AND activity4.retractedAt IS NULL AND (activity4.endsAt IS NULL OR activity4.endsAt > $given.now)
  WITH position20, covered, seats, collect(DISTINCT activity4.id) AS at
  WITH reduce(found25 = [], seat22 IN [seat22 IN seats WHERE seat22.position = position20.id AND seat22.reach IN ['LOCAL']] | found25 + seat22.codes + seat22.themed) AS gives, ['@arranger.participant', '@@' + position20.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS participant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position21
  MATCH (position21)-[at20:AT]->(organisation:Business|Municipality)
  WHERE at20.validFrom <= $given.now AND coalesce(at20.validTo, 9007199254740991) > $given.now AND at20.retractedAt IS NULL AND organisation.retractedAt IS NULL
  WITH position21, covered, seats, collect(DISTINCT organisation.id) AS at
  WITH reduce(found29 = [], seat24 IN [seat24 IN seats WHERE seat24.position = position21.id AND seat24.reach IN ['LOCAL']] | found29 + seat24.codes + seat24.themed) AS gives, ['@organisation.consent', '@@' + position21.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS consent
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position22
  MATCH (position22)-[at21:AT]->(business:Business)
  WHERE at21.validFrom <= $given.now AND coalesce(at21.validTo, 9007199254740991) > $given.now AND at21.retractedAt IS NULL AND business.retractedAt IS NULL
  WITH position22, covered, seats, collect(DISTINCT business.id) AS at
  WITH [entry9 IN reduce(found33 = [], seat26 IN [seat26 IN seats WHERE seat26.position = position22.id AND seat26.reach IN ['LOCAL']] | found33 + seat26.codes + seat26.themed) WHERE split(entry9, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position22.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position24
  MATCH (position24)-[at23:AT]->(unit17:Unit)<-[withholds:WITHHOLDS]-(restriction:Restriction)-[of2:OF]->(subject15:Person)
  WHERE all(it IN [at23, withholds, restriction, of2] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [at23, unit17, withholds, restriction, of2, subject15] WHERE it.retractedAt IS NULL)
  RETURN collect({of: subject15.id, at: position24.id, by: restriction.id, until: restriction.validTo}) AS withheld
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, staff: staff, protectionExcepted: protectionExcepted, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, shielded: shielded, excepted: excepted, sameOffice: sameOffice, guardianOfSubject: guardian, excepted2: excepted2, excepted3: excepted3, excepted4: excepted4, seats: seats, localOffice: localOffice, localOffice2: localOffice2, followUpUnit: followUpUnit, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, override2: override2, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent: consent, attachedPerson: attachedPerson, withheld: withheld} AS ctx
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Person {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS person2ById
  }
  UNWIND person2ById AS it2
  WITH it2 ORDER BY it2.id LIMIT 1
  RETURN collect(it2) AS person2s
}
CALL (ctx, person2s) {
  UNWIND person2s AS person2
  CALL (ctx, person2) {
    CALL (person2) {
      UNWIND [person2] AS itself
      RETURN itself AS person3
      UNION
      MATCH (person2)-[:PARENT_OF|PARTNER_OF]-(person10:Person)
      RETURN person10 AS person3
    }
    WITH *, CASE WHEN person3.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person3)-[protected_as:PROTECTED_AS]->(protection7:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection7.retractedAt IS NULL
      AND ((ctx.id <> person3.id AND protection7.code IS NOT NULL AND protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection7.id IN ctx.protectionExcepted)) OR (protection7.code IS NOT NULL AND protection7.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection7.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection7.code
    } + CASE WHEN ctx.id <> person3.id AND person3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person3)-[protected_as2:PROTECTED_AS]->(protection8:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection8.retractedAt IS NULL
      AND ctx.id <> person3.id AND coalesce((protection8.code IS NULL OR NOT (protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person3)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position5:Position)-[at4:AT]->(unit3:Unit)
      WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position5.retractedAt IS NULL AND coalesce(at4.validFrom <= $given.now, true) AND coalesce(at4.validTo > $given.now, true) AND at4.retractedAt IS NULL AND unit3.retractedAt IS NULL
      AND unit3.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS person3Codes
    WITH *, CASE WHEN person3.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN person3.deathDate IS NOT NULL AND coalesce((person3.deathDate + duration({months: 12})) < date($given.today), true) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person3)-[belongs_to:BELONGS_TO]->(area:Area {kind: 'COUNTRY'})
      WHERE coalesce(belongs_to.validFrom <= $given.now, true) AND coalesce(belongs_to.validTo > $given.now, true) AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL
      AND NOT ctx.excepted3
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person3)-[belongs_to2:BELONGS_TO]->(area2:Area {kind: 'UNKNOWN'})
      WHERE coalesce(belongs_to2.validFrom <= $given.now, true) AND coalesce(belongs_to2.validTo > $given.now, true) AND belongs_to2.retractedAt IS NULL AND area2.retractedAt IS NULL
      AND NOT ctx.excepted4
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS person3Overridable
    WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
      MATCH (person3)-[belongs_to3:BELONGS_TO]->(area4:Area)
      WHERE belongs_to3.validFrom <= $given.now AND coalesce(belongs_to3.validTo, 9007199254740991) > $given.now AND belongs_to3.retractedAt IS NULL AND area4.retractedAt IS NULL
      RETURN DISTINCT area4.id
    } ELSE [] END AS area4s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (person3)-[belongs_to4:BELONGS_TO]->(area6:Area)
      WHERE belongs_to4.validFrom <= $given.now AND coalesce(belongs_to4.validTo, 9007199254740991) > $given.now AND belongs_to4.retractedAt IS NULL AND area6.retractedAt IS NULL
      RETURN DISTINCT area6.id
    } ELSE [] END AS area6s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
      MATCH (person3)-[followed_up_by:FOLLOWED_UP_BY]->(unit11:Unit)
      WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND unit11.retractedAt IS NULL
      RETURN DISTINCT unit11.id
    } ELSE [] END AS unit11s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
      MATCH (person3)-[belongs_to5:BELONGS_TO]->(area7:Area)-[part_of:PART_OF*0..1]->(area8:Area)<-[governs:GOVERNS]-(municipality2:Municipality)<-[kept_at:KEPT_AT|OWNED_BY]-(device:Device)-[lent_to:LENT_TO]->(person3)
      WHERE belongs_to5.validFrom <= $given.now AND coalesce(belongs_to5.validTo, 9007199254740991) > $given.now AND belongs_to5.retractedAt IS NULL AND area7.retractedAt IS NULL AND all(step4 IN part_of WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND area8.retractedAt IS NULL AND governs.validFrom <= $given.now AND coalesce(governs.validTo, 9007199254740991) > $given.now AND governs.retractedAt IS NULL AND municipality2.retractedAt IS NULL AND kept_at.validFrom <= $given.now AND coalesce(kept_at.validTo, 9007199254740991) > $given.now AND kept_at.retractedAt IS NULL AND device.retractedAt IS NULL AND lent_to.validFrom <= $given.now AND coalesce(lent_to.validTo, 9007199254740991) > $given.now AND lent_to.retractedAt IS NULL
      RETURN DISTINCT municipality2.id
    } ELSE [] END AS municipality2s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (person3)-[belongs_to6:BELONGS_TO]->(area9:Area)-[part_of2:PART_OF*0..1]->(area10:Area)<-[governs2:GOVERNS]-(municipality4:Municipality)<-[arranged_by:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(person3)
      WHERE belongs_to6.validFrom <= $given.now AND coalesce(belongs_to6.validTo, 9007199254740991) > $given.now AND belongs_to6.retractedAt IS NULL AND area9.retractedAt IS NULL AND all(step5 IN part_of2 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND area10.retractedAt IS NULL AND governs2.validFrom <= $given.now AND coalesce(governs2.validTo, 9007199254740991) > $given.now AND governs2.retractedAt IS NULL AND municipality4.retractedAt IS NULL AND arranged_by.validFrom <= $given.now AND coalesce(arranged_by.validTo, 9007199254740991) > $given.now AND arranged_by.retractedAt IS NULL AND activity.retractedAt IS NULL AND takes.validFrom <= $given.now AND coalesce(takes.validTo, 9007199254740991) > $given.now AND takes.retractedAt IS NULL
      AND (takes.answer IS NULL OR takes.answer <> 'NO') AND (activity.endsAt IS NULL OR activity.endsAt > $given.now)
      RETURN DISTINCT municipality4.id
    } ELSE [] END AS municipality4s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
      MATCH (person3)-[takes2:TAKES_PART_IN]->(activity3:Activity)
      WHERE takes2.validFrom <= $given.now AND coalesce(takes2.validTo, 9007199254740991) > $given.now AND takes2.retractedAt IS NULL AND activity3.retractedAt IS NULL
      AND (takes2.answer IS NULL OR takes2.answer <> 'NO')
      RETURN DISTINCT activity3.id
    } ELSE [] END AS activity3s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (person3)-[takes3:TAKES_PART_IN]->(activity5:Activity)-[part_of3:PART_OF]->(case3:Case)
      WHERE takes3.validFrom <= $given.now AND coalesce(takes3.validTo, 9007199254740991) > $given.now AND takes3.retractedAt IS NULL AND activity5.retractedAt IS NULL AND part_of3.validFrom <= $given.now AND coalesce(part_of3.validTo, 9007199254740991) > $given.now AND part_of3.retractedAt IS NULL AND case3.retractedAt IS NULL
      AND (takes3.answer IS NULL OR takes3.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case3)-[in6:IN]->(theme8:Theme)
        WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND theme8.retractedAt IS NULL
        RETURN DISTINCT theme8.code
      } AS themes3
      RETURN {at: activity5.id, gives: themes3, lifts: []}
    } ELSE [] END AS activity5s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
      MATCH (person3)<-[from2:FROM]-(consent2:Consent)-[to2:TO]->(organisation2:Business|Municipality)
      WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND consent2.validFrom <= $given.now AND coalesce(consent2.validTo, 9007199254740991) > $given.now AND consent2.retractedAt IS NULL AND consent2.withdrawnAt IS NULL AND to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND organisation2.retractedAt IS NULL
      MATCH (consent2)-[for:FOR]->(purpose2:Purpose)
      WHERE for.validFrom <= $given.now AND coalesce(for.validTo, 9007199254740991) > $given.now AND for.retractedAt IS NULL AND purpose2.retractedAt IS NULL
      AND purpose2.code = $given.purpose
      WITH *, COLLECT {
        MATCH (consent2)-[covers3:COVERS]->(category3:Category)
        RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
      } AS named, COLLECT {
        MATCH (consent2)-[covers4:COVERS]->(theme10:Theme)
        RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme10.retractedAt IS NULL THEN theme10.code ELSE '' END
      } AS themes4
      RETURN {at: organisation2.id, gives: reduce(found31 = [], code11 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found31 + CASE WHEN code11 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code11] + CASE WHEN code11 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme11 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme11 <> '' | code11 + ':' + theme11] ELSE [] END ELSE [] END), lifts: []}
    } ELSE [] END AS organisation2s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person3)-[employed_by:EMPLOYED_BY]->(business2:Business)-[part_of4:PART_OF*0..2]->(business3:Business)
      WHERE employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business2.retractedAt IS NULL AND all(step6 IN part_of4 WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND business3.retractedAt IS NULL
      RETURN DISTINCT business3.id
    } ELSE [] END AS business3s
    WITH *, reduce(found3 = [], row IN ctx.localOffice | CASE WHEN any(key IN area4s WHERE key IN row.at) THEN found3 + row.gives ELSE found3 END) + reduce(found6 = [], row2 IN ctx.localOffice2 | CASE WHEN any(key IN area6s WHERE key IN row2.at) THEN found6 + row2.gives ELSE found6 END) + reduce(found8 = [], row3 IN ctx.followUpUnit | CASE WHEN any(key IN unit11s WHERE key IN row3.at) THEN found8 + row3.gives ELSE found8 END) + ctx.nationalRole + reduce(found12 = [], row4 IN ctx.assignedCase | CASE WHEN person3.id IN row4.at THEN found12 + row4.gives ELSE found12 END) + reduce(found15 = [], row5 IN ctx.assignedCaseParty | CASE WHEN person3.id IN row5.at THEN found15 + row5.gives ELSE found15 END) + reduce(found17 = [], row6 IN ctx.override2 | CASE WHEN person3.id IN row6.at THEN found17 + row6.gives ELSE found17 END) + reduce(found19 = [], row7 IN ctx.inhabitant | CASE WHEN any(key IN municipality2s WHERE key IN row7.at) THEN found19 + row7.gives ELSE found19 END) + reduce(found21 = [], row8 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality4s WHERE key IN row8.at) THEN found21 + row8.gives ELSE found21 END) + reduce(found24 = [], row9 IN ctx.participant | CASE WHEN any(key IN activity3s WHERE key IN row9.at) THEN found24 + row9.gives ELSE found24 END) + reduce(found26 = [], row10 IN ctx.participant2 | reduce(found27 = found26, key2 IN activity5s | CASE WHEN key2.at IN row10.at THEN found27 + reduce(both = [], shared IN [reduce(found28 = [], entry6 IN row10.gives | found28 + CASE WHEN NOT entry6 CONTAINS ':' THEN [entry6] WHEN entry6 ENDS WITH ':*' THEN [theme9 IN key2.gives | split(entry6, ':')[0] + ':' + theme9] WHEN split(entry6, ':')[1] IN key2.gives THEN [entry6] ELSE [] END)] | both + CASE WHEN size(shared) > 0 THEN shared + row10.marks ELSE [] END) ELSE found27 END)) + reduce(found30 = [], row11 IN ctx.consent | reduce(found32 = found30, key3 IN organisation2s | CASE WHEN key3.at IN row11.at THEN found32 + reduce(both2 = [], shared2 IN [[entry7 IN row11.gives WHERE entry7 IN key3.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key3.gives)] + [entry8 IN key3.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row11.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row11.marks ELSE [] END) ELSE found32 END)) + reduce(found34 = [], row12 IN ctx.attachedPerson | CASE WHEN any(key IN business3s WHERE key IN row12.at) THEN found34 + row12.gives ELSE found34 END) AS person3Offered
    WITH *, CASE WHEN size(person3Codes) > 0 THEN [] ELSE CASE WHEN size(person3Overridable) > 0 THEN reduce(found35 = [], row13 IN ctx.assignedCaseParty | CASE WHEN person3.id IN row13.at THEN found35 + row13.gives ELSE found35 END) + reduce(found36 = [], row14 IN ctx.override2 | CASE WHEN person3.id IN row14.at AND none(code15 IN person3Overridable WHERE NOT code15 IN row14.lifts) THEN found36 + row14.gives ELSE found36 END) ELSE person3Offered END END AS person3Mask
    RETURN collect({id: person3.id, core: person3Codes, mask: person3Mask, codes: person3Codes + person3Overridable, offered: CASE WHEN size(person3Codes + person3Overridable) > 0 THEN person3Offered ELSE [] END, overridable: person3Overridable}) AS decided
  }
  CALL (ctx, person2) {
    CALL (person2) {
      MATCH (person2)-[:PARENT_OF|PARTNER_OF]-(person12:Person)
      MATCH (person12)-[:PARENT_OF|PARTNER_OF]-(person13:Person)
      RETURN person13 AS person11
      UNION
      MATCH (person2)-[:PARENT_OF|PARTNER_OF]-(person14:Person)
      RETURN person14 AS person11
    }
    RETURN collect({id: person11.id, core: CASE WHEN person11.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person11)-[protected_as3:PROTECTED_AS]->(protection12:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection12.retractedAt IS NULL
      AND ((ctx.id <> person11.id AND protection12.code IS NOT NULL AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)) OR (protection12.code IS NOT NULL AND protection12.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection12.code
    } + CASE WHEN ctx.id <> person11.id AND person11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)-[protected_as4:PROTECTED_AS]->(protection13:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection13.retractedAt IS NULL
      AND ctx.id <> person11.id AND coalesce((protection13.code IS NULL OR NOT (protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)<-[is5:IS]-(employee2:Employee)-[holds4:HOLDS]->(position23:Position)-[at22:AT]->(unit16:Unit)
      WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position23.retractedAt IS NULL AND coalesce(at22.validFrom <= $given.now, true) AND coalesce(at22.validTo > $given.now, true) AND at22.retractedAt IS NULL AND unit16.retractedAt IS NULL
      AND unit16.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END}) AS carded
  }
  WITH *, coalesce(head([each IN decided WHERE each.id = person2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person2Decided
  WITH *, person2Decided.mask AS person2Mask
  CALL (ctx, person2, person2Mask, decided, carded) {
    MATCH (person2)-[edge:PARENT_OF|PARTNER_OF]-(node:Person)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = node.id THEN 'PARENT' WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = person2.id THEN 'CHILD' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says
    WITH * WHERE says IS NOT NULL
    WITH *, coalesce(head([each IN decided WHERE each.id = node.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS nodeDecided
    WITH *, nodeDecided.mask + CASE WHEN size(nodeDecided.core) = 0 THEN ['CARD'] ELSE [] END AS nodeMask
    WITH * WHERE (ctx.staff OR 'CARD' IN nodeMask)
    WITH * WHERE $given.a2 IS NULL OR edge.validFrom < $given.a2[0] OR (edge.validFrom = $given.a2[0] AND edge.id > $given.a2[1])
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT $given.a1 + 1
    WITH *, COLLECT {
      MATCH (node)-[protected:PROTECTED_AS]->(protection:Protection)
      WHERE protection.code IS NOT NULL AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> node.id AND coalesce((protected.validFrom IS NULL OR protected.validFrom <= $given.now), true) AND coalesce((protected.validTo IS NULL OR protected.validTo > $given.now), true) AND NOT (ctx.staff AND protection.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection.code
    } + COLLECT {
      MATCH (node)-[held:HAS_ADDRESS]->(address:Address)
      MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection5:Protection)
      WHERE protection5.code IS NOT NULL AND protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> node.id AND coalesce((held.validFrom IS NULL OR held.validFrom <= $given.now), true) AND coalesce((held.validTo IS NULL OR held.validTo > $given.now), true) AND coalesce((kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo), true) AND NOT (ctx.staff AND protection5.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection5.code
    } + COLLECT {
      MATCH (node)-[held2:MEMBER_OF]->(household:Household)
      MATCH (household)<-[kept2:MEMBER_OF]-(sharer2:Person)-[protected3:PROTECTED_AS]->(protection6:Protection)
      WHERE protection6.code IS NOT NULL AND protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> node.id AND coalesce((held2.validFrom IS NULL OR held2.validFrom <= $given.now), true) AND coalesce((held2.validTo IS NULL OR held2.validTo > $given.now), true) AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT (ctx.staff AND protection6.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection6.code
    } AS nodePlaces
    CALL (ctx, node, nodeMask, nodePlaces, decided, carded) {
      MATCH (node)-[edge2:PARENT_OF|PARTNER_OF]-(node2:Person)
      WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL AND 'FAMILY' IN nodeMask
      WITH *, CASE WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node2.id THEN 'PARENT' WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node.id THEN 'CHILD' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says2
      WITH * WHERE says2 IS NOT NULL
      WITH *, coalesce(head([each IN carded WHERE each.id = node2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node2Decided
      WITH *, CASE WHEN size(node2Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node2Mask
      WITH * WHERE (ctx.staff OR 'CARD' IN node2Mask)
      WITH * WHERE $given.a4 IS NULL OR edge2.validFrom < $given.a4[0] OR (edge2.validFrom = $given.a4[0] AND edge2.id > $given.a4[1])
      WITH * ORDER BY edge2.validFrom DESC, edge2.id LIMIT $given.a3 + 1
      RETURN collect({it: {id: node2.id, name: CASE WHEN 'CARD' IN node2Mask THEN {full: [node2.givenName, node2.middleName, node2.familyName]} END}, access: {mask: node2Mask, codes: node2Decided.core, offered: ['CARD']}, edge: {}, position: [edge2.validFrom, edge2.id], says: says2}) AS family2Rows
    }
    WITH *, {rows: family2Rows} AS family2
    RETURN collect({it: {id: node.id, name: CASE WHEN 'CARD' IN nodeMask THEN {full: [node.givenName, node.middleName, node.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN nodeMask THEN toString(node.birthDate) END, family: CASE WHEN 'FAMILY' IN nodeMask THEN family2 END}, access: {mask: nodeMask, codes: nodeDecided.codes, offered: nodeDecided.offered + ['CARD'], places: nodePlaces}, edge: {validFrom: edge.validFrom, validTo: edge.validTo}, position: [edge.validFrom, edge.id], says: says}) AS familyRows
  }
  CALL (ctx, person2, person2Mask, decided, carded) {
    MATCH (person2)-[edge3:PARENT_OF|PARTNER_OF]-(node3:Person)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge3) IN ['PARENT_OF'] AND startNode(edge3).id = node3.id THEN 'PARENT' WHEN type(edge3) IN ['PARENT_OF'] AND startNode(edge3).id = person2.id THEN 'CHILD' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = person2.id AND edge3.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = node3.id AND edge3.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = person2.id AND edge3.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = node3.id AND edge3.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says3
    WITH * WHERE says3 IS NOT NULL
    WITH *, coalesce(head([each IN carded WHERE each.id = node3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node3Decided
    WITH *, CASE WHEN size(node3Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node3Mask
    WITH * WHERE (ctx.staff OR 'CARD' IN node3Mask)
    WITH node3 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END}, access: {mask: person2Mask, codes: person2Decided.codes, offered: person2Decided.offered}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, ctx.withheld AS withheld, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, head([it2 IN person2s | {id: it2.id, type: 'Person'}]) AS there, person
