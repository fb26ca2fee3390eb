"""Are the shell's pages of the version that the package says, small enough, and their words all in the catalogue?"""

import json
import re
from pathlib import Path

from promplan import assets
from promplan.lab.start import SHELL
from promplan.server.words import table
from promplan.versioned import VERSION

STATIC = SHELL / "promplan" / "static"


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_the_shell_says_the_packages_version():
    assert re.findall(r'VERSION = "([^"]+)"', text(STATIC / "version.js")) == [VERSION]
    assert json.loads(text(SHELL / "promplan" / "package.json"))["version"] == VERSION


def test_every_sentence_of_the_shell_has_its_russian():
    asked = {one for file in STATIC.glob("*.js") for one in re.findall(r'\b(?:say|words)\("([^"]+)"', text(file))}
    russian = table("ru")
    assert asked and asked <= set(russian)
    assert [one for one in asked if russian[one] == one] == []


def test_the_shell_is_light():
    assert sum(file.stat().st_size for file in (SHELL / "promplan").rglob("*") if file.is_file()) <= 100_000


def test_every_style_and_module_that_is_named_is_there():
    named = {one for file in STATIC.glob("*.js") for one in re.findall(r'"(?:\./)?([\w-]+\.(?:js|css))"', text(file))}
    assert named and [one for one in named if not (STATIC / one).is_file()] == []


def test_each_unit_has_a_name_short_enough_for_a_tab_in_both_languages():
    for one in assets.plan_of_the_course()["unit"]:
        for language, exercise in (("en", ": exercise"), ("ru", ": упражнение")):
            told = table(language)[one["id"]]
            assert told == f"{int(one['id'][:2])} · {one['short'][language]}" and len(told + exercise) <= 29
