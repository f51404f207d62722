/** The environment of a git that commits as this program. @param seconds since 1970, as git tells them */
export function authoredAt(seconds: number | string): Record<string, string> {
  return authored(`@${seconds} +0000`);
}
/** @param date in a form that git knows */
export function authored(date: string): Record<string, string> {
  const [name, email] = ["Sparks", "sparks@localhost"];
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}
