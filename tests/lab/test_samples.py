"""Do the samples in the repository follow from the plan that they show, and does their page name every one?"""

import pytest

from promplan import assets
from promplan.lab import samples
from promplan.language import LANGUAGES


def lying(course, speech):
    """A folder of samples as `write` leaves it, of one file."""
    folder = samples.home(course, speech)
    folder.mkdir(parents=True)
    (folder / "plan.pdf").write_bytes(b"%PDF")
    (folder / samples.DIGEST).write_text(samples.digest(speech), encoding="ascii")
    with samples.inside(speech):
        words = "\n".join(f"- {one.words}" for one in samples.FORMATS.values())
    (folder / samples.PAGE).write_text(f"- [plan.pdf](plan.pdf): x\n{words}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("speech", LANGUAGES)
def test_the_samples_are_complete_and_of_the_plan_as_it_is(speech):
    course = assets.course()
    if not samples.home(course, speech).is_dir():
        pytest.skip("no samples lie here: promplan samples writes them")
    assert speech not in samples.stale(course)


def test_of_another_plan_or_with_a_file_too_many_or_too_few_they_are_stale(tmp_path):
    for speech in LANGUAGES:
        lying(tmp_path, speech)
    assert samples.stale(tmp_path) == []
    folder = samples.home(tmp_path, "ru")
    (folder / "more.pdf").write_bytes(b"%PDF")
    assert samples.stale(tmp_path) == ["ru"]
    (folder / "more.pdf").unlink()
    (folder / "plan.pdf").unlink()
    assert samples.stale(tmp_path) == ["ru"]
    (samples.home(tmp_path, "en") / samples.DIGEST).write_text("0", encoding="ascii")
    assert samples.stale(tmp_path) == ["en", "ru"]
