"""Do the commands of the badges make a key once, issue for whoever agreed, and say in words what does not hold?"""

import json
import os

import pytest
from carded import carded
from typer.testing import CliRunner

from promplan.cli.app import app
from promplan.export import badges
from promplan.export.badges import Criterion
from promplan.plan import edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME

RUBRIC = (Criterion("truth", {"en": "Truth", "ru": "Правда"}, ("claims", "sources", "checked", "explained")),)
DAY = ("--on", "2026-11-09", "--lang", "en")


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(badges, "criteria", lambda: RUBRIC)
    found, _ = edit.add(carded(), "pitch.marks", {"criterion": "truth", "level": 3})
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / NAME).write_bytes(dumps(found))
    code, said = run("badges", "key", "-o", "issuer.jwk", "--name", "A School", "--kind", "ed25519", "--lang", "en")
    assert code == 0 and "fingerprint" in said
    return tmp_path / "team" / NAME


def test_a_key_is_private_and_is_not_written_over(plan):
    if os.name == "posix":
        assert (plan.parents[1] / "issuer.jwk").stat().st_mode & 0o777 == 0o600
    before = (plan.parents[1] / "issuer.jwk").read_bytes()
    code, said = run("badges", "key", "-o", "issuer.jwk", "--name", "B", "--kind", "ed25519", "--lang", "en")
    assert code == 2 and "never written over" in said and (plan.parents[1] / "issuer.jwk").read_bytes() == before
    assert json.loads((plan.parents[1] / "issuer-public.jwk").read_bytes())["name"] == "A School"


def test_issued_badges_hold_and_those_who_have_not_agreed_get_none(plan):
    before = plan.read_bytes()
    code, said = run("badges", "issue", plan, "--key", "issuer.jwk", "-o", "out", *DAY)
    assert code == 0 and "assessed itself" in said and "Rustam" in said
    assert sorted(one.name for one in (plan.parents[1] / "out").iterdir()) == [
        "badge-M1.jwt",
        "badge-M3.jwt",
        "issuer-public.jwk",
    ]
    first = (plan.parents[1] / "out" / "badge-M1.jwt").read_bytes()
    assert run("badges", "issue", plan, "--key", "issuer.jwk", "-o", "out", *DAY)[0] == 0
    assert (plan.parents[1] / "out" / "badge-M1.jwt").read_bytes() == first and plan.read_bytes() == before
    code, said = run("badges", "verify", "out/badge-M1.jwt", "--issuer", "issuer-public.jwk", *DAY)
    assert code == 0 and "This badge holds." in said and "A School" in said and "self-assessed" in said
    name = ("--name", "Lena P.")
    assert run("badges", "verify", "out/badge-M1.jwt", "--issuer", "issuer-public.jwk", *name, *DAY)[0] == 0
    code, said = run("badges", "verify", "out/badge-M3.jwt", "--issuer", "issuer-public.jwk", *name, *DAY)
    assert code == 1 and "not the badge of Lena P." in said


def test_the_instructor_s_marks_make_it_the_issuer_s_grade(plan):
    (plan.parents[1] / "marks.json").write_text('{"marks": [{"criterion": "truth", "level": 4}]}', encoding="utf-8")
    run("badges", "issue", plan, "--key", "issuer.jwk", "-o", "out", "--marks", "marks.json", *DAY)
    code, said = run("badges", "verify", "out/badge-M1.jwt", "--issuer", "issuer-public.jwk", *DAY)
    assert code == 0 and "self-assessed" not in said and "level 4: explained" in said


def test_what_does_not_hold_is_said_with_code_1(plan):
    run("badges", "issue", plan, "--key", "issuer.jwk", "-o", "out", *DAY)
    file = plan.parents[1] / "out" / "badge-M1.jwt"
    code, said = run("badges", "verify", file, "--issuer", "issuer-public.jwk", "--on", "2029-01-01", "--lang", "en")
    assert code == 1 and "expired" in said
    run("badges", "key", "-o", "other.jwk", "--name", "B", "--kind", "ed25519")
    code, said = run("badges", "verify", file, "--issuer", "other-public.jwk", *DAY)
    assert code == 1 and "another key" in said
    code, said = run("badges", "verify", plan, "--issuer", "issuer-public.jwk", *DAY)
    assert code == 1 and "no badge" in said
    code, said = run("badges", "verify", file, "--issuer", plan, *DAY)
    assert code == 2 and "no issuer's key" in said


def test_nothing_is_issued_with_the_public_key_or_without_marks_or_over_a_stranger_s_file(plan):
    code, said = run("badges", "issue", plan, "--key", "issuer-public.jwk", "-o", "out", *DAY)
    assert code == 2 and "private one" in said
    (plan.parents[1] / "marks.json").write_text('{"marks": []}', encoding="utf-8")
    code, said = run("badges", "issue", plan, "--key", "issuer.jwk", "-o", "out", "--marks", "marks.json", *DAY)
    assert code == 1 and "no criterion stands at level 3" in said and not (plan.parents[1] / "out").exists()
    (plan.parents[1] / "out").mkdir()
    (plan.parents[1] / "out" / "badge-M1.jwt").write_bytes(b"mine")
    assert run("badges", "issue", plan, "--key", "issuer.jwk", "-o", "out", *DAY)[0] == 2
    assert (plan.parents[1] / "out" / "badge-M1.jwt").read_bytes() == b"mine"


def test_the_private_key_is_in_no_file_that_is_handed_out(plan):
    run("badges", "issue", plan, "--key", "issuer.jwk", "-o", "out", *DAY)
    secret = json.loads((plan.parents[1] / "issuer.jwk").read_bytes())["d"]
    for file in (*(plan.parents[1] / "out").iterdir(), plan, plan.parents[1] / "issuer-public.jwk"):
        assert secret.encode() not in file.read_bytes()


def test_a_key_is_not_laid_beside_a_plan(plan):
    code, said = run(
        "badges", "key", "-o", "team/issuer.jwk", "--name", "A School", "--kind", "ed25519", "--lang", "en"
    )
    assert code == 2 and "does not belong beside it" in said and not (plan.parent / "issuer.jwk").exists()
