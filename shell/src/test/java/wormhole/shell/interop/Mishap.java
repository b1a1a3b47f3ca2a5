package wormhole.shell.interop;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What goes wrong on purpose, and the exit code that ours must have then. */
enum Mishap {
    IT_TYPES_A_WRONG_CODE("it types a wrong code", 3),
    WE_TYPE_A_WRONG_CODE("we type a wrong code", 3),
    IT_REJECTS_OUR_OFFER("it rejects our offer", 4),
    WE_REJECT_ITS_OFFER("we reject its offer", 4),
    IT_REFUSES_OUR_VERIFIER("it refuses our verifier", 4),
    WE_REFUSE_ITS_VERIFIER("we refuse its verifier", 4),
    IT_IS_KILLED_SENDING("it is killed while it sends", 5),
    IT_IS_KILLED_RECEIVING("it is killed while it receives", 5);

    private static final String TABLE = "When it goes wrong, on our server";

    private final String title;
    private final int ourExitCode;

    Mishap(String title, int ourExitCode) {
        this.title = title;
        this.ourExitCode = ourExitCode;
    }

    int ourExitCode() {
        return ourExitCode;
    }

    boolean isAWrongCode() {
        return this == IT_TYPES_A_WRONG_CODE || this == WE_TYPE_A_WRONG_CODE;
    }

    /** What keeps the other one from taking part, or from saying with its exit code that it failed. */
    Set<Quirk> quirks(Peer other) {
        Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        if (other == Bench.RUST && this == IT_REFUSES_OUR_VERIFIER) {
            quirks.add(Quirk.NO_VERIFIER);
        }
        if (other == Bench.RUST && this == IT_REJECTS_OUR_OFFER) {
            quirks.add(Quirk.REJECTS_WITH_ZERO);
        }
        return quirks;
    }

    Field field(Peer other) {
        String row = title + ": we exit with " + ourExitCode;
        return new Field(TABLE, row, other.title(), quirks(other));
    }

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Mishap mishap : values()) {
            for (Peer other : Bench.OTHERS) {
                fields.add(mishap.field(other));
            }
        }
        return fields;
    }
}
