/** Classes and ids that people and style frameworks choose, written from their documentation: none of them is generated. */
export const authoredNames: Readonly<Record<string, string>> = {
  bootstrap: `accordion accordion-body accordion-button accordion-flush alert alert-danger alert-dismissible alert-heading
 align-items-center badge bg-body-tertiary blockquote-footer breadcrumb breadcrumb-item btn btn-check btn-close btn-group
 btn-group-vertical btn-lg btn-outline-secondary btn-primary btn-toolbar card card-body card-deck card-footer card-group
 card-header-tabs card-img-overlay card-img-top card-subtitle card-text card-title carousel carousel-caption
 carousel-control-next-icon carousel-indicators carousel-inner carousel-item collapse collapsing container-fluid
 container-xxl custom-control-input d-inline-flex d-none d-sm-block dropdown dropdown-divider dropdown-item dropdown-menu-end
 dropdown-toggle-split dropup embed-responsive fade figure-caption fixed-top float-end form-check form-check-inline
 form-check-input form-control form-control-lg form-control-plaintext form-floating form-group form-label form-range
 form-select form-switch form-text fw-bold glyphicon glyphicon-chevron-right h-100 has-validation img-fluid img-thumbnail
 input-group input-group-prepend input-group-text invalid-feedback invalid-tooltip jumbotron justify-content-between
 list-group list-group-flush list-group-item list-group-item-action list-inline-item list-unstyled mb-0 me-auto modal
 modal-backdrop modal-content modal-dialog modal-dialog-centered modal-footer modal-lg ms-3 mx-auto nav nav-item nav-link
 nav-pills nav-tabs navbar navbar-brand navbar-collapse navbar-expand-lg navbar-toggler navbar-toggler-icon offcanvas
 offcanvas-start offset-md-3 order-md-2 overflow-auto page-item page-link pagination panel-default panel-heading placeholder-glow
 popover popover-arrow position-relative progress progress-bar progress-bar-striped row row-cols-md-3 rounded-circle sr-only
 spinner-border spinner-grow stretched-link tab-content tab-pane table table-bordered table-hover table-responsive
 table-striped text-bg-primary text-center text-decoration-none text-muted text-truncate toast toast-container tooltip-inner
 visually-hidden w-100 was-validated well col-xs-12 col-md-offset-2 hidden-xs input-lg g-3 gx-5 vstack hstack`,
  tailwind: `absolute animate-pulse antialiased aspect-video backdrop-blur-sm bg-gray-100 bg-gradient-to-r bg-slate-900
 border-b border-gray-200 border-transparent break-words cursor-pointer dark:bg-gray-800 divide-y ease-in-out
 first:pt-0 flex flex-1 flex-col focus-visible:outline-none focus:ring-2 font-medium font-semibold from-indigo-500 gap-x-4
 grid grid-cols-12 group group-hover:opacity-75 h-16 h-screen hidden hover:bg-blue-700 hover:underline inline-flex inset-0
 inset-y-0 isolate items-baseline items-center justify-between justify-items-stretch last:border-b-0 leading-6 leading-tight
 line-clamp-3 list-disc lg:grid-cols-3 lg:px-8 max-w-7xl max-w-prose md:flex md:hidden mix-blend-multiply min-h-full
 mt-10 mx-auto -mt-2 -translate-y-1/2 object-cover opacity-50 order-last outline-2 overflow-hidden overflow-x-auto
 overscroll-contain p-4 pl-3.5 place-content-center placeholder:italic pointer-events-none prose-lg px-6 py-2.5 relative
 ring-1 ring-inset ring-gray-300 rotate-180 rounded-full rounded-md row-span-2 scale-95 select-none shadow-lg shadow-sm
 shrink-0 size-6 sm:col-span-2 sm:text-sm snap-x space-x-4 sr-only sticky stroke-current tabular-nums text-base
 text-ellipsis text-gray-700 text-2xl text-white to-pink-500 top-1/2 touch-pan-x tracking-tight transition-colors
 truncate underline-offset-4 uppercase via-purple-500 w-1/3 w-full w-[32rem] whitespace-nowrap will-change-transform z-50`,
  bem: `account-menu__link account-menu__link--current address-book__entry address-form__postal-code article-list__headline
 author-box__biography basket-item__quantity billing-address__line billing-form__field--required blog-teaser__excerpt
 booking-summary__total breadcrumb__item breadcrumb__item--active c-accordion__trigger c-card__media c-modal__dialog
 cart-line__unit-price cart-summary__grand-total cart__coupon-code checkout-step__heading checkout-steps__item--done
 comment-thread__author comment-thread__timestamp contact-card__phone cookie-banner__accept customer-profile__avatar
 customer-profile__email delivery-slot__weekday discount-badge event-calendar__weekday faq-entry__answer filter-panel__facet
 footer-nav__column form-field__hint form-field__label--floating gallery__thumbnail gift-card__balance header-search__suggestions
 hero-banner__claim image-gallery__slide invoice-table__amount js-toggle-navigation l-sidebar__inner language-switcher__option
 loyalty-card__points main-navigation__sublist message-bubble__text mini-cart__product-name mini-cart__remove-button
 newsletter-signup__consent o-grid__cell o-media__object order-history__row order-overview__shipping-address
 pagination__next password-meter__bar payment-method__icon payment-method__radio price-tag__crossed-out product-card__brand
 product-card__image-wrapper product-detail__sku product-gallery__zoom product-list__sorting product-tile__price
 profile-header__nickname promo-code__apply rating-stars__average recently-viewed__carousel review-list__reviewer
 review-list__verified-badge search-results__empty shipping-option__estimate site-footer__copyright size-chart__row
 social-share__button stock-indicator--low store-locator__opening-hours support-chat__transcript tab-list__panel
 table-of-contents__entry tag-cloud__tag testimonial__quote timeline__milestone tooltip__arrow u-hide-on-mobile
 user-menu__avatar-initials video-player__controls wishlist-item__note`,
  material: `MuiAccordionSummary-content MuiAlert-message MuiAppBar-colorPrimary MuiAutocomplete-popupIndicator MuiAvatar-circular
 MuiBadge-anchorOriginTopRight MuiBox-root MuiButton-containedPrimary MuiButton-label MuiButtonBase-root MuiCardContent-root
 MuiCheckbox-indeterminate MuiChip-deletable MuiContainer-maxWidthLg MuiDialog-paperWidthSm MuiDivider-root MuiFab-extended
 MuiFormControl-fullWidth MuiFormControlLabel-labelPlacementEnd MuiFormHelperText-contained MuiFormLabel-asterisk
 MuiGrid-spacing-xs-3 MuiGrid-grid-xs-12 MuiIconButton-edgeEnd MuiInputBase-inputAdornedEnd MuiInputLabel-shrink
 MuiLinearProgress-barColorPrimary MuiListItem-gutters MuiMenuItem-root MuiOutlinedInput-notchedOutline MuiPaper-elevation1
 MuiRadio-root MuiSelect-iconOutlined MuiSkeleton-pulse MuiSlider-thumb MuiSnackbarContent-action MuiStepper-horizontal
 MuiSvgIcon-fontSizeLarge MuiSwitch-thumb MuiTab-textColorInherit MuiTableCell-alignRight MuiTablePagination-toolbar
 MuiTextField-root MuiToggleButtonGroup-grouped MuiToolbar-gutters MuiTooltip-tooltipPlacementBottom MuiTypography-body2
 MuiTypography-h6 MuiTypography-noWrap mat-accent mat-autocomplete-panel mat-button-toggle-label-content mat-card-avatar
 mat-checkbox-inner-container mat-column-quantity mat-dialog-container mat-drawer-content mat-expansion-panel-header-title
 mat-form-field-infix mat-form-field-subscript-wrapper mat-header-row mat-icon-button mat-list-item-content
 mat-mdc-form-field mat-mdc-form-field-hint mat-mdc-text-field-wrapper mat-paginator-range-label mat-progress-spinner
 mat-radio-label-content mat-select-placeholder mat-sidenav-container mat-slide-toggle-thumb mat-sort-header-arrow
 mat-stepper-horizontal mat-tab-body-wrapper mat-toolbar-single-row mdc-button__label mdc-checkbox__native-control
 mdc-circular-progress__indeterminate-container mdc-data-table__header-cell mdc-dialog__surface mdc-floating-label--float-above
 mdc-icon-button__icon mdc-linear-progress__primary-bar mdc-list-item__primary-text mdc-notched-outline__leading
 mdc-select__selected-text mdc-snackbar__label mdc-switch__ripple mdc-tab-indicator__content--underline
 mdc-text-field--outlined mdc-top-app-bar__section--align-start md-ripple md-whiteframe-z1 cdk-overlay-container
 v-application--wrap v-btn__content v-card__title v-data-table__wrapper v-list-item__subtitle v-text-field__slot
 ant-btn-primary ant-card-meta-title ant-form-item-control-input ant-input-affix-wrapper ant-select-selection-placeholder
 el-form-item__label el-input__inner chakra-form__label chakra-stack p-inputtext p-dropdown-trigger-icon slds-form-element__control`,
  'ids and test ids': `accountNumber addToCart address1 address_line_2 billing-first-name billingAddress.postalCode btnSubmit
 cardExpiryMonth cardNumber checkout-form checkout_email_or_phone checkoutSummaryTotal cityInput commentForm confirmPassword
 contact_name countryCode couponCode creditCardCvv ctaButton currentPassword customerEmail customer_dob dateOfBirth
 deliveryInstructions discount_code dwfrm_billing_customerFields emailAddress fax firstName first_name forgotPassword
 giftMessage giropayBic houseNumber html5video iban idNumber invoiceAddress issuingBank joinNewsletter k_username lastName
 loginForm login_password loyaltyNumber main-content mailingList mc_embed_signup mobilePhone mp3player newsletterEmail
 nickName oldPassword order-comments orderNotes order_review otpInput passportNumber paymentMethod phoneNumber
 placeOrderButton postal-code preferredLanguage prefix productQty promoCode purchaseOrder rememberMe referralCode
 saveAddress searchBox securityCode shipping-address shippingMethod shippingZip signInEmail siteSearch socialSecurityNumber
 startDate state_province streetName submitBtn subtotal taxId telephone termsAndConditions tooltipContent totalDue
 tracking-number userName username vatNumber verificationCode wishlist woocommerce-checkout zipCode x-large step2 col3
 vorname nachname hausnummer prenom nom_de_famille codePostal apellidos codigoPostal cognome indirizzo sobrenome
 achternaam huisnummer nazwisko kodPocztowy prijmeni vezeteknev iranyitoszam efternavn postnummer sukunimi soyadi`,
};
