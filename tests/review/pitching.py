"""A plan of unit 10 that an editor would leave alone: a short pitch, three questions, seven marks, a card."""

from datetime import date
from typing import Any

from promplan.plan import Plan

TODAY = date(2027, 2, 1)
LATER = date(2028, 2, 1)
CRITERIA = ("question", "step", "truth", "plan", "art", "clear", "measure")

WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "fact": "The press opens a hand's breadth four times in the first minute",
        "wording": "the press opens several times to let the air out",
        "to": "head of personnel, chief engineer",
        "ask": "Say yes to two more Thursdays in April, and give us the bus; we ask the head of personnel by 12 March.",
        "left_out": "The screens in the buses, because nobody asked those who saw them.",
        "says": "Twenty pupils stand before a press, and a girl asks why it breathes. Nobody had asked that before. "
        "They had asked about pay, about shifts and about the smell, and never about the air. The operator shows "
        "how the air leaves the mould, and the class falls silent. From that minute on they decide for themselves.",
        "more": "We ask for 2 more Thursdays. The bus costs 14,000 roubles a trip, the operator gives one hour of her "
        "shift, and one class stays at home and answers the same question. Then we shall know: was it us or April?",
        "shows": "Why does it breathe?",
        "line": "school bus for a class",
        "question": ["What would have happened without you?", "Who pays the bus?", "Who goes on in May?"],
        "answer": "We do not know yet. In April a class that stays at home gets the same question.",
        "why": "The engineer of the press shop read it aloud to a newcomer and changed nothing.",
        "lacks": "ask a class which question it would put",
        "did": "I drew the press's week from its own record.",
        "learned": "to make a picture that an engineer signs",
    },
    "ru": {
        "fact": "Пресс в первую минуту четыре раза приоткрывается на ладонь",
        "wording": "пресс несколько раз приоткрывают, чтобы вышел воздух",
        "to": "начальник отдела кадров, главный инженер",
        "ask": "Просим начальника отдела кадров до 12 марта сказать да ещё двум четвергам апреля и дать автобус.",
        "left_out": "От экранов в автобусах: никто не спросил тех, кто их видел.",
        "says": "Школьники стоят перед прессом, и девочка спрашивает, почему он дышит. Об этом не спрашивал никто: ни "
        "про зарплату, ни про смены, ни про запах тут не забывают, а про воздух забыли. Прессовщица смеётся и "
        "показывает, как из формы уходит воздух, и класс замолкает. С этой минуты решают они сами.",
        "more": "Мы просим 2 четверга. Автобус стоит 14 000 рублей за рейс, прессовщица даёт один час своей смены, а "
        "один класс остаётся дома и отвечает на тот же вопрос. Тогда мы узнаем, дело в нас или в апреле.",
        "shows": "Почему он дышит?",
        "line": "школьный автобус на класс",
        "question": ["Что было бы без вас?", "Кто платит за автобус?", "Кто продолжит в мае?"],
        "answer": "Пока не знаем. В апреле класс, который остался дома, ответит на тот же вопрос.",
        "why": "Инженер прессового участка прочёл это новичку вслух и ничего не поправил.",
        "lacks": "спросить класс, какой вопрос задал бы он",
        "did": "По записи пресса нарисовала его неделю.",
        "learned": "делать картинку, под которой подпишется инженер",
    },
}


def good(language: str = "en") -> dict[str, Any]:
    """The plan as plain values; nothing in it is empty that a rule of the unit asks for."""
    w = WORDS[language]
    cleared = {"state": "cleared", "wording": w["wording"], "channels": ["owned"], "until": LATER, "by": "engineer"}
    part = {"shows": w["shows"], "behind": ["F1"]}
    mark = {"evidence": ["F1", "I1"], "why": w["why"], "lacks": w["lacks"]}
    return {
        "meta": {"as_of": TODAY, "language": language, "case": "real"},
        "team": {"members": [{"id": "M1", "name": "Ann"}, {"id": "M2", "name": "Oleg"}]},
        "enterprise": {"facts": [{"id": "F1", "statement": w["fact"], "clearance": cleared}]},
        "ideas": [{"id": "I1", "title": w["shows"], "by": "M2"}],
        "items": [
            {"id": "C1", "title": w["shows"], "owner": "M2", "placing": {"state": "out"}},
            {
                "id": "C2",
                "title": w["wording"],
                "owner": "M1",
                "approvals": [{"id": "Y1", "judge": "plant", "state": "asked"}],
            },
        ],
        "budget": {"lines": [{"id": "BL1", "what": w["line"], "price": 14000.0, "quantity": 1.0}]},
        "pitch": {
            "limit": 100,
            "to": w["to"],
            "ask": w["ask"],
            "left_out": w["left_out"],
            "parts": [
                {**part, "id": "PT1", "beat": "scene", "says": w["says"].strip(), "who": "M1"},
                {
                    **part,
                    "id": "PT2",
                    "beat": "idea",
                    "says": w["says"].strip().replace("press", "great press"),
                    "who": "M2",
                },
                {**part, "id": "PT3", "beat": "ask", "says": w["more"].strip(), "who": "M1", "behind": ["BL1"]},
            ],
            "rehearsals": [{"id": "RL1", "day": TODAY, "seconds": 190}, {"id": "RL2", "day": TODAY, "seconds": 90}],
            "jury": [
                {"id": f"JQ{n}", "question": one, "answer": w["answer"], "who": "M1", "about": ["C1"]}
                for n, one in enumerate(w["question"], 1)
            ],
            "marks": [
                {
                    **mark,
                    "id": f"MK{n}",
                    "criterion": one,
                    "level": 3 if n > 1 else 4,
                    "lacks": w["lacks"] if n > 1 else "",
                }
                for n, one in enumerate(CRITERIA, 1)
            ],
            "cards": [
                {"id": "PF1", "member": "M2", "did": w["did"], "learned": w["learned"], "shows": ["C1", "I1"]}
                | {"page": "yes", "signed_on": TODAY, "until": LATER}
            ],
        },
    }


def plan(values: dict[str, Any]) -> Plan:
    """The plan of these values."""
    return Plan.model_validate(values, strict=True)
