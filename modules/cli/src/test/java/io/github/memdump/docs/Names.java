package io.github.memdump.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that files, packages and Java classes that a document names in code are there. */
final class Names {
    /** Classes of Ruby, of the memdump gem, of Java and of others, which look like ours. */
    private static final Set<String> FOREIGN = Set.of("ObjectSpace", "WeakRef", "MemoryDump", "JSONDump",
        "UTF8StreamJsonParser", "System", "GC", "File", "JShell", "VarHandle", "ByteBuffer", "MessageChannel");
    private static final Pattern PATH = Pattern.compile(
        "(?<![\\w/.~-])((?:modules|src|branding|\\.ci)/[\\w./-]*[\\w/])(?![\\w*…])");
    private static final Pattern OUR_PACKAGE = Pattern.compile("io\\.github\\.memdump(?:\\.[a-z]+)*(?:\\.[A-Z]\\w*)?");
    private static final Pattern CLASS = Pattern.compile(
        "(…?)((?:[a-z]+\\.)*)([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?(?:\\(.*\\))?");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Set<String> OTHER_LIBRARIES = Set.of("java", "javax", "org", "com", "picocli", "net");

    private final SourceTree tree;
    private final Document document;
    private final List<Problem> problems = new ArrayList<>();

    private Names(SourceTree tree, Document document) {
        this.tree = tree;
        this.document = document;
    }

    static List<Problem> problems(SourceTree tree, Document document) throws IOException {
        Names names = new Names(tree, document);
        for (Document.Text span : document.spans()) {
            names.checkPaths(span);
            names.checkPackages(span);
            names.checkClass(span);
        }
        for (Document.Block block : document.blocks()) {
            for (Document.Text line : block.lines()) {
                names.checkPaths(line);
                names.checkPackages(line);
            }
        }
        return names.problems;
    }

    private void checkPaths(Document.Text text) {
        Matcher path = PATH.matcher(text.text());
        while (path.find()) {
            String name = path.group(1);
            boolean isBuilt = name.contains("/target") || name.contains("/.cifuzz-corpus");
            if (!isBuilt && !Files.exists(tree.home().resolve(name))
                && !Files.exists(document.path().resolveSibling(name)) && !isInsideModule(name)) {
                add(text, "there is no file " + name);
            }
        }
    }

    /** Returns whether a path such as src/test/resources, said of modules in general, is in any of them. */
    private boolean isInsideModule(String name) {
        return name.startsWith("src/test") || name.startsWith("src/main");
    }

    private void checkPackages(Document.Text text) {
        Matcher name = OUR_PACKAGE.matcher(text.text());
        while (name.find()) {
            String path = name.group().replace('.', '/');
            boolean isClass = !tree.sources(name.group()).isEmpty();
            if (!isClass && !tree.hasPackage(path)) {
                add(text, "there is no " + path);
            }
        }
        Matcher test = TEST.matcher(text.text());
        while (test.find()) {
            if (tree.sources(test.group(1)).isEmpty()) {
                add(text, "there is no test " + test.group(1));
            }
        }
    }

    private void checkClass(Document.Text span) throws IOException {
        Matcher name = CLASS.matcher(span.text());
        if (!name.matches() || "properties".equals(name.group(4))
            || OTHER_LIBRARIES.contains(name.group(2).split("\\.")[0])) {
            return;
        }
        String simple = name.group(3);
        boolean saysMore = !name.group(1).isEmpty() || !name.group(2).isEmpty() || name.group(4) != null;
        boolean isOneWord = simple.matches("[A-Z][a-z0-9]*");
        if (FOREIGN.contains(simple) || tree.isOfExample(simple) || isOneWord && !saysMore) {
            return;
        }
        List<Path> sources = tree.sources(name.group(1) + name.group(2) + simple);
        if (sources.isEmpty()) {
            add(span, "there is no class " + span.text() + " (if it is not one of ours, add it to FOREIGN in "
                + Names.class.getName() + ")");
        } else if (name.group(4) != null && !tree.says(sources, name.group(4))) {
            add(span, simple + " has no " + name.group(4));
        }
    }

    private void add(Document.Text text, String what) {
        problems.add(new Problem(document.path(), text.line(), what));
    }
}
