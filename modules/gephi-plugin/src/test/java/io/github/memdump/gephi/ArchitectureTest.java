package io.github.memdump.gephi;

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

/** Which modules the plugin may know. */
@AnalyzeClasses(packages = "io.github.memdump", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_PLUGIN_KNOWS_NEITHER_COMMAND_NOR_BRANDING = noClasses()
        .that().resideInAPackage("io.github.memdump.gephi..")
        .should().dependOnClassesThat()
        .resideInAnyPackage("io.github.memdump.cli..", "io.github.memdump.branding..", "picocli..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NOTHING_OF_THE_PLUGIN = noClasses()
        .that().resideOutsideOfPackages("io.github.memdump.gephi..", "io.github.memdump.testing..")
        .should().dependOnClassesThat().resideInAnyPackage("io.github.memdump.gephi..", "org.gephi..", "org.openide..");

    @ArchTest
    static final ArchRule PACKAGES_POINT_ONE_WAY = slices().matching("io.github.memdump.gephi.(**)")
        .should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_UNPUBLISHED_OF_GEPHI_IS_NEEDED = noClasses()
        .that().resideInAPackage("io.github.memdump.gephi..")
        .should().dependOnClassesThat().resideInAnyPackage("org.gephi.desktop.project..", "org.gephi.visualization");

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
