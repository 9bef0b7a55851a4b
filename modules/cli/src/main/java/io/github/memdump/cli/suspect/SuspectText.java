package io.github.memdump.cli.suspect;

import io.github.memdump.analysis.suspect.Accumulated;
import io.github.memdump.analysis.suspect.Amount;
import io.github.memdump.analysis.suspect.Shape;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.cli.Figures;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.List;

/** Tells one suspect after the other: what, how much, where it is held, where it was allocated, what to do next. */
final class SuspectText {
    private static final int SITES = 2;
    private static final int GROUPS = 3;
    private static final int LONGEST_PATH = 9;
    /** What makes up less of a suspect goes without a line of its own. */
    private static final double NOTABLE = 0.05;

    private final Heap heap;
    private final boolean isGrowth;
    private final ObjectNames names;
    private final HolderWords words;
    private final StringBuilder text = new StringBuilder();

    SuspectText(Heap heap, boolean isGrowth) {
        this.heap = heap;
        this.isGrowth = isGrowth;
        this.names = new ObjectNames(heap);
        this.words = new HolderWords(heap, names);
    }

    /** Returns the story of a suspect, every line ended. */
    String of(Suspect suspect, int number) {
        text.setLength(0);
        text.append("Suspect ").append(number).append(": ").append(title(suspect)).append('\n');
        line("how much", amount(suspect));
        for (Accumulated group : suspect.accumulated().subList(0, Math.min(GROUPS, suspect.accumulated().size()))) {
            if (group.retained().shareOf(suspect.amount()) >= NOTABLE) {
                line("gathered", gathered(group));
            }
        }
        line("made of", contents(suspect));
        holders(suspect);
        if (!suspect.holders().isEmpty()) {
            line("next", words.advice(suspect.holders().get(0)));
        }
        return text.toString();
    }

    /** Returns one line about something that changes and does not grow. */
    String steady(Suspect suspect) {
        return "  " + Printable.of((suspect.shape() == Shape.SHARED ? gatheredNames(suspect)
            : named(suspect.accumulationPoint())) + ": " + amount(suspect)) + '\n';
    }

    private String title(Suspect suspect) {
        String share = Figures.share(Math.round(suspect.share() * 1000), 1000);
        String growth = share + (isGrowth ? " of the growth" : " of what the program holds");
        switch (suspect.shape()) {
            case SHARED:
                return growth + ", " + gatheredNames(suspect) + ", kept by "
                    + Figures.count(suspect.holders().size(), "holder");
            case CHAIN:
                return growth + ", a chain of " + gatheredNames(suspect) + ", one held by the next";
            case LARGE:
                return growth + ", " + times(named(suspect.object()), suspect.alike()) + ", large by itself";
            default:
                String point = named(suspect.accumulationPoint());
                return growth + " in " + times(suspect.object() == suspect.accumulationPoint() ? point
                    : named(suspect.object()) + " → " + point, suspect.alike());
        }
    }

    private String gatheredNames(Suspect suspect) {
        List<String> parts = new ArrayList<>();
        for (Accumulated group : suspect.accumulated().subList(0, Math.min(GROUPS, suspect.accumulated().size()))) {
            parts.add(times(names.of(group.example()), group.objects()));
        }
        return String.join(" and ", parts);
    }

    private String amount(Suspect suspect) {
        Amount amount = suspect.amount();
        String all = Figures.count(amount.count(), isGrowth ? "new object" : "object") + ", "
            + Figures.bytes(amount.size());
        if (!isGrowth) {
            return all;
        }
        if (suspect.shape() == Shape.SHARED || suspect.retainedBefore().count() == 0) {
            return all;
        }
        return all + "; retained " + Figures.bytes(suspect.retainedBefore().size()) + " before, "
            + Figures.bytes(suspect.retained().size()) + " now";
    }

    private String gathered(Accumulated group) {
        StringBuilder sentence = new StringBuilder(times(names.of(group.example()), group.objects()));
        sentence.append(", ").append(Figures.bytes(group.retained().size())).append(" in ")
            .append(Figures.count(group.retained().count(), "object"));
        if (group.objects() > 1) {
            sentence.append(", ").append(Figures.bytes(group.retained().size() / group.objects())).append(" each");
        }
        for (int i = 0; i < Math.min(SITES, group.sites()); i++) {
            String method = heap.sites().method(group.site(i));
            sentence.append(i == 0 ? "; allocated at " : ", ").append(heap.sites().place(group.site(i)))
                .append(method.isEmpty() ? "" : " in " + method);
            if (group.siteCount(i) < group.objects()) {
                sentence.append(" (").append(Figures.count(group.siteCount(i))).append(')');
            }
        }
        return sentence.append(group.sites() > SITES ? ", …" : "").toString();
    }

    private String contents(Suspect suspect) {
        List<String> parts = new ArrayList<>();
        for (Accumulated group : suspect.contents()) {
            parts.add(times(names.of(group.example()), group.objects()));
        }
        return String.join(", ", parts);
    }

    private void holders(Suspect suspect) {
        boolean isShared = suspect.shape() == Shape.SHARED;
        for (SuspectHolder holder : suspect.holders()) {
            StringBuilder sentence = new StringBuilder();
            if (isShared || holder.object() != suspect.accumulationPoint()) {
                sentence.append(times(named(holder.object()), holder.objects())).append(" keeps ")
                    .append(Figures.share(holder.kept().count(), suspect.amount().count())).append("; ");
            }
            line("held by", sentence.append(words.held(holder)).append(entries(holder)).toString());
            String site = heap.sites().place(heap.site(holder.object()));
            line("", path(holder.path()) + (site.isEmpty() ? "" : ", made at " + site));
        }
        if (suspect.holders().size() > 1 && isShared) {
            line("", "if all of these let go, " + Figures.share(suspect.together().count(), suspect.amount().count())
                + " would be freed; each one alone keeps its part alive");
        }
    }

    private String entries(SuspectHolder holder) {
        if (!isGrowth || holder.entriesBefore() == 0) {
            return "";
        }
        return " (" + Figures.count(holder.entriesBefore()) + " references before, " + Figures.count(holder.entries())
            + " now)";
    }

    private String path(int[] path) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            if (path.length > LONGEST_PATH && i == 2) {
                int skipped = path.length - LONGEST_PATH + 1;
                parts.add("… " + Figures.count(skipped) + " more");
                i += skipped - 1;
            } else {
                parts.add(names.of(i == 0 ? Heap.NO_OBJECT : path[i - 1], path[i]));
            }
        }
        return String.join(" → ", parts);
    }

    private String named(int object) {
        return names.of(object) + (heap.isRoot(object) ? "" : " " + heap.identity(object));
    }

    private static String times(String name, long number) {
        return number == 1 ? name : name + " ×" + Figures.count(number);
    }

    private void line(String label, String words) {
        text.append(String.format("  %-9s ", label)).append(Printable.of(words)).append('\n');
    }
}
