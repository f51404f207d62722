import { z } from "zod";
import { count } from "./values.ts";

export const memory = z
  .strictObject({
    recalled: count(
      0,
      20,
      5,
      "Memories that come along into a plan, an answer or a task by themselves, where they plainly have to do with it; 0: none.",
    ),
    half_life_days: count(
      1,
      3650,
      30,
      "After so long age has taken half of what it can take from a memory's rank, which is little: of equals the newer comes first.",
    ),
    keep_days: count(1, 36_500, 365, "What nobody said or used for so long is forgotten."),
    most_per_chat: count(10, 100_000, 2000, "More than that, and the least used and oldest are forgotten."),
  })
  .prefault({})
  .describe("What is remembered between tasks. /memories shows it.");
