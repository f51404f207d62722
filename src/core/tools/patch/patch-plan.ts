/** What a patch wants, file by file, before anything was looked at. Paths as given, relative to the workspace. */
export type FileChange =
  | { readonly kind: "create"; readonly path: string; readonly content: string }
  | { readonly kind: "delete"; readonly path: string }
  | { readonly kind: "hunks"; readonly path: string; readonly hunks: readonly Hunk[] };
export type Hunk = {
  /** First line it is about in the old file, from 1; null where the header does not say. */
  readonly line: number | null;
  /** Lines as they stand, and as they shall stand: what stays is in both. */
  readonly old: readonly string[];
  readonly text: readonly string[];
  /** Does its last line end the file, without a line end? Of each side. */
  readonly oldOpen: boolean;
  readonly textOpen: boolean;
};
export type PatchPlan =
  | { readonly kind: "changes"; readonly changes: readonly FileChange[] }
  | { readonly kind: "invalid"; readonly problem: string };
