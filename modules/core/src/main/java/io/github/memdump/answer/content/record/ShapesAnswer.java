package io.github.memdump.answer.content.record;

import io.github.memdump.analysis.shape.ClassShapes;
import io.github.memdump.analysis.shape.ShapeUse;
import io.github.memdump.analysis.shape.ShapesOfHeap;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.Shapes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The shapes of the objects of a heap. Immutable, thread-safe. */
public final class ShapesAnswer implements RowsAnswer {
    private static final int SHOWN = 20;
    private static final int DEEPEST = 10;
    private static final int NAMES_SHOWN = 8;

    private final Heap heap;
    private final ShapesOfHeap found;

    /** Prepares to speak of the shapes of a heap. */
    public ShapesAnswer(Heap heap, ShapesOfHeap found) {
        this.heap = heap;
        this.found = found;
    }

    @Override
    public Answer answer() {
        long objects = found.uses().stream().mapToLong(ShapeUse::objects).sum();
        long tooComplex = found.classes().stream().mapToLong(ClassShapes::tooComplex).sum();
        long used = found.uses().stream().filter(use -> !use.isTooComplex()).mapToLong(ShapeUse::shape).distinct()
            .count();
        Shapes shapes = found.shapes();
        Answer.Builder answer = Answer.builder().fact("shapes", shapes.size()).fact("used", used)
            .fact("objects", objects).fact("too_complex", tooComplex);
        if (shapes.isEmpty()) {
            answer.say(heap.facts().dumpName() + " lists no shapes. Ruby has them since 3.2 and writes them in full"
                + " dumps, not in those with since: or shapes: false.");
            answer.detailIf(used > 0, "Its objects name " + Figures.count(used, "shape")
                + "; which variables these have is not known.");
        } else {
            answer.say(heap.facts().dumpName() + ": " + Figures.count(shapes.size(), "shape") + ", "
                + Figures.count(used) + " of them used by " + Figures.count(objects, "object"));
        }
        answer.detailIf(tooComplex > 0, Figures.count(tooComplex, "object") + (tooComplex == 1 ? " is" : " are")
            + " too complex for a shape: Ruby keeps the variables in a hash, which is slower and larger. Set the same"
            + " variables in the same order in initialize.");
        return answer.table(rows()).table(classes()).table(deepest())
            .next("memdump show DUMP ADDRESS", "shows one of the objects, with its variables").build();
    }

    @Override
    public AnswerTable<ShapeUse> rows() {
        return AnswerTable.of("rows", found.uses()).titled("Most used")
            .column(TableColumn.<ShapeUse>count("objects", ShapeUse::objects).titled("objects"))
            .column(TableColumn.<ShapeUse>text(CellKind.CLASS, "class", use -> heap.classes().name(use.classNumber()))
                .titled("class"))
            .column(TableColumn.<ShapeUse>numbers(CellKind.NUMBER, "shape", use -> use.isTooComplex()
                ? TableColumn.ABSENT : use.shape()).titled("shape").orElse("too complex"))
            .column(TableColumn.<ShapeUse>flag("too_complex", ShapeUse::isTooComplex))
            .column(TableColumn.<ShapeUse>numbers(CellKind.COUNT, "depth", use -> isKnown(use)
                ? use.variables().size() : TableColumn.ABSENT).titled("variables"))
            .column(TableColumn.textList("variables", ShapeUse::variables))
            .column(TableColumn.<ShapeUse>text(null, use -> shown(use.variables())).titled("which"))
            .column(TableColumn.<ShapeUse>text(CellKind.OBJECT, "object", use -> heap.identity(use.example()))
                .titled("one of them"))
            .showing(SHOWN).build();
    }

    private boolean isKnown(ShapeUse use) {
        return !use.isTooComplex() && found.shapes().has(use.shape());
    }

    private AnswerTable<ClassShapes> classes() {
        return AnswerTable.of("classes", found.classes())
            .titled("By class: those too complex for a shape, then those with most shapes")
            .column(TableColumn.<ClassShapes>count("shapes", ClassShapes::shapes).titled("shapes"))
            .column(TableColumn.<ClassShapes>count("too_complex", ClassShapes::tooComplex).titled("too complex"))
            .column(TableColumn.<ClassShapes>count("objects", ClassShapes::objects).titled("objects"))
            .column(TableColumn.<ClassShapes>text(CellKind.CLASS, "class",
                one -> heap.classes().name(one.classNumber())).titled("class"))
            .column(TableColumn.<ClassShapes>count("depth", ClassShapes::mostVariables).titled("most variables"))
            .column(TableColumn.textList("variables", ClassShapes::variables))
            .column(TableColumn.<ClassShapes>text(null, one -> shown(one.variables())).titled("which, of all shapes"))
            .column(TableColumn.<ClassShapes>text(CellKind.OBJECT, "object", one -> heap.identity(one.example()))
                .titled("one of them"))
            .showing(SHOWN).build();
    }

    private AnswerTable<Long> deepest() {
        Shapes shapes = found.shapes();
        List<Long> deepest = found.uses().stream().map(ShapeUse::shape).distinct()
            .filter(shape -> !shapes.names(shape).isEmpty())
            .sorted(Comparator.comparingInt((Long shape) -> shapes.names(shape).size()).reversed()
                .thenComparingLong(Long::longValue))
            .limit(DEEPEST).collect(Collectors.toList());
        return AnswerTable.of("deepest", deepest).titled("Deepest of those used")
            .column(TableColumn.<Long>count("depth", shape -> shapes.names(shape).size()).titled("variables"))
            .column(TableColumn.<Long>numbers(CellKind.NUMBER, "shape", Long::longValue).titled("shape"))
            .column(TableColumn.<Long>count("objects", shape -> found.uses().stream()
                .filter(use -> use.shape() == shape).mapToLong(ShapeUse::objects).sum()).titled("objects"))
            .column(TableColumn.textList("variables", shapes::names))
            .column(TableColumn.<Long>text(null, shape -> shown(shapes.names(shape))).titled("which"))
            .build();
    }

    private static String shown(List<String> names) {
        String first = String.join(" ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() <= NAMES_SHOWN ? first : first + " … (" + (names.size() - NAMES_SHOWN) + " more)";
    }
}
