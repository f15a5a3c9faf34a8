package org.isogloss.retrieval.geometry;

import java.util.Map;
import org.isogloss.corpus.Lang;
import org.isogloss.encoder.Vectors;

/** Takes the mean of its language from each vector. */
final class Centring implements LanguageErasure {
    @Override
    public String id() {
        return "centring";
    }

    @Override
    public String meaning() {
        return "The mean of its language's vectors is subtracted from each vector (Libovický, Rosa,"
                + " Fraser 2020, arXiv 2004.05160). All languages then have the same mean.";
    }

    @Override
    public boolean countsDirections() {
        return false;
    }

    @Override
    public Vectors erase(LanguageVectors texts, int directions) {
        Remainder remainder = new Remainder(texts);
        for (Map.Entry<Lang, int[]> language : texts.rows().entrySet()) {
            remainder.subtract(language.getValue(), texts.mean(language.getValue()));
        }
        return remainder.vectors();
    }
}
