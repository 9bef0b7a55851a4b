package io.github.memdump.gephi.window.object;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.Node;
import org.gephi.visualization.api.VisualizationController;
import org.openide.util.Lookup;

/**
 * Tells of clicks on nodes in the Graph window: of the node that the mouse points at, which Gephi may not have found
 * yet, otherwise of the first of those under its circle. Gephi has no published interface for it, so its own events are
 * looked up by name; where they are not what they were, there are none, and the inspector is reached by the context
 * menu.
 */
class GraphClicks {
    private static final Logger LOG = Logger.getLogger(GraphClicks.class.getName());
    /** On nodes, and on what Gephi takes for none. */
    private static final List<String> KINDS = List.of("NODE_LEFT_CLICK", "MOUSE_LEFT_CLICK");

    private final Consumer<Node> listener;
    private final Supplier<Optional<Node>> pointed;
    /** Gephi holds its listeners weakly and stumbles over one that is gone. */
    private final List<Object> proxies = new ArrayList<>();
    private Object events;

    /** Prepares to tell of clicks, on a thread of Gephi's, which asks for the node that the mouse points at. */
    GraphClicks(Consumer<Node> listener, Supplier<Optional<Node>> pointed) {
        this.listener = listener;
        this.pointed = pointed;
    }

    /** Listens to the Graph window, if there is one by now and as long as there is; may be called again. */
    void listen() {
        try {
            Object controller = Lookup.getDefault().lookup(VisualizationController.class);
            Object current = controller == null ? null
                : controller.getClass().getMethod("getVizEventManager").invoke(controller);
            if (current != null && current != events) {
                listenTo(current);
            }
        } catch (ReflectiveOperationException | LinkageError | RuntimeException other) {
            LOG.log(Level.FINE, "This Gephi does not tell of clicks on nodes", other);
        }
    }

    /** Begins to listen to a source of events that is made like Gephi's. */
    void listenTo(Object source) throws ReflectiveOperationException {
        for (Method method : source.getClass().getMethods()) {
            Class<?>[] parameters = method.getParameterTypes();
            if (method.getName().equals("addListener") && parameters.length == 1 && parameters[0].isInterface()) {
                method.setAccessible(true);
                proxies.clear();
                for (Object kind : kinds(parameters[0])) {
                    Object proxy = Proxy.newProxyInstance(parameters[0].getClassLoader(),
                        new Class<?>[] {parameters[0]}, handler(kind));
                    proxies.add(proxy);
                    method.invoke(source, proxy);
                }
                events = source;
                return;
            }
        }
        throw new NoSuchMethodException("addListener");
    }

    private static List<Object> kinds(Class<?> type) throws ReflectiveOperationException {
        List<Object> found = new ArrayList<>();
        Object[] kinds = type.getMethod("getType").getReturnType().getEnumConstants();
        for (Object kind : kinds == null ? new Object[0] : kinds) {
            if (KINDS.contains(((Enum<?>) kind).name())) {
                found.add(kind);
            }
        }
        if (found.size() < KINDS.size()) {
            throw new NoSuchFieldException(KINDS.toString());
        }
        return found;
    }

    private InvocationHandler handler(Object kind) {
        return (self, method, arguments) -> {
            switch (method.getName()) {
                case "getType":
                    return kind;
                case "handleEvent":
                    tell(arguments[0].getClass().getMethod("getData").invoke(arguments[0]));
                    return handled(method);
                case "equals":
                    return self == arguments[0];
                case "hashCode":
                    return System.identityHashCode(self);
                default:
                    return method.getReturnType() == String.class ? GraphClicks.class.getName() : null;
            }
        };
    }

    /** Gephi 0.11 asks whether others need not hear of the click; they do. */
    private static Object handled(Method method) {
        return method.getReturnType() == boolean.class ? false : null;
    }

    private void tell(Object data) {
        Node[] chosen = data instanceof Node[] ? (Node[]) data : new Node[0];
        pointed.get().or(() -> Arrays.stream(chosen).findFirst()).ifPresent(listener);
    }
}
