"""Whatever bytes a zip holds: does collecting end, write inside the workshop alone, and tell of every member?"""

import tempfile
from pathlib import Path

from cohort.handing import collected, packed, raw, text, workshop, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promplan.cohort.archive import Archive
from promplan.cohort.arrange import arrange
from promplan.cohort.entry import Rejected
from promplan.cohort.folder import Workshop
from promplan.cohort.walk import head_of

WORDS = (
    "a Дуга .. . C: __MACOSX plan-files posters x.png x.html plan-backups media-plan.json Media-Plan.json x.zip x.docx"
)
ODD = ["CON", ".DS_Store", "\x1b[2J", "\u202e", "n" * 1100, "", "0" * 64, "\0", "Timur Bolt_7_assignsubmission_file_"]
PARTS = st.sampled_from([*WORDS.split(), *ODD, "Default group_assignsubmission_file"])
NAMES = st.lists(PARTS, min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from(["/".join(parts), "\\".join(parts)])
)
RAW_NAMES = NAMES.map(str.encode) | NAMES.map(lambda it: it.encode("cp866", "replace")) | st.binary(max_size=30)
DATA = st.sampled_from(
    [b"", text(), text("Valve", 2), text()[:50], b"{}", b"\x89PNG\r\n", zipped(("media-plan.json", text()))]
)
MEMBERS = st.lists(st.tuples(RAW_NAMES, DATA | st.binary(max_size=60)), max_size=9)
FAST = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def ends_well(data: bytes) -> None:
    """Collect; everything that was made lies in the workshop, and something was said."""
    with tempfile.TemporaryDirectory() as home:
        shop = workshop(Path(home))
        done = collected(shop, "x.zip", data)
        assert done.register.taken or done.register.refused
        assert {one.name for one in Path(home).iterdir()} == {"workshop", "came"}
        assert [one.name for one in (Path(home) / "came").iterdir()] == ["x.zip"]
        assert {one.name for one in shop.root.iterdir()} <= {
            "cohort.json", "submissions", "collected", "collected.json", ".collecting",
        }  # fmt: skip
        assert [one.name for one in shop.submissions.iterdir()] == ["x.zip"]
        assert (shop.submissions / "x.zip").read_bytes() == data
        assert [one.name for one in (shop.root / ".collecting").iterdir()] == ["lock"]
        assert not any(one.is_symlink() for one in shop.root.rglob("*"))
        _told(shop, data)


def _told(shop: Workshop, data: bytes) -> None:
    """Every member stands in one place, and each place is told: a plan, beside a plan, a note, or a reason."""
    with (shop.submissions / "x.zip").open("rb") as stream:
        try:
            archive = Archive(stream)
        except Rejected:
            return
        units = arrange(archive.entries, lambda one: head_of(archive, one), one_of_one=True)
        found = [one.key for unit in units for one in unit.troubled + unit.zips + unit.system]
        found += [one.key for unit in units for one, _ in unit.other]
        for plan in (plan for unit in units for plan in unit.plans):
            found += [plan.plan.key, *(it.key for it in [*plan.files.values(), *plan.made.values()])]
        assert sorted(map(id, found)) == sorted(id(one.key) for one in archive.entries)


@FAST
@given(MEMBERS, st.sampled_from([0, 0x800, 0x1, 0x8]), st.sampled_from([0, 0o120777, 0o100644, 0o040755]))
def test_any_members_under_any_names(members, flags, attributes):
    ends_well(raw(members, flags=flags, attributes=attributes))


@FAST
@given(st.data())
def test_an_honest_hand_in_with_some_bytes_changed(data):
    good = bytearray(HAND_IN)
    for _ in range(data.draw(st.integers(1, 6))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    ends_well(bytes(good))


@FAST
@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_at_all(data, like_a_zip):
    ends_well(b"PK\x03\x04" + data if like_a_zip else data)


with tempfile.TemporaryDirectory() as _home:
    HAND_IN = packed(Path(_home))
