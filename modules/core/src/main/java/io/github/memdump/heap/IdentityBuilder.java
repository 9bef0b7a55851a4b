package io.github.memdump.heap;

import io.github.memdump.array.IntChunks;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpLimits;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.IssueKind;
import io.github.memdump.dump.LimitExceededException;
import io.github.memdump.dump.RecordBlock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects of the records of a dump only what makes their identities. About 13 bytes per object; not thread-safe. */
final class IdentityBuilder implements DumpReader.Sink {
    private final DumpLimits limits;
    private final AddressPages pages = new AddressPages();
    private final IntChunks codes = new IntChunks();
    private final IntChunks generations = new IntChunks();
    private final MemsizeColumn.Builder memsizes = new MemsizeColumn.Builder();
    private final Slots.Filter slots = new Slots.Filter();
    private final Set<String> rootNames = new LinkedHashSet<>();
    private final NamedClasses.Builder classes = new NamedClasses.Builder();
    private long withGeneration;

    IdentityBuilder(DumpLimits limits) {
        this.limits = limits;
    }

    @Override
    public void accept(RecordBlock block, DumpReader.Rejections rejections) throws DumpException {
        slots.begin(block);
        for (int record = 0; record < block.size(); record++) {
            try {
                add(block, record, rejections);
            } catch (LimitExceededException beyond) {
                throw beyond.at(rejections.place(record));
            }
        }
    }

    private void add(RecordBlock block, int record, DumpReader.Rejections rejections) throws LimitExceededException {
        if (block.root(record) != RecordBlock.NONE) {
            rootNames.add(block.strings().get(block.root(record)));
        } else if (!slots.takes(record)) {
            int code = pages.code(block.address(record));
            if (!pages.occupy(code)) {
                rejections.reject(IssueKind.DUPLICATE_ADDRESS, record);
                return;
            }
            codes.add(code);
            generations.add(block.generation(record));
            memsizes.add(block.memsize(record));
            addName(block, record);
            withGeneration += block.generation(record) == RecordBlock.NONE ? 0 : 1;
        }
        if (codes.size() + rootNames.size() > limits.objects()) {
            throw LimitExceededException.ofObjects(limits);
        }
    }

    private void addName(RecordBlock block, int record) {
        if (block.name(record) != RecordBlock.NONE && block.type(record) != RecordBlock.NONE) {
            String type = block.strings().get(block.type(record));
            if (type.equals("CLASS") || type.equals("MODULE")) {
                classes.add(block.address(record), block.strings().get(block.name(record)));
            }
        }
    }

    HeapIdentities identities(DumpInput input, DumpReader.Summary summary) {
        AddressIndex addresses = pages.index();
        RecordOrder order = RecordOrder.of(codes, addresses);
        codes.clear();
        int[] byId = order.ordered(generations, rootNames.size(), Heap.NO_GENERATION);
        return new HeapIdentities(input.name(), summary.issues(), addresses.withoutCodes(), byId,
            List.copyOf(rootNames), withGeneration, classes.build(), memsizes.build(order, rootNames.size()));
    }
}
