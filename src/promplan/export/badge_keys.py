"""The issuer's keys: a private file that only its owner can read, and a public one that travels with the badges.

The kind is RS256 if nothing else is wanted, which every reader of Open Badges 3.0 must know; Ed25519 makes shorter
files, and is known to fewer.
"""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promplan import extras
from promplan.language import Problem, say
from promplan.plan import reading

KINDS = {"rs256": "RS256", "ed25519": "Ed25519"}
BITS = 3072
MOST = 20_000  # bytes of a key's file
PUBLIC = {"RSA": ("kty", "n", "e"), "OKP": ("kty", "crv", "x"), "EC": ("kty", "crv", "x", "y")}
OPEN = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True)
class Issuer:
    """Who issues: the name as it was given with the key, the key itself, and what it is signed with.

    Args:
        key: a key of joserfc; private where badges are signed. algorithm: RS256, Ed25519, ES256.
    """

    name: str
    key: Any
    algorithm: str

    @property
    def public(self) -> dict[str, str]:
        """The public key alone, as a JWK with nothing else in it."""
        found = self.key.as_dict(private=False)
        return {name: str(found[name]) for name in PUBLIC[str(found["kty"])]}

    @property
    def id(self) -> str:
        """The issuer's address, which is the public key itself: it needs no network."""
        said = json.dumps(self.public, separators=(",", ":"), sort_keys=True).encode()
        return f"did:jwk:{urlsafe_b64encode(said).rstrip(b'=').decode()}"

    @property
    def fingerprint(self) -> str:
        """The key's thumbprint (RFC 7638), short enough to be compared aloud."""
        return str(self.key.thumbprint())


def new_key(name: str, kind: str = "rs256") -> Issuer:
    """A new key for whoever issues.

    Raises:
        Problem: no such kind, no name, or the package for it is not installed.
    """
    with extras.needed():
        from joserfc.jwk import OKPKey, RSAKey
    if kind not in KINDS:
        raise Problem(say("There is no kind of key {kind}; there are: {known}.", kind=kind, known=", ".join(KINDS)))
    if not name.strip():
        raise Problem(say("Say who issues the badges: the school, the course, the organiser."))
    made = RSAKey.generate_key(BITS) if kind == "rs256" else OKPKey.generate_key("Ed25519")
    return Issuer(name.strip(), made, KINDS[kind])


def private_file(issuer: Issuer) -> bytes:
    """What stands in the private file."""
    return _written({**issuer.key.as_dict(private=True), **_beside(issuer)})


def public_file(issuer: Issuer) -> bytes:
    """What stands in the public file: everybody may read it."""
    return _written({**issuer.public, **_beside(issuer)})


def _beside(issuer: Issuer) -> dict[str, str]:
    return {"use": "sig", "alg": issuer.algorithm, "kid": issuer.fingerprint, "name": issuer.name}


def _written(said: dict[str, Any]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def is_public(data: bytes) -> bool:
    """Are these the bytes of a public file as `public_file` writes it?"""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("use") == "sig" and "name" in found and "d" not in found


def keep(path: Path, issuer: Issuer) -> None:
    """Write the private file: for its owner alone, and never over another file.

    Raises:
        Problem: something is there already, or the file cannot be written.
    """
    try:
        stream = os.open(path, OPEN, 0o600)
    except FileExistsError:
        raise Problem(
            say(
                "{file} is there already, and a key is never written over: badges that it signed could be verified no "
                "more. Choose another name.",
                file=path.name,
            )
        ) from None
    except OSError as error:
        raise Problem(
            say("{file} cannot be written ({reason}).", file=path.name, reason=error.strerror or type(error).__name__)
        ) from None
    with os.fdopen(stream, "wb") as file:
        file.write(private_file(issuer))


def read_key(path: Path, *, private: bool) -> Issuer:
    """The issuer of a file.

    Raises:
        Problem: it is no key, or a public one where the private is needed.
    """
    try:
        data = reading.asked(path, MOST)
    except reading.TooLarge:
        data = b""
    return key_of(data, path.name, private=private)


def key_of(data: bytes, file: str, *, private: bool) -> Issuer:
    """The issuer of the bytes of a file; see `read_key`."""
    with extras.needed():
        from joserfc.errors import JoseError
        from joserfc.jwk import import_key
    no_key = Problem(say("{file} is no issuer's key. It is the file that “promplan badges key” wrote.", file=file))
    try:
        found = json.loads(data)
        if not isinstance(found, dict) or found.get("kty") not in PUBLIC:
            raise no_key
        names = (*PUBLIC[found["kty"]], *(("d", "p", "q", "dp", "dq", "qi") if private else ()))
        key = import_key({name: found[name] for name in names if name in found})
    except (JoseError, ValueError, TypeError, KeyError, RecursionError):
        raise no_key from None
    if private and "d" not in found:
        raise Problem(say("{file} is the public key. Badges are signed with the private one.", file=file))
    algorithm = {"RSA": "RS256", "OKP": "Ed25519", "EC": "ES256"}[found["kty"]]
    return Issuer(str(found.get("name", "")), key, algorithm)
