"""Is the plan's own file the only export that carries what stays inside, and does its schema describe it?"""

import io
import json
import zipfile
from importlib import import_module

import jsonschema
import pytest
from whole_plans import INSIDE, OUTSIDE, marked, of, told

from promplan.export import plan_json, plan_schema
from promplan.export.formats import FORMATS
from promplan.plan import Plan
from promplan.plan.codec import dumps, loads

OWN = {"json"}  # carries answers, predictions, attempts


def is_there(module: str) -> bool:
    try:
        import_module(module.partition(":")[0])
    except ModuleNotFoundError:
        return False
    return True


OF_A_PLAN = "promplan.export.plan_"  # the others are papers for one purpose: a consent names whoever signs it
STANDING = [one for one in FORMATS.values() if one.maker.startswith(OF_A_PLAN) and is_there(one.maker)]


def everything(data: bytes) -> bytes:
    """The bytes of a file, of a packed one those of its parts."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return b"".join(packed.read(one) for one in packed.namelist())


@pytest.mark.parametrize("one", [it for it in STANDING if it.id not in OWN], ids=lambda one: one.id)
def test_what_stays_inside_is_in_no_other_export(one):
    found = everything(one.make(marked()))
    assert INSIDE.encode() not in found and INSIDE.encode("utf-16-be") not in found


@pytest.mark.parametrize("id_", ["html", "md", "xlsx"])
def test_what_does_not_is_in_it(id_):
    assert OUTSIDE.encode() in everything(FORMATS[id_].make(marked()))


def test_the_plan_itself_comes_back_with_all_that_is_in_it():
    data = plan_json.made(marked())
    assert INSIDE.encode() in data and loads(data) == marked().plan and plan_json.is_ours(data)
    assert data == dumps(marked().plan)
    assert not plan_json.is_ours(b"{}x") and not plan_json.is_ours(b"[]")


@pytest.mark.parametrize(
    "plan", [told("09-quarter", "en"), told("08-solved", "ru"), of(Plan())], ids=["full", "ru", "empty"]
)
def test_the_schema_describes_every_plan(plan):
    schema = json.loads(plan_schema.made(plan))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(plan_json.made(plan)), schema)
    broken = json.loads(plan_json.made(plan)) | {"unknown": 1}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_the_schema_is_known_again():
    assert plan_schema.is_ours(plan_schema.made(of(Plan())))
    assert not plan_schema.is_ours(b"{}") and not plan_schema.is_ours(plan_json.made(of(Plan())))
