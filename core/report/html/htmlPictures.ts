import type { Translate } from '../../messages/translate.ts';
import { pageLabel } from '../pageLabel.ts';
import type { PagePicture } from '../pagePictures.ts';
import type { PageReport } from '../pageReport.ts';
import { type Markup, markup } from './markup.ts';

const pictureSource = /^data:image\/(?:png|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

/** The page before and after, side by side; or why there is nothing to see. */
export function htmlPictures(page: PageReport, isPictured: boolean, t: Translate): Markup | undefined {
  const { pictures, picturesMissing } = page;
  if (picturesMissing !== undefined)
    return markup`<p class="quiet">${t(`pictures.missing.${picturesMissing}`)}</p>`;
  if (!pictures) return undefined;
  if (!isPictured) return markup`<p class="quiet">${t('report.pictures.leftOut')}</p>`;
  const name = pageLabel(page);
  return markup`<div class="pictures">${figure(pictures.before, 'before', name, t)}${figure(pictures.after, 'after', name, t)}</div>`;
}

function figure(
  { src, width, height, isCut = false }: PagePicture,
  which: 'before' | 'after',
  page: string,
  t: Translate,
): Markup {
  // Whatever made the report: nothing but a picture goes where a picture is.
  if (!pictureSource.test(src)) return markup`<p class="quiet">${t('pictures.missing.broken')}</p>`;
  return markup`<figure><figcaption><b>${t(`report.pictures.${which}`)}</b> ${t(`report.pictures.${which}Means`)}${isCut ? markup` ${t('report.pictures.cut')}` : undefined}</figcaption><div class="picture" tabindex="0" role="group" aria-label="${t(`report.pictures.${which}`)}"><img src="${src}" width="${width}" height="${height}" alt="${t(`report.pictures.${which}Alt`, { page })}"></div></figure>`;
}
