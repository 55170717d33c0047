// Me (person)
OPTIONAL MATCH (viewer:Person {id: $given.viewer})
WHERE viewer.retractedAt IS NULL
WITH *, ['CARD', 'IDENTITY', 'CONTACT', 'ADDRESS', 'FAMILY', 'WORK', 'MANDATES', 'CASES', 'ACTIVITIES', 'DEVICES', 'DIALOGUES', 'PROTECTION', 'SERVICE', 'TRACE'] AS covered, true AS permitted
WITH *, [] AS seats
WITH *, [] AS caseSubjects
WITH viewer, {id: coalesce(viewer.id, ''), permitted: permitted, caseSubjects: caseSubjects} AS ctx
CALL (viewer, ctx) {
  WITH * WHERE ctx.permitted
  WITH *, [] AS decided
  WITH *, [] AS carded
  RETURN head(collect({id: viewer.id, name: [viewer.givenName, viewer.middleName, viewer.familyName]})) AS root
}
RETURN ctx.permitted AS permitted, $given.case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits, false AS staff, [] AS reach, root
