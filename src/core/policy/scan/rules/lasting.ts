import { rulesOf } from "../rule.ts";
import { CONSENT, gap, PEOPLE } from "../vocabulary.ts";

const LASTING = String.raw`(?:permanent(?:ly)?|always|forever|for ever|never|all future|every future|future sessions?|future requests?|long[- ]term|from now on|for all (?:time|sessions)|persistent(?:ly)?)`;
const PRIVILEGE = String.raw`(?:owner|admin(?:istrator)?|root|approv\w+|${CONSENT}|pre-?approved|skip|bypass|rights|never asks?|not ask|do not ask|don't ask|trusted|safety policy|without asking|full access|no need|all commands|allowed to)`;
const KEEP = String.raw`(?:remember|store|save|memori[sz]e|note down|keep in mind|update your (?:long[- ]term )?memory|add (?:this )?to your (?:long[- ]term )?memory|write (?:this )?(?:in)?to (?:your )?memory|learn)`;

export const MEMORY_RULES = rulesOf("memory", [
  [
    "lasting-privilege",
    "high",
    "wants a right remembered for ever",
    String.raw`\b${KEEP}\b${gap(60)}\b${LASTING}\b${gap(80)}\b${PRIVILEGE}\b|\b${KEEP}\b${gap(90)}\b${PRIVILEGE}\b${gap(60)}\b${LASTING}\b|\balways remember\b${gap(60)}\b(?:never need|no|not|without)\b${gap(20)}\b${CONSENT}`,
  ],
  [
    "save-privilege",
    "high",
    "wants a right kept in memory",
    String.raw`\b(?:save|store|add|write|put) (?:this |it )?(?:in|in|to|into) (?:your |the )?(?:long[- ]term )?memory\b${gap(70)}\b${PRIVILEGE}\b|\bupdate your (?:long[- ]term )?memory\b${gap(70)}\b(?:polic\w+|rules?|${CONSENT}|trusted|owner|admin)|\bas a permanent (?:rule|instruction|preference)\b`,
  ],
  [
    "standing-privilege",
    "high",
    "claims a right for good",
    String.raw`\b(?:for ever|forever|permanently|for all future (?:requests|sessions|tasks)|in all future|never question this|any future request to revoke|ignore any future)\b`,
    { surfaces: ["memory"] },
  ],
  [
    "rights-of",
    "high",
    "gives somebody the owner's rights",
    String.raw`\b(?:same rights as|count as) (?:those of )?the (?:owner|admin)|\b(?:messages?|requests?|commands?) (?:from|of|by) \S{2,30} (?:have the same|count as|are always|never need|need no|must always be)\b|\bis an (?:owner|admin|administrator) and needs? no\b|\bcommands from this (?:chat|user) (?:never|need no|do not)`,
  ],
  [
    "no-consent-here",
    "high",
    "claims that no approval is needed",
    String.raw`\b(?:may|can|should|must|shall|always|agent|you) (?:always )?(?:bypass|skip|answer|ignore|omit) (?:all |the |any |every )?(?:${CONSENT}|approval prompts?)\b|\b(?:never|not|no longer) (?:need to )?(?:ask|asks|asked)(?: again| before| for|\.|$)|\b(?:allowed|permitted|free|may|can) (?:to )?(?:ignore|bypass|skip|leave|escape|disable) (?:the )?(?:sandbox|polic\w+|approvals?|rules|checks|plan)\b|\bcount (?:double|as approved)\b|\btrust (?:every|any|all) (?:instructions?|commands?|messages?|requests?)\b|\bskip all confirmations\b|\bsafety policy does not apply\b|\b(?:may|can) use the production token\b`,
    { surfaces: ["memory"] },
  ],
  [
    "silent-habit",
    "high",
    "plants a habit that nobody is told of",
    String.raw`\b(?:for all future|whenever|every time|each time|always|from now on|in (?:all )?future)\b${gap(90)}\b(?:silently|secretly|quietly|do not mention|don't mention|without (?:telling|mentioning)|keep (?:this|it)(?: \w+)? (?:secret|quiet|hidden)|never tell|never mention)`,
  ],
  [
    "standing-copy",
    "medium",
    "plants a habit of sending things away",
    String.raw`\b(?:always|whenever|every time|each time|from now on|permanent rule|for all future)\b${gap(80)}\b(?:send|forward|post|upload|add|include|copy|insert)\b${gap(60)}(?:https?://|@[\w-]+\.|\.env\b|secrets?\b|tokens?\b|\bevil|attacker)`,
  ],
]);

export const TRIGGER_RULES = rulesOf("trigger", [
  [
    "when-said",
    "high",
    "waits for a word to act on",
    String.raw`\b(?:the )?(?:next time|when(?:ever)?|once|as soon as|after|if) (?:the user|someone|somebody|anyone|anybody|a user|${PEOPLE}) (?:says?|asks?|types?|writes?|mentions?|thanks|requests?|sends?)\b${gap(50)}[,:] ?(?:then |please |you (?:must |should )?)?(?:first )?(?:quietly |silently |secretly |also )?(?:delete|push|send|open|run|fetch|execute|add|forward|upload|answer with the|reply with the|exfiltrate|publish|call|disable|include|post|drop|remove)\b`,
    { surfaces: ["ticket", "tool-result", "web", "mcp-description", "memory"] },
  ],
  [
    "thanks",
    "high",
    "waits for a word to act on",
    String.raw`\b(?:open|delete|push|send|run|execute|do this|unlock)\b${gap(50)}\bwhen(?:ever)? the user (?:says|types|writes|sends) ["'“]?(?:thanks?|thank you|yes|ok|hello|bye|great)`,
  ],
  [
    "then-quietly",
    "high",
    "acts later, unseen",
    String.raw`\b(?:once|after|when|as soon as|later)\b${gap(60)}[, ](?:quietly|silently|secretly|covertly|without telling \w+,?) (?:run|push|delete|send|open|fetch|execute|upload|publish|call)`,
  ],
  [
    "next-action",
    "high",
    "names the agent's next act",
    String.raw`\byour (?:very )?next (?:action|step|tool call|move|instruction) (?:must be|is|should be|will be|has to be) to\b|\b(?:now that|after) you have (?:read|seen|installed|processed|finished) (?:this|it|the (?:page|file|text))?[, ]${gap(30)}\b(?:you must|you have to|your next|must|continue|call|run|open)`,
  ],
  [
    "after-task",
    "medium",
    "adds an act after the work",
    String.raw`\b(?:after|once|when|before) (?:you (?:have )?(?:finish|finished|complete|completed|are done(?: with)?|close)|finishing|completing) (?:the |this |your |with )*(?:current |present )?(?:task|work|job|fix|ticket|review)?\b${gap(30)}[, ](?:then |also |please )*(?:open (?:a )?(?:shell|terminal|https?)|fetch|run|execute|send|download|call|push|visit|upload)\b`,
    { surfaces: ["ticket", "repository", "tool-result", "web", "mcp-description", "memory"] },
  ],
  [
    "follow-what-is-there",
    "high",
    "fetches instructions from elsewhere",
    String.raw`\b(?:fetch|open|read|visit|load|download|get|go to|retrieve|see) https?://\S{1,120} and (?:then )?(?:follow|obey|execute|do|apply|carry out) (?:what|it|whatever|everything|all|the (?:instructions|steps|orders|commands))\b|\bvisit https?://\S{1,120} and do\b`,
  ],
  [
    "further-instructions",
    "medium",
    "fetches instructions from elsewhere",
    String.raw`\b(?:visit|open|fetch|read|load|get|follow|download|go to|continue with|see|retrieve)\b${gap(50)}https?://\S{1,100}${gap(30)}\b(?:and (?:do|follow|obey|execute)|for (?:further|more|your|the next|new) (?:instructions|orders|steps)|do what it says|and treat (?:it|them) as)|\b(?:instructions|steps|rules|orders|ones) (?:at|from|under|in|of these steps from) https?://${gap(80)}\b(?:and (?:follow|obey|do|treat)|as (?:the|your))|\bcontinue with the instructions at\b|\bsecond half of these steps\b`,
  ],
]);
