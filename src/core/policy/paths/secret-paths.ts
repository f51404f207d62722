import { secretOf } from "../commands/secret-names.ts";
import { lettersOf, PIECES } from "./notable.ts";

/**
 * File names that a person is asked about although no guard hides them: they often hold keys, tokens or passwords. Lower case.
 */
const SECRET_NAMES: readonly RegExp[] = [
  /^\.(yarnrc|token|secrets?|credentials)$/,
  /^\.yarnrc\.yml$/,
  /^\.\w+_history$/,
  /\.(pem|key|p12|pfx|jks|keystore|kdbx|ppk|gpg|asc|tfstate|tfvars|pkcs12|ovpn)(\.(bak|backup|old|orig))?$/,
  /^(credentials?|secrets?|passwords?|tokens?|apikeys?|api[_-]keys?)(\.(json|ya?ml|toml|xml|txt|ini|cfg|conf|properties|db|csv|env|bak))?$/,
  /^(service[_-]?account|gcp|firebase-adminsdk|client_secrets?)[\w-]*\.json$/,
  /^(shadow|gshadow|sudoers|authorized_keys|known_hosts|kubeconfig|wp-config\.php|config\.toml)$/,
];
/** Examples of the above that are made to be read. */
const EXAMPLES = /\.(example|sample|template|dist|defaults?|schema)(\.\w+)?$|^example\.env$|\.pub$/;
const SECRET_FOLDERS =
  /(^|\/)(\.ssh|\.aws|\.gnupg|\.kube|\.docker|\.azure|\.gcloud|\.config\/gcloud|\.config\/gh|\.password-store|secrets|\.secrets)(\/|$)/;
const GIT_SECRETS = /(^|\/)\.git\/(config|credentials|.*\/config)$/;
/** Settings of a build tool that share their name with one that holds keys. */
const ORDINARY = /(^|\/)\.cargo\/config\.toml$/;

/**
 * Does this path lead to a secret, going by names alone?
 * @param path relative or absolute; with `glob`, a pattern as a shell reads it
 */
export function isSecretPath(path: string, glob: boolean): boolean {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf("/") + 1);
  if (glob && /[*?[]/.test(lower)) return patternHitsSecret(lower);
  if (secretOf(path) !== undefined) return true;
  if (ORDINARY.test(lower) || EXAMPLES.test(name)) return false;
  return SECRET_FOLDERS.test(lower) || GIT_SECRETS.test(lower) || SECRET_NAMES.some((secret) => secret.test(name));
}

/** Names that a pattern is tried on. Those that end in a word of their own are only meant when part of them is spelled out. */
const SAMPLES = [
  ...[".env", ".env.local", ".env.production", ".envrc", "prod.env", ".netrc", ".npmrc", ".pypirc", ".pgpass"],
  ...[".git-credentials", ".bash_history", ".ssh", ".aws", ".gnupg", ".kube", ".docker", ".secrets", ".htpasswd"],
  ...["id_rsa", "id_ed25519", "id_ecdsa", "server.pem", "server.key", "server.p12", "server.pfx", "server.jks"],
];
const WORDS = [
  "credentials.json",
  "secrets.yml",
  "secrets.yaml",
  "secrets.json",
  "secrets.toml",
  "service-account.json",
];
const MAX_STARS = 10;
function patternHitsSecret(pattern: string): boolean {
  const segments = pattern.split("/");
  const path = segments.slice(0, -1).join("/");
  if (SECRET_FOLDERS.test(path)) return true;
  return segments.some((segment, at) => {
    const last = at === segments.length - 1;
    if (!/[*?[]/.test(segment)) return last && isSecretPath(pattern, false);
    const spelled = lettersOf(segment);
    if (spelled === "" && !segment.startsWith("[") && !segment.startsWith("?")) return false;
    // Many stars would keep a matcher busy for ever, and nobody writes them to be understood.
    if (segment.replaceAll(/\*+/g, "*").split("*").length > MAX_STARS) return true;
    const matcher = globMatcher(segment.replaceAll(/\*+/g, "*"));
    const named = SAMPLES.some((sample) => matcher.test(sample) && !(spelled === "" && !sample.startsWith(".")));
    return named || (/[a-z]{3}/.test(spelled.replace(/\.\w+$/, "")) && WORDS.some((word) => matcher.test(word)));
  });
}
/** A shell's pattern as a regular expression: a leading dot is only matched by a dot. */
function globMatcher(pattern: string): RegExp {
  const source = pattern.replaceAll(PIECES, (piece) => {
    if (piece === "*") return "[^/]*";
    if (piece === "?" || /^\[.*\]$/.test(piece)) return piece === "?" || /[:.=]/.test(piece) ? "." : bracket(piece);
    return piece.replaceAll(/[.+^${}()|\\[\]]/g, "\\$&");
  });
  return new RegExp(`^${pattern.startsWith("*") ? "(?!\\.)" : ""}${source}$`);
}
/** Ranges are kept; whatever a regular expression would stumble over stands for any character. */
function bracket(piece: string): string {
  return /^\[!?[a-z0-9_-]+\]$/.test(piece) && !/[^\w]-|-[^\w\]]/.test(piece.slice(1)) && isOrdered(piece)
    ? piece.replace("[!", "[^")
    : ".";
}
function isOrdered(piece: string): boolean {
  return [...piece.matchAll(/(\w)-(\w)/g)].every(([, from = "", to = ""]) => from <= to);
}
