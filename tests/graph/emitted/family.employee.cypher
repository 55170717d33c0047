// Family (employee)
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
  UNWIND positions AS position12
  MATCH (position12)-[in3:IN]->(role:Role)-[may_state:MAY_STATE]->(purpose2:Purpose)
  WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND role.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose2.retractedAt IS NULL
  AND purpose2.code = $given.purpose
  WITH DISTINCT purpose2
  OPTIONAL MATCH (purpose2)-[covers:COVERS]->(category:Category)
  WHERE covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH count(DISTINCT purpose2) > 0 AS permitted, collect(DISTINCT category.code) AS codes
  RETURN permitted, codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position13
  MATCH (position13)-[in4:IN]->(role2:Role)
  WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND role2.retractedAt IS NULL
  WITH position13, role2, COLLECT {
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
    MATCH (role2)-[handles:HANDLES]->(theme3:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme3.retractedAt IS NULL
    AND 'READ' IN coalesce(covers3.actions, ['READ']) AND category3.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category3.code IN covered
    RETURN DISTINCT category3.code + ':' + theme3.code
  } AS themed
  RETURN collect({position: position13.id, reach: role2.reach, codes: codes, themed: themed}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case4
  MATCH (case4)-[concerns3:CONCERNS]->(person9:Person)
  WHERE concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL AND person9.retractedAt IS NULL
  AND case4.id = $given.case
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
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, disqualified: self + child + parent + partner + partnerBack + sibling + commonChild, staff: staff, protectionExcepted: protectionExcepted, shielded: shielded, excepted: excepted, sameOffice: sameOffice, seats: seats, localOffice: localOffice, nationalRole: nationalRole, assignedCase: assignedCase, assignedCaseParty: assignedCaseParty} AS ctx
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
  CALL (ctx, person2, person2Mask) {
    MATCH (person2)-[edge:PARENT_OF|PARTNER_OF]-(node:Person)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = node.id THEN 'PARENT' WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = person2.id THEN 'CHILD' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says
    WITH * WHERE says IS NOT NULL
    WITH *, CASE WHEN node.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (node)-[protected_as2:PROTECTED_AS]->(protection5:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection5.retractedAt IS NULL
      AND ((ctx.id <> node.id AND protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection5.id IN ctx.protectionExcepted)) OR (protection5.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection5.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection5.code
    } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node)<-[is4:IS]-(employee2:Employee)-[holds4:HOLDS]->(position9:Position)-[at8:AT]->(unit7:Unit)
      WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds4.validFrom <= $given.now, true) AND coalesce(holds4.validTo > $given.now, true) AND holds4.retractedAt IS NULL AND position9.retractedAt IS NULL AND coalesce(at8.validFrom <= $given.now, true) AND coalesce(at8.validTo > $given.now, true) AND at8.retractedAt IS NULL AND unit7.retractedAt IS NULL
      AND unit7.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> node.id AND node.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS nodeCodes
    WITH *, COLLECT {
      MATCH (node)-[belongs_to2:BELONGS_TO]->(area3:Area)
      WHERE belongs_to2.validFrom <= $given.now AND coalesce(belongs_to2.validTo, 9007199254740991) > $given.now AND belongs_to2.retractedAt IS NULL AND area3.retractedAt IS NULL
      RETURN area3.id
    } AS area3s
    WITH *, reduce(found5 = [], row4 IN ctx.localOffice | CASE WHEN any(key IN area3s WHERE key IN row4.at) THEN found5 + row4.gives ELSE found5 END) + ctx.nationalRole + reduce(found6 = [], row5 IN ctx.assignedCase | CASE WHEN node.id IN row5.at THEN found6 + row5.gives ELSE found6 END) + reduce(found7 = [], row6 IN ctx.assignedCaseParty | CASE WHEN node.id IN row6.at THEN found7 + row6.gives ELSE found7 END) + ['CARD'] AS nodeGranted
    WITH *, CASE WHEN size(nodeCodes) > 0 THEN [] ELSE nodeGranted END AS nodeMask
    WITH * WHERE (ctx.staff OR size(nodeCodes) = 0)
    WITH * WHERE $given.a2 IS NULL OR edge.validFrom < $given.a2[0] OR (edge.validFrom = $given.a2[0] AND edge.id > $given.a2[1])
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT $given.a1 + 1
    WITH *, COLLECT {
      MATCH (node)-[protected:PROTECTED_AS]->(protection6:Protection)
      WHERE protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> node.id AND (protected.validFrom IS NULL OR protected.validFrom <= $given.now) AND (protected.validTo IS NULL OR protected.validTo > $given.now) AND NOT (ctx.staff AND protection6.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection6.code
    } + COLLECT {
      MATCH (node)-[held:HAS_ADDRESS]->(address:Address)
      MATCH (address)<-[kept:HAS_ADDRESS]-(person7:Person)-[protected2:PROTECTED_AS]->(protection7:Protection)
      WHERE protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> node.id AND (held.validFrom IS NULL OR held.validFrom <= $given.now) AND (held.validTo IS NULL OR held.validTo > $given.now) AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT (ctx.staff AND protection7.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection7.code
    } + COLLECT {
      MATCH (node)-[held2:MEMBER_OF]->(household:Household)
      MATCH (household)<-[kept2:MEMBER_OF]-(person8:Person)-[protected3:PROTECTED_AS]->(protection8:Protection)
      WHERE protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> node.id AND (held2.validFrom IS NULL OR held2.validFrom <= $given.now) AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)
      RETURN DISTINCT protection8.code
    } AS nodePlaces
    CALL (ctx, node, nodeMask, nodePlaces) {
      MATCH (node)-[edge2:PARENT_OF|PARTNER_OF]-(node2:Person)
      WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL AND 'FAMILY' IN nodeMask
      WITH *, CASE WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node2.id THEN 'PARENT' WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node.id THEN 'CHILD' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says2
      WITH * WHERE says2 IS NOT NULL
      WITH *, CASE WHEN node2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (node2)-[protected_as3:PROTECTED_AS]->(protection9:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection9.retractedAt IS NULL
        AND ((ctx.id <> node2.id AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)) OR (protection9.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection9.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (node2)<-[is5:IS]-(employee3:Employee)-[holds5:HOLDS]->(position10:Position)-[at9:AT]->(unit8:Unit)
        WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee3.retractedAt IS NULL AND coalesce(holds5.validFrom <= $given.now, true) AND coalesce(holds5.validTo > $given.now, true) AND holds5.retractedAt IS NULL AND position10.retractedAt IS NULL AND coalesce(at9.validFrom <= $given.now, true) AND coalesce(at9.validTo > $given.now, true) AND at9.retractedAt IS NULL AND unit8.retractedAt IS NULL
        AND unit8.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> node2.id AND node2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node2Codes
      WITH *, CASE WHEN size(node2Codes) > 0 THEN [] ELSE ['CARD'] END AS node2Mask
      WITH * WHERE (ctx.staff OR size(node2Codes) = 0)
      WITH * WHERE $given.a4 IS NULL OR edge2.validFrom < $given.a4[0] OR (edge2.validFrom = $given.a4[0] AND edge2.id > $given.a4[1])
      WITH * ORDER BY edge2.validFrom DESC, edge2.id LIMIT $given.a3 + 1
      RETURN collect({it: {id: node2.id, name: CASE WHEN 'CARD' IN node2Mask THEN {full: [node2.givenName, node2.middleName, node2.familyName]} END}, access: {mask: node2Mask, codes: node2Codes, granted: CASE WHEN size(node2Codes) > 0 THEN ['CARD'] ELSE [] END}, edge: {}, position: [edge2.validFrom, edge2.id], says: says2}) AS family2Rows
    }
    WITH *, {rows: family2Rows} AS family2
    RETURN collect({it: {id: node.id, name: CASE WHEN 'CARD' IN nodeMask THEN {full: [node.givenName, node.middleName, node.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN nodeMask THEN toString(node.birthDate) END, family: CASE WHEN 'FAMILY' IN nodeMask THEN family2 END}, access: {mask: nodeMask, codes: nodeCodes, granted: CASE WHEN size(nodeCodes) > 0 THEN nodeGranted ELSE [] END, places: nodePlaces}, edge: {validFrom: edge.validFrom, validTo: edge.validTo}, position: [edge.validFrom, edge.id], says: says}) AS familyRows
  }
  CALL (ctx, person2, person2Mask) {
    MATCH (person2)-[edge3:PARENT_OF|PARTNER_OF]-(node3:Person)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge3) IN ['PARENT_OF'] AND startNode(edge3).id = node3.id THEN 'PARENT' WHEN type(edge3) IN ['PARENT_OF'] AND startNode(edge3).id = person2.id THEN 'CHILD' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = person2.id AND edge3.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = node3.id AND edge3.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = person2.id AND edge3.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = node3.id AND edge3.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says3
    WITH * WHERE says3 IS NOT NULL
    WITH *, CASE WHEN node3.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
      MATCH (node3)-[protected_as4:PROTECTED_AS]->(protection10:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection10.retractedAt IS NULL
      AND ((ctx.id <> node3.id AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)) OR (protection10.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)))
      RETURN DISTINCT protection10.code
    } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node3)<-[is6:IS]-(employee4:Employee)-[holds6:HOLDS]->(position11:Position)-[at10:AT]->(unit9:Unit)
      WHERE coalesce(is6.validFrom <= $given.now, true) AND coalesce(is6.validTo > $given.now, true) AND is6.retractedAt IS NULL AND employee4.retractedAt IS NULL AND coalesce(holds6.validFrom <= $given.now, true) AND coalesce(holds6.validTo > $given.now, true) AND holds6.retractedAt IS NULL AND position11.retractedAt IS NULL AND coalesce(at10.validFrom <= $given.now, true) AND coalesce(at10.validTo > $given.now, true) AND at10.retractedAt IS NULL AND unit9.retractedAt IS NULL
      AND unit9.id IN ctx.sameOffice
    } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> node3.id AND node3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node3Codes
    WITH *, CASE WHEN size(node3Codes) > 0 THEN [] ELSE ['CARD'] END AS node3Mask
    WITH * WHERE (ctx.staff OR size(node3Codes) = 0)
    WITH node3 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END}, access: {mask: person2Mask, codes: person2Codes, granted: CASE WHEN size(person2Codes) > 0 THEN person2Granted ELSE [] END}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, person
