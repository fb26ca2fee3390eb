"""What leaves the plan of the portfolio, in one table: the consent to print and sign, and the page that is made of it.

Buttons and commands read the table; each paper's own module says what stands on it.
"""

from collections.abc import Callable, Sequence
from datetime import date

from promplan import language
from promplan.export.paper import Paper
from promplan.export.portfolio import built, is_ours
from promplan.export.portfolio_consent import of_team
from promplan.export.portfolio_pictures import Found
from promplan.export.printed import is_printed
from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.portfolio import Left

Tell = Callable[[Sequence[Left]], object]


def papers(on: date, held: Found, tell: Tell = len) -> dict[str, Paper]:
    """The consent and the page as they are on that day.

    Args:
        held: the files beside the plan. tell: hears what did not get onto the page, whenever it is made.
    """

    def made(plan: Plan) -> bytes:
        with language.inside(plan.meta.language):
            html, left = built(plan, on, held)
        tell(left)
        return html.encode("utf-8")

    return {
        "consent": Paper(
            say("Print the consent (PDF)"),
            say("A sheet to sign and its copy for each of you: the team's page and the pool, each with its own yes."),
            say("portfolio-consent"),
            "pdf",
            of_team,
            is_printed,
        ),
        "page": Paper(
            say("Make the page"),
            say("One file that opens anywhere, with those who agreed and nobody else: anew after every change."),
            say("portfolio"),
            "html",
            made,
            is_ours,
        ),
    }
