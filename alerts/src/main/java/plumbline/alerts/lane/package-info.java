/** The bounded worker of each channel: carries reminders out, tries again, and has every step recorded. */
@NullMarked
package plumbline.alerts.lane;

import org.jspecify.annotations.NullMarked;
