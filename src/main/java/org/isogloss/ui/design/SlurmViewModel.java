package org.isogloss.ui.design;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.isogloss.base.BadInputException;
import org.isogloss.launch.slurm.SlurmSettings;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.LatestTask;

/** Whether the study is started through Slurm, and what its jobs are like, kept for next time. */
final class SlurmViewModel {
    private final Path file;
    private final LatestTask<Path> saving;
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Map<Field, String>> texts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private SlurmSettings settings = SlurmSettings.NONE;

    /** A setting that has a field. */
    enum Field {
        HOST("slurm.host", "slurm.host.prompt"),
        PARTITION("slurm.partition", "slurm.byDefault"),
        ACCOUNT("slurm.account", "slurm.byDefault"),
        GPUS("slurm.gpus", "slurm.gpus.prompt"),
        CPUS("slurm.cpus", "slurm.cpus.prompt"),
        MEMORY("slurm.memory", "slurm.estimated"),
        TIME("slurm.time", "slurm.estimated"),
        SETUP("slurm.setup", "slurm.setup.prompt"),
        COMMAND("slurm.command", "slurm.command.prompt");

        private final String word;
        private final String prompt;

        Field(String word, String prompt) {
            this.word = word;
            this.prompt = prompt;
        }

        /** The key of its name. */
        String word() {
            return word;
        }

        /** The key of what holds while it is empty. */
        String prompt() {
            return prompt;
        }
    }

    /**
     * @param file where the settings are kept
     */
    SlurmViewModel(Path file, BackgroundTasks tasks) {
        this.file = file;
        this.saving = new LatestTask<>(tasks, saved -> {});
        tasks.run(
                () -> Files.exists(file) ? SlurmSettings.read(file) : SlurmSettings.NONE,
                read -> {
                    settings = read;
                    texts.set(texts(read));
                });
    }

    /** Whether runs become jobs of Slurm; they are processes on this computer otherwise. */
    BooleanProperty chosen() {
        return chosen;
    }

    /** What stands in the fields. */
    ReadOnlyObjectProperty<Map<Field, String>> texts() {
        return texts.getReadOnlyProperty();
    }

    /** Which setting cannot be used, and what it should be like; empty if all can. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Where the settings are kept. */
    Path file() {
        return file;
    }

    /** Takes what was typed; what fits is kept, what does not is told. */
    void type(Field field, String text) {
        Map<Field, String> next = new EnumMap<>(Field.class);
        next.putAll(texts.get());
        next.put(field, text.strip());
        texts.set(next);
        try {
            settings = settings(next);
            problem.set("");
            SlurmSettings now = settings;
            saving.ask(
                    () -> {
                        now.write(file);
                        return file;
                    });
        } catch (BadInputException refused) {
            problem.set(refused.getMessage());
        }
    }

    private SlurmSettings settings(Map<Field, String> typed) {
        String setup = typed.getOrDefault(Field.SETUP, "");
        return new SlurmSettings(
                text(typed, Field.HOST),
                text(typed, Field.PARTITION),
                text(typed, Field.ACCOUNT),
                settings.qos(),
                text(typed, Field.GPUS),
                count(text(typed, Field.CPUS)),
                text(typed, Field.MEMORY),
                text(typed, Field.TIME),
                setup.isEmpty() ? List.of() : setup.lines().map(String::strip).toList(),
                text(typed, Field.COMMAND),
                settings.options(),
                settings.lookSeconds());
    }

    private static String text(Map<Field, String> typed, Field field) {
        String text = typed.getOrDefault(field, "");
        return text.isEmpty() ? null : text;
    }

    private static Integer count(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}")) {
            throw new BadInputException(
                    "Slurm's setting cpus is '" + text + "'; it must be a whole number");
        }
        return Integer.valueOf(text);
    }

    private static Map<Field, String> texts(SlurmSettings settings) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        put(texts, Field.HOST, settings.host());
        put(texts, Field.PARTITION, settings.partition());
        put(texts, Field.ACCOUNT, settings.account());
        put(texts, Field.GPUS, settings.gpus());
        put(texts, Field.CPUS, settings.cpus());
        put(texts, Field.MEMORY, settings.memory());
        put(texts, Field.TIME, settings.time());
        put(texts, Field.SETUP, String.join("\n", settings.setup()));
        put(texts, Field.COMMAND, settings.command());
        return texts;
    }

    private static void put(Map<Field, String> texts, Field field, Object value) {
        texts.put(field, value == null ? "" : value.toString());
    }
}
