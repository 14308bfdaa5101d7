from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from typing import Any

from tagger.gui.tasks import TaskSet

Run = Callable[[Awaitable[Any]], Any]


def test_an_error_is_reported_at_once(run_async: Run) -> None:
    errors: list[BaseException] = []

    async def fail() -> None:
        raise LookupError("lost")

    async def main() -> None:
        TaskSet(errors.append).start(fail())
        await asyncio.sleep(0.01)

    run_async(main())
    assert [str(error) for error in errors] == ["lost"]


def test_a_task_that_nobody_holds_goes_on(run_async: Run) -> None:
    ended: list[str] = []

    async def wait(future: asyncio.Future[None]) -> None:
        await future
        ended.append("yes")

    async def main() -> None:
        tasks = TaskSet(lambda _error: None)
        future = asyncio.get_running_loop().create_future()
        tasks.start(wait(future))
        await asyncio.sleep(0)
        gc.collect()
        future.set_result(None)
        await asyncio.sleep(0.01)

    run_async(main())
    assert ended == ["yes"]


def test_cancelling_waits_until_all_have_ended_those_started_meanwhile_too(run_async: Run) -> None:
    errors: list[BaseException] = []
    ended: list[str] = []

    async def main() -> None:
        tasks = TaskSet(errors.append)

        async def slow(name: str) -> None:
            try:
                await asyncio.sleep(60)
            finally:
                await asyncio.sleep(0.01)
                if name == "first":
                    tasks.start(slow("second"))
                    await asyncio.sleep(0)
                ended.append(name)

        tasks.start(slow("first"))
        await asyncio.sleep(0)
        await tasks.cancel_all()
        assert len(asyncio.all_tasks()) == 1

    run_async(main())
    assert sorted(ended) == ["first", "second"]
    assert errors == [], "to be cancelled is no error"


def test_what_starts_after_the_end_never_begins(run_async: Run) -> None:
    begun: list[str] = []
    errors: list[BaseException] = []

    async def late() -> None:
        begun.append("late")
        raise RuntimeError("cannot schedule new futures after shutdown")

    async def main() -> None:
        tasks = TaskSet(errors.append)
        await tasks.close()
        tasks.start(late())
        await asyncio.sleep(0.01)

    run_async(main())
    assert (begun, errors) == ([], [])
