"""Addresses whose visits can be told apart (UTM): built, taken apart again, and looked over.

What is built is an address of http or https and nothing else; what somebody types into it is percent-encoded, an
address's own query is kept, and its fragment comes last, for what stands behind # no server ever sees.
"""

import re
from dataclasses import dataclass, fields
from functools import cached_property
from urllib.parse import quote, unquote_plus, urlsplit

from promplan.language import Problem, say

TAGS = ("source", "medium", "campaign", "content", "term")
REQUIRED = ("source", "medium", "campaign")
LONGEST = 2000  # signs of an address that every browser and messenger takes
PATH = "/:@!$&'()*+,;=~-._"  # stand as they are in a path, RFC 3986
QUERY = PATH + "?"
PAIR = "~-._"  # in a value that we write ourselves: neither & nor = nor #
HOST = re.compile(r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*")
ESCAPED = re.compile(r"%(?![0-9A-Fa-f]{2})")
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]")


@dataclass(frozen=True)
class Tagged:
    """A page and the words by which its visits are told apart."""

    target: str = ""
    source: str = ""
    medium: str = ""
    campaign: str = ""
    content: str = ""
    term: str = ""

    @cached_property  # every link is compared with every other at each key that is pressed
    def tags(self) -> dict[str, str]:
        """The words that are filled in, by their names."""
        found = {name: getattr(self, name).strip() for name in TAGS}
        return {name: value for name, value in found.items() if value}

    @property
    def is_empty(self) -> bool:
        """Is nothing filled in at all?"""
        return not any(getattr(self, one.name).strip() for one in fields(self))


def build(link: Tagged) -> str:
    """The finished address.

    >>> build(Tagged("https://plant.example/visit?day=2#way", "vk", "post", "spring"))
    'https://plant.example/visit?day=2&utm_source=vk&utm_medium=post&utm_campaign=spring#way'

    Raises:
        Problem: the page is no whole address of http or https.
    """
    scheme, host, path, query, fragment = _split(link.target)
    ours = {f"utm_{name}": value for name, value in link.tags.items()}
    kept = [one for one in query.split("&") if one and _name(one) not in ours]
    added = [f"{name}={quote(value, safe=PAIR, errors='replace')}" for name, value in ours.items()]
    whole = "&".join([*(_encoded(one, QUERY) for one in kept), *added])
    address = f"{scheme}://{host}{_encoded(path, PATH) or ('/' if whole or fragment else '')}"
    address += f"?{whole}" if whole else ""
    return address + (f"#{_encoded(fragment, QUERY)}" if fragment else "")


def parse(address: str) -> Tagged:
    """An address taken apart: the page without its utm words, and these as they were typed.

    Raises:
        Problem: as `build`.
    """
    scheme, host, path, query, fragment = _split(address)
    tags: dict[str, str] = {}
    kept: list[str] = []
    for one in filter(None, query.split("&")):
        name = _name(one).removeprefix("utm_")
        if name in TAGS and _name(one) != name:
            tags[name] = unquote_plus(one.partition("=")[2])
        else:
            kept.append(one)
    target = f"{scheme}://{host}{path}" + (f"?{'&'.join(kept)}" if kept else "") + (f"#{fragment}" if fragment else "")
    return Tagged(build(Tagged(target)), **tags)


def host_of(address: str) -> str:
    """The site of an address, without www; empty where it has none."""
    try:
        return _split(address)[1].partition(":")[0].removeprefix("www.")
    except Problem:
        return ""


def tags_in(address: str) -> dict[str, str]:
    """The utm words that stand in an address already, wherever they stand in it."""
    query, _, fragment = address.partition("?")[2].partition("#")
    found = {}
    for one in (*query.split("&"), *(fragment or address.partition("#")[2]).replace("?", "&").split("&")):
        if _name(one).startswith("utm_") and _name(one)[4:] in TAGS:
            found[_name(one)[4:]] = unquote_plus(one.partition("=")[2])
    return found


def _name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0]).strip().casefold()


def _encoded(text: str, safe: str) -> str:
    """Percent-encoded; what is encoded already stays, and a lone % is a sign as others."""
    return quote(ESCAPED.sub("%25", text), safe=safe + "%", errors="replace")


def _split(address: str) -> tuple[str, str, str, str, str]:
    """Scheme, host with its port, path, query and fragment; what a browser might read otherwise is refused."""
    text = address.strip()
    if not text:
        raise Problem(say("Give the page that it leads to: the whole address, https://…"))
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text)
    if scheme is None or (scheme[0].casefold() not in ("http:", "https:") and "://" not in text and "." in scheme[0]):
        raise Problem(say("The page has no beginning: write https:// before it."))
    if scheme[0].casefold() not in ("http:", "https:"):
        raise Problem(say("The page begins with {scheme}; a link of the plan begins with https://", scheme=scheme[0]))
    before, _, fragment = text.partition("#")
    before, _, query = before.partition("?")
    authority, slash, path = before[len(scheme[0]) :].removeprefix("//").partition("/")
    if not before[len(scheme[0]) :].startswith("//") or not authority:
        raise Problem(say("After https: two slashes and the name of the site are missing."))
    if "@" in authority:
        raise Problem(say("A name or a password stands before the site: take out all before the @."))
    return scheme[0][:-1].casefold(), _host(authority), slash + path, query, fragment


def _host(authority: str) -> str:
    """The site's name in the letters that a computer dials, with its port if it has one."""
    name, colon, port = authority.partition(":")
    wrong = Problem(say("“{site}” is no name of a site: look at its letters, its dots and its spaces.", site=authority))
    if UNSEEN.search(authority) or (colon and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536)):
        raise wrong
    try:
        dialled = name.encode("idna").decode("ascii").casefold().rstrip(".")
    except UnicodeError:
        raise wrong from None
    if HOST.fullmatch(dialled) is None or not urlsplit(f"https://{dialled}").netloc:
        raise wrong
    return f"{dialled}{colon}{int(port)}" if colon else dialled
