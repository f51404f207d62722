import { describeOutbox } from "./outbox-contract.ts";
import { createMemoryOutbox } from "../support/memory-outbox.ts";

describeOutbox("memory", async () => ({ outbox: createMemoryOutbox(), [Symbol.asyncDispose]: async () => undefined }));
