/**
 * A secret that stands in a file of settings, and the environment variable in which it belongs; or, where that may have any name, the key of the
 * settings under which the name goes.
 */
export type InlineSecret = { readonly path: readonly string[] } & (
  | { readonly variable: string }
  | { readonly namedBy: readonly string[] }
);

const SECRET_NAME = /(?:^|[_-])(?:token|key|apikey|secret|password|passwd|passphrase|credentials?)$/iu;
const SHAPES: readonly { readonly shape: RegExp; readonly variable: string }[] = [
  { shape: /\b\d{6,12}:[A-Za-z0-9_-]{30,}/u, variable: "TELEGRAM_BOT_TOKEN" },
  { shape: /\bsk-or-[A-Za-z0-9_-]{16,}/u, variable: "OPENROUTER_API_KEY" },
  { shape: /\bsk-[A-Za-z0-9_-]{16,}/u, variable: "OPENAI_API_KEY" },
  { shape: /\bgh[a-z]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}/u, variable: "GITHUB_TOKEN" },
  { shape: /\bglpat-[\w-]{16,}/u, variable: "GITLAB_TOKEN" },
  {
    shape: /\bxox[a-z]-[\w-]{10,}|\bAKIA[A-Z0-9]{16}\b|\bAIza[\w-]{30,}|-----BEGIN [A-Z ]*PRIVATE KEY/u,
    variable: "MODEL_API_KEY",
  },
  // An address with a password in it, or with a parameter that is one.
  { shape: /^[a-z][a-z0-9+.-]*:\/\/[^/\s@]*:[^/\s@]+@/iu, variable: "HTTPS_PROXY" },
  {
    shape:
      /^https?:\/\/[^\s#]*[?&](?:[^=&#\s]*[_-])?(?:access|api|auth|client)?(?:token|key|secret|password|passwd|signature)=[^&#\s]/iu,
    variable: "MODEL_API_KEY",
  },
];

/** By the key's name, or by the look of the value wherever it stands. */
export function findInlineSecret(value: unknown, path: readonly string[] = []): InlineSecret | null {
  if (typeof value === "string") return judge(value, path);
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = findInlineSecret(inner, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}
function judge(value: string, path: readonly string[]): InlineSecret | null {
  const shaped = SHAPES.find(({ shape }) => shape.test(value));
  const [section, part, , key] = path;
  const ofServer = section === "mcp" && part === "servers";
  // What has a secret's name there is a header, and its value the name of a variable.
  const named = SECRET_NAME.test(path.at(-1) ?? "") && !(ofServer && key === "headers_env");
  if (shaped === undefined && (value === "" || !named)) return null;
  if (ofServer) return { path, namedBy: [...path.slice(0, 3), key === "command" ? "env" : "headers_env"] };
  return { path, variable: shaped?.variable ?? (section === "telegram" ? "TELEGRAM_BOT_TOKEN" : "MODEL_API_KEY") };
}
