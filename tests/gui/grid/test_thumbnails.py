from __future__ import annotations

import threading

import pytest

from tagger.errors import PhotoError
from tagger.gui.grid.thumbnails import ThumbnailLoader, decoded, in_order
from tests.gui.grid.photos import jpeg

PICTURE = jpeg(512, 384)


class Source:
    """Thumbnails that can be held back, and the order they were asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.open = threading.Event()
        self.open.set()
        self.threads: set[int] = set()

    def load(self, photo_id):
        self.asked.append(photo_id)
        self.threads.add(threading.get_ident())
        assert self.open.wait(10)
        return PICTURE


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def make(qtbot):
    made = []

    def build(load, **more):
        made.append(ThumbnailLoader(load, **more))
        return made[-1]

    yield build
    for each in made:
        each.stop()
    assert not [each for each in threading.enumerate() if each.name.startswith("thumbnail")]


def known(loader, photo_id, side_px=100):
    pixmap = loader.find(photo_id, side_px)
    return pixmap is not None


def test_what_is_wanted_is_loaded_in_order_in_other_threads(qtbot, make, source):
    loader = make(source.load, threads=1)
    loader.want(in_order([5, 6], [7, 8], [3, 4]), 100)
    assert loader.find(5, 100) is None
    qtbot.waitUntil(lambda: known(loader, 3))
    assert source.asked == [5, 6, 7, 8, 4, 3]
    assert threading.get_ident() not in source.threads
    assert (loader.find(5, 100).width(), loader.find(5, 100).height()) == (100, 75)


def test_wanting_something_else_cancels_what_waits(qtbot, make, source):
    source.open.clear()
    loader = make(source.load, threads=1)
    loader.want(range(1000), 100)
    qtbot.waitUntil(lambda: source.asked == [0])
    loader.want([5000, 5001], 100)
    qtbot.wait(60)
    source.open.set()
    qtbot.waitUntil(lambda: known(loader, 5001))
    assert source.asked == [0, 5000, 5001]


def test_many_wishes_within_the_debounce_load_only_the_last(qtbot, make, source):
    loader = make(source.load)
    for photo_id in range(50):
        loader.want([photo_id], 100)
    qtbot.waitUntil(lambda: known(loader, 49))
    assert source.asked == [49]


def test_scrolling_on_and_on_still_loads(qtbot, make, source):
    loader = make(source.load)
    for turn in range(20):
        loader.want([turn], 100)
        qtbot.wait(10)
    assert len(source.asked) >= 3


def test_a_result_from_before_it_was_forgotten_is_dropped(qtbot, make, source):
    source.open.clear()
    loader = make(source.load, threads=1)
    loader.want([1, 2], 100)
    qtbot.waitUntil(lambda: source.asked == [1])
    loader.forget([1])
    source.open.set()
    qtbot.waitUntil(lambda: known(loader, 2))
    assert not known(loader, 1)
    loader.want([1], 100)
    qtbot.waitUntil(lambda: known(loader, 1))


def test_there_is_none_is_remembered(qtbot, make):
    asked = []
    loader = make(asked.append)
    with qtbot.waitSignal(loader.ready) as ready:
        loader.want([1], 100)
    assert ready.args == [[1]]
    assert loader.find(1, 100).isNull()
    loader.want([1], 100)
    qtbot.wait(60)
    assert asked == [1]


def test_a_photo_that_cannot_be_read_has_no_thumbnail(qtbot, make):
    def load(photo_id):
        raise PhotoError("broken")

    loader = make(load)
    loader.want([1], 100)
    qtbot.waitUntil(lambda: known(loader, 1))
    assert loader.find(1, 100).isNull()


def test_a_bug_is_reported_once_and_the_rest_goes_on(qtbot, make, monkeypatch):
    reported = []
    monkeypatch.setattr("sys.excepthook", lambda *report: reported.append(report[0]))

    def load(photo_id):
        if photo_id < 3:
            raise ZeroDivisionError
        return PICTURE

    loader = make(load)
    loader.want(range(5), 100)
    qtbot.waitUntil(lambda: known(loader, 4))
    assert not loader.find(4, 100).isNull()
    assert reported == [ZeroDivisionError]


def test_the_cache_stays_within_its_bytes_and_drops_the_longest_unused(qtbot, make, source):
    one = 100 * 75 * 4
    loader = make(source.load, budget_bytes=10 * one, threads=1)
    loader.want(range(10), 100)
    qtbot.waitUntil(lambda: known(loader, 9))
    assert known(loader, 0)  # used now, so 1 is the oldest
    loader.want([10], 100)
    qtbot.waitUntil(lambda: known(loader, 10))
    assert loader.used_bytes == 10 * one
    assert known(loader, 0)
    assert not known(loader, 1)


def test_another_size_stands_in_until_the_right_one_is_here(qtbot, make, source):
    loader = make(source.load)
    loader.want([1], 100)
    qtbot.waitUntil(lambda: known(loader, 1))
    assert loader.find(1, 200).width() == 100
    loader.want([1], 200)
    qtbot.waitUntil(lambda: loader.find(1, 200).width() == 200)
    loader.want([1], 2000)  # nothing larger is stored
    qtbot.waitUntil(lambda: loader.find(1, 2000).width() == 512)


# Qt says what is wrong with a broken JPEG; that is what it should do.
@pytest.mark.qt_log_ignore("^(Invalid JPEG|Corrupt JPEG|Not a JPEG|Unsupported|JPEG datastream)", extend=True)
@pytest.mark.parametrize("content", [b"", None, b"no picture", PICTURE[:200], b"\xff\xd8" + b"\0" * 5000])
def test_broken_bytes_decode_to_nothing(qapp, content):
    assert decoded(content, 100).isNull()


@pytest.mark.parametrize(("width", "height"), [(512, 1), (1, 512), (60, 40), (512, 512)])
def test_decoding_keeps_the_shape_and_never_enlarges(qapp, width, height):
    image = decoded(jpeg(width, height), 100)
    assert max(image.width(), image.height()) == min(100, max(width, height))
    assert min(image.width(), image.height()) >= 1


def test_stop_while_loading_waits_for_the_threads(qtbot, source):
    loader = ThumbnailLoader(source.load)
    loader.want(range(1000), 100)
    qtbot.waitUntil(lambda: len(source.asked) > 3)
    loader.stop()
    count = len(source.asked)
    qtbot.wait(30)
    assert len(source.asked) == count < 1000
    assert not [each for each in threading.enumerate() if each.name.startswith("thumbnail")]
