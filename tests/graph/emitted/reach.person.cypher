// Reach (person)
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
  UNWIND positions AS position4
  MATCH (position4)-[in:IN]->(role:Role)
  WHERE in.validFrom <= $given.now AND coalesce(in.validTo, 9007199254740991) > $given.now AND in.retractedAt IS NULL AND role.retractedAt IS NULL
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
    MATCH (role)-[handles:HANDLES]->(theme11:Theme)
    WHERE handles.validFrom <= $given.now AND coalesce(handles.validTo, 9007199254740991) > $given.now AND handles.retractedAt IS NULL AND theme11.retractedAt IS NULL
    AND 'READ' IN coalesce(covers13.actions, ['READ']) AND category7.code IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] AND category7.code IN covered
    RETURN DISTINCT category7.code + ':' + theme11.code
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
  MATCH (mandate2)-[from:FROM]->(subject:Person)
  WHERE from.validFrom <= $given.now AND coalesce(from.validTo, 9007199254740991) > $given.now AND from.retractedAt IS NULL AND subject.retractedAt IS NULL AND 'READ' IN mandate2.actions
  WITH mandate2, covered, seats, collect(DISTINCT subject.id) AS at
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
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate4
  MATCH (mandate4)-[from2:FROM]->(subject2:Person)
  WHERE from2.validFrom <= $given.now AND coalesce(from2.validTo, 9007199254740991) > $given.now AND from2.retractedAt IS NULL AND subject2.retractedAt IS NULL AND ('READ' IN mandate4.actions OR (mandate4.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate4, covered, seats, collect(DISTINCT subject2.id) AS at
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
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate5
  MATCH (mandate5)-[from3:FROM]->(subject3:Person)
  WHERE from3.validFrom <= $given.now AND coalesce(from3.validTo, 9007199254740991) > $given.now AND from3.retractedAt IS NULL AND subject3.retractedAt IS NULL
  MATCH (mandate5)-[covers5:COVERS]->(task:Task)
  WHERE covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now AND covers5.retractedAt IS NULL AND task.retractedAt IS NULL AND ('READ' IN mandate5.actions OR (mandate5.actions IS NULL AND 'READ' = 'READ'))
  WITH task, mandate5, covered, seats, collect(DISTINCT subject3.id) AS at
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
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate7
  MATCH (mandate7)-[from4:FROM]->(subject4:Person)
  WHERE from4.validFrom <= $given.now AND coalesce(from4.validTo, 9007199254740991) > $given.now AND from4.retractedAt IS NULL AND subject4.retractedAt IS NULL AND (subject4.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate7.actions OR (mandate7.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate7, covered, seats, collect(DISTINCT subject4.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, ['@person.parental-responsibility'] AS marks, at, COLLECT {
    MATCH (mandate7)-[cleared_for4:CLEARED_FOR]->(protection9:Protection)-[opens4:OPENS*0..1]->(protection10:Protection)
    WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection9.retractedAt IS NULL AND all(step4 IN opens4 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND protection10.retractedAt IS NULL
    RETURN DISTINCT protection10.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS parentalResponsibility
}
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate9
  MATCH (mandate9)-[about:ABOUT]->(subject5:Person)-[employed_by:EMPLOYED_BY]->(business:Business)<-[from5:FROM]-(mandate9)
  WHERE about.validFrom <= $given.now AND coalesce(about.validTo, 9007199254740991) > $given.now AND about.retractedAt IS NULL AND subject5.retractedAt IS NULL AND employed_by.validFrom <= $given.now AND coalesce(employed_by.validTo, 9007199254740991) > $given.now AND employed_by.retractedAt IS NULL AND business.retractedAt IS NULL AND from5.validFrom <= $given.now AND coalesce(from5.validTo, 9007199254740991) > $given.now AND from5.retractedAt IS NULL
  MATCH (viewer)-[employed_by2:EMPLOYED_BY]->(business)
  WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL AND ('READ' IN mandate9.actions OR (mandate9.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate9, covered, seats, collect(DISTINCT subject5.id) AS at
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
  WITH reduce(found10 = [], seat2 IN [seat2 IN seats WHERE seat2.position = position2.id AND seat2.reach IN ['LOCAL']] | found10 + seat2.codes + seat2.themed) AS gives, ['@business.proxy', '@@' + position2.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS proxy2
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position3
  MATCH (position3)-[at3:AT]->(business4:Business)
  WHERE at3.validFrom <= $given.now AND coalesce(at3.validTo, 9007199254740991) > $given.now AND at3.retractedAt IS NULL AND business4.retractedAt IS NULL
  WITH position3, covered, seats, collect(DISTINCT business4.id) AS at
  WITH [entry3 IN reduce(found19 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position3.id AND seat4.reach IN ['LOCAL']] | found19 + seat4.codes + seat4.themed) WHERE split(entry3, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position3.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate13
  MATCH (mandate13)-[from8:FROM]->(subject6)
  WHERE from8.validFrom <= $given.now AND coalesce(from8.validTo, 9007199254740991) > $given.now AND from8.retractedAt IS NULL AND subject6.retractedAt IS NULL
  MATCH (mandate13)-[cleared_for7:CLEARED_FOR]->(protection16:Protection)-[opens7:OPENS*0..1]->(protection17)
  WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL AND protection16.retractedAt IS NULL AND all(step8 IN opens7 WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL AND endNode(step8).retractedAt IS NULL) AND protection17.retractedAt IS NULL
  RETURN collect(DISTINCT [subject6.id, protection17.id]) AS subjectExcepted
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate14
  MATCH (mandate14)-[from9:FROM]->(sharer2)
  WHERE from9.validFrom <= $given.now AND coalesce(from9.validTo, 9007199254740991) > $given.now AND from9.retractedAt IS NULL AND sharer2.retractedAt IS NULL
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
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, seats: seats, proxy2: proxy2, attachedPerson: attachedPerson, subjectExcepted: subjectExcepted, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted} AS ctx
CALL (ctx) {
  CALL (ctx) {
    CALL (ctx) {
      MATCH (candidate:Person {id: ctx.id})
      WHERE ctx.permitted AND candidate.id > coalesce($given.a3[0], '') AND candidate.retractedAt IS NULL
      RETURN candidate.id AS id
      UNION
      UNWIND reduce(ids = [], row27 IN ctx.proxy | CASE WHEN size(row27.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row27.gives) AND ($given.a1 IS NULL OR size([themed3 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed3) = themed3 AND (themed3 + ':' + $given.a1 IN row27.gives OR themed3 + ':*' IN row27.gives)]) > 0) THEN ids + row27.at ELSE ids END) + reduce(ids2 = [], row28 IN ctx.guardian | CASE WHEN size(row28.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row28.gives) AND ($given.a1 IS NULL OR size([themed4 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed4) = themed4 AND (themed4 + ':' + $given.a1 IN row28.gives OR themed4 + ':*' IN row28.gives)]) > 0) THEN ids2 + row28.at ELSE ids2 END) + reduce(ids3 = [], row29 IN ctx.guardian2 | CASE WHEN size(row29.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row29.gives) AND ($given.a1 IS NULL OR size([themed5 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed5) = themed5 AND (themed5 + ':' + $given.a1 IN row29.gives OR themed5 + ':*' IN row29.gives)]) > 0) THEN ids3 + row29.at ELSE ids3 END) + reduce(ids4 = [], row30 IN ctx.parentalResponsibility | CASE WHEN size(row30.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row30.gives) AND ($given.a1 IS NULL OR size([themed6 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed6) = themed6 AND (themed6 + ':' + $given.a1 IN row30.gives OR themed6 + ':*' IN row30.gives)]) > 0) THEN ids4 + row30.at ELSE ids4 END) + reduce(ids5 = [], row31 IN ctx.lineManager | CASE WHEN size(row31.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row31.gives) AND ($given.a1 IS NULL OR size([themed7 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed7) = themed7 AND (themed7 + ':' + $given.a1 IN row31.gives OR themed7 + ':*' IN row31.gives)]) > 0) THEN ids5 + row31.at ELSE ids5 END) AS key6
      MATCH (candidate2:Person {id: key6})
      WHERE candidate2.id > coalesce($given.a3[0], '') AND candidate2.retractedAt IS NULL
      RETURN candidate2.id AS id
      UNION
      UNWIND reduce(ids6 = [], row32 IN ctx.attachedPerson | CASE WHEN size(row32.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row32.gives) AND ($given.a1 IS NULL OR size([themed8 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed8) = themed8 AND (themed8 + ':' + $given.a1 IN row32.gives OR themed8 + ':*' IN row32.gives)]) > 0) THEN ids6 + row32.at ELSE ids6 END) AS key7
      MATCH (business12:Entity {id: key7})
      MATCH (business12)<-[part_of3:PART_OF*0..2]-(business13:Business)<-[employed_by5:EMPLOYED_BY]-(subject7:Person)
      WHERE all(step12 IN part_of3 WHERE step12.validFrom <= $given.now AND coalesce(step12.validTo, 9007199254740991) > $given.now AND step12.retractedAt IS NULL AND startNode(step12).retractedAt IS NULL) AND business13.retractedAt IS NULL AND employed_by5.validFrom <= $given.now AND coalesce(employed_by5.validTo, 9007199254740991) > $given.now AND employed_by5.retractedAt IS NULL AND subject7.retractedAt IS NULL
      AND subject7.id > coalesce($given.a3[0], '')
      RETURN subject7.id AS id
      UNION
      UNWIND reduce(ids7 = [], row33 IN ctx.proxy2 | CASE WHEN size(row33.gives) > 0 AND ($given.a0 IS NULL OR $given.a0 IN row33.gives) AND ($given.a1 IS NULL OR size([themed9 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed9) = themed9 AND (themed9 + ':' + $given.a1 IN row33.gives OR themed9 + ':*' IN row33.gives)]) > 0) THEN ids7 + row33.at ELSE ids7 END) AS key8
      MATCH (business14:Entity {id: key8})
      MATCH (business14)<-[to10:TO]-(mandate17:Mandate {kind: 'PROXY'})-[from12:FROM]->(subject8:Person)
      WHERE to10.validFrom <= $given.now AND coalesce(to10.validTo, 9007199254740991) > $given.now AND to10.retractedAt IS NULL AND mandate17.validFrom <= $given.now AND coalesce(mandate17.validTo, 9007199254740991) > $given.now AND mandate17.retractedAt IS NULL AND mandate17.revokedAt IS NULL AND from12.validFrom <= $given.now AND coalesce(from12.validTo, 9007199254740991) > $given.now AND from12.retractedAt IS NULL AND subject8.retractedAt IS NULL AND 'READ' IN mandate17.actions
      AND subject8.id > coalesce($given.a3[0], '')
      RETURN subject8.id AS id
    }
    WITH id ORDER BY id
    RETURN id
  }
  CALL (ctx, id) {
    MATCH (person:Person {id: id})
    WITH *, COLLECT {
      MATCH (person)-[protected_as:PROTECTED_AS]->(protection:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection.retractedAt IS NULL
      AND ctx.id <> person.id AND protection.code IS NOT NULL AND protection.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection.code
    } + CASE WHEN ctx.id <> person.id AND person.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person)-[protected_as2:PROTECTED_AS]->(protection2:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection2.retractedAt IS NULL
      AND ctx.id <> person.id AND coalesce((protection2.code IS NULL OR NOT (protection2.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END AS codes2
    WITH *, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (person)<-[from6:FROM]-(mandate10:Mandate {kind: 'PROXY'})-[to5:TO]->(business3:Business)
      WHERE from6.validFrom <= $given.now AND coalesce(from6.validTo, 9007199254740991) > $given.now AND from6.retractedAt IS NULL AND mandate10.validFrom <= $given.now AND coalesce(mandate10.validTo, 9007199254740991) > $given.now AND mandate10.retractedAt IS NULL AND mandate10.revokedAt IS NULL AND to5.validFrom <= $given.now AND coalesce(to5.validTo, 9007199254740991) > $given.now AND to5.retractedAt IS NULL AND business3.retractedAt IS NULL
      AND 'READ' IN mandate10.actions
      WITH *, COLLECT {
        MATCH (mandate10)-[covers8:COVERS]->(category4:Category)
        RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category4.retractedAt IS NULL THEN category4.code ELSE '' END
      } AS named4, COLLECT {
        MATCH (mandate10)-[covers9:COVERS]->(theme7:Theme)
        RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND theme7.retractedAt IS NULL THEN theme7.code ELSE '' END
      } AS themes4
      RETURN {at: business3.id, gives: reduce(found12 = [], code9 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found12 + CASE WHEN code9 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code9] + CASE WHEN code9 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme8 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme8 <> '' | code9 + ':' + theme8] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate10)-[cleared_for6:CLEARED_FOR]->(protection13:Protection)-[opens6:OPENS*0..1]->(protection14:Protection)
        WHERE cleared_for6.validFrom <= $given.now AND coalesce(cleared_for6.validTo, 9007199254740991) > $given.now AND cleared_for6.retractedAt IS NULL AND protection13.retractedAt IS NULL AND all(step6 IN opens6 WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND protection14.retractedAt IS NULL
        RETURN DISTINCT protection14.code
      }}
    } ELSE [] END AS business3s, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person)-[employed_by3:EMPLOYED_BY]->(business5:Business)-[part_of:PART_OF*0..2]->(business6:Business)
      WHERE employed_by3.validFrom <= $given.now AND coalesce(employed_by3.validTo, 9007199254740991) > $given.now AND employed_by3.retractedAt IS NULL AND business5.retractedAt IS NULL AND all(step7 IN part_of WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND business6.retractedAt IS NULL
      RETURN DISTINCT business6.id
    } ELSE [] END AS business6s
    WITH *, CASE WHEN size(codes2) > 0 THEN reduce(found3 = [], row IN ctx.proxy | CASE WHEN person.id IN row.at AND none(code2 IN codes2 WHERE NOT code2 IN row.lifts) THEN found3 + row.gives ELSE found3 END) + reduce(found5 = [], row2 IN ctx.guardian | CASE WHEN person.id IN row2.at AND none(code4 IN codes2 WHERE NOT code4 IN row2.lifts) THEN found5 + row2.gives ELSE found5 END) + reduce(found7 = [], row3 IN ctx.guardian2 | CASE WHEN person.id IN row3.at AND none(code6 IN codes2 WHERE NOT code6 IN row3.lifts) THEN found7 + row3.gives ELSE found7 END) + reduce(found8 = [], row4 IN ctx.parentalResponsibility | CASE WHEN person.id IN row4.at AND none(code7 IN codes2 WHERE NOT code7 IN row4.lifts) THEN found8 + row4.gives ELSE found8 END) + reduce(found9 = [], row5 IN ctx.lineManager | CASE WHEN person.id IN row5.at AND none(code8 IN codes2 WHERE NOT code8 IN row5.lifts) THEN found9 + row5.gives ELSE found9 END) + reduce(found11 = [], row6 IN ctx.proxy2 | reduce(found13 = found11, key2 IN business3s | CASE WHEN key2.at IN row6.at AND none(code10 IN codes2 WHERE NOT code10 IN key2.lifts) THEN found13 + reduce(both = [], shared IN [[entry IN row6.gives WHERE entry IN key2.gives OR (entry CONTAINS ':' AND split(entry, ':')[0] + ':*' IN key2.gives)] + [entry2 IN key2.gives WHERE entry2 CONTAINS ':' AND split(entry2, ':')[0] + ':*' IN row6.gives]] | both + CASE WHEN size(shared) > 0 THEN shared + row6.marks ELSE [] END) ELSE found13 END)) ELSE CASE WHEN ctx.id = person.id THEN CASE WHEN size(['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) > 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] + ['@person.own-data'] ELSE [] END ELSE [] END + reduce(found14 = [], row7 IN ctx.proxy | CASE WHEN person.id IN row7.at THEN found14 + row7.gives ELSE found14 END) + reduce(found15 = [], row8 IN ctx.guardian | CASE WHEN person.id IN row8.at THEN found15 + row8.gives ELSE found15 END) + reduce(found16 = [], row9 IN ctx.guardian2 | CASE WHEN person.id IN row9.at THEN found16 + row9.gives ELSE found16 END) + reduce(found17 = [], row10 IN ctx.parentalResponsibility | CASE WHEN person.id IN row10.at THEN found17 + row10.gives ELSE found17 END) + reduce(found18 = [], row11 IN ctx.lineManager | CASE WHEN person.id IN row11.at THEN found18 + row11.gives ELSE found18 END) + reduce(found20 = [], row12 IN ctx.attachedPerson | CASE WHEN any(key IN business6s WHERE key IN row12.at) THEN found20 + row12.gives ELSE found20 END) + reduce(found21 = [], row13 IN ctx.proxy2 | reduce(found22 = found21, key3 IN business3s | CASE WHEN key3.at IN row13.at THEN found22 + reduce(both2 = [], shared2 IN [[entry4 IN row13.gives WHERE entry4 IN key3.gives OR (entry4 CONTAINS ':' AND split(entry4, ':')[0] + ':*' IN key3.gives)] + [entry5 IN key3.gives WHERE entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN row13.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row13.marks ELSE [] END) ELSE found22 END)) END AS mask
    WITH * WHERE size(mask) > 0 AND ($given.a0 IS NULL OR $given.a0 IN mask) AND ($given.a1 IS NULL OR size([themed2 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] WHERE coalesce($given.a0, themed2) = themed2 AND (themed2 + ':' + $given.a1 IN mask OR themed2 + ':*' IN mask)]) > 0) AND ($given.case IS NULL OR person.id IN ctx.caseSubjects)
    WITH *, CASE WHEN $given.a0 IN ['ADDRESS', 'SERVICE'] THEN COLLECT {
      MATCH (person)-[protected:PROTECTED_AS]->(protection15:Protection)
      WHERE protection15.code IS NOT NULL AND protection15.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected.retractedAt IS NULL AND ctx.id <> person.id AND coalesce((protected.validFrom IS NULL OR protected.validFrom <= $given.now), true) AND coalesce((protected.validTo IS NULL OR protected.validTo > $given.now), true) AND NOT [person.id, protection15.id] IN ctx.subjectExcepted
      RETURN DISTINCT protection15.code
    } + COLLECT {
      MATCH (person)-[held:HAS_ADDRESS]->(address:Address)
      MATCH (address)<-[kept:HAS_ADDRESS]-(sharer:Person)-[protected2:PROTECTED_AS]->(protection18:Protection)
      WHERE protection18.code IS NOT NULL AND protection18.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected2.retractedAt IS NULL AND ctx.id <> person.id AND coalesce((held.validFrom IS NULL OR held.validFrom <= $given.now), true) AND coalesce((held.validTo IS NULL OR held.validTo > $given.now), true) AND coalesce((kept.validFrom IS NULL OR protected2.validTo IS NULL OR kept.validFrom < protected2.validTo), true) AND coalesce((protected2.validFrom IS NULL OR kept.validTo IS NULL OR protected2.validFrom < kept.validTo), true) AND NOT [sharer.id, protection18.id] IN ctx.sharerExcepted AND NOT address.id IN ctx.addressExcepted
      RETURN DISTINCT protection18.code
    } + COLLECT {
      MATCH (person)-[held2:MEMBER_OF]->(household:Household)
      MATCH (household)<-[kept2:MEMBER_OF]-(sharer3:Person)-[protected3:PROTECTED_AS]->(protection21:Protection)
      WHERE protection21.code IS NOT NULL AND protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL'] AND protected3.retractedAt IS NULL AND ctx.id <> person.id AND coalesce((held2.validFrom IS NULL OR held2.validFrom <= $given.now), true) AND coalesce((held2.validTo IS NULL OR held2.validTo > $given.now), true) AND coalesce((kept2.validFrom IS NULL OR protected3.validTo IS NULL OR kept2.validFrom < protected3.validTo), true) AND coalesce((protected3.validFrom IS NULL OR kept2.validTo IS NULL OR protected3.validFrom < kept2.validTo), true) AND NOT [sharer3.id, protection21.id] IN ctx.sharerExcepted AND NOT household.id IN ctx.householdExcepted
      RETURN DISTINCT protection21.code
    } ELSE [] END AS places
    WITH * WHERE size(places) = 0
    RETURN person
  }
  WITH ctx, person LIMIT $given.a2 + 1
  CALL (ctx, person) {
    CALL (person) {
      UNWIND [person] AS itself
      RETURN itself AS person2
    }
    WITH *, COLLECT {
      MATCH (person2)-[protected_as3:PROTECTED_AS]->(protection22:Protection)
      WHERE coalesce(protected_as3.validFrom <= $given.now, true) AND coalesce(protected_as3.validTo > $given.now, true) AND protected_as3.retractedAt IS NULL AND protection22.retractedAt IS NULL
      AND ctx.id <> person2.id AND protection22.code IS NOT NULL AND protection22.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection22.code
    } + CASE WHEN ctx.id <> person2.id AND person2.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person2)-[protected_as4:PROTECTED_AS]->(protection23:Protection)
      WHERE coalesce(protected_as4.validFrom <= $given.now, true) AND coalesce(protected_as4.validTo > $given.now, true) AND protected_as4.retractedAt IS NULL AND protection23.retractedAt IS NULL
      AND ctx.id <> person2.id AND coalesce((protection23.code IS NULL OR NOT (protection23.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END AS person2Codes
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person2)-[employed_by4:EMPLOYED_BY]->(business8:Business)-[part_of2:PART_OF*0..2]->(business9:Business)
      WHERE employed_by4.validFrom <= $given.now AND coalesce(employed_by4.validTo, 9007199254740991) > $given.now AND employed_by4.retractedAt IS NULL AND business8.retractedAt IS NULL AND all(step10 IN part_of2 WHERE step10.validFrom <= $given.now AND coalesce(step10.validTo, 9007199254740991) > $given.now AND step10.retractedAt IS NULL AND endNode(step10).retractedAt IS NULL) AND business9.retractedAt IS NULL
      RETURN DISTINCT business9.id
    } ELSE [] END AS business9s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (person2)<-[from10:FROM]-(mandate15:Mandate {kind: 'PROXY'})-[to8:TO]->(business10:Business)
      WHERE from10.validFrom <= $given.now AND coalesce(from10.validTo, 9007199254740991) > $given.now AND from10.retractedAt IS NULL AND mandate15.validFrom <= $given.now AND coalesce(mandate15.validTo, 9007199254740991) > $given.now AND mandate15.retractedAt IS NULL AND mandate15.revokedAt IS NULL AND to8.validFrom <= $given.now AND coalesce(to8.validTo, 9007199254740991) > $given.now AND to8.retractedAt IS NULL AND business10.retractedAt IS NULL
      AND 'READ' IN mandate15.actions
      WITH *, COLLECT {
        MATCH (mandate15)-[covers10:COVERS]->(category5:Category)
        RETURN DISTINCT CASE WHEN covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL AND category5.retractedAt IS NULL THEN category5.code ELSE '' END
      } AS named5, COLLECT {
        MATCH (mandate15)-[covers11:COVERS]->(theme9:Theme)
        RETURN DISTINCT CASE WHEN covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND theme9.retractedAt IS NULL THEN theme9.code ELSE '' END
      } AS themes5
      RETURN {at: business10.id, gives: reduce(found30 = [], code24 IN CASE WHEN size(named5) > 0 THEN named5 + CASE WHEN 'IDENTITY' IN named5 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes5) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found30 + CASE WHEN code24 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes5 = [''] THEN [code24] + CASE WHEN code24 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme10 IN CASE WHEN size(themes5) > 0 THEN themes5 ELSE ['*'] END WHERE theme10 <> '' | code24 + ':' + theme10] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate15)-[cleared_for9:CLEARED_FOR]->(protection24:Protection)-[opens9:OPENS*0..1]->(protection25:Protection)
        WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection24.retractedAt IS NULL AND all(step11 IN opens9 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND protection25.retractedAt IS NULL
        RETURN DISTINCT protection25.code
      }}
    } ELSE [] END AS business10s
    WITH *, CASE WHEN ctx.id = person2.id THEN CASE WHEN size(['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) > 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] + ['@person.own-data'] ELSE [] END ELSE [] END + reduce(found23 = [], row14 IN ctx.proxy | CASE WHEN person2.id IN row14.at THEN found23 + row14.gives ELSE found23 END) + reduce(found24 = [], row15 IN ctx.guardian | CASE WHEN person2.id IN row15.at THEN found24 + row15.gives ELSE found24 END) + reduce(found25 = [], row16 IN ctx.guardian2 | CASE WHEN person2.id IN row16.at THEN found25 + row16.gives ELSE found25 END) + reduce(found26 = [], row17 IN ctx.parentalResponsibility | CASE WHEN person2.id IN row17.at THEN found26 + row17.gives ELSE found26 END) + reduce(found27 = [], row18 IN ctx.lineManager | CASE WHEN person2.id IN row18.at THEN found27 + row18.gives ELSE found27 END) + reduce(found28 = [], row19 IN ctx.attachedPerson | CASE WHEN any(key IN business9s WHERE key IN row19.at) THEN found28 + row19.gives ELSE found28 END) + reduce(found29 = [], row20 IN ctx.proxy2 | reduce(found31 = found29, key4 IN business10s | CASE WHEN key4.at IN row20.at THEN found31 + reduce(both3 = [], shared3 IN [[entry6 IN row20.gives WHERE entry6 IN key4.gives OR (entry6 CONTAINS ':' AND split(entry6, ':')[0] + ':*' IN key4.gives)] + [entry7 IN key4.gives WHERE entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN row20.gives]] | both3 + CASE WHEN size(shared3) > 0 THEN shared3 + row20.marks ELSE [] END) ELSE found31 END)) AS person2Offered
    WITH *, CASE WHEN size(person2Codes) > 0 THEN reduce(found32 = [], row21 IN ctx.proxy | CASE WHEN person2.id IN row21.at AND none(code26 IN person2Codes WHERE NOT code26 IN row21.lifts) THEN found32 + row21.gives ELSE found32 END) + reduce(found33 = [], row22 IN ctx.guardian | CASE WHEN person2.id IN row22.at AND none(code27 IN person2Codes WHERE NOT code27 IN row22.lifts) THEN found33 + row22.gives ELSE found33 END) + reduce(found34 = [], row23 IN ctx.guardian2 | CASE WHEN person2.id IN row23.at AND none(code28 IN person2Codes WHERE NOT code28 IN row23.lifts) THEN found34 + row23.gives ELSE found34 END) + reduce(found35 = [], row24 IN ctx.parentalResponsibility | CASE WHEN person2.id IN row24.at AND none(code29 IN person2Codes WHERE NOT code29 IN row24.lifts) THEN found35 + row24.gives ELSE found35 END) + reduce(found36 = [], row25 IN ctx.lineManager | CASE WHEN person2.id IN row25.at AND none(code30 IN person2Codes WHERE NOT code30 IN row25.lifts) THEN found36 + row25.gives ELSE found36 END) + reduce(found37 = [], row26 IN ctx.proxy2 | reduce(found38 = found37, key5 IN business10s | CASE WHEN key5.at IN row26.at AND none(code31 IN person2Codes WHERE NOT code31 IN key5.lifts) THEN found38 + reduce(both4 = [], shared4 IN [[entry8 IN row26.gives WHERE entry8 IN key5.gives OR (entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN key5.gives)] + [entry9 IN key5.gives WHERE entry9 CONTAINS ':' AND split(entry9, ':')[0] + ':*' IN row26.gives]] | both4 + CASE WHEN size(shared4) > 0 THEN shared4 + row26.marks ELSE [] END) ELSE found38 END)) ELSE person2Offered END AS person2Mask
    RETURN collect({id: person2.id, core: person2Codes, mask: person2Mask, codes: person2Codes, offered: CASE WHEN size(person2Codes) > 0 THEN person2Offered ELSE [] END}) AS decided
  }
  WITH *, [] AS carded
  WITH *, coalesce(head([each IN decided WHERE each.id = person.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS personDecided
  WITH *, personDecided.mask AS personMask
  RETURN collect({it: {id: person.id, name: CASE WHEN 'CARD' IN personMask THEN {full: [person.givenName, person.middleName, person.familyName]} END, birthDate: CASE WHEN 'IDENTITY' IN personMask THEN toString(person.birthDate) END}, access: {mask: personMask, codes: personDecided.codes, offered: personDecided.offered}, concerned: $given.case IS NULL OR person.id IN ctx.caseSubjects, position: [person.id]}) AS rows
}
WITH *, {rows: rows} AS root
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, root
