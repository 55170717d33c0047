// Person360 (person)
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
  MATCH (viewer)<-[concerns2:CONCERNS]-(subject6)
  WHERE concerns2.validFrom <= $given.now AND coalesce(concerns2.validTo, 9007199254740991) > $given.now AND concerns2.retractedAt IS NULL AND subject6.retractedAt IS NULL
  RETURN collect(DISTINCT subject6) AS subjects
}
CALL (viewer) {
  MATCH (viewer)-[followed_up_by:FOLLOWED_UP_BY]->(subject8)
  WHERE followed_up_by.validFrom <= $given.now AND coalesce(followed_up_by.validTo, 9007199254740991) > $given.now AND followed_up_by.retractedAt IS NULL AND subject8.retractedAt IS NULL
  RETURN collect(DISTINCT subject8) AS subjects2
}
CALL (viewer) {
  MATCH (viewer)-[takes_part_in:TAKES_PART_IN]->(subject10)
  WHERE takes_part_in.validFrom <= $given.now AND coalesce(takes_part_in.validTo, 9007199254740991) > $given.now AND takes_part_in.retractedAt IS NULL AND subject10.retractedAt IS NULL
  RETURN collect(DISTINCT subject10) AS subjects3
}
CALL (viewer) {
  MATCH (viewer)<-[lent_to3:LENT_TO]-(subject12)
  WHERE lent_to3.validFrom <= $given.now AND coalesce(lent_to3.validTo, 9007199254740991) > $given.now AND lent_to3.retractedAt IS NULL AND subject12.retractedAt IS NULL
  RETURN collect(DISTINCT subject12) AS subjects4
}
CALL (viewer) {
  MATCH (viewer)<-[with2:WITH]-(subject14)
  WHERE with2.validFrom <= $given.now AND coalesce(with2.validTo, 9007199254740991) > $given.now AND with2.retractedAt IS NULL AND subject14.retractedAt IS NULL
  RETURN collect(DISTINCT subject14) AS subjects5
}
CALL (viewer) {
  MATCH (viewer)<-[to2:TO]-(mandate6:Mandate {kind: 'PROXY'})
  WHERE to2.validFrom <= $given.now AND coalesce(to2.validTo, 9007199254740991) > $given.now AND to2.retractedAt IS NULL AND mandate6.validFrom <= $given.now AND coalesce(mandate6.validTo, 9007199254740991) > $given.now AND mandate6.retractedAt IS NULL AND mandate6.revokedAt IS NULL
  RETURN collect(DISTINCT mandate6) AS mandates2
}
CALL (viewer) {
  MATCH (viewer)<-[to3:TO]-(mandate8:Mandate {kind: 'GUARDIANSHIP'})
  WHERE to3.validFrom <= $given.now AND coalesce(to3.validTo, 9007199254740991) > $given.now AND to3.retractedAt IS NULL AND mandate8.validFrom <= $given.now AND coalesce(mandate8.validTo, 9007199254740991) > $given.now AND mandate8.retractedAt IS NULL AND mandate8.revokedAt IS NULL
  RETURN collect(DISTINCT mandate8) AS mandates3
}
CALL (viewer) {
  MATCH (viewer)<-[to4:TO]-(mandate11:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
  WHERE to4.validFrom <= $given.now AND coalesce(to4.validTo, 9007199254740991) > $given.now AND to4.retractedAt IS NULL AND mandate11.validFrom <= $given.now AND coalesce(mandate11.validTo, 9007199254740991) > $given.now AND mandate11.retractedAt IS NULL AND mandate11.revokedAt IS NULL
  RETURN collect(DISTINCT mandate11) AS mandates4
}
CALL (viewer) {
  MATCH (viewer)<-[to5:TO]-(mandate13:Mandate {kind: 'LINE_MANAGEMENT'})
  WHERE to5.validFrom <= $given.now AND coalesce(to5.validTo, 9007199254740991) > $given.now AND to5.retractedAt IS NULL AND mandate13.validFrom <= $given.now AND coalesce(mandate13.validTo, 9007199254740991) > $given.now AND mandate13.retractedAt IS NULL AND mandate13.revokedAt IS NULL
  RETURN collect(DISTINCT mandate13) AS mandates5
}
CALL (viewer) {
  MATCH (viewer)-[holds:HOLDS]->(position:Position)
  WHERE holds.validFrom <= $given.now AND coalesce(holds.validTo, 9007199254740991) > $given.now AND holds.retractedAt IS NULL AND position.retractedAt IS NULL
  RETURN collect(DISTINCT position) AS positions
}
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
CALL (viewer, covered, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[in9:IN]->(role:Role)
  WHERE in9.validFrom <= $given.now AND coalesce(in9.validTo, 9007199254740991) > $given.now AND in9.retractedAt IS NULL AND role.retractedAt IS NULL
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
    MATCH (role)-[handles:HANDLES]->(theme31:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme31.retractedAt IS NULL
    AND 'READ' IN coalesce(covers11.actions, ['READ']) AND category6.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category6.code IN covered
    RETURN DISTINCT category6.code + ':' + theme31.code
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
CALL (viewer, covered, seats, subjects) {
  UNWIND subjects AS subject7
  RETURN collect(DISTINCT subject7.id) AS subjectExcepted2
}
CALL (viewer, covered, seats, mandates) {
  UNWIND mandates AS mandate4
  MATCH (mandate4)-[from3:FROM]->(party2)
  WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND party2.retractedAt IS NULL
  MATCH (mandate4)-[cleared_for3:CLEARED_FOR]->(protection11:Protection)
  WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection11.retractedAt IS NULL
  RETURN collect(DISTINCT party2.id) AS partyExcepted
}
CALL (viewer, covered, seats, mandates) {
  UNWIND mandates AS mandate5
  MATCH (mandate5)-[from4:FROM]->(other2)
  WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND other2.retractedAt IS NULL
  MATCH (mandate5)-[cleared_for4:CLEARED_FOR]->(protection13:Protection)-[opens3:OPENS*0..1]->(protection14)
  WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection13.retractedAt IS NULL AND all(step10 IN opens3 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL AND endNode(step10).retractedAt IS NULL) AND protection14.retractedAt IS NULL
  RETURN collect(DISTINCT [other2.id, protection14.id]) AS otherExcepted
}
CALL (viewer, covered, seats, subjects2) {
  UNWIND subjects2 AS subject9
  RETURN collect(DISTINCT subject9.id) AS subjectExcepted3
}
CALL (viewer, covered, seats, subjects3) {
  UNWIND subjects3 AS subject11
  RETURN collect(DISTINCT subject11.id) AS subjectExcepted4
}
CALL (viewer, covered, seats, subjects4) {
  UNWIND subjects4 AS subject13
  RETURN collect(DISTINCT subject13.id) AS subjectExcepted5
}
CALL (viewer, covered, seats, subjects5) {
  UNWIND subjects5 AS subject15
  RETURN collect(DISTINCT subject15.id) AS subjectExcepted6
}
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate7
  MATCH (mandate7)-[from5:FROM]->(subject16:Person)
  WHERE from5.validFrom <= $given.now AND coalesce(from5.validTo, 9007199254740991) > $given.now AND from5.retractedAt IS NULL AND subject16.retractedAt IS NULL AND 'READ' IN mandate7.actions
  WITH mandate7, covered, seats, collect(DISTINCT subject16.id) AS at
  WITH *, COLLECT {
    MATCH (mandate7)-[covers:COVERS]->(category:Category)
    RETURN DISTINCT CASE WHEN covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL THEN category.code ELSE '' END
  } AS named, COLLECT {
    MATCH (mandate7)-[covers2:COVERS]->(theme23:Theme)
    RETURN DISTINCT CASE WHEN covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND theme23.retractedAt IS NULL THEN theme23.code ELSE '' END
  } AS themes
  WITH reduce(found3 = [], code IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found3 + CASE WHEN code IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes = [''] THEN [code] + CASE WHEN code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme24 IN CASE WHEN size(themes) > 0 THEN themes ELSE ['*'] END WHERE theme24 <> '' | code + ':' + theme24] ELSE [] END ELSE [] END) AS gives, ['@person.proxy'] AS marks, at, COLLECT {
    MATCH (mandate7)-[cleared_for5:CLEARED_FOR]->(protection21:Protection)-[opens4:OPENS*0..1]->(protection22:Protection)
    WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection21.retractedAt IS NULL AND all(step14 IN opens4 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND protection22.retractedAt IS NULL
    RETURN DISTINCT protection22.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS proxy
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate9
  MATCH (mandate9)-[from6:FROM]->(subject17:Person)
  WHERE from6.validFrom <= $given.now AND coalesce(from6.validTo, 9007199254740991) > $given.now AND from6.retractedAt IS NULL AND subject17.retractedAt IS NULL AND ('READ' IN mandate9.actions OR (mandate9.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate9, covered, seats, collect(DISTINCT subject17.id) AS at
  WITH *, COLLECT {
    MATCH (mandate9)-[covers3:COVERS]->(category2:Category)
    RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category2.retractedAt IS NULL THEN category2.code ELSE '' END
  } AS named2, COLLECT {
    MATCH (mandate9)-[covers4:COVERS]->(theme25:Theme)
    RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme25.retractedAt IS NULL THEN theme25.code ELSE '' END
  } AS themes2
  WITH reduce(found5 = [], code3 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes2) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found5 + CASE WHEN code3 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes2 = [''] THEN [code3] + CASE WHEN code3 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme26 IN CASE WHEN size(themes2) > 0 THEN themes2 ELSE ['*'] END WHERE theme26 <> '' | code3 + ':' + theme26] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate9)-[cleared_for6:CLEARED_FOR]->(protection23:Protection)-[opens5:OPENS*0..1]->(protection24:Protection)
    WHERE cleared_for6.validFrom <= $given.now AND coalesce(cleared_for6.validTo, 9007199254740991) > $given.now AND cleared_for6.retractedAt IS NULL AND protection23.retractedAt IS NULL AND all(step15 IN opens5 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL AND endNode(step15).retractedAt IS NULL) AND protection24.retractedAt IS NULL
    RETURN DISTINCT protection24.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate10
  MATCH (mandate10)-[from7:FROM]->(subject18:Person)
  WHERE from7.validFrom <= $given.now AND coalesce(from7.validTo, 9007199254740991) > $given.now AND from7.retractedAt IS NULL AND subject18.retractedAt IS NULL
  MATCH (mandate10)-[covers5:COVERS]->(task:Task)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND task.retractedAt IS NULL AND ('READ' IN mandate10.actions OR (mandate10.actions IS NULL AND 'READ' = 'READ'))
  WITH task, mandate10, covered, seats, collect(DISTINCT subject18.id) AS at
  WITH *, COLLECT {
    MATCH (task)-[covers6:COVERS]->(category3:Category)
    RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
  } AS named3, COLLECT {
    MATCH (task)-[covers7:COVERS]->(theme27:Theme)
    RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND theme27.retractedAt IS NULL THEN theme27.code ELSE '' END
  } AS themes3
  WITH reduce(found7 = [], code5 IN CASE WHEN size(named3) > 0 THEN named3 + CASE WHEN 'IDENTITY' IN named3 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes3) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found7 + CASE WHEN code5 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes3 = [''] THEN [code5] + CASE WHEN code5 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme28 IN CASE WHEN size(themes3) > 0 THEN themes3 ELSE ['*'] END WHERE theme28 <> '' | code5 + ':' + theme28] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate10)-[cleared_for7:CLEARED_FOR]->(protection25:Protection)-[opens6:OPENS*0..1]->(protection26:Protection)
    WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL AND protection25.retractedAt IS NULL AND all(step16 IN opens6 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL AND endNode(step16).retractedAt IS NULL) AND protection26.retractedAt IS NULL
    RETURN DISTINCT protection26.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian2
}
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate12
  MATCH (mandate12)-[from8:FROM]->(subject19:Person)
  WHERE from8.validFrom <= $given.now AND coalesce(from8.validTo, 9007199254740991) > $given.now AND from8.retractedAt IS NULL AND subject19.retractedAt IS NULL AND (subject19.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate12.actions OR (mandate12.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate12, covered, seats, collect(DISTINCT subject19.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, ['@person.parental-responsibility'] AS marks, at, COLLECT {
    MATCH (mandate12)-[cleared_for8:CLEARED_FOR]->(protection27:Protection)-[opens7:OPENS*0..1]->(protection28:Protection)
    WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL AND protection27.retractedAt IS NULL AND all(step17 IN opens7 WHERE step17.validFrom <= $given.now AND coalesce(step17.validTo, 9007199254740991) > $given.now AND step17.retractedAt IS NULL AND endNode(step17).retractedAt IS NULL) AND protection28.retractedAt IS NULL
    RETURN DISTINCT protection28.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS parentalResponsibility
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate14
  MATCH (mandate14)-[about:ABOUT]->(subject20:Person)-[employed_by:EMPLOYED_BY]->(business14:Business)<-[from9:FROM]-(mandate14)
  WHERE about.validFrom <= $given.now AND coalesce(about.validTo, 9007199254740991) > $given.now AND about.retractedAt IS NULL AND subject20.retractedAt IS NULL AND employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business14.retractedAt IS NULL AND from9.validFrom <= $given.now AND coalesce(from9.validTo, 9007199254740991) > $given.now AND from9.retractedAt IS NULL
  MATCH (viewer)-[employed_by2:EMPLOYED_BY]->(business14)
  WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND ('READ' IN mandate14.actions OR (mandate14.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate14, covered, seats, collect(DISTINCT subject20.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'] AS gives, ['@person.line-manager'] AS marks, at, COLLECT {
    MATCH (mandate14)-[cleared_for9:CLEARED_FOR]->(protection29:Protection)-[opens8:OPENS*0..1]->(protection30:Protection)
    WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection29.retractedAt IS NULL AND all(step18 IN opens8 WHERE step18.validFrom <= $given.now AND coalesce(step18.validTo, 9007199254740991) > $given.now AND step18.retractedAt IS NULL AND endNode(step18).retractedAt IS NULL) AND protection30.retractedAt IS NULL
    RETURN DISTINCT protection30.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS lineManager
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position2
  MATCH (position2)-[at2:AT]->(business15:Business)
  WHERE at2.validFrom <= $given.now AND coalesce(at2.validTo, 9007199254740991) > $given.now AND at2.retractedAt IS NULL AND business15.retractedAt IS NULL
  WITH position2, covered, seats, collect(DISTINCT business15.id) AS at
  WITH [entry IN reduce(found11 = [], seat2 IN [seat2 IN seats WHERE seat2.position = position2.id AND seat2.reach IN ['LOCAL']] | found11 + seat2.codes + seat2.themed) WHERE split(entry, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position2.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position3
  MATCH (position3)-[at3:AT]->(business18:Business)
  WHERE at3.validFrom <= $given.now AND coalesce(at3.validTo, 9007199254740991) > $given.now AND at3.retractedAt IS NULL AND business18.retractedAt IS NULL
  WITH position3, covered, seats, collect(DISTINCT business18.id) AS at
  WITH reduce(found13 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position3.id AND seat4.reach IN ['LOCAL']] | found13 + seat4.codes + seat4.themed) AS gives, ['@business.proxy', '@@' + position3.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS proxy2
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, subjectExcepted: subjectExcepted, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted, subjectExcepted2: subjectExcepted2, partyExcepted: partyExcepted, otherExcepted: otherExcepted, subjectExcepted3: subjectExcepted3, subjectExcepted4: subjectExcepted4, subjectExcepted5: subjectExcepted5, subjectExcepted6: subjectExcepted6, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, seats: seats, attachedPerson: attachedPerson, proxy2: proxy2} AS ctx
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
      RETURN itself AS person6
      UNION
      MATCH (person2)-[:PARENT_OF|PARTNER_OF]-(person7:Person)
      RETURN person7 AS person6
      UNION
      MATCH (person2)-[edge41:MEMBER_OF]->(node41:Household)
      MATCH (node41)<-[edge42:MEMBER_OF]-(node42:Person)
      RETURN node42 AS person6
      UNION
      MATCH (person2)-[edge43:EMPLOYED_BY]->(node43:Business)
      MATCH (node43)-[part_of15:PART_OF*0..2]->(business21:Business)-[owned_by10:OWNED_BY]->(subject21:Person)
      RETURN subject21 AS person6
      UNION
      MATCH (person2)<-[edge44:FROM]-(node44:Mandate)
      MATCH (node44)-[edge45:TO]->(node45:Person|Business)
      RETURN node45 AS person6
      UNION
      MATCH (person2)<-[edge46:FROM]-(node46:Mandate)
      MATCH (node46)-[edge47:TO]->(node47:Person|Business)
      MATCH (node47)-[part_of16:PART_OF*0..2]->(business22:Business)-[owned_by11:OWNED_BY]->(subject22:Person)
      RETURN subject22 AS person6
      UNION
      MATCH (person2)<-[edge48:CONCERNS]-(node48:Case)
      MATCH (node48)-[concerns9:CONCERNS]->(party11:Person)
      RETURN party11 AS person6
      UNION
      MATCH (person2)<-[edge49:CONCERNS]-(node49:Case)
      MATCH (node49)-[concerns10:CONCERNS]->(business23:Business)-[part_of17:PART_OF*0..2]->(business24:Business)-[owned_by12:OWNED_BY]->(party12:Person)
      RETURN party12 AS person6
      UNION
      MATCH (person2)-[edge50:TAKES_PART_IN]->(node50:Activity)
      MATCH (node50)-[part_of18:PART_OF]->(case4:Case)-[concerns11:CONCERNS]->(party13:Person)
      RETURN party13 AS person6
      UNION
      MATCH (person2)-[edge51:TAKES_PART_IN]->(node51:Activity)
      MATCH (node51)-[on2:ON]->(device3:Device)-[lent_to4:LENT_TO]->(party14:Person)
      RETURN party14 AS person6
      UNION
      MATCH (person2)<-[edge52:LENT_TO]-(node52:Device)
      MATCH (node52)-[lent_to5:LENT_TO]->(party15:Person)
      RETURN party15 AS person6
      UNION
      MATCH (person2)<-[edge53:WITH]-(node53:Dialogue)
      MATCH (node53)-[with4:WITH]->(party16:Person)
      RETURN party16 AS person6
      UNION
      MATCH (person2)<-[edge54:WITH]-(node54:Dialogue)
      MATCH (node54)-[with5:WITH]->(business25:Business)-[part_of19:PART_OF*0..2]->(business26:Business)-[owned_by13:OWNED_BY]->(party17:Person)
      RETURN party17 AS person6
    }
    WITH *, COLLECT {
      MATCH (person6)-[protected_as:PROTECTED_AS]->(protection19:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection19.retractedAt IS NULL
      AND ctx.id <> person6.id AND protection19.code IS NOT NULL AND protection19.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection19.code
    } + CASE WHEN ctx.id <> person6.id AND person6.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person6)-[protected_as2:PROTECTED_AS]->(protection20:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection20.retractedAt IS NULL
      AND ctx.id <> person6.id AND coalesce((protection20.code IS NULL OR NOT (protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END AS person6Codes
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person6)-[employed_by3:EMPLOYED_BY]->(business16:Business)-[part_of14:PART_OF*0..2]->(business17:Business)
      WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business16.retractedAt IS NULL AND all(step19 IN part_of14 WHERE step19.validFrom <= $given.now AND coalesce(step19.validTo, 9007199254740991) > $given.now AND step19.retractedAt IS NULL AND endNode(step19).retractedAt IS NULL) AND business17.retractedAt IS NULL
      RETURN DISTINCT business17.id
    } ELSE [] END AS business17s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (person6)<-[from10:FROM]-(mandate15:Mandate {kind: 'PROXY'})-[to6:TO]->(business19:Business)
      WHERE from10.validFrom <= $given.now AND coalesce(from10.validTo, 9007199254740991) > $given.now AND from10.retractedAt IS NULL AND mandate15.validFrom <= $given.now AND coalesce(mandate15.validTo, 9007199254740991) > $given.now AND mandate15.retractedAt IS NULL AND mandate15.revokedAt IS NULL AND to6.validFrom <= $given.now AND coalesce(to6.validTo, 9007199254740991) > $given.now AND to6.retractedAt IS NULL AND business19.retractedAt IS NULL
      AND 'READ' IN mandate15.actions
      WITH *, COLLECT {
        MATCH (mandate15)-[covers8:COVERS]->(category4:Category)
        RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category4.retractedAt IS NULL THEN category4.code ELSE '' END
      } AS named4, COLLECT {
        MATCH (mandate15)-[covers9:COVERS]->(theme29:Theme)
        RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND theme29.retractedAt IS NULL THEN theme29.code ELSE '' END
      } AS themes4
      RETURN {at: business19.id, gives: reduce(found15 = [], code10 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found15 + CASE WHEN code10 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code10] + CASE WHEN code10 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme30 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme30 <> '' | code10 + ':' + theme30] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate15)-[cleared_for10:CLEARED_FOR]->(protection31:Protection)-[opens9:OPENS*0..1]->(protection32:Protection)
        WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL AND protection31.retractedAt IS NULL AND all(step20 IN opens9 WHERE step20.validFrom <= $given.now AND coalesce(step20.validTo, 9007199254740991) > $given.now AND step20.retractedAt IS NULL AND endNode(step20).retractedAt IS NULL) AND protection32.retractedAt IS NULL
        RETURN DISTINCT protection32.code
      }}
    } ELSE [] END AS business19s
    WITH *, CASE WHEN ctx.id = person6.id THEN CASE WHEN size(['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) > 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] + ['@person.own-data'] ELSE [] END ELSE [] END + reduce(found4 = [], row IN ctx.proxy | CASE WHEN person6.id IN row.at THEN found4 + row.gives ELSE found4 END) + reduce(found6 = [], row2 IN ctx.guardian | CASE WHEN person6.id IN row2.at THEN found6 + row2.gives ELSE found6 END) + reduce(found8 = [], row3 IN ctx.guardian2 | CASE WHEN person6.id IN row3.at THEN found8 + row3.gives ELSE found8 END) + reduce(found9 = [], row4 IN ctx.parentalResponsibility | CASE WHEN person6.id IN row4.at THEN found9 + row4.gives ELSE found9 END) + reduce(found10 = [], row5 IN ctx.lineManager | CASE WHEN person6.id IN row5.at THEN found10 + row5.gives ELSE found10 END) + reduce(found12 = [], row6 IN ctx.attachedPerson | CASE WHEN any(key IN business17s WHERE key IN row6.at) THEN found12 + row6.gives ELSE found12 END) + reduce(found14 = [], row7 IN ctx.proxy2 | reduce(found16 = found14, key2 IN business19s | CASE WHEN key2.at IN row7.at THEN found16 + reduce(both = [], shared IN [[entry2 IN row7.gives WHERE entry2 IN key2.gives OR (entry2 CONTAINS ':' AND split(entry2, ':')[0] + ':*' IN key2.gives)] + [entry3 IN key2.gives WHERE entry3 CONTAINS ':' AND split(entry3, ':')[0] + ':*' IN row7.gives]] | both + CASE WHEN size(shared) > 0 THEN shared + row7.marks ELSE [] END) ELSE found16 END)) AS person6Offered
    WITH *, CASE WHEN size(person6Codes) > 0 THEN reduce(found17 = [], row8 IN ctx.proxy | CASE WHEN person6.id IN row8.at AND none(code12 IN person6Codes WHERE NOT code12 IN row8.lifts) THEN found17 + row8.gives ELSE found17 END) + reduce(found18 = [], row9 IN ctx.guardian | CASE WHEN person6.id IN row9.at AND none(code13 IN person6Codes WHERE NOT code13 IN row9.lifts) THEN found18 + row9.gives ELSE found18 END) + reduce(found19 = [], row10 IN ctx.guardian2 | CASE WHEN person6.id IN row10.at AND none(code14 IN person6Codes WHERE NOT code14 IN row10.lifts) THEN found19 + row10.gives ELSE found19 END) + reduce(found20 = [], row11 IN ctx.parentalResponsibility | CASE WHEN person6.id IN row11.at AND none(code15 IN person6Codes WHERE NOT code15 IN row11.lifts) THEN found20 + row11.gives ELSE found20 END) + reduce(found21 = [], row12 IN ctx.lineManager | CASE WHEN person6.id IN row12.at AND none(code16 IN person6Codes WHERE NOT code16 IN row12.lifts) THEN found21 + row12.gives ELSE found21 END) + reduce(found22 = [], row13 IN ctx.proxy2 | reduce(found23 = found22, key3 IN business19s | CASE WHEN key3.at IN row13.at AND none(code17 IN person6Codes WHERE NOT code17 IN key3.lifts) THEN found23 + reduce(both2 = [], shared2 IN [[entry4 IN row13.gives WHERE entry4 IN key3.gives OR (entry4 CONTAINS ':' AND split(entry4, ':')[0] + ':*' IN key3.gives)] + [entry5 IN key3.gives WHERE entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN row13.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row13.marks ELSE [] END) ELSE found23 END)) ELSE person6Offered END AS person6Mask
    RETURN collect({id: person6.id, core: person6Codes, mask: person6Mask, codes: person6Codes, offered: CASE WHEN size(person6Codes) > 0 THEN person6Offered ELSE [] END}) AS decided
  }
  WITH *, [] AS carded
  WITH *, coalesce(head([each IN decided WHERE each.id = person2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person2Decided
  WITH *, person2Decided.mask AS person2Mask
  WITH *, COLLECT {
    MATCH (person2)-[protected:PROTECTED_AS]->(protection:Protection)
    WHERE protection.code IS NOT NULL AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person2.id AND coalesce((protected.validFrom IS NULL OR protected.validFrom <= $given.now), true) AND coalesce((protected.validTo IS NULL OR protected.validTo > $given.now), true) AND NOT [person2.id, protection.id] IN ctx.subjectExcepted
    RETURN DISTINCT protection.code
  } + COLLECT {
    MATCH (person2)-[held:HAS_ADDRESS]->(address:Address)
    MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection4:Protection)
    WHERE protection4.code IS NOT NULL AND protection4.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person2.id AND coalesce((held.validFrom IS NULL OR held.validFrom <= $given.now), true) AND coalesce((held.validTo IS NULL OR held.validTo > $given.now), true) AND coalesce((kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo), true) AND NOT [sharer.id, protection4.id] IN ctx.sharerExcepted AND NOT address.id IN ctx.addressExcepted
    RETURN DISTINCT protection4.code
  } + COLLECT {
    MATCH (person2)-[held2:MEMBER_OF]->(household:Household)
    MATCH (household)<-[kept2:MEMBER_OF]-(sharer3:Person)-[protected3:PROTECTED_AS]->(protection7:Protection)
    WHERE protection7.code IS NOT NULL AND protection7.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person2.id AND coalesce((held2.validFrom IS NULL OR held2.validFrom <= $given.now), true) AND coalesce((held2.validTo IS NULL OR held2.validTo > $given.now), true) AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT [sharer3.id, protection7.id] IN ctx.sharerExcepted AND NOT household.id IN ctx.householdExcepted
    RETURN DISTINCT protection7.code
  } AS person2Places
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge3:HAS_ADDRESS]->(node3:Address)
    WHERE edge3.validFrom <= $given.now AND coalesce(edge3.validTo, 9007199254740991) > $given.now AND edge3.retractedAt IS NULL AND node3.retractedAt IS NULL
    AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0
    WITH *, node3 AS node2, edge3 AS edge2
    WITH * ORDER BY edge2.validFrom DESC, edge2.id LIMIT 1001
    RETURN collect({it: {kind: node2.kind, street: node2.street, postalCode: node2.postalCode, city: node2.city, country: node2.country, validFrom: edge2.validFrom, source: edge2.source}}) AS addresses
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge5:BELONGS_TO]->(node5:Area)
    WHERE edge5.validFrom <= $given.now AND coalesce(edge5.validTo, 9007199254740991) > $given.now AND edge5.retractedAt IS NULL AND node5.retractedAt IS NULL
    AND 'ADDRESS' IN person2Mask AND size(person2Places) = 0
    WITH *, node5 AS node4, edge5 AS edge4
    WITH * ORDER BY edge4.validFrom DESC, edge4.id LIMIT 1
    RETURN collect({it: {code: node4.code, name: node4.name}}) AS area
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge6:PARENT_OF|PARTNER_OF]-(node6:Person)
    WHERE edge6.validFrom <= $given.now AND coalesce(edge6.validTo, 9007199254740991) > $given.now AND edge6.retractedAt IS NULL AND node6.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge6) IN ['PARENT_OF'] AND startNode(edge6).id = node6.id THEN 'PARENT' WHEN type(edge6) IN ['PARENT_OF'] AND startNode(edge6).id = person2.id THEN 'CHILD' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = person2.id AND edge6.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = node6.id AND edge6.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = person2.id AND edge6.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge6) IN ['PARTNER_OF'] AND startNode(edge6).id = node6.id AND edge6.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says3
    WITH * WHERE says3 IS NOT NULL
    WITH *, coalesce(head([each IN decided WHERE each.id = node6.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node6Decided
    WITH *, node6Decided.mask + CASE WHEN size(node6Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node6Mask
    WITH * WHERE (false OR 'CARD' IN node6Mask)
    WITH * WHERE $given.a3 IS NULL OR edge6.validFrom < $given.a3[0] OR (edge6.validFrom = $given.a3[0] AND edge6.id > $given.a3[1])
    WITH * ORDER BY edge6.validFrom DESC, edge6.id LIMIT $given.a2 + 1
    WITH *, COLLECT {
      MATCH (node6)-[protected4:PROTECTED_AS]->(protection8:Protection)
      WHERE protection8.code IS NOT NULL AND protection8.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> node6.id AND coalesce((protected4.validFrom IS NULL OR protected4.validFrom <= $given.now), true) AND coalesce((protected4.validTo IS NULL OR protected4.validTo > $given.now), true) AND NOT [node6.id, protection8.id] IN ctx.subjectExcepted
      RETURN DISTINCT protection8.code
    } + COLLECT {
      MATCH (node6)-[held3:HAS_ADDRESS]->(address4:Address)
      MATCH (address4)<-[kept3:HAS_ADDRESS]-(sharer4:Person)-[protected5:PROTECTED_AS]->(protection9:Protection)
      WHERE protection9.code IS NOT NULL AND protection9.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> node6.id AND coalesce((held3.validFrom IS NULL OR held3.validFrom <= $given.now), true) AND coalesce((held3.validTo IS NULL OR held3.validTo > $given.now), true) AND coalesce((kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo), true) AND coalesce((protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo), true) AND NOT [sharer4.id, protection9.id] IN ctx.sharerExcepted AND NOT address4.id IN ctx.addressExcepted
      RETURN DISTINCT protection9.code
    } + COLLECT {
      MATCH (node6)-[held4:MEMBER_OF]->(household4:Household)
      MATCH (household4)<-[kept4:MEMBER_OF]-(sharer5:Person)-[protected6:PROTECTED_AS]->(protection10:Protection)
      WHERE protection10.code IS NOT NULL AND protection10.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> node6.id AND coalesce((held4.validFrom IS NULL OR held4.validFrom <= $given.now), true) AND coalesce((held4.validTo IS NULL OR held4.validTo > $given.now), true) AND coalesce((kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo), true) AND coalesce((protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo), true) AND NOT [sharer5.id, protection10.id] IN ctx.sharerExcepted AND NOT household4.id IN ctx.householdExcepted
      RETURN DISTINCT protection10.code
    } AS node6Places
    CALL (ctx, node6, node6Mask, node6Places, decided, carded) {
      MATCH (node6)-[edge8:BELONGS_TO]->(node8:Area)
      WHERE edge8.validFrom <= $given.now AND coalesce(edge8.validTo, 9007199254740991) > $given.now AND edge8.retractedAt IS NULL AND node8.retractedAt IS NULL
      AND 'ADDRESS' IN node6Mask AND size(node6Places) = 0
      WITH *, node8 AS node7, edge8 AS edge7
      WITH * ORDER BY edge7.validFrom DESC, edge7.id LIMIT 1
      RETURN collect({it: {code: node7.code, name: node7.name}}) AS area2
    }
    RETURN collect({it: {id: node6.id, name: CASE WHEN 'CARD' IN node6Mask THEN {full: [node6.givenName, node6.middleName, node6.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN node6Mask THEN toString(node6.birthDate) END, phone: CASE WHEN 'CONTACT' IN node6Mask THEN node6.phone END, area: CASE WHEN 'ADDRESS' IN node6Mask AND size(node6Places) = 0 THEN head(area2) END}, access: {mask: node6Mask, codes: node6Decided.codes, offered: node6Decided.offered + ['CARD'], places: node6Places}, edge: {validFrom: edge6.validFrom, validTo: edge6.validTo, source: edge6.source}, position: [edge6.validFrom, edge6.id], says: says3}) AS familyRows
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge9:PARENT_OF|PARTNER_OF]-(node9:Person)
    WHERE edge9.validFrom <= $given.now AND coalesce(edge9.validTo, 9007199254740991) > $given.now AND edge9.retractedAt IS NULL AND node9.retractedAt IS NULL AND 'FAMILY' IN person2Mask
    WITH *, CASE WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = node9.id THEN 'PARENT' WHEN type(edge9) IN ['PARENT_OF'] AND startNode(edge9).id = person2.id THEN 'CHILD' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT'] THEN 'PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = person2.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' WHEN type(edge9) IN ['PARTNER_OF'] AND startNode(edge9).id = node9.id AND edge9.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED'] THEN 'FORMER_PARTNER' END AS says5
    WITH * WHERE says5 IS NOT NULL
    WITH *, coalesce(head([each IN decided WHERE each.id = node9.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node9Decided
    WITH *, node9Decided.mask + CASE WHEN size(node9Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node9Mask
    WITH * WHERE (false OR 'CARD' IN node9Mask)
    WITH node9 LIMIT 10001
    RETURN count(*) AS familyTotal
  }
  WITH *, {rows: familyRows, total: CASE WHEN familyTotal <= 10000 THEN familyTotal END} AS family
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge11:MEMBER_OF]->(node11:Household)
    WHERE edge11.validFrom <= $given.now AND coalesce(edge11.validTo, 9007199254740991) > $given.now AND edge11.retractedAt IS NULL AND node11.retractedAt IS NULL
    AND 'FAMILY' IN person2Mask AND size(person2Places) = 0
    WITH *, node11 AS node10, edge11 AS edge10
    WITH * ORDER BY edge10.validFrom DESC, edge10.id LIMIT 1
    CALL (ctx, node10, decided, carded) {
      MATCH (node10)<-[edge13:MEMBER_OF]-(node13:Person)
      WHERE edge13.validFrom <= $given.now AND coalesce(edge13.validTo, 9007199254740991) > $given.now AND edge13.retractedAt IS NULL AND node13.retractedAt IS NULL
      WITH *, node13 AS node12, edge13 AS edge12
      WITH *, coalesce(head([each IN decided WHERE each.id = node12.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS node12Decided
      WITH *, node12Decided.mask + CASE WHEN size(node12Decided.core) = 0 THEN ['CARD'] ELSE [] END AS node12Mask
      WITH * WHERE (false OR 'CARD' IN node12Mask)
      WITH * ORDER BY edge12.validFrom DESC, edge12.id LIMIT 1001
      RETURN collect({it: {id: node12.id, name: CASE WHEN 'CARD' IN node12Mask THEN {full: [node12.givenName, node12.middleName, node12.familyName]} END}, access: {mask: node12Mask, codes: node12Decided.codes, offered: node12Decided.offered + ['CARD']}}) AS members
    }
    RETURN collect({it: {id: node10.id, members: members}}) AS household5
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge15:EMPLOYED_BY]->(node15:Business)
    WHERE edge15.validFrom <= $given.now AND coalesce(edge15.validTo, 9007199254740991) > $given.now AND edge15.retractedAt IS NULL AND node15.retractedAt IS NULL
    AND 'WORK' IN person2Mask
    WITH *, node15 AS node14, edge15 AS edge14
    CALL (ctx, node14, decided, carded) {
      MATCH (node14)-[part_of:PART_OF*0..2]->(business:Business)-[owned_by:OWNED_BY]->(subject2:Person)
      WHERE all(step3 IN part_of WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL AND endNode(step3).retractedAt IS NULL) AND business.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject2.retractedAt IS NULL
      WITH *, coalesce(head([each IN decided WHERE each.id = subject2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject2Decided
      WITH *, subject2Decided.mask AS subject2Mask
      WITH *, (true AND 'WORK' IN subject2Mask) AS whole, 'WORK' IN subject2Mask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    WITH *, (NOT EXISTS {
      MATCH (node14)-[part_of2:PART_OF*0..2]->(business2:Business)-[owned_by2:OWNED_BY]->(subject3:Person)
      WHERE all(step4 IN part_of2 WHERE coalesce(step4.validFrom <= $given.now, true) AND coalesce(step4.validTo > $given.now, true) AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND business2.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject3.retractedAt IS NULL
    }) OR (size((ways)) > 0 AND all(way IN (ways) WHERE way.whole)) AS node14Whole
    WITH * WHERE node14Whole AND size(CASE WHEN EXISTS {
      MATCH (node14)-[part_of3:PART_OF*0..2]->(firm:Business {form: 'ENK'})
      WHERE all(step5 IN part_of3 WHERE coalesce(step5.validFrom <= $given.now, true) AND coalesce(step5.validTo > $given.now, true) AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND firm.retractedAt IS NULL
      AND NOT EXISTS {
        MATCH (firm)-[owned_by3:OWNED_BY]->(person3:Person)
        WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person3.retractedAt IS NULL
      }
    } THEN ['NO_GRANT'] ELSE [] END) = 0
    WITH * WHERE $given.a5 IS NULL OR edge14.validFrom < $given.a5[0] OR (edge14.validFrom = $given.a5[0] AND edge14.id > $given.a5[1])
    WITH * ORDER BY edge14.validFrom DESC, edge14.id LIMIT $given.a4 + 1
    RETURN collect({it: {id: node14.id, name: node14.name, organisationNumber: node14.organisationNumber}, edge: {title: edge14.title, percentage: edge14.percentage, validFrom: edge14.validFrom, validTo: edge14.validTo}, position: [edge14.validFrom, edge14.id]}) AS employmentsRows
  }
  WITH *, {rows: employmentsRows} AS employments
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge17:FROM]-(node17:Mandate)
    WHERE edge17.validFrom <= $given.now AND coalesce(edge17.validTo, 9007199254740991) > $given.now AND edge17.retractedAt IS NULL AND node17.retractedAt IS NULL
    AND 'MANDATES' IN person2Mask
    WITH *, node17 AS node16, edge17 AS edge16
    WITH *, (true AND 'MANDATES' IN person2Mask) AS node16Whole, 'MANDATES' IN person2Mask AS node16Shown
    WITH * WHERE node16Shown
    WITH * WHERE $given.a7 IS NULL OR edge16.validFrom < $given.a7[0] OR (edge16.validFrom = $given.a7[0] AND edge16.id > $given.a7[1])
    WITH * ORDER BY edge16.validFrom DESC, edge16.id LIMIT $given.a6 + 1
    CALL (ctx, node16, node16Whole, decided, carded) {
      MATCH (node16)-[edge19:TO]->(node19:Person|Business)
      WHERE edge19.validFrom <= $given.now AND coalesce(edge19.validTo, 9007199254740991) > $given.now AND edge19.retractedAt IS NULL AND node19.retractedAt IS NULL
      WITH *, node19 AS node18, edge19 AS edge18
      CALL (ctx, node18, edge18, node16Whole, decided, carded) {
        UNWIND CASE WHEN node18:Person THEN [node18] ELSE [] END AS person4
        WITH *, coalesce(head([each IN decided WHERE each.id = person4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person4Decided
        WITH *, person4Decided.mask + CASE WHEN size(person4Decided.core) = 0 THEN ['CARD'] ELSE [] END AS person4Mask
        WITH * WHERE (false OR 'CARD' IN person4Mask)
        RETURN collect({it: {id: person4.id, name: CASE WHEN 'CARD' IN person4Mask THEN {full: [person4.givenName, person4.middleName, person4.familyName]} END}, access: {mask: person4Mask, codes: person4Decided.codes, offered: person4Decided.offered + ['CARD']}, type: 'Person'}) AS asPerson
      }
      CALL (ctx, node18, edge18, node16Whole, decided, carded) {
        UNWIND CASE WHEN node18:Business THEN [node18] ELSE [] END AS business3
        CALL (ctx, business3, decided, carded) {
          MATCH (business3)-[part_of4:PART_OF*0..2]->(business4:Business)-[owned_by4:OWNED_BY]->(subject4:Person)
          WHERE all(step6 IN part_of4 WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND business4.retractedAt IS NULL AND owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL AND subject4.retractedAt IS NULL
          WITH *, coalesce(head([each IN decided WHERE each.id = subject4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject4Decided
          WITH *, subject4Decided.mask AS subject4Mask
          WITH *, (true AND 'WORK' IN subject4Mask) AS whole2, 'WORK' IN subject4Mask AS shown2
          RETURN collect({whole: whole2, shown: shown2}) AS ways2
        }
        WITH *, (NOT EXISTS {
          MATCH (business3)-[part_of5:PART_OF*0..2]->(business5:Business)-[owned_by5:OWNED_BY]->(subject5:Person)
          WHERE all(step7 IN part_of5 WHERE coalesce(step7.validFrom <= $given.now, true) AND coalesce(step7.validTo > $given.now, true) AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND business5.retractedAt IS NULL AND coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL AND subject5.retractedAt IS NULL
        }) OR (size((ways2)) > 0 AND all(way2 IN (ways2) WHERE way2.whole)) AS business3Whole
        WITH * WHERE business3Whole AND size(CASE WHEN EXISTS {
          MATCH (business3)-[part_of6:PART_OF*0..2]->(firm2:Business {form: 'ENK'})
          WHERE all(step8 IN part_of6 WHERE coalesce(step8.validFrom <= $given.now, true) AND coalesce(step8.validTo > $given.now, true) AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND firm2.retractedAt IS NULL
          AND NOT EXISTS {
            MATCH (firm2)-[owned_by6:OWNED_BY]->(person5:Person)
            WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL AND person5.retractedAt IS NULL
          }
        } THEN ['NO_GRANT'] ELSE [] END) = 0
        RETURN collect({it: {id: business3.id, name: business3.name}, type: 'Business'}) AS asBusiness
      }
      WITH *, asPerson + asBusiness AS found2
      WITH * WHERE size(found2) > 0
      WITH * ORDER BY edge18.validFrom DESC, edge18.id LIMIT 1
      RETURN collect(head(found2)) AS holder
    }
    RETURN collect({it: {id: node16.id, kind: node16.kind, actions: node16.actions, validFrom: node16.validFrom, validTo: node16.validTo, holder: head(holder)}, whole: node16Whole, edge: {}, position: [edge16.validFrom, edge16.id]}) AS mandatesGivenRows
  }
  WITH *, {rows: mandatesGivenRows} AS mandatesGiven
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
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
    WITH * WHERE node20Shown AND size(CASE WHEN EXISTS {
      MATCH (node20)-[in2:IN]->(theme5:Theme)
      WHERE coalesce(in2.validFrom <= $given.now, true) AND coalesce(in2.validTo > $given.now, true) AND in2.retractedAt IS NULL AND theme5.retractedAt IS NULL
      AND coalesce(theme5.code IN ['FAR'], true)
    } THEN ['NOT_AVAILABLE'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node20)-[concerns:CONCERNS]->(party:Person)
      WHERE coalesce(concerns.validFrom <= $given.now, true) AND coalesce(concerns.validTo > $given.now, true) AND concerns.retractedAt IS NULL AND party.retractedAt IS NULL
      AND NOT node20.id IN ctx.subjectExcepted2 AND NOT party.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS partyCodes
      WHERE size(partyCodes) > 0
      RETURN partyCodes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node20)-[concerns3:CONCERNS]->(business6:Business)-[part_of7:PART_OF*0..2]->(business7:Business)-[owned_by7:OWNED_BY]->(party3:Person)
      WHERE coalesce(concerns3.validFrom <= $given.now, true) AND coalesce(concerns3.validTo > $given.now, true) AND concerns3.retractedAt IS NULL AND business6.retractedAt IS NULL AND all(step9 IN part_of7 WHERE coalesce(step9.validFrom <= $given.now, true) AND coalesce(step9.validTo > $given.now, true) AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND business7.retractedAt IS NULL AND coalesce(owned_by7.validFrom <= $given.now, true) AND coalesce(owned_by7.validTo > $given.now, true) AND owned_by7.retractedAt IS NULL AND party3.retractedAt IS NULL
      AND NOT node20.id IN ctx.subjectExcepted2 AND NOT party3.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party3.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party3Codes
      WHERE size(party3Codes) > 0
      RETURN party3Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH * WHERE $given.a9 IS NULL OR edge20.validFrom < $given.a9[0] OR (edge20.validFrom = $given.a9[0] AND edge20.id > $given.a9[1])
    WITH * ORDER BY edge20.validFrom DESC, edge20.id LIMIT $given.a8 + 1
    WITH *, COLLECT {
      MATCH (node20)-[held5:CONCERNS]->(other:Person)-[protected7:PROTECTED_AS]->(protection12:Protection)
      WHERE protection12.code IS NOT NULL AND protection12.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND ctx.id <> other.id AND coalesce((held5.validFrom IS NULL OR protected7.validTo IS NULL OR held5.validFrom < protected7.validTo), true) AND coalesce((protected7.validFrom IS NULL OR held5.validTo IS NULL OR protected7.validFrom < held5.validTo), true) AND NOT [other.id, protection12.id] IN ctx.otherExcepted
      RETURN DISTINCT protection12.code
    } + COLLECT {
      MATCH (node20)-[held6:CONCERNS]->(other3:Person)-[has_address2:HAS_ADDRESS]->(address5:Address)
      MATCH (address5)<-[kept5:HAS_ADDRESS]-(sharer6:Person)-[protected8:PROTECTED_AS]->(protection15:Protection)
      WHERE protection15.code IS NOT NULL AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other3.id AND coalesce((kept5.validFrom IS NULL OR protected8.validTo IS NULL OR kept5.validFrom < protected8.validTo), true) AND coalesce((protected8.validFrom IS NULL OR kept5.validTo IS NULL OR protected8.validFrom < kept5.validTo), true) AND NOT [sharer6.id, protection15.id] IN ctx.sharerExcepted AND NOT address5.id IN ctx.addressExcepted
      RETURN DISTINCT protection15.code
    } + COLLECT {
      MATCH (node20)-[held7:CONCERNS]->(other4:Person)-[member_of2:MEMBER_OF]->(household6:Household)
      MATCH (household6)<-[kept6:MEMBER_OF]-(sharer7:Person)-[protected9:PROTECTED_AS]->(protection16:Protection)
      WHERE protection16.code IS NOT NULL AND protection16.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected9.retractedAt IS NULL AND ctx.id <> other4.id AND coalesce((kept6.validFrom IS NULL OR protected9.validTo IS NULL OR kept6.validFrom < protected9.validTo), true) AND coalesce((protected9.validFrom IS NULL OR kept6.validTo IS NULL OR protected9.validFrom < kept6.validTo), true) AND NOT [sharer7.id, protection16.id] IN ctx.sharerExcepted AND NOT household6.id IN ctx.householdExcepted
      RETURN DISTINCT protection16.code
    } + COLLECT {
      MATCH (node20)-[concerns4:CONCERNS]->(device:Device)-[held8:LENT_TO]->(other5:Person)-[protected10:PROTECTED_AS]->(protection17:Protection)
      WHERE protection17.code IS NOT NULL AND protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected10.retractedAt IS NULL AND ctx.id <> other5.id AND coalesce((held8.validFrom IS NULL OR protected10.validTo IS NULL OR held8.validFrom < protected10.validTo), true) AND coalesce((protected10.validFrom IS NULL OR held8.validTo IS NULL OR protected10.validFrom < held8.validTo), true) AND NOT [other5.id, protection17.id] IN ctx.otherExcepted
      RETURN DISTINCT protection17.code
    } + COLLECT {
      MATCH (node20)-[concerns5:CONCERNS]->(business8:Business)-[part_of8:PART_OF*0..2]->(business9:Business)-[held9:OWNED_BY]->(other6:Person)-[protected11:PROTECTED_AS]->(protection18:Protection)
      WHERE protection18.code IS NOT NULL AND protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected11.retractedAt IS NULL AND ctx.id <> other6.id AND coalesce((held9.validFrom IS NULL OR protected11.validTo IS NULL OR held9.validFrom < protected11.validTo), true) AND coalesce((protected11.validFrom IS NULL OR held9.validTo IS NULL OR protected11.validFrom < held9.validTo), true) AND NOT [other6.id, protection18.id] IN ctx.otherExcepted
      RETURN DISTINCT protection18.code
    } AS node20Places
    CALL (ctx, node20, node20Places, node20Whole, decided, carded) {
      MATCH (node20)-[edge23:IN]->(node23:Theme)
      WHERE edge23.validFrom <= $given.now AND coalesce(edge23.validTo, 9007199254740991) > $given.now AND edge23.retractedAt IS NULL AND node23.retractedAt IS NULL
      WITH *, node23 AS node22, edge23 AS edge22
      WITH * ORDER BY edge22.validFrom DESC, edge22.id LIMIT 1
      RETURN collect({it: {code: node22.code, name: node22.name}}) AS theme6
    }
    CALL (ctx, node20, node20Places, node20Whole, decided, carded) {
      MATCH (node20)-[edge25:OWNED_BY]->(node25:Unit)
      WHERE edge25.validFrom <= $given.now AND coalesce(edge25.validTo, 9007199254740991) > $given.now AND edge25.retractedAt IS NULL AND node25.retractedAt IS NULL
      AND size(node20Places) = 0 AND node20Whole
      WITH *, node25 AS node24, edge25 AS edge24
      WITH * ORDER BY edge24.validFrom DESC, edge24.id LIMIT 1
      WITH *, CASE WHEN NOT node24.id IN ctx.subjectExcepted3 AND node24.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node24Places
      RETURN collect({it: {id: CASE WHEN size(node24Places) = 0 THEN node24.id ELSE 'unit:NAV' END, name: CASE WHEN size(node24Places) = 0 THEN node24.name ELSE 'NAV' END}, places: node24Places}) AS unit
    }
    RETURN collect({it: {id: node20.id, title: CASE WHEN node20Whole THEN node20.title END, status: node20.status, openedAt: node20.openedAt, closedAt: node20.closedAt, theme: head(theme6), unit: CASE WHEN size(node20Places) = 0 AND node20Whole THEN head(unit) END}, whole: node20Whole, places: node20Places, edge: {part: edge20.part}, position: [edge20.validFrom, edge20.id]}) AS casesRows
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge27:CONCERNS]-(node27:Case)
    WHERE edge27.validFrom <= $given.now AND coalesce(edge27.validTo, 9007199254740991) > $given.now AND edge27.retractedAt IS NULL AND node27.retractedAt IS NULL
    AND 'CASES' IN person2Mask
    WITH *, node27 AS node26, edge27 AS edge26
    WITH *, COLLECT {
      MATCH (node26)-[in3:IN]->(theme7:Theme)
      WHERE in3.validFrom <= $given.now AND coalesce(in3.validTo, 9007199254740991) > $given.now AND in3.retractedAt IS NULL AND theme7.retractedAt IS NULL
      RETURN {code: theme7.code, secret: coalesce(theme7.secret, false)}
    } AS node26Themes
    WITH *, (true AND ('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme8 IN node26Themes WHERE 'CASES:' + theme8.code IN person2Mask)))) AS node26Whole, (('CASES:*' IN person2Mask OR (size(node26Themes) > 0 AND all(theme9 IN node26Themes WHERE 'CASES:' + theme9.code IN person2Mask))) OR (false AND 'CASES' IN person2Mask AND (size(node26Themes) > 0 AND none(theme10 IN node26Themes WHERE theme10.secret)))) AS node26Shown
    WITH * WHERE node26Shown AND size(CASE WHEN EXISTS {
      MATCH (node26)-[in4:IN]->(theme11:Theme)
      WHERE coalesce(in4.validFrom <= $given.now, true) AND coalesce(in4.validTo > $given.now, true) AND in4.retractedAt IS NULL AND theme11.retractedAt IS NULL
      AND coalesce(theme11.code IN ['FAR'], true)
    } THEN ['NOT_AVAILABLE'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node26)-[concerns6:CONCERNS]->(party4:Person)
      WHERE coalesce(concerns6.validFrom <= $given.now, true) AND coalesce(concerns6.validTo > $given.now, true) AND concerns6.retractedAt IS NULL AND party4.retractedAt IS NULL
      AND NOT node26.id IN ctx.subjectExcepted2 AND NOT party4.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party4.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party4Codes
      WHERE size(party4Codes) > 0
      RETURN party4Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node26)-[concerns7:CONCERNS]->(business10:Business)-[part_of9:PART_OF*0..2]->(business11:Business)-[owned_by8:OWNED_BY]->(party5:Person)
      WHERE coalesce(concerns7.validFrom <= $given.now, true) AND coalesce(concerns7.validTo > $given.now, true) AND concerns7.retractedAt IS NULL AND business10.retractedAt IS NULL AND all(step12 IN part_of9 WHERE coalesce(step12.validFrom <= $given.now, true) AND coalesce(step12.validTo > $given.now, true) AND step12.retractedAt IS NULL AND endNode(step12).retractedAt IS NULL) AND business11.retractedAt IS NULL AND coalesce(owned_by8.validFrom <= $given.now, true) AND coalesce(owned_by8.validTo > $given.now, true) AND owned_by8.retractedAt IS NULL AND party5.retractedAt IS NULL
      AND NOT node26.id IN ctx.subjectExcepted2 AND NOT party5.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party5.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party5Codes
      WHERE size(party5Codes) > 0
      RETURN party5Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH node26 LIMIT 10001
    RETURN count(*) AS casesTotal
  }
  WITH *, {rows: casesRows, total: CASE WHEN casesTotal <= 10000 THEN casesTotal END} AS cases
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge29:TAKES_PART_IN]->(node29:Activity)
    WHERE edge29.validFrom <= $given.now AND coalesce(edge29.validTo, 9007199254740991) > $given.now AND edge29.retractedAt IS NULL AND node29.retractedAt IS NULL
    AND 'ACTIVITIES' IN person2Mask
    WITH *, node29 AS node28, edge29 AS edge28
    WITH *, COLLECT {
      MATCH (node28)-[part_of10:PART_OF]->(case:Case)-[in5:IN]->(theme12:Theme)
      WHERE part_of10.validFrom <= $given.now AND coalesce(part_of10.validTo, 9007199254740991) > $given.now AND part_of10.retractedAt IS NULL AND case.retractedAt IS NULL AND in5.validFrom <= $given.now AND coalesce(in5.validTo, 9007199254740991) > $given.now AND in5.retractedAt IS NULL AND theme12.retractedAt IS NULL
      RETURN {code: theme12.code, secret: coalesce(theme12.secret, false)}
    } AS node28Themes
    WITH *, (true AND ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme13 IN node28Themes WHERE 'ACTIVITIES:' + theme13.code IN person2Mask)))) AS node28Whole, ('ACTIVITIES:*' IN person2Mask OR (size(node28Themes) > 0 AND all(theme14 IN node28Themes WHERE 'ACTIVITIES:' + theme14.code IN person2Mask))) AS node28Shown
    WITH * WHERE node28Shown AND size(CASE WHEN EXISTS {
      MATCH (node28)-[part_of11:PART_OF]->(case2:Case)-[in6:IN]->(theme15:Theme)
      WHERE coalesce(part_of11.validFrom <= $given.now, true) AND coalesce(part_of11.validTo > $given.now, true) AND part_of11.retractedAt IS NULL AND case2.retractedAt IS NULL AND coalesce(in6.validFrom <= $given.now, true) AND coalesce(in6.validTo > $given.now, true) AND in6.retractedAt IS NULL AND theme15.retractedAt IS NULL
      AND coalesce(theme15.code IN ['FAR'], true)
    } THEN ['NOT_AVAILABLE'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node28)-[part_of12:PART_OF]->(case3:Case)-[concerns8:CONCERNS]->(party6:Person)
      WHERE coalesce(part_of12.validFrom <= $given.now, true) AND coalesce(part_of12.validTo > $given.now, true) AND part_of12.retractedAt IS NULL AND case3.retractedAt IS NULL AND coalesce(concerns8.validFrom <= $given.now, true) AND coalesce(concerns8.validTo > $given.now, true) AND concerns8.retractedAt IS NULL AND party6.retractedAt IS NULL
      AND NOT node28.id IN ctx.subjectExcepted4 AND NOT party6.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party6.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party6Codes
      WHERE size(party6Codes) > 0
      RETURN party6Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node28)-[on:ON]->(device2:Device)-[lent_to:LENT_TO]->(party7:Person)
      WHERE coalesce(on.validFrom <= $given.now, true) AND coalesce(on.validTo > $given.now, true) AND on.retractedAt IS NULL AND device2.retractedAt IS NULL AND coalesce(lent_to.validFrom <= $given.now, true) AND coalesce(lent_to.validTo > $given.now, true) AND lent_to.retractedAt IS NULL AND party7.retractedAt IS NULL
      AND NOT node28.id IN ctx.subjectExcepted4 AND NOT party7.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party7.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party7Codes
      WHERE size(party7Codes) > 0
      RETURN party7Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH * WHERE $given.a11 IS NULL OR edge28.validFrom < $given.a11[0] OR (edge28.validFrom = $given.a11[0] AND edge28.id > $given.a11[1])
    WITH * ORDER BY edge28.validFrom DESC, edge28.id LIMIT $given.a10 + 1
    RETURN collect({it: {id: node28.id, kind: node28.kind, title: node28.title, status: node28.status, startsAt: node28.startsAt}, whole: node28Whole, edge: {answer: edge28.answer}, position: [edge28.validFrom, edge28.id]}) AS activitiesRows
  }
  WITH *, {rows: activitiesRows} AS activities
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge31:LENT_TO]-(node31:Device)
    WHERE edge31.validFrom <= $given.now AND coalesce(edge31.validTo, 9007199254740991) > $given.now AND edge31.retractedAt IS NULL AND node31.retractedAt IS NULL
    AND 'DEVICES' IN person2Mask
    WITH *, node31 AS node30, edge31 AS edge30
    WITH *, [{code: 'HJE', secret: false}] AS node30Themes
    WITH *, (true AND ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme16 IN node30Themes WHERE 'DEVICES:' + theme16.code IN person2Mask)))) AS node30Whole, ('DEVICES:*' IN person2Mask OR (size(node30Themes) > 0 AND all(theme17 IN node30Themes WHERE 'DEVICES:' + theme17.code IN person2Mask))) AS node30Shown
    WITH * WHERE node30Shown AND size(CASE WHEN EXISTS {
      MATCH (node30)-[lent_to2:LENT_TO]->(party8:Person)
      WHERE coalesce(lent_to2.validFrom <= $given.now, true) AND coalesce(lent_to2.validTo > $given.now, true) AND lent_to2.retractedAt IS NULL AND party8.retractedAt IS NULL
      AND NOT node30.id IN ctx.subjectExcepted5 AND NOT party8.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party8.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party8Codes
      WHERE size(party8Codes) > 0
      RETURN party8Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH * WHERE $given.a13 IS NULL OR edge30.validFrom < $given.a13[0] OR (edge30.validFrom = $given.a13[0] AND edge30.id > $given.a13[1])
    WITH * ORDER BY edge30.validFrom DESC, edge30.id LIMIT $given.a12 + 1
    RETURN collect({it: {id: node30.id, product: node30.product, status: CASE WHEN node30Whole THEN node30.status END}, whole: node30Whole, edge: {loanType: edge30.loanType}, position: [edge30.validFrom, edge30.id]}) AS devicesRows
  }
  WITH *, {rows: devicesRows} AS devices
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)<-[edge33:WITH]-(node33:Dialogue)
    WHERE edge33.validFrom <= $given.now AND coalesce(edge33.validTo, 9007199254740991) > $given.now AND edge33.retractedAt IS NULL AND node33.retractedAt IS NULL
    AND 'DIALOGUES' IN person2Mask
    WITH *, node33 AS node32, edge33 AS edge32
    WITH *, COLLECT {
      MATCH (node32)-[in7:IN]->(theme18:Theme)
      WHERE in7.validFrom <= $given.now AND coalesce(in7.validTo, 9007199254740991) > $given.now AND in7.retractedAt IS NULL AND theme18.retractedAt IS NULL
      RETURN {code: theme18.code, secret: coalesce(theme18.secret, false)}
    } AS node32Themes
    WITH *, (true AND ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme19 IN node32Themes WHERE 'DIALOGUES:' + theme19.code IN person2Mask)))) AS node32Whole, ('DIALOGUES:*' IN person2Mask OR (size(node32Themes) > 0 AND all(theme20 IN node32Themes WHERE 'DIALOGUES:' + theme20.code IN person2Mask))) AS node32Shown
    WITH * WHERE node32Shown AND size(CASE WHEN EXISTS {
      MATCH (node32)-[in8:IN]->(theme21:Theme)
      WHERE coalesce(in8.validFrom <= $given.now, true) AND coalesce(in8.validTo > $given.now, true) AND in8.retractedAt IS NULL AND theme21.retractedAt IS NULL
      AND coalesce(theme21.code IN ['FAR'], true)
    } THEN ['NOT_AVAILABLE'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node32)-[with:WITH]->(party9:Person)
      WHERE coalesce(with.validFrom <= $given.now, true) AND coalesce(with.validTo > $given.now, true) AND with.retractedAt IS NULL AND party9.retractedAt IS NULL
      AND NOT node32.id IN ctx.subjectExcepted6 AND NOT party9.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party9.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party9Codes
      WHERE size(party9Codes) > 0
      RETURN party9Codes
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (node32)-[with3:WITH]->(business12:Business)-[part_of13:PART_OF*0..2]->(business13:Business)-[owned_by9:OWNED_BY]->(party10:Person)
      WHERE coalesce(with3.validFrom <= $given.now, true) AND coalesce(with3.validTo > $given.now, true) AND with3.retractedAt IS NULL AND business12.retractedAt IS NULL AND all(step13 IN part_of13 WHERE coalesce(step13.validFrom <= $given.now, true) AND coalesce(step13.validTo > $given.now, true) AND step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND business13.retractedAt IS NULL AND coalesce(owned_by9.validFrom <= $given.now, true) AND coalesce(owned_by9.validTo > $given.now, true) AND owned_by9.retractedAt IS NULL AND party10.retractedAt IS NULL
      AND NOT node32.id IN ctx.subjectExcepted6 AND NOT party10.id IN ctx.partyExcepted
      WITH coalesce(head([each IN decided WHERE each.id = party10.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party10Codes
      WHERE size(party10Codes) > 0
      RETURN party10Codes
    } THEN ['PARTY'] ELSE [] END) = 0
    WITH * WHERE $given.a15 IS NULL OR edge32.validFrom < $given.a15[0] OR (edge32.validFrom = $given.a15[0] AND edge32.id > $given.a15[1])
    WITH * ORDER BY edge32.validFrom DESC, edge32.id LIMIT $given.a14 + 1
    CALL (ctx, node32, node32Whole, decided, carded) {
      MATCH (node32)-[edge35:IN]->(node35:Theme)
      WHERE edge35.validFrom <= $given.now AND coalesce(edge35.validTo, 9007199254740991) > $given.now AND edge35.retractedAt IS NULL AND node35.retractedAt IS NULL
      WITH *, node35 AS node34, edge35 AS edge34
      WITH * ORDER BY edge34.validFrom DESC, edge34.id LIMIT 1
      RETURN collect({it: {code: node34.code}}) AS theme22
    }
    RETURN collect({it: {id: node32.id, channel: node32.channel, startedAt: node32.startedAt, theme: head(theme22)}, whole: node32Whole, edge: {}, position: [edge32.validFrom, edge32.id]}) AS dialoguesRows
  }
  WITH *, {rows: dialoguesRows} AS dialogues
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    MATCH (person2)-[edge37:PROTECTED_AS]->(node37:Protection)
    WHERE edge37.validFrom <= $given.now AND coalesce(edge37.validTo, 9007199254740991) > $given.now AND edge37.retractedAt IS NULL AND node37.retractedAt IS NULL
    AND 'PROTECTION' IN person2Mask
    WITH *, node37 AS node36, edge37 AS edge36
    WITH * ORDER BY edge36.validFrom DESC, edge36.id LIMIT 1001
    RETURN collect({it: {code: node36.code, name: node36.name}}) AS protections
  }
  CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
    CALL (ctx, person2, person2Mask, person2Places, decided, carded) {
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
    WITH *, CASE WHEN NOT node38.id IN ctx.subjectExcepted3 AND node38.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS node38Places
    RETURN collect({it: {id: CASE WHEN size(node38Places) = 0 THEN node38.id ELSE 'unit:NAV' END, number: CASE WHEN size(node38Places) = 0 THEN node38.number END, name: CASE WHEN size(node38Places) = 0 THEN node38.name ELSE 'NAV' END}, places: node38Places, edge: {}, position: [edge38.validFrom, edge38.id], says: says20}) AS servedByRows
  }
  WITH *, {rows: servedByRows} AS servedBy
  RETURN head(collect({it: {id: person2.id, name: CASE WHEN 'CARD' IN person2Mask THEN {full: [person2.givenName, person2.middleName, person2.familyName]} END, nin: CASE WHEN 'IDENTITY' IN person2Mask THEN head(COLLECT {
    MATCH (person2)-[edge:IDENTIFIED_BY]->(node:Identifier)
    WHERE edge.validFrom <= $given.now AND coalesce(edge.validTo, 9007199254740991) > $given.now AND edge.retractedAt IS NULL AND node.retractedAt IS NULL AND node.kind IN ['NIN', 'D_NUMBER']
    RETURN node.value ORDER BY node.kind DESC, node.value LIMIT 1
  }) END, birthDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.birthDate) END, deathDate: CASE WHEN 'IDENTITY' IN person2Mask THEN toString(person2.deathDate) END, gender: CASE WHEN 'IDENTITY' IN person2Mask THEN person2.gender END, phone: CASE WHEN 'CONTACT' IN person2Mask THEN person2.phone END, email: CASE WHEN 'CONTACT' IN person2Mask THEN person2.email END, contactReserved: CASE WHEN 'CONTACT' IN person2Mask THEN person2.contactReserved END, language: CASE WHEN 'CONTACT' IN person2Mask THEN person2.language END, addresses: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN addresses END, area: CASE WHEN 'ADDRESS' IN person2Mask AND size(person2Places) = 0 THEN head(area) END, family: CASE WHEN 'FAMILY' IN person2Mask THEN family END, household: CASE WHEN 'FAMILY' IN person2Mask AND size(person2Places) = 0 THEN head(household5) END, employments: CASE WHEN 'WORK' IN person2Mask THEN employments END, mandatesGiven: CASE WHEN 'MANDATES' IN person2Mask THEN mandatesGiven END, cases: CASE WHEN 'CASES' IN person2Mask THEN cases END, activities: CASE WHEN 'ACTIVITIES' IN person2Mask THEN activities END, devices: CASE WHEN 'DEVICES' IN person2Mask THEN devices END, dialogues: CASE WHEN 'DIALOGUES' IN person2Mask THEN dialogues END, protections: CASE WHEN 'PROTECTION' IN person2Mask THEN protections END, servedBy: CASE WHEN 'SERVICE' IN person2Mask AND size(person2Places) = 0 THEN servedBy END}, access: {mask: person2Mask, codes: person2Decided.codes, offered: person2Decided.offered, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects})) AS person
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, head([it2 IN person2s | {id: it2.id, type: 'Person'}]) AS there, person
