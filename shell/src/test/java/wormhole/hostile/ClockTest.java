package wormhole.hostile;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The machine's clock may be set at any time, so nobody waits by it: all limits are counted by the one that only goes on. */
class ClockTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("wormhole.engine", "wormhole.spi");

    /** A proof of work bears a date. */
    private static final DescribedPredicate<JavaClass> DATED = DescribedPredicate.describe(
            "proof of work",
            each -> each.getSimpleName().equals("Hashcash")
                    || each.getSimpleName().equals("MailboxLink"));

    @Test
    void nothingInTheEngineLooksAtTheTimeOfDay() {
        noClasses()
                .that(DescribedPredicate.not(DATED))
                .and(resideInAnyPackage("wormhole.."))
                .should()
                .dependOnClassesThat(type(Clock.class)
                        .or(type(Instant.class))
                        .or(type(Date.class))
                        .or(type(LocalDateTime.class))
                        .or(type(ZonedDateTime.class)))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ENGINE);
    }
}
