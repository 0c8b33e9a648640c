/** Places where a profile once said something else than its recorder sent; random pages found them. */
export function plantedOddities(t: (where: string) => string): string {
  const host = (mode: string, inner: string, attributes = ''): string =>
    `<div ${attributes}><template shadowrootmode="${mode}">${inner}</template></div>`;
  const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
  return `
${host('open', t('text directly in a shadow root'))}
<div class="msk">${host('open', t('text directly in a shadow root in .msk'))}</div>
${host('open', `<link rel="stylesheet" href="/sheet.css?${t('sheet address in a shadow root')}">`)}
<svg><template><text>${t('template of a drawing')}</text></template><iframe src="/inner?${t('frame of a drawing')}"></iframe></svg>
<math><mtext>${t('text in a formula')}</mtext><label><input value="${t('field of a formula')}"></label></math>
${['blk', 'rr-block', 'ph-no-capture', 'sentry-block']
  .map((name) => `<iframe class="${name}" srcdoc="<p>${t(`frame that is .${name} itself`)}</p>"></iframe>`)
  .join('\n')}
<div class="msk"><iframe class="ph-no-capture" srcdoc="<p>${t('frame that is .ph-no-capture itself in .msk')}</p>"></iframe></div>
<select multiple><option selected>${t('first of two that are chosen')}</option><option selected>${t('second of two that are chosen')}</option></select>
<select class="msk"><option>${t('two words in an option')} and</option></select>
<div data-openreplay-hidden>${host('open', `<p>${t('shadow root of a hidden child')}</p>`)}</div>
<div data-openreplay-hidden><div>${host('open', `<p>${t('shadow root deeper in a hidden box')}</p>`)}</div></div>
<div data-openreplay-hidden><div><iframe srcdoc="<p>${t('frame deeper in a hidden box')}</p>"></iframe></div></div>
<div data-openreplay-hidden><div><img src="/${t('broken image deeper in a hidden box')}.png"></div></div>
<div data-dd-privacy="mask"><img src="${pixel}" alt="${t('image that shows under a mask')}"></div>
<div data-dd-privacy="mask-unless-allowlisted">${t('text under an allow-list')}</div>`;
}
