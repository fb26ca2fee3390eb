"""Two workbooks of a workshop: the empty list of students to fill in, and timetable, teams and days for the wall."""

from collections.abc import Sequence
from typing import Any

from promplan import language
from promplan.cohort import countdown, timetable
from promplan.cohort.groups import Groups
from promplan.cohort.people import Cohort
from promplan.cohort.sheet_book import Looks, book, clean, paper, tab, table
from promplan.export.row_heights import height
from promplan.language import Words, say, say_in
from promplan.plan.team import CARRIED

LIST, WALL = "students", "workshop"
LINES = 60  # rows of the empty list in which roles can be chosen
WIDTHS = (30.0, 14.0, 20.0, 20.0, 20.0, 26.0, 26.0, 12.0)


def empty_list(speech: str) -> bytes:
    """A list of students with nobody in it, and a page that shows how it is filled in."""
    with language.inside(speech):
        heads = (
            say_in("list", "Name"),
            say_in("list", "Group"),
            say_in("list", "First role"),
            say_in("list", "Second role"),
            say_in("list", "Third role"),
            say_in("list", "Together with"),
            say_in("list", "Skills"),
            say_in("list", "Under 18"),
        )

        def fill(made: Any, looks: Looks) -> None:
            names = [tab(say("Students"))]
            names.append(tab(say("How to fill it in"), names))
            for n, name in enumerate(names):
                page = made.add_worksheet(name)
                for column, width in enumerate(WIDTHS):
                    page.set_column(column, column, width)
                rows = _examples() if n else [[""] * len(WIDTHS)] * LINES
                end = table(page, looks, 0, heads, rows, WIDTHS)
                page.freeze_panes(1, 1)
                if n == 0:
                    roles = [clean(one) for one in CARRIED.values()]
                    page.data_validation(1, 2, LINES, 4, {"validate": "list", "source": roles, "error_type": "warning"})
                    answers = [clean(say_in("list", "yes")), clean(say_in("list", "no"))]
                    page.data_validation(1, 7, LINES, 7, {"validate": "list", "source": answers})
                else:
                    for line in _told():
                        end += 1
                        page.merge_range(end, 0, end, len(WIDTHS) - 1, "", looks.lead)
                        page.write_string(end, 0, clean(line), looks.lead)
                        page.set_row(end, height([clean(line)], [sum(WIDTHS)]))
                paper(page, 0)

        return book(LIST, say("Students"), fill)


def _examples() -> list[list[str]]:
    yes = str(say_in("list", "yes"))
    one, two, three = (
        str(say_in("list", "Anna Valve")),
        str(say_in("list", "Ivan Flange")),
        str(say_in("list", "Maria Gasket")),
    )
    roles = {key: str(words) for key, words in CARRIED.items()}
    return [
        [one, "A-1", roles["editor"], roles["producer"], "", two, str(say_in("list", "writes, speaks in public")), ""],
        [two, "A-1", roles["visual"], "", "", "", str(say_in("list", "camera, drawing")), yes],
        [three, "A-2", "", "", "", "", "", ""],
    ]


def _told() -> tuple[Words, ...]:
    return (
        say("One row a student, on the first page. Only the name must be there; invented people stand here."),
        say("Roles: {names}.", names=", ".join(map(str, CARRIED.values()))),
        say("Together with: names from this list, with commas between them."),
        say("No passports, telephones, days of birth, addresses: they are not needed and are not read."),
    )


def wall(
    cohort: Cohort, days: Sequence[timetable.Day], groups: Groups, steps: Sequence[countdown.Step], speech: str = ""
) -> bytes:
    """Timetable, teams with their roles, what to do when."""
    with language.inside(speech or cohort.language):

        def fill(made: Any, looks: Looks) -> None:
            names: list[str] = []
            for title in (say("Timetable"), say("Teams"), say("What to do when")):
                names.append(tab(title, names))
            page = _page(made, names[0], looks, say("Timetable"), cohort, (24.0, 14.0, 60.0, 10.0))
            _table(page, looks, timetable.table(days), (24.0, 14.0, 60.0, 10.0), timetable.overruns(days))
            widths = (18.0, 34.0, 24.0, 34.0, 16.0)
            page = _page(made, names[1], looks, say("Teams"), cohort, widths)
            end = table(page, looks, 3, _team_heads(), team_rows(cohort, groups), widths) + 1
            _lines(page, looks, end, (*groups.notes, *groups.unkept), widths)
            paper(page, 3, upright=True)
            days_wide = (18.0, 18.0, 14.0, 70.0)
            page = _page(made, names[2], looks, say("What to do when"), cohort, days_wide)
            _table(page, looks, countdown.table(steps), days_wide, ())

        return book(WALL, cohort.title or say("Workshop"), fill)


def _page(made: Any, name: str, looks: Looks, title: Words, cohort: Cohort, widths: Sequence[float]) -> Any:
    page = made.add_worksheet(name)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.set_row(0, 24)
    page.write_string(0, 0, clean(title), looks.title)
    page.write_string(1, 0, clean(" · ".join(it for it in (cohort.title, cohort.institution, cohort.plant) if it)))
    return page


def _table(page: Any, looks: Looks, told: Any, widths: Sequence[float], more: Sequence[Words]) -> None:
    rows = [[str(cell) for cell in row] for row in told.rows]
    end = table(page, looks, 3, told.columns, rows, widths) + 1
    _lines(page, looks, end, more, widths)
    paper(page, 3, upright=True)


def _lines(page: Any, looks: Looks, row: int, lines: Sequence[Words], widths: Sequence[float]) -> None:
    for n, line in enumerate(lines, row):
        page.merge_range(n, 0, n, len(widths) - 1, "", looks.lead)
        page.write_string(n, 0, clean(line), looks.lead)
        page.set_row(n, height([clean(line)], [sum(widths)]))


def _team_heads() -> tuple[Words, ...]:
    return (say("Team"), say_in("list", "Name"), say("Role"), say("Also carries"), say("By which wish"))


def team_rows(cohort: Cohort, groups: Groups) -> list[list[str]]:
    """A row for each student, by team."""
    names = {one.id: one.name for one in cohort.students}
    rows = []
    for team in cohort.teams:
        for n, id_ in enumerate(team.students):
            place = groups.places[id_]
            if place.wish is None:
                wish = "–"
            else:
                wish = str(say("No. {n}", n=place.wish) if place.wish else say("not wished for"))
            also = ", ".join(str(CARRIED[one]) for one in place.also)
            rows.append([team.name if n == 0 else "", names[id_], str(CARRIED[place.role]), also, wish])
    return rows
