package wormhole.spi;

/** Where the code of a wormhole comes from. */
public sealed interface CodeChoice {
    /** The server gives a nameplate, and words are chosen at random; the code is then shown to the person. */
    record Allocate(int words) implements CodeChoice {}

    /** The code is known. */
    record Given(String code) implements CodeChoice {
        /** Without the code, which is a secret. */
        @Override
        public String toString() {
            return "Given[code]";
        }
    }

    /** The person is asked, with completion. */
    record Ask() implements CodeChoice {}
}
