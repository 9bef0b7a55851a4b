package io.github.memdump.gephi.canvas;

/** Calls public methods by name. */
final class Named {
    private Named() {
    }

    static Object call(Object target, String name) throws ReflectiveOperationException {
        return target.getClass().getMethod(name).invoke(target);
    }

    static void call(Object target, String name, Class<?> type, Object argument) throws ReflectiveOperationException {
        target.getClass().getMethod(name, type).invoke(target, argument);
    }

    /** Calls a method with a constant of an enum. */
    static void choose(Object target, String name, String type, String constant)
            throws ReflectiveOperationException {
        Class<?> kind = Class.forName(type, true, target.getClass().getClassLoader());
        call(target, name, kind, kind.getField(constant).get(null));
    }
}
