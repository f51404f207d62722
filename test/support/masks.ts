import { createFileMask } from "../../src/core/policy/paths/file-mask.ts";

/** What is held back where the settings say nothing. */
const USUAL_MASK = createFileMask({ masked: [], shown: [] });
/** Of any repository. */
export const usualMask = async () => Promise.resolve(USUAL_MASK);
