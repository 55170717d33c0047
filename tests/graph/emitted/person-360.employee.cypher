// Person360 (employee)
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
  MATCH (viewer)-[is:IS]->(subject5:Person)
  WHERE is.retractedAt IS NULL AND subject5.retractedAt IS NULL
  RETURN collect(DISTINCT subject5) AS persons
}
CALL (viewer) {
  MATCH (viewer)-[holds2:HOLDS]->(position7:Position)
  WHERE coalesce(holds2.validFrom <= $given.now, true) AND coalesce(holds2.validTo > $given.now, true) AND holds2.retractedAt IS NULL AND position7.retractedAt IS NULL
  RETURN collect(DISTINCT position7) AS positions2
}
CALL (viewer) {
  MATCH (viewer)-[is2:IS]->(person9:Person)
  WHERE is2.validFrom <= $given.now AND coalesce(is2.validTo, 9007199254740991) > $given.now AND is2.retractedAt IS NULL AND person9.retractedAt IS NULL
  RETURN collect(DISTINCT person9) AS persons2
}
CALL (viewer) {
  MATCH (viewer)-[is4:IS]->(person11:Person)
  WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND person11.retractedAt IS NULL
  RETURN collect(DISTINCT person11) AS persons3
}
CALL (viewer) {
  MATCH (viewer)-[assigned_to3:ASSIGNED_TO]->(case8:Case)
  WHERE assigned_to3.validFrom <= $given.now AND coalesce(assigned_to3.validTo, 9007199254740991) > $given.now AND assigned_to3.retractedAt IS NULL AND case8.retractedAt IS NULL
  RETURN collect(DISTINCT case8) AS cases2
}
CALL (viewer, positions) {
  UNWIND positions AS position29
  MATCH (position29)-[in14:IN]->(role6:Role)-[may_state:MAY_STATE]->(purpose3:Purpose)
  WHERE in14.validFrom <= $given.now AND coalesce(in14.validTo, 9007199254740991) > $given.now AND in14.retractedAt IS NULL AND role6.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose3.retractedAt IS NULL
  AND purpose3.code = $given.purpose
  WITH DISTINCT purpose3
  OPTIONAL MATCH (purpose3)-[covers5:COVERS]->(category4:Category)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND category4.retractedAt IS NULL
  WITH count(DISTINCT purpose3) > 0 AS permitted, collect(DISTINCT category4.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position30
  MATCH (position30)-[in15:IN]->(role7:Role)
  WHERE in15.validFrom <= $given.now AND coalesce(in15.validTo, 9007199254740991) > $given.now AND in15.retractedAt IS NULL AND role7.retractedAt IS NULL
  WITH position30, role7, COLLECT {
    MATCH (role7)-[covers6:COVERS]->(category5:Category)
    WHERE covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category5.retractedAt IS NULL
    AND 'READ' IN coalesce(covers6.actions, ['READ'])
    UNWIND [category5.code] + CASE category5.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code16
    WITH code16
    WHERE code16 IN covered
    RETURN DISTINCT code16
  } AS codes, COLLECT {
    MATCH (role7)-[covers7:COVERS]->(category6:Category)
    WHERE covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND category6.retractedAt IS NULL
    MATCH (role7)-[handles3:HANDLES]->(theme32:Theme)
    WHERE handles3.validFrom <= $given.now AND coalesce(handles3.validTo, 9007199254740991) > $given.now AND handles3.retractedAt IS NULL AND theme32.retractedAt IS NULL
    AND 'READ' IN coalesce(covers7.actions, ['READ']) AND category6.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category6.code IN covered
    RETURN DISTINCT category6.code + ':' + theme32.code
  } AS themed, COLLECT {
    MATCH (position30)-[at26:AT]->(place:Unit|Municipality|Business)
    WHERE at26.validFrom <= $given.now AND coalesce(at26.validTo, 9007199254740991) > $given.now AND at26.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position30.id, reach: role7.reach, codes: codes, themed: themed, role: role7.code, place: head(places)}) AS seats
}
CALL (viewer, cases2) {
  UNWIND cases2 AS case9
  MATCH (case9)-[concerns13:CONCERNS]->(person16:Person)
  WHERE concerns13.validFrom <= $given.now AND coalesce(concerns13.validTo, 9007199254740991) > $given.now AND concerns13.retractedAt IS NULL AND person16.retractedAt IS NULL
  AND case9.id = $given.case
  RETURN collect(DISTINCT person16.id) AS caseSubjects
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
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position3
  MATCH (position3)-[in2:IN]->(role:Role {code: 'CASE_HISTORIAN'})
  WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND role.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[at3:AT]->(unit3:Unit)
  WHERE at3.validFrom <= $given.now AND coalesce(at3.validTo, 9007199254740991) > $given.now AND at3.retractedAt IS NULL AND unit3.retractedAt IS NULL
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection15:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection15.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position5
  MATCH (position5)-[in6:IN]->(role2:Role)-[handles:HANDLES]->(theme14)
  WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND role2.retractedAt IS NULL AND handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme14.retractedAt IS NULL
  RETURN collect(DISTINCT theme14.id) AS themeExcepted
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position6
  MATCH (position6)-[at4:AT]->(unit5)
  WHERE at4.validFrom <= $given.now AND coalesce(at4.validTo, 9007199254740991) > $given.now AND at4.retractedAt IS NULL AND unit5.retractedAt IS NULL
  RETURN collect(DISTINCT unit5.id) AS unitExcepted
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS subject6
  RETURN collect(DISTINCT subject6.id) AS self
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self2
  MATCH (self2)-[parent_of:PARENT_OF]->(subject7:Person)
  WHERE parent_of.retractedAt IS NULL AND subject7.retractedAt IS NULL
  RETURN collect(DISTINCT subject7.id) AS child
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self3
  MATCH (self3)<-[parent_of2:PARENT_OF]-(subject8:Person)
  WHERE parent_of2.retractedAt IS NULL AND subject8.retractedAt IS NULL
  RETURN collect(DISTINCT subject8.id) AS parent
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self4
  MATCH (self4)<-[parent_of3:PARENT_OF*2..3]-(subject9:Person)
  WHERE all(step12 IN parent_of3 WHERE step12.retractedAt IS NULL AND startNode(step12).retractedAt IS NULL) AND subject9.retractedAt IS NULL
  RETURN collect(DISTINCT subject9.id) AS ancestor
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)-[parent_of4:PARENT_OF*2..3]->(subject10:Person)
  WHERE all(step13 IN parent_of4 WHERE step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND subject10.retractedAt IS NULL
  RETURN collect(DISTINCT subject10.id) AS descendant
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self6
  MATCH (self6)-[partner_of:PARTNER_OF]->(subject11:Person)
  WHERE partner_of.retractedAt IS NULL AND subject11.retractedAt IS NULL
  RETURN collect(DISTINCT subject11.id) AS partner
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self7
  MATCH (self7)<-[partner_of2:PARTNER_OF]-(subject12:Person)
  WHERE partner_of2.retractedAt IS NULL AND subject12.retractedAt IS NULL
  RETURN collect(DISTINCT subject12.id) AS partnerBack
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self8
  MATCH (self8)<-[parent_of5:PARENT_OF]-(person7:Person)
  WHERE parent_of5.retractedAt IS NULL AND person7.retractedAt IS NULL
  MATCH (person7)-[parent_of6:PARENT_OF]->(subject13:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject13.retractedAt IS NULL AND self8.id <> subject13.id
  RETURN collect(DISTINCT subject13.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self9
  MATCH (self9)-[parent_of7:PARENT_OF]->(person8:Person)
  WHERE parent_of7.retractedAt IS NULL AND person8.retractedAt IS NULL
  MATCH (person8)<-[parent_of8:PARENT_OF]-(subject14:Person)
  WHERE parent_of8.retractedAt IS NULL AND subject14.retractedAt IS NULL AND self9.id <> subject14.id
  RETURN collect(DISTINCT subject14.id) AS commonChild
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position8
  MATCH (position8)-[at5:AT]->(unit6:Unit)
  WHERE coalesce(at5.validFrom <= $given.now, true) AND coalesce(at5.validTo > $given.now, true) AND at5.retractedAt IS NULL AND unit6.retractedAt IS NULL
  RETURN count(*) > 0 AS shielded
}
CALL (viewer, covered, seats, persons2) {
  UNWIND persons2 AS person10
  RETURN count(*) > 0 AS excepted3
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position10
  MATCH (position10)-[at7:AT]->(unit8:Unit)
  WHERE coalesce(at7.validFrom <= $given.now, true) AND coalesce(at7.validTo > $given.now, true) AND at7.retractedAt IS NULL AND unit8.retractedAt IS NULL
  RETURN collect(DISTINCT unit8.id) AS sameOffice
}
CALL (viewer, covered, seats, persons3) {
  UNWIND persons3 AS person12
  MATCH (person12)<-[to:TO]-(mandate:Mandate {kind: 'GUARDIANSHIP'})-[from:FROM]->(subject15:Person)
  WHERE coalesce(to.validFrom <= $given.now, true) AND coalesce(to.validTo > $given.now, true) AND to.retractedAt IS NULL AND coalesce(mandate.validFrom <= $given.now, true) AND coalesce(mandate.validTo > $given.now, true) AND mandate.retractedAt IS NULL AND coalesce(mandate.revokedAt > $given.now, true) AND coalesce(from.validFrom <= $given.now, true) AND coalesce(from.validTo > $given.now, true) AND from.retractedAt IS NULL AND subject15.retractedAt IS NULL
  RETURN collect(DISTINCT subject15.id) AS guardian
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position11
  MATCH (position11)-[at8:AT]->(unit9:Unit)
  WHERE at8.validFrom <= $given.now AND coalesce(at8.validTo, 9007199254740991) > $given.now AND at8.retractedAt IS NULL AND unit9.retractedAt IS NULL
  MATCH (viewer)-[cleared_for3:CLEARED_FOR]->(protection18:Protection {code: 'DECEASED'})
  WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection18.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted4
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position12
  MATCH (position12)-[at9:AT]->(unit10:Unit)
  WHERE at9.validFrom <= $given.now AND coalesce(at9.validTo, 9007199254740991) > $given.now AND at9.retractedAt IS NULL AND unit10.retractedAt IS NULL
  MATCH (viewer)-[cleared_for4:CLEARED_FOR]->(protection19:Protection {code: 'ABROAD'})
  WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection19.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted5
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position13
  MATCH (position13)-[at10:AT]->(unit11:Unit)
  WHERE at10.validFrom <= $given.now AND coalesce(at10.validTo, 9007199254740991) > $given.now AND at10.retractedAt IS NULL AND unit11.retractedAt IS NULL
  MATCH (viewer)-[cleared_for5:CLEARED_FOR]->(protection20:Protection {code: 'UNKNOWN_RESIDENCE'})
  WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection20.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted6
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position14
  MATCH (position14)-[at11:AT]->(unit12:Unit)-[serves:SERVES]->(area6:Area)
  WHERE at11.validFrom <= $given.now AND coalesce(at11.validTo, 9007199254740991) > $given.now AND at11.retractedAt IS NULL AND unit12.retractedAt IS NULL AND serves.validFrom <= $given.now AND coalesce(serves.validTo, 9007199254740991) > $given.now AND serves.retractedAt IS NULL AND area6.retractedAt IS NULL AND serves.theme IS NULL
  WITH position14, covered, seats, collect(DISTINCT area6.id) AS at
  WITH reduce(found3 = [], seat2 IN [seat2 IN seats WHERE seat2.position = position14.id AND seat2.reach IN ['LOCAL']] | found3 + seat2.codes + seat2.themed) AS gives, ['@employee.local-office', '@@' + position14.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position15
  MATCH (position15)-[at12:AT]->(unit13:Unit)-[serves2:SERVES]->(area8:Area)
  WHERE at12.validFrom <= $given.now AND coalesce(at12.validTo, 9007199254740991) > $given.now AND at12.retractedAt IS NULL AND unit13.retractedAt IS NULL AND serves2.validFrom <= $given.now AND coalesce(serves2.validTo, 9007199254740991) > $given.now AND serves2.retractedAt IS NULL AND area8.retractedAt IS NULL
  MATCH (position15)-[in8:IN]->(role3:Role)-[handles2:HANDLES]->(theme21:Theme)
  WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND role3.retractedAt IS NULL AND handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme21.retractedAt IS NULL AND serves2.theme = theme21.code
  WITH position15, theme21, covered, seats, collect(DISTINCT area8.id) AS at
  WITH reduce(found6 = [], entry IN reduce(found5 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position15.id AND seat4.reach IN ['LOCAL']] | found5 + seat4.codes + seat4.themed) | found6 + CASE WHEN NOT entry CONTAINS ':' THEN [entry] WHEN entry ENDS WITH ':*' THEN [theme22 IN [theme21.code] | split(entry, ':')[0] + ':' + theme22] WHEN split(entry, ':')[1] IN [theme21.code] THEN [entry] ELSE [] END) AS gives, ['@employee.local-office', '@@' + position15.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position16
  MATCH (position16)-[at13:AT]->(unit14:Unit)
  WHERE at13.validFrom <= $given.now AND coalesce(at13.validTo, 9007199254740991) > $given.now AND at13.retractedAt IS NULL AND unit14.retractedAt IS NULL
  WITH position16, covered, seats, collect(DISTINCT unit14.id) AS at
  WITH reduce(found8 = [], seat6 IN [seat6 IN seats WHERE seat6.position = position16.id AND seat6.reach IN ['LOCAL']] | found8 + seat6.codes + seat6.themed) AS gives, ['@employee.follow-up-unit', '@@' + position16.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS followUpUnit
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position17
  MATCH (position17)-[at14:AT]->(unit16:Unit)
  WHERE at14.validFrom <= $given.now AND coalesce(at14.validTo, 9007199254740991) > $given.now AND at14.retractedAt IS NULL AND unit16.retractedAt IS NULL
  WITH DISTINCT position17, covered, seats
  WITH reduce(found10 = [], seat8 IN [seat8 IN seats WHERE seat8.position = position17.id AND seat8.reach IN ['NATIONAL']] | found10 + seat8.codes + seat8.themed) AS gives, ['@employee.national-role', '@@' + position17.id] AS marks
  RETURN reduce(all = [], each IN collect(CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END) | all + each) AS nationalRole
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position18
  MATCH (position18)-[at15:AT]->(unit17:Unit)
  WHERE at15.validFrom <= $given.now AND coalesce(at15.validTo, 9007199254740991) > $given.now AND at15.retractedAt IS NULL AND unit17.retractedAt IS NULL
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case4:Case)-[concerns8:CONCERNS {part: 'MAIN'}]->(subject16:Person)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case4.retractedAt IS NULL AND concerns8.validFrom <= $given.now AND coalesce(concerns8.validTo, 9007199254740991) > $given.now AND concerns8.retractedAt IS NULL AND subject16.retractedAt IS NULL AND (case4.closedAt IS NULL OR case4.closedAt > $given.now)
  WITH case4, covered, seats, collect(DISTINCT subject16.id) AS at
  WITH *, COLLECT {
    MATCH (case4)-[in9:IN]->(theme23:Theme)
    WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme23.retractedAt IS NULL
    RETURN DISTINCT theme23.code
  } AS themes
  WITH reduce(found12 = [], entry2 IN reduce(found11 = [], seat10 IN seats | found11 + seat10.codes + seat10.themed) | found12 + CASE WHEN NOT entry2 CONTAINS ':' THEN [entry2] WHEN entry2 ENDS WITH ':*' THEN [theme24 IN themes | split(entry2, ':')[0] + ':' + theme24] WHEN split(entry2, ':')[1] IN themes THEN [entry2] ELSE [] END) AS gives, ['@employee.assigned-case'] + [seat11 IN seats | '@@' + seat11.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCase
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position19
  MATCH (position19)-[at16:AT]->(unit18:Unit)
  WHERE at16.validFrom <= $given.now AND coalesce(at16.validTo, 9007199254740991) > $given.now AND at16.retractedAt IS NULL AND unit18.retractedAt IS NULL
  MATCH (viewer)-[assigned_to2:ASSIGNED_TO]->(case5:Case)-[concerns9:CONCERNS {part: 'PARTY'}]->(subject17:Person)
  WHERE assigned_to2.validFrom <= $given.now AND coalesce(assigned_to2.validTo, 9007199254740991) > $given.now AND assigned_to2.retractedAt IS NULL AND case5.retractedAt IS NULL AND concerns9.validFrom <= $given.now AND coalesce(concerns9.validTo, 9007199254740991) > $given.now AND concerns9.retractedAt IS NULL AND subject17.retractedAt IS NULL AND (case5.closedAt IS NULL OR case5.closedAt > $given.now)
  WITH case5, covered, seats, collect(DISTINCT subject17.id) AS at
  WITH *, COLLECT {
    MATCH (case5)-[in10:IN]->(theme25:Theme)
    WHERE in10.validFrom <= $given.now AND coalesce(in10.validTo, 9007199254740991) > $given.now AND in10.retractedAt IS NULL AND theme25.retractedAt IS NULL
    RETURN DISTINCT theme25.code
  } AS themes2
  WITH reduce(found15 = [], entry3 IN reduce(found14 = [], seat12 IN seats | found14 + seat12.codes + seat12.themed) | found15 + CASE WHEN NOT entry3 CONTAINS ':' THEN [entry3] WHEN entry3 ENDS WITH ':*' THEN [theme26 IN themes2 | split(entry3, ':')[0] + ':' + theme26] WHEN split(entry3, ':')[1] IN themes2 THEN [entry3] ELSE [] END) AS gives, ['@employee.assigned-case-party'] + [seat13 IN seats | '@@' + seat13.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCaseParty
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position20
  MATCH (position20)-[at17:AT]->(unit19:Unit)
  WHERE at17.validFrom <= $given.now AND coalesce(at17.validTo, 9007199254740991) > $given.now AND at17.retractedAt IS NULL AND unit19.retractedAt IS NULL
  MATCH (viewer)<-[by:BY]-(override:Override)-[of:OF]->(subject18:Person)
  WHERE by.validFrom <= $given.now AND coalesce(by.validTo, 9007199254740991) > $given.now AND by.retractedAt IS NULL AND override.validFrom <= $given.now AND coalesce(override.validTo, 9007199254740991) > $given.now AND override.retractedAt IS NULL AND of.validFrom <= $given.now AND coalesce(of.validTo, 9007199254740991) > $given.now AND of.retractedAt IS NULL AND subject18.retractedAt IS NULL
  WITH position20, override, covered, seats, collect(DISTINCT subject18.id) AS at
  WITH reduce(found17 = [], seat14 IN [seat14 IN seats WHERE seat14.position = position20.id] | found17 + seat14.codes + seat14.themed) AS gives, ['@employee.override', '@@' + position20.id] AS marks, at, coalesce(override.lifts, []) AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS override2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position21
  MATCH (position21)-[at18:AT]->(municipality:Municipality)
  WHERE at18.validFrom <= $given.now AND coalesce(at18.validTo, 9007199254740991) > $given.now AND at18.retractedAt IS NULL AND municipality.retractedAt IS NULL
  MATCH (position21)-[in11:IN]->(role4:Role)-[covers:COVERS]->(category:Category {code: 'CARD'})
  WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND role4.retractedAt IS NULL AND covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH position21, covered, seats, collect(DISTINCT municipality.id) AS at
  WITH reduce(found19 = [], seat16 IN [seat16 IN seats WHERE seat16.position = position21.id AND seat16.reach IN ['LOCAL']] | found19 + seat16.codes + seat16.themed) AS gives, ['@municipality.inhabitant', '@@' + position21.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position22
  MATCH (position22)-[at19:AT]->(municipality3:Municipality)
  WHERE at19.validFrom <= $given.now AND coalesce(at19.validTo, 9007199254740991) > $given.now AND at19.retractedAt IS NULL AND municipality3.retractedAt IS NULL
  MATCH (position22)-[in12:IN]->(role5:Role)-[covers2:COVERS]->(category2:Category {code: 'CARD'})
  WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND role5.retractedAt IS NULL AND covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND category2.retractedAt IS NULL
  WITH position22, covered, seats, collect(DISTINCT municipality3.id) AS at
  WITH reduce(found21 = [], seat18 IN [seat18 IN seats WHERE seat18.position = position22.id AND seat18.reach IN ['LOCAL']] | found21 + seat18.codes + seat18.themed) AS gives, ['@municipality.inhabitant', '@@' + position22.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position23
  MATCH (position23)-[at20:AT]->(arranger:Business)<-[arranged_by2:ARRANGED_BY]-(activity2:Activity)
  WHERE at20.validFrom <= $given.now AND coalesce(at20.validTo, 9007199254740991) > $given.now AND at20.retractedAt IS NULL AND arranger.retractedAt IS NULL AND arranged_by2.validFrom <= $given.now AND coalesce(arranged_by2.validTo, 9007199254740991) > $given.now AND arranged_by2.retractedAt IS NULL AND activity2.retractedAt IS NULL AND (activity2.endsAt IS NULL OR activity2.endsAt > $given.now)
  WITH position23, covered, seats, collect(DISTINCT activity2.id) AS at
  WITH reduce(found24 = [], entry5 IN [entry4 IN reduce(found23 = [], seat20 IN [seat20 IN seats WHERE seat20.position = position23.id AND seat20.reach IN ['LOCAL']] | found23 + seat20.codes + seat20.themed) WHERE split(entry4, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found24 + CASE WHEN NOT entry5 CONTAINS ':' THEN [entry5] WHEN entry5 ENDS WITH ':*' THEN [theme27 IN [] | split(entry5, ':')[0] + ':' + theme27] WHEN split(entry5, ':')[1] IN [] THEN [entry5] ELSE [] END) AS gives, ['@arranger.participant', '@@' + position23.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS participant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position24
  MATCH (position24)-[at21:AT]->(arranger2:Business)<-[arranged_by3:ARRANGED_BY]-(activity4:Activity)
  WHERE at21.validFrom <= $given.now AND coalesce(at21.validTo, 9007199254740991) > $given.now AND at21.retractedAt IS NULL AND arranger2.retractedAt IS NULL AND arranged_by3.validFrom <= $given.now AND coalesce(arranged_by3.validTo, 9007199254740991) > $given.now AND arranged_by3.retractedAt IS NULL AND activity4.retractedAt IS NULL AND (activity4.endsAt IS NULL OR activity4.endsAt > $given.now)
  WITH position24, covered, seats, collect(DISTINCT activity4.id) AS at
  WITH reduce(found26 = [], seat22 IN [seat22 IN seats WHERE seat22.position = position24.id AND seat22.reach IN ['LOCAL']] | found26 + seat22.codes + seat22.themed) AS gives, ['@arranger.participant', '@@' + position24.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS participant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position25
  MATCH (position25)-[at22:AT]->(organisation:Business|Municipality)
  WHERE at22.validFrom <= $given.now AND coalesce(at22.validTo, 9007199254740991) > $given.now AND at22.retractedAt IS NULL AND organisation.retractedAt IS NULL
  WITH position25, covered, seats, collect(DISTINCT organisation.id) AS at
  WITH reduce(found30 = [], seat24 IN [seat24 IN seats WHERE seat24.position = position25.id AND seat24.reach IN ['LOCAL']] | found30 + seat24.codes + seat24.themed) AS gives, ['@organisation.consent', '@@' + position25.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS consent
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position26
  MATCH (position26)-[at23:AT]->(business14:Business)
  WHERE at23.validFrom <= $given.now AND coalesce(at23.validTo, 9007199254740991) > $given.now AND at23.retractedAt IS NULL AND business14.retractedAt IS NULL
  WITH position26, covered, seats, collect(DISTINCT business14.id) AS at
  WITH [entry9 IN reduce(found34 = [], seat26 IN [seat26 IN seats WHERE seat26.position = position26.id AND seat26.reach IN ['LOCAL']] | found34 + seat26.codes + seat26.themed) WHERE split(entry9, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position26.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position28
  MATCH (position28)-[at25:AT]->(unit21:Unit)<-[withholds:WITHHOLDS]-(restriction:Restriction)-[of2:OF]->(subject21:Person)
  WHERE all(it IN [at25, withholds, restriction, of2] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [at25, unit21, withholds, restriction, of2, subject21] WHERE it.retractedAt IS NULL)
  RETURN collect({of: subject21.id, at: position28.id, by: restriction.id, until: restriction.validTo}) AS withheld
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, staff: staff, protectionExcepted: protectionExcepted, excepted: excepted, excepted2: excepted2, themeExcepted: themeExcepted, unitExcepted: unitExcepted, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, shielded: shielded, excepted3: excepted3, sameOffice: sameOffice, guardianOfSubject: guardian, excepted4: excepted4, excepted5: excepted5, excepted6: excepted6, seats: seats, localOffice: localOffice, localOffice2: localOffice2, followUpUnit: followUpUnit, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, override2: override2, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent: consent, attachedPerson: attachedPerson, withheld: withheld} AS ctx
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
      RETURN itself AS person6
      UNION
      MATCH (person2)-[:PARENT_OF|PARTNER_OF]-(person13:Person)
      RETURN person13 AS person6
      UNION
      MATCH (person2)-[edge41:EMPLOYED_BY]->(node41:Business)
      MATCH (node41)-[part_of18:PART_OF*0..2]->(business17:Business)-[owned_by10:OWNED_BY]->(subject19:Person)
      RETURN subject19 AS person6
      UNION
      MATCH (person2)<-[edge42:FROM]-(node42:Mandate)
      MATCH (node42)-[edge43:TO]->(node43:Person|Business)
      MATCH (node43)-[part_of19:PART_OF*0..2]->(business18:Business)-[owned_by11:OWNED_BY]->(subject20:Person)
      RETURN subject20 AS person6
    }
    WITH *, CASE WHEN person6.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person6)-[protected_as:PROTECTED_AS]->(protection16:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection16.retractedAt IS NULL
      AND ((ctx.id <> person6.id AND protection16.code IS NOT NULL AND protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)) OR (protection16.code IS NOT NULL AND protection16.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection16.code
    } + CASE WHEN ctx.id <> person6.id AND person6.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person6)-[protected_as2:PROTECTED_AS]->(protection17:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection17.retractedAt IS NULL
      AND ctx.id <> person6.id AND coalesce((protection17.code IS NULL OR NOT (protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted3 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person6)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position9:Position)-[at6:AT]->(unit7:Unit)
      WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position9.retractedAt IS NULL AND coalesce(at6.validFrom <= $given.now, true) AND coalesce(at6.validTo > $given.now, true) AND at6.retractedAt IS NULL AND unit7.retractedAt IS NULL
      AND unit7.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS person6Codes
    WITH *, CASE WHEN person6.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN person6.deathDate IS NOT NULL AND coalesce((person6.deathDate + duration({months: 12})) < date($given.today), true) AND NOT ctx.excepted4 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person6)-[belongs_to2:BELONGS_TO]->(area4:Area {kind: 'COUNTRY'})
      WHERE coalesce(belongs_to2.validFrom <= $given.now, true) AND coalesce(belongs_to2.validTo > $given.now, true) AND belongs_to2.retractedAt IS NULL AND area4.retractedAt IS NULL
      AND NOT ctx.excepted5
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person6)-[belongs_to3:BELONGS_TO]->(area5:Area {kind: 'UNKNOWN'})
      WHERE coalesce(belongs_to3.validFrom <= $given.now, true) AND coalesce(belongs_to3.validTo > $given.now, true) AND belongs_to3.retractedAt IS NULL AND area5.retractedAt IS NULL
      AND NOT ctx.excepted6
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS person6Overridable
    WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
      MATCH (person6)-[belongs_to4:BELONGS_TO]->(area7:Area)
      WHERE belongs_to4.validFrom <= $given.now AND coalesce(belongs_to4.validTo, 9007199254740991) > $given.now AND belongs_to4.retractedAt IS NULL AND area7.retractedAt IS NULL
      RETURN DISTINCT area7.id
    } ELSE [] END AS area7s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (person6)-[belongs_to5:BELONGS_TO]->(area9:Area)
      WHERE belongs_to5.validFrom <= $given.now AND coalesce(belongs_to5.validTo, 9007199254740991) > $given.now AND belongs_to5.retractedAt IS NULL AND area9.retractedAt IS NULL
      RETURN DISTINCT area9.id
    } ELSE [] END AS area9s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
      MATCH (person6)-[followed_up_by:FOLLOWED_UP_BY]->(unit15:Unit)
      WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND unit15.retractedAt IS NULL
      RETURN DISTINCT unit15.id
    } ELSE [] END AS unit15s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
      MATCH (person6)-[belongs_to6:BELONGS_TO]->(area10:Area)-[part_of14:PART_OF*0..1]->(area11:Area)<-[governs:GOVERNS]-(municipality2:Municipality)<-[kept_at:KEPT_AT|OWNED_BY]-(device3:Device)-[lent_to3:LENT_TO]->(person6)
      WHERE belongs_to6.validFrom <= $given.now AND coalesce(belongs_to6.validTo, 9007199254740991) > $given.now AND belongs_to6.retractedAt IS NULL AND area10.retractedAt IS NULL AND all(step14 IN part_of14 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND area11.retractedAt IS NULL AND governs.validFrom <= $given.now AND coalesce(governs.validTo, 9007199254740991) > $given.now AND governs.retractedAt IS NULL AND municipality2.retractedAt IS NULL AND kept_at.validFrom <= $given.now AND coalesce(kept_at.validTo, 9007199254740991) > $given.now AND kept_at.retractedAt IS NULL AND device3.retractedAt IS NULL AND lent_to3.validFrom <= $given.now AND coalesce(lent_to3.validTo, 9007199254740991) > $given.now AND lent_to3.retractedAt IS NULL
      RETURN DISTINCT municipality2.id
    } ELSE [] END AS municipality2s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (person6)-[belongs_to7:BELONGS_TO]->(area12:Area)-[part_of15:PART_OF*0..1]->(area13:Area)<-[governs2:GOVERNS]-(municipality4:Municipality)<-[arranged_by:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(person6)
      WHERE belongs_to7.validFrom <= $given.now AND coalesce(belongs_to7.validTo, 9007199254740991) > $given.now AND belongs_to7.retractedAt IS NULL AND area12.retractedAt IS NULL AND all(step15 IN part_of15 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL AND endNode(step15).retractedAt IS NULL) AND area13.retractedAt IS NULL AND governs2.validFrom <= $given.now AND coalesce(governs2.validTo, 9007199254740991) > $given.now AND governs2.retractedAt IS NULL AND municipality4.retractedAt IS NULL AND arranged_by.validFrom <= $given.now AND coalesce(arranged_by.validTo, 9007199254740991) > $given.now AND arranged_by.retractedAt IS NULL AND activity.retractedAt IS NULL AND takes.validFrom <= $given.now AND coalesce(takes.validTo, 9007199254740991) > $given.now AND takes.retractedAt IS NULL
      AND (takes.answer IS NULL OR takes.answer <> 'NO') AND (activity.endsAt IS NULL OR activity.endsAt > $given.now)
      RETURN DISTINCT municipality4.id
    } ELSE [] END AS municipality4s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
      MATCH (person6)-[takes2:TAKES_PART_IN]->(activity3:Activity)
      WHERE takes2.validFrom <= $given.now AND coalesce(takes2.validTo, 9007199254740991) > $given.now AND takes2.retractedAt IS NULL AND activity3.retractedAt IS NULL
      AND (takes2.answer IS NULL OR takes2.answer <> 'NO')
      RETURN DISTINCT activity3.id
    } ELSE [] END AS activity3s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (person6)-[takes3:TAKES_PART_IN]->(activity5:Activity)-[part_of16:PART_OF]->(case6:Case)
      WHERE takes3.validFrom <= $given.now AND coalesce(takes3.validTo, 9007199254740991) > $given.now AND takes3.retractedAt IS NULL AND activity5.retractedAt IS NULL AND part_of16.validFrom <= $given.now AND coalesce(part_of16.validTo, 9007199254740991) > $given.now AND part_of16.retractedAt IS NULL AND case6.retractedAt IS NULL
      AND (takes3.answer IS NULL OR takes3.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case6)-[in13:IN]->(theme28:Theme)
        WHERE in13.validFrom <= $given.now AND coalesce(in13.validTo, 9007199254740991) > $given.now AND in13.retractedAt IS NULL AND theme28.retractedAt IS NULL
        RETURN DISTINCT theme28.code
      } AS themes3
      RETURN {at: activity5.id, gives: themes3, lifts: []}
    } ELSE [] END AS activity5s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
      MATCH (person6)<-[from2:FROM]-(consent2:Consent)-[to2:TO]->(organisation2:Business|Municipality)
      WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND consent2.validFrom <= $given.now AND coalesce(consent2.validTo, 9007199254740991) > $given.now AND consent2.retractedAt IS NULL AND consent2.withdrawnAt IS NULL AND to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND organisation2.retractedAt IS NULL
      MATCH (consent2)-[for:FOR]->(purpose2:Purpose)
      WHERE for.validFrom <= $given.now AND coalesce(for.validTo, 9007199254740991) > $given.now AND for.retractedAt IS NULL AND purpose2.retractedAt IS NULL
      AND purpose2.code = $given.purpose
      WITH *, COLLECT {
        MATCH (consent2)-[covers3:COVERS]->(category3:Category)
        RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
      } AS named, COLLECT {
        MATCH (consent2)-[covers4:COVERS]->(theme30:Theme)
        RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme30.retractedAt IS NULL THEN theme30.code ELSE '' END
      } AS themes4
      RETURN {at: organisation2.id, gives: reduce(found32 = [], code11 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found32 + CASE WHEN code11 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code11] + CASE WHEN code11 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme31 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme31 <> '' | code11 + ':' + theme31] ELSE [] END ELSE [] END), lifts: []}
    } ELSE [] END AS organisation2s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person6)-[employed_by:EMPLOYED_BY]->(business15:Business)-[part_of17:PART_OF*0..2]->(business16:Business)
      WHERE employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business15.retractedAt IS NULL AND all(step16 IN part_of17 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL AND endNode(step16).retractedAt IS NULL) AND business16.retractedAt IS NULL
      RETURN DISTINCT business16.id
    } ELSE [] END AS business16s
    WITH *, reduce(found4 = [], row IN ctx.localOffice | CASE WHEN any(key IN area7s WHERE key IN row.at) THEN found4 + row.gives ELSE found4 END) + reduce(found7 = [], row2 IN ctx.localOffice2 | CASE WHEN any(key IN area9s WHERE key IN row2.at) THEN found7 + row2.gives ELSE found7 END) + reduce(found9 = [], row3 IN ctx.followUpUnit | CASE WHEN any(key IN unit15s WHERE key IN row3.at) THEN found9 + row3.gives ELSE found9 END) + ctx.nationalRole + reduce(found13 = [], row4 IN ctx.assignedCase | CASE WHEN person6.id IN row4.at THEN found13 + row4.gives ELSE found13 END) + reduce(found16 = [], row5 IN ctx.assignedCaseParty | CASE WHEN person6.id IN row5.at THEN found16 + row5.gives ELSE found16 END) + reduce(found18 = [], row6 IN ctx.override2 | CASE WHEN person6.id IN row6.at THEN found18 + row6.gives ELSE found18 END) + reduce(found20 = [], row7 IN ctx.inhabitant | CASE WHEN any(key IN municipality2s WHERE key IN row7.at) THEN found20 + row7.gives ELSE found20 END) + reduce(found22 = [], row8 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality4s WHERE key IN row8.at) THEN found22 + row8.gives ELSE found22 END) + reduce(found25 = [], row9 IN ctx.participant | CASE WHEN any(key IN activity3s WHERE key IN row9.at) THEN found25 + row9.gives ELSE found25 END) + reduce(found27 = [], row10 IN ctx.participant2 | reduce(found28 = found27, key2 IN activity5s | CASE WHEN key2.at IN row10.at THEN found28 + reduce(both = [], shared IN [reduce(found29 = [], entry6 IN row10.gives | found29 + CASE WHEN NOT entry6 CONTAINS ':' THEN [entry6] WHEN entry6 ENDS WITH ':*' THEN [theme29 IN key2.gives | split(entry6, ':')[0] + ':' + theme29] WHEN split(entry6, ':')[1] IN key2.gives THEN [entry6] ELSE [] END)] | both + CASE WHEN size(shared) > 0 THEN shared + row10.marks ELSE [] END) ELSE found28 END)) + reduce(found31 = [], row11 IN ctx.consent | reduce(found33 = found31, key3 IN organisation2s | CASE WHEN key3.at IN row11.at THEN found33 + reduce(both2 = [], shared2 IN [[entry7 IN row11.gives WHERE entry7 IN key3.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key3.gives)] + [entry8 IN key3.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row11.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row11.marks ELSE [] END) ELSE found33 END)) + reduce(found35 = [], row12 IN ctx.attachedPerson | CASE WHEN any(key IN business16s WHERE key IN row12.at) THEN found35 + row12.gives ELSE found35 END) AS person6Offered
    WITH *, CASE WHEN size(person6Codes) > 0 THEN [] ELSE CASE WHEN size(person6Overridable) > 0 THEN reduce(found36 = [], row13 IN ctx.assignedCaseParty | CASE WHEN person6.id IN row13.at THEN found36 + row13.gives ELSE found36 END) + reduce(found37 = [], row14 IN ctx.override2 | CASE WHEN person6.id IN row14.at AND none(code15 IN person6Overridable WHERE NOT code15 IN row14.lifts) THEN found37 + row14.gives ELSE found37 END) ELSE person6Offered END END AS person6Mask
    RETURN collect({id: person6.id, core: person6Codes, mask: person6Mask, codes: person6Codes + person6Overridable, offered: CASE WHEN size(person6Codes + person6Overridable) > 0 THEN person6Offered ELSE [] END, overridable: person6Overridable}) AS decided
  }
  CALL (ctx, person2) {
    CALL (person2) {
      MATCH (person2)-[:PARENT_OF|PARTNER_OF]-(person15:Person)
      RETURN person15 AS person14
      UNION
      MATCH (person2)-[edge44:MEMBER_OF]->(node44:Household)
      MATCH (node44)<-[edge45:MEMBER_OF]-(node45:Person)
      RETURN node45 AS person14
      UNION
      MATCH (person2)<-[edge46:FROM]-(node46:Mandate)
      MATCH (node46)-[edge47:TO]->(node47:Person|Business)
      RETURN node47 AS person14
      UNION
      MATCH (person2)<-[edge48:CONCERNS]-(node48:Case)
      MATCH (node48)-[concerns10:CONCERNS]->(party10:Person)
      RETURN party10 AS person14
      UNION
      MATCH (person2)<-[edge49:CONCERNS]-(node49:Case)
      MATCH (node49)-[concerns11:CONCERNS]->(business19:Business)-[part_of20:PART_OF*0..2]->(business20:Business)-[owned_by12:OWNED_BY]->(party11:Person)
      RETURN party11 AS person14
      UNION
      MATCH (person2)-[edge50:TAKES_PART_IN]->(node50:Activity)
      MATCH (node50)-[part_of21:PART_OF]->(case7:Case)-[concerns12:CONCERNS]->(party12:Person)
      RETURN party12 AS person14
      UNION
      MATCH (person2)-[edge51:TAKES_PART_IN]->(node51:Activity)
      MATCH (node51)-[on2:ON]->(device4:Device)-[lent_to4:LENT_TO]->(party13:Person)
      RETURN party13 AS person14
      UNION
      MATCH (person2)<-[edge52:LENT_TO]-(node52:Device)
      MATCH (node52)-[lent_to5:LENT_TO]->(party14:Person)
      RETURN party14 AS person14
      UNION
      MATCH (person2)<-[edge53:WITH]-(node53:Dialogue)
      MATCH (node53)-[with3:WITH]->(party15:Person)
      RETURN party15 AS person14
      UNION
      MATCH (person2)<-[edge54:WITH]-(node54:Dialogue)
      MATCH (node54)-[with4:WITH]->(business21:Business)-[part_of22:PART_OF*0..2]->(business22:Business)-[owned_by13:OWNED_BY]->(party16:Person)
      RETURN party16 AS person14
    }
    RETURN collect({id: person14.id, core: CASE WHEN person14.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person14)-[protected_as3:PROTECTED_AS]->(protection21:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection21.retractedAt IS NULL
      AND ((ctx.id <> person14.id AND protection21.code IS NOT NULL AND protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection21.id IN ctx.protectionExcepted)) OR (protection21.code IS NOT NULL AND protection21.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection21.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection21.code
    } + CASE WHEN ctx.id <> person14.id AND person14.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person14)-[protected_as4:PROTECTED_AS]->(protection22:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection22.retractedAt IS NULL
      AND ctx.id <> person14.id AND coalesce((protection22.code IS NULL OR NOT (protection22.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted3 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person14)<-[is5:IS]-(employee2:Employee)-[holds4:HOLDS]->(position27:Position)-[at24:AT]->(unit20:Unit)
      WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position27.retractedAt IS NULL AND coalesce(at24.validFrom <= $given.now, true) AND coalesce(at24.validTo > $given.now, true) AND at24.retractedAt IS NULL AND unit20.retractedAt IS NULL
      AND unit20.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END}) AS carded
  }
  WITH *, coalesce(head([each IN decided WHERE each.id = person2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person2Decided
  WITH *, person2Decided.mask AS person2Mask
  WITH *, COLLECT {
    MATCH (person2)-[protected:PROTECTED_AS]->(protection:Protection)
    WHERE protection.code IS NOT NULL AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person2.id AND coalesce((protected.validFrom IS NULL OR protected.validFrom <= $given.now), true) AND coalesce((protected.validTo IS NULL OR protected.validTo > $given.now), true) AND NOT (ctx.staff AND protection.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection.code
  } + COLLECT {
    MATCH (person2)-[held:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection5:Protection)
    WHERE protection5.code IS NOT NULL AND protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person2.id AND coalesce((held.validFrom IS NULL OR held.validFrom <= $given.now), true) AND coalesce((held.validTo IS NULL OR held.validTo > $given.now), true) AND coalesce((kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo), true) AND NOT (ctx.staff AND protection5.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection5.code
  } + COLLECT {
    MATCH (person2)-[held2:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(sharer2:Person)-[protected3:PROTECTED_AS]->(protection6:Protection)
    WHERE protection6.code IS NOT NULL AND protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person2.id AND coalesce((held2.validFrom IS NULL OR held2.validFrom <= $given.now), true) AND coalesce((held2.validTo IS NULL OR held2.validTo > $given.now), true) AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT (ctx.staff AND protection6.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection6.code
  } AS person2Places
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge3:HAS_ADDRESS]->(node3:Address)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL
    AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0
    WITH *, node3 AS node2, edge3 AS edge2
    WITH * ORDER BY edge2.validFrom DESC, edge2.id LIMIT 1001
    RETURN collect({it: {kind: node2.kind, street: node2.street, postalCode: node2.postalCode, city: node2.city, country: node2.country, validFrom: edge2.validFrom, source: edge2.source}}) AS addresses
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge5:BELONGS_TO]->(node5:Area)
    WHERE edge5.validFrom <= $given.now AND coalesce(edge5.validTo, 9007199254740991) > $given.now AND edge5.retractedAt IS NULL AND node5.retractedAt IS NULL
    AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0
    WITH *, node5 AS node4, edge5 AS edge4
    WITH * ORDER BY edge4.validFrom DESC, edge4.id LIMIT 1
    RETURN collect({it: {code: node4.code, name: node4.name}}) AS area
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge6:PARENT_OF|PARTNER_OF]-(node6:Person)
    WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge6) IN ['PARENT_OF'] AND startNode(edge6).id = node6.id THEN 'PARENT' WHEN type(edge6) IN ['PARENT_OF'] AND startNode(edge6).id = person2.id THEN 'CHILD' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = person2.id AND edge6.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = node6.id AND edge6.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = person2.id AND edge6.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = node6.id AND edge6.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says3
    WITH * WHERE says3 IS NOT NULL
    WITH *, coalesce(head([each IN decided WHERE each.id = node6.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node6Decided
    WITH *, node6Decided.mask + CASE WHEN size(node6Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node6Mask
    WITH * WHERE (ctx.staff OR 'CARD' IN node6Mask)
    WITH * WHERE $given.a3 IS NULL OR edge6.validFrom < $given.a3[0] OR (edge6.validFrom = $given.a3[0] AND edge6.id > $given.a3[1])
    WITH * ORDER BY edge6.validFrom DESC, edge6.id LIMIT $given.a2 + 1
    WITH *, COLLECT {
      MATCH (node6)-[protected4:PROTECTED_AS]->(protection7:Protection)
      WHERE protection7.code IS NOT NULL AND protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> node6.id AND coalesce((protected4.validFrom IS NULL OR protected4.validFrom <= $given.now), true) AND coalesce((protected4.validTo IS NULL OR protected4.validTo > $given.now), true) AND NOT (ctx.staff AND protection7.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection7.code
    } + COLLECT {
      MATCH (node6)-[held3:HAS_ADDRESS]->(address2:Address)
      MATCH (address2)<-[kept3:HAS_ADDRESS]-(sharer3:Person)-[protected5:PROTECTED_AS]->(protection8:Protection)
      WHERE protection8.code IS NOT NULL AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> node6.id AND coalesce((held3.validFrom IS NULL OR held3.validFrom <= $given.now), true) AND coalesce((held3.validTo IS NULL OR held3.validTo > $given.now), true) AND coalesce((kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo), true) AND coalesce((protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo), true) AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection8.code
    } + COLLECT {
      MATCH (node6)-[held4:MEMBER_OF]->(household2:Household)
      MATCH (household2)<-[kept4:MEMBER_OF]-(sharer4:Person)-[protected6:PROTECTED_AS]->(protection9:Protection)
      WHERE protection9.code IS NOT NULL AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> node6.id AND coalesce((held4.validFrom IS NULL OR held4.validFrom <= $given.now), true) AND coalesce((held4.validTo IS NULL OR held4.validTo > $given.now), true) AND coalesce((kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo), true) AND coalesce((protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo), true) AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection9.code
    } AS node6Places
    CALL (ctx, node6, node6Mask, node6Places, decided, carded) {
      MATCH (node6)-[edge8:BELONGS_TO]->(node8:Area)
      WHERE edge8.validFrom <= $given.now AND coalesce(edge8.validTo, 9007199254740991) > $given.now AND edge8.retractedAt IS NULL AND node8.retractedAt IS NULL
      AND 'ADDRESS' IN node6Mask AND size(node6Places) = 0
      WITH *, node8 AS node7, edge8 AS edge7
      WITH * ORDER BY edge7.validFrom DESC, edge7.id LIMIT 1
      RETURN collect({it: {code: node7.code, name: node7.name}}) AS area2
    }
    RETURN collect({it: {id: node6.id, name: CASE WHEN 'CARD' IN node6Mask THEN {full: [node6.givenName, node6.middleName, node6.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN node6Mask THEN toString(node6.birthDate) END, phone: CASE WHEN 'CONTACT' IN node6Mask THEN node6.phone END, area: CASE WHEN 'ADDRESS' IN node6Mask AND size(node6Places) = 0 THEN head(area2) END}, access: {mask: node6Mask, codes: node6Decided.codes, offered: node6Decided.offered + ['CARD'], places: node6Places}, edge: {validFrom: edge6.validFrom, validTo: edge6.validTo, source: edge6.source}, position: [edge6.validFrom, edge6.id], says: says3}) AS familyRows
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge9:PARENT_OF|PARTNER_OF]-(node9:Person)
    WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = node9.id THEN 'PARENT' WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = person2.id THEN 'CHILD' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says5
    WITH * WHERE says5 IS NOT NULL
    WITH *, coalesce(head([each IN carded WHERE each.id = node9.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node9Decided
    WITH *, CASE WHEN size(node9Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node9Mask
    WITH * WHERE (ctx.staff OR 'CARD' IN node9Mask)
    WITH node9 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge11:MEMBER_OF]->(node11:Household)
    WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
    AND 'FAMILY' IN person2Mask AND size(person2Places) = 0
    WITH *, node11 AS node10, edge11 AS edge10
    WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1
    CALL (ctx, node10, decided, carded) {
      MATCH (node10)<-[edge13:MEMBER_OF]-(node13:Person)
      WHERE edge13.validFrom <= $given.now AND coalesce(edge13.validTo, 9007199254740991) > $given.now AND edge13.retractedAt IS NULL AND node13.retractedAt IS NULL
      WITH *, node13 AS node12, edge13 AS edge12
      WITH *, coalesce(head([each IN carded WHERE each.id = node12.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node12Decided
      WITH *, CASE WHEN size(node12Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node12Mask
      WITH * WHERE (ctx.staff OR 'CARD' IN node12Mask)
      WITH * ORDER BY edge12.validFrom DESC, edge12.id LIMIT 1001
      RETURN collect({it: {id: node12.id, name: CASE WHEN 'CARD' IN node12Mask THEN {full: [node12.givenName, node12.middleName, node12.familyName]} END}, access: {mask: node12Mask, codes: node12Decided.core, offered: ['CARD']}}) AS members
    }
    RETURN collect({it: {id: node10.id, members: members}}) AS household3
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge15:EMPLOYED_BY]->(node15:Business)
    WHERE edge15.validFrom <= $given.now AND coalesce(edge15.validTo, 9007199254740991) > $given.now AND edge15.retractedAt IS NULL AND node15.retractedAt IS NULL
    AND 'WORK' IN person2Mask
    WITH *, node15 AS node14, edge15 AS edge14
    CALL (ctx, node14, decided, carded) {
      MATCH (node14)-[part_of:PART_OF*0..2]->(business:Business)-[owned_by:OWNED_BY]->(subject:Person)
      WHERE all(step2 IN part_of WHERE step2.validFrom <= $given.now AND coalesce(step2.validTo, 9007199254740991) > $given.now AND step2.retractedAt IS NULL AND endNode(step2).retractedAt IS NULL) AND business.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject.retractedAt IS NULL
      WITH *, coalesce(head([each IN decided WHERE each.id = subject.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subjectDecided
      WITH *, subjectDecided.mask AS subjectMask
      WITH *, (true AND 'WORK' IN subjectMask) AS whole, 'WORK' IN subjectMask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    WITH *, (NOT EXISTS {
      MATCH (node14)-[part_of2:PART_OF*0..2]->(business2:Business)-[owned_by2:OWNED_BY]->(subject2:Person)
      WHERE all(step3 IN part_of2 WHERE coalesce(step3.validFrom <= $given.now, true) AND coalesce(step3.validTo > $given.now, true) AND step3.retractedAt IS NULL AND endNode(step3).retractedAt IS NULL) AND business2.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject2.retractedAt IS NULL
    }) OR (size((ways)) > 0 AND all(way IN (ways) WHERE way.whole)) AS node14Whole
    WITH * WHERE node14Whole AND size(CASE WHEN EXISTS {
      MATCH (node14)-[part_of3:PART_OF*0..2]->(firm:Business {form: 'ENK'})
      WHERE all(step4 IN part_of3 WHERE coalesce(step4.validFrom <= $given.now, true) AND coalesce(step4.validTo > $given.now, true) AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND firm.retractedAt IS NULL
      AND NOT EXISTS {
        MATCH (firm)-[owned_by3:OWNED_BY]->(person3:Person)
        WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person3.retractedAt IS NULL
      }
    } THEN ['NO_GRANT'] ELSE [] END) = 0
    WITH * WHERE $given.a5 IS NULL OR edge14.validFrom < $given.a5[0] OR (edge14.validFrom = $given.a5[0] AND edge14.id > $given.a5[1])
    WITH * ORDER BY edge14.validFrom DESC, edge14.id LIMIT $given.a4 + 1
    RETURN collect({it: {id: node14.id, name: node14.name, organisationNumber: node14.organisationNumber}, edge: {title: edge14.title, percentage: edge14.percentage, validFrom: edge14.validFrom, validTo: edge14.validTo}, position: [edge14.validFrom, edge14.id]}) AS employmentsRows
  }
  WITH *, {rows: employmentsRows} AS employments
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge17:FROM]-(node17:Mandate)
    WHERE edge17.validFrom <= $given.now AND coalesce(edge17.validTo, 9007199254740991) > $given.now AND edge17.retractedAt IS NULL AND node17.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node17 AS node16, edge17 AS edge16
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node16Whole, 'MANDATES' IN person2Mask AS node16Shown
    WITH * WHERE node16Shown
    WITH * WHERE $given.a7 IS NULL OR edge16.validFrom < $given.a7[0] OR (edge16.validFrom = $given.a7[0] AND edge16.id > $given.a7[1])
    WITH * ORDER BY edge16.validFrom DESC, edge16.id LIMIT $given.a6 + 1
    CALL (ctx, node16, node16Whole, decided, carded) {
      MATCH (node16)-[edge19:TO]->(node19:Person|Business)
      WHERE edge19.validFrom <= $given.now AND coalesce(edge19.validTo, 9007199254740991) > $given.now AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL
      WITH *, node19 AS node18, edge19 AS edge18
      CALL (ctx, node18, edge18, node16Whole, decided, carded) {
        UNWIND CASE WHEN node18:Person THEN [node18] ELSE [] END AS person4
        WITH *, coalesce(head([each IN carded WHERE each.id = person4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person4Decided
        WITH *, CASE WHEN size(person4Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person4Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person4Mask)
        RETURN collect({it: {id: person4.id, name: CASE WHEN 'CARD' IN person4Mask THEN {full: [person4.givenName, person4.middleName, person4.familyName]} END}, access: {mask: person4Mask, codes: person4Decided.core, offered: ['CARD']}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node18, edge18, node16Whole, decided, carded) {
        UNWIND CASE WHEN node18:Business THEN [node18] ELSE [] END AS business3
        CALL (ctx, business3, decided, carded) {
          MATCH (business3)-[part_of4:PART_OF*0..2]->(business4:Business)-[owned_by4:OWNED_BY]->(subject3:Person)
          WHERE all(step5 IN part_of4 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND business4.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject3.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject3Decided
          WITH *, subject3Decided.mask AS subject3Mask
          WITH *, (true AND 'WORK' IN subject3Mask) AS whole2, 'WORK' IN subject3Mask AS shown2
          RETURN collect({whole: whole2, shown: shown2}) AS ways2
        }
        WITH *, (NOT EXISTS {
          MATCH (business3)-[part_of5:PART_OF*0..2]->(business5:Business)-[owned_by5:OWNED_BY]->(subject4:Person)
          WHERE all(step6 IN part_of5 WHERE coalesce(step6.validFrom <= $given.now, true) AND coalesce(step6.validTo > $given.now, true) AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND business5.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject4.retractedAt IS NULL
        }) OR (size((ways2)) > 0 AND all(way2 IN (ways2) WHERE way2.whole)) AS business3Whole
        WITH * WHERE business3Whole AND size(CASE WHEN EXISTS {
          MATCH (business3)-[part_of6:PART_OF*0..2]->(firm2:Business {form: 'ENK'})
          WHERE all(step7 IN part_of6 WHERE coalesce(step7.validFrom <= $given.now, true) AND coalesce(step7.validTo > $given.now, true) AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND firm2.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm2)-[owned_by6:OWNED_BY]->(person5:Person)
            WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person5.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business3.id, name: business3.name}, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found2
      WITH * WHERE size(found2) > 0
      WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT 1
      RETURN collect(head(found2)) AS holder
    }
    RETURN collect({it: {id: node16.id, kind: node16.kind, actions: node16.actions, validFrom: node16.validFrom, validTo: node16.validTo, holder: head(holder)}, whole: node16Whole, edge: {}, position: [edge16.validFrom, edge16.id]}) AS mandatesGivenRows
  }
  WITH *, {rows: mandatesGivenRows} AS mandatesGiven
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge21:CONCERNS]-(node21:Case)
    WHERE edge21.validFrom <= $given.now AND coalesce(edge21.validTo, 9007199254740991) > $given.now AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node21 AS node20, edge21 AS edge20
    WITH *, COLLECT {
      MATCH (node20)-[in:IN]->(theme:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
      RETURN {code: theme.code, secret: coalesce(theme.secret, false)}
    } AS node20Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node20Themes) > 0 AND all(theme2 IN node20Themes WHERE 'CASES:' + theme2.code IN person2Mask)))) AS node20Whole, (('CASES:*' IN person2Mask OR (size(node20Themes) > 0 AND all(theme3 IN node20Themes WHERE 'CASES:' + theme3.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node20Themes) > 0 AND none(theme4 IN node20Themes WHERE theme4.secret)))) AS node20Shown
    WITH * WHERE node20Shown AND size(CASE WHEN EXISTS {
      MATCH (node20)-[concerns:CONCERNS]->(party:Person)
      WHERE coalesce(concerns.validFrom <= $given.now, true) AND coalesce(concerns.validTo > $given.now, true) AND concerns.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node20)-[concerns2:CONCERNS]->(business6:Business)-[part_of7:PART_OF*0..2]->(business7:Business)-[owned_by7:OWNED_BY]->(party2:Person)
      WHERE coalesce(concerns2.validFrom <= $given.now, true) AND coalesce(concerns2.validTo > $given.now, true) AND concerns2.retractedAt IS NULL AND business6.retractedAt IS NULL AND all(step8 IN part_of7 WHERE coalesce(step8.validFrom <= $given.now, true) AND coalesce(step8.validTo > $given.now, true) AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND business7.retractedAt IS NULL AND coalesce(owned_by7.validFrom <= $given.now, true) AND coalesce(owned_by7.validTo > $given.now, true) AND owned_by7.retractedAt IS NULL AND party2.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party2Codes
      WHERE size(party2Codes) > 0
      RETURN party2Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN node20.closedAt IS NOT NULL AND coalesce(node20.closedAt <= $given.now, true) AND NOT ctx.excepted THEN ['CLOSED'] ELSE [] END) = 0
    WITH * WHERE $given.a9 IS NULL OR edge20.validFrom < $given.a9[0] OR (edge20.validFrom = $given.a9[0] AND edge20.id > $given.a9[1])
    WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT $given.a8 + 1
    WITH *, COLLECT {
      MATCH (node20)-[held5:CONCERNS]->(other:Person)-[protected7:PROTECTED_AS]->(protection10:Protection)
      WHERE protection10.code IS NOT NULL AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND ctx.id <> other.id AND coalesce((held5.validFrom IS NULL OR protected7.validTo IS NULL OR held5.validFrom < protected7.validTo), true) AND coalesce((protected7.validFrom IS NULL OR held5.validTo IS NULL OR protected7.validFrom < held5.validTo), true) AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection10.code
    } + COLLECT {
      MATCH (node20)-[held6:CONCERNS]->(other2:Person)-[has_address:HAS_ADDRESS]->(address3:Address)
      MATCH (address3)<-[kept5:HAS_ADDRESS]-(sharer5:Person)-[protected8:PROTECTED_AS]->(protection11:Protection)
      WHERE protection11.code IS NOT NULL AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other2.id AND coalesce((kept5.validFrom IS NULL OR protected8.validTo IS NULL OR kept5.validFrom < protected8.validTo), true) AND coalesce((protected8.validFrom IS NULL OR kept5.validTo IS NULL OR protected8.validFrom < kept5.validTo), true) AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection11.code
    } + COLLECT {
      MATCH (node20)-[held7:CONCERNS]->(other3:Person)-[member_of:MEMBER_OF]->(household4:Household)
      MATCH (household4)<-[kept6:MEMBER_OF]-(sharer6:Person)-[protected9:PROTECTED_AS]->(protection12:Protection)
      WHERE protection12.code IS NOT NULL AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected9.retractedAt IS NULL AND ctx.id <> other3.id AND coalesce((kept6.validFrom IS NULL OR protected9.validTo IS NULL OR kept6.validFrom < protected9.validTo), true) AND coalesce((protected9.validFrom IS NULL OR kept6.validTo IS NULL OR protected9.validFrom < kept6.validTo), true) AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection12.code
    } + COLLECT {
      MATCH (node20)-[concerns3:CONCERNS]->(device:Device)-[held8:LENT_TO]->(other4:Person)-[protected10:PROTECTED_AS]->(protection13:Protection)
      WHERE protection13.code IS NOT NULL AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected10.retractedAt IS NULL AND ctx.id <> other4.id AND coalesce((held8.validFrom IS NULL OR protected10.validTo IS NULL OR held8.validFrom < protected10.validTo), true) AND coalesce((protected10.validFrom IS NULL OR held8.validTo IS NULL OR protected10.validFrom < held8.validTo), true) AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection13.code
    } + COLLECT {
      MATCH (node20)-[concerns4:CONCERNS]->(business8:Business)-[part_of8:PART_OF*0..2]->(business9:Business)-[held9:OWNED_BY]->(other5:Person)-[protected11:PROTECTED_AS]->(protection14:Protection)
      WHERE protection14.code IS NOT NULL AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected11.retractedAt IS NULL AND ctx.id <> other5.id AND coalesce((held9.validFrom IS NULL OR protected11.validTo IS NULL OR held9.validFrom < protected11.validTo), true) AND coalesce((protected11.validFrom IS NULL OR held9.validTo IS NULL OR protected11.validFrom < held9.validTo), true) AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection14.code
    } AS node20Places
    CALL (ctx, node20, node20Places, node20Whole, decided, carded) {
      MATCH (node20)-[edge23:IN]->(node23:Theme)
      WHERE edge23.validFrom <= $given.now AND coalesce(edge23.validTo, 9007199254740991) > $given.now AND edge23.retractedAt IS NULL AND node23.retractedAt IS NULL
      WITH *, node23 AS node22, edge23 AS edge22
      WITH * ORDER BY edge22.validFrom DESC, edge22.id LIMIT 1
      RETURN collect({it: {code: node22.code, name: node22.name}}) AS theme5
    }
    CALL (ctx, node20, node20Places, node20Whole, decided, carded) {
      MATCH (node20)-[edge25:OWNED_BY]->(node25:Unit)
      WHERE edge25.validFrom <= $given.now AND coalesce(edge25.validTo, 9007199254740991) > $given.now AND edge25.retractedAt IS NULL AND node25.retractedAt IS NULL
      AND size(node20Places) = 0 AND node20Whole
      WITH *, node25 AS node24, edge25 AS edge24
      WITH * ORDER BY edge24.validFrom DESC, edge24.id LIMIT 1
      WITH *, CASE WHEN NOT ctx.excepted2 AND node24.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node24Places
      RETURN collect({it: {id: CASE WHEN size(node24Places) = 0 THEN node24.id ELSE 'unit:NAV' END, name: CASE WHEN size(node24Places) = 0 THEN node24.name ELSE 'NAV' END}, places: node24Places}) AS unit2
    }
    RETURN collect({it: {id: node20.id, title: CASE WHEN node20Whole THEN node20.title END, status: node20.status, openedAt: node20.openedAt, closedAt: node20.closedAt, theme: head(theme5), unit: CASE WHEN size(node20Places) = 0 AND node20Whole THEN head(unit2) END}, whole: node20Whole, places: node20Places, edge: {part: edge20.part}, position: [edge20.validFrom, edge20.id]}) AS casesRows
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge27:CONCERNS]-(node27:Case)
    WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node27 AS node26, edge27 AS edge26
    WITH *, COLLECT {
      MATCH (node26)-[in3:IN]->(theme6:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme6.retractedAt IS NULL
      RETURN {code: theme6.code, secret: coalesce(theme6.secret, false)}
    } AS node26Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme7 IN node26Themes WHERE 'CASES:' + theme7.code IN person2Mask)))) AS node26Whole, (('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme8 IN node26Themes WHERE 'CASES:' + theme8.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node26Themes) > 0 AND none(theme9 IN node26Themes WHERE theme9.secret)))) AS node26Shown
    WITH * WHERE node26Shown AND size(CASE WHEN EXISTS {
      MATCH (node26)-[concerns5:CONCERNS]->(party3:Person)
      WHERE coalesce(concerns5.validFrom <= $given.now, true) AND coalesce(concerns5.validTo > $given.now, true) AND concerns5.retractedAt IS NULL AND party3.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party3Codes
      WHERE size(party3Codes) > 0
      RETURN party3Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node26)-[concerns6:CONCERNS]->(business10:Business)-[part_of9:PART_OF*0..2]->(business11:Business)-[owned_by8:OWNED_BY]->(party4:Person)
      WHERE coalesce(concerns6.validFrom <= $given.now, true) AND coalesce(concerns6.validTo > $given.now, true) AND concerns6.retractedAt IS NULL AND business10.retractedAt IS NULL AND all(step10 IN part_of9 WHERE coalesce(step10.validFrom <= $given.now, true) AND coalesce(step10.validTo > $given.now, true) AND step10.retractedAt IS NULL AND endNode(step10).retractedAt IS NULL) AND business11.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND party4.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party4Codes
      WHERE size(party4Codes) > 0
      RETURN party4Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN node26.closedAt IS NOT NULL AND coalesce(node26.closedAt <= $given.now, true) AND NOT ctx.excepted THEN ['CLOSED'] ELSE [] END) = 0
    WITH node26 LIMIT 10001
    RETURN count(*) AS casesTotal
  }
  WITH *, {rows: casesRows, total: CASE WHEN casesTotal <= 10000 THEN casesTotal END} AS cases
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge29:TAKES_PART_IN]->(node29:Activity)
    WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
    AND 'ACTIVITIES' IN person2Mask
    WITH *, node29 AS node28, edge29 AS edge28
    WITH *, COLLECT {
      MATCH (node28)-[part_of10:PART_OF]->(case:Case)-[in4:IN]->(theme10:Theme)
      WHERE part_of10.validFrom <= $given.now AND coalesce(part_of10.validTo, 9007199254740991) > $given.now AND part_of10.retractedAt IS NULL AND case.retractedAt IS NULL AND in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND theme10.retractedAt IS NULL
      RETURN {code: theme10.code, secret: coalesce(theme10.secret, false)}
    } AS node28Themes
    WITH *, (true AND ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme11 IN node28Themes WHERE 'ACTIVITIES:' + theme11.code IN person2Mask)))) AS node28Whole, ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme12 IN node28Themes WHERE 'ACTIVITIES:' + theme12.code IN person2Mask))) AS node28Shown
    WITH * WHERE node28Shown AND size(CASE WHEN EXISTS {
      MATCH (node28)-[part_of11:PART_OF]->(case2:Case)-[in5:IN]->(theme13:Theme {secret: true})
      WHERE coalesce(part_of11.validFrom <= $given.now, true) AND coalesce(part_of11.validTo > $given.now, true) AND part_of11.retractedAt IS NULL AND case2.retractedAt IS NULL AND coalesce(in5.validFrom <= $given.now, true) AND coalesce(in5.validTo > $given.now, true) AND in5.retractedAt IS NULL AND theme13.retractedAt IS NULL
      AND NOT theme13.id IN ctx.themeExcepted
    } THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node28)-[part_of12:PART_OF]->(case3:Case)-[concerns7:CONCERNS]->(party5:Person)
      WHERE coalesce(part_of12.validFrom <= $given.now, true) AND coalesce(part_of12.validTo > $given.now, true) AND part_of12.retractedAt IS NULL AND case3.retractedAt IS NULL AND coalesce(concerns7.validFrom <= $given.now, true) AND coalesce(concerns7.validTo > $given.now, true) AND concerns7.retractedAt IS NULL AND party5.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party5.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party5Codes
      WHERE size(party5Codes) > 0
      RETURN party5Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node28)-[on:ON]->(device2:Device)-[lent_to:LENT_TO]->(party6:Person)
      WHERE coalesce(on.validFrom <= $given.now, true) AND coalesce(on.validTo > $given.now, true) AND on.retractedAt IS NULL AND device2.retractedAt IS NULL AND coalesce(lent_to.validFrom <= $given.now, true) AND coalesce(lent_to.validTo > $given.now, true) AND lent_to.retractedAt IS NULL AND party6.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party6.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party6Codes
      WHERE size(party6Codes) > 0
      RETURN party6Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH * WHERE $given.a11 IS NULL OR edge28.validFrom < $given.a11[0] OR (edge28.validFrom = $given.a11[0] AND edge28.id > $given.a11[1])
    WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT $given.a10 + 1
    RETURN collect({it: {id: node28.id, kind: node28.kind, title: node28.title, status: node28.status, startsAt: node28.startsAt}, whole: node28Whole, edge: {answer: edge28.answer}, position: [edge28.validFrom, edge28.id]}) AS activitiesRows
  }
  WITH *, {rows: activitiesRows} AS activities
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge31:LENT_TO]-(node31:Device)
    WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
    AND 'DEVICES' IN person2Mask
    WITH *, node31 AS node30, edge31 AS edge30
    WITH *, [{code: 'HJE', secret: false}] AS node30Themes
    WITH *, (true AND ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme15 IN node30Themes WHERE 'DEVICES:' + theme15.code IN person2Mask)))) AS node30Whole, ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme16 IN node30Themes WHERE 'DEVICES:' + theme16.code IN person2Mask))) AS node30Shown
    WITH * WHERE node30Shown AND size(CASE WHEN EXISTS {
      MATCH (node30)-[lent_to2:LENT_TO]->(party7:Person)
      WHERE coalesce(lent_to2.validFrom <= $given.now, true) AND coalesce(lent_to2.validTo > $given.now, true) AND lent_to2.retractedAt IS NULL AND party7.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party7.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party7Codes
      WHERE size(party7Codes) > 0
      RETURN party7Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH * WHERE $given.a13 IS NULL OR edge30.validFrom < $given.a13[0] OR (edge30.validFrom = $given.a13[0] AND edge30.id > $given.a13[1])
    WITH * ORDER BY edge30.validFrom DESC, edge30.id LIMIT $given.a12 + 1
    RETURN collect({it: {id: node30.id, product: node30.product, status: CASE WHEN node30Whole THEN node30.status END}, whole: node30Whole, edge: {loanType: edge30.loanType}, position: [edge30.validFrom, edge30.id]}) AS devicesRows
  }
  WITH *, {rows: devicesRows} AS devices
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge33:WITH]-(node33:Dialogue)
    WHERE edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
    AND 'DIALOGUES' IN person2Mask
    WITH *, node33 AS node32, edge33 AS edge32
    WITH *, COLLECT {
      MATCH (node32)-[in7:IN]->(theme17:Theme)
      WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme17.retractedAt IS NULL
      RETURN {code: theme17.code, secret: coalesce(theme17.secret, false)}
    } AS node32Themes
    WITH *, (true AND ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme18 IN node32Themes WHERE 'DIALOGUES:' + theme18.code IN person2Mask)))) AS node32Whole, ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme19 IN node32Themes WHERE 'DIALOGUES:' + theme19.code IN person2Mask))) AS node32Shown
    WITH * WHERE node32Shown AND size(CASE WHEN EXISTS {
      MATCH (node32)-[with:WITH]->(party8:Person)
      WHERE coalesce(with.validFrom <= $given.now, true) AND coalesce(with.validTo > $given.now, true) AND with.retractedAt IS NULL AND party8.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party8.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party8Codes
      WHERE size(party8Codes) > 0
      RETURN party8Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node32)-[with2:WITH]->(business12:Business)-[part_of13:PART_OF*0..2]->(business13:Business)-[owned_by9:OWNED_BY]->(party9:Person)
      WHERE coalesce(with2.validFrom <= $given.now, true) AND coalesce(with2.validTo > $given.now, true) AND with2.retractedAt IS NULL AND business12.retractedAt IS NULL AND all(step11 IN part_of13 WHERE coalesce(step11.validFrom <= $given.now, true) AND coalesce(step11.validTo > $given.now, true) AND step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND business13.retractedAt IS NULL AND coalesce(owned_by9.validFrom <= $given.now, true) AND coalesce(owned_by9.validTo > $given.now, true) AND owned_by9.retractedAt IS NULL AND party9.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party9.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party9Codes
      WHERE size(party9Codes) > 0
      RETURN party9Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node32)-[locked_to:LOCKED_TO]->(unit4:Unit)
      WHERE coalesce(locked_to.validFrom <= $given.now, true) AND coalesce(locked_to.validTo > $given.now, true) AND locked_to.retractedAt IS NULL AND unit4.retractedAt IS NULL
      AND NOT unit4.id IN ctx.unitExcepted
    } THEN ['LOCKED'] ELSE [] END) = 0
    WITH * WHERE $given.a15 IS NULL OR edge32.validFrom < $given.a15[0] OR (edge32.validFrom = $given.a15[0] AND edge32.id > $given.a15[1])
    WITH * ORDER BY edge32.validFrom DESC, edge32.id LIMIT $given.a14 + 1
    CALL (ctx, node32, node32Whole, decided, carded) {
      MATCH (node32)-[edge35:IN]->(node35:Theme)
      WHERE edge35.validFrom <= $given.now AND coalesce(edge35.validTo, 9007199254740991) > $given.now AND edge35.retractedAt IS NULL AND node35.retractedAt IS NULL
      WITH *, node35 AS node34, edge35 AS edge34
      WITH * ORDER BY edge34.validFrom DESC, edge34.id LIMIT 1
      RETURN collect({it: {code: node34.code}}) AS theme20
    }
    RETURN collect({it: {id: node32.id, channel: node32.channel, startedAt: node32.startedAt, theme: head(theme20)}, whole: node32Whole, edge: {}, position: [edge32.validFrom, edge32.id]}) AS dialoguesRows
  }
  WITH *, {rows: dialoguesRows} AS dialogues
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge37:PROTECTED_AS]->(node37:Protection)
    WHERE edge37.validFrom <= $given.now AND coalesce(edge37.validTo, 9007199254740991) > $given.now AND edge37.retractedAt IS NULL AND node37.retractedAt IS NULL
    AND 'PROTECTION' IN person2Mask
    WITH *, node37 AS node36, edge37 AS edge36
    WITH * ORDER BY edge36.validFrom DESC, edge36.id LIMIT 1001
    RETURN collect({it: {code: node36.code, name: node36.name}}) AS protections2
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
      MATCH (person2)-[belongs_to:BELONGS_TO]->(area3:Area)<-[edge39:SERVES]-(node39:Unit)
      WHERE belongs_to.validFrom <= $given.now AND coalesce(belongs_to.validTo, 9007199254740991) > $given.now AND belongs_to.retractedAt IS NULL AND area3.retractedAt IS NULL AND edge39.validFrom <= $given.now AND coalesce(edge39.validTo, 9007199254740991) > $given.now AND edge39.retractedAt IS NULL AND node39.retractedAt IS NULL
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
    WITH *, CASE WHEN NOT ctx.excepted2 AND node38.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node38Places
    RETURN collect({it: {id: CASE WHEN size(node38Places) = 0 THEN node38.id ELSE 'unit:NAV' END, number: CASE WHEN size(node38Places) = 0 THEN node38.number END, name: CASE WHEN size(node38Places) = 0 THEN node38.name ELSE 'NAV' END}, places: node38Places, edge: {}, position: [edge38.validFrom, edge38.id], says: says20}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person2Mask THEN head(COLLECT {
    MATCH (person2)-[edge:IDENTIFIED_BY]->(node:Identifier)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND node.kind IN ['NIN', 'D_NUMBER']
    RETURN node.value ORDER BY node.kind DESC, node.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, deathDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.deathDate) END, gender: CASE WHEN 'IDENTITY' IN person2Mask THEN person2.gender END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, language: CASE WHEN 'CONTACT' IN person2Mask THEN person2.language END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, area: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN head(area) END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END, household: CASE WHEN 'FAMILY' IN person2Mask AND size(person2Places) = 0 THEN head(household3) END, employments: CASE WHEN 'WORK' IN person2Mask THEN employments END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases END, activities: CASE WHEN 'ACTIVITIES' IN person2Mask THEN activities END, devices: CASE WHEN 'DEVICES' IN person2Mask THEN devices END, dialogues: CASE WHEN 'DIALOGUES' IN person2Mask THEN dialogues END, protections: CASE WHEN 'PROTECTION' IN person2Mask THEN protections2 END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Decided.codes, offered: person2Decided.offered, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, ctx.withheld AS withheld, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, head([it2 IN person2s | {id: it2.id, type: 'Person'}]) AS there, person
