import type { WordList } from './wordList.ts';

/** Accounts, secrets, numbers that states give to people, and what people are. */
export const identityWords: readonly WordList[] = [
  {
    class: 'password',
    strong:
      'password|passwd|passwort|kennwort|passphrase|pwd|psw|pass word|newpassword|new password|current password|confirm password|confirmpassword|passwordconfirm|repeat password|retype password|mot de passe|motdepasse|mdp|contrasena|contrasenya|password attuale|senha|palavra passe|palavra chave|wachtwoord|haslo|heslo|jelszo|parola|salasana|losenord|adgangskode|passord|kodeord|sifre|sifreniz|mat khau|kata sandi|sandi|пароль|парола|κωδικος προσβασης|συνθηματικο|パスワード|密码|密碼|비밀번호|كلمة المرور|كلمة السر|סיסמה|סיסמא|รหัสผ่าน|security question|security answer|secret answer|secret question|passcode',
    weak: 'pass|clave|κωδικος',
  },
  {
    class: 'username',
    strong:
      'username|user name|userid|user id|usr|uname|login|loginid|login id|loginname|login name|log in id|signin|sign in name|logon|logonid|logon name|screen name|screenname|member id|memberid|member number|account name|accountname|account id|user login|nutzername|benutzername|benutzer|benutzerkennung|anmeldename|nutzerkennung|kundennummer oder|identifiant|nom d utilisateur|pseudo|pseudonyme|utilisateur|usuario|nombre de usuario|nombre usuario|identificador|nome utente|utente|utilizador|nome de usuario|nome de utilizador|gebruikersnaam|gebruiker|nazwa uzytkownika|uzytkownik|uzivatelske jmeno|uzivatel|prihlasovaci jmeno|pouzivatelske meno|felhasznalonev|felhasznalo|nume de utilizator|utilizator|kayttajatunnus|kayttajanimi|tunnus|anvandarnamn|anvandare|brugernavn|bruger|brukernavn|bruker|kullanici adi|kullanici|ten dang nhap|tai khoan|nama pengguna|логин|имя пользователя|пользователь|користувач|логін|потребителско име|ονομα χρηστη|ユーザー名|ユーザーid|ログインid|会員id|会員番号|用户名|帐号|账号|帳號|用戶名|아이디|사용자|اسم المستخدم|שם משתמש|ชื่อผู้ใช้|username or email|email or username',
    weak: 'user|account|handle|alias',
  },
  {
    class: 'otp',
    strong:
      'otp|totp|one time code|otp input|otp code|otpcode|otp digit|one time password|onetimecode|one time passcode|verification code|verificationcode|verify code|confirmation code|authentication code|auth code|authcode|2fa|2fa code|mfa|mfa code|two factor|two factor code|sms code|smscode|access code sms|activation code|tan|mtan|einmalpasswort|bestatigungscode|verifizierungscode|code de verification|code sms|code de confirmation|codigo de verificacion|codigo sms|codice di verifica|codice otp|codigo de verificacao|verificatiecode|bevestigingscode|kod weryfikacyjny|kod sms|overovaci kod|ellenorzo kod|cod de verificare|vahvistuskoodi|verifieringskod|bekraeftelseskode|engangskode|dogrulama kodu|onay kodu|ma xac nhan|ma xac thuc|ma otp|kode verifikasi|код подтверждения|код из смс|код из sms|認証コード|確認コード|验证码 短信|短信验证码|手机验证码|驗證碼|인증번호|인증 번호|رمز التحقق|קוד אימות',
  },
  {
    class: 'dob',
    strong:
      'birth|birthday|birthdate|birth date|date of birth|dateofbirth|dob|bday|b day|birth day|birth month|birth year|birthmonth|birthyear|dob day|dob month|dob year|geburtsdatum|geburtstag|geburtsjahr|geburtsmonat|geb datum|date de naissance|naissance|jour de naissance|fecha de nacimiento|fecha nacimiento|nacimiento|cumpleanos|data di nascita|nascita|data de nascimento|nascimento|geboortedatum|geboortejaar|data urodzenia|urodzenia|datum narozeni|datum narodenia|szuletesi datum|szuletesnap|data nasterii|data de nastere|syntymaaika|fodelsedatum|fodselsdato|fodselsdag|dogum tarihi|dogum gunu|ngay sinh|tanggal lahir|дата рождения|день рождения|дата народження|дата на раждане|ημερομηνια γεννησης|生年月日|誕生日|出生日期|生日|생년월일|생일|تاريخ الميلاد|תאריך לידה|วันเกิด|age|alter|edad|eta anni|idade|leeftijd',
    weak: 'day|jour|tag|dia|giorno|dag|dd',
  },
  {
    class: 'id',
    strong:
      'ssn|social security|social security number|socialsecurity|social insurance number|sin number|national id|nationalid|national identity|national insurance number|nino|identity number|identity card|identitynumber|id number|idnumber|id card|idcard|id no|id card number|passport|passport number|passportnumber|passport no|driver license|drivers license|driving licence|drivinglicense|license number|licence number|license plate|number plate|registration plate|tax id|taxid|tax number|taxnumber|tax code|tin|ein|vat|vat number|vatnumber|vat id|vatid|vat no|gst|gstin|pan card|aadhaar|aadhar|personal id|personalausweis|ausweisnummer|reisepass|reisepassnummer|steuernummer|steuer id|steueridentifikationsnummer|umsatzsteuer id|ust id|ust idnr|ustid|uid nummer|mehrwertsteuer|sozialversicherungsnummer|fuhrerschein|kennzeichen|numero de securite sociale|piece d identite|carte d identite|numero de passeport|numero tva|tva|siret|siren|numero fiscal|dni|nif|nie|cif|dni nie|rfc|curp|rut|run|cuit|cuil|cedula|numero de documento|numero documento|documento de identidad|documento|tipo de documento|tipo documento|nif cif|pasaporte|codice fiscale|partita iva|p iva|piva|carta d identita|numero passaporto|cpf|cnpj|cpf cnpj|rg|inscricao estadual|contribuinte|passaporte|bsn|burgerservicenummer|btw nummer|btw|kvk|kvk nummer|paspoortnummer|pesel|nip|numer nip|dowod osobisty|numer dowodu|regon|rodne cislo|ico|dic|ic dph|adoszam|szemelyi szam|cnp|cui|cod fiscal|henkilotunnus|hetu|y tunnus|personnummer|personnr|organisationsnummer|orgnr|org nr|fodselsnummer|cpr|cpr nummer|cvr|tc kimlik|tc kimlik no|kimlik no|tckn|vergi no|vergi numarasi|cmnd|cccd|ma so thue|nik|npwp|ktp|паспорт|инн|снилс|номер паспорта|кпп|єдрпоу|егн|еик|αφμ|α φ μ|αδτ|afm|pib|pib broj|maticni broj|mb|vatnum|vat num|taxnum|tax num|num tax|company vat|documento da empresa|documento empresa|organisation number|organisationnumber|org number|ic|y tunnus|identification number|identity type|id type|document number|document type|numero identificacion|identificacion|identificacao|doc number|マイナンバー|身份证|身份证号|身份證|護照|护照|주민등록번호|사업자등록번호|رقم الهوية|الرقم القومي|תעודת זהות|ת ז|เลขบัตรประชาชน|company number|company registration number|registration number|nric|fin number',
    weak: 'ss|personal number|tax',
  },
  {
    class: 'gender',
    strong:
      'gender|sex|geschlecht|genre|sexe|genero|sexo|genere|sesso|geslacht|plec|pohlavi|pohlavie|nem|sexul|sukupuoli|kon|kjonn|koen|cinsiyet|gioi tinh|jenis kelamin|пол|стать|φυλο|性別|性别|성별|الجنس|מין|เพศ',
  },
  {
    class: 'token',
    strong:
      'api key|apikey|api token|api secret|access token|accesstoken|client secret|secret key|license key|licence key|activation key|product key|private key|bearer token|personal access token|webhook url|seriennummer lizenz',
  },
  {
    class: 'demographic',
    strong:
      'nationality|citizenship|ethnicity|race|religion|marital status|maritalstatus|disability|veteran|sexual orientation|pronouns|education level|household size|blood type|staatsangehorigkeit|nationalitat|familienstand|religionszugehorigkeit|nationalite|situation familiale|nacionalidad|estado civil|nazionalita|cittadinanza|stato civile|nacionalidade|nationaliteit|burgerlijke staat|narodowosc|obywatelstwo|stan cywilny|statni prislusnost|medeni hal|uyruk|гражданство|семейное положение|国籍|國籍|국적|الجنسية|אזרחות',
  },
  {
    class: 'other-personal',
    strong:
      'message|your message|comment|comments|note|notes|order notes|order number|ordernumber|order id|booking reference|booking number|reservation number|confirmation number|tracking number|loyalty number|loyalty card|frequent flyer|frequent flyer number|membership number|membershipnumber|customer number|customernumber|customer id|policy number|claim number|invoice number|invoicenumber|feedback|inquiry|enquiry|question|describe|description|special instructions|delivery instructions|instructions|additional information|gift message|website|web site|homepage|facebook|twitter|instagram|linkedin|linkedin url|skype|nachricht|bemerkung|bemerkungen|kommentar|anmerkung|anmerkungen|mitteilung|kundennummer|bestellnummer|auftragsnummer|rechnungsnummer|vertragsnummer|mitgliedsnummer|ihre frage|commentaire|commentaires|votre message|numero de commande|numero client|numero de client|mensaje|comentario|comentarios|observaciones|numero de pedido|numero de cliente|messaggio|commento|commenti|note ordine|numero ordine|numero cliente|codice cliente|mensagem|observacoes|numero do pedido|bericht|opmerking|opmerkingen|bestelnummer|klantnummer|ordernummer|wiadomosc|uwagi|komentarz|numer zamowienia|numer klienta|zprava|poznamka|cislo objednavky|sprava|uzenet|megjegyzes|rendelesszam|mesaj|mesajul|observatii|viesti|viestisi|tilausnumero|asiakasnumero|meddelande|meddelelse|besked|melding|kundnummer|ordrenummer|bestillingsnummer|mesaji|mesajiniz|siparis numarasi|siparis no|not|tin nhan|ghi chu|loi nhan|pesan|catatan|сообщение|комментарии|комментарий|номер заказа|примечание|повідомлення|коментар|съобщение|μηνυμα|σχολια|メッセージ|お問い合わせ内容|備考|コメント|注文番号|留言|备注|備註|订单号|메시지|문의내용|배송메시지|주문번호|رسالة|الرسالة|ملاحظات|הודעה|הערות|ข้อความ|หมายเหตุ|hobbies|interests|referral name',
    weak: 'subject|reference|betreff|sujet|objet|asunto|oggetto|assunto|onderwerp|temat|predmet|targy|konu',
  },
];
