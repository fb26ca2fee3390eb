"""Other firms: by a legal form, by a word before a quoted name, by their role; and names that are no firm's."""

import pytest

from promplan.review.firms import firm, is_own


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Кубы точим для ООО «Север»", "ООО «Север»"),
        ("Это ООО Север Плюс", "ООО Север Плюс"),
        ("Кубы точим для ооо «Север»", ""),
        ("We turn cubes for Kestrel Rail Ltd", "Kestrel Rail Ltd"),
        ("We turn cubes for Kestrel and Moe Rail, Inc.", "Kestrel and Moe Rail, Inc."),
        ("We turn cubes for Kestrel & Sons", "Kestrel & Sons"),
        ("Kestrel Ltd is part of the holding", ""),
        ("Kestrel Ltd is here. It is part of the holding", "Kestrel Ltd"),
        ("ООО «Север» и Kestrel Ltd", "ООО «Север»"),
        ("Limited time is left", ""),
    ],
)
def test_a_legal_form_alone_makes_a_firm(text, named):
    assert firm(text, "") == (named, bool(named))


@pytest.mark.parametrize(
    ("text", "plant", "named"),
    [
        # a word for a firm before a quoted name, and trade
        ("Кубы идут компании «Север»", "", "компании «Север»"),
        ("Вот кубы. Они идут компании «Север»", "", "компании «Север»"),
        ("Кубы лежат у компании «Север»", "", ""),
        ("Кубы идут в газету «Север»", "", ""),
        ("«Север» точит кубы", "", ""),
        ("Кубы идут компании «Север», она входит в холдинг", "", ""),
        ("Кубы идут компании «Север»", "ООО «Север»", ""),
        ("Кубы идут компании «Запад»", "ООО «Север»", "компании «Запад»"),
        # the dictionary's organisations
        ("Газпром покупает кубы", "", "Газпром"),
        ("Газпром точит кубы", "", ""),
        ("Газпром покупает кубы", "Газпром", ""),
        ("Газпром владеет нами и покупает кубы", "", ""),
        # English, by the last word of its name
        ("We ship to Thornbury Marine", "", "Thornbury Marine"),
        ("We order cubes, Thornbury Marine knows", "", "Thornbury Marine"),
        ("We like cubes, Thornbury Marine knows", "", ""),
        ("We order cubes, Marine knows", "", ""),
        ("We order cubes, Big Thornbury Marine knows", "", "Big Thornbury Marine"),
        ("We order cubes, Thornbury Green knows", "", ""),
        ("We order cubes, Thornbury Marine owned us", "", ""),
        # by role
        ("The cube was made for Thornbury Green", "", "Thornbury Green"),
        ("The cube was made for the Thornbury Green", "", "Thornbury Green"),
        ("The cube was kept for Thornbury Green", "", ""),
        ("We supply Thornbury Green", "", "Thornbury Green"),
        ("We admire Thornbury Green", "", ""),
        ("Cubes go into pumps of Thornbury Marine", "", "Thornbury Marine"),
        ("Cubes lie near pumps of Thornbury Marine", "", ""),
        ("Cubes go into pumps of Thornbury Green", "", ""),
        ("A cube from Thornbury Marine", "", "Thornbury Marine"),
        ("A cube near Thornbury Marine", "", ""),
        ("The cube was made by Thornbury Green", "", "Thornbury Green"),
        ("The lathe was made by Thornbury Green", "", ""),
        ("The lathe was kept by Thornbury Green", "", ""),
        ("Our client is Thornbury Green", "", "Thornbury Green"),
        ("Our client loves Thornbury Green", "", ""),
        ("Our client for years is Thornbury Green", "", "Thornbury Green"),
        ("Our client for many years is Thornbury Green", "", ""),
        ("Our cube is Thornbury Green", "", ""),
        ("We met our client. Is Thornbury Green there?", "", ""),
        ("Thornbury Green, our client, was here", "", "Thornbury Green"),
        ("Thornbury Green is at last and after all a client", "", ""),
        ("Thornbury Green is by now a big client", "", "Thornbury Green"),
        ("Thornbury Green loves our client", "", ""),
        ("Thornbury Green bought cubes", "", "Thornbury Green"),
        ("Thornbury Green also bought cubes", "", "Thornbury Green"),
        ("Thornbury Green has also cubes", "", "Thornbury Green"),
        ("Thornbury Green then also bought cubes", "", ""),
        ("Thornbury bought cubes", "", ""),
        ("Today Thornbury bought cubes", "", "Thornbury"),
        ("Today Marine bought cubes", "", "Marine"),
        ("Today we bought cubes", "", ""),
        ("The Thornbury bought cubes", "", "The Thornbury"),
        ("Then at last Thornbury bought cubes", "", "Thornbury"),
        ("We supply THORNBURY", "", ""),
        ("We supply Monday", "", ""),
        ("We supply Thornbury Island", "", ""),
        ("We supply “Thornbury” here", "", ""),
        ("We supply «Thornbury» here", "", ""),
        ("Made for a cube, Thornbury Green", "", ""),
        ("We supply cubes, the Thornbury Green", "", ""),
        ("Thornbury Green cubes, by a client", "", ""),
        ("Thornbury Green here is a client", "", ""),
        ("We like to see Thornbury Marine", "", ""),
        ("We go by train to see Thornbury Marine", "", ""),
        ("Кубы заказала наша городская газета «Востокхим»", "", ""),
        ("Вот. «Востокхим» заказал кубы", "", "Востокхим"),
        ("Кубы везут на Кулундинский старый", "", ""),
        ("Кубы везут на Кулундинский старый большой элеватор", "", "Кулундинский старый большой элеватор"),
        ("We supply Thornbury Green", "Thornbury Green works", ""),
        ("We supply Thornbury Green, which owned us, part of it", "", ""),
        # Russian, by role
        ("Кубы заказал «Востокхим»", "", "Востокхим"),
        ("Кубы забрал «Востокхим»", "", "Востокхим"),
        ("Кубы любит «Востокхим»", "", ""),
        ("Кубы заказала газета «Востокхим»", "", ""),
        ("Кубы заказал сам «Востокхим»", "", "Востокхим"),
        ("Кубы заказал завод «Востокхим»", "", "завод «Востокхим»"),
        ("«Востокхим» заказал кубы", "", "Востокхим"),
        ("Газета вышла. «Востокхим» заказал кубы", "", "Востокхим"),
        ("Кубы заказал «Восток большой и дальний»", "", "Восток большой и дальний"),
        ("Кубы заказал «Восток большой и очень уж дальний»", "", ""),
        ("Кубы везут на Кулундинский элеватор", "", "Кулундинский элеватор"),
        ("Кубы везут на Кулундинский старый элеватор", "", "Кулундинский старый элеватор"),
        ("Кубы везут на Кулундинский большой старый новый элеватор", "", ""),
        ("Кубы везут на Кулундинский берег, где элеватор", "", ""),
        ("Кубы везут на Кулундинский. Элеватор стоит", "", ""),
        ("Кубы любят на Кулундинском элеваторе", "", ""),
        ("Кулундинский элеватор заказал кубы", "", "Кулундинский элеватор"),
        ("Кулундинский элеватор забрал кубы", "", ""),
        ("Заводской элеватор заказал кубы", "", ""),
        ("Наш клиент заказал кубы", "", ""),
        ("Кубы везут на Заозёрский ГОК", "", "Заозёрский ГОК"),
        ("Кубы везут на Кулундинский элеватор", "Кулундинский завод", ""),
        ("Кубы везут в Кулунду на элеватор", "", ""),
    ],
)
def test_a_role_makes_a_name_a_firms(text, plant, named):
    assert firm(text, plant) == (named, False)


@pytest.mark.parametrize(
    ("named", "own", "same"),
    [
        ("ООО «Север»", "завод «север»", True),
        ("ООО «Север Плюс»", "север", True),
        ("ООО «Запад»", "завод «север»", False),
        ("Kestrel", "kestrel works", True),
        ("Kestrel", "", False),
        ("ООО «Север»", "завод север", True),
        ("ООО «Север»", "ооо", False),
        ("«Север»", "север", True),
    ],
)
def test_the_plant_itself_is_no_other_firm(named, own, same):
    assert is_own(named, own) is same
