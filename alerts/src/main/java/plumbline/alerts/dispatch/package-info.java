/** What becomes of a reminder on one channel, and when: rules alone, told the time and the dice. */
@NullMarked
package plumbline.alerts.dispatch;

import org.jspecify.annotations.NullMarked;
