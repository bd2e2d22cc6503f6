/** Every number of the rules as a setting with its default: for all wearers, or overridden by a wearer's profile. Pure. */
@NullMarked
package plumbline.streams.settings;

import org.jspecify.annotations.NullMarked;
