package org.isogloss.corpus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.KnownCheck.Finding;
import org.isogloss.corpus.format.DatasetFormat;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.format.DatasetSummary.LanguageCounts;
import org.isogloss.corpus.format.DatasetSummary.Spread;
import org.isogloss.corpus.format.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownDatasetsTest {
    private static final Path XQUAD_R = Path.of("../shared/data/xquad-r");
    private static final KnownDatasets LIBRARY = KnownDatasets.shipped();

    static Stream<KnownDataset> everyKnownDataset() {
        return LIBRARY.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyKnownDataset")
    void saysWhatItIsWhereItComesFromAndWhoSaysSo(KnownDataset known) {
        assertThat(known.id()).matches("[a-z0-9]+([.-][a-z0-9]+)*");
        assertThat(known.title()).isNotBlank();
        assertThat(known.what()).endsWith(".");
        assertThat(known.licence()).isNotBlank();
        assertThat(known.homepage()).startsWith("http");
        assertThat(known.citation()).startsWith("@").endsWith("}");
        assertThat(known.sources()).isNotEmpty();
        assertThat(known.languages()).doesNotHaveDuplicates();
        assertThat(DatasetFormats.all()).extracting(DatasetFormat::id).contains(known.format());
    }

    @ParameterizedTest
    @MethodSource("everyKnownDataset")
    void isFetchedFromFixedAddressesOrSaysHowToGetIt(KnownDataset known) {
        for (KnownDataset.FixedFile file : known.files()) {
            assertThat(file.url()).matches("https://[^ ]+/[0-9a-f]{40}/[^ ]+");
            assertThat(file.path()).matches("[A-Za-z0-9][A-Za-z0-9._-]*");
            assertThat(file.size()).isPositive();
            assertThat(file.hash()).matches("[0-9a-f]{40}|[0-9a-f]{64}");
        }
        for (KnownDataset.HubFiles hub : known.hub()) {
            assertThat(hub.repository()).matches("[A-Za-z0-9_-]+/[A-Za-z0-9._-]+");
            assertThat(hub.revision()).matches("[0-9a-f]{40}|main");
            assertThat(Pattern.compile(hub.files(known.languages().stream().findFirst())))
                    .isNotNull();
        }
        assertThat(known.fetched()).isEqualTo(known.byHand().isEmpty());
        assertThat(known.files()).extracting(KnownDataset.FixedFile::path).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("everyKnownDataset")
    void publishesEachCountOnceAndOnlyOfItsLanguages(KnownDataset known) {
        assertThat(known.expected()).isNotEmpty();
        Set<String> parts = new HashSet<>();
        for (PublishedCounts part : known.expected()) {
            assertThat(parts.add(part.name())).isTrue();
            Set<String> seen = new HashSet<>();
            for (PublishedCounts.Counts counts : part.counts()) {
                counts.lang().ifPresent(lang -> assertThat(known.languages()).contains(lang));
                counts.questions()
                        .ifPresent(
                                n -> {
                                    assertThat(n).isPositive();
                                    assertThat(seen.add("questions " + counts.lang())).isTrue();
                                });
                counts.candidates()
                        .ifPresent(
                                n -> {
                                    assertThat(n).isPositive();
                                    assertThat(seen.add("candidates " + counts.lang())).isTrue();
                                });
            }
            assertThat(seen).isNotEmpty();
        }
    }

    @Test
    void idsAreUnique() {
        assertThat(LIBRARY.all()).extracting(KnownDataset::id).doesNotHaveDuplicates();
        assertThatThrownBy(() -> LIBRARY.named("squad"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("the library has no data set 'squad'; it has xquad-r, ");
    }

    /** Sums that are printed beside the tables they were transcribed from. */
    @Test
    void addsUpToThePublishedTotals() {
        assertThat(total("xquad-r", "", false)).as("LAReQA, section 3").isEqualTo(13_014);
        assertThat(total("mlqa-r", "", false)).as("research notes, A1").isEqualTo(20_534);
        assertThat(total("miracl", "dev", true) - 305 - 119)
                .as("MIRACL's table has 16 languages, without German and Yoruba")
                .isEqualTo(13_071);
        assertThat(total("miracl", "train", true)).isEqualTo(40_203);
        assertThat(total("miracl-hard-negatives", "dev", true)).isEqualTo(11_076);
    }

    private static int total(String id, String part, boolean questions) {
        return LIBRARY.named(id).expected().stream()
                .filter(published -> published.name().equals(part))
                .flatMap(published -> published.counts().stream())
                .mapToInt(n -> (questions ? n.questions() : n.candidates()).orElseThrow())
                .sum();
    }

    @Test
    void agreesWithXquadR() {
        assumeThat(XQUAD_R).as("XQuAD-R is shared, not part of the project").isDirectory();
        DatasetSummary summary = DatasetSummary.of(DatasetFormats.read(XQUAD_R), XQUAD_R);
        assertThat(LIBRARY.recognise(summary, ReadOptions.NONE)).contains(LIBRARY.named("xquad-r"));
        KnownCheck check = LIBRARY.named("xquad-r").check(summary);
        assertThat(check.differing()).isEmpty();
        assertThat(check.findings()).hasSize(22);
        assertThat(check.notRead()).isEmpty();
        assertThat(check.sentence()).isEqualTo("XQuAD-R: all 22 counts as published");
    }

    @Test
    void saysWhichCountsDifferAndWhichLanguagesWereNotRead() {
        KnownCheck check =
                LIBRARY.named("xquad-r")
                        .check(
                                summary(
                                        "x",
                                        "lareqa",
                                        count("th", 1190, 850),
                                        count("en", 1190, 1180)));
        assertThat(check.findings().stream().map(Finding::toString))
                .containsExactly(
                        "en 1,190 questions as published",
                        "en 1,180 candidates as published",
                        "th 1,190 questions as published",
                        "th 850 candidates, published 852");
        assertThat(check.agrees()).isFalse();
        assertThat(check.sentence())
                .isEqualTo("XQuAD-R: 1 of 4 counts differ from what was published");
        assertThat(check.notRead()).hasSize(9).contains(new Lang("zh"));
    }

    @Test
    void comparesWithTheSplitThatWasAskedForOrFitsBest() {
        KnownDataset mlqa = LIBRARY.named("mlqa");
        DatasetSummary test = summary("x", "squad", count("de", 4517, 9), count("en", 11590, 9));
        assertThat(mlqa.check(test).part()).isEqualTo("test");
        assertThat(mlqa.check(test).agrees()).isTrue();
        assertThat(mlqa.check(test, ReadOptions.NONE.withSplit("dev")).differing()).hasSize(2);
    }

    @Test
    void comparesSeveralSubsetsTogetherWithNone() {
        KnownDataset xpqa = LIBRARY.named("xpqa-retrieval");
        DatasetSummary one = summary("x", "mteb", count("ar", 750, 0), count("en", 0, 1533));
        assertThat(xpqa.check(one, ReadOptions.NONE.withSubset("eng-ara")).sentence())
                .isEqualTo("XPQARetrieval (MTEB), test eng-ara: all 2 counts as published");
        DatasetSummary many =
                summary("x", "mteb", count("ar", 1, 1), count("en", 1, 1), count("de", 1, 1));
        assertThat(xpqa.check(many).sentence()).endsWith("no counts are known to compare with");
    }

    @Test
    void recognisesADataSetByItsNameOrByAllItsCounts() {
        LanguageCounts ar = count("ar", 517, 2545);
        LanguageCounts de = count("de", 512, 2362);
        assertThat(recognised(summary("MLQA_R", "lareqa", ar))).isEqualTo("mlqa-r");
        assertThat(recognised(summary("download", "lareqa", ar, de))).isEqualTo("mlqa-r");
        assertThat(recognised(summary("download", "lareqa", ar))).as("too few").isEmpty();
        assertThat(recognised(summary("mlqa-r", "lareqa", count("fr", 1, 1))))
                .as("another language")
                .isEmpty();
        assertThat(recognised(summary("mlqa-r", "beir", ar))).as("another format").isEmpty();
        assertThat(recognised(summary("miracl-hard-negatives", "mteb", count("sw", 1, 1))))
                .isEqualTo("miracl-hard-negatives");
        assertThat(recognised(summary("NeuCLIR2022Retrieval", "mteb", count("ru", 1, 1))))
                .isEqualTo("neuclir-2022");
    }

    @Test
    void readsAsTheUserSaysAndElseAsIsKnown() {
        KnownDataset squad = LIBRARY.named("squad-v1.1-dev");
        Lang en = new Lang("en");
        assertThat(squad.reading(ReadOptions.NONE))
                .isEqualTo(ReadOptions.NONE.withLanguages(en, en));
        ReadOptions said = ReadOptions.NONE.withLanguages(new Lang("de"), en).withSplit("dev");
        assertThat(squad.reading(said)).isEqualTo(said);
    }

    private static String recognised(DatasetSummary summary) {
        return LIBRARY.recognise(summary, ReadOptions.NONE).map(KnownDataset::id).orElse("");
    }

    private static LanguageCounts count(String lang, int questions, int candidates) {
        return new LanguageCounts(new Lang(lang), questions, candidates, 0);
    }

    private static DatasetSummary summary(String name, String format, LanguageCounts... counts) {
        return new DatasetSummary(
                name, format, List.of(counts), 0, 0, 0, new Spread(0, 0, 0), List.of(), "0");
    }
}
