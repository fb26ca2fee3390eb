"""The gate draws the same random examples every time; a developer's machine draws new ones."""

import os

from hypothesis import settings

settings.register_profile("gate", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("gate")
