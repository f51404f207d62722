import type { Remedy } from "../../core/fault.ts";

/** What `scripts/sandbox-image.sh` makes. The number goes up whenever what is in it changes. */
export const SANDBOX_IMAGE = "sparks-sandbox:1";
const MAKE_IMAGE = "sh scripts/sandbox-image.sh";
/** How an engine comes to have an image: another than Sparks' own is somebody else's to make. */
export function imageRemedy(image: string): Remedy {
  if (image === SANDBOX_IMAGE) return { fix: MAKE_IMAGE, isCommand: true };
  return { fix: `pull or build ${image}, or put sandbox.image back to ${SANDBOX_IMAGE}`, isCommand: false };
}
