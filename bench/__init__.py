"""Measurements, each as a ratio within one run: `make bench`. Not tests: a busy machine must not fail the build."""
