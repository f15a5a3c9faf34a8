"""Tables as they are read with Python: json, csv and, for Parquet, pyarrow; a record for each row.

    peer_read.py FILE   a JSON line for each pass: code points of the texts, bytes of the file

Each row becomes a dictionary and its two texts are kept, as a list of pairs.
"""
import csv
import json
import os
import resource
import sys
import time

PASSES = 4


def processor_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def rows(path):
    if path.endswith(".parquet"):
        import pyarrow.parquet

        yield from pyarrow.parquet.read_table(path).to_pylist()
    else:
        with open(path, encoding="utf-8", newline="") as file:
            yield from (csv.DictReader(file) if path.endswith(".csv") else map(json.loads, file))


def version(path):
    if path.endswith(".parquet"):
        import pyarrow

        return f"pyarrow {pyarrow.__version__}"
    return f"Python {sys.version.split()[0]}"


def main():
    path = sys.argv[1]
    print(json.dumps({"version": version(path)}))
    for step in range(PASSES):
        wall, cpu = time.perf_counter(), processor_seconds()
        pairs = [(row["anchor"], row["positive"]) for row in rows(path)]
        spent = time.perf_counter() - wall, processor_seconds() - cpu
        value = sum(len(anchor) + len(positive) for anchor, positive in pairs)
        print(json.dumps({"step": step, "value": value, "units": os.path.getsize(path),
                          "seconds": spent[0], "cpu": spent[1]}), flush=True)


if __name__ == "__main__":
    main()
