package io.github.memdump.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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

/** Which modules the command may know. */
@AnalyzeClasses(packages = "io.github.memdump", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_COMMAND_KNOWS_NEITHER_PLUGIN_NOR_WINDOWS = noClasses()
        .that().resideInAPackage("io.github.memdump.cli..")
        .should().dependOnClassesThat().resideInAnyPackage("io.github.memdump.gephi..", "io.github.memdump.branding..",
            "org.openide.windows..", "org.openide.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule GEPHI_IS_ONLY_FOR_REPORTS = noClasses()
        .that().resideInAPackage("io.github.memdump.cli..")
        .and().resideOutsideOfPackages("io.github.memdump.cli.report..", "io.github.memdump.cli.subset..")
        .should().dependOnClassesThat().resideInAnyPackage("org.gephi..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NOTHING_OF_THE_COMMAND = noClasses()
        .that().resideOutsideOfPackages("io.github.memdump.cli..", "io.github.memdump.testing..")
        .should().dependOnClassesThat().resideInAnyPackage("io.github.memdump.cli..", "picocli..");

    @ArchTest
    static final ArchRule WHAT_COMMANDS_ARE_MADE_OF_KNOWS_NO_COMMAND = noClasses()
        .that().resideInAnyPackage("io.github.memdump.cli.command..", "io.github.memdump.cli.option..")
        .should().dependOnClassesThat(resideInAPackage("io.github.memdump.cli..")
            .and(resideOutsideOfPackages("io.github.memdump.cli.command..", "io.github.memdump.cli.option..")));

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
