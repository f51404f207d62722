import { startApp, type StartOptions, type TestApp } from "./app.ts";
import { beginWork } from "./sample-work.ts";
import { openScriptedModel, type Script, type ScriptedModel } from "./scripted-model.ts";

export type ScriptedApp = { readonly app: TestApp; readonly model: ScriptedModel } & AsyncDisposable;
/** The whole program with a scripted model of its own; both are closed with it. */
export async function startScripted(script: Script, options: StartOptions = {}): Promise<ScriptedApp> {
  await using stack = new AsyncDisposableStack();
  const model = stack.use(await openScriptedModel(script));
  const app = stack.use(await startApp({ modelUrl: model.baseUrl, ...options }));
  const owned = stack.move();
  return { app, model, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
/** The same, once the sample's work is under way. */
export async function beginScripted(script: Script, options: StartOptions = {}): Promise<ScriptedApp> {
  await using stack = new AsyncDisposableStack();
  const run = stack.use(await startScripted(script, options));
  await beginWork(run.app);
  stack.move();
  return run;
}
