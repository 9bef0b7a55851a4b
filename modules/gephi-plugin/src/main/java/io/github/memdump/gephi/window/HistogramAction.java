package io.github.memdump.gephi.window;

import io.github.memdump.gephi.window.histogram.HistogramTab;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Opens the Memdump window at its histogram. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.window.HistogramAction")
@ActionRegistration(displayName = "#HistogramAction")
@ActionReference(path = "Menu/Plugins/Memdump", position = 332, separatorBefore = 331)
public final class HistogramAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        MemdumpTopComponent.open(HistogramTab.class);
    }
}
