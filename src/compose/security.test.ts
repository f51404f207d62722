import { expect, test } from "vitest";
import { securitySettings } from "./security.ts";
import { loadConfig } from "../config/config.ts";
import { parsePersona } from "../config/personas.ts";

const persona = (head: string) =>
  parsePersona(`+++\nname = "scout"\nsummary = "Looks"\n${head}+++\nLooks.`, "scout.md");
const detailOf = (config: string, head: string, name: string) =>
  securitySettings(loadConfig(config, "config.toml"), [persona(head)]).find((each) => each.name === name)?.detail;

test("nothing is granted where the settings say nothing, and secrets are held back", () => {
  expect(detailOf("", "", "hosts of sparks")).toBe("none");
  expect(detailOf("", "", "hosts of checks")).toBe("none");
  expect(detailOf("", "", "files held back")).toMatch(/none of its commits$/);
});
test("each host that is granted and each file that is masked or shown is named", () => {
  const config = `[workspace]\nmasked_files = ["*.cfg"]\nshown_files = ["a.key"]\n[[sandbox.egress]]\nrepository = "shop"\ncheck = "*"\nhosts = ["b.example.com:80"]`;
  expect(detailOf(config, "", "files held back")).toContain("also *.cfg; given all the same: a.key");
  const own = `${config}\n[[workspace.files]]\nrepository = "shop"\nmasked_files = ["*.pem"]\nshown_files = ["b.key"]`;
  expect(detailOf(own, "", "files held back")).toMatch(/in shop also \*\.pem; in shop given all the same: b\.key$/);
  expect(detailOf(config, "", "hosts of checks")).toBe("shop *: b.example.com:80");
  expect(detailOf(config, 'hosts = ["a.example.com:443"]\n', "hosts of sparks")).toBe("scout: a.example.com:443");
});
