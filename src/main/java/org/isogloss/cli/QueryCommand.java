package org.isogloss.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.run.Compute;
import org.isogloss.run.RunFolder;
import org.isogloss.run.query.Answer;
import org.isogloss.run.query.Answers;
import org.isogloss.run.query.CollectionSearcher;
import org.isogloss.run.query.Query;
import org.isogloss.run.query.QuerySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a finished run's model single questions. */
@Command(
        name = "query",
        description = {
            "Ask a finished run's model one question and see its ranking of a collection's"
                    + " candidates in all languages, and where parallel answers stand in it.",
            "The first time the collection's texts are encoded; their vectors are kept in the run's"
                    + " results."
        },
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;

    @Parameters(index = "0", paramLabel = "RUN", description = "Folder of a finished run.")
    Path run;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "QUESTION",
            description = "The question's words, in any language; with --id its id.")
    String question;

    @Option(names = "--id", description = "QUESTION is the id of a question of the collection.")
    boolean byId;

    @Option(
            names = "--compare",
            paramLabel = "RUN",
            description =
                    "Another finished run to ask the same; repeatable. Of words of your own it"
                            + " follows the candidate that the first run finds best.")
    List<Path> compared = List.of();

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "The test collection to search (default: the only one).")
    String collection;

    @Option(
            names = "--hits",
            paramLabel = "N",
            converter = Count.class,
            description = "How many of the best to show (default: ${DEFAULT-VALUE}).")
    int hits = 10;

    @Option(
            names = "--session",
            description =
                    "Read questions from standard input until it ends, a line of JSON each, and"
                            + " answer in lines of JSON: the window asks this way. Example:"
                            + " {\"text\": \"Where is Lima?\", \"hits\": 10}.")
    boolean session;

    @Mixin ComputeOptions computing;
    @Mixin PoolOptions indexing;

    QueryCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        if (session == (question != null)) {
            throw new BadInputException("give a question, or --session to read questions");
        }
        if (session && !compared.isEmpty()) {
            throw new BadInputException("--session asks one run; leave --compare out");
        }
        RunFolder folder = RunFolder.open(run);
        Compute compute = computing.compute();
        return session ? converse(folder, compute) : ask(folder, compute);
    }

    private int converse(RunFolder folder, Compute compute) {
        QuerySession conversation =
                new QuerySession(
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                        command.commandLine().getOut());
        return conversation.hold(
                        (progress, left) -> {
                            compute.start(said -> progress.at(said, 0, 0));
                            return open(folder, compute, progress, left);
                        },
                        stop)
                ? ExitCode.OK
                : ExitCode.BAD_INPUT;
    }

    private int ask(RunFolder first, Compute compute) {
        List<RunFolder> others = compared.stream().map(RunFolder::open).toList();
        compute.start(command.commandLine().getErr()::println);
        PrintWriter out = command.commandLine().getOut();
        Query query = byId ? Query.picked(question, hits) : Query.typed(question, hits);
        Answers found = answers(first, compute, query);
        out.println(found.text());
        if (!others.isEmpty()) {
            out.println(first.id());
        }
        print(found, out);
        for (RunFolder other : others) {
            out.println(other.id());
            print(answers(other, compute, query.following(found.followed())), out);
        }
        return ExitCode.OK;
    }

    private Answers answers(RunFolder folder, Compute compute, Query query) {
        try (CollectionSearcher searcher =
                open(folder, compute, ConsoleProgress.of(command), stop)) {
            return searcher.answer(query);
        }
    }

    private CollectionSearcher open(
            RunFolder folder, Compute compute, Progress progress, Cancellation left) {
        return CollectionSearcher.open(
                folder, collection, indexing.place(command, left), compute, progress, left);
    }

    private static void print(Answers answers, PrintWriter out) {
        Set<String> parallel = new TreeSet<>();
        answers.parallel().forEach(answer -> parallel.add(answer.passage()));
        out.println(row("rank", "score", "", "language", "text"));
        answers.best().forEach(answer -> out.println(row(answer, parallel)));
        List<Answer> deeper =
                answers.parallel().stream()
                        .filter(answer -> answer.rank() > answers.best().size())
                        .toList();
        if (!deeper.isEmpty()) {
            out.println("…");
            deeper.forEach(answer -> out.println(row(answer, parallel)));
        }
        out.printf(
                Locale.ROOT,
                "%,d candidates, %.0f ms; %s%n",
                answers.candidates(),
                answers.milliseconds(),
                answers.followed() == null
                        ? "* answers the question"
                        : "= says the same as " + answers.followed());
    }

    private static String row(Answer answer, Set<String> parallel) {
        String mark = answer.relevant() ? "*" : parallel.contains(answer.passage()) ? "=" : "";
        return row(
                String.format(Locale.ROOT, "%,d", answer.rank()),
                String.format(Locale.ROOT, "%.4f", answer.score()),
                mark,
                answer.lang().tag(),
                answer.text());
    }

    private static String row(String rank, String score, String mark, String lang, String text) {
        return String.format(Locale.ROOT, "%7s  %8s %1s %-9s %s", rank, score, mark, lang, text)
                .stripTrailing();
    }
}
