package io.github.memdump.gephi.importer;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Takes files that are dragged onto a component. */
final class DroppedDump extends TransferHandler {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<List<Path>> taker;

    private DroppedDump(Consumer<List<Path>> taker) {
        this.taker = taker;
    }

    static void on(JComponent target, Consumer<List<Path>> taker) {
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
            taker.accept(files.stream().map(file -> ((File) file).toPath()).collect(Collectors.toList()));
            return true;
        } catch (UnsupportedFlavorException | IOException gone) {
            return false;
        }
    }
}
