"""The queue of what is to be decided, forwards and backwards."""

from __future__ import annotations

from tests.gui.window.driver import Walk


async def test_space_walks_on_to_what_is_undecided_and_shift_space_back(window: Walk) -> None:
    await window.pressed("Ctrl+E")
    await window.pressed("Return")
    window.press("Space")
    await window.idle()
    seen = [window.current()]
    for _number in range(12):
        await window.pressed("Space")
        seen.append(window.current())
    assert None not in seen
    assert len(set(seen)) == len(seen)
    back = []
    for _number in range(12):
        await window.pressed("Shift+Space")
        back.append(window.current())
    assert back == seen[-2::-1]


async def test_going_back_passes_over_what_was_decided(window: Walk) -> None:
    await window.pressed("Ctrl+E")
    await window.pressed("Return")
    await window.pressed("Space")
    await window.pressed("Space")
    decided = window.current()
    await window.pressed("P")
    for _number in range(3):
        await window.pressed("Shift+Space")
        assert window.current() not in (decided, None)
    assert list(window.decided()) == [decided]
