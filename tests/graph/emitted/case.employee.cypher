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
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case3:Case)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case3.retractedAt IS NULL
  RETURN collect(DISTINCT case3) AS cases
}
CALL (viewer, positions) {
  UNWIND positions AS position13
  MATCH (position13)-[in4:IN]->(role:Role)-[may_state:MAY_STATE]->(purpose2:Purpose)
  WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND role.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose2.retractedAt IS NULL
  AND purpose2.code = $given.purpose
  WITH DISTINCT purpose2
  OPTIONAL MATCH (purpose2)-[covers:COVERS]->(category:Category)
  WHERE covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH count(DISTINCT purpose2) > 0 AS permitted, collect(DISTINCT category.code) AS codes
  RETURN permitted, codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position14
  MATCH (position14)-[in5:IN]->(role2:Role)
  WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND role2.retractedAt IS NULL
  WITH position14, role2, COLLECT {
    MATCH (role2)-[covers2:COVERS]->(category2:Category)
    WHERE covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND category2.retractedAt IS NULL
    AND 'READ' IN coalesce(covers2.actions, ['READ'])
    UNWIND [category2.code] + CASE category2.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code
    WITH code
    WHERE code IN covered
    RETURN DISTINCT code
  } AS codes, COLLECT {
    MATCH (role2)-[covers3:COVERS]->(category3:Category)
    WHERE covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category3.retractedAt IS NULL
    MATCH (role2)-[handles:HANDLES]->(theme8:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme8.retractedAt IS NULL
    AND 'READ' IN coalesce(covers3.actions, ['READ']) AND category3.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category3.code IN covered
    RETURN DISTINCT category3.code + ':' + theme8.code
  } AS themed
  RETURN collect({position: position14.id, reach: role2.reach, codes: codes, themed: themed}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case6
  MATCH (case6)-[concerns6:CONCERNS]->(person9:Person)
  WHERE concerns6.validFrom <= $given.now AND coalesce(concerns6.validTo, 9007199254740991) > $given.now AND concerns6.retractedAt IS NULL AND person9.retractedAt IS NULL
  AND case6.id = $given.case
  RETURN collect(DISTINCT person9.id) AS caseSubjects
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
  MATCH (self4)-[partner_of:PARTNER_OF]->(subject6:Person)
  WHERE partner_of.retractedAt IS NULL AND subject6.retractedAt IS NULL
  RETURN collect(DISTINCT subject6.id) AS partner
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)<-[partner_of2:PARTNER_OF]-(subject7:Person)
  WHERE partner_of2.retractedAt IS NULL AND subject7.retractedAt IS NULL
  RETURN collect(DISTINCT subject7.id) AS partnerBack
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self6
  MATCH (self6)<-[parent_of3:PARENT_OF]-(person:Person)
  WHERE parent_of3.retractedAt IS NULL AND person.retractedAt IS NULL
  MATCH (person)-[parent_of4:PARENT_OF]->(subject8:Person)
  WHERE parent_of4.retractedAt IS NULL AND subject8.retractedAt IS NULL AND self6.id <> subject8.id
  RETURN collect(DISTINCT subject8.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self7
  MATCH (self7)-[parent_of5:PARENT_OF]->(person2:Person)
  WHERE parent_of5.retractedAt IS NULL AND person2.retractedAt IS NULL
  MATCH (person2)<-[parent_of6:PARENT_OF]-(subject9:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject9.retractedAt IS NULL AND self7.id <> subject9.id
  RETURN collect(DISTINCT subject9.id) AS commonChild
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
  WHERE all(step IN opens WHERE step.validFrom <= $given.now AND coalesce(step.validTo, 9007199254740991) > $given.now AND step.retractedAt IS NULL) AND protection4.retractedAt IS NULL
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
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position7
  MATCH (position7)-[at6:AT]->(unit5:Unit)-[serves:SERVES]->(area2:Area)
  WHERE at6.validFrom <= $given.now AND coalesce(at6.validTo, 9007199254740991) > $given.now AND at6.retractedAt IS NULL AND unit5.retractedAt IS NULL AND serves.validFrom <= $given.now AND coalesce(serves.validTo, 9007199254740991) > $given.now AND serves.retractedAt IS NULL AND area2.retractedAt IS NULL AND serves.theme IS NULL
  WITH position7, covered, seats, collect(DISTINCT area2.id) AS at
  WITH at, reduce(found = [], seat IN [seat IN seats WHERE seat.position = position7.id AND seat.reach IN ['LOCAL']] | found + seat.codes + seat.themed) AS gives
  RETURN collect({at: at, gives: gives}) AS localOffice
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position8
  MATCH (position8)-[at7:AT]->(unit6:Unit)
  WHERE at7.validFrom <= $given.now AND coalesce(at7.validTo, 9007199254740991) > $given.now AND at7.retractedAt IS NULL AND unit6.retractedAt IS NULL
  WITH DISTINCT position8, covered, seats
  WITH reduce(found = [], seat IN [seat IN seats WHERE seat.position = position8.id AND seat.reach IN ['NATIONAL']] | found + seat.codes + seat.themed) AS gives
  RETURN reduce(found = [], each IN collect(gives) | found + each) AS nationalRole
}
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case4
  MATCH (case4)-[concerns2:CONCERNS {part: 'MAIN'}]->(subject10:Person)
  WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject10.retractedAt IS NULL AND (case4.closedAt IS NULL OR case4.closedAt > $given.now)
  WITH case4, covered, seats, collect(DISTINCT subject10.id) AS at
  WITH at, reduce(found = [], seat IN seats | found + seat.codes + [each IN seat.themed WHERE split(each, ':')[1] IN COLLECT {
    MATCH (case4)-[in:IN]->(theme:Theme)
    WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
    RETURN theme.code
  }]) AS gives
  RETURN collect({at: at, gives: gives}) AS assignedCase
}
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case5
  MATCH (case5)-[concerns3:CONCERNS {part: 'PARTY'}]->(subject11:Person)
  WHERE concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL AND subject11.retractedAt IS NULL AND (case5.closedAt IS NULL OR case5.closedAt > $given.now)
  WITH case5, covered, seats, collect(DISTINCT subject11.id) AS at
  WITH at, reduce(found = [], seat IN seats | found + seat.codes + [each IN seat.themed WHERE split(each, ':')[1] IN COLLECT {
    MATCH (case5)-[in2:IN]->(theme2:Theme)
    WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme2.retractedAt IS NULL
    RETURN theme2.code
  }]) AS gives
  RETURN collect({at: at, gives: gives}) AS assignedCaseParty
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position10
  MATCH (position10)-[at9:AT]->(unit9:Unit)
  WHERE at9.validFrom <= $given.now AND coalesce(at9.validTo, 9007199254740991) > $given.now AND at9.retractedAt IS NULL AND unit9.retractedAt IS NULL
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection9:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection9.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, disqualified: self + child + parent + partner + partnerBack + sibling + commonChild, staff: staff, protectionExcepted: protectionExcepted, shielded: shielded, excepted: excepted, sameOffice: sameOffice, seats: seats, localOffice: localOffice, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, excepted2: excepted2} AS ctx
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
    } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (subject)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position5:Position)-[at4:AT]->(unit3:Unit)
      WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position5.retractedAt IS NULL AND coalesce(at4.validFrom <= $given.now, true) AND coalesce(at4.validTo > $given.now, true) AND at4.retractedAt IS NULL AND unit3.retractedAt IS NULL
      AND unit3.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> subject.id AND subject.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subjectCodes
    WITH *, COLLECT {
      MATCH (subject)-[belongs_to:BELONGS_TO]->(area:Area)
      WHERE belongs_to.validFrom <= $given.now AND coalesce(belongs_to.validTo, 9007199254740991) > $given.now AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL
      RETURN area.id
    } AS areas
    WITH *, reduce(found2 = [], row IN ctx.localOffice | CASE WHEN any(key IN areas WHERE key IN row.at) THEN found2 + row.gives ELSE found2 END) + ctx.nationalRole + reduce(found3 = [], row2 IN ctx.assignedCase | CASE WHEN subject.id IN row2.at THEN found3 + row2.gives ELSE found3 END) + reduce(found4 = [], row3 IN ctx.assignedCaseParty | CASE WHEN subject.id IN row3.at THEN found4 + row3.gives ELSE found4 END) AS subjectGranted
    WITH *, CASE WHEN size(subjectCodes) > 0 THEN [] ELSE subjectGranted END AS subjectMask
    WITH *, COLLECT {
      MATCH (case2)-[in3:IN]->(theme3:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme3.retractedAt IS NULL
      RETURN {code: theme3.code, secret: coalesce(theme3.secret, false)}
    } AS case2Themes
    WITH *, (true AND ('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme4 IN case2Themes WHERE 'CASES:' + theme4.code IN subjectMask)))) AS whole, (('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme5 IN case2Themes WHERE 'CASES:' + theme5.code IN subjectMask))) OR (ctx.staff AND 'CASES' IN subjectMask AND (size(case2Themes) > 0 AND none(theme6 IN case2Themes WHERE theme6.secret)))) AS shown
    RETURN collect({whole: whole, shown: shown}) AS ways
  }
  WITH *, any(way IN ways WHERE way.whole) AS case2Whole, any(way IN ways WHERE way.shown) AS case2Shown
  WITH * WHERE case2Shown AND size(CASE WHEN EXISTS {
    MATCH (case2)-[concerns4:CONCERNS]->(party:Person)
    WHERE coalesce(concerns4.validFrom <= $given.now, true) AND coalesce(concerns4.validTo > $given.now, true) AND concerns4.retractedAt IS NULL AND party.retractedAt IS NULL
    WITH CASE WHEN party.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (party)-[protected_as2:PROTECTED_AS]->(protection5:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection5.retractedAt IS NULL
      AND ((ctx.id <> party.id AND protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection5.id IN ctx.protectionExcepted)) OR (protection5.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection5.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection5.code
    } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (party)<-[is4:IS]-(employee2:Employee)-[holds4:HOLDS]->(position9:Position)-[at8:AT]->(unit7:Unit)
      WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position9.retractedAt IS NULL AND coalesce(at8.validFrom <= $given.now, true) AND coalesce(at8.validTo > $given.now, true) AND at8.retractedAt IS NULL AND unit7.retractedAt IS NULL
      AND unit7.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party.id AND party.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS partyCodes
    WHERE size(partyCodes) > 0
    RETURN partyCodes
  } THEN ['PARTY'] ELSE [] END) = 0
  WITH *, COLLECT {
    MATCH (case2)-[held:CONCERNS]->(other:Person)-[protected:PROTECTED_AS]->(protection6:Protection)
    WHERE protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> other.id AND (held.validFrom IS NULL OR protected.validTo IS NULL OR held.validFrom < protected.validTo) AND (protected.validFrom IS NULL OR held.validTo IS NULL OR protected.validFrom < held.validTo) AND NOT (ctx.staff AND protection6.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection6.code
  } + COLLECT {
    MATCH (case2)-[held2:CONCERNS]->(other2:Person)-[has_address:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(person5:Person)-[protected2:PROTECTED_AS]->(protection7:Protection)
    WHERE protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> other2.id AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT (ctx.staff AND protection7.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection7.code
  } + COLLECT {
    MATCH (case2)-[held3:CONCERNS]->(other3:Person)-[member_of:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(person6:Person)-[protected3:PROTECTED_AS]->(protection8:Protection)
    WHERE protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> other3.id AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection8.code
  } AS case2Places
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge2:IN]->(node2:Theme)
    WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1
    RETURN collect({it: {code: node.code, name: node.name}}) AS theme7
  }
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge4:OWNED_BY]->(node4:Unit)
    WHERE edge4.validFrom <= $given.now AND coalesce(edge4.validTo, 9007199254740991) > $given.now AND edge4.retractedAt IS NULL AND node4.retractedAt IS NULL
    AND size(case2Places) = 0 AND case2Whole
    WITH *, node4 AS node3, edge4 AS edge3
    WITH * ORDER BY edge3.validFrom DESC, edge3.id LIMIT 1
    WITH *, CASE WHEN NOT ctx.excepted2 AND node3.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node3Places
    RETURN collect({it: {id: CASE WHEN size(node3Places) = 0 THEN node3.id ELSE 'unit:NAV' END, number: CASE WHEN size(node3Places) = 0 THEN node3.number END, name: CASE WHEN size(node3Places) = 0 THEN node3.name ELSE 'NAV' END}, places: node3Places}) AS unit8
  }
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge6:CONCERNS]->(node6:Person|Business)
    WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL
    AND case2Whole
    WITH *, node6 AS node5, edge6 AS edge5
    CALL (ctx, node5, edge5, case2Places, case2Whole) {
      UNWIND CASE WHEN node5:Person THEN [node5] ELSE [] END AS person7
      WITH *, CASE WHEN person7.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (person7)-[protected_as3:PROTECTED_AS]->(protection10:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection10.retractedAt IS NULL
        AND ((ctx.id <> person7.id AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)) OR (protection10.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection10.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (person7)<-[is5:IS]-(employee3:Employee)-[holds5:HOLDS]->(position11:Position)-[at10:AT]->(unit10:Unit)
        WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee3.retractedAt IS NULL AND coalesce(holds5.validFrom <= $given.now, true) AND coalesce(holds5.validTo > $given.now, true) AND holds5.retractedAt IS NULL AND position11.retractedAt IS NULL AND coalesce(at10.validFrom <= $given.now, true) AND coalesce(at10.validTo > $given.now, true) AND at10.retractedAt IS NULL AND unit10.retractedAt IS NULL
        AND unit10.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> person7.id AND person7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person7Codes
      WITH *, CASE WHEN size(person7Codes) > 0 THEN [] ELSE ['CARD'] END AS person7Mask
      WITH * WHERE (ctx.staff OR size(person7Codes) = 0)
      RETURN collect({it: {id: person7.id, name: CASE WHEN 'CARD' IN person7Mask THEN {full: [person7.givenName, person7.middleName, person7.familyName]} END}, access: {mask: person7Mask, codes: person7Codes, granted: CASE WHEN size(person7Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
    }
    CALL (ctx, node5, edge5, case2Places, case2Whole) {
      UNWIND CASE WHEN node5:Business THEN [node5] ELSE [] END AS business
      CALL (ctx, business) {
        MATCH (business)-[part_of:PART_OF*0..2]->(business2:Business)-[owned_by:OWNED_BY]->(subject13:Person)
        WHERE all(step2 IN part_of WHERE step2.validFrom <= $given.now AND coalesce(step2.validTo, 9007199254740991) > $given.now AND step2.retractedAt IS NULL) AND business2.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject13.retractedAt IS NULL
        WITH *, CASE WHEN subject13.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (subject13)-[protected_as4:PROTECTED_AS]->(protection11:Protection)
          WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection11.retractedAt IS NULL
          AND ((ctx.id <> subject13.id AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)) OR (protection11.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection11.code
        } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (subject13)<-[is6:IS]-(employee4:Employee)-[holds6:HOLDS]->(position12:Position)-[at11:AT]->(unit11:Unit)
          WHERE coalesce(is6.validFrom <= $given.now, true) AND coalesce(is6.validTo > $given.now, true) AND is6.retractedAt IS NULL AND employee4.retractedAt IS NULL AND coalesce(holds6.validFrom <= $given.now, true) AND coalesce(holds6.validTo > $given.now, true) AND holds6.retractedAt IS NULL AND position12.retractedAt IS NULL AND coalesce(at11.validFrom <= $given.now, true) AND coalesce(at11.validTo > $given.now, true) AND at11.retractedAt IS NULL AND unit11.retractedAt IS NULL
          AND unit11.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> subject13.id AND subject13.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject13Codes
        WITH *, COLLECT {
          MATCH (subject13)-[belongs_to2:BELONGS_TO]->(area3:Area)
          WHERE belongs_to2.validFrom <= $given.now AND coalesce(belongs_to2.validTo, 9007199254740991) > $given.now AND belongs_to2.retractedAt IS NULL AND area3.retractedAt IS NULL
          RETURN area3.id
        } AS area3s
        WITH *, reduce(found5 = [], row4 IN ctx.localOffice | CASE WHEN any(key IN area3s WHERE key IN row4.at) THEN found5 + row4.gives ELSE found5 END) + ctx.nationalRole + reduce(found6 = [], row5 IN ctx.assignedCase | CASE WHEN subject13.id IN row5.at THEN found6 + row5.gives ELSE found6 END) + reduce(found7 = [], row6 IN ctx.assignedCaseParty | CASE WHEN subject13.id IN row6.at THEN found7 + row6.gives ELSE found7 END) AS subject13Granted
        WITH *, CASE WHEN size(subject13Codes) > 0 THEN [] ELSE subject13Granted END AS subject13Mask
        WITH *, (true AND 'WORK' IN subject13Mask) AS whole2, 'WORK' IN subject13Mask AS shown2
        RETURN collect({whole: whole2, shown: shown2}) AS ways2
      }
      WITH *, (NOT EXISTS {
        MATCH (business)-[part_of2:PART_OF*0..2]->(business3:Business)-[owned_by2:OWNED_BY]->(subject14:Person)
        WHERE all(step3 IN part_of2 WHERE coalesce(step3.validFrom <= $given.now, true) AND coalesce(step3.validTo > $given.now, true) AND step3.retractedAt IS NULL) AND business3.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject14.retractedAt IS NULL
      }) OR any(way2 IN ways2 WHERE way2.whole) AS businessWhole
      WITH *, businessWhole AS businessShown
      WITH * WHERE businessShown AND size(CASE WHEN NOT EXISTS {
        MATCH (business)-[owned_by3:OWNED_BY]->(person8:Person)
        WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person8.retractedAt IS NULL
      } AND business.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
      RETURN collect({it: {id: business.id, name: business.name}, whole: businessWhole, type: 'Business'}) AS asBusiness
    }
    WITH *, asPerson + asBusiness AS found8
    WITH * WHERE size(found8) > 0
    WITH * WHERE $given.a2 IS NULL OR edge5.validFrom < $given.a2[0] OR (edge5.validFrom = $given.a2[0] AND edge5.id > $given.a2[1])
    WITH * ORDER BY edge5.validFrom DESC, edge5.id LIMIT $given.a1 + 1
    RETURN collect({edge: {part: edge5.part}, position: [edge5.validFrom, edge5.id], of: head(found8)}) AS partiesRows
  }
  WITH *, {rows: partiesRows} AS parties
  RETURN head(collect({it: {id: case2.id, title: CASE WHEN case2Whole THEN case2.title END, status: case2.status, openedAt: case2.openedAt, closedAt: case2.closedAt, theme: head(theme7), unit: CASE WHEN size(case2Places) = 0 AND case2Whole THEN head(unit8) END, parties: CASE WHEN case2Whole THEN parties END}, whole: case2Whole, places: case2Places, concerned: $given.case IS NULL OR EXISTS {
    MATCH (case2)-[concerns5:CONCERNS]->(subject12:Person)
    WHERE concerns5.validFrom <= $given.now AND coalesce(concerns5.validTo, 9007199254740991) > $given.now AND concerns5.retractedAt IS NULL AND subject12.retractedAt IS NULL
    AND subject12.id IN ctx.caseSubjects
  }})) AS case
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, case
