"""A press that breathes and a series made heard: pure, bounded, and true to their legends."""

import io
import math
import wave

import numpy as np
import pytest
from art.made import cycle

from promplan.art import carried
from promplan.art.breath import DISC, press
from promplan.art.geometry import Circle, Label, Line
from promplan.art.pace import pace
from promplan.art.said import sentences
from promplan.art.series import Quantity, Series
from promplan.art.sound import RATE, heard, picture
from promplan.language import Problem


def disc(drawing):
    return next((one for one in drawing.marks if isinstance(one, Circle) and one.fill), None)


def test_the_area_of_the_breathing_disc_is_the_force():
    t = np.linspace(0, 100, 101)
    clip = press(Series(np.where(t < 50, 1.0, 4.0), t), Series(t, t))
    assert disc(clip.at(0.9)).r == DISC
    assert disc(clip.at(0.1)).r ** 2 / disc(clip.at(0.9)).r ** 2 == pytest.approx(1 / 4)


def test_a_press_that_is_open_shows_no_disc():
    clip = press(*cycle())
    assert disc(clip.at(0)) is None and disc(clip.at(0.5)) is not None


def test_frames_are_the_same_each_time_and_as_many_as_asked_for():
    clip = press(*cycle(), seconds=2)
    frames = list(clip.frames(10))
    assert len(frames) == 20
    assert carried.data(frames[7]) == carried.data(clip.frame(0.7))
    with pytest.raises(Problem, match="from 0 s to 2 s"):
        clip.frame(2.5)


def test_the_trace_grows_in_ink_as_the_cycle_goes_on():
    clip = press(*cycle())
    done = [
        sum(len(m.points) for m in clip.at(t).marks if isinstance(m, Line) and m.stroke == "ink")
        for t in (0.1, 0.5, 0.9)
    ]
    assert done[0] < done[1] < done[2]


def test_a_clip_without_scales_shows_no_number_and_its_legend_says_so():
    clip = press(*cycle(), scales="off")
    assert not any(isinstance(one, Label) for t in (0, 0.3, 0.8) for one in clip.at(t).marks)
    assert clip.legend.scales == "off" and all(one.high is None for one in clip.legend.readings)
    assert press(*cycle()).legend.by_colour_alone() == ()


def test_a_negative_force_or_two_lengths_are_refused():
    force, _ = cycle()
    with pytest.raises(Problem, match="from 0 up"):
        press(Series([-1.0, 2.0]), Series([1.0, 2.0]))
    with pytest.raises(Problem, match="same moments"):
        press(force, Series([1.0, 2.0]))


def test_a_steady_value_is_heard_at_the_pitch_that_the_legend_tells():
    t = np.linspace(0, 10, 101)
    sound = heard(Series(np.where(t < 5, 0.0, 1.0), t), seconds=4, low=200, high=800)
    for start, hertz in ((0.5, 200), (2.5, 800)):
        piece = sound.samples[round(start * RATE) : round((start + 1) * RATE)]
        loudest = np.argmax(np.abs(np.fft.rfft(piece))) * RATE / len(piece)
        assert loudest == pytest.approx(hertz, abs=1.5)


def test_half_of_the_range_is_half_of_the_octaves():
    sound = heard(Series([0.0, 0.5, 0.5, 1.0], [0, 1, 9, 10]), seconds=4, low=110, high=880)
    piece = sound.samples[RATE : 3 * RATE]
    assert np.argmax(np.abs(np.fft.rfft(piece))) * RATE / len(piece) == pytest.approx(110 * math.sqrt(8), abs=1)


def test_the_file_is_a_wav_of_just_that_length_and_the_same_each_time():
    force, heat = cycle()
    one, other = (heard(heat, force, seconds=3, hiss=0.2, seed=170).wav() for _ in range(2))
    assert one == other
    with wave.open(io.BytesIO(one)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.getnframes() == 3 * RATE
    assert heard(heat, force, seconds=3, hiss=0.2, seed=171).wav() != one


def test_it_is_silent_where_data_are_missing_and_begins_and_ends_softly():
    values = np.ones(101)
    values[40:60] = np.nan
    sound = heard(Series(values, np.linspace(0, 10, 101)), seconds=5)
    assert np.abs(sound.samples[round(2.1 * RATE) : round(2.9 * RATE)]).max() == 0
    assert 0.85 < np.abs(sound.samples).max() <= 0.9
    assert abs(sound.samples[0]) < 0.01 and abs(sound.samples[-1]) < 0.01
    assert set(sound.legend.cautions) == {"constant", "gaps", "another-speed"}


def test_how_much_faster_than_the_process_it_runs_is_computed_and_goes_with_the_scales():
    force, heat = cycle()  # 780 s
    for made in (heard(heat, force, seconds=8).legend, press(force, heat, seconds=8).legend):
        faster = next(one for one in made.readings if one.shows == "faster")
        assert faster.high == pytest.approx(780 / 8)
    bare = heard(heat, force, seconds=8, scales="off").legend
    told = [str(one) for one in sentences(bare)]
    assert "It runs faster than the process did." in told and not any(one.isdigit() for one in "".join(told))
    assert not any("does not last" in one or "slowed" in one or "as they were measured" in one for one in told)
    minutes = Series([1.0, 2.0], [0.0, 0.1], time=Quantity("time", "min"))
    assert [one.shows for one in pace(minutes, 12)] == ["slower"] and pace(minutes, 6) == ()
    assert pace(Series([1.0, 2.0]), 8) is None


def test_the_tone_is_not_said_to_be_in_proportion_for_it_runs_by_octaves():
    force, heat = cycle()
    for scales in ("on", "off"):
        cautions = heard(heat, force, scales=scales).legend.cautions
        assert "equal-steps" in cautions and "proportions-remain" not in cautions


def test_the_picture_of_the_wave_is_as_high_as_it_is_loud():
    force, heat = cycle()
    sound = heard(heat, force, seconds=3)
    form = picture(sound, height=300)
    outline = form.drawing.marks[0].points
    assert outline[:, 1].min() == pytest.approx(150 - 0.46 * 300 * sound.samples.max())
    assert outline[:, 1].max() == pytest.approx(150 - 0.46 * 300 * sound.samples.min())


def test_bounds_of_a_sound_are_said():
    _, heat = cycle()
    for bad in ({"seconds": 61}, {"seconds": 0}, {"low": 10}, {"low": 500, "high": 400}, {"hiss": 2}, {"seed": -1}):
        with pytest.raises(Problem):
            heard(heat, **bad)
    with pytest.raises(Problem, match="from 0 up"):
        heard(heat, Series([-1.0, 1.0]))


def test_a_year_that_breathes_and_is_heard_runs_from_its_first_month_through_its_last():
    months = Quantity("month", says="month")
    rate = Series([100.0] * 5 + [400.0] * 7, range(1, 13), Quantity("wagons a month"), months)
    sum_ = Series(np.cumsum(rate.values), range(1, 13), Quantity("wagons since January"), months)
    seen = " ".join(map(str, sentences(press(rate, sum_).legend)))
    told = " ".join(map(str, sentences(heard(sum_, rate).legend)))
    assert "from January through December" in seen and "from January through December" in told
