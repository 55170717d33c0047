// Why (person)
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
  MATCH (viewer)<-[to9:TO]-(mandate13:Mandate {kind: 'PROXY'})
  WHERE to9.validFrom <= $given.now AND coalesce(to9.validTo, 9007199254740991) > $given.now AND to9.retractedAt IS NULL AND mandate13.validFrom <= $given.now AND coalesce(mandate13.validTo, 9007199254740991) > $given.now AND mandate13.retractedAt IS NULL AND mandate13.revokedAt IS NULL
  RETURN collect(DISTINCT mandate13) AS mandates2
}
CALL (viewer) {
  MATCH (viewer)<-[to10:TO]-(mandate15:Mandate {kind: 'GUARDIANSHIP'})
  WHERE to10.validFrom <= $given.now AND coalesce(to10.validTo, 9007199254740991) > $given.now AND to10.retractedAt IS NULL AND mandate15.validFrom <= $given.now AND coalesce(mandate15.validTo, 9007199254740991) > $given.now AND mandate15.retractedAt IS NULL AND mandate15.revokedAt IS NULL
  RETURN collect(DISTINCT mandate15) AS mandates3
}
CALL (viewer) {
  MATCH (viewer)<-[to11:TO]-(mandate18:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})
  WHERE to11.validFrom <= $given.now AND coalesce(to11.validTo, 9007199254740991) > $given.now AND to11.retractedAt IS NULL AND mandate18.validFrom <= $given.now AND coalesce(mandate18.validTo, 9007199254740991) > $given.now AND mandate18.retractedAt IS NULL AND mandate18.revokedAt IS NULL
  RETURN collect(DISTINCT mandate18) AS mandates4
}
CALL (viewer) {
  MATCH (viewer)<-[to12:TO]-(mandate20:Mandate {kind: 'LINE_MANAGEMENT'})
  WHERE to12.validFrom <= $given.now AND coalesce(to12.validTo, 9007199254740991) > $given.now AND to12.retractedAt IS NULL AND mandate20.validFrom <= $given.now AND coalesce(mandate20.validTo, 9007199254740991) > $given.now AND mandate20.retractedAt IS NULL AND mandate20.revokedAt IS NULL
  RETURN collect(DISTINCT mandate20) AS mandates5
}
CALL (viewer) {
  MATCH (viewer)-[holds3:HOLDS]->(position3:Position)
  WHERE holds3.validFrom <= $given.now AND coalesce(holds3.validTo, 9007199254740991) > $given.now AND holds3.retractedAt IS NULL AND position3.retractedAt IS NULL
  RETURN collect(DISTINCT position3) AS positions
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
  } AS themed, COLLECT {
    MATCH (position6)-[at6:AT]->(place:Unit|Municipality|Business)
    WHERE at6.validFrom <= $given.now AND coalesce(at6.validTo, 9007199254740991) > $given.now AND at6.retractedAt IS NULL AND place.retractedAt IS NULL
    RETURN place.id ORDER BY place.id LIMIT 1
  } AS places
  RETURN collect({position: position6.id, reach: role.reach, codes: codes, themed: themed, role: role.code, place: head(places)}) AS seats
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
CALL (viewer, covered, seats, mandates2) {
  UNWIND mandates2 AS mandate14
  MATCH (mandate14)-[from11:FROM]->(subject4:Person)
  WHERE from11.validFrom <= $given.now AND coalesce(from11.validTo, 9007199254740991) > $given.now AND from11.retractedAt IS NULL AND subject4.retractedAt IS NULL AND 'READ' IN mandate14.actions
  WITH mandate14, covered, seats, collect(DISTINCT subject4.id) AS at
  WITH *, COLLECT {
    MATCH (mandate14)-[covers10:COVERS]->(category5:Category)
    RETURN DISTINCT CASE WHEN covers10.validFrom <= $given.now AND coalesce(covers10.validTo, 9007199254740991) > $given.now AND covers10.retractedAt IS NULL AND category5.retractedAt IS NULL THEN category5.code ELSE '' END
  } AS named5, COLLECT {
    MATCH (mandate14)-[covers11:COVERS]->(theme9:Theme)
    RETURN DISTINCT CASE WHEN covers11.validFrom <= $given.now AND coalesce(covers11.validTo, 9007199254740991) > $given.now AND covers11.retractedAt IS NULL AND theme9.retractedAt IS NULL THEN theme9.code ELSE '' END
  } AS themes5
  WITH reduce(found8 = [], code13 IN CASE WHEN size(named5) > 0 THEN named5 + CASE WHEN 'IDENTITY' IN named5 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes5) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found8 + CASE WHEN code13 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes5 = [''] THEN [code13] + CASE WHEN code13 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme10 IN CASE WHEN size(themes5) > 0 THEN themes5 ELSE ['*'] END WHERE theme10 <> '' | code13 + ':' + theme10] ELSE [] END ELSE [] END) AS gives, ['@person.proxy'] AS marks, at, COLLECT {
    MATCH (mandate14)-[cleared_for9:CLEARED_FOR]->(protection22:Protection)-[opens9:OPENS*0..1]->(protection23:Protection)
    WHERE cleared_for9.validFrom <= $given.now AND coalesce(cleared_for9.validTo, 9007199254740991) > $given.now AND cleared_for9.retractedAt IS NULL AND protection22.retractedAt IS NULL AND all(step14 IN opens9 WHERE step14.validFrom <= $given.now AND coalesce(step14.validTo, 9007199254740991) > $given.now AND step14.retractedAt IS NULL AND endNode(step14).retractedAt IS NULL) AND protection23.retractedAt IS NULL
    RETURN DISTINCT protection23.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS proxy
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate16
  MATCH (mandate16)-[from12:FROM]->(subject5:Person)
  WHERE from12.validFrom <= $given.now AND coalesce(from12.validTo, 9007199254740991) > $given.now AND from12.retractedAt IS NULL AND subject5.retractedAt IS NULL AND ('READ' IN mandate16.actions OR (mandate16.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate16, covered, seats, collect(DISTINCT subject5.id) AS at
  WITH *, COLLECT {
    MATCH (mandate16)-[covers12:COVERS]->(category6:Category)
    RETURN DISTINCT CASE WHEN covers12.validFrom <= $given.now AND coalesce(covers12.validTo, 9007199254740991) > $given.now AND covers12.retractedAt IS NULL AND category6.retractedAt IS NULL THEN category6.code ELSE '' END
  } AS named6, COLLECT {
    MATCH (mandate16)-[covers13:COVERS]->(theme11:Theme)
    RETURN DISTINCT CASE WHEN covers13.validFrom <= $given.now AND coalesce(covers13.validTo, 9007199254740991) > $given.now AND covers13.retractedAt IS NULL AND theme11.retractedAt IS NULL THEN theme11.code ELSE '' END
  } AS themes6
  WITH reduce(found10 = [], code15 IN CASE WHEN size(named6) > 0 THEN named6 + CASE WHEN 'IDENTITY' IN named6 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes6) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found10 + CASE WHEN code15 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes6 = [''] THEN [code15] + CASE WHEN code15 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme12 IN CASE WHEN size(themes6) > 0 THEN themes6 ELSE ['*'] END WHERE theme12 <> '' | code15 + ':' + theme12] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate16)-[cleared_for10:CLEARED_FOR]->(protection24:Protection)-[opens10:OPENS*0..1]->(protection25:Protection)
    WHERE cleared_for10.validFrom <= $given.now AND coalesce(cleared_for10.validTo, 9007199254740991) > $given.now AND cleared_for10.retractedAt IS NULL AND protection24.retractedAt IS NULL AND all(step15 IN opens10 WHERE step15.validFrom <= $given.now AND coalesce(step15.validTo, 9007199254740991) > $given.now AND step15.retractedAt IS NULL AND endNode(step15).retractedAt IS NULL) AND protection25.retractedAt IS NULL
    RETURN DISTINCT protection25.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian
}
CALL (viewer, covered, seats, mandates3) {
  UNWIND mandates3 AS mandate17
  MATCH (mandate17)-[from13:FROM]->(subject6:Person)
  WHERE from13.validFrom <= $given.now AND coalesce(from13.validTo, 9007199254740991) > $given.now AND from13.retractedAt IS NULL AND subject6.retractedAt IS NULL
  MATCH (mandate17)-[covers14:COVERS]->(task2:Task)
  WHERE covers14.validFrom <= $given.now AND coalesce(covers14.validTo, 9007199254740991) > $given.now AND covers14.retractedAt IS NULL AND task2.retractedAt IS NULL AND ('READ' IN mandate17.actions OR (mandate17.actions IS NULL AND 'READ' = 'READ'))
  WITH task2, mandate17, covered, seats, collect(DISTINCT subject6.id) AS at
  WITH *, COLLECT {
    MATCH (task2)-[covers15:COVERS]->(category7:Category)
    RETURN DISTINCT CASE WHEN covers15.validFrom <= $given.now AND coalesce(covers15.validTo, 9007199254740991) > $given.now AND covers15.retractedAt IS NULL AND category7.retractedAt IS NULL THEN category7.code ELSE '' END
  } AS named7, COLLECT {
    MATCH (task2)-[covers16:COVERS]->(theme13:Theme)
    RETURN DISTINCT CASE WHEN covers16.validFrom <= $given.now AND coalesce(covers16.validTo, 9007199254740991) > $given.now AND covers16.retractedAt IS NULL AND theme13.retractedAt IS NULL THEN theme13.code ELSE '' END
  } AS themes7
  WITH reduce(found12 = [], code17 IN CASE WHEN size(named7) > 0 THEN named7 + CASE WHEN 'IDENTITY' IN named7 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes7) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found12 + CASE WHEN code17 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes7 = [''] THEN [code17] + CASE WHEN code17 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme14 IN CASE WHEN size(themes7) > 0 THEN themes7 ELSE ['*'] END WHERE theme14 <> '' | code17 + ':' + theme14] ELSE [] END ELSE [] END) AS gives, ['@person.guardian'] AS marks, at, COLLECT {
    MATCH (mandate17)-[cleared_for11:CLEARED_FOR]->(protection26:Protection)-[opens11:OPENS*0..1]->(protection27:Protection)
    WHERE cleared_for11.validFrom <= $given.now AND coalesce(cleared_for11.validTo, 9007199254740991) > $given.now AND cleared_for11.retractedAt IS NULL AND protection26.retractedAt IS NULL AND all(step16 IN opens11 WHERE step16.validFrom <= $given.now AND coalesce(step16.validTo, 9007199254740991) > $given.now AND step16.retractedAt IS NULL AND endNode(step16).retractedAt IS NULL) AND protection27.retractedAt IS NULL
    RETURN DISTINCT protection27.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS guardian2
}
CALL (viewer, covered, seats, mandates4) {
  UNWIND mandates4 AS mandate19
  MATCH (mandate19)-[from14:FROM]->(subject7:Person)
  WHERE from14.validFrom <= $given.now AND coalesce(from14.validTo, 9007199254740991) > $given.now AND from14.retractedAt IS NULL AND subject7.retractedAt IS NULL AND (subject7.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate19.actions OR (mandate19.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate19, covered, seats, collect(DISTINCT subject7.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] AS gives, ['@person.parental-responsibility'] AS marks, at, COLLECT {
    MATCH (mandate19)-[cleared_for12:CLEARED_FOR]->(protection28:Protection)-[opens12:OPENS*0..1]->(protection29:Protection)
    WHERE cleared_for12.validFrom <= $given.now AND coalesce(cleared_for12.validTo, 9007199254740991) > $given.now AND cleared_for12.retractedAt IS NULL AND protection28.retractedAt IS NULL AND all(step17 IN opens12 WHERE step17.validFrom <= $given.now AND coalesce(step17.validTo, 9007199254740991) > $given.now AND step17.retractedAt IS NULL AND endNode(step17).retractedAt IS NULL) AND protection29.retractedAt IS NULL
    RETURN DISTINCT protection29.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS parentalResponsibility
}
CALL (viewer, covered, seats, mandates5) {
  UNWIND mandates5 AS mandate21
  MATCH (mandate21)-[about2:ABOUT]->(subject8:Person)-[employed_by7:EMPLOYED_BY]->(business13:Business)<-[from15:FROM]-(mandate21)
  WHERE about2.validFrom <= $given.now AND coalesce(about2.validTo, 9007199254740991) > $given.now AND about2.retractedAt IS NULL AND subject8.retractedAt IS NULL AND employed_by7.validFrom <= $given.now AND coalesce(employed_by7.validTo, 9007199254740991) > $given.now AND employed_by7.retractedAt IS NULL AND business13.retractedAt IS NULL AND from15.validFrom <= $given.now AND coalesce(from15.validTo, 9007199254740991) > $given.now AND from15.retractedAt IS NULL
  MATCH (viewer)-[employed_by8:EMPLOYED_BY]->(business13)
  WHERE employed_by8.validFrom <= $given.now AND coalesce(employed_by8.validTo, 9007199254740991) > $given.now AND employed_by8.retractedAt IS NULL AND ('READ' IN mandate21.actions OR (mandate21.actions IS NULL AND 'READ' = 'READ'))
  WITH mandate21, covered, seats, collect(DISTINCT subject8.id) AS at
  WITH ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'] AS gives, ['@person.line-manager'] AS marks, at, COLLECT {
    MATCH (mandate21)-[cleared_for13:CLEARED_FOR]->(protection30:Protection)-[opens13:OPENS*0..1]->(protection31:Protection)
    WHERE cleared_for13.validFrom <= $given.now AND coalesce(cleared_for13.validTo, 9007199254740991) > $given.now AND cleared_for13.retractedAt IS NULL AND protection30.retractedAt IS NULL AND all(step18 IN opens13 WHERE step18.validFrom <= $given.now AND coalesce(step18.validTo, 9007199254740991) > $given.now AND step18.retractedAt IS NULL AND endNode(step18).retractedAt IS NULL) AND protection31.retractedAt IS NULL
    RETURN DISTINCT protection31.code
  } AS lifts
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at, lifts: lifts}) AS lineManager
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position4
  MATCH (position4)-[at4:AT]->(business14:Business)
  WHERE at4.validFrom <= $given.now AND coalesce(at4.validTo, 9007199254740991) > $given.now AND at4.retractedAt IS NULL AND business14.retractedAt IS NULL
  WITH position4, covered, seats, collect(DISTINCT business14.id) AS at
  WITH [entry4 IN reduce(found16 = [], seat4 IN [seat4 IN seats WHERE seat4.position = position4.id AND seat4.reach IN ['LOCAL']] | found16 + seat4.codes + seat4.themed) WHERE split(entry4, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] AS gives, ['@business.attached-person', '@@' + position4.id] AS marks, at
  RETURN collect({gives: CASE WHEN size(gives) > 0 THEN gives + marks ELSE [] END, at: at}) AS attachedPerson
}
CALL (viewer, covered, seats, positions) {
  UNWIND positions AS position5
  MATCH (position5)-[at5:AT]->(business17:Business)
  WHERE at5.validFrom <= $given.now AND coalesce(at5.validTo, 9007199254740991) > $given.now AND at5.retractedAt IS NULL AND business17.retractedAt IS NULL
  WITH position5, covered, seats, collect(DISTINCT business17.id) AS at
  WITH reduce(found18 = [], seat6 IN [seat6 IN seats WHERE seat6.position = position5.id AND seat6.reach IN ['LOCAL']] | found18 + seat6.codes + seat6.themed) AS gives, ['@business.proxy', '@@' + position5.id] AS marks, at
  RETURN collect({gives: gives, marks: marks, at: at}) AS proxy2
}
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects, subjectExcepted: subjectExcepted, sharerExcepted: sharerExcepted, addressExcepted: addressExcepted, householdExcepted: householdExcepted, seats: seats, proxy: proxy, guardian: guardian, guardian2: guardian2, parentalResponsibility: parentalResponsibility, lineManager: lineManager, attachedPerson: attachedPerson, proxy2: proxy2} AS ctx
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
      RETURN itself AS person4
      UNION
      MATCH (person2)-[employed_by10:EMPLOYED_BY]->(business20:Business)
      MATCH (business20)-[part_of7:PART_OF*0..2]->(business21:Business)-[owned_by4:OWNED_BY]->(subject9:Person)
      RETURN subject9 AS person4
      UNION
      MATCH (person2)-[employed_by11:EMPLOYED_BY]->(business22:Business)-[part_of8:PART_OF*0..2]->(business23:Business)
      MATCH (business23)-[part_of9:PART_OF*0..2]->(business24:Business)-[owned_by5:OWNED_BY]->(subject10:Person)
      RETURN subject10 AS person4
      UNION
      MATCH (person2)-[employed_by12:EMPLOYED_BY]->(business25:Business)
      MATCH (business25)-[part_of10:PART_OF*0..2]->(business26:Business)-[owned_by6:OWNED_BY]->(subject11:Person)
      RETURN subject11 AS person4
      UNION
      MATCH (person2)<-[from18:FROM]-(mandate24:Mandate {kind: 'PROXY'})-[to15:TO]->(business27:Business)
      MATCH (business27)-[part_of11:PART_OF*0..2]->(business28:Business)-[owned_by7:OWNED_BY]->(subject12:Person)
      RETURN subject12 AS person4
    }
    WITH *, COLLECT {
      MATCH (person4)-[protected_as:PROTECTED_AS]->(protection20:Protection)
      WHERE coalesce(protected_as.validFrom <= $given.now, true) AND coalesce(protected_as.validTo > $given.now, true) AND protected_as.retractedAt IS NULL AND protection20.retractedAt IS NULL
      AND ctx.id <> person4.id AND protection20.code IS NOT NULL AND protection20.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL']
      RETURN DISTINCT protection20.code
    } + CASE WHEN ctx.id <> person4.id AND person4.screenedAt IS NULL THEN ['UNSCREENED'] ELSE [] END + CASE WHEN EXISTS {
      MATCH (person4)-[protected_as2:PROTECTED_AS]->(protection21:Protection)
      WHERE coalesce(protected_as2.validFrom <= $given.now, true) AND coalesce(protected_as2.validTo > $given.now, true) AND protected_as2.retractedAt IS NULL AND protection21.retractedAt IS NULL
      AND ctx.id <> person4.id AND coalesce((protection21.code IS NULL OR NOT (protection21.code IN ['STRICTLY_CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL_ABROAD', 'CONFIDENTIAL', 'SHIELDED'])), true)
    } THEN ['UNSCREENED'] ELSE [] END AS person4Codes
    WITH *, CASE WHEN size(ctx.attachedPerson) > 0 THEN COLLECT {
      MATCH (person4)-[employed_by9:EMPLOYED_BY]->(business15:Business)-[part_of6:PART_OF*0..2]->(business16:Business)
      WHERE employed_by9.validFrom <= $given.now AND coalesce(employed_by9.validTo, 9007199254740991) > $given.now AND employed_by9.retractedAt IS NULL AND business15.retractedAt IS NULL AND all(step19 IN part_of6 WHERE step19.validFrom <= $given.now AND coalesce(step19.validTo, 9007199254740991) > $given.now AND step19.retractedAt IS NULL AND endNode(step19).retractedAt IS NULL) AND business16.retractedAt IS NULL
      RETURN DISTINCT business16.id
    } ELSE [] END AS business16s, CASE WHEN size(ctx.proxy2) > 0 THEN COLLECT {
      MATCH (person4)<-[from16:FROM]-(mandate22:Mandate {kind: 'PROXY'})-[to13:TO]->(business18:Business)
      WHERE from16.validFrom <= $given.now AND coalesce(from16.validTo, 9007199254740991) > $given.now AND from16.retractedAt IS NULL AND mandate22.validFrom <= $given.now AND coalesce(mandate22.validTo, 9007199254740991) > $given.now AND mandate22.retractedAt IS NULL AND mandate22.revokedAt IS NULL AND to13.validFrom <= $given.now AND coalesce(to13.validTo, 9007199254740991) > $given.now AND to13.retractedAt IS NULL AND business18.retractedAt IS NULL
      AND 'READ' IN mandate22.actions
      WITH *, COLLECT {
        MATCH (mandate22)-[covers17:COVERS]->(category8:Category)
        RETURN DISTINCT CASE WHEN covers17.validFrom <= $given.now AND coalesce(covers17.validTo, 9007199254740991) > $given.now AND covers17.retractedAt IS NULL AND category8.retractedAt IS NULL THEN category8.code ELSE '' END
      } AS named8, COLLECT {
        MATCH (mandate22)-[covers18:COVERS]->(theme15:Theme)
        RETURN DISTINCT CASE WHEN covers18.validFrom <= $given.now AND coalesce(covers18.validTo, 9007199254740991) > $given.now AND covers18.retractedAt IS NULL AND theme15.retractedAt IS NULL THEN theme15.code ELSE '' END
      } AS themes8
      RETURN {at: business18.id, gives: reduce(found20 = [], code22 IN CASE WHEN size(named8) > 0 THEN named8 + CASE WHEN 'IDENTITY' IN named8 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes8) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found20 + CASE WHEN code22 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes8 = [''] THEN [code22] + CASE WHEN code22 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme16 IN CASE WHEN size(themes8) > 0 THEN themes8 ELSE ['*'] END WHERE theme16 <> '' | code22 + ':' + theme16] ELSE [] END ELSE [] END), lifts: COLLECT {
        MATCH (mandate22)-[cleared_for14:CLEARED_FOR]->(protection32:Protection)-[opens14:OPENS*0..1]->(protection33:Protection)
        WHERE cleared_for14.validFrom <= $given.now AND coalesce(cleared_for14.validTo, 9007199254740991) > $given.now AND cleared_for14.retractedAt IS NULL AND protection32.retractedAt IS NULL AND all(step20 IN opens14 WHERE step20.validFrom <= $given.now AND coalesce(step20.validTo, 9007199254740991) > $given.now AND step20.retractedAt IS NULL AND endNode(step20).retractedAt IS NULL) AND protection33.retractedAt IS NULL
        RETURN DISTINCT protection33.code
      }}
    } ELSE [] END AS business18s
    WITH *, CASE WHEN ctx.id = person4.id THEN CASE WHEN size(['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']) > 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] + ['@person.own-data'] ELSE [] END ELSE [] END + reduce(found9 = [], row IN ctx.proxy | CASE WHEN person4.id IN row.at THEN found9 + row.gives ELSE found9 END) + reduce(found11 = [], row2 IN ctx.guardian | CASE WHEN person4.id IN row2.at THEN found11 + row2.gives ELSE found11 END) + reduce(found13 = [], row3 IN ctx.guardian2 | CASE WHEN person4.id IN row3.at THEN found13 + row3.gives ELSE found13 END) + reduce(found14 = [], row4 IN ctx.parentalResponsibility | CASE WHEN person4.id IN row4.at THEN found14 + row4.gives ELSE found14 END) + reduce(found15 = [], row5 IN ctx.lineManager | CASE WHEN person4.id IN row5.at THEN found15 + row5.gives ELSE found15 END) + reduce(found17 = [], row6 IN ctx.attachedPerson | CASE WHEN any(key IN business16s WHERE key IN row6.at) THEN found17 + row6.gives ELSE found17 END) + reduce(found19 = [], row7 IN ctx.proxy2 | reduce(found21 = found19, key2 IN business18s | CASE WHEN key2.at IN row7.at THEN found21 + reduce(both = [], shared IN [[entry5 IN row7.gives WHERE entry5 IN key2.gives OR (entry5 CONTAINS ':' AND split(entry5, ':')[0] + ':*' IN key2.gives)] + [entry6 IN key2.gives WHERE entry6 CONTAINS ':' AND split(entry6, ':')[0] + ':*' IN row7.gives]] | both + CASE WHEN size(shared) > 0 THEN shared + row7.marks ELSE [] END) ELSE found21 END)) AS person4Offered
    WITH *, CASE WHEN size(person4Codes) > 0 THEN reduce(found22 = [], row8 IN ctx.proxy | CASE WHEN person4.id IN row8.at AND none(code24 IN person4Codes WHERE NOT code24 IN row8.lifts) THEN found22 + row8.gives ELSE found22 END) + reduce(found23 = [], row9 IN ctx.guardian | CASE WHEN person4.id IN row9.at AND none(code25 IN person4Codes WHERE NOT code25 IN row9.lifts) THEN found23 + row9.gives ELSE found23 END) + reduce(found24 = [], row10 IN ctx.guardian2 | CASE WHEN person4.id IN row10.at AND none(code26 IN person4Codes WHERE NOT code26 IN row10.lifts) THEN found24 + row10.gives ELSE found24 END) + reduce(found25 = [], row11 IN ctx.parentalResponsibility | CASE WHEN person4.id IN row11.at AND none(code27 IN person4Codes WHERE NOT code27 IN row11.lifts) THEN found25 + row11.gives ELSE found25 END) + reduce(found26 = [], row12 IN ctx.lineManager | CASE WHEN person4.id IN row12.at AND none(code28 IN person4Codes WHERE NOT code28 IN row12.lifts) THEN found26 + row12.gives ELSE found26 END) + reduce(found27 = [], row13 IN ctx.proxy2 | reduce(found28 = found27, key3 IN business18s | CASE WHEN key3.at IN row13.at AND none(code29 IN person4Codes WHERE NOT code29 IN key3.lifts) THEN found28 + reduce(both2 = [], shared2 IN [[entry7 IN row13.gives WHERE entry7 IN key3.gives OR (entry7 CONTAINS ':' AND split(entry7, ':')[0] + ':*' IN key3.gives)] + [entry8 IN key3.gives WHERE entry8 CONTAINS ':' AND split(entry8, ':')[0] + ':*' IN row13.gives]] | both2 + CASE WHEN size(shared2) > 0 THEN shared2 + row13.marks ELSE [] END) ELSE found28 END)) ELSE person4Offered END AS person4Mask
    RETURN collect({id: person4.id, core: person4Codes, mask: person4Mask, codes: person4Codes, offered: CASE WHEN size(person4Codes) > 0 THEN person4Offered ELSE [] END}) AS decided
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
  WITH *, person2Decided.core AS codes2
  CALL (ctx, person2, person2Mask, person2Places, codes2, decided, carded) {
    CALL (person2) {
      MATCH (person2)-[employed_by4:EMPLOYED_BY]->(business6:Business)
      RETURN business6 AS business5
      UNION
      MATCH (person2)-[employed_by5:EMPLOYED_BY]->(business7:Business)-[part_of2:PART_OF*0..2]->(business8:Business)
      RETURN business8 AS business5
      UNION
      MATCH (person2)-[employed_by6:EMPLOYED_BY]->(business9:Business)
      RETURN business9 AS business5
      UNION
      MATCH (person2)<-[from9:FROM]-(mandate10:Mandate {kind: 'PROXY'})-[to8:TO]->(business10:Business)
      RETURN business10 AS business5
    }
    CALL (ctx, business5, decided, carded) {
      MATCH (business5)-[part_of3:PART_OF*0..2]->(business11:Business)-[owned_by:OWNED_BY]->(subject2:Person)
      WHERE all(step11 IN part_of3 WHERE step11.validFrom <= $given.now AND coalesce(step11.validTo, 9007199254740991) > $given.now AND step11.retractedAt IS NULL AND endNode(step11).retractedAt IS NULL) AND business11.retractedAt IS NULL AND owned_by.validFrom <= $given.now AND coalesce(owned_by.validTo, 9007199254740991) > $given.now AND owned_by.retractedAt IS NULL AND subject2.retractedAt IS NULL
      WITH *, coalesce(head([each IN decided WHERE each.id = subject2.id]), {core: ['UNSCREENED'], codes: ['UNSCREENED'], overridable: [], offered: [], mask: []}) AS subject2Decided
      WITH *, subject2Decided.mask AS subject2Mask
      WITH *, (true AND 'WORK' IN subject2Mask) AS whole, 'WORK' IN subject2Mask AS shown
      RETURN collect({whole: whole, shown: shown}) AS ways
    }
    WITH *, (NOT EXISTS {
      MATCH (business5)-[part_of4:PART_OF*0..2]->(business12:Business)-[owned_by2:OWNED_BY]->(subject3:Person)
      WHERE all(step12 IN part_of4 WHERE coalesce(step12.validFrom <= $given.now, true) AND coalesce(step12.validTo > $given.now, true) AND step12.retractedAt IS NULL AND endNode(step12).retractedAt IS NULL) AND business12.retractedAt IS NULL AND coalesce(owned_by2.validFrom <= $given.now, true) AND coalesce(owned_by2.validTo > $given.now, true) AND owned_by2.retractedAt IS NULL AND subject3.retractedAt IS NULL
    }) OR (size((ways)) > 0 AND all(way IN (ways) WHERE way.whole)) AS business5Whole
    WITH * WHERE business5Whole AND size(CASE WHEN EXISTS {
      MATCH (business5)-[part_of5:PART_OF*0..2]->(firm:Business {form: 'ENK'})
      WHERE all(step13 IN part_of5 WHERE coalesce(step13.validFrom <= $given.now, true) AND coalesce(step13.validTo > $given.now, true) AND step13.retractedAt IS NULL AND endNode(step13).retractedAt IS NULL) AND firm.retractedAt IS NULL
      AND NOT EXISTS {
        MATCH (firm)-[owned_by3:OWNED_BY]->(person3:Person)
        WHERE owned_by3.validFrom <= $given.now AND coalesce(owned_by3.validTo, 9007199254740991) > $given.now AND owned_by3.retractedAt IS NULL AND person3.retractedAt IS NULL
      }
    } THEN ['NO_GRANT'] ELSE [] END) = 0
    RETURN collect(business5.id) AS toldBusiness
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, decided, carded) {
    CALL (person2) {
      MATCH (person2)<-[from10:FROM]-(mandate12:Mandate {kind: 'PROXY'})
      RETURN mandate12 AS mandate11
    }
    WITH * WHERE (true AND 'MANDATES' IN person2Mask)
    RETURN collect(mandate11.id) AS toldMandate
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, toldBusiness, toldMandate) {
    MATCH (viewer2:Person {id: $given.viewer})
    WITH * WHERE viewer2.id = person2.id
    RETURN collect({of: 0, gives: CASE WHEN size(codes2) = 0 THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] ELSE [] END, path: [], ends: []}) AS reasons
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, toldBusiness, toldMandate) {
    MATCH (viewer3:Person {id: $given.viewer})
    MATCH (viewer3)<-[to2:TO]-(mandate4:Mandate {kind: 'PROXY'})-[from3:FROM]->(person2)
    WHERE all(it IN [to2, mandate4, from3] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [to2, mandate4, from3] WHERE it.retractedAt IS NULL) AND mandate4.revokedAt IS NULL
    WITH * WHERE 'READ' IN mandate4.actions
    WITH *, COLLECT {
      MATCH (mandate4)-[covers:COVERS]->(category:Category)
      RETURN DISTINCT CASE WHEN covers.validFrom <= $given.now AND coalesce(covers.validTo, 9007199254740991) > $given.now AND covers.retractedAt IS NULL AND category.retractedAt IS NULL THEN category.code ELSE '' END
    } AS named, COLLECT {
      MATCH (mandate4)-[covers2:COVERS]->(theme:Theme)
      RETURN DISTINCT CASE WHEN covers2.validFrom <= $given.now AND coalesce(covers2.validTo, 9007199254740991) > $given.now AND covers2.retractedAt IS NULL AND theme.retractedAt IS NULL THEN theme.code ELSE '' END
    } AS themes
    RETURN collect({of: 1, gives: CASE WHEN none(code3 IN codes2 WHERE NOT code3 IN COLLECT {
      MATCH (mandate4)-[cleared_for3:CLEARED_FOR]->(protection8:Protection)-[opens3:OPENS*0..1]->(protection9:Protection)
      WHERE cleared_for3.validFrom <= $given.now AND coalesce(cleared_for3.validTo, 9007199254740991) > $given.now AND cleared_for3.retractedAt IS NULL AND protection8.retractedAt IS NULL AND all(step3 IN opens3 WHERE step3.validFrom <= $given.now AND coalesce(step3.validTo, 9007199254740991) > $given.now AND step3.retractedAt IS NULL AND endNode(step3).retractedAt IS NULL) AND protection9.retractedAt IS NULL
      RETURN DISTINCT protection9.code
    }) THEN reduce(found2 = [], code2 IN CASE WHEN size(named) > 0 THEN named + CASE WHEN 'IDENTITY' IN named THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found2 + CASE WHEN code2 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes = [''] THEN [code2] + CASE WHEN code2 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme2 IN CASE WHEN size(themes) > 0 THEN themes ELSE ['*'] END WHERE theme2 <> '' | code2 + ':' + theme2] ELSE [] END ELSE [] END) ELSE [] END, path: [[mandate4.id], [person2.id]], ends: [to2.validTo, from3.validTo, mandate4.validTo]}) AS reasons2
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, toldBusiness, toldMandate) {
    MATCH (viewer4:Person {id: $given.viewer})
    MATCH (viewer4)<-[to3:TO]-(mandate5:Mandate {kind: 'GUARDIANSHIP'})-[from4:FROM]->(person2)
    WHERE all(it IN [to3, mandate5, from4] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [to3, mandate5, from4] WHERE it.retractedAt IS NULL) AND mandate5.revokedAt IS NULL
    WITH * WHERE ('READ' IN mandate5.actions OR (mandate5.actions IS NULL AND 'READ' = 'READ'))
    WITH *, COLLECT {
      MATCH (mandate5)-[covers3:COVERS]->(category2:Category)
      RETURN DISTINCT CASE WHEN covers3.validFrom <= $given.now AND coalesce(covers3.validTo, 9007199254740991) > $given.now AND covers3.retractedAt IS NULL AND category2.retractedAt IS NULL THEN category2.code ELSE '' END
    } AS named2, COLLECT {
      MATCH (mandate5)-[covers4:COVERS]->(theme3:Theme)
      RETURN DISTINCT CASE WHEN covers4.validFrom <= $given.now AND coalesce(covers4.validTo, 9007199254740991) > $given.now AND covers4.retractedAt IS NULL AND theme3.retractedAt IS NULL THEN theme3.code ELSE '' END
    } AS themes2
    RETURN collect({of: 2, gives: CASE WHEN none(code5 IN codes2 WHERE NOT code5 IN COLLECT {
      MATCH (mandate5)-[cleared_for4:CLEARED_FOR]->(protection10:Protection)-[opens4:OPENS*0..1]->(protection11:Protection)
      WHERE cleared_for4.validFrom <= $given.now AND coalesce(cleared_for4.validTo, 9007199254740991) > $given.now AND cleared_for4.retractedAt IS NULL AND protection10.retractedAt IS NULL AND all(step4 IN opens4 WHERE step4.validFrom <= $given.now AND coalesce(step4.validTo, 9007199254740991) > $given.now AND step4.retractedAt IS NULL AND endNode(step4).retractedAt IS NULL) AND protection11.retractedAt IS NULL
      RETURN DISTINCT protection11.code
    }) THEN reduce(found3 = [], code4 IN CASE WHEN size(named2) > 0 THEN named2 + CASE WHEN 'IDENTITY' IN named2 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes2) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found3 + CASE WHEN code4 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes2 = [''] THEN [code4] + CASE WHEN code4 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme4 IN CASE WHEN size(themes2) > 0 THEN themes2 ELSE ['*'] END WHERE theme4 <> '' | code4 + ':' + theme4] ELSE [] END ELSE [] END) ELSE [] END, path: [[mandate5.id], [person2.id]], ends: [to3.validTo, from4.validTo, mandate5.validTo]}) AS reasons3
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, toldBusiness, toldMandate) {
    MATCH (viewer5:Person {id: $given.viewer})
    MATCH (viewer5)<-[to4:TO]-(mandate6:Mandate {kind: 'GUARDIANSHIP'})-[from5:FROM]->(person2)
    WHERE all(it IN [to4, mandate6, from5] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [to4, mandate6, from5] WHERE it.retractedAt IS NULL) AND mandate6.revokedAt IS NULL
    MATCH (mandate6)-[covers5:COVERS]->(task:Task)
    WHERE all(it IN [covers5, task] WHERE it.retractedAt IS NULL) AND covers5.validFrom <= $given.now AND coalesce(covers5.validTo, 9007199254740991) > $given.now
    WITH * WHERE ('READ' IN mandate6.actions OR (mandate6.actions IS NULL AND 'READ' = 'READ'))
    WITH *, COLLECT {
      MATCH (task)-[covers6:COVERS]->(category3:Category)
      RETURN DISTINCT CASE WHEN covers6.validFrom <= $given.now AND coalesce(covers6.validTo, 9007199254740991) > $given.now AND covers6.retractedAt IS NULL AND category3.retractedAt IS NULL THEN category3.code ELSE '' END
    } AS named3, COLLECT {
      MATCH (task)-[covers7:COVERS]->(theme5:Theme)
      RETURN DISTINCT CASE WHEN covers7.validFrom <= $given.now AND coalesce(covers7.validTo, 9007199254740991) > $given.now AND covers7.retractedAt IS NULL AND theme5.retractedAt IS NULL THEN theme5.code ELSE '' END
    } AS themes3
    RETURN collect({of: 3, gives: CASE WHEN none(code7 IN codes2 WHERE NOT code7 IN COLLECT {
      MATCH (mandate6)-[cleared_for5:CLEARED_FOR]->(protection12:Protection)-[opens5:OPENS*0..1]->(protection13:Protection)
      WHERE cleared_for5.validFrom <= $given.now AND coalesce(cleared_for5.validTo, 9007199254740991) > $given.now AND cleared_for5.retractedAt IS NULL AND protection12.retractedAt IS NULL AND all(step5 IN opens5 WHERE step5.validFrom <= $given.now AND coalesce(step5.validTo, 9007199254740991) > $given.now AND step5.retractedAt IS NULL AND endNode(step5).retractedAt IS NULL) AND protection13.retractedAt IS NULL
      RETURN DISTINCT protection13.code
    }) THEN reduce(found4 = [], code6 IN CASE WHEN size(named3) > 0 THEN named3 + CASE WHEN 'IDENTITY' IN named3 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes3) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found4 + CASE WHEN code6 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes3 = [''] THEN [code6] + CASE WHEN code6 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme6 IN CASE WHEN size(themes3) > 0 THEN themes3 ELSE ['*'] END WHERE theme6 <> '' | code6 + ':' + theme6] ELSE [] END ELSE [] END) ELSE [] END, path: [[mandate6.id], [person2.id], [task.id]], ends: [to4.validTo, from5.validTo, covers5.validTo, mandate6.validTo]}) AS reasons4
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, toldBusiness, toldMandate) {
    MATCH (viewer6:Person {id: $given.viewer})
    MATCH (viewer6)<-[to5:TO]-(mandate7:Mandate {kind: 'PARENTAL_RESPONSIBILITY'})-[from6:FROM]->(person2)
    WHERE all(it IN [to5, mandate7, from6] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [to5, mandate7, from6] WHERE it.retractedAt IS NULL) AND mandate7.revokedAt IS NULL
    WITH * WHERE ((person2.birthDate + duration({months: 216})) > date($given.today) AND ('READ' IN mandate7.actions OR (mandate7.actions IS NULL AND 'READ' = 'READ')))
    RETURN collect({of: 4, gives: CASE WHEN none(code8 IN codes2 WHERE NOT code8 IN COLLECT {
      MATCH (mandate7)-[cleared_for6:CLEARED_FOR]->(protection14:Protection)-[opens6:OPENS*0..1]->(protection15:Protection)
      WHERE cleared_for6.validFrom <= $given.now AND coalesce(cleared_for6.validTo, 9007199254740991) > $given.now AND cleared_for6.retractedAt IS NULL AND protection14.retractedAt IS NULL AND all(step6 IN opens6 WHERE step6.validFrom <= $given.now AND coalesce(step6.validTo, 9007199254740991) > $given.now AND step6.retractedAt IS NULL AND endNode(step6).retractedAt IS NULL) AND protection15.retractedAt IS NULL
      RETURN DISTINCT protection15.code
    }) THEN ['ACTIVITIES', 'ACTIVITIES:*', 'ADDRESS', 'CARD', 'CASES', 'CASES:*', 'CONTACT', 'DEVICES', 'DEVICES:*', 'DIALOGUES', 'DIALOGUES:*', 'FAMILY', 'IDENTITY', 'MANDATES', 'SERVICE', 'WORK'] ELSE [] END, path: [[mandate7.id], [person2.id]], ends: [to5.validTo, from6.validTo, mandate7.validTo]}) AS reasons5
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, toldBusiness, toldMandate) {
    MATCH (viewer7:Person {id: $given.viewer})
    MATCH (viewer7)<-[to6:TO]-(mandate8:Mandate {kind: 'LINE_MANAGEMENT'})-[about:ABOUT]->(person2)
    WHERE all(it IN [to6, mandate8, about] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [to6, mandate8, about] WHERE it.retractedAt IS NULL) AND mandate8.revokedAt IS NULL
    MATCH (person2)-[employed_by:EMPLOYED_BY]->(business:Business)<-[from7:FROM]-(mandate8)
    WHERE all(it IN [employed_by, from7] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [employed_by, business, from7] WHERE it.retractedAt IS NULL)
    MATCH (viewer7)-[employed_by2:EMPLOYED_BY]->(business)
    WHERE employed_by2.validFrom <= $given.now AND coalesce(employed_by2.validTo, 9007199254740991) > $given.now AND employed_by2.retractedAt IS NULL
    WITH * WHERE ('READ' IN mandate8.actions OR (mandate8.actions IS NULL AND 'READ' = 'READ'))
    WITH *, business.id IN toldBusiness AS told
    RETURN collect({of: 5, gives: CASE WHEN none(code9 IN codes2 WHERE NOT code9 IN COLLECT {
      MATCH (mandate8)-[cleared_for7:CLEARED_FOR]->(protection16:Protection)-[opens7:OPENS*0..1]->(protection17:Protection)
      WHERE cleared_for7.validFrom <= $given.now AND coalesce(cleared_for7.validTo, 9007199254740991) > $given.now AND cleared_for7.retractedAt IS NULL AND protection16.retractedAt IS NULL AND all(step7 IN opens7 WHERE step7.validFrom <= $given.now AND coalesce(step7.validTo, 9007199254740991) > $given.now AND step7.retractedAt IS NULL AND endNode(step7).retractedAt IS NULL) AND protection17.retractedAt IS NULL
      RETURN DISTINCT protection17.code
    }) THEN ['ACTIVITIES', 'ACTIVITIES:SYK', 'CARD', 'CASES', 'CASES:SYK', 'DIALOGUES', 'DIALOGUES:SYK'] ELSE [] END, path: [[mandate8.id], [person2.id], CASE WHEN told THEN [business.id, business.name] ELSE [] END, CASE WHEN told THEN [business.id, business.name] ELSE [] END, CASE WHEN told THEN [business.id, business.name] ELSE [] END], ends: [to6.validTo, about.validTo, mandate8.validTo] + CASE WHEN told THEN [employed_by.validTo, from7.validTo, employed_by2.validTo] ELSE [] END}) AS reasons6
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, toldBusiness, toldMandate) {
    MATCH (viewer8:Person {id: $given.viewer})
    MATCH (viewer8)-[holds:HOLDS]->(position:Position)-[at2:AT]->(business2:Business)<-[part_of:PART_OF*0..2]-(business3:Business)<-[employed_by3:EMPLOYED_BY]-(person2)
    WHERE all(it IN [holds, at2, employed_by3] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds, position, at2, business2, business3, employed_by3] WHERE it.retractedAt IS NULL) AND all(step8 IN part_of WHERE step8.validFrom <= $given.now AND coalesce(step8.validTo, 9007199254740991) > $given.now AND step8.retractedAt IS NULL AND startNode(step8).retractedAt IS NULL)
    WITH *, 'WORK' IN person2Mask AND size(person2Places) = 0 AS told2, business2.id IN toldBusiness AS told3, business3.id IN toldBusiness AS told4
    RETURN collect({of: 6, gives: CASE WHEN size(codes2) = 0 THEN [entry IN reduce(found5 = [], seat2 IN [seat2 IN ctx.seats WHERE seat2.position = position.id AND seat2.reach IN ['LOCAL']] | found5 + seat2.codes + seat2.themed) WHERE split(entry, ':')[0] IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK']] ELSE [] END, path: [CASE WHEN told2 THEN [position.id] ELSE [] END, CASE WHEN told2 AND told3 THEN [business2.id, business2.name] ELSE [] END, CASE WHEN told2 AND told4 THEN [business3.id, business3.name] ELSE [] END, [person2.id]], ends: CASE WHEN told2 THEN [holds.validTo] ELSE [] END + CASE WHEN told2 AND told3 THEN [at2.validTo] ELSE [] END + CASE WHEN told2 AND told4 THEN [employed_by3.validTo] ELSE [] END + CASE WHEN told2 AND told4 AND told3 THEN [step IN part_of | step.validTo] ELSE [] END}) AS reasons7
  }
  CALL (ctx, person2, person2Mask, person2Places, codes2, toldBusiness, toldMandate) {
    MATCH (viewer9:Person {id: $given.viewer})
    MATCH (viewer9)-[holds2:HOLDS]->(position2:Position)-[at3:AT]->(business4:Business)<-[to7:TO]-(mandate9:Mandate {kind: 'PROXY'})-[from8:FROM]->(person2)
    WHERE all(it IN [holds2, at3, to7, mandate9, from8] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now) AND all(it IN [holds2, position2, at3, business4, to7, mandate9, from8] WHERE it.retractedAt IS NULL) AND mandate9.revokedAt IS NULL
    WITH * WHERE 'READ' IN mandate9.actions
    WITH *, COLLECT {
      MATCH (mandate9)-[covers8:COVERS]->(category4:Category)
      RETURN DISTINCT CASE WHEN covers8.validFrom <= $given.now AND coalesce(covers8.validTo, 9007199254740991) > $given.now AND covers8.retractedAt IS NULL AND category4.retractedAt IS NULL THEN category4.code ELSE '' END
    } AS named4, COLLECT {
      MATCH (mandate9)-[covers9:COVERS]->(theme7:Theme)
      RETURN DISTINCT CASE WHEN covers9.validFrom <= $given.now AND coalesce(covers9.validTo, 9007199254740991) > $given.now AND covers9.retractedAt IS NULL AND theme7.retractedAt IS NULL THEN theme7.code ELSE '' END
    } AS themes4
    WITH *, 'MANDATES' IN person2Mask AND size(person2Places) = 0 AS told5, business4.id IN toldBusiness AS told6, mandate9.id IN toldMandate AS told7
    RETURN collect({of: 7, gives: CASE WHEN none(code12 IN codes2 WHERE NOT code12 IN COLLECT {
      MATCH (mandate9)-[cleared_for8:CLEARED_FOR]->(protection18:Protection)-[opens8:OPENS*0..1]->(protection19:Protection)
      WHERE cleared_for8.validFrom <= $given.now AND coalesce(cleared_for8.validTo, 9007199254740991) > $given.now AND cleared_for8.retractedAt IS NULL AND protection18.retractedAt IS NULL AND all(step9 IN opens8 WHERE step9.validFrom <= $given.now AND coalesce(step9.validTo, 9007199254740991) > $given.now AND step9.retractedAt IS NULL AND endNode(step9).retractedAt IS NULL) AND protection19.retractedAt IS NULL
      RETURN DISTINCT protection19.code
    }) THEN [entry2 IN reduce(found6 = [], seat3 IN [seat3 IN ctx.seats WHERE seat3.position = position2.id AND seat3.reach IN ['LOCAL']] | found6 + seat3.codes + seat3.themed) WHERE entry2 IN reduce(found7 = [], code11 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found7 + CASE WHEN code11 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code11] + CASE WHEN code11 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme8 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme8 <> '' | code11 + ':' + theme8] ELSE [] END ELSE [] END) OR (entry2 CONTAINS ':' AND split(entry2, ':')[0] + ':*' IN reduce(found7 = [], code11 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found7 + CASE WHEN code11 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code11] + CASE WHEN code11 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme8 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme8 <> '' | code11 + ':' + theme8] ELSE [] END ELSE [] END))] + [entry3 IN reduce(found7 = [], code11 IN CASE WHEN size(named4) > 0 THEN named4 + CASE WHEN 'IDENTITY' IN named4 THEN ['CARD'] ELSE [] END ELSE CASE WHEN size(themes4) > 0 THEN ['ACTIVITIES', 'CARD', 'CASES', 'DEVICES', 'DIALOGUES'] ELSE [] END END | found7 + CASE WHEN code11 IN ['ACTIVITIES', 'ADDRESS', 'CARD', 'CASES', 'CONTACT', 'DEVICES', 'DIALOGUES', 'FAMILY', 'IDENTITY', 'MANDATES', 'PROTECTION', 'SERVICE', 'TRACE', 'WORK'] AND NOT themes4 = [''] THEN [code11] + CASE WHEN code11 IN ['ACTIVITIES', 'CASES', 'DEVICES', 'DIALOGUES'] THEN [theme8 IN CASE WHEN size(themes4) > 0 THEN themes4 ELSE ['*'] END WHERE theme8 <> '' | code11 + ':' + theme8] ELSE [] END ELSE [] END) WHERE entry3 CONTAINS ':' AND split(entry3, ':')[0] + ':*' IN reduce(found6 = [], seat3 IN [seat3 IN ctx.seats WHERE seat3.position = position2.id AND seat3.reach IN ['LOCAL']] | found6 + seat3.codes + seat3.themed)] ELSE [] END, path: [CASE WHEN told5 THEN [position2.id] ELSE [] END, CASE WHEN told5 AND told6 THEN [business4.id, business4.name] ELSE [] END, CASE WHEN told5 AND told7 THEN [mandate9.id] ELSE [] END, [person2.id]], ends: CASE WHEN told5 THEN [holds2.validTo] ELSE [] END + CASE WHEN told5 AND told6 THEN [at3.validTo] ELSE [] END + CASE WHEN told5 AND told7 AND told6 THEN [to7.validTo] ELSE [] END + CASE WHEN told5 AND told7 THEN [from8.validTo, mandate9.validTo] ELSE [] END}) AS reasons8
  }
  RETURN head(collect({it: {id: person2.id}, access: {mask: person2Mask, codes: person2Decided.codes, offered: person2Decided.offered, places: person2Places}, concerned: $given.case IS NULL OR person2.id IN ctx.caseSubjects, reasons: reasons + reasons2 + reasons3 + reasons4 + reasons5 + reasons6 + reasons7 + reasons8})) AS person
}
RETURN ctx.permitted AS permitted, [seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}] AS seats, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, head([it2 IN person2s | {id: it2.id, type: 'Person'}]) AS there, person
