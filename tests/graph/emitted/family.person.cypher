// Family (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)<-[to:TO]-(mandate:Mandate)
  WHERE to.validFrom <= $given.now AND coalesce(to.validTo, 9007199254740991) > $given.now AND to.retractedAt IS NULL AND mandate.validFrom <= $given.now AND coalesce(mandate.validTo, 9007199254740991) > $given.now AND mandate.retractedAt IS NULL AND mandate.revokedAt IS NULL
  RETURN collect(DISTINCT mandate) AS mandates
}
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
  MATCH (viewer)<-[to2:TO]-(mandate4:Mandate {kind: 'PROXY'})
  WHERE to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND mandate4.validFrom <= $given.now AND coalesce(mandate4.validTo, 9007199254740991) > $given.now AND mandate4.retractedAt IS NULL AND mandate4.revokedAt IS NULL
  RETURN collect(DISTINCT mandate4) AS mandates2
}
CALL (viewer) {
  MATCH (viewer)<-[to3:TO]-(mandate6:Mandate {kind: 'GUARDIANSHIP'})
  WHERE to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND mandate6.validFrom <= $given.now AND coalesce(mandate6.validTo, 9007199254740991) > $given.now AND mandate6.retractedAt IS NULL AND mandate6.revokedAt IS NULL
  RETURN collect(DISTINCT mandate6) AS mandates3
}
CALL (viewer) {
  MATCH (viewer)<-[to4:TO]-(mandate9:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
  WHERE to4.validFrom <= $given.now AND coalesce(to4.validTo, 9007199254740991) > $given.now AND to4.retractedAt IS NULL AND mandate9.validFrom <= $given.now AND coalesce(mandate9.validTo, 9007199254740991) > $given.now AND mandate9.retractedAt IS NULL AND mandate9.revokedAt IS NULL
  RETURN collect(DISTINCT mandate9) AS mandates4
}
CALL (viewer) {
  MATCH (viewer)<-[to5:TO]-(mandate11:Mandate {kind: 'LINE_MANAGEMENT'})
  WHERE to5.validFrom <= $given.now AND coalesce(to5.validTo, 9007199254740991) > $given.now AND to5.retractedAt IS NULL AND mandate11.validFrom <= $given.now AND coalesce(mandate11.validTo, 9007199254740991) > $given.now AND mandate11.retractedAt IS NULL AND mandate11.revokedAt IS NULL
  RETURN collect(DISTINCT mandate11) AS mandates5
}
CALL (viewer) {
  MATCH (viewer)-[holds:HOLDS]->(position:Position)
  WHERE holds.validFrom <= $given.now AND coalesce(holds.validTo, 9007199254740991) > $given.now AND holds.retractedAt IS NULL AND position.retractedAt IS NULL
  RETURN collect(DISTINCT position) AS positions
}
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
CALL (viewer, covered, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[in:IN]->(role:Role)
  WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND role.retractedAt IS NULL
  WITH position4, role, COLLECT {
    MATCH (role)-[covers10:COVERS]->(category5:Category)
    WHERE covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL AND category5.retractedAt IS NULL
    AND 'READ' IN coalesce(covers10.actions, ['READ'])
    UNWIND [category5.code] + CASE category5.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code18
    WITH code18
    WHERE code18 IN covered
    RETURN DISTINCT code18
  } AS codes, COLLECT {
    MATCH (role)-[covers11:COVERS]->(category6:Category)
    WHERE covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND category6.retractedAt IS NULL
    MATCH (role)-[handles:HANDLES]->(theme9:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme9.retractedAt IS NULL
    AND 'READ' IN coalesce(covers11.actions, ['READ']) AND category6.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category6.code IN covered
    RETURN DISTINCT category6.code + ':' + theme9.code
  } AS themed, COLLECT {
    MATCH (position4)-[at4:AT]->(place:Unit|Municipality|Business)
    WHERE at4.validFrom <= $given.now AND coalesce(at4.validTo, 9007199254740991) > $given.now AND at4.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position4.id, reach: role.reach, codes: codes, themed: themed, role: role.code, place: head(places)}) AS seats
}
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, mandates) {
  UNWIND mandates AS mandate2
  MATCH (mandate2)-[from:FROM]->(subject)
  WHERE from.validFrom <= $given.now AND coalesce(from.validTo, 9007199254740991) > $given.now AND from.retractedAt IS NULL AND subject.retractedAt IS NULL
  MATCH (mandate2)-[cleared_for:CLEARED_FOR]->(protection2:Protection)-[opens:OPENS*0..1]->(protection3)
  WHERE cleared_for.validFrom <= $given.now AND coalesce(cleared_for.validTo, 9007199254740991) > $given.now AND cleared_for.retractedAt IS NULL AND protection2.retractedAt IS NULL AND all(step IN opens WHERE step.validFrom <= $given.now AND coalesce(step.validTo, 9007199254740991) > $given.now AND step.retractedAt IS NULL AND endNode(step).retractedAt IS NULL) AND protection3.retractedAt IS NULL
  RETURN collect(DISTINCT [subject.id, protection3.id]) AS subjectExcepted
}
CALL (viewer, covered, seats, mandates) {
  UNWIND mandates AS mandate3
  MATCH (mandate3)-[from2:FROM]->(sharer2)
  WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND sharer2.retractedAt IS NULL
  MATCH (mandate3)-[cleared_for2:CLEARED_FOR]->(protection5:Protection)-[opens2:OPENS*0..1]->(protection6)
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection5.retractedAt IS NULL AND all(step2 IN opens2 WHERE step2.validFrom <= $given.now AND coalesce(step2.validTo, 9007199254740991) > $given.now AND step2.retractedAt IS NULL AND endNode(step2).retractedAt IS NULL) AND protection6.retractedAt IS NULL
  RETURN collect(DISTINCT [sharer2.id, protection6.id]) AS sharerExcepted
}
CALL (viewer, covered, seats, addresss) {
  UNWIND addresss AS address3
  RETURN collect(DISTINCT address3.id) AS addressExcepted
}
CALL (viewer, covered, seats, households) {
  UNWIND households AS household3
  RETURN collect(DISTINCT household3.id) AS householdExcepted
}
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate5
  MATCH (mandate5)-[from3:FROM]->(subject2:Person)
  WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND subject2.retractedAt IS NULL AND 'READ' IN mandate5.actions
  WITH mandate5, covered, seats, collect(DISTINCT subject2.id) AS at
  WITH *, COLLECT {
    MATCH (mandate5)-[covers:COVERS]->(category:Category)
    RETURN DISTINCT CASE WHEN covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL THEN category.code ELSE '' END
  } AS named, COLLECT {
    MATCH (mandate5)-[covers2:COVERS]->(theme:Theme)
    RETURN DISTINCT CASE WHEN covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND theme.retractedAt IS NULL THEN theme.code ELSE '' END
  } AS themes
  WITH reduce(found2 = [], code IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found2 + CASE WHEN code IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes = [''] THEN [code] + CASE WHEN code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme2 IN CASE WHEN size(themes) > 0 THEN themes ELSE ['*'] END WHERE theme2 <> '' | code + ':' + theme2] ELSE [] END ELSE [] END) AS gives, ['@person.proxy'] AS marks, at, COLLECT {
    MATCH (mandate5)-[cleared_for3:CLEARED_FOR]->(protection10:Protection)-[opens3:OPENS*0..1]->(protection11:Protection)
    WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection10.retractedAt IS NULL AND all(step3 IN opens3 WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL AND endNode(step3).retractedAt IS NULL) AND protection11.retractedAt IS NULL
    RETURN DISTINCT protection11.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS proxy
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate7
  MATCH (mandate7)-[from4:FROM]->(subject3:Person)
  WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND subject3.retractedAt IS NULL AND ('READ' IN mandate7.actions OR (mandate7.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate7, covered, seats, collect(DISTINCT subject3.id) AS at
  WITH *, COLLECT {
    MATCH (mandate7)-[covers3:COVERS]->(category2:Category)
    RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category2.retractedAt IS NULL THEN category2.code ELSE '' END
  } AS named2, COLLECT {
    MATCH (mandate7)-[covers4:COVERS]->(theme3:Theme)
    RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme3.retractedAt IS NULL THEN theme3.code ELSE '' END
  } AS themes2
  WITH reduce(found4 = [], code3 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes2) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found4 + CASE WHEN code3 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes2 = [''] THEN [code3] + CASE WHEN code3 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme4 IN CASE WHEN size(themes2) > 0 THEN themes2 ELSE ['*'] END WHERE theme4 <> '' | code3 + ':' + theme4] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate7)-[cleared_for4:CLEARED_FOR]->(protection12:Protection)-[opens4:OPENS*0..1]->(protection13:Protection)
    WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection12.retractedAt IS NULL AND all(step4 IN opens4 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND protection13.retractedAt IS NULL
    RETURN DISTINCT protection13.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate8
  MATCH (mandate8)-[from5:FROM]->(subject4:Person)
  WHERE from5.validFrom <= $given.now AND coalesce(from5.validTo, 9007199254740991) > $given.now AND from5.retractedAt IS NULL AND subject4.retractedAt IS NULL
  MATCH (mandate8)-[covers5:COVERS]->(task:Task)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND task.retractedAt IS NULL AND ('READ' IN mandate8.actions OR (mandate8.actions IS NULL AND 'READ' = 'READ'))
  WITH task, mandate8, covered, seats, collect(DISTINCT subject4.id) AS at
  WITH *, COLLECT {
    MATCH (task)-[covers6:COVERS]->(category3:Category)
    RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
  } AS named3, COLLECT {
    MATCH (task)-[covers7:COVERS]->(theme5:Theme)
    RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND theme5.retractedAt IS NULL THEN theme5.code ELSE '' END
  } AS themes3
  WITH reduce(found6 = [], code5 IN CASE WHEN size(named3) > 0 THEN named3 + CASE WHEN 'IDENTITY' IN named3 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes3) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found6 + CASE WHEN code5 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes3 = [''] THEN [code5] + CASE WHEN code5 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme6 IN CASE WHEN size(themes3) > 0 THEN themes3 ELSE ['*'] END WHERE theme6 <> '' | code5 + ':' + theme6] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate8)-[cleared_for5:CLEARED_FOR]->(protection14:Protection)-[opens5:OPENS*0..1]->(protection15:Protection)
    WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection14.retractedAt IS NULL AND all(step5 IN opens5 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND protection15.retractedAt IS NULL
    RETURN DISTINCT protection15.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian2
}
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate10
  MATCH (mandate10)-[from6:FROM]->(subject5:Person)
  WHERE from6.validFrom <= $given.now AND coalesce(from6.validTo, 9007199254740991) > $given.now AND from6.retractedAt IS NULL AND subject5.retractedAt IS NULL AND (subject5.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate10.actions OR (mandate10.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate10, covered, seats, collect(DISTINCT subject5.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, ['@person.parental-responsibility'] AS marks, at, COLLECT {
    MATCH (mandate10)-[cleared_for6:CLEARED_FOR]->(protection16:Protection)-[opens6:OPENS*0..1]->(protection17:Protection)
    WHERE cleared_for6.validFrom <= $given.now AND coalesce(cleared_for6.validTo, 9007199254740991) > $given.now AND cleared_for6.retractedAt IS NULL AND protection16.retractedAt IS NULL AND all(step6 IN opens6 WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND protection17.retractedAt IS NULL
    RETURN DISTINCT protection17.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS parentalResponsibility
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate12
  MATCH (mandate12)-[about:ABOUT]->(subject6:Person)-[employed_by:EMPLOYED_BY]->(business:Business)<-[from7:FROM]-(mandate12)
  WHERE about.validFrom <= $given.now AND coalesce(about.validTo, 9007199254740991) > $given.now AND about.retractedAt IS NULL AND subject6.retractedAt IS NULL AND employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business.retractedAt IS NULL AND from7.validFrom <= $given.now AND coalesce(from7.validTo, 9007199254740991) > $given.now AND from7.retractedAt IS NULL
  MATCH (viewer)-[employed_by2:EMPLOYED_BY]->(business)
  WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND ('READ' IN mandate12.actions OR (mandate12.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate12, covered, seats, collect(DISTINCT subject6.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'] AS gives, ['@person.line-manager'] AS marks, at, COLLECT {
    MATCH (mandate12)-[cleared_for7:CLEARED_FOR]->(protection18:Protection)-[opens7:OPENS*0..1]->(protection19:Protection)
    WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL AND protection18.retractedAt IS NULL AND all(step7 IN opens7 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND protection19.retractedAt IS NULL
    RETURN DISTINCT protection19.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS lineManager
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position2
  MATCH (position2)-[at2:AT]->(business2:Business)
  WHERE at2.validFrom <= $given.now AND coalesce(at2.validTo, 9007199254740991) > $given.now AND at2.retractedAt IS NULL AND business2.retractedAt IS NULL
  WITH position2, covered, seats, collect(DISTINCT business2.id) AS at
  WITH [entry IN reduce(found10 = [], seat2 IN [seat2 IN seats WHERE seat2.position = position2.id AND seat2.reach IN ['LOCAL']] | found10 + seat2.codes + seat2.themed) WHERE split(entry, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position2.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position3
  MATCH (position3)-[at3:AT]->(business5:Business)
  WHERE at3.validFrom <= $given.now AND coalesce(at3.validTo, 9007199254740991) > $given.now AND at3.retractedAt IS NULL AND business5.retractedAt IS NULL
  WITH position3, covered, seats, collect(DISTINCT business5.id) AS at
  WITH reduce(found12 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position3.id AND seat4.reach IN ['LOCAL']] | found12 + seat4.codes + seat4.themed) AS gives, ['@business.proxy', '@@' + position3.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS proxy2
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, subjectExcepted: subjectExcepted, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, seats: seats, attachedPerson: attachedPerson, proxy2: proxy2} AS ctx
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Person {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS person2ById
  }
  UNWIND person2ById AS it2
  WITH it2 ORDER BY it2.id LIMIT 1
  RETURN collect(it2) AS person2s
}
CALL (ctx, person2s) {
  UNWIND person2s AS person2
  CALL (ctx, person2) {
    CALL (person2) {
      UNWIND [person2] AS itself
      RETURN itself AS person3
      UNION
      MATCH (person2)-[:PARENT_OF|PARTNER_OF]-(person4:Person)
      RETURN person4 AS person3
      UNION
      MATCH (person2)-[:PARENT_OF|PARTNER_OF]-(person5:Person)
      MATCH (person5)-[:PARENT_OF|PARTNER_OF]-(person6:Person)
      RETURN person6 AS person3
    }
    WITH *, COLLECT {
      MATCH (person3)-[protected_as:PROTECTED_AS]->(protection8:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection8.retractedAt IS NULL
      AND ctx.id <> person3.id AND protection8.code IS NOT NULL AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection8.code
    } + CASE WHEN ctx.id <> person3.id AND person3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person3)-[protected_as2:PROTECTED_AS]->(protection9:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection9.retractedAt IS NULL
      AND ctx.id <> person3.id AND coalesce((protection9.code IS NULL OR NOT (protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END AS person3Codes
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person3)-[employed_by3:EMPLOYED_BY]->(business3:Business)-[part_of:PART_OF*0..2]->(business4:Business)
      WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business3.retractedAt IS NULL AND all(step8 IN part_of WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND business4.retractedAt IS NULL
      RETURN DISTINCT business4.id
    } ELSE [] END AS business4s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (person3)<-[from8:FROM]-(mandate13:Mandate {kind: 'PROXY'})-[to6:TO]->(business6:Business)
      WHERE from8.validFrom <= $given.now AND coalesce(from8.validTo, 9007199254740991) > $given.now AND from8.retractedAt IS NULL AND mandate13.validFrom <= $given.now AND coalesce(mandate13.validTo, 9007199254740991) > $given.now AND mandate13.retractedAt IS NULL AND mandate13.revokedAt IS NULL AND to6.validFrom <= $given.now AND coalesce(to6.validTo, 9007199254740991) > $given.now AND to6.retractedAt IS NULL AND business6.retractedAt IS NULL
      AND 'READ' IN mandate13.actions
      WITH *, COLLECT {
        MATCH (mandate13)-[covers8:COVERS]->(category4:Category)
        RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category4.retractedAt IS NULL THEN category4.code ELSE '' END
      } AS named4, COLLECT {
        MATCH (mandate13)-[covers9:COVERS]->(theme7:Theme)
        RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND theme7.retractedAt IS NULL THEN theme7.code ELSE '' END
      } AS themes4
      RETURN {at: business6.id, gives: reduce(found14 = [], code10 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found14 + CASE WHEN code10 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code10] + CASE WHEN code10 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme8 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme8 <> '' | code10 + ':' + theme8] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate13)-[cleared_for8:CLEARED_FOR]->(protection20:Protection)-[opens8:OPENS*0..1]->(protection21:Protection)
        WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL AND protection20.retractedAt IS NULL AND all(step9 IN opens8 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND protection21.retractedAt IS NULL
        RETURN DISTINCT protection21.code
      }}
    } ELSE [] END AS business6s
    WITH *, CASE WHEN ctx.id = person3.id THEN CASE WHEN size(['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) > 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] + ['@person.own-data'] ELSE [] END ELSE [] END + reduce(found3 = [], row IN ctx.proxy | CASE WHEN person3.id IN row.at THEN found3 + row.gives ELSE found3 END) + reduce(found5 = [], row2 IN ctx.guardian | CASE WHEN person3.id IN row2.at THEN found5 + row2.gives ELSE found5 END) + reduce(found7 = [], row3 IN ctx.guardian2 | CASE WHEN person3.id IN row3.at THEN found7 + row3.gives ELSE found7 END) + reduce(found8 = [], row4 IN ctx.parentalResponsibility | CASE WHEN person3.id IN row4.at THEN found8 + row4.gives ELSE found8 END) + reduce(found9 = [], row5 IN ctx.lineManager | CASE WHEN person3.id IN row5.at THEN found9 + row5.gives ELSE found9 END) + reduce(found11 = [], row6 IN ctx.attachedPerson | CASE WHEN any(key IN business4s WHERE key IN row6.at) THEN found11 + row6.gives ELSE found11 END) + reduce(found13 = [], row7 IN ctx.proxy2 | reduce(found15 = found13, key2 IN business6s | CASE WHEN key2.at IN row7.at THEN found15 + reduce(both = [], shared IN [[entry2 IN row7.gives WHERE entry2 IN key2.gives OR (entry2 CONTAINS ':' AND split(entry2, ':')[0] + ':*' IN key2.gives)] + [entry3 IN key2.gives WHERE entry3 CONTAINS ':' AND split(entry3, ':')[0] + ':*' IN row7.gives]] | both + CASE WHEN size(shared) > 0 THEN shared + row7.marks ELSE [] END) ELSE found15 END)) AS person3Offered
    WITH *, CASE WHEN size(person3Codes) > 0 THEN reduce(found16 = [], row8 IN ctx.proxy | CASE WHEN person3.id IN row8.at AND none(code12 IN person3Codes WHERE NOT code12 IN row8.lifts) THEN found16 + row8.gives ELSE found16 END) + reduce(found17 = [], row9 IN ctx.guardian | CASE WHEN person3.id IN row9.at AND none(code13 IN person3Codes WHERE NOT code13 IN row9.lifts) THEN found17 + row9.gives ELSE found17 END) + reduce(found18 = [], row10 IN ctx.guardian2 | CASE WHEN person3.id IN row10.at AND none(code14 IN person3Codes WHERE NOT code14 IN row10.lifts) THEN found18 + row10.gives ELSE found18 END) + reduce(found19 = [], row11 IN ctx.parentalResponsibility | CASE WHEN person3.id IN row11.at AND none(code15 IN person3Codes WHERE NOT code15 IN row11.lifts) THEN found19 + row11.gives ELSE found19 END) + reduce(found20 = [], row12 IN ctx.lineManager | CASE WHEN person3.id IN row12.at AND none(code16 IN person3Codes WHERE NOT code16 IN row12.lifts) THEN found20 + row12.gives ELSE found20 END) + reduce(found21 = [], row13 IN ctx.proxy2 | reduce(found22 = found21, key3 IN business6s | CASE WHEN key3.at IN row13.at AND none(code17 IN person3Codes WHERE NOT code17 IN key3.lifts) THEN found22 + reduce(both2 = [], shared2 IN [[entry4 IN row13.gives WHERE entry4 IN key3.gives OR (entry4 CONTAINS ':' AND split(entry4, ':')[0] + ':*' IN key3.gives)] + [entry5 IN key3.gives WHERE entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN row13.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row13.marks ELSE [] END) ELSE found22 END)) ELSE person3Offered END AS person3Mask
    RETURN collect({id: person3.id, core: person3Codes, mask: person3Mask, codes: person3Codes, offered: CASE WHEN size(person3Codes) > 0 THEN person3Offered ELSE [] END}) AS decided
  }
  WITH *, [] AS carded
  WITH *, coalesce(head([each IN decided WHERE each.id = person2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person2Decided
  WITH *, person2Decided.mask AS person2Mask
  CALL (ctx, person2, person2Mask, decided, carded) {
    MATCH (person2)-[edge:PARENT_OF|PARTNER_OF]-(node:Person)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = node.id THEN 'PARENT' WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = person2.id THEN 'CHILD' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says
    WITH * WHERE says IS NOT NULL
    WITH *, coalesce(head([each IN decided WHERE each.id = node.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS nodeDecided
    WITH *, nodeDecided.mask + CASE WHEN size(nodeDecided.core) = 0 THEN ['CARD'] ELSE [] END AS nodeMask
    WITH * WHERE (false OR 'CARD' IN nodeMask)
    WITH * WHERE $given.a2 IS NULL OR edge.validFrom < $given.a2[0] OR (edge.validFrom = $given.a2[0] AND edge.id > $given.a2[1])
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT $given.a1 + 1
    WITH *, COLLECT {
      MATCH (node)-[protected:PROTECTED_AS]->(protection:Protection)
      WHERE protection.code IS NOT NULL AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> node.id AND coalesce((protected.validFrom IS NULL OR protected.validFrom <= $given.now), true) AND coalesce((protected.validTo IS NULL OR protected.validTo > $given.now), true) AND NOT [node.id, protection.id] IN ctx.subjectExcepted
      RETURN DISTINCT protection.code
    } + COLLECT {
      MATCH (node)-[held:HAS_ADDRESS]->(address:Address)
      MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection4:Protection)
      WHERE protection4.code IS NOT NULL AND protection4.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> node.id AND coalesce((held.validFrom IS NULL OR held.validFrom <= $given.now), true) AND coalesce((held.validTo IS NULL OR held.validTo > $given.now), true) AND coalesce((kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo), true) AND NOT [sharer.id, protection4.id] IN ctx.sharerExcepted AND NOT address.id IN ctx.addressExcepted
      RETURN DISTINCT protection4.code
    } + COLLECT {
      MATCH (node)-[held2:MEMBER_OF]->(household:Household)
      MATCH (household)<-[kept2:MEMBER_OF]-(sharer3:Person)-[protected3:PROTECTED_AS]->(protection7:Protection)
      WHERE protection7.code IS NOT NULL AND protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> node.id AND coalesce((held2.validFrom IS NULL OR held2.validFrom <= $given.now), true) AND coalesce((held2.validTo IS NULL OR held2.validTo > $given.now), true) AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT [sharer3.id, protection7.id] IN ctx.sharerExcepted AND NOT household.id IN ctx.householdExcepted
      RETURN DISTINCT protection7.code
    } AS nodePlaces
    CALL (ctx, node, nodeMask, nodePlaces, decided, carded) {
      MATCH (node)-[edge2:PARENT_OF|PARTNER_OF]-(node2:Person)
      WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL AND 'FAMILY' IN nodeMask
      WITH *, CASE WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node2.id THEN 'PARENT' WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node.id THEN 'CHILD' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says2
      WITH * WHERE says2 IS NOT NULL
      WITH *, coalesce(head([each IN decided WHERE each.id = node2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node2Decided
      WITH *, node2Decided.mask + CASE WHEN size(node2Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node2Mask
      WITH * WHERE (false OR 'CARD' IN node2Mask)
      WITH * WHERE $given.a4 IS NULL OR edge2.validFrom < $given.a4[0] OR (edge2.validFrom = $given.a4[0] AND edge2.id > $given.a4[1])
      WITH * ORDER BY edge2.validFrom DESC, edge2.id LIMIT $given.a3 + 1
      RETURN collect({it: {id: node2.id, name: CASE WHEN 'CARD' IN node2Mask THEN {full: [node2.givenName, node2.middleName, node2.familyName]} END}, access: {mask: node2Mask, codes: node2Decided.codes, offered: node2Decided.offered + ['CARD']}, edge: {}, position: [edge2.validFrom, edge2.id], says: says2}) AS family2Rows
    }
    WITH *, {rows: family2Rows} AS family2
    RETURN collect({it: {id: node.id, name: CASE WHEN 'CARD' IN nodeMask THEN {full: [node.givenName, node.middleName, node.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN nodeMask THEN toString(node.birthDate) END, family: CASE WHEN 'FAMILY' IN nodeMask THEN family2 END}, access: {mask: nodeMask, codes: nodeDecided.codes, offered: nodeDecided.offered + ['CARD'], places: nodePlaces}, edge: {validFrom: edge.validFrom, validTo: edge.validTo}, position: [edge.validFrom, edge.id], says: says}) AS familyRows
  }
  CALL (ctx, person2, person2Mask, decided, carded) {
    MATCH (person2)-[edge3:PARENT_OF|PARTNER_OF]-(node3:Person)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge3) IN ['PARENT_OF'] AND startNode(edge3).id = node3.id THEN 'PARENT' WHEN type(edge3) IN ['PARENT_OF'] AND startNode(edge3).id = person2.id THEN 'CHILD' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = person2.id AND edge3.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = node3.id AND edge3.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = person2.id AND edge3.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = node3.id AND edge3.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says3
    WITH * WHERE says3 IS NOT NULL
    WITH *, coalesce(head([each IN decided WHERE each.id = node3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node3Decided
    WITH *, node3Decided.mask + CASE WHEN size(node3Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node3Mask
    WITH * WHERE (false OR 'CARD' IN node3Mask)
    WITH node3 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END}, access: {mask: person2Mask, codes: person2Decided.codes, offered: person2Decided.offered}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, head([it2 IN person2s | {id: it2.id, type: 'Person'}]) AS there, person
