import type { Store } from "../../src/core/ports/store.ts";
import { describeActivity } from "./activity-contract.ts";
import { describeAttachments } from "./attachments-contract.ts";
import { describeInbox } from "./inbox-contract.ts";
import { describeMemories } from "./memories-contract.ts";
import { describeOutbox } from "./outbox-contract.ts";
import { describePeople } from "./people-contract.ts";
import { describeRecords } from "./records-contract.ts";
import { describeSpending } from "./spending-contract.ts";
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
  describeActivity(name, open);
}
