// Case (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject2)
  WHERE followed_up_by.validFrom <= $given.now AND (followed_up_by.validTo IS NULL OR followed_up_by.validTo > $given.now) AND followed_up_by.retractedAt IS NULL AND subject2.retractedAt IS NULL
  RETURN collect(DISTINCT subject2) AS subjects
}
WITH *, [] AS covered, true AS permitted
WITH *, [] AS seats
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, subjects) {
  UNWIND subjects AS subject3
  RETURN collect(DISTINCT subject3.id) AS subjectExcepted
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, subjectExcepted: subjectExcepted} AS ctx
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Case {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS case2ById
  }
  UNWIND case2ById AS case2
  WITH * LIMIT 1
  CALL (ctx, case2) {
    MATCH (case2)-[concerns:CONCERNS]->(subject:Person)
    WHERE concerns.validFrom <= $given.now AND (concerns.validTo IS NULL OR concerns.validTo > $given.now) AND concerns.retractedAt IS NULL AND subject.retractedAt IS NULL
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
      WHERE in.validFrom <= $given.now AND (in.validTo IS NULL OR in.validTo > $given.now) AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
      RETURN {code: theme.code, secret: coalesce(theme.secret, false)}
    } AS case2Themes
    WITH *, ('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme2 IN case2Themes WHERE 'CASES:' + theme2.code IN subjectMask))) AS whole, (('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme3 IN case2Themes WHERE 'CASES:' + theme3.code IN subjectMask))) OR (false AND 'CASES' IN subjectMask AND (size(case2Themes) > 0 AND none(theme4 IN case2Themes WHERE theme4.secret)))) AS shown
    RETURN collect({whole: whole, shown: shown}) AS ways
  }
  WITH *, any(way IN ways WHERE way.whole) AS case2Whole, any(way IN ways WHERE way.shown) AS case2Shown
  WITH * WHERE case2Shown
  WITH *, COLLECT {
    MATCH (case2)-[held:CONCERNS]->(party:Person)-[protected:PROTECTED_AS]->(protection2:Protection)
    WHERE protection2.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> party.id AND held.validFrom <= $given.now AND (held.validTo IS NULL OR held.validTo > $given.now) AND (protected.validTo IS NULL OR held.validFrom < protected.validTo) AND (held.validTo IS NULL OR protected.validFrom < held.validTo)
    RETURN DISTINCT protection2.code
  } AS case2Places
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge2:IN]->(node2:Theme)
    WHERE edge2.validFrom <= $given.now AND (edge2.validTo IS NULL OR edge2.validTo > $given.now) AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1
    RETURN collect({it: {code: node.code, name: node.name}}) AS theme5
  }
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge4:OWNED_BY]->(node4:Unit)
    WHERE edge4.validFrom <= $given.now AND (edge4.validTo IS NULL OR edge4.validTo > $given.now) AND edge4.retractedAt IS NULL AND node4.retractedAt IS NULL
    AND size(case2Places) = 0
    WITH *, node4 AS node3, edge4 AS edge3
    WITH * ORDER BY edge3.validFrom DESC, edge3.id LIMIT 1
    WITH *, CASE WHEN NOT node3.id IN ctx.subjectExcepted AND node3.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node3Places
    RETURN collect({it: {id: CASE WHEN size(node3Places) = 0 THEN node3.id ELSE 'unit:NAV' END, number: CASE WHEN size(node3Places) = 0 THEN node3.number END, name: CASE WHEN size(node3Places) = 0 THEN node3.name ELSE 'NAV' END}, places: node3Places}) AS unit
  }
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge6:CONCERNS]->(node6:Person|Business)
    WHERE edge6.validFrom <= $given.now AND (edge6.validTo IS NULL OR edge6.validTo > $given.now) AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL
    WITH *, node6 AS node5, edge6 AS edge5
    CALL (ctx, node5, edge5, case2Places, case2Whole) {
      UNWIND CASE WHEN node5:Person THEN [node5] ELSE [] END AS person
      WITH *, COLLECT {
        MATCH (person)-[protected_as2:PROTECTED_AS]->(protection3:Protection)
        WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection3.retractedAt IS NULL
        AND ctx.id <> person.id AND protection3.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection3.code
      } + CASE WHEN ctx.id <> person.id AND person.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS personCodes
      WITH *, CASE WHEN size(personCodes) > 0 THEN [] ELSE ['CARD'] END AS personMask
      WITH * WHERE (false OR size(personCodes) = 0)
      RETURN collect({it: {id: person.id, name: CASE WHEN 'CARD' IN personMask THEN {full: [person.givenName, person.middleName, person.familyName]} END}, access: {mask: personMask, codes: personCodes, granted: CASE WHEN size(personCodes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
    }
    CALL (ctx, node5, edge5, case2Places, case2Whole) {
      UNWIND CASE WHEN node5:Business THEN [node5] ELSE [] END AS business
      CALL (ctx, business) {
        MATCH (business)-[owned_by:OWNED_BY]->(subject4:Person)
        WHERE owned_by.validFrom <= $given.now AND (owned_by.validTo IS NULL OR owned_by.validTo > $given.now) AND owned_by.retractedAt IS NULL AND subject4.retractedAt IS NULL
        WITH *, COLLECT {
          MATCH (subject4)-[protected_as3:PROTECTED_AS]->(protection4:Protection)
          WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection4.retractedAt IS NULL
          AND ctx.id <> subject4.id AND protection4.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection4.code
        } + CASE WHEN ctx.id <> subject4.id AND subject4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject4Codes
        WITH *, CASE WHEN ctx.id = subject4.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subject4Granted
        WITH *, CASE WHEN size(subject4Codes) > 0 THEN [] ELSE subject4Granted END AS subject4Mask
        WITH *, 'WORK' IN subject4Mask AS whole2, 'WORK' IN subject4Mask AS shown2
        RETURN collect({whole: whole2, shown: shown2}) AS ways2
      }
      WITH *, (NOT EXISTS {
        MATCH (business)-[owned_by2:OWNED_BY]->(subject5:Person)
        WHERE coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject5.retractedAt IS NULL
      }) OR any(way2 IN ways2 WHERE way2.whole) AS businessWhole
      WITH *, businessWhole AS businessShown
      WITH * WHERE businessShown
      RETURN collect({it: {id: business.id, name: business.name}, whole: businessWhole, type: 'Business'}) AS asBusiness
    }
    WITH *, asPerson + asBusiness AS found2
    WITH * WHERE size(found2) > 0
    WITH * WHERE $given.a2 IS NULL OR edge5.validFrom < $given.a2[0] OR (edge5.validFrom = $given.a2[0] AND edge5.id > $given.a2[1])
    WITH * ORDER BY edge5.validFrom DESC, edge5.id LIMIT $given.a1 + 1
    RETURN collect({edge: {part: edge5.part}, position: [edge5.validFrom, edge5.id], of: head(found2)}) AS partiesRows
  }
  WITH *, {rows: partiesRows} AS parties
  RETURN head(collect({it: {id: case2.id, title: CASE WHEN case2Whole THEN case2.title END, status: case2.status, openedAt: case2.openedAt, closedAt: case2.closedAt, theme: head(theme5), unit: CASE WHEN size(case2Places) = 0 THEN head(unit) END, parties: parties}, whole: case2Whole, places: case2Places})) AS case
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, case
