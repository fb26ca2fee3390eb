"""Is every sentence that a reader may see found in the source, with its place and its context?"""

import ast
import re
from pathlib import Path

import promplan
from promplan.notebooks.sentences import Sentence, sentences

PACKAGE = Path(promplan.__file__).parent
RUSSIAN_IS_THE_MATTER = {
    "art/cells.py",
    "art/columns.py",
    "art/decoded.py",
    "cases/exports.py",
    "export/parted.py",
    "cases/library.py",
    "cases/recognise.py",
    "cases/versions.py",
    "cli/base.py",
    "cli/words.py",
    "cohort/defects_facts.py",
    "cohort/moodle.py",
    "cohort/names.py",
    "cohort/shingles.py",
    "cohort/student_list.py",
    "cohort/plant_score.py",
    "cohort/whose.py",
    "export/calendar_cells.py",
    "export/calendar_mapping.py",
    "export/pocket_code.py",
    "export/results_files.py",
    "export/results_mapping.py",
    "export/results_clock.py",
    "export/results_numbers.py",
    "export/results_rows.py",
    "export/results_when.py",
    "export/sheet_days.py",
    "export/sheet_heads.py",
    "language/typesetting.py",
    "measure/behind.py",
    "measure/clean.py",
    "measure/collectives.py",
    "measure/compounds.py",
    "measure/days.py",
    "measure/digits.py",
    "measure/fractions.py",
    "measure/hedges.py",
    "measure/inflected.py",
    "measure/lasting.py",
    "measure/number_words.py",
    "measure/numerals.py",
    "measure/ordinals.py",
    "measure/places.py",
    "measure/registry.py",
    "measure/said.py",
    "measure/shares.py",
    "measure/spelling.py",
    "measure/spoken.py",
    "measure/stems.py",
    "measure/unit.py",
    "measure/written.py",
    "media/kpi_names.py",
    "plan/withheld.py",
    "review/alternative.py",
    "review/audience_work.py",
    "review/change.py",
    "review/data.py",
    "review/fact_change.py",
    "review/fact_number.py",
    "review/fact_range.py",
    "review/fact_said.py",
    "review/fact_unit.py",
    "review/fact_words.py",
    "review/firms.py",
    "review/group.py",
    "review/group_words.py",
    "review/inside.py",
    "review/item_rights.py",
    "review/kit.py",
    "review/lasting.py",
    "review/message_left.py",
    "review/message_words.py",
    "review/minor.py",
    "review/objective_measure.py",
    "review/objective_number.py",
    "review/objective_words.py",
    "review/offer.py",
    "review/people.py",
    "review/regime.py",
    "review/same_number.py",
    "review/standards.py",
    "review/strange_number.py",
    "review/traders.py",
    "review/vacancy.py",
    "review/vacancy_ages.py",
    "review/vacancy_answers.py",
    "review/worked_out.py",
    "review/young.py",
    "review/young_work.py",
    "text/beginnings.py",
    "text/boasts.py",
    "text/captions/wrapping.py",
    "text/encodings.py",
    "text/forms.py",
    "text/glossary.py",
    "text/jargon.py",
    "text/known.py",
    "text/lemmas.py",
    "text/lengths.py",
    "text/listed.py",
    "text/morphology.py",
    "text/normal.py",
    "text/own.py",
    "text/patterns.py",
    "text/post.py",
    "text/readability.py",
    "text/release.py",
    "text/release_signs.py",
    "text/slugs.py",
    "text/stemmed.py",
    "text/substance.py",
    "widgets/funnel_pattern.py",
    "widgets/neighbours.py",
    "widgets/paired_answers.py",
    "widgets/questions.py",
    "widgets/release_look.py",
    "widgets/sheet.py",
    "widgets/typed.py",
}


def found(folder: Path, source: str) -> list[Sentence]:
    (folder / "one.py").write_text(source, encoding="utf-8")
    return sentences(folder)


def test_the_four_ways_to_say_something_are_found_with_their_contexts(tmp_path):
    source = 'say("A {n}.", n=1)\nsay_many("{n} fact", "{n} facts", 3)\nsay_in("answer", "Clearance")\n'
    assert found(tmp_path, source) == [
        Sentence("one.py", "A {n}."),
        Sentence("one.py", ("{n} fact", "{n} facts")),
        Sentence("one.py", "Clearance", "answer"),
    ]


def test_a_sentence_inside_an_f_string_is_found(tmp_path):
    assert found(tmp_path, "html = f\"<b>{say('No.')}</b>\"") == [Sentence("one.py", "No.")]


def test_labels_and_choices_of_the_models_are_found_and_nothing_else_of_them(tmp_path):
    source = 'T = choices({"": say_in("role", "not chosen"), "a": "an A"})\n'
    source += 'x = label("Name", help="in full", choices=T, refers="audiences")\ny = label(info)\n'
    assert [(one.context, one.id) for one in found(tmp_path, source)] == [
        ("", "an A"),
        ("role", "not chosen"),
        ("", "Name"),
        ("", "in full"),
    ]


def test_sentences_come_in_the_order_of_their_files_and_lines(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "two.py").write_text('say("second")\n', encoding="utf-8")
    source = 'def f():\n    return say("third")\n\n\nsay("fourth")\n'
    assert [one.id for one in found(tmp_path, source)] == ["second", "third", "fourth"]
    assert [one.file for one in sentences(tmp_path)] == ["a/two.py", "one.py", "one.py"]


def literals(path: Path) -> list[str]:
    """The string literals of a file, docstrings aside."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    told = {id(one.value) for one in nodes if isinstance(one, ast.Expr)}
    return [
        one.value
        for one in nodes
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in told
    ]


def test_no_russian_stands_in_the_source_but_where_russian_is_the_matter():
    russian = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(re.search("[а-яё]", text, re.IGNORECASE) for text in literals(path))
    }
    assert russian <= RUSSIAN_IS_THE_MATTER
