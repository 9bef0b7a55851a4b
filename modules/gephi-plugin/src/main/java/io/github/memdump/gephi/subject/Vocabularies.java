package io.github.memdump.gephi.subject;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.swing.Typing;
import java.awt.EventQueue;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.lang.ref.WeakReference;
import java.util.Optional;
import javax.swing.text.JTextComponent;
import org.openide.util.RequestProcessor;

/** Completes what is typed in a field by the words of the heap behind the current workspace, if that is in memory. */
public final class Vocabularies {
    private static final RequestProcessor READING = new RequestProcessor("Memdump vocabulary", 1);
    private static WeakReference<Findings> last = new WeakReference<>(null);
    private static Vocabulary known;

    private Vocabularies() {
    }

    /** Completes what is typed in a field. For the event thread. */
    public static void offer(JTextComponent field) {
        offer(field, new CompletionPopup(field));
    }

    static void offer(JTextComponent field, CompletionPopup popup) {
        field.getDocument().addDocumentListener(new Typing(popup::typed));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                Optional<Findings> findings = HeapTies.current().flatMap(WorkspaceHeap::loaded);
                popup.setVocabulary(Optional.empty());
                findings.ifPresent(of -> READING.post(() -> {
                    Vocabulary words = of(of);
                    EventQueue.invokeLater(() -> popup.setVocabulary(Optional.of(words)));
                }));
            }
        });
    }

    private static synchronized Vocabulary of(Findings findings) {
        if (last.get() != findings) {
            known = Vocabulary.of(findings.heap());
            last = new WeakReference<>(findings);
        }
        return known;
    }
}
