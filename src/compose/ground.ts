import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { openKnobs } from "../config/knobs.ts";
import { startFileRetention } from "../core/attachments/retention.ts";
import { DAY_MS, HOUR_MS } from "../lib/time.ts";
import { createActivityLog } from "../observe/activity-log.ts";
import { createEmit } from "../observe/emit.ts";
import { startRetention } from "../observe/retention.ts";
import { createAttachmentShelf } from "../store/attachment-shelf.ts";
import { openStore } from "../store/store.ts";
import { knowSparks, loadPersonas } from "./personas.ts";
import { openRedactors } from "./secrets.ts";
import type { World } from "./world.ts";

const MIB = 1024 ** 2;

/** What every wing stands on: the settings, the store, the record, the sparks. Each wing gives what it opens to `closers`. */
export type Ground = Awaited<ReturnType<typeof openGround>>;

export async function openGround(file: Config, world: World, closers: AsyncDisposableStack) {
  const { clock } = world;
  const began = clock.now();
  const { known, leaving } = openRedactors(world);
  const store = closers.use(await openStore({ path: join(world.home, "sparks.db"), redact: known }));
  const activity = createActivityLog(store.activity, () => emit.settled());
  const emit = createEmit({
    log: world.log,
    activity: store.activity,
    clock,
    redact: leaving,
    onKept: activity.kept,
  });
  closers.defer(() => emit.flush());
  const knobs = await openKnobs(file, { store: store.knobs, clock, emit });
  const config = knobs.current();
  const personas = await loadPersonas(join(world.packageFolder, "personas"));
  knowSparks(Object.keys(config.budget.sparks ?? {}), personas);
  const ground = {
    /** As in the file; `config` is with the knobs as they stood at the start, `live()` as they are now. */
    file,
    config,
    live: knobs.current,
    knobs,
    world,
    began,
    clock,
    known,
    leaving,
    store,
    activity,
    emit,
    personas,
    shelf: createAttachmentShelf({ folder: join(world.home, "files") }),
    /** The first to ask for this machine's own waits 20 ms and loads 10 MB of calendars; an idle program writes no dates. */
    zone: () => config.general.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    keyOf: (variable: string) => world.secrets.get(variable),
    closers,
  };
  startTidying(ground);
  return ground;
}
/** The record and the files people sent are kept as long as the settings say. */
function startTidying({
  live,
  store,
  clock,
  emit,
  shelf,
  closers,
}: Pick<Ground, "live" | "store" | "clock" | "emit" | "shelf" | "closers">): void {
  closers.use(
    startRetention(
      { keepMs: () => live().activity.days * DAY_MS, maxBytes: () => live().activity.maxMib * MIB },
      { activity: store.activity, clock, emit },
    ),
  );
  closers.use(
    startFileRetention({
      attachments: store.attachments,
      shelf,
      clock,
      emit,
      keepMs: () => live().files.keepHours * HOUR_MS,
    }),
  );
}
