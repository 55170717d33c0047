// WhoCanSee (employee)
OPTIONAL MATCH (viewer:Employee {ident: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)-[is1:IS WHERE is1.retractedAt IS NULL]->(subject2:Person)
  WHERE subject2.retractedAt IS NULL
  RETURN collect(DISTINCT subject2) AS persons1
}
CALL (viewer) {
  MATCH (viewer)-[holds6:HOLDS WHERE holds6.validFrom <= $given.now AND coalesce(holds6.validTo, 9007199254740991) > $given.now AND holds6.retractedAt IS NULL]->(position15:Position)
  WHERE position15.retractedAt IS NULL
  RETURN collect(DISTINCT position15) AS positions1
}
CALL (viewer) {
  MATCH (viewer)-[cleared_for2:CLEARED_FOR WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL]->(protection4:Protection)
  WHERE protection4.retractedAt IS NULL
  RETURN collect(DISTINCT protection4) AS protections1
}
CALL (viewer) {
  MATCH (viewer)-[holds7:HOLDS WHERE coalesce(holds7.validFrom <= $given.now, true) AND coalesce(holds7.validTo > $given.now, true) AND holds7.retractedAt IS NULL]->(position17:Position)
  WHERE position17.retractedAt IS NULL
  RETURN collect(DISTINCT position17) AS positions2
}
CALL (viewer) {
  MATCH (viewer)-[is2:IS WHERE is2.validFrom <= $given.now AND coalesce(is2.validTo, 9007199254740991) > $given.now AND is2.retractedAt IS NULL]->(person4:Person)
  WHERE person4.retractedAt IS NULL
  RETURN collect(DISTINCT person4) AS persons2
}
CALL (viewer) {
  MATCH (viewer)-[is4:IS WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL]->(person6:Person)
  WHERE person6.retractedAt IS NULL
  RETURN collect(DISTINCT person6) AS persons3
}
CALL (viewer) {
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case:Case)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case.retractedAt IS NULL
  RETURN collect(DISTINCT case) AS cases
}
CALL (viewer, positions1) {
  UNWIND positions1 AS position51
  MATCH (position51)-[in:IN]->(role:Role)-[may_state:MAY_STATE]->(purpose6:Purpose)
  WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND role.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose6.retractedAt IS NULL
  AND purpose6.code = $given.purpose
  WITH DISTINCT purpose6
  OPTIONAL MATCH (purpose6)-[covers:COVERS]->(category:Category)
  WHERE covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH count(DISTINCT purpose6) > 0 AS permitted, collect(DISTINCT category.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions1) {
  UNWIND positions1 AS position52
  MATCH (position52)-[in32:IN]->(role12:Role)
  WHERE in32.validFrom <= $given.now AND coalesce(in32.validTo, 9007199254740991) > $given.now AND in32.retractedAt IS NULL AND role12.retractedAt IS NULL
  WITH position52, role12, COLLECT {
    MATCH (role12)-[covers11:COVERS]->(category11:Category)
    WHERE covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND category11.retractedAt IS NULL
    AND 'READ' IN coalesce(covers11.actions, ['READ'])
    UNWIND [category11.code] + CASE category11.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code
    WITH code
    WHERE code IN covered
    RETURN DISTINCT code
  } AS codes, COLLECT {
    MATCH (role12)-[covers12:COVERS]->(category12:Category)
    WHERE covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL AND category12.retractedAt IS NULL
    MATCH (role12)-[handles:HANDLES]->(theme:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme.retractedAt IS NULL
    AND 'READ' IN coalesce(covers12.actions, ['READ']) AND category12.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category12.code IN covered
    RETURN DISTINCT category12.code + ':' + theme.code
  } AS themed, COLLECT {
    MATCH (position52)-[at46:AT]->(place:Unit|Municipality|Business)
    WHERE at46.validFrom <= $given.now AND coalesce(at46.validTo, 9007199254740991) > $given.now AND at46.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position52.id, reach: role12.reach, codes: codes, themed: themed, role: role12.code, place: head(places)}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case14
  MATCH (case14)-[concerns:CONCERNS]->(person:Person)
  WHERE concerns.validFrom <= $given.now AND coalesce(concerns.validTo, 9007199254740991) > $given.now AND concerns.retractedAt IS NULL AND person.retractedAt IS NULL
  AND case14.id = $given.case
  RETURN collect(DISTINCT person.id) AS caseSubjects
}
CALL (viewer, covered, seats, persons1) {
  UNWIND persons1 AS subject3
  RETURN collect(DISTINCT subject3.id) AS self1
}
CALL (viewer, covered, seats, persons1) {
  UNWIND persons1 AS self2
  MATCH (self2)-[parent_of1:PARENT_OF WHERE parent_of1.retractedAt IS NULL]->(subject4:Person)
  WHERE subject4.retractedAt IS NULL
  RETURN collect(DISTINCT subject4.id) AS child1
}
CALL (viewer, covered, seats, persons1) {
  UNWIND persons1 AS self3
  MATCH (self3)<-[parent_of2:PARENT_OF WHERE parent_of2.retractedAt IS NULL]-(subject5:Person)
  WHERE subject5.retractedAt IS NULL
  RETURN collect(DISTINCT subject5.id) AS parent1
}
CALL (viewer, covered, seats, persons1) {
  UNWIND persons1 AS self4
  MATCH (self4)<-[parent_of3:PARENT_OF*2..3]-(subject6:Person)
  WHERE all(step8 IN parent_of3 WHERE step8.retractedAt IS NULL AND startNode(step8).retractedAt IS NULL) AND subject6.retractedAt IS NULL
  RETURN collect(DISTINCT subject6.id) AS ancestor1
}
CALL (viewer, covered, seats, persons1) {
  UNWIND persons1 AS self5
  MATCH (self5)-[parent_of4:PARENT_OF*2..3]->(subject7:Person)
  WHERE all(step9 IN parent_of4 WHERE step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND subject7.retractedAt IS NULL
  RETURN collect(DISTINCT subject7.id) AS descendant1
}
CALL (viewer, covered, seats, persons1) {
  UNWIND persons1 AS self6
  MATCH (self6)-[partner_of1:PARTNER_OF WHERE partner_of1.retractedAt IS NULL]->(subject8:Person)
  WHERE subject8.retractedAt IS NULL
  RETURN collect(DISTINCT subject8.id) AS partner1
}
CALL (viewer, covered, seats, persons1) {
  UNWIND persons1 AS self7
  MATCH (self7)<-[partner_of2:PARTNER_OF WHERE partner_of2.retractedAt IS NULL]-(subject9:Person)
  WHERE subject9.retractedAt IS NULL
  RETURN collect(DISTINCT subject9.id) AS partnerBack1
}
CALL (viewer, covered, seats, persons1) {
  UNWIND persons1 AS self8
  MATCH (self8)<-[parent_of5:PARENT_OF WHERE parent_of5.retractedAt IS NULL]-(person2:Person)
  WHERE person2.retractedAt IS NULL
  MATCH (person2)-[parent_of6:PARENT_OF WHERE parent_of6.retractedAt IS NULL]->(subject10:Person)
  WHERE subject10.retractedAt IS NULL AND self8.id <> subject10.id
  RETURN collect(DISTINCT subject10.id) AS sibling1
}
CALL (viewer, covered, seats, persons1) {
  UNWIND persons1 AS self9
  MATCH (self9)-[parent_of7:PARENT_OF WHERE parent_of7.retractedAt IS NULL]->(person3:Person)
  WHERE person3.retractedAt IS NULL
  MATCH (person3)<-[parent_of8:PARENT_OF WHERE parent_of8.retractedAt IS NULL]-(subject11:Person)
  WHERE subject11.retractedAt IS NULL AND self9.id <> subject11.id
  RETURN collect(DISTINCT subject11.id) AS commonChild1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position16
  MATCH (position16)-[at15:AT WHERE at15.validFrom <= $given.now AND coalesce(at15.validTo, 9007199254740991) > $given.now AND at15.retractedAt IS NULL]->(unit8:Unit)
  WHERE unit8.retractedAt IS NULL
  RETURN count(*) > 0 AS staff1
}
CALL (viewer, covered, seats, protections1) {
  UNWIND protections1 AS protection5
  MATCH (protection5)-[opens2:OPENS*0..1]->(protection6)
  WHERE all(step10 IN opens2 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL AND endNode(step10).retractedAt IS NULL) AND protection6.retractedAt IS NULL
  RETURN collect(DISTINCT protection6.id) AS protectionExcepted1
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position18
  MATCH (position18)-[at16:AT WHERE coalesce(at16.validFrom <= $given.now, true) AND coalesce(at16.validTo > $given.now, true) AND at16.retractedAt IS NULL]->(unit9:Unit)
  WHERE unit9.retractedAt IS NULL
  RETURN count(*) > 0 AS shielded1
}
CALL (viewer, covered, seats, persons2) {
  UNWIND persons2 AS person5
  RETURN count(*) > 0 AS excepted1
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position20
  MATCH (position20)-[at18:AT WHERE coalesce(at18.validFrom <= $given.now, true) AND coalesce(at18.validTo > $given.now, true) AND at18.retractedAt IS NULL]->(unit11:Unit)
  WHERE unit11.retractedAt IS NULL
  RETURN collect(DISTINCT unit11.id) AS sameOffice1
}
CALL (viewer, covered, seats, persons3) {
  UNWIND persons3 AS person7
  MATCH (person7)<-[to9:TO WHERE coalesce(to9.validFrom <= $given.now, true) AND coalesce(to9.validTo > $given.now, true) AND to9.retractedAt IS NULL]-(mandate7:Mandate {kind: 'GUARDIANSHIP'})
  MATCH (mandate7)-[from9:FROM WHERE coalesce(from9.validFrom <= $given.now, true) AND coalesce(from9.validTo > $given.now, true) AND from9.retractedAt IS NULL]->(subject12:Person)
  WHERE coalesce(mandate7.validFrom <= $given.now, true) AND coalesce(mandate7.validTo > $given.now, true) AND mandate7.retractedAt IS NULL AND coalesce(mandate7.revokedAt > $given.now, true) AND subject12.retractedAt IS NULL
  RETURN collect(DISTINCT subject12.id) AS guardian1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position21
  MATCH (position21)-[at19:AT WHERE at19.validFrom <= $given.now AND coalesce(at19.validTo, 9007199254740991) > $given.now AND at19.retractedAt IS NULL]->(unit12:Unit)
  WHERE unit12.retractedAt IS NULL
  MATCH (viewer)-[cleared_for3:CLEARED_FOR WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL]->(protection8:Protection {code: 'DECEASED'})
  WHERE protection8.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position22
  MATCH (position22)-[at20:AT WHERE at20.validFrom <= $given.now AND coalesce(at20.validTo, 9007199254740991) > $given.now AND at20.retractedAt IS NULL]->(unit13:Unit)
  WHERE unit13.retractedAt IS NULL
  MATCH (viewer)-[cleared_for4:CLEARED_FOR WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL]->(protection9:Protection {code: 'ABROAD'})
  WHERE protection9.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted3
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position23
  MATCH (position23)-[at21:AT WHERE at21.validFrom <= $given.now AND coalesce(at21.validTo, 9007199254740991) > $given.now AND at21.retractedAt IS NULL]->(unit14:Unit)
  WHERE unit14.retractedAt IS NULL
  MATCH (viewer)-[cleared_for5:CLEARED_FOR WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL]->(protection10:Protection {code: 'UNKNOWN_RESIDENCE'})
  WHERE protection10.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted4
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position24
  MATCH (position24)-[at22:AT WHERE at22.validFrom <= $given.now AND coalesce(at22.validTo, 9007199254740991) > $given.now AND at22.retractedAt IS NULL]->(unit15:Unit)
  MATCH (unit15)-[serves3:SERVES WHERE serves3.validFrom <= $given.now AND coalesce(serves3.validTo, 9007199254740991) > $given.now AND serves3.retractedAt IS NULL]->(area11:Area)
  WHERE unit15.retractedAt IS NULL AND area11.retractedAt IS NULL AND serves3.theme IS NULL
  WITH position24, covered, seats, collect(DISTINCT area11.id) AS at
  WITH reduce(found3 = [], seat1 IN [seat1 IN seats WHERE seat1.position = position24.id AND seat1.reach IN ['LOCAL']] | found3 + seat1.codes + seat1.themed) AS gives, ['@employee.local-office', '@@' + position24.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position25
  MATCH (position25)-[at23:AT WHERE at23.validFrom <= $given.now AND coalesce(at23.validTo, 9007199254740991) > $given.now AND at23.retractedAt IS NULL]->(unit16:Unit)
  MATCH (unit16)-[serves4:SERVES WHERE serves4.validFrom <= $given.now AND coalesce(serves4.validTo, 9007199254740991) > $given.now AND serves4.retractedAt IS NULL]->(area13:Area)
  WHERE unit16.retractedAt IS NULL AND area13.retractedAt IS NULL
  MATCH (position25)-[in19:IN WHERE in19.validFrom <= $given.now AND coalesce(in19.validTo, 9007199254740991) > $given.now AND in19.retractedAt IS NULL]->(role4:Role)
  MATCH (role4)-[handles2:HANDLES WHERE handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL]->(theme6:Theme)
  WHERE role4.retractedAt IS NULL AND theme6.retractedAt IS NULL AND serves4.theme = theme6.code
  WITH position25, theme6, covered, seats, collect(DISTINCT area13.id) AS at
  WITH reduce(found6 = [], entry6 IN reduce(found5 = [], seat3 IN [seat3 IN seats WHERE seat3.position = position25.id AND seat3.reach IN ['LOCAL']] | found5 + seat3.codes + seat3.themed) | found6 + CASE WHEN NOT entry6 CONTAINS ':' THEN [entry6] WHEN entry6 ENDS WITH ':*' THEN [theme7 IN [theme6.code] | split(entry6, ':')[0] + ':' + theme7] WHEN split(entry6, ':')[1] IN [theme6.code] THEN [entry6] ELSE [] END) AS gives, ['@employee.local-office', '@@' + position25.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice2
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position26
  MATCH (position26)-[at24:AT WHERE at24.validFrom <= $given.now AND coalesce(at24.validTo, 9007199254740991) > $given.now AND at24.retractedAt IS NULL]->(unit17:Unit)
  WHERE unit17.retractedAt IS NULL
  WITH position26, covered, seats, collect(DISTINCT unit17.id) AS at
  WITH reduce(found8 = [], seat5 IN [seat5 IN seats WHERE seat5.position = position26.id AND seat5.reach IN ['LOCAL']] | found8 + seat5.codes + seat5.themed) AS gives, ['@employee.follow-up-unit', '@@' + position26.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS followUpUnit1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position27
  MATCH (position27)-[at25:AT WHERE at25.validFrom <= $given.now AND coalesce(at25.validTo, 9007199254740991) > $given.now AND at25.retractedAt IS NULL]->(unit19:Unit)
  WHERE unit19.retractedAt IS NULL
  WITH DISTINCT position27, covered, seats
  WITH reduce(found10 = [], seat7 IN [seat7 IN seats WHERE seat7.position = position27.id AND seat7.reach IN ['NATIONAL']] | found10 + seat7.codes + seat7.themed) AS gives, ['@employee.national-role', '@@' + position27.id] AS marks
  RETURN reduce(all = [], each IN collect(CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END) | all + each) AS nationalRole1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position28
  MATCH (position28)-[at26:AT WHERE at26.validFrom <= $given.now AND coalesce(at26.validTo, 9007199254740991) > $given.now AND at26.retractedAt IS NULL]->(unit20:Unit)
  WHERE unit20.retractedAt IS NULL
  MATCH (viewer)-[assigned_to3:ASSIGNED_TO WHERE assigned_to3.validFrom <= $given.now AND coalesce(assigned_to3.validTo, 9007199254740991) > $given.now AND assigned_to3.retractedAt IS NULL]->(case6:Case)
  MATCH (case6)-[concerns8:CONCERNS {part: 'MAIN'} WHERE concerns8.validFrom <= $given.now AND coalesce(concerns8.validTo, 9007199254740991) > $given.now AND concerns8.retractedAt IS NULL]->(subject13:Person)
  WHERE case6.retractedAt IS NULL AND subject13.retractedAt IS NULL AND (case6.closedAt IS NULL OR case6.closedAt > $given.now)
  WITH case6, covered, seats, collect(DISTINCT subject13.id) AS at
  WITH *, COLLECT {
    MATCH (case6)-[in20:IN WHERE in20.validFrom <= $given.now AND coalesce(in20.validTo, 9007199254740991) > $given.now AND in20.retractedAt IS NULL]->(theme8:Theme)
    WHERE theme8.retractedAt IS NULL
    RETURN DISTINCT theme8.code
  } AS themes3
  WITH reduce(found12 = [], entry7 IN reduce(found11 = [], seat9 IN seats | found11 + seat9.codes + seat9.themed) | found12 + CASE WHEN NOT entry7 CONTAINS ':' THEN [entry7] WHEN entry7 ENDS WITH ':*' THEN [theme9 IN themes3 | split(entry7, ':')[0] + ':' + theme9] WHEN split(entry7, ':')[1] IN themes3 THEN [entry7] ELSE [] END) AS gives, ['@employee.assigned-case'] + [seat10 IN seats | '@@' + seat10.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCase1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position29
  MATCH (position29)-[at27:AT WHERE at27.validFrom <= $given.now AND coalesce(at27.validTo, 9007199254740991) > $given.now AND at27.retractedAt IS NULL]->(unit21:Unit)
  WHERE unit21.retractedAt IS NULL
  MATCH (viewer)-[assigned_to4:ASSIGNED_TO WHERE assigned_to4.validFrom <= $given.now AND coalesce(assigned_to4.validTo, 9007199254740991) > $given.now AND assigned_to4.retractedAt IS NULL]->(case7:Case)
  MATCH (case7)-[concerns9:CONCERNS {part: 'PARTY'} WHERE concerns9.validFrom <= $given.now AND coalesce(concerns9.validTo, 9007199254740991) > $given.now AND concerns9.retractedAt IS NULL]->(subject14:Person)
  WHERE case7.retractedAt IS NULL AND subject14.retractedAt IS NULL AND (case7.closedAt IS NULL OR case7.closedAt > $given.now)
  WITH case7, covered, seats, collect(DISTINCT subject14.id) AS at
  WITH *, COLLECT {
    MATCH (case7)-[in21:IN WHERE in21.validFrom <= $given.now AND coalesce(in21.validTo, 9007199254740991) > $given.now AND in21.retractedAt IS NULL]->(theme10:Theme)
    WHERE theme10.retractedAt IS NULL
    RETURN DISTINCT theme10.code
  } AS themes4
  WITH reduce(found15 = [], entry8 IN reduce(found14 = [], seat11 IN seats | found14 + seat11.codes + seat11.themed) | found15 + CASE WHEN NOT entry8 CONTAINS ':' THEN [entry8] WHEN entry8 ENDS WITH ':*' THEN [theme11 IN themes4 | split(entry8, ':')[0] + ':' + theme11] WHEN split(entry8, ':')[1] IN themes4 THEN [entry8] ELSE [] END) AS gives, ['@employee.assigned-case-party'] + [seat12 IN seats | '@@' + seat12.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCaseParty1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position30
  MATCH (position30)-[at28:AT WHERE at28.validFrom <= $given.now AND coalesce(at28.validTo, 9007199254740991) > $given.now AND at28.retractedAt IS NULL]->(unit22:Unit)
  WHERE unit22.retractedAt IS NULL
  MATCH (viewer)<-[by2:BY WHERE by2.validFrom <= $given.now AND coalesce(by2.validTo, 9007199254740991) > $given.now AND by2.retractedAt IS NULL]-(override2:Override)
  MATCH (override2)-[of2:OF WHERE of2.validFrom <= $given.now AND coalesce(of2.validTo, 9007199254740991) > $given.now AND of2.retractedAt IS NULL]->(subject15:Person)
  WHERE override2.validFrom <= $given.now AND coalesce(override2.validTo, 9007199254740991) > $given.now AND override2.retractedAt IS NULL AND subject15.retractedAt IS NULL
  WITH position30, override2, covered, seats, collect(DISTINCT subject15.id) AS at
  WITH reduce(found17 = [], seat13 IN [seat13 IN seats WHERE seat13.position = position30.id] | found17 + seat13.codes + seat13.themed) AS gives, ['@employee.override', '@@' + position30.id] AS marks, at, coalesce(override2.lifts, []) AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS override3
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position31
  MATCH (position31)-[at29:AT WHERE at29.validFrom <= $given.now AND coalesce(at29.validTo, 9007199254740991) > $given.now AND at29.retractedAt IS NULL]->(municipality4:Municipality)
  WHERE municipality4.retractedAt IS NULL
  MATCH (position31)-[in22:IN WHERE in22.validFrom <= $given.now AND coalesce(in22.validTo, 9007199254740991) > $given.now AND in22.retractedAt IS NULL]->(role5:Role)
  MATCH (role5)-[covers6:COVERS WHERE covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL]->(category7:Category {code: 'CARD'})
  WHERE role5.retractedAt IS NULL AND category7.retractedAt IS NULL
  WITH position31, covered, seats, collect(DISTINCT municipality4.id) AS at
  WITH reduce(found19 = [], seat15 IN [seat15 IN seats WHERE seat15.position = position31.id AND seat15.reach IN ['LOCAL']] | found19 + seat15.codes + seat15.themed) AS gives, ['@municipality.inhabitant', '@@' + position31.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position32
  MATCH (position32)-[at30:AT WHERE at30.validFrom <= $given.now AND coalesce(at30.validTo, 9007199254740991) > $given.now AND at30.retractedAt IS NULL]->(municipality6:Municipality)
  WHERE municipality6.retractedAt IS NULL
  MATCH (position32)-[in23:IN WHERE in23.validFrom <= $given.now AND coalesce(in23.validTo, 9007199254740991) > $given.now AND in23.retractedAt IS NULL]->(role6:Role)
  MATCH (role6)-[covers7:COVERS WHERE covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL]->(category8:Category {code: 'CARD'})
  WHERE role6.retractedAt IS NULL AND category8.retractedAt IS NULL
  WITH position32, covered, seats, collect(DISTINCT municipality6.id) AS at
  WITH reduce(found21 = [], seat17 IN [seat17 IN seats WHERE seat17.position = position32.id AND seat17.reach IN ['LOCAL']] | found21 + seat17.codes + seat17.themed) AS gives, ['@municipality.inhabitant', '@@' + position32.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant2
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position33
  MATCH (position33)-[at31:AT WHERE at31.validFrom <= $given.now AND coalesce(at31.validTo, 9007199254740991) > $given.now AND at31.retractedAt IS NULL]->(arranger3:Business)
  MATCH (arranger3)<-[arranged_by5:ARRANGED_BY WHERE arranged_by5.validFrom <= $given.now AND coalesce(arranged_by5.validTo, 9007199254740991) > $given.now AND arranged_by5.retractedAt IS NULL]-(activity5:Activity)
  WHERE arranger3.retractedAt IS NULL AND activity5.retractedAt IS NULL AND (activity5.endsAt IS NULL OR activity5.endsAt > $given.now)
  WITH position33, covered, seats, collect(DISTINCT activity5.id) AS at
  WITH reduce(found24 = [], entry10 IN [entry9 IN reduce(found23 = [], seat19 IN [seat19 IN seats WHERE seat19.position = position33.id AND seat19.reach IN ['LOCAL']] | found23 + seat19.codes + seat19.themed) WHERE split(entry9, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found24 + CASE WHEN NOT entry10 CONTAINS ':' THEN [entry10] WHEN entry10 ENDS WITH ':*' THEN [theme12 IN [] | split(entry10, ':')[0] + ':' + theme12] WHEN split(entry10, ':')[1] IN [] THEN [entry10] ELSE [] END) AS gives, ['@arranger.participant', '@@' + position33.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS participant1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position34
  MATCH (position34)-[at32:AT WHERE at32.validFrom <= $given.now AND coalesce(at32.validTo, 9007199254740991) > $given.now AND at32.retractedAt IS NULL]->(arranger4:Business)
  MATCH (arranger4)<-[arranged_by6:ARRANGED_BY WHERE arranged_by6.validFrom <= $given.now AND coalesce(arranged_by6.validTo, 9007199254740991) > $given.now AND arranged_by6.retractedAt IS NULL]-(activity7:Activity)
  WHERE arranger4.retractedAt IS NULL AND activity7.retractedAt IS NULL AND (activity7.endsAt IS NULL OR activity7.endsAt > $given.now)
  WITH position34, covered, seats, collect(DISTINCT activity7.id) AS at
  WITH reduce(found26 = [], seat21 IN [seat21 IN seats WHERE seat21.position = position34.id AND seat21.reach IN ['LOCAL']] | found26 + seat21.codes + seat21.themed) AS gives, ['@arranger.participant', '@@' + position34.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS participant2
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position35
  MATCH (position35)-[at33:AT WHERE at33.validFrom <= $given.now AND coalesce(at33.validTo, 9007199254740991) > $given.now AND at33.retractedAt IS NULL]->(organisation4:Business|Municipality)
  WHERE organisation4.retractedAt IS NULL
  WITH position35, covered, seats, collect(DISTINCT organisation4.id) AS at
  WITH reduce(found30 = [], seat23 IN [seat23 IN seats WHERE seat23.position = position35.id AND seat23.reach IN ['LOCAL']] | found30 + seat23.codes + seat23.themed) AS gives, ['@organisation.consent', '@@' + position35.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS consent3
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position36
  MATCH (position36)-[at34:AT WHERE at34.validFrom <= $given.now AND coalesce(at34.validTo, 9007199254740991) > $given.now AND at34.retractedAt IS NULL]->(business8:Business)
  WHERE business8.retractedAt IS NULL
  WITH position36, covered, seats, collect(DISTINCT business8.id) AS at
  WITH [entry14 IN reduce(found34 = [], seat25 IN [seat25 IN seats WHERE seat25.position = position36.id AND seat25.reach IN ['LOCAL']] | found34 + seat25.codes + seat25.themed) WHERE split(entry14, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position36.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position37
  MATCH (position37)-[in25:IN WHERE in25.validFrom <= $given.now AND coalesce(in25.validTo, 9007199254740991) > $given.now AND in25.retractedAt IS NULL]->(role7:Role {code: 'CONTROLLER'})
  WHERE role7.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted5
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position38
  MATCH (position38)-[in27:IN WHERE in27.validFrom <= $given.now AND coalesce(in27.validTo, 9007199254740991) > $given.now AND in27.retractedAt IS NULL]->(role8:Role {code: 'CASE_HISTORIAN'})
  WHERE role8.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted6
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position39
  MATCH (position39)-[in30:IN WHERE in30.validFrom <= $given.now AND coalesce(in30.validTo, 9007199254740991) > $given.now AND in30.retractedAt IS NULL]->(role9:Role)
  MATCH (role9)-[handles3:HANDLES WHERE handles3.validFrom <= $given.now AND coalesce(handles3.validTo, 9007199254740991) > $given.now AND handles3.retractedAt IS NULL]->(theme22)
  WHERE role9.retractedAt IS NULL AND theme22.retractedAt IS NULL
  RETURN collect(DISTINCT theme22.id) AS themeExcepted1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position40
  MATCH (position40)-[at35:AT WHERE at35.validFrom <= $given.now AND coalesce(at35.validTo, 9007199254740991) > $given.now AND at35.retractedAt IS NULL]->(unit24:Unit)
  WHERE unit24.retractedAt IS NULL
  MATCH (viewer)-[cleared_for6:CLEARED_FOR WHERE cleared_for6.validFrom <= $given.now AND coalesce(cleared_for6.validTo, 9007199254740991) > $given.now AND cleared_for6.retractedAt IS NULL]->(protection23:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE protection23.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted7
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position
  MATCH (position)-[at45:AT]->(unit:Unit)<-[withholds:WITHHOLDS]-(restriction:Restriction)-[of:OF]->(subject:Person)
  WHERE all(it IN [at45, withholds, restriction, of] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [at45, unit, withholds, restriction, of, subject] WHERE it.retractedAt IS NULL)
  RETURN collect({of: subject.id, at: position.id, by: restriction.id, until: restriction.validTo}) AS withheld
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, disqualified1: self1 + child1 + parent1 + ancestor1 + descendant1 + partner1 + partnerBack1 + sibling1 + commonChild1, staff1: staff1, protectionExcepted1: protectionExcepted1, shielded1: shielded1, excepted1: excepted1, sameOffice1: sameOffice1, guardianOfSubject1: guardian1, excepted2: excepted2, excepted3: excepted3, excepted4: excepted4, seats: seats, localOffice1: localOffice1, localOffice2: localOffice2, followUpUnit1: followUpUnit1, nationalRole1: nationalRole1, assignedCase1: assignedCase1, assignedCaseParty1: assignedCaseParty1, override3: override3, inhabitant1: inhabitant1, inhabitant2: inhabitant2, participant1: participant1, participant2: participant2, consent3: consent3, attachedPerson1: attachedPerson1, excepted5: excepted5, excepted6: excepted6, themeExcepted1: themeExcepted1, excepted7: excepted7, withheld: withheld} AS ctx
CALL (ctx) {
  MATCH (sought:Entity {id: $given.a0})
  WHERE ctx.permitted AND sought.retractedAt IS NULL AND (sought:Person)
  RETURN head(collect(head([each IN labels(sought) WHERE each IN ['Person']]))) AS there
}
CALL (ctx) {
  MATCH (subject:Entity {id: $given.a0})
  WHERE ctx.permitted AND subject.retractedAt IS NULL AND (subject:Person)
  CALL (subject) {
    CALL (subject) {
      UNWIND CASE WHEN subject:Person THEN [subject] ELSE [] END AS base
      RETURN base, [] AS by
    }
    RETURN collect({node: base, by: by}) AS ever
  }
  WITH *, [] AS behind
  WITH *, ever AS links, {row: null, themes: null, wants: [], needed: null, owners: [], outlined: false, among: null} AS thing
  WITH *, links AS hung, thing AS now
  WITH *, links + [each IN thing.owners | {node: each, by: []}] AS bases
  CALL (bases) {
    UNWIND bases AS link
    WITH link.node AS base, link.by AS by
    WHERE base:Person
    WITH base, min(reduce(last = -9007199254740991, it IN by | CASE WHEN it.validFrom > last THEN it.validFrom ELSE last END)) AS since, max(reduce(first = 9007199254740991, it IN by | CASE WHEN it.validTo < first THEN it.validTo ELSE first END)) AS until
    CALL (base) {
      MATCH (base)-[belongs_to1:BELONGS_TO]->(area1:Area)
      MATCH (area1)<-[serves1:SERVES]-(unit1:Unit)
      MATCH (unit1)<-[at1:AT]-(position1:Position)
      MATCH (position1)-[in1:IN]->(givenRole1:Role)
      WHERE serves1.theme IS NULL AND givenRole1.reach IN ['LOCAL']
      RETURN {of: 0, order: 7, base: base, nodes: [area1, unit1], needs: ['ADDRESS'], kinds: ['Employee'], whole: true, role: givenRole1, seat: position1, staff: true, few: true} AS way, [at1, serves1, belongs_to1, in1] AS held, [] AS lasting, [at1, serves1, belongs_to1] AS facts
      UNION ALL
      MATCH (base)-[belongs_to2:BELONGS_TO]->(area2:Area)
      MATCH (area2)<-[serves2:SERVES]-(unit2:Unit)
      MATCH (unit2)<-[at2:AT]-(position2:Position)
      MATCH (position2)-[in2:IN]->(role1:Role)
      MATCH (role1)-[handles1:HANDLES]->(theme1:Theme)
      MATCH (position2)-[in3:IN]->(givenRole2:Role)
      WHERE serves2.theme = theme1.code AND givenRole2.reach IN ['LOCAL']
      RETURN {of: 1, order: 7, base: base, nodes: [area2, unit2, theme1], needs: ['ADDRESS'], kinds: ['Employee'], telling: true, within: theme1, role: givenRole2, seat: position2, staff: true, few: true} AS way, [at2, serves2, belongs_to2, in2, handles1, in3] AS held, [] AS lasting, [at2, serves2, belongs_to2, in2, handles1] AS facts
      UNION ALL
      MATCH (base)-[followed_up_by1:FOLLOWED_UP_BY]->(unit3:Unit)
      MATCH (unit3)<-[at3:AT]-(position3:Position)
      MATCH (position3)-[in4:IN]->(givenRole3:Role)
      WHERE givenRole3.reach IN ['LOCAL']
      RETURN {of: 2, order: 11, base: base, nodes: [unit3], needs: ['SERVICE'], kinds: ['Employee'], whole: true, role: givenRole3, seat: position3, staff: true, few: true} AS way, [at3, followed_up_by1, in4] AS held, [] AS lasting, [at3, followed_up_by1] AS facts
      UNION ALL
      MATCH (givenRole4:Role)
      
      WITH * WHERE givenRole4.reach IN ['NATIONAL']
      MATCH (givenRole4)<-[in5:IN]-(position4:Position)
      MATCH (position4)-[at4:AT]->(unit4:Unit)
      WHERE givenRole4.reach IN ['NATIONAL']
      RETURN {of: 3, order: 12, base: base, nodes: [], needs: [], kinds: ['Employee'], whole: true, role: givenRole4, seat: position4, staff: true, few: true} AS way, [at4, in5] AS held, [] AS lasting, [at4] AS facts
      UNION ALL
      MATCH (base)<-[concerns1:CONCERNS {part: 'MAIN'}]-(case1:Case)
      MATCH (case1)<-[assigned_to1:ASSIGNED_TO]-(viewer1:Employee)
      MATCH (viewer1)-[holds1:HOLDS]->(position5:Position)
      MATCH (position5)-[at5:AT]->(unit5:Unit)
      MATCH (viewer1)-[holds2:HOLDS]->(givenSeat1:Position)
      MATCH (givenSeat1)-[in6:IN]->(givenRole5:Role)
      WHERE (case1.closedAt IS NULL OR case1.closedAt > $given.now)
      RETURN {of: 4, order: 14, base: base, nodes: [case1], things: [case1], needs: ['CASES'], kinds: ['Employee'], telling: true, within: case1, role: givenRole5, seat: givenSeat1, staff: true, holder: viewer1} AS way, [holds1, at5, assigned_to1, concerns1, holds2, in6] AS held, [] AS lasting, [at5, concerns1] AS facts
      UNION ALL
      MATCH (base)<-[concerns2:CONCERNS {part: 'PARTY'}]-(case2:Case)
      MATCH (case2)<-[assigned_to2:ASSIGNED_TO]-(viewer2:Employee)
      MATCH (viewer2)-[holds3:HOLDS]->(position6:Position)
      MATCH (position6)-[at6:AT]->(unit6:Unit)
      MATCH (viewer2)-[holds4:HOLDS]->(givenSeat2:Position)
      MATCH (givenSeat2)-[in7:IN]->(givenRole6:Role)
      WHERE (case2.closedAt IS NULL OR case2.closedAt > $given.now)
      RETURN {of: 5, order: 17, base: base, nodes: [case2], things: [case2], needs: ['CASES'], kinds: ['Employee'], telling: true, secondary: true, within: case2, role: givenRole6, seat: givenSeat2, staff: true, holder: viewer2} AS way, [holds3, at6, assigned_to2, concerns2, holds4, in7] AS held, [] AS lasting, [at6, concerns2] AS facts
      UNION ALL
      MATCH (base)<-[of1:OF]-(override1:Override)
      MATCH (override1)-[by1:BY]->(viewer3:Employee)
      MATCH (viewer3)-[holds5:HOLDS]->(position7:Position)
      MATCH (position7)-[at7:AT]->(unit7:Unit)
      MATCH (position7)-[in8:IN]->(givenRole7:Role)
      RETURN {of: 6, order: 18, base: base, nodes: [unit7], needs: ['TRACE'], kinds: ['Employee'], lifting: true, lifts: override1.lifts, whole: true, role: givenRole7, seat: position7, staff: true, holder: viewer3} AS way, [holds5, at7, by1, of1, in8] AS held, [override1] AS lasting, [at7, of1, override1] AS facts
      UNION ALL
      MATCH (base)-[belongs_to3:BELONGS_TO]->(area3:Area)
      MATCH (area3)-[part_of1:PART_OF*0..1]->(area4:Area)
      MATCH (area4)<-[governs1:GOVERNS]-(municipality1:Municipality)
      MATCH (municipality1)<-[at8:AT]-(position8:Position)
      MATCH (position8)-[in9:IN]->(role2:Role)
      MATCH (role2)-[covers1:COVERS]->(category1:Category {code: 'CARD'})
      MATCH (base)<-[lent_to1:LENT_TO]-(device1:Device)
      MATCH (device1)-[kept_at1:KEPT_AT|OWNED_BY]->(municipality1)
      MATCH (position8)-[in10:IN]->(givenRole8:Role)
      WHERE givenRole8.reach IN ['LOCAL']
      RETURN {of: 7, order: 20, base: base, nodes: [municipality1], things: [device1], needs: ['ADDRESS', 'DEVICES'], kinds: ['Employee'], whole: true, role: givenRole8, seat: position8} AS way, [at8, governs1, belongs_to3, lent_to1, kept_at1, in9, covers1, in10] + part_of1 AS held, [] AS lasting, [at8, governs1, belongs_to3, lent_to1, kept_at1, in9, covers1] AS facts
      UNION ALL
      MATCH (base)-[belongs_to4:BELONGS_TO]->(area5:Area)
      MATCH (area5)-[part_of2:PART_OF*0..1]->(area6:Area)
      MATCH (area6)<-[governs2:GOVERNS]-(municipality2:Municipality)
      MATCH (municipality2)<-[at9:AT]-(position9:Position)
      MATCH (position9)-[in11:IN]->(role3:Role)
      MATCH (role3)-[covers2:COVERS]->(category2:Category {code: 'CARD'})
      MATCH (base)-[takes1:TAKES_PART_IN]->(activity1:Activity)
      MATCH (activity1)-[arranged_by1:ARRANGED_BY]->(municipality2)
      MATCH (position9)-[in12:IN]->(givenRole9:Role)
      WHERE (takes1.answer IS NULL OR takes1.answer <> 'NO') AND (activity1.endsAt IS NULL OR activity1.endsAt > $given.now) AND givenRole9.reach IN ['LOCAL']
      RETURN {of: 8, order: 20, base: base, nodes: [municipality2], things: [activity1], needs: ['ACTIVITIES', 'ADDRESS'], kinds: ['Employee'], whole: true, role: givenRole9, seat: position9} AS way, [at9, governs2, belongs_to4, takes1, arranged_by1, in11, covers2, in12] + part_of2 AS held, [] AS lasting, [at9, governs2, belongs_to4, takes1, arranged_by1, in11, covers2] AS facts
      UNION ALL
      MATCH (base)-[takes2:TAKES_PART_IN]->(activity2:Activity)
      MATCH (activity2)-[arranged_by2:ARRANGED_BY]->(arranger1:Business)
      MATCH (arranger1)<-[at10:AT]-(position10:Position)
      MATCH (position10)-[in13:IN]->(givenRole10:Role)
      WHERE (takes2.answer IS NULL OR takes2.answer <> 'NO') AND (activity2.endsAt IS NULL OR activity2.endsAt > $given.now) AND givenRole10.reach IN ['LOCAL']
      RETURN {of: 9, order: 24, base: base, nodes: [activity2, arranger1], things: [activity2], needs: ['ACTIVITIES'], kinds: ['Employee'], among: ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'], role: givenRole10, seat: position10} AS way, [at10, arranged_by2, takes2, in13] AS held, [] AS lasting, [at10, arranged_by2, takes2] AS facts
      UNION ALL
      MATCH (base)-[takes3:TAKES_PART_IN]->(activity3:Activity)
      MATCH (activity3)-[arranged_by3:ARRANGED_BY]->(arranger2:Business)
      MATCH (arranger2)<-[at11:AT]-(position11:Position)
      MATCH (position11)-[in14:IN]->(givenRole11:Role)
      MATCH (activity3)-[part_of3:PART_OF]->(case3:Case)
      WHERE (takes3.answer IS NULL OR takes3.answer <> 'NO') AND (activity3.endsAt IS NULL OR activity3.endsAt > $given.now) AND givenRole11.reach IN ['LOCAL']
      RETURN {of: 10, order: 24, base: base, nodes: [activity3, arranger2, case3], things: [activity3, case3], needs: ['ACTIVITIES'], kinds: ['Employee'], telling: true, within: case3, role: givenRole11, seat: position11} AS way, [at11, arranged_by3, takes3, part_of3, in14] AS held, [] AS lasting, [at11, arranged_by3, takes3, part_of3] AS facts
      UNION ALL
      MATCH (base)<-[from1:FROM]-(consent1:Consent)
      MATCH (consent1)-[to1:TO]->(organisation1:Business|Municipality)
      MATCH (organisation1)<-[at12:AT]-(position12:Position)
      MATCH (position12)-[in15:IN]->(givenRole12:Role)
      MATCH (consent1)-[for1:FOR]->(purpose1:Purpose)
      WHERE givenRole12.reach IN ['LOCAL']
      RETURN {of: 11, order: 27, base: base, nodes: [organisation1, consent1], needs: ['MANDATES'], kinds: ['Employee'], telling: true, stated: purpose1.code, covers: consent1, role: givenRole12, seat: position12} AS way, [at12, to1, from1, for1, in15] AS held, [consent1] AS lasting, [at12, to1, from1, for1, consent1] AS facts
      UNION ALL
      MATCH (base)-[employed_by1:EMPLOYED_BY]->(business1:Business)
      MATCH (business1)-[part_of4:PART_OF*0..2]->(business2:Business)
      MATCH (business2)<-[at13:AT]-(position13:Position)
      MATCH (position13)-[in16:IN]->(givenRole13:Role)
      WHERE givenRole13.reach IN ['LOCAL']
      RETURN {of: 12, order: 30, base: base, nodes: [business2], needs: ['WORK'], kinds: ['Employee', 'Person'], among: ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'], role: givenRole13, seat: position13} AS way, [at13, employed_by1, in16] + part_of4 AS held, [] AS lasting, [at13, employed_by1] AS facts
      UNION ALL
      RETURN {of: 13, order: 0, base: base, nodes: [], needs: [], kinds: ['Person'], personal: true, whole: true, holder: base} AS way, [] AS held, [] AS lasting, [] AS facts
      UNION ALL
      MATCH (base)<-[from2:FROM]-(mandate1:Mandate {kind: 'PROXY'})
      MATCH (mandate1)-[to2:TO]->(viewer4:Person)
      WHERE 'READ' IN mandate1.actions
      RETURN {of: 14, order: 2, base: base, nodes: [mandate1], needs: ['MANDATES'], kinds: ['Person'], telling: true, personal: true, clears: true, mandate: mandate1, covers: mandate1, holder: viewer4} AS way, [to2, from2] AS held, [mandate1] AS lasting, [to2, from2, mandate1] AS facts
      UNION ALL
      MATCH (base)<-[from3:FROM]-(mandate2:Mandate {kind: 'GUARDIANSHIP'})
      MATCH (mandate2)-[to3:TO]->(viewer5:Person)
      WHERE ('READ' IN mandate2.actions OR (mandate2.actions IS NULL AND 'READ' = 'READ'))
      RETURN {of: 15, order: 3, base: base, nodes: [mandate2], needs: ['MANDATES'], kinds: ['Person'], telling: true, personal: true, clears: true, mandate: mandate2, covers: mandate2, holder: viewer5} AS way, [to3, from3] AS held, [mandate2] AS lasting, [to3, from3, mandate2] AS facts
      UNION ALL
      MATCH (base)<-[from4:FROM]-(mandate3:Mandate {kind: 'GUARDIANSHIP'})
      MATCH (mandate3)-[to4:TO]->(viewer6:Person)
      MATCH (mandate3)-[covers3:COVERS]->(task1:Task)
      WHERE ('READ' IN mandate3.actions OR (mandate3.actions IS NULL AND 'READ' = 'READ'))
      RETURN {of: 16, order: 3, base: base, nodes: [mandate3], needs: ['MANDATES'], kinds: ['Person'], telling: true, personal: true, clears: true, mandate: mandate3, covers: task1, holder: viewer6} AS way, [to4, from4, covers3] AS held, [mandate3] AS lasting, [to4, from4, covers3, mandate3] AS facts
      UNION ALL
      MATCH (base)<-[from5:FROM]-(mandate4:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
      MATCH (mandate4)-[to5:TO]->(viewer7:Person)
      WHERE (base.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate4.actions OR (mandate4.actions IS NULL AND 'READ' = 'READ'))
      RETURN {of: 17, order: 5, base: base, nodes: [], needs: ['MANDATES'], kinds: ['Person'], personal: true, clears: true, mandate: mandate4, among: ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'], holder: viewer7} AS way, [to5, from5] AS held, [mandate4] AS lasting, [to5, from5, mandate4] AS facts
      UNION ALL
      MATCH (base)<-[about1:ABOUT]-(mandate5:Mandate {kind: 'LINE_MANAGEMENT'})
      MATCH (mandate5)-[to6:TO]->(viewer8:Person)
      MATCH (viewer8)-[employed_by2:EMPLOYED_BY]->(business3:Business)
      MATCH (business3)<-[from6:FROM]-(mandate5)
      MATCH (base)-[employed_by3:EMPLOYED_BY]->(business3)
      WHERE ('READ' IN mandate5.actions OR (mandate5.actions IS NULL AND 'READ' = 'READ'))
      RETURN {of: 18, order: 6, base: base, nodes: [business3], needs: ['MANDATES', 'WORK'], kinds: ['Person'], personal: true, clears: true, mandate: mandate5, among: ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'], holder: viewer8} AS way, [to6, about1, employed_by3, from6, employed_by2] AS held, [mandate5] AS lasting, [to6, about1, employed_by3, from6, employed_by2, mandate5] AS facts
      UNION ALL
      MATCH (base)<-[from7:FROM]-(mandate6:Mandate {kind: 'PROXY'})
      MATCH (mandate6)-[to7:TO]->(business4:Business)
      MATCH (business4)<-[at14:AT]-(position14:Position)
      MATCH (position14)-[in17:IN]->(givenRole14:Role)
      WHERE 'READ' IN mandate6.actions AND givenRole14.reach IN ['LOCAL']
      RETURN {of: 19, order: 31, base: base, nodes: [business4, mandate6], needs: ['MANDATES'], kinds: ['Person'], telling: true, clears: true, mandate: mandate6, covers: mandate6, role: givenRole14, seat: position14} AS way, [at14, to7, from7, in17] AS held, [mandate6] AS lasting, [at14, to7, from7, mandate6] AS facts
      UNION ALL
      MATCH (base)-[belongs_to5:BELONGS_TO]->(area7:Area)
      MATCH (area7)-[part_of5:PART_OF*0..1]->(area8:Area)
      MATCH (area8)<-[governs3:GOVERNS]-(municipality3:Municipality)
      MATCH (municipality3)<-[acts_for1:ACTS_FOR]-(viewer9:Client)
      MATCH (viewer9)-[reads1:MAY_READ]->(category3:Category)
      WHERE reads1.legalBasis IS NOT NULL AND 'READ' = 'READ'
      RETURN {of: 20, order: 32, base: base, nodes: [municipality3], needs: ['ADDRESS'], kinds: ['Client'], telling: true, category: category3, holder: viewer9} AS way, [reads1, acts_for1, governs3, belongs_to5] + part_of5 AS held, [] AS lasting, [governs3, belongs_to5] AS facts
      UNION ALL
      MATCH (base)<-[from8:FROM]-(consent2:Consent)
      MATCH (consent2)-[to8:TO]->(organisation2:Business|Municipality)
      MATCH (organisation2)<-[acts_for2:ACTS_FOR]-(viewer10:Client)
      MATCH (viewer10)-[reads2:MAY_READ]->(category4:Category)
      MATCH (consent2)-[for2:FOR]->(purpose2:Purpose)
      WHERE reads2.legalBasis IS NOT NULL AND 'READ' = 'READ'
      RETURN {of: 21, order: 33, base: base, nodes: [organisation2, consent2], needs: ['MANDATES'], kinds: ['Client'], telling: true, stated: purpose2.code, category: category4, covers: consent2, holder: viewer10} AS way, [reads2, acts_for2, to8, from8, for2] AS held, [consent2] AS lasting, [to8, from8, for2, consent2] AS facts
      UNION ALL
      MATCH (base)<-[concerns3:CONCERNS]-(case4:Case)
      MATCH (case4)-[concerns4:CONCERNS]->(organisation3:Business)
      MATCH (organisation3)<-[acts_for3:ACTS_FOR]-(viewer11:Client)
      MATCH (viewer11)-[reads3:MAY_READ]->(category5:Category)
      WHERE reads3.legalBasis IS NOT NULL AND 'READ' = 'READ' AND (case4.closedAt IS NULL OR case4.closedAt > $given.now)
      RETURN {of: 22, order: 34, base: base, nodes: [organisation3, case4], things: [case4], needs: ['CASES'], kinds: ['Client'], telling: true, category: category5, within: case4, holder: viewer11} AS way, [reads3, acts_for3, concerns4, concerns3] AS held, [] AS lasting, [concerns4, concerns3] AS facts
    }
    WITH * WHERE all(it IN held WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now AND it.retractedAt IS NULL AND startNode(it).retractedAt IS NULL AND endNode(it).retractedAt IS NULL) AND all(it IN lasting WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now AND it.retractedAt IS NULL AND it.revokedAt IS NULL AND it.withdrawnAt IS NULL)
    WITH way, min(reduce(last = since, it IN facts | CASE WHEN it.validFrom > last THEN it.validFrom ELSE last END)) AS begins, max(reduce(first = until, it IN facts | CASE WHEN it.validTo < first THEN it.validTo ELSE first END)) AS ends
    RETURN collect(way {.*, begins: begins, ends: ends}) AS personWays
  }
  WITH *, personWays AS ways
  CALL (ways) {
    UNWIND [way IN ways WHERE NOT coalesce(way.whole AND way.mandate IS NULL, false)] AS way
    WITH way, way.covers AS covers, way.category AS category, way.within AS themed, way.mandate AS mandate
    WITH *, COLLECT {
      MATCH (covers)-[covers4:COVERS]->(category6:Category)
      RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND category6.retractedAt IS NULL THEN category6.code ELSE '' END
    } AS named1, COLLECT {
      MATCH (covers)-[covers5:COVERS]->(theme2:Theme)
      RETURN DISTINCT CASE WHEN covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND theme2.retractedAt IS NULL THEN theme2.code ELSE '' END
    } AS themes1
    WITH *, COLLECT {
      MATCH (themed)-[in18:IN WHERE in18.validFrom <= $given.now AND coalesce(in18.validTo, 9007199254740991) > $given.now AND in18.retractedAt IS NULL]->(theme4:Theme)
      WHERE theme4.retractedAt IS NULL
      RETURN DISTINCT theme4.code
    } AS themes2
    WITH *, coalesce(way.among, ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) AS entries1, reduce(found1 = [], code1 IN CASE WHEN size(named1) > 0 THEN named1 + CASE WHEN 'IDENTITY' IN named1 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes1) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found1 + CASE WHEN code1 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes1 = [''] THEN [code1] + CASE WHEN code1 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme3 IN CASE WHEN size(themes1) > 0 THEN themes1 ELSE ['*'] END WHERE theme3 <> '' | code1 + ':' + theme3] ELSE [] END ELSE [] END) AS covered, [category.code] + CASE category.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END + CASE WHEN category.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [category.code, category.code + ':*'] ELSE [] END AS named
    WITH *, CASE WHEN themed:Theme THEN [themed.code] ELSE themes2 END AS themes
    WITH *, CASE WHEN covers IS NULL THEN entries1 ELSE [entry1 IN entries1 WHERE entry1 IN covered OR (entry1 CONTAINS ':' AND split(entry1, ':')[0] + ':*' IN covered)] + [entry2 IN covered WHERE entry2 CONTAINS ':' AND split(entry2, ':')[0] + ':*' IN entries1] END AS entries2
    WITH *, CASE WHEN category IS NULL THEN entries2 ELSE [entry3 IN entries2 WHERE entry3 IN named OR (entry3 CONTAINS ':' AND split(entry3, ':')[0] + ':*' IN named)] + [entry4 IN named WHERE entry4 CONTAINS ':' AND split(entry4, ':')[0] + ':*' IN entries2] END AS entries3
    WITH *, CASE WHEN themed IS NULL THEN entries3 ELSE reduce(found2 = [], entry5 IN entries3 | found2 + CASE WHEN NOT entry5 CONTAINS ':' THEN [entry5] WHEN entry5 ENDS WITH ':*' THEN [theme5 IN themes | split(entry5, ':')[0] + ':' + theme5] WHEN split(entry5, ':')[1] IN themes THEN [entry5] ELSE [] END) END AS offers
    WITH *, CASE WHEN mandate IS NULL THEN coalesce(way.lifts, []) ELSE COLLECT {
      MATCH (mandate)-[cleared_for1:CLEARED_FOR WHERE cleared_for1.validFrom <= $given.now AND coalesce(cleared_for1.validTo, 9007199254740991) > $given.now AND cleared_for1.retractedAt IS NULL]->(protection1:Protection)
      MATCH (protection1)-[opens1:OPENS*0..1]->(protection2:Protection)
      WHERE all(it IN [protection1, protection2] WHERE it.retractedAt IS NULL) AND all(step5 IN opens1 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL)
      RETURN DISTINCT protection2.code
    } END AS lifts
    RETURN collect({way: way, offers: offers, lifts: lifts}) AS more
  }
  WITH *, [way IN ways WHERE way.whole AND way.mandate IS NULL | {way: way, offers: ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'], lifts: coalesce(way.lifts, [])}] + more AS offered
  CALL (subject, ever, behind) {
    UNWIND [subject] + [each IN ever + behind | each.node] AS head
    CALL (head) {
      WITH head WHERE head:Person
      RETURN head AS person
    }
    RETURN collect(DISTINCT person) AS led
  }
  CALL (led, ways) {
    CALL (led, ways) {
      UNWIND led AS person
      RETURN person
      UNION
      UNWIND ways AS way
      WITH * WHERE coalesce(way.personal, false)
      WITH way.holder AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.nodes, []) AS node1
      MATCH (node1)-[part_of6:PART_OF*0..2]->(business5:Business)
      MATCH (business5)-[owned_by1:OWNED_BY]->(subject1:Person)
      WITH DISTINCT subject1 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node2
      MATCH (node2)-[concerns5:CONCERNS]->(party1:Person)
      WITH DISTINCT party1 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node3
      MATCH (node3)-[concerns6:CONCERNS]->(business6:Business)
      MATCH (business6)-[part_of7:PART_OF*0..2]->(business7:Business)
      MATCH (business7)-[owned_by2:OWNED_BY]->(party2:Person)
      WITH DISTINCT party2 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node4
      MATCH (node4)-[part_of8:PART_OF]->(case5:Case)
      MATCH (case5)-[concerns7:CONCERNS]->(party3:Person)
      WITH DISTINCT party3 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node5
      MATCH (node5)-[on1:ON]->(device2:Device)
      MATCH (device2)-[lent_to2:LENT_TO]->(party4:Person)
      WITH DISTINCT party4 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node6
      MATCH (node6)-[lent_to3:LENT_TO]->(party5:Person)
      WITH DISTINCT party5 AS person
      RETURN person
    }
    RETURN collect(DISTINCT person) AS people
  }
  CALL (ctx, people) {
    CALL (people) {
      UNWIND people AS person1
      RETURN person1
    }
    WITH *, CASE WHEN person1.id IN ctx.disqualified1 THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person1)-[protected_as1:PROTECTED_AS WHERE coalesce(protected_as1.validFrom <= $given.now, true) AND coalesce(protected_as1.validTo > $given.now, true) AND protected_as1.retractedAt IS NULL]->(protection3:Protection)
      WHERE protection3.retractedAt IS NULL
      AND ((ctx.id <> person1.id AND protection3.code IS NOT NULL AND protection3.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff1 AND protection3.id IN ctx.protectionExcepted1)) OR (protection3.code IS NOT NULL AND protection3.code = 'SHIELDED' AND ctx.shielded1 AND NOT (ctx.staff1 AND protection3.id IN ctx.protectionExcepted1)))
      RETURN DISTINCT protection3.code
    } + CASE WHEN ctx.id <> person1.id AND person1.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person1)-[protected_as2:PROTECTED_AS WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL]->(protection7:Protection)
      WHERE protection7.retractedAt IS NULL
      AND ctx.id <> person1.id AND coalesce((protection7.code IS NULL OR NOT (protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted1 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person1)<-[is3:IS WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL]-(employee1:Employee)
      MATCH (employee1)-[holds8:HOLDS WHERE coalesce(holds8.validFrom <= $given.now, true) AND coalesce(holds8.validTo > $given.now, true) AND holds8.retractedAt IS NULL]->(position19:Position)
      MATCH (position19)-[at17:AT WHERE coalesce(at17.validFrom <= $given.now, true) AND coalesce(at17.validTo > $given.now, true) AND at17.retractedAt IS NULL]->(unit10:Unit)
      WHERE employee1.retractedAt IS NULL AND position19.retractedAt IS NULL AND unit10.retractedAt IS NULL
      AND unit10.id IN ctx.sameOffice1
    } THEN ['SAME_OFFICE'] ELSE [] END AS person1Codes1
    WITH *, CASE WHEN person1.id IN ctx.guardianOfSubject1 THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN person1.deathDate IS NOT NULL AND coalesce((person1.deathDate + duration({months: 12})) < date($given.today), true) AND NOT ctx.excepted2 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person1)-[belongs_to6:BELONGS_TO WHERE coalesce(belongs_to6.validFrom <= $given.now, true) AND coalesce(belongs_to6.validTo > $given.now, true) AND belongs_to6.retractedAt IS NULL]->(area9:Area {kind: 'COUNTRY'})
      WHERE area9.retractedAt IS NULL
      AND NOT ctx.excepted3
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person1)-[belongs_to7:BELONGS_TO WHERE coalesce(belongs_to7.validFrom <= $given.now, true) AND coalesce(belongs_to7.validTo > $given.now, true) AND belongs_to7.retractedAt IS NULL]->(area10:Area {kind: 'UNKNOWN'})
      WHERE area10.retractedAt IS NULL
      AND NOT ctx.excepted4
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS person1Overridable1
    WITH *, CASE WHEN size(ctx.localOffice1) > 0 THEN COLLECT {
      MATCH (person1)-[belongs_to8:BELONGS_TO WHERE belongs_to8.validFrom <= $given.now AND coalesce(belongs_to8.validTo, 9007199254740991) > $given.now AND belongs_to8.retractedAt IS NULL]->(area12:Area)
      WHERE area12.retractedAt IS NULL
      RETURN DISTINCT area12.id
    } ELSE [] END AS area12s1, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (person1)-[belongs_to9:BELONGS_TO WHERE belongs_to9.validFrom <= $given.now AND coalesce(belongs_to9.validTo, 9007199254740991) > $given.now AND belongs_to9.retractedAt IS NULL]->(area14:Area)
      WHERE area14.retractedAt IS NULL
      RETURN DISTINCT area14.id
    } ELSE [] END AS area14s1, CASE WHEN size(ctx.followUpUnit1) > 0 THEN COLLECT {
      MATCH (person1)-[followed_up_by2:FOLLOWED_UP_BY WHERE followed_up_by2.validFrom <= $given.now AND coalesce(followed_up_by2.validTo, 9007199254740991) > $given.now AND followed_up_by2.retractedAt IS NULL]->(unit18:Unit)
      WHERE unit18.retractedAt IS NULL
      RETURN DISTINCT unit18.id
    } ELSE [] END AS unit18s1, CASE WHEN size(ctx.inhabitant1) > 0 THEN COLLECT {
      MATCH (person1)-[belongs_to10:BELONGS_TO WHERE belongs_to10.validFrom <= $given.now AND coalesce(belongs_to10.validTo, 9007199254740991) > $given.now AND belongs_to10.retractedAt IS NULL]->(area15:Area)
      MATCH (area15)-[part_of9:PART_OF*0..1]->(area16:Area)
      MATCH (area16)<-[governs4:GOVERNS WHERE governs4.validFrom <= $given.now AND coalesce(governs4.validTo, 9007199254740991) > $given.now AND governs4.retractedAt IS NULL]-(municipality5:Municipality)
      MATCH (municipality5)<-[kept_at2:KEPT_AT|OWNED_BY WHERE kept_at2.validFrom <= $given.now AND coalesce(kept_at2.validTo, 9007199254740991) > $given.now AND kept_at2.retractedAt IS NULL]-(device3:Device)
      MATCH (device3)-[lent_to4:LENT_TO WHERE lent_to4.validFrom <= $given.now AND coalesce(lent_to4.validTo, 9007199254740991) > $given.now AND lent_to4.retractedAt IS NULL]->(person1)
      WHERE area15.retractedAt IS NULL AND all(step11 IN part_of9 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND area16.retractedAt IS NULL AND municipality5.retractedAt IS NULL AND device3.retractedAt IS NULL
      RETURN DISTINCT municipality5.id
    } ELSE [] END AS municipality5s1, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (person1)-[belongs_to11:BELONGS_TO WHERE belongs_to11.validFrom <= $given.now AND coalesce(belongs_to11.validTo, 9007199254740991) > $given.now AND belongs_to11.retractedAt IS NULL]->(area17:Area)
      MATCH (area17)-[part_of10:PART_OF*0..1]->(area18:Area)
      MATCH (area18)<-[governs5:GOVERNS WHERE governs5.validFrom <= $given.now AND coalesce(governs5.validTo, 9007199254740991) > $given.now AND governs5.retractedAt IS NULL]-(municipality7:Municipality)
      MATCH (municipality7)<-[arranged_by4:ARRANGED_BY WHERE arranged_by4.validFrom <= $given.now AND coalesce(arranged_by4.validTo, 9007199254740991) > $given.now AND arranged_by4.retractedAt IS NULL]-(activity4:Activity)
      MATCH (activity4)<-[takes4:TAKES_PART_IN WHERE takes4.validFrom <= $given.now AND coalesce(takes4.validTo, 9007199254740991) > $given.now AND takes4.retractedAt IS NULL]-(person1)
      WHERE area17.retractedAt IS NULL AND all(step12 IN part_of10 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL AND endNode(step12).retractedAt IS NULL) AND area18.retractedAt IS NULL AND municipality7.retractedAt IS NULL AND activity4.retractedAt IS NULL
      AND (takes4.answer IS NULL OR takes4.answer <> 'NO') AND (activity4.endsAt IS NULL OR activity4.endsAt > $given.now)
      RETURN DISTINCT municipality7.id
    } ELSE [] END AS municipality7s1, CASE WHEN size(ctx.participant1) > 0 THEN COLLECT {
      MATCH (person1)-[takes5:TAKES_PART_IN WHERE takes5.validFrom <= $given.now AND coalesce(takes5.validTo, 9007199254740991) > $given.now AND takes5.retractedAt IS NULL]->(activity6:Activity)
      WHERE activity6.retractedAt IS NULL
      AND (takes5.answer IS NULL OR takes5.answer <> 'NO')
      RETURN DISTINCT activity6.id
    } ELSE [] END AS activity6s1, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (person1)-[takes6:TAKES_PART_IN WHERE takes6.validFrom <= $given.now AND coalesce(takes6.validTo, 9007199254740991) > $given.now AND takes6.retractedAt IS NULL]->(activity8:Activity)
      MATCH (activity8)-[part_of11:PART_OF WHERE part_of11.validFrom <= $given.now AND coalesce(part_of11.validTo, 9007199254740991) > $given.now AND part_of11.retractedAt IS NULL]->(case8:Case)
      WHERE activity8.retractedAt IS NULL AND case8.retractedAt IS NULL
      AND (takes6.answer IS NULL OR takes6.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case8)-[in24:IN WHERE in24.validFrom <= $given.now AND coalesce(in24.validTo, 9007199254740991) > $given.now AND in24.retractedAt IS NULL]->(theme13:Theme)
        WHERE theme13.retractedAt IS NULL
        RETURN DISTINCT theme13.code
      } AS themes5
      RETURN {at: activity8.id, gives: themes5, lifts: []}
    } ELSE [] END AS activity8s1, CASE WHEN size(ctx.consent3) > 0 THEN COLLECT {
      MATCH (person1)<-[from10:FROM WHERE from10.validFrom <= $given.now AND coalesce(from10.validTo, 9007199254740991) > $given.now AND from10.retractedAt IS NULL]-(consent4:Consent)
      MATCH (consent4)-[to10:TO WHERE to10.validFrom <= $given.now AND coalesce(to10.validTo, 9007199254740991) > $given.now AND to10.retractedAt IS NULL]->(organisation5:Business|Municipality)
      WHERE consent4.validFrom <= $given.now AND coalesce(consent4.validTo, 9007199254740991) > $given.now AND consent4.retractedAt IS NULL AND consent4.withdrawnAt IS NULL AND organisation5.retractedAt IS NULL
      MATCH (consent4)-[for3:FOR WHERE for3.validFrom <= $given.now AND coalesce(for3.validTo, 9007199254740991) > $given.now AND for3.retractedAt IS NULL]->(purpose3:Purpose)
      WHERE purpose3.retractedAt IS NULL
      AND purpose3.code = $given.purpose
      WITH *, COLLECT {
        MATCH (consent4)-[covers8:COVERS]->(category9:Category)
        RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category9.retractedAt IS NULL THEN category9.code ELSE '' END
      } AS named2, COLLECT {
        MATCH (consent4)-[covers9:COVERS]->(theme15:Theme)
        RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND theme15.retractedAt IS NULL THEN theme15.code ELSE '' END
      } AS themes6
      RETURN {at: organisation5.id, gives: reduce(found32 = [], code12 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found32 + CASE WHEN code12 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code12] + CASE WHEN code12 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme16 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme16 <> '' | code12 + ':' + theme16] ELSE [] END ELSE [] END), lifts: []}
    } ELSE [] END AS organisation5s1, CASE WHEN size(ctx.attachedPerson1) > 0 THEN COLLECT {
      MATCH (person1)-[employed_by4:EMPLOYED_BY WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL]->(business9:Business)
      MATCH (business9)-[part_of12:PART_OF*0..2]->(business10:Business)
      WHERE business9.retractedAt IS NULL AND all(step13 IN part_of12 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND business10.retractedAt IS NULL
      RETURN DISTINCT business10.id
    } ELSE [] END AS business10s1
    WITH *, reduce(found4 = [], row1 IN ctx.localOffice1 | CASE WHEN any(key IN area12s1 WHERE key IN row1.at) THEN found4 + row1.gives ELSE found4 END) + reduce(found7 = [], row2 IN ctx.localOffice2 | CASE WHEN any(key IN area14s1 WHERE key IN row2.at) THEN found7 + row2.gives ELSE found7 END) + reduce(found9 = [], row3 IN ctx.followUpUnit1 | CASE WHEN any(key IN unit18s1 WHERE key IN row3.at) THEN found9 + row3.gives ELSE found9 END) + ctx.nationalRole1 + reduce(found13 = [], row4 IN ctx.assignedCase1 | CASE WHEN person1.id IN row4.at THEN found13 + row4.gives ELSE found13 END) + reduce(found16 = [], row5 IN ctx.assignedCaseParty1 | CASE WHEN person1.id IN row5.at THEN found16 + row5.gives ELSE found16 END) + reduce(found18 = [], row6 IN ctx.override3 | CASE WHEN person1.id IN row6.at THEN found18 + row6.gives ELSE found18 END) + reduce(found20 = [], row7 IN ctx.inhabitant1 | CASE WHEN any(key IN municipality5s1 WHERE key IN row7.at) THEN found20 + row7.gives ELSE found20 END) + reduce(found22 = [], row8 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality7s1 WHERE key IN row8.at) THEN found22 + row8.gives ELSE found22 END) + reduce(found25 = [], row9 IN ctx.participant1 | CASE WHEN any(key IN activity6s1 WHERE key IN row9.at) THEN found25 + row9.gives ELSE found25 END) + reduce(found27 = [], row10 IN ctx.participant2 | reduce(found28 = found27, key1 IN activity8s1 | CASE WHEN key1.at IN row10.at THEN found28 + reduce(both1 = [], shared1 IN [reduce(found29 = [], entry11 IN row10.gives | found29 + CASE WHEN NOT entry11 CONTAINS ':' THEN [entry11] WHEN entry11 ENDS WITH ':*' THEN [theme14 IN key1.gives | split(entry11, ':')[0] + ':' + theme14] WHEN split(entry11, ':')[1] IN key1.gives THEN [entry11] ELSE [] END)] | both1 + CASE WHEN size(shared1) > 0 THEN shared1 + row10.marks ELSE [] END) ELSE found28 END)) + reduce(found31 = [], row11 IN ctx.consent3 | reduce(found33 = found31, key2 IN organisation5s1 | CASE WHEN key2.at IN row11.at THEN found33 + reduce(both2 = [], shared2 IN [[entry12 IN row11.gives WHERE entry12 IN key2.gives OR (entry12 CONTAINS ':' AND split(entry12, ':')[0] + ':*' IN key2.gives)] + [entry13 IN key2.gives WHERE entry13 CONTAINS ':' AND split(entry13, ':')[0] + ':*' IN row11.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row11.marks ELSE [] END) ELSE found33 END)) + reduce(found35 = [], row12 IN ctx.attachedPerson1 | CASE WHEN any(key IN business10s1 WHERE key IN row12.at) THEN found35 + row12.gives ELSE found35 END) AS person1Offered1
    WITH *, CASE WHEN size(person1Codes1) > 0 THEN [] ELSE CASE WHEN size(person1Overridable1) > 0 THEN reduce(found36 = [], row13 IN ctx.assignedCaseParty1 | CASE WHEN person1.id IN row13.at THEN found36 + row13.gives ELSE found36 END) + reduce(found37 = [], row14 IN ctx.override3 | CASE WHEN person1.id IN row14.at AND none(code16 IN person1Overridable1 WHERE NOT code16 IN row14.lifts) THEN found37 + row14.gives ELSE found37 END) ELSE person1Offered1 END END AS person1Mask1
    RETURN collect({id: person1.id, core: person1Codes1, mask: person1Mask1, codes: person1Codes1 + person1Overridable1, offered: CASE WHEN size(person1Codes1 + person1Overridable1) > 0 THEN person1Offered1 ELSE [] END, overridable: person1Overridable1}) AS decided
  }
  WITH *, [] AS carded
  WITH *, [subject] + [each IN ever + behind | each.node] AS ends
  CALL (ctx, ends, decided, carded) {
    UNWIND ends AS end
    WITH DISTINCT end AS base1, ctx, decided, carded
    WHERE base1:Person
    WITH *, coalesce(head([each IN decided WHERE each.id = base1.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS base1Decided1
    WITH *, base1Decided1.mask AS base1Mask1
    RETURN collect({id: base1.id, mask: base1Mask1, core: size(base1Decided1.core) > 0, shut: size(COLLECT {
      MATCH (base1)-[protected1:PROTECTED_AS]->(protection11:Protection)
      WHERE protection11.code IS NOT NULL AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected1.retractedAt IS NULL AND ctx.id <> base1.id AND coalesce((protected1.validFrom IS NULL OR protected1.validFrom <= $given.now), true) AND coalesce((protected1.validTo IS NULL OR protected1.validTo > $given.now), true) AND NOT (ctx.staff1 AND protection11.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection11.code
    } + COLLECT {
      MATCH (base1)-[held1:HAS_ADDRESS]->(address1:Address)
      MATCH (address1)<-[kept1:HAS_ADDRESS]-(sharer1:Person)
      MATCH (sharer1)-[protected2:PROTECTED_AS]->(protection12:Protection)
      WHERE protection12.code IS NOT NULL AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> base1.id AND coalesce((held1.validFrom IS NULL OR held1.validFrom <= $given.now), true) AND coalesce((held1.validTo IS NULL OR held1.validTo > $given.now), true) AND coalesce((kept1.validFrom IS NULL OR protected2.validTo IS NULL OR kept1.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept1.validTo IS NULL OR protected2.validFrom < kept1.validTo), true) AND NOT (ctx.staff1 AND protection12.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection12.code
    } + COLLECT {
      MATCH (base1)-[held2:MEMBER_OF]->(household1:Household)
      MATCH (household1)<-[kept2:MEMBER_OF]-(sharer2:Person)
      MATCH (sharer2)-[protected3:PROTECTED_AS]->(protection13:Protection)
      WHERE protection13.code IS NOT NULL AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> base1.id AND coalesce((held2.validFrom IS NULL OR held2.validFrom <= $given.now), true) AND coalesce((held2.validTo IS NULL OR held2.validTo > $given.now), true) AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT (ctx.staff1 AND protection13.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection13.code
    }) > 0}) AS personSeen
  }
  WITH *, personSeen AS seen
  WITH *, head([each IN seen WHERE each.id = subject.id]) AS itself
  WITH *, [subject.id] + [each IN links + hung | each.node.id] + [each IN thing.owners + now.owners | each.id] AS near
  WITH *, CASE WHEN subject:Person THEN [itself] WHEN itself.core THEN [] WHEN now.themes IS NOT NULL THEN [each IN seen WHERE any(link IN hung WHERE link.node.id = each.id) AND all(want IN now.wants WHERE (want IN each.mask OR split(want, ':')[0] + ':*' IN each.mask))] WHEN all(need IN coalesce(now.needed, []) WHERE any(each IN seen WHERE each.id = need AND 'WORK' IN each.mask)) THEN [itself] ELSE [] END AS whole
  CALL (subject, hung) {
    UNWIND [subject] + [each IN hung | each.node] AS head
    CALL (head) {
      WITH head WHERE head:Person
      RETURN head AS person
    }
    RETURN collect(DISTINCT person) AS persons
  }
  WITH *, reduce(all = [], each IN whole | all + each.mask) AS open
  WITH *, (ctx.excepted5 AND none(each IN seen WHERE each.core AND each.id IN near)) AS controller, $given.case IS NULL OR subject:Business OR subject.id IN ctx.caseSubjects OR any(link IN hung WHERE link.node.id IN ctx.caseSubjects) AS concerned, (size(whole) > 0 AND size(persons) > 0 AND all(person IN persons WHERE any(each IN decided WHERE each.id = person.id AND 'TRACE' IN each.mask))) = true AS traced, [code IN open WHERE code IN coalesce(now.among, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']) AND NOT (code IN ['ADDRESS', 'SERVICE'] AND itself.shut)] AS mine
  WITH *, (traced OR CASE WHEN $given.a1 IS NULL THEN size(mine) > 0 ELSE $given.a1 IN mine END) = true AS asks
  WITH *, CASE WHEN controller OR traced OR NOT ($given.a1 IS NULL) THEN null ELSE mine END AS limits
  WITH *, [{id: itself.id, mask: open, core: itself.core, shut: itself.shut}] + seen AS known
  WITH * WHERE controller OR asks
  CALL (ctx, ways, known, decided, carded) {
    UNWIND ways AS way
    UNWIND coalesce(way.things, []) AS case9
    WITH *, way.base AS base WHERE case9:Case
    WITH *, head([each IN known WHERE each.id = base.id]).mask AS mask, COLLECT {
      MATCH (case9)-[in26:IN WHERE in26.validFrom <= $given.now AND coalesce(in26.validTo, 9007199254740991) > $given.now AND in26.retractedAt IS NULL]->(theme18:Theme)
      WHERE theme18.retractedAt IS NULL
      RETURN {code: theme18.code}
    } AS themes
    WITH *, CASE WHEN EXISTS {
      MATCH (case9)-[concerns10:CONCERNS WHERE coalesce(concerns10.validFrom <= $given.now, true) AND coalesce(concerns10.validTo > $given.now, true) AND concerns10.retractedAt IS NULL]->(party6:Person)
      WHERE party6.retractedAt IS NULL
      WITH coalesce(head([each IN decided WHERE each.id = party6.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party6Codes1
      WHERE size(party6Codes1) > 0
      RETURN party6Codes1
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (case9)-[concerns11:CONCERNS WHERE coalesce(concerns11.validFrom <= $given.now, true) AND coalesce(concerns11.validTo > $given.now, true) AND concerns11.retractedAt IS NULL]->(business11:Business)
      MATCH (business11)-[part_of13:PART_OF*0..2]->(business12:Business)
      MATCH (business12)-[owned_by3:OWNED_BY WHERE coalesce(owned_by3.validFrom <= $given.now, true) AND coalesce(owned_by3.validTo > $given.now, true) AND owned_by3.retractedAt IS NULL]->(party7:Person)
      WHERE business11.retractedAt IS NULL AND all(step14 IN part_of13 WHERE coalesce(step14.validFrom <= $given.now, true) AND coalesce(step14.validTo > $given.now, true) AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND business12.retractedAt IS NULL AND party7.retractedAt IS NULL
      WITH coalesce(head([each IN decided WHERE each.id = party7.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party7Codes1
      WHERE size(party7Codes1) > 0
      RETURN party7Codes1
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case9.closedAt IS NOT NULL AND coalesce(case9.closedAt <= $given.now, true) AND NOT ctx.excepted6 THEN ['CLOSED'] ELSE [] END AS closed, ('CASES:*' IN mask OR (size(themes) > 0 AND all(theme17 IN themes WHERE 'CASES:' + theme17.code IN mask))) AS covered
    RETURN collect(DISTINCT CASE WHEN covered AND size(closed) = 0 THEN base.id + ' ' + case9.id END) AS caseRead
  }
  CALL (ctx, ways, known, decided, carded) {
    UNWIND ways AS way
    UNWIND coalesce(way.things, []) AS activity9
    WITH *, way.base AS base WHERE activity9:Activity
    WITH *, head([each IN known WHERE each.id = base.id]).mask AS mask, COLLECT {
      MATCH (activity9)-[part_of14:PART_OF WHERE part_of14.validFrom <= $given.now AND coalesce(part_of14.validTo, 9007199254740991) > $given.now AND part_of14.retractedAt IS NULL]->(case10:Case)
      MATCH (case10)-[in28:IN WHERE in28.validFrom <= $given.now AND coalesce(in28.validTo, 9007199254740991) > $given.now AND in28.retractedAt IS NULL]->(theme20:Theme)
      WHERE all(it IN [case10, theme20] WHERE it.retractedAt IS NULL)
      RETURN {code: theme20.code}
    } AS themes
    WITH *, CASE WHEN EXISTS {
      MATCH (activity9)-[part_of15:PART_OF WHERE coalesce(part_of15.validFrom <= $given.now, true) AND coalesce(part_of15.validTo > $given.now, true) AND part_of15.retractedAt IS NULL]->(case11:Case)
      MATCH (case11)-[in29:IN WHERE coalesce(in29.validFrom <= $given.now, true) AND coalesce(in29.validTo > $given.now, true) AND in29.retractedAt IS NULL]->(theme21:Theme {secret: true})
      WHERE case11.retractedAt IS NULL AND theme21.retractedAt IS NULL
      AND NOT theme21.id IN ctx.themeExcepted1
    } THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (activity9)-[part_of16:PART_OF WHERE coalesce(part_of16.validFrom <= $given.now, true) AND coalesce(part_of16.validTo > $given.now, true) AND part_of16.retractedAt IS NULL]->(case12:Case)
      MATCH (case12)-[concerns12:CONCERNS WHERE coalesce(concerns12.validFrom <= $given.now, true) AND coalesce(concerns12.validTo > $given.now, true) AND concerns12.retractedAt IS NULL]->(party8:Person)
      WHERE case12.retractedAt IS NULL AND party8.retractedAt IS NULL
      WITH coalesce(head([each IN decided WHERE each.id = party8.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party8Codes1
      WHERE size(party8Codes1) > 0
      RETURN party8Codes1
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (activity9)-[on2:ON WHERE coalesce(on2.validFrom <= $given.now, true) AND coalesce(on2.validTo > $given.now, true) AND on2.retractedAt IS NULL]->(device4:Device)
      MATCH (device4)-[lent_to5:LENT_TO WHERE coalesce(lent_to5.validFrom <= $given.now, true) AND coalesce(lent_to5.validTo > $given.now, true) AND lent_to5.retractedAt IS NULL]->(party9:Person)
      WHERE device4.retractedAt IS NULL AND party9.retractedAt IS NULL
      WITH coalesce(head([each IN decided WHERE each.id = party9.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party9Codes1
      WHERE size(party9Codes1) > 0
      RETURN party9Codes1
    } THEN ['PARTY'] ELSE [] END + COLLECT {
      MATCH (activity9)<-[held3:TAKES_PART_IN]-(other1:Person)
      MATCH (other1)-[protected4:PROTECTED_AS]->(protection14:Protection)
      WHERE protection14.code IS NOT NULL AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other1.id AND coalesce((held3.validFrom IS NULL OR protected4.validTo IS NULL OR held3.validFrom < protected4.validTo), true) AND coalesce((protected4.validFrom IS NULL OR held3.validTo IS NULL OR protected4.validFrom < held3.validTo), true) AND NOT (ctx.staff1 AND protection14.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection14.code
    } + COLLECT {
      MATCH (activity9)<-[held4:TAKES_PART_IN]-(other2:Person)
      MATCH (other2)-[has_address1:HAS_ADDRESS]->(address2:Address)
      MATCH (address2)<-[kept3:HAS_ADDRESS]-(sharer3:Person)
      MATCH (sharer3)-[protected5:PROTECTED_AS]->(protection15:Protection)
      WHERE protection15.code IS NOT NULL AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other2.id AND coalesce((kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo), true) AND coalesce((protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo), true) AND NOT (ctx.staff1 AND protection15.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection15.code
    } + COLLECT {
      MATCH (activity9)<-[held5:TAKES_PART_IN]-(other3:Person)
      MATCH (other3)-[member_of1:MEMBER_OF]->(household2:Household)
      MATCH (household2)<-[kept4:MEMBER_OF]-(sharer4:Person)
      MATCH (sharer4)-[protected6:PROTECTED_AS]->(protection16:Protection)
      WHERE protection16.code IS NOT NULL AND protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> other3.id AND coalesce((kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo), true) AND coalesce((protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo), true) AND NOT (ctx.staff1 AND protection16.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection16.code
    } + COLLECT {
      MATCH (activity9)-[part_of17:PART_OF]->(case13:Case)
      MATCH (case13)-[held6:CONCERNS]->(other4:Person)
      MATCH (other4)-[protected7:PROTECTED_AS]->(protection17:Protection)
      WHERE protection17.code IS NOT NULL AND protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND ctx.id <> other4.id AND coalesce((held6.validFrom IS NULL OR protected7.validTo IS NULL OR held6.validFrom < protected7.validTo), true) AND coalesce((protected7.validFrom IS NULL OR held6.validTo IS NULL OR protected7.validFrom < held6.validTo), true) AND NOT (ctx.staff1 AND protection17.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection17.code
    } + COLLECT {
      MATCH (activity9)-[on3:ON]->(device5:Device)
      MATCH (device5)-[held7:LENT_TO]->(other5:Person)
      MATCH (other5)-[protected8:PROTECTED_AS]->(protection18:Protection)
      WHERE protection18.code IS NOT NULL AND protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other5.id AND coalesce((held7.validFrom IS NULL OR protected8.validTo IS NULL OR held7.validFrom < protected8.validTo), true) AND coalesce((protected8.validFrom IS NULL OR held7.validTo IS NULL OR protected8.validFrom < held7.validTo), true) AND NOT (ctx.staff1 AND protection18.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection18.code
    } AS closed, ('ACTIVITIES:*' IN mask OR (size(themes) > 0 AND all(theme19 IN themes WHERE 'ACTIVITIES:' + theme19.code IN mask))) AS covered
    RETURN collect(DISTINCT CASE WHEN covered AND size(closed) = 0 THEN base.id + ' ' + activity9.id END) AS activityRead
  }
  CALL (ctx, ways, known, decided, carded) {
    UNWIND ways AS way
    UNWIND coalesce(way.things, []) AS device6
    WITH *, way.base AS base WHERE device6:Device
    WITH *, head([each IN known WHERE each.id = base.id]).mask AS mask, [{code: 'HJE'}] AS themes
    WITH *, CASE WHEN EXISTS {
      MATCH (device6)-[lent_to6:LENT_TO WHERE coalesce(lent_to6.validFrom <= $given.now, true) AND coalesce(lent_to6.validTo > $given.now, true) AND lent_to6.retractedAt IS NULL]->(party10:Person)
      WHERE party10.retractedAt IS NULL
      WITH coalesce(head([each IN decided WHERE each.id = party10.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party10Codes1
      WHERE size(party10Codes1) > 0
      RETURN party10Codes1
    } THEN ['PARTY'] ELSE [] END + COLLECT {
      MATCH (device6)-[held8:LENT_TO]->(other6:Person)
      MATCH (other6)-[protected9:PROTECTED_AS]->(protection19:Protection)
      WHERE protection19.code IS NOT NULL AND protection19.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected9.retractedAt IS NULL AND ctx.id <> other6.id AND coalesce((held8.validFrom IS NULL OR protected9.validTo IS NULL OR held8.validFrom < protected9.validTo), true) AND coalesce((protected9.validFrom IS NULL OR held8.validTo IS NULL OR protected9.validFrom < held8.validTo), true) AND NOT (ctx.staff1 AND protection19.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection19.code
    } + COLLECT {
      MATCH (device6)-[held9:LENT_TO]->(other7:Person)
      MATCH (other7)-[has_address2:HAS_ADDRESS]->(address3:Address)
      MATCH (address3)<-[kept5:HAS_ADDRESS]-(sharer5:Person)
      MATCH (sharer5)-[protected10:PROTECTED_AS]->(protection20:Protection)
      WHERE protection20.code IS NOT NULL AND protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected10.retractedAt IS NULL AND ctx.id <> other7.id AND coalesce((kept5.validFrom IS NULL OR protected10.validTo IS NULL OR kept5.validFrom < protected10.validTo), true) AND coalesce((protected10.validFrom IS NULL OR kept5.validTo IS NULL OR protected10.validFrom < kept5.validTo), true) AND NOT (ctx.staff1 AND protection20.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection20.code
    } + COLLECT {
      MATCH (device6)-[held10:LENT_TO]->(other8:Person)
      MATCH (other8)-[member_of2:MEMBER_OF]->(household3:Household)
      MATCH (household3)<-[kept6:MEMBER_OF]-(sharer6:Person)
      MATCH (sharer6)-[protected11:PROTECTED_AS]->(protection21:Protection)
      WHERE protection21.code IS NOT NULL AND protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected11.retractedAt IS NULL AND ctx.id <> other8.id AND coalesce((kept6.validFrom IS NULL OR protected11.validTo IS NULL OR kept6.validFrom < protected11.validTo), true) AND coalesce((protected11.validFrom IS NULL OR kept6.validTo IS NULL OR protected11.validFrom < kept6.validTo), true) AND NOT (ctx.staff1 AND protection21.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection21.code
    } + COLLECT {
      MATCH (device6)-[kept_at3:KEPT_AT]->(address4:Address)
      MATCH (address4)<-[kept7:HAS_ADDRESS]-(sharer7:Person)
      MATCH (sharer7)-[protected12:PROTECTED_AS]->(protection22:Protection)
      WHERE protection22.code IS NOT NULL AND protection22.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected12.retractedAt IS NULL AND coalesce((kept7.validFrom IS NULL OR protected12.validTo IS NULL OR kept7.validFrom < protected12.validTo), true) AND coalesce((protected12.validFrom IS NULL OR kept7.validTo IS NULL OR protected12.validFrom < kept7.validTo), true) AND NOT (ctx.staff1 AND protection22.id IN ctx.protectionExcepted1)
      RETURN DISTINCT protection22.code
    } AS closed, ('DEVICES:*' IN mask OR (size(themes) > 0 AND all(theme23 IN themes WHERE 'DEVICES:' + theme23.code IN mask))) AS covered
    RETURN collect(DISTINCT CASE WHEN covered AND size(closed) = 0 THEN base.id + ' ' + device6.id END) AS deviceRead
  }
  WITH *, caseRead + activityRead + deviceRead AS read
  CALL (ctx, ways) {
    UNWIND ways AS way
    UNWIND way.nodes AS unit23
    WITH * WHERE unit23:Unit
    WITH *, CASE WHEN NOT ctx.excepted7 AND unit23.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS closed
    RETURN collect(DISTINCT CASE WHEN size(closed) > 0 THEN unit23.id END) AS veiled
  }
  CALL (ends) {
    UNWIND ends AS end
    WITH DISTINCT end AS base
    MATCH (base)<-[of3:OF WHERE of3.validFrom <= $given.now AND coalesce(of3.validTo, 9007199254740991) > $given.now AND of3.retractedAt IS NULL]-(restriction1:Restriction)
    MATCH (restriction1)-[withholds1:WITHHOLDS WHERE withholds1.validFrom <= $given.now AND coalesce(withholds1.validTo, 9007199254740991) > $given.now AND withholds1.retractedAt IS NULL]->(unit25:Unit)
    WHERE all(it IN [restriction1, unit25] WHERE it.retractedAt IS NULL) AND restriction1.validFrom <= $given.now AND coalesce(restriction1.validTo, 9007199254740991) > $given.now
    RETURN reduce(all = [], some IN collect([unit25.id] + COLLECT {
      MATCH (unit25)<-[at36:AT WHERE at36.retractedAt IS NULL]-(position41:Position)
      MATCH (position41)<-[holds9:HOLDS WHERE holds9.retractedAt IS NULL]-(employee2:Employee)
      WHERE all(it IN [position41, employee2] WHERE it.retractedAt IS NULL)
      RETURN employee2.id
    }) | all + some) AS withheld
  }
  CALL (ctx, known, read, veiled, withheld, controller, decided, carded, offered) {
    UNWIND offered AS it
    WITH ctx, known, read, veiled, withheld, controller, decided, carded, it, it.way AS way, it.way.base AS base, it.way.holder AS holder, it.way.role AS role
    WITH *, coalesce(head([each IN decided WHERE each.id = holder.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS holderDecided1
    WITH *, holderDecided1.mask + CASE WHEN size(holderDecided1.core) = 0 THEN ['CARD'] ELSE [] END AS holderMask1
    WITH *, controller OR NOT coalesce(way.personal, false) OR (ctx.staff1 OR 'CARD' IN holderMask1) AS there, head(known) AS mask
    WITH *, coalesce(way.personal AND holder.id = ctx.id, false) OR ((true) AND all(need IN way.needs WHERE need IN mask.mask) AND (size(way.needs) = 0 OR NOT mask.shut) AND all(thing IN coalesce(way.things, []) WHERE base.id + ' ' + thing.id IN read)) AS told
    WHERE there AND (told OR (controller AND (NOT coalesce(way.telling, false) OR $given.a1 IS NULL AND $given.a2 IS NULL))) = true
    AND (controller OR none(node IN way.nodes + [way.holder] WHERE coalesce(node.id IN withheld, false)))
    RETURN collect({of: way.of, order: way.order, way: way, told: told, offers: it.offers, lifts: it.lifts, key: reduce(text = '', id IN [node IN [CASE WHEN coalesce(way.personal, false) THEN holder END, role] WHERE node IS NOT NULL | node.id] + [node IN way.nodes | CASE WHEN node.id IN veiled THEN 'unit:NAV' ELSE node.id END] | CASE WHEN text = '' THEN id ELSE text + ' ' + id END)}) AS ones
  }
  CALL () {
    MATCH (purpose:Purpose)
    WHERE purpose.retractedAt IS NULL
    MATCH (purpose)-[covers10:COVERS WHERE covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL]->(category10:Category)
    WHERE category10.retractedAt IS NULL
    AND category10.code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']
    WITH purpose, collect(DISTINCT category10.code) AS codes
    RETURN collect({id: purpose.id, code: purpose.code, covers: codes + [code IN CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE NOT code IN codes]}) AS purposes
  }
  CALL (ones) {
    UNWIND [one IN ones WHERE one.way.role IS NOT NULL] AS one
    WITH one.of AS of, one.key AS key, collect(one) AS those
    RETURN collect({those: those, role: head(those).way.role}) AS seats
  }
  CALL (seats) {
    UNWIND range(0, size(seats) - 1) AS number
    WITH number, seats[number].role AS role
    MATCH (role)-[has1:COVERS|HANDLES|MAY_STATE WHERE has1.validFrom <= $given.now AND coalesce(has1.validTo, 9007199254740991) > $given.now AND has1.retractedAt IS NULL]->(what1)
    WHERE what1.retractedAt IS NULL
    WITH number, collect(DISTINCT CASE WHEN what1:Category AND 'READ' IN coalesce(has1.actions, ['READ']) AND what1.code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] THEN what1.code END) AS codes, collect(DISTINCT CASE WHEN what1:Theme THEN what1.code END) AS themes, collect(DISTINCT CASE WHEN what1:Purpose THEN what1.id END) AS stating
    RETURN collect({number: number, codes: codes, themes: themes, stating: stating}) AS covering
  }
  CALL (seats, covering) {
    UNWIND covering AS each
    WITH each.codes AS named, each.themes AS themes, each.stating AS stating, seats[each.number] AS seat
    WITH themes, stating, seat.role AS role, seat.those AS those, head(seat.those) AS one, named + [code IN CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END WHERE NOT code IN named] AS codes
    WITH *, CASE WHEN one.way.whole THEN codes ELSE [entry IN reduce(found38 = [], entry15 IN one.offers | found38 + CASE WHEN NOT entry15 CONTAINS ':' THEN [entry15] WHEN entry15 ENDS WITH ':*' THEN [theme24 IN themes | split(entry15, ':')[0] + ':' + theme24] WHEN split(entry15, ':')[1] IN themes THEN [entry15] ELSE [] END) WHERE split(entry, ':')[0] IN codes] END AS given
    WITH *, CASE WHEN size(those) = 1 THEN those ELSE COLLECT {
      UNWIND those AS it
      WITH it.way.base.id AS base, it.way.seat.id AS seat, it.way.holder.id AS holder, it.way.stated AS stated, it.lifts AS lifts, it
      WITH base, seat, holder, stated, lifts, collect(it) AS alike
      RETURN head(alike)
    } END AS apart
    RETURN collect({those: those, apart: apart, given: given, role: role, stating: stating, order: one.order, key: one.key, codes: CASE WHEN one.way.whole THEN codes ELSE [entry IN given WHERE NOT entry CONTAINS ':'] END, whole: one.way.whole, themes: CASE WHEN one.way.whole THEN themes ELSE [] END}) AS roles
  }
  WITH *, roles + [one IN ones WHERE one.way.role IS NULL | {order: one.order, key: one.key, those: [one], apart: [one], given: one.offers, codes: [entry IN one.offers WHERE NOT entry CONTAINS ':']}] AS formed
  WITH *, [subject] + thing.owners + [link IN links | link.node] AS heads
  WITH *, [] AS inherits
  CALL (heads, inherits) {
    UNWIND heads + [each IN inherits | each.other] AS base2
    WITH DISTINCT base2 WHERE base2:Person
    CALL (base2) {
      UNWIND [{closes: 'core', code: 'DISQUALIFIED', of: ['Employee'], ids: COLLECT {
        MATCH (base2)<-[is5:IS WHERE is5.retractedAt IS NULL]-(viewer12:Employee)
        WHERE viewer12.retractedAt IS NULL
        RETURN DISTINCT viewer12.id
      } + COLLECT {
        MATCH (base2)<-[parent_of9:PARENT_OF WHERE parent_of9.retractedAt IS NULL]-(self10:Person)
        MATCH (self10)<-[is6:IS WHERE is6.retractedAt IS NULL]-(viewer13:Employee)
        WHERE all(it IN [self10, viewer13] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer13.id
      } + COLLECT {
        MATCH (base2)-[parent_of10:PARENT_OF WHERE parent_of10.retractedAt IS NULL]->(self11:Person)
        MATCH (self11)<-[is7:IS WHERE is7.retractedAt IS NULL]-(viewer14:Employee)
        WHERE all(it IN [self11, viewer14] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer14.id
      } + COLLECT {
        MATCH (base2)-[parent_of11:PARENT_OF*2..3]->(self12:Person)
        MATCH (self12)<-[is8:IS WHERE is8.retractedAt IS NULL]-(viewer15:Employee)
        WHERE all(it IN [self12, viewer15] WHERE it.retractedAt IS NULL) AND all(step15 IN parent_of11 WHERE step15.retractedAt IS NULL AND endNode(step15).retractedAt IS NULL)
        RETURN DISTINCT viewer15.id
      } + COLLECT {
        MATCH (base2)<-[parent_of12:PARENT_OF*2..3]-(self13:Person)
        MATCH (self13)<-[is9:IS WHERE is9.retractedAt IS NULL]-(viewer16:Employee)
        WHERE all(it IN [self13, viewer16] WHERE it.retractedAt IS NULL) AND all(step16 IN parent_of12 WHERE step16.retractedAt IS NULL AND startNode(step16).retractedAt IS NULL)
        RETURN DISTINCT viewer16.id
      } + COLLECT {
        MATCH (base2)<-[partner_of3:PARTNER_OF WHERE partner_of3.retractedAt IS NULL]-(self14:Person)
        MATCH (self14)<-[is10:IS WHERE is10.retractedAt IS NULL]-(viewer17:Employee)
        WHERE all(it IN [self14, viewer17] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer17.id
      } + COLLECT {
        MATCH (base2)-[partner_of4:PARTNER_OF WHERE partner_of4.retractedAt IS NULL]->(self15:Person)
        MATCH (self15)<-[is11:IS WHERE is11.retractedAt IS NULL]-(viewer18:Employee)
        WHERE all(it IN [self15, viewer18] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer18.id
      } + COLLECT {
        MATCH (base2)<-[parent_of13:PARENT_OF WHERE parent_of13.retractedAt IS NULL]-(person8:Person)
        WHERE person8.retractedAt IS NULL
        MATCH (person8)-[parent_of14:PARENT_OF WHERE parent_of14.retractedAt IS NULL]->(self16:Person)
        MATCH (self16)<-[is12:IS WHERE is12.retractedAt IS NULL]-(viewer19:Employee)
        WHERE all(it IN [self16, viewer19] WHERE it.retractedAt IS NULL) AND self16.id <> base2.id
        RETURN DISTINCT viewer19.id
      } + COLLECT {
        MATCH (base2)-[parent_of15:PARENT_OF WHERE parent_of15.retractedAt IS NULL]->(person9:Person)
        WHERE person9.retractedAt IS NULL
        MATCH (person9)<-[parent_of16:PARENT_OF WHERE parent_of16.retractedAt IS NULL]-(self17:Person)
        MATCH (self17)<-[is13:IS WHERE is13.retractedAt IS NULL]-(viewer20:Employee)
        WHERE all(it IN [self17, viewer20] WHERE it.retractedAt IS NULL) AND self17.id <> base2.id
        RETURN DISTINCT viewer20.id
      }, but: false, staff: false}] + [{closes: 'core', code: 'SAME_OFFICE', of: ['Employee'], ids: COLLECT {
        MATCH (base2)<-[is14:IS WHERE coalesce(is14.validFrom <= $given.now, true) AND coalesce(is14.validTo > $given.now, true) AND is14.retractedAt IS NULL]-(employee3:Employee)
        MATCH (employee3)-[holds10:HOLDS WHERE coalesce(holds10.validFrom <= $given.now, true) AND coalesce(holds10.validTo > $given.now, true) AND holds10.retractedAt IS NULL]->(position42:Position)
        MATCH (position42)-[at37:AT WHERE coalesce(at37.validFrom <= $given.now, true) AND coalesce(at37.validTo > $given.now, true) AND at37.retractedAt IS NULL]->(unit26:Unit)
        WHERE all(it IN [employee3, position42, unit26] WHERE it.retractedAt IS NULL)
        MATCH (unit26)<-[at38:AT WHERE coalesce(at38.validFrom <= $given.now, true) AND coalesce(at38.validTo > $given.now, true) AND at38.retractedAt IS NULL]-(position43:Position)
        MATCH (position43)<-[holds11:HOLDS WHERE coalesce(holds11.validFrom <= $given.now, true) AND coalesce(holds11.validTo > $given.now, true) AND holds11.retractedAt IS NULL]-(viewer21:Employee)
        WHERE all(it IN [position43, viewer21] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer21.id
      }, but: false, staff: false}] + COLLECT {
        MATCH (base2)-[protected_as3:PROTECTED_AS WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL]->(protection24:Protection)
        WHERE protection24.retractedAt IS NULL
        AND protection24.code IS NOT NULL AND protection24.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN {closes: 'core', code: protection24.code, of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false, met1: [protection24]}
      } + COLLECT {
        MATCH (base2)-[protected_as4:PROTECTED_AS WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL]->(protection25:Protection)
        WHERE protection25.retractedAt IS NULL
        AND protection25.code IS NOT NULL AND protection25.code = 'SHIELDED'
        RETURN {closes: 'core', code: protection25.code, of: ['Employee'], ids: [], but: true, staff: true, met1: [protection25]}
      } + CASE WHEN base2.screenedAt IS NULL THEN [{closes: 'core', code: 'UNSCREENED', of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false}] ELSE [] END + COLLECT {
        MATCH (base2)-[protected_as5:PROTECTED_AS WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL]->(protection26:Protection)
        WHERE protection26.retractedAt IS NULL
        AND coalesce((protection26.code IS NULL OR NOT (protection26.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
        RETURN {closes: 'core', code: 'UNSCREENED', of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false}
      } + [{closes: 'most', code: 'GUARDIAN_OF_SUBJECT', of: ['Employee'], ids: COLLECT {
        MATCH (base2)<-[from11:FROM WHERE coalesce(from11.validFrom <= $given.now, true) AND coalesce(from11.validTo > $given.now, true) AND from11.retractedAt IS NULL]-(mandate8:Mandate {kind: 'GUARDIANSHIP'})
        MATCH (mandate8)-[to11:TO WHERE coalesce(to11.validFrom <= $given.now, true) AND coalesce(to11.validTo > $given.now, true) AND to11.retractedAt IS NULL]->(person10:Person)
        MATCH (person10)<-[is15:IS WHERE coalesce(is15.validFrom <= $given.now, true) AND coalesce(is15.validTo > $given.now, true) AND is15.retractedAt IS NULL]-(viewer22:Employee)
        WHERE all(it IN [mandate8, person10, viewer22] WHERE it.retractedAt IS NULL) AND coalesce(mandate8.validFrom <= $given.now, true) AND coalesce(mandate8.validTo > $given.now, true) AND coalesce(mandate8.revokedAt > $given.now, true)
        RETURN DISTINCT viewer22.id
      }, but: false, staff: false}] + CASE WHEN base2.deathDate IS NOT NULL AND coalesce((base2.deathDate + duration({months: 12})) < date($given.today), true) THEN [{closes: 'most', code: 'DECEASED', of: ['Employee', 'Client'], ids: COLLECT {
        MATCH (protection27:Protection {code: 'DECEASED'})
        WHERE protection27.retractedAt IS NULL
        MATCH (protection27)<-[cleared_for7:CLEARED_FOR WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL]-(viewer23:Employee)
        MATCH (viewer23)-[holds12:HOLDS WHERE holds12.validFrom <= $given.now AND coalesce(holds12.validTo, 9007199254740991) > $given.now AND holds12.retractedAt IS NULL]->(position44:Position)
        MATCH (position44)-[at39:AT WHERE at39.validFrom <= $given.now AND coalesce(at39.validTo, 9007199254740991) > $given.now AND at39.retractedAt IS NULL]->(unit27:Unit)
        WHERE all(it IN [viewer23, position44, unit27] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer23.id
      }, but: true, staff: false}] ELSE [] END + COLLECT {
        MATCH (base2)-[belongs_to12:BELONGS_TO WHERE coalesce(belongs_to12.validFrom <= $given.now, true) AND coalesce(belongs_to12.validTo > $given.now, true) AND belongs_to12.retractedAt IS NULL]->(area19:Area {kind: 'COUNTRY'})
        WHERE area19.retractedAt IS NULL
        RETURN {closes: 'most', code: 'LIVES_ABROAD', of: ['Employee', 'Client'], ids: COLLECT {
          MATCH (protection28:Protection {code: 'ABROAD'})
          WHERE protection28.retractedAt IS NULL
          MATCH (protection28)<-[cleared_for8:CLEARED_FOR WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL]-(viewer24:Employee)
          MATCH (viewer24)-[holds13:HOLDS WHERE holds13.validFrom <= $given.now AND coalesce(holds13.validTo, 9007199254740991) > $given.now AND holds13.retractedAt IS NULL]->(position45:Position)
          MATCH (position45)-[at40:AT WHERE at40.validFrom <= $given.now AND coalesce(at40.validTo, 9007199254740991) > $given.now AND at40.retractedAt IS NULL]->(unit28:Unit)
          WHERE all(it IN [viewer24, position45, unit28] WHERE it.retractedAt IS NULL)
          RETURN DISTINCT viewer24.id
        }, but: true, staff: false}
      } + COLLECT {
        MATCH (base2)-[belongs_to13:BELONGS_TO WHERE coalesce(belongs_to13.validFrom <= $given.now, true) AND coalesce(belongs_to13.validTo > $given.now, true) AND belongs_to13.retractedAt IS NULL]->(area20:Area {kind: 'UNKNOWN'})
        WHERE area20.retractedAt IS NULL
        RETURN {closes: 'most', code: 'UNKNOWN_RESIDENCE', of: ['Employee', 'Client'], ids: COLLECT {
          MATCH (protection29:Protection {code: 'UNKNOWN_RESIDENCE'})
          WHERE protection29.retractedAt IS NULL
          MATCH (protection29)<-[cleared_for9:CLEARED_FOR WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL]-(viewer25:Employee)
          MATCH (viewer25)-[holds14:HOLDS WHERE holds14.validFrom <= $given.now AND coalesce(holds14.validTo, 9007199254740991) > $given.now AND holds14.retractedAt IS NULL]->(position46:Position)
          MATCH (position46)-[at41:AT WHERE at41.validFrom <= $given.now AND coalesce(at41.validTo, 9007199254740991) > $given.now AND at41.retractedAt IS NULL]->(unit29:Unit)
          WHERE all(it IN [viewer25, position46, unit29] WHERE it.retractedAt IS NULL)
          RETURN DISTINCT viewer25.id
        }, but: true, staff: false}
      } + COLLECT {
        MATCH (base2)-[protected13:PROTECTED_AS]->(protection30:Protection)
        WHERE protection30.code IS NOT NULL AND protection30.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected13.retractedAt IS NULL AND coalesce((protected13.validFrom IS NULL OR protected13.validFrom <= $given.now), true) AND coalesce((protected13.validTo IS NULL OR protected13.validTo > $given.now), true)
        RETURN {closes: 'places', code: protection30.code, of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false, met1: [protection30], met2: [base2, protection30]}
      } + COLLECT {
        MATCH (base2)-[held11:HAS_ADDRESS]->(address5:Address)
        MATCH (address5)<-[kept8:HAS_ADDRESS]-(sharer8:Person)
        MATCH (sharer8)-[protected14:PROTECTED_AS]->(protection31:Protection)
        WHERE protection31.code IS NOT NULL AND protection31.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected14.retractedAt IS NULL AND coalesce((held11.validFrom IS NULL OR held11.validFrom <= $given.now), true) AND coalesce((held11.validTo IS NULL OR held11.validTo > $given.now), true) AND coalesce((kept8.validFrom IS NULL OR protected14.validTo IS NULL OR kept8.validFrom < protected14.validTo), true) AND coalesce((protected14.validFrom IS NULL OR kept8.validTo IS NULL OR protected14.validFrom < kept8.validTo), true)
        RETURN {closes: 'places', code: protection31.code, of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false, met1: [protection31], met2: [sharer8, protection31], met3: [address5]}
      } + COLLECT {
        MATCH (base2)-[held12:MEMBER_OF]->(household4:Household)
        MATCH (household4)<-[kept9:MEMBER_OF]-(sharer9:Person)
        MATCH (sharer9)-[protected15:PROTECTED_AS]->(protection32:Protection)
        WHERE protection32.code IS NOT NULL AND protection32.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected15.retractedAt IS NULL AND coalesce((held12.validFrom IS NULL OR held12.validFrom <= $given.now), true) AND coalesce((held12.validTo IS NULL OR held12.validTo > $given.now), true) AND coalesce((kept9.validFrom IS NULL OR protected15.validTo IS NULL OR kept9.validFrom < protected15.validTo), true) AND coalesce((protected15.validFrom IS NULL OR kept9.validTo IS NULL OR protected15.validFrom < kept9.validTo), true)
        RETURN {closes: 'places', code: protection32.code, of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false, met1: [protection32], met2: [sharer9, protection32], met4: [household4]}
      } AS met
      WITH *, met.ids + CASE WHEN met.met1 IS NULL THEN [] ELSE COLLECT {
        UNWIND [met.met1] AS those
        WITH those[0] AS protection33
        MATCH (protection33)<-[opens3:OPENS*0..1]-(protection34:Protection)
        MATCH (protection34)<-[cleared_for10:CLEARED_FOR WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL]-(viewer26:Employee)
        MATCH (viewer26)-[holds15:HOLDS WHERE holds15.validFrom <= $given.now AND coalesce(holds15.validTo, 9007199254740991) > $given.now AND holds15.retractedAt IS NULL]->(position47:Position)
        MATCH (position47)-[at42:AT WHERE at42.validFrom <= $given.now AND coalesce(at42.validTo, 9007199254740991) > $given.now AND at42.retractedAt IS NULL]->(unit30:Unit)
        WHERE all(it IN [protection34, viewer26, position47, unit30] WHERE it.retractedAt IS NULL) AND all(step17 IN opens3 WHERE step17.validFrom <= $given.now AND coalesce(step17.validTo, 9007199254740991) > $given.now AND step17.retractedAt IS NULL AND startNode(step17).retractedAt IS NULL)
        AND protection33.retractedAt IS NULL
        RETURN DISTINCT viewer26.id
      } END + CASE WHEN met.met2 IS NULL THEN [] ELSE COLLECT {
        UNWIND [met.met2] AS those
        WITH those[0] AS subject16, those[1] AS protection35
        MATCH (subject16)<-[from12:FROM WHERE from12.validFrom <= $given.now AND coalesce(from12.validTo, 9007199254740991) > $given.now AND from12.retractedAt IS NULL]-(mandate9:Mandate)
        MATCH (mandate9)-[to12:TO WHERE to12.validFrom <= $given.now AND coalesce(to12.validTo, 9007199254740991) > $given.now AND to12.retractedAt IS NULL]->(viewer27:Person)
        WHERE all(it IN [mandate9, viewer27] WHERE it.retractedAt IS NULL) AND mandate9.validFrom <= $given.now AND coalesce(mandate9.validTo, 9007199254740991) > $given.now AND mandate9.revokedAt IS NULL
        MATCH (mandate9)-[cleared_for11:CLEARED_FOR WHERE cleared_for11.validFrom <= $given.now AND coalesce(cleared_for11.validTo, 9007199254740991) > $given.now AND cleared_for11.retractedAt IS NULL]->(protection36:Protection)
        MATCH (protection36)-[opens4:OPENS*0..1]->(protection35)
        WHERE protection36.retractedAt IS NULL AND all(step18 IN opens4 WHERE step18.validFrom <= $given.now AND coalesce(step18.validTo, 9007199254740991) > $given.now AND step18.retractedAt IS NULL AND endNode(step18).retractedAt IS NULL)
        AND subject16.retractedAt IS NULL AND protection35.retractedAt IS NULL
        RETURN DISTINCT viewer27.id
      } END + CASE WHEN met.met3 IS NULL THEN [] ELSE COLLECT {
        UNWIND [met.met3] AS those
        WITH those[0] AS address6
        MATCH (address6)<-[has_address3:HAS_ADDRESS WHERE has_address3.validFrom <= $given.now AND coalesce(has_address3.validTo, 9007199254740991) > $given.now AND has_address3.retractedAt IS NULL]-(viewer28:Person)
        WHERE viewer28.retractedAt IS NULL
        AND address6.retractedAt IS NULL
        RETURN DISTINCT viewer28.id
      } END + CASE WHEN met.met4 IS NULL THEN [] ELSE COLLECT {
        UNWIND [met.met4] AS those
        WITH those[0] AS household5
        MATCH (household5)<-[member_of3:MEMBER_OF WHERE member_of3.validFrom <= $given.now AND coalesce(member_of3.validTo, 9007199254740991) > $given.now AND member_of3.retractedAt IS NULL]-(viewer29:Person)
        WHERE viewer29.retractedAt IS NULL
        AND household5.retractedAt IS NULL
        RETURN DISTINCT viewer29.id
      } END AS ids
      RETURN collect({closes: met.closes, code: met.code, of: met.of, but: met.but, staff: met.staff, ids: ids}) AS entries
    }
    RETURN collect({id: base2.id, core: [entry IN entries WHERE entry.closes = 'core' AND (entry.but OR size(entry.ids) > 0)], most: [entry IN entries WHERE entry.closes = 'most' AND (entry.but OR size(entry.ids) > 0)], places: [entry IN entries WHERE entry.closes = 'places' AND (entry.but OR size(entry.ids) > 0)]}) AS personKept
  }
  WITH *, personKept AS barring
  CALL (heads, inherits, barring) {
    UNWIND heads AS head
    WITH DISTINCT head, barring, [i IN inherits WHERE i.head = head.id] AS mine
    WITH *, head([o IN barring WHERE o.id = head.id]) AS own
    WITH *, reduce(all = coalesce(own.core, []), i IN mine | all + [e IN head([o IN barring WHERE o.id = i.other.id]).core | {closes: 'core', code: i.code, of: [k IN e.of WHERE k IN i.of], ids: CASE WHEN e.but THEN e.ids + i.ids ELSE [id IN e.ids WHERE NOT id IN i.ids] END, but: e.but, staff: e.staff}]) AS core
    RETURN collect({id: head.id, core: core, asks: head:Person OR size(mine) > 0, most: coalesce(own.most, []), places: coalesce(own.places, [])}) AS barred
  }
  WITH *, head([each IN barred WHERE each.id = subject.id]) AS closing
  CALL (barred, closing) {
    UNWIND barred AS base
    WITH *, CASE WHEN base.id = closing.id THEN base.core ELSE base.core + closing.core END AS core
    WITH *, reduce(ids = null, each IN [entry IN core + base.most WHERE entry.but AND 'Employee' IN entry.of] | CASE WHEN ids IS NULL THEN each.ids ELSE [id IN ids WHERE id IN each.ids] END) AS least
    WITH *, CASE WHEN least IS NULL THEN null ELSE COLLECT {
      UNWIND least AS few
      MATCH (employee:Employee {id: few})-[held:HOLDS]->(position:Position)
      WHERE held.validFrom <= $given.now AND coalesce(held.validTo, 9007199254740991) > $given.now AND held.retractedAt IS NULL
      WITH position.id AS seat, collect(employee) AS those
      RETURN {seat: seat, those: those}
    } END AS cleared
    RETURN collect({id: base.id, core: core, most: base.most, places: closing.places, asks: base.asks OR closing.asks, cleared: cleared}) AS kept
  }
  CALL (formed, thing) {
    UNWIND formed AS form
    UNWIND [want IN thing.wants WHERE (want IN form.given OR split(want, ':')[0] + ':*' IN form.given)] AS want
    UNWIND form.apart AS it
    WITH want, it, it.way AS way
    RETURN collect(DISTINCT {need: way.base.id, want: want, stated: way.stated, kinds: way.kinds, seat: way.seat.id, holder: way.holder.id, secondary: way.secondary, clears: way.clears, lifting: way.lifting, lifts: it.lifts}) AS opening
  }
  WITH *, [way IN opening | {way: way, barred: head([each IN kept WHERE each.id = way.need])}] AS openers
  CALL (formed, kept, purposes, thing, limits) {
    UNWIND [each IN formed WHERE each.role IS NOT NULL] AS form
    WITH kept, purposes, thing, limits, form, form.given AS given, head(form.those).way.stated AS stated
    WITH *, CASE WHEN thing.among IS NOT NULL OR limits IS NOT NULL THEN [entry IN form.codes WHERE coalesce(entry IN thing.among, true) AND (limits IS NULL OR entry IN limits)] ELSE form.codes END AS wanted
    WITH *, head(COLLECT {
      UNWIND form.apart AS each
      WITH each.way AS way, each.lifts AS lifts, head(kept) AS barred
      UNWIND CASE WHEN way.holder IS NOT NULL THEN [way.holder] WHEN way.few AND barred.cleared IS NOT NULL THEN coalesce(head([some IN barred.cleared WHERE some.seat = way.seat.id]).those, []) ELSE [way.seat] END AS start
      MATCH (start)-[held:HOLDS WHERE held.validFrom <= $given.now AND coalesce(held.validTo, 9007199254740991) > $given.now AND held.retractedAt IS NULL]-(other)
      WHERE way.seat.id IN [start.id, other.id]
      WITH way, lifts, barred, CASE WHEN start.id = way.seat.id THEN other ELSE start END AS holder
      WITH *, CASE WHEN holder:Employee THEN 'Employee' WHEN holder:Person THEN 'Person' ELSE 'Client' END AS kind, holder:Employee AND (coalesce(way.staff, false) OR EXISTS {
        MATCH (holder)-[holds16:HOLDS WHERE holds16.validFrom <= $given.now AND coalesce(holds16.validTo, 9007199254740991) > $given.now AND holds16.retractedAt IS NULL]->(position48:Position)
        MATCH (position48)-[at43:AT WHERE at43.validFrom <= $given.now AND coalesce(at43.validTo, 9007199254740991) > $given.now AND at43.retractedAt IS NULL]->(unit31:Unit)
        WHERE all(it IN [position48, unit31] WHERE it.retractedAt IS NULL)
      }) AS staffed
      WHERE holder.retractedAt IS NULL AND kind IN way.kinds
      AND none(d IN barred.core + barred.most WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed) AND (d.closes = 'core' OR NOT coalesce(way.secondary, false)) AND NOT coalesce(CASE WHEN d.closes = 'core' THEN way.clears ELSE way.lifting END AND d.code IN lifts, false)) AND (NOT barred.asks OR (NOT kind IN ['Employee'] OR EXISTS {
        MATCH (holder)-[is16:IS WHERE is16.validFrom <= $given.now AND coalesce(is16.validTo, 9007199254740991) > $given.now AND is16.retractedAt IS NULL]->(person11:Person)
        WHERE person11.retractedAt IS NULL
      }))
      RETURN coalesce(none(d IN barred.places WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed)), false) LIMIT 1
    }) AS first
    WITH *, CASE WHEN first IS NULL THEN [] ELSE reduce(all = [], p IN purposes | CASE WHEN p.id IN form.stating THEN all + p.covers ELSE all END) END AS own
    WITH *, CASE WHEN first IS NULL THEN [] ELSE [code IN wanted WHERE (thing.row IS NULL AND stated IS NULL AND code IN own AND (first OR NOT code IN ['ADDRESS', 'SERVICE'])) OR EXISTS {
      UNWIND form.apart AS each
      WITH each.way AS way, each.lifts AS lifts, head(kept) AS barred, code, purposes
      UNWIND CASE WHEN way.holder IS NOT NULL THEN [way.holder] WHEN way.few AND barred.cleared IS NOT NULL THEN coalesce(head([some IN barred.cleared WHERE some.seat = way.seat.id]).those, []) ELSE [way.seat] END AS start
      MATCH (start)-[held:HOLDS WHERE held.validFrom <= $given.now AND coalesce(held.validTo, 9007199254740991) > $given.now AND held.retractedAt IS NULL]-(other)
      WHERE way.seat.id IN [start.id, other.id]
      WITH way, lifts, barred, code, purposes, CASE WHEN start.id = way.seat.id THEN other ELSE start END AS holder
      WITH *, CASE WHEN holder:Employee THEN 'Employee' WHEN holder:Person THEN 'Person' ELSE 'Client' END AS kind, holder:Employee AND (coalesce(way.staff, false) OR EXISTS {
        MATCH (holder)-[holds17:HOLDS WHERE holds17.validFrom <= $given.now AND coalesce(holds17.validTo, 9007199254740991) > $given.now AND holds17.retractedAt IS NULL]->(position49:Position)
        MATCH (position49)-[at44:AT WHERE at44.validFrom <= $given.now AND coalesce(at44.validTo, 9007199254740991) > $given.now AND at44.retractedAt IS NULL]->(unit32:Unit)
        WHERE all(it IN [position49, unit32] WHERE it.retractedAt IS NULL)
      }) AS staffed
      WHERE holder.retractedAt IS NULL AND kind IN way.kinds
      AND none(d IN barred.core + barred.most WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed) AND (d.closes = 'core' OR NOT coalesce(way.secondary, false)) AND NOT coalesce(CASE WHEN d.closes = 'core' THEN way.clears ELSE way.lifting END AND d.code IN lifts, false)) AND (NOT barred.asks OR (NOT kind IN ['Employee'] OR EXISTS {
        MATCH (holder)-[is17:IS WHERE is17.validFrom <= $given.now AND coalesce(is17.validTo, 9007199254740991) > $given.now AND is17.retractedAt IS NULL]->(person12:Person)
        WHERE person12.retractedAt IS NULL
      }))
      WITH *, none(d IN barred.places WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed)) AS placed, CASE WHEN kind = 'Person' THEN [{covers: ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']}] ELSE head([stating IN [COLLECT {
        MATCH (holder)-[holds18:HOLDS WHERE holds18.validFrom <= $given.now AND coalesce(holds18.validTo, 9007199254740991) > $given.now AND holds18.retractedAt IS NULL]->(position50:Position)
        MATCH (position50)-[in31:IN WHERE in31.validFrom <= $given.now AND coalesce(in31.validTo, 9007199254740991) > $given.now AND in31.retractedAt IS NULL]->(role10:Role)
        MATCH (role10)-[may_state1:MAY_STATE WHERE may_state1.validFrom <= $given.now AND coalesce(may_state1.validTo, 9007199254740991) > $given.now AND may_state1.retractedAt IS NULL]->(purpose4:Purpose)
        WHERE all(it IN [position50, role10, purpose4] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT purpose4.id
      }] | [p IN purposes WHERE p.id IN stating]]) END AS mine, [] AS beside
      WHERE (NOT code IN ['ADDRESS', 'SERVICE'] OR placed) AND any(asked IN [code] WHERE any(p IN mine WHERE asked IN p.covers AND (way.stated IS NULL OR p.code = way.stated)))
      RETURN 1 LIMIT 1
    }] END AS had
    WITH *, CASE WHEN form.whole THEN had ELSE [entry IN given WHERE split(entry, ':')[0] IN had] END AS entries
    RETURN collect({order: form.order, key: form.key, those: form.those, apart: form.apart, wanted: wanted, given: given, entries: entries, themes: form.themes}) AS ofRoles
  }
  CALL (formed, kept, purposes, thing, limits) {
    UNWIND [each IN formed WHERE each.role IS NULL] AS form
    WITH kept, purposes, thing, limits, form, form.given AS given, head(form.those).way.stated AS stated
    WITH *, CASE WHEN thing.among IS NOT NULL OR limits IS NOT NULL THEN [entry IN form.codes WHERE coalesce(entry IN thing.among, true) AND (limits IS NULL OR entry IN limits)] ELSE form.codes END AS wanted
    WITH *, head(form.those) AS one
    WITH *, one.way AS way, one.lifts AS lifts
    WITH *, way.holder AS holder
    WITH *, CASE WHEN holder:Employee THEN 'Employee' WHEN holder:Person THEN 'Person' ELSE 'Client' END AS kind, false AS staffed, head([each IN kept WHERE each.id = way.base.id]) AS barred
    WITH *, CASE WHEN kind = 'Client' THEN head([stating IN [COLLECT {
      MATCH (holder)-[may_state2:MAY_STATE WHERE may_state2.validFrom <= $given.now AND coalesce(may_state2.validTo, 9007199254740991) > $given.now AND may_state2.retractedAt IS NULL]->(purpose5:Purpose)
      WHERE purpose5.retractedAt IS NULL
      RETURN DISTINCT purpose5.id
    }] | [p IN purposes WHERE p.id IN stating]]) ELSE [{covers: ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']}] END AS mine, none(d IN barred.core + barred.most WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed) AND (d.closes = 'core' OR NOT coalesce(way.secondary, false)) AND NOT coalesce(CASE WHEN d.closes = 'core' THEN way.clears ELSE way.lifting END AND d.code IN lifts, false)) AND (NOT barred.asks OR (NOT kind IN ['Employee'] OR EXISTS {
      MATCH (holder)-[is18:IS WHERE is18.validFrom <= $given.now AND coalesce(is18.validTo, 9007199254740991) > $given.now AND is18.retractedAt IS NULL]->(person13:Person)
      WHERE person13.retractedAt IS NULL
    })) AS open, none(d IN barred.places WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed)) AS placed
    WITH *, [] AS beside
    WITH *, [each IN wanted WHERE open AND (placed OR NOT each IN ['ADDRESS', 'SERVICE']) AND any(asked IN [each] WHERE any(p IN mine WHERE asked IN p.covers AND (way.stated IS NULL OR p.code = way.stated)))] AS had, any(each IN wanted WHERE (placed OR NOT each IN ['ADDRESS', 'SERVICE']) AND any(asked IN [each] WHERE any(p IN mine WHERE asked IN p.covers AND (way.stated IS NULL OR p.code = way.stated)))) AS offered
    RETURN collect({order: form.order, key: form.key, those: form.those, wanted: null, holder: holder.id, offered: offered, entries: CASE WHEN form.whole THEN had ELSE [entry IN given WHERE split(entry, ':')[0] IN had] END}) AS ofOthers
  }
  CALL (ofRoles, ofOthers) {
    UNWIND ofRoles + ofOthers AS one
    WITH one.order AS order, one.key AS key, collect(one) AS ways
    WITH *, reduce(all = [], one IN ways | all + one.entries) AS entries
    WITH * WHERE size(entries) > 0 AND ($given.a1 IS NULL OR $given.a1 IN entries) AND ($given.a2 IS NULL OR size([entry IN entries WHERE entry CONTAINS ':' AND ($given.a1 IS NULL OR split(entry, ':')[0] = $given.a1) AND split(entry, ':')[1] IN [$given.a2, '*']]) > 0 OR size([one IN ways WHERE $given.a2 IN one.themes AND any(entry IN one.entries WHERE entry IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND ($given.a1 IS NULL OR split(entry, ':')[0] = $given.a1))]) > 0 OR ($given.a1 IS NOT NULL AND NOT $given.a1 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES']))
    RETURN collect({order: order, key: key, ways: ways, entries: entries}) AS groups
  }
  CALL (groups) {
    UNWIND groups AS group
    WITH group, group.order AS order, group.key AS key
    WITH * WHERE $given.a5 IS NULL OR order > $given.a5[0] OR (order = $given.a5[0] AND key > $given.a5[1])
    WITH * ORDER BY order, key LIMIT $given.a4 + 1
    WITH *, reduce(all = [], each IN group.ways | all + each.those) AS those
    WITH *, coalesce(head([each IN those WHERE each.told]), head(those)) AS shown
    RETURN collect({order: order, key: key, group: group, those: those, shown: shown}) AS rows
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.told THEN shown.way.nodes ELSE [] END AS unit33
    WITH * WHERE unit33:Unit
    WITH *, CASE WHEN NOT ctx.excepted7 AND unit33.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS unit33Places1
    RETURN collect({number: number, it: {id: CASE WHEN size(unit33Places1) = 0 THEN unit33.id ELSE 'unit:NAV' END, name: CASE WHEN size(unit33Places1) = 0 THEN unit33.name ELSE 'NAV' END}, type: 'Unit', places: unit33Places1}) AS asUnit1
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.way.role IS NULL THEN [] ELSE [shown.way.role] END AS role11
    WITH * WHERE role11:Role
    RETURN collect({number: number, it: {code: role11.code, name: role11.name}, type: 'Role'}) AS asRole1
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.told AND shown.way.personal THEN [shown.way.holder] ELSE [] END AS person14
    WITH * WHERE person14:Person
    WITH *, coalesce(head([each IN decided WHERE each.id = person14.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person14Decided1
    WITH *, person14Decided1.mask + CASE WHEN size(person14Decided1.core) = 0 THEN ['CARD'] ELSE [] END AS person14Mask1
    WITH * WHERE 'CARD' IN person14Mask1
    RETURN collect({number: number, it: {id: person14.id, name: CASE WHEN 'CARD' IN person14Mask1 THEN {full: [person14.givenName, person14.middleName, person14.familyName]} END}, type: 'Person', access: {mask: person14Mask1, codes: person14Decided1.codes, offered: person14Decided1.offered + ['CARD']}}) AS asPerson1
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.told THEN shown.way.nodes ELSE [] END AS business13
    WITH * WHERE business13:Business
    CALL (ctx, business13, decided, carded) {
      MATCH (business13)-[part_of18:PART_OF*0..2]->(business14:Business)
      MATCH (business14)-[owned_by4:OWNED_BY WHERE owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL]->(subject17:Person)
      WHERE all(step19 IN part_of18 WHERE step19.validFrom <= $given.now AND coalesce(step19.validTo, 9007199254740991) > $given.now AND step19.retractedAt IS NULL AND endNode(step19).retractedAt IS NULL) AND business14.retractedAt IS NULL AND subject17.retractedAt IS NULL
      WITH *, coalesce(head([each IN decided WHERE each.id = subject17.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject17Decided1
      WITH *, subject17Decided1.mask AS subject17Mask1
      WITH *, (true AND 'WORK' IN subject17Mask1) AS whole1, 'WORK' IN subject17Mask1 AS shown1
      RETURN collect({whole: whole1, shown: shown1}) AS ways1
    }
    WITH *, (NOT EXISTS {
      MATCH (business13)-[part_of19:PART_OF*0..2]->(business15:Business)
      MATCH (business15)-[owned_by5:OWNED_BY WHERE coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL]->(subject18:Person)
      WHERE all(step20 IN part_of19 WHERE coalesce(step20.validFrom <= $given.now, true) AND coalesce(step20.validTo > $given.now, true) AND step20.retractedAt IS NULL AND endNode(step20).retractedAt IS NULL) AND business15.retractedAt IS NULL AND subject18.retractedAt IS NULL
    }) OR (size((ways1)) > 0 AND all(way1 IN (ways1) WHERE way1.whole)) AS business13Whole1
    WITH * WHERE business13Whole1 AND size(CASE WHEN EXISTS {
      MATCH (business13)-[part_of20:PART_OF*0..2]->(firm1:Business {form: 'ENK'})
      WHERE all(step21 IN part_of20 WHERE coalesce(step21.validFrom <= $given.now, true) AND coalesce(step21.validTo > $given.now, true) AND step21.retractedAt IS NULL AND endNode(step21).retractedAt IS NULL) AND firm1.retractedAt IS NULL
      AND NOT EXISTS {
        MATCH (firm1)-[owned_by6:OWNED_BY WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL]->(person15:Person)
        WHERE person15.retractedAt IS NULL
      }
    } THEN ['NO_GRANT'] ELSE [] END) = 0
    RETURN collect({number: number, it: {id: business13.id, name: business13.name}, type: 'Business'}) AS asBusiness1
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.told THEN shown.way.nodes ELSE [] END AS municipality8
    WITH * WHERE municipality8:Municipality
    RETURN collect({number: number, it: {id: municipality8.id, name: municipality8.name}, type: 'Municipality'}) AS asMunicipality1
  }
  WITH *, {unit: asUnit1, role: asRole1, person: asPerson1, organisation: asBusiness1 + asMunicipality1} AS objects
  WITH *, [each IN asBusiness1 + asMunicipality1 | each.number] AS organised
  CALL (controller, veiled, kept, rows, openers, purposes, thing, organised) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH number, controller, veiled, kept, openers, purposes, thing, organised, rows[number] AS row
    WITH *, row.group AS group, row.shown AS shown
    RETURN collect({number: number, position: [row.order, row.key], entries: group.entries, within: [each IN group.ways WHERE size(each.themes) > 0 | [each.entries, each.themes]], of: shown.of, told: shown.told, controller: controller, words: [node IN shown.way.nodes | CASE WHEN node.id IN veiled THEN 'NAV' ELSE CASE WHEN node:Business AND NOT number IN organised THEN null ELSE coalesce(node.name, node.title) END END], spans: [each IN row.those WHERE each.told | [each.way.begins, each.way.ends]]}) AS page
  }
  RETURN head(collect({concerned: concerned, type: CASE WHEN subject:Person THEN 'Person' END, rows: page, objects: objects})) AS root
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, ctx.withheld AS withheld, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff1 AS staff, CASE WHEN ctx.staff1 THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, root, there
