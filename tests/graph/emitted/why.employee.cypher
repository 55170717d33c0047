// Why (employee)
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
  UNWIND positions AS position19
  MATCH (position19)-[in13:IN]->(role:Role)-[may_state:MAY_STATE]->(purpose2:Purpose)
  WHERE in13.validFrom <= $given.now AND coalesce(in13.validTo, 9007199254740991) > $given.now AND in13.retractedAt IS NULL AND role.retractedAt IS NULL AND may_state.validFrom <= $given.now AND coalesce(may_state.validTo, 9007199254740991) > $given.now AND may_state.retractedAt IS NULL AND purpose2.retractedAt IS NULL
  AND purpose2.code = $given.purpose
  WITH DISTINCT purpose2
  OPTIONAL MATCH (purpose2)-[covers:COVERS]->(category:Category)
  WHERE covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
  WITH count(DISTINCT purpose2) > 0 AS permitted, collect(DISTINCT category.code) AS codes
  RETURN permitted, codes + CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END AS covered
}
CALL (viewer, covered, positions) {
  UNWIND positions AS position20
  MATCH (position20)-[in14:IN]->(role2:Role)
  WHERE in14.validFrom <= $given.now AND coalesce(in14.validTo, 9007199254740991) > $given.now AND in14.retractedAt IS NULL AND role2.retractedAt IS NULL
  WITH position20, role2, COLLECT {
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
    MATCH (role2)-[handles:HANDLES]->(theme21:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme21.retractedAt IS NULL
    AND 'READ' IN coalesce(covers3.actions, ['READ']) AND category3.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category3.code IN covered
    RETURN DISTINCT category3.code + ':' + theme21.code
  } AS themed
  RETURN collect({position: position20.id, reach: role2.reach, codes: codes, themed: themed}) AS seats
}
CALL (viewer, cases) {
  UNWIND cases AS case6
  MATCH (case6)-[concerns13:CONCERNS]->(person9:Person)
  WHERE concerns13.validFrom <= $given.now AND coalesce(concerns13.validTo, 9007199254740991) > $given.now AND concerns13.retractedAt IS NULL AND person9.retractedAt IS NULL
  AND case6.id = $given.case
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
    MATCH (viewer2:Employee {ident: $given.viewer})
    MATCH (viewer2)-[holds4:HOLDS]->(position9:Position)-[at8:AT]->(unit7:Unit)-[serves2:SERVES]->(area3:Area)<-[belongs_to2:BELONGS_TO]-(person2)
    WHERE holds4.validFrom <= $given.now AND coalesce(holds4.validTo, 9007199254740991) > $given.now AND holds4.retractedAt IS NULL AND position9.retractedAt IS NULL AND at8.validFrom <= $given.now AND coalesce(at8.validTo, 9007199254740991) > $given.now AND at8.retractedAt IS NULL AND unit7.retractedAt IS NULL AND serves2.validFrom <= $given.now AND coalesce(serves2.validTo, 9007199254740991) > $given.now AND serves2.retractedAt IS NULL AND area3.retractedAt IS NULL AND belongs_to2.validFrom <= $given.now AND coalesce(belongs_to2.validTo, 9007199254740991) > $given.now AND belongs_to2.retractedAt IS NULL
    WITH * WHERE serves2.theme IS NULL
    RETURN collect({rule: 'employee.local-office', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)-[serves:SERVES]->(area:Area)<-[:BELONGS_TO]-(subject:Person)', gives: reduce(found = [], seat IN [seat IN ctx.seats WHERE seat.position = position9.id AND seat.reach IN ['LOCAL']] | found + seat.codes + seat.themed), words: {area_name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area3.name END, unit_name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN unit7.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN position9.id END, name: null}, {relationship: 'AT', label: 'Unit', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN unit7.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN unit7.name END}, {relationship: 'SERVES', label: 'Area', id: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area3.id END, name: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN area3.name END}, {relationship: 'BELONGS_TO', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN holds4.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN at8.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN serves2.validTo END, CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN belongs_to2.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (viewer3:Employee {ident: $given.viewer})
    MATCH (viewer3)-[holds5:HOLDS]->(position10:Position)-[at9:AT]->(unit8:Unit)
    WHERE holds5.validFrom <= $given.now AND coalesce(holds5.validTo, 9007199254740991) > $given.now AND holds5.retractedAt IS NULL AND position10.retractedAt IS NULL AND at9.validFrom <= $given.now AND coalesce(at9.validTo, 9007199254740991) > $given.now AND at9.retractedAt IS NULL AND unit8.retractedAt IS NULL
    RETURN collect({rule: 'employee.national-role', path_of: '(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit), (subject:Person)', gives: reduce(found = [], seat IN [seat IN ctx.seats WHERE seat.position = position10.id AND seat.reach IN ['NATIONAL']] | found + seat.codes + seat.themed), words: {unit_name: unit8.name}, path: [{relationship: 'HOLDS', label: 'Position', id: position10.id, name: null}, {relationship: 'AT', label: 'Unit', id: unit8.id, name: unit8.name}], validTo: reduce(least = null, each IN [end IN [holds5.validTo, at9.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons2
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (viewer4:Employee {ident: $given.viewer})
    MATCH (viewer4)-[assigned_to2:ASSIGNED_TO]->(case4:Case)-[concerns3:CONCERNS {part: 'MAIN'}]->(person2)
    WHERE assigned_to2.validFrom <= $given.now AND coalesce(assigned_to2.validTo, 9007199254740991) > $given.now AND assigned_to2.retractedAt IS NULL AND case4.retractedAt IS NULL AND concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL
    WITH * WHERE (case4.closedAt IS NULL OR case4.closedAt > $given.now)
    RETURN collect({rule: 'employee.assigned-case', path_of: '(viewer:Employee)-[:ASSIGNED_TO]->(case:Case)-[:CONCERNS {part: \'MAIN\'}]->(subject:Person)', gives: reduce(found = [], seat IN ctx.seats | found + seat.codes + [each IN seat.themed WHERE split(each, ':')[1] IN COLLECT {
      MATCH (case4)-[in3:IN]->(theme3:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme3.retractedAt IS NULL
      RETURN theme3.code
    }]), words: {case_title: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case4)-[in4:IN]->(theme4:Theme)
      WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND theme4.retractedAt IS NULL
      RETURN {code: theme4.code}
    }) > 0 AND all(theme5 IN COLLECT {
      MATCH (case4)-[in4:IN]->(theme4:Theme)
      WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND theme4.retractedAt IS NULL
      RETURN {code: theme4.code}
    } WHERE 'CASES:' + theme5.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case4)-[concerns4:CONCERNS]->(party:Person)
      WHERE coalesce(concerns4.validFrom <= $given.now, true) AND coalesce(concerns4.validTo > $given.now, true) AND concerns4.retractedAt IS NULL AND party.retractedAt IS NULL
      WITH CASE WHEN party.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party)-[protected_as2:PROTECTED_AS]->(protection8:Protection)
        WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection8.retractedAt IS NULL
        AND ((ctx.id <> party.id AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)) OR (protection8.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection8.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection8.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party)<-[is4:IS]-(employee2:Employee)-[holds6:HOLDS]->(position11:Position)-[at10:AT]->(unit9:Unit)
        WHERE coalesce(is4.validFrom <= $given.now, true) AND coalesce(is4.validTo > $given.now, true) AND is4.retractedAt IS NULL AND employee2.retractedAt IS NULL AND coalesce(holds6.validFrom <= $given.now, true) AND coalesce(holds6.validTo > $given.now, true) AND holds6.retractedAt IS NULL AND position11.retractedAt IS NULL AND coalesce(at10.validFrom <= $given.now, true) AND coalesce(at10.validTo > $given.now, true) AND at10.retractedAt IS NULL AND unit9.retractedAt IS NULL
        AND unit9.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party.id AND party.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN case4.title END}, path: [{relationship: 'ASSIGNED_TO', label: 'Case', id: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case4)-[in5:IN]->(theme6:Theme)
      WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND theme6.retractedAt IS NULL
      RETURN {code: theme6.code}
    }) > 0 AND all(theme7 IN COLLECT {
      MATCH (case4)-[in5:IN]->(theme6:Theme)
      WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND theme6.retractedAt IS NULL
      RETURN {code: theme6.code}
    } WHERE 'CASES:' + theme7.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case4)-[concerns5:CONCERNS]->(party2:Person)
      WHERE coalesce(concerns5.validFrom <= $given.now, true) AND coalesce(concerns5.validTo > $given.now, true) AND concerns5.retractedAt IS NULL AND party2.retractedAt IS NULL
      WITH CASE WHEN party2.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party2)-[protected_as3:PROTECTED_AS]->(protection9:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection9.retractedAt IS NULL
        AND ((ctx.id <> party2.id AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)) OR (protection9.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection9.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection9.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party2)<-[is5:IS]-(employee3:Employee)-[holds7:HOLDS]->(position12:Position)-[at11:AT]->(unit10:Unit)
        WHERE coalesce(is5.validFrom <= $given.now, true) AND coalesce(is5.validTo > $given.now, true) AND is5.retractedAt IS NULL AND employee3.retractedAt IS NULL AND coalesce(holds7.validFrom <= $given.now, true) AND coalesce(holds7.validTo > $given.now, true) AND holds7.retractedAt IS NULL AND position12.retractedAt IS NULL AND coalesce(at11.validFrom <= $given.now, true) AND coalesce(at11.validTo > $given.now, true) AND at11.retractedAt IS NULL AND unit10.retractedAt IS NULL
        AND unit10.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party2.id AND party2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS party2Codes
      WHERE size(party2Codes) > 0
      RETURN party2Codes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN case4.id END, name: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case4)-[in6:IN]->(theme8:Theme)
      WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND theme8.retractedAt IS NULL
      RETURN {code: theme8.code}
    }) > 0 AND all(theme9 IN COLLECT {
      MATCH (case4)-[in6:IN]->(theme8:Theme)
      WHERE in6.validFrom <= $given.now AND coalesce(in6.validTo, 9007199254740991) > $given.now AND in6.retractedAt IS NULL AND theme8.retractedAt IS NULL
      RETURN {code: theme8.code}
    } WHERE 'CASES:' + theme9.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case4)-[concerns6:CONCERNS]->(party3:Person)
      WHERE coalesce(concerns6.validFrom <= $given.now, true) AND coalesce(concerns6.validTo > $given.now, true) AND concerns6.retractedAt IS NULL AND party3.retractedAt IS NULL
      WITH CASE WHEN party3.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party3)-[protected_as4:PROTECTED_AS]->(protection10:Protection)
        WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection10.retractedAt IS NULL
        AND ((ctx.id <> party3.id AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)) OR (protection10.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection10.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection10.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party3)<-[is6:IS]-(employee4:Employee)-[holds8:HOLDS]->(position13:Position)-[at12:AT]->(unit11:Unit)
        WHERE coalesce(is6.validFrom <= $given.now, true) AND coalesce(is6.validTo > $given.now, true) AND is6.retractedAt IS NULL AND employee4.retractedAt IS NULL AND coalesce(holds8.validFrom <= $given.now, true) AND coalesce(holds8.validTo > $given.now, true) AND holds8.retractedAt IS NULL AND position13.retractedAt IS NULL AND coalesce(at12.validFrom <= $given.now, true) AND coalesce(at12.validTo > $given.now, true) AND at12.retractedAt IS NULL AND unit11.retractedAt IS NULL
        AND unit11.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party3.id AND party3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS party3Codes
      WHERE size(party3Codes) > 0
      RETURN party3Codes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN case4.title END}, {relationship: 'CONCERNS', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case4)-[in7:IN]->(theme10:Theme)
      WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme10.retractedAt IS NULL
      RETURN {code: theme10.code}
    }) > 0 AND all(theme11 IN COLLECT {
      MATCH (case4)-[in7:IN]->(theme10:Theme)
      WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme10.retractedAt IS NULL
      RETURN {code: theme10.code}
    } WHERE 'CASES:' + theme11.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case4)-[concerns7:CONCERNS]->(party4:Person)
      WHERE coalesce(concerns7.validFrom <= $given.now, true) AND coalesce(concerns7.validTo > $given.now, true) AND concerns7.retractedAt IS NULL AND party4.retractedAt IS NULL
      WITH CASE WHEN party4.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party4)-[protected_as5:PROTECTED_AS]->(protection11:Protection)
        WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection11.retractedAt IS NULL
        AND ((ctx.id <> party4.id AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)) OR (protection11.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection11.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection11.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party4)<-[is7:IS]-(employee5:Employee)-[holds9:HOLDS]->(position14:Position)-[at13:AT]->(unit12:Unit)
        WHERE coalesce(is7.validFrom <= $given.now, true) AND coalesce(is7.validTo > $given.now, true) AND is7.retractedAt IS NULL AND employee5.retractedAt IS NULL AND coalesce(holds9.validFrom <= $given.now, true) AND coalesce(holds9.validTo > $given.now, true) AND holds9.retractedAt IS NULL AND position14.retractedAt IS NULL AND coalesce(at13.validFrom <= $given.now, true) AND coalesce(at13.validTo > $given.now, true) AND at13.retractedAt IS NULL AND unit12.retractedAt IS NULL
        AND unit12.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party4.id AND party4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS party4Codes
      WHERE size(party4Codes) > 0
      RETURN party4Codes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN assigned_to2.validTo END, concerns3.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons3
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (viewer5:Employee {ident: $given.viewer})
    MATCH (viewer5)-[assigned_to3:ASSIGNED_TO]->(case5:Case)-[concerns8:CONCERNS {part: 'PARTY'}]->(person2)
    WHERE assigned_to3.validFrom <= $given.now AND coalesce(assigned_to3.validTo, 9007199254740991) > $given.now AND assigned_to3.retractedAt IS NULL AND case5.retractedAt IS NULL AND concerns8.validFrom <= $given.now AND coalesce(concerns8.validTo, 9007199254740991) > $given.now AND concerns8.retractedAt IS NULL
    WITH * WHERE (case5.closedAt IS NULL OR case5.closedAt > $given.now)
    RETURN collect({rule: 'employee.assigned-case-party', path_of: '(viewer:Employee)-[:ASSIGNED_TO]->(case:Case)-[:CONCERNS {part: \'PARTY\'}]->(subject:Person)', gives: reduce(found = [], seat IN ctx.seats | found + seat.codes + [each IN seat.themed WHERE split(each, ':')[1] IN COLLECT {
      MATCH (case5)-[in8:IN]->(theme12:Theme)
      WHERE in8.validFrom <= $given.now AND coalesce(in8.validTo, 9007199254740991) > $given.now AND in8.retractedAt IS NULL AND theme12.retractedAt IS NULL
      RETURN theme12.code
    }]), words: {case_title: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case5)-[in9:IN]->(theme13:Theme)
      WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme13.retractedAt IS NULL
      RETURN {code: theme13.code}
    }) > 0 AND all(theme14 IN COLLECT {
      MATCH (case5)-[in9:IN]->(theme13:Theme)
      WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND theme13.retractedAt IS NULL
      RETURN {code: theme13.code}
    } WHERE 'CASES:' + theme14.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case5)-[concerns9:CONCERNS]->(party5:Person)
      WHERE coalesce(concerns9.validFrom <= $given.now, true) AND coalesce(concerns9.validTo > $given.now, true) AND concerns9.retractedAt IS NULL AND party5.retractedAt IS NULL
      WITH CASE WHEN party5.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party5)-[protected_as6:PROTECTED_AS]->(protection12:Protection)
        WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection12.retractedAt IS NULL
        AND ((ctx.id <> party5.id AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)) OR (protection12.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection12.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection12.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party5)<-[is8:IS]-(employee6:Employee)-[holds10:HOLDS]->(position15:Position)-[at14:AT]->(unit13:Unit)
        WHERE coalesce(is8.validFrom <= $given.now, true) AND coalesce(is8.validTo > $given.now, true) AND is8.retractedAt IS NULL AND employee6.retractedAt IS NULL AND coalesce(holds10.validFrom <= $given.now, true) AND coalesce(holds10.validTo > $given.now, true) AND holds10.retractedAt IS NULL AND position15.retractedAt IS NULL AND coalesce(at14.validFrom <= $given.now, true) AND coalesce(at14.validTo > $given.now, true) AND at14.retractedAt IS NULL AND unit13.retractedAt IS NULL
        AND unit13.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party5.id AND party5.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS party5Codes
      WHERE size(party5Codes) > 0
      RETURN party5Codes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN case5.title END}, path: [{relationship: 'ASSIGNED_TO', label: 'Case', id: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case5)-[in10:IN]->(theme15:Theme)
      WHERE in10.validFrom <= $given.now AND coalesce(in10.validTo, 9007199254740991) > $given.now AND in10.retractedAt IS NULL AND theme15.retractedAt IS NULL
      RETURN {code: theme15.code}
    }) > 0 AND all(theme16 IN COLLECT {
      MATCH (case5)-[in10:IN]->(theme15:Theme)
      WHERE in10.validFrom <= $given.now AND coalesce(in10.validTo, 9007199254740991) > $given.now AND in10.retractedAt IS NULL AND theme15.retractedAt IS NULL
      RETURN {code: theme15.code}
    } WHERE 'CASES:' + theme16.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case5)-[concerns10:CONCERNS]->(party6:Person)
      WHERE coalesce(concerns10.validFrom <= $given.now, true) AND coalesce(concerns10.validTo > $given.now, true) AND concerns10.retractedAt IS NULL AND party6.retractedAt IS NULL
      WITH CASE WHEN party6.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party6)-[protected_as7:PROTECTED_AS]->(protection13:Protection)
        WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection13.retractedAt IS NULL
        AND ((ctx.id <> party6.id AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)) OR (protection13.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection13.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection13.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party6)<-[is9:IS]-(employee7:Employee)-[holds11:HOLDS]->(position16:Position)-[at15:AT]->(unit14:Unit)
        WHERE coalesce(is9.validFrom <= $given.now, true) AND coalesce(is9.validTo > $given.now, true) AND is9.retractedAt IS NULL AND employee7.retractedAt IS NULL AND coalesce(holds11.validFrom <= $given.now, true) AND coalesce(holds11.validTo > $given.now, true) AND holds11.retractedAt IS NULL AND position16.retractedAt IS NULL AND coalesce(at15.validFrom <= $given.now, true) AND coalesce(at15.validTo > $given.now, true) AND at15.retractedAt IS NULL AND unit14.retractedAt IS NULL
        AND unit14.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party6.id AND party6.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS party6Codes
      WHERE size(party6Codes) > 0
      RETURN party6Codes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN case5.id END, name: CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case5)-[in11:IN]->(theme17:Theme)
      WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND theme17.retractedAt IS NULL
      RETURN {code: theme17.code}
    }) > 0 AND all(theme18 IN COLLECT {
      MATCH (case5)-[in11:IN]->(theme17:Theme)
      WHERE in11.validFrom <= $given.now AND coalesce(in11.validTo, 9007199254740991) > $given.now AND in11.retractedAt IS NULL AND theme17.retractedAt IS NULL
      RETURN {code: theme17.code}
    } WHERE 'CASES:' + theme18.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case5)-[concerns11:CONCERNS]->(party7:Person)
      WHERE coalesce(concerns11.validFrom <= $given.now, true) AND coalesce(concerns11.validTo > $given.now, true) AND concerns11.retractedAt IS NULL AND party7.retractedAt IS NULL
      WITH CASE WHEN party7.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party7)-[protected_as8:PROTECTED_AS]->(protection14:Protection)
        WHERE coalesce(protected_as8.validFrom <= $given.now, true) AND coalesce(protected_as8.validTo > $given.now, true) AND protected_as8.retractedAt IS NULL AND protection14.retractedAt IS NULL
        AND ((ctx.id <> party7.id AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)) OR (protection14.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection14.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection14.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party7)<-[is10:IS]-(employee8:Employee)-[holds12:HOLDS]->(position17:Position)-[at16:AT]->(unit15:Unit)
        WHERE coalesce(is10.validFrom <= $given.now, true) AND coalesce(is10.validTo > $given.now, true) AND is10.retractedAt IS NULL AND employee8.retractedAt IS NULL AND coalesce(holds12.validFrom <= $given.now, true) AND coalesce(holds12.validTo > $given.now, true) AND holds12.retractedAt IS NULL AND position17.retractedAt IS NULL AND coalesce(at16.validFrom <= $given.now, true) AND coalesce(at16.validTo > $given.now, true) AND at16.retractedAt IS NULL AND unit15.retractedAt IS NULL
        AND unit15.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party7.id AND party7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS party7Codes
      WHERE size(party7Codes) > 0
      RETURN party7Codes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN case5.title END}, {relationship: 'CONCERNS', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN (true AND ('CASES:*' IN person2Mask OR (size(COLLECT {
      MATCH (case5)-[in12:IN]->(theme19:Theme)
      WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND theme19.retractedAt IS NULL
      RETURN {code: theme19.code}
    }) > 0 AND all(theme20 IN COLLECT {
      MATCH (case5)-[in12:IN]->(theme19:Theme)
      WHERE in12.validFrom <= $given.now AND coalesce(in12.validTo, 9007199254740991) > $given.now AND in12.retractedAt IS NULL AND theme19.retractedAt IS NULL
      RETURN {code: theme19.code}
    } WHERE 'CASES:' + theme20.code IN person2Mask)))) AND size(CASE WHEN EXISTS {
      MATCH (case5)-[concerns12:CONCERNS]->(party8:Person)
      WHERE coalesce(concerns12.validFrom <= $given.now, true) AND coalesce(concerns12.validTo > $given.now, true) AND concerns12.retractedAt IS NULL AND party8.retractedAt IS NULL
      WITH CASE WHEN party8.id IN ctx.disqualified THEN ['DISQUALIFIED'] ELSE [] END + COLLECT {
        MATCH (party8)-[protected_as9:PROTECTED_AS]->(protection15:Protection)
        WHERE coalesce(protected_as9.validFrom <= $given.now, true) AND coalesce(protected_as9.validTo > $given.now, true) AND protected_as9.retractedAt IS NULL AND protection15.retractedAt IS NULL
        AND ((ctx.id <> party8.id AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)) OR (protection15.code = 'SHIELDED' AND ctx.shielded AND NOT (ctx.staff AND protection15.id IN ctx.protectionExcepted)))
        RETURN DISTINCT protection15.code
      } + CASE WHEN NOT ctx.excepted THEN ['UNKNOWN_IDENTITY'] ELSE [] END + CASE WHEN EXISTS {
        MATCH (party8)<-[is11:IS]-(employee9:Employee)-[holds13:HOLDS]->(position18:Position)-[at17:AT]->(unit16:Unit)
        WHERE coalesce(is11.validFrom <= $given.now, true) AND coalesce(is11.validTo > $given.now, true) AND is11.retractedAt IS NULL AND employee9.retractedAt IS NULL AND coalesce(holds13.validFrom <= $given.now, true) AND coalesce(holds13.validTo > $given.now, true) AND holds13.retractedAt IS NULL AND position18.retractedAt IS NULL AND coalesce(at17.validFrom <= $given.now, true) AND coalesce(at17.validTo > $given.now, true) AND at17.retractedAt IS NULL AND unit16.retractedAt IS NULL
        AND unit16.id IN ctx.sameOffice
      } THEN ['SAME_OFFICE'] ELSE [] END + CASE WHEN ctx.id <> party8.id AND party8.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS party8Codes
      WHERE size(party8Codes) > 0
      RETURN party8Codes
    } THEN ['PARTY'] ELSE [] END) = 0 THEN assigned_to3.validTo END, concerns8.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons4
  }
  RETURN head(collect({it: {id: person2.id}, access: {mask: person2Mask, codes: person2Codes, granted: CASE WHEN size(person2Codes) > 0 THEN person2Granted ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects, reasons: reasons + reasons2 + reasons3 + reasons4})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, ctx.staff AS staff, CASE WHEN ctx.staff THEN reduce(found = [], seat IN ctx.seats | found + seat.codes) ELSE [] END AS reach, person
