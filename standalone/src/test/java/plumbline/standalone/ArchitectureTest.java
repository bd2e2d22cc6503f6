package plumbline.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The fences of the house: who may know whom, and what the rules must not touch. */
@AnalyzeClasses(packages = "plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Where every angle, minute, count and text lives. */
    private static final String[] PURE = {
        "plumbline.contract.device..",
        "plumbline.contract.event..",
        "plumbline.contract.codec..",
        "plumbline.ingest.intake..",
        "plumbline.streams.settings..",
        "plumbline.streams.state..",
        "plumbline.streams.order..",
        "plumbline.streams.detection..",
        "plumbline.streams.history..",
        "plumbline.streams.reminding..",
        "plumbline.streams.summary..",
        "plumbline.streams.week..",
        "plumbline.streams.device..",
        "plumbline.streams.backtest..",
        "plumbline.alerts.dispatch..",
        "plumbline.simulator.wearer..",
        "plumbline.simulator.device..",
        "plumbline.simulator.roster.."
    };

    private static final String[] SIBLINGS = {"ingest", "streams", "alerts", "simulator"};

    @ArchTest
    static final ArchRule contractKnowsNobodyAbove = noClasses()
            .that()
            .resideInAPackage("plumbline.contract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "plumbline.ingest..",
                    "plumbline.streams..",
                    "plumbline.alerts..",
                    "plumbline.simulator..",
                    "plumbline.standalone..");

    @ArchTest
    static final ArchRule ingestKnowsNoSibling = knowsNoSibling("ingest");

    @ArchTest
    static final ArchRule streamsKnowNoSibling = knowsNoSibling("streams");

    @ArchTest
    static final ArchRule alertsKnowNoSibling = knowsNoSibling("alerts");

    @ArchTest
    static final ArchRule simulatorKnowsNoSibling = knowsNoSibling("simulator");

    @ArchTest
    static final ArchRule kafkaStaysInItsAdapters = noClasses()
            .that()
            .resideOutsideOfPackages("..kafka..", "..topology..", "plumbline.standalone.embedded..")
            .and()
            .haveSimpleNameNotEndingWith("Service")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..");

    @ArchTest
    static final ArchRule pahoStaysInItsAdapters = noClasses()
            .that()
            .resideOutsideOfPackage("..mqtt..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.paho..");

    @ArchTest
    static final ArchRule hivemqStaysInTheSimulatorsAdapter = noClasses()
            .that()
            .resideOutsideOfPackage("plumbline.simulator.mqtt..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.hivemq..");

    @ArchTest
    static final ArchRule embeddedBrokersStayInTheirRoom = noClasses()
            .that()
            .resideOutsideOfPackage("plumbline.standalone.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.activemq..", "org.apache.artemis..", "kafka..");

    @ArchTest
    static final ArchRule rulesTouchNothingOutside = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.eclipse.paho..",
                    "com.hivemq..",
                    "org.slf4j..",
                    "io.micrometer..",
                    "java.net..",
                    "java.nio.file..",
                    "java.util.concurrent..");

    @ArchTest
    static final ArchRule rulesAskNoClockNoThreadNoDice = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethodWhere(describe("it reads a clock, a thread or chance", ArchitectureTest::isImpure))
            .orShould()
            .dependOnClassesThat(isOneOf("java.util.Random", "java.security.SecureRandom", "java.lang.Thread"));

    @ArchTest
    static final ArchRule noCirclesBetweenPackages =
            slices().matching("plumbline.(*).(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = classes()
            .should()
            .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)")
            .andShould()
            .resideOutsideOfPackages("..util..", "..common..");

    private static ArchRule knowsNoSibling(String room) {
        DescribedPredicate<JavaClass> sibling = DescribedPredicate.alwaysFalse();
        for (String other : SIBLINGS) {
            if (!other.equals(room)) {
                sibling = sibling.or(resideInAPackage("plumbline." + other + ".."));
            }
        }
        return noClasses()
                .that()
                .resideInAPackage("plumbline." + room + "..")
                .should()
                .dependOnClassesThat(sibling.or(resideInAPackage("plumbline.standalone..")));
    }

    private static boolean isImpure(JavaMethodCall call) {
        String owner = call.getTargetOwner().getFullName();
        boolean now = owner.startsWith("java.time.") && call.getName().equals("now");
        boolean clock = owner.equals("java.time.Clock") && call.getName().startsWith("system");
        boolean system = owner.equals("java.lang.System")
                && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")
                        .contains(call.getName());
        boolean dice = owner.equals("java.lang.Math") && call.getName().equals("random");
        return now || clock || system || dice;
    }

    private static DescribedPredicate<JavaClass> isOneOf(String... names) {
        return HasName.Predicates.nameMatching(String.join("|", names).replace(".", "\\."))
                .forSubtype();
    }
}
