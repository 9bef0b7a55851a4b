package io.github.memdump;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;

/** Which package of the engine may know which. */
@AnalyzeClasses(packages = "io.github.memdump", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_JAVA_AND_JACKSON_ONLY = classes()
        .that().resideInAPackage("io.github.memdump..").and().resideOutsideOfPackage("io.github.memdump.testing..")
        .should().onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.github.memdump..", "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule THE_ENGINE_HAS_NO_WINDOWS = noClasses()
        .that().resideInAPackage("io.github.memdump..")
        .should().dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.swing..", "org.gephi..", "org.openide..");

    @ArchTest
    static final ArchRule PACKAGES_POINT_ONE_WAY = layeredArchitecture().consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("task").definedBy("io.github.memdump.task..")
        .layer("text").definedBy("io.github.memdump.text..")
        .layer("array").definedBy("io.github.memdump.array..")
        .layer("file").definedBy("io.github.memdump.file..")
        .layer("live").definedBy("io.github.memdump.live..")
        .layer("graph").definedBy("io.github.memdump.graph..")
        .layer("dump").definedBy("io.github.memdump.dump..")
        .layer("heap").definedBy("io.github.memdump.heap..")
        .layer("index").definedBy("io.github.memdump.index..")
        .layer("value").definedBy("io.github.memdump.value..")
        .layer("names").definedBy("io.github.memdump.names..")
        .layer("redact").definedBy("io.github.memdump.redact..")
        .layer("subset").definedBy("io.github.memdump.subset..")
        .layer("analysis").definedBy("io.github.memdump.analysis..")
        .layer("select").definedBy("io.github.memdump.select..")
        .layer("budget").definedBy("io.github.memdump.budget..")
        .layer("view").definedBy("io.github.memdump.view..")
        .layer("investigation").definedBy("io.github.memdump.investigation..")
        .layer("export").definedBy("io.github.memdump.export..")
        .layer("answer").definedBy("io.github.memdump.answer..")
        .whereLayer("task").mayNotAccessAnyLayer()
        .whereLayer("text").mayNotAccessAnyLayer()
        .whereLayer("array").mayNotAccessAnyLayer()
        .whereLayer("file").mayNotAccessAnyLayer()
        .whereLayer("live").mayOnlyAccessLayers("task", "text", "file")
        .whereLayer("graph").mayOnlyAccessLayers("task", "array")
        .whereLayer("dump").mayOnlyAccessLayers("task", "array")
        .whereLayer("heap").mayOnlyAccessLayers("task", "array", "graph", "dump")
        .whereLayer("index").mayOnlyAccessLayers("task", "array", "file", "graph", "dump", "heap", "analysis")
        .whereLayer("value").mayOnlyAccessLayers("task", "text", "array", "graph", "dump", "heap")
        .whereLayer("names").mayOnlyAccessLayers("task", "text", "array", "graph", "dump", "heap", "value")
        .whereLayer("redact").mayOnlyAccessLayers("task", "text", "file", "dump")
        .whereLayer("subset").mayOnlyAccessLayers("task", "array", "graph", "dump", "heap")
        .whereLayer("analysis").mayOnlyAccessLayers("task", "text", "array", "graph", "dump", "heap", "value",
            "names", "subset")
        .whereLayer("select").mayOnlyAccessLayers("task", "text", "array", "graph", "dump", "heap", "value",
            "names", "subset", "analysis")
        .whereLayer("budget").mayOnlyAccessLayers("task", "array", "graph", "heap", "analysis", "select")
        .whereLayer("investigation").mayOnlyAccessLayers("task", "text", "array", "graph", "dump", "heap", "subset",
            "names", "analysis", "select", "view", "budget")
        .whereLayer("answer").mayNotBeAccessedByAnyLayer()
        .whereLayer("view").mayOnlyAccessLayers("task", "text", "array", "graph", "dump", "heap", "names", "subset",
            "analysis", "select");

    @ArchTest
    static final ArchRule ANSWERS_KNOW_NO_HEAP = noClasses()
        .that().resideInAnyPackage("io.github.memdump.answer", "io.github.memdump.answer.render..")
        .should().dependOnClassesThat().resideInAnyPackage("io.github.memdump.answer.content..",
            "io.github.memdump.heap..", "io.github.memdump.analysis..", "io.github.memdump.view..");

    /** What decides a count that an index keeps belongs to the version of the engine that is written into it. */
    @ArchTest
    static final ArchRule KEPT_COUNTS_DEPEND_ON_WHAT_THE_VERSION_OF_AN_INDEX_COVERS = classes()
        .that().haveNameMatching("io\\.github\\.memdump\\.analysis\\.(Histograms|Grouping|CodeOrigin)(\\$.*)?")
        .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "io.github.memdump.array..",
            "io.github.memdump.dump..", "io.github.memdump.graph..", "io.github.memdump.heap..")
            .or(nameMatching("(\\[L)?io\\.github\\.memdump\\.analysis\\.(Histograms?|Grouping|CodeOrigin)(\\$.*)?;?")));

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.github.memdump.(**)").should().beFreeOfCycles();

    /** What does not fit on a page of names is more than one subject. */
    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        sizes.values().removeIf(files -> files <= 25);
        assertEquals(Map.of(), sizes);
    }
}
