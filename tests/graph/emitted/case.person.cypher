// Case (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)-[has_address:HAS_ADDRESS]->(address:Address)
  WHERE has_address.validFrom <= $given.now AND coalesce(has_address.validTo, 9007199254740991) > $given.now AND has_address.retractedAt IS NULL AND address.retractedAt IS NULL
  RETURN collect(DISTINCT address) AS addresss
}
CALL (viewer) {
  MATCH (viewer)-[member_of:MEMBER_OF]->(household:Household)
  WHERE member_of.validFrom <= $given.now AND coalesce(member_of.validTo, 9007199254740991) > $given.now AND member_of.retractedAt IS NULL AND household.retractedAt IS NULL
  RETURN collect(DISTINCT household) AS households
}
CALL (viewer) {
  MATCH (viewer)-[has_address4:HAS_ADDRESS]->(address4)
  WHERE has_address4.validFrom <= $given.now AND coalesce(has_address4.validTo, 9007199254740991) > $given.now AND has_address4.retractedAt IS NULL AND address4.retractedAt IS NULL
  RETURN collect(DISTINCT address4) AS addresss2
}
CALL (viewer) {
  MATCH (viewer)-[member_of4:MEMBER_OF]->(household4)
  WHERE member_of4.validFrom <= $given.now AND coalesce(member_of4.validTo, 9007199254740991) > $given.now AND member_of4.retractedAt IS NULL AND household4.retractedAt IS NULL
  RETURN collect(DISTINCT household4) AS households2
}
CALL (viewer) {
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject3)
  WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND subject3.retractedAt IS NULL
  RETURN collect(DISTINCT subject3) AS subjects
}
WITH *, [] AS covered, true AS permitted
WITH *, [] AS seats
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, addresss) {
  UNWIND addresss AS address2
  MATCH (address2)<-[has_address2:HAS_ADDRESS]-(other2)
  WHERE has_address2.validFrom <= $given.now AND coalesce(has_address2.validTo, 9007199254740991) > $given.now AND has_address2.retractedAt IS NULL AND other2.retractedAt IS NULL
  RETURN collect(DISTINCT other2.id) AS otherExcepted
}
CALL (viewer, covered, seats, households) {
  UNWIND households AS household2
  MATCH (household2)<-[member_of2:MEMBER_OF]-(other3)
  WHERE member_of2.validFrom <= $given.now AND coalesce(member_of2.validTo, 9007199254740991) > $given.now AND member_of2.retractedAt IS NULL AND other3.retractedAt IS NULL
  RETURN collect(DISTINCT other3.id) AS otherExcepted2
}
CALL (viewer, covered, seats, addresss2) {
  UNWIND addresss2 AS address5
  RETURN collect(DISTINCT address5.id) AS addressExcepted
}
CALL (viewer, covered, seats, households2) {
  UNWIND households2 AS household5
  RETURN collect(DISTINCT household5.id) AS householdExcepted
}
CALL (viewer, covered, seats, subjects) {
  UNWIND subjects AS subject4
  RETURN collect(DISTINCT subject4.id) AS subjectExcepted
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, otherExcepted: otherExcepted, otherExcepted2: otherExcepted2, addressExcepted: addressExcepted, householdExcepted: householdExcepted, subjectExcepted: subjectExcepted} AS ctx
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
    WITH *, COLLECT {
      MATCH (subject)-[protected_as:PROTECTED_AS]->(protection:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection.retractedAt IS NULL
      AND ctx.id <> subject.id AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection.code
    } + CASE WHEN ctx.id <> subject.id AND subject.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subjectCodes
    WITH *, CASE WHEN ctx.id = subject.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subjectGranted
    WITH *, CASE WHEN size(subjectCodes) > 0 THEN [] ELSE subjectGranted END AS subjectMask
    WITH *, COLLECT {
      MATCH (case2)-[in:IN]->(theme:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
      RETURN {code: theme.code, secret: coalesce(theme.secret, false)}
    } AS case2Themes
    WITH *, (true AND ('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme2 IN case2Themes WHERE 'CASES:' + theme2.code IN subjectMask)))) AS whole, (('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme3 IN case2Themes WHERE 'CASES:' + theme3.code IN subjectMask))) OR (false AND 'CASES' IN subjectMask AND (size(case2Themes) > 0 AND none(theme4 IN case2Themes WHERE theme4.secret)))) AS shown
    RETURN collect({whole: whole, shown: shown}) AS ways
  }
  WITH *, any(way IN ways WHERE way.whole) AS case2Whole, any(way IN ways WHERE way.shown) AS case2Shown
  WITH * WHERE case2Shown
  WITH *, COLLECT {
    MATCH (case2)-[held:CONCERNS]->(other:Person)-[protected:PROTECTED_AS]->(protection2:Protection)
    WHERE protection2.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> other.id AND (held.validFrom IS NULL OR protected.validTo IS NULL OR held.validFrom < protected.validTo) AND (protected.validFrom IS NULL OR held.validTo IS NULL OR protected.validFrom < held.validTo) AND NOT other.id IN ctx.otherExcepted AND NOT other.id IN ctx.otherExcepted2
    RETURN DISTINCT protection2.code
  } + COLLECT {
    MATCH (case2)-[held2:CONCERNS]->(other4:Person)-[has_address3:HAS_ADDRESS]->(address3:Address)
    MATCH (address3)<-[kept:HAS_ADDRESS]-(person:Person)-[protected2:PROTECTED_AS]->(protection3:Protection)
    WHERE protection3.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> other4.id AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT address3.id IN ctx.addressExcepted
    RETURN DISTINCT protection3.code
  } + COLLECT {
    MATCH (case2)-[held3:CONCERNS]->(other5:Person)-[member_of3:MEMBER_OF]->(household3:Household)
    MATCH (household3)<-[kept2:MEMBER_OF]-(person2:Person)-[protected3:PROTECTED_AS]->(protection4:Protection)
    WHERE protection4.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> other5.id AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT household3.id IN ctx.householdExcepted
    RETURN DISTINCT protection4.code
  } AS case2Places
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge2:IN]->(node2:Theme)
    WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1
    RETURN collect({it: {code: node.code, name: node.name}}) AS theme5
  }
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge4:OWNED_BY]->(node4:Unit)
    WHERE edge4.validFrom <= $given.now AND coalesce(edge4.validTo, 9007199254740991) > $given.now AND edge4.retractedAt IS NULL AND node4.retractedAt IS NULL
    AND size(case2Places) = 0 AND case2Whole
    WITH *, node4 AS node3, edge4 AS edge3
    WITH * ORDER BY edge3.validFrom DESC, edge3.id LIMIT 1
    WITH *, CASE WHEN NOT node3.id IN ctx.subjectExcepted AND node3.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node3Places
    RETURN collect({it: {id: CASE WHEN size(node3Places) = 0 THEN node3.id ELSE 'unit:NAV' END, number: CASE WHEN size(node3Places) = 0 THEN node3.number END, name: CASE WHEN size(node3Places) = 0 THEN node3.name ELSE 'NAV' END}, places: node3Places}) AS unit
  }
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge6:CONCERNS]->(node6:Person|Business)
    WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL
    AND case2Whole
    WITH *, node6 AS node5, edge6 AS edge5
    CALL (ctx, node5, edge5, case2Places, case2Whole) {
      UNWIND CASE WHEN node5:Person THEN [node5] ELSE [] END AS person3
      WITH *, COLLECT {
        MATCH (person3)-[protected_as2:PROTECTED_AS]->(protection5:Protection)
        WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection5.retractedAt IS NULL
        AND ctx.id <> person3.id AND protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection5.code
      } + CASE WHEN ctx.id <> person3.id AND person3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person3Codes
      WITH *, CASE WHEN size(person3Codes) > 0 THEN [] ELSE ['CARD'] END AS person3Mask
      WITH * WHERE (false OR size(person3Codes) = 0)
      RETURN collect({it: {id: person3.id, name: CASE WHEN 'CARD' IN person3Mask THEN {full: [person3.givenName, person3.middleName, person3.familyName]} END}, access: {mask: person3Mask, codes: person3Codes, granted: CASE WHEN size(person3Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
    }
    CALL (ctx, node5, edge5, case2Places, case2Whole) {
      UNWIND CASE WHEN node5:Business THEN [node5] ELSE [] END AS business
      CALL (ctx, business) {
        MATCH (business)-[part_of:PART_OF*0..2]->(business2:Business)-[owned_by:OWNED_BY]->(subject5:Person)
        WHERE all(step IN part_of WHERE step.validFrom <= $given.now AND coalesce(step.validTo, 9007199254740991) > $given.now AND step.retractedAt IS NULL) AND business2.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject5.retractedAt IS NULL
        WITH *, COLLECT {
          MATCH (subject5)-[protected_as3:PROTECTED_AS]->(protection6:Protection)
          WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection6.retractedAt IS NULL
          AND ctx.id <> subject5.id AND protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection6.code
        } + CASE WHEN ctx.id <> subject5.id AND subject5.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject5Codes
        WITH *, CASE WHEN ctx.id = subject5.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subject5Granted
        WITH *, CASE WHEN size(subject5Codes) > 0 THEN [] ELSE subject5Granted END AS subject5Mask
        WITH *, (true AND 'WORK' IN subject5Mask) AS whole2, 'WORK' IN subject5Mask AS shown2
        RETURN collect({whole: whole2, shown: shown2}) AS ways2
      }
      WITH *, (NOT EXISTS {
        MATCH (business)-[part_of2:PART_OF*0..2]->(business3:Business)-[owned_by2:OWNED_BY]->(subject6:Person)
        WHERE all(step2 IN part_of2 WHERE coalesce(step2.validFrom <= $given.now, true) AND coalesce(step2.validTo > $given.now, true) AND step2.retractedAt IS NULL) AND business3.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject6.retractedAt IS NULL
      }) OR any(way2 IN ways2 WHERE way2.whole) AS businessWhole
      WITH *, businessWhole AS businessShown
      WITH * WHERE businessShown AND size(CASE WHEN NOT EXISTS {
        MATCH (business)-[owned_by3:OWNED_BY]->(person4:Person)
        WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person4.retractedAt IS NULL
      } AND business.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
      RETURN collect({it: {id: business.id, name: business.name}, whole: businessWhole, type: 'Business'}) AS asBusiness
    }
    WITH *, asPerson + asBusiness AS found2
    WITH * WHERE size(found2) > 0
    WITH * WHERE $given.a2 IS NULL OR edge5.validFrom < $given.a2[0] OR (edge5.validFrom = $given.a2[0] AND edge5.id > $given.a2[1])
    WITH * ORDER BY edge5.validFrom DESC, edge5.id LIMIT $given.a1 + 1
    RETURN collect({edge: {part: edge5.part}, position: [edge5.validFrom, edge5.id], of: head(found2)}) AS partiesRows
  }
  WITH *, {rows: partiesRows} AS parties
  RETURN head(collect({it: {id: case2.id, title: CASE WHEN case2Whole THEN case2.title END, status: case2.status, openedAt: case2.openedAt, closedAt: case2.closedAt, theme: head(theme5), unit: CASE WHEN size(case2Places) = 0 AND case2Whole THEN head(unit) END, parties: CASE WHEN case2Whole THEN parties END}, whole: case2Whole, places: case2Places, concerned: $given.case IS NULL OR EXISTS {
    MATCH (case2)-[concerns2:CONCERNS]->(subject2:Person)
    WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject2.retractedAt IS NULL
    AND subject2.id IN ctx.caseSubjects
  }})) AS case
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, case
