"""What the kits assume of a plant's people and of its year of posts: nobody counted these, and the notes say so."""

from collections.abc import Mapping

Months = Mapping[tuple[int, int], tuple[int, int]]  # year, month: posts, and what else was counted
Channels = Mapping[str, tuple[float, float]]  # share of the posts, median of the reach
Topics = Mapping[str, tuple[float, float, float]]  # share, reactions and clicks as a part of the reach

PEOPLE = {
    "mixing": 118,
    "calender": 74,
    "extrusion": 96,
    "moulding": 231,
    "belts": 88,
    "laboratory": 47,
    "maintenance": 126,
    "warehouse": 72,
    "office": 94,
}  # rubber-works: 946 in all, as on the personnel sheet of 1 June 2026
WAGON_PEOPLE = {
    "cutting": 212,
    "frames": 486,
    "bogies": 238,
    "assembly": 341,
    "paint": 146,
    "testing": 118,
    "design": 87,
    "maintenance": 274,
    "warehouse": 103,
    "office": 135,
}  # wagon-works: 2,140
BOILER_PEOPLE = {
    "drums": 176,
    "panels": 232,
    "welding": 148,
    "rotors": 196,
    "assembly": 162,
    "testing": 98,
    "design": 134,
    "maintenance": 158,
    "warehouse": 66,
    "office": 90,
}  # boiler-works: 1,460
AGES = ((0.20, 27.0, 5.0), (0.47, 44.0, 8.0), (0.33, 57.0, 5.0))  # share, mean, deviation, years
MONTHS: Months = {  # posts, applications
    (2025, 10): (8, 14),
    (2025, 11): (8, 12),
    (2025, 12): (7, 7),
    (2026, 1): (6, 9),
    (2026, 2): (9, 11),
    (2026, 3): (10, 12),
    (2026, 4): (12, 10),
    (2026, 5): (15, 5),
    (2026, 6): (16, 4),
    (2026, 7): (10, 9),
    (2026, 8): (9, 12),
    (2026, 9): (10, 14),
}
BOILER_MONTHS: Months = {  # posts, first letters from whoever finances or orders; chamber days in September and April
    (2025, 10): (9, 4),
    (2025, 11): (8, 0),
    (2025, 12): (12, 1),
    (2026, 1): (5, 0),
    (2026, 2): (9, 0),
    (2026, 3): (14, 1),
    (2026, 4): (8, 3),
    (2026, 5): (9, 4),
    (2026, 6): (7, 1),
    (2026, 7): (6, 0),
    (2026, 8): (6, 0),
    (2026, 9): (10, 3),
}
WAGON_MONTHS: Months = {  # posts, first letters; supplier days in October and April
    (2025, 10): (7, 2),
    (2025, 11): (6, 0),
    (2025, 12): (5, 0),
    (2026, 1): (4, 0),
    (2026, 2): (7, 0),
    (2026, 3): (8, 0),
    (2026, 4): (11, 3),
    (2026, 5): (6, 2),
    (2026, 6): (6, 0),
    (2026, 7): (7, 0),
    (2026, 8): (6, 0),
    (2026, 9): (9, 0),
}
CHANNELS: Channels = {
    "social": (0.55, 1400.0),
    "messenger": (0.2, 900.0),
    "site": (0.15, 180.0),
    "newspaper": (0.1, 5200.0),
}
BOILER_CHANNELS: Channels = {
    "social": (0.44, 1700.0),
    "messenger": (0.2, 1000.0),
    "site": (0.2, 260.0),
    "trade": (0.08, 2100.0),
    "newspaper": (0.08, 5200.0),
}
WAGON_CHANNELS: Channels = {
    "social": (0.5, 780.0),
    "messenger": (0.2, 340.0),
    "site": (0.22, 150.0),
    "newspaper": (0.08, 5200.0),
}
TOPICS: Topics = {  # share, reactions and clicks as a part of the reach
    "people": (0.22, 0.038, 0.006),
    "product": (0.2, 0.012, 0.005),
    "vacancy": (0.24, 0.007, 0.014),
    "holiday": (0.16, 0.022, 0.002),
    "sport": (0.1, 0.026, 0.003),
    "excursion": (0.08, 0.03, 0.012),
}


BOILER_TOPICS: Topics = {
    "technology": (0.24, 0.021, 0.012),
    "people": (0.2, 0.036, 0.006),
    "delivery": (0.18, 0.017, 0.009),
    "vacancy": (0.12, 0.007, 0.013),
    "award": (0.12, 0.014, 0.002),
    "holiday": (0.14, 0.021, 0.002),
}
WAGON_TOPICS: Topics = {
    "product": (0.24, 0.013, 0.006),
    "people": (0.2, 0.037, 0.006),
    "supplier": (0.16, 0.006, 0.012),
    "students": (0.14, 0.019, 0.013),
    "vacancy": (0.12, 0.007, 0.014),
    "holiday": (0.14, 0.021, 0.002),
}
