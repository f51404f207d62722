import type { Clock } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import { Fault } from "../fault.ts";
import type { MirrorState, Repositories } from "../ports/repositories.ts";
import type { Repository, RepositoryStore } from "../ports/store.ts";

/** The repositories that are registered: added, found by name, removed. */
export interface RepositoryBook {
  /**
   * @param source absolute path or git URL; `~/` is the caller's to expand
   * @throws Fault repository.refused, repository.git-failed, disk.full
   */
  add(
    source: string,
    name: string | null,
    signal: AbortSignal,
  ): Promise<{ repository: Repository; state: MirrorState; known: boolean }>;
  list(): Promise<readonly Repository[]>;
  get(id: number): Promise<Repository | null>;
  find(name: string): Promise<Repository | null>;
  remove(repository: Repository): Promise<void>;
}
export type RepositoryBookDependencies = {
  readonly store: RepositoryStore;
  readonly git: Repositories;
  readonly clock: Clock;
  readonly emit: Emit;
  /** A fresh id for a mirror: letters and digits. */
  readonly newId: () => string;
};
const NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/;

export function createRepositoryBook({ store, git, clock, emit, newId }: RepositoryBookDependencies): RepositoryBook {
  return {
    async add(source, wished, signal) {
      const all = await store.list();
      const known = all.find((repository) => repository.source === source);
      if (known !== undefined)
        return { repository: known, state: await git.mirror(source, known.mirrorId, signal), known: true };
      if (wished !== null && !NAME.test(wished)) {
        throw new Fault("repository.refused", {
          source,
          why: "unreadable",
          detail: `"${wished}" cannot be a name: use up to 40 of a-z 0-9 . _ - (beginning with a letter or digit)`,
        });
      }
      const mirrorId = newId();
      const state = await git.mirror(source, mirrorId, signal);
      const name = freeName(wished ?? nameFrom(source), new Set(all.map((repository) => repository.name)));
      const repository = await store.add({ name, source, mirrorId, addedAt: clock.now() });
      emit({ kind: "repository.added", name, source });
      return { repository, state, known: false };
    },
    list: () => store.list(),
    get: (id) => store.get(id),
    async find(name) {
      return (await store.list()).find((repository) => repository.name === name.toLowerCase()) ?? null;
    },
    async remove(repository) {
      await store.remove(repository.id);
      emit({ kind: "repository.removed", name: repository.name });
    },
  };
}
/** The last part of a path or URL, made a legal name. */
function nameFrom(source: string): string {
  const last =
    source
      .replace(/[/\\]+$/, "")
      .split(/[/\\:]/)
      .at(-1) ?? "";
  const name = last
    .replace(/\.git$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, 40);
  return name === "" ? "repository" : name;
}
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    const candidate = `${name.slice(0, 36)}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
/** The repository a text speaks of: the one whose name stands in it as a word, the longest first. */
export function mentioned(text: string, repositories: readonly Repository[]): Repository | null {
  const words = text.toLowerCase();
  const found = repositories.filter(({ name }) =>
    new RegExp(`(^|[^a-z0-9_-])${escapeRegExp(name)}($|[^a-z0-9_-])`).test(words),
  );
  return found.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}
function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
