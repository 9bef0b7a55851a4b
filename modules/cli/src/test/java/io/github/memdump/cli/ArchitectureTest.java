package io.github.memdump.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
        .that().resideInAPackage("io.github.memdump.cli").or().resideInAPackage("io.github.memdump.cli.gephi..")
        .should().dependOnClassesThat().resideInAnyPackage("org.gephi..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NOTHING_OF_THE_COMMAND = noClasses()
        .that().resideOutsideOfPackages("io.github.memdump.cli..", "io.github.memdump.testing..")
        .should().dependOnClassesThat().resideInAnyPackage("io.github.memdump.cli..", "picocli..");

    @ArchTest
    static final ArchRule PARTS_OF_THE_REPORT_POINT_ONE_WAY =
        slices().matching("io.github.memdump.cli.report.(*)..").should().beFreeOfCycles();
}
