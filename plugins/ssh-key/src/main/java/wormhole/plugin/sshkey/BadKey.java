package wormhole.plugin.sshkey;

/** Says why something is no public key that could be used; whoever knows where it came from makes a failure of it. */
final class BadKey extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    BadKey(String why) {
        super(why);
        this.why = why;
    }

    /** Goes on after the name of what is bad, such as {@code is no SSH public key}. */
    String why() {
        return why;
    }
}
