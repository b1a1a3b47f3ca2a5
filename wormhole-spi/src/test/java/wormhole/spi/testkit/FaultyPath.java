package wormhole.spi.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.StreamSupport;

/** A path of the faulty file system: one of the real one, which does all the work. */
record FaultyPath(Path real, FaultyFileSystem system) implements InvocationHandler {
    static Path of(Path real, FaultyFileSystem system) {
        return (Path) Proxy.newProxyInstance(
                FaultyPath.class.getClassLoader(), new Class<?>[] {Path.class}, new FaultyPath(real, system));
    }

    /** The path that does the work. */
    static Path real(Path path) {
        return Proxy.isProxyClass(path.getClass()) ? ((FaultyPath) Proxy.getInvocationHandler(path)).real : path;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getFileSystem")) {
            return system;
        }
        Object[] given = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < given.length; i++) {
            given[i] = given[i] instanceof Path path ? real(path) : given[i];
        }
        try {
            return wrapped(method.invoke(real, given));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object wrapped(Object result) {
        if (result instanceof Path path) {
            return of(path, system);
        }
        return result instanceof Iterator<?> ? iterator() : result;
    }

    private Iterator<Path> iterator() {
        return StreamSupport.stream(real.spliterator(), false)
                .map(element -> of(element, system))
                .iterator();
    }
}
