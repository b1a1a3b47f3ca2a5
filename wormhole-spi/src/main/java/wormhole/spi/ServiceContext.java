package wormhole.spi;

/** What the host gives to a service. May be used from any thread. */
public interface ServiceContext {
    /** The values of the options that the service declared. */
    OptionValues options();

    /** Where the service reports what an operator should know. */
    UserInterface ui();
}
