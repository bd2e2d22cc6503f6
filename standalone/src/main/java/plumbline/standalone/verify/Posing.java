package plumbline.standalone.verify;

import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.wearer.Stretch;

/** What a wearer really does, as one issue or activity sees it. */
enum Posing {
    /** The issue is held, or the activity goes on. */
    HELD,
    GOOD,
    WALKING,
    /** Lying, or the device is off the body. */
    AWAY;

    static Posing of(Stretch stretch, PostureIssue issue) {
        if (stretch.activity() == Activity.LYING || stretch.activity() == Activity.OFF_BODY) {
            return AWAY;
        }
        if (stretch.activity() == Activity.WALKING) {
            return WALKING;
        }
        return stretch.held().contains(issue) ? HELD : GOOD;
    }
}
