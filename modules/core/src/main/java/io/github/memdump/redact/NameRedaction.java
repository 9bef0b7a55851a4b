package io.github.memdump.redact;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of classes, methods and C types. By default those stay that programs give in their source: constants, in
 * whatever Ruby prints around them ({@code #<Class:Shop::Cart>}), and words; any other text in the place of a name has
 * a pseudonym in its place. Where names are hidden, all have, part by part, so that namespaces and singleton classes
 * can still be told, except those of Ruby itself ({@link RubyNames}). Different names stay different. Immutable but for
 * the pseudonyms; not thread-safe.
 */
final class NameRedaction {
    private static final int LONGEST = 1000;
    private static final String CONSTANT = "[\\p{Lu}\\p{Lt}][\\p{L}\\p{M}\\p{N}_]*+";
    private static final Pattern PART_OF_CLASS = Pattern.compile("\\G(?:(#<|>|::|:0x[0-9a-f]{1,16}|0x[0-9a-f]{1,16}"
        + "|I\\(|\\)|:|@|refinement:)|(" + CONSTANT + "(?:::" + CONSTANT + ")*+))");
    private static final Pattern METHOD = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]{0,200}[?!=]?");
    private static final Pattern VARIABLE = Pattern.compile("(?:@@?|\\$)?" + METHOD.pattern());
    private static final Pattern CONSTANT_NAME = Pattern.compile(CONSTANT);
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%", "**", "==", "!=", "===", "=~", "!~",
        "<", "<=", ">", ">=", "<=>", "<<", ">>", "!", "~", "&", "|", "^", "[]", "[]=", "+@", "-@", "`", "");
    private static final Pattern C_TYPE = Pattern.compile(
        "[A-Za-z_]\\w{0,60}(?:(?:::|/|\\.|-)[A-Za-z_]\\w{0,60}){0,4}\\*?");

    private final Pseudonyms pseudonyms;
    private final boolean hides;

    NameRedaction(Pseudonyms pseudonyms, boolean hides) {
        this.pseudonyms = pseudonyms;
        this.hides = hides;
    }

    /** Returns what becomes of the name of a class or module. */
    UnaryOperator<String> classes() {
        return this::className;
    }

    /** Returns what becomes of the name of a method. */
    UnaryOperator<String> methods() {
        return name -> {
            boolean isName = METHOD.matcher(name).matches() || OPERATORS.contains(name);
            return isName && (!hides || RubyNames.isMethod(name)) ? name : "m_" + pseudonyms.name(name);
        };
    }

    /** Returns what becomes of the name of a variable, constant or member. */
    UnaryOperator<String> variables() {
        return name -> {
            boolean isConstant = CONSTANT_NAME.matcher(name).matches();
            if (isConstant || VARIABLE.matcher(name).matches()) {
                return !hides || RubyNames.isClass(name) ? name : isConstant ? constant(name)
                    : name.replaceFirst("[^@$].*", "") + "v_" + pseudonyms.name(name);
            }
            return "v_" + pseudonyms.name(name);
        };
    }

    /** Returns what becomes of the name of a thread, which may be any text. */
    UnaryOperator<String> threads() {
        return name -> name.isEmpty() ? "" : "thread_" + pseudonyms.name(name);
    }

    /** Returns what becomes of the C type of a DATA object. */
    UnaryOperator<String> structs() {
        return name -> C_TYPE.matcher(name).matches() && (!hides || RubyNames.isStruct(name)) ? name
            : "struct_" + pseudonyms.name(name);
    }

    /** Returns what becomes of the type of a record: one that no Ruby writes says nothing of what it is. */
    UnaryOperator<String> types() {
        return name -> RubyNames.isType(name) ? name : "TYPE_" + pseudonyms.name(name);
    }

    /** Returns what becomes of the name of a root. */
    UnaryOperator<String> roots() {
        return name -> RubyNames.isRoot(name) ? name : "root_" + pseudonyms.name(name);
    }

    /** Returns what becomes of the type of an IMEMO record. */
    UnaryOperator<String> imemoTypes() {
        return name -> RubyNames.isImemoType(name) ? name : "imemo_" + pseudonyms.name(name);
    }

    private String className(String name) {
        if (RubyNames.isClass(name)) {
            return name;
        }
        StringBuilder result = new StringBuilder();
        Matcher part = PART_OF_CLASS.matcher(name);
        int end = 0;
        while (name.length() <= LONGEST && part.find()) {
            result.append(part.group(1) == null ? constant(part.group(2)) : part.group(1));
            end = part.end();
        }
        return end == name.length() ? result.toString() : "N" + pseudonyms.name(name);
    }

    private String constant(String path) {
        if (!hides || RubyNames.isClass(path)) {
            return path;
        }
        StringBuilder result = new StringBuilder();
        for (String part : path.split("::", 0)) {
            result.append(result.length() == 0 ? "N" : "::N").append(pseudonyms.name(part));
        }
        return result.toString();
    }
}
