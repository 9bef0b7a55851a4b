package io.github.memdump.heap;

import io.github.memdump.array.ByteChunks;
import io.github.memdump.array.IntChunks;
import io.github.memdump.array.IntList;
import io.github.memdump.array.LongList;
import io.github.memdump.array.Saturating;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.LimitExceededException;
import io.github.memdump.dump.RecordBlock;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.dump.scan.StringTable;
import io.github.memdump.graph.Graph;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * Collects the records of a dump in file order: columns in chunks, addresses as codes of {@link AddressPages}.
 * {@link HeapAssembly} makes the heap of it. Not thread-safe; about 36 bytes per object and 4 per reference.
 */
final class HeapBuilder implements DumpReader.Sink {
    final AddressPages pages = new AddressPages();
    final RecordTypes.Builder types = new RecordTypes.Builder();
    final StringTable strings = new StringTable();
    final SiteTable.Builder sites = new SiteTable.Builder();
    final ClassNumbers classes = new ClassNumbers();
    final RootRecords roots = new RootRecords();
    final Slots.Filter slots = new Slots.Filter();

    final IntChunks codes = new IntChunks();
    final ByteChunks typeOf = new ByteChunks();
    final IntChunks classOf = new IntChunks();
    final MemsizeColumn.Builder memsizes = new MemsizeColumn.Builder();
    final IntChunks generations = new IntChunks();
    final IntChunks siteOf = new IntChunks();
    final IntChunks offsetsLow = new IntChunks();
    final ByteChunks offsetsHigh = new ByteChunks();
    final IntChunks rowLengths = new IntChunks();
    final IntChunks targets = new IntChunks();
    /** Records that have a name, and the numbers of the names. */
    final IntList namedRecords = new IntList();
    final IntList recordNames = new IntList();
    /** Records of 2 GiB and more, and their sizes. */
    /** Singleton classes, and the numbers of the names of the classes they stand above. */
    final IntList singletons = new IntList();
    final IntList singletonsOf = new IntList();
    /** Classes that say their superclass, and its address. */
    final IntList derived = new IntList();
    final LongList superclasses = new LongList();
    /** The names that records say their classes have, by class number; -1 where none does. */
    final IntList givenClassNames = new IntList();
    /** Where the records of names begin. */
    final LongList nameRecords = new LongList();
    long memsize;
    long withGeneration;
    /** Objects without a size, other than SHAPE records and slots. */
    long withoutMemsize;

    private final DumpLimits limits;
    /** The record of the block that is being added, for messages. */
    private int recordAtHand;
    /** The numbers of the types by the numbers of their names in the block at hand, -1 where not looked up yet. */
    private int[] typeNumbers = {};
    /** The numbers of the sites by their numbers in the block at hand, -1 where not looked up yet. */
    private int[] siteNumbers = {};

    HeapBuilder(DumpLimits limits) {
        this.limits = limits;
    }

    @Override
    public void accept(RecordBlock block, DumpReader.Rejections rejections) throws DumpException {
        try {
            addAll(block, rejections);
        } catch (LimitExceededException beyond) {
            throw beyond.at(rejections.place(recordAtHand));
        }
    }

    private void addAll(RecordBlock block, DumpReader.Rejections rejections) throws DumpException {
        int[] numbers = numbersOf(block.strings());
        typeNumbers = new int[numbers.length];
        Arrays.fill(typeNumbers, -1);
        siteNumbers = new int[block.siteCount()];
        Arrays.fill(siteNumbers, -1);
        slots.begin(block);
        for (int i = 0; i < block.nameRecords(); i++) {
            nameRecords.add(block.nameRecordOffset(i));
        }
        Few singleton = new Few(block.singletonCount(), block::singleton);
        Few subclass = new Few(block.superclassCount(), block::derived);
        Few named = new Few(block.classNameCount(), block::classNamed);
        for (int record = 0; record < block.size(); record++) {
            recordAtHand = record;
            requireRoom(block, record);
            if (block.root(record) != RecordBlock.NONE) {
                roots.add(block, record, numbers[block.root(record)], pages);
                requireObjects();
                continue;
            }
            if (slots.takes(block, record)) {
                continue;
            }
            int code = pages.code(block.address(record));
            if (!pages.occupy(code)) {
                rejections.reject(IssueKind.DUPLICATE_ADDRESS, record);
                continue;
            }
            if (singleton.has(record)) {
                singletons.add(codes.size());
                singletonsOf.add(number(block.singletonOf(singleton.at), numbers));
            }
            if (subclass.has(record)) {
                derived.add(codes.size());
                superclasses.add(block.superclass(subclass.at));
            }
            addObject(block, record, code, numbers);
            if (named.has(record)) {
                nameClass(classOf.get(classOf.size() - 1), numbers[block.className(named.at)]);
            }
            addReferences(block, record);
            requireObjects();
        }
    }

    /** Those records of a block that say what few say; asked for ascending records. */
    private static final class Few {
        int at;
        private final int count;
        private final IntUnaryOperator records;

        Few(int count, IntUnaryOperator records) {
            this.count = count;
            this.records = records;
        }

        boolean has(int record) {
            while (at < count && records.applyAsInt(at) < record) {
                at++;
            }
            return at < count && records.applyAsInt(at) == record;
        }
    }

    private void requireRoom(RecordBlock block, int record) throws LimitExceededException {
        int row = block.referencesTo(record) - block.referencesFrom(record);
        if (roots.references() + targets.size() + row > Graph.MAX_EDGES) {
            throw new LimitExceededException(String.format(Locale.ROOT, "more than %,d references, which no heap here"
                + " can have. Take the dump of a smaller process", Graph.MAX_EDGES));
        }
    }

    private void requireObjects() throws LimitExceededException {
        if (codes.size() + roots.size() > limits.objects()) {
            throw LimitExceededException.ofObjects(limits);
        }
    }

    private void addObject(RecordBlock block, int record, int code, int[] numbers) {
        int index = codes.size();
        int type = type(block, record);
        codes.add(code);
        typeOf.add((byte) type);
        classOf.add(block.classAddress(record) == Addresses.NONE || RecordTypes.withoutClass(type)
            ? ClassNumbers.ofType(type) : classes.number(block.classAddress(record)));
        addMemsize(block.memsize(record));
        withoutMemsize += block.hasMemsize(record) || !RecordTypes.hasMemsize(types.name(type)) ? 0 : 1;
        generations.add(block.generation(record));
        withGeneration += block.generation(record) == RecordBlock.NONE ? 0 : 1;
        siteOf.add(site(block, record, numbers));
        offsetsLow.add((int) block.offset(record));
        offsetsHigh.add((byte) (block.offset(record) >>> Integer.SIZE));
        if (block.name(record) != RecordBlock.NONE) {
            namedRecords.add(index);
            recordNames.add(numbers[block.name(record)]);
        }
    }

    private void nameClass(int number, int name) {
        while (givenClassNames.size() < classes.size()) {
            givenClassNames.add(-1);
        }
        if (number >= 0 && givenClassNames.get(number) < 0) {
            givenClassNames.set(number, name);
        }
    }

    /** Returns the number of a record's type; looks a type up once a block. */
    private int type(RecordBlock block, int record) {
        int name = block.type(record);
        if (name == RecordBlock.NONE) {
            return RecordTypes.UNKNOWN;
        }
        if (typeNumbers[name] < 0) {
            typeNumbers[name] = types.number(block.strings().get(name));
        }
        return typeNumbers[name];
    }

    /** Returns the number of a record's site; looks a site up once a block. */
    private int site(RecordBlock block, int record, int[] numbers) {
        int site = block.site(record);
        if (site == RecordBlock.NONE) {
            return SiteTable.NO_SITE;
        }
        if (siteNumbers[site] < 0) {
            siteNumbers[site] = sites.number(number(block.file(site), numbers), block.line(site),
                number(block.method(site), numbers));
        }
        return siteNumbers[site];
    }

    private void addMemsize(long size) {
        memsize = Saturating.sum(memsize, size);
        memsizes.add(size);
    }

    private void addReferences(RecordBlock block, int record) throws LimitExceededException {
        int from = block.referencesFrom(record);
        int to = block.referencesTo(record);
        for (int i = from; i < to; i++) {
            targets.add(pages.code(block.reference(i)));
        }
        rowLengths.add(to - from);
    }

    private int[] numbersOf(List<String> blockStrings) {
        int[] numbers = new int[blockStrings.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = strings.number(blockStrings.get(i));
        }
        return numbers;
    }

    private static int number(int blockNumber, int[] numbers) {
        return blockNumber == RecordBlock.NONE ? RecordBlock.NONE : numbers[blockNumber];
    }
}
