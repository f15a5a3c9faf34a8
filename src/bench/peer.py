"""The loop a PyTorch user would write: padded batches, scaled-dot-product attention, fused AdamW.

    peer.py train  MODEL BATCHES THREADS     a JSON line for each step: loss, tokens, seconds, cpu
    peer.py encode MODEL TEXTS   THREADS     a JSON line for each pass over the texts
    peer.py product -     -       THREADS     the fastest product of two matrices PyTorch has

MODEL is a directory with config.json and model.safetensors of the BERT family. Questions and
passages are padded to their own longest text, as sentence-transformers does; texts to encode are
sorted by length and computed 32 at a time, as its `encode` does. Needs torch and numpy only.
"""
import json
import math
import resource
import struct
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

BATCH = 32
PASSES = 3
TEMPERATURE = 0.05
LEARNING_RATE = 2e-5
WEIGHT_DECAY = 0.01
WARM_UP = 0.1


class Layer(nn.Module):
    def __init__(self, c):
        super().__init__()
        h = c["hidden_size"]
        self.heads = c["num_attention_heads"]
        self.q, self.k, self.v, self.o = (nn.Linear(h, h) for _ in range(4))
        self.norm1 = nn.LayerNorm(h, eps=c["layer_norm_eps"])
        self.up = nn.Linear(h, c["intermediate_size"])
        self.down = nn.Linear(c["intermediate_size"], h)
        self.norm2 = nn.LayerNorm(h, eps=c["layer_norm_eps"])

    def forward(self, x, mask):  # [B, N, H], [B, 1, 1, N]
        b, n, h = x.shape
        split = lambda t: t.view(b, n, self.heads, h // self.heads).transpose(1, 2)
        a = F.scaled_dot_product_attention(split(self.q(x)), split(self.k(x)), split(self.v(x)), attn_mask=mask)
        x = self.norm1(x + self.o(a.transpose(1, 2).reshape(b, n, h)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        h = c["hidden_size"]
        self.word = nn.Embedding(c["vocab_size"], h)
        self.position = nn.Embedding(c["max_position_embeddings"], h)
        self.kind = nn.Embedding(c["type_vocab_size"], h)
        self.norm = nn.LayerNorm(h, eps=c["layer_norm_eps"])
        self.layers = nn.ModuleList(Layer(c) for _ in range(c["num_hidden_layers"]))

    def forward(self, ids, mask):  # [B, N], [B, N]
        x = self.word(ids) + self.position(torch.arange(ids.shape[1])) + self.kind(torch.zeros_like(ids))
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        weight = mask.unsqueeze(-1).to(x.dtype)
        return F.normalize((x * weight).sum(1) / weight.sum(1), dim=1)


NAMES = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "o": "attention.output.dense", "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
}


def tensors(path):
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        data = file.read()
    found = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        if entry["dtype"] not in ("F32", "I64"):
            raise SystemExit(f"{path}: {name} is {entry['dtype']}; this loop reads float32")
        kind = np.float32 if entry["dtype"] == "F32" else np.int64
        start, end = entry["data_offsets"]
        array = np.frombuffer(data[start:end], kind).reshape(entry["shape"])
        found[name.removeprefix("bert.")] = torch.from_numpy(array.copy())
    return found


def load(directory):
    config = json.load(open(f"{directory}/config.json"))
    stored = tensors(f"{directory}/model.safetensors")
    model = Encoder(config)
    ours = {
        "word.weight": "embeddings.word_embeddings.weight",
        "position.weight": "embeddings.position_embeddings.weight",
        "kind.weight": "embeddings.token_type_embeddings.weight",
    }
    for end in ("weight", "bias"):
        ours[f"norm.{end}"] = f"embeddings.LayerNorm.{end}"
        for layer in range(config["num_hidden_layers"]):
            for own, theirs in NAMES.items():
                ours[f"layers.{layer}.{own}.{end}"] = f"encoder.layer.{layer}.{theirs}.{end}"
    model.load_state_dict({own: stored[theirs] for own, theirs in ours.items()})
    return model


def padded(texts):
    longest = max(len(text) for text in texts)
    ids = np.zeros((len(texts), longest), np.int64)
    mask = np.zeros((len(texts), longest), bool)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = text
        mask[row, : len(text)] = True
    return torch.from_numpy(ids), torch.from_numpy(mask)


def processor_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def report(step, value, tokens, wall, cpu):
    line = {"step": step, "value": value, "units": tokens,
            "seconds": time.perf_counter() - wall, "cpu": processor_seconds() - cpu}
    print(json.dumps(line), flush=True)


def train(model, lines):
    model.train()
    decayed = [p for p in model.parameters() if p.dim() > 1]
    others = [p for p in model.parameters() if p.dim() < 2]
    groups = [{"params": decayed, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=LEARNING_RATE, fused=True)
    steps = len(lines)
    warm = round(WARM_UP * steps)
    factor = lambda i: min(1.0, (i + 1) / warm if warm else 1.0, (steps - i) / (steps - warm))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    for step, line in enumerate(lines):
        wall, cpu = time.perf_counter(), processor_seconds()
        q = model(*padded(line["questions"]))
        p = model(*padded(line["passages"]))
        loss = F.cross_entropy(q @ p.T / TEMPERATURE, torch.arange(len(q)))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        tokens = sum(len(text) for side in ("questions", "passages") for text in line[side])
        report(step, loss.item(), tokens, wall, cpu)


def encode(model, lines):
    model.eval()
    texts = sorted((line["ids"] for line in lines), key=len, reverse=True)
    with torch.inference_mode():
        for step in range(PASSES):
            wall, cpu, value = time.perf_counter(), processor_seconds(), 0.0
            for start in range(0, len(texts), BATCH):
                value += model(*padded(texts[start : start + BATCH]))[:, 0].double().sum().item()
            report(step, value, sum(map(len, texts)), wall, cpu)


def product():
    """4,096 x 384 x 1,536, a layer of a small transformer: by its BLAS, and by oneDNN where there is one."""
    x, w = torch.rand(4096, 384), torch.rand(1536, 384)
    ways = [lambda: F.linear(x, w)]
    if torch.backends.mkldnn.is_available():
        packed = x.to_mkldnn()
        ways.append(lambda: torch._C._nn.mkldnn_linear(packed, w, None))
    with torch.inference_mode():
        for step in range(PASSES + 1):
            best = None
            for way in ways:
                wall, cpu = time.perf_counter(), processor_seconds()
                for _ in range(20):
                    way()
                spent = processor_seconds() - cpu, time.perf_counter() - wall
                best = min(best or spent, spent)
            print(json.dumps({"step": step, "value": 0, "units": 20 * 2 * x.numel() * len(w),
                              "seconds": best[1], "cpu": best[0]}), flush=True)


def main():
    what, directory, file, threads = sys.argv[1:5]
    torch.set_num_threads(int(threads))
    torch.manual_seed(0)
    print(json.dumps({"version": f"PyTorch {torch.__version__}"}))
    if what == "product":
        product()
        return
    lines = [json.loads(line) for line in open(file, encoding="utf-8")]
    {"train": train, "encode": encode}[what](load(directory), lines)


if __name__ == "__main__":
    main()
