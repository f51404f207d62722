import { plainParts } from "../addresses/plain-name.ts";

/** Folders whose whole content is somebody's keys. */
const FOLDERS = /(^|\/)(\.ssh|\.gnupg|\.password-store|\.secrets?|\.aws\/(sso|cli)|\.config\/(gcloud|gh|op))(\/|$)/;
/** By the end of the path; what a copy of it is called (`.bak`, `~`) is cut off before. */
const FILES: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(^|\/)(\.envrc|\.flaskenv|\.dev\.vars)$/, what: "settings with secrets" },
  { pattern: /(^|\/)id_(rsa|dsa|ecdsa|ed25519|xmss)(_sk)?([._-][^/]*)?$/, what: "a private key" },
  {
    // beside those who make such keys, as `generate_rsa_key` does
    pattern:
      /(^|\/)(?!(add|check|create|gen|generate|install|make|new|rotate)[_-])([^/]*[._-])?((rsa|dsa|ecdsa|ed25519)_key|deploy[_-]?key)$/,
    what: "a private key",
  },
  {
    pattern: /\.(key|p12|pfx|pkcs12|p8|pk8|ppk|jks|jceks|keystore|bks|kdbx?|keytab|agekey|ovpn|keychain(-db)?)$/,
    what: "a private key",
  },
  {
    pattern: /(^|\/)(secring\.[^/]+|[^/]*(priv|secret)[^/]*\.(asc|gpg|pgp|der)|key4\.db|wallet\.dat)$/,
    what: "a private key",
  },
  {
    pattern:
      /(^|\/)(\.npmrc|\.pypirc|[._]netrc|\.git-credentials|\.pgpass|pgpass\.conf|\.my\.cnf|\.mylogin\.cnf|\.s3cfg|\.boto|\.dockercfg|\.dockerconfigjson|\.databrickscfg|\.terraformrc|\.vault[-_]token|\.?vault[-_]pass(word)?(\.txt)?|\.?rclone\.conf|\.msmtprc|\.fetchmailrc|\.ftpconfig|sftp-config\.json|\.htpasswd|htpasswd|\.?kubeconfig|[^/]+\.kubeconfig)$/,
    what: "somebody's credentials",
  },
  {
    pattern:
      /(^|\/)(\.aws\/(credentials|config)|\.docker\/config\.json|\.kube\/config|\.oci\/config|\.cargo\/credentials(\.toml)?|\.gem\/credentials|(\.composer|composer)\/auth\.json|\.m2\/settings(-security)?\.xml|\.gradle\/gradle\.properties|\.terraform\.d\/credentials\.tfrc\.json|\.azure\/(accesstokens|azureprofile|msal_token_cache)\.[^/]+|\.config\/(hub|git\/credentials|containers\/auth\.json|doctl\/config\.yaml|glab-cli\/config\.yml)|\.local\/share\/[^/]+\/auth\.json|\.fly\/config\.yml|\.vscode\/sftp\.json|\.snowsql\/config)$/,
    what: "somebody's credentials",
  },
  {
    pattern:
      /(^|\/)([^/]*credentials\.(json|ya?ml|toml|csv|xml|ini|properties|txt|db)|\.credentials|client_secrets?[^/]*\.json|[^/]*service[-_]?account[^/]*\.json|[^/]*firebase-adminsdk[^/]*\.json|gcp[-_]key[^/]*\.json|gha-creds-[^/]*\.json|keyfile\.json)$/,
    what: "somebody's credentials",
  },
  {
    pattern:
      /(^|\/)\.?secrets?([._-](prod|production|staging|stage|dev|development|local|test|qa|live|private))?\.(ya?ml|json|toml|ini|properties|xml|env|tfvars|auto\.tfvars|plist|txt)$/,
    what: "settings with secrets",
  },
  {
    pattern:
      /(^|\/)\.?secrets?\/(prod|production|staging|stage|dev|development|local|test|qa|live|private|secrets?|tokens?|passwords?|api[_-]?keys?)\.(ya?ml|json|toml|ini|properties|xml|plist|txt)$/,
    what: "settings with secrets",
  },
  {
    // one a file, as containers are given them; where code lies, a text is one that the code reads
    pattern:
      /^(?!(.*\/)?(src|lib|tests?|__tests__|specs?|docs?|examples?|fixtures|testdata)\/)(.*\/)?secrets\/(?!(readme|licen[cs]e|notice|changelog|requirements|constraints|cmakelists)[^/]*$)[^/]+\.txt$/,
    what: "settings with secrets",
  },
  { pattern: /\.tfvars(\.json)?$|(^|\/)local\.settings\.json$|(^|\/)\.env\.d\/./, what: "settings with secrets" },
  { pattern: /\.tfstate(\.[^/]+)?$/, what: "a state with secrets" },
  {
    pattern:
      /(^|\/)(\.(bash|zsh|sh|ash|dash|ksh|csh|tcsh|fish|python|node_repl|irb|pry|psql|mysql|sqlite|rediscli|mongo|dbshell|r)_?(history|hist)|\.histfile|\.history|fish_history|\.zhistory|\.rhistory|\.lesshst|\.viminfo|consolehost_history\.txt)$/,
    what: "somebody's history",
  },
];
/** What is made to be seen though its name has a secret's form. */
const TEMPLATE =
  /[._-](example|sample|template|dist)$|[._-](example|sample|template|dist)\.[a-z0-9]+$|(^|[/._-])(example|sample|template|dist)\.tfvars(\.json)?$/;
const ENV_TEMPLATE =
  /(^|\/)(\.env([._-][^/]*)?[._-](example|sample|template|dist)|(example|sample|template|dist)\.env|[^/]*[._-](example|sample|template|dist)\.env)$/;
const SOURCE =
  /\.(tsx?|[cm][jt]s|jsx?|py|go|rs|rb|java|kt|cs?|cpp|h|hpp|swift|php|scala|ex|exs|md|mdx|rst|html|css|scss|vue|svelte|snap|pub|gitkeep)$/;
const COPY =
  /(~|#|\.(bak|backup|old|orig|save|saved|copy|tmp|temp|swp|swo|swx|rej|\d+)|[ _-](copy|backup|old)|[ ]?\(\d+\))$/;

/** The rules as text: another text, other rules. */
export const SECRET_RULES: string = [
  FOLDERS,
  ...FILES.map(({ pattern }) => pattern),
  TEMPLATE,
  ENV_TEMPLATE,
  SOURCE,
  COPY,
]
  .map(String)
  .join("\n");

/** What a file of this name holds that nobody may see or change; undefined when nothing is known of it. */
export function secretOf(path: string): string | undefined {
  const whole = plainParts(path).join("/");
  if (FOLDERS.test(`${whole}/`)) return "a folder of keys";
  return judged(whole) ?? judged(withoutCopy(whole));
}
function judged(path: string): string | undefined {
  if (isEnvironment(path)) return ENV_TEMPLATE.test(path) ? undefined : "settings with secrets";
  // source by its ending, and the passwords of a database by what everybody writes into it
  if (/(^|\/)wp-config\.php$/.test(path)) return "settings with secrets";
  if (SOURCE.test(path) || TEMPLATE.test(path)) return undefined;
  if (path.endsWith(".pem")) return isPrivatePem(path) ? "a private key" : undefined;
  if (/pub(lic)?([._-]?key)?\.(key|asc|gpg)$|(^|\/)debug\.keystore$/.test(path)) return undefined;
  return FILES.find(({ pattern }) => pattern.test(path))?.what;
}
function isEnvironment(path: string): boolean {
  return /(^|\/)\.env([._-][^/]*)?$/.test(path) || /(^|\/)[^/]+\.env$/.test(path);
}
/** A PEM file that is not plainly a certificate or a public key may hold a private one. */
function isPrivatePem(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/priv|secret/.test(name)) return true;
  if (/pub/.test(name)) return false;
  return /key/.test(name) || !/cert|crt|chain|bundle|dhparam|root|crl|csr|(^|[._-])ca([._-]|$)/.test(name);
}
function withoutCopy(path: string): string {
  let name = path.replace(/(^|\/)(?:\.#|#)([^/]+)$/, "$1$2");
  for (let cut = name.replace(COPY, ""); cut !== name; cut = name.replace(COPY, "")) name = cut;
  // vim keeps its swap file of `id_rsa` as `.id_rsa.swp`
  return name === path ? name : name.replace(/(^|\/)\.(id_[^/]+|[^/]+\.(?:key|pem))$/, "$1$2");
}
