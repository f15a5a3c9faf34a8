package org.isogloss;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.XMLDecoder;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plan of the house, held against the code; every failure says why its rule is there. */
class ArchitectureTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.isogloss");

    @Test
    void lowerRoomsNeverUseHigherOnes() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("base")
                .definedBy("org.isogloss.base..")
                .layer("hub")
                .definedBy("org.isogloss.hub..")
                .layer("corpus")
                .definedBy("org.isogloss.corpus..")
                .layer("batch")
                .definedBy("org.isogloss.batch..")
                .layer("encoder")
                .definedBy("org.isogloss.encoder..")
                .layer("training")
                .definedBy("org.isogloss.training..")
                .layer("retrieval")
                .definedBy("org.isogloss.retrieval..")
                .layer("analysis")
                .definedBy("org.isogloss.analysis..")
                .layer("experiment")
                .definedBy("org.isogloss.experiment..")
                .layer("run")
                .definedBy("org.isogloss.run..")
                .layer("launch")
                .definedBy("org.isogloss.launch..")
                .layer("figure")
                .definedBy("org.isogloss.figure..")
                .layer("report")
                .definedBy("org.isogloss.report..")
                .layer("cli")
                .definedBy("org.isogloss.cli..")
                .layer("ui")
                .definedBy("org.isogloss.ui..")
                .layer("main")
                .definedBy("org.isogloss")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli", "ui")
                .whereLayer("figure")
                .mayOnlyBeAccessedByLayers("report", "cli", "ui")
                .whereLayer("launch")
                .mayOnlyBeAccessedByLayers("report", "cli", "ui", "main")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("launch", "figure", "report", "cli", "ui", "main")
                .whereLayer("experiment")
                .mayOnlyBeAccessedByLayers("run", "launch", "figure", "report", "cli", "ui")
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers(
                        "experiment", "run", "launch", "figure", "report", "cli", "ui")
                .whereLayer("retrieval")
                .mayOnlyBeAccessedByLayers(
                        "analysis", "experiment", "run", "figure", "report", "cli", "ui")
                .whereLayer("training")
                .mayOnlyBeAccessedByLayers("experiment", "run", "cli")
                .whereLayer("encoder")
                .mayOnlyBeAccessedByLayers("training", "retrieval", "experiment", "run", "cli")
                .whereLayer("hub")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("batch")
                .mayOnlyBeAccessedByLayers(
                        "training", "experiment", "run", "launch", "figure", "report", "cli", "ui")
                .because(
                        "a stage can only be tested, restarted and understood without the next one")
                .check(HOUSE);
    }

    @Test
    void roomsDoNotGoRoundInCircles() {
        slices().matching("org.isogloss.(*)..")
                .should()
                .beFreeOfCycles()
                .because("nothing flows back on the straight line from a data set to a heatmap")
                .check(HOUSE);
    }

    @Test
    void onlyTheWindowUsesJavaFx() {
        noClasses()
                .that(
                        resideInAPackage("org.isogloss..")
                                .and(resideInAPackage("org.isogloss.ui..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
                .because("the engine runs on a cluster node without a display")
                .check(HOUSE);
    }

    @Test
    void aReportIsMadeWithoutTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("org.isogloss.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.isogloss.training..", "org.isogloss.encoder..")
                .because(
                        "what runs found is told from their folders alone, where no model and no"
                                + " native library is at hand, and the window tells it too")
                .check(HOUSE);
    }

    @Test
    void viewModelsNeedNoToolkit() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("javafx..")
                                .and(
                                        resideInAPackage("javafx.beans..")
                                                .or(resideInAPackage("javafx.collections.."))
                                                .or(resideInAPackage("javafx.util.."))
                                                .negate()))
                .because("a view model is tested without a window; this is the MVVM boundary")
                .check(HOUSE);
    }

    @Test
    void onlyTheEngineUsesDjl() {
        noClasses()
                .that(
                        resideInAPackage("org.isogloss..")
                                .and(resideInAPackage("org.isogloss.encoder..").negate())
                                .and(resideInAPackage("org.isogloss.training..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .because("native memory is opened and closed in one scope per step, in one place")
                .check(HOUSE);
    }

    @Test
    void theWindowNeverLoadsTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("org.isogloss.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.isogloss.training..", "org.isogloss.encoder..")
                .because(
                        "the window launches processes and tails their folders, so that no crash of"
                                + " a run can take it down")
                .check(HOUSE);
    }

    @Test
    void theHubKnowsOnlyTheGroundFloor() {
        noClasses()
                .that()
                .resideInAPackage("org.isogloss.hub..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.isogloss..")
                                .and(resideInAPackage("org.isogloss.hub..").negate())
                                .and(resideInAPackage("org.isogloss.base..").negate()))
                .because("fetching files needs no knowledge of what is in them")
                .check(HOUSE);
    }

    @Test
    void onlyTheHubOpensConnections() {
        noClasses()
                .that(
                        resideInAPackage("org.isogloss..")
                                .and(resideInAPackage("org.isogloss.hub..").negate()))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.net.http..")
                                .or(assignableTo(URLConnection.class))
                                .or(assignableTo(Socket.class))
                                .or(assignableTo(ServerSocket.class))
                                .or(assignableTo(InetSocketAddress.class)))
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection")
                .because("everything works without a network, and nothing is fetched unasked")
                .check(HOUSE);
    }

    @Test
    void nobodyListens() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        assignableTo(ServerSocket.class)
                                .or(assignableTo(ServerSocketChannel.class))
                                .or(resideInAPackage("com.sun.net.httpserver..")))
                .because("a program on one machine needs no door that others can knock at")
                .check(HOUSE);
    }

    @Test
    void nobodyReadsObjectsOfJava() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        assignableTo(ObjectInputStream.class)
                                .or(assignableTo(XMLDecoder.class))
                                .or(resideInAPackage("javax.script..")))
                .because("what is read from a file must never decide which code is run")
                .check(HOUSE);
    }

    @Test
    void onlyOneRoomKnowsTheParquetLibrary() {
        noClasses()
                .that(
                        resideInAPackage("org.isogloss..")
                                .and(resideInAPackage("org.isogloss.corpus.parquet..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.parquet..", "org.apache.hadoop..", "io.airlift..", "blue..")
                .because("it can then be exchanged for a leaner one when that runs on Java 17")
                .check(HOUSE);
    }

    @Test
    void onlyFiguresUseTheChartLibrary() {
        noClasses()
                .that(
                        resideInAPackage("org.isogloss..")
                                .and(resideInAPackage("org.isogloss.figure..").negate())
                                .and(resideInAPackage("org.isogloss.ui.chart..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jfree..")
                .because("the chart on the screen is the very object that is exported")
                .check(HOUSE);
    }

    @Test
    void onlyExportKnowsThePdfLibrary() {
        noClasses()
                .that(
                        resideInAPackage("org.isogloss..")
                                .and(resideInAPackage("org.isogloss.figure.export..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..", "de.rototor..")
                .because("a figure does not know what it is written to")
                .check(HOUSE);
    }

    @Test
    void panesNeverUseEachOther() {
        slices().matching(
                        "org.isogloss.ui.(start|datasets|design|runs|results|bias|explorer|figures|scaling|learn|tour)..")
                .should()
                .notDependOnEachOther()
                .because("a pane can be changed without reading another; only the shell knows all")
                .check(HOUSE);
    }

    @Test
    void nothingMutableIsStatic() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because(
                        "hidden state makes two windows, two runs and two tests disturb each other")
                .check(HOUSE);
    }

    @Test
    void everyRoomSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/isogloss"))) {
            List<Path> silent =
                    folders.filter(Files::isDirectory)
                            .filter(room -> !Files.exists(room.resolve("package-info.java")))
                            .toList();
            assertThat(silent)
                    .as("each package-info.java is read by whoever enters the room")
                    .isEmpty();
        }
    }
}
