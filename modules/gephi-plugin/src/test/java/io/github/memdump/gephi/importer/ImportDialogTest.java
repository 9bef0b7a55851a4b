package io.github.memdump.gephi.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.netbeans.validation.api.Severity;
import org.netbeans.validation.api.ui.swing.ValidationPanel;

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

    @Test
    void lookingIntoADumpIsProgressAndNoErrorAndNoFigureIsToldBeforeItIsKnown() throws Exception {
        CountDownLatch known = new CountDownLatch(1);
        Path dump = GoldenDumps.RUBY_3_1.after();
        ImportPanel[] panel = new ImportPanel[1];
        ValidationPanel[] around = new ValidationPanel[1];
        EventQueue.invokeAndWait(() -> {
            ImportDialog dialog = new ImportDialog(file -> {
                awaited(known);
                lookedAt.add(file);
                return DumpSample.of(file);
            });
            dialog.open(List.of(dump));
            around[0] = (ValidationPanel) dialog.panel();
            panel[0] = inside(around[0]).orElseThrow();
            assertEquals("Looking into " + dump.getFileName() + "\u2026", panel[0].memory.getText());
            assertFalse(panel[0].memory.getForeground().equals(Severity.FATAL.color()));
            assertTrue(around[0].isFatalProblem(), "it cannot be opened yet");
            assertEquals("", around[0].getProblem().getMessage().trim());
        });
        known.countDown();
        assertEquals(dump, lookedAt.poll(20, TimeUnit.SECONDS));
        String told = "";
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); !told.startsWith("Needs")
            && System.nanoTime() < end;) {
            told = onEventThread(panel[0].memory::getText);
        }
        assertTrue(told.matches("Needs about [1-9][0-9.]* [KM]iB of memory; Gephi may take [0-9.]+ [MG]iB\\."), told);
        assertFalse(onEventThread(around[0]::isFatalProblem), "it can be opened now");
    }

    private static <T> T onEventThread(Supplier<T> question) throws Exception {
        AtomicReference<T> answer = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> answer.set(question.get()));
        return answer.get();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
