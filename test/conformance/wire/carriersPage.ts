import { brotliCompressSync } from 'node:zlib';
import type { PlantedValue } from '../../../core/visitor/plantedValue.ts';

/** One value for each way out of a browser, each of a kind of its own. */
export const carried = {
  image: { kind: 'email', value: 'pixel.image@posteo.example' },
  fetch: { kind: 'tel', value: '+49 30 901820345' },
  xhr: { kind: 'name', value: 'Xaver Hintertupfing' },
  beacon: { kind: 'street', value: 'Beaconsfield Terrace' },
  websocket: { kind: 'locality', value: 'Socketbury-upon-Wire' },
  frame: { kind: 'organization', value: 'Binary Frame & Sons' },
  stream: { kind: 'postal', value: 'EVS-20934-STREAM' },
  form: { kind: 'username', value: 'form.posted.4711' },
  worker: { kind: 'cc-number', value: '4111 1111 1111 1111' },
  shared: { kind: 'bank', value: 'DE89 3704 0044 0532 0130 00' },
  service: { kind: 'id', value: 'PERSON-0815-QUUX-4711' },
  header: { kind: 'token', value: 'header-token-quux-99' },
  foreign: { kind: 'password', value: 'Of-The-Other-Frame' },
  hidden: { kind: 'otp', value: '83920174' },
  leaving: { kind: 'dob', value: '1971-11-23' },
  blob: { kind: 'cc-name', value: 'Blob von der Leine' },
} as const satisfies Record<string, PlantedValue>;

/** @param own origin of the page. @param other another site */
export function carriersPage(own: string, other: string): string {
  const value = Object.fromEntries(Object.entries(carried).map(([name, planted]) => [name, planted.value]));
  const brotli = brotliCompressSync(JSON.stringify({ v: value.service })).toString('base64');
  return `<!doctype html><html lang="en"><title>Ways out</title><p>ways out</p>
<iframe src="${other}/foreign?${encodeURIComponent(value.foreign ?? '').length}"></iframe><iframe name="sink" src="/blank"></iframe>
<form action="${other}/form" method="post" target="sink"><input name="user"></form>
<script>
const value = ${JSON.stringify(value)}, own = '${own}', other = '${other}';
const source = (code) => URL.createObjectURL(new Blob([code]));
const sends = (to, what) => "fetch(" + JSON.stringify(to) + ", { method: 'POST', body: " + JSON.stringify(what) + " })";
async function gzip(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
async function send() {
  new Image().src = other + '/pixel?m=' + encodeURIComponent(value.image);
  fetch(own + '/fetch', { method: 'POST', body: JSON.stringify({ tel: value.fetch }) });
  const request = new XMLHttpRequest();
  request.open('POST', own + '/xhr');
  request.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
  request.send('name=' + encodeURIComponent(value.xhr).replaceAll('%20', '+'));
  navigator.sendBeacon(own + '/beacon', value.beacon);
  const socket = new WebSocket(own.replace('http', 'ws') + '/socket');
  socket.onopen = async () => { socket.send('42["typed",{"city":"' + value.websocket + '"}]'); socket.send(await gzip(value.frame)); };
  new EventSource(own + '/events?q=' + btoa(value.stream));
  document.forms[0].user.value = value.form;
  document.forms[0].submit();
  new Worker(source(sends(own + '/worker', value.worker)));
  new SharedWorker(source("setTimeout(() => " + sends(own + '/shared', value.shared) + ", 200)"));
  fetch(own + '/header', { headers: { 'x-user': value.header } });
  fetch(own + '/blob', { method: 'POST', body: new Blob([await gzip(JSON.stringify([value.blob]))]) });
  const { active } = await navigator.serviceWorker.register('/service.js').then(() => navigator.serviceWorker.ready);
  active.postMessage(Uint8Array.from(atob('${brotli}'), (letter) => letter.charCodeAt(0)));
  document.querySelector('iframe').contentWindow.postMessage(value.foreign, '*');
}
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') navigator.sendBeacon(own + '/hidden', JSON.stringify([value.hidden]));
});
addEventListener('pagehide', () => navigator.sendBeacon(own + '/leaving', new Blob([value.leaving])));
</script>`;
}

/** It asks for something at once, before anything but the browser itself could listen. */
export const serviceWorker = `fetch('/eager', { method: 'POST', body: 'nothing' });
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', ({ data }) => fetch('/service', { method: 'POST', body: data, headers: { 'x-encoding': 'br', 'content-encoding': 'br' } }));`;

export const foreignFrame = `<!doctype html><script>
addEventListener('message', ({ data }) => fetch('/of-frame', { method: 'POST', body: JSON.stringify({ secret: data }) }));
</script>`;
