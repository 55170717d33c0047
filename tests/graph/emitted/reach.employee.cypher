// Reach (employee)
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
  MATCH (viewer)-[is2:IS]->(person4:Person)
  WHERE is2.validFrom <= $given.now AND coalesce(is2.validTo, 9007199254740991) > $given.now AND is2.retractedAt IS NULL AND person4.retractedAt IS NULL
  RETURN collect(DISTINCT person4) AS persons2
}
CALL (viewer) {
  MATCH (viewer)-[is4:IS]->(person6:Person)
  WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND person6.retractedAt IS NULL
  RETURN collect(DISTINCT person6) AS persons3
}
CALL (viewer) {
  MATCH (viewer)-[assigned_to3:ASSIGNED_TO]->(case6:Case)
  WHERE assigned_to3.validFrom <= $given.now AND coalesce(assigned_to3.validTo, 9007199254740991) > $given.now AND assigned_to3.retractedAt IS NULL AND case6.retractedAt IS NULL
  RETURN collect(DISTINCT case6) AS cases
}
CALL (viewer, positions) {
  UNWIND positions AS position25
  MATCH (position25)-[in8:IN]->(role4:Role)-[may_state:MAY_STATE]->(purpose5:Purpose)
  WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND role4.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose5.retractedAt IS NULL
  AND purpose5.code = $given.purpose
  WITH DISTINCT purpose5
  OPTIONAL MATCH (purpose5)-[covers7:COVERS]->(category5:Category)
  WHERE covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND category5.retractedAt IS NULL
  WITH count(DISTINCT purpose5) > 0 AS permitted, collect(DISTINCT category5.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position26
  MATCH (position26)-[in9:IN]->(role5:Role)
  WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND role5.retractedAt IS NULL
  WITH position26, role5, COLLECT {
    MATCH (role5)-[covers8:COVERS]->(category6:Category)
    WHERE covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category6.retractedAt IS NULL
    AND 'READ' IN coalesce(covers8.actions, ['READ'])
    UNWIND [category6.code] + CASE category6.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code31
    WITH code31
    WHERE code31 IN covered
    RETURN DISTINCT code31
  } AS codes, COLLECT {
    MATCH (role5)-[covers9:COVERS]->(category7:Category)
    WHERE covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND category7.retractedAt IS NULL
    MATCH (role5)-[handles2:HANDLES]->(theme16:Theme)
    WHERE handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme16.retractedAt IS NULL
    AND 'READ' IN coalesce(covers9.actions, ['READ']) AND category7.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category7.code IN covered
    RETURN DISTINCT category7.code + ':' + theme16.code
  } AS themed, COLLECT {
    MATCH (position26)-[at24:AT]->(place:Unit|Municipality|Business)
    WHERE at24.validFrom <= $given.now AND coalesce(at24.validTo, 9007199254740991) > $given.now AND at24.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position26.id, reach: role5.reach, codes: codes, themed: themed, role: role5.code, place: head(places)}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case7
  MATCH (case7)-[concerns3:CONCERNS]->(person9:Person)
  WHERE concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL AND person9.retractedAt IS NULL
  AND case7.id = $given.case
  RETURN collect(DISTINCT person9.id) AS caseSubjects
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
  WHERE all(step IN parent_of3 WHERE step.retractedAt IS NULL AND startNode(step).retractedAt IS NULL) AND subject5.retractedAt IS NULL
  RETURN collect(DISTINCT subject5.id) AS ancestor
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)-[parent_of4:PARENT_OF*2..3]->(subject6:Person)
  WHERE all(step2 IN parent_of4 WHERE step2.retractedAt IS NULL AND endNode(step2).retractedAt IS NULL) AND subject6.retractedAt IS NULL
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
  MATCH (self8)<-[parent_of5:PARENT_OF]-(person2:Person)
  WHERE parent_of5.retractedAt IS NULL AND person2.retractedAt IS NULL
  MATCH (person2)-[parent_of6:PARENT_OF]->(subject9:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject9.retractedAt IS NULL AND self8.id <> subject9.id
  RETURN collect(DISTINCT subject9.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self9
  MATCH (self9)-[parent_of7:PARENT_OF]->(person3:Person)
  WHERE parent_of7.retractedAt IS NULL AND person3.retractedAt IS NULL
  MATCH (person3)<-[parent_of8:PARENT_OF]-(subject10:Person)
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
  WHERE all(step3 IN opens WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL AND endNode(step3).retractedAt IS NULL) AND protection4.retractedAt IS NULL
  RETURN collect(DISTINCT protection4.id) AS protectionExcepted
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position4
  MATCH (position4)-[at3:AT]->(unit2:Unit)
  WHERE coalesce(at3.validFrom <= $given.now, true) AND coalesce(at3.validTo > $given.now, true) AND at3.retractedAt IS NULL AND unit2.retractedAt IS NULL
  RETURN count(*) > 0 AS shielded
}
CALL (viewer, covered, seats, persons2) {
  UNWIND persons2 AS person5
  RETURN count(*) > 0 AS excepted
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position6
  MATCH (position6)-[at5:AT]->(unit4:Unit)
  WHERE coalesce(at5.validFrom <= $given.now, true) AND coalesce(at5.validTo > $given.now, true) AND at5.retractedAt IS NULL AND unit4.retractedAt IS NULL
  RETURN collect(DISTINCT unit4.id) AS sameOffice
}
CALL (viewer, covered, seats, persons3) {
  UNWIND persons3 AS person7
  MATCH (person7)<-[to:TO]-(mandate:Mandate {kind: 'GUARDIANSHIP'})-[from:FROM]->(subject11:Person)
  WHERE coalesce(to.validFrom <= $given.now, true) AND coalesce(to.validTo > $given.now, true) AND to.retractedAt IS NULL AND coalesce(mandate.validFrom <= $given.now, true) AND coalesce(mandate.validTo > $given.now, true) AND mandate.retractedAt IS NULL AND coalesce(mandate.revokedAt > $given.now, true) AND coalesce(from.validFrom <= $given.now, true) AND coalesce(from.validTo > $given.now, true) AND from.retractedAt IS NULL AND subject11.retractedAt IS NULL
  RETURN collect(DISTINCT subject11.id) AS guardian
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position7
  MATCH (position7)-[at6:AT]->(unit5:Unit)
  WHERE at6.validFrom <= $given.now AND coalesce(at6.validTo, 9007199254740991) > $given.now AND at6.retractedAt IS NULL AND unit5.retractedAt IS NULL
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection6:Protection {code: 'DECEASED'})
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection6.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position8
  MATCH (position8)-[at7:AT]->(unit6:Unit)
  WHERE at7.validFrom <= $given.now AND coalesce(at7.validTo, 9007199254740991) > $given.now AND at7.retractedAt IS NULL AND unit6.retractedAt IS NULL
  MATCH (viewer)-[cleared_for3:CLEARED_FOR]->(protection7:Protection {code: 'ABROAD'})
  WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection7.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted3
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position9
  MATCH (position9)-[at8:AT]->(unit7:Unit)
  WHERE at8.validFrom <= $given.now AND coalesce(at8.validTo, 9007199254740991) > $given.now AND at8.retractedAt IS NULL AND unit7.retractedAt IS NULL
  MATCH (viewer)-[cleared_for4:CLEARED_FOR]->(protection8:Protection {code: 'UNKNOWN_RESIDENCE'})
  WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection8.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted4
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position10
  MATCH (position10)-[at9:AT]->(unit8:Unit)
  WHERE at9.validFrom <= $given.now AND coalesce(at9.validTo, 9007199254740991) > $given.now AND at9.retractedAt IS NULL AND unit8.retractedAt IS NULL
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case:Case)-[concerns:CONCERNS {part: 'PARTY'}]->(subject12:Person)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case.retractedAt IS NULL AND concerns.validFrom <= $given.now AND coalesce(concerns.validTo, 9007199254740991) > $given.now AND concerns.retractedAt IS NULL AND subject12.retractedAt IS NULL AND (case.closedAt IS NULL OR case.closedAt > $given.now)
  WITH case, covered, seats, collect(DISTINCT subject12.id) AS at
  WITH *, COLLECT {
    MATCH (case)-[in:IN]->(theme:Theme)
    WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
    RETURN DISTINCT theme.code
  } AS themes
  WITH reduce(found3 = [], entry IN reduce(found2 = [], seat2 IN seats | found2 + seat2.codes + seat2.themed) | found3 + CASE WHEN NOT entry CONTAINS ':' THEN [entry] WHEN entry ENDS WITH ':*' THEN [theme2 IN themes | split(entry, ':')[0] + ':' + theme2] WHEN split(entry, ':')[1] IN themes THEN [entry] ELSE [] END) AS gives, ['@employee.assigned-case-party'] + [seat3 IN seats | '@@' + seat3.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCaseParty
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position11
  MATCH (position11)-[at10:AT]->(unit9:Unit)
  WHERE at10.validFrom <= $given.now AND coalesce(at10.validTo, 9007199254740991) > $given.now AND at10.retractedAt IS NULL AND unit9.retractedAt IS NULL
  MATCH (viewer)<-[by:BY]-(override:Override)-[of:OF]->(subject13:Person)
  WHERE by.validFrom <= $given.now AND coalesce(by.validTo, 9007199254740991) > $given.now AND by.retractedAt IS NULL AND override.validFrom <= $given.now AND coalesce(override.validTo, 9007199254740991) > $given.now AND override.retractedAt IS NULL AND of.validFrom <= $given.now AND coalesce(of.validTo, 9007199254740991) > $given.now AND of.retractedAt IS NULL AND subject13.retractedAt IS NULL
  WITH position11, override, covered, seats, collect(DISTINCT subject13.id) AS at
  WITH reduce(found5 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position11.id] | found5 + seat4.codes + seat4.themed) AS gives, ['@employee.override', '@@' + position11.id] AS marks, at, coalesce(override.lifts, []) AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS override2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position12
  MATCH (position12)-[at11:AT]->(unit10:Unit)-[serves:SERVES]->(area3:Area)
  WHERE at11.validFrom <= $given.now AND coalesce(at11.validTo, 9007199254740991) > $given.now AND at11.retractedAt IS NULL AND unit10.retractedAt IS NULL AND serves.validFrom <= $given.now AND coalesce(serves.validTo, 9007199254740991) > $given.now AND serves.retractedAt IS NULL AND area3.retractedAt IS NULL AND serves.theme IS NULL
  WITH position12, covered, seats, collect(DISTINCT area3.id) AS at
  WITH reduce(found7 = [], seat6 IN [seat6 IN seats WHERE seat6.position = position12.id AND seat6.reach IN ['LOCAL']] | found7 + seat6.codes + seat6.themed) AS gives, ['@employee.local-office', '@@' + position12.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position13
  MATCH (position13)-[at12:AT]->(unit11:Unit)-[serves2:SERVES]->(area5:Area)
  WHERE at12.validFrom <= $given.now AND coalesce(at12.validTo, 9007199254740991) > $given.now AND at12.retractedAt IS NULL AND unit11.retractedAt IS NULL AND serves2.validFrom <= $given.now AND coalesce(serves2.validTo, 9007199254740991) > $given.now AND serves2.retractedAt IS NULL AND area5.retractedAt IS NULL
  MATCH (position13)-[in2:IN]->(role:Role)-[handles:HANDLES]->(theme3:Theme)
  WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND role.retractedAt IS NULL AND handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme3.retractedAt IS NULL AND serves2.theme = theme3.code
  WITH position13, theme3, covered, seats, collect(DISTINCT area5.id) AS at
  WITH reduce(found10 = [], entry2 IN reduce(found9 = [], seat8 IN [seat8 IN seats WHERE seat8.position = position13.id AND seat8.reach IN ['LOCAL']] | found9 + seat8.codes + seat8.themed) | found10 + CASE WHEN NOT entry2 CONTAINS ':' THEN [entry2] WHEN entry2 ENDS WITH ':*' THEN [theme4 IN [theme3.code] | split(entry2, ':')[0] + ':' + theme4] WHEN split(entry2, ':')[1] IN [theme3.code] THEN [entry2] ELSE [] END) AS gives, ['@employee.local-office', '@@' + position13.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position14
  MATCH (position14)-[at13:AT]->(unit12:Unit)
  WHERE at13.validFrom <= $given.now AND coalesce(at13.validTo, 9007199254740991) > $given.now AND at13.retractedAt IS NULL AND unit12.retractedAt IS NULL
  WITH position14, covered, seats, collect(DISTINCT unit12.id) AS at
  WITH reduce(found12 = [], seat10 IN [seat10 IN seats WHERE seat10.position = position14.id AND seat10.reach IN ['LOCAL']] | found12 + seat10.codes + seat10.themed) AS gives, ['@employee.follow-up-unit', '@@' + position14.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS followUpUnit
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position15
  MATCH (position15)-[at14:AT]->(unit14:Unit)
  WHERE at14.validFrom <= $given.now AND coalesce(at14.validTo, 9007199254740991) > $given.now AND at14.retractedAt IS NULL AND unit14.retractedAt IS NULL
  WITH DISTINCT position15, covered, seats
  WITH reduce(found14 = [], seat12 IN [seat12 IN seats WHERE seat12.position = position15.id AND seat12.reach IN ['NATIONAL']] | found14 + seat12.codes + seat12.themed) AS gives, ['@employee.national-role', '@@' + position15.id] AS marks
  RETURN reduce(all = [], each IN collect(CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END) | all + each) AS nationalRole
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position16
  MATCH (position16)-[at15:AT]->(unit15:Unit)
  WHERE at15.validFrom <= $given.now AND coalesce(at15.validTo, 9007199254740991) > $given.now AND at15.retractedAt IS NULL AND unit15.retractedAt IS NULL
  MATCH (viewer)-[assigned_to2:ASSIGNED_TO]->(case2:Case)-[concerns2:CONCERNS {part: 'MAIN'}]->(subject14:Person)
  WHERE assigned_to2.validFrom <= $given.now AND coalesce(assigned_to2.validTo, 9007199254740991) > $given.now AND assigned_to2.retractedAt IS NULL AND case2.retractedAt IS NULL AND concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject14.retractedAt IS NULL AND (case2.closedAt IS NULL OR case2.closedAt > $given.now)
  WITH case2, covered, seats, collect(DISTINCT subject14.id) AS at
  WITH *, COLLECT {
    MATCH (case2)-[in3:IN]->(theme5:Theme)
    WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme5.retractedAt IS NULL
    RETURN DISTINCT theme5.code
  } AS themes2
  WITH reduce(found16 = [], entry3 IN reduce(found15 = [], seat14 IN seats | found15 + seat14.codes + seat14.themed) | found16 + CASE WHEN NOT entry3 CONTAINS ':' THEN [entry3] WHEN entry3 ENDS WITH ':*' THEN [theme6 IN themes2 | split(entry3, ':')[0] + ':' + theme6] WHEN split(entry3, ':')[1] IN themes2 THEN [entry3] ELSE [] END) AS gives, ['@employee.assigned-case'] + [seat15 IN seats | '@@' + seat15.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCase
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position17
  MATCH (position17)-[at16:AT]->(municipality:Municipality)
  WHERE at16.validFrom <= $given.now AND coalesce(at16.validTo, 9007199254740991) > $given.now AND at16.retractedAt IS NULL AND municipality.retractedAt IS NULL
  MATCH (position17)-[in4:IN]->(role2:Role)-[covers:COVERS]->(category:Category {code: 'CARD'})
  WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND role2.retractedAt IS NULL AND covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH position17, covered, seats, collect(DISTINCT municipality.id) AS at
  WITH reduce(found20 = [], seat16 IN [seat16 IN seats WHERE seat16.position = position17.id AND seat16.reach IN ['LOCAL']] | found20 + seat16.codes + seat16.themed) AS gives, ['@municipality.inhabitant', '@@' + position17.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position18
  MATCH (position18)-[at17:AT]->(municipality3:Municipality)
  WHERE at17.validFrom <= $given.now AND coalesce(at17.validTo, 9007199254740991) > $given.now AND at17.retractedAt IS NULL AND municipality3.retractedAt IS NULL
  MATCH (position18)-[in5:IN]->(role3:Role)-[covers2:COVERS]->(category2:Category {code: 'CARD'})
  WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND role3.retractedAt IS NULL AND covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND category2.retractedAt IS NULL
  WITH position18, covered, seats, collect(DISTINCT municipality3.id) AS at
  WITH reduce(found22 = [], seat18 IN [seat18 IN seats WHERE seat18.position = position18.id AND seat18.reach IN ['LOCAL']] | found22 + seat18.codes + seat18.themed) AS gives, ['@municipality.inhabitant', '@@' + position18.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position19
  MATCH (position19)-[at18:AT]->(arranger:Business)<-[arranged_by2:ARRANGED_BY]-(activity2:Activity)
  WHERE at18.validFrom <= $given.now AND coalesce(at18.validTo, 9007199254740991) > $given.now AND at18.retractedAt IS NULL AND arranger.retractedAt IS NULL AND arranged_by2.validFrom <= $given.now AND coalesce(arranged_by2.validTo, 9007199254740991) > $given.now AND arranged_by2.retractedAt IS NULL AND activity2.retractedAt IS NULL AND (activity2.endsAt IS NULL OR activity2.endsAt > $given.now)
  WITH position19, covered, seats, collect(DISTINCT activity2.id) AS at
  WITH reduce(found25 = [], entry5 IN [entry4 IN reduce(found24 = [], seat20 IN [seat20 IN seats WHERE seat20.position = position19.id AND seat20.reach IN ['LOCAL']] | found24 + seat20.codes + seat20.themed) WHERE split(entry4, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found25 + CASE WHEN NOT entry5 CONTAINS ':' THEN [entry5] WHEN entry5 ENDS WITH ':*' THEN [theme7 IN [] | split(entry5, ':')[0] + ':' + theme7] WHEN split(entry5, ':')[1] IN [] THEN [entry5] ELSE [] END) AS gives, ['@arranger.participant', '@@' + position19.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS participant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position20
  MATCH (position20)-[at19:AT]->(arranger2:Business)<-[arranged_by3:ARRANGED_BY]-(activity4:Activity)
  WHERE at19.validFrom <= $given.now AND coalesce(at19.validTo, 9007199254740991) > $given.now AND at19.retractedAt IS NULL AND arranger2.retractedAt IS NULL AND arranged_by3.validFrom <= $given.now AND coalesce(arranged_by3.validTo, 9007199254740991) > $given.now AND arranged_by3.retractedAt IS NULL AND activity4.retractedAt IS NULL AND (activity4.endsAt IS NULL OR activity4.endsAt > $given.now)
  WITH position20, covered, seats, collect(DISTINCT activity4.id) AS at
  WITH reduce(found27 = [], seat22 IN [seat22 IN seats WHERE seat22.position = position20.id AND seat22.reach IN ['LOCAL']] | found27 + seat22.codes + seat22.themed) AS gives, ['@arranger.participant', '@@' + position20.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS participant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position21
  MATCH (position21)-[at20:AT]->(organisation:Business|Municipality)
  WHERE at20.validFrom <= $given.now AND coalesce(at20.validTo, 9007199254740991) > $given.now AND at20.retractedAt IS NULL AND organisation.retractedAt IS NULL
  WITH position21, covered, seats, collect(DISTINCT organisation.id) AS at
  WITH reduce(found31 = [], seat24 IN [seat24 IN seats WHERE seat24.position = position21.id AND seat24.reach IN ['LOCAL']] | found31 + seat24.codes + seat24.themed) AS gives, ['@organisation.consent', '@@' + position21.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS consent
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position22
  MATCH (position22)-[at21:AT]->(business:Business)
  WHERE at21.validFrom <= $given.now AND coalesce(at21.validTo, 9007199254740991) > $given.now AND at21.retractedAt IS NULL AND business.retractedAt IS NULL
  WITH position22, covered, seats, collect(DISTINCT business.id) AS at
  WITH [entry9 IN reduce(found35 = [], seat26 IN [seat26 IN seats WHERE seat26.position = position22.id AND seat26.reach IN ['LOCAL']] | found35 + seat26.codes + seat26.themed) WHERE split(entry9, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position22.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position24
  MATCH (position24)-[at23:AT]->(unit19:Unit)<-[withholds:WITHHOLDS]-(restriction:Restriction)-[of2:OF]->(subject23:Person)
  WHERE all(it IN [at23, withholds, restriction, of2] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [at23, unit19, withholds, restriction, of2, subject23] WHERE it.retractedAt IS NULL)
  RETURN collect({of: subject23.id, at: position24.id, by: restriction.id, until: restriction.validTo}) AS withheld
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, staff: staff, protectionExcepted: protectionExcepted, shielded: shielded, excepted: excepted, sameOffice: sameOffice, guardianOfSubject: guardian, excepted2: excepted2, excepted3: excepted3, excepted4: excepted4, seats: seats, assignedCaseParty: assignedCaseParty, override2: override2, localOffice: localOffice, localOffice2: localOffice2, followUpUnit: followUpUnit, nationalRole: nationalRole, assignedCase: assignedCase, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent: consent, attachedPerson: attachedPerson, withheld: withheld} AS ctx
CALL (ctx) {
  WITH *, size(ctx.nationalRole) > 0 AND ($given.a0 IS NULL OR $given.a0 IN ctx.nationalRole) AND ($given.a1 IS NULL OR size([themed6 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed6) = themed6 AND (themed6 + ':' + $given.a1 IN ctx.nationalRole OR themed6 + ':*' IN ctx.nationalRole)]) > 0) AS everyone
  CALL (ctx, everyone) {
    UNWIND CASE WHEN everyone THEN [0] ELSE [] END AS every
    CALL (ctx) {
      MATCH (candidate2:Person)
      WHERE candidate2.id > coalesce($given.a3[0], '') AND candidate2.retractedAt IS NULL
      RETURN candidate2.id AS id ORDER BY id
    }
    RETURN id
    UNION ALL
    UNWIND CASE WHEN everyone THEN [] ELSE [0] END AS every
    CALL (ctx) {
      UNWIND reduce(ids = [], row29 IN ctx.localOffice | CASE WHEN size(row29.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row29.gives) AND ($given.a1 IS NULL OR size([themed3 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed3) = themed3 AND (themed3 + ':' + $given.a1 IN row29.gives OR themed3 + ':*' IN row29.gives)]) > 0) THEN ids + row29.at ELSE ids END) + reduce(ids2 = [], row30 IN ctx.localOffice2 | CASE WHEN size(row30.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row30.gives) AND ($given.a1 IS NULL OR size([themed4 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed4) = themed4 AND (themed4 + ':' + $given.a1 IN row30.gives OR themed4 + ':*' IN row30.gives)]) > 0) THEN ids2 + row30.at ELSE ids2 END) AS key6
      MATCH (area19:Entity {id: key6})
      MATCH (area19)<-[belongs_to13:BELONGS_TO]-(subject15:Person)
      WHERE belongs_to13.validFrom <= $given.now AND coalesce(belongs_to13.validTo, 9007199254740991) > $given.now AND belongs_to13.retractedAt IS NULL AND subject15.retractedAt IS NULL
      AND subject15.id > coalesce($given.a3[0], '')
      RETURN subject15.id AS id
      UNION
      UNWIND reduce(ids3 = [], row31 IN ctx.followUpUnit | CASE WHEN size(row31.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row31.gives) AND ($given.a1 IS NULL OR size([themed5 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed5) = themed5 AND (themed5 + ':' + $given.a1 IN row31.gives OR themed5 + ':*' IN row31.gives)]) > 0) THEN ids3 + row31.at ELSE ids3 END) AS key7
      MATCH (unit18:Entity {id: key7})
      MATCH (unit18)<-[followed_up_by3:FOLLOWED_UP_BY]-(subject16:Person)
      WHERE followed_up_by3.validFrom <= $given.now AND coalesce(followed_up_by3.validTo, 9007199254740991) > $given.now AND followed_up_by3.retractedAt IS NULL AND subject16.retractedAt IS NULL
      AND subject16.id > coalesce($given.a3[0], '')
      RETURN subject16.id AS id
      UNION
      UNWIND reduce(ids4 = [], row32 IN ctx.assignedCase | CASE WHEN size(row32.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row32.gives) AND ($given.a1 IS NULL OR size([themed7 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed7) = themed7 AND (themed7 + ':' + $given.a1 IN row32.gives OR themed7 + ':*' IN row32.gives)]) > 0) THEN ids4 + row32.at ELSE ids4 END) + reduce(ids5 = [], row33 IN ctx.assignedCaseParty | CASE WHEN size(row33.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row33.gives) AND ($given.a1 IS NULL OR size([themed8 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed8) = themed8 AND (themed8 + ':' + $given.a1 IN row33.gives OR themed8 + ':*' IN row33.gives)]) > 0) THEN ids5 + row33.at ELSE ids5 END) + reduce(ids6 = [], row34 IN ctx.override2 | CASE WHEN size(row34.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row34.gives) AND ($given.a1 IS NULL OR size([themed9 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed9) = themed9 AND (themed9 + ':' + $given.a1 IN row34.gives OR themed9 + ':*' IN row34.gives)]) > 0) THEN ids6 + row34.at ELSE ids6 END) AS key8
      MATCH (candidate:Person {id: key8})
      WHERE candidate.id > coalesce($given.a3[0], '') AND candidate.retractedAt IS NULL
      RETURN candidate.id AS id
      UNION
      UNWIND reduce(ids7 = [], row35 IN ctx.inhabitant | CASE WHEN size(row35.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row35.gives) AND ($given.a1 IS NULL OR size([themed10 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed10) = themed10 AND (themed10 + ':' + $given.a1 IN row35.gives OR themed10 + ':*' IN row35.gives)]) > 0) THEN ids7 + row35.at ELSE ids7 END) AS key9
      MATCH (municipality7:Entity {id: key9})
      MATCH (municipality7)-[governs5:GOVERNS]->(area20:Area)<-[part_of9:PART_OF*0..1]-(area21:Area)<-[belongs_to14:BELONGS_TO]-(subject17:Person)<-[lent_to3:LENT_TO]-(device3:Device)-[kept_at3:KEPT_AT|OWNED_BY]->(municipality7)
      WHERE governs5.validFrom <= $given.now AND coalesce(governs5.validTo, 9007199254740991) > $given.now AND governs5.retractedAt IS NULL AND area20.retractedAt IS NULL AND all(step10 IN part_of9 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL AND startNode(step10).retractedAt IS NULL) AND area21.retractedAt IS NULL AND belongs_to14.validFrom <= $given.now AND coalesce(belongs_to14.validTo, 9007199254740991) > $given.now AND belongs_to14.retractedAt IS NULL AND subject17.retractedAt IS NULL AND lent_to3.validFrom <= $given.now AND coalesce(lent_to3.validTo, 9007199254740991) > $given.now AND lent_to3.retractedAt IS NULL AND device3.retractedAt IS NULL AND kept_at3.validFrom <= $given.now AND coalesce(kept_at3.validTo, 9007199254740991) > $given.now AND kept_at3.retractedAt IS NULL
      AND subject17.id > coalesce($given.a3[0], '')
      RETURN subject17.id AS id
      UNION
      UNWIND reduce(ids8 = [], row36 IN ctx.inhabitant2 | CASE WHEN size(row36.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row36.gives) AND ($given.a1 IS NULL OR size([themed11 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed11) = themed11 AND (themed11 + ':' + $given.a1 IN row36.gives OR themed11 + ':*' IN row36.gives)]) > 0) THEN ids8 + row36.at ELSE ids8 END) AS key10
      MATCH (municipality8:Entity {id: key10})
      MATCH (municipality8)-[governs6:GOVERNS]->(area22:Area)<-[part_of10:PART_OF*0..1]-(area23:Area)<-[belongs_to15:BELONGS_TO]-(subject18:Person)-[takes7:TAKES_PART_IN]->(activity9:Activity)-[arranged_by5:ARRANGED_BY]->(municipality8)
      WHERE governs6.validFrom <= $given.now AND coalesce(governs6.validTo, 9007199254740991) > $given.now AND governs6.retractedAt IS NULL AND area22.retractedAt IS NULL AND all(step11 IN part_of10 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL AND startNode(step11).retractedAt IS NULL) AND area23.retractedAt IS NULL AND belongs_to15.validFrom <= $given.now AND coalesce(belongs_to15.validTo, 9007199254740991) > $given.now AND belongs_to15.retractedAt IS NULL AND subject18.retractedAt IS NULL AND takes7.validFrom <= $given.now AND coalesce(takes7.validTo, 9007199254740991) > $given.now AND takes7.retractedAt IS NULL AND activity9.retractedAt IS NULL AND arranged_by5.validFrom <= $given.now AND coalesce(arranged_by5.validTo, 9007199254740991) > $given.now AND arranged_by5.retractedAt IS NULL AND (takes7.answer IS NULL OR takes7.answer <> 'NO') AND (activity9.endsAt IS NULL OR activity9.endsAt > $given.now)
      AND subject18.id > coalesce($given.a3[0], '')
      RETURN subject18.id AS id
      UNION
      UNWIND reduce(ids9 = [], row37 IN ctx.participant | CASE WHEN size(row37.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row37.gives) AND ($given.a1 IS NULL OR size([themed12 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed12) = themed12 AND (themed12 + ':' + $given.a1 IN row37.gives OR themed12 + ':*' IN row37.gives)]) > 0) THEN ids9 + row37.at ELSE ids9 END) AS key11
      MATCH (activity10:Entity {id: key11})
      MATCH (activity10)<-[takes8:TAKES_PART_IN]-(subject19:Person)
      WHERE takes8.validFrom <= $given.now AND coalesce(takes8.validTo, 9007199254740991) > $given.now AND takes8.retractedAt IS NULL AND subject19.retractedAt IS NULL AND (takes8.answer IS NULL OR takes8.answer <> 'NO')
      AND subject19.id > coalesce($given.a3[0], '')
      RETURN subject19.id AS id
      UNION
      UNWIND reduce(ids10 = [], row38 IN ctx.participant2 | CASE WHEN size(row38.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row38.gives) AND ($given.a1 IS NULL OR size([themed13 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed13) = themed13 AND (themed13 + ':' + $given.a1 IN row38.gives OR themed13 + ':*' IN row38.gives)]) > 0) THEN ids10 + row38.at ELSE ids10 END) AS key12
      MATCH (activity11:Entity {id: key12})
      MATCH (activity11)<-[takes9:TAKES_PART_IN]-(subject20:Person)
      WHERE takes9.validFrom <= $given.now AND coalesce(takes9.validTo, 9007199254740991) > $given.now AND takes9.retractedAt IS NULL AND subject20.retractedAt IS NULL
      MATCH (activity11)-[part_of11:PART_OF]->(case5:Case)
      WHERE part_of11.validFrom <= $given.now AND coalesce(part_of11.validTo, 9007199254740991) > $given.now AND part_of11.retractedAt IS NULL AND case5.retractedAt IS NULL AND (takes9.answer IS NULL OR takes9.answer <> 'NO')
      AND subject20.id > coalesce($given.a3[0], '')
      RETURN subject20.id AS id
      UNION
      UNWIND reduce(ids11 = [], row39 IN ctx.consent | CASE WHEN size(row39.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row39.gives) AND ($given.a1 IS NULL OR size([themed14 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed14) = themed14 AND (themed14 + ':' + $given.a1 IN row39.gives OR themed14 + ':*' IN row39.gives)]) > 0) THEN ids11 + row39.at ELSE ids11 END) AS key13
      MATCH (organisation4:Entity {id: key13})
      MATCH (organisation4)<-[to4:TO]-(consent4:Consent)-[from4:FROM]->(subject21:Person)
      WHERE to4.validFrom <= $given.now AND coalesce(to4.validTo, 9007199254740991) > $given.now AND to4.retractedAt IS NULL AND consent4.validFrom <= $given.now AND coalesce(consent4.validTo, 9007199254740991) > $given.now AND consent4.retractedAt IS NULL AND consent4.withdrawnAt IS NULL AND from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND subject21.retractedAt IS NULL
      MATCH (consent4)-[for3:FOR]->(purpose4:Purpose)
      WHERE for3.validFrom <= $given.now AND coalesce(for3.validTo, 9007199254740991) > $given.now AND for3.retractedAt IS NULL AND purpose4.retractedAt IS NULL AND purpose4.code = $given.purpose
      AND subject21.id > coalesce($given.a3[0], '')
      RETURN subject21.id AS id
      UNION
      UNWIND reduce(ids12 = [], row40 IN ctx.attachedPerson | CASE WHEN size(row40.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row40.gives) AND ($given.a1 IS NULL OR size([themed15 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed15) = themed15 AND (themed15 + ':' + $given.a1 IN row40.gives OR themed15 + ':*' IN row40.gives)]) > 0) THEN ids12 + row40.at ELSE ids12 END) AS key14
      MATCH (business6:Entity {id: key14})
      MATCH (business6)<-[part_of12:PART_OF*0..2]-(business7:Business)<-[employed_by3:EMPLOYED_BY]-(subject22:Person)
      WHERE all(step12 IN part_of12 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL AND startNode(step12).retractedAt IS NULL) AND business7.retractedAt IS NULL AND employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND subject22.retractedAt IS NULL
      AND subject22.id > coalesce($given.a3[0], '')
      RETURN subject22.id AS id
    }
    WITH id ORDER BY id
    RETURN id
  }
  CALL (ctx, id) {
    MATCH (person:Person {id: id})
    WITH *, CASE WHEN person.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person)-[protected_as:PROTECTED_AS]->(protection:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection.retractedAt IS NULL
      AND ((ctx.id <> person.id AND protection.code IS NOT NULL AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection.id IN ctx.protectionExcepted)) OR (protection.code IS NOT NULL AND protection.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection.code
    } + CASE WHEN ctx.id <> person.id AND person.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person)-[protected_as2:PROTECTED_AS]->(protection5:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection5.retractedAt IS NULL
      AND ctx.id <> person.id AND coalesce((protection5.code IS NULL OR NOT (protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position5:Position)-[at4:AT]->(unit3:Unit)
      WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position5.retractedAt IS NULL AND coalesce(at4.validFrom <= $given.now, true) AND coalesce(at4.validTo > $given.now, true) AND at4.retractedAt IS NULL AND unit3.retractedAt IS NULL
      AND unit3.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS codes2
    WITH *, CASE WHEN person.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN person.deathDate IS NOT NULL AND coalesce((person.deathDate + duration({months: 12})) < date($given.today), true) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person)-[belongs_to:BELONGS_TO]->(area:Area {kind: 'COUNTRY'})
      WHERE coalesce(belongs_to.validFrom <= $given.now, true) AND coalesce(belongs_to.validTo > $given.now, true) AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL
      AND NOT ctx.excepted3
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person)-[belongs_to2:BELONGS_TO]->(area2:Area {kind: 'UNKNOWN'})
      WHERE coalesce(belongs_to2.validFrom <= $given.now, true) AND coalesce(belongs_to2.validTo > $given.now, true) AND belongs_to2.retractedAt IS NULL AND area2.retractedAt IS NULL
      AND NOT ctx.excepted4
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS codes3
    WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
      MATCH (person)-[belongs_to3:BELONGS_TO]->(area4:Area)
      WHERE belongs_to3.validFrom <= $given.now AND coalesce(belongs_to3.validTo, 9007199254740991) > $given.now AND belongs_to3.retractedAt IS NULL AND area4.retractedAt IS NULL
      RETURN DISTINCT area4.id
    } ELSE [] END AS area4s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (person)-[belongs_to4:BELONGS_TO]->(area6:Area)
      WHERE belongs_to4.validFrom <= $given.now AND coalesce(belongs_to4.validTo, 9007199254740991) > $given.now AND belongs_to4.retractedAt IS NULL AND area6.retractedAt IS NULL
      RETURN DISTINCT area6.id
    } ELSE [] END AS area6s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
      MATCH (person)-[followed_up_by:FOLLOWED_UP_BY]->(unit13:Unit)
      WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND unit13.retractedAt IS NULL
      RETURN DISTINCT unit13.id
    } ELSE [] END AS unit13s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
      MATCH (person)-[belongs_to5:BELONGS_TO]->(area7:Area)-[part_of:PART_OF*0..1]->(area8:Area)<-[governs:GOVERNS]-(municipality2:Municipality)<-[kept_at:KEPT_AT|OWNED_BY]-(device:Device)-[lent_to:LENT_TO]->(person)
      WHERE belongs_to5.validFrom <= $given.now AND coalesce(belongs_to5.validTo, 9007199254740991) > $given.now AND belongs_to5.retractedAt IS NULL AND area7.retractedAt IS NULL AND all(step4 IN part_of WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND area8.retractedAt IS NULL AND governs.validFrom <= $given.now AND coalesce(governs.validTo, 9007199254740991) > $given.now AND governs.retractedAt IS NULL AND municipality2.retractedAt IS NULL AND kept_at.validFrom <= $given.now AND coalesce(kept_at.validTo, 9007199254740991) > $given.now AND kept_at.retractedAt IS NULL AND device.retractedAt IS NULL AND lent_to.validFrom <= $given.now AND coalesce(lent_to.validTo, 9007199254740991) > $given.now AND lent_to.retractedAt IS NULL
      RETURN DISTINCT municipality2.id
    } ELSE [] END AS municipality2s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (person)-[belongs_to6:BELONGS_TO]->(area9:Area)-[part_of2:PART_OF*0..1]->(area10:Area)<-[governs2:GOVERNS]-(municipality4:Municipality)<-[arranged_by:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(person)
      WHERE belongs_to6.validFrom <= $given.now AND coalesce(belongs_to6.validTo, 9007199254740991) > $given.now AND belongs_to6.retractedAt IS NULL AND area9.retractedAt IS NULL AND all(step5 IN part_of2 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND area10.retractedAt IS NULL AND governs2.validFrom <= $given.now AND coalesce(governs2.validTo, 9007199254740991) > $given.now AND governs2.retractedAt IS NULL AND municipality4.retractedAt IS NULL AND arranged_by.validFrom <= $given.now AND coalesce(arranged_by.validTo, 9007199254740991) > $given.now AND arranged_by.retractedAt IS NULL AND activity.retractedAt IS NULL AND takes.validFrom <= $given.now AND coalesce(takes.validTo, 9007199254740991) > $given.now AND takes.retractedAt IS NULL
      AND (takes.answer IS NULL OR takes.answer <> 'NO') AND (activity.endsAt IS NULL OR activity.endsAt > $given.now)
      RETURN DISTINCT municipality4.id
    } ELSE [] END AS municipality4s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
      MATCH (person)-[takes2:TAKES_PART_IN]->(activity3:Activity)
      WHERE takes2.validFrom <= $given.now AND coalesce(takes2.validTo, 9007199254740991) > $given.now AND takes2.retractedAt IS NULL AND activity3.retractedAt IS NULL
      AND (takes2.answer IS NULL OR takes2.answer <> 'NO')
      RETURN DISTINCT activity3.id
    } ELSE [] END AS activity3s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (person)-[takes3:TAKES_PART_IN]->(activity5:Activity)-[part_of3:PART_OF]->(case3:Case)
      WHERE takes3.validFrom <= $given.now AND coalesce(takes3.validTo, 9007199254740991) > $given.now AND takes3.retractedAt IS NULL AND activity5.retractedAt IS NULL AND part_of3.validFrom <= $given.now AND coalesce(part_of3.validTo, 9007199254740991) > $given.now AND part_of3.retractedAt IS NULL AND case3.retractedAt IS NULL
      AND (takes3.answer IS NULL OR takes3.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case3)-[in6:IN]->(theme8:Theme)
        WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND theme8.retractedAt IS NULL
        RETURN DISTINCT theme8.code
      } AS themes3
      RETURN {at: activity5.id, gives: themes3, lifts: []}
    } ELSE [] END AS activity5s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
      MATCH (person)<-[from2:FROM]-(consent2:Consent)-[to2:TO]->(organisation2:Business|Municipality)
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
      RETURN {at: organisation2.id, gives: reduce(found33 = [], code13 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found33 + CASE WHEN code13 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code13] + CASE WHEN code13 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme11 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme11 <> '' | code13 + ':' + theme11] ELSE [] END ELSE [] END), lifts: []}
    } ELSE [] END AS organisation2s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person)-[employed_by:EMPLOYED_BY]->(business2:Business)-[part_of4:PART_OF*0..2]->(business3:Business)
      WHERE employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business2.retractedAt IS NULL AND all(step6 IN part_of4 WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND business3.retractedAt IS NULL
      RETURN DISTINCT business3.id
    } ELSE [] END AS business3s
    WITH *, CASE WHEN size(codes2) > 0 THEN [] ELSE CASE WHEN size(codes3) > 0 THEN reduce(found4 = [], row IN ctx.assignedCaseParty | CASE WHEN person.id IN row.at THEN found4 + row.gives ELSE found4 END) + reduce(found6 = [], row2 IN ctx.override2 | CASE WHEN person.id IN row2.at AND none(code2 IN codes3 WHERE NOT code2 IN row2.lifts) THEN found6 + row2.gives ELSE found6 END) ELSE reduce(found8 = [], row3 IN ctx.localOffice | CASE WHEN any(key IN area4s WHERE key IN row3.at) THEN found8 + row3.gives ELSE found8 END) + reduce(found11 = [], row4 IN ctx.localOffice2 | CASE WHEN any(key IN area6s WHERE key IN row4.at) THEN found11 + row4.gives ELSE found11 END) + reduce(found13 = [], row5 IN ctx.followUpUnit | CASE WHEN any(key IN unit13s WHERE key IN row5.at) THEN found13 + row5.gives ELSE found13 END) + ctx.nationalRole + reduce(found17 = [], row6 IN ctx.assignedCase | CASE WHEN person.id IN row6.at THEN found17 + row6.gives ELSE found17 END) + reduce(found18 = [], row7 IN ctx.assignedCaseParty | CASE WHEN person.id IN row7.at THEN found18 + row7.gives ELSE found18 END) + reduce(found19 = [], row8 IN ctx.override2 | CASE WHEN person.id IN row8.at THEN found19 + row8.gives ELSE found19 END) + reduce(found21 = [], row9 IN ctx.inhabitant | CASE WHEN any(key IN municipality2s WHERE key IN row9.at) THEN found21 + row9.gives ELSE found21 END) + reduce(found23 = [], row10 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality4s WHERE key IN row10.at) THEN found23 + row10.gives ELSE found23 END) + reduce(found26 = [], row11 IN ctx.participant | CASE WHEN any(key IN activity3s WHERE key IN row11.at) THEN found26 + row11.gives ELSE found26 END) + reduce(found28 = [], row12 IN ctx.participant2 | reduce(found29 = found28, key2 IN activity5s | CASE WHEN key2.at IN row12.at THEN found29 + reduce(both = [], shared IN [reduce(found30 = [], entry6 IN row12.gives | found30 + CASE WHEN NOT entry6 CONTAINS ':' THEN [entry6] WHEN entry6 ENDS WITH ':*' THEN [theme9 IN key2.gives | split(entry6, ':')[0] + ':' + theme9] WHEN split(entry6, ':')[1] IN key2.gives THEN [entry6] ELSE [] END)] | both + CASE WHEN size(shared) > 0 THEN shared + row12.marks ELSE [] END) ELSE found29 END)) + reduce(found32 = [], row13 IN ctx.consent | reduce(found34 = found32, key3 IN organisation2s | CASE WHEN key3.at IN row13.at THEN found34 + reduce(both2 = [], shared2 IN [[entry7 IN row13.gives WHERE entry7 IN key3.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key3.gives)] + [entry8 IN key3.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row13.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row13.marks ELSE [] END) ELSE found34 END)) + reduce(found36 = [], row14 IN ctx.attachedPerson | CASE WHEN any(key IN business3s WHERE key IN row14.at) THEN found36 + row14.gives ELSE found36 END) END END AS mask
    WITH * WHERE size(mask) > 0 AND ($given.a0 IS NULL OR $given.a0 IN mask) AND ($given.a1 IS NULL OR size([themed2 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed2) = themed2 AND (themed2 + ':' + $given.a1 IN mask OR themed2 + ':*' IN mask)]) > 0) AND ($given.case IS NULL OR person.id IN ctx.caseSubjects)
    WITH *, CASE WHEN $given.a0 IN ['ADDRESS', 'SERVICE'] THEN COLLECT {
      MATCH (person)-[protected:PROTECTED_AS]->(protection9:Protection)
      WHERE protection9.code IS NOT NULL AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person.id AND coalesce((protected.validFrom IS NULL OR protected.validFrom <= $given.now), true) AND coalesce((protected.validTo IS NULL OR protected.validTo > $given.now), true) AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection9.code
    } + COLLECT {
      MATCH (person)-[held:HAS_ADDRESS]->(address:Address)
      MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection10:Protection)
      WHERE protection10.code IS NOT NULL AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person.id AND coalesce((held.validFrom IS NULL OR held.validFrom <= $given.now), true) AND coalesce((held.validTo IS NULL OR held.validTo > $given.now), true) AND coalesce((kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo), true) AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection10.code
    } + COLLECT {
      MATCH (person)-[held2:MEMBER_OF]->(household:Household)
      MATCH (household)<-[kept2:MEMBER_OF]-(sharer2:Person)-[protected3:PROTECTED_AS]->(protection11:Protection)
      WHERE protection11.code IS NOT NULL AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person.id AND coalesce((held2.validFrom IS NULL OR held2.validFrom <= $given.now), true) AND coalesce((held2.validTo IS NULL OR held2.validTo > $given.now), true) AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection11.code
    } ELSE [] END AS places
    WITH * WHERE size(places) = 0
    RETURN person
  }
  WITH ctx, person LIMIT $given.a2 + 1
  CALL (ctx, person) {
    CALL (person) {
      UNWIND [person] AS itself
      RETURN itself AS person8
    }
    WITH *, CASE WHEN person8.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person8)-[protected_as3:PROTECTED_AS]->(protection12:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection12.retractedAt IS NULL
      AND ((ctx.id <> person8.id AND protection12.code IS NOT NULL AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)) OR (protection12.code IS NOT NULL AND protection12.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection12.code
    } + CASE WHEN ctx.id <> person8.id AND person8.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person8)-[protected_as4:PROTECTED_AS]->(protection13:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection13.retractedAt IS NULL
      AND ctx.id <> person8.id AND coalesce((protection13.code IS NULL OR NOT (protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person8)<-[is5:IS]-(employee2:Employee)-[holds4:HOLDS]->(position23:Position)-[at22:AT]->(unit16:Unit)
      WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position23.retractedAt IS NULL AND coalesce(at22.validFrom <= $given.now, true) AND coalesce(at22.validTo > $given.now, true) AND at22.retractedAt IS NULL AND unit16.retractedAt IS NULL
      AND unit16.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS person8Codes
    WITH *, CASE WHEN person8.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN person8.deathDate IS NOT NULL AND coalesce((person8.deathDate + duration({months: 12})) < date($given.today), true) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person8)-[belongs_to7:BELONGS_TO]->(area11:Area {kind: 'COUNTRY'})
      WHERE coalesce(belongs_to7.validFrom <= $given.now, true) AND coalesce(belongs_to7.validTo > $given.now, true) AND belongs_to7.retractedAt IS NULL AND area11.retractedAt IS NULL
      AND NOT ctx.excepted3
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person8)-[belongs_to8:BELONGS_TO]->(area12:Area {kind: 'UNKNOWN'})
      WHERE coalesce(belongs_to8.validFrom <= $given.now, true) AND coalesce(belongs_to8.validTo > $given.now, true) AND belongs_to8.retractedAt IS NULL AND area12.retractedAt IS NULL
      AND NOT ctx.excepted4
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS person8Overridable
    WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
      MATCH (person8)-[belongs_to9:BELONGS_TO]->(area13:Area)
      WHERE belongs_to9.validFrom <= $given.now AND coalesce(belongs_to9.validTo, 9007199254740991) > $given.now AND belongs_to9.retractedAt IS NULL AND area13.retractedAt IS NULL
      RETURN DISTINCT area13.id
    } ELSE [] END AS area13s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (person8)-[belongs_to10:BELONGS_TO]->(area14:Area)
      WHERE belongs_to10.validFrom <= $given.now AND coalesce(belongs_to10.validTo, 9007199254740991) > $given.now AND belongs_to10.retractedAt IS NULL AND area14.retractedAt IS NULL
      RETURN DISTINCT area14.id
    } ELSE [] END AS area14s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
      MATCH (person8)-[followed_up_by2:FOLLOWED_UP_BY]->(unit17:Unit)
      WHERE followed_up_by2.validFrom <= $given.now AND coalesce(followed_up_by2.validTo, 9007199254740991) > $given.now AND followed_up_by2.retractedAt IS NULL AND unit17.retractedAt IS NULL
      RETURN DISTINCT unit17.id
    } ELSE [] END AS unit17s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
      MATCH (person8)-[belongs_to11:BELONGS_TO]->(area15:Area)-[part_of5:PART_OF*0..1]->(area16:Area)<-[governs3:GOVERNS]-(municipality5:Municipality)<-[kept_at2:KEPT_AT|OWNED_BY]-(device2:Device)-[lent_to2:LENT_TO]->(person8)
      WHERE belongs_to11.validFrom <= $given.now AND coalesce(belongs_to11.validTo, 9007199254740991) > $given.now AND belongs_to11.retractedAt IS NULL AND area15.retractedAt IS NULL AND all(step7 IN part_of5 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND area16.retractedAt IS NULL AND governs3.validFrom <= $given.now AND coalesce(governs3.validTo, 9007199254740991) > $given.now AND governs3.retractedAt IS NULL AND municipality5.retractedAt IS NULL AND kept_at2.validFrom <= $given.now AND coalesce(kept_at2.validTo, 9007199254740991) > $given.now AND kept_at2.retractedAt IS NULL AND device2.retractedAt IS NULL AND lent_to2.validFrom <= $given.now AND coalesce(lent_to2.validTo, 9007199254740991) > $given.now AND lent_to2.retractedAt IS NULL
      RETURN DISTINCT municipality5.id
    } ELSE [] END AS municipality5s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (person8)-[belongs_to12:BELONGS_TO]->(area17:Area)-[part_of6:PART_OF*0..1]->(area18:Area)<-[governs4:GOVERNS]-(municipality6:Municipality)<-[arranged_by4:ARRANGED_BY]-(activity6:Activity)<-[takes4:TAKES_PART_IN]-(person8)
      WHERE belongs_to12.validFrom <= $given.now AND coalesce(belongs_to12.validTo, 9007199254740991) > $given.now AND belongs_to12.retractedAt IS NULL AND area17.retractedAt IS NULL AND all(step8 IN part_of6 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND area18.retractedAt IS NULL AND governs4.validFrom <= $given.now AND coalesce(governs4.validTo, 9007199254740991) > $given.now AND governs4.retractedAt IS NULL AND municipality6.retractedAt IS NULL AND arranged_by4.validFrom <= $given.now AND coalesce(arranged_by4.validTo, 9007199254740991) > $given.now AND arranged_by4.retractedAt IS NULL AND activity6.retractedAt IS NULL AND takes4.validFrom <= $given.now AND coalesce(takes4.validTo, 9007199254740991) > $given.now AND takes4.retractedAt IS NULL
      AND (takes4.answer IS NULL OR takes4.answer <> 'NO') AND (activity6.endsAt IS NULL OR activity6.endsAt > $given.now)
      RETURN DISTINCT municipality6.id
    } ELSE [] END AS municipality6s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
      MATCH (person8)-[takes5:TAKES_PART_IN]->(activity7:Activity)
      WHERE takes5.validFrom <= $given.now AND coalesce(takes5.validTo, 9007199254740991) > $given.now AND takes5.retractedAt IS NULL AND activity7.retractedAt IS NULL
      AND (takes5.answer IS NULL OR takes5.answer <> 'NO')
      RETURN DISTINCT activity7.id
    } ELSE [] END AS activity7s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (person8)-[takes6:TAKES_PART_IN]->(activity8:Activity)-[part_of7:PART_OF]->(case4:Case)
      WHERE takes6.validFrom <= $given.now AND coalesce(takes6.validTo, 9007199254740991) > $given.now AND takes6.retractedAt IS NULL AND activity8.retractedAt IS NULL AND part_of7.validFrom <= $given.now AND coalesce(part_of7.validTo, 9007199254740991) > $given.now AND part_of7.retractedAt IS NULL AND case4.retractedAt IS NULL
      AND (takes6.answer IS NULL OR takes6.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case4)-[in7:IN]->(theme12:Theme)
        WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme12.retractedAt IS NULL
        RETURN DISTINCT theme12.code
      } AS themes5
      RETURN {at: activity8.id, gives: themes5, lifts: []}
    } ELSE [] END AS activity8s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
      MATCH (person8)<-[from3:FROM]-(consent3:Consent)-[to3:TO]->(organisation3:Business|Municipality)
      WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND consent3.validFrom <= $given.now AND coalesce(consent3.validTo, 9007199254740991) > $given.now AND consent3.retractedAt IS NULL AND consent3.withdrawnAt IS NULL AND to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND organisation3.retractedAt IS NULL
      MATCH (consent3)-[for2:FOR]->(purpose3:Purpose)
      WHERE for2.validFrom <= $given.now AND coalesce(for2.validTo, 9007199254740991) > $given.now AND for2.retractedAt IS NULL AND purpose3.retractedAt IS NULL
      AND purpose3.code = $given.purpose
      WITH *, COLLECT {
        MATCH (consent3)-[covers5:COVERS]->(category4:Category)
        RETURN DISTINCT CASE WHEN covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND category4.retractedAt IS NULL THEN category4.code ELSE '' END
      } AS named2, COLLECT {
        MATCH (consent3)-[covers6:COVERS]->(theme14:Theme)
        RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND theme14.retractedAt IS NULL THEN theme14.code ELSE '' END
      } AS themes6
      RETURN {at: organisation3.id, gives: reduce(found50 = [], code26 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found50 + CASE WHEN code26 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code26] + CASE WHEN code26 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme15 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme15 <> '' | code26 + ':' + theme15] ELSE [] END ELSE [] END), lifts: []}
    } ELSE [] END AS organisation3s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person8)-[employed_by2:EMPLOYED_BY]->(business4:Business)-[part_of8:PART_OF*0..2]->(business5:Business)
      WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND business4.retractedAt IS NULL AND all(step9 IN part_of8 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND business5.retractedAt IS NULL
      RETURN DISTINCT business5.id
    } ELSE [] END AS business5s
    WITH *, reduce(found37 = [], row15 IN ctx.localOffice | CASE WHEN any(key IN area13s WHERE key IN row15.at) THEN found37 + row15.gives ELSE found37 END) + reduce(found38 = [], row16 IN ctx.localOffice2 | CASE WHEN any(key IN area14s WHERE key IN row16.at) THEN found38 + row16.gives ELSE found38 END) + reduce(found39 = [], row17 IN ctx.followUpUnit | CASE WHEN any(key IN unit17s WHERE key IN row17.at) THEN found39 + row17.gives ELSE found39 END) + ctx.nationalRole + reduce(found40 = [], row18 IN ctx.assignedCase | CASE WHEN person8.id IN row18.at THEN found40 + row18.gives ELSE found40 END) + reduce(found41 = [], row19 IN ctx.assignedCaseParty | CASE WHEN person8.id IN row19.at THEN found41 + row19.gives ELSE found41 END) + reduce(found42 = [], row20 IN ctx.override2 | CASE WHEN person8.id IN row20.at THEN found42 + row20.gives ELSE found42 END) + reduce(found43 = [], row21 IN ctx.inhabitant | CASE WHEN any(key IN municipality5s WHERE key IN row21.at) THEN found43 + row21.gives ELSE found43 END) + reduce(found44 = [], row22 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality6s WHERE key IN row22.at) THEN found44 + row22.gives ELSE found44 END) + reduce(found45 = [], row23 IN ctx.participant | CASE WHEN any(key IN activity7s WHERE key IN row23.at) THEN found45 + row23.gives ELSE found45 END) + reduce(found46 = [], row24 IN ctx.participant2 | reduce(found47 = found46, key4 IN activity8s | CASE WHEN key4.at IN row24.at THEN found47 + reduce(both3 = [], shared3 IN [reduce(found48 = [], entry10 IN row24.gives | found48 + CASE WHEN NOT entry10 CONTAINS ':' THEN [entry10] WHEN entry10 ENDS WITH ':*' THEN [theme13 IN key4.gives | split(entry10, ':')[0] + ':' + theme13] WHEN split(entry10, ':')[1] IN key4.gives THEN [entry10] ELSE [] END)] | both3 + CASE WHEN size(shared3) > 0 THEN shared3 + row24.marks ELSE [] END) ELSE found47 END)) + reduce(found49 = [], row25 IN ctx.consent | reduce(found51 = found49, key5 IN organisation3s | CASE WHEN key5.at IN row25.at THEN found51 + reduce(both4 = [], shared4 IN [[entry11 IN row25.gives WHERE entry11 IN key5.gives OR (entry11 CONTAINS ':' AND split(entry11, ':')[0] + ':*' IN key5.gives)] + [entry12 IN key5.gives WHERE entry12 CONTAINS ':' AND split(entry12, ':')[0] + ':*' IN row25.gives]] | both4 + CASE WHEN size(shared4) > 0 THEN shared4 + row25.marks ELSE [] END) ELSE found51 END)) + reduce(found52 = [], row26 IN ctx.attachedPerson | CASE WHEN any(key IN business5s WHERE key IN row26.at) THEN found52 + row26.gives ELSE found52 END) AS person8Offered
    WITH *, CASE WHEN size(person8Codes) > 0 THEN [] ELSE CASE WHEN size(person8Overridable) > 0 THEN reduce(found53 = [], row27 IN ctx.assignedCaseParty | CASE WHEN person8.id IN row27.at THEN found53 + row27.gives ELSE found53 END) + reduce(found54 = [], row28 IN ctx.override2 | CASE WHEN person8.id IN row28.at AND none(code30 IN person8Overridable WHERE NOT code30 IN row28.lifts) THEN found54 + row28.gives ELSE found54 END) ELSE person8Offered END END AS person8Mask
    RETURN collect({id: person8.id, core: person8Codes, mask: person8Mask, codes: person8Codes + person8Overridable, offered: CASE WHEN size(person8Codes + person8Overridable) > 0 THEN person8Offered ELSE [] END, overridable: person8Overridable}) AS decided
  }
  WITH *, [] AS carded
  WITH *, coalesce(head([each IN decided WHERE each.id = person.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS personDecided
  WITH *, personDecided.mask AS personMask
  RETURN collect({it: {id: person.id, name: CASE WHEN 'CARD' IN personMask THEN {full: [person.givenName, person.middleName, person.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN personMask THEN toString(person.birthDate) END}, access: {mask: personMask, codes: personDecided.codes, offered: personDecided.offered}, concerned: $given.case IS NULL OR person.id IN ctx.caseSubjects, position: [person.id]}) AS rows
}
WITH *, {rows: rows} AS root
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, ctx.withheld AS withheld, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, root
