"""What fitness.py measures with: files both sides read, and what the machine could do at best."""
import csv
import json
import os
import platform
import random
import resource
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))
DIMENSION = 384  # of the vectors that are ranked
BANDWIDTH_BYTES = 1 << 28


def machine():
    name = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), name)
    return f"{name}, {os.cpu_count()} cores"


def config(model):
    with open(os.path.join(model, "config.json"), encoding="utf-8") as file:
        return json.load(file)


def size(model):
    c = config(model)
    layers = c["num_hidden_layers"]
    kind = f"{layers} layers of {c['hidden_size']}" if layers else f"a bag of {c['hidden_size']}"
    return f"{kind}, {c['vocab_size']:,} tokens"


def rows(file):
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def lengths(file):
    """Tokens of each text."""
    return [len(text) for row in rows(file)
            for text in ([row["ids"]] if "ids" in row else row["questions"] + row["passages"])]


def padding(file):
    """Which share of what a padded loop computes is padding."""
    real = padded = 0
    for row in rows(file):
        for side in (row["questions"], row["passages"]):
            real += sum(map(len, side))
            padded += len(side) * max(map(len, side))
    return 1 - real / padded


def operations(model, texts, learning):
    """Floating-point operations of a token: two for each weight of a layer and two for each number that
    scores and mixes another token; learning takes twice as many again for the gradients."""
    c = config(model)
    h, f, layers = c["hidden_size"], c["intermediate_size"], c["num_hidden_layers"]
    total = sum(n * layers * (2 * (4 * h * h + 2 * h * f) + 4 * n * h) for n in texts)
    return total / sum(texts) * (3 if learning else 1)


def bandwidth():
    """Bytes read and written in a processor second by copying, the best of five."""
    source, target = bytearray(BANDWIDTH_BYTES), bytearray(BANDWIDTH_BYTES)
    best = float("inf")
    for _ in range(5):
        before = time.process_time()
        memoryview(target)[:] = source
        best = min(best, time.process_time() - before)
    return 2 * BANDWIDTH_BYTES / best


def bag_limit(model, file, bytes_a_second):
    """Tokens a second if a step of exact AdamW only moved its numbers: weight, gradient and both moments read,
    weight and moments written, the gradient written and read for its norm; 9 numbers of 4 bytes a weight."""
    c = config(model)
    weights = (c["vocab_size"] + c["max_position_embeddings"] + c["type_vocab_size"] + 2) * c["hidden_size"]
    steps = rows(file)
    return sum(lengths(file)) / len(steps) * bytes_a_second / (9 * 4 * weights)


def reading(file):
    """Bytes read in a processor second from memory that holds the file, the best of five."""
    best = float("inf")
    for _ in range(5):
        before = time.process_time()
        with open(file, "rb", buffering=0) as data:
            while data.read(1 << 20):
                pass
        best = min(best, max(1e-6, time.process_time() - before))
    return os.path.getsize(file) / best


def words(count):
    """Made-up pairs, some of their letters beyond ASCII and some of two UTF-16 units, with quotes and commas."""
    chance = random.Random(1)
    letters = ["abcdefghilmnoprstu", "αβγδεζηθικλ", "абвгдежзик", "กขคงจฉชซ", "日本語東京大学", "😀🎉"]
    stems = ["".join(chance.choices(chance.choices(letters, (60, 10, 10, 9, 9, 2))[0], k=chance.randint(2, 9)))
             for _ in range(5000)] + ['"so"', "a,b", "it’s"]
    for i in range(count):
        yield {"anchor": f"{i} " + " ".join(chance.choices(stems, k=9)), "positive": " ".join(chance.choices(stems, k=40))}


def tables(folder, count, arrow):
    """The same pairs in each format; Parquet if there is a Python that writes it."""
    base = os.path.join(folder, "pairs-en")
    with open(base + ".jsonl", "w", encoding="utf-8") as file:
        for row in words(count):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    with open(base + ".csv", "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ("anchor", "positive"))
        table.writeheader()
        table.writerows(words(count))
    yield base + ".jsonl"
    yield base + ".csv"
    if arrow:
        code = ("import json,sys,pyarrow,pyarrow.parquet as p;"
                "p.write_table(pyarrow.Table.from_pylist([json.loads(l) for l in open(sys.argv[1],encoding='utf-8')]),"
                "sys.argv[2])")
        subprocess.run(arrow + ["-c", code, base + ".jsonl", base + ".parquet"], check=True)
        yield base + ".parquet"


def trec_files(folder, queries=500, documents=1000):
    """Judgments and a run without ties, at random."""
    chance = random.Random(1)
    qrels, run = os.path.join(folder, "qrels"), os.path.join(folder, "run")
    with open(qrels, "w", encoding="utf-8") as judged, open(run, "w", encoding="utf-8") as found:
        for q in range(queries):
            ids = chance.sample(range(10 * documents), documents)
            for d in chance.sample(ids, 20):
                judged.write(f"q{q} 0 d{d} {chance.randint(0, 2)}\n")
            for rank, d in enumerate(ids, 1):
                found.write(f"q{q} Q0 d{d} {rank} {documents - rank + chance.random() / 2:.4f} tag\n")
    return qrels, run, queries * documents


def score(lines, command):
    """Runs a program that prints means, and tells what it took as the other peers do."""
    for step in range(4):
        wall, before = time.perf_counter(), children()
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        spent = time.perf_counter() - wall, children() - before
        means = [row.split() for row in done.stdout.splitlines()]
        value = sum(float(row[2]) for row in means if len(row) == 3 and row[1] == "all"
                    and row[0] in ("map", "ndcg_cut_10", "recip_rank"))
        print(json.dumps({"step": step, "value": value, "units": lines, "seconds": spent[0], "cpu": spent[1]}))


def children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    score(int(sys.argv[2]), sys.argv[3:])
