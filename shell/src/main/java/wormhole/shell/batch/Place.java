package wormhole.shell.batch;

/**
 * Where a command stands.
 *
 * @param script the file's name as it was given
 * @param line counted from 1
 */
record Place(String script, int line) {
    @Override
    public String toString() {
        return script + ":" + line;
    }
}
