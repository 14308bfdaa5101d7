"""The house every test lives in: its own home, no screen, and nothing left running when it ends.

A test fails on noise as well: an unexpected warning of Python (``filterwarnings`` in pyproject.toml), an unexpected
message of Qt (``qt_log_level_fail`` there), a log record of WARNING or above (`logged` is the way out), and on whatever
it leaves behind (`leaks`).
"""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parents[1]
# Before anything imports Qt, which reads these once.
os.environ["QT_API"] = "pyside6"
# The screen of the offscreen platform is too narrow for panels beside photos. A path with a colon cannot be told to Qt.
_SCREEN = Path(__file__).with_name("screen.json")
_OFFSCREEN = "offscreen" if ":" in str(_SCREEN) else f"offscreen:configfile={_SCREEN}"
os.environ["QT_QPA_PLATFORM"] = os.environ.get("TAGGER_TEST_PLATFORM", _OFFSCREEN)
# Programs that tests start find the checkout, installed or not.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(CHECKOUT), os.environ.get("PYTHONPATH")]))

from PySide6.QtCore import QSettings, QTimer  # noqa: E402
from qasync import QEventLoop  # noqa: E402

from tests import leaks, noise  # noqa: E402

T = TypeVar("T")
RUN_ASYNC_LIMIT_S = 60.0

settings.register_profile(
    "house", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


def use_home(home: Path) -> None:
    """Point every variable that leads to a user's folders below ``home``, and forget the user's settings of Tagger."""
    for name in [name for name in os.environ if name.startswith("TAGGER_") and not name.startswith("TAGGER_TEST_")]:
        del os.environ[name]
    home.mkdir(parents=True, exist_ok=True)
    runtime = home / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    places = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "AppData" / "Roaming",
        "LOCALAPPDATA": home / "AppData" / "Local",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_RUNTIME_DIR": runtime,
    }
    os.environ.update({name: str(place) for name, place in places.items()})
    # The keyring of whoever runs the tests is none of their business.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"


def pytest_configure(config: pytest.Config) -> None:
    """Leave the user's home before any module is collected."""
    home = Path(tempfile.mkdtemp(prefix="tagger-test-home-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    use_home(home)
    noise.install()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Two more than there are processors: more than half of the time of a test with a window is waiting."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    return (os.cpu_count() or 1) + 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs Qt, so that ``-m 'not gui'`` is always right."""
    for item in items:
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker("gui")


def pytest_collection_finish() -> None:
    """Nothing made until now can be a leak of a test: keep it out of the search, and out of every collection."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin to listen before the first fixture."""
    noise.start()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail the test for what it said or left behind, after its last fixture ended."""
    result = yield
    complaints = noise.complaints()
    if leaks.BEFORE in item.stash:
        complaints += leaks.since(item.stash[leaks.BEFORE], gui=item.get_closest_marker("gui") is not None)
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Any:
    """Collect what a test with Qt leaves in this thread, as the window does: Qt crashes where a worker does it."""
    if item.get_closest_marker("gui") is None:
        return (yield)
    gc.disable()
    loaded = len(sys.modules)
    try:
        return (yield)
    finally:
        gc.collect()
        if len(sys.modules) > loaded:  # they stay: out of every later search and collection
            gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty home of the test's own; where its library, configuration and cache would be."""
    before = dict(os.environ)
    home = tmp_path_factory.mktemp("home")
    use_home(home)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(home / ".config"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home / ".config"))
    # Fixtures of a wider scope ran before this one: what they started is theirs to end.
    request.node.stash[leaks.BEFORE] = leaks.Running.now()
    yield home
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of test photos, annotations and models beside the checkout."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the test photos (../shared) are not on this machine")
    return folder


@pytest.fixture
def logged() -> list[Any]:
    """Log records of WARNING and above; a test that takes this expects them and looks at them itself."""
    return noise.expect()


@pytest.fixture
def run_async() -> Iterator[Callable[[Awaitable[T]], T]]:
    """Runs a coroutine on a fresh loop, as ``run_async(coroutine())``; it fails on a task that is left running."""
    with asyncio.Runner() as runner:

        async def limited(coroutine: Awaitable[T]) -> T:
            async with asyncio.timeout(RUN_ASYNC_LIMIT_S):
                return await coroutine

        def run(coroutine: Awaitable[T]) -> T:
            return runner.run(limited(coroutine))

        yield run
        leaks.refuse_tasks(runner.get_loop())


@pytest.fixture
def qloop(qapp: Any) -> Iterator[QEventLoop]:
    """An asyncio loop that runs while Qt's does, as in ``qtbot.waitUntil``; start work with ``qloop.create_task``."""
    loop = QEventLoop(qapp, already_running=True)
    asyncio.set_event_loop(loop)
    yield loop
    try:
        leaks.refuse_tasks(loop)
    finally:
        loop.stop()
        # stop() told the application to exit, which would end every wait of later tests at once: let one loop take it.
        QTimer.singleShot(0, qapp.quit)
        qapp.exec()
        asyncio.events._set_running_loop(None)
        loop.close()
        leaks.let_go(loop)
        asyncio.set_event_loop(None)


@pytest.fixture
def real_keyring(tmp_path: Path) -> Iterator[None]:
    """The real package with a real keyring of this test's own, a file."""
    keyring = pytest.importorskip("keyring")
    backend = pytest.importorskip("keyrings.alt.file").PlaintextKeyring()
    backend.file_path = str(tmp_path / "keyring" / "pass.cfg")
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    yield
    keyring.set_keyring(before)
