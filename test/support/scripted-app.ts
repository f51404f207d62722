import { startApp, type StartOptions, type TestApp } from "./app.ts";
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
