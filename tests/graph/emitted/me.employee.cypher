// Me (employee)
OPTIONAL MATCH (viewer:Employee {ident: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)-[holds:HOLDS]->(position:Position)
  WHERE holds.validFrom <= $given.now AND coalesce(holds.validTo, 9007199254740991) > $given.now AND holds.retractedAt IS NULL AND position.retractedAt IS NULL
  RETURN collect(DISTINCT position) AS positions2
}
CALL (viewer) {
  MATCH (viewer)-[is:IS]->(subject2:Person)
  WHERE is.retractedAt IS NULL AND subject2.retractedAt IS NULL
  RETURN collect(DISTINCT subject2) AS persons
}
CALL (viewer) {
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection3:Protection)
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection3.retractedAt IS NULL
  RETURN collect(DISTINCT protection3) AS protections
}
CALL (viewer) {
  MATCH (viewer)-[holds2:HOLDS]->(position4:Position)
  WHERE coalesce(holds2.validFrom <= $given.now, true) AND coalesce(holds2.validTo > $given.now, true) AND holds2.retractedAt IS NULL AND position4.retractedAt IS NULL
  RETURN collect(DISTINCT position4) AS positions3
}
CALL (viewer) {
  MATCH (viewer)-[is2:IS]->(person3:Person)
  WHERE is2.validFrom <= $given.now AND coalesce(is2.validTo, 9007199254740991) > $given.now AND is2.retractedAt IS NULL AND person3.retractedAt IS NULL
  RETURN collect(DISTINCT person3) AS persons2
}
CALL (viewer) {
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case:Case)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case.retractedAt IS NULL
  RETURN collect(DISTINCT case) AS cases
}
CALL (viewer, positions2) {
  UNWIND positions2 AS position10
  MATCH (position10)-[in3:IN]->(role2:Role)-[may_state:MAY_STATE]->(purpose2:Purpose)
  WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND role2.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose2.retractedAt IS NULL
  AND purpose2.code = $given.purpose
  WITH DISTINCT purpose2
  OPTIONAL MATCH (purpose2)-[covers:COVERS]->(category:Category)
  WHERE covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH count(DISTINCT purpose2) > 0 AS permitted, collect(DISTINCT category.code) AS codes
  RETURN permitted, codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END AS covered
}
CALL (viewer, covered, positions2) {
  UNWIND positions2 AS position11
  MATCH (position11)-[in4:IN]->(role3:Role)
  WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND role3.retractedAt IS NULL
  WITH position11, role3, COLLECT {
    MATCH (role3)-[covers2:COVERS]->(category2:Category)
    WHERE covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND category2.retractedAt IS NULL
    AND 'READ' IN coalesce(covers2.actions, ['READ'])
    UNWIND [category2.code] + CASE category2.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code
    WITH code
    WHERE code IN covered
    RETURN DISTINCT code
  } AS codes, COLLECT {
    MATCH (role3)-[covers3:COVERS]->(category3:Category)
    WHERE covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category3.retractedAt IS NULL
    MATCH (role3)-[handles:HANDLES]->(theme3:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme3.retractedAt IS NULL
    AND 'READ' IN coalesce(covers3.actions, ['READ']) AND category3.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category3.code IN covered
    RETURN DISTINCT category3.code + ':' + theme3.code
  } AS themed
  RETURN collect({position: position11.id, reach: role3.reach, codes: codes, themed: themed}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case4
  MATCH (case4)-[concerns3:CONCERNS]->(person6:Person)
  WHERE concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL AND person6.retractedAt IS NULL
  AND case4.id = $given.case
  RETURN collect(DISTINCT person6.id) AS caseSubjects
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position2
  MATCH (position2)-[at2:AT]->(unit2:Unit)
  WHERE at2.validFrom <= $given.now AND coalesce(at2.validTo, 9007199254740991) > $given.now AND at2.retractedAt IS NULL AND unit2.retractedAt IS NULL
  MATCH (viewer)-[cleared_for:CLEARED_FOR]->(protection:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for.validFrom <= $given.now AND coalesce(cleared_for.validTo, 9007199254740991) > $given.now AND cleared_for.retractedAt IS NULL AND protection.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted
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
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position3
  MATCH (position3)-[at3:AT]->(unit3:Unit)
  WHERE at3.validFrom <= $given.now AND coalesce(at3.validTo, 9007199254740991) > $given.now AND at3.retractedAt IS NULL AND unit3.retractedAt IS NULL
  RETURN count(*) > 0 AS staff
}
CALL (viewer, covered, seats, protections) {
  UNWIND protections AS protection4
  MATCH (protection4)-[opens:OPENS*0..1]->(protection5)
  WHERE all(step2 IN opens WHERE step2.validFrom <= $given.now AND coalesce(step2.validTo, 9007199254740991) > $given.now AND step2.retractedAt IS NULL) AND protection5.retractedAt IS NULL
  RETURN collect(DISTINCT protection5.id) AS protectionExcepted
}
CALL (viewer, covered, seats, positions3) {
  UNWIND positions3 AS position5
  MATCH (position5)-[at4:AT]->(unit4:Unit)
  WHERE coalesce(at4.validFrom <= $given.now, true) AND coalesce(at4.validTo > $given.now, true) AND at4.retractedAt IS NULL AND unit4.retractedAt IS NULL
  RETURN count(*) > 0 AS shielded
}
CALL (viewer, covered, seats, persons2) {
  UNWIND persons2 AS person4
  RETURN count(*) > 0 AS excepted2
}
CALL (viewer, covered, seats, positions3) {
  UNWIND positions3 AS position7
  MATCH (position7)-[at6:AT]->(unit6:Unit)
  WHERE coalesce(at6.validFrom <= $given.now, true) AND coalesce(at6.validTo > $given.now, true) AND at6.retractedAt IS NULL AND unit6.retractedAt IS NULL
  RETURN collect(DISTINCT unit6.id) AS sameOffice
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position8
  MATCH (position8)-[at7:AT]->(unit7:Unit)-[serves:SERVES]->(area2:Area)
  WHERE at7.validFrom <= $given.now AND coalesce(at7.validTo, 9007199254740991) > $given.now AND at7.retractedAt IS NULL AND unit7.retractedAt IS NULL AND serves.validFrom <= $given.now AND coalesce(serves.validTo, 9007199254740991) > $given.now AND serves.retractedAt IS NULL AND area2.retractedAt IS NULL AND serves.theme IS NULL
  WITH position8, covered, seats, collect(DISTINCT area2.id) AS at
  WITH at, reduce(found = [], seat IN [seat IN seats WHERE seat.position = position8.id AND seat.reach IN ['LOCAL']] | found + seat.codes + seat.themed) AS gives
  RETURN collect({at: at, gives: gives}) AS localOffice
}
CALL (viewer, covered, seats, positions2) {
  UNWIND positions2 AS position9
  MATCH (position9)-[at8:AT]->(unit8:Unit)
  WHERE at8.validFrom <= $given.now AND coalesce(at8.validTo, 9007199254740991) > $given.now AND at8.retractedAt IS NULL AND unit8.retractedAt IS NULL
  WITH DISTINCT position9, covered, seats
  WITH reduce(found = [], seat IN [seat IN seats WHERE seat.position = position9.id AND seat.reach IN ['NATIONAL']] | found + seat.codes + seat.themed) AS gives
  RETURN reduce(found = [], each IN collect(gives) | found + each) AS nationalRole
}
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case2
  MATCH (case2)-[concerns:CONCERNS {part: 'MAIN'}]->(subject10:Person)
  WHERE concerns.validFrom <= $given.now AND coalesce(concerns.validTo, 9007199254740991) > $given.now AND concerns.retractedAt IS NULL AND subject10.retractedAt IS NULL AND (case2.closedAt IS NULL OR case2.closedAt > $given.now)
  WITH case2, covered, seats, collect(DISTINCT subject10.id) AS at
  WITH at, reduce(found = [], seat IN seats | found + seat.codes + [each IN seat.themed WHERE split(each, ':')[1] IN COLLECT {
    MATCH (case2)-[in:IN]->(theme:Theme)
    WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
    RETURN theme.code
  }]) AS gives
  RETURN collect({at: at, gives: gives}) AS assignedCase
}
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case3
  MATCH (case3)-[concerns2:CONCERNS {part: 'PARTY'}]->(subject11:Person)
  WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject11.retractedAt IS NULL AND (case3.closedAt IS NULL OR case3.closedAt > $given.now)
  WITH case3, covered, seats, collect(DISTINCT subject11.id) AS at
  WITH at, reduce(found = [], seat IN seats | found + seat.codes + [each IN seat.themed WHERE split(each, ':')[1] IN COLLECT {
    MATCH (case3)-[in2:IN]->(theme2:Theme)
    WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme2.retractedAt IS NULL
    RETURN theme2.code
  }]) AS gives
  RETURN collect({at: at, gives: gives}) AS assignedCaseParty
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, excepted: excepted, disqualified: self + child + parent + partner + partnerBack + sibling + commonChild, staff: staff, protectionExcepted: protectionExcepted, shielded: shielded, excepted2: excepted2, sameOffice: sameOffice, seats: seats, localOffice: localOffice, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty} AS ctx
CALL (viewer, ctx) {
  WITH * WHERE ctx.permitted
  CALL (ctx, viewer) {
    MATCH (viewer)-[edge2:HOLDS]->(node2:Position)
    WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1000
    CALL (ctx, node) {
      MATCH (node)-[edge4:IN]->(node4:Role)
      WHERE edge4.validFrom <= $given.now AND coalesce(edge4.validTo, 9007199254740991) > $given.now AND edge4.retractedAt IS NULL AND node4.retractedAt IS NULL
      WITH *, node4 AS node3, edge4 AS edge3
      WITH * ORDER BY edge3.validFrom DESC, edge3.id LIMIT 1
      RETURN collect({it: {code: node3.code, name: node3.name}}) AS role
    }
    CALL (ctx, node) {
      MATCH (node)-[edge6:AT]->(node6:Unit)
      WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL
      WITH *, node6 AS node5, edge6 AS edge5
      WITH * ORDER BY edge5.validFrom DESC, edge5.id LIMIT 1
      WITH *, CASE WHEN NOT ctx.excepted AND node5.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node5Places
      RETURN collect({it: {number: CASE WHEN size(node5Places) = 0 THEN node5.number END, name: CASE WHEN size(node5Places) = 0 THEN node5.name ELSE 'NAV' END}, places: node5Places}) AS unit
    }
    CALL (ctx, node) {
      MATCH (node)-[edge8:AT]->(node8:Municipality)
      WHERE edge8.validFrom <= $given.now AND coalesce(edge8.validTo, 9007199254740991) > $given.now AND edge8.retractedAt IS NULL AND node8.retractedAt IS NULL
      WITH *, node8 AS node7, edge8 AS edge7
      WITH * ORDER BY edge7.validFrom DESC, edge7.id LIMIT 1
      RETURN collect({it: {name: node7.name}}) AS municipality
    }
    CALL (ctx, node) {
      MATCH (node)-[edge10:AT]->(node10:Business)
      WHERE edge10.validFrom <= $given.now AND coalesce(edge10.validTo, 9007199254740991) > $given.now AND edge10.retractedAt IS NULL AND node10.retractedAt IS NULL
      WITH *, node10 AS node9, edge10 AS edge9
      CALL (ctx, node9) {
        MATCH (node9)-[part_of:PART_OF*0..2]->(business2:Business)-[owned_by:OWNED_BY]->(subject:Person)
        WHERE all(step IN part_of WHERE step.validFrom <= $given.now AND coalesce(step.validTo, 9007199254740991) > $given.now AND step.retractedAt IS NULL) AND business2.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject.retractedAt IS NULL
        WITH *, CASE WHEN subject.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (subject)-[protected_as:PROTECTED_AS]->(protection2:Protection)
          WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection2.retractedAt IS NULL
          AND ((ctx.id <> subject.id AND protection2.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection2.id IN ctx.protectionExcepted)) OR (protection2.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection2.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection2.code
        } + CASE WHEN NOT ctx.excepted2 THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (subject)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position6:Position)-[at5:AT]->(unit5:Unit)
          WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position6.retractedAt IS NULL AND coalesce(at5.validFrom <= $given.now, true) AND coalesce(at5.validTo > $given.now, true) AND at5.retractedAt IS NULL AND unit5.retractedAt IS NULL
          AND unit5.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> subject.id AND subject.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subjectCodes
        WITH *, COLLECT {
          MATCH (subject)-[belongs_to:BELONGS_TO]->(area:Area)
          WHERE belongs_to.validFrom <= $given.now AND coalesce(belongs_to.validTo, 9007199254740991) > $given.now AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL
          RETURN area.id
        } AS areas
        WITH *, reduce(found2 = [], row IN ctx.localOffice | CASE WHEN any(key IN areas WHERE key IN row.at) THEN found2 + row.gives ELSE found2 END) + ctx.nationalRole + reduce(found3 = [], row2 IN ctx.assignedCase | CASE WHEN subject.id IN row2.at THEN found3 + row2.gives ELSE found3 END) + reduce(found4 = [], row3 IN ctx.assignedCaseParty | CASE WHEN subject.id IN row3.at THEN found4 + row3.gives ELSE found4 END) AS subjectGranted
        WITH *, CASE WHEN size(subjectCodes) > 0 THEN [] ELSE subjectGranted END AS subjectMask
        WITH *, (true AND 'WORK' IN subjectMask) AS whole, 'WORK' IN subjectMask AS shown
        RETURN collect({whole: whole, shown: shown}) AS ways
      }
      WITH *, (NOT EXISTS {
        MATCH (node9)-[part_of2:PART_OF*0..2]->(business3:Business)-[owned_by2:OWNED_BY]->(subject12:Person)
        WHERE all(step3 IN part_of2 WHERE coalesce(step3.validFrom <= $given.now, true) AND coalesce(step3.validTo > $given.now, true) AND step3.retractedAt IS NULL) AND business3.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject12.retractedAt IS NULL
      }) OR any(way IN ways WHERE way.whole) AS node9Whole
      WITH *, node9Whole AS node9Shown
      WITH * WHERE node9Shown AND size(CASE WHEN NOT EXISTS {
        MATCH (node9)-[owned_by3:OWNED_BY]->(person5:Person)
        WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person5.retractedAt IS NULL
      } AND node9.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
      WITH * ORDER BY edge9.validFrom DESC, edge9.id LIMIT 1
      RETURN collect({it: {name: node9.name}, whole: node9Whole}) AS business
    }
    RETURN collect({it: {role: head(role), unit: head(unit), municipality: head(municipality), business: head(business), validTo: edge.validTo}}) AS positions
  }
  RETURN head(collect({id: viewer.id, name: viewer.displayName, positions: positions})) AS root
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, root
