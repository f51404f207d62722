import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { World } from "./world.ts";
import type { Operations } from "../core/chat/desk/operations.ts";
import { ensureSampleRepository } from "../git/sample-repository.ts";
import type { Clock } from "../lib/time.ts";
import type { OpenStore } from "../store/store.ts";

export async function welcomeOwner(
  owner: { readonly id: number; readonly name: string },
  store: OpenStore,
  clock: Clock,
): Promise<void> {
  if ((await store.users.get(owner.id)) !== null) return;
  await store.users.put({ userId: owner.id, name: owner.name, role: "owner", since: clock.now() });
  await store.chats.put({
    chatId: owner.id,
    kind: "private",
    ownerId: owner.id,
    title: owner.name,
    repositoryId: null,
  });
}
/** The sample is registered once; removed by a person, it stays removed. */
export async function registerSample({ home, packageFolder }: World, operations: Operations): Promise<void> {
  const folder = join(home, "sample");
  const known = await stat(folder).then(
    () => true,
    () => false,
  );
  if (known && (await operations.listRepositories()).length > 0) return;
  await ensureSampleRepository(join(packageFolder, "samples/sample"), folder);
  if (!known || (await operations.listRepositories()).length === 0)
    await operations.addRepository(folder, "sample", AbortSignal.timeout(60_000));
}
