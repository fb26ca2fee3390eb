"""A report as HTML: grouped by what it is about, the worst first; plain without a style, dressed by the shell."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from promplan.language import Words, say
from promplan.language.typesetting import quoted_inside
from promplan.review.lesson import link
from promplan.review.same_kind import by_kind, places

if TYPE_CHECKING:
    from promplan.review.finding import Asked, Finding, Report

FOLD = 8  # so many objects are told before the rest is folded; no fold hides one alone
# JupyterLab takes colour and line from links in widgets, and would leave its own page for them
LINK = 'target="_blank" rel="noopener"'
ORDER = ("error", "warning", "info")
SIGNS = {"error": "✘", "warning": "▲", "info": "i"}
TOLD = {"error": say("Stops"), "warning": say("Look again"), "info": say("Advice")}


def html(report: "Report", *, links: bool) -> str:
    """The whole report; without links for a page that lies outside the course's folder."""
    groups = [_group(where, found, links) for where, found in grouped(report)]
    told = groups if len(groups) <= FOLD + 1 else [*groups[:FOLD], _folded(report, groups[FOLD:])]
    fine = [one for one in report.asked if one.state == "ok"]
    blank = [one for one in report.asked if one.state == "nothing yet"]
    told += [_rules("pp-holds", say("✔ Holds: {n}", n=len(fine)), fine)] if fine else []
    told += [_rules("pp-yet", say("· Nothing to check yet: {n}", n=len(blank)), blank)] if blank else []
    return f'<div class="pp-findings">{"".join(told) or _paragraph("pp-yet", say("nothing to check yet"))}</div>'


def grouped(findings: "Iterable[Finding]") -> "list[tuple[str, list[Finding]]]":
    """The findings by what they are about: objects with the gravest first, else in the order of the rules.

    What is said of many objects is a group of its own, under all their names.
    """
    groups: dict[str, list[Finding]] = {}
    for found in by_kind(findings):
        groups.setdefault(places(found), []).extend(found)
    rows = [(where, sorted(found, key=_grave)) for where, found in groups.items()]
    return sorted(rows, key=lambda row: _grave(row[1][0]))


def of_many(found: "Sequence[Finding]") -> bool:
    """Is it a group that says things of many objects?"""
    return len({one.where for one in found}) > 1


def _grave(one: "Finding") -> tuple[bool, int]:
    return one.answered is not None, ORDER.index(one.severity)


def _group(where: str, found: "list[Finding]", links: bool) -> str:
    told = found
    if of_many(found):  # each once, without one object's evidence
        told = [replace(rows[0], evidence="") for rows in by_kind(found)]
    items = "".join(_finding(one, links) for one in told)
    return f'<div class="pp-group"><h3>{escape(where)}</h3>{items}</div>'


def _folded(report: "Report", rest: list[str]) -> str:
    names = ", ".join(where for where, _ in grouped(report)[FOLD:])
    title = say("{n} more: {objects}", n=len(rest), objects=names)
    return f'<details class="pp-more"><summary>{escape(str(title))}</summary>{"".join(rest)}</details>'


def _finding(one: "Finding", links: bool) -> str:
    state = "kept" if one.answered is not None else one.severity
    lines = [_paragraph("pp-msg", one.message)]
    if one.evidence:
        lines.append(f'<p class="pp-evidence"><q>{escape(quoted_inside(str(one.evidence)))}</q></p>')
    if one.answered is None:
        lines.append(_paragraph("pp-fix", say("Smallest fix: {fix}", fix=one.fix)))
    else:
        lines.append(_paragraph("pp-reason", say("Your reason: {reason}", reason=one.answered)))
    lesson = _lesson(one) if links and one.answered is None else ""
    lines.append(f'<p class="pp-acts">{lesson}<small class="pp-rule">{escape(one.rule)}</small></p>')
    sign = f'<p class="pp-sev"><span class="pp-mark">{SIGNS[one.severity]}</span> {escape(str(TOLD[one.severity]))}</p>'
    return f'<div class="pp-finding pp-is-{state}">{sign}<div>{"".join(lines)}</div></div>'


def _lesson(one: "Finding") -> str:
    path = link(one.lesson, one.section)
    return f'<a href="{escape(path)}" {LINK}>{escape(str(say("Lesson")))}</a> ' if path else ""


def _rules(name: str, title: Words, rules: "list[Asked]") -> str:
    rows = "".join(
        f'<li>{escape(str(one.text))} <small class="pp-rule">{escape(one.rule)}</small></li>' for one in rules
    )
    return f'<details class="{name}"><summary>{escape(str(title))}</summary><ul>{rows}</ul></details>'


def _paragraph(name: str, words: Words) -> str:
    return f'<p class="{name}">{escape(str(words))}</p>'
