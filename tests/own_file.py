"""Which rules have a test file of their own, as `promplan new rule` lays it?"""

from pathlib import Path

from promplan.review import RULES

OWN_FILE = {id for id in RULES if (Path(__file__).parent / f"review/test_{id.lower().replace('-', '_')}.py").is_file()}
