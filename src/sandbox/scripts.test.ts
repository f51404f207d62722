import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SANDBOX_IMAGE } from "./docker/image.ts";
import { AGENT_ID } from "./options.ts";

const root = new URL("../../", import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, root), "utf8");
describe("scripts of the sandbox", () => {
  test.each(["scripts/setup.sh", "scripts/sandbox-image.sh"])(
    "%s is POSIX shell and names the image of the code",
    (name) => {
      execFileSync("sh", ["-n", new URL(name, root).pathname]);
      expect(text(name)).toContain(`image=${SANDBOX_IMAGE} `);
    },
  );
  test("the Dockerfile and the script give the sandbox the same packages, user and execute-only Node", () => {
    for (const name of ["Dockerfile", "scripts/sandbox-image.sh"]) {
      expect(text(name)).toContain("sandbox-packages.txt");
      expect(text(name)).toContain(`--uid ${AGENT_ID} `);
      expect(text(name)).toMatch(/install -m 0711 \S+\/bin\/node\S* \S*\/opt\/sparks\/node/);
    }
  });
});
