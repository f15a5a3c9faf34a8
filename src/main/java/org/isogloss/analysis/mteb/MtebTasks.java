package org.isogloss.analysis.mteb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The retrieval tasks of MTEB that are known, from the metadata of embeddings-benchmark/mteb at
 * commit a905523d0; a new one is one more entry of {@code tasks.json}.
 *
 * @param all every known task
 */
public record MtebTasks(List<MtebTask> all) {
    private static final String RESOURCE = "tasks.json";

    public MtebTasks {
        all = List.copyOf(all);
    }

    /** The tasks that come with the program. */
    public static MtebTasks shipped() {
        try (InputStream in = MtebTasks.class.getResourceAsStream(RESOURCE)) {
            JsonNode tree = JsonMapper.shared().readTree(in);
            return new MtebTasks(List.of(JsonFile.convert(tree, MtebTask[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** The task of a name, if it is known. */
    public Optional<MtebTask> named(String name) {
        return all.stream().filter(task -> task.name().equals(name)).findFirst();
    }

    /** The names of the known tasks, for people. */
    public String names() {
        return all.stream().map(MtebTask::name).collect(Collectors.joining(", "));
    }

    /**
     * A task that is not MTEB's, in its layout: every ordered pair of languages is a subset, called
     * by ISO 639-3 codes.
     *
     * @param order whose language a subset names first
     * @throws BadInputException if a language has no code or script that is known
     */
    public MtebTask own(
            String name,
            String revision,
            String split,
            String mainScore,
            MtebTask.Order order,
            Collection<Lang> languages) {
        Map<Lang, String> known = written();
        Map<String, String> codes = new LinkedHashMap<>();
        for (Lang lang : new TreeSet<>(languages)) {
            String written = known.containsKey(lang) ? known.get(lang) : written(lang);
            String code = written.substring(0, written.indexOf('-'));
            // A language in two scripts, such as zho-Hans and zho-Hant, needs both parts.
            codes.put(codes.containsKey(code) ? written.replace('-', '_') : code, written);
        }
        return new MtebTask(
                name,
                "",
                revision,
                List.of(split),
                mainScore,
                order,
                MtebTask.Pairs.ALL,
                MtebTask.Passages.SHARED,
                "",
                codes,
                List.of());
    }

    /** Every language of a known task as the first of them writes it. */
    private Map<Lang, String> written() {
        Map<Lang, String> written = new HashMap<>();
        all.forEach(
                task ->
                        task.languages()
                                .values()
                                .forEach(text -> written.putIfAbsent(MtebTask.lang(text), text)));
        return written;
    }

    private static String written(Lang lang) {
        Locale locale = Locale.forLanguageTag(lang.tag());
        String problem =
                "MTEB names a language by its ISO 639-3 code and its script, and one of them is not"
                        + " known of '"
                        + lang
                        + "'; write the script into the tag, such as "
                        + locale.getLanguage()
                        + "-Latn";
        if (locale.getScript().isEmpty()) {
            throw new BadInputException(problem);
        }
        try {
            return locale.getISO3Language() + "-" + locale.getScript();
        } catch (MissingResourceException e) {
            throw new BadInputException(problem, e);
        }
    }
}
