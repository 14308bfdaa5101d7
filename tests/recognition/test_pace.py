"""When a backend may make its next call."""

from __future__ import annotations

import pytest

from tagger.errors import BackendRefused
from tagger.recognition.pace import Pace


def test_an_answer_that_comes_late_does_not_raise_the_quota_again():
    """'the quota of each answer is shown and stops the queue before it is spent'."""
    pace = Pace("mine", 0.0, None)
    pace.calling(2)
    pace.quota(1)  # of the second call
    pace.quota(2)  # of the first
    pace.called(2)
    assert pace.wait() == 0
    pace.calling(1)
    assert pace.wait() > 0, "the last one is on its way"
    pace.quota(0)
    pace.called(1)
    with pytest.raises(BackendRefused, match="quota"):
        pace.wait()


def test_a_quota_that_was_renewed_is_believed():
    pace = Pace("mine", 0.0, None)
    pace.calling(1)
    pace.quota(0)
    pace.quota(15_000)
    pace.called(1)
    assert pace.wait() == 0
