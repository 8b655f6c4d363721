"""Named questions: one `.cypher` file each, plain Cypher 5; `library.py` reads them, `run.py` asks the store.

To add a question, add a file beside the others; it then appears on the command line and in the app.
"""
