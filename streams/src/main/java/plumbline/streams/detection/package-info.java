/** From readings to episodes: how one reading counts, and when bad posture has lasted too long. Pure. */
@NullMarked
package plumbline.streams.detection;

import org.jspecify.annotations.NullMarked;
