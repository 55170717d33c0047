// Family (person)
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
  MATCH (viewer)<-[to9:TO]-(mandate14:Mandate)
  WHERE to9.validFrom <= $given.now AND coalesce(to9.validTo, 9007199254740991) > $given.now AND to9.retractedAt IS NULL AND mandate14.validFrom <= $given.now AND coalesce(mandate14.validTo, 9007199254740991) > $given.now AND mandate14.retractedAt IS NULL AND mandate14.revokedAt IS NULL
  RETURN collect(DISTINCT mandate14) AS mandates5
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
  UNWIND positions AS position4
  MATCH (position4)-[in:IN]->(role:Role)
  WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND role.retractedAt IS NULL
  WITH position4, role, COLLECT {
    MATCH (role)-[covers16:COVERS]->(category8:Category)
    WHERE covers16.validFrom <= $given.now AND coalesce(covers16.validTo, 9007199254740991) > $given.now AND covers16.retractedAt IS NULL AND category8.retractedAt IS NULL
    AND 'READ' IN coalesce(covers16.actions, ['READ'])
    UNWIND [category8.code] + CASE category8.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code46
    WITH code46
    WHERE code46 IN covered
    RETURN DISTINCT code46
  } AS codes, COLLECT {
    MATCH (role)-[covers17:COVERS]->(category9:Category)
    WHERE covers17.validFrom <= $given.now AND coalesce(covers17.validTo, 9007199254740991) > $given.now AND covers17.retractedAt IS NULL AND category9.retractedAt IS NULL
    MATCH (role)-[handles:HANDLES]->(theme15:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme15.retractedAt IS NULL
    AND 'READ' IN coalesce(covers17.actions, ['READ']) AND category9.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category9.code IN covered
    RETURN DISTINCT category9.code + ':' + theme15.code
  } AS themed
  RETURN collect({position: position4.id, reach: role.reach, codes: codes, themed: themed}) AS seats
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
  UNWIND mandates5 AS mandate15
  MATCH (mandate15)-[from10:FROM]->(subject6)
  WHERE from10.validFrom <= $given.now AND coalesce(from10.validTo, 9007199254740991) > $given.now AND from10.retractedAt IS NULL AND subject6.retractedAt IS NULL
  MATCH (mandate15)-[cleared_for8:CLEARED_FOR]->(protection18:Protection)-[opens8:OPENS*0..1]->(protection19)
  WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL AND protection18.retractedAt IS NULL AND all(step10 IN opens8 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL) AND protection19.retractedAt IS NULL
  RETURN collect(DISTINCT [subject6.id, protection19.id]) AS subjectExcepted
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate16
  MATCH (mandate16)-[from11:FROM]->(sharer2)
  WHERE from11.validFrom <= $given.now AND coalesce(from11.validTo, 9007199254740991) > $given.now AND from11.retractedAt IS NULL AND sharer2.retractedAt IS NULL
  MATCH (mandate16)-[cleared_for9:CLEARED_FOR]->(protection21:Protection)-[opens9:OPENS*0..1]->(protection22)
  WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection21.retractedAt IS NULL AND all(step11 IN opens9 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL) AND protection22.retractedAt IS NULL
  RETURN collect(DISTINCT [sharer2.id, protection22.id]) AS sharerExcepted
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
  CALL (ctx, person2, person2Mask) {
    MATCH (person2)-[edge:PARENT_OF|PARTNER_OF]-(node:Person)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = node.id THEN 'PARENT' WHEN type(edge) IN ['PARENT_OF'] AND startNode(edge).id = person2.id THEN 'CHILD' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = person2.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge) IN ['PARTNER_OF'] AND startNode(edge).id = node.id AND edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says
    WITH * WHERE says IS NOT NULL
    WITH *, COLLECT {
      MATCH (node)-[protected_as2:PROTECTED_AS]->(protection14:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection14.retractedAt IS NULL
      AND ctx.id <> node.id AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection14.code
    } + CASE WHEN ctx.id <> node.id AND node.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS nodeCodes
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (node)-[employed_by4:EMPLOYED_BY]->(business8:Business)-[part_of2:PART_OF*0..2]->(business9:Business)
      WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business8.retractedAt IS NULL AND all(step8 IN part_of2 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL) AND business9.retractedAt IS NULL
      RETURN DISTINCT business9.id
    } ELSE [] END AS business9s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (node)<-[from8:FROM]-(mandate12:Mandate {kind: 'PROXY'})-[to7:TO]->(business10:Business)
      WHERE from8.validFrom <= $given.now AND coalesce(from8.validTo, 9007199254740991) > $given.now AND from8.retractedAt IS NULL AND mandate12.validFrom <= $given.now AND coalesce(mandate12.validTo, 9007199254740991) > $given.now AND mandate12.retractedAt IS NULL AND mandate12.revokedAt IS NULL AND to7.validFrom <= $given.now AND coalesce(to7.validTo, 9007199254740991) > $given.now AND to7.retractedAt IS NULL AND business10.retractedAt IS NULL
      AND 'READ' IN mandate12.actions
      WITH *, COLLECT {
        MATCH (mandate12)-[covers10:COVERS]->(category5:Category)
        WHERE covers10.retractedAt IS NULL AND category5.retractedAt IS NULL
        RETURN DISTINCT CASE WHEN covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL THEN category5.code ELSE '' END
      } AS named5, COLLECT {
        MATCH (mandate12)-[covers11:COVERS]->(theme9:Theme)
        WHERE covers11.retractedAt IS NULL AND theme9.retractedAt IS NULL
        RETURN DISTINCT CASE WHEN covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL THEN theme9.code ELSE '' END
      } AS themes5
      RETURN {at: business10.id, gives: reduce(found30 = [], code24 IN CASE WHEN size(named5) > 0 THEN named5 + CASE WHEN 'IDENTITY' IN named5 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes5) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found30 + CASE WHEN code24 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes5 = [''] THEN [code24] + CASE WHEN code24 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme10 IN CASE WHEN size(themes5) > 0 THEN themes5 ELSE ['*'] END WHERE theme10 <> '' | code24 + ':' + theme10] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate12)-[cleared_for7:CLEARED_FOR]->(protection15:Protection)-[opens7:OPENS*0..1]->(protection16:Protection)
        WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL AND protection15.retractedAt IS NULL AND all(step9 IN opens7 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL) AND protection16.retractedAt IS NULL
        RETURN DISTINCT protection16.code
      }}
    } ELSE [] END AS business10s
    WITH *, CASE WHEN ctx.id = node.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found23 = [], row14 IN ctx.proxy | CASE WHEN node.id IN row14.at THEN found23 + row14.gives ELSE found23 END) + reduce(found24 = [], row15 IN ctx.guardian | CASE WHEN node.id IN row15.at THEN found24 + row15.gives ELSE found24 END) + reduce(found25 = [], row16 IN ctx.guardian2 | CASE WHEN node.id IN row16.at THEN found25 + row16.gives ELSE found25 END) + reduce(found26 = [], row17 IN ctx.parentalResponsibility | CASE WHEN node.id IN row17.at THEN found26 + row17.gives ELSE found26 END) + reduce(found27 = [], row18 IN ctx.lineManager | CASE WHEN node.id IN row18.at THEN found27 + row18.gives ELSE found27 END) + reduce(found28 = [], row19 IN ctx.attachedPerson | CASE WHEN any(key IN business9s WHERE key IN row19.at) THEN found28 + row19.gives ELSE found28 END) + reduce(found29 = [], row20 IN ctx.proxy2 | reduce(found31 = found29, key4 IN business10s | CASE WHEN key4.at IN row20.at THEN found31 + [entry5 IN row20.gives WHERE entry5 IN key4.gives OR (entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN key4.gives)] + [entry6 IN key4.gives WHERE entry6 CONTAINS ':' AND split(entry6, ':')[0] + ':*' IN row20.gives] ELSE found31 END)) AS nodeOffered
    WITH *, CASE WHEN size(nodeCodes) > 0 THEN reduce(found32 = [], row21 IN ctx.proxy | CASE WHEN node.id IN row21.at AND none(code26 IN nodeCodes WHERE NOT code26 IN row21.lifts) THEN found32 + row21.gives ELSE found32 END) + reduce(found33 = [], row22 IN ctx.guardian | CASE WHEN node.id IN row22.at AND none(code27 IN nodeCodes WHERE NOT code27 IN row22.lifts) THEN found33 + row22.gives ELSE found33 END) + reduce(found34 = [], row23 IN ctx.guardian2 | CASE WHEN node.id IN row23.at AND none(code28 IN nodeCodes WHERE NOT code28 IN row23.lifts) THEN found34 + row23.gives ELSE found34 END) + reduce(found35 = [], row24 IN ctx.parentalResponsibility | CASE WHEN node.id IN row24.at AND none(code29 IN nodeCodes WHERE NOT code29 IN row24.lifts) THEN found35 + row24.gives ELSE found35 END) + reduce(found36 = [], row25 IN ctx.lineManager | CASE WHEN node.id IN row25.at AND none(code30 IN nodeCodes WHERE NOT code30 IN row25.lifts) THEN found36 + row25.gives ELSE found36 END) + reduce(found37 = [], row26 IN ctx.proxy2 | reduce(found38 = found37, key5 IN business10s | CASE WHEN key5.at IN row26.at AND none(code31 IN nodeCodes WHERE NOT code31 IN key5.lifts) THEN found38 + [entry7 IN row26.gives WHERE entry7 IN key5.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key5.gives)] + [entry8 IN key5.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row26.gives] ELSE found38 END)) ELSE nodeOffered END + CASE WHEN size(nodeCodes) > 0 THEN [] ELSE ['CARD'] END AS nodeMask
    WITH * WHERE (false OR 'CARD' IN nodeMask)
    WITH * WHERE $given.a2 IS NULL OR edge.validFrom < $given.a2[0] OR (edge.validFrom = $given.a2[0] AND edge.id > $given.a2[1])
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT $given.a1 + 1
    WITH *, COLLECT {
      MATCH (node)-[protected:PROTECTED_AS]->(protection17:Protection)
      WHERE protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> node.id AND (protected.validFrom IS NULL OR protected.validFrom <= $given.now) AND (protected.validTo IS NULL OR protected.validTo > $given.now) AND NOT [node.id, protection17.id] IN ctx.subjectExcepted
      RETURN DISTINCT protection17.code
    } + COLLECT {
      MATCH (node)-[held:HAS_ADDRESS]->(address:Address)
      MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection20:Protection)
      WHERE protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> node.id AND (held.validFrom IS NULL OR held.validFrom <= $given.now) AND (held.validTo IS NULL OR held.validTo > $given.now) AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT [sharer.id, protection20.id] IN ctx.sharerExcepted AND NOT address.id IN ctx.addressExcepted
      RETURN DISTINCT protection20.code
    } + COLLECT {
      MATCH (node)-[held2:MEMBER_OF]->(household:Household)
      MATCH (household)<-[kept2:MEMBER_OF]-(sharer3:Person)-[protected3:PROTECTED_AS]->(protection23:Protection)
      WHERE protection23.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> node.id AND (held2.validFrom IS NULL OR held2.validFrom <= $given.now) AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT [sharer3.id, protection23.id] IN ctx.sharerExcepted AND NOT household.id IN ctx.householdExcepted
      RETURN DISTINCT protection23.code
    } AS nodePlaces
    CALL (ctx, node, nodeMask, nodePlaces) {
      MATCH (node)-[edge2:PARENT_OF|PARTNER_OF]-(node2:Person)
      WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL AND 'FAMILY' IN nodeMask
      WITH *, CASE WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node2.id THEN 'PARENT' WHEN type(edge2) IN ['PARENT_OF'] AND startNode(edge2).id = node.id THEN 'CHILD' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge2) IN ['PARTNER_OF'] AND startNode(edge2).id = node2.id AND edge2.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says2
      WITH * WHERE says2 IS NOT NULL
      WITH *, COLLECT {
        MATCH (node2)-[protected_as3:PROTECTED_AS]->(protection24:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection24.retractedAt IS NULL
        AND ctx.id <> node2.id AND protection24.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection24.code
      } + CASE WHEN ctx.id <> node2.id AND node2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node2Codes
      WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
        MATCH (node2)<-[from12:FROM]-(mandate17:Mandate {kind: 'PROXY'})-[to10:TO]->(business12:Business)
        WHERE from12.validFrom <= $given.now AND coalesce(from12.validTo, 9007199254740991) > $given.now AND from12.retractedAt IS NULL AND mandate17.validFrom <= $given.now AND coalesce(mandate17.validTo, 9007199254740991) > $given.now AND mandate17.retractedAt IS NULL AND mandate17.revokedAt IS NULL AND to10.validFrom <= $given.now AND coalesce(to10.validTo, 9007199254740991) > $given.now AND to10.retractedAt IS NULL AND business12.retractedAt IS NULL
        AND 'READ' IN mandate17.actions
        WITH *, COLLECT {
          MATCH (mandate17)-[covers12:COVERS]->(category6:Category)
          WHERE covers12.retractedAt IS NULL AND category6.retractedAt IS NULL
          RETURN DISTINCT CASE WHEN covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL THEN category6.code ELSE '' END
        } AS named6, COLLECT {
          MATCH (mandate17)-[covers13:COVERS]->(theme11:Theme)
          WHERE covers13.retractedAt IS NULL AND theme11.retractedAt IS NULL
          RETURN DISTINCT CASE WHEN covers13.validFrom <= $given.now AND coalesce(covers13.validTo, 9007199254740991) > $given.now AND covers13.retractedAt IS NULL THEN theme11.code ELSE '' END
        } AS themes6
        RETURN {at: business12.id, gives: reduce(found45 = [], code37 IN CASE WHEN size(named6) > 0 THEN named6 + CASE WHEN 'IDENTITY' IN named6 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found45 + CASE WHEN code37 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code37] + CASE WHEN code37 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme12 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme12 <> '' | code37 + ':' + theme12] ELSE [] END ELSE [] END), lifts: COLLECT {
          MATCH (mandate17)-[cleared_for10:CLEARED_FOR]->(protection25:Protection)-[opens10:OPENS*0..1]->(protection26:Protection)
          WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL AND protection25.retractedAt IS NULL AND all(step12 IN opens10 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL) AND protection26.retractedAt IS NULL
          RETURN DISTINCT protection26.code
        }}
      } ELSE [] END AS business12s
      WITH *, CASE WHEN size(node2Codes) > 0 THEN reduce(found39 = [], row27 IN ctx.proxy | CASE WHEN node2.id IN row27.at AND none(code32 IN node2Codes WHERE NOT code32 IN row27.lifts) THEN found39 + row27.gives ELSE found39 END) + reduce(found40 = [], row28 IN ctx.guardian | CASE WHEN node2.id IN row28.at AND none(code33 IN node2Codes WHERE NOT code33 IN row28.lifts) THEN found40 + row28.gives ELSE found40 END) + reduce(found41 = [], row29 IN ctx.guardian2 | CASE WHEN node2.id IN row29.at AND none(code34 IN node2Codes WHERE NOT code34 IN row29.lifts) THEN found41 + row29.gives ELSE found41 END) + reduce(found42 = [], row30 IN ctx.parentalResponsibility | CASE WHEN node2.id IN row30.at AND none(code35 IN node2Codes WHERE NOT code35 IN row30.lifts) THEN found42 + row30.gives ELSE found42 END) + reduce(found43 = [], row31 IN ctx.lineManager | CASE WHEN node2.id IN row31.at AND none(code36 IN node2Codes WHERE NOT code36 IN row31.lifts) THEN found43 + row31.gives ELSE found43 END) + reduce(found44 = [], row32 IN ctx.proxy2 | reduce(found46 = found44, key6 IN business12s | CASE WHEN key6.at IN row32.at AND none(code38 IN node2Codes WHERE NOT code38 IN key6.lifts) THEN found46 + [entry9 IN row32.gives WHERE entry9 IN key6.gives OR (entry9 CONTAINS ':' AND split(entry9, ':')[0] + ':*' IN key6.gives)] + [entry10 IN key6.gives WHERE entry10 CONTAINS ':' AND split(entry10, ':')[0] + ':*' IN row32.gives] ELSE found46 END)) ELSE ['CARD'] END AS node2Mask
      WITH * WHERE (false OR 'CARD' IN node2Mask)
      WITH * WHERE $given.a4 IS NULL OR edge2.validFrom < $given.a4[0] OR (edge2.validFrom = $given.a4[0] AND edge2.id > $given.a4[1])
      WITH * ORDER BY edge2.validFrom DESC, edge2.id LIMIT $given.a3 + 1
      RETURN collect({it: {id: node2.id, name: CASE WHEN 'CARD' IN node2Mask THEN {full: [node2.givenName, node2.middleName, node2.familyName]} END}, access: {mask: node2Mask, codes: node2Codes, offered: CASE WHEN size(node2Codes) > 0 THEN ['CARD'] ELSE [] END}, edge: {}, position: [edge2.validFrom, edge2.id], says: says2}) AS family2Rows
    }
    WITH *, {rows: family2Rows} AS family2
    RETURN collect({it: {id: node.id, name: CASE WHEN 'CARD' IN nodeMask THEN {full: [node.givenName, node.middleName, node.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN nodeMask THEN toString(node.birthDate) END, family: CASE WHEN 'FAMILY' IN nodeMask THEN family2 END}, access: {mask: nodeMask, codes: nodeCodes, offered: CASE WHEN size(nodeCodes) > 0 THEN nodeOffered + ['CARD'] ELSE [] END, places: nodePlaces}, edge: {validFrom: edge.validFrom, validTo: edge.validTo}, position: [edge.validFrom, edge.id], says: says}) AS familyRows
  }
  CALL (ctx, person2, person2Mask) {
    MATCH (person2)-[edge3:PARENT_OF|PARTNER_OF]-(node3:Person)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge3) IN ['PARENT_OF'] AND startNode(edge3).id = node3.id THEN 'PARENT' WHEN type(edge3) IN ['PARENT_OF'] AND startNode(edge3).id = person2.id THEN 'CHILD' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = person2.id AND edge3.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = node3.id AND edge3.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = person2.id AND edge3.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge3) IN ['PARTNER_OF'] AND startNode(edge3).id = node3.id AND edge3.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says3
    WITH * WHERE says3 IS NOT NULL
    WITH *, COLLECT {
      MATCH (node3)-[protected_as4:PROTECTED_AS]->(protection27:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection27.retractedAt IS NULL
      AND ctx.id <> node3.id AND protection27.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection27.code
    } + CASE WHEN ctx.id <> node3.id AND node3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node3Codes
    WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (node3)<-[from13:FROM]-(mandate18:Mandate {kind: 'PROXY'})-[to11:TO]->(business13:Business)
      WHERE from13.validFrom <= $given.now AND coalesce(from13.validTo, 9007199254740991) > $given.now AND from13.retractedAt IS NULL AND mandate18.validFrom <= $given.now AND coalesce(mandate18.validTo, 9007199254740991) > $given.now AND mandate18.retractedAt IS NULL AND mandate18.revokedAt IS NULL AND to11.validFrom <= $given.now AND coalesce(to11.validTo, 9007199254740991) > $given.now AND to11.retractedAt IS NULL AND business13.retractedAt IS NULL
      AND 'READ' IN mandate18.actions
      WITH *, COLLECT {
        MATCH (mandate18)-[covers14:COVERS]->(category7:Category)
        WHERE covers14.retractedAt IS NULL AND category7.retractedAt IS NULL
        RETURN DISTINCT CASE WHEN covers14.validFrom <= $given.now AND coalesce(covers14.validTo, 9007199254740991) > $given.now AND covers14.retractedAt IS NULL THEN category7.code ELSE '' END
      } AS named7, COLLECT {
        MATCH (mandate18)-[covers15:COVERS]->(theme13:Theme)
        WHERE covers15.retractedAt IS NULL AND theme13.retractedAt IS NULL
        RETURN DISTINCT CASE WHEN covers15.validFrom <= $given.now AND coalesce(covers15.validTo, 9007199254740991) > $given.now AND covers15.retractedAt IS NULL THEN theme13.code ELSE '' END
      } AS themes7
      RETURN {at: business13.id, gives: reduce(found53 = [], code44 IN CASE WHEN size(named7) > 0 THEN named7 + CASE WHEN 'IDENTITY' IN named7 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes7) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found53 + CASE WHEN code44 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes7 = [''] THEN [code44] + CASE WHEN code44 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme14 IN CASE WHEN size(themes7) > 0 THEN themes7 ELSE ['*'] END WHERE theme14 <> '' | code44 + ':' + theme14] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate18)-[cleared_for11:CLEARED_FOR]->(protection28:Protection)-[opens11:OPENS*0..1]->(protection29:Protection)
        WHERE cleared_for11.validFrom <= $given.now AND coalesce(cleared_for11.validTo, 9007199254740991) > $given.now AND cleared_for11.retractedAt IS NULL AND protection28.retractedAt IS NULL AND all(step13 IN opens11 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL) AND protection29.retractedAt IS NULL
        RETURN DISTINCT protection29.code
      }}
    } ELSE [] END AS business13s
    WITH *, CASE WHEN size(node3Codes) > 0 THEN reduce(found47 = [], row33 IN ctx.proxy | CASE WHEN node3.id IN row33.at AND none(code39 IN node3Codes WHERE NOT code39 IN row33.lifts) THEN found47 + row33.gives ELSE found47 END) + reduce(found48 = [], row34 IN ctx.guardian | CASE WHEN node3.id IN row34.at AND none(code40 IN node3Codes WHERE NOT code40 IN row34.lifts) THEN found48 + row34.gives ELSE found48 END) + reduce(found49 = [], row35 IN ctx.guardian2 | CASE WHEN node3.id IN row35.at AND none(code41 IN node3Codes WHERE NOT code41 IN row35.lifts) THEN found49 + row35.gives ELSE found49 END) + reduce(found50 = [], row36 IN ctx.parentalResponsibility | CASE WHEN node3.id IN row36.at AND none(code42 IN node3Codes WHERE NOT code42 IN row36.lifts) THEN found50 + row36.gives ELSE found50 END) + reduce(found51 = [], row37 IN ctx.lineManager | CASE WHEN node3.id IN row37.at AND none(code43 IN node3Codes WHERE NOT code43 IN row37.lifts) THEN found51 + row37.gives ELSE found51 END) + reduce(found52 = [], row38 IN ctx.proxy2 | reduce(found54 = found52, key7 IN business13s | CASE WHEN key7.at IN row38.at AND none(code45 IN node3Codes WHERE NOT code45 IN key7.lifts) THEN found54 + [entry11 IN row38.gives WHERE entry11 IN key7.gives OR (entry11 CONTAINS ':' AND split(entry11, ':')[0] + ':*' IN key7.gives)] + [entry12 IN key7.gives WHERE entry12 CONTAINS ':' AND split(entry12, ':')[0] + ':*' IN row38.gives] ELSE found54 END)) ELSE ['CARD'] END AS node3Mask
    WITH * WHERE (false OR 'CARD' IN node3Mask)
    WITH node3 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END}, access: {mask: person2Mask, codes: person2Codes, offered: CASE WHEN size(person2Codes) > 0 THEN person2Offered ELSE [] END}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, person
