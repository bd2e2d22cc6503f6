package plumbline.simulator;

import plumbline.contract.operator.EnumWord;
import plumbline.simulator.roster.UploadFormat;

/** An upload format on the command line. */
final class UploadFormatWord extends EnumWord<UploadFormat> {
    UploadFormatWord() {
        super(UploadFormat.class);
    }
}
