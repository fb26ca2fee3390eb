"""Is a badge what Open Badges 3.0 asks for, does it name nobody, and is whatever was done to it found out?"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date

import pytest
from carded import ON, YES, carded

from promplan.export.badge_keys import is_public, keep, key_of, new_key, private_file, public_file, read_key
from promplan.export.badge_proof import Refused, is_badge, is_of, signed, told, verified
from promplan.export.badges import Criterion, Marks, credentials, of_file, of_plan
from promplan.language import Problem
from promplan.plan import edit

RUBRIC = (
    Criterion("truth", {"en": "Truth", "ru": "Правда"}, ("claims", "sources", "checked", "explained")),
    Criterion("art", {"en": "Art", "ru": "Искусство"}, ("a", "b", "c", "d")),
)
OWN, GRADED = Marks({"truth": 3, "art": 2}, own=True), Marks({"truth": 4, "art": 2}, own=False)
URN = "urn:uuid:"


@pytest.fixture(scope="module")
def issuer():
    return new_key("Dugorsk Technical College", "ed25519")


def public(issuer):
    return key_of(public_file(issuer), "issuer-public.jwk", private=False)


def one(issuer, marks=OWN, plan=None):
    made, _ = credentials(plan or carded(), marks, issuer, ON, RUBRIC)
    return made["M1"]


def part(data):
    return json.loads(urlsafe_b64decode(data + "=" * (-len(data) % 4)))


def packed(value):
    return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_a_badge_has_what_the_standard_requires(issuer):
    found = one(issuer)
    assert found["@context"][:2] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    assert {"VerifiableCredential", "OpenBadgeCredential"} <= set(found["type"]) and found["id"].startswith(URN)
    assert found["issuer"]["type"] == ["Profile"] and found["issuer"]["id"].startswith("did:jwk:")
    assert found["validFrom"] == "2026-11-09T00:00:00Z" and found["validUntil"] == "2027-12-31T23:59:59Z"
    subject = found["credentialSubject"]
    assert subject["type"] == ["AchievementSubject"] and subject["id"].startswith(URN)
    achievement = subject["achievement"]
    assert all(achievement[name] for name in ("id", "type", "name", "description", "criteria"))
    levels = {level["id"]: level for it in achievement["resultDescription"] for level in it["rubricCriterionLevel"]}
    assert [levels[it["achievedLevel"]]["name"] for it in subject["result"]] == ["level 3: checked"]
    known = {it["id"] for it in achievement["resultDescription"]}
    assert all(it["resultDescription"] in known for it in subject["result"])


def test_only_criteria_that_show_something_and_only_members_who_agreed(issuer):
    made, left = credentials(carded(), OWN, issuer, ON, RUBRIC)
    assert list(made) == ["M1", "M3"] and any("M2" in str(it.what) for it in left)
    made, left = credentials(carded(), Marks({"art": 2}, own=True), issuer, ON, RUBRIC)
    assert not made and any("level 3" in str(it.why) for it in left)
    back = edit.put(carded(YES), "pitch.cards/PF2", {"withdrawn_on": ON})
    assert list(credentials(back, OWN, issuer, ON, RUBRIC)[0]) == ["M1", "M3"]


def test_a_badge_names_nobody_and_can_be_compared_with_a_name(issuer):
    token = signed(one(issuer), issuer)
    found = verified(token.encode(), public(issuer), ON)
    said = json.dumps(found.credential, ensure_ascii=False)
    assert "Lena" not in said and "M1" not in said and "Rustam" not in said
    assert is_of(found.credential, "Lena P.") and not is_of(found.credential, "Katya")


def test_self_assessed_is_said_plainly_and_graded_is_not(issuer):
    own, graded = one(issuer), one(issuer, GRADED)
    assert "self-assessed" in own["name"] and "self-assessed" in own["credentialSubject"]["source"]["name"]
    assert "nobody else has graded" in own["credentialSubject"]["achievement"]["criteria"]["narrative"]
    assert "self-assessed" not in json.dumps(graded) and "source" not in graded["credentialSubject"]
    assert own["credentialSubject"]["achievement"]["id"] != graded["credentialSubject"]["achievement"]["id"]


@pytest.mark.parametrize("kind", ["ed25519", "rs256"])
def test_signed_and_verified_offline_the_same_bytes_for_the_same_badge(kind):
    issuer = new_key("School", kind)
    token = signed(one(issuer), issuer)
    assert token == signed(one(issuer), issuer) and is_badge(token.encode())
    head, payload = (part(it) for it in token.split(".")[:2])
    assert set(head) == {"alg", "jwk", "typ"} and "d" not in head["jwk"]
    assert payload["iss"] == payload["issuer"]["id"] and payload["jti"] == payload["id"]
    found = verified(token.encode() + b"\n", public(issuer), ON)
    assert found.until == date(2027, 12, 31) and "level 3: checked" in " ".join(map(str, told(found)))


def test_the_salt_of_a_russian_plan_and_its_words(issuer):
    plan = edit.put(carded(), "meta", {"language": "ru"})
    found = one(issuer, plan=plan)
    assert found["credentialSubject"]["achievement"]["inLanguage"] == "ru" and "самооценка" in found["name"]
    assert found["credentialSubject"]["achievement"]["resultDescription"][0]["name"] == "Правда"


@pytest.mark.parametrize(
    "sign", ["<script>alert(1)</script>", "a\x00b\x0b", "\u202eabc", "🏭", "ш" * 3000, "{n} {{x}}"]
)
def test_whatever_somebody_writes_is_signed_as_words(issuer, sign):
    plan = edit.put(carded(), "pitch.cards/PF1", {"did": sign})
    plan = edit.put(plan, "team", {"name": sign[:300]})
    found = one(issuer, plan=plan)
    said = verified(signed(found, issuer).encode(), public(issuer), ON).credential["evidence"][0]["narrative"]
    assert said == found["evidence"][0]["narrative"] and not {"\x00", "\x0b"} & set(said)


def test_an_altered_badge_is_found_out(issuer):
    head, payload, proof = signed(one(issuer), issuer).split(".")
    better = part(payload)
    better["credentialSubject"]["result"][0]["achievedLevel"] = "urn:uuid:better"
    with pytest.raises(Refused, match="altered"):
        verified(".".join((head, packed(better), proof)).encode(), public(issuer), ON)
    with pytest.raises(Refused, match="altered"):
        verified(".".join((head, payload, proof[::-1])).encode(), public(issuer), ON)


def test_another_key_is_told_even_where_the_badge_brings_its_own(issuer):
    other = new_key("Somebody", "ed25519")
    forged = dict(one(issuer))
    with pytest.raises(Refused, match="another key"):
        verified(signed(forged, other).encode(), public(issuer), ON)
    head, payload, proof = signed(forged, other).split(".")
    hidden = {**part(head), "jwk": issuer.public}
    with pytest.raises(Refused, match="another key signed it"):
        verified(".".join((packed(hidden), payload, proof)).encode(), public(issuer), ON)


@pytest.mark.parametrize("name", ["none", "None", "NONE"])
def test_an_unsigned_badge_is_refused(issuer, name):
    _, payload, _ = signed(one(issuer), issuer).split(".")
    with pytest.raises(Refused, match="not signed at all"):
        verified(f"{packed({'alg': name})}.{payload}.".encode(), public(issuer), ON)


def test_a_shared_secret_is_no_signature_of_a_badge(issuer):
    _, payload, proof = signed(one(issuer), issuer).split(".")
    with pytest.raises(Refused, match="HS256"):
        verified(f"{packed({'alg': 'HS256', 'typ': 'JWT'})}.{payload}.{proof}".encode(), public(issuer), ON)


def test_too_early_and_too_late_are_told(issuer):
    token = signed(one(issuer), issuer).encode()
    with pytest.raises(Refused, match="expired"):
        verified(token, public(issuer), date(2028, 1, 1))
    with pytest.raises(Refused, match="only from"):
        verified(token, public(issuer), date(2026, 11, 8))
    assert verified(token, public(issuer), date(2027, 12, 31))


def test_two_places_that_do_not_agree_are_told(issuer):
    credential = {**one(issuer), "validUntil": "2027-12-31T23:59:59Z"}
    token = signed(credential, issuer)
    _, payload, _ = token.split(".")
    assert part(payload)["exp"] > 0
    from joserfc import jws

    for change in ({"sub": "urn:uuid:other"}, {"nbf": 5}, {"jti": None}, {"exp": 5}, {"exp": "soon"}):
        said = json.dumps({**part(payload), **change}).encode()
        registry = jws.JWSRegistry(algorithms=["Ed25519"])
        made = jws.serialize_compact({"alg": "Ed25519", "typ": "JWT"}, said, issuer.key, registry=registry)
        with pytest.raises(Refused, match="does not agree"):
            verified(made.encode(), public(issuer), ON)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"a.b",
        b"a.b.c",
        b"\xff\xfe.\x00.c",
        b"...",
        b"{}",
        b"W10.W10.",
        b"[" * 5000,
        b"e30.e30.e30",
        b"x" * 300_000,
    ],
)
def test_what_is_no_badge_is_told_in_words(issuer, data):
    assert not is_badge(data)
    with pytest.raises(Refused):
        verified(data, public(issuer), ON)


def test_a_signed_file_that_is_no_badge_is_told(issuer):
    from joserfc import jws

    registry = jws.JWSRegistry(algorithms=["Ed25519"])
    made = jws.serialize_compact(
        {"alg": "Ed25519"}, b'{"type": ["VerifiableCredential"]}', issuer.key, registry=registry
    )
    with pytest.raises(Refused, match="no badge"):
        verified(made.encode(), public(issuer), ON)


def test_a_key_s_file_is_for_its_owner_and_is_never_written_over(tmp_path, issuer):
    path = tmp_path / "issuer.jwk"
    keep(path, issuer)
    assert path.stat().st_mode & 0o777 == 0o600
    before = path.read_bytes()
    with pytest.raises(Problem, match="never written over"):
        keep(path, new_key("Other", "ed25519"))
    assert path.read_bytes() == before
    assert read_key(path, private=True).fingerprint == issuer.fingerprint
    assert is_public(public_file(issuer)) and not is_public(private_file(issuer))
    with pytest.raises(Problem, match="public key"):
        key_of(public_file(issuer), "issuer-public.jwk", private=True)
    for data in (b"", b"{}", b"[]", b'{"kty": "oct", "k": "AAAA"}', b'{"kty": "OKP"}', b'{"kty": []}'):
        with pytest.raises(Problem, match="no issuer's key"):
            key_of(data, "x.jwk", private=False)
    with pytest.raises(Problem, match="kind of key"):
        new_key("School", "rot13")


def test_marks_come_from_the_instructor_s_file_or_from_the_plan():
    assert of_file(b'{"marks": [{"criterion": "truth", "level": 3}]}', RUBRIC) == Marks({"truth": 3}, own=False)
    for data, why in (
        (b"x", "Marks are a file"),
        (b'{"marks": 3}', "Marks are a file"),
        (b'{"marks": [{"criterion": "beauty", "level": 3}]}', "no criterion beauty"),
        (b'{"marks": [{"criterion": "truth", "level": 5}]}', "from 1 to 4"),
        (b'{"marks": [{"criterion": "truth", "level": true}]}', "from 1 to 4"),
        (b'{"marks": [{"criterion": ["truth"], "level": 3}]}', "no criterion"),
    ):
        with pytest.raises(Problem, match=why):
            of_file(data, RUBRIC)
    plan, _ = edit.add(carded(), "pitch.marks", {"criterion": "truth", "level": 3})
    plan, _ = edit.add(plan, "pitch.marks", {"criterion": "art"})
    assert of_plan(plan) == Marks({"truth": 3}, own=True)
