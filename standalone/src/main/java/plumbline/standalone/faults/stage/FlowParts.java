package plumbline.standalone.faults.stage;

import java.util.function.Consumer;
import plumbline.simulator.load.LoadLedger;
import plumbline.standalone.faults.process.MqttProcess;
import plumbline.standalone.faults.process.Workshop;

/**
 * What a flow is made of before anything flows.
 *
 * @param isNaive whether a plain client takes the ingester's place
 * @param onlooker is shown what of the load is stored
 */
record FlowParts(
        Workshop workshop,
        MqttProcess mqtt,
        KafkaSite kafka,
        String name,
        Scale scale,
        boolean isNaive,
        Consumer<LoadLedger> onlooker) {}
