"""`isogloss score` beside trec_eval: random runs and judgments, every metric, every query.

    mvn -q test-compile
    python3 src/bench/trec_eval.py --trec-eval PROGRAM [--seeds 200]
    python3 src/bench/trec_eval.py --trec-eval PROGRAM --fixtures src/test/resources/trec-eval

Each seed draws one of four kinds: `ties` (few scores, grades -1 to 3), `floats` (scores that are equal as 32-bit but
not as 64-bit numbers), `unicode` (ids in many scripts) and `sparse` (queries missing on either side, rankings of one
document, nothing relevant). Values are compared as printed, with four decimals. With --fixtures one small example of
each kind and trec_eval's output are written instead.
"""
import argparse
import collections
import os
import random
import subprocess
import sys
import tempfile

from compare import class_path

CUTOFFS = "1,5,10,100"
CUT = ["map_cut", "ndcg_cut", "recall", "P", "success"]
COUNTS = ["num_q", "num_ret", "num_rel", "num_rel_ret"]
WHOLE = ["map", "ndcg", "recip_rank", "Rprec"]
OPTIONS = {"plain": [], "level-2": ["-l", "2"], "complete": ["-c"], "complete-level-2": ["-c", "-l", "2"]}
LETTERS = "aZ09_-.:éßΩжשعกไ中日한\uff41\ue000\U0001f600\U00020000"


def identifier(kind, prefix, number, rng):
    if kind != "unicode":
        return f"{prefix}{number}"
    return "".join(rng.choice(LETTERS) for _ in range(rng.randint(1, 3))) + str(number)


def score(kind, rng):
    if kind == "ties":
        return repr(rng.randint(-3, 3) / 4)
    if kind == "floats":
        base = rng.choice([0.1, 12.5, -3.0, 1e-50, -1e-50, 0.0, -0.0, 1e39, 16777216.0])
        return repr(base * (1 + rng.choice([0, 1e-9, -1e-9, 1e-7, 1e-6])))
    return rng.choice(["1e-2", "7", "-0.5", f"{rng.random():.3f}", f"{rng.random():.9f}"])


def documents(kind, rng):
    if kind == "sparse":
        return rng.choice([1, 1, 2, 3, 150])
    return rng.randint(1, 40)


def write(kind, seed, folder, queries):
    """Returns the names of the judgments and the run."""
    rng = random.Random(f"{kind} {seed}")
    pool = sorted({identifier(kind, "d", number, rng) for number in range(160)})
    judgments, run = [], []
    for number in range(queries):
        query = identifier(kind, "q", number, rng)
        in_judgments = rng.random() < (0.7 if kind == "sparse" else 0.95)
        in_run = rng.random() < (0.7 if kind == "sparse" else 0.95)
        if number == 0:
            in_judgments = in_run = True  # else trec_eval has nothing to score
        found = rng.sample(pool, min(len(pool), documents(kind, rng)))
        if in_run:
            run += [f"{query} Q0 {d} {rng.randint(0, 9)} {score(kind, rng)} tag" for d in found]
        if in_judgments:
            others = rng.sample(pool, rng.randint(1, 25))
            chosen = sorted(set(others) | set(rng.sample(found, rng.randint(0, len(found)))))
            possible = [-1, 0] if rng.random() < 0.15 else [-1, 0, 0, 1, 1, 2, 3]
            grades = [rng.choice(possible) for _ in chosen]
            # trec_eval 9 itself fails where all grades of the first query are -1, or of any -2 or less.
            if number == 0 or kind == "unicode":
                grades[0] = max(grades[0], 0)
            judgments += [f"{query} 0 {d} {grade}" for d, grade in zip(chosen, grades)]
    rng.shuffle(run)
    rng.shuffle(judgments)
    names = os.path.join(folder, "qrels.txt"), os.path.join(folder, "run.txt")
    for name, lines in zip(names, (judgments, run)):
        with open(name, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")
    return names


def output(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed: {done.stderr.decode()}")
    return done.stdout.decode()


def expected(program, options, judgments, run):
    """trec_eval's lines; reciprocal rank at a cutoff, which it lacks by name, from a cut run."""
    asked = [f"{name}.{CUTOFFS}" for name in CUT] + COUNTS + WHOLE
    measures = [word for name in asked for word in ("-m", name)]
    lines = output([program, "-q", *options, *measures, judgments, run])
    cut = output([program, "-q", "-M", "10", *options, "-m", "recip_rank", judgments, run])
    return lines + cut.replace("recip_rank       ", "recip_rank_cut_10")


def actual(java, options, judgments, run):
    names = [f"{name}_{k}" for name in CUT for k in CUTOFFS.split(",")] + WHOLE + ["recip_rank_cut_10"]
    files = ["--qrels", judgments, "--run", run]
    return output([*java, "score", "-q", *options, "-m", ",".join(names), *files])


def values(text):
    return {tuple(line.split("\t")[:2]): line.split("\t")[2] for line in text.splitlines()}


def compare(program, java, seeds):
    agree = collections.Counter()
    for seed in range(seeds):
        kind = ["ties", "floats", "unicode", "sparse"][seed % 4]
        with tempfile.TemporaryDirectory() as folder:
            files = write(kind, seed, folder, 25)
            for name, options in OPTIONS.items():
                theirs = values(expected(program, options, *files))
                ours = values(actual(java, options, *files))
                if theirs.keys() != ours.keys():
                    sys.exit(f"{kind} {seed} {name}: not the same lines: {theirs.keys() ^ ours.keys()}")
                for key, value in theirs.items():
                    agree[kind, ours[key] == value] += 1
                    if ours[key] != value:
                        print(kind, seed, name, *key, "trec_eval", value, "isogloss", ours[key])
    for (kind, same), count in sorted(agree.items()):
        print(f"{kind:8} {'agree' if same else 'differ'} {count:,}")
    total = sum(count for (_, same), count in agree.items() if same)
    print(f"{total:,} of {sum(agree.values()):,} values agree")


def fixtures(program, folder):
    for kind in ("ties", "floats", "unicode", "sparse"):
        place = os.path.join(folder, kind)
        os.makedirs(place, exist_ok=True)
        files = write(kind, 0, place, 8)
        for name, options in OPTIONS.items():
            with open(os.path.join(place, f"{name}.txt"), "w", encoding="utf-8", newline="\n") as file:
                file.write(expected(program, options, *files))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--trec-eval", required=True)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--fixtures")
    options = parser.parse_args()
    if options.fixtures:
        fixtures(options.trec_eval, options.fixtures)
    else:
        flags = ["-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Dstdout.encoding=UTF-8"]
        compare(options.trec_eval, ["java", *flags, "-cp", class_path(), "org.isogloss.Main"], options.seeds)


if __name__ == "__main__":
    main()
