package io.github.memdump.driver;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.openide.awt.Actions;

/** Finds, reads and presses what is on the screen. */
final class Screen {
    /** More where the machine is busy: seconds in the property. */
    private static final int PATIENCE_MILLIS = 1_000 * Integer.getInteger("memdump.driver.patience", 40);
    private static final int PAUSE_MILLIS = 100;

    private Screen() {
    }

    /** Waits until something is so. */
    static void await(String what, BooleanSupplier so) throws InterruptedException {
        await(what, so, () -> "");
    }

    /** Waits until something is so; what is there instead stands in the message if that does not come. */
    static void await(String what, BooleanSupplier so, Supplier<String> instead) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!so.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("waited in vain for: " + what + instead.get());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Asks the event thread. */
    static <T> T ask(Callable<T> question) throws InterruptedException, InvocationTargetException {
        AtomicReference<T> answer = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> {
            try {
                answer.set(question.call());
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        return answer.get();
    }

    /** Waits for a dialog. */
    static JDialog dialog() throws InterruptedException {
        await("a dialog", () -> !dialogs().isEmpty());
        return dialogs().get(0);
    }

    /** Presses the default button of a dialog and waits until the dialog has gone. */
    static void accept(JDialog dialog) throws InterruptedException {
        // It has none as long as what was filled in is not valid.
        await("a button to accept " + dialog.getTitle(), () -> dialog.getRootPane().getDefaultButton() != null);
        press(dialog.getRootPane().getDefaultButton());
        await("the end of the dialog " + dialog.getTitle(), () -> !dialog.isShowing());
    }

    /** Presses a button once it is enabled. What it opens may be modal, so nothing waits for it. */
    static void press(AbstractButton button) throws InterruptedException {
        await("the button " + button.getName() + " " + button.getText(), button::isEnabled);
        EventQueue.invokeLater(button::doClick);
    }

    /** Takes back the last step of the view. */
    static void undo() {
        EventQueue.invokeLater(() -> Actions.forID("Memdump", "io.github.memdump.gephi.graph.UndoStep")
            .actionPerformed(new ActionEvent(Screen.class, ActionEvent.ACTION_PERFORMED, "")));
    }

    /** The components of a kind within another one that meet a condition, from the first to the last. */
    static <T extends JComponent> List<T> find(Container within, Class<T> kind, Predicate<T> condition) {
        List<T> found = new ArrayList<>();
        List<Component> open = new ArrayList<>(List.of(within));
        while (!open.isEmpty()) {
            Component next = open.remove(0);
            if (kind.isInstance(next) && condition.test(kind.cast(next))) {
                found.add(kind.cast(next));
            }
            if (next instanceof Container) {
                open.addAll(0, List.of(((Container) next).getComponents()));
            }
        }
        return found;
    }

    /** All that a dialog says. */
    static String text(Container dialog) {
        List<String> words = new ArrayList<>();
        find(dialog, JLabel.class, JLabel::isShowing).forEach(label -> words.add(String.valueOf(label.getText())));
        find(dialog, JTextComponent.class, JTextComponent::isShowing).forEach(text -> words.add(text.getText()));
        return String.join(" ", words);
    }

    /** The titles and texts of dialogs that are open, for a message. */
    static String openDialogs() {
        return dialogs().stream().map(dialog -> "; open: " + dialog.getTitle() + ": " + text(dialog))
            .collect(Collectors.joining());
    }

    /** Closes every dialog, so that the application can end. */
    static void closeDialogs() {
        EventQueue.invokeLater(() -> dialogs().forEach(Window::dispose));
    }

    /** The button of a name somewhere within a component. */
    static JButton button(Container within, String name) {
        List<JButton> found = find(within, JButton.class, button -> name.equals(button.getName()));
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " buttons called " + name);
        }
        return found.get(0);
    }

    private static List<JDialog> dialogs() {
        List<JDialog> showing = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            if (window instanceof JDialog && window.isShowing()) {
                showing.add((JDialog) window);
            }
        }
        return showing;
    }
}
