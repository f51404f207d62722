import { join } from "node:path";
import { createPaidModel, createPurses } from "../core/agent/purses.ts";
import type { Ground } from "./ground.ts";
import { dayCaps } from "./limits.ts";
import { openModel } from "./model.ts";
import { openOutgoing } from "./outgoing.ts";

/** The model as all of the program calls it: each call is paid from the purses. */
export type PaidModel = Awaited<ReturnType<typeof openPaidModel>>;

export async function openPaidModel({
  config,
  live,
  world,
  clock,
  emit,
  known,
  keyOf,
  store,
  shelf,
  zone,
  closers,
}: Ground) {
  const outgoing = openOutgoing(config.model);
  const purses = createPurses({ caps: () => dayCaps(live()), zone }, { spending: store.spending, clock, emit });
  const { model: unpaid } = closers.use(
    await openModel(config.model, {
      clock,
      random: world.random,
      emit,
      secret: keyOf,
      outgoing,
      redact: known,
      cassetteFile: join(world.packageFolder, "samples/sample.cassette.json"),
      cassettePace: config.model.recordedTokensPerSecond,
      discover: world.discoverModels,
      picture: (hash) => shelf.read(hash),
    }),
  );
  return { purses, outgoing, model: createPaidModel(unpaid, purses) };
}
