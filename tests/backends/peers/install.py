"""Installs the servers of others that the backends are tested against, each in an environment of its own.

Usage: python tests/backends/peers/install.py     (400 MB from the package index into .peers; a minute or two)
       packaging/test -m peers

They cannot live in the environment of the tests: what they depend on excludes each other. Without them these tests are
skipped. The stand-in for Amazon (moto) is small enough to come with the tests.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.backends.peers.servers import PEERS, python_of

NEEDED = {
    "mlserver": ("mlserver==1.7.1", "onnxruntime>=1.20"),
    "litserve": ("litserve==0.2.19", "pillow>=12"),
}


def main() -> None:
    """Make or complete the environments."""
    for name, packages in NEEDED.items():
        if not python_of(name).exists():
            venv.create(PEERS / name, with_pip=True)
        subprocess.run([python_of(name), "-m", "pip", "install", "--quiet", *packages], check=True)


if __name__ == "__main__":
    main()
