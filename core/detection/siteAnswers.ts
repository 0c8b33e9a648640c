import * as v from 'valibot';

/** What a person said about the recorder of one site: asked for once. Never anything of a page. */
export interface SiteAnswer {
  /** `https://shop.example.com` */
  readonly origin: string;
  /** The profile they chose; absent: the one that is found. */
  readonly recorder?: string;
  /** For each recorder the configuration as it was typed, valid or not; '' stands for its defaults. */
  readonly configurations: Readonly<Record<string, string>>;
}

/** More sites than these: those that were said least lately are forgotten. */
export const maxSites = 100;
/** A longer configuration is played and not kept, in UTF-16 units. */
export const maxKeptConfiguration = 16_384;
const maxRecorders = 8;

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const siteAnswer = v.object({
  origin: v.pipe(text(300), v.regex(/^(?:https?|file):\/\//)),
  recorder: v.optional(text(40)),
  configurations: v.pipe(
    v.record(text(40), text(maxKeptConfiguration)),
    v.check((kept) => Object.keys(kept).length <= maxRecorders),
  ),
});

/** @param stored what storage holds under that name; entries of another shape are left out */
export function parseSites(stored: unknown): readonly SiteAnswer[] {
  if (!Array.isArray(stored)) return [];
  return stored.slice(0, maxSites).flatMap((entry: unknown) => {
    const { success, output } = v.safeParse(siteAnswer, entry);
    if (!success) return [];
    const { recorder, ...rest } = output;
    return [recorder === undefined ? rest : { ...rest, recorder }];
  });
}

/** The site's answer in the place of an earlier one, as the latest. A configuration that is too long is not kept. */
export function withSite(sites: readonly SiteAnswer[], answer: SiteAnswer): readonly SiteAnswer[] {
  const kept = Object.entries(answer.configurations)
    .filter(([, configuration]) => configuration.length <= maxKeptConfiguration)
    .slice(-maxRecorders);
  const said = { ...answer, configurations: Object.fromEntries(kept) };
  return [said, ...withoutSite(sites, answer.origin)].slice(0, maxSites);
}

export function withoutSite(sites: readonly SiteAnswer[], origin: string): readonly SiteAnswer[] {
  return sites.filter((site) => site.origin !== origin);
}
