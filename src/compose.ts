import { execFile } from "node:child_process";
import { access, constants, readdir, readFile, stat, statfs } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { promisify } from "node:util";
import { Api } from "grammy";
import type { Logger } from "pino";
import { openModel } from "./compose-model.ts";
import type { Config } from "./config/config.ts";
import { openKnobs } from "./config/knobs.ts";
import { openRedactors } from "./compose-secrets.ts";
import { homeName, sandboxRunFolder, workspaceRoot } from "./compose-sandbox.ts";
import {
  approvalsOptions,
  dayCaps,
  fileLimits,
  patienceOptions,
  runnerOptions,
  sandboxLimits,
  warmOptions,
} from "./compose-limits.ts";
import { openMcp } from "./compose-mcp.ts";
import { openMenus } from "./compose-menus.ts";
import { openTools } from "./compose-tools.ts";
import { parsePersona } from "./config/personas.ts";
import { startFileRetention } from "./core/attachments/retention.ts";
import { handleTurn } from "./core/chat/chat.ts";
import type { ChatDependencies } from "./core/chat/dependencies.ts";
import { createChatLevels } from "./core/chat/chat-levels.ts";
import { createCi } from "./core/chat/ci.ts";
import { COMMANDS } from "./core/chat/commands.ts";
import { createConversations } from "./core/chat/conversation.ts";
import { createDesk } from "./core/chat/desk.ts";
import { withFeed } from "./core/chat/message-feed.ts";
import { createModelChoices } from "./core/chat/model-choices.ts";
import { createOperations, type Operations } from "./core/chat/operations.ts";
import { createPatience } from "./core/chat/patience.ts";
import { createPeople } from "./core/chat/people.ts";
import { recoverPlans } from "./core/chat/recover.ts";
import { createRepositoryBook } from "./core/chat/repository-book.ts";
import { announceApproval, remindOfApproval } from "./core/chat/approval-messages.ts";
import { createApprovers } from "./core/chat/approvers.ts";
import { createTaskMessages } from "./core/chat/task-messages.ts";
import { createAlertRules } from "./core/chat/alert-rules.ts";
import { createAlerts, startHooks } from "./core/chat/alerts.ts";
import { startExpiry } from "./core/chat/expiry.ts";
import { createLocales } from "./core/chat/locales.ts";
import { createRichWishes } from "./core/chat/rich-wishes.ts";
import { createWatches } from "./core/chat/watches.ts";
import type { Emit } from "./core/events.ts";
import { doctorBlocks, judgeHealth, type HealthFacts } from "./core/health/doctor.ts";
import type { Persona } from "./core/personas/persona.ts";
import { createPlanner } from "./core/planning/planner.ts";
import { createApprovals } from "./core/policy/approvals.ts";
import type { MessageFiles, Transcriber } from "./core/ports/speech.ts";
import { NO_TOPICS } from "./core/ports/topics.ts";
import { Fault } from "./core/fault.ts";
import { type Connection, createConnection } from "./telegram/connection.ts";
import { createMessageFiles } from "./telegram/message-files.ts";
import { createTranscriber, NO_TRANSCRIBER } from "./speech/transcriber.ts";
import type { Messenger } from "./core/ports/messenger.ts";
import type { Sandbox } from "./core/ports/sandbox.ts";
import { createLevels } from "./core/tasks/levels.ts";
import { createPaidModel, createPurses } from "./core/agent/purses.ts";
import { createTaskRunner } from "./core/tasks/runner.ts";
import { createVerdicts } from "./core/tasks/verdict.ts";
import { createRepositories } from "./git/repositories.ts";
import { ensureSampleRepository } from "./git/sample-repository.ts";
import { createWorkspaces } from "./git/workspaces.ts";
import { createHookPost } from "./http/post-hook.ts";
import { openTelegramWebhook } from "./http/telegram-webhook.ts";
import { openControl } from "./http/control.ts";
import type { Redactor } from "./lib/redact.ts";
import { redactTree } from "./lib/redact-tree.ts";
import type { Secret } from "./lib/secret.ts";
import type { Secrets } from "./secrets/secrets.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, type Clock } from "./lib/time.ts";
import { createActivityLog } from "./observe/activity-log.ts";
import { createEmit } from "./observe/emit.ts";
import { startRetention } from "./observe/retention.ts";
import { createAttestation } from "./sandbox/attest.ts";
import { detectSandbox } from "./sandbox/detect.ts";
import type { InspectableSandbox } from "./sandbox/inspectable.ts";
import { findToolchains } from "./sandbox/toolchains.ts";
import { createAttachmentShelf } from "./store/attachment-shelf.ts";
import { openStore, type OpenStore } from "./store/store.ts";
import { openBot, type Bot } from "./telegram/bot.ts";
import { createTopics } from "./telegram/topics.ts";
import { createSender, type Sender } from "./telegram/sender.ts";

/** What the program stands in; a test brings its own. */
export type World = {
  readonly version: string;
  /** The folder all data lives in; exists, and is locked by whoever composes. */
  readonly home: string;
  /** Where `samples/` and `personas/` are. */
  readonly packageFolder: string;
  readonly clock: Clock;
  readonly random: () => number;
  /** Letters and digits, never the same twice. */
  readonly newId: () => string;
  readonly log: Logger;
  /** Prints a line in the terminal the program was started from. */
  readonly announce: (line: string) => void;
  readonly secrets: Secrets;
  /** The process's environment: PATH to find toolchains by, the proxy and ssh agent for git. Never handed to a sandbox. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly discoverModels: boolean;
  /** Where the bot speaks; null for a single command without a chat. `local`: whoever reaches the page is the owner of the machine. */
  readonly chat: {
    readonly apiRoot: string;
    readonly token: Secret;
    readonly local: { readonly address: string; readonly owner: { readonly id: number; readonly name: string } } | null;
  } | null;
};
/** The running program. Closing it stops taking work in, gives up leases, removes sandboxes, and closes the store last. */
export interface App extends AsyncDisposable {
  readonly operations: Operations;
  readonly sandbox: Sandbox;
  /** Resolves when nothing received is being handled, no task is at work and everything said is delivered. */
  idle(): Promise<void>;
  /** Rejects when the bot can no longer receive; never resolves before the end. */
  readonly running: Promise<void>;
}
const MIB = 1024 ** 2;

export async function compose(file: Config, world: World): Promise<App> {
  await using closers = new AsyncDisposableStack();
  const { clock, random, newId } = world;
  const began = clock.now();
  const { known, leaving } = openRedactors(world);
  const store = closers.use(await openStore({ path: join(world.home, "sparks.db"), redact: known }));
  const activity = createActivityLog(store.activity);
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
  const git = createRepositories({ folder: join(world.home, "mirrors"), environment: world.environment });
  const sandbox = await openSandbox(knobs.current, world, emit);
  const { pool } = sandbox;
  if (pool !== null) closers.use(pool);
  const places = pool === null ? {} : { place: () => pool.place() };
  const workspaces = createWorkspaces({ folder: workspaceRoot(world.home), ...places }, git);
  const shelf = createAttachmentShelf({ folder: join(world.home, "files") });
  const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const purses = createPurses(
    { caps: () => dayCaps(knobs.current()), zone: config.general.zone ?? machineZone },
    { spending: store.spending, clock, emit },
  );
  const { model: unpaid } = closers.use(
    await openModel(config.model, {
      clock,
      random,
      emit,
      secret: (variable) => world.secrets.get(variable),
      redact: known,
      cassetteFile: join(world.packageFolder, "samples/sample.cassette.json"),
      cassettePace: config.model.recordedTokensPerSecond,
      discover: world.discoverModels,
      picture: (hash) => shelf.read(hash),
    }),
  );
  const model = createPaidModel(unpaid, purses);
  const personas = await loadPersonas(join(world.packageFolder, "personas"));
  knowSparks(Object.keys(config.budget.sparks ?? {}), personas);
  const people = createPeople({
    users: store.users,
    chats: store.chats,
    invitations: store.invitations,
    clock,
    emit,
    random,
    announce: world.announce,
  });
  const rich = createRichWishes(store.chats, config.telegram.rich);
  await rich.load();
  const locales = createLocales(store.chats, {
    locale: config.general.locale,
    zone: config.general.zone ?? machineZone,
  });
  await locales.load();
  const sender = openSender(
    world,
    { outbox: store.outbox, redact: leaving, proxy: config.telegram.proxy, rich: rich.of, locale: locales.of },
    emit,
  );
  if (sender !== null) closers.use(sender);
  const { messenger, feed } = withFeed(sender?.messenger ?? mute(store.outbox, clock));
  const topics = sender !== null && config.telegram.topics === "auto" ? createTopics({ ...sender, emit }) : NO_TOPICS;
  const { repositories, tasks: taskStore, inbox: received } = store;
  const messages = { messenger, git, repositories, tasks: taskStore, inbox: received, topics, model, clock };
  const teller = createTaskMessages(messages);
  const approvers = createApprovers(config.approvals, { people, users: store.users });
  const nameOf = async (id: number) => (await store.users.get(id))?.name ?? null;
  const asking = { ...messages, approvers, nameOf };
  const approvals = closers.use(
    createApprovals(approvalsOptions(knobs.current), {
      store: store.approvals,
      storable: (subject) => redactTree(subject, known),
      clock,
      emit,
      async announce(approval) {
        await announceApproval(asking, approval);
        await runner.takeUp(approval);
      },
      remind: (approval) => remindOfApproval(asking, approval),
    }),
  );
  closers.use(
    startRetention(
      { keepMs: () => knobs.current().activity.days * DAY_MS, maxBytes: () => knobs.current().activity.maxMib * MIB },
      { activity: store.activity, clock, emit },
    ),
  );
  closers.use(
    startFileRetention({
      attachments: store.attachments,
      shelf,
      clock,
      emit,
      keepMs: () => knobs.current().files.keepHours * HOUR_MS,
    }),
  );
  const limits = sandboxLimits(knobs.current);
  const levels = createLevels({
    settings: () => knobs.current().tasks.autonomyLevel,
    spark: (name) => personas.find((each) => each.name === name)?.level ?? null,
    chats: store.chats,
    repositories: store.repositories,
  });
  const chatLevels = createChatLevels({ chats: store.chats, repositories: store.repositories, emit });
  const scanner = () => knobs.current().scanner;
  const mcp = closers.use(
    await openMcp(config.mcp, world, { store, sandbox, limits, emit, messenger, people, scanner }),
  );
  const runner = closers.use(
    createTaskRunner(runnerOptions(knobs.current), {
      holder: newId(),
      store,
      repositories: git,
      workspaces,
      sandbox,
      shelf,
      model,
      approvals,
      clock,
      emit,
      levels,
      purses,
      teller,
      topics,
      toolbox: openTools(config.tools, (variable) => world.secrets.get(variable), mcp.tools),
      spark: (name) => findPersona(personas, name),
    }),
  );
  const verdicts = createVerdicts({
    tasks: store.tasks,
    repositories: store.repositories,
    git,
    levels,
    clock,
    emit,
    teller,
  });
  const planner = createPlanner({ model, clock, emit, sparks: personas.map(({ name }) => name) });
  const { spending } = store;
  const maxCostUsd = () => knobs.current().tasks.maxCostUsd;
  const book = createRepositoryBook({ store: store.repositories, git, clock, emit, newId });
  const ci = createCi({ git, workspaces, sandbox, runs: store.runs, clock, emit, limits });
  let bot: Bot | null = null;
  const doctor = async () => judgeHealth(await measure(world, { sandbox, model: model.about, store }, bot));
  const models = createModelChoices({ model, chats: store.chats, clock, emit });
  const { webhookUrl } = config.alerts;
  const alerts = closers.use(
    createAlerts({ activity, store: store.alerts, messenger, clock, emit, hooks: webhookUrl !== undefined }),
  );
  if (webhookUrl !== undefined) {
    const post = createHookPost({ url: webhookUrl, secret: world.secrets.get("ALERTS_WEBHOOK_SECRET") });
    closers.use(startHooks({ store: store.alerts, clock, emit, post }));
  }
  const watches = closers.use(createWatches({ activity, store: store.watches, messenger, clock, emit }));
  const rules = createAlertRules(store.alerts, alerts, people);
  const chat: ChatDependencies = {
    ...messages,
    activity,
    attachments: store.attachments,
    approvals,
    approvalStore: store.approvals,
    approvers,
    book,
    botName: () => (isLocal(world) ? null : (bot?.username ?? null)),
    chats: store.chats,
    chatLevels,
    ci,
    conversations: createConversations(store.conversations, clock.now),
    emit,
    fileLimits: () => fileLimits(knobs.current()),
    files: openFiles(world, sender),
    health: async () => doctorBlocks(await doctor()),
    knobs,
    levels,
    locales,
    mcp,
    menus: openMenus({ store, messenger, knobs, models, people, rich, rules, locales, levels: chatLevels }),
    models,
    nameOf,
    patience: createPatience(patienceOptions(config), clock.now),
    people,
    maxCostUsd,
    planner,
    purses,
    planningAuto: () => knobs.current().planning.auto,
    spending,
    scanner: () => knobs.current().scanner,
    questionExpiryMs: () => knobs.current().planning.expiryMinutes * MINUTE_MS,
    resolvePath,
    outbox: store.outbox,
    rules,
    runner,
    sandbox,
    shelf,
    steering: store.steering,
    steps: store.steps,
    teller,
    sparks: personas,
    startedAt: began,
    transcriber: openTranscriber(config, world),
    verdicts,
    watches,
  };
  closers.use(
    startExpiry({ conversations: chat.conversations, messenger, clock, emit, expiryMs: chat.questionExpiryMs }),
  );
  const desk = closers.use(
    createDesk({ inbox: store.inbox, messenger, clock, emit, handle: (turn) => handleTurn(chat, turn) }),
  );
  const operations = createOperations({
    activity: store.activity,
    book,
    ci,
    clock,
    desk,
    doctor,
    security: createAttestation(sandbox, { limits, workspaceRoot: workspaceRoot(world.home) }),
    emit,
    feed,
    git,
    newId,
    people,
    personas,
    maxCostUsd,
    planner,
    spending,
    runner,
    tasks: store.tasks,
    verdicts,
  });

  // Begin: first clear away what a dead process left, then take up what it had begun, then listen.
  const removed = await sandbox.reap(new Set(), AbortSignal.timeout(20_000)).catch(() => 0);
  await workspaces.sweep();
  if (world.chat !== null) pool?.start(); // a single command of the terminal is over before it would be of use
  await registerSample(world, operations);
  const local = world.chat?.local ?? null;
  if (local !== null) await welcomeOwner(local.owner, store, clock);
  await recoverPlans({ ...chat, outbox: store.outbox });
  await sender?.start();
  await watches.start();
  await alerts.start();
  await mcp.start();
  const tasks = await runner.start();
  await approvals.start();
  const inbox = await desk.start();
  if (removed + tasks + inbox > 0) emit({ kind: "app.recovered", tasks, inbox, removedSandboxes: removed });
  closers.use(
    await openControl({
      socketPath: join(world.home, "sparks.sock"),
      version: world.version,
      operations,
      redact: leaving,
    }),
  );
  if (sender !== null && world.chat !== null) {
    const webhook = webhookOf(file, world);
    bot = closers.use(
      await openBot({
        api: sender.api,
        desk,
        people: chat.people,
        chats: store.chats,
        commands: COMMANDS,
        clock,
        emit,
        redact: sender.redact,
        ...(webhook === null ? {} : { webhook }),
      }),
    );
    if (webhook !== null) closers.use(await openHook(file, webhook, bot));
    if (world.chat.local === null) await people.offerPairing();
  }
  emit({
    kind: "app.started",
    home: world.home,
    sandbox: sandbox.kind,
    model: model.about.kind === "none" ? "none" : model.about.name,
    readyMs: clock.now() - began,
  });
  const owned = closers.move();
  return {
    operations,
    sandbox,
    running: bot?.polling ?? new Promise<void>(() => undefined),
    async idle() {
      await desk.idle();
      await runner.idle();
      await sender?.idle();
    },
    async [Symbol.asyncDispose]() {
      emit({ kind: "app.stopped" });
      await owned.disposeAsync();
    },
  };
}

// --- the wings
function isLocal({ chat }: World): boolean {
  return chat !== null && chat.local !== null;
}
function openFiles({ chat, clock, random }: World, sender: OpenSender | null): MessageFiles {
  if (chat !== null && sender !== null)
    return createMessageFiles({ ...sender, apiRoot: chat.apiRoot, token: chat.token, clock, random });
  return { load: () => Promise.reject(new Fault("file.unavailable", { reason: "there is no chat" })) };
}
function openTranscriber({ speech }: Config, { secrets }: World): Transcriber {
  const { url, model, language, apiKeyVariable, maxSeconds, maxMib, timeoutSeconds } = speech;
  if (url === undefined) return NO_TRANSCRIBER;
  return createTranscriber({
    url,
    model,
    language,
    apiKey: secrets.get(apiKeyVariable),
    limits: { seconds: maxSeconds, bytes: maxMib * MIB },
    timeoutMs: timeoutSeconds * 1000,
  });
}
/** The local chat is on this machine and needs none. */
function webhookOf({ telegram }: Config, { chat, newId }: World): { url: string; secret: string } | null {
  if (telegram.mode !== "webhook" || telegram.webhookUrl === undefined || chat?.local !== null) return null;
  return { url: telegram.webhookUrl, secret: `${newId()}${newId()}` };
}
function openHook({ telegram }: Config, { url, secret }: { url: string; secret: string }, bot: Bot) {
  return openTelegramWebhook({
    host: telegram.webhookHost,
    port: telegram.webhookPort,
    path: new URL(url).pathname,
    secret,
    // Its form is Telegram's, whose secret came with it; what cannot be read in it is told and left, as with polling.
    onUpdate: (update) => bot.take([update as Parameters<Bot["take"]>[0][number]]),
  });
}
type ApiOptions = NonNullable<ConstructorParameters<typeof Api>[1]>;
type OpenSender = Sender & {
  readonly connection: Connection;
  readonly api: Api;
  readonly redact: Redactor;
};
function openSender(
  { chat, clock, random }: World,
  {
    outbox,
    proxy,
    redact,
    ...wishes
  }: Pick<Parameters<typeof createSender>[0], "outbox" | "rich" | "locale" | "redact"> & {
    readonly proxy: string | undefined;
  },
  emit: Emit,
): OpenSender | null {
  if (chat === null) return null;
  // The local chat is on this machine: no proxy stands in between.
  const connection = createConnection(chat.apiRoot, chat.local === null ? (proxy ?? null) : null);
  const api = new Api(chat.token.reveal(), {
    apiRoot: chat.apiRoot,
    timeoutSeconds: 60,
    // grammY's default, with an agent of our own; its type of it is that of the browser's fetch.
    baseFetchConfig: { compress: true, agent: connection.agent } as NonNullable<ApiOptions["baseFetchConfig"]>,
  });
  return {
    connection,
    ...createSender({ outbox, api, clock, random, emit, redact, ...wishes }),
    api,
    redact,
  };
}
/** Without a chat what is said is kept, and delivered by the next daemon. */
function mute(outbox: Parameters<typeof createSender>[0]["outbox"], clock: Clock): Messenger {
  return {
    async put(message) {
      await outbox.put(message, clock.now());
    },
    toast: () => Promise.resolve(),
    react: () => undefined,
    typing: () => undefined,
    draft: () => undefined,
  };
}
async function openSandbox(live: () => Config, world: World, emit: Emit): Promise<InspectableSandbox> {
  const { sandbox } = live();
  return detectSandbox(
    sandbox,
    {
      home: homeName(world.home),
      runFolder: sandboxRunFolder(world.home),
      image: sandbox.image,
      workspaceRoots: [workspaceRoot(world.home)],
      workspaceBytes: sandbox.workspaceMib * MIB,
      socketPath: sandbox.socket,
      nodePath: process.execPath,
      toolchains: findToolchains(world.environment["PATH"] ?? ""),
      warm: warmOptions(live),
      egress: {
        registries: sandbox.registries,
        allowedRanges: sandbox.allowedPrivateCidrs,
        ...(sandbox.extraCaFile === undefined ? {} : { extraCaFile: sandbox.extraCaFile }),
        ...(sandbox.upstreamProxy === undefined ? {} : { upstreamProxy: sandbox.upstreamProxy }),
        onEgress: ({ owner, host, verdict, bytesIn, bytesOut }) =>
          emit({ kind: "sandbox.egress", owner, host, allowed: verdict === "fetched", bytes: bytesIn + bytesOut }),
      },
    },
    { clock: world.clock },
  );
}
async function loadPersonas(folder: string): Promise<readonly Persona[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  return Promise.all(
    files.map(async (name) => parsePersona(await readFile(join(folder, name), "utf8"), join(folder, name))),
  );
}
/** A limit for a spark that does not exist would hold for nobody. */
function knowSparks(names: readonly string[], personas: readonly Persona[]): void {
  const known = personas.map(({ name }) => name);
  const problems = names
    .filter((name) => !known.includes(name))
    .map((name) => `budget.sparks.${name} is no spark; there are ${known.join(", ")}`);
  if (problems.length > 0) throw new Fault("config.invalid", { file: "config.toml", problems });
}
function findPersona(personas: readonly Persona[], name: string): Persona {
  const persona = personas.find((each) => each.name === name);
  if (persona === undefined) throw new Error(`there is no spark ${name}`);
  return persona;
}
async function welcomeOwner(
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
async function registerSample({ home, packageFolder }: World, operations: Operations): Promise<void> {
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
/** A path as the person at this machine means it; a git URL stays as it is. */
function resolvePath(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\/|^[\w.-]+@[\w.-]+:/i.test(text)) return text;
  if (text === "~" || text.startsWith("~/")) return join(homedir(), text.slice(1));
  return isAbsolute(text) ? resolve(text) : resolve(homedir(), text);
}
const run = promisify(execFile);
async function measure(
  world: World,
  { sandbox, model, store }: { sandbox: InspectableSandbox; model: HealthFacts["model"]; store: OpenStore },
  bot: Bot | null,
): Promise<HealthFacts> {
  const disk = await statfs(world.home);
  const database = await stat(join(world.home, "sparks.db")).catch(() => ({ size: 0 }));
  return {
    nodeVersion: process.version,
    home: {
      path: world.home,
      freeBytes: disk.bavail * disk.bsize,
      writable: await access(world.home, constants.W_OK).then(
        () => true,
        () => false,
      ),
    },
    store: { integrity: store.check(), bytes: database.size },
    sandbox: {
      kind: sandbox.kind,
      guarantees: sandbox.guarantees,
      probe: await probe(sandbox, world),
      warm: (await sandbox.pool?.facts(AbortSignal.timeout(5000))) ?? null,
    },
    model,
    gitVersion: await run("git", ["--version"]).then(
      ({ stdout }) => stdout.trim().replace("git version ", ""),
      () => null,
    ),
    chat:
      world.chat === null || bot === null
        ? { kind: "none" }
        : world.chat.local === null
          ? { kind: "telegram", bot: bot.username }
          : { kind: "local", address: world.chat.local.address },
  };
}
async function probe(sandbox: Sandbox, { clock, home, newId }: World): Promise<HealthFacts["sandbox"]["probe"]> {
  const began = clock.now();
  const { mkdir, mkdtemp, rm } = await import("node:fs/promises");
  await mkdir(workspaceRoot(home), { recursive: true, mode: 0o700 });
  const workspace = await mkdtemp(join(workspaceRoot(home), "probe-"));
  try {
    const limits = { memoryBytes: 256 * MIB, cpus: 1, processes: 64, fileBytes: MIB, wallClockMs: MINUTE_MS };
    await using session = await sandbox.open(
      { owner: `probe-${newId().slice(0, 8)}`, workspace, network: "none", limits },
      AbortSignal.timeout(20_000),
    );
    const result = await session.run(
      { argv: ["true"] },
      { timeoutMs: 10_000, outputBytes: 1000, signal: AbortSignal.timeout(15_000) },
    );
    return result.kind === "exited" && result.code === 0
      ? { kind: "ran", ms: clock.now() - began }
      : { kind: "failed", reason: `a command ended as ${result.kind}` };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
