package io.github.memdump.branding;

import java.awt.EventQueue;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.JFrame;
import javax.swing.TransferHandler;
import org.openide.windows.OnShowing;
import org.openide.windows.WindowManager;

/** Opens the files that are dropped on the main window. */
@OnShowing
public final class DroppedFiles implements Runnable {
    @Override
    public void run() {
        ((JFrame) WindowManager.getDefault().getMainWindow()).setTransferHandler(new Handler());
    }

    private static final class Handler extends TransferHandler {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean canImport(TransferSupport support) {
            return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
        }

        @Override
        public boolean importData(TransferSupport support) {
            try {
                List<File> files = new ArrayList<>();
                Object dropped = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
                ((List<?>) dropped).forEach(file -> files.add((File) file));
                EventQueue.invokeLater(() -> CommandLine.open(files));
                return true;
            } catch (UnsupportedFlavorException | IOException unreadable) {
                Logger.getLogger(DroppedFiles.class.getName()).log(Level.INFO, null, unreadable);
                return false;
            }
        }
    }
}
