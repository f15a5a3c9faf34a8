package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.overlap.OverlapReport;
import org.isogloss.encoder.Vectors;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Study;
import org.isogloss.run.EventLog;
import org.isogloss.run.LanguageGeometry;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.TinyStudy;
import org.isogloss.run.bench.MemoryTrace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
    private static final Path SAMPLE = Path.of("sample-data", "world-facts");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<List<String>> everyCommand() {
        return commands(IsoglossCommand.commandLine(Cancellation.NEVER), List.of());
    }

    private static Stream<List<String>> commands(CommandLine command, List<String> path) {
        return Stream.concat(
                Stream.of(path),
                command.getSubcommands().entrySet().stream()
                        .filter(sub -> !sub.getKey().equals("help"))
                        .flatMap(
                                sub ->
                                        commands(
                                                sub.getValue(),
                                                Stream.concat(
                                                                path.stream(),
                                                                Stream.of(sub.getKey()))
                                                        .toList())));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void explainsEveryCommand(List<String> command) {
        String[] arguments =
                Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new);

        assertThat(run(arguments)).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("Usage: isogloss " + String.join(" ", command));
    }

    @Test
    void sendsAMisspeltOptionBackAsUsage() {
        assertThat(run("data", "inspect", "--jason", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("'--jason'").contains("Usage: isogloss data inspect");
    }

    @Test
    void sendsACommandWithoutItsSubcommandBackAsUsage() {
        assertThat(run("study")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Usage: isogloss study");
    }

    @Test
    void tellsADiskThatCannotBeWrittenToWithARemedy() {
        CommandLine command = IsoglossCommand.commandLine(Cancellation.NEVER);
        command.setErr(new PrintWriter(err, true));
        FileSystemException readOnly =
                new FileSystemException("/d/x", null, "Read-only file system");

        int code =
                new CliErrors()
                        .handleExecutionException(
                                new UncheckedIOException("cannot lock /d/x", readOnly),
                                command,
                                null);

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString())
                .startsWith("isogloss: the disk is read-only: cannot lock /d/x; make it writable");
    }

    @Test
    void namesAMissingFileInOneLine() {
        Path missing = folder.resolve("no.jsonl");

        assertThat(run("data", "inspect", missing.toString())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("isogloss: " + missing);
    }

    @Test
    void interpolatesIntoNoFolderThatHoldsSomething() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Path kept = Files.writeString(full.resolve("model.safetensors"), "mine");

        int code =
                run(
                        "model",
                        "interpolate",
                        "--a",
                        "x",
                        "--b",
                        "y",
                        "--weight",
                        "0.5",
                        "--out",
                        full.toString());

        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(full + ": holds files already");
        assertThat(kept).hasContent("mine");
    }

    @Test
    void namesAMissingModelToInterpolate() {
        String missing = folder.resolve("no-model").toString();
        String out = folder.resolve("out").toString();

        int code =
                run(
                        "model",
                        "interpolate",
                        "--a",
                        missing,
                        "--b",
                        missing,
                        "--weight",
                        "0.5",
                        "--out",
                        out);

        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith("isogloss: " + missing);
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void namesTheLineOfABrokenStudy() throws IOException {
        Path study = folder.resolve("study.json");
        String misspelt = JsonFile.text(TinyStudy.in(folder, 10)).replace("title", "titel");
        Files.writeString(study, misspelt);

        int code = run("study", "run", study.toString(), "--runs", folder.toString());

        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("study.json:3").contains("titel");
    }

    @Test
    void saysWhatTestAndTrainingDataHaveInCommon() throws IOException {
        TinyStudy.in(folder, 10);
        Path train = folder.resolve("train.jsonl");
        Path file = folder.resolve("overlap.json");

        int code =
                run(
                        "data",
                        "overlap",
                        "--training",
                        train.toString(),
                        "--evaluation",
                        train.toString(),
                        folder.resolve("held-out.jsonl").toString(),
                        "--out",
                        file.toString());

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("train × train", "overlap: 120 of 120 questions and 120 of 120 passages")
                .contains("train × held-out", "zero-shot: no overlap")
                .contains("40 of 40 training items would have to be left out");
        assertThat(JsonFile.read(file, OverlapReport.class).verdicts()).hasSize(2);
    }

    @Test
    void addsStatisticsToWhatIsInADataSet() throws IOException {
        TinyStudy.in(folder, 10);
        String train = folder.resolve("train.jsonl").toString();

        assertThat(run("data", "inspect", train)).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("100.0 %")
                .contains("40 to 40 parallel questions a language pair");

        assertThat(run("data", "inspect", "--json", train)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"sha256\"", "\"coverage\"");
    }

    @Test
    void refusesARunWithoutAFolderToRunIn() throws IOException {
        Path spec = folder.resolve("spec.json");
        JsonFile.write(spec, TinyStudy.in(folder, 10).plan().get(0));

        assertThat(run("run", spec.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("--runs DIR");
    }

    @ParameterizedTest
    @CsvSource({"--jobs, -1", "--jobs, 0", "--threads, -2", "--threads, many"})
    void sendsACountBelowOneBackAsUsage(String option, String count) {
        assertThat(run("study", "run", "x.json", "--runs", "runs", option, count))
                .isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("'" + count + "' is not a whole number of at least");
    }

    @Test
    void refusesABrokenStudyBeforeItMakesAFolder() throws IOException {
        Path file = folder.resolve("study.json");
        String misspelt = JsonFile.text(TinyStudy.in(folder, 10)).replace("hybrid", "hybird");
        Files.writeString(file, misspelt);
        Path runs = folder.resolve("runs");

        assertThat(run("study", "run", file.toString(), "--runs", runs.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("there is no batch strategy 'hybird'");
        assertThat(runs).doesNotExist();
    }

    @Test
    void refusesAPlaceItCannotWriteToBeforeItWorks() throws IOException {
        Path texts = Files.writeString(folder.resolve("texts.txt"), "a");
        Path out = texts.resolve("vectors.npy");

        int encoded =
                run("encode", "--model", "x", "--in", texts.toString(), "--out", out.toString());
        int evaluated = run("evaluate", "--model", "x", "--data", "x", "--out", texts.toString());

        assertThat(List.of(encoded, evaluated))
                .containsExactly(ExitCode.BAD_INPUT, ExitCode.BAD_INPUT);
        assertThat(err.toString().lines())
                .containsOnly(
                        "isogloss: " + texts + ": is not a folder; nothing can be written in it");
    }

    @Test
    void saysThatReadingWasInterrupted() {
        String data = SAMPLE.resolve("unseen-countries.jsonl").toString();

        assertThat(run(() -> true, "data", "inspect", data)).isEqualTo(ExitCode.CANCELLED);

        assertThat(err.toString().lines()).containsExactly("isogloss: cancelled");
    }

    @Test
    void tellsAFailureOfTheDiskInOneLine() throws IOException {
        CommandLine command =
                IsoglossCommand.commandLine(Cancellation.NEVER).setErr(new PrintWriter(err, true));

        int code =
                new CliErrors()
                        .handleExecutionException(
                                new UncheckedIOException(
                                        "cannot write x: disk full", new IOException("disk full")),
                                command,
                                null);

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString().lines()).containsExactly("isogloss: cannot write x: disk full");
    }

    @Test
    void countsAFailedRunForMoreThanACancelledOne() throws IOException {
        Study study = TinyStudy.in(folder, 10).withSeeds(List.of(1L, 2L));
        List<RunFolder> runs = new ArrayList<>();
        for (ExperimentSpec spec : study.plan()) {
            runs.add(RunFolder.create(folder.resolve("runs"), spec, Map.of()));
        }
        append(runs.get(0), new RunEvent.Failed(""));
        append(runs.get(1), new RunEvent.Cancelled(3));

        int code = StudyOutcome.print(runs, new PrintWriter(out, true), new PrintWriter(err, true));

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString().lines()).containsExactly("hybrid-0.50-pico-1: failed");
    }

    private static void append(RunFolder run, RunEvent event) {
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(event);
        }
    }

    @Test
    void countsADataSetForPeopleAndForScripts() {
        Path data = SAMPLE.resolve("unseen-countries.jsonl");

        assertThat(run("data", "inspect", data.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("unseen-countries (parallel-jsonl)")
                .containsPattern("th Thai +140 +140 +140\n");

        assertThat(run("data", "inspect", "--json", data.toString())).isEqualTo(ExitCode.OK);
        Path json = folder.resolve("summary.json");
        String printed = out.toString();
        writeTo(json, printed.substring(printed.indexOf('{')));
        assertThat(JsonFile.tree(json).path("questions").asInt()).isEqualTo(11 * 140);
    }

    @Test
    void saysWhatADataSetLeftOut() {
        Path data = Path.of("sample-data", "formats", "trec", "sw");

        assertThat(run("data", "inspect", data.toString())).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("sw (trec)")
                .containsPattern("sw Swahili +3 +4 +3\n")
                .contains("qrels.txt:4: the judgment names a question that is not there");
    }

    @Test
    void saysThatADataSetIsOnlyToTrainOn() {
        Path data = Path.of("sample-data", "formats", "flag-embedding", "train-zh.jsonl");

        assertThat(run("data", "inspect", data.toString())).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("4 items to train on; no judgments");
    }

    @Test
    void convertsADataSetReadWithOptions() {
        Path data = Path.of("sample-data", "formats", "mteb", "MLQARetrieval");
        Path beir = folder.resolve("de");

        int code =
                run(
                        "data",
                        "convert",
                        data.toString(),
                        "--subset",
                        "deu-deu",
                        "--to",
                        "beir",
                        "--out",
                        beir.toString());

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(run("data", "inspect", beir.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("de (beir)").containsPattern("de German +3 +4 +3\n");
        assertThat(run("data", "convert", "x", "--to", "y", "--out", "z"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--to is 'y', but must be one of [parallel-jsonl");
    }

    @Test
    void asksForALanguageThatIsOne() {
        Path data = Path.of("sample-data", "formats", "trec", "sw");

        int code = run("data", "inspect", data.toString(), "--question-lang", "notes");

        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--question-lang: 'notes' names no language");
    }

    @Test
    @Tag("native")
    void scoresAModelAndPrintsWhatItWrites() {
        Path results = folder.resolve("results");

        int code =
                run(
                        "evaluate",
                        "--model",
                        SAMPLE.resolve("warm-start").toString(),
                        "--data",
                        SAMPLE.resolve("unseen-countries.jsonl").toString(),
                        "--out",
                        results.toString());

        assertThat(code).isEqualTo(ExitCode.OK);
        Evaluation written = new ResultFolder(results).evaluation().orElseThrow();
        assertThat(out.toString().lines().toList())
                .containsExactlyElementsOf(new MacroTable(written).lines());
        assertThat(err.toString()).contains("encoding questions: 1,540 of 1,540");
    }

    @Test
    @Tag("native")
    void scoresAnIndexedCorpusAsOneInMemory() {
        Path miracl = Path.of("sample-data", "formats", "miracl", "town");
        String[] memory = evaluate(miracl, folder.resolve("memory"), "1000");
        String[] disk = evaluate(miracl, folder.resolve("disk"), "0");

        assertThat(run(memory)).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).doesNotContain("indexing passages");
        assertThat(run(disk)).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).contains("indexing passages", "searching passages");

        assertThat(folder.resolve("disk").resolve("scores.csv"))
                .hasSameTextualContentAs(folder.resolve("memory").resolve("scores.csv"));
        assertThat(new ResultFolder(folder.resolve("disk")).evaluation())
                .isEqualTo(new ResultFolder(folder.resolve("memory")).evaluation());
        assertThat(folder.resolve("disk").resolve("vectors")).isNotEmptyDirectory();
    }

    @Test
    @Tag("native")
    void encodesAPoolInSharesThatEvaluateGoesOnWith() throws IOException {
        Path miracl = Path.of("sample-data", "formats", "miracl", "town");
        Path shared = folder.resolve("shared");
        String[] encode = evaluate(miracl, shared, "0");
        encode[0] = "encode-pool";

        assertThat(run(with(encode, "--index-only"))).isEqualTo(ExitCode.OK);
        assertThat(run(with(encode, "--check"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(with(encode, "--shard", "3/2"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(with(encode, "--shard", "2/2"))).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("0 of 1 shards are there");
        assertThat(run(with(encode, "--shard", "1/2"))).isEqualTo(ExitCode.OK);
        assertThat(run(with(encode, "--check"))).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("1 of 1 shards are there");
        Path shard = shared.resolve("vectors").resolve("vectors-00000.npy");
        byte[] before = Files.readAllBytes(shard);

        assertThat(run(evaluate(miracl, shared, "0"))).isEqualTo(ExitCode.OK);
        assertThat(shard).hasBinaryContent(before);
        assertThat(run(evaluate(miracl, folder.resolve("alone"), "0"))).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("alone").resolve("vectors").resolve("vectors-00000.npy"))
                .hasBinaryContent(before);
        assertThat(folder.resolve("alone").resolve("scores.csv"))
                .hasSameTextualContentAs(shared.resolve("scores.csv"));
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    private String[] evaluate(Path data, Path results, String indexFrom) {
        return new String[] {
            "evaluate",
            "--model",
            SAMPLE.resolve("warm-start").toString(),
            "--data",
            data.toString(),
            "--index-from",
            indexFrom,
            "--index-in",
            folder.resolve("pools").toString(),
            "--out",
            results.toString()
        };
    }

    @Test
    void looksIntoAnIndexedCorpus() {
        Path miracl = Path.of("sample-data", "formats", "miracl", "town");
        String[] pool = {"--index-from", "0", "--index-in", folder.resolve("pools").toString()};
        String[] inspect = {"data", "inspect", miracl.toString()};
        assertThat(run(inspect)).isEqualTo(ExitCode.OK);
        String inMemory = out.toString();
        out.getBuffer().setLength(0);

        assertThat(run(Stream.concat(Stream.of(inspect), Stream.of(pool)).toArray(String[]::new)))
                .isEqualTo(ExitCode.OK);
        assertThat(out).hasToString(inMemory);
        assertThat(folder.resolve("pools")).isNotEmptyDirectory();

        assertThat(run("data", "inspect", miracl.toString(), "--index-from", "-1"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("indexFrom is -1.0 but must lie between 0.0");
    }

    @Test
    @Tag("native")
    void scoresAgainWhatIsLeftOfVectorsWithoutTheirLanguage() {
        Path kept = folder.resolve("geometry");
        String[] command = {
            "geometry",
            "--model",
            SAMPLE.resolve("warm-start").toString(),
            "--data",
            SAMPLE.resolve("unseen-countries.jsonl").toString(),
            "--erase",
            "centring,shared-directions:10",
            "--out",
            kept.toString(),
            "--map",
            kept.resolve("map.svg").toString()
        };

        assertThat(run(command)).isEqualTo(ExitCode.OK);
        String first = out.toString();
        assertThat(err.toString()).contains("encoding questions");
        assertThat(first).containsSubsequence("\nnone ", "\ncentring ", "\nshared-directions:10 ");
        LanguageGeometry.Outcome[] outcomes =
                JsonFile.read(kept.resolve("geometry.json"), LanguageGeometry.Outcome[].class);
        assertThat(outcomes[1].passagesExplained())
                .isLessThan(.01 * outcomes[0].passagesExplained());
        assertThat(outcomes[1].scores().macro().rankDistance())
                .isLessThan(outcomes[0].scores().macro().rankDistance());
        assertThat(outcomes[1].scores().intervals().get("rankDistance"))
                .satisfies(
                        interval ->
                                assertThat(outcomes[1].scores().macro().rankDistance())
                                        .isBetween(interval.low(), interval.high()));
        assertThat(first).containsPattern("\\ncentring +(\\[\\S+ \\S+] ?){5}\\n");
        assertThat(kept.resolve("map.svg"))
                .content()
                .contains("by their vectors, as they are", "warm-start", "principal component 2");
        assertThat(Vectors.readNpy(kept.resolve("passages.npy")).count())
                .isEqualTo(outcomes[0].scores().candidates());
        assertThat(kept.resolve("texts.jsonl"))
                .content()
                .hasLineCount(outcomes[0].scores().questions() + outcomes[0].scores().candidates());

        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        assertThat(run(command)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEqualTo(first);
        assertThat(err.toString()).as("vectors are kept").doesNotContain("encoding questions");
    }

    @Test
    void printsThePaperAndWhatItDoesNotState() {
        assertThat(run("reference", "--backbone", "LaBSE")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .containsPattern("map +multilingual +th +0.6372")
                .containsPattern("recall_1 +monolingual +mean +0.7335")
                .contains("Not stated in the paper", "optimisation.temperature");

        assertThat(run("reference", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("holds no summary.json");
    }

    @Test
    void asksHowManyDirectionsAreTakenOut() {
        int code = run("geometry", "--model", "m", "--data", "d", "--erase", "shared-directions");

        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("say how many directions, such as shared-directions:2");
        assertThat(run("geometry", "--model", "m", "--data", "d", "--erase", "centring:2"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("leave out the colon");
    }

    @Test
    @Tag("native")
    void encodesALineToARow() throws IOException {
        Path texts = folder.resolve("texts.txt");
        Files.writeString(texts, "What is the capital of France?\nฝรั่งเศส\n");
        Path vectors = folder.resolve("vectors.npy");

        int code =
                run(
                        "encode",
                        "--model",
                        SAMPLE.resolve("warm-start").toString(),
                        "--in",
                        texts.toString(),
                        "--out",
                        vectors.toString(),
                        "--pooling",
                        "mean");

        assertThat(code).isEqualTo(ExitCode.OK);
        Vectors read = Vectors.readNpy(vectors);
        assertThat(read.count()).isEqualTo(2);
        assertThat(read.dimension()).isEqualTo(128);
    }

    @Test
    @Tag("native")
    void runsASpecFromTheFileToTheTable() throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 10).plan().get(0);
        Path file = folder.resolve("spec.json");
        JsonFile.write(file, spec);
        Path runs = folder.resolve("runs");

        int code = run("run", file.toString(), "--runs", runs.toString(), "--threads", "1");

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("held-out").contains("hybrid-0.50-pico-1");
        RunFolder run = RunFolder.open(runs.resolve("tiny").resolve("hybrid-0.50-pico-1"));
        assertThat(run.state().phase()).isEqualTo(RunPhase.FINISHED);
    }

    @Test
    @Tag("native")
    void worksThroughAStudyInProcessesOfTheirOwn() throws IOException {
        Path file = folder.resolve("study.json");
        JsonFile.write(file, TinyStudy.in(folder, 10));
        Path runs = folder.resolve("runs");

        int code =
                run(
                        "study",
                        "run",
                        file.toString(),
                        "--runs",
                        runs.toString(),
                        "--seeds",
                        "1,2",
                        "--jobs",
                        "2",
                        "--threads",
                        "1");

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("hybrid-0.50-pico-1").contains("hybrid-0.50-pico-2");
    }

    @Test
    void refusesASizeThatIsNone() {
        assertThat(run("bench", "--scratch", "large")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("such as 4x128");
        assertThat(run("bench", "--scratch", "4x128", "--model", "m")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    @Tag("native")
    @EnabledOnOs(OS.LINUX) // no other system tells resident memory
    void tellsHowMemoryGrowsWhileTraining() {
        Path trace = folder.resolve("trace.json");

        int code =
                run(
                        "bench",
                        "--scratch",
                        "1x32x300",
                        "--batch",
                        "4",
                        "--threads",
                        "1",
                        "--steps",
                        "20",
                        "--out",
                        trace.toString());

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("step 2: ")
                .contains("growth after the warm-up, from step 10 to 20: ");
        assertThat(JsonFile.read(trace, MemoryTrace.class).marks()).hasSize(10);
    }

    private int run(String... arguments) {
        return run(Cancellation.NEVER, arguments);
    }

    private int run(Cancellation stop, String... arguments) {
        return IsoglossCommand.commandLine(stop)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static void writeTo(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
