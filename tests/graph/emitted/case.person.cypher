// Case (person)
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
  MATCH (viewer)<-[owned_by3:OWNED_BY]-(business9:Business)
  WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND business9.retractedAt IS NULL
  RETURN collect(DISTINCT business9) AS businesss
}
CALL (viewer) {
  MATCH (viewer)<-[to7:TO]-(mandate12:Mandate)
  WHERE to7.validFrom <= $given.now AND coalesce(to7.validTo, 9007199254740991) > $given.now AND to7.retractedAt IS NULL AND mandate12.validFrom <= $given.now AND coalesce(mandate12.validTo, 9007199254740991) > $given.now AND mandate12.retractedAt IS NULL AND mandate12.revokedAt IS NULL
  RETURN collect(DISTINCT mandate12) AS mandates5
}
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
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject14)
  WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND subject14.retractedAt IS NULL
  RETURN collect(DISTINCT subject14) AS subjects
}
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
CALL (viewer, covered, positions) {
  UNWIND positions AS position6
  MATCH (position6)-[in5:IN]->(role:Role)
  WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND role.retractedAt IS NULL
  WITH position6, role, COLLECT {
    MATCH (role)-[covers14:COVERS]->(category7:Category)
    WHERE covers14.validFrom <= $given.now AND coalesce(covers14.validTo, 9007199254740991) > $given.now AND covers14.retractedAt IS NULL AND category7.retractedAt IS NULL
    AND 'READ' IN coalesce(covers14.actions, ['READ'])
    UNWIND [category7.code] + CASE category7.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code42
    WITH code42
    WHERE code42 IN covered
    RETURN DISTINCT code42
  } AS codes, COLLECT {
    MATCH (role)-[covers15:COVERS]->(category8:Category)
    WHERE covers15.validFrom <= $given.now AND coalesce(covers15.validTo, 9007199254740991) > $given.now AND covers15.retractedAt IS NULL AND category8.retractedAt IS NULL
    MATCH (role)-[handles:HANDLES]->(theme27:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme27.retractedAt IS NULL
    AND 'READ' IN coalesce(covers15.actions, ['READ']) AND category8.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category8.code IN covered
    RETURN DISTINCT category8.code + ':' + theme27.code
  } AS themed
  RETURN collect({position: position6.id, reach: role.reach, codes: codes, themed: themed}) AS seats
}
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, mandates) {
  UNWIND mandates AS mandate2
  MATCH (mandate2)-[from:FROM]->(subject2:Person)
  WHERE from.validFrom <= $given.now AND coalesce(from.validTo, 9007199254740991) > $given.now AND from.retractedAt IS NULL AND subject2.retractedAt IS NULL AND 'READ' IN mandate2.actions
  WITH mandate2, covered, seats, collect(DISTINCT subject2.id) AS at
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
  MATCH (mandate4)-[from2:FROM]->(subject3:Person)
  WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND subject3.retractedAt IS NULL AND ('READ' IN mandate4.actions OR (mandate4.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate4, covered, seats, collect(DISTINCT subject3.id) AS at
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
  MATCH (mandate5)-[from3:FROM]->(subject4:Person)
  WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND subject4.retractedAt IS NULL
  MATCH (mandate5)-[covers5:COVERS]->(task:Task)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND task.retractedAt IS NULL AND ('READ' IN mandate5.actions OR (mandate5.actions IS NULL AND 'READ' = 'READ'))
  WITH task, mandate5, covered, seats, collect(DISTINCT subject4.id) AS at
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
  MATCH (mandate7)-[from4:FROM]->(subject5:Person)
  WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND subject5.retractedAt IS NULL AND (subject5.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate7.actions OR (mandate7.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate7, covered, seats, collect(DISTINCT subject5.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, at, COLLECT {
    MATCH (mandate7)-[cleared_for4:CLEARED_FOR]->(protection8:Protection)-[opens4:OPENS*0..1]->(protection9:Protection)
    WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection8.retractedAt IS NULL AND all(step4 IN opens4 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL) AND protection9.retractedAt IS NULL
    RETURN DISTINCT protection9.code
  } AS lifts
  RETURN collect({gives: gives, at: at, lifts: lifts}) AS parentalResponsibility
}
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate9
  MATCH (mandate9)-[about:ABOUT]->(subject6:Person)-[employed_by:EMPLOYED_BY]->(business:Business)<-[from5:FROM]-(mandate9)
  WHERE about.validFrom <= $given.now AND coalesce(about.validTo, 9007199254740991) > $given.now AND about.retractedAt IS NULL AND subject6.retractedAt IS NULL AND employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business.retractedAt IS NULL AND from5.validFrom <= $given.now AND coalesce(from5.validTo, 9007199254740991) > $given.now AND from5.retractedAt IS NULL
  MATCH (viewer)-[employed_by2:EMPLOYED_BY]->(business)
  WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND ('READ' IN mandate9.actions OR (mandate9.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate9, covered, seats, collect(DISTINCT subject6.id) AS at
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
CALL (viewer, covered, seats, businesss) {
  UNWIND businesss AS business10
  MATCH (business10)<-[part_of3:PART_OF*0..2]-(subject9:Business)
  WHERE all(step9 IN part_of3 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL) AND subject9.retractedAt IS NULL
  WITH viewer, covered, seats, collect(DISTINCT subject9.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'CASES', 'CASES:*', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'MANDATES', 'WORK'] AS gives, at
  RETURN collect({gives: gives, at: at}) AS ownBusiness
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[at4:AT]->(subject10:Business)
  WHERE at4.validFrom <= $given.now AND coalesce(at4.validTo, 9007199254740991) > $given.now AND at4.retractedAt IS NULL AND subject10.retractedAt IS NULL
  WITH position4, covered, seats, collect(DISTINCT subject10.id) AS at
  WITH [entry5 IN reduce(found24 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position4.id AND seat4.reach IN ['LOCAL']] | found24 + seat4.codes + seat4.themed) WHERE split(entry5, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, at
  RETURN collect({gives: gives, at: at}) AS representative
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position5
  MATCH (position5)-[at5:AT]->(business11:Business)
  WHERE at5.validFrom <= $given.now AND coalesce(at5.validTo, 9007199254740991) > $given.now AND at5.retractedAt IS NULL AND business11.retractedAt IS NULL
  WITH position5, covered, seats, collect(DISTINCT business11.id) AS at
  WITH [entry6 IN reduce(found26 = [], seat5 IN [seat5 IN seats WHERE seat5.position = position5.id AND seat5.reach IN ['LOCAL']] | found26 + seat5.codes + seat5.themed) WHERE split(entry6, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, at
  RETURN collect({gives: gives, at: at}) AS hierarchy
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate13
  MATCH (mandate13)-[from8:FROM]->(other2)
  WHERE from8.validFrom <= $given.now AND coalesce(from8.validTo, 9007199254740991) > $given.now AND from8.retractedAt IS NULL AND other2.retractedAt IS NULL
  MATCH (mandate13)-[cleared_for7:CLEARED_FOR]->(protection16:Protection)-[opens7:OPENS*0..1]->(protection17)
  WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL AND protection16.retractedAt IS NULL AND all(step11 IN opens7 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL) AND protection17.retractedAt IS NULL
  RETURN collect(DISTINCT [other2.id, protection17.id]) AS otherExcepted
}
CALL (viewer, covered, seats, addresss) {
  UNWIND addresss AS address2
  MATCH (address2)<-[has_address2:HAS_ADDRESS]-(other3)
  WHERE has_address2.validFrom <= $given.now AND coalesce(has_address2.validTo, 9007199254740991) > $given.now AND has_address2.retractedAt IS NULL AND other3.retractedAt IS NULL
  RETURN collect(DISTINCT other3.id) AS otherExcepted2
}
CALL (viewer, covered, seats, households) {
  UNWIND households AS household2
  MATCH (household2)<-[member_of2:MEMBER_OF]-(other4)
  WHERE member_of2.validFrom <= $given.now AND coalesce(member_of2.validTo, 9007199254740991) > $given.now AND member_of2.retractedAt IS NULL AND other4.retractedAt IS NULL
  RETURN collect(DISTINCT other4.id) AS otherExcepted3
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate14
  MATCH (mandate14)-[from9:FROM]->(sharer2)
  WHERE from9.validFrom <= $given.now AND coalesce(from9.validTo, 9007199254740991) > $given.now AND from9.retractedAt IS NULL AND sharer2.retractedAt IS NULL
  MATCH (mandate14)-[cleared_for8:CLEARED_FOR]->(protection19:Protection)-[opens8:OPENS*0..1]->(protection20)
  WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL AND protection19.retractedAt IS NULL AND all(step12 IN opens8 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL) AND protection20.retractedAt IS NULL
  RETURN collect(DISTINCT [sharer2.id, protection20.id]) AS sharerExcepted
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
  UNWIND subjects AS subject15
  RETURN collect(DISTINCT subject15.id) AS subjectExcepted
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, seats: seats, attachedPerson: attachedPerson, proxy2: proxy2, ownBusiness: ownBusiness, representative: representative, hierarchy: hierarchy, otherExcepted: otherExcepted, otherExcepted2: otherExcepted2, otherExcepted3: otherExcepted3, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted, subjectExcepted: subjectExcepted} AS ctx
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
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (subject)-[employed_by3:EMPLOYED_BY]->(business3:Business)-[part_of:PART_OF*0..2]->(business4:Business)
      WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business3.retractedAt IS NULL AND all(step6 IN part_of WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL) AND business4.retractedAt IS NULL
      RETURN DISTINCT business4.id
    } ELSE [] END AS business4s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (subject)<-[from6:FROM]-(mandate10:Mandate {kind: 'PROXY'})-[to5:TO]->(business6:Business)
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
    WITH *, CASE WHEN ctx.id = subject.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found3 = [], row IN ctx.proxy | CASE WHEN subject.id IN row.at THEN found3 + row.gives ELSE found3 END) + reduce(found5 = [], row2 IN ctx.guardian | CASE WHEN subject.id IN row2.at THEN found5 + row2.gives ELSE found5 END) + reduce(found7 = [], row3 IN ctx.guardian2 | CASE WHEN subject.id IN row3.at THEN found7 + row3.gives ELSE found7 END) + reduce(found8 = [], row4 IN ctx.parentalResponsibility | CASE WHEN subject.id IN row4.at THEN found8 + row4.gives ELSE found8 END) + reduce(found9 = [], row5 IN ctx.lineManager | CASE WHEN subject.id IN row5.at THEN found9 + row5.gives ELSE found9 END) + reduce(found11 = [], row6 IN ctx.attachedPerson | CASE WHEN any(key IN business4s WHERE key IN row6.at) THEN found11 + row6.gives ELSE found11 END) + reduce(found13 = [], row7 IN ctx.proxy2 | reduce(found15 = found13, key2 IN business6s | CASE WHEN key2.at IN row7.at THEN found15 + [entry IN row7.gives WHERE entry IN key2.gives OR (entry CONTAINS ':' AND split(entry, ':')[0] + ':*' IN key2.gives)] + [entry2 IN key2.gives WHERE entry2 CONTAINS ':' AND split(entry2, ':')[0] + ':*' IN row7.gives] ELSE found15 END)) AS subjectOffered
    WITH *, CASE WHEN size(subjectCodes) > 0 THEN reduce(found16 = [], row8 IN ctx.proxy | CASE WHEN subject.id IN row8.at AND none(code12 IN subjectCodes WHERE NOT code12 IN row8.lifts) THEN found16 + row8.gives ELSE found16 END) + reduce(found17 = [], row9 IN ctx.guardian | CASE WHEN subject.id IN row9.at AND none(code13 IN subjectCodes WHERE NOT code13 IN row9.lifts) THEN found17 + row9.gives ELSE found17 END) + reduce(found18 = [], row10 IN ctx.guardian2 | CASE WHEN subject.id IN row10.at AND none(code14 IN subjectCodes WHERE NOT code14 IN row10.lifts) THEN found18 + row10.gives ELSE found18 END) + reduce(found19 = [], row11 IN ctx.parentalResponsibility | CASE WHEN subject.id IN row11.at AND none(code15 IN subjectCodes WHERE NOT code15 IN row11.lifts) THEN found19 + row11.gives ELSE found19 END) + reduce(found20 = [], row12 IN ctx.lineManager | CASE WHEN subject.id IN row12.at AND none(code16 IN subjectCodes WHERE NOT code16 IN row12.lifts) THEN found20 + row12.gives ELSE found20 END) + reduce(found21 = [], row13 IN ctx.proxy2 | reduce(found22 = found21, key3 IN business6s | CASE WHEN key3.at IN row13.at AND none(code17 IN subjectCodes WHERE NOT code17 IN key3.lifts) THEN found22 + [entry3 IN row13.gives WHERE entry3 IN key3.gives OR (entry3 CONTAINS ':' AND split(entry3, ':')[0] + ':*' IN key3.gives)] + [entry4 IN key3.gives WHERE entry4 CONTAINS ':' AND split(entry4, ':')[0] + ':*' IN row13.gives] ELSE found22 END)) ELSE subjectOffered END AS subjectMask
    WITH *, COLLECT {
      MATCH (case2)-[in:IN]->(theme9:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme9.retractedAt IS NULL
      RETURN {code: theme9.code, secret: coalesce(theme9.secret, false)}
    } AS case2Themes
    WITH *, (true AND ('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme10 IN case2Themes WHERE 'CASES:' + theme10.code IN subjectMask)))) AS whole, (('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme11 IN case2Themes WHERE 'CASES:' + theme11.code IN subjectMask))) OR (false AND 'CASES' IN subjectMask AND (size(case2Themes) > 0 AND none(theme12 IN case2Themes WHERE theme12.secret)))) AS shown
    RETURN collect({whole: whole, shown: shown}) AS ways
  }
  CALL (ctx, case2) {
    MATCH (case2)-[concerns2:CONCERNS]->(subject7:Device)
    WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject7.retractedAt IS NULL
    WITH *, [] AS subject7Codes
    WITH *, [] AS subject7Offered
    WITH *, subject7Offered AS subject7Mask
    WITH *, COLLECT {
      MATCH (case2)-[in2:IN]->(theme13:Theme)
      WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme13.retractedAt IS NULL
      RETURN {code: theme13.code, secret: coalesce(theme13.secret, false)}
    } AS case2Themes2
    WITH *, (true AND ('CASES:*' IN subject7Mask OR (size(case2Themes2) > 0 AND all(theme14 IN case2Themes2 WHERE 'CASES:' + theme14.code IN subject7Mask)))) AS whole2, (('CASES:*' IN subject7Mask OR (size(case2Themes2) > 0 AND all(theme15 IN case2Themes2 WHERE 'CASES:' + theme15.code IN subject7Mask))) OR (false AND 'CASES' IN subject7Mask AND (size(case2Themes2) > 0 AND none(theme16 IN case2Themes2 WHERE theme16.secret)))) AS shown2
    RETURN collect({whole: whole2, shown: shown2}) AS ways2
  }
  CALL (ctx, case2) {
    MATCH (case2)-[concerns3:CONCERNS]->(subject8:Business)
    WHERE concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL AND subject8.retractedAt IS NULL
    WITH *, CASE WHEN NOT EXISTS {
      MATCH (subject8)-[owned_by:OWNED_BY]->(person:Person)
      WHERE owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND person.retractedAt IS NULL
    } AND subject8.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (subject8)-[part_of2:PART_OF*0..2]->(business8:Business)-[owned_by2:OWNED_BY]->(owner:Person)
      WHERE all(step8 IN part_of2 WHERE coalesce(step8.validFrom <= $given.now, true) AND coalesce(step8.validTo > $given.now, true) AND step8.retractedAt IS NULL) AND business8.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND owner.retractedAt IS NULL
      WITH COLLECT {
        MATCH (owner)-[protected_as2:PROTECTED_AS]->(protection14:Protection)
        WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection14.retractedAt IS NULL
        AND ctx.id <> owner.id AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection14.code
      } + CASE WHEN ctx.id <> owner.id AND owner.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS ownerCodes
      WHERE size(ownerCodes) > 0
      RETURN ownerCodes
    } THEN ['OWNER'] ELSE [] END AS subject8Codes
    WITH *, CASE WHEN size(ctx.hierarchy) > 0 THEN COLLECT {
      MATCH (subject8)-[part_of4:PART_OF*1..2]->(business12:Business)
      WHERE all(step10 IN part_of4 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL) AND business12.retractedAt IS NULL
      RETURN DISTINCT business12.id
    } ELSE [] END AS business12s
    WITH *, reduce(found23 = [], row14 IN ctx.ownBusiness | CASE WHEN subject8.id IN row14.at THEN found23 + row14.gives ELSE found23 END) + reduce(found25 = [], row15 IN ctx.representative | CASE WHEN subject8.id IN row15.at THEN found25 + row15.gives ELSE found25 END) + reduce(found27 = [], row16 IN ctx.hierarchy | CASE WHEN any(key IN business12s WHERE key IN row16.at) THEN found27 + row16.gives ELSE found27 END) AS subject8Offered
    WITH *, CASE WHEN size(subject8Codes) > 0 THEN [] ELSE subject8Offered END AS subject8Mask
    WITH *, COLLECT {
      MATCH (case2)-[in3:IN]->(theme17:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme17.retractedAt IS NULL
      RETURN {code: theme17.code, secret: coalesce(theme17.secret, false)}
    } AS case2Themes3
    WITH *, (true AND ('CASES:*' IN subject8Mask OR (size(case2Themes3) > 0 AND all(theme18 IN case2Themes3 WHERE 'CASES:' + theme18.code IN subject8Mask)))) AS whole3, (('CASES:*' IN subject8Mask OR (size(case2Themes3) > 0 AND all(theme19 IN case2Themes3 WHERE 'CASES:' + theme19.code IN subject8Mask))) OR (false AND 'CASES' IN subject8Mask AND (size(case2Themes3) > 0 AND none(theme20 IN case2Themes3 WHERE theme20.secret)))) AS shown3
    RETURN collect({whole: whole3, shown: shown3}) AS ways3
  }
  WITH *, any(way IN (ways + ways2 + ways3) WHERE way.whole) AS case2Whole, any(way IN (ways + ways2 + ways3) WHERE way.shown) AS case2Shown
  WITH * WHERE case2Shown AND size(CASE WHEN EXISTS {
    MATCH (case2)-[in4:IN]->(theme21:Theme)
    WHERE coalesce(in4.validFrom <= $given.now, true) AND coalesce(in4.validTo > $given.now, true) AND in4.retractedAt IS NULL AND theme21.retractedAt IS NULL
    AND theme21.code IN ['FAR']
  } THEN ['NOT_AVAILABLE'] ELSE [] END) = 0
  WITH *, COLLECT {
    MATCH (case2)-[held:CONCERNS]->(other:Person)-[protected:PROTECTED_AS]->(protection15:Protection)
    WHERE protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> other.id AND (held.validFrom IS NULL OR protected.validTo IS NULL OR held.validFrom < protected.validTo) AND (protected.validFrom IS NULL OR held.validTo IS NULL OR protected.validFrom < held.validTo) AND NOT [other.id, protection15.id] IN ctx.otherExcepted AND NOT other.id IN ctx.otherExcepted2 AND NOT other.id IN ctx.otherExcepted3
    RETURN DISTINCT protection15.code
  } + COLLECT {
    MATCH (case2)-[held2:CONCERNS]->(other5:Person)-[has_address3:HAS_ADDRESS]->(address3:Address)
    MATCH (address3)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection18:Protection)
    WHERE protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> other5.id AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT [sharer.id, protection18.id] IN ctx.sharerExcepted AND NOT address3.id IN ctx.addressExcepted
    RETURN DISTINCT protection18.code
  } + COLLECT {
    MATCH (case2)-[held3:CONCERNS]->(other6:Person)-[member_of3:MEMBER_OF]->(household3:Household)
    MATCH (household3)<-[kept2:MEMBER_OF]-(sharer3:Person)-[protected3:PROTECTED_AS]->(protection21:Protection)
    WHERE protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> other6.id AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT [sharer3.id, protection21.id] IN ctx.sharerExcepted AND NOT household3.id IN ctx.householdExcepted
    RETURN DISTINCT protection21.code
  } AS case2Places
  CALL (ctx, case2, case2Places, case2Whole) {
    MATCH (case2)-[edge2:IN]->(node2:Theme)
    WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1
    RETURN collect({it: {code: node.code, name: node.name}}) AS theme22
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
      UNWIND CASE WHEN node5:Person THEN [node5] ELSE [] END AS person2
      WITH *, COLLECT {
        MATCH (person2)-[protected_as3:PROTECTED_AS]->(protection22:Protection)
        WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection22.retractedAt IS NULL
        AND ctx.id <> person2.id AND protection22.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection22.code
      } + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person2Codes
      WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
        MATCH (person2)<-[from10:FROM]-(mandate15:Mandate {kind: 'PROXY'})-[to8:TO]->(business13:Business)
        WHERE from10.validFrom <= $given.now AND coalesce(from10.validTo, 9007199254740991) > $given.now AND from10.retractedAt IS NULL AND mandate15.validFrom <= $given.now AND coalesce(mandate15.validTo, 9007199254740991) > $given.now AND mandate15.retractedAt IS NULL AND mandate15.revokedAt IS NULL AND to8.validFrom <= $given.now AND coalesce(to8.validTo, 9007199254740991) > $given.now AND to8.retractedAt IS NULL AND business13.retractedAt IS NULL
        AND 'READ' IN mandate15.actions
        WITH *, COLLECT {
          MATCH (mandate15)-[covers10:COVERS]->(category5:Category)
          WHERE covers10.retractedAt IS NULL AND category5.retractedAt IS NULL
          RETURN DISTINCT CASE WHEN covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL THEN category5.code ELSE '' END
        } AS named5, COLLECT {
          MATCH (mandate15)-[covers11:COVERS]->(theme23:Theme)
          WHERE covers11.retractedAt IS NULL AND theme23.retractedAt IS NULL
          RETURN DISTINCT CASE WHEN covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL THEN theme23.code ELSE '' END
        } AS themes5
        RETURN {at: business13.id, gives: reduce(found34 = [], code26 IN CASE WHEN size(named5) > 0 THEN named5 + CASE WHEN 'IDENTITY' IN named5 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes5) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found34 + CASE WHEN code26 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes5 = [''] THEN [code26] + CASE WHEN code26 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme24 IN CASE WHEN size(themes5) > 0 THEN themes5 ELSE ['*'] END WHERE theme24 <> '' | code26 + ':' + theme24] ELSE [] END ELSE [] END), lifts: COLLECT {
          MATCH (mandate15)-[cleared_for9:CLEARED_FOR]->(protection23:Protection)-[opens9:OPENS*0..1]->(protection24:Protection)
          WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection23.retractedAt IS NULL AND all(step13 IN opens9 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL) AND protection24.retractedAt IS NULL
          RETURN DISTINCT protection24.code
        }}
      } ELSE [] END AS business13s
      WITH *, CASE WHEN size(person2Codes) > 0 THEN reduce(found28 = [], row17 IN ctx.proxy | CASE WHEN person2.id IN row17.at AND none(code21 IN person2Codes WHERE NOT code21 IN row17.lifts) THEN found28 + row17.gives ELSE found28 END) + reduce(found29 = [], row18 IN ctx.guardian | CASE WHEN person2.id IN row18.at AND none(code22 IN person2Codes WHERE NOT code22 IN row18.lifts) THEN found29 + row18.gives ELSE found29 END) + reduce(found30 = [], row19 IN ctx.guardian2 | CASE WHEN person2.id IN row19.at AND none(code23 IN person2Codes WHERE NOT code23 IN row19.lifts) THEN found30 + row19.gives ELSE found30 END) + reduce(found31 = [], row20 IN ctx.parentalResponsibility | CASE WHEN person2.id IN row20.at AND none(code24 IN person2Codes WHERE NOT code24 IN row20.lifts) THEN found31 + row20.gives ELSE found31 END) + reduce(found32 = [], row21 IN ctx.lineManager | CASE WHEN person2.id IN row21.at AND none(code25 IN person2Codes WHERE NOT code25 IN row21.lifts) THEN found32 + row21.gives ELSE found32 END) + reduce(found33 = [], row22 IN ctx.proxy2 | reduce(found35 = found33, key4 IN business13s | CASE WHEN key4.at IN row22.at AND none(code27 IN person2Codes WHERE NOT code27 IN key4.lifts) THEN found35 + [entry7 IN row22.gives WHERE entry7 IN key4.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key4.gives)] + [entry8 IN key4.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row22.gives] ELSE found35 END)) ELSE ['CARD'] END AS person2Mask
      WITH * WHERE (false OR 'CARD' IN person2Mask)
      RETURN collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END}, access: {mask: person2Mask, codes: person2Codes, offered: CASE WHEN size(person2Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
    }
    CALL (ctx, node5, edge5, case2Places, case2Whole) {
      UNWIND CASE WHEN node5:Business THEN [node5] ELSE [] END AS business14
      CALL (ctx, business14) {
        MATCH (business14)-[part_of5:PART_OF*0..2]->(business15:Business)-[owned_by4:OWNED_BY]->(subject16:Person)
        WHERE all(step14 IN part_of5 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL) AND business15.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject16.retractedAt IS NULL
        WITH *, COLLECT {
          MATCH (subject16)-[protected_as4:PROTECTED_AS]->(protection25:Protection)
          WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection25.retractedAt IS NULL
          AND ctx.id <> subject16.id AND protection25.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection25.code
        } + CASE WHEN ctx.id <> subject16.id AND subject16.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject16Codes
        WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
          MATCH (subject16)-[employed_by4:EMPLOYED_BY]->(business16:Business)-[part_of6:PART_OF*0..2]->(business17:Business)
          WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business16.retractedAt IS NULL AND all(step15 IN part_of6 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL) AND business17.retractedAt IS NULL
          RETURN DISTINCT business17.id
        } ELSE [] END AS business17s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
          MATCH (subject16)<-[from11:FROM]-(mandate16:Mandate {kind: 'PROXY'})-[to9:TO]->(business18:Business)
          WHERE from11.validFrom <= $given.now AND coalesce(from11.validTo, 9007199254740991) > $given.now AND from11.retractedAt IS NULL AND mandate16.validFrom <= $given.now AND coalesce(mandate16.validTo, 9007199254740991) > $given.now AND mandate16.retractedAt IS NULL AND mandate16.revokedAt IS NULL AND to9.validFrom <= $given.now AND coalesce(to9.validTo, 9007199254740991) > $given.now AND to9.retractedAt IS NULL AND business18.retractedAt IS NULL
          AND 'READ' IN mandate16.actions
          WITH *, COLLECT {
            MATCH (mandate16)-[covers12:COVERS]->(category6:Category)
            WHERE covers12.retractedAt IS NULL AND category6.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL THEN category6.code ELSE '' END
          } AS named6, COLLECT {
            MATCH (mandate16)-[covers13:COVERS]->(theme25:Theme)
            WHERE covers13.retractedAt IS NULL AND theme25.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers13.validFrom <= $given.now AND coalesce(covers13.validTo, 9007199254740991) > $given.now AND covers13.retractedAt IS NULL THEN theme25.code ELSE '' END
          } AS themes6
          RETURN {at: business18.id, gives: reduce(found43 = [], code34 IN CASE WHEN size(named6) > 0 THEN named6 + CASE WHEN 'IDENTITY' IN named6 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found43 + CASE WHEN code34 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code34] + CASE WHEN code34 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme26 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme26 <> '' | code34 + ':' + theme26] ELSE [] END ELSE [] END), lifts: COLLECT {
            MATCH (mandate16)-[cleared_for10:CLEARED_FOR]->(protection26:Protection)-[opens10:OPENS*0..1]->(protection27:Protection)
            WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL AND protection26.retractedAt IS NULL AND all(step16 IN opens10 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL) AND protection27.retractedAt IS NULL
            RETURN DISTINCT protection27.code
          }}
        } ELSE [] END AS business18s
        WITH *, CASE WHEN ctx.id = subject16.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found36 = [], row23 IN ctx.proxy | CASE WHEN subject16.id IN row23.at THEN found36 + row23.gives ELSE found36 END) + reduce(found37 = [], row24 IN ctx.guardian | CASE WHEN subject16.id IN row24.at THEN found37 + row24.gives ELSE found37 END) + reduce(found38 = [], row25 IN ctx.guardian2 | CASE WHEN subject16.id IN row25.at THEN found38 + row25.gives ELSE found38 END) + reduce(found39 = [], row26 IN ctx.parentalResponsibility | CASE WHEN subject16.id IN row26.at THEN found39 + row26.gives ELSE found39 END) + reduce(found40 = [], row27 IN ctx.lineManager | CASE WHEN subject16.id IN row27.at THEN found40 + row27.gives ELSE found40 END) + reduce(found41 = [], row28 IN ctx.attachedPerson | CASE WHEN any(key IN business17s WHERE key IN row28.at) THEN found41 + row28.gives ELSE found41 END) + reduce(found42 = [], row29 IN ctx.proxy2 | reduce(found44 = found42, key5 IN business18s | CASE WHEN key5.at IN row29.at THEN found44 + [entry9 IN row29.gives WHERE entry9 IN key5.gives OR (entry9 CONTAINS ':' AND split(entry9, ':')[0] + ':*' IN key5.gives)] + [entry10 IN key5.gives WHERE entry10 CONTAINS ':' AND split(entry10, ':')[0] + ':*' IN row29.gives] ELSE found44 END)) AS subject16Offered
        WITH *, CASE WHEN size(subject16Codes) > 0 THEN reduce(found45 = [], row30 IN ctx.proxy | CASE WHEN subject16.id IN row30.at AND none(code36 IN subject16Codes WHERE NOT code36 IN row30.lifts) THEN found45 + row30.gives ELSE found45 END) + reduce(found46 = [], row31 IN ctx.guardian | CASE WHEN subject16.id IN row31.at AND none(code37 IN subject16Codes WHERE NOT code37 IN row31.lifts) THEN found46 + row31.gives ELSE found46 END) + reduce(found47 = [], row32 IN ctx.guardian2 | CASE WHEN subject16.id IN row32.at AND none(code38 IN subject16Codes WHERE NOT code38 IN row32.lifts) THEN found47 + row32.gives ELSE found47 END) + reduce(found48 = [], row33 IN ctx.parentalResponsibility | CASE WHEN subject16.id IN row33.at AND none(code39 IN subject16Codes WHERE NOT code39 IN row33.lifts) THEN found48 + row33.gives ELSE found48 END) + reduce(found49 = [], row34 IN ctx.lineManager | CASE WHEN subject16.id IN row34.at AND none(code40 IN subject16Codes WHERE NOT code40 IN row34.lifts) THEN found49 + row34.gives ELSE found49 END) + reduce(found50 = [], row35 IN ctx.proxy2 | reduce(found51 = found50, key6 IN business18s | CASE WHEN key6.at IN row35.at AND none(code41 IN subject16Codes WHERE NOT code41 IN key6.lifts) THEN found51 + [entry11 IN row35.gives WHERE entry11 IN key6.gives OR (entry11 CONTAINS ':' AND split(entry11, ':')[0] + ':*' IN key6.gives)] + [entry12 IN key6.gives WHERE entry12 CONTAINS ':' AND split(entry12, ':')[0] + ':*' IN row35.gives] ELSE found51 END)) ELSE subject16Offered END AS subject16Mask
        WITH *, (true AND 'WORK' IN subject16Mask) AS whole4, 'WORK' IN subject16Mask AS shown4
        RETURN collect({whole: whole4, shown: shown4}) AS ways4
      }
      WITH *, (NOT EXISTS {
        MATCH (business14)-[part_of7:PART_OF*0..2]->(business20:Business)-[owned_by5:OWNED_BY]->(subject17:Person)
        WHERE all(step17 IN part_of7 WHERE coalesce(step17.validFrom <= $given.now, true) AND coalesce(step17.validTo > $given.now, true) AND step17.retractedAt IS NULL) AND business20.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject17.retractedAt IS NULL
      }) OR any(way2 IN (ways4) WHERE way2.whole) AS business14Whole
      WITH * WHERE business14Whole AND size(CASE WHEN NOT EXISTS {
        MATCH (business14)-[owned_by6:OWNED_BY]->(person3:Person)
        WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person3.retractedAt IS NULL
      } AND business14.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
      RETURN collect({it: {id: business14.id, name: business14.name}, type: 'Business'}) AS asBusiness
    }
    WITH *, asPerson + asBusiness AS found52
    WITH * WHERE size(found52) > 0
    WITH * WHERE $given.a2 IS NULL OR edge5.validFrom < $given.a2[0] OR (edge5.validFrom = $given.a2[0] AND edge5.id > $given.a2[1])
    WITH * ORDER BY edge5.validFrom DESC, edge5.id LIMIT $given.a1 + 1
    RETURN collect({edge: {part: edge5.part}, position: [edge5.validFrom, edge5.id], of: head(found52)}) AS partiesRows
  }
  WITH *, {rows: partiesRows} AS parties
  RETURN head(collect({it: {id: case2.id, title: CASE WHEN case2Whole THEN case2.title END, status: case2.status, openedAt: case2.openedAt, closedAt: case2.closedAt, theme: head(theme22), unit: CASE WHEN size(case2Places) = 0 AND case2Whole THEN head(unit) END, parties: CASE WHEN case2Whole THEN parties END}, whole: case2Whole, places: case2Places, concerned: $given.case IS NULL OR EXISTS {
    MATCH (case2)-[concerns4:CONCERNS]->(subject11:Person)
    WHERE concerns4.validFrom <= $given.now AND coalesce(concerns4.validTo, 9007199254740991) > $given.now AND concerns4.retractedAt IS NULL AND subject11.retractedAt IS NULL
    AND subject11.id IN ctx.caseSubjects
  } OR EXISTS {
    MATCH (case2)-[concerns5:CONCERNS]->(subject12:Device)
    WHERE concerns5.validFrom <= $given.now AND coalesce(concerns5.validTo, 9007199254740991) > $given.now AND concerns5.retractedAt IS NULL AND subject12.retractedAt IS NULL
    AND subject12.id IN ctx.caseSubjects
  } OR EXISTS {
    MATCH (case2)-[concerns6:CONCERNS]->(subject13:Business)
    WHERE concerns6.validFrom <= $given.now AND coalesce(concerns6.validTo, 9007199254740991) > $given.now AND concerns6.retractedAt IS NULL AND subject13.retractedAt IS NULL
    AND subject13.id IN ctx.caseSubjects
  }})) AS case
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, case
