"""The parts of the window, by area. A new part is one line in the file of its area."""

from tagger.gui.parts.frame import Frame
from tagger.gui.parts.library import LibraryParts
from tagger.gui.parts.photos import PhotoParts
from tagger.gui.parts.program import ProgramParts
from tagger.gui.parts.services import ServiceParts

__all__ = ["Frame", "LibraryParts", "PhotoParts", "ProgramParts", "ServiceParts"]
