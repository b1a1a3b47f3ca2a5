package wormhole.shell.interop;

import java.io.IOException;

/** A part of a test. */
interface Step {
    void run() throws IOException, InterruptedException;
}
