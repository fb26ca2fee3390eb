"""The three-minute pitch as slides: large type, the plant's colours, native charts, what is said in the notes."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from promplan.art.palettes import PALETTES, Palette
from promplan.export.office import FONT, as_of, known, line, packed, properties
from promplan.export.outline_values import words
from promplan.export.plan_parts import drafted
from promplan.export.plan_pptx_beats import Shown, notes, order
from promplan.export.plan_pptx_deck import EDGE, HIGH, TOP, WIDE, Box, Deck, Slide
from promplan.export.plan_pptx_scenes import SCENES
from promplan.export.posters import chosen, poster
from promplan.export.whole import Whole
from promplan.extras import needed
from promplan.language import say

IDENTIFIER = "promplan-pitch"
TITLE_ONLY = 5  # the template's layout of a title and nothing else
THEME = "ppt/theme/theme1.xml"
HUGE = (64.0, 60.0, 56.0, 52.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0)


def is_ours(data: bytes) -> bool:
    """Are these the bytes of slides as `made` leaves them, and as nobody has changed them?"""
    return known(data, IDENTIFIER)


def made(told: Whole) -> bytes:
    """The bytes of the slides, the same for the same plan.

    Raises:
        Problem: python-pptx is not installed.
    """
    with needed():
        import pptx
        from pptx.util import Pt

    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDE), Pt(HIGH)
    layout = presentation.slide_layouts[TITLE_ONLY]
    for other in [one for one in presentation.slide_layouts if one is not layout]:
        presentation.slide_layouts.remove(other)
    _stretched(presentation.slide_master)
    _stretched(layout)
    palette = colours(told)
    deck = Deck(presentation, palette, words(told.title), str(as_of(told)), drafted(told)["draft"])
    for one in order(told):
        _slide(deck, told, one)
    if not len(presentation.slides):
        _cover(deck.add(), told, str(words(told.title)))
    properties(presentation.core_properties, words(told.title), str(told.window), IDENTIFIER, str(as_of(told)))
    stream = BytesIO()
    presentation.save(stream)
    whole = packed(stream.getvalue())
    return packed(whole, _themed(whole, palette))


def colours(told: Whole) -> Palette:
    """The palette of the first poster that is made; the course's own where there is none."""
    return next(
        (PALETTES[one.poster.palette] for one in chosen(told) if one.poster.palette in PALETTES), PALETTES["primer"]
    )


def _slide(deck: Deck, told: Whole, one: Shown) -> None:
    slide = deck.add()
    slide.notes += notes(told, one)
    part = one.part
    shows = line(part.shows) if part is not None else ""
    if one.beat == "scene" and one.first:
        _cover(slide, told, shows)
        deck.finish(slide)
        return
    draw = SCENES.get(one.beat) if one.first else None
    slide.counted = any(sign.isdigit() for sign in shows)
    if shows:
        slide.text(one.name, Box(EDGE, 18, 420, 24), (16,), "primer", bold=True)
    aside = bool(one.beat == "idea" and one.first and poster(told))
    slide.title(shows or one.name, Box(EDGE, 44, 480 if aside else WIDE - 2 * EDGE, TOP - 56))
    drawn = draw is not None and draw(slide, told)
    if not drawn and part is None:
        _dropped(deck)
        return
    if not drawn:  # a slide of one sentence
        slide.title(shows or one.name, Box(EDGE, 130, WIDE - 2 * EDGE, 300), HUGE)
    deck.finish(slide)


def _cover(slide: Slide, told: Whole, shows: str) -> None:
    """The first slide: a scene in one sentence, the plan's title, the poster beside it."""
    found = poster(told)
    wide = 500.0 if found else WIDE - 2 * EDGE
    plant = line(told.plan.enterprise.name)
    title = line(words(told.title))
    slide.band(Box(0, 0, 14, HIGH), "primer")
    slide.title(shows or title, Box(EDGE, 60, wide, 250), HUGE, anchor="b")
    under = title if shows else plant if plant != title else line(told.plan.enterprise.industry)
    top = 326.0
    if under:
        top += slide.text(under, Box(EDGE, top, wide, 68), (28, 26, 24)).height + 8
    said = say("Media plan. {window}", window=told.window)
    slide.text(said, Box(EDGE, top, wide, 60), (24,), "ink2")
    if found:
        slide.picture(found[1], Box(572, 40, 340, 450))


def _dropped(deck: Deck) -> None:
    """Takes away the slide that was begun last: there is nothing to show on it."""
    listed = deck.presentation.slides._sldIdLst
    last = listed[-1]
    deck.presentation.part.drop_rel(last.rId)
    listed.remove(last)


def _stretched(part: Any) -> None:
    """A master or layout of 4 to 3 on a slide of 16 to 9."""
    for shape in part.placeholders:
        if shape.left is None or shape._element.spPr.find(".//{*}xfrm") is None:
            continue
        shape.left, shape.width = round(shape.left * WIDE / 720), round(shape.width * WIDE / 720)


def _themed(data: bytes, palette: Palette) -> Mapping[str, bytes]:
    """The theme in the palette's colours, so that whatever somebody adds has them too."""
    import zipfile

    with zipfile.ZipFile(BytesIO(data)) as found:
        names = [name for name in found.namelist() if re.fullmatch(r"ppt/theme/theme\d+\.xml", name)]
        themes = {name: found.read(name).decode() for name in names}
    roles = {
        "dk1": "ink",
        "lt1": "paper",
        "dk2": "ink2",
        "lt2": "tint",
        "accent1": "primer",
        "accent2": "plant",
        "accent3": "data-6",
        "accent4": "data-4",
        "accent5": "data-2",
        "accent6": "faint",
        "hlink": "plant",
        "folHlink": "ink2",
    }
    made = {}
    for name, theme in themes.items():
        if name == THEME:  # the others are those of the notes, which are printed on white
            for key, role in roles.items():
                colour = palette[role].lstrip("#").upper()
                theme = re.sub(
                    rf"(<a:{key}>).*?(</a:{key}>)", rf'\g<1><a:srgbClr val="{colour}"/>\g<2>', theme, flags=re.S
                )
        theme = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{FONT}", theme)
        made[name] = theme.encode()
    return made
