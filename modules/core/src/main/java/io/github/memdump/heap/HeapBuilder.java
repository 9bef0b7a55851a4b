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
    /** The records of the block at hand that become objects, ascending, and the numbers of their types. */
    private int[] chosen = {};
    private int[] chosenTypes = {};
    private int chosenSize;
    /** The objects of the blocks before. */
    private int objects;
    /** The references of all objects that were chosen. */
    private long references;

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

    /**
     * Goes column by column, not record by record: a short loop a column is compiled in a tenth of the time that one
     * method with all of them takes, which matters to a process that lives for seconds.
     */
    private void addAll(RecordBlock block, DumpReader.Rejections rejections) throws DumpException {
        int[] numbers = numbersOf(block.strings());
        addNameRecords(block);
        choose(block, rejections, numbers);
        addTypes(block);
        addClasses(block);
        addSizes(block);
        addGenerations(block);
        addSites(block, numbers);
        addOffsets(block);
        addNames(block, numbers);
        addReferences(block);
        addClassFacts(block, numbers);
        objects += chosenSize;
    }

    private void addNameRecords(RecordBlock block) {
        for (int i = 0; i < block.nameRecords(); i++) {
            nameRecords.add(block.nameRecordOffset(i));
        }
    }

    /** Takes the roots and slots, and chooses the records that become objects. */
    private void choose(RecordBlock block, DumpReader.Rejections rejections, int[] numbers) throws DumpException {
        slots.begin(block);
        if (chosen.length < block.size()) {
            chosen = new int[block.size()];
            chosenTypes = new int[block.size()];
        }
        chosenSize = 0;
        for (int record = 0; record < block.size(); record++) {
            recordAtHand = record;
            requireRoom(block, record);
            if (block.root(record) != RecordBlock.NONE) {
                roots.add(block, record, numbers[block.root(record)], pages);
                requireObjects();
            } else if (!slots.takes(block, record)) {
                chooseObject(block, rejections, record);
            }
        }
    }

    private void chooseObject(RecordBlock block, DumpReader.Rejections rejections, int record) throws DumpException {
        int code = pages.code(block.address(record));
        if (!pages.occupy(code)) {
            rejections.reject(IssueKind.DUPLICATE_ADDRESS, record);
            return;
        }
        codes.add(code);
        chosen[chosenSize++] = record;
        references += block.referencesTo(record) - block.referencesFrom(record);
        requireObjects();
    }

    private void requireRoom(RecordBlock block, int record) throws LimitExceededException {
        int row = block.referencesTo(record) - block.referencesFrom(record);
        if (roots.references() + references + row > Graph.MAX_EDGES) {
            throw new LimitExceededException(String.format(Locale.ROOT, "more than %,d references, which no heap here"
                + " can have. Take the dump of a smaller process", Graph.MAX_EDGES));
        }
    }

    private void requireObjects() throws LimitExceededException {
        if (codes.size() + roots.size() > limits.objects()) {
            throw LimitExceededException.ofObjects(limits);
        }
    }

    /** Adds the numbers of types; looks a type up once a block. */
    private void addTypes(RecordBlock block) {
        int[] typeNumbers = new int[block.strings().size()];
        Arrays.fill(typeNumbers, -1);
        for (int i = 0; i < chosenSize; i++) {
            int name = block.type(chosen[i]);
            if (name == RecordBlock.NONE) {
                chosenTypes[i] = RecordTypes.UNKNOWN;
            } else {
                if (typeNumbers[name] < 0) {
                    typeNumbers[name] = types.number(block.strings().get(name));
                }
                chosenTypes[i] = typeNumbers[name];
            }
            typeOf.add((byte) chosenTypes[i]);
        }
    }

    private void addClasses(RecordBlock block) {
        for (int i = 0; i < chosenSize; i++) {
            long address = block.classAddress(chosen[i]);
            classOf.add(address == Addresses.NONE || RecordTypes.withoutClass(chosenTypes[i])
                ? ClassNumbers.ofType(chosenTypes[i]) : classes.number(address));
        }
    }

    private void addSizes(RecordBlock block) {
        for (int i = 0; i < chosenSize; i++) {
            long size = block.memsize(chosen[i]);
            memsize = Saturating.sum(memsize, size);
            memsizes.add(size);
            if (!block.hasMemsize(chosen[i]) && RecordTypes.hasMemsize(types.name(chosenTypes[i]))) {
                withoutMemsize++;
            }
        }
    }

    private void addGenerations(RecordBlock block) {
        for (int i = 0; i < chosenSize; i++) {
            int generation = block.generation(chosen[i]);
            generations.add(generation);
            withGeneration += generation == RecordBlock.NONE ? 0 : 1;
        }
    }

    /** Adds the numbers of sites; looks a site up once a block. */
    private void addSites(RecordBlock block, int[] numbers) {
        int[] siteNumbers = new int[block.siteCount()];
        Arrays.fill(siteNumbers, -1);
        for (int i = 0; i < chosenSize; i++) {
            int site = block.site(chosen[i]);
            if (site == RecordBlock.NONE) {
                siteOf.add(SiteTable.NO_SITE);
                continue;
            }
            if (siteNumbers[site] < 0) {
                siteNumbers[site] = sites.number(number(block.file(site), numbers), block.line(site),
                    number(block.method(site), numbers));
            }
            siteOf.add(siteNumbers[site]);
        }
    }

    private void addOffsets(RecordBlock block) {
        for (int i = 0; i < chosenSize; i++) {
            long offset = block.offset(chosen[i]);
            offsetsLow.add((int) offset);
            offsetsHigh.add((byte) (offset >>> Integer.SIZE));
        }
    }

    private void addNames(RecordBlock block, int[] numbers) {
        for (int i = 0; i < chosenSize; i++) {
            int name = block.name(chosen[i]);
            if (name != RecordBlock.NONE) {
                namedRecords.add(objects + i);
                recordNames.add(numbers[name]);
            }
        }
    }

    private void addReferences(RecordBlock block) throws LimitExceededException {
        for (int i = 0; i < chosenSize; i++) {
            recordAtHand = chosen[i];
            int from = block.referencesFrom(recordAtHand);
            int to = block.referencesTo(recordAtHand);
            for (int reference = from; reference < to; reference++) {
                targets.add(pages.code(block.reference(reference)));
            }
            rowLengths.add(to - from);
        }
    }

    /** Adds what few records say. */
    private void addClassFacts(RecordBlock block, int[] numbers) {
        for (int i = 0; i < block.singletonCount(); i++) {
            int object = object(block.singleton(i));
            if (object >= 0) {
                singletons.add(object);
                singletonsOf.add(number(block.singletonOf(i), numbers));
            }
        }
        for (int i = 0; i < block.superclassCount(); i++) {
            int object = object(block.derived(i));
            if (object >= 0) {
                derived.add(object);
                superclasses.add(block.superclass(i));
            }
        }
        for (int i = 0; i < block.classNameCount(); i++) {
            int object = object(block.classNamed(i));
            if (object >= 0) {
                nameClass(classOf.get(object), numbers[block.className(i)]);
            }
        }
    }

    /** Returns the object that a record of the block at hand has become, negative for one that became none. */
    private int object(int record) {
        int at = Arrays.binarySearch(chosen, 0, chosenSize, record);
        return at < 0 ? -1 : objects + at;
    }

    private void nameClass(int number, int name) {
        while (givenClassNames.size() < classes.size()) {
            givenClassNames.add(-1);
        }
        if (number >= 0 && givenClassNames.get(number) < 0) {
            givenClassNames.set(number, name);
        }
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
