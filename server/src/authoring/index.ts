import { Instrument, InstrumentPaper, InstrumentVersion } from "./instrument.entity.ts";
import { InstrumentKeyRecord } from "./instrument-key.entity.ts";

export { AuthoringModule } from "./authoring.module.ts";
/** Instrument versions: load a draft, publish it, find what may be chosen. Never a key. */
export { Instruments, type InstrumentContent, type InstrumentVersionView, type PublishRefusal } from "./instruments.service.ts";
/** What a candidate may see of a version. */
export { Papers } from "./papers.service.ts";
/** What the software ships with: `loadShippedInstruments(instruments)` loads and publishes it in the current agency. */
export { loadShippedInstruments, readShippedInstrument, shippedInstrumentCodes } from "./shipped-instruments.ts";
export const authoringEntities = [Instrument, InstrumentVersion, InstrumentPaper, InstrumentKeyRecord];
