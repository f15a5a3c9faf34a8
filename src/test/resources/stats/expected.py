"""Writes scipy.json beside it: what SciPy says of the data that the tests of analysis.stats use.

python3 expected.py     (made with SciPy 1.17.1 and NumPy 2.4.6)
"""
import json, os
import numpy as np
import scipy
from scipy import stats

RESAMPLES = 200_000
darwin = np.array([49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48.0])
skewed = np.array([(k * k * k % 101) ** 3 / 1e4 for k in range(1, 26)])


def bca(data, statistic, **more):
    found = stats.bootstrap(
        (data,), statistic, method="BCa", n_resamples=RESAMPLES, batch=500, rng=1, **more)
    return {
        "estimate": float(statistic(data)),
        "low": float(found.confidence_interval.low),
        "high": float(found.confidence_interval.high),
        "standardError": float(found.standard_error),
    }


# Uneven cells, as PairedComparisonTest writes them: 40 clusters, 3 languages, a question missing here and there.
K, L = 40, 3


def score(run, k, q, a):
    return ((k * 7919 + (q * L + a) * 104729 + run * 1299709 + k * k * (run + 1)) % 1000) / 1000


has = np.array([[(k + l) % 5 != 0 for l in range(L)] for k in range(K)])
cells = [(q, a) for q in range(L) for a in range(L) if q != a]
count = np.array([[has[k, q] and has[k, a] for q, a in cells] for k in range(K)], float)
sums = [np.array([[score(r, k, q, a) for q, a in cells] for k in range(K)]) * count for r in (0, 1)]


def macro(run):
    return lambda ks: float(np.mean(sums[run][ks].sum(0) / count[ks].sum(0)))


def difference(ks):
    return macro(0)(ks) - macro(1)(ks)


def exact(data):
    return float(stats.permutation_test(
        (data,), lambda x, axis: np.sum(x, axis=axis), permutation_type="samples",
        n_resamples=np.inf, vectorized=True).pvalue)


clusters = np.arange(K)
result = {
    "scipy": scipy.__version__,
    "numpy": np.__version__,
    "resamples": RESAMPLES,
    "darwinExactP": exact(darwin),
    "darwin": bca(darwin, np.mean),
    "skewed": bca(skewed, np.mean),
    "macroA": bca(clusters, macro(0), vectorized=False),
    "macroB": bca(clusters, macro(1), vectorized=False),
    "macroDifference": bca(clusters, difference, vectorized=False),
    "darwinT": {
        "p": float(stats.ttest_1samp(darwin, 0).pvalue),
        "low": float(stats.ttest_1samp(darwin, 0).confidence_interval().low),
        "high": float(stats.ttest_1samp(darwin, 0).confidence_interval().high),
    },
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "scipy.json"), "w") as out:
    json.dump(result, out, indent=2)
    out.write("\n")
