package plumbline.alerts.lane;

import plumbline.contract.event.Delivery;

/** Keeps the steps of deliveries for good. */
public interface StepRecorder {
    /** Records a step; {@code stored} runs once it can't be lost any more, on any thread. */
    void record(Delivery step, Runnable stored);
}
