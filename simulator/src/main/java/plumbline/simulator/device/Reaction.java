package plumbline.simulator.device;

import java.util.List;
import plumbline.contract.device.Answer;

/** What a wearer will do about a reminder, at one moment. */
record Reaction(long atMillis, Move move, List<Answer> answers) {}
