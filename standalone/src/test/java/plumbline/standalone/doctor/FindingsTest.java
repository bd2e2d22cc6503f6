package plumbline.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.mqtt.BrokerTerms;
import plumbline.standalone.doctor.finding.Finding;
import plumbline.standalone.doctor.finding.Finding.Verdict;

/** Each finding at its bound, and what it tells the operator to change. */
class FindingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static List<Finding> terms(BrokerTerms terms) {
        List<Finding> findings = new ArrayList<>();
        MqttCheck.terms(terms, findings::add);
        return findings;
    }

    private static List<Finding> notFine(BrokerTerms terms) {
        return terms(terms).stream()
                .filter(finding -> finding.verdict() != Verdict.FINE)
                .toList();
    }

    @Test
    void aBrokerThatAllowsAllIsFine() {
        assertThat(notFine(new BrokerTerms(DAY, 262_144, true, true))).isEmpty();
    }

    @Test
    void aSessionThatEndsWithinADayIsWrong() {
        assertThat(notFine(new BrokerTerms(DAY.minusSeconds(1), 262_144, true, true)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WRONG);
                    assertThat(finding.text()).contains("86399 s", "persistent_client_expiration 14d");
                });
    }

    @Test
    void packetsBelowAnUploadAreWrongAndBelowFourAreToBeLookedAt() {
        assertThat(notFine(new BrokerTerms(DAY, 65_535, true, true)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WRONG);
        assertThat(notFine(new BrokerTerms(DAY, 65_536, true, true)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.LOOK);
        assertThat(notFine(new BrokerTerms(DAY, 262_143, true, true))).hasSize(1);
    }

    @Test
    void withoutRetainedMessagesDevicesLearnNothing() {
        assertThat(notFine(new BrokerTerms(DAY, 262_144, false, true)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WRONG);
    }

    @Test
    void withoutSharedSubscriptionsThereIsOneConnection() {
        assertThat(notFine(new BrokerTerms(DAY, 262_144, true, false)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.LOOK);
    }

    @Test
    void aBrokerThatDropsWhatItAcknowledgedIsWrongAndTheSettingIsNamed() {
        Finding finding = MqttCheck.kept(1_500, new PausedSession.Result(1_500, 1_000, true));

        assertThat(finding.line())
                .startsWith("WRONG  mqtt   1500 messages acknowledged while ingest was away, 1000 came back")
                .contains("max_queued_messages 0");
    }

    @Test
    void aBrokerThatGivesAllBackIsFine() {
        assertThat(MqttCheck.kept(1_500, new PausedSession.Result(1_500, 1_500, true))
                        .verdict())
                .isEqualTo(Verdict.FINE);
        assertThat(MqttCheck.kept(1_500, new PausedSession.Result(1_500, 1_500, false))
                        .verdict())
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void ofABrokerThatRefusesProbesNothingGoodIsSaid() {
        Finding finding = MqttCheck.kept(1_500, new PausedSession.Result(1_499, 1_499, true));
        assertThat(finding.line()).startsWith("WRONG").contains("the broker took 1499");
    }

    @Test
    void javaAndItsHeapHaveTheirBounds() {
        assertThat(MachineCheck.java(17).verdict()).isEqualTo(Verdict.FINE);
        assertThat(MachineCheck.java(16).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(MachineCheck.heap(200).verdict()).isEqualTo(Verdict.FINE);
        assertThat(MachineCheck.heap(199).verdict()).isEqualTo(Verdict.LOOK);
    }

    @Test
    void aTakenPortIsToBeLookedAt() {
        assertThat(MachineCheck.port("ingest", 8081, false).verdict()).isEqualTo(Verdict.FINE);
        assertThat(MachineCheck.port("ingest", 8081, true).verdict()).isEqualTo(Verdict.LOOK);
    }
}
