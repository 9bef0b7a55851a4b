package io.github.memdump.driver;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Looks at the screen itself: what OpenGL draws is nowhere else to be seen. */
final class Picture {
    private static final int COLOURFUL = 60;
    /** One pixel of so many may change. */
    private static final int STILL = 10_000;

    private final Robot robot;

    Picture() throws java.awt.AWTException {
        robot = new Robot();
    }

    /** Lets a window fill the screen, which without a window manager it does not do by itself. */
    static void fill(Component window) {
        EventQueue.invokeLater(() -> {
            window.setBounds(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
            window.validate();
        });
    }

    /** How many pixels in the midst of a component on the screen are coloured rather than grey. */
    int coloured(Component component) {
        Rectangle midst = new Rectangle(component.getLocationOnScreen(), component.getSize());
        midst.grow(-component.getWidth() / 8, -component.getHeight() / 8);
        BufferedImage image = robot.createScreenCapture(midst);
        int coloured = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int red = rgb >> 16 & 0xFF;
                int green = rgb >> 8 & 0xFF;
                int blue = rgb & 0xFF;
                int spread = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
                coloured += spread > COLOURFUL ? 1 : 0;
            }
        }
        return coloured;
    }

    /** Keeps the whole screen as a PNG, once nothing moves on it any more. */
    void keep(String name) throws IOException, InterruptedException {
        keep(name, new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    /** Keeps a part of the screen as a PNG, once nothing moves on the screen any more. */
    void keep(String name, Rectangle part) throws IOException, InterruptedException {
        int[][] last = {pixels()};
        // A caret may blink as long as anybody waits.
        Screen.await("a screen on which next to nothing moves", () -> {
            int[] before = last[0];
            last[0] = pixels();
            int different = 0;
            for (int i = 0; i < before.length; i++) {
                different += before[i] == last[0][i] ? 0 : 1;
            }
            return different <= before.length / STILL;
        });
        ImageIO.write(robot.createScreenCapture(part), "png", Given.PICTURES.path().resolve(name + ".png").toFile());
    }

    private BufferedImage screen() {
        return robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    private int[] pixels() {
        BufferedImage image = screen();
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
