package io.github.memdump.gephi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the plugin calls of Gephi and NetBeans, and what of theirs it implements, stands in a file, one member a line.
 * A change of it shows in review, and the list can be held against the sources of another Gephi; against one that is
 * installed, {@code src/build/gephi-linkage.sh} holds the .nbm itself. To write the list anew, run this test with
 * {@code -Dmemdump.write_api}.
 */
class GephiApiTest {
    private static final Path LIST = Path.of("src/test/resources/gephi-api.txt");
    private static final Pattern FOREIGN = Pattern.compile("org\\.(gephi|openide|netbeans|joda)\\..*");
    /** What differs between Gephi 0.10 and 0.11, or may go. */
    private static final List<Pattern> DIFFERENT = List.of(Pattern.compile(".*joda.*"),
        Pattern.compile(".*GraphModel\\.getSpatialIndex.*"), Pattern.compile(".*LayoutModel\\.loadProperties.*"),
        Pattern.compile(".*VisualizationController\\.getSelected.*"), Pattern.compile(".*TimeZone.*"),
        Pattern.compile(".*openNewWorkspace.*"), Pattern.compile(".*ImportController\\.process.*"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.github.memdump.gephi");

    private static List<String> surface() {
        TreeSet<String> members = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            for (JavaAccess<?> access : each.getAccessesFromSelf()) {
                String owner = access.getTargetOwner().getName();
                if (FOREIGN.matcher(owner).matches()) {
                    members.add(access.getTarget().getFullName() + type(access.getTarget()));
                }
            }
            each.getAllRawInterfaces().stream().map(JavaClass::getName)
                .filter(name -> FOREIGN.matcher(name).matches()).forEach(name -> members.add("implements " + name));
        }
        return new ArrayList<>(members);
    }

    /** Of a method, what it returns: a compiled call names that too. */
    private static String type(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget && !target.getName().equals("<init>")
            ? ": " + ((CodeUnitAccessTarget) target).getRawReturnType().getName() : "";
    }

    @Test
    void callsWhatTheListSaysAndNothingElse() throws IOException {
        List<String> surface = surface();
        if (System.getProperty("memdump.write_api") != null) {
            Files.write(LIST, surface);
        }
        List<String> known = Files.readAllLines(LIST);
        List<String> more = surface.stream().filter(member -> !known.contains(member)).collect(Collectors.toList());
        List<String> gone = known.stream().filter(member -> !surface.contains(member)).collect(Collectors.toList());
        assertEquals(List.of(), more, "new here: add it to " + LIST + " if every Gephi has it");
        assertEquals(List.of(), gone, "no longer used: take it out of " + LIST);
        assertTrue(surface.size() > 100, surface.size() + " members");
    }

    @Test
    void callsNothingThatDiffersBetweenGephis() {
        assertEquals(List.of(), surface().stream().filter(member -> DIFFERENT.stream()
            .anyMatch(different -> different.matcher(member).matches())).collect(Collectors.toList()));
    }
}
