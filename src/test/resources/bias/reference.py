"""Writes reference.json, what the tests of analysis.bias are held against.

Run with NumPy 2.4.6 and SciPy 1.17.1: python3 reference.py > reference.json
"""
import json

import numpy as np
import scipy
from scipy import stats

random = np.random.default_rng(7)


def chi_square():
    return [
        {"degrees": d, "x": x, "survival": float(stats.chi2.sf(x, d))}
        for d in (1, 2, 3, 5, 10, 43)
        for x in (0.001, 0.5, 1.0, float(d), 2.5 * d, 20.0, 150.0)
    ]


def kruskal():
    cases = []
    for groups, most in ((2, 4), (3, 6), (11, 30), (4, 1000)):
        values = random.integers(1, most + 1, 5 * groups)
        labels = np.concatenate([np.arange(groups), random.integers(0, groups, 4 * groups)])
        h, p = stats.kruskal(*[values[labels == g] for g in range(groups)])
        cases.append(
            {"values": values.tolist(), "groups": labels.tolist(), "h": float(h), "p": float(p)}
        )
    return cases


def rank_correlation():
    """Spearman over the union of two lists; what a list lacks is tied below it."""
    cases = []
    for depth_a, depth_b, pool in ((10, 10, 10), (10, 10, 14), (10, 10, 60), (5, 8, 12), (1, 1, 3)):
        for _ in range(4):
            a = random.permutation(pool)[:depth_a].tolist()
            b = random.permutation(pool)[:depth_b].tolist()
            union = sorted(set(a) | set(b))
            if len(union) == 1:
                continue
            in_a = [a.index(u) + 1 if u in a else depth_a + 1 for u in union]
            in_b = [b.index(u) + 1 if u in b else depth_b + 1 for u in union]
            cases.append({"a": a, "b": b, "rho": float(stats.spearmanr(in_a, in_b)[0])})
    return cases


def centres():
    cases = []
    for size in (1, 2, 7, 40, 41):
        values = np.sort(np.round(np.exp(random.normal(4, 2, size)) + 1, 3))
        cases.append(
            {
                "values": values.tolist(),
                "mean": float(values.mean()),
                "median": float(np.median(values)),
                "trimmed": float(stats.trim_mean(values, 0.1)),
                "log": float(stats.gmean(values)),
            }
        )
    return cases


def percentiles():
    values = np.sort(random.normal(size=37))
    return {
        "values": values.tolist(),
        "low": float(np.percentile(values, 2.5)),
        "high": float(np.percentile(values, 97.5)),
    }


def least_squares():
    """An unbalanced table, fitted with one column for every effect and sums of effects of zero."""
    asked, answered, questions = 3, 4, 9
    rows = [
        (q, a, b)
        for q in range(questions)
        for a in range(asked)
        for b in range(answered)
        if random.random() < 0.6
    ]
    ranks = [int(r) for r in np.ceil(np.exp(random.normal(3, 1.5, len(rows))))]
    columns = asked + answered + questions + 2
    design = np.zeros((len(rows), columns))
    for i, (q, a, b) in enumerate(rows):
        design[i, [0, 1 + a, 1 + asked + b, 2 + asked + answered + q]] = 1
        design[i, 1 + asked + answered] = a == b
    y = np.log(ranks)
    # Solved in the null space of the constraints, so that every sum is zero exactly.
    constraints = np.zeros((3, columns))
    constraints[0, 1 : 1 + asked] = 1
    constraints[1, 1 + asked : 1 + asked + answered] = 1
    constraints[2, 2 + asked + answered :] = 1
    space = scipy.linalg.null_space(constraints)
    solution = space @ np.linalg.lstsq(design @ space, y, rcond=None)[0]
    rest = y - design @ solution
    freedom = len(rows) - np.linalg.matrix_rank(design)
    return {
        "rows": [[q, a, b, r] for (q, a, b), r in zip(rows, ranks)],
        "mean": float(solution[0]),
        "question_language": solution[1 : 1 + asked].tolist(),
        "answer_language": solution[1 + asked : 1 + asked + answered].tolist(),
        "same_language": float(solution[1 + asked + answered]),
        "questions_sd": float(np.std(solution[2 + asked + answered :])),
        "rest_sd": float(np.sqrt(rest @ rest / freedom)),
    }


print(
    json.dumps(
        {
            "made_with": f"NumPy {np.__version__}, SciPy {scipy.__version__}",
            "chi_square": chi_square(),
            "kruskal": kruskal(),
            "rank_correlation": rank_correlation(),
            "centres": centres(),
            "percentiles": percentiles(),
            "least_squares": least_squares(),
        },
        indent=1,
    )
)
