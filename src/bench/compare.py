"""Isogloss beside a plain PyTorch loop: same weights, same batches, same threads, in turn.

    mvn -q test-compile
    python3 src/bench/compare.py --model DIR --data DIR [--steps 50] [--rounds 3] [--threads 1]

Each round runs one side, then the other. The table gives real (unpadded) tokens per second of
processor time, the median over rounds of each round's median step; wall time beside it. Losses
must agree at every step. `--python` names an interpreter that has torch and numpy.
"""
import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))
MAIN = "org.isogloss.training.PeerBench"
WARM = 3  # steps that compile kernels and touch memory for the first time
AGREE = 1e-3


def class_path():
    file = os.path.join(tempfile.mkdtemp(), "class-path")
    command = ["mvn", "-q", "-B", "dependency:build-classpath", f"-Dmdep.outputFile={file}", "-DincludeScope=test"]
    subprocess.run(command, cwd=PROJECT, check=True)
    target = os.path.join(PROJECT, "target")
    return os.pathsep.join([f"{target}/classes", f"{target}/test-classes", open(file).read()])


def lines(command, threads):
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads), OMP_WAIT_POLICY="passive")
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def speed(steps, clock):
    return statistics.median(step["tokens"] / step[clock] for step in steps)


def compare(what, ours, theirs, options):
    warm = WARM if what == "train" else 1
    found = {"isogloss": [], "pytorch": []}
    gap = 0.0
    for turn in range(options.rounds):
        sides = {"isogloss": ours, "pytorch": theirs}
        for name in sorted(sides, reverse=turn % 2 == 1):
            found[name].append(lines(sides[name], options.threads))
        pairs = zip(found["isogloss"][-1], found["pytorch"][-1], strict=True)
        gap = max([gap] + [abs(a["value"] - b["value"]) for a, b in pairs])
        print(f"{what}, round {turn + 1}: greatest difference {gap:.1e}", file=sys.stderr)
    medians = {
        (name, clock): statistics.median(speed(run[warm:], clock) for run in runs)
        for name, runs in found.items() for clock in ("cpu", "seconds")
    }
    ratios = {clock: medians["isogloss", clock] / medians["pytorch", clock] for clock in ("cpu", "seconds")}
    print(f"| {what} | {options.threads} | {medians['isogloss', 'cpu']:.0f} | {medians['pytorch', 'cpu']:.0f} "
          f"| **{ratios['cpu']:.2f}** | {ratios['seconds']:.2f} | {gap:.1e} |", flush=True)
    if what == "train" and gap > AGREE:
        raise SystemExit(f"losses differ by {gap}, more than {AGREE}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--texts", type=int, default=512)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    folder = tempfile.mkdtemp()
    batches, texts = f"{folder}/batches.jsonl", f"{folder}/texts.jsonl"
    java = ["java", "-Dai.djl.offline=true", "-cp", class_path(), MAIN]
    peer = shlex.split(options.python) + [os.path.join(HERE, "peer.py")]
    counts = [str(options.steps), str(options.batch)]
    subprocess.run(java + ["batches", options.model, options.data, *counts, batches], check=True)
    subprocess.run(java + ["texts", options.model, options.data, str(options.texts), texts], check=True)
    print("| | threads | Isogloss tokens/CPU s | PyTorch tokens/CPU s | ratio | ratio by wall time | greatest difference |")
    print("|---|---|---|---|---|---|---|")
    for what, file in (("train", batches), ("encode", texts)):
        arguments = [what, options.model, file, str(options.threads)]
        compare(what, java + arguments, peer + arguments, options)


if __name__ == "__main__":
    main()
