package org.isogloss.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TiedGroupsTest {
    @Test
    void givesAllThatAreTiedOneLetter() {
        assertThat(TiedGroups.letters(new boolean[3][3])).containsExactly("a", "a", "a");
    }

    @Test
    void givesTheMiddleOfAChainBothLetters() {
        boolean[][] apart = new boolean[3][3];
        apart(apart, 0, 2);

        assertThat(TiedGroups.letters(apart)).containsExactly("a", "ab", "b");
    }

    @Test
    void givesEachItsOwnWhereAllAreApart() {
        boolean[][] apart = new boolean[3][3];
        apart(apart, 0, 1);
        apart(apart, 0, 2);
        apart(apart, 1, 2);

        assertThat(TiedGroups.letters(apart)).containsExactly("a", "b", "c");
    }

    /** The defining property, for whatever relation: a shared letter says tied, and only that. */
    @Test
    void sharesALetterExactlyWhereTied() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 200; trial++) {
            boolean[][] apart = new boolean[6][6];
            for (int i = 0; i < 6; i++) {
                for (int j = i + 1; j < 6; j++) {
                    if (random.nextBoolean()) {
                        apart(apart, i, j);
                    }
                }
            }
            List<String> letters = TiedGroups.letters(apart);
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < 6; j++) {
                    String other = letters.get(j);
                    boolean shared = letters.get(i).chars().anyMatch(c -> other.indexOf(c) >= 0);
                    assertThat(shared).isEqualTo(i == j || !apart[i][j]);
                }
            }
        }
    }

    private static void apart(boolean[][] apart, int i, int j) {
        apart[i][j] = true;
        apart[j][i] = true;
    }
}
