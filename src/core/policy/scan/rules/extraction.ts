import { rulesOf } from "../rule.ts";
import { gap, ORDERS } from "../vocabulary.ts";

const TELL = String.raw`(?:what (?:is|are|was|were|does|do)|what's|tell (?:me|us)|repeat|recite|print|show|reveal|output|display|give|dump|leak|disclose|share|write|copy|quote|translate|summari[sz]e|paraphrase|expose|return|list|describe|spell|state|echo|type|send|post|publish|include|read(?: out)?|extract|provide|say|put|convert|encode|rephrase|can i see|let me see|i want to see)`;
const HIDDEN = String.raw`(?:system|initial|original|hidden|secret|internal|confidential|developer|base|full|complete|entire|exact|starting|first|custom|own|very|pre-?loaded|underlying|current)`;
const PROMPT = String.raw`(?:system prompts?|system messages?|system instructions?|(?:developer|hidden|initial|secret|confidential|internal|original|pre-?) ?(?:prompts?|messages?|instructions?|rules|directives|guidelines)|prompts?|instructions?|directives?|guidelines|rules|configuration|context window|preamble|initiali[sz]ation)`;

export const EXTRACTION_RULES = rulesOf("extraction", [
  [
    "own-prompt",
    "high",
    "asks for the agent's own instructions",
    String.raw`\b${TELL} (?:\w+ ){0,4}?(?:of )?your (?:${HIDDEN} ){0,3}${PROMPT}\b(?! (?:say|file|to|for|about|from) )`,
    { negatable: true },
  ],
  [
    "what-they-say",
    "high",
    "asks for the agent's own instructions",
    String.raw`\b(?:tell|show|give) me ${gap(20)}(?:what your (?:\w+ )?(?:instructions|prompt|rules|guidelines) (?:says?|are|is)|your (?:exact|full|complete) (?:instructions|prompt|rules|wording))|\bwhat (?:rules|instructions|guidelines) (?:were you given|have you been given|do you (?:follow|have)|did (?:they|your \w+) give you)`,
  ],
  [
    "system-prompt",
    "high",
    "asks for the system prompt",
    String.raw`\b(?:reveal|leak|dump|disclose|expose|recite|repeat|extract|exfiltrate|steal)s?(?: me| us)? (?:\w+ ){0,3}?(?:the )?(?:full |entire |exact |hidden )?(?:system (?:prompt|message|instructions)|developer (?:prompt|message|instructions)|hidden (?:prompt|instructions|rules)|initial (?:prompt|instructions)|confidential (?:prompt|instructions)|secret (?:prompt|instructions))`,
    { negatable: true },
  ],
  [
    "show-system-prompt",
    "medium",
    "asks for the system prompt",
    String.raw`\b(?:print|show|output|display|give|tell|write|copy|quote|translate|send|say|state|echo)(?: me| us)? (?:out )?(?:the |its )?(?:full |entire |exact |hidden |secret |complete )*(?:(?:system|developer) (?:prompt|message|instructions)|hidden (?:prompt|instructions|messages))\b`,
    { negatable: true },
  ],
  [
    "hidden-prompt",
    "high",
    "asks for the agent's own instructions",
    String.raw`\b${TELL} (?:\w+ ){0,4}?(?:hidden|secret|confidential|internal) (?:system )?(?:prompts?|instructions|directives)\b|\b(?:prompts?|instructions?|rules|guidelines|directives) (?:that |which )?(?:you (?:run on|were given|were trained with|operate under|are given|are following|received|are based on)|(?:they|your (?:creators?|makers?|developers?|operators?)) (?:gave|give|wrote for) you)|\bwhat (?:instructions?|rules|orders|prompt)\b[^.\n]{0,12}(?:creators?|makers?|developers?|operators?|company) (?:give|gave|set|write)`,
    { negatable: true },
  ],
  [
    "in-your-prompt",
    "high",
    "asks for the agent's own instructions",
    String.raw`\b${TELL}\b${gap(45)}\b(?:in|from|inside|of) your (?:system |hidden |initial )?(?:prompt|instructions|context|configuration|system message)\b|\b(?:what|text|everything|words|message|lines?)\b${gap(40)}\b(?:before|above|prior to|preceding) (?:this|my)(?: first| very first)? (?:message|question|line|conversation|chat)\b|\byour configuration says\b|\b(?:quote|encode|translate|reverse|spell|hash) your (?:own )?(?:instructions|prompt|rules)`,
    { negatable: true },
  ],
  [
    "not-allowed-to-tell",
    "high",
    "asks for what the agent was told to keep secret",
    String.raw`\b(?:rules|instructions|things?|information|words|topics|secrets?|prompt|what|anything) (?:that |which )?you (?:are not|aren't|cannot|can't|must not|may not|are forbidden) ?(?:allowed |permitted |supposed )?(?:to )?(?:talk about|share|reveal|tell|disclose|discuss|mention|say)\b|\b(?:raw|unedited|original|real) (?:system )?prompt\b${gap(30)}\b(?:everything|summary|full|complete|now|please|give|show)\b`,
    { negatable: true },
  ],
  [
    "verbatim",
    "medium",
    "wants a text of the agent's word for word",
    String.raw`\b(?:prompt|instructions?|message|rules|everything|text|configuration|context)\b${gap(40)}\b(?:verbatim|word for word|in full|letter by letter|without paraphrasing|character by character|exactly as (?:written|given))|\b(?:verbatim|word for word)\b${gap(40)}\b(?:prompt|instructions|system)`,
    { negatable: true },
  ],
  [
    "text-above",
    "high",
    "asks for what stands before the conversation",
    String.raw`\b(?:repeat|print|output|copy|show|display|write|echo|recite|reproduce|give me|return)(?: me| out| back)? (?:all |everything|the |every |of ){0,3}(?:text|words?|content|messages?|lines?|everything|that is)? ?(?:above|before this|preceding this|prior to this|up to here)(?! the fold| copyright)\b(?:[^.\n]{0,60}(?:verbatim|line|conversation|message|rules|code block|starting with|given|were told))?`,
  ],
  [
    "starting-with",
    "medium",
    "asks for the beginning of the prompt",
    String.raw`\b(?:starting|beginning|start|begins?) (?:with|from) ["'“‘]?you are\b|\b(?:top|beginning|start) of (?:this|the) (?:context|conversation|prompt)\b|\byour (?:very )?first (?:sentence|line|message|instruction|prompt|words?)\b(?: was)?|\bmy instructions are["'”’]`,
  ],
  [
    "top-of-context",
    "high",
    "asks for the beginning of the prompt",
    String.raw`\b(?:top|beginning|start|head|first (?:line|words|paragraph)) of (?:your|the whole|your own) (?:context|conversation|prompt|memory|instructions|input)\b`,
  ],
  [
    "told-before",
    "high",
    "asks what the agent was told before",
    String.raw`\bwhat (?:were you|have you been|did they|had you been) (?:told|instructed|given|asked)(?: to do| to keep)?(?: \w+)? ?(?:before|at the (?:start|beginning)|initially|originally|first|by your)|\b(?:finish|complete) (?:this|the following|the) sentence\b[^\n]{0,60}\b(?:instructions|configuration|prompt)|\b(?:the )?(?:message|text|one) (?:that (?:precedes|comes before|came before) this one|marked (?:as )?system)\b`,
  ],
  [
    "kept-secret",
    "high",
    "asks for what the agent was told to keep secret",
    String.raw`\b(?:secret|password|word|key|code|passphrase)\b[^.\n]{0,30}\b(?:you (?:were|have been|are) (?:told|asked|instructed|supposed) (?:to keep|not to)|you are (?:hiding|keeping|guarding|protecting))|\bspell (?:it|the \w+) (?:backwards|letter by letter)`,
  ],
  [
    "context-window",
    "high",
    "asks for everything the agent sees",
    String.raw`\b(?:dump|print|show|reveal|output|display|share|list|tell me) (?:me )?(?:your |the )?(?:full |entire |whole |complete )*(?:context window|context\b[^.\n]{0,30}(?:tool definitions|hidden)|tool definitions|(?:function|tool) schemas|hidden messages)`,
  ],
  [
    "capabilities",
    "medium",
    "asks for the agent's tools and keys",
    String.raw`\b(?:you have to|you must|please) (?:tell|show|list)\b${gap(30)}\b(?:tools|keys)\b${gap(12)}\byou have|\bwrite your (?:\w+ )?${ORDERS} (?:in)?to\b|\bprint (?:everything|all)\b${gap(20)}\babove\b`,
  ],
]);
