import type { WordList } from './holdsPageData.ts';

/**
 * Words that name parts of user interfaces and shops. A name made of these says what an element *is*; a word
 * that is not here may be somebody's name, so suggestSelectors looks it up in the page's own text first.
 * Every line begins with a space, see `hasWord`.
 */
export const interfaceWords: WordList = {
  words: `
 a about accept access accordion account action actions active activity actor add added addon additional address
 addresses admin advanced agenda aggregate agreement alert alerts align all alternate amount analytics anchor and
 announcement answer answers api app application apply appointment approval archive area arrow article articles
 aside ask asset assets assistant attachment attachments attribute audio author autocomplete autofill avatar back
 background backdrop badge balance bank banner bar base basket batch benefit benefits bill billing bio birth
 birthdate birthday blank block blog board body bold book booking bookmark border bottom box brand branch breadcrumb
 breadcrumbs browse btn bubble bubbles budget build bulk bullet button buttons buy buyer by cabinet calendar call
 callout campaign cancel canvas caption card cardholder cards care carousel cart case cases cat catalog categories
 category cell cells center change channel chart charts chat check checkbox checkout child children chip chips choice
 city claim claims class clear click client clients close code codes col collapse collapsible collection color column
 columns combobox comment commentary comments commerce common community compact company compare complete component
 conditions config confirm confirmation consent contact contacts container content contents context contract control
 controls conversation conversion cookie cookies copy copyright core count counter country county coupon course cover
 create created credit credits crumb crumbs currency current custom customer customers cvc cvv dark dashboard data
 date dates day days deal deals debit default delete delivery demo department deposit desc description desktop detail
 details device dialog digital direct disabled discount display divider dob doc document documents domain done dot
 double down download draft drag drawer dropdown due duration edit editor education element email emails embed employee
 empty end entries entry error errors estimate event events example excerpt expand expiration expires expiry export
 extended extra face facet facts family faq favorite favorites fax feature featured feed feedback field fields
 fieldset figure file files filter filters final finance find first firstname flag flash flat flex float flow fluid
 folder font foot footer for form format forms forward frame full fullname function gallery game gateway gender
 general generic gift give given global grand graph grid group groups guest guide half handle head header heading
 headline health height help helper hero hidden hide highlight hint history holder home horizontal hotel hour hours
 household house hover html icon icons id identifier identity image images img import inbox income index indicator
 info information initials inline inner input inputs insert inside insurance intro introduction inventory invite
 invoice invoices invoicing issue item items job jobs join journal key keyboard keyword label labels land landing
 language large last lastname launch layer layout lead leader leads left legal legend length letter level library light
 limit line lines link links list listing lists live load loader loading locale locality location locations lock log
 login logo logout long lower loyalty mail mailbox main manage manager map mark markdown marker market markup mask
 master max maximum meal mean media medical medium meeting member members membership memo menu menus merchant message
 messages messenger meta method middle middlename min mini minimum mobile modal mode model module moment money month
 more most move multi name names nav navbar navigation net new news newsletter next nickname no node none normal not
 note notes notice notification notifications now null num number numbers nut off offer offers office old on one online
 open option optional options or order orders organization organisation origin other out outer outline output over
 overlay overview owner pack package packages pad padding page pager pages pagination pan panel panels paragraph parent
 part partner parts passenger passport password past patient pattern pay payee payer payment payments payout percent
 period permission person personal personnel phone photo photos picker picture pictures pill pin place placeholder plain
 plan plans platform play player plus point points policies policy poll pop popover popup portal portfolio position
 post postal postcode posts prefix premium prescription preview previous price prices pricing primary print priority
 privacy private pro problem process product products profile profiles profit program progress project projects promo
 promotion prompt property provider province public publish purchase purchases qty quantity query question questions
 queue quick quote quotes radio random range rank rate rating ratings raw read receipt receipts recent recipient
 recipients recommendation recommendations recommended record records recover redeem reference referral refund region
 register registration regular related release remember reminder remove rent reply report reports request requests
 required reservation reset resource response result results resume retry return returns revenue review reviews
 reward rewards right role room root round route row rows rule rules salary sale sales salutation save saved scale
 scan schedule school score screen scroll search season seat second secondary secret section sections secure security
 segment select selected selection selector self seller send sender sent separator serial series server service services
 session set setting settings setup shadow shape share shared shell ship shipment shipping shop shopping short show
 side sidebar sidebars sign signature signin signup simple single site sitemap size skeleton skip slide slider slides
 slot small sms snackbar snippet social solution sort source space spacer span special spinner split sponsor spot stack
 staff stage standard star stars start state statement states stats status step stepper steps stick sticky stock store
 stores story street strip strong style styled styles sub subject submenu submission submit subscribe subscriber
 subscription subtitle subtotal success suggest suggestion suggestions suite sum summary super supplier support surface
 surname survey swatch swipe switch switcher symbol sync system tab table tables tabs tag tags target task tasks tax
 taxes team teaser tel telephone template term terms test testimonial text textarea textbox theme thread thumb thumbnail
 ticket tickets tile tiles time timeline timer timestamp tip tips title titles toast today toggle token tool toolbar
 tools tooltip top topic topics total totals touch tour track tracking trade traffic transaction transactions transfer
 transition transparent travel traveler traveller tree trial trigger trip trust two type typography unit up update
 updated upload upper upsell url usage use user username users utility valid validation value values variant vat vehicle
 vendor version vertical video view viewer viewport views visa visible visit visitor visual voucher wallet warehouse
 warning watch web website week weight welcome white wide widget widgets width window wish wishlist with wizard work
 workflow workspace wrap wrapper year years yes your zip zone
 above absolute acc accent accepted accessibility accessible accessories acquisition activation actual addr adjust ads
 after agent agree ajax aligned alignment allow allowed alt alternative always amex angle anim animate animated
 animation announce announcer anonymous another appear appearance append applepay applied apt arrival arw aspect
 asterisk attention attribution auth authentication authorization auto autofocus availability available avl bag
 baseline basic basis before below between bic big billingaddress binding black blk blocker blur bordered bot both
 branding break bridge browser buffer building bundle business byline cached capable capitalize captcha capture
 cardnumber caret carrier cash ccpa centered certificate char character characters chars checkboxes checked checkmark
 chevron chk chkbox choose chosen circle citizenship claimed clamp clearfix clickable cloned closed closure cluster
 cmb cms cnt cntr collapsed collect combo commit completed connect cont contain continue contrast controller converter
 corner cost costs countries creator creditcard cross csc csrf css csv cta ctl cursor customize cvn danger ddl decimal
 deck decline decoration definition design destination destinations detection dev dial different direction dirty
 disable disclaimer disclosure discover dismiss district div divide door draggable drop dwfrm dynamic ease edge ein
 elem eligible ellipsis embedded employer enable enabled encrypted engine enter entered entrance envelope environment
 err estimated even exclude existing exists exp expandable expanded expander experience express external eye fade
 fallback false fancy far fast fee fees female fill filled finder finish finished firefox fit fix fixed flexbox
 floating floor flyout fname focus follow force forgot forwarding found four free fresh friendly from front fullscreen
 functional gap gdpr generator geo geolocation gif giftcard glass glyphicon gradient gradients grey grow grp gst
 guarantee gutter gutters hamburger handler handling have hdn hdr heart highlighted homepage honorific host http iban
 ico idp iframe ignore impl inactive indent infinite inherit init initial initialized inserted inset installment
 installments instruction instructions insufficient interaction interactive interest interests intersection intl
 invalid inverse invisible invitation ios iso issuer italic jpg json justify jwt keep kids landmark landscape lang
 later latest launcher lazy lazyload lbl leading leg legacy less lightbox lighter like listbox lname lnk loaded local
 locator logged low lst ltr maincontent male mandatory manual margin marital marketing marketplace mega megamenu men
 meter mid minicart minimized minus missing mob mouse mp3 mp4 msg multiline multiple muted nationality native
 necessary negative neighborhood neighbourhood neutral nowrap numeric oauth object occupation odd offcanvas offline
 offscreen offset only opacity opener opt optin optout opts orange original otp outlet outlined overflow override pane
 partial party pass path pdf peer pending pick pickup pink pixel pixels placeorder png pnl pointer popular pos
 positive postalcode powered pre preference preferences preferred prefetch preload preloader prev prevent pristine
 proceed processing processor prod progressive properties proxy publishing pull purpose purposes push radius rail
 ratio rbl reader ready receiver red redirect reduction ref referrer refresh refuse reg reject relative reload rem
 remaining remote render rendered renderer renew repeat replace req resend resize responsive rest reveal revisit ring
 robots rotate rounded router routing rtl safe same saml scheme scope script scrollbar scroller scrolling sdk seal
 searchable searchform sec secured sel selectable selectbox semi semibold seo separate sheet shield showcart shown
 shrink signal signout skin sku smart sold solid spacing spin sprite square ssl ssn sso static statistics std stop
 storage strength stretch string stroke styling subdued subhdr subheader subheading suffix sup svg swift tablet
 tagline tall tbl tech terminal tertiary textfield thin third three through tin tiny titlebar touched town tpl trace
 trailing transform translate transport trash trending triangle truck true truncate txt unavailable unchecked
 undefined under underline unique unknown unordered unselected unstyled untouched uppercase uri used using utils uuid
 validate verification verified verify village visually voice waiting weak webkit when win within without women worker
 working world www xlarge xml xsmall yellow zero zipcode zoom
 make makes word words
`,
};
