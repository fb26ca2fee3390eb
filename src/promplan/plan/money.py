"""Sums of money in the plan, and what money buys on a channel."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Count, Day, Line, Part
from promplan.plan.labels import choices, label

Money = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]  # in the plan's own currency
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Heaviness = Annotated[float, Field(ge=0.05, le=1000, allow_inf_nan=False)]
Currency = Literal["", "RUB", "EUR", "USD", "GBP", "KZT", "BYN"]
Tax = Literal["", "with", "without", "none"]

CURRENCIES = choices(
    {
        "": say_in("currency", "not chosen"),
        "RUB": "roubles, ₽",
        "EUR": "euros, €",
        "USD": "dollars, $",
        "GBP": "pounds, £",
        "KZT": "tenge, ₸",
        "BYN": "Belarusian roubles, Br",
    }
)
TAXES = choices(
    {
        "": say_in("tax", "not said"),
        "with": say_in("prices", "with VAT"),
        "without": say_in("prices", "without VAT"),
        "none": say_in("prices", "the seller pays no VAT"),
    }
)


class ChannelMoney(Part):
    """What a channel costs and whom it can reach: enough for its reach curve.

    With N people of ours who use it, a price p of 1,000 contacts and b of money, contacts are 1000 b / p, and reach is
    N (1 - (1 + contacts / (N k)) ** -k), k being how alike people use it: a small k, few heavy users; a large one, all
    alike, N (1 - exp(-contacts / N)).
    """

    users: Count | None = Field(
        None, json_schema_extra=label("People of ours who use it", help="of those we want to reach, not of the country")
    )
    users_from: Line = Field("", json_schema_extra=label("Where that number is from"))
    free: Count | None = Field(
        None, json_schema_extra=label("Contacts without money", help="in the whole campaign, by what it reaches today")
    )
    price: Money | None = Field(None, json_schema_extra=label("Price of 1,000 contacts"))
    price_from: Line = Field("", json_schema_extra=label("Where the price is from", help="price list, offer"))
    price_on: Day | None = Field(None, json_schema_extra=label("Price as of"))
    alike: Heaviness | None = Field(
        None,
        json_schema_extra=label(
            "How alike people use it", help="0.3: few see nearly everything · 1 · 10: all see about the same"
        ),
    )
    amount: Money | None = Field(None, json_schema_extra=label("Money for this channel"))
    least: Money | None = Field(None, json_schema_extra=label("At least", help="the smallest order that they take"))
    most: Money | None = Field(None, json_schema_extra=label("At most", help="more is not for sale, or not wanted"))
    fixed: bool = Field(False, json_schema_extra=label("Promised already: the sum stays"))
