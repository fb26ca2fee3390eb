"""The plant and its register of facts: the ground that every later section stands on."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.plan.base import Day, Id, Line, Number, Part, Record, Text, label

SourceKind = Literal["", "document", "measured", "oral"]
ClearanceState = Literal["open", "asked", "cleared", "refused"]
Channel = Literal["owned", "shared", "earned", "paid"]

SOURCE_KINDS = {
    "": {"en": "not said", "ru": "не указан"},
    "document": {"en": "document", "ru": "документ"},
    "measured": {"en": "we measured it", "ru": "измерили сами"},
    "oral": {"en": "somebody said so", "ru": "сказали устно"},
}
CLEARANCE_STATES = {
    "open": {"en": "open: nobody asked", "ru": "не запрашивали"},
    "asked": {"en": "asked, no answer yet", "ru": "запросили, ответа нет"},
    "cleared": {"en": "cleared", "ru": "допущен"},
    "refused": {"en": "refused", "ru": "отказано"},
}
CHANNELS = {
    "owned": {"en": "the plant's own", "ru": "собственные"},
    "shared": {"en": "social media", "ru": "социальные"},
    "earned": {"en": "the press", "ru": "СМИ (заработанные)"},
    "paid": {"en": "paid", "ru": "платные"},
}


class Clearance(Part):
    """Who let a fact out: in which words, where, until when."""

    state: ClearanceState = Field(
        "open", json_schema_extra=label("Clearance", "Допуск к публикации", choices=CLEARANCE_STATES)
    )
    wording: Text = Field("", json_schema_extra=label("Cleared wording", "Согласованная формулировка", wide=True))
    channels: Annotated[list[Channel], Field(max_length=4)] = Field(
        default_factory=list, json_schema_extra=label("Channels", "Каналы", choices=CHANNELS)
    )
    until: Day | None = Field(None, json_schema_extra=label("Cleared until", "Допуск действует до"))
    by: Line = Field(
        "",
        json_schema_extra=label(
            "Who clears it",
            "Кто согласует",
            help_en="role: process engineer …",
            help_ru="должность: технолог …",
        ),
    )


class Fact(Record):
    """One fact, `F1`, `F2` …: a statement with, where it has one, its number, unit and tolerance."""

    statement: Line = Field("", json_schema_extra=label("Fact", "Факт", wide=True))
    about: Line = Field(
        "",
        json_schema_extra=label(
            "What the number measures",
            "Что измеряет число",
            help_en="two facts about one thing are compared by this line",
            help_ru="по этой строке сравниваются факты об одном и том же",
        ),
    )
    quantity: Line = Field("", description="id of a kind in assets/magnitudes.toml; empty: none fits")
    value: Number | None = Field(None, json_schema_extra=label("Value", "Значение"))
    unit: Line = Field("", json_schema_extra=label("Unit", "Единица"))
    tolerance: Annotated[Number, Field(ge=0)] | None = Field(
        None,
        json_schema_extra=label("Tolerance ±", "Допуск ±", help_en="in the same unit", help_ru="в тех же единицах"),
    )
    source: Line = Field(
        "",
        json_schema_extra=label(
            "Source", "Источник", help_en="which document, who, where", help_ru="какой документ, кто, где"
        ),
    )
    source_kind: SourceKind = Field(
        "", json_schema_extra=label("Kind of source", "Вид источника", choices=SOURCE_KINDS)
    )
    as_of: Day | None = Field(
        None,
        json_schema_extra=label(
            "As of", "На дату", help_en="the day for which it is true", help_ru="день, на который это верно"
        ),
    )
    valid_until: Day | None = Field(None, json_schema_extra=label("Valid until", "Верно до"))
    derived_from: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list,
        json_schema_extra=label("Computed from", "Вычислено из", help_en="F1, F2", help_ru="F1, F2"),
    )
    checked_by: Line = Field("", json_schema_extra=label("Checked by", "Кто проверил"))
    surprise: Annotated[int, Field(ge=1, le=5)] | None = Field(
        None, json_schema_extra=label("Surprise, 1–5", "Удивляет, 1–5")
    )
    clearance: Clearance = Field(default_factory=Clearance)


class Enterprise(Part):
    """Section *enterprise* (unit 1)."""

    name: Line = Field("", json_schema_extra=label("Plant", "Предприятие"))
    place: Line = Field("", json_schema_extra=label("Place", "Место"))
    industry: Line = Field("", json_schema_extra=label("Industry", "Отрасль"))
    products: Text = Field("", json_schema_extra=label("Products", "Продукция", wide=True))
    protected_names: Text = Field(
        "",
        json_schema_extra=label(
            "Names that stay inside",
            "Имена, которые не выносим",
            help_en="customers, orders; one on a line",
            help_ru="заказчики, заказы; по одному в строке",
            wide=True,
        ),
    )
    facts: Annotated[list[Fact], Field(max_length=300)] = Field(default_factory=list)
