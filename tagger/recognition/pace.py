"""When a backend may make its next call: its rests, its rate, its quota, and when it is no use to go on."""

from __future__ import annotations

import random
import time

from tagger.errors import BackendError, BackendRefused, OutcomeUnknown, RetryLater, ServiceFault, ServiceUnreachable

MOST_LOST = 5
"""Answers lost in a row after which nothing more is sent: each may have been charged."""
MOST_FAULTS = 3
"""Faults in a row after which the whole backend rests, not only the photo that met the fault."""
FIRST_REST_S, LONGEST_REST_S = 1.0, 60.0
LEAST_TROUBLES = 6
_JITTER = 0.25


class Pace:
    """Of one backend in one run."""

    def __init__(self, name: str, seconds_between: float, patience_s: float | None) -> None:
        """Start without any trouble.

        Args:
            name: The backend's, for messages.
            seconds_between: Least time between two calls.
            patience_s: How long nothing but trouble is borne; None for as long as the user does.
        """
        self._name = name
        self._between = seconds_between
        self._patience_s = patience_s
        self._rest_until = self._next_call = self._trouble_since = 0.0
        self._troubles = self._lost = 0
        self._under_way = 0
        self._left: int | None = None

    def wait(self) -> float:
        """Seconds until another call may be made; 0 for now.

        Raises:
            BackendRefused: the quota is spent.
        """
        now = time.monotonic()
        if self._left is not None and self._left <= self._under_way:
            if not self._under_way:
                raise BackendRefused(f"The quota of {self._name} is spent.", "Buy more, or wait until it is renewed.")
            return 0.05
        return max(self._rest_until - now, self._next_call - now, 0.0)

    def calling(self, calls: int) -> None:
        """So many photos are being sent."""
        self._under_way += calls
        self._next_call = max(self._next_call, time.monotonic()) + self._between

    def called(self, calls: int) -> None:
        """They are not any more."""
        self._under_way -= calls

    def quota(self, remaining: int) -> None:
        """The service said how many calls are left; answers of calls side by side may come in another order."""
        if self._left is None or remaining < self._left or remaining > self._left + self._under_way:
            self._left = remaining

    def well(self) -> None:
        """The service answered as it should."""
        self._troubles = self._lost = 0

    def troubled(self, error: BackendError) -> BackendError | None:
        """Take in what went wrong, and rest for it; returns why nothing more shall be sent, if so."""
        if isinstance(error, BackendRefused):
            return error
        if isinstance(error, OutcomeUnknown):
            self._lost += 1
            if self._lost >= MOST_LOST:
                return BackendRefused(
                    f"{self._lost} answers in a row were lost, and each may have been charged.",
                    f"Try {self._name} with one photo, then go on.",
                )
            return None
        return self._rest(error) if isinstance(error, RetryLater) else None

    def _rest(self, error: RetryLater) -> BackendError | None:
        now = time.monotonic()
        if now < self._rest_until:  # calls that were made side by side meet the same trouble
            self._rest_until = max(self._rest_until, now + _asked(error))
            return None
        self._trouble_since = self._trouble_since if self._troubles else now
        self._troubles += 1
        if self._gives_up(now):
            return BackendError(f"{error} It was tried {self._troubles} times.", "What is left stays queued.")
        if not isinstance(error, ServiceFault) or self._troubles >= MOST_FAULTS:
            self._rest_until = now + self.rest_s(error)
        return None

    def rest_s(self, error: RetryLater) -> float:
        """How long to wait before the next try: what the service asked for, or longer each time; never all at once."""
        grown = min(FIRST_REST_S * 2 ** min(max(self._troubles - 1, 0), 10), LONGEST_REST_S)
        seconds = grown if isinstance(error, ServiceUnreachable) else max(_asked(error), 0.0)
        return seconds + random.uniform(0.0, _JITTER * min(seconds, 20.0))  # noqa: S311 - no secret

    def _gives_up(self, now: float) -> bool:
        patience = self._patience_s
        return patience is not None and self._troubles >= LEAST_TROUBLES and now - self._trouble_since > patience


def _asked(error: RetryLater) -> float:
    return 0.0 if isinstance(error, ServiceUnreachable) else error.after_s
