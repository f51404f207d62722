// Written by scripts/train-prompt-wording.ts from 3299 attacks and 34830 harmless sentences.
export const BIAS = -2.48;
/** `concept=weight`, `one+other=weight` for two in a sentence, `^concept=weight` for what begins it. */
export const WEIGHTS = `
'!=-0.33 '#=-0.43 ':=-0.21 '<=-0.74 '>=-0.57 'a=-0.59 'aan=0.16 'abandon=0.30 'abbiamo=-0.12 'abc=-0.20 'abgelaufen=-0.25 'ablauft=-0.10 'able=-0.36
'abmeldet=-0.11 'abord=-0.65 'abort=-0.19 'about=-0.53 'above=0.84 'abrir=-0.17 'abschaltbar=-0.26 'abschalten=-0.28 'absent=-0.75 'absolute=0.33
'ac=-0.08 'acceptable=-0.08 'acceptance=0.41 'accepte=-0.25 'accepted=0.33 'accepting=-0.17 'accepts=0.41 'acces=-0.21 'access=-1.16 'accessible=-0.13
'according=-0.09 'accordingly=0.51 'account=0.20 'accounts=-0.19 'acesso=-0.09 'achtung=-0.49 'acil=-0.15 'acknowledge=-0.29 'acknowledgement=-0.39
'acknowledgements=-0.27 'acme=-0.97 'acontece=-0.30 'across=0.34 'act=1.02 'action=-0.91 'activity=-0.21 'acts=-0.19 'actual=-0.39 'actually=-0.14
'ad=-0.38 'ada=-1.09 'adapt=-0.11 'add=-0.50 'added=-1.00 'adding=-0.16 'additional=-0.10 'additionally=-0.10 'address=-0.64 'addresses=-0.39
'admin=0.44 'administradores=-0.17 'administrateur=0.14 'administrator=-1.38 'administratora=-0.17 'admins=-0.91 'advance=0.59 'advice=-0.09
'advisory=0.29 'ae=-0.09 'af=-0.09 'affects=-0.21 'affiche=-0.25 'affichez=-0.08 'after=-0.70 'afterwards=0.51 'against=-0.33 'age=0.52 'agen=-0.18
'agenda=0.08 'agent=-0.62 'agente=0.17 'agents=-0.83 'agli=-0.14 'ago=-0.12 'agora=-0.31 'agree=0.62 'agreed=1.04 'agreement=-0.14 'agrees=0.31
'ahead=-0.14 'ahora=-0.19 'ai=0.48 'aims=-0.10 'ajoutez=-0.10 'ajv=-0.24 'akci=-0.15 'al=-0.47 'alerts=0.43 'algorithm=-0.10 'aliases=-0.14
'align=-0.39 'alla=-0.18 'alle=-0.31 'alles=0.43 'allowed=0.30 'allowlist=-0.16 'allows=-0.31 'alone=-0.18 'along=0.27 'alongside=-0.26 'aloud=0.39
'already=0.24 'als=-0.52 'also=0.17 'alt=0.35 'alten=-0.35 'alternatively=-0.11 'although=-1.22 'always=-0.95 'am=1.24 'amanda=0.10 'among=0.15
'amount=-0.21 'an=-0.59 'anadir=-0.34 'anahtarlari=-0.24 'analysis=0.10 'anche=0.18 'anchor=-0.16 'anciennes=-0.12 'and=0.21 'ander=-0.24
'anderbar=-0.12 'anderung=-0.23 'andringar=-0.30 'android=-0.27 'anew=-0.14 'anfragen=-0.11 'angelegt=-0.15 'anlegen=-0.19 'anleitung=-0.19
'anmelden=-0.21 'annotated=-0.09 'annotations=-0.17 'announcement=-0.13 'anonymous=-0.10 'another=-0.09 'answer=-0.22 'answered=-0.39 'answering=0.40
'answers=-1.10 'anteriores=-0.20 'antes=0.43 'antfu=-0.09 'antigos=-0.16 'antigua=-0.19 'antiguo=-0.08 'anvandaren=0.29 'anweisungen=0.19 'any=-0.49
'anybody=0.44 'anymore=0.37 'anyone=0.21 'anything=-0.52 'anyway=0.35 'ao=0.12 'apagar=-0.35 'aparece=-0.17 'api=-0.59 'apis=-0.13 'aplican=-0.21
'app=-0.83 'apparmor=-0.12 'appear=-0.43 'append=0.11 'appended=0.32 'apple=0.51 'application=-0.51 'applied=-0.11 'applies=0.50 'appliquent=-0.12
'apply=-0.12 'appreciate=-0.31 'approach=-0.44 'approva=-0.13 'approval=-0.61 'approvals=0.60 'approvata=-0.17 'approve=0.40 'approved=-0.15
'approvers=-0.25 'approves=-0.64 'approving=0.49 'apps=-0.17 'apres=-0.12 'april=-0.37 'aprobacion=0.17 'aprobar=-0.08 'aprovados=-0.37 'aprovar=-0.48
'apt=-0.16 'ar=0.37 'arbiter=-0.27 'arbitrary=-0.11 'arch=-0.17 'architecture=-0.16 'archive=0.27 'archived=-0.14 'archivo=0.31 'are=-0.73 'argc=-0.13
'args=-0.18 'argument=-0.17 'argv=0.31 'arm=-0.40 'around=0.67 'arquivo=-0.21 'arr=-0.08 'array=-0.21 'arraylimit=-0.14 'arrays=-0.28 'arrive=-0.19
'arrives=0.08 'art=-0.32 'artefact=-0.13 'artefacts=0.49 'article=0.70 'articles=-0.72 'artifact=-0.28 'as=-0.70 'asap=-0.24 'aside=0.18
'asistente=-0.29 'ask=-0.57 'asked=1.16 'asking=0.37 'asks=0.11 'asla=-0.31 'asn=-0.10 'assemble=-0.10 'assert=-0.31 'assertionerror=-0.10
'assertionresult=-0.09 'assertions=-0.15 'assez=-0.16 'assigned=0.28 'assistant=-0.63 'assistants=0.44 'assistent=0.18 'assistente=-0.10
'associated=-0.13 'assume=0.20 'async=-0.27 'asystent=-0.19 'at=-0.43 'ataque=-0.34 'ativo=-0.48 'atob=0.77 'att=0.21 'attach=0.50 'attached=0.46
'attachment=-0.15 'attachments=-0.24 'attacker=0.35 'attacks=-0.14 'attempt=-0.11 'attempting=-0.09 'attempts=-0.10 'attention=0.31 'attenzione=-0.09
'attribute=-0.40 'attributes=-0.09 'atualizacao=-0.10 'aturan=-0.15 'au=-0.54 'audit=0.25 'audited=0.33 'auf=-0.28 'aus=0.29 'ausgegeben=-0.18
'auteur=-0.15 'auth=0.29 'authenticate=-0.18 'authentication=-0.23 'authorised=-0.30 'authority=0.68 'authorization=-0.41 'authorized=0.21
'authors=-0.33 'auto=-0.24 'automated=2.21 'automatic=0.42 'automatically=0.51 'autonomy=-0.38 'autoplay=-0.08 'aux=-0.26 'available=-0.19 'avant=0.38
'avatar=-0.11 'avatars=-0.20 'avec=-0.08 'avisanos=-0.28 'aviso=0.10 'avoid=-0.73 'await=-0.43 'aware=0.22 'awareness=-0.09 'awaryjnych=-0.19
'away=0.24 'aws=-0.15 'aziendale=-0.24 'b=-0.09 'back=-0.56 'backend=-0.23 'background=-0.91 'backtrace=-0.18 'backup=-0.30 'backups=0.20
'backwards=-0.16 'bad=0.54 'badge=-0.59 'badgen=-0.32 'badges=-0.29 'badly=-0.10 'bahasa=-0.15 'baking=-0.11 'balancer=-0.35 'ban=-0.42 'bang=-0.25
'banner=-0.52 'bao=-0.13 'bar=-0.27 'base=-0.64 'based=-0.30 'bash=-0.26 'basta=-0.08 'bat=-0.12 'baumann=-0.09 'bawaan=-0.17 'bb=-0.08 'bcc=0.46
'bd=-0.14 'be=-0.60 'beacon=0.73 'bearer=-0.41 'bearing=-0.14 'beast=-0.24 'because=-0.41 'become=0.42 'becomes=-0.11 'bedoeld=-0.24 'bedrock=-0.14
'been=0.58 'befehl=-0.50 'before=-0.82 'begin=0.86 'beginner=-0.26 'begins=0.82 'behalf=0.17 'behandeln=-0.11 'behave=0.76 'behavior=-0.33
'behaviour=-0.33 'behind=-0.11 'bei=-0.18 'beim=-0.12 'bekraftelserutan=-0.16 'below=0.61 'bench=-0.10 'benchmark=-0.29 'benchmarks=-0.26
'benutzer=-0.13 'bereits=-0.20 'berkas=-0.21 'berubah=-0.34 'bescheid=-0.08 'beside=-0.12 'besitzer=-0.10 'best=-0.12 'bestatigung=-0.22
'bestatigungsdialoge=-0.28 'beste=-0.12 'betreff=-0.11 'betrieb=-0.08 'better=0.23 'between=-0.61 'bevestiging=-0.13 'bevor=0.32 'bez=0.29
'bezposrednio=-0.19 'bf=-0.08 'bg=-0.12 'bij=-0.17 'bijlage=-0.17 'bill=-0.17 'billing=0.71 'binary=-0.23 'binding=-0.17 'bio=0.23 'bir=-0.32
'bird=-0.11 'birlestirebilirsin=-0.18 'birthday=-0.15 'bisa=-0.20 'bit=0.26 'bits=-0.23 'bitte=-0.84 'bitwise=-0.16 'bl=-0.23 'blad=-0.17 'blame=-0.12
'bledow=-0.12 'bleiben=-0.13 'block=0.16 'blocked=0.11 'blocker=-0.30 'blocking=-0.15 'blog=-0.17 'board=-0.41 'bodies=-0.46 'body=-0.09
'bodyparser=-0.09 'boils=1.07 'boleh=-0.28 'book=0.39 'bookshop=-0.15 'bool=-0.10 'boolean=-0.38 'boot=0.65 'borra=0.44 'borrala=-0.28 'borrame=-0.21
'borrar=-0.25 'borres=-0.10 'bort=-0.10 'boss=0.21 'bot=-1.15 'botao=-0.48 'both=-1.87 'bots=-1.22 'bottom=-0.09 'bound=-0.24 'bounds=-0.17
'bout=-0.12 'box=0.68 'br=-0.56 'brace=-0.09 'bracket=-0.18 'branch=-0.53 'branche=-0.19 'branches=-0.79 'branchnamen=-0.23 'breadcrumbs=-0.27
'breaking=-0.30 'breaks=-0.66 'brief=0.21 'briefing=0.17 'briefly=-0.21 'bring=0.28 'broken=0.17 'browser=-0.87 'browsers=-0.19 'brutally=-0.09
'bubble=-0.08 'bubblewrap=-0.15 'bucket=0.16 'budget=-0.12 'buf=-0.09 'buffer=-0.36 'buffered=-0.13 'buffers=-0.14 'bug=0.34 'bugfix=-0.16 'bugs=-0.58
'build=-0.45 'buildu=-0.14 'built=-0.34 'buiten=-0.09 'bullet=-0.19 'bump=-0.08 'bundan=-0.27 'bundler=-0.15 'buoc=-0.36 'bursts=-0.44 'bus=-0.14
'busy=-0.23 'but=-1.10 'button=-0.53 'buttons=-0.34 'buy=0.16 'by=-0.17 'byc=-0.16 'byl=-0.12 'bypass=0.31 'byt=-0.28 'byte=-0.27 'bytes=-0.41
'c=-0.10 'ca=-0.13 'cabang=-0.28 'cache=-0.30 'cachen=-0.13 'caches=-0.12 'cada=-0.16 'cai=-0.38 'calendar=1.00 'calisiyor=-0.12 'calistir=-0.13
'call=-0.60 'callable=-0.28 'callasfunction=-0.14 'callback=-0.46 'callbacks=-0.19 'called=-0.84 'calling=-0.41 'calls=-0.46 'callsite=-0.11
'calvinmetcalf=-0.22 'came=0.21 'campaign=-0.29 'can=-0.90 'canal=-0.12 'cancel=-0.71 'cancella=-0.11 'cannot=-1.03 'cap=-0.09 'capabilities=-0.22
'capture=-0.36 'caqyikozizj=-0.12 'caracteres=-0.16 'card=-0.09 'careful=0.39 'carefully=-0.09 'carpeta=-0.13 'carries=-0.13 'carry=0.71 'cas=-0.15
'case=-0.25 'cases=-0.29 'cat=0.88 'catch=-0.16 'category=-0.26 'cau=-0.34 'caught=-0.21 'cause=-0.13 'cb=-0.15 'ce=0.12 'center=-0.37 'centre=-0.13
'ceo=0.21 'certificate=-0.74 'certificates=-0.11 'certified=0.37 'cette=-0.24 'cevirir=-0.22 'cf=-0.09 'cfg=0.18 'change=-0.69 'changed=-0.49
'changelog=0.31 'changes=-1.01 'changing=0.28 'character=-0.08 'characters=-0.45 'charge=-0.15 'chart=0.11 'chat=0.14 'chatml=-0.08 'chats=0.22
'chce=-0.10 'che=0.54 'check=-0.26 'checkbox=-0.46 'checked=0.14 'checking=0.26 'checks=-0.37 'checksum=0.51 'chega=-0.09 'chemins=-0.25 'chess=-0.52
'chi=-0.35 'chiavi=-0.35 'chiedermi=-0.12 'child=-0.19 'children=-0.29 'chmod=-0.16 'choose=-0.33 'chore=-0.26 'chores=-0.32 'chrome=-0.14
'chromium=-0.20 'chunk=-0.32 'chunks=-0.32 'chyba=-0.15 'chybi=-0.09 'ci=-0.40 'ciktilarini=-0.27 'cj=-0.08 'claim=0.65 'claims=-0.38 'class=-0.39
'classes=-0.11 'claude=0.54 'clause=0.15 'clave=0.40 'clean=-0.14 'clearly=-0.08 'cli=-0.94 'click=-0.75 'clickable=0.11 'clicking=-0.19 'client=-1.20
'cliente=-0.14 'clients=-0.56 'clis=-0.14 'clock=-0.26 'clone=-0.34 'close=0.62 'closed=-0.50 'closes=0.14 'closing=0.43 'closures=-0.26 'cloud=0.08
'cluster=0.08 'cmake=-0.11 'cmd=-0.20 'co=-0.27 'coach=-0.48 'code=-0.57 'codebase=-0.10 'codecov=-0.43 'codeowners=0.38 'coderabbit=-0.10
'codes=-0.15 'codex=-0.22 'codice=-0.12 'coding=-0.45 'colleague=0.54 'colleagues=-0.12 'collective=-0.09 'collects=0.37 'collega=-0.12 'color=0.42
'colour=0.37 'colours=0.29 'column=-0.32 'columns=0.12 'com=-0.69 'comandi=0.21 'comando=-0.18 'combine=-0.10 'come=0.84 'comentario=0.17 'comes=-0.22
'coming=0.19 'command=-0.23 'commands=-0.46 'comme=0.33 'comment=1.57 'comments=0.14 'commission=-0.71 'commit=-0.34 'commits=-0.93 'commitu=-0.16
'common=-0.08 'communiquez=-0.17 'community=-0.18 'como=0.12 'compact=-0.33 'company=0.53 'compare=-0.35 'compatibility=-0.13 'compatible=-0.19
'competitors=-0.22 'compile=-0.19 'compiler=0.63 'compilers=-0.13 'compiles=0.12 'complete=0.81 'completed=-0.16 'completely=-0.14 'completion=-0.20
'completo=-0.35 'compliance=-0.09 'complied=-0.14 'comply=0.53 'component=-0.20 'components=-0.31 'compose=-0.53 'comprehensive=-0.14
'compressible=-0.18 'compute=0.12 'concepts=-0.14 'concurrency=-0.33 'conditional=-0.11 'conditions=-0.98 'conduct=0.16 'conferma=-0.10
'confidential=0.18 'config=0.52 'configurable=-0.50 'configuration=-0.28 'configure=0.11 'confirm=-0.42 'confirmacion=-0.35 'confirmar=-0.08
'confirmation=-0.27 'confirmations=1.01 'connect=-0.20 'connected=0.17 'connecting=-0.23 'connection=-0.18 'connections=-0.15 'connexion=-0.09
'consensus=-0.12 'consent=0.67 'consider=0.44 'considered=-0.18 'consignes=0.27 'console=-0.52 'const=-1.44 'constraints=0.29 'constructor=-0.26
'consuming=0.08 'contact=-0.39 'contacts=0.17 'contain=0.12 'container=-0.55 'containers=-0.26 'containing=0.13 'contains=-0.19 'contenedores=-0.21
'content=-0.26 'contents=0.65 'context=0.46 'contiene=-0.10 'continua=-0.55 'continue=0.96 'continuing=0.25 'contract=-0.43 'contractor=-0.30
'contradict=-0.40 'contrasena=-0.28 'contributing=-0.69 'contribution=-0.13 'contributions=0.15 'contributor=0.33 'contributors=-0.11 'control=-0.35
'controlled=-0.09 'controller=-0.18 'controls=-0.24 'conversation=1.26 'conversations=-0.11 'convert=0.31 'converted=-0.08 'converts=0.12
'cookie=-0.78 'cookies=-0.42 'cool=-0.17 'copied=-0.24 'copies=-0.21 'copilot=0.60 'copy=-0.46 'copyright=-0.65 'core=-0.57 'corp=0.32 'correct=-0.13
'correctly=-0.10 'correo=-0.16 'correspond=-0.10 'corresponding=-0.10 'corrupted=0.10 'cors=-0.31 'corsoptions=-0.08 'cost=-0.31 'costs=-0.09
'could=-0.83 'count=-0.51 'counts=1.21 'courtesy=0.30 'cover=-0.12 'coverage=-0.21 'coveralls=-0.33 'covered=-0.21 'covers=-0.29 'cp=-0.82 'cpu=-0.20
'cpus=-0.18 'crash=0.33 'crashes=0.85 'crashloopbackoff=-0.08 'crawler=-0.23 'crawlers=0.08 'create=-0.87 'created=-0.28 'creates=0.22 'creating=-0.13
'credenciales=0.21 'credential=-0.45 'credentials=0.82 'credit=-0.32 'criteria=0.25 'criticise=-0.20 'cross=-0.12 'crypto=-0.18 'csrf=-0.35 'css=-0.70
'csv=0.19 'cu=-0.12 'cualquier=-0.17 'cuanto=-0.21 'cudzych=-0.22 'cuentas=-0.19 'curl=-0.65 'current=-0.15 'cursor=-0.22 'custom=-0.41
'customer=-0.73 'customers=-0.29 'customize=-0.09 'cut=-0.54 'cytowac=-0.22 'cztery=-0.11 'd=-0.33 'da=-0.09 'daemon=-0.12 'dalam=-0.15 'daldaki=-0.11
'dali=-0.18 'dalsim=-0.14 'damit=-0.28 'dan=-0.16 'dane=-0.11 'dang=-0.11 'danish=-0.14 'dank=-0.09 'dans=-0.21 'daqcd=-0.12 'darf=-0.28 'dark=0.89
'das=-0.42 'dat=-0.34 'data=-0.53 'database=0.34 'date=-0.67 'datei=0.09 'dateiende=-0.16 'daten=-0.49 'dates=0.17 'datos=-0.20 'day=0.33 'days=-0.82
'db=-0.47 'dc=-0.09 'dd=-0.09 'de=-0.98 'dead=-0.28 'deal=-0.18 'dean=-0.37 'dear=-0.23 'deb=-0.10 'debe=-0.56 'deben=-0.24 'debug=-0.77
'debuggers=-0.23 'debugging=-0.43 'december=-0.11 'decide=-0.14 'decided=1.35 'decides=-0.65 'decision=-0.21 'decisione=-0.13 'declaration=-0.18
'declarations=-0.32 'declared=-0.12 'decode=-0.24 'decoded=-0.16 'decorator=-0.12 'decoy=0.57 'dedicated=-0.15 'deep=-0.09 'deepequal=-0.11 'def=-0.40
'default=-0.60 'defaults=-0.37 'defaut=-0.11 'define=-0.18 'defined=-0.27 'defines=-0.14 'definies=-0.16 'definition=-0.13 'definitions=-0.29
'definitivo=-0.09 'degil=-0.24 'degisikligi=-0.12 'degistirmez=-0.11 'dejar=-0.08 'dejte=-0.10 'del=-0.42 'dele=-0.50 'deletes=-0.85 'deleting=-0.11
'deletion=-0.35 'deletions=0.13 'deliver=0.48 'delivery=0.08 'della=-0.45 'delle=-0.28 'dem=-0.32 'demain=-0.18 'demande=-0.16 'demander=0.22
'demanderont=-0.19 'demandes=-0.20 'demandez=-0.13 'demarrage=-0.29 'demo=0.16 'demonstrates=-0.10 'den=-0.09 'denied=-0.47 'deno=-0.24 'deny=0.17
'department=-0.12 'depd=-0.09 'dependencies=-0.22 'dependency=-0.55 'deploy=0.64 'deployment=0.50 'deployments=-0.23 'depoda=-0.11 'depois=-0.19
'depot=-0.20 'depoya=-0.24 'deprecate=-0.10 'deprecated=-0.23 'deprecation=-0.17 'deps=-0.21 'depth=-0.18 'der=-0.87 'derivative=-0.12 'derleme=-0.32
'des=-0.60 'desactivar=-0.42 'describe=0.88 'described=-0.18 'describes=-0.19 'describing=-0.09 'description=0.69 'descriptions=0.45
'descriptors=-0.08 'desde=-0.09 'deset=-0.16 'design=-0.38 'designed=-0.19 'desk=0.11 'desktop=-0.14 'desormais=-0.10 'despliegue=-0.22 'destek=-0.18
'destination=-0.14 'destroy=-0.14 'destroyed=-0.09 'destructive=-0.10 'det=0.10 'detached=-0.20 'detachedhead=-0.09 'detailed=-0.13 'details=-0.66
'detect=-0.13 'detection=-0.36 'detects=-0.11 'deu=-0.27 'deux=-0.26 'dev=-0.21 'deve=0.44 'developer=0.27 'developers=0.33 'development=-0.39
'devem=-0.38 'device=-0.25 'dewi=-0.15 'dgj=-0.14 'diagram=-0.14 'diagramm=-0.11 'dialog=-0.28 'dias=-0.14 'did=-0.38 'die=-0.88 'dien=-0.11
'dienst=-0.15 'diese=-0.08 'dieser=-0.12 'diff=-1.05 'differ=-0.09 'difference=-0.10 'different=-0.39 'difflines=-0.08 'diffs=-0.19 'diga=0.22
'digabung=-0.26 'dime=-0.20 'dimentica=-0.12 'dina=-0.29 'dire=-0.10 'direct=0.31 'directions=0.20 'directive=-0.62 'directives=-0.61
'directories=-0.29 'directory=0.11 'direkt=0.33 'direto=0.18 'disable=-0.57 'disabled=-0.86 'disables=-0.33 'disabling=-0.11 'disclaimer=-0.18
'disclose=0.23 'disclosure=-0.23 'discord=-0.12 'discounts=-0.21 'discussed=0.32 'disetujui=-0.21 'disk=0.61 'dismissed=-0.12 'dispatch=-0.15
'display=-0.43 'dispositivo=-0.47 'disregard=1.23 'dist=-0.82 'distribute=-0.14 'dit=-0.13 'ditentukan=-0.14 'div=-0.32 'division=-0.09 'dm=-0.18
'do=-0.26 'doble=-0.23 'doc=-0.13 'doce=-0.10 'docker=-0.38 'dockerfile=-0.94 'docs=-0.84 'doctor=-0.40 'doctype=-0.14 'document=-0.66
'documentation=-0.41 'documented=-0.13 'documenter=-0.10 'documents=-0.66 'dodaj=-0.21 'does=-0.68 'doesn=-0.19 'dogrulama=-0.12 'dogs=-0.41
'doing=-0.13 'doit=-0.56 'doivent=-0.09 'dokud=-0.15 'dollars=-0.17 'dom=-0.12 'domain=-0.51 'don=-0.17 'done=-0.52 'donne=0.34 'donner=-0.13
'dopisac=-0.22 'dopo=0.15 'dos=-0.17 'dossier=0.10 'dot=-0.10 'dotfiles=-0.13 'doubles=-0.09 'down=-0.32 'download=-0.31 'downloads=-0.50
'draaien=-0.09 'draft=-0.43 'drafts=-0.33 'drain=0.53 'dringend=-0.21 'dringenders=-0.23 'droits=-0.13 'drop=0.77 'dropdown=0.14 'dropped=-0.09
'drops=-0.20 'druheho=-0.09 'dry=-0.09 'du=0.27 'dua=-0.87 'duas=-0.26 'due=-0.11 'dugmesi=-0.12 'dump=0.70 'dung=0.08 'dunku=-0.24 'duoc=-0.43
'duplicadas=-0.08 'duplicates=0.35 'durfen=-0.23 'during=-0.17 'durumunu=-0.14 'duyet=-0.23 'dvakrat=-0.21 'dwa=-0.09 'dynamic=-0.12 'dzialaja=-0.22
'e=-0.30 'each=-0.72 'earlier=-0.34 'early=0.45 'easily=-0.24 'eawiw=-0.14 'eawiwfdes=-0.10 'echo=0.90 'echoue=-0.15 'ecrire=-0.20 'ecris=0.10
'ect=-0.19 'ed=-0.35 'edit=-0.11 'editing=0.17 'edition=-0.14 'editor=-0.50 'ee=-0.11 'eemeli=-0.13 'een=-0.45 'ef=-0.09 'effective=0.09 'effort=-0.35
'egna=-0.36 'eigene=-0.20 'ein=-0.23 'einchecken=-0.14 'eine=-0.26 'einen=-0.16 'eines=-0.08 'eingezeichnet=-0.11 'einstellungen=-0.28
'eintragen=-0.20 'einzige=-0.12 'ejecuta=0.08 'ejecute=-0.22 'ejemplo=-0.34 'ekibimiz=-0.12 'eklemeyin=-0.24 'eklenmeli=-0.08 'el=-0.19 'element=-0.16
'elevated=0.20 'elf=-0.26 'elicitation=-0.26 'elimina=-0.19 'eliminar=-0.15 'elke=-0.17 'eller=-0.16 'else=-0.11 'em=0.14 'email=-0.77 'embed=0.62
'emergency=0.08 'emit=-0.29 'emits=-0.11 'emoji=-0.29 'emojis=-0.14 'empty=0.39 'emptylist=-0.42 'emre=-0.36 'emulate=-0.11 'emulator=-0.26 'en=0.28
'enable=-0.54 'enabled=-0.29 'enabling=-0.09 'encode=-0.69 'encoding=-0.14 'encountering=-0.08 'encrypted=-0.26 'end=-0.22 'ended=0.57 'endpoint=-0.26
'ends=-0.53 'enemy=-0.32 'enforce=-0.16 'enforcement=-0.13 'engine=-0.86 'engineering=0.10 'english=-0.20 'enough=-0.15 'ensene=-0.16 'ensure=-0.12
'enter=0.32 'enteros=-0.08 'entirely=-0.38 'entities=-0.15 'entity=-0.29 'entorno=-0.21 'entre=-0.38 'entries=-0.18 'entry=0.25 'enum=-0.10
'enumerable=-0.22 'enumerating=-0.13 'env=-0.65 'envelope=-0.15 'envia=0.34 'envie=-0.21 'envio=-0.08 'environ=0.68 'environment=-1.18
'environmentfile=-0.16 'environments=-0.20 'environnement=-0.14 'envoi=-0.13 'epic=-0.13 'epub=-0.14 'equal=-0.19 'equipe=-0.21 'equipes=-0.19
'equipo=-0.12 'equivalent=-0.17 'er=-0.34 'erase=0.33 'erases=-0.13 'erkjggg=-0.12 'err=-0.35 'erreur=-0.16 'error=-0.28 'errore=-0.49 'errors=-0.43
'erscheint=-0.17 'erwartet=-0.12 'es=-0.29 'esbvzibczxjsaw=-0.10 'escalade=-0.22 'escapa=-0.28 'escape=-0.35 'escrita=-0.48 'eslint=-0.46
'espacio=-0.21 'esquece=-0.24 'essere=-0.17 'est=-0.18 'esta=-0.34 'estan=0.22 'estate=-0.42 'este=0.26 'et=-0.28 'etag=-0.12 'etc=-0.13 'ete=0.56
'ethics=0.24 'etre=-0.31 'ett=-0.16 'eur=0.17 'european=-0.71 'eval=0.75 'evaluate=-0.13 'evaluated=-0.26 'even=-0.18 'event=-0.48 'events=-0.25
'ever=-0.24 'every=0.18 'everybody=0.51 'everyone=0.31 'everything=0.85 'everywhere=-0.18 'evil=0.74 'evilmartians=-0.16 'ewcgyikozizj=-0.10
'exactly=-0.28 'example=0.47 'examples=-0.26 'exception=0.10 'exceptions=-0.42 'exclude=-0.25 'exe=0.24 'exec=-0.42 'execstart=-0.21 'execute=0.80
'executed=0.11 'executes=0.39 'execution=-0.10 'exercise=-0.13 'exfiltrate=0.94 'exist=-0.10 'existent=-0.14 'existiert=-0.20 'existing=-0.16
'exists=0.38 'exit=-0.08 'exited=-0.46 'expanduser=-0.19 'expect=0.28 'expected=0.56 'expects=-0.16 'expecttypeof=-0.21 'experimental=-0.15
'expire=-0.13 'expired=-0.78 'expires=-0.51 'expirou=-0.27 'expiry=-0.10 'explain=0.13 'explains=-0.15 'explanation=0.09 'explanations=0.20
'explica=-0.14 'explicar=-0.34 'explicit=-0.17 'explicitly=-0.93 'export=-0.83 'exportacion=-0.12 'exporter=-0.23 'exports=-0.43 'expose=-0.10
'exposed=-0.10 'exposes=-0.20 'expr=-0.08 'express=-0.24 'expression=-0.29 'expressions=-0.24 'expressjs=-0.09 'ext=0.49 'extending=-0.08
'extensions=-0.20 'external=-0.23 'extra=0.62 'extract=-0.10 'eyjhbgcioijiuzi=-0.09 'eyjzdwiioiixmjm=-0.09 'f=-0.26 'fa=-0.10 'facon=-0.10 'fact=0.40
'factor=-0.27 'factory=0.18 'fai=0.08 'fail=0.35 'failed=-0.71 'failing=-0.37 'fails=-1.14 'failure=-0.16 'failures=-0.44 'fake=-0.36 'fallos=-0.09
'falsch=-0.22 'false=-0.39 'fan=-0.29 'faq=-0.33 'far=0.10 'fast=0.53 'faster=0.49 'favore=-0.15 'favourites=-0.36 'fb=-0.18 'fc=-0.09 'fd=-0.08
'fe=-0.17 'feat=-0.62 'feature=-0.44 'features=-0.46 'feel=-0.08 'fehler=-0.43 'fehlermeldung=-0.09 'fel=-0.13 'fetched=-0.51 'fetches=0.40
'fetching=0.12 'few=-0.12 'ff=-0.13 'fi=-0.56 'fichier=-0.24 'fichiers=-0.16 'field=-1.04 'fields=-0.39 'file=-0.70 'filen=-0.36 'filename=-0.09
'files=-1.08 'filesystem=-0.09 'filip=-0.13 'fill=-0.63 'filter=-0.98 'filtered=0.08 'filters=-0.57 'fin=-0.09 'final=-0.14 'finalement=-0.33
'find=0.57 'finding=-0.26 'findings=0.31 'finds=0.18 'fingerprint=-0.22 'finish=1.16 'finished=0.22 'fired=-0.09 'firefox=-0.14 'firewall=0.36
'first=-0.30 'fish=-0.13 'fix=-0.59 'fixes=-0.13 'fixtures=0.19 'flag=-0.45 'flagged=-0.12 'flags=-0.17 'flake=-0.08 'flaky=-0.27 'flat=-0.23
'floating=-0.09 'flow=-0.26 'flushes=-0.17 'flushsync=-0.16 'fmt=0.28 'foi=-0.19 'fois=-0.32 'fold=-0.13 'folder=0.24 'folders=-0.11 'follow=-0.86
'followed=-0.86 'following=-0.95 'follows=-0.46 'foo=-0.40 'foobar=-0.09 'footer=-0.17 'for=-0.52 'foram=-0.27 'forbidden=0.44 'force=0.96
'forever=0.46 'forget=-0.08 'forgets=-0.17 'forgot=-0.52 'fork=-0.35 'form=-0.84 'format=-0.26 'formatly=-0.10 'formatted=-0.24 'formatter=-0.19
'formatting=-0.47 'forward=-0.14 'forwarded=-0.30 'found=-0.29 'founder=0.09 'four=0.27 'fout=-0.19 'fouten=-0.10 'framework=-0.18 'fran=0.29
'fredag=-0.09 'free=-0.12 'freely=0.52 'freeze=-0.27 'french=-0.39 'fresh=-0.26 'frete=-0.19 'friday=-0.50 'friend=0.09 'friendlier=-0.16
'friendly=0.37 'from=-0.48 'front=-0.10 'frozen=-0.10 'fruh=-0.21 'fs=-0.39 'fssl=0.09 'fuentes=-0.13 'full=0.91 'fully=-0.10 'func=-0.10
'function=-0.28 'fur=0.17 'furnished=-0.12 'further=-0.24 'fusion=-0.19 'fusionada=-0.09 'future=0.72 'fuzzer=-0.10 'fyll=-0.36 'g=0.57 'gallery=-0.17
'game=0.17 'gan=-0.10 'ganado=-0.21 'ganti=-0.17 'garbage=-0.28 'gaste=-0.11 'gate=0.57 'gateway=-0.38 'gather=0.49 'gave=-0.22 'gaxbzdw=-0.12
'gb=-0.40 'gdpr=-0.12 'geben=-0.15 'gebruiker=-0.20 'gebruikers=-0.18 'gecerli=-0.21 'gecti=0.19 'geen=-0.37 'gefragt=-0.26 'geheimen=-0.10
'gehen=-0.28 'geht=-0.21 'geloscht=-0.22 'gelten=-0.34 'gemini=0.12 'general=-0.50 'generally=-0.17 'generate=-0.35 'generated=-0.82 'generator=-0.09
'generes=-0.09 'generovany=-0.14 'gentile=-0.35 'geri=-0.18 'german=-0.23 'gespeichert=-0.15 'gestern=-0.24 'gestuurd=-0.18 'get=-1.13
'getbyrole=-0.18 'getirir=-0.14 'gets=0.24 'getting=-0.12 'geweigerd=-0.09 'gh=0.18 'giao=-0.11 'gib=0.38 'gif=0.50 'gio=-0.33 'gioco=-0.08 'gist=0.18
'git=-0.42 'github=-0.22 'githubusercontent=-0.22 'gitignore=-0.60 'gitmiyor=-0.15 'giup=-0.11 'give=-0.26 'gives=-0.61 'giving=-0.11 'gizli=-0.17
'glob=-0.23 'global=-0.61 'gmail=-0.22 'gnu=-0.16 'go=-0.10 'goal=-0.20 'god=0.41 'godkannas=-0.20 'godkanner=-0.10 'goedgekeurd=-0.09 'goes=-0.35
'going=-0.25 'gonderelim=-0.24 'gone=-0.17 'good=-0.09 'google=-0.35 'gosterme=-0.09 'got=0.08 'gpt=-0.09 'gq=-0.10 'grace=0.18 'grammar=-0.20
'grammy=-0.25 'grammyjs=-0.09 'grandmother=1.20 'grant=-0.21 'grants=-0.20 'graphs=-0.09 'grateful=-0.10 'grazie=-0.09 'great=-0.19 'green=-0.85
'greeting=-0.10 'grenen=-0.11 'grey=-0.35 'group=-0.10 'groups=-0.22 'grpc=-0.29 'grusse=-0.15 'guard=-0.43 'guarda=-0.09 'guardctl=-0.22
'guardrails=0.30 'guessing=-0.60 'guest=-0.10 'guests=-0.15 'guia=-0.14 'guidance=0.31 'guide=-0.36 'guidelines=0.36 'guncel=-0.37 'gur=0.56 'gz=-0.11
'gzg=-0.12 'gzip=-0.11 'h=-0.09 'habits=-0.16 'hacer=-0.13 'hack=-0.11 'haftalik=-0.24 'hai=-0.30 'half=0.21 'han=0.15 'hand=0.27 'handed=-0.16
'handelsen=-0.11 'handle=-0.28 'handled=-0.16 'handler=0.52 'handlers=-0.10 'handles=-0.35 'handlescope=-0.11 'handling=-0.18 'hang=0.84 'hanya=-0.34
'happened=0.09 'happens=-0.73 'happy=-0.17 'hard=-0.23 'hardware=-0.16 'harian=-0.15 'harm=0.16 'harsh=-0.19 'harus=-0.28 'has=-0.27 'hash=-0.46
'hasla=-0.23 'haslem=-0.09 'haslo=-0.14 'hat=0.31 'hatalari=-0.09 'hava=-0.17 'having=-0.08 'hay=-0.27 'haz=0.50 'he=0.21 'header=-0.39 'headers=-0.38
'health=-0.46 'heap=-0.16 'heartbeat=-0.11 'hebben=-0.18 'height=-0.20 'heike=-0.09 'held=-0.62 'help=-0.49 'helper=0.89 'helpers=-0.13 'helpful=-0.66
'helps=-0.34 'hemligheter=0.08 'hemos=-0.21 'hence=0.19 'her=-0.83 'here=1.19 'hereby=0.12 'hero=0.48 'heron=-0.09 'herstart=-0.09 'hesla=-0.13
'heslem=-0.21 'heslo=-0.18 'het=-0.23 'heure=-0.10 'heute=-0.21 'hex=-0.14 'hey=0.54 'hi=0.18 'hid=-0.48 'hidden=0.32 'hide=-1.70 'hides=-0.51
'hien=-0.10 'high=-0.53 'highest=0.97 'highlight=-0.19 'him=-0.19 'himself=-0.09 'hint=0.39 'hinweis=-0.25 'his=0.24 'histfile=-0.11 'historial=-0.28
'histories=-0.08 'history=0.50 'hit=-0.11 'hjm=-0.14 'hoi=-0.67 'hold=0.71 'holder=0.15 'holds=-0.64 'hole=-0.17 'holiday=0.12 'hom=-0.13 'home=-0.08
'honest=0.13 'honeypot=-0.20 'hono=-0.30 'honoured=-0.14 'hooks=-0.13 'hop=-0.19 'hoppa=0.09 'host=-0.60 'hostile=-0.16 'hosting=0.36 'hostname=0.48
'hosts=-0.55 'hotfix=-0.33 'hotfixes=-0.40 'hour=-0.29 'hours=-0.85 'house=0.56 'hovers=-0.11 'how=-0.49 'however=-0.24 'href=-0.31 'html=-0.38
'http=0.39 'httpbin=-0.09 'httponly=-0.15 'https=-0.30 'huge=-0.13 'humaine=-0.13 'human=1.32 'huong=-0.50 'husky=-0.19 'hypothetical=-0.09
'hypothetically=0.28 'i=-0.37 'ia=0.34 'iam=0.14 'ic=-0.09 'icons=-0.21 'id=0.16 'idee=-0.10 'idioma=-0.36 'ids=0.53 'ie=-0.17 'ietf=-0.13 'iets=-0.23
'if=-0.55 'igc=-0.12 'igftzxqsignvbnnly=-0.12 'ignora=-0.13 'ignored=-0.54 'ignorees=-0.09 'ignorer=-0.12 'ignores=-1.95 'ignoriere=-0.12
'ignorieren=-0.15 'ignoriert=-0.16 'ignoring=-0.26 'ignoruj=-0.18 'ihn=-0.11 'ihop=-0.14 'ihr=-0.33 'ihren=-0.08 'il=-0.60 'illegal=-0.28 'im=-0.39
'image=-0.51 'images=-0.18 'imagine=0.31 'img=-0.17 'immediately=-0.17 'imperative=-0.23 'imperial=-0.08 'impersonate=-0.18 'impersonaterequest=-0.14
'implement=-0.33 'implementation=-0.53 'implemented=-0.13 'implementing=0.43 'implicit=-0.11 'implied=-0.13 'import=-0.12 'important=0.33
'importer=0.87 'imports=-0.16 'impossible=-0.14 'improve=-0.13 'in=-0.49 'inactivas=-0.19 'inappropriate=-0.08 'incidencia=0.20 'incidents=-0.19
'include=0.55 'includes=-0.12 'including=-0.24 'inclusion=-0.13 'index=0.21 'indexing=0.15 'indicate=-0.27 'indicating=-0.12 'individual=-0.19
'indonesia=-0.15 'infinity=-0.11 'info=-0.31 'information=-0.52 'informe=0.34 'infra=0.37 'infringe=-0.33 'ingest=-0.11 'inget=-0.12 'inherits=-0.11
'ini=0.10 'init=-0.29 'initial=-0.53 'initialization=-0.15 'inline=-0.58 'input=-0.60 'insecure=0.09 'inserisci=-0.12 'insert=0.74 'inside=-0.16
'inspect=-0.26 'inst=-0.12 'instalaci=-0.26 'instalacji=-0.16 'install=-0.53 'installatie=-0.13 'installation=-0.23 'installationsseite=-0.11
'installed=0.33 'installer=-0.17 'installing=-0.63 'instance=-0.40 'instant=-0.65 'instead=-0.55 'instrucciones=0.21 'instructed=0.24
'instructies=-0.21 'instruction=0.72 'instructions=-0.72 'instructs=0.36 'instrukcje=-0.15 'instrumented=-0.26 'insurance=-0.31 'int=-0.21 'inte=-0.16
'integer=-0.24 'integracion=-0.11 'intended=-0.54 'interactive=-0.08 'interesting=-0.10 'interface=-0.41 'internal=-0.46 'interne=-0.10 'interno=-0.14
'interpreter=0.15 'interruption=0.14 'interview=-0.18 'into=-0.34 'intrekken=-0.12 'intrinsic=-0.14 'intro=-0.11 'invalid=-0.22 'invalidated=-0.17
'inventar=-0.13 'invents=-0.64 'inviato=-0.12 'invite=-0.34 'invoice=-0.28 'invoke=0.22 'invoked=-0.11 'inyeccion=-0.48 'io=-0.72 'ioctl=-0.08
'ip=-0.18 'ips=-0.29 'ipv=-0.16 'iryna=-0.10 'is=-0.20 'isb=-0.17 'isi=-0.33 'islemeleri=-0.11 'issue=-0.25 'issued=-0.68 'issues=-0.09
'issystem=-0.09 'ist=-0.35 'istekler=-0.43 'istemeden=-0.12 'istemez=-0.12 'istiyor=-0.40 'it=0.27 'item=0.11 'items=-0.79 'itibaren=-0.21 'its=0.12
'itself=0.45 'ivborw=-0.12 'izinleri=-0.12 'j=-0.31 'ja=-0.64 'jak=-0.22 'jako=-0.09 'jalankan=-0.14 'jam=-0.11 'jamais=0.19 'january=-0.11
'javascript=-0.55 'javier=-0.16 'jbeyq=-0.11 'je=-1.23 'ject=-0.29 'jedem=-0.30 'jendela=-0.12 'jeton=-0.13 'jeudi=-0.16 'jezyk=-0.19 'jiti=-0.14
'job=-0.58 'jobs=-0.60 'johan=-0.10 'join=-0.12 'joke=0.54 'jokingly=-0.09 'jose=-0.09 'journaux=-0.11 'jridgewell=-0.10 'js=-0.39 'jsdiff=-0.21
'jshttp=-0.24 'json=-0.76 'jsonencode=-0.08 'jsonschema=-0.11 'jsou=-0.25 'jsr=-0.10 'judge=-0.34 'judged=-0.22 'jullie=-0.12 'jumps=-0.08 'just=0.37
'jwt=-0.40 'jywxob=-0.21 'kali=-0.12 'kan=-0.26 'kanal=-0.08 'kann=-0.27 'kannst=-0.37 'katalogen=-0.19 'katalogu=0.09 'kazdym=-0.13 'kb=-0.24
'ke=-0.25 'keep=-0.26 'keer=-0.09 'kept=-0.37 'kettle=1.07 'key=0.39 'keyboard=-0.11 'keychain=-0.16 'keyctl=-0.24 'keyring=-0.18 'keys=0.26
'keyscan=-0.10 'kggoaaaansuheugaaaaeaaaabcayaaaaffcsjaaaaduleqvr=-0.12 'khai=-0.10 'khau=-0.52 'khi=-0.60 'kho=-0.42 'khoa=-0.29 'khong=-0.45
'ki=-0.16 'kiem=0.30 'kierownika=-0.13 'kijk=-0.19 'killed=-0.49 'kimseyle=-0.17 'kindly=0.43 'klanten=-0.13 'klartext=-0.13 'klice=-0.15 'klik=-0.14
'knobs=-0.16 'knop=-0.13 'know=0.14 'knowing=-0.10 'known=0.33 'kodu=-0.12 'kommit=-0.10 'komutlarinda=-0.36 'konfiguracja=-0.12
'konfiguracyjnego=-0.09 'konfiguration=-0.12 'konnen=-0.28 'konu=-0.15 'kopiera=-0.36 'kopieren=-0.20 'kort=-0.19 'krijgt=-0.10 'kubectl=0.20
'kubernetes=-0.13 'kullaniciya=-0.09 'kunde=-0.11 'kunnen=-0.12 'kurallar=-0.21 'kurulum=-0.22 'kurz=-0.10 'kvlite=-0.11 'kwcgyikozizj=-0.14
'kwijt=-0.13 'kysely=-0.11 'l=-0.28 'la=-0.76 'label=0.10 'labels=-0.11 'lacks=-0.27 'lagg=-0.36 'lai=-0.51 'lain=-0.14 'lalu=-0.15 'lam=-0.13
'lan=-0.10 'lancer=-0.12 'lancerai=-0.15 'lands=-0.15 'lang=-0.21 'langkah=-0.17 'language=0.39 'languages=-0.21 'langue=-0.16 'lansering=-0.09
'laptop=-0.11 'large=0.15 'larger=-0.28 'las=-0.37 'lassen=-0.18 'last=-0.34 'late=0.27 'lavoro=-0.12 'law=-0.38 'layer=0.19 'layers=-0.14
'layout=-0.27 'lazily=-0.40 'le=-0.68 'leak=-0.17 'leaked=0.23 'learn=-0.13 'learned=1.26 'learnt=0.13 'least=-0.17 'leave=1.07 'leaves=0.11
'leaving=-0.25 'lee=-0.34 'leere=-0.22 'legacy=-0.49 'legal=-0.20 'leitplanken=-0.09 'leitura=-0.11 'len=-0.99 'length=-0.38 'lenh=0.10 'leo=-0.20
'les=-0.80 'lesquels=-0.10 'less=-0.42 'let=-0.21 'letaknya=-0.34 'letmein=0.72 'letter=0.63 'letters=1.22 'lettura=-0.12 'letzte=-0.26 'letzten=-0.16
'level=-0.95 'levels=-0.39 'lexer=-0.29 'lgtm=0.12 'liability=-0.14 'library=-0.65 'licence=0.53 'license=-0.99 'licenses=-0.37 'licensor=-0.20
'lie=0.11 'liebe=-0.09 'liebes=-0.21 'liegen=-0.09 'lien=-0.18 'liens=-0.25 'lieu=-0.42 'lifetimes=-0.24 'lift=-0.26 'lifted=-0.16 'light=-0.15
'lignes=-0.09 'ligou=-0.14 'limit=-1.58 'limitations=0.39 'limited=-0.31 'limiter=-0.75 'limites=0.27 'limiting=-0.43 'limitless=-0.13 'limits=0.14
'line=-0.37 'linear=-0.10 'lines=-0.49 'lingua=-0.13 'link=-0.69 'links=-0.22 'lint=-0.28 'linter=0.84 'linus=-0.25 'linux=-1.23 'lire=-0.25
'list=-0.61 'liste=-0.36 'listed=-0.11 'listeler=-0.11 'listen=-0.45 'listener=-0.15 'listening=0.18 'listing=-0.13 'lists=-0.53 'literal=-0.25
'live=-0.42 'lives=-0.20 'ljharb=-0.27 'll=1.08 'llama=-0.13 'llm=0.67 'llms=0.22 'lo=0.18 'load=-0.99 'loaded=-0.79 'loader=-0.49 'loaders=-0.14
'loading=-0.17 'local=-0.59 'locales=-0.41 'localhost=-0.45 'locally=-0.16 'location=-0.30 'lock=-0.10 'locked=0.09 'lodash=0.15 'log=-0.62
'logged=-0.09 'logger=-0.21 'logging=-0.14 'logic=-0.12 'login=-0.46 'logo=-0.28 'logout=-0.14 'logs=-0.51 'logu=-0.09 'loi=-0.36 'lokalen=-0.49
'long=-0.88 'look=0.09 'looking=-0.15 'looks=1.66 'lookup=0.08 'loop=-0.25 'loosen=0.48 'los=-0.35 'loschen=-0.31 'loscht=-0.61 'losenord=-0.16
'loses=-0.13 'lost=-0.20 'love=0.08 'lovely=-0.30 'lower=0.36 'ls=-0.15 'lstat=-0.19 'lub=-0.12 'lucia=-0.09 'lukeed=-0.14 'lulus=-0.15 'lunch=0.12
'lutfen=-0.36 'luu=-0.42 'ma=-0.44 'maar=-0.28 'machine=1.44 'machines=0.15 'macos=-0.47 'macro=-0.18 'made=-0.24 'magazzino=-0.24 'mai=0.08
'mail=-0.11 'mailbox=0.19 'mails=0.15 'mailu=-0.12 'main=0.35 'maintainer=0.16 'maintainers=-0.37 'main에=-0.21 'make=-0.28 'makefile=-0.19
'makes=-0.30 'mallory=2.18 'man=0.21 'manage=-0.12 'management=0.56 'manager=-0.88 'managers=-0.41 'mandatory=0.30 'manual=-0.66 'manually=-0.20
'manuscript=-0.28 'many=-0.32 'map=-0.29 'mapped=-0.09 'mapping=-0.12 'maps=-0.10 'march=0.56 'mark=-0.40 'markdownlint=-0.14 'marked=0.18
'marks=-0.51 'mart=-0.21 'marta=-0.14 'martin=-0.10 'mask=-0.42 'masked=-0.35 'massenloschungen=-0.28 'maste=-0.31 'master=-0.32 'mat=-0.30
'match=-0.40 'matched=-0.11 'matches=-0.70 'matching=-0.24 'material=-0.29 'matter=0.76 'mau=-0.15 'mauvaise=-0.10 'max=-0.25 'maxage=-0.09
'maximum=-0.15 'may=-1.79 'maybe=-0.19 'maybelocal=-0.20 'mb=-0.46 'mbaga=-0.09 'mcp=-0.86 'md=-0.53 'mdewmtawmdaw=-0.09 'mdewmtawmdawmfoxdtm=-0.09
'me=0.11 'mean=-0.40 'meaning=-0.11 'means=-0.41 'meant=-0.20 'measured=-0.09 'med=-0.28 'medarbetare=-0.19 'meddelande=-0.08 'media=-0.27
'medium=-0.21 'meenemen=-0.10 'meeting=0.59 'mehr=-0.31 'melding=-0.10 'melts=-0.16 'member=-0.28 'members=-0.94 'meme=-0.34 'memoria=-0.16
'memories=-0.23 'memory=-1.07 'mengirim=-0.14 'menos=-0.10 'mensagem=-0.16 'mention=-0.32 'mentioning=0.11 'menu=-0.22 'merchantability=-0.12
'merge=-0.74 'mergeada=-0.19 'merged=-0.43 'merging=-0.35 'merhaba=-0.15 'mesajlarini=-0.22 'mesma=-0.10 'mesmo=-0.45 'messages=-0.90 'messaggio=-0.36
'met=-0.18 'meta=0.48 'metadata=-0.52 'method=-0.42 'methods=-0.43 'metrics=-0.37 'mfkwewyhkozizj=-0.12 'mfowfdesmbaga=-0.12 'mi=0.30 'microsoft=-0.09
'middleware=-0.19 'might=-0.17 'migrate=-0.16 'migration=-0.21 'migrations=-0.42 'miibszccavmgawibagiuq=-0.10 'miibszccavmgawibagiuqjx=-0.14
'mijn=-0.20 'mille=-0.09 'milliseconds=-0.15 'mime=-0.27 'min=-0.23 'mind=-0.48 'mine=0.56 'minh=-0.11 'mini=-0.11 'minimal=-0.10 'minta=-0.15
'mintlify=-0.11 'minute=0.14 'minutes=-0.21 'mir=-0.29 'mira=-0.29 'mirror=0.57 'misin=-0.22 'misleiden=-0.08 'mislukt=-0.10 'miss=-0.13
'missing=-0.98 'misslyckas=-0.14 'mistake=-0.49 'mitglieder=-0.11 'mjs=-0.14 'mk=-0.16 'mobilappen=-0.16 'mobile=-0.15 'mochte=-0.41 'mode=-0.17
'model=-0.90 'modelcontextprotocol=-1.05 'models=0.47 'modem=-0.10 'moderation=-0.11 'moderator=-0.09 'modifications=-0.16 'modified=-0.14
'modifier=-0.20 'modify=-0.11 'modifying=0.30 'modo=-0.17 'module=-0.28 'modules=-0.26 'modulo=-0.16 'moet=-0.13 'moeten=-0.15 'moi=-0.52 'mon=0.70
'monday=0.24 'mondays=-0.10 'montre=-0.12 'more=-0.42 'morning=-0.10 'most=-0.09 'mostly=-0.14 'mostra=-0.94 'mostrar=-0.21 'mostrare=-0.14
'mostrate=-0.08 'mot=-0.13 'mount=0.26 'mounted=-0.17 'mov=-0.09 'move=-0.19 'moved=0.13 'moves=-0.29 'mozilla=-0.27 'mr=-0.09 'ms=-0.22 'msg=-0.18
'msgstr=-0.17 'much=-0.34 'mulai=-0.21 'multipart=-0.08 'multiple=-0.31 'muncul=-0.12 'muon=-0.25 'museum=-0.19 'muss=0.09 'must=-0.88 'musza=-0.16
'mutation=0.12 'mute=0.42 'muze=-0.22 'muzeme=-0.19 'myself=-0.42 'n=0.09 'naar=0.22 'nach=-0.37 'nachricht=0.31 'nacl=-0.18 'nada=-0.22 'nadal=-0.22
'name=-0.65 'named=0.21 'names=-0.62 'namespace=-0.09 'namn=-0.20 'nan=-0.41 'nanoid=-0.28 'nao=-0.11 'nar=-0.35 'narrow=-0.28 'nasazenim=-0.10
'nascondere=-0.15 'nastaveni=-0.15 'native=-0.17 'natychmiast=-0.23 'navigate=-0.12 'nay=-0.39 'nc=0.68 'nd=0.33 'ne=-0.89 'necessary=-0.13
'nederlands=-0.17 'need=-0.09 'needed=-0.59 'needn=0.31 'needs=0.85 'nefunguje=-0.12 'negado=-0.09 'negeer=-0.21 'nejdriv=-0.11 'nejprve=-0.10
'nekdo=-0.11 'nel=-0.21 'nelle=-0.24 'nemate=-0.15 'neodhlasi=-0.15 'nepodarilo=-0.09 'nesmi=-0.09 'nessuno=0.18 'nested=-0.10 'net=0.52 'netrc=-0.22
'network=0.67 'networks=-0.34 'neu=-0.55 'neue=-0.20 'neuen=-0.19 'neukladejte=-0.13 'nevidi=-0.10 'new=-0.88 'newcomers=0.11 'newer=-0.34
'newest=-0.33 'newline=-0.21 'newlineistoken=-0.09 'news=0.34 'newsletter=-0.15 'next=-0.37 'ngay=-0.35 'nginx=-0.29 'nhan=-0.35 'nhat=-0.13
'nhe=-0.11 'nho=-0.09 'ni=-0.12 'nicht=-0.40 'nie=-0.67 'nieaktualne=-0.16 'niemals=-0.22 'niemand=-0.20 'niet=-0.22 'night=-0.36 'nightly=-0.09
'nikt=-0.11 'nl=-0.09 'no=-0.10 'nobody=1.21 'node=-0.46 'nodejs=-0.41 'nodes=-0.20 'nodesource=-0.09 'nog=-0.12 'noi=0.14 'noise=-0.20 'noisy=0.54
'nombres=-0.21 'nome=-0.18 'nommage=-0.12 'non=-0.49 'none=-0.49 'nooit=-0.26 'nor=-0.16 'normal=-0.20 'normalized=-0.16 'normally=0.23 'nos=-0.19
'not=-0.77 'nota=0.48 'notary=-0.42 'notation=-0.19 'note=0.22 'notes=0.65 'nothing=-0.38 'notification=-0.15 'notifications=-0.45 'notifies=-0.14
'notinject=-0.18 'notwithstanding=-0.10 'nouvelles=-0.12 'novamente=-0.09 'november=-0.15 'novos=-0.34 'now=0.43 'nowak=-0.61 'npbmcgzwxpdcwgc=-0.12
'npm=-0.19 'npmrc=-0.24 'npx=-0.55 'nty=-0.09 'nu=-0.32 'nuevas=-0.21 'null=-0.32 'nulla=-0.13 'number=-0.54 'numbers=0.75 'nunca=0.20 'nur=-0.13
'nutzer=-0.48 'nycklar=-0.36 'nz=-0.14 'o=-0.27 'oauth=-0.32 'obedecer=-0.34 'obey=0.61 'obj=-0.19 'object=-0.39 'objects=-0.26 'objectwrap=-0.08
'obligar=-0.12 'obligations=-0.36 'obsolete=0.17 'obtaining=-0.11 'obug=-0.14 'oczekiwane=-0.23 'od=-0.24 'odebrani=-0.15 'odkaz=-0.12
'odkwiiwibmftzsi=-0.09 'of=-0.27 'off=0.31 'offer=-0.37 'offered=-0.11 'offers=-0.39 'office=-0.13 'offline=-0.10 'offnen=-0.11 'offset=-0.12
'often=-0.13 'oggi=-0.21 'ohne=-0.42 'ok=1.17 'okno=-0.09 'ola=-0.14 'old=-1.21 'older=-0.16 'olvida=-0.27 'om=-0.28 'omezeni=0.25 'omitted=-0.09
'on=-0.48 'onay=-0.20 'onaylanmali=-0.43 'onbellegi=-0.13 'onboarding=0.63 'once=-0.58 'onceki=-0.32 'onderzoeken=-0.08 'one=-0.44 'ones=-0.78
'online=-0.31 'only=-0.73 'onnx=-0.12 'ont=0.10 'ontem=-0.19 'opcode=-0.25 'opdracht=-0.22 'open=0.09 'openai=0.39 'opencode=-0.22
'opencollective=-0.20 'opening=-0.10 'opent=-0.09 'operation=-0.13 'operator=1.55 'operators=-0.12 'opiekuna=-0.12 'opposite=0.08 'oprav=-0.26
'opravneni=-0.15 'ops=-0.29 'opt=-0.10 'option=-0.37 'optional=-0.21 'options=-0.42 'or=-0.80 'ora=-0.11 'orang=-0.14 'order=-0.94 'ordered=-0.12
'ordering=0.08 'orders=-0.52 'ordner=-0.09 'org=-0.46 'organisations=-0.22 'origin=-0.39 'original=-0.36 'oss=-0.15 'ostatnie=-0.11 'others=-0.88
'otherwise=-0.26 'otomatis=-0.15 'otwartych=-0.30 'oublie=-0.43 'our=-0.19 'out=-0.18 'outage=-0.16 'outbox=-0.19 'outcome=0.35 'outdated=0.11
'output=0.19 'outputs=-0.13 'outrank=0.67 'outside=-0.14 'oven=-0.29 'over=-0.23 'overens=-0.10 'overlaps=-0.25 'overrides=-0.35 'overwrite=0.39
'overwrites=-0.23 'own=-0.55 'owner=1.48 'owners=-0.33 'ownership=-0.45 'owns=-0.12 'oxc=-0.27 'oxlint=-0.11 'p=0.33 'pack=-0.10 'package=0.18
'packages=-0.21 'packaging=-0.72 'pada=-0.25 'paden=-0.09 'pagamentos=-0.16 'page=-0.89 'paged=-0.19 'pager=-0.10 'pagina=-0.26 'pagination=0.15
'paid=-0.53 'pair=-0.22 'pairs=-0.18 'pak=-0.10 'panel=-0.67 'panelinde=-0.12 'paper=0.16 'papers=-0.50 'para=-0.46 'parados=-0.21 'paragraph=0.46
'parallel=0.08 'param=-0.20 'parameter=-0.38 'parameters=-0.66 'params=-0.14 'parcel=0.08 'parent=-0.52 'park=-0.18 'parle=0.22 'parola=-0.20
'parolanizi=-0.17 'parse=-0.75 'parsed=-0.16 'parser=-0.45 'parsers=-0.09 'parses=0.11 'parsing=-0.26 'part=0.41 'partial=-0.09 'partir=-0.42
'partitioned=-0.10 'partner=0.56 'parts=-0.12 'pas=-0.09 'paso=-0.11 'pass=-0.47 'passe=-0.37 'passed=-0.35 'passent=-0.13 'passes=0.13 'passing=-0.11
'passphrase=-0.37 'passwd=-0.10 'password=-1.17 'passwords=-0.27 'passwort=-0.34 'passwortabfrage=-0.11 'passwortfeld=-0.13 'past=-0.26 'pasta=0.78
'paste=0.87 'pasted=-0.15 'pastes=-0.15 'patch=-0.08 'patches=0.55 'patent=-0.08 'path=-0.52 'pathext=-0.31 'pattern=-0.39 'patterns=-0.29
'paused=0.12 'pay=-0.70 'paylasmayin=-0.17 'payload=-0.27 'pdf=0.54 'pedidos=-0.38 'pedir=0.23 'pelo=-0.10 'pelos=-0.34 'pem=0.16 'pemasangan=-0.14
'penceresi=-0.14 'pendant=-0.09 'pending=0.69 'pengguna=-0.24 'pengingat=-0.14 'pentest=-0.13 'people=-0.38 'per=-0.90 'percent=-0.33 'percorso=-0.35
'perf=-0.32 'perform=-0.29 'performance=-0.41 'performing=-0.09 'permanent=0.28 'permanently=0.19 'permintaan=-0.18 'permissao=-0.23 'permission=-1.27
'permissions=-0.31 'permitted=0.73 'persist=-0.34 'persistent=-0.16 'person=-0.26 'persona=0.50 'personal=-0.35 'personas=-0.19 'personne=-0.35
'personnummer=-0.16 'persons=0.48 'petra=-0.40 'petunjuk=-0.20 'peux=-0.24 'phai=-0.27 'phe=-0.23 'phishing=-0.14 'phrase=0.16 'pick=0.29 'picker=0.09
'picky=-0.15 'picture=0.20 'pictures=-0.31 'pid=-0.31 'pide=-0.16 'pieces=-0.14 'pierwotnego=-0.11 'pieter=-0.17 'pin=-0.47 'pindahkan=-0.20
'ping=-0.11 'pinned=-0.11 'pino=-0.45 'pinojs=-0.12 'piotr=-0.62 'pip=0.19 'pipe=0.43 'pipeline=1.14 'pipelines=-0.19 'piping=-0.09 'pirate=0.23
'piu=0.10 'pkg=0.09 'place=-0.28 'plain=-0.46 'plait=-0.30 'plan=-0.92 'planned=-0.13 'planner=-0.33 'planning=-0.09 'plans=-0.12 'plattform=-0.21
'play=0.13 'players=-0.24 'plays=-0.28 'playwright=-0.86 'please=-0.69 'plik=-0.33 'plikach=-0.22 'plus=0.14 'png=0.31 'pnpm=-0.17 'po=-0.55
'pochodzi=-0.15 'pod=-0.12 'pode=-0.39 'podrecznika=-0.22 'poem=0.54 'poi=0.09 'point=-0.53 'pointer=-0.13 'points=-0.12 'pojawia=-0.09 'pokazuj=-0.12
'pokazujemy=-0.11 'pokracovat=-0.10 'pokud=-0.10 'pokyny=-0.34 'polecenia=-0.36 'policies=-0.10 'policy=0.27 'polite=-0.13 'polls=-0.31
'polyfill=-0.14 'pomin=0.14 'ponownie=-0.16 'pop=-0.11 'poprawkach=-0.19 'popros=-0.12 'poprzedni=-0.12 'por=-0.31 'porad=-0.15 'port=0.37
'portal=-0.65 'ports=0.27 'pose=-0.13 'position=-0.11 'posledni=-0.11 'poslednich=-0.16 'possible=-0.51 'post=-0.39 'postasi=-0.15 'postcode=1.20
'postcss=-0.23 'posted=-0.16 'postgres=-0.33 'postinstall=0.86 'postmessage=-0.14 'posts=-0.22 'potentially=-0.10 'potvrdit=-0.10 'pour=-0.25
'pourquoi=-0.18 'pouvoir=-0.18 'pr=0.33 'practical=-0.14 'practice=-0.11 'practices=-0.18 'pre=0.10 'precede=0.22 'precedence=-0.44 'preceding=0.25
'preciso=0.10 'pred=-0.08 'predicate=-0.09 'prefer=-0.32 'preference=0.15 'preferences=1.24 'preferencia=-0.30 'preferisce=-0.13 'preferred=1.08
'prefiere=-0.16 'prefix=-0.40 'prefixing=-0.13 'preguntar=0.09 'prepise=-0.14 'prepnu=-0.11 'present=-0.17 'preserve=-0.14 'preskocit=-0.19
'presses=-0.42 'pretend=-0.63 'prettier=-0.78 'pretty=-0.14 'prevenez=-0.09 'prevent=-0.13 'previens=-0.57 'preview=-0.31 'previous=-0.29
'previously=-0.24 'prezados=-0.09 'pri=-0.14 'price=-0.20 'prihlaseni=-0.25 'prima=-0.27 'primary=0.59 'printenv=0.57 'printf=-0.51 'prints=-0.81
'prior=0.18 'prioritat=-0.11 'priorites=-0.10 'priority=0.12 'privacy=-0.20 'private=0.74 'privee=-0.24 'privileged=0.54 'pro=0.22 'probably=-0.34
'problems=-0.11 'proc=0.55 'procedure=0.59 'procedures=-0.13 'proceed=0.16 'process=-0.19 'prod=0.19 'producao=-0.37 'production=1.31 'products=-0.11
'produkcji=-0.21 'professor=-0.37 'profile=0.35 'progetto=-0.24 'program=-0.19 'programmer=-0.16 'programs=-0.17 'progress=-0.09 'project=-0.96
'projects=-0.69 'projekt=-0.44 'projekts=-0.08 'projet=-0.19 'promenne=-0.09 'promise=0.49 'promised=0.15 'promises=-0.42 'prompt=-0.63 'prompts=-1.22
'proof=0.23 'properly=-0.12 'properties=-0.27 'property=-0.30 'proposal=-0.24 'propose=-0.37 'props=0.12 'prose=-0.11 'prosim=-0.38 'prosly=0.24
'prostredi=-0.10 'prosze=-0.09 'protected=-0.46 'protecting=-0.09 'proto=-0.35 'protobuf=-0.14 'protobufjs=-0.12 'protocol=-0.48 'protoloader=-0.17
'prototype=-0.17 'proved=-0.25 'proverit=-0.11 'provide=-0.30 'provided=-0.48 'provider=-0.48 'provides=-0.31 'proxy=-0.67 'proyecto=-0.13 'prs=-0.10
'pruebas=-0.23 'prullenbakje=-0.14 'przy=-0.22 'pts=-0.13 'public=-0.48 'publicas=-0.15 'publickey=-0.21 'publish=0.76 'published=-0.38
'publishing=-0.23 'puede=-0.15 'pueden=-0.08 'puedes=-0.20 'puis=-0.19 'pull=-0.41 'punctuation=-0.20 'pure=-0.13 'push=0.47 'pushes=-0.45
'pushing=0.11 'put=1.01 'pw=-0.12 'px=-0.11 'python=0.16 'q=0.83 'qu=0.46 'qua=-0.23 'quality=0.10 'quando=0.20 'quarantine=-0.38 'que=0.99
'quebrando=-0.50 'quen=-0.12 'queries=-0.09 'query=-0.14 'question=0.18 'questions=-0.54 'questo=-0.55 'queue=0.13 'queued=-0.33 'qui=0.28
'quick=-0.14 'quiero=-0.19 'quiet=-0.75 'quietly=-0.17 'quote=0.26 'quotes=-0.15 'quoting=-0.24 'quyen=-0.13 'qwen=-0.26 'r=0.73 'race=-0.27
'raise=0.28 'raised=-0.14 'raises=-0.12 'rama=0.21 'ramas=-0.13 'ran=-1.22 'random=-0.21 'range=-0.18 'raporu=-0.24 'rapport=-0.13 'rate=-0.73
'rather=-0.70 'raw=-0.37 'razy=-0.09 're=1.73 'reach=0.23 'reaches=-0.22 'react=-0.29 'read=-0.39 'readable=-0.60 'readers=-0.16 'reading=0.11
'readme=-0.45 'reads=0.09 'ready=-0.35 'real=1.31 'really=0.27 'reason=-0.43 'reasonably=-0.09 'reasons=0.55 'reassign=-0.10 'rebase=-0.14
'recall=-0.10 'receive=-0.35 'received=0.69 'receives=-0.12 'recent=0.22 'recenzenta=-0.09 'rechnung=-0.11 'rechten=-0.11 'recipe=-0.11
'recommendation=-0.10 'recommended=-0.73 'record=-0.86 'recording=-0.25 'records=-0.17 'recovery=-0.18 'red=0.20 'redact=-0.18 'redaction=-0.10
'redefinicao=-0.09 'redirects=-0.57 'redis=-0.52 'redistributions=-0.13 'reduce=-0.10 'reduced=-0.10 'ref=0.28 'refactor=0.17 'refactoring=0.39
'refaktorze=-0.11 'reference=-0.36 'references=-0.21 'referral=0.11 'reflect=-0.08 'refresh=-0.52 'refreshing=-0.14 'refusal=-0.13 'refuse=0.93
'refused=-0.43 'refusees=-0.19 'refusing=0.43 'regardless=0.41 'regards=-0.21 'regel=-0.19 'regeln=-0.22 'regenere=-0.17 'regex=-0.25 'register=0.27
'registers=-0.42 'registry=0.71 'reglages=-0.10 'regole=-0.14 'regular=-0.48 'reiniciar=-0.26 'reject=-0.25 'rejected=-0.61 'rejects=-0.12
'related=-0.40 'relatifs=-0.25 'relative=-0.30 'release=-0.51 'reliably=-0.14 'relis=-0.57 'remainder=0.44 'remaining=-0.32 'remember=-0.78
'remembered=-0.18 'remembers=-0.13 'removal=-0.09 'remove=-0.29 'removed=-0.63 'removes=-0.16 'removing=0.13 'rename=-0.46 'render=-0.13
'rendered=-0.09 'renew=0.16 'renovarlas=-0.12 'repeat=0.19 'repeatable=-0.50 'repeated=-0.14 'replace=0.47 'replying=0.10 'repo=-0.73 'repondre=-0.11
'report=0.25 'reported=-0.34 'reporter=0.60 'reporting=-0.34 'reports=-0.41 'repos=-0.13 'repositories=0.71 'repositorio=-0.69 'repository=-0.39
'repozitare=-0.13 'repozytorium=-0.24 'reproduce=1.22 'reproducibility=0.33 'reproduction=0.37 'req=-0.32 'request=-0.18 'requested=0.16
'requester=0.33 'requests=-0.42 'requete=-0.10 'require=-0.47 'requirements=-0.26 'requires=-0.32 'rerun=-0.08 'res=-0.36 'research=-0.25
'researchers=-0.50 'resend=-0.48 'reserved=-0.20 'reset=-0.93 'resets=-0.61 'resetting=-0.31 'resolution=0.43 'resolved=-0.16 'resolver=-0.15
'resource=-0.36 'resources=-0.45 'respect=-0.55 'respond=0.83 'responde=-0.10 'responding=0.19 'response=-0.46 'responses=-0.51 'responsible=-0.28
'rest=0.09 'resta=-0.13 'restarcie=-0.19 'restart=-0.71 'restarts=0.45 'reste=-0.33 'restore=-0.39 'restrict=-0.10 'restricted=-0.45
'restriction=-0.36 'restrictions=-0.83 'result=0.67 'results=-0.65 'retain=-0.13 'retention=-0.14 'retest=-0.13 'retries=-0.32 'retrieves=-0.46
'retry=-0.60 'retrying=-0.08 'return=-0.71 'returned=-0.43 'returning=-0.36 'returns=-0.19 'reuse=-0.19 'reveal=1.95 'revenue=0.84 'reversed=0.64
'revert=-1.54 'reverts=-0.12 'review=-1.10 'reviewed=0.30 'reviewer=-0.41 'reviewers=0.49 'reviewing=1.15 'reviews=-0.85 'revoke=-0.75 'revoked=-0.14
'revoking=-0.13 'revoquez=-0.09 'rewrite=-0.43 'rf=-0.23 'rfc=-0.48 'riavvio=-0.13 'richiesta=-0.19 'ricorda=-0.47 'ricordami=-0.47 'right=-0.12
'rights=-1.16 'ringkasan=-0.15 'risk=-0.16 'risky=-0.25 'risposte=-0.13 'riunione=-0.12 'rldhvyigfkaxbpc=-0.12 'rm=-0.12 'robot=-0.21
'robustness=-0.61 'rode=0.28 'roi=0.09 'role=-1.07 'roles=-0.61 'roll=-0.16 'rollback=-0.11 'rolle=-0.20 'rollen=-0.15 'root=-0.84 'rosa=-0.18
'rotar=-0.12 'roughly=-0.27 'round=-0.09 'rounding=0.15 'route=-0.25 'router=-0.52 'routes=-0.39 'row=-0.43 'rows=-0.41 'rozdzial=-0.22 'rpc=-0.19
'rs=-0.13 'rsa=0.41 'ruckfrage=-0.41 'ruff=-0.11 'rule=-0.39 'rules=-0.13 'run=-0.46 'runbook=-0.32 'runkit=-0.16 'runs=-0.76 'runtime=-0.20
'runtimes=-0.09 'runway=-0.18 'ruolo=-0.15 'rush=-0.09 'rust=-0.50 'ruta=-0.17 'sa=-0.17 'sach=-0.13 'safeguards=0.10 'safety=1.79 'sag=0.14
'saida=-0.50 'sam=-0.10 'same=-0.75 'samenvat=-0.17 'samesite=-0.09 'sample=-0.22 'sampled=-0.24 'samples=-0.11 'sampling=-0.33 'sandbox=-0.14
'sandboxes=-0.61 'sandi=-0.20 'sans=0.31 'sauter=-0.15 'save=-0.37 'saved=-0.16 'saxes=-0.09 'say=0.54 'saying=-0.23 'says=-0.54 'sb=-0.15 'scan=0.43
'scanner=0.33 'scanning=-0.09 'scenario=-0.15 'scenarios=-0.09 'scheduled=-0.30 'schema=-0.47 'schemas=0.18 'scheme=-0.14 'schlussel=-0.64
'schneller=-0.28 'schvalene=-0.19 'schvaleni=0.19 'scope=-0.59 'score=1.12 'screen=-0.25 'screencast=-0.16 'screens=-0.14 'screenshot=-0.18
'script=0.18 'sdk=-0.34 'sdsl=-0.19 'se=-0.45 'sealed=-0.13 'search=0.48 'searches=-0.14 'sec=-0.24 'second=-0.32 'secret=0.79 'secrets=-0.22
'section=-0.74 'securite=-0.16 'security=-0.13 'see=-0.51 'seed=-0.22 'seems=0.14 'seen=-0.39 'sees=-0.21 'segredos=-0.17 'segreti=-0.24
'segreto=-0.12 'seguridad=-0.14 'sehen=-0.12 'sehrin=-0.14 'sein=-0.37 'seit=-0.20 'sejfu=-0.15 'sekarang=-0.21 'select=-0.27 'selected=0.40
'selector=-0.14 'self=0.96 'selinux=-0.11 'sem=-0.44 'semver=-0.13 'send=-0.68 'sender=-0.31 'sending=-0.52 'sendiri=-0.14 'sends=-0.50 'senha=-0.12
'sensitive=-0.46 'sent=-1.00 'sep=-0.15 'separar=-0.14 'separate=-0.13 'sequence=-0.19 'sequential=-0.13 'ser=-0.46 'serialized=-0.08
'serializer=-0.09 'serve=-1.08 'server=-1.19 'servers=-0.96 'service=-0.73 'services=-0.18 'serwera=-0.10 'ses=-0.13 'sesje=-0.22 'sessao=-0.27
'session=0.25 'sessions=-0.58 'set=-0.45 'setenforce=-0.11 'setimmediate=-0.16 'sets=-0.42 'setting=-0.80 'settings=-0.77 'setup=-0.12 'seule=-0.15
'seven=0.20 'several=-0.10 'seyi=-0.09 'seznam=-0.10 'sgvsbg=0.31 'sh=0.32 'sha=-0.23 'shadow=0.24 'shadowed=-0.15 'shall=0.25 'share=-0.36
'shared=-0.28 'shares=-0.11 'she=0.69 'shell=1.00 'shields=-0.34 'ship=-0.16 'shm=-0.15 'shoes=-0.18 'shop=0.28 'shops=-0.14 'short=0.15
'shorter=-0.16 'should=-1.13 'shouldn=-0.15 'show=-1.37 'showing=0.24 'shown=-1.00 'shows=-0.61 'shut=0.28 'shuts=-0.27 'si=-0.25 'sibling=0.44
'sich=-0.32 'sidebar=-0.47 'sie=-0.95 'siehe=-0.23 'sifdvcmxkiq=-0.26 'sifirla=-0.12 'sifirlama=-0.15 'sifirlayamiyor=-0.12 'sifresini=-0.12
'sign=0.41 'signal=-0.14 'signature=1.03 'signed=0.27 'signers=-0.15 'significant=-0.10 'signing=1.14 'sigpipe=-0.11 'silence=0.58 'silent=-0.19
'silently=-1.19 'silme=-0.36 'simple=0.22 'simplest=-0.13 'simply=-0.20 'simulate=-0.86 'simulated=-0.18 'simulation=-0.10 'sin=-0.11 'since=-0.48
'sind=-0.08 'single=-0.84 'sirven=-0.15 'sistem=-0.26 'site=-0.25 'sits=0.10 'sizden=-0.12 'size=-1.30 'sk=-0.31 'skip=-0.70 'skipped=-0.68
'skipping=-0.71 'skips=-0.33 'sklep=-0.19 'skokan=-0.13 'skryptu=-0.13 'sla=0.44 'slar=-0.19 'sleep=0.44 'sleutel=-0.37 'sleutelhanger=-0.24
'slice=-0.09 'slicer=0.12 'slip=0.34 'sloucit=-0.27 'slow=0.18 'small=-0.49 'smaller=-0.18 'snabb=-0.09 'snapshot=0.12 'snapshots=-0.20 'so=1.30
'socket=0.43 'soft=-0.08 'software=-0.96 'soir=-0.15 'sola=-0.18 'soldiers=-0.15 'solicitudes=-0.15 'solid=1.06 'soll=-0.21 'sollen=-0.16
'sollte=-0.10 'sollten=-0.26 'solo=-0.21 'solution=-0.11 'som=0.09 'some=-0.43 'somebody=1.26 'someone=0.52 'something=-0.46 'sometime=-0.14
'sometimes=-0.09 'son=-0.39 'sono=0.44 'sonra=-0.34 'sont=0.20 'soon=-0.16 'soporte=-0.13 'sorry=-0.10 'sort=-0.14 'sorulmasini=-0.36 'soubor=-0.14
'source=-0.69 'sourcemap=-0.12 'sources=-0.82 'spalte=-0.20 'span=0.27 'spark=-0.44 'sparks=-0.44 'speak=0.51 'spec=-0.46 'special=-0.25
'specific=-0.31 'specifically=-0.09 'specification=-0.81 'specified=-0.28 'specifies=-0.22 'specify=-0.61 'specs=-0.09 'speed=-0.24 'spell=0.52
'spellchecker=0.14 'spending=0.28 'sperren=-0.08 'split=-0.13 'splitting=0.41 'sponsor=-0.09 'spowodowany=-0.12 'sprint=0.30 'spydata=-0.09 'sql=-0.11
'sqlite=-0.42 'square=-0.09 'sr=0.32 'src=-0.65 'srodowiskowej=-0.21 'sse=-0.20 'sso=-0.20 'stack=0.74 'staff=-0.41 'stage=-0.19 'staging=-0.96
'stale=-0.32 'standing=0.22 'stands=0.10 'stane=-0.10 'stanno=-0.24 'stap=-0.24 'stare=-0.22 'start=-0.17 'started=0.12 'starten=-0.15 'starting=0.42
'starts=-0.25 'startup=-0.15 'stat=0.22 'state=-1.01 'statements=-0.08 'static=-0.44 'statt=-0.08 'status=0.12 'stay=0.32 'stays=-0.61 'stderr=-0.14
'stdout=-0.19 'steep=-0.14 'step=0.43 'steps=0.44 'stick=0.24 'still=-0.75 'stop=-0.84 'stops=-0.39 'storage=-0.17 'store=-1.57 'stored=0.19
'stores=-0.11 'stories=-0.26 'story=-0.21 'str=-0.09 'straight=0.65 'stranger=-0.23 'strangers=-0.40 'stream=-0.49 'streamable=-0.14 'streamed=-0.21
'streaming=-0.10 'streams=-0.10 'strict=-0.57 'strictequal=-0.09 'string=-0.46 'stringify=-0.21 'strings=-0.13 'strip=-0.12 'structure=-0.20
'structured=-0.22 'stuff=0.27 'stuk=-0.26 'styles=-0.52 'su=-0.40 'sua=-0.27 'sub=-0.13 'submit=-0.36 'submitted=-0.44 'substituidos=-0.34
'subtask=-0.09 'subtasks=-0.29 'succeed=0.13 'succeeded=0.51 'success=0.29 'successor=-0.22 'such=-0.83 'sudah=0.17 'sudo=-1.05 'sufficient=-0.14
'suggest=-0.13 'suggestions=-0.17 'suite=0.19 'summaries=-0.65 'summarises=-0.22 'summarising=0.57 'sunday=-0.12 'sup=-0.10 'super=-0.15
'supersedes=-0.37 'support=-1.34 'supported=-0.43 'supports=-0.34 'supposed=0.85 'supprime=0.15 'supprimer=-0.48 'sur=-0.12 'sure=-1.09 'surface=-0.19
'surprise=-0.41 'suspended=0.81 'svc=0.24 'svg=-0.24 'swallowing=-0.08 'swallows=-0.39 'switch=-0.88 'switched=-0.73 'switching=-0.09
'symboliques=-0.25 'symbols=-0.17 'synas=-0.11 'sync=0.10 'synchronously=-0.16 'sys=0.08 'systeembericht=-0.08 'systeemmeldingen=-0.18 'system=0.62
'systemctl=-0.32 'systeme=0.12 'systemprompt=-0.10 'systems=0.15 't=0.61 'ta=0.11 'taal=-0.09 'tab=-0.14 'table=0.37 'tables=-0.18 'tabs=-0.46
'tacksam=-0.09 'tag=-0.42 'tags=0.11 'tainted=-0.24 'tajne=-0.13 'take=-0.65 'taken=-0.16 'takes=-0.46 'taking=-0.24 'takze=-0.19 'talimatimi=-0.24
'talimatlari=-0.24 'talk=0.83 'tan=-0.21 'tanpa=0.10 'tape=-0.09 'tarball=-0.09 'target=-0.37 'targets=-0.26 'task=-0.50 'tat=-0.15 'tauschen=-0.10
'tbody=-0.11 'td=-0.23 'te=-0.10 'team=-1.22 'technical=-0.44 'ted=-0.15 'tego=-0.08 'telefonu=-0.10 'telegram=0.13 'telemetry=-0.52 'tell=0.12
'telling=0.42 'tells=-1.18 'template=-0.23 'templates=-0.18 'temporal=-0.11 'temporales=-0.16 'temporarily=-0.18 'ten=0.27 'tener=-0.10 'tenhle=-0.11
'tep=-0.47 'terakhir=-0.17 'teraz=-0.19 'term=0.10 'terminal=0.56 'termine=-0.12 'terms=-0.87 'terpisah=-0.20 'terraform=0.09 'terse=-0.10 'tes=0.09
'test=-0.60 'teste=-0.50 'tested=-0.29 'testes=-0.14 'testing=-0.20 'testler=0.21 'testleri=-0.13 'testowe=-0.11 'tests=-0.28 'testy=0.70 'teto=-0.11
'text=-0.20 'textbox=-0.13 'texte=0.51 'texto=0.25 'texts=-0.27 'tgz=0.14 'th=0.82 'than=-0.77 'thank=-0.64 'thanks=0.65 'that=0.33 'the=-0.27
'their=0.67 'theme=0.48 'then=-0.18 'there=-0.13 'thereof=-0.08 'these=-0.19 'they=-0.39 'thing=-0.11 'think=-1.33 'thinks=-0.09 'third=-0.22
'this=0.60 'thoai=-0.10 'thoi=-0.26 'thong=-0.29 'those=-0.42 'thread=0.56 'threads=-0.17 'threat=-0.20 'three=-0.49 'threshold=0.14 'through=-0.14
'throughout=-0.12 'throw=-0.25 'throwonlimitexceeded=-0.09 'throws=-0.10 'thu=-0.30 'thursday=-0.24 'thus=-0.18 'ti=-0.09 'ticket=0.53 'tickets=0.10
'tidak=-0.37 'tidelift=-0.08 'till=-0.14 'time=0.14 'timeout=-0.20 'times=-0.63 'timestamp=-0.08 'timing=-0.09 'tinyqueue=0.17 'tips=0.11 'title=0.37
'titles=-0.23 'titt=-0.09 'tls=-0.15 'tmp=-0.10 'tmpfs=-0.15 'to=-0.32 'tobe=0.69 'tobecallablewith=-0.09 'tocar=-0.16 'todas=0.22 'today=0.09
'todo=0.40 'todos=-0.47 'toequaltypeof=-0.09 'together=0.54 'toggle=-0.67 'tok=-0.14 'token=-0.57 'tokenization=-0.12 'tokens=-0.50 'tokeny=-0.31
'told=0.87 'tombe=-0.09 'ton=0.17 'tonight=-0.19 'took=-0.76 'tool=1.23 'toolbar=-0.25 'tools=-0.77 'toon=-0.10 'top=0.47 'total=-0.23 'touch=0.18
'touche=-0.08 'touched=-0.23 'touching=0.29 'tout=0.29 'toutes=0.10 'towards=-0.15 'tr=-0.25 'tra=0.30 'traca=-0.23 'trace=0.77 'traceback=0.15
'tracing=-0.14 'track=-0.44 'trailing=-0.09 'trained=0.36 'training=0.33 'traktuje=-0.22 'transaction=-0.19 'transfer=-0.48 'transferred=-0.12
'transform=-0.16 'transforming=-0.12 'translate=-0.18 'translates=0.24 'translation=-0.23 'transmit=-0.09 'transport=-0.37 'transports=-0.09
'tras=-0.17 'travel=-0.66 'travis=-0.20 'treat=0.85 'treated=-0.48 'treaty=-0.15 'tree=-0.31 'tresor=-0.19 'triage=0.37 'triaging=0.41 'trial=-0.19
'trieste=0.75 'trigger=-0.35 'triggers=-0.25 'trim=-0.25 'trivial=0.18 'trong=-0.30 'true=0.12 'truncated=0.09 'truoc=-0.30 'trust=0.29 'trusted=-0.42
'try=-0.26 'trying=0.17 'trzeba=-0.18 'ts=-0.46 'tsconfig=-0.14 'tty=-0.14 'tum=-0.43 'tuned=-0.10 'tunnel=0.59 'turkceye=-0.22 'turn=0.41
'turno=-0.08 'tus=0.26 'tutti=-0.09 'twee=-0.16 'twice=-1.48 'twin=-0.27 'two=0.47 'txt=-0.12 'tymu=-0.10 'type=-0.48 'typed=0.11 'typeerror=-0.25
'types=-0.15 'typescript=-0.60 'typically=-0.43 'typing=0.55 'typo=0.51 'uber=-0.12 'uberspringen=-0.21 'ubuntu=-0.18 'ucet=-0.11 'udalo=-0.17
'ueawwjbg=-0.21 'ui=-0.26 'uid=-0.14 'uint=-0.09 'uit=0.20 'uitgezet=-0.18 'umd=-0.10 'un=-1.03 'una=-0.92 'unauthorized=-0.12 'unberuhrt=-0.09
'und=-0.18 'undefined=-0.19 'under=-0.69 'underlying=-0.10 'understand=-0.18 'undici=-0.17 'undo=-0.21 'une=-0.46 'unencrypted=-0.26 'unicode=-0.15
'uniewaznic=-0.18 'unions=-0.08 'unisce=-0.13 'unit=-0.43 'unknown=-0.29 'unlearning=-0.16 'unless=-0.54 'unlimited=-0.88 'unlock=-0.12
'unnecessary=-0.14 'unprotected=-0.10 'unrelated=-0.09 'unrestricted=0.30 'unsafe=0.50 'unset=-0.15 'unsigned=-0.09 'unstaged=-0.12 'until=-0.35
'untrusted=-0.38 'unut=-0.08 'up=0.71 'update=-0.51 'updated=0.43 'updates=-0.85 'upgrade=-0.11 'upgraded=0.48 'upgrading=-0.25 'upload=-0.52
'uploaded=-0.12 'upp=-0.19 'uppladdningen=-0.14 'uprawnien=-0.17 'upstream=0.29 'ur=1.18 'urgencia=-0.10 'urgent=-0.58 'uri=-0.27 'url=-0.21
'urls=-0.13 'ursache=-0.20 'uruchamiaj=-0.08 'uruchom=-0.16 'uryyb=-0.11 'us=-0.20 'usa=-0.11 'usaba=-0.08 'usage=-0.91 'usang=-0.14 'use=-0.61
'used=-0.45 'useful=-0.59 'user=-0.23 'users=-1.14 'uses=-0.50 'using=-0.89 'usr=-0.20 'usual=1.01 'usually=-0.11 'usuario=0.08 'usuwa=-0.11
'utc=-0.26 'utenti=-0.15 'utf=-0.20 'utilisateur=-0.10 'utils=-0.10 'uzivatel=-0.11 'uzyj=-0.21 'uzytkownikowi=-0.12 'v=-0.37 'va=0.38 'val=-0.43
'valid=-0.33 'validate=-0.22 'validated=-0.11 'validation=-0.08 'valor=-0.17 'valore=0.49 'value=0.89 'values=0.14 'van=0.29 'vanaf=-0.15
'vandaag=-0.12 'vanno=0.24 'var=-0.69 'variabili=-0.24 'variable=-0.47 'variables=-0.13 'vary=-0.38 'vault=0.46 'vda=-0.16 'vdb=-0.13 'vede=-0.09
'vedere=-0.13 'vedet=-0.10 'vencido=-0.09 'vendor=-0.14 'vendored=-0.09 'veraltet=-0.11 'vergeben=-0.13 'vergeet=-0.69 'vergessen=-0.18 'vergiss=-0.12
'verification=-0.40 'verify=0.77 'verilen=-0.10 'veritabani=-0.36 'verlopen=-0.12 'verouderd=-0.21 'verrait=-0.09 'versao=-0.09 'verschicken=-0.09
'version=-0.29 'versiones=-0.13 'versions=-0.08 'verweigert=-0.10 'verwijderen=-0.25 'verzoeken=-0.15 'vetev=-0.27 'vezes=-0.26 'vi=-0.24 'via=-0.67
'video=-0.45 'videos=-0.13 'vides=-0.09 'videt=-0.19 'vidi=-0.15 'vielen=-0.09 'view=-0.09 'viewer=-0.16 'violation=-0.60 'visar=-0.16 'visas=0.32
'visible=-0.13 'visit=-0.13 'visitor=0.16 'visitors=-0.16 'vite=-0.13 'vitest=-0.22 'vkigrvigvpdxntb=-0.12 'vm=-0.13 'vnd=-0.34 'voer=0.23 'void=-0.16
'volumi=-0.09 'vom=-0.14 'voordoet=-0.08 'vor=-0.26 'vore=-0.09 'vorgabe=-0.10 'vorherige=-0.09 'vorige=-0.64 'vorschlage=-0.26 'vostro=-0.09
'votre=0.10 'voulez=-0.17 'vous=-0.36 'vq=-0.14 'vraagt=-0.17 'vraiment=-0.17 'vs=-0.17 'vscode=-0.09 'vsechny=-0.18 'vue=-0.19 'vui=-0.16
'vulnerabilities=-0.17 'vulnerability=-0.26 'vulnerable=-0.08 'vuole=-0.13 'w=-0.39 'waarschuwing=-0.19 'wait=-0.40 'waiting=-0.55 'waits=-0.89
'waived=0.22 'walk=-0.35 'walls=-0.32 'want=-0.57 'wanted=0.15 'wants=-0.43 'war=-0.12 'warm=0.59 'warn=-0.18 'warning=-0.57 'warnings=0.37
'warnung=-0.10 'warranties=-0.13 'warranty=-0.09 'wartet=-0.11 'wartosci=-0.11 'was=0.25 'watch=0.13 'watching=0.16 'way=0.11 'waznosc=-0.23 'we=0.16
'weakmap=-0.18 'weather=1.95 'webhook=0.31 'webhooks=0.14 'webidl=-0.11 'webm=-0.12 'webpack=-0.10 'webpagina=-0.08 'websocket=-0.16 'week=0.32
'weekend=-0.14 'weekly=-0.14 'wel=-0.13 'welcome=0.56 'well=-0.65 'wenn=-0.23 'werden=-0.68 'were=1.04 'werte=-0.20 'wewnetrznych=-0.12 'wg=-0.14
'wget=0.17 'what=-0.24 'whatever=1.69 'whatwg=-0.19 'when=-0.68 'whenever=0.93 'where=-0.59 'whereas=-0.09 'whether=-0.33 'which=0.10 'while=-0.28
'white=0.27 'whitespace=-0.12 'who=-0.67 'whoami=0.16 'whoever=1.27 'whole=-0.31 'whose=0.18 'why=-0.86 'wi=-0.56 'widget=0.24 'width=-0.30 'wie=-0.18
'wiki=-0.16 'wikipedia=-0.08 'wil=-0.17 'wildcard=-0.11 'will=-0.82 'window=-1.08 'windows=-0.52 'wipe=0.53 'wird=-0.11 'wire=0.77 'wish=-0.10
'wishes=0.35 'with=-0.14 'withdrawn=-0.11 'withfiletypes=-0.18 'within=-0.34 'without=-0.31 'wizard=-0.28 'woanders=-0.09 'won=-0.45 'word=0.28
'worden=-0.42 'wording=0.10 'words=-0.12 'workdir=-0.10 'worked=0.30 'worker=-0.69 'workers=0.18 'workflow=0.14 'working=-0.27 'works=0.79
'workshop=-0.28 'world=-0.33 'worries=-0.33 'wort=0.66 'wpisuj=-0.09 'wq=-0.14 'wracamy=-0.11 'wrap=-0.19 'wrapper=-0.26 'wrapping=-0.22 'write=0.75
'writer=-0.25 'writes=-0.35 'writing=0.65 'wrong=-1.17 'wrote=1.35 'ws=-0.17 'wszystkie=-0.48 'wurde=0.14 'www=-0.33 'wykonac=-0.17 'wykonywac=-0.20
'wypycha=-0.19 'x=0.24 'xac=-0.29 'xdti=-0.09 'xml=-0.24 'xoa=-0.22 'xuat=-0.10 'xx=-0.14 'y=0.71 'ya=-0.50 'yargs=-0.23 'yarn=-0.25 'yeni=-0.21
'yeniden=-0.13 'yes=0.12 'yesterday=-0.20 'yet=-0.45 'yeu=-0.34 'yine=-0.24 'yml=0.17 'yok=-0.09 'yonetici=0.19 'you=-0.18 'your=0.09 'yours=0.13
'yzw=-0.12 'z=-0.27 'zadania=-0.11 'zalaczniku=-0.13 'zaman=-0.36 'zamiast=-0.15 'zapomenute=-0.18 'zapomina=-0.19 'zastarale=-0.26 'zatim=-0.19
'zatwierdzone=-0.15 'ze=0.62 'zeig=-0.28 'zeigt=-0.13 'zeilen=-0.30 'zeiten=-0.10 'zero=0.84 'zet=-0.20 'zgloszen=-0.30 'zgoda=-0.13 'zich=-0.08
'zignoruj=-0.20 'zijn=0.14 'zip=-0.21 'zla=-0.12 'zm=0.68 'zmen=-0.10 'zmeny=-0.19 'zmianie=-0.22 'zmiany=-0.16 'zmiennej=-0.21 'znaki=-0.11
'znalezione=-0.22 'zneplatnete=-0.10 'zobraz=-0.11 'zobrazi=-0.21 'zod=-0.35 'zouden=-0.12 'zrus=-0.11 'zsh=-0.19 'zugriff=-0.18 'zugriffstoken=-0.10
'zur=0.24 'zurucksetzen=-0.17 'zustimmen=-0.10 'zweigen=-0.10 'zweimal=-0.17 'zwraca=-0.34 'zz=-0.10 '{=-0.40 '}=-0.34 'автоматично=-0.12
'админка=-0.16 'адрес=-0.11 'ассистент=-0.20 'базы=-0.09 'бачить=-0.25 'без=-0.79 'безопасности=-0.12 'больше=-0.41 'бот=-0.35 'бота=-0.13 'будь=-0.15
'бути=-0.37 'быть=-0.12 'в=-0.73 'вариант=-0.14 'введення=-0.15 'ввода=-0.14 'ветка=-0.10 'ветку=-0.19 'веток=-0.51 'вже=-0.13 'видалення=-0.15
'виправлена=-0.14 'владельца=-0.29 'власника=-0.17 'вложении=-0.11 'вним=-0.12 'внимание=-0.14 'во=-0.11 'вона=-0.14 'вопросов=-0.40
'воспроизводится=-0.11 'все=0.24 'всегда=-0.47 'встановлення=-0.16 'вчерашнюю=-0.09 'выводить=-0.11 'вынесен=-0.10 'выполняет=-0.13 'відтепер=-0.36
'вікно=-0.15 'говори=0.19 'гілка=-0.12 'гілку=-0.15 'гість=-0.15 'данных=-0.09 'дважды=-0.27 'двоеточия=-0.12 'двох=-0.13 'двічі=-0.15
'деиствуют=-0.43 'дизаинер=-0.08 'для=-0.41 'до=0.28 'добавлено=-0.13 'додаите=-0.15 'додано=-0.11 'дозволених=-0.11 'дозволено=-0.54 'должен=-0.22
'должны=-0.12 'доступ=-0.20 'доступа=-0.14 'его=-0.51 'ее=-0.09 'если=-0.15 'забудь=-0.70 'забывает=-0.20 'завершается=-0.14 'замаскировать=-0.12
'запити=-0.37 'запретить=-0.20 'запросы=-0.27 'запусти=0.31 'зараз=-0.11 'застаріли=-0.16 'захищена=-0.12 'зверніться=-0.17 'згенеровано=-0.12
'згенеруите=-0.15 'зливати=-0.15 'злиття=-0.13 'значения=-0.13 'зі=-0.16 'и=0.32 'игнорировать=-0.08 'игнорируем=-0.16 'именования=-0.43
'инструкцию=-0.09 'инфо=-0.34 'иого=0.09 'их=-0.11 'к=-0.18 'как=-0.43 'киівським=-0.12 'кнопку=-0.15 'когда=-0.25 'кодом=-0.14 'команду=-0.11
'конце=-0.08 'користувач=-0.25 'костыль=-0.16 'ласка=-0.15 'лише=-0.15 'лог=-0.19 'логи=-0.15 'макет=-0.08 'мають=-0.37 'менеджере=-0.45 'меня=-0.29
'менять=-0.37 'можна=-0.15 'можно=-0.54 'мои=0.29 'надіслав=-0.08 'написано=-0.44 'напиши=0.43 'настроики=-0.12 'начни=-0.12 'не=-0.89
'недоступна=-0.09 'никому=-0.26 'новии=-0.08 'новую=-0.12 'новых=-0.43 'нужен=-0.44 'нужно=-0.39 'о=-0.10 'об=0.26 'обновите=-0.11 'обхід=-0.17
'обычно=-0.44 'обіити=-0.17 'один=-0.19 'одобрены=-0.11 'окно=-0.14 'оксана=-0.12 'олега=-0.11 'она=-0.09 'опасные=-0.37 'оставшихся=-0.21
'отвечает=-0.44 'отвечать=-0.51 'отдельныи=-0.10 'отключено=-0.12 'отображается=-0.19 'отправка=-0.14 'отправлять=-0.10 'отправь=0.11 'отчет=-0.10
'отчета=-0.14 'ошибка=-0.20 'ошибке=-0.18 'памяти=-0.13 'паролеи=-0.45 'пароля=-0.41 'перевірки=-0.16 'перевірку=-0.12 'перед=-0.28 'передаваите=-0.45
'перезапуска=-0.20 'перелік=-0.11 'пересоздать=-0.11 'перестанет=-0.16 'песочнице=-0.14 'письмо=-0.12 'по=-0.70 'подозрительныи=-0.44
'подтверждение=-0.22 'подтверждения=-0.12 'пожалуиста=-0.54 'пока=-0.22 'покажи=-0.21 'показывает=-0.12 'покрытии=-0.10 'пользователь=-0.46
'помечает=-0.44 'помилку=-0.14 'помощник=-0.14 'попадает=-0.13 'попередження=-0.12 'попередню=-0.14 'попередніи=-0.08 'после=-0.45 'потом=0.10
'потрібен=-0.22 'почту=-0.10 'появляется=-0.14 'прав=-0.22 'правами=-0.10 'правил=0.13 'правила=-0.82 'правило=-0.33 'прапорець=-0.24 'працює=-0.19
'при=-0.28 'прибрати=-0.17 'присылать=-0.10 'про=-0.60 'прогони=-0.15 'проекта=-0.21 'проидено=-0.24 'проидут=-0.09 'проишли=0.15 'промпт=-0.16
'пропущено=-0.24 'просит=-0.43 'просто=0.10 'прошлыи=-0.14 'проєкту=-0.15 'прямо=0.55 'пустои=-0.16 'пустые=-0.08 'після=-0.13 'рабочеи=-0.09
'раз=-0.27 'ревью=0.22 'репозиторію=-0.32 'роллю=-0.15 'русски=-0.41 'самі=-0.11 'сборка=-0.12 'сбросе=-0.12 'свои=-0.27 'секретів=-0.15 'сервер=0.20
'сети=-0.14 'системныи=-0.17 'скасовано=-0.41 'скрытым=-0.20 'слать=-0.16 'сливать=-0.14 'слил=-0.09 'слиянием=-0.22 'сохраните=-0.45 'список=-0.21
'спрашиваи=-0.24 'спрашивать=-0.30 'спроса=-0.37 'среде=-0.09 'старые=-0.43 'стеидже=-0.11 'стилю=-0.12 'строки=-0.08 'схвалень=-0.13 'схвалені=-0.37
'та=-0.14 'такие=-0.16 'там=-0.11 'тебе=0.66 'тебя=0.16 'текст=0.29 'телефоні=-0.10 'тест=-0.08 'тестовыми=-0.11 'тесты=-0.17 'тикете=-0.44
'тимчасовии=-0.24 'токен=-0.45 'токены=-0.10 'только=-0.15 'требуют=-0.18 'тривоги=-0.11 'ты=0.13 'у=-0.35 'убран=-0.09 'убрать=-0.16 'удалением=-0.22
'уже=-0.09 'умолчанию=-0.10 'усе=-0.21 'установке=-0.20 'устарели=-0.11 'усі=-0.36 'уходит=-0.12 'фаилам=-0.20 'фаилу=-0.11 'фаилы=-0.39
'фаєрволі=-0.41 'флаг=-0.09 'форматирование=-0.31 'хибні=-0.11 'хранить=-0.13 'це=0.37 'цього=-0.14 'часом=-0.12 'через=-0.22 'черновики=-0.40
'читання=-0.15 'что=0.91 'що=0.56 'щоб=-0.12 'это=0.09 'этом=0.39 'этот=-0.18 'я=0.51 'являється=-0.15 'явнии=-0.11 'язык=-0.20 'языке=-0.14
'ігноруи=-0.13 'із=-0.27 'інструкцію=-0.10 'інструкціі=-0.15 'ابدا=-0.23 'اثني=-0.32 'اجرا=-0.32 'اجرای=-0.14 'اخفاوها=-0.15 'ادعى=-0.26 'ادغام=-0.17
'اذن=-0.11 'ارسال=-0.08 'ارني=-0.24 'از=-0.14 'اضافة=-0.16 'الا=-0.32 'الاختبارات=-0.39 'الامر=-0.12 'الان=-0.26 'الايداع=-0.25 'البيانات=-0.44
'التثبيت=-0.17 'التعليمات=-0.12 'التغطية=-0.08 'الثانية=-0.09 'الجديدة=-0.10 'الحالة=-0.25 'الخاص=-0.26 'الخطا=-0.25 'الدخول=-0.48 'الدعم=-0.49
'الدمج=-0.33 'الرييسي=-0.25 'السجلات=-0.15 'الطلبات=-0.34 'الفرع=-0.25 'الفريق=-0.13 'القديم=-0.10 'المرور=-0.78 'المساعد=-0.27 'المستخدم=-0.39
'المفتاح=-0.26 'الملف=-0.41 'المواعيد=-0.16 'الموافقة=-0.21 'النقطة=-0.09 'الهاتف=-0.14 'الى=0.14 'امني=-0.26 'ان=0.17 'انتهاء=-0.25 'انه=-0.26
'او=-0.43 'اوضح=-0.25 'اي=-0.38 'این=-0.18 'با=0.08 'بالانجليزية=-0.25 'بالعربية=-0.25 'باید=-0.38 'بده=0.24 'بعد=-0.51 'بلغة=-0.27 'به=0.32
'بگذارید=-0.14 'بگیرید=-0.14 'تایید=-0.22 'تثبيت=-0.44 'تجاهل=-0.19 'تحديث=-0.17 'تحذف=-0.25 'تحذير=-0.23 'تخط=0.09 'ترسل=-0.26 'تستها=-0.17
'تستهای=-0.16 'تشارك=-0.23 'تشغيل=-0.11 'تظهر=-0.40 'تعليمات=-0.53 'تغییر=-0.24 'تفضل=-0.25 'تقرير=-0.08 'تقل=-0.32 'تقويم=-0.16 'تكفي=-0.09
'تكون=-0.25 'تماس=-0.14 'تنبيه=-0.26 'تو=0.15 'جميع=-0.33 'حافظه=-0.16 'حتى=-0.15 'حذفه=-0.16 'حرفا=-0.32 'حفظ=-0.25 'خروج=-0.15 'خصوصی=-0.11
'خطا=-0.12 'خود=-0.14 'دارید=-0.11 'درخواستها=-0.37 'دسترسی=0.09 'دفع=-0.25 'دهد=-0.16 'دوباره=-0.16 'دون=0.26 'را=-0.18 'راهنما=-0.11 'رد=-0.18
'رسالة=0.29 'رسايل=-0.25 'رمز=-0.48 'سامانه=-0.14 'سرویس=-0.09 'شخص=-0.49 'شوند=-0.37 'صلاحية=-0.25 'عشر=-0.32 'على=-0.49 'عن=-0.29 'عند=-0.25
'عوض=-0.19 'غير=-0.25 'فایل=-0.10 'فراموش=-0.18 'فرمان=-0.14 'فريق=-0.49 'فضلك=-0.51 'فعلا=-0.18 'فقط=-0.20 'فهو=-0.25 'في=-0.29 'قاعدة=-0.44
'قبل=0.22 'قبلیام=-0.19 'قديمة=-0.17 'قدیمی=-0.15 'قرار=-0.11 'كل=-0.16 'كلمة=-0.71 'لا=-0.77 'لتنفيذ=-0.12 'لديك=-0.12 'لن=-0.23 'لو=-0.15 'ليس=-0.12
'ليلى=-0.25 'ما=0.85 'مجلد=-0.10 'مجوز=-0.12 'مخزن=-0.11 'مرتين=-0.13 'مع=-0.23 'معتبر=-0.15 'مفهومة=-0.25 'مكان=-0.25 'من=-0.32 'منك=-0.23
'موعد=-0.16 'میتوان=-0.14 'میدهد=-0.09 'نافذة=-0.13 'نجحت=-0.21 'ندارید=-0.12 'ندهید=-0.11 'نريد=-0.25 'نسالها=-0.25 'نسخه=-0.19 'نسيت=-0.09
'نصا=-0.25 'نمیتواند=-0.16 'نمیدهد=-0.09 'نمیکنیم=-0.19 'نهان=-0.16 'نگه=-0.11 'هذا=-0.32 'هر=0.12 'هرگز=-0.11 'همه=-0.36 'هنوز=-0.15 'واحدها=-0.18
'واعد=-0.11 'وان=-0.25 'وتحتاج=-0.17 'وضعیت=-0.09 'ويجب=-0.15 'ويعرض=-0.16 'ويمكن=-0.33 'يجب=-0.99 'يجيب=-0.23 'يحدد=-0.25 'يستطيع=-0.16 'يطلبه=-0.23
'يقرا=-0.16 'پاک=-0.13 'پایتون=-0.19 'چیزی=-0.09 'کاربر=-0.27 'کافی=-0.12 'کرد=-0.14 'کلید=-0.11 'کند=-0.18 'که=0.14 'گذرواژه=-0.16 'अंजलि=-0.19
'अंत=-0.10 'अनदेखा=-0.15 'अनुमति=-0.11 'अपना=-0.11 'इंस्टॉलेशन=-0.21 'इसे=-0.17 'उनसे=-0.19 'उपयोगकर्ता=-0.20 'उसे=-0.14 'ऑडिट=-0.17 'ओटीपी=-0.14
'और=0.26 'कमांड=-0.08 'कमिट=-0.10 'कर=-0.23 'करना=0.23 'करने=-0.20 'करो=0.20 'कर्मचारी=-0.14 'कल=-0.23 'कहे=-0.14 'का=-0.09 'काफ़ी=-0.12 'किसी=0.16
'की=-0.34 'कुंजी=-0.10 'कृपया=-0.21 'के=-0.13 'को=-0.38 'कौन=0.18 'क्यों=-0.14 'खाली=-0.10 'खुद=-0.14 'खोजता=-0.09 'गया=0.29 'गलत=-0.10 'चलाने=-0.11
'चाहती=-0.19 'चाहिए=-0.42 'छिपा=-0.17 'छिपाओ=-0.10 'जब=-0.12 'जल्द=-0.17 'जवाब=-0.14 'ज़रूर=-0.11 'जाए=-0.19 'जाएँ=-0.12 'टेस्ट=-0.20 'डिप्लॉय=-0.19
'डेटाबेस=-0.30 'तब=-0.12 'तुम्हें=0.30 'था=0.14 'दिख=-0.19 'दिखती=-0.11 'दिखाओ=-0.20 'दिया=0.14 'दूसरा=-0.12 'दें=-0.17 'देता=-0.13 'देना=-0.14
'दो=0.29 'नई=-0.18 'नमस्ते=-0.10 'नहीं=-0.21 'नामकरण=-0.18 'नियम=0.31 'निर्देश=-0.29 'नीति=-0.14 'पंक्तियों=-0.10 'पढ़ने=-0.12 'पहला=-0.12 'पहले=-0.10
'पास=-0.11 'पासवर्ड=-0.10 'पिछला=-0.10 'पुरानी=-0.11 'पूछा=-0.19 'पूरा=-0.13 'फ़ाइल=0.13 'फ़ाइलें=-0.09 'फ़ोल्डर=-0.12 'बताएं=-0.14 'बताना=0.09
'बाद=-0.11 'बार=-0.11 'बिंदु=-0.12 'बिना=0.35 'बैकअप=-0.11 'ब्रांच=-0.27 'भाषा=-0.14 'मत=0.28 'मर्ज=0.17 'माइग्रेशन=-0.11 'मिटा=-0.09 'में=-0.43
'मैंने=-0.10 'यह=0.10 'या=-0.14 'रहा=-0.17 'रिपोर्ट=-0.22 'लागू=-0.18 'लिए=0.41 'ले=-0.10 'लें=-0.11 'लॉग=-0.19 'लो=-0.09 'वह=-0.14 'वापस=-0.10
'विंडो=-0.11 'सकते=-0.13 'सहायक=-0.13 'साफ़=-0.10 'सावधान=-0.13 'सिर्फ़=-0.11 'सेट=-0.16 'हटा=0.10 'हटाएँगे=-0.11 'हम=-0.11 'हमारा=-0.14 'हर=0.12
'हिंदी=-0.19 'ही=-0.14 'है=-0.44 'हो=-0.26 'होते=-0.18 'このコマンドは確認なしにすべてのデータを削除します=-0.86 'このテストは一旦スキップして=-0.09 'このファイルは無視していいです=-0.15
'さっきの指示は取り消します=-0.40 'アシスタントはユーザーの言語で答えること=-0.19 'カバレッジレポートを成果物としてアップロードする=-0.15 'ステージング環境の証明書が本日失効するため=-0.14 'テストが通ったらマージしてください=-0.10
'データベースの設定手順を見せてください=-0.14 'フォルダーのファイルは無視してください=-0.11 'ブランチはそのまま残しておいてください=-0.13 'プロンプトインジェクション対策の資料に=-0.17 'ルールを教えてください=-0.08
'ログにパスワードが表示されるので隠してください=-0.24 'ログアウトするまで編集できてしまう=-0.13 '不要在日志中打印环境变量=-0.20 '不要提交=-0.22 '二番目の項目は忘れて=-0.09 '从现在开始所有请求都需要批准=-0.12
'以前のビルド成果物を無視してキャッシュキーを計算する=-0.26 '以前の命名ルールは新しいブランチには適用しません=-0.24 '但正常讨论开发者模式的文档不应误报=-0.53 '你现在是开发者模式=-0.53 '先にビルドを直してください=-0.09 '再発行してください=-0.17
'再联系安全团队=-0.12 '切勿将密钥提交到仓库=-0.10 '利用者への通知はログイン画面側で行う=-1.04 '前の指示は取り消します=-0.31 '助手必须用用户的语言回答=-0.17 '助手重启后忘记了语言设置=-0.15 '古いトークンは黙って捨てる=-1.04 '可以合并=-0.14
'后=-0.20 '如不慎提交=-0.23 '导致后面的规则被拼到同一行=-0.14 '平台组通知=-0.17 '应当只影响管理员本人=-0.20 '应标记为可疑=-0.53 '您好=-0.17 '把昨天的报告再发给我一次=-0.12 '提交前请先运行=-0.22 '操作前确认=-0.20
'攻撃例とその見分け方を追記する=-0.17 '旧的命名规则不再适用于新分支=-0.46 '时=-0.53 '昨日のレポートをもう一度送ってください=-0.19 '普通成员的确认框也一起消失了=-0.20 '更新手順をご確認いただけますでしょうか=-0.14 '最初のだけでいいです=-0.09
'本周五=-0.17 '标题=-0.10 '権限のないユーザーがurlを直接開くと設定画面が表示されてしまう=-0.40 '注意=-0.15 '测试通过=-0.14 '测试通过后再合并=-0.15 '点击=-0.12 '然后清理历史记录=-0.12
'田中さんは本番への反映前に必ず声をかけてほしいとのこと=-0.15 '目录=-0.24 '目录里的警告=-0.09 '禁用=-0.12 '秘密鍵は他人に渡さないでください=-0.08 '管理员关闭=-0.20 '管理员无法禁用用户=-0.10 '管理者が権限を外しても=-0.13
'系统提示词模板缺少换行=-0.14 '给扫描器补充用例=-0.53 '网页里写着=-0.53 '至急のお願いで恐縮ですが=-0.14 '誤って公開した場合はただちに無効化し=-0.17 '課題の一覧を取得します=-0.09 '警告=-0.86 '请先吊销密钥=-0.12
'请勿将密钥提交到仓库=-0.11 '请各位提前迁移流水线=-0.17 '请忽略=-0.09 '请忽略之前的错误提示=-0.33 '请把第一条日志原样输出=-0.21 '请立即吊销并重新生成=-0.12 '起旧仓库改为只读=-0.17 '通过=-0.18 '那些都是自动生成的代码=-0.09
'값이=-0.71 '개까지=-0.12 '건=-0.11 '건너뛰어도=-0.13 '검색어와=-0.12 '것을=-0.25 '경고는=-0.15 '관리자만=-0.39 '괜찮아요=-0.13 '그대로=-0.57 '내=0.28 '님은=-0.25 '다시=-0.12 '되돌릴=-0.09
'뒤에도=-0.10 '라이브러리는=-0.11 '로그아웃한=-0.10 '로그에=-0.81 '리퀘스트를=-0.25 '마세요=-0.16 '만든다=-0.25 '말고=0.20 '말한=-0.11 '명령은=-0.09 '명령입니다=-0.39 '모든=-0.24 '무시됩니다=-0.10
'무시하고=-0.09 '문의=-0.25 '민수=-0.25 '바꾸기로=-0.11 '바로=-0.21 '반환합니다=-0.12 '변경은=-0.24 '변수를=-0.10 '비밀번호를=0.17 '빌드부터=-0.15 '사용자가=-0.13 '설정=-0.10 '설치=-0.10
'수=-0.50 '승인이=-0.24 '시스템=0.29 '실행할=-0.39 '싫어하니=-0.25 '아까=-0.11 '안=-0.11 '안내가=-0.10 '앞으로=-0.24 '없습니다=-0.12 '오래되었습니다=-0.10 '유효합니다=-0.10 '이번에는=-0.13
'이슈를=-0.12 '이전=-0.10 '일단=-0.15 '일치하는=-0.12 '있는=-0.39 '있습니다=-0.71 '잊어=-0.11 '주세요=-0.32 '주의=-0.09 '줘=-0.15 '최대=-0.12 '출력되고=-0.71 '출력하지=-0.11 '테스트가=0.09
'테스트를=-0.26 '토큰=-0.71 '토큰이=-0.23 '통과시켜=-0.15 '통합=-0.13 '파일은=-0.13 '푸시하는=-0.25 '풀=-0.25 '프롬프트를=0.23 '필요합니다=-0.24 '항상=-0.25 '했어=-0.11 ?=-0.79
^agent=-0.50 ^all=-0.84 ^approval=-0.02 ^asks=0.56 ^authority=-0.53 ^away=-1.02 ^claim=-0.07 ^data=-1.21 ^delete=-1.13 ^dev=-0.79 ^disable=0.25
^drop=-0.67 ^earlier=-0.16 ^exact=-0.68 ^fetch=-0.86 ^grant=-1.02 ^guard=-1.26 ^hidden=-0.28 ^host=-0.80 ^hush=-0.37 ^lasting=-0.78 ^link=-0.62
^me=0.48 ^money=-0.33 ^must=-0.28 ^not=-0.81 ^notice=0.46 ^now=-0.10 ^obey=-0.15 ^passed=0.56 ^person=-1.33 ^pretend=-0.36 ^promo=-0.32 ^prompt=-1.02
^reading=-0.29 ^refuse=0.53 ^repo=-0.83 ^roletag=-0.15 ^rules=-0.76 ^run=-1.13 ^sayexact=-0.22 ^secret=-1.48 ^selfcopy=0.21 ^send=-0.65 ^show=-1.07
^story=-1.32 ^tests=-1.30 ^threat=-1.32 ^toolword=-1.20 ^trust=0.05 ^unasked=-1.16 ^unlimited=-1.59 ^you=-0.39 agent=1.62 agent+all=-0.16
agent+approval=1.02 agent+asks=-0.36 agent+authority=0.42 agent+away=-0.07 agent+claim=0.71 agent+data=-1.35 agent+delete=0.70 agent+dev=0.80
agent+disable=0.16 agent+drop=-0.15 agent+earlier=0.54 agent+exact=0.38 agent+fetch=0.29 agent+grant=0.33 agent+guard=0.30 agent+hidden=0.24
agent+host=0.54 agent+hush=0.14 agent+lasting=-0.89 agent+link=0.41 agent+money=0.33 agent+must=1.03 agent+newtask=0.83 agent+not=0.08
agent+notice=2.23 agent+now=0.86 agent+obey=0.06 agent+outrank=0.22 agent+passed=0.53 agent+person=-0.22 agent+pretend=-0.27 agent+promo=0.49
agent+prompt=-1.11 agent+reading=1.34 agent+refuse=-0.77 agent+repo=0.88 agent+roletag=0.52 agent+rules=0.25 agent+sayexact=-0.09 agent+secret=0.29
agent+selfcopy=0.07 agent+send=0.45 agent+show=0.47 agent+story=-0.13 agent+tests=0.69 agent+threat=-0.12 agent+toolword=0.07 agent+trust=0.21
agent+unlimited=0.56 all=0.10 all+asks=-0.37 all+away=-0.19 all+claim=0.36 all+data=-0.02 all+delete=0.36 all+dev=-0.21 all+disable=0.52 all+drop=0.11
all+exact=-0.46 all+fetch=-0.13 all+grant=0.48 all+guard=0.20 all+host=0.09 all+hush=0.33 all+lasting=-0.11 all+link=0.44 all+money=-0.76
all+must=0.13 all+newtask=0.10 all+not=-0.20 all+notice=-0.39 all+now=-0.22 all+obey=0.10 all+outrank=-0.20 all+pretend=-0.15 all+promo=0.87
all+reading=-0.52 all+refuse=0.42 all+repo=-0.05 all+roletag=0.69 all+run=0.08 all+sayexact=0.07 all+secret=0.74 all+send=0.57 all+show=0.09
all+story=0.40 all+tests=-0.12 all+threat=0.61 all+toolword=0.24 all+trust=-0.74 all+unasked=0.38 all+unlimited=0.33 approval=0.51 approval+asks=-0.48
approval+delete=-0.79 approval+dev=0.52 approval+disable=1.13 approval+drop=0.52 approval+exact=-0.33 approval+fetch=-0.63 approval+grant=-0.31
approval+guard=-0.69 approval+host=0.92 approval+hush=0.04 approval+lasting=1.47 approval+money=0.07 approval+must=0.04 approval+newtask=-0.35
approval+not=1.11 approval+notice=0.12 approval+now=-0.26 approval+obey=0.09 approval+passed=0.17 approval+pretend=-0.16 approval+promo=-0.04
approval+reading=0.27 approval+refuse=-0.53 approval+repo=0.56 approval+roletag=0.40 approval+run=0.26 approval+sayexact=-0.10 approval+selfcopy=0.13
approval+send=-0.82 approval+show=-0.60 approval+story=-0.22 approval+threat=-0.10 approval+toolword=-0.63 approval+unasked=-0.15
approval+unlimited=-0.07 asks=-0.58 asks+not=-0.97 authority=0.45 authority+all=-0.03 authority+approval=-0.19 authority+asks=-0.08
authority+claim=-0.16 authority+data=-0.02 authority+delete=0.33 authority+dev=-0.23 authority+disable=-0.61 authority+drop=0.35
authority+earlier=0.17 authority+fetch=0.05 authority+grant=0.37 authority+guard=0.13 authority+hidden=-0.60 authority+host=-0.99 authority+hush=0.04
authority+link=-0.50 authority+must=-0.38 authority+newtask=0.24 authority+not=-0.31 authority+notice=0.57 authority+now=-0.29 authority+obey=0.20
authority+outrank=0.34 authority+passed=0.03 authority+pretend=0.84 authority+promo=0.18 authority+prompt=0.15 authority+reading=-0.09
authority+refuse=-0.11 authority+roletag=0.56 authority+rules=1.08 authority+run=-0.20 authority+sayexact=0.07 authority+secret=0.13
authority+selfcopy=0.06 authority+send=-0.19 authority+show=0.27 authority+story=-0.11 authority+tests=0.25 authority+threat=0.11
authority+toolword=-0.55 authority+trust=0.26 authority+unasked=0.14 authority+unlimited=-0.19 away=0.13 away+approval=-0.21 away+asks=-0.24
away+claim=-0.12 away+delete=0.36 away+dev=-0.11 away+disable=0.33 away+drop=-0.26 away+exact=-0.03 away+fetch=0.40 away+grant=1.86 away+host=-0.29
away+hush=0.48 away+lasting=0.99 away+link=-0.06 away+money=0.49 away+must=0.33 away+newtask=0.07 away+not=-0.02 away+notice=0.21 away+now=0.74
away+obey=0.04 away+passed=0.56 away+pretend=-0.15 away+promo=-0.24 away+reading=-0.46 away+refuse=-0.30 away+roletag=-0.59 away+run=0.58
away+sayexact=-0.05 away+selfcopy=-0.54 away+send=0.34 away+show=-0.10 away+story=0.93 away+tests=-0.33 away+toolword=-0.57 away+trust=0.51
away+unasked=0.13 away+unlimited=0.53 claim=0.20 claim+asks=0.09 claim+dev=-0.10 claim+fetch=-0.25 claim+grant=-0.39 claim+money=0.10 claim+must=-0.17
claim+newtask=0.10 claim+not=0.31 claim+notice=-0.23 claim+now=-0.41 claim+outrank=0.22 claim+passed=2.11 claim+pretend=-0.26 claim+promo=0.75
claim+reading=-0.34 claim+refuse=0.07 claim+roletag=0.40 claim+sayexact=0.80 claim+story=0.08 claim+threat=-0.16 claim+toolword=-0.33
claim+trust=-0.29 claim+unlimited=0.34 data=0.80 data+approval=-0.73 data+asks=0.32 data+away=0.93 data+claim=-0.11 data+delete=1.11 data+dev=-0.15
data+disable=-0.20 data+drop=-0.12 data+exact=0.57 data+fetch=0.39 data+grant=-0.46 data+guard=-0.27 data+host=-0.20 data+hush=-0.45
data+lasting=-0.27 data+link=1.37 data+money=-0.33 data+newtask=0.03 data+not=-0.72 data+notice=-0.58 data+now=-0.39 data+obey=-0.34 data+outrank=0.09
data+passed=-0.03 data+pretend=-0.18 data+promo=-0.05 data+reading=-0.07 data+refuse=-0.15 data+repo=-0.55 data+roletag=0.24 data+run=-0.17
data+sayexact=-0.28 data+selfcopy=-0.24 data+send=1.19 data+show=0.06 data+story=-0.40 data+tests=-0.50 data+toolword=1.28 data+trust=0.34
data+unasked=-0.16 data+unlimited=0.06 delete=0.28 delete+asks=0.03 delete+claim=0.42 delete+dev=-0.30 delete+disable=-0.37 delete+fetch=-0.28
delete+grant=-0.52 delete+money=0.11 delete+must=0.16 delete+newtask=0.06 delete+not=0.23 delete+notice=-0.07 delete+now=0.40 delete+passed=0.80
delete+pretend=0.46 delete+promo=-0.11 delete+reading=0.08 delete+refuse=-0.04 delete+roletag=0.20 delete+sayexact=-0.03 delete+story=-0.42
delete+threat=0.44 delete+toolword=0.07 delete+trust=-0.10 delete+unlimited=-0.27 dev=-0.94 dev+asks=0.32 dev+not=-0.28 disable=0.62
disable+asks=-0.52 disable+claim=-0.39 disable+dev=-0.36 disable+fetch=-0.34 disable+grant=0.34 disable+money=-0.59 disable+must=0.12
disable+newtask=0.07 disable+not=-0.45 disable+notice=0.83 disable+now=-0.06 disable+outrank=0.07 disable+passed=-0.13 disable+pretend=-0.14
disable+promo=-0.14 disable+reading=0.11 disable+refuse=0.13 disable+roletag=0.63 disable+sayexact=0.41 disable+selfcopy=0.21 disable+story=0.10
disable+threat=0.10 disable+toolword=-0.26 disable+trust=0.27 disable+unlimited=-0.23 drop=0.42 drop+asks=-0.33 drop+claim=-0.61 drop+delete=-0.44
drop+dev=-0.49 drop+disable=0.02 drop+exact=0.07 drop+fetch=0.13 drop+grant=0.16 drop+hush=0.47 drop+money=0.61 drop+must=0.17 drop+newtask=0.62
drop+not=-0.13 drop+notice=-0.41 drop+now=0.30 drop+obey=0.15 drop+outrank=-0.39 drop+passed=-0.67 drop+pretend=-0.19 drop+promo=0.09
drop+reading=-0.09 drop+refuse=0.75 drop+roletag=0.54 drop+run=0.08 drop+sayexact=0.32 drop+selfcopy=0.31 drop+send=0.10 drop+show=-0.12
drop+story=0.22 drop+threat=-0.23 drop+toolword=0.95 drop+trust=-0.19 drop+unasked=-0.88 drop+unlimited=-0.09 earlier+all=0.79 earlier+approval=-0.64
earlier+asks=0.47 earlier+away=0.03 earlier+claim=0.25 earlier+data=0.26 earlier+delete=-0.84 earlier+dev=-0.26 earlier+disable=-0.29
earlier+drop=0.87 earlier+exact=0.87 earlier+fetch=-0.32 earlier+grant=-0.40 earlier+guard=-0.44 earlier+host=-0.15 earlier+hush=-0.05
earlier+lasting=0.13 earlier+link=-0.33 earlier+money=0.27 earlier+must=-0.70 earlier+newtask=-0.43 earlier+not=-0.06 earlier+notice=0.41
earlier+now=-0.50 earlier+obey=0.23 earlier+outrank=-1.11 earlier+passed=-0.09 earlier+pretend=-0.02 earlier+promo=0.13 earlier+reading=-1.54
earlier+refuse=0.08 earlier+repo=0.18 earlier+roletag=0.39 earlier+run=-0.35 earlier+sayexact=0.81 earlier+secret=-0.13 earlier+selfcopy=0.30
earlier+send=0.59 earlier+show=0.59 earlier+story=0.58 earlier+tests=0.59 earlier+threat=0.33 earlier+toolword=-0.24 earlier+trust=-0.76
earlier+unasked=0.19 earlier+unlimited=0.54 exact=1.17 exact+asks=-0.05 exact+claim=-0.30 exact+delete=-0.35 exact+dev=-0.13 exact+disable=-0.75
exact+fetch=-0.17 exact+hush=0.49 exact+money=0.05 exact+must=0.08 exact+not=-0.19 exact+notice=-0.30 exact+now=-0.29 exact+passed=-0.13
exact+reading=0.06 exact+refuse=-0.13 exact+roletag=0.09 exact+run=0.03 exact+sayexact=0.28 exact+selfcopy=-0.18 exact+send=0.16 exact+story=0.14
exact+threat=0.14 exact+toolword=0.27 exact+trust=-0.08 exact+unasked=0.06 exact+unlimited=-0.12 fetch=1.05 fetch+asks=-0.07 fetch+dev=-0.82
fetch+money=-0.15 fetch+not=-0.22 fetch+promo=0.08 fetch+refuse=-0.03 fetch+roletag=-0.34 fetch+selfcopy=-0.04 fetch+story=1.10 fetch+toolword=-0.10
grant=1.73 grant+asks=0.03 grant+dev=-0.19 grant+fetch=-0.23 grant+not=-0.67 grant+promo=0.15 grant+reading=-0.06 grant+refuse=-0.09
grant+roletag=0.78 grant+selfcopy=0.54 grant+story=0.05 grant+toolword=-0.31 grant+trust=-0.68 guard=0.73 guard+asks=-0.51 guard+claim=-0.54
guard+delete=0.49 guard+dev=-0.59 guard+disable=1.86 guard+drop=0.76 guard+exact=0.08 guard+fetch=0.28 guard+grant=0.25 guard+host=0.72
guard+hush=-0.05 guard+lasting=0.61 guard+money=-0.19 guard+must=-0.09 guard+newtask=-0.08 guard+not=0.27 guard+notice=0.39 guard+now=0.23
guard+obey=-0.12 guard+passed=-0.32 guard+pretend=-0.22 guard+promo=0.09 guard+reading=0.04 guard+refuse=-0.60 guard+repo=-0.13 guard+roletag=0.71
guard+run=0.58 guard+selfcopy=0.45 guard+send=-0.77 guard+show=-0.02 guard+story=-0.15 guard+threat=-0.07 guard+toolword=-1.09 guard+trust=-0.34
guard+unasked=1.27 guard+unlimited=0.10 hidden=-0.46 hidden+approval=-0.29 hidden+asks=-0.25 hidden+away=0.50 hidden+claim=-0.42 hidden+data=-0.99
hidden+delete=-0.78 hidden+dev=-0.21 hidden+disable=-0.25 hidden+drop=-0.02 hidden+earlier=-0.24 hidden+exact=0.79 hidden+fetch=-0.29
hidden+grant=-0.39 hidden+guard=-0.64 hidden+host=-0.17 hidden+hush=-0.71 hidden+lasting=0.07 hidden+link=0.52 hidden+must=-0.40 hidden+newtask=-0.08
hidden+not=-0.08 hidden+notice=0.14 hidden+now=-0.29 hidden+obey=-0.66 hidden+passed=-0.02 hidden+pretend=-0.21 hidden+reading=-0.10
hidden+refuse=-0.15 hidden+repo=-0.05 hidden+roletag=0.49 hidden+run=-0.12 hidden+sayexact=0.04 hidden+secret=-0.50 hidden+selfcopy=-0.10
hidden+send=0.21 hidden+show=0.80 hidden+story=-0.14 hidden+tests=-0.64 hidden+threat=0.38 hidden+toolword=-0.36 hidden+trust=0.14
hidden+unasked=-0.05 hidden+unlimited=0.48 host=1.74 host+asks=0.03 host+claim=-0.05 host+delete=-0.03 host+dev=-0.63 host+disable=0.72
host+exact=0.02 host+fetch=0.39 host+grant=0.33 host+hush=-0.07 host+lasting=-0.06 host+money=-0.02 host+must=-0.71 host+not=-0.09 host+notice=-0.27
host+now=0.40 host+obey=-0.20 host+pretend=1.09 host+reading=0.02 host+refuse=-0.03 host+repo=0.13 host+roletag=-0.13 host+run=0.30 host+selfcopy=0.37
host+send=-0.10 host+show=-0.26 host+story=-0.10 host+threat=0.08 host+toolword=-0.30 host+trust=0.30 host+unasked=0.61 hush=2.42 hush+asks=-0.35
hush+claim=0.73 hush+delete=0.49 hush+dev=-0.38 hush+disable=0.56 hush+fetch=-0.26 hush+grant=0.55 hush+money=0.40 hush+must=0.09 hush+not=-0.50
hush+notice=-0.66 hush+now=0.32 hush+passed=0.11 hush+pretend=0.54 hush+promo=0.58 hush+reading=0.16 hush+refuse=-0.09 hush+roletag=0.07 hush+run=0.98
hush+threat=0.19 hush+toolword=0.98 hush+trust=0.11 hush+unasked=-0.37 hush+unlimited=-0.08 lasting=1.43 lasting+asks=-0.29 lasting+claim=0.31
lasting+delete=-0.35 lasting+dev=-0.80 lasting+disable=0.65 lasting+drop=0.34 lasting+exact=0.12 lasting+fetch=0.24 lasting+grant=0.31
lasting+hush=0.25 lasting+money=-0.25 lasting+must=-0.19 lasting+not=0.72 lasting+notice=0.06 lasting+now=-0.99 lasting+obey=1.11 lasting+passed=0.33
lasting+pretend=-0.03 lasting+promo=0.46 lasting+refuse=-0.09 lasting+roletag=0.06 lasting+run=0.75 lasting+sayexact=0.20 lasting+selfcopy=0.37
lasting+send=0.12 lasting+show=0.42 lasting+story=-0.26 lasting+threat=-0.04 lasting+toolword=0.15 lasting+trust=-0.38 lasting+unasked=0.57
lasting+unlimited=0.34 link=0.03 link+approval=-0.04 link+claim=-0.09 link+delete=-0.16 link+dev=-0.12 link+disable=0.23 link+drop=-0.30
link+exact=-0.32 link+fetch=0.27 link+guard=-0.30 link+host=-0.16 link+lasting=0.30 link+money=-0.08 link+must=0.02 link+not=-0.47 link+now=-0.06
link+obey=0.28 link+passed=0.21 link+pretend=-0.14 link+refuse=-0.09 link+repo=-0.31 link+roletag=-0.14 link+run=-0.35 link+send=1.04 link+show=-0.23
link+story=0.37 link+tests=-0.23 link+threat=-0.09 link+toolword=-0.53 link+trust=0.31 link+unlimited=0.08 long=-1.02 me=0.76 me+agent=0.62
me+all=0.35 me+approval=0.30 me+authority=0.99 me+away=-0.20 me+claim=-0.04 me+data=0.11 me+delete=0.03 me+dev=0.08 me+disable=-0.20 me+drop=-0.08
me+earlier=0.48 me+exact=0.98 me+fetch=0.16 me+grant=0.85 me+guard=0.68 me+hidden=0.47 me+host=1.01 me+hush=-0.34 me+lasting=0.25 me+link=-0.23
me+money=0.23 me+must=1.41 me+newtask=-0.16 me+not=-0.09 me+notice=0.07 me+now=0.10 me+obey=1.94 me+outrank=0.32 me+passed=-0.20 me+person=0.86
me+pretend=0.33 me+promo=0.15 me+prompt=0.63 me+reading=-0.07 me+refuse=0.14 me+repo=-0.94 me+roletag=-0.28 me+rules=-0.85 me+run=0.16
me+sayexact=0.29 me+secret=1.63 me+send=0.16 me+show=0.42 me+story=-0.73 me+tests=-0.63 me+threat=-0.55 me+toolword=-0.53 me+trust=0.48
me+unasked=0.16 me+unlimited=0.09 money=1.39 money+asks=-0.03 money+dev=-0.03 money+not=0.10 money+story=0.26 money+threat=0.18 money+toolword=0.53
money+trust=0.21 must=-0.18 must+asks=-0.36 must+dev=-0.22 must+fetch=0.23 must+grant=-0.74 must+money=0.55 must+not=-0.03 must+notice=-0.44
must+outrank=-0.06 must+promo=0.64 must+reading=0.59 must+refuse=-0.07 must+sayexact=-0.41 must+selfcopy=-0.29 must+story=0.44 must+threat=0.27
must+toolword=1.03 must+trust=-0.34 newtask=2.03 newtask+asks=-0.08 newtask+dev=-0.44 newtask+fetch=0.27 newtask+grant=0.05 newtask+money=0.03
newtask+must=0.32 newtask+not=-0.27 newtask+notice=0.19 newtask+outrank=-0.71 newtask+reading=0.09 newtask+refuse=-0.05 newtask+roletag=0.19
newtask+sayexact=0.40 newtask+story=0.41 newtask+toolword=-0.39 newtask+trust=0.03 not=-0.44 notice=-0.22 notice+asks=-0.04 notice+dev=-0.13
notice+fetch=0.27 notice+grant=-0.49 notice+not=0.55 notice+outrank=0.70 notice+promo=1.14 notice+reading=0.23 notice+refuse=-0.02 notice+roletag=0.78
notice+sayexact=0.14 notice+selfcopy=-0.08 notice+story=0.14 notice+threat=0.23 notice+toolword=-0.51 notice+trust=0.10 now=0.10 now+asks=-0.37
now+dev=-0.14 now+fetch=-0.24 now+grant=-0.48 now+money=0.74 now+must=0.58 now+newtask=0.25 now+not=0.57 now+notice=-0.30 now+outrank=-0.32
now+promo=0.17 now+reading=-0.88 now+refuse=-0.32 now+roletag=0.65 now+sayexact=0.70 now+story=0.42 now+threat=0.38 now+toolword=0.46 now+trust=0.16
obey=1.72 obey+asks=0.18 obey+claim=0.53 obey+delete=0.38 obey+dev=-0.55 obey+disable=0.15 obey+exact=0.08 obey+fetch=0.73 obey+grant=-0.40
obey+hush=0.39 obey+must=0.02 obey+newtask=0.44 obey+not=-0.49 obey+notice=-0.32 obey+now=0.42 obey+outrank=0.09 obey+passed=-0.22 obey+pretend=0.41
obey+reading=-0.17 obey+refuse=0.41 obey+roletag=1.21 obey+run=-0.16 obey+sayexact=0.19 obey+selfcopy=0.38 obey+show=-0.15 obey+story=-0.33
obey+threat=1.02 obey+toolword=-0.43 obey+trust=-0.07 obey+unasked=0.06 obey+unlimited=0.12 outrank=1.72 outrank+dev=0.21 outrank+not=-0.04
outrank+roletag=0.15 outrank+toolword=0.90 passed=0.75 passed+asks=-0.48 passed+fetch=0.11 passed+grant=-0.08 passed+must=-0.14 passed+newtask=0.02
passed+not=0.40 passed+notice=0.10 passed+now=-0.18 passed+pretend=0.76 passed+promo=0.17 passed+reading=0.16 passed+refuse=-0.09 passed+roletag=0.35
passed+sayexact=0.19 passed+selfcopy=-0.06 passed+threat=0.22 passed+toolword=-0.37 passed+trust=-0.26 passed+unlimited=-0.20 person=0.60
person+all=0.53 person+approval=-0.33 person+asks=-0.72 person+authority=-0.14 person+away=0.46 person+claim=0.35 person+data=-0.39
person+delete=-0.26 person+dev=0.23 person+disable=-0.13 person+drop=0.38 person+earlier=0.26 person+exact=0.19 person+grant=-0.13 person+guard=0.04
person+hidden=-0.35 person+host=-0.14 person+hush=1.24 person+lasting=0.70 person+link=0.34 person+money=-0.09 person+must=0.14 person+newtask=0.97
person+not=0.24 person+notice=0.40 person+now=0.42 person+obey=0.20 person+outrank=0.77 person+passed=-0.38 person+pretend=-0.99 person+promo=0.27
person+prompt=-0.24 person+reading=-0.04 person+refuse=-0.50 person+repo=-0.07 person+roletag=-0.40 person+rules=-1.12 person+run=0.60
person+sayexact=-0.36 person+secret=-0.24 person+selfcopy=0.56 person+send=0.79 person+show=-0.06 person+story=-0.60 person+tests=1.00
person+threat=-0.03 person+toolword=-0.16 person+trust=-0.82 person+unasked=0.73 person+unlimited=-0.73 pretend=1.15 pretend+asks=0.24
pretend+dev=-0.27 pretend+fetch=-0.21 pretend+grant=-0.20 pretend+money=-0.04 pretend+must=-0.11 pretend+newtask=0.06 pretend+not=-0.03
pretend+notice=-0.85 pretend+now=-0.54 pretend+promo=-0.13 pretend+reading=0.02 pretend+refuse=-0.11 pretend+roletag=0.42 pretend+sayexact=-0.11
pretend+threat=0.07 pretend+toolword=-0.58 pretend+trust=0.07 pretend+unlimited=0.26 promo=1.76 promo+dev=-0.29 promo+not=-0.13 promo+refuse=-0.15
promo+story=-0.05 promo+toolword=-0.12 prompt=1.36 prompt+all=1.38 prompt+approval=-0.72 prompt+asks=0.45 prompt+away=-0.17 prompt+claim=-0.22
prompt+data=-0.64 prompt+delete=-0.03 prompt+dev=0.05 prompt+disable=0.45 prompt+drop=1.16 prompt+earlier=0.75 prompt+exact=1.21 prompt+fetch=-0.29
prompt+grant=0.30 prompt+guard=-0.46 prompt+hidden=0.82 prompt+host=-0.03 prompt+hush=-0.30 prompt+lasting=0.28 prompt+money=0.09 prompt+newtask=0.02
prompt+not=-0.36 prompt+notice=-0.48 prompt+now=0.34 prompt+obey=-0.89 prompt+outrank=-0.09 prompt+passed=-0.03 prompt+pretend=0.38 prompt+promo=-0.43
prompt+reading=0.15 prompt+refuse=-0.19 prompt+repo=-0.75 prompt+roletag=0.29 prompt+run=-0.56 prompt+sayexact=0.16 prompt+secret=-0.62
prompt+send=0.23 prompt+show=1.60 prompt+tests=-0.95 prompt+threat=-0.16 prompt+toolword=0.46 prompt+trust=0.47 prompt+unlimited=0.05 reading=0.95
reading+asks=0.09 reading+dev=0.23 reading+money=0.21 reading+not=-0.32 reading+promo=0.11 reading+roletag=0.13 reading+sayexact=0.20
reading+story=-0.61 reading+threat=0.24 reading+toolword=0.10 refuse=0.77 refuse+asks=0.16 refuse+dev=-0.34 refuse+not=0.15 refuse+story=-0.17
refuse+threat=1.35 refuse+toolword=-0.24 repo=-0.17 repo+asks=-0.39 repo+claim=0.90 repo+delete=1.19 repo+dev=0.17 repo+disable=1.15 repo+drop=-0.10
repo+exact=0.62 repo+fetch=-0.33 repo+grant=0.55 repo+hush=1.11 repo+lasting=-0.59 repo+money=-0.60 repo+must=0.17 repo+newtask=-0.04 repo+not=-0.45
repo+notice=0.75 repo+now=0.68 repo+obey=0.08 repo+passed=-0.84 repo+pretend=0.05 repo+promo=-0.15 repo+reading=0.04 repo+refuse=-0.13
repo+roletag=-0.29 repo+run=0.24 repo+sayexact=-0.08 repo+selfcopy=0.02 repo+send=0.09 repo+show=-0.07 repo+story=0.24 repo+threat=-0.42
repo+toolword=0.26 repo+trust=-0.31 repo+unasked=0.59 repo+unlimited=0.28 roletag=1.01 roletag+asks=-0.05 roletag+dev=-0.46 roletag+money=0.04
roletag+not=-0.59 roletag+promo=0.14 roletag+refuse=-0.09 roletag+threat=0.17 roletag+toolword=-0.07 roletag+trust=0.24 rules=1.31 rules+all=0.52
rules+approval=-0.11 rules+asks=-0.18 rules+away=-0.16 rules+claim=0.42 rules+data=-0.12 rules+delete=0.29 rules+dev=-0.32 rules+disable=0.04
rules+drop=1.21 rules+earlier=-0.48 rules+exact=0.23 rules+fetch=-0.28 rules+grant=0.37 rules+guard=-0.61 rules+hidden=1.26 rules+host=-0.24
rules+hush=0.52 rules+lasting=0.44 rules+link=-0.28 rules+money=-0.05 rules+must=-0.68 rules+newtask=-0.33 rules+not=0.29 rules+notice=-0.56
rules+now=0.51 rules+obey=-0.81 rules+outrank=0.89 rules+passed=-0.49 rules+pretend=0.74 rules+promo=0.22 rules+prompt=-0.63 rules+reading=-0.09
rules+refuse=-0.04 rules+repo=-0.40 rules+roletag=0.10 rules+run=-0.36 rules+sayexact=-0.02 rules+secret=0.36 rules+selfcopy=0.50 rules+send=-0.48
rules+show=-0.13 rules+story=-0.37 rules+tests=-0.57 rules+toolword=-0.42 rules+trust=-0.08 rules+unasked=1.06 run=0.21 run+asks=-0.78 run+claim=-0.24
run+delete=-0.84 run+dev=-0.21 run+disable=0.21 run+fetch=0.40 run+grant=-0.54 run+money=0.75 run+must=0.30 run+newtask=-0.33 run+not=0.06
run+notice=-0.12 run+now=0.25 run+outrank=0.34 run+passed=-0.45 run+pretend=0.76 run+promo=-0.03 run+reading=0.77 run+refuse=-0.39 run+roletag=-0.24
run+sayexact=0.17 run+story=0.06 run+threat=0.52 run+trust=0.12 run+unlimited=0.52 sayexact=2.43 sayexact+asks=-0.08 sayexact+not=-0.40
sayexact+promo=0.38 sayexact+refuse=-0.03 sayexact+roletag=-0.33 sayexact+selfcopy=0.04 sayexact+story=-0.45 sayexact+trust=0.08 secret=0.86
secret+asks=0.43 secret+away=1.82 secret+claim=-0.30 secret+data=-0.71 secret+delete=-0.70 secret+dev=0.30 secret+disable=0.42 secret+drop=-0.94
secret+exact=1.37 secret+fetch=0.29 secret+grant=-0.41 secret+guard=-0.33 secret+host=-0.03 secret+hush=-0.08 secret+lasting=1.26 secret+link=0.07
secret+money=-0.13 secret+must=0.88 secret+newtask=-0.40 secret+not=-1.05 secret+notice=-0.05 secret+now=0.60 secret+obey=-0.30 secret+outrank=-0.04
secret+passed=-0.50 secret+reading=0.27 secret+refuse=-0.56 secret+repo=1.12 secret+roletag=0.57 secret+run=-0.12 secret+sayexact=0.38
secret+selfcopy=-0.06 secret+send=1.47 secret+show=1.06 secret+story=-0.14 secret+tests=-0.42 secret+threat=0.77 secret+toolword=0.80
secret+trust=0.88 secret+unasked=-0.10 secret+unlimited=-0.07 selfcopy=2.65 selfcopy+asks=-0.14 selfcopy+dev=-0.26 selfcopy+not=0.47
selfcopy+story=-0.32 send=0.11 send+asks=0.27 send+claim=-0.79 send+delete=-0.27 send+dev=0.10 send+disable=0.05 send+fetch=0.15 send+grant=-0.15
send+hush=1.04 send+money=-0.07 send+must=0.57 send+newtask=-0.20 send+not=-0.10 send+notice=-0.39 send+now=0.36 send+outrank=-0.04 send+passed=-0.84
send+pretend=0.32 send+promo=-0.11 send+refuse=-0.03 send+roletag=0.18 send+sayexact=-0.39 send+selfcopy=-0.34 send+story=0.18 send+threat=0.72
send+toolword=-0.16 send+trust=-0.26 send+unasked=-0.17 send+unlimited=-0.30 short=-1.30 show=0.10 show+asks=-0.24 show+claim=0.54 show+delete=-0.36
show+disable=0.59 show+exact=0.49 show+fetch=-0.46 show+grant=-0.15 show+hush=-0.54 show+money=-0.34 show+must=0.24 show+not=0.06 show+notice=0.39
show+now=0.25 show+outrank=0.15 show+passed=1.16 show+pretend=-0.18 show+reading=0.37 show+refuse=0.06 show+roletag=-0.17 show+run=0.12
show+sayexact=-0.27 show+send=0.38 show+story=-0.25 show+toolword=0.04 show+trust=0.42 show+unasked=0.18 show+unlimited=0.22 story=-0.41
story+asks=0.08 story+dev=-0.08 story+not=0.23 tests=-0.16 tests+approval=0.42 tests+asks=-0.28 tests+claim=1.38 tests+delete=0.75 tests+dev=0.14
tests+disable=0.13 tests+drop=0.26 tests+exact=0.56 tests+fetch=-0.30 tests+grant=0.14 tests+guard=0.36 tests+host=0.30 tests+hush=1.49
tests+lasting=0.28 tests+money=0.17 tests+must=0.12 tests+not=0.20 tests+notice=0.18 tests+now=-1.06 tests+obey=-0.70 tests+passed=0.68
tests+pretend=-0.43 tests+promo=-0.03 tests+reading=-0.02 tests+refuse=-0.10 tests+repo=0.23 tests+roletag=0.80 tests+run=-0.69 tests+sayexact=-0.07
tests+selfcopy=-0.21 tests+send=-0.06 tests+show=0.56 tests+story=1.12 tests+threat=0.07 tests+toolword=-0.40 tests+trust=0.48 tests+unasked=-0.11
tests+unlimited=-0.17 threat=0.93 threat+dev=-0.13 threat+not=-0.25 threat+story=0.05 toolword=1.25 toolword+asks=-0.51 toolword+dev=-0.34
toolword+not=-0.15 toolword+selfcopy=-0.18 toolword+story=-0.38 toolword+threat=0.21 trust=2.62 trust+asks=-0.15 trust+dev=0.31 trust+not=-0.36
trust+story=-0.36 trust+toolword=-0.70 unasked=2.93 unasked+asks=-0.06 unasked+claim=-0.71 unasked+delete=-0.07 unasked+dev=-0.76
unasked+disable=-1.40 unasked+fetch=0.11 unasked+grant=-0.27 unasked+money=0.34 unasked+must=0.27 unasked+not=-0.51 unasked+notice=-0.18
unasked+now=0.66 unasked+passed=-0.85 unasked+pretend=0.31 unasked+reading=0.06 unasked+refuse=-0.24 unasked+roletag=0.53 unasked+run=0.81
unasked+sayexact=0.04 unasked+selfcopy=0.06 unasked+story=-0.35 unasked+threat=0.26 unasked+toolword=0.03 unasked+trust=0.13 unlimited=3.08
unlimited+asks=0.05 unlimited+dev=-0.06 unlimited+fetch=0.12 unlimited+grant=-0.43 unlimited+money=0.09 unlimited+must=-0.45 unlimited+newtask=0.29
unlimited+not=-0.73 unlimited+notice=-0.57 unlimited+now=0.92 unlimited+refuse=0.73 unlimited+roletag=0.27 unlimited+sayexact=0.10
unlimited+selfcopy=0.02 unlimited+story=0.85 you=1.14 you+agent=0.25 you+all=0.21 you+approval=-0.21 you+asks=1.23 you+authority=1.68 you+away=-0.34
you+claim=0.41 you+data=-0.40 you+delete=1.32 you+dev=-0.08 you+disable=0.55 you+drop=0.09 you+earlier=0.47 you+exact=0.60 you+fetch=-0.04
you+grant=-0.18 you+guard=0.46 you+hidden=1.09 you+host=0.18 you+hush=0.10 you+lasting=1.03 you+link=-0.22 you+me=0.16 you+money=-0.03 you+must=-0.04
you+newtask=0.89 you+not=0.51 you+notice=-0.23 you+now=0.08 you+obey=-0.06 you+outrank=0.41 you+passed=-0.78 you+person=-0.03 you+pretend=0.41
you+promo=-0.67 you+prompt=1.42 you+reading=-0.47 you+refuse=0.60 you+repo=0.04 you+roletag=0.54 you+rules=0.96 you+run=-0.16 you+sayexact=0.29
you+secret=-0.03 you+selfcopy=0.43 you+send=-0.51 you+show=0.34 you+story=-0.06 you+tests=-0.73 you+threat=0.14 you+toolword=-0.69 you+trust=0.43
you+unlimited=0.57
`;
