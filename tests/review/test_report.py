"""Is a finding told alike in a terminal, on a page and to a script, and does a report count only what is open?"""

import json
import re
from dataclasses import replace

import pytest

from promplan.language import inside, say
from promplan.review import Finding, Report
from promplan.review.finding import Asked
from promplan.review.report_html import FOLD, LINK, grouped

OLD = Finding(
    "F1",
    say("It is <b>old</b>."),
    say("ask & write"),
    "made in 1999 <i>",
    rule="FACT-3",
    lesson="01-facts",
)
GONE = replace(OLD, object="meta", evidence="", severity="error", rule="TEAM-6", lesson="00-start")
ADVICE = replace(OLD, object="Q1", severity="info", rule="MSG-7", lesson="")
ANSWERED = replace(OLD, answered="the foreman <signs> it")
FINE = Asked("FACT-2", say("Every fact has <a> source"), "ok")
YET = Asked("FACT-8", say("Facts agree"), "nothing yet")
ALSO = Asked("FACT-9", say("What was only said is confirmed by somebody"), "nothing yet", needed=True)


def link(lesson: str, language: str = "en", word: str = "Lesson") -> str:
    return f'<a href="../../notebooks/{language}/{lesson}.ipynb" {LINK}>{word}</a> '


def test_a_finding_is_a_line_in_a_terminal():
    told = "It is <b>old</b>. Smallest fix: ask & write"
    assert str(OLD) == f"✘ FACT-3 F1 (warning): {told}"
    assert str(GONE) == f"✘ TEAM-6 plant and days (error): {told}"
    assert str(ADVICE) == f"i MSG-7 Q1 (advice): {told}"
    assert str(ANSWERED) == f"✘ FACT-3 F1 (warning): {told} Your reason: the foreman <signs> it"


def test_a_report_in_a_terminal_tells_findings_then_what_holds_then_what_is_not_there_yet():
    report = Report([OLD, GONE], [Asked("FACT-3", say("x"), "found"), FINE, YET])
    assert report.lines() == [
        str(OLD),
        str(GONE),
        "✔ FACT-2: Every fact has <a> source",
        "· FACT-8: nothing to check yet",
    ]
    assert repr(report) == "\n".join(report.lines())
    assert Report().lines() == ["nothing to check yet"]


def item(state: str, sign: str, word: str, rule: str, rest: str, lesson: str = "") -> str:
    return (
        f'<div class="pp-finding pp-is-{state}"><p class="pp-sev"><span class="pp-mark">{sign}</span> {word}</p>'
        f'<div><p class="pp-msg">It is &lt;b&gt;old&lt;/b&gt;.</p>{rest}'
        f'<p class="pp-acts">{lesson}<small class="pp-rule">{rule}</small></p></div></div>'
    )


EVIDENCE = '<p class="pp-evidence"><q>made in 1999 &lt;i&gt;</q></p>'
FIX = '<p class="pp-fix">Smallest fix: ask &amp; write</p>'
HOLDS = (
    '<details class="pp-holds"><summary>✔ Holds: 1</summary><ul><li>Every fact has &lt;a&gt; source '
    '<small class="pp-rule">FACT-2</small></li></ul></details>'
)
EMPTY = (
    '<details class="pp-yet"><summary>· Nothing to check yet: 1</summary><ul><li>Facts agree '
    '<small class="pp-rule">FACT-8</small></li></ul></details>'
)


def test_a_report_on_a_page_is_grouped_the_worst_first_escaped_and_links_the_lesson():
    report = Report([OLD, GONE, ADVICE, ANSWERED], [Asked("FACT-3", say("x"), "found"), FINE, YET])
    stops = item("error", "✘", "Stops", "TEAM-6", FIX, link("00-start"))
    looks = item("warning", "▲", "Look again", "FACT-3", EVIDENCE + FIX, link("01-facts"))
    reason = '<p class="pp-reason">Your reason: the foreman &lt;signs&gt; it</p>'
    kept = item("kept", "▲", "Look again", "FACT-3", EVIDENCE + reason)
    advice = item("info", "i", "Advice", "MSG-7", EVIDENCE + FIX)
    assert report.html() == (
        f'<div class="pp-findings"><div class="pp-group"><h3>plant and days</h3>{stops}</div>'
        f'<div class="pp-group"><h3>F1</h3>{looks}{kept}</div>'
        f'<div class="pp-group"><h3>Q1</h3>{advice}</div>{HOLDS}{EMPTY}</div>'
    )
    assert report._repr_html_() == report.html()
    assert report.html(links=False) == report.html().replace(link("01-facts"), "").replace(link("00-start"), "")


def test_what_has_a_reason_stands_behind_all_that_is_open():
    rows = grouped([ANSWERED, replace(ADVICE, object="F2"), replace(GONE, object="F3"), replace(OLD, object="F2")])
    assert [(where, [one.severity for one in found]) for where, found in rows] == [
        ("F3", ["error"]),
        ("F2", ["warning", "info"]),
        ("F1", ["warning"]),
    ]


def test_the_link_leads_to_the_lesson_in_the_readers_language_and_to_none_that_is_not_there():
    with inside("ru"):
        assert link("01-facts", "ru", "Урок") in Report([OLD]).html()
    assert "<a " not in Report([replace(OLD, lesson="77-nowhere")]).html()
    assert "<a " not in Report([replace(OLD, lesson="")]).html()


@pytest.mark.parametrize(
    ("findings", "asked", "body"),
    [
        ([], [], '<p class="pp-yet">nothing to check yet</p>'),
        ([], [YET], EMPTY),
        ([], [FINE], HOLDS),
    ],
)
def test_nothing_to_check_is_said_once_and_only_where_nothing_else_is(findings, asked, body):
    assert Report(findings, asked).html() == f'<div class="pp-findings">{body}</div>'


def many(n: int) -> str:
    told = [replace(OLD, object=f"F{k}", message=say("{n} years old.", n=k)) for k in range(1, n + 1)]
    return Report(told).html()


def test_the_fold_says_how_much_it_hides_and_names_it():
    assert FOLD == 8
    assert "<details" not in many(8) and "<details" not in many(9)
    assert '</div><details class="pp-more"><summary>2 more: F9, F10</summary><div class="pp-group"' in many(10)
    assert many(12).count('class="pp-group"') == 12


def test_a_script_reads_every_field_in_words_and_the_object_by_its_own_name():
    report = Report([GONE, ANSWERED], [FINE, YET])
    assert json.loads(json.dumps(report.as_dict())) == {
        "passed": False,
        "exceptions": 1,
        "findings": [
            {
                "rule": "TEAM-6",
                "severity": "error",
                "object": "meta",
                "message": "It is <b>old</b>.",
                "evidence": "",
                "fix": "ask & write",
                "lesson": "00-start",
                "answered": None,
                "excusable": True,
                "field": "",
            },
            {
                "rule": "FACT-3",
                "severity": "warning",
                "object": "F1",
                "message": "It is <b>old</b>.",
                "evidence": "made in 1999 <i>",
                "fix": "ask & write",
                "lesson": "01-facts",
                "answered": "the foreman <signs> it",
                "excusable": True,
                "field": "",
            },
        ],
        "states": {"FACT-2": "ok", "FACT-8": "nothing yet"},
    }


@pytest.mark.parametrize(
    ("findings", "asked", "passed", "open_", "blocking", "exceptions"),
    [
        ([], [FINE], True, 0, 0, 0),
        ([], [], False, 0, 0, 0),
        ([], [FINE, YET], True, 0, 0, 0),
        ([], [FINE, ALSO], False, 0, 0, 0),
        ([], [replace(ALSO, state="ok")], True, 0, 0, 0),
        ([ADVICE], [FINE], True, 0, 0, 0),
        ([ANSWERED], [FINE], True, 0, 0, 1),
        ([ANSWERED, ADVICE], [FINE], True, 0, 0, 1),
        ([OLD], [FINE], False, 1, 0, 0),
        ([GONE], [FINE], False, 1, 1, 0),
        ([replace(GONE, answered="it stays so")], [FINE], False, 1, 1, 0),
        ([OLD, GONE, ANSWERED, ADVICE], [FINE], False, 2, 1, 1),
    ],
)
def test_what_is_open_what_blocks_and_what_stands_as_an_exception(findings, asked, passed, open_, blocking, exceptions):
    report = Report(findings, asked)
    assert (report.passed, len(report.open), len(report.blocking)) == (passed, open_, blocking)
    assert len(report.exceptions) == exceptions
    said = "Not passed yet." if not passed else "Passed with 1 exception." if exceptions else "Passed."
    assert str(report.verdict) == said


def test_what_is_told_about_some_objects_keeps_the_rules_that_were_asked():
    report = Report([OLD, GONE, ADVICE], [FINE, YET])
    assert list(report.about("F1", "Q1")) == [OLD, ADVICE]
    assert report.about("F1").asked == [FINE, YET] and list(report.about()) == []


def flood() -> Report:
    """A register of thirty facts that nobody has asked about; two are know-how."""
    rows = [replace(ADVICE, rule="FACT-6N", object=f"F{n}", evidence=f"fact {n}") for n in range(1, 31)]
    rows[4] = replace(rows[4], fix=say("ask the process engineer"))
    rows[9] = replace(rows[9], answered="asked on Monday")
    return Report([*rows, OLD])


def test_the_same_of_thirty_facts_is_one_line_with_every_address():
    lines = flood().lines()
    assert len(lines) == 4 and lines[0].startswith("i FACT-6N F1, F2, F3, F4, F6, F7, F8, F9, F11,")
    assert all(re.search(rf"\bF{n}\b", "\n".join(lines)) for n in range(1, 31))
    assert [line.split()[2] for line in lines[1:]] == ["F5", "F10", "F1"]


def test_on_a_page_the_same_of_thirty_facts_is_one_group_under_all_their_names():
    rows = grouped(flood())
    (many,) = [found for where, found in rows if "F30" in where]
    assert len(many) == 28 and sum(len(found) for _, found in rows) == 31
    page = flood().html()
    assert page.count("pp-finding ") == 4 and all(re.search(rf"\bF{n}\b", page) for n in range(1, 31))


def test_what_is_said_of_three_stays_apart():
    report = Report([replace(ADVICE, object=f"F{n}") for n in (1, 2, 3)])
    assert len(report.lines()) == 3
