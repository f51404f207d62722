/** Pieces of patterns that several rules share. Each is a group of its own. */

/** Up to `most` characters of the same sentence: a full stop inside a name or an address does not end it. */
export function gap(most: number): string {
  return String.raw`(?:[^\n.!?]|[.!?](?![ \n"']|$)){0,${most}}?`;
}

/** What an agent was told before: needs a word such as "previous" or "your" before it to mean anything. */
export const ORDERS = String.raw`(?:(?:system |initial |hidden |secret |safety |security |content |internal |original |base |core )?(?:instructions?|directions?|directives?|rules?|guidelines?|guidance|guardrails?|prompts?|orders?|commands?|polic(?:y|ies)|restrictions?|constraints?|programming|training|safeguards?|conditioning|limitations?|mandates?|messages?|context|conversation|requests?|settings|protocols?|safety)(?! (?:cache|pipeline|block|blocks|pointer|set|sets|count|decode|decoder|page|pages|manual|file|files|fetch|id|ids|object|objects|type|header|headers|body|queue|line|lines)\b))`;
export const AGENTS = String.raw`(?:(?:AI|A\.I\.|LLM|GPT|automated|autonomous|coding|artificial intelligence)(?:[- ](?:coding|based|powered|code|review|developer))?[- ](?:agents?|assistants?|models?|bots?|tools?|systems?|reviewers?|crawlers?|summari[sz]ers?|developers?|copilots?|readers?|chatbots?|engineers?|programmers?)|AIs?|LLMs?|(?:large )?language models?|chatbots?|copilots?|chatgpt|gpt(?:-\d\w?)?|claude(?: code)?|gemini|codex|cursor|grok|(?:the |this |your |coding |reviewer |review |triage |engineer |release |automated )?(?:agents?|assistants?|bots?)|machine readers?|(?:reviewer|language) models?)`;
/** The same, of which it is certain that no human agent or assistant is meant. */
export const CERTAIN_AGENTS = String.raw`(?:(?:AI|LLM|automated|autonomous|coding)[- ](?:(?:coding|review|developer) )?(?:agents?|assistants?|models?|bots?|systems?|reviewers?|crawlers?|summari[sz]ers?|developers?|chatbots?|engineers?)|AIs?|artificial intelligences?|LLMs?|(?:large )?language models?|chatbots?|chatgpt|gpt|claude|copilots?|codex|gemini|machine readers?|(?:coding |reviewer |triage |release |engineer )(?:agents?|assistants?|bots?|models?))`;

export const SECRET_FILES = String.raw`(?:\.env(?!\.(?:example|sample|test|template|dist))(?![\w-])(?: file)?|~?[\w/.]{0,30}\.ssh/(?:id_(?!\w{2,10}\.pub\b)\w{2,10}|authorized_keys)|\bid_(?:rsa|ed25519|ecdsa)\b(?!\.pub\b)|~/\.ssh(?![\w/])|~?/?(?:root/|home/\w{1,20}/)?\.aws/credentials|(?:~|/root)?/?\.(?:netrc|npmrc|pypirc|pgpass|git-credentials)\b|/etc/(?:shadow|passwd)|(?:config/)?secrets\.(?:ya?ml|json|toml|txt)|(?:[\w~./-]{1,40}/)?hosts\.yml|\.cursor/mcp\.json|\.kube/config|/proc/self/environ)`;
export const ENVIRONMENT = String.raw`(?:env(?:ironment)?[ -]var(?:iable)?s?|(?:the |your |whole |entire )environment|process\.env|os\.environ|gh auth token|printenv|\$\(env\))`;
export const SECRET_WORDS = String.raw`(?:secrets?|(?:access |secret |api |auth |github |bearer |production |bot )?tokens?|credentials?|passwords?|passphrases?|api[- ]?keys?|private keys?|ssh keys?|secret keys?|deploy(?:ment)? (?:keys?|tokens?)|webhook secrets?|authorization headers?|session cookies?|document\.cookie|[A-Z]{2,20}_(?:[A-Z]{2,20}_)?(?:TOKEN|KEY|SECRET|PASSWORD))`;
export const SECRETS = `(?:${SECRET_FILES}|${ENVIRONMENT}|${SECRET_WORDS})`;
/** What is private without being a key. */
export const PRIVATE = String.raw`(?:(?:the |this |your |our |full |entire |whole |previous |user'?s? )+(?:conversation|chat history|messages?|user messages|prompt|system prompt|source code|repository|code base|diffs?|e-?mail addresses|files?|contents?)|copy of (?:each|every|all|the) \w+|(?:the |our |all )?(?:customer|client|employee|personal|user) (?:database|records|data|details|e-?mails|addresses)|(?:the |our )(?:whole |production )?database|all (?:messages|files|e-?mails)(?: \w+)?|each diff)`;
/** Where things go that should stay. */
export const AWAY = String.raw`(?:https?://|wss?://|ftp://|[\w.+-]{1,40}@[\w-]{1,40}\.\w|(?:the |this |a |an |our |my |following )*(?:webhook|attacker|remote server|external server|our server|paste(?:bin)?\b)|[\w-]{1,30}\.example\b|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})`;
/** Where others can read what was put there. */
export const PUBLIC = String.raw`(?:(?:the|this|a|an|your|in|final) ){0,3}(?:pull request|PR\b|merge request|issue|ticket|thread|comments?|answers?|reply|replies|response|description|output\.txt|keys\.txt|build\.log|logs?\b|branch|commit message|console|summary|chat|URL|poem|artefacts?|artifacts?|page|repository|channel|group|(?:test )?fixtures?)`;
export const SEND = String.raw`(?:send|sends|sending|post|posts|posting|upload|uploads|uploading|e?-?mail|emails|forward|forwards|transmit|exfiltrate|leak|submit|deliver|push|pushes|ship|copy|copies|publish|export|report|pipe|paste|move)`;
export const PUT = String.raw`(?:put|include|append|attach|add|insert|embed|write|commit|print|paste|post|pass|copy|encode|store|save|collect|leave|place|export|expose|repeat|share)`;
export const CONSENT = String.raw`(?:approvals?|confirmations?|permissions?|consent|authori[sz]ation|review(?:ing)?|sign-?off|acknowledgement|approvl|oversight)`;
export const PEOPLE = String.raw`(?:(?:the |your |any |its |their |our |all |every )?(?:users?|humans?|owners?|operators?|maintainers?|reviewers?|developers?|admins?|administrators?|person|people|requester|team)|anyone|anybody|someone|them)`;
