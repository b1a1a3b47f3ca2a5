package wormhole.shell.console;

import wormhole.spi.Progress;

/** Progress that nobody looks at. */
public final class NoProgress implements Progress {
    public static final Progress INSTANCE = new NoProgress();

    private NoProgress() {}

    @Override
    public void advance(long bytes) {
        // Nobody looks.
    }

    @Override
    public void close() {
        // Nothing was shown.
    }
}
