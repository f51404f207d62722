import { join } from "node:path";
import { openModel } from "./model.ts";
import type { Config } from "../config/config.ts";
import { openKnobs } from "../config/knobs.ts";
import { openRedactors } from "./secrets.ts";
import { createNetworkLedger } from "../core/tasks/network-use.ts";
import type { CheckHosts } from "../core/tasks/survey.ts";
import { hostsOfCheck } from "../core/policy/host-grant.ts";
import { securitySettings } from "./security.ts";
import { openSandbox, workspaceRoot } from "./sandbox.ts";
import {
  approvalsOptions,
  dayCaps,
  fileMask,
  fileLimits,
  patienceOptions,
  runnerOptions,
  sandboxLimits,
} from "./limits.ts";
import { welcomeOwner, registerSample } from "./first-start.ts";
import { measure } from "./health.ts";
import { resolvePath } from "./paths.ts";
import { findPersona, knowSparks, loadPersonas } from "./personas.ts";
import { mute, openFiles, openHook, openSender, openTranscriber, webhookOf } from "./telegram.ts";
import { isLocal, type World } from "./world.ts";
import { openMemory } from "./memory.ts";
import { openForges, openPulls } from "./forges.ts";
import { codingCliTools, openCodingClis } from "./coding-clis.ts";
import { openMcp } from "./mcp.ts";
import { openMenus } from "./menus.ts";
import { openTools } from "./tools.ts";
import { startFileRetention } from "../core/attachments/retention.ts";
import { handleTurn } from "../core/chat/chat.ts";
import type { ChatDependencies } from "../core/chat/dependencies.ts";
import { createChatLevels } from "../core/chat/chat-levels.ts";
import { createCi } from "../core/chat/ci.ts";
import { COMMANDS } from "../core/chat/commands.ts";
import { createCodingChoices } from "../core/chat/coding-choices.ts";
import { createConversations } from "../core/chat/conversation.ts";
import { createDesk } from "../core/chat/desk.ts";
import { withFeed } from "../core/chat/message-feed.ts";
import { createModelChoices } from "../core/chat/model-choices.ts";
import { createOperations, type Operations } from "../core/chat/operations.ts";
import { createPatience } from "../core/chat/patience.ts";
import { createPeople } from "../core/chat/people.ts";
import { recoverPlans } from "../core/chat/recover.ts";
import { createRepositoryBook } from "../core/chat/repository-book.ts";
import { announceApproval, remindOfApproval } from "../core/chat/approval-messages.ts";
import { createApprovers } from "../core/chat/approvers.ts";
import { createTaskMessages } from "../core/chat/task-messages.ts";
import { createAlertRules } from "../core/chat/alert-rules.ts";
import { createAlerts, startHooks } from "../core/chat/alerts.ts";
import { startExpiry } from "../core/chat/expiry.ts";
import { createLocales } from "../core/chat/locales.ts";
import { createRichWishes } from "../core/chat/rich-wishes.ts";
import { createWatches } from "../core/chat/watches.ts";
import { doctorBlocks, judgeHealth } from "../core/health/doctor.ts";
import { createPlanner } from "../core/planning/planner.ts";
import { createApprovals } from "../core/policy/approvals.ts";
import { NO_TOPICS } from "../core/ports/topics.ts";
import type { Sandbox } from "../core/ports/sandbox.ts";
import { createLevels } from "../core/tasks/levels.ts";
import { createPaidModel, createPurses } from "../core/agent/purses.ts";
import { createTaskRunner } from "../core/tasks/runner.ts";
import { createVerdicts } from "../core/tasks/verdict.ts";
import { createRepositories } from "../git/repositories.ts";
import { createWorkspaces } from "../git/workspaces.ts";
import { createHookPost } from "../http/post-hook.ts";
import { openControl } from "../http/control.ts";
import { redactTree } from "../lib/redact-tree.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../lib/time.ts";
import { createActivityLog } from "../observe/activity-log.ts";
import { createEmit } from "../observe/emit.ts";
import { startRetention } from "../observe/retention.ts";
import { createAttestation } from "../sandbox/attest.ts";
import { createAttachmentShelf } from "../store/attachment-shelf.ts";
import { openStore } from "../store/store.ts";
import { openBot, type Bot } from "../telegram/bot.ts";
import { createTopics } from "../telegram/topics.ts";

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
  const keyOf = (variable: string) => world.secrets.get(variable);
  const forges = openForges(config.forges, keyOf, clock);
  const git = createRepositories({
    folder: join(world.home, "mirrors"),
    environment: world.environment,
    mask: fileMask(file),
    tokens: forges.tokens,
  });
  const network = createNetworkLedger();
  const sandbox = await openSandbox(knobs.current, world, (event) => {
    network.note(event);
    emit(event);
  });
  const checkHosts: CheckHosts = (repository, check) => hostsOfCheck(file.sandbox.egress, repository, check);
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
  const { repositories, tasks: taskStore, pulls: pullStore, inbox: received } = store;
  const messages = { messenger, git, repositories, tasks: taskStore, pullStore, inbox: received, topics, model, clock };
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
        pulls?.takeUp(approval);
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
  const memory = closers.use(openMemory(knobs.current, { store, clock, emit, leaving }));
  const { pulls, delivery } = openPulls(config.forges, forges.host, {
    git,
    store,
    approvals,
    levels,
    clock,
    emit,
    teller,
    known,
    outgoing: { redact: leaving, scanner },
  });
  if (pulls !== null) closers.use(pulls);
  const codingClis = openCodingClis(config.codingClis, {
    home: world.home,
    secret: (variable) => world.secrets.get(variable),
    redact: known,
  });
  const runner = closers.use(
    createTaskRunner(runnerOptions(knobs.current), {
      holder: newId(),
      store,
      repositories: git,
      workspaces,
      sandbox,
      shelf,
      memory: memory.keeper,
      model,
      approvals,
      clock,
      emit,
      levels,
      delivery,
      purses,
      teller,
      topics,
      toolbox: openTools(config.tools, keyOf, {
        memory: memory.keeper,
        sparks: personas,
        ofServers: mcp.tools,
        ofClis: codingCliTools(codingClis, config.codingClis),
      }),
      network,
      checkHosts,
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
  const ci = createCi({ git, checkHosts, workspaces, sandbox, runs: store.runs, clock, emit, limits });
  let bot: Bot | null = null;
  const doctor = async () =>
    judgeHealth(await measure(world, { sandbox, model: model.about, store, codingClis: codingClis.list() }, bot));
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
  const coding = createCodingChoices({ clis: codingClis, chats: store.chats, emit });
  const chat: ChatDependencies = {
    ...messages,
    checkHosts,
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
    coding,
    conversations: createConversations(store.conversations, clock.now),
    emit,
    fileLimits: () => fileLimits(knobs.current()),
    files: openFiles(world, sender),
    health: async () => doctorBlocks(await doctor()),
    knobs,
    levels,
    locales,
    mcp,
    memories: memory.memories,
    memory: memory.keeper,
    menus: openMenus({ store, messenger, knobs, models, people, rich, rules, locales, levels: chatLevels, coding }),
    models,
    nameOf,
    patience: createPatience(patienceOptions(config), clock.now),
    people,
    maxCostUsd,
    planner,
    pulls,
    purses,
    planningAuto: () => knobs.current().planning.auto,
    spending,
    scanner,
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
    startExpiry({ conversations: chat.conversations, messenger, model, clock, emit, expiryMs: chat.questionExpiryMs }),
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
    security: createAttestation(sandbox, {
      limits,
      workspaceRoot: workspaceRoot(world.home),
      settings: securitySettings(file, personas),
    }),
    emit,
    feed,
    git,
    checkHosts,
    mcp,
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
  await sender?.start(); // what was said before the last end goes out before anything new
  await recoverPlans({ ...chat, outbox: store.outbox });
  await watches.start();
  await alerts.start();
  await mcp.start();
  const tasks = await runner.start();
  pulls?.start();
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
      await pulls?.idle();
      await sender?.idle();
    },
    async [Symbol.asyncDispose]() {
      emit({ kind: "app.stopped" });
      await owned.disposeAsync();
    },
  };
}
