// Why (employee)
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
  MATCH (viewer)-[is:IS]->(subject3:Person)
  WHERE is.retractedAt IS NULL AND subject3.retractedAt IS NULL
  RETURN collect(DISTINCT subject3) AS persons
}
CALL (viewer) {
  MATCH (viewer)-[holds17:HOLDS]->(position21:Position)
  WHERE coalesce(holds17.validFrom <= $given.now, true) AND coalesce(holds17.validTo > $given.now, true) AND holds17.retractedAt IS NULL AND position21.retractedAt IS NULL
  RETURN collect(DISTINCT position21) AS positions2
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
  MATCH (viewer)-[assigned_to5:ASSIGNED_TO]->(case22:Case)
  WHERE assigned_to5.validFrom <= $given.now AND coalesce(assigned_to5.validTo, 9007199254740991) > $given.now AND assigned_to5.retractedAt IS NULL AND case22.retractedAt IS NULL
  RETURN collect(DISTINCT case22) AS cases
}
CALL (viewer, positions) {
  UNWIND positions AS position43
  MATCH (position43)-[in18:IN]->(role9:Role)-[may_state:MAY_STATE]->(purpose4:Purpose)
  WHERE in18.validFrom <= $given.now AND coalesce(in18.validTo, 9007199254740991) > $given.now AND in18.retractedAt IS NULL AND role9.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose4.retractedAt IS NULL
  AND purpose4.code = $given.purpose
  WITH DISTINCT purpose4
  OPTIONAL MATCH (purpose4)-[covers9:COVERS]->(category7:Category)
  WHERE covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND category7.retractedAt IS NULL
  WITH count(DISTINCT purpose4) > 0 AS permitted, collect(DISTINCT category7.code) AS codes
  RETURN permitted, [code IN codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']] AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position44
  MATCH (position44)-[in19:IN]->(role10:Role)
  WHERE in19.validFrom <= $given.now AND coalesce(in19.validTo, 9007199254740991) > $given.now AND in19.retractedAt IS NULL AND role10.retractedAt IS NULL
  WITH position44, role10, COLLECT {
    MATCH (role10)-[covers10:COVERS]->(category8:Category)
    WHERE covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL AND category8.retractedAt IS NULL
    AND 'READ' IN coalesce(covers10.actions, ['READ'])
    UNWIND [category8.code] + CASE category8.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code42
    WITH code42
    WHERE code42 IN covered
    RETURN DISTINCT code42
  } AS codes, COLLECT {
    MATCH (role10)-[covers11:COVERS]->(category9:Category)
    WHERE covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND category9.retractedAt IS NULL
    MATCH (role10)-[handles4:HANDLES]->(theme30:Theme)
    WHERE handles4.validFrom <= $given.now AND coalesce(handles4.validTo, 9007199254740991) > $given.now AND handles4.retractedAt IS NULL AND theme30.retractedAt IS NULL
    AND 'READ' IN coalesce(covers11.actions, ['READ']) AND category9.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category9.code IN covered
    RETURN DISTINCT category9.code + ':' + theme30.code
  } AS themed, COLLECT {
    MATCH (position44)-[at40:AT]->(place:Unit|Municipality|Business)
    WHERE at40.validFrom <= $given.now AND coalesce(at40.validTo, 9007199254740991) > $given.now AND at40.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position44.id, reach: role10.reach, codes: codes, themed: themed, role: role10.code, place: head(places)}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case23
  MATCH (case23)-[concerns21:CONCERNS]->(person12:Person)
  WHERE concerns21.validFrom <= $given.now AND coalesce(concerns21.validTo, 9007199254740991) > $given.now AND concerns21.retractedAt IS NULL AND person12.retractedAt IS NULL
  AND case23.id = $given.case
  RETURN collect(DISTINCT person12.id) AS caseSubjects
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
  UNWIND positions AS position18
  MATCH (position18)-[at18:AT]->(unit12:Unit)
  WHERE at18.validFrom <= $given.now AND coalesce(at18.validTo, 9007199254740991) > $given.now AND at18.retractedAt IS NULL AND unit12.retractedAt IS NULL
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection7:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection7.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position19
  MATCH (position19)-[in8:IN]->(role4:Role {code: 'CASE_HISTORIAN'})
  WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND role4.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position20
  MATCH (position20)-[in11:IN]->(role5:Role)-[handles2:HANDLES]->(theme18)
  WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND role5.retractedAt IS NULL AND handles2.validFrom <= $given.now AND coalesce(handles2.validTo, 9007199254740991) > $given.now AND handles2.retractedAt IS NULL AND theme18.retractedAt IS NULL
  RETURN collect(DISTINCT theme18.id) AS themeExcepted
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS subject4
  RETURN collect(DISTINCT subject4.id) AS self
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self2
  MATCH (self2)-[parent_of:PARENT_OF]->(subject5:Person)
  WHERE parent_of.retractedAt IS NULL AND subject5.retractedAt IS NULL
  RETURN collect(DISTINCT subject5.id) AS child
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self3
  MATCH (self3)<-[parent_of2:PARENT_OF]-(subject6:Person)
  WHERE parent_of2.retractedAt IS NULL AND subject6.retractedAt IS NULL
  RETURN collect(DISTINCT subject6.id) AS parent
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self4
  MATCH (self4)<-[parent_of3:PARENT_OF*2..3]-(subject7:Person)
  WHERE all(step10 IN parent_of3 WHERE step10.retractedAt IS NULL AND startNode(step10).retractedAt IS NULL) AND subject7.retractedAt IS NULL
  RETURN collect(DISTINCT subject7.id) AS ancestor
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)-[parent_of4:PARENT_OF*2..3]->(subject8:Person)
  WHERE all(step11 IN parent_of4 WHERE step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND subject8.retractedAt IS NULL
  RETURN collect(DISTINCT subject8.id) AS descendant
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self6
  MATCH (self6)-[partner_of:PARTNER_OF]->(subject9:Person)
  WHERE partner_of.retractedAt IS NULL AND subject9.retractedAt IS NULL
  RETURN collect(DISTINCT subject9.id) AS partner
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self7
  MATCH (self7)<-[partner_of2:PARTNER_OF]-(subject10:Person)
  WHERE partner_of2.retractedAt IS NULL AND subject10.retractedAt IS NULL
  RETURN collect(DISTINCT subject10.id) AS partnerBack
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self8
  MATCH (self8)<-[parent_of5:PARENT_OF]-(person5:Person)
  WHERE parent_of5.retractedAt IS NULL AND person5.retractedAt IS NULL
  MATCH (person5)-[parent_of6:PARENT_OF]->(subject11:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject11.retractedAt IS NULL AND self8.id <> subject11.id
  RETURN collect(DISTINCT subject11.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self9
  MATCH (self9)-[parent_of7:PARENT_OF]->(person6:Person)
  WHERE parent_of7.retractedAt IS NULL AND person6.retractedAt IS NULL
  MATCH (person6)<-[parent_of8:PARENT_OF]-(subject12:Person)
  WHERE parent_of8.retractedAt IS NULL AND subject12.retractedAt IS NULL AND self9.id <> subject12.id
  RETURN collect(DISTINCT subject12.id) AS commonChild
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position22
  MATCH (position22)-[at19:AT]->(unit13:Unit)
  WHERE coalesce(at19.validFrom <= $given.now, true) AND coalesce(at19.validTo > $given.now, true) AND at19.retractedAt IS NULL AND unit13.retractedAt IS NULL
  RETURN count(*) > 0 AS shielded
}
CALL (viewer, covered, seats, persons2) {
  UNWIND persons2 AS person8
  RETURN count(*) > 0 AS excepted3
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position24
  MATCH (position24)-[at21:AT]->(unit15:Unit)
  WHERE coalesce(at21.validFrom <= $given.now, true) AND coalesce(at21.validTo > $given.now, true) AND at21.retractedAt IS NULL AND unit15.retractedAt IS NULL
  RETURN collect(DISTINCT unit15.id) AS sameOffice
}
CALL (viewer, covered, seats, persons3) {
  UNWIND persons3 AS person10
  MATCH (person10)<-[to3:TO]-(mandate:Mandate {kind: 'GUARDIANSHIP'})-[from3:FROM]->(subject13:Person)
  WHERE coalesce(to3.validFrom <= $given.now, true) AND coalesce(to3.validTo > $given.now, true) AND to3.retractedAt IS NULL AND coalesce(mandate.validFrom <= $given.now, true) AND coalesce(mandate.validTo > $given.now, true) AND mandate.retractedAt IS NULL AND coalesce(mandate.revokedAt > $given.now, true) AND coalesce(from3.validFrom <= $given.now, true) AND coalesce(from3.validTo > $given.now, true) AND from3.retractedAt IS NULL AND subject13.retractedAt IS NULL
  RETURN collect(DISTINCT subject13.id) AS guardian
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position25
  MATCH (position25)-[at22:AT]->(unit16:Unit)
  WHERE at22.validFrom <= $given.now AND coalesce(at22.validTo, 9007199254740991) > $given.now AND at22.retractedAt IS NULL AND unit16.retractedAt IS NULL
  MATCH (viewer)-[cleared_for3:CLEARED_FOR]->(protection19:Protection {code: 'DECEASED'})
  WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection19.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted4
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position26
  MATCH (position26)-[at23:AT]->(unit17:Unit)
  WHERE at23.validFrom <= $given.now AND coalesce(at23.validTo, 9007199254740991) > $given.now AND at23.retractedAt IS NULL AND unit17.retractedAt IS NULL
  MATCH (viewer)-[cleared_for4:CLEARED_FOR]->(protection20:Protection {code: 'ABROAD'})
  WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection20.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted5
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position27
  MATCH (position27)-[at24:AT]->(unit18:Unit)
  WHERE at24.validFrom <= $given.now AND coalesce(at24.validTo, 9007199254740991) > $given.now AND at24.retractedAt IS NULL AND unit18.retractedAt IS NULL
  MATCH (viewer)-[cleared_for5:CLEARED_FOR]->(protection21:Protection {code: 'UNKNOWN_RESIDENCE'})
  WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection21.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted6
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position28
  MATCH (position28)-[at25:AT]->(unit19:Unit)-[serves3:SERVES]->(area9:Area)
  WHERE at25.validFrom <= $given.now AND coalesce(at25.validTo, 9007199254740991) > $given.now AND at25.retractedAt IS NULL AND unit19.retractedAt IS NULL AND serves3.validFrom <= $given.now AND coalesce(serves3.validTo, 9007199254740991) > $given.now AND serves3.retractedAt IS NULL AND area9.retractedAt IS NULL AND serves3.theme IS NULL
  WITH position28, covered, seats, collect(DISTINCT area9.id) AS at
  WITH reduce(found21 = [], seat15 IN [seat15 IN seats WHERE seat15.position = position28.id AND seat15.reach IN ['LOCAL']] | found21 + seat15.codes + seat15.themed) AS gives, ['@employee.local-office', '@@' + position28.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position29
  MATCH (position29)-[at26:AT]->(unit20:Unit)-[serves4:SERVES]->(area11:Area)
  WHERE at26.validFrom <= $given.now AND coalesce(at26.validTo, 9007199254740991) > $given.now AND at26.retractedAt IS NULL AND unit20.retractedAt IS NULL AND serves4.validFrom <= $given.now AND coalesce(serves4.validTo, 9007199254740991) > $given.now AND serves4.retractedAt IS NULL AND area11.retractedAt IS NULL
  MATCH (position29)-[in12:IN]->(role6:Role)-[handles3:HANDLES]->(theme19:Theme)
  WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND role6.retractedAt IS NULL AND handles3.validFrom <= $given.now AND coalesce(handles3.validTo, 9007199254740991) > $given.now AND handles3.retractedAt IS NULL AND theme19.retractedAt IS NULL AND serves4.theme = theme19.code
  WITH position29, theme19, covered, seats, collect(DISTINCT area11.id) AS at
  WITH reduce(found24 = [], entry10 IN reduce(found23 = [], seat17 IN [seat17 IN seats WHERE seat17.position = position29.id AND seat17.reach IN ['LOCAL']] | found23 + seat17.codes + seat17.themed) | found24 + CASE WHEN NOT entry10 CONTAINS ':' THEN [entry10] WHEN entry10 ENDS WITH ':*' THEN [theme20 IN [theme19.code] | split(entry10, ':')[0] + ':' + theme20] WHEN split(entry10, ':')[1] IN [theme19.code] THEN [entry10] ELSE [] END) AS gives, ['@employee.local-office', '@@' + position29.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS localOffice2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position30
  MATCH (position30)-[at27:AT]->(unit21:Unit)
  WHERE at27.validFrom <= $given.now AND coalesce(at27.validTo, 9007199254740991) > $given.now AND at27.retractedAt IS NULL AND unit21.retractedAt IS NULL
  WITH position30, covered, seats, collect(DISTINCT unit21.id) AS at
  WITH reduce(found26 = [], seat19 IN [seat19 IN seats WHERE seat19.position = position30.id AND seat19.reach IN ['LOCAL']] | found26 + seat19.codes + seat19.themed) AS gives, ['@employee.follow-up-unit', '@@' + position30.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS followUpUnit
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position31
  MATCH (position31)-[at28:AT]->(unit23:Unit)
  WHERE at28.validFrom <= $given.now AND coalesce(at28.validTo, 9007199254740991) > $given.now AND at28.retractedAt IS NULL AND unit23.retractedAt IS NULL
  WITH DISTINCT position31, covered, seats
  WITH reduce(found28 = [], seat21 IN [seat21 IN seats WHERE seat21.position = position31.id AND seat21.reach IN ['NATIONAL']] | found28 + seat21.codes + seat21.themed) AS gives, ['@employee.national-role', '@@' + position31.id] AS marks
  RETURN reduce(all = [], each IN collect(CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END) | all + each) AS nationalRole
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position32
  MATCH (position32)-[at29:AT]->(unit24:Unit)
  WHERE at29.validFrom <= $given.now AND coalesce(at29.validTo, 9007199254740991) > $given.now AND at29.retractedAt IS NULL AND unit24.retractedAt IS NULL
  MATCH (viewer)-[assigned_to3:ASSIGNED_TO]->(case12:Case)-[concerns8:CONCERNS {part: 'MAIN'}]->(subject14:Person)
  WHERE assigned_to3.validFrom <= $given.now AND coalesce(assigned_to3.validTo, 9007199254740991) > $given.now AND assigned_to3.retractedAt IS NULL AND case12.retractedAt IS NULL AND concerns8.validFrom <= $given.now AND coalesce(concerns8.validTo, 9007199254740991) > $given.now AND concerns8.retractedAt IS NULL AND subject14.retractedAt IS NULL AND (case12.closedAt IS NULL OR case12.closedAt > $given.now)
  WITH case12, covered, seats, collect(DISTINCT subject14.id) AS at
  WITH *, COLLECT {
    MATCH (case12)-[in13:IN]->(theme21:Theme)
    WHERE in13.validFrom <= $given.now AND coalesce(in13.validTo, 9007199254740991) > $given.now AND in13.retractedAt IS NULL AND theme21.retractedAt IS NULL
    RETURN DISTINCT theme21.code
  } AS themes5
  WITH reduce(found30 = [], entry11 IN reduce(found29 = [], seat23 IN seats | found29 + seat23.codes + seat23.themed) | found30 + CASE WHEN NOT entry11 CONTAINS ':' THEN [entry11] WHEN entry11 ENDS WITH ':*' THEN [theme22 IN themes5 | split(entry11, ':')[0] + ':' + theme22] WHEN split(entry11, ':')[1] IN themes5 THEN [entry11] ELSE [] END) AS gives, ['@employee.assigned-case'] + [seat24 IN seats | '@@' + seat24.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCase
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position33
  MATCH (position33)-[at30:AT]->(unit25:Unit)
  WHERE at30.validFrom <= $given.now AND coalesce(at30.validTo, 9007199254740991) > $given.now AND at30.retractedAt IS NULL AND unit25.retractedAt IS NULL
  MATCH (viewer)-[assigned_to4:ASSIGNED_TO]->(case13:Case)-[concerns9:CONCERNS {part: 'PARTY'}]->(subject15:Person)
  WHERE assigned_to4.validFrom <= $given.now AND coalesce(assigned_to4.validTo, 9007199254740991) > $given.now AND assigned_to4.retractedAt IS NULL AND case13.retractedAt IS NULL AND concerns9.validFrom <= $given.now AND coalesce(concerns9.validTo, 9007199254740991) > $given.now AND concerns9.retractedAt IS NULL AND subject15.retractedAt IS NULL AND (case13.closedAt IS NULL OR case13.closedAt > $given.now)
  WITH case13, covered, seats, collect(DISTINCT subject15.id) AS at
  WITH *, COLLECT {
    MATCH (case13)-[in14:IN]->(theme23:Theme)
    WHERE in14.validFrom <= $given.now AND coalesce(in14.validTo, 9007199254740991) > $given.now AND in14.retractedAt IS NULL AND theme23.retractedAt IS NULL
    RETURN DISTINCT theme23.code
  } AS themes6
  WITH reduce(found33 = [], entry12 IN reduce(found32 = [], seat25 IN seats | found32 + seat25.codes + seat25.themed) | found33 + CASE WHEN NOT entry12 CONTAINS ':' THEN [entry12] WHEN entry12 ENDS WITH ':*' THEN [theme24 IN themes6 | split(entry12, ':')[0] + ':' + theme24] WHEN split(entry12, ':')[1] IN themes6 THEN [entry12] ELSE [] END) AS gives, ['@employee.assigned-case-party'] + [seat26 IN seats | '@@' + seat26.position] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS assignedCaseParty
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position34
  MATCH (position34)-[at31:AT]->(unit26:Unit)
  WHERE at31.validFrom <= $given.now AND coalesce(at31.validTo, 9007199254740991) > $given.now AND at31.retractedAt IS NULL AND unit26.retractedAt IS NULL
  MATCH (viewer)<-[by2:BY]-(override2:Override)-[of2:OF]->(subject16:Person)
  WHERE by2.validFrom <= $given.now AND coalesce(by2.validTo, 9007199254740991) > $given.now AND by2.retractedAt IS NULL AND override2.validFrom <= $given.now AND coalesce(override2.validTo, 9007199254740991) > $given.now AND override2.retractedAt IS NULL AND of2.validFrom <= $given.now AND coalesce(of2.validTo, 9007199254740991) > $given.now AND of2.retractedAt IS NULL AND subject16.retractedAt IS NULL
  WITH position34, override2, covered, seats, collect(DISTINCT subject16.id) AS at
  WITH reduce(found35 = [], seat27 IN [seat27 IN seats WHERE seat27.position = position34.id] | found35 + seat27.codes + seat27.themed) AS gives, ['@employee.override', '@@' + position34.id] AS marks, at, coalesce(override2.lifts, []) AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS override3
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position35
  MATCH (position35)-[at32:AT]->(municipality3:Municipality)
  WHERE at32.validFrom <= $given.now AND coalesce(at32.validTo, 9007199254740991) > $given.now AND at32.retractedAt IS NULL AND municipality3.retractedAt IS NULL
  MATCH (position35)-[in15:IN]->(role7:Role)-[covers5:COVERS]->(category4:Category {code: 'CARD'})
  WHERE in15.validFrom <= $given.now AND coalesce(in15.validTo, 9007199254740991) > $given.now AND in15.retractedAt IS NULL AND role7.retractedAt IS NULL AND covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND category4.retractedAt IS NULL
  WITH position35, covered, seats, collect(DISTINCT municipality3.id) AS at
  WITH reduce(found37 = [], seat29 IN [seat29 IN seats WHERE seat29.position = position35.id AND seat29.reach IN ['LOCAL']] | found37 + seat29.codes + seat29.themed) AS gives, ['@municipality.inhabitant', '@@' + position35.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position36
  MATCH (position36)-[at33:AT]->(municipality5:Municipality)
  WHERE at33.validFrom <= $given.now AND coalesce(at33.validTo, 9007199254740991) > $given.now AND at33.retractedAt IS NULL AND municipality5.retractedAt IS NULL
  MATCH (position36)-[in16:IN]->(role8:Role)-[covers6:COVERS]->(category5:Category {code: 'CARD'})
  WHERE in16.validFrom <= $given.now AND coalesce(in16.validTo, 9007199254740991) > $given.now AND in16.retractedAt IS NULL AND role8.retractedAt IS NULL AND covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category5.retractedAt IS NULL
  WITH position36, covered, seats, collect(DISTINCT municipality5.id) AS at
  WITH reduce(found39 = [], seat31 IN [seat31 IN seats WHERE seat31.position = position36.id AND seat31.reach IN ['LOCAL']] | found39 + seat31.codes + seat31.themed) AS gives, ['@municipality.inhabitant', '@@' + position36.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS inhabitant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position37
  MATCH (position37)-[at34:AT]->(arranger4:Business)<-[arranged_by6:ARRANGED_BY]-(activity9:Activity)
  WHERE at34.validFrom <= $given.now AND coalesce(at34.validTo, 9007199254740991) > $given.now AND at34.retractedAt IS NULL AND arranger4.retractedAt IS NULL AND arranged_by6.validFrom <= $given.now AND coalesce(arranged_by6.validTo, 9007199254740991) > $given.now AND arranged_by6.retractedAt IS NULL AND activity9.retractedAt IS NULL AND (activity9.endsAt IS NULL OR activity9.endsAt > $given.now)
  WITH position37, covered, seats, collect(DISTINCT activity9.id) AS at
  WITH reduce(found42 = [], entry14 IN [entry13 IN reduce(found41 = [], seat33 IN [seat33 IN seats WHERE seat33.position = position37.id AND seat33.reach IN ['LOCAL']] | found41 + seat33.codes + seat33.themed) WHERE split(entry13, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found42 + CASE WHEN NOT entry14 CONTAINS ':' THEN [entry14] WHEN entry14 ENDS WITH ':*' THEN [theme25 IN [] | split(entry14, ':')[0] + ':' + theme25] WHEN split(entry14, ':')[1] IN [] THEN [entry14] ELSE [] END) AS gives, ['@arranger.participant', '@@' + position37.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS participant
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position38
  MATCH (position38)-[at35:AT]->(arranger5:Business)<-[arranged_by7:ARRANGED_BY]-(activity11:Activity)
  WHERE at35.validFrom <= $given.now AND coalesce(at35.validTo, 9007199254740991) > $given.now AND at35.retractedAt IS NULL AND arranger5.retractedAt IS NULL AND arranged_by7.validFrom <= $given.now AND coalesce(arranged_by7.validTo, 9007199254740991) > $given.now AND arranged_by7.retractedAt IS NULL AND activity11.retractedAt IS NULL AND (activity11.endsAt IS NULL OR activity11.endsAt > $given.now)
  WITH position38, covered, seats, collect(DISTINCT activity11.id) AS at
  WITH reduce(found44 = [], seat35 IN [seat35 IN seats WHERE seat35.position = position38.id AND seat35.reach IN ['LOCAL']] | found44 + seat35.codes + seat35.themed) AS gives, ['@arranger.participant', '@@' + position38.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS participant2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position39
  MATCH (position39)-[at36:AT]->(organisation3:Business|Municipality)
  WHERE at36.validFrom <= $given.now AND coalesce(at36.validTo, 9007199254740991) > $given.now AND at36.retractedAt IS NULL AND organisation3.retractedAt IS NULL
  WITH position39, covered, seats, collect(DISTINCT organisation3.id) AS at
  WITH reduce(found48 = [], seat37 IN [seat37 IN seats WHERE seat37.position = position39.id AND seat37.reach IN ['LOCAL']] | found48 + seat37.codes + seat37.themed) AS gives, ['@organisation.consent', '@@' + position39.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS consent3
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position40
  MATCH (position40)-[at37:AT]->(business11:Business)
  WHERE at37.validFrom <= $given.now AND coalesce(at37.validTo, 9007199254740991) > $given.now AND at37.retractedAt IS NULL AND business11.retractedAt IS NULL
  WITH position40, covered, seats, collect(DISTINCT business11.id) AS at
  WITH [entry18 IN reduce(found52 = [], seat39 IN [seat39 IN seats WHERE seat39.position = position40.id AND seat39.reach IN ['LOCAL']] | found52 + seat39.codes + seat39.themed) WHERE split(entry18, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position40.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position42
  MATCH (position42)-[at39:AT]->(unit28:Unit)<-[withholds:WITHHOLDS]-(restriction:Restriction)-[of3:OF]->(subject21:Person)
  WHERE all(it IN [at39, withholds, restriction, of3] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [at39, unit28, withholds, restriction, of3, subject21] WHERE it.retractedAt IS NULL)
  RETURN collect({of: subject21.id, at: position42.id, by: restriction.id, until: restriction.validTo}) AS withheld
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, staff: staff, protectionExcepted: protectionExcepted, seats: seats, excepted: excepted, excepted2: excepted2, themeExcepted: themeExcepted, disqualified: self + child + parent + ancestor + descendant + partner + partnerBack + sibling + commonChild, shielded: shielded, excepted3: excepted3, sameOffice: sameOffice, guardianOfSubject: guardian, excepted4: excepted4, excepted5: excepted5, excepted6: excepted6, localOffice: localOffice, localOffice2: localOffice2, followUpUnit: followUpUnit, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, override3: override3, inhabitant: inhabitant, inhabitant2: inhabitant2, participant: participant, participant2: participant2, consent3: consent3, attachedPerson: attachedPerson, withheld: withheld} AS ctx
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
      RETURN itself AS person4
      UNION
      MATCH (person2)-[takes10:TAKES_PART_IN]->(activity13:Activity)-[arranged_by8:ARRANGED_BY]->(arranger6:Business)
      MATCH (arranger6)-[part_of19:PART_OF*0..2]->(business14:Business)-[owned_by5:OWNED_BY]->(subject17:Person)
      RETURN subject17 AS person4
      UNION
      MATCH (person2)<-[from5:FROM]-(consent5:Consent)-[to5:TO]->(organisation5:Business|Municipality)
      MATCH (organisation5)-[part_of20:PART_OF*0..2]->(business15:Business)-[owned_by6:OWNED_BY]->(subject18:Person)
      RETURN subject18 AS person4
      UNION
      MATCH (person2)-[employed_by5:EMPLOYED_BY]->(business16:Business)-[part_of21:PART_OF*0..2]->(business17:Business)
      MATCH (business17)-[part_of22:PART_OF*0..2]->(business18:Business)-[owned_by7:OWNED_BY]->(subject19:Person)
      RETURN subject19 AS person4
      UNION
      MATCH (person2)-[employed_by6:EMPLOYED_BY]->(business19:Business)
      MATCH (business19)-[part_of23:PART_OF*0..2]->(business20:Business)-[owned_by8:OWNED_BY]->(subject20:Person)
      RETURN subject20 AS person4
    }
    WITH *, CASE WHEN person4.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person4)-[protected_as:PROTECTED_AS]->(protection17:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection17.retractedAt IS NULL
      AND ((ctx.id <> person4.id AND protection17.code IS NOT NULL AND protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection17.id IN ctx.protectionExcepted)) OR (protection17.code IS NOT NULL AND protection17.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection17.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection17.code
    } + CASE WHEN ctx.id <> person4.id AND person4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)-[protected_as2:PROTECTED_AS]->(protection18:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection18.retractedAt IS NULL
      AND ctx.id <> person4.id AND coalesce((protection18.code IS NULL OR NOT (protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted3 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)<-[is3:IS]-(employee:Employee)-[holds18:HOLDS]->(position23:Position)-[at20:AT]->(unit14:Unit)
      WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds18.validFrom <= $given.now, true) AND coalesce(holds18.validTo > $given.now, true) AND holds18.retractedAt IS NULL AND position23.retractedAt IS NULL AND coalesce(at20.validFrom <= $given.now, true) AND coalesce(at20.validTo > $given.now, true) AND at20.retractedAt IS NULL AND unit14.retractedAt IS NULL
      AND unit14.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END AS person4Codes
    WITH *, CASE WHEN person4.id IN ctx.guardianOfSubject THEN ['GUARDIAN_OF_SUBJECT'] ELSE [] END + CASE WHEN person4.deathDate IS NOT NULL AND coalesce((person4.deathDate + duration({months: 12})) < date($given.today), true) AND NOT ctx.excepted4 THEN ['DECEASED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)-[belongs_to5:BELONGS_TO]->(area7:Area {kind: 'COUNTRY'})
      WHERE coalesce(belongs_to5.validFrom <= $given.now, true) AND coalesce(belongs_to5.validTo > $given.now, true) AND belongs_to5.retractedAt IS NULL AND area7.retractedAt IS NULL
      AND NOT ctx.excepted5
    } THEN ['LIVES_ABROAD'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)-[belongs_to6:BELONGS_TO]->(area8:Area {kind: 'UNKNOWN'})
      WHERE coalesce(belongs_to6.validFrom <= $given.now, true) AND coalesce(belongs_to6.validTo > $given.now, true) AND belongs_to6.retractedAt IS NULL AND area8.retractedAt IS NULL
      AND NOT ctx.excepted6
    } THEN ['UNKNOWN_RESIDENCE'] ELSE [] END AS person4Overridable
    WITH *, CASE WHEN size(ctx.localOffice) > 0 THEN COLLECT {
      MATCH (person4)-[belongs_to7:BELONGS_TO]->(area10:Area)
      WHERE belongs_to7.validFrom <= $given.now AND coalesce(belongs_to7.validTo, 9007199254740991) > $given.now AND belongs_to7.retractedAt IS NULL AND area10.retractedAt IS NULL
      RETURN DISTINCT area10.id
    } ELSE [] END AS area10s, CASE WHEN size(ctx.localOffice2) > 0 THEN COLLECT {
      MATCH (person4)-[belongs_to8:BELONGS_TO]->(area12:Area)
      WHERE belongs_to8.validFrom <= $given.now AND coalesce(belongs_to8.validTo, 9007199254740991) > $given.now AND belongs_to8.retractedAt IS NULL AND area12.retractedAt IS NULL
      RETURN DISTINCT area12.id
    } ELSE [] END AS area12s, CASE WHEN size(ctx.followUpUnit) > 0 THEN COLLECT {
      MATCH (person4)-[followed_up_by2:FOLLOWED_UP_BY]->(unit22:Unit)
      WHERE followed_up_by2.validFrom <= $given.now AND coalesce(followed_up_by2.validTo, 9007199254740991) > $given.now AND followed_up_by2.retractedAt IS NULL AND unit22.retractedAt IS NULL
      RETURN DISTINCT unit22.id
    } ELSE [] END AS unit22s, CASE WHEN size(ctx.inhabitant) > 0 THEN COLLECT {
      MATCH (person4)-[belongs_to9:BELONGS_TO]->(area13:Area)-[part_of15:PART_OF*0..1]->(area14:Area)<-[governs3:GOVERNS]-(municipality4:Municipality)<-[kept_at3:KEPT_AT|OWNED_BY]-(device6:Device)-[lent_to5:LENT_TO]->(person4)
      WHERE belongs_to9.validFrom <= $given.now AND coalesce(belongs_to9.validTo, 9007199254740991) > $given.now AND belongs_to9.retractedAt IS NULL AND area13.retractedAt IS NULL AND all(step12 IN part_of15 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL AND endNode(step12).retractedAt IS NULL) AND area14.retractedAt IS NULL AND governs3.validFrom <= $given.now AND coalesce(governs3.validTo, 9007199254740991) > $given.now AND governs3.retractedAt IS NULL AND municipality4.retractedAt IS NULL AND kept_at3.validFrom <= $given.now AND coalesce(kept_at3.validTo, 9007199254740991) > $given.now AND kept_at3.retractedAt IS NULL AND device6.retractedAt IS NULL AND lent_to5.validFrom <= $given.now AND coalesce(lent_to5.validTo, 9007199254740991) > $given.now AND lent_to5.retractedAt IS NULL
      RETURN DISTINCT municipality4.id
    } ELSE [] END AS municipality4s, CASE WHEN size(ctx.inhabitant2) > 0 THEN COLLECT {
      MATCH (person4)-[belongs_to10:BELONGS_TO]->(area15:Area)-[part_of16:PART_OF*0..1]->(area16:Area)<-[governs4:GOVERNS]-(municipality6:Municipality)<-[arranged_by5:ARRANGED_BY]-(activity8:Activity)<-[takes7:TAKES_PART_IN]-(person4)
      WHERE belongs_to10.validFrom <= $given.now AND coalesce(belongs_to10.validTo, 9007199254740991) > $given.now AND belongs_to10.retractedAt IS NULL AND area15.retractedAt IS NULL AND all(step13 IN part_of16 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND area16.retractedAt IS NULL AND governs4.validFrom <= $given.now AND coalesce(governs4.validTo, 9007199254740991) > $given.now AND governs4.retractedAt IS NULL AND municipality6.retractedAt IS NULL AND arranged_by5.validFrom <= $given.now AND coalesce(arranged_by5.validTo, 9007199254740991) > $given.now AND arranged_by5.retractedAt IS NULL AND activity8.retractedAt IS NULL AND takes7.validFrom <= $given.now AND coalesce(takes7.validTo, 9007199254740991) > $given.now AND takes7.retractedAt IS NULL
      AND (takes7.answer IS NULL OR takes7.answer <> 'NO') AND (activity8.endsAt IS NULL OR activity8.endsAt > $given.now)
      RETURN DISTINCT municipality6.id
    } ELSE [] END AS municipality6s, CASE WHEN size(ctx.participant) > 0 THEN COLLECT {
      MATCH (person4)-[takes8:TAKES_PART_IN]->(activity10:Activity)
      WHERE takes8.validFrom <= $given.now AND coalesce(takes8.validTo, 9007199254740991) > $given.now AND takes8.retractedAt IS NULL AND activity10.retractedAt IS NULL
      AND (takes8.answer IS NULL OR takes8.answer <> 'NO')
      RETURN DISTINCT activity10.id
    } ELSE [] END AS activity10s, CASE WHEN size(ctx.participant2) > 0 THEN COLLECT {
      MATCH (person4)-[takes9:TAKES_PART_IN]->(activity12:Activity)-[part_of17:PART_OF]->(case14:Case)
      WHERE takes9.validFrom <= $given.now AND coalesce(takes9.validTo, 9007199254740991) > $given.now AND takes9.retractedAt IS NULL AND activity12.retractedAt IS NULL AND part_of17.validFrom <= $given.now AND coalesce(part_of17.validTo, 9007199254740991) > $given.now AND part_of17.retractedAt IS NULL AND case14.retractedAt IS NULL
      AND (takes9.answer IS NULL OR takes9.answer <> 'NO')
      WITH *, COLLECT {
        MATCH (case14)-[in17:IN]->(theme26:Theme)
        WHERE in17.validFrom <= $given.now AND coalesce(in17.validTo, 9007199254740991) > $given.now AND in17.retractedAt IS NULL AND theme26.retractedAt IS NULL
        RETURN DISTINCT theme26.code
      } AS themes7
      RETURN {at: activity12.id, gives: themes7, lifts: []}
    } ELSE [] END AS activity12s, CASE WHEN size(ctx.consent3) > 0 THEN COLLECT {
      MATCH (person4)<-[from4:FROM]-(consent4:Consent)-[to4:TO]->(organisation4:Business|Municipality)
      WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND consent4.validFrom <= $given.now AND coalesce(consent4.validTo, 9007199254740991) > $given.now AND consent4.retractedAt IS NULL AND consent4.withdrawnAt IS NULL AND to4.validFrom <= $given.now AND coalesce(to4.validTo, 9007199254740991) > $given.now AND to4.retractedAt IS NULL AND organisation4.retractedAt IS NULL
      MATCH (consent4)-[for2:FOR]->(purpose3:Purpose)
      WHERE for2.validFrom <= $given.now AND coalesce(for2.validTo, 9007199254740991) > $given.now AND for2.retractedAt IS NULL AND purpose3.retractedAt IS NULL
      AND purpose3.code = $given.purpose
      WITH *, COLLECT {
        MATCH (consent4)-[covers7:COVERS]->(category6:Category)
        RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND category6.retractedAt IS NULL THEN category6.code ELSE '' END
      } AS named2, COLLECT {
        MATCH (consent4)-[covers8:COVERS]->(theme28:Theme)
        RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND theme28.retractedAt IS NULL THEN theme28.code ELSE '' END
      } AS themes8
      RETURN {at: organisation4.id, gives: reduce(found50 = [], code37 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found50 + CASE WHEN code37 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code37] + CASE WHEN code37 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme29 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme29 <> '' | code37 + ':' + theme29] ELSE [] END ELSE [] END), lifts: []}
    } ELSE [] END AS organisation4s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person4)-[employed_by4:EMPLOYED_BY]->(business12:Business)-[part_of18:PART_OF*0..2]->(business13:Business)
      WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business12.retractedAt IS NULL AND all(step14 IN part_of18 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND business13.retractedAt IS NULL
      RETURN DISTINCT business13.id
    } ELSE [] END AS business13s
    WITH *, reduce(found22 = [], row IN ctx.localOffice | CASE WHEN any(key IN area10s WHERE key IN row.at) THEN found22 + row.gives ELSE found22 END) + reduce(found25 = [], row2 IN ctx.localOffice2 | CASE WHEN any(key IN area12s WHERE key IN row2.at) THEN found25 + row2.gives ELSE found25 END) + reduce(found27 = [], row3 IN ctx.followUpUnit | CASE WHEN any(key IN unit22s WHERE key IN row3.at) THEN found27 + row3.gives ELSE found27 END) + ctx.nationalRole + reduce(found31 = [], row4 IN ctx.assignedCase | CASE WHEN person4.id IN row4.at THEN found31 + row4.gives ELSE found31 END) + reduce(found34 = [], row5 IN ctx.assignedCaseParty | CASE WHEN person4.id IN row5.at THEN found34 + row5.gives ELSE found34 END) + reduce(found36 = [], row6 IN ctx.override3 | CASE WHEN person4.id IN row6.at THEN found36 + row6.gives ELSE found36 END) + reduce(found38 = [], row7 IN ctx.inhabitant | CASE WHEN any(key IN municipality4s WHERE key IN row7.at) THEN found38 + row7.gives ELSE found38 END) + reduce(found40 = [], row8 IN ctx.inhabitant2 | CASE WHEN any(key IN municipality6s WHERE key IN row8.at) THEN found40 + row8.gives ELSE found40 END) + reduce(found43 = [], row9 IN ctx.participant | CASE WHEN any(key IN activity10s WHERE key IN row9.at) THEN found43 + row9.gives ELSE found43 END) + reduce(found45 = [], row10 IN ctx.participant2 | reduce(found46 = found45, key2 IN activity12s | CASE WHEN key2.at IN row10.at THEN found46 + reduce(both = [], shared IN [reduce(found47 = [], entry15 IN row10.gives | found47 + CASE WHEN NOT entry15 CONTAINS ':' THEN [entry15] WHEN entry15 ENDS WITH ':*' THEN [theme27 IN key2.gives | split(entry15, ':')[0] + ':' + theme27] WHEN split(entry15, ':')[1] IN key2.gives THEN [entry15] ELSE [] END)] | both + CASE WHEN size(shared) > 0 THEN shared + row10.marks ELSE [] END) ELSE found46 END)) + reduce(found49 = [], row11 IN ctx.consent3 | reduce(found51 = found49, key3 IN organisation4s | CASE WHEN key3.at IN row11.at THEN found51 + reduce(both2 = [], shared2 IN [[entry16 IN row11.gives WHERE entry16 IN key3.gives OR (entry16 CONTAINS ':' AND split(entry16, ':')[0] + ':*' IN key3.gives)] + [entry17 IN key3.gives WHERE entry17 CONTAINS ':' AND split(entry17, ':')[0] + ':*' IN row11.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row11.marks ELSE [] END) ELSE found51 END)) + reduce(found53 = [], row12 IN ctx.attachedPerson | CASE WHEN any(key IN business13s WHERE key IN row12.at) THEN found53 + row12.gives ELSE found53 END) AS person4Offered
    WITH *, CASE WHEN size(person4Codes) > 0 THEN [] ELSE CASE WHEN size(person4Overridable) > 0 THEN reduce(found54 = [], row13 IN ctx.assignedCaseParty | CASE WHEN person4.id IN row13.at THEN found54 + row13.gives ELSE found54 END) + reduce(found55 = [], row14 IN ctx.override3 | CASE WHEN person4.id IN row14.at AND none(code41 IN person4Overridable WHERE NOT code41 IN row14.lifts) THEN found55 + row14.gives ELSE found55 END) ELSE person4Offered END END AS person4Mask
    RETURN collect({id: person4.id, core: person4Codes, mask: person4Mask, codes: person4Codes + person4Overridable, offered: CASE WHEN size(person4Codes + person4Overridable) > 0 THEN person4Offered ELSE [] END, overridable: person4Overridable}) AS decided
  }
  CALL (ctx, person2) {
    CALL (person2) {
      MATCH (person2)<-[concerns10:CONCERNS {part: 'MAIN'}]-(case15:Case)
      MATCH (case15)-[concerns11:CONCERNS]->(party6:Person)
      RETURN party6 AS person11
      UNION
      MATCH (person2)<-[concerns12:CONCERNS {part: 'PARTY'}]-(case16:Case)
      MATCH (case16)-[concerns13:CONCERNS]->(party7:Person)
      RETURN party7 AS person11
      UNION
      MATCH (person2)-[takes11:TAKES_PART_IN]->(activity14:Activity)-[part_of24:PART_OF]->(case17:Case)
      MATCH (case17)-[concerns14:CONCERNS]->(party8:Person)
      RETURN party8 AS person11
      UNION
      MATCH (person2)<-[concerns15:CONCERNS {part: 'MAIN'}]-(case18:Case)
      MATCH (case18)-[concerns16:CONCERNS]->(business21:Business)-[part_of25:PART_OF*0..2]->(business22:Business)-[owned_by9:OWNED_BY]->(party9:Person)
      RETURN party9 AS person11
      UNION
      MATCH (person2)<-[concerns17:CONCERNS {part: 'PARTY'}]-(case19:Case)
      MATCH (case19)-[concerns18:CONCERNS]->(business23:Business)-[part_of26:PART_OF*0..2]->(business24:Business)-[owned_by10:OWNED_BY]->(party10:Person)
      RETURN party10 AS person11
      UNION
      MATCH (person2)-[takes12:TAKES_PART_IN]->(activity15:Activity)-[part_of27:PART_OF]->(case20:Case)
      MATCH (case20)-[concerns19:CONCERNS]->(business25:Business)-[part_of28:PART_OF*0..2]->(business26:Business)-[owned_by11:OWNED_BY]->(party11:Person)
      RETURN party11 AS person11
      UNION
      MATCH (person2)<-[lent_to6:LENT_TO]-(device7:Device)
      MATCH (device7)-[lent_to7:LENT_TO]->(party12:Person)
      RETURN party12 AS person11
      UNION
      MATCH (person2)-[takes13:TAKES_PART_IN]->(activity16:Activity)
      MATCH (activity16)-[part_of29:PART_OF]->(case21:Case)-[concerns20:CONCERNS]->(party13:Person)
      RETURN party13 AS person11
      UNION
      MATCH (person2)-[takes14:TAKES_PART_IN]->(activity17:Activity)
      MATCH (activity17)-[on3:ON]->(device8:Device)-[lent_to8:LENT_TO]->(party14:Person)
      RETURN party14 AS person11
    }
    RETURN collect({id: person11.id, core: CASE WHEN person11.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (person11)-[protected_as3:PROTECTED_AS]->(protection22:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection22.retractedAt IS NULL
      AND ((ctx.id <> person11.id AND protection22.code IS NOT NULL AND protection22.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection22.id IN ctx.protectionExcepted)) OR (protection22.code IS NOT NULL AND protection22.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection22.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection22.code
    } + CASE WHEN ctx.id <> person11.id AND person11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)-[protected_as4:PROTECTED_AS]->(protection23:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection23.retractedAt IS NULL
      AND ctx.id <> person11.id AND coalesce((protection23.code IS NULL OR NOT (protection23.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END + CASE WHEN NOT ctx.excepted3 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person11)<-[is5:IS]-(employee2:Employee)-[holds19:HOLDS]->(position41:Position)-[at38:AT]->(unit27:Unit)
      WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds19.validFrom <= $given.now, true) AND coalesce(holds19.validTo > $given.now, true) AND holds19.retractedAt IS NULL AND position41.retractedAt IS NULL AND coalesce(at38.validFrom <= $given.now, true) AND coalesce(at38.validTo > $given.now, true) AND at38.retractedAt IS NULL AND unit27.retractedAt IS NULL
      AND unit27.id IN ctx.sameOffice
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
  WITH *, person2Decided.core AS codes2
  WITH *, person2Decided.overridable AS codes3
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, decided, carded) {
    CALL (person2) {
      MATCH (viewer15:Employee {ident: $given.viewer})
      MATCH (viewer15)-[holds15:HOLDS]->(position16:Position)-[at16:AT]->(unit10:Unit)
      RETURN unit10 AS unit9
      UNION
      MATCH (viewer16:Employee {ident: $given.viewer})
      MATCH (viewer16)-[holds16:HOLDS]->(position17:Position)-[at17:AT]->(unit11:Unit)
      RETURN unit11 AS unit9
    }
    WITH * WHERE size(CASE WHEN NOT ctx.excepted AND unit9.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END) = 0
    RETURN collect(unit9.id) AS toldUnit
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, decided, carded) {
    CALL (person2) {
      MATCH (person2)<-[concerns3:CONCERNS {part: 'MAIN'}]-(case5:Case)
      RETURN case5 AS case4
      UNION
      MATCH (person2)<-[concerns4:CONCERNS {part: 'PARTY'}]-(case6:Case)
      RETURN case6 AS case4
      UNION
      MATCH (person2)-[takes4:TAKES_PART_IN]->(activity4:Activity)-[part_of5:PART_OF]->(case7:Case)
      RETURN case7 AS case4
    }
    WITH * WHERE (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case4)-[in7:IN]->(theme12:Theme)
      WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme12.retractedAt IS NULL
      RETURN {code: theme12.code}
    }) > 0 AND all(theme13 IN COLLECT {
      MATCH (case4)-[in7:IN]->(theme12:Theme)
      WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme12.retractedAt IS NULL
      RETURN {code: theme12.code}
    } WHERE 'CASES:' + theme13.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case4)-[concerns5:CONCERNS]->(party:Person)
      WHERE coalesce(concerns5.validFrom <= $given.now, true) AND coalesce(concerns5.validTo > $given.now, true) AND concerns5.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (case4)-[concerns6:CONCERNS]->(business3:Business)-[part_of6:PART_OF*0..2]->(business4:Business)-[owned_by:OWNED_BY]->(party2:Person)
      WHERE coalesce(concerns6.validFrom <= $given.now, true) AND coalesce(concerns6.validTo > $given.now, true) AND concerns6.retractedAt IS NULL AND business3.retractedAt IS NULL AND all(step5 IN part_of6 WHERE coalesce(step5.validFrom <= $given.now, true) AND coalesce(step5.validTo > $given.now, true) AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND business4.retractedAt IS NULL AND coalesce(owned_by.validFrom <= $given.now, true) AND coalesce(owned_by.validTo > $given.now, true) AND owned_by.retractedAt IS NULL AND party2.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party2Codes
      WHERE size(party2Codes) > 0
      RETURN party2Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN case4.closedAt IS NOT NULL AND coalesce(case4.closedAt <= $given.now, true) AND NOT ctx.excepted2 THEN ['CLOSED'] ELSE [] END) = 0
    RETURN collect(case4.id) AS toldCase
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, decided, carded) {
    CALL (person2) {
      MATCH (person2)<-[lent_to2:LENT_TO]-(device3:Device)
      RETURN device3 AS device2
    }
    WITH * WHERE (true AND ('DEVICES:*' IN person2Mask OR (size([{code: 'HJE'}]) > 0 AND all(theme14 IN [{code: 'HJE'}] WHERE 'DEVICES:' + theme14.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (device2)-[lent_to3:LENT_TO]->(party3:Person)
      WHERE coalesce(lent_to3.validFrom <= $given.now, true) AND coalesce(lent_to3.validTo > $given.now, true) AND lent_to3.retractedAt IS NULL AND party3.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party3Codes
      WHERE size(party3Codes) > 0
      RETURN party3Codes
    } THEN ['PARTY'] ELSE [] END) = 0 AND size(COLLECT {
      MATCH (device2)-[held3:LENT_TO]->(other:Person)-[protected4:PROTECTED_AS]->(protection8:Protection)
      WHERE protection8.code IS NOT NULL AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other.id AND coalesce((held3.validFrom IS NULL OR protected4.validTo IS NULL OR held3.validFrom < protected4.validTo), true) AND coalesce((protected4.validFrom IS NULL OR held3.validTo IS NULL OR protected4.validFrom < held3.validTo), true) AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection8.code
    } + COLLECT {
      MATCH (device2)-[held4:LENT_TO]->(other2:Person)-[has_address:HAS_ADDRESS]->(address2:Address)
      MATCH (address2)<-[kept3:HAS_ADDRESS]-(sharer3:Person)-[protected5:PROTECTED_AS]->(protection9:Protection)
      WHERE protection9.code IS NOT NULL AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other2.id AND coalesce((kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo), true) AND coalesce((protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo), true) AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection9.code
    } + COLLECT {
      MATCH (device2)-[held5:LENT_TO]->(other3:Person)-[member_of:MEMBER_OF]->(household2:Household)
      MATCH (household2)<-[kept4:MEMBER_OF]-(sharer4:Person)-[protected6:PROTECTED_AS]->(protection10:Protection)
      WHERE protection10.code IS NOT NULL AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> other3.id AND coalesce((kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo), true) AND coalesce((protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo), true) AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection10.code
    } + COLLECT {
      MATCH (device2)-[kept_at2:KEPT_AT]->(address3:Address)<-[kept5:HAS_ADDRESS]-(sharer5:Person)-[protected7:PROTECTED_AS]->(protection11:Protection)
      WHERE protection11.code IS NOT NULL AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND coalesce((kept5.validFrom IS NULL OR protected7.validTo IS NULL OR kept5.validFrom < protected7.validTo), true) AND coalesce((protected7.validFrom IS NULL OR kept5.validTo IS NULL OR protected7.validFrom < kept5.validTo), true) AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection11.code
    }) = 0
    RETURN collect(device2.id) AS toldDevice
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, decided, carded) {
    CALL (person2) {
      MATCH (person2)-[takes5:TAKES_PART_IN]->(activity6:Activity)
      RETURN activity6 AS activity5
    }
    WITH * WHERE (true AND ('ACTIVITIES:*' IN person2Mask OR (size(COLLECT {
      MATCH (activity5)-[part_of7:PART_OF]->(case8:Case)-[in9:IN]->(theme15:Theme)
      WHERE part_of7.validFrom <= $given.now AND coalesce(part_of7.validTo, 9007199254740991) > $given.now AND part_of7.retractedAt IS NULL AND case8.retractedAt IS NULL AND in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme15.retractedAt IS NULL
      RETURN {code: theme15.code}
    }) > 0 AND all(theme16 IN COLLECT {
      MATCH (activity5)-[part_of7:PART_OF]->(case8:Case)-[in9:IN]->(theme15:Theme)
      WHERE part_of7.validFrom <= $given.now AND coalesce(part_of7.validTo, 9007199254740991) > $given.now AND part_of7.retractedAt IS NULL AND case8.retractedAt IS NULL AND in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme15.retractedAt IS NULL
      RETURN {code: theme15.code}
    } WHERE 'ACTIVITIES:' + theme16.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (activity5)-[part_of8:PART_OF]->(case9:Case)-[in10:IN]->(theme17:Theme {secret: true})
      WHERE coalesce(part_of8.validFrom <= $given.now, true) AND coalesce(part_of8.validTo > $given.now, true) AND part_of8.retractedAt IS NULL AND case9.retractedAt IS NULL AND coalesce(in10.validFrom <= $given.now, true) AND coalesce(in10.validTo > $given.now, true) AND in10.retractedAt IS NULL AND theme17.retractedAt IS NULL
      AND NOT theme17.id IN ctx.themeExcepted
    } THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (activity5)-[part_of9:PART_OF]->(case10:Case)-[concerns7:CONCERNS]->(party4:Person)
      WHERE coalesce(part_of9.validFrom <= $given.now, true) AND coalesce(part_of9.validTo > $given.now, true) AND part_of9.retractedAt IS NULL AND case10.retractedAt IS NULL AND coalesce(concerns7.validFrom <= $given.now, true) AND coalesce(concerns7.validTo > $given.now, true) AND concerns7.retractedAt IS NULL AND party4.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party4Codes
      WHERE size(party4Codes) > 0
      RETURN party4Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (activity5)-[on:ON]->(device4:Device)-[lent_to4:LENT_TO]->(party5:Person)
      WHERE coalesce(on.validFrom <= $given.now, true) AND coalesce(on.validTo > $given.now, true) AND on.retractedAt IS NULL AND device4.retractedAt IS NULL AND coalesce(lent_to4.validFrom <= $given.now, true) AND coalesce(lent_to4.validTo > $given.now, true) AND lent_to4.retractedAt IS NULL AND party5.retractedAt IS NULL
      WITH coalesce(head([each IN carded WHERE each.id = party5.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party5Codes
      WHERE size(party5Codes) > 0
      RETURN party5Codes
    } THEN ['PARTY'] ELSE [] END) = 0 AND size(COLLECT {
      MATCH (activity5)<-[held6:TAKES_PART_IN]-(other4:Person)-[protected8:PROTECTED_AS]->(protection12:Protection)
      WHERE protection12.code IS NOT NULL AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other4.id AND coalesce((held6.validFrom IS NULL OR protected8.validTo IS NULL OR held6.validFrom < protected8.validTo), true) AND coalesce((protected8.validFrom IS NULL OR held6.validTo IS NULL OR protected8.validFrom < held6.validTo), true) AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection12.code
    } + COLLECT {
      MATCH (activity5)<-[held7:TAKES_PART_IN]-(other5:Person)-[has_address2:HAS_ADDRESS]->(address4:Address)
      MATCH (address4)<-[kept6:HAS_ADDRESS]-(sharer6:Person)-[protected9:PROTECTED_AS]->(protection13:Protection)
      WHERE protection13.code IS NOT NULL AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected9.retractedAt IS NULL AND ctx.id <> other5.id AND coalesce((kept6.validFrom IS NULL OR protected9.validTo IS NULL OR kept6.validFrom < protected9.validTo), true) AND coalesce((protected9.validFrom IS NULL OR kept6.validTo IS NULL OR protected9.validFrom < kept6.validTo), true) AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection13.code
    } + COLLECT {
      MATCH (activity5)<-[held8:TAKES_PART_IN]-(other6:Person)-[member_of2:MEMBER_OF]->(household3:Household)
      MATCH (household3)<-[kept7:MEMBER_OF]-(sharer7:Person)-[protected10:PROTECTED_AS]->(protection14:Protection)
      WHERE protection14.code IS NOT NULL AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected10.retractedAt IS NULL AND ctx.id <> other6.id AND coalesce((kept7.validFrom IS NULL OR protected10.validTo IS NULL OR kept7.validFrom < protected10.validTo), true) AND coalesce((protected10.validFrom IS NULL OR kept7.validTo IS NULL OR protected10.validFrom < kept7.validTo), true) AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection14.code
    } + COLLECT {
      MATCH (activity5)-[part_of10:PART_OF]->(case11:Case)-[held9:CONCERNS]->(other7:Person)-[protected11:PROTECTED_AS]->(protection15:Protection)
      WHERE protection15.code IS NOT NULL AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected11.retractedAt IS NULL AND ctx.id <> other7.id AND coalesce((held9.validFrom IS NULL OR protected11.validTo IS NULL OR held9.validFrom < protected11.validTo), true) AND coalesce((protected11.validFrom IS NULL OR held9.validTo IS NULL OR protected11.validFrom < held9.validTo), true) AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection15.code
    } + COLLECT {
      MATCH (activity5)-[on2:ON]->(device5:Device)-[held10:LENT_TO]->(other8:Person)-[protected12:PROTECTED_AS]->(protection16:Protection)
      WHERE protection16.code IS NOT NULL AND protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected12.retractedAt IS NULL AND ctx.id <> other8.id AND coalesce((held10.validFrom IS NULL OR protected12.validTo IS NULL OR held10.validFrom < protected12.validTo), true) AND coalesce((protected12.validFrom IS NULL OR held10.validTo IS NULL OR protected12.validFrom < held10.validTo), true) AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection16.code
    }) = 0
    RETURN collect(activity5.id) AS toldActivity
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, decided, carded) {
    CALL (person2) {
      MATCH (person2)-[takes6:TAKES_PART_IN]->(activity7:Activity)-[arranged_by4:ARRANGED_BY]->(arranger3:Business)
      RETURN arranger3 AS business5
      UNION
      MATCH (person2)<-[from2:FROM]-(consent2:Consent)-[to2:TO]->(organisation2:Business|Municipality)
      RETURN organisation2 AS business5
      UNION
      MATCH (person2)-[employed_by2:EMPLOYED_BY]->(business6:Business)-[part_of11:PART_OF*0..2]->(business7:Business)
      RETURN business7 AS business5
      UNION
      MATCH (person2)-[employed_by3:EMPLOYED_BY]->(business8:Business)
      RETURN business8 AS business5
    }
    CALL (ctx, business5, decided, carded) {
      MATCH (business5)-[part_of12:PART_OF*0..2]->(business9:Business)-[owned_by2:OWNED_BY]->(subject:Person)
      WHERE all(step7 IN part_of12 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND business9.retractedAt IS NULL AND owned_by2.validFrom <= $given.now AND coalesce(owned_by2.validTo, 9007199254740991) > $given.now AND owned_by2.retractedAt IS NULL AND subject.retractedAt IS NULL
      WITH *, coalesce(head([each IN decided WHERE each.id = subject.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subjectDecided
      WITH *, subjectDecided.mask AS subjectMask
      WITH *, (true AND 'WORK' IN subjectMask) AS whole, 'WORK' IN subjectMask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    WITH *, (NOT EXISTS {
      MATCH (business5)-[part_of13:PART_OF*0..2]->(business10:Business)-[owned_by3:OWNED_BY]->(subject2:Person)
      WHERE all(step8 IN part_of13 WHERE coalesce(step8.validFrom <= $given.now, true) AND coalesce(step8.validTo > $given.now, true) AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND business10.retractedAt IS NULL AND coalesce(owned_by3.validFrom <= $given.now, true) AND coalesce(owned_by3.validTo > $given.now, true) AND owned_by3.retractedAt IS NULL AND subject2.retractedAt IS NULL
    }) OR (size((ways)) > 0 AND all(way IN (ways) WHERE way.whole)) AS business5Whole
    WITH * WHERE business5Whole AND size(CASE WHEN EXISTS {
      MATCH (business5)-[part_of14:PART_OF*0..2]->(firm:Business {form: 'ENK'})
      WHERE all(step9 IN part_of14 WHERE coalesce(step9.validFrom <= $given.now, true) AND coalesce(step9.validTo > $given.now, true) AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND firm.retractedAt IS NULL
      AND NOT EXISTS {
        MATCH (firm)-[owned_by4:OWNED_BY]->(person3:Person)
        WHERE owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND person3.retractedAt IS NULL
      }
    } THEN ['NO_GRANT'] ELSE [] END) = 0
    RETURN collect(business5.id) AS toldBusiness
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer2:Employee {ident: $given.viewer})
    MATCH (viewer2)-[holds2:HOLDS]->(position3:Position)-[at3:AT]->(unit2:Unit)-[serves:SERVES]->(area:Area)<-[belongs_to:BELONGS_TO]-(person2)
    WHERE all(it IN [holds2, at3, serves, belongs_to] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds2, position3, at3, unit2, serves, area, belongs_to] WHERE it.retractedAt IS NULL)
    WITH * WHERE serves.theme IS NULL
    WITH *, 'ADDRESS' IN person2Mask AND size(person2Places) = 0 AS told
    RETURN collect({of: 0, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found2 = [], seat2 IN [seat2 IN ctx.seats WHERE seat2.position = position3.id AND seat2.reach IN ['LOCAL']] | found2 + seat2.codes + seat2.themed) ELSE [] END, path: [CASE WHEN told THEN [position3.id] ELSE [] END, CASE WHEN told THEN CASE WHEN unit2.id IN toldUnit THEN [unit2.id, unit2.name] ELSE ['unit:NAV', 'NAV'] END ELSE [] END, CASE WHEN told THEN [area.id, area.name] ELSE [] END, [person2.id]], ends: CASE WHEN told THEN [holds2.validTo, at3.validTo, serves.validTo, belongs_to.validTo] ELSE [] END}) AS reasons
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer3:Employee {ident: $given.viewer})
    MATCH (viewer3)-[holds3:HOLDS]->(position4:Position)-[at4:AT]->(unit3:Unit)-[serves2:SERVES]->(area2:Area)<-[belongs_to2:BELONGS_TO]-(person2)
    WHERE all(it IN [holds3, at4, serves2, belongs_to2] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds3, position4, at4, unit3, serves2, area2, belongs_to2] WHERE it.retractedAt IS NULL)
    MATCH (position4)-[in:IN]->(role:Role)-[handles:HANDLES]->(theme:Theme)
    WHERE all(it IN [in, handles] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [in, role, handles, theme] WHERE it.retractedAt IS NULL)
    WITH * WHERE serves2.theme = theme.code
    WITH *, 'ADDRESS' IN person2Mask AND size(person2Places) = 0 AS told2
    RETURN collect({of: 1, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found4 = [], entry IN reduce(found3 = [], seat3 IN [seat3 IN ctx.seats WHERE seat3.position = position4.id AND seat3.reach IN ['LOCAL']] | found3 + seat3.codes + seat3.themed) | found4 + CASE WHEN NOT entry CONTAINS ':' THEN [entry] WHEN entry ENDS WITH ':*' THEN [theme2 IN [theme.code] | split(entry, ':')[0] + ':' + theme2] WHEN split(entry, ':')[1] IN [theme.code] THEN [entry] ELSE [] END) ELSE [] END, path: [CASE WHEN told2 THEN [position4.id] ELSE [] END, CASE WHEN told2 THEN CASE WHEN unit3.id IN toldUnit THEN [unit3.id, unit3.name] ELSE ['unit:NAV', 'NAV'] END ELSE [] END, CASE WHEN told2 THEN [area2.id, area2.name] ELSE [] END, [person2.id], CASE WHEN told2 THEN [role.id, role.name] ELSE [] END, CASE WHEN told2 THEN [theme.id] ELSE [] END], ends: CASE WHEN told2 THEN [holds3.validTo, at4.validTo, serves2.validTo, belongs_to2.validTo, in.validTo, handles.validTo] ELSE [] END}) AS reasons2
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer4:Employee {ident: $given.viewer})
    MATCH (viewer4)-[holds4:HOLDS]->(position5:Position)-[at5:AT]->(unit4:Unit)<-[followed_up_by:FOLLOWED_UP_BY]-(person2)
    WHERE all(it IN [holds4, at5, followed_up_by] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds4, position5, at5, unit4, followed_up_by] WHERE it.retractedAt IS NULL)
    WITH *, 'SERVICE' IN person2Mask AND size(person2Places) = 0 AS told3
    RETURN collect({of: 2, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found5 = [], seat4 IN [seat4 IN ctx.seats WHERE seat4.position = position5.id AND seat4.reach IN ['LOCAL']] | found5 + seat4.codes + seat4.themed) ELSE [] END, path: [CASE WHEN told3 THEN [position5.id] ELSE [] END, CASE WHEN told3 THEN CASE WHEN unit4.id IN toldUnit THEN [unit4.id, unit4.name] ELSE ['unit:NAV', 'NAV'] END ELSE [] END, [person2.id]], ends: CASE WHEN told3 THEN [holds4.validTo, at5.validTo, followed_up_by.validTo] ELSE [] END}) AS reasons3
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer5:Employee {ident: $given.viewer})
    MATCH (viewer5)-[holds5:HOLDS]->(position6:Position)-[at6:AT]->(unit5:Unit)
    WHERE all(it IN [holds5, at6] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds5, position6, at6, unit5] WHERE it.retractedAt IS NULL)
    RETURN collect({of: 3, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found6 = [], seat5 IN [seat5 IN ctx.seats WHERE seat5.position = position6.id AND seat5.reach IN ['NATIONAL']] | found6 + seat5.codes + seat5.themed) ELSE [] END, path: [[position6.id], CASE WHEN unit5.id IN toldUnit THEN [unit5.id, unit5.name] ELSE ['unit:NAV', 'NAV'] END], ends: [holds5.validTo, at6.validTo]}) AS reasons4
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer6:Employee {ident: $given.viewer})
    MATCH (viewer6)-[holds6:HOLDS]->(position7:Position)-[at7:AT]->(unit6:Unit)
    WHERE all(it IN [holds6, at7] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds6, position7, at7, unit6] WHERE it.retractedAt IS NULL)
    MATCH (viewer6)-[assigned_to:ASSIGNED_TO]->(case:Case)-[concerns:CONCERNS {part: 'MAIN'}]->(person2)
    WHERE all(it IN [assigned_to, concerns] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [assigned_to, case, concerns] WHERE it.retractedAt IS NULL)
    WITH * WHERE (case.closedAt IS NULL OR case.closedAt > $given.now)
    WITH *, COLLECT {
      MATCH (case)-[in2:IN]->(theme3:Theme)
      WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme3.retractedAt IS NULL
      RETURN DISTINCT theme3.code
    } AS themes
    WITH *, case.id IN toldCase AS told4
    RETURN collect({of: 4, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found8 = [], entry2 IN reduce(found7 = [], seat6 IN ctx.seats | found7 + seat6.codes + seat6.themed) | found8 + CASE WHEN NOT entry2 CONTAINS ':' THEN [entry2] WHEN entry2 ENDS WITH ':*' THEN [theme4 IN themes | split(entry2, ':')[0] + ':' + theme4] WHEN split(entry2, ':')[1] IN themes THEN [entry2] ELSE [] END) ELSE [] END, path: [[position7.id], CASE WHEN unit6.id IN toldUnit THEN [unit6.id, unit6.name] ELSE ['unit:NAV', 'NAV'] END, CASE WHEN told4 THEN [case.id, case.title] ELSE [] END, [person2.id]], ends: [holds6.validTo, at7.validTo] + CASE WHEN told4 THEN [assigned_to.validTo, concerns.validTo] ELSE [] END}) AS reasons5
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer7:Employee {ident: $given.viewer})
    MATCH (viewer7)-[holds7:HOLDS]->(position8:Position)-[at8:AT]->(unit7:Unit)
    WHERE all(it IN [holds7, at8] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds7, position8, at8, unit7] WHERE it.retractedAt IS NULL)
    MATCH (viewer7)-[assigned_to2:ASSIGNED_TO]->(case2:Case)-[concerns2:CONCERNS {part: 'PARTY'}]->(person2)
    WHERE all(it IN [assigned_to2, concerns2] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [assigned_to2, case2, concerns2] WHERE it.retractedAt IS NULL)
    WITH * WHERE (case2.closedAt IS NULL OR case2.closedAt > $given.now)
    WITH *, COLLECT {
      MATCH (case2)-[in3:IN]->(theme5:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme5.retractedAt IS NULL
      RETURN DISTINCT theme5.code
    } AS themes2
    WITH *, case2.id IN toldCase AS told5
    RETURN collect({of: 5, gives: CASE WHEN size(codes2) = 0 THEN reduce(found10 = [], entry3 IN reduce(found9 = [], seat7 IN ctx.seats | found9 + seat7.codes + seat7.themed) | found10 + CASE WHEN NOT entry3 CONTAINS ':' THEN [entry3] WHEN entry3 ENDS WITH ':*' THEN [theme6 IN themes2 | split(entry3, ':')[0] + ':' + theme6] WHEN split(entry3, ':')[1] IN themes2 THEN [entry3] ELSE [] END) ELSE [] END, path: [[position8.id], CASE WHEN unit7.id IN toldUnit THEN [unit7.id, unit7.name] ELSE ['unit:NAV', 'NAV'] END, CASE WHEN told5 THEN [case2.id, case2.title] ELSE [] END, [person2.id]], ends: [holds7.validTo, at8.validTo] + CASE WHEN told5 THEN [assigned_to2.validTo, concerns2.validTo] ELSE [] END}) AS reasons6
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer8:Employee {ident: $given.viewer})
    MATCH (viewer8)-[holds8:HOLDS]->(position9:Position)-[at9:AT]->(unit8:Unit)
    WHERE all(it IN [holds8, at9] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds8, position9, at9, unit8] WHERE it.retractedAt IS NULL)
    MATCH (viewer8)<-[by:BY]-(override:Override)-[of:OF]->(person2)
    WHERE all(it IN [by, override, of] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [by, override, of] WHERE it.retractedAt IS NULL)
    RETURN collect({of: 6, gives: CASE WHEN size(codes2) = 0 AND none(code13 IN codes3 WHERE NOT code13 IN coalesce(override.lifts, [])) THEN reduce(found11 = [], seat8 IN [seat8 IN ctx.seats WHERE seat8.position = position9.id] | found11 + seat8.codes + seat8.themed) ELSE [] END, path: [[position9.id], CASE WHEN unit8.id IN toldUnit THEN [unit8.id, unit8.name] ELSE ['unit:NAV', 'NAV'] END, [override.id], [person2.id]], ends: [holds8.validTo, at9.validTo, by.validTo, of.validTo, override.validTo]}) AS reasons7
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer9:Employee {ident: $given.viewer})
    MATCH (viewer9)-[holds9:HOLDS]->(position10:Position)-[at10:AT]->(municipality:Municipality)-[governs:GOVERNS]->(area3:Area)<-[part_of:PART_OF*0..1]-(area4:Area)<-[belongs_to3:BELONGS_TO]-(person2)
    WHERE all(it IN [holds9, at10, governs, belongs_to3] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds9, position10, at10, municipality, governs, area3, area4, belongs_to3] WHERE it.retractedAt IS NULL) AND all(step2 IN part_of WHERE step2.validFrom <= $given.now AND coalesce(step2.validTo, 9007199254740991) > $given.now AND step2.retractedAt IS NULL AND startNode(step2).retractedAt IS NULL)
    MATCH (person2)<-[lent_to:LENT_TO]-(device:Device)-[kept_at:KEPT_AT|OWNED_BY]->(municipality)
    WHERE all(it IN [lent_to, kept_at] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [lent_to, device, kept_at] WHERE it.retractedAt IS NULL)
    MATCH (position10)-[in4:IN]->(role2:Role)-[covers:COVERS]->(category:Category {code: 'CARD'})
    WHERE all(it IN [in4, covers] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [in4, role2, covers, category] WHERE it.retractedAt IS NULL)
    WITH *, 'ADDRESS' IN person2Mask AND 'DEVICES' IN person2Mask AND size(person2Places) = 0 AND device.id IN toldDevice AS told6, device.id IN toldDevice AS told7
    RETURN collect({of: 7, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found12 = [], seat9 IN [seat9 IN ctx.seats WHERE seat9.position = position10.id AND seat9.reach IN ['LOCAL']] | found12 + seat9.codes + seat9.themed) ELSE [] END, path: [CASE WHEN told6 THEN [position10.id] ELSE [] END, CASE WHEN told6 THEN [municipality.id, municipality.name] ELSE [] END, CASE WHEN told6 THEN [area3.id, area3.name] ELSE [] END, CASE WHEN told6 THEN [area4.id, area4.name] ELSE [] END, [person2.id], CASE WHEN told6 AND told7 THEN [device.id] ELSE [] END, CASE WHEN told6 THEN [municipality.id, municipality.name] ELSE [] END, CASE WHEN told6 THEN [role2.id, role2.name] ELSE [] END, CASE WHEN told6 THEN [category.id] ELSE [] END], ends: CASE WHEN told6 THEN [holds9.validTo, at10.validTo, governs.validTo, belongs_to3.validTo, in4.validTo, covers.validTo] ELSE [] END + CASE WHEN told6 AND told7 THEN [lent_to.validTo, kept_at.validTo] ELSE [] END + CASE WHEN told6 THEN [step IN part_of | step.validTo] ELSE [] END}) AS reasons8
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer10:Employee {ident: $given.viewer})
    MATCH (viewer10)-[holds10:HOLDS]->(position11:Position)-[at11:AT]->(municipality2:Municipality)-[governs2:GOVERNS]->(area5:Area)<-[part_of2:PART_OF*0..1]-(area6:Area)<-[belongs_to4:BELONGS_TO]-(person2)
    WHERE all(it IN [holds10, at11, governs2, belongs_to4] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds10, position11, at11, municipality2, governs2, area5, area6, belongs_to4] WHERE it.retractedAt IS NULL) AND all(step3 IN part_of2 WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL AND startNode(step3).retractedAt IS NULL)
    MATCH (person2)-[takes:TAKES_PART_IN]->(activity:Activity)-[arranged_by:ARRANGED_BY]->(municipality2)
    WHERE all(it IN [takes, arranged_by] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [takes, activity, arranged_by] WHERE it.retractedAt IS NULL)
    MATCH (position11)-[in5:IN]->(role3:Role)-[covers2:COVERS]->(category2:Category {code: 'CARD'})
    WHERE all(it IN [in5, covers2] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [in5, role3, covers2, category2] WHERE it.retractedAt IS NULL)
    WITH * WHERE ((takes.answer IS NULL OR takes.answer <> 'NO') AND (activity.endsAt IS NULL OR activity.endsAt > $given.now))
    WITH *, 'ACTIVITIES' IN person2Mask AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0 AND activity.id IN toldActivity AS told8, activity.id IN toldActivity AS told9
    RETURN collect({of: 8, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found13 = [], seat10 IN [seat10 IN ctx.seats WHERE seat10.position = position11.id AND seat10.reach IN ['LOCAL']] | found13 + seat10.codes + seat10.themed) ELSE [] END, path: [CASE WHEN told8 THEN [position11.id] ELSE [] END, CASE WHEN told8 THEN [municipality2.id, municipality2.name] ELSE [] END, CASE WHEN told8 THEN [area5.id, area5.name] ELSE [] END, CASE WHEN told8 THEN [area6.id, area6.name] ELSE [] END, [person2.id], CASE WHEN told8 AND told9 THEN [activity.id] ELSE [] END, CASE WHEN told8 THEN [municipality2.id, municipality2.name] ELSE [] END, CASE WHEN told8 THEN [role3.id, role3.name] ELSE [] END, CASE WHEN told8 THEN [category2.id] ELSE [] END], ends: CASE WHEN told8 THEN [holds10.validTo, at11.validTo, governs2.validTo, belongs_to4.validTo, in5.validTo, covers2.validTo] ELSE [] END + CASE WHEN told8 AND told9 THEN [takes.validTo, arranged_by.validTo] ELSE [] END + CASE WHEN told8 THEN [step IN part_of2 | step.validTo] ELSE [] END}) AS reasons9
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer11:Employee {ident: $given.viewer})
    MATCH (viewer11)-[holds11:HOLDS]->(position12:Position)-[at12:AT]->(arranger:Business)<-[arranged_by2:ARRANGED_BY]-(activity2:Activity)<-[takes2:TAKES_PART_IN]-(person2)
    WHERE all(it IN [holds11, at12, arranged_by2, takes2] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds11, position12, at12, arranger, arranged_by2, activity2, takes2] WHERE it.retractedAt IS NULL)
    WITH * WHERE ((takes2.answer IS NULL OR takes2.answer <> 'NO') AND (activity2.endsAt IS NULL OR activity2.endsAt > $given.now))
    WITH *, 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND activity2.id IN toldActivity AS told10, activity2.id IN toldActivity AS told11, arranger.id IN toldBusiness AS told12
    RETURN collect({of: 9, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found15 = [], entry5 IN [entry4 IN reduce(found14 = [], seat11 IN [seat11 IN ctx.seats WHERE seat11.position = position12.id AND seat11.reach IN ['LOCAL']] | found14 + seat11.codes + seat11.themed) WHERE split(entry4, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] | found15 + CASE WHEN NOT entry5 CONTAINS ':' THEN [entry5] WHEN entry5 ENDS WITH ':*' THEN [theme7 IN [] | split(entry5, ':')[0] + ':' + theme7] WHEN split(entry5, ':')[1] IN [] THEN [entry5] ELSE [] END) ELSE [] END, path: [CASE WHEN told10 THEN [position12.id] ELSE [] END, CASE WHEN told10 AND told12 THEN [arranger.id, arranger.name] ELSE [] END, CASE WHEN told10 AND told11 THEN [activity2.id] ELSE [] END, [person2.id]], words: [CASE WHEN told10 AND told11 THEN activity2.title END], ends: CASE WHEN told10 THEN [holds11.validTo] ELSE [] END + CASE WHEN told10 AND told12 THEN [at12.validTo] ELSE [] END + CASE WHEN told10 AND told11 AND told12 THEN [arranged_by2.validTo] ELSE [] END + CASE WHEN told10 AND told11 THEN [takes2.validTo] ELSE [] END}) AS reasons10
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer12:Employee {ident: $given.viewer})
    MATCH (viewer12)-[holds12:HOLDS]->(position13:Position)-[at13:AT]->(arranger2:Business)<-[arranged_by3:ARRANGED_BY]-(activity3:Activity)<-[takes3:TAKES_PART_IN]-(person2)
    WHERE all(it IN [holds12, at13, arranged_by3, takes3] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds12, position13, at13, arranger2, arranged_by3, activity3, takes3] WHERE it.retractedAt IS NULL)
    MATCH (activity3)-[part_of3:PART_OF]->(case3:Case)
    WHERE all(it IN [part_of3, case3] WHERE it.retractedAt IS NULL) AND part_of3.validFrom <= $given.now AND coalesce(part_of3.validTo, 9007199254740991) > $given.now
    WITH * WHERE ((takes3.answer IS NULL OR takes3.answer <> 'NO') AND (activity3.endsAt IS NULL OR activity3.endsAt > $given.now))
    WITH *, COLLECT {
      MATCH (case3)-[in6:IN]->(theme8:Theme)
      WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND theme8.retractedAt IS NULL
      RETURN DISTINCT theme8.code
    } AS themes3
    WITH *, 'ACTIVITIES' IN person2Mask AND size(person2Places) = 0 AND activity3.id IN toldActivity AS told13, activity3.id IN toldActivity AS told14, arranger2.id IN toldBusiness AS told15, case3.id IN toldCase AS told16
    RETURN collect({of: 10, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN reduce(found17 = [], entry6 IN reduce(found16 = [], seat12 IN [seat12 IN ctx.seats WHERE seat12.position = position13.id AND seat12.reach IN ['LOCAL']] | found16 + seat12.codes + seat12.themed) | found17 + CASE WHEN NOT entry6 CONTAINS ':' THEN [entry6] WHEN entry6 ENDS WITH ':*' THEN [theme9 IN themes3 | split(entry6, ':')[0] + ':' + theme9] WHEN split(entry6, ':')[1] IN themes3 THEN [entry6] ELSE [] END) ELSE [] END, path: [CASE WHEN told13 THEN [position13.id] ELSE [] END, CASE WHEN told13 AND told15 THEN [arranger2.id, arranger2.name] ELSE [] END, CASE WHEN told13 AND told14 THEN [activity3.id] ELSE [] END, [person2.id], CASE WHEN told13 AND told16 THEN [case3.id, case3.title] ELSE [] END], words: [CASE WHEN told13 AND told14 THEN activity3.title END], ends: CASE WHEN told13 THEN [holds12.validTo] ELSE [] END + CASE WHEN told13 AND told15 THEN [at13.validTo] ELSE [] END + CASE WHEN told13 AND told14 AND told15 THEN [arranged_by3.validTo] ELSE [] END + CASE WHEN told13 AND told14 THEN [takes3.validTo] ELSE [] END + CASE WHEN told13 AND told14 AND told16 THEN [part_of3.validTo] ELSE [] END}) AS reasons11
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer13:Employee {ident: $given.viewer})
    MATCH (viewer13)-[holds13:HOLDS]->(position14:Position)-[at14:AT]->(organisation:Business|Municipality)<-[to:TO]-(consent:Consent)-[from:FROM]->(person2)
    WHERE all(it IN [holds13, at14, to, consent, from] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds13, position14, at14, organisation, to, consent, from] WHERE it.retractedAt IS NULL) AND consent.withdrawnAt IS NULL
    MATCH (consent)-[for:FOR]->(purpose2:Purpose)
    WHERE all(it IN [for, purpose2] WHERE it.retractedAt IS NULL) AND for.validFrom <= $given.now AND coalesce(for.validTo, 9007199254740991) > $given.now
    WITH * WHERE purpose2.code = $given.purpose
    WITH *, COLLECT {
      MATCH (consent)-[covers3:COVERS]->(category3:Category)
      RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
    } AS named, COLLECT {
      MATCH (consent)-[covers4:COVERS]->(theme10:Theme)
      RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme10.retractedAt IS NULL THEN theme10.code ELSE '' END
    } AS themes4
    WITH *, 'MANDATES' IN person2Mask AND size(person2Places) = 0 AS told17, (NOT organisation:Business OR organisation.id IN toldBusiness) AS told18
    RETURN collect({of: 11, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN [entry7 IN reduce(found18 = [], seat13 IN [seat13 IN ctx.seats WHERE seat13.position = position14.id AND seat13.reach IN ['LOCAL']] | found18 + seat13.codes + seat13.themed) WHERE entry7 IN reduce(found19 = [], code22 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found19 + CASE WHEN code22 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code22] + CASE WHEN code22 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme11 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme11 <> '' | code22 + ':' + theme11] ELSE [] END ELSE [] END) OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN reduce(found19 = [], code22 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found19 + CASE WHEN code22 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code22] + CASE WHEN code22 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme11 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme11 <> '' | code22 + ':' + theme11] ELSE [] END ELSE [] END))] + [entry8 IN reduce(found19 = [], code22 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found19 + CASE WHEN code22 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code22] + CASE WHEN code22 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme11 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme11 <> '' | code22 + ':' + theme11] ELSE [] END ELSE [] END) WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN reduce(found18 = [], seat13 IN [seat13 IN ctx.seats WHERE seat13.position = position14.id AND seat13.reach IN ['LOCAL']] | found18 + seat13.codes + seat13.themed)] ELSE [] END, path: [CASE WHEN told17 THEN [position14.id] ELSE [] END, CASE WHEN told17 AND told18 THEN [organisation.id, organisation.name, head([each IN labels(organisation) WHERE each IN ['Business', 'Municipality']])] ELSE [] END, CASE WHEN told17 THEN [consent.id] ELSE [] END, [person2.id], CASE WHEN told17 THEN [purpose2.id] ELSE [] END], ends: CASE WHEN told17 THEN [holds13.validTo, from.validTo, for.validTo, consent.validTo] ELSE [] END + CASE WHEN told17 AND told18 THEN [at14.validTo, to.validTo] ELSE [] END}) AS reasons12
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, codes3, toldUnit, toldCase, toldDevice, toldActivity, toldBusiness) {
    MATCH (viewer14:Employee {ident: $given.viewer})
    MATCH (viewer14)-[holds14:HOLDS]->(position15:Position)-[at15:AT]->(business:Business)<-[part_of4:PART_OF*0..2]-(business2:Business)<-[employed_by:EMPLOYED_BY]-(person2)
    WHERE all(it IN [holds14, at15, employed_by] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds14, position15, at15, business, business2, employed_by] WHERE it.retractedAt IS NULL) AND all(step4 IN part_of4 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL AND startNode(step4).retractedAt IS NULL)
    WITH *, 'WORK' IN person2Mask AND size(person2Places) = 0 AS told19, business.id IN toldBusiness AS told20, business2.id IN toldBusiness AS told21
    RETURN collect({of: 12, gives: CASE WHEN size(codes2) = 0 AND size(codes3) = 0 THEN [entry9 IN reduce(found20 = [], seat14 IN [seat14 IN ctx.seats WHERE seat14.position = position15.id AND seat14.reach IN ['LOCAL']] | found20 + seat14.codes + seat14.themed) WHERE split(entry9, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] ELSE [] END, path: [CASE WHEN told19 THEN [position15.id] ELSE [] END, CASE WHEN told19 AND told20 THEN [business.id, business.name] ELSE [] END, CASE WHEN told19 AND told21 THEN [business2.id, business2.name] ELSE [] END, [person2.id]], ends: CASE WHEN told19 THEN [holds14.validTo] ELSE [] END + CASE WHEN told19 AND told20 THEN [at15.validTo] ELSE [] END + CASE WHEN told19 AND told21 THEN [employed_by.validTo] ELSE [] END + CASE WHEN told19 AND told21 AND told20 THEN [step IN part_of4 | step.validTo] ELSE [] END}) AS reasons13
  }
  RETURN head(collect({it: {id: person2.id}, access: {mask: person2Mask, codes: person2Decided.codes, offered: person2Decided.offered, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects, reasons: reasons + reasons2 + reasons3 + reasons4 + reasons5 + reasons6 + reasons7 + reasons8 + reasons9 + reasons10 + reasons11 + reasons12 + reasons13})) AS person
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, ctx.withheld AS withheld, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, head([it2 IN person2s | {id: it2.id, type: 'Person'}]) AS there, person
