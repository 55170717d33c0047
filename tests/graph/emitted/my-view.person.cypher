// MyView (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)<-[to:TO]-(mandate:Mandate {kind: 'PROXY'})
  WHERE to.validFrom <= $given.now AND coalesce(to.validTo, 9007199254740991) > $given.now AND to.retractedAt IS NULL AND mandate.validFrom <= $given.now AND coalesce(mandate.validTo, 9007199254740991) > $given.now AND mandate.retractedAt IS NULL AND mandate.revokedAt IS NULL
  RETURN collect(DISTINCT mandate) AS mandates2
}
CALL (viewer) {
  MATCH (viewer)<-[to2:TO]-(mandate3:Mandate {kind: 'GUARDIANSHIP'})
  WHERE to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND mandate3.validFrom <= $given.now AND coalesce(mandate3.validTo, 9007199254740991) > $given.now AND mandate3.retractedAt IS NULL AND mandate3.revokedAt IS NULL
  RETURN collect(DISTINCT mandate3) AS mandates3
}
CALL (viewer) {
  MATCH (viewer)<-[to3:TO]-(mandate6:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
  WHERE to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND mandate6.validFrom <= $given.now AND coalesce(mandate6.validTo, 9007199254740991) > $given.now AND mandate6.retractedAt IS NULL AND mandate6.revokedAt IS NULL
  RETURN collect(DISTINCT mandate6) AS mandates4
}
CALL (viewer) {
  MATCH (viewer)<-[to4:TO]-(mandate8:Mandate {kind: 'LINE_MANAGEMENT'})
  WHERE to4.validFrom <= $given.now AND coalesce(to4.validTo, 9007199254740991) > $given.now AND to4.retractedAt IS NULL AND mandate8.validFrom <= $given.now AND coalesce(mandate8.validTo, 9007199254740991) > $given.now AND mandate8.retractedAt IS NULL AND mandate8.revokedAt IS NULL
  RETURN collect(DISTINCT mandate8) AS mandates5
}
CALL (viewer) {
  MATCH (viewer)-[holds:HOLDS]->(position:Position)
  WHERE holds.validFrom <= $given.now AND coalesce(holds.validTo, 9007199254740991) > $given.now AND holds.retractedAt IS NULL AND position.retractedAt IS NULL
  RETURN collect(DISTINCT position) AS positions
}
CALL (viewer) {
  MATCH (viewer)<-[to12:TO]-(mandate16:Mandate)
  WHERE to12.validFrom <= $given.now AND coalesce(to12.validTo, 9007199254740991) > $given.now AND to12.retractedAt IS NULL AND mandate16.validFrom <= $given.now AND coalesce(mandate16.validTo, 9007199254740991) > $given.now AND mandate16.retractedAt IS NULL AND mandate16.revokedAt IS NULL
  RETURN collect(DISTINCT mandate16) AS mandates6
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
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject17)
  WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND subject17.retractedAt IS NULL
  RETURN collect(DISTINCT subject17) AS subjects
}
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
CALL (viewer, covered, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[in5:IN]->(role:Role)
  WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND role.retractedAt IS NULL
  WITH position4, role, COLLECT {
    MATCH (role)-[covers30:COVERS]->(category15:Category)
    WHERE covers30.validFrom <= $given.now AND coalesce(covers30.validTo, 9007199254740991) > $given.now AND covers30.retractedAt IS NULL AND category15.retractedAt IS NULL
    AND 'READ' IN coalesce(covers30.actions, ['READ'])
    UNWIND [category15.code] + CASE category15.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code130
    WITH code130
    WHERE code130 IN covered
    RETURN DISTINCT code130
  } AS codes, COLLECT {
    MATCH (role)-[covers31:COVERS]->(category16:Category)
    WHERE covers31.validFrom <= $given.now AND coalesce(covers31.validTo, 9007199254740991) > $given.now AND covers31.retractedAt IS NULL AND category16.retractedAt IS NULL
    MATCH (role)-[handles:HANDLES]->(theme40:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme40.retractedAt IS NULL
    AND 'READ' IN coalesce(covers31.actions, ['READ']) AND category16.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category16.code IN covered
    RETURN DISTINCT category16.code + ':' + theme40.code
  } AS themed
  RETURN collect({position: position4.id, reach: role.reach, codes: codes, themed: themed}) AS seats
}
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate2
  MATCH (mandate2)-[from2:FROM]->(subject2:Person)
  WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND subject2.retractedAt IS NULL AND 'READ' IN mandate2.actions
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
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate4
  MATCH (mandate4)-[from3:FROM]->(subject3:Person)
  WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND subject3.retractedAt IS NULL AND ('READ' IN mandate4.actions OR (mandate4.actions IS NULL AND 'READ' = 'READ'))
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
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate5
  MATCH (mandate5)-[from4:FROM]->(subject4:Person)
  WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND subject4.retractedAt IS NULL
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
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate7
  MATCH (mandate7)-[from5:FROM]->(subject5:Person)
  WHERE from5.validFrom <= $given.now AND coalesce(from5.validTo, 9007199254740991) > $given.now AND from5.retractedAt IS NULL AND subject5.retractedAt IS NULL AND (subject5.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate7.actions OR (mandate7.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate7, covered, seats, collect(DISTINCT subject5.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, at, COLLECT {
    MATCH (mandate7)-[cleared_for4:CLEARED_FOR]->(protection8:Protection)-[opens4:OPENS*0..1]->(protection9:Protection)
    WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection8.retractedAt IS NULL AND all(step4 IN opens4 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL) AND protection9.retractedAt IS NULL
    RETURN DISTINCT protection9.code
  } AS lifts
  RETURN collect({gives: gives, at: at, lifts: lifts}) AS parentalResponsibility
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate9
  MATCH (mandate9)-[about:ABOUT]->(subject6:Person)-[employed_by:EMPLOYED_BY]->(business:Business)<-[from6:FROM]-(mandate9)
  WHERE about.validFrom <= $given.now AND coalesce(about.validTo, 9007199254740991) > $given.now AND about.retractedAt IS NULL AND subject6.retractedAt IS NULL AND employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business.retractedAt IS NULL AND from6.validFrom <= $given.now AND coalesce(from6.validTo, 9007199254740991) > $given.now AND from6.retractedAt IS NULL
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
CALL (viewer, covered, seats, mandates6) {
  UNWIND mandates6 AS mandate17
  MATCH (mandate17)-[from13:FROM]->(subject8)
  WHERE from13.validFrom <= $given.now AND coalesce(from13.validTo, 9007199254740991) > $given.now AND from13.retractedAt IS NULL AND subject8.retractedAt IS NULL
  MATCH (mandate17)-[cleared_for9:CLEARED_FOR]->(protection21:Protection)-[opens9:OPENS*0..1]->(protection22)
  WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection21.retractedAt IS NULL AND all(step12 IN opens9 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL) AND protection22.retractedAt IS NULL
  RETURN collect(DISTINCT [subject8.id, protection22.id]) AS subjectExcepted
}
CALL (viewer, covered, seats, mandates6) {
  UNWIND mandates6 AS mandate18
  MATCH (mandate18)-[from14:FROM]->(sharer2)
  WHERE from14.validFrom <= $given.now AND coalesce(from14.validTo, 9007199254740991) > $given.now AND from14.retractedAt IS NULL AND sharer2.retractedAt IS NULL
  MATCH (mandate18)-[cleared_for10:CLEARED_FOR]->(protection24:Protection)-[opens10:OPENS*0..1]->(protection25)
  WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL AND protection24.retractedAt IS NULL AND all(step13 IN opens10 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL) AND protection25.retractedAt IS NULL
  RETURN collect(DISTINCT [sharer2.id, protection25.id]) AS sharerExcepted
}
CALL (viewer, covered, seats, addresss) {
  UNWIND addresss AS address3
  RETURN collect(DISTINCT address3.id) AS addressExcepted
}
CALL (viewer, covered, seats, households) {
  UNWIND households AS household3
  RETURN collect(DISTINCT household3.id) AS householdExcepted
}
CALL (viewer, covered, seats, mandates6) {
  UNWIND mandates6 AS mandate31
  MATCH (mandate31)-[from27:FROM]->(other2)
  WHERE from27.validFrom <= $given.now AND coalesce(from27.validTo, 9007199254740991) > $given.now AND from27.retractedAt IS NULL AND other2.retractedAt IS NULL
  MATCH (mandate31)-[cleared_for19:CLEARED_FOR]->(protection52:Protection)-[opens19:OPENS*0..1]->(protection53)
  WHERE cleared_for19.validFrom <= $given.now AND coalesce(cleared_for19.validTo, 9007199254740991) > $given.now AND cleared_for19.retractedAt IS NULL AND protection52.retractedAt IS NULL AND all(step34 IN opens19 WHERE step34.validFrom <= $given.now AND coalesce(step34.validTo, 9007199254740991) > $given.now AND step34.retractedAt IS NULL) AND protection53.retractedAt IS NULL
  RETURN collect(DISTINCT [other2.id, protection53.id]) AS otherExcepted
}
CALL (viewer, covered, seats, addresss2) {
  UNWIND addresss2 AS address5
  MATCH (address5)<-[has_address3:HAS_ADDRESS]-(other3)
  WHERE has_address3.validFrom <= $given.now AND coalesce(has_address3.validTo, 9007199254740991) > $given.now AND has_address3.retractedAt IS NULL AND other3.retractedAt IS NULL
  RETURN collect(DISTINCT other3.id) AS otherExcepted2
}
CALL (viewer, covered, seats, households2) {
  UNWIND households2 AS household5
  MATCH (household5)<-[member_of3:MEMBER_OF]-(other4)
  WHERE member_of3.validFrom <= $given.now AND coalesce(member_of3.validTo, 9007199254740991) > $given.now AND member_of3.retractedAt IS NULL AND other4.retractedAt IS NULL
  RETURN collect(DISTINCT other4.id) AS otherExcepted3
}
CALL (viewer, covered, seats, subjects) {
  UNWIND subjects AS subject18
  RETURN collect(DISTINCT subject18.id) AS subjectExcepted2
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, seats: seats, attachedPerson: attachedPerson, proxy2: proxy2, subjectExcepted: subjectExcepted, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted, otherExcepted: otherExcepted, otherExcepted2: otherExcepted2, otherExcepted3: otherExcepted3, subjectExcepted2: subjectExcepted2} AS ctx
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
      WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
        MATCH (subject)-[employed_by3:EMPLOYED_BY]->(business3:Business)-[part_of:PART_OF*0..2]->(business4:Business)
        WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business3.retractedAt IS NULL AND all(step6 IN part_of WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL) AND business4.retractedAt IS NULL
        RETURN DISTINCT business4.id
      } ELSE [] END AS business4s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
        MATCH (subject)<-[from7:FROM]-(mandate10:Mandate {kind: 'PROXY'})-[to5:TO]->(business6:Business)
        WHERE from7.validFrom <= $given.now AND coalesce(from7.validTo, 9007199254740991) > $given.now AND from7.retractedAt IS NULL AND mandate10.validFrom <= $given.now AND coalesce(mandate10.validTo, 9007199254740991) > $given.now AND mandate10.retractedAt IS NULL AND mandate10.revokedAt IS NULL AND to5.validFrom <= $given.now AND coalesce(to5.validTo, 9007199254740991) > $given.now AND to5.retractedAt IS NULL AND business6.retractedAt IS NULL
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
      WITH *, (true AND 'MANDATES' IN subjectMask) AS whole, 'MANDATES' IN subjectMask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    CALL (ctx, node) {
      MATCH (node)-[to7:TO]->(subject7:Person)
      WHERE to7.validFrom <= $given.now AND coalesce(to7.validTo, 9007199254740991) > $given.now AND to7.retractedAt IS NULL AND subject7.retractedAt IS NULL
      WITH *, COLLECT {
        MATCH (subject7)-[protected_as2:PROTECTED_AS]->(protection14:Protection)
        WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection14.retractedAt IS NULL
        AND ctx.id <> subject7.id AND protection14.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN DISTINCT protection14.code
      } + CASE WHEN ctx.id <> subject7.id AND subject7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject7Codes
      WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
        MATCH (subject7)-[employed_by4:EMPLOYED_BY]->(business8:Business)-[part_of2:PART_OF*0..2]->(business9:Business)
        WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business8.retractedAt IS NULL AND all(step8 IN part_of2 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL) AND business9.retractedAt IS NULL
        RETURN DISTINCT business9.id
      } ELSE [] END AS business9s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
        MATCH (subject7)<-[from9:FROM]-(mandate12:Mandate {kind: 'PROXY'})-[to8:TO]->(business10:Business)
        WHERE from9.validFrom <= $given.now AND coalesce(from9.validTo, 9007199254740991) > $given.now AND from9.retractedAt IS NULL AND mandate12.validFrom <= $given.now AND coalesce(mandate12.validTo, 9007199254740991) > $given.now AND mandate12.retractedAt IS NULL AND mandate12.revokedAt IS NULL AND to8.validFrom <= $given.now AND coalesce(to8.validTo, 9007199254740991) > $given.now AND to8.retractedAt IS NULL AND business10.retractedAt IS NULL
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
      WITH *, CASE WHEN ctx.id = subject7.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found23 = [], row14 IN ctx.proxy | CASE WHEN subject7.id IN row14.at THEN found23 + row14.gives ELSE found23 END) + reduce(found24 = [], row15 IN ctx.guardian | CASE WHEN subject7.id IN row15.at THEN found24 + row15.gives ELSE found24 END) + reduce(found25 = [], row16 IN ctx.guardian2 | CASE WHEN subject7.id IN row16.at THEN found25 + row16.gives ELSE found25 END) + reduce(found26 = [], row17 IN ctx.parentalResponsibility | CASE WHEN subject7.id IN row17.at THEN found26 + row17.gives ELSE found26 END) + reduce(found27 = [], row18 IN ctx.lineManager | CASE WHEN subject7.id IN row18.at THEN found27 + row18.gives ELSE found27 END) + reduce(found28 = [], row19 IN ctx.attachedPerson | CASE WHEN any(key IN business9s WHERE key IN row19.at) THEN found28 + row19.gives ELSE found28 END) + reduce(found29 = [], row20 IN ctx.proxy2 | reduce(found31 = found29, key4 IN business10s | CASE WHEN key4.at IN row20.at THEN found31 + [entry5 IN row20.gives WHERE entry5 IN key4.gives OR (entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN key4.gives)] + [entry6 IN key4.gives WHERE entry6 CONTAINS ':' AND split(entry6, ':')[0] + ':*' IN row20.gives] ELSE found31 END)) AS subject7Offered
      WITH *, CASE WHEN size(subject7Codes) > 0 THEN reduce(found32 = [], row21 IN ctx.proxy | CASE WHEN subject7.id IN row21.at AND none(code26 IN subject7Codes WHERE NOT code26 IN row21.lifts) THEN found32 + row21.gives ELSE found32 END) + reduce(found33 = [], row22 IN ctx.guardian | CASE WHEN subject7.id IN row22.at AND none(code27 IN subject7Codes WHERE NOT code27 IN row22.lifts) THEN found33 + row22.gives ELSE found33 END) + reduce(found34 = [], row23 IN ctx.guardian2 | CASE WHEN subject7.id IN row23.at AND none(code28 IN subject7Codes WHERE NOT code28 IN row23.lifts) THEN found34 + row23.gives ELSE found34 END) + reduce(found35 = [], row24 IN ctx.parentalResponsibility | CASE WHEN subject7.id IN row24.at AND none(code29 IN subject7Codes WHERE NOT code29 IN row24.lifts) THEN found35 + row24.gives ELSE found35 END) + reduce(found36 = [], row25 IN ctx.lineManager | CASE WHEN subject7.id IN row25.at AND none(code30 IN subject7Codes WHERE NOT code30 IN row25.lifts) THEN found36 + row25.gives ELSE found36 END) + reduce(found37 = [], row26 IN ctx.proxy2 | reduce(found38 = found37, key5 IN business10s | CASE WHEN key5.at IN row26.at AND none(code31 IN subject7Codes WHERE NOT code31 IN key5.lifts) THEN found38 + [entry7 IN row26.gives WHERE entry7 IN key5.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key5.gives)] + [entry8 IN key5.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row26.gives] ELSE found38 END)) ELSE subject7Offered END AS subject7Mask
      WITH *, (true AND 'MANDATES' IN subject7Mask) AS whole2, 'MANDATES' IN subject7Mask AS shown2
      RETURN collect({whole: whole2, shown: shown2}) AS ways2
    }
    WITH *, any(way IN (ways + ways2) WHERE way.whole) AS nodeWhole, any(way IN (ways + ways2) WHERE way.shown) AS nodeShown
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
    MATCH (person2)-[protected_as3:PROTECTED_AS]->(protection17:Protection)
    WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection17.retractedAt IS NULL
    AND ctx.id <> person2.id AND protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
    RETURN DISTINCT protection17.code
  } + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person2Codes
  WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
    MATCH (person2)-[employed_by5:EMPLOYED_BY]->(business12:Business)-[part_of3:PART_OF*0..2]->(business13:Business)
    WHERE employed_by5.validFrom <= $given.now AND coalesce(employed_by5.validTo, 9007199254740991) > $given.now AND employed_by5.retractedAt IS NULL AND business12.retractedAt IS NULL AND all(step10 IN part_of3 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL) AND business13.retractedAt IS NULL
    RETURN DISTINCT business13.id
  } ELSE [] END AS business13s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
    MATCH (person2)<-[from11:FROM]-(mandate14:Mandate {kind: 'PROXY'})-[to10:TO]->(business14:Business)
    WHERE from11.validFrom <= $given.now AND coalesce(from11.validTo, 9007199254740991) > $given.now AND from11.retractedAt IS NULL AND mandate14.validFrom <= $given.now AND coalesce(mandate14.validTo, 9007199254740991) > $given.now AND mandate14.retractedAt IS NULL AND mandate14.revokedAt IS NULL AND to10.validFrom <= $given.now AND coalesce(to10.validTo, 9007199254740991) > $given.now AND to10.retractedAt IS NULL AND business14.retractedAt IS NULL
    AND 'READ' IN mandate14.actions
    WITH *, COLLECT {
      MATCH (mandate14)-[covers12:COVERS]->(category6:Category)
      WHERE covers12.retractedAt IS NULL AND category6.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL THEN category6.code ELSE '' END
    } AS named6, COLLECT {
      MATCH (mandate14)-[covers13:COVERS]->(theme11:Theme)
      WHERE covers13.retractedAt IS NULL AND theme11.retractedAt IS NULL
      RETURN DISTINCT CASE WHEN covers13.validFrom <= $given.now AND coalesce(covers13.validTo, 9007199254740991) > $given.now AND covers13.retractedAt IS NULL THEN theme11.code ELSE '' END
    } AS themes6
    RETURN {at: business14.id, gives: reduce(found46 = [], code38 IN CASE WHEN size(named6) > 0 THEN named6 + CASE WHEN 'IDENTITY' IN named6 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found46 + CASE WHEN code38 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code38] + CASE WHEN code38 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme12 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme12 <> '' | code38 + ':' + theme12] ELSE [] END ELSE [] END), lifts: COLLECT {
      MATCH (mandate14)-[cleared_for8:CLEARED_FOR]->(protection18:Protection)-[opens8:OPENS*0..1]->(protection19:Protection)
      WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL AND protection18.retractedAt IS NULL AND all(step11 IN opens8 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL) AND protection19.retractedAt IS NULL
      RETURN DISTINCT protection19.code
    }}
  } ELSE [] END AS business14s
  WITH *, CASE WHEN ctx.id = person2.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found39 = [], row27 IN ctx.proxy | CASE WHEN person2.id IN row27.at THEN found39 + row27.gives ELSE found39 END) + reduce(found40 = [], row28 IN ctx.guardian | CASE WHEN person2.id IN row28.at THEN found40 + row28.gives ELSE found40 END) + reduce(found41 = [], row29 IN ctx.guardian2 | CASE WHEN person2.id IN row29.at THEN found41 + row29.gives ELSE found41 END) + reduce(found42 = [], row30 IN ctx.parentalResponsibility | CASE WHEN person2.id IN row30.at THEN found42 + row30.gives ELSE found42 END) + reduce(found43 = [], row31 IN ctx.lineManager | CASE WHEN person2.id IN row31.at THEN found43 + row31.gives ELSE found43 END) + reduce(found44 = [], row32 IN ctx.attachedPerson | CASE WHEN any(key IN business13s WHERE key IN row32.at) THEN found44 + row32.gives ELSE found44 END) + reduce(found45 = [], row33 IN ctx.proxy2 | reduce(found47 = found45, key6 IN business14s | CASE WHEN key6.at IN row33.at THEN found47 + [entry9 IN row33.gives WHERE entry9 IN key6.gives OR (entry9 CONTAINS ':' AND split(entry9, ':')[0] + ':*' IN key6.gives)] + [entry10 IN key6.gives WHERE entry10 CONTAINS ':' AND split(entry10, ':')[0] + ':*' IN row33.gives] ELSE found47 END)) AS person2Offered
  WITH *, CASE WHEN size(person2Codes) > 0 THEN reduce(found48 = [], row34 IN ctx.proxy | CASE WHEN person2.id IN row34.at AND none(code40 IN person2Codes WHERE NOT code40 IN row34.lifts) THEN found48 + row34.gives ELSE found48 END) + reduce(found49 = [], row35 IN ctx.guardian | CASE WHEN person2.id IN row35.at AND none(code41 IN person2Codes WHERE NOT code41 IN row35.lifts) THEN found49 + row35.gives ELSE found49 END) + reduce(found50 = [], row36 IN ctx.guardian2 | CASE WHEN person2.id IN row36.at AND none(code42 IN person2Codes WHERE NOT code42 IN row36.lifts) THEN found50 + row36.gives ELSE found50 END) + reduce(found51 = [], row37 IN ctx.parentalResponsibility | CASE WHEN person2.id IN row37.at AND none(code43 IN person2Codes WHERE NOT code43 IN row37.lifts) THEN found51 + row37.gives ELSE found51 END) + reduce(found52 = [], row38 IN ctx.lineManager | CASE WHEN person2.id IN row38.at AND none(code44 IN person2Codes WHERE NOT code44 IN row38.lifts) THEN found52 + row38.gives ELSE found52 END) + reduce(found53 = [], row39 IN ctx.proxy2 | reduce(found54 = found53, key7 IN business14s | CASE WHEN key7.at IN row39.at AND none(code45 IN person2Codes WHERE NOT code45 IN key7.lifts) THEN found54 + [entry11 IN row39.gives WHERE entry11 IN key7.gives OR (entry11 CONTAINS ':' AND split(entry11, ':')[0] + ':*' IN key7.gives)] + [entry12 IN key7.gives WHERE entry12 CONTAINS ':' AND split(entry12, ':')[0] + ':*' IN row39.gives] ELSE found54 END)) ELSE person2Offered END AS person2Mask
  WITH *, COLLECT {
    MATCH (person2)-[protected:PROTECTED_AS]->(protection20:Protection)
    WHERE protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person2.id AND (protected.validFrom IS NULL OR protected.validFrom <= $given.now) AND (protected.validTo IS NULL OR protected.validTo > $given.now) AND NOT [person2.id, protection20.id] IN ctx.subjectExcepted
    RETURN DISTINCT protection20.code
  } + COLLECT {
    MATCH (person2)-[held:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection23:Protection)
    WHERE protection23.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person2.id AND (held.validFrom IS NULL OR held.validFrom <= $given.now) AND (held.validTo IS NULL OR held.validTo > $given.now) AND (kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo) AND (protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo) AND NOT [sharer.id, protection23.id] IN ctx.sharerExcepted AND NOT address.id IN ctx.addressExcepted
    RETURN DISTINCT protection23.code
  } + COLLECT {
    MATCH (person2)-[held2:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(sharer3:Person)-[protected3:PROTECTED_AS]->(protection26:Protection)
    WHERE protection26.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person2.id AND (held2.validFrom IS NULL OR held2.validFrom <= $given.now) AND (held2.validTo IS NULL OR held2.validTo > $given.now) AND (kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo) AND (protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo) AND NOT [sharer3.id, protection26.id] IN ctx.sharerExcepted AND NOT household.id IN ctx.householdExcepted
    RETURN DISTINCT protection26.code
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
      RETURN collect({it: {code: node8.code, name: node8.name}}) AS themes7
    }
    CALL (ctx, node6, node6Whole) {
      MATCH (node6)-[edge11:FROM]->(node11:Person|Business)
      WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
      WITH *, node11 AS node10, edge11 AS edge10
      CALL (ctx, node10, edge10, node6Whole) {
        UNWIND CASE WHEN node10:Person THEN [node10] ELSE [] END AS person3
        WITH *, COLLECT {
          MATCH (person3)-[protected_as4:PROTECTED_AS]->(protection27:Protection)
          WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection27.retractedAt IS NULL
          AND ctx.id <> person3.id AND protection27.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection27.code
        } + CASE WHEN ctx.id <> person3.id AND person3.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person3Codes
        WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
          MATCH (person3)<-[from15:FROM]-(mandate19:Mandate {kind: 'PROXY'})-[to13:TO]->(business16:Business)
          WHERE from15.validFrom <= $given.now AND coalesce(from15.validTo, 9007199254740991) > $given.now AND from15.retractedAt IS NULL AND mandate19.validFrom <= $given.now AND coalesce(mandate19.validTo, 9007199254740991) > $given.now AND mandate19.retractedAt IS NULL AND mandate19.revokedAt IS NULL AND to13.validFrom <= $given.now AND coalesce(to13.validTo, 9007199254740991) > $given.now AND to13.retractedAt IS NULL AND business16.retractedAt IS NULL
          AND 'READ' IN mandate19.actions
          WITH *, COLLECT {
            MATCH (mandate19)-[covers14:COVERS]->(category7:Category)
            WHERE covers14.retractedAt IS NULL AND category7.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers14.validFrom <= $given.now AND coalesce(covers14.validTo, 9007199254740991) > $given.now AND covers14.retractedAt IS NULL THEN category7.code ELSE '' END
          } AS named7, COLLECT {
            MATCH (mandate19)-[covers15:COVERS]->(theme13:Theme)
            WHERE covers15.retractedAt IS NULL AND theme13.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers15.validFrom <= $given.now AND coalesce(covers15.validTo, 9007199254740991) > $given.now AND covers15.retractedAt IS NULL THEN theme13.code ELSE '' END
          } AS themes8
          RETURN {at: business16.id, gives: reduce(found61 = [], code51 IN CASE WHEN size(named7) > 0 THEN named7 + CASE WHEN 'IDENTITY' IN named7 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found61 + CASE WHEN code51 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code51] + CASE WHEN code51 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme14 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme14 <> '' | code51 + ':' + theme14] ELSE [] END ELSE [] END), lifts: COLLECT {
            MATCH (mandate19)-[cleared_for11:CLEARED_FOR]->(protection28:Protection)-[opens11:OPENS*0..1]->(protection29:Protection)
            WHERE cleared_for11.validFrom <= $given.now AND coalesce(cleared_for11.validTo, 9007199254740991) > $given.now AND cleared_for11.retractedAt IS NULL AND protection28.retractedAt IS NULL AND all(step14 IN opens11 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL) AND protection29.retractedAt IS NULL
            RETURN DISTINCT protection29.code
          }}
        } ELSE [] END AS business16s
        WITH *, CASE WHEN size(person3Codes) > 0 THEN reduce(found55 = [], row40 IN ctx.proxy | CASE WHEN person3.id IN row40.at AND none(code46 IN person3Codes WHERE NOT code46 IN row40.lifts) THEN found55 + row40.gives ELSE found55 END) + reduce(found56 = [], row41 IN ctx.guardian | CASE WHEN person3.id IN row41.at AND none(code47 IN person3Codes WHERE NOT code47 IN row41.lifts) THEN found56 + row41.gives ELSE found56 END) + reduce(found57 = [], row42 IN ctx.guardian2 | CASE WHEN person3.id IN row42.at AND none(code48 IN person3Codes WHERE NOT code48 IN row42.lifts) THEN found57 + row42.gives ELSE found57 END) + reduce(found58 = [], row43 IN ctx.parentalResponsibility | CASE WHEN person3.id IN row43.at AND none(code49 IN person3Codes WHERE NOT code49 IN row43.lifts) THEN found58 + row43.gives ELSE found58 END) + reduce(found59 = [], row44 IN ctx.lineManager | CASE WHEN person3.id IN row44.at AND none(code50 IN person3Codes WHERE NOT code50 IN row44.lifts) THEN found59 + row44.gives ELSE found59 END) + reduce(found60 = [], row45 IN ctx.proxy2 | reduce(found62 = found60, key8 IN business16s | CASE WHEN key8.at IN row45.at AND none(code52 IN person3Codes WHERE NOT code52 IN key8.lifts) THEN found62 + [entry13 IN row45.gives WHERE entry13 IN key8.gives OR (entry13 CONTAINS ':' AND split(entry13, ':')[0] + ':*' IN key8.gives)] + [entry14 IN key8.gives WHERE entry14 CONTAINS ':' AND split(entry14, ':')[0] + ':*' IN row45.gives] ELSE found62 END)) ELSE ['CARD'] END AS person3Mask
        WITH * WHERE (false OR 'CARD' IN person3Mask)
        RETURN collect({it: {id: person3.id, name: CASE WHEN 'CARD' IN person3Mask THEN {full: [person3.givenName, person3.middleName, person3.familyName]} END}, access: {mask: person3Mask, codes: person3Codes, offered: CASE WHEN size(person3Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node10, edge10, node6Whole) {
        UNWIND CASE WHEN node10:Business THEN [node10] ELSE [] END AS business17
        CALL (ctx, business17) {
          MATCH (business17)-[part_of4:PART_OF*0..2]->(business18:Business)-[owned_by:OWNED_BY]->(subject9:Person)
          WHERE all(step15 IN part_of4 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL) AND business18.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject9.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject9)-[protected_as5:PROTECTED_AS]->(protection30:Protection)
            WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL AND protection30.retractedAt IS NULL
            AND ctx.id <> subject9.id AND protection30.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection30.code
          } + CASE WHEN ctx.id <> subject9.id AND subject9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject9Codes
          WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject9)-[employed_by6:EMPLOYED_BY]->(business19:Business)-[part_of5:PART_OF*0..2]->(business20:Business)
            WHERE employed_by6.validFrom <= $given.now AND coalesce(employed_by6.validTo, 9007199254740991) > $given.now AND employed_by6.retractedAt IS NULL AND business19.retractedAt IS NULL AND all(step16 IN part_of5 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL) AND business20.retractedAt IS NULL
            RETURN DISTINCT business20.id
          } ELSE [] END AS business20s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
            MATCH (subject9)<-[from16:FROM]-(mandate20:Mandate {kind: 'PROXY'})-[to14:TO]->(business21:Business)
            WHERE from16.validFrom <= $given.now AND coalesce(from16.validTo, 9007199254740991) > $given.now AND from16.retractedAt IS NULL AND mandate20.validFrom <= $given.now AND coalesce(mandate20.validTo, 9007199254740991) > $given.now AND mandate20.retractedAt IS NULL AND mandate20.revokedAt IS NULL AND to14.validFrom <= $given.now AND coalesce(to14.validTo, 9007199254740991) > $given.now AND to14.retractedAt IS NULL AND business21.retractedAt IS NULL
            AND 'READ' IN mandate20.actions
            WITH *, COLLECT {
              MATCH (mandate20)-[covers16:COVERS]->(category8:Category)
              WHERE covers16.retractedAt IS NULL AND category8.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers16.validFrom <= $given.now AND coalesce(covers16.validTo, 9007199254740991) > $given.now AND covers16.retractedAt IS NULL THEN category8.code ELSE '' END
            } AS named8, COLLECT {
              MATCH (mandate20)-[covers17:COVERS]->(theme15:Theme)
              WHERE covers17.retractedAt IS NULL AND theme15.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers17.validFrom <= $given.now AND coalesce(covers17.validTo, 9007199254740991) > $given.now AND covers17.retractedAt IS NULL THEN theme15.code ELSE '' END
            } AS themes9
            RETURN {at: business21.id, gives: reduce(found70 = [], code59 IN CASE WHEN size(named8) > 0 THEN named8 + CASE WHEN 'IDENTITY' IN named8 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes9) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found70 + CASE WHEN code59 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes9 = [''] THEN [code59] + CASE WHEN code59 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme16 IN CASE WHEN size(themes9) > 0 THEN themes9 ELSE ['*'] END WHERE theme16 <> '' | code59 + ':' + theme16] ELSE [] END ELSE [] END), lifts: COLLECT {
              MATCH (mandate20)-[cleared_for12:CLEARED_FOR]->(protection31:Protection)-[opens12:OPENS*0..1]->(protection32:Protection)
              WHERE cleared_for12.validFrom <= $given.now AND coalesce(cleared_for12.validTo, 9007199254740991) > $given.now AND cleared_for12.retractedAt IS NULL AND protection31.retractedAt IS NULL AND all(step17 IN opens12 WHERE step17.validFrom <= $given.now AND coalesce(step17.validTo, 9007199254740991) > $given.now AND step17.retractedAt IS NULL) AND protection32.retractedAt IS NULL
              RETURN DISTINCT protection32.code
            }}
          } ELSE [] END AS business21s
          WITH *, CASE WHEN ctx.id = subject9.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found63 = [], row46 IN ctx.proxy | CASE WHEN subject9.id IN row46.at THEN found63 + row46.gives ELSE found63 END) + reduce(found64 = [], row47 IN ctx.guardian | CASE WHEN subject9.id IN row47.at THEN found64 + row47.gives ELSE found64 END) + reduce(found65 = [], row48 IN ctx.guardian2 | CASE WHEN subject9.id IN row48.at THEN found65 + row48.gives ELSE found65 END) + reduce(found66 = [], row49 IN ctx.parentalResponsibility | CASE WHEN subject9.id IN row49.at THEN found66 + row49.gives ELSE found66 END) + reduce(found67 = [], row50 IN ctx.lineManager | CASE WHEN subject9.id IN row50.at THEN found67 + row50.gives ELSE found67 END) + reduce(found68 = [], row51 IN ctx.attachedPerson | CASE WHEN any(key IN business20s WHERE key IN row51.at) THEN found68 + row51.gives ELSE found68 END) + reduce(found69 = [], row52 IN ctx.proxy2 | reduce(found71 = found69, key9 IN business21s | CASE WHEN key9.at IN row52.at THEN found71 + [entry15 IN row52.gives WHERE entry15 IN key9.gives OR (entry15 CONTAINS ':' AND split(entry15, ':')[0] + ':*' IN key9.gives)] + [entry16 IN key9.gives WHERE entry16 CONTAINS ':' AND split(entry16, ':')[0] + ':*' IN row52.gives] ELSE found71 END)) AS subject9Offered
          WITH *, CASE WHEN size(subject9Codes) > 0 THEN reduce(found72 = [], row53 IN ctx.proxy | CASE WHEN subject9.id IN row53.at AND none(code61 IN subject9Codes WHERE NOT code61 IN row53.lifts) THEN found72 + row53.gives ELSE found72 END) + reduce(found73 = [], row54 IN ctx.guardian | CASE WHEN subject9.id IN row54.at AND none(code62 IN subject9Codes WHERE NOT code62 IN row54.lifts) THEN found73 + row54.gives ELSE found73 END) + reduce(found74 = [], row55 IN ctx.guardian2 | CASE WHEN subject9.id IN row55.at AND none(code63 IN subject9Codes WHERE NOT code63 IN row55.lifts) THEN found74 + row55.gives ELSE found74 END) + reduce(found75 = [], row56 IN ctx.parentalResponsibility | CASE WHEN subject9.id IN row56.at AND none(code64 IN subject9Codes WHERE NOT code64 IN row56.lifts) THEN found75 + row56.gives ELSE found75 END) + reduce(found76 = [], row57 IN ctx.lineManager | CASE WHEN subject9.id IN row57.at AND none(code65 IN subject9Codes WHERE NOT code65 IN row57.lifts) THEN found76 + row57.gives ELSE found76 END) + reduce(found77 = [], row58 IN ctx.proxy2 | reduce(found78 = found77, key10 IN business21s | CASE WHEN key10.at IN row58.at AND none(code66 IN subject9Codes WHERE NOT code66 IN key10.lifts) THEN found78 + [entry17 IN row58.gives WHERE entry17 IN key10.gives OR (entry17 CONTAINS ':' AND split(entry17, ':')[0] + ':*' IN key10.gives)] + [entry18 IN key10.gives WHERE entry18 CONTAINS ':' AND split(entry18, ':')[0] + ':*' IN row58.gives] ELSE found78 END)) ELSE subject9Offered END AS subject9Mask
          WITH *, (true AND 'WORK' IN subject9Mask) AS whole3, 'WORK' IN subject9Mask AS shown3
          RETURN collect({whole: whole3, shown: shown3}) AS ways3
        }
        WITH *, (NOT EXISTS {
          MATCH (business17)-[part_of6:PART_OF*0..2]->(business23:Business)-[owned_by2:OWNED_BY]->(subject10:Person)
          WHERE all(step18 IN part_of6 WHERE coalesce(step18.validFrom <= $given.now, true) AND coalesce(step18.validTo > $given.now, true) AND step18.retractedAt IS NULL) AND business23.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject10.retractedAt IS NULL
        }) OR any(way2 IN (ways3) WHERE way2.whole) AS business17Whole
        WITH * WHERE business17Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business17)-[owned_by3:OWNED_BY]->(person4:Person)
          WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person4.retractedAt IS NULL
        } AND business17.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business17.id, name: business17.name}, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found79
      WITH * WHERE size(found79) > 0
      WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1
      RETURN collect(head(found79)) AS giver
    }
    CALL (ctx, node6, node6Whole) {
      MATCH (node6)-[edge13:TO]->(node13:Person|Business)
      WHERE edge13.validFrom <= $given.now AND coalesce(edge13.validTo, 9007199254740991) > $given.now AND edge13.retractedAt IS NULL AND node13.retractedAt IS NULL
      WITH *, node13 AS node12, edge13 AS edge12
      CALL (ctx, node12, edge12, node6Whole) {
        UNWIND CASE WHEN node12:Person THEN [node12] ELSE [] END AS person5
        WITH *, COLLECT {
          MATCH (person5)-[protected_as6:PROTECTED_AS]->(protection33:Protection)
          WHERE coalesce(protected_as6.validFrom <= $given.now, true) AND coalesce(protected_as6.validTo > $given.now, true) AND protected_as6.retractedAt IS NULL AND protection33.retractedAt IS NULL
          AND ctx.id <> person5.id AND protection33.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection33.code
        } + CASE WHEN ctx.id <> person5.id AND person5.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person5Codes
        WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
          MATCH (person5)<-[from18:FROM]-(mandate22:Mandate {kind: 'PROXY'})-[to16:TO]->(business24:Business)
          WHERE from18.validFrom <= $given.now AND coalesce(from18.validTo, 9007199254740991) > $given.now AND from18.retractedAt IS NULL AND mandate22.validFrom <= $given.now AND coalesce(mandate22.validTo, 9007199254740991) > $given.now AND mandate22.retractedAt IS NULL AND mandate22.revokedAt IS NULL AND to16.validFrom <= $given.now AND coalesce(to16.validTo, 9007199254740991) > $given.now AND to16.retractedAt IS NULL AND business24.retractedAt IS NULL
          AND 'READ' IN mandate22.actions
          WITH *, COLLECT {
            MATCH (mandate22)-[covers18:COVERS]->(category9:Category)
            WHERE covers18.retractedAt IS NULL AND category9.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers18.validFrom <= $given.now AND coalesce(covers18.validTo, 9007199254740991) > $given.now AND covers18.retractedAt IS NULL THEN category9.code ELSE '' END
          } AS named9, COLLECT {
            MATCH (mandate22)-[covers19:COVERS]->(theme17:Theme)
            WHERE covers19.retractedAt IS NULL AND theme17.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers19.validFrom <= $given.now AND coalesce(covers19.validTo, 9007199254740991) > $given.now AND covers19.retractedAt IS NULL THEN theme17.code ELSE '' END
          } AS themes10
          RETURN {at: business24.id, gives: reduce(found86 = [], code72 IN CASE WHEN size(named9) > 0 THEN named9 + CASE WHEN 'IDENTITY' IN named9 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes10) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found86 + CASE WHEN code72 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes10 = [''] THEN [code72] + CASE WHEN code72 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme18 IN CASE WHEN size(themes10) > 0 THEN themes10 ELSE ['*'] END WHERE theme18 <> '' | code72 + ':' + theme18] ELSE [] END ELSE [] END), lifts: COLLECT {
            MATCH (mandate22)-[cleared_for13:CLEARED_FOR]->(protection34:Protection)-[opens13:OPENS*0..1]->(protection35:Protection)
            WHERE cleared_for13.validFrom <= $given.now AND coalesce(cleared_for13.validTo, 9007199254740991) > $given.now AND cleared_for13.retractedAt IS NULL AND protection34.retractedAt IS NULL AND all(step19 IN opens13 WHERE step19.validFrom <= $given.now AND coalesce(step19.validTo, 9007199254740991) > $given.now AND step19.retractedAt IS NULL) AND protection35.retractedAt IS NULL
            RETURN DISTINCT protection35.code
          }}
        } ELSE [] END AS business24s
        WITH *, CASE WHEN size(person5Codes) > 0 THEN reduce(found80 = [], row59 IN ctx.proxy | CASE WHEN person5.id IN row59.at AND none(code67 IN person5Codes WHERE NOT code67 IN row59.lifts) THEN found80 + row59.gives ELSE found80 END) + reduce(found81 = [], row60 IN ctx.guardian | CASE WHEN person5.id IN row60.at AND none(code68 IN person5Codes WHERE NOT code68 IN row60.lifts) THEN found81 + row60.gives ELSE found81 END) + reduce(found82 = [], row61 IN ctx.guardian2 | CASE WHEN person5.id IN row61.at AND none(code69 IN person5Codes WHERE NOT code69 IN row61.lifts) THEN found82 + row61.gives ELSE found82 END) + reduce(found83 = [], row62 IN ctx.parentalResponsibility | CASE WHEN person5.id IN row62.at AND none(code70 IN person5Codes WHERE NOT code70 IN row62.lifts) THEN found83 + row62.gives ELSE found83 END) + reduce(found84 = [], row63 IN ctx.lineManager | CASE WHEN person5.id IN row63.at AND none(code71 IN person5Codes WHERE NOT code71 IN row63.lifts) THEN found84 + row63.gives ELSE found84 END) + reduce(found85 = [], row64 IN ctx.proxy2 | reduce(found87 = found85, key11 IN business24s | CASE WHEN key11.at IN row64.at AND none(code73 IN person5Codes WHERE NOT code73 IN key11.lifts) THEN found87 + [entry19 IN row64.gives WHERE entry19 IN key11.gives OR (entry19 CONTAINS ':' AND split(entry19, ':')[0] + ':*' IN key11.gives)] + [entry20 IN key11.gives WHERE entry20 CONTAINS ':' AND split(entry20, ':')[0] + ':*' IN row64.gives] ELSE found87 END)) ELSE ['CARD'] END AS person5Mask
        WITH * WHERE (false OR 'CARD' IN person5Mask)
        RETURN collect({it: {id: person5.id, name: CASE WHEN 'CARD' IN person5Mask THEN {full: [person5.givenName, person5.middleName, person5.familyName]} END}, access: {mask: person5Mask, codes: person5Codes, offered: CASE WHEN size(person5Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson2
      }
      CALL (ctx, node12, edge12, node6Whole) {
        UNWIND CASE WHEN node12:Business THEN [node12] ELSE [] END AS business25
        CALL (ctx, business25) {
          MATCH (business25)-[part_of7:PART_OF*0..2]->(business26:Business)-[owned_by4:OWNED_BY]->(subject11:Person)
          WHERE all(step20 IN part_of7 WHERE step20.validFrom <= $given.now AND coalesce(step20.validTo, 9007199254740991) > $given.now AND step20.retractedAt IS NULL) AND business26.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject11.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject11)-[protected_as7:PROTECTED_AS]->(protection36:Protection)
            WHERE coalesce(protected_as7.validFrom <= $given.now, true) AND coalesce(protected_as7.validTo > $given.now, true) AND protected_as7.retractedAt IS NULL AND protection36.retractedAt IS NULL
            AND ctx.id <> subject11.id AND protection36.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection36.code
          } + CASE WHEN ctx.id <> subject11.id AND subject11.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject11Codes
          WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject11)-[employed_by7:EMPLOYED_BY]->(business27:Business)-[part_of8:PART_OF*0..2]->(business28:Business)
            WHERE employed_by7.validFrom <= $given.now AND coalesce(employed_by7.validTo, 9007199254740991) > $given.now AND employed_by7.retractedAt IS NULL AND business27.retractedAt IS NULL AND all(step21 IN part_of8 WHERE step21.validFrom <= $given.now AND coalesce(step21.validTo, 9007199254740991) > $given.now AND step21.retractedAt IS NULL) AND business28.retractedAt IS NULL
            RETURN DISTINCT business28.id
          } ELSE [] END AS business28s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
            MATCH (subject11)<-[from19:FROM]-(mandate23:Mandate {kind: 'PROXY'})-[to17:TO]->(business29:Business)
            WHERE from19.validFrom <= $given.now AND coalesce(from19.validTo, 9007199254740991) > $given.now AND from19.retractedAt IS NULL AND mandate23.validFrom <= $given.now AND coalesce(mandate23.validTo, 9007199254740991) > $given.now AND mandate23.retractedAt IS NULL AND mandate23.revokedAt IS NULL AND to17.validFrom <= $given.now AND coalesce(to17.validTo, 9007199254740991) > $given.now AND to17.retractedAt IS NULL AND business29.retractedAt IS NULL
            AND 'READ' IN mandate23.actions
            WITH *, COLLECT {
              MATCH (mandate23)-[covers20:COVERS]->(category10:Category)
              WHERE covers20.retractedAt IS NULL AND category10.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers20.validFrom <= $given.now AND coalesce(covers20.validTo, 9007199254740991) > $given.now AND covers20.retractedAt IS NULL THEN category10.code ELSE '' END
            } AS named10, COLLECT {
              MATCH (mandate23)-[covers21:COVERS]->(theme19:Theme)
              WHERE covers21.retractedAt IS NULL AND theme19.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers21.validFrom <= $given.now AND coalesce(covers21.validTo, 9007199254740991) > $given.now AND covers21.retractedAt IS NULL THEN theme19.code ELSE '' END
            } AS themes11
            RETURN {at: business29.id, gives: reduce(found95 = [], code80 IN CASE WHEN size(named10) > 0 THEN named10 + CASE WHEN 'IDENTITY' IN named10 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes11) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found95 + CASE WHEN code80 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes11 = [''] THEN [code80] + CASE WHEN code80 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme20 IN CASE WHEN size(themes11) > 0 THEN themes11 ELSE ['*'] END WHERE theme20 <> '' | code80 + ':' + theme20] ELSE [] END ELSE [] END), lifts: COLLECT {
              MATCH (mandate23)-[cleared_for14:CLEARED_FOR]->(protection37:Protection)-[opens14:OPENS*0..1]->(protection38:Protection)
              WHERE cleared_for14.validFrom <= $given.now AND coalesce(cleared_for14.validTo, 9007199254740991) > $given.now AND cleared_for14.retractedAt IS NULL AND protection37.retractedAt IS NULL AND all(step22 IN opens14 WHERE step22.validFrom <= $given.now AND coalesce(step22.validTo, 9007199254740991) > $given.now AND step22.retractedAt IS NULL) AND protection38.retractedAt IS NULL
              RETURN DISTINCT protection38.code
            }}
          } ELSE [] END AS business29s
          WITH *, CASE WHEN ctx.id = subject11.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found88 = [], row65 IN ctx.proxy | CASE WHEN subject11.id IN row65.at THEN found88 + row65.gives ELSE found88 END) + reduce(found89 = [], row66 IN ctx.guardian | CASE WHEN subject11.id IN row66.at THEN found89 + row66.gives ELSE found89 END) + reduce(found90 = [], row67 IN ctx.guardian2 | CASE WHEN subject11.id IN row67.at THEN found90 + row67.gives ELSE found90 END) + reduce(found91 = [], row68 IN ctx.parentalResponsibility | CASE WHEN subject11.id IN row68.at THEN found91 + row68.gives ELSE found91 END) + reduce(found92 = [], row69 IN ctx.lineManager | CASE WHEN subject11.id IN row69.at THEN found92 + row69.gives ELSE found92 END) + reduce(found93 = [], row70 IN ctx.attachedPerson | CASE WHEN any(key IN business28s WHERE key IN row70.at) THEN found93 + row70.gives ELSE found93 END) + reduce(found94 = [], row71 IN ctx.proxy2 | reduce(found96 = found94, key12 IN business29s | CASE WHEN key12.at IN row71.at THEN found96 + [entry21 IN row71.gives WHERE entry21 IN key12.gives OR (entry21 CONTAINS ':' AND split(entry21, ':')[0] + ':*' IN key12.gives)] + [entry22 IN key12.gives WHERE entry22 CONTAINS ':' AND split(entry22, ':')[0] + ':*' IN row71.gives] ELSE found96 END)) AS subject11Offered
          WITH *, CASE WHEN size(subject11Codes) > 0 THEN reduce(found97 = [], row72 IN ctx.proxy | CASE WHEN subject11.id IN row72.at AND none(code82 IN subject11Codes WHERE NOT code82 IN row72.lifts) THEN found97 + row72.gives ELSE found97 END) + reduce(found98 = [], row73 IN ctx.guardian | CASE WHEN subject11.id IN row73.at AND none(code83 IN subject11Codes WHERE NOT code83 IN row73.lifts) THEN found98 + row73.gives ELSE found98 END) + reduce(found99 = [], row74 IN ctx.guardian2 | CASE WHEN subject11.id IN row74.at AND none(code84 IN subject11Codes WHERE NOT code84 IN row74.lifts) THEN found99 + row74.gives ELSE found99 END) + reduce(found100 = [], row75 IN ctx.parentalResponsibility | CASE WHEN subject11.id IN row75.at AND none(code85 IN subject11Codes WHERE NOT code85 IN row75.lifts) THEN found100 + row75.gives ELSE found100 END) + reduce(found101 = [], row76 IN ctx.lineManager | CASE WHEN subject11.id IN row76.at AND none(code86 IN subject11Codes WHERE NOT code86 IN row76.lifts) THEN found101 + row76.gives ELSE found101 END) + reduce(found102 = [], row77 IN ctx.proxy2 | reduce(found103 = found102, key13 IN business29s | CASE WHEN key13.at IN row77.at AND none(code87 IN subject11Codes WHERE NOT code87 IN key13.lifts) THEN found103 + [entry23 IN row77.gives WHERE entry23 IN key13.gives OR (entry23 CONTAINS ':' AND split(entry23, ':')[0] + ':*' IN key13.gives)] + [entry24 IN key13.gives WHERE entry24 CONTAINS ':' AND split(entry24, ':')[0] + ':*' IN row77.gives] ELSE found103 END)) ELSE subject11Offered END AS subject11Mask
          WITH *, (true AND 'WORK' IN subject11Mask) AS whole4, 'WORK' IN subject11Mask AS shown4
          RETURN collect({whole: whole4, shown: shown4}) AS ways4
        }
        WITH *, (NOT EXISTS {
          MATCH (business25)-[part_of9:PART_OF*0..2]->(business31:Business)-[owned_by5:OWNED_BY]->(subject12:Person)
          WHERE all(step23 IN part_of9 WHERE coalesce(step23.validFrom <= $given.now, true) AND coalesce(step23.validTo > $given.now, true) AND step23.retractedAt IS NULL) AND business31.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject12.retractedAt IS NULL
        }) OR any(way3 IN (ways4) WHERE way3.whole) AS business25Whole
        WITH * WHERE business25Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business25)-[owned_by6:OWNED_BY]->(person6:Person)
          WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person6.retractedAt IS NULL
        } AND business25.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business25.id, name: business25.name}, type: 'Business'}) AS asBusiness2
      }
      WITH *, asPerson2 + asBusiness2 AS found104
      WITH * WHERE size(found104) > 0
      WITH * ORDER BY edge12.validFrom DESC, edge12.id LIMIT 1
      RETURN collect(head(found104)) AS holder
    }
    RETURN collect({it: {id: node6.id, kind: node6.kind, actions: node6.actions, validFrom: node6.validFrom, validTo: node6.validTo, themes: themes7, giver: head(giver), holder: head(holder)}, whole: node6Whole, edge: {}, position: [edge6.validFrom, edge6.id]}) AS mandatesGivenRows
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
      RETURN collect({it: {code: node18.code, name: node18.name}}) AS themes12
    }
    CALL (ctx, node16, node16Whole) {
      MATCH (node16)-[edge21:FROM]->(node21:Person|Business)
      WHERE edge21.validFrom <= $given.now AND coalesce(edge21.validTo, 9007199254740991) > $given.now AND edge21.retractedAt IS NULL AND node21.retractedAt IS NULL
      WITH *, node21 AS node20, edge21 AS edge20
      CALL (ctx, node20, edge20, node16Whole) {
        UNWIND CASE WHEN node20:Person THEN [node20] ELSE [] END AS person7
        WITH *, COLLECT {
          MATCH (person7)-[protected_as8:PROTECTED_AS]->(protection39:Protection)
          WHERE coalesce(protected_as8.validFrom <= $given.now, true) AND coalesce(protected_as8.validTo > $given.now, true) AND protected_as8.retractedAt IS NULL AND protection39.retractedAt IS NULL
          AND ctx.id <> person7.id AND protection39.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection39.code
        } + CASE WHEN ctx.id <> person7.id AND person7.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person7Codes
        WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
          MATCH (person7)<-[from21:FROM]-(mandate25:Mandate {kind: 'PROXY'})-[to19:TO]->(business32:Business)
          WHERE from21.validFrom <= $given.now AND coalesce(from21.validTo, 9007199254740991) > $given.now AND from21.retractedAt IS NULL AND mandate25.validFrom <= $given.now AND coalesce(mandate25.validTo, 9007199254740991) > $given.now AND mandate25.retractedAt IS NULL AND mandate25.revokedAt IS NULL AND to19.validFrom <= $given.now AND coalesce(to19.validTo, 9007199254740991) > $given.now AND to19.retractedAt IS NULL AND business32.retractedAt IS NULL
          AND 'READ' IN mandate25.actions
          WITH *, COLLECT {
            MATCH (mandate25)-[covers22:COVERS]->(category11:Category)
            WHERE covers22.retractedAt IS NULL AND category11.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers22.validFrom <= $given.now AND coalesce(covers22.validTo, 9007199254740991) > $given.now AND covers22.retractedAt IS NULL THEN category11.code ELSE '' END
          } AS named11, COLLECT {
            MATCH (mandate25)-[covers23:COVERS]->(theme21:Theme)
            WHERE covers23.retractedAt IS NULL AND theme21.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers23.validFrom <= $given.now AND coalesce(covers23.validTo, 9007199254740991) > $given.now AND covers23.retractedAt IS NULL THEN theme21.code ELSE '' END
          } AS themes13
          RETURN {at: business32.id, gives: reduce(found111 = [], code93 IN CASE WHEN size(named11) > 0 THEN named11 + CASE WHEN 'IDENTITY' IN named11 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes13) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found111 + CASE WHEN code93 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes13 = [''] THEN [code93] + CASE WHEN code93 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme22 IN CASE WHEN size(themes13) > 0 THEN themes13 ELSE ['*'] END WHERE theme22 <> '' | code93 + ':' + theme22] ELSE [] END ELSE [] END), lifts: COLLECT {
            MATCH (mandate25)-[cleared_for15:CLEARED_FOR]->(protection40:Protection)-[opens15:OPENS*0..1]->(protection41:Protection)
            WHERE cleared_for15.validFrom <= $given.now AND coalesce(cleared_for15.validTo, 9007199254740991) > $given.now AND cleared_for15.retractedAt IS NULL AND protection40.retractedAt IS NULL AND all(step24 IN opens15 WHERE step24.validFrom <= $given.now AND coalesce(step24.validTo, 9007199254740991) > $given.now AND step24.retractedAt IS NULL) AND protection41.retractedAt IS NULL
            RETURN DISTINCT protection41.code
          }}
        } ELSE [] END AS business32s
        WITH *, CASE WHEN size(person7Codes) > 0 THEN reduce(found105 = [], row78 IN ctx.proxy | CASE WHEN person7.id IN row78.at AND none(code88 IN person7Codes WHERE NOT code88 IN row78.lifts) THEN found105 + row78.gives ELSE found105 END) + reduce(found106 = [], row79 IN ctx.guardian | CASE WHEN person7.id IN row79.at AND none(code89 IN person7Codes WHERE NOT code89 IN row79.lifts) THEN found106 + row79.gives ELSE found106 END) + reduce(found107 = [], row80 IN ctx.guardian2 | CASE WHEN person7.id IN row80.at AND none(code90 IN person7Codes WHERE NOT code90 IN row80.lifts) THEN found107 + row80.gives ELSE found107 END) + reduce(found108 = [], row81 IN ctx.parentalResponsibility | CASE WHEN person7.id IN row81.at AND none(code91 IN person7Codes WHERE NOT code91 IN row81.lifts) THEN found108 + row81.gives ELSE found108 END) + reduce(found109 = [], row82 IN ctx.lineManager | CASE WHEN person7.id IN row82.at AND none(code92 IN person7Codes WHERE NOT code92 IN row82.lifts) THEN found109 + row82.gives ELSE found109 END) + reduce(found110 = [], row83 IN ctx.proxy2 | reduce(found112 = found110, key14 IN business32s | CASE WHEN key14.at IN row83.at AND none(code94 IN person7Codes WHERE NOT code94 IN key14.lifts) THEN found112 + [entry25 IN row83.gives WHERE entry25 IN key14.gives OR (entry25 CONTAINS ':' AND split(entry25, ':')[0] + ':*' IN key14.gives)] + [entry26 IN key14.gives WHERE entry26 CONTAINS ':' AND split(entry26, ':')[0] + ':*' IN row83.gives] ELSE found112 END)) ELSE ['CARD'] END AS person7Mask
        WITH * WHERE (false OR 'CARD' IN person7Mask)
        RETURN collect({it: {id: person7.id, name: CASE WHEN 'CARD' IN person7Mask THEN {full: [person7.givenName, person7.middleName, person7.familyName]} END}, access: {mask: person7Mask, codes: person7Codes, offered: CASE WHEN size(person7Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson3
      }
      CALL (ctx, node20, edge20, node16Whole) {
        UNWIND CASE WHEN node20:Business THEN [node20] ELSE [] END AS business33
        CALL (ctx, business33) {
          MATCH (business33)-[part_of10:PART_OF*0..2]->(business34:Business)-[owned_by7:OWNED_BY]->(subject13:Person)
          WHERE all(step25 IN part_of10 WHERE step25.validFrom <= $given.now AND coalesce(step25.validTo, 9007199254740991) > $given.now AND step25.retractedAt IS NULL) AND business34.retractedAt IS NULL AND owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND subject13.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject13)-[protected_as9:PROTECTED_AS]->(protection42:Protection)
            WHERE coalesce(protected_as9.validFrom <= $given.now, true) AND coalesce(protected_as9.validTo > $given.now, true) AND protected_as9.retractedAt IS NULL AND protection42.retractedAt IS NULL
            AND ctx.id <> subject13.id AND protection42.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection42.code
          } + CASE WHEN ctx.id <> subject13.id AND subject13.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject13Codes
          WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject13)-[employed_by8:EMPLOYED_BY]->(business35:Business)-[part_of11:PART_OF*0..2]->(business36:Business)
            WHERE employed_by8.validFrom <= $given.now AND coalesce(employed_by8.validTo, 9007199254740991) > $given.now AND employed_by8.retractedAt IS NULL AND business35.retractedAt IS NULL AND all(step26 IN part_of11 WHERE step26.validFrom <= $given.now AND coalesce(step26.validTo, 9007199254740991) > $given.now AND step26.retractedAt IS NULL) AND business36.retractedAt IS NULL
            RETURN DISTINCT business36.id
          } ELSE [] END AS business36s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
            MATCH (subject13)<-[from22:FROM]-(mandate26:Mandate {kind: 'PROXY'})-[to20:TO]->(business37:Business)
            WHERE from22.validFrom <= $given.now AND coalesce(from22.validTo, 9007199254740991) > $given.now AND from22.retractedAt IS NULL AND mandate26.validFrom <= $given.now AND coalesce(mandate26.validTo, 9007199254740991) > $given.now AND mandate26.retractedAt IS NULL AND mandate26.revokedAt IS NULL AND to20.validFrom <= $given.now AND coalesce(to20.validTo, 9007199254740991) > $given.now AND to20.retractedAt IS NULL AND business37.retractedAt IS NULL
            AND 'READ' IN mandate26.actions
            WITH *, COLLECT {
              MATCH (mandate26)-[covers24:COVERS]->(category12:Category)
              WHERE covers24.retractedAt IS NULL AND category12.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers24.validFrom <= $given.now AND coalesce(covers24.validTo, 9007199254740991) > $given.now AND covers24.retractedAt IS NULL THEN category12.code ELSE '' END
            } AS named12, COLLECT {
              MATCH (mandate26)-[covers25:COVERS]->(theme23:Theme)
              WHERE covers25.retractedAt IS NULL AND theme23.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers25.validFrom <= $given.now AND coalesce(covers25.validTo, 9007199254740991) > $given.now AND covers25.retractedAt IS NULL THEN theme23.code ELSE '' END
            } AS themes14
            RETURN {at: business37.id, gives: reduce(found120 = [], code101 IN CASE WHEN size(named12) > 0 THEN named12 + CASE WHEN 'IDENTITY' IN named12 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes14) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found120 + CASE WHEN code101 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes14 = [''] THEN [code101] + CASE WHEN code101 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme24 IN CASE WHEN size(themes14) > 0 THEN themes14 ELSE ['*'] END WHERE theme24 <> '' | code101 + ':' + theme24] ELSE [] END ELSE [] END), lifts: COLLECT {
              MATCH (mandate26)-[cleared_for16:CLEARED_FOR]->(protection43:Protection)-[opens16:OPENS*0..1]->(protection44:Protection)
              WHERE cleared_for16.validFrom <= $given.now AND coalesce(cleared_for16.validTo, 9007199254740991) > $given.now AND cleared_for16.retractedAt IS NULL AND protection43.retractedAt IS NULL AND all(step27 IN opens16 WHERE step27.validFrom <= $given.now AND coalesce(step27.validTo, 9007199254740991) > $given.now AND step27.retractedAt IS NULL) AND protection44.retractedAt IS NULL
              RETURN DISTINCT protection44.code
            }}
          } ELSE [] END AS business37s
          WITH *, CASE WHEN ctx.id = subject13.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found113 = [], row84 IN ctx.proxy | CASE WHEN subject13.id IN row84.at THEN found113 + row84.gives ELSE found113 END) + reduce(found114 = [], row85 IN ctx.guardian | CASE WHEN subject13.id IN row85.at THEN found114 + row85.gives ELSE found114 END) + reduce(found115 = [], row86 IN ctx.guardian2 | CASE WHEN subject13.id IN row86.at THEN found115 + row86.gives ELSE found115 END) + reduce(found116 = [], row87 IN ctx.parentalResponsibility | CASE WHEN subject13.id IN row87.at THEN found116 + row87.gives ELSE found116 END) + reduce(found117 = [], row88 IN ctx.lineManager | CASE WHEN subject13.id IN row88.at THEN found117 + row88.gives ELSE found117 END) + reduce(found118 = [], row89 IN ctx.attachedPerson | CASE WHEN any(key IN business36s WHERE key IN row89.at) THEN found118 + row89.gives ELSE found118 END) + reduce(found119 = [], row90 IN ctx.proxy2 | reduce(found121 = found119, key15 IN business37s | CASE WHEN key15.at IN row90.at THEN found121 + [entry27 IN row90.gives WHERE entry27 IN key15.gives OR (entry27 CONTAINS ':' AND split(entry27, ':')[0] + ':*' IN key15.gives)] + [entry28 IN key15.gives WHERE entry28 CONTAINS ':' AND split(entry28, ':')[0] + ':*' IN row90.gives] ELSE found121 END)) AS subject13Offered
          WITH *, CASE WHEN size(subject13Codes) > 0 THEN reduce(found122 = [], row91 IN ctx.proxy | CASE WHEN subject13.id IN row91.at AND none(code103 IN subject13Codes WHERE NOT code103 IN row91.lifts) THEN found122 + row91.gives ELSE found122 END) + reduce(found123 = [], row92 IN ctx.guardian | CASE WHEN subject13.id IN row92.at AND none(code104 IN subject13Codes WHERE NOT code104 IN row92.lifts) THEN found123 + row92.gives ELSE found123 END) + reduce(found124 = [], row93 IN ctx.guardian2 | CASE WHEN subject13.id IN row93.at AND none(code105 IN subject13Codes WHERE NOT code105 IN row93.lifts) THEN found124 + row93.gives ELSE found124 END) + reduce(found125 = [], row94 IN ctx.parentalResponsibility | CASE WHEN subject13.id IN row94.at AND none(code106 IN subject13Codes WHERE NOT code106 IN row94.lifts) THEN found125 + row94.gives ELSE found125 END) + reduce(found126 = [], row95 IN ctx.lineManager | CASE WHEN subject13.id IN row95.at AND none(code107 IN subject13Codes WHERE NOT code107 IN row95.lifts) THEN found126 + row95.gives ELSE found126 END) + reduce(found127 = [], row96 IN ctx.proxy2 | reduce(found128 = found127, key16 IN business37s | CASE WHEN key16.at IN row96.at AND none(code108 IN subject13Codes WHERE NOT code108 IN key16.lifts) THEN found128 + [entry29 IN row96.gives WHERE entry29 IN key16.gives OR (entry29 CONTAINS ':' AND split(entry29, ':')[0] + ':*' IN key16.gives)] + [entry30 IN key16.gives WHERE entry30 CONTAINS ':' AND split(entry30, ':')[0] + ':*' IN row96.gives] ELSE found128 END)) ELSE subject13Offered END AS subject13Mask
          WITH *, (true AND 'WORK' IN subject13Mask) AS whole5, 'WORK' IN subject13Mask AS shown5
          RETURN collect({whole: whole5, shown: shown5}) AS ways5
        }
        WITH *, (NOT EXISTS {
          MATCH (business33)-[part_of12:PART_OF*0..2]->(business39:Business)-[owned_by8:OWNED_BY]->(subject14:Person)
          WHERE all(step28 IN part_of12 WHERE coalesce(step28.validFrom <= $given.now, true) AND coalesce(step28.validTo > $given.now, true) AND step28.retractedAt IS NULL) AND business39.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND subject14.retractedAt IS NULL
        }) OR any(way4 IN (ways5) WHERE way4.whole) AS business33Whole
        WITH * WHERE business33Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business33)-[owned_by9:OWNED_BY]->(person8:Person)
          WHERE owned_by9.validFrom <= $given.now AND coalesce(owned_by9.validTo, 9007199254740991) > $given.now AND owned_by9.retractedAt IS NULL AND person8.retractedAt IS NULL
        } AND business33.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business33.id, name: business33.name}, type: 'Business'}) AS asBusiness3
      }
      WITH *, asPerson3 + asBusiness3 AS found129
      WITH * WHERE size(found129) > 0
      WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT 1
      RETURN collect(head(found129)) AS giver2
    }
    CALL (ctx, node16, node16Whole) {
      MATCH (node16)-[edge23:TO]->(node23:Person|Business)
      WHERE edge23.validFrom <= $given.now AND coalesce(edge23.validTo, 9007199254740991) > $given.now AND edge23.retractedAt IS NULL AND node23.retractedAt IS NULL
      WITH *, node23 AS node22, edge23 AS edge22
      CALL (ctx, node22, edge22, node16Whole) {
        UNWIND CASE WHEN node22:Person THEN [node22] ELSE [] END AS person9
        WITH *, COLLECT {
          MATCH (person9)-[protected_as10:PROTECTED_AS]->(protection45:Protection)
          WHERE coalesce(protected_as10.validFrom <= $given.now, true) AND coalesce(protected_as10.validTo > $given.now, true) AND protected_as10.retractedAt IS NULL AND protection45.retractedAt IS NULL
          AND ctx.id <> person9.id AND protection45.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
          RETURN DISTINCT protection45.code
        } + CASE WHEN ctx.id <> person9.id AND person9.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS person9Codes
        WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
          MATCH (person9)<-[from24:FROM]-(mandate28:Mandate {kind: 'PROXY'})-[to22:TO]->(business40:Business)
          WHERE from24.validFrom <= $given.now AND coalesce(from24.validTo, 9007199254740991) > $given.now AND from24.retractedAt IS NULL AND mandate28.validFrom <= $given.now AND coalesce(mandate28.validTo, 9007199254740991) > $given.now AND mandate28.retractedAt IS NULL AND mandate28.revokedAt IS NULL AND to22.validFrom <= $given.now AND coalesce(to22.validTo, 9007199254740991) > $given.now AND to22.retractedAt IS NULL AND business40.retractedAt IS NULL
          AND 'READ' IN mandate28.actions
          WITH *, COLLECT {
            MATCH (mandate28)-[covers26:COVERS]->(category13:Category)
            WHERE covers26.retractedAt IS NULL AND category13.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers26.validFrom <= $given.now AND coalesce(covers26.validTo, 9007199254740991) > $given.now AND covers26.retractedAt IS NULL THEN category13.code ELSE '' END
          } AS named13, COLLECT {
            MATCH (mandate28)-[covers27:COVERS]->(theme25:Theme)
            WHERE covers27.retractedAt IS NULL AND theme25.retractedAt IS NULL
            RETURN DISTINCT CASE WHEN covers27.validFrom <= $given.now AND coalesce(covers27.validTo, 9007199254740991) > $given.now AND covers27.retractedAt IS NULL THEN theme25.code ELSE '' END
          } AS themes15
          RETURN {at: business40.id, gives: reduce(found136 = [], code114 IN CASE WHEN size(named13) > 0 THEN named13 + CASE WHEN 'IDENTITY' IN named13 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes15) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found136 + CASE WHEN code114 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes15 = [''] THEN [code114] + CASE WHEN code114 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme26 IN CASE WHEN size(themes15) > 0 THEN themes15 ELSE ['*'] END WHERE theme26 <> '' | code114 + ':' + theme26] ELSE [] END ELSE [] END), lifts: COLLECT {
            MATCH (mandate28)-[cleared_for17:CLEARED_FOR]->(protection46:Protection)-[opens17:OPENS*0..1]->(protection47:Protection)
            WHERE cleared_for17.validFrom <= $given.now AND coalesce(cleared_for17.validTo, 9007199254740991) > $given.now AND cleared_for17.retractedAt IS NULL AND protection46.retractedAt IS NULL AND all(step29 IN opens17 WHERE step29.validFrom <= $given.now AND coalesce(step29.validTo, 9007199254740991) > $given.now AND step29.retractedAt IS NULL) AND protection47.retractedAt IS NULL
            RETURN DISTINCT protection47.code
          }}
        } ELSE [] END AS business40s
        WITH *, CASE WHEN size(person9Codes) > 0 THEN reduce(found130 = [], row97 IN ctx.proxy | CASE WHEN person9.id IN row97.at AND none(code109 IN person9Codes WHERE NOT code109 IN row97.lifts) THEN found130 + row97.gives ELSE found130 END) + reduce(found131 = [], row98 IN ctx.guardian | CASE WHEN person9.id IN row98.at AND none(code110 IN person9Codes WHERE NOT code110 IN row98.lifts) THEN found131 + row98.gives ELSE found131 END) + reduce(found132 = [], row99 IN ctx.guardian2 | CASE WHEN person9.id IN row99.at AND none(code111 IN person9Codes WHERE NOT code111 IN row99.lifts) THEN found132 + row99.gives ELSE found132 END) + reduce(found133 = [], row100 IN ctx.parentalResponsibility | CASE WHEN person9.id IN row100.at AND none(code112 IN person9Codes WHERE NOT code112 IN row100.lifts) THEN found133 + row100.gives ELSE found133 END) + reduce(found134 = [], row101 IN ctx.lineManager | CASE WHEN person9.id IN row101.at AND none(code113 IN person9Codes WHERE NOT code113 IN row101.lifts) THEN found134 + row101.gives ELSE found134 END) + reduce(found135 = [], row102 IN ctx.proxy2 | reduce(found137 = found135, key17 IN business40s | CASE WHEN key17.at IN row102.at AND none(code115 IN person9Codes WHERE NOT code115 IN key17.lifts) THEN found137 + [entry31 IN row102.gives WHERE entry31 IN key17.gives OR (entry31 CONTAINS ':' AND split(entry31, ':')[0] + ':*' IN key17.gives)] + [entry32 IN key17.gives WHERE entry32 CONTAINS ':' AND split(entry32, ':')[0] + ':*' IN row102.gives] ELSE found137 END)) ELSE ['CARD'] END AS person9Mask
        WITH * WHERE (false OR 'CARD' IN person9Mask)
        RETURN collect({it: {id: person9.id, name: CASE WHEN 'CARD' IN person9Mask THEN {full: [person9.givenName, person9.middleName, person9.familyName]} END}, access: {mask: person9Mask, codes: person9Codes, offered: CASE WHEN size(person9Codes) > 0 THEN ['CARD'] ELSE [] END}, type: 'Person'}) AS asPerson4
      }
      CALL (ctx, node22, edge22, node16Whole) {
        UNWIND CASE WHEN node22:Business THEN [node22] ELSE [] END AS business41
        CALL (ctx, business41) {
          MATCH (business41)-[part_of13:PART_OF*0..2]->(business42:Business)-[owned_by10:OWNED_BY]->(subject15:Person)
          WHERE all(step30 IN part_of13 WHERE step30.validFrom <= $given.now AND coalesce(step30.validTo, 9007199254740991) > $given.now AND step30.retractedAt IS NULL) AND business42.retractedAt IS NULL AND owned_by10.validFrom <= $given.now AND coalesce(owned_by10.validTo, 9007199254740991) > $given.now AND owned_by10.retractedAt IS NULL AND subject15.retractedAt IS NULL
          WITH *, COLLECT {
            MATCH (subject15)-[protected_as11:PROTECTED_AS]->(protection48:Protection)
            WHERE coalesce(protected_as11.validFrom <= $given.now, true) AND coalesce(protected_as11.validTo > $given.now, true) AND protected_as11.retractedAt IS NULL AND protection48.retractedAt IS NULL
            AND ctx.id <> subject15.id AND protection48.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
            RETURN DISTINCT protection48.code
          } + CASE WHEN ctx.id <> subject15.id AND subject15.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END AS subject15Codes
          WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
            MATCH (subject15)-[employed_by9:EMPLOYED_BY]->(business43:Business)-[part_of14:PART_OF*0..2]->(business44:Business)
            WHERE employed_by9.validFrom <= $given.now AND coalesce(employed_by9.validTo, 9007199254740991) > $given.now AND employed_by9.retractedAt IS NULL AND business43.retractedAt IS NULL AND all(step31 IN part_of14 WHERE step31.validFrom <= $given.now AND coalesce(step31.validTo, 9007199254740991) > $given.now AND step31.retractedAt IS NULL) AND business44.retractedAt IS NULL
            RETURN DISTINCT business44.id
          } ELSE [] END AS business44s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
            MATCH (subject15)<-[from25:FROM]-(mandate29:Mandate {kind: 'PROXY'})-[to23:TO]->(business45:Business)
            WHERE from25.validFrom <= $given.now AND coalesce(from25.validTo, 9007199254740991) > $given.now AND from25.retractedAt IS NULL AND mandate29.validFrom <= $given.now AND coalesce(mandate29.validTo, 9007199254740991) > $given.now AND mandate29.retractedAt IS NULL AND mandate29.revokedAt IS NULL AND to23.validFrom <= $given.now AND coalesce(to23.validTo, 9007199254740991) > $given.now AND to23.retractedAt IS NULL AND business45.retractedAt IS NULL
            AND 'READ' IN mandate29.actions
            WITH *, COLLECT {
              MATCH (mandate29)-[covers28:COVERS]->(category14:Category)
              WHERE covers28.retractedAt IS NULL AND category14.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers28.validFrom <= $given.now AND coalesce(covers28.validTo, 9007199254740991) > $given.now AND covers28.retractedAt IS NULL THEN category14.code ELSE '' END
            } AS named14, COLLECT {
              MATCH (mandate29)-[covers29:COVERS]->(theme27:Theme)
              WHERE covers29.retractedAt IS NULL AND theme27.retractedAt IS NULL
              RETURN DISTINCT CASE WHEN covers29.validFrom <= $given.now AND coalesce(covers29.validTo, 9007199254740991) > $given.now AND covers29.retractedAt IS NULL THEN theme27.code ELSE '' END
            } AS themes16
            RETURN {at: business45.id, gives: reduce(found145 = [], code122 IN CASE WHEN size(named14) > 0 THEN named14 + CASE WHEN 'IDENTITY' IN named14 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes16) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found145 + CASE WHEN code122 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes16 = [''] THEN [code122] + CASE WHEN code122 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme28 IN CASE WHEN size(themes16) > 0 THEN themes16 ELSE ['*'] END WHERE theme28 <> '' | code122 + ':' + theme28] ELSE [] END ELSE [] END), lifts: COLLECT {
              MATCH (mandate29)-[cleared_for18:CLEARED_FOR]->(protection49:Protection)-[opens18:OPENS*0..1]->(protection50:Protection)
              WHERE cleared_for18.validFrom <= $given.now AND coalesce(cleared_for18.validTo, 9007199254740991) > $given.now AND cleared_for18.retractedAt IS NULL AND protection49.retractedAt IS NULL AND all(step32 IN opens18 WHERE step32.validFrom <= $given.now AND coalesce(step32.validTo, 9007199254740991) > $given.now AND step32.retractedAt IS NULL) AND protection50.retractedAt IS NULL
              RETURN DISTINCT protection50.code
            }}
          } ELSE [] END AS business45s
          WITH *, CASE WHEN ctx.id = subject15.id THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END + reduce(found138 = [], row103 IN ctx.proxy | CASE WHEN subject15.id IN row103.at THEN found138 + row103.gives ELSE found138 END) + reduce(found139 = [], row104 IN ctx.guardian | CASE WHEN subject15.id IN row104.at THEN found139 + row104.gives ELSE found139 END) + reduce(found140 = [], row105 IN ctx.guardian2 | CASE WHEN subject15.id IN row105.at THEN found140 + row105.gives ELSE found140 END) + reduce(found141 = [], row106 IN ctx.parentalResponsibility | CASE WHEN subject15.id IN row106.at THEN found141 + row106.gives ELSE found141 END) + reduce(found142 = [], row107 IN ctx.lineManager | CASE WHEN subject15.id IN row107.at THEN found142 + row107.gives ELSE found142 END) + reduce(found143 = [], row108 IN ctx.attachedPerson | CASE WHEN any(key IN business44s WHERE key IN row108.at) THEN found143 + row108.gives ELSE found143 END) + reduce(found144 = [], row109 IN ctx.proxy2 | reduce(found146 = found144, key18 IN business45s | CASE WHEN key18.at IN row109.at THEN found146 + [entry33 IN row109.gives WHERE entry33 IN key18.gives OR (entry33 CONTAINS ':' AND split(entry33, ':')[0] + ':*' IN key18.gives)] + [entry34 IN key18.gives WHERE entry34 CONTAINS ':' AND split(entry34, ':')[0] + ':*' IN row109.gives] ELSE found146 END)) AS subject15Offered
          WITH *, CASE WHEN size(subject15Codes) > 0 THEN reduce(found147 = [], row110 IN ctx.proxy | CASE WHEN subject15.id IN row110.at AND none(code124 IN subject15Codes WHERE NOT code124 IN row110.lifts) THEN found147 + row110.gives ELSE found147 END) + reduce(found148 = [], row111 IN ctx.guardian | CASE WHEN subject15.id IN row111.at AND none(code125 IN subject15Codes WHERE NOT code125 IN row111.lifts) THEN found148 + row111.gives ELSE found148 END) + reduce(found149 = [], row112 IN ctx.guardian2 | CASE WHEN subject15.id IN row112.at AND none(code126 IN subject15Codes WHERE NOT code126 IN row112.lifts) THEN found149 + row112.gives ELSE found149 END) + reduce(found150 = [], row113 IN ctx.parentalResponsibility | CASE WHEN subject15.id IN row113.at AND none(code127 IN subject15Codes WHERE NOT code127 IN row113.lifts) THEN found150 + row113.gives ELSE found150 END) + reduce(found151 = [], row114 IN ctx.lineManager | CASE WHEN subject15.id IN row114.at AND none(code128 IN subject15Codes WHERE NOT code128 IN row114.lifts) THEN found151 + row114.gives ELSE found151 END) + reduce(found152 = [], row115 IN ctx.proxy2 | reduce(found153 = found152, key19 IN business45s | CASE WHEN key19.at IN row115.at AND none(code129 IN subject15Codes WHERE NOT code129 IN key19.lifts) THEN found153 + [entry35 IN row115.gives WHERE entry35 IN key19.gives OR (entry35 CONTAINS ':' AND split(entry35, ':')[0] + ':*' IN key19.gives)] + [entry36 IN key19.gives WHERE entry36 CONTAINS ':' AND split(entry36, ':')[0] + ':*' IN row115.gives] ELSE found153 END)) ELSE subject15Offered END AS subject15Mask
          WITH *, (true AND 'WORK' IN subject15Mask) AS whole6, 'WORK' IN subject15Mask AS shown6
          RETURN collect({whole: whole6, shown: shown6}) AS ways6
        }
        WITH *, (NOT EXISTS {
          MATCH (business41)-[part_of15:PART_OF*0..2]->(business47:Business)-[owned_by11:OWNED_BY]->(subject16:Person)
          WHERE all(step33 IN part_of15 WHERE coalesce(step33.validFrom <= $given.now, true) AND coalesce(step33.validTo > $given.now, true) AND step33.retractedAt IS NULL) AND business47.retractedAt IS NULL AND coalesce(owned_by11.validFrom <= $given.now, true) AND coalesce(owned_by11.validTo > $given.now, true) AND owned_by11.retractedAt IS NULL AND subject16.retractedAt IS NULL
        }) OR any(way5 IN (ways6) WHERE way5.whole) AS business41Whole
        WITH * WHERE business41Whole AND size(CASE WHEN NOT EXISTS {
          MATCH (business41)-[owned_by12:OWNED_BY]->(person10:Person)
          WHERE owned_by12.validFrom <= $given.now AND coalesce(owned_by12.validTo, 9007199254740991) > $given.now AND owned_by12.retractedAt IS NULL AND person10.retractedAt IS NULL
        } AND business41.form = 'ENK' THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business41.id, name: business41.name}, type: 'Business'}) AS asBusiness4
      }
      WITH *, asPerson4 + asBusiness4 AS found154
      WITH * WHERE size(found154) > 0
      WITH * ORDER BY edge22.validFrom DESC, edge22.id LIMIT 1
      RETURN collect(head(found154)) AS holder2
    }
    RETURN collect({it: {id: node16.id, kind: node16.kind, actions: node16.actions, validFrom: node16.validFrom, validTo: node16.validTo, themes: themes12, giver: head(giver2), holder: head(holder2)}, whole: node16Whole, edge: {}, position: [edge16.validFrom, edge16.id]}) AS mandatesHeldRows
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
      MATCH (node26)-[in:IN]->(theme29:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme29.retractedAt IS NULL
      RETURN {code: theme29.code, secret: coalesce(theme29.secret, false)}
    } AS node26Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme30 IN node26Themes WHERE 'CASES:' + theme30.code IN person2Mask)))) AS node26Whole, (('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme31 IN node26Themes WHERE 'CASES:' + theme31.code IN person2Mask))) OR (false AND 'CASES' IN person2Mask AND (size(node26Themes) > 0 AND none(theme32 IN node26Themes WHERE theme32.secret)))) AS node26Shown
    WITH * WHERE node26Shown AND size(CASE WHEN EXISTS {
      MATCH (node26)-[in2:IN]->(theme33:Theme)
      WHERE coalesce(in2.validFrom <= $given.now, true) AND coalesce(in2.validTo > $given.now, true) AND in2.retractedAt IS NULL AND theme33.retractedAt IS NULL
      AND theme33.code IN ['FAR']
    } THEN ['NOT_AVAILABLE'] ELSE [] END) = 0
    WITH * WHERE $given.a6 IS NULL OR edge26.validFrom < $given.a6[0] OR (edge26.validFrom = $given.a6[0] AND edge26.id > $given.a6[1])
    WITH * ORDER BY edge26.validFrom DESC, edge26.id LIMIT $given.a5 + 1
    WITH *, COLLECT {
      MATCH (node26)-[held3:CONCERNS]->(other:Person)-[protected4:PROTECTED_AS]->(protection51:Protection)
      WHERE protection51.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other.id AND (held3.validFrom IS NULL OR protected4.validTo IS NULL OR held3.validFrom < protected4.validTo) AND (protected4.validFrom IS NULL OR held3.validTo IS NULL OR protected4.validFrom < held3.validTo) AND NOT [other.id, protection51.id] IN ctx.otherExcepted AND NOT other.id IN ctx.otherExcepted2 AND NOT other.id IN ctx.otherExcepted3
      RETURN DISTINCT protection51.code
    } + COLLECT {
      MATCH (node26)-[held4:CONCERNS]->(other5:Person)-[has_address4:HAS_ADDRESS]->(address6:Address)
      MATCH (address6)<-[kept3:HAS_ADDRESS]-(sharer4:Person)-[protected5:PROTECTED_AS]->(protection54:Protection)
      WHERE protection54.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other5.id AND (kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo) AND (protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo) AND NOT [sharer4.id, protection54.id] IN ctx.sharerExcepted AND NOT address6.id IN ctx.addressExcepted
      RETURN DISTINCT protection54.code
    } + COLLECT {
      MATCH (node26)-[held5:CONCERNS]->(other6:Person)-[member_of4:MEMBER_OF]->(household6:Household)
      MATCH (household6)<-[kept4:MEMBER_OF]-(sharer5:Person)-[protected6:PROTECTED_AS]->(protection55:Protection)
      WHERE protection55.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> other6.id AND (kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo) AND (protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo) AND NOT [sharer5.id, protection55.id] IN ctx.sharerExcepted AND NOT household6.id IN ctx.householdExcepted
      RETURN DISTINCT protection55.code
    } AS node26Places
    CALL (ctx, node26, node26Places, node26Whole) {
      MATCH (node26)-[edge29:IN]->(node29:Theme)
      WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
      WITH *, node29 AS node28, edge29 AS edge28
      WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT 1
      RETURN collect({it: {code: node28.code, name: node28.name}}) AS theme34
    }
    CALL (ctx, node26, node26Places, node26Whole) {
      MATCH (node26)-[edge31:OWNED_BY]->(node31:Unit)
      WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
      AND size(node26Places) = 0 AND node26Whole
      WITH *, node31 AS node30, edge31 AS edge30
      WITH * ORDER BY edge30.validFrom DESC, edge30.id LIMIT 1
      WITH *, CASE WHEN NOT node30.id IN ctx.subjectExcepted2 AND node30.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node30Places
      RETURN collect({it: {name: CASE WHEN size(node30Places) = 0 THEN node30.name ELSE 'NAV' END}, places: node30Places}) AS unit
    }
    RETURN collect({it: {id: node26.id, title: CASE WHEN node26Whole THEN node26.title END, status: node26.status, openedAt: node26.openedAt, theme: head(theme34), unit: CASE WHEN size(node26Places) = 0 AND node26Whole THEN head(unit) END}, whole: node26Whole, places: node26Places, edge: {}, position: [edge26.validFrom, edge26.id]}) AS casesRows
  }
  CALL (ctx, person2, person2Mask, person2Places) {
    MATCH (person2)<-[edge33:CONCERNS]-(node33:Case)
    WHERE edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node33 AS node32, edge33 AS edge32
    WITH *, COLLECT {
      MATCH (node32)-[in3:IN]->(theme35:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme35.retractedAt IS NULL
      RETURN {code: theme35.code, secret: coalesce(theme35.secret, false)}
    } AS node32Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme36 IN node32Themes WHERE 'CASES:' + theme36.code IN person2Mask)))) AS node32Whole, (('CASES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme37 IN node32Themes WHERE 'CASES:' + theme37.code IN person2Mask))) OR (false AND 'CASES' IN person2Mask AND (size(node32Themes) > 0 AND none(theme38 IN node32Themes WHERE theme38.secret)))) AS node32Shown
    WITH * WHERE node32Shown AND size(CASE WHEN EXISTS {
      MATCH (node32)-[in4:IN]->(theme39:Theme)
      WHERE coalesce(in4.validFrom <= $given.now, true) AND coalesce(in4.validTo > $given.now, true) AND in4.retractedAt IS NULL AND theme39.retractedAt IS NULL
      AND theme39.code IN ['FAR']
    } THEN ['NOT_AVAILABLE'] ELSE [] END) = 0
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
    WITH *, CASE WHEN NOT node34.id IN ctx.subjectExcepted2 AND node34.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node34Places
    RETURN collect({it: {number: CASE WHEN size(node34Places) = 0 THEN node34.number END, name: CASE WHEN size(node34Places) = 0 THEN node34.name ELSE 'NAV' END}, places: node34Places, edge: {}, position: [edge34.validFrom, edge34.id], says: says17}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person2Mask THEN head(COLLECT {
    MATCH (person2)-[edge3:IDENTIFIED_BY]->(node3:Identifier)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL AND node3.kind IN ['NIN', 'D_NUMBER']
    RETURN node3.value ORDER BY node3.kind DESC, node3.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, mandatesHeld: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesHeld END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Codes, offered: CASE WHEN size(person2Codes) > 0 THEN person2Offered ELSE [] END, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, root, person
