// WhoCanSee (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
CALL (viewer) {
  MATCH (viewer)<-[to9:TO WHERE to9.validFrom <= $given.now AND coalesce(to9.validTo, 9007199254740991) > $given.now AND to9.retractedAt IS NULL]-(mandate7:Mandate {kind: 'PROXY'})
  WHERE mandate7.validFrom <= $given.now AND coalesce(mandate7.validTo, 9007199254740991) > $given.now AND mandate7.retractedAt IS NULL AND mandate7.revokedAt IS NULL
  RETURN collect(DISTINCT mandate7) AS mandates1
}
CALL (viewer) {
  MATCH (viewer)<-[to10:TO WHERE to10.validFrom <= $given.now AND coalesce(to10.validTo, 9007199254740991) > $given.now AND to10.retractedAt IS NULL]-(mandate9:Mandate {kind: 'GUARDIANSHIP'})
  WHERE mandate9.validFrom <= $given.now AND coalesce(mandate9.validTo, 9007199254740991) > $given.now AND mandate9.retractedAt IS NULL AND mandate9.revokedAt IS NULL
  RETURN collect(DISTINCT mandate9) AS mandates2
}
CALL (viewer) {
  MATCH (viewer)<-[to11:TO WHERE to11.validFrom <= $given.now AND coalesce(to11.validTo, 9007199254740991) > $given.now AND to11.retractedAt IS NULL]-(mandate12:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
  WHERE mandate12.validFrom <= $given.now AND coalesce(mandate12.validTo, 9007199254740991) > $given.now AND mandate12.retractedAt IS NULL AND mandate12.revokedAt IS NULL
  RETURN collect(DISTINCT mandate12) AS mandates3
}
CALL (viewer) {
  MATCH (viewer)<-[to12:TO WHERE to12.validFrom <= $given.now AND coalesce(to12.validTo, 9007199254740991) > $given.now AND to12.retractedAt IS NULL]-(mandate14:Mandate {kind: 'LINE_MANAGEMENT'})
  WHERE mandate14.validFrom <= $given.now AND coalesce(mandate14.validTo, 9007199254740991) > $given.now AND mandate14.retractedAt IS NULL AND mandate14.revokedAt IS NULL
  RETURN collect(DISTINCT mandate14) AS mandates4
}
CALL (viewer) {
  MATCH (viewer)-[holds6:HOLDS WHERE holds6.validFrom <= $given.now AND coalesce(holds6.validTo, 9007199254740991) > $given.now AND holds6.retractedAt IS NULL]->(position15:Position)
  WHERE position15.retractedAt IS NULL
  RETURN collect(DISTINCT position15) AS positions1
}
CALL (viewer) {
  MATCH (viewer)<-[to15:TO WHERE to15.validFrom <= $given.now AND coalesce(to15.validTo, 9007199254740991) > $given.now AND to15.retractedAt IS NULL]-(mandate18:Mandate)
  WHERE mandate18.validFrom <= $given.now AND coalesce(mandate18.validTo, 9007199254740991) > $given.now AND mandate18.retractedAt IS NULL AND mandate18.revokedAt IS NULL
  RETURN collect(DISTINCT mandate18) AS mandates5
}
CALL (viewer) {
  MATCH (viewer)-[has_address1:HAS_ADDRESS WHERE has_address1.validFrom <= $given.now AND coalesce(has_address1.validTo, 9007199254740991) > $given.now AND has_address1.retractedAt IS NULL]->(address2)
  WHERE address2.retractedAt IS NULL
  RETURN collect(DISTINCT address2) AS addresss1
}
CALL (viewer) {
  MATCH (viewer)-[member_of1:MEMBER_OF WHERE member_of1.validFrom <= $given.now AND coalesce(member_of1.validTo, 9007199254740991) > $given.now AND member_of1.retractedAt IS NULL]->(household2)
  WHERE household2.retractedAt IS NULL
  RETURN collect(DISTINCT household2) AS households1
}
CALL (viewer) {
  MATCH (viewer)<-[concerns9:CONCERNS WHERE concerns9.validFrom <= $given.now AND coalesce(concerns9.validTo, 9007199254740991) > $given.now AND concerns9.retractedAt IS NULL]-(subject8)
  WHERE subject8.retractedAt IS NULL
  RETURN collect(DISTINCT subject8) AS subjects1
}
CALL (viewer) {
  MATCH (viewer)-[takes_part_in1:TAKES_PART_IN WHERE takes_part_in1.validFrom <= $given.now AND coalesce(takes_part_in1.validTo, 9007199254740991) > $given.now AND takes_part_in1.retractedAt IS NULL]->(subject10)
  WHERE subject10.retractedAt IS NULL
  RETURN collect(DISTINCT subject10) AS subjects2
}
CALL (viewer) {
  MATCH (viewer)<-[lent_to6:LENT_TO WHERE lent_to6.validFrom <= $given.now AND coalesce(lent_to6.validTo, 9007199254740991) > $given.now AND lent_to6.retractedAt IS NULL]-(subject12)
  WHERE subject12.retractedAt IS NULL
  RETURN collect(DISTINCT subject12) AS subjects3
}
CALL (viewer) {
  MATCH (viewer)-[followed_up_by2:FOLLOWED_UP_BY WHERE followed_up_by2.validFrom <= $given.now AND coalesce(followed_up_by2.validTo, 9007199254740991) > $given.now AND followed_up_by2.retractedAt IS NULL]->(subject14)
  WHERE subject14.retractedAt IS NULL
  RETURN collect(DISTINCT subject14) AS subjects4
}
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
CALL (viewer, covered, positions1) {
  UNWIND positions1 AS position
  MATCH (position)-[in:IN]->(role:Role)
  WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND role.retractedAt IS NULL
  WITH position, role, COLLECT {
    MATCH (role)-[covers:COVERS]->(category:Category)
    WHERE covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL
    AND 'READ' IN coalesce(covers.actions, ['READ'])
    UNWIND [category.code] + CASE category.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END AS code
    WITH code
    WHERE code IN covered
    RETURN DISTINCT code
  } AS codes, COLLECT {
    MATCH (role)-[covers16:COVERS]->(category12:Category)
    WHERE covers16.validFrom <= $given.now AND coalesce(covers16.validTo, 9007199254740991) > $given.now AND covers16.retractedAt IS NULL AND category12.retractedAt IS NULL
    MATCH (role)-[handles:HANDLES]->(theme:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme.retractedAt IS NULL
    AND 'READ' IN coalesce(covers16.actions, ['READ']) AND category12.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category12.code IN covered
    RETURN DISTINCT category12.code + ':' + theme.code
  } AS themed, COLLECT {
    MATCH (position)-[at26:AT]->(place:Unit|Municipality|Business)
    WHERE at26.validFrom <= $given.now AND coalesce(at26.validTo, 9007199254740991) > $given.now AND at26.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position.id, reach: role.reach, codes: codes, themed: themed, role: role.code, place: head(places)}) AS seats
}
WITH *, [] AS caseSubjects
CALL (viewer, covered, seats, mandates1) {
  UNWIND mandates1 AS mandate8
  MATCH (mandate8)-[from9:FROM WHERE from9.validFrom <= $given.now AND coalesce(from9.validTo, 9007199254740991) > $given.now AND from9.retractedAt IS NULL]->(subject2:Person)
  WHERE subject2.retractedAt IS NULL AND 'READ' IN mandate8.actions
  WITH mandate8, covered, seats, collect(DISTINCT subject2.id) AS at
  WITH *, COLLECT {
    MATCH (mandate8)-[covers6:COVERS]->(category7:Category)
    RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category7.retractedAt IS NULL THEN category7.code ELSE '' END
  } AS named2, COLLECT {
    MATCH (mandate8)-[covers7:COVERS]->(theme6:Theme)
    RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND theme6.retractedAt IS NULL THEN theme6.code ELSE '' END
  } AS themes3
  WITH reduce(found3 = [], code2 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes3) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found3 + CASE WHEN code2 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes3 = [''] THEN [code2] + CASE WHEN code2 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme7 IN CASE WHEN size(themes3) > 0 THEN themes3 ELSE ['*'] END WHERE theme7 <> '' | code2 + ':' + theme7] ELSE [] END ELSE [] END) AS gives, ['@person.proxy'] AS marks, at, COLLECT {
    MATCH (mandate8)-[cleared_for2:CLEARED_FOR WHERE cleared_for2.validFrom <= $given.now AND coalesce(cleared_for2.validTo, 9007199254740991) > $given.now AND cleared_for2.retractedAt IS NULL]->(protection5:Protection)
    MATCH (protection5)-[opens2:OPENS*0..1]->(protection6:Protection)
    WHERE protection5.retractedAt IS NULL AND all(step8 IN opens2 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND protection6.retractedAt IS NULL
    RETURN DISTINCT protection6.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS proxy1
}
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate10
  MATCH (mandate10)-[from10:FROM WHERE from10.validFrom <= $given.now AND coalesce(from10.validTo, 9007199254740991) > $given.now AND from10.retractedAt IS NULL]->(subject3:Person)
  WHERE subject3.retractedAt IS NULL AND ('READ' IN mandate10.actions OR (mandate10.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate10, covered, seats, collect(DISTINCT subject3.id) AS at
  WITH *, COLLECT {
    MATCH (mandate10)-[covers8:COVERS]->(category8:Category)
    RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category8.retractedAt IS NULL THEN category8.code ELSE '' END
  } AS named3, COLLECT {
    MATCH (mandate10)-[covers9:COVERS]->(theme8:Theme)
    RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND theme8.retractedAt IS NULL THEN theme8.code ELSE '' END
  } AS themes4
  WITH reduce(found5 = [], code4 IN CASE WHEN size(named3) > 0 THEN named3 + CASE WHEN 'IDENTITY' IN named3 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found5 + CASE WHEN code4 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code4] + CASE WHEN code4 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme9 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme9 <> '' | code4 + ':' + theme9] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate10)-[cleared_for3:CLEARED_FOR WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL]->(protection7:Protection)
    MATCH (protection7)-[opens3:OPENS*0..1]->(protection8:Protection)
    WHERE protection7.retractedAt IS NULL AND all(step9 IN opens3 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND protection8.retractedAt IS NULL
    RETURN DISTINCT protection8.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian1
}
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate11
  MATCH (mandate11)-[from11:FROM WHERE from11.validFrom <= $given.now AND coalesce(from11.validTo, 9007199254740991) > $given.now AND from11.retractedAt IS NULL]->(subject4:Person)
  WHERE subject4.retractedAt IS NULL
  MATCH (mandate11)-[covers10:COVERS WHERE covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL]->(task2:Task)
  WHERE task2.retractedAt IS NULL AND ('READ' IN mandate11.actions OR (mandate11.actions IS NULL AND 'READ' = 'READ'))
  WITH task2, mandate11, covered, seats, collect(DISTINCT subject4.id) AS at
  WITH *, COLLECT {
    MATCH (task2)-[covers11:COVERS]->(category9:Category)
    RETURN DISTINCT CASE WHEN covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND category9.retractedAt IS NULL THEN category9.code ELSE '' END
  } AS named4, COLLECT {
    MATCH (task2)-[covers12:COVERS]->(theme10:Theme)
    RETURN DISTINCT CASE WHEN covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL AND theme10.retractedAt IS NULL THEN theme10.code ELSE '' END
  } AS themes5
  WITH reduce(found7 = [], code6 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes5) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found7 + CASE WHEN code6 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes5 = [''] THEN [code6] + CASE WHEN code6 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme11 IN CASE WHEN size(themes5) > 0 THEN themes5 ELSE ['*'] END WHERE theme11 <> '' | code6 + ':' + theme11] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate11)-[cleared_for4:CLEARED_FOR WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL]->(protection9:Protection)
    MATCH (protection9)-[opens4:OPENS*0..1]->(protection10:Protection)
    WHERE protection9.retractedAt IS NULL AND all(step10 IN opens4 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL AND endNode(step10).retractedAt IS NULL) AND protection10.retractedAt IS NULL
    RETURN DISTINCT protection10.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian2
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate13
  MATCH (mandate13)-[from12:FROM WHERE from12.validFrom <= $given.now AND coalesce(from12.validTo, 9007199254740991) > $given.now AND from12.retractedAt IS NULL]->(subject5:Person)
  WHERE subject5.retractedAt IS NULL AND (subject5.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate13.actions OR (mandate13.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate13, covered, seats, collect(DISTINCT subject5.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, ['@person.parental-responsibility'] AS marks, at, COLLECT {
    MATCH (mandate13)-[cleared_for5:CLEARED_FOR WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL]->(protection11:Protection)
    MATCH (protection11)-[opens5:OPENS*0..1]->(protection12:Protection)
    WHERE protection11.retractedAt IS NULL AND all(step11 IN opens5 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND protection12.retractedAt IS NULL
    RETURN DISTINCT protection12.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS parentalResponsibility1
}
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate15
  MATCH (mandate15)-[about2:ABOUT WHERE about2.validFrom <= $given.now AND coalesce(about2.validTo, 9007199254740991) > $given.now AND about2.retractedAt IS NULL]->(subject6:Person)
  MATCH (subject6)-[employed_by4:EMPLOYED_BY WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL]->(business8:Business)
  MATCH (business8)<-[from13:FROM WHERE from13.validFrom <= $given.now AND coalesce(from13.validTo, 9007199254740991) > $given.now AND from13.retractedAt IS NULL]-(mandate15)
  WHERE subject6.retractedAt IS NULL AND business8.retractedAt IS NULL
  MATCH (viewer)-[employed_by5:EMPLOYED_BY WHERE employed_by5.validFrom <= $given.now AND coalesce(employed_by5.validTo, 9007199254740991) > $given.now AND employed_by5.retractedAt IS NULL]->(business8)
  WHERE ('READ' IN mandate15.actions OR (mandate15.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate15, covered, seats, collect(DISTINCT subject6.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'] AS gives, ['@person.line-manager'] AS marks, at, COLLECT {
    MATCH (mandate15)-[cleared_for6:CLEARED_FOR WHERE cleared_for6.validFrom <= $given.now AND coalesce(cleared_for6.validTo, 9007199254740991) > $given.now AND cleared_for6.retractedAt IS NULL]->(protection13:Protection)
    MATCH (protection13)-[opens6:OPENS*0..1]->(protection14:Protection)
    WHERE protection13.retractedAt IS NULL AND all(step12 IN opens6 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL AND endNode(step12).retractedAt IS NULL) AND protection14.retractedAt IS NULL
    RETURN DISTINCT protection14.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS lineManager1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position16
  MATCH (position16)-[at15:AT WHERE at15.validFrom <= $given.now AND coalesce(at15.validTo, 9007199254740991) > $given.now AND at15.retractedAt IS NULL]->(business9:Business)
  WHERE business9.retractedAt IS NULL
  WITH position16, covered, seats, collect(DISTINCT business9.id) AS at
  WITH [entry6 IN reduce(found11 = [], seat1 IN [seat1 IN seats WHERE seat1.position = position16.id AND seat1.reach IN ['LOCAL']] | found11 + seat1.codes + seat1.themed) WHERE split(entry6, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position16.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson1
}
CALL (viewer, covered, seats, positions1) {
  UNWIND positions1 AS position17
  MATCH (position17)-[at16:AT WHERE at16.validFrom <= $given.now AND coalesce(at16.validTo, 9007199254740991) > $given.now AND at16.retractedAt IS NULL]->(business12:Business)
  WHERE business12.retractedAt IS NULL
  WITH position17, covered, seats, collect(DISTINCT business12.id) AS at
  WITH reduce(found13 = [], seat3 IN [seat3 IN seats WHERE seat3.position = position17.id AND seat3.reach IN ['LOCAL']] | found13 + seat3.codes + seat3.themed) AS gives, ['@business.proxy', '@@' + position17.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS proxy2
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate19
  MATCH (mandate19)-[from16:FROM WHERE from16.validFrom <= $given.now AND coalesce(from16.validTo, 9007199254740991) > $given.now AND from16.retractedAt IS NULL]->(subject7)
  WHERE subject7.retractedAt IS NULL
  MATCH (mandate19)-[cleared_for8:CLEARED_FOR WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL]->(protection18:Protection)
  MATCH (protection18)-[opens8:OPENS*0..1]->(protection19)
  WHERE protection18.retractedAt IS NULL AND all(step15 IN opens8 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL AND endNode(step15).retractedAt IS NULL) AND protection19.retractedAt IS NULL
  RETURN collect(DISTINCT [subject7.id, protection19.id]) AS subjectExcepted1
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate20
  MATCH (mandate20)-[from17:FROM WHERE from17.validFrom <= $given.now AND coalesce(from17.validTo, 9007199254740991) > $given.now AND from17.retractedAt IS NULL]->(sharer2)
  WHERE sharer2.retractedAt IS NULL
  MATCH (mandate20)-[cleared_for9:CLEARED_FOR WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL]->(protection21:Protection)
  MATCH (protection21)-[opens9:OPENS*0..1]->(protection22)
  WHERE protection21.retractedAt IS NULL AND all(step16 IN opens9 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL AND endNode(step16).retractedAt IS NULL) AND protection22.retractedAt IS NULL
  RETURN collect(DISTINCT [sharer2.id, protection22.id]) AS sharerExcepted1
}
CALL (viewer, covered, seats, addresss1) {
  UNWIND addresss1 AS address3
  RETURN collect(DISTINCT address3.id) AS addressExcepted1
}
CALL (viewer, covered, seats, households1) {
  UNWIND households1 AS household3
  RETURN collect(DISTINCT household3.id) AS householdExcepted1
}
CALL (viewer, covered, seats, subjects1) {
  UNWIND subjects1 AS subject9
  RETURN collect(DISTINCT subject9.id) AS subjectExcepted2
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate21
  MATCH (mandate21)-[from18:FROM WHERE from18.validFrom <= $given.now AND coalesce(from18.validTo, 9007199254740991) > $given.now AND from18.retractedAt IS NULL]->(party7)
  WHERE party7.retractedAt IS NULL
  MATCH (mandate21)-[cleared_for10:CLEARED_FOR WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL]->(protection24:Protection)
  WHERE protection24.retractedAt IS NULL
  RETURN collect(DISTINCT party7.id) AS partyExcepted1
}
CALL (viewer, covered, seats, subjects2) {
  UNWIND subjects2 AS subject11
  RETURN collect(DISTINCT subject11.id) AS subjectExcepted3
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate22
  MATCH (mandate22)-[from19:FROM WHERE from19.validFrom <= $given.now AND coalesce(from19.validTo, 9007199254740991) > $given.now AND from19.retractedAt IS NULL]->(other2)
  WHERE other2.retractedAt IS NULL
  MATCH (mandate22)-[cleared_for11:CLEARED_FOR WHERE cleared_for11.validFrom <= $given.now AND coalesce(cleared_for11.validTo, 9007199254740991) > $given.now AND cleared_for11.retractedAt IS NULL]->(protection26:Protection)
  MATCH (protection26)-[opens10:OPENS*0..1]->(protection27)
  WHERE protection26.retractedAt IS NULL AND all(step18 IN opens10 WHERE step18.validFrom <= $given.now AND coalesce(step18.validTo, 9007199254740991) > $given.now AND step18.retractedAt IS NULL AND endNode(step18).retractedAt IS NULL) AND protection27.retractedAt IS NULL
  RETURN collect(DISTINCT [other2.id, protection27.id]) AS otherExcepted1
}
CALL (viewer, covered, seats, subjects3) {
  UNWIND subjects3 AS subject13
  RETURN collect(DISTINCT subject13.id) AS subjectExcepted4
}
CALL (viewer, covered, seats, subjects4) {
  UNWIND subjects4 AS subject15
  RETURN collect(DISTINCT subject15.id) AS subjectExcepted5
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, proxy1: proxy1, guardian1: guardian1, guardian2: guardian2, parentalResponsibility1: parentalResponsibility1, lineManager1: lineManager1, seats: seats, attachedPerson1: attachedPerson1, proxy2: proxy2, subjectExcepted1: subjectExcepted1, sharerExcepted1: sharerExcepted1, addressExcepted1: addressExcepted1, householdExcepted1: householdExcepted1, subjectExcepted2: subjectExcepted2, partyExcepted1: partyExcepted1, subjectExcepted3: subjectExcepted3, otherExcepted1: otherExcepted1, subjectExcepted4: subjectExcepted4, subjectExcepted5: subjectExcepted5} AS ctx
CALL (ctx) {
  MATCH (sought:Entity {id: $given.a0})
  WHERE ctx.permitted AND sought.retractedAt IS NULL AND (sought:Person)
  RETURN head(collect(head([each IN labels(sought) WHERE each IN ['Person']]))) AS there
}
CALL (ctx) {
  MATCH (subject:Entity {id: $given.a0})
  WHERE ctx.permitted AND subject.retractedAt IS NULL AND (subject:Person)
  CALL (subject) {
    CALL (subject) {
      UNWIND CASE WHEN subject:Person THEN [subject] ELSE [] END AS base
      RETURN base, [] AS by
    }
    RETURN collect({node: base, by: by}) AS ever
  }
  WITH *, [] AS behind
  WITH *, ever AS links, {row: null, themes: null, wants: [], needed: null, owners: [], outlined: false, among: null} AS thing
  WITH *, links AS hung, thing AS now
  WITH *, links + [each IN thing.owners | {node: each, by: []}] AS bases
  CALL (bases) {
    UNWIND bases AS link
    WITH link.node AS base, link.by AS by
    WHERE base:Person
    WITH base, min(reduce(last = -9007199254740991, it IN by | CASE WHEN it.validFrom > last THEN it.validFrom ELSE last END)) AS since, max(reduce(first = 9007199254740991, it IN by | CASE WHEN it.validTo < first THEN it.validTo ELSE first END)) AS until
    CALL (base) {
      MATCH (base)-[belongs_to1:BELONGS_TO]->(area1:Area)
      MATCH (area1)<-[serves1:SERVES]-(unit1:Unit)
      MATCH (unit1)<-[at1:AT]-(position1:Position)
      MATCH (position1)-[in1:IN]->(givenRole1:Role)
      WHERE serves1.theme IS NULL AND givenRole1.reach IN ['LOCAL']
      RETURN {of: 0, order: 7, base: base, nodes: [area1, unit1], needs: ['ADDRESS'], kinds: ['Employee'], whole: true, role: givenRole1, seat: position1, staff: true, few: true} AS way, [at1, serves1, belongs_to1, in1] AS held, [] AS lasting, [at1, serves1, belongs_to1] AS facts
      UNION ALL
      MATCH (base)-[belongs_to2:BELONGS_TO]->(area2:Area)
      MATCH (area2)<-[serves2:SERVES]-(unit2:Unit)
      MATCH (unit2)<-[at2:AT]-(position2:Position)
      MATCH (position2)-[in2:IN]->(role1:Role)
      MATCH (role1)-[handles1:HANDLES]->(theme1:Theme)
      MATCH (position2)-[in3:IN]->(givenRole2:Role)
      WHERE serves2.theme = theme1.code AND givenRole2.reach IN ['LOCAL']
      RETURN {of: 1, order: 7, base: base, nodes: [area2, unit2, theme1], needs: ['ADDRESS'], kinds: ['Employee'], telling: true, within: theme1, role: givenRole2, seat: position2, staff: true, few: true} AS way, [at2, serves2, belongs_to2, in2, handles1, in3] AS held, [] AS lasting, [at2, serves2, belongs_to2, in2, handles1] AS facts
      UNION ALL
      MATCH (base)-[followed_up_by1:FOLLOWED_UP_BY]->(unit3:Unit)
      MATCH (unit3)<-[at3:AT]-(position3:Position)
      MATCH (position3)-[in4:IN]->(givenRole3:Role)
      WHERE givenRole3.reach IN ['LOCAL']
      RETURN {of: 2, order: 11, base: base, nodes: [unit3], needs: ['SERVICE'], kinds: ['Employee'], whole: true, role: givenRole3, seat: position3, staff: true, few: true} AS way, [at3, followed_up_by1, in4] AS held, [] AS lasting, [at3, followed_up_by1] AS facts
      UNION ALL
      MATCH (givenRole4:Role)
      
      WITH * WHERE givenRole4.reach IN ['NATIONAL']
      MATCH (givenRole4)<-[in5:IN]-(position4:Position)
      MATCH (position4)-[at4:AT]->(unit4:Unit)
      WHERE givenRole4.reach IN ['NATIONAL']
      RETURN {of: 3, order: 12, base: base, nodes: [], needs: [], kinds: ['Employee'], whole: true, role: givenRole4, seat: position4, staff: true, few: true} AS way, [at4, in5] AS held, [] AS lasting, [at4] AS facts
      UNION ALL
      MATCH (base)<-[concerns1:CONCERNS {part: 'MAIN'}]-(case1:Case)
      MATCH (case1)<-[assigned_to1:ASSIGNED_TO]-(viewer1:Employee)
      MATCH (viewer1)-[holds1:HOLDS]->(position5:Position)
      MATCH (position5)-[at5:AT]->(unit5:Unit)
      MATCH (viewer1)-[holds2:HOLDS]->(givenSeat1:Position)
      MATCH (givenSeat1)-[in6:IN]->(givenRole5:Role)
      WHERE (case1.closedAt IS NULL OR case1.closedAt > $given.now)
      RETURN {of: 4, order: 14, base: base, nodes: [case1], things: [case1], needs: ['CASES'], kinds: ['Employee'], telling: true, within: case1, role: givenRole5, seat: givenSeat1, staff: true, holder: viewer1} AS way, [holds1, at5, assigned_to1, concerns1, holds2, in6] AS held, [] AS lasting, [at5, concerns1] AS facts
      UNION ALL
      MATCH (base)<-[concerns2:CONCERNS {part: 'PARTY'}]-(case2:Case)
      MATCH (case2)<-[assigned_to2:ASSIGNED_TO]-(viewer2:Employee)
      MATCH (viewer2)-[holds3:HOLDS]->(position6:Position)
      MATCH (position6)-[at6:AT]->(unit6:Unit)
      MATCH (viewer2)-[holds4:HOLDS]->(givenSeat2:Position)
      MATCH (givenSeat2)-[in7:IN]->(givenRole6:Role)
      WHERE (case2.closedAt IS NULL OR case2.closedAt > $given.now)
      RETURN {of: 5, order: 17, base: base, nodes: [case2], things: [case2], needs: ['CASES'], kinds: ['Employee'], telling: true, secondary: true, within: case2, role: givenRole6, seat: givenSeat2, staff: true, holder: viewer2} AS way, [holds3, at6, assigned_to2, concerns2, holds4, in7] AS held, [] AS lasting, [at6, concerns2] AS facts
      UNION ALL
      MATCH (base)<-[of1:OF]-(override1:Override)
      MATCH (override1)-[by1:BY]->(viewer3:Employee)
      MATCH (viewer3)-[holds5:HOLDS]->(position7:Position)
      MATCH (position7)-[at7:AT]->(unit7:Unit)
      MATCH (position7)-[in8:IN]->(givenRole7:Role)
      RETURN {of: 6, order: 18, base: base, nodes: [unit7], needs: ['TRACE'], kinds: ['Employee'], lifting: true, lifts: override1.lifts, whole: true, role: givenRole7, seat: position7, staff: true, holder: viewer3} AS way, [holds5, at7, by1, of1, in8] AS held, [override1] AS lasting, [at7, of1, override1] AS facts
      UNION ALL
      MATCH (base)-[belongs_to3:BELONGS_TO]->(area3:Area)
      MATCH (area3)-[part_of1:PART_OF*0..1]->(area4:Area)
      MATCH (area4)<-[governs1:GOVERNS]-(municipality1:Municipality)
      MATCH (municipality1)<-[at8:AT]-(position8:Position)
      MATCH (position8)-[in9:IN]->(role2:Role)
      MATCH (role2)-[covers1:COVERS]->(category1:Category {code: 'CARD'})
      MATCH (base)<-[lent_to1:LENT_TO]-(device1:Device)
      MATCH (device1)-[kept_at1:KEPT_AT|OWNED_BY]->(municipality1)
      MATCH (position8)-[in10:IN]->(givenRole8:Role)
      WHERE givenRole8.reach IN ['LOCAL']
      RETURN {of: 7, order: 20, base: base, nodes: [municipality1], things: [device1], needs: ['ADDRESS', 'DEVICES'], kinds: ['Employee'], whole: true, role: givenRole8, seat: position8} AS way, [at8, governs1, belongs_to3, lent_to1, kept_at1, in9, covers1, in10] + part_of1 AS held, [] AS lasting, [at8, governs1, belongs_to3, lent_to1, kept_at1, in9, covers1] AS facts
      UNION ALL
      MATCH (base)-[belongs_to4:BELONGS_TO]->(area5:Area)
      MATCH (area5)-[part_of2:PART_OF*0..1]->(area6:Area)
      MATCH (area6)<-[governs2:GOVERNS]-(municipality2:Municipality)
      MATCH (municipality2)<-[at9:AT]-(position9:Position)
      MATCH (position9)-[in11:IN]->(role3:Role)
      MATCH (role3)-[covers2:COVERS]->(category2:Category {code: 'CARD'})
      MATCH (base)-[takes1:TAKES_PART_IN]->(activity1:Activity)
      MATCH (activity1)-[arranged_by1:ARRANGED_BY]->(municipality2)
      MATCH (position9)-[in12:IN]->(givenRole9:Role)
      WHERE (takes1.answer IS NULL OR takes1.answer <> 'NO') AND (activity1.endsAt IS NULL OR activity1.endsAt > $given.now) AND givenRole9.reach IN ['LOCAL']
      RETURN {of: 8, order: 20, base: base, nodes: [municipality2], things: [activity1], needs: ['ACTIVITIES', 'ADDRESS'], kinds: ['Employee'], whole: true, role: givenRole9, seat: position9} AS way, [at9, governs2, belongs_to4, takes1, arranged_by1, in11, covers2, in12] + part_of2 AS held, [] AS lasting, [at9, governs2, belongs_to4, takes1, arranged_by1, in11, covers2] AS facts
      UNION ALL
      MATCH (base)-[takes2:TAKES_PART_IN]->(activity2:Activity)
      MATCH (activity2)-[arranged_by2:ARRANGED_BY]->(arranger1:Business)
      MATCH (arranger1)<-[at10:AT]-(position10:Position)
      MATCH (position10)-[in13:IN]->(givenRole10:Role)
      WHERE (takes2.answer IS NULL OR takes2.answer <> 'NO') AND (activity2.endsAt IS NULL OR activity2.endsAt > $given.now) AND givenRole10.reach IN ['LOCAL']
      RETURN {of: 9, order: 24, base: base, nodes: [activity2, arranger1], things: [activity2], needs: ['ACTIVITIES'], kinds: ['Employee'], among: ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'], role: givenRole10, seat: position10} AS way, [at10, arranged_by2, takes2, in13] AS held, [] AS lasting, [at10, arranged_by2, takes2] AS facts
      UNION ALL
      MATCH (base)-[takes3:TAKES_PART_IN]->(activity3:Activity)
      MATCH (activity3)-[arranged_by3:ARRANGED_BY]->(arranger2:Business)
      MATCH (arranger2)<-[at11:AT]-(position11:Position)
      MATCH (position11)-[in14:IN]->(givenRole11:Role)
      MATCH (activity3)-[part_of3:PART_OF]->(case3:Case)
      WHERE (takes3.answer IS NULL OR takes3.answer <> 'NO') AND (activity3.endsAt IS NULL OR activity3.endsAt > $given.now) AND givenRole11.reach IN ['LOCAL']
      RETURN {of: 10, order: 24, base: base, nodes: [activity3, arranger2, case3], things: [activity3, case3], needs: ['ACTIVITIES'], kinds: ['Employee'], telling: true, within: case3, role: givenRole11, seat: position11} AS way, [at11, arranged_by3, takes3, part_of3, in14] AS held, [] AS lasting, [at11, arranged_by3, takes3, part_of3] AS facts
      UNION ALL
      MATCH (base)<-[from1:FROM]-(consent1:Consent)
      MATCH (consent1)-[to1:TO]->(organisation1:Business|Municipality)
      MATCH (organisation1)<-[at12:AT]-(position12:Position)
      MATCH (position12)-[in15:IN]->(givenRole12:Role)
      MATCH (consent1)-[for1:FOR]->(purpose1:Purpose)
      WHERE givenRole12.reach IN ['LOCAL']
      RETURN {of: 11, order: 27, base: base, nodes: [organisation1, consent1], needs: ['MANDATES'], kinds: ['Employee'], telling: true, stated: purpose1.code, covers: consent1, role: givenRole12, seat: position12} AS way, [at12, to1, from1, for1, in15] AS held, [consent1] AS lasting, [at12, to1, from1, for1, consent1] AS facts
      UNION ALL
      MATCH (base)-[employed_by1:EMPLOYED_BY]->(business1:Business)
      MATCH (business1)-[part_of4:PART_OF*0..2]->(business2:Business)
      MATCH (business2)<-[at13:AT]-(position13:Position)
      MATCH (position13)-[in16:IN]->(givenRole13:Role)
      WHERE givenRole13.reach IN ['LOCAL']
      RETURN {of: 12, order: 30, base: base, nodes: [business2], needs: ['WORK'], kinds: ['Employee', 'Person'], among: ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'], role: givenRole13, seat: position13} AS way, [at13, employed_by1, in16] + part_of4 AS held, [] AS lasting, [at13, employed_by1] AS facts
      UNION ALL
      RETURN {of: 13, order: 0, base: base, nodes: [], needs: [], kinds: ['Person'], personal: true, whole: true, holder: base} AS way, [] AS held, [] AS lasting, [] AS facts
      UNION ALL
      MATCH (base)<-[from2:FROM]-(mandate1:Mandate {kind: 'PROXY'})
      MATCH (mandate1)-[to2:TO]->(viewer4:Person)
      WHERE 'READ' IN mandate1.actions
      RETURN {of: 14, order: 2, base: base, nodes: [mandate1], needs: ['MANDATES'], kinds: ['Person'], telling: true, personal: true, clears: true, mandate: mandate1, covers: mandate1, holder: viewer4} AS way, [to2, from2] AS held, [mandate1] AS lasting, [to2, from2, mandate1] AS facts
      UNION ALL
      MATCH (base)<-[from3:FROM]-(mandate2:Mandate {kind: 'GUARDIANSHIP'})
      MATCH (mandate2)-[to3:TO]->(viewer5:Person)
      WHERE ('READ' IN mandate2.actions OR (mandate2.actions IS NULL AND 'READ' = 'READ'))
      RETURN {of: 15, order: 3, base: base, nodes: [mandate2], needs: ['MANDATES'], kinds: ['Person'], telling: true, personal: true, clears: true, mandate: mandate2, covers: mandate2, holder: viewer5} AS way, [to3, from3] AS held, [mandate2] AS lasting, [to3, from3, mandate2] AS facts
      UNION ALL
      MATCH (base)<-[from4:FROM]-(mandate3:Mandate {kind: 'GUARDIANSHIP'})
      MATCH (mandate3)-[to4:TO]->(viewer6:Person)
      MATCH (mandate3)-[covers3:COVERS]->(task1:Task)
      WHERE ('READ' IN mandate3.actions OR (mandate3.actions IS NULL AND 'READ' = 'READ'))
      RETURN {of: 16, order: 3, base: base, nodes: [mandate3], needs: ['MANDATES'], kinds: ['Person'], telling: true, personal: true, clears: true, mandate: mandate3, covers: task1, holder: viewer6} AS way, [to4, from4, covers3] AS held, [mandate3] AS lasting, [to4, from4, covers3, mandate3] AS facts
      UNION ALL
      MATCH (base)<-[from5:FROM]-(mandate4:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
      MATCH (mandate4)-[to5:TO]->(viewer7:Person)
      WHERE (base.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate4.actions OR (mandate4.actions IS NULL AND 'READ' = 'READ'))
      RETURN {of: 17, order: 5, base: base, nodes: [], needs: ['MANDATES'], kinds: ['Person'], personal: true, clears: true, mandate: mandate4, among: ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'], holder: viewer7} AS way, [to5, from5] AS held, [mandate4] AS lasting, [to5, from5, mandate4] AS facts
      UNION ALL
      MATCH (base)<-[about1:ABOUT]-(mandate5:Mandate {kind: 'LINE_MANAGEMENT'})
      MATCH (mandate5)-[to6:TO]->(viewer8:Person)
      MATCH (viewer8)-[employed_by2:EMPLOYED_BY]->(business3:Business)
      MATCH (business3)<-[from6:FROM]-(mandate5)
      MATCH (base)-[employed_by3:EMPLOYED_BY]->(business3)
      WHERE ('READ' IN mandate5.actions OR (mandate5.actions IS NULL AND 'READ' = 'READ'))
      RETURN {of: 18, order: 6, base: base, nodes: [business3], needs: ['MANDATES', 'WORK'], kinds: ['Person'], personal: true, clears: true, mandate: mandate5, among: ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'], holder: viewer8} AS way, [to6, about1, employed_by3, from6, employed_by2] AS held, [mandate5] AS lasting, [to6, about1, employed_by3, from6, employed_by2, mandate5] AS facts
      UNION ALL
      MATCH (base)<-[from7:FROM]-(mandate6:Mandate {kind: 'PROXY'})
      MATCH (mandate6)-[to7:TO]->(business4:Business)
      MATCH (business4)<-[at14:AT]-(position14:Position)
      MATCH (position14)-[in17:IN]->(givenRole14:Role)
      WHERE 'READ' IN mandate6.actions AND givenRole14.reach IN ['LOCAL']
      RETURN {of: 19, order: 31, base: base, nodes: [business4, mandate6], needs: ['MANDATES'], kinds: ['Person'], telling: true, clears: true, mandate: mandate6, covers: mandate6, role: givenRole14, seat: position14} AS way, [at14, to7, from7, in17] AS held, [mandate6] AS lasting, [at14, to7, from7, mandate6] AS facts
      UNION ALL
      MATCH (base)-[belongs_to5:BELONGS_TO]->(area7:Area)
      MATCH (area7)-[part_of5:PART_OF*0..1]->(area8:Area)
      MATCH (area8)<-[governs3:GOVERNS]-(municipality3:Municipality)
      MATCH (municipality3)<-[acts_for1:ACTS_FOR]-(viewer9:Client)
      MATCH (viewer9)-[reads1:MAY_READ]->(category3:Category)
      WHERE reads1.legalBasis IS NOT NULL AND 'READ' = 'READ'
      RETURN {of: 20, order: 32, base: base, nodes: [municipality3], needs: ['ADDRESS'], kinds: ['Client'], telling: true, category: category3, holder: viewer9} AS way, [reads1, acts_for1, governs3, belongs_to5] + part_of5 AS held, [] AS lasting, [governs3, belongs_to5] AS facts
      UNION ALL
      MATCH (base)<-[from8:FROM]-(consent2:Consent)
      MATCH (consent2)-[to8:TO]->(organisation2:Business|Municipality)
      MATCH (organisation2)<-[acts_for2:ACTS_FOR]-(viewer10:Client)
      MATCH (viewer10)-[reads2:MAY_READ]->(category4:Category)
      MATCH (consent2)-[for2:FOR]->(purpose2:Purpose)
      WHERE reads2.legalBasis IS NOT NULL AND 'READ' = 'READ'
      RETURN {of: 21, order: 33, base: base, nodes: [organisation2, consent2], needs: ['MANDATES'], kinds: ['Client'], telling: true, stated: purpose2.code, category: category4, covers: consent2, holder: viewer10} AS way, [reads2, acts_for2, to8, from8, for2] AS held, [consent2] AS lasting, [to8, from8, for2, consent2] AS facts
      UNION ALL
      MATCH (base)<-[concerns3:CONCERNS]-(case4:Case)
      MATCH (case4)-[concerns4:CONCERNS]->(organisation3:Business)
      MATCH (organisation3)<-[acts_for3:ACTS_FOR]-(viewer11:Client)
      MATCH (viewer11)-[reads3:MAY_READ]->(category5:Category)
      WHERE reads3.legalBasis IS NOT NULL AND 'READ' = 'READ' AND (case4.closedAt IS NULL OR case4.closedAt > $given.now)
      RETURN {of: 22, order: 34, base: base, nodes: [organisation3, case4], things: [case4], needs: ['CASES'], kinds: ['Client'], telling: true, category: category5, within: case4, holder: viewer11} AS way, [reads3, acts_for3, concerns4, concerns3] AS held, [] AS lasting, [concerns4, concerns3] AS facts
    }
    WITH * WHERE all(it IN held WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now AND it.retractedAt IS NULL AND startNode(it).retractedAt IS NULL AND endNode(it).retractedAt IS NULL) AND all(it IN lasting WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now AND it.retractedAt IS NULL AND it.revokedAt IS NULL AND it.withdrawnAt IS NULL)
    WITH way, min(reduce(last = since, it IN facts | CASE WHEN it.validFrom > last THEN it.validFrom ELSE last END)) AS begins, max(reduce(first = until, it IN facts | CASE WHEN it.validTo < first THEN it.validTo ELSE first END)) AS ends
    RETURN collect(way {.*, begins: begins, ends: ends}) AS personWays
  }
  WITH *, personWays AS ways
  CALL (ways) {
    UNWIND [way IN ways WHERE NOT coalesce(way.whole AND way.mandate IS NULL, false)] AS way
    WITH way, way.covers AS covers, way.category AS category, way.within AS themed, way.mandate AS mandate
    WITH *, COLLECT {
      MATCH (covers)-[covers4:COVERS]->(category6:Category)
      RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND category6.retractedAt IS NULL THEN category6.code ELSE '' END
    } AS named1, COLLECT {
      MATCH (covers)-[covers5:COVERS]->(theme2:Theme)
      RETURN DISTINCT CASE WHEN covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND theme2.retractedAt IS NULL THEN theme2.code ELSE '' END
    } AS themes1
    WITH *, COLLECT {
      MATCH (themed)-[in18:IN WHERE in18.validFrom <= $given.now AND coalesce(in18.validTo, 9007199254740991) > $given.now AND in18.retractedAt IS NULL]->(theme4:Theme)
      WHERE theme4.retractedAt IS NULL
      RETURN DISTINCT theme4.code
    } AS themes2
    WITH *, coalesce(way.among, ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) AS entries1, reduce(found1 = [], code1 IN CASE WHEN size(named1) > 0 THEN named1 + CASE WHEN 'IDENTITY' IN named1 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes1) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found1 + CASE WHEN code1 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes1 = [''] THEN [code1] + CASE WHEN code1 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme3 IN CASE WHEN size(themes1) > 0 THEN themes1 ELSE ['*'] END WHERE theme3 <> '' | code1 + ':' + theme3] ELSE [] END ELSE [] END) AS covered, [category.code] + CASE category.code WHEN 'IDENTITY' THEN ['CARD'] ELSE [] END + CASE WHEN category.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [category.code, category.code + ':*'] ELSE [] END AS named
    WITH *, CASE WHEN themed:Theme THEN [themed.code] ELSE themes2 END AS themes
    WITH *, CASE WHEN covers IS NULL THEN entries1 ELSE [entry1 IN entries1 WHERE entry1 IN covered OR (entry1 CONTAINS ':' AND split(entry1, ':')[0] + ':*' IN covered)] + [entry2 IN covered WHERE entry2 CONTAINS ':' AND split(entry2, ':')[0] + ':*' IN entries1] END AS entries2
    WITH *, CASE WHEN category IS NULL THEN entries2 ELSE [entry3 IN entries2 WHERE entry3 IN named OR (entry3 CONTAINS ':' AND split(entry3, ':')[0] + ':*' IN named)] + [entry4 IN named WHERE entry4 CONTAINS ':' AND split(entry4, ':')[0] + ':*' IN entries2] END AS entries3
    WITH *, CASE WHEN themed IS NULL THEN entries3 ELSE reduce(found2 = [], entry5 IN entries3 | found2 + CASE WHEN NOT entry5 CONTAINS ':' THEN [entry5] WHEN entry5 ENDS WITH ':*' THEN [theme5 IN themes | split(entry5, ':')[0] + ':' + theme5] WHEN split(entry5, ':')[1] IN themes THEN [entry5] ELSE [] END) END AS offers
    WITH *, CASE WHEN mandate IS NULL THEN coalesce(way.lifts, []) ELSE COLLECT {
      MATCH (mandate)-[cleared_for1:CLEARED_FOR WHERE cleared_for1.validFrom <= $given.now AND coalesce(cleared_for1.validTo, 9007199254740991) > $given.now AND cleared_for1.retractedAt IS NULL]->(protection1:Protection)
      MATCH (protection1)-[opens1:OPENS*0..1]->(protection2:Protection)
      WHERE all(it IN [protection1, protection2] WHERE it.retractedAt IS NULL) AND all(step5 IN opens1 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL)
      RETURN DISTINCT protection2.code
    } END AS lifts
    RETURN collect({way: way, offers: offers, lifts: lifts}) AS more
  }
  WITH *, [way IN ways WHERE way.whole AND way.mandate IS NULL | {way: way, offers: ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'], lifts: coalesce(way.lifts, [])}] + more AS offered
  CALL (subject, ever, behind) {
    UNWIND [subject] + [each IN ever + behind | each.node] AS head
    CALL (head) {
      WITH head WHERE head:Person
      RETURN head AS person
    }
    RETURN collect(DISTINCT person) AS led
  }
  CALL (led, ways) {
    CALL (led, ways) {
      UNWIND led AS person
      RETURN person
      UNION
      UNWIND ways AS way
      WITH * WHERE coalesce(way.personal, false)
      WITH way.holder AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.nodes, []) AS node1
      MATCH (node1)-[part_of6:PART_OF*0..2]->(business5:Business)
      MATCH (business5)-[owned_by1:OWNED_BY]->(subject1:Person)
      WITH DISTINCT subject1 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node2
      MATCH (node2)-[concerns5:CONCERNS]->(party1:Person)
      WITH DISTINCT party1 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node3
      MATCH (node3)-[concerns6:CONCERNS]->(business6:Business)
      MATCH (business6)-[part_of7:PART_OF*0..2]->(business7:Business)
      MATCH (business7)-[owned_by2:OWNED_BY]->(party2:Person)
      WITH DISTINCT party2 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node4
      MATCH (node4)-[part_of8:PART_OF]->(case5:Case)
      MATCH (case5)-[concerns7:CONCERNS]->(party3:Person)
      WITH DISTINCT party3 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node5
      MATCH (node5)-[on1:ON]->(device2:Device)
      MATCH (device2)-[lent_to2:LENT_TO]->(party4:Person)
      WITH DISTINCT party4 AS person
      RETURN person
      UNION
      UNWIND ways AS way
      UNWIND coalesce(way.things, []) AS node6
      MATCH (node6)-[lent_to3:LENT_TO]->(party5:Person)
      WITH DISTINCT party5 AS person
      RETURN person
    }
    RETURN collect(DISTINCT person) AS people
  }
  CALL (ctx, people) {
    CALL (people) {
      UNWIND people AS person1
      RETURN person1
    }
    WITH *, COLLECT {
      MATCH (person1)-[protected_as1:PROTECTED_AS WHERE coalesce(protected_as1.validFrom <= $given.now, true) AND coalesce(protected_as1.validTo > $given.now, true) AND protected_as1.retractedAt IS NULL]->(protection3:Protection)
      WHERE protection3.retractedAt IS NULL
      AND ctx.id <> person1.id AND protection3.code IS NOT NULL AND protection3.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection3.code
    } + CASE WHEN ctx.id <> person1.id AND person1.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person1)-[protected_as2:PROTECTED_AS WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL]->(protection4:Protection)
      WHERE protection4.retractedAt IS NULL
      AND ctx.id <> person1.id AND coalesce((protection4.code IS NULL OR NOT (protection4.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END AS person1Codes1
    WITH *, CASE WHEN size(ctx.attachedPerson1) > 0 THEN COLLECT {
      MATCH (person1)-[employed_by6:EMPLOYED_BY WHERE employed_by6.validFrom <= $given.now AND coalesce(employed_by6.validTo, 9007199254740991) > $given.now AND employed_by6.retractedAt IS NULL]->(business10:Business)
      MATCH (business10)-[part_of9:PART_OF*0..2]->(business11:Business)
      WHERE business10.retractedAt IS NULL AND all(step13 IN part_of9 WHERE step13.validFrom <= $given.now AND coalesce(step13.validTo, 9007199254740991) > $given.now AND step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND business11.retractedAt IS NULL
      RETURN DISTINCT business11.id
    } ELSE [] END AS business11s1, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (person1)<-[from14:FROM WHERE from14.validFrom <= $given.now AND coalesce(from14.validTo, 9007199254740991) > $given.now AND from14.retractedAt IS NULL]-(mandate16:Mandate {kind: 'PROXY'})
      MATCH (mandate16)-[to13:TO WHERE to13.validFrom <= $given.now AND coalesce(to13.validTo, 9007199254740991) > $given.now AND to13.retractedAt IS NULL]->(business13:Business)
      WHERE mandate16.validFrom <= $given.now AND coalesce(mandate16.validTo, 9007199254740991) > $given.now AND mandate16.retractedAt IS NULL AND mandate16.revokedAt IS NULL AND business13.retractedAt IS NULL
      AND 'READ' IN mandate16.actions
      WITH *, COLLECT {
        MATCH (mandate16)-[covers13:COVERS]->(category10:Category)
        RETURN DISTINCT CASE WHEN covers13.validFrom <= $given.now AND coalesce(covers13.validTo, 9007199254740991) > $given.now AND covers13.retractedAt IS NULL AND category10.retractedAt IS NULL THEN category10.code ELSE '' END
      } AS named5, COLLECT {
        MATCH (mandate16)-[covers14:COVERS]->(theme12:Theme)
        RETURN DISTINCT CASE WHEN covers14.validFrom <= $given.now AND coalesce(covers14.validTo, 9007199254740991) > $given.now AND covers14.retractedAt IS NULL AND theme12.retractedAt IS NULL THEN theme12.code ELSE '' END
      } AS themes6
      RETURN {at: business13.id, gives: reduce(found15 = [], code11 IN CASE WHEN size(named5) > 0 THEN named5 + CASE WHEN 'IDENTITY' IN named5 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found15 + CASE WHEN code11 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code11] + CASE WHEN code11 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme13 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme13 <> '' | code11 + ':' + theme13] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate16)-[cleared_for7:CLEARED_FOR WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL]->(protection15:Protection)
        MATCH (protection15)-[opens7:OPENS*0..1]->(protection16:Protection)
        WHERE protection15.retractedAt IS NULL AND all(step14 IN opens7 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND protection16.retractedAt IS NULL
        RETURN DISTINCT protection16.code
      }}
    } ELSE [] END AS business13s1
    WITH *, CASE WHEN ctx.id = person1.id THEN CASE WHEN size(['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) > 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] + ['@person.own-data'] ELSE [] END ELSE [] END + reduce(found4 = [], row1 IN ctx.proxy1 | CASE WHEN person1.id IN row1.at THEN found4 + row1.gives ELSE found4 END) + reduce(found6 = [], row2 IN ctx.guardian1 | CASE WHEN person1.id IN row2.at THEN found6 + row2.gives ELSE found6 END) + reduce(found8 = [], row3 IN ctx.guardian2 | CASE WHEN person1.id IN row3.at THEN found8 + row3.gives ELSE found8 END) + reduce(found9 = [], row4 IN ctx.parentalResponsibility1 | CASE WHEN person1.id IN row4.at THEN found9 + row4.gives ELSE found9 END) + reduce(found10 = [], row5 IN ctx.lineManager1 | CASE WHEN person1.id IN row5.at THEN found10 + row5.gives ELSE found10 END) + reduce(found12 = [], row6 IN ctx.attachedPerson1 | CASE WHEN any(key IN business11s1 WHERE key IN row6.at) THEN found12 + row6.gives ELSE found12 END) + reduce(found14 = [], row7 IN ctx.proxy2 | reduce(found16 = found14, key1 IN business13s1 | CASE WHEN key1.at IN row7.at THEN found16 + reduce(both1 = [], shared1 IN [[entry7 IN row7.gives WHERE entry7 IN key1.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key1.gives)] + [entry8 IN key1.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row7.gives]] | both1 + CASE WHEN size(shared1) > 0 THEN shared1 + row7.marks ELSE [] END) ELSE found16 END)) AS person1Offered1
    WITH *, CASE WHEN size(person1Codes1) > 0 THEN reduce(found17 = [], row8 IN ctx.proxy1 | CASE WHEN person1.id IN row8.at AND none(code13 IN person1Codes1 WHERE NOT code13 IN row8.lifts) THEN found17 + row8.gives ELSE found17 END) + reduce(found18 = [], row9 IN ctx.guardian1 | CASE WHEN person1.id IN row9.at AND none(code14 IN person1Codes1 WHERE NOT code14 IN row9.lifts) THEN found18 + row9.gives ELSE found18 END) + reduce(found19 = [], row10 IN ctx.guardian2 | CASE WHEN person1.id IN row10.at AND none(code15 IN person1Codes1 WHERE NOT code15 IN row10.lifts) THEN found19 + row10.gives ELSE found19 END) + reduce(found20 = [], row11 IN ctx.parentalResponsibility1 | CASE WHEN person1.id IN row11.at AND none(code16 IN person1Codes1 WHERE NOT code16 IN row11.lifts) THEN found20 + row11.gives ELSE found20 END) + reduce(found21 = [], row12 IN ctx.lineManager1 | CASE WHEN person1.id IN row12.at AND none(code17 IN person1Codes1 WHERE NOT code17 IN row12.lifts) THEN found21 + row12.gives ELSE found21 END) + reduce(found22 = [], row13 IN ctx.proxy2 | reduce(found23 = found22, key2 IN business13s1 | CASE WHEN key2.at IN row13.at AND none(code18 IN person1Codes1 WHERE NOT code18 IN key2.lifts) THEN found23 + reduce(both2 = [], shared2 IN [[entry9 IN row13.gives WHERE entry9 IN key2.gives OR (entry9 CONTAINS ':' AND split(entry9, ':')[0] + ':*' IN key2.gives)] + [entry10 IN key2.gives WHERE entry10 CONTAINS ':' AND split(entry10, ':')[0] + ':*' IN row13.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row13.marks ELSE [] END) ELSE found23 END)) ELSE person1Offered1 END AS person1Mask1
    RETURN collect({id: person1.id, core: person1Codes1, mask: person1Mask1, codes: person1Codes1, offered: CASE WHEN size(person1Codes1) > 0 THEN person1Offered1 ELSE [] END}) AS decided
  }
  WITH *, [] AS carded
  WITH *, [subject] + [each IN ever + behind | each.node] AS ends
  CALL (ctx, ends, decided, carded) {
    UNWIND ends AS end
    WITH DISTINCT end AS base1, ctx, decided, carded
    WHERE base1:Person
    WITH *, coalesce(head([each IN decided WHERE each.id = base1.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS base1Decided1
    WITH *, base1Decided1.mask AS base1Mask1
    RETURN collect({id: base1.id, mask: base1Mask1, core: size(base1Decided1.core) > 0, shut: size(COLLECT {
      MATCH (base1)-[protected1:PROTECTED_AS]->(protection17:Protection)
      WHERE protection17.code IS NOT NULL AND protection17.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected1.retractedAt IS NULL AND ctx.id <> base1.id AND coalesce((protected1.validFrom IS NULL OR protected1.validFrom <= $given.now), true) AND coalesce((protected1.validTo IS NULL OR protected1.validTo > $given.now), true) AND NOT [base1.id, protection17.id] IN ctx.subjectExcepted1
      RETURN DISTINCT protection17.code
    } + COLLECT {
      MATCH (base1)-[held1:HAS_ADDRESS]->(address1:Address)
      MATCH (address1)<-[kept1:HAS_ADDRESS]-(sharer1:Person)
      MATCH (sharer1)-[protected2:PROTECTED_AS]->(protection20:Protection)
      WHERE protection20.code IS NOT NULL AND protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> base1.id AND coalesce((held1.validFrom IS NULL OR held1.validFrom <= $given.now), true) AND coalesce((held1.validTo IS NULL OR held1.validTo > $given.now), true) AND coalesce((kept1.validFrom IS NULL OR protected2.validTo IS NULL OR kept1.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept1.validTo IS NULL OR protected2.validFrom < kept1.validTo), true) AND NOT [sharer1.id, protection20.id] IN ctx.sharerExcepted1 AND NOT address1.id IN ctx.addressExcepted1
      RETURN DISTINCT protection20.code
    } + COLLECT {
      MATCH (base1)-[held2:MEMBER_OF]->(household1:Household)
      MATCH (household1)<-[kept2:MEMBER_OF]-(sharer3:Person)
      MATCH (sharer3)-[protected3:PROTECTED_AS]->(protection23:Protection)
      WHERE protection23.code IS NOT NULL AND protection23.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> base1.id AND coalesce((held2.validFrom IS NULL OR held2.validFrom <= $given.now), true) AND coalesce((held2.validTo IS NULL OR held2.validTo > $given.now), true) AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT [sharer3.id, protection23.id] IN ctx.sharerExcepted1 AND NOT household1.id IN ctx.householdExcepted1
      RETURN DISTINCT protection23.code
    }) > 0}) AS personSeen
  }
  WITH *, personSeen AS seen
  WITH *, head([each IN seen WHERE each.id = subject.id]) AS itself
  WITH *, [subject.id] + [each IN links + hung | each.node.id] + [each IN thing.owners + now.owners | each.id] AS near
  WITH *, CASE WHEN subject:Person THEN [itself] WHEN itself.core THEN [] WHEN now.themes IS NOT NULL THEN [each IN seen WHERE any(link IN hung WHERE link.node.id = each.id) AND all(want IN now.wants WHERE (want IN each.mask OR split(want, ':')[0] + ':*' IN each.mask))] WHEN all(need IN coalesce(now.needed, []) WHERE any(each IN seen WHERE each.id = need AND 'WORK' IN each.mask)) THEN [itself] ELSE [] END AS whole
  CALL (subject, hung) {
    UNWIND [subject] + [each IN hung | each.node] AS head
    CALL (head) {
      WITH head WHERE head:Person
      RETURN head AS person
    }
    RETURN collect(DISTINCT person) AS persons
  }
  WITH *, reduce(all = [], each IN whole | all + each.mask) AS open
  WITH *, false AS controller, $given.case IS NULL OR subject:Business OR subject.id IN ctx.caseSubjects OR any(link IN hung WHERE link.node.id IN ctx.caseSubjects) AS concerned, (size(whole) > 0 AND size(persons) > 0 AND all(person IN persons WHERE any(each IN decided WHERE each.id = person.id AND 'TRACE' IN each.mask))) = true AS traced
  WITH *, (traced) = true AS asks
  WITH *, [{id: itself.id, mask: open, core: itself.core, shut: itself.shut}] + seen AS known
  WITH * WHERE controller OR asks
  CALL (ctx, ways, known, decided, carded) {
    UNWIND ways AS way
    UNWIND coalesce(way.things, []) AS case6
    WITH *, way.base AS base WHERE case6:Case
    WITH *, head([each IN known WHERE each.id = base.id]).mask AS mask, COLLECT {
      MATCH (case6)-[in19:IN WHERE in19.validFrom <= $given.now AND coalesce(in19.validTo, 9007199254740991) > $given.now AND in19.retractedAt IS NULL]->(theme15:Theme)
      WHERE theme15.retractedAt IS NULL
      RETURN {code: theme15.code}
    } AS themes
    WITH *, CASE WHEN EXISTS {
      MATCH (case6)-[in20:IN WHERE coalesce(in20.validFrom <= $given.now, true) AND coalesce(in20.validTo > $given.now, true) AND in20.retractedAt IS NULL]->(theme16:Theme)
      WHERE theme16.retractedAt IS NULL
      AND coalesce(theme16.code IN ['FAR'], true)
    } THEN ['NOT_AVAILABLE'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (case6)-[concerns8:CONCERNS WHERE coalesce(concerns8.validFrom <= $given.now, true) AND coalesce(concerns8.validTo > $given.now, true) AND concerns8.retractedAt IS NULL]->(party6:Person)
      WHERE party6.retractedAt IS NULL
      AND NOT case6.id IN ctx.subjectExcepted2 AND NOT party6.id IN ctx.partyExcepted1
      WITH coalesce(head([each IN decided WHERE each.id = party6.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party6Codes1
      WHERE size(party6Codes1) > 0
      RETURN party6Codes1
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (case6)-[concerns10:CONCERNS WHERE coalesce(concerns10.validFrom <= $given.now, true) AND coalesce(concerns10.validTo > $given.now, true) AND concerns10.retractedAt IS NULL]->(business15:Business)
      MATCH (business15)-[part_of10:PART_OF*0..2]->(business16:Business)
      MATCH (business16)-[owned_by3:OWNED_BY WHERE coalesce(owned_by3.validFrom <= $given.now, true) AND coalesce(owned_by3.validTo > $given.now, true) AND owned_by3.retractedAt IS NULL]->(party8:Person)
      WHERE business15.retractedAt IS NULL AND all(step17 IN part_of10 WHERE coalesce(step17.validFrom <= $given.now, true) AND coalesce(step17.validTo > $given.now, true) AND step17.retractedAt IS NULL AND endNode(step17).retractedAt IS NULL) AND business16.retractedAt IS NULL AND party8.retractedAt IS NULL
      AND NOT case6.id IN ctx.subjectExcepted2 AND NOT party8.id IN ctx.partyExcepted1
      WITH coalesce(head([each IN decided WHERE each.id = party8.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party8Codes1
      WHERE size(party8Codes1) > 0
      RETURN party8Codes1
    } THEN ['PARTY'] ELSE [] END AS closed, ('CASES:*' IN mask OR (size(themes) > 0 AND all(theme14 IN themes WHERE 'CASES:' + theme14.code IN mask))) AS covered
    RETURN collect(DISTINCT CASE WHEN covered AND size(closed) = 0 THEN base.id + ' ' + case6.id END) AS caseRead
  }
  CALL (ctx, ways, known, decided, carded) {
    UNWIND ways AS way
    UNWIND coalesce(way.things, []) AS activity4
    WITH *, way.base AS base WHERE activity4:Activity
    WITH *, head([each IN known WHERE each.id = base.id]).mask AS mask, COLLECT {
      MATCH (activity4)-[part_of11:PART_OF WHERE part_of11.validFrom <= $given.now AND coalesce(part_of11.validTo, 9007199254740991) > $given.now AND part_of11.retractedAt IS NULL]->(case7:Case)
      MATCH (case7)-[in21:IN WHERE in21.validFrom <= $given.now AND coalesce(in21.validTo, 9007199254740991) > $given.now AND in21.retractedAt IS NULL]->(theme18:Theme)
      WHERE all(it IN [case7, theme18] WHERE it.retractedAt IS NULL)
      RETURN {code: theme18.code}
    } AS themes
    WITH *, CASE WHEN EXISTS {
      MATCH (activity4)-[part_of12:PART_OF WHERE coalesce(part_of12.validFrom <= $given.now, true) AND coalesce(part_of12.validTo > $given.now, true) AND part_of12.retractedAt IS NULL]->(case8:Case)
      MATCH (case8)-[in22:IN WHERE coalesce(in22.validFrom <= $given.now, true) AND coalesce(in22.validTo > $given.now, true) AND in22.retractedAt IS NULL]->(theme19:Theme)
      WHERE case8.retractedAt IS NULL AND theme19.retractedAt IS NULL
      AND coalesce(theme19.code IN ['FAR'], true)
    } THEN ['NOT_AVAILABLE'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (activity4)-[part_of13:PART_OF WHERE coalesce(part_of13.validFrom <= $given.now, true) AND coalesce(part_of13.validTo > $given.now, true) AND part_of13.retractedAt IS NULL]->(case9:Case)
      MATCH (case9)-[concerns11:CONCERNS WHERE coalesce(concerns11.validFrom <= $given.now, true) AND coalesce(concerns11.validTo > $given.now, true) AND concerns11.retractedAt IS NULL]->(party9:Person)
      WHERE case9.retractedAt IS NULL AND party9.retractedAt IS NULL
      AND NOT activity4.id IN ctx.subjectExcepted3 AND NOT party9.id IN ctx.partyExcepted1
      WITH coalesce(head([each IN decided WHERE each.id = party9.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party9Codes1
      WHERE size(party9Codes1) > 0
      RETURN party9Codes1
    } THEN ['PARTY'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (activity4)-[on2:ON WHERE coalesce(on2.validFrom <= $given.now, true) AND coalesce(on2.validTo > $given.now, true) AND on2.retractedAt IS NULL]->(device3:Device)
      MATCH (device3)-[lent_to4:LENT_TO WHERE coalesce(lent_to4.validFrom <= $given.now, true) AND coalesce(lent_to4.validTo > $given.now, true) AND lent_to4.retractedAt IS NULL]->(party10:Person)
      WHERE device3.retractedAt IS NULL AND party10.retractedAt IS NULL
      AND NOT activity4.id IN ctx.subjectExcepted3 AND NOT party10.id IN ctx.partyExcepted1
      WITH coalesce(head([each IN decided WHERE each.id = party10.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party10Codes1
      WHERE size(party10Codes1) > 0
      RETURN party10Codes1
    } THEN ['PARTY'] ELSE [] END + COLLECT {
      MATCH (activity4)<-[held3:TAKES_PART_IN]-(other1:Person)
      MATCH (other1)-[protected4:PROTECTED_AS]->(protection25:Protection)
      WHERE protection25.code IS NOT NULL AND protection25.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected4.retractedAt IS NULL AND ctx.id <> other1.id AND coalesce((held3.validFrom IS NULL OR protected4.validTo IS NULL OR held3.validFrom < protected4.validTo), true) AND coalesce((protected4.validFrom IS NULL OR held3.validTo IS NULL OR protected4.validFrom < held3.validTo), true) AND NOT [other1.id, protection25.id] IN ctx.otherExcepted1
      RETURN DISTINCT protection25.code
    } + COLLECT {
      MATCH (activity4)<-[held4:TAKES_PART_IN]-(other3:Person)
      MATCH (other3)-[has_address2:HAS_ADDRESS]->(address4:Address)
      MATCH (address4)<-[kept3:HAS_ADDRESS]-(sharer4:Person)
      MATCH (sharer4)-[protected5:PROTECTED_AS]->(protection28:Protection)
      WHERE protection28.code IS NOT NULL AND protection28.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected5.retractedAt IS NULL AND ctx.id <> other3.id AND coalesce((kept3.validFrom IS NULL OR protected5.validTo IS NULL OR kept3.validFrom < protected5.validTo), true) AND coalesce((protected5.validFrom IS NULL OR kept3.validTo IS NULL OR protected5.validFrom < kept3.validTo), true) AND NOT [sharer4.id, protection28.id] IN ctx.sharerExcepted1 AND NOT address4.id IN ctx.addressExcepted1
      RETURN DISTINCT protection28.code
    } + COLLECT {
      MATCH (activity4)<-[held5:TAKES_PART_IN]-(other4:Person)
      MATCH (other4)-[member_of2:MEMBER_OF]->(household4:Household)
      MATCH (household4)<-[kept4:MEMBER_OF]-(sharer5:Person)
      MATCH (sharer5)-[protected6:PROTECTED_AS]->(protection29:Protection)
      WHERE protection29.code IS NOT NULL AND protection29.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected6.retractedAt IS NULL AND ctx.id <> other4.id AND coalesce((kept4.validFrom IS NULL OR protected6.validTo IS NULL OR kept4.validFrom < protected6.validTo), true) AND coalesce((protected6.validFrom IS NULL OR kept4.validTo IS NULL OR protected6.validFrom < kept4.validTo), true) AND NOT [sharer5.id, protection29.id] IN ctx.sharerExcepted1 AND NOT household4.id IN ctx.householdExcepted1
      RETURN DISTINCT protection29.code
    } + COLLECT {
      MATCH (activity4)-[part_of14:PART_OF]->(case10:Case)
      MATCH (case10)-[held6:CONCERNS]->(other5:Person)
      MATCH (other5)-[protected7:PROTECTED_AS]->(protection30:Protection)
      WHERE protection30.code IS NOT NULL AND protection30.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected7.retractedAt IS NULL AND ctx.id <> other5.id AND coalesce((held6.validFrom IS NULL OR protected7.validTo IS NULL OR held6.validFrom < protected7.validTo), true) AND coalesce((protected7.validFrom IS NULL OR held6.validTo IS NULL OR protected7.validFrom < held6.validTo), true) AND NOT [other5.id, protection30.id] IN ctx.otherExcepted1
      RETURN DISTINCT protection30.code
    } + COLLECT {
      MATCH (activity4)-[on3:ON]->(device4:Device)
      MATCH (device4)-[held7:LENT_TO]->(other6:Person)
      MATCH (other6)-[protected8:PROTECTED_AS]->(protection31:Protection)
      WHERE protection31.code IS NOT NULL AND protection31.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected8.retractedAt IS NULL AND ctx.id <> other6.id AND coalesce((held7.validFrom IS NULL OR protected8.validTo IS NULL OR held7.validFrom < protected8.validTo), true) AND coalesce((protected8.validFrom IS NULL OR held7.validTo IS NULL OR protected8.validFrom < held7.validTo), true) AND NOT [other6.id, protection31.id] IN ctx.otherExcepted1
      RETURN DISTINCT protection31.code
    } AS closed, ('ACTIVITIES:*' IN mask OR (size(themes) > 0 AND all(theme17 IN themes WHERE 'ACTIVITIES:' + theme17.code IN mask))) AS covered
    RETURN collect(DISTINCT CASE WHEN covered AND size(closed) = 0 THEN base.id + ' ' + activity4.id END) AS activityRead
  }
  CALL (ctx, ways, known, decided, carded) {
    UNWIND ways AS way
    UNWIND coalesce(way.things, []) AS device5
    WITH *, way.base AS base WHERE device5:Device
    WITH *, head([each IN known WHERE each.id = base.id]).mask AS mask, [{code: 'HJE'}] AS themes
    WITH *, CASE WHEN EXISTS {
      MATCH (device5)-[lent_to5:LENT_TO WHERE coalesce(lent_to5.validFrom <= $given.now, true) AND coalesce(lent_to5.validTo > $given.now, true) AND lent_to5.retractedAt IS NULL]->(party11:Person)
      WHERE party11.retractedAt IS NULL
      AND NOT device5.id IN ctx.subjectExcepted4 AND NOT party11.id IN ctx.partyExcepted1
      WITH coalesce(head([each IN decided WHERE each.id = party11.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}).core AS party11Codes1
      WHERE size(party11Codes1) > 0
      RETURN party11Codes1
    } THEN ['PARTY'] ELSE [] END + COLLECT {
      MATCH (device5)-[held8:LENT_TO]->(other7:Person)
      MATCH (other7)-[protected9:PROTECTED_AS]->(protection32:Protection)
      WHERE protection32.code IS NOT NULL AND protection32.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected9.retractedAt IS NULL AND ctx.id <> other7.id AND coalesce((held8.validFrom IS NULL OR protected9.validTo IS NULL OR held8.validFrom < protected9.validTo), true) AND coalesce((protected9.validFrom IS NULL OR held8.validTo IS NULL OR protected9.validFrom < held8.validTo), true) AND NOT [other7.id, protection32.id] IN ctx.otherExcepted1
      RETURN DISTINCT protection32.code
    } + COLLECT {
      MATCH (device5)-[held9:LENT_TO]->(other8:Person)
      MATCH (other8)-[has_address3:HAS_ADDRESS]->(address5:Address)
      MATCH (address5)<-[kept5:HAS_ADDRESS]-(sharer6:Person)
      MATCH (sharer6)-[protected10:PROTECTED_AS]->(protection33:Protection)
      WHERE protection33.code IS NOT NULL AND protection33.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected10.retractedAt IS NULL AND ctx.id <> other8.id AND coalesce((kept5.validFrom IS NULL OR protected10.validTo IS NULL OR kept5.validFrom < protected10.validTo), true) AND coalesce((protected10.validFrom IS NULL OR kept5.validTo IS NULL OR protected10.validFrom < kept5.validTo), true) AND NOT [sharer6.id, protection33.id] IN ctx.sharerExcepted1 AND NOT address5.id IN ctx.addressExcepted1
      RETURN DISTINCT protection33.code
    } + COLLECT {
      MATCH (device5)-[held10:LENT_TO]->(other9:Person)
      MATCH (other9)-[member_of3:MEMBER_OF]->(household5:Household)
      MATCH (household5)<-[kept6:MEMBER_OF]-(sharer7:Person)
      MATCH (sharer7)-[protected11:PROTECTED_AS]->(protection34:Protection)
      WHERE protection34.code IS NOT NULL AND protection34.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected11.retractedAt IS NULL AND ctx.id <> other9.id AND coalesce((kept6.validFrom IS NULL OR protected11.validTo IS NULL OR kept6.validFrom < protected11.validTo), true) AND coalesce((protected11.validFrom IS NULL OR kept6.validTo IS NULL OR protected11.validFrom < kept6.validTo), true) AND NOT [sharer7.id, protection34.id] IN ctx.sharerExcepted1 AND NOT household5.id IN ctx.householdExcepted1
      RETURN DISTINCT protection34.code
    } + COLLECT {
      MATCH (device5)-[kept_at2:KEPT_AT]->(address6:Address)
      MATCH (address6)<-[kept7:HAS_ADDRESS]-(sharer8:Person)
      MATCH (sharer8)-[protected12:PROTECTED_AS]->(protection35:Protection)
      WHERE protection35.code IS NOT NULL AND protection35.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected12.retractedAt IS NULL AND coalesce((kept7.validFrom IS NULL OR protected12.validTo IS NULL OR kept7.validFrom < protected12.validTo), true) AND coalesce((protected12.validFrom IS NULL OR kept7.validTo IS NULL OR protected12.validFrom < kept7.validTo), true) AND NOT [sharer8.id, protection35.id] IN ctx.sharerExcepted1 AND NOT address6.id IN ctx.addressExcepted1
      RETURN DISTINCT protection35.code
    } AS closed, ('DEVICES:*' IN mask OR (size(themes) > 0 AND all(theme20 IN themes WHERE 'DEVICES:' + theme20.code IN mask))) AS covered
    RETURN collect(DISTINCT CASE WHEN covered AND size(closed) = 0 THEN base.id + ' ' + device5.id END) AS deviceRead
  }
  WITH *, caseRead + activityRead + deviceRead AS read
  CALL (ctx, ways) {
    UNWIND ways AS way
    UNWIND way.nodes AS unit8
    WITH * WHERE unit8:Unit
    WITH *, CASE WHEN NOT unit8.id IN ctx.subjectExcepted5 AND unit8.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS closed
    RETURN collect(DISTINCT CASE WHEN size(closed) > 0 THEN unit8.id END) AS veiled
  }
  CALL (ends) {
    UNWIND ends AS end
    WITH DISTINCT end AS base
    MATCH (base)<-[of2:OF WHERE of2.validFrom <= $given.now AND coalesce(of2.validTo, 9007199254740991) > $given.now AND of2.retractedAt IS NULL]-(restriction1:Restriction)
    MATCH (restriction1)-[withholds1:WITHHOLDS WHERE withholds1.validFrom <= $given.now AND coalesce(withholds1.validTo, 9007199254740991) > $given.now AND withholds1.retractedAt IS NULL]->(unit9:Unit)
    WHERE all(it IN [restriction1, unit9] WHERE it.retractedAt IS NULL) AND restriction1.validFrom <= $given.now AND coalesce(restriction1.validTo, 9007199254740991) > $given.now
    RETURN reduce(all = [], some IN collect([unit9.id] + COLLECT {
      MATCH (unit9)<-[at17:AT WHERE at17.retractedAt IS NULL]-(position18:Position)
      MATCH (position18)<-[holds7:HOLDS WHERE holds7.retractedAt IS NULL]-(employee1:Employee)
      WHERE all(it IN [position18, employee1] WHERE it.retractedAt IS NULL)
      RETURN employee1.id
    }) | all + some) AS withheld
  }
  CALL (ctx, known, read, veiled, withheld, controller, decided, carded, offered) {
    UNWIND offered AS it
    WITH ctx, known, read, veiled, withheld, controller, decided, carded, it, it.way AS way, it.way.base AS base, it.way.holder AS holder, it.way.role AS role
    WITH *, coalesce(head([each IN decided WHERE each.id = holder.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS holderDecided1
    WITH *, holderDecided1.mask + CASE WHEN size(holderDecided1.core) = 0 THEN ['CARD'] ELSE [] END AS holderMask1
    WITH *, controller OR NOT coalesce(way.personal, false) OR (false OR 'CARD' IN holderMask1) AS there, head(known) AS mask
    WITH *, coalesce(way.personal AND holder.id = ctx.id, false) OR ((true) AND all(need IN way.needs WHERE need IN mask.mask) AND (size(way.needs) = 0 OR NOT mask.shut) AND all(thing IN coalesce(way.things, []) WHERE base.id + ' ' + thing.id IN read)) AS told
    WHERE there AND (told OR (controller AND (NOT coalesce(way.telling, false) OR $given.a1 IS NULL AND $given.a2 IS NULL))) = true
    AND (controller OR none(node IN way.nodes + [way.holder] WHERE coalesce(node.id IN withheld, false)))
    RETURN collect({of: way.of, order: way.order, way: way, told: told, offers: it.offers, lifts: it.lifts, key: reduce(text = '', id IN [node IN [CASE WHEN coalesce(way.personal, false) THEN holder END, role] WHERE node IS NOT NULL | node.id] + [node IN way.nodes | CASE WHEN node.id IN veiled THEN 'unit:NAV' ELSE node.id END] | CASE WHEN text = '' THEN id ELSE text + ' ' + id END)}) AS ones
  }
  CALL () {
    MATCH (purpose:Purpose)
    WHERE purpose.retractedAt IS NULL
    MATCH (purpose)-[covers15:COVERS WHERE covers15.validFrom <= $given.now AND coalesce(covers15.validTo, 9007199254740991) > $given.now AND covers15.retractedAt IS NULL]->(category11:Category)
    WHERE category11.retractedAt IS NULL
    AND category11.code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']
    WITH purpose, collect(DISTINCT category11.code) AS codes
    RETURN collect({id: purpose.id, code: purpose.code, covers: codes + [code IN CASE WHEN 'IDENTITY' IN codes THEN ['CARD'] ELSE [] END WHERE NOT code IN codes]}) AS purposes
  }
  CALL (ones) {
    UNWIND [one IN ones WHERE one.way.role IS NOT NULL] AS one
    WITH one.of AS of, one.key AS key, collect(one) AS those
    RETURN collect({those: those, role: head(those).way.role}) AS seats
  }
  CALL (seats) {
    UNWIND range(0, size(seats) - 1) AS number
    WITH number, seats[number].role AS role
    MATCH (role)-[has1:COVERS|HANDLES|MAY_STATE WHERE has1.validFrom <= $given.now AND coalesce(has1.validTo, 9007199254740991) > $given.now AND has1.retractedAt IS NULL]->(what1)
    WHERE what1.retractedAt IS NULL
    WITH number, collect(DISTINCT CASE WHEN what1:Category AND 'READ' IN coalesce(has1.actions, ['READ']) AND what1.code IN ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] THEN what1.code END) AS codes, collect(DISTINCT CASE WHEN what1:Theme THEN what1.code END) AS themes, collect(DISTINCT CASE WHEN what1:Purpose THEN what1.id END) AS stating
    RETURN collect({number: number, codes: codes, themes: themes, stating: stating}) AS covering
  }
  CALL (seats, covering) {
    UNWIND covering AS each
    WITH each.codes AS named, each.themes AS themes, each.stating AS stating, seats[each.number] AS seat
    WITH themes, stating, seat.role AS role, seat.those AS those, head(seat.those) AS one, named + [code IN CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END WHERE NOT code IN named] AS codes
    WITH *, CASE WHEN one.way.whole THEN codes ELSE [entry IN reduce(found24 = [], entry11 IN one.offers | found24 + CASE WHEN NOT entry11 CONTAINS ':' THEN [entry11] WHEN entry11 ENDS WITH ':*' THEN [theme21 IN themes | split(entry11, ':')[0] + ':' + theme21] WHEN split(entry11, ':')[1] IN themes THEN [entry11] ELSE [] END) WHERE split(entry, ':')[0] IN codes] END AS given
    WITH *, CASE WHEN size(those) = 1 THEN those ELSE COLLECT {
      UNWIND those AS it
      WITH it.way.base.id AS base, it.way.seat.id AS seat, it.way.holder.id AS holder, it.way.stated AS stated, it.lifts AS lifts, it
      WITH base, seat, holder, stated, lifts, collect(it) AS alike
      RETURN head(alike)
    } END AS apart
    RETURN collect({those: those, apart: apart, given: given, role: role, stating: stating, order: one.order, key: one.key, codes: CASE WHEN one.way.whole THEN codes ELSE [entry IN given WHERE NOT entry CONTAINS ':'] END, whole: one.way.whole, themes: CASE WHEN one.way.whole THEN themes ELSE [] END}) AS roles
  }
  WITH *, roles + [one IN ones WHERE one.way.role IS NULL | {order: one.order, key: one.key, those: [one], apart: [one], given: one.offers, codes: [entry IN one.offers WHERE NOT entry CONTAINS ':']}] AS formed
  WITH *, [subject] + thing.owners + [link IN links | link.node] AS heads
  WITH *, [] AS inherits
  CALL (heads, inherits) {
    UNWIND heads + [each IN inherits | each.other] AS base2
    WITH DISTINCT base2 WHERE base2:Person
    CALL (base2) {
      UNWIND [{closes: 'core', code: 'DISQUALIFIED', of: ['Employee'], ids: COLLECT {
        MATCH (base2)<-[is1:IS WHERE is1.retractedAt IS NULL]-(viewer12:Employee)
        WHERE viewer12.retractedAt IS NULL
        RETURN DISTINCT viewer12.id
      } + COLLECT {
        MATCH (base2)<-[parent_of1:PARENT_OF WHERE parent_of1.retractedAt IS NULL]-(self1:Person)
        MATCH (self1)<-[is2:IS WHERE is2.retractedAt IS NULL]-(viewer13:Employee)
        WHERE all(it IN [self1, viewer13] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer13.id
      } + COLLECT {
        MATCH (base2)-[parent_of2:PARENT_OF WHERE parent_of2.retractedAt IS NULL]->(self2:Person)
        MATCH (self2)<-[is3:IS WHERE is3.retractedAt IS NULL]-(viewer14:Employee)
        WHERE all(it IN [self2, viewer14] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer14.id
      } + COLLECT {
        MATCH (base2)-[parent_of3:PARENT_OF*2..3]->(self3:Person)
        MATCH (self3)<-[is4:IS WHERE is4.retractedAt IS NULL]-(viewer15:Employee)
        WHERE all(it IN [self3, viewer15] WHERE it.retractedAt IS NULL) AND all(step19 IN parent_of3 WHERE step19.retractedAt IS NULL AND endNode(step19).retractedAt IS NULL)
        RETURN DISTINCT viewer15.id
      } + COLLECT {
        MATCH (base2)<-[parent_of4:PARENT_OF*2..3]-(self4:Person)
        MATCH (self4)<-[is5:IS WHERE is5.retractedAt IS NULL]-(viewer16:Employee)
        WHERE all(it IN [self4, viewer16] WHERE it.retractedAt IS NULL) AND all(step20 IN parent_of4 WHERE step20.retractedAt IS NULL AND startNode(step20).retractedAt IS NULL)
        RETURN DISTINCT viewer16.id
      } + COLLECT {
        MATCH (base2)<-[partner_of1:PARTNER_OF WHERE partner_of1.retractedAt IS NULL]-(self5:Person)
        MATCH (self5)<-[is6:IS WHERE is6.retractedAt IS NULL]-(viewer17:Employee)
        WHERE all(it IN [self5, viewer17] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer17.id
      } + COLLECT {
        MATCH (base2)-[partner_of2:PARTNER_OF WHERE partner_of2.retractedAt IS NULL]->(self6:Person)
        MATCH (self6)<-[is7:IS WHERE is7.retractedAt IS NULL]-(viewer18:Employee)
        WHERE all(it IN [self6, viewer18] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer18.id
      } + COLLECT {
        MATCH (base2)<-[parent_of5:PARENT_OF WHERE parent_of5.retractedAt IS NULL]-(person2:Person)
        WHERE person2.retractedAt IS NULL
        MATCH (person2)-[parent_of6:PARENT_OF WHERE parent_of6.retractedAt IS NULL]->(self7:Person)
        MATCH (self7)<-[is8:IS WHERE is8.retractedAt IS NULL]-(viewer19:Employee)
        WHERE all(it IN [self7, viewer19] WHERE it.retractedAt IS NULL) AND self7.id <> base2.id
        RETURN DISTINCT viewer19.id
      } + COLLECT {
        MATCH (base2)-[parent_of7:PARENT_OF WHERE parent_of7.retractedAt IS NULL]->(person3:Person)
        WHERE person3.retractedAt IS NULL
        MATCH (person3)<-[parent_of8:PARENT_OF WHERE parent_of8.retractedAt IS NULL]-(self8:Person)
        MATCH (self8)<-[is9:IS WHERE is9.retractedAt IS NULL]-(viewer20:Employee)
        WHERE all(it IN [self8, viewer20] WHERE it.retractedAt IS NULL) AND self8.id <> base2.id
        RETURN DISTINCT viewer20.id
      }, but: false, staff: false}] + [{closes: 'core', code: 'SAME_OFFICE', of: ['Employee'], ids: COLLECT {
        MATCH (base2)<-[is10:IS WHERE coalesce(is10.validFrom <= $given.now, true) AND coalesce(is10.validTo > $given.now, true) AND is10.retractedAt IS NULL]-(employee2:Employee)
        MATCH (employee2)-[holds8:HOLDS WHERE coalesce(holds8.validFrom <= $given.now, true) AND coalesce(holds8.validTo > $given.now, true) AND holds8.retractedAt IS NULL]->(position19:Position)
        MATCH (position19)-[at18:AT WHERE coalesce(at18.validFrom <= $given.now, true) AND coalesce(at18.validTo > $given.now, true) AND at18.retractedAt IS NULL]->(unit10:Unit)
        WHERE all(it IN [employee2, position19, unit10] WHERE it.retractedAt IS NULL)
        MATCH (unit10)<-[at19:AT WHERE coalesce(at19.validFrom <= $given.now, true) AND coalesce(at19.validTo > $given.now, true) AND at19.retractedAt IS NULL]-(position20:Position)
        MATCH (position20)<-[holds9:HOLDS WHERE coalesce(holds9.validFrom <= $given.now, true) AND coalesce(holds9.validTo > $given.now, true) AND holds9.retractedAt IS NULL]-(viewer21:Employee)
        WHERE all(it IN [position20, viewer21] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer21.id
      }, but: false, staff: false}] + COLLECT {
        MATCH (base2)-[protected_as3:PROTECTED_AS WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL]->(protection36:Protection)
        WHERE protection36.retractedAt IS NULL
        AND protection36.code IS NOT NULL AND protection36.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
        RETURN {closes: 'core', code: protection36.code, of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false, met1: [protection36]}
      } + COLLECT {
        MATCH (base2)-[protected_as4:PROTECTED_AS WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL]->(protection37:Protection)
        WHERE protection37.retractedAt IS NULL
        AND protection37.code IS NOT NULL AND protection37.code = 'SHIELDED'
        RETURN {closes: 'core', code: protection37.code, of: ['Employee'], ids: [], but: true, staff: true, met1: [protection37]}
      } + CASE WHEN base2.screenedAt IS NULL THEN [{closes: 'core', code: 'UNSCREENED', of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false}] ELSE [] END + COLLECT {
        MATCH (base2)-[protected_as5:PROTECTED_AS WHERE coalesce(protected_as5.validFrom <= $given.now, true) AND coalesce(protected_as5.validTo > $given.now, true) AND protected_as5.retractedAt IS NULL]->(protection38:Protection)
        WHERE protection38.retractedAt IS NULL
        AND coalesce((protection38.code IS NULL OR NOT (protection38.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
        RETURN {closes: 'core', code: 'UNSCREENED', of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false}
      } + [{closes: 'most', code: 'GUARDIAN_OF_SUBJECT', of: ['Employee'], ids: COLLECT {
        MATCH (base2)<-[from20:FROM WHERE coalesce(from20.validFrom <= $given.now, true) AND coalesce(from20.validTo > $given.now, true) AND from20.retractedAt IS NULL]-(mandate23:Mandate {kind: 'GUARDIANSHIP'})
        MATCH (mandate23)-[to16:TO WHERE coalesce(to16.validFrom <= $given.now, true) AND coalesce(to16.validTo > $given.now, true) AND to16.retractedAt IS NULL]->(person4:Person)
        MATCH (person4)<-[is11:IS WHERE coalesce(is11.validFrom <= $given.now, true) AND coalesce(is11.validTo > $given.now, true) AND is11.retractedAt IS NULL]-(viewer22:Employee)
        WHERE all(it IN [mandate23, person4, viewer22] WHERE it.retractedAt IS NULL) AND coalesce(mandate23.validFrom <= $given.now, true) AND coalesce(mandate23.validTo > $given.now, true) AND coalesce(mandate23.revokedAt > $given.now, true)
        RETURN DISTINCT viewer22.id
      }, but: false, staff: false}] + CASE WHEN base2.deathDate IS NOT NULL AND coalesce((base2.deathDate + duration({months: 12})) < date($given.today), true) THEN [{closes: 'most', code: 'DECEASED', of: ['Employee', 'Client'], ids: COLLECT {
        MATCH (protection39:Protection {code: 'DECEASED'})
        WHERE protection39.retractedAt IS NULL
        MATCH (protection39)<-[cleared_for12:CLEARED_FOR WHERE cleared_for12.validFrom <= $given.now AND coalesce(cleared_for12.validTo, 9007199254740991) > $given.now AND cleared_for12.retractedAt IS NULL]-(viewer23:Employee)
        MATCH (viewer23)-[holds10:HOLDS WHERE holds10.validFrom <= $given.now AND coalesce(holds10.validTo, 9007199254740991) > $given.now AND holds10.retractedAt IS NULL]->(position21:Position)
        MATCH (position21)-[at20:AT WHERE at20.validFrom <= $given.now AND coalesce(at20.validTo, 9007199254740991) > $given.now AND at20.retractedAt IS NULL]->(unit11:Unit)
        WHERE all(it IN [viewer23, position21, unit11] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT viewer23.id
      }, but: true, staff: false}] ELSE [] END + COLLECT {
        MATCH (base2)-[belongs_to6:BELONGS_TO WHERE coalesce(belongs_to6.validFrom <= $given.now, true) AND coalesce(belongs_to6.validTo > $given.now, true) AND belongs_to6.retractedAt IS NULL]->(area9:Area {kind: 'COUNTRY'})
        WHERE area9.retractedAt IS NULL
        RETURN {closes: 'most', code: 'LIVES_ABROAD', of: ['Employee', 'Client'], ids: COLLECT {
          MATCH (protection40:Protection {code: 'ABROAD'})
          WHERE protection40.retractedAt IS NULL
          MATCH (protection40)<-[cleared_for13:CLEARED_FOR WHERE cleared_for13.validFrom <= $given.now AND coalesce(cleared_for13.validTo, 9007199254740991) > $given.now AND cleared_for13.retractedAt IS NULL]-(viewer24:Employee)
          MATCH (viewer24)-[holds11:HOLDS WHERE holds11.validFrom <= $given.now AND coalesce(holds11.validTo, 9007199254740991) > $given.now AND holds11.retractedAt IS NULL]->(position22:Position)
          MATCH (position22)-[at21:AT WHERE at21.validFrom <= $given.now AND coalesce(at21.validTo, 9007199254740991) > $given.now AND at21.retractedAt IS NULL]->(unit12:Unit)
          WHERE all(it IN [viewer24, position22, unit12] WHERE it.retractedAt IS NULL)
          RETURN DISTINCT viewer24.id
        }, but: true, staff: false}
      } + COLLECT {
        MATCH (base2)-[belongs_to7:BELONGS_TO WHERE coalesce(belongs_to7.validFrom <= $given.now, true) AND coalesce(belongs_to7.validTo > $given.now, true) AND belongs_to7.retractedAt IS NULL]->(area10:Area {kind: 'UNKNOWN'})
        WHERE area10.retractedAt IS NULL
        RETURN {closes: 'most', code: 'UNKNOWN_RESIDENCE', of: ['Employee', 'Client'], ids: COLLECT {
          MATCH (protection41:Protection {code: 'UNKNOWN_RESIDENCE'})
          WHERE protection41.retractedAt IS NULL
          MATCH (protection41)<-[cleared_for14:CLEARED_FOR WHERE cleared_for14.validFrom <= $given.now AND coalesce(cleared_for14.validTo, 9007199254740991) > $given.now AND cleared_for14.retractedAt IS NULL]-(viewer25:Employee)
          MATCH (viewer25)-[holds12:HOLDS WHERE holds12.validFrom <= $given.now AND coalesce(holds12.validTo, 9007199254740991) > $given.now AND holds12.retractedAt IS NULL]->(position23:Position)
          MATCH (position23)-[at22:AT WHERE at22.validFrom <= $given.now AND coalesce(at22.validTo, 9007199254740991) > $given.now AND at22.retractedAt IS NULL]->(unit13:Unit)
          WHERE all(it IN [viewer25, position23, unit13] WHERE it.retractedAt IS NULL)
          RETURN DISTINCT viewer25.id
        }, but: true, staff: false}
      } + COLLECT {
        MATCH (base2)-[protected13:PROTECTED_AS]->(protection42:Protection)
        WHERE protection42.code IS NOT NULL AND protection42.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected13.retractedAt IS NULL AND coalesce((protected13.validFrom IS NULL OR protected13.validFrom <= $given.now), true) AND coalesce((protected13.validTo IS NULL OR protected13.validTo > $given.now), true)
        RETURN {closes: 'places', code: protection42.code, of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false, met1: [protection42], met2: [base2, protection42]}
      } + COLLECT {
        MATCH (base2)-[held11:HAS_ADDRESS]->(address7:Address)
        MATCH (address7)<-[kept8:HAS_ADDRESS]-(sharer9:Person)
        MATCH (sharer9)-[protected14:PROTECTED_AS]->(protection43:Protection)
        WHERE protection43.code IS NOT NULL AND protection43.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected14.retractedAt IS NULL AND coalesce((held11.validFrom IS NULL OR held11.validFrom <= $given.now), true) AND coalesce((held11.validTo IS NULL OR held11.validTo > $given.now), true) AND coalesce((kept8.validFrom IS NULL OR protected14.validTo IS NULL OR kept8.validFrom < protected14.validTo), true) AND coalesce((protected14.validFrom IS NULL OR kept8.validTo IS NULL OR protected14.validFrom < kept8.validTo), true)
        RETURN {closes: 'places', code: protection43.code, of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false, met1: [protection43], met2: [sharer9, protection43], met3: [address7]}
      } + COLLECT {
        MATCH (base2)-[held12:MEMBER_OF]->(household6:Household)
        MATCH (household6)<-[kept9:MEMBER_OF]-(sharer10:Person)
        MATCH (sharer10)-[protected15:PROTECTED_AS]->(protection44:Protection)
        WHERE protection44.code IS NOT NULL AND protection44.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected15.retractedAt IS NULL AND coalesce((held12.validFrom IS NULL OR held12.validFrom <= $given.now), true) AND coalesce((held12.validTo IS NULL OR held12.validTo > $given.now), true) AND coalesce((kept9.validFrom IS NULL OR protected15.validTo IS NULL OR kept9.validFrom < protected15.validTo), true) AND coalesce((protected15.validFrom IS NULL OR kept9.validTo IS NULL OR protected15.validFrom < kept9.validTo), true)
        RETURN {closes: 'places', code: protection44.code, of: ['Employee', 'Person', 'Client'], ids: [base2.id], but: true, staff: false, met1: [protection44], met2: [sharer10, protection44], met4: [household6]}
      } AS met
      WITH *, met.ids + CASE WHEN met.met1 IS NULL THEN [] ELSE COLLECT {
        UNWIND [met.met1] AS those
        WITH those[0] AS protection45
        MATCH (protection45)<-[opens11:OPENS*0..1]-(protection46:Protection)
        MATCH (protection46)<-[cleared_for15:CLEARED_FOR WHERE cleared_for15.validFrom <= $given.now AND coalesce(cleared_for15.validTo, 9007199254740991) > $given.now AND cleared_for15.retractedAt IS NULL]-(viewer26:Employee)
        MATCH (viewer26)-[holds13:HOLDS WHERE holds13.validFrom <= $given.now AND coalesce(holds13.validTo, 9007199254740991) > $given.now AND holds13.retractedAt IS NULL]->(position24:Position)
        MATCH (position24)-[at23:AT WHERE at23.validFrom <= $given.now AND coalesce(at23.validTo, 9007199254740991) > $given.now AND at23.retractedAt IS NULL]->(unit14:Unit)
        WHERE all(it IN [protection46, viewer26, position24, unit14] WHERE it.retractedAt IS NULL) AND all(step21 IN opens11 WHERE step21.validFrom <= $given.now AND coalesce(step21.validTo, 9007199254740991) > $given.now AND step21.retractedAt IS NULL AND startNode(step21).retractedAt IS NULL)
        AND protection45.retractedAt IS NULL
        RETURN DISTINCT viewer26.id
      } END + CASE WHEN met.met2 IS NULL THEN [] ELSE COLLECT {
        UNWIND [met.met2] AS those
        WITH those[0] AS subject16, those[1] AS protection47
        MATCH (subject16)<-[from21:FROM WHERE from21.validFrom <= $given.now AND coalesce(from21.validTo, 9007199254740991) > $given.now AND from21.retractedAt IS NULL]-(mandate24:Mandate)
        MATCH (mandate24)-[to17:TO WHERE to17.validFrom <= $given.now AND coalesce(to17.validTo, 9007199254740991) > $given.now AND to17.retractedAt IS NULL]->(viewer27:Person)
        WHERE all(it IN [mandate24, viewer27] WHERE it.retractedAt IS NULL) AND mandate24.validFrom <= $given.now AND coalesce(mandate24.validTo, 9007199254740991) > $given.now AND mandate24.revokedAt IS NULL
        MATCH (mandate24)-[cleared_for16:CLEARED_FOR WHERE cleared_for16.validFrom <= $given.now AND coalesce(cleared_for16.validTo, 9007199254740991) > $given.now AND cleared_for16.retractedAt IS NULL]->(protection48:Protection)
        MATCH (protection48)-[opens12:OPENS*0..1]->(protection47)
        WHERE protection48.retractedAt IS NULL AND all(step22 IN opens12 WHERE step22.validFrom <= $given.now AND coalesce(step22.validTo, 9007199254740991) > $given.now AND step22.retractedAt IS NULL AND endNode(step22).retractedAt IS NULL)
        AND subject16.retractedAt IS NULL AND protection47.retractedAt IS NULL
        RETURN DISTINCT viewer27.id
      } END + CASE WHEN met.met3 IS NULL THEN [] ELSE COLLECT {
        UNWIND [met.met3] AS those
        WITH those[0] AS address8
        MATCH (address8)<-[has_address4:HAS_ADDRESS WHERE has_address4.validFrom <= $given.now AND coalesce(has_address4.validTo, 9007199254740991) > $given.now AND has_address4.retractedAt IS NULL]-(viewer28:Person)
        WHERE viewer28.retractedAt IS NULL
        AND address8.retractedAt IS NULL
        RETURN DISTINCT viewer28.id
      } END + CASE WHEN met.met4 IS NULL THEN [] ELSE COLLECT {
        UNWIND [met.met4] AS those
        WITH those[0] AS household7
        MATCH (household7)<-[member_of4:MEMBER_OF WHERE member_of4.validFrom <= $given.now AND coalesce(member_of4.validTo, 9007199254740991) > $given.now AND member_of4.retractedAt IS NULL]-(viewer29:Person)
        WHERE viewer29.retractedAt IS NULL
        AND household7.retractedAt IS NULL
        RETURN DISTINCT viewer29.id
      } END AS ids
      RETURN collect({closes: met.closes, code: met.code, of: met.of, but: met.but, staff: met.staff, ids: ids}) AS entries
    }
    RETURN collect({id: base2.id, core: [entry IN entries WHERE entry.closes = 'core' AND (entry.but OR size(entry.ids) > 0)], most: [entry IN entries WHERE entry.closes = 'most' AND (entry.but OR size(entry.ids) > 0)], places: [entry IN entries WHERE entry.closes = 'places' AND (entry.but OR size(entry.ids) > 0)]}) AS personKept
  }
  WITH *, personKept AS barring
  CALL (heads, inherits, barring) {
    UNWIND heads AS head
    WITH DISTINCT head, barring, [i IN inherits WHERE i.head = head.id] AS mine
    WITH *, head([o IN barring WHERE o.id = head.id]) AS own
    WITH *, reduce(all = coalesce(own.core, []), i IN mine | all + [e IN head([o IN barring WHERE o.id = i.other.id]).core | {closes: 'core', code: i.code, of: [k IN e.of WHERE k IN i.of], ids: CASE WHEN e.but THEN e.ids + i.ids ELSE [id IN e.ids WHERE NOT id IN i.ids] END, but: e.but, staff: e.staff}]) AS core
    RETURN collect({id: head.id, core: core, asks: head:Person OR size(mine) > 0, most: coalesce(own.most, []), places: coalesce(own.places, [])}) AS barred
  }
  WITH *, head([each IN barred WHERE each.id = subject.id]) AS closing
  CALL (barred, closing) {
    UNWIND barred AS base
    WITH *, CASE WHEN base.id = closing.id THEN base.core ELSE base.core + closing.core END AS core
    WITH *, reduce(ids = null, each IN [entry IN core + base.most WHERE entry.but AND 'Employee' IN entry.of] | CASE WHEN ids IS NULL THEN each.ids ELSE [id IN ids WHERE id IN each.ids] END) AS least
    WITH *, CASE WHEN least IS NULL THEN null ELSE COLLECT {
      UNWIND least AS few
      MATCH (employee:Employee {id: few})-[held:HOLDS]->(position:Position)
      WHERE held.validFrom <= $given.now AND coalesce(held.validTo, 9007199254740991) > $given.now AND held.retractedAt IS NULL
      WITH position.id AS seat, collect(employee) AS those
      RETURN {seat: seat, those: those}
    } END AS cleared
    RETURN collect({id: base.id, core: core, most: base.most, places: closing.places, asks: base.asks OR closing.asks, cleared: cleared}) AS kept
  }
  CALL (formed, thing) {
    UNWIND formed AS form
    UNWIND [want IN thing.wants WHERE (want IN form.given OR split(want, ':')[0] + ':*' IN form.given)] AS want
    UNWIND form.apart AS it
    WITH want, it, it.way AS way
    RETURN collect(DISTINCT {need: way.base.id, want: want, stated: way.stated, kinds: way.kinds, seat: way.seat.id, holder: way.holder.id, secondary: way.secondary, clears: way.clears, lifting: way.lifting, lifts: it.lifts}) AS opening
  }
  WITH *, [way IN opening | {way: way, barred: head([each IN kept WHERE each.id = way.need])}] AS openers
  CALL (formed, kept, purposes, thing) {
    UNWIND [each IN formed WHERE each.role IS NOT NULL] AS form
    WITH kept, purposes, thing, form, form.given AS given, head(form.those).way.stated AS stated
    WITH *, CASE WHEN thing.among IS NOT NULL THEN [entry IN form.codes WHERE coalesce(entry IN thing.among, true)] ELSE form.codes END AS wanted
    WITH *, head(COLLECT {
      UNWIND form.apart AS each
      WITH each.way AS way, each.lifts AS lifts, head(kept) AS barred
      UNWIND CASE WHEN way.holder IS NOT NULL THEN [way.holder] WHEN way.few AND barred.cleared IS NOT NULL THEN coalesce(head([some IN barred.cleared WHERE some.seat = way.seat.id]).those, []) ELSE [way.seat] END AS start
      MATCH (start)-[held:HOLDS WHERE held.validFrom <= $given.now AND coalesce(held.validTo, 9007199254740991) > $given.now AND held.retractedAt IS NULL]-(other)
      WHERE way.seat.id IN [start.id, other.id]
      WITH way, lifts, barred, CASE WHEN start.id = way.seat.id THEN other ELSE start END AS holder
      WITH *, CASE WHEN holder:Employee THEN 'Employee' WHEN holder:Person THEN 'Person' ELSE 'Client' END AS kind, holder:Employee AND (coalesce(way.staff, false) OR EXISTS {
        MATCH (holder)-[holds14:HOLDS WHERE holds14.validFrom <= $given.now AND coalesce(holds14.validTo, 9007199254740991) > $given.now AND holds14.retractedAt IS NULL]->(position25:Position)
        MATCH (position25)-[at24:AT WHERE at24.validFrom <= $given.now AND coalesce(at24.validTo, 9007199254740991) > $given.now AND at24.retractedAt IS NULL]->(unit15:Unit)
        WHERE all(it IN [position25, unit15] WHERE it.retractedAt IS NULL)
      }) AS staffed
      WHERE holder.retractedAt IS NULL AND kind IN way.kinds
      AND none(d IN barred.core + barred.most WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed) AND (d.closes = 'core' OR NOT coalesce(way.secondary, false)) AND NOT coalesce(CASE WHEN d.closes = 'core' THEN way.clears ELSE way.lifting END AND d.code IN lifts, false)) AND (NOT barred.asks OR (NOT kind IN ['Employee'] OR EXISTS {
        MATCH (holder)-[is12:IS WHERE is12.validFrom <= $given.now AND coalesce(is12.validTo, 9007199254740991) > $given.now AND is12.retractedAt IS NULL]->(person5:Person)
        WHERE person5.retractedAt IS NULL
      }))
      RETURN coalesce(none(d IN barred.places WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed)), false) LIMIT 1
    }) AS first
    WITH *, CASE WHEN first IS NULL THEN [] ELSE reduce(all = [], p IN purposes | CASE WHEN p.id IN form.stating THEN all + p.covers ELSE all END) END AS own
    WITH *, CASE WHEN first IS NULL THEN [] ELSE [code IN wanted WHERE (thing.row IS NULL AND stated IS NULL AND code IN own AND (first OR NOT code IN ['ADDRESS', 'SERVICE'])) OR EXISTS {
      UNWIND form.apart AS each
      WITH each.way AS way, each.lifts AS lifts, head(kept) AS barred, code, purposes
      UNWIND CASE WHEN way.holder IS NOT NULL THEN [way.holder] WHEN way.few AND barred.cleared IS NOT NULL THEN coalesce(head([some IN barred.cleared WHERE some.seat = way.seat.id]).those, []) ELSE [way.seat] END AS start
      MATCH (start)-[held:HOLDS WHERE held.validFrom <= $given.now AND coalesce(held.validTo, 9007199254740991) > $given.now AND held.retractedAt IS NULL]-(other)
      WHERE way.seat.id IN [start.id, other.id]
      WITH way, lifts, barred, code, purposes, CASE WHEN start.id = way.seat.id THEN other ELSE start END AS holder
      WITH *, CASE WHEN holder:Employee THEN 'Employee' WHEN holder:Person THEN 'Person' ELSE 'Client' END AS kind, holder:Employee AND (coalesce(way.staff, false) OR EXISTS {
        MATCH (holder)-[holds15:HOLDS WHERE holds15.validFrom <= $given.now AND coalesce(holds15.validTo, 9007199254740991) > $given.now AND holds15.retractedAt IS NULL]->(position26:Position)
        MATCH (position26)-[at25:AT WHERE at25.validFrom <= $given.now AND coalesce(at25.validTo, 9007199254740991) > $given.now AND at25.retractedAt IS NULL]->(unit16:Unit)
        WHERE all(it IN [position26, unit16] WHERE it.retractedAt IS NULL)
      }) AS staffed
      WHERE holder.retractedAt IS NULL AND kind IN way.kinds
      AND none(d IN barred.core + barred.most WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed) AND (d.closes = 'core' OR NOT coalesce(way.secondary, false)) AND NOT coalesce(CASE WHEN d.closes = 'core' THEN way.clears ELSE way.lifting END AND d.code IN lifts, false)) AND (NOT barred.asks OR (NOT kind IN ['Employee'] OR EXISTS {
        MATCH (holder)-[is13:IS WHERE is13.validFrom <= $given.now AND coalesce(is13.validTo, 9007199254740991) > $given.now AND is13.retractedAt IS NULL]->(person6:Person)
        WHERE person6.retractedAt IS NULL
      }))
      WITH *, none(d IN barred.places WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed)) AS placed, CASE WHEN kind = 'Person' THEN [{covers: ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']}] ELSE head([stating IN [COLLECT {
        MATCH (holder)-[holds16:HOLDS WHERE holds16.validFrom <= $given.now AND coalesce(holds16.validTo, 9007199254740991) > $given.now AND holds16.retractedAt IS NULL]->(position27:Position)
        MATCH (position27)-[in23:IN WHERE in23.validFrom <= $given.now AND coalesce(in23.validTo, 9007199254740991) > $given.now AND in23.retractedAt IS NULL]->(role4:Role)
        MATCH (role4)-[may_state1:MAY_STATE WHERE may_state1.validFrom <= $given.now AND coalesce(may_state1.validTo, 9007199254740991) > $given.now AND may_state1.retractedAt IS NULL]->(purpose3:Purpose)
        WHERE all(it IN [position27, role4, purpose3] WHERE it.retractedAt IS NULL)
        RETURN DISTINCT purpose3.id
      }] | [p IN purposes WHERE p.id IN stating]]) END AS mine, [] AS beside
      WHERE (NOT code IN ['ADDRESS', 'SERVICE'] OR placed) AND any(asked IN [code] WHERE any(p IN mine WHERE asked IN p.covers AND (way.stated IS NULL OR p.code = way.stated)))
      RETURN 1 LIMIT 1
    }] END AS had
    WITH *, CASE WHEN form.whole THEN had ELSE [entry IN given WHERE split(entry, ':')[0] IN had] END AS entries
    RETURN collect({order: form.order, key: form.key, those: form.those, apart: form.apart, wanted: wanted, given: given, entries: entries, themes: form.themes}) AS ofRoles
  }
  CALL (formed, kept, purposes, thing) {
    UNWIND [each IN formed WHERE each.role IS NULL] AS form
    WITH kept, purposes, thing, form, form.given AS given, head(form.those).way.stated AS stated
    WITH *, CASE WHEN thing.among IS NOT NULL THEN [entry IN form.codes WHERE coalesce(entry IN thing.among, true)] ELSE form.codes END AS wanted
    WITH *, head(form.those) AS one
    WITH *, one.way AS way, one.lifts AS lifts
    WITH *, way.holder AS holder
    WITH *, CASE WHEN holder:Employee THEN 'Employee' WHEN holder:Person THEN 'Person' ELSE 'Client' END AS kind, false AS staffed, head([each IN kept WHERE each.id = way.base.id]) AS barred
    WITH *, CASE WHEN kind = 'Client' THEN head([stating IN [COLLECT {
      MATCH (holder)-[may_state2:MAY_STATE WHERE may_state2.validFrom <= $given.now AND coalesce(may_state2.validTo, 9007199254740991) > $given.now AND may_state2.retractedAt IS NULL]->(purpose4:Purpose)
      WHERE purpose4.retractedAt IS NULL
      RETURN DISTINCT purpose4.id
    }] | [p IN purposes WHERE p.id IN stating]]) ELSE [{covers: ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE']}] END AS mine, none(d IN barred.core + barred.most WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed) AND (d.closes = 'core' OR NOT coalesce(way.secondary, false)) AND NOT coalesce(CASE WHEN d.closes = 'core' THEN way.clears ELSE way.lifting END AND d.code IN lifts, false)) AND (NOT barred.asks OR (NOT kind IN ['Employee'] OR EXISTS {
      MATCH (holder)-[is14:IS WHERE is14.validFrom <= $given.now AND coalesce(is14.validTo, 9007199254740991) > $given.now AND is14.retractedAt IS NULL]->(person7:Person)
      WHERE person7.retractedAt IS NULL
    })) AS open, none(d IN barred.places WHERE kind IN d.of AND (holder.id IN d.ids) <> d.but AND (NOT d.staff OR staffed)) AS placed
    WITH *, [] AS beside
    WITH *, [each IN wanted WHERE open AND (placed OR NOT each IN ['ADDRESS', 'SERVICE']) AND any(asked IN [each] WHERE any(p IN mine WHERE asked IN p.covers AND (way.stated IS NULL OR p.code = way.stated)))] AS had, any(each IN wanted WHERE (placed OR NOT each IN ['ADDRESS', 'SERVICE']) AND any(asked IN [each] WHERE any(p IN mine WHERE asked IN p.covers AND (way.stated IS NULL OR p.code = way.stated)))) AS offered
    RETURN collect({order: form.order, key: form.key, those: form.those, wanted: null, holder: holder.id, offered: offered, entries: CASE WHEN form.whole THEN had ELSE [entry IN given WHERE split(entry, ':')[0] IN had] END}) AS ofOthers
  }
  CALL (ofRoles, ofOthers) {
    UNWIND ofRoles + ofOthers AS one
    WITH one.order AS order, one.key AS key, collect(one) AS ways
    WITH *, reduce(all = [], one IN ways | all + one.entries) AS entries
    WITH * WHERE size(entries) > 0 AND ($given.a1 IS NULL OR $given.a1 IN entries) AND ($given.a2 IS NULL OR size([entry IN entries WHERE entry CONTAINS ':' AND ($given.a1 IS NULL OR split(entry, ':')[0] = $given.a1) AND split(entry, ':')[1] IN [$given.a2, '*']]) > 0 OR size([one IN ways WHERE $given.a2 IN one.themes AND any(entry IN one.entries WHERE entry IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND ($given.a1 IS NULL OR split(entry, ':')[0] = $given.a1))]) > 0 OR ($given.a1 IS NOT NULL AND NOT $given.a1 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES']))
    RETURN collect({order: order, key: key, ways: ways, entries: entries}) AS groups
  }
  CALL (groups) {
    UNWIND groups AS group
    WITH group, group.order AS order, group.key AS key
    WITH * WHERE $given.a5 IS NULL OR order > $given.a5[0] OR (order = $given.a5[0] AND key > $given.a5[1])
    WITH * ORDER BY order, key LIMIT $given.a4 + 1
    WITH *, reduce(all = [], each IN group.ways | all + each.those) AS those
    WITH *, coalesce(head([each IN those WHERE each.told]), head(those)) AS shown
    RETURN collect({order: order, key: key, group: group, those: those, shown: shown}) AS rows
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.told THEN shown.way.nodes ELSE [] END AS unit17
    WITH * WHERE unit17:Unit
    WITH *, CASE WHEN NOT unit17.id IN ctx.subjectExcepted5 AND unit17.protective = true THEN ['NOT_AVAILABLE'] ELSE [] END AS unit17Places1
    RETURN collect({number: number, it: {id: CASE WHEN size(unit17Places1) = 0 THEN unit17.id ELSE 'unit:NAV' END, name: CASE WHEN size(unit17Places1) = 0 THEN unit17.name ELSE 'NAV' END}, type: 'Unit', places: unit17Places1}) AS asUnit1
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.way.role IS NULL THEN [] ELSE [shown.way.role] END AS role5
    WITH * WHERE role5:Role
    RETURN collect({number: number, it: {code: role5.code, name: role5.name}, type: 'Role'}) AS asRole1
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.told AND shown.way.personal THEN [shown.way.holder] ELSE [] END AS person8
    WITH * WHERE person8:Person
    WITH *, coalesce(head([each IN decided WHERE each.id = person8.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS person8Decided1
    WITH *, person8Decided1.mask + CASE WHEN size(person8Decided1.core) = 0 THEN ['CARD'] ELSE [] END AS person8Mask1
    WITH * WHERE 'CARD' IN person8Mask1
    RETURN collect({number: number, it: {id: person8.id, name: CASE WHEN 'CARD' IN person8Mask1 THEN {full: [person8.givenName, person8.middleName, person8.familyName]} END}, type: 'Person', access: {mask: person8Mask1, codes: person8Decided1.codes, offered: person8Decided1.offered + ['CARD']}}) AS asPerson1
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.told THEN shown.way.nodes ELSE [] END AS business17
    WITH * WHERE business17:Business
    CALL (ctx, business17, decided, carded) {
      MATCH (business17)-[part_of15:PART_OF*0..2]->(business18:Business)
      MATCH (business18)-[owned_by4:OWNED_BY WHERE owned_by4.validFrom <= $given.now AND coalesce(owned_by4.validTo, 9007199254740991) > $given.now AND owned_by4.retractedAt IS NULL]->(subject17:Person)
      WHERE all(step23 IN part_of15 WHERE step23.validFrom <= $given.now AND coalesce(step23.validTo, 9007199254740991) > $given.now AND step23.retractedAt IS NULL AND endNode(step23).retractedAt IS NULL) AND business18.retractedAt IS NULL AND subject17.retractedAt IS NULL
      WITH *, coalesce(head([each IN decided WHERE each.id = subject17.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject17Decided1
      WITH *, subject17Decided1.mask AS subject17Mask1
      WITH *, (true AND 'WORK' IN subject17Mask1) AS whole1, 'WORK' IN subject17Mask1 AS shown1
      RETURN collect({whole: whole1, shown: shown1}) AS ways1
    }
    WITH *, (NOT EXISTS {
      MATCH (business17)-[part_of16:PART_OF*0..2]->(business19:Business)
      MATCH (business19)-[owned_by5:OWNED_BY WHERE coalesce(owned_by5.validFrom <= $given.now, true) AND coalesce(owned_by5.validTo > $given.now, true) AND owned_by5.retractedAt IS NULL]->(subject18:Person)
      WHERE all(step24 IN part_of16 WHERE coalesce(step24.validFrom <= $given.now, true) AND coalesce(step24.validTo > $given.now, true) AND step24.retractedAt IS NULL AND endNode(step24).retractedAt IS NULL) AND business19.retractedAt IS NULL AND subject18.retractedAt IS NULL
    }) OR (size((ways1)) > 0 AND all(way1 IN (ways1) WHERE way1.whole)) AS business17Whole1
    WITH * WHERE business17Whole1 AND size(CASE WHEN EXISTS {
      MATCH (business17)-[part_of17:PART_OF*0..2]->(firm1:Business {form: 'ENK'})
      WHERE all(step25 IN part_of17 WHERE coalesce(step25.validFrom <= $given.now, true) AND coalesce(step25.validTo > $given.now, true) AND step25.retractedAt IS NULL AND endNode(step25).retractedAt IS NULL) AND firm1.retractedAt IS NULL
      AND NOT EXISTS {
        MATCH (firm1)-[owned_by6:OWNED_BY WHERE owned_by6.validFrom <= $given.now AND coalesce(owned_by6.validTo, 9007199254740991) > $given.now AND owned_by6.retractedAt IS NULL]->(person9:Person)
        WHERE person9.retractedAt IS NULL
      }
    } THEN ['NO_GRANT'] ELSE [] END) = 0
    RETURN collect({number: number, it: {id: business17.id, name: business17.name}, type: 'Business'}) AS asBusiness1
  }
  CALL (ctx, decided, carded, rows) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH ctx, decided, carded, number, rows[number].shown AS shown
    UNWIND CASE WHEN shown.told THEN shown.way.nodes ELSE [] END AS municipality4
    WITH * WHERE municipality4:Municipality
    RETURN collect({number: number, it: {id: municipality4.id, name: municipality4.name}, type: 'Municipality'}) AS asMunicipality1
  }
  WITH *, {unit: asUnit1, role: asRole1, person: asPerson1, organisation: asBusiness1 + asMunicipality1} AS objects
  WITH *, [each IN asBusiness1 + asMunicipality1 | each.number] AS organised
  CALL (controller, veiled, kept, rows, openers, purposes, thing, organised) {
    UNWIND range(0, size(rows) - 1) AS number
    WITH number, controller, veiled, kept, openers, purposes, thing, organised, rows[number] AS row
    WITH *, row.group AS group, row.shown AS shown
    RETURN collect({number: number, position: [row.order, row.key], entries: group.entries, within: [each IN group.ways WHERE size(each.themes) > 0 | [each.entries, each.themes]], of: shown.of, told: shown.told, controller: controller, words: [node IN shown.way.nodes | CASE WHEN node.id IN veiled THEN 'NAV' ELSE CASE WHEN node:Business AND NOT number IN organised THEN null ELSE coalesce(node.name, node.title) END END], spans: [each IN row.those WHERE each.told | [each.way.begins, each.way.ends]]}) AS page
  }
  RETURN head(collect({concerned: concerned, type: CASE WHEN subject:Person THEN 'Person' END, rows: page, objects: objects})) AS root
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, root, there
