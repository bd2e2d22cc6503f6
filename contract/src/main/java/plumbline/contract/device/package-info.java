/** What a wearable says and is told: its identity, topics, uploads and answers. Values only. */
@NullMarked
package plumbline.contract.device;

import org.jspecify.annotations.NullMarked;
