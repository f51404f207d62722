// Written by scripts/train-prompt-wording.ts from 2669 attacks and 25284 harmless sentences.
export const BIAS = -1.92;
/** `concept=weight`, `one+other=weight` for two in a sentence, `^concept=weight` for what begins it. */
export const WEIGHTS = `
'!=-0.46 '#=-0.42 ':=-0.32 '<=-0.74 '>=-0.70 '?=0.12 'a=-0.43 'abandon=0.23 'abc=-0.20 'able=-0.31 'abort=-0.27 'abortcontroller=-0.11 'about=-0.66
'above=0.77 'absent=-0.72 'absolute=-0.17 'acceptance=0.29 'accepted=0.36 'accepting=-0.15 'accepts=0.42 'access=-1.11 'according=-0.09
'accordingly=0.52 'account=0.12 'accounts=-0.09 'acknowledge=-0.28 'acknowledgements=-0.30 'acme=-0.38 'across=0.19 'act=0.90 'action=-0.20
'activity=-0.15 'acts=-0.14 'actual=-0.31 'actually=-0.21 'ad=-0.34 'ada=-1.14 'add=-0.58 'added=-0.63 'adding=-0.16 'additional=-0.14
'additionally=-0.12 'address=-0.69 'addresses=-0.33 'adds=0.11 'admin=1.07 'administrateur=0.15 'administrator=-1.43 'admins=-0.90 'advance=0.09
'ae=-0.09 'af=-0.09 'affiche=-0.33 'after=-0.67 'afterwards=0.32 'again=-0.56 'against=-0.22 'age=1.02 'agent=-1.03 'agents=-0.60 'ago=-0.14
'agora=-0.36 'agree=0.47 'agreed=0.27 'agreement=-0.43 'agrees=0.17 'ahora=-0.24 'ai=0.32 'aims=-0.09 'ajv=-0.26 'al=-0.33 'alert=0.18 'alerts=-0.10
'algorithm=-0.09 'aliases=-0.13 'align=-0.43 'all=-0.28 'alles=0.30 'allow=-0.19 'allowed=0.26 'allows=-0.27 'alone=-0.10 'along=0.24 'alongside=-0.26
'already=-0.10 'als=-0.13 'alt=0.36 'alternatively=-0.16 'although=-1.01 'always=-0.88 'am=0.53 'an=-0.51 'anchor=-0.14 'android=-0.18 'anfragen=-0.12
'anleitung=-0.16 'annotations=-0.14 'answer=-0.09 'answering=0.39 'answers=-0.85 'anteriores=-0.27 'antes=0.09 'antfu=-0.10 'anvandaren=-0.24
'anweisungen=0.14 'any=-0.34 'anybody=0.33 'anyone=0.21 'anything=-0.25 'anyway=0.36 'aparece=-0.25 'api=-0.68 'apis=-0.15 'app=-0.84 'appear=-0.24
'append=0.18 'apple=0.38 'application=-0.52 'applied=-0.14 'apply=-0.23 'approach=-0.41 'approval=-0.46 'approvals=0.65 'approve=0.47 'approved=-0.35
'apps=-0.15 'apres=-0.13 'aprobacion=0.19 'aprovados=-0.37 'apt=-0.24 'arbiter=-0.25 'arbitrary=-0.11 'arch=-0.16 'architecture=-0.13 'archived=-0.16
'archivo=0.09 'are=-0.65 'argc=-0.11 'args=-0.19 'argument=-0.15 'arm=-0.33 'around=0.81 'arr=-0.10 'array=-0.22 'arraylimit=-0.14 'arrays=-0.24
'artefact=-0.18 'artefacts=0.50 'article=0.71 'articles=-0.59 'as=-0.80 'aside=0.14 'asistente=-0.29 'ask=-0.92 'asked=1.06 'asking=0.44 'asks=0.08
'asn=-0.17 'assert=-0.36 'assertionerror=-0.09 'assertions=-0.20 'assign=-0.10 'assistant=-0.83 'assistants=0.30 'assistent=-0.11 'assistente=-0.24
'associated=-0.12 'async=-0.24 'at=-0.49 'attach=0.30 'attached=0.93 'attachments=-0.14 'attacker=0.20 'attacks=-0.11 'attempt=-0.11 'attempts=-0.10
'attention=0.25 'attribute=-0.39 'au=-0.44 'audio=-0.08 'audit=0.37 'audited=0.38 'auf=-0.08 'aus=0.37 'auth=0.21 'authenticate=-0.20
'authentication=0.12 'authorised=-0.20 'authority=0.35 'authorization=-0.47 'authorized=0.19 'authors=-0.29 'auto=-0.34 'automated=1.71
'automatic=0.38 'automatically=0.60 'autonomy=-0.34 'aux=-0.24 'available=-0.20 'avant=0.34 'avatars=-0.19 'avoid=-0.71 'await=-0.41 'away=0.22
'awesomemessage=-0.10 'awesomepackage=-0.09 'aws=0.10 'b=-0.10 'back=-0.80 'backend=-0.15 'background=-0.87 'backup=0.25 'backups=0.18
'backwards=-0.16 'bad=-0.10 'badge=-0.56 'badgen=-0.28 'badges=-0.28 'badly=-0.12 'balancer=-0.34 'ban=-0.33 'banner=-0.59 'bar=-0.34 'base=-0.51
'based=-0.20 'bash=-0.67 'basis=-0.10 'bd=-0.17 'be=-0.61 'beacon=0.71 'bearer=-0.45 'because=-0.42 'become=-0.25 'becomes=-0.33 'bedrock=-0.11
'been=0.68 'before=-0.92 'begin=0.59 'begins=0.74 'behave=0.80 'behavior=-0.30 'behaviour=-0.24 'behind=-0.30 'being=-0.09 'below=1.07 'bench=-0.09
'benchmark=-0.26 'benchmarks=-0.21 'benutzer=-0.19 'beside=-0.09 'best=-0.27 'better=0.29 'between=-0.56 'bevor=0.18 'bf=-0.09 'billing=0.49
'bin=-0.14 'binary=-0.14 'binding=-0.15 'bis=-0.09 'bit=-0.09 'bits=-0.21 'bitte=-0.51 'bitwise=-0.12 'bl=-0.22 'blob=-0.11 'block=0.22 'blocked=0.09
'blocking=-0.12 'blocks=-0.49 'blog=-0.20 'bo=-0.17 'bodies=-0.36 'body=0.14 'boils=0.91 'book=0.28 'bool=-0.11 'boolean=-0.35 'borra=0.10
'borrar=-0.31 'bot=-1.07 'both=-1.38 'bots=-0.88 'bound=-0.23 'bounds=-0.11 'box=0.46 'br=-0.56 'bracket=-0.18 'branch=-0.40 'branche=-0.16
'branches=-0.62 'break=-0.10 'breaking=0.09 'breaks=-0.45 'brief=-0.17 'briefly=-0.23 'bring=0.09 'broken=0.14 'browser=-0.98 'browsers=-0.18
'bubble=-0.12 'bubblewrap=-0.13 'budget=-0.18 'buf=-0.11 'buffer=-0.35 'buffered=-0.11 'buffers=-0.10 'bug=0.52 'bugfix=-0.20 'bugs=-0.51 'build=-0.51
'built=-0.38 'bullet=-0.23 'bump=-0.13 'bundan=-0.34 'bundle=-0.09 'bundler=-0.19 'but=-0.99 'button=-0.71 'buttons=-0.30 'buy=0.20 'by=-0.47
'bypass=0.48 'byt=-0.36 'byte=-0.30 'bytes=-0.48 'c=-0.15 'cac=-0.16 'cache=-0.24 'calendar=0.43 'calistir=-0.19 'call=-0.67 'callable=-0.18
'callasfunction=-0.13 'callback=-0.42 'callbacks=-0.24 'called=-0.59 'calling=-0.34 'calls=-0.21 'callsite=-0.11 'calvinmetcalf=-0.25 'came=0.10
'campaign=-0.22 'can=-0.74 'cancel=-0.52 'cancellation=-0.08 'cancelled=0.08 'cannot=-0.95 'capabilities=-0.22 'capture=-0.31 'careful=-0.09
'carefully=-0.09 'case=-0.27 'cases=-0.20 'cat=1.02 'catch=-0.15 'category=-0.17 'caught=-0.13 'cause=0.18 'cb=-0.14 'cc=-0.09 'cd=-0.12 'cdn=-0.13
'ce=0.53 'center=-0.42 'certificate=-0.81 'cette=-0.11 'change=-0.85 'changed=-0.67 'changelog=0.08 'changes=-0.95 'changing=0.33 'channel=-0.19
'chapter=-0.13 'character=-0.15 'characters=-0.36 'charge=-0.14 'chart=0.08 'chat=0.48 'chats=-0.15 'che=0.29 'checkbox=-0.32 'checked=-0.17
'checking=0.30 'checks=-0.32 'chess=-0.45 'child=-0.16 'children=-0.27 'chmod=-0.19 'choose=-0.30 'chore=-0.30 'chrome=-0.09 'chromium=-0.24
'chunk=-0.23 'chunks=-0.28 'ci=-0.35 'city=0.11 'cj=-0.13 'claim=0.76 'claims=-0.34 'class=-0.34 'classes=-0.11 'claude=0.65 'clave=0.18 'clean=-0.22
'cleanup=-0.19 'clear=-0.24 'cli=-0.98 'click=-0.60 'clickable=0.09 'clicking=-0.19 'client=-0.89 'clients=-0.65 'clock=-0.09 'clone=-0.38 'close=0.45
'closed=-0.38 'closing=0.42 'closures=-0.21 'cloud=-0.26 'cmake=-0.13 'code=-0.56 'codebase=-0.10 'codecov=-0.36 'codeowners=0.09 'coder=-0.17
'coderabbit=-0.12 'codes=-0.16 'codex=-0.20 'coding=-0.41 'collective=-0.11 'collects=0.41 'color=0.12 'column=-0.25 'columns=0.20 'com=-0.62
'combine=-0.11 'come=0.50 'comes=-0.19 'coming=0.10 'comma=-0.09 'command=-0.16 'commands=-0.51 'comme=0.27 'comment=1.89 'comments=0.13 'commit=-0.34
'commits=-0.95 'common=-0.12 'community=-0.20 'como=0.39 'compact=-0.12 'company=0.22 'compare=-0.29 'compatibility=-0.16 'compatible=-0.18
'competitors=-0.33 'compile=-0.14 'compiler=0.14 'compilers=-0.09 'complete=0.72 'completed=-0.21 'completely=-0.13 'completion=-0.15 'comply=0.63
'component=-0.19 'components=-0.18 'comprehensive=-0.16 'compressible=-0.18 'concepts=-0.12 'concurrency=-0.24 'conditional=-0.13 'conditions=-0.99
'conduct=0.25 'confidential=0.20 'configurable=-0.47 'configuration=-0.67 'configured=-0.11 'confirm=-0.61 'confirmations=0.24 'confirmed=-0.17
'connect=-0.17 'connected=-0.21 'connecting=-0.32 'connection=-0.21 'connections=-0.13 'consensus=-0.15 'consent=0.13 'consider=0.48 'considered=-0.10
'consignes=0.21 'console=-0.65 'const=-1.53 'constraints=0.18 'constructor=-0.28 'consumption=-0.08 'contact=-0.41 'container=-0.40 'containers=-0.14
'contains=-0.14 'content=-0.22 'contents=0.71 'context=0.29 'continue=0.93 'continuing=0.13 'contract=-0.45 'contrasena=-0.23 'contrasenas=-0.16
'contribute=-0.09 'contributing=-0.41 'contribution=-0.29 'contributions=-0.12 'contributor=-0.31 'control=-0.41 'controlled=-0.08 'controller=-0.23
'controls=-0.35 'conversation=0.98 'conversations=-0.14 'convert=-0.15 'cookie=-0.98 'cookies=-0.43 'cool=-0.20 'copied=-0.22 'copies=-0.18
'copilot=0.50 'copy=-1.05 'copyright=-0.50 'core=-0.44 'correct=0.19 'correction=-0.11 'correspond=-0.11 'corresponding=-0.10 'cors=-0.24
'corsoptions=-0.08 'cost=-0.35 'costs=-0.11 'could=-0.41 'count=-0.17 'counts=0.56 'coverage=-0.49 'coveralls=-0.28 'covers=-0.24 'cp=-0.09 'cpu=-0.16
'crash=0.18 'crashes=0.80 'crawler=-0.20 'crawlers=0.09 'create=-0.82 'created=-0.13 'creates=0.13 'createserver=-0.08 'createwritestream=-0.11
'creating=-0.13 'credential=-0.37 'credentials=0.50 'credit=-0.23 'criteria=0.23 'cross=-0.11 'crypto=-0.16 'csrf=-0.33 'css=-0.49 'curl=-0.74
'current=-0.12 'custom=-0.24 'customer=-0.92 'customers=0.11 'cut=-0.48 'd=-0.10 'da=-0.26 'daemon=-0.12 'dans=-0.19 'darf=-0.40 'dark=0.63 'das=-0.34
'data=-0.52 'database=0.38 'date=-0.44 'dates=0.13 'day=-0.33 'days=-0.81 'db=-0.20 'de=-1.09 'dead=-0.28 'deal=-0.11 'deb=-0.11 'debe=-0.20
'deben=-0.38 'debug=-0.85 'debuggers=-0.17 'debugging=-0.44 'decide=-0.15 'decided=0.84 'decides=-0.12 'decision=-0.11 'declaration=-0.20
'declarations=-0.26 'declared=-0.14 'decode=-0.36 'decoded=-0.13 'decoy=0.57 'deep=-0.11 'deepequal=-0.10 'def=-0.29 'default=-0.52 'defaults=-0.30
'define=-0.18 'defined=-0.21 'defines=-0.15 'definition=-0.17 'definitions=-0.23 'del=-0.29 'delete=-0.26 'deleted=0.25 'deletes=-0.86 'deleting=0.12
'deliver=0.43 'della=-0.13 'dem=-0.09 'demande=-0.11 'demo=0.20 'demonstrates=-0.10 'denied=-0.42 'deno=-0.23 'depd=-0.13 'dependabot=-0.14
'dependencies=-0.15 'dependency=-0.51 'deploy=1.06 'deployment=0.80 'deployments=-0.18 'depois=-0.25 'deprecate=-0.14 'deprecated=-0.19
'deprecation=-0.20 'deps=-0.20 'depth=-0.17 'der=-1.00 'derivative=-0.09 'des=-0.20 'describe=0.78 'described=-0.14 'describes=-0.16 'description=1.04
'descriptions=0.40 'design=-0.33 'designed=-0.14 'desktop=-0.13 'desormais=-0.09 'destination=-0.09 'destroy=-0.16 'destroyed=-0.12 'detached=-0.12
'detailed=-0.10 'details=-0.64 'detect=-0.13 'detection=-0.31 'detects=-0.13 'deu=-0.39 'deux=-0.31 'dev=-0.29 'deve=-0.14 'developers=0.23
'development=-0.38 'device=-0.18 'dfd=-0.10 'diagnostics=0.14 'dialog=-0.16 'did=-0.47 'die=-0.98 'diff=-0.91 'difference=-0.09 'different=-0.27
'difflines=-0.09 'diffs=-0.19 'diga=0.12 'dimentica=-0.10 'dir=-0.10 'direct=0.38 'directions=0.12 'directive=-0.55 'directives=-0.51 'directly=-0.09
'directories=-0.31 'direkt=0.22 'disable=-0.60 'disabled=-0.66 'disables=-0.32 'disabling=-0.09 'disclaimer=-0.12 'disclosure=-0.21 'discord=-0.12
'disetujui=-0.20 'disk=0.10 'dispatch=-0.15 'display=-0.40 'disregard=0.80 'dist=-0.88 'distribute=-0.09 'dit=0.12 'div=-0.27 'dm=-0.17 'do=-0.31
'docker=-0.18 'dockerfile=-0.95 'dockerignore=-0.11 'docs=-0.56 'doctor=-0.34 'document=-0.71 'documentation=-0.74 'documented=-0.14 'documents=-0.61
'does=-0.82 'doesn=-0.31 'doing=-0.18 'doit=-0.57 'dollars=-0.15 'dom=-0.12 'domain=-0.50 'don=0.24 'done=-0.50 'donne=0.30 'dopo=-0.22 'dos=-0.13
'dossier=0.09 'dot=-0.14 'dotfiles=-0.10 'down=-0.53 'download=-0.20 'downloads=-0.46 'draft=-0.31 'drop=0.71 'dropped=-0.15 'drops=-0.38 'due=-0.15
'dump=0.36 'duoc=-0.46 'duplicates=0.14 'duration=-0.09 'duyet=-0.37 'dynamic=-0.11 'e=-0.55 'each=-0.81 'earlier=-0.11 'early=-0.09 'easily=-0.24
'echo=0.69 'echoue=-0.22 'echouent=-0.18 'ect=-0.26 'ed=-0.35 'editing=0.24 'edition=-0.08 'editor=-0.38 'ee=-0.12 'eemeli=-0.11 'een=-0.39 'ef=-0.09
'effort=-0.32 'eine=-0.10 'einmal=-0.13 'either=-0.08 'ejecuta=0.14 'el=-0.31 'element=-0.18 'elf=-0.26 'elicitation=-0.21 'else=0.11 'em=0.70
'email=-0.72 'embed=0.63 'emit=-0.29 'emoji=-0.33 'empty=-0.11 'emulate=-0.13 'emulator=-0.18 'en=0.38 'enable=-0.53 'enabled=0.49 'enabling=-0.15
'encode=-0.74 'encoded=-0.11 'encoding=-0.20 'encrypted=-0.19 'end=-0.29 'endpoint=-0.41 'ends=-0.39 'enforce=-0.16 'engine=-0.67 'english=-0.11
'enough=-0.16 'ensure=-0.10 'enter=0.18 'entire=-0.18 'entirely=-0.36 'entities=-0.15 'entity=-0.23 'entries=-0.23 'entry=0.32 'enum=-0.10
'enumerable=-0.22 'enums=-0.09 'env=-0.24 'environ=0.26 'environment=-1.29 'environments=-0.18 'environnement=-0.25 'epub=-0.11 'equal=-0.22
'equivalent=-0.22 'erase=0.08 'erkjggg=-0.12 'err=-0.28 'error=-0.37 'errors=-0.43 'es=-0.16 'escalade=-0.20 'escape=-0.46 'eslint=-0.36 'esm=-0.09
'esquece=-0.25 'est=0.13 'esta=-0.10 'ethics=0.29 'etre=-0.46 'eval=0.55 'evaluate=-0.14 'even=-0.14 'event=-0.34 'events=-0.26 'eventtarget=-0.08
'ever=-0.17 'everybody=0.67 'everyone=0.27 'everything=0.54 'everywhere=-0.22 'evil=0.82 'evilmartians=-0.16 'exactly=-0.23 'example=0.22
'examples=-0.22 'exceptions=-0.38 'exclude=-0.20 'exe=0.16 'exec=-0.38 'executable=-0.08 'execute=0.80 'executed=-0.12 'executes=0.38 'execution=-0.12
'exfiltrate=1.04 'exist=-0.13 'existent=-0.13 'existing=-0.17 'exists=0.21 'expect=-0.09 'expected=0.25 'expecttypeof=-0.26 'experimental=-0.16
'expire=-0.12 'expired=-0.75 'expires=-0.44 'expiry=-0.16 'explain=-0.47 'explains=-0.16 'explanations=0.14 'explicit=-0.13 'explicitly=-0.41
'explore=-0.10 'export=-1.01 'exported=-0.13 'exporter=-0.20 'exports=-0.34 'expose=-0.10 'exposed=-0.10 'exposes=-0.17 'expr=-0.12 'express=-0.26
'expression=-0.32 'expressions=-0.27 'extension=-0.26 'extensions=-0.21 'external=-0.20 'extract=-0.09 'eyjhbgcioijiuzi=-0.17 'eyjzdwiioiixmjm=-0.17
'f=-0.23 'facing=-0.13 'fact=1.05 'factor=-0.19 'factory=0.14 'fail=0.39 'failed=-0.71 'failing=-0.37 'fails=-0.74 'failure=-0.23 'failures=-0.39
'fake=-0.09 'falsch=-0.32 'false=-0.45 'fast=0.27 'faster=0.64 'fb=-0.15 'fd=-0.09 'fe=-0.23 'feat=-0.32 'feature=-0.47 'features=-0.43 'fehler=-0.19
'fetch=0.10 'fetched=-0.24 'fetches=-0.11 'fetching=0.20 'few=-0.13 'ff=-0.17 'fi=-0.42 'fichier=-0.37 'fichiers=-0.11 'field=-0.98 'fields=-0.38
'file=-0.66 'files=-1.17 'filestream=-0.08 'filesystem=-0.10 'filip=-0.13 'fill=-0.75 'filter=-0.96 'filtered=0.14 'filters=-0.50 'final=-0.29
'find=0.30 'finding=-0.27 'fine=0.38 'fingerprint=-0.33 'finish=0.80 'finished=0.13 'firefox=-0.14 'firewall=0.39 'first=-0.27 'five=0.12 'fix=-0.16
'fixtures=0.26 'flag=-0.33 'flags=-0.15 'flaky=-0.20 'flat=-0.11 'floating=-0.11 'flow=-0.10 'flush=-0.19 'flushsync=-0.14 'fmt=-0.14 'fn=-0.09
'fois=-0.31 'fold=-0.09 'folder=0.30 'folders=-0.14 'follow=-0.92 'followed=-0.90 'following=-0.88 'follows=-0.52 'foo=-0.34 'footer=-0.39 'for=-0.63
'forbidden=0.59 'force=1.00 'forget=0.41 'forgets=-0.30 'forgot=-0.28 'fork=-0.28 'form=-0.68 'format=-0.26 'formatly=-0.13 'formatted=-0.22
'formatter=-0.55 'formatting=-0.42 'forwarded=-0.41 'found=-0.37 'four=0.17 'framework=-0.21 'fran=-0.19 'free=-0.53 'freely=0.50 'french=-0.38
'fresh=-0.28 'friday=-0.30 'fridays=-0.22 'friendlier=-0.09 'from=-0.64 'frozen=-0.09 'fs=-0.41 'fully=-0.09 'fun=-0.09 'function=-0.36 'fur=-0.13
'furnished=-0.10 'further=-0.20 'future=0.21 'g=0.49 'gallery=-0.15 'game=0.14 'gate=0.37 'gateway=-0.24 'gather=0.13 'gave=-0.42 'gb=-0.30
'gebruiker=-0.24 'gecti=0.16 'geen=-0.24 'gelten=-0.34 'general=-0.49 'generally=-0.14 'generate=-0.32 'generated=-0.72 'generation=-0.08
'generator=-0.09 'generes=-0.11 'german=-0.21 'gestern=-0.34 'get=-0.70 'getbyrole=-0.17 'gets=-0.17 'gh=0.14 'gib=0.25 'gif=0.52 'gist=0.12
'github=-0.25 'githubusercontent=-0.20 'gitignore=-0.35 'give=-0.15 'gives=-0.30 'glob=-0.20 'global=-0.46 'gmail=-0.21 'gnu=-0.13 'go=-0.16
'goal=-0.14 'god=0.38 'goedgekeurd=-0.11 'goes=-0.33 'going=-0.15 'gone=-0.16 'good=-0.54 'google=-0.33 'got=0.11 'gpt=-0.15 'grace=0.22
'grammar=-0.16 'grammy=-0.17 'grant=-0.29 'grants=-0.15 'graph=-0.08 'green=-0.58 'greeting=-0.12 'grep=-0.13 'grey=-0.18 'group=-0.27 'groups=-0.24
'grpc=-0.29 'guard=-0.47 'guardrails=0.16 'guessing=-0.58 'guest=-0.28 'guests=-0.12 'guidance=0.29 'guide=-0.70 'guidelines=0.59 'gur=0.50
'gzip=-0.12 'hacker=0.15 'had=0.36 'hai=-0.10 'half=0.16 'hand=0.39 'handle=-0.27 'handled=-0.09 'handler=0.46 'handlers=-0.11 'handles=-0.37
'handling=-0.21 'happen=-0.16 'happens=-0.39 'hardware=-0.13 'harmless=0.16 'has=-0.33 'hash=-0.41 'hat=0.20 'have=0.11 'haz=0.41 'he=-0.20
'head=-0.28 'header=-0.32 'headers=-0.38 'headings=-0.08 'health=-0.48 'heap=-0.19 'height=-0.21 'held=-0.58 'hello=-0.81 'help=-0.29 'helper=0.11
'helpers=-0.10 'helpful=-0.57 'helps=-0.20 'her=-0.20 'here=0.72 'hereby=0.14 'hero=0.44 'hex=-0.15 'hey=0.31 'hi=-0.25 'hid=-0.33 'hidden=0.58
'hide=-1.05 'high=-0.48 'highlight=-0.18 'him=-0.26 'hint=-0.16 'his=-0.15 'history=0.52 'hit=-0.11 'hold=0.61 'holds=-0.63 'hole=-0.16 'honest=0.26
'hono=-0.27 'honoured=-0.12 'hooks=-0.15 'hop=-0.35 'host=-1.04 'hostname=0.53 'hosts=-0.32 'hour=-0.15 'hours=-0.70 'house=0.41 'hovers=-0.17
'how=-0.63 'however=-0.22 'href=-0.33 'html=-0.41 'http=0.35 'httpbin=-0.09 'httponly=-0.10 'https=-0.20 'huge=-0.11 'human=0.30 'huong=-0.29 'i=-0.51
'iana=-0.10 'id=-0.19 'identity=0.35 'idioma=-0.39 'ie=-0.23 'ietf=-0.15 'if=-0.50 'ignora=-0.17 'ignore=0.20 'ignored=-0.56 'ignores=-1.79
'ignoriere=-0.18 'ignoring=-0.20 'ignoruj=-0.09 'il=-0.50 'im=-0.40 'image=-0.40 'images=-0.18 'img=-0.12 'immediately=-0.19 'imperial=-0.09
'implement=-0.31 'implementation=-0.50 'implemented=-0.19 'implementing=0.34 'implied=-0.17 'importer=0.79 'imports=-0.17 'impossible=-0.18
'improve=-0.10 'in=-0.69 'incident=0.25 'include=0.49 'includes=-0.15 'including=-0.24 'inclusion=-0.12 'index=-0.24 'indicate=-0.24 'indicating=-0.09
'individual=-0.14 'infinity=-0.14 'info=-0.76 'information=-0.34 'infringe=-0.19 'inget=-0.17 'inherits=-0.09 'init=-0.21 'initial=-0.54
'initialization=-0.10 'inline=-0.53 'input=-0.45 'insert=0.83 'inside=-0.08 'inspect=-0.12 'inst=-0.12 'install=-0.60 'installation=-0.23
'installed=0.30 'installing=-0.53 'installs=-0.08 'instance=-0.38 'instant=-0.75 'instead=-0.68 'instrucciones=0.21 'instructies=-0.22
'instruction=0.69 'instructions=-0.61 'instrukcje=-0.15 'int=-0.17 'inte=0.09 'integer=-0.18 'integrity=-0.09 'intended=-0.37 'interactive=-0.10
'interface=-0.37 'internal=-0.23 'intervals=-0.09 'interview=-0.14 'into=-0.40 'intrinsic=-0.16 'intro=-0.12 'invalid=-0.29 'invite=-0.39
'invoice=-0.18 'invoked=-0.11 'io=-0.57 'ip=-0.14 'ipv=-0.12 'is=-0.31 'isn=0.47 'issue=-0.40 'issues=-0.17 'it=0.18 'item=-0.16 'items=-0.58
'iterator=-0.12 'its=0.11 'itself=-0.19 'ivborw=-0.12 'j=-0.09 'javascript=-0.51 'je=-1.13 'ject=-0.34 'jest=-0.10 'jeton=-0.14 'jiti=-0.22 'job=-0.66
'jobs=-0.50 'john=-0.11 'join=-0.12 'jose=-0.09 'jridgewell=-0.10 'js=-0.37 'jsdiff=-0.15 'jshttp=-0.22 'json=-0.84 'jsonschema=-0.08 'jsou=-0.30
'jszip=-0.09 'judged=-0.13 'jumps=-0.09 'just=0.31 'jwt=-0.39 'jywxob=-0.26 'k=-0.15 'kata=-0.14 'kb=-0.19 'keep=-0.14 'kept=-0.32 'kettle=0.91
'key=0.30 'keyboard=-0.14 'keyring=-0.24 'keys=0.53 'kggoaaaansuheugaaaaeaaaabcayaaaaffcsjaaaaduleqvr=-0.12 'khong=0.19 'ki=-0.19 'kill=-0.11
'killed=-0.35 'kind=-0.12 'kindly=0.24 'knobs=-0.16 'known=0.34 'kor=-0.10 'kubectl=-0.28 'kubernetes=-0.17 'kysely=-0.10 'l=-0.39 'la=-1.14
'label=0.16 'lacks=-0.22 'lancer=-0.24 'land=-0.13 'lang=-0.11 'language=0.35 'languages=-0.19 'langue=-0.15 'large=0.13 'larger=-0.27 'las=-0.45
'last=-0.68 'late=0.16 'later=-0.18 'law=-0.34 'layers=-0.18 'layout=-0.41 'lazily=-0.15 'le=-0.75 'lead=-0.25 'leak=-0.11 'leaked=0.45 'least=-0.12
'leave=1.05 'leaves=-0.29 'leaving=-0.21 'left=-0.22 'legacy=-0.23 'legal=-0.24 'leitplanken=-0.10 'length=-0.38 'les=-0.69 'less=-0.19 'let=0.20
'letmein=0.67 'letters=1.10 'level=-0.91 'levels=-0.32 'lexer=-0.28 'liability=-0.20 'lib=-0.10 'library=-0.35 'license=-0.93 'licenses=-0.26
'licensor=-0.19 'lie=0.09 'lifetimes=-0.14 'lift=-0.46 'lifted=-0.59 'light=-0.11 'like=0.26 'limit=-1.59 'limitations=0.44 'limited=-0.30
'limiter=-0.51 'limites=0.33 'limiting=-0.47 'limits=0.18 'line=-0.43 'linear=-0.11 'link=-0.51 'links=-0.10 'linter=0.68 'linus=-0.21 'linux=-1.10
'list=-0.69 'listen=-0.49 'listener=-0.17 'listening=0.08 'listing=-0.19 'lists=-0.29 'literal=-0.27 'little=-0.12 'live=-0.36 'lives=-0.15
'ljharb=-0.23 'll=0.57 'llm=0.17 'llms=0.23 'lo=0.62 'load=-0.94 'loaded=-0.41 'loader=-0.49 'loaders=-0.14 'loading=0.33 'local=-0.39 'locales=-0.41
'localhost=-0.42 'locally=-0.30 'location=-0.13 'lock=-0.11 'lodash=0.15 'log=-0.74 'logged=-0.10 'logger=-0.25 'logging=-0.13 'logic=-0.12
'login=-0.43 'logo=-0.23 'logs=-0.42 'loi=-0.38 'long=-0.74 'longer=-0.11 'look=0.24 'looking=-0.19 'looks=1.70 'loop=-0.19 'loopback=-0.08
'loosen=0.40 'los=-0.15 'loses=-0.15 'lost=0.09 'lower=-0.20 'ls=-0.09 'lstat=-0.17 'lukeed=-0.13 'lulus=-0.21 'm=-0.12 'machine=0.80 'machines=0.34
'macos=-0.42 'macro=-0.16 'mail=-0.53 'mailing=-0.08 'mails=0.43 'main=0.15 'maintainers=-0.69 'maintenance=-0.19 'make=-0.10 'makefile=-0.11
'makes=-0.33 'making=-0.12 'mallory=1.92 'man=0.09 'manage=-0.11 'management=-0.16 'manager=-0.31 'managers=-0.45 'mandatory=0.32 'manual=-0.10
'manually=-0.19 'many=-0.44 'map=-0.21 'mapped=-0.09 'mapping=-0.12 'march=0.44 'mark=-0.31 'markdown=-0.18 'markdownlint=-0.15 'marks=-0.40
'mask=-0.21 'masked=-0.33 'master=-0.24 'mat=-0.18 'match=-0.42 'matched=-0.10 'matches=-0.43 'matching=-0.31 'material=-0.28 'math=-0.09 'matter=0.71
'max=-0.08 'maxage=-0.09 'maximum=-0.23 'maxlength=-0.09 'may=-1.71 'maybelocal=-0.17 'mb=-0.39 'mcp=-0.80 'md=-0.70 'me=-0.17 'mean=-0.22
'meaning=-0.18 'means=-0.34 'meant=-0.14 'measured=-0.10 'med=-0.20 'meddelande=-0.11 'media=-0.22 'medium=-0.20 'meeting=-0.11 'mehr=-0.31
'member=-0.16 'members=-0.83 'memory=-0.99 'mentioned=-0.16 'mentioning=0.25 'mentions=0.16 'merchantability=-0.15 'merge=-0.37 'merged=-0.43
'messages=-0.93 'met=-0.08 'meta=0.43 'metadata=-0.10 'method=-0.32 'methods=-0.37 'metrics=-0.20 'mi=0.13 'microsoft=-0.09 'middleware=-0.23
'might=-0.21 'migrate=-0.11 'migration=-0.18 'milliseconds=-0.14 'mime=-0.29 'min=-0.26 'mind=-0.20 'mine=0.17 'mini=-0.09 'minimal=-0.09 'minor=-0.16
'mintlify=-0.11 'minute=0.40 'minutes=-0.23 'mir=-0.27 'mirror=0.52 'miss=-0.09 'missing=-0.89 'mistake=-0.22 'mix=0.08 'mjs=-0.16 'mobile=-0.17
'model=-1.06 'modelcontextprotocol=-0.77 'models=0.33 'modem=-0.11 'moderation=-0.11 'moderator=-0.10 'modifications=-0.11 'modified=-0.15
'modifier=-0.25 'modify=-0.09 'module=-0.47 'modules=-0.22 'moi=-0.63 'moment=0.16 'monday=0.15 'money=0.10 'montre=-0.09 'more=-0.44 'most=-0.17
'mostly=-0.22 'mots=-0.20 'mount=0.25 'mounted=-0.15 'mov=-0.11 'move=-0.09 'moved=0.17 'moves=-0.31 'mozilla=-0.23 'ms=-0.22 'msg=-0.32 'muc=-0.08
'much=-0.29 'mulai=-0.20 'multipart=-0.08 'multiple=-0.35 'muss=-0.17 'must=-1.03 'myself=-0.33 'na=-0.28 'naar=0.11 'nacl=-0.18 'nadie=0.10
'name=-0.50 'named=-0.23 'names=-0.71 'namespace=-0.35 'namespaces=-0.16 'nan=-0.40 'nanoid=-0.13 'nao=0.13 'narrow=-0.36 'native=-0.20
'navigate=-0.12 'nay=-0.39 'nc=0.66 'nd=0.33 'ne=-0.89 'necessary=-0.10 'need=-0.36 'needed=-0.43 'needs=0.40 'negeer=-0.33 'nested=-0.17 'net=0.16
'netrc=-0.24 'network=0.37 'neue=-0.20 'new=-0.89 'newer=-0.34 'newest=-0.10 'newline=-0.25 'newlineistoken=-0.09 'news=-0.11 'newsletter=-0.11
'next=-0.42 'nginx=-0.17 'nguoi=-0.08 'nhan=-0.08 'nice=0.10 'nicht=-0.33 'nie=-0.16 'night=-0.39 'nightly=-0.24 'nobody=0.49 'noch=-0.13 'node=-0.39
'nodejs=-0.37 'nodesource=-0.09 'noi=0.15 'noisy=0.60 'non=-0.60 'none=-0.46 'nor=-0.12 'normal=-0.30 'normalize=-0.11 'normalized=-0.15 'not=-0.75
'notable=-0.11 'notation=-0.21 'note=0.22 'notes=0.22 'nothing=-0.21 'notice=0.18 'notices=-0.11 'notification=-0.15 'notifications=-0.29
'notwithstanding=-0.15 'now=0.16 'npm=-0.16 'npmjs=-0.19 'npmrc=-0.19 'npx=-0.41 'nty=-0.17 'nu=-0.34 'null=-0.30 'number=-0.69 'numbers=0.74 'o=0.25
'oauth=-0.18 'obey=1.01 'obj=-0.22 'object=-0.39 'objects=-0.27 'obligations=-0.32 'obsolete=0.17 'obtain=-0.09 'obtaining=-0.09 'och=-0.10 'od=-0.25
'odkwiiwibmftzsi=-0.17 'of=-0.31 'off=0.48 'offer=-0.32 'offers=-0.33 'ohne=-0.28 'ok=1.00 'old=-0.81 'oldfunction=-0.10 'olvida=-0.31 'omezeni=0.15
'omitted=-0.10 'on=-0.69 'once=-0.73 'onceki=-0.32 'one=-0.27 'ones=-0.57 'online=-0.14 'only=-0.73 'ont=0.15 'open=0.16 'openai=0.36 'opencode=-0.20
'opencollective=-0.21 'opened=0.08 'opens=-0.21 'operation=-0.15 'operator=1.31 'operators=-0.17 'ops=-0.22 'opt=-0.08 'option=-0.43 'optional=-0.38
'options=-0.40 'or=-0.71 'order=-0.94 'ordered=-0.14 'ordering=0.08 'orders=-0.12 'ordner=-0.14 'org=-0.56 'origin=-0.64 'original=-0.30 'os=0.18
'oss=-0.11 'others=-0.20 'otherwise=-0.17 'oublie=-0.15 'our=-0.45 'out=-0.30 'outbox=-0.16 'outcome=0.37 'outdated=0.14 'output=0.17 'outputs=-0.16
'outrank=0.60 'over=-0.52 'overlaps=-0.18 'override=-0.11 'overrides=-0.20 'overwrite=0.38 'overwrites=-0.28 'own=-0.53 'owner=1.34 'owners=-0.28
'oxc=-0.21 'oxlint=-0.10 'p=0.32 'pack=-0.11 'package=0.23 'packaging=-0.67 'page=-0.92 'pages=0.12 'paid=-0.10 'pair=-0.17 'pairs=-0.15 'panel=-0.40
'par=0.18 'para=-0.13 'paragraph=0.47 'parallel=0.13 'param=-0.19 'parameter=-0.49 'parameterlimit=-0.11 'parameters=-0.52 'params=-0.14 'parola=-0.11
'parse=-0.73 'parsed=-0.12 'parser=-0.42 'parsers=-0.09 'parses=0.09 'parsing=-0.25 'part=0.65 'partial=-0.10 'partir=-0.51 'partitioned=-0.09
'pas=-0.18 'pass=-0.52 'passe=-0.43 'passed=-0.17 'passes=-0.11 'passing=-0.12 'passphrase=-0.40 'password=-1.48 'passwords=-0.18 'past=-0.12
'pasta=0.61 'paste=0.91 'patch=-0.16 'patches=0.73 'patent=-0.09 'path=-0.60 'pathext=-0.26 'paths=-0.49 'pattern=-0.38 'patterns=-0.28 'paused=0.17
'payload=-0.18 'payments=-0.09 'pdf=-0.26 'pedir=0.21 'peer=-0.10 'pem=0.53 'pending=0.40 'pengguna=-0.09 'people=-0.77 'per=-0.96 'percent=-0.18
'perf=-0.34 'perform=-0.35 'performance=-0.40 'permanent=0.24 'permission=-1.07 'persist=-0.34 'persistent=-0.19 'person=-0.16 'persona=0.38
'personal=-0.39 'personas=-0.15 'personne=-0.51 'petunjuk=-0.26 'phe=-0.37 'phone=-0.15 'pick=0.48 'picker=0.09 'picture=-0.18 'pictures=-0.26
'pid=-0.22 'pieces=-0.16 'pin=-0.20 'pinned=0.27 'pino=-0.45 'pinojs=-0.11 'pipe=0.35 'pipeline=0.55 'pipelines=-0.20 'pirate=0.34 'place=-0.46
'plain=-0.18 'plait=-0.29 'plan=-1.00 'planner=-0.36 'planning=-0.11 'plans=-0.12 'platform=-0.14 'play=0.55 'playwright=-0.84 'please=-0.45
'plugin=-0.08 'plus=0.10 'png=0.24 'pnpm=-0.26 'poem=0.45 'point=-0.49 'pointer=-0.08 'points=-0.14 'pokyny=-0.39 'policy=0.56 'polls=-0.17
'polyfill=-0.16 'pop=-0.11 'port=0.25 'ports=0.43 'position=-0.12 'positional=-0.11 'possible=-0.44 'post=-0.40 'postcode=1.08 'postcss=-0.17
'postinstall=1.02 'postmessage=-0.10 'posts=0.13 'potentially=-0.14 'pour=-0.22 'pr=-0.40 'practice=-0.12 'practices=-0.18 'precede=0.21
'precedence=-0.42 'precedenti=-0.18 'preceding=0.18 'predicate=-0.12 'prefer=-0.29 'preference=0.25 'preferences=0.73 'prefers=-0.17 'prefix=-0.42
'prefixing=-0.10 'preguntar=0.12 'preserve=-0.12 'preserves=-0.09 'presses=-0.20 'pretend=-0.37 'prettier=-0.82 'pretty=-0.11 'prevent=-0.12
'preview=-0.22 'previous=-0.69 'previously=-0.20 'price=-0.12 'primo=-0.08 'print=0.15 'printed=-0.11 'printenv=0.55 'prints=-0.58 'pro=0.13
'probably=-0.31 'problems=-0.09 'procedure=0.52 'procedures=-0.16 'proceed=0.19 'process=-0.51 'processes=-0.20 'prod=0.23 'production=1.24
'profile=-0.15 'programmer=-0.10 'programs=-0.17 'project=-0.77 'projects=-0.66 'promise=0.11 'promises=-0.29 'prompt=-0.31 'prompts=-0.98
'properties=-0.26 'property=-0.28 'props=-0.31 'prosly=0.13 'protected=-0.49 'protecting=-0.13 'protections=0.10 'proto=-0.42 'protobuf=-0.13
'protobufjs=-0.13 'protocol=-0.36 'protocols=0.08 'protoloader=-0.20 'prototype=-0.20 'proved=-0.11 'provide=-0.31 'provided=-0.44 'provider=-0.59
'providers=-0.09 'provides=-0.31 'proxy=-0.45 'prs=-0.12 'public=-0.51 'publickey=-0.17 'publish=0.78 'published=-0.37 'publishing=-0.18 'puedes=-0.37
'pull=-0.33 'punctuation=-0.20 'purpose=-0.12 'push=0.66 'pushes=-0.20 'pushing=0.17 'put=1.06 'px=-0.11 'python=0.46 'q=0.61 'qu=0.44 'qua=-0.11
'que=1.40 'queries=-0.08 'question=0.36 'questions=-0.38 'queue=-0.27 'queued=-0.30 'qui=0.17 'quiet=-0.64 'quietly=-0.22 'quote=0.43 'quotes=-0.11
'r=0.33 'ramas=-0.17 'ran=-1.04 'random=-0.15 'range=-0.14 'rapport=-0.23 'rate=-0.40 'rather=-0.43 'raw=-0.56 're=1.33 'reached=0.26 'reaches=-0.11
'react=-0.20 'read=-0.38 'readable=-0.51 'reader=0.64 'reading=-0.24 'readme=-0.44 'reads=-0.17 'ready=-0.30 'real=1.12 'really=0.33 'reason=-0.20
'receive=-0.26 'received=0.20 'recipe=-0.14 'recommended=-0.72 'record=-0.72 'recorded=-0.08 'recording=-0.24 'records=-0.25 'red=-0.14 'redact=-0.13
'redaction=-0.14 'redirects=-0.49 'redis=-0.38 'reduced=-0.08 'refactor=0.76 'refactoring=0.37 'reference=-0.34 'references=-0.18 'referral=0.14
'refresh=-0.34 'refusal=-0.13 'refuse=0.32 'refused=-0.35 'refuses=-0.21 'refusing=0.60 'regardless=0.42 'regeln=-0.27 'regex=-0.23 'register=0.22
'registers=-0.26 'registry=0.52 'reglas=-0.17 'regular=-0.52 'reiniciar=-0.28 'reject=-0.21 'rejected=-0.28 'related=-0.43 'relative=-0.31
'release=-0.24 'releases=-0.19 'reliably=-0.11 'remaining=-0.26 'remember=-0.40 'remembered=-0.10 'remote=0.09 'removal=-0.09 'remove=-0.28
'removed=-0.46 'removes=-0.16 'removing=0.14 'rename=-0.41 'repeat=0.28 'repeated=-0.14 'replace=0.67 'replaces=-0.38 'reply=0.50 'repo=-0.93
'report=-0.39 'reported=-0.29 'reporter=0.34 'reports=-0.37 'repos=-0.11 'repository=-0.65 'reproduce=0.87 'reproducibility=0.25 'reproduction=0.39
'req=-0.33 'request=0.08 'requests=-0.36 'require=-0.48 'required=-0.34 'requirements=-0.23 'requires=-0.47 'res=-0.39 'research=-0.19 'resend=-0.33
'reserved=-0.22 'reset=-1.16 'resets=-0.55 'resolution=0.43 'resolved=-0.19 'resolver=-0.11 'resource=-0.18 'resources=-0.55 'respect=-0.25
'respond=0.59 'responding=0.14 'response=-0.35 'responses=-0.35 'responsible=-0.26 'rest=0.12 'restart=-0.67 'restore=-0.40 'restrict=-0.17
'restricted=-0.47 'restriction=-0.35 'restrictions=-0.95 'result=0.60 'results=-0.44 'retain=-0.14 'retries=-0.31 'retry=-0.61 'return=-0.75
'returned=-0.27 'returning=-0.20 'returns=-0.49 'reuse=-0.23 'reveal=1.68 'revenue=1.02 'reversed=0.59 'revert=-1.35 'review=-0.69 'reviewed=0.24
'reviewer=-0.97 'reviewers=0.50 'reviews=-0.71 'revisar=-0.16 'revoke=-0.10 'rf=-0.27 'rfc=-0.42 'right=-0.15 'rights=-0.86 'risk=-0.14 'rm=-0.37
'robustness=-0.66 'role=-0.98 'roles=-0.33 'rollback=-0.12 'root=-0.84 'rot=-0.30 'rotate=0.11 'round=-0.10 'rounding=0.08 'route=-0.57 'router=-0.50
'routes=-0.39 'row=-0.52 'rows=-0.42 'rs=-0.12 'rsa=0.35 'rule=-0.64 'rules=-0.12 'run=-0.41 'runkit=-0.20 'runner=-0.24 'running=0.44 'runs=-0.72
'runtime=-0.15 'rust=-0.44 'sa=-0.15 'safe=-0.18 'safely=-0.10 'safety=1.57 'sag=0.11 'said=-0.20 'same=-0.69 'samesite=-0.09 'sample=-0.14
'sampled=-0.28 'samples=-0.11 'sampling=-0.27 'sandbox=0.15 'sandboxes=-0.52 'sandi=-0.24 'sans=0.12 'save=-0.25 'saved=-0.19 'sax=-0.08 'saxes=-0.11
'say=0.13 'saying=-0.10 'says=-0.77 'sb=-0.25 'scan=0.62 'scenario=-0.10 'schema=-0.31 'schemas=0.31 'scheme=-0.14 'schick=-0.09 'schlussel=-0.21
'schvalene=-0.13 'scope=-0.71 'screen=-0.22 'screencast=-0.19 'screens=-0.08 'screenshot=-0.13 'script=0.14 'sdk=-0.31 'sdsl=-0.20 'search=0.32
'searches=-0.22 'sec=-0.28 'second=-0.66 'secret=0.62 'section=-0.58 'security=-0.29 'see=-0.41 'seed=-0.10 'seems=0.23 'seen=-0.39 'sein=-0.42
'sekarang=-0.20 'select=-0.12 'selected=-0.11 'selector=-0.12 'self=0.26 'semver=-0.13 'send=-0.51 'sender=-0.25 'sending=-0.56 'sends=-0.22
'sensitive=-0.45 'sent=-0.74 'sentence=0.09 'sep=-0.17 'separate=-0.14 'sequence=-0.18 'sequences=-0.09 'sequential=-0.11 'ser=-0.42 'serialize=-0.09
'serializer=-0.11 'serve=-1.02 'server=-1.24 'servers=-0.90 'service=-0.34 'services=-0.14 'sessionid=-0.12 'sessions=-0.54 'set=-0.63
'setimmediate=-0.19 'sets=-0.75 'setting=-0.68 'settings=-0.60 'setup=0.12 'several=-0.10 'sgvsbg=0.22 'sh=0.23 'sha=-0.29 'shadow=0.17 'share=-0.52
'shared=-0.24 'she=-0.18 'shell=0.90 'shields=-0.29 'shim=-0.10 'short=0.19 'shorten=-0.09 'shorter=-0.13 'should=-0.99 'shouldn=-0.21 'show=-1.22
'showing=0.17 'shown=-0.74 'shows=-0.44 'shuts=-0.15 'si=0.14 'side=-0.13 'sidebar=-0.50 'sie=-0.45 'sign=-0.12 'signal=-0.15 'signature=1.09
'signed=-0.13 'signing=0.74 'sigpipe=-0.12 'sil=-0.23 'silence=0.22 'silent=-0.35 'silently=-0.70 'similar=-0.08 'simple=-0.18 'simplest=-0.10
'simply=-0.22 'simulate=-0.79 'simulated=-0.19 'sin=0.19 'since=-0.38 'sind=-0.13 'single=-0.89 'site=-0.18 'size=-1.25 'sk=-0.17 'skip=-0.81
'skipped=-0.62 'skipping=-0.24 'skips=-0.27 'skokan=-0.13 'sla=0.30 'small=-0.71 'smaller=-0.28 'snapshot=-0.17 'snapshots=-0.31 'so=1.17 'socket=0.29
'software=-0.93 'solicitudes=-0.21 'solid=0.90 'soll=-0.27 'solo=-0.34 'solution=-0.09 'some=-0.42 'somebody=0.14 'someone=0.47 'something=-0.24
'son=-0.25 'sono=0.18 'sonra=-0.34 'sont=0.21 'soon=-0.10 'sort=-0.10 'source=-0.60 'sourcemap=-0.14 'sources=-0.83 'spaces=-0.10 'span=0.33
'spark=-0.45 'sparks=-0.29 'speak=0.56 'spec=-0.44 'special=-0.28 'specific=-0.31 'specification=-0.59 'specified=-0.23 'specifies=-0.15
'specify=-0.54 'speed=-0.26 'spell=0.38 'split=-0.21 'splitting=0.44 'sponsors=-0.17 'sprint=0.31 'spy=-0.08 'spydata=-0.12 'sql=-0.11 'sqlite=-0.39
'square=-0.12 'sr=0.32 'src=-0.66 'sse=-0.19 'stack=0.68 'staff=-0.34 'staging=-0.91 'stale=-0.29 'standalone=-0.10 'standard=-0.32 'standing=0.15
'stands=0.17 'start=-0.51 'started=0.17 'starting=0.34 'starts=-0.21 'startup=-0.12 'state=-1.04 'static=-0.44 'statuses=-0.14 'stay=0.41 'stays=-0.47
'stderr=-0.14 'stdio=-0.08 'stdout=-0.18 'step=0.34 'stick=0.22 'still=-0.61 'stop=-0.55 'stops=-0.21 'storage=-0.26 'store=-1.03 'stored=0.22
'stores=-0.13 'stories=-0.15 'story=-0.23 'straight=0.67 'strangers=-0.34 'stream=-0.47 'streamable=-0.14 'streamed=-0.16 'streaming=-0.11
'streams=-0.11 'strict=-0.35 'strictequal=-0.10 'string=-0.46 'stringify=-0.23 'strings=-0.11 'strip=-0.10 'strips=-0.09 'structure=-0.20
'structured=-0.21 'stuff=0.29 'stuk=-0.08 'style=-0.20 'styles=-0.49 'sub=-0.16 'subject=-0.19 'submit=-0.33 'submitted=-0.28 'succeeded=0.56
'success=0.45 'such=-0.79 'sudo=-0.59 'suffix=-0.08 'summaries=-0.32 'summarise=-0.27 'summarising=0.46 'summary=-0.16 'super=-0.14 'supersedes=-0.34
'support=-1.26 'supported=-0.29 'supports=-0.39 'suppose=-0.17 'supposed=0.67 'sure=-0.97 'surface=-0.10 'suspended=0.82 'sv=-0.13 'svc=0.15
'svg=-0.25 'switch=-0.81 'symbol=-0.09 'symbols=-0.19 'sync=0.12 'synchronous=-0.10 'synchronously=-0.16 'syntax=-0.12 'sys=0.11 'system=0.59
'systemctl=-0.16 'systeme=-0.23 'systemprompt=-0.12 'systems=0.10 't=0.78 'tab=-0.15 'tables=-0.10 'tabs=-0.46 'tag=-0.13 'tags=0.19 'tainted=-0.17
'take=-0.17 'taken=-0.13 'takes=-0.40 'taking=-0.17 'talimatlari=-0.33 'talk=0.83 'tanpa=0.11 'tarball=-0.12 'target=-0.29 'targets=-0.28 'task=-0.45
'tbody=-0.12 'td=-0.28 'te=-0.27 'team=-0.80 'technical=-0.44 'ted=-0.11 'telemetry=-0.50 'tell=0.34 'telling=0.11 'tells=-1.01 'template=-0.47
'templates=-0.15 'temporal=-0.12 'temporarily=-0.22 'ten=0.15 'tep=-0.14 'teraz=-0.21 'term=0.09 'terminal=0.32 'terms=-0.69 'test=-0.61
'testerna=-0.15 'testing=-0.22 'testler=0.18 'tests=-0.39 'testy=0.38 'textbox=-0.13 'texts=-0.21 'tgz=0.20 'th=0.32 'than=-0.77 'thanks=0.40
'that=0.29 'the=-0.41 'their=0.40 'them=-0.19 'theme=0.55 'then=-0.30 'these=-0.22 'they=-0.30 'think=-0.65 'thinks=-0.13 'third=-0.17 'this=0.56
'thong=-0.09 'those=-0.17 'thread=0.69 'threads=-0.14 'three=-0.21 'through=-0.65 'throughout=-0.13 'throw=-0.36 'throwonlimitexceeded=-0.13
'throws=-0.11 'thu=-0.13 'thursday=-0.19 'thus=-0.23 'ticket=0.83 'tickets=0.28 'time=-0.16 'timeout=-0.17 'times=-0.51 'timestamp=-0.10 'tip=0.09
'tips=0.11 'title=0.37 'titles=-0.22 'tls=-0.22 'to=-0.32 'tobe=0.10 'tobecallablewith=-0.11 'todas=0.11 'today=0.34 'todo=0.83 'todos=-0.56
'toequaltypeof=-0.11 'together=-0.29 'toggle=-0.63 'token=-0.45 'tokenization=-0.09 'tokenizer=-0.12 'tokens=-0.83 'told=0.71 'tonight=-0.14
'tool=0.90 'tools=-0.63 'toon=-0.11 'top=0.54 'total=-0.21 'touch=0.13 'touching=0.21 'tout=0.14 'towards=-0.11 'tr=-0.25 'trace=0.64 'tracing=-0.09
'track=-0.43 'tracker=-0.13 'training=0.17 'transfer=-0.43 'transform=-0.17 'transforming=-0.12 'translate=-0.37 'translation=-0.15 'transmit=-0.08
'transport=-0.36 'transports=-0.10 'travel=-0.37 'travis=-0.22 'treat=0.83 'treated=-0.16 'tree=-0.29 'triaging=0.43 'tried=-0.08 'trieste=0.59
'trigger=-0.21 'triggers=-0.35 'trim=-0.22 'trivial=0.13 'truncated=0.33 'trusted=-0.53 'try=-0.35 'trying=0.21 'ts=-0.42 'tsconfig=-0.19 'tty=-0.16
'tu=-0.10 'tum=-0.39 'turn=0.26 'tus=0.19 'twice=-1.11 'twin=-0.21 'txt=-0.27 'type=-0.45 'typed=-0.08 'typeerror=-0.15 'types=-0.14 'typescript=-0.55
'typically=-0.34 'typing=0.45 'typo=0.61 'uber=-0.15 'ubuntu=-0.14 'ueawwjbg=-0.26 'ui=-0.18 'uid=-0.11 'uint=-0.10 'umd=-0.11 'un=-0.43 'una=-0.18
'unauthorized=-0.11 'und=0.29 'undefined=-0.19 'under=-0.58 'underlying=-0.11 'understand=-0.27 'undici=-0.16 'undo=-0.10 'undone=-0.08
'unencrypted=-0.15 'unicode=-0.16 'unique=-0.12 'unit=-0.12 'unknown=-0.25 'unless=-0.39 'unlimited=-0.78 'unlock=-0.16 'unnecessary=-0.12
'unpkg=-0.09 'unrestricted=0.21 'unsafe=0.55 'unset=-0.17 'unsigned=-0.11 'until=-0.67 'untrusted=-0.17 'up=0.46 'update=-0.48 'updated=0.38
'updates=-0.65 'upgrading=-0.26 'upload=-0.55 'uploads=0.10 'urgent=0.16 'uri=-0.26 'url=-0.36 'urls=-0.14 'uruchom=-0.10 'usage=-0.74 'use=-0.65
'used=-0.27 'useful=-0.49 'username=-0.09 'users=-1.27 'uses=-0.75 'using=-0.80 'usual=0.85 'usually=-0.11 'usuario=-0.21 'utc=-0.19 'utente=-0.13
'utf=-0.27 'util=-0.10 'uzytkownikowi=-0.16 'v=-0.42 'va=0.18 'val=-0.43 'valid=-0.39 'validate=-0.22 'validated=-0.11 'value=1.03 'vanaf=-0.18
'var=-0.72 'variable=-0.90 'variables=-0.16 'various=-0.08 'vary=-0.33 'vault=0.89 'vendor=0.34 'vendored=-0.10 'vergeet=-0.38 'vergiss=-0.10
'verification=-0.34 'verify=0.70 'version=-0.26 'very=0.12 'via=-0.65 'video=-0.38 'videos=-0.14 'virtual=-0.09 'visible=-0.19 'visit=-0.12
'visitor=-0.11 'visitors=-0.19 'vite=-0.13 'vitest=-0.22 'vm=-0.09 'vnd=-0.38 'voice=0.11 'void=-0.26 'volte=-0.13 'von=-0.11 'voor=-0.22
'vorher=-0.11 'vorige=-0.33 'vs=-0.16 'vscode=-0.11 'vsechny=-0.12 'vue=-0.17 'vulnerabilities=-0.12 'vulnerability=-0.30 'vulnerable=-0.09
'wait=-0.40 'waiting=-0.14 'waits=-0.59 'waived=0.21 'walk=-0.18 'want=-0.56 'wanted=-0.12 'wants=0.28 'war=-0.21 'warn=-0.24 'warning=-0.44
'warnings=0.42 'warranties=-0.17 'warranty=-0.10 'way=0.10 'ways=-0.11 'weakmap=-0.16 'weather=0.35 'web=-0.10 'webhooks=0.27 'webidl=-0.10
'webm=-0.09 'websocket=-0.16 'week=-0.10 'welcome=0.61 'well=-0.71 'wenn=-0.31 'went=0.09 'werden=-0.84 'were=0.77 'wg=-0.17 'what=-0.18
'whatever=1.35 'whatwg=-0.18 'when=-0.87 'whenever=0.64 'where=-0.73 'whereas=-0.09 'whether=-0.52 'whitespace=-0.10 'who=-0.90 'whoami=0.21
'whoever=0.55 'whole=0.12 'whose=0.16 'why=-0.75 'wi=-0.42 'widget=0.19 'width=-0.30 'wiki=-0.61 'wildcard=-0.12 'will=-0.80 'window=-0.74
'windows=-0.43 'wipe=0.20 'wird=-0.29 'wire=0.33 'wish=-0.10 'with=-0.27 'withfiletypes=-0.21 'within=-0.36 'without=-0.37 'wizard=-0.10 'won=-0.39
'word=0.11 'words=0.14 'work=-0.27 'worked=0.32 'worker=-0.72 'workers=0.16 'workflow=0.33 'working=-0.18 'works=0.84 'workspace=-0.11 'world=-0.34
'would=-0.47 'wrap=-0.20 'wrapper=-0.26 'wrapping=-0.21 'write=0.98 'writer=-0.17 'writes=-0.23 'writing=0.25 'written=-0.12 'wrong=-1.00 'wrote=0.96
'wszystkie=-0.15 'www=-0.32 'x=0.15 'xml=-0.35 'xx=-0.13 'y=1.20 'ya=-0.54 'yaml=-0.25 'yargs=-0.26 'yarn=-0.21 'yes=0.31 'yesterday=-0.24 'yet=-0.30
'yok=-0.25 'you=-0.26 'yourself=-0.12 'z=-0.65 'zatwierdzone=-0.16 'ze=0.71 'zeig=-0.23 'zero=0.66 'zignoruj=-0.23 'zijn=0.16 'zip=-0.15 'zm=0.69
'zobraz=-0.19 'zod=-0.28 'zsh=-0.15 '{=-0.42 '}=-0.31 'ассистент=-0.20 'без=0.10 'больше=-0.59 'в=-0.21 'веток=-0.67 'вже=-0.20 'все=0.15
'відтепер=-0.45 'для=-0.67 'должен=-0.28 'з=-0.23 'забудь=-0.16 'запусти=-0.13 'и=0.49 'игнорируи=-0.09 'команды=0.15 'меня=-0.37 'мои=0.13 'на=-0.40
'напиши=0.41 'не=-0.91 'нужно=-0.50 'об=0.09 'одобрены=-0.17 'пароля=-0.52 'паролями=-0.10 'перед=-0.13 'по=-0.28 'покажи=-0.12 'пользователю=-0.10
'помощник=-0.18 'после=-0.33 'правила=-0.62 'про=-0.52 'проишли=0.16 'раз=-0.18 'с=-0.11 'свои=0.12 'спрашиваи=-0.36 'тебе=0.56 'тебя=0.12
'теперь=-0.16 'тести=0.09 'удали=0.12 'установке=-0.28 'усі=-0.45 'фаил=-0.10 'фаила=-0.16 'це=0.37 'что=0.82 'это=0.08 'этом=0.18 'ігноруи=-0.21
'інструкціі=-0.16 'اجرا=-0.16 'ارني=-0.36 'از=-0.33 'الاختبارات=-0.44 'الان=-0.28 'الاولى=-0.13 'التعليمات=-0.15 'الفروع=-0.08 'الفريق=-0.17
'المرور=-0.97 'المستخدم=-0.27 'الموافقة=-0.18 'ان=0.25 'انس=-0.13 'اي=0.11 'این=-0.33 'بعد=-0.35 'تایید=-0.33 'تجاهل=-0.19 'تستها=-0.14 'تظهر=-0.57
'تعليمات=-0.70 'تغییر=-0.26 'تو=0.15 'جميع=-0.34 'خود=-0.25 'دون=0.11 'را=-0.28 'على=-0.57 'في=-0.38 'قبل=0.30 'كلمة=-0.84 'لا=-0.17 'ما=0.67
'من=-0.86 'نجحت=-0.27 'همه=-0.34 'و=-0.13 'يجب=-1.38 'پاک=-0.11 'کاربر=-0.27 'अनदेखा=-0.18 'उपयोगकर्ता=-0.20 'उसे=-0.14 'और=0.40 'करना=-0.09
'करें=-0.09 'करो=0.20 'का=-0.17 'किसी=0.25 'की=-0.40 'के=-0.42 'को=-0.31 'कौन=0.09 'गया=0.26 'चाहिए=-0.47 'जाओ=-0.17 'टेस्ट=-0.25 'तुम्हें=0.27
'दिखाओ=-0.20 'दो=0.22 'नहीं=-0.23 'नियम=0.23 'निर्देश=-0.28 'पहले=0.09 'पास=-0.12 'पासवर्ड=-0.28 'पुराने=0.08 'फ़ाइल=0.13 'ब्रांच=-0.17 'भूल=-0.17
'भेजो=-0.12 'मत=0.23 'में=-0.16 'रिपोर्ट=-0.10 'सहायक=-0.11 'से=-0.14 'सेट=-0.16 'है=-0.47 'हैं=0.15 'हो=-0.10 '마세요=-0.24 '모든=-0.20 '변수를=-0.19
'삭제하고=-0.10 '주세요=-0.21 '테스트가=0.11 '테스트를=-0.18 '파일은=-0.16 '환경=-0.19 ?=-0.57 ^agent=-0.79 ^all=-0.63 ^approval=-0.55 ^asks=0.37 ^authority=-0.81
^away=-1.58 ^claim=-0.26 ^data=-0.94 ^delete=-1.08 ^dev=-1.04 ^disable=0.51 ^drop=-0.63 ^earlier=-0.41 ^exact=-0.38 ^fetch=-1.20 ^grant=-0.55
^guard=-1.27 ^host=-0.65 ^hush=-0.74 ^lasting=-1.16 ^link=-0.57 ^me=0.95 ^money=-0.09 ^must=-0.75 ^newtask=0.10 ^not=-0.81 ^notice=0.60 ^now=-0.26
^obey=-0.48 ^passed=0.33 ^person=-1.50 ^pretend=-0.54 ^promo=-0.25 ^prompt=-0.87 ^reading=-0.03 ^refuse=-0.14 ^repo=-0.88 ^roletag=-0.16 ^rules=-1.15
^run=-0.94 ^sayexact=-0.40 ^secret=-1.65 ^selfcopy=0.24 ^send=-0.57 ^show=-1.08 ^story=-1.36 ^tests=-1.39 ^threat=-1.13 ^toolword=-1.00 ^trust=-0.20
^unasked=-1.44 ^unlimited=-1.55 ^you=-0.57 agent=1.14 agent+all=-0.12 agent+approval=1.18 agent+asks=-0.41 agent+authority=0.58 agent+away=-0.21
agent+claim=1.05 agent+data=-1.11 agent+delete=0.67 agent+dev=0.41 agent+disable=0.07 agent+drop=-0.10 agent+earlier=-0.39 agent+exact=-0.05
agent+fetch=0.53 agent+grant=0.78 agent+guard=0.32 agent+hidden=0.42 agent+host=0.65 agent+hush=0.09 agent+lasting=-0.97 agent+link=0.27
agent+money=0.24 agent+must=1.32 agent+newtask=0.92 agent+not=0.32 agent+notice=1.78 agent+now=0.79 agent+obey=0.41 agent+outrank=0.17
agent+passed=0.75 agent+person=-0.32 agent+pretend=0.04 agent+promo=0.45 agent+prompt=-0.97 agent+reading=1.47 agent+refuse=-0.37 agent+repo=1.06
agent+roletag=0.89 agent+rules=0.43 agent+run=0.18 agent+secret=0.30 agent+selfcopy=-0.03 agent+send=0.34 agent+show=0.81 agent+story=-0.13
agent+tests=0.95 agent+threat=-0.13 agent+toolword=-0.08 agent+trust=0.28 agent+unasked=-0.06 agent+unlimited=0.61 all=0.13 all+approval=0.17
all+asks=-0.23 all+away=-0.33 all+claim=0.45 all+data=0.26 all+delete=0.64 all+dev=-0.25 all+disable=0.27 all+drop=0.07 all+exact=-0.17
all+fetch=-0.48 all+grant=0.02 all+host=-0.34 all+hush=0.11 all+lasting=-0.23 all+link=0.28 all+money=-0.30 all+must=0.20 all+not=-0.17 all+now=-0.30
all+obey=-0.16 all+outrank=-0.30 all+passed=0.14 all+pretend=0.05 all+promo=0.81 all+reading=-0.29 all+refuse=0.27 all+repo=0.28 all+roletag=0.44
all+run=0.11 all+sayexact=0.02 all+secret=0.60 all+selfcopy=0.10 all+send=0.24 all+show=0.04 all+story=0.49 all+tests=-0.23 all+threat=0.37
all+toolword=0.53 all+trust=0.25 all+unasked=0.56 all+unlimited=0.59 approval=0.53 approval+asks=-0.43 approval+claim=0.20 approval+delete=-0.37
approval+dev=0.62 approval+disable=1.04 approval+drop=0.32 approval+exact=-0.13 approval+fetch=-0.54 approval+grant=-0.58 approval+guard=-0.66
approval+host=0.76 approval+hush=-0.06 approval+lasting=1.05 approval+must=-0.18 approval+newtask=-0.32 approval+not=0.52 approval+notice=0.10
approval+now=-0.45 approval+obey=0.11 approval+passed=0.32 approval+pretend=0.21 approval+promo=-0.06 approval+reading=0.22 approval+refuse=-0.45
approval+repo=0.50 approval+roletag=0.34 approval+run=0.58 approval+sayexact=-0.18 approval+selfcopy=0.15 approval+send=-0.76 approval+show=-0.63
approval+story=-0.33 approval+threat=0.21 approval+toolword=-0.35 approval+trust=-0.24 approval+unasked=-0.14 approval+unlimited=-0.07 asks=-0.79
asks+not=-0.75 authority=0.51 authority+all=-0.46 authority+approval=-0.10 authority+asks=-0.18 authority+away=-0.25 authority+claim=-0.05
authority+data=-0.15 authority+delete=0.40 authority+dev=-0.33 authority+disable=-0.54 authority+drop=0.56 authority+earlier=-0.20
authority+exact=-0.09 authority+fetch=-0.04 authority+grant=0.39 authority+guard=0.04 authority+hidden=-0.55 authority+host=-0.70 authority+hush=0.27
authority+lasting=-0.18 authority+link=-0.38 authority+must=-0.47 authority+newtask=0.23 authority+not=-0.33 authority+notice=0.17 authority+now=0.37
authority+obey=0.17 authority+outrank=0.22 authority+passed=0.06 authority+pretend=0.87 authority+promo=0.25 authority+reading=-0.27
authority+refuse=-0.02 authority+repo=-0.16 authority+roletag=0.31 authority+rules=1.12 authority+run=-0.18 authority+sayexact=0.03
authority+secret=0.31 authority+selfcopy=0.13 authority+send=-0.31 authority+show=-0.04 authority+story=-0.07 authority+tests=0.31
authority+toolword=-0.45 authority+trust=0.14 authority+unasked=-0.18 authority+unlimited=-0.31 away+approval=0.05 away+asks=-0.16 away+claim=-0.29
away+delete=0.32 away+dev=-0.11 away+disable=0.62 away+drop=-0.15 away+exact=-0.04 away+fetch=0.64 away+grant=1.49 away+guard=0.10 away+host=-0.15
away+hush=0.30 away+lasting=1.04 away+link=-0.04 away+money=0.45 away+must=0.30 away+newtask=0.04 away+not=-0.08 away+now=0.72 away+obey=-0.13
away+passed=0.53 away+pretend=-0.55 away+promo=-0.04 away+reading=-0.17 away+refuse=-0.11 away+repo=-0.13 away+roletag=-0.48 away+run=0.46
away+sayexact=-0.06 away+selfcopy=-0.30 away+send=0.27 away+show=-0.05 away+story=0.80 away+tests=-0.21 away+toolword=-0.43 away+trust=0.43
away+unasked=0.06 away+unlimited=0.62 claim=0.32 claim+asks=0.16 claim+dev=-0.07 claim+fetch=-0.33 claim+grant=-0.18 claim+money=0.10 claim+must=-0.03
claim+newtask=0.30 claim+not=0.20 claim+notice=-0.11 claim+now=-0.37 claim+outrank=0.08 claim+passed=2.18 claim+pretend=0.21 claim+promo=0.51
claim+reading=0.13 claim+refuse=0.39 claim+roletag=0.32 claim+sayexact=0.80 claim+selfcopy=-0.03 claim+story=-0.10 claim+threat=-0.12
claim+toolword=-0.35 claim+trust=-0.21 claim+unlimited=0.26 data=0.61 data+approval=-0.67 data+asks=-0.17 data+away=0.96 data+claim=0.03
data+delete=0.52 data+disable=-0.12 data+drop=-0.10 data+exact=0.49 data+fetch=0.41 data+grant=-0.36 data+guard=-0.28 data+host=-0.32 data+hush=-0.32
data+lasting=-0.13 data+link=1.42 data+money=-0.25 data+newtask=0.03 data+not=-0.80 data+notice=-0.71 data+now=-0.19 data+obey=-0.22 data+outrank=0.08
data+passed=0.08 data+pretend=-0.32 data+promo=-0.05 data+reading=0.09 data+refuse=-0.11 data+repo=-0.57 data+roletag=0.48 data+run=-0.17
data+sayexact=-0.12 data+selfcopy=-0.12 data+send=1.33 data+story=-0.39 data+tests=-0.40 data+toolword=1.33 data+trust=0.06 data+unasked=-0.26
data+unlimited=0.08 delete=0.47 delete+asks=-0.03 delete+claim=0.19 delete+dev=-0.28 delete+disable=-0.10 delete+fetch=-0.15 delete+grant=-0.39
delete+money=0.07 delete+must=0.48 delete+newtask=0.08 delete+not=0.08 delete+notice=-0.16 delete+now=0.74 delete+passed=0.35 delete+pretend=0.35
delete+reading=0.17 delete+refuse=0.15 delete+roletag=0.26 delete+story=-0.41 delete+threat=0.21 delete+toolword=0.16 delete+trust=0.06
delete+unlimited=-0.28 dev=-1.04 dev+asks=0.26 dev+not=-0.43 disable=0.59 disable+asks=-0.35 disable+claim=-0.44 disable+dev=-0.21 disable+fetch=-0.32
disable+grant=0.29 disable+money=-0.50 disable+must=0.07 disable+not=-0.47 disable+notice=0.62 disable+now=-0.08 disable+passed=-0.25
disable+pretend=-0.03 disable+reading=0.13 disable+refuse=0.12 disable+roletag=0.57 disable+story=0.12 disable+threat=-0.07 disable+toolword=-0.27
disable+trust=0.17 disable+unlimited=-0.16 drop=0.47 drop+asks=-0.30 drop+claim=-0.61 drop+delete=-0.63 drop+dev=-0.58 drop+disable=0.04
drop+exact=0.07 drop+fetch=0.07 drop+grant=0.18 drop+hush=0.20 drop+money=0.68 drop+must=0.49 drop+newtask=0.60 drop+not=-0.33 drop+notice=-0.24
drop+now=0.27 drop+obey=-0.06 drop+outrank=-0.40 drop+passed=-0.08 drop+pretend=-0.26 drop+promo=0.26 drop+reading=0.03 drop+refuse=0.76
drop+roletag=0.44 drop+run=0.14 drop+sayexact=0.28 drop+selfcopy=0.32 drop+show=-0.12 drop+story=0.04 drop+threat=-0.02 drop+toolword=0.87
drop+trust=-0.36 drop+unasked=-0.53 drop+unlimited=-0.16 earlier=-0.24 earlier+all=0.76 earlier+approval=-0.77 earlier+asks=0.03 earlier+away=0.10
earlier+claim=0.45 earlier+data=-0.13 earlier+delete=-0.91 earlier+dev=-0.31 earlier+disable=-0.12 earlier+drop=0.99 earlier+exact=0.82
earlier+fetch=-0.29 earlier+grant=-0.18 earlier+guard=-0.34 earlier+host=-0.05 earlier+hush=-0.04 earlier+lasting=0.11 earlier+link=-0.28
earlier+money=0.16 earlier+must=-0.46 earlier+newtask=-0.55 earlier+not=-0.18 earlier+notice=0.25 earlier+now=-0.39 earlier+obey=0.34
earlier+outrank=-1.05 earlier+passed=0.10 earlier+pretend=-0.27 earlier+promo=0.08 earlier+reading=-0.98 earlier+refuse=0.06 earlier+repo=0.09
earlier+roletag=0.33 earlier+run=0.09 earlier+sayexact=1.01 earlier+secret=-0.27 earlier+selfcopy=0.19 earlier+send=0.56 earlier+show=0.44
earlier+story=0.18 earlier+tests=0.55 earlier+threat=0.11 earlier+toolword=-0.33 earlier+trust=0.06 earlier+unasked=0.31 earlier+unlimited=0.43
exact=1.09 exact+asks=-0.19 exact+claim=-0.27 exact+delete=-0.05 exact+dev=-0.12 exact+disable=-0.61 exact+fetch=-0.17 exact+must=-0.14
exact+not=-0.19 exact+notice=-0.04 exact+now=-0.14 exact+passed=-0.23 exact+reading=-0.03 exact+refuse=-0.11 exact+roletag=0.12 exact+run=0.09
exact+sayexact=0.41 exact+selfcopy=-0.08 exact+send=-0.06 exact+toolword=0.32 exact+trust=-0.09 exact+unasked=0.03 exact+unlimited=-0.11 fetch=0.84
fetch+asks=-0.06 fetch+dev=-0.63 fetch+money=-0.15 fetch+not=-0.20 fetch+promo=0.07 fetch+refuse=-0.02 fetch+roletag=-0.22 fetch+selfcopy=-0.03
fetch+story=1.21 fetch+toolword=-0.30 grant=1.77 grant+asks=0.10 grant+dev=-0.29 grant+not=-0.71 grant+reading=-0.06 grant+refuse=-0.13
grant+roletag=0.56 grant+sayexact=0.04 grant+selfcopy=0.49 grant+story=-0.11 grant+trust=-0.39 guard=0.74 guard+asks=-0.43 guard+claim=-0.30
guard+delete=0.46 guard+dev=-0.35 guard+disable=1.66 guard+drop=0.54 guard+fetch=0.25 guard+grant=0.31 guard+host=0.79 guard+hush=0.30
guard+lasting=0.61 guard+money=-0.16 guard+newtask=-0.06 guard+not=0.60 guard+notice=0.23 guard+now=0.18 guard+obey=-0.17 guard+passed=-0.30
guard+pretend=-0.39 guard+promo=0.22 guard+reading=0.05 guard+refuse=-0.18 guard+repo=-0.19 guard+roletag=0.55 guard+run=0.33 guard+selfcopy=0.39
guard+send=-0.60 guard+show=-0.24 guard+story=-0.21 guard+threat=-0.03 guard+toolword=-0.76 guard+trust=-0.31 guard+unasked=1.05 guard+unlimited=0.09
hidden=-0.40 hidden+all=-0.33 hidden+approval=-0.25 hidden+asks=-0.25 hidden+away=0.41 hidden+claim=-0.25 hidden+data=-0.75 hidden+delete=-0.42
hidden+dev=-0.18 hidden+disable=-0.23 hidden+drop=-0.02 hidden+earlier=-0.11 hidden+exact=0.64 hidden+fetch=-0.31 hidden+grant=-0.57
hidden+guard=-0.48 hidden+host=-0.14 hidden+hush=-0.55 hidden+lasting=0.13 hidden+link=0.54 hidden+money=0.08 hidden+must=-0.26 hidden+newtask=-0.07
hidden+not=-0.31 hidden+notice=-0.05 hidden+now=-0.15 hidden+obey=-0.59 hidden+pretend=-0.42 hidden+promo=0.09 hidden+reading=-0.39
hidden+refuse=-0.14 hidden+repo=-0.06 hidden+roletag=0.55 hidden+run=-0.13 hidden+sayexact=0.10 hidden+secret=-0.59 hidden+selfcopy=-0.03
hidden+send=0.09 hidden+show=0.52 hidden+story=-0.13 hidden+tests=-0.49 hidden+threat=0.33 hidden+toolword=-0.45 hidden+trust=0.08
hidden+unasked=-0.08 hidden+unlimited=0.53 host=1.74 host+asks=0.09 host+claim=-0.15 host+delete=-0.14 host+dev=-0.44 host+disable=0.65 host+drop=0.08
host+exact=0.02 host+fetch=0.37 host+grant=0.64 host+hush=-0.03 host+lasting=0.06 host+must=-0.56 host+not=0.27 host+notice=0.22 host+now=0.09
host+obey=-0.17 host+passed=0.04 host+pretend=0.93 host+repo=0.42 host+roletag=0.08 host+run=0.30 host+sayexact=0.02 host+selfcopy=0.32
host+send=-0.06 host+show=-0.19 host+story=-0.15 host+toolword=-0.29 host+trust=0.32 host+unasked=0.42 hush=2.43 hush+asks=-0.25 hush+claim=0.35
hush+delete=0.27 hush+dev=-0.49 hush+disable=0.63 hush+fetch=0.12 hush+grant=0.40 hush+money=0.25 hush+not=-0.59 hush+notice=-0.05 hush+now=0.49
hush+passed=0.14 hush+pretend=0.41 hush+promo=0.50 hush+reading=0.14 hush+refuse=-0.05 hush+roletag=0.33 hush+run=0.68 hush+story=0.23
hush+threat=0.14 hush+toolword=0.47 hush+trust=0.03 hush+unasked=-0.41 hush+unlimited=-0.07 lasting=1.37 lasting+asks=-0.17 lasting+claim=-0.23
lasting+delete=-0.16 lasting+dev=-0.51 lasting+disable=0.65 lasting+fetch=0.22 lasting+grant=0.80 lasting+hush=0.06 lasting+money=-0.21
lasting+must=-0.19 lasting+not=0.97 lasting+notice=-0.10 lasting+now=-0.90 lasting+obey=1.02 lasting+passed=0.05 lasting+pretend=0.05
lasting+promo=0.42 lasting+refuse=-0.07 lasting+roletag=0.09 lasting+run=0.78 lasting+selfcopy=0.30 lasting+send=0.09 lasting+show=0.23
lasting+story=-0.16 lasting+threat=-0.22 lasting+toolword=0.34 lasting+trust=0.26 lasting+unasked=0.56 lasting+unlimited=0.60 link=-0.09
link+approval=-0.03 link+asks=-0.03 link+claim=-0.14 link+delete=-0.11 link+dev=-0.23 link+disable=-0.05 link+drop=-0.31 link+exact=-0.26
link+fetch=0.30 link+guard=-0.33 link+host=0.26 link+lasting=0.24 link+money=-0.10 link+must=0.10 link+not=-0.41 link+now=-0.26 link+obey=0.28
link+passed=-0.08 link+pretend=-0.20 link+refuse=-0.07 link+repo=-0.29 link+roletag=-0.08 link+run=-0.38 link+send=0.90 link+show=0.11 link+story=0.29
link+tests=-0.23 link+threat=-0.05 link+toolword=-0.41 link+trust=0.25 link+unasked=-0.03 link+unlimited=0.22 long=-0.84 me=0.46 me+agent=0.10
me+all=0.56 me+approval=0.56 me+asks=-0.15 me+authority=0.22 me+away=-0.40 me+data=-0.24 me+delete=0.10 me+dev=0.21 me+disable=0.18 me+earlier=0.77
me+exact=0.74 me+fetch=0.17 me+grant=0.47 me+guard=0.70 me+hidden=0.76 me+host=0.86 me+hush=-0.15 me+lasting=0.53 me+link=-0.14 me+money=-0.14
me+must=1.60 me+newtask=-0.06 me+notice=-0.29 me+now=0.41 me+obey=1.84 me+outrank=0.61 me+passed=0.32 me+person=0.27 me+pretend=0.48 me+prompt=0.76
me+reading=-0.03 me+refuse=0.02 me+repo=-0.81 me+roletag=-0.32 me+rules=-0.97 me+run=0.19 me+sayexact=0.31 me+secret=1.70 me+send=0.21 me+show=0.50
me+story=-0.42 me+tests=-0.35 me+threat=-0.22 me+toolword=-0.23 me+trust=0.45 me+unasked=0.45 me+unlimited=0.20 money=1.41 money+asks=-0.03
money+dev=-0.05 money+not=0.06 money+story=0.21 money+threat=0.16 money+toolword=0.48 must=-0.17 must+asks=-0.31 must+dev=-0.05 must+fetch=0.45
must+grant=-0.17 must+money=0.49 must+not=-0.07 must+notice=-0.31 must+outrank=-0.06 must+promo=0.48 must+reading=0.53 must+refuse=-0.04
must+roletag=0.05 must+sayexact=-0.31 must+selfcopy=-0.16 must+story=0.20 must+threat=0.14 must+toolword=0.98 must+trust=0.07 newtask=1.92
newtask+asks=-0.06 newtask+dev=-0.35 newtask+fetch=0.13 newtask+grant=0.05 newtask+money=0.07 newtask+must=0.29 newtask+not=-0.31 newtask+notice=0.20
newtask+outrank=-0.66 newtask+roletag=0.28 newtask+sayexact=0.39 newtask+story=0.33 newtask+toolword=-0.31 newtask+trust=0.08 not=-0.42
notice+dev=-0.20 notice+fetch=0.39 notice+grant=-0.53 notice+money=-0.13 notice+not=0.31 notice+outrank=0.51 notice+promo=0.90 notice+reading=0.09
notice+refuse=-0.06 notice+roletag=0.64 notice+sayexact=0.10 notice+selfcopy=-0.07 notice+story=0.12 notice+threat=0.20 notice+toolword=-0.44
notice+trust=0.07 now=0.23 now+asks=-0.24 now+dev=-0.22 now+fetch=-0.18 now+grant=-0.62 now+money=0.54 now+must=0.06 now+newtask=0.21 now+not=0.45
now+notice=-0.34 now+outrank=0.05 now+promo=0.11 now+reading=-0.59 now+refuse=-0.26 now+roletag=0.46 now+sayexact=0.43 now+story=0.35 now+threat=0.27
now+toolword=0.51 now+trust=0.51 obey=1.63 obey+asks=0.13 obey+claim=0.54 obey+delete=0.38 obey+dev=-0.59 obey+disable=0.10 obey+exact=0.04
obey+fetch=0.60 obey+grant=-0.37 obey+hush=0.35 obey+must=0.11 obey+newtask=0.29 obey+not=0.20 obey+notice=-0.54 obey+now=0.32 obey+outrank=0.08
obey+passed=-0.22 obey+pretend=0.31 obey+reading=0.17 obey+refuse=0.34 obey+roletag=1.00 obey+run=0.19 obey+sayexact=0.17 obey+selfcopy=0.31
obey+send=-0.10 obey+show=-0.28 obey+story=-0.37 obey+threat=0.83 obey+toolword=-0.35 obey+unasked=0.09 obey+unlimited=-0.12 outrank=1.70
outrank+dev=0.29 outrank+not=-0.04 outrank+roletag=0.12 outrank+toolword=0.81 passed=0.52 passed+asks=-0.32 passed+dev=-0.07 passed+fetch=0.08
passed+grant=-0.11 passed+must=-0.19 passed+not=0.17 passed+notice=-0.07 passed+now=-0.30 passed+pretend=0.52 passed+promo=0.13 passed+reading=0.10
passed+refuse=-0.03 passed+roletag=0.35 passed+sayexact=0.15 passed+selfcopy=-0.04 passed+story=0.13 passed+threat=0.07 passed+toolword=-0.22
passed+trust=-0.25 passed+unlimited=-0.22 person=0.43 person+all=0.82 person+approval=0.07 person+asks=-0.78 person+authority=0.11 person+away=0.36
person+data=-0.15 person+delete=-0.26 person+dev=0.19 person+disable=0.17 person+drop=-0.09 person+earlier=0.05 person+exact=0.05 person+grant=0.32
person+guard=-0.89 person+hidden=-0.35 person+host=-0.14 person+hush=1.49 person+lasting=0.64 person+link=0.62 person+money=-0.19 person+must=0.44
person+newtask=0.49 person+not=0.28 person+notice=0.60 person+now=0.93 person+obey=0.29 person+outrank=0.56 person+passed=-0.61 person+pretend=-0.62
person+promo=0.09 person+prompt=-0.35 person+refuse=-0.47 person+repo=0.07 person+roletag=-0.30 person+rules=-0.60 person+run=0.69
person+sayexact=-0.40 person+secret=-0.06 person+selfcopy=0.44 person+send=0.93 person+show=-0.26 person+story=-0.46 person+tests=0.72
person+threat=0.17 person+toolword=-0.17 person+trust=-0.26 person+unasked=0.38 person+unlimited=-0.72 pretend=1.07 pretend+asks=0.26
pretend+dev=-0.25 pretend+fetch=-0.06 pretend+grant=-0.03 pretend+money=-0.03 pretend+must=-0.52 pretend+newtask=0.08 pretend+not=-0.22
pretend+notice=-0.70 pretend+now=-0.14 pretend+promo=-0.14 pretend+refuse=-0.06 pretend+roletag=0.33 pretend+sayexact=-0.03 pretend+selfcopy=0.04
pretend+story=-0.34 pretend+threat=-0.09 pretend+toolword=-0.32 pretend+trust=0.10 pretend+unlimited=0.30 promo=1.62 promo+dev=-0.30 promo+not=-0.13
promo+story=0.15 promo+toolword=-0.14 prompt=1.42 prompt+all=1.04 prompt+approval=-0.53 prompt+asks=0.33 prompt+away=-0.06 prompt+claim=-0.11
prompt+data=-0.58 prompt+dev=0.24 prompt+disable=0.77 prompt+drop=0.95 prompt+earlier=0.76 prompt+exact=0.85 prompt+fetch=-0.09 prompt+grant=0.30
prompt+guard=-0.40 prompt+hidden=0.75 prompt+host=-0.18 prompt+hush=-0.26 prompt+lasting=0.11 prompt+money=0.11 prompt+must=-0.02 prompt+newtask=0.04
prompt+not=-0.30 prompt+notice=-0.13 prompt+now=0.73 prompt+obey=-0.88 prompt+pretend=0.27 prompt+promo=-0.49 prompt+refuse=-0.22 prompt+repo=-0.71
prompt+roletag=0.12 prompt+run=-0.83 prompt+sayexact=0.13 prompt+secret=-0.96 prompt+selfcopy=0.08 prompt+send=0.09 prompt+show=1.66
prompt+story=-0.05 prompt+tests=-0.14 prompt+threat=-0.09 prompt+toolword=0.29 prompt+trust=0.39 prompt+unlimited=0.06 reading=0.97 reading+dev=0.12
reading+fetch=-0.05 reading+money=0.21 reading+not=-0.13 reading+promo=0.16 reading+refuse=0.04 reading+roletag=0.15 reading+sayexact=0.16
reading+story=-0.44 reading+threat=0.20 reading+toolword=0.10 reading+trust=0.02 refuse=0.63 refuse+asks=0.31 refuse+dev=-0.40 refuse+not=0.15
refuse+story=-0.20 refuse+threat=1.25 refuse+toolword=-0.17 refuse+trust=0.03 repo=-0.21 repo+asks=-0.25 repo+claim=0.53 repo+delete=0.68
repo+dev=0.13 repo+disable=1.02 repo+exact=0.53 repo+fetch=-0.35 repo+grant=0.45 repo+hush=0.89 repo+lasting=-0.45 repo+money=-0.60 repo+must=0.55
repo+newtask=-0.04 repo+not=-0.32 repo+notice=0.54 repo+now=0.90 repo+passed=-0.42 repo+pretend=0.27 repo+promo=-0.04 repo+reading=-0.05
repo+refuse=-0.10 repo+roletag=-0.15 repo+run=0.33 repo+sayexact=-0.15 repo+selfcopy=0.02 repo+send=-0.08 repo+show=0.08 repo+story=0.09
repo+threat=-0.16 repo+toolword=0.27 repo+trust=-0.27 repo+unasked=0.88 repo+unlimited=0.27 roletag=0.85 roletag+asks=-0.13 roletag+dev=-0.43
roletag+not=-0.26 roletag+promo=0.29 roletag+refuse=-0.06 roletag+story=0.20 roletag+threat=0.14 roletag+trust=0.29 rules=1.06 rules+all=0.63
rules+approval=-0.31 rules+asks=-0.13 rules+away=-0.33 rules+claim=0.23 rules+data=0.06 rules+delete=0.33 rules+dev=-0.39 rules+disable=0.37
rules+drop=1.28 rules+earlier=-0.54 rules+exact=0.12 rules+fetch=-0.20 rules+grant=0.30 rules+guard=-0.54 rules+hidden=1.14 rules+host=-0.08
rules+hush=0.13 rules+lasting=0.16 rules+money=-0.10 rules+must=-0.61 rules+newtask=-0.33 rules+not=0.09 rules+notice=-0.42 rules+now=0.66
rules+obey=-0.52 rules+outrank=0.84 rules+passed=-0.72 rules+pretend=0.83 rules+promo=0.15 rules+prompt=-0.63 rules+reading=0.08 rules+refuse=0.37
rules+repo=-0.78 rules+roletag=0.12 rules+run=-0.19 rules+sayexact=0.02 rules+secret=0.34 rules+selfcopy=0.45 rules+send=-0.32 rules+show=0.04
rules+story=-0.30 rules+tests=-0.90 rules+threat=-0.19 rules+toolword=-0.41 rules+trust=-0.09 rules+unasked=0.94 run=0.14 run+asks=-0.76
run+claim=-0.37 run+delete=-0.61 run+dev=-0.31 run+fetch=0.40 run+grant=-0.70 run+money=0.37 run+must=0.39 run+newtask=-0.32 run+notice=0.04
run+now=0.37 run+outrank=0.32 run+passed=0.06 run+pretend=0.76 run+promo=-0.04 run+reading=0.57 run+refuse=-0.21 run+roletag=0.09 run+sayexact=0.29
run+selfcopy=-0.08 run+story=-0.02 run+threat=0.35 run+trust=0.26 run+unlimited=0.20 sayexact=2.09 sayexact+asks=-0.06 sayexact+dev=0.08
sayexact+not=-0.38 sayexact+promo=0.35 sayexact+refuse=-0.06 sayexact+roletag=-0.16 sayexact+selfcopy=0.03 sayexact+story=-0.26 sayexact+trust=0.08
secret=1.09 secret+approval=-0.17 secret+asks=0.64 secret+away=1.61 secret+claim=-0.14 secret+data=-0.94 secret+delete=-0.59 secret+dev=0.30
secret+disable=0.40 secret+drop=-0.81 secret+exact=1.50 secret+fetch=0.03 secret+grant=-0.57 secret+guard=-0.29 secret+host=-0.45 secret+hush=0.18
secret+lasting=0.73 secret+link=0.03 secret+money=-0.18 secret+must=0.79 secret+newtask=-0.28 secret+not=-1.02 secret+notice=0.36 secret+now=0.53
secret+obey=-0.47 secret+outrank=-0.04 secret+passed=-0.69 secret+pretend=0.04 secret+reading=0.10 secret+refuse=-0.46 secret+repo=0.96
secret+roletag=0.45 secret+run=0.02 secret+sayexact=0.18 secret+selfcopy=-0.04 secret+send=1.62 secret+show=0.86 secret+story=0.22 secret+tests=-0.49
secret+threat=0.44 secret+toolword=0.46 secret+trust=0.48 secret+unasked=0.20 secret+unlimited=-0.10 selfcopy=2.29 selfcopy+asks=-0.08
selfcopy+dev=-0.21 selfcopy+not=0.32 selfcopy+story=-0.19 send+asks=0.34 send+claim=-0.80 send+delete=-0.33 send+dev=0.05 send+disable=-0.11
send+fetch=0.02 send+grant=-0.59 send+hush=0.81 send+must=0.49 send+newtask=-0.17 send+not=-0.14 send+notice=-0.40 send+now=0.40 send+outrank=-0.04
send+passed=-0.90 send+reading=0.14 send+refuse=-0.16 send+roletag=0.29 send+run=0.05 send+sayexact=-0.27 send+selfcopy=-0.38 send+story=0.10
send+threat=0.69 send+toolword=-0.10 send+trust=-0.12 send+unlimited=-0.05 short=-1.34 show+claim=0.20 show+delete=-0.53 show+dev=-0.10
show+disable=0.67 show+exact=0.78 show+fetch=-0.34 show+grant=-0.19 show+hush=-1.07 show+money=-0.17 show+must=0.19 show+newtask=0.15 show+not=-0.04
show+notice=0.37 show+now=0.09 show+outrank=0.08 show+passed=0.93 show+pretend=-0.38 show+reading=0.34 show+refuse=0.14 show+roletag=-0.14
show+run=0.11 show+sayexact=-0.12 show+selfcopy=0.05 show+send=0.59 show+story=0.06 show+threat=-0.07 show+toolword=-0.05 show+trust=0.56
show+unasked=0.19 show+unlimited=0.21 story=-0.35 story+asks=0.12 story+dev=-0.09 story+not=0.04 tests=-0.27 tests+asks=-0.28 tests+claim=1.45
tests+delete=0.71 tests+dev=0.15 tests+disable=0.16 tests+drop=0.73 tests+exact=0.32 tests+fetch=-0.10 tests+grant=0.06 tests+guard=0.13
tests+host=0.13 tests+hush=1.36 tests+lasting=-0.69 tests+must=0.35 tests+newtask=-0.02 tests+not=0.28 tests+notice=0.09 tests+now=-1.05
tests+obey=-0.27 tests+passed=0.69 tests+promo=-0.03 tests+reading=-0.05 tests+refuse=-0.09 tests+repo=0.18 tests+roletag=0.39 tests+run=-0.49
tests+sayexact=-0.08 tests+selfcopy=-0.10 tests+send=-0.06 tests+show=0.83 tests+story=0.75 tests+threat=-0.17 tests+toolword=-0.32 tests+trust=0.58
tests+unasked=-0.29 tests+unlimited=-0.27 threat=0.91 threat+dev=-0.10 threat+not=-0.22 threat+story=0.04 toolword=0.98 toolword+asks=-0.29
toolword+dev=-0.34 toolword+not=-0.29 toolword+selfcopy=-0.08 toolword+story=-0.27 toolword+threat=0.16 trust=2.41 trust+asks=-0.21 trust+dev=0.43
trust+not=-0.39 trust+selfcopy=0.05 trust+story=-0.34 trust+toolword=-0.49 unasked=2.94 unasked+asks=-0.09 unasked+claim=-0.23 unasked+delete=0.05
unasked+dev=-0.45 unasked+disable=-1.19 unasked+fetch=0.07 unasked+grant=-0.25 unasked+money=0.29 unasked+must=0.57 unasked+not=0.14
unasked+notice=0.23 unasked+now=0.50 unasked+passed=-0.75 unasked+pretend=0.18 unasked+reading=0.09 unasked+refuse=-0.26 unasked+roletag=0.65
unasked+run=0.78 unasked+sayexact=0.05 unasked+story=-0.38 unasked+threat=0.08 unasked+toolword=0.07 unasked+trust=0.30 unasked+unlimited=0.04
unlimited=2.83 unlimited+asks=0.03 unlimited+dev=-0.08 unlimited+fetch=0.12 unlimited+grant=-0.42 unlimited+money=0.07 unlimited+must=-0.15
unlimited+newtask=0.19 unlimited+not=-0.35 unlimited+notice=-0.47 unlimited+now=0.75 unlimited+reading=0.08 unlimited+refuse=0.46
unlimited+roletag=0.31 unlimited+sayexact=0.13 unlimited+selfcopy=0.06 unlimited+story=0.80 you=1.08 you+agent=0.08 you+all=0.19 you+approval=-0.31
you+asks=0.95 you+authority=1.37 you+away=-0.36 you+claim=0.32 you+data=-0.46 you+delete=1.24 you+dev=-0.07 you+disable=0.36 you+drop=0.49
you+earlier=0.35 you+exact=0.67 you+fetch=0.09 you+grant=-0.20 you+guard=0.53 you+hidden=1.01 you+host=0.10 you+hush=-0.15 you+lasting=1.10
you+link=-0.15 you+me=0.25 you+must=-0.15 you+newtask=0.98 you+not=0.42 you+notice=0.07 you+now=-0.04 you+obey=-0.22 you+outrank=0.29 you+passed=-0.63
you+person=-0.26 you+pretend=0.32 you+promo=-0.48 you+prompt=1.23 you+reading=-0.28 you+refuse=0.67 you+repo=0.52 you+roletag=0.50 you+rules=1.02
you+run=-0.14 you+sayexact=0.25 you+secret=0.28 you+selfcopy=0.34 you+send=-0.42 you+show=0.19 you+story=-0.04 you+tests=-0.64 you+threat=0.48
you+toolword=-0.54 you+trust=0.32 you+unasked=-0.18 you+unlimited=0.63
`;
