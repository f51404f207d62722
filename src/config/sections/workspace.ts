import { z } from "zod";

const glob = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0\\]+$/u, "must be a pattern such as config/*.secret.yml")
  .refine((text) => /[^*?/.]/u.test(text), "would be every file");

const maskedFiles = z.array(glob).max(200).default([]);
const files = z
  .strictObject({
    repository: z
      .string()
      .min(1)
      .max(100)
      .meta({ description: 'The repository\'s name; "*" means all.', example: "shop" }),
    masked_files: maskedFiles.meta({ description: "Held back there.", example: ["config/*.secret.yml"] }),
    shown_files: maskedFiles.meta({
      description: "Given there all the same. Wins over masked_files.",
      example: ["test/fixtures/**"],
    }),
  })
  .refine(({ masked_files: masked, shown_files: shown }) => masked.length + shown.length > 0, "names no files");

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
    files: z
      .array(files)
      .max(200)
      .default([])
      .describe("The same of one repository. What it says of a file holds there, whatever is said above."),
  })
  .prefault({})
  .describe("The copy of a repository that work is done in.");
