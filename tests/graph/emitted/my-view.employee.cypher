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
  MATCH (viewer)-[assigned_to:ASSIGNED_TO]->(case:Case)
  WHERE assigned_to.validFrom <= $given.now AND coalesce(assigned_to.validTo, 9007199254740991) > $given.now AND assigned_to.retractedAt IS NULL AND case.retractedAt IS NULL
  RETURN collect(DISTINCT case) AS cases
}
CALL (viewer, positions) {
  UNWIND positions AS position20
  MATCH (position20)-[in5:IN]->(role:Role)-[may_state:MAY_STATE]->(purpose2:Purpose)
  WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND role.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose2.retractedAt IS NULL
  AND purpose2.code = $given.purpose
  WITH DISTINCT purpose2
  OPTIONAL MATCH (purpose2)-[covers:COVERS]->(category:Category)
  WHERE covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH count(DISTINCT purpose2) > 0 AS permitted, collect(DISTINCT category.code) AS codes
  RETURN permitted, codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position21
  MATCH (position21)-[in6:IN]->(role2:Role)
  WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND role2.retractedAt IS NULL
  WITH position21, role2, COLLECT {
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
    MATCH (role2)-[handles:HANDLES]->(theme12:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme12.retractedAt IS NULL
    AND 'READ' IN coalesce(covers3.actions, ['READ']) AND category3.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category3.code IN covered
    RETURN DISTINCT category3.code + ':' + theme12.code
  } AS themed
  RETURN collect({position: position21.id, reach: role2.reach, codes: codes, themed: themed}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case4
  MATCH (case4)-[concerns5:CONCERNS]->(person19:Person)
  WHERE concerns5.validFrom <= $given.now AND coalesce(concerns5.validTo, 9007199254740991) > $given.now AND concerns5.retractedAt IS NULL AND person19.retractedAt IS NULL
  AND case4.id = $given.case
  RETURN collect(DISTINCT person19.id) AS caseSubjects
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
  MATCH (self4)-[partner_of:PARTNER_OF]->(subject5:Person)
  WHERE partner_of.retractedAt IS NULL AND subject5.retractedAt IS NULL
  RETURN collect(DISTINCT subject5.id) AS partner
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self5
  MATCH (self5)<-[partner_of2:PARTNER_OF]-(subject6:Person)
  WHERE partner_of2.retractedAt IS NULL AND subject6.retractedAt IS NULL
  RETURN collect(DISTINCT subject6.id) AS partnerBack
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self6
  MATCH (self6)<-[parent_of3:PARENT_OF]-(person3:Person)
  WHERE parent_of3.retractedAt IS NULL AND person3.retractedAt IS NULL
  MATCH (person3)-[parent_of4:PARENT_OF]->(subject7:Person)
  WHERE parent_of4.retractedAt IS NULL AND subject7.retractedAt IS NULL AND self6.id <> subject7.id
  RETURN collect(DISTINCT subject7.id) AS sibling
}
CALL (viewer, covered, seats, persons) {
  UNWIND persons AS self7
  MATCH (self7)-[parent_of5:PARENT_OF]->(person4:Person)
  WHERE parent_of5.retractedAt IS NULL AND person4.retractedAt IS NULL
  MATCH (person4)<-[parent_of6:PARENT_OF]-(subject8:Person)
  WHERE parent_of6.retractedAt IS NULL AND subject8.retractedAt IS NULL AND self7.id <> subject8.id
  RETURN collect(DISTINCT subject8.id) AS commonChild
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
  UNWIND persons2 AS person6
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
  UNWIND cases AS case2
  MATCH (case2)-[concerns:CONCERNS {part: 'MAIN'}]->(subject9:Person)
  WHERE concerns.validFrom <= $given.now AND coalesce(concerns.validTo, 9007199254740991) > $given.now AND concerns.retractedAt IS NULL AND subject9.retractedAt IS NULL AND (case2.closedAt IS NULL OR case2.closedAt > $given.now)
  WITH case2, covered, seats, collect(DISTINCT subject9.id) AS at
  WITH at, reduce(found = [], seat IN seats | found + seat.codes + [each IN seat.themed WHERE split(each, ':')[1] IN COLLECT {
    MATCH (case2)-[in:IN]->(theme:Theme)
    WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
    RETURN theme.code
  }]) AS gives
  RETURN collect({at: at, gives: gives}) AS assignedCase
}
CALL (viewer, covered, seats, cases) {
  UNWIND cases AS case3
  MATCH (case3)-[concerns2:CONCERNS {part: 'PARTY'}]->(subject10:Person)
  WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject10.retractedAt IS NULL AND (case3.closedAt IS NULL OR case3.closedAt > $given.now)
  WITH case3, covered, seats, collect(DISTINCT subject10.id) AS at
  WITH at, reduce(found = [], seat IN seats | found + seat.codes + [each IN seat.themed WHERE split(each, ':')[1] IN COLLECT {
    MATCH (case3)-[in2:IN]->(theme2:Theme)
    WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme2.retractedAt IS NULL
    RETURN theme2.code
  }]) AS gives
  RETURN collect({at: at, gives: gives}) AS assignedCaseParty
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position18
  MATCH (position18)-[at17:AT]->(unit17:Unit)
  WHERE at17.validFrom <= $given.now AND coalesce(at17.validTo, 9007199254740991) > $given.now AND at17.retractedAt IS NULL AND unit17.retractedAt IS NULL
  MATCH (viewer)-[cleared_for2:CLEARED_FOR]->(protection20:Protection {code: 'STRICTLY_CONFIDENTIAL'})
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection20.retractedAt IS NULL
  RETURN count(*) > 0 AS excepted2
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, disqualified: self + child + parent + partner + partnerBack + sibling + commonChild, staff: staff, protectionExcepted: protectionExcepted, shielded: shielded, excepted: excepted, sameOffice: sameOffice, seats: seats, localOffice: localOffice, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty, excepted2: excepted2} AS ctx
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
  } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (person2)<-[is3:IS]-(employee:Employee)-[holds3:HOLDS]->(position5:Position)-[at4:AT]->(unit3:Unit)
    WHERE coalesce(is3.validFrom <= $given.now, true) AND coalesce(is3.validTo > $given.now, true) AND is3.retractedAt IS NULL AND employee.retractedAt IS NULL AND coalesce(holds3.validFrom <= $given.now, true) AND coalesce(holds3.validTo > $given.now, true) AND holds3.retractedAt IS NULL AND position5.retractedAt IS NULL AND coalesce(at4.validFrom <= $given.now, true) AND coalesce(at4.validTo > $given.now, true) AND at4.retractedAt IS NULL AND unit3.retractedAt IS NULL
    AND unit3.id IN ctx.sameOffice
  } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person2Codes
  WITH *, COLLECT {
    MATCH (person2)-[belongs_to:BELONGS_TO]->(area:Area)
    WHERE belongs_to.validFrom <= $given.now AND coalesce(belongs_to.validTo, 9007199254740991) > $given.now AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL
    RETURN area.id
  } AS areas
  WITH *, reduce(found2 = [], row IN ctx.localOffice | CASE WHEN any(key IN areas WHERE key IN row.at) THEN found2 + row.gives ELSE found2 END) + ctx.nationalRole + reduce(found3 = [], row2 IN ctx.assignedCase | CASE WHEN person2.id IN row2.at THEN found3 + row2.gives ELSE found3 END) + reduce(found4 = [], row3 IN ctx.assignedCaseParty | CASE WHEN person2.id IN row3.at THEN found4 + row3.gives ELSE found4 END) AS person2Granted
  WITH *, CASE WHEN size(person2Codes) > 0 THEN [] ELSE person2Granted END AS person2Mask
  WITH *, COLLECT {
    MATCH (person2)-[protected:PROTECTED_AS]->(protection5:Protection)
    WHERE protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person2.id AND (protected.validFrom IS NULL OR protected.validFrom <= $given.now) AND (protected.validTo IS NULL OR protected.validTo > $given.now) AND NOT (ctx.staff AND protection5.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection5.code
  } + COLLECT {
    MATCH (person2)-[held:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(person7:Person)-[protected2:PROTECTED_AS]->(protection6:Protection)
    WHERE protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person2.id AND (held.validFrom IS NULL OR held.validFrom <= $given.now) AND (held.validTo IS NULL OR held.validTo > $given.now) AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT (ctx.staff AND protection6.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection6.code
  } + COLLECT {
    MATCH (person2)-[held2:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(person8:Person)-[protected3:PROTECTED_AS]->(protection7:Protection)
    WHERE protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person2.id AND (held2.validFrom IS NULL OR held2.validFrom <= $given.now) AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT (ctx.staff AND protection7.id IN ctx.protectionExcepted)
    RETURN DISTINCT protection7.code
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
      RETURN collect({it: {code: node6.code, name: node6.name}}) AS themes
    }
    CALL (ctx, node4, node4Whole) {
      MATCH (node4)-[edge9:FROM]->(node9:Person|Business)
      WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL
      WITH *, node9 AS node8, edge9 AS edge8
      CALL (ctx, node8, edge8, node4Whole) {
        UNWIND CASE WHEN node8:Person THEN [node8] ELSE [] END AS person9
        WITH *, CASE WHEN person9.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (person9)-[protected_as2:PROTECTED_AS]->(protection8:Protection)
          WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection8.retractedAt IS NULL
          AND ((ctx.id <> person9.id AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)) OR (protection8.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection8.code
        } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (person9)<-[is4:IS]-(employee2:Employee)-[holds4:HOLDS]->(position9:Position)-[at8:AT]->(unit7:Unit)
          WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position9.retractedAt IS NULL AND coalesce(at8.validFrom <= $given.now, true) AND coalesce(at8.validTo > $given.now, true) AND at8.retractedAt IS NULL AND unit7.retractedAt IS NULL
          AND unit7.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> person9.id AND person9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person9Codes
        WITH *, CASE WHEN size(person9Codes) > 0 THEN [] ELSE ['CARD'] END AS person9Mask
        WITH * WHERE (ctx.staff OR size(person9Codes) = 0)
        RETURN collect({it: {id: person9.id, name: CASE WHEN 'CARD' IN person9Mask THEN {full: [person9.givenName, person9.middleName, person9.familyName]} END}, access: {mask: person9Mask, codes: person9Codes, granted: CASE WHEN size(person9Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node8, edge8, node4Whole) {
        UNWIND CASE WHEN node8:Business THEN [node8] ELSE [] END AS business
        CALL (ctx, business) {
          MATCH (business)-[part_of:PART_OF*0..2]->(business2:Business)-[owned_by:OWNED_BY]->(subject11:Person)
          WHERE all(step2 IN part_of WHERE step2.validFrom <= $given.now AND coalesce(step2.validTo, 9007199254740991) > $given.now AND step2.retractedAt IS NULL) AND business2.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject11.retractedAt IS NULL
          WITH *, CASE WHEN subject11.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
            MATCH (subject11)-[protected_as3:PROTECTED_AS]->(protection9:Protection)
            WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection9.retractedAt IS NULL
            AND ((ctx.id <> subject11.id AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)) OR (protection9.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)))
            RETURN DISTINCT protection9.code
          } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject11)<-[is5:IS]-(employee3:Employee)-[holds5:HOLDS]->(position10:Position)-[at9:AT]->(unit8:Unit)
            WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee3.retractedAt IS NULL AND coalesce(holds5.validFrom <= $given.now, true) AND coalesce(holds5.validTo > $given.now, true) AND holds5.retractedAt IS NULL AND position10.retractedAt IS NULL AND coalesce(at9.validFrom <= $given.now, true) AND coalesce(at9.validTo > $given.now, true) AND at9.retractedAt IS NULL AND unit8.retractedAt IS NULL
            AND unit8.id IN ctx.sameOffice
          } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> subject11.id AND subject11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject11Codes
          WITH *, COLLECT {
            MATCH (subject11)-[belongs_to2:BELONGS_TO]->(area3:Area)
            WHERE belongs_to2.validFrom <= $given.now AND coalesce(belongs_to2.validTo, 9007199254740991) > $given.now AND belongs_to2.retractedAt IS NULL AND area3.retractedAt IS NULL
            RETURN area3.id
          } AS area3s
          WITH *, reduce(found5 = [], row4 IN ctx.localOffice | CASE WHEN any(key IN area3s WHERE key IN row4.at) THEN found5 + row4.gives ELSE found5 END) + ctx.nationalRole + reduce(found6 = [], row5 IN ctx.assignedCase | CASE WHEN subject11.id IN row5.at THEN found6 + row5.gives ELSE found6 END) + reduce(found7 = [], row6 IN ctx.assignedCaseParty | CASE WHEN subject11.id IN row6.at THEN found7 + row6.gives ELSE found7 END) AS subject11Granted
          WITH *, CASE WHEN size(subject11Codes) > 0 THEN [] ELSE subject11Granted END AS subject11Mask
          WITH *, (true AND 'WORK' IN subject11Mask) AS whole, 'WORK' IN subject11Mask AS shown
          RETURN collect({whole: whole, shown: shown}) AS ways
        }
        WITH *, (NOT EXISTS {
          MATCH (business)-[part_of2:PART_OF*0..2]->(business3:Business)-[owned_by2:OWNED_BY]->(subject12:Person)
          WHERE all(step3 IN part_of2 WHERE coalesce(step3.validFrom <= $given.now, true) AND coalesce(step3.validTo > $given.now, true) AND step3.retractedAt IS NULL) AND business3.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject12.retractedAt IS NULL
        }) OR any(way IN ways WHERE way.whole) AS businessWhole
        WITH *, businessWhole AS businessShown
        WITH * WHERE businessShown AND size(CASE WHEN NOT EXISTS {
          MATCH (business)-[owned_by3:OWNED_BY]->(person10:Person)
          WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person10.retractedAt IS NULL
        } AND business.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business.id, name: business.name}, whole: businessWhole, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found8
      WITH * WHERE size(found8) > 0
      WITH * ORDER BY edge8.validFrom DESC, edge8.id LIMIT 1
      RETURN collect(head(found8)) AS giver
    }
    CALL (ctx, node4, node4Whole) {
      MATCH (node4)-[edge11:TO]->(node11:Person|Business)
      WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
      WITH *, node11 AS node10, edge11 AS edge10
      CALL (ctx, node10, edge10, node4Whole) {
        UNWIND CASE WHEN node10:Person THEN [node10] ELSE [] END AS person11
        WITH *, CASE WHEN person11.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (person11)-[protected_as4:PROTECTED_AS]->(protection10:Protection)
          WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection10.retractedAt IS NULL
          AND ((ctx.id <> person11.id AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)) OR (protection10.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection10.code
        } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (person11)<-[is6:IS]-(employee4:Employee)-[holds6:HOLDS]->(position11:Position)-[at10:AT]->(unit9:Unit)
          WHERE coalesce(is6.validFrom <= $given.now, true) AND coalesce(is6.validTo > $given.now, true) AND is6.retractedAt IS NULL AND employee4.retractedAt IS NULL AND coalesce(holds6.validFrom <= $given.now, true) AND coalesce(holds6.validTo > $given.now, true) AND holds6.retractedAt IS NULL AND position11.retractedAt IS NULL AND coalesce(at10.validFrom <= $given.now, true) AND coalesce(at10.validTo > $given.now, true) AND at10.retractedAt IS NULL AND unit9.retractedAt IS NULL
          AND unit9.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> person11.id AND person11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person11Codes
        WITH *, CASE WHEN size(person11Codes) > 0 THEN [] ELSE ['CARD'] END AS person11Mask
        WITH * WHERE (ctx.staff OR size(person11Codes) = 0)
        RETURN collect({it: {id: person11.id, name: CASE WHEN 'CARD' IN person11Mask THEN {full: [person11.givenName, person11.middleName, person11.familyName]} END}, access: {mask: person11Mask, codes: person11Codes, granted: CASE WHEN size(person11Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson2
      }
      CALL (ctx, node10, edge10, node4Whole) {
        UNWIND CASE WHEN node10:Business THEN [node10] ELSE [] END AS business4
        CALL (ctx, business4) {
          MATCH (business4)-[part_of3:PART_OF*0..2]->(business5:Business)-[owned_by4:OWNED_BY]->(subject13:Person)
          WHERE all(step4 IN part_of3 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL) AND business5.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject13.retractedAt IS NULL
          WITH *, CASE WHEN subject13.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
            MATCH (subject13)-[protected_as5:PROTECTED_AS]->(protection11:Protection)
            WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection11.retractedAt IS NULL
            AND ((ctx.id <> subject13.id AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)) OR (protection11.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)))
            RETURN DISTINCT protection11.code
          } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject13)<-[is7:IS]-(employee5:Employee)-[holds7:HOLDS]->(position12:Position)-[at11:AT]->(unit10:Unit)
            WHERE coalesce(is7.validFrom <= $given.now, true) AND coalesce(is7.validTo > $given.now, true) AND is7.retractedAt IS NULL AND employee5.retractedAt IS NULL AND coalesce(holds7.validFrom <= $given.now, true) AND coalesce(holds7.validTo > $given.now, true) AND holds7.retractedAt IS NULL AND position12.retractedAt IS NULL AND coalesce(at11.validFrom <= $given.now, true) AND coalesce(at11.validTo > $given.now, true) AND at11.retractedAt IS NULL AND unit10.retractedAt IS NULL
            AND unit10.id IN ctx.sameOffice
          } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> subject13.id AND subject13.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject13Codes
          WITH *, COLLECT {
            MATCH (subject13)-[belongs_to3:BELONGS_TO]->(area4:Area)
            WHERE belongs_to3.validFrom <= $given.now AND coalesce(belongs_to3.validTo, 9007199254740991) > $given.now AND belongs_to3.retractedAt IS NULL AND area4.retractedAt IS NULL
            RETURN area4.id
          } AS area4s
          WITH *, reduce(found9 = [], row7 IN ctx.localOffice | CASE WHEN any(key IN area4s WHERE key IN row7.at) THEN found9 + row7.gives ELSE found9 END) + ctx.nationalRole + reduce(found10 = [], row8 IN ctx.assignedCase | CASE WHEN subject13.id IN row8.at THEN found10 + row8.gives ELSE found10 END) + reduce(found11 = [], row9 IN ctx.assignedCaseParty | CASE WHEN subject13.id IN row9.at THEN found11 + row9.gives ELSE found11 END) AS subject13Granted
          WITH *, CASE WHEN size(subject13Codes) > 0 THEN [] ELSE subject13Granted END AS subject13Mask
          WITH *, (true AND 'WORK' IN subject13Mask) AS whole2, 'WORK' IN subject13Mask AS shown2
          RETURN collect({whole: whole2, shown: shown2}) AS ways2
        }
        WITH *, (NOT EXISTS {
          MATCH (business4)-[part_of4:PART_OF*0..2]->(business6:Business)-[owned_by5:OWNED_BY]->(subject14:Person)
          WHERE all(step5 IN part_of4 WHERE coalesce(step5.validFrom <= $given.now, true) AND coalesce(step5.validTo > $given.now, true) AND step5.retractedAt IS NULL) AND business6.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject14.retractedAt IS NULL
        }) OR any(way2 IN ways2 WHERE way2.whole) AS business4Whole
        WITH *, business4Whole AS business4Shown
        WITH * WHERE business4Shown AND size(CASE WHEN NOT EXISTS {
          MATCH (business4)-[owned_by6:OWNED_BY]->(person12:Person)
          WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person12.retractedAt IS NULL
        } AND business4.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business4.id, name: business4.name}, whole: business4Whole, type: 'Business'}) AS asBusiness2
      }
      WITH *, asPerson2 + asBusiness2 AS found12
      WITH * WHERE size(found12) > 0
      WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1
      RETURN collect(head(found12)) AS holder
    }
    RETURN collect({it: {id: node4.id, kind: node4.kind, actions: node4.actions, validFrom: node4.validFrom, validTo: node4.validTo, themes: themes, giver: head(giver), holder: head(holder)}, whole: node4Whole, edge: {}, position: [edge4.validFrom, edge4.id]}) AS mandatesGivenRows
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
      RETURN collect({it: {code: node16.code, name: node16.name}}) AS themes2
    }
    CALL (ctx, node14, node14Whole) {
      MATCH (node14)-[edge19:FROM]->(node19:Person|Business)
      WHERE edge19.validFrom <= $given.now AND coalesce(edge19.validTo, 9007199254740991) > $given.now AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL
      WITH *, node19 AS node18, edge19 AS edge18
      CALL (ctx, node18, edge18, node14Whole) {
        UNWIND CASE WHEN node18:Person THEN [node18] ELSE [] END AS person13
        WITH *, CASE WHEN person13.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (person13)-[protected_as6:PROTECTED_AS]->(protection12:Protection)
          WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection12.retractedAt IS NULL
          AND ((ctx.id <> person13.id AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)) OR (protection12.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection12.code
        } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (person13)<-[is8:IS]-(employee6:Employee)-[holds8:HOLDS]->(position13:Position)-[at12:AT]->(unit11:Unit)
          WHERE coalesce(is8.validFrom <= $given.now, true) AND coalesce(is8.validTo > $given.now, true) AND is8.retractedAt IS NULL AND employee6.retractedAt IS NULL AND coalesce(holds8.validFrom <= $given.now, true) AND coalesce(holds8.validTo > $given.now, true) AND holds8.retractedAt IS NULL AND position13.retractedAt IS NULL AND coalesce(at12.validFrom <= $given.now, true) AND coalesce(at12.validTo > $given.now, true) AND at12.retractedAt IS NULL AND unit11.retractedAt IS NULL
          AND unit11.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> person13.id AND person13.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person13Codes
        WITH *, CASE WHEN size(person13Codes) > 0 THEN [] ELSE ['CARD'] END AS person13Mask
        WITH * WHERE (ctx.staff OR size(person13Codes) = 0)
        RETURN collect({it: {id: person13.id, name: CASE WHEN 'CARD' IN person13Mask THEN {full: [person13.givenName, person13.middleName, person13.familyName]} END}, access: {mask: person13Mask, codes: person13Codes, granted: CASE WHEN size(person13Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson3
      }
      CALL (ctx, node18, edge18, node14Whole) {
        UNWIND CASE WHEN node18:Business THEN [node18] ELSE [] END AS business7
        CALL (ctx, business7) {
          MATCH (business7)-[part_of5:PART_OF*0..2]->(business8:Business)-[owned_by7:OWNED_BY]->(subject15:Person)
          WHERE all(step6 IN part_of5 WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL) AND business8.retractedAt IS NULL AND owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND subject15.retractedAt IS NULL
          WITH *, CASE WHEN subject15.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
            MATCH (subject15)-[protected_as7:PROTECTED_AS]->(protection13:Protection)
            WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection13.retractedAt IS NULL
            AND ((ctx.id <> subject15.id AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)) OR (protection13.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)))
            RETURN DISTINCT protection13.code
          } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject15)<-[is9:IS]-(employee7:Employee)-[holds9:HOLDS]->(position14:Position)-[at13:AT]->(unit12:Unit)
            WHERE coalesce(is9.validFrom <= $given.now, true) AND coalesce(is9.validTo > $given.now, true) AND is9.retractedAt IS NULL AND employee7.retractedAt IS NULL AND coalesce(holds9.validFrom <= $given.now, true) AND coalesce(holds9.validTo > $given.now, true) AND holds9.retractedAt IS NULL AND position14.retractedAt IS NULL AND coalesce(at13.validFrom <= $given.now, true) AND coalesce(at13.validTo > $given.now, true) AND at13.retractedAt IS NULL AND unit12.retractedAt IS NULL
            AND unit12.id IN ctx.sameOffice
          } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> subject15.id AND subject15.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject15Codes
          WITH *, COLLECT {
            MATCH (subject15)-[belongs_to4:BELONGS_TO]->(area5:Area)
            WHERE belongs_to4.validFrom <= $given.now AND coalesce(belongs_to4.validTo, 9007199254740991) > $given.now AND belongs_to4.retractedAt IS NULL AND area5.retractedAt IS NULL
            RETURN area5.id
          } AS area5s
          WITH *, reduce(found13 = [], row10 IN ctx.localOffice | CASE WHEN any(key IN area5s WHERE key IN row10.at) THEN found13 + row10.gives ELSE found13 END) + ctx.nationalRole + reduce(found14 = [], row11 IN ctx.assignedCase | CASE WHEN subject15.id IN row11.at THEN found14 + row11.gives ELSE found14 END) + reduce(found15 = [], row12 IN ctx.assignedCaseParty | CASE WHEN subject15.id IN row12.at THEN found15 + row12.gives ELSE found15 END) AS subject15Granted
          WITH *, CASE WHEN size(subject15Codes) > 0 THEN [] ELSE subject15Granted END AS subject15Mask
          WITH *, (true AND 'WORK' IN subject15Mask) AS whole3, 'WORK' IN subject15Mask AS shown3
          RETURN collect({whole: whole3, shown: shown3}) AS ways3
        }
        WITH *, (NOT EXISTS {
          MATCH (business7)-[part_of6:PART_OF*0..2]->(business9:Business)-[owned_by8:OWNED_BY]->(subject16:Person)
          WHERE all(step7 IN part_of6 WHERE coalesce(step7.validFrom <= $given.now, true) AND coalesce(step7.validTo > $given.now, true) AND step7.retractedAt IS NULL) AND business9.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND subject16.retractedAt IS NULL
        }) OR any(way3 IN ways3 WHERE way3.whole) AS business7Whole
        WITH *, business7Whole AS business7Shown
        WITH * WHERE business7Shown AND size(CASE WHEN NOT EXISTS {
          MATCH (business7)-[owned_by9:OWNED_BY]->(person14:Person)
          WHERE owned_by9.validFrom <= $given.now AND coalesce(owned_by9.validTo, 9007199254740991) > $given.now AND owned_by9.retractedAt IS NULL AND person14.retractedAt IS NULL
        } AND business7.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business7.id, name: business7.name}, whole: business7Whole, type: 'Business'}) AS asBusiness3
      }
      WITH *, asPerson3 + asBusiness3 AS found16
      WITH * WHERE size(found16) > 0
      WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT 1
      RETURN collect(head(found16)) AS giver2
    }
    CALL (ctx, node14, node14Whole) {
      MATCH (node14)-[edge21:TO]->(node21:Person|Business)
      WHERE edge21.validFrom <= $given.now AND coalesce(edge21.validTo, 9007199254740991) > $given.now AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL
      WITH *, node21 AS node20, edge21 AS edge20
      CALL (ctx, node20, edge20, node14Whole) {
        UNWIND CASE WHEN node20:Person THEN [node20] ELSE [] END AS person15
        WITH *, CASE WHEN person15.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
          MATCH (person15)-[protected_as8:PROTECTED_AS]->(protection14:Protection)
          WHERE coalesce(protected_as8.validFrom <= $given.now, true) AND coalesce(protected_as8.validTo > $given.now, true) AND protected_as8.retractedAt IS NULL AND protection14.retractedAt IS NULL
          AND ((ctx.id <> person15.id AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)) OR (protection14.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)))
          RETURN DISTINCT protection14.code
        } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
          MATCH (person15)<-[is10:IS]-(employee8:Employee)-[holds10:HOLDS]->(position15:Position)-[at14:AT]->(unit13:Unit)
          WHERE coalesce(is10.validFrom <= $given.now, true) AND coalesce(is10.validTo > $given.now, true) AND is10.retractedAt IS NULL AND employee8.retractedAt IS NULL AND coalesce(holds10.validFrom <= $given.now, true) AND coalesce(holds10.validTo > $given.now, true) AND holds10.retractedAt IS NULL AND position15.retractedAt IS NULL AND coalesce(at14.validFrom <= $given.now, true) AND coalesce(at14.validTo > $given.now, true) AND at14.retractedAt IS NULL AND unit13.retractedAt IS NULL
          AND unit13.id IN ctx.sameOffice
        } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> person15.id AND person15.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person15Codes
        WITH *, CASE WHEN size(person15Codes) > 0 THEN [] ELSE ['CARD'] END AS person15Mask
        WITH * WHERE (ctx.staff OR size(person15Codes) = 0)
        RETURN collect({it: {id: person15.id, name: CASE WHEN 'CARD' IN person15Mask THEN {full: [person15.givenName, person15.middleName, person15.familyName]} END}, access: {mask: person15Mask, codes: person15Codes, granted: CASE WHEN size(person15Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson4
      }
      CALL (ctx, node20, edge20, node14Whole) {
        UNWIND CASE WHEN node20:Business THEN [node20] ELSE [] END AS business10
        CALL (ctx, business10) {
          MATCH (business10)-[part_of7:PART_OF*0..2]->(business11:Business)-[owned_by10:OWNED_BY]->(subject17:Person)
          WHERE all(step8 IN part_of7 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL) AND business11.retractedAt IS NULL AND owned_by10.validFrom <= $given.now AND coalesce(owned_by10.validTo, 9007199254740991) > $given.now AND owned_by10.retractedAt IS NULL AND subject17.retractedAt IS NULL
          WITH *, CASE WHEN subject17.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
            MATCH (subject17)-[protected_as9:PROTECTED_AS]->(protection15:Protection)
            WHERE coalesce(protected_as9.validFrom <= $given.now, true) AND coalesce(protected_as9.validTo > $given.now, true) AND protected_as9.retractedAt IS NULL AND protection15.retractedAt IS NULL
            AND ((ctx.id <> subject17.id AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)) OR (protection15.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)))
            RETURN DISTINCT protection15.code
          } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
            MATCH (subject17)<-[is11:IS]-(employee9:Employee)-[holds11:HOLDS]->(position16:Position)-[at15:AT]->(unit14:Unit)
            WHERE coalesce(is11.validFrom <= $given.now, true) AND coalesce(is11.validTo > $given.now, true) AND is11.retractedAt IS NULL AND employee9.retractedAt IS NULL AND coalesce(holds11.validFrom <= $given.now, true) AND coalesce(holds11.validTo > $given.now, true) AND holds11.retractedAt IS NULL AND position16.retractedAt IS NULL AND coalesce(at15.validFrom <= $given.now, true) AND coalesce(at15.validTo > $given.now, true) AND at15.retractedAt IS NULL AND unit14.retractedAt IS NULL
            AND unit14.id IN ctx.sameOffice
          } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> subject17.id AND subject17.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject17Codes
          WITH *, COLLECT {
            MATCH (subject17)-[belongs_to5:BELONGS_TO]->(area6:Area)
            WHERE belongs_to5.validFrom <= $given.now AND coalesce(belongs_to5.validTo, 9007199254740991) > $given.now AND belongs_to5.retractedAt IS NULL AND area6.retractedAt IS NULL
            RETURN area6.id
          } AS area6s
          WITH *, reduce(found17 = [], row13 IN ctx.localOffice | CASE WHEN any(key IN area6s WHERE key IN row13.at) THEN found17 + row13.gives ELSE found17 END) + ctx.nationalRole + reduce(found18 = [], row14 IN ctx.assignedCase | CASE WHEN subject17.id IN row14.at THEN found18 + row14.gives ELSE found18 END) + reduce(found19 = [], row15 IN ctx.assignedCaseParty | CASE WHEN subject17.id IN row15.at THEN found19 + row15.gives ELSE found19 END) AS subject17Granted
          WITH *, CASE WHEN size(subject17Codes) > 0 THEN [] ELSE subject17Granted END AS subject17Mask
          WITH *, (true AND 'WORK' IN subject17Mask) AS whole4, 'WORK' IN subject17Mask AS shown4
          RETURN collect({whole: whole4, shown: shown4}) AS ways4
        }
        WITH *, (NOT EXISTS {
          MATCH (business10)-[part_of8:PART_OF*0..2]->(business12:Business)-[owned_by11:OWNED_BY]->(subject18:Person)
          WHERE all(step9 IN part_of8 WHERE coalesce(step9.validFrom <= $given.now, true) AND coalesce(step9.validTo > $given.now, true) AND step9.retractedAt IS NULL) AND business12.retractedAt IS NULL AND coalesce(owned_by11.validFrom <= $given.now, true) AND coalesce(owned_by11.validTo > $given.now, true) AND owned_by11.retractedAt IS NULL AND subject18.retractedAt IS NULL
        }) OR any(way4 IN ways4 WHERE way4.whole) AS business10Whole
        WITH *, business10Whole AS business10Shown
        WITH * WHERE business10Shown AND size(CASE WHEN NOT EXISTS {
          MATCH (business10)-[owned_by12:OWNED_BY]->(person16:Person)
          WHERE owned_by12.validFrom <= $given.now AND coalesce(owned_by12.validTo, 9007199254740991) > $given.now AND owned_by12.retractedAt IS NULL AND person16.retractedAt IS NULL
        } AND business10.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business10.id, name: business10.name}, whole: business10Whole, type: 'Business'}) AS asBusiness4
      }
      WITH *, asPerson4 + asBusiness4 AS found20
      WITH * WHERE size(found20) > 0
      WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT 1
      RETURN collect(head(found20)) AS holder2
    }
    RETURN collect({it: {id: node14.id, kind: node14.kind, actions: node14.actions, validFrom: node14.validFrom, validTo: node14.validTo, themes: themes2, giver: head(giver2), holder: head(holder2)}, whole: node14Whole, edge: {}, position: [edge14.validFrom, edge14.id]}) AS mandatesHeldRows
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
      MATCH (node24)-[in3:IN]->(theme3:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme3.retractedAt IS NULL
      RETURN {code: theme3.code, secret: coalesce(theme3.secret, false)}
    } AS node24Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node24Themes) > 0 AND all(theme4 IN node24Themes WHERE 'CASES:' + theme4.code IN person2Mask)))) AS node24Whole, (('CASES:*' IN person2Mask OR (size(node24Themes) > 0 AND all(theme5 IN node24Themes WHERE 'CASES:' + theme5.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node24Themes) > 0 AND none(theme6 IN node24Themes WHERE theme6.secret)))) AS node24Shown
    WITH * WHERE node24Shown AND size(CASE WHEN EXISTS {
      MATCH (node24)-[concerns3:CONCERNS]->(party:Person)
      WHERE coalesce(concerns3.validFrom <= $given.now, true) AND coalesce(concerns3.validTo > $given.now, true) AND concerns3.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH CASE WHEN party.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party)-[protected_as10:PROTECTED_AS]->(protection16:Protection)
        WHERE coalesce(protected_as10.validFrom <= $given.now, true) AND coalesce(protected_as10.validTo > $given.now, true) AND protected_as10.retractedAt IS NULL AND protection16.retractedAt IS NULL
        AND ((ctx.id <> party.id AND protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)) OR (protection16.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection16.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection16.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party)<-[is12:IS]-(employee10:Employee)-[holds12:HOLDS]->(position17:Position)-[at16:AT]->(unit15:Unit)
        WHERE coalesce(is12.validFrom <= $given.now, true) AND coalesce(is12.validTo > $given.now, true) AND is12.retractedAt IS NULL AND employee10.retractedAt IS NULL AND coalesce(holds12.validFrom <= $given.now, true) AND coalesce(holds12.validTo > $given.now, true) AND holds12.retractedAt IS NULL AND position17.retractedAt IS NULL AND coalesce(at16.validFrom <= $given.now, true) AND coalesce(at16.validTo > $given.now, true) AND at16.retractedAt IS NULL AND unit15.retractedAt IS NULL
        AND unit15.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party.id AND party.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH * WHERE $given.a6 IS NULL OR edge24.validFrom < $given.a6[0] OR (edge24.validFrom = $given.a6[0] AND edge24.id > $given.a6[1])
    WITH * ORDER BY edge24.validFrom DESC, edge24.id LIMIT $given.a5 + 1
    WITH *, COLLECT {
      MATCH (node24)-[held3:CONCERNS]->(other:Person)-[protected4:PROTECTED_AS]->(protection17:Protection)
      WHERE protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other.id AND (held3.validFrom IS NULL OR protected4.validTo IS NULL OR held3.validFrom < protected4.validTo) AND (protected4.validFrom IS NULL OR held3.validTo IS NULL OR protected4.validFrom < held3.validTo) AND NOT (ctx.staff AND protection17.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection17.code
    } + COLLECT {
      MATCH (node24)-[held4:CONCERNS]->(other2:Person)-[has_address:HAS_ADDRESS]->(address2:Address)
      MATCH (address2)<-[kept3:HAS_ADDRESS]-(person17:Person)-[protected5:PROTECTED_AS]->(protection18:Protection)
      WHERE protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other2.id AND (kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo) AND (protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo) AND NOT (ctx.staff AND protection18.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection18.code
    } + COLLECT {
      MATCH (node24)-[held5:CONCERNS]->(other3:Person)-[member_of:MEMBER_OF]->(household2:Household)
      MATCH (household2)<-[kept4:MEMBER_OF]-(person18:Person)-[protected6:PROTECTED_AS]->(protection19:Protection)
      WHERE protection19.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> other3.id AND (kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo) AND (protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo) AND NOT (ctx.staff AND protection19.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection19.code
    } AS node24Places
    CALL (ctx, node24, node24Places, node24Whole) {
      MATCH (node24)-[edge27:IN]->(node27:Theme)
      WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
      WITH *, node27 AS node26, edge27 AS edge26
      WITH * ORDER BY edge26.validFrom DESC, edge26.id LIMIT 1
      RETURN collect({it: {code: node26.code, name: node26.name}}) AS theme7
    }
    CALL (ctx, node24, node24Places, node24Whole) {
      MATCH (node24)-[edge29:OWNED_BY]->(node29:Unit)
      WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
      AND size(node24Places) = 0 AND node24Whole
      WITH *, node29 AS node28, edge29 AS edge28
      WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT 1
      WITH *, CASE WHEN NOT ctx.excepted2 AND node28.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node28Places
      RETURN collect({it: {name: CASE WHEN size(node28Places) = 0 THEN node28.name ELSE 'NAV' END}, places: node28Places}) AS unit16
    }
    RETURN collect({it: {id: node24.id, title: CASE WHEN node24Whole THEN node24.title END, status: node24.status, openedAt: node24.openedAt, theme: head(theme7), unit: CASE WHEN size(node24Places) = 0 AND node24Whole THEN head(unit16) END}, whole: node24Whole, places: node24Places, edge: {}, position: [edge24.validFrom, edge24.id]}) AS cases2Rows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge31:CONCERNS]-(node31:Case)
    WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node31 AS node30, edge31 AS edge30
    WITH *, COLLECT {
      MATCH (node30)-[in4:IN]->(theme8:Theme)
      WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND theme8.retractedAt IS NULL
      RETURN {code: theme8.code, secret: coalesce(theme8.secret, false)}
    } AS node30Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme9 IN node30Themes WHERE 'CASES:' + theme9.code IN person2Mask)))) AS node30Whole, (('CASES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme10 IN node30Themes WHERE 'CASES:' + theme10.code IN person2Mask))) OR (ctx.staff AND 'CASES' IN person2Mask AND (size(node30Themes) > 0 AND none(theme11 IN node30Themes WHERE theme11.secret)))) AS node30Shown
    WITH * WHERE node30Shown AND size(CASE WHEN EXISTS {
      MATCH (node30)-[concerns4:CONCERNS]->(party2:Person)
      WHERE coalesce(concerns4.validFrom <= $given.now, true) AND coalesce(concerns4.validTo > $given.now, true) AND concerns4.retractedAt IS NULL AND party2.retractedAt IS NULL
      WITH CASE WHEN party2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party2)-[protected_as11:PROTECTED_AS]->(protection21:Protection)
        WHERE coalesce(protected_as11.validFrom <= $given.now, true) AND coalesce(protected_as11.validTo > $given.now, true) AND protected_as11.retractedAt IS NULL AND protection21.retractedAt IS NULL
        AND ((ctx.id <> party2.id AND protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection21.id IN ctx.protectionExcepted)) OR (protection21.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection21.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection21.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party2)<-[is13:IS]-(employee11:Employee)-[holds13:HOLDS]->(position19:Position)-[at18:AT]->(unit18:Unit)
        WHERE coalesce(is13.validFrom <= $given.now, true) AND coalesce(is13.validTo > $given.now, true) AND is13.retractedAt IS NULL AND employee11.retractedAt IS NULL AND coalesce(holds13.validFrom <= $given.now, true) AND coalesce(holds13.validTo > $given.now, true) AND holds13.retractedAt IS NULL AND position19.retractedAt IS NULL AND coalesce(at18.validFrom <= $given.now, true) AND coalesce(at18.validTo > $given.now, true) AND at18.retractedAt IS NULL AND unit18.retractedAt IS NULL
        AND unit18.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party2.id AND party2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS party2Codes
      WHERE size(party2Codes) > 0
      RETURN party2Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH node30 LIMIT 10001
    RETURN count(*) AS cases2Total
  }
  WITH *, {rows: cases2Rows, total: CASE WHEN cases2Total <= 10000 THEN cases2Total END} AS cases2
  CALL (ctx, person2, person2Mask, person2Places) {
    CALL (ctx, person2, person2Mask, person2Places) {
      MATCH (person2)-[belongs_to6:BELONGS_TO]->(area7:Area)<-[edge33:SERVES]-(node33:Unit)
      WHERE belongs_to6.validFrom <= $given.now AND coalesce(belongs_to6.validTo, 9007199254740991) > $given.now AND belongs_to6.retractedAt IS NULL AND area7.retractedAt IS NULL AND edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
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
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, mandatesHeld: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesHeld END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases2 END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Codes, granted: CASE WHEN size(person2Codes) > 0 THEN person2Granted ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, root, person
