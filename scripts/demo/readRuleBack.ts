/** A rule as the settings server tells it, with the parts the demo prints. */
export interface ServerRule {
  readonly name: string;
  readonly selector: string;
  readonly action: string;
  readonly scope: string;
  readonly by: string;
}

interface ListResponse {
  readonly results: readonly {
    readonly name: string;
    readonly source: { readonly selector: string };
    readonly operation: { readonly action: string; readonly scope: string };
    readonly last_updated_by?: string;
  }[];
  readonly next_page_token?: string | null;
}

const maxPages = 50;

/** Asks the server itself, past the extension: is the rule with this selector in the org's settings? */
export async function readRuleBack(
  { url, key }: { readonly url: string; readonly key: string },
  selector: string,
): Promise<ServerRule | undefined> {
  let token = '';
  for (let page = 0; page < maxPages; page += 1) {
    const query = token === '' ? '' : `?page_token=${encodeURIComponent(token)}`;
    const response = await fetch(`${url}/v2beta/privacy/elements${query}`, {
      headers: { authorization: `Basic ${key}` },
    });
    if (!response.ok) throw new Error(`The settings server answered ${response.status}.`);
    const { results, next_page_token: next } = (await response.json()) as ListResponse;
    const rule = results.find(({ source }) => source.selector === selector);
    if (rule) {
      const { action, scope } = rule.operation;
      return { name: rule.name, selector, action, scope, by: rule.last_updated_by ?? 'unknown' };
    }
    if (!next) return undefined;
    token = next;
  }
  throw new Error(`The list of rules did not end after ${maxPages} pages.`);
}
