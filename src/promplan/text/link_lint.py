"""What is to be said of a link before it goes out: what a counter would miss, split in two, or give away."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from promplan.language import Problem, Words, say
from promplan.text.links import LONGEST, REQUIRED, TAGS, Tagged, build, host_of, tags_in
from promplan.text.slugs import slug

E_MAIL = re.compile(r"[\w.+-]+(?:@|%40)[\w-]+\.[\w.-]+")
TELEPHONE = re.compile(r"\+?\d(?:[\s()-]*\d){9,}")
PLAIN = re.compile(r"[a-z0-9._~-]*")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
SHORT = 3  # letters: shorter parts of a name are no name


@dataclass(frozen=True)
class Flaw:
    """What is wrong, at which field of the link. `grave`: the visits are lost, counted wrongly, or give somebody away.

    `better` is what might stand there instead, where that is known.
    """

    field: str
    words: Words
    grave: bool = True
    better: str = ""


def lint(
    link: Tagged,
    others: Mapping[str, Tagged] | None = None,
    names: Collection[str] = (),
    own: Collection[str] = (),
    at_home: bool = False,
) -> list[Flaw]:
    """All that is to be said of a link, field by field; nothing of one that is still empty.

    Args:
        others: the links of the other pieces, by their ids. names: people who must not be found in an address.
        own: the plant's own sites, as far as they are known. at_home: does the piece stand on the plant's own site?
    """
    if link.is_empty:
        return []
    found = [*_of_target(link, own, at_home)]
    if link.tags or not at_home:  # from the plant's site to the plant's site nothing has to be told apart
        found += _missing(link)
    for name, value in link.tags.items():
        found += _of_tag(name, value, others or {}, names)
    found += _twins(link, others or {})
    order = ("target", *TAGS)
    return sorted(found, key=lambda one: (order.index(one.field), not one.grave))


def _of_target(link: Tagged, own: Collection[str], at_home: bool) -> Iterator[Flaw]:
    try:
        address = build(link)
    except Problem as problem:
        yield Flaw("target", problem.what)
        return
    target = link.target.strip()
    if address.startswith("http://"):
        better = f"https{target[4:]}" if target[:5].casefold() == "http:" else ""
        yield Flaw("target", say("It begins with http: browsers warn of such a page. Try it with https."), True, better)
    if "." not in host_of(target):
        yield Flaw("target", say("The site's name has no dot: nobody outside will find it."))
    if E_MAIL.search(target):
        yield Flaw("target", say("An e-mail stands in the address: it will stand in every counter and every log."))
    if any(f"utm_{name}" in target.partition("#")[2] for name in TAGS):
        words = say("utm words stand behind the #: no counter sees them there. Take them out; they are written here.")
        yield Flaw("target", words)
    elif tags_in(target):
        named = ", ".join(f"utm_{name}" for name in tags_in(target))
        yield Flaw("target", say("The page has {named} in it already: take it out, it is written here.", named=named))
    page = target.partition("#")[0]
    if re.search(r"\s", page):
        words = say("A space in the page's own address becomes %20, and some programs cut the link there.")
        yield Flaw("target", words, False)
    if CYRILLIC.search(page.partition("://")[2].partition("/")[2]):
        words = say("Cyrillic letters become %D0…: the address grows long and the code dense. Latin ones are read.")
        yield Flaw("target", words, False)
    if len(address) > LONGEST:
        yield Flaw("target", say("The address has {n} signs: some programs cut it off.", n=len(address)))
    if at_home and link.tags:
        yield _inside(host_of(target) in {one.removeprefix("www.") for one in own})


def _inside(sure: bool) -> Flaw:
    if sure:
        words = say(
            "From the plant's site to the plant's site: take the utm words out. Who came from elsewhere would begin "
            "anew, and where from is lost."
        )
    else:
        words = say(
            "The piece stands on the plant's own site. If the page is on that site too, leave the utm words out: else "
            "where a visitor came from is lost."
        )
    return Flaw("target", words, sure)


def _missing(link: Tagged) -> Iterator[Flaw]:
    for name in REQUIRED:
        if name not in link.tags:
            words = say("utm_{name} is empty: without it a counter cannot tell these visits from others.", name=name)
            yield Flaw(name, words)


def _of_tag(name: str, value: str, others: Mapping[str, Tagged], names: Collection[str]) -> Iterator[Flaw]:
    if E_MAIL.search(value):
        yield Flaw(name, say("An e-mail stands in it: it will stand in every counter and every log."))
    elif TELEPHONE.search(value):
        yield Flaw(name, say("A telephone number seems to stand in it: nobody's number belongs into an address."))
    elif person := _person(value, names):
        words = say("A name stands in it: {person}. An address names channels and pieces, no people.", person=person)
        yield Flaw(name, words)
    better = slug(value)
    if value != value.lower():
        words = say("Capital letters: a counter takes {value} and {low} for two.", value=value, low=value.lower())
        yield Flaw(name, words, True, value.lower() if PLAIN.fullmatch(value.lower()) else better)
    if re.search(r"\s", value):
        yield Flaw(name, say("A space becomes %20 in the address; a hyphen is read by everybody."), False, better)
    if CYRILLIC.search(value):
        words = say("Cyrillic letters become %D0…: the address grows long and the code dense. Latin ones are read.")
        yield Flaw(name, words, False, better)
    elif not PLAIN.fullmatch(re.sub(r"\s", "", value.lower())):
        words = say("Signs besides letters, digits, - and _ are encoded: hard to read in a table.")
        yield Flaw(name, words, False, better)
    yield from _spelled(name, value, others)


def _spelled(name: str, value: str, others: Mapping[str, Tagged]) -> Iterator[Flaw]:
    """Another piece writes the same in another way."""
    if name in ("content", "term"):
        return
    for id_, other in others.items():
        theirs = other.tags.get(name, "")
        if theirs and theirs != value and _same(theirs) == _same(value):
            words = say("{id} has “{theirs}”: a counter takes them for two. Write both alike.", id=id_, theirs=theirs)
            yield Flaw(name, words, True, theirs)
            return


def _same(value: str) -> str:
    """What remains of a word where its capitals, hyphens and alphabet do not count."""
    return slug(value, most=300).replace("-", "")


def _twins(link: Tagged, others: Mapping[str, Tagged]) -> Iterator[Flaw]:
    """Another piece has all the same words."""
    if not all(name in link.tags for name in REQUIRED):
        return
    for id_, other in others.items():
        if other.tags == link.tags:
            words = say("{id} has all the same words: the visits of the two are counted together.", id=id_)
            yield Flaw("content", words)
            return


def _person(value: str, names: Collection[str]) -> str:
    """The first of the people whose name stands in it, in either alphabet; empty where none does."""
    parts = set(slug(value, most=300).split("-"))
    for name in names:
        for one in re.split(r"[\s.,-]+", name):
            if len(one) >= SHORT and slug(one) in parts:
                return one
    return ""
