package plumbline.standalone.faults.stage;

import plumbline.standalone.faults.process.MqttProcess;
import plumbline.standalone.faults.process.Workshop;

/**
 * What a flow is made of before anything flows.
 *
 * @param isNaive whether a plain client takes the ingester's place
 */
record FlowParts(Workshop workshop, MqttProcess mqtt, KafkaSite kafka, String row, Scale scale, boolean isNaive) {}
