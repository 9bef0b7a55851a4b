package io.github.memdump.driver;

import java.awt.EventQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.project.api.ProjectController;
import org.openide.LifecycleManager;
import org.openide.modules.ModuleInstall;
import org.openide.util.Lookup;
import org.openide.windows.WindowManager;

/** Starts when the main window is there, runs every check until one fails, and ends the application. */
public final class Driver extends ModuleInstall {
    private static final long serialVersionUID = 1L;

    @Override
    public void restored() {
        WindowManager.getDefault().invokeWhenUIReady(() -> new Thread(Driver::drive, "Driver").start());
    }

    private static void drive() {
        EventThread.watch();
        OffThread.watch();
        Results results = new Results(Given.RESULTS.path());
        try {
            (Given.UPDATE_CENTER.isGiven() ? Installation.checks() : Given.VIEWS.isGiven() ? ViewsTour.checks()
                : Given.CLICKS.isGiven() ? ClicksTour.checks() : Tour.checks()).forEach(results::of);
        } catch (RuntimeException failed) {
            Logger.getLogger(Driver.class.getName()).log(Level.INFO, "the tour ended early", failed);
        } finally {
            end();
        }
    }

    /** An open project would be asked about: closed first, it is not. */
    private static void end() {
        Screen.closeDialogs();
        Lookup.getDefault().lookup(ProjectController.class).closeCurrentProject();
        EventQueue.invokeLater(() -> LifecycleManager.getDefault().exit());
    }
}
