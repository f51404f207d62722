import * as fc from "fast-check";
import { expect, test } from "vitest";
import { INSTALL } from "../../../../test/support/approval-samples.ts";
import { plainText } from "../../../lib/blocks-text.ts";
import { instant } from "../../../lib/time.ts";
import type { Approval, ApprovalSubject } from "../../policy/approvals/approval.ts";
import { approvalHash } from "../../policy/approvals/approval-hash.ts";
import type { Task } from "../../tasks/task.ts";
import { approvalKeyboard } from "./approval-state.ts";
import { approvalBlocks, wholeSubject } from "./view-approval.ts";

const TASK = { id: 3, plan: { title: "Mend it" } } as Task;
function approval(subject: ApprovalSubject, state: Approval["state"] = { kind: "pending" }): Approval {
  const times = { askedAt: instant(0), remindAt: null, expiresAt: instant(3_600_000) };
  const hash = approvalHash(subject);
  return {
    id: 7,
    taskId: 3,
    cause: "call:0",
    hash,
    subject,
    reason: "`npm install` installs",
    risk: "medium",
    ...times,
    state,
  };
}
const shown = (one: Approval) => plainText(approvalBlocks(one, TASK, "Ada"));

test("the question says what, why, for whom, where to, with what, and how long it waits", () => {
  expect(shown(approval(INSTALL))).toMatchSnapshot();
});
test.each([
  ["approved", { kind: "approved", scope: "once" }, /waiting to be taken up/],
  ["used", { kind: "used", scope: "once", usedAt: instant(2) }, /Approved once by Ada and taken up/],
  [
    "used for the task",
    { kind: "used", scope: "task", usedAt: instant(2) },
    /needs no new question: `?npm install <package names>/,
  ],
  ["denied", { kind: "denied", words: "no new packages" }, /Denied by Ada: “no new packages”. It was not run/],
] as const)("once %s it says so, and its one button does nothing more", (_name, state, told) => {
  const decided = approval(INSTALL, { by: 1, byName: "Ada", at: instant(1), ...state });
  expect(shown(decided)).toMatch(told);
  expect(approvalKeyboard(decided).flat()).toMatchObject([{ data: "v1:approval:7:done" }]);
  // Green is what was taken up, and nothing before.
  expect(approvalKeyboard(decided)[0]?.[0]?.style === "success").toBe(state.kind === "used");
});

const text = fc.string({ unit: "binary", maxLength: 4000 });
test("nothing is cut silently: what does not fit is whole in the file, to the last character", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), text, (command, content) => {
      const one = approval({ ...INSTALL, command, content });
      const file = wholeSubject(one);
      if (file !== null) {
        expect(file).toContain(content);
        expect(file).toContain(JSON.stringify(command));
      } else expect(shown(one)).not.toContain("goes on");
    }),
  );
});
test("a replacement that needs no file is shown whole", () => {
  fc.assert(
    fc.property(text, text, (old, given) => {
      const one = approval({
        ...INSTALL,
        kind: "edit",
        tool: "edit_file",
        content: JSON.stringify([old, given, false]),
      });
      if (wholeSubject(one) === null) expect(shown(one)).not.toContain("goes on");
    }),
  );
});
test("no character is there unseen, and none turns the reading direction", () => {
  fc.assert(
    fc.property(
      text,
      fc.constantFrom("\u202E", "\u200B", "\u0000", "\u001B", "\uFEFF", "\u2066"),
      (content, hidden) => {
        const one = approval({ ...INSTALL, command: ["echo", `a${hidden}b`], content });
        expect(shown(one)).toContain(`a\\u{${(hidden.codePointAt(0) ?? 0).toString(16)}}b`);
        expect(shown(one)).not.toContain(hidden);
      },
    ),
  );
});
test.each(["merge", "pull request", "constructor", "toString", "__proto__"])(
  "a tool of somebody's own that is called %s gets the buttons and the title of what it is",
  (tool) => {
    const run = approval({ ...INSTALL, tool });
    expect(approvalKeyboard(run)[0]?.[0]?.text).toBe("Approve once");
    const call = approval({ ...INSTALL, kind: "call", tool });
    expect(approvalKeyboard(call)[0]?.[0]?.text).toBe("Approve once");
    expect(shown(call)).toContain(`call ${tool}`);
  },
);
test("what is done on the code host is said as that, under names of the table alone", () => {
  const deed = (tool: string) => approval({ ...INSTALL, kind: "deed", tool });
  expect(approvalKeyboard(deed("merge"))[0]?.[0]?.text).toBe("Merge");
  expect(approvalKeyboard(deed("pull request"))[0]?.[0]?.text).toBe("Open pull request");
  expect(approvalKeyboard(deed("constructor"))[0]?.[0]?.text).toBe("Approve once");
  expect(shown(deed("constructor"))).toContain("do something on the code host");
});
