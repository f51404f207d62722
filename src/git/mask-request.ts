import type { FileMask } from "../core/policy/paths/file-mask.ts";

/** A commit of a mirror as workspaces may see it. */
export type MaskRequest = { readonly mirror: string; readonly commit: string; readonly mask: FileMask };
