package io.github.memdump.gephi.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.heap.DumpSample;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.Recipe;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ImportDialogTest {
    private final BlockingQueue<Path> lookedAt = new LinkedBlockingQueue<>();

    private static Optional<ImportPanel> inside(Container parent) {
        for (Component child : parent.getComponents()) {
            Optional<ImportPanel> found = child instanceof ImportPanel ? Optional.of((ImportPanel) child)
                : child instanceof Container ? inside((Container) child) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Test
    void anEarlierDumpThatIsTypedIsLookedAtOnceAndKeepsWhatIsChosen() throws Exception {
        Path after = GoldenDumps.RUBY_3_1.after();
        Path before = GoldenDumps.RUBY_3_1.before().toAbsolutePath();
        ImportPanel[] panel = new ImportPanel[1];
        EventQueue.invokeAndWait(() -> {
            ImportDialog dialog = new ImportDialog(dump -> {
                lookedAt.add(dump);
                return DumpSample.of(dump);
            });
            dialog.open(List.of(after));
            panel[0] = inside(dialog.panel()).orElseThrow();
        });
        assertEquals(after, lookedAt.poll(20, TimeUnit.SECONDS));
        String text = before.toString();
        EventQueue.invokeAndWait(() -> {
            panel[0].before.setText(text.substring(0, 1));
            panel[0].subjects.get(Recipe.Subject.SUSPECTS).doClick();
            for (int end = 2; end <= text.length(); end++) {
                panel[0].before.setText(text.substring(0, end));
            }
        });
        assertEquals(before, lookedAt.poll(20, TimeUnit.SECONDS));
        EventQueue.invokeAndWait(() -> assertTrue(panel[0].subjects.get(Recipe.Subject.SUSPECTS).isSelected(),
            Stream.of(Recipe.Subject.values()).filter(panel[0].subjects::containsKey)
                .filter(subject -> panel[0].subjects.get(subject).isSelected()).map(Recipe.Subject::title)
                .collect(Collectors.joining())));
        assertTrue(lookedAt.isEmpty(), lookedAt.toString());
    }
}
