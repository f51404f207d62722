import { getRequestListener } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { stream } from "hono/streaming";
import { z } from "zod";
import type { Operations } from "../core/chat/desk/operations.ts";
import { faultBlocks } from "../core/chat/render-fault.ts";
import { Fault } from "../core/fault.ts";
import { plainText } from "../lib/blocks-text.ts";
import type { Redactor } from "../lib/redact.ts";
import { redactJson } from "../lib/redact-tree.ts";

const repositoryBody = z.object({ source: z.string().min(1), name: z.string().nullable() });
const ciBody = z.object({ which: z.string().min(1) });
const dispatchBody = z.object({
  goal: z.string().min(1).max(20_000),
  repository: z.string().min(1),
  spark: z.string().nullable(),
});
const sayBody = z.object({ text: z.string().min(1).max(20_000) });
const logQuery = z
  .object({
    limit: z.coerce.number().int().min(1).max(10_000),
    after: z.coerce.number().int().min(0).exactOptional(),
    task: z.coerce.number().int().min(1).exactOptional(),
    words: z.string().max(1000).exactOptional(),
  })
  .transform(({ task, ...asked }) => ({ ...asked, ...(task === undefined ? {} : { taskId: task }) }));
const pressBody = z.object({ data: z.string().min(1).max(64) });

export type ControlOptions = { readonly version: string; readonly operations: Operations; readonly redact: Redactor };
export function createControlListener(options: ControlOptions): ReturnType<typeof getRequestListener> {
  return getRequestListener(createControlApp(options).fetch);
}
function createControlApp({ version, operations, redact }: ControlOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    if (context.res.headers.get("content-type")?.startsWith("application/json") !== true) return;
    context.res = new Response(redactJson(await context.res.text(), redact), context.res);
  });
  app.onError((error, context) =>
    context.json({ error: describeError(error) }, error instanceof z.ZodError ? 400 : 500),
  );
  app.get("/v1/version", (context) => context.json({ version, pid: process.pid }));
  app.get("/v1/repositories", async (context) => context.json(await operations.listRepositories()));
  app.post("/v1/repositories", async (context) => {
    const { source, name } = repositoryBody.parse(await context.req.json());
    return context.json(await operations.addRepository(source, name, context.req.raw.signal));
  });
  app.delete("/v1/repositories/:name", async (context) =>
    context.json({ removed: await operations.removeRepository(context.req.param("name")) }),
  );
  app.post("/v1/ci", async (context) => {
    const { which } = ciBody.parse(await context.req.json());
    return streamLines(context, redact, (write, signal) =>
      operations.ci(which, { signal, onProgress: (progress) => write({ progress }) }),
    );
  });
  app.post("/v1/dispatch", async (context) =>
    context.json(await operations.dispatch(dispatchBody.parse(await context.req.json()), context.req.raw.signal)),
  );
  addTaskRoutes(app, operations);
  app.get("/v1/sparks", (context) => context.json(operations.listSparks()));
  app.get("/v1/mcp", (context) => context.json(operations.servers()));
  app.get("/v1/doctor", async (context) => context.json(await operations.doctor()));
  app.post("/v1/doctor/security", async (context) => {
    const { attack } = z.strictObject({ attack: z.boolean() }).parse(await context.req.json());
    return context.json(await operations.security({ attack, signal: context.req.raw.signal }));
  });
  app.get("/v1/log", async (context) => context.json(await operations.log(logQuery.parse(context.req.query()))));
  app.get("/v1/log/verify", async (context) => context.json(await operations.verifyLog()));
  addChatRoutes(app, operations, redact);
  return app;
}
function addTaskRoutes(app: Hono, operations: Operations): void {
  const idOf = (context: Context) => z.coerce.number().int().positive().parse(context.req.param("id"));
  app.get("/v1/tasks", async (context) => context.json(await operations.listTasks(50)));
  app.get("/v1/tasks/:id", async (context) => context.json(await operations.getTask(idOf(context))));
  app.get("/v1/tasks/:id/diff", async (context) =>
    context.json(await operations.diff(idOf(context), context.req.raw.signal)),
  );
  app.post("/v1/tasks/:id/stop", async (context) => context.json({ done: await operations.stopTask(idOf(context)) }));
  app.post("/v1/tasks/:id/resume", async (context) =>
    context.json({ done: await operations.resumeTask(idOf(context)) }),
  );
  app.post("/v1/tasks/:id/apply", async (context) => context.json(await operations.applyTask(idOf(context))));
  app.post("/v1/tasks/:id/discard", async (context) => context.json(await operations.discardTask(idOf(context))));
}
function addChatRoutes(app: Hono, operations: Operations, redact: Redactor): void {
  const unpaired = {
    error: { code: "chat.unpaired", text: "Nobody is paired with the bot yet: send it the pairing code first." },
  };
  app.post("/v1/chat/messages", async (context) => {
    const { text } = sayBody.parse(await context.req.json());
    const chat = await operations.conversation();
    if (chat === null) return context.json(unpaired, 409);
    await chat.say(text);
    return context.json({});
  });
  app.post("/v1/chat/presses", async (context) => {
    const { data } = pressBody.parse(await context.req.json());
    const chat = await operations.conversation();
    if (chat === null) return context.json(unpaired, 409);
    await chat.press(data);
    return context.json({});
  });
  app.get("/v1/chat/messages", async (context) => {
    const chat = await operations.conversation();
    if (chat === null) return context.json(unpaired, 409);
    return streamLines(context, redact, (write, signal) => {
      write({ following: true });
      const end = chat.follow((message) => write({ message }));
      return new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true })).finally(
        end,
      );
    });
  });
}
/** Streams what `work` writes, one JSON value a line, then its result; the client hanging up aborts `signal`. */
function streamLines(
  context: Context,
  redact: Redactor,
  work: (write: (value: unknown) => void, signal: AbortSignal) => Promise<unknown>,
): Response {
  context.header("content-type", "application/x-ndjson");
  return stream(context, async (out) => {
    const abort = new AbortController();
    out.onAbort(() => abort.abort());
    let tail: Promise<unknown> = Promise.resolve();
    const write = (value: unknown) => {
      tail = tail.then(() => out.write(redactJson(`${JSON.stringify(value)}\n`, redact)));
    };
    try {
      write({ result: (await work(write, abort.signal)) ?? null });
    } catch (error) {
      write({ error: describeError(error) });
    }
    await tail;
  });
}
function describeError(error: unknown): { code: string; text: string } {
  if (error instanceof Fault) return { code: error.code, text: plainText(faultBlocks(error, "terminal")) };
  if (error instanceof z.ZodError) return { code: "bad-request", text: z.prettifyError(error) };
  return { code: "bug", text: error instanceof Error ? error.message : String(error) };
}
