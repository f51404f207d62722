import { join } from "node:path";
import { startApp, type TestApp } from "./app.ts";
import { temporaryFolder } from "./folder.ts";
import { openFakeGithub, type FakeGithub } from "./github/fake-github.ts";
import { gitIn } from "./github/git-backend.ts";
import { EDIT, FINISH, PLAN } from "./sample-work.ts";
import { openScriptedModel, type Script, type ScriptedModel } from "./scripted-model.ts";

const WORK: Script = [PLAN, EDIT, FINISH];
export const TOKEN = "ghp_canary0of0the0forge0tests0000000000";
export const SLUG = "ada/shop";
export const BRANCH = "sparks/task-1-mend-the-discount";

export type ForgeWorld = {
  readonly app: TestApp;
  readonly github: FakeGithub;
  readonly model: ScriptedModel;
} & AsyncDisposable;
type Wish = { readonly level?: number; readonly script?: Script; readonly settings?: string };
/** The whole program on a clone of a repository that is on GitHub, and a task about to be approved. */
export async function beginForge({ level = 3, script = WORK, settings = "" }: Wish): Promise<ForgeWorld> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(temporaryFolder());
  const github = stack.use(await openFakeGithub({ root: folder.path, token: TOKEN, slugs: [SLUG, "ada/other"] }));
  const model = stack.use(await openScriptedModel(script));
  const app = stack.use(
    await startApp({
      modelUrl: model.baseUrl,
      logFile: true,
      secrets: { MODEL_API_KEY: "test-key-of-a-model", GITHUB_TOKEN: TOKEN },
      config: `[tasks]\nautonomy_level = ${level}\n[forges.github]\napi_url = "${github.apiUrl}"\nweb_url = "${github.webUrl}"\npoll_seconds = 1\n${settings}`,
    }),
  );
  connectSample(join(app.home, "sample"), github);
  const owned = stack.move();
  return { app, github, model, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
/** Makes the sample a clone of what the host has. */
export function connectSample(sample: string, github: FakeGithub): void {
  gitIn(sample, "push", "--quiet", github.repository(SLUG).folder, "main:main");
  gitIn(sample, "remote", "add", "origin", `${github.webUrl}/${SLUG}.git`);
}
export function setChecks({ github }: ForgeWorld, conclusion: string, status = "completed"): void {
  const { checks: all, branch } = github.repository(SLUG);
  all.set(branch(BRANCH) ?? "", [{ name: "ci", status, conclusion }]);
}
