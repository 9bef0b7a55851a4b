package io.github.memdump.gephi.importer;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Takes a file that is dragged onto a component. */
final class DroppedDump extends TransferHandler {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<Path> taker;

    private DroppedDump(Consumer<Path> taker) {
        this.taker = taker;
    }

    static void on(JComponent target, Consumer<Path> taker) {
        target.setTransferHandler(new DroppedDump(taker));
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean importData(TransferSupport support) {
        try {
            List<?> files = (List<?>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
            if (files.isEmpty()) {
                return false;
            }
            taker.accept(((File) files.get(0)).toPath());
            return true;
        } catch (UnsupportedFlavorException | IOException gone) {
            return false;
        }
    }
}
