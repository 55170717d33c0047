// Family (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)-[has_address:HAS_ADDRESS]->(address2)
  WHERE has_address.validFrom <= $given.now AND (has_address.validTo IS NULL OR has_address.validTo > $given.now) AND has_address.retractedAt IS NULL AND address2.retractedAt IS NULL
  RETURN collect(DISTINCT address2) AS addresss
}
CALL (viewer) {
  MATCH (viewer)-[member_of:MEMBER_OF]->(household2)
  WHERE member_of.validFrom <= $given.now AND (member_of.validTo IS NULL OR member_of.validTo > $given.now) AND member_of.retractedAt IS NULL AND household2.retractedAt IS NULL
  RETURN collect(DISTINCT household2) AS households
}
WITH *, [] AS covered, true AS permitted
WITH *, [] AS seats
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, addresss) {
  UNWIND addresss AS address3
  RETURN collect(DISTINCT address3.id) AS addressExcepted
}
CALL (viewer, covered, seats, households) {
  UNWIND households AS household3
  RETURN collect(DISTINCT household3.id) AS householdExcepted
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, addressExcepted: addressExcepted, householdExcepted: householdExcepted} AS ctx
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Person {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS person2ById
  }
  UNWIND person2ById AS person2
  WITH * LIMIT 1
  WITH *, COLLECT {
    MATCH (person2)-[protected_as:PROTECTED_AS]->(protection:Protection)
    WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection.retractedAt IS NULL
    AND ctx.id <> person2.id AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
    RETURN DISTINCT protection.code
  } + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person2Codes
  WITH *, CASE WHEN ctx.id = person2.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS person2Granted
  WITH *, CASE WHEN size(person2Codes) > 0 THEN [] ELSE person2Granted END AS person2Mask
  CALL (ctx, person2, person2Mask) {
    CALL (ctx, person2, person2Mask) {
      MATCH (person2)<-[edge2:PARENT_OF]-(node2:Person)
      WHERE edge2.validFrom <= $given.now AND (edge2.validTo IS NULL OR edge2.validTo > $given.now) AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
      AND 'FAMILY' IN person2Mask
      RETURN node2 AS node, edge2 AS edge, 'PARENT' AS says
      UNION ALL
      MATCH (person2)-[edge3:PARENT_OF]->(node3:Person)
      WHERE edge3.validFrom <= $given.now AND (edge3.validTo IS NULL OR edge3.validTo > $given.now) AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL
      AND 'FAMILY' IN person2Mask
      RETURN node3 AS node, edge3 AS edge, 'CHILD' AS says
      UNION ALL
      MATCH (person2)-[edge4:PARTNER_OF]->(node4:Person)
      WHERE edge4.validFrom <= $given.now AND (edge4.validTo IS NULL OR edge4.validTo > $given.now) AND edge4.retractedAt IS NULL AND node4.retractedAt IS NULL AND edge4.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT']
      AND 'FAMILY' IN person2Mask
      RETURN node4 AS node, edge4 AS edge, 'PARTNER' AS says
      UNION ALL
      MATCH (person2)<-[edge5:PARTNER_OF]-(node5:Person)
      WHERE edge5.validFrom <= $given.now AND (edge5.validTo IS NULL OR edge5.validTo > $given.now) AND edge5.retractedAt IS NULL AND node5.retractedAt IS NULL AND edge5.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT']
      AND 'FAMILY' IN person2Mask
      RETURN node5 AS node, edge5 AS edge, 'PARTNER' AS says
      UNION ALL
      MATCH (person2)-[edge6:PARTNER_OF]->(node6:Person)
      WHERE edge6.validFrom <= $given.now AND (edge6.validTo IS NULL OR edge6.validTo > $given.now) AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL AND edge6.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED']
      AND 'FAMILY' IN person2Mask
      RETURN node6 AS node, edge6 AS edge, 'FORMER_PARTNER' AS says
      UNION ALL
      MATCH (person2)<-[edge7:PARTNER_OF]-(node7:Person)
      WHERE edge7.validFrom <= $given.now AND (edge7.validTo IS NULL OR edge7.validTo > $given.now) AND edge7.retractedAt IS NULL AND node7.retractedAt IS NULL AND edge7.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED']
      AND 'FAMILY' IN person2Mask
      RETURN node7 AS node, edge7 AS edge, 'FORMER_PARTNER' AS says
    }
    WITH *, COLLECT {
      MATCH (node)-[protected_as2:PROTECTED_AS]->(protection2:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection2.retractedAt IS NULL
      AND ctx.id <> node.id AND protection2.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection2.code
    } + CASE WHEN ctx.id <> node.id AND node.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS nodeCodes
    WITH *, CASE WHEN ctx.id = node.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + ['CARD'] AS nodeGranted
    WITH *, CASE WHEN size(nodeCodes) > 0 THEN [] ELSE nodeGranted END AS nodeMask
    WITH * WHERE (false OR size(nodeCodes) = 0)
    WITH * WHERE $given.a2 IS NULL OR edge.validFrom < $given.a2[0] OR (edge.validFrom = $given.a2[0] AND edge.id > $given.a2[1])
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT $given.a1 + 1
    WITH *, COLLECT {
      MATCH (node)-[protected:PROTECTED_AS]->(protection3:Protection)
      WHERE protection3.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> node.id AND protected.validFrom <= $given.now AND (protected.validTo IS NULL OR protected.validTo > $given.now)
      RETURN DISTINCT protection3.code
    } + COLLECT {
      MATCH (node)-[held:HAS_ADDRESS]->(address:Address)
      MATCH (address)<-[kept:HAS_ADDRESS]-(person3:Person)-[protected2:PROTECTED_AS]->(protection4:Protection)
      WHERE protection4.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> node.id AND held.validFrom <= $given.now AND (held.validTo IS NULL OR held.validTo > $given.now) AND (protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT address.id IN ctx.addressExcepted
      RETURN DISTINCT protection4.code
    } + COLLECT {
      MATCH (node)-[held2:MEMBER_OF]->(household:Household)
      MATCH (household)<-[kept2:MEMBER_OF]-(person4:Person)-[protected3:PROTECTED_AS]->(protection5:Protection)
      WHERE protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> node.id AND held2.validFrom <= $given.now AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT household.id IN ctx.householdExcepted
      RETURN DISTINCT protection5.code
    } AS nodePlaces
    CALL (ctx, node, nodeMask, nodePlaces) {
      CALL (ctx, node, nodeMask, nodePlaces) {
        MATCH (node)<-[edge9:PARENT_OF]-(node9:Person)
        WHERE edge9.validFrom <= $given.now AND (edge9.validTo IS NULL OR edge9.validTo > $given.now) AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL
        AND 'FAMILY' IN nodeMask
        RETURN node9 AS node8, edge9 AS edge8, 'PARENT' AS says2
        UNION ALL
        MATCH (node)-[edge10:PARENT_OF]->(node10:Person)
        WHERE edge10.validFrom <= $given.now AND (edge10.validTo IS NULL OR edge10.validTo > $given.now) AND edge10.retractedAt IS NULL AND node10.retractedAt IS NULL
        AND 'FAMILY' IN nodeMask
        RETURN node10 AS node8, edge10 AS edge8, 'CHILD' AS says2
        UNION ALL
        MATCH (node)-[edge11:PARTNER_OF]->(node11:Person)
        WHERE edge11.validFrom <= $given.now AND (edge11.validTo IS NULL OR edge11.validTo > $given.now) AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL AND edge11.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT']
        AND 'FAMILY' IN nodeMask
        RETURN node11 AS node8, edge11 AS edge8, 'PARTNER' AS says2
        UNION ALL
        MATCH (node)<-[edge12:PARTNER_OF]-(node12:Person)
        WHERE edge12.validFrom <= $given.now AND (edge12.validTo IS NULL OR edge12.validTo > $given.now) AND edge12.retractedAt IS NULL AND node12.retractedAt IS NULL AND edge12.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT']
        AND 'FAMILY' IN nodeMask
        RETURN node12 AS node8, edge12 AS edge8, 'PARTNER' AS says2
        UNION ALL
        MATCH (node)-[edge13:PARTNER_OF]->(node13:Person)
        WHERE edge13.validFrom <= $given.now AND (edge13.validTo IS NULL OR edge13.validTo > $given.now) AND edge13.retractedAt IS NULL AND node13.retractedAt IS NULL AND edge13.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED']
        AND 'FAMILY' IN nodeMask
        RETURN node13 AS node8, edge13 AS edge8, 'FORMER_PARTNER' AS says2
        UNION ALL
        MATCH (node)<-[edge14:PARTNER_OF]-(node14:Person)
        WHERE edge14.validFrom <= $given.now AND (edge14.validTo IS NULL OR edge14.validTo > $given.now) AND edge14.retractedAt IS NULL AND node14.retractedAt IS NULL AND edge14.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED']
        AND 'FAMILY' IN nodeMask
        RETURN node14 AS node8, edge14 AS edge8, 'FORMER_PARTNER' AS says2
      }
      WITH *, COLLECT {
        MATCH (node8)-[protected_as3:PROTECTED_AS]->(protection6:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection6.retractedAt IS NULL
        AND ctx.id <> node8.id AND protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection6.code
      } + CASE WHEN ctx.id <> node8.id AND node8.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node8Codes
      WITH *, CASE WHEN size(node8Codes) > 0 THEN [] ELSE ['CARD'] END AS node8Mask
      WITH * WHERE (false OR size(node8Codes) = 0)
      WITH * WHERE $given.a4 IS NULL OR edge8.validFrom < $given.a4[0] OR (edge8.validFrom = $given.a4[0] AND edge8.id > $given.a4[1])
      WITH * ORDER BY edge8.validFrom DESC, edge8.id LIMIT $given.a3 + 1
      RETURN collect({it: {id: node8.id, name: CASE WHEN 'CARD' IN node8Mask THEN {full: [node8.givenName, node8.middleName, node8.familyName]} END}, access: {mask: node8Mask, codes: node8Codes, granted: CASE WHEN size(node8Codes) > 0 THEN ['CARD'] ELSE [] END}, edge: {}, position: [edge8.validFrom, edge8.id], says: says2}) AS family2Rows
    }
    WITH *, {rows: family2Rows} AS family2
    RETURN collect({it: {id: node.id, name: CASE WHEN 'CARD' IN nodeMask THEN {full: [node.givenName, node.middleName, node.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN nodeMask THEN toString(node.birthDate) END, family: CASE WHEN 'FAMILY' IN nodeMask THEN family2 END}, access: {mask: nodeMask, codes: nodeCodes, granted: CASE WHEN size(nodeCodes) > 0 THEN nodeGranted ELSE [] END, places: nodePlaces}, edge: {validFrom: edge.validFrom, validTo: edge.validTo}, position: [edge.validFrom, edge.id], says: says}) AS familyRows
  }
  CALL (ctx, person2, person2Mask) {
    CALL (ctx, person2, person2Mask) {
      MATCH (person2)<-[edge16:PARENT_OF]-(node16:Person)
      WHERE edge16.validFrom <= $given.now AND (edge16.validTo IS NULL OR edge16.validTo > $given.now) AND edge16.retractedAt IS NULL AND node16.retractedAt IS NULL
      AND 'FAMILY' IN person2Mask
      RETURN node16 AS node15, edge16 AS edge15, 'PARENT' AS says3
      UNION ALL
      MATCH (person2)-[edge17:PARENT_OF]->(node17:Person)
      WHERE edge17.validFrom <= $given.now AND (edge17.validTo IS NULL OR edge17.validTo > $given.now) AND edge17.retractedAt IS NULL AND node17.retractedAt IS NULL
      AND 'FAMILY' IN person2Mask
      RETURN node17 AS node15, edge17 AS edge15, 'CHILD' AS says3
      UNION ALL
      MATCH (person2)-[edge18:PARTNER_OF]->(node18:Person)
      WHERE edge18.validFrom <= $given.now AND (edge18.validTo IS NULL OR edge18.validTo > $given.now) AND edge18.retractedAt IS NULL AND node18.retractedAt IS NULL AND edge18.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT']
      AND 'FAMILY' IN person2Mask
      RETURN node18 AS node15, edge18 AS edge15, 'PARTNER' AS says3
      UNION ALL
      MATCH (person2)<-[edge19:PARTNER_OF]-(node19:Person)
      WHERE edge19.validFrom <= $given.now AND (edge19.validTo IS NULL OR edge19.validTo > $given.now) AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL AND edge19.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT']
      AND 'FAMILY' IN person2Mask
      RETURN node19 AS node15, edge19 AS edge15, 'PARTNER' AS says3
      UNION ALL
      MATCH (person2)-[edge20:PARTNER_OF]->(node20:Person)
      WHERE edge20.validFrom <= $given.now AND (edge20.validTo IS NULL OR edge20.validTo > $given.now) AND edge20.retractedAt IS NULL AND node20.retractedAt IS NULL AND edge20.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED']
      AND 'FAMILY' IN person2Mask
      RETURN node20 AS node15, edge20 AS edge15, 'FORMER_PARTNER' AS says3
      UNION ALL
      MATCH (person2)<-[edge21:PARTNER_OF]-(node21:Person)
      WHERE edge21.validFrom <= $given.now AND (edge21.validTo IS NULL OR edge21.validTo > $given.now) AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL AND edge21.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED']
      AND 'FAMILY' IN person2Mask
      RETURN node21 AS node15, edge21 AS edge15, 'FORMER_PARTNER' AS says3
    }
    WITH *, COLLECT {
      MATCH (node15)-[protected_as4:PROTECTED_AS]->(protection7:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection7.retractedAt IS NULL
      AND ctx.id <> node15.id AND protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection7.code
    } + CASE WHEN ctx.id <> node15.id AND node15.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node15Codes
    WITH *, CASE WHEN size(node15Codes) > 0 THEN [] ELSE ['CARD'] END AS node15Mask
    WITH * WHERE (false OR size(node15Codes) = 0)
    WITH node15 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END}, access: {mask: person2Mask, codes: person2Codes, granted: CASE WHEN size(person2Codes) > 0 THEN person2Granted ELSE [] END}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, person
