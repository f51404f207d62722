/** What works on this machine and what does not, with the way to mend it. */
export type DoctorReport = { readonly checks: readonly HealthCheck[]; readonly ok: boolean };
export type HealthCheck = {
  readonly name: string;
  readonly status: "ok" | "warning" | "failed";
  readonly detail: string;
  /** What to do; null when nothing is wrong. */
  readonly fix: string | null;
};
