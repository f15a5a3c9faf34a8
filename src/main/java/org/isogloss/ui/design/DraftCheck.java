package org.isogloss.ui.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Setting;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.report.StrategyScores;
import org.isogloss.ui.words.Words;

/** What is wrong with a draft as far as it can be told without reading files. */
final class DraftCheck {
    private static final Words WORDS = Words.of(DraftCheck.class);
    private static final String FLAG = "0 or 1";

    private final StudyDraft draft;
    private final List<DraftFlaw> flaws = new ArrayList<>();

    private DraftCheck(StudyDraft draft) {
        this.draft = draft;
    }

    /** The flaws, in the order of the form. */
    static List<DraftFlaw> of(StudyDraft draft) {
        DraftCheck check = new DraftCheck(draft);
        check.fields();
        check.settings();
        if (check.flaws.isEmpty()) {
            check.whole();
        }
        return List.copyOf(check.flaws);
    }

    /** True for a setting that is switched on and off. */
    static boolean isFlag(Setting setting) {
        return setting.unit().equals(FLAG);
    }

    private void fields() {
        if (!draft.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            say(DraftFlaw.NAME, WORDS.text("draftCheck.name"));
        }
        if (draft.data().training().isEmpty()) {
            say(DraftFlaw.TRAINING, WORDS.text("draftCheck.noTraining"));
        }
        if (draft.strategies().isEmpty()) {
            say(DraftFlaw.STRATEGIES, WORDS.text("draftCheck.noStrategy"));
        }
        Set<StrategyChoice> rows = new HashSet<>();
        for (StrategyChoice choice : draft.strategies()) {
            if (!rows.add(choice)) {
                String twice = StrategyScores.style(choice).name();
                say(DraftFlaw.STRATEGIES, WORDS.text("draftCheck.twice", twice));
            }
        }
        if (draft.backbones().isEmpty()) {
            say(DraftFlaw.BACKBONES, WORDS.text("draftCheck.noBackbone"));
        }
        Set<String> names = new HashSet<>();
        for (Backbone backbone : draft.backbones()) {
            if (!names.add(backbone.name())) {
                say(DraftFlaw.BACKBONES, WORDS.text("draftCheck.twice", backbone.name()));
            }
        }
        seeds();
        boolean fromScratch = draft.backbones().stream().anyMatch(one -> one.scratch() != null);
        if (draft.warmStart() != null && !draft.backbones().isEmpty() && !fromScratch) {
            say(DraftFlaw.WARM_START, WORDS.text("draftCheck.noNewBackbone"));
        }
    }

    private void seeds() {
        try {
            List<Long> seeds = draft.seedNumbers();
            if (seeds.isEmpty()) {
                say(DraftFlaw.SEEDS, WORDS.text("draftCheck.noSeed"));
            } else if (new HashSet<>(seeds).size() < seeds.size()) {
                say(DraftFlaw.SEEDS, WORDS.text("draftCheck.seedTwice"));
            }
        } catch (BadInputException notANumber) {
            say(DraftFlaw.SEEDS, WORDS.text("draftCheck.seeds"));
        }
    }

    private void settings() {
        for (SettingGroup group : SettingGroup.all()) {
            for (Setting setting : group.settings()) {
                String problem = problem(setting, draft.text(setting));
                if (!problem.isEmpty()) {
                    say(setting.id(), problem);
                }
            }
        }
    }

    private static String problem(Setting setting, String text) {
        OptionalDouble value = NumberText.read(text);
        if (value.isEmpty()) {
            return WORDS.text("draftCheck.noNumber", setting.name());
        }
        double number = value.getAsDouble();
        if (setting.problem(number).isPresent()) {
            return WORDS.text(
                    "draftCheck.range",
                    setting.name(),
                    NumberText.shown(setting.minimum()),
                    NumberText.shown(setting.maximum()));
        }
        return SettingGroup.problem(setting, number).orElse("");
    }

    /** What only the study itself refuses. */
    private void whole() {
        try {
            Study study = draft.study();
            starts(study);
        } catch (BadInputException refused) {
            boolean halved = draft.halving() != null && fine(draft.withHalving(null));
            say(halved ? DraftFlaw.HALVING : DraftFlaw.BATCHES, refused.getMessage());
        }
    }

    private void starts(Study study) {
        try {
            study.starts().ifPresent(Study::plan);
        } catch (BadInputException refused) {
            say(DraftFlaw.WARM_START, refused.getMessage());
        }
    }

    private static boolean fine(StudyDraft draft) {
        try {
            draft.study();
            return true;
        } catch (BadInputException refused) {
            return false; // said of the draft it was made of
        }
    }

    private void say(String field, String sentence) {
        flaws.add(new DraftFlaw(field, sentence));
    }
}
