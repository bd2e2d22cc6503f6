package plumbline.simulator.wearer;

import plumbline.contract.device.Activity;

/** A stretch of one activity. */
record Bout(Activity activity, long fromMillis, long toMillis) {}
