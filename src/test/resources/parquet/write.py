"""Writes the Parquet files beside this script, and the samples in sample-data/formats, from JSON lines.

python -m venv v && v/bin/pip install pyarrow==25.0.1 duckdb==1.5.6 polars==1.44.2 && v/bin/python src/test/resources/parquet/write.py
"""

import gzip
import json
import pathlib

import duckdb
import polars
import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq

HERE = pathlib.Path(__file__).parent
SAMPLES = HERE.parents[3] / "sample-data" / "formats"
FORMATS = HERE.parent / "format"

TEXT = pa.string()
PASSAGES = pa.list_(pa.struct([("docid", TEXT), ("title", TEXT), ("text", TEXT)]))
ROWS = pa.schema(
    [
        ("id", TEXT),
        ("text", TEXT),
        ("category", TEXT),
        ("score", pa.int32()),
        ("number", pa.int64()),
        ("weight", pa.float64()),
        ("right", pa.bool_()),
        ("passages", PASSAGES),
        ("words", pa.list_(TEXT)),
        ("nested", pa.list_(pa.list_(pa.int32()))),
        ("place", pa.struct([("town", TEXT), ("year", pa.int32())])),
    ]
)


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def table(path, schema=None):
    return pa.Table.from_pylist(lines(path), schema=schema)


def every_kind():
    rows = table(HERE / "rows.jsonl", ROWS)
    for codec in ["none", "snappy", "zstd", "gzip", "lz4"]:
        for version in ["1.0", "2.0"]:
            for dictionary in [True, False]:
                pq.write_table(
                    rows,
                    HERE / f"pyarrow-{codec}-v{version[0]}-{'dictionary' if dictionary else 'plain'}.parquet",
                    compression=codec,
                    data_page_version=version,
                    use_dictionary=dictionary,
                    row_group_size=2,
                    data_page_size=64,
                    write_page_checksum=dictionary,
                )
    delta = {"id": "DELTA_BYTE_ARRAY", "text": "DELTA_LENGTH_BYTE_ARRAY", "number": "DELTA_BINARY_PACKED", "weight": "BYTE_STREAM_SPLIT"}
    pq.write_table(rows, HERE / "pyarrow-delta.parquet", use_dictionary=False, column_encoding=delta)
    pq.write_table(rows, HERE / "pyarrow-item-lists.parquet", use_compliant_nested_type=False)
    schema = {"score": polars.Int32, "number": polars.Int64, "nested": polars.List(polars.List(polars.Int32))}
    frame = polars.DataFrame(lines(HERE / "rows.jsonl"), schema_overrides=schema)
    frame.write_parquet(HERE / "polars.parquet", row_group_size=2)
    duckdb.from_arrow(rows).write_parquet(str(HERE / "duckdb.parquet"), compression="zstd")


def refused():
    row = table(HERE / "rows.jsonl", ROWS).select(["id", "text"])
    pq.write_table(row, HERE / "brotli.parquet", compression="brotli")
    bytes_and_dates = {
        "id": ["1", "2"],
        "image": pa.array([b"\x89PNG", None], pa.binary()),
        "day": pa.array([0, 20000], pa.date32()),
        "price": pa.array([1, None], pa.decimal128(9, 2)),
    }
    pq.write_table(pa.table(bytes_and_dates), HERE / "bytes-and-dates.parquet")
    not_utf8 = pa.array([b"gr\xc3\xbcn", b"gr\xfcn"], pa.binary()).view(TEXT)
    pq.write_table(pa.table({"text": not_utf8}), HERE / "not-utf-8.parquet")


def samples():
    def task(target, suffix, **options):
        for part in ["corpus", "queries", "default"]:
            (target / part).mkdir(parents=True, exist_ok=True)
            rows = table(SAMPLES / "mteb" / "zh" / part / "test.jsonl")
            if part == "default":
                rows = rows.cast(pa.schema([("query-id", TEXT), ("corpus-id", TEXT), ("score", pa.int32())]))
            pq.write_table(rows, target / part / f"test{suffix}.parquet", **options)

    task(SAMPLES / "mteb" / "zh-Hans", "-00000-of-00001", compression="zstd")
    pq.write_table(
        table(SAMPLES / "tevatron" / "train-th.jsonl", pa.schema([("query_id", TEXT), ("query", TEXT), ("positive_passages", PASSAGES), ("negative_passages", PASSAGES)])),
        SAMPLES / "tevatron" / "dev-th.parquet",
    )
    pairs = table(SAMPLES / "sentence-transformers" / "pairs-el.jsonl")
    data = SAMPLES / "sentence-transformers" / "el" / "data"
    data.mkdir(parents=True, exist_ok=True)
    pq.write_table(pairs.slice(0, 2), data / "train-00000-of-00002.parquet")
    pq.write_table(pairs.slice(2), data / "train-00001-of-00002.parquet")


def good_fixtures():
    def write(rows, format, name):
        path = FORMATS / format / "good" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(rows, path)

    town = SAMPLES / "belebele" / "town"
    write(table(town / "deu_Latn.jsonl"), "belebele", "hub/deu_Latn/test-00000-of-00001.parquet")
    write(table(town / "arb_Arab.jsonl"), "belebele", "hub/arb_Arab/test/0000.parquet")
    write(table(SAMPLES / "flag-embedding" / "train-zh.jsonl"), "flag-embedding", "train-zh.parquet")
    write(csv.read_csv(SAMPLES / "columns" / "faq.csv"), "columns", "faq.parquet")
    write(table(SAMPLES / "tevatron" / "hi" / "train.jsonl"), "tevatron", "hub/train-hi.parquet")
    corpus = [json.loads(line) for line in gzip.open(SAMPLES / "tevatron" / "hi" / "corpus.jsonl.gz", "rt", encoding="utf-8")]
    write(pa.Table.from_pylist(corpus), "tevatron", "hub/corpus.parquet")


def bad(format, name, rows, schema=None):
    path = FORMATS / format / "bad" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)


def bad_fixtures():
    queries = [{"_id": "q0", "text": "Wann öffnet der Markt?"}]
    corpus = [{"_id": "d0", "title": "", "text": "Der Markt öffnet um sechs."}]
    qrels = [{"query-id": "q0", "corpus-id": "d0", "score": 1}]

    def task(name, queries=queries, corpus=corpus, qrels=qrels):
        for part, rows in [("queries", queries), ("corpus", corpus), ("default", qrels)]:
            bad("mteb", f"{name}/{part}/test-00000-of-00001.parquet", rows)

    task("de-AT", corpus=corpus + [{"_id": None, "title": "", "text": "Ein Satz."}])
    task("de-CH", queries=[{"_id": "q0", "title": "Wann?"}])
    task("de-LI", qrels=[{"query-id": "q0", "corpus-id": "d0", "score": 0.5}])
    passages = [{"docid": "d0", "title": "", "text": "Der Markt öffnet um sechs."}]
    bad("tevatron", "no-question-de.parquet", [{"query_id": "q0", "query": "Wann?", "positive_passages": passages}, {"query_id": "q1", "query": None, "positive_passages": passages}])
    bad("sentence-transformers", "number-de.parquet", [{"anchor": "Wann?", "positive": None}])
    bad("flag-embedding", "pos-de.parquet", [{"query": "Wann?", "pos": "Um sechs."}])
    bad("belebele", "deu_Latn.parquet", [{"link": "a", "question_number": None, "flores_passage": "Um sechs.", "question": "Wann?"}])
    bad("columns", "twice-de.parquet", [{"id": "1", "question": "Wann?", "passage": "Um sechs."}, {"id": "1", "question": "Wo?", "passage": "Am Hafen."}])
    whole = (FORMATS / "columns" / "bad" / "twice-de.parquet").read_bytes()
    (FORMATS / "columns" / "bad" / "cut-de.parquet").write_bytes(whole[: len(whole) // 2])
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 1234\n"
    (FORMATS / "columns" / "bad" / "pointer-de.parquet").write_text(pointer)


every_kind()
refused()
samples()
good_fixtures()
bad_fixtures()
