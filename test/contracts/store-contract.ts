import type { Store } from "../../src/core/ports/store.ts";
import { describeActivity } from "./activity-contract.ts";
import { describeAttachments } from "./attachments-contract.ts";
import { describeInbox } from "./inbox-contract.ts";
import { describeMemories } from "./memories-contract.ts";
import { describeOutbox } from "./outbox-contract.ts";
import { describePeople } from "./people-contract.ts";
import { describePulls } from "./pulls-contract.ts";
import { describeRecords } from "./records-contract.ts";
import { describeSpending } from "./spending-contract.ts";
import { STATES, task } from "./store-samples.ts";
import { describeTasks } from "./tasks-contract.ts";

/** What every store promises. `open` gives an empty one, closed at the end of each test. */
export function describeStore(name: string, open: () => Promise<Store & AsyncDisposable>): void {
  describeMemories(name, open);
  describeInbox(name, open);
  describeOutbox(name, open);
  describeAttachments(name, open);
  describePeople(name, open);
  describeTasks(name, open);
  describeRecords(name, open);
  describeSpending(name, open);
  describePulls(name, async () => {
    const store = await open();
    let tasks = 0;
    return {
      pulls: store.pulls,
      newTask: async () => (await store.tasks.add(task(`pull-${(tasks += 1)}`, STATES.planned))).id,
      [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
    };
  });
  describeActivity(name, open);
}
