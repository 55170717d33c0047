// MyView (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)<-[to2:TO]-(mandate:Mandate {kind: 'PROXY'})
  WHERE to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND mandate.validFrom <= $given.now AND coalesce(mandate.validTo, 9007199254740991) > $given.now AND mandate.retractedAt IS NULL AND mandate.revokedAt IS NULL
  RETURN collect(DISTINCT mandate) AS mandates2
}
CALL (viewer) {
  MATCH (viewer)<-[to3:TO]-(mandate3:Mandate {kind: 'GUARDIANSHIP'})
  WHERE to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND mandate3.validFrom <= $given.now AND coalesce(mandate3.validTo, 9007199254740991) > $given.now AND mandate3.retractedAt IS NULL AND mandate3.revokedAt IS NULL
  RETURN collect(DISTINCT mandate3) AS mandates3
}
CALL (viewer) {
  MATCH (viewer)<-[to4:TO]-(mandate6:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
  WHERE to4.validFrom <= $given.now AND coalesce(to4.validTo, 9007199254740991) > $given.now AND to4.retractedAt IS NULL AND mandate6.validFrom <= $given.now AND coalesce(mandate6.validTo, 9007199254740991) > $given.now AND mandate6.retractedAt IS NULL AND mandate6.revokedAt IS NULL
  RETURN collect(DISTINCT mandate6) AS mandates4
}
CALL (viewer) {
  MATCH (viewer)<-[to5:TO]-(mandate8:Mandate {kind: 'LINE_MANAGEMENT'})
  WHERE to5.validFrom <= $given.now AND coalesce(to5.validTo, 9007199254740991) > $given.now AND to5.retractedAt IS NULL AND mandate8.validFrom <= $given.now AND coalesce(mandate8.validTo, 9007199254740991) > $given.now AND mandate8.retractedAt IS NULL AND mandate8.revokedAt IS NULL
  RETURN collect(DISTINCT mandate8) AS mandates5
}
CALL (viewer) {
  MATCH (viewer)-[holds:HOLDS]->(position:Position)
  WHERE holds.validFrom <= $given.now AND coalesce(holds.validTo, 9007199254740991) > $given.now AND holds.retractedAt IS NULL AND position.retractedAt IS NULL
  RETURN collect(DISTINCT position) AS positions
}
CALL (viewer) {
  MATCH (viewer)<-[to9:TO]-(mandate12:Mandate)
  WHERE to9.validFrom <= $given.now AND coalesce(to9.validTo, 9007199254740991) > $given.now AND to9.retractedAt IS NULL AND mandate12.validFrom <= $given.now AND coalesce(mandate12.validTo, 9007199254740991) > $given.now AND mandate12.retractedAt IS NULL AND mandate12.revokedAt IS NULL
  RETURN collect(DISTINCT mandate12) AS mandates6
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
  MATCH (viewer)<-[concerns2:CONCERNS]-(subject19)
  WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject19.retractedAt IS NULL
  RETURN collect(DISTINCT subject19) AS subjects
}
CALL (viewer) {
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject21)
  WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND subject21.retractedAt IS NULL
  RETURN collect(DISTINCT subject21) AS subjects2
}
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
CALL (viewer, covered, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[in5:IN]->(role:Role)
  WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND role.retractedAt IS NULL
  WITH position4, role, COLLECT {
    MATCH (role)-[covers12:COVERS]->(category6:Category)
    WHERE covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL AND category6.retractedAt IS NULL
    AND 'READ' IN coalesce(covers12.actions, ['READ'])
    UNWIND [category6.code] + CASE category6.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code32
    WITH code32
    WHERE code32 IN covered
    RETURN DISTINCT code32
  } AS codes, COLLECT {
    MATCH (role)-[covers13:COVERS]->(category7:Category)
    WHERE covers13.validFrom <= $given.now AND coalesce(covers13.validTo, 9007199254740991) > $given.now AND covers13.retractedAt IS NULL AND category7.retractedAt IS NULL
    MATCH (role)-[handles:HANDLES]->(theme22:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme22.retractedAt IS NULL
    AND 'READ' IN coalesce(covers13.actions, ['READ']) AND category7.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category7.code IN covered
    RETURN DISTINCT category7.code + ':' + theme22.code
  } AS themed, COLLECT {
    MATCH (position4)-[at4:AT]->(place:Unit|Municipality|Business)
    WHERE at4.validFrom <= $given.now AND coalesce(at4.validTo, 9007199254740991) > $given.now AND at4.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position4.id, reach: role.reach, codes: codes, themed: themed, role: role.code, place: head(places)}) AS seats
}
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate2
  MATCH (mandate2)-[from2:FROM]->(subject3:Person)
  WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND subject3.retractedAt IS NULL AND 'READ' IN mandate2.actions
  WITH mandate2, covered, seats, collect(DISTINCT subject3.id) AS at
  WITH *, COLLECT {
    MATCH (mandate2)-[covers:COVERS]->(category:Category)
    RETURN DISTINCT CASE WHEN covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL THEN category.code ELSE '' END
  } AS named, COLLECT {
    MATCH (mandate2)-[covers2:COVERS]->(theme:Theme)
    RETURN DISTINCT CASE WHEN covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND theme.retractedAt IS NULL THEN theme.code ELSE '' END
  } AS themes
  WITH reduce(found2 = [], code IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found2 + CASE WHEN code IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes = [''] THEN [code] + CASE WHEN code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme2 IN CASE WHEN size(themes) > 0 THEN themes ELSE ['*'] END WHERE theme2 <> '' | code + ':' + theme2] ELSE [] END ELSE [] END) AS gives, ['@person.proxy'] AS marks, at, COLLECT {
    MATCH (mandate2)-[cleared_for:CLEARED_FOR]->(protection3:Protection)-[opens:OPENS*0..1]->(protection4:Protection)
    WHERE cleared_for.validFrom <= $given.now AND coalesce(cleared_for.validTo, 9007199254740991) > $given.now AND cleared_for.retractedAt IS NULL AND protection3.retractedAt IS NULL AND all(step IN opens WHERE step.validFrom <= $given.now AND coalesce(step.validTo, 9007199254740991) > $given.now AND step.retractedAt IS NULL AND endNode(step).retractedAt IS NULL) AND protection4.retractedAt IS NULL
    RETURN DISTINCT protection4.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS proxy
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate4
  MATCH (mandate4)-[from3:FROM]->(subject4:Person)
  WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND subject4.retractedAt IS NULL AND ('READ' IN mandate4.actions OR (mandate4.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate4, covered, seats, collect(DISTINCT subject4.id) AS at
  WITH *, COLLECT {
    MATCH (mandate4)-[covers3:COVERS]->(category2:Category)
    RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category2.retractedAt IS NULL THEN category2.code ELSE '' END
  } AS named2, COLLECT {
    MATCH (mandate4)-[covers4:COVERS]->(theme3:Theme)
    RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme3.retractedAt IS NULL THEN theme3.code ELSE '' END
  } AS themes2
  WITH reduce(found4 = [], code3 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes2) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found4 + CASE WHEN code3 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes2 = [''] THEN [code3] + CASE WHEN code3 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme4 IN CASE WHEN size(themes2) > 0 THEN themes2 ELSE ['*'] END WHERE theme4 <> '' | code3 + ':' + theme4] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate4)-[cleared_for2:CLEARED_FOR]->(protection5:Protection)-[opens2:OPENS*0..1]->(protection6:Protection)
    WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection5.retractedAt IS NULL AND all(step2 IN opens2 WHERE step2.validFrom <= $given.now AND coalesce(step2.validTo, 9007199254740991) > $given.now AND step2.retractedAt IS NULL AND endNode(step2).retractedAt IS NULL) AND protection6.retractedAt IS NULL
    RETURN DISTINCT protection6.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate5
  MATCH (mandate5)-[from4:FROM]->(subject5:Person)
  WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND subject5.retractedAt IS NULL
  MATCH (mandate5)-[covers5:COVERS]->(task:Task)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND task.retractedAt IS NULL AND ('READ' IN mandate5.actions OR (mandate5.actions IS NULL AND 'READ' = 'READ'))
  WITH task, mandate5, covered, seats, collect(DISTINCT subject5.id) AS at
  WITH *, COLLECT {
    MATCH (task)-[covers6:COVERS]->(category3:Category)
    RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
  } AS named3, COLLECT {
    MATCH (task)-[covers7:COVERS]->(theme5:Theme)
    RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND theme5.retractedAt IS NULL THEN theme5.code ELSE '' END
  } AS themes3
  WITH reduce(found6 = [], code5 IN CASE WHEN size(named3) > 0 THEN named3 + CASE WHEN 'IDENTITY' IN named3 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes3) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found6 + CASE WHEN code5 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes3 = [''] THEN [code5] + CASE WHEN code5 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme6 IN CASE WHEN size(themes3) > 0 THEN themes3 ELSE ['*'] END WHERE theme6 <> '' | code5 + ':' + theme6] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate5)-[cleared_for3:CLEARED_FOR]->(protection7:Protection)-[opens3:OPENS*0..1]->(protection8:Protection)
    WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection7.retractedAt IS NULL AND all(step3 IN opens3 WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL AND endNode(step3).retractedAt IS NULL) AND protection8.retractedAt IS NULL
    RETURN DISTINCT protection8.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian2
}
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate7
  MATCH (mandate7)-[from5:FROM]->(subject6:Person)
  WHERE from5.validFrom <= $given.now AND coalesce(from5.validTo, 9007199254740991) > $given.now AND from5.retractedAt IS NULL AND subject6.retractedAt IS NULL AND (subject6.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate7.actions OR (mandate7.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate7, covered, seats, collect(DISTINCT subject6.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, ['@person.parental-responsibility'] AS marks, at, COLLECT {
    MATCH (mandate7)-[cleared_for4:CLEARED_FOR]->(protection9:Protection)-[opens4:OPENS*0..1]->(protection10:Protection)
    WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection9.retractedAt IS NULL AND all(step4 IN opens4 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND protection10.retractedAt IS NULL
    RETURN DISTINCT protection10.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS parentalResponsibility
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate9
  MATCH (mandate9)-[about:ABOUT]->(subject7:Person)-[employed_by:EMPLOYED_BY]->(business:Business)<-[from6:FROM]-(mandate9)
  WHERE about.validFrom <= $given.now AND coalesce(about.validTo, 9007199254740991) > $given.now AND about.retractedAt IS NULL AND subject7.retractedAt IS NULL AND employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business.retractedAt IS NULL AND from6.validFrom <= $given.now AND coalesce(from6.validTo, 9007199254740991) > $given.now AND from6.retractedAt IS NULL
  MATCH (viewer)-[employed_by2:EMPLOYED_BY]->(business)
  WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND ('READ' IN mandate9.actions OR (mandate9.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate9, covered, seats, collect(DISTINCT subject7.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'] AS gives, ['@person.line-manager'] AS marks, at, COLLECT {
    MATCH (mandate9)-[cleared_for5:CLEARED_FOR]->(protection11:Protection)-[opens5:OPENS*0..1]->(protection12:Protection)
    WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection11.retractedAt IS NULL AND all(step5 IN opens5 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND protection12.retractedAt IS NULL
    RETURN DISTINCT protection12.code
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
CALL (viewer, covered, seats, mandates6) {
  UNWIND mandates6 AS mandate13
  MATCH (mandate13)-[from10:FROM]->(subject10)
  WHERE from10.validFrom <= $given.now AND coalesce(from10.validTo, 9007199254740991) > $given.now AND from10.retractedAt IS NULL AND subject10.retractedAt IS NULL
  MATCH (mandate13)-[cleared_for7:CLEARED_FOR]->(protection16:Protection)-[opens7:OPENS*0..1]->(protection17)
  WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL AND protection16.retractedAt IS NULL AND all(step8 IN opens7 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND protection17.retractedAt IS NULL
  RETURN collect(DISTINCT [subject10.id, protection17.id]) AS subjectExcepted
}
CALL (viewer, covered, seats, mandates6) {
  UNWIND mandates6 AS mandate14
  MATCH (mandate14)-[from11:FROM]->(sharer2)
  WHERE from11.validFrom <= $given.now AND coalesce(from11.validTo, 9007199254740991) > $given.now AND from11.retractedAt IS NULL AND sharer2.retractedAt IS NULL
  MATCH (mandate14)-[cleared_for8:CLEARED_FOR]->(protection19:Protection)-[opens8:OPENS*0..1]->(protection20)
  WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL AND protection19.retractedAt IS NULL AND all(step9 IN opens8 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND protection20.retractedAt IS NULL
  RETURN collect(DISTINCT [sharer2.id, protection20.id]) AS sharerExcepted
}
CALL (viewer, covered, seats, addresss) {
  UNWIND addresss AS address3
  RETURN collect(DISTINCT address3.id) AS addressExcepted
}
CALL (viewer, covered, seats, households) {
  UNWIND households AS household3
  RETURN collect(DISTINCT household3.id) AS householdExcepted
}
CALL (viewer, covered, seats, subjects) {
  UNWIND subjects AS subject20
  RETURN collect(DISTINCT subject20.id) AS subjectExcepted2
}
CALL (viewer, covered, seats, mandates6) {
  UNWIND mandates6 AS mandate15
  MATCH (mandate15)-[from12:FROM]->(party2)
  WHERE from12.validFrom <= $given.now AND coalesce(from12.validTo, 9007199254740991) > $given.now AND from12.retractedAt IS NULL AND party2.retractedAt IS NULL
  MATCH (mandate15)-[cleared_for9:CLEARED_FOR]->(protection22:Protection)
  WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection22.retractedAt IS NULL
  RETURN collect(DISTINCT party2.id) AS partyExcepted
}
CALL (viewer, covered, seats, mandates6) {
  UNWIND mandates6 AS mandate16
  MATCH (mandate16)-[from13:FROM]->(other2)
  WHERE from13.validFrom <= $given.now AND coalesce(from13.validTo, 9007199254740991) > $given.now AND from13.retractedAt IS NULL AND other2.retractedAt IS NULL
  MATCH (mandate16)-[cleared_for10:CLEARED_FOR]->(protection24:Protection)-[opens9:OPENS*0..1]->(protection25)
  WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL AND protection24.retractedAt IS NULL AND all(step23 IN opens9 WHERE step23.validFrom <= $given.now AND coalesce(step23.validTo, 9007199254740991) > $given.now AND step23.retractedAt IS NULL AND endNode(step23).retractedAt IS NULL) AND protection25.retractedAt IS NULL
  RETURN collect(DISTINCT [other2.id, protection25.id]) AS otherExcepted
}
CALL (viewer, covered, seats, subjects2) {
  UNWIND subjects2 AS subject22
  RETURN collect(DISTINCT subject22.id) AS subjectExcepted3
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, seats: seats, attachedPerson: attachedPerson, proxy2: proxy2, subjectExcepted: subjectExcepted, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted, subjectExcepted2: subjectExcepted2, partyExcepted: partyExcepted, otherExcepted: otherExcepted, subjectExcepted3: subjectExcepted3} AS ctx
CALL (viewer, ctx) {
  WITH * WHERE ctx.permitted
  CALL (ctx, viewer) {
    CALL (viewer) {
      MATCH (viewer)<-[edge3:TO]-(node3:Mandate)
      MATCH (node3)-[from9:FROM]->(subject8:Person)
      RETURN subject8 AS person
      UNION
      MATCH (viewer)<-[edge4:TO]-(node4:Mandate)
      MATCH (node4)-[to8:TO]->(subject9:Person)
      RETURN subject9 AS person
    }
    WITH *, COLLECT {
      MATCH (person)-[protected_as:PROTECTED_AS]->(protection:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection.retractedAt IS NULL
      AND ctx.id <> person.id AND protection.code IS NOT NULL AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection.code
    } + CASE WHEN ctx.id <> person.id AND person.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person)-[protected_as2:PROTECTED_AS]->(protection2:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection2.retractedAt IS NULL
      AND ctx.id <> person.id AND coalesce((protection2.code IS NULL OR NOT (protection2.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END AS personCodes
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person)-[employed_by3:EMPLOYED_BY]->(business3:Business)-[part_of:PART_OF*0..2]->(business4:Business)
      WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business3.retractedAt IS NULL AND all(step6 IN part_of WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND business4.retractedAt IS NULL
      RETURN DISTINCT business4.id
    } ELSE [] END AS business4s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (person)<-[from7:FROM]-(mandate10:Mandate {kind: 'PROXY'})-[to6:TO]->(business6:Business)
      WHERE from7.validFrom <= $given.now AND coalesce(from7.validTo, 9007199254740991) > $given.now AND from7.retractedAt IS NULL AND mandate10.validFrom <= $given.now AND coalesce(mandate10.validTo, 9007199254740991) > $given.now AND mandate10.retractedAt IS NULL AND mandate10.revokedAt IS NULL AND to6.validFrom <= $given.now AND coalesce(to6.validTo, 9007199254740991) > $given.now AND to6.retractedAt IS NULL AND business6.retractedAt IS NULL
      AND 'READ' IN mandate10.actions
      WITH *, COLLECT {
        MATCH (mandate10)-[covers8:COVERS]->(category4:Category)
        RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category4.retractedAt IS NULL THEN category4.code ELSE '' END
      } AS named4, COLLECT {
        MATCH (mandate10)-[covers9:COVERS]->(theme7:Theme)
        RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND theme7.retractedAt IS NULL THEN theme7.code ELSE '' END
      } AS themes4
      RETURN {at: business6.id, gives: reduce(found14 = [], code10 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found14 + CASE WHEN code10 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code10] + CASE WHEN code10 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme8 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme8 <> '' | code10 + ':' + theme8] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate10)-[cleared_for6:CLEARED_FOR]->(protection13:Protection)-[opens6:OPENS*0..1]->(protection14:Protection)
        WHERE cleared_for6.validFrom <= $given.now AND coalesce(cleared_for6.validTo, 9007199254740991) > $given.now AND cleared_for6.retractedAt IS NULL AND protection13.retractedAt IS NULL AND all(step7 IN opens6 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND protection14.retractedAt IS NULL
        RETURN DISTINCT protection14.code
      }}
    } ELSE [] END AS business6s
    WITH *, CASE WHEN ctx.id = person.id THEN CASE WHEN size(['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) > 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] + ['@person.own-data'] ELSE [] END ELSE [] END + reduce(found3 = [], row IN ctx.proxy | CASE WHEN person.id IN row.at THEN found3 + row.gives ELSE found3 END) + reduce(found5 = [], row2 IN ctx.guardian | CASE WHEN person.id IN row2.at THEN found5 + row2.gives ELSE found5 END) + reduce(found7 = [], row3 IN ctx.guardian2 | CASE WHEN person.id IN row3.at THEN found7 + row3.gives ELSE found7 END) + reduce(found8 = [], row4 IN ctx.parentalResponsibility | CASE WHEN person.id IN row4.at THEN found8 + row4.gives ELSE found8 END) + reduce(found9 = [], row5 IN ctx.lineManager | CASE WHEN person.id IN row5.at THEN found9 + row5.gives ELSE found9 END) + reduce(found11 = [], row6 IN ctx.attachedPerson | CASE WHEN any(key IN business4s WHERE key IN row6.at) THEN found11 + row6.gives ELSE found11 END) + reduce(found13 = [], row7 IN ctx.proxy2 | reduce(found15 = found13, key2 IN business6s | CASE WHEN key2.at IN row7.at THEN found15 + reduce(both = [], shared IN [[entry2 IN row7.gives WHERE entry2 IN key2.gives OR (entry2 CONTAINS ':' AND split(entry2, ':')[0] + ':*' IN key2.gives)] + [entry3 IN key2.gives WHERE entry3 CONTAINS ':' AND split(entry3, ':')[0] + ':*' IN row7.gives]] | both + CASE WHEN size(shared) > 0 THEN shared + row7.marks ELSE [] END) ELSE found15 END)) AS personOffered
    WITH *, CASE WHEN size(personCodes) > 0 THEN reduce(found16 = [], row8 IN ctx.proxy | CASE WHEN person.id IN row8.at AND none(code12 IN personCodes WHERE NOT code12 IN row8.lifts) THEN found16 + row8.gives ELSE found16 END) + reduce(found17 = [], row9 IN ctx.guardian | CASE WHEN person.id IN row9.at AND none(code13 IN personCodes WHERE NOT code13 IN row9.lifts) THEN found17 + row9.gives ELSE found17 END) + reduce(found18 = [], row10 IN ctx.guardian2 | CASE WHEN person.id IN row10.at AND none(code14 IN personCodes WHERE NOT code14 IN row10.lifts) THEN found18 + row10.gives ELSE found18 END) + reduce(found19 = [], row11 IN ctx.parentalResponsibility | CASE WHEN person.id IN row11.at AND none(code15 IN personCodes WHERE NOT code15 IN row11.lifts) THEN found19 + row11.gives ELSE found19 END) + reduce(found20 = [], row12 IN ctx.lineManager | CASE WHEN person.id IN row12.at AND none(code16 IN personCodes WHERE NOT code16 IN row12.lifts) THEN found20 + row12.gives ELSE found20 END) + reduce(found21 = [], row13 IN ctx.proxy2 | reduce(found22 = found21, key3 IN business6s | CASE WHEN key3.at IN row13.at AND none(code17 IN personCodes WHERE NOT code17 IN key3.lifts) THEN found22 + reduce(both2 = [], shared2 IN [[entry4 IN row13.gives WHERE entry4 IN key3.gives OR (entry4 CONTAINS ':' AND split(entry4, ':')[0] + ':*' IN key3.gives)] + [entry5 IN key3.gives WHERE entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN row13.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row13.marks ELSE [] END) ELSE found22 END)) ELSE personOffered END AS personMask
    RETURN collect({id: person.id, core: personCodes, mask: personMask, codes: personCodes, offered: CASE WHEN size(personCodes) > 0 THEN personOffered ELSE [] END}) AS decided
  }
  WITH *, [] AS carded
  CALL (ctx, viewer, decided, carded) {
    MATCH (viewer)<-[edge2:TO]-(node2:Mandate)
    WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    CALL (ctx, node, decided, carded) {
      MATCH (node)-[from:FROM]->(subject:Person)
      WHERE from.validFrom <= $given.now AND coalesce(from.validTo, 9007199254740991) > $given.now AND from.retractedAt IS NULL AND subject.retractedAt IS NULL
      WITH *, coalesce(head([each IN decided WHERE each.id = subject.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subjectDecided
      WITH *, subjectDecided.mask AS subjectMask
      WITH *, (true AND 'MANDATES' IN subjectMask) AS whole, 'MANDATES' IN subjectMask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    CALL (ctx, node, decided, carded) {
      MATCH (node)-[to:TO]->(subject2:Person)
      WHERE to.validFrom <= $given.now AND coalesce(to.validTo, 9007199254740991) > $given.now AND to.retractedAt IS NULL AND subject2.retractedAt IS NULL
      WITH *, coalesce(head([each IN decided WHERE each.id = subject2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject2Decided
      WITH *, subject2Decided.mask AS subject2Mask
      WITH *, (true AND 'MANDATES' IN subject2Mask) AS whole2, 'MANDATES' IN subject2Mask AS shown2
      RETURN collect({whole: whole2, shown: shown2}) AS ways2
    }
    WITH *, any(way IN (ways + ways2) WHERE way.whole) AS nodeWhole, any(way IN (ways + ways2) WHERE way.shown) AS nodeShown
    WITH * WHERE nodeShown
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1001
    RETURN collect({it: {id: node.id, kind: node.kind}, whole: nodeWhole}) AS mandates
  }
  RETURN head(collect({name: [viewer.givenName, viewer.middleName, viewer.familyName], mandates: mandates, id: viewer.id})) AS root
}
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Person {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS person3ById
  }
  UNWIND person3ById AS it2
  WITH it2 ORDER BY it2.id LIMIT 1
  RETURN collect(it2) AS person3s
}
CALL (ctx, person3s) {
  UNWIND person3s AS person3
  CALL (ctx, person3) {
    CALL (person3) {
      UNWIND [person3] AS itself
      RETURN itself AS person12
      UNION
      MATCH (person3)<-[edge39:FROM]-(node39:Mandate)
      MATCH (node39)-[edge40:FROM]->(node40:Person|Business)
      RETURN node40 AS person12
      UNION
      MATCH (person3)<-[edge41:FROM]-(node41:Mandate)
      MATCH (node41)-[edge42:FROM]->(node42:Person|Business)
      MATCH (node42)-[part_of18:PART_OF*0..2]->(business30:Business)-[owned_by15:OWNED_BY]->(subject23:Person)
      RETURN subject23 AS person12
      UNION
      MATCH (person3)<-[edge43:FROM]-(node43:Mandate)
      MATCH (node43)-[edge44:TO]->(node44:Person|Business)
      RETURN node44 AS person12
      UNION
      MATCH (person3)<-[edge45:FROM]-(node45:Mandate)
      MATCH (node45)-[edge46:TO]->(node46:Person|Business)
      MATCH (node46)-[part_of19:PART_OF*0..2]->(business31:Business)-[owned_by16:OWNED_BY]->(subject24:Person)
      RETURN subject24 AS person12
      UNION
      MATCH (person3)<-[edge47:TO]-(node47:Mandate)
      MATCH (node47)-[edge48:FROM]->(node48:Person|Business)
      RETURN node48 AS person12
      UNION
      MATCH (person3)<-[edge49:TO]-(node49:Mandate)
      MATCH (node49)-[edge50:FROM]->(node50:Person|Business)
      MATCH (node50)-[part_of20:PART_OF*0..2]->(business32:Business)-[owned_by17:OWNED_BY]->(subject25:Person)
      RETURN subject25 AS person12
      UNION
      MATCH (person3)<-[edge51:TO]-(node51:Mandate)
      MATCH (node51)-[edge52:TO]->(node52:Person|Business)
      RETURN node52 AS person12
      UNION
      MATCH (person3)<-[edge53:TO]-(node53:Mandate)
      MATCH (node53)-[edge54:TO]->(node54:Person|Business)
      MATCH (node54)-[part_of21:PART_OF*0..2]->(business33:Business)-[owned_by18:OWNED_BY]->(subject26:Person)
      RETURN subject26 AS person12
      UNION
      MATCH (person3)<-[edge55:CONCERNS]-(node55:Case)
      MATCH (node55)-[concerns8:CONCERNS]->(party6:Person)
      RETURN party6 AS person12
      UNION
      MATCH (person3)<-[edge56:CONCERNS]-(node56:Case)
      MATCH (node56)-[concerns9:CONCERNS]->(business34:Business)-[part_of22:PART_OF*0..2]->(business35:Business)-[owned_by19:OWNED_BY]->(party7:Person)
      RETURN party7 AS person12
    }
    WITH *, COLLECT {
      MATCH (person12)-[protected_as3:PROTECTED_AS]->(protection30:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection30.retractedAt IS NULL
      AND ctx.id <> person12.id AND protection30.code IS NOT NULL AND protection30.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection30.code
    } + CASE WHEN ctx.id <> person12.id AND person12.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person12)-[protected_as4:PROTECTED_AS]->(protection31:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection31.retractedAt IS NULL
      AND ctx.id <> person12.id AND coalesce((protection31.code IS NULL OR NOT (protection31.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END AS person12Codes
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person12)-[employed_by4:EMPLOYED_BY]->(business26:Business)-[part_of17:PART_OF*0..2]->(business27:Business)
      WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business26.retractedAt IS NULL AND all(step26 IN part_of17 WHERE step26.validFrom <= $given.now AND coalesce(step26.validTo, 9007199254740991) > $given.now AND step26.retractedAt IS NULL AND endNode(step26).retractedAt IS NULL) AND business27.retractedAt IS NULL
      RETURN DISTINCT business27.id
    } ELSE [] END AS business27s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (person12)<-[from14:FROM]-(mandate17:Mandate {kind: 'PROXY'})-[to10:TO]->(business28:Business)
      WHERE from14.validFrom <= $given.now AND coalesce(from14.validTo, 9007199254740991) > $given.now AND from14.retractedAt IS NULL AND mandate17.validFrom <= $given.now AND coalesce(mandate17.validTo, 9007199254740991) > $given.now AND mandate17.retractedAt IS NULL AND mandate17.revokedAt IS NULL AND to10.validFrom <= $given.now AND coalesce(to10.validTo, 9007199254740991) > $given.now AND to10.retractedAt IS NULL AND business28.retractedAt IS NULL
      AND 'READ' IN mandate17.actions
      WITH *, COLLECT {
        MATCH (mandate17)-[covers10:COVERS]->(category5:Category)
        RETURN DISTINCT CASE WHEN covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL AND category5.retractedAt IS NULL THEN category5.code ELSE '' END
      } AS named5, COLLECT {
        MATCH (mandate17)-[covers11:COVERS]->(theme20:Theme)
        RETURN DISTINCT CASE WHEN covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND theme20.retractedAt IS NULL THEN theme20.code ELSE '' END
      } AS themes7
      RETURN {at: business28.id, gives: reduce(found34 = [], code24 IN CASE WHEN size(named5) > 0 THEN named5 + CASE WHEN 'IDENTITY' IN named5 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes7) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found34 + CASE WHEN code24 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes7 = [''] THEN [code24] + CASE WHEN code24 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme21 IN CASE WHEN size(themes7) > 0 THEN themes7 ELSE ['*'] END WHERE theme21 <> '' | code24 + ':' + theme21] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate17)-[cleared_for11:CLEARED_FOR]->(protection32:Protection)-[opens10:OPENS*0..1]->(protection33:Protection)
        WHERE cleared_for11.validFrom <= $given.now AND coalesce(cleared_for11.validTo, 9007199254740991) > $given.now AND cleared_for11.retractedAt IS NULL AND protection32.retractedAt IS NULL AND all(step27 IN opens10 WHERE step27.validFrom <= $given.now AND coalesce(step27.validTo, 9007199254740991) > $given.now AND step27.retractedAt IS NULL AND endNode(step27).retractedAt IS NULL) AND protection33.retractedAt IS NULL
        RETURN DISTINCT protection33.code
      }}
    } ELSE [] END AS business28s
    WITH *, CASE WHEN ctx.id = person12.id THEN CASE WHEN size(['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) > 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] + ['@person.own-data'] ELSE [] END ELSE [] END + reduce(found27 = [], row14 IN ctx.proxy | CASE WHEN person12.id IN row14.at THEN found27 + row14.gives ELSE found27 END) + reduce(found28 = [], row15 IN ctx.guardian | CASE WHEN person12.id IN row15.at THEN found28 + row15.gives ELSE found28 END) + reduce(found29 = [], row16 IN ctx.guardian2 | CASE WHEN person12.id IN row16.at THEN found29 + row16.gives ELSE found29 END) + reduce(found30 = [], row17 IN ctx.parentalResponsibility | CASE WHEN person12.id IN row17.at THEN found30 + row17.gives ELSE found30 END) + reduce(found31 = [], row18 IN ctx.lineManager | CASE WHEN person12.id IN row18.at THEN found31 + row18.gives ELSE found31 END) + reduce(found32 = [], row19 IN ctx.attachedPerson | CASE WHEN any(key IN business27s WHERE key IN row19.at) THEN found32 + row19.gives ELSE found32 END) + reduce(found33 = [], row20 IN ctx.proxy2 | reduce(found35 = found33, key4 IN business28s | CASE WHEN key4.at IN row20.at THEN found35 + reduce(both3 = [], shared3 IN [[entry6 IN row20.gives WHERE entry6 IN key4.gives OR (entry6 CONTAINS ':' AND split(entry6, ':')[0] + ':*' IN key4.gives)] + [entry7 IN key4.gives WHERE entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN row20.gives]] | both3 + CASE WHEN size(shared3) > 0 THEN shared3 + row20.marks ELSE [] END) ELSE found35 END)) AS person12Offered
    WITH *, CASE WHEN size(person12Codes) > 0 THEN reduce(found36 = [], row21 IN ctx.proxy | CASE WHEN person12.id IN row21.at AND none(code26 IN person12Codes WHERE NOT code26 IN row21.lifts) THEN found36 + row21.gives ELSE found36 END) + reduce(found37 = [], row22 IN ctx.guardian | CASE WHEN person12.id IN row22.at AND none(code27 IN person12Codes WHERE NOT code27 IN row22.lifts) THEN found37 + row22.gives ELSE found37 END) + reduce(found38 = [], row23 IN ctx.guardian2 | CASE WHEN person12.id IN row23.at AND none(code28 IN person12Codes WHERE NOT code28 IN row23.lifts) THEN found38 + row23.gives ELSE found38 END) + reduce(found39 = [], row24 IN ctx.parentalResponsibility | CASE WHEN person12.id IN row24.at AND none(code29 IN person12Codes WHERE NOT code29 IN row24.lifts) THEN found39 + row24.gives ELSE found39 END) + reduce(found40 = [], row25 IN ctx.lineManager | CASE WHEN person12.id IN row25.at AND none(code30 IN person12Codes WHERE NOT code30 IN row25.lifts) THEN found40 + row25.gives ELSE found40 END) + reduce(found41 = [], row26 IN ctx.proxy2 | reduce(found42 = found41, key5 IN business28s | CASE WHEN key5.at IN row26.at AND none(code31 IN person12Codes WHERE NOT code31 IN key5.lifts) THEN found42 + reduce(both4 = [], shared4 IN [[entry8 IN row26.gives WHERE entry8 IN key5.gives OR (entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN key5.gives)] + [entry9 IN key5.gives WHERE entry9 CONTAINS ':' AND split(entry9, ':')[0] + ':*' IN row26.gives]] | both4 + CASE WHEN size(shared4) > 0 THEN shared4 + row26.marks ELSE [] END) ELSE found42 END)) ELSE person12Offered END AS person12Mask
    RETURN collect({id: person12.id, core: person12Codes, mask: person12Mask, codes: person12Codes, offered: CASE WHEN size(person12Codes) > 0 THEN person12Offered ELSE [] END}) AS decided
  }
  WITH *, [] AS carded
  WITH *, coalesce(head([each IN decided WHERE each.id = person3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person3Decided
  WITH *, person3Decided.mask AS person3Mask
  WITH *, COLLECT {
    MATCH (person3)-[protected:PROTECTED_AS]->(protection15:Protection)
    WHERE protection15.code IS NOT NULL AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person3.id AND coalesce((protected.validFrom IS NULL OR protected.validFrom <= $given.now), true) AND coalesce((protected.validTo IS NULL OR protected.validTo > $given.now), true) AND NOT [person3.id, protection15.id] IN ctx.subjectExcepted
    RETURN DISTINCT protection15.code
  } + COLLECT {
    MATCH (person3)-[held:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection18:Protection)
    WHERE protection18.code IS NOT NULL AND protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person3.id AND coalesce((held.validFrom IS NULL OR held.validFrom <= $given.now), true) AND coalesce((held.validTo IS NULL OR held.validTo > $given.now), true) AND coalesce((kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo), true) AND NOT [sharer.id, protection18.id] IN ctx.sharerExcepted AND NOT address.id IN ctx.addressExcepted
    RETURN DISTINCT protection18.code
  } + COLLECT {
    MATCH (person3)-[held2:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(sharer3:Person)-[protected3:PROTECTED_AS]->(protection21:Protection)
    WHERE protection21.code IS NOT NULL AND protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person3.id AND coalesce((held2.validFrom IS NULL OR held2.validFrom <= $given.now), true) AND coalesce((held2.validTo IS NULL OR held2.validTo > $given.now), true) AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT [sharer3.id, protection21.id] IN ctx.sharerExcepted AND NOT household.id IN ctx.householdExcepted
    RETURN DISTINCT protection21.code
  } AS person3Places
  CALL (ctx, person3, person3Mask, person3Places, decided, carded) {
    MATCH (person3)-[edge7:HAS_ADDRESS]->(node7:Address)
    WHERE edge7.validFrom <= $given.now AND coalesce(edge7.validTo, 9007199254740991) > $given.now AND edge7.retractedAt IS NULL AND node7.retractedAt IS NULL
    AND 'ADDRESS' IN person3Mask AND size(person3Places) = 0
    WITH *, node7 AS node6, edge7 AS edge6
    WITH * ORDER BY edge6.validFrom DESC, edge6.id LIMIT 1001
    RETURN collect({it: {kind: node6.kind, street: node6.street, postalCode: node6.postalCode, city: node6.city}}) AS addresses
  }
  CALL (ctx, person3, person3Mask, person3Places, decided, carded) {
    MATCH (person3)<-[edge9:FROM]-(node9:Mandate)
    WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL
    AND 'MANDATES' IN person3Mask
    WITH *, node9 AS node8, edge9 AS edge8
    WITH *, (true AND 'MANDATES' IN person3Mask) AS node8Whole, 'MANDATES' IN person3Mask AS node8Shown
    WITH * WHERE node8Shown
    WITH * WHERE $given.a2 IS NULL OR edge8.validFrom < $given.a2[0] OR (edge8.validFrom = $given.a2[0] AND edge8.id > $given.a2[1])
    WITH * ORDER BY edge8.validFrom DESC, edge8.id LIMIT $given.a1 + 1
    CALL (ctx, node8, node8Whole, decided, carded) {
      MATCH (node8)-[edge11:COVERS]->(node11:Theme)
      WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
      WITH *, node11 AS node10, edge11 AS edge10
      WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1001
      RETURN collect({it: {code: node10.code, name: node10.name}}) AS themes5
    }
    CALL (ctx, node8, node8Whole, decided, carded) {
      MATCH (node8)-[edge13:FROM]->(node13:Person|Business)
      WHERE edge13.validFrom <= $given.now AND coalesce(edge13.validTo, 9007199254740991) > $given.now AND edge13.retractedAt IS NULL AND node13.retractedAt IS NULL
      WITH *, node13 AS node12, edge13 AS edge12
      CALL (ctx, node12, edge12, node8Whole, decided, carded) {
        UNWIND CASE WHEN node12:Person THEN [node12] ELSE [] END AS person4
        WITH *, coalesce(head([each IN decided WHERE each.id = person4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person4Decided
        WITH *, person4Decided.mask + CASE WHEN size(person4Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person4Mask
        WITH * WHERE (false OR 'CARD' IN person4Mask)
        RETURN collect({it: {id: person4.id, name: CASE WHEN 'CARD' IN person4Mask THEN {full: [person4.givenName, person4.middleName, person4.familyName]} END}, access: {mask: person4Mask, codes: person4Decided.codes, offered: person4Decided.offered + ['CARD']}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node12, edge12, node8Whole, decided, carded) {
        UNWIND CASE WHEN node12:Business THEN [node12] ELSE [] END AS business8
        CALL (ctx, business8, decided, carded) {
          MATCH (business8)-[part_of2:PART_OF*0..2]->(business9:Business)-[owned_by:OWNED_BY]->(subject11:Person)
          WHERE all(step10 IN part_of2 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL AND endNode(step10).retractedAt IS NULL) AND business9.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject11.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject11.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject11Decided
          WITH *, subject11Decided.mask AS subject11Mask
          WITH *, (true AND 'WORK' IN subject11Mask) AS whole3, 'WORK' IN subject11Mask AS shown3
          RETURN collect({whole: whole3, shown: shown3}) AS ways3
        }
        WITH *, (NOT EXISTS {
          MATCH (business8)-[part_of3:PART_OF*0..2]->(business10:Business)-[owned_by2:OWNED_BY]->(subject12:Person)
          WHERE all(step11 IN part_of3 WHERE coalesce(step11.validFrom <= $given.now, true) AND coalesce(step11.validTo > $given.now, true) AND step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND business10.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject12.retractedAt IS NULL
        }) OR (size((ways3)) > 0 AND all(way2 IN (ways3) WHERE way2.whole)) AS business8Whole
        WITH * WHERE business8Whole AND size(CASE WHEN EXISTS {
          MATCH (business8)-[part_of4:PART_OF*0..2]->(firm:Business {form: 'ENK'})
          WHERE all(step12 IN part_of4 WHERE coalesce(step12.validFrom <= $given.now, true) AND coalesce(step12.validTo > $given.now, true) AND step12.retractedAt IS NULL AND endNode(step12).retractedAt IS NULL) AND firm.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm)-[owned_by3:OWNED_BY]->(person5:Person)
            WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person5.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business8.id, name: business8.name}, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found23
      WITH * WHERE size(found23) > 0
      WITH * ORDER BY edge12.validFrom DESC, edge12.id LIMIT 1
      RETURN collect(head(found23)) AS giver
    }
    CALL (ctx, node8, node8Whole, decided, carded) {
      MATCH (node8)-[edge15:TO]->(node15:Person|Business)
      WHERE edge15.validFrom <= $given.now AND coalesce(edge15.validTo, 9007199254740991) > $given.now AND edge15.retractedAt IS NULL AND node15.retractedAt IS NULL
      WITH *, node15 AS node14, edge15 AS edge14
      CALL (ctx, node14, edge14, node8Whole, decided, carded) {
        UNWIND CASE WHEN node14:Person THEN [node14] ELSE [] END AS person6
        WITH *, coalesce(head([each IN decided WHERE each.id = person6.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person6Decided
        WITH *, person6Decided.mask + CASE WHEN size(person6Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person6Mask
        WITH * WHERE (false OR 'CARD' IN person6Mask)
        RETURN collect({it: {id: person6.id, name: CASE WHEN 'CARD' IN person6Mask THEN {full: [person6.givenName, person6.middleName, person6.familyName]} END}, access: {mask: person6Mask, codes: person6Decided.codes, offered: person6Decided.offered + ['CARD']}, type: 'Person'}) AS asPerson2
      }
      CALL (ctx, node14, edge14, node8Whole, decided, carded) {
        UNWIND CASE WHEN node14:Business THEN [node14] ELSE [] END AS business11
        CALL (ctx, business11, decided, carded) {
          MATCH (business11)-[part_of5:PART_OF*0..2]->(business12:Business)-[owned_by4:OWNED_BY]->(subject13:Person)
          WHERE all(step13 IN part_of5 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND business12.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject13.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject13.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject13Decided
          WITH *, subject13Decided.mask AS subject13Mask
          WITH *, (true AND 'WORK' IN subject13Mask) AS whole4, 'WORK' IN subject13Mask AS shown4
          RETURN collect({whole: whole4, shown: shown4}) AS ways4
        }
        WITH *, (NOT EXISTS {
          MATCH (business11)-[part_of6:PART_OF*0..2]->(business13:Business)-[owned_by5:OWNED_BY]->(subject14:Person)
          WHERE all(step14 IN part_of6 WHERE coalesce(step14.validFrom <= $given.now, true) AND coalesce(step14.validTo > $given.now, true) AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND business13.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject14.retractedAt IS NULL
        }) OR (size((ways4)) > 0 AND all(way3 IN (ways4) WHERE way3.whole)) AS business11Whole
        WITH * WHERE business11Whole AND size(CASE WHEN EXISTS {
          MATCH (business11)-[part_of7:PART_OF*0..2]->(firm2:Business {form: 'ENK'})
          WHERE all(step15 IN part_of7 WHERE coalesce(step15.validFrom <= $given.now, true) AND coalesce(step15.validTo > $given.now, true) AND step15.retractedAt IS NULL AND endNode(step15).retractedAt IS NULL) AND firm2.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm2)-[owned_by6:OWNED_BY]->(person7:Person)
            WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person7.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business11.id, name: business11.name}, type: 'Business'}) AS asBusiness2
      }
      WITH *, asPerson2 + asBusiness2 AS found24
      WITH * WHERE size(found24) > 0
      WITH * ORDER BY edge14.validFrom DESC, edge14.id LIMIT 1
      RETURN collect(head(found24)) AS holder
    }
    RETURN collect({it: {id: node8.id, kind: node8.kind, actions: node8.actions, validFrom: node8.validFrom, validTo: node8.validTo, themes: themes5, giver: head(giver), holder: head(holder)}, whole: node8Whole, edge: {}, position: [edge8.validFrom, edge8.id]}) AS mandatesGivenRows
  }
  CALL (ctx, person3, person3Mask, person3Places, decided, carded) {
    MATCH (person3)<-[edge17:FROM]-(node17:Mandate)
    WHERE edge17.validFrom <= $given.now AND coalesce(edge17.validTo, 9007199254740991) > $given.now AND edge17.retractedAt IS NULL AND node17.retractedAt IS NULL
    AND 'MANDATES' IN person3Mask
    WITH *, node17 AS node16, edge17 AS edge16
    WITH *, (true AND 'MANDATES' IN person3Mask) AS node16Whole, 'MANDATES' IN person3Mask AS node16Shown
    WITH * WHERE node16Shown
    WITH node16 LIMIT 10001
    RETURN count(*) AS mandatesGivenTotal
  }
  WITH *, {rows: mandatesGivenRows, total: CASE WHEN mandatesGivenTotal <= 10000 THEN mandatesGivenTotal END} AS mandatesGiven
  CALL (ctx, person3, person3Mask, person3Places, decided, carded) {
    MATCH (person3)<-[edge19:TO]-(node19:Mandate)
    WHERE edge19.validFrom <= $given.now AND coalesce(edge19.validTo, 9007199254740991) > $given.now AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL
    AND 'MANDATES' IN person3Mask
    WITH *, node19 AS node18, edge19 AS edge18
    WITH *, (true AND 'MANDATES' IN person3Mask) AS node18Whole, 'MANDATES' IN person3Mask AS node18Shown
    WITH * WHERE node18Shown
    WITH * WHERE $given.a4 IS NULL OR edge18.validFrom < $given.a4[0] OR (edge18.validFrom = $given.a4[0] AND edge18.id > $given.a4[1])
    WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT $given.a3 + 1
    CALL (ctx, node18, node18Whole, decided, carded) {
      MATCH (node18)-[edge21:COVERS]->(node21:Theme)
      WHERE edge21.validFrom <= $given.now AND coalesce(edge21.validTo, 9007199254740991) > $given.now AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL
      WITH *, node21 AS node20, edge21 AS edge20
      WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT 1001
      RETURN collect({it: {code: node20.code, name: node20.name}}) AS themes6
    }
    CALL (ctx, node18, node18Whole, decided, carded) {
      MATCH (node18)-[edge23:FROM]->(node23:Person|Business)
      WHERE edge23.validFrom <= $given.now AND coalesce(edge23.validTo, 9007199254740991) > $given.now AND edge23.retractedAt IS NULL AND node23.retractedAt IS NULL
      WITH *, node23 AS node22, edge23 AS edge22
      CALL (ctx, node22, edge22, node18Whole, decided, carded) {
        UNWIND CASE WHEN node22:Person THEN [node22] ELSE [] END AS person8
        WITH *, coalesce(head([each IN decided WHERE each.id = person8.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person8Decided
        WITH *, person8Decided.mask + CASE WHEN size(person8Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person8Mask
        WITH * WHERE (false OR 'CARD' IN person8Mask)
        RETURN collect({it: {id: person8.id, name: CASE WHEN 'CARD' IN person8Mask THEN {full: [person8.givenName, person8.middleName, person8.familyName]} END}, access: {mask: person8Mask, codes: person8Decided.codes, offered: person8Decided.offered + ['CARD']}, type: 'Person'}) AS asPerson3
      }
      CALL (ctx, node22, edge22, node18Whole, decided, carded) {
        UNWIND CASE WHEN node22:Business THEN [node22] ELSE [] END AS business14
        CALL (ctx, business14, decided, carded) {
          MATCH (business14)-[part_of8:PART_OF*0..2]->(business15:Business)-[owned_by7:OWNED_BY]->(subject15:Person)
          WHERE all(step16 IN part_of8 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL AND endNode(step16).retractedAt IS NULL) AND business15.retractedAt IS NULL AND owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND subject15.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject15.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject15Decided
          WITH *, subject15Decided.mask AS subject15Mask
          WITH *, (true AND 'WORK' IN subject15Mask) AS whole5, 'WORK' IN subject15Mask AS shown5
          RETURN collect({whole: whole5, shown: shown5}) AS ways5
        }
        WITH *, (NOT EXISTS {
          MATCH (business14)-[part_of9:PART_OF*0..2]->(business16:Business)-[owned_by8:OWNED_BY]->(subject16:Person)
          WHERE all(step17 IN part_of9 WHERE coalesce(step17.validFrom <= $given.now, true) AND coalesce(step17.validTo > $given.now, true) AND step17.retractedAt IS NULL AND endNode(step17).retractedAt IS NULL) AND business16.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND subject16.retractedAt IS NULL
        }) OR (size((ways5)) > 0 AND all(way4 IN (ways5) WHERE way4.whole)) AS business14Whole
        WITH * WHERE business14Whole AND size(CASE WHEN EXISTS {
          MATCH (business14)-[part_of10:PART_OF*0..2]->(firm3:Business {form: 'ENK'})
          WHERE all(step18 IN part_of10 WHERE coalesce(step18.validFrom <= $given.now, true) AND coalesce(step18.validTo > $given.now, true) AND step18.retractedAt IS NULL AND endNode(step18).retractedAt IS NULL) AND firm3.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm3)-[owned_by9:OWNED_BY]->(person9:Person)
            WHERE owned_by9.validFrom <= $given.now AND coalesce(owned_by9.validTo, 9007199254740991) > $given.now AND owned_by9.retractedAt IS NULL AND person9.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business14.id, name: business14.name}, type: 'Business'}) AS asBusiness3
      }
      WITH *, asPerson3 + asBusiness3 AS found25
      WITH * WHERE size(found25) > 0
      WITH * ORDER BY edge22.validFrom DESC, edge22.id LIMIT 1
      RETURN collect(head(found25)) AS giver2
    }
    CALL (ctx, node18, node18Whole, decided, carded) {
      MATCH (node18)-[edge25:TO]->(node25:Person|Business)
      WHERE edge25.validFrom <= $given.now AND coalesce(edge25.validTo, 9007199254740991) > $given.now AND edge25.retractedAt IS NULL AND node25.retractedAt IS NULL
      WITH *, node25 AS node24, edge25 AS edge24
      CALL (ctx, node24, edge24, node18Whole, decided, carded) {
        UNWIND CASE WHEN node24:Person THEN [node24] ELSE [] END AS person10
        WITH *, coalesce(head([each IN decided WHERE each.id = person10.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person10Decided
        WITH *, person10Decided.mask + CASE WHEN size(person10Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person10Mask
        WITH * WHERE (false OR 'CARD' IN person10Mask)
        RETURN collect({it: {id: person10.id, name: CASE WHEN 'CARD' IN person10Mask THEN {full: [person10.givenName, person10.middleName, person10.familyName]} END}, access: {mask: person10Mask, codes: person10Decided.codes, offered: person10Decided.offered + ['CARD']}, type: 'Person'}) AS asPerson4
      }
      CALL (ctx, node24, edge24, node18Whole, decided, carded) {
        UNWIND CASE WHEN node24:Business THEN [node24] ELSE [] END AS business17
        CALL (ctx, business17, decided, carded) {
          MATCH (business17)-[part_of11:PART_OF*0..2]->(business18:Business)-[owned_by10:OWNED_BY]->(subject17:Person)
          WHERE all(step19 IN part_of11 WHERE step19.validFrom <= $given.now AND coalesce(step19.validTo, 9007199254740991) > $given.now AND step19.retractedAt IS NULL AND endNode(step19).retractedAt IS NULL) AND business18.retractedAt IS NULL AND owned_by10.validFrom <= $given.now AND coalesce(owned_by10.validTo, 9007199254740991) > $given.now AND owned_by10.retractedAt IS NULL AND subject17.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject17.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject17Decided
          WITH *, subject17Decided.mask AS subject17Mask
          WITH *, (true AND 'WORK' IN subject17Mask) AS whole6, 'WORK' IN subject17Mask AS shown6
          RETURN collect({whole: whole6, shown: shown6}) AS ways6
        }
        WITH *, (NOT EXISTS {
          MATCH (business17)-[part_of12:PART_OF*0..2]->(business19:Business)-[owned_by11:OWNED_BY]->(subject18:Person)
          WHERE all(step20 IN part_of12 WHERE coalesce(step20.validFrom <= $given.now, true) AND coalesce(step20.validTo > $given.now, true) AND step20.retractedAt IS NULL AND endNode(step20).retractedAt IS NULL) AND business19.retractedAt IS NULL AND coalesce(owned_by11.validFrom <= $given.now, true) AND coalesce(owned_by11.validTo > $given.now, true) AND owned_by11.retractedAt IS NULL AND subject18.retractedAt IS NULL
        }) OR (size((ways6)) > 0 AND all(way5 IN (ways6) WHERE way5.whole)) AS business17Whole
        WITH * WHERE business17Whole AND size(CASE WHEN EXISTS {
          MATCH (business17)-[part_of13:PART_OF*0..2]->(firm4:Business {form: 'ENK'})
          WHERE all(step21 IN part_of13 WHERE coalesce(step21.validFrom <= $given.now, true) AND coalesce(step21.validTo > $given.now, true) AND step21.retractedAt IS NULL AND endNode(step21).retractedAt IS NULL) AND firm4.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm4)-[owned_by12:OWNED_BY]->(person11:Person)
            WHERE owned_by12.validFrom <= $given.now AND coalesce(owned_by12.validTo, 9007199254740991) > $given.now AND owned_by12.retractedAt IS NULL AND person11.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business17.id, name: business17.name}, type: 'Business'}) AS asBusiness4
      }
      WITH *, asPerson4 + asBusiness4 AS found26
      WITH * WHERE size(found26) > 0
      WITH * ORDER BY edge24.validFrom DESC, edge24.id LIMIT 1
      RETURN collect(head(found26)) AS holder2
    }
    RETURN collect({it: {id: node18.id, kind: node18.kind, actions: node18.actions, validFrom: node18.validFrom, validTo: node18.validTo, themes: themes6, giver: head(giver2), holder: head(holder2)}, whole: node18Whole, edge: {}, position: [edge18.validFrom, edge18.id]}) AS mandatesHeldRows
  }
  CALL (ctx, person3, person3Mask, person3Places, decided, carded) {
    MATCH (person3)<-[edge27:TO]-(node27:Mandate)
    WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
    AND 'MANDATES' IN person3Mask
    WITH *, node27 AS node26, edge27 AS edge26
    WITH *, (true AND 'MANDATES' IN person3Mask) AS node26Whole, 'MANDATES' IN person3Mask AS node26Shown
    WITH * WHERE node26Shown
    WITH node26 LIMIT 10001
    RETURN count(*) AS mandatesHeldTotal
  }
  WITH *, {rows: mandatesHeldRows, total: CASE WHEN mandatesHeldTotal <= 10000 THEN mandatesHeldTotal END} AS mandatesHeld
  CALL (ctx, person3, person3Mask, person3Places, decided, carded) {
    MATCH (person3)<-[edge29:CONCERNS]-(node29:Case)
    WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
    AND 'CASES' IN person3Mask
    WITH *, node29 AS node28, edge29 AS edge28
    WITH *, COLLECT {
      MATCH (node28)-[in:IN]->(theme9:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme9.retractedAt IS NULL
      RETURN {code: theme9.code, secret: coalesce(theme9.secret, false)}
    } AS node28Themes
    WITH *, (true AND ('CASES:*' IN person3Mask OR (size(node28Themes) > 0 AND all(theme10 IN node28Themes WHERE 'CASES:' + theme10.code IN person3Mask)))) AS node28Whole, (('CASES:*' IN person3Mask OR (size(node28Themes) > 0 AND all(theme11 IN node28Themes WHERE 'CASES:' + theme11.code IN person3Mask))) OR (false AND 'CASES' IN person3Mask AND (size(node28Themes) > 0 AND none(theme12 IN node28Themes WHERE theme12.secret)))) AS node28Shown
    WITH * WHERE node28Shown AND size(CASE WHEN EXISTS {
      MATCH (node28)-[in2:IN]->(theme13:Theme)
      WHERE coalesce(in2.validFrom <= $given.now, true) AND coalesce(in2.validTo > $given.now, true) AND in2.retractedAt IS NULL AND theme13.retractedAt IS NULL
      AND coalesce(theme13.code IN ['FAR'], true)
    } THEN ['NOT_AVAILABLE'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node28)-[concerns:CONCERNS]->(party:Person)
      WHERE coalesce(concerns.validFrom <= $given.now, true) AND coalesce(concerns.validTo > $given.now, true) AND concerns.retractedAt IS NULL AND party.retractedAt IS NULL
      AND NOT node28.id IN ctx.subjectExcepted2 AND NOT party.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node28)-[concerns3:CONCERNS]->(business20:Business)-[part_of14:PART_OF*0..2]->(business21:Business)-[owned_by13:OWNED_BY]->(party3:Person)
      WHERE coalesce(concerns3.validFrom <= $given.now, true) AND coalesce(concerns3.validTo > $given.now, true) AND concerns3.retractedAt IS NULL AND business20.retractedAt IS NULL AND all(step22 IN part_of14 WHERE coalesce(step22.validFrom <= $given.now, true) AND coalesce(step22.validTo > $given.now, true) AND step22.retractedAt IS NULL AND endNode(step22).retractedAt IS NULL) AND business21.retractedAt IS NULL AND coalesce(owned_by13.validFrom <= $given.now, true) AND coalesce(owned_by13.validTo > $given.now, true) AND owned_by13.retractedAt IS NULL AND party3.retractedAt IS NULL
      AND NOT node28.id IN ctx.subjectExcepted2 AND NOT party3.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party3Codes
      WHERE size(party3Codes) > 0
      RETURN party3Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH * WHERE $given.a6 IS NULL OR edge28.validFrom < $given.a6[0] OR (edge28.validFrom = $given.a6[0] AND edge28.id > $given.a6[1])
    WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT $given.a5 + 1
    WITH *, COLLECT {
      MATCH (node28)-[held3:CONCERNS]->(other:Person)-[protected4:PROTECTED_AS]->(protection23:Protection)
      WHERE protection23.code IS NOT NULL AND protection23.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other.id AND coalesce((held3.validFrom IS NULL OR protected4.validTo IS NULL OR held3.validFrom < protected4.validTo), true) AND coalesce((protected4.validFrom IS NULL OR held3.validTo IS NULL OR protected4.validFrom < held3.validTo), true) AND NOT [other.id, protection23.id] IN ctx.otherExcepted
      RETURN DISTINCT protection23.code
    } + COLLECT {
      MATCH (node28)-[held4:CONCERNS]->(other3:Person)-[has_address2:HAS_ADDRESS]->(address4:Address)
      MATCH (address4)<-[kept3:HAS_ADDRESS]-(sharer4:Person)-[protected5:PROTECTED_AS]->(protection26:Protection)
      WHERE protection26.code IS NOT NULL AND protection26.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other3.id AND coalesce((kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo), true) AND coalesce((protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo), true) AND NOT [sharer4.id, protection26.id] IN ctx.sharerExcepted AND NOT address4.id IN ctx.addressExcepted
      RETURN DISTINCT protection26.code
    } + COLLECT {
      MATCH (node28)-[held5:CONCERNS]->(other4:Person)-[member_of2:MEMBER_OF]->(household4:Household)
      MATCH (household4)<-[kept4:MEMBER_OF]-(sharer5:Person)-[protected6:PROTECTED_AS]->(protection27:Protection)
      WHERE protection27.code IS NOT NULL AND protection27.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> other4.id AND coalesce((kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo), true) AND coalesce((protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo), true) AND NOT [sharer5.id, protection27.id] IN ctx.sharerExcepted AND NOT household4.id IN ctx.householdExcepted
      RETURN DISTINCT protection27.code
    } + COLLECT {
      MATCH (node28)-[concerns4:CONCERNS]->(device:Device)-[held6:LENT_TO]->(other5:Person)-[protected7:PROTECTED_AS]->(protection28:Protection)
      WHERE protection28.code IS NOT NULL AND protection28.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND ctx.id <> other5.id AND coalesce((held6.validFrom IS NULL OR protected7.validTo IS NULL OR held6.validFrom < protected7.validTo), true) AND coalesce((protected7.validFrom IS NULL OR held6.validTo IS NULL OR protected7.validFrom < held6.validTo), true) AND NOT [other5.id, protection28.id] IN ctx.otherExcepted
      RETURN DISTINCT protection28.code
    } + COLLECT {
      MATCH (node28)-[concerns5:CONCERNS]->(business22:Business)-[part_of15:PART_OF*0..2]->(business23:Business)-[held7:OWNED_BY]->(other6:Person)-[protected8:PROTECTED_AS]->(protection29:Protection)
      WHERE protection29.code IS NOT NULL AND protection29.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other6.id AND coalesce((held7.validFrom IS NULL OR protected8.validTo IS NULL OR held7.validFrom < protected8.validTo), true) AND coalesce((protected8.validFrom IS NULL OR held7.validTo IS NULL OR protected8.validFrom < held7.validTo), true) AND NOT [other6.id, protection29.id] IN ctx.otherExcepted
      RETURN DISTINCT protection29.code
    } AS node28Places
    CALL (ctx, node28, node28Places, node28Whole, decided, carded) {
      MATCH (node28)-[edge31:IN]->(node31:Theme)
      WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
      WITH *, node31 AS node30, edge31 AS edge30
      WITH * ORDER BY edge30.validFrom DESC, edge30.id LIMIT 1
      RETURN collect({it: {code: node30.code, name: node30.name}}) AS theme14
    }
    CALL (ctx, node28, node28Places, node28Whole, decided, carded) {
      MATCH (node28)-[edge33:OWNED_BY]->(node33:Unit)
      WHERE edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
      AND size(node28Places) = 0 AND node28Whole
      WITH *, node33 AS node32, edge33 AS edge32
      WITH * ORDER BY edge32.validFrom DESC, edge32.id LIMIT 1
      WITH *, CASE WHEN NOT node32.id IN ctx.subjectExcepted3 AND node32.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node32Places
      RETURN collect({it: {name: CASE WHEN size(node32Places) = 0 THEN node32.name ELSE 'NAV' END}, places: node32Places}) AS unit
    }
    RETURN collect({it: {id: node28.id, title: CASE WHEN node28Whole THEN node28.title END, status: node28.status, openedAt: node28.openedAt, theme: head(theme14), unit: CASE WHEN size(node28Places) = 0 AND node28Whole THEN head(unit) END}, whole: node28Whole, places: node28Places, edge: {}, position: [edge28.validFrom, edge28.id]}) AS casesRows
  }
  CALL (ctx, person3, person3Mask, person3Places, decided, carded) {
    MATCH (person3)<-[edge35:CONCERNS]-(node35:Case)
    WHERE edge35.validFrom <= $given.now AND coalesce(edge35.validTo, 9007199254740991) > $given.now AND edge35.retractedAt IS NULL AND node35.retractedAt IS NULL
    AND 'CASES' IN person3Mask
    WITH *, node35 AS node34, edge35 AS edge34
    WITH *, COLLECT {
      MATCH (node34)-[in3:IN]->(theme15:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme15.retractedAt IS NULL
      RETURN {code: theme15.code, secret: coalesce(theme15.secret, false)}
    } AS node34Themes
    WITH *, (true AND ('CASES:*' IN person3Mask OR (size(node34Themes) > 0 AND all(theme16 IN node34Themes WHERE 'CASES:' + theme16.code IN person3Mask)))) AS node34Whole, (('CASES:*' IN person3Mask OR (size(node34Themes) > 0 AND all(theme17 IN node34Themes WHERE 'CASES:' + theme17.code IN person3Mask))) OR (false AND 'CASES' IN person3Mask AND (size(node34Themes) > 0 AND none(theme18 IN node34Themes WHERE theme18.secret)))) AS node34Shown
    WITH * WHERE node34Shown AND size(CASE WHEN EXISTS {
      MATCH (node34)-[in4:IN]->(theme19:Theme)
      WHERE coalesce(in4.validFrom <= $given.now, true) AND coalesce(in4.validTo > $given.now, true) AND in4.retractedAt IS NULL AND theme19.retractedAt IS NULL
      AND coalesce(theme19.code IN ['FAR'], true)
    } THEN ['NOT_AVAILABLE'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node34)-[concerns6:CONCERNS]->(party4:Person)
      WHERE coalesce(concerns6.validFrom <= $given.now, true) AND coalesce(concerns6.validTo > $given.now, true) AND concerns6.retractedAt IS NULL AND party4.retractedAt IS NULL
      AND NOT node34.id IN ctx.subjectExcepted2 AND NOT party4.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party4Codes
      WHERE size(party4Codes) > 0
      RETURN party4Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node34)-[concerns7:CONCERNS]->(business24:Business)-[part_of16:PART_OF*0..2]->(business25:Business)-[owned_by14:OWNED_BY]->(party5:Person)
      WHERE coalesce(concerns7.validFrom <= $given.now, true) AND coalesce(concerns7.validTo > $given.now, true) AND concerns7.retractedAt IS NULL AND business24.retractedAt IS NULL AND all(step25 IN part_of16 WHERE coalesce(step25.validFrom <= $given.now, true) AND coalesce(step25.validTo > $given.now, true) AND step25.retractedAt IS NULL AND endNode(step25).retractedAt IS NULL) AND business25.retractedAt IS NULL AND coalesce(owned_by14.validFrom <= $given.now, true) AND coalesce(owned_by14.validTo > $given.now, true) AND owned_by14.retractedAt IS NULL AND party5.retractedAt IS NULL
      AND NOT node34.id IN ctx.subjectExcepted2 AND NOT party5.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party5.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party5Codes
      WHERE size(party5Codes) > 0
      RETURN party5Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH node34 LIMIT 10001
    RETURN count(*) AS casesTotal
  }
  WITH *, {rows: casesRows, total: CASE WHEN casesTotal <= 10000 THEN casesTotal END} AS cases
  CALL (ctx, person3, person3Mask, person3Places, decided, carded) {
    CALL (ctx, person3, person3Mask, person3Places, decided, carded) {
      MATCH (person3)-[belongs_to:BELONGS_TO]->(area:Area)<-[edge37:SERVES]-(node37:Unit)
      WHERE belongs_to.validFrom <= $given.now AND coalesce(belongs_to.validTo, 9007199254740991) > $given.now AND belongs_to.retractedAt IS NULL AND area.retractedAt IS NULL AND edge37.validFrom <= $given.now AND coalesce(edge37.validTo, 9007199254740991) > $given.now AND edge37.retractedAt IS NULL AND node37.retractedAt IS NULL
      AND 'SERVICE' IN person3Mask AND size(person3Places) = 0
      RETURN node37 AS node36, edge37 AS edge36, 'AREA' AS says17
      UNION ALL
      MATCH (person3)-[edge38:FOLLOWED_UP_BY]->(node38:Unit)
      WHERE edge38.validFrom <= $given.now AND coalesce(edge38.validTo, 9007199254740991) > $given.now AND edge38.retractedAt IS NULL AND node38.retractedAt IS NULL
      AND 'SERVICE' IN person3Mask AND size(person3Places) = 0
      RETURN node38 AS node36, edge38 AS edge36, 'FOLLOW_UP' AS says17
    }
    WITH * WHERE $given.a8 IS NULL OR edge36.validFrom < $given.a8[0] OR (edge36.validFrom = $given.a8[0] AND edge36.id > $given.a8[1])
    WITH * ORDER BY edge36.validFrom DESC, edge36.id LIMIT $given.a7 + 1
    WITH *, CASE WHEN NOT node36.id IN ctx.subjectExcepted3 AND node36.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node36Places
    RETURN collect({it: {number: CASE WHEN size(node36Places) = 0 THEN node36.number END, name: CASE WHEN size(node36Places) = 0 THEN node36.name ELSE 'NAV' END}, places: node36Places, edge: {}, position: [edge36.validFrom, edge36.id], says: says17}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person3.id, name: CASE WHEN 'CARD' IN person3Mask THEN {full: [person3.givenName, person3.middleName, person3.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person3Mask THEN head(COLLECT {
    MATCH (person3)-[edge5:IDENTIFIED_BY]->(node5:Identifier)
    WHERE edge5.validFrom <= $given.now AND coalesce(edge5.validTo, 9007199254740991) > $given.now AND edge5.retractedAt IS NULL AND node5.retractedAt IS NULL AND node5.kind IN ['NIN', 'D_NUMBER']
    RETURN node5.value ORDER BY node5.kind DESC, node5.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person3Mask THEN toString(person3.birthDate) END, phone: CASE WHEN 'CONTACT' IN person3Mask THEN person3.phone END, email: CASE WHEN 'CONTACT' IN person3Mask THEN person3.email END, contactReserved: CASE WHEN 'CONTACT' IN person3Mask THEN person3.contactReserved END, addresses: CASE WHEN 'ADDRESS' IN person3Mask AND size(person3Places) = 0 THEN addresses END, mandatesGiven: CASE WHEN 'MANDATES' IN person3Mask THEN mandatesGiven END, mandatesHeld: CASE WHEN 'MANDATES' IN person3Mask THEN mandatesHeld END, cases: CASE WHEN 'CASES' IN person3Mask THEN cases END, servedBy: CASE WHEN 'SERVICE' IN person3Mask AND size(person3Places) = 0 THEN servedBy END}, access: {mask: person3Mask, codes: person3Decided.codes, offered: person3Decided.offered, places: person3Places}, concerned: $given.case IS NULL OR person3.id IN ctx.caseSubjects})) AS person2
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, root, head([it2 IN person3s | {id: it2.id, type: 'Person'}]) AS there, person2
