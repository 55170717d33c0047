// Person360 (person)
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
CALL (viewer) {
  MATCH (viewer)-[has_address2:HAS_ADDRESS]->(address5:Address)
  WHERE has_address2.validFrom <= $given.now AND coalesce(has_address2.validTo, 9007199254740991) > $given.now AND has_address2.retractedAt IS NULL AND address5.retractedAt IS NULL
  RETURN collect(DISTINCT address5) AS addresss2
}
CALL (viewer) {
  MATCH (viewer)-[member_of2:MEMBER_OF]->(household6:Household)
  WHERE member_of2.validFrom <= $given.now AND coalesce(member_of2.validTo, 9007199254740991) > $given.now AND member_of2.retractedAt IS NULL AND household6.retractedAt IS NULL
  RETURN collect(DISTINCT household6) AS households2
}
CALL (viewer) {
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject5)
  WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND subject5.retractedAt IS NULL
  RETURN collect(DISTINCT subject5) AS subjects
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
CALL (viewer, covered, seats, addresss2) {
  UNWIND addresss2 AS address6
  MATCH (address6)<-[has_address3:HAS_ADDRESS]-(other2)
  WHERE has_address3.validFrom <= $given.now AND coalesce(has_address3.validTo, 9007199254740991) > $given.now AND has_address3.retractedAt IS NULL AND other2.retractedAt IS NULL
  RETURN collect(DISTINCT other2.id) AS otherExcepted
}
CALL (viewer, covered, seats, households2) {
  UNWIND households2 AS household7
  MATCH (household7)<-[member_of3:MEMBER_OF]-(other3)
  WHERE member_of3.validFrom <= $given.now AND coalesce(member_of3.validTo, 9007199254740991) > $given.now AND member_of3.retractedAt IS NULL AND other3.retractedAt IS NULL
  RETURN collect(DISTINCT other3.id) AS otherExcepted2
}
CALL (viewer, covered, seats, subjects) {
  UNWIND subjects AS subject6
  RETURN collect(DISTINCT subject6.id) AS subjectExcepted
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, addressExcepted: addressExcepted, householdExcepted: householdExcepted, otherExcepted: otherExcepted, otherExcepted2: otherExcepted2, subjectExcepted: subjectExcepted} AS ctx
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
  WITH *, COLLECT {
    MATCH (person2)-[protected:PROTECTED_AS]->(protection2:Protection)
    WHERE protection2.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person2.id AND (protected.validFrom IS NULL OR protected.validFrom <= $given.now) AND (protected.validTo IS NULL OR protected.validTo > $given.now)
    RETURN DISTINCT protection2.code
  } + COLLECT {
    MATCH (person2)-[held:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(person3:Person)-[protected2:PROTECTED_AS]->(protection3:Protection)
    WHERE protection3.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person2.id AND (held.validFrom IS NULL OR held.validFrom <= $given.now) AND (held.validTo IS NULL OR held.validTo > $given.now) AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT address.id IN ctx.addressExcepted
    RETURN DISTINCT protection3.code
  } + COLLECT {
    MATCH (person2)-[held2:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(person4:Person)-[protected3:PROTECTED_AS]->(protection4:Protection)
    WHERE protection4.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person2.id AND (held2.validFrom IS NULL OR held2.validFrom <= $given.now) AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT household.id IN ctx.householdExcepted
    RETURN DISTINCT protection4.code
  } AS person2Places
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge3:HAS_ADDRESS]->(node3:Address)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL
    AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0
    WITH *, node3 AS node2, edge3 AS edge2
    WITH * ORDER BY edge2.validFrom DESC, edge2.id LIMIT 1000
    RETURN collect({it: {kind: node2.kind, street: node2.street, postalCode: node2.postalCode, city: node2.city, country: node2.country, validFrom: edge2.validFrom, source: edge2.source}}) AS addresses
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge5:BELONGS_TO]->(node5:Area)
    WHERE edge5.validFrom <= $given.now AND coalesce(edge5.validTo, 9007199254740991) > $given.now AND edge5.retractedAt IS NULL AND node5.retractedAt IS NULL
    AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0
    WITH *, node5 AS node4, edge5 AS edge4
    WITH * ORDER BY edge4.validFrom DESC, edge4.id LIMIT 1
    RETURN collect({it: {code: node4.code, name: node4.name}}) AS area
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge6:PARENT_OF|PARTNER_OF]-(node6:Person)
    WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge6) IN ['PARENT_OF'] AND startNode(edge6).id = node6.id THEN 'PARENT' WHEN type(edge6) IN ['PARENT_OF'] AND startNode(edge6).id = person2.id THEN 'CHILD' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = person2.id AND edge6.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = node6.id AND edge6.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = person2.id AND edge6.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = node6.id AND edge6.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says3
    WITH * WHERE says3 IS NOT NULL
    WITH *, COLLECT {
      MATCH (node6)-[protected_as2:PROTECTED_AS]->(protection5:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection5.retractedAt IS NULL
      AND ctx.id <> node6.id AND protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection5.code
    } + CASE WHEN ctx.id <> node6.id AND node6.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node6Codes
    WITH *, CASE WHEN ctx.id = node6.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + ['CARD'] AS node6Granted
    WITH *, CASE WHEN size(node6Codes) > 0 THEN [] ELSE node6Granted END AS node6Mask
    WITH * WHERE (false OR size(node6Codes) = 0)
    WITH * WHERE $given.a3 IS NULL OR edge6.validFrom < $given.a3[0] OR (edge6.validFrom = $given.a3[0] AND edge6.id > $given.a3[1])
    WITH * ORDER BY edge6.validFrom DESC, edge6.id LIMIT $given.a2 + 1
    WITH *, COLLECT {
      MATCH (node6)-[protected4:PROTECTED_AS]->(protection6:Protection)
      WHERE protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> node6.id AND (protected4.validFrom IS NULL OR protected4.validFrom <= $given.now) AND (protected4.validTo IS NULL OR protected4.validTo > $given.now)
      RETURN DISTINCT protection6.code
    } + COLLECT {
      MATCH (node6)-[held3:HAS_ADDRESS]->(address4:Address)
      MATCH (address4)<-[kept3:HAS_ADDRESS]-(person5:Person)-[protected5:PROTECTED_AS]->(protection7:Protection)
      WHERE protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> node6.id AND (held3.validFrom IS NULL OR held3.validFrom <= $given.now) AND (held3.validTo IS NULL OR held3.validTo > $given.now) AND (kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo) AND (protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo) AND NOT address4.id IN ctx.addressExcepted
      RETURN DISTINCT protection7.code
    } + COLLECT {
      MATCH (node6)-[held4:MEMBER_OF]->(household4:Household)
      MATCH (household4)<-[kept4:MEMBER_OF]-(person6:Person)-[protected6:PROTECTED_AS]->(protection8:Protection)
      WHERE protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> node6.id AND (held4.validFrom IS NULL OR held4.validFrom <= $given.now) AND (held4.validTo IS NULL OR held4.validTo > $given.now) AND (kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo) AND (protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo) AND NOT household4.id IN ctx.householdExcepted
      RETURN DISTINCT protection8.code
    } AS node6Places
    CALL (ctx, node6, node6Mask, node6Places) {
      MATCH (node6)-[edge8:BELONGS_TO]->(node8:Area)
      WHERE edge8.validFrom <= $given.now AND coalesce(edge8.validTo, 9007199254740991) > $given.now AND edge8.retractedAt IS NULL AND node8.retractedAt IS NULL
      AND 'ADDRESS' IN node6Mask AND size(node6Places) = 0
      WITH *, node8 AS node7, edge8 AS edge7
      WITH * ORDER BY edge7.validFrom DESC, edge7.id LIMIT 1
      RETURN collect({it: {code: node7.code, name: node7.name}}) AS area2
    }
    RETURN collect({it: {id: node6.id, name: CASE WHEN 'CARD' IN node6Mask THEN {full: [node6.givenName, node6.middleName, node6.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN node6Mask THEN toString(node6.birthDate) END, phone: CASE WHEN 'CONTACT' IN node6Mask THEN node6.phone END, area: CASE WHEN 'ADDRESS' IN node6Mask AND size(node6Places) = 0 THEN head(area2) END}, access: {mask: node6Mask, codes: node6Codes, granted: CASE WHEN size(node6Codes) > 0 THEN node6Granted ELSE [] END, places: node6Places}, edge: {validFrom: edge6.validFrom, validTo: edge6.validTo, source: edge6.source}, position: [edge6.validFrom, edge6.id], says: says3}) AS familyRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge9:PARENT_OF|PARTNER_OF]-(node9:Person)
    WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = node9.id THEN 'PARENT' WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = person2.id THEN 'CHILD' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says5
    WITH * WHERE says5 IS NOT NULL
    WITH *, COLLECT {
      MATCH (node9)-[protected_as3:PROTECTED_AS]->(protection9:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection9.retractedAt IS NULL
      AND ctx.id <> node9.id AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection9.code
    } + CASE WHEN ctx.id <> node9.id AND node9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node9Codes
    WITH *, CASE WHEN size(node9Codes) > 0 THEN [] ELSE ['CARD'] END AS node9Mask
    WITH * WHERE (false OR size(node9Codes) = 0)
    WITH node9 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge11:MEMBER_OF]->(node11:Household)
    WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
    AND 'FAMILY' IN person2Mask AND size(person2Places) = 0
    WITH *, node11 AS node10, edge11 AS edge10
    WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1
    CALL (ctx, node10) {
      MATCH (node10)<-[edge13:MEMBER_OF]-(node13:Person)
      WHERE edge13.validFrom <= $given.now AND coalesce(edge13.validTo, 9007199254740991) > $given.now AND edge13.retractedAt IS NULL AND node13.retractedAt IS NULL
      WITH *, node13 AS node12, edge13 AS edge12
      WITH *, COLLECT {
        MATCH (node12)-[protected_as4:PROTECTED_AS]->(protection10:Protection)
        WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection10.retractedAt IS NULL
        AND ctx.id <> node12.id AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection10.code
      } + CASE WHEN ctx.id <> node12.id AND node12.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node12Codes
      WITH *, CASE WHEN size(node12Codes) > 0 THEN [] ELSE ['CARD'] END AS node12Mask
      WITH * WHERE (false OR size(node12Codes) = 0)
      WITH * ORDER BY edge12.validFrom DESC, edge12.id LIMIT 1000
      RETURN collect({it: {id: node12.id, name: CASE WHEN 'CARD' IN node12Mask THEN {full: [node12.givenName, node12.middleName, node12.familyName]} END}, access: {mask: node12Mask, codes: node12Codes, granted: CASE WHEN size(node12Codes) > 0 THEN ['CARD'] ELSE [] END}}) AS members
    }
    RETURN collect({it: {id: node10.id, members: members}}) AS household5
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge15:EMPLOYED_BY]->(node15:Business)
    WHERE edge15.validFrom <= $given.now AND coalesce(edge15.validTo, 9007199254740991) > $given.now AND edge15.retractedAt IS NULL AND node15.retractedAt IS NULL
    AND 'WORK' IN person2Mask
    WITH *, node15 AS node14, edge15 AS edge14
    CALL (ctx, node14) {
      MATCH (node14)-[part_of:PART_OF*0..2]->(business:Business)-[owned_by:OWNED_BY]->(subject:Person)
      WHERE all(step IN part_of WHERE step.validFrom <= $given.now AND coalesce(step.validTo, 9007199254740991) > $given.now AND step.retractedAt IS NULL) AND business.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject.retractedAt IS NULL
      WITH *, COLLECT {
        MATCH (subject)-[protected_as5:PROTECTED_AS]->(protection11:Protection)
        WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection11.retractedAt IS NULL
        AND ctx.id <> subject.id AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection11.code
      } + CASE WHEN ctx.id <> subject.id AND subject.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subjectCodes
      WITH *, CASE WHEN ctx.id = subject.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subjectGranted
      WITH *, CASE WHEN size(subjectCodes) > 0 THEN [] ELSE subjectGranted END AS subjectMask
      WITH *, (true AND 'WORK' IN subjectMask) AS whole, 'WORK' IN subjectMask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    WITH *, (NOT EXISTS {
      MATCH (node14)-[part_of2:PART_OF*0..2]->(business2:Business)-[owned_by2:OWNED_BY]->(subject2:Person)
      WHERE all(step2 IN part_of2 WHERE coalesce(step2.validFrom <= $given.now, true) AND coalesce(step2.validTo > $given.now, true) AND step2.retractedAt IS NULL) AND business2.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject2.retractedAt IS NULL
    }) OR any(way IN ways WHERE way.whole) AS node14Whole
    WITH *, node14Whole AS node14Shown
    WITH * WHERE node14Shown AND size(CASE WHEN NOT EXISTS {
      MATCH (node14)-[owned_by3:OWNED_BY]->(person7:Person)
      WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person7.retractedAt IS NULL
    } AND node14.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
    WITH * WHERE $given.a5 IS NULL OR edge14.validFrom < $given.a5[0] OR (edge14.validFrom = $given.a5[0] AND edge14.id > $given.a5[1])
    WITH * ORDER BY edge14.validFrom DESC, edge14.id LIMIT $given.a4 + 1
    RETURN collect({it: {id: node14.id, name: node14.name, organisationNumber: node14.organisationNumber}, whole: node14Whole, edge: {title: edge14.title, percentage: edge14.percentage, validFrom: edge14.validFrom, validTo: edge14.validTo}, position: [edge14.validFrom, edge14.id]}) AS employmentsRows
  }
  WITH *, {rows: employmentsRows} AS employments
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge17:FROM]-(node17:Mandate)
    WHERE edge17.validFrom <= $given.now AND coalesce(edge17.validTo, 9007199254740991) > $given.now AND edge17.retractedAt IS NULL AND node17.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node17 AS node16, edge17 AS edge16
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node16Whole, 'MANDATES' IN person2Mask AS node16Shown
    WITH * WHERE node16Shown
    WITH * WHERE $given.a7 IS NULL OR edge16.validFrom < $given.a7[0] OR (edge16.validFrom = $given.a7[0] AND edge16.id > $given.a7[1])
    WITH * ORDER BY edge16.validFrom DESC, edge16.id LIMIT $given.a6 + 1
    CALL (ctx, node16, node16Whole) {
      MATCH (node16)-[edge19:TO]->(node19:Person|Business)
      WHERE edge19.validFrom <= $given.now AND coalesce(edge19.validTo, 9007199254740991) > $given.now AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL
      WITH *, node19 AS node18, edge19 AS edge18
      CALL (ctx, node18, edge18, node16Whole) {
        UNWIND CASE WHEN node18:Person THEN [node18] ELSE [] END AS person8
        WITH *, COLLECT {
          MATCH (person8)-[protected_as6:PROTECTED_AS]->(protection12:Protection)
          WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection12.retractedAt IS NULL
          AND ctx.id <> person8.id AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection12.code
        } + CASE WHEN ctx.id <> person8.id AND person8.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person8Codes
        WITH *, CASE WHEN size(person8Codes) > 0 THEN [] ELSE ['CARD'] END AS person8Mask
        WITH * WHERE (false OR size(person8Codes) = 0)
        RETURN collect({it: {id: person8.id, name: CASE WHEN 'CARD' IN person8Mask THEN {full: [person8.givenName, person8.middleName, person8.familyName]} END}, access: {mask: person8Mask, codes: person8Codes, granted: CASE WHEN size(person8Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node18, edge18, node16Whole) {
        UNWIND CASE WHEN node18:Business THEN [node18] ELSE [] END AS business3
        CALL (ctx, business3) {
          MATCH (business3)-[part_of3:PART_OF*0..2]->(business4:Business)-[owned_by4:OWNED_BY]->(subject3:Person)
          WHERE all(step3 IN part_of3 WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL) AND business4.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject3.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject3)-[protected_as7:PROTECTED_AS]->(protection13:Protection)
            WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection13.retractedAt IS NULL
            AND ctx.id <> subject3.id AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection13.code
          } + CASE WHEN ctx.id <> subject3.id AND subject3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject3Codes
          WITH *, CASE WHEN ctx.id = subject3.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subject3Granted
          WITH *, CASE WHEN size(subject3Codes) > 0 THEN [] ELSE subject3Granted END AS subject3Mask
          WITH *, (true AND 'WORK' IN subject3Mask) AS whole2, 'WORK' IN subject3Mask AS shown2
          RETURN collect({whole: whole2, shown: shown2}) AS ways2
        }
        WITH *, (NOT EXISTS {
          MATCH (business3)-[part_of4:PART_OF*0..2]->(business5:Business)-[owned_by5:OWNED_BY]->(subject4:Person)
          WHERE all(step4 IN part_of4 WHERE coalesce(step4.validFrom <= $given.now, true) AND coalesce(step4.validTo > $given.now, true) AND step4.retractedAt IS NULL) AND business5.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject4.retractedAt IS NULL
        }) OR any(way2 IN ways2 WHERE way2.whole) AS business3Whole
        WITH *, business3Whole AS business3Shown
        WITH * WHERE business3Shown AND size(CASE WHEN NOT EXISTS {
          MATCH (business3)-[owned_by6:OWNED_BY]->(person9:Person)
          WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person9.retractedAt IS NULL
        } AND business3.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business3.id, name: business3.name}, whole: business3Whole, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found2
      WITH * WHERE size(found2) > 0
      WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT 1
      RETURN collect(head(found2)) AS holder
    }
    RETURN collect({it: {id: node16.id, kind: node16.kind, actions: node16.actions, validFrom: node16.validFrom, validTo: node16.validTo, holder: head(holder)}, whole: node16Whole, edge: {}, position: [edge16.validFrom, edge16.id]}) AS mandatesGivenRows
  }
  WITH *, {rows: mandatesGivenRows} AS mandatesGiven
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge21:CONCERNS]-(node21:Case)
    WHERE edge21.validFrom <= $given.now AND coalesce(edge21.validTo, 9007199254740991) > $given.now AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node21 AS node20, edge21 AS edge20
    WITH *, COLLECT {
      MATCH (node20)-[in:IN]->(theme:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
      RETURN {code: theme.code, secret: coalesce(theme.secret, false)}
    } AS node20Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node20Themes) > 0 AND all(theme2 IN node20Themes WHERE 'CASES:' + theme2.code IN person2Mask)))) AS node20Whole, (('CASES:*' IN person2Mask OR (size(node20Themes) > 0 AND all(theme3 IN node20Themes WHERE 'CASES:' + theme3.code IN person2Mask))) OR (false AND 'CASES' IN person2Mask AND (size(node20Themes) > 0 AND none(theme4 IN node20Themes WHERE theme4.secret)))) AS node20Shown
    WITH * WHERE node20Shown
    WITH * WHERE $given.a9 IS NULL OR edge20.validFrom < $given.a9[0] OR (edge20.validFrom = $given.a9[0] AND edge20.id > $given.a9[1])
    WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT $given.a8 + 1
    WITH *, COLLECT {
      MATCH (node20)-[held5:CONCERNS]->(other:Person)-[protected7:PROTECTED_AS]->(protection14:Protection)
      WHERE protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND ctx.id <> other.id AND (held5.validFrom IS NULL OR protected7.validTo IS NULL OR held5.validFrom < protected7.validTo) AND (protected7.validFrom IS NULL OR held5.validTo IS NULL OR protected7.validFrom < held5.validTo) AND NOT other.id IN ctx.otherExcepted AND NOT other.id IN ctx.otherExcepted2
      RETURN DISTINCT protection14.code
    } + COLLECT {
      MATCH (node20)-[held6:CONCERNS]->(other4:Person)-[has_address4:HAS_ADDRESS]->(address7:Address)
      MATCH (address7)<-[kept5:HAS_ADDRESS]-(person10:Person)-[protected8:PROTECTED_AS]->(protection15:Protection)
      WHERE protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other4.id AND (kept5.validFrom IS NULL OR protected8.validTo IS NULL OR kept5.validFrom < protected8.validTo) AND (protected8.validFrom IS NULL OR kept5.validTo IS NULL OR protected8.validFrom < kept5.validTo) AND NOT address7.id IN ctx.addressExcepted
      RETURN DISTINCT protection15.code
    } + COLLECT {
      MATCH (node20)-[held7:CONCERNS]->(other5:Person)-[member_of4:MEMBER_OF]->(household8:Household)
      MATCH (household8)<-[kept6:MEMBER_OF]-(person11:Person)-[protected9:PROTECTED_AS]->(protection16:Protection)
      WHERE protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected9.retractedAt IS NULL AND ctx.id <> other5.id AND (kept6.validFrom IS NULL OR protected9.validTo IS NULL OR kept6.validFrom < protected9.validTo) AND (protected9.validFrom IS NULL OR kept6.validTo IS NULL OR protected9.validFrom < kept6.validTo) AND NOT household8.id IN ctx.householdExcepted
      RETURN DISTINCT protection16.code
    } AS node20Places
    CALL (ctx, node20, node20Places, node20Whole) {
      MATCH (node20)-[edge23:IN]->(node23:Theme)
      WHERE edge23.validFrom <= $given.now AND coalesce(edge23.validTo, 9007199254740991) > $given.now AND edge23.retractedAt IS NULL AND node23.retractedAt IS NULL
      WITH *, node23 AS node22, edge23 AS edge22
      WITH * ORDER BY edge22.validFrom DESC, edge22.id LIMIT 1
      RETURN collect({it: {code: node22.code, name: node22.name}}) AS theme5
    }
    CALL (ctx, node20, node20Places, node20Whole) {
      MATCH (node20)-[edge25:OWNED_BY]->(node25:Unit)
      WHERE edge25.validFrom <= $given.now AND coalesce(edge25.validTo, 9007199254740991) > $given.now AND edge25.retractedAt IS NULL AND node25.retractedAt IS NULL
      AND size(node20Places) = 0 AND node20Whole
      WITH *, node25 AS node24, edge25 AS edge24
      WITH * ORDER BY edge24.validFrom DESC, edge24.id LIMIT 1
      WITH *, CASE WHEN NOT node24.id IN ctx.subjectExcepted AND node24.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node24Places
      RETURN collect({it: {id: CASE WHEN size(node24Places) = 0 THEN node24.id ELSE 'unit:NAV' END, name: CASE WHEN size(node24Places) = 0 THEN node24.name ELSE 'NAV' END}, places: node24Places}) AS unit
    }
    RETURN collect({it: {id: node20.id, title: CASE WHEN node20Whole THEN node20.title END, status: node20.status, openedAt: node20.openedAt, closedAt: node20.closedAt, theme: head(theme5), unit: CASE WHEN size(node20Places) = 0 AND node20Whole THEN head(unit) END}, whole: node20Whole, places: node20Places, edge: {part: edge20.part}, position: [edge20.validFrom, edge20.id]}) AS casesRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge27:CONCERNS]-(node27:Case)
    WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node27 AS node26, edge27 AS edge26
    WITH *, COLLECT {
      MATCH (node26)-[in2:IN]->(theme6:Theme)
      WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme6.retractedAt IS NULL
      RETURN {code: theme6.code, secret: coalesce(theme6.secret, false)}
    } AS node26Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme7 IN node26Themes WHERE 'CASES:' + theme7.code IN person2Mask)))) AS node26Whole, (('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme8 IN node26Themes WHERE 'CASES:' + theme8.code IN person2Mask))) OR (false AND 'CASES' IN person2Mask AND (size(node26Themes) > 0 AND none(theme9 IN node26Themes WHERE theme9.secret)))) AS node26Shown
    WITH * WHERE node26Shown
    WITH node26 LIMIT 10001
    RETURN count(*) AS casesTotal
  }
  WITH *, {rows: casesRows, total: CASE WHEN casesTotal <= 10000 THEN casesTotal END} AS cases
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge29:TAKES_PART_IN]->(node29:Activity)
    WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
    AND 'ACTIVITIES' IN person2Mask
    WITH *, node29 AS node28, edge29 AS edge28
    WITH *, COLLECT {
      MATCH (node28)-[part_of5:PART_OF]->(case:Case)-[in3:IN]->(theme10:Theme)
      WHERE part_of5.validFrom <= $given.now AND coalesce(part_of5.validTo, 9007199254740991) > $given.now AND part_of5.retractedAt IS NULL AND case.retractedAt IS NULL AND in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme10.retractedAt IS NULL
      RETURN {code: theme10.code, secret: coalesce(theme10.secret, false)}
    } AS node28Themes
    WITH *, (true AND ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme11 IN node28Themes WHERE 'ACTIVITIES:' + theme11.code IN person2Mask)))) AS node28Whole, ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme12 IN node28Themes WHERE 'ACTIVITIES:' + theme12.code IN person2Mask))) AS node28Shown
    WITH * WHERE node28Shown
    WITH * WHERE $given.a11 IS NULL OR edge28.validFrom < $given.a11[0] OR (edge28.validFrom = $given.a11[0] AND edge28.id > $given.a11[1])
    WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT $given.a10 + 1
    RETURN collect({it: {id: node28.id, kind: node28.kind, title: node28.title, status: node28.status, startsAt: node28.startsAt}, whole: node28Whole, edge: {answer: edge28.answer}, position: [edge28.validFrom, edge28.id]}) AS activitiesRows
  }
  WITH *, {rows: activitiesRows} AS activities
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge31:LENT_TO]-(node31:Device)
    WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
    AND 'DEVICES' IN person2Mask
    WITH *, node31 AS node30, edge31 AS edge30
    WITH *, [{code: 'HJE', secret: false}] AS node30Themes
    WITH *, (true AND ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme13 IN node30Themes WHERE 'DEVICES:' + theme13.code IN person2Mask)))) AS node30Whole, ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme14 IN node30Themes WHERE 'DEVICES:' + theme14.code IN person2Mask))) AS node30Shown
    WITH * WHERE node30Shown
    WITH * WHERE $given.a13 IS NULL OR edge30.validFrom < $given.a13[0] OR (edge30.validFrom = $given.a13[0] AND edge30.id > $given.a13[1])
    WITH * ORDER BY edge30.validFrom DESC, edge30.id LIMIT $given.a12 + 1
    RETURN collect({it: {id: node30.id, product: node30.product, status: CASE WHEN node30Whole THEN node30.status END}, whole: node30Whole, edge: {loanType: edge30.loanType}, position: [edge30.validFrom, edge30.id]}) AS devicesRows
  }
  WITH *, {rows: devicesRows} AS devices
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge33:WITH]-(node33:Dialogue)
    WHERE edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
    AND 'DIALOGUES' IN person2Mask
    WITH *, node33 AS node32, edge33 AS edge32
    WITH *, COLLECT {
      MATCH (node32)-[in4:IN]->(theme15:Theme)
      WHERE in4.validFrom <= $given.now AND coalesce(in4.validTo, 9007199254740991) > $given.now AND in4.retractedAt IS NULL AND theme15.retractedAt IS NULL
      RETURN {code: theme15.code, secret: coalesce(theme15.secret, false)}
    } AS node32Themes
    WITH *, (true AND ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme16 IN node32Themes WHERE 'DIALOGUES:' + theme16.code IN person2Mask)))) AS node32Whole, ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme17 IN node32Themes WHERE 'DIALOGUES:' + theme17.code IN person2Mask))) AS node32Shown
    WITH * WHERE node32Shown
    WITH * WHERE $given.a15 IS NULL OR edge32.validFrom < $given.a15[0] OR (edge32.validFrom = $given.a15[0] AND edge32.id > $given.a15[1])
    WITH * ORDER BY edge32.validFrom DESC, edge32.id LIMIT $given.a14 + 1
    CALL (ctx, node32, node32Whole) {
      MATCH (node32)-[edge35:IN]->(node35:Theme)
      WHERE edge35.validFrom <= $given.now AND coalesce(edge35.validTo, 9007199254740991) > $given.now AND edge35.retractedAt IS NULL AND node35.retractedAt IS NULL
      WITH *, node35 AS node34, edge35 AS edge34
      WITH * ORDER BY edge34.validFrom DESC, edge34.id LIMIT 1
      RETURN collect({it: {code: node34.code}}) AS theme18
    }
    RETURN collect({it: {id: node32.id, channel: node32.channel, startedAt: node32.startedAt, theme: head(theme18)}, whole: node32Whole, edge: {}, position: [edge32.validFrom, edge32.id]}) AS dialoguesRows
  }
  WITH *, {rows: dialoguesRows} AS dialogues
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge37:PROTECTED_AS]->(node37:Protection)
    WHERE edge37.validFrom <= $given.now AND coalesce(edge37.validTo, 9007199254740991) > $given.now AND edge37.retractedAt IS NULL AND node37.retractedAt IS NULL
    AND 'PROTECTION' IN person2Mask
    WITH *, node37 AS node36, edge37 AS edge36
    WITH * ORDER BY edge36.validFrom DESC, edge36.id LIMIT 1000
    RETURN collect({it: {code: node36.code, name: node36.name}}) AS protections
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    CALL (ctx, person2, person2Mask, person2Places) {
      MATCH (person2)-[belongs_to:BELONGS_TO]->(area3:Area)<-[edge39:SERVES]-(node39:Unit)
      WHERE belongs_to.validFrom <= $given.now AND coalesce(belongs_to.validTo, 9007199254740991) > $given.now AND belongs_to.retractedAt IS NULL AND area3.retractedAt IS NULL AND edge39.validFrom <= $given.now AND coalesce(edge39.validTo, 9007199254740991) > $given.now AND edge39.retractedAt IS NULL AND node39.retractedAt IS NULL
      AND 'SERVICE' IN person2Mask AND size(person2Places) = 0
      RETURN node39 AS node38, edge39 AS edge38, 'AREA' AS says20
      UNION ALL
      MATCH (person2)-[edge40:FOLLOWED_UP_BY]->(node40:Unit)
      WHERE edge40.validFrom <= $given.now AND coalesce(edge40.validTo, 9007199254740991) > $given.now AND edge40.retractedAt IS NULL AND node40.retractedAt IS NULL
      AND 'SERVICE' IN person2Mask AND size(person2Places) = 0
      RETURN node40 AS node38, edge40 AS edge38, 'FOLLOW_UP' AS says20
    }
    WITH * WHERE $given.a17 IS NULL OR edge38.validFrom < $given.a17[0] OR (edge38.validFrom = $given.a17[0] AND edge38.id > $given.a17[1])
    WITH * ORDER BY edge38.validFrom DESC, edge38.id LIMIT $given.a16 + 1
    WITH *, CASE WHEN NOT node38.id IN ctx.subjectExcepted AND node38.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node38Places
    RETURN collect({it: {id: CASE WHEN size(node38Places) = 0 THEN node38.id ELSE 'unit:NAV' END, number: CASE WHEN size(node38Places) = 0 THEN node38.number END, name: CASE WHEN size(node38Places) = 0 THEN node38.name ELSE 'NAV' END}, places: node38Places, edge: {}, position: [edge38.validFrom, edge38.id], says: says20}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person2Mask THEN head(COLLECT {
    MATCH (person2)-[edge:IDENTIFIED_BY]->(node:Identifier)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND node.kind IN ['NIN', 'D_NUMBER']
    RETURN node.value ORDER BY node.kind DESC, node.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, deathDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.deathDate) END, gender: CASE WHEN 'IDENTITY' IN person2Mask THEN person2.gender END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, language: CASE WHEN 'CONTACT' IN person2Mask THEN person2.language END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, area: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN head(area) END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END, household: CASE WHEN 'FAMILY' IN person2Mask AND size(person2Places) = 0 THEN head(household5) END, employments: CASE WHEN 'WORK' IN person2Mask THEN employments END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases END, activities: CASE WHEN 'ACTIVITIES' IN person2Mask THEN activities END, devices: CASE WHEN 'DEVICES' IN person2Mask THEN devices END, dialogues: CASE WHEN 'DIALOGUES' IN person2Mask THEN dialogues END, protections: CASE WHEN 'PROTECTION' IN person2Mask THEN protections END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Codes, granted: CASE WHEN size(person2Codes) > 0 THEN person2Granted ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, person
