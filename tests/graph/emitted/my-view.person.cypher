// MyView (person)
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
  MATCH (viewer)-[has_address2:HAS_ADDRESS]->(address4:Address)
  WHERE has_address2.validFrom <= $given.now AND coalesce(has_address2.validTo, 9007199254740991) > $given.now AND has_address2.retractedAt IS NULL AND address4.retractedAt IS NULL
  RETURN collect(DISTINCT address4) AS addresss2
}
CALL (viewer) {
  MATCH (viewer)-[member_of2:MEMBER_OF]->(household4:Household)
  WHERE member_of2.validFrom <= $given.now AND coalesce(member_of2.validTo, 9007199254740991) > $given.now AND member_of2.retractedAt IS NULL AND household4.retractedAt IS NULL
  RETURN collect(DISTINCT household4) AS households2
}
CALL (viewer) {
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject11)
  WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND subject11.retractedAt IS NULL
  RETURN collect(DISTINCT subject11) AS subjects
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
  UNWIND addresss2 AS address5
  MATCH (address5)<-[has_address3:HAS_ADDRESS]-(other2)
  WHERE has_address3.validFrom <= $given.now AND coalesce(has_address3.validTo, 9007199254740991) > $given.now AND has_address3.retractedAt IS NULL AND other2.retractedAt IS NULL
  RETURN collect(DISTINCT other2.id) AS otherExcepted
}
CALL (viewer, covered, seats, households2) {
  UNWIND households2 AS household5
  MATCH (household5)<-[member_of3:MEMBER_OF]-(other3)
  WHERE member_of3.validFrom <= $given.now AND coalesce(member_of3.validTo, 9007199254740991) > $given.now AND member_of3.retractedAt IS NULL AND other3.retractedAt IS NULL
  RETURN collect(DISTINCT other3.id) AS otherExcepted2
}
CALL (viewer, covered, seats, subjects) {
  UNWIND subjects AS subject12
  RETURN collect(DISTINCT subject12.id) AS subjectExcepted
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, addressExcepted: addressExcepted, householdExcepted: householdExcepted, otherExcepted: otherExcepted, otherExcepted2: otherExcepted2, subjectExcepted: subjectExcepted} AS ctx
CALL (viewer, ctx) {
  WITH * WHERE ctx.permitted
  CALL (ctx, viewer) {
    MATCH (viewer)<-[edge2:TO]-(node2:Mandate)
    WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    CALL (ctx, node) {
      MATCH (node)-[from:FROM]->(subject:Person)
      WHERE from.validFrom <= $given.now AND coalesce(from.validTo, 9007199254740991) > $given.now AND from.retractedAt IS NULL AND subject.retractedAt IS NULL
      WITH *, COLLECT {
        MATCH (subject)-[protected_as:PROTECTED_AS]->(protection:Protection)
        WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection.retractedAt IS NULL
        AND ctx.id <> subject.id AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection.code
      } + CASE WHEN ctx.id <> subject.id AND subject.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subjectCodes
      WITH *, CASE WHEN ctx.id = subject.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subjectGranted
      WITH *, CASE WHEN size(subjectCodes) > 0 THEN [] ELSE subjectGranted END AS subjectMask
      WITH *, (true AND 'MANDATES' IN subjectMask) AS whole, 'MANDATES' IN subjectMask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    CALL (ctx, node) {
      MATCH (node)-[to:TO]->(subject2:Person)
      WHERE to.validFrom <= $given.now AND coalesce(to.validTo, 9007199254740991) > $given.now AND to.retractedAt IS NULL AND subject2.retractedAt IS NULL
      WITH *, COLLECT {
        MATCH (subject2)-[protected_as2:PROTECTED_AS]->(protection2:Protection)
        WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection2.retractedAt IS NULL
        AND ctx.id <> subject2.id AND protection2.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection2.code
      } + CASE WHEN ctx.id <> subject2.id AND subject2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject2Codes
      WITH *, CASE WHEN ctx.id = subject2.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subject2Granted
      WITH *, CASE WHEN size(subject2Codes) > 0 THEN [] ELSE subject2Granted END AS subject2Mask
      WITH *, (true AND 'MANDATES' IN subject2Mask) AS whole2, 'MANDATES' IN subject2Mask AS shown2
      RETURN collect({whole: whole2, shown: shown2}) AS ways2
    }
    WITH *, any(way IN ways + ways2 WHERE way.whole) AS nodeWhole, any(way IN ways + ways2 WHERE way.shown) AS nodeShown
    WITH * WHERE nodeShown
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1000
    RETURN collect({it: {id: node.id, kind: node.kind}, whole: nodeWhole}) AS mandates
  }
  RETURN head(collect({name: [viewer.givenName, viewer.middleName, viewer.familyName], mandates: mandates})) AS root
}
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Person {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS person2ById
  }
  UNWIND person2ById AS person2
  WITH * ORDER BY person2.id LIMIT 1
  WITH *, COLLECT {
    MATCH (person2)-[protected_as3:PROTECTED_AS]->(protection3:Protection)
    WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection3.retractedAt IS NULL
    AND ctx.id <> person2.id AND protection3.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
    RETURN DISTINCT protection3.code
  } + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person2Codes
  WITH *, CASE WHEN ctx.id = person2.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS person2Granted
  WITH *, CASE WHEN size(person2Codes) > 0 THEN [] ELSE person2Granted END AS person2Mask
  WITH *, COLLECT {
    MATCH (person2)-[protected:PROTECTED_AS]->(protection4:Protection)
    WHERE protection4.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person2.id AND (protected.validFrom IS NULL OR protected.validFrom <= $given.now) AND (protected.validTo IS NULL OR protected.validTo > $given.now)
    RETURN DISTINCT protection4.code
  } + COLLECT {
    MATCH (person2)-[held:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(person3:Person)-[protected2:PROTECTED_AS]->(protection5:Protection)
    WHERE protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person2.id AND (held.validFrom IS NULL OR held.validFrom <= $given.now) AND (held.validTo IS NULL OR held.validTo > $given.now) AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT address.id IN ctx.addressExcepted
    RETURN DISTINCT protection5.code
  } + COLLECT {
    MATCH (person2)-[held2:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(person4:Person)-[protected3:PROTECTED_AS]->(protection6:Protection)
    WHERE protection6.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person2.id AND (held2.validFrom IS NULL OR held2.validFrom <= $given.now) AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT household.id IN ctx.householdExcepted
    RETURN DISTINCT protection6.code
  } AS person2Places
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge5:HAS_ADDRESS]->(node5:Address)
    WHERE edge5.validFrom <= $given.now AND coalesce(edge5.validTo, 9007199254740991) > $given.now AND edge5.retractedAt IS NULL AND node5.retractedAt IS NULL
    AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0
    WITH *, node5 AS node4, edge5 AS edge4
    WITH * ORDER BY edge4.validFrom DESC, edge4.id LIMIT 1000
    RETURN collect({it: {kind: node4.kind, street: node4.street, postalCode: node4.postalCode, city: node4.city}}) AS addresses
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge7:FROM]-(node7:Mandate)
    WHERE edge7.validFrom <= $given.now AND coalesce(edge7.validTo, 9007199254740991) > $given.now AND edge7.retractedAt IS NULL AND node7.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node7 AS node6, edge7 AS edge6
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node6Whole, 'MANDATES' IN person2Mask AS node6Shown
    WITH * WHERE node6Shown
    WITH * WHERE $given.a2 IS NULL OR edge6.validFrom < $given.a2[0] OR (edge6.validFrom = $given.a2[0] AND edge6.id > $given.a2[1])
    WITH * ORDER BY edge6.validFrom DESC, edge6.id LIMIT $given.a1 + 1
    CALL (ctx, node6, node6Whole) {
      MATCH (node6)-[edge9:COVERS]->(node9:Theme)
      WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL
      WITH *, node9 AS node8, edge9 AS edge8
      WITH * ORDER BY edge8.validFrom DESC, edge8.id LIMIT 1000
      RETURN collect({it: {code: node8.code, name: node8.name}}) AS themes
    }
    CALL (ctx, node6, node6Whole) {
      MATCH (node6)-[edge11:FROM]->(node11:Person|Business)
      WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
      WITH *, node11 AS node10, edge11 AS edge10
      CALL (ctx, node10, edge10, node6Whole) {
        UNWIND CASE WHEN node10:Person THEN [node10] ELSE [] END AS person5
        WITH *, COLLECT {
          MATCH (person5)-[protected_as4:PROTECTED_AS]->(protection7:Protection)
          WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection7.retractedAt IS NULL
          AND ctx.id <> person5.id AND protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection7.code
        } + CASE WHEN ctx.id <> person5.id AND person5.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person5Codes
        WITH *, CASE WHEN size(person5Codes) > 0 THEN [] ELSE ['CARD'] END AS person5Mask
        WITH * WHERE (false OR size(person5Codes) = 0)
        RETURN collect({it: {id: person5.id, name: CASE WHEN 'CARD' IN person5Mask THEN {full: [person5.givenName, person5.middleName, person5.familyName]} END}, access: {mask: person5Mask, codes: person5Codes, granted: CASE WHEN size(person5Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node10, edge10, node6Whole) {
        UNWIND CASE WHEN node10:Business THEN [node10] ELSE [] END AS business
        CALL (ctx, business) {
          MATCH (business)-[part_of:PART_OF*0..2]->(business2:Business)-[owned_by:OWNED_BY]->(subject3:Person)
          WHERE all(step IN part_of WHERE step.validFrom <= $given.now AND coalesce(step.validTo, 9007199254740991) > $given.now AND step.retractedAt IS NULL) AND business2.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject3.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject3)-[protected_as5:PROTECTED_AS]->(protection8:Protection)
            WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection8.retractedAt IS NULL
            AND ctx.id <> subject3.id AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection8.code
          } + CASE WHEN ctx.id <> subject3.id AND subject3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject3Codes
          WITH *, CASE WHEN ctx.id = subject3.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subject3Granted
          WITH *, CASE WHEN size(subject3Codes) > 0 THEN [] ELSE subject3Granted END AS subject3Mask
          WITH *, (true AND 'WORK' IN subject3Mask) AS whole3, 'WORK' IN subject3Mask AS shown3
          RETURN collect({whole: whole3, shown: shown3}) AS ways3
        }
        WITH *, (NOT EXISTS {
          MATCH (business)-[part_of2:PART_OF*0..2]->(business3:Business)-[owned_by2:OWNED_BY]->(subject4:Person)
          WHERE all(step2 IN part_of2 WHERE coalesce(step2.validFrom <= $given.now, true) AND coalesce(step2.validTo > $given.now, true) AND step2.retractedAt IS NULL) AND business3.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject4.retractedAt IS NULL
        }) OR any(way2 IN ways3 WHERE way2.whole) AS businessWhole
        WITH *, businessWhole AS businessShown
        WITH * WHERE businessShown AND size(CASE WHEN NOT EXISTS {
          MATCH (business)-[owned_by3:OWNED_BY]->(person6:Person)
          WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person6.retractedAt IS NULL
        } AND business.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business.id, name: business.name}, whole: businessWhole, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found2
      WITH * WHERE size(found2) > 0
      WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1
      RETURN collect(head(found2)) AS giver
    }
    CALL (ctx, node6, node6Whole) {
      MATCH (node6)-[edge13:TO]->(node13:Person|Business)
      WHERE edge13.validFrom <= $given.now AND coalesce(edge13.validTo, 9007199254740991) > $given.now AND edge13.retractedAt IS NULL AND node13.retractedAt IS NULL
      WITH *, node13 AS node12, edge13 AS edge12
      CALL (ctx, node12, edge12, node6Whole) {
        UNWIND CASE WHEN node12:Person THEN [node12] ELSE [] END AS person7
        WITH *, COLLECT {
          MATCH (person7)-[protected_as6:PROTECTED_AS]->(protection9:Protection)
          WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection9.retractedAt IS NULL
          AND ctx.id <> person7.id AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection9.code
        } + CASE WHEN ctx.id <> person7.id AND person7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person7Codes
        WITH *, CASE WHEN size(person7Codes) > 0 THEN [] ELSE ['CARD'] END AS person7Mask
        WITH * WHERE (false OR size(person7Codes) = 0)
        RETURN collect({it: {id: person7.id, name: CASE WHEN 'CARD' IN person7Mask THEN {full: [person7.givenName, person7.middleName, person7.familyName]} END}, access: {mask: person7Mask, codes: person7Codes, granted: CASE WHEN size(person7Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson2
      }
      CALL (ctx, node12, edge12, node6Whole) {
        UNWIND CASE WHEN node12:Business THEN [node12] ELSE [] END AS business4
        CALL (ctx, business4) {
          MATCH (business4)-[part_of3:PART_OF*0..2]->(business5:Business)-[owned_by4:OWNED_BY]->(subject5:Person)
          WHERE all(step3 IN part_of3 WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL) AND business5.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject5.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject5)-[protected_as7:PROTECTED_AS]->(protection10:Protection)
            WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection10.retractedAt IS NULL
            AND ctx.id <> subject5.id AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection10.code
          } + CASE WHEN ctx.id <> subject5.id AND subject5.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject5Codes
          WITH *, CASE WHEN ctx.id = subject5.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subject5Granted
          WITH *, CASE WHEN size(subject5Codes) > 0 THEN [] ELSE subject5Granted END AS subject5Mask
          WITH *, (true AND 'WORK' IN subject5Mask) AS whole4, 'WORK' IN subject5Mask AS shown4
          RETURN collect({whole: whole4, shown: shown4}) AS ways4
        }
        WITH *, (NOT EXISTS {
          MATCH (business4)-[part_of4:PART_OF*0..2]->(business6:Business)-[owned_by5:OWNED_BY]->(subject6:Person)
          WHERE all(step4 IN part_of4 WHERE coalesce(step4.validFrom <= $given.now, true) AND coalesce(step4.validTo > $given.now, true) AND step4.retractedAt IS NULL) AND business6.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject6.retractedAt IS NULL
        }) OR any(way3 IN ways4 WHERE way3.whole) AS business4Whole
        WITH *, business4Whole AS business4Shown
        WITH * WHERE business4Shown AND size(CASE WHEN NOT EXISTS {
          MATCH (business4)-[owned_by6:OWNED_BY]->(person8:Person)
          WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person8.retractedAt IS NULL
        } AND business4.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business4.id, name: business4.name}, whole: business4Whole, type: 'Business'}) AS asBusiness2
      }
      WITH *, asPerson2 + asBusiness2 AS found3
      WITH * WHERE size(found3) > 0
      WITH * ORDER BY edge12.validFrom DESC, edge12.id LIMIT 1
      RETURN collect(head(found3)) AS holder
    }
    RETURN collect({it: {id: node6.id, kind: node6.kind, actions: node6.actions, validFrom: node6.validFrom, validTo: node6.validTo, themes: themes, giver: head(giver), holder: head(holder)}, whole: node6Whole, edge: {}, position: [edge6.validFrom, edge6.id]}) AS mandatesGivenRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge15:FROM]-(node15:Mandate)
    WHERE edge15.validFrom <= $given.now AND coalesce(edge15.validTo, 9007199254740991) > $given.now AND edge15.retractedAt IS NULL AND node15.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node15 AS node14, edge15 AS edge14
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node14Whole, 'MANDATES' IN person2Mask AS node14Shown
    WITH * WHERE node14Shown
    WITH node14 LIMIT 10001
    RETURN count(*) AS mandatesGivenTotal
  }
  WITH *, {rows: mandatesGivenRows, total: CASE WHEN mandatesGivenTotal <= 10000 THEN mandatesGivenTotal END} AS mandatesGiven
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge17:TO]-(node17:Mandate)
    WHERE edge17.validFrom <= $given.now AND coalesce(edge17.validTo, 9007199254740991) > $given.now AND edge17.retractedAt IS NULL AND node17.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node17 AS node16, edge17 AS edge16
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node16Whole, 'MANDATES' IN person2Mask AS node16Shown
    WITH * WHERE node16Shown
    WITH * WHERE $given.a4 IS NULL OR edge16.validFrom < $given.a4[0] OR (edge16.validFrom = $given.a4[0] AND edge16.id > $given.a4[1])
    WITH * ORDER BY edge16.validFrom DESC, edge16.id LIMIT $given.a3 + 1
    CALL (ctx, node16, node16Whole) {
      MATCH (node16)-[edge19:COVERS]->(node19:Theme)
      WHERE edge19.validFrom <= $given.now AND coalesce(edge19.validTo, 9007199254740991) > $given.now AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL
      WITH *, node19 AS node18, edge19 AS edge18
      WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT 1000
      RETURN collect({it: {code: node18.code, name: node18.name}}) AS themes2
    }
    CALL (ctx, node16, node16Whole) {
      MATCH (node16)-[edge21:FROM]->(node21:Person|Business)
      WHERE edge21.validFrom <= $given.now AND coalesce(edge21.validTo, 9007199254740991) > $given.now AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL
      WITH *, node21 AS node20, edge21 AS edge20
      CALL (ctx, node20, edge20, node16Whole) {
        UNWIND CASE WHEN node20:Person THEN [node20] ELSE [] END AS person9
        WITH *, COLLECT {
          MATCH (person9)-[protected_as8:PROTECTED_AS]->(protection11:Protection)
          WHERE coalesce(protected_as8.validFrom <= $given.now, true) AND coalesce(protected_as8.validTo > $given.now, true) AND protected_as8.retractedAt IS NULL AND protection11.retractedAt IS NULL
          AND ctx.id <> person9.id AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection11.code
        } + CASE WHEN ctx.id <> person9.id AND person9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person9Codes
        WITH *, CASE WHEN size(person9Codes) > 0 THEN [] ELSE ['CARD'] END AS person9Mask
        WITH * WHERE (false OR size(person9Codes) = 0)
        RETURN collect({it: {id: person9.id, name: CASE WHEN 'CARD' IN person9Mask THEN {full: [person9.givenName, person9.middleName, person9.familyName]} END}, access: {mask: person9Mask, codes: person9Codes, granted: CASE WHEN size(person9Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson3
      }
      CALL (ctx, node20, edge20, node16Whole) {
        UNWIND CASE WHEN node20:Business THEN [node20] ELSE [] END AS business7
        CALL (ctx, business7) {
          MATCH (business7)-[part_of5:PART_OF*0..2]->(business8:Business)-[owned_by7:OWNED_BY]->(subject7:Person)
          WHERE all(step5 IN part_of5 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL) AND business8.retractedAt IS NULL AND owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND subject7.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject7)-[protected_as9:PROTECTED_AS]->(protection12:Protection)
            WHERE coalesce(protected_as9.validFrom <= $given.now, true) AND coalesce(protected_as9.validTo > $given.now, true) AND protected_as9.retractedAt IS NULL AND protection12.retractedAt IS NULL
            AND ctx.id <> subject7.id AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection12.code
          } + CASE WHEN ctx.id <> subject7.id AND subject7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject7Codes
          WITH *, CASE WHEN ctx.id = subject7.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subject7Granted
          WITH *, CASE WHEN size(subject7Codes) > 0 THEN [] ELSE subject7Granted END AS subject7Mask
          WITH *, (true AND 'WORK' IN subject7Mask) AS whole5, 'WORK' IN subject7Mask AS shown5
          RETURN collect({whole: whole5, shown: shown5}) AS ways5
        }
        WITH *, (NOT EXISTS {
          MATCH (business7)-[part_of6:PART_OF*0..2]->(business9:Business)-[owned_by8:OWNED_BY]->(subject8:Person)
          WHERE all(step6 IN part_of6 WHERE coalesce(step6.validFrom <= $given.now, true) AND coalesce(step6.validTo > $given.now, true) AND step6.retractedAt IS NULL) AND business9.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND subject8.retractedAt IS NULL
        }) OR any(way4 IN ways5 WHERE way4.whole) AS business7Whole
        WITH *, business7Whole AS business7Shown
        WITH * WHERE business7Shown AND size(CASE WHEN NOT EXISTS {
          MATCH (business7)-[owned_by9:OWNED_BY]->(person10:Person)
          WHERE owned_by9.validFrom <= $given.now AND coalesce(owned_by9.validTo, 9007199254740991) > $given.now AND owned_by9.retractedAt IS NULL AND person10.retractedAt IS NULL
        } AND business7.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business7.id, name: business7.name}, whole: business7Whole, type: 'Business'}) AS asBusiness3
      }
      WITH *, asPerson3 + asBusiness3 AS found4
      WITH * WHERE size(found4) > 0
      WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT 1
      RETURN collect(head(found4)) AS giver2
    }
    CALL (ctx, node16, node16Whole) {
      MATCH (node16)-[edge23:TO]->(node23:Person|Business)
      WHERE edge23.validFrom <= $given.now AND coalesce(edge23.validTo, 9007199254740991) > $given.now AND edge23.retractedAt IS NULL AND node23.retractedAt IS NULL
      WITH *, node23 AS node22, edge23 AS edge22
      CALL (ctx, node22, edge22, node16Whole) {
        UNWIND CASE WHEN node22:Person THEN [node22] ELSE [] END AS person11
        WITH *, COLLECT {
          MATCH (person11)-[protected_as10:PROTECTED_AS]->(protection13:Protection)
          WHERE coalesce(protected_as10.validFrom <= $given.now, true) AND coalesce(protected_as10.validTo > $given.now, true) AND protected_as10.retractedAt IS NULL AND protection13.retractedAt IS NULL
          AND ctx.id <> person11.id AND protection13.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection13.code
        } + CASE WHEN ctx.id <> person11.id AND person11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person11Codes
        WITH *, CASE WHEN size(person11Codes) > 0 THEN [] ELSE ['CARD'] END AS person11Mask
        WITH * WHERE (false OR size(person11Codes) = 0)
        RETURN collect({it: {id: person11.id, name: CASE WHEN 'CARD' IN person11Mask THEN {full: [person11.givenName, person11.middleName, person11.familyName]} END}, access: {mask: person11Mask, codes: person11Codes, granted: CASE WHEN size(person11Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson4
      }
      CALL (ctx, node22, edge22, node16Whole) {
        UNWIND CASE WHEN node22:Business THEN [node22] ELSE [] END AS business10
        CALL (ctx, business10) {
          MATCH (business10)-[part_of7:PART_OF*0..2]->(business11:Business)-[owned_by10:OWNED_BY]->(subject9:Person)
          WHERE all(step7 IN part_of7 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL) AND business11.retractedAt IS NULL AND owned_by10.validFrom <= $given.now AND coalesce(owned_by10.validTo, 9007199254740991) > $given.now AND owned_by10.retractedAt IS NULL AND subject9.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject9)-[protected_as11:PROTECTED_AS]->(protection14:Protection)
            WHERE coalesce(protected_as11.validFrom <= $given.now, true) AND coalesce(protected_as11.validTo > $given.now, true) AND protected_as11.retractedAt IS NULL AND protection14.retractedAt IS NULL
            AND ctx.id <> subject9.id AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection14.code
          } + CASE WHEN ctx.id <> subject9.id AND subject9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject9Codes
          WITH *, CASE WHEN ctx.id = subject9.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END AS subject9Granted
          WITH *, CASE WHEN size(subject9Codes) > 0 THEN [] ELSE subject9Granted END AS subject9Mask
          WITH *, (true AND 'WORK' IN subject9Mask) AS whole6, 'WORK' IN subject9Mask AS shown6
          RETURN collect({whole: whole6, shown: shown6}) AS ways6
        }
        WITH *, (NOT EXISTS {
          MATCH (business10)-[part_of8:PART_OF*0..2]->(business12:Business)-[owned_by11:OWNED_BY]->(subject10:Person)
          WHERE all(step8 IN part_of8 WHERE coalesce(step8.validFrom <= $given.now, true) AND coalesce(step8.validTo > $given.now, true) AND step8.retractedAt IS NULL) AND business12.retractedAt IS NULL AND coalesce(owned_by11.validFrom <= $given.now, true) AND coalesce(owned_by11.validTo > $given.now, true) AND owned_by11.retractedAt IS NULL AND subject10.retractedAt IS NULL
        }) OR any(way5 IN ways6 WHERE way5.whole) AS business10Whole
        WITH *, business10Whole AS business10Shown
        WITH * WHERE business10Shown AND size(CASE WHEN NOT EXISTS {
          MATCH (business10)-[owned_by12:OWNED_BY]->(person12:Person)
          WHERE owned_by12.validFrom <= $given.now AND coalesce(owned_by12.validTo, 9007199254740991) > $given.now AND owned_by12.retractedAt IS NULL AND person12.retractedAt IS NULL
        } AND business10.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business10.id, name: business10.name}, whole: business10Whole, type: 'Business'}) AS asBusiness4
      }
      WITH *, asPerson4 + asBusiness4 AS found5
      WITH * WHERE size(found5) > 0
      WITH * ORDER BY edge22.validFrom DESC, edge22.id LIMIT 1
      RETURN collect(head(found5)) AS holder2
    }
    RETURN collect({it: {id: node16.id, kind: node16.kind, actions: node16.actions, validFrom: node16.validFrom, validTo: node16.validTo, themes: themes2, giver: head(giver2), holder: head(holder2)}, whole: node16Whole, edge: {}, position: [edge16.validFrom, edge16.id]}) AS mandatesHeldRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge25:TO]-(node25:Mandate)
    WHERE edge25.validFrom <= $given.now AND coalesce(edge25.validTo, 9007199254740991) > $given.now AND edge25.retractedAt IS NULL AND node25.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node25 AS node24, edge25 AS edge24
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node24Whole, 'MANDATES' IN person2Mask AS node24Shown
    WITH * WHERE node24Shown
    WITH node24 LIMIT 10001
    RETURN count(*) AS mandatesHeldTotal
  }
  WITH *, {rows: mandatesHeldRows, total: CASE WHEN mandatesHeldTotal <= 10000 THEN mandatesHeldTotal END} AS mandatesHeld
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge27:CONCERNS]-(node27:Case)
    WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node27 AS node26, edge27 AS edge26
    WITH *, COLLECT {
      MATCH (node26)-[in:IN]->(theme:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
      RETURN {code: theme.code, secret: coalesce(theme.secret, false)}
    } AS node26Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme2 IN node26Themes WHERE 'CASES:' + theme2.code IN person2Mask)))) AS node26Whole, (('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme3 IN node26Themes WHERE 'CASES:' + theme3.code IN person2Mask))) OR (false AND 'CASES' IN person2Mask AND (size(node26Themes) > 0 AND none(theme4 IN node26Themes WHERE theme4.secret)))) AS node26Shown
    WITH * WHERE node26Shown
    WITH * WHERE $given.a6 IS NULL OR edge26.validFrom < $given.a6[0] OR (edge26.validFrom = $given.a6[0] AND edge26.id > $given.a6[1])
    WITH * ORDER BY edge26.validFrom DESC, edge26.id LIMIT $given.a5 + 1
    WITH *, COLLECT {
      MATCH (node26)-[held3:CONCERNS]->(other:Person)-[protected4:PROTECTED_AS]->(protection15:Protection)
      WHERE protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other.id AND (held3.validFrom IS NULL OR protected4.validTo IS NULL OR held3.validFrom < protected4.validTo) AND (protected4.validFrom IS NULL OR held3.validTo IS NULL OR protected4.validFrom < held3.validTo) AND NOT other.id IN ctx.otherExcepted AND NOT other.id IN ctx.otherExcepted2
      RETURN DISTINCT protection15.code
    } + COLLECT {
      MATCH (node26)-[held4:CONCERNS]->(other4:Person)-[has_address4:HAS_ADDRESS]->(address6:Address)
      MATCH (address6)<-[kept3:HAS_ADDRESS]-(person13:Person)-[protected5:PROTECTED_AS]->(protection16:Protection)
      WHERE protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other4.id AND (kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo) AND (protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo) AND NOT address6.id IN ctx.addressExcepted
      RETURN DISTINCT protection16.code
    } + COLLECT {
      MATCH (node26)-[held5:CONCERNS]->(other5:Person)-[member_of4:MEMBER_OF]->(household6:Household)
      MATCH (household6)<-[kept4:MEMBER_OF]-(person14:Person)-[protected6:PROTECTED_AS]->(protection17:Protection)
      WHERE protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> other5.id AND (kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo) AND (protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo) AND NOT household6.id IN ctx.householdExcepted
      RETURN DISTINCT protection17.code
    } AS node26Places
    CALL (ctx, node26, node26Places, node26Whole) {
      MATCH (node26)-[edge29:IN]->(node29:Theme)
      WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
      WITH *, node29 AS node28, edge29 AS edge28
      WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT 1
      RETURN collect({it: {code: node28.code, name: node28.name}}) AS theme5
    }
    CALL (ctx, node26, node26Places, node26Whole) {
      MATCH (node26)-[edge31:OWNED_BY]->(node31:Unit)
      WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
      AND size(node26Places) = 0 AND node26Whole
      WITH *, node31 AS node30, edge31 AS edge30
      WITH * ORDER BY edge30.validFrom DESC, edge30.id LIMIT 1
      WITH *, CASE WHEN NOT node30.id IN ctx.subjectExcepted AND node30.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node30Places
      RETURN collect({it: {name: CASE WHEN size(node30Places) = 0 THEN node30.name ELSE 'NAV' END}, places: node30Places}) AS unit
    }
    RETURN collect({it: {id: node26.id, title: CASE WHEN node26Whole THEN node26.title END, status: node26.status, openedAt: node26.openedAt, theme: head(theme5), unit: CASE WHEN size(node26Places) = 0 AND node26Whole THEN head(unit) END}, whole: node26Whole, places: node26Places, edge: {}, position: [edge26.validFrom, edge26.id]}) AS casesRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge33:CONCERNS]-(node33:Case)
    WHERE edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node33 AS node32, edge33 AS edge32
    WITH *, COLLECT {
      MATCH (node32)-[in2:IN]->(theme6:Theme)
      WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme6.retractedAt IS NULL
      RETURN {code: theme6.code, secret: coalesce(theme6.secret, false)}
    } AS node32Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme7 IN node32Themes WHERE 'CASES:' + theme7.code IN person2Mask)))) AS node32Whole, (('CASES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme8 IN node32Themes WHERE 'CASES:' + theme8.code IN person2Mask))) OR (false AND 'CASES' IN person2Mask AND (size(node32Themes) > 0 AND none(theme9 IN node32Themes WHERE theme9.secret)))) AS node32Shown
    WITH * WHERE node32Shown
    WITH node32 LIMIT 10001
    RETURN count(*) AS casesTotal
  }
  WITH *, {rows: casesRows, total: CASE WHEN casesTotal <= 10000 THEN casesTotal END} AS cases
  CALL (ctx, person2, person2Mask, person2Places) {
    CALL (ctx, person2, person2Mask, person2Places) {
      MATCH (person2)-[belongs_to:BELONGS_TO]->(area:Area)<-[edge35:SERVES]-(node35:Unit)
      WHERE belongs_to.validFrom <= $given.now AND coalesce(belongs_to.validTo, 9007199254740991) > $given.now AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL AND edge35.validFrom <= $given.now AND coalesce(edge35.validTo, 9007199254740991) > $given.now AND edge35.retractedAt IS NULL AND node35.retractedAt IS NULL
      AND 'SERVICE' IN person2Mask AND size(person2Places) = 0
      RETURN node35 AS node34, edge35 AS edge34, 'AREA' AS says17
      UNION ALL
      MATCH (person2)-[edge36:FOLLOWED_UP_BY]->(node36:Unit)
      WHERE edge36.validFrom <= $given.now AND coalesce(edge36.validTo, 9007199254740991) > $given.now AND edge36.retractedAt IS NULL AND node36.retractedAt IS NULL
      AND 'SERVICE' IN person2Mask AND size(person2Places) = 0
      RETURN node36 AS node34, edge36 AS edge34, 'FOLLOW_UP' AS says17
    }
    WITH * WHERE $given.a8 IS NULL OR edge34.validFrom < $given.a8[0] OR (edge34.validFrom = $given.a8[0] AND edge34.id > $given.a8[1])
    WITH * ORDER BY edge34.validFrom DESC, edge34.id LIMIT $given.a7 + 1
    WITH *, CASE WHEN NOT node34.id IN ctx.subjectExcepted AND node34.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node34Places
    RETURN collect({it: {number: CASE WHEN size(node34Places) = 0 THEN node34.number END, name: CASE WHEN size(node34Places) = 0 THEN node34.name ELSE 'NAV' END}, places: node34Places, edge: {}, position: [edge34.validFrom, edge34.id], says: says17}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person2Mask THEN head(COLLECT {
    MATCH (person2)-[edge3:IDENTIFIED_BY]->(node3:Identifier)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL AND node3.kind IN ['NIN', 'D_NUMBER']
    RETURN node3.value ORDER BY node3.kind DESC, node3.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, mandatesHeld: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesHeld END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Codes, granted: CASE WHEN size(person2Codes) > 0 THEN person2Granted ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, root, person
