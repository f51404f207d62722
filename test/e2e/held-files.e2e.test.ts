import { describeHeldFiles } from "../contracts/held-files.ts";

describeHeldFiles("bubblewrap");
