"""A plan from elsewhere may hold anything as its case: does the review read it, and say it to nobody?"""

import pytest
from filled import filled

from promplan.review import check

CASES = ["x" * 200, "a" * 256, "../../../etc", "/etc/passwd", "a\x00b", "nul", "blank"]


@pytest.mark.parametrize("case", CASES)
def test_a_case_that_is_none_raises_nothing_and_is_not_quoted(case):
    plan = filled(lambda name, kept: "wordless")
    plan.meta.case = case
    told = "\n".join(map(str, check(plan)))
    assert case not in told or case in ("blank", "nul")
