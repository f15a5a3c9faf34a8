package org.isogloss.retrieval.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.encoder.Vectors;

/** Takes out the directions in which the languages' means differ most, the same for all texts. */
final class SharedDirections implements LanguageErasure {
    /** Below this part of the greatest, a difference of means is rounding. */
    private static final double RANK_TOLERANCE = 1e-9;

    @Override
    public String id() {
        return "shared-directions";
    }

    @Override
    public String meaning() {
        return "The k directions in which the means of the languages differ most are projected out"
                + " of every vector: the leading principal directions of the L language means about"
                + " their own mean, each language with the same weight. After Xie, Zhao, Yu, Li 2022"
                + " (LSAR, arXiv 2401.05792). With k = L − 1 all means agree in what is left.";
    }

    @Override
    public boolean countsDirections() {
        return true;
    }

    /** Letters: L languages, E numbers; the means' Gram matrix is [L, L]. */
    @Override
    public Vectors erase(LanguageVectors texts, int directions) {
        Map<Lang, int[]> rows = texts.rows();
        DMatrixRMaj apart = differences(texts, rows); // [L, E]
        DMatrixRMaj gram = new DMatrixRMaj(rows.size(), rows.size());
        CommonOps_DDRM.multTransB(apart, apart, gram);
        Eigenpairs pairs = Eigenpairs.of(gram);
        List<double[]> found = new ArrayList<>();
        for (int k = 0; k < directions; k++) {
            if (k >= rows.size()
                    || pairs.value(k)
                            <= RANK_TOLERANCE * Math.max(pairs.value(0), RANK_TOLERANCE)) {
                throw new BadInputException(
                        "the means of %d languages differ in %d directions only; take out at most so"
                                        .formatted(rows.size(), k)
                                + " many");
            }
            DMatrixRMaj direction = new DMatrixRMaj(1, apart.numCols);
            CommonOps_DDRM.mult(
                    1 / Math.sqrt(pairs.value(k)),
                    new DMatrixRMaj(1, rows.size(), true, pairs.vector(k)),
                    apart,
                    direction);
            found.add(direction.data);
        }
        Remainder remainder = new Remainder(texts);
        rows.values().forEach(language -> remainder.projectOut(language, found));
        return remainder.vectors();
    }

    private static DMatrixRMaj differences(LanguageVectors texts, Map<Lang, int[]> rows) {
        int dimension = texts.vectors().dimension();
        DMatrixRMaj means = new DMatrixRMaj(rows.size(), dimension);
        int l = 0;
        for (int[] language : rows.values()) {
            System.arraycopy(texts.mean(language), 0, means.data, l * dimension, dimension);
            l++;
        }
        DMatrixRMaj centre = new DMatrixRMaj(1, dimension);
        CommonOps_DDRM.sumCols(means, centre);
        for (int i = 0; i < means.data.length; i++) {
            means.data[i] -= centre.data[i % dimension] / rows.size();
        }
        return means;
    }
}
