"""The types of the schema, as a frontend developer reads them. Values come from the plan's answer, so no type here fetches anything."""
