package wormhole.shell.interactive;

import java.io.IOException;
import java.io.InputStream;

/** Standard input of a job: there is none, since the keyboard belongs to the prompt. */
public final class NoInput extends InputStream {
    @Override
    public int read() throws IOException {
        throw nothing();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        throw nothing();
    }

    private static IOException nothing() {
        return new IOException("the shell keeps the keyboard to itself, name a file instead");
    }
}
