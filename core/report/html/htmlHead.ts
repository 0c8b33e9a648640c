import type { VerdictLevel } from '../../findings/finding.ts';
import type { Translate } from '../../messages/translate.ts';
import { type Markup, markup, ownMarkup } from './markup.ts';
import { reportScript } from './reportScript.ts';
import { reportStyle } from './reportStyle.ts';
import { sourceHash } from './sourceHash.ts';

const shapes: Readonly<Record<VerdictLevel, string>> = { red: 'b3202a', amber: '7c5200', green: '176b3f' };

/** Everything before the body. Nothing is loaded, and only our own style sheet and script may run. */
export function htmlHead(title: string, level: VerdictLevel, t: Translate): Markup {
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src ${sourceHash(reportStyle)}`,
    `script-src ${sourceHash(reportScript)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const icon = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Crect width='8' height='8' rx='2' fill='%23${shapes[level]}'/%3E%3C/svg%3E`;
  return markup`<!doctype html>
<html lang="${t.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ownMarkup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${ownMarkup(reportStyle)}</style>
</head>
`;
}
