package io.github.memdump.cli.compare;

import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option {@code --why}: the suspects of which to tell what was weighed. Not thread-safe. */
final class Why {
    private static final int ALL = Integer.MAX_VALUE;

    @Option(names = "--why", paramLabel = "N", arity = "0..1", parameterConsumer = Numbers.class,
        description = "Tell what was weighed for and against suspect N; without N, or with all, of every suspect and of"
            + " what was ruled out.")
    private Integer number;

    /** Returns whether it is asked of one suspect alone. */
    boolean isOfOne() {
        return number != null && number != ALL;
    }

    /** Returns the number of that one. */
    int number() {
        return number;
    }

    /** Returns whether it is asked of a suspect, by its number; 0 stands for what was ruled out. */
    boolean isAskedOf(int suspect) {
        return number != null && (number == ALL || number == suspect);
    }

    /** Takes a number or all; the name of a dump stays where it is. */
    static final class Numbers implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
            String next = args.isEmpty() ? "" : args.peek();
            boolean isNumber = next.matches("[1-9]\\d{0,8}");
            if (isNumber || next.equals("all")) {
                args.pop();
            }
            option.setValue(isNumber ? Integer.valueOf(next) : Integer.valueOf(ALL));
        }
    }
}
