// Case (employee)
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
  MATCH (viewer)-[is:IS]->(subject12:Person)
  WHERE is.retractedAt IS NULL AND subject12.retractedAt IS NULL
  RETURN collect(DISTINCT subject12) AS persons
}
CALL (viewer) {
  MATCH (viewer)-[holds2:HOLDS]->(position13:Position)
  WHERE coalesce(holds2.validFrom <= $given.now, true) AND coalesce(holds2.validTo > $given.now, true) AND holds2.retractedAt IS NULL AND position13.retractedAt IS NULL
  RETURN collect(DISTINCT position13) AS positions2
}
CALL (viewer) {
  MATCH (viewer)-[is2:IS]->(person7:Person)
  WHERE is2.validFrom <= $given.now AND coalesce(is2.validTo, 9007199254740991) > $given.now AND is2.retractedAt IS NULL AND person7.retractedAt IS NULL
  RETURN collect(DISTINCT person7) AS persons2
}
CALL (viewer) {
  MATCH (viewer)-[is4:IS]->(person9:Person)
  WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND person9.retractedAt IS NULL
  RETURN collect(DISTINCT person9) AS persons3
}
CALL (viewer) {
  MATCH (viewer)-[assigned_to5:ASSIGNED_TO]->(case8:Case)
  WHERE assigned_to5.validFrom <= $given.now AND coalesce(assigned_to5.validTo, 9007199254740991) > $given.now AND assigned_to5.retractedAt IS NULL AND case8.retractedAt IS NULL
  RETURN collect(DISTINCT case8) AS cases
}
CALL (viewer, positions) {
  UNWIND positions AS position35
  MATCH (position35)-[in14:IN]->(role6:Role)-[may_state:MAY_STATE]->(purpose3:Purpose)
  WHERE in14.validFrom <= $given.now AND coalesce(in14.validTo, 9007199254740991) > $given.now AND in14.retractedAt IS NULL AND role6.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose3.retractedAt IS NULL
  AND purpose3.code = $given.purpose
  WITH DISTINCT purpose3
  OPTIONAL MATCH (purpose3)-[covers5:COVERS]->(category4:Category)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND category4.retractedAt IS NULL
  WITH count(DISTINCT purpose3) > 0 AS permitted, collect(DISTINCT category4.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position36
  MATCH (position36)-[in15:IN]->(role7:Role)
  WHERE in15.validFrom <= $given.now AND coalesce(in15.validTo, 9007199254740991) > $given.now AND in15.retractedAt IS NULL AND role7.retractedAt IS NULL
  WITH position36, role7, COLLECT {
    MATCH (role7)-[covers6:COVERS]->(category5:Category)
    WHERE covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category5.retractedAt IS NULL
    AND 'READ' IN coalesce(covers6.actions, ['READ'])
    UNWIND [category5.code] + CASE category5.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code23
    WITH code23
    WHERE code23 IN covered
    RETURN DISTINCT code23
  } AS codes, COLLECT {
    MATCH (role7)-[covers7:COVERS]->(category6:Category)
    WHERE covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND category6.retractedAt IS NULL
    MATCH (role7)-[handles3:HANDLES]->(theme31:Theme)
    WHERE handles3.validFrom <= $given.now AND coalesce(handles3.validTo, 9007199254740991) > $given.now AND handles3.retractedAt IS NULL AND theme31.retractedAt IS NULL
    AND 'READ' IN coalesce(covers7.actions, ['READ']) AND category6.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category6.code IN covered
    RETURN DISTINCT category6.code + ':' + theme31.code
  } AS themed, COLLECT {
    MATCH (position36)-[at33:AT]->(place3:Unit|Municipality|Business)
    WHERE at33.validFrom <= $given.now AND coalesce(at33.validTo, 9007199254740991) > $given.now AND at33.retractedAt IS NULL AND place3.retractedAt IS NULL
    RETURN place3.id ORDER BY place3.id LIMIT 1
  } AS places
  RETURN collect({position: position36.id, reach: role7.reach, codes: codes, themed: themed, role: role7.code, place: head(places)}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case9
  MATCH (case9)-[concerns20:CONCERNS]->(person12:Person)
  WHERE concerns20.validFrom <= $given.now AND coalesce(concerns20.validTo, 9007199254740991) > $given.now AND concerns20.retractedAt IS NULL AND person12.retractedAt IS NULL
  AND case9.id = $given.case
  RETURN collect(DISTINCT person12.id) AS caseSubjects
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position2
  MATCH (position2)-[at2:AT]->(unit:Unit)
  WHERE at2.validFrom <= $given.now AND coalesce(at2.validTo, 9007199254740991) > $given.now AND at2.retractedAt IS NULL AND unit.retractedAt IS NULL
  RETURN count(*) > 0 AS staff
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position3
  MATCH (position3)-[at3:AT]->(unit2:Unit)
  WHERE at3.validFrom <= $given.now AND coalesce(at3.validTo, 9007199254740991) > $given.now AND at3.retractedAt IS NULL AND unit2.retractedAt IS NULL
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case3:Case)-[concerns3:CONCERNS {part: 'MAIN'}]->(subject3:Device)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case3.retractedAt IS NULL AND concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL AND subject3.retractedAt IS NULL AND (case3.closedAt IS NULL OR case3.closedAt > $given.now)
  WITH case3, covered, seats, collect(DISTINCT subject3.id) AS at
  WITH *, COLLECT {
    MATCH (case3)-[in2:IN]->(theme5:Theme)
    WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme5.retractedAt IS NULL
    RETURN DISTINCT theme5.code
  } AS themes
  WITH [entry2 IN reduce(found3 = [], entry IN reduce(found2 = [], seat2 IN seats | found2 + seat2.codes + seat2.themed) | found3 + CASE WHEN NOT entry CONTAINS ':' THEN [entry] WHEN entry ENDS WITH ':*' THEN [theme6 IN themes | split(entry, ':')[0] + ':' + theme6] WHEN split(entry, ':')[1] IN themes THEN [entry] ELSE [] END) WHERE split(entry2, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, ['@employee.assigned-case'] + [seat3 IN seats | '@@' + seat3.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCase
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[at4:AT]->(place:Unit|Municipality|Business)
  WHERE at4.validFrom <= $given.now AND coalesce(at4.validTo, 9007199254740991) > $given.now AND at4.retractedAt IS NULL AND place.retractedAt IS NULL
  WITH position4, covered, seats, collect(DISTINCT place.id) AS at
  WITH [entry3 IN reduce(found5 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position4.id AND seat4.reach IN ['LOCAL']] | found5 + seat4.codes + seat4.themed) WHERE split(entry3, ':')[0] IN ['DEVICES']] AS gives, ['@device.technician', '@@' + position4.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS technician
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position5
  MATCH (position5)-[at5:AT]->(unit3:Unit)-[serves:SERVES]->(area:Area)
  WHERE at5.validFrom <= $given.now AND coalesce(at5.validTo, 9007199254740991) > $given.now AND at5.retractedAt IS NULL AND unit3.retractedAt IS NULL AND serves.validFrom <= $given.now AND coalesce(serves.validTo, 9007199254740991) > $given.now AND serves.retractedAt IS NULL AND area.retractedAt IS NULL AND serves.theme IS NULL
  WITH position5, covered, seats, collect(DISTINCT area.id) AS at
  WITH [entry4 IN reduce(found7 = [], seat6 IN [seat6 IN seats WHERE seat6.position = position5.id AND seat6.reach IN ['LOCAL']] | found7 + seat6.codes + seat6.themed) WHERE split(entry4, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, ['@employee.local-office', '@@' + position5.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position6
  MATCH (position6)-[at6:AT]->(unit4:Unit)-[serves2:SERVES]->(area3:Area)
  WHERE at6.validFrom <= $given.now AND coalesce(at6.validTo, 9007199254740991) > $given.now AND at6.retractedAt IS NULL AND unit4.retractedAt IS NULL AND serves2.validFrom <= $given.now AND coalesce(serves2.validTo, 9007199254740991) > $given.now AND serves2.retractedAt IS NULL AND area3.retractedAt IS NULL
  MATCH (position6)-[in4:IN]->(role:Role)-[handles:HANDLES]->(theme11:Theme)
  WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND role.retractedAt IS NULL AND handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme11.retractedAt IS NULL AND serves2.theme = theme11.code
  WITH position6, theme11, covered, seats, collect(DISTINCT area3.id) AS at
  WITH reduce(found10 = [], entry6 IN [entry5 IN reduce(found9 = [], seat8 IN [seat8 IN seats WHERE seat8.position = position6.id AND seat8.reach IN ['LOCAL']] | found9 + seat8.codes + seat8.themed) WHERE split(entry5, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] | found10 + CASE WHEN NOT entry6 CONTAINS ':' THEN [entry6] WHEN entry6 ENDS WITH ':*' THEN [theme12 IN [theme11.code] | split(entry6, ':')[0] + ':' + theme12] WHEN split(entry6, ':')[1] IN [theme11.code] THEN [entry6] ELSE [] END) AS gives, ['@employee.local-office', '@@' + position6.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position7
  MATCH (position7)-[at7:AT]->(unit5:Unit)
  WHERE at7.validFrom <= $given.now AND coalesce(at7.validTo, 9007199254740991) > $given.now AND at7.retractedAt IS NULL AND unit5.retractedAt IS NULL
  WITH DISTINCT position7, covered, seats
  WITH [entry7 IN reduce(found12 = [], seat10 IN [seat10 IN seats WHERE seat10.position = position7.id AND seat10.reach IN ['NATIONAL']] | found12 + seat10.codes + seat10.themed) WHERE split(entry7, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, ['@employee.national-role', '@@' + position7.id] AS marks
  RETURN reduce(all = [], each IN collect(CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END) | all + each) AS nationalRole
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position8
  MATCH (position8)-[at8:AT]->(unit6:Unit)
  WHERE at8.validFrom <= $given.now AND coalesce(at8.validTo, 9007199254740991) > $given.now AND at8.retractedAt IS NULL AND unit6.retractedAt IS NULL
  MATCH (viewer)-[assigned_to2:ASSIGNED_TO]->(case4:Case)-[concerns5:CONCERNS {part: 'MAIN'}]->(subject5:Business)
  WHERE assigned_to2.validFrom <= $given.now AND coalesce(assigned_to2.validTo, 9007199254740991) > $given.now AND assigned_to2.retractedAt IS NULL AND case4.retractedAt IS NULL AND concerns5.validFrom <= $given.now AND coalesce(concerns5.validTo, 9007199254740991) > $given.now AND concerns5.retractedAt IS NULL AND subject5.retractedAt IS NULL AND (case4.closedAt IS NULL OR case4.closedAt > $given.now)
  WITH case4, covered, seats, collect(DISTINCT subject5.id) AS at
  WITH *, COLLECT {
    MATCH (case4)-[in5:IN]->(theme13:Theme)
    WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND theme13.retractedAt IS NULL
    RETURN DISTINCT theme13.code
  } AS themes2
  WITH [entry9 IN reduce(found14 = [], entry8 IN reduce(found13 = [], seat12 IN seats | found13 + seat12.codes + seat12.themed) | found14 + CASE WHEN NOT entry8 CONTAINS ':' THEN [entry8] WHEN entry8 ENDS WITH ':*' THEN [theme14 IN themes2 | split(entry8, ':')[0] + ':' + theme14] WHEN split(entry8, ':')[1] IN themes2 THEN [entry8] ELSE [] END) WHERE split(entry9, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, ['@employee.assigned-case'] + [seat13 IN seats | '@@' + seat13.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCase2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position9
  MATCH (position9)-[at9:AT]->(subject6:Business)
  WHERE at9.validFrom <= $given.now AND coalesce(at9.validTo, 9007199254740991) > $given.now AND at9.retractedAt IS NULL AND subject6.retractedAt IS NULL
  WITH position9, covered, seats, collect(DISTINCT subject6.id) AS at
  WITH [entry10 IN reduce(found16 = [], seat14 IN [seat14 IN seats WHERE seat14.position = position9.id AND seat14.reach IN ['LOCAL']] | found16 + seat14.codes + seat14.themed) WHERE split(entry10, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, ['@business.representative', '@@' + position9.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS representative
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position10
  MATCH (position10)-[at10:AT]->(business2:Business)
  WHERE at10.validFrom <= $given.now AND coalesce(at10.validTo, 9007199254740991) > $given.now AND at10.retractedAt IS NULL AND business2.retractedAt IS NULL
  WITH position10, covered, seats, collect(DISTINCT business2.id) AS at
  WITH [entry11 IN reduce(found18 = [], seat16 IN [seat16 IN seats WHERE seat16.position = position10.id AND seat16.reach IN ['LOCAL']] | found18 + seat16.codes + seat16.themed) WHERE split(entry11, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, ['@business.hierarchy', '@@' + position10.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS hierarchy
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position11
  MATCH (position11)-[in7:IN]->(role2:Role {code: 'CASE_HISTORIAN'})
  WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND role2.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted
}
CALL (viewer, covered, seats, protections) {
  UNWIND protections AS protection3
  MATCH (protection3)-[opens:OPENS*0..1]->(protection4)
  WHERE all(step5 IN opens WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND protection4.retractedAt IS NULL
  RETURN collect(DISTINCT protection4.id) AS protectionExcepted
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position12
  MATCH (position12)-[at11:AT]->(unit8:Unit)
  WHERE at11.validFrom <= $given.now AND coalesce(at11.validTo, 9007199254740991) > $given.now AND at11.retractedAt IS NULL AND unit8.retractedAt IS NULL
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection9:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection9.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS subject13
  RETURN collect(DISTINCT subject13.id) AS self
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self2
  MATCH (self2)-[parent_of:PARENT_OF]->(subject14:Person)
  WHERE parent_of.retractedAt IS NULL AND subject14.retractedAt IS NULL
  RETURN collect(DISTINCT subject14.id) AS child
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self3
  MATCH (self3)<-[parent_of2:PARENT_OF]-(subject15:Person)
  WHERE parent_of2.retractedAt IS NULL AND subject15.retractedAt IS NULL
  RETURN collect(DISTINCT subject15.id) AS parent
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self4
  MATCH (self4)<-[parent_of3:PARENT_OF*2..3]-(subject16:Person)
  WHERE all(step10 IN parent_of3 WHERE step10.retractedAt IS NULL AND startNode(step10).retractedAt IS NULL) AND subject16.retractedAt IS NULL
  RETURN collect(DISTINCT subject16.id) AS ancestor
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)-[parent_of4:PARENT_OF*2..3]->(subject17:Person)
  WHERE all(step11 IN parent_of4 WHERE step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND subject17.retractedAt IS NULL
  RETURN collect(DISTINCT subject17.id) AS descendant
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self6
  MATCH (self6)-[partner_of:PARTNER_OF]->(subject18:Person)
  WHERE partner_of.retractedAt IS NULL AND subject18.retractedAt IS NULL
  RETURN collect(DISTINCT subject18.id) AS partner
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self7
  MATCH (self7)<-[partner_of2:PARTNER_OF]-(subject19:Person)
  WHERE partner_of2.retractedAt IS NULL AND subject19.retractedAt IS NULL
  RETURN collect(DISTINCT subject19.id) AS partnerBack
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self8
  MATCH (self8)<-[parent_of5:PARENT_OF]-(person5:Person)
  WHERE parent_of5.retractedAt IS NULL AND person5.retractedAt IS NULL
  MATCH (person5)-[parent_of6:PARENT_OF]->(subject20:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject20.retractedAt IS NULL AND self8.id <> subject20.id
  RETURN collect(DISTINCT subject20.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self9
  MATCH (self9)-[parent_of7:PARENT_OF]->(person6:Person)
  WHERE parent_of7.retractedAt IS NULL AND person6.retractedAt IS NULL
  MATCH (person6)<-[parent_of8:PARENT_OF]-(subject21:Person)
  WHERE parent_of8.retractedAt IS NULL AND subject21.retractedAt IS NULL AND self9.id <> subject21.id
  RETURN collect(DISTINCT subject21.id) AS commonChild
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position14
  MATCH (position14)-[at12:AT]->(unit9:Unit)
  WHERE coalesce(at12.validFrom <= $given.now, true) AND coalesce(at12.validTo > $given.now, true) AND at12.retractedAt IS NULL AND unit9.retractedAt IS NULL
  RETURN count(*) > 0 AS shielded
}
CALL (viewer, covered, seats, persons2) {
  UNWIND persons2 AS person8
  RETURN count(*) > 0 AS excepted3
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position16
  MATCH (position16)-[at14:AT]->(unit11:Unit)
  WHERE coalesce(at14.validFrom <= $given.now, true) AND coalesce(at14.validTo > $given.now, true) AND at14.retractedAt IS NULL AND unit11.retractedAt IS NULL
  RETURN collect(DISTINCT unit11.id) AS sameOffice
}
CALL (viewer, covered, seats, persons3) {
  UNWIND persons3 AS person10
  MATCH (person10)<-[to:TO]-(mandate:Mandate {kind: 'GUARDIANSHIP'})-[from:FROM]->(subject22:Person)
  WHERE coalesce(to.validFrom <= $given.now, true) AND coalesce(to.validTo > $given.now, true) AND to.retractedAt IS NULL AND coalesce(mandate.validFrom <= $given.now, true) AND coalesce(mandate.validTo > $given.now, true) AND mandate.retractedAt IS NULL AND coalesce(mandate.revokedAt > $given.now, true) AND coalesce(from.validFrom <= $given.now, true) AND coalesce(from.validTo > $given.now, true) AND from.retractedAt IS NULL AND subject22.retractedAt IS NULL
  RETURN collect(DISTINCT subject22.id) AS guardian
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position17
  MATCH (position17)-[at15:AT]->(unit12:Unit)
  WHERE at15.validFrom <= $given.now AND coalesce(at15.validTo, 9007199254740991) > $given.now AND at15.retractedAt IS NULL AND unit12.retractedAt IS NULL
  MATCH (viewer)-[cleared_for3:CLEARED_FOR]->(protection12:Protection {code: 'DECEASED'})
  WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection12.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted4
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position18
  MATCH (position18)-[at16:AT]->(unit13:Unit)
  WHERE at16.validFrom <= $given.now AND coalesce(at16.validTo, 9007199254740991) > $given.now AND at16.retractedAt IS NULL AND unit13.retractedAt IS NULL
  MATCH (viewer)-[cleared_for4:CLEARED_FOR]->(protection13:Protection {code: 'ABROAD'})
  WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection13.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted5
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position19
  MATCH (position19)-[at17:AT]->(unit14:Unit)
  WHERE at17.validFrom <= $given.now AND coalesce(at17.validTo, 9007199254740991) > $given.now AND at17.retractedAt IS NULL AND unit14.retractedAt IS NULL
  MATCH (viewer)-[cleared_for5:CLEARED_FOR]->(protection14:Protection {code: 'UNKNOWN_RESIDENCE'})
  WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection14.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted6
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position20
  MATCH (position20)-[at18:AT]->(unit15:Unit)-[serves3:SERVES]->(area7:Area)
  WHERE at18.validFrom <= $given.now AND coalesce(at18.validTo, 9007199254740991) > $given.now AND at18.retractedAt IS NULL AND unit15.retractedAt IS NULL AND serves3.validFrom <= $given.now AND coalesce(serves3.validTo, 9007199254740991) > $given.now AND serves3.retractedAt IS NULL AND area7.retractedAt IS NULL AND serves3.theme IS NULL
  WITH position20, covered, seats, collect(DISTINCT area7.id) AS at
  WITH reduce(found21 = [], seat18 IN [seat18 IN seats WHERE seat18.position = position20.id AND seat18.reach IN ['LOCAL']] | found21 + seat18.codes + seat18.themed) AS gives, ['@employee.local-office', '@@' + position20.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice3
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position21
  MATCH (position21)-[at19:AT]->(unit16:Unit)-[serves4:SERVES]->(area9:Area)
  WHERE at19.validFrom <= $given.now AND coalesce(at19.validTo, 9007199254740991) > $given.now AND at19.retractedAt IS NULL AND unit16.retractedAt IS NULL AND serves4.validFrom <= $given.now AND coalesce(serves4.validTo, 9007199254740991) > $given.now AND serves4.retractedAt IS NULL AND area9.retractedAt IS NULL
  MATCH (position21)-[in8:IN]->(role3:Role)-[handles2:HANDLES]->(theme20:Theme)
  WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND role3.retractedAt IS NULL AND handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme20.retractedAt IS NULL AND serves4.theme = theme20.code
  WITH position21, theme20, covered, seats, collect(DISTINCT area9.id) AS at
  WITH reduce(found24 = [], entry12 IN reduce(found23 = [], seat20 IN [seat20 IN seats WHERE seat20.position = position21.id AND seat20.reach IN ['LOCAL']] | found23 + seat20.codes + seat20.themed) | found24 + CASE WHEN NOT entry12 CONTAINS ':' THEN [entry12] WHEN entry12 ENDS WITH ':*' THEN [theme21 IN [theme20.code] | split(entry12, ':')[0] + ':' + theme21] WHEN split(entry12, ':')[1] IN [theme20.code] THEN [entry12] ELSE [] END) AS gives, ['@employee.local-office', '@@' + position21.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice4
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position22
  MATCH (position22)-[at20:AT]->(unit17:Unit)
  WHERE at20.validFrom <= $given.now AND coalesce(at20.validTo, 9007199254740991) > $given.now AND at20.retractedAt IS NULL AND unit17.retractedAt IS NULL
  WITH position22, covered, seats, collect(DISTINCT unit17.id) AS at
  WITH reduce(found26 = [], seat22 IN [seat22 IN seats WHERE seat22.position = position22.id AND seat22.reach IN ['LOCAL']] | found26 + seat22.codes + seat22.themed) AS gives, ['@employee.follow-up-unit', '@@' + position22.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS followUpUnit
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position23
  MATCH (position23)-[at21:AT]->(unit19:Unit)
  WHERE at21.validFrom <= $given.now AND coalesce(at21.validTo, 9007199254740991) > $given.now AND at21.retractedAt IS NULL AND unit19.retractedAt IS NULL
  WITH DISTINCT position23, covered, seats
  WITH reduce(found28 = [], seat24 IN [seat24 IN seats WHERE seat24.position = position23.id AND seat24.reach IN ['NATIONAL']] | found28 + seat24.codes + seat24.themed) AS gives, ['@employee.national-role', '@@' + position23.id] AS marks
  RETURN reduce(all = [], each IN collect(CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END) | all + each) AS nationalRole2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position24
  MATCH (position24)-[at22:AT]->(unit20:Unit)
  WHERE at22.validFrom <= $given.now AND coalesce(at22.validTo, 9007199254740991) > $given.now AND at22.retractedAt IS NULL AND unit20.retractedAt IS NULL
  MATCH (viewer)-[assigned_to3:ASSIGNED_TO]->(case5:Case)-[concerns13:CONCERNS {part: 'MAIN'}]->(subject23:Person)
  WHERE assigned_to3.validFrom <= $given.now AND coalesce(assigned_to3.validTo, 9007199254740991) > $given.now AND assigned_to3.retractedAt IS NULL AND case5.retractedAt IS NULL AND concerns13.validFrom <= $given.now AND coalesce(concerns13.validTo, 9007199254740991) > $given.now AND concerns13.retractedAt IS NULL AND subject23.retractedAt IS NULL AND (case5.closedAt IS NULL OR case5.closedAt > $given.now)
  WITH case5, covered, seats, collect(DISTINCT subject23.id) AS at
  WITH *, COLLECT {
    MATCH (case5)-[in9:IN]->(theme22:Theme)
    WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme22.retractedAt IS NULL
    RETURN DISTINCT theme22.code
  } AS themes3
  WITH reduce(found30 = [], entry13 IN reduce(found29 = [], seat26 IN seats | found29 + seat26.codes + seat26.themed) | found30 + CASE WHEN NOT entry13 CONTAINS ':' THEN [entry13] WHEN entry13 ENDS WITH ':*' THEN [theme23 IN themes3 | split(entry13, ':')[0] + ':' + theme23] WHEN split(entry13, ':')[1] IN themes3 THEN [entry13] ELSE [] END) AS gives, ['@employee.assigned-case'] + [seat27 IN seats | '@@' + seat27.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCase3
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position25
  MATCH (position25)-[at23:AT]->(unit21:Unit)
  WHERE at23.validFrom <= $given.now AND coalesce(at23.validTo, 9007199254740991) > $given.now AND at23.retractedAt IS NULL AND unit21.retractedAt IS NULL
  MATCH (viewer)-[assigned_to4:ASSIGNED_TO]->(case6:Case)-[concerns14:CONCERNS {part: 'PARTY'}]->(subject24:Person)
  WHERE assigned_to4.validFrom <= $given.now AND coalesce(assigned_to4.validTo, 9007199254740991) > $given.now AND assigned_to4.retractedAt IS NULL AND case6.retractedAt IS NULL AND concerns14.validFrom <= $given.now AND coalesce(concerns14.validTo, 9007199254740991) > $given.now AND concerns14.retractedAt IS NULL AND subject24.retractedAt IS NULL AND (case6.closedAt IS NULL OR case6.closedAt > $given.now)
  WITH case6, covered, seats, collect(DISTINCT subject24.id) AS at
  WITH *, COLLECT {
    MATCH (case6)-[in10:IN]->(theme24:Theme)
    WHERE in10.validFrom <= $given.now AND coalesce(in10.validTo, 9007199254740991) > $given.now AND in10.retractedAt IS NULL AND theme24.retractedAt IS NULL
    RETURN DISTINCT theme24.code
  } AS themes4
  WITH reduce(found33 = [], entry14 IN reduce(found32 = [], seat28 IN seats | found32 + seat28.codes + seat28.themed) | found33 + CASE WHEN NOT entry14 CONTAINS ':' THEN [entry14] WHEN entry14 ENDS WITH ':*' THEN [theme25 IN themes4 | split(entry14, ':')[0] + ':' + theme25] WHEN split(entry14, ':')[1] IN themes4 THEN [entry14] ELSE [] END) AS gives, ['@employee.assigned-case-party'] + [seat29 IN seats | '@@' + seat29.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCaseParty
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position26
  MATCH (position26)-[at24:AT]->(unit22:Unit)
  WHERE at24.validFrom <= $given.now AND coalesce(at24.validTo, 9007199254740991) > $given.now AND at24.retractedAt IS NULL AND unit22.retractedAt IS NULL
  MATCH (viewer)<-[by:BY]-(override:Override)-[of:OF]->(subject25:Person)
  WHERE by.validFrom <= $given.now AND coalesce(by.validTo, 9007199254740991) > $given.now AND by.retractedAt IS NULL AND override.validFrom <= $given.now AND coalesce(override.validTo, 9007199254740991) > $given.now AND override.retractedAt IS NULL AND of.validFrom <= $given.now AND coalesce(of.validTo, 9007199254740991) > $given.now AND of.retractedAt IS NULL AND subject25.retractedAt IS NULL
  WITH position26, override, covered, seats, collect(DISTINCT subject25.id) AS at
  WITH reduce(found35 = [], seat30 IN [seat30 IN seats WHERE seat30.position = position26.id] | found35 + seat30.codes + seat30.themed) AS gives, ['@employee.override', '@@' + position26.id] AS marks, at, coalesce(override.lifts, []) AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS override2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position27
  MATCH (position27)-[at25:AT]->(municipality:Municipality)
  WHERE at25.validFrom <= $given.now AND coalesce(at25.validTo, 9007199254740991) > $given.now AND at25.retractedAt IS NULL AND municipality.retractedAt IS NULL
  MATCH (position27)-[in11:IN]->(role4:Role)-[covers:COVERS]->(category:Category {code: 'CARD'})
  WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND role4.retractedAt IS NULL AND covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH position27, covered, seats, collect(DISTINCT municipality.id) AS at
  WITH reduce(found37 = [], seat32 IN [seat32 IN seats WHERE seat32.position = position27.id AND seat32.reach IN ['LOCAL']] | found37 + seat32.codes + seat32.themed) AS gives, ['@municipality.inhabitant', '@@' + position27.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position28
  MATCH (position28)-[at26:AT]->(municipality3:Municipality)
  WHERE at26.validFrom <= $given.now AND coalesce(at26.validTo, 9007199254740991) > $given.now AND at26.retractedAt IS NULL AND municipality3.retractedAt IS NULL
  MATCH (position28)-[in12:IN]->(role5:Role)-[covers2:COVERS]->(category2:Category {code: 'CARD'})
  WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND role5.retractedAt IS NULL AND covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND category2.retractedAt IS NULL
  WITH position28, covered, seats, collect(DISTINCT municipality3.id) AS at
  WITH reduce(found39 = [], seat34 IN [seat34 IN seats WHERE seat34.position = position28.id AND seat34.reach IN ['LOCAL']] | found39 + seat34.codes + seat34.themed) AS gives, ['@municipality.inhabitant', '@@' + position28.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position29
  MATCH (position29)-[at27:AT]->(arranger:Business)<-[arranged_by2:ARRANGED_BY]-(activity2:Activity)
  WHERE at27.validFrom <= $given.now AND coalesce(at27.validTo, 9007199254740991) > $given.now AND at27.retractedAt IS NULL AND arranger.retractedAt IS NULL AND arranged_by2.validFrom <= $given.now AND coalesce(arranged_by2.validTo, 9007199254740991) > $given.now AND arranged_by2.retractedAt IS NULL AND activity2.retractedAt IS NULL AND (activity2.endsAt IS NULL OR activity2.endsAt > $given.now)
  WITH position29, covered, seats, collect(DISTINCT activity2.id) AS at
  WITH reduce(found42 = [], entry16 IN [entry15 IN reduce(found41 = [], seat36 IN [seat36 IN seats WHERE seat36.position = position29.id AND seat36.reach IN ['LOCAL']] | found41 + seat36.codes + seat36.themed) WHERE split(entry15, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found42 + CASE WHEN NOT entry16 CONTAINS ':' THEN [entry16] WHEN entry16 ENDS WITH ':*' THEN [theme26 IN [] | split(entry16, ':')[0] + ':' + theme26] WHEN split(entry16, ':')[1] IN [] THEN [entry16] ELSE [] END) AS gives, ['@arranger.participant', '@@' + position29.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS participant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position30
  MATCH (position30)-[at28:AT]->(arranger2:Business)<-[arranged_by3:ARRANGED_BY]-(activity4:Activity)
  WHERE at28.validFrom <= $given.now AND coalesce(at28.validTo, 9007199254740991) > $given.now AND at28.retractedAt IS NULL AND arranger2.retractedAt IS NULL AND arranged_by3.validFrom <= $given.now AND coalesce(arranged_by3.validTo, 9007199254740991) > $given.now AND arranged_by3.retractedAt IS NULL AND activity4.retractedAt IS NULL AND (activity4.endsAt IS NULL OR activity4.endsAt > $given.now)
  WITH position30, covered, seats, collect(DISTINCT activity4.id) AS at
  WITH reduce(found44 = [], seat38 IN [seat38 IN seats WHERE seat38.position = position30.id AND seat38.reach IN ['LOCAL']] | found44 + seat38.codes + seat38.themed) AS gives, ['@arranger.participant', '@@' + position30.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS participant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position31
  MATCH (position31)-[at29:AT]->(organisation:Business|Municipality)
  WHERE at29.validFrom <= $given.now AND coalesce(at29.validTo, 9007199254740991) > $given.now AND at29.retractedAt IS NULL AND organisation.retractedAt IS NULL
  WITH position31, covered, seats, collect(DISTINCT organisation.id) AS at
  WITH reduce(found48 = [], seat40 IN [seat40 IN seats WHERE seat40.position = position31.id AND seat40.reach IN ['LOCAL']] | found48 + seat40.codes + seat40.themed) AS gives, ['@organisation.consent', '@@' + position31.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS consent
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position32
  MATCH (position32)-[at30:AT]->(business11:Business)
  WHERE at30.validFrom <= $given.now AND coalesce(at30.validTo, 9007199254740991) > $given.now AND at30.retractedAt IS NULL AND business11.retractedAt IS NULL
  WITH position32, covered, seats, collect(DISTINCT business11.id) AS at
  WITH [entry20 IN reduce(found52 = [], seat42 IN [seat42 IN seats WHERE seat42.position = position32.id AND seat42.reach IN ['LOCAL']] | found52 + seat42.codes + seat42.themed) WHERE split(entry20, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position32.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position34
  MATCH (position34)-[at32:AT]->(unit24:Unit)<-[withholds:WITHHOLDS]-(restriction:Restriction)-[of2:OF]->(subject30:Person)
  WHERE all(it IN [at32, withholds, restriction, of2] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [at32, unit24, withholds, restriction, of2, subject30] WHERE it.retractedAt IS NULL)
  RETURN collect({of: subject30.id, at: position34.id, by: restriction.id, until: restriction.validTo}) AS withheld
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, staff: staff, seats: seats, assignedCase: assignedCase, technician: technician, localOffice: localOffice, localOffice2: localOffice2, nationalRole: nationalRole, assignedCase2: assignedCase2, representative: representative, hierarchy: hierarchy, excepted: excepted, protectionExcepted: protectionExcepted, excepted2: excepted2, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, shielded: shielded, excepted3: excepted3, sameOffice: sameOffice, guardianOfSubject: guardian, excepted4: excepted4, excepted5: excepted5, excepted6: excepted6, localOffice3: localOffice3, localOffice4: localOffice4, followUpUnit: followUpUnit, nationalRole2: nationalRole2, assignedCase3: assignedCase3, assignedCaseParty: assignedCaseParty, override2: override2, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent: consent, attachedPerson: attachedPerson, withheld: withheld} AS ctx
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Case {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS case2ById
  }
  UNWIND case2ById AS it2
  WITH it2 ORDER BY it2.id LIMIT 1
  RETURN collect(it2) AS case2s
}
CALL (ctx, case2s) {
  UNWIND case2s AS case2
  CALL (ctx, case2) {
    CALL (case2) {
      MATCH (case2)-[concerns15:CONCERNS]->(subject26:Person)
      RETURN subject26 AS person4
      UNION
      MATCH (case2)-[edge7:CONCERNS]->(node7:Person|Business)
      MATCH (node7)-[part_of13:PART_OF*0..2]->(business14:Business)-[owned_by8:OWNED_BY]->(subject27:Person)
      RETURN subject27 AS person4
    }
    WITH *, CASE WHEN person4.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person4)-[protected_as:PROTECTED_AS]->(protection10:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection10.retractedAt IS NULL
      AND ((ctx.id <> person4.id AND protection10.code IS NOT NULL AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)) OR (protection10.code IS NOT NULL AND protection10.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection10.code
    } + CASE WHEN ctx.id <> person4.id AND person4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)-[protected_as2:PROTECTED_AS]->(protection11:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection11.retractedAt IS NULL
      AND ctx.id <> person4.id AND coalesce((protection11.code IS NULL OR NOT (protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted3 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position15:Position)-[at13:AT]->(unit10:Unit)
      WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position15.retractedAt IS NULL AND coalesce(at13.validFrom <= $given.now, true) AND coalesce(at13.validTo > $given.now, true) AND at13.retractedAt IS NULL AND unit10.retractedAt IS NULL
      AND unit10.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS person4Codes
    WITH *, CASE WHEN person4.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN person4.deathDate IS NOT NULL AND coalesce((person4.deathDate + duration({months: 12})) < date($given.today), true) AND NOT ctx.excepted4 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)-[belongs_to:BELONGS_TO]->(area5:Area {kind: 'COUNTRY'})
      WHERE coalesce(belongs_to.validFrom <= $given.now, true) AND coalesce(belongs_to.validTo > $given.now, true) AND belongs_to.retractedAt IS NULL AND area5.retractedAt IS NULL
      AND NOT ctx.excepted5
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)-[belongs_to2:BELONGS_TO]->(area6:Area {kind: 'UNKNOWN'})
      WHERE coalesce(belongs_to2.validFrom <= $given.now, true) AND coalesce(belongs_to2.validTo > $given.now, true) AND belongs_to2.retractedAt IS NULL AND area6.retractedAt IS NULL
      AND NOT ctx.excepted6
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS person4Overridable
    WITH *, CASE WHEN size(ctx.localOffice3) > 0 THEN COLLECT {
      MATCH (person4)-[belongs_to3:BELONGS_TO]->(area8:Area)
      WHERE belongs_to3.validFrom <= $given.now AND coalesce(belongs_to3.validTo, 9007199254740991) > $given.now AND belongs_to3.retractedAt IS NULL AND area8.retractedAt IS NULL
      RETURN DISTINCT area8.id
    } ELSE [] END AS area8s, CASE WHEN size(ctx.localOffice4) > 0 THEN COLLECT {
      MATCH (person4)-[belongs_to4:BELONGS_TO]->(area10:Area)
      WHERE belongs_to4.validFrom <= $given.now AND coalesce(belongs_to4.validTo, 9007199254740991) > $given.now AND belongs_to4.retractedAt IS NULL AND area10.retractedAt IS NULL
      RETURN DISTINCT area10.id
    } ELSE [] END AS area10s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
      MATCH (person4)-[followed_up_by:FOLLOWED_UP_BY]->(unit18:Unit)
      WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND unit18.retractedAt IS NULL
      RETURN DISTINCT unit18.id
    } ELSE [] END AS unit18s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
      MATCH (person4)-[belongs_to5:BELONGS_TO]->(area11:Area)-[part_of9:PART_OF*0..1]->(area12:Area)<-[governs:GOVERNS]-(municipality2:Municipality)<-[kept_at:KEPT_AT|OWNED_BY]-(device2:Device)-[lent_to2:LENT_TO]->(person4)
      WHERE belongs_to5.validFrom <= $given.now AND coalesce(belongs_to5.validTo, 9007199254740991) > $given.now AND belongs_to5.retractedAt IS NULL AND area11.retractedAt IS NULL AND all(step12 IN part_of9 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL AND endNode(step12).retractedAt IS NULL) AND area12.retractedAt IS NULL AND governs.validFrom <= $given.now AND coalesce(governs.validTo, 9007199254740991) > $given.now AND governs.retractedAt IS NULL AND municipality2.retractedAt IS NULL AND kept_at.validFrom <= $given.now AND coalesce(kept_at.validTo, 9007199254740991) > $given.now AND kept_at.retractedAt IS NULL AND device2.retractedAt IS NULL AND lent_to2.validFrom <= $given.now AND coalesce(lent_to2.validTo, 9007199254740991) > $given.now AND lent_to2.retractedAt IS NULL
      RETURN DISTINCT municipality2.id
    } ELSE [] END AS municipality2s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (person4)-[belongs_to6:BELONGS_TO]->(area13:Area)-[part_of10:PART_OF*0..1]->(area14:Area)<-[governs2:GOVERNS]-(municipality4:Municipality)<-[arranged_by:ARRANGED_BY]-(activity:Activity)<-[takes:TAKES_PART_IN]-(person4)
      WHERE belongs_to6.validFrom <= $given.now AND coalesce(belongs_to6.validTo, 9007199254740991) > $given.now AND belongs_to6.retractedAt IS NULL AND area13.retractedAt IS NULL AND all(step13 IN part_of10 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND area14.retractedAt IS NULL AND governs2.validFrom <= $given.now AND coalesce(governs2.validTo, 9007199254740991) > $given.now AND governs2.retractedAt IS NULL AND municipality4.retractedAt IS NULL AND arranged_by.validFrom <= $given.now AND coalesce(arranged_by.validTo, 9007199254740991) > $given.now AND arranged_by.retractedAt IS NULL AND activity.retractedAt IS NULL AND takes.validFrom <= $given.now AND coalesce(takes.validTo, 9007199254740991) > $given.now AND takes.retractedAt IS NULL
      AND (takes.answer IS NULL OR takes.answer <> 'NO') AND (activity.endsAt IS NULL OR activity.endsAt > $given.now)
      RETURN DISTINCT municipality4.id
    } ELSE [] END AS municipality4s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
      MATCH (person4)-[takes2:TAKES_PART_IN]->(activity3:Activity)
      WHERE takes2.validFrom <= $given.now AND coalesce(takes2.validTo, 9007199254740991) > $given.now AND takes2.retractedAt IS NULL AND activity3.retractedAt IS NULL
      AND (takes2.answer IS NULL OR takes2.answer <> 'NO')
      RETURN DISTINCT activity3.id
    } ELSE [] END AS activity3s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (person4)-[takes3:TAKES_PART_IN]->(activity5:Activity)-[part_of11:PART_OF]->(case7:Case)
      WHERE takes3.validFrom <= $given.now AND coalesce(takes3.validTo, 9007199254740991) > $given.now AND takes3.retractedAt IS NULL AND activity5.retractedAt IS NULL AND part_of11.validFrom <= $given.now AND coalesce(part_of11.validTo, 9007199254740991) > $given.now AND part_of11.retractedAt IS NULL AND case7.retractedAt IS NULL
      AND (takes3.answer IS NULL OR takes3.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case7)-[in13:IN]->(theme27:Theme)
        WHERE in13.validFrom <= $given.now AND coalesce(in13.validTo, 9007199254740991) > $given.now AND in13.retractedAt IS NULL AND theme27.retractedAt IS NULL
        RETURN DISTINCT theme27.code
      } AS themes5
      RETURN {at: activity5.id, gives: themes5, lifts: []}
    } ELSE [] END AS activity5s, CASE WHEN size(ctx.consent) > 0 THEN COLLECT {
      MATCH (person4)<-[from2:FROM]-(consent2:Consent)-[to2:TO]->(organisation2:Business|Municipality)
      WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND consent2.validFrom <= $given.now AND coalesce(consent2.validTo, 9007199254740991) > $given.now AND consent2.retractedAt IS NULL AND consent2.withdrawnAt IS NULL AND to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND organisation2.retractedAt IS NULL
      MATCH (consent2)-[for:FOR]->(purpose2:Purpose)
      WHERE for.validFrom <= $given.now AND coalesce(for.validTo, 9007199254740991) > $given.now AND for.retractedAt IS NULL AND purpose2.retractedAt IS NULL
      AND purpose2.code = $given.purpose
      WITH *, COLLECT {
        MATCH (consent2)-[covers3:COVERS]->(category3:Category)
        RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
      } AS named, COLLECT {
        MATCH (consent2)-[covers4:COVERS]->(theme29:Theme)
        RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme29.retractedAt IS NULL THEN theme29.code ELSE '' END
      } AS themes6
      RETURN {at: organisation2.id, gives: reduce(found50 = [], code18 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found50 + CASE WHEN code18 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code18] + CASE WHEN code18 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme30 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme30 <> '' | code18 + ':' + theme30] ELSE [] END ELSE [] END), lifts: []}
    } ELSE [] END AS organisation2s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person4)-[employed_by:EMPLOYED_BY]->(business12:Business)-[part_of12:PART_OF*0..2]->(business13:Business)
      WHERE employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business12.retractedAt IS NULL AND all(step14 IN part_of12 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND business13.retractedAt IS NULL
      RETURN DISTINCT business13.id
    } ELSE [] END AS business13s
    WITH *, reduce(found22 = [], row8 IN ctx.localOffice3 | CASE WHEN any(key IN area8s WHERE key IN row8.at) THEN found22 + row8.gives ELSE found22 END) + reduce(found25 = [], row9 IN ctx.localOffice4 | CASE WHEN any(key IN area10s WHERE key IN row9.at) THEN found25 + row9.gives ELSE found25 END) + reduce(found27 = [], row10 IN ctx.followUpUnit | CASE WHEN any(key IN unit18s WHERE key IN row10.at) THEN found27 + row10.gives ELSE found27 END) + ctx.nationalRole2 + reduce(found31 = [], row11 IN ctx.assignedCase3 | CASE WHEN person4.id IN row11.at THEN found31 + row11.gives ELSE found31 END) + reduce(found34 = [], row12 IN ctx.assignedCaseParty | CASE WHEN person4.id IN row12.at THEN found34 + row12.gives ELSE found34 END) + reduce(found36 = [], row13 IN ctx.override2 | CASE WHEN person4.id IN row13.at THEN found36 + row13.gives ELSE found36 END) + reduce(found38 = [], row14 IN ctx.inhabitant | CASE WHEN any(key IN municipality2s WHERE key IN row14.at) THEN found38 + row14.gives ELSE found38 END) + reduce(found40 = [], row15 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality4s WHERE key IN row15.at) THEN found40 + row15.gives ELSE found40 END) + reduce(found43 = [], row16 IN ctx.participant | CASE WHEN any(key IN activity3s WHERE key IN row16.at) THEN found43 + row16.gives ELSE found43 END) + reduce(found45 = [], row17 IN ctx.participant2 | reduce(found46 = found45, key2 IN activity5s | CASE WHEN key2.at IN row17.at THEN found46 + reduce(both = [], shared IN [reduce(found47 = [], entry17 IN row17.gives | found47 + CASE WHEN NOT entry17 CONTAINS ':' THEN [entry17] WHEN entry17 ENDS WITH ':*' THEN [theme28 IN key2.gives | split(entry17, ':')[0] + ':' + theme28] WHEN split(entry17, ':')[1] IN key2.gives THEN [entry17] ELSE [] END)] | both + CASE WHEN size(shared) > 0 THEN shared + row17.marks ELSE [] END) ELSE found46 END)) + reduce(found49 = [], row18 IN ctx.consent | reduce(found51 = found49, key3 IN organisation2s | CASE WHEN key3.at IN row18.at THEN found51 + reduce(both2 = [], shared2 IN [[entry18 IN row18.gives WHERE entry18 IN key3.gives OR (entry18 CONTAINS ':' AND split(entry18, ':')[0] + ':*' IN key3.gives)] + [entry19 IN key3.gives WHERE entry19 CONTAINS ':' AND split(entry19, ':')[0] + ':*' IN row18.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row18.marks ELSE [] END) ELSE found51 END)) + reduce(found53 = [], row19 IN ctx.attachedPerson | CASE WHEN any(key IN business13s WHERE key IN row19.at) THEN found53 + row19.gives ELSE found53 END) AS person4Offered
    WITH *, CASE WHEN size(person4Codes) > 0 THEN [] ELSE CASE WHEN size(person4Overridable) > 0 THEN reduce(found54 = [], row20 IN ctx.assignedCaseParty | CASE WHEN person4.id IN row20.at THEN found54 + row20.gives ELSE found54 END) + reduce(found55 = [], row21 IN ctx.override2 | CASE WHEN person4.id IN row21.at AND none(code22 IN person4Overridable WHERE NOT code22 IN row21.lifts) THEN found55 + row21.gives ELSE found55 END) ELSE person4Offered END END AS person4Mask
    RETURN collect({id: person4.id, core: person4Codes, mask: person4Mask, codes: person4Codes + person4Overridable, offered: CASE WHEN size(person4Codes + person4Overridable) > 0 THEN person4Offered ELSE [] END, overridable: person4Overridable}) AS decided
  }
  CALL (ctx, case2) {
    CALL (case2) {
      MATCH (case2)-[concerns16:CONCERNS]->(subject28:Device)
      MATCH (subject28)-[lent_to3:LENT_TO]->(party4:Person)
      RETURN party4 AS person11
      UNION
      MATCH (case2)-[concerns17:CONCERNS]->(subject29:Business)
      MATCH (subject29)-[part_of14:PART_OF*0..2]->(business15:Business)-[owned_by9:OWNED_BY]->(owner2:Person)
      RETURN owner2 AS person11
      UNION
      MATCH (case2)-[concerns18:CONCERNS]->(party5:Person)
      RETURN party5 AS person11
      UNION
      MATCH (case2)-[concerns19:CONCERNS]->(business16:Business)-[part_of15:PART_OF*0..2]->(business17:Business)-[owned_by10:OWNED_BY]->(party6:Person)
      RETURN party6 AS person11
      UNION
      MATCH (case2)-[edge8:CONCERNS]->(node8:Person|Business)
      RETURN node8 AS person11
    }
    RETURN collect({id: person11.id, core: CASE WHEN person11.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person11)-[protected_as3:PROTECTED_AS]->(protection15:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection15.retractedAt IS NULL
      AND ((ctx.id <> person11.id AND protection15.code IS NOT NULL AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)) OR (protection15.code IS NOT NULL AND protection15.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection15.code
    } + CASE WHEN ctx.id <> person11.id AND person11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)-[protected_as4:PROTECTED_AS]->(protection16:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection16.retractedAt IS NULL
      AND ctx.id <> person11.id AND coalesce((protection16.code IS NULL OR NOT (protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted3 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)<-[is5:IS]-(employee2:Employee)-[holds4:HOLDS]->(position33:Position)-[at31:AT]->(unit23:Unit)
      WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position33.retractedAt IS NULL AND coalesce(at31.validFrom <= $given.now, true) AND coalesce(at31.validTo > $given.now, true) AND at31.retractedAt IS NULL AND unit23.retractedAt IS NULL
      AND unit23.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END}) AS carded
  }
  CALL (ctx, case2, decided, carded) {
    MATCH (case2)-[concerns:CONCERNS]->(subject:Person)
    WHERE concerns.validFrom <= $given.now AND coalesce(concerns.validTo, 9007199254740991) > $given.now AND concerns.retractedAt IS NULL AND subject.retractedAt IS NULL
    WITH *, coalesce(head([each IN decided WHERE each.id = subject.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subjectDecided
    WITH *, subjectDecided.mask AS subjectMask
    WITH *, COLLECT {
      MATCH (case2)-[in:IN]->(theme:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
      RETURN {code: theme.code, secret: coalesce(theme.secret, false)}
    } AS case2Themes
    WITH *, (true AND ('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme2 IN case2Themes WHERE 'CASES:' + theme2.code IN subjectMask)))) AS whole, (('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme3 IN case2Themes WHERE 'CASES:' + theme3.code IN subjectMask))) OR (ctx.staff AND 'CASES' IN subjectMask AND (size(case2Themes) > 0 AND none(theme4 IN case2Themes WHERE theme4.secret)))) AS shown
    RETURN collect({whole: whole, shown: shown}) AS ways
  }
  CALL (ctx, case2, decided, carded) {
    MATCH (case2)-[concerns2:CONCERNS]->(subject2:Device)
    WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject2.retractedAt IS NULL
    WITH *, CASE WHEN EXISTS {
      MATCH (subject2)-[lent_to:LENT_TO]->(party:Person)
      WHERE coalesce(lent_to.validFrom <= $given.now, true) AND coalesce(lent_to.validTo > $given.now, true) AND lent_to.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END AS subject2Codes
    WITH *, CASE WHEN size(ctx.technician) > 0 THEN COLLECT {
      MATCH (subject2)-[owned_by:OWNED_BY|KEPT_AT]->(place2:Unit|Municipality|Business)
      WHERE owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND place2.retractedAt IS NULL
      RETURN DISTINCT place2.id
    } ELSE [] END AS place2s
    WITH *, reduce(found4 = [], row IN ctx.assignedCase | CASE WHEN subject2.id IN row.at THEN found4 + row.gives ELSE found4 END) + reduce(found6 = [], row2 IN ctx.technician | CASE WHEN any(key IN place2s WHERE key IN row2.at) THEN found6 + row2.gives ELSE found6 END) AS subject2Offered
    WITH *, CASE WHEN size(subject2Codes) > 0 THEN [] ELSE subject2Offered END AS subject2Mask
    WITH *, COLLECT {
      MATCH (case2)-[in3:IN]->(theme7:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme7.retractedAt IS NULL
      RETURN {code: theme7.code, secret: coalesce(theme7.secret, false)}
    } AS case2Themes2
    WITH *, (true AND ('CASES:*' IN subject2Mask OR (size(case2Themes2) > 0 AND all(theme8 IN case2Themes2 WHERE 'CASES:' + theme8.code IN subject2Mask)))) AS whole2, (('CASES:*' IN subject2Mask OR (size(case2Themes2) > 0 AND all(theme9 IN case2Themes2 WHERE 'CASES:' + theme9.code IN subject2Mask))) OR (ctx.staff AND 'CASES' IN subject2Mask AND (size(case2Themes2) > 0 AND none(theme10 IN case2Themes2 WHERE theme10.secret)))) AS shown2
    RETURN collect({whole: whole2, shown: shown2}) AS ways2
  }
  CALL (ctx, case2, decided, carded) {
    MATCH (case2)-[concerns4:CONCERNS]->(subject4:Business)
    WHERE concerns4.validFrom <= $given.now AND coalesce(concerns4.validTo, 9007199254740991) > $given.now AND concerns4.retractedAt IS NULL AND subject4.retractedAt IS NULL
    WITH *, CASE WHEN EXISTS {
      MATCH (subject4)-[part_of:PART_OF*0..2]->(firm:Business {form: 'ENK'})
      WHERE all(step IN part_of WHERE coalesce(step.validFrom <= $given.now, true) AND coalesce(step.validTo > $given.now, true) AND step.retractedAt IS NULL AND endNode(step).retractedAt IS NULL) AND firm.retractedAt IS NULL
      AND NOT EXISTS {
        MATCH (firm)-[owned_by2:OWNED_BY]->(person:Person)
        WHERE owned_by2.validFrom <= $given.now AND coalesce(owned_by2.validTo, 9007199254740991) > $given.now AND owned_by2.retractedAt IS NULL AND person.retractedAt IS NULL
      }
    } THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (subject4)-[part_of2:PART_OF*0..2]->(business:Business)-[owned_by3:OWNED_BY]->(owner:Person)
      WHERE all(step2 IN part_of2 WHERE coalesce(step2.validFrom <= $given.now, true) AND coalesce(step2.validTo > $given.now, true) AND step2.retractedAt IS NULL AND endNode(step2).retractedAt IS NULL) AND business.retractedAt IS NULL AND coalesce(owned_by3.validFrom <= $given.now, true) AND coalesce(owned_by3.validTo > $given.now, true) AND owned_by3.retractedAt IS NULL AND owner.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = owner.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS ownerCodes
      WHERE size(ownerCodes) > 0
      RETURN ownerCodes
    } THEN ['OWNER'] ELSE [] END AS subject4Codes
    WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
      MATCH (subject4)-[based_in:BASED_IN]->(area2:Area)
      WHERE based_in.validFrom <= $given.now AND coalesce(based_in.validTo, 9007199254740991) > $given.now AND based_in.retractedAt IS NULL AND area2.retractedAt IS NULL
      RETURN DISTINCT area2.id
    } ELSE [] END AS area2s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (subject4)-[based_in2:BASED_IN]->(area4:Area)
      WHERE based_in2.validFrom <= $given.now AND coalesce(based_in2.validTo, 9007199254740991) > $given.now AND based_in2.retractedAt IS NULL AND area4.retractedAt IS NULL
      RETURN DISTINCT area4.id
    } ELSE [] END AS area4s, CASE WHEN size(ctx.hierarchy) > 0 THEN COLLECT {
      MATCH (subject4)-[part_of3:PART_OF*1..2]->(business3:Business)
      WHERE all(step3 IN part_of3 WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL AND endNode(step3).retractedAt IS NULL) AND business3.retractedAt IS NULL
      RETURN DISTINCT business3.id
    } ELSE [] END AS business3s
    WITH *, reduce(found8 = [], row3 IN ctx.localOffice | CASE WHEN any(key IN area2s WHERE key IN row3.at) THEN found8 + row3.gives ELSE found8 END) + reduce(found11 = [], row4 IN ctx.localOffice2 | CASE WHEN any(key IN area4s WHERE key IN row4.at) THEN found11 + row4.gives ELSE found11 END) + ctx.nationalRole + reduce(found15 = [], row5 IN ctx.assignedCase2 | CASE WHEN subject4.id IN row5.at THEN found15 + row5.gives ELSE found15 END) + reduce(found17 = [], row6 IN ctx.representative | CASE WHEN subject4.id IN row6.at THEN found17 + row6.gives ELSE found17 END) + reduce(found19 = [], row7 IN ctx.hierarchy | CASE WHEN any(key IN business3s WHERE key IN row7.at) THEN found19 + row7.gives ELSE found19 END) AS subject4Offered
    WITH *, CASE WHEN size(subject4Codes) > 0 THEN [] ELSE subject4Offered END AS subject4Mask
    WITH *, COLLECT {
      MATCH (case2)-[in6:IN]->(theme15:Theme)
      WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND theme15.retractedAt IS NULL
      RETURN {code: theme15.code, secret: coalesce(theme15.secret, false)}
    } AS case2Themes3
    WITH *, (true AND ('CASES:*' IN subject4Mask OR (size(case2Themes3) > 0 AND all(theme16 IN case2Themes3 WHERE 'CASES:' + theme16.code IN subject4Mask)))) AS whole3, (('CASES:*' IN subject4Mask OR (size(case2Themes3) > 0 AND all(theme17 IN case2Themes3 WHERE 'CASES:' + theme17.code IN subject4Mask))) OR (ctx.staff AND 'CASES' IN subject4Mask AND (size(case2Themes3) > 0 AND none(theme18 IN case2Themes3 WHERE theme18.secret)))) AS shown3
    RETURN collect({whole: whole3, shown: shown3}) AS ways3
  }
  WITH *, any(way IN (ways + ways2 + ways3) WHERE way.whole) AS case2Whole, any(way IN (ways + ways2 + ways3) WHERE way.shown) AS case2Shown
  WITH * WHERE case2Shown AND size(CASE WHEN EXISTS {
    MATCH (case2)-[concerns6:CONCERNS]->(party2:Person)
    WHERE coalesce(concerns6.validFrom <= $given.now, true) AND coalesce(concerns6.validTo > $given.now, true) AND concerns6.retractedAt IS NULL AND party2.retractedAt IS NULL
    WITH coalesce(head([each IN carded WHERE each.id = party2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party2Codes
    WHERE size(party2Codes) > 0
    RETURN party2Codes
  } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (case2)-[concerns7:CONCERNS]->(business4:Business)-[part_of4:PART_OF*0..2]->(business5:Business)-[owned_by4:OWNED_BY]->(party3:Person)
    WHERE coalesce(concerns7.validFrom <= $given.now, true) AND coalesce(concerns7.validTo > $given.now, true) AND concerns7.retractedAt IS NULL AND business4.retractedAt IS NULL AND all(step4 IN part_of4 WHERE coalesce(step4.validFrom <= $given.now, true) AND coalesce(step4.validTo > $given.now, true) AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND business5.retractedAt IS NULL AND coalesce(owned_by4.validFrom <= $given.now, true) AND coalesce(owned_by4.validTo > $given.now, true) AND owned_by4.retractedAt IS NULL AND party3.retractedAt IS NULL
    WITH coalesce(head([each IN carded WHERE each.id = party3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party3Codes
    WHERE size(party3Codes) > 0
    RETURN party3Codes
  } THEN ['PARTY'] ELSE [] END + CASE WHEN case2.closedAt IS NOT NULL AND coalesce(case2.closedAt <= $given.now, true) AND NOT ctx.excepted THEN ['CLOSED'] ELSE [] END) = 0
  WITH *, COLLECT {
    MATCH (case2)-[held:CONCERNS]->(other:Person)-[protected:PROTECTED_AS]->(protection:Protection)
    WHERE protection.code IS NOT NULL AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> other.id AND coalesce((held.validFrom IS NULL OR protected.validTo IS NULL OR held.validFrom < protected.validTo), true) AND coalesce((protected.validFrom IS NULL OR held.validTo IS NULL OR protected.validFrom < held.validTo), true) AND NOT (ctx.staff AND protection.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection.code
  } + COLLECT {
    MATCH (case2)-[held2:CONCERNS]->(other2:Person)-[has_address:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection5:Protection)
    WHERE protection5.code IS NOT NULL AND protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> other2.id AND coalesce((kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo), true) AND NOT (ctx.staff AND protection5.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection5.code
  } + COLLECT {
    MATCH (case2)-[held3:CONCERNS]->(other3:Person)-[member_of:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(sharer2:Person)-[protected3:PROTECTED_AS]->(protection6:Protection)
    WHERE protection6.code IS NOT NULL AND protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> other3.id AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT (ctx.staff AND protection6.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection6.code
  } + COLLECT {
    MATCH (case2)-[concerns8:CONCERNS]->(device:Device)-[held4:LENT_TO]->(other4:Person)-[protected4:PROTECTED_AS]->(protection7:Protection)
    WHERE protection7.code IS NOT NULL AND protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other4.id AND coalesce((held4.validFrom IS NULL OR protected4.validTo IS NULL OR held4.validFrom < protected4.validTo), true) AND coalesce((protected4.validFrom IS NULL OR held4.validTo IS NULL OR protected4.validFrom < held4.validTo), true) AND NOT (ctx.staff AND protection7.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection7.code
  } + COLLECT {
    MATCH (case2)-[concerns9:CONCERNS]->(business6:Business)-[part_of5:PART_OF*0..2]->(business7:Business)-[held5:OWNED_BY]->(other5:Person)-[protected5:PROTECTED_AS]->(protection8:Protection)
    WHERE protection8.code IS NOT NULL AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other5.id AND coalesce((held5.validFrom IS NULL OR protected5.validTo IS NULL OR held5.validFrom < protected5.validTo), true) AND coalesce((protected5.validFrom IS NULL OR held5.validTo IS NULL OR protected5.validFrom < held5.validTo), true) AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection8.code
  } AS case2Places
  CALL (ctx, case2, case2Places, case2Whole, decided, carded) {
    MATCH (case2)-[edge2:IN]->(node2:Theme)
    WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1
    RETURN collect({it: {code: node.code, name: node.name}}) AS theme19
  }
  CALL (ctx, case2, case2Places, case2Whole, decided, carded) {
    MATCH (case2)-[edge4:OWNED_BY]->(node4:Unit)
    WHERE edge4.validFrom <= $given.now AND coalesce(edge4.validTo, 9007199254740991) > $given.now AND edge4.retractedAt IS NULL AND node4.retractedAt IS NULL
    AND size(case2Places) = 0 AND case2Whole
    WITH *, node4 AS node3, edge4 AS edge3
    WITH * ORDER BY edge3.validFrom DESC, edge3.id LIMIT 1
    WITH *, CASE WHEN NOT ctx.excepted2 AND node3.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node3Places
    RETURN collect({it: {id: CASE WHEN size(node3Places) = 0 THEN node3.id ELSE 'unit:NAV' END, number: CASE WHEN size(node3Places) = 0 THEN node3.number END, name: CASE WHEN size(node3Places) = 0 THEN node3.name ELSE 'NAV' END}, places: node3Places}) AS unit7
  }
  CALL (ctx, case2, case2Places, case2Whole, decided, carded) {
    MATCH (case2)-[edge6:CONCERNS]->(node6:Person|Business)
    WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL
    AND case2Whole
    WITH *, node6 AS node5, edge6 AS edge5
    CALL (ctx, node5, edge5, case2Places, case2Whole, decided, carded) {
      UNWIND CASE WHEN node5:Person THEN [node5] ELSE [] END AS person2
      WITH *, coalesce(head([each IN carded WHERE each.id = person2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person2Decided
      WITH *, CASE WHEN size(person2Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person2Mask
      WITH * WHERE (ctx.staff OR 'CARD' IN person2Mask)
      RETURN collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END}, access: {mask: person2Mask, codes: person2Decided.core, offered: ['CARD']}, type: 'Person'}) AS asPerson
    }
    CALL (ctx, node5, edge5, case2Places, case2Whole, decided, carded) {
      UNWIND CASE WHEN node5:Business THEN [node5] ELSE [] END AS business8
      CALL (ctx, business8, decided, carded) {
        MATCH (business8)-[part_of6:PART_OF*0..2]->(business9:Business)-[owned_by5:OWNED_BY]->(subject10:Person)
        WHERE all(step7 IN part_of6 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND business9.retractedAt IS NULL AND owned_by5.validFrom <= $given.now AND coalesce(owned_by5.validTo, 9007199254740991) > $given.now AND owned_by5.retractedAt IS NULL AND subject10.retractedAt IS NULL
        WITH *, coalesce(head([each IN decided WHERE each.id = subject10.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject10Decided
        WITH *, subject10Decided.mask AS subject10Mask
        WITH *, (true AND 'WORK' IN subject10Mask) AS whole4, 'WORK' IN subject10Mask AS shown4
        RETURN collect({whole: whole4, shown: shown4}) AS ways4
      }
      WITH *, (NOT EXISTS {
        MATCH (business8)-[part_of7:PART_OF*0..2]->(business10:Business)-[owned_by6:OWNED_BY]->(subject11:Person)
        WHERE all(step8 IN part_of7 WHERE coalesce(step8.validFrom <= $given.now, true) AND coalesce(step8.validTo > $given.now, true) AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND business10.retractedAt IS NULL AND coalesce(owned_by6.validFrom <= $given.now, true) AND coalesce(owned_by6.validTo > $given.now, true) AND owned_by6.retractedAt IS NULL AND subject11.retractedAt IS NULL
      }) OR (size((ways4)) > 0 AND all(way2 IN (ways4) WHERE way2.whole)) AS business8Whole
      WITH * WHERE business8Whole AND size(CASE WHEN EXISTS {
        MATCH (business8)-[part_of8:PART_OF*0..2]->(firm2:Business {form: 'ENK'})
        WHERE all(step9 IN part_of8 WHERE coalesce(step9.validFrom <= $given.now, true) AND coalesce(step9.validTo > $given.now, true) AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND firm2.retractedAt IS NULL
        AND NOT EXISTS {
          MATCH (firm2)-[owned_by7:OWNED_BY]->(person3:Person)
          WHERE owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND person3.retractedAt IS NULL
        }
      } THEN ['NO_GRANT'] ELSE [] END) = 0
      RETURN collect({it: {id: business8.id, name: business8.name}, type: 'Business'}) AS asBusiness
    }
    WITH *, asPerson + asBusiness AS found20
    WITH * WHERE size(found20) > 0
    WITH * WHERE $given.a2 IS NULL OR edge5.validFrom < $given.a2[0] OR (edge5.validFrom = $given.a2[0] AND edge5.id > $given.a2[1])
    WITH * ORDER BY edge5.validFrom DESC, edge5.id LIMIT $given.a1 + 1
    RETURN collect({edge: {part: edge5.part}, position: [edge5.validFrom, edge5.id], of: head(found20)}) AS partiesRows
  }
  WITH *, {rows: partiesRows} AS parties
  RETURN head(collect({it: {id: case2.id, title: CASE WHEN case2Whole THEN case2.title END, status: case2.status, openedAt: case2.openedAt, closedAt: case2.closedAt, theme: head(theme19), unit: CASE WHEN size(case2Places) = 0 AND case2Whole THEN head(unit7) END, parties: CASE WHEN case2Whole THEN parties END}, whole: case2Whole, places: case2Places, concerned: $given.case IS NULL OR EXISTS {
    MATCH (case2)-[concerns10:CONCERNS]->(subject7:Person)
    WHERE concerns10.validFrom <= $given.now AND coalesce(concerns10.validTo, 9007199254740991) > $given.now AND concerns10.retractedAt IS NULL AND subject7.retractedAt IS NULL
    AND subject7.id IN ctx.caseSubjects
  } OR EXISTS {
    MATCH (case2)-[concerns11:CONCERNS]->(subject8:Device)
    WHERE concerns11.validFrom <= $given.now AND coalesce(concerns11.validTo, 9007199254740991) > $given.now AND concerns11.retractedAt IS NULL AND subject8.retractedAt IS NULL
    AND subject8.id IN ctx.caseSubjects
  } OR EXISTS {
    MATCH (case2)-[concerns12:CONCERNS]->(subject9:Business)
    WHERE concerns12.validFrom <= $given.now AND coalesce(concerns12.validTo, 9007199254740991) > $given.now AND concerns12.retractedAt IS NULL AND subject9.retractedAt IS NULL
    AND subject9.id IN ctx.caseSubjects
  }})) AS case
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, ctx.withheld AS withheld, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, head([it2 IN case2s | {id: it2.id, type: 'Case'}]) AS there, case
