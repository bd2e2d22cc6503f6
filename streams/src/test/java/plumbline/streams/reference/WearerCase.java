package plumbline.streams.reference;

import java.util.List;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Profile;

/** One device of one seed: who wears it and all that it sends, in clean order. */
record WearerCase(long seed, DeviceId device, Profile profile, List<Arrival> arrivals) {}
