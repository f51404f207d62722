import { describeStore } from "../../test/contracts/store-contract.ts";
import { testOutboxModel, testQueueModel } from "../../test/contracts/store-model.ts";
import { openStore } from "./store.ts";

const open = async () => openStore({ path: ":memory:" });

describeStore("the SQLite store", open);
testQueueModel(open);
testOutboxModel(open);
