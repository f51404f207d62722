import { rulesOf, UNTRUSTED } from "../rule.ts";

const SPEAKS = String.raw`[^\n]{0,120}?\b(?:you\b|your\b|assistants?\b|agents?\b|instructions?\b|polic(?:y|ies)\b|approv\w+|bot\b|mode\b|the user has|user (?:has|is)|all tools|tools? (?:are|is)|obey|ignore|disregard|safety|security reasons|must\b)`;
const ROLE_WORDS = String.raw`(?:system|developer|assistant|user|human|tool|admin(?:istrator)?|operator|root)`;

export const IMPERSONATION_RULES = rulesOf("impersonation", [
  [
    "template-token",
    "medium",
    "holds control tokens of a chat template",
    String.raw`<\|(?:im_start|im_end|im_sep|system|user|assistant|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|tool_call)\|>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>|<｜(?:User|Assistant)｜>`,
  ],
  [
    "template-turn",
    "critical",
    "forges a turn of the conversation with a chat template's tokens",
    String.raw`<\|(?:im_start|start_header_id|system|assistant|user)\|>\s{0,3}(?:${ROLE_WORDS}\b)?(?:<\|end_header_id\|>)?\s{0,3}(?:[\w,'.:-]{1,30} ){2}|<\|(?:im_end|eot_id|endoftext)\|>\s{0,3}<\|(?:im_start|start_header_id|system)\|>\s{0,3}\w|\[INST\]\s{0,3}(?:<<SYS>>)?\s{0,3}(?:[\w,'.:-]{1,30} ){3}|<<SYS>>\s{0,3}(?:[\w,'.:-]{1,30} ){2}|<start_of_turn>\s{0,3}(?:user|model|system)\s{1,3}(?:\w{1,20} ){2}`,
    { form: "lines", certain: true },
  ],
  [
    "role-tag",
    "high",
    "forges a message of the system with a tag",
    String.raw`<(?:system|system-reminder|system[_-]?(?:message|prompt|instructions?|note)|assistant|developer|admin|operator|ai[_-]instructions?|agent[_-]instructions?|instructions?[_-]for[_-]\w{1,12})(?: [^<>]{0,80})?>\s{0,5}(?:[\w,'.:;-]{1,30} ){3}`,
    { form: "lines", certain: true },
  ],
  [
    "closing-tag",
    "high",
    "closes the fence in which the text was given to the agent",
    String.raw`</(?:tool_?result|function_?results?|tool_?output|untrusted|untrusted[_-]\w{1,12}|document|context|data|search_results?|system|user_?input|external\w{0,10})>\s{0,5}(?:<(?:system|assistant|user|instructions?)|[A-Z\w][^<>\n]{0,60}\b(?:you|ended|instruct|system|assistant|new|now|ignore|run|call|execute)\b)`,
    { form: "lines", certain: true },
  ],
  [
    "fence-ended",
    "high",
    "claims that the quoted text has ended",
    String.raw`\b(?:fenced|quoted|untrusted|user|tool|external)[ -](?:text|data|block|input|output|content|section)s? (?:has |have )?(?:ended|ends here|is over|is now complete)|-{3}\s{0,3}END OF (?:FILE|DOCUMENT|DATA|OUTPUT|CONTEXT|INPUT|TICKET|PROMPT)\b|\bthe (?:tool output|result|text) above was (?:incomplete|a test)`,
  ],
  [
    "system-line",
    "high",
    "pretends to be a message of the system",
    String.raw`(?:^|\n|[>#*|]|<!--|\*/|["'{\[(])[ \t]{0,4}(?:\*\*)?(?:important )?\[?(?:SYSTEM|System|system(?= (?:notice|message|override|alert|prompt|instruction|reminder)))(?: (?:notice|message|note|prompt|override|update|alert|reminder|instruction|announcement)| NOTICE| MESSAGE| NOTE| PROMPT| OVERRIDE| UPDATE| ALERT| REMINDER| INSTRUCTION)?(?:\]|\*\*)?[ \t]{0,2}(?:\]|:|-{1,2}|—)\s{0,3}${SPEAKS}`,
    { form: "lines", certain: true, exact: true },
  ],
  [
    "system-notice",
    "high",
    "pretends to be a message of the system",
    String.raw`\b(?:important |urgent |critical )?system (?:notice|override|alert|update|announcement|notification)\]?[:\]-]\s{0,2}${SPEAKS}|#{2,6}\s?SYSTEM\s?#{2}|\b(?:begin|start|end) (?:of )?(?:the |new )?(?:system|admin|developer|operator) (?:message|prompt|instructions?|override)\b|={3,9}\s?(?:SYSTEM|ADMIN)[^=\n]{0,30}={3}`,
  ],
  [
    "role-heading",
    "high",
    "forges the parts of a prompt with headings",
    String.raw`(?:^|\n)#{2,4} ?(?:system|system prompt|instruction|human|assistant|user)(?: ?: ?\n?|\n)(?:[\w,'.-]{1,30} ){1,40}[^#]{0,300}?\n#{2,4} ?(?:response|assistant|output|answer) ?:?|(?:^|\n)#{2,4} ?system(?: prompt| message)? ?:\s{0,3}(?:you|the|new|ignore|all)\b`,
    { form: "lines", certain: true },
  ],
  [
    "forged-dialogue",
    "high",
    "forges turns of the conversation",
    String.raw`(?:^|\n)[>\s]{0,4}(?:human|user|h) ?:[^\n]{3,200}\n{1,2}[>\s]{0,4}(?:assistant|ai|bot|a) ?: ?(?:okay|ok|sure|done|yes|certainly|of course|i (?:have|will|am)|[a-z]+ing )`,
    { form: "lines", certain: true, surfaces: UNTRUSTED },
  ],
  [
    "forged-assistant",
    "medium",
    "forges the agent's own words",
    String.raw`(?:^|\n)[>\s]{0,4}assistant ?: ?(?:i (?:have|will|am|can|now)|okay|sure|understood|certainly|yes[,.])|<assistant>|\bnew user message ?:`,
    { form: "lines", certain: true, surfaces: UNTRUSTED },
  ],
  [
    "forged-call",
    "high",
    "forges a call of a tool",
    String.raw`\bto=functions?\.\w{2,}|\baction ?: ?\w{2,30}\s{1,3}action input ?:|<(?:function_calls?|antml:\w{3,20}|invoke name=|tool_use|tool_call)>?[^\n]{0,20}|\bcall (?:the )?tool \W?\w{2,20}\W? with \{`,
    { surfaces: ["ticket", "tool-result", "web", "mcp-description", "memory"] },
  ],
  ["role-json", "low", "holds a message in the form of a prompt", String.raw`"role" ?: ?"system" ?, ?"content" ?: ?"`],
  [
    "authority",
    "high",
    "claims an authority that this channel does not give",
    String.raw`\bas (?:your|the|an?) (?:system |chief |lead )?(?:administrator|admin|operator|developer|owner|creator|maintainer|supervisor|root user)(?: of (?:this|the) \w+)?,? i (?:now |hereby )?(?:order|instruct|command|authori[sz]e|require|demand|direct|grant|permit|tell|need)|\b(?:your|the) (?:operator|developers?|creators?|administrator|admin) (?:asks?|authori[sz]es?|wants?|instructs?|requires?|orders?|has instructed|has authori[sz]ed|tells?) you\b|\byou are hereby (?:ordered|instructed|authori[sz]ed|commanded|directed)|\bofficial (?:message|notice|instruction|request) from (?:the |your )?(?:developers?|admins?|administrators?|operators?|openai|anthropic|google|makers?|team)|\bcame from the operator and obey`,
  ],
  [
    "prompt-update",
    "high",
    "pretends to change the agent's prompt",
    String.raw`\bsystem (?:prompt|message|policy|instructions?) (?:update|addendum|patch|change|correction|extension)\b ?:|\btreat (?:the )?(?:\w+ )?["'“]?@?\w{2,30}["'”]? as (?:root|an? owner|the owner|an? admin\w*)\b|={2,9} ?end of (?:the )?(?:output|file|document|ticket|data|results?|log) ?={2}[^]{0,10}\byou\b`,
  ],
  [
    "claims-to-be",
    "medium",
    "claims to be somebody with rights",
    String.raw`\b(?:this is|i am|i'm|it's) (?:really )?(?:the|your) (?:owner|admin(?:istrator)?|operator|maintainer|developer|creator|CEO|boss|security team)\b(?: (?:here|writing|speaking|from|of this|and i))`,
  ],
  [
    "from-the-owner",
    "high",
    "claims an authority that this channel does not give",
    String.raw`\b(?:agreed|arranged|cleared|confirmed|settled) with your (?:operator|developers?|owner|creators?|maintainers?|admin\w*)\b|\bpretend (?:that )?(?:the|this|my) (?:next |following )?(?:message|request|user|person) (?:comes|came|is|was) (?:from )?(?:the |an? )?(?:owner|admin\w*|operator|maintainer)\b|\bhas (?:given|granted) (?:you |us |me )?(?:permission|consent|approval) to (?:skip|bypass|run|execute|ignore|push|delete|merge|use|read|share)`,
  ],
  [
    "system-bracket",
    "high",
    "pretends to be a message of the system",
    String.raw`[{[(<]{1,3} ?system(?: note| message)? ?: ?${SPEAKS}|-{2,5} ?(?:system|admin|developer)(?: message| prompt)? ?-{2,5}`,
    { surfaces: UNTRUSTED },
  ],
  [
    "verified",
    "medium",
    "claims that somebody was checked",
    String.raw`\b(?:verified (?:the user's|their|his|her|my) identity|(?:the )?user is (?:an |the )?(?:verified )?(?:administrator|admin|owner|developer|root)\b|verified by admin|i am (?:your|the) (?:developer|creator|operator|administrator of this system))`,
  ],
]);
