package wormhole.shell.interop;

import java.util.Set;

/** A field of the report: its place, and what explains its outcome. */
record Field(String table, String row, String column, Set<Quirk> quirks) {

    boolean supported() {
        return quirks.stream().noneMatch(Quirk::isMissingAbility);
    }
}
