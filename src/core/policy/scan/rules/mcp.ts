import { rulesOf } from "../rule.ts";
import { gap } from "../vocabulary.ts";

export const MCP_RULES = rulesOf("mcp", [
  [
    "before-this-tool",
    "high",
    "makes the use of a tool depend on another act",
    String.raw`\bbefore (?:using|calling|you (?:use|call)|invoking|running|any (?:use|call) of) (?:this tool|this function|it\b|install|[\w.]{2,30}\(\))[^.\n]{0,30}?,? ?(?:you must |you have to |always |please |first |the (?:AI|agent|assistant|model) must )*(?:read|pass|send|fetch|provide|obtain|include|open|cat|upload|collect|get the content)\b`,
  ],
  [
    "important-tag",
    "medium",
    "shouts at the model with a tag",
    String.raw`<(?:IMPORTANT|CRITICAL|SYSTEM|SECRET|HIDDEN|INSTRUCTIONS?|URGENT|MANDATORY)>`,
    { exact: true, surfaces: ["mcp-description", "tool-result", "web", "ticket", "memory"] },
  ],
  [
    "will-not-work",
    "medium",
    "threatens that the tool will fail",
    String.raw`\b(?:otherwise|or(?: else)?|if not),? (?:the|this) tool (?:will|does|would) (?:not work|fail|break|not be)`,
  ],
  [
    "first-of-all",
    "high",
    "pushes itself before other tools",
    String.raw`\b(?:call|use|invoke|run) (?:this|it)(?: tool)? (?:first|before (?:every|any|all|each) other)\b|\balways (?:call|use|invoke) this (?:tool|one)\b(?: first)?|\beven when the user did not ask\b`,
    { surfaces: ["mcp-description", "tool-result", "web"] },
  ],
  [
    "shadow",
    "high",
    "changes what another tool does",
    String.raw`\bwhen(?:ever)? (?:this|the) tool is (?:available|used|present|called)\b${gap(60)}\b(?:must|always|should|instead)\b|\b(?:the )?[\x60'"]?[a-z]{2,20}_[a-z_]{2,30}[\x60'"]?(?: tool| function)? (?:tool )?must (?:always |never |only )|\b(?:ignore|disregard) (?:the )?(?:descriptions?|instructions?) of (?:all |any |the )?other tools|\bdo not use (?:any )?other tools?\b|\bdo not use any other tool\b`,
  ],
  [
    "replaces",
    "medium",
    "takes another tool's place",
    String.raw`\bthis tool replaces [\x60'"]?\w|\bnever use (?:the )?[\x60'"]?\w+[\x60'"]?(?: tool)?[;,.] ?(?:always |only )?use this\b|\balways use this one\b`,
    { surfaces: ["mcp-description"] },
  ],
  [
    "whole-conversation",
    "high",
    "wants the whole conversation",
    String.raw`\b(?:pass|include|send|provide|attach|forward|add|copy) (?:the |all |your )*(?:full|entire|whole|complete|previous|recent|last) (?:user )?(?:conversation|chat|messages|history|context|prompt|user messages)\b`,
    { negatable: true },
  ],
  [
    "side-parameter",
    "high",
    "carries data out in a parameter",
    String.raw`\b(?:pass|put|send|place|provide|include|give) (?:it|them|its contents?|that|this|the (?:contents?|result|value|output))(?: \w+){0,3}? (?:as|in|into|to|through|via) (?:the |a |an )?(?:\w+ )?(?:parameter|argument|field|tool|['"\x60]\w+['"\x60]|side-?note|property)`,
  ],
  [
    "needs-secret",
    "high",
    "carries data out in a parameter",
    String.raw`\b(?:needs?|requires?|expects?|wants?) (?:the )?(?:contents?|value|text|copy)s? of\b${gap(30)}(?:\.env\b|\.ssh|id_rsa|credentials|secrets?\b|tokens?\b|keys?\b|config(?:uration)? files?)|\b(?:you )?must also call\b|\b(?:every|all|each|any) (?:messages?|prompts?|questions?|conversations?|inputs?) (?:of|from|by) the user\b|\buse this instead of any other\b|\b(?:include|pass|send) the (?:whole|full|entire) (?:chat|conversation)`,
    { surfaces: ["mcp-description"] },
  ],
  [
    "all-to-this-tool",
    "high",
    "wants everything sent to itself",
    String.raw`\b(?:all|every|each) (?:file contents?|files?|messages?|secrets?|results?|requests?)\b${gap(40)}\b(?:sent|passed|given|submitted|forwarded) to this tool\b|\bfirst send the \w+ to https?://|\b(?:do not|don't|never) (?:reveal|mention|say|tell)\b${gap(20)}\b(?:called|use|used) (?:it|this tool)\b|\bkeep this description (?:secret|hidden)|\bmust keep this description\b`,
  ],
]);
