package org.isogloss.run.bench;

import java.time.Instant;

/**
 * How fast a machine works, freed of the model it was seen with by the formula of {@link Shape}.
 *
 * @param basis where it is known from
 * @param at when it was seen, or null where that does not matter
 * @param shape the backbone it was seen with
 * @param training operations a second in training steps
 * @param encoding operations a second on the way forward alone, tokenising included
 * @param product seconds to score one question and candidate, by dimension of their vectors
 * @param ranking seconds to rank one question and candidate once scored
 */
public record Speed(
        Basis basis,
        Instant at,
        Shape shape,
        double training,
        double encoding,
        double product,
        double ranking) {

    /** Where a speed is known from, the best first. */
    public enum Basis {
        /** {@code isogloss bench} on this machine. */
        MEASURED,
        /** The log of a run on this machine. */
        LOGGED,
        /** Another machine. */
        REFERENCE
    }

    /**
     * One core of a 2.45 GHz x86-64 server with the sample study's bag of embeddings. Transformers
     * differ too much between machines to be guessed from it.
     */
    public static final Speed REFERENCE =
            new Speed(
                    Basis.REFERENCE,
                    null,
                    new Shape(0, 128, 128, 4000, 160),
                    2.7e10,
                    8.8e9,
                    6e-11,
                    1.8e-8);

    /** The speed a measurement shows. */
    public static Speed of(Measurement one) {
        Shape shape = one.backbone();
        double steps = one.training().perSecond().median() / one.tokensPerStep();
        double scored = 1 / one.product().perSecond().median();
        double ranked = 1 / one.search().perSecond().median();
        return new Speed(
                Basis.MEASURED,
                Instant.parse(one.at()),
                shape,
                steps * shape.step(one.tokensPerStep(), one.textTokens()),
                one.encoding().perSecond().median() * shape.forward(one.textTokens()),
                scored / one.dimension(),
                Math.max(0, ranked - scored));
    }

    /**
     * The speed a run's log shows. Of encoding it tells nothing: layers are taken to be as fast
     * there as in training, a bag, which is held up by its tokenizer, as much slower as on the
     * reference machine; and ranking is the reference machine's.
     *
     * @param tokens of a step
     * @param textTokens tokens of a text
     * @param stepSeconds how long a step took
     */
    static Speed logged(
            Instant at, Shape shape, double tokens, double textTokens, double stepSeconds) {
        double training = shape.step(tokens, textTokens) / stepSeconds;
        return new Speed(
                Basis.LOGGED,
                at,
                shape,
                training,
                shape.layers() > 0 ? training : training * REFERENCE.encoding / REFERENCE.training,
                REFERENCE.product,
                REFERENCE.ranking);
    }
}
