"""Writes expected.json with NumPy: what language erasure and the principal map are to give. Run: python3 expected.py"""

import json

import numpy as np

rng = np.random.default_rng(7)
langs = ["en", "th", "de", "th", "en", "de"] * 4
offsets = {"en": [1, 0, 0, 0.2, 0], "th": [0, 1.5, 0, 0, 0.1], "de": [0.8, 0.1, 0, 0.5, 0]}
x = rng.normal(size=(len(langs), 5)) * 0.5 + np.array([offsets[lang] for lang in langs])
x = (x / np.linalg.norm(x, axis=1, keepdims=True)).astype(np.float32).astype(np.float64)
of = {lang: np.array([i for i, each in enumerate(langs) if each == lang]) for lang in offsets}


def unit(v):
    return (v / np.linalg.norm(v, axis=1, keepdims=True)).round(6).tolist()


def centring():
    y = x.copy()
    for rows in of.values():
        y[rows] -= x[rows].mean(axis=0)
    return unit(y)


def shared(k):
    means = np.array([x[rows].mean(axis=0) for rows in of.values()])
    directions = np.linalg.svd(means - means.mean(axis=0))[2][:k]
    return unit(x - x @ directions.T @ directions)


def own(k):
    y = x.copy()
    for rows in of.values():
        directions = np.linalg.svd(x[rows])[2][:k]
        y[rows] -= x[rows] @ directions.T @ directions
    return unit(y)


centred = x - x.mean(axis=0)
_, s, axes = np.linalg.svd(centred)
axes = axes[:2] * np.sign(axes[:2][np.arange(2), np.abs(axes[:2]).argmax(axis=1)])[:, None]
between = sum(len(r) * ((x[r].mean(axis=0) - x.mean(axis=0)) ** 2).sum() for r in of.values())
json.dump(
    {
        "numpy": np.__version__,
        "langs": langs,
        "vectors": x.round(9).tolist(),
        "centring": centring(),
        "shared1": shared(1),
        "shared2": shared(2),
        "own1": own(1),
        "own2": own(2),
        "map": (centred @ axes.T).round(6).tolist(),
        "explained": (s[:2] ** 2 / (s**2).sum()).round(6).tolist(),
        "explainedByLanguage": round(between / (centred**2).sum(), 6),
    },
    open("expected.json", "w"),
)
