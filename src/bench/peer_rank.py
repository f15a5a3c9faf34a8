"""Exact search as it is written with NumPy: a product, a stable argsort, the places of the answers.

    peer_rank.py rank    FOLDER THREADS   a JSON line for each pass: the sum of the answers' ranks
    peer_rank.py product FOLDER THREADS   the scores alone, in floating-point operations

FOLDER has questions.npy, passages.npy and relevant.txt, a line of columns for each question.
"""
import json
import os
import resource
import sys
import time

PASSES = 4
ROWS = 512  # as many questions at a time as Isogloss takes


def processor_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main():
    what, folder, threads = sys.argv[1:4]
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = threads
    import numpy as np  # after its threads are set

    print(json.dumps({"version": f"NumPy {np.__version__}"}))
    questions, passages = (np.load(f"{folder}/{name}.npy") for name in ("questions", "passages"))
    relevant = np.array([line.split() for line in open(f"{folder}/relevant.txt")], np.int64)
    pairs = len(questions) * len(passages)
    for step in range(PASSES):
        wall, cpu, value = time.perf_counter(), processor_seconds(), 0.0
        for start in range(0, len(questions), ROWS):
            scores = questions[start : start + ROWS] @ passages.T
            if what == "product":
                value = float(scores[0, 0])
                continue
            order = np.argsort(-scores, axis=1, kind="stable")
            ranks = np.empty_like(order)
            np.put_along_axis(ranks, order, np.arange(1, len(passages) + 1)[None], axis=1)
            value += float(np.take_along_axis(ranks, relevant[start : start + ROWS], axis=1).sum())
        units = pairs if what == "rank" else 2 * pairs * questions.shape[1]
        print(json.dumps({"step": step, "value": value, "units": units,
                          "seconds": time.perf_counter() - wall, "cpu": processor_seconds() - cpu}), flush=True)


if __name__ == "__main__":
    main()
