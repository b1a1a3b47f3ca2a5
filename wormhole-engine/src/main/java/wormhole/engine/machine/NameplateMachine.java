package wormhole.engine.machine;

/**
 * Claims the nameplate, learns the mailbox behind it, and releases it, over as many connections as it takes (client
 * protocol, "nameplate"). Table: {@code docs/machines/nameplate.txt}.
 */
final class NameplateMachine {
    interface Actions {
        void sendClaim(String nameplate);

        void sendRelease(String nameplate);

        void nameplateClaimed(String mailbox);

        void nameplateDone();
    }

    enum State {
        UNKNOWN_OFFLINE,
        UNKNOWN,
        UNCLAIMED_OFFLINE,
        CLAIMING_OFFLINE,
        CLAIMING,
        CLAIMED_OFFLINE,
        CLAIMED,
        /** To be closed, but there may be one on its way from the allocator. */
        LEAVING,
        /** To be released, but the answer to the claim is still to come: it names a mailbox to be closed. */
        ABANDONING_OFFLINE,
        ABANDONING,
        RELEASING_OFFLINE,
        RELEASING,
        DONE
    }

    private final Actions actions;
    private State state = State.UNKNOWN_OFFLINE;
    private String nameplate = "";

    NameplateMachine(Actions actions) {
        this.actions = actions;
    }

    State state() {
        return state;
    }

    void setNameplate(String chosen) {
        state = switch (state) {
            case UNKNOWN_OFFLINE -> {
                nameplate = chosen;
                yield State.UNCLAIMED_OFFLINE;
            }
            case UNKNOWN -> {
                nameplate = chosen;
                yield claim();
            }
            case LEAVING -> {
                nameplate = chosen;
                yield claimAndAbandon();
            }
            case UNCLAIMED_OFFLINE, CLAIMING_OFFLINE, CLAIMING, CLAIMED_OFFLINE, CLAIMED -> state;
            case ABANDONING_OFFLINE, ABANDONING, RELEASING_OFFLINE, RELEASING, DONE -> state;
        };
    }

    void connected() {
        state = switch (state) {
            case UNKNOWN_OFFLINE -> State.UNKNOWN;
            // A claim that was on its way may or may not have arrived; claiming twice with one side is harmless.
            case UNCLAIMED_OFFLINE, CLAIMING_OFFLINE -> claim();
            case CLAIMED_OFFLINE -> State.CLAIMED;
            case ABANDONING_OFFLINE -> claimAndAbandon();
            case RELEASING_OFFLINE -> sendRelease();
            case UNKNOWN, CLAIMING, CLAIMED, LEAVING, ABANDONING, RELEASING, DONE -> state;
        };
    }

    void lost() {
        state = switch (state) {
            case UNKNOWN -> State.UNKNOWN_OFFLINE;
            case CLAIMING -> State.CLAIMING_OFFLINE;
            case CLAIMED -> State.CLAIMED_OFFLINE;
            case LEAVING -> done();
            case ABANDONING -> State.ABANDONING_OFFLINE;
            case RELEASING -> State.RELEASING_OFFLINE;
            case UNKNOWN_OFFLINE, UNCLAIMED_OFFLINE, CLAIMING_OFFLINE, CLAIMED_OFFLINE -> state;
            case ABANDONING_OFFLINE, RELEASING_OFFLINE, DONE -> state;
        };
    }

    void rxClaimed(String mailbox) {
        state = switch (state) {
            case CLAIMING -> {
                actions.nameplateClaimed(mailbox);
                yield State.CLAIMED;
            }
            case ABANDONING -> {
                actions.nameplateClaimed(mailbox);
                yield State.RELEASING;
            }
            case UNKNOWN_OFFLINE, UNKNOWN, UNCLAIMED_OFFLINE, CLAIMING_OFFLINE, CLAIMED_OFFLINE, CLAIMED -> state;
            case LEAVING, ABANDONING_OFFLINE, RELEASING_OFFLINE, RELEASING, DONE -> state;
        };
    }

    void rxReleased() {
        state = switch (state) {
            // Released though never claimed: the claim was refused.
            case ABANDONING, RELEASING -> done();
            case UNKNOWN_OFFLINE, UNKNOWN, UNCLAIMED_OFFLINE, CLAIMING_OFFLINE, CLAIMING -> state;
            case CLAIMED_OFFLINE, CLAIMED, LEAVING, ABANDONING_OFFLINE, RELEASING_OFFLINE, DONE -> state;
        };
    }

    /** The peer is in the mailbox: others may have the nameplate. */
    void release() {
        state = switch (state) {
            case CLAIMED -> sendRelease();
            case CLAIMED_OFFLINE -> State.RELEASING_OFFLINE;
            case UNKNOWN_OFFLINE, UNKNOWN, UNCLAIMED_OFFLINE, CLAIMING_OFFLINE, CLAIMING, LEAVING -> state;
            case ABANDONING_OFFLINE, ABANDONING, RELEASING_OFFLINE, RELEASING, DONE -> state;
        };
    }

    void close() {
        state = switch (state) {
            case UNKNOWN_OFFLINE, UNCLAIMED_OFFLINE -> done();
            case UNKNOWN -> State.LEAVING;
            case CLAIMING_OFFLINE -> State.ABANDONING_OFFLINE;
            case CLAIMING -> abandon();
            case CLAIMED_OFFLINE -> State.RELEASING_OFFLINE;
            case CLAIMED -> sendRelease();
            case LEAVING, ABANDONING_OFFLINE, ABANDONING, RELEASING_OFFLINE, RELEASING, DONE -> state;
        };
    }

    /** There will be no nameplate from the allocator any more. */
    void allocatorDone() {
        state = switch (state) {
            case LEAVING -> done();
            case UNKNOWN_OFFLINE, UNKNOWN, UNCLAIMED_OFFLINE, CLAIMING_OFFLINE, CLAIMING -> state;
            case CLAIMED_OFFLINE, CLAIMED, ABANDONING_OFFLINE, ABANDONING -> state;
            case RELEASING_OFFLINE, RELEASING, DONE -> state;
        };
    }

    private State claim() {
        actions.sendClaim(nameplate);
        return State.CLAIMING;
    }

    /** Claims only to learn the mailbox, which is ours to close. */
    private State claimAndAbandon() {
        actions.sendClaim(nameplate);
        return abandon();
    }

    /** Does not wait for the claim: one that is refused is never answered by anything but an error. */
    private State abandon() {
        actions.sendRelease(nameplate);
        return State.ABANDONING;
    }

    private State sendRelease() {
        actions.sendRelease(nameplate);
        return State.RELEASING;
    }

    private State done() {
        actions.nameplateDone();
        return State.DONE;
    }
}
