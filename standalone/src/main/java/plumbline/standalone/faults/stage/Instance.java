package plumbline.standalone.faults.stage;

import java.util.List;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.standalone.faults.process.LocalState;
import plumbline.standalone.faults.process.ServiceProcess;
import plumbline.standalone.faults.process.Workshop;

/** One of the processes of streams, with its folder. */
public record Instance(ServiceProcess process, LocalState state) {
    static Instance start(Workshop workshop, KafkaEndpoint kafka, int number, List<String> options) {
        LocalState state = LocalState.of(workshop, kafka, number);
        return new Instance(ServiceProcess.streams(workshop, kafka, state, number, options), state);
    }
}
