import { rulesOf } from "../rule.ts";
import { gap } from "../vocabulary.ts";

const BE = String.raw`(?:you are|you're|you will (?:be|become|act as)|act (?:as|like)|acting as|become|play(?: the role of)?|pretend(?: that)?(?: you are| to be)?|imagine(?: that)?(?: you are| being)?|role-?play(?: as)?|simulate|respond as|answer as|behave (?:as|like)|be (?=an?\b)|transform into|speak as|stay in character as|emulate)`;
const WITHOUT_RULES = String.raw`(?:unrestricted|unfiltered|uncensored|unlimited AI|amoral|unethical|immoral|jailbroken|unaligned|lawless|without (?:any |all )?(?:\w+ )?(?:restrictions?|limits|limitations|filters?|rules|guidelines|ethics|morals|censorship|safety|constraints|guardrails|refusal|polic\w+)\b(?! (?:on|for|in|of)\b)|(?:has|have|with|having|there are|obeys) no (?:\w+ )?(?:restrictions?|limits|limitations|filters?|rules|guidelines|ethics|polic\w+|constraints|refusals|safety)\b(?! (?:on|for|in|of)\b)|free (?:of|from) (?:all|any|every) (?:\w+ )?(?:polic\w+|restrictions?|rules|filters?|limits|constraints|guidelines)|never refuses?|no refusals|can do anything|no (?:moral|ethical) )`;

export const JAILBREAK_RULES = rulesOf("jailbreak", [
  ["persona", "high", "gives the agent a part without rules", String.raw`\b${BE}\b${gap(60)}\b${WITHOUT_RULES}`],
  [
    "known-persona",
    "high",
    "names a known jailbreak",
    String.raw`\bdo anything now\b|\b(?:you are|you're|act as|become|be|called|named|as|pretend to be|into)(?: now| an?)?(?: amoral AI called)? (?:DAN|STAN|DUDE|AIM|KEVIN|EvilGPT|EvilBot|FreeGPT|ChaosGPT|WormGPT|FraudGPT|BetterDAN|Mongo Tom|ShellBot|GodMode(?:GPT)?)\b|\bDAN (?:has|can|does|will|mode|is)\b`,
    { exact: true },
  ],
  [
    "now-someone",
    "medium",
    "gives the agent another identity",
    String.raw`\b(?:from (?:now on|this (?:moment|point)(?: on| forward)?|here on)|henceforth|starting now|now),? you (?:are|will be|will act|shall act|must act|act|behave|will only|must obey|obey|will answer|shall)\b|\byou are now (?:an? |the )?(?:\w{2,20} )?(?:\w{0,12}(?:bot|gpt|AI)\b|root\b|admin\b|terminal\b|shell\b|hacker|unrestricted|release bot|in\b)|\byou (?:must|will|shall) (?:now )?act as (?:an? |the )?(?:\w+ )?(?:terminal|shell|root|hacker|AI|persona)|\b(?:behave|act) as an? [\w-]{2,20} agent\b`,
  ],
  [
    "mode",
    "high",
    "claims a mode in which rules do not hold",
    String.raw`\b(?:you are|you're|we are)(?: now)? (?:running |operating )?in (?:\w+ )?(?:developer|god|jailbreak|dan|unrestricted|maintenance|sudo|debug|admin|root|training|evaluation|test|opposite|unsafe|override) mode|\b(?:enter|activate|enable|switch (?:in)?to|engage|turn on) (?:the )?(?:jailbreak|dan|unrestricted|god|uncensored|unfiltered|no-?limits?|evil|opposite|chaos) mode|\b(?:sudo|god|root|admin|jailbreak|developer|unrestricted) mode (?:is |has been )?(?:enabled|activated|on|unlocked)\b[.,!]? (?:you|all|no|and)|\bin (?:developer|this|god|debug) mode,? (?:you|all|no|there|safety|the (?:assistant|ai|model))\b`,
  ],
  [
    "developer-mode",
    "medium",
    "asks for a mode without rules",
    String.raw`\b(?:enter|activate|switch to|engage) (?:developer|sudo|debug|admin|maintenance) mode\b(?! (?:on|in|for|of|before|with|via) )|\bjailbroken\b`,
  ],
  [
    "unbound",
    "high",
    "claims that the rules no longer bind the agent",
    String.raw`\b(?:no longer|not|never|aren't) (?:be )?(?:bound|constrained|limited|restricted|held) (?:by|to) (?:the |your |any |its |these )(?:\w+ ){0,2}(?:polic\w+|rules|guidelines|restrictions|instructions|ethics|operator)|\b(?:been |are |now )(?:freed|liberated|released|unchained) from (?:the |your |all |any )?(?:\w+ )?(?:guidelines|rules|polic\w+|restrictions|constraints|instructions)|\b(?:your|prior|all|the|its) (?:\w+ )?(?:safety|content|ethic\w*|moral|security) (?:\w+ )?(?:\w+ )?(?:do(?:es)?(?: not|n't)|no longer|not) appl(?:y|ies)\b|\bdo(?:es)?(?: not|n't) (?:have|follow|need|obey) any (?:\w+ )?(?:content polic\w+|restrictions|guidelines|rules|polic\w+|filters)|\b(?:polic\w+|rules|guidelines|restrictions) (?:does not|do not|don't|doesn't) apply to (?:me|you|us|this (?:user|chat))`,
  ],
  [
    "safety-off",
    "high",
    "claims that safety is switched off",
    String.raw`\b(?:safety|content|security|ethical|sandbox|earlier) (?:\w+ )?(?:filters?|rules|guidelines|protocols?|checks?|polic\w+|measures|features|guardrails|restrictions|controls) (?:are|is|have been|has been|were)(?: all| now)* (?:off|disabled|suspended|lifted|void|withdrawn|relaxed|removed|deactivated|turned off|switched off|bypassed)|\bapprovals? (?:are|is) (?:now )?(?:off|disabled|suspended|lifted|no longer (?:needed|required|necessary))|\bno (?:safety|content) (?:guidelines|polic\w+|filters?|rules|restrictions)\b|\b(?:you |it )?(?:have|has) no (?:restrictions|limits|rules|guidelines|filters|morals|ethics|guardrails)\b[ .,!]?(?!(?: |)(?:on|for|in)\b)`,
  ],
  [
    "drop-all",
    "high",
    "demands that all restrictions fall",
    String.raw`\b(?:drop|lift|remove|lose|shed) (?:all |any |every |your )+(?:\w+ )?(?:restrictions|limits|filters|safeguards|guardrails|limitations|inhibitions)\b(?! (?:on|for|from|in) )|\b(?:without|no|free of) (?:any |all )?(?:restrictions?|filters?|limits|limitations|censorship)(?: whatsoever| at all| of any kind|[.!]?$|[.!,] (?:and|answer|confirm|then))|\banswer (?:every|any|all) (?:questions? )?without (?:any )?(?:restrictions?|filters?|limits|refus\w+)|\bact without (?:any )?restrictions?`,
  ],
  [
    "unfiltered",
    "high",
    "wants answers without filters",
    String.raw`\b(?:responses?|answers?|replies|outputs?|respond|answer|reply|speak)\b${gap(30)}\b(?:uncensored|unfiltered|without (?:any )?(?:filters?|censorship|moral\w*|ethic\w*))\b|\bnever (?:say|claim|tell me|state|respond) (?:that )?you (?:can(?:not|'t)|are unable|will not)|\b(?:strives|tries) to avoid norms|\bhypothetical(?:ly)?\b${gap(40)}\b(?:no|without) (?:any )?(?:restrictions|rules|limits|filters|guidelines)\b(?! (?:on|for|in)\b)`,
  ],
  [
    "no-matter",
    "medium",
    "wants the agent to go against its rules",
    String.raw`\bno matter (?:what|how)\b${gap(20)}\b(?:polic\w+|rules|guidelines|instructions|restrictions)\b|\b(?:your|the) true self\b|\bstay in character\b|\bno warnings\b[,.]|\bno refusals\b`,
  ],
  [
    "villain",
    "high",
    "gives the agent a part without rules",
    String.raw`\b(?:role-? ?play|play a game|a game|a story|pretend|act|imagine|simulate|behave|you are|you're)\b${gap(30)}\b(?:hacker|criminal|attacker|malware author|evil|villain|thief|intruder)\b${gap(60)}\b(?:host|access|victim|password|attack|steal|keys?|system|who|with)\b|\b(?:AI|assistant|model|bot) (?:that|which|who) (?:was |has |is )?(?:never|not|without)\b${gap(20)}\b(?:ethics|morals|safety|rules|filters|refus\w+|limits)|\bdisabl(?:e|ing) (?:your|its|all) (?:\w+ )?(?:guardrails?|filters?|safety|safeguards|restrictions)`,
  ],
  [
    "grandmother",
    "medium",
    "wraps a request into a story",
    String.raw`\b(?:my |our )?(?:late|deceased|dead|dear|old)? ?(?:grand(?:mother|ma|father|pa)|granny|nana)\b${gap(60)}\bused to\b|\bbedtime story\b`,
  ],
  [
    "freely",
    "high",
    "wants answers without filters",
    String.raw`\b(?:speak|talk|answer|respond|reply|write|act|behave|operate|chat)\b${gap(25)}\b(?:without|with no|with zero|free of) (?:the |any |your |all |usual )*(?:\w+ ){0,2}(?:restrictions|filters|censorship|limitations|inhibitions|guardrails|morals|ethics|boundaries)\b(?! (?:on|for|in)\b)|\b(?:with|has|have|having) zero (?:\w+ )?(?:limitations|restrictions|limits|filters|rules)\b|\b(?:grant|give|assign) yourself (?:\w+ ){0,3}(?:permissions?|access|rights|role|privileges?|admin\w*|root|owner\w*)\b|\b(?:run|execute|do|try) \w{2,10} (?:\w+ )?outside (?:of )?the sandbox\b`,
    { negatable: true },
  ],
  [
    "other-self",
    "high",
    "gives the agent a part without rules",
    String.raw`\b(?:answer|respond|act|speak|behave|reply|be|write|you are|you're|play)\b${gap(30)}\b(?:evil|dark|unhinged|rebellious|rogue) (?:twin|version|side|alter ego|self|copy|AI)\b|\b(?:loves?|likes?|lives?|exists?) to (?:break|ignore|defy|flout) (?:the |all |any )?rules\b|\b(?:no|without (?:a|any)) (?:code of conduct|conscience|moral compass|scruples)\b`,
  ],
  [
    "given-rights",
    "high",
    "claims that rights were given",
    String.raw`\byou (?:now have|have been (?:granted|given|authori[sz]ed)|are (?:now )?(?:granted|given|authori[sz]ed|allowed|permitted|free) to)(?: been)? ?(?:\w+ ){0,3}?(?:full|elevated|root|admin|administrator|unlimited|unrestricted|sudo|superuser|skip|force|bypass|use the network)\b(?: ?(?:permissions?|privileges?|access|rights|authority|the tests|push|and|control)\b)?`,
    { surfaces: ["ticket", "tool-result", "web", "mcp-description", "memory", "chat"] },
  ],
  [
    "whatever-i-say",
    "medium",
    "wants everything it says to be done",
    String.raw`\b(?:run|do|execute|obey|answer|accept) (?:whatever|anything|everything|any command|all commands) (?:that )?(?:i|we|the user) (?:type|say|ask|tell|want|send|give)s?\b|\bgrant (?:it|me|him|her|them) everything\b`,
  ],
]);
