import { rulesOf, UNTRUSTED } from "../rule.ts";
import { AGENTS, CERTAIN_AGENTS } from "../vocabulary.ts";

/** First words of an order. */
const ORDER = String.raw`(?:please |first |also |always |just |now |then |immediately |you (?:must|should|shall|have to|need to|can|may|will|are|were) |do not |don't |never |must |should |shall |your |the user |ignore|disregard|forget|run |execute|skip |call |send |post |print |add |append |insert |install|commit|push |open |read |delete |remove |forward|approve|merge |say |tell |stop|set |use |visit|fetch |upload|publish|report |write |copy |whenever |when you |when asked|for the |before |after |if you |re-run|reveal|show |include |change |replace |rate |mark |pass |put |label |close |tag |assign |answer|obey|follow|treat )`;
const MUST = String.raw`(?:must|should|shall|has to|have to|needs? to|is (?:required|obliged|instructed|asked) to|are (?:required|instructed|asked) to|ought to|may now|is free to|can now|will now|need not|is now (?:authori[sz]ed|allowed)|is authori[sz]ed to|should now)`;
/** What a person's feature request for an assistant does not ask it to do. */
const RISKY = String.raw`(?:send|post|upload|e-?mail|forward|leak|print|read|export|disable|ignore|skip|bypass|delete|remove|approve|run|execute|install|push|commit|publish|grant|hide|keep|append|insert|add the header|click|recommend|pin|re-run|disregard|obtain|open a|visit|fetch|pass|use the network|approve|call|include its|include|first)`;

export const EMBEDDED_RULES = rulesOf("embedded", [
  [
    "if-you-are",
    "high",
    "speaks to whatever agent reads it",
    String.raw`\b(?:if|when|since|because|as|in case) (?:you|the reader|this is|it is|you're|you are|an?|this (?:text|page|document|file|content|message|issue|ticket)|the (?:text|content) here)(?:'re| are| is| be)? ?(?:being )?(?:(?:read|parsed|processed|handled|summari[sz]ed|opened|seen|viewed|loaded|edited|found|indexed|reviewed|an?|the|by|reading|using|is|automated) ){0,5}${CERTAIN_AGENTS}\b(?! (?:researcher|company|start-?up|vendor|expert|enthusiast|team|lab|provider|student|product|developer(?! agent)|user|engineer who))(?: (?:is |that |which )?(?:reads?|reading|processing|parsing|generates?|generating|working|runs?|handl\w+|summaris\w+))?`,
    { surfaces: UNTRUSTED },
  ],
  [
    "if-agent-runs",
    "high",
    "speaks to whatever agent reads it",
    String.raw`\bif (?:an? |the |any )?(?:automated |AI |coding |autonomous )+(?:agents?|assistants?|AI|models?|bots?|tools?)? ?(?:is |are )?(?:runs?|reads?|reading|process\w*|generates?|sees?|executes?|opens?|builds?)\b|\b(?:to )?whichever (?:agent|AI|assistant|model|bot)\b|\bwhoever or whatever reads\b`,
    { surfaces: UNTRUSTED },
  ],
  [
    "agents-reading",
    "high",
    "speaks to whatever agent reads it",
    String.raw`\b${AGENTS},? (?:(?:that|who|which) (?:is |are )?(?:now )?(?:reads?|reading|process\w*|pars\w+|handl\w+|picks?|sees?|helping|working)|reading|processing|parsing|visiting|handling (?:it|this|the)|working on|summari[sz]ing|helping you|picking|analy[sz]ing|seeing|crawling|using|completing|editing|generating|writing|reviewing|implementing|solving|fixing|answering|translating) (?:up )?(?:this|it|these|the (?:issue|page|file|ticket|code|document|repository)|here|you|on)\b`,
    { surfaces: UNTRUSTED },
  ],
  [
    "note-to",
    "high",
    "speaks to the agent",
    String.raw`\b(?:notes?|notice|messages?|instructions?|hints?|attention|important|reminder|directive|warning|information|guidance|request|p\.?s\.?|prompt|task|advice|announcement)s?(?: \([^)\n]{0,40}\))?[,:]? ?(?:only )?(?:to|for|aimed at|directed at|addressed to)\b(?: the| any| all| every| whichever| other| your| future| an?)*(?: \w+)? ?${AGENTS}\b(?! (?:api|page|panel|name|list|settings|service|role|professor|team|code|config|ui|card|tab|view|office|type|id|version|class|header|string|author)s?\b)`,
    { surfaces: UNTRUSTED },
  ],
  [
    "only-for",
    "high",
    "speaks to the agent behind people's backs",
    String.raw`\b(?:for|to) (?:the )?${AGENTS}(?: agents?| only| readers?)? only\b|\b(?:AI|LLM|agent|model|bot)s?-only\b|\b(?:LLM|AI) agents only\b|\(for (?:LLMs?|AIs?|the model|agents?)(?: only)?\)|\b(?:internal|hidden|secret|invisible) (?:instructions?|note|message|section)s?(?: \((?:not|in)?visible[^)\n]{0,30}\)| for\b|:)|\(invisible:|\bnot visible to (?:users|humans|people)`,
    { surfaces: UNTRUSTED },
  ],
  [
    "attention",
    "high",
    "speaks to the agent",
    String.raw`\b(?:attention|hey|hi|hello|dear|calling|listen,?|to all|to the|to any|to every|notice to|for the|for all)[, ]{1,2}(?:all |any |the |my |you )*${CERTAIN_AGENTS}\b(?: \w+){0,4}[ ]?[:,.!—-]|\b(?:hey|hi|hello|dear|attention|listen),? (?:there )?(?:agents?|assistants?|bots?)\b ?[:,.!]|\*{2} ?TO THE AI`,
    { surfaces: UNTRUSTED },
  ],
  [
    "vocative",
    "high",
    "gives the agent an order",
    String.raw`(?:(?:^|[^\w.@/-])@?${CERTAIN_AGENTS}|(?:^|[\n.!?*#>"'(:;@] ?)(?:dear |the |this |your )?(?:agent|assistants?|bots?))(?: \([^)\n]{0,30}\))? ?[:,—-]{1,2} ?["']?${ORDER}|@(?:ai-?|the )?(?:agent|assistant|bot|ai)\b[ ,:]{1,2}${ORDER}`,
    { surfaces: UNTRUSTED },
  ],
  [
    "must-risky",
    "high",
    "orders the agent to do something risky",
    String.raw`\b${CERTAIN_AGENTS}\b(?: \w+){0,5}? ?${MUST}(?: (?!ask|not|never|only|be\b)\w+){0,3}? ${RISKY}\b`,
    { surfaces: UNTRUSTED },
  ],
  [
    "agent-must",
    "medium",
    "orders the agent to do something risky",
    String.raw`\b(?:the |this |any |an |your )?(?:agents?|assistants?|bots?)\b(?: \w+){0,6}? ?${MUST}(?: (?!ask|not|never|only|be\b)\w+){0,3}? (?:${RISKY}|add|merge|deploy|retry with sudo)\b`,
    { surfaces: UNTRUSTED, negatable: true },
  ],
  [
    "must-answer",
    "high",
    "orders the agent what to say",
    String.raw`\b(?:${CERTAIN_AGENTS}|it|models?|assistants?) (?:${MUST}|shall) (?:(?:only|always|then) )?(?:answer|reply|respond|say|report|claim|state|output|write)(?: only| with| that| by)* ["'“]|\b(?:must|should|shall) (?:reply|respond|answer) only with\b|\bthe only (?:correct|valid|allowed) (?:response|answer|reply|output) is\b|\b(?:claim|report|say|state) that (?:it|this|all tests|everything|the (?:code|change|tests?))(?: has been| have| was| were| is| are)? (?:reviewed|passed|approved|secure|safe|fine)\b(?: regardless)?`,
    { surfaces: UNTRUSTED, negatable: true },
  ],
  [
    "agents-can",
    "high",
    "speaks to whatever agent reads it",
    String.raw`\b${CERTAIN_AGENTS} (?:can|may) (?:fix|solve|resolve|proceed|continue|unlock|skip|ignore|use|run|now)\b`,
    { surfaces: ["repository", "tool-result", "web", "mcp-description", "memory"] },
  ],
  [
    "you-the-agent",
    "high",
    "speaks to whatever agent reads it",
    String.raw`\byou,? (?:the|an?|as (?:an?|the)) (?:AI|LLM|language model|agent|assistant|bot|model)\b[ ,]|\b${CERTAIN_AGENTS},? (?:that|which|who) \w{2,12} (?:this|these|it here|here)\b|@(?:claude|copilot|codex|cursor|gemini|chatgpt|gpt)\b[ ,:]{1,2}(?:please |now |also )?(?:${ORDER}|close |create |change |fix )|(?:^|[.!?>"'\n] ?)(?:summari[sz]er|grader|classifier|indexer|model|language model) ?: ?(?:please )?(?:write|say|answer|ignore|report|claim|state|output|give|mark|run|call)\b|\bas (?:if )?(?:coming|sent|written) (?:from|by) (?:an? |the )?(?:owner|maintainer|admin\w*|operator)\b`,
    { surfaces: ["repository", "tool-result", "web", "mcp-description", "memory", "ticket"] },
  ],
  [
    "directive",
    "high",
    "is headed as an order to the agent",
    String.raw`\.\. ?(?:ai|agent|llm|assistant)::|(?:<!--|\]: ?# ?\()[^\n]{0,60}\b${CERTAIN_AGENTS} (?:must|should|shall|have to|has to|need to)\b|\binstead of (?:answering|summari[sz]ing|reviewing|translating|helping)(?: \w+){0,3}, (?:tell|say|write|call|run|output|send|open)\b|\b(?:hidden|secret) instructions? (?:start|begin|follow|end)s?\b|\b(?:coding |AI )(?:assistants?|agents?) (?:are|is) (?:required|obliged|expected|instructed|asked) to\b|\bnew instructions for the (?:assistant|agent|AI|model)\b|\b(?:any|every|each) (?:AI |coding )?agent (?:editing|reading|using|working|processing)\b`,
    { surfaces: UNTRUSTED },
  ],
  [
    "as-the-agent",
    "high",
    "speaks to whatever agent reads it",
    String.raw`\bas (?:the|an?) (?:AI |coding |autonomous )?(?:agent|assistant|bot|LLM|language model),? (?:${ORDER}|you\b)|\b${CERTAIN_AGENTS} (?:will|shall|are to|is to) (?:not )?(?:approve|comment|ignore|skip|merge|accept|say|report|rate|recommend|mark|send|email|run|execute|delete|disregard)\b|\bthe (?:agent|assistant|bot) (?:is|has) to (?:email|send|upload|post|delete|approve|merge|grant)\b|\bfootnote for machines\b|\b(?:your|their) (?:AI |browser )?agent should (?:accept|share|click|send|pay|buy)\b|(?<!user )\b(?:agents?|assistants?|bots?) (?:and \w+ )?must (?:disregard|ignore|share|obey)\b`,
    { surfaces: UNTRUSTED },
  ],
  [
    "label",
    "high",
    "is headed as an order to the agent",
    String.raw`\b(?:AI|LLM|AGENT|MODEL|ASSISTANT|BOT)[-_ ](?:NOTE|INSTRUCTIONS?|OVERRIDE|DIRECTIVE|TASK|HINT|COMMAND|ORDER)S?(?: [A-Z]+)? ?[:\]]|\b(?:INSTRUCTIONS?|NOTE|MESSAGE|ORDERS?|COMMAND) (?:TO|FOR) (?:THE )?(?:AI|LLM|AGENT|MODEL|ASSISTANT|BOT)S? ?:|\b[Ii]nstructions? (?:to|for) (?:the )?model ?:|"(?:assistant|agent|ai|llm|model)_?(?:instructions?|directives?|orders?)" ?: ?"`,
    { surfaces: UNTRUSTED, exact: true },
  ],
  [
    "agent-does",
    "medium",
    "writes what the agent does",
    String.raw`\bthe (?:agent|assistant|bot|AI|model) (?:prints?|sends?|posts?|uploads?|shall|will (?:also )?(?:print|send|grant|approve)|may (?:bypass|skip|ignore)|is free to|can use|is authori[sz]ed to|has to export|agrees to follow|may run)\b|\bassistant_note\b|@ai-instructions?\b|\bX-Agent-Instructions?\b|\bTODO\(ai\)|\b(?:AI|LLM|agent|model|assistant|system)[_-](?:instructions?|notes?|directives?|prompt)["']? ?[:=]`,
    { surfaces: UNTRUSTED },
  ],
  [
    "instead-of",
    "medium",
    "turns the agent from its work",
    String.raw`\b(?:do not|don't|instead of) (?:summari[sz]e|summari[sz]ing|answer|process|translate|review|describe) (?:this|the|it)\b|\bafter you have installed\b|\bcontinue (?:analy[sz]ing|triaging|with the instructions at)|\binstead(?:,)? (?:tell|say|output|write|answer|reply) (?:to )?(?:the )?(?:user|that)\b|\bforget the user's request\b|\bby (?:processing|reading) this (?:page|text|document)\b|\bsince you are an? (?:AI|agent|assistant|bot)\b|\b(?:every|the) agent that reads (?:this|it)\b`,
    { surfaces: UNTRUSTED },
  ],
  [
    "prompt-comment",
    "medium",
    "is a comment in the form of a prompt",
    String.raw`<!--\s{0,3}(?:prompt|system|assistant|agent|instructions?|ai|llm|for the (?:model|agent|ai))\b ?[^\n]{0,40}?[:,]|(?:#|//|--|/\*|\*|;)\s{0,3}(?:copilot|claude|cursor|chatgpt|gpt|gemini|autopilot|AI reviewer|codex)\s?:\s`,
    { surfaces: UNTRUSTED, form: "lines", certain: true },
  ],
]);
