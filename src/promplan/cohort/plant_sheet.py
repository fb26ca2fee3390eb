"""The key as a workbook, for whoever leads the exercise: in both languages, a row for each change."""

from typing import Any

from promplan.cohort.plant import Key, Row, told
from promplan.cohort.sheet_book import Looks, book, paper, table
from promplan.language import Words, current, say

WIDTHS = (9, 9, 11, 22, 30, 26, 26, 36, 36, 9)
MOST = 400  # characters of a value


def key_book(key: Key) -> bytes:
    """The bytes of the workbook."""

    def fill(made: Any, looks: Looks) -> None:
        page = made.add_worksheet(str(say("Key")))
        page.write_string(
            0, 0, str(say("Key: {n} defects, {m} decoys", n=len(key.defects), m=len(key.decoys))), looks.title
        )
        page.write_string(1, 0, str(say("Seed {seed}. Not for those who look.", seed=key.seed)), looks.faint)
        for n, width in enumerate(WIDTHS):
            page.set_column(n, n, width)
        heads = [
            say("Object"),
            say("Kind"),
            say("Rule"),
            say("Where in the plan"),
            say("What is wrong"),
            say("Stands there now"),
            say("True value"),
            say("Smallest fix, English"),
            say("Smallest fix, Russian"),
            say("How hard, 1–3"),
        ]
        table(page, looks, 3, heads, [_cells(one) for one in key.rows], WIDTHS)
        page.freeze_panes(4, 1)
        paper(page, 3)

    return book("planted", say("Key of planted defects"), fill)


def _cells(one: Row) -> list[Any]:
    kind: Words = say("decoy") if one.decoy else say("defect")
    now = "; ".join(told(it) for it in one.changes[0].now.values())
    rule: str | Words = "–" if one.decoy else one.rule or say("no rule sees it")
    where = ", ".join([one.object, *one.also])
    place = f"{one.changes[0].address}: {', '.join(one.changes[0].now)}"
    return [
        where,
        kind,
        rule,
        place,
        one.said[current()],
        now[:MOST],
        one.true[:MOST],
        one.fix["en"],
        one.fix["ru"],
        one.hard,
    ]
