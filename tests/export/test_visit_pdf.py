"""Do the call sheet and the consent forms say what the plan says, in both languages, as another program reads them?"""

import shutil
import subprocess
from datetime import date, time

import pytest
from visiting import SAID, SCRIPT, visited

from promplan.cases.kit import load
from promplan.export.call_sheet import call_sheet
from promplan.export.call_sheet import told as call_told
from promplan.export.consent_forms import consent_forms
from promplan.export.printed import is_printed, pages
from promplan.export.visit_times import leaving, legs
from promplan.language import Problem, inside
from promplan.plan import Plan, edit


def read(data: bytes) -> list[str]:
    """The text of each page, its lines joined."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler's pdftotext is not on this machine")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def test_the_hours_of_a_stop_are_counted_from_the_gate():
    visit = visited().visit
    assert [one.hours for one in legs(visit)] == ["09:35–09:55", "10:00–10:45", "10:50–11:10"]
    assert leaving(visit) == time(11, 30)


def test_after_a_stop_without_minutes_nothing_is_guessed():
    plan = edit.put(visited(), "visit.stops/V2", {"minutes": None})
    assert [one.hours for one in legs(plan.visit)] == ["09:35–09:55", "10:00", ""]
    assert [one.hours for one in legs(edit.put(plan, "visit", {"arrival": time(23, 59)}).visit)] == ["", "", ""]


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_the_call_sheet_says_where_when_what_is_worn_and_whom_to_ring(speech):
    data = call_sheet(visited(speech))
    told = " ".join(read(data))
    title = {"en": "Call sheet", "ru": "Вызывной лист"}[speech]
    for one in (title, "09:30", "11:30", "10:00–10:45", "112", "building 3", "+7 000 000-00-00", "fire warden"):
        assert one in told
    for key in ("title", "press", "opens", "screens", "touch", "operator"):
        assert SAID[key][speech] in told
    assert {"en": "gloves", "ru": "перчатки"}[speech] in told  # of the kit's zone
    assert SCRIPT in told and is_printed(data) and data == call_sheet(visited(speech))


def test_names_of_those_who_are_filmed_stay_in_the_plan():
    plan = visited()
    for data in (call_sheet(plan), consent_forms(plan), consent_forms(plan, ["N1", "N2"])):
        assert "Secret" not in " ".join(read(data)) and "Young" not in " ".join(read(data))


def test_an_empty_plan_gives_a_sheet_to_write_on():
    (page,) = read(call_sheet(Plan()))
    assert "not agreed yet" in page and "Emergency number" in page


@pytest.mark.parametrize("words", ["\x00\x0b\x1b[2J", "#panic()[x] *b* `c` $d$ \\ @e", "«ё» № 😀" * 40])
def test_no_words_of_a_student_s_become_a_command_or_stop_the_page(words):
    plan = edit.put(visited(), "visit", {"weather": words, "meeting": words[:300]})
    told = "".join("".join(read(call_sheet(plan))).split())
    assert "panic()[x]*b*`c`$d$\\@e" in told or "panic" not in words


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_a_person_has_three_papers_each_with_term_channels_and_withdrawal(speech):
    pages = read(consent_forms(visited(speech), ["N2"]))
    assert len(pages) == 3
    image, data, spread = pages
    titles = {
        "en": ("filmed", "Consent to the processing", "Consent to the dissemination"),
        "ru": ("съёмку", "Согласие на обработку", "Согласие на распространение"),
    }[speech]
    assert all(title in page for title, page in zip(titles, pages, strict=True))
    until, back, days = {
        "en": ("In force until", "I take this consent back", "within 2 working days"),
        "ru": ("Действует до", "отзываю это согласие", "в течение 2 рабочих дней"),
    }[speech]
    assert all(until in page and back in page and days in page and "+7 000" in page for page in pages)
    social = {"en": "social media", "ru": "соцсети"}[speech]
    assert social in image and social in spread and social not in data
    assert {"en": "no legal advice", "ru": "не юридическая консультация"}[speech] in image


def test_what_the_plan_says_is_ticked():
    image = read(consent_forms(visited(), ["N2"]))[0]
    assert image.count("✓") == 3  # 14 to 17, hands, the plant's own
    assert read(consent_forms(Plan(), blank=True))[0].count("✓") == 0


@pytest.mark.parametrize(("age", "signs"), [("adult", (1, 0)), ("14-17", (1, 1)), ("under 14", (0, 1)), ("", (1, 1))])
def test_who_signs_goes_by_age(age, signs):
    plan = edit.put(visited(), "visit.people/N2", {"age": age})
    for page in read(consent_forms(plan, ["N2"])):
        assert ("I sign" in page, "legal representative signs" in page) == tuple(map(bool, signs))


def test_papers_are_made_for_those_who_have_not_answered():
    plan = visited()
    assert len(read(consent_forms(plan))) == 5  # the image of N1 is signed
    plan = edit.put(plan, "visit.people/N1/data", {"state": "refused"})
    plan = edit.put(plan, "visit.people/N1/dissemination", {"withdrawn": date(2026, 10, 3)})
    assert len(read(consent_forms(plan))) == 3
    assert len(read(consent_forms(plan, ["N1", "N1"]))) == 3
    plan = edit.remove(plan, "visit.people/N2")
    with pytest.raises(Problem, match="Everybody in the plan has answered"):
        consent_forms(plan)
    with pytest.raises(Problem, match="N9"):
        consent_forms(plan, ["N9"])
    assert len(read(consent_forms(plan, blank=True))) == 3


def test_a_plant_of_another_country_is_sent_to_its_own_law():
    plan = edit.put(visited(), "meta", {"case": "real", "time_zone": "Europe/Berlin"})
    page = read(consent_forms(edit.put(plan, "enterprise", {"place": "Kassel"}), ["N2"]))[0]
    assert "Civil Code" not in page and "____ working days" in page


def test_who_sees_to_a_hazard_is_never_printed_as_its_control():
    plan = edit.put(visited(), "visit.hazards/D1", {"control": "", "owner": "shift foreman", "harm": ""})
    told = call_told(plan)
    (row, *_) = told["hazards"]
    assert str(row[-1]) == "no control yet: ____\nsees to it: shift foreman"


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_a_call_sheet_is_set_closer_where_that_saves_a_page(speech):
    data = call_sheet(load("rubber-works").plan, speech)
    assert pages(data) == 3 and read(data)[-1].count(" ") > 60


def test_a_way_that_nobody_measured_makes_no_hour():
    plan = edit.put(visited(), "visit.stops/V2", {"walk": None})
    assert [one.hours for one in legs(plan.visit)] == ["09:35–09:55", "", ""]
    with inside("en"):
        assert str(call_told(edit.put(plan, "visit", {"back": 7}))["back"]) == "Back at the gate: 7 min on foot"


@pytest.mark.parametrize("contact", ["not known yet: ask the press service", "later"])
def test_a_contact_that_is_still_to_come_is_a_line_to_write_on(contact):
    plan = edit.put(edit.put(visited(), "visit", {"contact": ""}), "brief", {"contact": contact})
    told = " ".join(read(consent_forms(plan)))
    assert contact not in told and "____" in told
