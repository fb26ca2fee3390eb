"""Do the figures of unit 9 draw what was counted: true lengths, intervals in their place, and the verdict in words?"""

import pytest
from figures.looking import drawn as few
from figures.looking import faults, odd_words, pale, words
from hypothesis import given
from matplotlib.patches import Rectangle
from review.faults import changed
from review.measurement import good, plan

from promplan import figures
from promplan.cases.example import example
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import Plan
from promplan.plan.measurement import Survey

PAIRED = {"id": "SV1", "both": 9, "gained": 8, "lost": 2, "neither": 21}


def survey(**counts) -> Survey:
    return Survey.model_validate({**PAIRED, **counts}, strict=True)


def boxes(picture) -> list[Rectangle]:
    return [one for one in picture.fig.axes[0].patches if isinstance(one, Rectangle)]


def said(picture) -> str:
    return unset(words(picture))


@pytest.mark.parametrize("name", ["results_funnel", "plan_against_result"])
def test_a_plan_without_a_number_says_what_to_do(name):
    picture = getattr(figures, name)(Plan())
    assert "yet" in picture.alt and not faults(picture)


def test_a_survey_without_its_numbers_says_which_are_missing():
    picture = figures.before_after(survey(lost=None))
    assert "Four numbers" in picture.alt and not faults(picture)


def test_a_filled_bar_is_as_long_as_its_share_of_the_step_before():
    found = boxes(figures.results_funnel(plan(good())))
    whole, clicks = found[0], found[2]
    assert clicks.get_width() == pytest.approx(whole.get_width() * 228 / 8580)


def test_the_narrowest_step_is_the_title():
    picture = figures.results_funnel(plan(good()))
    narrowest = "The narrowest step that has a share is “Clicks”: 2.66 % of 8,580 go on (95 % interval 2.34 to 3.02 %)"
    assert narrowest in unset(picture.alt)
    values = good()
    values["results"] = values["results"][:2]
    assert "The narrowest step is “Clicks”" in unset(figures.results_funnel(plan(values)).alt)


def test_where_one_step_alone_has_a_share_the_title_says_so():
    values = good()
    values["results"] = values["results"][2:4]
    assert "Only “Visitors who came” has a share: 79.7 % of 64" in unset(figures.results_funnel(plan(values)).alt)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_comes_from_another_list_has_a_number_and_no_bar_and_why_is_said(language):
    with inside(language):
        picture = figures.results_funnel(plan(good(language)))
        assert len(boxes(picture)) == 5  # impressions; clicks and visitors, each the whole and its part
        other, summed = {
            "en": ("another list", "who saw two posts is counted twice"),
            "ru": ("список другой", "кто видел два поста, посчитан дважды"),
        }[language]
        for told in (said(picture), unset(picture.alt)):
            assert told.count(other) == 2 and summed in told and "…" not in told
        assert {"en": "different lists", "ru": "разных списков"}[language] in unset(picture.caption)
        assert not faults(picture)


def test_the_quarters_funnel_divides_nobody_by_others():
    told = unset(figures.results_funnel(example("09-quarter")).alt)
    assert "Reach, added up post by post: 16,830, no share" in told and "29.5" not in told and "50.2" not in told
    assert "84.8 % of 132 (77.8–90.0 %)" in told


def test_more_than_the_step_before_is_hatched_and_said():
    picture = figures.results_funnel(plan(changed(good(), {"results.2.visits": 70})))
    assert "others came another way" in said(picture) and any(one.get_hatch() for one in boxes(picture))


def test_the_simulated_funnel_is_of_the_simulation_alone_and_says_so():
    values = changed(good(), {"results.0.kind": "simulated"})
    picture = figures.results_funnel(plan(values), "simulated")
    assert "12,400" in picture.alt and "13,000" not in picture.alt and "Simulated" in picture.caption
    assert "12,400" not in figures.results_funnel(plan(values)).alt


def test_every_target_stands_in_one_place_and_the_verdicts_are_counted():
    picture = figures.plan_against_result(plan(good()))
    lines = [one for one in picture.fig.axes[0].lines if one.get_linewidth() == 3]
    assert len({round(one.get_xdata()[0], 6) for one in lines}) == 1 and len(lines) == 3
    assert "Of 3 KPI 2 reached, 0 missed, 1 not known" in unset(picture.alt)


def test_reached_missed_and_not_known_differ_in_shape():
    values = changed(good(), {"kpis.1.target": 60.0})
    markers = [
        (one.get_marker(), one.get_markerfacecolor())
        for one in figures.plan_against_result(plan(values)).fig.axes[0].lines
        if one.get_markersize() == 9
    ]
    assert len(set(markers)) == 3


def test_thirty_kpi_stay_on_a_screen_and_the_rest_is_counted():
    values = good()
    values["kpis"] = [{**values["kpis"][1], "id": f"KP{n}"} for n in range(1, 31)]
    picture = figures.plan_against_result(plan(values))
    assert picture.fig.get_figheight() <= 7.2 and not faults(picture) and "KPI more" in said(picture)


def test_what_is_impossible_in_the_town_is_the_title():
    assert "Impossible here: from 1.5 to 2 % takes 10,795 people" in unset(
        figures.sample_size_curve(0.015, 0.02, 8_000).alt
    )
    assert "in 90 % of all tests" in unset(figures.sample_size_curve(0.2, people=400, power=0.9).alt)
    assert "there are enough" in figures.sample_size_curve(0.2, 0.4, 1_000).alt
    assert "show a change of 20 % by 12.3 points in four tests of five; a smaller one less often" in unset(
        figures.sample_size_curve(0.2, people=400).alt
    )


def test_the_line_of_the_people_lies_where_the_curve_needs_as_many():
    picture = figures.sample_size_curve(0.2, 0.25, 2_188)
    (dot,) = [one for one in picture.fig.axes[0].lines if one.get_marker() == "o"]
    (line,) = [one for one in picture.fig.axes[0].lines if one.get_linewidth() == 1.8]
    assert line.get_ydata()[0] == pytest.approx(dot.get_ydata()[0])  # 1,094 in each group, and as many there are


@pytest.mark.parametrize("rate", [0.001, 0.3, 0.9])
@pytest.mark.parametrize("people", [None, 40, 10**6])
def test_a_curve_can_be_read_for_any_rate_and_any_town(rate, people):
    for hoped in (None, min(1.0, rate * 1.5), rate / 2):
        picture = figures.sample_size_curve(rate, hoped, people)
        assert not faults(picture) and not pale(picture), (rate, hoped, people)


def test_the_four_counts_add_up_and_an_unsure_change_is_said_to_be_one():
    picture = figures.before_after(survey())
    assert "9: yes twice" in said(picture) and "yes: 11" in said(picture) and "no: 23" in said(picture)
    assert "cannot be told: the interval runs from \N{MINUS SIGN}0.7 to 29.6 points" in unset(picture.alt)
    sure = figures.before_after(survey(gained=20, neither=9))
    assert "45 percentage points more say yes" in unset(sure.alt)


@pytest.mark.parametrize(
    "counts", [(0, 1, 0, 0), (1, 1, 1, 1), (40, 0, 0, 0), (0, 0, 40, 0), (500, 1, 1, 2), (0, 9, 9, 0)]
)
def test_any_four_counts_are_drawn_so_that_they_can_be_read(counts):
    picture = figures.before_after(survey(**dict(zip(("both", "gained", "lost", "neither"), counts, strict=True))))
    assert not faults(picture) and not pale(picture)


@few
@given(odd_words)
def test_odd_words_are_drawn_as_words(text):
    values = good()
    values["kpis"][0]["name"] = text.replace("\x00", "")[:300]
    document = plan(values)
    asked = survey()
    asked.question = text.replace("\x00", "")[:300]
    for picture in (figures.plan_against_result(document), figures.before_after(asked)):
        assert not faults(picture)
        assert "<script>" not in picture._repr_html_()


def test_the_name_of_a_kpi_is_whole_and_its_share_says_of_how_many():
    for language, name, share in (
        ("en", "reactions, comments and shares of those reached on VK", "84.8 % of 132"),
        ("ru", "реакции, комментарии и репосты охваченных ВКонтакте", "84,8 % из 132"),
    ):
        with inside(language):
            picture = figures.plan_against_result(example("09-quarter"))
            told = " ".join(said(picture).split())
            assert name in told and share in told and "…" not in told and not faults(picture)


def test_in_russian_the_figures_speak_russian():
    with inside("ru"):
        document = plan(good("ru"))
        told = unset(figures.results_funnel(document).alt)
        assert "Самый узкий шаг из тех, где есть доля: «Переходы», сюда дошли 2,66 % из 8580" in told
        assert "Достигнуто 2, не достигнуто 0, неизвестно 1" in unset(figures.plan_against_result(document).alt)
        assert "Здесь невозможно" in figures.sample_size_curve(0.015, 0.02, 8_000).alt
