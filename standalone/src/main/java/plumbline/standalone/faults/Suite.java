package plumbline.standalone.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import plumbline.contract.operator.ServiceException;
import plumbline.standalone.faults.process.KafkaProcess;
import plumbline.standalone.faults.process.Workshop;
import plumbline.standalone.faults.rows.FaultRow;
import plumbline.standalone.faults.stage.KafkaSite;
import plumbline.standalone.faults.stage.Scale;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;
import plumbline.standalone.faults.verdict.Outcome;
import plumbline.standalone.faults.verdict.Verdict;

/** Runs rows one after the other, each on its own brokers' topics. */
final class Suite {
    private final Scale scale;
    private final Progress progress;

    Suite(Scale scale, Progress progress) {
        this.scale = scale;
        this.progress = progress;
    }

    List<Verdict> run(List<FaultRow> rows) {
        List<Verdict> verdicts = new ArrayList<>();
        try (Workshop workshop = new Workshop();
                KafkaSite kafka = new KafkaSite(KafkaProcess.of(workshop, "kafka"))) {
            for (FaultRow row : rows) {
                progress.begins(row, verdicts.size() + 1, rows.size());
                Verdict verdict = row.lacks()
                        .map(reason -> Verdict.skipped(row.name(), row.fault(), row.promise(), reason))
                        .orElseGet(() -> run(row, workshop, kafka));
                progress.ended(verdict);
                verdicts.add(verdict);
            }
            if (verdicts.stream().anyMatch(verdict -> verdict.outcome() == Outcome.BROKEN)) {
                workshop.keep();
                progress.say("the logs of all processes are in " + workshop.folder());
            }
        }
        return verdicts;
    }

    private Verdict run(FaultRow row, Workshop workshop, KafkaSite kafka) {
        Stage stage = new Stage(workshop, kafka, "row" + row.name(), scale, progress::follow);
        Findings findings = new Findings();
        long begin = System.nanoTime();
        try {
            row.run(stage, findings);
        } catch (ServiceException e) {
            findings.require(false, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            findings.require(false, "the row itself failed: " + e);
        } finally {
            kafka.revive();
        }
        return findings.verdict(row.name(), row.fault(), row.promise(), Duration.ofNanos(System.nanoTime() - begin));
    }
}
