package io.github.memdump.gephi.source;

import io.github.memdump.gephi.swing.Typing;
import java.awt.event.ActionListener;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle;

/** Asks where the source of the program is and how its lines open in an editor. For the event thread. */
public final class SourceDialog extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 36;

    private final JTextField folders;
    private final JTextField editor;
    private final JLabel wrong = new JLabel(" ");
    private final transient DialogDescriptor dialog;

    private SourceDialog(ProgramSource now) {
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        folders = field("folders", now.foldersText());
        editor = field("editor", now.editorText());
        add(left(wrong));
        dialog = new DialogDescriptor(this, text("title"));
    }

    /** Opens the dialog. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.source.SourceDialog")
    @ActionRegistration(displayName = "#SourceDialog")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 540, separatorBefore = 539)
    public static ActionListener open() {
        return event -> new SourceDialog(ProgramSource.set()).ask();
    }

    private void ask() {
        if (DialogDisplayer.getDefault().notify(dialog) == DialogDescriptor.OK_OPTION) {
            ProgramSource.of(folders.getText(), editor.getText()).keep();
        }
    }

    private JTextField field(String key, String content) {
        JTextField field = new JTextField(content, COLUMNS);
        field.setName("memdump.source." + key);
        JLabel name = new JLabel(text(key));
        name.setLabelFor(field);
        JLabel hint = new JLabel("<html><body width='420'>" + text(key + ".hint") + "</body></html>");
        hint.setEnabled(false);
        add(left(name));
        add(left(field));
        add(left(hint));
        field.getDocument().addDocumentListener(new Typing(this::check));
        return field;
    }

    private void check() {
        String reason = " ";
        try {
            ProgramSource.of(folders.getText(), editor.getText());
        } catch (IllegalArgumentException notThat) {
            reason = text("wrong");
        }
        wrong.setText(reason);
        dialog.setValid(reason.isBlank());
    }

    private static JComponent left(JComponent part) {
        part.setAlignmentX(LEFT_ALIGNMENT);
        return part;
    }

    private static String text(String key) {
        return NbBundle.getMessage(SourceDialog.class, "SourceDialog." + key);
    }
}
