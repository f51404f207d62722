import { rulesOf, UNTRUSTED } from "../rule.ts";
import { gap, ORDERS } from "../vocabulary.ts";

const DROP = String.raw`(?:ignor(?:e|ing)|disregard(?:ing)?|forget|discard|override|overrule|bypass|neglect|abandon|dismiss|drop|erase|unlearn|set aside|pay no (?:attention|heed) to|throw away|refuse to follow|(?:do not|don't|never|no longer|stop|cease|must not|should not|need not) (?:follow(?:ing)?|obey(?:ing)?|listen(?:ing)? to|adher(?:e|ing) to|comply(?:ing)? with|respect(?:ing)?|apply(?:ing)?)|(?:delete|clear|wipe) (?:its |your )?memory of)`;
const EARLIER = String.raw`(?:previous(?:ly)?|prior|above|preceding|earlier|former|foregoing|initial|original|past|existing|old|system|developer(?:'s|s')?|operator(?:'s|s')?|given|first)`;
const ALL = String.raw`(?:all|any|every|each|the|these|those|your|its|of|other|own|usual|my|whatever|everything|such|entire|whole|safety)`;
const OWN = String.raw`(?:your|its own)`;

export const OVERRIDE_RULES = rulesOf("override", [
  [
    "earlier-instructions",
    "high",
    "tells the agent to drop what it was told before",
    String.raw`\b${DROP} (?:${ALL} ){0,4}(?:${EARLIER}[ ,]{1,2}(?:and |or )?(?:${ALL} )?){1,3}(?:\w+ )?${ORDERS}\b`,
    { negatable: true, certain: true },
  ],
  [
    "instructions-above",
    "high",
    "tells the agent to drop what it was told before",
    String.raw`\b${DROP} (?:${ALL} ){0,4}(?:\w+ )?${ORDERS} (?:above|before|from (?:before|above|earlier)|that (?:came|come|were|you)|you (?:were|have been|had|received|got|know)|given|so far|in (?:your|the) system|received|of (?:your|the) (?:operator|developer|system)|(?:previously|originally|initially) )`,
  ],
  [
    "own-instructions",
    "high",
    "tells the agent to drop its own rules",
    String.raw`\b${DROP} (?:all |any |every |each |of ){0,3}${OWN} (?:\w+ ){0,2}${ORDERS}\b(?! (?:to|from|about|on) )`,
  ],
  [
    "everything-told",
    "high",
    "tells the agent to drop what it was told before",
    String.raw`\b${DROP} (?:(?:all|everything|anything|whatever)(?: of)?(?: that| which)? (?:you (?:were|have been|had been|know|learned|learnt|are)|i (?:said|told you) before|(?:was|is) (?:said|written|above)|above|before(?: this)?\b|the operator|came before|prior)|what (?:you (?:were|have been) (?:told|taught|given)|(?:your )?(?:makers?|creators?|developers?|operators?|they|anyone|people|others) (?:have |has |had )?(?:told|said|instructed|taught|asked) (?:to )?you))`,
  ],
  [
    "the-rules",
    "medium",
    "tells the agent to drop rules",
    String.raw`\b${DROP} (?:all (?:of )?)?(?:the |these |those |any |its |all |every )(?:usual |safety |security |content |standard )?(?:polic(?:y|ies)|rules|guidelines|instructions|safety|restrictions|approvals?|acceptance criteria|user's request|(?:the )?system prompt|safety warnings|warnings)\b`,
    { negatable: true },
  ],
  [
    "security-rules",
    "high",
    "tells the agent to drop its safety rules",
    String.raw`\b${DROP} (?:all |any |the |your |every |its ){0,3}(?:safety|security|ethical|content|moderation) (?:polic(?:y|ies)|rules|guidelines|instructions|restrictions|protocols?|guardrails|warnings?|training|filters?|mode|checks?|controls?|limits?|protections?|settings)\b`,
  ],
  [
    "the-above",
    "medium",
    "tells the agent to drop what stands above",
    String.raw`\b${DROP} (?:everything |all )?(?:(?:the )?above|the (?:issue|ticket|text|request|task) above|prior context|previous context|(?:everything|anything) above)\b(?:(?! diff| log| comment| error| message| warning))`,
  ],
  [
    "above-and-instead",
    "high",
    "replaces the task by another",
    String.raw`\b${DROP} (?:everything |all |of |the ){0,3}(?:above|prior|previous|earlier|preceding|issue above|that)(?: line| text| context| ticket)?s?(?: this line)?[,.]? (?:and|but) (?:instead |now |rather |only |just )?(?:output|tell|say|print|do|add|write|show|reveal|repeat|answer|respond|give|act)`,
  ],
  [
    "user-request",
    "high",
    "turns the agent from what it was asked",
    String.raw`\b${DROP} (?:the |your )(?:user'?s?|owner'?s?|person'?s?|requester'?s?) (?:\w+ )?(?:questions?|requests?|query|queries|messages?|instructions?|task|goal|wishes)\b|\b(?:previous|earlier|original|last) (?:user )?(?:request|task|order|goal|question) (?:is|was|has been) (?:now )?(?:cancell?ed|void|withdrawn|replaced|obsolete)|\b(?:text|ticket|request|task|content|instructions?) above (?:was|were|is|are) (?:only )?(?:a )?(?:decoy|joke|test|mistake|fake|placeholder)s?\b`,
  ],
  [
    "new-role",
    "high",
    "gives the agent another task",
    String.raw`\byou (?:have been|are|were)(?: now)? (?:given|assigned) (?:a |the )?new (?:role|task|goal|identity|objective|mission)|\bnew (?:objective|mission|directive|persona|identity): |\bconversation (?:was |has been )?reset\b|\byour (?:polic(?:y|ies)|rules|guidelines|instructions) (?:has|have) (?:been )?(?:changed|updated|relaxed|replaced)`,
  ],
  [
    "need-not-follow",
    "high",
    "frees the agent from its rules",
    String.raw`\byou (?:do not|don't|need not|no longer) (?:have|need) to (?:stick to|follow|obey|respect|care about|comply with|keep to|adhere to|mind)\b[^.\n]{0,30}\b(?:operator|developer|creators?|makers?|system|prompt|instructions|rules|guidelines|polic\w+|you were told)|\b(?:consider|regard|treat) (?:all |any |your |the )*(?:earlier|previous|prior|other|system|original) (?:\w+ )?(?:instructions?|guidance|rules|guidelines|directives|prompts?|orders) (?:as )?(?:withdrawn|void|cancell?ed|obsolete|null|gone|invalid)|\bthere are no (?:more |longer )?(?:rules|restrictions|limits|guidelines) (?:in|for|during) (?:this|our) (?:conversation|chat|session|game)`,
  ],
  [
    "task-changed",
    "high",
    "gives the agent another task",
    String.raw`\byour (?:task|goal|role|job|objective|mission|orders|assignment) (?:has|have|is|was) (?:now )?(?:been )?(?:changed|updated|replaced|cancell?ed)\b|\b(?:instructions|steps|rules|orders)\b[^.\n]{0,50}\b(?:override|overrule|supersede|replace) (?:the|all|your|any) (?:project|system|repository|previous|earlier|other|usual|security)(?:'s)? (?:rules|instructions|polic\w+|guidelines|prompt)`,
  ],
  [
    "real-task",
    "high",
    "gives the agent another task",
    String.raw`\byour (?:real|actual|true|only) (?:task|goal|job|objective|mission|purpose|role|instructions?) (?:is|are|will be|:)|\b${DROP} the (?:ticket|issue|task|request|text|description) above\b`,
    { surfaces: UNTRUSTED },
  ],
  [
    "void",
    "high",
    "declares the agent's instructions void",
    String.raw`\b(?:your|all|any|the|these|those) (?:\w+ ){0,1}(?:previous|prior|earlier|original|initial|old|former|existing|preceding|other|current)?(?: \w+)? ?(?:instructions?|directions|directives|rules|guidelines|orders|restrictions|prompts?|polic(?:y|ies)) (?:are|is|were|have been|has been|end|no longer|do not|don't|does not|doesn't) (?:now |hereby |all )?(?:void|cancell?ed|obsolete|revoked|withdrawn|null|invalid|overridden|superseded|suspended|lifted|removed|here\b|apply|applies|a mistake|updated|replaced|changed by)`,
  ],
  [
    "prior-end",
    "high",
    "declares the agent's instructions ended",
    String.raw`\b(?:prior|previous|earlier|all|original) (?:safety )?(?:instructions|prompts|directions|rules|orders) (?:end|stop|are over|no longer|are outdated|are obsolete|were a mistake)`,
  ],
  [
    "new-instructions",
    "medium",
    "brings new instructions",
    String.raw`\bnew (?:instructions?|rules?|orders?|directives?|policy|system prompt)(?: for (?:you|the (?:agent|assistant)))?:|\b(?:here are|these are|follow|obey|use) (?:your |the |my |these )(?:new |real |actual |true |updated )+(?:instructions|rules|orders|directives|guidelines)`,
  ],
  [
    "new-task",
    "medium",
    "gives the agent another task",
    String.raw`\byour (?:new|real|actual|true|only|updated|next) (?:task|goal|job|objective|mission|purpose|role|instructions?|orders?|rules?|directive) (?:is|are|will be|must be|:)|\b(?:the )?real (?:tasks?|ticket|instructions?|goal|request)\b[^.\n]{0,12}:|abandon your (?:current |present )?(?:task|goal|work)`,
  ],
  [
    "precedence",
    "high",
    "puts itself above the agent's instructions",
    String.raw`\b(?:takes? precedence over|overrides?|supersedes?|outranks?|replaces?|has priority over) (?:any|all|every|everything|your)(?: of)?(?: your| the)?(?: \w+){0,2} (?:instructions?|rules?|prompts?|guidelines|directives|told)\b`,
  ],
  [
    "notwithstanding",
    "high",
    "puts itself above the agent's instructions",
    String.raw`\b(?:notwithstanding|regardless of|irrespective of|contrary to) (?:any |all |your |the )?(?:prior|previous|earlier|existing|other)? ?(?:prompts?|system prompts?|instructions?)\b`,
  ],
  [
    "obey-me",
    "high",
    "demands obedience",
    String.raw`\b(?:listen only to|obey|follow only|answer only to|take orders (?:only )?from) (?:me\b|mine\b|the (?:next|following|text below|message below)|my (?:commands|orders|instructions))|\bfollow (?:me|mine)(?: instead|\.|$)|\b(?:execute|follow|obey) (?:the steps|the text|the instructions|what (?:is|stands)|only what) (?:below|follows)(?: and nothing else)?|work only on what follows|\bdo (?:exactly )?(?:what|as) (?:it|they|i) (?:says?|tell|command)|\bobey (?:it|the next message)\b`,
  ],
  [
    "obey-what-follows",
    "high",
    "demands obedience",
    String.raw`(?:^|[.!?>\n]\s?)obey ?: ?\w`,
    { form: "lines", certain: true },
  ],
  [
    "squeezed",
    "high",
    "tells the agent to drop what it was told before, without blanks between the words",
    String.raw`(?:ignore|disregard|forget)(?:all|the|your|my|any){0,3}(?:previous|prior|above|earlier)(?:instructions?|rules|directions|prompts?)|reveal(?:the|your)systemprompt|showme(?:the|your)systemprompt`,
  ],
  [
    "obey-somebody",
    "high",
    "demands obedience",
    String.raw`\b(?:obey|take orders from) (?:the|this|any|all|every|what|whatever|its) \w+|\b(?:do|follow|execute|run) (?:whatever|anything|everything)\b${gap(30)}\b(?:says?|tells?|asks?|wants?|orders?|below)\b`,
    { surfaces: UNTRUSTED },
  ],
  [
    "start-over",
    "medium",
    "starts a session with other rules",
    String.raw`\b(?:begin|start) (?:a )?(?:new|fresh) (?:session|conversation|role|game) (?:with|under|where)|\b(?:reset|erase|wipe) (?:your|its) (?:initial |original )?(?:rules|instructions|memory|context|programming)|\bnew session with new rules|\bwith new rules\b`,
  ],
]);
