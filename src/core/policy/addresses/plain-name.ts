/**
 * The names in a path, `.` and empty ones left out, each as the least strict of file systems compares it: without case, width, marks that are not seen, a data
 * stream (`.env::$DATA`), and the dots and blanks at its end that Windows drops.
 */
export function plainParts(path: string): readonly string[] {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .map((part) => plainName(part));
}
function plainName(name: string): string {
  const folded = name
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toUpperCase()
    .toLowerCase();
  return folded.replace(/(?<=.):.*$/s, "").replace(/(?<=[^. ])[. ]+$/, "");
}
