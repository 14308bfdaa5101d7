"""From the classifier's probabilities to words.

A softmax over 1,000 leaves is a poor keyword list: a street is a bit of taxi, a bit of minibus and a bit of traffic
light. Added up over groups of leaves it becomes usable; a single leaf is said only where it is likelier than all others
together.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tagger.backends.onnx.images import Floats
from tagger.backends.onnx.vocabulary import ClassifierWords, classifier_words
from tagger.entities import Detection, LabelKind


class Keywords:
    """The words of the classifier, ready to be summed.

    Args:
        words: Groups and leaves.
        floor: A group is not said below this sum, however low its own threshold is.
        leaf_floor: A leaf is not said below this probability.
    """

    def __init__(
        self, words: ClassifierWords | None = None, *, floor: float = 0.0, leaf_floor: float | None = None
    ) -> None:
        self._words = words or classifier_words()
        self._floor = floor
        self._leaf_floor = self._words.leaf_suggest if leaf_floor is None else leaf_floor
        self._leaves: list[npt.NDArray[np.intp]] = [np.array(group.leaves, np.intp) for group in self._words.groups]

    def say(self, probabilities: Floats) -> list[Detection]:
        """Groups and leaves that are likely enough, as detections without a box.

        Args:
            probabilities: One for each leaf, adding up to 1.
        """
        return [*self._groups(probabilities), *self._single_leaves(probabilities)]

    def _groups(self, probabilities: Floats) -> list[Detection]:
        found = []
        for group, leaves in zip(self._words.groups, self._leaves, strict=True):
            members = probabilities[leaves]
            total = min(float(members.sum()), 1.0)
            if total >= max(group.suggest, self._floor) and float(members.max()) >= group.min_leaf:
                found.append(Detection(group.label, total, LabelKind.SCENE))
        return found

    def _single_leaves(self, probabilities: Floats) -> list[Detection]:
        likely = np.flatnonzero(probabilities >= self._leaf_floor)
        words = ((self._words.leaves[i], float(probabilities[i])) for i in likely)
        return [Detection(word, probability, LabelKind.OBJECT) for word, probability in words if word is not None]
