package org.isogloss.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankFileTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final String HEADER =
            "question,parallel,question_language,passage,answer_language,grade,"
                    + "rank_in_language,rank_in_pool,score,best_wrong";

    private static final Rankings RANKINGS =
            new Rankings(
                    Map.of(TH, 30, EN, 20),
                    List.of(
                            new Ranking(
                                    new Question("1_th", "1", TH, ""),
                                    List.of(
                                            new RelevantRank("39#0", EN, 2, 3, 14, 0.1f),
                                            new RelevantRank("a,b", TH, 1, 1, 2, -1)),
                                    List.of(new Hit("c", TH, 1, 0.5), new Hit("a,b", TH, 2, 0.25)),
                                    0.5),
                            new Ranking(
                                    new Question("1_en", "1", EN, ""),
                                    List.of(new RelevantRank("39#0", EN, 1, 1, 1)),
                                    List.of(new Hit("39#0", EN, 1, 0.75)))));

    @TempDir private Path folder;

    @Test
    void writesOneLineForEachRelevantPassage() throws IOException {
        Path file = folder.resolve("ranks.csv");
        RankFile.write(file, RANKINGS);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "# isogloss-ranks 1 en=20 th=30",
                        HEADER,
                        "1_th,1,th,39#0,en,2,3,14,0.10000000149011612,0.5",
                        "1_th,1,th,\"a,b\",th,1,1,2,-1.0,0.5",
                        "1_en,1,en,39#0,en,1,1,1,NaN,NaN");
    }

    @Test
    void readsBackExactlyWhatWasWritten() throws IOException {
        Path ranks = folder.resolve("ranks.csv");
        Path languages = folder.resolve("languages.csv");
        Path run = folder.resolve("ranking.trec");
        Rankings plain = withoutCommas();
        RankFile.write(ranks, plain);
        HitLanguages.write(languages, plain);
        TrecRun.write(run, plain.questions(), "isogloss");

        assertThat(HitLanguages.join(RankFile.read(ranks), languages, run)).isEqualTo(plain);
        assertThat(Files.readAllLines(languages))
                .containsExactly("passage,language", "c,th", "\"a\"\"b\",th", "39#0,en");
    }

    /** The same with an id that a TREC run can hold as well. */
    private static Rankings withoutCommas() {
        Ranking first = RANKINGS.questions().get(0);
        Ranking changed =
                new Ranking(
                        first.question(),
                        List.of(first.relevant().get(0), new RelevantRank("a\"b", TH, 1, 1, 2, -1)),
                        List.of(first.hits().get(0), new Hit("a\"b", TH, 2, 0.25)),
                        first.bestWrong());
        return new Rankings(RANKINGS.candidates(), List.of(changed, RANKINGS.questions().get(1)));
    }

    @Test
    void countsTheCandidatesOfThePool() {
        assertThat(RANKINGS.pool()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q,1,en,p,en,1,1,1,0.5|:3: has 9 columns, but a rank has ten: ",
                "q,1,en,p,en,1,one,1,0.5,0|:3: has a rank or score that is no number",
                "q,1,en,p,notes,1,1,1,0.5,0|:3: 'notes' names no language",
                "q,1,en,p,en,1,3,2,0.5,0|:3: rank 3 of 20 candidates in en and 2 in the pool cannot",
                "q,1,en,p,en,1,21,22,0.5,0|:3: rank 21 of 20 candidates in en and 22 in the pool",
                "q,1,en,p,de,1,1,1,0.5,0|:3: rank 1 of 0 candidates in de and 1 in the pool cannot",
                "q,1,en,p,en,1,1,21,0.5,0|:3: rank 1 of 20 candidates in en and 21 in the pool",
                "q,1,en,p,en,0,1,1,0.5,0|:3: has the grade 0, but passages with a rank are relevant"
            })
    void namesTheLineThatIsNoRank(String line, String problem) throws IOException {
        Path file = folder.resolve("ranks.csv");
        Files.write(file, List.of("# isogloss-ranks 1 en=20", HEADER, line));
        assertThatThrownBy(() -> RankFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + problem);
    }

    @Test
    void refusesAPassageThatStandsTwice() throws IOException {
        Path file = folder.resolve("ranks.csv");
        String line = "q,1,en,p,en,1,1,1,0.5,0";
        Files.write(file, List.of("# isogloss-ranks 1 en=20", HEADER, line, line));
        assertThatThrownBy(() -> RankFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":4: passage 'p' stands twice under question 'q'");
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        Path file = folder.resolve("ranks.csv");
        Files.write(file, List.of("# isogloss-ranks 2 en=20", HEADER));
        assertThatThrownBy(() -> RankFile.read(file))
                .hasMessage(
                        file
                                + ":1: the ranks are of version 2, but this program reads version"
                                + " 1; score the model anew");
    }

    /** A run that was sorted by another column would make other hits the best, and not say so. */
    @Test
    void refusesHitsThatDoNotStandBestFirst() throws IOException {
        Path languages = folder.resolve("languages.csv");
        Path run = folder.resolve("ranking.trec");
        Files.write(languages, List.of("passage,language", "c,th", "d,th"));
        Files.write(run, List.of("1_th Q0 d 2 0.5 x", "1_th Q0 c 1 0.6 x"));
        assertThatThrownBy(() -> HitLanguages.join(RANKINGS, languages, run))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        run
                                + ": has hit 2 of question '1_th' where hit 1 should stand; put"
                                + " each question's hits in the order of their ranks, from 1");
    }

    @Test
    void refusesAHitWhoseLanguageIsNotTold() throws IOException {
        Path languages = folder.resolve("languages.csv");
        Path run = folder.resolve("ranking.trec");
        Files.write(languages, List.of("passage,language", "c,th"));
        Files.write(run, List.of("1_th Q0 d 1 0.5 x"));
        assertThatThrownBy(() -> HitLanguages.join(RANKINGS, languages, run))
                .hasMessage(
                        languages
                                + ": does not tell the language of passage 'd', which ranking.trec"
                                + " names; score the model anew");
    }
}
