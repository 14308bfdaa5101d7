"""Which photos a network holds for alike: the candidates for a closer look."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from tagger.progress import Control

LEAST = 0.8
"""Cosine of two embeddings from which a pair is worth a look. Photos and crops of them have .88 or more, the most alike
of 128 different ones .82; half have none above .52."""

MOST_EACH = 8
"""How many candidates a photo has at most, the most alike first, so that an event of a thousand like photos does not
have each compared with each."""

_DIMENSIONS = 128
_SAMPLE = 4096
_MARGIN = 0.06
_ROWS = 1024

Vectors = npt.NDArray[np.float32]


def candidates(vectors: Vectors, control: Control, least: float = LEAST) -> Iterator[tuple[int, int, float]]:
    """Pairs of rows that point in nearly the same direction, each once, with their cosine.

    They are looked for in the directions in which the vectors differ most (principal components), which is ten times
    faster than in all of them, and then measured in full.

    Args:
        vectors: One row for each photo.
        control: Cancels between two blocks.
        least: Cosine from which a pair counts.
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=np.isfinite(lengths) & (lengths > 0))
    short = _shortened(unit)
    told: set[tuple[int, int]] = set()
    for start in range(0, len(unit), _ROWS):
        control.checkpoint()
        near = short[start : start + _ROWS] @ short.T
        rows, columns = np.nonzero(near >= least - _MARGIN)
        exact = np.einsum("ij,ij->i", unit[rows + start], unit[columns]) if len(rows) < 10 * len(near) else None
        scores = near[rows, columns] if exact is None else exact
        yield from _best(rows + start, columns, scores, least, told)


def _best(
    rows: npt.NDArray[np.int64],
    columns: npt.NDArray[np.int64],
    scores: Vectors,
    least: float,
    told: set[tuple[int, int]],
) -> Iterator[tuple[int, int, float]]:
    kept = (scores >= least) & (rows != columns)
    rows, columns, scores = rows[kept], columns[kept], scores[kept]
    order = np.lexsort((-scores, rows))
    rows, columns, scores = rows[order], columns[order], scores[order]
    place = np.arange(len(rows)) - np.searchsorted(rows, rows)
    for row, column, score in zip(*(a[place < MOST_EACH].tolist() for a in (rows, columns, scores)), strict=True):
        pair = (min(row, column), max(row, column))
        if pair not in told:
            told.add(pair)
            yield *pair, score


def _shortened(unit: Vectors) -> Vectors:
    if unit.shape[1] <= _DIMENSIONS or len(unit) <= _ROWS:
        return unit
    sample = unit[:: max(1, len(unit) // _SAMPLE)]
    _u, _s, directions = np.linalg.svd(sample, full_matrices=False)
    short: Vectors = unit @ directions[:_DIMENSIONS].T
    return short
