import type { WordList } from './wordList.ts';

/** What forms of single countries ask for, and how they word it: parts of addresses and names, codes, numbers. */
export const regionalWords: readonly WordList[] = [
  {
    class: 'name',
    strong:
      'patronymic|patronymic name|paternal surname|maternal surname|apellido paterno|apellido materno|primer apellido|segundo apellido|primer nombre|segundo nombre|sobrenome|apelido|otchestvo|отчество|по батькові|презиме|бащино име|име и фамилия|имя и фамилия|фамилия имя|фио|піб|ім я|прізвище|прізвище та ім я|ime i prezime|ime in priimek|prezime|priimek|meno a priezvisko|krstne meno|priezvisko|jmeno a prijmeni|prijmeni|krestni jmeno|vezeteknev|keresztnev|teljes nev|csaladnev|utonev|nev elotag|prenume|nume si prenume|nume de familie|etunimi|sukunimi|fornavn|efternavn|etternavn|fornamn|efternamn|fornamn och efternamn|vardas|pavarde|vards|uzvards|eesnimi|perekonnanimi|ad soyad|adiniz|soyadiniz|soyad|soyadi|ho ten|ho va ten|ten dem|nama depan|nama belakang|nama lengkap|nama penerima|ten nguoi nhan|όνομα|επώνυμο|ονοματεπώνυμο|πατρώνυμο|الاسم الاول|الاسم الأول|الاسم الأخير|اسم العائلة|الاسم الكامل|اسم المستلم|שם פרטי|שם משפחה|שם מלא|ชื่อจริง|นามสกุล|ชื่อ นามสกุล|ชื่อผู้รับ|氏名|姓|名|フリガナ|ふりがな|姓 カナ|名 カナ|お名前 カナ|收货人|收件人|联系人|聯絡人|收件人姓名|받는 사람|받으시는 분|수령인|이름|성함|recipient name|receiver name|consignee|consignee name|addressee|contact name|salutation|anrede|civilite|tratamiento|aanhef|zwrot grzecznosciowy|osloveni|oslovenie|megszolitas|titlu|tervehdys',
  },
  {
    class: 'tel',
    strong:
      'country dialing code|mobile prefix|numer kierunkowy|predvolba|predvolba zeme|predcisli|korszam|orszaghivo|elohivo|landskod telefon|landekode|suuntanumero|код страны телефон|код на страна|позивний номер|код країни|κωδικος χωρας τηλεφωνου|κωδικός κλήσης|رمز الدولة|مفتاح الدولة|رقم الجوال|رقم الموبايل|رقم المحمول|رقم التليفون|هاتف المنزل|קידומת|מספר טלפון|טלפון סלולרי|เบอร์มือถือ|หมายเลขโทรศัพท์|โทร|市外局番|市内局番|連絡先電話番号|手机号码|联系方式|國家代碼 電話|区号|휴대폰 번호|번호 앞자리|telefono fijo|telefono particular|telefono de contacto|caracteristica telefono|codigo de area|cod area|telefone fixo|telefone celular|numar telefon|numar mobil|telefonski broj|broj telefona|broj mobitela|mobitel|mobilni telefon|telefonska stevilka|telefona numurs|telefono numeris|telefoninumber|so di dong|so dt|nomor handphone|nomor telp|telp|no telp|puh|tel num|cep telefonu',
  },
  {
    class: 'street',
    strong:
      'room no|room number|flat no|villa no|villa number|house villa|apartment no|floor no|floor number|building no|street no|plot no|lot number|lote|manzana|torre|departamento numero|depto|dpto|numero de puerta|numero de calle|numero de casa|entre calle|y calle|cruzamientos|referencias de entrega|quadra|bloco|apto|conjunto|endereco de entrega|morada linha|andar porta|numero da porta|lt floor|rez de chaussee|appartement|interfon|interphone|interfono|interno|scala|palazzina|c o|care of|packstation|zusatz|adresszusatz 2|strasse nummer|turcode|stiege|top nr|busnummer|bus nummer|huisnummer toev|postbus|klatka|pietro|numer mieszkania lokalu|ulica i numer domu|ulica a cislo|ulica a cislo domu|cislo orientacni|cp co|poschodie|patro|vchod|lepcsohaz|kozterulet|kozterulet neve|kozterulet jellege|epulet|utca es hazszam|strada si numar|numar strada|etaj|interfon cod|kerros|rappu|ovikoodi|katu|katuosoite ja numero|portkod|vaningsplan|lagenhetsnummer|gatuadress och nummer|vej og nummer|etage side|oppgang|leilighetsnummer|korteles nr|gatve|namo numeris|buto numeris|iela|majas numurs|dzivokla numurs|tanav|maja number|korteri number|bina no|daire no|ic kapi no|dis kapi no|sokak cadde|site adi|apartman|toa nha|so tang|can ho|nomor rumah|patokan|gedung|lantai|detail alamat|улица и дом|улица и номер|номер квартиры|дом корпус|этаж квартира|домофон|код домофона|вулиця і будинок|номер будинку|номер квартири|підїзд|поверх|вход|етаж|апартамент|блок|ж к|номер на улица|οδός|αριθμός|όροφος|οδος και αριθμος|κουδουνι|رقم الشقة|رقم الفيلا|رقم الطابق|الطابق|الدور|رقم المنزل|اسم المبنى|اسم الشارع|العمارة|المبنى|علامة مميزة|أقرب معلم|קומה|כניסה|מספר דירה|שם הרחוב|บ้านเลขที่ ถนน|อาคาร|ชั้น|ห้อง|番地 号|建物名 部屋番号|マンション名|ビル名|番地以下|住所1|住所2|それ以降の住所|楼层|门牌号|楼号|街道地址|收货地址|배송지 주소|나머지 주소|동 호수|기본 주소',
  },
  {
    class: 'locality',
    strong:
      'emirate|emirates|governorate|governate|sub district|subdistrict|thana|upazila|barangay|settlement|city area|city municipality|delivery area|county state|kommune|fylke|landsdel|maakunta|lansi|obec mesto|kraj wojewodztwo|gmina|dzielnica|cast obce|castobce|mestska cast|kraj kraj|telepules neve|kerulet|localitatea de domiciliu|oras localitate|judet sector|mjesto|zupanija|opcina|opstina|naselje|obcina|naselje kraj|savivaldybe|rajonas|novads|pagasts|vald|maakond|mahalle koy|bucak|quan huyen|phuong xa thi tran|tinh thanh pho|kota kabupaten|kecamatan kota|kelurahan desa|provincia estado|estado provincia|departamento region|alcaldia|delegacion|delegacion municipio|ciudad localidad|barrio localidad|bairro cidade|municipio cidade|concelho distrito|provincia citta|frazione|commune ville|ville commune|gemeente stad|woonplaats gemeente|населений пункт|населено място|област|община|квартал|регион область|край|республика|станица|округ|місто село|πόλη|νομός|περιοχή|δήμος|χωριό|الامارة|الإمارة|محافظة|المحافظة|المنطقة الحي|الحي|حي|القرية|موقعك|מחוז|שכונה|จังหวัด อำเภอ|ตำบล แขวง|市区町村名|郡市区|都道府県名|所在地区|省市区|行政区|시 군 구|읍 면 동|도 시',
  },
  {
    class: 'postal',
    strong:
      'cep|kod pocztowy miasto|psc postovni|psc a mesto|smerovaci cislo|irsz|postnummer ort|postnr by|postanski broj grad|pta st|indeks pocztowy|zip kod|mã bưu chính|ma buu chinh|почтовыи индекс|поштовий код|пощенски код п к|ταχυδρομικός κώδικας|τ κ|الرقم البريدي|郵便番号 前|郵便番号1|郵便番号2|邮政编码 邮编|郵遞區號 碼|우편번호 검색|รหัสไปรษณีย์ จังหวัด',
  },
  {
    class: 'otp',
    strong:
      'passcode|one time pin|otp number|enter otp|digit code|6 digit code|4 digit code|enter the code|enter code sent|code we sent|code sent to|sms verification|sms otp|verification number|verification pin|phone verification code|email verification code|two step verification|authenticator code|backup code|security code sent|login code|tan nummer|sms tan|freischaltcode|sicherheitscode per sms|code recu par sms|code a usage unique|code de securite recu|codigo de un solo uso|codigo recibido|codigo de confirmacion|codigo de seguranca enviado|codigo de uso unico|codice temporaneo|codice sms|codice ricevuto|eenmalige code|sms code|kod z sms|kod jednorazowy|kod z wiadomosci|kod ze sms|overovaci sms kod|overovaci kod zo sms|sms kod|egyszeri kod|megerosito kod|visszaigazolo kod|cod sms|cod primit|cod de confirmare|kertakayttokoodi|vahvistuskoodi tekstiviesti|engangskod|sms kode|engangskode|bekreftelseskode|kontrolni kod|kod za potvrdu|potvrditvena koda|patvirtinimo kodas|apstiprinajuma kods|kinnituskood|tek kullanimlik sifre|sms sifresi|guvenlik kodu sms|ma otp|ma xac minh|kode otp|kode sms|код подтверждения из смс|код подтверждения|одноразовый код|одноразовый пароль|введите код|код з смс|код підтвердження|код за потвърждение|еднократен код|κωδικος επιβεβαιωσης|κωδικος μιας χρησης|κωδικός επαλήθευσης|كود التحقق|رمز التأكيد|كلمة مرور لمرة واحدة|קוד חד פעמי|รหัส otp|รหัสยืนยัน|ワンタイムパスワード|ワンタイムコード|動的パスワード|验证码|动态码|短信验证|簡訊驗證碼|일회용 비밀번호|보안코드 문자',
  },
  {
    class: 'id',
    strong:
      'trn|trn number|emirates id|emirates id number|iqama|iqama number|national number|civil id|abn|acn|ird number|nzbn|nric|ktp|nik|npwp|cccd|cmnd|ma so thue|so cmnd|can cuoc cong dan|tc kimlik no|tc kimlik|tckn|t c kimlik|kimlik no|vergi no|vergi numarasi|vergi dairesi|oib|jmbg|pib|maticni broj|maticna stevilka|davcna stevilka|emso|asmens kodas|personas kods|isikukood|cvr|cvr nr|cvr nummer|cpr|cpr nummer|org nr|orgnr|organisationsnummer|personnummer|fodselsnummer|y tunnus|henkilotunnus|hetu|alv numero|momsnummer|moms nr|egn|eik|bulstat|булстат|еик|егн|ддс номер|ин по ддс|инн|кпп|огрн|снилс|едрпоу|єдрпоу|іпн|рнокпп|паспорт серия|серия и номер паспорта|аφμ|αφμ|αμκα|αριθμος ταυτοτητας|δου|الرقم القومي|الرقم الضريبي|رقم الهوية|الهوية الوطنية|رقم الاقامة|תעודת זהות|מספר זהות|ח פ|เลขบัตรประชาชน|เลขประจำตัวผู้เสียภาษี|マイナンバー|個人番号|身份证|身份证号|身份證字號|統一編號|统一社会信用代码|纳税人识别号|주민등록번호|주민번호|사업자등록번호|외국인등록번호|dni o ruc|ruc|nit|cedula de ciudadania|cedula de identidad|rut empresa|razon social rut|rfc con homoclave|clave unica|regimen fiscal|cuit cuil|ie inscricao estadual|inscricao municipal|nipc|numero contribuinte|nif contribuinte|codice sdi|codice univoco|codice destinatario|pec o codice|ust idnr|umsatzsteuer identifikationsnummer|uid nr|ahv nummer|numero avs|numero d entreprise|numero entreprise|bce|kbo|ondernemingsnummer|btw nr|numer pesel|nip firmy|nip ue|numer nip ue|icz|ico firmy|dic firmy|ic dph|adoazonosito|adoazonosito jel|kozossegi adoszam|cod unic|cui cif|reg com|registrul comertului|nr reg com|cod numeric personal',
  },
  {
    class: 'dob',
    strong:
      'naissance date|jour mois annee|anniversaire|fecha de cumpleanos|dia de nacimiento|mes de nacimiento|ano de nacimiento|dia de nascimento|mes de nascimento|ano de nascimento|giorno di nascita|mese di nascita|anno di nascita|geboortedag|dzien urodzenia|miesiac urodzenia|rok urodzenia|den narozeni|rok narozeni|szuletesi ido|szuletesi ev|data nasterii zi|syntymapaiva|syntymavuosi|fodelsear|fodelsedag|foedselsdato|fodselsar|datum rodenja|datum rojstva|gimimo data|dzimsanas datums|sunniaeg|dogum yili|nam sinh|tahun lahir|год рождения|рік народження|рожденна дата|ημερομηνία γέννησης|ετος γεννησης|تاريخ الميلاد يوم|سنة الميلاد|วันเดือนปีเกิด|生年|生まれた年|出生年月|출생연도',
  },
  {
    class: 'country',
    strong:
      'drzava zemlja|zemlja|salis|valsts|riik|ulke bolge|quoc gia khu vuc|negara wilayah|χώρα|بلد|البلد المنطقة|ประเทศ ภูมิภาค|国 地域名|国家或地区|국가 지역|pais o region|pais regiao|paese regione|land gebied|kraj region|zeme region|orszag regio|tara regiune',
  },
  {
    class: 'organization',
    strong:
      'nome fantasia|nome da firma|nombre comercial|giro|giro comercial|rubro|denominazione|denominazione sociale|naziv tvrtke|naziv firme|naziv podjetja|tvrtka|imones pavadinimas|imone|uznemuma nosaukums|uznemums|ettevotte nimi|ettevote|firma unvani|ten doanh nghiep|nama toko|όνομα εταιρείας|επωνυμία εταιρείας|име на фирма|име на фирмата|назва компанії|наименование организации|юридическое лицо|اسم المؤسسة|المؤسسة|ชื่อบริษัท องค์กร|会社名 団体名|勤務先|单位名称|公司抬頭|发票抬头|상호|상호명|회사 이름|nazwa przedsiebiorstwa|obchodni firma|obchodne meno|obchodne meno firmy|vallalkozas neve|ceg neve|denumire firma|denumire companie|nume firma|organisaation nimi|firmanamn|foretag organisation|bolag',
  },
  {
    class: 'username',
    strong:
      'korisnicko ime|uporabnisko ime|vartotojo vardas|lietotajvards|kasutajanimi|kullanici adiniz|e posta veya kullanici adi|e mail oder benutzername|email oder benutzername|benutzername oder e mail|e mail ou identifiant|usuario o correo|usuario o email|correo o usuario|usuario ou email|nome utente o email|gebruikersnaam of e mail|login lub e mail|login nebo e mail|e mail nebo uzivatelske jmeno|felhasznalonev vagy email|логин или email|логин или e mail|логин или телефон|phone or email|email or phone|email or mobile|mobile or email|email phone|email phone number|mobile number or email|phone number or email|phone email or username|e mail or phone|اسم المستخدم او البريد|账号 手机号|手机号 邮箱|手机号 邮箱 用户名|아이디 또는 이메일|メールアドレスまたはユーザー名|net id|netid|student id|employee id|customer id|client id|user code|access id|banking id|online id|identyfikator|cislo klienta|klientske cislo|numer klienta|客户号',
  },
  {
    class: 'none',
    strong:
      'gift card|gift card number|gift card pin|gift card code|giftcard|giftcard number|giftcard code|geschenkkarte|geschenkgutschein|gutscheinkarte|carte cadeau|numero de carte cadeau|tarjeta regalo|tarjeta de regalo|cartao presente|vale presente|carta regalo|buono regalo|cadeaukaart|cadeaubon|karta podarunkowa|bon podarunkowy|darkova karta|darkovy poukaz|ajandekkartya|card cadou|lahjakortti|presentkort|gavekort|hediye karti|подарочная карта|подарочный сертификат|ギフトカード|礼品卡|기프트카드|captcha|captcha code|security image|letters shown|zeichen im bild',
  },
];
