"""What `pp.` offers a notebook: one table of names, where each lives, and what the session hands over to it.

A unit that brings a widget adds a row; `tests/test_names.py` calls every one.
"""

from typing import NamedTuple


class Name(NamedTuple):
    """Where a name lives, `module:attribute`, and what comes before the caller's own arguments.

    `given` are keys of `promplan.session.GIVEN`: the store of the team's plan, the cases' kits, the sheet for answers,
    the files of a poster, the papers of a visit, the films of a storyboard, the files of the calendar, exports of
    platforms, the formats in which a plan leaves.
    platforms, the papers of the portfolio.
    """

    where: str
    given: tuple[str, ...] = ()


STORE = ("store",)

NAMES = {
    # the session and the plan
    "start": Name("promplan.session:start"),
    "my_plan": Name("promplan.session:my_plan"),
    "check": Name("promplan.review:check"),
    "merge": Name("promplan.widgets.merge:merge", STORE),
    "hand_in": Name("promplan.widgets.hand_in:hand_in", ("store", "leaving")),
    # what a lesson shows
    "example": Name("promplan.cases.example:example"),
    "plant": Name("promplan.cases.kit:load"),
    "drawing": Name("promplan.drawings:drawing"),
    "listen": Name("promplan.widgets.listen:listen"),
    "library": Name("promplan.widgets.library:library"),
    "glossary": Name("promplan.text.glossary:glossary"),
    "law": Name("promplan.text.law:law"),
    "register": Name("promplan.export.tables:register"),
    "members": Name("promplan.export.tables:members"),
    "letters": Name("promplan.export.tables:answered"),
    "goals": Name("promplan.export.tables:goals"),
    "personas": Name("promplan.export.tables:personas"),
    "marked": Name("promplan.export.marked:Marked"),
    "quiz": Name("promplan.units.quizzes:quiz", STORE),
    "answers": Name("promplan.units.quizzes:answers", STORE),
    "exercise": Name("promplan.session:exercise"),
    # unit 0
    "plant_picker": Name("promplan.widgets.plant:plant_picker", ("store", "blanks")),
    "team_form": Name("promplan.widgets.team:team_form", STORE),
    # unit 1
    "plant_form": Name("promplan.widgets.plant:plant_form", STORE),
    "brief_form": Name("promplan.widgets.brief:brief_form", STORE),
    "handover": Name("promplan.widgets.handover:handover", ("store", "kits")),
    "notes": Name("promplan.widgets.notes:field_notes", STORE),
    "fact_card": Name("promplan.widgets.cards:fact_card", STORE),
    "desk": Name("promplan.widgets.desk:desk", ("store", "sheet")),
    "fact_table": Name("promplan.widgets.facts:fact_table", STORE),
    # unit 2
    "objectives": Name("promplan.widgets.objectives:objective_cards", STORE),
    "audiences": Name("promplan.widgets.audiences:audience_cards", STORE),
    "persona_card": Name("promplan.widgets.persona:persona_card", STORE),
    "funnel": Name("promplan.widgets.funnel:funnel", ("store or plan",)),
    # unit 3
    "message_house": Name("promplan.widgets.house:message_house", ("store or plan",)),
    "hard_questions": Name("promplan.widgets.questions:hard_questions", STORE),
    "text_checker": Name("promplan.widgets.checker:text_checker", STORE),
    "neighbour_test": Name("promplan.widgets.neighbours:neighbour_test", STORE),
    # unit 4
    "ideas": Name("promplan.widgets.ideas:idea_cards", STORE),
    "channels": Name("promplan.widgets.channels:channel_cards", STORE),
    "idea_board": Name("promplan.widgets.idea_board:idea_board", ("store or plan",)),
    "composer": Name("promplan.widgets.composer:composer", ("store or plan", "posters")),
    # unit 5
    "visit": Name("promplan.widgets.visit:visit", STORE),
    "visit_people": Name("promplan.widgets.visit_people:visit_people", STORE),
    "premortem": Name("promplan.widgets.premortem:premortem", STORE),
    "plan_my_visit": Name("promplan.widgets.visit_planner:plan_my_visit", ("store or plan",)),
    "visit_log": Name("promplan.widgets.visit_log:visit_log", ("store or plan",)),
    "floor_map": Name("promplan.widgets.floor_map:floor_map", ("store or plan",)),
    "visit_papers": Name("promplan.widgets.visit_papers:visit_papers", ("store", "papers")),
    "visit_back": Name("promplan.widgets.visit_back:visit_back", ("store", "papers")),
    # unit 6
    "flaws": Name("promplan.widgets.flaws:flaws", STORE),
    "pieces": Name("promplan.widgets.pieces:pieces", ("store or plan",)),
    "release": Name("promplan.widgets.release:release", ("store or plan",)),
    "rights": Name("promplan.widgets.rights:rights", ("store or plan",)),
    "production": Name("promplan.widgets.production:production", ("store or plan",)),
    "post_preview": Name("promplan.widgets.post_preview:post_preview", ("store or plan",)),
    "approvals": Name("promplan.widgets.approvals:approvals", ("store or plan",)),
    "script": Name("promplan.widgets.script:script", ("store or plan",)),
    "storyboard": Name("promplan.widgets.storyboard:storyboard", ("store or plan", "films")),
    "captions": Name("promplan.widgets.captions:captions", ("store or plan",)),
    # unit 7
    "calendar_board": Name("promplan.widgets.calendar_board:calendar_board", ("store or plan",)),
    "calendar_rules": Name("promplan.widgets.calendar_rules:calendar_rules", ("store or plan",)),
    "days_that_matter": Name("promplan.widgets.days_that_matter:days_that_matter", ("store or plan",)),
    "comment_duties": Name("promplan.widgets.comment_duties:comment_duties", ("store or plan",)),
    "pause_list": Name("promplan.widgets.pause_list:pause_list", ("store or plan",)),
    "suggest_schedule": Name("promplan.widgets.schedule:suggest_schedule", ("store or plan",)),
    "what_if_slips": Name("promplan.widgets.slips:what_if_slips", ("store or plan",)),
    "calendar_files": Name("promplan.widgets.calendar_files:calendar_files", ("store or plan", "dates")),
    "calendar_back": Name("promplan.widgets.calendar_back:calendar_back", ("store", "dates")),
    # unit 8
    "is_it_an_ad": Name("promplan.widgets.advertising:is_it_an_ad", ("store or plan",)),
    "carriers": Name("promplan.widgets.carriers:carriers", ("store or plan",)),
    "budget_form": Name("promplan.widgets.budget_form:budget_form", ("store or plan",)),
    "channel_money": Name("promplan.widgets.channel_money:channel_money", ("store or plan",)),
    "links": Name("promplan.widgets.links:links", ("store or plan",)),
    "budget_sliders": Name("promplan.widgets.budget_sliders:budget_sliders", ("store or plan",)),
    "prices": Name("promplan.cases.prices:prices", STORE),
    # unit 9
    "campaign_game": Name("promplan.widgets.campaign_game:campaign_game", ("store or plan",)),
    "results_back": Name("promplan.widgets.results_back:results_back", ("store", "exports")),
    "results_table": Name("promplan.widgets.results_table:results_table", ("store or plan",)),
    "before_after": Name("promplan.widgets.before_after:before_after", ("store or plan",)),
    "ab_planner": Name("promplan.widgets.ab_planner:ab_planner", ("store or plan",)),
    "report_builder": Name("promplan.widgets.report_builder:report_builder", ("store or plan",)),
    "decisions": Name("promplan.widgets.decisions:decisions", ("store or plan",)),
    "kpi_tree": Name("promplan.widgets.kpi_tree:kpi_tree", ("store or plan",)),
    # unit 10
    "exports": Name("promplan.widgets.exports:exports", ("store or plan", "leaving")),
    "portfolio": Name("promplan.widgets.portfolio:portfolio", ("store or plan", "portfolio")),
    # unit 10: the pitch, how one sees one's own plan
    "sample_marks": Name("promplan.widgets.sample_marks:sample_marks", STORE),
    "rubric": Name("promplan.widgets.rubric:rubric_form", ("store or plan",)),
    "pitch": Name("promplan.widgets.pitch:pitch", ("store or plan",)),
    "jury": Name("promplan.widgets.jury:jury", ("store or plan",)),
}
