/** What every service shows its operator: options, life cycle, health and metrics. */
@NullMarked
package plumbline.contract.operator;

import org.jspecify.annotations.NullMarked;
