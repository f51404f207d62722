import { checkListed } from "../paths/paths.ts";
import { standsFor } from "../paths/notable.ts";
import { isTellable } from "../commands/environment.ts";
import { type Call, type Field, find, isNumber, literal, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_NETWORK, each } from "./traits.ts";

/** Compares words, or asks about files without opening them. */
const test: Rule = {
  custom: (call, fields) => {
    for (const [at, field] of fields.entries()) {
      const before = fields[at - 1]?.text ?? "";
      const besides = [before, fields[at + 1]?.text ?? ""];
      if (mayWorkOut(call, field, besides) || mayBeOrder(call, field, fields[at - 1]))
        find(call, "opaque", "it may run what it works out");
      // bash works out what stands in the brackets of `a[…]`
      if (/^-[vR]$/.test(before) && !/^\w+$/.test(field.text)) find(call, "opaque", "it may run what it looks up");
      const dated = besides.some((beside) => /^-(nt|ot|ef)$/.test(beside));
      if (dated || (/^-[a-zA-HL-Z]$/.test(before) && !/^-[nz]$/.test(before))) checkListed(call, field);
    }
    return null;
  },
};
/** Between double brackets every shell works out what is compared as a number, the value of a name included; between single ones, some. */
function mayWorkOut(call: Call, field: Field, besides: readonly string[]): boolean {
  const counted = besides.some((beside) => /^-(eq|ne|lt|le|gt|ge)$/.test(beside)) || besides[0] === "-t";
  if (!counted) return false;
  return call.name === "[[" ? !isNumber(field) : /[[$`(]/.test(field.text);
}
/** Between single brackets what is not known may become `-v 'a[$(…)]'`. */
function mayBeOrder({ name }: Call, field: Field, before: Field | undefined): boolean {
  if (name === "[[" || field.number === true) return false;
  const isOperand = /^-[a-z]$/.test(before?.text ?? "");
  if (field.known) return /\[[^]*[$`(]/.test(field.text) || (!isOperand && field.glob && standsFor(field.text, "-v"));
  const operator = before?.known === false && before.number !== true;
  return field.split === true || operator;
}
const says =
  (text: string): NonNullable<Rule["output"]> =>
  (): readonly Field[] => [literal(text)];
function checkShellOptions(call: ReadCall): void {
  const [first] = call.operands;
  const names = [...call.operands, ...[...call.options.values()].flat()];
  const named = names.every(({ text, known }) => known && /^(pipefail|errexit|nounset|xtrace|noglob)$/.test(text));
  if (call.options.size === 0 && first === undefined) find(call, "secret", "it shows the environment");
  else if (!named) find(call, "opaque", "it changes how the shell reads on");
}
function checkActivation(call: ReadCall): void {
  const [file] = call.operands;
  if (
    file === undefined ||
    !file.known ||
    !/^(\.\/)?\.?(venv|env|virtualenv)\/bin\/activate$/.test(file.text) ||
    call.report.written.length > 0
  )
    find(call, "opaque", "what it reads in changes what follows");
}

export const SYSTEM: Programs = {
  ...each("test [ [[", test),
  printenv: {
    options: "-0 --null",
    operands: ["plain"],
    check: ({ operands, ...call }) => {
      const tellable = operands.length > 0 && operands.every(({ text, known }) => known && isTellable(text));
      if (!tellable) find(call, "secret", "it shows the environment");
    },
  },
  openssl: {
    subcommands: {
      version: { options: "-a -v -b -d -f -p" },
      dgst: { options: "-sha1 -sha224 -sha256 -sha384 -sha512 -md5 -hex -r -c", operands: ["read"], whole: true },
    },
    others: ANY_NETWORK,
    needs: 1,
  },
  // some loaders start the program to learn what it needs
  ldd: { options: "-v -u -d -r --version!", operands: ["command"], stops: true, needs: 1 },
  ...each("true false :", { operands: ["text"] }),
  ...each("break continue", { operands: ["plain"] }),
  hostname: { options: "-s -f -i -I -d", operands: ["none"] },
  ...each("logname lsblk lsmod vmstat iostat mpstat", { operands: ["none"] }),
  ...each("exit", { operands: ["plain"] }),
  ...each("which whereis type", { options: "-a -p -t", operands: ["plain"], output: () => [literal("/usr/bin/x")] }),
  set: { options: "-e -u -x -o= -eu -eux -euo= -euxo= -eo= -f +x", operands: ["text"], check: checkShellOptions },
  ...each("source .", { operands: ["text"], check: checkActivation }),
  date: {
    options: "-u -d= -I? -R --date= --iso-8601? --utc --rfc-3339= -Iseconds",
    operands: ["text"],
    // whatever else stands in its form is told as it stands
    output: ({ operands }) =>
      operands.every(({ text }) => /^\+%-?[YmdHMSsjFTyNu]([-_:T]?%-?[YmdHMSsjFTyNu])*$/.test(text))
        ? [literal("2026")]
        : null,
  },
  sleep: { operands: ["plain"] },
  uname: { options: "-a -s -r -m -n -p -o -v" },
  arch: {},
  whoami: {},
  nproc: { options: "--all", output: says("4") },
  uptime: { options: "-p" },
  free: { options: "-h -m -g" },
  ps: {
    options: "-e -f -ef -A -u= -p= -o= -x --forest -H --no-headers --sort=",
    operands: ["plain"],
    check: checkProcesses,
  },
  pgrep: { options: "-f -l -a -x", operands: ["text"] },
  cal: { operands: ["plain"] },
  expr: { operands: ["text"] },
  clear: {},
  help: { options: "-d -m -s", operands: ["name"], needs: 1 },
  wait: {},
  tty: {},
  locale: { options: "-a" },
  getconf: { operands: ["plain"] },
  lscpu: {},
  jobs: { options: "-l -p -r -s" },
  times: {},
  umask: {},
  ulimit: { options: "-a -n -c -u" },
  man: { options: "-k -f", operands: ["name"] },
  tput: { operands: ["plain"] },
  lsb_release: { options: "-a -c -d -s -r -i" },
};
/** `ps e` shows what every process was given in its environment. */
function checkProcesses(call: ReadCall): void {
  const columns = call.options.get("-o") ?? [];
  if (call.operands.some(({ text }) => text.includes("e")) || columns.some(({ text }) => /env/i.test(text)))
    find(call, "secret", "it shows the environment of processes");
}
