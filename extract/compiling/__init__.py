"""The rules as C: made once by `python -m extract.compiling FOLDER`, used by `extract/compiled.py` where they fit the sources.

sources ─written_out→ the same with records spelt out ─mypyc→ C ─cc→ one library, of which every module is a name
"""
