/** Pages the fake client inspects. People and numbers are made up. */
export const leakyPage = `<!doctype html>
<html lang="en"><head><title>Your order</title>
<style>
  body { margin: 0; font: 15px/1.5 sans-serif; color: #222; }
  header { padding: 14px 20px; background: #12372a; color: #fff; }
  main { padding: 20px; display: grid; gap: 18px; max-width: 640px; }
  section { padding: 14px 16px; border: 1px solid #ddd; border-radius: 8px; }
  h2 { margin: 0 0 6px; font-size: 17px; }
  input { padding: 6px; border: 1px solid #aaa; border-radius: 4px; }
  td, th { padding: 4px 12px 4px 0; text-align: left; }
  .product-title { font-weight: bold; }
</style></head>
<body>
  <header>Acme Outfitters</header>
  <main>
    <section class="contact"><h2>Contact</h2>
      <p class="customer-name">Robin Example</p>
      <p>We write to <b class="customer-email">robin.example@example.com</b> about this order.</p>
      <p title="call robin.example@example.com first">Phone: +1 212 555 0142</p>
    </section>
    <section class="payment"><h2>Payment</h2>
      <p>Card ending as on file: 4242 4242 4242 4242</p>
      <form id="card-form">
        <label>Card number <input id="cc-num" name="cc-num" autocomplete="cc-number"></label>
        <label>E-mail <input type="email" name="email" class="fs-unmask newsletter" autocomplete="email"></label>
        <span class="card-help">We never store the security code.</span>
      </form>
    </section>
    <section class="orders"><h2>Order</h2>
      <table><tbody>
        <tr><th>Article</th><th>For</th></tr>
        <tr><td class="product-title">Rain jacket</td><td class="recipient">Robin Example</td></tr>
        <tr><td class="product-title">Wool socks</td><td class="recipient">Kim Sample</td></tr>
      </tbody></table>
      <p class="order-note-v3">Please refund to GB82 WEST 1234 5698 7654 32.</p>
    </section>
    <section class="loyalty-card" data-customer="robin.example@example.com"><h2>Loyalty</h2><p>Gold since 2021</p></section>
  </main>
</body></html>`;

export const cleanPage = `<!doctype html>
<html lang="en"><head><title>About us</title></head>
<body><main><h1>About us</h1><p>We make clothes for wet weather.</p><p class="product-title">Rain jacket</p></main></body></html>`;

export const framedPage = `<!doctype html>
<html lang="en"><head><title>Help</title></head>
<body><main><h1>Help</h1><p>Ask us anything.</p>
<iframe src="https://pay.example.net/widget" title="Payment"></iframe>
<iframe src="https://chat.example.org/" title="Chat"></iframe></main></body></html>`;

/** A page on which a recorder of the rrweb family does much that nobody expects. */
export const hazardousPage = `<!doctype html>
<html lang="en"><head><title>Your account</title></head>
<body><main><h1>Your account</h1>
<p class="rr-mask" title="Robin Example" data-customer="Robin Example">Robin Example <img src="/faces/robin.png" alt="Robin Example"></p>
<p class="rr-mask" title="Kim Sample"><!-- written by Kim Sample -->Kim Sample</p>
<label>Name <input class="rr-mask" name="nickname"></label>
<div class="rr-mask"><label>Colour <input type="checkbox" value="blue" checked></label></div>
<a class="rr-mask" href="/orders?for=robin&number=12345">Orders</a>
</main></body></html>`;

/** What only the org knows, several times over, and content that a rule hides needlessly. */
export const ownPatternsPage = `<!doctype html>
<html lang="en"><head><title>Your policies</title></head>
<body><main><h1>Your policies</h1>
<table class="policies"><tbody>
<tr><td class="policy-id">P-100001</td><td class="holder-mail">robin.example@example.com</td></tr>
<tr><td class="policy-id">P-100002</td><td class="holder-mail">kim.sample@example.org</td></tr>
<tr><td class="policy-id">P-100003</td><td class="holder-mail">alex.example@example.net</td></tr>
</tbody></table>
<p>Card on file: 4242 4242 4242 4242</p>
<p data-owner="sam.sample@example.com">Pay to GB82 WEST 1234 5698 7654 32.</p>
<section class="orders"><h2>Order history</h2><nav><a href="/a">All orders</a></nav><button type="button">Download</button></section>
</main></body></html>`;

/** Names that people chose, names that tools made, and names that are somebody's: what a rule editor meets. */
export const namedPage = `<!doctype html>
<html lang="en"><head><title>Your profile</title></head>
<body class="app"><main>
<h1>Your profile</h1>
<section class="profile-card Card_card__x9Yz1" id="jane-roe"><h2 class="Card_title__Qw3rT">Jane Roe</h2>
<p class="profile-mail css-1q2w3e" data-testid="profile-mail">jane.roe@example.org</p>
<p class="profile-phone css-1q2w3e mt-4" data-testid="profile-phone">+1 212 555 0142</p>
<img class="profile-photo" src="/faces/jane-roe.png" alt="Jane Roe">
<a class="customer-jane-roe" href="/people/jane.roe@example.org">Public page</a></section>
<form id="profile-form" class="profile-form">
<label>Name <input name="name" class="profile-name" autocomplete="name" value="Jane Roe"></label>
<label>New password <input type="password" name="password" class="profile-secret"></label>
<label>Card <input name="card" class="profile-secret" autocomplete="cc-number"></label>
<fieldset><legend>News</legend><label><input type="radio" name="news" class="news-choice" checked> Weekly</label>
<label><input type="radio" name="news" class="news-choice"> Never</label></fieldset>
</form>
<table class="orders"><tbody><tr><th>Order</th><th>For</th></tr>
<tr class="order-row"><td class="order-number">A-1</td><td class="order-person">Jane Roe</td></tr>
<tr class="order-row"><td class="order-number">A-2</td><td class="order-person">Kim Sample</td></tr>
<tr class="order-row is-open"><td class="order-number">A-3</td><td class="order-person">Alex Example</td></tr>
</tbody></table>
</main></body></html>`;

/** Fields that a visitor types into, and some that nobody can. */
export const formPage = `<!doctype html><html lang="en"><title>Checkout</title><body><main>
<h1>Checkout</h1>
<form>
  <label>Full name <input name="name" autocomplete="name"></label>
  <label>E-mail <input type="email" name="email" autocomplete="email"></label>
  <label>Phone <input type="tel" name="tel" autocomplete="tel"></label>
  <label>Street <input name="street" autocomplete="street-address"></label>
  <label>Town <input name="town" autocomplete="address-level2"></label>
  <label>Passport scan <input type="file" name="scan"></label>
  <label>Customer number <input name="number" readonly value="7"></label>
  <button>Pay</button>
</form></main></body></html>`;
