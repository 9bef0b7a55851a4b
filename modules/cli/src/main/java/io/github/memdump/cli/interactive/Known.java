package io.github.memdump.cli.interactive;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import io.github.memdump.task.Task;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a session has found out about a heap: what came with a comparison or a border, and, once something asked for it,
 * distances, dominators and counts, which are kept. Thread-safe.
 */
final class Known {
    private final Heap heap;
    private final Optional<HeapDiff> diff;
    private final Optional<Border> border;
    private final Optional<KeepAlive> keepAlive;
    private final Optional<KeepAlive> keepAliveNew;
    private Findings findings;

    private Known(Heap heap, Optional<HeapDiff> diff, Optional<Border> border, Optional<KeepAlive> keepAlive,
        Optional<KeepAlive> keepAliveNew) {
        this.heap = heap;
        this.diff = diff;
        this.border = border;
        this.keepAlive = keepAlive;
        this.keepAliveNew = keepAliveNew;
    }

    static Known nothingOf(Heap heap) {
        return new Known(heap, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Known compared(HeapDiff comparison) {
        return new Known(heap, Optional.of(comparison), border, keepAlive, keepAliveNew);
    }

    Known bordered(Border found, KeepAlive all, KeepAlive inNew) {
        return new Known(heap, diff, Optional.of(found), Optional.of(all), Optional.of(inNew));
    }

    /** Returns this and, where this knows nothing, what another knows of the same heap. */
    Known or(Known other) {
        if (other == this || diff.isPresent() && border.isPresent()) {
            return this;
        }
        return new Known(heap, diff.or(() -> other.diff), border.or(() -> other.border),
            keepAlive.or(() -> other.keepAlive), keepAliveNew.or(() -> other.keepAliveNew));
    }

    /** Returns whether there is an earlier dump or a border to speak of. */
    Set<Need> met() {
        Set<Need> met = EnumSet.allOf(Need.class);
        if (diff.isEmpty()) {
            met.remove(Need.DIFF);
        }
        if (diff.isEmpty() && border.isEmpty()) {
            met.remove(Need.BORDER);
        }
        return met;
    }

    /** Returns what of the needs costs nothing, because it is known. */
    Set<Need> atHand() {
        Set<Need> free = EnumSet.noneOf(Need.class);
        diff.ifPresent(known -> free.add(Need.DIFF));
        border.ifPresent(known -> free.add(Need.BORDER));
        keepAlive.ifPresent(known -> free.add(Need.KEEPALIVE));
        keepAliveNew.ifPresent(known -> free.add(Need.KEEPALIVE_NEW));
        return free;
    }

    /** Returns findings that meet the needs, which {@link #met} has. */
    synchronized Findings findings(Set<Need> needs, Task task) {
        if (findings != null && needs.stream().allMatch(need -> need.isMetBy(findings))) {
            return findings;
        }
        Set<Need> all = EnumSet.noneOf(Need.class);
        all.addAll(needs);
        if (findings != null) {
            Findings so = findings;
            EnumSet.allOf(Need.class).stream().filter(need -> need.isMetBy(so)).forEach(all::add);
        }
        Findings.Builder builder = Findings.of(heap);
        if (keepAlive.isPresent()) {
            builder.keepAliveCounted(keepAlive.get(), keepAliveNew.orElse(null));
            all.remove(Need.KEEPALIVE);
            keepAliveNew.ifPresent(known -> all.remove(Need.KEEPALIVE_NEW));
        }
        if (diff.isPresent()) {
            builder.compared(diff.get(), task);
        }
        border.ifPresent(builder::bordered);
        Set<Need> rest = EnumSet.copyOf(all);
        rest.remove(Need.DIFF);
        rest.remove(Need.BORDER);
        findings = Need.findings(rest, diff, heap, builder, task);
        return findings;
    }
}
