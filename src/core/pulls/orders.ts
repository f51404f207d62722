import { Fault } from "../fault.ts";
import { tellForgeFault } from "../tools/forge-words.ts";
import { baseMissing, fill } from "./open-pull.ts";
import { freshPull, type Pull } from "./pull.ts";
import { keep, left, mayDo, provedChange, type Scene } from "./scene.ts";
import { asOver } from "./watch-pull.ts";

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
  const may = await mayDo(["push", "pull request"], scene, { attended: true });
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
/** What a discarded change leaves there: an open one is closed by a person's word, and its branch stays. */
export async function orderClosing(scene: Scene | null): Promise<Told> {
  if (scene === null) return refused("its repository is on no code host that I have a token for");
  const { task, hosted, deps, signal } = scene;
  const known = await deps.store.pulls.get(task.id);
  if (known?.state.kind === "closed") return { kind: "told", pull: known };
  if (known?.state.kind !== "open") return refused("it has no open pull request");
  const may = await mayDo(["pull request"], scene, { attended: true });
  if (may.kind === "deny") return refused(may.reason);
  const { state } = known;
  return orTold(async () => {
    await deps.approvals.close(task.id, "pull");
    return {
      kind: "told",
      pull: await asOver({ ...known, state }, await hosted.pulls.close(state.number, signal), scene),
    };
  });
}
/** Its change was discarded: what was not opened yet is not opened any more. @returns what there is now; null: nothing ever was */
export async function afterDiscarding(scene: Scene | null): Promise<Pull | null> {
  if (scene === null) return null;
  const { task, deps } = scene;
  const known = await deps.store.pulls.get(task.id);
  if (known === null) return null;
  if (known.state.kind !== "merging") await deps.approvals.close(task.id, "pull");
  if (known.state.kind === "open" && known.state.merge.kind === "asked")
    return keep({ ...known, state: { ...known.state, merge: { kind: "none" } } }, scene);
  if (known.state.kind !== "expected" && known.state.kind !== "asked") return known;
  return keep(left(known, "its change was discarded", { told: false }), scene);
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
