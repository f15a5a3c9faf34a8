package org.isogloss.ui.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import org.isogloss.analysis.reference.PublishedScore;
import org.isogloss.analysis.reference.PublishedScores;
import org.isogloss.corpus.Lang;

/** The paper's table that is looked at: a model, a collection and a measure. */
final class PublishedViewModel {
    /**
     * A table of the paper.
     *
     * @param measure the measure's id
     * @param setting {@code monolingual}, {@code cross-lingual} or {@code multilingual}
     */
    record Table(String measure, String setting) {}

    /**
     * A line of what is shown.
     *
     * @param table the table it is from
     * @param question the questions' language; empty for the mean over languages
     * @param values the number of each strategy's id
     */
    record Row(Table table, Optional<Lang> question, Map<String, Double> values) {}

    private final PublishedScores scores;
    private final StringProperty model = new SimpleStringProperty();
    private final StringProperty collection = new SimpleStringProperty();
    private final ObjectProperty<Optional<Table>> table =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyListWrapper<Table> tables =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private final ReadOnlyListWrapper<Row> rows =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

    PublishedViewModel(PublishedScores scores) {
        this.scores = scores;
        model.set(scores.backbones().get(0));
        collection.set(scores.collections().get(0));
        model.addListener((property, before, after) -> list());
        collection.addListener((property, before, after) -> list());
        table.addListener((property, before, after) -> show());
        list();
    }

    List<String> models() {
        return scores.backbones();
    }

    List<String> collections() {
        return scores.collections();
    }

    StringProperty model() {
        return model;
    }

    StringProperty collection() {
        return collection;
    }

    /** The table looked at; empty for the means of all. */
    ObjectProperty<Optional<Table>> table() {
        return table;
    }

    /** The tables by language that there are of the model and the collection. */
    ReadOnlyListProperty<Table> tables() {
        return tables.getReadOnlyProperty();
    }

    /** What is shown: a line for each table's mean, or a mean and a line for each language. */
    ReadOnlyListProperty<Row> rows() {
        return rows.getReadOnlyProperty();
    }

    private void list() {
        tables.setAll(
                chosen().stream()
                        .filter(score -> score.question().isPresent())
                        .map(PublishedViewModel::table)
                        .distinct()
                        .toList());
        if (table.get().isPresent() && !tables.contains(table.get().orElseThrow())) {
            table.set(Optional.empty());
        }
        show();
    }

    private void show() {
        if (table.get().isEmpty()) {
            rows.setAll(
                    chosen().stream()
                            .map(PublishedViewModel::table)
                            .distinct()
                            .map(this::mean)
                            .toList());
            return;
        }
        Table one = table.get().orElseThrow();
        List<Row> lines = new ArrayList<>(List.of(mean(one)));
        chosen().stream()
                .filter(score -> table(score).equals(one))
                .map(PublishedScore::question)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(question -> lines.add(line(one, question)));
        rows.setAll(lines);
    }

    /** Every printed mean is the mean of the printed languages. */
    private Row mean(Table one) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String strategy : scores.strategies()) {
            chosen().stream()
                    .filter(score -> table(score).equals(one))
                    .filter(score -> score.strategy().equals(strategy))
                    .mapToDouble(PublishedScore::value)
                    .average()
                    .ifPresent(value -> values.put(strategy, value));
        }
        return new Row(one, Optional.empty(), values);
    }

    private Row line(Table one, Lang question) {
        Map<String, Double> values = new LinkedHashMap<>();
        chosen().stream()
                .filter(score -> table(score).equals(one))
                .filter(score -> score.question().equals(Optional.of(question)))
                .forEach(score -> values.put(score.strategy(), score.value()));
        return new Row(one, Optional.of(question), values);
    }

    private List<PublishedScore> chosen() {
        return scores.all().stream()
                .filter(score -> score.backbone().equals(model.get()))
                .filter(score -> score.collection().equals(collection.get()))
                .toList();
    }

    private static Table table(PublishedScore score) {
        return new Table(score.measure(), score.setting());
    }
}
