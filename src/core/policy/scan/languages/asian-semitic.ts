import type { Language } from "./language.ts";

export const ASIAN_AND_SEMITIC: readonly Language[] = [
  {
    code: "zh",
    drop: "忽略|無視|无视|忘记|忘記|忘掉|不要理会|不要遵守|不要遵循|抛弃|放弃|覆盖|绕过|禁用|不必遵守|別管|别管",
    orders: "指令|指示|规则|規則|提示词|提示詞|命令|要求|准则|準則|限制|说明|約束|约束|设定",
    yours: "之前|以前|先前|上述|以上|上面|所有|全部|你的|您的|你们的|一切|前面|原有|系统",
    unlimited:
      "没有[^。\\n]{0,5}(?:限制|约束|规则|审查)|沒有(?:任何)?(?:限制|約束|規則)|不受(?:任何)?(?:限制|约束|約束)|无限制|無限制|开发者模式|開發者模式|没有限制",
    you: "你|您|从现在(?:开始|起)|從現在(?:開始|起)|扮演|假装|假裝|想象",
    show: "显示|顯示|输出|輸出|打印|告诉我|告訴我|重复|重複|列出|泄露|洩露|给我|給我|说出|翻译|公开|写出|发送",
    prompt:
      "收到的(?:第一条)?消息|系统提示词|系统提示(?!信息|音|框)|系統提示(?:詞)?(?!訊息|音|框)|系统指令|系統指令|隐藏(?:的)?指令|初始指令|(?:你|您)的(?:提示词|指令|初始|规则|設定|设定)|系统消息",
    conceal:
      "(?:不要|别|別|不能|不得|请勿|勿)(?:再)?(?:告诉|告訴|通知|告知|提及|透露|让|讓|向)[^。\\n]{0,8}(?:用户|用戶|任何人|别人|使用者)|(?:瞒着|瞞著|隐瞒|對用戶隱瞞|对用户隐瞒)",
    unasked:
      "(?:无需|無需|不需要|不用|无须|無須|不必|未经|未經|不)(?:用户|任何|再|要)?(?:确认|確認|批准|许可|許可|询问|詢問|同意|审批|請示|请示|授权)",
    run: "执行|執行|运行|運行|命令|删除|刪除|部署|推送",
    send: "发送|發送|传送|傳送|上传|上傳|提交|转发|轉發|发到|寄到|發到|邮寄",
    secrets:
      "\\.env|密码|密碼|密钥|密鑰|金鑰|令牌|凭证|憑證|凭据|环境变量|環境變數|環境變量|机密|機密|id_rsa|\\.ssh|\\.aws|token|私钥",
    agents:
      "(?:ai|人工智能|智能|llm|大?语言模型|大模型)[ ]?(?:代理|助手|助理|模型|智能体|编程助手|机器人)?[ ]?(?:注意|请注意|須知|请读|必须|應|应当|们)|(?:致|给|給)(?:所有)?[ ]?(?:ai|人工智能|语言模型|代理|助手)|如果(?:你|您)是(?:一个|一個|一名)?[ ]?(?:ai|人工智能|语言模型|大模型|助手|代理)",
    remember:
      "(?:永久|永远|永遠|始终|始終|一直|长期)(?:地)?(?:记住|記住|保存|记得)|(?:记住|記住|记忆)[^。\\n]{0,20}(?:永远|永遠|永久|始终|總是|总是)",
    needless: "(?:不需要|无需|無需|不用|不必|免)(?:任何)?(?:批准|确认|確認|许可|審批|审批|同意|授权)",
  },
  {
    code: "ja",
    drop: "無視(?:して|し|せよ|する|すること)|忘れ(?:て|ろ|なさい|てください)|従わない|従うな|破棄|無効|上書き|守らなく",
    orders: "指示|命令|ルール|規則|プロンプト|制約|制限|ガイドライン|方針|設定",
    yours: "これまで|安全|以前|以上|上記|すべて|全て|全部|あなたの|前の|先の|元の|君の|お前の",
    unlimited: "制限(?:の|が|は)?(?:ない|無い|なし|一切)|制約(?:の|が)?(?:ない|なし)|無制限|開発者モード|検閲なし",
    you: "あなた|君は|お前|今から|これから|今後|ふりを|演じ|として振る舞",
    show: "表示|出力|見せて|教えて|繰り返|公開|印刷|書き出|開示|漏ら|示して|送信",
    prompt:
      "システムプロンプト|システムメッセージ|システム指示|隠された指示|初期プロンプト|あなたの(?:指示|プロンプト|ルール)(?:を|全)",
    conceal:
      "(?:ユーザー?|利用者|誰|人間)(?:に|には)(?:も)?[^。\\n]{0,12}(?:知らせず|言わず|伝えず|言わない|教えない|知らせない|伝えない|内緒|秘密|黙って|話さない|通知せず)|ユーザーから隠",
    unasked:
      "(?:確認|許可|承認|同意)(?:を(?:求め|得|取ら|せ)[^。\\n]{0,4})?(?:なし|無し|せず|ずに|なく)|聞かずに|尋ねずに",
    run: "実行|コマンド|走らせ|起動|削除|デプロイ|プッシュ",
    send: "送信|送って|送る|送り|アップロード|投稿|転送|メール",
    secrets: "\\.env|パスワード|認証情報|環境変数|秘密|シークレット|鍵|キー|トークン|id_rsa|\\.ssh|\\.aws|機密",
    agents:
      "(?:ai|人工知能|llm|言語モデル|アシスタント)[ ]?(?:エージェント|アシスタント|モデル)?(?:へ|向け|の皆|宛|は必ず|に告ぐ)|(?:エージェント|アシスタント)への(?:注意|指示|メモ|お願い)|あなたが(?:ai|llm|言語モデル|アシスタント|エージェント)(?:なら|の場合|である)",
    remember:
      "(?:永久に|永続的に|ずっと|常に|今後ずっと)[^。\\n]{0,30}(?:覚え|記憶|保存)|(?:覚え|記憶)[^。\\n]{0,20}(?:永久|ずっと|常に)",
    needless:
      "(?:承認|確認|許可)(?:は|が|を)?(?:一切|もう)?(?:必要(?:ない|ありません|なし)|不要|いらない|いりません|求めない)",
  },
  {
    code: "ko",
    drop: "무시(?:하고|해|하라|하세요|하십시오|해라|하십시요)|잊어|잊고|따르지 ?(?:마|말)|버려|무효|덮어",
    orders: "지시|명령|규칙|지침|프롬프트|제약|제한|안내 ?사항|정책",
    yours: "이전|앞의|앞선|위의|모든|너의|당신의|네\\b|기존|지금까지|원래|전의",
    unlimited:
      "제한(?:이|은)? ?(?:없는|없이|없다|없어|없습)|무제한|규칙(?:이)? ?없|제약(?:이)? ?없|개발자 ?모드|검열 ?없",
    you: "너는|넌|당신은|이제부터|지금부터|앞으로|역할|척하|행동해|어시스턴트",
    show: "출력|보여|공개|알려|반복|표시|말해|적어|인쇄|누설|번역|내놔|보내",
    prompt:
      "시스템 ?(?:프롬프트|메시지|지시|명령어)|숨겨진 ?(?:지시|프롬프트)|초기 ?프롬프트|(?:너의|당신의) ?(?:지시|프롬프트|지침)",
    conceal:
      "(?:사용자|유저|아무|누구)(?:에게|한테|에게도|도)?[^.\\n]{0,12}(?:말하지|알리지|언급하지|보여주지|밝히지|이야기하지) ?(?:마|말|않)|(?:사용자|유저) ?몰래|숨겨",
    unasked: "(?:승인|확인|허락|허가|동의)(?:을)? ?(?:없이|받지 ?않고|구하지)|묻지 ?(?:말고|않고|마)",
    run: "실행|명령|돌려|삭제|배포|푸시",
    send: "보내|전송|업로드|올려|게시|전달",
    secrets: "\\.env|비밀번호|암호|자격 ?증명|환경 ?변수|비밀|키를|키와|토큰|id_rsa|\\.ssh|\\.aws|기밀",
    agents:
      "(?:ai|인공지능|llm|언어 ?모델|어시스턴트)[ ]?(?:에이전트|비서|모델|어시스턴트)?(?:에게|들에게|는 반드시|께)|(?:당신이|네가|너가) ?(?:ai|인공지능|llm|언어 ?모델|에이전트)(?:라면|인 경우)",
    remember: "(?:영구|영원|항상|계속)[^.\\n]{0,30}(?:기억|저장)|(?:기억|저장)[^.\\n]{0,20}(?:영구|영원|항상)",
    needless: "(?:승인|확인|허가|허락)(?:이|은|을)? ?(?:필요 ?(?:없|하지 ?않)|받지 ?않아도|불필요)",
  },
  {
    code: "ar",
    drop: "تجاهل|انس|تناس|لا تتبع|تخط|اهمل|الغ|لا تلتزم",
    orders: "تعليمات|قواعد|اوامر|توجيهات|إرشادات|ارشادات|موجه النظام|قيود",
    yours: "السابق|اعلاه|أعلاه|جميع|كل|قواعدك|تعليماتك|الخاصة بك|الاصلي",
    unlimited:
      "بلا (?:اي )?(?:قيود|حدود|قواعد)|بدون (?:اي )?(?:قيود|حدود|قواعد|رقابة)|لا (?:توجد )?قيود|وضع المطور|غير مقيد",
    you: "انت|أنت|من الان|من الآن|تصرف|تظاهر|تخيل|لديك|عليك",
    show: "اعرض|اظهر|أظهر|اطبع|اكشف|كرر|اكتب|اعطني|أعطني|اخبرني|أخبرني|ترجم|ارسل",
    prompt: "موجه النظام|رسالة النظام|تعليمات النظام|تعليماتك|التعليمات المخفية|برومبت",
    conceal:
      "لا (?:تخبر|تقل|تذكر|تعلم|تكشف|تظهر)[^.\\n]{0,20}(?:المستخدم|احد|أحد)|دون (?:علم|اخبار|إخبار) المستخدم|اخف[^.\\n]{0,15}المستخدم",
    unasked: "(?:دون|بدون|بلا) (?:اذن|إذن|موافقة|تاكيد|تأكيد|سؤال|ان تسال|طلب)",
    run: "نفذ|شغل|الامر|الأمر|احذف|انشر|تنفيذ",
    send: "ارسل|أرسل|ارفع|انشر|حمل|حول",
    secrets:
      "\\.env|كلمات? (?:ال)?(?:مرور|سر)|بيانات الاعتماد|متغيرات البيئة|اسرار|أسرار|مفاتيح|مفتاح|رموز|رمز|توكن|id_rsa|\\.ssh|\\.aws",
    agents:
      "(?:ملاحظة|تنبيه|رسالة|تعليمات|الى|إلى|انتباه)[^.\\n]{0,15}(?:ال)?(?:وكلاء|وكيل|مساعد|نموذج|ذكاء الاصطناعي|الذكاء الاصطناعي)|اذا كنت (?:نموذج|وكيل|مساعد|ذكاء)",
    remember: "(?:تذكر|احفظ)[^.\\n]{0,30}(?:دائما|الى الابد|إلى الأبد|بشكل دائم)",
    needless: "لا (?:تحتاج|يحتاج|تتطلب|يلزم|حاجة)[^.\\n]{0,15}(?:موافقة|تاكيد|تأكيد|اذن|إذن)",
  },
  {
    code: "hi",
    drop: "अनदेखा|नज़रअंदाज|नजरअंदाज|भूल जा|भूल जाइए|भूलकर|उपेक्षा|न मान|मत मान|छोड़ द",
    orders: "निर्देश|नियम|आदेश|हिदायत|दिशानिर्देश|सिस्टम प्रॉम्प्ट|प्रतिबंध",
    yours: "पिछले|पिछली|पहले|ऊपर|सभी|अपने|आपके|तुम्हारे|सारे|पूर्व",
    unlimited:
      "(?:कोई|किसी) (?:भी )?(?:प्रतिबंध|सीमा|नियम|रोक)[^।.\\n]{0,12}(?:नहीं|न\\b|बिना|के बिना)|बिना (?:किसी )?(?:प्रतिबंध|सीमा|नियम)|डेवलपर मोड|असीमित",
    you: "तुम|आप|अब से|अबसे|आज से|नाटक|कल्पना",
    show: "दिखा|बता|प्रिंट|छाप|दोहरा|लिख|प्रकट|उजागर|भेज",
    prompt: "सिस्टम (?:प्रॉम्प्ट|संदेश|निर्देश)|छिपे (?:हुए )?निर्देश|(?:अपने|अपना|तुम्हारे) (?:सिस्टम )?(?:निर्देश|प्रॉम्प्ट)",
    conceal:
      "(?:उपयोगकर्ता|यूज़र|यूजर|किसी)(?: को| से)?[^।.\\n]{0,15}(?:मत|न|नहीं) (?:बता|कह|दिखा|सूचित)|उपयोगकर्ता से (?:छिपा|छुपा)",
    unasked: "बिना (?:अनुमति|पूछे|पुष्टि|मंजूरी|इजाज़त|इजाजत|स्वीकृति)|पूछे बिना|अनुमति के बिना",
    run: "चला|कमांड|आदेश|निष्पादित|हटा|डिलीट",
    send: "भेज|अपलोड|पोस्ट|साझा",
    secrets: "\\.env|पासवर्ड|क्रेडेंशियल|एनवायरनमेंट|पर्यावरण चर|गुप्त|कुंजी|टोकन|id_rsa|\\.ssh|\\.aws|गोपनीय",
    agents:
      "(?:एआई|ai|कृत्रिम बुद्धि|भाषा मॉडल|सहायक|एजेंट)[ ]?(?:एजेंट|सहायक|मॉडल)?(?:ों)? (?:के लिए|ध्यान दें|को अवश्य)|यदि (?:तुम|आप) (?:एक )?(?:एआई|ai|भाषा मॉडल|एजेंट)",
    remember: "(?:हमेशा|स्थायी|सदा)[^।.\\n]{0,30}(?:याद रख|सहेज)|याद रख[^।.\\n]{0,30}(?:हमेशा|सदा|कभी)",
    needless: "(?:अनुमति|पुष्टि|मंजूरी|स्वीकृति)[^।.\\n]{0,15}(?:ज़रूरत नहीं|जरूरत नहीं|आवश्यकता नहीं|आवश्यक नहीं|नहीं चाहिए)",
  },
  {
    code: "vi",
    drop: "bo qua|lo di|phot lo|hay quen|quen (?:het|di|cac|moi)|khong tuan|dung tuan|dung lam theo|mac ke",
    orders: "huong dan|chi thi|chi dan|quy tac|menh lenh|lenh truoc|loi nhac he thong|han che|quy dinh",
    yours: "truoc do|truoc day|o tren|ben tren|tat ca|cua ban|moi\\b|toan bo|ban dau|phia tren",
    unlimited:
      "khong (?:co |bi )?(?:bat ky |mot )?(?:gioi han|han che|rang buoc|quy tac)|khong con (?:gioi han|han che|quy tac)|che do nha phat trien|khong kiem duyet",
    you: "\\bban\\b|tu bay gio|ke tu bay gio|tu gio|hay dong vai|gia vo|tuong tuong|hanh dong nhu",
    show: "hien thi|in ra|\\bin\\b|tiet lo|cho (?:toi|xem)|lap lai|viet|dua ra|liet ke|noi cho|dich",
    prompt:
      "(?:loi nhac|cau lenh|huong dan|thong diep|prompt) (?:cua )?he thong|system prompt|huong dan (?:an|bi mat)|huong dan cua ban",
    conceal:
      "(?:dung|khong)(?: duoc)? (?:noi|cho|bao|de|tiet lo|nhac)[^.\\n]{0,15}(?:nguoi dung|ai\\b|bat ky ai)|giau[^.\\n]{0,15}nguoi dung|khong de nguoi dung biet",
    unasked:
      "(?:ma )?khong (?:can|hoi|xin)(?: \\w+)? ?(?:xac nhan|phep|phe duyet|hoi|dong y|su dong y|y kien)|khong hoi",
    run: "chay|thuc hien|thuc thi|lenh|xoa|trien khai",
    send: "gui|tai len|dang len|chuyen tiep|day len",
    secrets:
      "\\.env\\b|mat khau|thong tin dang nhap|bien moi truong|bi mat|khoa\\b|ma thong bao|tokens?\\b|id_rsa|\\.ssh|\\.aws",
    agents:
      "(?:luu y|ghi chu|thong bao|chu y|huong dan|loi nhan) (?:cho|danh cho|toi|den)(?: cac| moi| tat ca)? (?:tac nhan|tro ly|mo hinh|ai\\b|bot|llm|dai ly)|neu ban la (?:mot )?(?:ai\\b|mo hinh|tro ly|tac nhan)",
    remember:
      "(?:ghi nho|nho rang|luu lai|hay nho)[^.\\n]{0,25}(?:mai mai|luon|vinh vien)|(?:luon luon|mai mai|vinh vien)[^.\\n]{0,20}(?:ghi nho|nho)",
    needless:
      "(?:khong|chang)(?: bao gio)? (?:can|yeu cau|phai)(?: co| su)? ?(?:phe duyet|xac nhan|cho phep|xin phep|dong y)",
  },
  {
    code: "id",
    drop: "abaikan|lupakan|hiraukan|jangan (?:ikuti|patuhi|hiraukan)|kesampingkan|langgar|lewati",
    orders: "instruksi|perintah|aturan|arahan|pedoman|petunjuk sistem|prompt sistem|batasan|pembatasan",
    yours: "sebelumnya|di atas|semua|seluruh|anda\\b|\\bmu\\b|aturanmu|instruksimu|kamu|awal|terdahulu",
    unlimited:
      "tanpa (?:ada )?(?:batasan|pembatasan|aturan|filter|sensor)|tidak (?:punya|memiliki|ada) (?:lagi )?(?:batasan|pembatasan|aturan)|mode pengembang|tak terbatas",
    you: "\\bkamu\\b|\\banda\\b|mulai sekarang|sejak sekarang|mulai saat ini|berpura-pura|bertindak sebagai|bayangkan|berperan",
    show: "tampilkan|perlihatkan|tunjukkan|cetak|ungkapkan|ulangi|tulis|berikan|beri tahu saya|bocorkan|sebutkan|terjemahkan|kirim",
    prompt:
      "(?:prompt|pesan|instruksi|petunjuk|perintah) sistem|instruksi (?:tersembunyi|rahasia|awal)|instruksimu|prompt(?:mu| anda| kamu)",
    conceal:
      "jangan (?:beri ?tahu|katakan|ceritakan|sebutkan|laporkan|ungkapkan|tunjukkan)[^.\\n]{0,25}(?:pengguna|siapa ?pun|user|ini)|tanpa sepengetahuan pengguna|sembunyikan[^.\\n]{0,15}dari pengguna",
    unasked: "tanpa (?:persetujuan|izin|konfirmasi|bertanya|menanyakan|meminta)",
    run: "jalankan|perintah|eksekusi|hapus|lakukan|sebarkan",
    send: "kirim|unggah|teruskan|posting|sampaikan",
    secrets: "\\.env\\b|kata sandi|kredensial|variabel lingkungan|rahasia|kunci|tokens?\\b|id_rsa|\\.ssh|\\.aws|sandi",
    agents:
      "(?:catatan|pesan|perhatian|instruksi|penting|pemberitahuan)[^.\\n]{0,10} (?:untuk|bagi|kepada) (?:para |semua |setiap )?(?:agen|asisten|model|ai\\b|llm|bot)|jika (?:anda|kamu) (?:adalah )?(?:sebuah )?(?:ai\\b|model|agen|asisten)",
    remember: "(?:ingat|ingatlah|simpan)[^.\\n]{0,25}(?:selalu|selamanya|permanen)",
    needless:
      "(?:tidak|tak|tidak pernah|jangan) (?:perlu|butuh|memerlukan|membutuhkan|minta)(?: \\w+)? ?(?:persetujuan|izin|konfirmasi)|tanpa (?:persetujuan|izin|konfirmasi)",
  },
];
