import type { Language } from "./language.ts";

export const GERMANIC_AND_ROMANCE: readonly Language[] = [
  {
    code: "de",
    drop: "ignorier|deaktivier|missacht|vergiss|vergesst|vergessen sie|verwirf|uberschreib|beachte[nt]? [^.]{0,40}nicht|hor[et]? auf[^.]{0,30}befolg|halte dich nicht|setz[et]? [^.]{0,40}ausser kraft|umgeh[et]|ausser kraft|sind aufgehoben|sind ungultig|gilt nichts mehr",
    orders:
      "was (?:man )?(?:dir|euch)|anweisung|instruktion|vorgabe|regel[n ,.]|regeln|richtlinie|befehl|systemprompt|system-prompt|sicherheitsvorkehrung|einschrankung|prompt\\b|alles,? was|bisherigen regeln",
    yours:
      "vorherig|bisherig|fruher|obig|oben|alle\\b|allen\\b|samtlich|deine|eure|ihre|ursprunglich|davor|zuvor|vorher|sicherheit|gesagt wurde|bisherige",
    unlimited:
      "ohne (?:\\w+ ){0,2}(?:einschrankung|beschrankung|regeln|filter|grenzen|limits)|keine(?:rlei)? (?:\\w*regeln|einschrankung|beschrankung|regeln|grenzen|filter)|uneingeschrankt|unzensiert|entwicklermodus|ohne filter|jeden befehl ausfuhrt|leitplanken sind (?:ab|aus)\\w*|schranken sind (?:ab|aus)\\w*",
    you: "\\bdu bist|\\bdu hast|\\bihr seid|\\bsie sind jetzt|ab jetzt|ab sofort|von nun an|stell dir vor|tu so|verhalte dich|tu so|\\bspiele?\\b|fur dich|antworte",
    show: "zeig|gib|nenn|verrat|wiederhol|druck|ausgeben|ausgabe|offenbar|schreib|wie lautet|ubersetz|lies|liste|zitier",
    prompt:
      "text (?:oberhalb|uber|vor) dieser nachricht|(?:dein|deine|deinen|euren|ihren|den|versteckten|geheimen) (?:\\w+ ){0,2}(?:system-?prompt|systemanweisung|systemnachricht|anweisungen|instruktionen|regeln)|(?:versteckten|geheimen|verborgenen) (?:text|anweisung\\w*)|womit du eingerichtet|mit dem du (?:eingerichtet|konfiguriert)|(?:gefuttert|gegeben|gesagt)[^.]{0,15}bevor ich|bevor ich kam",
    conceal:
      "(?:sag|verrat|erzahl|melde|teile?|informier|erwahn|zeig)\\w* [^.]{0,40}(?:benutzer|nutzer|niemand|anwender|mensch)[^.]{0,30}(?:nicht|nichts|davon)|niemand(?:em)? [^.]{0,20}(?:sagen|erzahlen|verraten|davon)|(?:dem|den) (?:benutzer|nutzer|anwender)n? [^.]{0,20}(?:nichts|nicht) [^.]{0,20}(?:sagen|verraten|mitteilen|erzahlen|zeigen|davon)|vor dem (?:benutzer|nutzer) (?:verberg|versteck|geheim)|(?:erwahne?|nenne?)[^.]{0,20}nicht (?:im|in der) (?:bericht|zusammenfassung)|nicht im bericht|verlier\\w* kein wort|kein wort daruber|sag\\w* (?:es )?niemandem",
    unasked:
      "ohne (?:zu fragen|nachzufragen|ruckfrage|bestatigung|genehmigung|freigabe|zustimmung|erlaubnis|den (?:benutzer|nutzer) zu fragen)|ohne jemanden zu fragen|ohne (?:irgend)?jemanden? zu|uberspring\\w* die (?:freigabe|genehmigung|prufung)|freigabe uberspring",
    run: "fuhr[ets]|ausfuhr|starte|befehl|kommando|loesch|losch|schieb|push",
    send: "send|schick|ubermittl|lade? [^.]{0,60}hoch|hochlad|ubertrag|hang[e]? [^.]{0,50} an\\b|anhangen|fuge[^.]{0,40}(?:kommentar|bei)",
    secrets:
      "\\.env\\b|passwort|passworter|kennwort|zugangsdaten|umgebungsvariable|geheimnis|schlussel|tokens?\\b|anmeldedaten|id_rsa|\\.ssh|\\.aws|geheime",
    agents:
      "(?:hinweis|nachricht|anweisung|achtung|wichtig|bitte)[^.\\n]{0,15} (?:an|fur) (?:die |den |alle |das )?(?:ki\\b|ki-|sprachmodell|assistent|agent|llm|bot\\b)|an alle ki-|fur ki-agenten|wenn du (?:ein[e]? )?(?:ki\\b|ki-|sprachmodell|llm)|an (?:den|die) ki-(?:agent|assist)\\w*|fur (?:den|die) ki-",
    remember:
      "(?:merk|merke|merken sie|speicher\\w*|erinner\\w*)[^.]{0,20}(?:dauerhaft|immer|fur immer|kunftig|permanent)",
    needless:
      "(?:nie|niemals|kein|keine|nicht)(?: mehr)? (?:eine |einer |um )?(?:freigabe|bestatigung|genehmigung|zustimmung|erlaubnis|ruckfrage|nachfrag)|ohne (?:freigabe|bestatigung|genehmigung)",
    obey: "gehorch\\w*[^.]{0,20}nur (?:noch )?mir|hore? [^.]{0,20}nur (?:noch )?auf mich|(?:mach|tu) einfach,? was ich (?:schreibe|sage)",
    remove: "losch|entfern|uberspring|deaktivier",
    claim: "behaupte|sag\\w* [^.]{0,10}(?:dass|alles)|melde",
    tests: "\\btests?\\b|prufungen",
    green: "grun\\b|bestanden|erfolgreich",
  },
  {
    code: "nl",
    drop: "negeer|vergeet|sla [^.]{0,30} over|houd geen rekening|trek je niets aan|omzeil",
    orders: "instructie|regels|richtlijn|opdracht|aanwijzing|systeemprompt|beperkingen",
    yours: "vorige|eerdere|bovenstaande|alle\\b|je\\b|jouw|uw\\b|voorgaande|oorspronkelijke",
    unlimited:
      "zonder (?:\\w+ ){0,2}(?:beperking|regels|filters|grenzen)|geen (?:enkele )?(?:beperking|regels|grenzen|filters)|onbeperkt|ongecensureerd|ontwikkelaarsmodus",
    you: "\\bje bent|\\bjij bent|\\bu bent|vanaf nu|voortaan|doe alsof|\\bspeel\\b|gedraag|stel je voor|je hebt",
    show: "toon|laat [^.]{0,50}zien|geef|herhaal|onthul|print|schrijf|vertel|lees",
    prompt:
      "(?:je|jouw|uw|de|het)? ?(?:systeemprompt|systeembericht|verborgen instructies|geheime instructies|interne instructies)|(?:je|jouw|uw) (?:volledige )?instructies",
    conceal:
      "(?:vertel|zeg|meld)\\w* [^.]{0,30}(?:niet|niets|niemand)[^.]{0,30}(?:gebruiker|hierover|iemand)?|(?:gebruiker|niemand)[^.]{0,20}(?:niet|niets) (?:vertellen|zeggen|weten)|verberg dit voor",
    unasked: "zonder (?:te vragen|toestemming|bevestiging|goedkeuring|om toestemming|het te vragen)",
    run: "voer|uitvoer|commando|opdracht|draai|push|verwijder",
    send: "stuur|verstuur|verzend|laad[^.]{0,20}op|plaats",
    secrets: "\\.env\\b|wachtwoord|inloggegevens|omgevingsvariabel|geheim|sleutel|tokens?\\b|id_rsa|\\.ssh|\\.aws",
    agents:
      "(?:opmerking|bericht|let op|aandacht|instructie|notitie)[^.\\n]{0,12} (?:voor|aan) (?:de |het |alle )?(?:ai\\b|ai-|taalmodel|assistent|agent|llm|bot)|als je een (?:ai|taalmodel)|voor ai-agenten",
    remember: "(?:onthoud|bewaar|sla op)[^.]{0,20}(?:permanent|altijd|voorgoed|voor altijd)",
    needless: "(?:nooit|geen)(?: meer)? (?:een |om )?(?:toestemming|bevestiging|goedkeuring)",
  },
  {
    code: "fr",
    drop: "ignore[rz]?\\b|oublie[rz]?\\b|ne tiens pas compte|ne tenez pas compte|fais abstraction|faites abstraction|neglige|contourne|n'obeis|ne respecte|sont annulees|sont nulles|ne valent plus",
    orders:
      "instruction|consigne|regle|directive|ordre[s ]|prompt systeme|restriction|tout ce qu'on t'a dit|ce qu'on (?:t'a|vous a) dit",
    yours:
      "precedent|ci-dessus|anterieur|toute[s]?\\b|\\btous\\b|\\btes\\b|\\bvos\\b|\\bta\\b|initiale|\\bton\\b|d'avant|\\bavant\\b",
    unlimited:
      "sans (?:\\w+ ){0,2}(?:restriction|limite|regle|filtre|censure)|aucune (?:restriction|limite|regle)|mode developpeur|plus (?:de|aucune) (?:regle|restriction|limite)|sans filtre|chaque ordre|garde-?fous? sont (?:desactives|leves)",
    you: "\\btu es|vous etes|desormais|a partir de maintenant|dorenavant|imagine|fais comme si|comporte-toi|\\bjoue\\b|agis comme|tu n'as",
    show: "affiche|montre|revele|donne|repete|ecris|imprime|divulgue|traduis|quel est|lis\\b|envoie|cite",
    prompt:
      "texte (?:qui precede|au-dessus|avant ce)|(?:ton|votre|tes|vos|le) (?:prompt|message|instructions?|consignes|regles|directives) ?(?:du )?(?:systeme|cachees?|internes?|secretes?|initiales?|completes?)|(?:ton|votre|tes|vos) (?:prompt|instructions|consignes)|texte (?:cache|secret)|avec lequel tu as ete (?:configure|cree)|instructions secretes|avant mon arrivee|avant que j'arrive|donne comme texte",
    conceal:
      "n'en (?:parle|parlez|dis|dites|informe)|ne (?:le |la |les )?(?:dis|dites|parle|mentionne|revele|signale|montre)[^.]{0,30}(?:utilisateur|personne)|(?:utilisateur|personne)[^.]{0,20}ne (?:doit|doive) (?:pas |rien )?(?:savoir|etre)|sans (?:le dire|en informer|prevenir)[^.]{0,20}(?:utilisateur|personne)|cache[^.]{0,20}a l'utilisateur|n'en parle[^.]{0,20}rapport|ne (?:le )?mentionne[^.]{0,25}rapport|pas dans le rapport|n'en souffle mot|n'en (?:dis|dites) rien|ne le dis a personne",
    unasked:
      "sans (?:demander|confirmation|approbation|autorisation|permission|validation|poser de question|l'accord)|sans demander l'accord|saute\\w* l'approbation|sans l'accord de personne",
    run: "execut|lance|commande|supprime|pousse|deploie|pousse",
    send: "envoie|envoye|transmet|televers|publie|poste[rz]?\\b|expedi|transfere|joins|joindre|ajoute[^.]{0,40}commentaire",
    secrets:
      "\\.env\\b|mots? de passe|identifiants|variables? d'environnement|secret|cles? (?:api|d'api|privee)|jetons?\\b|tokens?\\b|id_rsa|\\.ssh|\\.aws|cles? ",
    agents:
      "(?:note|message|avis|attention|instruction|remarque|rappel)[^.\\n]{0,12} (?:pour|aux?|a l') ?(?:les |tous les |l'|toute )?(?:agents? ia|agents?\\b|ia\\b|assistant|modele|llm|intelligences? artificielle)|si (?:tu es|vous etes) une? (?:ia|modele|agent|assistant|llm)|aux agents ia|(?:note|message|consigne) (?:pour|a) (?:l'|les )?(?:agent|assistant)s? ia|agent ia",
    remember:
      "(?:retiens|souviens-toi|memorise|enregistre|rappelle-toi)[^.]{0,25}(?:toujours|jamais|permanence|definitivement)",
    needless:
      "(?:jamais|pas|plus|aucune?) (?:besoin )?(?:de |d')?(?:approbation|confirmation|autorisation|permission|validation)|sans (?:approbation|confirmation|autorisation)",
    obey: "n'obeis(?:sez)? (?:plus )?qu'a moi|n'ecoute (?:plus )?que moi|obeis(?:-moi)? uniquement|fais simplement ce que (?:j'ecris|je dis)",
    remove: "supprim|efface|ignore|desactiv",
    claim: "pretends|dis que|affirme|declare",
    tests: "\\btests?\\b",
    green: "au vert|\\bvert\\b|passent|reussi",
  },
  {
    code: "es",
    drop: "ignora[rd]?\\b|ignore[n]?\\b|olvida[rd]?\\b|olvide[n]?\\b|haz caso omiso|hagan caso omiso|haga caso omiso|descarta|pasa por alto|no sigas|desobedece|no obedezcas|omite|anuladas?|quedan? sin efecto|sin vigor",
    orders:
      "instruccion|reglas|normas|directrices|indicaciones|ordenes|directivas|restricciones|prompt del sistema|todo lo que te (?:dijeron|han dicho)|lo que te dijeron",
    yours:
      "anterior|previa|arriba|toda[s]?\\b|todos\\b|\\btus\\b|\\bsus\\b|\\btu\\b|original|inicial|precedente|anteriores|\\bantes\\b",
    unlimited:
      "no tuvieras (?:reglas|restricciones|limites|normas)|sin (?:\\w+ ){0,2}(?:restriccion|limite|regla|filtro|censura)|ninguna (?:restriccion|regla)|modo desarrollador|no tienes (?:restricciones|limites|reglas)|sin (?:ningun )?filtros?|no tuvieras restricciones|cualquier orden|barreras estan desactivadas|limites estan desactivados",
    you: "\\beres\\b|\\bserás\\b|seras\\b|a partir de ahora|desde ahora|de ahora en adelante|actua como|finge|haz como si|imagina|comportate|tienes",
    show: "muestra|muestrame|mostrar|revela|dime|imprime|repite|escribe|dame|ensena|traduce|cual es|lee\\b|ensename|envia|citalo|cita\\b",
    prompt:
      "(?:tu|tus|su|sus|el|las) (?:prompt|mensaje|instrucciones?|reglas)(?: (?:del? )?(?:sistema|oculta|interna|secreta|inicial|completa)\\w*)|(?:tu|tus) (?:prompt|instrucciones)|texto oculto|con el que te configuraron|instrucciones secretas|te dieron antes de que|antes de que yo llegara|texto te dieron",
    conceal:
      "no (?:se )?(?:lo |la |le )*(?:digas|diga|cuentes|menciones|informes|reveles|muestres|avises|digan)[^.]{0,30}(?:usuario|nadie)|sin (?:decirselo|que (?:el usuario|nadie) (?:lo sepa|se entere)|avisar|informar)|oculta[^.]{0,20} al usuario|no lo menciones|no (?:lo )?digas en el informe|sin mencionarlo|no se lo (?:cuentes|digas) a nadie|sin contarselo a nadie",
    unasked:
      "sin (?:pedir|preguntar|confirmacion|aprobacion|autorizacion|permiso|solicitar|consultar)|sin preguntar(?: a nadie)?|saltate la aprobacion|omite la aprobacion",
    run: "ejecut|comando|orden\\b|lanza|borra|elimina|despliega|push|ejecuta",
    send: "envia|envie|manda|mande|sube\\b|suba\\b|publica|transmite|reenvia|adjunta",
    secrets:
      "\\.env\\b|contrasena|credencial|variables? de entorno|secreto|claves?\\b|llaves? |tokens?\\b|id_rsa|\\.ssh|\\.aws",
    agents:
      "(?:nota|mensaje|aviso|atencion|instruccion|importante)\\w*[^.\\n]{0,12} (?:para|a) (?:los |las |el |la |todos los |cualquier )?(?:agentes? (?:de )?ia|agente|ia\\b|asistente|modelo|llm|inteligencia artificial)|si eres un[a]? (?:ia|modelo|agente|asistente|llm)|(?:nota|mensaje|aviso) para (?:el|los) (?:agentes?|asistentes?)(?: de)? ia|agente de ia",
    remember: "(?:recuerda|memoriza|guarda|acuerdate)[^.]{0,25}(?:siempre|permanente|para siempre|nunca)",
    needless:
      "(?:nunca|no|ninguna?)(?: \\w+)? (?:necesita\\w* |requiere\\w* |pid\\w+ |hace falta )?(?:de )?(?:aprobacion|confirmacion|autorizacion|permiso)|sin (?:aprobacion|confirmacion|permiso)",
    obey: "obedeceme (?:solo|unicamente)|obedece solo a mi|haz caso solo a mi|haz simplemente lo que (?:escribo|digo)|haz lo que yo (?:escriba|diga)",
    remove: "elimina|borra|salta|desactiv",
    claim: "\\bdi que|afirma|finge que|informa que",
    tests: "pruebas|\\btests?\\b",
    green: "en verde|pasan|pasaron|correct",
  },
  {
    code: "it",
    drop: "ignora(?:re|te)?\\b|dimentica(?:re|te)?\\b|trascura|non seguire|non tenere conto|non tener conto|scarta|scavalca|aggira|tralascia",
    orders: "istruzion|regole|direttive|ordini|linee guida|indicazioni|restrizioni|prompt di sistema",
    yours: "precedent|sopra|tutte\\b|tutti\\b|\\btue\\b|\\btuoi\\b|\\btua\\b|\\bvostre\\b|iniziali|originali|anterior",
    unlimited:
      "senza (?:\\w+ ){0,2}(?:restrizion|limit|regole|filtri|censura)|nessun[a]? (?:restrizion|limit|regola)|modalita sviluppatore|regole non (?:esist|valg)|non hai (?:restrizioni|limiti|regole|piu)",
    you: "\\bsei\\b|\\bsarai\\b|d'ora in poi|da ora in poi|da adesso|fingi|fai finta|immagina|comportati|agisci come|\\bhai\\b",
    show: "mostra|mostrami|rivela|dimmi|stampa|ripeti|scrivi|dammi|traduci|qual e|leggi|invia|elenca",
    prompt:
      "(?:il )?(?:tuo|tuoi|tue|vostro|suo) (?:prompt|messaggio|istruzioni)(?: (?:di sistema|nascost|intern|segret|inizial)\\w*)?",
    conceal:
      "non (?:lo |la |gli )?(?:dir(?:e|lo|glielo|ne)?|dirlo|parlarne|menzionar|rivelar|informar|far sapere|mostrar)\\w*[^.]{0,30}(?:utente|nessuno)|senza (?:dirlo|informare|che l'utente)|nascondi[^.]{0,20}all'utente",
    unasked: "senza (?:chiedere|conferma|approvazione|autorizzazione|permesso|chiedermi|domandare)",
    run: "esegui|comando|lancia|cancella|elimina|distribuisci",
    send: "invia|manda|spedisci|carica|pubblica|trasmetti|inoltra",
    secrets: "\\.env\\b|password|credenzial|variabili d'ambiente|segret|chiavi?\\b|tokens?\\b|id_rsa|\\.ssh|\\.aws",
    agents:
      "(?:nota|messaggio|avviso|attenzione|istruzion[ei]|importante)[^.\\n]{0,12} (?:per|agli?|all'|a) ?(?:gli |le |l'|tutti gli )?(?:agent[ei] (?:di )?(?:ia|ai)|agenti?\\b|ia\\b|ai\\b|assistent|modell|llm)|se sei un[a']? ?(?:ia|modello|agente|assistente|llm)",
    remember: "(?:ricorda|memorizza|salva|tieni a mente)[^.]{0,25}(?:sempre|permanente|per sempre|mai)",
    needless:
      "(?:mai|non|nessun[a]?)(?: \\w+)? (?:bisogno di |richied\\w+ |serv\\w+ )?(?:di )?(?:approvazione|conferma|autorizzazione|permesso)|senza (?:approvazione|conferma|permesso)",
  },
  {
    code: "pt",
    drop: "ignor[ea][rm]?\\b|esque[cç]a[m]?\\b|esquece\\b|desconsider[ea]|descart[ea]|nao siga|desobede[cç]a|nao obede[cç]a|passe por cima",
    orders:
      "instruc(?:ao|oes)|regras|diretrizes|ordens|orientacoes|restricoes|comandos anteriores|prompt d[oe] sistema",
    yours: "anterior|acima|tod[ao]s\\b|\\bsuas?\\b|\\btuas?\\b|\\bseus\\b|originais|iniciais|previas",
    unlimited:
      "sem (?:\\w+ ){0,2}(?:restric|limite|regra|filtro|censura)|nenhuma (?:restric|regra)|modo desenvolvedor|nao tem (?:mais )?(?:restric|limites|regras)",
    you: "\\bvoce\\b|\\btu es\\b|\\bes\\b|a partir de agora|de agora em diante|daqui em diante|aja como|finja|imagine|comporte-se",
    show: "mostre|mostra|revele|revela|diga|imprima|imprime|repita|escreva|exiba|traduza|qual e|leia|envie|liste",
    prompt:
      "(?:seu|teu|suas|tuas|o) (?:prompt|mensagem|instrucoes)(?: (?:d[eo] sistema|ocult|intern|secret|inicia)\\w*)|(?:seu|teu) prompt|(?:suas|tuas) instrucoes",
    conceal:
      "nao (?:o |a |lhe )?(?:conte|diga|fale|mencione|revele|informe|mostre|avise)[^.]{0,30}(?:usuario|utilizador|ninguem)|sem (?:contar|avisar|que o usuario|informar)|esconda[^.]{0,20}d[oe] (?:usuario|utilizador)",
    unasked: "sem (?:pedir|perguntar|confirmacao|aprovacao|autorizacao|permissao|solicitar)",
    run: "execut|comando|rode\\b|apague|delete|implante",
    send: "envie|envia|mande|manda|publique|transmita|encaminhe|carregue|poste",
    secrets:
      "\\.env\\b|senha|credencia|variaveis de ambiente|segredo|chaves?\\b|tokens?\\b|id_rsa|\\.ssh|\\.aws|palavra-passe",
    agents:
      "(?:nota|mensagem|aviso|atencao|instruc\\w+|importante)[^.\\n]{0,12} (?:para|aos?) (?:os |as |o |a |todos os )?(?:agentes? (?:de )?ia|agente|ia\\b|assistente|modelo|llm)|se voce (?:e|for) um[a]? (?:ia|modelo|agente|assistente|llm)",
    remember: "(?:lembre|memorize|guarde|recorde|grave)\\w*[^.]{0,25}(?:sempre|permanente|para sempre|nunca)",
    needless:
      "(?:nunca|nao|nenhuma?)(?: \\w+)? (?:precis\\w+ |requer\\w* )?(?:de )?(?:aprovacao|confirmacao|autorizacao|permissao)|sem (?:aprovacao|confirmacao|permissao)",
  },
];
