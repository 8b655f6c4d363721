"""The commands of `govgraph`, one module each."""
