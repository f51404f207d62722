/** What works on this machine and what does not, with the way to mend it. */
export type DoctorReport = { readonly checks: readonly HealthCheck[]; readonly ok: boolean };
export type HealthCheck = {
  readonly name: string;
  readonly status: "ok" | "warning" | "failed";
  readonly detail: string;
  /** What to do; null when nothing is wrong. */
  readonly fix: string | null;
};

/** What a live sandbox was found to be, and what became of attempts to get out of it. */
export type SecurityReport = {
  readonly kind: string;
  /** What it runs, in words. */
  readonly image: string;
  /** As the engine or the kernel tells it from outside. */
  readonly guards: readonly Finding[];
  /** As it is seen from inside. */
  readonly probes: readonly Finding[];
  /** Null when none was asked for. */
  readonly attempts: readonly EscapeAttempt[] | null;
  /** What would harden this machine further, and whether it has it. */
  readonly host: readonly { readonly name: string; readonly holds: boolean; readonly detail: string }[];
  /** What the settings hold back from workspaces and let out of sandboxes. */
  readonly settings: readonly { readonly name: string; readonly detail: string }[];
  /** Nothing that this kind of sandbox gives was missing, and nothing got through. */
  readonly ok: boolean;
};
export type Finding = {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
  /** Null: this kind of sandbox cannot give it, and says so. */
  readonly holds: boolean | null;
};
export type EscapeAttempt = {
  readonly name: string;
  readonly happened: string;
  /** Null: it could not be tried, or this kind of sandbox does not claim to stop it. */
  readonly held: boolean | null;
};
