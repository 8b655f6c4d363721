"""Document → facts. Knows nothing of graphs.

from extract.pipeline import extract_file, extract_text
"""

from extract import compiled

compiled.use(__path__)
