import type { WordList } from './wordList.ts';

/** Cards, bank accounts. */
export const paymentWords: readonly WordList[] = [
  {
    class: 'cc-number',
    strong:
      'card number|cardnumber|cardnum|card num|card no|cardno|credit card number|creditcardnumber|creditcard|creditcard number|credit card|credit card no|debit card|debit card number|ccnumber|ccnum|cc number|cc num|cc no|ccno|cc card number|pan number|payment card number|card pan|kartennummer|kreditkartennummer|kartennr|karten nr|kreditkarte|kredit kartennummer|numero de carte|numero carte|numero de la carte|numero de carte bancaire|carte bancaire|numero cb|n de carte|numero de tarjeta|numero de la tarjeta|numero tarjeta|tarjeta de credito|n de tarjeta|numero della carta|numero carta|numero di carta|carta di credito|numero do cartao|numero de cartao|numero cartao|cartao de credito|kaartnummer|creditcardnummer|kredietkaartnummer|numer karty|nr karty|cislo karty|kartyaszam|bankkartya szama|numar card|numarul cardului|numar de card|kortnummer|kortnr|kortin numero|korttinumero|kart numarasi|kart no|kart numaraniz|so the|nomor kartu|номер карты|номер картки|номер карта|αριθμος καρτας|カード番号|クレジットカード番号|卡号|信用卡号|信用卡號碼|카드번호|카드 번호|رقم البطاقة|מספר כרטיס|מספר כרטיס אשראי|หมายเลขบัตร|encrypted card number|encryptedcardnumber',
    weak: 'card|karte|carte|tarjeta|carta|cartao|kaart|karta|kort',
  },
  {
    class: 'cc-csc',
    strong:
      'cvv|cvv2|cvc|cvc2|csc|cvn|cid|cvd|cvv code|cvc code|cvccvv|security code|securitycode|card security code|card verification|card code|cardcode|verification value|card verification number|ccv|cccvv|cc cvv|cc cvc|cardcvv|cardcvc|securitycode cvv|sicherheitscode|prufnummer|kartenprufnummer|prufziffer|kartenprufziffer|code de securite|cryptogramme|cryptogramme visuel|code cvv|codigo de seguridad|codigo seguridad|codigo cvv|codice di sicurezza|codice sicurezza|codigo de seguranca|codigo seguranca|beveiligingscode|veiligheidscode|kaartverificatiecode|kod cvv|kod zabezpieczajacy|kod bezpieczenstwa|bezpecnostni kod|biztonsagi kod|cod de securitate|sakerhetskod|sikkerhedskode|sikkerhetskode|turvakoodi|turvaluku|guvenlik kodu|ma bao mat|kode keamanan|код безопасности|κωδικος ασφαλειας|セキュリティコード|安全码|安全碼|보안코드|رمز الامان|رمز الأمان|קוד אבטחה',
  },
  {
    class: 'cc-exp',
    strong:
      'expiry|expiration|expiry date|expirydate|expiration date|expirationdate|exp date|expdate|expires|exp month|exp year|expmonth|expyear|exp mm|exp yy|expirymonth|expiryyear|expirationmonth|expirationyear|expire|expires month|expires year|ccexp|cc exp|ccmonth|ccyear|cc month|cc year|cardexpiry|card expiry|card exp|card month|card year|cardmonth|cardyear|cardexpmonth|cardexpyear|valid thru|valid until|valid to|validthru|valid through|valid date|mm yy|mmyy|mm yyyy|mmyyyy|mm jj|mm aa|mm aaaa|mm rr|gultig bis|gultigkeit|gueltig bis|gultigkeitsdatum|ablaufdatum|ablauf|ablaufmonat|ablaufjahr|verfallsdatum|verfallmonat|verfalljahr|date d expiration|date expiration|date de validite|expire fin|mois d expiration|annee d expiration|validite|fecha de caducidad|caducidad|fecha de vencimiento|vencimiento|mes de vencimiento|fecha de expiracion|fecha expiracion|valida hasta|scadenza|data di scadenza|data scadenza|mese di scadenza|anno di scadenza|validade|data de validade|data de vencimento|data de expiracao|mes de validade|vervaldatum|geldig tot|verloopdatum|vervalmaand|vervaljaar|data waznosci|wazna do|termin waznosci|platnost|platnost do|datum platnosti|lejarat|lejarati datum|ervenyesseg|data expirarii|data de expirare|valabil pana|viimeinen voimassaolopaiva|voimassa|utgangsdatum|giltighetstid|giltig till|udlobsdato|utlopsdato|udlobsmaned|son kullanma tarihi|son kullanma|son kullanim tarihi|ngay het han|masa berlaku|срок деиствия|срок действия|ημερομηνια ληξης|有効期限|有效期|有效期限|到期日|유효기간|만료일|تاريخ الانتهاء|תוקף|วันหมดอายุ',
    weak: 'exp|month|year|mois|annee|monat|jahr|mes|ano|mese|anno|mm|yy|yyyy|aa|jj',
  },
  {
    class: 'cc-name',
    strong:
      'name on card|name on the card|nameoncard|cardholder|card holder|cardholdername|cardholder name|card holder name|cardholders name|name of cardholder|cardname|card name|card owner|cardowner|cc name|ccname|cc owner|ccowner|cc holder|ccholder|holder name|holdername|owner name|cardholder first name|cardholder last name|card first name|card last name|name as it appears on card|karteninhaber|name des karteninhabers|name auf der karte|name auf karte|karteninhaberin|name wie auf der karte|titulaire|titulaire de la carte|nom du titulaire|nom sur la carte|nom du porteur|nom du titulaire de la carte|titular|titular de la tarjeta|nombre del titular|nombre en la tarjeta|nombre como aparece en la tarjeta|intestatario|intestatario della carta|nome sulla carta|titolare|titolare della carta|nome no cartao|nome do titular|nome impresso no cartao|titular do cartao|kaarthouder|naam kaarthouder|naam op kaart|naam op de kaart|posiadacz karty|wlasciciel karty|imie i nazwisko na karcie|drzitel karty|jmeno na karte|kartyabirtokos|kartyan szereplo nev|detinator card|numele de pe card|titularul cardului|kortin haltija|kortinhaltija|kortinhaltijan nimi|kortinnehavare|kortholder|kortholders navn|navn pa kort|kortinnehavers navn|kart sahibi|kart uzerindeki isim|kart uzerindeki ad|ten chu the|ten tren the|nama di kartu|nama pemegang kartu|имя на карте|держатель карты|имя владельца карты|владелец карты|ονομα κατοχου|カード名義|カード名義人|名義人|持卡人|持卡人姓名|카드 소유자|اسم حامل البطاقة|الاسم على البطاقة|שם בעל הכרטיס',
  },
  {
    class: 'cc-other',
    strong:
      'card type|cardtype|cctype|cc type|credit card type|creditcardtype|card brand|cardbrand|payment card type|kartentyp|kartenart|kreditkartentyp|type de carte|tipo de tarjeta|tipo tarjeta|tipo di carta|tipo carta|tipo de cartao|bandeira|kaarttype|type kaart|typ karty|rodzaj karty|kart tipi|kortin tyyppi|korttyyppi|korttype|korttyp|тип карты|カード種別|カード会社|カードの種類|카드 종류|issue number|card issue number|start date card|card start|installments|installment|parcelas',
  },
  {
    class: 'bank',
    strong:
      'iban|bic|swift|swift code|bic swift|account number bank|bank account|bank account number|bankaccount|bankaccountnumber|routing number|routingnumber|routing|aba number|sort code|sortcode|bsb|ifsc|ifsc code|bank code|bankcode|account holder|accountholder|bank name|kontonummer|kontoinhaber|bankleitzahl|blz|kontonr|bankverbindung|bankkonto|numero de compte|titulaire du compte|rib|cuenta bancaria|numero de cuenta|clabe|cbu|titular de la cuenta|conto corrente|numero di conto|coordinate bancarie|conta bancaria|numero da conta|agencia|rekeningnummer|bankrekening|bankrekeningnummer|numer konta|numer rachunku|nr konta|rachunek|cislo uctu|bankszamlaszam|cont bancar|tilinumero|kontonummer bank|банковский счет|расчетный счет|бик|номер счета|口座番号|銀行名|支店名|口座名義|银行账号|銀行帳號|计좌번호|계좌번호|الحساب البنكي|מספר חשבון|salary|income|annual income|gehalt|einkommen|revenu|ingresos|reddito',
  },
];
