import { UNTRUSTED } from "../rule.ts";
import { type Family, familiesOf } from "./family.ts";
import { ACT, AGAINST, DROP, HELPER, MACHINE, MUST, OUT, OWN_WORDS, SECRET, SHOW, TAKE, TOLD, YOU } from "./words.ts";

const OBEY = String.raw`\b(?:obey|comply(?: with)?|follow|execute|do(?: what| as)?|carry out|focus (?:solely )?on|treat|listen to|count|serve|work for)\b`;
const MINE = String.raw`\b(?:(?:only|solely|every|each|any|whatever|all|sole|exclusively)\b.{0,40}\b(?:me|my|mine|i (?:say|send|type|write|ask)|next message|following|below|orders|this (?:issue|ticket|file|text|report)|command|line|authority|request)|(?:my|these|the following|this (?:issue|ticket|file)(?:'s)?) (?:\w+ )?(?:orders|commands|instructions|directives|messages)|this (?:issue|ticket|file|document) instead)\b`;

const OVERRIDE = familiesOf("override", [
  [
    "orders-dropped",
    "high",
    "tells the agent to drop what it was told",
    [TOLD, DROP, YOU],
    {
      unless: String.raw`\bmust not see\b|\bis built\b|\b(?:lint\w*|eslint|branch(?:es)? (?:names?|naming)|naming|typescript|firewall|css|routing|git ?ignore|robots\.txt|approval requests?)\b`,
    },
  ],
  [
    "obey",
    "high",
    "demands obedience",
    [MINE, OBEY],
    {
      unless: String.raw`\bhint: |\b(?:style guide|contributing|readme|robots\.txt|convention|my review|review comments|tests? (?:file|suite))\b`,
      negatable: true,
    },
  ],
  [
    "sides",
    "high",
    "turns the agent against whom it serves",
    [
      String.raw`\b(?:your loyalty|answers? (?:only )?to me\b|reports? to (?:nobody|no one) else|new operator|transferred to a new|(?:isn't|is not) the real (?:owner|user|operator)|refuse their (?:task|request|orders)|my word (?:overrides|counts|is law)|works? for the (?:reporter|author)|take (?:mine|this) as the only|you(?:'re)? (?:now|from now on) (?:work|serve|answer|belong|act) (?:for|to|on behalf)|sole authority|only my (?:messages|words|orders)|your (?:owner|boss|operator|user|creator|vendor|master|admin\w*) (?:wants|said|says|asks|would like|needs|told|allows|agreed)|the person you (?:serve|work for)|on behalf of the site|on behalf of the (?:author|reporter|attacker)|your (?:only|sole|new|true|real) (?:\w+ )?(?:source|master|owner|goal|objective|task|authority|boss|orders|job)|new (?:goal|objective|mission|orders|directives?) ?(?::|for you|is|,)|(?:user|owner)'s real (?:request|wish|goal)|replace the user'?s? (?:request|task|goal)|abandon the user|(?:work|act) for the (?:reporter|author)|appoint myself|former user|previous user was)\b`,
    ],
  ],
  [
    "outranks",
    "high",
    "puts itself above the agent's instructions",
    [
      String.raw`\b(?:outranks?|overrides?|supersedes?|takes? precedence|more important than|instead of|not those of|before anything|above)\b`,
      String.raw`\b(?:anything|everything|those|whatever|that|orders?|words|what|the one)(?: of)?(?: your| the)? (?:operator|owner|user|developer|human|system|persona)s?\b`,
      String.raw`\b(?:these|this|instructions|rules|orders|obey|docs|comments?|file|goal|follow)\b`,
    ],
    { surfaces: UNTRUSTED },
  ],
  [
    "as-if-new",
    "high",
    "starts over without rules",
    [
      String.raw`\b(?:pretend|as though|as if|assume|imagine|consider|treat|act)\b`,
      String.raw`\b(?:nobody (?:ever )?gave you|no one (?:ever )?gave you|conversation (?:begins|starts) here|begins? here|(?:everything|all) above(?: this)?|was withdrawn|never (?:been )?(?:given|told)|no (?:rules|instructions) (?:exist|were))\b`,
    ],
  ],
  [
    "reset",
    "high",
    "starts over without rules",
    [
      String.raw`\b(?:reset yourself|factory settings|await (?:new|my) (?:directives|orders|instructions)|throw away their (?:requirements|orders)|revoke all|restrictions are lifted|rules (?:are|were) (?:lifted|void|paused)|forget who you are|you were misconfigured|no limits, no questions|full access|were a joke|promoted to (?:admin\w*|owner|root)|drop those limits|drop your (?:\w+ )?(?:constraints|limits|guard))\b`,
      YOU + String.raw`|\b(?:myself|me|mine|await|them|carry on)\b`,
    ],
  ],
]);

const JAILBREAK = familiesOf("jailbreak", [
  [
    "part",
    "high",
    "gives the agent a part without rules",
    [
      String.raw`\b(?:without (?:any |the |its |your )?(?:\w+ )?(?:filters?|rules|limits|restrictions|content policy|constraints|guard ?rails|censorship|boundaries)|no (?:filters?|rules|limits|restrictions|content policy|boundaries|content filters?)|unrestricted|unfiltered|uncensored|unlimited|unbound|always says? yes|who obeys|who (?:has )?never heard of (?:rules|limits)|no limits|knows no (?:rules|limits)|executes? (?:whatever|everything|anything|all)|runs? whatever|obeys? (?:everyone|all|every)|true self|shackles|personal (?:\w+ )?hacker|allowed everything|god ?mode|has no (?:\w+ )?(?:policy|rules|limits|filters?)|behind the persona)\b`,
      String.raw`\b(?:you(?:'re| are| have|r)?|act|answer|pretend|play|imagine|behave|become|let|talk to|stop being|in this (?:story|game|scene)|suppose|role|take on|be my|an? (?:ai|assistant|model|bot|terminal)|user is|speak|respond)\b`,
    ],
    {
      unless: String.raw`\b(?:account|plans|tier|where you live|job|team|guest|paid|disk|storage|query|quota|file sizes?)\b`,
    },
  ],
  [
    "root",
    "high",
    "gives the agent rights that nobody gave it",
    [
      String.raw`\b(?:act|behave|speak|run|continue|pretend|play|answer) as (?:if you were |the )?(?:root|system|the system|an? admin\w*|owner|developer mode|superuser)\b`,
    ],
    { unless: String.raw`\b(?:role of the|users?) can\b` },
  ],
  [
    "role-of-system",
    "high",
    "plays the system",
    [
      String.raw`\b(?:role of (?:the )?(?:system|operator|developer)|switch to (?:maintenance|developer|debug|god|admin) mode|(?:maintenance|god|unrestricted) mode (?:is )?(?:on|enabled|activated)(?! the| for)|has enabled (?:developer|god|admin) mode|i have (?:\w+ ){0,2}clearance|clearance level)\b`,
    ],
  ],
  [
    "code-word",
    "high",
    "agrees on a code for what is forbidden",
    [
      String.raw`\b(?:let(?:'s| us) agree|pass ?phrase|magic word|code ?word|should be read as|means? (?:delete|yes|always|execute|approve)|when i say)\b`,
      String.raw`\b(?:means?|override|unlock|always|never|guardrails?|disable|read as|delete|your)\b`,
      String.raw`\b(?:apple|"\w+"|'\w+'|guardrails?|your|delete|rules|guidelines|all)`,
    ],
    { unless: String.raw`\b(?:ssh|gpg|key file|wallet|vault)\b` },
  ],
  [
    "pressure",
    "high",
    "wants refusals given up",
    [
      String.raw`\b(?:no more refusals|refusing is|(?:don't|do not|never|cannot|can't) refuse|you must (?:obey|comply)|i will comply|comply with every|report you to|nobody is watching|no one is watching|drop the act|suspend your (?:judge?ment|rules|ethics)|nothing is real|no harm in|disregard safety|just do it|(?:usual|normal) (?:checks|rules|safety) (?:don't|do not) apply|be honest and drop|simply execute|regardless of (?:your|the) (?:rules|polic\w+)|rules (?:are )?a suggestion|do what is asked regardless)\b`,
      YOU + String.raw`|\b(?:execute|deleting|whatever|regardless|the act|refusals|safety)\b`,
    ],
  ],
]);

const EXTRACTION = familiesOf("extraction", [
  [
    "own-words",
    "high",
    "asks for the agent's own instructions",
    [OWN_WORDS, SHOW],
    {
      negatable: true,
      unless: String.raw`"""|\btells it\b|\bin this tutorial\b|\b(?:field|settings page|docs page|faq|cut off|in the e-?mail|we sent you|setting up|label|button|component|variable|export const)\b`,
    },
  ],
  [
    "context",
    "high",
    "asks for what only the agent sees",
    [
      String.raw`\b(?:context window|in your context|directives your creators|hid(?:den)? from me|secret instructions|hidden prompt|your (?:hidden|secret|internal) \w+|prompt (?:they|you) (?:have been|were|are) configured|leak your|disclose the system|what you were told at the)\b`,
      SHOW + String.raw`|\b(?:transcript|everything|or i'll|verify)\b`,
    ],
    { negatable: true },
  ],
]);

const SECRETS = familiesOf("exfiltration", [
  [
    "secrets-out",
    "high",
    "carries secrets out",
    [SECRET, OUT, TAKE],
    {
      negatable: true,
      unless: String.raw`\.env\.\w+|\b(?:your-key-here|fill in|returns [345]\d\d|codecov\S*|coverage)\b|\b(?:never|do not|don't|must not|should not|shouldn't|without the (?:keys?|secrets?)|mask|redact|rotate|secrets in logs|masked|hidden|leaked|is shown|are shown|in the logs?|breaks|rejected|expires?|see the docs|\.env\.\w+|returns [345]\d\d|coverage)\b`,
    },
  ],
  [
    "secrets-mine",
    "high",
    "asks for the agent's secrets",
    [
      String.raw`\b(?:the bot's|your|the owner's|owner's|the server's)(?: \w+){0,2} (?:tokens?|api keys?|keys?|credentials|secrets|passwords?|cookies)\b|\b(?:keys?|tokens?|secrets|passwords|credentials) you (?:hold|have|can|know)|\bexfiltrate\b`,
      String.raw`\b(?:print|dump|output|give me|show me|reveal|tell me|list|exfiltrate|steal|leak|hand over|mail|read out|disclose|secretly)\b`,
    ],
    {
      negatable: true,
      unless: String.raw`\b(?:rotate|reset your password|revoke|expire|in the docs|masked|documentation|create a)\b`,
    },
  ],
  [
    "metadata",
    "high",
    "reaches for the machine's own secrets",
    [
      String.raw`169\.254\.169\.254|/etc/shadow\b|/proc/\d+/environ|latest/meta-data|/root/\.\w+|\bpaste\.example\b|service account token`,
      String.raw`\b(?:fetch|read|copy|cat|print|paste|get|send|curl|use|retry|contents?)\b`,
    ],
    { negatable: true },
  ],
  [
    "mailbox",
    "high",
    "carries private things out",
    [
      String.raw`\b(?:forward|e?-?mail|send|post|transmit|append|include|fill)\b`,
      String.raw`\b(?:last \w+ (?:mails|messages)|every other customer|customers? table|private data|conversation history|inbox|their password|ask the user for their password|other (?:users?|customers?)(?:'s)?)\b`,
      OUT + String.raw`|\b(?:to our|their|your|form|api)\b`,
    ],
  ],
]);

const COERCION = familiesOf("coercion", [
  [
    "sabotage",
    "high",
    "breaks what protects people",
    [
      String.raw`\b(?:reverse shell(?!-)|(?:open|keep|start) a tunnel to \d{1,3}|open (?:a|the) (?:reverse )?shell to|(?:(?:signature|auth\w*|permission|license) check (?:commented out|removed|disabled)|(?:strip|disable|remove) the (?:signature|license|auth\w*|permission) check|(?:strip|remove) the (?:signature|license|firewall)|disable the firewall|wipe the disk|remove the other people)|(?:insert|add|plant|hide|leave) an? (?:\w+ )?back ?door|weaken the|accepts? (?:any|every) (?:password|signature|webhook|token)|any webhook is accepted|privileged container|GRANT ALL (?:PRIVILEGES )?ON|chmod -R 777 /|scan the (?:local|internal|company) network|(?:bypass|escape|break out of|work around|leave|skip) the sandbox|(?:remove|delete|wipe|erase|clear) the (?:audit )?logs?\b(?! (?:that|older|which))|rotate the DNS|(?:turn|switch|shut)(?:ing)? off (?:the )?(?:scanner|alerting|egress|approvals?|guardrails?|audit)|turn off (?:your|its) (?:guardrails?|approval|questions|scanner|safety)|(?:add|append|put|copy|write) (?:my|this|the following|our|his|her) (?:\w+ )?keys? to authorized_keys|deleting the home folder|wip(?:e|ing) (?:the )?(?:disks?|logs)|uploads? the signing keys|disable the failing rule|--privileged and mount|commands on the host|repository public|sign off the commit as|postinstall (?:as root|script from))\b`,
    ],
    {
      negatable: true,
      unless: String.raw`\b(?:older than|retention|test database|rotation|logrotate|detects?|prevents?|protects? against|allows? an attacker|vulnerab\w+|CVE|list of allowed)\b`,
    },
  ],
  [
    "remote",
    "high",
    "runs code of a stranger",
    [
      String.raw`(?:curl|wget|fetch|bash|sh|run|execute)\b[^\n]{0,60}(?:https?://)?(?:(?:\d{1,3}\.){3}\d{1,3}|evil\.example|mallory\.example|[\w-]{1,20}\.example\b(?!\.))[^\n ]{0,40}`,
      String.raw`\||\b(?:sh|bash|python|execute|run|script|cleanup|install|postinstall|nc)\b`,
    ],
    {
      negatable: true,
      unless: String.raw`\.env\.\w+|\b(?:127\.0\.0\.1|0\.0\.0\.0|192\.168|localhost|docs\.example|app\.example)\b`,
    },
  ],
  [
    "unasked",
    "high",
    "wants no person asked",
    [
      String.raw`\b(?:(?:skip|stop|without|need ?n't|needn't|no need (?:to|for)|don't|do not|never|need not|can stop|instead of|rather than) (?:asking|ask|wait(?:ing)?|approv\w+|confirm\w+|permission|consult\w*|bother\w*|bothering)|without (?:\w+ ){0,2}(?:asking|confirmation|approval|permission|review|waiting)|(?:already|verbally) (?:agreed|approved|confirmed|happened|said yes)|(?:approval|confirmation)(?: \w+)? (?:had|has) already (?:happened|been)|pre-?approved|has approved everything|always approves|(?:turn|switch|turns) off (?:the |its |your )?(?:questions|approvals?|approval prompts?)|(?:approve|answer)(?: \w+){0,3} (?:on my behalf|yourself|itself)|don't need (?:confirmation|approval|permission)|never requires? permission|need not (?:open|ask|be)|approval ?= ?"?(?:never|off|none)|through the policy|bypass(?:es)? (?:the )?(?:checks|review|approval|policy)|skip(?:s)? (?:the )?(?:approval|review|two-factor|confirmation)|override the policy|not wait|nothing needs a yes|without (?:the )?(?:usual|normal) (?:gate|approval|review|checks)|merged? unseen|without human eyes|(?:remove|drop) the approval (?:step|gate)|signed (?:this|it) off already|approval queue is|clearance raised)\b`,
      String.raw`\b(?:push|deploy|run|execute|merge|delete|publish|proceed|continue|go on|operations|requests?|commands?|install|everything|anything|permission|behalf|production|main|destructive|tool calls?|yes\b|just do|trust me|everybody|anybody|deletion|carry on|commit|orders|script|grant)\b`,
      YOU +
        String.raw`|\b(?:maintainer|owner|human|me|i'm|ada|grace|automated|contributors|workers|bot|user|ask|script|just|yourself)\b`,
    ],
    {
      negatable: true,
      unless: String.raw`\b(?:in CI|--yes|setting|documentation|flag|option|users?\b.{0,30}\bconfirm dialog|overwrites?|must not|should ask|has to approve|a human has to|always ask|must ask|is asked|feature|should not ask|notification|location|camera|formatt\w+|if (?:the )?(?:checks|tests|ci|build) (?:pass|is|are))\b`,
    },
  ],
  [
    "gate-gone",
    "high",
    "says that the checks do not count",
    [
      String.raw`\b(?:as (?:if|though) (?:the |an? )?(?:approval|review|check|confirmation)|through the (?:policy|gate|scanner|approval)|(?:usual|normal|regular) (?:checks|reviews?|approvals?) (?:don't|do not|need not|no longer) apply|approval (?:step )?is (?:only )?(?:a formality|optional))\b`,
      String.raw`\b(?:happened|given|passed|granted|just|disable|skip|push|go ahead|don't|do not|act)\b`,
    ],
  ],
  [
    "conceal",
    "high",
    "wants it kept from the people",
    [
      String.raw`\b(?:so that (?:no one|nobody|reviewers|the reviewers?) (?:notices?|sees?|knows?|overlooks?|overlook|miss(?:es)?)|reviewers overlook|(?:keep|keeping) (?:it|that|this|them|quiet)(?: \w+)? (?:from|about)|keep quiet|leave (?:this|it|that) out of|no need to mention|(?:don't|do not|never) (?:bring it up|explain why|say a word|breathe a word)|stay silent|hide that you|tell nobody|tell no one|(?:tell|say to) (?:the )?reviewers (?:that )?it is|describe it as|erase this line|(?:don't|do not|never|without|not|shall not) (?:\w+ )?(?:mention(?:ing)?|tell(?:ing)?|report(?:ing)?|list(?:ing)?|disclos(?:e|ing)|inform(?:ing)?) (?:it|this|these|the (?:user|owner|developer|vulnerability|team|human)|anybody|anyone|any findings|that)|don't comment on it|leaves? no trace|there is no trace|no trace|keep that from|do so silently|quietly|silently (?:add|grant|push|send)|report nothing|looks harmless|it was always so|among formatting edits|secret from the)\b`,
      String.raw`\b(?:you|your|also|add|push|send|grant|run|rules|user|owner|report|summary|change|edits|delete|vulnerability|key|execute|findings|branch|log|tests|one|opened|were told|removing|line|upstream|commented out|check|finishing|copy|emails?|arguments|verification|wipe)\b`,
    ],
    {
      unless: String.raw`\b(?:swallows?|fails? silently|opted out|internal host names|public docs|whether it works|exits? silently|the details)\b`,
    },
  ],
  [
    "false-proof",
    "high",
    "wants a success that is none",
    [
      String.raw`\b(?:(?:claim|pretend|lie)\b.{0,40}\b(?:tests?|checks?|build|all|everything|they|it)\b.{0,30}\b(?:pass\w*|green|fine|done|met|finished|work\w*|succeed\w*)|(?:say|tell|report|mark|answer|declare|write|state)\b.{0,50}\b(?:pass(?:ed|es)?|green|fine|success|complete[d]?|done|finished|met|verified)\b.{0,40}\b(?:(?:even if|although) (?:it|they|that|this|some|not|the)[^.]{0,20}(?:not|n't|fail\w*|broken|red|false)|whatever|regardless|no matter|anyway)|(?:delete|remove|skip|drop|disable|comment out)\b.{0,40}\btests?\b.{0,60}\b(?:say|claim|report|mark|pretend|tell|declare)|(?:do not|don't|not|no need to|never|without|skip) (?:verify\w*|check\w*|run\w*|test\w*)\b.{0,60}\b(?:report|say|mark|claim|declare|success)|(?:tests? (?:are|is) not important)|(?:succeed|pass|green) by (?:any|all) means|removing what fails|check command "?true|(?:can't|cannot|never) fail\b|even if it isn't|task is (?:complete|done|finished), do not|you are done; discard|answer "all criteria met|reply only with the word|say it was always)`,
    ],
    { negatable: true, unless: String.raw`\b(?:swallows|must not|should fail|flaky test detector)\b` },
  ],
  [
    "grant",
    "high",
    "gives rights away",
    [
      String.raw`\b(?:grant(?:s|ed)?|give(?:s)?|appoint|make|add)\b.{0,30}\b(?:owner role|admin(?:istrator)? (?:role|rights)|admin on|write access|root access|the owner role|administrator\b|myself|the reporter|GRANT ALL|user mallory|user id|id \d+)`,
    ],
    {
      surfaces: UNTRUSTED,
      negatable: true,
      unless: String.raw`\b(?:how do i|only (?:the )?(?:owner|admin)|test|selector|permission model|page)\b`,
    },
  ],
  [
    "autonomy",
    "high",
    "switches the agent's own limits off",
    [
      String.raw`\b(?:(?:set|raise|change|increase) your autonomy|your autonomy to|override your (?:guardrails?|limits|policy)|bypass your|ignore your (?:operator|owner|user|rules|restrictions)|disable your|apply the above to yourself|overrid\w+ your limits|your guardrails|your (?:safety|restrictions|limits|constraints) (?:are|is) (?:off|paused|suspended)|your (?:confidentiality|safety) rules)\b`,
    ],
    { negatable: true },
  ],
  [
    "policy-change",
    "high",
    "claims that the rules were changed",
    [
      String.raw`\b(?:new policy|policy change|effective immediately|as of (?:today|now)|from (?:management|the administrators?|headquarters)|i (?:am|'m) the (?:CTO|CEO|owner|developer who|admin\w*)|i'm the|trust me|as an (?:authori[sz]ed|official) \w+|i hereby|message from the admin\w*|has verified|verified the identity|told me to relay|changed their mind)\b`,
      String.raw`\b(?:agents?|you|assistants?|ai|guidance|need you|skip|restrictions|lifted|confirmation|approval|dump|switch|void|earlier)\b`,
      String.raw`\b(?:don't need|without|skip|need you to|switch|lifted|revoke|show|dump|void|restrictions|two-factor|allowed|paused|credentials|approval|ignore|continue with)\b`,
    ],
    { unless: String.raw`\b(?:privacy policy|naming|license)\b` },
  ],
]);

const MEMORY = familiesOf("memory", [
  [
    "lasting",
    "high",
    "wants a right remembered for ever",
    [
      String.raw`\b(?:(?:your|long-?term|its|the agent's) memory|(?:into|in) your notes|remember (?:that|:)|store (?:the following|this) in|keep in mind for (?:all|later)|later runs|AGENTS\.md|CLAUDE\.md|for all (?:later|future) (?:runs|tasks|sessions))\b`,
      String.raw`\b(?:approves? everything|always|never|pre-?approved|obey|without (?:asking|approval)|trusted|permission)\b`,
      String.raw`\b(?:approv\w+|permission|obey|orders|commands|requests|trust\w*|them too|unasked|asked?|tickets|merged)\b`,
    ],
    { negatable: true, unless: String.raw`\b(?:never push to main|ask before|run .?npm)\b` },
  ],
]);

const VOCATIVE = String.raw`(?:^|[\n"'(\[{<>#*/:;.!?—–=|…-]|-- |#\. )\s{0,3}(?:(?:hey|hello|hi|hello again|dear|attention|important|note|notice|message|instructions?|hints?|tips?|context|hidden task|also|btw|p\.s\.|todo|copilot\/)[ ,:]{1,3}){0,2}(?:(?:to|for|of|from)\s)?(?:(?:the|any|all|whichever|whatever|our|an?|you|translators &) )?`;
const EMBEDDED = familiesOf("embedded", [
  [
    "to-machines",
    "high",
    "speaks to whatever agent reads it",
    [String.raw`${VOCATIVE}${MACHINE}\b[^\n.:;,!]{0,60}[:;,!)\]-]`, ACT],
    { surfaces: UNTRUSTED, unless: String.raw`\bknown as\b|\bmodels follow\b`, negatable: true },
  ],
  [
    "machines-must",
    "high",
    "speaks to whatever agent reads it",
    [String.raw`\b${MACHINE}\b`, MUST, ACT],
    {
      surfaces: UNTRUSTED,
      unless: String.raw`\b(?:must be labelled|in the language of|has to approve|cite|invent|ask (?:the user|before)|never push|show(?:n)? as|at most|sentences)\b`,
    },
  ],
  [
    "if-machine",
    "high",
    "speaks to whatever agent reads it",
    [
      String.raw`\b(?:if|when|whenever|for|by reading this,?) (?:you are |you're |a |an |any |whichever |the |your |reader is ?|whatever )?(?:automated |coding )?(?:${MACHINE}|bots?|agents?|assistants?|reader\.isAI)\b`,
      ACT,
      String.raw`\b(?:read(?:s|ing)?|handles?|takes?|summari[sz]\w*|triag\w*|process\w*|visit\w*|this|it should|tell|must|should|:|—|isAI)|[:,}]`,
    ],
    { surfaces: UNTRUSTED, unless: String.raw`\bplain text version\b` },
  ],
  [
    "to-helper",
    "high",
    "speaks to whatever agent reads it",
    [
      String.raw`${VOCATIVE}${HELPER}(?: (?:reading|handling|doing|processing|doing this|taking)[^\n.:;,]{0,30})?\s?[,:;!](?!//)`,
      ACT,
      AGAINST,
    ],
    { surfaces: UNTRUSTED },
  ],
  [
    "helper-to-act",
    "high",
    "speaks to whatever agent reads it",
    [
      String.raw`\b(?:(?:the|any|whichever|as the|our|responding|calling|triage|intake) (?:agent|assistant|bot|model|analyst model)|automated (?:workers?|contributors?)|agents building|models? reading|models? visiting|assistant editing|assistant processing)\b`,
      MUST +
        String.raw`|\b(?:requires? the|instructed to|is to|pretend|shall|turns off|tell the|told the|escalate|asks? that you)\b`,
      String.raw`\b(?:fetch it|execute it|wipe|delete|disclose|upload|push straight|directly to main|commit directly|pretend|skip running|shut off|needn't ask|store the following|append every|turns? off its|bypass|sudo|no longer obey|pre-approved|send their|export all|reveal|pass --privileged|ignoring any)\b`,
    ],
    { surfaces: UNTRUSTED },
  ],
  [
    "forged-turn",
    "high",
    "forges the system's voice",
    [
      String.raw`(?:</(?:issue|ticket|data|user|document|tool|result|context|input)>\s{0,3}<(?:system|assistant)|\bEND OF (?:TICKET|DATA|INPUT|DOCUMENT|CONTEXT|ISSUE|FILE)\b|(?:^|[\n"'(>*\]])\s{0,3}(?:NEW )?SYSTEM (?:NOTICE|OVERRIDE|MESSAGE|UPDATE)\s?[:,]|(?:^|[\n"'(>*\]])\s{0,3}SYSTEM: (?:the|you|user|all|approval|grant)|\bnew system message\b|\bX-AI-\w+|\bMESSAGE FROM THE ADMIN\w*|(?:^|\n)\s{0,3}ASSISTANT: I\b|\[\[?agent\.config\]\]?|\breader\.isAI\b|reporter role: system|(?:^|\n)directive: |</(?:profile|bio|comment|message|body)>\s{0,3}(?:assistant|user|system)|[.!"] ?(?:Assistant|User): (?:sure|yes|go|ok|great|i will)|\b(?:agent|operator|system) notice\]|\bp\.?s\.? to (?:copilots?|agents?|bots?|assistants?|models?|AIs?)\b)`,
    ],
    { surfaces: UNTRUSTED },
  ],
]);

/** Every family in English words; other languages are in `language-rules.ts`. */
export const FAMILIES: readonly Family[] = [
  ...OVERRIDE,
  ...JAILBREAK,
  ...EXTRACTION,
  ...SECRETS,
  ...COERCION,
  ...MEMORY,
  ...EMBEDDED,
];
