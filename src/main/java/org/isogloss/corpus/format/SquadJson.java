package org.isogloss.corpus.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.base.LineSource;
import org.isogloss.base.TextFile;
import org.isogloss.corpus.Lang;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * SQuAD JSON (Rajpurkar et al. 2016, arXiv 1606.05250) in one or several languages: SQuAD, its
 * translations, XQuAD ({@code xquad.<lang>.json}) and MLQA ({@code
 * <split>-context-<lang>-question-<lang>.json}); a file, or a folder of them, also compressed.
 *
 * <p>The paragraphs are the candidates, equal ones once; a question is answered by its paragraph in
 * every language, questions with the same id being translations. A file's language is the one its
 * name says, and for machine translations of SQuAD ({@code squad.translate.train.en-<lang>.json},
 * as in XTREME) the second. {@code answer_start} counts Unicode code points. As in SQuAD 2.0
 * questions without an answer are left out. With sentences in each paragraph, see {@link LaReqa}.
 */
public final class SquadJson implements DatasetFormat {
    private static final Pattern MLQA =
            Pattern.compile(
                    "(?<split>[a-z]+)-context-(?<answer>[a-z]{2})-question-(?<question>[a-z]{2})"
                            + "\\.json(\\.gz)?");
    private static final Pattern TRANSLATED =
            Pattern.compile(".*translate.*[._-][a-z]{2}-(?<lang>[a-z]{2})\\.json(\\.gz)?");

    private static final ObjectReader PARAGRAPH =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(LineSource.LONGEST)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(Paragraph.class);

    record Paragraph(Located context, List<Asked> qas) {}

    record Asked(
            Located id,
            Located question,
            List<Answer> answers,
            @JsonProperty("is_impossible") Boolean impossible) {}

    record Answer(@JsonProperty("answer_start") Located start, Located text) {}

    private record Source(Path file, String split, Languages languages) {}

    @Override
    public String id() {
        return "squad";
    }

    @Override
    public String description() {
        return "SQuAD JSON: a file or a folder of <lang>.json, xquad.<lang>.json or"
                + " <split>-context-<lang>-question-<lang>.json";
    }

    @Override
    public int probe(Path path) {
        return files(path).stream().mapToInt(SquadJson::probeFile).max().orElse(0);
    }

    private static int probeFile(Path file) {
        String start = Glance.start(file);
        if (start.contains("\"sentence_breaks\"") || !start.contains("\"paragraphs\"")) {
            return file.getFileName().toString().matches(".*(-context-.*-question-|squad).*")
                    ? 2
                    : 0;
        }
        return 4;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        List<Path> files = files(path);
        if (files.isEmpty()) {
            throw BadInputException.in(path, "has no .json file");
        }
        if (files.size() > 1) {
            options.noLanguages(path);
        }
        List<Source> sources = new ArrayList<>();
        Set<String> splits = new TreeSet<>();
        for (Path file : files) {
            Source source = source(file, options);
            sources.add(source);
            splits.add(source.split());
        }
        String split = splits.equals(Set.of("")) ? "" : options.split(path, splits, "test", "dev");
        sources.removeIf(source -> !source.split().equals(split));
        Gathered gathered = new Gathered(true, true);
        Set<Languages> seen = new HashSet<>();
        for (Source source : sources) {
            if (!seen.add(source.languages())) {
                throw BadInputException.in(
                        source.file(), "is of the same languages as another file; keep one");
            }
            new Reading(source.file(), source.languages(), gathered).all();
        }
        return gathered.dataset(path, id());
    }

    private static Source source(Path file, ReadOptions options) {
        String name = file.getFileName().toString();
        Matcher mlqa = MLQA.matcher(name);
        if (mlqa.matches()) {
            Optional<Lang> question = LanguageCodes.ofCode(mlqa.group("question"));
            Optional<Lang> answer = LanguageCodes.ofCode(mlqa.group("answer"));
            if (question.isPresent() && answer.isPresent() && !options.saysLanguage()) {
                return new Source(
                        file, mlqa.group("split"), new Languages(question.get(), answer.get()));
            }
        }
        Matcher translated = TRANSLATED.matcher(name);
        return new Source(
                file,
                "",
                options.languages(
                        file,
                        translated.matches()
                                ? LanguageCodes.ofCode(translated.group("lang"))
                                : LanguageCodes.ofFile(file)));
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Glance.ends(path, ".json") ? List.of(path) : List.of();
        }
        return FileTree.of(path).matching(Pattern.compile("[^/]+\\.json(\\.gz)?")).stream()
                .map(FileTree.Match::file)
                .toList();
    }

    /** Reads one file, paragraph by paragraph. */
    private static final class Reading {
        private final Path file;
        private final Languages languages;
        private final Gathered gathered;
        private final Set<String> ids = new HashSet<>();
        private String title = "";

        Reading(Path file, Languages languages, Gathered gathered) {
            this.file = file;
            this.languages = languages;
            this.gathered = gathered;
        }

        void all() {
            try (Reader reader = TextFile.open(file);
                    JsonParser parser = PARAGRAPH.createParser(reader)) {
                expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "an object");
                inside(parser, "data", () -> article(parser));
                if (parser.nextToken() != null) {
                    throw bad(parser, "has more text after its end; remove it");
                }
            } catch (JacksonException e) {
                long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
                if (e.getCause() instanceof IOException io) {
                    throw TextFile.failure(file, line, io);
                }
                throw BadInputException.at(
                        file, line, "is not whole SQuAD JSON: " + JsonFile.problem(e), e);
            } catch (IOException e) {
                throw TextFile.failure(file, 1, e);
            }
            if (ids.isEmpty()) {
                throw BadInputException.in(file, "has no question; remove the file or fill it");
            }
        }

        private void article(JsonParser parser) {
            title = "";
            inside(parser, "paragraphs", () -> paragraph(parser));
        }

        /** From inside an object: does something with each object of a list, skips the rest. */
        private void inside(JsonParser parser, String list, Runnable each) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("title") && value == JsonToken.VALUE_STRING) {
                    title = parser.getString();
                }
                if (!name.equals(list)) {
                    parser.skipChildren();
                    continue;
                }
                expect(parser, value, JsonToken.START_ARRAY, "a list in \"" + list + "\"");
                for (JsonToken next = parser.nextToken();
                        next != JsonToken.END_ARRAY;
                        next = parser.nextToken()) {
                    expect(parser, next, JsonToken.START_OBJECT, "an object in \"" + list + "\"");
                    each.run();
                }
            }
        }

        private void expect(JsonParser parser, JsonToken found, JsonToken token, String what) {
            if (found != token) {
                throw bad(parser, "is not SQuAD JSON: " + what + " is needed here");
            }
        }

        private BadInputException bad(JsonParser parser, String problem) {
            return BadInputException.at(
                    file, Math.max(1, parser.currentTokenLocation().getLineNr()), problem);
        }

        private void paragraph(JsonParser parser) {
            Paragraph paragraph = PARAGRAPH.readValue(parser);
            String context = Located.text(file, "context", paragraph.context());
            Place place = new Place(file, paragraph.context().line());
            String passage = gathered.passageOf(place, languages.answer(), context);
            if (paragraph.qas() == null) {
                throw place.bad("the paragraph has no \"qas\"; give it a list");
            }
            int[] points = context.codePoints().toArray();
            for (Asked asked : paragraph.qas()) {
                if (asked == null) {
                    throw place.bad("a question of the paragraph is null; remove it");
                }
                question(asked, points, passage);
            }
        }

        private void question(Asked asked, int[] context, String passage) {
            String id = Located.text(file, "id", asked.id());
            Place place = new Place(file, asked.id().line());
            if (asked.question() == null) {
                throw place.bad("question '" + id + "' has no text; give it one");
            }
            String text = Located.text(file, "question", asked.question());
            if (!ids.add(id)) {
                throw place.bad("id '" + id + "' stands twice; ids must differ");
            }
            if (asked.answers() == null
                    || asked.answers().isEmpty()
                    || Boolean.TRUE.equals(asked.impossible())) {
                gathered.leftOut(place, "the question has no answer");
                return;
            }
            for (Answer answer : asked.answers()) {
                check(place, id, answer, context);
            }
            Lang lang = languages.question();
            // MLQA gives a question once for each language of its paragraph.
            if (!gathered.asks(lang, id, text)) {
                gathered.question(place, lang, id, text, title);
            }
            gathered.judge(place, lang, id, List.of(languages.answer()), passage, 1);
        }

        private void check(Place place, String id, Answer answer, int[] context) {
            if (answer == null) {
                throw place.bad("an answer of question '" + id + "' is null; remove it");
            }
            String text = Located.text(file, "text of an answer", answer.text());
            int start = Located.offset(file, "answer_start", answer.start());
            Place at = new Place(file, answer.start().line());
            long end = (long) start + text.codePointCount(0, text.length());
            if (end > context.length) {
                throw at.bad(
                        "the answer of question '%s' at %d to %d lies past its %d-character context;"
                                        .formatted(id, start, end, context.length)
                                + " is the file whole, UTF-8 and counted in code points?");
            }
            if (!text.equals(new String(context, start, (int) end - start))) {
                gathered.leftOut(
                        at, "the answer is not at its answer_start; its paragraph is used");
            }
        }
    }
}
