"""Isogloss beside its peers and beside what the machine can do, in one command.

    python3 src/bench/fitness.py [--only train,read] [--model DIR --data DIR] [--python COMMAND] [--out FILE]

Trains, encodes, ranks, scores, reads and opens the window; each beside a peer that does the same
work, in turn, and beside a limit of the machine measured in the same run. Speeds are work per second
of processor time, since wall times depend on what else a machine does. What both sides compute must
agree. A peer that is not installed is named and left out: PyTorch and NumPy for training, encoding
and ranking, pyarrow for Parquet, trec_eval for metrics (--trec-eval PROGRAM or on the path), a
display for the window. Without --model and --data a transformer of the size of MiniLM-L6 with random
weights learns the sample data. Writes a Markdown table to the standard output, or to --out.
"""
import argparse
import datetime
import json
import os
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile

import work
from work import HERE, PROJECT

WARM = {"train": 3, "bag": 50}  # steps that compile kernels and touch memory for the first time; else 1
BAG_STEPS = 10  # so many for each of a transformer's
SUITE = ("train", "bag", "encode", "rank", "score", "read", "window")


class Peers:
    """Starts both sides and keeps what they say they are."""

    def __init__(self, options):
        self.options = options
        self.versions = {}
        self.absent = {}
        self.python = shlex.split(options.python)
        java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
        self.java = [java, "-Dai.djl.offline=true", "-cp", class_path()]

    def isogloss(self, program, *arguments):
        return self.java + [f"org.isogloss.{program}", *map(str, arguments)]

    def script(self, name, *arguments):
        return self.python + [os.path.join(HERE, name), *map(str, arguments)]

    def has(self, module):
        """Whether a peer's module is there; told in the table if not."""
        found = subprocess.run(self.python + ["-c", f"import {module}"], capture_output=True).returncode == 0
        if not found:
            self.absent[module] = "not installed for " + self.options.python
        return found

    def lines(self, command):
        threads = str(self.options.threads)
        environment = dict(
            os.environ, OMP_NUM_THREADS=threads, OPENBLAS_NUM_THREADS=threads, MKL_NUM_THREADS=threads,
            OMP_WAIT_POLICY="passive")
        if command[0] == self.java[0]:
            environment["MALLOC_ARENA_MAX"] = "1"  # as runs are started
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command[-5:])} failed:\n{done.stderr[-2000:]}")
        found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        for line in found:
            if "version" in line:
                name, number = line["version"].split(" ", 1)
                self.versions[name] = number
        return [line for line in found if "version" not in line]


def class_path():
    folder = tempfile.mkdtemp()
    file = os.path.join(folder, "class-path")
    subprocess.run(
        ["mvn", "-q", "-B", "test-compile", "dependency:build-classpath", f"-Dmdep.outputFile={file}",
         "-DincludeScope=test"], cwd=PROJECT, check=True)
    target = os.path.join(PROJECT, "target")
    with open(file, encoding="utf-8") as found:
        path = os.pathsep.join([f"{target}/classes", f"{target}/test-classes", found.read()])
    shutil.rmtree(folder)
    return path


def speed(steps):
    """Work per processor second over all steps: clocks may be too coarse for one."""
    return sum(step["units"] for step in steps) / sum(step["cpu"] for step in steps)


class Suite:
    """Measures, and keeps the rows of the table."""

    def __init__(self, options, peers, folder):
        self.options = options
        self.peers = peers
        self.folder = folder
        self.rows = []
        self.products = {}
        self.model = options.model

    def compare(self, what, unit, scale, ours, theirs, peer, relative, limit=None, kind=None):
        """A row. limit: what the machine could do, in the unit before scaling, and its name."""
        warm = WARM.get(kind, 1)
        found = {"isogloss": [], "peer": []}
        gap = 0.0
        for turn in range(self.options.rounds):
            sides = {"isogloss": ours} if theirs is None else {"isogloss": ours, "peer": theirs}
            for name in sorted(sides, reverse=turn % 2 == 1):
                found[name].append(self.peers.lines(sides[name]))
            if theirs is not None:
                gap = max(gap, *(difference(a, b, relative) for a, b in
                                 zip(common(found["isogloss"][-1]), common(found["peer"][-1]))))
            print(f"{what}, round {turn + 1} of {self.options.rounds}", file=sys.stderr, flush=True)
        mine = [speed(run[warm:]) for run in found["isogloss"]]
        row = {"what": what, "unit": unit, "isogloss": statistics.median(mine) / scale, "peer": peer}
        if theirs is not None:
            if gap > self.options.agree:
                raise SystemExit(f"{what}: both sides differ by {gap:.1e}, more than {self.options.agree}")
            others = [speed(run[warm:]) for run in found["peer"]]
            ratios = [a / b for a, b in zip(mine, others)]
            row.update(speed=statistics.median(others) / scale, ratio=statistics.median(ratios),
                       least=min(ratios), most=max(ratios), gap=gap)
        if limit is not None and limit[0]:
            row.update(share=statistics.median(mine) / limit[0], limit=limit[1])
        self.rows.append(row)

    def product_limit(self):
        """The most floating-point operations a processor second any library here computed."""
        if not self.products:
            for name, script, arguments in (("numpy", "peer_rank.py", ("product", self.vectors(), self.options.threads)),
                                            ("torch", "peer.py", ("product", "-", "-", self.options.threads))):
                if self.peers.has(name):
                    runs = [self.peers.lines(self.peers.script(script, *arguments)) for _ in range(self.options.rounds)]
                    self.products[name] = max(speed(run[1:]) for run in runs)
            own = self.peers.isogloss("bench.RankPeer", "product", self.vectors(), self.options.threads)
            self.products["isogloss"] = max(speed(self.peers.lines(own)[1:]) for _ in range(self.options.rounds))
        return max(self.products.values())

    def vectors(self):
        place = os.path.join(self.folder, "vectors")
        if not os.path.isdir(place):
            os.mkdir(place)
            subprocess.run(self.peers.isogloss("bench.RankPeer", "vectors", place), check=True)
        return place

    def backbone(self, size):
        """The model given, or one of random weights."""
        if self.model and size == self.options.size:
            return self.model
        made = os.path.join(self.folder, size, "model")
        if not os.path.isdir(made):
            os.makedirs(os.path.dirname(made))
            subprocess.run(self.peers.isogloss("training.PeerBench", "model", size, self.options.data, made), check=True)
        return made

    def batches(self, model, what, count):
        file = os.path.join(self.folder, f"{what}-{abs(hash(model))}.jsonl")
        arguments = [model, self.options.data, count]
        if what == "batches":
            arguments.append(self.options.batch)
        subprocess.run(self.peers.isogloss("training.PeerBench", what, *arguments, file), check=True)
        return file

    def train(self):
        model = self.backbone(self.options.size)
        file = self.batches(model, "batches", self.options.steps)
        padding = work.padding(file)
        limit = self.product_limit() / work.operations(model, work.lengths(file), learning=True)
        self.beside_torch(f"train {work.size(model)}, {self.options.steps} steps of {self.options.batch} pairs"
                          f" ({padding:.0%} of the peer's tokens pad)", "train", model, file, limit)

    def bag(self):
        model = self.backbone("0x256x30000")
        steps = BAG_STEPS * self.options.steps
        file = self.batches(model, "batches", steps)
        limit = work.bag_limit(model, file, work.bandwidth())
        self.beside_torch(f"train {work.size(model)}, {steps} steps of {self.options.batch} pairs", "train", model, file,
                          limit, "memory", "bag")

    def encode(self):
        model = self.backbone(self.options.size)
        file = self.batches(model, "texts", self.options.texts)
        limit = self.product_limit() / work.operations(model, work.lengths(file), learning=False)
        self.beside_torch(f"encode {self.options.texts} texts, {work.size(model)}", "encode", model, file, limit)

    def beside_torch(self, what, command, model, file, limit, bound="matrix product", kind=None):
        arguments = [command, model, file, self.options.threads]
        theirs = self.peers.script("peer.py", *arguments) if self.peers.has("torch") else None
        self.compare(what, "tokens/s", 1, self.peers.isogloss("training.PeerBench", *arguments), theirs,
                     "plain PyTorch loop", command == "encode", (limit, bound), kind or command)

    def rank(self):
        arguments = ["rank", self.vectors(), self.options.threads]
        theirs = self.peers.script("peer_rank.py", *arguments) if self.peers.has("numpy") else None
        limit = self.product_limit() / (2 * work.DIMENSION)
        self.compare("rank 13,013 candidates for 2,048 questions, 384 numbers", "million scores/s", 1e6,
                     self.peers.isogloss("bench.RankPeer", *arguments), theirs, "NumPy product and argsort", True,
                     (limit, "matrix product"))

    def score(self):
        program = self.options.trec_eval or shutil.which("trec_eval")
        qrels, run, lines = work.trec_files(self.folder)
        ours = [sys.executable, os.path.join(HERE, "work.py"), "score", str(lines), *self.peers.java,
                "org.isogloss.Main", "score", "-m", "map,ndcg_cut_10,recip_rank", "--qrels", qrels, "--run", run]
        theirs = None
        if program:
            theirs = [sys.executable, os.path.join(HERE, "work.py"), "score", str(lines), program,
                      "-m", "map", "-m", "ndcg_cut.10", "-m", "recip_rank", qrels, run]
        else:
            self.peers.absent["trec_eval"] = "not on the path"
        self.compare(f"score a run of {lines:,} lines, from start to end of the process", "thousand lines/s", 1e3,
                     ours, theirs, "trec_eval", True)

    def read(self):
        parquet = self.peers.has("pyarrow")
        for file in work.tables(self.folder, self.options.rows, self.peers.python if parquet else None):
            ending = os.path.splitext(file)[1][1:]
            name = {"jsonl": "JSON lines", "csv": "CSV", "parquet": "Parquet"}[ending]
            self.compare(f"read {name}, {self.options.rows:,} pairs of {os.path.getsize(file) / 1e6:.0f} MB", "MB/s", 1e6,
                         self.peers.isogloss("bench.ReadPeer", file), self.peers.script("peer_read.py", file),
                         {"jsonl": "Python's json", "csv": "Python's csv", "parquet": "pyarrow"}[ending], True,
                         (work.reading(file), "reading its bytes"))

    def window(self):
        if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
            self.peers.absent["window"] = "there is no display"
            return
        found = {"bare": [], "isogloss": []}
        for turn in range(self.options.rounds):
            for side in sorted(found, reverse=turn % 2 == 1):
                found[side] += self.peers.lines(self.peers.isogloss("bench.WindowPeer", side, "10"))
            print(f"window, round {turn + 1} of {self.options.rounds}", file=sys.stderr, flush=True)
        self.rows.append({"window": {side: {key: statistics.median(run[key] for run in runs) for key in runs[0]}
                                     for side, runs in found.items()}})


def common(steps):
    """Passes over one thing all give one value, and the sides may make different numbers of them."""
    values = [step["value"] for step in steps]
    return values[:1] if len(set(values)) == 1 else values


def difference(a, b, relative):
    return abs(a - b) / max(1.0, abs(b)) if relative else abs(a - b)


def table(suite, peers, options):
    machine = work.machine()
    yield f"{datetime.date.today().isoformat()}, {machine}, {platform.system()}; {options.threads} thread" \
          f"{'s' if options.threads > 1 else ''}; " + ", ".join(f"{k} {v}" for k, v in sorted(peers.versions.items())) + \
          f". Medians of {options.rounds} rounds, both sides in turn; the spread is that of the rounds' ratios."
    if suite.products:
        yield "\nMatrix product, GFLOP per processor second: " + ", ".join(
            f"{k} {v / 1e9:.0f}" for k, v in suite.products.items()) + ". The greatest is the limit."
    yield "\n| work, per second of processor time | Isogloss | peer | | ratio | spread | of the limit | greatest difference |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in suite.rows:
        if "window" in row:
            continue
        share = f"{row['share']:.{0 if row['share'] > .1 else 1}%} ({row['limit']})" if "share" in row else ""
        own = f"{digits(row['isogloss'])} {row['unit']}"
        if "ratio" not in row:
            yield f"| {row['what']} | {own} | {row['peer']} | absent | | | {share} | |"
            continue
        yield (f"| {row['what']} | {own} | {row['peer']} | {digits(row['speed'])} | **{row['ratio']:.2f}** "
               f"| {row['least']:.2f}–{row['most']:.2f} | {share} | {row['gap']:.1e} |")
    for row in suite.rows:
        if "window" in row:
            yield "\n| window | Isogloss | a window with one label | limit |"
            yield "|---|---|---|---|"
            own, bare = row["window"]["isogloss"], row["window"]["bare"]
            yield f"| start of the process to the second frame, s | {own['opened']:.2f} | {bare['opened']:.2f} | |"
            yield f"| processor time until then, s | {own['cpu']:.2f} | {bare['cpu']:.2f} | |"
            for key, name in (("median", "median"), ("p99", "99th percentile"), ("longest", "longest")):
                yield (f"| gap between frames, {name}, ms, while a run writes 100 steps a second | {own[key]:.1f} "
                       f"| {bare[key]:.1f} | 16.7 |")
    for name, why in sorted(peers.absent.items()):
        yield f"\nLeft out: {name}, {why}."


def digits(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(SUITE), help="some of " + ",".join(SUITE))
    parser.add_argument("--model", help="a model directory of the BERT family in float32")
    parser.add_argument("--size", default="6x384x30000", help="of the model made without --model")
    parser.add_argument("--data", default=os.path.join(PROJECT, "sample-data", "world-facts", "train.jsonl"))
    parser.add_argument("--python", default=sys.executable, help="with torch, numpy and pyarrow")
    parser.add_argument("--trec-eval")
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--texts", type=int, default=256)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--agree", type=float, default=1e-3, help="the greatest difference allowed")
    parser.add_argument("--out")
    options = parser.parse_args()
    chosen = options.only.split(",")
    unknown = set(chosen) - set(SUITE)
    if unknown:
        parser.error(f"{', '.join(sorted(unknown))} is none of {', '.join(SUITE)}")
    with tempfile.TemporaryDirectory() as folder:
        peers = Peers(options)
        suite = Suite(options, peers, folder)
        for name in chosen:
            getattr(suite, name)()
    text = "\n".join(table(suite, peers, options)) + "\n"
    if options.out:
        with open(options.out, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
