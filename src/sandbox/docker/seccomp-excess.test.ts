import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seccompExcess } from "./seccomp-excess.ts";
import { seccompProfile, type SeccompProfile } from "./seccomp.ts";

type Rule = SeccompProfile["syscalls"][number];
type Argument = NonNullable<Rule["args"]>[number];
const ours = seccompProfile("x64");

// A small kernel: which calls with which arguments some rule lets pass.
function holds({ op, value, valueTwo }: Argument, given: number): boolean {
  switch (op) {
    case "SCMP_CMP_EQ":
      return given === value;
    case "SCMP_CMP_NE":
      return given !== value;
    case "SCMP_CMP_LT":
      return given < value;
    default:
      return Number(BigInt(given) & BigInt(value)) === valueTwo;
  }
}
/** Conditions on one argument are alternatives, as runc takes them. */
function matches({ args = [] }: Rule, given: readonly number[]): boolean {
  const indices = [...new Set(args.map(({ index }) => index))];
  const isOneOf = (index: number): boolean =>
    args.filter((one) => one.index === index).some((one) => holds(one, given[index] ?? 0));
  const isRepeated = indices.length < args.length;
  return isRepeated ? args.some(({ index }) => isOneOf(index)) : indices.every(isOneOf);
}
const PASSING = new Set(["SCMP_ACT_ALLOW", "SCMP_ACT_LOG", "SCMP_ACT_TRACE", "SCMP_ACT_NOTIFY", "SCMP_ACT_TRAP"]);
function passes({ defaultAction, syscalls }: SeccompProfile, name: string, given: readonly number[]): boolean {
  if (PASSING.has(defaultAction)) return true;
  return syscalls.some((rule) => PASSING.has(rule.action) && rule.names.includes(name) && matches(rule, given));
}

const NAMES = ["read", "socket", "clone", "personality", "mknod", "kill", "fcntl", "mount", "ptrace", "made_up"];
const VALUES = [0, 1, 2, 8, 10, 16, 17, 19, 40, 0x7e020000, 0o170000, 0o010000, 0o060000, 0xffffffff];
const value = fc.constantFrom(...VALUES);
const argument = fc.record({
  index: fc.nat(2),
  value,
  valueTwo: fc.constantFrom(0, 0o010000, 0o060000),
  op: fc.constantFrom("SCMP_CMP_EQ", "SCMP_CMP_MASKED_EQ", "SCMP_CMP_NE", "SCMP_CMP_LT"),
});
const own = fc.constantFrom(...ours.syscalls.filter(({ names }) => names.length === 1));
const made = fc.record({
  names: fc.subarray(NAMES, { minLength: 1, maxLength: 2 }),
  action: fc.constantFrom("SCMP_ACT_ALLOW", "SCMP_ACT_ERRNO", "SCMP_ACT_LOG", "SCMP_ACT_KILL_PROCESS", "SCMP_ACT_TRAP"),
  args: fc.array(argument, { maxLength: 2 }),
});
/** One of ours with a condition more, which is narrower unless it is on the same argument. */
const narrowed = fc.tuple(own, argument).map(([rule, more]): Rule => ({ ...rule, args: [...(rule.args ?? []), more] }));
const call = fc.tuple(fc.constantFrom(...NAMES), fc.tuple(value, value, value));

describe("a profile against ours", () => {
  test("is accepted when it is ours, and when it allows nothing", () => {
    expect(seccompExcess(JSON.stringify(ours), ours)).toEqual([]);
    expect(seccompExcess(JSON.stringify({ ...ours, syscalls: [] }), ours)).toEqual([]);
  });
  test("is never accepted when it lets a call through that ours does not", () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(own, made, narrowed), { maxLength: 4 }),
        fc.array(call, { minLength: 20 }),
        (syscalls, calls) => {
          const given: SeccompProfile = { ...ours, syscalls };
          if (seccompExcess(JSON.stringify(given), ours).length > 0) return;
          accepted += 1;
          for (const [name, args] of calls)
            if (passes(given, name, args)) expect([name, args, passes(ours, name, args)]).toEqual([name, args, true]);
        },
      ),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
  test("is told by the calls that it lets through beyond ours", () => {
    const more = { names: ["read", "mount", "bpf"], action: "SCMP_ACT_ALLOW" };
    expect(seccompExcess(JSON.stringify({ ...ours, syscalls: [more] }), ours)).toEqual([
      "allows mount, bpf beyond the template",
    ]);
  });
});
describe("our profile", () => {
  test("lets every signal be sent but SIGSTOP, whatever stands in the bits that the kernel does not read", () => {
    const sent = Array.from({ length: 65 }, (_, signal) => signal);
    for (const high of [0, 2 ** 32, 2 ** 40])
      expect(sent.filter((signal) => !passes(ours, "tgkill", [1, 1, high + signal]))).toEqual([19]);
    for (const name of ["kill", "tkill", "rt_sigqueueinfo", "pidfd_send_signal"])
      expect(sent.filter((signal) => !passes(ours, name, [1, signal, 0]))).toEqual([19]);
  });
  test("lets every command of fcntl pass but the choice of a signal", () => {
    const commands = Array.from({ length: 1040 }, (_, command) => command);
    expect(commands.filter((command) => !passes(ours, "fcntl", [3, command, 0]))).toEqual([10]);
  });
});
