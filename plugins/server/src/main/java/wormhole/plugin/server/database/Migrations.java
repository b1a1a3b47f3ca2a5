package wormhole.plugin.server.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's tables up to date, by Flyway. */
final class Migrations {
    private static final String FOLDER = "classpath:wormhole/plugin/server/database/";

    private Migrations() {}

    /**
     * Applies the steps that are missing. Refuses a database that has steps we know nothing of, because a newer version made
     * them, and one that is not ours.
     *
     * @param kind the name of the folder with the steps
     */
    static void apply(DataSource database, String kind) throws FlywayException {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(FOLDER + kind)
                .ignoreMigrationPatterns(new String[0])
                .table("wormhole_schema_history")
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** Whether a database was refused because somebody else's tables are in it. Flyway's own text advises what only we could do. */
    static boolean foundOtherTables(FlywayException e) {
        return e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
    }
}
