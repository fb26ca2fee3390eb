"""A badge's proof: signed as a JSON Web Token (VC-JWT of Open Badges 3.0), verified offline with the issuer's file.

The key that a badge carries in its head proves nothing: whoever alters a badge can put a key of his own there. What
counts is the issuer's public file, which comes another way; the head's key only tells an altered badge from one that
another key has signed.
"""

from __future__ import annotations

import json
import warnings
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import Any

from promplan import extras
from promplan.export.badge_keys import Issuer
from promplan.language import Problem, Words, say

KNOWN = ("RS256", "ES256", "Ed25519", "EdDSA")  # no “none”, and nothing that is signed with a shared secret
HEADS = frozenset(("alg", "jwk", "kid", "typ"))  # the standard allows no other
MOST = 200_000  # bytes of a badge
HEAD = 8_000  # and of its head, which carries a key
VC, BADGE = "VerifiableCredential", frozenset(("OpenBadgeCredential", "AchievementCredential"))


class Refused(Problem):
    """A badge that does not hold."""


@dataclass(frozen=True)
class Verified:
    """A badge that holds: the credential as it was signed, by whom, and until when; None: without end."""

    credential: Mapping[str, Any]
    issuer: str
    fingerprint: str
    until: date | None


def stamp(day: date, at: time = time()) -> str:
    """A moment as a credential writes it."""
    return f"{datetime.combine(day, at):%Y-%m-%dT%H:%M:%SZ}"


def seconds(moment: str) -> int:
    """The same as a number, as a token writes it."""
    return int(datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp())


def signed(credential: Mapping[str, Any], issuer: Issuer) -> str:
    """The credential as a signed token: the content of a .jwt file.

    Raises:
        Problem: the package for it is not installed.
    """
    with extras.needed():
        from joserfc import jws
    claims = {
        "iss": credential["issuer"]["id"],
        "jti": credential["id"],
        "nbf": seconds(credential["validFrom"]),
        "sub": credential["credentialSubject"]["id"],
    }
    if "validUntil" in credential:
        claims["exp"] = seconds(credential["validUntil"])
    payload = json.dumps({**credential, **claims}, ensure_ascii=False, separators=(",", ":")).encode()
    head = {"alg": issuer.algorithm, "jwk": issuer.public, "typ": "JWT"}
    return str(jws.serialize_compact(head, payload, issuer.key, registry=_registry(issuer.algorithm)))


def is_badge(data: bytes) -> bool:
    """Are these the bytes of a badge in a file?"""
    try:
        _head, payload = _parts(data)
    except Refused:
        return False
    return _is_credential(payload)


def verified(data: bytes, issuer: Issuer, on: date) -> Verified:
    """The badge, if it holds on that day: unaltered, of this key, begun and not ended.

    Raises:
        Refused: it does not, and why.
    """
    with extras.needed():
        from joserfc import jws
        from joserfc.errors import JoseError
    head, payload = _parts(data)
    algorithm = head.get("alg")
    if not isinstance(algorithm, str) or algorithm.casefold() == "none":
        raise Refused(say("This badge is not signed at all (“none”): anybody could have written it."))
    if algorithm not in KNOWN or not HEADS.issuperset(head):
        raise Refused(say("This badge is signed in a way that no badge is signed ({algorithm}).", algorithm=algorithm))
    if not _is_credential(payload):
        raise Refused(say("This is a signed file, and no badge: it is no Open Badges 3.0 credential."))
    if _of_another(head, issuer):
        raise Refused(
            say(
                "This badge is signed with another key than that of {issuer}: ask who issued it.",
                issuer=issuer.name or issuer.fingerprint,
            )
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library warns of the older name of Ed25519
            jws.deserialize_compact(data.strip(), issuer.key, registry=_registry(algorithm))
    except (JoseError, ValueError, TypeError):
        raise Refused(
            say("This badge was altered after it was signed, or another key signed it: it proves nothing.")
        ) from None
    _agrees(payload)
    return _in_term(payload, issuer, on)


def _registry(algorithm: str) -> Any:
    from joserfc.jws import JWSRegistry

    made = JWSRegistry(algorithms=[algorithm])
    made.max_header_length, made.max_payload_length = HEAD, MOST
    return made


def _parts(data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Head and payload of a token, read without any trust."""
    no_badge = Refused(say("This is no badge: a badge is a .jwt file of three parts with two dots between them."))
    if len(data) > MOST:
        raise Refused(say("This file is far too large to be a badge."))
    parts = data.strip().split(b".")
    if len(parts) != 3:
        raise no_badge
    try:
        head, payload = (json.loads(urlsafe_b64decode(one + b"=" * (-len(one) % 4))) for one in parts[:2])
    except (ValueError, RecursionError):
        raise no_badge from None
    if not isinstance(head, dict) or not isinstance(payload, dict):
        raise no_badge
    return head, payload


def _is_credential(payload: Mapping[str, Any]) -> bool:
    kinds = payload.get("type")
    there = {one for one in kinds if isinstance(one, str)} if isinstance(kinds, list) else set()
    subject, issuer = payload.get("credentialSubject"), payload.get("issuer")
    return (
        VC in there
        and not BADGE.isdisjoint(there)
        and isinstance(subject, dict)
        and isinstance(subject.get("achievement"), dict)
        and isinstance(issuer, dict | str)
    )


def _of_another(head: Mapping[str, Any], issuer: Issuer) -> bool:
    """Does the head itself name another key?"""
    said = head.get("jwk")
    return isinstance(said, dict) and {name: said.get(name) for name in issuer.public} != issuer.public


def _agrees(payload: Mapping[str, Any]) -> None:
    """The token's claims say the same as the credential."""
    issuer, subject = payload["issuer"], payload["credentialSubject"]
    pairs = (
        (payload.get("iss"), issuer.get("id") if isinstance(issuer, dict) else issuer),
        (payload.get("sub"), subject.get("id")),
        (payload.get("jti"), payload.get("id")),
        (_moment(payload.get("nbf")), payload.get("validFrom")),
    )
    if any(one is None or one != other for one, other in pairs):
        raise Refused(say("What this badge says in its two places does not agree: it was not made as a badge is."))


def _moment(number: Any) -> str | None:
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 10**11:
        return None
    return datetime.fromtimestamp(number, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _in_term(payload: Mapping[str, Any], issuer: Issuer, on: date) -> Verified:
    starts, ends = _day(payload.get("nbf")), _day(payload.get("exp"))
    said = payload.get("validUntil")
    if said is not None and _moment(payload.get("exp")) != said:
        raise Refused(say("What this badge says in its two places does not agree: it was not made as a badge is."))
    if starts is not None and starts > on:
        raise Refused(say("This badge holds only from {day} on.", day=starts))
    if ends is not None and ends < on:
        raise Refused(say("This badge has expired: it held until {day}.", day=ends))
    who = payload["issuer"]
    name = str(who.get("name", "")) if isinstance(who, dict) else str(who)
    return Verified(payload, name or issuer.name, issuer.fingerprint, ends)


def _day(number: Any) -> date | None:
    moment = _moment(number)
    return None if moment is None else date.fromisoformat(moment[:10])


def hashed(name: str, salt: str) -> str:
    """A name as a badge carries it: nobody reads it, and whoever knows it can compare."""
    return f"sha256${sha256((name + salt).encode('utf-8', 'backslashreplace')).hexdigest()}"


def is_of(credential: Mapping[str, Any], name: str) -> bool:
    """Is it the badge of somebody called so?"""
    found = credential["credentialSubject"].get("identifier") or []
    return any(
        isinstance(one, dict) and hashed(name.strip(), str(one.get("salt", ""))) == one.get("identityHash")
        for one in (found if isinstance(found, list) else [])
    )


def told(found: Verified) -> list[Words | str]:
    """What a badge that holds says, line by line."""
    subject = found.credential["credentialSubject"]
    achievement = subject["achievement"]
    levels = {
        str(level.get("id")): (str(one.get("name", "")), str(level.get("name", "")))
        for one in _dicts(achievement.get("resultDescription"))
        for level in _dicts(one.get("rubricCriterionLevel"))
    }
    lines: list[Words | str] = [
        say("This badge holds."),
        say("Issued by: {name}", name=found.issuer),
        say("The key's fingerprint: {fingerprint}", fingerprint=found.fingerprint),
        str(achievement.get("name", "")),
    ]
    for one in _dicts(subject.get("result")):
        criterion, level = levels.get(str(one.get("achievedLevel")), ("", ""))
        lines += [f"  {criterion}: {level}"] if criterion else []
    if found.until is not None:
        lines.append(say("In force until {day}", day=found.until))
    return lines


def _dicts(found: Any) -> list[dict[str, Any]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
