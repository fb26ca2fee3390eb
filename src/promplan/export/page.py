"""The plan so far as one self-contained HTML page: no script, no address outside, every word escaped.

The page is what may be shown: the team's answers and reasons stay in the plan file.
"""

from datetime import date

from promplan import language
from promplan.export.outline_document import document
from promplan.export.outline_values import words
from promplan.plan.document import Plan
from promplan.text.markup import rendered

GENERATOR = '<meta name="generator" content="promplan">'  # how a page of ours is known again


def is_page(data: bytes) -> bool:
    """Are these the bytes of a page as `page` writes it?"""
    return GENERATOR.encode() in data[:1000]


def page(plan: Plan, on: date | None = None) -> str:
    """The whole page in the interface language; `on` is the day on which the review looks at the plan."""
    told = document(plan, on)
    return rendered(
        "export/page.html.jinja",
        it=told,
        words=words,
        language=language.current(),
        review=told.review.html(links=False),
    )
