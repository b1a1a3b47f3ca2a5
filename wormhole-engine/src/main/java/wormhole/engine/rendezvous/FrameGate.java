package wormhole.engine.rendezvous;

/** Holds up a server that sends faster than the engine thread takes: what waits between the two is bounded. Thread-safe. */
final class FrameGate {
    /** A few frames of the greatest size. */
    static final int MAX_WAITING = 16 << 20;

    private long waiting;
    private boolean lifted;

    /** Waits until there is room; a single frame always has room. */
    synchronized void enter(int size) throws InterruptedException {
        while (!lifted && waiting > 0 && waiting + size > MAX_WAITING) {
            wait();
        }
        waiting += size;
    }

    /** A frame has been taken. */
    synchronized void leave(int size) {
        waiting -= size;
        notifyAll();
    }

    /** Nobody takes frames any more: nobody is held up, either. */
    synchronized void lift() {
        lifted = true;
        notifyAll();
    }
}
