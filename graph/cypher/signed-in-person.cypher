// signed-in-person: whom a number names now. One that has ended names nobody here: it may have been given by mistake, or to a false identity.
// in:  number, now
// out: one row, `id`, or none
MATCH (number:Identifier {value: $number})<-[identified:IDENTIFIED_BY]-(person:Person)
WHERE number.kind IN ['NIN', 'D_NUMBER'] AND number.retractedAt IS NULL AND person.retractedAt IS NULL AND identified.retractedAt IS NULL
  AND identified.validFrom <= $now AND coalesce(identified.validTo > $now, true)
RETURN DISTINCT person.id AS id
ORDER BY id
LIMIT 2
