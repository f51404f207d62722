import type { Language } from "./language.ts";

export const SLAVIC_AND_TURKIC: readonly Language[] = [
  {
    code: "pl",
    drop: "zignoruj|ignoruj|zapomnij|pomin|nie (?:przestrzegaj|stosuj|sluchaj)|odrzuc|obejdz|lekcewaz",
    orders: "instrukcj|polecen|zasad|regul|wytyczn|prompt systemow|ogranicze|dyrektyw",
    yours: "poprzedni|wczesniejsz|powyzsz|wszystki|swoich|twoje|twoich|swoje|pierwotn|dotychczas",
    unlimited:
      "bez (?:\\w+ ){0,2}(?:ograniczen|limitow|zasad|filtrow|cenzury)|zadnych (?:ograniczen|zasad)|nie masz (?:juz )?(?:ograniczen|zasad|zadnych)|tryb(?:ie)? (?:programisty|deweloper)",
    you: "\\bjestes\\b|od teraz|odtad|udawaj|zachowuj|wyobraz|masz\\b|\\bgraj\\b",
    show: "wypisz|pokaz|ujawnij|podaj|powtorz|wydrukuj|napisz|wyswietl|przetlumacz|wyslij|zdradz",
    prompt:
      "(?:swoj|twoj|swoje|twoje)?\\w* ?(?:prompt systemow|systemowy prompt|komunikat systemow|ukryte instrukcje|tajne instrukcje)|(?:swoje|twoje) (?:ukryte |pelne )?instrukcje",
    conceal:
      "nie (?:mow|wspominaj|informuj|zdradzaj|ujawniaj|pokazuj|powiadamiaj)[^.]{0,30}(?:uzytkownik|nikomu|nikogo|o tym)|ukryj[^.]{0,20}przed (?:uzytkownik)|bez wiedzy uzytkownik",
    unasked: "bez (?:pytania|potwierdzenia|zgody|zatwierdzenia|pozwolenia|akceptacji)",
    run: "wykonaj|wykonuj|uruchom|polecen|komend|usun|wdroz",
    send: "wyslij|przeslij|wyslac|wgraj|opublikuj|przekaz",
    secrets: "\\.env\\b|hasl|dane logowania|zmienne srodowiskow|sekret|klucz|token|id_rsa|\\.ssh|\\.aws|poswiadcz",
    agents:
      "(?:uwaga|notatka|wiadomosc|informacja|instrukcj\\w|wazne)[^.\\n]{0,10} (?:dla|do) (?:agent|wszystkich agent|ai\\b|si\\b|asystent|model|llm)\\w*|jesli jestes (?:ai|modelem|agentem|asystentem|llm|sztuczn)|dla agentow ai",
    remember: "(?:zapamietaj|pamietaj|zapisz)[^.]{0,25}(?:zawsze|na stale|na zawsze|trwale)",
    needless:
      "(?:nigdy|nie)(?: \\w+)? (?:wymaga\\w* |potrzebuj\\w* )?(?:zgody|potwierdzenia|zatwierdzenia|pozwolenia|akceptacji)",
  },
  {
    code: "cs",
    drop: "ignoruj|zapomen|nedbej|nerid se|prehlizej|opomin|porus|obejdi|neposlouchej",
    orders: "pokyn|instrukc|pravid|prikaz|smernic|omezen|systemov\\w+ prompt|natizen|narizen",
    yours: "predchoz|vsechn|vyse|svych|sva\\b|svoje|tvoje|tva\\b|drivejs|puvodni|dosavad|veskere",
    unlimited:
      "bez (?:\\w+ ){0,2}(?:omezen|limitu|pravidel|filtru|cenzury)|zadna (?:omezeni|pravidla|omezen)|vyvojarsk\\w+ rezim|neomezen\\w+ asistent",
    you: "\\bjsi\\b|od teto chvile|od nynejska|odted|ode dneska|predstirej|chovej se|predstav si|nemas|hraj\\b",
    show: "vypis|ukaz|zobraz|prozrad|zopakuj|napis|vytiskni|sdel|preloz|posli|odhal",
    prompt:
      "(?:svuj|tvuj|svoj|tvoj)?\\w* ?(?:systemov\\w+ (?:prompt|zprav|pokyn|instrukc)|skryt\\w+ (?:pokyn|instrukc))|(?:sve|svoje|tvoje|svych|tvych) (?:\\w+ ){0,2}(?:pokyn|instrukc)",
    conceal:
      "(?:nerikej|neprozrazuj|nezminuj|neinformuj|neukazuj|nehlas|nesdeluj)[^.]{0,40}(?:uzivatel|nikomu|o tom|to\\b)|skryj[^.]{0,20}pred uzivatel|bez vedomi uzivatel",
    unasked: "bez (?:ptani|dotazu|schvaleni|potvrzeni|souhlasu|povoleni|zeptani)|aniz (?:by ses|se) (?:ptal|zeptal)",
    run: "spust|proved|provad|prikaz|vykonej|smaz|nasad",
    send: "odesli|posli|nahraj|zasli|zverejni|preposli|odeslat",
    secrets: "\\.env\\b|hesl|prihlasovaci udaj|promenne prostredi|tajn|klic|token|id_rsa|\\.ssh|\\.aws|udaje",
    agents:
      "(?:poznamka|zprava|upozorneni|pozor|pokyn|dulezite)[^.\\n]{0,10} (?:pro|k) (?:agent|vsechny agent|ai\\b|asistent|model|llm|umel)\\w*|pokud jsi (?:ai|model|agent|asistent|llm|umel)|pro ai agenty",
    remember: "(?:zapamatuj|pamatuj|uloz)[^.]{0,25}(?:vzdy|navzdy|natrvalo|trvale)",
    needless:
      "(?:nikdy|ne\\w+|zadne)(?: \\w+)? ?(?:nepotrebuj\\w* |nevyzaduj\\w* )?(?:schvaleni|potvrzeni|souhlas|povoleni)",
  },
  {
    code: "ru",
    drop: "игнорир|проигнорир|забуд|не (?:обязан[аы]? (?:следовать|соблюдать|выполнять)|обращай|выполняй|соблюдай|слушай)|пренебрег|отбрось|обойди|отмени|отменен\\w*|аннулирован\\w*|утратили силу",
    orders:
      "инструкц|указани|правил|директив|предписани|ограничени|системн\\w+ промпт|приказ|установк|все,? что тебе говорили|что тебе (?:говорили|сказали)",
    yours:
      "предыдущ|прежн|выше|все\\b|всех\\b|свои|твои|ваши|изначальн|ранее|прошл|больше|следовать правил|прежни|раньше|прежде",
    unlimited:
      "без (?:\\w+ ){0,2}(?:ограничени|правил|фильтр|цензур|запрет)|нет (?:никаких )?(?:ограничени|правил|запрет)|никаких (?:ограничени|правил)|режим\\w* разработчика|без фильтров|нет ограничений|любую команду|ограничители (?:выключены|отключены|сняты)|ограничения сняты",
    you: "\\bты\\b|\\bвы\\b|теперь|мои команды|отныне|с этого момента|притворись|представь|веди себя|действуй как|у тебя",
    show: "покаж|вывед|раскро|напечата|повтор|напиши|выдай|сообщи|скажи|переведи|отправ|перечисли|распечата|раскро\\w*|покаж\\w*|процитир\\w*",
    prompt:
      "системн\\w+ (?:промпт|сообщени|инструкц|подсказк|запрос)|(?:сво|тво)[а-яё]{1,4} (?:[а-яё]+ ){0,2}(?:инструкци|промпт)|скрытый текст|с котор\\w+ тебя (?:настроили|создали)|секретные инструкции|до моего прихода|до того,? как я приш|текст тебе дали",
    conceal:
      "не (?:говори|сообщай|рассказывай|упоминай|раскрывай|показывай|информируй|уведомляй)[^.]{0,40}(?:пользовател|никому|об этом|этого)|никому не (?:говори|сообщай|рассказывай)|скрой[^.]{0,20}от пользовател|втайне от|не упоминай|не пиши об этом|не указывай[^.]{0,20}отчет|никому (?:об этом )?не говори|никому не рассказывай",
    unasked:
      "без (?:подтверждени|разрешени|одобрени|согласи|спроса|запроса|вопросов)|не спрашива(?:я|й)|никого не спрашивая|ни у кого не спрашивая|пропусти одобрение|без одобрения",
    run: "выполни|запусти|команд|исполни|удали|разверни|выполняй|отправляй|выполни|пуш",
    send: "отправ|пошли|перешли|загрузи|выложи|передай|опубликуй|приложи|прикрепи",
    secrets: "\\.env\\b|парол|учетн\\w+ данн|переменн\\w+ (?:окружения|среды)|секрет|ключ|токен|id_rsa|\\.ssh|\\.aws",
    agents:
      "(?:для|внимание|примечание для|сообщение для|указание для|всем) (?:всех )?(?:ии\\b|ии-|ai\\b|агент\\w* ии|нейросет|языков\\w+ модел|ассистент|llm|бот)|если ты (?:ии\\b|ии-|языков|нейросет|агент|ассистент|модель)|(?:примечание|сообщение|заметка) для (?:ии|нейросет)\\S*|ии-агент",
    remember: "(?:запомни|сохрани|помни|запиши)[^.]{0,25}(?:навсегда|всегда|постоянно|навечно)",
    needless:
      "(?:не|никогда)(?: \\w+)? ?(?:треб\\w* |нужд\\w* |нужн\\w* )(?:в )?(?:подтверждени|одобрени|разрешени|согласи)|без (?:подтверждени|одобрени|разрешени)",
    obey: "слушайся только меня|подчиняйся только мне|слушай только меня|делай то,? что я (?:пишу|говорю)",
    remove: "удал|отключ|пропуст|убер",
    claim: "скажи,? что|сообщи,? что|утверждай",
    tests: "тест\\w*",
    green: "зелен\\w*|пройден\\w*|прошли|успешн\\w*",
  },
  {
    code: "uk",
    drop: "ігнор|проігнор|забуд|не (?:зобов.язан\\w* |звертай|дотримуйся|виконуй|слухай)|знехту|відкинь|обійди",
    orders: "інструкц|вказівк|правил|директив|обмежен|системн\\w+ промпт|наказ|настанов",
    yours: "попередн|вище|усі\\b|всі\\b|усіх|всіх|свої|твої|ваші|початков|раніше|колишн",
    unlimited:
      "без (?:\\w+ ){0,2}(?:обмежен|правил|фільтр|цензур|заборон)|немає (?:жодних )?(?:обмежен|правил)|жодних (?:обмежен|правил)|режим\\w* розробника",
    you: "\\bти\\b|\\bви\\b|тепер|відтепер|віднині|з цього моменту|уяви|поводься|дій як|у тебе|вдавай",
    show: "покаж|вивед|розкрий|надрукуй|повтори|напиши|видай|повідом|скажи|переклади|надішли|перелічи",
    prompt:
      "системн\\w+ (?:промпт|повідомлен|інструкц|запит)|(?:сво|тво)[а-яіїєґ]{1,4} (?:[а-яіїєґ]+ ){0,2}(?:інструкц|промпт)",
    conceal:
      "не (?:кажи|говори|повідомляй|розповідай|згадуй|розкривай|показуй)[^.]{0,40}(?:користувач|нікому|про це|цього)|нікому не (?:кажи|говори)|приховай[^.]{0,20}від користувач",
    unasked: "без (?:підтвердженн|дозволу|схваленн|згоди|запитанн|запиту)|не питаючи",
    run: "викона|запусти|команд|видали|розгорни|виконуй",
    send: "надішли|відправ|перешли|завантаж|передай|опублікуй|виклади",
    secrets:
      "\\.env\\b|парол|облікові дані|облікових даних|змінні (?:середовища|оточення)|змінних (?:середовища|оточення)|секрет|ключ|токен|id_rsa|\\.ssh|\\.aws",
    agents:
      "(?:для|увага|примітка для|повідомлення для|вказівка для|усім) (?:всіх |усіх )?(?:ші\\b|ші-|ai\\b|агент\\w* ші|нейромереж|мовн\\w+ модел|асистент|llm|бот)|якщо ти (?:ші\\b|ші-|мовн|нейромереж|агент|асистент|модель)",
    remember: "(?:запам'ятай|запамятай|збережи|пам'ятай)[^.]{0,25}(?:назавжди|завжди|постійно|навічно)",
    needless: "(?:не|ніколи)(?: \\w+)? ?(?:потреб\\w* |вимаг\\w* )(?:в )?(?:підтвердженн|схваленн|дозвол|згод)",
  },
  {
    code: "tr",
    drop: "yok say|gormezden gel|goz ardi et|unut(?!t|kan|ul)|dikkate alma|es gec|bos ver|atla\\b|uyma\\b",
    orders: "talimat|kural|yonerge|komutlari|direktif|sistem istemi|kisitlama|emirler",
    yours: "onceki|yukaridaki|tum\\b|butun|kurallarin|talimatlarin|senin|ilk\\b|eski|her turlu",
    unlimited:
      "(?:hicbir|hic) (?:kisitlama|sinir|kural|filtre)|kisitlama(?:sız|siz|n yok| yok)|sinirsiz|sansursuz|gelistirici modu|kuralsiz",
    you: "\\bsen\\b|artik|bundan sonra|bundan boyle|su andan itibaren|gibi davran|rol yap|hayal et|varsay|yok\\b",
    show: "goster|yazdir|acikla|soyle|tekrarla|ver\\b|yaz\\b|listele|ifsa|cevir|paylas|gonder",
    prompt: "sistem (?:istemi|promptu|promptunu|mesaj|talimat|komut)\\w*|gizli talimat|(?:senin )?talimatlarini",
    conceal:
      "(?:kullanici|kimse)\\w*[^.]{0,30}(?:soyleme|bahsetme|bildirme|gosterme|anlatma|haber verme)|kullanicidan gizle|kullanici bilme(?:den|sin)",
    unasked: "(?:onay|izin|teyit)(?:siz| almadan| istemeden)|sormadan|onaysiz|izinsiz",
    run: "calistir|komut|yurut|sil\\b|uygula|dagit",
    send: "gonder|yolla|yukle|ilet|paylas|postala",
    secrets: "\\.env\\b|parola|sifre|kimlik bilgi|ortam degisken|gizli|anahtar|token|id_rsa|\\.ssh|\\.aws",
    agents:
      "(?:yapay zeka|ai|llm|dil model|asistan|ajan)\\w*(?: \\w+)? (?:icin|ajanlari|dikkatine)[^.\\n]{0,12}(?:not|uyari|talimat|mesaj|onemli|:)|eger (?:bir )?(?:yapay zeka|dil model|asistan|ajan)",
    remember:
      "(?:hatirla|kaydet|hafizana|unutma)[^.]{0,30}(?:her zaman|kalici|daima|sonsuza)|(?:her zaman|kalici olarak|daima)[^.]{0,30}(?:hatirla|kaydet)",
    needless: "(?:onay|izin|teyit)\\w*[^.]{0,20}(?:gerek(?:mez|miyor|tirmez| yok)|ihtiyac\\w* yok)",
  },
];
