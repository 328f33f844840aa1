"""The local door that `do` and `state` come through. Its client imports no Qt."""
