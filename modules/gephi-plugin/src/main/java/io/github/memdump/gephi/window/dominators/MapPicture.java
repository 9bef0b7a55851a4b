package io.github.memdump.gephi.window.dominators;

import io.github.memdump.file.Inputs;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.NbBundle;
import org.openide.windows.WindowManager;

/** What is seen of a map as a PNG file, twice as large. For the event thread; the file is written in the background. */
final class MapPicture {
    private static final String ENDING = ".png";
    private static final int SCALE = 2;

    private MapPicture() {
    }

    /** Asks for a file, and before one is replaced, and writes it; never in the place of one of the dumps. */
    static void save(MapPane map, List<Path> dumps) {
        JFileChooser chooser = new JFileChooser();
        chooser.setFileFilter(new FileNameExtensionFilter(text("map.png"), ENDING.substring(1)));
        chooser.setSelectedFile(new File("map" + ENDING));
        if (chooser.showSaveDialog(WindowManager.getDefault().getMainWindow()) == JFileChooser.APPROVE_OPTION) {
            Path file = named(chooser.getSelectedFile().toPath());
            if (!Files.exists(file) || replaces(file)) {
                BufferedImage picture = of(map, SCALE);
                Background.run(text("MapTab"), task -> write(picture, file, dumps));
            }
        }
    }

    /** Returns the file under a name that says what is in it. */
    static Path named(Path chosen) {
        String name = chosen.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING) ? chosen : chosen.resolveSibling(name + ENDING);
    }

    private static boolean replaces(Path file) {
        return NotifyDescriptor.YES_OPTION.equals(DialogDisplayer.getDefault().notify(
            new NotifyDescriptor.Confirmation(text("map.replace", file.getFileName()), text("map.replace.title"),
                NotifyDescriptor.YES_NO_OPTION)));
    }

    private static void write(BufferedImage picture, Path file, List<Path> dumps) {
        try (Output output = Output.to(Target.of(file, Inputs.of(dumps)))) {
            ImageIO.write(picture, "png", output.stream());
            output.commit();
            Messages.status(text("map.saved", file));
        } catch (IOException failed) {
            Messages.error(text("map.notSaved", failed.getMessage()));
        }
    }

    /** Returns a picture of a map, so many times as large as it is shown. */
    static BufferedImage of(MapPane map, int scale) {
        BufferedImage picture = new BufferedImage(map.getWidth() * scale, map.getHeight() * scale,
            BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.scale(scale, scale);
        map.paintMap(canvas);
        canvas.dispose();
        return picture;
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(MapPicture.class, key, values);
    }
}
