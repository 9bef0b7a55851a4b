package io.github.memdump.app;

import io.github.memdump.driver.Given;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Every view in the Graph window, on a small bright screen and on a large dark one: nodes in the window, labels drawn,
 * no two of them over each other. Other dumps than the example are given by {@code memdump.tour.before},
 * {@code memdump.tour.after} and, for what a selection is about, {@code memdump.tour.about}; some of the checks alone
 * run by a pattern in {@code memdump.tour.views}. How many seconds to wait for anything is in
 * {@code memdump.tour.patience}; the whole may take as many times longer.
 */
class BundledViewsIT {
    private static final int SECONDS = 400;
    private static final int PATIENCE = 40;

    @TestFactory
    Stream<DynamicContainer> drawsEveryViewLegibly() {
        return Stream.of(new String[] {"1280x800"},
            new String[] {"1920x1080", "--laf", "com.formdev.flatlaf.FlatDarkLaf"}).map(BundledViewsIT::on);
    }

    private static DynamicContainer on(String... screen) {
        try {
            Path examples = Path.of(System.getProperty("memdump.examples"));
            DrivenRun run = new DrivenRun(Path.of(System.getProperty("memdump.smoke") + "-" + screen[0]))
                .on(screen[0])
                .give(Given.BEFORE, Path.of(System.getProperty("memdump.tour.before",
                    examples.resolve("before.json.gz").toString())))
                .give(Given.AFTER, Path.of(System.getProperty("memdump.tour.after",
                    examples.resolve("after.json.gz").toString())));
            List<String> arguments = new ArrayList<>(List.of("-J-Xmx2g", "-J-D" + Given.VIEWS.property() + "="
                + System.getProperty("memdump.tour.views", "."),
                "-J-Dmemdump.before=" + run.given(Given.BEFORE), "-J-Dmemdump.after=" + run.given(Given.AFTER)));
            int patience = Integer.getInteger("memdump.tour.patience", PATIENCE);
            arguments.add("-J-Dmemdump.driver.patience=" + patience);
            String about = System.getProperty("memdump.tour.about");
            if (about != null) {
                arguments.add("-J-Dmemdump.driver.about=" + about);
            }
            arguments.addAll(Arrays.asList(screen).subList(1, screen.length));
            return DynamicContainer.dynamicContainer(String.join(" ", screen), run.tests(arguments,
                SECONDS * patience / PATIENCE));
        } catch (Exception failed) {
            throw new IllegalStateException(screen[0], failed);
        }
    }
}
