package wormhole.plugin.directoryzip;

import java.io.IOException;
import java.util.Arrays;
import wormhole.spi.WormholeException;

/** The list at the end of an archive, gone through in the order in which the entries stand before it. */
final class EntryList {
    /** Each costs memory if the list is in another order than the entries, as no common program writes it. */
    private static final int MOST_UNSORTED = 250_000;

    private final ArchiveBytes archive;
    private final EndRecord end;
    /** Where in the list the entries are, in their own order; empty if it is that of the list. */
    private long[] order = {};

    private EntryList(ArchiveBytes archive, EndRecord end) {
        this.archive = archive;
        this.end = end;
    }

    static EntryList open(ArchiveBytes archive, EndRecord end) throws IOException, WormholeException {
        EntryList list = new EntryList(archive, end);
        if (!list.isSorted()) {
            list.sort();
        }
        return list;
    }

    /** Also sees whether as many entries as promised fill the list. */
    private boolean isSorted() throws IOException, WormholeException {
        long at = end.start();
        long before = 0;
        boolean sorted = true;
        for (long i = 0; i < end.entries(); i++) {
            CentralHeader header = at(at);
            sorted &= before <= header.offset();
            before = header.offset();
            at = header.end();
        }
        if (at != end.at()) {
            throw BadArchive.because("it lists more than its " + end.entries() + " entries");
        }
        return sorted;
    }

    private void sort() throws IOException, WormholeException {
        if (end.entries() > MOST_UNSORTED) {
            throw BadArchive.because("its list of " + end.entries() + " entries is in disorder");
        }
        Place[] places = new Place[(int) end.entries()];
        long at = end.start();
        for (int i = 0; i < places.length; i++) {
            CentralHeader header = at(at);
            places[i] = new Place(header.offset(), at);
            at = header.end();
        }
        Arrays.sort(places);
        order = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            order[i] = places[i].listed();
        }
    }

    /** The one that begins here. */
    CentralHeader at(long at) throws IOException, WormholeException {
        return CentralHeader.read(archive, at, end.at());
    }

    void forEach(Use use) throws IOException, WormholeException {
        long at = end.start();
        for (int i = 0; i < end.entries(); i++) {
            CentralHeader header = at(order.length == 0 ? at : order[i]);
            at = header.end();
            use.of(header);
        }
    }

    /** What is done with a header. */
    @FunctionalInterface
    interface Use {
        void of(CentralHeader header) throws IOException, WormholeException;
    }

    /** Where an entry is, and where it is listed. */
    private record Place(long offset, long listed) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Long.compare(offset, other.offset);
        }
    }
}
