// Case (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)<-[lent_to2:LENT_TO]-(subject3)
  WHERE lent_to2.validFrom <= $given.now AND coalesce(lent_to2.validTo, 9007199254740991) > $given.now AND lent_to2.retractedAt IS NULL AND subject3.retractedAt IS NULL
  RETURN collect(DISTINCT subject3) AS subjects
}
CALL (viewer) {
  MATCH (viewer)<-[to:TO]-(mandate:Mandate)
  WHERE to.validFrom <= $given.now AND coalesce(to.validTo, 9007199254740991) > $given.now AND to.retractedAt IS NULL AND mandate.validFrom <= $given.now AND coalesce(mandate.validTo, 9007199254740991) > $given.now AND mandate.retractedAt IS NULL AND mandate.revokedAt IS NULL
  RETURN collect(DISTINCT mandate) AS mandates
}
CALL (viewer) {
  MATCH (viewer)<-[owned_by3:OWNED_BY]-(business2:Business)
  WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND business2.retractedAt IS NULL
  RETURN collect(DISTINCT business2) AS businesss
}
CALL (viewer) {
  MATCH (viewer)-[holds:HOLDS]->(position:Position)
  WHERE holds.validFrom <= $given.now AND coalesce(holds.validTo, 9007199254740991) > $given.now AND holds.retractedAt IS NULL AND position.retractedAt IS NULL
  RETURN collect(DISTINCT position) AS positions
}
CALL (viewer) {
  MATCH (viewer)<-[concerns5:CONCERNS]-(subject8)
  WHERE concerns5.validFrom <= $given.now AND coalesce(concerns5.validTo, 9007199254740991) > $given.now AND concerns5.retractedAt IS NULL AND subject8.retractedAt IS NULL
  RETURN collect(DISTINCT subject8) AS subjects2
}
CALL (viewer) {
  MATCH (viewer)-[has_address2:HAS_ADDRESS]->(address2)
  WHERE has_address2.validFrom <= $given.now AND coalesce(has_address2.validTo, 9007199254740991) > $given.now AND has_address2.retractedAt IS NULL AND address2.retractedAt IS NULL
  RETURN collect(DISTINCT address2) AS addresss
}
CALL (viewer) {
  MATCH (viewer)-[member_of2:MEMBER_OF]->(household2)
  WHERE member_of2.validFrom <= $given.now AND coalesce(member_of2.validTo, 9007199254740991) > $given.now AND member_of2.retractedAt IS NULL AND household2.retractedAt IS NULL
  RETURN collect(DISTINCT household2) AS households
}
CALL (viewer) {
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject13)
  WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND subject13.retractedAt IS NULL
  RETURN collect(DISTINCT subject13) AS subjects3
}
CALL (viewer) {
  MATCH (viewer)<-[to2:TO]-(mandate5:Mandate {kind: 'PROXY'})
  WHERE to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND mandate5.validFrom <= $given.now AND coalesce(mandate5.validTo, 9007199254740991) > $given.now AND mandate5.retractedAt IS NULL AND mandate5.revokedAt IS NULL
  RETURN collect(DISTINCT mandate5) AS mandates2
}
CALL (viewer) {
  MATCH (viewer)<-[to3:TO]-(mandate7:Mandate {kind: 'GUARDIANSHIP'})
  WHERE to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND mandate7.validFrom <= $given.now AND coalesce(mandate7.validTo, 9007199254740991) > $given.now AND mandate7.retractedAt IS NULL AND mandate7.revokedAt IS NULL
  RETURN collect(DISTINCT mandate7) AS mandates3
}
CALL (viewer) {
  MATCH (viewer)<-[to4:TO]-(mandate10:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
  WHERE to4.validFrom <= $given.now AND coalesce(to4.validTo, 9007199254740991) > $given.now AND to4.retractedAt IS NULL AND mandate10.validFrom <= $given.now AND coalesce(mandate10.validTo, 9007199254740991) > $given.now AND mandate10.retractedAt IS NULL AND mandate10.revokedAt IS NULL
  RETURN collect(DISTINCT mandate10) AS mandates4
}
CALL (viewer) {
  MATCH (viewer)<-[to5:TO]-(mandate12:Mandate {kind: 'LINE_MANAGEMENT'})
  WHERE to5.validFrom <= $given.now AND coalesce(to5.validTo, 9007199254740991) > $given.now AND to5.retractedAt IS NULL AND mandate12.validFrom <= $given.now AND coalesce(mandate12.validTo, 9007199254740991) > $given.now AND mandate12.retractedAt IS NULL AND mandate12.revokedAt IS NULL
  RETURN collect(DISTINCT mandate12) AS mandates5
}
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
CALL (viewer, covered, positions) {
  UNWIND positions AS position6
  MATCH (position6)-[in5:IN]->(role:Role)
  WHERE in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND role.retractedAt IS NULL
  WITH position6, role, COLLECT {
    MATCH (role)-[covers10:COVERS]->(category5:Category)
    WHERE covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL AND category5.retractedAt IS NULL
    AND 'READ' IN coalesce(covers10.actions, ['READ'])
    UNWIND [category5.code] + CASE category5.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code21
    WITH code21
    WHERE code21 IN covered
    RETURN DISTINCT code21
  } AS codes, COLLECT {
    MATCH (role)-[covers11:COVERS]->(category6:Category)
    WHERE covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND category6.retractedAt IS NULL
    MATCH (role)-[handles:HANDLES]->(theme23:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme23.retractedAt IS NULL
    AND 'READ' IN coalesce(covers11.actions, ['READ']) AND category6.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category6.code IN covered
    RETURN DISTINCT category6.code + ':' + theme23.code
  } AS themed, COLLECT {
    MATCH (position6)-[at6:AT]->(place:Unit|Municipality|Business)
    WHERE at6.validFrom <= $given.now AND coalesce(at6.validTo, 9007199254740991) > $given.now AND at6.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position6.id, reach: role.reach, codes: codes, themed: themed, role: role.code, place: head(places)}) AS seats
}
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, subjects) {
  UNWIND subjects AS subject4
  RETURN collect(DISTINCT subject4.id) AS subjectExcepted
}
CALL (viewer, covered, seats, mandates) {
  UNWIND mandates AS mandate2
  MATCH (mandate2)-[from:FROM]->(party2)
  WHERE from.validFrom <= $given.now AND coalesce(from.validTo, 9007199254740991) > $given.now AND from.retractedAt IS NULL AND party2.retractedAt IS NULL
  MATCH (mandate2)-[cleared_for:CLEARED_FOR]->(protection:Protection)
  WHERE cleared_for.validFrom <= $given.now AND coalesce(cleared_for.validTo, 9007199254740991) > $given.now AND cleared_for.retractedAt IS NULL AND protection.retractedAt IS NULL
  RETURN collect(DISTINCT party2.id) AS partyExcepted
}
CALL (viewer, covered, seats, businesss) {
  UNWIND businesss AS business3
  MATCH (business3)<-[part_of3:PART_OF*0..2]-(subject6:Business)
  WHERE all(step3 IN part_of3 WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL AND startNode(step3).retractedAt IS NULL) AND subject6.retractedAt IS NULL
  WITH viewer, covered, seats, collect(DISTINCT subject6.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'CASES', 'CASES:*', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'MANDATES', 'WORK'] AS gives, ['@person.own-business'] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS ownBusiness
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position2
  MATCH (position2)-[at2:AT]->(subject7:Business)
  WHERE at2.validFrom <= $given.now AND coalesce(at2.validTo, 9007199254740991) > $given.now AND at2.retractedAt IS NULL AND subject7.retractedAt IS NULL
  WITH position2, covered, seats, collect(DISTINCT subject7.id) AS at
  WITH [entry IN reduce(found3 = [], seat2 IN [seat2 IN seats WHERE seat2.position = position2.id AND seat2.reach IN ['LOCAL']] | found3 + seat2.codes + seat2.themed) WHERE split(entry, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, ['@business.representative', '@@' + position2.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS representative
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position3
  MATCH (position3)-[at3:AT]->(business4:Business)
  WHERE at3.validFrom <= $given.now AND coalesce(at3.validTo, 9007199254740991) > $given.now AND at3.retractedAt IS NULL AND business4.retractedAt IS NULL
  WITH position3, covered, seats, collect(DISTINCT business4.id) AS at
  WITH [entry2 IN reduce(found5 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position3.id AND seat4.reach IN ['LOCAL']] | found5 + seat4.codes + seat4.themed) WHERE split(entry2, ':')[0] IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES', 'MANDATES', 'WORK']] AS gives, ['@business.hierarchy', '@@' + position3.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS hierarchy
}
CALL (viewer, covered, seats, subjects2) {
  UNWIND subjects2 AS subject9
  RETURN collect(DISTINCT subject9.id) AS subjectExcepted2
}
CALL (viewer, covered, seats, mandates) {
  UNWIND mandates AS mandate3
  MATCH (mandate3)-[from2:FROM]->(other2)
  WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND other2.retractedAt IS NULL
  MATCH (mandate3)-[cleared_for2:CLEARED_FOR]->(protection3:Protection)-[opens:OPENS*0..1]->(protection4)
  WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL AND protection3.retractedAt IS NULL AND all(step6 IN opens WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND protection4.retractedAt IS NULL
  RETURN collect(DISTINCT [other2.id, protection4.id]) AS otherExcepted
}
CALL (viewer, covered, seats, mandates) {
  UNWIND mandates AS mandate4
  MATCH (mandate4)-[from3:FROM]->(sharer2)
  WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND sharer2.retractedAt IS NULL
  MATCH (mandate4)-[cleared_for3:CLEARED_FOR]->(protection6:Protection)-[opens2:OPENS*0..1]->(protection7)
  WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection6.retractedAt IS NULL AND all(step7 IN opens2 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND protection7.retractedAt IS NULL
  RETURN collect(DISTINCT [sharer2.id, protection7.id]) AS sharerExcepted
}
CALL (viewer, covered, seats, addresss) {
  UNWIND addresss AS address3
  RETURN collect(DISTINCT address3.id) AS addressExcepted
}
CALL (viewer, covered, seats, households) {
  UNWIND households AS household3
  RETURN collect(DISTINCT household3.id) AS householdExcepted
}
CALL (viewer, covered, seats, subjects3) {
  UNWIND subjects3 AS subject14
  RETURN collect(DISTINCT subject14.id) AS subjectExcepted3
}
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate6
  MATCH (mandate6)-[from4:FROM]->(subject17:Person)
  WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND subject17.retractedAt IS NULL AND 'READ' IN mandate6.actions
  WITH mandate6, covered, seats, collect(DISTINCT subject17.id) AS at
  WITH *, COLLECT {
    MATCH (mandate6)-[covers:COVERS]->(category:Category)
    RETURN DISTINCT CASE WHEN covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL THEN category.code ELSE '' END
  } AS named, COLLECT {
    MATCH (mandate6)-[covers2:COVERS]->(theme15:Theme)
    RETURN DISTINCT CASE WHEN covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND theme15.retractedAt IS NULL THEN theme15.code ELSE '' END
  } AS themes
  WITH reduce(found8 = [], code4 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found8 + CASE WHEN code4 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes = [''] THEN [code4] + CASE WHEN code4 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme16 IN CASE WHEN size(themes) > 0 THEN themes ELSE ['*'] END WHERE theme16 <> '' | code4 + ':' + theme16] ELSE [] END ELSE [] END) AS gives, ['@person.proxy'] AS marks, at, COLLECT {
    MATCH (mandate6)-[cleared_for4:CLEARED_FOR]->(protection13:Protection)-[opens3:OPENS*0..1]->(protection14:Protection)
    WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection13.retractedAt IS NULL AND all(step12 IN opens3 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL AND endNode(step12).retractedAt IS NULL) AND protection14.retractedAt IS NULL
    RETURN DISTINCT protection14.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS proxy
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate8
  MATCH (mandate8)-[from5:FROM]->(subject18:Person)
  WHERE from5.validFrom <= $given.now AND coalesce(from5.validTo, 9007199254740991) > $given.now AND from5.retractedAt IS NULL AND subject18.retractedAt IS NULL AND ('READ' IN mandate8.actions OR (mandate8.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate8, covered, seats, collect(DISTINCT subject18.id) AS at
  WITH *, COLLECT {
    MATCH (mandate8)-[covers3:COVERS]->(category2:Category)
    RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category2.retractedAt IS NULL THEN category2.code ELSE '' END
  } AS named2, COLLECT {
    MATCH (mandate8)-[covers4:COVERS]->(theme17:Theme)
    RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme17.retractedAt IS NULL THEN theme17.code ELSE '' END
  } AS themes2
  WITH reduce(found10 = [], code6 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes2) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found10 + CASE WHEN code6 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes2 = [''] THEN [code6] + CASE WHEN code6 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme18 IN CASE WHEN size(themes2) > 0 THEN themes2 ELSE ['*'] END WHERE theme18 <> '' | code6 + ':' + theme18] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate8)-[cleared_for5:CLEARED_FOR]->(protection15:Protection)-[opens4:OPENS*0..1]->(protection16:Protection)
    WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection15.retractedAt IS NULL AND all(step13 IN opens4 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND protection16.retractedAt IS NULL
    RETURN DISTINCT protection16.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate9
  MATCH (mandate9)-[from6:FROM]->(subject19:Person)
  WHERE from6.validFrom <= $given.now AND coalesce(from6.validTo, 9007199254740991) > $given.now AND from6.retractedAt IS NULL AND subject19.retractedAt IS NULL
  MATCH (mandate9)-[covers5:COVERS]->(task:Task)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND task.retractedAt IS NULL AND ('READ' IN mandate9.actions OR (mandate9.actions IS NULL AND 'READ' = 'READ'))
  WITH task, mandate9, covered, seats, collect(DISTINCT subject19.id) AS at
  WITH *, COLLECT {
    MATCH (task)-[covers6:COVERS]->(category3:Category)
    RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
  } AS named3, COLLECT {
    MATCH (task)-[covers7:COVERS]->(theme19:Theme)
    RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND theme19.retractedAt IS NULL THEN theme19.code ELSE '' END
  } AS themes3
  WITH reduce(found12 = [], code8 IN CASE WHEN size(named3) > 0 THEN named3 + CASE WHEN 'IDENTITY' IN named3 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes3) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found12 + CASE WHEN code8 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes3 = [''] THEN [code8] + CASE WHEN code8 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme20 IN CASE WHEN size(themes3) > 0 THEN themes3 ELSE ['*'] END WHERE theme20 <> '' | code8 + ':' + theme20] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate9)-[cleared_for6:CLEARED_FOR]->(protection17:Protection)-[opens5:OPENS*0..1]->(protection18:Protection)
    WHERE cleared_for6.validFrom <= $given.now AND coalesce(cleared_for6.validTo, 9007199254740991) > $given.now AND cleared_for6.retractedAt IS NULL AND protection17.retractedAt IS NULL AND all(step14 IN opens5 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND protection18.retractedAt IS NULL
    RETURN DISTINCT protection18.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian2
}
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate11
  MATCH (mandate11)-[from7:FROM]->(subject20:Person)
  WHERE from7.validFrom <= $given.now AND coalesce(from7.validTo, 9007199254740991) > $given.now AND from7.retractedAt IS NULL AND subject20.retractedAt IS NULL AND (subject20.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate11.actions OR (mandate11.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate11, covered, seats, collect(DISTINCT subject20.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, ['@person.parental-responsibility'] AS marks, at, COLLECT {
    MATCH (mandate11)-[cleared_for7:CLEARED_FOR]->(protection19:Protection)-[opens6:OPENS*0..1]->(protection20:Protection)
    WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL AND protection19.retractedAt IS NULL AND all(step15 IN opens6 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL AND endNode(step15).retractedAt IS NULL) AND protection20.retractedAt IS NULL
    RETURN DISTINCT protection20.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS parentalResponsibility
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate13
  MATCH (mandate13)-[about:ABOUT]->(subject21:Person)-[employed_by:EMPLOYED_BY]->(business13:Business)<-[from8:FROM]-(mandate13)
  WHERE about.validFrom <= $given.now AND coalesce(about.validTo, 9007199254740991) > $given.now AND about.retractedAt IS NULL AND subject21.retractedAt IS NULL AND employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business13.retractedAt IS NULL AND from8.validFrom <= $given.now AND coalesce(from8.validTo, 9007199254740991) > $given.now AND from8.retractedAt IS NULL
  MATCH (viewer)-[employed_by2:EMPLOYED_BY]->(business13)
  WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND ('READ' IN mandate13.actions OR (mandate13.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate13, covered, seats, collect(DISTINCT subject21.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'] AS gives, ['@person.line-manager'] AS marks, at, COLLECT {
    MATCH (mandate13)-[cleared_for8:CLEARED_FOR]->(protection21:Protection)-[opens7:OPENS*0..1]->(protection22:Protection)
    WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL AND protection21.retractedAt IS NULL AND all(step16 IN opens7 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL AND endNode(step16).retractedAt IS NULL) AND protection22.retractedAt IS NULL
    RETURN DISTINCT protection22.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS lineManager
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[at4:AT]->(business14:Business)
  WHERE at4.validFrom <= $given.now AND coalesce(at4.validTo, 9007199254740991) > $given.now AND at4.retractedAt IS NULL AND business14.retractedAt IS NULL
  WITH position4, covered, seats, collect(DISTINCT business14.id) AS at
  WITH [entry3 IN reduce(found16 = [], seat6 IN [seat6 IN seats WHERE seat6.position = position4.id AND seat6.reach IN ['LOCAL']] | found16 + seat6.codes + seat6.themed) WHERE split(entry3, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position4.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position5
  MATCH (position5)-[at5:AT]->(business17:Business)
  WHERE at5.validFrom <= $given.now AND coalesce(at5.validTo, 9007199254740991) > $given.now AND at5.retractedAt IS NULL AND business17.retractedAt IS NULL
  WITH position5, covered, seats, collect(DISTINCT business17.id) AS at
  WITH reduce(found18 = [], seat8 IN [seat8 IN seats WHERE seat8.position = position5.id AND seat8.reach IN ['LOCAL']] | found18 + seat8.codes + seat8.themed) AS gives, ['@business.proxy', '@@' + position5.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS proxy2
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, subjectExcepted: subjectExcepted, partyExcepted: partyExcepted, ownBusiness: ownBusiness, seats: seats, representative: representative, hierarchy: hierarchy, subjectExcepted2: subjectExcepted2, otherExcepted: otherExcepted, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted, subjectExcepted3: subjectExcepted3, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, attachedPerson: attachedPerson, proxy2: proxy2} AS ctx
CALL (ctx) {
  CALL (ctx) {
    MATCH (it:Case {id: $given.a0})
    WHERE ctx.permitted AND it.retractedAt IS NULL
    RETURN collect(it) AS case2ById
  }
  UNWIND case2ById AS it2
  WITH it2 ORDER BY it2.id LIMIT 1
  RETURN collect(it2) AS case2s
}
CALL (ctx, case2s) {
  UNWIND case2s AS case2
  CALL (ctx, case2) {
    CALL (case2) {
      MATCH (case2)-[concerns12:CONCERNS]->(subject22:Person)
      RETURN subject22 AS person4
      UNION
      MATCH (case2)-[concerns13:CONCERNS]->(subject23:Device)
      MATCH (subject23)-[lent_to3:LENT_TO]->(party5:Person)
      RETURN party5 AS person4
      UNION
      MATCH (case2)-[concerns14:CONCERNS]->(subject24:Business)
      MATCH (subject24)-[part_of11:PART_OF*0..2]->(business20:Business)-[owned_by8:OWNED_BY]->(owner2:Person)
      RETURN owner2 AS person4
      UNION
      MATCH (case2)-[concerns15:CONCERNS]->(party6:Person)
      RETURN party6 AS person4
      UNION
      MATCH (case2)-[concerns16:CONCERNS]->(business21:Business)-[part_of12:PART_OF*0..2]->(business22:Business)-[owned_by9:OWNED_BY]->(party7:Person)
      RETURN party7 AS person4
      UNION
      MATCH (case2)-[edge7:CONCERNS]->(node7:Person|Business)
      RETURN node7 AS person4
      UNION
      MATCH (case2)-[edge8:CONCERNS]->(node8:Person|Business)
      MATCH (node8)-[part_of13:PART_OF*0..2]->(business23:Business)-[owned_by10:OWNED_BY]->(subject25:Person)
      RETURN subject25 AS person4
    }
    WITH *, COLLECT {
      MATCH (person4)-[protected_as:PROTECTED_AS]->(protection11:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection11.retractedAt IS NULL
      AND ctx.id <> person4.id AND protection11.code IS NOT NULL AND protection11.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection11.code
    } + CASE WHEN ctx.id <> person4.id AND person4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)-[protected_as2:PROTECTED_AS]->(protection12:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection12.retractedAt IS NULL
      AND ctx.id <> person4.id AND coalesce((protection12.code IS NULL OR NOT (protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END AS person4Codes
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person4)-[employed_by3:EMPLOYED_BY]->(business15:Business)-[part_of10:PART_OF*0..2]->(business16:Business)
      WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business15.retractedAt IS NULL AND all(step17 IN part_of10 WHERE step17.validFrom <= $given.now AND coalesce(step17.validTo, 9007199254740991) > $given.now AND step17.retractedAt IS NULL AND endNode(step17).retractedAt IS NULL) AND business16.retractedAt IS NULL
      RETURN DISTINCT business16.id
    } ELSE [] END AS business16s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (person4)<-[from9:FROM]-(mandate14:Mandate {kind: 'PROXY'})-[to6:TO]->(business18:Business)
      WHERE from9.validFrom <= $given.now AND coalesce(from9.validTo, 9007199254740991) > $given.now AND from9.retractedAt IS NULL AND mandate14.validFrom <= $given.now AND coalesce(mandate14.validTo, 9007199254740991) > $given.now AND mandate14.retractedAt IS NULL AND mandate14.revokedAt IS NULL AND to6.validFrom <= $given.now AND coalesce(to6.validTo, 9007199254740991) > $given.now AND to6.retractedAt IS NULL AND business18.retractedAt IS NULL
      AND 'READ' IN mandate14.actions
      WITH *, COLLECT {
        MATCH (mandate14)-[covers8:COVERS]->(category4:Category)
        RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category4.retractedAt IS NULL THEN category4.code ELSE '' END
      } AS named4, COLLECT {
        MATCH (mandate14)-[covers9:COVERS]->(theme21:Theme)
        RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND theme21.retractedAt IS NULL THEN theme21.code ELSE '' END
      } AS themes4
      RETURN {at: business18.id, gives: reduce(found20 = [], code13 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found20 + CASE WHEN code13 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code13] + CASE WHEN code13 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme22 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme22 <> '' | code13 + ':' + theme22] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate14)-[cleared_for9:CLEARED_FOR]->(protection23:Protection)-[opens8:OPENS*0..1]->(protection24:Protection)
        WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection23.retractedAt IS NULL AND all(step18 IN opens8 WHERE step18.validFrom <= $given.now AND coalesce(step18.validTo, 9007199254740991) > $given.now AND step18.retractedAt IS NULL AND endNode(step18).retractedAt IS NULL) AND protection24.retractedAt IS NULL
        RETURN DISTINCT protection24.code
      }}
    } ELSE [] END AS business18s
    WITH *, CASE WHEN ctx.id = person4.id THEN CASE WHEN size(['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) > 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] + ['@person.own-data'] ELSE [] END ELSE [] END + reduce(found9 = [], row4 IN ctx.proxy | CASE WHEN person4.id IN row4.at THEN found9 + row4.gives ELSE found9 END) + reduce(found11 = [], row5 IN ctx.guardian | CASE WHEN person4.id IN row5.at THEN found11 + row5.gives ELSE found11 END) + reduce(found13 = [], row6 IN ctx.guardian2 | CASE WHEN person4.id IN row6.at THEN found13 + row6.gives ELSE found13 END) + reduce(found14 = [], row7 IN ctx.parentalResponsibility | CASE WHEN person4.id IN row7.at THEN found14 + row7.gives ELSE found14 END) + reduce(found15 = [], row8 IN ctx.lineManager | CASE WHEN person4.id IN row8.at THEN found15 + row8.gives ELSE found15 END) + reduce(found17 = [], row9 IN ctx.attachedPerson | CASE WHEN any(key IN business16s WHERE key IN row9.at) THEN found17 + row9.gives ELSE found17 END) + reduce(found19 = [], row10 IN ctx.proxy2 | reduce(found21 = found19, key2 IN business18s | CASE WHEN key2.at IN row10.at THEN found21 + reduce(both = [], shared IN [[entry4 IN row10.gives WHERE entry4 IN key2.gives OR (entry4 CONTAINS ':' AND split(entry4, ':')[0] + ':*' IN key2.gives)] + [entry5 IN key2.gives WHERE entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN row10.gives]] | both + CASE WHEN size(shared) > 0 THEN shared + row10.marks ELSE [] END) ELSE found21 END)) AS person4Offered
    WITH *, CASE WHEN size(person4Codes) > 0 THEN reduce(found22 = [], row11 IN ctx.proxy | CASE WHEN person4.id IN row11.at AND none(code15 IN person4Codes WHERE NOT code15 IN row11.lifts) THEN found22 + row11.gives ELSE found22 END) + reduce(found23 = [], row12 IN ctx.guardian | CASE WHEN person4.id IN row12.at AND none(code16 IN person4Codes WHERE NOT code16 IN row12.lifts) THEN found23 + row12.gives ELSE found23 END) + reduce(found24 = [], row13 IN ctx.guardian2 | CASE WHEN person4.id IN row13.at AND none(code17 IN person4Codes WHERE NOT code17 IN row13.lifts) THEN found24 + row13.gives ELSE found24 END) + reduce(found25 = [], row14 IN ctx.parentalResponsibility | CASE WHEN person4.id IN row14.at AND none(code18 IN person4Codes WHERE NOT code18 IN row14.lifts) THEN found25 + row14.gives ELSE found25 END) + reduce(found26 = [], row15 IN ctx.lineManager | CASE WHEN person4.id IN row15.at AND none(code19 IN person4Codes WHERE NOT code19 IN row15.lifts) THEN found26 + row15.gives ELSE found26 END) + reduce(found27 = [], row16 IN ctx.proxy2 | reduce(found28 = found27, key3 IN business18s | CASE WHEN key3.at IN row16.at AND none(code20 IN person4Codes WHERE NOT code20 IN key3.lifts) THEN found28 + reduce(both2 = [], shared2 IN [[entry6 IN row16.gives WHERE entry6 IN key3.gives OR (entry6 CONTAINS ':' AND split(entry6, ':')[0] + ':*' IN key3.gives)] + [entry7 IN key3.gives WHERE entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN row16.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row16.marks ELSE [] END) ELSE found28 END)) ELSE person4Offered END AS person4Mask
    RETURN collect({id: person4.id, core: person4Codes, mask: person4Mask, codes: person4Codes, offered: CASE WHEN size(person4Codes) > 0 THEN person4Offered ELSE [] END}) AS decided
  }
  WITH *, [] AS carded
  CALL (ctx, case2, decided, carded) {
    MATCH (case2)-[concerns:CONCERNS]->(subject:Person)
    WHERE concerns.validFrom <= $given.now AND coalesce(concerns.validTo, 9007199254740991) > $given.now AND concerns.retractedAt IS NULL AND subject.retractedAt IS NULL
    WITH *, coalesce(head([each IN decided WHERE each.id = subject.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subjectDecided
    WITH *, subjectDecided.mask AS subjectMask
    WITH *, COLLECT {
      MATCH (case2)-[in:IN]->(theme:Theme)
      WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND theme.retractedAt IS NULL
      RETURN {code: theme.code, secret: coalesce(theme.secret, false)}
    } AS case2Themes
    WITH *, (true AND ('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme2 IN case2Themes WHERE 'CASES:' + theme2.code IN subjectMask)))) AS whole, (('CASES:*' IN subjectMask OR (size(case2Themes) > 0 AND all(theme3 IN case2Themes WHERE 'CASES:' + theme3.code IN subjectMask))) OR (false AND 'CASES' IN subjectMask AND (size(case2Themes) > 0 AND none(theme4 IN case2Themes WHERE theme4.secret)))) AS shown
    RETURN collect({whole: whole, shown: shown}) AS ways
  }
  CALL (ctx, case2, decided, carded) {
    MATCH (case2)-[concerns2:CONCERNS]->(subject2:Device)
    WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject2.retractedAt IS NULL
    WITH *, CASE WHEN EXISTS {
      MATCH (subject2)-[lent_to:LENT_TO]->(party:Person)
      WHERE coalesce(lent_to.validFrom <= $given.now, true) AND coalesce(lent_to.validTo > $given.now, true) AND lent_to.retractedAt IS NULL AND party.retractedAt IS NULL
      AND NOT subject2.id IN ctx.subjectExcepted AND NOT party.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END AS subject2Codes
    WITH *, [] AS subject2Offered
    WITH *, CASE WHEN size(subject2Codes) > 0 THEN subject2Offered ELSE subject2Offered END AS subject2Mask
    WITH *, COLLECT {
      MATCH (case2)-[in2:IN]->(theme5:Theme)
      WHERE in2.validFrom <= $given.now AND coalesce(in2.validTo, 9007199254740991) > $given.now AND in2.retractedAt IS NULL AND theme5.retractedAt IS NULL
      RETURN {code: theme5.code, secret: coalesce(theme5.secret, false)}
    } AS case2Themes2
    WITH *, (true AND ('CASES:*' IN subject2Mask OR (size(case2Themes2) > 0 AND all(theme6 IN case2Themes2 WHERE 'CASES:' + theme6.code IN subject2Mask)))) AS whole2, (('CASES:*' IN subject2Mask OR (size(case2Themes2) > 0 AND all(theme7 IN case2Themes2 WHERE 'CASES:' + theme7.code IN subject2Mask))) OR (false AND 'CASES' IN subject2Mask AND (size(case2Themes2) > 0 AND none(theme8 IN case2Themes2 WHERE theme8.secret)))) AS shown2
    RETURN collect({whole: whole2, shown: shown2}) AS ways2
  }
  CALL (ctx, case2, decided, carded) {
    MATCH (case2)-[concerns3:CONCERNS]->(subject5:Business)
    WHERE concerns3.validFrom <= $given.now AND coalesce(concerns3.validTo, 9007199254740991) > $given.now AND concerns3.retractedAt IS NULL AND subject5.retractedAt IS NULL
    WITH *, CASE WHEN EXISTS {
      MATCH (subject5)-[part_of:PART_OF*0..2]->(firm:Business {form: 'ENK'})
      WHERE all(step IN part_of WHERE coalesce(step.validFrom <= $given.now, true) AND coalesce(step.validTo > $given.now, true) AND step.retractedAt IS NULL AND endNode(step).retractedAt IS NULL) AND firm.retractedAt IS NULL
      AND NOT EXISTS {
        MATCH (firm)-[owned_by:OWNED_BY]->(person:Person)
        WHERE owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND person.retractedAt IS NULL
      }
    } THEN ['NO_GRANT'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (subject5)-[part_of2:PART_OF*0..2]->(business:Business)-[owned_by2:OWNED_BY]->(owner:Person)
      WHERE all(step2 IN part_of2 WHERE coalesce(step2.validFrom <= $given.now, true) AND coalesce(step2.validTo > $given.now, true) AND step2.retractedAt IS NULL AND endNode(step2).retractedAt IS NULL) AND business.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND owner.retractedAt IS NULL
      WITH coalesce(head([each IN decided WHERE each.id = owner.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS ownerCodes
      WHERE size(ownerCodes) > 0
      RETURN ownerCodes
    } THEN ['OWNER'] ELSE [] END AS subject5Codes
    WITH *, CASE WHEN size(ctx.hierarchy) > 0 THEN COLLECT {
      MATCH (subject5)-[part_of4:PART_OF*1..2]->(business5:Business)
      WHERE all(step4 IN part_of4 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND business5.retractedAt IS NULL
      RETURN DISTINCT business5.id
    } ELSE [] END AS business5s
    WITH *, reduce(found2 = [], row IN ctx.ownBusiness | CASE WHEN subject5.id IN row.at THEN found2 + row.gives ELSE found2 END) + reduce(found4 = [], row2 IN ctx.representative | CASE WHEN subject5.id IN row2.at THEN found4 + row2.gives ELSE found4 END) + reduce(found6 = [], row3 IN ctx.hierarchy | CASE WHEN any(key IN business5s WHERE key IN row3.at) THEN found6 + row3.gives ELSE found6 END) AS subject5Offered
    WITH *, CASE WHEN size(subject5Codes) > 0 THEN [] ELSE subject5Offered END AS subject5Mask
    WITH *, COLLECT {
      MATCH (case2)-[in3:IN]->(theme9:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme9.retractedAt IS NULL
      RETURN {code: theme9.code, secret: coalesce(theme9.secret, false)}
    } AS case2Themes3
    WITH *, (true AND ('CASES:*' IN subject5Mask OR (size(case2Themes3) > 0 AND all(theme10 IN case2Themes3 WHERE 'CASES:' + theme10.code IN subject5Mask)))) AS whole3, (('CASES:*' IN subject5Mask OR (size(case2Themes3) > 0 AND all(theme11 IN case2Themes3 WHERE 'CASES:' + theme11.code IN subject5Mask))) OR (false AND 'CASES' IN subject5Mask AND (size(case2Themes3) > 0 AND none(theme12 IN case2Themes3 WHERE theme12.secret)))) AS shown3
    RETURN collect({whole: whole3, shown: shown3}) AS ways3
  }
  WITH *, any(way IN (ways + ways2 + ways3) WHERE way.whole) AS case2Whole, any(way IN (ways + ways2 + ways3) WHERE way.shown) AS case2Shown
  WITH * WHERE case2Shown AND size(CASE WHEN EXISTS {
    MATCH (case2)-[in4:IN]->(theme13:Theme)
    WHERE coalesce(in4.validFrom <= $given.now, true) AND coalesce(in4.validTo > $given.now, true) AND in4.retractedAt IS NULL AND theme13.retractedAt IS NULL
    AND coalesce(theme13.code IN ['FAR'], true)
  } THEN ['NOT_AVAILABLE'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (case2)-[concerns4:CONCERNS]->(party3:Person)
    WHERE coalesce(concerns4.validFrom <= $given.now, true) AND coalesce(concerns4.validTo > $given.now, true) AND concerns4.retractedAt IS NULL AND party3.retractedAt IS NULL
    AND NOT case2.id IN ctx.subjectExcepted2 AND NOT party3.id IN ctx.partyExcepted
    WITH coalesce(head([each IN decided WHERE each.id = party3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party3Codes
    WHERE size(party3Codes) > 0
    RETURN party3Codes
  } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
    MATCH (case2)-[concerns6:CONCERNS]->(business6:Business)-[part_of5:PART_OF*0..2]->(business7:Business)-[owned_by4:OWNED_BY]->(party4:Person)
    WHERE coalesce(concerns6.validFrom <= $given.now, true) AND coalesce(concerns6.validTo > $given.now, true) AND concerns6.retractedAt IS NULL AND business6.retractedAt IS NULL AND all(step5 IN part_of5 WHERE coalesce(step5.validFrom <= $given.now, true) AND coalesce(step5.validTo > $given.now, true) AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND business7.retractedAt IS NULL AND coalesce(owned_by4.validFrom <= $given.now, true) AND coalesce(owned_by4.validTo > $given.now, true) AND owned_by4.retractedAt IS NULL AND party4.retractedAt IS NULL
    AND NOT case2.id IN ctx.subjectExcepted2 AND NOT party4.id IN ctx.partyExcepted
    WITH coalesce(head([each IN decided WHERE each.id = party4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party4Codes
    WHERE size(party4Codes) > 0
    RETURN party4Codes
  } THEN ['PARTY'] ELSE [] END) = 0
  WITH *, COLLECT {
    MATCH (case2)-[held:CONCERNS]->(other:Person)-[protected:PROTECTED_AS]->(protection2:Protection)
    WHERE protection2.code IS NOT NULL AND protection2.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> other.id AND coalesce((held.validFrom IS NULL OR protected.validTo IS NULL OR held.validFrom < protected.validTo), true) AND coalesce((protected.validFrom IS NULL OR held.validTo IS NULL OR protected.validFrom < held.validTo), true) AND NOT [other.id, protection2.id] IN ctx.otherExcepted
    RETURN DISTINCT protection2.code
  } + COLLECT {
    MATCH (case2)-[held2:CONCERNS]->(other3:Person)-[has_address:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection5:Protection)
    WHERE protection5.code IS NOT NULL AND protection5.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> other3.id AND coalesce((kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo), true) AND NOT [sharer.id, protection5.id] IN ctx.sharerExcepted AND NOT address.id IN ctx.addressExcepted
    RETURN DISTINCT protection5.code
  } + COLLECT {
    MATCH (case2)-[held3:CONCERNS]->(other4:Person)-[member_of:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(sharer3:Person)-[protected3:PROTECTED_AS]->(protection8:Protection)
    WHERE protection8.code IS NOT NULL AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> other4.id AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT [sharer3.id, protection8.id] IN ctx.sharerExcepted AND NOT household.id IN ctx.householdExcepted
    RETURN DISTINCT protection8.code
  } + COLLECT {
    MATCH (case2)-[concerns7:CONCERNS]->(device:Device)-[held4:LENT_TO]->(other5:Person)-[protected4:PROTECTED_AS]->(protection9:Protection)
    WHERE protection9.code IS NOT NULL AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other5.id AND coalesce((held4.validFrom IS NULL OR protected4.validTo IS NULL OR held4.validFrom < protected4.validTo), true) AND coalesce((protected4.validFrom IS NULL OR held4.validTo IS NULL OR protected4.validFrom < held4.validTo), true) AND NOT [other5.id, protection9.id] IN ctx.otherExcepted
    RETURN DISTINCT protection9.code
  } + COLLECT {
    MATCH (case2)-[concerns8:CONCERNS]->(business8:Business)-[part_of6:PART_OF*0..2]->(business9:Business)-[held5:OWNED_BY]->(other6:Person)-[protected5:PROTECTED_AS]->(protection10:Protection)
    WHERE protection10.code IS NOT NULL AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other6.id AND coalesce((held5.validFrom IS NULL OR protected5.validTo IS NULL OR held5.validFrom < protected5.validTo), true) AND coalesce((protected5.validFrom IS NULL OR held5.validTo IS NULL OR protected5.validFrom < held5.validTo), true) AND NOT [other6.id, protection10.id] IN ctx.otherExcepted
    RETURN DISTINCT protection10.code
  } AS case2Places
  CALL (ctx, case2, case2Places, case2Whole, decided, carded) {
    MATCH (case2)-[edge2:IN]->(node2:Theme)
    WHERE edge2.validFrom <= $given.now AND coalesce(edge2.validTo, 9007199254740991) > $given.now AND edge2.retractedAt IS NULL AND node2.retractedAt IS NULL
    WITH *, node2 AS node, edge2 AS edge
    WITH * ORDER BY edge.validFrom DESC, edge.id LIMIT 1
    RETURN collect({it: {code: node.code, name: node.name}}) AS theme14
  }
  CALL (ctx, case2, case2Places, case2Whole, decided, carded) {
    MATCH (case2)-[edge4:OWNED_BY]->(node4:Unit)
    WHERE edge4.validFrom <= $given.now AND coalesce(edge4.validTo, 9007199254740991) > $given.now AND edge4.retractedAt IS NULL AND node4.retractedAt IS NULL
    AND size(case2Places) = 0 AND case2Whole
    WITH *, node4 AS node3, edge4 AS edge3
    WITH * ORDER BY edge3.validFrom DESC, edge3.id LIMIT 1
    WITH *, CASE WHEN NOT node3.id IN ctx.subjectExcepted3 AND node3.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node3Places
    RETURN collect({it: {id: CASE WHEN size(node3Places) = 0 THEN node3.id ELSE 'unit:NAV' END, number: CASE WHEN size(node3Places) = 0 THEN node3.number END, name: CASE WHEN size(node3Places) = 0 THEN node3.name ELSE 'NAV' END}, places: node3Places}) AS unit
  }
  CALL (ctx, case2, case2Places, case2Whole, decided, carded) {
    MATCH (case2)-[edge6:CONCERNS]->(node6:Person|Business)
    WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL
    AND case2Whole
    WITH *, node6 AS node5, edge6 AS edge5
    CALL (ctx, node5, edge5, case2Places, case2Whole, decided, carded) {
      UNWIND CASE WHEN node5:Person THEN [node5] ELSE [] END AS person2
      WITH *, coalesce(head([each IN decided WHERE each.id = person2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person2Decided
      WITH *, person2Decided.mask + CASE WHEN size(person2Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person2Mask
      WITH * WHERE (false OR 'CARD' IN person2Mask)
      RETURN collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END}, access: {mask: person2Mask, codes: person2Decided.codes, offered: person2Decided.offered + ['CARD']}, type: 'Person'}) AS asPerson
    }
    CALL (ctx, node5, edge5, case2Places, case2Whole, decided, carded) {
      UNWIND CASE WHEN node5:Business THEN [node5] ELSE [] END AS business10
      CALL (ctx, business10, decided, carded) {
        MATCH (business10)-[part_of7:PART_OF*0..2]->(business11:Business)-[owned_by5:OWNED_BY]->(subject15:Person)
        WHERE all(step9 IN part_of7 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND business11.retractedAt IS NULL AND owned_by5.validFrom <= $given.now AND coalesce(owned_by5.validTo, 9007199254740991) > $given.now AND owned_by5.retractedAt IS NULL AND subject15.retractedAt IS NULL
        WITH *, coalesce(head([each IN decided WHERE each.id = subject15.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject15Decided
        WITH *, subject15Decided.mask AS subject15Mask
        WITH *, (true AND 'WORK' IN subject15Mask) AS whole4, 'WORK' IN subject15Mask AS shown4
        RETURN collect({whole: whole4, shown: shown4}) AS ways4
      }
      WITH *, (NOT EXISTS {
        MATCH (business10)-[part_of8:PART_OF*0..2]->(business12:Business)-[owned_by6:OWNED_BY]->(subject16:Person)
        WHERE all(step10 IN part_of8 WHERE coalesce(step10.validFrom <= $given.now, true) AND coalesce(step10.validTo > $given.now, true) AND step10.retractedAt IS NULL AND endNode(step10).retractedAt IS NULL) AND business12.retractedAt IS NULL AND coalesce(owned_by6.validFrom <= $given.now, true) AND coalesce(owned_by6.validTo > $given.now, true) AND owned_by6.retractedAt IS NULL AND subject16.retractedAt IS NULL
      }) OR (size((ways4)) > 0 AND all(way2 IN (ways4) WHERE way2.whole)) AS business10Whole
      WITH * WHERE business10Whole AND size(CASE WHEN EXISTS {
        MATCH (business10)-[part_of9:PART_OF*0..2]->(firm2:Business {form: 'ENK'})
        WHERE all(step11 IN part_of9 WHERE coalesce(step11.validFrom <= $given.now, true) AND coalesce(step11.validTo > $given.now, true) AND step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND firm2.retractedAt IS NULL
        AND NOT EXISTS {
          MATCH (firm2)-[owned_by7:OWNED_BY]->(person3:Person)
          WHERE owned_by7.validFrom <= $given.now AND coalesce(owned_by7.validTo, 9007199254740991) > $given.now AND owned_by7.retractedAt IS NULL AND person3.retractedAt IS NULL
        }
      } THEN ['NO_GRANT'] ELSE [] END) = 0
      RETURN collect({it: {id: business10.id, name: business10.name}, type: 'Business'}) AS asBusiness
    }
    WITH *, asPerson + asBusiness AS found7
    WITH * WHERE size(found7) > 0
    WITH * WHERE $given.a2 IS NULL OR edge5.validFrom < $given.a2[0] OR (edge5.validFrom = $given.a2[0] AND edge5.id > $given.a2[1])
    WITH * ORDER BY edge5.validFrom DESC, edge5.id LIMIT $given.a1 + 1
    RETURN collect({edge: {part: edge5.part}, position: [edge5.validFrom, edge5.id], of: head(found7)}) AS partiesRows
  }
  WITH *, {rows: partiesRows} AS parties
  RETURN head(collect({it: {id: case2.id, title: CASE WHEN case2Whole THEN case2.title END, status: case2.status, openedAt: case2.openedAt, closedAt: case2.closedAt, theme: head(theme14), unit: CASE WHEN size(case2Places) = 0 AND case2Whole THEN head(unit) END, parties: CASE WHEN case2Whole THEN parties END}, whole: case2Whole, places: case2Places, concerned: $given.case IS NULL OR EXISTS {
    MATCH (case2)-[concerns9:CONCERNS]->(subject10:Person)
    WHERE concerns9.validFrom <= $given.now AND coalesce(concerns9.validTo, 9007199254740991) > $given.now AND concerns9.retractedAt IS NULL AND subject10.retractedAt IS NULL
    AND subject10.id IN ctx.caseSubjects
  } OR EXISTS {
    MATCH (case2)-[concerns10:CONCERNS]->(subject11:Device)
    WHERE concerns10.validFrom <= $given.now AND coalesce(concerns10.validTo, 9007199254740991) > $given.now AND concerns10.retractedAt IS NULL AND subject11.retractedAt IS NULL
    AND subject11.id IN ctx.caseSubjects
  } OR EXISTS {
    MATCH (case2)-[concerns11:CONCERNS]->(subject12:Business)
    WHERE concerns11.validFrom <= $given.now AND coalesce(concerns11.validTo, 9007199254740991) > $given.now AND concerns11.retractedAt IS NULL AND subject12.retractedAt IS NULL
    AND subject12.id IN ctx.caseSubjects
  }})) AS case
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, head([it2 IN case2s | {id: it2.id, type: 'Case'}]) AS there, case
