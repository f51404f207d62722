import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { contradictionIn } from "./mcp.ts";
import { loadPersonas, strangersAmong } from "./personas.ts";
import { takenNames } from "./tools.ts";

/** What the file's own schema cannot see and a start refuses, or goes on without. */
export async function settingsProblems(
  { tools, budget, mcp }: Config,
  { packageFolder }: { readonly packageFolder: string },
): Promise<readonly string[]> {
  const personas = await loadPersonas(join(packageFolder, "personas"));
  return [
    ...takenNames(tools.custom),
    ...strangersAmong(Object.keys(budget.sparks ?? {}), personas),
    ...mcp.servers.flatMap((server) => {
      const contradiction = contradictionIn(server);
      return contradiction === null ? [] : [`mcp.servers: ${server.name} is not used: ${contradiction}`];
    }),
  ];
}
