package wormhole.engine.crypto;

/** The key of the records in one direction. */
public final class RecordKey {
    private final Secret key;

    RecordKey(Secret key) {
        this.key = key;
    }

    /** The one sealer of this direction: two would use the same nonces. */
    public RecordSealer sealer() {
        return new RecordSealer(SecretBoxes.forBulk(key.peek()));
    }

    /** The one opener of this direction. */
    public RecordOpener opener() {
        return new RecordOpener(SecretBoxes.forBulk(key.peek()));
    }

    /** Overwrites this copy of the key. */
    public void destroy() {
        key.destroy();
    }

    @Override
    public String toString() {
        return "RecordKey";
    }
}
