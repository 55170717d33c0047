// MyView (employee)
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
  MATCH (viewer)-[is:IS]->(subject9:Person)
  WHERE is.retractedAt IS NULL AND subject9.retractedAt IS NULL
  RETURN collect(DISTINCT subject9) AS persons
}
CALL (viewer) {
  MATCH (viewer)-[holds2:HOLDS]->(position5:Position)
  WHERE coalesce(holds2.validFrom <= $given.now, true) AND coalesce(holds2.validTo > $given.now, true) AND holds2.retractedAt IS NULL AND position5.retractedAt IS NULL
  RETURN collect(DISTINCT position5) AS positions2
}
CALL (viewer) {
  MATCH (viewer)-[is2:IS]->(person14:Person)
  WHERE is2.validFrom <= $given.now AND coalesce(is2.validTo, 9007199254740991) > $given.now AND is2.retractedAt IS NULL AND person14.retractedAt IS NULL
  RETURN collect(DISTINCT person14) AS persons2
}
CALL (viewer) {
  MATCH (viewer)-[is4:IS]->(person16:Person)
  WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND person16.retractedAt IS NULL
  RETURN collect(DISTINCT person16) AS persons3
}
CALL (viewer) {
  MATCH (viewer)-[assigned_to3:ASSIGNED_TO]->(case4:Case)
  WHERE assigned_to3.validFrom <= $given.now AND coalesce(assigned_to3.validTo, 9007199254740991) > $given.now AND assigned_to3.retractedAt IS NULL AND case4.retractedAt IS NULL
  RETURN collect(DISTINCT case4) AS cases2
}
CALL (viewer, positions) {
  UNWIND positions AS position27
  MATCH (position27)-[in10:IN]->(role5:Role)-[may_state:MAY_STATE]->(purpose3:Purpose)
  WHERE in10.validFrom <= $given.now AND coalesce(in10.validTo, 9007199254740991) > $given.now AND in10.retractedAt IS NULL AND role5.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose3.retractedAt IS NULL
  AND purpose3.code = $given.purpose
  WITH DISTINCT purpose3
  OPTIONAL MATCH (purpose3)-[covers5:COVERS]->(category4:Category)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND category4.retractedAt IS NULL
  WITH count(DISTINCT purpose3) > 0 AS permitted, collect(DISTINCT category4.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position28
  MATCH (position28)-[in11:IN]->(role6:Role)
  WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND role6.retractedAt IS NULL
  WITH position28, role6, COLLECT {
    MATCH (role6)-[covers6:COVERS]->(category5:Category)
    WHERE covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category5.retractedAt IS NULL
    AND 'READ' IN coalesce(covers6.actions, ['READ'])
    UNWIND [category5.code] + CASE category5.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code16
    WITH code16
    WHERE code16 IN covered
    RETURN DISTINCT code16
  } AS codes, COLLECT {
    MATCH (role6)-[covers7:COVERS]->(category6:Category)
    WHERE covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND category6.retractedAt IS NULL
    MATCH (role6)-[handles2:HANDLES]->(theme21:Theme)
    WHERE handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme21.retractedAt IS NULL
    AND 'READ' IN coalesce(covers7.actions, ['READ']) AND category6.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category6.code IN covered
    RETURN DISTINCT category6.code + ':' + theme21.code
  } AS themed, COLLECT {
    MATCH (position28)-[at25:AT]->(place:Unit|Municipality|Business)
    WHERE at25.validFrom <= $given.now AND coalesce(at25.validTo, 9007199254740991) > $given.now AND at25.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position28.id, reach: role6.reach, codes: codes, themed: themed, role: role6.code, place: head(places)}) AS seats
}
CALL (viewer, cases2) {
  UNWIND cases2 AS case5
  MATCH (case5)-[concerns11:CONCERNS]->(person19:Person)
  WHERE concerns11.validFrom <= $given.now AND coalesce(concerns11.validTo, 9007199254740991) > $given.now AND concerns11.retractedAt IS NULL AND person19.retractedAt IS NULL
  AND case5.id = $given.case
  RETURN collect(DISTINCT person19.id) AS caseSubjects
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
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection12:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection12.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS subject10
  RETURN collect(DISTINCT subject10.id) AS self
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self2
  MATCH (self2)-[parent_of:PARENT_OF]->(subject11:Person)
  WHERE parent_of.retractedAt IS NULL AND subject11.retractedAt IS NULL
  RETURN collect(DISTINCT subject11.id) AS child
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self3
  MATCH (self3)<-[parent_of2:PARENT_OF]-(subject12:Person)
  WHERE parent_of2.retractedAt IS NULL AND subject12.retractedAt IS NULL
  RETURN collect(DISTINCT subject12.id) AS parent
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self4
  MATCH (self4)<-[parent_of3:PARENT_OF*2..3]-(subject13:Person)
  WHERE all(step17 IN parent_of3 WHERE step17.retractedAt IS NULL AND startNode(step17).retractedAt IS NULL) AND subject13.retractedAt IS NULL
  RETURN collect(DISTINCT subject13.id) AS ancestor
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)-[parent_of4:PARENT_OF*2..3]->(subject14:Person)
  WHERE all(step18 IN parent_of4 WHERE step18.retractedAt IS NULL AND endNode(step18).retractedAt IS NULL) AND subject14.retractedAt IS NULL
  RETURN collect(DISTINCT subject14.id) AS descendant
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self6
  MATCH (self6)-[partner_of:PARTNER_OF]->(subject15:Person)
  WHERE partner_of.retractedAt IS NULL AND subject15.retractedAt IS NULL
  RETURN collect(DISTINCT subject15.id) AS partner
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self7
  MATCH (self7)<-[partner_of2:PARTNER_OF]-(subject16:Person)
  WHERE partner_of2.retractedAt IS NULL AND subject16.retractedAt IS NULL
  RETURN collect(DISTINCT subject16.id) AS partnerBack
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self8
  MATCH (self8)<-[parent_of5:PARENT_OF]-(person12:Person)
  WHERE parent_of5.retractedAt IS NULL AND person12.retractedAt IS NULL
  MATCH (person12)-[parent_of6:PARENT_OF]->(subject17:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject17.retractedAt IS NULL AND self8.id <> subject17.id
  RETURN collect(DISTINCT subject17.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self9
  MATCH (self9)-[parent_of7:PARENT_OF]->(person13:Person)
  WHERE parent_of7.retractedAt IS NULL AND person13.retractedAt IS NULL
  MATCH (person13)<-[parent_of8:PARENT_OF]-(subject18:Person)
  WHERE parent_of8.retractedAt IS NULL AND subject18.retractedAt IS NULL AND self9.id <> subject18.id
  RETURN collect(DISTINCT subject18.id) AS commonChild
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position6
  MATCH (position6)-[at4:AT]->(unit4:Unit)
  WHERE coalesce(at4.validFrom <= $given.now, true) AND coalesce(at4.validTo > $given.now, true) AND at4.retractedAt IS NULL AND unit4.retractedAt IS NULL
  RETURN count(*) > 0 AS shielded
}
CALL (viewer, covered, seats, persons2) {
  UNWIND persons2 AS person15
  RETURN count(*) > 0 AS excepted3
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position8
  MATCH (position8)-[at6:AT]->(unit6:Unit)
  WHERE coalesce(at6.validFrom <= $given.now, true) AND coalesce(at6.validTo > $given.now, true) AND at6.retractedAt IS NULL AND unit6.retractedAt IS NULL
  RETURN collect(DISTINCT unit6.id) AS sameOffice
}
CALL (viewer, covered, seats, persons3) {
  UNWIND persons3 AS person17
  MATCH (person17)<-[to:TO]-(mandate:Mandate {kind: 'GUARDIANSHIP'})-[from:FROM]->(subject19:Person)
  WHERE coalesce(to.validFrom <= $given.now, true) AND coalesce(to.validTo > $given.now, true) AND to.retractedAt IS NULL AND coalesce(mandate.validFrom <= $given.now, true) AND coalesce(mandate.validTo > $given.now, true) AND mandate.retractedAt IS NULL AND coalesce(mandate.revokedAt > $given.now, true) AND coalesce(from.validFrom <= $given.now, true) AND coalesce(from.validTo > $given.now, true) AND from.retractedAt IS NULL AND subject19.retractedAt IS NULL
  RETURN collect(DISTINCT subject19.id) AS guardian
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position9
  MATCH (position9)-[at7:AT]->(unit7:Unit)
  WHERE at7.validFrom <= $given.now AND coalesce(at7.validTo, 9007199254740991) > $given.now AND at7.retractedAt IS NULL AND unit7.retractedAt IS NULL
  MATCH (viewer)-[cleared_for3:CLEARED_FOR]->(protection15:Protection {code: 'DECEASED'})
  WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection15.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted4
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position10
  MATCH (position10)-[at8:AT]->(unit8:Unit)
  WHERE at8.validFrom <= $given.now AND coalesce(at8.validTo, 9007199254740991) > $given.now AND at8.retractedAt IS NULL AND unit8.retractedAt IS NULL
  MATCH (viewer)-[cleared_for4:CLEARED_FOR]->(protection16:Protection {code: 'ABROAD'})
  WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection16.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted5
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position11
  MATCH (position11)-[at9:AT]->(unit9:Unit)
  WHERE at9.validFrom <= $given.now AND coalesce(at9.validTo, 9007199254740991) > $given.now AND at9.retractedAt IS NULL AND unit9.retractedAt IS NULL
  MATCH (viewer)-[cleared_for5:CLEARED_FOR]->(protection17:Protection {code: 'UNKNOWN_RESIDENCE'})
  WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection17.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted6
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position12
  MATCH (position12)-[at10:AT]->(unit10:Unit)-[serves:SERVES]->(area4:Area)
  WHERE at10.validFrom <= $given.now AND coalesce(at10.validTo, 9007199254740991) > $given.now AND at10.retractedAt IS NULL AND unit10.retractedAt IS NULL AND serves.validFrom <= $given.now AND coalesce(serves.validTo, 9007199254740991) > $given.now AND serves.retractedAt IS NULL AND area4.retractedAt IS NULL AND serves.theme IS NULL
  WITH position12, covered, seats, collect(DISTINCT area4.id) AS at
  WITH reduce(found6 = [], seat2 IN [seat2 IN seats WHERE seat2.position = position12.id AND seat2.reach IN ['LOCAL']] | found6 + seat2.codes + seat2.themed) AS gives, ['@employee.local-office', '@@' + position12.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position13
  MATCH (position13)-[at11:AT]->(unit11:Unit)-[serves2:SERVES]->(area6:Area)
  WHERE at11.validFrom <= $given.now AND coalesce(at11.validTo, 9007199254740991) > $given.now AND at11.retractedAt IS NULL AND unit11.retractedAt IS NULL AND serves2.validFrom <= $given.now AND coalesce(serves2.validTo, 9007199254740991) > $given.now AND serves2.retractedAt IS NULL AND area6.retractedAt IS NULL
  MATCH (position13)-[in4:IN]->(role2:Role)-[handles:HANDLES]->(theme10:Theme)
  WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND role2.retractedAt IS NULL AND handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme10.retractedAt IS NULL AND serves2.theme = theme10.code
  WITH position13, theme10, covered, seats, collect(DISTINCT area6.id) AS at
  WITH reduce(found9 = [], entry IN reduce(found8 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position13.id AND seat4.reach IN ['LOCAL']] | found8 + seat4.codes + seat4.themed) | found9 + CASE WHEN NOT entry CONTAINS ':' THEN [entry] WHEN entry ENDS WITH ':*' THEN [theme11 IN [theme10.code] | split(entry, ':')[0] + ':' + theme11] WHEN split(entry, ':')[1] IN [theme10.code] THEN [entry] ELSE [] END) AS gives, ['@employee.local-office', '@@' + position13.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position14
  MATCH (position14)-[at12:AT]->(unit12:Unit)
  WHERE at12.validFrom <= $given.now AND coalesce(at12.validTo, 9007199254740991) > $given.now AND at12.retractedAt IS NULL AND unit12.retractedAt IS NULL
  WITH position14, covered, seats, collect(DISTINCT unit12.id) AS at
  WITH reduce(found11 = [], seat6 IN [seat6 IN seats WHERE seat6.position = position14.id AND seat6.reach IN ['LOCAL']] | found11 + seat6.codes + seat6.themed) AS gives, ['@employee.follow-up-unit', '@@' + position14.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS followUpUnit
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position15
  MATCH (position15)-[at13:AT]->(unit14:Unit)
  WHERE at13.validFrom <= $given.now AND coalesce(at13.validTo, 9007199254740991) > $given.now AND at13.retractedAt IS NULL AND unit14.retractedAt IS NULL
  WITH DISTINCT position15, covered, seats
  WITH reduce(found13 = [], seat8 IN [seat8 IN seats WHERE seat8.position = position15.id AND seat8.reach IN ['NATIONAL']] | found13 + seat8.codes + seat8.themed) AS gives, ['@employee.national-role', '@@' + position15.id] AS marks
  RETURN reduce(all = [], each IN collect(CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END) | all + each) AS nationalRole
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position16
  MATCH (position16)-[at14:AT]->(unit15:Unit)
  WHERE at14.validFrom <= $given.now AND coalesce(at14.validTo, 9007199254740991) > $given.now AND at14.retractedAt IS NULL AND unit15.retractedAt IS NULL
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case:Case)-[concerns7:CONCERNS {part: 'MAIN'}]->(subject20:Person)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case.retractedAt IS NULL AND concerns7.validFrom <= $given.now AND coalesce(concerns7.validTo, 9007199254740991) > $given.now AND concerns7.retractedAt IS NULL AND subject20.retractedAt IS NULL AND (case.closedAt IS NULL OR case.closedAt > $given.now)
  WITH case, covered, seats, collect(DISTINCT subject20.id) AS at
  WITH *, COLLECT {
    MATCH (case)-[in5:IN]->(theme12:Theme)
    WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND theme12.retractedAt IS NULL
    RETURN DISTINCT theme12.code
  } AS themes3
  WITH reduce(found15 = [], entry2 IN reduce(found14 = [], seat10 IN seats | found14 + seat10.codes + seat10.themed) | found15 + CASE WHEN NOT entry2 CONTAINS ':' THEN [entry2] WHEN entry2 ENDS WITH ':*' THEN [theme13 IN themes3 | split(entry2, ':')[0] + ':' + theme13] WHEN split(entry2, ':')[1] IN themes3 THEN [entry2] ELSE [] END) AS gives, ['@employee.assigned-case'] + [seat11 IN seats | '@@' + seat11.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCase
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position17
  MATCH (position17)-[at15:AT]->(unit16:Unit)
  WHERE at15.validFrom <= $given.now AND coalesce(at15.validTo, 9007199254740991) > $given.now AND at15.retractedAt IS NULL AND unit16.retractedAt IS NULL
  MATCH (viewer)-[assigned_to2:ASSIGNED_TO]->(case2:Case)-[concerns8:CONCERNS {part: 'PARTY'}]->(subject21:Person)
  WHERE assigned_to2.validFrom <= $given.now AND coalesce(assigned_to2.validTo, 9007199254740991) > $given.now AND assigned_to2.retractedAt IS NULL AND case2.retractedAt IS NULL AND concerns8.validFrom <= $given.now AND coalesce(concerns8.validTo, 9007199254740991) > $given.now AND concerns8.retractedAt IS NULL AND subject21.retractedAt IS NULL AND (case2.closedAt IS NULL OR case2.closedAt > $given.now)
  WITH case2, covered, seats, collect(DISTINCT subject21.id) AS at
  WITH *, COLLECT {
    MATCH (case2)-[in6:IN]->(theme14:Theme)
    WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND theme14.retractedAt IS NULL
    RETURN DISTINCT theme14.code
  } AS themes4
  WITH reduce(found18 = [], entry3 IN reduce(found17 = [], seat12 IN seats | found17 + seat12.codes + seat12.themed) | found18 + CASE WHEN NOT entry3 CONTAINS ':' THEN [entry3] WHEN entry3 ENDS WITH ':*' THEN [theme15 IN themes4 | split(entry3, ':')[0] + ':' + theme15] WHEN split(entry3, ':')[1] IN themes4 THEN [entry3] ELSE [] END) AS gives, ['@employee.assigned-case-party'] + [seat13 IN seats | '@@' + seat13.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCaseParty
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position18
  MATCH (position18)-[at16:AT]->(unit17:Unit)
  WHERE at16.validFrom <= $given.now AND coalesce(at16.validTo, 9007199254740991) > $given.now AND at16.retractedAt IS NULL AND unit17.retractedAt IS NULL
  MATCH (viewer)<-[by:BY]-(override:Override)-[of:OF]->(subject22:Person)
  WHERE by.validFrom <= $given.now AND coalesce(by.validTo, 9007199254740991) > $given.now AND by.retractedAt IS NULL AND override.validFrom <= $given.now AND coalesce(override.validTo, 9007199254740991) > $given.now AND override.retractedAt IS NULL AND of.validFrom <= $given.now AND coalesce(of.validTo, 9007199254740991) > $given.now AND of.retractedAt IS NULL AND subject22.retractedAt IS NULL
  WITH position18, override, covered, seats, collect(DISTINCT subject22.id) AS at
  WITH reduce(found20 = [], seat14 IN [seat14 IN seats WHERE seat14.position = position18.id] | found20 + seat14.codes + seat14.themed) AS gives, ['@employee.override', '@@' + position18.id] AS marks, at, coalesce(override.lifts, []) AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS override2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position19
  MATCH (position19)-[at17:AT]->(municipality:Municipality)
  WHERE at17.validFrom <= $given.now AND coalesce(at17.validTo, 9007199254740991) > $given.now AND at17.retractedAt IS NULL AND municipality.retractedAt IS NULL
  MATCH (position19)-[in7:IN]->(role3:Role)-[covers:COVERS]->(category:Category {code: 'CARD'})
  WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND role3.retractedAt IS NULL AND covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH position19, covered, seats, collect(DISTINCT municipality.id) AS at
  WITH reduce(found22 = [], seat16 IN [seat16 IN seats WHERE seat16.position = position19.id AND seat16.reach IN ['LOCAL']] | found22 + seat16.codes + seat16.themed) AS gives, ['@municipality.inhabitant', '@@' + position19.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position20
  MATCH (position20)-[at18:AT]->(municipality3:Municipality)
  WHERE at18.validFrom <= $given.now AND coalesce(at18.validTo, 9007199254740991) > $given.now AND at18.retractedAt IS NULL AND municipality3.retractedAt IS NULL
  MATCH (position20)-[in8:IN]->(role4:Role)-[covers2:COVERS]->(category2:Category {code: 'CARD'})
  WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND role4.retractedAt IS NULL AND covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND category2.retractedAt IS NULL
  WITH position20, covered, seats, collect(DISTINCT municipality3.id) AS at
  WITH reduce(found24 = [], seat18 IN [seat18 IN seats WHERE seat18.position = position20.id AND seat18.reach IN ['LOCAL']] | found24 + seat18.codes + seat18.themed) AS gives, ['@municipality.inhabitant', '@@' + position20.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position21
  MATCH (position21)-[at19:AT]->(arranger:Business)<-[arranged_by2:ARRANGED_BY]-(activity2:Activity)
  WHERE at19.validFrom <= $given.now AND coalesce(at19.validTo, 9007199254740991) > $given.now AND at19.retractedAt IS NULL AND arranger.retractedAt IS NULL AND arranged_by2.validFrom <= $given.now AND coalesce(arranged_by2.validTo, 9007199254740991) > $given.now AND arranged_by2.retractedAt IS NULL AND activity2.retractedAt IS NULL AND (activity2.endsAt IS NULL OR activity2.endsAt > $given.now)
  WITH position21, covered, seats, collect(DISTINCT activity2.id) AS at
  WITH reduce(found27 = [], entry5 IN [entry4 IN reduce(found26 = [], seat20 IN [seat20 IN seats WHERE seat20.position = position21.id AND seat20.reach IN ['LOCAL']] | found26 + seat20.codes + seat20.themed) WHERE split(entry4, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found27 + CASE WHEN NOT entry5 CONTAINS ':' THEN [entry5] WHEN entry5 ENDS WITH ':*' THEN [theme16 IN [] | split(entry5, ':')[0] + ':' + theme16] WHEN split(entry5, ':')[1] IN [] THEN [entry5] ELSE [] END) AS gives, ['@arranger.participant', '@@' + position21.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS participant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position22
  MATCH (position22)-[at20:AT]->(arranger2:Business)<-[arranged_by3:ARRANGED_BY]-(activity4:Activity)
  WHERE at20.validFrom <= $given.now AND coalesce(at20.validTo, 9007199254740991) > $given.now AND at20.retractedAt IS NULL AND arranger2.retractedAt IS NULL AND arranged_by3.validFrom <= $given.now AND coalesce(arranged_by3.validTo, 9007199254740991) > $given.now AND arranged_by3.retractedAt IS NULL AND activity4.retractedAt IS NULL AND (activity4.endsAt IS NULL OR activity4.endsAt > $given.now)
  WITH position22, covered, seats, collect(DISTINCT activity4.id) AS at
  WITH reduce(found29 = [], seat22 IN [seat22 IN seats WHERE seat22.position = position22.id AND seat22.reach IN ['LOCAL']] | found29 + seat22.codes + seat22.themed) AS gives, ['@arranger.participant', '@@' + position22.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS participant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position23
  MATCH (position23)-[at21:AT]->(organisation:Business|Municipality)
  WHERE at21.validFrom <= $given.now AND coalesce(at21.validTo, 9007199254740991) > $given.now AND at21.retractedAt IS NULL AND organisation.retractedAt IS NULL
  WITH position23, covered, seats, collect(DISTINCT organisation.id) AS at
  WITH reduce(found33 = [], seat24 IN [seat24 IN seats WHERE seat24.position = position23.id AND seat24.reach IN ['LOCAL']] | found33 + seat24.codes + seat24.themed) AS gives, ['@organisation.consent', '@@' + position23.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS consent
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position24
  MATCH (position24)-[at22:AT]->(business19:Business)
  WHERE at22.validFrom <= $given.now AND coalesce(at22.validTo, 9007199254740991) > $given.now AND at22.retractedAt IS NULL AND business19.retractedAt IS NULL
  WITH position24, covered, seats, collect(DISTINCT business19.id) AS at
  WITH [entry9 IN reduce(found37 = [], seat26 IN [seat26 IN seats WHERE seat26.position = position24.id AND seat26.reach IN ['LOCAL']] | found37 + seat26.codes + seat26.themed) WHERE split(entry9, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position24.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position26
  MATCH (position26)-[at24:AT]->(unit19:Unit)<-[withholds:WITHHOLDS]-(restriction:Restriction)-[of2:OF]->(subject27:Person)
  WHERE all(it IN [at24, withholds, restriction, of2] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [at24, unit19, withholds, restriction, of2, subject27] WHERE it.retractedAt IS NULL)
  RETURN collect({of: subject27.id, at: position26.id, by: restriction.id, until: restriction.validTo}) AS withheld
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, staff: staff, protectionExcepted: protectionExcepted, excepted: excepted, excepted2: excepted2, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, shielded: shielded, excepted3: excepted3, sameOffice: sameOffice, guardianOfSubject: guardian, excepted4: excepted4, excepted5: excepted5, excepted6: excepted6, seats: seats, localOffice: localOffice, localOffice2: localOffice2, followUpUnit: followUpUnit, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, override2: override2, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent: consent, attachedPerson: attachedPerson, withheld: withheld} AS ctx
CALL (viewer, ctx) {
  WITH * WHERE ctx.permitted
  WITH *, [] AS decided
  WITH *, [] AS carded
  RETURN head(collect({name: viewer.displayName, id: viewer.id})) AS root
}
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
      RETURN itself AS person11
      UNION
      MATCH (person2)<-[edge35:FROM]-(node35:Mandate)
      MATCH (node35)-[edge36:FROM]->(node36:Person|Business)
      MATCH (node36)-[part_of20:PART_OF*0..2]->(business22:Business)-[owned_by15:OWNED_BY]->(subject23:Person)
      RETURN subject23 AS person11
      UNION
      MATCH (person2)<-[edge37:FROM]-(node37:Mandate)
      MATCH (node37)-[edge38:TO]->(node38:Person|Business)
      MATCH (node38)-[part_of21:PART_OF*0..2]->(business23:Business)-[owned_by16:OWNED_BY]->(subject24:Person)
      RETURN subject24 AS person11
      UNION
      MATCH (person2)<-[edge39:TO]-(node39:Mandate)
      MATCH (node39)-[edge40:FROM]->(node40:Person|Business)
      MATCH (node40)-[part_of22:PART_OF*0..2]->(business24:Business)-[owned_by17:OWNED_BY]->(subject25:Person)
      RETURN subject25 AS person11
      UNION
      MATCH (person2)<-[edge41:TO]-(node41:Mandate)
      MATCH (node41)-[edge42:TO]->(node42:Person|Business)
      MATCH (node42)-[part_of23:PART_OF*0..2]->(business25:Business)-[owned_by18:OWNED_BY]->(subject26:Person)
      RETURN subject26 AS person11
    }
    WITH *, CASE WHEN person11.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person11)-[protected_as:PROTECTED_AS]->(protection13:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection13.retractedAt IS NULL
      AND ((ctx.id <> person11.id AND protection13.code IS NOT NULL AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)) OR (protection13.code IS NOT NULL AND protection13.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection13.code
    } + CASE WHEN ctx.id <> person11.id AND person11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)-[protected_as2:PROTECTED_AS]->(protection14:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection14.retractedAt IS NULL
      AND ctx.id <> person11.id AND coalesce((protection14.code IS NULL OR NOT (protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted3 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position7:Position)-[at5:AT]->(unit5:Unit)
      WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position7.retractedAt IS NULL AND coalesce(at5.validFrom <= $given.now, true) AND coalesce(at5.validTo > $given.now, true) AND at5.retractedAt IS NULL AND unit5.retractedAt IS NULL
      AND unit5.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS person11Codes
    WITH *, CASE WHEN person11.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN person11.deathDate IS NOT NULL AND coalesce((person11.deathDate + duration({months: 12})) < date($given.today), true) AND NOT ctx.excepted4 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)-[belongs_to2:BELONGS_TO]->(area2:Area {kind: 'COUNTRY'})
      WHERE coalesce(belongs_to2.validFrom <= $given.now, true) AND coalesce(belongs_to2.validTo > $given.now, true) AND belongs_to2.retractedAt IS NULL AND area2.retractedAt IS NULL
      AND NOT ctx.excepted5
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)-[belongs_to3:BELONGS_TO]->(area3:Area {kind: 'UNKNOWN'})
      WHERE coalesce(belongs_to3.validFrom <= $given.now, true) AND coalesce(belongs_to3.validTo > $given.now, true) AND belongs_to3.retractedAt IS NULL AND area3.retractedAt IS NULL
      AND NOT ctx.excepted6
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS person11Overridable
    WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
      MATCH (person11)-[belongs_to4:BELONGS_TO]->(area5:Area)
      WHERE belongs_to4.validFrom <= $given.now AND coalesce(belongs_to4.validTo, 9007199254740991) > $given.now AND belongs_to4.retractedAt IS NULL AND area5.retractedAt IS NULL
      RETURN DISTINCT area5.id
    } ELSE [] END AS area5s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (person11)-[belongs_to5:BELONGS_TO]->(area7:Area)
      WHERE belongs_to5.validFrom <= $given.now AND coalesce(belongs_to5.validTo, 9007199254740991) > $given.now AND belongs_to5.retractedAt IS NULL AND area7.retractedAt IS NULL
      RETURN DISTINCT area7.id
    } ELSE [] END AS area7s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
      MATCH (person11)-[followed_up_by:FOLLOWED_UP_BY]->(unit13:Unit)
      WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND unit13.retractedAt IS NULL
      RETURN DISTINCT unit13.id
    } ELSE [] END AS unit13s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
      MATCH (person11)-[belongs_to6:BELONGS_TO]->(area8:Area)-[part_of16:PART_OF*0..1]->(area9:Area)<-[governs:GOVERNS]-(municipality2:Municipality)<-[kept_at:KEPT_AT|OWNED_BY]-(device2:Device)-[lent_to:LENT_TO]->(person11)
      WHERE belongs_to6.validFrom <= $given.now AND coalesce(belongs_to6.validTo, 9007199254740991) > $given.now AND belongs_to6.retractedAt IS NULL AND area8.retractedAt IS NULL AND all(step19 IN part_of16 WHERE step19.validFrom <= $given.now AND coalesce(step19.validTo, 9007199254740991) > $given.now AND step19.retractedAt IS NULL AND endNode(step19).retractedAt IS NULL) AND area9.retractedAt IS NULL AND governs.validFrom <= $given.now AND coalesce(governs.validTo, 9007199254740991) > $given.now AND governs.retractedAt IS NULL AND municipality2.retractedAt IS NULL AND kept_at.validFrom <= $given.now AND coalesce(kept_at.validTo, 9007199254740991) > $given.now AND kept_at.retractedAt IS NULL AND device2.retractedAt IS NULL AND lent_to.validFrom <= $given.now AND coalesce(lent_to.validTo, 9007199254740991) > $given.now AND lent_to.retractedAt IS NULL
      RETURN DISTINCT municipality2.id
    } ELSE [] END AS municipality2s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (person11)-[belongs_to7:BELONGS_TO]->(area10:Area)-[part_of17:PART_OF*0..1]->(area11:Area)<-[governs2:GOVERNS]-(municipality4:Municipality)<-[arranged_by:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(person11)
      WHERE belongs_to7.validFrom <= $given.now AND coalesce(belongs_to7.validTo, 9007199254740991) > $given.now AND belongs_to7.retractedAt IS NULL AND area10.retractedAt IS NULL AND all(step20 IN part_of17 WHERE step20.validFrom <= $given.now AND coalesce(step20.validTo, 9007199254740991) > $given.now AND step20.retractedAt IS NULL AND endNode(step20).retractedAt IS NULL) AND area11.retractedAt IS NULL AND governs2.validFrom <= $given.now AND coalesce(governs2.validTo, 9007199254740991) > $given.now AND governs2.retractedAt IS NULL AND municipality4.retractedAt IS NULL AND arranged_by.validFrom <= $given.now AND coalesce(arranged_by.validTo, 9007199254740991) > $given.now AND arranged_by.retractedAt IS NULL AND activity.retractedAt IS NULL AND takes.validFrom <= $given.now AND coalesce(takes.validTo, 9007199254740991) > $given.now AND takes.retractedAt IS NULL
      AND (takes.answer IS NULL OR takes.answer <> 'NO') AND (activity.endsAt IS NULL OR activity.endsAt > $given.now)
      RETURN DISTINCT municipality4.id
    } ELSE [] END AS municipality4s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
      MATCH (person11)-[takes2:TAKES_PART_IN]->(activity3:Activity)
      WHERE takes2.validFrom <= $given.now AND coalesce(takes2.validTo, 9007199254740991) > $given.now AND takes2.retractedAt IS NULL AND activity3.retractedAt IS NULL
      AND (takes2.answer IS NULL OR takes2.answer <> 'NO')
      RETURN DISTINCT activity3.id
    } ELSE [] END AS activity3s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (person11)-[takes3:TAKES_PART_IN]->(activity5:Activity)-[part_of18:PART_OF]->(case3:Case)
      WHERE takes3.validFrom <= $given.now AND coalesce(takes3.validTo, 9007199254740991) > $given.now AND takes3.retractedAt IS NULL AND activity5.retractedAt IS NULL AND part_of18.validFrom <= $given.now AND coalesce(part_of18.validTo, 9007199254740991) > $given.now AND part_of18.retractedAt IS NULL AND case3.retractedAt IS NULL
      AND (takes3.answer IS NULL OR takes3.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case3)-[in9:IN]->(theme17:Theme)
        WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme17.retractedAt IS NULL
        RETURN DISTINCT theme17.code
      } AS themes5
      RETURN {at: activity5.id, gives: themes5, lifts: []}
    } ELSE [] END AS activity5s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
      MATCH (person11)<-[from2:FROM]-(consent2:Consent)-[to2:TO]->(organisation2:Business|Municipality)
      WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND consent2.validFrom <= $given.now AND coalesce(consent2.validTo, 9007199254740991) > $given.now AND consent2.retractedAt IS NULL AND consent2.withdrawnAt IS NULL AND to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND organisation2.retractedAt IS NULL
      MATCH (consent2)-[for:FOR]->(purpose2:Purpose)
      WHERE for.validFrom <= $given.now AND coalesce(for.validTo, 9007199254740991) > $given.now AND for.retractedAt IS NULL AND purpose2.retractedAt IS NULL
      AND purpose2.code = $given.purpose
      WITH *, COLLECT {
        MATCH (consent2)-[covers3:COVERS]->(category3:Category)
        RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
      } AS named, COLLECT {
        MATCH (consent2)-[covers4:COVERS]->(theme19:Theme)
        RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme19.retractedAt IS NULL THEN theme19.code ELSE '' END
      } AS themes6
      RETURN {at: organisation2.id, gives: reduce(found35 = [], code11 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found35 + CASE WHEN code11 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code11] + CASE WHEN code11 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme20 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme20 <> '' | code11 + ':' + theme20] ELSE [] END ELSE [] END), lifts: []}
    } ELSE [] END AS organisation2s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person11)-[employed_by:EMPLOYED_BY]->(business20:Business)-[part_of19:PART_OF*0..2]->(business21:Business)
      WHERE employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business20.retractedAt IS NULL AND all(step21 IN part_of19 WHERE step21.validFrom <= $given.now AND coalesce(step21.validTo, 9007199254740991) > $given.now AND step21.retractedAt IS NULL AND endNode(step21).retractedAt IS NULL) AND business21.retractedAt IS NULL
      RETURN DISTINCT business21.id
    } ELSE [] END AS business21s
    WITH *, reduce(found7 = [], row IN ctx.localOffice | CASE WHEN any(key IN area5s WHERE key IN row.at) THEN found7 + row.gives ELSE found7 END) + reduce(found10 = [], row2 IN ctx.localOffice2 | CASE WHEN any(key IN area7s WHERE key IN row2.at) THEN found10 + row2.gives ELSE found10 END) + reduce(found12 = [], row3 IN ctx.followUpUnit | CASE WHEN any(key IN unit13s WHERE key IN row3.at) THEN found12 + row3.gives ELSE found12 END) + ctx.nationalRole + reduce(found16 = [], row4 IN ctx.assignedCase | CASE WHEN person11.id IN row4.at THEN found16 + row4.gives ELSE found16 END) + reduce(found19 = [], row5 IN ctx.assignedCaseParty | CASE WHEN person11.id IN row5.at THEN found19 + row5.gives ELSE found19 END) + reduce(found21 = [], row6 IN ctx.override2 | CASE WHEN person11.id IN row6.at THEN found21 + row6.gives ELSE found21 END) + reduce(found23 = [], row7 IN ctx.inhabitant | CASE WHEN any(key IN municipality2s WHERE key IN row7.at) THEN found23 + row7.gives ELSE found23 END) + reduce(found25 = [], row8 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality4s WHERE key IN row8.at) THEN found25 + row8.gives ELSE found25 END) + reduce(found28 = [], row9 IN ctx.participant | CASE WHEN any(key IN activity3s WHERE key IN row9.at) THEN found28 + row9.gives ELSE found28 END) + reduce(found30 = [], row10 IN ctx.participant2 | reduce(found31 = found30, key2 IN activity5s | CASE WHEN key2.at IN row10.at THEN found31 + reduce(both = [], shared IN [reduce(found32 = [], entry6 IN row10.gives | found32 + CASE WHEN NOT entry6 CONTAINS ':' THEN [entry6] WHEN entry6 ENDS WITH ':*' THEN [theme18 IN key2.gives | split(entry6, ':')[0] + ':' + theme18] WHEN split(entry6, ':')[1] IN key2.gives THEN [entry6] ELSE [] END)] | both + CASE WHEN size(shared) > 0 THEN shared + row10.marks ELSE [] END) ELSE found31 END)) + reduce(found34 = [], row11 IN ctx.consent | reduce(found36 = found34, key3 IN organisation2s | CASE WHEN key3.at IN row11.at THEN found36 + reduce(both2 = [], shared2 IN [[entry7 IN row11.gives WHERE entry7 IN key3.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key3.gives)] + [entry8 IN key3.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row11.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row11.marks ELSE [] END) ELSE found36 END)) + reduce(found38 = [], row12 IN ctx.attachedPerson | CASE WHEN any(key IN business21s WHERE key IN row12.at) THEN found38 + row12.gives ELSE found38 END) AS person11Offered
    WITH *, CASE WHEN size(person11Codes) > 0 THEN [] ELSE CASE WHEN size(person11Overridable) > 0 THEN reduce(found39 = [], row13 IN ctx.assignedCaseParty | CASE WHEN person11.id IN row13.at THEN found39 + row13.gives ELSE found39 END) + reduce(found40 = [], row14 IN ctx.override2 | CASE WHEN person11.id IN row14.at AND none(code15 IN person11Overridable WHERE NOT code15 IN row14.lifts) THEN found40 + row14.gives ELSE found40 END) ELSE person11Offered END END AS person11Mask
    RETURN collect({id: person11.id, core: person11Codes, mask: person11Mask, codes: person11Codes + person11Overridable, offered: CASE WHEN size(person11Codes + person11Overridable) > 0 THEN person11Offered ELSE [] END, overridable: person11Overridable}) AS decided
  }
  CALL (ctx, person2) {
    CALL (person2) {
      MATCH (person2)<-[edge43:FROM]-(node43:Mandate)
      MATCH (node43)-[edge44:FROM]->(node44:Person|Business)
      RETURN node44 AS person18
      UNION
      MATCH (person2)<-[edge45:FROM]-(node45:Mandate)
      MATCH (node45)-[edge46:TO]->(node46:Person|Business)
      RETURN node46 AS person18
      UNION
      MATCH (person2)<-[edge47:TO]-(node47:Mandate)
      MATCH (node47)-[edge48:FROM]->(node48:Person|Business)
      RETURN node48 AS person18
      UNION
      MATCH (person2)<-[edge49:TO]-(node49:Mandate)
      MATCH (node49)-[edge50:TO]->(node50:Person|Business)
      RETURN node50 AS person18
      UNION
      MATCH (person2)<-[edge51:CONCERNS]-(node51:Case)
      MATCH (node51)-[concerns9:CONCERNS]->(party5:Person)
      RETURN party5 AS person18
      UNION
      MATCH (person2)<-[edge52:CONCERNS]-(node52:Case)
      MATCH (node52)-[concerns10:CONCERNS]->(business26:Business)-[part_of24:PART_OF*0..2]->(business27:Business)-[owned_by19:OWNED_BY]->(party6:Person)
      RETURN party6 AS person18
    }
    RETURN collect({id: person18.id, core: CASE WHEN person18.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person18)-[protected_as3:PROTECTED_AS]->(protection18:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection18.retractedAt IS NULL
      AND ((ctx.id <> person18.id AND protection18.code IS NOT NULL AND protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection18.id IN ctx.protectionExcepted)) OR (protection18.code IS NOT NULL AND protection18.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection18.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection18.code
    } + CASE WHEN ctx.id <> person18.id AND person18.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person18)-[protected_as4:PROTECTED_AS]->(protection19:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection19.retractedAt IS NULL
      AND ctx.id <> person18.id AND coalesce((protection19.code IS NULL OR NOT (protection19.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted3 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person18)<-[is5:IS]-(employee2:Employee)-[holds4:HOLDS]->(position25:Position)-[at23:AT]->(unit18:Unit)
      WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position25.retractedAt IS NULL AND coalesce(at23.validFrom <= $given.now, true) AND coalesce(at23.validTo > $given.now, true) AND at23.retractedAt IS NULL AND unit18.retractedAt IS NULL
      AND unit18.id IN ctx.sameOffice
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
    RETURN collect({it: {kind: node2.kind, street: node2.street, postalCode: node2.postalCode, city: node2.city}}) AS addresses
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge5:FROM]-(node5:Mandate)
    WHERE edge5.validFrom <= $given.now AND coalesce(edge5.validTo, 9007199254740991) > $given.now AND edge5.retractedAt IS NULL AND node5.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node5 AS node4, edge5 AS edge4
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node4Whole, 'MANDATES' IN person2Mask AS node4Shown
    WITH * WHERE node4Shown
    WITH * WHERE $given.a2 IS NULL OR edge4.validFrom < $given.a2[0] OR (edge4.validFrom = $given.a2[0] AND edge4.id > $given.a2[1])
    WITH * ORDER BY edge4.validFrom DESC, edge4.id LIMIT $given.a1 + 1
    CALL (ctx, node4, node4Whole, decided, carded) {
      MATCH (node4)-[edge7:COVERS]->(node7:Theme)
      WHERE edge7.validFrom <= $given.now AND coalesce(edge7.validTo, 9007199254740991) > $given.now AND edge7.retractedAt IS NULL AND node7.retractedAt IS NULL
      WITH *, node7 AS node6, edge7 AS edge6
      WITH * ORDER BY edge6.validFrom DESC, edge6.id LIMIT 1001
      RETURN collect({it: {code: node6.code, name: node6.name}}) AS themes
    }
    CALL (ctx, node4, node4Whole, decided, carded) {
      MATCH (node4)-[edge9:FROM]->(node9:Person|Business)
      WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL
      WITH *, node9 AS node8, edge9 AS edge8
      CALL (ctx, node8, edge8, node4Whole, decided, carded) {
        UNWIND CASE WHEN node8:Person THEN [node8] ELSE [] END AS person3
        WITH *, coalesce(head([each IN carded WHERE each.id = person3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person3Decided
        WITH *, CASE WHEN size(person3Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person3Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person3Mask)
        RETURN collect({it: {id: person3.id, name: CASE WHEN 'CARD' IN person3Mask THEN {full: [person3.givenName, person3.middleName, person3.familyName]} END}, access: {mask: person3Mask, codes: person3Decided.core, offered: ['CARD']}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node8, edge8, node4Whole, decided, carded) {
        UNWIND CASE WHEN node8:Business THEN [node8] ELSE [] END AS business
        CALL (ctx, business, decided, carded) {
          MATCH (business)-[part_of:PART_OF*0..2]->(business2:Business)-[owned_by:OWNED_BY]->(subject:Person)
          WHERE all(step2 IN part_of WHERE step2.validFrom <= $given.now AND coalesce(step2.validTo, 9007199254740991) > $given.now AND step2.retractedAt IS NULL AND endNode(step2).retractedAt IS NULL) AND business2.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subjectDecided
          WITH *, subjectDecided.mask AS subjectMask
          WITH *, (true AND 'WORK' IN subjectMask) AS whole, 'WORK' IN subjectMask AS shown
          RETURN collect({whole: whole, shown: shown}) AS ways
        }
        WITH *, (NOT EXISTS {
          MATCH (business)-[part_of2:PART_OF*0..2]->(business3:Business)-[owned_by2:OWNED_BY]->(subject2:Person)
          WHERE all(step3 IN part_of2 WHERE coalesce(step3.validFrom <= $given.now, true) AND coalesce(step3.validTo > $given.now, true) AND step3.retractedAt IS NULL AND endNode(step3).retractedAt IS NULL) AND business3.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject2.retractedAt IS NULL
        }) OR (size((ways)) > 0 AND all(way IN (ways) WHERE way.whole)) AS businessWhole
        WITH * WHERE businessWhole AND size(CASE WHEN EXISTS {
          MATCH (business)-[part_of3:PART_OF*0..2]->(firm:Business {form: 'ENK'})
          WHERE all(step4 IN part_of3 WHERE coalesce(step4.validFrom <= $given.now, true) AND coalesce(step4.validTo > $given.now, true) AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND firm.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm)-[owned_by3:OWNED_BY]->(person4:Person)
            WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person4.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business.id, name: business.name}, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found2
      WITH * WHERE size(found2) > 0
      WITH * ORDER BY edge8.validFrom DESC, edge8.id LIMIT 1
      RETURN collect(head(found2)) AS giver
    }
    CALL (ctx, node4, node4Whole, decided, carded) {
      MATCH (node4)-[edge11:TO]->(node11:Person|Business)
      WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
      WITH *, node11 AS node10, edge11 AS edge10
      CALL (ctx, node10, edge10, node4Whole, decided, carded) {
        UNWIND CASE WHEN node10:Person THEN [node10] ELSE [] END AS person5
        WITH *, coalesce(head([each IN carded WHERE each.id = person5.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person5Decided
        WITH *, CASE WHEN size(person5Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person5Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person5Mask)
        RETURN collect({it: {id: person5.id, name: CASE WHEN 'CARD' IN person5Mask THEN {full: [person5.givenName, person5.middleName, person5.familyName]} END}, access: {mask: person5Mask, codes: person5Decided.core, offered: ['CARD']}, type: 'Person'}) AS asPerson2
      }
      CALL (ctx, node10, edge10, node4Whole, decided, carded) {
        UNWIND CASE WHEN node10:Business THEN [node10] ELSE [] END AS business4
        CALL (ctx, business4, decided, carded) {
          MATCH (business4)-[part_of4:PART_OF*0..2]->(business5:Business)-[owned_by4:OWNED_BY]->(subject3:Person)
          WHERE all(step5 IN part_of4 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND business5.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject3.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject3Decided
          WITH *, subject3Decided.mask AS subject3Mask
          WITH *, (true AND 'WORK' IN subject3Mask) AS whole2, 'WORK' IN subject3Mask AS shown2
          RETURN collect({whole: whole2, shown: shown2}) AS ways2
        }
        WITH *, (NOT EXISTS {
          MATCH (business4)-[part_of5:PART_OF*0..2]->(business6:Business)-[owned_by5:OWNED_BY]->(subject4:Person)
          WHERE all(step6 IN part_of5 WHERE coalesce(step6.validFrom <= $given.now, true) AND coalesce(step6.validTo > $given.now, true) AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND business6.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject4.retractedAt IS NULL
        }) OR (size((ways2)) > 0 AND all(way2 IN (ways2) WHERE way2.whole)) AS business4Whole
        WITH * WHERE business4Whole AND size(CASE WHEN EXISTS {
          MATCH (business4)-[part_of6:PART_OF*0..2]->(firm2:Business {form: 'ENK'})
          WHERE all(step7 IN part_of6 WHERE coalesce(step7.validFrom <= $given.now, true) AND coalesce(step7.validTo > $given.now, true) AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND firm2.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm2)-[owned_by6:OWNED_BY]->(person6:Person)
            WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person6.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business4.id, name: business4.name}, type: 'Business'}) AS asBusiness2
      }
      WITH *, asPerson2 + asBusiness2 AS found3
      WITH * WHERE size(found3) > 0
      WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1
      RETURN collect(head(found3)) AS holder
    }
    RETURN collect({it: {id: node4.id, kind: node4.kind, actions: node4.actions, validFrom: node4.validFrom, validTo: node4.validTo, themes: themes, giver: head(giver), holder: head(holder)}, whole: node4Whole, edge: {}, position: [edge4.validFrom, edge4.id]}) AS mandatesGivenRows
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
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
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge15:TO]-(node15:Mandate)
    WHERE edge15.validFrom <= $given.now AND coalesce(edge15.validTo, 9007199254740991) > $given.now AND edge15.retractedAt IS NULL AND node15.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node15 AS node14, edge15 AS edge14
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node14Whole, 'MANDATES' IN person2Mask AS node14Shown
    WITH * WHERE node14Shown
    WITH * WHERE $given.a4 IS NULL OR edge14.validFrom < $given.a4[0] OR (edge14.validFrom = $given.a4[0] AND edge14.id > $given.a4[1])
    WITH * ORDER BY edge14.validFrom DESC, edge14.id LIMIT $given.a3 + 1
    CALL (ctx, node14, node14Whole, decided, carded) {
      MATCH (node14)-[edge17:COVERS]->(node17:Theme)
      WHERE edge17.validFrom <= $given.now AND coalesce(edge17.validTo, 9007199254740991) > $given.now AND edge17.retractedAt IS NULL AND node17.retractedAt IS NULL
      WITH *, node17 AS node16, edge17 AS edge16
      WITH * ORDER BY edge16.validFrom DESC, edge16.id LIMIT 1001
      RETURN collect({it: {code: node16.code, name: node16.name}}) AS themes2
    }
    CALL (ctx, node14, node14Whole, decided, carded) {
      MATCH (node14)-[edge19:FROM]->(node19:Person|Business)
      WHERE edge19.validFrom <= $given.now AND coalesce(edge19.validTo, 9007199254740991) > $given.now AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL
      WITH *, node19 AS node18, edge19 AS edge18
      CALL (ctx, node18, edge18, node14Whole, decided, carded) {
        UNWIND CASE WHEN node18:Person THEN [node18] ELSE [] END AS person7
        WITH *, coalesce(head([each IN carded WHERE each.id = person7.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person7Decided
        WITH *, CASE WHEN size(person7Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person7Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person7Mask)
        RETURN collect({it: {id: person7.id, name: CASE WHEN 'CARD' IN person7Mask THEN {full: [person7.givenName, person7.middleName, person7.familyName]} END}, access: {mask: person7Mask, codes: person7Decided.core, offered: ['CARD']}, type: 'Person'}) AS asPerson3
      }
      CALL (ctx, node18, edge18, node14Whole, decided, carded) {
        UNWIND CASE WHEN node18:Business THEN [node18] ELSE [] END AS business7
        CALL (ctx, business7, decided, carded) {
          MATCH (business7)-[part_of7:PART_OF*0..2]->(business8:Business)-[owned_by7:OWNED_BY]->(subject5:Person)
          WHERE all(step8 IN part_of7 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND business8.retractedAt IS NULL AND owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND subject5.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject5.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject5Decided
          WITH *, subject5Decided.mask AS subject5Mask
          WITH *, (true AND 'WORK' IN subject5Mask) AS whole3, 'WORK' IN subject5Mask AS shown3
          RETURN collect({whole: whole3, shown: shown3}) AS ways3
        }
        WITH *, (NOT EXISTS {
          MATCH (business7)-[part_of8:PART_OF*0..2]->(business9:Business)-[owned_by8:OWNED_BY]->(subject6:Person)
          WHERE all(step9 IN part_of8 WHERE coalesce(step9.validFrom <= $given.now, true) AND coalesce(step9.validTo > $given.now, true) AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND business9.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND subject6.retractedAt IS NULL
        }) OR (size((ways3)) > 0 AND all(way3 IN (ways3) WHERE way3.whole)) AS business7Whole
        WITH * WHERE business7Whole AND size(CASE WHEN EXISTS {
          MATCH (business7)-[part_of9:PART_OF*0..2]->(firm3:Business {form: 'ENK'})
          WHERE all(step10 IN part_of9 WHERE coalesce(step10.validFrom <= $given.now, true) AND coalesce(step10.validTo > $given.now, true) AND step10.retractedAt IS NULL AND endNode(step10).retractedAt IS NULL) AND firm3.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm3)-[owned_by9:OWNED_BY]->(person8:Person)
            WHERE owned_by9.validFrom <= $given.now AND coalesce(owned_by9.validTo, 9007199254740991) > $given.now AND owned_by9.retractedAt IS NULL AND person8.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business7.id, name: business7.name}, type: 'Business'}) AS asBusiness3
      }
      WITH *, asPerson3 + asBusiness3 AS found4
      WITH * WHERE size(found4) > 0
      WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT 1
      RETURN collect(head(found4)) AS giver2
    }
    CALL (ctx, node14, node14Whole, decided, carded) {
      MATCH (node14)-[edge21:TO]->(node21:Person|Business)
      WHERE edge21.validFrom <= $given.now AND coalesce(edge21.validTo, 9007199254740991) > $given.now AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL
      WITH *, node21 AS node20, edge21 AS edge20
      CALL (ctx, node20, edge20, node14Whole, decided, carded) {
        UNWIND CASE WHEN node20:Person THEN [node20] ELSE [] END AS person9
        WITH *, coalesce(head([each IN carded WHERE each.id = person9.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person9Decided
        WITH *, CASE WHEN size(person9Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person9Mask
        WITH * WHERE (ctx.staff OR 'CARD' IN person9Mask)
        RETURN collect({it: {id: person9.id, name: CASE WHEN 'CARD' IN person9Mask THEN {full: [person9.givenName, person9.middleName, person9.familyName]} END}, access: {mask: person9Mask, codes: person9Decided.core, offered: ['CARD']}, type: 'Person'}) AS asPerson4
      }
      CALL (ctx, node20, edge20, node14Whole, decided, carded) {
        UNWIND CASE WHEN node20:Business THEN [node20] ELSE [] END AS business10
        CALL (ctx, business10, decided, carded) {
          MATCH (business10)-[part_of10:PART_OF*0..2]->(business11:Business)-[owned_by10:OWNED_BY]->(subject7:Person)
          WHERE all(step11 IN part_of10 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND business11.retractedAt IS NULL AND owned_by10.validFrom <= $given.now AND coalesce(owned_by10.validTo, 9007199254740991) > $given.now AND owned_by10.retractedAt IS NULL AND subject7.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject7.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject7Decided
          WITH *, subject7Decided.mask AS subject7Mask
          WITH *, (true AND 'WORK' IN subject7Mask) AS whole4, 'WORK' IN subject7Mask AS shown4
          RETURN collect({whole: whole4, shown: shown4}) AS ways4
        }
        WITH *, (NOT EXISTS {
          MATCH (business10)-[part_of11:PART_OF*0..2]->(business12:Business)-[owned_by11:OWNED_BY]->(subject8:Person)
          WHERE all(step12 IN part_of11 WHERE coalesce(step12.validFrom <= $given.now, true) AND coalesce(step12.validTo > $given.now, true) AND step12.retractedAt IS NULL AND endNode(step12).retractedAt IS NULL) AND business12.retractedAt IS NULL AND coalesce(owned_by11.validFrom <= $given.now, true) AND coalesce(owned_by11.validTo > $given.now, true) AND owned_by11.retractedAt IS NULL AND subject8.retractedAt IS NULL
        }) OR (size((ways4)) > 0 AND all(way4 IN (ways4) WHERE way4.whole)) AS business10Whole
        WITH * WHERE business10Whole AND size(CASE WHEN EXISTS {
          MATCH (business10)-[part_of12:PART_OF*0..2]->(firm4:Business {form: 'ENK'})
          WHERE all(step13 IN part_of12 WHERE coalesce(step13.validFrom <= $given.now, true) AND coalesce(step13.validTo > $given.now, true) AND step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND firm4.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm4)-[owned_by12:OWNED_BY]->(person10:Person)
            WHERE owned_by12.validFrom <= $given.now AND coalesce(owned_by12.validTo, 9007199254740991) > $given.now AND owned_by12.retractedAt IS NULL AND person10.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business10.id, name: business10.name}, type: 'Business'}) AS asBusiness4
      }
      WITH *, asPerson4 + asBusiness4 AS found5
      WITH * WHERE size(found5) > 0
      WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT 1
      RETURN collect(head(found5)) AS holder2
    }
    RETURN collect({it: {id: node14.id, kind: node14.kind, actions: node14.actions, validFrom: node14.validFrom, validTo: node14.validTo, themes: themes2, giver: head(giver2), holder: head(holder2)}, whole: node14Whole, edge: {}, position: [edge14.validFrom, edge14.id]}) AS mandatesHeldRows
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
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
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge25:CONCERNS]-(node25:Case)
    WHERE edge25.validFrom <= $given.now AND coalesce(edge25.validTo, 9007199254740991) > $given.now AND edge25.retractedAt IS NULL AND node25.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node25 AS node24, edge25 AS edge24
    WITH *, COLLECT {
      MATCH (node24)-[in:IN]->(theme:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
      RETURN {code: theme.code, secret: coalesce(theme.secret, false)}
    } AS node24Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node24Themes) > 0 AND all(theme2 IN node24Themes WHERE 'CASES:' + theme2.code IN person2Mask)))) AS node24Whole, (('CASES:*' IN person2Mask OR (size(node24Themes) > 0 AND all(theme3 IN node24Themes WHERE 'CASES:' + theme3.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node24Themes) > 0 AND none(theme4 IN node24Themes WHERE theme4.secret)))) AS node24Shown
    WITH * WHERE node24Shown AND size(CASE WHEN EXISTS {
      MATCH (node24)-[concerns:CONCERNS]->(party:Person)
      WHERE coalesce(concerns.validFrom <= $given.now, true) AND coalesce(concerns.validTo > $given.now, true) AND concerns.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node24)-[concerns2:CONCERNS]->(business13:Business)-[part_of13:PART_OF*0..2]->(business14:Business)-[owned_by13:OWNED_BY]->(party2:Person)
      WHERE coalesce(concerns2.validFrom <= $given.now, true) AND coalesce(concerns2.validTo > $given.now, true) AND concerns2.retractedAt IS NULL AND business13.retractedAt IS NULL AND all(step14 IN part_of13 WHERE coalesce(step14.validFrom <= $given.now, true) AND coalesce(step14.validTo > $given.now, true) AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND business14.retractedAt IS NULL AND coalesce(owned_by13.validFrom <= $given.now, true) AND coalesce(owned_by13.validTo > $given.now, true) AND owned_by13.retractedAt IS NULL AND party2.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party2Codes
      WHERE size(party2Codes) > 0
      RETURN party2Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN node24.closedAt IS NOT NULL AND coalesce(node24.closedAt <= $given.now, true) AND NOT ctx.excepted THEN ['CLOSED'] ELSE [] END) = 0
    WITH * WHERE $given.a6 IS NULL OR edge24.validFrom < $given.a6[0] OR (edge24.validFrom = $given.a6[0] AND edge24.id > $given.a6[1])
    WITH * ORDER BY edge24.validFrom DESC, edge24.id LIMIT $given.a5 + 1
    WITH *, COLLECT {
      MATCH (node24)-[held3:CONCERNS]->(other:Person)-[protected4:PROTECTED_AS]->(protection7:Protection)
      WHERE protection7.code IS NOT NULL AND protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other.id AND coalesce((held3.validFrom IS NULL OR protected4.validTo IS NULL OR held3.validFrom < protected4.validTo), true) AND coalesce((protected4.validFrom IS NULL OR held3.validTo IS NULL OR protected4.validFrom < held3.validTo), true) AND NOT (ctx.staff AND protection7.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection7.code
    } + COLLECT {
      MATCH (node24)-[held4:CONCERNS]->(other2:Person)-[has_address:HAS_ADDRESS]->(address2:Address)
      MATCH (address2)<-[kept3:HAS_ADDRESS]-(sharer3:Person)-[protected5:PROTECTED_AS]->(protection8:Protection)
      WHERE protection8.code IS NOT NULL AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other2.id AND coalesce((kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo), true) AND coalesce((protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo), true) AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection8.code
    } + COLLECT {
      MATCH (node24)-[held5:CONCERNS]->(other3:Person)-[member_of:MEMBER_OF]->(household2:Household)
      MATCH (household2)<-[kept4:MEMBER_OF]-(sharer4:Person)-[protected6:PROTECTED_AS]->(protection9:Protection)
      WHERE protection9.code IS NOT NULL AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> other3.id AND coalesce((kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo), true) AND coalesce((protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo), true) AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection9.code
    } + COLLECT {
      MATCH (node24)-[concerns3:CONCERNS]->(device:Device)-[held6:LENT_TO]->(other4:Person)-[protected7:PROTECTED_AS]->(protection10:Protection)
      WHERE protection10.code IS NOT NULL AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND ctx.id <> other4.id AND coalesce((held6.validFrom IS NULL OR protected7.validTo IS NULL OR held6.validFrom < protected7.validTo), true) AND coalesce((protected7.validFrom IS NULL OR held6.validTo IS NULL OR protected7.validFrom < held6.validTo), true) AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection10.code
    } + COLLECT {
      MATCH (node24)-[concerns4:CONCERNS]->(business15:Business)-[part_of14:PART_OF*0..2]->(business16:Business)-[held7:OWNED_BY]->(other5:Person)-[protected8:PROTECTED_AS]->(protection11:Protection)
      WHERE protection11.code IS NOT NULL AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other5.id AND coalesce((held7.validFrom IS NULL OR protected8.validTo IS NULL OR held7.validFrom < protected8.validTo), true) AND coalesce((protected8.validFrom IS NULL OR held7.validTo IS NULL OR protected8.validFrom < held7.validTo), true) AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection11.code
    } AS node24Places
    CALL (ctx, node24, node24Places, node24Whole, decided, carded) {
      MATCH (node24)-[edge27:IN]->(node27:Theme)
      WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
      WITH *, node27 AS node26, edge27 AS edge26
      WITH * ORDER BY edge26.validFrom DESC, edge26.id LIMIT 1
      RETURN collect({it: {code: node26.code, name: node26.name}}) AS theme5
    }
    CALL (ctx, node24, node24Places, node24Whole, decided, carded) {
      MATCH (node24)-[edge29:OWNED_BY]->(node29:Unit)
      WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
      AND size(node24Places) = 0 AND node24Whole
      WITH *, node29 AS node28, edge29 AS edge28
      WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT 1
      WITH *, CASE WHEN NOT ctx.excepted2 AND node28.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node28Places
      RETURN collect({it: {name: CASE WHEN size(node28Places) = 0 THEN node28.name ELSE 'NAV' END}, places: node28Places}) AS unit2
    }
    RETURN collect({it: {id: node24.id, title: CASE WHEN node24Whole THEN node24.title END, status: node24.status, openedAt: node24.openedAt, theme: head(theme5), unit: CASE WHEN size(node24Places) = 0 AND node24Whole THEN head(unit2) END}, whole: node24Whole, places: node24Places, edge: {}, position: [edge24.validFrom, edge24.id]}) AS casesRows
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge31:CONCERNS]-(node31:Case)
    WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node31 AS node30, edge31 AS edge30
    WITH *, COLLECT {
      MATCH (node30)-[in3:IN]->(theme6:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme6.retractedAt IS NULL
      RETURN {code: theme6.code, secret: coalesce(theme6.secret, false)}
    } AS node30Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme7 IN node30Themes WHERE 'CASES:' + theme7.code IN person2Mask)))) AS node30Whole, (('CASES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme8 IN node30Themes WHERE 'CASES:' + theme8.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node30Themes) > 0 AND none(theme9 IN node30Themes WHERE theme9.secret)))) AS node30Shown
    WITH * WHERE node30Shown AND size(CASE WHEN EXISTS {
      MATCH (node30)-[concerns5:CONCERNS]->(party3:Person)
      WHERE coalesce(concerns5.validFrom <= $given.now, true) AND coalesce(concerns5.validTo > $given.now, true) AND concerns5.retractedAt IS NULL AND party3.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party3Codes
      WHERE size(party3Codes) > 0
      RETURN party3Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node30)-[concerns6:CONCERNS]->(business17:Business)-[part_of15:PART_OF*0..2]->(business18:Business)-[owned_by14:OWNED_BY]->(party4:Person)
      WHERE coalesce(concerns6.validFrom <= $given.now, true) AND coalesce(concerns6.validTo > $given.now, true) AND concerns6.retractedAt IS NULL AND business17.retractedAt IS NULL AND all(step16 IN part_of15 WHERE coalesce(step16.validFrom <= $given.now, true) AND coalesce(step16.validTo > $given.now, true) AND step16.retractedAt IS NULL AND endNode(step16).retractedAt IS NULL) AND business18.retractedAt IS NULL AND coalesce(owned_by14.validFrom <= $given.now, true) AND coalesce(owned_by14.validTo > $given.now, true) AND owned_by14.retractedAt IS NULL AND party4.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party4Codes
      WHERE size(party4Codes) > 0
      RETURN party4Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN node30.closedAt IS NOT NULL AND coalesce(node30.closedAt <= $given.now, true) AND NOT ctx.excepted THEN ['CLOSED'] ELSE [] END) = 0
    WITH node30 LIMIT 10001
    RETURN count(*) AS casesTotal
  }
  WITH *, {rows: casesRows, total: CASE WHEN casesTotal <= 10000 THEN casesTotal END} AS cases
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
      MATCH (person2)-[belongs_to:BELONGS_TO]->(area:Area)<-[edge33:SERVES]-(node33:Unit)
      WHERE belongs_to.validFrom <= $given.now AND coalesce(belongs_to.validTo, 9007199254740991) > $given.now AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL AND edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
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
    WITH *, CASE WHEN NOT ctx.excepted2 AND node32.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node32Places
    RETURN collect({it: {number: CASE WHEN size(node32Places) = 0 THEN node32.number END, name: CASE WHEN size(node32Places) = 0 THEN node32.name ELSE 'NAV' END}, places: node32Places, edge: {}, position: [edge32.validFrom, edge32.id], says: says16}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person2Mask THEN head(COLLECT {
    MATCH (person2)-[edge:IDENTIFIED_BY]->(node:Identifier)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND node.kind IN ['NIN', 'D_NUMBER']
    RETURN node.value ORDER BY node.kind DESC, node.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, mandatesHeld: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesHeld END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Decided.codes, offered: person2Decided.offered, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, ctx.withheld AS withheld, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, root, head([it2 IN person2s | {id: it2.id, type: 'Person'}]) AS there, person
