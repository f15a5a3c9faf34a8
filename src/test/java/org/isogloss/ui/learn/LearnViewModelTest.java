package org.isogloss.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.isogloss.analysis.bias.BiasMeasures;
import org.isogloss.analysis.reference.PublishedScores;
import org.junit.jupiter.api.Test;

class LearnViewModelTest {
    private final LearnViewModel model = new LearnViewModel(Terms.all());

    @Test
    void everyTermHasItsOwnNameAMeaningAndASource() {
        assertThat(Terms.all())
                .hasSizeGreaterThan(35)
                .extracting(Term::name)
                .doesNotHaveDuplicates();
        assertThat(Terms.all())
                .allSatisfy(
                        term -> {
                            assertThat(term.meaning()).isNotBlank().endsWith(".");
                            assertThat(term.source()).isNotBlank();
                            assertThat(term.formula().orElse("-")).isNotBlank();
                        });
    }

    @Test
    void aBiasMeasureIsExplainedAsBesideItsNumbers() {
        model.query().set("max-rank");
        assertThat(model.found().get(0).meaning())
                .isEqualTo(BiasMeasures.byId("max_rank").orElseThrow().explanation().definition());
    }

    @Test
    void aNameIsFoundBeforeAMeaningInCapitalsOrNot() {
        model.query().set(" HYBRID ");
        assertThat(model.found()).extracting(Term::name).startsWith("Hybrid batch");
        assertThat(model.found()).extracting(Term::name).contains("α (alpha)");
        model.query().set("no such word");
        assertThat(model.found()).isEmpty();
        model.query().set("");
        assertThat(model.found()).hasSameSizeAs(Terms.all());
    }

    @Test
    void theMeansAreThoseThePaperPrints() {
        PublishedViewModel paper = new PublishedViewModel(PublishedScores.read());
        paper.collection().set("mlqa-r");
        PublishedViewModel.Table distance =
                new PublishedViewModel.Table("rank_distance", "multilingual");
        paper.table().set(Optional.of(distance));
        assertThat(paper.rows()).hasSize(8);
        assertThat(paper.rows().get(0).values().get("hybrid")).isCloseTo(227.1, within(.05));

        paper.collection().set("miracl-dev");
        assertThat(paper.table().get()).isEmpty();
        assertThat(paper.rows()).hasSize(2);
        assertThat(paper.rows().get(0).values().get("monolingual")).isCloseTo(.415, within(.0005));
    }
}
