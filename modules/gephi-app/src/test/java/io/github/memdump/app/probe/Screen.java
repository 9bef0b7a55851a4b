package io.github.memdump.app.probe;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;

/** What a person does with eyes and hands: waits, finds, clicks, looks. */
final class Screen {
    private static final int WAIT_SECONDS = 40;

    private Screen() {
    }

    /** Waits until something holds; fails with its description if it does not come true. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < WAIT_SECONDS * 5; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("waited in vain for " + what);
    }

    /** Does something on the event thread and waits for it. */
    static <T> T onEventThread(Callable<T> work) throws InterruptedException, InvocationTargetException {
        AtomicReference<T> result = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> {
            try {
                result.set(work.call());
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        return result.get();
    }

    /** Starts something on the event thread that may open a dialog, and does not wait. */
    static void later(Runnable work) {
        EventQueue.invokeLater(work);
    }

    /** Returns the first showing component of any window that fits. */
    static Optional<Component> find(Predicate<Component> fits) {
        for (Window window : Window.getWindows()) {
            if (window.isShowing()) {
                Optional<Component> found = find(window, fits);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Waits for a showing component of a name and returns it. */
    static Component named(String name) throws InterruptedException {
        Predicate<Component> fits = component -> name.equals(component.getName()) && component.isShowing();
        await("the component " + name, () -> find(fits).isPresent());
        return find(fits).orElseThrow();
    }

    /** Waits for a showing, enabled button with a text and presses it. */
    static void press(String text) throws InterruptedException {
        Predicate<Component> fits = component -> component instanceof AbstractButton && component.isShowing()
            && component.isEnabled() && text.equals(((AbstractButton) component).getText());
        await("the button " + text, () -> find(fits).isPresent());
        AbstractButton button = (AbstractButton) find(fits).orElseThrow();
        later(button::doClick);
    }

    /** Takes a picture of the whole screen. */
    static BufferedImage picture(Path file) throws AWTException, IOException {
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        BufferedImage image = new Robot().createScreenCapture(screen);
        ImageIO.write(image, "png", file.toFile());
        return image;
    }

    /** Returns how many different colours a part of a picture has. */
    static int colours(BufferedImage image, Rectangle part) {
        Set<Integer> colours = new HashSet<>();
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    private static Optional<Component> find(Container container, Predicate<Component> fits) {
        for (Component component : container.getComponents()) {
            if (fits.test(component)) {
                return Optional.of(component);
            }
            if (component instanceof Container) {
                Optional<Component> inside = find((Container) component, fits);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }
}
