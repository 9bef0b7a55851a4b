package io.github.memdump.gephi.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import org.junit.jupiter.api.Test;

class WindowTabsTest {
    @Test
    void theTabThatIsSelectedIsTheOneThatIsShownHoweverItWasSelected() throws Exception {
        EventQueue.invokeAndWait(() -> {
            WindowTabs tabs = new WindowTabs();
            List<JLabel> contents = List.of(new JLabel("first"), new JLabel("second"), new JLabel("third"));
            contents.forEach(content -> tabs.addTab(content.getText(), content));
            List<JToggleButton> buttons = new ArrayList<>();
            for (Component button : ((Container) tabs.getComponent(0)).getComponents()) {
                buttons.add((JToggleButton) button);
            }
            assertEquals("first", shown(contents));
            buttons.get(1).setSelected(true);
            assertEquals("second", shown(contents));
            buttons.get(2).doClick();
            assertEquals("third", shown(contents));
            tabs.select(contents.get(0));
            assertEquals("first", shown(contents));
        });
    }

    private static String shown(List<JLabel> contents) {
        StringBuilder shown = new StringBuilder();
        contents.stream().filter(Component::isVisible).forEach(content -> shown.append(content.getText()));
        return shown.toString();
    }
}
