package org.isogloss.ui.design;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which weights learn: a word for what several settings say together. */
enum FineTuning {
    /** All of them. */
    FULL("fineTuning.full", "fineTuning.full.meaning"),
    /** All but the embeddings. */
    FROZEN_EMBEDDINGS("fineTuning.frozenEmbeddings", "fineTuning.frozenEmbeddings.meaning"),
    /** Those of the last layers. */
    LAST_LAYERS("fineTuning.lastLayers", "fineTuning.lastLayers.meaning"),
    /** Low-rank products beside them. */
    LORA("fineTuning.lora", "fineTuning.lora.meaning");

    private static final String EMBEDDINGS = "frozenEmbeddings";
    private static final String LAYERS = "trainedLayers";
    private static final String RANK = "loraRank";
    private static final Set<String> OFF = Set.of("0", "0.0");
    private static final String USUAL_RANK = "8";
    private static final String FEW_LAYERS = "2";

    private final String word;
    private final String meaning;

    FineTuning(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** The key of its word. */
    String word() {
        return word;
    }

    /** The key of its meaning in a sentence. */
    String meaning() {
        return meaning;
    }

    /** Ids of the settings that belong to it alone. */
    List<String> settings() {
        return switch (this) {
            case FULL, FROZEN_EMBEDDINGS -> List.of();
            case LAST_LAYERS -> List.of(LAYERS);
            case LORA -> List.of(RANK, "loraAlpha", "loraTargets");
        };
    }

    /** What a draft's settings come to. */
    static FineTuning of(StudyDraft draft) {
        if (isOn(draft, RANK)) {
            return LORA;
        }
        if (isOn(draft, LAYERS)) {
            return LAST_LAYERS;
        }
        return isOn(draft, EMBEDDINGS) ? FROZEN_EMBEDDINGS : FULL;
    }

    /** A draft with this in place of what it had. */
    StudyDraft in(StudyDraft draft) {
        if (of(draft) == this) {
            return draft;
        }
        Map<String, String> settings = new TreeMap<>(draft.settings());
        settings.keySet().removeAll(switches());
        switch (this) {
            case FULL -> {}
            case FROZEN_EMBEDDINGS -> settings.put(EMBEDDINGS, "1");
            case LAST_LAYERS -> settings.put(LAYERS, FEW_LAYERS);
            case LORA -> settings.put(RANK, USUAL_RANK);
        }
        return draft.withSettings(settings);
    }

    /** Ids of the settings that say which weights learn. */
    static Set<String> switches() {
        return Set.of(EMBEDDINGS, LAYERS, RANK);
    }

    /** What a backbone sets for itself to be trained so, whatever the draft's settings say. */
    Map<String, Double> own(StudyDraft draft) {
        Map<String, Double> own = new TreeMap<>();
        switches().stream().filter(id -> isOn(draft, id)).forEach(id -> own.put(id, 0.0));
        in(draft.withSettings(Map.of()))
                .settings()
                .forEach((id, text) -> own.put(id, NumberText.read(text).orElseThrow()));
        return own;
    }

    private static boolean isOn(StudyDraft draft, String id) {
        return !OFF.contains(draft.settings().getOrDefault(id, "0"));
    }
}
