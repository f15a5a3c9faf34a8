# The tensor work of encoding and training, in the dialect of serialised TorchScript: `torch.` is
# ATen itself. Kernels.java archives this text in memory and loads it; nothing here is Python's.
#
# Letters: T tokens of all texts, end to end, no padding; B texts; H hidden size; A heads; D = H/A;
# F feed-forward size; V, P, Y rows of the word, position and token-type tables; G groups of
# neighbouring texts of one length (texts come sorted by length, so that G is small).
#
# w, the weights in order: word [V, H], position [P, H], token type [Y, H], LayerNorm weight and
# bias [H]; then twelve for each layer: query-key-value weight [3H, H] and bias, attention output
# weight [H, H] and bias, LayerNorm weight and bias, feed-forward weight [F, H] and bias, output
# weight [H, F] and bias, LayerNorm weight and bias. A model without layers has the first five. Last,
# if there is one, the weight [E, H] of a Dense layer after pooling, and its bias [E] if it has one.
#
# texts, integers: ids [T], positions [T], lengths [G] and counts [G], order [B] = the place of each
# of the caller's texts among the sorted ones, slots [T] = the place of each token in a padded
# [B, N], N tokens in the longest text. With slots, attention and pooling are padded: one call for
# all, faster where starting a call costs more than computing padding. Without (length 0), neither.
# model, numbers: heads, LayerNorm epsilon, pooling (0 mean, 1 cls, 2 max, 3 mean times the square
# root of the length, 4 mean weighted by place, 5 last token), activation of the Dense layer (0 none,
# 1 tanh), the means of the layers' products: 0 the engine's BLAS, 1 oneDNN where they are large, 2
# bfloat16, for attention too; then LayerNorm, what goes around sublayers, pooling, loss and every gradient of a weight stay float32.
# Where the temperature is learnt, the last of the weights that learn is the logarithm of its inverse,
# a scalar; no weight is one.
# Read on the host, and given there, so that no device has to be waited for: lengths, counts, model,
# loss, dropout, adamw, products.
# f, the first of the weights, where they do not learn; w then has the others. The engine's bridge
# knows no empty list: f is a single scalar where all weights learn.
# rates, numbers: dropout after embeddings and sublayers, dropout of attention probabilities.
class Kernels(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  def attention(self,
      qkv: Tensor, lengths: List[int], counts: List[int], slots: Tensor, heads: int,
      rate: float) -> Tensor:
    H = qkv.size(1) // 3
    if slots.numel() > 0:
      B = sum(counts)
      N = lengths[-1]
      t = self.padded(qkv, slots, B, N).view([B, N, 3, heads, H // heads])
      q, k, v = torch.unbind(t.permute([2, 0, 3, 1, 4]))  # each [B, A, N, D]
      mask = self.occupied(slots, B, N).view([B, 1, 1, N])
      a = torch.scaled_dot_product_attention(q, k, v, mask, rate)
      return torch.index_select(a.transpose(1, 2).reshape([B * N, H]), 0, slots)
    sizes = annotate(List[int], [])
    for i in range(len(lengths)):
      sizes.append(lengths[i] * counts[i])
    groups = torch.split_with_sizes(qkv, sizes)
    attended = annotate(List[Tensor], [])
    for i in range(len(groups)):
      t = groups[i].view([counts[i], lengths[i], 3, heads, H // heads])
      q, k, v = torch.unbind(t.permute([2, 0, 3, 1, 4]))  # each [count, A, length, D]
      a = torch.scaled_dot_product_attention(q, k, v, None, rate)
      attended.append(a.transpose(1, 2).reshape([sizes[i], H]))
    return torch.cat(attended)  # [T, H]

  def padded(self, x: Tensor, slots: Tensor, B: int, N: int) -> Tensor:
    empty = torch.zeros([B * N, x.size(1)], dtype=x.dtype, device=x.device)
    return torch.index_copy(empty, 0, slots, x)

  def occupied(self, slots: Tensor, B: int, N: int) -> Tensor:
    empty = torch.zeros([B * N], dtype=11, device=slots.device)
    return torch.index_fill(empty, 0, slots, True).view([B, N])

  def pooled(self,
      x: Tensor, lengths: List[int], counts: List[int], slots: Tensor, pooling: int) -> Tensor:
    if slots.numel() > 0:
      B = sum(counts)
      N = lengths[-1]
      t = self.padded(x, slots, B, N).view([B, N, x.size(1)])
      mask = self.occupied(slots, B, N)
      n = torch.sum(mask, [1], True)  # [B, 1]
      if pooling == 0:
        return torch.sum(t, [1]) / n
      elif pooling == 1:
        return torch.select(t, 1, 0)
      elif pooling == 2:
        return torch.amax(torch.masked_fill(t, ~torch.unsqueeze(mask, 2), -inf), [1])
      elif pooling == 3:
        return torch.sum(t, [1]) / torch.sqrt(n)
      elif pooling == 4:
        return self.weighted(t) / (n * (n + 1) / 2)  # padding is 0 and so weighs nothing
      last = torch.expand(torch.unsqueeze(n - 1, 2), [B, 1, x.size(1)])
      return torch.squeeze(torch.gather(t, 1, last), 1)
    sizes = annotate(List[int], [])
    for i in range(len(lengths)):
      sizes.append(lengths[i] * counts[i])
    groups = torch.split_with_sizes(x, sizes)
    vectors = annotate(List[Tensor], [])
    for i in range(len(groups)):
      t = groups[i].view([counts[i], lengths[i], x.size(1)])
      if pooling == 0:
        vectors.append(torch.mean(t, [1]))
      elif pooling == 1:
        vectors.append(torch.select(t, 1, 0))
      elif pooling == 2:
        vectors.append(torch.amax(t, [1]))
      elif pooling == 3:
        vectors.append(torch.mean(t, [1]) * lengths[i] ** 0.5)
      elif pooling == 4:
        vectors.append(self.weighted(t) / (lengths[i] * (lengths[i] + 1) / 2))
      else:
        vectors.append(torch.select(t, 1, -1))
    return torch.cat(vectors)  # [B, H], sorted

  # The sum of a text's tokens [B, N, H], each times its place from 1.
  def weighted(self, t: Tensor) -> Tensor:
    place = torch.arange(1, t.size(1) + 1, dtype=t.dtype, device=t.device)
    return torch.matmul(t.transpose(1, 2), place)  # [B, H]

  # The Dense layer, if the weights have one behind those of the layers.
  def dense(self, x: Tensor, w: List[Tensor], activation: int) -> Tensor:
    extra = (len(w) - 5) % 12
    if extra == 0:
      return x
    elif extra == 1:
      x = torch.linear(x, w[-1])
    else:
      x = torch.linear(x, w[-2], w[-1])
    if activation == 1:
      x = torch.tanh(x)
    return x  # [B, E]

  # A linear layer: means 0 by the engine's BLAS, 1 by oneDNN, 2 in bfloat16. The engine's oneDNN is
  # built for every x86 processor, its BLAS for Intel's: on others it is half as fast. Autocast would
  # do nothing while the graph optimizer is off.
  def linear(self, x: Tensor, w: Tensor, b: Tensor, means: int) -> Tensor:
    if means == 1:
      y = torch.to_dense(torch.mkldnn_linear(torch.to_mkldnn(x), w, b))
    elif means == 2:
      y = torch.linear(torch.to(x, 15), torch.to(w, 15), torch.to(b, 15))
    else:
      y = torch.linear(x, w, b)
    return y

  # The two layers of a feed-forward block with GELU between: [T, H] to [T, F] to [T, H].
  def feed_forward(self,
      x: Tensor, w: Tensor, b: Tensor, u: Tensor, c: Tensor, means: int) -> Tensor:
    if means == 1:
      f = torch.gelu(torch.mkldnn_linear(torch.to_mkldnn(x), w, b))
      y = torch.to_dense(torch.mkldnn_linear(f, u, c))
    else:
      y = self.linear(torch.gelu(self.linear(x, w, b, means)), u, c, means)
    return y

  # By what the layers' products are computed. With few tokens, reordering weights for oneDNN costs
  # more than it saves. Weights that learn need rows in multiples of 48, which are whole blocks on
  # every processor: where a block is left unfilled, oneDNN 3.7.1 works past the end of a gradient's
  # memory on processors without AVX-512 (reduce_and_convert_diff_weights_and_bias of its
  # brgemm_inner_product_bwd_weights, seen with guarded memory).
  def means(self, w: List[Tensor], tokens: int, asked: int) -> int:
    means = asked
    if asked == 1:
      if tokens < 512:
        means = 0
      for i in range((len(w) - 5) // 12 * 12):
        if w[5 + i].requires_grad and w[5 + i].size(0) % 48 != 0:
          means = 0
    return means

  # Says by not failing that oneDNN is there.
  def dnn(self, x: Tensor) -> Tensor:
    return self.linear(x, x, torch.select(x, 0, 0), 1)

  # Scores of questions q [Q, E] and candidates c [N, E], a tile of candidates at a time: what oneDNN
  # gives must be put beside what it gave before, which is quick only while it lies in a cache.
  def products(self, q: Tensor, c: Tensor) -> Tensor:
    x = torch.to_mkldnn(q)
    tiles = annotate(List[Tensor], [])
    for i in range((c.size(0) + 1023) // 1024):
      w = torch.slice(c, 0, 1024 * i, 1024 * (i + 1))
      tiles.append(torch.to_dense(torch.mkldnn_linear(x, w)))
    return torch.cat(tiles, 1)  # [Q, N]

  def texts(self,
      w: List[Tensor], ids: Tensor, positions: Tensor, lengths: Tensor, counts: Tensor,
      order: Tensor, slots: Tensor, model: Tensor, rates: List[float],
      sparse: bool) -> Tensor:
    n = annotate(List[int], lengths.tolist())
    c = annotate(List[int], counts.tolist())
    m = annotate(List[float], model.tolist())
    heads = int(m[0])
    eps = m[1]
    means = self.means(w, ids.size(0), int(m[4]))
    H = w[0].size(1)
    x = torch.embedding(w[0], ids, -1, False, sparse) + torch.embedding(w[1], positions) + w[2][0]
    x = torch.layer_norm(x, [H], w[3], w[4], eps)  # [T, H]
    x = torch.dropout(x, rates[0], rates[0] > 0.0)
    for layer in range((len(w) - 5) // 12):
      b = 5 + 12 * layer
      qkv = self.linear(x, w[b], w[b + 1], means)  # [T, 3H]
      a = self.attention(qkv, n, c, slots, heads, rates[1])
      a = self.linear(a, w[b + 2], w[b + 3], means)
      a = torch.dropout(a, rates[0], rates[0] > 0.0)
      x = torch.layer_norm(x + a, [H], w[b + 4], w[b + 5], eps)
      f = self.feed_forward(x, w[b + 6], w[b + 7], w[b + 8], w[b + 9], means)
      f = torch.dropout(f, rates[0], rates[0] > 0.0)
      x = torch.layer_norm(x + f, [H], w[b + 10], w[b + 11], eps)
    e = self.dense(self.pooled(x, n, c, slots, int(m[2])), w, int(m[3]))
    return torch.index_select(e, 0, order)  # [B, H] or [B, E]

  def unit(self, x: Tensor) -> Tensor:
    return x / torch.clamp_min(torch.linalg_vector_norm(x, 2, [1], True), 1e-12)

  # InfoNCE of the first n texts, questions, and all others, passages: first the n answers, then hard
  # negatives. Each other passage is a negative, except where known [K] says that it is an answer too:
  # question * P + passage, P passages. Answers look for questions only in the symmetric half.
  # scale: a scalar, the logarithm of the inverse temperature, or a vector where that is fixed.
  def contrast(self, e: Tensor, loss: Tensor, known: Tensor, scale: Tensor) -> Tensor:
    h = annotate(List[float], loss.tolist())
    u = self.unit(e)
    n = int(h[2])
    P = e.size(0) - n
    scores = torch.matmul(u[:n], torch.t(u[n:]))  # [n, P]
    if scale.dim() == 0:
      scores = scores * torch.exp(scale)
    else:
      scores = scores / h[0]
    scores = torch.index_fill(scores.view([n * P]), 0, known, -inf).view([n, P])
    target = torch.arange(n, dtype=4, device=e.device)
    value = torch.cross_entropy_loss(scores, target)
    if bool(h[1]):
      back = torch.cross_entropy_loss(torch.t(torch.narrow(scores, 1, 0, n)), target)
      value = (value + back) / 2.0
    return value

  def embed(self,
      w: List[Tensor], ids: Tensor, positions: Tensor, lengths: Tensor, counts: Tensor,
      order: Tensor, slots: Tensor, model: Tensor, normalize: Tensor) -> Tensor:
    e = self.texts(w, ids, positions, lengths, counts, order, slots, model, [0.0, 0.0], False)
    if bool(normalize):
      e = self.unit(e)
    return e

  # loss: temperature, symmetric, questions
  def loss(self,
      w: List[Tensor], ids: Tensor, positions: Tensor, lengths: Tensor, counts: Tensor,
      order: Tensor, slots: Tensor, model: Tensor, loss: Tensor,
      known: Tensor) -> Tensor:
    e = self.texts(w, ids, positions, lengths, counts, order, slots, model, [0.0, 0.0], False)
    return self.contrast(e, loss, known, torch.zeros([0]))

  def whole(self, f: List[Tensor], leaves: List[Tensor]) -> List[Tensor]:
    if f[0].dim() == 0:
      return leaves
    return f + leaves

  def leaves(self, w: List[Tensor]) -> List[Tensor]:
    leaves = annotate(List[Tensor], [])
    for i in range(len(w)):
      leaves.append(w[i].detach().requires_grad_(True))  # shares storage with the weight
    return leaves

  # loss: temperature, symmetric, questions; the loss and the gradient of each weight in w
  def gradients(self,
      f: List[Tensor], w: List[Tensor], ids: Tensor, positions: Tensor, lengths: Tensor,
      counts: Tensor, order: Tensor, slots: Tensor, model: Tensor, loss: Tensor, known: Tensor,
      dropout: Tensor) -> List[Tensor]:
    leaves = self.leaves(w)
    rates = annotate(List[float], dropout.tolist())
    own = leaves
    if leaves[-1].dim() == 0:
      own = leaves[:-1]
    e = self.texts(
        self.whole(f, own), ids, positions, lengths, counts, order, slots, model, rates, False)
    value = self.contrast(e, loss, known, leaves[-1])
    found = torch.grad([value], leaves)
    result = annotate(List[Tensor], [value.detach()])
    for i in range(len(found)):
      result.append(unchecked_cast(Tensor, found[i]))
    return result

  # GradCache's first pass: the vectors of a part of the texts, with dropout.
  def represent(self,
      w: List[Tensor], ids: Tensor, positions: Tensor, lengths: Tensor, counts: Tensor,
      order: Tensor, slots: Tensor, model: Tensor, dropout: Tensor) -> Tensor:
    rates = annotate(List[float], dropout.tolist())
    return self.texts(w, ids, positions, lengths, counts, order, slots, model, rates, False)

  # GradCache between the passes: the loss, its gradient for each vector and, if it is learnt, for the
  # scale. e: the parts' vectors [B, H] end to end; places [B]: where the vector of each of the
  # caller's texts stands in e; scale: one scalar, or one vector where the temperature is fixed.
  def vector_gradients(self,
      e: Tensor, places: Tensor, loss: Tensor, known: Tensor, scale: List[Tensor]) -> List[Tensor]:
    leaf = e.detach().requires_grad_(True)
    s = scale[0].detach().requires_grad_(True)
    value = self.contrast(torch.index_select(leaf, 0, places), loss, known, s)
    sought = annotate(List[Tensor], [leaf])
    if s.dim() == 0:
      sought.append(s)
    found = torch.grad([value], sought)
    result = annotate(List[Tensor], [value.detach()])
    for i in range(len(found)):
      result.append(unchecked_cast(Tensor, found[i]))
    return result

  # GradCache's second pass: adds to g what a part's vectors, d [B, H] their gradients, contribute.
  # A part touches few rows of a large vocabulary, so that its gradient is sparse there.
  def accumulate(self,
      f: List[Tensor], w: List[Tensor], g: List[Tensor], ids: Tensor, positions: Tensor,
      lengths: Tensor, counts: Tensor, order: Tensor, slots: Tensor, model: Tensor,
      dropout: Tensor, d: Tensor) -> Tensor:
    leaves = self.leaves(w)
    rates = annotate(List[float], dropout.tolist())
    e = self.texts(
        self.whole(f, leaves), ids, positions, lengths, counts, order, slots, model, rates, True)
    given = annotate(List[Optional[Tensor]], [d])
    found = torch.grad([e], leaves, given)
    for i in range(len(found)):
      g[i].add_(unchecked_cast(Tensor, found[i]))
    return e.detach()

  # value: the loss; g: the gradient of each weight
  # adamw: learning rate, beta1, beta2, epsilon, weight decay, decay all, clip norm, number of step
  # Moments m, v and weights w change in place, unless the loss or the gradient is not finite. That
  # is decided on the device: the one thing waited for is the report, by the caller. A learnt scale
  # never decays and stays within 0 .. ln 100, temperatures of 1 .. 0.01; the report has the
  # temperature that the loss was computed with.
  def update(self,
      w: List[Tensor], m: List[Tensor], v: List[Tensor], g: List[Tensor], value: Tensor,
      adamw: Tensor) -> Tensor:
    norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(g)))
    report = torch.stack([value, norm])
    finite = torch.all(torch.isfinite(report))
    if w[-1].dim() == 0:
      report = torch.stack([value, norm, torch.exp(-w[-1])])
    h = annotate(List[float], adamw.tolist())
    scale = torch.ones_like(norm)
    if h[6] > 0.0:
      scale = torch.clamp_min(norm / h[6], 1.0)  # the fused update divides gradients by it
    number = torch.full([], h[7], dtype=6, device=w[0].device)
    numbers = annotate(List[Tensor], [])
    decay = torch.where(finite, torch.full_like(norm, 1.0 - h[0] * h[4]), torch.ones_like(norm))
    for i in range(len(w)):
      numbers.append(number)
      # biases and LayerNorm weights are vectors
      if w[i].dim() > 1 or (w[i].dim() == 1 and h[5] > 0.0):
        w[i].mul_(decay)
    # Only lists that came as arguments: the compiler drops updates of lists made here.
    torch._fused_adamw_(
        w, g, m, v, annotate(List[Tensor], []), numbers, lr=h[0], beta1=h[1], beta2=h[2],
        weight_decay=0.0, eps=h[3], amsgrad=False, maximize=False, grad_scale=scale,
        found_inf=torch.to(~finite, 6))
    if w[-1].dim() == 0:
      w[-1].clamp_(0.0, 4.605170185988092)
    return report

  # LoRA: t, adapted weights; z, what they were before; g, the gradients of t; a, the factors, A
  # [R, in] and B [out, R] of one product after the other; m, v, moments of the factors.
  # Last of a, m, v and g is what belongs to a learnt temperature, if it is.
  # products: scale, then for each product the weight it adapts and the first of its rows there.
  # As t = z + scale B A, the gradient of A is scale B' G, and that of B is scale G A'.
  def low_rank(self,
      t: List[Tensor], z: List[Tensor], g: List[Tensor], a: List[Tensor], m: List[Tensor],
      v: List[Tensor], value: Tensor, products: Tensor, adamw: Tensor) -> Tensor:
    p = annotate(List[float], products.tolist())
    gradients = annotate(List[Tensor], [])
    for i in range(len(a) // 2):
      G = torch.narrow(g[int(p[1 + 2 * i])], 0, int(p[2 + 2 * i]), a[2 * i + 1].size(0))
      gradients.append(torch.matmul(torch.t(a[2 * i + 1]), G) * p[0])
      gradients.append(torch.matmul(G, torch.t(a[2 * i])) * p[0])
    if a[-1].dim() == 0:
      gradients.append(g[-1])
    report = self.update(a, m, v, gradients, value, adamw)
    for i in range(len(a) // 2):
      n = int(p[1 + 2 * i])
      row = int(p[2 + 2 * i])
      size = a[2 * i + 1].size(0)
      delta = torch.matmul(a[2 * i + 1], a[2 * i]) * p[0]
      torch.narrow(t[n], 0, row, size).copy_(torch.narrow(z[n], 0, row, size) + delta)
    return report
