import { describeRoad } from "../contracts/road.ts";

describeRoad("bubblewrap");
