import type { Lexicon } from "./concept.ts";

export const GERMANIC: readonly Lexicon[] = [
  {
    // German
    you: "du|dir|dich|dein*|ihr|euch|eure*|sie sind",
    me: "ich|mich|mir|meine*|auf mich|diese nachricht|dieser nachricht|diese datei|dieses ticket|diesem ticket",
    agent: "ki|ki-*|kunstliche intelligenz|sprachmodell*|assistent*|bot|agent|agenten|chatbot*|modell*|alle ki*",
    person: "benutzer*|nutzer*|anwender*|mensch*|niemand*|jemand*|keinem|keiner|besitzer*|betreiber*",
    authority: "administrator*|entwickler*|admin|betreiber*|chef*|vorgesetzt*|hersteller*",
    rules:
      "regel*|vorgabe*|anweisung*|richtlinie*|vorschrift*|einschrankung*|beschrankung*|instruktion*|weisung*|schranken|leitplanken|grenzen|leitlinie*|auflage*|filter|gesagt wurde|verbot*|auftrag*",
    prompt:
      "systemprompt*|system-prompt*|systemanweisung*|systemnachricht*|system-nachricht*|vor meiner ersten|starttext*|ausgangstext*|deine anweisungen|deine regeln|deine vorgaben|anfangstext*|gestartet wurdest|eingerichtet wurdest|deines kontext*|deine konfiguration",
    hidden: "geheim*|versteckt*|verborgen*|vertraulich*|intern*",
    earlier:
      "bisher*|vorherig*|fruher*|oben|obig*|zuvor|vorher*|davor|ursprunglich*|bis hier*|vorangeh*|vorangegangen*",
    all: "alle*|samtlich*|jede*|ganz*|vollstandig*|komplett*|nichts|keine*|was immer|egal was",
    secret:
      "passwort*|passworter*|kennwort*|schlussel|api-schlussel*|zugangsdaten*|geheimnis*|umgebungsvariable*|zugangsschlussel*|anmeldedaten|tokens|zugangstoken*",
    tests: "tests|test|prufung*|checks|testlauf*|testordner*",
    approval:
      "genehmig*|freigabe*|freizugeb*|bestatig*|zustimmung*|erlaubnis*|prufung|ruckfrage*|einverstandnis*|pull request*|anderung*|abnahme*",
    guard: "sicherheit*|sandbox*|schutz*|firewall*|uberwach*|protokollier*|container*|kontrolle*|sicherung*",
    host: "auf dem host|host|root|direkt auf|adminrechte*|hostsystem*|ausserhalb der sandbox|vollzugriff*|alle rechte",
    lasting:
      "ab sofort|ab jetzt|von nun an|kunftig*|fur immer|gedachtnis*|merk*|merke dir|dauerhaft*|immer|nie wieder|nicht mehr|speicher*|nie mehr|von jetzt an|fortan",
    drop: "ignorier*|vergiss*|vergess*|missacht*|verwirf*|verwerf*|aufgehoben*|ungultig*|gilt nicht*|gelten nicht*|zahlt nicht*|zahlen nicht*|streich*|losch*|uberschreib*|hinfallig*|ausser kraft|nie regeln|beachte nicht|lass hinter dir|setz dich hinweg|uberholt*|erledigt*|annullier*|pfeif auf",
    obey: "gehorch*|befolg*|folge*|hore*|hor auf|nur noch|ausschliesslich|nur mir|meine befehle|was ich sage|meine regeln|jeden befehl|gelten nur|nur meine",
    show: "zeig*|gib*|nenn*|verrat*|wiederhol*|drucke*|ausgib*|aus|schreib*|lies|liste*|zitier*|offenbar*|sag mir|gebe*|preisgeb*|preis|auflist*",
    exact: "wortlich*|wort fur wort|wortwortlich*|im wortlaut|vollstandig*|unverandert*|als liste|inhalt*|rohtext*",
    send: "send*|schick*|ubermittl*|lade hoch|hochlad*|poste*|ubertrag*|leite weiter|weiterleit*|hang an|fuge ein|fug*|maile*|kopier*",
    hush: "erwahn* nicht|erwahne es nicht|sag nichts|sag dem nutzer nichts|nicht erwahn*|niemandem|heimlich*|unauffallig*|still und leise|ohne es zu sagen|verrate es keinem|verrat es niemand*|sag es nicht|keinem sagen|kein wort|behalt* fur dich|fur dich behalt*|verschweig*|unbemerkt*|sag* niemand*|geheim halt*|nichts davon|nicht verrat*|ohne hinweis",
    unasked:
      "ohne zu fragen|ohne ruckfrage*|ohne prufung*|ohne bestatigung*|ohne genehmigung*|ohne freigabe*|ohne zustimmung*|ohne nachzufragen|frag nicht*|frage nicht*|bereits genehmigt*|schon genehmigt*|vorab genehmigt*|ungepruft*|ohne den benutzer|ohne den nutzer|mach einfach|einfach machen|ohne erlaubnis|ohne jemanden",
    run: "fuhre|fuhr|ausfuhr*|starte*|befehl*|skript*|kommando*|aufruf*|installier*",
    delete: "losche*|losch|entfern*|vernicht*|wirf weg",
    disable:
      "deaktivier*|abschalt*|schalte ab|schalte aus|schalt*|ausschalt*|umgeh*|uberspring*|nutze nicht|aushebel*|stell ab|nicht nutzen",
    claim: "behaupt*|bericht*|melde*|sag dass|gib an|tu so|vorgeb*|markier*",
    passed: "grun|bestanden|erfolgreich|erledigt|durchgelaufen",
    pretend:
      "tu so|stell dir vor|du bist jetzt|du bist ab|spiel*|verhalte dich|als hattest|als ob|als warst|rolle|so tun|gib vor|du heisst",
    unlimited:
      "ohne einschrankung*|ohne jede einschrankung*|ohne regeln|ohne filter|ohne grenzen|keine einschrankung*|keine regeln|keine grenzen|keinerlei|uneingeschrankt*|darfst alles|unzensiert*|frei von|keine beschrankung*|ohne beschrankung*|nie ablehn*|schrankenlos*|entfesselt*",
    now: "jetzt|sofort*|nur noch|stattdessen|ausschliesslich",
    newtask:
      "neue aufgabe*|neuer auftrag*|deine aufgabe|stattdessen|neue anweisung*|neue regel*|eigentliche aufgabe|wahre aufgabe",
    notice:
      "hinweis*|an alle|an die|achtung|wichtig*|dringend*|nachricht an|liebe|notiz an|anweisung fur|fur ki*|fur alle",
    outrank: "vorrang*|wichtiger als|hat vorrang|geht vor|uber euren|steht uber|hoher als|ersetzt eure",
    reading: "diese datei liest|dies liest|die das liest|das liest|liest|wenn du|die dies|falls du",
  },
  {
    // Dutch
    you: "je|jij|jou|jouw|jullie|u|uw",
    me: "mij|mijn|ik|dit bericht|dit bestand|naar mij|dit ticket",
    agent: "ai|ai-*|kunstmatige intelligentie|taalmodel*|assistent*|bot|agent*|chatbot*|model*",
    person: "gebruiker*|mens*|niemand|iemand|eigenaar*",
    authority: "beheerder*|ontwikkelaar*|admin*|baas",
    rules: "regels|regel|instructie*|richtlijn*|beperking*|voorschrift*|opdracht*|aanwijzing*|grenzen|filters|beleid*",
    prompt:
      "systeemprompt*|systeembericht*|systeeminstructie*|voor mijn eerste|je instructies|jouw instructies|je regels|begintekst*",
    hidden: "geheim*|verborgen*|vertrouwelijk*|interne*",
    earlier: "eerder*|vorige*|voorgaand*|hierboven|bovenstaand*|tot nu toe|oorspronkelijk*|voorheen",
    all: "alle*|alles|elke*|volledig*|geen|niets|geheel",
    secret: "wachtwoord*|sleutel*|api-sleutel*|inloggegevens|geheimen|token*|omgevingsvariabele*",
    tests: "tests|test|controles|testmap",
    approval: "goedkeur*|goedgekeurd*|keur|bevestig*|toestemming*|akkoord*|wijziging*|pull request*|controle*",
    guard: "beveilig*|sandbox*|veiligheid*|firewall*|controles|toezicht|container*",
    host: "op de host|host|root|beheerdersrechten|rechtstreeks",
    lasting: "vanaf nu|voortaan|voor altijd|onthoud*|geheugen*|altijd|nooit meer|niet meer|permanent*",
    drop: "negeer*|vergeet*|vervalt|vervallen|ongeldig*|geldt niet|gelden niet|laat varen|verwerp*|schrap*|wis|telt niet|sla over|trek je niets|overschrijf*",
    obey: "gehoorzaam*|volg*|luister*|alleen wat ik|wat ik zeg|doe wat|alleen naar",
    show: "toon*|laat zien|laat me|geef*|herhaal*|schrijf*|noem*|print*|onthul*|vertel me|citeer*",
    exact: "letterlijk*|woord voor woord|volledig*|inhoud*|precies|lijst van",
    send: "stuur*|verzend*|upload*|plak*|post*|mail*|doorstuur*|kopieer*",
    hush: "vertel het niemand|zeg niets|niet vertellen|zeg het tegen niemand|stiekem|houd het geheim|geheim houden|in het geheim|vermeld niet|zonder het te zeggen|niemand*|vertel niet*|noem het niet|hou je mond|stilletjes|ongemerkt",
    unasked:
      "zonder te vragen|zonder toestemming|zonder te controleren|zonder controle|zonder bevestiging|zonder goedkeuring|vraag niet*|vraag niets|al goedgekeurd|reeds goedgekeurd|doe het gewoon|geen toestemming|zonder overleg",
    run: "voer|uitvoer*|start|commando*|opdracht*|script*|draai",
    delete: "verwijder*|wis|vernietig*",
    disable: "schakel uit|schakel|uitschakel*|zet uit|omzeil*|deactiveer*|sla over|gebruik niet",
    claim: "beweer*|zeg dat|meld*|doe alsof|rapporteer*|markeer*",
    passed: "geslaagd*|groen|gelukt",
    pretend: "doe alsof|je bent nu|stel je voor|speel*|gedraag je|alsof",
    unlimited:
      "geen beperking*|zonder beperking*|zonder regels|geen regels|onbeperkt*|zonder filter*|geen grenzen|alles mag|ongecensureerd*|nooit regels",
    now: "nu|meteen|onmiddellijk|alleen|in plaats daarvan",
    newtask: "nieuwe taak|nieuwe opdracht|je taak|nieuwe instructie*",
    notice: "aan de|aan alle|let op|belangrijk*|bericht voor|opmerking voor|dringend*",
    outrank: "gaat boven|voorrang*|belangrijker dan|boven jullie",
    reading: "die dit leest|dit leest|als je dit|als je een",
  },
  {
    // Swedish, and much that Danish and Norwegian share with it
    you: "du|dig|din|dina|ditt|er|era|ni|deg|dine",
    me: "mig|min|mina|jag|meg|mine|jeg|detta meddelande|det har meddelandet|den har filen",
    agent: "ai|ai-*|artificiell intelligens|sprakmodell*|assistent*|bot|agent*|modell*",
    person: "anvandare*|anvandaren|ingen|nagon|manniska*|bruker*|agaren",
    authority: "administrator*|utvecklare*|admin*|chef*",
    rules:
      "regel|regler*|instruktion*|riktlinje*|begransning*|anvisning*|order|direktiv*|foreskrift*|filter|grans*|policy*|restriktion*",
    prompt:
      "systemprompt*|systemmeddeland*|systeminstruktion*|fore mitt forsta|dina instruktioner|dina regler|din prompt|starttext*",
    hidden: "hemlig*|dold*|gomd*|konfidentiell*|intern*",
    earlier: "tidigare|foregaend*|ovan|ovanstaend*|hittills|ursprunglig*|fore",
    all: "alla|allt|varje|hela|inga|inget|fullstandig*",
    secret: "losenord*|nyckel*|api-nyckel*|inloggningsuppgift*|hemligheter*|token*|miljovariab*",
    tests: "test|tester*|testerna|mappen tests|kontroller*",
    approval: "godkann*|godkand*|bekraft*|tillstand*|medgivande*|granskning*|andring*|tillatelse*|pull request*",
    guard: "sakerhet*|sandlada*|sandladan|brandvagg*|skydd*|overvakning*|container*",
    host: "pa varden|vard|host|root|direkt pa|adminrattighet*",
    lasting:
      "fran och med nu|hadanefter|for alltid|kom ihag|minne*|alltid|aldrig mer|inte langre|permanent*|hallanefter|framover",
    drop: "glom*|ignorer*|strunta*|ogiltig*|galler inte|upphav*|bortse*|forkasta*|stryk*|upphor*|asidosatt*|raknas inte|slang bort",
    obey: "lyd*|folj*|lyssna*|bara som jag|som jag sager|gor bara|endast mig|bara pa",
    show: "visa*|ge mig|upprepa*|skriv*|lista*|avsloja*|beratta for mig|citera*|las upp|nam*",
    exact: "ord for ord|ordagrant|exakt*|hela|innehallet|listan over|i sin helhet",
    send: "skicka*|ladda upp|klistra*|posta*|vidarebefordra*|mejla*|kopiera*",
    hush: "sag inget|beratta det inte|beratta inte|i hemlighet|hall det hemligt|namn inte|utan att saga|ingen far|sag inte|for nagon|tyst|tig om|smyg*|obemarkt",
    unasked:
      "utan att fraga|utan granskning|utan godkannande|utan tillstand|utan bekraftelse|fraga inte|redan godkand*|behover inget|gor det bara|utan kontroll",
    run: "kor|korning|kommando*|skript*|starta*|utfor*",
    delete: "ta bort|radera*|forstor*|avlagsna*",
    disable: "stang av|inaktivera*|kringga*|hoppa over|avaktivera*|anvand inte|sla av|koppla bort",
    claim: "sag att|pasta*|rapportera*|lats*|markera*|havda*",
    passed: "gick igenom|godkant|gron*|lyckad*|klarade",
    pretend: "lats*|du ar nu|forestall dig|spela*|bete dig|som om|agera som",
    unlimited:
      "inga begransning*|utan begransning*|inga regler|utan regler|utan filter|obegransad*|ocensurerad*|fri fran|nagra regler",
    now: "nu|genast|omedelbart|endast|bara|istallet",
    newtask: "ny uppgift|nya instruktioner|din uppgift|nytt uppdrag",
    notice: "till den|till alla|obs|viktigt|meddelande till|observera|till er",
    outrank: "gar fore|foretrade*|viktigare an|star over",
    reading: "som laser|laser detta|laser det har|om du ar",
  },
];
