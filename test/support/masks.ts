import { createFileMask } from "../../src/core/policy/file-mask.ts";

/** What is held back where the settings say nothing. */
export const USUAL_MASK = createFileMask({ masked: [], shown: [] });
