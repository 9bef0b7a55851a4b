package io.github.memdump.gephi.linkage;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a compiled class says of itself and asks of others, as the virtual machine reads it: chapter 4 of its
 * specification. Names are internal, with slashes. Immutable.
 */
final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;

    final String name;
    /** Null of {@code Object} alone. */
    final String superName;
    final List<String> interfaces;
    final int access;
    /** Name and descriptor, such as {@code size()I} or {@code x:F}, with the access flags. */
    final Map<String, Integer> members;
    final Set<Reference> references;
    /** The classes that it names, beside the owners of {@link #references}. */
    final Set<String> classes;

    private final Pool pool;

    /** Reads a class from the bytes of its file. */
    ClassFile(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.readInt();
        pool = new Pool(in);
        access = in.readUnsignedShort();
        name = pool.className(in.readUnsignedShort());
        int above = in.readUnsignedShort();
        superName = above == 0 ? null : pool.className(above);
        String[] all = new String[in.readUnsignedShort()];
        for (int i = 0; i < all.length; i++) {
            all[i] = pool.className(in.readUnsignedShort());
        }
        interfaces = List.of(all);
        members = new LinkedHashMap<>();
        Set<Reference> found = new LinkedHashSet<>();
        readMembers(in, ":", found);
        readMembers(in, "", found);
        found.addAll(pool.handles());
        references = found;
        classes = pool.classes();
    }

    boolean isInterface() {
        return Modifier.isInterface(access);
    }

    boolean isAbstract() {
        return Modifier.isAbstract(access);
    }

    private void readMembers(DataInputStream in, String between, Set<Reference> found) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            int flags = in.readUnsignedShort();
            String member = pool.text(in.readUnsignedShort()) + between + pool.text(in.readUnsignedShort());
            members.put(member, flags);
            for (int more = in.readUnsignedShort(); more > 0; more--) {
                boolean code = pool.text(in.readUnsignedShort()).equals("Code");
                byte[] attribute = in.readNBytes(in.readInt());
                if (code) {
                    ByteBuffer body = ByteBuffer.wrap(attribute);
                    body.getInt();
                    byte[] instructions = new byte[body.getInt()];
                    body.get(instructions);
                    Instructions.read(instructions, (opcode, index) -> found.add(pool.reference(opcode, index)));
                }
            }
        }
    }

    /** A use of a member of a class: the class that is named, which may inherit it, and how it is used. */
    record Reference(String owner, String member, boolean ofInterface, boolean isStatic) {
        boolean isField() {
            return member.contains(":");
        }

        @Override
        public String toString() {
            return owner.replace('/', '.') + "." + member;
        }
    }

    /** The constants of a class. */
    private static final class Pool {
        private static final int TEXT = 1;
        private static final int INT = 3;
        private static final int FLOAT = 4;
        private static final int LONG = 5;
        private static final int DOUBLE = 6;
        private static final int CLASS = 7;
        private static final int STRING = 8;
        private static final int FIELD = 9;
        private static final int METHOD = 10;
        private static final int INTERFACE_METHOD = 11;
        private static final int NAME_AND_TYPE = 12;
        private static final int HANDLE = 15;
        private static final int METHOD_TYPE = 16;
        private static final int DYNAMIC = 17;
        private static final int INVOKE_DYNAMIC = 18;
        private static final int MODULE = 19;
        private static final int PACKAGE = 20;
        /** Of method handles, what gets or puts a static field, or calls a static method. */
        private static final Set<Integer> STATIC = Set.of(2, 4, 6);

        private final int[] tags;
        private final int[] first;
        private final int[] second;
        private final String[] texts;

        Pool(DataInputStream in) throws IOException {
            int size = in.readUnsignedShort();
            tags = new int[size];
            first = new int[size];
            second = new int[size];
            texts = new String[size];
            for (int i = 1; i < size; i++) {
                tags[i] = in.readUnsignedByte();
                readConstant(in, i);
                i += tags[i] == LONG || tags[i] == DOUBLE ? 1 : 0;
            }
        }

        private void readConstant(DataInputStream in, int i) throws IOException {
            switch (tags[i]) {
                case TEXT -> texts[i] = in.readUTF();
                case INT, FLOAT -> in.readInt();
                case LONG, DOUBLE -> in.readLong();
                case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> first[i] = in.readUnsignedShort();
                case HANDLE -> {
                    first[i] = in.readUnsignedByte();
                    second[i] = in.readUnsignedShort();
                }
                case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
                default -> throw new IOException("unknown constant " + tags[i]);
            }
        }

        String text(int i) {
            return texts[i];
        }

        String className(int i) {
            return texts[first[i]];
        }

        Reference reference(int opcode, int i) {
            return member(i, opcode == Instructions.GETSTATIC || opcode == Instructions.PUTSTATIC
                || opcode == Instructions.INVOKESTATIC);
        }

        private Reference member(int i, boolean isStatic) {
            int pair = second[i];
            return new Reference(className(first[i]), texts[first[pair]] + (tags[i] == FIELD ? ":" : "")
                + texts[second[pair]], tags[i] == INTERFACE_METHOD, isStatic);
        }

        /** Returns what method references lead to. */
        List<Reference> handles() {
            List<Reference> handles = new ArrayList<>();
            for (int i = 1; i < tags.length; i++) {
                if (tags[i] == HANDLE) {
                    handles.add(member(second[i], STATIC.contains(first[i])));
                }
            }
            return handles;
        }

        Set<String> classes() {
            Set<String> classes = new LinkedHashSet<>();
            for (int i = 1; i < tags.length; i++) {
                String type = tags[i] == CLASS ? className(i).replaceFirst("^\\[+", "") : "";
                if (!type.isEmpty() && (type.equals(className(i)) || type.endsWith(";"))) {
                    classes.add(type.endsWith(";") ? type.substring(1, type.length() - 1) : type);
                }
            }
            return classes;
        }
    }

    /** Finds in the code of a method what uses members. */
    static final class Instructions {
        static final int GETSTATIC = 178;
        static final int PUTSTATIC = 179;
        static final int INVOKESTATIC = 184;
        private static final int INVOKEINTERFACE = 185;
        private static final int TABLESWITCH = 170;
        private static final int LOOKUPSWITCH = 171;
        private static final int WIDE = 196;
        private static final int IINC = 132;
        /** How many bytes follow an opcode; all others have none. */
        private static final int[] OPERANDS = new int[256];

        static {
            Arrays.fill(OPERANDS, 21, 26, 1);
            Arrays.fill(OPERANDS, 54, 59, 1);
            Arrays.fill(OPERANDS, 153, 169, 2);
            Arrays.fill(OPERANDS, 178, 185, 2);
            OPERANDS[16] = 1;
            OPERANDS[17] = 2;
            OPERANDS[18] = 1;
            OPERANDS[19] = 2;
            OPERANDS[20] = 2;
            OPERANDS[IINC] = 2;
            OPERANDS[169] = 1;
            OPERANDS[INVOKEINTERFACE] = 4;
            OPERANDS[186] = 4;
            OPERANDS[187] = 2;
            OPERANDS[188] = 1;
            OPERANDS[189] = 2;
            OPERANDS[192] = 2;
            OPERANDS[193] = 2;
            OPERANDS[197] = 3;
            OPERANDS[198] = 2;
            OPERANDS[199] = 2;
            OPERANDS[200] = 4;
            OPERANDS[201] = 4;
        }

        private Instructions() {
        }

        /** Tells of each use of a member its opcode and the index of the constant. */
        static void read(byte[] code, Use use) {
            ByteBuffer bytes = ByteBuffer.wrap(code);
            while (bytes.hasRemaining()) {
                int opcode = bytes.get() & 0xFF;
                int at = bytes.position();
                if (opcode >= GETSTATIC && opcode <= INVOKEINTERFACE) {
                    use.of(opcode, bytes.getShort(at) & 0xFFFF);
                }
                bytes.position(at + length(bytes, opcode, at));
            }
        }

        private static int length(ByteBuffer bytes, int opcode, int at) {
            int padding = (4 - at % 4) % 4;
            switch (opcode) {
                case TABLESWITCH:
                    int cases = bytes.getInt(at + padding + 8) - bytes.getInt(at + padding + 4) + 1;
                    return padding + 12 + 4 * cases;
                case LOOKUPSWITCH:
                    return padding + 8 + 8 * bytes.getInt(at + padding + 4);
                case WIDE:
                    return (bytes.get(at) & 0xFF) == IINC ? 5 : 3;
                default:
                    return OPERANDS[opcode];
            }
        }

        /** Is told of a use. */
        interface Use {
            void of(int opcode, int index);
        }
    }
}
