import { z } from "zod";

const glob = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0\\]+$/u, "must be a pattern such as config/*.secret.yml")
  .refine((text) => /[^*?/.]/u.test(text), "would be every file");

export const workspace = z
  .strictObject({
    masked_files: z
      .array(glob)
      .max(200)
      .default([])
      .meta({
        description:
          "Files of a repository that no workspace gets, besides those known to hold secrets (.env, private keys, credentials). A name means it in any folder; * and ? stay within a name, ** does not.",
        example: ["config/*.secret.yml"],
      }),
    shown_files: z
      .array(glob)
      .max(200)
      .default([])
      .meta({
        description:
          "Files that are given all the same, such as a key that the tests made for themselves. Wins over all else.",
        example: ["test/fixtures/**"],
      }),
  })
  .prefault({})
  .describe("The copy of a repository that work is done in.");
