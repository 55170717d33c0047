"""The graph: its model, the compiler from rules and selections to Cypher, loading, and the databases behind it."""
