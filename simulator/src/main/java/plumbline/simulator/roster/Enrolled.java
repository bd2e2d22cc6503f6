package plumbline.simulator.roster;

import plumbline.simulator.device.VirtualDevice;

/** One device of a simulation. */
public record Enrolled(VirtualDevice device, UploadEncoding encoding) {}
