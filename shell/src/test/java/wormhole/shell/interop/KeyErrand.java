package wormhole.shell.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is done with an SSH key between us and another one, and the exit code that ours must have then. */
enum KeyErrand {
    IT_INVITES_US("it invites, we accept", 0),
    WE_INVITE_IT("we invite, it accepts", 0),
    IT_TYPES_A_WRONG_CODE("it accepts with a wrong code", 3),
    WE_TYPE_A_WRONG_CODE("we accept with a wrong code", 3),
    WE_REFUSE_ITS_KEY("we invite, and refuse its key", 4),
    IT_SENDS_NO_KEY("we invite, and it sends two lines instead of a key", 1);

    private static final String TABLE = "SSH keys";

    private final String title;
    private final int ourExitCode;

    KeyErrand(String title, int ourExitCode) {
        this.title = title;
        this.ourExitCode = ourExitCode;
    }

    int ourExitCode() {
        return ourExitCode;
    }

    /** Whether a key ends in its place. */
    boolean succeeds() {
        return ourExitCode == 0;
    }

    boolean weInvite() {
        return this != IT_INVITES_US && this != WE_TYPE_A_WRONG_CODE;
    }

    boolean codeIsWrong() {
        return this == IT_TYPES_A_WRONG_CODE || this == WE_TYPE_A_WRONG_CODE;
    }

    Field field(SshPeer other, Site site) {
        return new Field(TABLE, title + ": we exit with " + ourExitCode, other.title() + ", " + site, Set.of());
    }

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (KeyErrand errand : values()) {
            for (SshPeer other : Bench.KEY_PASSERS) {
                for (Site site : Site.SINGLE) {
                    fields.add(errand.field(other, site));
                }
            }
        }
        return fields;
    }
}
