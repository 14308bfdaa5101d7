"""Settings › Backends in the real window: added by keyboard, tried with a real photo, its secrets never in a file."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from tagger.gui.backends.section import BackendsSection
from tests.backends.contract import SUBJECTS, give_secrets, hurry
from tests.backends.servers.imagerecognize import KEY, Imagerecognize
from tests.gui.window.driver import Walk
from tests.gui.window.services import NAME, VARIABLE, configured, keyed, sent, service, tab_to

__all__ = ["keyed", "service"]


async def opened(walk: Walk) -> BackendsSection:
    walk.action("backends").trigger()
    await walk.idle()
    assert walk.window.services.configuring.section.isVisible()
    return walk.window.services.configuring.section


async def add(walk: Walk, service: Imagerecognize) -> BackendsSection:
    """Add the backend with nothing but keys."""
    section = await opened(walk)
    tab_to(section.add)
    await walk.pressed("Space")
    form = section.form
    assert form.type.hasFocus()
    while form.type.currentData() != "imagerecognize":
        await walk.pressed("Down")
    tab_to(form.name)
    form.name.selectAll()
    walk.type(NAME)
    tab_to(form.url)
    walk.type(service.url)
    tab_to(form.fields["apikey"].control)
    walk.type(KEY)
    await walk.pressed("Return")
    return section


def files_below(folder: Path) -> str:
    return " ".join(path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file())


async def test_a_backend_is_added_by_keyboard_and_its_key_is_in_no_file(
    window: Walk, service: Imagerecognize, tmp_path: Path
) -> None:
    await window.idle()
    assert "stay on this machine" in window.window.privacy.text()
    section = await add(window, service)
    assert section.current == NAME
    assert window.tagger.registry.config(NAME).secrets == {"apikey": KEY}
    assert service.url in window.config.read_text()
    assert KEY not in files_below(tmp_path)
    assert window.message is not None
    assert "kept until Tagger ends" in window.message.text
    assert NAME in window.window.privacy.text()
    field = section.form.fields["apikey"].control
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    tab_to(section.change)
    await window.pressed("Space")
    assert section.form.fields["apikey"].control.text() == ""
    assert "until Tagger ends" in section.form.fields["apikey"].control.placeholderText()


async def test_the_form_says_where_a_secret_is_and_will_be(
    window: Walk, service: Imagerecognize, real_keyring: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    section = await add(window, service)
    assert window.message is None or "until Tagger ends" not in window.message.text
    assert KEY not in window.config.read_text()
    assert window.tagger.registry.config(NAME).secrets == {"apikey": KEY}
    tab_to(section.change)
    await window.pressed("Space")
    field = section.form.fields["apikey"].control
    assert isinstance(field, QLineEdit)
    assert field.placeholderText().startswith("Kept in the keyring")
    assert "keyring of this system" in window.texts(section.form)
    await window.pressed("Escape")
    monkeypatch.setenv(VARIABLE, "first")
    tab_to(section.change)
    await window.pressed("Space")
    field = section.form.fields["apikey"].control
    assert isinstance(field, QLineEdit)
    assert VARIABLE in field.placeholderText()


async def test_the_photo_of_a_trial_is_sent_after_a_press_and_its_boxes_are_shown(
    window: Walk, service: Imagerecognize
) -> None:
    section = await add(window, service)
    tab_to(section.try_)
    await window.pressed("Space")
    trial = section.trial
    assert trial.isVisible()
    assert service.url in trial.question.text()
    assert not sent(service)
    assert trial.send.hasFocus()
    await window.pressed("Space")
    assert sent(service) == 1
    assert "Apple .87" in trial.answer.text()
    assert len(trial.view.boxes) == 2
    assert window.rows(
        "SELECT count(*) FROM suggestions JOIN labels ON labels.id = label_id WHERE backend = 'mine'"
    ) == [(0,)]
    assert window.rows("SELECT backend, operation, status FROM sends") == [(NAME, "test", "answered")]
    await window.pressed("Escape")
    assert section.list.hasFocus()


async def test_a_trial_without_a_photo_sends_none_and_a_wrong_key_is_explained(
    window: Walk, service: Imagerecognize, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "wrong")
    await configured(window, service)
    section = await opened(window)
    section.choose(NAME)
    tab_to(section.try_)
    await window.pressed("Space")
    tab_to(section.trial.without)
    await window.pressed("Space")
    assert "does not know the key. Set another APIKEY." in section.trial.answer.text()
    monkeypatch.setenv(VARIABLE, KEY)
    tab_to(section.trial.without)
    await window.pressed("Space")
    assert "takes the key" in section.trial.answer.text()
    assert not sent(service)


async def test_what_is_wrong_is_said_in_the_form(window: Walk) -> None:
    section = await opened(window)
    tab_to(section.add)
    await window.pressed("Space")
    form = section.form
    form.type.setCurrentIndex(form.type.findData("imagerecognize"))
    await window.idle()
    tab_to(form.name)
    form.name.selectAll()
    window.type("No Such Name")
    await window.pressed("Return")
    assert "cannot be named" in form.error.text()
    form.name.setText(NAME)
    form.url.setText("http://example.org/")
    await window.pressed("Return")
    assert form.error.isVisible()
    assert "https" in form.error.text()
    await window.pressed("Escape")
    assert section.list.hasFocus()
    assert NAME not in [info.name for info in window.tagger.registry.list()]


async def test_a_backend_is_switched_off_and_removed(window: Walk, service: Imagerecognize, keyed: None) -> None:
    await configured(window, service)
    section = await opened(window)
    section.choose(NAME)
    section.list.setFocus()
    await window.pressed("Space")
    assert window.tagger.registry.list()[-1].enabled is False
    assert "stay on this machine" in window.window.privacy.text()
    await window.pressed("Delete")
    assert section.sure.hasFocus()
    await window.pressed("Space")
    assert NAME not in window.config.read_text()
    assert section.list.hasFocus()


async def test_every_declared_field_has_a_control_of_its_kind(window: Walk) -> None:
    section = await opened(window)
    for name, kind in window.tagger.registry.types().items():
        await window.window.services.configuring._add()
        await window.window.services.configuring._show_kind(name)
        assert list(section.form.fields) == [setting.name for setting in kind.settings]
        for setting in kind.settings:
            field = section.form.fields[setting.name]
            assert field.control.accessibleName()
            assert isinstance(field.control, QCheckBox) == isinstance(setting.default, bool)
            if not setting.secret:
                assert field.value() == setting.default
            else:
                assert isinstance(field.control, QLineEdit)
                assert field.control.echoMode() is QLineEdit.EchoMode.Password


async def test_the_menu_ticks_what_recognises(window: Walk, service: Imagerecognize, keyed: None) -> None:
    await configured(window, service)
    await window.pressed("Ctrl+Alt+B")
    menu = window.window.services.recognising.menu
    assert menu.isVisible()
    ticked = {a.objectName().partition(" ")[2]: a.isChecked() for a in menu.actions() if a.isCheckable()}
    assert ticked.keys() == {"onnx", NAME}
    assert ticked[NAME]
    window.press("Down", "Return", on=menu)
    await window.idle()
    chosen = str(window.tagger.settings.get("recognition.backends")).split()
    assert ("onnx" in chosen) is not ticked["onnx"]
    assert NAME in chosen
    assert menu.isVisible(), "more than one may be ticked"
    assert menu.activeAction().objectName() == "backend onnx"
    assert menu.activeAction().isChecked() is not ticked["onnx"]
    window.press("Space", on=menu)
    await window.idle()
    assert menu.activeAction().isChecked() is ticked["onnx"]
    mine = next(action for action in menu.actions() if action.objectName() == f"backend {NAME}")
    await window.click(menu, menu.actionGeometry(mine).center())
    assert menu.isVisible()
    assert NAME not in str(window.tagger.settings.get("recognition.backends")).split()
    window.press("Escape", on=menu)
    assert not menu.isVisible()


async def test_every_kind_of_backend_is_tried_and_its_answer_drawn_over_the_photo(
    window: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch)
    section = await opened(window)
    kinds_with_boxes = 0
    for subject in SUBJECTS:
        if subject.needs and importlib.util.find_spec(subject.needs) is None:
            continue
        give_secrets(monkeypatch, subject.secrets)
        with subject.server() as server:
            window.tagger.registry.add(NAME, subject.type, server.url, subject.options)
            await window.window.services.known.read()
            section.choose(NAME)
            section.try_.click()
            await window.idle()
            section.trial.send.click()
            await window.idle()
            assert any(label in section.trial.answer.text() for label in subject.labels), subject.id
            boxes, drawn = len(section.trial.view.boxes), section.trial.view.grab().toImage()
            assert drawn.pixelColor(drawn.rect().center()).alpha() == 255
            section.trial.view.set_suggestions([])
            assert (section.trial.view.grab().toImage() != drawn) == bool(boxes), subject.id
            kinds_with_boxes += bool(boxes)
            await window.pressed("Escape")
            window.tagger.registry.remove(NAME)
    assert kinds_with_boxes >= 6
