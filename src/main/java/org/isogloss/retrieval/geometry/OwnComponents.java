package org.isogloss.retrieval.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.encoder.Vectors;

/** Takes out of each language's vectors the directions they have most in common. */
final class OwnComponents implements LanguageErasure {
    @Override
    public String id() {
        return "own-components";
    }

    @Override
    public String meaning() {
        return "The first k right singular vectors of each language's own matrix of vectors, not"
                + " centred, are projected out of that language's vectors (LIR: Yang, Yang, Cer,"
                + " Darve 2021, arXiv 2109.04727). The first is close to the language's mean.";
    }

    @Override
    public boolean countsDirections() {
        return true;
    }

    @Override
    public Vectors erase(LanguageVectors texts, int directions) {
        Remainder remainder = new Remainder(texts);
        for (Map.Entry<Lang, int[]> language : texts.rows().entrySet()) {
            int[] rows = language.getValue();
            if (directions >= Math.min(rows.length, texts.vectors().dimension())) {
                throw new BadInputException(
                        "%s has %d texts of %d numbers: nothing is left when %d directions are taken"
                                        .formatted(
                                                language.getKey(),
                                                rows.length,
                                                texts.vectors().dimension(),
                                                directions)
                                + " out; take fewer");
            }
            Eigenpairs pairs = Eigenpairs.of(moments(texts, rows));
            List<double[]> components = new ArrayList<>();
            for (int k = 0; k < directions; k++) {
                components.add(pairs.vector(k));
            }
            remainder.projectOut(rows, components);
        }
        return remainder.vectors();
    }

    /** Xᵀ·X of some rows, [E, E]: its eigenvectors are the rows' right singular vectors. */
    private static DMatrixRMaj moments(LanguageVectors texts, int[] rows) {
        int dimension = texts.vectors().dimension();
        DMatrixRMaj matrix = new DMatrixRMaj(rows.length, dimension);
        for (int i = 0; i < rows.length; i++) {
            for (int e = 0; e < dimension; e++) {
                matrix.data[i * dimension + e] = texts.vectors().values()[rows[i] * dimension + e];
            }
        }
        DMatrixRMaj moments = new DMatrixRMaj(dimension, dimension);
        CommonOps_DDRM.multInner(matrix, moments);
        return moments;
    }
}
