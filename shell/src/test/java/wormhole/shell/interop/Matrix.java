package wormhole.shell.interop;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is tried: every content by every way over both sites' servers, between us and each of the others. */
final class Matrix {
    private static final String AMONG_OTHERS = "The others among themselves, on our server";

    private Matrix() {}

    /** Us as sender and as receiver, with each of the others and with ourselves. */
    static List<Cell> ours() {
        List<Cell> cells = new ArrayList<>();
        for (Peer other : Bench.OTHERS) {
            cells.addAll(pair(other, Bench.JAVA));
            cells.addAll(pair(Bench.JAVA, other));
        }
        cells.addAll(pair(Bench.JAVA, Bench.JAVA));
        return cells;
    }

    private static List<Cell> pair(Peer sender, Peer receiver) {
        List<Cell> cells = new ArrayList<>();
        for (Content content : Content.values()) {
            for (Route route : routes(content)) {
                for (Site site : Site.SINGLE) {
                    cells.add(new Cell(sender, receiver, content, route, site));
                }
            }
        }
        return cells;
    }

    private static Set<Route> routes(Content content) {
        return content == Content.TEXT ? EnumSet.of(Route.MAILBOX) : EnumSet.of(Route.DIRECT, Route.RELAY);
    }

    /** Each of the others with each of the others. */
    static List<Cell> others() {
        List<Cell> cells = new ArrayList<>();
        for (Peer sender : Bench.OTHERS) {
            for (Peer receiver : Bench.OTHERS) {
                cells.add(new Cell(sender, receiver, Content.TEXT, Route.MAILBOX, Site.OURS));
                cells.add(new Cell(sender, receiver, Content.ONE_RECORD, Route.DIRECT, Site.OURS));
                cells.add(new Cell(sender, receiver, Content.ONE_RECORD, Route.RELAY, Site.OURS));
                cells.add(new Cell(sender, receiver, Content.DIRECTORY, Route.DIRECT, Site.OURS));
            }
        }
        return cells;
    }

    /** The cells as fields of the report, in its order. */
    static List<Field> fields() {
        return Stream.concat(ours().stream(), others().stream())
                .map(Matrix::field)
                .toList();
    }

    /** Where a cell stands in the report. */
    static Field field(Cell cell) {
        Peer sender = cell.sender();
        Peer receiver = cell.receiver();
        if (sender != Bench.JAVA && receiver != Bench.JAVA) {
            return new Field(AMONG_OTHERS, sender.title() + " to " + receiver.title(), cell.what(), cell.quirks());
        }
        boolean sends = receiver == Bench.JAVA;
        String direction = sends ? "sends to Java" : "receives from Java";
        Peer other = sends ? sender : receiver;
        return new Field(other.title(), cell.what(), direction + ", " + cell.site(), cell.quirks());
    }
}
