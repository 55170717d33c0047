// Why (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)<-[to:TO]-(mandate:Mandate {kind: 'PROXY'})
  WHERE to.validFrom <= $given.now AND coalesce(to.validTo, 9007199254740991) > $given.now AND to.retractedAt IS NULL AND mandate.validFrom <= $given.now AND coalesce(mandate.validTo, 9007199254740991) > $given.now AND mandate.retractedAt IS NULL AND mandate.revokedAt IS NULL
  RETURN collect(DISTINCT mandate) AS mandates
}
CALL (viewer) {
  MATCH (viewer)<-[to2:TO]-(mandate3:Mandate {kind: 'GUARDIANSHIP'})
  WHERE to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND mandate3.validFrom <= $given.now AND coalesce(mandate3.validTo, 9007199254740991) > $given.now AND mandate3.retractedAt IS NULL AND mandate3.revokedAt IS NULL
  RETURN collect(DISTINCT mandate3) AS mandates2
}
CALL (viewer) {
  MATCH (viewer)<-[to3:TO]-(mandate6:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
  WHERE to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND mandate6.validFrom <= $given.now AND coalesce(mandate6.validTo, 9007199254740991) > $given.now AND mandate6.retractedAt IS NULL AND mandate6.revokedAt IS NULL
  RETURN collect(DISTINCT mandate6) AS mandates3
}
CALL (viewer) {
  MATCH (viewer)<-[to4:TO]-(mandate8:Mandate {kind: 'LINE_MANAGEMENT'})
  WHERE to4.validFrom <= $given.now AND coalesce(to4.validTo, 9007199254740991) > $given.now AND to4.retractedAt IS NULL AND mandate8.validFrom <= $given.now AND coalesce(mandate8.validTo, 9007199254740991) > $given.now AND mandate8.retractedAt IS NULL AND mandate8.revokedAt IS NULL
  RETURN collect(DISTINCT mandate8) AS mandates4
}
CALL (viewer) {
  MATCH (viewer)-[holds:HOLDS]->(position:Position)
  WHERE holds.validFrom <= $given.now AND coalesce(holds.validTo, 9007199254740991) > $given.now AND holds.retractedAt IS NULL AND position.retractedAt IS NULL
  RETURN collect(DISTINCT position) AS positions
}
CALL (viewer) {
  MATCH (viewer)<-[to7:TO]-(mandate12:Mandate)
  WHERE to7.validFrom <= $given.now AND coalesce(to7.validTo, 9007199254740991) > $given.now AND to7.retractedAt IS NULL AND mandate12.validFrom <= $given.now AND coalesce(mandate12.validTo, 9007199254740991) > $given.now AND mandate12.retractedAt IS NULL AND mandate12.revokedAt IS NULL
  RETURN collect(DISTINCT mandate12) AS mandates5
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
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
CALL (viewer, covered, positions) {
  UNWIND positions AS position6
  MATCH (position6)-[in:IN]->(role:Role)
  WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND role.retractedAt IS NULL
  WITH position6, role, COLLECT {
    MATCH (role)-[covers19:COVERS]->(category9:Category)
    WHERE covers19.validFrom <= $given.now AND coalesce(covers19.validTo, 9007199254740991) > $given.now AND covers19.retractedAt IS NULL AND category9.retractedAt IS NULL
    AND 'READ' IN coalesce(covers19.actions, ['READ'])
    UNWIND [category9.code] + CASE category9.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code30
    WITH code30
    WHERE code30 IN covered
    RETURN DISTINCT code30
  } AS codes, COLLECT {
    MATCH (role)-[covers20:COVERS]->(category10:Category)
    WHERE covers20.validFrom <= $given.now AND coalesce(covers20.validTo, 9007199254740991) > $given.now AND covers20.retractedAt IS NULL AND category10.retractedAt IS NULL
    MATCH (role)-[handles:HANDLES]->(theme17:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme17.retractedAt IS NULL
    AND 'READ' IN coalesce(covers20.actions, ['READ']) AND category10.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category10.code IN covered
    RETURN DISTINCT category10.code + ':' + theme17.code
  } AS themed
  RETURN collect({position: position6.id, reach: role.reach, codes: codes, themed: themed}) AS seats
}
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, mandates) {
  UNWIND mandates AS mandate2
  MATCH (mandate2)-[from:FROM]->(subject:Person)
  WHERE from.validFrom <= $given.now AND coalesce(from.validTo, 9007199254740991) > $given.now AND from.retractedAt IS NULL AND subject.retractedAt IS NULL AND 'READ' IN mandate2.actions
  WITH mandate2, covered, seats, collect(DISTINCT subject.id) AS at
  WITH *, COLLECT {
    MATCH (mandate2)-[covers:COVERS]->(category:Category)
    WHERE covers.retractedAt IS NULL AND category.retractedAt IS NULL
    RETURN DISTINCT CASE WHEN covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL THEN category.code ELSE '' END
  } AS named, COLLECT {
    MATCH (mandate2)-[covers2:COVERS]->(theme:Theme)
    WHERE covers2.retractedAt IS NULL AND theme.retractedAt IS NULL
    RETURN DISTINCT CASE WHEN covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL THEN theme.code ELSE '' END
  } AS themes
  WITH reduce(found2 = [], code IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found2 + CASE WHEN code IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes = [''] THEN [code] + CASE WHEN code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme2 IN CASE WHEN size(themes) > 0 THEN themes ELSE ['*'] END WHERE theme2 <> '' | code + ':' + theme2] ELSE [] END ELSE [] END) AS gives, at, COLLECT {
    MATCH (mandate2)-[cleared_for:CLEARED_FOR]->(protection2:Protection)-[opens:OPENS*0..1]->(protection3:Protection)
    WHERE cleared_for.validFrom <= $given.now AND coalesce(cleared_for.validTo, 9007199254740991) > $given.now AND cleared_for.retractedAt IS NULL AND protection2.retractedAt IS NULL AND all(step IN opens WHERE step.validFrom <= $given.now AND coalesce(step.validTo, 9007199254740991) > $given.now AND step.retractedAt IS NULL) AND protection3.retractedAt IS NULL
    RETURN DISTINCT protection3.code
  } AS lifts
  RETURN collect({gives: gives, at: at, lifts: lifts}) AS proxy
}
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate4
  MATCH (mandate4)-[from2:FROM]->(subject2:Person)
  WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND subject2.retractedAt IS NULL AND ('READ' IN mandate4.actions OR (mandate4.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate4, covered, seats, collect(DISTINCT subject2.id) AS at
  WITH *, COLLECT {
    MATCH (mandate4)-[covers3:COVERS]->(category2:Category)
    WHERE covers3.retractedAt IS NULL AND category2.retractedAt IS NULL
    RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL THEN category2.code ELSE '' END
  } AS named2, COLLECT {
    MATCH (mandate4)-[covers4:COVERS]->(theme3:Theme)
    WHERE covers4.retractedAt IS NULL AND theme3.retractedAt IS NULL
    RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL THEN theme3.code ELSE '' END
  } AS themes2
  WITH reduce(found4 = [], code3 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes2) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found4 + CASE WHEN code3 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes2 = [''] THEN [code3] + CASE WHEN code3 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme4 IN CASE WHEN size(themes2) > 0 THEN themes2 ELSE ['*'] END WHERE theme4 <> '' | code3 + ':' + theme4] ELSE [] END ELSE [] END) AS gives, at, COLLECT {
    MATCH (mandate4)-[cleared_for2:CLEARED_FOR]->(protection4:Protection)-[opens2:OPENS*0..1]->(protection5:Protection)
    WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection4.retractedAt IS NULL AND all(step2 IN opens2 WHERE step2.validFrom <= $given.now AND coalesce(step2.validTo, 9007199254740991) > $given.now AND step2.retractedAt IS NULL) AND protection5.retractedAt IS NULL
    RETURN DISTINCT protection5.code
  } AS lifts
  RETURN collect({gives: gives, at: at, lifts: lifts}) AS guardian
}
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate5
  MATCH (mandate5)-[from3:FROM]->(subject3:Person)
  WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND subject3.retractedAt IS NULL
  MATCH (mandate5)-[covers5:COVERS]->(task:Task)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND task.retractedAt IS NULL AND ('READ' IN mandate5.actions OR (mandate5.actions IS NULL AND 'READ' = 'READ'))
  WITH task, mandate5, covered, seats, collect(DISTINCT subject3.id) AS at
  WITH *, COLLECT {
    MATCH (task)-[covers6:COVERS]->(category3:Category)
    WHERE covers6.retractedAt IS NULL AND category3.retractedAt IS NULL
    RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL THEN category3.code ELSE '' END
  } AS named3, COLLECT {
    MATCH (task)-[covers7:COVERS]->(theme5:Theme)
    WHERE covers7.retractedAt IS NULL AND theme5.retractedAt IS NULL
    RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL THEN theme5.code ELSE '' END
  } AS themes3
  WITH reduce(found6 = [], code5 IN CASE WHEN size(named3) > 0 THEN named3 + CASE WHEN 'IDENTITY' IN named3 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes3) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found6 + CASE WHEN code5 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes3 = [''] THEN [code5] + CASE WHEN code5 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme6 IN CASE WHEN size(themes3) > 0 THEN themes3 ELSE ['*'] END WHERE theme6 <> '' | code5 + ':' + theme6] ELSE [] END ELSE [] END) AS gives, at, COLLECT {
    MATCH (mandate5)-[cleared_for3:CLEARED_FOR]->(protection6:Protection)-[opens3:OPENS*0..1]->(protection7:Protection)
    WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection6.retractedAt IS NULL AND all(step3 IN opens3 WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL) AND protection7.retractedAt IS NULL
    RETURN DISTINCT protection7.code
  } AS lifts
  RETURN collect({gives: gives, at: at, lifts: lifts}) AS guardian2
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate7
  MATCH (mandate7)-[from4:FROM]->(subject4:Person)
  WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND subject4.retractedAt IS NULL AND (subject4.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate7.actions OR (mandate7.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate7, covered, seats, collect(DISTINCT subject4.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, at, COLLECT {
    MATCH (mandate7)-[cleared_for4:CLEARED_FOR]->(protection8:Protection)-[opens4:OPENS*0..1]->(protection9:Protection)
    WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection8.retractedAt IS NULL AND all(step4 IN opens4 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL) AND protection9.retractedAt IS NULL
    RETURN DISTINCT protection9.code
  } AS lifts
  RETURN collect({gives: gives, at: at, lifts: lifts}) AS parentalResponsibility
}
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate9
  MATCH (mandate9)-[about:ABOUT]->(subject5:Person)-[employed_by:EMPLOYED_BY]->(business:Business)<-[from5:FROM]-(mandate9)
  WHERE about.validFrom <= $given.now AND coalesce(about.validTo, 9007199254740991) > $given.now AND about.retractedAt IS NULL AND subject5.retractedAt IS NULL AND employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business.retractedAt IS NULL AND from5.validFrom <= $given.now AND coalesce(from5.validTo, 9007199254740991) > $given.now AND from5.retractedAt IS NULL
  MATCH (viewer)-[employed_by2:EMPLOYED_BY]->(business)
  WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND ('READ' IN mandate9.actions OR (mandate9.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate9, covered, seats, collect(DISTINCT subject5.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'] AS gives, at, COLLECT {
    MATCH (mandate9)-[cleared_for5:CLEARED_FOR]->(protection10:Protection)-[opens5:OPENS*0..1]->(protection11:Protection)
    WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection10.retractedAt IS NULL AND all(step5 IN opens5 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL) AND protection11.retractedAt IS NULL
    RETURN DISTINCT protection11.code
  } AS lifts
  RETURN collect({gives: gives, at: at, lifts: lifts}) AS lineManager
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position2
  MATCH (position2)-[at2:AT]->(business2:Business)
  WHERE at2.validFrom <= $given.now AND coalesce(at2.validTo, 9007199254740991) > $given.now AND at2.retractedAt IS NULL AND business2.retractedAt IS NULL
  WITH position2, covered, seats, collect(DISTINCT business2.id) AS at
  WITH reduce(found10 = [], seat2 IN [seat2 IN seats WHERE seat2.position = position2.id AND seat2.reach IN ['LOCAL']] | found10 + seat2.codes + seat2.themed) AS gives, at
  RETURN collect({gives: gives, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position3
  MATCH (position3)-[at3:AT]->(business5:Business)
  WHERE at3.validFrom <= $given.now AND coalesce(at3.validTo, 9007199254740991) > $given.now AND at3.retractedAt IS NULL AND business5.retractedAt IS NULL
  WITH position3, covered, seats, collect(DISTINCT business5.id) AS at
  WITH reduce(found12 = [], seat3 IN [seat3 IN seats WHERE seat3.position = position3.id AND seat3.reach IN ['LOCAL']] | found12 + seat3.codes + seat3.themed) AS gives, at
  RETURN collect({gives: gives, at: at}) AS proxy2
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate13
  MATCH (mandate13)-[from8:FROM]->(subject6)
  WHERE from8.validFrom <= $given.now AND coalesce(from8.validTo, 9007199254740991) > $given.now AND from8.retractedAt IS NULL AND subject6.retractedAt IS NULL
  MATCH (mandate13)-[cleared_for7:CLEARED_FOR]->(protection15:Protection)-[opens7:OPENS*0..1]->(protection16)
  WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL AND protection15.retractedAt IS NULL AND all(step8 IN opens7 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL) AND protection16.retractedAt IS NULL
  RETURN collect(DISTINCT [subject6.id, protection16.id]) AS subjectExcepted
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate14
  MATCH (mandate14)-[from9:FROM]->(sharer2)
  WHERE from9.validFrom <= $given.now AND coalesce(from9.validTo, 9007199254740991) > $given.now AND from9.retractedAt IS NULL AND sharer2.retractedAt IS NULL
  MATCH (mandate14)-[cleared_for8:CLEARED_FOR]->(protection18:Protection)-[opens8:OPENS*0..1]->(protection19)
  WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL AND protection18.retractedAt IS NULL AND all(step9 IN opens8 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL) AND protection19.retractedAt IS NULL
  RETURN collect(DISTINCT [sharer2.id, protection19.id]) AS sharerExcepted
}
CALL (viewer, covered, seats, addresss) {
  UNWIND addresss AS address3
  RETURN collect(DISTINCT address3.id) AS addressExcepted
}
CALL (viewer, covered, seats, households) {
  UNWIND households AS household3
  RETURN collect(DISTINCT household3.id) AS householdExcepted
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, seats: seats, attachedPerson: attachedPerson, proxy2: proxy2, subjectExcepted: subjectExcepted, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted} AS ctx
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
  WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
    MATCH (person2)-[employed_by3:EMPLOYED_BY]->(business3:Business)-[part_of:PART_OF*0..2]->(business4:Business)
    WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business3.retractedAt IS NULL AND all(step6 IN part_of WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL) AND business4.retractedAt IS NULL
    RETURN DISTINCT business4.id
  } ELSE [] END AS business4s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
    MATCH (person2)<-[from6:FROM]-(mandate10:Mandate {kind: 'PROXY'})-[to5:TO]->(business6:Business)
    WHERE from6.validFrom <= $given.now AND coalesce(from6.validTo, 9007199254740991) > $given.now AND from6.retractedAt IS NULL AND mandate10.validFrom <= $given.now AND coalesce(mandate10.validTo, 9007199254740991) > $given.now AND mandate10.retractedAt IS NULL AND mandate10.revokedAt IS NULL AND to5.validFrom <= $given.now AND coalesce(to5.validTo, 9007199254740991) > $given.now AND to5.retractedAt IS NULL AND business6.retractedAt IS NULL
    AND 'READ' IN mandate10.actions
    WITH *, COLLECT {
      MATCH (mandate10)-[covers8:COVERS]->(category4:Category)
      WHERE covers8.retractedAt IS NULL AND category4.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL THEN category4.code ELSE '' END
    } AS named4, COLLECT {
      MATCH (mandate10)-[covers9:COVERS]->(theme7:Theme)
      WHERE covers9.retractedAt IS NULL AND theme7.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL THEN theme7.code ELSE '' END
    } AS themes4
    RETURN {at: business6.id, gives: reduce(found14 = [], code10 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found14 + CASE WHEN code10 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code10] + CASE WHEN code10 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme8 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme8 <> '' | code10 + ':' + theme8] ELSE [] END ELSE [] END), lifts: COLLECT {
      MATCH (mandate10)-[cleared_for6:CLEARED_FOR]->(protection12:Protection)-[opens6:OPENS*0..1]->(protection13:Protection)
      WHERE cleared_for6.validFrom <= $given.now AND coalesce(cleared_for6.validTo, 9007199254740991) > $given.now AND cleared_for6.retractedAt IS NULL AND protection12.retractedAt IS NULL AND all(step7 IN opens6 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL) AND protection13.retractedAt IS NULL
      RETURN DISTINCT protection13.code
    }}
  } ELSE [] END AS business6s
  WITH *, CASE WHEN ctx.id = person2.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found3 = [], row IN ctx.proxy | CASE WHEN person2.id IN row.at THEN found3 + row.gives ELSE found3 END) + reduce(found5 = [], row2 IN ctx.guardian | CASE WHEN person2.id IN row2.at THEN found5 + row2.gives ELSE found5 END) + reduce(found7 = [], row3 IN ctx.guardian2 | CASE WHEN person2.id IN row3.at THEN found7 + row3.gives ELSE found7 END) + reduce(found8 = [], row4 IN ctx.parentalResponsibility | CASE WHEN person2.id IN row4.at THEN found8 + row4.gives ELSE found8 END) + reduce(found9 = [], row5 IN ctx.lineManager | CASE WHEN person2.id IN row5.at THEN found9 + row5.gives ELSE found9 END) + reduce(found11 = [], row6 IN ctx.attachedPerson | CASE WHEN any(key IN business4s WHERE key IN row6.at) THEN found11 + row6.gives ELSE found11 END) + reduce(found13 = [], row7 IN ctx.proxy2 | reduce(found15 = found13, key2 IN business6s | CASE WHEN key2.at IN row7.at THEN found15 + [entry IN row7.gives WHERE entry IN key2.gives OR (entry CONTAINS ':' AND split(entry, ':')[0] + ':*' IN key2.gives)] + [entry2 IN key2.gives WHERE entry2 CONTAINS ':' AND split(entry2, ':')[0] + ':*' IN row7.gives] ELSE found15 END)) AS person2Offered
  WITH *, CASE WHEN size(person2Codes) > 0 THEN reduce(found16 = [], row8 IN ctx.proxy | CASE WHEN person2.id IN row8.at AND none(code12 IN person2Codes WHERE NOT code12 IN row8.lifts) THEN found16 + row8.gives ELSE found16 END) + reduce(found17 = [], row9 IN ctx.guardian | CASE WHEN person2.id IN row9.at AND none(code13 IN person2Codes WHERE NOT code13 IN row9.lifts) THEN found17 + row9.gives ELSE found17 END) + reduce(found18 = [], row10 IN ctx.guardian2 | CASE WHEN person2.id IN row10.at AND none(code14 IN person2Codes WHERE NOT code14 IN row10.lifts) THEN found18 + row10.gives ELSE found18 END) + reduce(found19 = [], row11 IN ctx.parentalResponsibility | CASE WHEN person2.id IN row11.at AND none(code15 IN person2Codes WHERE NOT code15 IN row11.lifts) THEN found19 + row11.gives ELSE found19 END) + reduce(found20 = [], row12 IN ctx.lineManager | CASE WHEN person2.id IN row12.at AND none(code16 IN person2Codes WHERE NOT code16 IN row12.lifts) THEN found20 + row12.gives ELSE found20 END) + reduce(found21 = [], row13 IN ctx.proxy2 | reduce(found22 = found21, key3 IN business6s | CASE WHEN key3.at IN row13.at AND none(code17 IN person2Codes WHERE NOT code17 IN key3.lifts) THEN found22 + [entry3 IN row13.gives WHERE entry3 IN key3.gives OR (entry3 CONTAINS ':' AND split(entry3, ':')[0] + ':*' IN key3.gives)] + [entry4 IN key3.gives WHERE entry4 CONTAINS ':' AND split(entry4, ':')[0] + ':*' IN row13.gives] ELSE found22 END)) ELSE person2Offered END AS person2Mask
  WITH *, COLLECT {
    MATCH (person2)-[protected:PROTECTED_AS]->(protection14:Protection)
    WHERE protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person2.id AND (protected.validFrom IS NULL OR protected.validFrom <= $given.now) AND (protected.validTo IS NULL OR protected.validTo > $given.now) AND NOT [person2.id, protection14.id] IN ctx.subjectExcepted
    RETURN DISTINCT protection14.code
  } + COLLECT {
    MATCH (person2)-[held:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection17:Protection)
    WHERE protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person2.id AND (held.validFrom IS NULL OR held.validFrom <= $given.now) AND (held.validTo IS NULL OR held.validTo > $given.now) AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT [sharer.id, protection17.id] IN ctx.sharerExcepted AND NOT address.id IN ctx.addressExcepted
    RETURN DISTINCT protection17.code
  } + COLLECT {
    MATCH (person2)-[held2:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(sharer3:Person)-[protected3:PROTECTED_AS]->(protection20:Protection)
    WHERE protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person2.id AND (held2.validFrom IS NULL OR held2.validFrom <= $given.now) AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT [sharer3.id, protection20.id] IN ctx.sharerExcepted AND NOT household.id IN ctx.householdExcepted
    RETURN DISTINCT protection20.code
  } AS person2Places
  WITH *, COLLECT {
    MATCH (person2)-[protected_as2:PROTECTED_AS]->(protection21:Protection)
    WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection21.retractedAt IS NULL
    AND ctx.id <> person2.id AND protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
    RETURN DISTINCT protection21.code
  } + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS codes2
  CALL (ctx, person2, person2Mask, person2Places, codes2) {
    MATCH (viewer2:Person {id: $given.viewer})
    WITH * WHERE viewer2.id = person2.id
    RETURN collect({rule: 'person.own-data', path_of: '(viewer:Person), (subject:Person)', gives: CASE WHEN size(codes2) = 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END, words: {}, path: [], validTo: reduce(least = null, each IN [end IN [] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2) {
    MATCH (viewer3:Person {id: $given.viewer})
    MATCH (viewer3)<-[to8:TO]-(mandate15:Mandate {kind: 'PROXY'})-[from10:FROM]->(person2)
    WHERE to8.validFrom <= $given.now AND coalesce(to8.validTo, 9007199254740991) > $given.now AND to8.retractedAt IS NULL AND mandate15.validFrom <= $given.now AND coalesce(mandate15.validTo, 9007199254740991) > $given.now AND mandate15.retractedAt IS NULL AND mandate15.revokedAt IS NULL AND from10.validFrom <= $given.now AND coalesce(from10.validTo, 9007199254740991) > $given.now AND from10.retractedAt IS NULL
    WITH * WHERE 'READ' IN mandate15.actions
    WITH *, COLLECT {
      MATCH (mandate15)-[covers10:COVERS]->(category5:Category)
      WHERE covers10.retractedAt IS NULL AND category5.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL THEN category5.code ELSE '' END
    } AS named5, COLLECT {
      MATCH (mandate15)-[covers11:COVERS]->(theme9:Theme)
      WHERE covers11.retractedAt IS NULL AND theme9.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL THEN theme9.code ELSE '' END
    } AS themes5
    RETURN collect({rule: 'person.proxy', path_of: '(viewer:Person)<-[:TO]-(mandate:Mandate {kind: \'PROXY\'})-[:FROM]->(subject:Person)', gives: CASE WHEN none(code20 IN codes2 WHERE NOT code20 IN COLLECT {
      MATCH (mandate15)-[cleared_for9:CLEARED_FOR]->(protection22:Protection)-[opens9:OPENS*0..1]->(protection23:Protection)
      WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection22.retractedAt IS NULL AND all(step10 IN opens9 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL) AND protection23.retractedAt IS NULL
      RETURN DISTINCT protection23.code
    }) THEN reduce(found23 = [], code19 IN CASE WHEN size(named5) > 0 THEN named5 + CASE WHEN 'IDENTITY' IN named5 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes5) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found23 + CASE WHEN code19 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes5 = [''] THEN [code19] + CASE WHEN code19 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme10 IN CASE WHEN size(themes5) > 0 THEN themes5 ELSE ['*'] END WHERE theme10 <> '' | code19 + ':' + theme10] ELSE [] END ELSE [] END) ELSE [] END, words: {}, path: [{relationship: 'TO', label: 'Mandate', id: CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN mandate15.id END, name: null}, {relationship: 'FROM', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN to8.validTo END, from10.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons2
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2) {
    MATCH (viewer4:Person {id: $given.viewer})
    MATCH (viewer4)<-[to9:TO]-(mandate16:Mandate {kind: 'GUARDIANSHIP'})-[from11:FROM]->(person2)
    WHERE to9.validFrom <= $given.now AND coalesce(to9.validTo, 9007199254740991) > $given.now AND to9.retractedAt IS NULL AND mandate16.validFrom <= $given.now AND coalesce(mandate16.validTo, 9007199254740991) > $given.now AND mandate16.retractedAt IS NULL AND mandate16.revokedAt IS NULL AND from11.validFrom <= $given.now AND coalesce(from11.validTo, 9007199254740991) > $given.now AND from11.retractedAt IS NULL
    WITH * WHERE ('READ' IN mandate16.actions OR (mandate16.actions IS NULL AND 'READ' = 'READ'))
    WITH *, COLLECT {
      MATCH (mandate16)-[covers12:COVERS]->(category6:Category)
      WHERE covers12.retractedAt IS NULL AND category6.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL THEN category6.code ELSE '' END
    } AS named6, COLLECT {
      MATCH (mandate16)-[covers13:COVERS]->(theme11:Theme)
      WHERE covers13.retractedAt IS NULL AND theme11.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers13.validFrom <= $given.now AND coalesce(covers13.validTo, 9007199254740991) > $given.now AND covers13.retractedAt IS NULL THEN theme11.code ELSE '' END
    } AS themes6
    RETURN collect({rule: 'person.guardian', path_of: '(viewer:Person)<-[:TO]-(mandate:Mandate {kind: \'GUARDIANSHIP\'})-[:FROM]->(subject:Person)', gives: CASE WHEN none(code22 IN codes2 WHERE NOT code22 IN COLLECT {
      MATCH (mandate16)-[cleared_for10:CLEARED_FOR]->(protection24:Protection)-[opens10:OPENS*0..1]->(protection25:Protection)
      WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL AND protection24.retractedAt IS NULL AND all(step11 IN opens10 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL) AND protection25.retractedAt IS NULL
      RETURN DISTINCT protection25.code
    }) THEN reduce(found24 = [], code21 IN CASE WHEN size(named6) > 0 THEN named6 + CASE WHEN 'IDENTITY' IN named6 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found24 + CASE WHEN code21 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code21] + CASE WHEN code21 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme12 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme12 <> '' | code21 + ':' + theme12] ELSE [] END ELSE [] END) ELSE [] END, words: {}, path: [{relationship: 'TO', label: 'Mandate', id: CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN mandate16.id END, name: null}, {relationship: 'FROM', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN to9.validTo END, from11.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons3
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2) {
    MATCH (viewer5:Person {id: $given.viewer})
    MATCH (viewer5)<-[to10:TO]-(mandate17:Mandate {kind: 'GUARDIANSHIP'})-[from12:FROM]->(person2)
    WHERE to10.validFrom <= $given.now AND coalesce(to10.validTo, 9007199254740991) > $given.now AND to10.retractedAt IS NULL AND mandate17.validFrom <= $given.now AND coalesce(mandate17.validTo, 9007199254740991) > $given.now AND mandate17.retractedAt IS NULL AND mandate17.revokedAt IS NULL AND from12.validFrom <= $given.now AND coalesce(from12.validTo, 9007199254740991) > $given.now AND from12.retractedAt IS NULL
    MATCH (mandate17)-[covers14:COVERS]->(task2:Task)
    WHERE covers14.validFrom <= $given.now AND coalesce(covers14.validTo, 9007199254740991) > $given.now AND covers14.retractedAt IS NULL AND task2.retractedAt IS NULL
    WITH * WHERE ('READ' IN mandate17.actions OR (mandate17.actions IS NULL AND 'READ' = 'READ'))
    WITH *, COLLECT {
      MATCH (task2)-[covers15:COVERS]->(category7:Category)
      WHERE covers15.retractedAt IS NULL AND category7.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers15.validFrom <= $given.now AND coalesce(covers15.validTo, 9007199254740991) > $given.now AND covers15.retractedAt IS NULL THEN category7.code ELSE '' END
    } AS named7, COLLECT {
      MATCH (task2)-[covers16:COVERS]->(theme13:Theme)
      WHERE covers16.retractedAt IS NULL AND theme13.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers16.validFrom <= $given.now AND coalesce(covers16.validTo, 9007199254740991) > $given.now AND covers16.retractedAt IS NULL THEN theme13.code ELSE '' END
    } AS themes7
    RETURN collect({rule: 'person.guardian', path_of: '(viewer:Person)<-[:TO]-(mandate:Mandate {kind: \'GUARDIANSHIP\'})-[:FROM]->(subject:Person), (mandate)-[:COVERS]->(task:Task)', gives: CASE WHEN none(code24 IN codes2 WHERE NOT code24 IN COLLECT {
      MATCH (mandate17)-[cleared_for11:CLEARED_FOR]->(protection26:Protection)-[opens11:OPENS*0..1]->(protection27:Protection)
      WHERE cleared_for11.validFrom <= $given.now AND coalesce(cleared_for11.validTo, 9007199254740991) > $given.now AND cleared_for11.retractedAt IS NULL AND protection26.retractedAt IS NULL AND all(step12 IN opens11 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL) AND protection27.retractedAt IS NULL
      RETURN DISTINCT protection27.code
    }) THEN reduce(found25 = [], code23 IN CASE WHEN size(named7) > 0 THEN named7 + CASE WHEN 'IDENTITY' IN named7 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes7) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found25 + CASE WHEN code23 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes7 = [''] THEN [code23] + CASE WHEN code23 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme14 IN CASE WHEN size(themes7) > 0 THEN themes7 ELSE ['*'] END WHERE theme14 <> '' | code23 + ':' + theme14] ELSE [] END ELSE [] END) ELSE [] END, words: {}, path: [{relationship: 'TO', label: 'Mandate', id: CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN mandate17.id END, name: null}, {relationship: 'FROM', label: 'Person', id: person2.id, name: null}, {relationship: 'COVERS', label: 'Task', id: task2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN to10.validTo END, from12.validTo, covers14.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons4
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2) {
    MATCH (viewer6:Person {id: $given.viewer})
    MATCH (viewer6)<-[to11:TO]-(mandate18:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})-[from13:FROM]->(person2)
    WHERE to11.validFrom <= $given.now AND coalesce(to11.validTo, 9007199254740991) > $given.now AND to11.retractedAt IS NULL AND mandate18.validFrom <= $given.now AND coalesce(mandate18.validTo, 9007199254740991) > $given.now AND mandate18.retractedAt IS NULL AND mandate18.revokedAt IS NULL AND from13.validFrom <= $given.now AND coalesce(from13.validTo, 9007199254740991) > $given.now AND from13.retractedAt IS NULL
    WITH * WHERE ((person2.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate18.actions OR (mandate18.actions IS NULL AND 'READ' = 'READ')))
    RETURN collect({rule: 'person.parental-responsibility', path_of: '(viewer:Person)<-[:TO]-(mandate:Mandate {kind: \'PARENTAL_RESPONSIBILITY\'})-[:FROM]->(subject:Person)', gives: CASE WHEN none(code25 IN codes2 WHERE NOT code25 IN COLLECT {
      MATCH (mandate18)-[cleared_for12:CLEARED_FOR]->(protection28:Protection)-[opens12:OPENS*0..1]->(protection29:Protection)
      WHERE cleared_for12.validFrom <= $given.now AND coalesce(cleared_for12.validTo, 9007199254740991) > $given.now AND cleared_for12.retractedAt IS NULL AND protection28.retractedAt IS NULL AND all(step13 IN opens12 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL) AND protection29.retractedAt IS NULL
      RETURN DISTINCT protection29.code
    }) THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] ELSE [] END, words: {}, path: [{relationship: 'TO', label: 'Mandate', id: CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN mandate18.id END, name: null}, {relationship: 'FROM', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN to11.validTo END, from13.validTo] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons5
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2) {
    MATCH (viewer7:Person {id: $given.viewer})
    MATCH (viewer7)<-[to12:TO]-(mandate19:Mandate {kind: 'LINE_MANAGEMENT'})-[about2:ABOUT]->(person2)
    WHERE to12.validFrom <= $given.now AND coalesce(to12.validTo, 9007199254740991) > $given.now AND to12.retractedAt IS NULL AND mandate19.validFrom <= $given.now AND coalesce(mandate19.validTo, 9007199254740991) > $given.now AND mandate19.retractedAt IS NULL AND mandate19.revokedAt IS NULL AND about2.validFrom <= $given.now AND coalesce(about2.validTo, 9007199254740991) > $given.now AND about2.retractedAt IS NULL
    MATCH (person2)-[employed_by4:EMPLOYED_BY]->(business8:Business)<-[from14:FROM]-(mandate19)
    WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business8.retractedAt IS NULL AND from14.validFrom <= $given.now AND coalesce(from14.validTo, 9007199254740991) > $given.now AND from14.retractedAt IS NULL
    MATCH (viewer7)-[employed_by5:EMPLOYED_BY]->(business8)
    WHERE employed_by5.validFrom <= $given.now AND coalesce(employed_by5.validTo, 9007199254740991) > $given.now AND employed_by5.retractedAt IS NULL
    WITH * WHERE ('READ' IN mandate19.actions OR (mandate19.actions IS NULL AND 'READ' = 'READ'))
    RETURN collect({rule: 'person.line-manager', path_of: '(viewer:Person)<-[:TO]-(mandate:Mandate {kind: \'LINE_MANAGEMENT\'})-[:ABOUT]->(subject:Person)-[:EMPLOYED_BY]->(business:Business), (mandate)-[:FROM]->(business), (viewer)-[:EMPLOYED_BY]->(business)', gives: CASE WHEN none(code26 IN codes2 WHERE NOT code26 IN COLLECT {
      MATCH (mandate19)-[cleared_for13:CLEARED_FOR]->(protection30:Protection)-[opens13:OPENS*0..1]->(protection31:Protection)
      WHERE cleared_for13.validFrom <= $given.now AND coalesce(cleared_for13.validTo, 9007199254740991) > $given.now AND cleared_for13.retractedAt IS NULL AND protection30.retractedAt IS NULL AND all(step14 IN opens13 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL) AND protection31.retractedAt IS NULL
      RETURN DISTINCT protection31.code
    }) THEN ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'] ELSE [] END, words: {business_name: CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by:OWNED_BY]->(person3:Person)
      WHERE owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND person3.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of2:PART_OF*0..2]->(business9:Business)-[owned_by2:OWNED_BY]->(owner:Person)
      WHERE all(step15 IN part_of2 WHERE coalesce(step15.validFrom <= $given.now, true) AND coalesce(step15.validTo > $given.now, true) AND step15.retractedAt IS NULL) AND business9.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND owner.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner)-[protected_as3:PROTECTED_AS]->(protection32:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection32.retractedAt IS NULL
        AND ctx.id <> owner.id AND protection32.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection32.code
      } + CASE WHEN ctx.id <> owner.id AND owner.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS ownerCodes
      WHERE size(ownerCodes) > 0
      RETURN ownerCodes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business8.name END}, path: [{relationship: 'TO', label: 'Mandate', id: CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN mandate19.id END, name: null}, {relationship: 'ABOUT', label: 'Person', id: person2.id, name: null}, {relationship: 'EMPLOYED_BY', label: 'Business', id: CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by3:OWNED_BY]->(person4:Person)
      WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person4.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of3:PART_OF*0..2]->(business10:Business)-[owned_by4:OWNED_BY]->(owner2:Person)
      WHERE all(step16 IN part_of3 WHERE coalesce(step16.validFrom <= $given.now, true) AND coalesce(step16.validTo > $given.now, true) AND step16.retractedAt IS NULL) AND business10.retractedAt IS NULL AND coalesce(owned_by4.validFrom <= $given.now, true) AND coalesce(owned_by4.validTo > $given.now, true) AND owned_by4.retractedAt IS NULL AND owner2.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner2)-[protected_as4:PROTECTED_AS]->(protection33:Protection)
        WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection33.retractedAt IS NULL
        AND ctx.id <> owner2.id AND protection33.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection33.code
      } + CASE WHEN ctx.id <> owner2.id AND owner2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner2Codes
      WHERE size(owner2Codes) > 0
      RETURN owner2Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business8.id END, name: CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by5:OWNED_BY]->(person5:Person)
      WHERE owned_by5.validFrom <= $given.now AND coalesce(owned_by5.validTo, 9007199254740991) > $given.now AND owned_by5.retractedAt IS NULL AND person5.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of4:PART_OF*0..2]->(business11:Business)-[owned_by6:OWNED_BY]->(owner3:Person)
      WHERE all(step17 IN part_of4 WHERE coalesce(step17.validFrom <= $given.now, true) AND coalesce(step17.validTo > $given.now, true) AND step17.retractedAt IS NULL) AND business11.retractedAt IS NULL AND coalesce(owned_by6.validFrom <= $given.now, true) AND coalesce(owned_by6.validTo > $given.now, true) AND owned_by6.retractedAt IS NULL AND owner3.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner3)-[protected_as5:PROTECTED_AS]->(protection34:Protection)
        WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection34.retractedAt IS NULL
        AND ctx.id <> owner3.id AND protection34.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection34.code
      } + CASE WHEN ctx.id <> owner3.id AND owner3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner3Codes
      WHERE size(owner3Codes) > 0
      RETURN owner3Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business8.name END}, {relationship: 'FROM', label: 'Business', id: CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by7:OWNED_BY]->(person6:Person)
      WHERE owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND person6.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of5:PART_OF*0..2]->(business12:Business)-[owned_by8:OWNED_BY]->(owner4:Person)
      WHERE all(step18 IN part_of5 WHERE coalesce(step18.validFrom <= $given.now, true) AND coalesce(step18.validTo > $given.now, true) AND step18.retractedAt IS NULL) AND business12.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND owner4.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner4)-[protected_as6:PROTECTED_AS]->(protection35:Protection)
        WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection35.retractedAt IS NULL
        AND ctx.id <> owner4.id AND protection35.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection35.code
      } + CASE WHEN ctx.id <> owner4.id AND owner4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner4Codes
      WHERE size(owner4Codes) > 0
      RETURN owner4Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business8.id END, name: CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by9:OWNED_BY]->(person7:Person)
      WHERE owned_by9.validFrom <= $given.now AND coalesce(owned_by9.validTo, 9007199254740991) > $given.now AND owned_by9.retractedAt IS NULL AND person7.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of6:PART_OF*0..2]->(business13:Business)-[owned_by10:OWNED_BY]->(owner5:Person)
      WHERE all(step19 IN part_of6 WHERE coalesce(step19.validFrom <= $given.now, true) AND coalesce(step19.validTo > $given.now, true) AND step19.retractedAt IS NULL) AND business13.retractedAt IS NULL AND coalesce(owned_by10.validFrom <= $given.now, true) AND coalesce(owned_by10.validTo > $given.now, true) AND owned_by10.retractedAt IS NULL AND owner5.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner5)-[protected_as7:PROTECTED_AS]->(protection36:Protection)
        WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection36.retractedAt IS NULL
        AND ctx.id <> owner5.id AND protection36.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection36.code
      } + CASE WHEN ctx.id <> owner5.id AND owner5.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner5Codes
      WHERE size(owner5Codes) > 0
      RETURN owner5Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business8.name END}, {relationship: 'EMPLOYED_BY', label: 'Business', id: CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by11:OWNED_BY]->(person8:Person)
      WHERE owned_by11.validFrom <= $given.now AND coalesce(owned_by11.validTo, 9007199254740991) > $given.now AND owned_by11.retractedAt IS NULL AND person8.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of7:PART_OF*0..2]->(business14:Business)-[owned_by12:OWNED_BY]->(owner6:Person)
      WHERE all(step20 IN part_of7 WHERE coalesce(step20.validFrom <= $given.now, true) AND coalesce(step20.validTo > $given.now, true) AND step20.retractedAt IS NULL) AND business14.retractedAt IS NULL AND coalesce(owned_by12.validFrom <= $given.now, true) AND coalesce(owned_by12.validTo > $given.now, true) AND owned_by12.retractedAt IS NULL AND owner6.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner6)-[protected_as8:PROTECTED_AS]->(protection37:Protection)
        WHERE coalesce(protected_as8.validFrom <= $given.now, true) AND coalesce(protected_as8.validTo > $given.now, true) AND protected_as8.retractedAt IS NULL AND protection37.retractedAt IS NULL
        AND ctx.id <> owner6.id AND protection37.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection37.code
      } + CASE WHEN ctx.id <> owner6.id AND owner6.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner6Codes
      WHERE size(owner6Codes) > 0
      RETURN owner6Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business8.id END, name: CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by13:OWNED_BY]->(person9:Person)
      WHERE owned_by13.validFrom <= $given.now AND coalesce(owned_by13.validTo, 9007199254740991) > $given.now AND owned_by13.retractedAt IS NULL AND person9.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of8:PART_OF*0..2]->(business15:Business)-[owned_by14:OWNED_BY]->(owner7:Person)
      WHERE all(step21 IN part_of8 WHERE coalesce(step21.validFrom <= $given.now, true) AND coalesce(step21.validTo > $given.now, true) AND step21.retractedAt IS NULL) AND business15.retractedAt IS NULL AND coalesce(owned_by14.validFrom <= $given.now, true) AND coalesce(owned_by14.validTo > $given.now, true) AND owned_by14.retractedAt IS NULL AND owner7.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner7)-[protected_as9:PROTECTED_AS]->(protection38:Protection)
        WHERE coalesce(protected_as9.validFrom <= $given.now, true) AND coalesce(protected_as9.validTo > $given.now, true) AND protected_as9.retractedAt IS NULL AND protection38.retractedAt IS NULL
        AND ctx.id <> owner7.id AND protection38.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection38.code
      } + CASE WHEN ctx.id <> owner7.id AND owner7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner7Codes
      WHERE size(owner7Codes) > 0
      RETURN owner7Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business8.name END}], validTo: reduce(least = null, each IN [end IN [CASE WHEN (true AND 'MANDATES' IN person2Mask) THEN to12.validTo END, about2.validTo, CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by15:OWNED_BY]->(person10:Person)
      WHERE owned_by15.validFrom <= $given.now AND coalesce(owned_by15.validTo, 9007199254740991) > $given.now AND owned_by15.retractedAt IS NULL AND person10.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of9:PART_OF*0..2]->(business16:Business)-[owned_by16:OWNED_BY]->(owner8:Person)
      WHERE all(step22 IN part_of9 WHERE coalesce(step22.validFrom <= $given.now, true) AND coalesce(step22.validTo > $given.now, true) AND step22.retractedAt IS NULL) AND business16.retractedAt IS NULL AND coalesce(owned_by16.validFrom <= $given.now, true) AND coalesce(owned_by16.validTo > $given.now, true) AND owned_by16.retractedAt IS NULL AND owner8.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner8)-[protected_as10:PROTECTED_AS]->(protection39:Protection)
        WHERE coalesce(protected_as10.validFrom <= $given.now, true) AND coalesce(protected_as10.validTo > $given.now, true) AND protected_as10.retractedAt IS NULL AND protection39.retractedAt IS NULL
        AND ctx.id <> owner8.id AND protection39.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection39.code
      } + CASE WHEN ctx.id <> owner8.id AND owner8.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner8Codes
      WHERE size(owner8Codes) > 0
      RETURN owner8Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN employed_by4.validTo END, CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by17:OWNED_BY]->(person11:Person)
      WHERE owned_by17.validFrom <= $given.now AND coalesce(owned_by17.validTo, 9007199254740991) > $given.now AND owned_by17.retractedAt IS NULL AND person11.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of10:PART_OF*0..2]->(business17:Business)-[owned_by18:OWNED_BY]->(owner9:Person)
      WHERE all(step23 IN part_of10 WHERE coalesce(step23.validFrom <= $given.now, true) AND coalesce(step23.validTo > $given.now, true) AND step23.retractedAt IS NULL) AND business17.retractedAt IS NULL AND coalesce(owned_by18.validFrom <= $given.now, true) AND coalesce(owned_by18.validTo > $given.now, true) AND owned_by18.retractedAt IS NULL AND owner9.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner9)-[protected_as11:PROTECTED_AS]->(protection40:Protection)
        WHERE coalesce(protected_as11.validFrom <= $given.now, true) AND coalesce(protected_as11.validTo > $given.now, true) AND protected_as11.retractedAt IS NULL AND protection40.retractedAt IS NULL
        AND ctx.id <> owner9.id AND protection40.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection40.code
      } + CASE WHEN ctx.id <> owner9.id AND owner9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner9Codes
      WHERE size(owner9Codes) > 0
      RETURN owner9Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN from14.validTo END, CASE WHEN (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business8)-[owned_by19:OWNED_BY]->(person12:Person)
      WHERE owned_by19.validFrom <= $given.now AND coalesce(owned_by19.validTo, 9007199254740991) > $given.now AND owned_by19.retractedAt IS NULL AND person12.retractedAt IS NULL
    } AND business8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business8)-[part_of11:PART_OF*0..2]->(business18:Business)-[owned_by20:OWNED_BY]->(owner10:Person)
      WHERE all(step24 IN part_of11 WHERE coalesce(step24.validFrom <= $given.now, true) AND coalesce(step24.validTo > $given.now, true) AND step24.retractedAt IS NULL) AND business18.retractedAt IS NULL AND coalesce(owned_by20.validFrom <= $given.now, true) AND coalesce(owned_by20.validTo > $given.now, true) AND owned_by20.retractedAt IS NULL AND owner10.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner10)-[protected_as12:PROTECTED_AS]->(protection41:Protection)
        WHERE coalesce(protected_as12.validFrom <= $given.now, true) AND coalesce(protected_as12.validTo > $given.now, true) AND protected_as12.retractedAt IS NULL AND protection41.retractedAt IS NULL
        AND ctx.id <> owner10.id AND protection41.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection41.code
      } + CASE WHEN ctx.id <> owner10.id AND owner10.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner10Codes
      WHERE size(owner10Codes) > 0
      RETURN owner10Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN employed_by5.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons6
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2) {
    MATCH (viewer8:Person {id: $given.viewer})
    MATCH (viewer8)-[holds2:HOLDS]->(position4:Position)-[at4:AT]->(business19:Business)<-[part_of12:PART_OF*0..2]-(business20:Business)<-[employed_by6:EMPLOYED_BY]-(person2)
    WHERE holds2.validFrom <= $given.now AND coalesce(holds2.validTo, 9007199254740991) > $given.now AND holds2.retractedAt IS NULL AND position4.retractedAt IS NULL AND at4.validFrom <= $given.now AND coalesce(at4.validTo, 9007199254740991) > $given.now AND at4.retractedAt IS NULL AND business19.retractedAt IS NULL AND all(step25 IN part_of12 WHERE step25.validFrom <= $given.now AND coalesce(step25.validTo, 9007199254740991) > $given.now AND step25.retractedAt IS NULL) AND business20.retractedAt IS NULL AND employed_by6.validFrom <= $given.now AND coalesce(employed_by6.validTo, 9007199254740991) > $given.now AND employed_by6.retractedAt IS NULL
    RETURN collect({rule: 'business.attached-person', path_of: '(viewer:Person|Employee)-[:HOLDS]->(position:Position)-[:AT]->(business:Business)<-[:PART_OF*0..2]-(:Business)<-[:EMPLOYED_BY]-(subject:Person)', gives: CASE WHEN size(codes2) = 0 THEN reduce(found26 = [], seat4 IN [seat4 IN ctx.seats WHERE seat4.position = position4.id AND seat4.reach IN ['LOCAL']] | found26 + seat4.codes + seat4.themed) ELSE [] END, words: {business_name: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business19)-[owned_by21:OWNED_BY]->(person13:Person)
      WHERE owned_by21.validFrom <= $given.now AND coalesce(owned_by21.validTo, 9007199254740991) > $given.now AND owned_by21.retractedAt IS NULL AND person13.retractedAt IS NULL
    } AND business19.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business19)-[part_of13:PART_OF*0..2]->(business21:Business)-[owned_by22:OWNED_BY]->(owner11:Person)
      WHERE all(step26 IN part_of13 WHERE coalesce(step26.validFrom <= $given.now, true) AND coalesce(step26.validTo > $given.now, true) AND step26.retractedAt IS NULL) AND business21.retractedAt IS NULL AND coalesce(owned_by22.validFrom <= $given.now, true) AND coalesce(owned_by22.validTo > $given.now, true) AND owned_by22.retractedAt IS NULL AND owner11.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner11)-[protected_as13:PROTECTED_AS]->(protection42:Protection)
        WHERE coalesce(protected_as13.validFrom <= $given.now, true) AND coalesce(protected_as13.validTo > $given.now, true) AND protected_as13.retractedAt IS NULL AND protection42.retractedAt IS NULL
        AND ctx.id <> owner11.id AND protection42.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection42.code
      } + CASE WHEN ctx.id <> owner11.id AND owner11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner11Codes
      WHERE size(owner11Codes) > 0
      RETURN owner11Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business19.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 THEN position4.id END, name: null}, {relationship: 'AT', label: 'Business', id: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business19)-[owned_by23:OWNED_BY]->(person14:Person)
      WHERE owned_by23.validFrom <= $given.now AND coalesce(owned_by23.validTo, 9007199254740991) > $given.now AND owned_by23.retractedAt IS NULL AND person14.retractedAt IS NULL
    } AND business19.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business19)-[part_of14:PART_OF*0..2]->(business22:Business)-[owned_by24:OWNED_BY]->(owner12:Person)
      WHERE all(step27 IN part_of14 WHERE coalesce(step27.validFrom <= $given.now, true) AND coalesce(step27.validTo > $given.now, true) AND step27.retractedAt IS NULL) AND business22.retractedAt IS NULL AND coalesce(owned_by24.validFrom <= $given.now, true) AND coalesce(owned_by24.validTo > $given.now, true) AND owned_by24.retractedAt IS NULL AND owner12.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner12)-[protected_as14:PROTECTED_AS]->(protection43:Protection)
        WHERE coalesce(protected_as14.validFrom <= $given.now, true) AND coalesce(protected_as14.validTo > $given.now, true) AND protected_as14.retractedAt IS NULL AND protection43.retractedAt IS NULL
        AND ctx.id <> owner12.id AND protection43.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection43.code
      } + CASE WHEN ctx.id <> owner12.id AND owner12.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner12Codes
      WHERE size(owner12Codes) > 0
      RETURN owner12Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business19.id END, name: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business19)-[owned_by25:OWNED_BY]->(person15:Person)
      WHERE owned_by25.validFrom <= $given.now AND coalesce(owned_by25.validTo, 9007199254740991) > $given.now AND owned_by25.retractedAt IS NULL AND person15.retractedAt IS NULL
    } AND business19.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business19)-[part_of15:PART_OF*0..2]->(business23:Business)-[owned_by26:OWNED_BY]->(owner13:Person)
      WHERE all(step28 IN part_of15 WHERE coalesce(step28.validFrom <= $given.now, true) AND coalesce(step28.validTo > $given.now, true) AND step28.retractedAt IS NULL) AND business23.retractedAt IS NULL AND coalesce(owned_by26.validFrom <= $given.now, true) AND coalesce(owned_by26.validTo > $given.now, true) AND owned_by26.retractedAt IS NULL AND owner13.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner13)-[protected_as15:PROTECTED_AS]->(protection44:Protection)
        WHERE coalesce(protected_as15.validFrom <= $given.now, true) AND coalesce(protected_as15.validTo > $given.now, true) AND protected_as15.retractedAt IS NULL AND protection44.retractedAt IS NULL
        AND ctx.id <> owner13.id AND protection44.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection44.code
      } + CASE WHEN ctx.id <> owner13.id AND owner13.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner13Codes
      WHERE size(owner13Codes) > 0
      RETURN owner13Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business19.name END}, {relationship: 'PART_OF', label: 'Business', id: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business20)-[owned_by27:OWNED_BY]->(person16:Person)
      WHERE owned_by27.validFrom <= $given.now AND coalesce(owned_by27.validTo, 9007199254740991) > $given.now AND owned_by27.retractedAt IS NULL AND person16.retractedAt IS NULL
    } AND business20.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business20)-[part_of16:PART_OF*0..2]->(business24:Business)-[owned_by28:OWNED_BY]->(owner14:Person)
      WHERE all(step29 IN part_of16 WHERE coalesce(step29.validFrom <= $given.now, true) AND coalesce(step29.validTo > $given.now, true) AND step29.retractedAt IS NULL) AND business24.retractedAt IS NULL AND coalesce(owned_by28.validFrom <= $given.now, true) AND coalesce(owned_by28.validTo > $given.now, true) AND owned_by28.retractedAt IS NULL AND owner14.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner14)-[protected_as16:PROTECTED_AS]->(protection45:Protection)
        WHERE coalesce(protected_as16.validFrom <= $given.now, true) AND coalesce(protected_as16.validTo > $given.now, true) AND protected_as16.retractedAt IS NULL AND protection45.retractedAt IS NULL
        AND ctx.id <> owner14.id AND protection45.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection45.code
      } + CASE WHEN ctx.id <> owner14.id AND owner14.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner14Codes
      WHERE size(owner14Codes) > 0
      RETURN owner14Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business20.id END, name: CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business20)-[owned_by29:OWNED_BY]->(person17:Person)
      WHERE owned_by29.validFrom <= $given.now AND coalesce(owned_by29.validTo, 9007199254740991) > $given.now AND owned_by29.retractedAt IS NULL AND person17.retractedAt IS NULL
    } AND business20.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business20)-[part_of17:PART_OF*0..2]->(business25:Business)-[owned_by30:OWNED_BY]->(owner15:Person)
      WHERE all(step30 IN part_of17 WHERE coalesce(step30.validFrom <= $given.now, true) AND coalesce(step30.validTo > $given.now, true) AND step30.retractedAt IS NULL) AND business25.retractedAt IS NULL AND coalesce(owned_by30.validFrom <= $given.now, true) AND coalesce(owned_by30.validTo > $given.now, true) AND owned_by30.retractedAt IS NULL AND owner15.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner15)-[protected_as17:PROTECTED_AS]->(protection46:Protection)
        WHERE coalesce(protected_as17.validFrom <= $given.now, true) AND coalesce(protected_as17.validTo > $given.now, true) AND protected_as17.retractedAt IS NULL AND protection46.retractedAt IS NULL
        AND ctx.id <> owner15.id AND protection46.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection46.code
      } + CASE WHEN ctx.id <> owner15.id AND owner15.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner15Codes
      WHERE size(owner15Codes) > 0
      RETURN owner15Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business20.name END}, {relationship: 'EMPLOYED_BY', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 THEN holds2.validTo END, CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business19)-[owned_by31:OWNED_BY]->(person18:Person)
      WHERE owned_by31.validFrom <= $given.now AND coalesce(owned_by31.validTo, 9007199254740991) > $given.now AND owned_by31.retractedAt IS NULL AND person18.retractedAt IS NULL
    } AND business19.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business19)-[part_of18:PART_OF*0..2]->(business26:Business)-[owned_by32:OWNED_BY]->(owner16:Person)
      WHERE all(step31 IN part_of18 WHERE coalesce(step31.validFrom <= $given.now, true) AND coalesce(step31.validTo > $given.now, true) AND step31.retractedAt IS NULL) AND business26.retractedAt IS NULL AND coalesce(owned_by32.validFrom <= $given.now, true) AND coalesce(owned_by32.validTo > $given.now, true) AND owned_by32.retractedAt IS NULL AND owner16.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner16)-[protected_as18:PROTECTED_AS]->(protection47:Protection)
        WHERE coalesce(protected_as18.validFrom <= $given.now, true) AND coalesce(protected_as18.validTo > $given.now, true) AND protected_as18.retractedAt IS NULL AND protection47.retractedAt IS NULL
        AND ctx.id <> owner16.id AND protection47.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection47.code
      } + CASE WHEN ctx.id <> owner16.id AND owner16.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner16Codes
      WHERE size(owner16Codes) > 0
      RETURN owner16Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN at4.validTo END, CASE WHEN 'WORK' IN person2Mask AND size(person2Places) = 0 THEN employed_by6.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons7
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2) {
    MATCH (viewer9:Person {id: $given.viewer})
    MATCH (viewer9)-[holds3:HOLDS]->(position5:Position)-[at5:AT]->(business27:Business)<-[to13:TO]-(mandate20:Mandate {kind: 'PROXY'})-[from15:FROM]->(person2)
    WHERE holds3.validFrom <= $given.now AND coalesce(holds3.validTo, 9007199254740991) > $given.now AND holds3.retractedAt IS NULL AND position5.retractedAt IS NULL AND at5.validFrom <= $given.now AND coalesce(at5.validTo, 9007199254740991) > $given.now AND at5.retractedAt IS NULL AND business27.retractedAt IS NULL AND to13.validFrom <= $given.now AND coalesce(to13.validTo, 9007199254740991) > $given.now AND to13.retractedAt IS NULL AND mandate20.validFrom <= $given.now AND coalesce(mandate20.validTo, 9007199254740991) > $given.now AND mandate20.retractedAt IS NULL AND mandate20.revokedAt IS NULL AND from15.validFrom <= $given.now AND coalesce(from15.validTo, 9007199254740991) > $given.now AND from15.retractedAt IS NULL
    WITH * WHERE 'READ' IN mandate20.actions
    WITH *, COLLECT {
      MATCH (mandate20)-[covers17:COVERS]->(category8:Category)
      WHERE covers17.retractedAt IS NULL AND category8.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers17.validFrom <= $given.now AND coalesce(covers17.validTo, 9007199254740991) > $given.now AND covers17.retractedAt IS NULL THEN category8.code ELSE '' END
    } AS named8, COLLECT {
      MATCH (mandate20)-[covers18:COVERS]->(theme15:Theme)
      WHERE covers18.retractedAt IS NULL AND theme15.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers18.validFrom <= $given.now AND coalesce(covers18.validTo, 9007199254740991) > $given.now AND covers18.retractedAt IS NULL THEN theme15.code ELSE '' END
    } AS themes8
    RETURN collect({rule: 'business.proxy', path_of: '(viewer:Person)-[:HOLDS]->(position:Position)-[:AT]->(business:Business)<-[:TO]-(mandate:Mandate {kind: \'PROXY\'})-[:FROM]->(subject:Person)', gives: CASE WHEN none(code29 IN codes2 WHERE NOT code29 IN COLLECT {
      MATCH (mandate20)-[cleared_for14:CLEARED_FOR]->(protection48:Protection)-[opens14:OPENS*0..1]->(protection49:Protection)
      WHERE cleared_for14.validFrom <= $given.now AND coalesce(cleared_for14.validTo, 9007199254740991) > $given.now AND cleared_for14.retractedAt IS NULL AND protection48.retractedAt IS NULL AND all(step32 IN opens14 WHERE step32.validFrom <= $given.now AND coalesce(step32.validTo, 9007199254740991) > $given.now AND step32.retractedAt IS NULL) AND protection49.retractedAt IS NULL
      RETURN DISTINCT protection49.code
    }) THEN [entry5 IN reduce(found27 = [], seat5 IN [seat5 IN ctx.seats WHERE seat5.position = position5.id AND seat5.reach IN ['LOCAL']] | found27 + seat5.codes + seat5.themed) WHERE entry5 IN reduce(found28 = [], code28 IN CASE WHEN size(named8) > 0 THEN named8 + CASE WHEN 'IDENTITY' IN named8 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found28 + CASE WHEN code28 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code28] + CASE WHEN code28 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme16 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme16 <> '' | code28 + ':' + theme16] ELSE [] END ELSE [] END) OR (entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN reduce(found28 = [], code28 IN CASE WHEN size(named8) > 0 THEN named8 + CASE WHEN 'IDENTITY' IN named8 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found28 + CASE WHEN code28 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code28] + CASE WHEN code28 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme16 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme16 <> '' | code28 + ':' + theme16] ELSE [] END ELSE [] END))] + [entry6 IN reduce(found28 = [], code28 IN CASE WHEN size(named8) > 0 THEN named8 + CASE WHEN 'IDENTITY' IN named8 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found28 + CASE WHEN code28 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code28] + CASE WHEN code28 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme16 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme16 <> '' | code28 + ':' + theme16] ELSE [] END ELSE [] END) WHERE entry6 CONTAINS ':' AND split(entry6, ':')[0] + ':*' IN reduce(found27 = [], seat5 IN [seat5 IN ctx.seats WHERE seat5.position = position5.id AND seat5.reach IN ['LOCAL']] | found27 + seat5.codes + seat5.themed)] ELSE [] END, words: {business_name: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business27)-[owned_by33:OWNED_BY]->(person19:Person)
      WHERE owned_by33.validFrom <= $given.now AND coalesce(owned_by33.validTo, 9007199254740991) > $given.now AND owned_by33.retractedAt IS NULL AND person19.retractedAt IS NULL
    } AND business27.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business27)-[part_of19:PART_OF*0..2]->(business28:Business)-[owned_by34:OWNED_BY]->(owner17:Person)
      WHERE all(step33 IN part_of19 WHERE coalesce(step33.validFrom <= $given.now, true) AND coalesce(step33.validTo > $given.now, true) AND step33.retractedAt IS NULL) AND business28.retractedAt IS NULL AND coalesce(owned_by34.validFrom <= $given.now, true) AND coalesce(owned_by34.validTo > $given.now, true) AND owned_by34.retractedAt IS NULL AND owner17.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner17)-[protected_as19:PROTECTED_AS]->(protection50:Protection)
        WHERE coalesce(protected_as19.validFrom <= $given.now, true) AND coalesce(protected_as19.validTo > $given.now, true) AND protected_as19.retractedAt IS NULL AND protection50.retractedAt IS NULL
        AND ctx.id <> owner17.id AND protection50.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection50.code
      } + CASE WHEN ctx.id <> owner17.id AND owner17.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner17Codes
      WHERE size(owner17Codes) > 0
      RETURN owner17Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business27.name END}, path: [{relationship: 'HOLDS', label: 'Position', id: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN position5.id END, name: null}, {relationship: 'AT', label: 'Business', id: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business27)-[owned_by35:OWNED_BY]->(person20:Person)
      WHERE owned_by35.validFrom <= $given.now AND coalesce(owned_by35.validTo, 9007199254740991) > $given.now AND owned_by35.retractedAt IS NULL AND person20.retractedAt IS NULL
    } AND business27.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business27)-[part_of20:PART_OF*0..2]->(business29:Business)-[owned_by36:OWNED_BY]->(owner18:Person)
      WHERE all(step34 IN part_of20 WHERE coalesce(step34.validFrom <= $given.now, true) AND coalesce(step34.validTo > $given.now, true) AND step34.retractedAt IS NULL) AND business29.retractedAt IS NULL AND coalesce(owned_by36.validFrom <= $given.now, true) AND coalesce(owned_by36.validTo > $given.now, true) AND owned_by36.retractedAt IS NULL AND owner18.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner18)-[protected_as20:PROTECTED_AS]->(protection51:Protection)
        WHERE coalesce(protected_as20.validFrom <= $given.now, true) AND coalesce(protected_as20.validTo > $given.now, true) AND protected_as20.retractedAt IS NULL AND protection51.retractedAt IS NULL
        AND ctx.id <> owner18.id AND protection51.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection51.code
      } + CASE WHEN ctx.id <> owner18.id AND owner18.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner18Codes
      WHERE size(owner18Codes) > 0
      RETURN owner18Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business27.id END, name: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business27)-[owned_by37:OWNED_BY]->(person21:Person)
      WHERE owned_by37.validFrom <= $given.now AND coalesce(owned_by37.validTo, 9007199254740991) > $given.now AND owned_by37.retractedAt IS NULL AND person21.retractedAt IS NULL
    } AND business27.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business27)-[part_of21:PART_OF*0..2]->(business30:Business)-[owned_by38:OWNED_BY]->(owner19:Person)
      WHERE all(step35 IN part_of21 WHERE coalesce(step35.validFrom <= $given.now, true) AND coalesce(step35.validTo > $given.now, true) AND step35.retractedAt IS NULL) AND business30.retractedAt IS NULL AND coalesce(owned_by38.validFrom <= $given.now, true) AND coalesce(owned_by38.validTo > $given.now, true) AND owned_by38.retractedAt IS NULL AND owner19.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner19)-[protected_as21:PROTECTED_AS]->(protection52:Protection)
        WHERE coalesce(protected_as21.validFrom <= $given.now, true) AND coalesce(protected_as21.validTo > $given.now, true) AND protected_as21.retractedAt IS NULL AND protection52.retractedAt IS NULL
        AND ctx.id <> owner19.id AND protection52.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection52.code
      } + CASE WHEN ctx.id <> owner19.id AND owner19.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner19Codes
      WHERE size(owner19Codes) > 0
      RETURN owner19Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN business27.name END}, {relationship: 'TO', label: 'Mandate', id: CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'MANDATES' IN person2Mask) THEN mandate20.id END, name: null}, {relationship: 'FROM', label: 'Person', id: person2.id, name: null}], validTo: reduce(least = null, each IN [end IN [CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN holds3.validTo END, CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'WORK' IN person2Mask) AND size(CASE WHEN NOT EXISTS {
      MATCH (business27)-[owned_by39:OWNED_BY]->(person22:Person)
      WHERE owned_by39.validFrom <= $given.now AND coalesce(owned_by39.validTo, 9007199254740991) > $given.now AND owned_by39.retractedAt IS NULL AND person22.retractedAt IS NULL
    } AND business27.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (business27)-[part_of22:PART_OF*0..2]->(business31:Business)-[owned_by40:OWNED_BY]->(owner20:Person)
      WHERE all(step36 IN part_of22 WHERE coalesce(step36.validFrom <= $given.now, true) AND coalesce(step36.validTo > $given.now, true) AND step36.retractedAt IS NULL) AND business31.retractedAt IS NULL AND coalesce(owned_by40.validFrom <= $given.now, true) AND coalesce(owned_by40.validTo > $given.now, true) AND owned_by40.retractedAt IS NULL AND owner20.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner20)-[protected_as22:PROTECTED_AS]->(protection53:Protection)
        WHERE coalesce(protected_as22.validFrom <= $given.now, true) AND coalesce(protected_as22.validTo > $given.now, true) AND protected_as22.retractedAt IS NULL AND protection53.retractedAt IS NULL
        AND ctx.id <> owner20.id AND protection53.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection53.code
      } + CASE WHEN ctx.id <> owner20.id AND owner20.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS owner20Codes
      WHERE size(owner20Codes) > 0
      RETURN owner20Codes
    } THEN ['OWNER'] ELSE [] END) = 0 THEN at5.validTo END, CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 AND (true AND 'MANDATES' IN person2Mask) THEN to13.validTo END, CASE WHEN 'MANDATES' IN person2Mask AND size(person2Places) = 0 THEN from15.validTo END] WHERE end IS NOT NULL] | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)}) AS reasons8
  }
  RETURN head(collect({it: {id: person2.id}, access: {mask: person2Mask, codes: person2Codes, offered: CASE WHEN size(person2Codes) > 0 THEN person2Offered ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects, reasons: reasons + reasons2 + reasons3 + reasons4 + reasons5 + reasons6 + reasons7 + reasons8})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, person
