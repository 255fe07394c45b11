"""What the golden pages say: one short report in sixteen languages, each paragraph written for these tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A report: its title, who wrote it, the day as its readers write it, its paragraphs, and what stands around it."""

    title: str
    author: str
    by: str
    day: str
    paragraphs: tuple[str, ...]
    caption: str
    credit: str
    teaser: str


#: The day of every report, and the name of the outlet that every credit names.
DAY = "2024-06-11"
OUTLET = "Harbour Lantern"

WORDS = {
    "en": Words(
        "The ferry that would not leave the island",
        "Nora Whitfield", "By", "June 11, 2024",
        (
            "For three days the ferry lay at the northern pier with its ramp down and its engine cold, while two hundred people"
            " waited in the customs hall for someone to tell them why.",
            "The harbour master blamed the tide, the crew blamed a cracked shaft, and the company blamed the weather, although"
            " the sky above the island had been clear since Sunday morning.",
            "On the second evening the baker opened her ovens again and sent bread down the hill in fish crates, and nobody who"
            " ate it was asked to pay for anything.",
            "What finally moved the ship was neither a mechanic nor a minister but a retired pilot who remembered that the chain"
            " under the bow had been fastened in the year of the flood.",
        ),
        "The ferry at the northern pier on Tuesday", "This article was originally published by Harbour Lantern.",
        "Five bakeries that are worth a detour",
    ),
    "de": Words(
        "Die Fähre, die nicht ablegen wollte",
        "Henrike Sandvoss", "Von", "11. Juni 2024",
        (
            "Drei Tage lang lag die Fähre mit gesenkter Rampe und kalter Maschine am Nordkai, während zweihundert Menschen in der"
            " Zollhalle darauf warteten, dass ihnen jemand den Grund nennt.",
            "Der Hafenmeister gab der Tide die Schuld, die Mannschaft einer gerissenen Welle und die Reederei dem Wetter, obwohl der"
            " Himmel über der Insel seit Sonntagmorgen klar gewesen war.",
            "Am zweiten Abend heizte die Bäckerin ihre Öfen noch einmal an und schickte Brot in Fischkisten den Hügel hinunter, und"
            " niemand, der davon aß, musste etwas bezahlen.",
            "Bewegt hat das Schiff am Ende weder ein Mechaniker noch ein Minister, sondern ein alter Lotse, der sich erinnerte, dass"
            " die Kette unter dem Bug im Jahr der Flut befestigt worden war.",
        ),
        "Die Fähre am Dienstag am Nordkai", "Dieser Artikel erschien zuerst bei Harbour Lantern.",
        "Fünf Bäckereien, die einen Umweg lohnen",
    ),
    "fr": Words(
        "Le bac qui refusait de quitter l’île",
        "Maëlle Courtois", "Par", "11 juin 2024",
        (
            "Pendant trois jours, le bac est resté le long du quai nord, rampe baissée et moteur froid, tandis que deux cents"
            " personnes attendaient dans la halle des douanes qu’on leur dise pourquoi.",
            "Le capitaine du port accusait la marée, l’équipage un arbre fendu et la compagnie le mauvais temps, alors que le ciel"
            " au-dessus de l’île était resté clair depuis dimanche matin.",
            "Le deuxième soir, la boulangère a rallumé ses fours et envoyé du pain en bas de la colline dans des caisses à poisson,"
            " et personne n’a eu à payer quoi que ce soit.",
            "Ce n’est ni un mécanicien ni un ministre qui a fini par libérer le navire, mais un vieux pilote qui se souvenait que la"
            " chaîne sous l’étrave avait été fixée l’année de la crue.",
        ),
        "Le bac au quai nord, mardi", "Cet article a été initialement publié par Harbour Lantern.",
        "Cinq boulangeries qui valent le détour",
    ),
    "es": Words(
        "El transbordador que no quería zarpar",
        "Ximena Robledo", "Por", "11 de junio de 2024",
        (
            "Durante tres días el transbordador permaneció en el muelle norte con la rampa bajada y la máquina fría, mientras"
            " doscientas personas esperaban en la aduana a que alguien les explicara el motivo.",
            "El capitán del puerto culpaba a la marea, la tripulación a un eje agrietado y la naviera al mal tiempo, aunque el cielo"
            " sobre la isla había estado despejado desde la mañana del domingo.",
            "La segunda noche la panadera volvió a encender los hornos y mandó pan cuesta abajo en cajas de pescado, y a nadie de"
            " los que comieron se le pidió que pagara nada.",
            "Lo que por fin movió el barco no fue un mecánico ni un ministro, sino un práctico jubilado que recordaba que la cadena"
            " bajo la proa se había sujetado el año de la riada.",
        ),
        "El transbordador en el muelle norte, el martes", "Este artículo fue publicado originalmente por Harbour Lantern.",
        "Cinco panaderías que merecen un desvío",
    ),
    "it": Words(
        "Il traghetto che non voleva salpare",
        "Ginevra Montesi", "Di", "11 giugno 2024",
        (
            "Per tre giorni il traghetto è rimasto al molo nord con la rampa abbassata e il motore freddo, mentre duecento persone"
            " aspettavano nella sala della dogana che qualcuno spiegasse loro il perché.",
            "Il comandante del porto dava la colpa alla marea, l’equipaggio a un albero incrinato e la compagnia al maltempo,"
            " sebbene il cielo sopra l’isola fosse sereno dalla mattina di domenica.",
            "La seconda sera la fornaia ha riacceso i forni e ha mandato il pane giù per la collina nelle cassette del pesce, e a"
            " nessuno di quelli che ne mangiarono è stato chiesto di pagare.",
            "A muovere infine la nave non è stato un meccanico né un ministro, ma un vecchio pilota che ricordava che la catena sotto"
            " la prua era stata fissata nell’anno dell’alluvione.",
        ),
        "Il traghetto al molo nord, martedì", "Questo articolo è stato originariamente pubblicato da Harbour Lantern.",
        "Cinque forni che meritano una deviazione",
    ),
    "pt": Words(
        "A balsa que não queria deixar a ilha",
        "Leonor Vasques", "Por", "11 de junho de 2024",
        (
            "Durante três dias a balsa ficou no cais norte com a rampa baixada e o motor frio, enquanto duzentas pessoas esperavam"
            " no salão da alfândega que alguém lhes dissesse a razão.",
            "O capitão do porto culpava a maré, a tripulação um eixo rachado e a empresa o mau tempo, embora o céu sobre a ilha"
            " estivesse limpo desde a manhã de domingo.",
            "Na segunda noite a padeira voltou a acender os fornos e mandou pão pela encosta em caixas de peixe, e a ninguém que o"
            " comeu foi pedido que pagasse coisa alguma.",
            "Quem afinal moveu o navio não foi um mecânico nem um ministro, mas um velho piloto que se lembrava de que a corrente"
            " sob a proa tinha sido presa no ano da cheia.",
        ),
        "A balsa no cais norte, na terça-feira", "Este artigo foi publicado originalmente por Harbour Lantern.",
        "Cinco padarias que valem o desvio",
    ),
    "nl": Words(
        "De veerboot die het eiland niet wilde verlaten",
        "Marijke Hoekstra", "Door", "11 juni 2024",
        (
            "Drie dagen lang lag de veerboot met neergelaten klep en koude motor aan de noordpier, terwijl tweehonderd mensen in de"
            " douanehal wachtten tot iemand hun zou vertellen waarom.",
            "De havenmeester gaf het getij de schuld, de bemanning een gescheurde as en de rederij het weer, hoewel de lucht boven"
            " het eiland sinds zondagochtend helder was geweest.",
            "Op de tweede avond stookte de bakster haar ovens weer op en stuurde brood in viskisten de heuvel af, en niemand die"
            " ervan at hoefde daarvoor iets te betalen.",
            "Wat het schip ten slotte in beweging bracht was geen monteur en geen minister, maar een oude loods die zich herinnerde"
            " dat de ketting onder de boeg in het jaar van de vloed was vastgezet.",
        ),
        "De veerboot dinsdag aan de noordpier", "Dit artikel verscheen oorspronkelijk bij Harbour Lantern.",
        "Vijf bakkers die een omweg waard zijn",
    ),
    "pl": Words(
        "Prom, który nie chciał opuścić wyspy",
        "Kalina Brzozowska", "Autor:", "11 czerwca 2024",
        (
            "Przez trzy dni prom stał przy północnym nabrzeżu z opuszczoną rampą i zimnym silnikiem, a dwieście osób czekało w hali"
            " celnej, aż ktoś powie im, dlaczego.",
            "Kapitan portu winił pływy, załoga pęknięty wał, a armator pogodę, chociaż niebo nad wyspą było czyste od niedzielnego"
            " poranka i żaden wiatr nie poruszył flag.",
            "Drugiego wieczoru piekarka znów rozpaliła piece i wysłała chleb w dół wzgórza w skrzynkach na ryby, i nikogo z tych,"
            " którzy go jedli, nie poproszono o zapłatę.",
            "Statek ruszył w końcu nie dzięki mechanikowi ani ministrowi, lecz dzięki staremu pilotowi, który pamiętał, że łańcuch"
            " pod dziobem przymocowano w roku powodzi.",
        ),
        "Prom przy północnym nabrzeżu we wtorek", "Artykuł został pierwotnie opublikowany przez Harbour Lantern.",
        "Pięć piekarni wartych objazdu",
    ),
    "ru": Words(
        "Паром, который не хотел уходить с острова",
        "Вера Лунина", "Автор:", "11 июня 2024",
        (
            "Три дня паром стоял у северного причала с опущенной рампой и холодной машиной, а двести человек ждали в таможенном"
            " зале, пока кто-нибудь объяснит им причину.",
            "Капитан порта винил прилив, команда треснувший вал, а пароходство погоду, хотя небо над островом было чистым с самого"
            " воскресного утра и ветра почти не было.",
            "На второй вечер пекарша снова растопила печи и отправила хлеб вниз по склону в рыбных ящиках, и ни с кого из тех, кто"
            " его ел, не спросили за него денег.",
            "Сдвинул корабль в конце концов не механик и не министр, а старый лоцман, который вспомнил, что цепь под носом"
            " закрепили в тот год, когда было наводнение.",
        ),
        "Паром у северного причала во вторник", "Статья впервые опубликована в Harbour Lantern.",
        "Пять пекарен, ради которых стоит свернуть",
    ),
    "tr": Words(
        "Adadan ayrılmak istemeyen vapur",
        "Defne Akarsu", "Yazan:", "11 Haziran 2024",
        (
            "Vapur üç gün boyunca rampası inik ve makinesi soğuk halde kuzey iskelesinde yattı, iki yüz kişi ise gümrük salonunda"
            " birinin kendilerine nedenini söylemesini bekledi.",
            "Liman başkanı gelgiti, mürettebat çatlak bir şaftı, şirket ise havayı suçladı, oysa adanın üzerindeki gökyüzü pazar"
            " sabahından beri açıktı ve rüzgar yoktu.",
            "İkinci akşam fırıncı fırınlarını yeniden yaktı ve ekmeği balık kasalarıyla tepeden aşağı gönderdi, yiyenlerin"
            " hiçbirinden de para istenmedi.",
            "Gemiyi sonunda yerinden oynatan ne bir makinist ne bir bakan oldu, baş altındaki zincirin sel yılında bağlandığını"
            " hatırlayan emekli bir kılavuz kaptan oldu.",
        ),
        "Vapur salı günü kuzey iskelesinde", "Bu yazı ilk olarak Harbour Lantern tarafından yayımlanmıştır.",
        "Yolunuzu uzatmaya değer beş fırın",
    ),
    "zh": Words(
        "不肯离岛的渡船",
        "林晚舟", "作者：", "2024年6月11日",
        (
            "三天来，渡船一直停在北码头，跳板放下，机器冰凉，二百多人在海关大厅里等着有人来告诉他们原因，谁也不知道要等到什么时候。",
            "港务长怪潮水，船员怪开裂的轴，公司怪天气，虽然自星期天早晨以来，岛上的天空一直晴朗，旗子都没有动过一下，海面平静得像一块玻璃。",
            "第二天晚上，面包师重新点燃了炉子，用装鱼的木箱把面包送下山坡，吃到面包的人没有一个被要求付钱，孩子们还分到了热牛奶。",
            "最后让船动起来的，既不是机械师，也不是部长，而是一位退休的领航员，他记得船头下面的铁链是在发大水的那一年拴上去的。",
        ),
        "星期二停在北码头的渡船", "本文转载自 Harbour Lantern。",
        "值得绕路去的五家面包店",
    ),
    "ja": Words(
        "島を離れようとしない渡し船",
        "白石 遥", "文：", "2024年6月11日",
        (
            "渡し船は三日のあいだ、渡り板を下ろし機関を冷やしたまま北の桟橋に横たわり、二百人の乗客は税関の待合室で誰かが理由を告げるのを待っていた。",
            "港長は潮のせいだと言い、乗組員はひびの入った軸のせいだと言い、会社は天気のせいだと言ったが、島の空は日曜の朝からずっと晴れていた。",
            "二日目の夕方、パン屋の女主人は再び窯に火を入れ、魚の木箱に詰めたパンを坂の下へ送ったが、食べた者は誰ひとり代金を求められなかった。",
            "船をついに動かしたのは機械工でも大臣でもなく、船首の下の鎖が洪水の年に留められたことを覚えていた、引退した水先案内人だった。",
        ),
        "火曜日、北の桟橋に停まる渡し船", "この記事は Harbour Lantern に掲載されたものを転載しています。",
        "わざわざ足をのばしたい五軒のパン屋",
    ),
    "ko": Words(
        "섬을 떠나지 않으려던 나룻배",
        "한서윤", "글", "2024년 6월 11일",
        (
            "나룻배는 사흘 동안 발판을 내리고 기관을 식힌 채 북쪽 부두에 누워 있었고, 이백 명의 승객은 세관 대합실에서 누군가 이유를 말해 주기를 기다렸다.",
            "항만장은 밀물을 탓했고 선원들은 금이 간 축을 탓했으며 회사는 날씨를 탓했지만, 섬 위의 하늘은 일요일 아침부터 줄곧 맑았다.",
            "이튿날 저녁 빵집 주인은 다시 화덕에 불을 지피고 생선 상자에 담은 빵을 언덕 아래로 보냈으며, 빵을 먹은 사람 누구에게도 값을 묻지 않았다.",
            "마침내 배를 움직인 것은 기관사도 장관도 아니었고, 뱃머리 아래의 쇠사슬이 홍수가 난 해에 묶였다는 것을 기억해 낸 은퇴한 도선사였다.",
        ),
        "화요일 북쪽 부두의 나룻배", "이 기사는 Harbour Lantern에 처음 게재되었습니다.",
        "일부러 찾아갈 만한 빵집 다섯 곳",
    ),
    "ar": Words(
        "العبّارة التي رفضت مغادرة الجزيرة",
        "ليلى منصور", "بقلم", "11 يونيو 2024",
        (
            "ظلت العبّارة ثلاثة أيام راسية عند الرصيف الشمالي ومنحدرها منخفض ومحركها بارد، بينما كان مئتا شخص ينتظرون في قاعة"
            " الجمارك أن يخبرهم أحد بالسبب.",
            "ألقى قبطان الميناء اللوم على المد، وألقى الطاقم اللوم على عمود متشقق، وألقت الشركة اللوم على الطقس، مع أن السماء فوق"
            " الجزيرة كانت صافية منذ صباح الأحد.",
            "في المساء الثاني أشعلت الخبازة أفرانها من جديد وأرسلت الخبز إلى أسفل التل في صناديق السمك، ولم يُطلب من أحد ممن أكلوا"
            " أن يدفع شيئا.",
            "أما الذي حرك السفينة في النهاية فلم يكن ميكانيكيا ولا وزيرا، بل مرشدا متقاعدا تذكر أن السلسلة تحت المقدمة ربطت في سنة"
            " الفيضان.",
        ),
        "العبّارة عند الرصيف الشمالي يوم الثلاثاء", "نُشر هذا المقال لأول مرة في Harbour Lantern.",
        "خمسة مخابز تستحق الزيارة",
    ),
    "he": Words(
        "המעבורת שסירבה לעזוב את האי",
        "נועה שקד", "מאת", "11 ביוני 2024",
        (
            "במשך שלושה ימים עמדה המעבורת ברציף הצפוני כשהכבש שלה מורד והמנוע קר, ומאתיים אנשים חיכו באולם המכס שמישהו יספר להם"
            " מדוע הם אינם מפליגים.",
            "מנהל הנמל האשים את הגאות, הצוות האשים גל סדוק והחברה האשימה את מזג האוויר, אף שהשמים מעל האי היו בהירים מאז בוקר יום"
            " ראשון.",
            "בערב השני הדליקה האופה מחדש את התנורים ושלחה לחם במורד הגבעה בארגזי דגים, ואיש מבין אלה שאכלו ממנו לא התבקש לשלם"
            " דבר.",
            "מי שהזיז לבסוף את האונייה לא היה מכונאי ולא שר, אלא נווט ותיק שזכר כי השרשרת שמתחת לחרטום נקשרה בשנת השיטפון.",
        ),
        "המעבורת ברציף הצפוני ביום שלישי", "הכתבה פורסמה לראשונה ב-Harbour Lantern.",
        "חמש מאפיות ששווה לסטות אליהן",
    ),
    "sv": Words(
        "Färjan som inte ville lämna ön",
        "Tuva Lindmark", "Av", "11 juni 2024",
        (
            "I tre dagar låg färjan vid norra kajen med rampen nere och maskinen kall, medan tvåhundra människor väntade i tullhallen"
            " på att någon skulle berätta varför.",
            "Hamnkaptenen skyllde på tidvattnet, besättningen på en sprucken axel och rederiet på vädret, fast himlen över ön hade"
            " varit klar sedan söndagens morgon.",
            "Den andra kvällen tände bagaren sina ugnar igen och skickade bröd nedför backen i fisklådor, och ingen av dem som åt"
            " ombads att betala någonting.",
            "Det som till sist fick skeppet i rörelse var varken en mekaniker eller en minister utan en gammal lots som mindes att"
            " kedjan under fören hade fästs samma år som översvämningen.",
        ),
        "Färjan vid norra kajen i tisdags", "Artikeln publicerades ursprungligen av Harbour Lantern.",
        "Fem bagerier som är värda en omväg",
    ),
}  # fmt: skip
