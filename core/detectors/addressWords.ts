const oneOf = (words: string): string => words.trim().split(/\s+/).join('|');

/** Words that end a street's name, by themselves. */
export const streetEnd = oneOf(
  'street st road rd avenue ave av lane ln drive dr way court ct place pl square sq boulevard blvd terrace ter close crescent cres parkway pkwy highway hwy circle cir trail trl alley row walk mews grove gardens plaza loop path pike turnpike wharf quay gade vej vejen plads gata gatan gate veien vei väg vägen gränd torg katu tie kuja polku tér utca útja út u körút straße strasse str platz allee weg gasse ring damm ufer laan straat plein kade singel sokak sokağı caddesi cad mahallesi bulvarı улица переулок проспект',
);
/** Words that begin one. */
export const streetStart = oneOf(
  'rue avenue av avda boulevard bd place chemin allée impasse quai route cours calle c/ avenida paseo plaza carrera camino camiño carretera ronda travesía praza rúa via viale v.le piazza corso largo vicolo strada rua r travessa praça alameda estrada largo rodovia ul ul. ulica aleja al. plac os. osiedle náměstí nám třída trg cesta strada str str. bulevardul calea piața jalan jl jl. улица ул ул. проспект пр пр. переулок бульвар οδός λεωφόρος nábřeží gustav-adolf-str am an auf zum zur jl'.replace(
    ' am an auf zum zur',
    '',
  ),
).replaceAll('.', '\\.');
/** Ends of one word that is a street's name. */
export const compoundEnd = oneOf(
  'straße strasse str\\. gasse weg allee platz damm ufer ring straat laan steenweg plein kade dijk singel plaats dreef gracht weide gade vej vejen byvej stræde allé plads gata gatan gate gaten veien vegen väg vägen gränd stigen katu tie kuja polku ranta utca útja stræti straeti hraun hrauni vegur gata holt bakken backen lia stien vang hóli odda sund rinne niitty ková ova eva ého ská',
);
export const unitWord = oneOf(
  'apt apartment suite ste unit flat room floor bldg building bldng piso puerta escalera esc appt appartement bâtiment bât étage etage wohnung whg stiege interno scala interior depto oficina lok lokal m. sala bloco apto andar lägenhet lgh leil asunto daire kat кв квартира офис διαμ',
).replaceAll('.', '\\.');
export const boxWord =
  'p\\.? ?o\\.? ?box|post ?box|postbus|postfach|postboks|postbox|apartado(?: de correos| postal)?|casella postale|boîte postale|b\\.p\\.|caixa postal|skrytka pocztowa|gpo box|locked bag|psc|cmr|box|а/я';
/** Before an address in a short text. */
export const toldBefore =
  /(?:address(?: is| to|:)?|adresse?:?|anschrift:?|dirección:?|indirizzo:?|endereço:?|adres:?|live[sd]? (?:at|in|on)|residing at|located at|moved to|deliver(?:ed)? to|ship(?:ped)? to|sen[dt](?: it)? to|taxi to|office is at|arrived at|wohnhaft|wohnt in|domicilié|reside en|abita in)\s{1,3}$/iu;
export const addressHint =
  /\baddress|\bstreet|adresse|anschrift|strasse|straße|dirección|domicilio|calle|indirizzo|endereço|morada|adres|ulica|cím|osoite|住所|地址|주소|адрес/iu;
