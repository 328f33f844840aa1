"""Windows: the only widgets. Thin projections of the state; no rule, no SQL."""
