"""How the records of each section are set: as a table with these columns, or as cards; unknown sections are cards.

A table says what it is silent about: `without` names fields that need more room than a page has, and the page says so.
"""

from dataclasses import dataclass

from promplan.language import Words, say


@dataclass(frozen=True)
class Column:
    """A column: fields below one another, the first plain, the others soft and under their labels.

    Args:
        names: of the fields; "" is the record's own title. wide: its share of the line. head: else the first's label.
        short: records by their ids, on one line. bare: their values explain themselves, without labels.
    """

    names: tuple[str, ...]
    wide: float = 1.0
    head: Words | None = None
    short: bool = False
    bare: bool = True
    right: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table of records; what many of them `share` is said once below it, with their ids."""

    columns: tuple[Column, ...]
    without: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    caption: Words | None = None


@dataclass(frozen=True)
class Cards:
    """Records as cards, so many beside each other."""

    across: int = 2
    without: tuple[str, ...] = ()


def _c(
    *names: str,
    wide: float = 1.0,
    head: Words | None = None,
    short: bool = False,
    bare: bool = True,
    right: bool = False,
) -> Column:
    return Column(names, wide, head, short, bare, right)


STATE = say("State")
SERVES = say("What it serves")

LAYOUT: dict[str, Sheet | Cards] = {
    "objectives": Cards(1),
    "audiences": Cards(2),
    "ideas": Sheet(
        (
            _c("", "hook", wide=3.0, head=say("Idea")),
            _c("form", "feeling", wide=1.1, short=True),
            _c("audience", "pillar", "facts", "channels", wide=0.95, head=SERVES, short=True),
            _c("effort", wide=0.55, right=True),
            _c("impact", wide=0.55, right=True),
            _c("chosen", "reason", wide=3.0),
        ),
        without=("poster",),
        caption=say("Ideas that were left, and why"),
    ),
    "channels": Sheet(
        (
            _c("", "role", wide=2.8, head=say("Channel")),
            _c("channel", "media", wide=1.3, head=say("Where"), short=True),
            _c("audiences", wide=0.7, head=say("Audiences"), short=True),
            _c("cadence", wide=1.4),
            _c("per_month", wide=0.6, right=True),
            _c("owner", "at_plant", wide=1.1, head=say("Who runs it")),
        ),
        without=("money",),
    ),
    "visit.stops": Sheet(
        (
            _c("", "zone", wide=1.6, head=say("Stop")),
            _c("minutes", wide=0.6, right=True, head=say("Min there")),
            _c("walk", wide=0.6, right=True, head=say("Min on foot")),
            _c("ppe", wide=1.4),
            _c("allowed", wide=1.6),
            _c("forbidden", wide=1.7),
            _c("host", wide=1.2, head=say("Host")),
        ),
        without=("x", "y"),
    ),
    "visit.shots": Sheet(
        (
            _c("", "people", wide=2.2, head=say("Shot")),
            _c("stop", "ideas", wide=0.55, head=say("For"), short=True),
            _c("size", "move", "seconds", "sound", wide=1.2, head=say("How"), short=True, bare=True),
            _c("avoid", wide=1.3),
            _c("priority", wide=0.7, short=True),
            _c("clearance.state", "clearance.until", "clearance.by", wide=1.0),
            _c("log.state", "log.note", wide=1.4, head=say("What became of it")),
        ),
        without=("menu", "log.at", "log.file", "clearance.channels"),
    ),
    "visit.people": Sheet(
        (
            _c("", "age", wide=1.4, head=say("Role")),
            *(
                _c(
                    f"{one}.state",
                    f"{one}.covers",
                    f"{one}.channels",
                    f"{one}.until",
                    f"{one}.withdrawn",
                    f"{one}.conditions",
                    head=head,
                    wide=1.2,
                )
                for one, head in (
                    ("image", say("Image")),
                    ("data", say("Data")),
                    ("dissemination", say("Dissemination")),
                )
            ),
        ),
        without=(
            "image.given",
            "data.given",
            "dissemination.given",
            "image.guardian",
            "data.guardian",
            "dissemination.guardian",
        ),
    ),
    "visit.clearances": Sheet(
        (
            _c("", "stops", wide=2.0, head=say("For what")),
            _c("layer", wide=1.6),
            _c("by_whom", wide=1.1),
            _c("state", "on", wide=0.9),
            _c("note", wide=1.4),
        ),
    ),
    "visit.hazards": Sheet(
        (
            _c("", "stop", wide=1.5, head=say("Hazard")),
            _c("harm", wide=1.2),
            _c("control", wide=2.4),
            _c("owner", wide=0.9),
        ),
    ),
    "visit.heard": Sheet((_c("", wide=2, head=say("What was said")), _c("who", "at", "stop"), _c("fact", wide=1.4))),
    "items": Sheet(
        (
            _c("", "message", wide=3.4, head=say("Piece")),
            _c("channel", "form", wide=0.75, short=True, head=say("Channel")),
            _c("objective", "audience", "pillar", "idea", wide=0.85, head=SERVES, short=True),
            _c("facts", wide=0.6, short=True, head=say("Facts")),
            _c("owner", "approver", wide=0.7, head=say("Owner, approver"), short=True),
            _c("ad.is_ad", "ad.mark", wide=0.9, head=say("Is it an ad?"), short=True),
        ),
        without=(
            "headline",
            "text",
            "alt",
            "script",
            "panels",
            "subtitles",
            "production",
            "dates",
            "placing",
            "ad",
            "link",
            "length",
            "sound",
        ),
        share=("hold_if", "approvals", "rights"),
    ),
    "calendar.days": Sheet(
        (
            _c("day", "until", wide=0.9),
            _c("", wide=2.4, head=say("What is on that day")),
            _c("closed", wide=0.8),
            _c("source", wide=1.2),
        ),
    ),
    "budget.carriers": Sheet(
        (
            _c("", "who", wide=2.0, head=say("What they do for us")),
            _c("given", "why", wide=2.4),
            _c("asked_by", "on", wide=0.8, head=say("Who asks, by when")),
            _c("channel", "audience", wide=0.55, head=say("Where"), short=True),
            _c("people", "people_from", wide=2.0, head=say("People")),
            _c("hours", wide=0.5, right=True, head=say("Our hours")),
        ),
    ),
    "budget.lines": Sheet(
        (
            _c("", "kind", wide=2.4, head=say("What for")),
            _c("price", wide=0.7, right=True),
            _c("quantity", "unit", wide=0.7, right=True),
            _c("sum", wide=0.8, right=True, head=say("Sum")),
            _c("source", "as_of", wide=1.7),
            _c("channel", "item", wide=0.6, short=True, head=say("For")),
        ),
    ),
    "kpis": Sheet(
        (
            _c("", "metric", wide=2.0, head=say("KPI")),
            _c("level", wide=0.8, short=True),
            _c("objective", "channel", wide=0.5, short=True, head=say("For")),
            _c("baseline", wide=0.7, right=True),
            _c("target", "unit", wide=0.7, right=True),
            _c("until", wide=0.8),
            _c("source", "every", "owner", wide=1.7),
            _c("then", wide=1.9),
        ),
    ),
    "results": Sheet(
        (
            _c("", wide=4.6, head=say("Result")),
            _c("item", "channel", "kpi", wide=1.0, short=True, head=say("Of")),
            _c("day", "until", wide=1.9, short=True),
            *(
                _c(one, wide=0.68, right=True)
                for one in (
                    "impressions",
                    "reach",
                    "views",
                    "engagements",
                    "clicks",
                    "registrations",
                    "visits",
                    "applications",
                    "spend",
                )
            ),
            _c("value", "n", wide=0.6, right=True, short=True),
        ),
        share=("kind", "source"),
    ),
    "measurement.surveys": Cards(1),
    "measurement.tests": Cards(1),
    "measurement.decisions": Sheet(
        (
            _c("", wide=2.0, head=say("Decision")),
            _c("day", "who", wide=0.8),
            _c("seen", wide=0.6, short=True),
            _c("why", wide=2.0),
        ),
    ),
    "measurement.statements": Sheet(
        (
            _c("verdict", wide=1.1),
            _c("", wide=3.6, head=say("Sentence of the report")),
            _c("objective", "kpi", wide=0.5, short=True, head=say("For")),
            _c("results", "surveys", wide=0.8, short=True, head=say("Results behind it")),
        ),
    ),
    "pitch.parts": Sheet(
        (
            _c("beat", wide=1.1, short=True),
            _c("", wide=4.2, head=say("What is said")),
            _c("who", wide=0.7, short=True),
            _c("seconds", wide=0.6, right=True),
            _c("shows", wide=1.4),
            _c("behind", wide=0.8, short=True),
        ),
    ),
    "risks": Sheet(
        (
            _c("", "stage", wide=2.2, head=say("Risk")),
            _c("likelihood", wide=0.6, right=True),
            _c("impact", wide=0.6, right=True),
            _c("response", wide=2.6),
        ),
    ),
}


@dataclass(frozen=True)
class Given:
    """How rows are set that come as rows: widths of columns, fields of cells without a label, and those left out."""

    wide: tuple[float, ...]
    without: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    run: tuple[str, ...] = ()  # fields that stand on the line before them


ROWS: dict[str, Given] = {
    "enterprise.facts": Given((0, 2.8, 0.9, 1.8, 0.8, 2.7), ("surprise", "quantity"), ("about",), ("source_kind",)),
    "message.questions": Given((0, 1.6, 3.4, 1.1)),
}
MONEY = Sheet(
    (
        _c("", wide=1.7, head=say("Channel")),
        _c("money.users", "money.users_from", wide=3.0),
        _c("money.free", wide=0.7, right=True),
        _c("money.price", "money.price_from", "money.price_on", wide=2.2),
        _c("money.amount", wide=0.8, right=True),
        _c("=contacts", wide=0.8, right=True, head=say("Contacts")),
        _c("=reach", wide=0.8, right=True, head=say("Reach, people")),
    ),
    caption=say("Channels: money and reach"),
)
DATES = Sheet(
    (
        _c("dates.publish", "dates.at", wide=1.2, head=say("Published"), short=True),
        _c("", wide=2.6, head=say("Piece")),
        _c("channel", wide=0.6, short=True, head=say("Channel")),
        _c("owner", wide=0.85, head=say("Owner")),
        _c("dates.brief", wide=0.75, head=say("Brief")),
        _c("dates.draft", wide=0.75, head=say("Draft")),
        _c("dates.review", wide=0.75, head=say("Review")),
        _c("placing.hours", wide=0.5, right=True, head=say("Hours")),
        _c("placing.state", wide=1.3, head=STATE),
    ),
    share=("placing.note",),
    caption=say("Dates of the pieces, in their order"),
)
