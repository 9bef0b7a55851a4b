package io.github.memdump.cli.report;

import io.github.memdump.view.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a view shows by its name. */
final class SubjectName implements ITypeConverter<Recipe.Subject> {
    @Override
    public Recipe.Subject convert(String name) {
        for (Recipe.Subject subject : Recipe.Subject.values()) {
            if (subject.id().equals(name.toLowerCase(Locale.ROOT))) {
                return subject;
            }
        }
        throw new TypeConversionException("'" + name + "' is nothing that a view shows; there are: "
            + String.join(", ", new Candidates()) + ".");
    }

    /** The names. */
    static final class Candidates extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Candidates() {
            super(List.of());
            for (Recipe.Subject subject : Recipe.Subject.values()) {
                add(subject.id());
            }
        }
    }
}
