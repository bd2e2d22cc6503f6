/** Tests of whole services on embedded brokers. */
package plumbline.standalone;
