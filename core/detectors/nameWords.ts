const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** In the lexicon, and words first of all, folded: names only where something says so. */
export const ambiguousNames = list(`
  princess prince param server dev valid nil nat else skipped lang meta aria among trace alone len prune able ace age aim alba all alle allein along alpha amen amor an and angel angels any archer are area ari
  art ash asia aspen at august aura austin avenue baby bank baron bay bean bear beau beer behind bei bell
  best beverly big bill bin birch bird bishop black blaise blanc blanca blaze block bloom blue board bold
  bolt bond book border born boy brain brand brass brave bravo bread break breeze brick bridge brie bright
  brown buck bud bunny burger burn bush business butler butter cab cain call camp can candy cane cannon
  canyon card care cash castle cat cave cedar chain champion chang chapel chapman charm che cherry chi
  china chip chuck church city clay clear clock close cloud clover coast cobb come como con constant cook
  cool coral corn corp cosa cotton country court cove cox crane cream creed crew cross cruise cuando cui
  cup cut cute daily dal das dash data date day days dear dee deer dei dein del della delta dem den der
  derby des desde desire di did die dime dir doc dock does dollar dolphin donc donde done door dot dove
  downs draw dream drive du dull dusty each eagle early earth east eastern easy ebony echo edge egypt
  eight ein eine elle elles emerald en end england enter er era es esa ese est esta este et even event
  ever evergreen fair falcon fall far farm farmer fast feather fee few field fields fine fire first fish
  fisher fit five flash fleet flint flower fly for ford forest fort forth fortune foster found fountain
  four fox fra france free freedom friend full fur future gap garden gardener garnet gas gate gates gay
  general genesis german germany gift glass gli glory gmbh go god gold golden good grand grass gray great
  green grey grove guard guide gun guy ha hall halo ham hand harbor hard hardy has hat haven hawk hay he
  head heart heaven her hero high hill hills his history hit holiday holland holmes home honey honor hood
  hook hopper horn horton house how hub hunt i've iban ice ich ida idea if ihr il ils im imagine in inc
  india indigo inn io iran is israel ist ive ivory jamaica january jersey job jobs journey judge just kann
  keen key khan kid kin kind kings kitty knight la lad lady laid lake lam land large lark las last
  lavender law legacy legend lemon les leur level leven liberty life liga light lima line lion list little
  live llc lo loan long lord los lot lotus love low ltd luck lucky lux ma mac mace madrid magic mai maid
  main mais malta man mango manly many maple mar marble march market marks marlin mas mass master mat
  mayor me meadow medal media mein mel men menu merit merry mes metal mexico mi midnight mil milk mill min
  mine mint mio miss mit mo mod model modern moi mom mon monday money month moon moore more moss most
  mount mountain mr much music muy my myth nach nada nah name nasa nature navy near nel new news ni nice
  nicht night nine no noi non none normal north northern nos nous nova november now null number nur o oak
  oasis ob ocean oder oh oil ok old om on once one only opal open oral orange orchard oregon orion other
  ou our out over owl own pack page paint paix pal palm pan par para paradise park parsley part party pas
  pass pay peace peach peak people per perfect pero petal phoenix piano pie pier pike pilot pine pink pit
  piu place plain plant plc plum plus poet point pool pop poppy por port post potter pour power praise
  present presley price pride priest prime private promise proper proud pure quartz que queens qui quick
  quiet rabbit race rada rain rainbow ram random range ranked read reading real reason rebel red regal
  rent rey rhythm rice rich ring rio rise river rivers road rocket rocky rome rosary round royal rule rush
  russia sa sabre sad safe saga said sailor saint salem salmon salt same san sand sans santa sap say scout
  se sea season second secret see sei sein self sen serene ses set seven shade shadow shah shall share
  sharp she shell shepherd shield shine ship shore short show si sich side sie silver sim simple sin since
  sind sing singer slate small smith snow so sobre sol solar soldier some son song sono soul sound south
  southern sparrow special spirit spring spruce square st staff star state steel step still stone storm
  story street strong style su sugar suite sun sunday suo sur sure survivor sus sutton swan sweet table
  tailor tal tan tax tea teal team tel temple ten tes texas than the them then theory there they thing
  this thorn three thunder tiger timber time tin tip title to toda today todo toi too top topaz town tra
  trade trail train travel tree trey tri tribute true trust truth tu tuesday twin two un una und under une
  union unique unity uno uns up urban use usted vale valley valor van vegas velvet venice venus very via
  victory view vine vision vista viva vom von vor vos vous wait wall war warden warm was water waters wave
  way we wealth weaver web wednesday week weg well wer west western wheel when where while whit white who
  why wick wie wild willow win wind wine wing winner winter wir wise wish with wonder wood word work world
  worth write wynn ya yang year years yes yeux york you your zen zena zion zip zone zu zum zur
`);

/** Words as well, but where one has a capital inside a sentence of a short text, it is mostly somebody. */
export const doubtfulNames = list(`
  alex ali alma amber amy andrew april autumn bella ben bob brandy brook brooks carey carl carol carter
  chance charity chase chester chris christian clara clark clement cliff cole colt cooper cruz crystal
  daisy dale dan dane dave dawn dean destiny diamond diego dolly dolores dominion don dora drew duke earl
  easter eden elder ella ember eve faith faye felicity fern flora frances francs frank fred frost garland
  gene georgia ginger glen glenn gordon grace grant harmony harper hart hazel heath heather holly hope
  hudson hunter iris ivan ivy jack jade jan jane jasmine jasper jay jesus jet jewel jordan joy jules julia
  july june justice kelvin kent king kit lance lane laurel lee leeds lily lin loren lynn major marina mark
  marsh martini mary mason matt max may melody mercedes mercy mia mike miles miller milo miracle misty
  mona murphy myrna nick noble nora norm olive ora oscar otis paris parker pat patience pearl penny peter
  pierre porter precious preston prudence queen quinn raven ray reed reese regina rob
  robin rock roman rory rosa rose rosemary ruby rusty ryder sage sam sandy savannah scarlet scot scott
  serenity shane sherry sierra sky skye sonny spencer stella stephen sterling sue summer sunny sydney tad
  tatum taylor terra terry todd tom tony trinity tucker turner tyler vera vernon victor viola violet
  virginia wade walker ward warner warren webb webster wells will wolf woods wren wright young
`);

/** Countries and large cities that the lexicon has as names, and a few that stand beside them in titles. */
export const placeNames = list(`
  afghanistan africa albania algeria america americas angola argentina armenia asia athens atlanta atlas
  austin australia austria baltimore bangladesh barbados barcelona belarus belgium berlin bolivia bosnia
  boston brazil brazilia brooklyn brussels bulgaria cairo california cambodia cameroon canada carolina
  chad chicago chile china cleveland colombia columbia congo copenhagen costa croatia cuba cyprus czech
  dakota dallas delaware delhi denmark denver detroit dominica dubai dublin ecuador edinburgh egypt
  england eritrea estonia ethiopia europe facebook fiji finland florence florida france francia gabon
  geneva georgia germany ghana google greece grenada guatemala guinea guyana haiti hamburg hamilton hawaii
  holland honduras houston hungary iceland idaho india indiana indonesia iowa iran iraq ireland israel
  istanbul italy jamaica japan jersey jordan kansas kazakhstan kentucky kenya korea kosovo kuwait
  kyrgyzstan laos latvia lebanon liberia libya lima lisbon lithuania liverpool london louisiana luxembourg
  macedonia madagascar madeira madrid magyar maine malaysia maldives mali malta manchester maryland
  massachusetts mauritius melbourne mexico miami michigan milan minnesota mississippi missouri moldova
  monaco mongolia montana montenegro montreal morocco moscow mozambique mumbai munich myanmar namibia
  nebraska nepal netherlands nevada nicaragua niger nigeria norway oakland ohio oklahoma oman oregon
  orlando oslo ottawa pakistan palestine panama paraguay paris peru philadelphia philippines phoenix
  poland portland portugal prague qatar quebec rica romana romania rome russia rwanda salvador samoa
  santiago scotland seattle senegal serbia seville singapore slovakia slovenia somalia spain stanford
  stockholm sudan suriname sweden switzerland sydney syria taiwan tanzania tennessee texas thailand togo
  tokyo tonga toronto tunisia turin turkey tuva twitter uganda ukraine uruguay utah uzbekistan valencia
  vancouver venezuela venice vermont verona victoria vienna vietnam virginia wales warsaw washington
  wisconsin wyoming yemen york zambia zealand zimbabwe zurich
`);

/** How surnames are formed where words are not: patronymics and places in some twenty languages. Folded, six letters at least. */
export const familyEnding =
  /^(?=.{6})(?![a-z]*gov$)(?:mc[a-z]{3,20}|[a-z]{2,20}(?:ovic|evic|icic|ovitch|wicz|czyk|sky|ski|ska|cki|cka|enko|chuk|ov|ev|ova|eva|ovsky|sson|dottir|nsen|rsen|lsen|tsen|ksen|lund|qvist|quist|strom|escu|oglu|shvili|opoulos|idis|akis|guez|ndez|nchez|inez|mirez|yama|gawa|moto|mura|shita|hashi|zaki|saki|nainen|lainen|konen|tonen))$/;

/** Particles inside a name, in lower case. */
export const nameParticles = list(
  'af al ap ben bin bint da dal dalla das de degli dei del della den der di dos du e el ibn la las le los of ter und van vom von y z zu zum',
);

/** Before a name that is a place's: `San Giovanni`. */
export const placeBefore = list(
  'san santa santo saint sainte st sao sankt port fort mount lake new north south east west villa via rue calle rua avenida avenue boulevard plaza piazza place ul ulica ulice street road strasse castle camp isle cape university school church hotel club mont monte puerto playa',
);

/** After a name that is a street's, a firm's, a place's. */
export const placeAfter = list(
  'street st road rd avenue ave lane ln drive dr way court ct place plaza square boulevard blvd terrace close crescent park gardens hill house building tower bridge station airport university college school hospital church hotel inc ltd llc gmbh ag corp corporation company co group holdings bank partners associates industries foundation institute county city island islands river lake valley beach bay strasse weg gasse platz plc sa srl bv oy ab',
);

export const titles =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|lady|herr|frau|fr|señor|señora|sr|sra|srta|don|doña|monsieur|madame|mme|mlle|signor|signora|sig|dhr|mevr|mevrouw|meneer|pan|pani|panna|hr|fru|herra|rouva|bay|bayan|dott|ing)$/iu;

const self =
  "my (?:full |first |last |given |maiden |real )?name(?:'s| is)(?: not)?|(?:everyone|people|they|friends) calls? me|call me|i am called|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|meu nome é|me chamo|chamo-me|mijn naam is|ik heet|nazywam się|mam na imię|jmenuji se|volám sa|jag heter|mitt namn är|jeg heter|mit navn er|mitt navn er|minun nimeni on|nimeni on|numele meu este|mă numesc|a nevem|benim adım|adım|меня зовут|мене звати|με λένε|το όνομά μου είναι|nama saya";
const label =
  '(?:full |first |last |given |customer |client |patient |account |guest |passenger |card ?holder |contact |recipient |user |employee |member |maiden |family |nom de |beneficiary |billing |shipping )?name|surname|forename|customer|client|patient|guest|passenger|card ?holder|account holder|recipient|contact person|beneficiary|nachname|vorname|kunde|kundin|patientin|ansprechpartner|nom(?: et prénom)?|prénom|nombre(?: completo| y apellidos)?|apellidos?|cliente|paciente|nome(?: completo)?|cognome|paziente|naam|klant|imię(?: i nazwisko)?|nazwisko|jméno|příjmení|namn|kund|navn|kunde|nimi|asiakas|nume|név|ad soyad|имя|фио|фамилия|клиент|пациент|ім’я|όνομα|氏名|お名前|姓名|이름|성명|الاسم';
const greeting =
  'dear|sehr geehrter? (?:herr|frau)|liebe[rs]?|hallo|guten tag(?:,? (?:herr|frau))?|estimad[oa]s?(?: (?:sr|sra|señor|señora)\\.?)?|querid[oa]|hola|ch(?:er|ère)|bonjour|gentile|egregio|cara|caro|ciao|prezad[oa]|car[oa]|olá|beste|geachte (?:heer|mevrouw)|szanown[ya] pan(?:i|ie)?|cześć|dobrý den|kära|hej|kjære|hei|hyvä|dragă|kedves|sayın|merhaba|уважаем(?:ый|ая)|здравствуйте,?|привет,?';
const account =
  'logged in as|signed in as|welcome back,?|welcome,|eingeloggt als|angemeldet als|willkommen(?: zurück)?,?|connecté en tant que|bienvenue,?|bienvenid[oa],?|benvenut[oa],?|ingelogd als|zalogowany jako|inloggad som';

/** Right before a name, in any text. */
export const surelyNamed = new RegExp(
  `(?<![\\p{L}-])(?:(?:${self})[ :,]{1,2}|(?:${label}) ?[:：][ \\t"]{0,8}|(?:${account}) |attn:? )$`,
  'iu',
);
/** Asked of long texts before anything else. */
export const surelyNames = new RegExp(
  `(?<![\\p{L}-])(?:(?:${self})[ :,]{1,2}|(?:${label}) ?[:：][ \\t"]{0,8}|(?:${account}) |attn:? )(?=\\p{Lu}|[\\u3040-\\u9fff])`,
  'giu',
);
/** Right before a name, in a short text. */
export const perhapsNamed = new RegExp(
  `(?:^|[\\s.,;:!?"'(])(?:${greeting}|${self}|hi|hello|hey|thanks,?|regards,?|sincerely,?|best,|cheers,?|i am|i['’]m|this is|named(?: him| her)?|speak (?:to|with)|talk to|ask for|follow up with|said to|said|says|explained|told|(?:his|her|their|the|your|maiden|last|first|full) name is|directed by|starring|tribute to|my (?:wife|husband|partner|son|daughter|brother|sister|mother|father|boss|friend|colleague|child|doctor)(?:['’]s name)?,?|name(?:d| is)?:?)\\s{1,2}$`,
  'iu',
);
/** Right after a name, in a short text. */
export const thenPerson =
  /^(?:['’]s (?:address|account|name|card|wife|husband|daughter|son|phone|email|order)|,? (?:is (?:from|a|an|very|my|the)|was|has|had|lives?|lived|works?|worked|said|says|told|wrote|will be|listed|spent|moved|called|asked|wants|needs|and i)(?!\p{L})|, (?:can|could|please|thank|you|who))/iu;
/** A field or a cell that holds a name. */
export const nameHint =
  /(?<!user |file |product |company |domain |host |class |tag |event |brand |site |page |app |item |business |project |display |nick ?|field |organization |city |street |state |country |bank )\bname\b|\bsurname\b|\bforename\b|\b(?:first|last|full|given|family|middle)[ -]?name|\bcustomer\b|\bpatient\b|\bcard ?holder\b|\brecipient\b|\bpassenger\b|\bguest\b|vorname|nachname|prénom|apellido|cognome|nazwisko|jméno|氏名|姓名/iu;
