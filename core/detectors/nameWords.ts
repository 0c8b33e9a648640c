const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Given names and surnames that are words as well, folded: they need more beside them than a capital. */
export const ambiguousNames = list(`
  able ace age aim alba all alma along alpha amber amen amor amy an and angel angels any april archer are area ari art ash asia aspen
  at august aura austin autumn avenue baby bank baron bay bean bear beau beer bell bella best beverly big bill birch bird bishop black
  blaise blanc blanca blaze block bloom blue board bob bold bolt bond book border born boy brand brandy brass brave bravo bread break
  breeze brie brick bridge bright brook brooks brown bud buck bunny burger burn bush business butler butter cab cain call camp can
  candy cane cannon canyon card care carey carl carol carter cash castle cat cave cedar chain champion chance chang chapel chapman
  charity charm chase cherry chester china chip chris christian chuck church city clara clark clay clear clement cliff clock close cloud
  clover coast cobb cole colt con cook cool coral corn cotton country court cove cox crane cream creed crew cross crystal cruise cruz cup cute
  cut daily daisy dale dan dane dash data date dave dawn day days dean dear dee deer del delta den derby desire destiny diamond did diego dime
  doc dock does dollar dolly dolphin dominion don done door dora dot dove downs draw dream drew drive duke dull dusty each eagle earl early earth
  east easter eastern easy ebony echo eden edge egypt eight elder ember emerald end england enter era ever evergreen eve event fair faith falcon fall
  far farm farmer fast faye feather fee felicity fern fast few field fields fine fire first fish fisher fit five flash fleet flint flora flower fly
  for ford forest fort forth fortune foster fountain four fox france francs frank free freedom friend frost full future gap garden gardener garland
  garnet gas gate gates gay gene general genesis georgia german germany gift ginger glass glen glenn glory go god gold golden good gordon grace grand grant
  grass gray great green grey grove guard guide guy hall halo ham hand hard harbor hardy harmony harper hart has haven hawk hay hazel he head heart heath
  heather heaven her hero high hill hills his history hit holiday holland holly holmes home honey honor hood hook hope hopper horn horton house how hub hudson
  hunt hunter ice ida idea if imagine in india indigo inn io iran iris is israel ivory ivy jack jade jamaica jane january jasmine jasper jay jersey jesus jet jewel job jobs
  jordan journey joy judge jules july june justice just keen kelvin kent key khan kid kin kind king kings kit kitty knight la lad lady lake lam lance land lane laid large lark last laurel lavender
  law lee legacy leeds legend lemon level leven liberty life light lily lima lin line lion list little live lo loan long lord loren lot lotus love low luck lucky lux lynn
  mac mace magic maid main major malta man mango manly many maple mar marble march marina mark market marks marlin marsh martini mary mason mass master mat matt max may mayor me meadow
  medal media mel melody men mercedes mercy merit merry metal mexico mi mia midnight mil miles milk mill miller milo min mine mint miracle miss mo mod model modern mom mon mona monday money montana month moon moore
  more moss most mount mountain mr much murphy music my myth nah nasa nature navy near new news nice nick night nine no noble none nora norm normal north northern nova november now null number
  oak oasis ocean oh oil ok old olive om on once one only opal open ora orange orchard oregon orion other our out over owl own pack page paint paix pal palm pan par paradise paris park parker part parsley party pass pat
  patience pay peace peach peak pearl penny people per perfect peter petal phoenix piano pie pier pike pilot pine pink pit place plain plant plum plus poet point pool pop poppy port porter post potter power praise precious
  present presley price pride priest prime prince princess private promise proper proud prudence pure quartz queen queens quick quiet quinn rabbit race rain rainbow ram random range raven ray read reading real reason rebel red reed
  reese regal regina rent rey rhythm rice rich ring rio rise river rivers road rob robin rock rocket rocky roman rome rory rosa rosary rose rosemary round royal ruby rule rush russia rusty ryder sabre sad safe saga sage sailor saint
  salem salmon salt sam same san sand sandy santa sap savannah say scarlet scot scott scout sea season second secret see self sen serene serenity set seven shade shadow shah share sharp she shell shepherd sherry shield shine ship shore short
  show si side sierra silver sim simple since sing singer sky slate small smith snow so sol solar soldier some son song sonny soul sound south southern sparrow special spencer spirit spring spruce square st staff star state steel stella
  step stephen sterling still stone storm story street strong style sue sugar suite summer sun sunday sunny sure sutton swan sweet sydney table tad tailor tal tan tatum taylor tax tea teal team tel temple ten terra terry texas than the
  them then theory there they thing this thorn three thunder tiger time timber tin tip title to today tom tony too top topaz town trade trail train travel tree trey tri tribute trinity true trust truth tucker tuesday turner twin two tyler under union
  unique unity up urban use van vale valley valor vegas velvet venice venus vera vernon very via victor victory view vine viola violet virginia vision vista viva wade wait walker wall war ward warden warm warner warren was water waters wave way we wealth weaver web
  webb webster wednesday week well wells west western wheel when where while whit white who why wick wild will willow win wind wine wing winner winter wise wish with wolf wonder wood woods word work world worth wren wright write wynn yang year years yes york you young your zen zip zion zone
  ali alle allein bin bei das dein dem der des die dir du ein eine er es est et fur hat ich ihr im ist kann mein mit nach nicht nur ob oder sein sich sie sind und uns vom von vor war was weg wer wie wir zu zum zur
  des donc elle elles en est et il ils les leur mais mes moi nos nous ou par pas pour que qui sa sans ses son sur tes toi tu une vos vous yeux
  como con cuando desde donde ella era esa ese esta este hay las los mas mi muy nada ni no nos para pero por que sin sobre su sus tal toda todo una usted uno ya
  che chi come cosa cui dal dei della di dove era fra gli ha il io lo ma mai mia mio nel noi non o per piu qui se sei si sono suo tra tu un una
`);

/** Particles inside a name, in lower case. */
export const nameParticles = list(
  'af al ap ben bin bint da dal dalla das de degli dei del della den der di dos du e el ibn la las le los of ter und van vom von y z zu zum',
);

/** Before a name that is a place's: `San Giovanni`. */
export const placeBefore = list(
  'san santa santo saint sainte st sao sankt port fort mount lake new north south east west villa via rue calle rua avenida avenue boulevard plaza piazza place ul ulica ulice street road strasse the castle camp isle cape university school church hotel club mont monte puerto playa',
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
  `(?:^|[\\s.,;:!?"'(])(?:${greeting}|${self}|hi|hello|hey|thanks,?|regards,?|sincerely,?|best,|cheers,?|i am|i['’]m|this is|it['’]s|named(?: him| her)?|speak (?:to|with)|talk to|ask for|follow up with|contact|by|with|from|for|add|said to|said|says|explained|told|of|under|my (?:wife|husband|partner|son|daughter|brother|sister|mother|father|boss|friend|colleague|child|doctor)(?:['’]s name)?,?|name(?:d| is)?:?)\\s{1,2}$`,
  'iu',
);
/** Right after a name, in a short text. */
export const thenPerson =
  /^(?:['’]s (?:address|account|name|card|wife|husband|daughter|son|phone|email|order)|,? (?:is (?:from|a|an|very|my|the)|was|has|had|lives?|lived|works?|worked|said|says|told|wrote|will be|listed|spent|moved|called|asked|wants|needs|and i)(?!\p{L})|, (?:can|could|please|thank|you|who))/iu;
/** A field or a cell that holds a name. */
export const nameHint =
  /(?<!user |file |product |company |domain |host |class |tag |event |brand |site |page |app |item |business |project |display |nick ?|field |organization |city |street |state |country |bank )\bname\b|\bsurname\b|\bforename\b|\b(?:first|last|full|given|family|middle)[ -]?name|\bcustomer\b|\bpatient\b|\bcard ?holder\b|\brecipient\b|\bpassenger\b|\bguest\b|vorname|nachname|prénom|apellido|cognome|nazwisko|jméno|氏名|姓名/iu;
