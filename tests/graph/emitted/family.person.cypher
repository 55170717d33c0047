// Family (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)-[has_address:HAS_ADDRESS]->(address2)
  WHERE has_address.validFrom <= $given.now AND coalesce(has_address.validTo, 9007199254740991) > $given.now AND has_address.retractedAt IS NULL AND address2.retractedAt IS NULL
  RETURN collect(DISTINCT address2) AS addresss
}
CALL (viewer) {
  MATCH (viewer)-[member_of:MEMBER_OF]->(household2)
  WHERE member_of.validFrom <= $given.now AND coalesce(member_of.validTo, 9007199254740991) > $given.now AND member_of.retractedAt IS NULL AND household2.retractedAt IS NULL
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
  WITH * ORDER BY person2.id LIMIT 1
  WITH *, COLLECT {
    MATCH (person2)-[protected_as:PROTECTED_AS]->(protection:Protection)
    WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection.retractedAt IS NULL
    AND ctx.id <> person2.id AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
    RETURN DISTINCT protection.code
  } + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person2Codes
  WITH *, CASE WHEN ctx.id = person2.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS person2Granted
  WITH *, CASE WHEN size(person2Codes) > 0 THEN [] ELSE person2Granted END AS person2Mask
  CALL (ctx, person2, person2Mask) {
    MATCH (person2)-[edge:PARENT_OF|PARTNER_OF]-(node:Person)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = node.id THEN 'PARENT' WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = person2.id THEN 'CHILD' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says
    WITH * WHERE says IS NOT NULL
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
      WHERE protection3.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> node.id AND (protected.validFrom IS NULL OR protected.validFrom <= $given.now) AND (protected.validTo IS NULL OR protected.validTo > $given.now)
      RETURN DISTINCT protection3.code
    } + COLLECT {
      MATCH (node)-[held:HAS_ADDRESS]->(address:Address)
      MATCH (address)<-[kept:HAS_ADDRESS]-(person3:Person)-[protected2:PROTECTED_AS]->(protection4:Protection)
      WHERE protection4.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> node.id AND (held.validFrom IS NULL OR held.validFrom <= $given.now) AND (held.validTo IS NULL OR held.validTo > $given.now) AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT address.id IN ctx.addressExcepted
      RETURN DISTINCT protection4.code
    } + COLLECT {
      MATCH (node)-[held2:MEMBER_OF]->(household:Household)
      MATCH (household)<-[kept2:MEMBER_OF]-(person4:Person)-[protected3:PROTECTED_AS]->(protection5:Protection)
      WHERE protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> node.id AND (held2.validFrom IS NULL OR held2.validFrom <= $given.now) AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT household.id IN ctx.householdExcepted
      RETURN DISTINCT protection5.code
    } AS nodePlaces
    CALL (ctx, node, nodeMask, nodePlaces) {
      MATCH (node)-[edge2:PARENT_OF|PARTNER_OF]-(node2:Person)
      WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL AND 'FAMILY' IN nodeMask
      WITH *, CASE WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node2.id THEN 'PARENT' WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node.id THEN 'CHILD' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says2
      WITH * WHERE says2 IS NOT NULL
      WITH *, COLLECT {
        MATCH (node2)-[protected_as3:PROTECTED_AS]->(protection6:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection6.retractedAt IS NULL
        AND ctx.id <> node2.id AND protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection6.code
      } + CASE WHEN ctx.id <> node2.id AND node2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node2Codes
      WITH *, CASE WHEN size(node2Codes) > 0 THEN [] ELSE ['CARD'] END AS node2Mask
      WITH * WHERE (false OR size(node2Codes) = 0)
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
    WITH *, COLLECT {
      MATCH (node3)-[protected_as4:PROTECTED_AS]->(protection7:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection7.retractedAt IS NULL
      AND ctx.id <> node3.id AND protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection7.code
    } + CASE WHEN ctx.id <> node3.id AND node3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node3Codes
    WITH *, CASE WHEN size(node3Codes) > 0 THEN [] ELSE ['CARD'] END AS node3Mask
    WITH * WHERE (false OR size(node3Codes) = 0)
    WITH node3 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END}, access: {mask: person2Mask, codes: person2Codes, granted: CASE WHEN size(person2Codes) > 0 THEN person2Granted ELSE [] END}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, person
