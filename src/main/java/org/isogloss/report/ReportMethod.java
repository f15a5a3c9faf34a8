package org.isogloss.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchSettings;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Encoding;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.export.PaperBundle;
import org.isogloss.run.Environment;

/** How it was done and how it is done again: settings, machines, command, spec and references. */
final class ReportMethod {
    private final StudyReport report;
    private final Markup page;

    ReportMethod(StudyReport report, Markup page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        page.block("section", "id", "settings", section -> settings());
        page.block("section", "id", "environment", section -> environment());
        page.block("section", "id", "repeat", section -> repeat());
        page.block("section", "id", "cite", section -> cite());
    }

    private void settings() {
        page.line("h2", "Settings");
        page.open("div", "class", "wide").open("table", "class", "compact");
        page.line("caption", "The same for all runs but for what is said below");
        page.head("Setting", "Value", "Where it comes from").open("tbody");
        for (SettingGroup group : SettingGroup.all()) {
            page.open("tr", "class", "group");
            page.line("th", title(group.kind()), "colspan", "3", "scope", "rowgroup").close();
            for (Setting setting : group.settings()) {
                double value = value(setting);
                String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
                page.row(setting.name(), Numbers.tick(value) + unit, origin(setting, value));
            }
        }
        page.open("tr", "class", "group");
        page.line("th", "Texts", "colspan", "3", "scope", "rowgroup").close();
        texts(report.recipe().encoding());
        page.close().close().close();
        report.backbones().forEach(this::backbone);
        report.backbones().forEach(this::ownData);
        report.plan().filter(plan -> plan.halving() != null).ifPresent(this::halving);
        report.plan()
                .map(Study::warmStart)
                .ifPresent(
                        start ->
                                page.line(
                                        "p",
                                        "Backbones from scratch went through a warm start before"
                                                + " all runs: %s batches, seed %d; its recipe is in %s."
                                                        .formatted(
                                                                start.strategy().slug(),
                                                                start.seed(),
                                                                report.specFile())));
    }

    /** That not all rows were trained to their end, and which were. */
    private void halving(Study plan) {
        Halving halving = plan.halving();
        int rows = plan.strategies().size();
        for (ExperimentSpec spec : plan.firstOfEachBackbone()) {
            List<String> rungs = new ArrayList<>();
            int going = rows;
            for (int step : halving.steps(spec, rows)) {
                int kept = Halving.kept(going);
                rungs.add(
                        "after step %s the better %d of %d went on"
                                .formatted(Numbers.count(step), kept, going));
                going = kept;
            }
            page.line(
                    "p",
                    "Successive halving: the strategies of backbone %s were ranked while they were trained, and %s, of %s steps. They were ranked by %s, the best value until then, as the mean of their seeds. Runs left behind stand in no figure or table.%s"
                            .formatted(
                                    spec.backbone().name(),
                                    String.join(", ", rungs),
                                    Numbers.count(Halving.wholeTraining(spec)),
                                    halving.byLoss()
                                            ? "validation loss"
                                            : "multilingual mAP in the "
                                                    + halving.on(spec.recipe())
                                                            .replace(":", " of "),
                                    halving.byLoss()
                                            ? ""
                                            : " A probe’s questions are among those of its test"
                                                    + " collection, where what was chosen by them"
                                                    + " is favoured."));
        }
    }

    /** What is a backbone's own: its size, and settings that differ from the study's. */
    private void backbone(Backbone backbone) {
        if (backbone.scratch() != null) {
            scratch(backbone);
        }
        if (!backbone.settings().isEmpty()) {
            page.line(
                    "p",
                    "Backbone %s is trained with settings of its own: %s."
                            .formatted(
                                    backbone.name(),
                                    backbone.settings().entrySet().stream()
                                            .map(s -> s.getKey() + " " + Numbers.tick(s.getValue()))
                                            .collect(Collectors.joining(", "))));
        }
    }

    private void ownData(Backbone backbone) {
        if (!backbone.training().isEmpty()) {
            page.line(
                    "p",
                    "Backbone %s is trained on data of its own: %s."
                            .formatted(
                                    backbone.name(),
                                    backbone.training().stream()
                                            .map(set -> set.source().name())
                                            .collect(Collectors.joining(", "))));
        }
    }

    private void texts(Encoding encoding) {
        String own = "as the backbone’s files say";
        page.row("Pooling", encoding.pooling() == null ? own : encoding.pooling(), "");
        page.row(
                "Tokens of a text in evaluation",
                encoding.maxTokens() == null ? own : encoding.maxTokens().toString(),
                "");
        page.row("Question prefix", prefix(encoding.questionPrefix()), "paper: “Query: ”");
        page.row("Passage prefix", prefix(encoding.passagePrefix()), "paper: “Passage: ”");
        page.row("Candidates with their paragraph", encoding.context() ? "yes" : "no", "");
    }

    private static String prefix(String prefix) {
        return prefix == null
                ? "as the backbone’s files say"
                : prefix.isEmpty() ? "none" : "“" + prefix + "”";
    }

    private void scratch(Backbone backbone) {
        Backbone.Scratch size = backbone.scratch();
        page.line(
                "p",
                "Backbone %s starts from random weights: %s tokens, %d dimensions, %d layers, %d heads, %s positions."
                        .formatted(
                                backbone.name(),
                                Numbers.count(size.vocabulary()),
                                size.hiddenSize(),
                                size.layers(),
                                size.heads(),
                                Numbers.count(size.maxPositions())));
    }

    private double value(Setting setting) {
        Recipe recipe = report.recipe();
        if (setting.id().equals(BatchSettings.BATCH_SIZE.id())) {
            return recipe.batches().size();
        }
        if (setting.id().equals(BatchSettings.DATASET_TEMPERATURE.id())) {
            return recipe.batches().datasetTemperature();
        }
        return recipe.optimisation().getOrDefault(setting.id(), setting.standard());
    }

    private static String origin(Setting setting, double value) {
        boolean standard = value == setting.standard();
        String usual = Numbers.tick(setting.standard());
        if (SettingGroup.stated(setting)) {
            return standard ? "as in the paper" : "the paper has " + usual;
        }
        return standard
                ? "not stated in the paper: our choice"
                : "not stated in the paper: this study’s choice, usually " + usual + " here";
    }

    private static String title(SettingGroup.Kind kind) {
        String words = kind.name().replace('_', '-').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void environment() {
        page.line("h2", "Machines");
        Map<Environment, Long> machines = report.environments();
        if (machines.isEmpty()) {
            page.line("p", "No run has started yet.");
            return;
        }
        page.open("div", "class", "wide").open("table", "class", "compact");
        page.head("Runs", "Computed on", "System", "Java", "Cores", "Isogloss").open("tbody");
        machines.forEach(
                (machine, runs) ->
                        page.row(
                                Long.toString(runs),
                                machine.device(),
                                machine.operatingSystem(),
                                machine.java(),
                                Integer.toString(machine.processors()),
                                machine.isogloss()));
        page.close().close().close();
    }

    private void repeat() {
        page.line("h2", "Repeat it");
        page.open("p").text("Put the data named above beside ");
        page.line("a", report.specFile(), "href", report.specFile());
        page.text(", check their SHA-256, and run:").close();
        page.open("pre").line("code", report.command()).close();
        page.open("details").line("summary", report.specFile());
        page.open("pre").line("code", report.spec()).close().close();
    }

    private void cite() {
        page.line("h2", "Cite");
        page.line(
                "p",
                "The method, the data it was first tried on, the tests, and this program. The data"
                        + " and the backbone have references and licences of their own.");
        page.open("pre").line("code", PaperBundle.references().strip()).close();
    }
}
