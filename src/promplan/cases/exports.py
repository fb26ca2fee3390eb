"""What three platforms let one download, as they let it: heads of their own, a clock of their own, and their traps.

Everything is drawn from a fixed seed; the counts are those of an invented campaign. `exports()` gives a kit's files as
bytes, for one of them is in the code page cp1251. The traps are told in `data.en.md`: a clock four hours behind the
town's, a rate in the bottom line that is a mean of rates, a row that is there twice.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

MOSCOW = timedelta(hours=-4)  # the town's clock is UTC+7, the platform's UTC+3


@dataclass(frozen=True)
class Post:
    """A piece as it stood on a page: when by the town's clock, its words in links, its title, and how widely seen."""

    at: str
    content: str
    title: str
    reach: int
    boosted: int = 0  # roubles


@dataclass(frozen=True)
class Campaign:
    """What a kit's exports are drawn from: a seed, the words of its links, posts on a page and in a messenger."""

    seed: int
    campaign: str
    page: str
    goal: str
    posts: tuple[Post, ...]
    messages: tuple[Post, ...]
    sources: tuple[tuple[str, str, str, int, float], ...]  # source, medium, content, visits, part that registers
    boosting: float  # price of 1,000 contacts


CAMPAIGNS = {
    "rubber-works": Campaign(
        6200,
        "open-shop",
        "https://uprugost.example/shop",
        "Запись на экскурсию",
        (
            Post("2026-11-03 18:00", "c1-press-breathes", "Пресс выдыхает", 1840, 3200),
            Post("2026-11-10 18:00", "c4-four-questions", "Четыре вопроса для ярмарки вакансий", 1210),
            Post("2026-11-17 18:00", "c5-thursday", "В четверг с пяти", 1105),
            Post("2026-11-24 18:00", "c7-waterworks", "Четырнадцать водоканалов на одном листе", 1395),
            Post("2026-12-01 18:00", "c8-three-months", "Чему учатся три месяца", 1120),
            Post("2026-12-08 18:00", "c6-classes-asked", "О чём спросили школьники", 2060, 3200),
            Post("2026-12-15 18:00", "c11-saturday", "В субботу завод открыт", 1730),
            Post("2026-12-22 02:30", "c14-keep-warm", "Тем, кто нас греет", 980),
            Post("2026-12-29 18:00", "c15-pumps", "У насосов каникул не бывает", 760),
            Post("2027-01-12 18:00", "c18-exams", "Прежде чем выбирать экзамены", 1910, 3200),
            Post("2027-01-19 18:00", "c19-last-thursday", "Последний четверг", 1240),
            Post("2027-01-26 18:00", "c20-pay", "Сколько платят в начале", 1480),
        ),
        (
            Post("2026-11-11 18:10", "c25-town-page", "Можно прийти классом", 610, 2000),
            Post("2026-12-09 18:10", "c6-classes-asked", "О чём спросили школьники", 655),
            Post("2027-01-13 18:10", "c26-town-page", "Прежде чем выбирать экзамены", 640, 2000),
        ),
        (
            ("vk", "post", "c1-press-breathes", 64, 0.06),
            ("vk", "post", "c6-classes-asked", 71, 0.084),
            ("vk", "post", "c18-exams", 66, 0.106),
            ("vk", "post", "c11-saturday", 32, 0.095),
            ("VK", "Post", "c1-press-breathes", 9, 0.11),
            ("school", "qr", "c2-each-time", 61, 0.18),
            ("school", "qr", "c22-each-time", 38, 0.21),
            ("bus", "qr", "c23-screen", 44, 0.045),
            ("max", "post", "c25-town-page", 27, 0.075),
            ("max", "post", "c26-town-page", 29, 0.07),
            ("(direct)", "(none)", "", 75, 0.08),
        ),
        900.0,
    ),
    "wagon-works": Campaign(
        2700,
        "write-to-us",
        "https://dalnieputi.example/partners",
        "Запись на день поставщика",
        (
            Post("2026-11-18 10:00", "c1-let-go", "Чтобы остановить, выпусти воздух", 890, 3000),
            Post("2026-12-09 10:00", "c6-thirty-guests", "О чём спросили тридцать гостей", 620),
            Post("2026-12-14 02:15", "c7-until-25", "До двадцать пятого", 540),
            Post("2027-01-13 10:00", "c8-one-answer", "Кто стоит за ответом", 470),
            Post("2027-01-27 10:00", "c10-what-we-buy", "Что мы покупаем", 710, 3000),
        ),
        (
            Post("2026-12-07 12:10", "c5-project-day", "В четверг — день проектов", 350),
            Post("2026-12-14 12:10", "c7-until-25", "До двадцать пятого", 335),
            Post("2027-02-08 12:10", "c12-sound", "Звук, которого никто не слышит", 310),
        ),
        (
            ("vk", "post", "c1-let-go", 29, 0.04),
            ("vk", "post", "c10-what-we-buy", 27, 0.07),
            ("university", "qr", "c3-riddle", 58, 0.05),
            ("university", "qr", "c7-until-25", 49, 0.08),
            ("University", "QR", "c7-until-25", 9, 0.1),
            ("newspaper", "text", "c2-release", 12, 0.16),
            ("letter", "post", "c4-stand", 43, 0.28),
            ("(direct)", "(none)", "", 36, 0.08),
        ),
        1400.0,
    ),
    "boiler-works": Campaign(
        4714,
        "chamber",
        "https://polnypar.example/chamber",
        "Запись на день камеры",
        (
            Post("2026-07-25 11:00", "rotor-balanced", "Как балансируют ротор", 2225),
            Post("2026-08-07 11:00", "engineer-listens", "Инженер, который слушает вал", 1442, 2500),
            Post("2026-09-11 01:40", "test-bed", "Стенд для турбин изнутри", 2356),
            Post("2026-09-18 11:00", "weld-glows", "Шов, который светится", 2334),
        ),
        (
            Post("2026-08-25 12:20", "drum-left", "Барабан уехал по рекам и дорогам", 913),
            Post("2026-09-21 12:20", "test-bed", "Стенд для турбин изнутри", 903),
        ),
        (
            ("vk", "post", "rotor-balanced", 30, 0.03),
            ("vk", "post", "test-bed", 31, 0.07),
            ("trade", "article", "test-bed", 52, 0.17),
            ("Trade", "article", "test-bed", 11, 0.09),
            ("(direct)", "(none)", "", 58, 0.05),
        ),
        2600.0,
    ),
}


@dataclass(frozen=True)
class Counted:
    """What was counted of a post."""

    post: Post
    impressions: int
    reach: int
    views: int
    reactions: int
    comments: int
    shares: int
    clicks: int

    @property
    def engagements(self) -> int:
        """Reactions, comments and shares together."""
        return self.reactions + self.comments + self.shares


def counted(posts: Sequence[Post], boosting: float, chance: random.Random) -> list[Counted]:
    """The counts of posts; money buys contacts at its price."""
    found = []
    for one in posts:
        bought = round(1000 * one.boosted / boosting)
        impressions = round(one.reach * chance.uniform(1.25, 1.5)) + bought
        views = round(impressions * chance.uniform(0.14, 0.24))
        reactions = round(one.reach * chance.uniform(0.014, 0.032))
        comments, shares = round(reactions * chance.uniform(0.05, 0.2)), round(reactions * chance.uniform(0.1, 0.3))
        clicks = round(impressions * chance.uniform(0.008, 0.016))
        found.append(Counted(one, impressions, one.reach, views, reactions, comments, shares, clicks))
    return found


def exports(case: str) -> dict[str, bytes]:
    """The kit's files by name: utf-8 with semicolons, cp1251 with decimal commas, tabs with a row of totals."""
    it = CAMPAIGNS[case]
    chance = random.Random(it.seed)
    page, messages = (counted(posts, it.boosting, chance) for posts in (it.posts, it.messages))
    head = f"# synthetic: seed {it.seed}; "
    return {
        "export-vk": _text(head, "time: Moscow (UTC+3)", _vk(it, page)).encode("utf-8"),
        "export-site": _text(head, "code page cp1251", _site(it, chance)).encode("cp1251"),
        "export-messenger": _text(head, "time: the town's (UTC+7)", _messenger(messages)).encode("utf-8"),
    }


def _text(head: str, note: str, lines: Iterator[str]) -> str:
    return "\n".join((head + note, *lines)) + "\n"


def _vk(it: Campaign, page: Sequence[Counted]) -> Iterator[str]:
    """A page's export: times of Moscow, ERR per post, in the last line a mean of the rates."""
    yield "Дата и время;Запись;Ссылка;Показы;Охват;Досмотры;Реакции;Комментарии;Репосты;Переходы;Расход, ₽;ERR, %"
    rates = []
    for one in page:
        at = datetime.fromisoformat(one.post.at) + MOSCOW
        rates.append(100 * one.engagements / one.reach)
        link = f"{it.page}?utm_source=vk&utm_medium=post&utm_campaign={it.campaign}&utm_content={one.post.content}"
        cells = (at.strftime("%d.%m.%Y %H:%M"), one.post.title, link, one.impressions, one.reach, one.views)
        more = (one.reactions, one.comments, one.shares, one.clicks, one.post.boosted, f"{rates[-1]:.2f}")
        yield ";".join(str(cell) for cell in (*cells, *more))
    yield f"Среднее;;;;;;;;;;;{sum(rates) / len(rates):.2f}"


def _site(it: Campaign, chance: random.Random) -> Iterator[str]:
    """A counter's export: visits by the words in the link, decimal commas, the same source in capitals besides."""
    yield f"UTM Source;UTM Medium;UTM Content;Визиты;Посетители;Отказы, %;Достижения цели «{it.goal}»;Конверсия, %"
    rows = []
    for source, medium, content, visits, part in it.sources:
        visitors = round(visits * chance.uniform(0.82, 0.96))
        reached = round(visits * part)
        rows.append((visits, visitors, reached))
        cells = (visits, visitors, _comma(chance.uniform(18, 46)), reached, _comma(100 * reached / visits))
        yield ";".join(str(cell) for cell in (source, medium, content, *cells))
    visits, visitors, reached = (sum(column) for column in zip(*rows, strict=True))
    mean = sum(100 * goal / seen for seen, _, goal in rows) / len(rows)
    yield f"Итого и среднее;;;{visits};{visitors};;{reached};{_comma(mean)}"


def _messenger(messages: Sequence[Counted]) -> Iterator[str]:
    """A messenger's export: tabs, the second message twice, a row of totals that counts it twice, too."""
    yield "\t".join(("Published", "Message", "Views", "Reactions", "Forwards", "Link clicks"))
    rows = [*messages[:2], messages[1], *messages[2:]]
    for one in rows:
        cells = (one.post.at, one.post.title, one.impressions, one.reactions, one.shares, one.clicks)
        yield "\t".join(str(cell) for cell in cells)
    sums = (sum(getattr(one, name) for one in rows) for name in ("impressions", "reactions", "shares", "clicks"))
    yield "\t".join(("Total", "", *(str(one) for one in sums)))


def _comma(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
