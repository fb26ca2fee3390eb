"""The entries of the KPI dictionary: names, formulas, units, AMEC levels, bounds, and what to say along with a number.

Rates are fractions: 0.006 is a click-through rate of 0.6 %. Only what bears "percent" or "points" in its unit is a
number of hundredths. Money is in the plan's own currency. Formulas after domain practice (MRI's guide to reach and
frequency; Hootsuite, "How to calculate engagement rate", 2019), levels after AMEC's Integrated Evaluation Framework
(2016). Entries are found and computed in `promplan.media.kpi`.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from promplan.language import Words
from promplan.media import formula as algebra

Level = Literal["output", "out-take", "outcome", "impact"]
Told = Mapping[str, str]

LEVELS: tuple[Level, ...] = ("output", "out-take", "outcome", "impact")
COUNT, SHARE = (0.0, math.inf), (0.0, 1.0)
UNITS: dict[str, Told] = {
    "contacts": {"en": "contacts", "ru": "контактов"},
    "people": {"en": "people", "ru": "человек"},
    "pieces": {"en": "pieces", "ru": "штук"},
    "times": {"en": "times a person", "ru": "раз на человека"},
    "fraction": {"en": "a fraction of 1", "ru": "доля единицы"},
    "percent": {"en": "%", "ru": "%"},
    "points": {"en": "percentage points", "ru": "процентных пунктов"},
    "rating points": {"en": "rating points", "ru": "пунктов рейтинга"},
    "money": {"en": "money", "ru": "денег"},
    "index": {"en": "100 is the average", "ru": "100 — среднее"},
}


@dataclass(frozen=True)
class Kpi:
    """One entry: `formula` as text over its `inputs`; a mere count is its own input.

    `unit` is a key of `UNITS`; `bounds` are the lowest and highest value that can be; `short` is the abbreviation, and
    `also` holds other names, in either language, under which it is found.
    """

    id: str
    name: Told = field(hash=False)
    formula: str
    inputs: tuple[str, ...]
    unit: str
    level: Level
    bounds: tuple[float, float] = COUNT
    note: Told = field(default_factory=dict, hash=False)
    short: str = ""
    also: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """Is it a mere count: read off a list or a counter, and computed from nothing?"""
        return self.formula == self.id

    @property
    def label(self) -> Words:
        """The abbreviation, or the name in the reader's language."""
        return label(self.id)

    @property
    def wording(self) -> Words:
        """The formula with the names of its inputs in the reader's language: CTR = clicks / impressions."""
        return equation(self.id, self.formula)


def _count(id_: str, unit: str, level: Level, en: str, ru: str, *also: str, note: Told | None = None) -> Kpi:
    return Kpi(id_, {"en": en, "ru": ru}, id_, (id_,), unit, level, COUNT, note or {}, "", also)


def _formula(
    id_: str,
    short: str,
    formula: str,
    unit: str,
    level: Level,
    en: str,
    ru: str,
    *also: str,
    bounds: tuple[float, float] = COUNT,
    note: Told | None = None,
) -> Kpi:
    inputs = tuple(sorted(algebra.inputs(formula), key=formula.index))
    return Kpi(id_, {"en": en, "ru": ru}, formula, inputs, unit, level, bounds, note or {}, short, also)


NO_STANDARD: Told = {
    "en": "There is no standard formula for an engagement rate (Hootsuite lists six): the plan names the one it uses. "
    "It counts actions, not people, so it may exceed 1.",
    "ru": "Общепринятой формулы вовлечённости нет (Hootsuite приводит шесть): в плане называют ту, по которой считают. "
    "Считаются действия, а не люди, поэтому значение бывает и больше 1.",
}
COST: Told = {
    "en": "A price has the level of what it buys. Compare prices of the same audience only.",
    "ru": "Уровень цены — уровень того, что за неё получено. Сравнивают цены только для одной и той же аудитории.",
}

# fmt: off
KPIS: tuple[Kpi, ...] = (
    # what is counted
    _count("publications", "pieces", "output", "publications", "публикации", "posts", "посты", "материалы"),
    _count("impressions", "contacts", "output", "impressions", "показы", "showings", "I"),
    _count("reach", "people", "output", "reach", "охват", "net reach", "чистый охват", "unique users", "R",
           note={"en": "People, each counted once. Reaches of several channels are never added.",
                 "ru": "Люди, каждый посчитан один раз. Охваты разных каналов не складывают."}),
    _count("views", "contacts", "output", "views", "просмотры", "completed views", "досмотры",
           note={"en": "Say what counts: to the end, half, 3 seconds. Platforms differ, and change their threshold.",
                 "ru": "Назовите порог: до конца, до половины, 3 секунды. У площадок он разный и меняется."}),
    _count("clicks", "contacts", "out-take", "clicks", "переходы", "клики", "link clicks",
           note={"en": "Say whether all clicks are meant or those on the link alone.",
                 "ru": "Скажите, о чём речь: обо всех кликах или только о переходах по ссылке."}),
    _count("engagements", "pieces", "out-take",
           "engagements", "взаимодействия", "reactions", "реакции", "likes, comments, shares",
           note={"en": "Say which actions belong to it: likes, comments, shares, saves.",
                 "ru": "Перечислите, что сюда входит: лайки, комментарии, репосты, сохранения."}),
    _count("engagements_day", "pieces", "out-take", "engagements in a day", "взаимодействия за день"),
    _count("followers", "people", "out-take", "followers", "подписчики", "subscribers"),
    _count("actions", "pieces", "outcome", "actions", "целевые действия", "conversions", "конверсии",
           note={"en": "Say which action: an application, a booking, a call.",
                 "ru": "Скажите, какое действие: заявка, запись, звонок."}),
    _count("sign_ups", "people", "outcome", "sign-ups", "записи", "registrations", "регистрации", "bookings"),
    _count("visits", "people", "outcome", "visits", "посещения", "visitors", "посетители", "гости", "guests"),
    _count("applications", "pieces", "outcome", "applications", "заявки", "заявления", "отклики на вакансию"),
    _count("requests", "pieces", "outcome", "requests", "запросы", "enquiries", "обращения", "письма", "letters"),
    _count("hires", "people", "outcome", "hires", "принятые на работу", "новые работники"),
    _count("retained_hires", "people", "impact", "retained hires", "закрепившиеся новые работники"),
    _count("closed_vacancies", "pieces", "impact", "closed vacancies", "закрытые вакансии", "filled vacancies"),
    _count("count", "pieces", "outcome", "honest count", "честный счёт", "count", "number", "число", "количество",
           note={"en": "Any people or things that two of you would count alike. Its level is that of what is counted.",
                 "ru": "Любые люди или предметы, которых двое насчитают одинаково. Уровень — как у предмета счёта."}),
    # how far and how often
    _formula("frequency", "F", "impressions / reach", "times", "output",
             "average frequency", "средняя частота контакта", "frequency", "частота", "частота контакта",
             bounds=(1.0, math.inf)),
    _formula("reach_percent", "R%", "100 * reach / population", "percent", "output",
             "reach in per cent", "охват в процентах", "reach%", bounds=(0.0, 100.0)),
    _formula("grp", "GRP", "100 * impressions / population", "rating points", "output",
             "gross rating points", "сумма рейтингов",
             note={"en": "Contacts per hundred people with repeats: 300 points are, say, all of them three times.",
                   "ru": "Контакты на сто человек с повторами: 300 пунктов — это, например, все сто по три раза."}),
    _formula("sov", "SOV", "own / (own + others)", "fraction", "output",
             "share of voice", "доля голоса", bounds=SHARE,
             note={"en": "Say whose voices were counted, where and in which weeks.",
                   "ru": "Скажите, чьи голоса считали, где и за какие недели."}),
    # what it costs
    _formula("cpm", "CPM", "1000 * spend / impressions", "money", "output",
             "cost per thousand impressions", "цена тысячи показов", "cost per mille", note=COST),
    _formula("cpt_net", "CPT-net", "1000 * spend / reach", "money", "output",
             "cost per thousand people reached", "цена тысячи охваченных", "CPM-net", note=COST),
    _formula("cpp", "CPP", "spend / grp", "money", "output",
             "cost per rating point", "цена пункта рейтинга", note=COST),
    _formula("cpc", "CPC", "spend / clicks", "money", "out-take",
             "cost per click", "цена перехода", "цена клика", note=COST),
    _formula("cpv", "CPV", "spend / views", "money", "out-take",
             "cost per view", "цена просмотра", note=COST),
    _formula("cpe", "CPE", "spend / engagements", "money", "out-take",
             "cost per engagement", "цена взаимодействия", note=COST),
    _formula("cpa", "CPA", "spend / actions", "money", "outcome",
             "cost per action", "цена целевого действия", note=COST),
    # what people took from it
    _formula("ctr", "CTR", "clicks / impressions", "fraction", "out-take",
             "click-through rate", "доля переходов", "кликабельность", bounds=SHARE,
             note={"en": "All clicks or the link's alone: say which. Platforms show both under one name.",
                   "ru": "Все клики или только по ссылке — скажите. Площадки называют то и другое одинаково."}),
    _formula("vtr", "VTR", "views / impressions", "fraction", "out-take",
             "view-through rate", "доля досмотров", "досматриваемость", bounds=SHARE,
             note={"en": "State the threshold: without it the number means nothing.",
                   "ru": "Назовите порог: без него число ничего не значит."}),
    _formula("er_post", "ER_post", "engagements / followers", "fraction", "out-take",
             "engagement rate by followers", "вовлечённость по подписчикам", "engagement rate by post", "ER post",
             "ER по подписчикам", note=NO_STANDARD),
    _formula("err", "ERR", "engagements / reach", "fraction", "out-take",
             "engagement rate by reach", "вовлечённость по охвату", "ER by reach", "ER по охвату", note=NO_STANDARD),
    _formula("er_imp", "ER_imp", "engagements / impressions", "fraction", "out-take",
             "engagement rate by impressions", "вовлечённость по показам", "ER by impressions", "ER по показам",
             note=NO_STANDARD),
    _formula("er_daily", "ER_day", "engagements_day / followers", "fraction", "out-take",
             "daily engagement rate", "вовлечённость за день", "daily ER", "дневная вовлечённость", "ER за день",
             note=NO_STANDARD),
    _formula("share", "", "yes / asked", "fraction", "out-take",
             "share of those asked", "доля опрошенных", "proportion", "доля", bounds=SHARE,
             note={"en": "Give the question, who was asked, how many, and the interval.",
                   "ru": "Приведите вопрос, кого спрашивали, сколько их было и интервал."}),
    # what people did
    _formula("cr", "CR", "actions / clicks", "fraction", "outcome",
             "conversion rate", "конверсия", "conversion", "коэффициент конверсии", bounds=SHARE,
             note={"en": "Say which action and from where: of clicks, unless something else is written.",
                   "ru": "Скажите, какое действие и от чего считаем: от переходов, если не написано другое."}),
    _formula("turn_up", "", "visits / sign_ups", "fraction", "outcome",
             "turn-up rate", "доля пришедших", "show-up rate", "доходимость", "явка", bounds=SHARE,
             note={"en": "Visits of those who signed up; whoever just came is counted apart.",
                   "ru": "Пришедшие из записавшихся; кто пришёл без записи, считается отдельно."}),
    _formula("lift", "", "(after - before) / before", "fraction", "outcome",
             "lift", "относительный прирост", "relative change", "прирост", bounds=(-1.0, math.inf),
             note={"en": "From 20 to 25 % it is 0.25, a quarter more; in points it is 5.",
                   "ru": "С 20 до 25 % — это 0,25, на четверть больше; в пунктах это 5."}),
    _formula("pp", "", "100 * (after - before)", "points", "outcome",
             "difference in percentage points", "разница в процентных пунктах", "percentage points",
             "процентные пункты", "п. п.", "п.п.", bounds=(-100.0, 100.0),
             note={"en": "The honest way to report a changed intention: both shares, n, and the points between them.",
                   "ru": "Честный способ сказать об изменившемся намерении: обе доли, n и пункты между ними."}),
    # whom it meets
    _formula("composition", "", "target_audience / gross_audience", "fraction", "output",
             "composition", "доля целевой аудитории", bounds=SHARE),
    _formula("gross_rating", "", "gross_audience / population", "fraction", "output",
             "gross rating", "рейтинг", "rating", bounds=SHARE),
    _formula("target_rating", "", "target_audience / target_population", "fraction", "output",
             "target rating", "целевой рейтинг", "рейтинг в целевой аудитории", bounds=SHARE),
    _formula("affinity", "", "100 * target_rating / gross_rating", "index", "output",
             "affinity index", "индекс соответствия", "affinity", "аффинити", "индекс аффинитивности",
             note={"en": "Above 100 the channel meets your audience more often than people at large.",
                   "ru": "Больше 100 — канал встречает вашу аудиторию чаще, чем людей вообще."}),
    # what changed at the plant
    _formula("retention", "", "retained_hires / hires", "fraction", "impact",
             "retention of new hires", "закрепляемость новых работников", "retention", "закрепляемость", bounds=SHARE,
             note={"en": "Say after how many months.",
                   "ru": "Скажите, через сколько месяцев."}),
)
# fmt: on

INPUTS: dict[str, Told] = {  # what is neither an entry itself nor computed
    "spend": {"en": "spend", "ru": "расходы"},
    "population": {"en": "population", "ru": "население"},
    "own": {"en": "own mentions", "ru": "свои упоминания"},
    "others": {"en": "others' mentions", "ru": "чужие упоминания"},
    "yes": {"en": "those who say yes", "ru": "ответившие «да»"},
    "asked": {"en": "those asked", "ru": "опрошенные"},
    "before": {"en": "share before", "ru": "доля до"},
    "after": {"en": "share after", "ru": "доля после"},
    "gross_audience": {"en": "audience of the channel", "ru": "аудитория канала"},
    "target_audience": {"en": "target group in the channel", "ru": "целевая группа в канале"},
    "target_population": {"en": "target group in all", "ru": "целевая группа всего"},
}
BY_ID: dict[str, Kpi] = {one.id: one for one in KPIS}

IDENTITIES: tuple[tuple[str, str], ...] = (  # what follows from the definitions, and is seldom checked
    ("cpm", "1000 * ctr * cpc"),
    ("cpm", "1000 * vtr * cpv"),
    ("cpm", "1000 * er_imp * cpe"),
    ("cpt_net", "cpm * frequency"),
    ("cpt_net", "1000 * err * cpe"),
    ("grp", "reach_percent * frequency"),
    ("cpa", "cpc / cr"),
    ("err", "er_imp * frequency"),
    ("cpp", "cpm * population / 100000"),
    ("pp", "100 * lift * before"),
)
AT_MOST = (  # what cannot exceed what, and the rule that says so
    ("reach", "impressions", "KPI-3"),
    ("clicks", "impressions", "KPI-4"),
)
SEVERAL: dict[str, tuple[str, ...]] = {  # names that mean more than one entry
    "er": ("er_post", "err", "er_imp", "er_daily"),
    "engagement": ("er_post", "err", "er_imp", "er_daily"),
    "engagement rate": ("er_post", "err", "er_imp", "er_daily"),
    "вовлечённость": ("er_post", "err", "er_imp", "er_daily"),
    "коэффициент вовлечённости": ("er_post", "err", "er_imp", "er_daily"),
    "уровень вовлечённости": ("er_post", "err", "er_imp", "er_daily"),
    "cpt": ("cpm", "cpt_net"),
    "cost per thousand": ("cpm", "cpt_net"),
    "цена за тысячу": ("cpm", "cpt_net"),
}


def told(name: str) -> Told:
    """The name of an entry or an input in both languages."""
    return BY_ID[name].name if name in BY_ID else INPUTS[name]


def label(name: str) -> Words:
    """The abbreviation of an entry, or its name, or that of an input, in the reader's language."""
    entry = BY_ID.get(name)
    return Words(entry.short) if entry and entry.short else Words("{name}", {"name": told(name)})


def named(name: str) -> Words:
    """The name in full, behind its abbreviation if it has one: CTR (click-through rate)."""
    entry = BY_ID.get(name)
    short = entry.short if entry else ""
    return Words("{short} ({name})" if short else "{name}", {"short": short, "name": told(name)})


def listed(words: Iterable[Words], between: str = "; ") -> Words:
    """Several words in a row, still waiting for their language."""
    values = {f"w{n}": one for n, one in enumerate(words)}
    return Words(between.join(f"{{{name}}}" for name in values), values)


def equation(id_: str, formula: str) -> Words:
    """`ctr` and `clicks / impressions` as a line to read, its names in the language of the reader."""
    right = worded(formula)
    return right if formula == id_ else Words("{left} = {right}", {"left": label(id_), "right": right})


def worded(formula: str) -> Words:
    """A formula's text with the names of its inputs in the language of the reader."""
    names = algebra.inputs(formula)
    parts = formula.replace("(", "( ").replace(")", " )").split()
    text = " ".join(f"{{{part}}}" if part in names else part for part in parts)
    text = text.replace("( ", "(").replace(" )", ")").replace("*", "·").replace(" - ", " − ")
    return Words(text, {name: label(name) for name in names})
