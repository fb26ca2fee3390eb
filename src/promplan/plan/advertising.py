"""Is a piece of content an advertisement, and its link: what is decided, by whom, and what a reader sees of it."""

from typing import Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Day, Line, Part
from promplan.plan.labels import choices, label

IsAd = Literal["", "no", "yes", "ask"]

IS_AD = choices(
    {
        "": say_in("advertisement", "not decided"),
        "no": say_in("advertisement", "no"),
        "yes": say_in("advertisement", "yes"),
        "ask": say_in("advertisement", "unclear: we ask the plant's lawyer"),
    }
)


class Advertising(Part):
    """Is it an advertisement, why, and what has to stand on it."""

    is_ad: IsAd = Field("", json_schema_extra=label("Is it an advertisement?", choices=IS_AD))
    why: Line = Field("", json_schema_extra=label("Why", help="which question decided it", wide=True))
    mark: Line = Field("", json_schema_extra=label("Mark that readers see", help="as the law of the country wants it"))
    advertiser: Line = Field("", json_schema_extra=label("Advertiser named in it", said="name"))
    token: Line = Field("", json_schema_extra=label("Token", help="in Russia: erid, given before it goes out"))
    reports: Line = Field("", json_schema_extra=label("Who reports it, and to whom", help="role; operator or register"))
    asked: Line = Field("", json_schema_extra=label("Whom at the plant we asked", help="role"))
    asked_on: Day | None = Field(None, json_schema_extra=label("Asked on"))
    answer: Line = Field("", json_schema_extra=label("What the answer was", wide=True))


class Link(Part):
    """Where a piece leads, and by which words its visits are told from others (UTM)."""

    target: Line = Field(
        "", json_schema_extra=label("Page it leads to", help="the whole address, https://…", wide=True, said="name")
    )
    source: Line = Field(
        "", json_schema_extra=label("utm_source: from where", help="for example vk, school-7, wall", said="name")
    )
    medium: Line = Field(
        "", json_schema_extra=label("utm_medium: by which way", help="for example post, poster, qr", said="name")
    )
    campaign: Line = Field("", json_schema_extra=label("utm_campaign: which campaign", said="name"))
    content: Line = Field("", json_schema_extra=label("utm_content: which piece", said="name"))
    term: Line = Field("", json_schema_extra=label("utm_term: which word, in search", said="name"))
