// Person360 (person)
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
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject11)
  WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND subject11.retractedAt IS NULL
  RETURN collect(DISTINCT subject11) AS subjects
}
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
CALL (viewer, covered, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[in9:IN]->(role:Role)
  WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND role.retractedAt IS NULL
  WITH position4, role, COLLECT {
    MATCH (role)-[covers22:COVERS]->(category11:Category)
    WHERE covers22.validFrom <= $given.now AND coalesce(covers22.validTo, 9007199254740991) > $given.now AND covers22.retractedAt IS NULL AND category11.retractedAt IS NULL
    AND 'READ' IN coalesce(covers22.actions, ['READ'])
    UNWIND [category11.code] + CASE category11.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code81
    WITH code81
    WHERE code81 IN covered
    RETURN DISTINCT code81
  } AS codes, COLLECT {
    MATCH (role)-[covers23:COVERS]->(category12:Category)
    WHERE covers23.validFrom <= $given.now AND coalesce(covers23.validTo, 9007199254740991) > $given.now AND covers23.retractedAt IS NULL AND category12.retractedAt IS NULL
    MATCH (role)-[handles:HANDLES]->(theme43:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme43.retractedAt IS NULL
    AND 'READ' IN coalesce(covers23.actions, ['READ']) AND category12.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category12.code IN covered
    RETURN DISTINCT category12.code + ':' + theme43.code
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
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate24
  MATCH (mandate24)-[from19:FROM]->(other2)
  WHERE from19.validFrom <= $given.now AND coalesce(from19.validTo, 9007199254740991) > $given.now AND from19.retractedAt IS NULL AND other2.retractedAt IS NULL
  MATCH (mandate24)-[cleared_for15:CLEARED_FOR]->(protection43:Protection)-[opens15:OPENS*0..1]->(protection44)
  WHERE cleared_for15.validFrom <= $given.now AND coalesce(cleared_for15.validTo, 9007199254740991) > $given.now AND cleared_for15.retractedAt IS NULL AND protection43.retractedAt IS NULL AND all(step23 IN opens15 WHERE step23.validFrom <= $given.now AND coalesce(step23.validTo, 9007199254740991) > $given.now AND step23.retractedAt IS NULL) AND protection44.retractedAt IS NULL
  RETURN collect(DISTINCT [other2.id, protection44.id]) AS otherExcepted
}
CALL (viewer, covered, seats, addresss2) {
  UNWIND addresss2 AS address6
  MATCH (address6)<-[has_address3:HAS_ADDRESS]-(other3)
  WHERE has_address3.validFrom <= $given.now AND coalesce(has_address3.validTo, 9007199254740991) > $given.now AND has_address3.retractedAt IS NULL AND other3.retractedAt IS NULL
  RETURN collect(DISTINCT other3.id) AS otherExcepted2
}
CALL (viewer, covered, seats, households2) {
  UNWIND households2 AS household7
  MATCH (household7)<-[member_of3:MEMBER_OF]-(other4)
  WHERE member_of3.validFrom <= $given.now AND coalesce(member_of3.validTo, 9007199254740991) > $given.now AND member_of3.retractedAt IS NULL AND other4.retractedAt IS NULL
  RETURN collect(DISTINCT other4.id) AS otherExcepted3
}
CALL (viewer, covered, seats, subjects) {
  UNWIND subjects AS subject12
  RETURN collect(DISTINCT subject12.id) AS subjectExcepted2
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, seats: seats, attachedPerson: attachedPerson, proxy2: proxy2, subjectExcepted: subjectExcepted, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted, otherExcepted: otherExcepted, otherExcepted2: otherExcepted2, otherExcepted3: otherExcepted3, subjectExcepted2: subjectExcepted2} AS ctx
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
      MATCH (node6)-[protected_as2:PROTECTED_AS]->(protection21:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection21.retractedAt IS NULL
      AND ctx.id <> node6.id AND protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection21.code
    } + CASE WHEN ctx.id <> node6.id AND node6.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node6Codes
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (node6)-[employed_by4:EMPLOYED_BY]->(business8:Business)-[part_of2:PART_OF*0..2]->(business9:Business)
      WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business8.retractedAt IS NULL AND all(step10 IN part_of2 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL) AND business9.retractedAt IS NULL
      RETURN DISTINCT business9.id
    } ELSE [] END AS business9s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (node6)<-[from10:FROM]-(mandate15:Mandate {kind: 'PROXY'})-[to8:TO]->(business10:Business)
      WHERE from10.validFrom <= $given.now AND coalesce(from10.validTo, 9007199254740991) > $given.now AND from10.retractedAt IS NULL AND mandate15.validFrom <= $given.now AND coalesce(mandate15.validTo, 9007199254740991) > $given.now AND mandate15.retractedAt IS NULL AND mandate15.revokedAt IS NULL AND to8.validFrom <= $given.now AND coalesce(to8.validTo, 9007199254740991) > $given.now AND to8.retractedAt IS NULL AND business10.retractedAt IS NULL
      AND 'READ' IN mandate15.actions
      WITH *, COLLECT {
        MATCH (mandate15)-[covers10:COVERS]->(category5:Category)
        WHERE covers10.retractedAt IS NULL AND category5.retractedAt IS NULL
        RETURN DISTINCT CASE WHEN covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL THEN category5.code ELSE '' END
      } AS named5, COLLECT {
        MATCH (mandate15)-[covers11:COVERS]->(theme9:Theme)
        WHERE covers11.retractedAt IS NULL AND theme9.retractedAt IS NULL
        RETURN DISTINCT CASE WHEN covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL THEN theme9.code ELSE '' END
      } AS themes5
      RETURN {at: business10.id, gives: reduce(found30 = [], code24 IN CASE WHEN size(named5) > 0 THEN named5 + CASE WHEN 'IDENTITY' IN named5 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes5) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found30 + CASE WHEN code24 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes5 = [''] THEN [code24] + CASE WHEN code24 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme10 IN CASE WHEN size(themes5) > 0 THEN themes5 ELSE ['*'] END WHERE theme10 <> '' | code24 + ':' + theme10] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate15)-[cleared_for9:CLEARED_FOR]->(protection22:Protection)-[opens9:OPENS*0..1]->(protection23:Protection)
        WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection22.retractedAt IS NULL AND all(step11 IN opens9 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL) AND protection23.retractedAt IS NULL
        RETURN DISTINCT protection23.code
      }}
    } ELSE [] END AS business10s
    WITH *, CASE WHEN ctx.id = node6.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found23 = [], row14 IN ctx.proxy | CASE WHEN node6.id IN row14.at THEN found23 + row14.gives ELSE found23 END) + reduce(found24 = [], row15 IN ctx.guardian | CASE WHEN node6.id IN row15.at THEN found24 + row15.gives ELSE found24 END) + reduce(found25 = [], row16 IN ctx.guardian2 | CASE WHEN node6.id IN row16.at THEN found25 + row16.gives ELSE found25 END) + reduce(found26 = [], row17 IN ctx.parentalResponsibility | CASE WHEN node6.id IN row17.at THEN found26 + row17.gives ELSE found26 END) + reduce(found27 = [], row18 IN ctx.lineManager | CASE WHEN node6.id IN row18.at THEN found27 + row18.gives ELSE found27 END) + reduce(found28 = [], row19 IN ctx.attachedPerson | CASE WHEN any(key IN business9s WHERE key IN row19.at) THEN found28 + row19.gives ELSE found28 END) + reduce(found29 = [], row20 IN ctx.proxy2 | reduce(found31 = found29, key4 IN business10s | CASE WHEN key4.at IN row20.at THEN found31 + [entry5 IN row20.gives WHERE entry5 IN key4.gives OR (entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN key4.gives)] + [entry6 IN key4.gives WHERE entry6 CONTAINS ':' AND split(entry6, ':')[0] + ':*' IN row20.gives] ELSE found31 END)) AS node6Offered
    WITH *, CASE WHEN size(node6Codes) > 0 THEN reduce(found32 = [], row21 IN ctx.proxy | CASE WHEN node6.id IN row21.at AND none(code26 IN node6Codes WHERE NOT code26 IN row21.lifts) THEN found32 + row21.gives ELSE found32 END) + reduce(found33 = [], row22 IN ctx.guardian | CASE WHEN node6.id IN row22.at AND none(code27 IN node6Codes WHERE NOT code27 IN row22.lifts) THEN found33 + row22.gives ELSE found33 END) + reduce(found34 = [], row23 IN ctx.guardian2 | CASE WHEN node6.id IN row23.at AND none(code28 IN node6Codes WHERE NOT code28 IN row23.lifts) THEN found34 + row23.gives ELSE found34 END) + reduce(found35 = [], row24 IN ctx.parentalResponsibility | CASE WHEN node6.id IN row24.at AND none(code29 IN node6Codes WHERE NOT code29 IN row24.lifts) THEN found35 + row24.gives ELSE found35 END) + reduce(found36 = [], row25 IN ctx.lineManager | CASE WHEN node6.id IN row25.at AND none(code30 IN node6Codes WHERE NOT code30 IN row25.lifts) THEN found36 + row25.gives ELSE found36 END) + reduce(found37 = [], row26 IN ctx.proxy2 | reduce(found38 = found37, key5 IN business10s | CASE WHEN key5.at IN row26.at AND none(code31 IN node6Codes WHERE NOT code31 IN key5.lifts) THEN found38 + [entry7 IN row26.gives WHERE entry7 IN key5.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key5.gives)] + [entry8 IN key5.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row26.gives] ELSE found38 END)) ELSE node6Offered END + CASE WHEN size(node6Codes) > 0 THEN [] ELSE ['CARD'] END AS node6Mask
    WITH * WHERE (false OR 'CARD' IN node6Mask)
    WITH * WHERE $given.a3 IS NULL OR edge6.validFrom < $given.a3[0] OR (edge6.validFrom = $given.a3[0] AND edge6.id > $given.a3[1])
    WITH * ORDER BY edge6.validFrom DESC, edge6.id LIMIT $given.a2 + 1
    WITH *, COLLECT {
      MATCH (node6)-[protected4:PROTECTED_AS]->(protection24:Protection)
      WHERE protection24.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> node6.id AND (protected4.validFrom IS NULL OR protected4.validFrom <= $given.now) AND (protected4.validTo IS NULL OR protected4.validTo > $given.now) AND NOT [node6.id, protection24.id] IN ctx.subjectExcepted
      RETURN DISTINCT protection24.code
    } + COLLECT {
      MATCH (node6)-[held3:HAS_ADDRESS]->(address4:Address)
      MATCH (address4)<-[kept3:HAS_ADDRESS]-(sharer4:Person)-[protected5:PROTECTED_AS]->(protection25:Protection)
      WHERE protection25.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> node6.id AND (held3.validFrom IS NULL OR held3.validFrom <= $given.now) AND (held3.validTo IS NULL OR held3.validTo > $given.now) AND (kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo) AND (protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo) AND NOT [sharer4.id, protection25.id] IN ctx.sharerExcepted AND NOT address4.id IN ctx.addressExcepted
      RETURN DISTINCT protection25.code
    } + COLLECT {
      MATCH (node6)-[held4:MEMBER_OF]->(household4:Household)
      MATCH (household4)<-[kept4:MEMBER_OF]-(sharer5:Person)-[protected6:PROTECTED_AS]->(protection26:Protection)
      WHERE protection26.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> node6.id AND (held4.validFrom IS NULL OR held4.validFrom <= $given.now) AND (held4.validTo IS NULL OR held4.validTo > $given.now) AND (kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo) AND (protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo) AND NOT [sharer5.id, protection26.id] IN ctx.sharerExcepted AND NOT household4.id IN ctx.householdExcepted
      RETURN DISTINCT protection26.code
    } AS node6Places
    CALL (ctx, node6, node6Mask, node6Places) {
      MATCH (node6)-[edge8:BELONGS_TO]->(node8:Area)
      WHERE edge8.validFrom <= $given.now AND coalesce(edge8.validTo, 9007199254740991) > $given.now AND edge8.retractedAt IS NULL AND node8.retractedAt IS NULL
      AND 'ADDRESS' IN node6Mask AND size(node6Places) = 0
      WITH *, node8 AS node7, edge8 AS edge7
      WITH * ORDER BY edge7.validFrom DESC, edge7.id LIMIT 1
      RETURN collect({it: {code: node7.code, name: node7.name}}) AS area2
    }
    RETURN collect({it: {id: node6.id, name: CASE WHEN 'CARD' IN node6Mask THEN {full: [node6.givenName, node6.middleName, node6.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN node6Mask THEN toString(node6.birthDate) END, phone: CASE WHEN 'CONTACT' IN node6Mask THEN node6.phone END, area: CASE WHEN 'ADDRESS' IN node6Mask AND size(node6Places) = 0 THEN head(area2) END}, access: {mask: node6Mask, codes: node6Codes, offered: CASE WHEN size(node6Codes) > 0 THEN node6Offered + ['CARD'] ELSE [] END, places: node6Places}, edge: {validFrom: edge6.validFrom, validTo: edge6.validTo, source: edge6.source}, position: [edge6.validFrom, edge6.id], says: says3}) AS familyRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge9:PARENT_OF|PARTNER_OF]-(node9:Person)
    WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = node9.id THEN 'PARENT' WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = person2.id THEN 'CHILD' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says5
    WITH * WHERE says5 IS NOT NULL
    WITH *, COLLECT {
      MATCH (node9)-[protected_as3:PROTECTED_AS]->(protection27:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection27.retractedAt IS NULL
      AND ctx.id <> node9.id AND protection27.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection27.code
    } + CASE WHEN ctx.id <> node9.id AND node9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node9Codes
    WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (node9)<-[from12:FROM]-(mandate17:Mandate {kind: 'PROXY'})-[to10:TO]->(business12:Business)
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
        MATCH (mandate17)-[cleared_for10:CLEARED_FOR]->(protection28:Protection)-[opens10:OPENS*0..1]->(protection29:Protection)
        WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL AND protection28.retractedAt IS NULL AND all(step12 IN opens10 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL) AND protection29.retractedAt IS NULL
        RETURN DISTINCT protection29.code
      }}
    } ELSE [] END AS business12s
    WITH *, CASE WHEN size(node9Codes) > 0 THEN reduce(found39 = [], row27 IN ctx.proxy | CASE WHEN node9.id IN row27.at AND none(code32 IN node9Codes WHERE NOT code32 IN row27.lifts) THEN found39 + row27.gives ELSE found39 END) + reduce(found40 = [], row28 IN ctx.guardian | CASE WHEN node9.id IN row28.at AND none(code33 IN node9Codes WHERE NOT code33 IN row28.lifts) THEN found40 + row28.gives ELSE found40 END) + reduce(found41 = [], row29 IN ctx.guardian2 | CASE WHEN node9.id IN row29.at AND none(code34 IN node9Codes WHERE NOT code34 IN row29.lifts) THEN found41 + row29.gives ELSE found41 END) + reduce(found42 = [], row30 IN ctx.parentalResponsibility | CASE WHEN node9.id IN row30.at AND none(code35 IN node9Codes WHERE NOT code35 IN row30.lifts) THEN found42 + row30.gives ELSE found42 END) + reduce(found43 = [], row31 IN ctx.lineManager | CASE WHEN node9.id IN row31.at AND none(code36 IN node9Codes WHERE NOT code36 IN row31.lifts) THEN found43 + row31.gives ELSE found43 END) + reduce(found44 = [], row32 IN ctx.proxy2 | reduce(found46 = found44, key6 IN business12s | CASE WHEN key6.at IN row32.at AND none(code38 IN node9Codes WHERE NOT code38 IN key6.lifts) THEN found46 + [entry9 IN row32.gives WHERE entry9 IN key6.gives OR (entry9 CONTAINS ':' AND split(entry9, ':')[0] + ':*' IN key6.gives)] + [entry10 IN key6.gives WHERE entry10 CONTAINS ':' AND split(entry10, ':')[0] + ':*' IN row32.gives] ELSE found46 END)) ELSE ['CARD'] END AS node9Mask
    WITH * WHERE (false OR 'CARD' IN node9Mask)
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
        MATCH (node12)-[protected_as4:PROTECTED_AS]->(protection30:Protection)
        WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection30.retractedAt IS NULL
        AND ctx.id <> node12.id AND protection30.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection30.code
      } + CASE WHEN ctx.id <> node12.id AND node12.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS node12Codes
      WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
        MATCH (node12)<-[from13:FROM]-(mandate18:Mandate {kind: 'PROXY'})-[to11:TO]->(business13:Business)
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
          MATCH (mandate18)-[cleared_for11:CLEARED_FOR]->(protection31:Protection)-[opens11:OPENS*0..1]->(protection32:Protection)
          WHERE cleared_for11.validFrom <= $given.now AND coalesce(cleared_for11.validTo, 9007199254740991) > $given.now AND cleared_for11.retractedAt IS NULL AND protection31.retractedAt IS NULL AND all(step13 IN opens11 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL) AND protection32.retractedAt IS NULL
          RETURN DISTINCT protection32.code
        }}
      } ELSE [] END AS business13s
      WITH *, CASE WHEN size(node12Codes) > 0 THEN reduce(found47 = [], row33 IN ctx.proxy | CASE WHEN node12.id IN row33.at AND none(code39 IN node12Codes WHERE NOT code39 IN row33.lifts) THEN found47 + row33.gives ELSE found47 END) + reduce(found48 = [], row34 IN ctx.guardian | CASE WHEN node12.id IN row34.at AND none(code40 IN node12Codes WHERE NOT code40 IN row34.lifts) THEN found48 + row34.gives ELSE found48 END) + reduce(found49 = [], row35 IN ctx.guardian2 | CASE WHEN node12.id IN row35.at AND none(code41 IN node12Codes WHERE NOT code41 IN row35.lifts) THEN found49 + row35.gives ELSE found49 END) + reduce(found50 = [], row36 IN ctx.parentalResponsibility | CASE WHEN node12.id IN row36.at AND none(code42 IN node12Codes WHERE NOT code42 IN row36.lifts) THEN found50 + row36.gives ELSE found50 END) + reduce(found51 = [], row37 IN ctx.lineManager | CASE WHEN node12.id IN row37.at AND none(code43 IN node12Codes WHERE NOT code43 IN row37.lifts) THEN found51 + row37.gives ELSE found51 END) + reduce(found52 = [], row38 IN ctx.proxy2 | reduce(found54 = found52, key7 IN business13s | CASE WHEN key7.at IN row38.at AND none(code45 IN node12Codes WHERE NOT code45 IN key7.lifts) THEN found54 + [entry11 IN row38.gives WHERE entry11 IN key7.gives OR (entry11 CONTAINS ':' AND split(entry11, ':')[0] + ':*' IN key7.gives)] + [entry12 IN key7.gives WHERE entry12 CONTAINS ':' AND split(entry12, ':')[0] + ':*' IN row38.gives] ELSE found54 END)) ELSE ['CARD'] END AS node12Mask
      WITH * WHERE (false OR 'CARD' IN node12Mask)
      WITH * ORDER BY edge12.validFrom DESC, edge12.id LIMIT 1000
      RETURN collect({it: {id: node12.id, name: CASE WHEN 'CARD' IN node12Mask THEN {full: [node12.givenName, node12.middleName, node12.familyName]} END}, access: {mask: node12Mask, codes: node12Codes, offered: CASE WHEN size(node12Codes) > 0 THEN ['CARD'] ELSE [] END}}) AS members
    }
    RETURN collect({it: {id: node10.id, members: members}}) AS household5
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)-[edge15:EMPLOYED_BY]->(node15:Business)
    WHERE edge15.validFrom <= $given.now AND coalesce(edge15.validTo, 9007199254740991) > $given.now AND edge15.retractedAt IS NULL AND node15.retractedAt IS NULL
    AND 'WORK' IN person2Mask
    WITH *, node15 AS node14, edge15 AS edge14
    CALL (ctx, node14) {
      MATCH (node14)-[part_of3:PART_OF*0..2]->(business14:Business)-[owned_by:OWNED_BY]->(subject7:Person)
      WHERE all(step14 IN part_of3 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL) AND business14.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject7.retractedAt IS NULL
      WITH *, COLLECT {
        MATCH (subject7)-[protected_as5:PROTECTED_AS]->(protection33:Protection)
        WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection33.retractedAt IS NULL
        AND ctx.id <> subject7.id AND protection33.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection33.code
      } + CASE WHEN ctx.id <> subject7.id AND subject7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject7Codes
      WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
        MATCH (subject7)-[employed_by5:EMPLOYED_BY]->(business15:Business)-[part_of4:PART_OF*0..2]->(business16:Business)
        WHERE employed_by5.validFrom <= $given.now AND coalesce(employed_by5.validTo, 9007199254740991) > $given.now AND employed_by5.retractedAt IS NULL AND business15.retractedAt IS NULL AND all(step15 IN part_of4 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL) AND business16.retractedAt IS NULL
        RETURN DISTINCT business16.id
      } ELSE [] END AS business16s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
        MATCH (subject7)<-[from14:FROM]-(mandate19:Mandate {kind: 'PROXY'})-[to12:TO]->(business17:Business)
        WHERE from14.validFrom <= $given.now AND coalesce(from14.validTo, 9007199254740991) > $given.now AND from14.retractedAt IS NULL AND mandate19.validFrom <= $given.now AND coalesce(mandate19.validTo, 9007199254740991) > $given.now AND mandate19.retractedAt IS NULL AND mandate19.revokedAt IS NULL AND to12.validFrom <= $given.now AND coalesce(to12.validTo, 9007199254740991) > $given.now AND to12.retractedAt IS NULL AND business17.retractedAt IS NULL
        AND 'READ' IN mandate19.actions
        WITH *, COLLECT {
          MATCH (mandate19)-[covers16:COVERS]->(category8:Category)
          WHERE covers16.retractedAt IS NULL AND category8.retractedAt IS NULL
          RETURN DISTINCT CASE WHEN covers16.validFrom <= $given.now AND coalesce(covers16.validTo, 9007199254740991) > $given.now AND covers16.retractedAt IS NULL THEN category8.code ELSE '' END
        } AS named8, COLLECT {
          MATCH (mandate19)-[covers17:COVERS]->(theme15:Theme)
          WHERE covers17.retractedAt IS NULL AND theme15.retractedAt IS NULL
          RETURN DISTINCT CASE WHEN covers17.validFrom <= $given.now AND coalesce(covers17.validTo, 9007199254740991) > $given.now AND covers17.retractedAt IS NULL THEN theme15.code ELSE '' END
        } AS themes8
        RETURN {at: business17.id, gives: reduce(found62 = [], code52 IN CASE WHEN size(named8) > 0 THEN named8 + CASE WHEN 'IDENTITY' IN named8 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found62 + CASE WHEN code52 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code52] + CASE WHEN code52 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme16 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme16 <> '' | code52 + ':' + theme16] ELSE [] END ELSE [] END), lifts: COLLECT {
          MATCH (mandate19)-[cleared_for12:CLEARED_FOR]->(protection34:Protection)-[opens12:OPENS*0..1]->(protection35:Protection)
          WHERE cleared_for12.validFrom <= $given.now AND coalesce(cleared_for12.validTo, 9007199254740991) > $given.now AND cleared_for12.retractedAt IS NULL AND protection34.retractedAt IS NULL AND all(step16 IN opens12 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL) AND protection35.retractedAt IS NULL
          RETURN DISTINCT protection35.code
        }}
      } ELSE [] END AS business17s
      WITH *, CASE WHEN ctx.id = subject7.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found55 = [], row39 IN ctx.proxy | CASE WHEN subject7.id IN row39.at THEN found55 + row39.gives ELSE found55 END) + reduce(found56 = [], row40 IN ctx.guardian | CASE WHEN subject7.id IN row40.at THEN found56 + row40.gives ELSE found56 END) + reduce(found57 = [], row41 IN ctx.guardian2 | CASE WHEN subject7.id IN row41.at THEN found57 + row41.gives ELSE found57 END) + reduce(found58 = [], row42 IN ctx.parentalResponsibility | CASE WHEN subject7.id IN row42.at THEN found58 + row42.gives ELSE found58 END) + reduce(found59 = [], row43 IN ctx.lineManager | CASE WHEN subject7.id IN row43.at THEN found59 + row43.gives ELSE found59 END) + reduce(found60 = [], row44 IN ctx.attachedPerson | CASE WHEN any(key IN business16s WHERE key IN row44.at) THEN found60 + row44.gives ELSE found60 END) + reduce(found61 = [], row45 IN ctx.proxy2 | reduce(found63 = found61, key8 IN business17s | CASE WHEN key8.at IN row45.at THEN found63 + [entry13 IN row45.gives WHERE entry13 IN key8.gives OR (entry13 CONTAINS ':' AND split(entry13, ':')[0] + ':*' IN key8.gives)] + [entry14 IN key8.gives WHERE entry14 CONTAINS ':' AND split(entry14, ':')[0] + ':*' IN row45.gives] ELSE found63 END)) AS subject7Offered
      WITH *, CASE WHEN size(subject7Codes) > 0 THEN reduce(found64 = [], row46 IN ctx.proxy | CASE WHEN subject7.id IN row46.at AND none(code54 IN subject7Codes WHERE NOT code54 IN row46.lifts) THEN found64 + row46.gives ELSE found64 END) + reduce(found65 = [], row47 IN ctx.guardian | CASE WHEN subject7.id IN row47.at AND none(code55 IN subject7Codes WHERE NOT code55 IN row47.lifts) THEN found65 + row47.gives ELSE found65 END) + reduce(found66 = [], row48 IN ctx.guardian2 | CASE WHEN subject7.id IN row48.at AND none(code56 IN subject7Codes WHERE NOT code56 IN row48.lifts) THEN found66 + row48.gives ELSE found66 END) + reduce(found67 = [], row49 IN ctx.parentalResponsibility | CASE WHEN subject7.id IN row49.at AND none(code57 IN subject7Codes WHERE NOT code57 IN row49.lifts) THEN found67 + row49.gives ELSE found67 END) + reduce(found68 = [], row50 IN ctx.lineManager | CASE WHEN subject7.id IN row50.at AND none(code58 IN subject7Codes WHERE NOT code58 IN row50.lifts) THEN found68 + row50.gives ELSE found68 END) + reduce(found69 = [], row51 IN ctx.proxy2 | reduce(found70 = found69, key9 IN business17s | CASE WHEN key9.at IN row51.at AND none(code59 IN subject7Codes WHERE NOT code59 IN key9.lifts) THEN found70 + [entry15 IN row51.gives WHERE entry15 IN key9.gives OR (entry15 CONTAINS ':' AND split(entry15, ':')[0] + ':*' IN key9.gives)] + [entry16 IN key9.gives WHERE entry16 CONTAINS ':' AND split(entry16, ':')[0] + ':*' IN row51.gives] ELSE found70 END)) ELSE subject7Offered END AS subject7Mask
      WITH *, (true AND 'WORK' IN subject7Mask) AS whole, 'WORK' IN subject7Mask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    WITH *, (NOT EXISTS {
      MATCH (node14)-[part_of5:PART_OF*0..2]->(business19:Business)-[owned_by2:OWNED_BY]->(subject8:Person)
      WHERE all(step17 IN part_of5 WHERE coalesce(step17.validFrom <= $given.now, true) AND coalesce(step17.validTo > $given.now, true) AND step17.retractedAt IS NULL) AND business19.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject8.retractedAt IS NULL
    }) OR any(way IN (ways) WHERE way.whole) AS node14Whole
    WITH * WHERE node14Whole AND size(CASE WHEN NOT EXISTS {
      MATCH (node14)-[owned_by3:OWNED_BY]->(person3:Person)
      WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person3.retractedAt IS NULL
    } AND node14.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
    WITH * WHERE $given.a5 IS NULL OR edge14.validFrom < $given.a5[0] OR (edge14.validFrom = $given.a5[0] AND edge14.id > $given.a5[1])
    WITH * ORDER BY edge14.validFrom DESC, edge14.id LIMIT $given.a4 + 1
    RETURN collect({it: {id: node14.id, name: node14.name, organisationNumber: node14.organisationNumber}, edge: {title: edge14.title, percentage: edge14.percentage, validFrom: edge14.validFrom, validTo: edge14.validTo}, position: [edge14.validFrom, edge14.id]}) AS employmentsRows
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
        UNWIND CASE WHEN node18:Person THEN [node18] ELSE [] END AS person4
        WITH *, COLLECT {
          MATCH (person4)-[protected_as6:PROTECTED_AS]->(protection36:Protection)
          WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection36.retractedAt IS NULL
          AND ctx.id <> person4.id AND protection36.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection36.code
        } + CASE WHEN ctx.id <> person4.id AND person4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person4Codes
        WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
          MATCH (person4)<-[from16:FROM]-(mandate21:Mandate {kind: 'PROXY'})-[to14:TO]->(business20:Business)
          WHERE from16.validFrom <= $given.now AND coalesce(from16.validTo, 9007199254740991) > $given.now AND from16.retractedAt IS NULL AND mandate21.validFrom <= $given.now AND coalesce(mandate21.validTo, 9007199254740991) > $given.now AND mandate21.retractedAt IS NULL AND mandate21.revokedAt IS NULL AND to14.validFrom <= $given.now AND coalesce(to14.validTo, 9007199254740991) > $given.now AND to14.retractedAt IS NULL AND business20.retractedAt IS NULL
          AND 'READ' IN mandate21.actions
          WITH *, COLLECT {
            MATCH (mandate21)-[covers18:COVERS]->(category9:Category)
            WHERE covers18.retractedAt IS NULL AND category9.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers18.validFrom <= $given.now AND coalesce(covers18.validTo, 9007199254740991) > $given.now AND covers18.retractedAt IS NULL THEN category9.code ELSE '' END
          } AS named9, COLLECT {
            MATCH (mandate21)-[covers19:COVERS]->(theme17:Theme)
            WHERE covers19.retractedAt IS NULL AND theme17.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers19.validFrom <= $given.now AND coalesce(covers19.validTo, 9007199254740991) > $given.now AND covers19.retractedAt IS NULL THEN theme17.code ELSE '' END
          } AS themes9
          RETURN {at: business20.id, gives: reduce(found77 = [], code65 IN CASE WHEN size(named9) > 0 THEN named9 + CASE WHEN 'IDENTITY' IN named9 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes9) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found77 + CASE WHEN code65 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes9 = [''] THEN [code65] + CASE WHEN code65 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme18 IN CASE WHEN size(themes9) > 0 THEN themes9 ELSE ['*'] END WHERE theme18 <> '' | code65 + ':' + theme18] ELSE [] END ELSE [] END), lifts: COLLECT {
            MATCH (mandate21)-[cleared_for13:CLEARED_FOR]->(protection37:Protection)-[opens13:OPENS*0..1]->(protection38:Protection)
            WHERE cleared_for13.validFrom <= $given.now AND coalesce(cleared_for13.validTo, 9007199254740991) > $given.now AND cleared_for13.retractedAt IS NULL AND protection37.retractedAt IS NULL AND all(step18 IN opens13 WHERE step18.validFrom <= $given.now AND coalesce(step18.validTo, 9007199254740991) > $given.now AND step18.retractedAt IS NULL) AND protection38.retractedAt IS NULL
            RETURN DISTINCT protection38.code
          }}
        } ELSE [] END AS business20s
        WITH *, CASE WHEN size(person4Codes) > 0 THEN reduce(found71 = [], row52 IN ctx.proxy | CASE WHEN person4.id IN row52.at AND none(code60 IN person4Codes WHERE NOT code60 IN row52.lifts) THEN found71 + row52.gives ELSE found71 END) + reduce(found72 = [], row53 IN ctx.guardian | CASE WHEN person4.id IN row53.at AND none(code61 IN person4Codes WHERE NOT code61 IN row53.lifts) THEN found72 + row53.gives ELSE found72 END) + reduce(found73 = [], row54 IN ctx.guardian2 | CASE WHEN person4.id IN row54.at AND none(code62 IN person4Codes WHERE NOT code62 IN row54.lifts) THEN found73 + row54.gives ELSE found73 END) + reduce(found74 = [], row55 IN ctx.parentalResponsibility | CASE WHEN person4.id IN row55.at AND none(code63 IN person4Codes WHERE NOT code63 IN row55.lifts) THEN found74 + row55.gives ELSE found74 END) + reduce(found75 = [], row56 IN ctx.lineManager | CASE WHEN person4.id IN row56.at AND none(code64 IN person4Codes WHERE NOT code64 IN row56.lifts) THEN found75 + row56.gives ELSE found75 END) + reduce(found76 = [], row57 IN ctx.proxy2 | reduce(found78 = found76, key10 IN business20s | CASE WHEN key10.at IN row57.at AND none(code66 IN person4Codes WHERE NOT code66 IN key10.lifts) THEN found78 + [entry17 IN row57.gives WHERE entry17 IN key10.gives OR (entry17 CONTAINS ':' AND split(entry17, ':')[0] + ':*' IN key10.gives)] + [entry18 IN key10.gives WHERE entry18 CONTAINS ':' AND split(entry18, ':')[0] + ':*' IN row57.gives] ELSE found78 END)) ELSE ['CARD'] END AS person4Mask
        WITH * WHERE (false OR 'CARD' IN person4Mask)
        RETURN collect({it: {id: person4.id, name: CASE WHEN 'CARD' IN person4Mask THEN {full: [person4.givenName, person4.middleName, person4.familyName]} END}, access: {mask: person4Mask, codes: person4Codes, offered: CASE WHEN size(person4Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node18, edge18, node16Whole) {
        UNWIND CASE WHEN node18:Business THEN [node18] ELSE [] END AS business21
        CALL (ctx, business21) {
          MATCH (business21)-[part_of6:PART_OF*0..2]->(business22:Business)-[owned_by4:OWNED_BY]->(subject9:Person)
          WHERE all(step19 IN part_of6 WHERE step19.validFrom <= $given.now AND coalesce(step19.validTo, 9007199254740991) > $given.now AND step19.retractedAt IS NULL) AND business22.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject9.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject9)-[protected_as7:PROTECTED_AS]->(protection39:Protection)
            WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection39.retractedAt IS NULL
            AND ctx.id <> subject9.id AND protection39.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection39.code
          } + CASE WHEN ctx.id <> subject9.id AND subject9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject9Codes
          WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject9)-[employed_by6:EMPLOYED_BY]->(business23:Business)-[part_of7:PART_OF*0..2]->(business24:Business)
            WHERE employed_by6.validFrom <= $given.now AND coalesce(employed_by6.validTo, 9007199254740991) > $given.now AND employed_by6.retractedAt IS NULL AND business23.retractedAt IS NULL AND all(step20 IN part_of7 WHERE step20.validFrom <= $given.now AND coalesce(step20.validTo, 9007199254740991) > $given.now AND step20.retractedAt IS NULL) AND business24.retractedAt IS NULL
            RETURN DISTINCT business24.id
          } ELSE [] END AS business24s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
            MATCH (subject9)<-[from17:FROM]-(mandate22:Mandate {kind: 'PROXY'})-[to15:TO]->(business25:Business)
            WHERE from17.validFrom <= $given.now AND coalesce(from17.validTo, 9007199254740991) > $given.now AND from17.retractedAt IS NULL AND mandate22.validFrom <= $given.now AND coalesce(mandate22.validTo, 9007199254740991) > $given.now AND mandate22.retractedAt IS NULL AND mandate22.revokedAt IS NULL AND to15.validFrom <= $given.now AND coalesce(to15.validTo, 9007199254740991) > $given.now AND to15.retractedAt IS NULL AND business25.retractedAt IS NULL
            AND 'READ' IN mandate22.actions
            WITH *, COLLECT {
              MATCH (mandate22)-[covers20:COVERS]->(category10:Category)
              WHERE covers20.retractedAt IS NULL AND category10.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers20.validFrom <= $given.now AND coalesce(covers20.validTo, 9007199254740991) > $given.now AND covers20.retractedAt IS NULL THEN category10.code ELSE '' END
            } AS named10, COLLECT {
              MATCH (mandate22)-[covers21:COVERS]->(theme19:Theme)
              WHERE covers21.retractedAt IS NULL AND theme19.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers21.validFrom <= $given.now AND coalesce(covers21.validTo, 9007199254740991) > $given.now AND covers21.retractedAt IS NULL THEN theme19.code ELSE '' END
            } AS themes10
            RETURN {at: business25.id, gives: reduce(found86 = [], code73 IN CASE WHEN size(named10) > 0 THEN named10 + CASE WHEN 'IDENTITY' IN named10 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes10) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found86 + CASE WHEN code73 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes10 = [''] THEN [code73] + CASE WHEN code73 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme20 IN CASE WHEN size(themes10) > 0 THEN themes10 ELSE ['*'] END WHERE theme20 <> '' | code73 + ':' + theme20] ELSE [] END ELSE [] END), lifts: COLLECT {
              MATCH (mandate22)-[cleared_for14:CLEARED_FOR]->(protection40:Protection)-[opens14:OPENS*0..1]->(protection41:Protection)
              WHERE cleared_for14.validFrom <= $given.now AND coalesce(cleared_for14.validTo, 9007199254740991) > $given.now AND cleared_for14.retractedAt IS NULL AND protection40.retractedAt IS NULL AND all(step21 IN opens14 WHERE step21.validFrom <= $given.now AND coalesce(step21.validTo, 9007199254740991) > $given.now AND step21.retractedAt IS NULL) AND protection41.retractedAt IS NULL
              RETURN DISTINCT protection41.code
            }}
          } ELSE [] END AS business25s
          WITH *, CASE WHEN ctx.id = subject9.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found79 = [], row58 IN ctx.proxy | CASE WHEN subject9.id IN row58.at THEN found79 + row58.gives ELSE found79 END) + reduce(found80 = [], row59 IN ctx.guardian | CASE WHEN subject9.id IN row59.at THEN found80 + row59.gives ELSE found80 END) + reduce(found81 = [], row60 IN ctx.guardian2 | CASE WHEN subject9.id IN row60.at THEN found81 + row60.gives ELSE found81 END) + reduce(found82 = [], row61 IN ctx.parentalResponsibility | CASE WHEN subject9.id IN row61.at THEN found82 + row61.gives ELSE found82 END) + reduce(found83 = [], row62 IN ctx.lineManager | CASE WHEN subject9.id IN row62.at THEN found83 + row62.gives ELSE found83 END) + reduce(found84 = [], row63 IN ctx.attachedPerson | CASE WHEN any(key IN business24s WHERE key IN row63.at) THEN found84 + row63.gives ELSE found84 END) + reduce(found85 = [], row64 IN ctx.proxy2 | reduce(found87 = found85, key11 IN business25s | CASE WHEN key11.at IN row64.at THEN found87 + [entry19 IN row64.gives WHERE entry19 IN key11.gives OR (entry19 CONTAINS ':' AND split(entry19, ':')[0] + ':*' IN key11.gives)] + [entry20 IN key11.gives WHERE entry20 CONTAINS ':' AND split(entry20, ':')[0] + ':*' IN row64.gives] ELSE found87 END)) AS subject9Offered
          WITH *, CASE WHEN size(subject9Codes) > 0 THEN reduce(found88 = [], row65 IN ctx.proxy | CASE WHEN subject9.id IN row65.at AND none(code75 IN subject9Codes WHERE NOT code75 IN row65.lifts) THEN found88 + row65.gives ELSE found88 END) + reduce(found89 = [], row66 IN ctx.guardian | CASE WHEN subject9.id IN row66.at AND none(code76 IN subject9Codes WHERE NOT code76 IN row66.lifts) THEN found89 + row66.gives ELSE found89 END) + reduce(found90 = [], row67 IN ctx.guardian2 | CASE WHEN subject9.id IN row67.at AND none(code77 IN subject9Codes WHERE NOT code77 IN row67.lifts) THEN found90 + row67.gives ELSE found90 END) + reduce(found91 = [], row68 IN ctx.parentalResponsibility | CASE WHEN subject9.id IN row68.at AND none(code78 IN subject9Codes WHERE NOT code78 IN row68.lifts) THEN found91 + row68.gives ELSE found91 END) + reduce(found92 = [], row69 IN ctx.lineManager | CASE WHEN subject9.id IN row69.at AND none(code79 IN subject9Codes WHERE NOT code79 IN row69.lifts) THEN found92 + row69.gives ELSE found92 END) + reduce(found93 = [], row70 IN ctx.proxy2 | reduce(found94 = found93, key12 IN business25s | CASE WHEN key12.at IN row70.at AND none(code80 IN subject9Codes WHERE NOT code80 IN key12.lifts) THEN found94 + [entry21 IN row70.gives WHERE entry21 IN key12.gives OR (entry21 CONTAINS ':' AND split(entry21, ':')[0] + ':*' IN key12.gives)] + [entry22 IN key12.gives WHERE entry22 CONTAINS ':' AND split(entry22, ':')[0] + ':*' IN row70.gives] ELSE found94 END)) ELSE subject9Offered END AS subject9Mask
          WITH *, (true AND 'WORK' IN subject9Mask) AS whole2, 'WORK' IN subject9Mask AS shown2
          RETURN collect({whole: whole2, shown: shown2}) AS ways2
        }
        WITH *, (NOT EXISTS {
          MATCH (business21)-[part_of8:PART_OF*0..2]->(business27:Business)-[owned_by5:OWNED_BY]->(subject10:Person)
          WHERE all(step22 IN part_of8 WHERE coalesce(step22.validFrom <= $given.now, true) AND coalesce(step22.validTo > $given.now, true) AND step22.retractedAt IS NULL) AND business27.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject10.retractedAt IS NULL
        }) OR any(way2 IN (ways2) WHERE way2.whole) AS business21Whole
        WITH * WHERE business21Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business21)-[owned_by6:OWNED_BY]->(person5:Person)
          WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person5.retractedAt IS NULL
        } AND business21.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business21.id, name: business21.name}, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found95
      WITH * WHERE size(found95) > 0
      WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT 1
      RETURN collect(head(found95)) AS holder
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
      MATCH (node20)-[in:IN]->(theme21:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme21.retractedAt IS NULL
      RETURN {code: theme21.code, secret: coalesce(theme21.secret, false)}
    } AS node20Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node20Themes) > 0 AND all(theme22 IN node20Themes WHERE 'CASES:' + theme22.code IN person2Mask)))) AS node20Whole, (('CASES:*' IN person2Mask OR (size(node20Themes) > 0 AND all(theme23 IN node20Themes WHERE 'CASES:' + theme23.code IN person2Mask))) OR (false AND 'CASES' IN person2Mask AND (size(node20Themes) > 0 AND none(theme24 IN node20Themes WHERE theme24.secret)))) AS node20Shown
    WITH * WHERE node20Shown AND size(CASE WHEN EXISTS {
      MATCH (node20)-[in2:IN]->(theme25:Theme)
      WHERE coalesce(in2.validFrom <= $given.now, true) AND coalesce(in2.validTo > $given.now, true) AND in2.retractedAt IS NULL AND theme25.retractedAt IS NULL
      AND theme25.code IN ['FAR']
    } THEN ['NOT_AVAILABLE'] ELSE [] END) = 0
    WITH * WHERE $given.a9 IS NULL OR edge20.validFrom < $given.a9[0] OR (edge20.validFrom = $given.a9[0] AND edge20.id > $given.a9[1])
    WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT $given.a8 + 1
    WITH *, COLLECT {
      MATCH (node20)-[held5:CONCERNS]->(other:Person)-[protected7:PROTECTED_AS]->(protection42:Protection)
      WHERE protection42.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND ctx.id <> other.id AND (held5.validFrom IS NULL OR protected7.validTo IS NULL OR held5.validFrom < protected7.validTo) AND (protected7.validFrom IS NULL OR held5.validTo IS NULL OR protected7.validFrom < held5.validTo) AND NOT [other.id, protection42.id] IN ctx.otherExcepted AND NOT other.id IN ctx.otherExcepted2 AND NOT other.id IN ctx.otherExcepted3
      RETURN DISTINCT protection42.code
    } + COLLECT {
      MATCH (node20)-[held6:CONCERNS]->(other5:Person)-[has_address4:HAS_ADDRESS]->(address7:Address)
      MATCH (address7)<-[kept5:HAS_ADDRESS]-(sharer6:Person)-[protected8:PROTECTED_AS]->(protection45:Protection)
      WHERE protection45.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other5.id AND (kept5.validFrom IS NULL OR protected8.validTo IS NULL OR kept5.validFrom < protected8.validTo) AND (protected8.validFrom IS NULL OR kept5.validTo IS NULL OR protected8.validFrom < kept5.validTo) AND NOT [sharer6.id, protection45.id] IN ctx.sharerExcepted AND NOT address7.id IN ctx.addressExcepted
      RETURN DISTINCT protection45.code
    } + COLLECT {
      MATCH (node20)-[held7:CONCERNS]->(other6:Person)-[member_of4:MEMBER_OF]->(household8:Household)
      MATCH (household8)<-[kept6:MEMBER_OF]-(sharer7:Person)-[protected9:PROTECTED_AS]->(protection46:Protection)
      WHERE protection46.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected9.retractedAt IS NULL AND ctx.id <> other6.id AND (kept6.validFrom IS NULL OR protected9.validTo IS NULL OR kept6.validFrom < protected9.validTo) AND (protected9.validFrom IS NULL OR kept6.validTo IS NULL OR protected9.validFrom < kept6.validTo) AND NOT [sharer7.id, protection46.id] IN ctx.sharerExcepted AND NOT household8.id IN ctx.householdExcepted
      RETURN DISTINCT protection46.code
    } AS node20Places
    CALL (ctx, node20, node20Places, node20Whole) {
      MATCH (node20)-[edge23:IN]->(node23:Theme)
      WHERE edge23.validFrom <= $given.now AND coalesce(edge23.validTo, 9007199254740991) > $given.now AND edge23.retractedAt IS NULL AND node23.retractedAt IS NULL
      WITH *, node23 AS node22, edge23 AS edge22
      WITH * ORDER BY edge22.validFrom DESC, edge22.id LIMIT 1
      RETURN collect({it: {code: node22.code, name: node22.name}}) AS theme26
    }
    CALL (ctx, node20, node20Places, node20Whole) {
      MATCH (node20)-[edge25:OWNED_BY]->(node25:Unit)
      WHERE edge25.validFrom <= $given.now AND coalesce(edge25.validTo, 9007199254740991) > $given.now AND edge25.retractedAt IS NULL AND node25.retractedAt IS NULL
      AND size(node20Places) = 0 AND node20Whole
      WITH *, node25 AS node24, edge25 AS edge24
      WITH * ORDER BY edge24.validFrom DESC, edge24.id LIMIT 1
      WITH *, CASE WHEN NOT node24.id IN ctx.subjectExcepted2 AND node24.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node24Places
      RETURN collect({it: {id: CASE WHEN size(node24Places) = 0 THEN node24.id ELSE 'unit:NAV' END, name: CASE WHEN size(node24Places) = 0 THEN node24.name ELSE 'NAV' END}, places: node24Places}) AS unit
    }
    RETURN collect({it: {id: node20.id, title: CASE WHEN node20Whole THEN node20.title END, status: node20.status, openedAt: node20.openedAt, closedAt: node20.closedAt, theme: head(theme26), unit: CASE WHEN size(node20Places) = 0 AND node20Whole THEN head(unit) END}, whole: node20Whole, places: node20Places, edge: {part: edge20.part}, position: [edge20.validFrom, edge20.id]}) AS casesRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge27:CONCERNS]-(node27:Case)
    WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node27 AS node26, edge27 AS edge26
    WITH *, COLLECT {
      MATCH (node26)-[in3:IN]->(theme27:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme27.retractedAt IS NULL
      RETURN {code: theme27.code, secret: coalesce(theme27.secret, false)}
    } AS node26Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme28 IN node26Themes WHERE 'CASES:' + theme28.code IN person2Mask)))) AS node26Whole, (('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme29 IN node26Themes WHERE 'CASES:' + theme29.code IN person2Mask))) OR (false AND 'CASES' IN person2Mask AND (size(node26Themes) > 0 AND none(theme30 IN node26Themes WHERE theme30.secret)))) AS node26Shown
    WITH * WHERE node26Shown AND size(CASE WHEN EXISTS {
      MATCH (node26)-[in4:IN]->(theme31:Theme)
      WHERE coalesce(in4.validFrom <= $given.now, true) AND coalesce(in4.validTo > $given.now, true) AND in4.retractedAt IS NULL AND theme31.retractedAt IS NULL
      AND theme31.code IN ['FAR']
    } THEN ['NOT_AVAILABLE'] ELSE [] END) = 0
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
      MATCH (node28)-[part_of9:PART_OF]->(case:Case)-[in5:IN]->(theme32:Theme)
      WHERE part_of9.validFrom <= $given.now AND coalesce(part_of9.validTo, 9007199254740991) > $given.now AND part_of9.retractedAt IS NULL AND case.retractedAt IS NULL AND in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND theme32.retractedAt IS NULL
      RETURN {code: theme32.code, secret: coalesce(theme32.secret, false)}
    } AS node28Themes
    WITH *, (true AND ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme33 IN node28Themes WHERE 'ACTIVITIES:' + theme33.code IN person2Mask)))) AS node28Whole, ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme34 IN node28Themes WHERE 'ACTIVITIES:' + theme34.code IN person2Mask))) AS node28Shown
    WITH * WHERE node28Shown AND size(CASE WHEN EXISTS {
      MATCH (node28)-[part_of10:PART_OF]->(case2:Case)-[in6:IN]->(theme35:Theme)
      WHERE coalesce(part_of10.validFrom <= $given.now, true) AND coalesce(part_of10.validTo > $given.now, true) AND part_of10.retractedAt IS NULL AND case2.retractedAt IS NULL AND coalesce(in6.validFrom <= $given.now, true) AND coalesce(in6.validTo > $given.now, true) AND in6.retractedAt IS NULL AND theme35.retractedAt IS NULL
      AND theme35.code IN ['FAR']
    } THEN ['NOT_AVAILABLE'] ELSE [] END) = 0
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
    WITH *, (true AND ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme36 IN node30Themes WHERE 'DEVICES:' + theme36.code IN person2Mask)))) AS node30Whole, ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme37 IN node30Themes WHERE 'DEVICES:' + theme37.code IN person2Mask))) AS node30Shown
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
      MATCH (node32)-[in7:IN]->(theme38:Theme)
      WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme38.retractedAt IS NULL
      RETURN {code: theme38.code, secret: coalesce(theme38.secret, false)}
    } AS node32Themes
    WITH *, (true AND ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme39 IN node32Themes WHERE 'DIALOGUES:' + theme39.code IN person2Mask)))) AS node32Whole, ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme40 IN node32Themes WHERE 'DIALOGUES:' + theme40.code IN person2Mask))) AS node32Shown
    WITH * WHERE node32Shown AND size(CASE WHEN EXISTS {
      MATCH (node32)-[in8:IN]->(theme41:Theme)
      WHERE coalesce(in8.validFrom <= $given.now, true) AND coalesce(in8.validTo > $given.now, true) AND in8.retractedAt IS NULL AND theme41.retractedAt IS NULL
      AND theme41.code IN ['FAR']
    } THEN ['NOT_AVAILABLE'] ELSE [] END) = 0
    WITH * WHERE $given.a15 IS NULL OR edge32.validFrom < $given.a15[0] OR (edge32.validFrom = $given.a15[0] AND edge32.id > $given.a15[1])
    WITH * ORDER BY edge32.validFrom DESC, edge32.id LIMIT $given.a14 + 1
    CALL (ctx, node32, node32Whole) {
      MATCH (node32)-[edge35:IN]->(node35:Theme)
      WHERE edge35.validFrom <= $given.now AND coalesce(edge35.validTo, 9007199254740991) > $given.now AND edge35.retractedAt IS NULL AND node35.retractedAt IS NULL
      WITH *, node35 AS node34, edge35 AS edge34
      WITH * ORDER BY edge34.validFrom DESC, edge34.id LIMIT 1
      RETURN collect({it: {code: node34.code}}) AS theme42
    }
    RETURN collect({it: {id: node32.id, channel: node32.channel, startedAt: node32.startedAt, theme: head(theme42)}, whole: node32Whole, edge: {}, position: [edge32.validFrom, edge32.id]}) AS dialoguesRows
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
    WITH *, CASE WHEN NOT node38.id IN ctx.subjectExcepted2 AND node38.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node38Places
    RETURN collect({it: {id: CASE WHEN size(node38Places) = 0 THEN node38.id ELSE 'unit:NAV' END, number: CASE WHEN size(node38Places) = 0 THEN node38.number END, name: CASE WHEN size(node38Places) = 0 THEN node38.name ELSE 'NAV' END}, places: node38Places, edge: {}, position: [edge38.validFrom, edge38.id], says: says20}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person2Mask THEN head(COLLECT {
    MATCH (person2)-[edge:IDENTIFIED_BY]->(node:Identifier)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND node.kind IN ['NIN', 'D_NUMBER']
    RETURN node.value ORDER BY node.kind DESC, node.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, deathDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.deathDate) END, gender: CASE WHEN 'IDENTITY' IN person2Mask THEN person2.gender END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, language: CASE WHEN 'CONTACT' IN person2Mask THEN person2.language END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, area: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN head(area) END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END, household: CASE WHEN 'FAMILY' IN person2Mask AND size(person2Places) = 0 THEN head(household5) END, employments: CASE WHEN 'WORK' IN person2Mask THEN employments END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases END, activities: CASE WHEN 'ACTIVITIES' IN person2Mask THEN activities END, devices: CASE WHEN 'DEVICES' IN person2Mask THEN devices END, dialogues: CASE WHEN 'DIALOGUES' IN person2Mask THEN dialogues END, protections: CASE WHEN 'PROTECTION' IN person2Mask THEN protections END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Codes, offered: CASE WHEN size(person2Codes) > 0 THEN person2Offered ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, person
