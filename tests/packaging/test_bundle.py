"""What a bundle of the program must hold that nothing imports, and what is said of the libraries in it."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SPEC = (CHECKOUT / "packaging" / "tagger.spec").read_text("utf-8")
NOTICES = (CHECKOUT / "resources" / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
LIBRARIES = (CHECKOUT / "tagger" / "gui" / "help" / "libraries.py").read_text("utf-8")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def dependencies() -> set[str]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    found = (re.match(r"[A-Za-z0-9._-]+", each) for each in project["dependencies"])
    return {plain(each[0]) for each in found if each}


def listed(name: str, text: str) -> set[str]:
    """The names in a constant of a module that is not imported."""
    (value,) = (
        node.value
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name
    )
    found = ast.literal_eval(value)
    return set(found.split() if isinstance(found, str) else found)


@pytest.mark.parametrize("name", ["NATIVE", "LAZY"])
def test_packages_that_are_collected_whole_are_there(name: str) -> None:
    packages = listed(name, SPEC)
    assert packages
    assert [each for each in sorted(packages) if importlib.util.find_spec(each) is None] == []


def test_libraries_with_files_beside_them_are_collected() -> None:
    """A wheel with a folder of libraries, or with extensions that are no part of a package that is imported."""
    assert {"pi_heif", "pillow_jxl", "pyexiv2", "rawpy", "watchfiles", "onnxruntime"} <= listed("NATIVE", SPEC)
    assert "skimage" in listed("LAZY", SPEC)
    assert re.search(r'collect_data_files\("qtawesome", include_py_files=True, includes=\[.*"fonts/\*"\]\)', SPEC)


def test_every_dependency_has_its_notice() -> None:
    section = NOTICES.partition("## Libraries")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| \[([^\]]+)\]\([^)]*\) \| ([^|]*) \|", section, flags=re.MULTILINE)
    assert dependencies() <= {plain(name) for name, _licence in rows}
    assert [name for name, licence in rows if not licence.strip()] == []


def test_a_checkout_without_metadata_names_the_same_libraries() -> None:
    assert {plain(each) for each in listed("_ALWAYS", LIBRARIES)} == dependencies()


@pytest.mark.skipif(os.name == "nt", reason="this is a program for a POSIX shell")
def test_the_script_needs_no_environment_to_tell_what_it_does(tmp_path: Path) -> None:
    script = CHECKOUT / "packaging" / "bundle"
    done = subprocess.run([str(script), "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0
    assert "packaging/bundle" in done.stdout
