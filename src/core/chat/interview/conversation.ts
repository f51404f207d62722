import { z } from "zod";
import type { Instant } from "../../../lib/time.ts";
import { instant } from "../../../lib/time.ts";
import type { ConversationStore } from "../../ports/store.ts";
import { briefSchema } from "../../planning/brief.ts";
import { interviewSchema, wishSchema } from "../../planning/interview.ts";

/** What one person and the bot are in the middle of in one chat. Kept in the store; carries its version. */
type Conversation = z.infer<typeof schema>;
type Turn = Conversation["history"][number];
export type HeldFiles = NonNullable<Conversation["files"]>;
/** What the next plain message of this person means, when it is not a new goal. */
export type Open = NonNullable<Conversation["open"]>;

/** What drives it keeps its place here (`ports/dialogues.ts`); without it it begins anew where the interview stands. */
const driven = { log: z.unknown().exactOptional() };
const openSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("interview"), interview: interviewSchema, ...driven }),
  z.object({ kind: z.literal("brief"), brief: briefSchema, threadId: z.number().nullable(), ...driven }),
  z.object({
    kind: z.literal("transcript"),
    title: z.string(),
    rowId: z.number(),
    text: z.string(),
    at: z.number(),
    /** What was open when it came: what it may be the answer to. */
    before: z.unknown(),
    /** The press that uses it; begun again after a crash, it is the same. */
    usedBy: z.number().nullable(),
  }),
  z.object({ kind: z.literal("editing"), taskId: z.number(), version: z.number(), at: z.number() }),
  z.object({ kind: z.literal("denying"), approvalId: z.number(), at: z.number() }),
  z.object({ kind: z.literal("answering"), approvalId: z.number(), at: z.number() }),
  wishSchema.extend({ kind: z.literal("choosing-repository"), inboxId: z.number(), at: z.number() }),
]);
const schema = z.object({
  version: z.literal(1),
  history: z.array(
    z.object({
      role: z.enum(["person", "sparks"]),
      text: z.string(),
      /** It holds words of somebody else, or answers such. */
      origin: z.enum(["forwarded", "memory"]).exactOptional(),
    }),
  ),
  open: openSchema.nullable(),
  /** The message that led last to what is open, or to its end: handled again after a crash, it has had its say. */
  heard: z.number().nullable().default(null),
  /** What this person sent and is talking about. `takenBy`: the message that it goes with; null: the next one. */
  files: z
    .object({ ids: z.array(z.number()), takenBy: z.number().nullable() })
    .nullable()
    .default(null),
});
/** The last turns given to the model, oldest first. */
const HISTORY_TURNS = 12;
const TURN_CHARACTERS = 2000;
const EMPTY: Conversation = { version: 1, history: [], open: null, heard: null, files: null };

export interface Conversations {
  get(chatId: number, userId: number): Promise<Conversation>;
  say(chatId: number, userId: number, ...turns: Turn[]): Promise<void>;
  open(chatId: number, userId: number, open: Open | null): Promise<void>;
  /** What a message led to is kept together with the message; nothing of what it led to comes after. */
  hear(chatId: number, userId: number, heard: { readonly rowId: number; readonly open: Open | null }): Promise<void>;
  holdFiles(chatId: number, userId: number, files: HeldFiles | null): Promise<void>;
  forget(chatId: number, userId: number): Promise<void>;
  /** Everything that is open, whoever is in the middle of it. */
  allOpen(): Promise<readonly { readonly chatId: number; readonly userId: number; readonly open: Open }[]>;
}
export function createConversations(store: ConversationStore, now: () => Instant): Conversations {
  async function get(chatId: number, userId: number): Promise<Conversation> {
    // What an older or newer version left behind is dropped: a half-said thing is not worth a failed start.
    const known = schema.safeParse(await store.get(chatId, userId));
    return known.success ? known.data : EMPTY;
  }
  return {
    get,
    async say(chatId, userId, ...turns) {
      const before = await get(chatId, userId);
      const short = turns.map((turn) => ({ ...turn, text: turn.text.slice(0, TURN_CHARACTERS) }));
      await store.put(
        chatId,
        userId,
        { ...before, history: [...before.history, ...short].slice(-HISTORY_TURNS) },
        now(),
      );
    },
    async open(chatId, userId, open) {
      await store.put(chatId, userId, { ...(await get(chatId, userId)), open }, now());
    },
    async hear(chatId, userId, { rowId, open }) {
      await store.put(chatId, userId, { ...(await get(chatId, userId)), open, heard: rowId }, now());
    },
    async holdFiles(chatId, userId, files) {
      await store.put(chatId, userId, { ...(await get(chatId, userId)), files }, now());
    },
    async allOpen() {
      return (await store.list()).flatMap(({ chatId, userId, state }) => {
        const known = schema.safeParse(state);
        return known.success && known.data.open !== null ? [{ chatId, userId, open: known.data.open }] : [];
      });
    },
    async forget(chatId, userId) {
      await store.remove(chatId, userId);
    },
  };
}
/** What a voice message came into the middle of. */
export function openBefore(open: Open & { readonly kind: "transcript" }): Open | null {
  const known = openSchema.safeParse(open.before);
  return known.success ? known.data : null;
}
/** When an open thing was last touched. */
export function touchedAt(open: Open): Instant {
  if (open.kind === "interview") return instant(open.interview.touchedAt);
  return instant(open.kind === "brief" ? open.brief.touchedAt : open.at);
}
