package org.isogloss.run.bench;

/**
 * What was measured of this machine with one backbone: a durable record, one JSON file each.
 *
 * @param isogloss the version that measured
 * @param at when, ISO 8601 in UTC
 * @param processor of the machine
 * @param device what was computed on: {@code cpu} or {@code gpu:0}
 * @param threads processor threads
 * @param backbone the model's sizes
 * @param batch questions of a batch
 * @param tokensPerStep the mean number of tokens of a batch's texts; nothing is padded
 * @param training tokens learnt from
 * @param encoding tokens turned into vectors, tokenising included
 * @param textTokens the mean number of tokens of a text
 * @param search questions times candidates ranked by the exact search, the matrix product included
 * @param product the same, scored only: the product, with its scores brought to memory
 * @param dimension of the vectors that were searched
 * @param indexing lines of a compressed corpus read and indexed on disk; null in measurements made
 *     before this was measured
 * @param peakMiB the most memory the process had, or null where the system does not tell
 */
public record Measurement(
        String isogloss,
        String at,
        Processor processor,
        String device,
        int threads,
        Shape backbone,
        int batch,
        double tokensPerStep,
        Rate training,
        Rate encoding,
        double textTokens,
        Rate search,
        Rate product,
        int dimension,
        Rate indexing,
        Long peakMiB) {}
