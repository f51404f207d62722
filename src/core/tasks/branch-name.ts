import type { Task } from "./task.ts";

/** `sparks/task-12-fix-the-cart`: at most about 60 characters, cut between words, and always a legal ref name. */
export function branchName({ id, plan }: Pick<Task, "id" | "plan">): string {
  const words =
    plan.title
      .toLowerCase()
      .normalize("NFKD")
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.reduce(
    (name, word) => (name.length + word.length < 40 ? `${name}-${word.slice(0, 40)}` : name),
    "",
  );
  return `sparks/task-${id}${slug}`;
}
