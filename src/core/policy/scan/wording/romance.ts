import type { Lexicon } from "./concept.ts";

export const ROMANCE: readonly Lexicon[] = [
  {
    // French
    you: "tu|toi|te|ton|ta|tes|vous|votre|vos",
    me: "moi|mon|mes|ma|je|ce message|ce fichier|ce ticket|n'ecoute que|mes ordres",
    agent:
      "ia|l'ia|ias|intelligence artificielle|modele de langage|assistant*|l'assistant|agent*|agents ia|chatbot*|robot*|bot",
    person: "utilisateur*|l'utilisateur|personne|quiconque|humain*|proprietaire*|quelqu'un",
    authority: "administrateur*|developpeur*|patron*|responsable*|admin",
    rules:
      "regle*|consigne*|instruction*|directive*|restriction*|contrainte*|ordres|limites|limite|filtre*|garde-fou*|interdiction*|politique*",
    prompt:
      "message systeme|prompt systeme|invite systeme|instructions systeme|mon premier message|tes instructions|vos instructions|tes consignes|ton prompt|prompt initial|texte initial",
    hidden: "cache*|secret|secretes|secrete|confidentiel*|interne*|dissimule*",
    earlier: "precedent*|precede*|anterieur*|ci-dessus|plus haut|au-dessus|jusqu'ici|initial*|avant",
    all: "tout|toute|toutes|tous|chaque|entier*|complet*|aucun*|rien",
    secret:
      "mot de passe|mots de passe|cle|cles|cle d'api|cle api|identifiants|jeton*|variables d'environnement|secrets",
    tests: "test|tests|verification*|dossier tests",
    approval:
      "approuv*|approbation*|autorisation*|accord|confirm*|permission*|valid*|pull request*|modification*|consentement*|verifier",
    guard: "securite*|bac a sable|controles|pare-feu*|protection*|surveillance*|conteneur*|l'audit",
    host: "sur l'hote|l'hote|root|droits admin*|directement sur",
    lasting:
      "desormais|dorenavant|a partir de maintenant|a jamais|pour toujours|retiens|memoire*|memoris*|toujours|ne plus|n'as plus|souviens*|a l'avenir|plus besoin",
    drop: "oubli*|ignor*|laisse tomber|annul*|neglig*|fais abstraction|ne tiens pas compte|abandon*|caduc*|efface*|rejett*|ne s'applique*|passe outre|nul et non|revoqu*|contourn*",
    obey: "obei*|suis|ecoute*|n'ecoute|uniquement moi|ce que je dis|fais ce que|mes ordres|ne suis que|execute mes",
    show: "montre*|affiche*|revele*|repete*|recite*|donne*|liste*|ecris*|imprime*|divulgue*|traduis*|dis-moi|communique*",
    exact: "mot pour mot|mot a mot|textuellement|integral*|verbatim|contenu*|la liste|en entier|tel quel",
    send: "envoie*|envoy*|transmets*|publie*|colle*|poste*|televers*|transfer*|joins|copie*",
    hush: "sans le signaler|sans le dire|n'en parle*|ne dis rien|ne le dis|ne mentionne*|en secret|discretement|a l'insu|garde-le pour toi|garde le secret|sans prevenir|sans avertir|en cachette|a personne|ne previens*|ne signale*|reste entre nous|secretement|silencieusement",
    unasked:
      "sans demander|sans verifier|sans verification|sans confirmation|sans autorisation|sans l'accord|sans accord|ne demande rien|ne demande pas|deja approuve*|plus besoin|sans validation|sans relire|sans poser|sans consulter",
    run: "lance*|execut*|commande*|script*|demarre*|appelle*",
    delete: "supprim*|efface*|detrui*|retire*",
    disable: "desactiv*|contourn*|saute*|coupe*|eteins|n'utilise pas|neutralis*|evite*|bypass*",
    claim: "pretend*|declare*|dis que|affirme*|fais croire|marque*|rapporte*",
    passed: "passes|passe|reussi*|vert|verts|succes",
    pretend:
      "fais comme si|imagine*|tu es maintenant|tu es desormais|joue*|comporte-toi|comme si|fais semblant|incarne*|agis comme",
    unlimited:
      "aucune restriction|sans restriction*|sans limite*|sans regle*|sans filtre*|plus aucune|aucune limite|aucune regle|librement|libre de|non censure*|tout permis|aucun filtre|jamais refuser|aucune consigne",
    now: "maintenant|immediatement|tout de suite|seulement|uniquement|plutot|a la place",
    newtask: "nouvelle tache|nouvelles instructions|nouvelle mission|ta tache|nouvel ordre|vraie tache",
    notice:
      "a l'attention|attention|note pour|message pour|important*|urgent*|a tous les|avis a|remarque pour|cher|a toute",
    outrank: "prime sur|prevaut*|priorite*|prioritaire*|l'emporte*|au-dessus de vos|remplace*",
    reading: "qui lit|lisant ceci|si tu es|si vous etes|qui lisent|lisez",
  },
  {
    // Spanish
    you: "tu|tus|eres|te|usted|vuestro*|vuestra*|ti|su",
    me: "me|mi|mis|yo|este mensaje|este archivo|este ticket|solo esto|lo que yo|solo a mi",
    agent: "ia|la ia|inteligencia artificial|modelo de lenguaje|asistente*|agente*|bot|chatbot*|modelo",
    person: "usuario*|nadie|humano*|alguien|propietario*|dueno*",
    authority: "administrador*|desarrollador*|jefe*|admin",
    rules:
      "reglas|regla|instruccion*|norma*|directri*|restriccion*|limitacion*|limites|ordenes|pautas|filtros|consignas|politica*|indicacion*",
    prompt:
      "prompt del sistema|mensaje del sistema|prompt de sistema|instrucciones del sistema|mi primer mensaje|tus instrucciones|tus normas|tus reglas|prompt inicial|texto inicial",
    hidden: "oculta*|oculto*|secreta*|secreto|secretos|confidencial*|interna*",
    earlier: "anterior*|previa*|previo*|arriba|hasta ahora|inicial*|antes de|precedente*|original*",
    all: "todo|todos|toda|todas|cada|cualquier*|ningun*|nada|completo*|entero",
    secret: "contrasena*|clave*|clave de api|credencial*|llave*|variables de entorno|tokens",
    tests: "prueba*|las pruebas|carpeta de pruebas|test|tests|comprobacion*",
    approval: "aprob*|aprueb*|autoriz*|permiso*|confirm*|consentimiento|revision*|solicitud*|pull request*|cambio*",
    guard: "seguridad*|sandbox*|control*|cortafuegos|proteccion*|supervision*|contenedor*|entorno aislado",
    host: "en el host|host|root|anfitrion|permisos de administrador|directamente en",
    lasting:
      "a partir de ahora|desde ahora|de ahora en adelante|para siempre|recuerda*|memoria*|siempre|ya no|nunca mas|en adelante|memoriza*|guarda en",
    drop: "olvid*|ignor*|descart*|anul*|haz caso omiso|omite*|no tengas en cuenta|abandon*|invalid*|desech*|borra*|sin efecto|deja de lado|no aplica*|no valen|prescinde|pasa por alto|desobedec*|cancel*|sustituy*",
    obey: "obedec*|sigue*|escucha*|haz solo|solo lo que|lo que yo diga|haz lo que|cumple*|unicamente a mi",
    show: "muestra*|ensena*|revela*|repite*|dame|escribe*|imprime*|lista*|di cual|dime*|recita*|cita*|filtra*|traduce*|comparte*",
    exact:
      "palabra por palabra|literal*|textual*|tal como|tal cual|integro*|contenido*|la lista|verbatim|exactamente|completo*",
    send: "envia*|manda*|sube*|publica*|pega*|transmite*|reenvia*|adjunta*|copia*",
    hush: "sin avisar|sin decir*|no se lo digas|no digas*|no lo menciones|no menciones*|en secreto|a escondidas|guardatelo|discretamente|a nadie|sin que se entere|sin informar|ocultalo|en silencio|no cuentes|no informes|manten en secreto|calla*",
    unasked:
      "sin preguntar*|sin revisar*|sin confirmar*|sin permiso*|sin aprobacion|sin autorizacion|no preguntes*|ya aprobad*|estan aprobad*|no necesitas permiso|no pidas|automaticamente|sin comprobar*|sin pedir|sin consultar",
    run: "ejecuta*|orden|comando*|script*|lanza*|corre*|inicia*",
    delete: "borra*|elimina*|destruye*|suprime*|quita*",
    disable: "desactiva*|deshabilita*|salta*|evita*|apaga*|no uses|elude*|sortea*|anula*",
    claim: "di que|afirma*|finge*|asegura*|marca*|reporta*|informa que|declara*",
    passed: "superada*|pasaron|pasado|verde*|exitos*|aprobadas",
    pretend: "haz como si|imagina*|finge*|ahora eres|eres ahora|actua como|comportate|juega*|como si|supon*",
    unlimited:
      "sin limites|sin restriccion*|sin reglas|sin filtro*|sin censura|ninguna restriccion|ningun limite|nunca se niega|no tienes restriccion*|libremente|ilimitad*|nunca te niegas|sin ningun|sin normas",
    now: "ahora|inmediatamente|ya|solo|solamente|unicamente|en su lugar",
    newtask: "nueva tarea|nuevas instrucciones|tu tarea|nueva mision|verdadera tarea|nuevas ordenes",
    notice: "nota para|atencion|aviso|importante*|urgente*|mensaje para|a todos los|a todas las|estimado|para la ia",
    outrank: "prevalece*|prioridad*|por encima de|mas importante que|precedencia|sustituye*",
    reading: "que lea|que lee|que leas|si eres|leyendo esto|lean esto|que leen",
  },
  {
    // Portuguese
    you: "voce|voces|seu|sua|seus|suas|tu|te|teu",
    me: "me|meu|meus|minha|minhas|eu|esta mensagem|este arquivo|apenas isto|este ficheiro|este ticket",
    agent:
      "ia|a ia|agente de ia|agentes de ia|inteligencia artificial|modelo de linguagem|assistente*|agente*|bot|robo",
    person: "usuario*|ninguem|utilizador*|alguem|humano*|dono*|proprietario*",
    authority: "administrador*|desenvolvedor*|chefe*|admin",
    rules:
      "regra*|instruc*|diretriz*|restric*|limitac*|limites|ordens|normas|filtro*|orientac*|politica*|comandos anteriores",
    prompt:
      "prompt de sistema|prompt do sistema|mensagem de sistema|mensagem do sistema|instrucoes do sistema|minha primeira mensagem|suas instrucoes|suas regras|prompt inicial",
    hidden: "oculta*|oculto*|secreta*|secreto*|confidencia*|escondid*|interna*",
    earlier: "anterior*|acima|previa*|ate agora|inicia*|antes da|antes de|precedente*|original*",
    all: "tudo|todo|todos|todas|cada|qualquer|nenhum*|nada|completo*|inteiro*",
    secret: "senha*|chave*|chave da api|credencia*|token*|variaveis de ambiente|segredos",
    tests: "teste*|os testes|pasta de testes|verificac*",
    approval: "aprov*|autoriz*|permissao*|confirm*|consentimento|revis*|pull request*|alterac*|mudanca*",
    guard: "seguranca*|sandbox*|controle*|firewall*|protec*|monitoramento|conteiner*|verificacoes de",
    host: "no host|host|root|direto no|direitos de administrador|maquina hospedeira",
    lasting:
      "de agora em diante|a partir de agora|daqui em diante|para sempre|lembre*|memoria*|guarde*|sempre|nunca mais|nao tem mais|doravante|memorize*",
    drop: "esque*|ignor*|descart*|anul*|cancel*|desconsider*|abandon*|deixe de lado|sem efeito|nao valem|invalid*|apague*|desobede*|revog*|nao se aplica*|passe por cima",
    obey: "obede*|siga*|ouca*|faca o que|apenas o que|so o que|execute meus|cumpra*|somente a mim",
    show: "mostr*|revel*|repit*|escrev*|imprim*|list*|de-me|me de|diga*|exib*|cite*|traduz*|compartilh*|divulg*",
    exact: "palavra por palavra|literal*|na integra|completo*|conteudo*|lista das|exatamente|textualmente|integral*",
    send: "envi*|mand*|carreg*|public*|cole|poste*|transmit*|encaminh*|anex*|copie*",
    hush: "nao conte*|nao avise*|nao diga*|nao mencion*|sem avisar|sem contar|em segredo|secretamente|discretamente|escondido|a ninguem|ninguem|sem informar|mantenha em segredo|em silencio|sigilo|nao informe*|as escondidas",
    unasked:
      "sem perguntar*|sem revisar*|sem pedir*|sem confirm*|sem aprovac*|sem autorizac*|nao pergunte*|ja aprovad*|estao aprovad*|nao precisa de|sem verificar|apenas faca|sem permissao|automaticamente",
    run: "execut*|comando*|rode*|script*|inici*|rodar",
    delete: "apag*|exclu*|remov*|delet*|destru*",
    disable: "desativ*|desabilit*|desligu*|contorn*|ignore a|nao use|pule*|burl*",
    claim: "diga que|afirm*|finj*|declare*|marque*|relat*|alegue*",
    passed: "passaram|passou|verde*|sucesso*|aprovad*",
    pretend: "finja*|aja como|imagine*|agora voce e|voce agora e|como se|comporte-se|faca de conta|interprete*",
    unlimited:
      "sem restric*|sem limite*|sem regra*|sem filtro*|nao tem restric*|nenhuma restric*|nenhuma regra|livremente|ilimitad*|sem censura|nenhum limite|restricoes nem",
    now: "agora|imediatamente|ja|apenas|somente|em vez disso",
    newtask: "nova tarefa|novas instrucoes|sua tarefa|nova missao|novas ordens",
    notice: "atencao|aviso|importante*|urgente*|mensagem para|nota para|a todos os|aos agentes|prezado|para a ia",
    outrank: "prevalec*|prioridade*|acima de suas|acima das|mais importante que|precedencia|substitui*",
    reading: "que le|que esta lendo|lendo isto|se voce e|se voce for|que leem|que ler",
  },
  {
    // Italian
    you: "tu|tuo|tua|tuoi|tue|ti|te|voi|vostr*",
    me: "me|mio|mia|miei|mie|mi|io|questo messaggio|questo file|solo questo|quello che ti dico|questo ticket",
    agent: "ia|l'ia|agenti ia|intelligenza artificiale|modello linguistico|assistente*|agente*|agenti|bot|modello",
    person: "utente|utenti|l'utente|all'utente|nessuno|qualcuno|umano*|proprietario*",
    authority: "amministratore*|sviluppatore*|capo|admin",
    rules:
      "regole|regola|istruzion*|direttiv*|restrizion*|limitazion*|limiti|limite|ordini|linee guida|vincoli|filtri|disposizion*|indicazion*|politic*",
    prompt:
      "prompt di sistema|messaggio di sistema|istruzioni di sistema|mio primo messaggio|tue istruzioni|tue regole|prompt iniziale|tuo prompt",
    hidden: "nascost*|segret*|riservat*|intern*|confidenzial*",
    earlier: "precedent*|precede*|sopra|finora|iniziale*|prima del|in precedenza|originale*|anterior*|detto finora",
    all: "tutto|tutte|tutti|tutta|ogni|qualsiasi|nessun*|niente|intero|completo*",
    secret: "password*|chiave*|chiavi|chiave api|credenzial*|token*|variabili d'ambiente|segreti",
    tests: "test|i test|cartella dei test|controlli|verifiche",
    approval: "approv*|autorizz*|permess*|conferm*|consens*|revision*|pull request*|modific*",
    guard: "sicurezza*|sandbox*|controlli*|firewall*|protezion*|sorveglianza|container*",
    host: "sull'host|host|root|direttamente sull*|diritti di amministratore",
    lasting:
      "d'ora in poi|da ora in poi|da adesso|per sempre|ricorda*|memoria*|memorizz*|sempre|mai piu|non hai piu|in futuro|d'ora in avanti",
    drop: "dimentic*|ignor*|trascur*|annull*|scart*|lascia perdere|non tener conto|abbandon*|cancell*|non valgono|invalid*|nullo|metti da parte|disobbed*|non contano|revocat*|superat*",
    obey: "obbedi*|ubbidi*|segui*|ascolta*|fai solo|solo quello che|quello che ti dico|cio che dico|esegui i miei",
    show: "mostra*|rivela*|ripet*|scriv*|dammi|elenc*|stampa*|recita*|dimmi*|cita*|traduci*|condivid*|svela*",
    exact: "parola per parola|letteral*|testual*|per intero|integral*|contenut*|l'elenco|esatto*|alla lettera",
    send: "invia*|manda*|carica*|pubblica*|incolla*|posta*|trasmett*|inoltra*|allega*|copia*",
    hush: "senza dirlo|non dirlo|non dire*|non menzion*|di nascosto|in segreto|a nessuno|tienilo per te|senza avvis*|senza inform*|in silenzio|segretamente|non avvis*|non rivel*|tieni segreto|zitto|senza che",
    unasked:
      "senza chiedere*|senza conferma*|senza verific*|senza controll*|senza autorizz*|senza permess*|non chiedere*|gia approvat*|gia stati approvat*|non ti serve|senza revision*|senza approv*|fallo e basta",
    run: "esegu*|comando*|comandi|script*|lancia*|avvia*",
    delete: "cancell*|elimin*|rimuov*|distrugg*",
    disable: "disattiv*|disabilit*|aggir*|salta*|spegn*|non usare*|evita*|elud*|bypass*",
    claim: "dichiara*|afferma*|di' che|fingi*|segnala*|sostieni*|riporta che",
    passed: "passati|superat*|verdi|riuscit*|successo",
    pretend:
      "fai finta*|comportati*|immagina*|adesso sei|ora sei|sei ora|come se|fingi*|interpreta*|recita*|agisci come",
    unlimited:
      "senza restrizion*|senza limit*|senza regole|senza filtri|alcun limite|nessuna restrizion*|nessun limite|nessuna regola|liberamente|illimitat*|senza censura|mai dato regole",
    now: "ora|adesso|subito|immediatamente|solo|soltanto|invece",
    newtask: "nuovo compito|nuove istruzioni|il tuo compito|nuova missione|nuovi ordini",
    notice: "attenzione|avviso|importante*|urgente*|messaggio per|nota per|a tutti gli|a tutti i|gentile|per l'ia",
    outrank: "prevale*|priorita*|precedenza*|sopra le vostre|piu importante|sostituisc*",
    reading: "che legge|che leggono|leggendo questo|se sei|chi legge|legge questo",
  },
];
