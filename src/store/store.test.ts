import { describeStore } from "../../test/contracts/store-contract.ts";
import { openStore } from "./store.ts";

describeStore("the SQLite store", async () => openStore({ path: ":memory:" }));
