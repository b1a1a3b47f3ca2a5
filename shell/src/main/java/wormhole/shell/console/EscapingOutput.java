package wormhole.shell.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import wormhole.spi.text.Printable;

/** Standard output on a terminal: UTF-8 text from a stranger comes in, and nothing that could steer the terminal goes out. */
public final class EscapingOutput extends OutputStream {
    private static final int BUFFER = 8192;

    private final OutputStream terminal;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER);

    public EscapingOutput(OutputStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** The end of a character that is not whole yet stays in the buffer. */
    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int step = Math.min(bytes.remaining(), length - done);
            bytes.put(source, offset + done, step);
            done += step;
            pass(false);
        }
    }

    private void pass(boolean end) throws IOException {
        bytes.flip();
        var unused = decoder.decode(bytes, characters, end);
        bytes.compact();
        String text = Printable.lines(characters.flip().toString());
        characters.clear();
        terminal.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() throws IOException {
        terminal.flush();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
