import type { WordList } from './holdsPageData.ts';

/**
 * Words that name form fields and parts of shops in other languages than English, without accents, as they stand in
 * ids and names; and the names of shop systems, frameworks and services. Beside a German field `vorname` the page
 * shows "Vorname": that makes it no secret. Every line begins with a space, see `hasWord`.
 */
export const fieldNameWords: WordList = {
  words: `
 anrede vorname nachname familienname strasse hausnummer hausnr plz postleitzahl ort stadt bundesland telefon handy
 geburtsdatum geburtstag firma passwort benutzer benutzername kennwort rechnung rechnungsadresse lieferadresse lieferung
 anmelden adresse adressen zusatz kunde kunden kundennummer preis gutschein warenkorb bestellung zahlung suche suchen
 kommentar nachricht bewertung konto zahlungsart versand menge summe gesamt betreff
 prenom nom civilite rue ville pays codepostal code postale telephone naissance societe entreprise motdepasse
 utilisateur facturation livraison panier commande paiement recherche avis prix montant quantite total courriel
 nombre apellido apellidos calle numero piso puerta ciudad provincia pais correo telefono movil contrasena usuario
 direccion envio facturacion pedido carrito pago precio cantidad buscar fecha nacimiento empresa documento cuenta
 colonia estado municipio referencias entrega codigo
 cognome indirizzo citta cap comune nazione cellulare nascita azienda fattura fatturazione spedizione consegna
 carrello ordine pagamento prezzo ricerca cerca utente civico fiscale partita
 nome sobrenome rua bairro cidade cep endereco complemento morada localidade telemovel celular senha utilizador
 carrinho encomenda preco pesquisa cpf cnpj nif
 voornaam achternaam tussenvoegsel straat huisnummer toevoeging postcode woonplaats gemeente land telefoon mobiel
 geboortedatum bedrijf wachtwoord gebruiker bestelling winkelwagen betaling levering factuur prijs aantal zoeken
 imie nazwisko ulica mieszkanie miasto miejscowosc kod pocztowy kraj komorkowy haslo faktura
 dostawa platnosc zamowienie koszyk cena ilosc szukaj wojewodztwo
 jmeno prijmeni cislo mesto obec psc zeme stat heslo objednavka kosik doruceni platba hledat meno priezvisko
 krajina posta dorucenie
 keresztnev vezeteknev utca hazszam varos iranyitoszam irsz orszag telefonszam jelszo szamlazas szamlazasi
 szallitas szallitasi adoszam rendeles kosar fizetes ceg cegnev kereses megjegyzes
 prenume nume strada numar oras localitate judet parola comanda cos plata livrare factura
 fornavn etternavn efternavn gate gatenavn vej vejnavn postnummer poststed postnr husnummer bynavn mobil adgangskode
 passord fodselsdato firmanavn ordre kurv pris soeg fornamn efternamn gatuadress postort losenord
 personnummer foretag bestallning varukorg betalning leverans
 etunimi sukunimi katuosoite lahiosoite postinumero postitoimipaikka kaupunki puhelin salasana yritys tilaus
 ostoskori maksu toimitus osoite
 soyad isim adres mahalle sokak cadde ilce sehir kodu ulke sifre fatura teslimat odeme siparis sepet
 fiyat vergi dairesi kimlik
 onoma eponymo odos arithmos poli nomos xora tilefono kinito afm doy paratirisis
 imya familiya otchestvo ulitsa kvartira gorod oblast indeks parol zakaz korzina dostavka oplata
 prezime broj grad drzava lozinka
 nama alamat kota provinsi kecamatan kelurahan kodepos telepon kata sandi
 namae furigana kana yubin jusho todofuken shikuchoson denwa
 android angular mui mdc fab chakra apache apple authorize bitcoin bootstrap braintree captcha checkoutcom cloudflare commerce
 criteo cybersource demandware discourse disqus drupal elementor facebook fontawesome github gmail google gravity hubspot
 hybris instagram intercom ios jetpack joomla jquery klarna laravel linkedin magento mailchimp mastercard mastodon
 material maestro microsoft netlify nextjs nuxt oauth opencart outlook paypal pinterest prestashop react recaptcha reddit
 salesforce sfcc shopify shopware skrill snapchat spotify squarespace stripe swiper symfony telegram tiktok
 trustpilot tumblr tailwind twitter typeform vimeo visa vtex webflow whatsapp wix woo woocommerce wordpress yahoo youtube
 zendesk
`,
};
