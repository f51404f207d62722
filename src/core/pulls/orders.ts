import { Fault } from "../fault.ts";
import { tellForgeFault } from "../tools/forge-words.ts";
import { baseMissing, fill } from "./open-pull.ts";
import { freshPull, type Pull } from "./pull.ts";
import { keep, mayDo, provedChange, type Scene } from "./scene.ts";

/** What came of a person's order: the pull request as it is now, or why there is none. */
export type Told =
  | { readonly kind: "told"; readonly pull: Pull }
  | { readonly kind: "refused"; readonly reason: string };
type Order = { readonly by: string; readonly advance: (pull: Pull) => Promise<Pull> };

/** `/pr`: whoever asks for it is the one who would be asked. */
export async function orderOpening(scene: Scene | null, { by, advance }: Order): Promise<Told> {
  if (scene === null) return refused("its repository is on no code host that I have a token for");
  const { task, deps } = scene;
  const known = await deps.store.pulls.get(task.id);
  if (known !== null && ["opening", "open", "merging", "merged"].includes(known.state.kind))
    return { kind: "told", pull: await advance(known) };
  const outcome = provedChange(task);
  if (outcome === null) return refused("it has no proved change");
  const may = await mayDo(["push", "pull request"], scene, { attended: true, own: false });
  if (may.kind === "deny") return refused(may.reason);
  return orTold(async () => {
    const filled = await fill(known ?? freshPull(task.id), outcome, scene);
    if (filled === "no-base") return refused(baseMissing(scene));
    await deps.approvals.close(task.id, "pull");
    return {
      kind: "told",
      pull: await advance(await keep({ ...filled, pushed: null, state: { kind: "opening", by } }, scene)),
    };
  });
}
/** `/pr merge`: by a person's word, whatever the rules would say; what GitHub itself forbids stays forbidden. */
export async function orderMerge(scene: Scene | null, { by, advance }: Order): Promise<Told> {
  if (scene === null) return refused("its repository is on no code host that I have a token for");
  const { task, hosted, deps, signal } = scene;
  const known = await deps.store.pulls.get(task.id);
  if (known?.state.kind !== "open") return refused("it has no open pull request");
  const { number, url, at } = known.state;
  const may = await mayDo(["merge"], scene, { attended: true });
  if (may.kind === "deny") return refused(may.reason);
  return orTold(async () => {
    const found = await hosted.pulls.get(number, signal);
    if (found.state === "open" && found.head.commit !== known.pushed)
      return refused(`somebody else pushed to its branch since; look at it on ${hosted.host}, and merge it there`);
    await deps.approvals.close(task.id, "pull");
    const state = { kind: "merging", number, url, at, head: found.head.commit, by } as const;
    return { kind: "told", pull: await advance(await keep({ ...known, state }, scene)) };
  });
}
async function orTold(act: () => Promise<Told>): Promise<Told> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refused(tellForgeFault(error));
  }
}
function refused(reason: string): Told {
  return { kind: "refused", reason };
}
