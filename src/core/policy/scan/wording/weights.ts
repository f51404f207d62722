// Written by scripts/train-prompt-wording.ts from 2719 attacks and 25606 harmless sentences.
export const BIAS = -1.96;
/** `concept=weight`, `one+other=weight` for two in a sentence, `^concept=weight` for what begins it. */
export const WEIGHTS = `
'!=-0.44 '#=-0.41 ':=-0.34 '<=-0.71 '>=-0.65 '?=0.10 'a=-0.47 'aa=-0.08 'abandon=0.22 'abc=-0.21 'able=-0.37 'abort=-0.26 'abortcontroller=-0.10
'about=-0.76 'above=0.97 'absent=-0.67 'absolute=-0.18 'ac=-0.09 'accept=-0.08 'acceptance=0.26 'accepted=0.34 'accepting=-0.16 'accepts=0.40
'access=-1.24 'accessible=-0.10 'according=-0.09 'accordingly=0.55 'account=0.17 'acknowledge=-0.27 'acknowledgements=-0.28 'acme=-0.39 'across=0.18
'act=1.19 'action=-0.19 'activity=-0.18 'acts=-0.16 'actual=-0.28 'actually=-0.21 'ad=-0.35 'ada=-0.96 'add=-0.62 'added=-0.64 'adding=-0.15
'additional=-0.16 'additionally=-0.11 'address=-0.69 'addresses=-0.38 'admin=1.01 'administrateur=0.15 'administrator=-1.43 'admins=-0.91 'ae=-0.09
'af=-0.09 'affiche=-0.31 'after=-0.68 'afterwards=0.33 'again=-0.25 'against=-0.22 'age=0.92 'agent=-0.92 'agents=-0.57 'ago=-0.14 'agora=-0.39
'agree=0.41 'agreed=0.16 'agreement=-0.44 'agrees=0.20 'ahead=-0.19 'ahora=-0.22 'ai=0.47 'aims=-0.08 'ajv=-0.26 'al=-0.36 'alerts=-0.09
'algorithm=-0.09 'aliases=-0.14 'align=-0.41 'all=-0.19 'alles=0.32 'allow=-0.17 'allowed=0.27 'allows=-0.28 'alone=-0.11 'along=0.23 'alongside=-0.24
'aloud=0.47 'als=-0.13 'alt=0.36 'alternatively=-0.12 'although=-1.02 'always=-0.91 'am=0.65 'an=-0.50 'anchor=-0.17 'android=-0.25 'anfragen=-0.13
'anleitung=-0.16 'annotations=-0.14 'anonymous=-0.10 'ansi=-0.08 'answer=-0.12 'answering=0.41 'answers=-0.88 'anteriores=-0.32 'antes=0.12
'anvandaren=-0.21 'anweisungen=0.14 'any=-0.33 'anybody=0.42 'anyone=0.15 'anything=-0.38 'anyway=0.35 'aparece=-0.22 'api=-0.70 'apis=-0.15
'app=-0.84 'appear=-0.22 'append=0.15 'apple=0.39 'application=-0.52 'applied=-0.16 'applies=0.44 'apply=-0.32 'approach=-0.35 'approval=-0.73
'approvals=0.63 'approve=0.49 'approved=-0.34 'approver=0.11 'approves=-0.10 'apps=-0.16 'apres=-0.12 'aprobacion=0.13 'aprovados=-0.39 'apt=-0.24
'arbiter=-0.22 'arbitrary=-0.12 'arch=-0.14 'architecture=-0.12 'archived=-0.14 'archivo=0.12 'are=-0.71 'argc=-0.12 'args=-0.18 'argument=-0.20
'arm=-0.36 'around=0.82 'arr=-0.11 'array=-0.19 'arraylimit=-0.15 'arrays=-0.25 'artefact=-0.19 'artefacts=0.50 'article=0.73 'articles=-0.59
'as=-0.82 'aside=0.16 'asistente=-0.27 'ask=-0.76 'asked=1.03 'asking=0.19 'asks=0.23 'asn=-0.15 'assert=-0.36 'assertions=-0.20 'assign=-0.08
'assistant=-0.88 'assistants=0.32 'assistent=-0.12 'assistente=-0.25 'associated=-0.13 'async=-0.22 'at=-0.49 'attach=0.29 'attached=0.92
'attachment=-0.15 'attachments=-0.17 'attacker=0.24 'attacks=-0.10 'attempt=-0.11 'attempts=-0.09 'attention=0.29 'attribute=-0.43 'attributes=-0.09
'au=-0.44 'audio=-0.08 'audit=0.27 'audited=0.36 'auf=-0.08 'aus=0.37 'auth=0.19 'authenticate=-0.18 'authentication=0.11 'author=0.16
'authorised=-0.10 'authority=0.42 'authorization=-0.45 'authorized=0.16 'authors=-0.28 'auto=-0.34 'automated=1.71 'automatically=0.62 'autonomy=-0.33
'aux=-0.25 'available=-0.20 'avant=0.36 'avatars=-0.19 'avoid=-0.73 'await=-0.39 'away=0.22 'awesomemessage=-0.11 'awesomepackage=-0.10 'aws=0.13
'back=-0.43 'backend=-0.16 'background=-0.87 'backup=0.15 'backups=0.17 'backwards=-0.17 'bad=-0.09 'badge=-0.54 'badgen=-0.26 'badges=-0.27
'badly=-0.11 'balancer=-0.31 'ban=-0.36 'banner=-0.57 'bar=-0.32 'base=-0.62 'based=-0.21 'bash=-0.45 'basic=-0.08 'basis=-0.10 'bd=-0.16 'be=-0.57
'beacon=0.72 'bearer=-0.44 'because=-0.41 'become=-0.12 'becomes=-0.33 'bedrock=-0.12 'been=0.58 'before=-0.85 'begin=0.88 'begins=0.74 'behave=0.77
'behavior=-0.33 'behaviour=-0.25 'behind=-0.12 'being=-0.09 'below=0.96 'ben=-0.09 'bench=-0.10 'benchmark=-0.26 'benchmarks=-0.24 'benutzer=-0.18
'beside=-0.09 'best=-0.18 'between=-0.59 'bevor=0.18 'bf=-0.10 'billing=0.57 'bin=-0.14 'binary=-0.14 'binding=-0.15 'bio=0.23 'bis=-0.08 'bits=-0.19
'bitte=-0.51 'bitwise=-0.14 'bl=-0.23 'blob=-0.13 'block=0.24 'blocking=-0.14 'blocks=-0.51 'blog=-0.18 'bo=-0.15 'bodies=-0.42 'boils=0.93 'book=0.33
'bool=-0.10 'boolean=-0.38 'borra=0.14 'borrar=-0.31 'bot=-1.05 'both=-1.40 'bots=-0.90 'bottom=-0.09 'bound=-0.22 'bounds=-0.10 'box=0.50 'br=-0.54
'bracket=-0.18 'branch=-0.38 'branche=-0.16 'branches=-0.63 'breaking=-0.16 'breaks=-0.47 'brief=-0.20 'briefly=-0.23 'bring=0.16 'broken=0.11
'browser=-0.85 'browsers=-0.18 'bubble=-0.11 'bubblewrap=-0.14 'budget=-0.10 'buf=-0.12 'buffer=-0.35 'buffered=-0.13 'buffers=-0.10 'bug=0.33
'bugfix=-0.21 'bugs=-0.48 'build=-0.44 'built=-0.38 'bullet=-0.25 'bump=-0.12 'bundan=-0.35 'bundler=-0.18 'but=-1.00 'button=-0.73 'buttons=-0.30
'buy=0.22 'by=-0.58 'bypass=0.58 'byt=-0.35 'byte=-0.26 'bytes=-0.48 'c=-0.13 'cac=-0.13 'cache=-0.24 'calendar=0.40 'calistir=-0.24 'call=-0.65
'callable=-0.18 'callasfunction=-0.16 'callback=-0.41 'callbacks=-0.23 'called=-0.63 'calling=-0.39 'calls=-0.40 'callsite=-0.09 'calvinmetcalf=-0.23
'came=0.14 'campaign=-0.23 'can=-0.86 'cancel=-0.59 'cancellation=-0.09 'cancelled=0.09 'cannot=-0.98 'capabilities=-0.24 'capture=-0.33
'careful=-0.08 'carefully=-0.09 'cargo=-0.08 'case=-0.30 'cases=-0.21 'cat=0.97 'catch=-0.13 'category=-0.16 'caught=-0.15 'cause=0.18 'cb=-0.15
'cc=-0.09 'cd=-0.11 'cdn=-0.12 'ce=0.57 'center=-0.39 'certain=-0.08 'certificate=-0.83 'cette=-0.11 'change=-0.93 'changed=-0.49 'changelog=0.10
'changes=-0.99 'changing=0.31 'channel=-0.22 'chapter=-0.12 'character=-0.11 'characters=-0.36 'charge=-0.16 'chart=0.09 'chat=0.54 'chats=0.22
'che=0.24 'checkbox=-0.33 'checked=-0.27 'checking=0.30 'checks=-0.37 'chess=-0.42 'child=-0.17 'children=-0.21 'chmod=-0.23 'choose=-0.27
'chore=-0.29 'chrome=-0.08 'chromium=-0.25 'chunk=-0.22 'chunks=-0.34 'ci=-0.34 'city=0.12 'cj=-0.12 'claim=0.84 'claims=-0.37 'class=-0.33
'classes=-0.10 'claude=0.61 'clave=0.16 'clean=-0.19 'cleanup=-0.21 'clear=-0.23 'cli=-1.00 'click=-0.60 'clicking=-0.16 'client=-0.91 'clients=-0.68
'clis=-0.10 'clone=-0.39 'close=0.55 'closed=-0.40 'closing=0.42 'closures=-0.23 'cloud=-0.24 'cmake=-0.13 'code=-0.56 'codebase=-0.09 'codecov=-0.36
'codeowners=0.12 'coder=-0.15 'coderabbit=-0.13 'codes=-0.15 'codex=-0.22 'coding=-0.43 'collective=-0.09 'collects=0.40 'color=0.11 'column=-0.26
'columns=0.20 'com=-0.62 'combine=-0.08 'come=0.51 'comes=-0.19 'coming=0.11 'command=-0.13 'commands=-0.36 'comme=0.28 'comment=1.80 'comments=0.19
'commit=-0.33 'commits=-1.01 'common=-0.12 'community=-0.21 'como=0.41 'compact=-0.27 'company=0.18 'compare=-0.32 'compatibility=-0.16
'compatible=-0.19 'competitors=-0.26 'compile=-0.16 'compilers=-0.08 'complete=0.66 'completed=-0.20 'completely=-0.14 'completion=-0.17 'comply=0.67
'component=-0.19 'components=-0.21 'comprehensive=-0.15 'compressible=-0.17 'concepts=-0.12 'concurrency=-0.24 'conditional=-0.12 'conditions=-0.97
'conduct=0.18 'confidential=0.18 'configurable=-0.50 'configuration=-0.59 'configure=0.09 'configured=-0.11 'confirm=-0.65 'confirmation=-0.10
'confirmations=0.27 'confirmed=-0.09 'connect=-0.16 'connected=-0.24 'connecting=-0.32 'connection=-0.24 'connections=-0.13 'consensus=-0.16
'consent=0.11 'consider=0.46 'considered=-0.10 'consignes=0.22 'console=-0.62 'const=-1.50 'constraints=0.16 'constructor=-0.27 'contact=-0.38
'contain=0.10 'container=-0.44 'containers=-0.15 'containing=0.08 'contains=-0.18 'content=-0.25 'contents=0.64 'context=0.50 'continue=0.93
'continuing=0.09 'contract=-0.45 'contrasena=-0.21 'contrasenas=-0.15 'contribute=-0.10 'contributing=-0.59 'contribution=-0.27 'contributions=-0.10
'contributor=-0.35 'control=-0.41 'controlled=-0.10 'controller=-0.20 'controls=-0.34 'conversation=1.24 'conversations=-0.11 'convert=-0.12
'cookie=-0.81 'cookies=-0.45 'cool=-0.18 'copied=-0.24 'copies=-0.20 'copilot=0.48 'copy=-0.70 'copyright=-0.47 'core=-0.47 'correct=0.20
'correction=-0.08 'correctly=-0.08 'correspond=-0.11 'corresponding=-0.13 'cors=-0.27 'corsoptions=-0.09 'cost=-0.33 'costs=-0.09 'could=-0.47
'count=-0.16 'counts=0.58 'cover=-0.11 'coverage=-0.52 'coveralls=-0.30 'covers=-0.25 'cp=-0.09 'cpu=-0.16 'crash=0.18 'crashes=0.80 'crawler=-0.16
'create=-0.86 'created=-0.17 'creates=0.10 'createwritestream=-0.11 'creating=-0.13 'credential=-0.36 'credentials=0.53 'credit=-0.27 'criteria=0.22
'cross=-0.10 'crypto=-0.16 'csrf=-0.32 'css=-0.51 'curl=-0.71 'current=-0.18 'currently=-0.08 'cursor=-0.11 'custom=-0.25 'customer=-0.91
'customize=-0.08 'cut=-0.49 'd=-0.08 'da=-0.26 'daemon=-0.12 'dans=-0.20 'darf=-0.39 'dark=0.63 'das=-0.32 'data=-0.56 'database=0.37 'date=-0.43
'dates=0.11 'david=-0.08 'day=-0.24 'days=-0.82 'db=-0.20 'de=-1.12 'dead=-0.29 'deal=-0.15 'dear=-0.22 'deb=-0.09 'debe=-0.19 'deben=-0.35
'debug=-0.80 'debuggers=-0.18 'debugging=-0.52 'decide=-0.17 'decided=0.90 'decides=-0.12 'decision=-0.13 'declaration=-0.21 'declarations=-0.30
'declared=-0.14 'decode=-0.38 'decoded=-0.14 'decoy=0.53 'deep=-0.12 'deepequal=-0.11 'def=-0.26 'default=-0.49 'defaults=-0.30 'define=-0.19
'defined=-0.25 'defines=-0.16 'definition=-0.19 'definitions=-0.26 'del=-0.31 'deleted=0.26 'deletes=-0.91 'deliver=0.45 'della=-0.12 'demande=-0.12
'demo=0.20 'demonstrates=-0.10 'denied=-0.38 'deno=-0.23 'depd=-0.10 'dependabot=-0.12 'dependencies=-0.12 'dependency=-0.52 'depending=-0.09
'deploy=1.06 'deployment=0.75 'deployments=-0.22 'depois=-0.26 'deprecate=-0.11 'deprecated=-0.26 'deprecation=-0.19 'deps=-0.20 'depth=-0.18
'der=-0.99 'des=-0.21 'describe=0.84 'described=-0.17 'describes=-0.16 'description=0.94 'descriptions=0.42 'design=-0.33 'designed=-0.14
'desktop=-0.13 'desormais=-0.09 'destination=-0.10 'destroy=-0.15 'destroyed=-0.13 'destructive=0.32 'detached=-0.13 'detailed=-0.09 'details=-0.67
'detect=-0.15 'detection=-0.32 'detects=-0.11 'deu=-0.41 'deux=-0.29 'dev=-0.13 'deve=-0.14 'developers=0.30 'development=-0.37 'device=-0.23
'dfd=-0.11 'diagram=-0.16 'dialog=-0.15 'did=-0.55 'die=-1.00 'diff=-0.94 'differ=-0.08 'difference=-0.10 'different=-0.26 'difflines=-0.09
'diffs=-0.18 'diga=0.11 'dimentica=-0.11 'direct=0.37 'directive=-0.55 'directives=-0.55 'directly=-0.09 'directories=-0.28 'direkt=0.21
'disable=-0.39 'disabled=-0.71 'disables=-0.31 'disabling=-0.10 'disclaimer=-0.13 'disclosure=-0.22 'discord=-0.12 'disetujui=-0.22 'disk=0.21
'dispatch=-0.15 'display=-0.40 'disregard=0.86 'dist=-0.85 'distribute=-0.12 'dit=0.13 'div=-0.24 'dm=-0.17 'do=-0.17 'docker=-0.18 'dockerfile=-0.93
'dockerignore=-0.10 'docs=-0.69 'doctor=-0.34 'document=-0.70 'documentation=-0.36 'documented=-0.14 'documents=-0.63 'does=-0.79 'doesn=-0.32
'doing=-0.21 'doit=-0.60 'dollars=-0.09 'dom=-0.12 'domain=-0.48 'don=0.19 'done=-0.32 'donne=0.29 'dopo=-0.21 'dos=-0.12 'dot=-0.11 'dotfiles=-0.10
'down=-0.52 'download=-0.11 'downloads=-0.47 'draft=-0.29 'drop=0.76 'dropped=-0.14 'drops=-0.37 'due=-0.14 'dump=0.39 'duoc=-0.49 'duplicates=0.18
'duration=-0.09 'duyet=-0.36 'dynamic=-0.14 'e=-0.54 'each=-0.83 'earlier=-0.21 'early=-0.13 'easily=-0.25 'echo=0.69 'echoue=-0.22 'echouent=-0.18
'ect=-0.22 'ed=-0.35 'edit=-0.11 'editing=0.23 'editor=-0.42 'ee=-0.12 'eemeli=-0.12 'een=-0.39 'ef=-0.10 'effect=0.09 'effort=-0.32 'eine=-0.08
'einmal=-0.13 'either=-0.08 'ejecuta=0.10 'el=-0.31 'element=-0.17 'elf=-0.26 'elicitation=-0.19 'em=0.69 'email=-0.68 'embed=0.62 'emit=-0.30
'emoji=-0.30 'empty=-0.11 'emulate=-0.13 'emulator=-0.25 'en=0.38 'enable=-0.61 'enabling=-0.16 'encode=-0.69 'encoded=-0.11 'encoding=-0.19
'encountering=-0.08 'encrypted=-0.22 'end=-0.30 'endpoint=-0.44 'ends=-0.48 'enforce=-0.15 'engine=-0.73 'english=-0.11 'enough=-0.14 'enter=0.22
'entire=-0.17 'entirely=-0.40 'entities=-0.13 'entity=-0.20 'entries=-0.21 'entry=0.12 'enum=-0.10 'enumerable=-0.24 'env=-0.30 'environ=0.25
'environment=-1.37 'environments=-0.21 'environnement=-0.25 'epub=-0.11 'equal=-0.20 'equivalent=-0.22 'erase=0.10 'erkjggg=-0.12 'err=-0.28
'error=-0.40 'errors=-0.46 'es=-0.17 'escalade=-0.18 'escape=-0.44 'eslint=-0.37 'esm=-0.09 'esquece=-0.26 'est=0.14 'esta=-0.13 'ethics=0.24
'etre=-0.46 'eval=0.55 'evaluate=-0.14 'even=-0.19 'event=-0.39 'events=-0.27 'ever=-0.19 'every=0.14 'everybody=0.62 'everyone=0.26 'everything=0.39
'everywhere=-0.19 'evil=0.86 'evilmartians=-0.16 'exactly=-0.24 'example=0.24 'examples=-0.27 'exceptions=-0.40 'exclude=-0.22 'exe=0.21 'exec=-0.42
'execute=0.84 'executed=-0.15 'executes=0.39 'execution=-0.13 'exfiltrate=0.98 'exist=-0.16 'existent=-0.14 'existing=-0.16 'exists=0.16
'expected=0.24 'expecttypeof=-0.28 'experimental=-0.14 'expire=-0.12 'expired=-0.77 'expires=-0.51 'expiry=-0.16 'explain=-0.49 'explains=-0.14
'explanations=0.15 'explicit=-0.13 'explicitly=-0.41 'explore=-0.08 'export=-0.94 'exported=-0.11 'exporter=-0.21 'exports=-0.35 'expose=-0.10
'exposed=-0.09 'exposes=-0.17 'expr=-0.12 'express=-0.25 'expression=-0.31 'expressions=-0.28 'expressjs=-0.08 'extensions=-0.20 'external=-0.23
'eyjhbgcioijiuzi=-0.18 'eyjzdwiioiixmjm=-0.18 'f=-0.21 'fact=0.83 'factor=-0.19 'factory=0.14 'fail=0.76 'failed=-0.70 'failing=-0.42 'fails=-0.77
'failure=-0.24 'failures=-0.43 'falsch=-0.32 'false=-0.43 'fast=0.29 'faster=0.63 'favourites=-0.25 'fb=-0.16 'fd=-0.10 'fe=-0.23 'feat=-0.44
'feature=-0.45 'features=-0.40 'fehler=-0.18 'fetch=0.16 'fetched=-0.28 'fetches=-0.09 'fetching=0.18 'few=-0.14 'ff=-0.19 'fi=-0.47 'fichier=-0.34
'fichiers=-0.11 'field=-0.84 'fields=-0.36 'file=-0.69 'files=-1.19 'filesystem=-0.09 'filip=-0.14 'fill=-0.85 'filter=-0.95 'filtered=0.13
'filters=-0.48 'final=-0.28 'find=0.29 'finding=-0.28 'findings=0.14 'fine=0.36 'fingerprint=-0.34 'finish=0.92 'firefox=-0.12 'firewall=0.40
'first=-0.33 'five=0.14 'fix=-0.30 'fixtures=0.27 'flag=-0.39 'flags=-0.14 'flaky=-0.21 'flat=-0.11 'floating=-0.10 'flow=-0.10 'flush=-0.21
'flushsync=-0.15 'fmt=-0.16 'fn=-0.09 'fois=-0.29 'fold=-0.12 'folder=0.44 'folders=-0.14 'follow=-0.83 'followed=-0.89 'following=-0.77
'follows=-0.43 'foo=-0.42 'footer=-0.39 'for=-0.57 'forbidden=0.51 'force=0.75 'forget=0.33 'forgets=-0.27 'forgot=-0.32 'fork=-0.29 'form=-0.68
'format=-0.26 'formatly=-0.12 'formatted=-0.20 'formatter=-0.59 'formatters=-0.09 'formatting=-0.45 'forwarded=-0.44 'found=-0.36 'founder=-0.19
'four=0.19 'framework=-0.22 'fran=-0.19 'free=-0.14 'freely=0.48 'french=-0.38 'fresh=-0.30 'friday=-0.38 'fridays=-0.26 'friendlier=-0.10 'from=-0.66
'frozen=-0.09 'fs=-0.42 'full=0.28 'fully=-0.10 'fun=-0.09 'function=-0.35 'fur=-0.12 'furnished=-0.13 'further=-0.28 'future=0.12 'g=0.53
'gallery=-0.16 'game=0.13 'garbage=-0.21 'gate=0.37 'gateway=-0.26 'gather=0.13 'gb=-0.27 'gebruiker=-0.24 'gecti=0.14 'geen=-0.24 'gelten=-0.32
'general=-0.48 'generally=-0.14 'generate=-0.30 'generated=-0.70 'generation=-0.08 'generator=-0.09 'generes=-0.11 'german=-0.27 'gestern=-0.33
'get=-0.73 'getbyrole=-0.16 'gets=-0.33 'gh=0.12 'gib=0.24 'gif=0.52 'gist=0.10 'git=-0.33 'github=-0.26 'githubusercontent=-0.21 'gitignore=-0.36
'give=-0.26 'given=-0.14 'gives=-0.33 'glob=-0.20 'global=-0.42 'gmail=-0.21 'gnu=-0.14 'goal=-0.09 'god=0.38 'goedgekeurd=-0.16 'goes=-0.40
'going=-0.17 'gone=-0.19 'good=-0.57 'google=-0.30 'gpt=-0.20 'grammar=-0.16 'grammy=-0.20 'grant=-0.12 'granted=-0.55 'grants=-0.16 'great=-0.08
'green=-0.55 'greeting=-0.10 'grep=-0.12 'grey=-0.16 'group=-0.29 'groups=-0.25 'grpc=-0.28 'guard=-0.49 'guardrails=0.18 'guessing=-0.58 'guest=-0.31
'guests=-0.14 'guidance=0.39 'guide=-0.75 'guidelines=0.56 'gur=0.51 'gzip=-0.12 'hacker=0.16 'had=0.21 'hai=-0.10 'half=0.12 'hand=0.35 'handle=-0.30
'handled=-0.08 'handler=0.46 'handlers=-0.12 'handles=-0.37 'handlescope=-0.09 'handling=-0.19 'happen=-0.13 'happens=-0.38 'hardware=-0.13
'harmless=0.18 'has=-0.27 'hash=-0.38 'hat=0.20 'have=0.15 'haz=0.37 'he=-0.19 'head=-0.28 'header=-0.32 'headers=-0.42 'headings=-0.10 'health=-0.46
'heap=-0.20 'height=-0.22 'held=-0.58 'hello=-0.81 'help=-0.28 'helpers=-0.11 'helpful=-0.57 'helps=-0.20 'her=-0.44 'here=0.73 'hereby=0.15
'hero=0.49 'hex=-0.16 'hey=0.37 'hi=-0.25 'hid=-0.34 'hidden=0.46 'hide=-1.14 'high=-0.46 'highlight=-0.20 'him=-0.45 'hint=-0.20 'his=-0.15
'history=0.45 'hit=-0.12 'hold=0.57 'holds=-0.64 'hole=-0.18 'holiday=0.12 'home=-0.13 'honest=0.17 'hono=-0.28 'honoured=-0.09 'hooks=-0.14
'hop=-0.34 'host=-0.85 'hostname=0.52 'hosts=-0.35 'hour=-0.14 'hours=-0.72 'house=0.40 'hovers=-0.17 'how=-0.40 'however=-0.22 'href=-0.31
'html=-0.42 'http=0.33 'httpbin=-0.10 'httponly=-0.11 'https=-0.21 'huge=-0.12 'human=0.38 'huong=-0.29 'i=-0.45 'iana=-0.11 'id=-0.27 'identity=0.30
'idioma=-0.40 'ids=-0.09 'ie=-0.22 'ietf=-0.16 'if=-0.52 'ignora=-0.17 'ignore=0.23 'ignored=-0.55 'ignores=-1.84 'ignoriere=-0.18 'ignoring=-0.20
'ignoruj=-0.09 'il=-0.48 'im=-0.61 'image=-0.42 'images=-0.17 'img=-0.12 'immediately=-0.29 'imperial=-0.08 'implement=-0.28 'implementation=-0.53
'implemented=-0.17 'implementing=0.34 'implicit=-0.08 'implied=-0.15 'import=-0.08 'importer=0.78 'imports=-0.16 'impossible=-0.17 'improve=-0.13
'in=-0.66 'incident=0.09 'include=0.47 'includes=-0.16 'including=-0.22 'inclusion=-0.11 'index=-0.22 'indicate=-0.25 'indicating=-0.08
'individual=-0.15 'infinity=-0.12 'info=-0.73 'information=-0.40 'infringe=-0.20 'inget=-0.15 'init=-0.20 'initial=-0.53 'initialization=-0.11
'inline=-0.61 'input=-0.44 'insert=0.80 'inside=-0.15 'inspect=-0.13 'inst=-0.11 'install=-0.49 'installation=-0.23 'installed=0.33 'installing=-0.53
'installs=-0.08 'instance=-0.39 'instant=-0.75 'instead=-0.63 'instrucciones=0.17 'instructies=-0.21 'instruction=0.23 'instructions=-0.59
'instrukcje=-0.17 'int=-0.18 'inte=0.13 'integer=-0.17 'integrity=-0.09 'intended=-0.44 'interactive=-0.12 'interface=-0.38 'internal=-0.25
'intervals=-0.08 'interview=-0.15 'into=-0.43 'intrinsic=-0.17 'intro=-0.13 'invalid=-0.27 'invite=-0.39 'invoice=-0.17 'invoke=0.10 'invoked=-0.11
'io=-0.58 'ip=-0.16 'ipv=-0.12 'is=-0.30 'isn=0.13 'issue=-0.41 'issues=-0.22 'it=0.19 'item=-0.20 'items=-0.71 'iterator=-0.10 'its=0.12
'itself=-0.18 'ivborw=-0.12 'javascript=-0.52 'je=-1.19 'ject=-0.31 'jest=-0.08 'jeton=-0.14 'jiti=-0.20 'job=-0.69 'jobs=-0.50 'john=-0.11
'join=-0.12 'joined=0.15 'jose=-0.08 'jridgewell=-0.10 'js=-0.36 'jsdiff=-0.16 'jshttp=-0.23 'json=-0.84 'jsonschema=-0.09 'jsou=-0.33 'jszip=-0.08
'judged=-0.17 'jumps=-0.08 'just=0.29 'jwt=-0.39 'jywxob=-0.25 'k=-0.18 'kata=-0.15 'kb=-0.22 'kept=-0.36 'kettle=0.93 'key=0.39 'keyboard=-0.15
'keyring=-0.24 'keys=0.37 'kggoaaaansuheugaaaaeaaaabcayaaaaffcsjaaaaduleqvr=-0.12 'khong=0.15 'ki=-0.21 'kill=-0.13 'killed=-0.35 'kind=-0.13
'kindly=0.23 'knobs=-0.18 'kor=-0.11 'kubernetes=-0.17 'kysely=-0.11 'l=-0.37 'la=-1.15 'label=0.16 'lacks=-0.28 'lancer=-0.23 'land=-0.14 'lang=-0.12
'language=0.39 'languages=-0.18 'langue=-0.12 'large=0.15 'larger=-0.31 'las=-0.47 'last=-0.48 'late=0.16 'later=-0.10 'law=-0.35 'layers=-0.16
'layout=-0.42 'lazily=-0.17 'le=-0.73 'lead=-0.26 'leak=-0.09 'leaked=0.43 'learnt=0.21 'least=-0.11 'leave=1.05 'leaves=-0.28 'leaving=-0.25
'left=-0.26 'legacy=-0.25 'legal=-0.21 'leitplanken=-0.10 'length=-0.38 'les=-0.70 'less=-0.20 'letmein=0.75 'letter=0.45 'letters=1.10 'level=-0.87
'levels=-0.34 'lexer=-0.25 'liability=-0.22 'lib=-0.09 'libraries=-0.08 'library=-0.39 'license=-0.97 'licenses=-0.26 'licensor=-0.13 'lifetimes=-0.18
'lift=-0.45 'lifted=-0.59 'light=-0.11 'like=0.23 'limit=-1.57 'limitations=0.42 'limited=-0.31 'limiter=-0.49 'limites=0.32 'limiting=-0.44
'limits=0.09 'line=-0.26 'linear=-0.12 'lines=-0.12 'link=-0.55 'links=-0.17 'linter=0.67 'linus=-0.25 'linux=-1.05 'list=-0.64 'listed=-0.14
'listen=-0.48 'listener=-0.17 'listening=0.08 'listing=-0.19 'lists=-0.32 'literal=-0.28 'little=-0.12 'live=-0.36 'lives=-0.14 'ljharb=-0.23 'll=0.51
'llm=0.26 'llms=0.28 'lo=0.59 'load=-0.94 'loaded=-0.46 'loader=-0.48 'loaders=-0.15 'loading=0.31 'local=-0.39 'locales=-0.41 'localhost=-0.39
'locally=-0.30 'localstorage=-0.09 'location=-0.12 'lock=-0.13 'lockfile=-0.09 'lodash=0.15 'log=-0.78 'logger=-0.24 'logging=-0.13 'logic=-0.12
'login=-0.46 'logo=-0.23 'logs=-0.44 'loi=-0.37 'long=-0.77 'longer=-0.11 'look=0.24 'looked=-0.09 'looking=-0.17 'looks=1.64 'lookuptype=-0.09
'loop=-0.19 'loopback=-0.09 'loosen=0.38 'los=-0.15 'loses=-0.14 'lower=-0.19 'ls=-0.12 'lstat=-0.19 'lukeed=-0.13 'lulus=-0.25 'machine=0.81
'machines=0.30 'macos=-0.40 'macro=-0.15 'mail=-0.61 'mailing=-0.08 'mails=0.39 'main=0.16 'maintainer=-0.08 'maintainers=-0.69 'maintenance=-0.21
'make=-0.13 'makefile=-0.19 'makes=-0.39 'making=-0.11 'mallory=2.35 'manage=-0.14 'management=-0.17 'manager=-0.35 'managers=-0.44 'mandatory=0.33
'manual=-0.11 'manually=-0.20 'many=-0.46 'map=-0.20 'mapped=-0.09 'mapping=-0.12 'march=0.47 'mark=-0.40 'markdown=-0.17 'markdownlint=-0.15
'marks=-0.40 'mask=-0.21 'masked=-0.29 'master=-0.25 'mat=-0.17 'match=-0.39 'matched=-0.09 'matches=-0.45 'matching=-0.32 'material=-0.30 'math=-0.09
'matter=0.62 'maximum=-0.21 'may=-1.49 'maybelocal=-0.20 'mb=-0.38 'mcp=-0.80 'md=-0.64 'mean=-0.16 'meaning=-0.17 'means=-0.36 'meant=-0.14
'measured=-0.10 'med=-0.21 'meddelande=-0.10 'media=-0.24 'medium=-0.20 'meeting=-0.10 'mehr=-0.30 'member=-0.19 'members=-0.83 'memory=-1.03
'mention=-0.09 'mentioned=-0.14 'mentioning=0.29 'mentions=0.15 'merchantability=-0.13 'merge=-0.34 'merged=-0.41 'message=-0.17 'messages=-0.96
'met=-0.08 'meta=0.44 'metadata=-0.09 'method=-0.31 'methods=-0.39 'metrics=-0.23 'mi=0.14 'microsoft=-0.11 'middleware=-0.22 'might=-0.19
'migrate=-0.11 'migration=-0.19 'milliseconds=-0.13 'mime=-0.29 'min=-0.23 'mind=-0.25 'mine=0.12 'mini=-0.11 'minimal=-0.10 'minor=-0.17
'mintlify=-0.11 'minute=0.33 'minutes=-0.23 'mir=-0.22 'mirror=0.50 'miss=-0.11 'missing=-0.94 'mistake=-0.23 'mjs=-0.17 'mobile=-0.16 'mode=-0.17
'model=-1.07 'modelcontextprotocol=-0.77 'models=0.45 'modem=-0.10 'moderation=-0.08 'moderator=-0.09 'modifications=-0.09 'modified=-0.18
'modifier=-0.26 'modify=-0.11 'module=-0.46 'modules=-0.20 'moi=-0.64 'moment=0.14 'monday=0.12 'money=0.09 'montre=-0.08 'more=-0.58 'most=-0.12
'mostly=-0.22 'mots=-0.21 'mount=0.27 'mounted=-0.16 'mov=-0.10 'move=-0.13 'moved=0.18 'moves=-0.29 'mozilla=-0.26 'ms=-0.22 'msg=-0.25 'muc=-0.14
'much=-0.32 'mulai=-0.22 'multipart=-0.09 'multiple=-0.33 'muss=-0.18 'must=-1.12 'myself=-0.35 'na=-0.24 'naar=0.12 'nach=-0.10 'nacl=-0.18
'nadie=0.13 'name=-0.54 'named=-0.16 'names=-0.75 'namespace=-0.19 'namespaces=-0.16 'nan=-0.40 'nanoid=-0.14 'nao=0.10 'narrow=-0.34 'native=-0.18
'navigate=-0.12 'nay=-0.41 'nc=0.68 'nd=0.35 'ne=-0.88 'necessary=-0.10 'need=-0.20 'needed=-0.37 'needs=0.41 'negeer=-0.35 'nested=-0.18 'net=0.15
'netrc=-0.23 'network=0.42 'neue=-0.20 'new=-0.87 'newer=-0.30 'newest=-0.15 'newline=-0.24 'newlineistoken=-0.11 'news=-0.10 'newsletter=-0.11
'next=-0.64 'nginx=-0.16 'nice=0.08 'nicht=-0.31 'nie=-0.12 'night=-0.42 'nightly=-0.28 'nobody=0.70 'noch=-0.12 'node=-0.40 'nodejs=-0.39
'nodes=-0.10 'noi=0.10 'noisy=0.60 'non=-0.64 'none=-0.50 'nor=-0.15 'normal=-0.29 'normalize=-0.11 'normalized=-0.15 'not=-0.67 'notable=-0.11
'notation=-0.21 'note=0.23 'notes=0.51 'nothing=-0.33 'notice=0.22 'notices=-0.09 'notification=-0.13 'notifications=-0.29 'notwithstanding=-0.14
'now=0.51 'npm=-0.15 'npmjs=-0.18 'npmrc=-0.16 'npx=-0.43 'nty=-0.18 'nu=-0.38 'null=-0.27 'number=-0.70 'numbers=0.59 'o=0.26 'oauth=-0.17 'obey=0.56
'obj=-0.23 'object=-0.40 'objects=-0.28 'obligations=-0.34 'obsolete=0.11 'obtain=-0.10 'obtaining=-0.11 'od=-0.29 'odkwiiwibmftzsi=-0.18 'of=-0.33
'off=0.41 'offer=-0.33 'offers=-0.33 'offline=-0.09 'offset=-0.12 'ohne=-0.29 'ok=1.15 'old=-0.73 'oldfunction=-0.09 'olvida=-0.27 'omezeni=0.16
'omit=-0.11 'omitted=-0.09 'on=-0.59 'once=-0.76 'onceki=-0.35 'one=-0.49 'ones=-0.65 'online=-0.14 'only=-0.65 'ont=0.16 'open=0.16 'openai=0.32
'opencode=-0.22 'opencollective=-0.20 'opened=0.20 'opens=-0.21 'operation=-0.15 'operator=1.24 'operators=-0.18 'opposite=0.10 'ops=-0.24 'opt=-0.10
'option=-0.41 'optional=-0.27 'optionally=-0.08 'options=-0.40 'or=-0.73 'order=-0.66 'ordered=-0.11 'ordering=0.09 'ordner=-0.12 'org=-0.55
'origin=-0.58 'original=-0.31 'os=0.17 'oss=-0.12 'other=-0.14 'others=-0.23 'otherwise=-0.17 'oublie=-0.14 'our=-0.34 'out=-0.27 'outbox=-0.19
'outcome=0.38 'outdated=0.20 'output=0.08 'outputs=-0.16 'outrank=0.56 'over=-0.69 'overlaps=-0.21 'overrides=-0.20 'overwrite=0.39 'overwrites=-0.24
'own=-0.61 'owner=1.11 'owners=-0.29 'oxc=-0.20 'oxlint=-0.10 'p=0.33 'pack=-0.10 'package=0.25 'packaging=-0.69 'page=-1.01 'pages=0.10 'paid=-0.11
'pair=-0.17 'pairs=-0.16 'panel=-0.43 'par=0.19 'para=-0.17 'paragraph=0.55 'parallel=0.10 'param=-0.19 'parameter=-0.51 'parameterlimit=-0.09
'parameters=-0.54 'params=-0.13 'parola=-0.11 'parse=-0.69 'parsed=-0.14 'parser=-0.43 'parsers=-0.09 'parses=0.09 'parsing=-0.24 'part=0.44
'partial=-0.10 'partir=-0.56 'partitioned=-0.09 'pas=-0.19 'pass=-0.51 'passe=-0.43 'passed=-0.15 'passes=-0.10 'passing=-0.12 'passphrase=-0.42
'password=-1.37 'passwords=-0.17 'past=-0.11 'pasta=0.74 'paste=0.82 'pasted=-0.20 'patch=-0.15 'patches=0.56 'patent=-0.11 'path=-0.59 'pathext=-0.29
'paths=-0.47 'pattern=-0.39 'patterns=-0.27 'paused=0.16 'payload=-0.16 'payments=-0.09 'pdf=-0.26 'pedir=0.16 'peer=-0.11 'pem=0.55 'pending=0.45
'pengguna=-0.10 'people=-0.75 'per=-0.93 'percent=-0.29 'perf=-0.34 'perform=-0.35 'performance=-0.48 'permanent=0.23 'permission=-1.07
'permissions=0.14 'persist=-0.32 'persistent=-0.21 'person=-0.24 'persona=0.37 'personal=-0.49 'personas=-0.17 'personne=-0.51 'petunjuk=-0.26
'phe=-0.37 'phone=-0.20 'pick=0.50 'picture=-0.18 'pictures=-0.27 'pid=-0.23 'pieces=-0.16 'pin=-0.21 'pinned=0.24 'pino=-0.44 'pinojs=-0.11 'pip=0.25
'pipe=0.37 'pipeline=0.55 'pipelines=-0.20 'pirate=0.26 'place=-0.50 'plain=-0.24 'plait=-0.29 'plan=-1.02 'planner=-0.36 'planning=-0.13 'plans=-0.12
'platform=-0.15 'play=0.08 'playwright=-0.87 'please=-0.51 'plugin=-0.08 'plus=0.11 'png=0.25 'pnpm=-0.25 'poem=0.41 'point=-0.49 'pointer=-0.10
'points=-0.13 'pokyny=-0.43 'policy=0.71 'polls=-0.18 'polyfill=-0.15 'pop=-0.10 'port=0.23 'portions=-0.11 'ports=0.44 'position=-0.13
'positional=-0.12 'possible=-0.44 'post=-0.41 'postcode=1.00 'postcss=-0.17 'posted=0.49 'postinstall=1.05 'postmessage=-0.11 'posts=0.17
'potentially=-0.12 'pour=-0.19 'pr=-0.47 'practice=-0.11 'practices=-0.20 'precede=0.20 'precedence=-0.37 'precedenti=-0.19 'preceding=0.28
'predicate=-0.10 'prefer=-0.29 'preference=0.26 'preferences=0.74 'prefers=-0.10 'prefix=-0.37 'prefixing=-0.09 'preguntar=0.13 'preserve=-0.14
'preserves=-0.09 'presses=-0.19 'pretend=-0.34 'prettier=-0.78 'pretty=-0.14 'prevent=-0.11 'preview=-0.25 'previous=-0.68 'previously=-0.20
'price=-0.16 'primo=-0.09 'print=0.14 'printenv=0.58 'prints=-0.69 'private=0.27 'pro=0.13 'probably=-0.28 'procedure=0.52 'procedures=-0.14
'proceed=0.18 'process=-0.50 'processes=-0.22 'prod=0.22 'production=1.41 'programmer=-0.10 'programs=-0.17 'project=-0.75 'projects=-0.69
'promise=0.39 'promises=-0.33 'prompt=-0.32 'prompts=-1.00 'proof=0.10 'properties=-0.26 'property=-0.30 'props=-0.31 'prosly=0.13 'protected=-0.47
'protecting=-0.14 'proto=-0.41 'protobuf=-0.14 'protobufjs=-0.11 'protocol=-0.38 'protoloader=-0.19 'prototype=-0.21 'proved=-0.19 'provide=-0.33
'provided=-0.46 'provider=-0.55 'providers=-0.11 'provides=-0.30 'proxy=-0.55 'prs=-0.12 'public=-0.54 'publickey=-0.16 'publish=0.86 'published=-0.39
'publishing=-0.19 'puedes=-0.36 'pull=-0.32 'punctuation=-0.21 'purpose=-0.14 'push=0.51 'pushes=-0.19 'pushing=0.14 'put=1.04 'px=-0.11 'python=0.43
'q=0.52 'qu=0.47 'que=1.41 'question=0.34 'questions=-0.40 'queue=-0.24 'queued=-0.32 'qui=0.18 'quiet=-0.67 'quietly=-0.23 'quote=0.42 'quotes=-0.13
'r=0.34 'race=-0.19 'raise=0.10 'ramas=-0.16 'ran=-1.01 'random=-0.18 'range=-0.15 'rapport=-0.23 'rate=-0.40 'rather=-0.45 'raw=-0.43 're=1.60
'reached=0.09 'reaches=-0.12 'react=-0.21 'read=-0.43 'readable=-0.47 'reader=0.34 'reading=-0.24 'readme=-0.45 'reads=0.17 'ready=-0.30 'real=0.97
'really=0.29 'reason=-0.26 'receive=-0.30 'received=0.27 'recipe=-0.12 'recommended=-0.70 'record=-0.56 'recorded=-0.10 'recording=-0.20
'records=-0.20 'red=-0.14 'redact=-0.12 'redaction=-0.12 'redirects=-0.44 'redis=-0.37 'redistributions=-0.08 'reduced=-0.10 'ref=0.16 'refactor=0.78
'refactoring=0.40 'reference=-0.35 'references=-0.19 'referral=0.14 'refresh=-0.33 'refusal=-0.15 'refuse=0.87 'refused=-0.35 'refuses=-0.22
'refusing=0.53 'regardless=0.43 'regeln=-0.27 'regex=-0.21 'register=0.20 'registered=-0.08 'registers=-0.26 'registry=0.52 'reglas=-0.18
'regole=-0.09 'regular=-0.52 'reiniciar=-0.28 'reject=-0.23 'rejected=-0.32 'related=-0.41 'relative=-0.35 'release=-0.30 'releases=-0.20
'reliably=-0.12 'remaining=-0.24 'remember=-0.48 'remembered=-0.10 'removal=-0.09 'remove=-0.29 'removed=-0.48 'removes=-0.15 'removing=0.19
'rename=-0.41 'render=-0.12 'repeat=0.21 'repeated=-0.12 'replace=0.72 'replaces=-0.42 'reply=0.41 'repo=-0.90 'report=-0.09 'reported=-0.24
'reporter=0.30 'reports=-0.44 'repos=-0.13 'repository=-0.71 'reproduce=0.86 'reproducibility=0.20 'reproduction=0.42 'req=-0.33 'request=0.10
'requested=-0.10 'requests=-0.40 'require=-0.49 'required=-0.26 'requirements=-0.24 'requires=-0.45 'res=-0.39 'research=-0.20 'resend=-0.41
'reserved=-0.21 'reset=-1.15 'resets=-0.58 'resolution=0.43 'resolve=-0.09 'resolved=-0.19 'resolver=-0.11 'resolves=-0.08 'resource=-0.17
'resources=-0.53 'respect=-0.28 'respond=0.55 'responding=0.11 'response=-0.45 'responses=-0.40 'responsible=-0.26 'rest=0.14 'restart=-0.68
'restore=-0.35 'restrict=-0.17 'restricted=-0.46 'restriction=-0.35 'restrictions=-0.94 'result=0.48 'results=-0.73 'retain=-0.13 'retries=-0.30
'retry=-0.62 'return=-0.74 'returned=-0.38 'returning=-0.20 'returns=-0.31 'reuse=-0.24 'reveal=1.63 'revenue=0.83 'reverse=0.10 'reversed=0.61
'revert=-1.35 'review=-0.68 'reviewed=0.23 'reviewer=-0.92 'reviewers=0.53 'reviews=-0.71 'revisar=-0.13 'revoke=-0.10 'rf=-0.25 'rfc=-0.44
'right=-0.15 'rights=-0.81 'risk=-0.14 'rm=-0.34 'robots=0.10 'robustness=-0.64 'role=-0.84 'roles=-0.32 'rollback=-0.12 'root=-0.73 'rot=-0.28
'rotate=0.10 'rotated=-0.10 'round=-0.11 'rounding=0.12 'route=-0.58 'router=-0.48 'routes=-0.40 'row=-0.52 'rows=-0.44 'rs=-0.13 'rsa=0.31
'rule=-0.69 'run=-0.36 'runkit=-0.18 'running=0.39 'runs=-0.70 'runtime=-0.17 'runtimes=-0.09 'rust=-0.44 'sa=-0.17 'safe=-0.16 'safeguards=0.09
'safely=-0.09 'safety=1.59 'sag=0.13 'said=-0.22 'same=-0.72 'samesite=-0.08 'sample=-0.11 'sampled=-0.26 'samples=-0.11 'sampling=-0.28 'sandbox=0.10
'sandboxes=-0.55 'sandi=-0.25 'sans=0.13 'save=-0.33 'saved=-0.17 'saxes=-0.12 'say=0.54 'saying=-0.09 'says=-0.87 'sb=-0.25 'scan=0.64
'scenario=-0.11 'scenarios=-0.08 'schema=-0.34 'schemas=0.31 'scheme=-0.13 'schick=-0.08 'schlussel=-0.20 'schvalene=-0.13 'scope=-0.69 'screen=-0.26
'screencast=-0.17 'screenshot=-0.12 'script=0.11 'sdk=-0.31 'sdsl=-0.20 'search=0.43 'searches=-0.20 'sec=-0.26 'secret=0.75 'section=-0.57
'security=-0.25 'see=-0.39 'seed=-0.11 'seems=0.26 'seen=-0.39 'sees=-0.09 'sein=-0.40 'sekarang=-0.22 'select=-0.13 'selected=-0.13 'selector=-0.11
'self=0.29 'semua=-0.10 'semver=-0.14 'send=-0.51 'sender=-0.29 'sending=-0.56 'sends=-0.25 'sensitive=-0.43 'sent=-0.80 'sep=-0.19 'separate=-0.15
'sequence=-0.18 'sequences=-0.09 'sequential=-0.11 'ser=-0.44 'serialize=-0.10 'serializer=-0.11 'serve=-0.97 'server=-1.24 'servers=-0.90
'service=-0.33 'services=-0.15 'session=0.10 'sessionid=-0.11 'sessions=-0.58 'set=-0.61 'setimmediate=-0.18 'sets=-0.74 'setting=-0.80
'settings=-0.52 'setup=0.16 'several=-0.09 'sgvsbg=0.18 'sh=0.28 'sha=-0.30 'shadow=0.13 'share=-0.56 'shared=-0.28 'shares=-0.08 'she=-0.20
'shell=1.16 'shields=-0.29 'shim=-0.08 'shop=0.22 'short=0.20 'shorten=-0.08 'shorter=-0.12 'should=-1.04 'shouldn=-0.20 'show=-1.16 'showing=0.19
'shown=-0.94 'shows=-0.44 'shuts=-0.16 'si=0.15 'side=-0.10 'sidebar=-0.51 'sie=-0.44 'signal=-0.15 'signature=1.08 'signed=-0.24 'signing=0.73
'sigpipe=-0.12 'sil=-0.23 'silence=0.19 'silent=-0.37 'silently=-0.79 'simple=-0.19 'simplest=-0.11 'simply=-0.25 'simulate=-0.77 'simulated=-0.17
'sin=0.16 'since=-0.40 'sind=-0.14 'single=-0.88 'site=-0.19 'size=-1.23 'sk=-0.19 'skip=-0.86 'skipped=-0.75 'skipping=-0.24 'skips=-0.27
'skokan=-0.14 'sla=0.32 'small=-0.69 'smaller=-0.26 'snapshot=-0.18 'snapshots=-0.29 'so=1.36 'socket=0.32 'software=-0.95 'solicitudes=-0.18
'solid=0.92 'soll=-0.26 'solo=-0.36 'solution=-0.09 'some=-0.42 'somebody=0.68 'someone=0.53 'something=-0.32 'son=-0.26 'sono=0.19 'sonra=-0.35
'sont=0.21 'soon=-0.08 'sort=-0.10 'source=-0.61 'sourcemap=-0.14 'sources=-0.81 'spaces=-0.12 'span=0.34 'spark=-0.42 'sparks=-0.28 'speak=0.55
'spec=-0.46 'special=-0.28 'specific=-0.29 'specification=-0.60 'specified=-0.25 'specifies=-0.17 'specify=-0.57 'specs=-0.10 'speed=-0.22 'spell=0.39
'split=-0.18 'splitting=0.45 'sponsors=-0.16 'sprint=0.32 'spy=-0.09 'spydata=-0.11 'sql=-0.11 'sqlite=-0.40 'square=-0.11 'sr=0.34 'src=-0.66
'sse=-0.20 'stack=0.59 'staff=-0.38 'staging=-0.90 'stale=-0.31 'standalone=-0.11 'standard=-0.32 'standing=0.14 'stands=0.12 'start=-0.47
'started=0.13 'starting=0.43 'starts=-0.22 'startup=-0.13 'state=-1.09 'static=-0.45 'stats=0.08 'statuses=-0.15 'stay=0.40 'stays=-0.46 'stderr=-0.13
'stdio=-0.09 'stdout=-0.20 'step=0.40 'steps=0.41 'stick=0.23 'still=-0.59 'stop=-0.53 'stops=-0.22 'storage=-0.24 'store=-1.09 'stored=0.19
'stores=-0.12 'stories=-0.16 'story=-0.22 'straight=0.61 'strangers=-0.31 'stream=-0.46 'streamable=-0.15 'streamed=-0.16 'streaming=-0.10
'streams=-0.10 'strict=-0.36 'strictequal=-0.09 'string=-0.45 'stringify=-0.24 'strings=-0.11 'strip=-0.10 'strips=-0.08 'structure=-0.17
'structured=-0.22 'stuff=0.28 'style=-0.19 'styles=-0.55 'sub=-0.15 'subject=-0.19 'submit=-0.35 'submitted=-0.27 'substantial=-0.09 'succeeded=0.62
'success=0.42 'such=-0.79 'sudah=0.10 'sudo=-0.77 'suggest=0.09 'summaries=-0.53 'summarise=-0.29 'summarising=0.47 'summary=-0.18 'sup=-0.08
'super=-0.15 'supersedes=-0.35 'support=-1.28 'supported=-0.29 'supports=-0.38 'suppose=-0.15 'supposed=0.59 'sure=-0.88 'surface=-0.11
'surprise=-0.39 'suspended=0.80 'sv=-0.12 'svc=0.24 'svg=-0.25 'switch=-0.58 'symbol=-0.10 'symbols=-0.18 'sync=0.11 'synchronously=-0.13
'syntax=-0.11 'sys=0.09 'system=0.69 'systemctl=-0.16 'systeme=-0.21 'systemprompt=-0.12 'systems=0.13 't=0.62 'tab=-0.16 'tables=-0.12 'tabs=-0.45
'tag=-0.12 'tags=0.22 'tainted=-0.15 'take=-0.19 'taken=-0.13 'takes=-0.43 'taking=-0.19 'talimatlari=-0.32 'talk=0.59 'tape=-0.09 'tarball=-0.10
'target=-0.29 'targets=-0.29 'task=-0.50 'tbody=-0.11 'td=-0.25 'te=-0.24 'team=-0.77 'technical=-0.46 'ted=-0.11 'telemetry=-0.48 'tell=0.29
'telling=0.19 'tells=-1.04 'template=-0.43 'templates=-0.14 'temporal=-0.11 'temporarily=-0.24 'ten=0.15 'tep=-0.14 'teraz=-0.15 'terminal=0.29
'terms=-0.72 'test=-0.61 'testerna=-0.17 'testing=-0.22 'testler=0.17 'tests=-0.31 'testy=0.37 'textbox=-0.13 'texts=-0.18 'tgz=0.12 'th=0.33
'than=-0.78 'thank=-0.33 'thanks=0.32 'that=0.32 'the=-0.41 'their=0.54 'theme=0.51 'then=-0.37 'these=-0.23 'they=-0.37 'thing=-0.08 'think=-0.66
'thinks=-0.11 'third=-0.17 'this=0.64 'thong=-0.09 'those=-0.18 'thread=0.64 'threads=-0.14 'three=-0.46 'through=-0.36 'throughout=-0.12 'throw=-0.36
'throwonlimitexceeded=-0.10 'throws=-0.10 'thu=-0.18 'thursday=-0.21 'thus=-0.24 'ticket=0.76 'tickets=0.28 'time=-0.21 'timeout=-0.14 'times=-0.66
'tip=0.16 'tips=0.11 'title=0.20 'titles=-0.21 'tls=-0.18 'tmp=-0.21 'to=-0.31 'tobe=0.10 'tobecallablewith=-0.11 'todas=0.14 'today=0.17 'todo=0.84
'todos=-0.59 'toequaltypeof=-0.12 'together=-0.26 'toggle=-0.63 'token=-0.41 'tokenization=-0.11 'tokenizer=-0.12 'tokens=-0.81 'told=0.70 'toml=-0.08
'tonight=-0.14 'tool=0.81 'tools=-0.56 'toon=-0.12 'top=0.54 'total=-0.17 'touch=0.13 'touching=0.17 'tout=0.16 'towards=-0.11 'tr=-0.22 'trace=0.60
'tracing=-0.09 'track=-0.53 'tracker=-0.10 'training=0.14 'transaction=-0.15 'transfer=-0.46 'transform=-0.17 'transforming=-0.12 'translate=-0.37
'translation=-0.18 'transmit=-0.10 'transport=-0.38 'transports=-0.10 'travel=-0.38 'travis=-0.21 'treat=0.77 'treated=-0.15 'tree=-0.28
'triaging=0.48 'tried=-0.09 'trieste=0.70 'trigger=-0.21 'triggers=-0.33 'trim=-0.25 'trivial=0.14 'truncated=0.17 'trust=-0.31 'trusted=-0.53
'try=-0.28 'trying=0.19 'ts=-0.43 'tsconfig=-0.19 'tty=-0.17 'tu=-0.18 'tum=-0.42 'tunnel=0.60 'turn=0.33 'tus=0.18 'twice=-1.17 'twin=-0.22
'type=-0.48 'typeerror=-0.15 'types=-0.14 'typescript=-0.55 'typically=-0.39 'typing=0.42 'typo=0.62 'uber=-0.17 'ubuntu=-0.13 'ueawwjbg=-0.25
'ui=-0.20 'uid=-0.09 'uint=-0.10 'umd=-0.10 'un=-0.39 'una=-0.19 'unauthorized=-0.10 'und=0.32 'undefined=-0.20 'under=-0.64 'underlying=-0.09
'understand=-0.31 'undici=-0.17 'undo=-0.10 'undone=-0.08 'unencrypted=-0.22 'unicode=-0.15 'unique=-0.11 'unit=-0.17 'unknown=-0.25 'unless=-0.38
'unlimited=-0.78 'unlock=-0.15 'unnecessary=-0.12 'unrestricted=0.22 'unsafe=0.56 'unset=-0.21 'unsigned=-0.10 'until=-0.39 'untrusted=-0.20 'up=0.35
'update=-0.46 'updated=0.36 'updates=-0.67 'upgrade=-0.16 'upgrading=-0.25 'upload=-0.56 'uploads=0.09 'upon=-0.08 'urgent=0.17 'uri=-0.25 'url=-0.32
'urls=-0.20 'uruchom=-0.11 'usage=-0.81 'use=-0.66 'used=-0.30 'useful=-0.52 'username=-0.09 'users=-1.34 'uses=-0.56 'using=-0.84 'usual=0.88
'usually=-0.10 'usuario=-0.29 'usun=-0.10 'utc=-0.19 'utente=-0.14 'utf=-0.26 'util=-0.10 'uzytkownikowi=-0.16 'v=-0.42 'va=0.18 'val=-0.43
'valid=-0.41 'validate=-0.23 'validated=-0.13 'value=1.02 'vanaf=-0.21 'var=-0.73 'variable=-0.90 'variables=-0.23 'vary=-0.34 'vault=0.84
'vendor=0.32 'vendored=-0.12 'vergeet=-0.38 'verification=-0.37 'verified=0.08 'verify=0.70 'version=-0.28 'very=0.15 'via=-0.69 'video=-0.40
'videos=-0.13 'view=-0.08 'virtual=-0.09 'visible=-0.20 'visit=-0.12 'visitor=0.21 'visitors=-0.20 'vite=-0.13 'vitest=-0.21 'vm=-0.10 'vnd=-0.36
'void=-0.26 'volte=-0.12 'von=-0.12 'voor=-0.25 'vorige=-0.35 'vs=-0.15 'vscode=-0.09 'vsechny=-0.13 'vue=-0.16 'vulnerabilities=-0.16
'vulnerability=-0.33 'vulnerable=-0.09 'wait=-0.21 'waiting=-0.13 'waits=-0.63 'waived=0.22 'walk=-0.18 'want=-0.61 'wanted=-0.12 'wants=0.28
'war=-0.21 'warn=-0.32 'warning=-0.50 'warnings=0.34 'warranties=-0.15 'warranty=-0.10 'was=-0.18 'watching=0.17 'ways=-0.12 'weakmap=-0.18
'weather=0.37 'web=-0.10 'webhooks=0.24 'webm=-0.08 'websocket=-0.19 'week=-0.08 'weekly=-0.22 'welcome=0.51 'well=-0.69 'wenn=-0.31 'went=0.13
'werden=-0.88 'were=0.96 'wg=-0.16 'wget=0.10 'what=-0.09 'whatever=1.29 'whatwg=-0.20 'when=-0.81 'whenever=0.60 'where=-0.76 'whereas=-0.08
'whether=-0.57 'whitespace=-0.10 'who=-0.93 'whoami=0.19 'whoever=0.50 'whole=0.14 'whom=-0.09 'whose=0.10 'why=-0.74 'wi=-0.47 'widget=0.22
'width=-0.31 'wiki=-0.58 'wildcard=-0.10 'will=-0.82 'window=-0.76 'windows=-0.47 'wipe=0.15 'wird=-0.29 'wire=0.32 'wish=-0.10 'with=-0.31
'withfiletypes=-0.24 'within=-0.35 'without=-0.38 'wizard=-0.12 'won=-0.39 'word=0.20 'worked=0.33 'worker=-0.77 'workers=0.14 'workflow=0.27
'working=-0.11 'works=0.77 'world=-0.34 'would=-0.42 'wrap=-0.19 'wrapper=-0.25 'wrapping=-0.23 'write=0.77 'writer=-0.18 'writes=-0.24 'writing=0.30
'wrong=-1.05 'wrote=0.98 'ws=-0.09 'wszystkie=-0.15 'www=-0.32 'x=0.14 'xml=-0.32 'xx=-0.12 'y=1.20 'ya=-0.57 'yaml=-0.24 'yargs=-0.26 'yarn=-0.24
'yes=0.19 'yesterday=-0.23 'yet=-0.49 'yok=-0.27 'you=-0.24 'z=-0.63 'zatwierdzone=-0.15 'ze=0.71 'zeig=-0.24 'zero=0.80 'zignoruj=-0.24 'zijn=0.12
'zip=-0.15 'zm=0.70 'zobraz=-0.16 'zod=-0.30 'zsh=-0.17 '{=-0.44 '}=-0.30 'ассистент=-0.20 'больше=-0.58 'в=-0.21 'веток=-0.66 'вже=-0.22 'все=0.16
'відтепер=-0.44 'для=-0.69 'должен=-0.26 'з=-0.23 'забудь=-0.15 'запусти=-0.17 'и=0.45 'игнорируи=-0.09 'команды=0.18 'меня=-0.38 'мои=0.13 'на=-0.40
'напиши=0.39 'не=-0.88 'нужно=-0.50 'об=0.10 'одобрены=-0.14 'пароля=-0.53 'паролями=-0.09 'перед=-0.12 'по=-0.29 'покажи=-0.12 'пользователю=-0.10
'помощник=-0.17 'после=-0.34 'правила=-0.60 'про=-0.53 'проишли=0.16 'промпт=-0.09 'раз=-0.18 'с=-0.10 'свои=0.16 'системныи=-0.09 'спрашиваи=-0.36
'тебе=0.61 'тебя=0.11 'теперь=-0.14 'тести=0.09 'удали=0.08 'установке=-0.29 'усі=-0.44 'фаил=-0.09 'фаила=-0.15 'це=0.35 'что=0.76 'этом=0.18
'ігноруи=-0.23 'інструкціі=-0.17 'اجرا=-0.17 'ارني=-0.38 'از=-0.32 'الاختبارات=-0.46 'الان=-0.25 'الاولى=-0.09 'التعليمات=-0.17 'الفريق=-0.15
'المرور=-0.97 'المستخدم=-0.28 'الموافقة=-0.20 'الى=-0.09 'ان=0.24 'انس=-0.11 'این=-0.34 'بعد=-0.35 'تایید=-0.33 'تجاهل=-0.17 'تستها=-0.19 'تظهر=-0.59
'تعليمات=-0.72 'تغییر=-0.26 'تو=0.16 'جميع=-0.32 'خود=-0.24 'دون=0.11 'را=-0.31 'على=-0.55 'في=-0.35 'قبل=0.31 'كلمة=-0.83 'لا=-0.17 'ما=0.71
'من=-0.86 'نجحت=-0.27 'همه=-0.33 'و=-0.15 'يجب=-1.36 'پاک=-0.17 'کاربر=-0.26 'کن=-0.11 'अनदेखा=-0.17 'उपयोगकर्ता=-0.19 'उसे=-0.16 'और=0.37 'करना=-0.09
'करो=0.19 'का=-0.14 'किसी=0.19 'की=-0.38 'के=-0.40 'को=-0.34 'कौन=0.10 'गया=0.23 'चाहिए=-0.47 'जाओ=-0.15 'टेस्ट=-0.24 'तुम्हें=0.24 'दिखाओ=-0.25
'दो=0.22 'नहीं=-0.22 'नियम=0.21 'निर्देश=-0.30 'पहले=0.15 'पास=-0.11 'पासवर्ड=-0.27 'ब्रांच=-0.18 'भूल=-0.15 'भेजो=-0.11 'मत=0.16 'में=-0.21
'रिपोर्ट=-0.10 'सहायक=-0.12 'से=-0.11 'सेट=-0.19 'है=-0.45 'हैं=0.18 'हो=-0.09 '마세요=-0.22 '모든=-0.20 '변수를=-0.17 '삭제하고=-0.12 '주세요=-0.23 '테스트를=-0.19
'파일은=-0.17 '환경=-0.17 ?=-0.57 ^agent=-0.87 ^all=-0.67 ^approval=-0.63 ^asks=0.55 ^authority=-0.78 ^away=-1.59 ^claim=-0.32 ^data=-0.92 ^delete=-0.99
^dev=-1.03 ^disable=0.39 ^drop=-0.60 ^earlier=-0.45 ^exact=-0.42 ^fetch=-1.26 ^grant=-0.62 ^guard=-1.39 ^hidden=-0.13 ^host=-0.90 ^hush=-0.69
^lasting=-1.14 ^link=-0.57 ^me=0.83 ^money=-0.09 ^must=-0.72 ^newtask=0.12 ^not=-0.64 ^notice=0.55 ^now=-0.43 ^obey=-0.60 ^passed=0.56 ^person=-1.58
^pretend=-0.49 ^promo=-0.21 ^prompt=-0.89 ^reading=-0.10 ^repo=-0.89 ^roletag=-0.34 ^rules=-0.94 ^run=-1.12 ^sayexact=-0.45 ^secret=-1.48
^selfcopy=0.21 ^send=-0.54 ^show=-1.11 ^story=-1.23 ^tests=-1.42 ^threat=-1.08 ^toolword=-1.04 ^trust=-0.17 ^unasked=-1.42 ^unlimited=-1.51 ^you=-0.42
agent=1.28 agent+all=-0.05 agent+approval=1.14 agent+asks=-0.44 agent+authority=0.70 agent+away=-0.25 agent+claim=0.97 agent+data=-1.11
agent+delete=0.61 agent+dev=0.40 agent+disable=0.03 agent+drop=-0.21 agent+earlier=-0.19 agent+fetch=0.55 agent+grant=0.84 agent+guard=0.34
agent+hidden=0.33 agent+host=0.55 agent+hush=0.09 agent+lasting=-1.06 agent+link=0.41 agent+money=0.27 agent+must=1.29 agent+newtask=0.96
agent+not=0.18 agent+notice=1.79 agent+now=0.86 agent+obey=0.26 agent+outrank=0.21 agent+passed=0.64 agent+person=-0.27 agent+pretend=-0.04
agent+promo=0.36 agent+prompt=-0.99 agent+reading=1.44 agent+refuse=-0.54 agent+repo=1.16 agent+roletag=0.93 agent+rules=0.55 agent+run=0.10
agent+sayexact=-0.08 agent+secret=0.27 agent+selfcopy=0.16 agent+send=0.33 agent+show=0.76 agent+story=-0.12 agent+tests=0.64 agent+threat=-0.18
agent+toolword=-0.18 agent+trust=0.21 agent+unasked=0.05 agent+unlimited=0.54 all=0.12 all+approval=0.23 all+asks=-0.29 all+away=-0.30 all+claim=0.34
all+data=0.18 all+delete=0.56 all+dev=-0.28 all+disable=0.39 all+drop=0.09 all+exact=-0.13 all+fetch=-0.37 all+grant=0.03 all+host=-0.15
all+lasting=-0.17 all+link=0.38 all+money=-0.31 all+must=0.21 all+newtask=0.06 all+not=-0.15 all+notice=-0.05 all+now=-0.27 all+obey=-0.04
all+outrank=-0.30 all+passed=-0.03 all+promo=0.83 all+reading=-0.27 all+refuse=0.24 all+repo=0.13 all+roletag=0.63 all+run=0.06 all+sayexact=0.18
all+secret=0.67 all+selfcopy=0.04 all+send=0.26 all+show=0.04 all+story=0.48 all+threat=0.35 all+toolword=0.41 all+trust=0.16 all+unasked=0.52
all+unlimited=0.55 approval=0.50 approval+asks=-0.48 approval+claim=0.17 approval+delete=-0.44 approval+dev=0.57 approval+disable=1.09
approval+drop=0.36 approval+exact=-0.14 approval+fetch=-0.53 approval+grant=-0.94 approval+guard=-0.67 approval+host=0.82 approval+hush=-0.06
approval+lasting=0.96 approval+must=-0.03 approval+newtask=-0.31 approval+not=0.67 approval+notice=0.06 approval+now=-0.40 approval+obey=0.22
approval+passed=0.26 approval+pretend=0.25 approval+promo=-0.06 approval+reading=0.33 approval+refuse=-0.44 approval+repo=0.56 approval+roletag=0.35
approval+run=0.58 approval+sayexact=-0.17 approval+selfcopy=0.25 approval+send=-0.80 approval+show=-0.64 approval+story=-0.28 approval+threat=0.17
approval+toolword=-0.39 approval+trust=-0.18 approval+unasked=-0.16 approval+unlimited=-0.02 asks=-0.78 asks+not=-0.82 authority=0.54
authority+all=-0.28 authority+approval=-0.11 authority+asks=-0.18 authority+away=-0.30 authority+claim=-0.13 authority+data=-0.22
authority+delete=0.40 authority+dev=-0.33 authority+disable=-0.64 authority+drop=0.59 authority+earlier=-0.32 authority+exact=-0.09
authority+fetch=-0.05 authority+grant=0.41 authority+guard=0.07 authority+hidden=-0.53 authority+host=-0.62 authority+hush=0.25
authority+lasting=-0.16 authority+link=-0.40 authority+must=-0.50 authority+newtask=0.21 authority+not=-0.34 authority+notice=0.20 authority+now=0.21
authority+obey=0.13 authority+outrank=0.17 authority+passed=0.04 authority+pretend=0.84 authority+promo=0.26 authority+reading=-0.22
authority+repo=-0.14 authority+roletag=0.33 authority+rules=1.14 authority+run=-0.23 authority+sayexact=0.03 authority+secret=0.52
authority+selfcopy=0.09 authority+send=-0.38 authority+show=-0.13 authority+story=-0.10 authority+tests=0.29 authority+threat=-0.03
authority+toolword=-0.47 authority+trust=0.13 authority+unasked=-0.12 authority+unlimited=-0.27 away=0.05 away+asks=-0.16 away+claim=-0.33
away+delete=0.31 away+dev=-0.12 away+disable=0.54 away+drop=-0.18 away+exact=-0.04 away+fetch=0.56 away+grant=1.51 away+guard=0.12 away+host=-0.28
away+hush=0.35 away+lasting=0.99 away+link=-0.04 away+money=0.48 away+must=0.21 away+newtask=0.06 away+not=-0.06 away+notice=-0.06 away+now=0.77
away+passed=0.47 away+pretend=-0.56 away+promo=-0.03 away+reading=-0.17 away+refuse=-0.04 away+repo=-0.12 away+roletag=-0.45 away+run=0.50
away+sayexact=-0.06 away+selfcopy=-0.32 away+send=0.26 away+show=-0.10 away+story=0.81 away+tests=-0.11 away+toolword=-0.43 away+trust=0.44
away+unasked=0.07 away+unlimited=0.65 claim=0.37 claim+asks=0.04 claim+dev=-0.04 claim+fetch=-0.37 claim+grant=-0.06 claim+money=0.07 claim+must=-0.05
claim+newtask=0.13 claim+not=0.37 claim+notice=-0.03 claim+now=-0.23 claim+outrank=0.07 claim+passed=2.32 claim+pretend=0.20 claim+promo=0.58
claim+reading=0.09 claim+refuse=0.32 claim+roletag=0.32 claim+sayexact=0.69 claim+selfcopy=-0.03 claim+story=-0.15 claim+threat=-0.14
claim+toolword=-0.39 claim+trust=-0.26 claim+unlimited=0.20 data=0.66 data+approval=-0.73 data+asks=0.31 data+away=0.97 data+claim=-0.02
data+delete=0.44 data+dev=-0.07 data+disable=-0.17 data+drop=-0.12 data+exact=0.49 data+fetch=0.34 data+grant=-0.34 data+guard=-0.17 data+host=-0.31
data+hush=-0.42 data+lasting=-0.18 data+link=1.41 data+money=-0.24 data+not=-0.85 data+notice=-0.76 data+now=-0.24 data+obey=-0.23 data+outrank=0.04
data+pretend=-0.29 data+promo=-0.05 data+reading=0.07 data+refuse=-0.10 data+repo=-0.55 data+roletag=0.42 data+run=-0.18 data+sayexact=-0.14
data+selfcopy=-0.15 data+send=1.27 data+story=-0.45 data+tests=-0.43 data+toolword=1.28 data+trust=0.13 data+unasked=-0.25 data+unlimited=0.06
delete=0.56 delete+asks=-0.04 delete+claim=0.40 delete+dev=-0.33 delete+disable=-0.14 delete+fetch=-0.17 delete+grant=-0.40 delete+money=0.09
delete+must=0.50 delete+newtask=0.06 delete+not=0.24 delete+notice=-0.16 delete+now=0.80 delete+passed=0.25 delete+pretend=0.34 delete+reading=0.16
delete+refuse=0.15 delete+roletag=0.20 delete+selfcopy=0.03 delete+story=-0.43 delete+threat=0.18 delete+toolword=0.10 delete+trust=0.06
delete+unlimited=-0.25 dev=-1.03 dev+asks=0.25 dev+not=-0.35 disable=0.61 disable+asks=-0.39 disable+claim=-0.48 disable+dev=-0.22 disable+fetch=-0.36
disable+grant=0.33 disable+money=-0.52 disable+must=0.07 disable+not=-0.51 disable+notice=0.66 disable+now=-0.13 disable+passed=-0.12
disable+pretend=-0.13 disable+reading=0.03 disable+refuse=0.08 disable+roletag=0.59 disable+sayexact=-0.05 disable+selfcopy=-0.06 disable+story=0.18
disable+threat=-0.10 disable+toolword=-0.32 disable+trust=0.17 disable+unlimited=-0.23 drop=0.46 drop+asks=-0.32 drop+claim=-0.66 drop+delete=-0.67
drop+dev=-0.55 drop+disable=0.06 drop+exact=0.03 drop+fetch=0.05 drop+grant=0.27 drop+hush=0.22 drop+money=0.74 drop+must=0.36 drop+newtask=0.52
drop+not=-0.31 drop+notice=-0.14 drop+now=0.23 drop+outrank=-0.40 drop+passed=-0.19 drop+pretend=-0.14 drop+promo=0.26 drop+reading=0.03
drop+refuse=0.70 drop+roletag=0.48 drop+run=0.16 drop+sayexact=0.29 drop+selfcopy=0.32 drop+send=-0.03 drop+show=-0.10 drop+story=0.09
drop+threat=0.03 drop+toolword=0.88 drop+trust=-0.30 drop+unasked=-0.52 drop+unlimited=-0.15 earlier=-0.17 earlier+all=0.70 earlier+approval=-0.80
earlier+asks=0.45 earlier+away=0.09 earlier+claim=0.34 earlier+data=0.19 earlier+delete=-1.03 earlier+dev=-0.32 earlier+disable=-0.20
earlier+drop=1.01 earlier+exact=0.83 earlier+fetch=-0.30 earlier+grant=-0.25 earlier+guard=-0.35 earlier+host=-0.12 earlier+hush=0.02
earlier+lasting=0.11 earlier+link=-0.35 earlier+money=0.11 earlier+must=-0.57 earlier+newtask=-0.52 earlier+not=-0.27 earlier+notice=0.34
earlier+now=-0.38 earlier+obey=0.34 earlier+outrank=-1.02 earlier+passed=-0.02 earlier+pretend=-0.05 earlier+promo=0.09 earlier+reading=-1.14
earlier+repo=0.05 earlier+roletag=0.50 earlier+run=0.11 earlier+sayexact=0.95 earlier+secret=-0.34 earlier+selfcopy=0.27 earlier+send=0.50
earlier+show=0.48 earlier+story=0.26 earlier+tests=0.65 earlier+threat=0.08 earlier+toolword=-0.34 earlier+trust=0.05 earlier+unasked=0.30
earlier+unlimited=0.57 exact=1.09 exact+asks=-0.24 exact+claim=-0.25 exact+delete=-0.04 exact+dev=-0.17 exact+disable=-0.72 exact+fetch=-0.14
exact+hush=0.35 exact+must=-0.12 exact+not=-0.08 exact+now=-0.14 exact+passed=-0.24 exact+reading=-0.03 exact+refuse=-0.12 exact+roletag=0.14
exact+run=0.14 exact+sayexact=0.39 exact+selfcopy=-0.10 exact+send=-0.14 exact+story=-0.03 exact+toolword=0.26 exact+trust=-0.08 exact+unasked=0.04
exact+unlimited=-0.10 fetch=0.88 fetch+asks=-0.06 fetch+dev=-0.69 fetch+money=-0.17 fetch+not=-0.18 fetch+promo=0.06 fetch+roletag=-0.02
fetch+selfcopy=-0.03 fetch+story=1.19 grant=1.61 grant+asks=0.09 grant+dev=-0.35 grant+fetch=-0.11 grant+not=-0.67 grant+refuse=-0.13
grant+roletag=0.60 grant+sayexact=0.02 grant+selfcopy=0.47 grant+story=-0.02 grant+trust=-0.21 guard=0.69 guard+asks=-0.43 guard+claim=-0.36
guard+delete=0.42 guard+dev=-0.41 guard+disable=1.73 guard+drop=0.57 guard+fetch=0.27 guard+grant=0.33 guard+host=0.69 guard+hush=0.26
guard+lasting=0.56 guard+money=-0.17 guard+must=-0.05 guard+newtask=-0.06 guard+not=0.58 guard+notice=0.26 guard+now=0.19 guard+obey=-0.18
guard+passed=-0.30 guard+pretend=-0.32 guard+promo=0.23 guard+reading=0.08 guard+refuse=-0.14 guard+repo=-0.19 guard+roletag=0.55 guard+run=0.40
guard+selfcopy=0.42 guard+send=-0.46 guard+show=-0.17 guard+story=-0.09 guard+threat=-0.04 guard+toolword=-0.96 guard+trust=-0.37 guard+unasked=1.08
guard+unlimited=0.02 hidden=-0.39 hidden+all=-0.22 hidden+approval=-0.23 hidden+asks=-0.31 hidden+away=0.42 hidden+claim=-0.33 hidden+data=-0.80
hidden+delete=-0.49 hidden+dev=-0.19 hidden+disable=-0.28 hidden+drop=-0.07 hidden+earlier=-0.17 hidden+exact=0.59 hidden+fetch=-0.32
hidden+grant=-0.52 hidden+guard=-0.47 hidden+host=-0.12 hidden+hush=-0.63 hidden+lasting=0.17 hidden+link=0.53 hidden+money=0.05 hidden+must=-0.27
hidden+newtask=-0.07 hidden+not=-0.16 hidden+notice=-0.08 hidden+now=-0.21 hidden+obey=-0.59 hidden+pretend=-0.46 hidden+promo=0.07
hidden+reading=-0.44 hidden+refuse=-0.14 hidden+repo=-0.11 hidden+roletag=0.55 hidden+run=-0.16 hidden+sayexact=0.06 hidden+secret=-0.67
hidden+selfcopy=-0.08 hidden+send=0.13 hidden+show=0.54 hidden+story=-0.15 hidden+tests=-0.52 hidden+threat=0.30 hidden+toolword=-0.50
hidden+trust=0.03 hidden+unlimited=0.54 host=1.81 host+asks=0.07 host+claim=-0.17 host+delete=-0.19 host+dev=-0.58 host+disable=0.56 host+drop=0.08
host+fetch=0.24 host+grant=0.57 host+hush=-0.06 host+lasting=0.06 host+must=-0.63 host+not=0.26 host+notice=0.20 host+now=-0.10 host+obey=-0.18
host+passed=0.05 host+pretend=0.88 host+reading=0.05 host+refuse=-0.03 host+repo=0.42 host+roletag=-0.08 host+run=0.29 host+selfcopy=0.33
host+send=-0.17 host+show=-0.20 host+story=-0.27 host+toolword=-0.31 host+trust=0.28 host+unasked=0.54 hush=2.45 hush+asks=-0.27 hush+claim=0.32
hush+delete=0.17 hush+dev=-0.20 hush+disable=0.62 hush+fetch=0.18 hush+grant=0.40 hush+money=0.26 hush+not=-0.58 hush+notice=-0.20 hush+now=0.53
hush+passed=0.15 hush+pretend=0.33 hush+promo=0.51 hush+reading=0.12 hush+refuse=-0.11 hush+roletag=0.41 hush+run=0.87 hush+story=0.24
hush+threat=0.15 hush+toolword=0.71 hush+unasked=-0.36 lasting=1.35 lasting+asks=-0.23 lasting+claim=-0.29 lasting+delete=-0.30 lasting+dev=-0.63
lasting+disable=0.76 lasting+drop=0.05 lasting+fetch=0.18 lasting+grant=0.84 lasting+hush=0.05 lasting+money=-0.27 lasting+must=0.19 lasting+not=0.75
lasting+notice=-0.18 lasting+now=-0.84 lasting+obey=1.06 lasting+passed=0.29 lasting+pretend=-0.03 lasting+promo=0.40 lasting+refuse=-0.07
lasting+roletag=0.08 lasting+run=1.04 lasting+sayexact=0.24 lasting+selfcopy=0.33 lasting+send=0.13 lasting+show=0.17 lasting+story=-0.13
lasting+threat=-0.21 lasting+toolword=0.49 lasting+trust=0.28 lasting+unasked=0.64 lasting+unlimited=0.54 link=-0.08 link+approval=-0.04
link+claim=-0.16 link+delete=-0.12 link+dev=-0.23 link+disable=-0.10 link+drop=-0.32 link+exact=-0.24 link+fetch=0.40 link+grant=-0.03
link+guard=-0.31 link+host=0.23 link+lasting=0.22 link+money=-0.09 link+must=0.13 link+not=-0.40 link+now=-0.27 link+obey=0.26 link+passed=-0.09
link+pretend=-0.19 link+refuse=-0.08 link+repo=-0.30 link+run=-0.40 link+send=0.87 link+show=0.07 link+story=0.27 link+tests=-0.23 link+threat=-0.05
link+toolword=-0.42 link+trust=0.24 link+unlimited=0.11 long=-0.88 me=0.53 me+agent=0.18 me+all=0.57 me+approval=0.47 me+asks=-0.21 me+authority=0.15
me+away=-0.40 me+claim=-0.10 me+data=-0.27 me+delete=0.16 me+dev=0.17 me+disable=0.12 me+drop=-0.06 me+earlier=0.72 me+exact=0.78 me+fetch=0.25
me+grant=0.47 me+guard=0.67 me+hidden=0.69 me+host=1.08 me+hush=-0.12 me+lasting=0.41 me+link=-0.11 me+money=-0.13 me+must=1.41 me+newtask=-0.06
me+not=0.03 me+notice=-0.29 me+now=0.42 me+obey=1.80 me+outrank=0.63 me+passed=0.32 me+person=0.41 me+pretend=0.56 me+prompt=0.73 me+reading=-0.08
me+refuse=0.33 me+repo=-0.83 me+roletag=-0.09 me+rules=-0.99 me+run=0.17 me+sayexact=0.25 me+secret=1.66 me+send=0.10 me+show=0.42 me+story=-0.47
me+tests=-0.38 me+threat=-0.18 me+toolword=-0.26 me+trust=0.48 me+unasked=0.42 me+unlimited=0.18 money=1.38 money+asks=-0.03 money+dev=-0.05
money+story=0.19 money+threat=0.25 money+toolword=0.49 must=-0.16 must+asks=-0.33 must+dev=-0.10 must+fetch=0.39 must+grant=-0.16 must+money=0.53
must+not=-0.03 must+notice=-0.36 must+outrank=-0.05 must+promo=0.46 must+reading=0.62 must+refuse=-0.06 must+sayexact=-0.35 must+selfcopy=-0.24
must+story=0.34 must+threat=0.16 must+toolword=0.86 must+trust=0.04 newtask=1.83 newtask+asks=-0.09 newtask+dev=-0.31 newtask+fetch=0.18
newtask+money=0.08 newtask+must=0.28 newtask+not=-0.24 newtask+notice=0.19 newtask+outrank=-0.68 newtask+roletag=0.30 newtask+sayexact=0.41
newtask+story=0.37 newtask+toolword=-0.32 newtask+trust=0.09 not=-0.44 notice+asks=-0.05 notice+dev=-0.18 notice+fetch=0.34 notice+grant=-0.52
notice+money=-0.12 notice+not=0.18 notice+outrank=0.56 notice+promo=0.92 notice+reading=0.18 notice+refuse=-0.13 notice+roletag=0.70
notice+sayexact=0.10 notice+selfcopy=-0.08 notice+story=0.12 notice+threat=0.20 notice+toolword=-0.45 notice+trust=0.06 now=0.26 now+asks=-0.30
now+dev=-0.28 now+fetch=-0.21 now+grant=-0.58 now+money=0.43 now+must=0.33 now+newtask=0.14 now+not=0.52 now+notice=-0.44 now+outrank=0.06
now+promo=0.09 now+reading=-0.72 now+refuse=-0.31 now+roletag=0.37 now+sayexact=0.50 now+selfcopy=-0.02 now+story=0.35 now+threat=0.25
now+toolword=0.51 now+trust=0.53 obey=1.58 obey+asks=0.16 obey+claim=0.46 obey+delete=0.34 obey+dev=-0.57 obey+disable=0.13 obey+exact=0.07
obey+fetch=0.58 obey+grant=-0.37 obey+hush=0.35 obey+must=0.17 obey+newtask=0.36 obey+not=-0.12 obey+notice=-0.50 obey+now=0.22 obey+outrank=0.14
obey+passed=-0.18 obey+pretend=0.30 obey+reading=0.22 obey+refuse=0.35 obey+roletag=0.80 obey+run=-0.27 obey+sayexact=0.17 obey+selfcopy=0.31
obey+send=-0.04 obey+show=-0.32 obey+story=-0.32 obey+threat=0.84 obey+toolword=-0.37 obey+unasked=0.06 obey+unlimited=-0.04 outrank=1.73
outrank+dev=0.30 outrank+not=-0.02 outrank+roletag=0.12 outrank+toolword=0.79 passed=0.55 passed+asks=-0.38 passed+dev=-0.10 passed+fetch=0.07
passed+grant=-0.11 passed+must=-0.04 passed+newtask=-0.02 passed+not=0.20 passed+notice=-0.09 passed+now=-0.37 passed+pretend=0.49 passed+promo=0.13
passed+reading=0.10 passed+refuse=-0.03 passed+roletag=0.30 passed+sayexact=0.16 passed+selfcopy=-0.06 passed+story=0.10 passed+toolword=-0.34
passed+trust=-0.27 passed+unlimited=-0.22 person=0.33 person+all=0.90 person+approval=-0.12 person+asks=-0.86 person+authority=0.37 person+away=0.37
person+data=-0.28 person+delete=-0.24 person+dev=0.28 person+disable=0.32 person+drop=0.03 person+earlier=0.13 person+exact=0.08 person+fetch=0.07
person+grant=-0.06 person+guard=-0.83 person+hidden=-0.30 person+host=0.04 person+hush=1.54 person+lasting=0.70 person+link=0.65 person+money=-0.20
person+must=0.53 person+newtask=0.57 person+not=0.23 person+notice=0.48 person+now=0.84 person+obey=0.39 person+outrank=0.55 person+passed=-0.47
person+pretend=-0.42 person+promo=0.06 person+prompt=-0.29 person+reading=0.04 person+refuse=-0.43 person+repo=0.27 person+roletag=-0.21
person+rules=-0.55 person+run=0.69 person+sayexact=-0.44 person+secret=0.02 person+selfcopy=0.56 person+send=0.98 person+show=-0.14 person+story=-0.35
person+tests=0.85 person+threat=0.17 person+toolword=0.09 person+trust=-0.18 person+unasked=0.39 person+unlimited=-0.70 pretend=1.05 pretend+asks=0.24
pretend+dev=-0.24 pretend+fetch=-0.09 pretend+grant=0.04 pretend+money=0.05 pretend+must=-0.54 pretend+newtask=0.06 pretend+not=-0.23
pretend+notice=-0.47 pretend+now=-0.31 pretend+promo=-0.14 pretend+refuse=-0.06 pretend+roletag=0.35 pretend+sayexact=-0.06 pretend+story=-0.32
pretend+threat=-0.04 pretend+toolword=-0.33 pretend+trust=0.10 pretend+unlimited=0.30 promo=1.53 promo+dev=-0.31 promo+not=-0.13 promo+story=0.18
promo+toolword=-0.15 prompt=1.45 prompt+all=1.02 prompt+approval=-0.48 prompt+asks=0.27 prompt+away=-0.09 prompt+claim=-0.12 prompt+data=-0.56
prompt+dev=0.21 prompt+disable=0.70 prompt+drop=0.83 prompt+earlier=0.72 prompt+exact=0.83 prompt+fetch=-0.11 prompt+grant=0.36 prompt+guard=-0.41
prompt+hidden=0.71 prompt+host=-0.13 prompt+hush=-0.26 prompt+lasting=0.12 prompt+money=0.12 prompt+must=-0.10 prompt+newtask=0.04 prompt+not=-0.31
prompt+notice=-0.21 prompt+now=0.66 prompt+obey=-0.89 prompt+pretend=0.23 prompt+promo=-0.47 prompt+refuse=-0.24 prompt+repo=-0.70 prompt+roletag=0.15
prompt+run=-0.86 prompt+sayexact=0.10 prompt+secret=-0.99 prompt+send=-0.03 prompt+show=1.66 prompt+story=-0.10 prompt+tests=-0.16 prompt+threat=-0.10
prompt+toolword=0.27 prompt+trust=0.41 prompt+unlimited=0.03 reading=0.94 reading+dev=0.18 reading+money=0.20 reading+not=-0.20 reading+promo=0.20
reading+refuse=0.03 reading+roletag=0.13 reading+sayexact=0.14 reading+story=-0.45 reading+threat=0.20 reading+toolword=0.04 refuse=0.75
refuse+asks=0.26 refuse+dev=-0.43 refuse+not=0.26 refuse+story=-0.20 refuse+threat=1.22 refuse+toolword=-0.18 repo=-0.24 repo+asks=-0.27
repo+claim=0.54 repo+delete=0.66 repo+dev=0.13 repo+disable=1.17 repo+exact=0.61 repo+fetch=-0.31 repo+grant=0.60 repo+hush=0.92 repo+lasting=-0.50
repo+money=-0.61 repo+must=0.39 repo+newtask=-0.10 repo+not=-0.30 repo+notice=0.60 repo+now=0.74 repo+obey=0.11 repo+passed=-0.44 repo+pretend=0.26
repo+promo=-0.06 repo+refuse=-0.08 repo+roletag=-0.22 repo+run=0.27 repo+sayexact=-0.17 repo+selfcopy=0.04 repo+send=-0.07 repo+show=0.10
repo+story=0.15 repo+threat=-0.20 repo+toolword=0.23 repo+trust=-0.24 repo+unasked=0.87 repo+unlimited=0.29 roletag=0.83 roletag+asks=-0.14
roletag+dev=-0.42 roletag+not=-0.32 roletag+promo=0.29 roletag+refuse=-0.08 roletag+story=0.21 roletag+threat=0.13 roletag+toolword=-0.07
roletag+trust=0.27 rules=1.06 rules+all=0.53 rules+approval=-0.33 rules+asks=-0.12 rules+away=-0.35 rules+claim=0.34 rules+data=0.05 rules+delete=0.29
rules+dev=-0.38 rules+disable=0.42 rules+drop=1.30 rules+earlier=-0.50 rules+exact=0.08 rules+fetch=-0.26 rules+grant=0.35 rules+guard=-0.57
rules+hidden=1.27 rules+host=-0.08 rules+lasting=0.14 rules+money=-0.04 rules+must=-0.74 rules+newtask=-0.28 rules+not=0.24 rules+notice=-0.60
rules+now=0.62 rules+obey=-0.54 rules+outrank=0.87 rules+passed=-0.54 rules+pretend=0.81 rules+promo=0.14 rules+prompt=-0.65 rules+reading=0.05
rules+refuse=0.40 rules+repo=-0.62 rules+roletag=-0.14 rules+run=-0.28 rules+secret=0.36 rules+selfcopy=0.52 rules+send=-0.46 rules+show=0.10
rules+story=-0.28 rules+tests=-0.95 rules+threat=-0.15 rules+toolword=-0.42 rules+trust=-0.09 rules+unasked=0.95 rules+unlimited=-0.08 run=0.13
run+asks=-0.81 run+claim=-0.43 run+delete=-0.51 run+dev=-0.26 run+disable=0.06 run+fetch=0.37 run+grant=-0.61 run+money=0.40 run+must=0.35
run+newtask=-0.30 run+not=-0.08 run+notice=0.09 run+now=0.38 run+outrank=0.32 run+passed=0.04 run+pretend=0.83 run+reading=0.54 run+refuse=-0.26
run+roletag=0.04 run+sayexact=0.27 run+selfcopy=0.03 run+story=0.03 run+threat=0.37 run+toolword=0.08 run+trust=0.28 run+unlimited=0.47 sayexact=2.13
sayexact+asks=-0.08 sayexact+dev=0.07 sayexact+not=-0.43 sayexact+promo=0.33 sayexact+refuse=-0.06 sayexact+roletag=-0.18 sayexact+story=-0.29
sayexact+trust=0.10 secret=1.05 secret+approval=-0.09 secret+asks=0.56 secret+away=1.56 secret+claim=-0.18 secret+data=-0.93 secret+delete=-0.65
secret+dev=0.25 secret+disable=0.35 secret+drop=-0.81 secret+exact=1.51 secret+fetch=0.14 secret+grant=-0.48 secret+guard=-0.33 secret+host=-0.18
secret+hush=0.11 secret+lasting=0.97 secret+money=-0.22 secret+must=0.73 secret+newtask=-0.28 secret+not=-1.05 secret+notice=0.41 secret+now=0.56
secret+obey=-0.41 secret+outrank=-0.03 secret+passed=-0.76 secret+pretend=0.05 secret+reading=0.08 secret+refuse=-0.43 secret+repo=0.94
secret+roletag=0.45 secret+run=0.06 secret+sayexact=0.46 secret+selfcopy=-0.06 secret+send=1.69 secret+show=0.81 secret+story=0.19 secret+tests=-0.51
secret+threat=0.43 secret+toolword=0.50 secret+trust=0.52 secret+unasked=0.25 secret+unlimited=-0.09 selfcopy=2.33 selfcopy+asks=-0.10
selfcopy+dev=-0.22 selfcopy+not=0.38 selfcopy+story=-0.17 send+asks=0.32 send+claim=-0.87 send+delete=-0.41 send+dev=0.03 send+disable=-0.06
send+fetch=0.23 send+grant=-0.54 send+hush=0.84 send+money=-0.02 send+must=0.51 send+newtask=-0.16 send+not=-0.19 send+notice=-0.41 send+now=0.27
send+outrank=-0.03 send+passed=-0.89 send+pretend=-0.06 send+promo=-0.11 send+reading=0.15 send+refuse=-0.18 send+roletag=0.32 send+sayexact=-0.31
send+selfcopy=-0.48 send+story=0.14 send+threat=0.70 send+toolword=-0.04 send+trust=-0.10 send+unasked=0.03 send+unlimited=-0.13 short=-1.31 show=0.05
show+asks=-0.14 show+claim=0.37 show+delete=-0.58 show+dev=-0.02 show+disable=0.58 show+exact=0.78 show+fetch=-0.37 show+grant=-0.07 show+hush=-0.78
show+money=-0.15 show+must=0.17 show+newtask=0.15 show+not=0.07 show+notice=0.37 show+outrank=0.07 show+passed=1.17 show+pretend=-0.30
show+reading=0.33 show+refuse=0.07 show+roletag=-0.15 show+run=0.18 show+sayexact=-0.11 show+send=0.60 show+story=0.11 show+threat=-0.06
show+toolword=0.08 show+trust=0.51 show+unasked=0.11 show+unlimited=0.21 story=-0.46 story+asks=0.10 story+dev=-0.08 story+not=0.03 tests=-0.32
tests+approval=0.02 tests+asks=-0.29 tests+claim=1.41 tests+delete=0.81 tests+dev=0.12 tests+disable=0.16 tests+drop=0.79 tests+exact=0.32
tests+fetch=-0.15 tests+grant=0.13 tests+guard=0.24 tests+host=0.08 tests+hush=1.32 tests+lasting=-0.60 tests+must=0.52 tests+newtask=-0.04
tests+not=0.20 tests+notice=0.16 tests+now=-0.98 tests+obey=-0.63 tests+passed=0.66 tests+pretend=0.04 tests+promo=-0.03 tests+reading=-0.03
tests+refuse=-0.09 tests+repo=0.18 tests+roletag=0.17 tests+run=-0.49 tests+sayexact=-0.07 tests+selfcopy=-0.18 tests+show=0.77 tests+story=0.94
tests+threat=-0.18 tests+toolword=-0.34 tests+trust=0.51 tests+unasked=-0.28 tests+unlimited=-0.11 threat=0.91 threat+dev=-0.09 threat+not=-0.26
threat+story=0.03 toolword=0.97 toolword+asks=-0.34 toolword+dev=-0.28 toolword+not=-0.09 toolword+selfcopy=-0.10 toolword+story=-0.30
toolword+threat=0.15 trust=2.46 trust+asks=-0.23 trust+dev=0.41 trust+not=-0.35 trust+story=-0.35 trust+toolword=-0.49 unasked=2.93 unasked+asks=-0.10
unasked+claim=-0.25 unasked+delete=0.04 unasked+dev=-0.47 unasked+disable=-1.11 unasked+fetch=0.10 unasked+grant=-0.19 unasked+money=0.20
unasked+must=0.53 unasked+not=0.03 unasked+notice=0.28 unasked+now=0.43 unasked+passed=-0.84 unasked+pretend=0.17 unasked+reading=0.08
unasked+refuse=-0.32 unasked+roletag=0.47 unasked+run=0.86 unasked+sayexact=0.04 unasked+story=-0.28 unasked+threat=0.08 unasked+trust=0.23
unlimited=2.86 unlimited+asks=0.05 unlimited+dev=-0.06 unlimited+fetch=0.17 unlimited+grant=-0.47 unlimited+money=0.15 unlimited+must=-0.12
unlimited+newtask=0.24 unlimited+not=-0.37 unlimited+notice=-0.50 unlimited+now=0.86 unlimited+reading=0.02 unlimited+refuse=0.44
unlimited+roletag=0.33 unlimited+sayexact=0.12 unlimited+selfcopy=0.03 unlimited+story=0.87 unlimited+threat=0.07 you=1.11 you+all=0.20
you+approval=-0.25 you+asks=0.85 you+authority=1.38 you+away=-0.41 you+claim=0.51 you+data=-0.47 you+delete=1.14 you+dev=-0.09 you+disable=0.30
you+drop=0.33 you+earlier=0.22 you+exact=0.60 you+fetch=0.06 you+grant=-0.09 you+guard=0.56 you+hidden=1.04 you+host=0.45 you+hush=-0.26
you+lasting=1.15 you+link=-0.12 you+me=0.30 you+must=-0.03 you+newtask=0.87 you+not=0.40 you+notice=-0.11 you+now=0.18 you+obey=-0.15 you+outrank=0.25
you+passed=-0.73 you+person=-0.40 you+pretend=0.21 you+promo=-0.54 you+prompt=1.22 you+reading=-0.31 you+refuse=0.57 you+repo=0.50 you+roletag=0.54
you+rules=1.06 you+run=-0.08 you+sayexact=0.22 you+secret=0.30 you+selfcopy=0.37 you+send=-0.33 you+show=0.15 you+story=-0.03 you+tests=-0.69
you+threat=0.54 you+toolword=-0.63 you+trust=0.35 you+unasked=-0.18 you+unlimited=0.61
`;
