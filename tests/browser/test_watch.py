"""A page that never answers ends its test, and the next one gets another Chromium."""

import pytest
from browser.chromium import watched


def test_a_page_that_hangs_is_ended_and_the_next_test_finds_a_browser(chromium):
    page = chromium.context.new_page()
    with watched(2), pytest.raises(Exception, match=r"closed|crashed"):
        page.evaluate("() => { for (;;); }")
    again = chromium.context.new_page()
    assert again.evaluate("() => 6 * 7") == 42
    again.close()
