import type { Connection } from './connectExtension.ts';

/** A rule as the settings server tells it, in its own words. */
export interface ServerRule {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly selector: string;
  readonly exceptions: readonly string[];
  readonly action: string;
  readonly scope: string;
  readonly by: string;
}

interface ListResponse {
  readonly results: readonly {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly source: { readonly selector: string; readonly exception_selectors?: readonly string[] };
    readonly operation: { readonly action: string; readonly scope: string };
    readonly last_updated_by?: string;
  }[];
  readonly next_page_token?: string | null;
}

const maxPages = 50;

/** Asks the server itself, past the extension, for all of the org's rules. @throws when it does not answer well */
export async function listServerRules({ url, key }: Connection): Promise<ServerRule[]> {
  const rules: ServerRule[] = [];
  let token = '';
  for (let page = 0; page < maxPages; page += 1) {
    const query = token === '' ? '' : `?page_token=${encodeURIComponent(token)}`;
    const response = await fetch(`${url}/v2beta/privacy/elements${query}`, {
      headers: { authorization: `Basic ${key}` },
    });
    if (!response.ok) throw new Error(`The settings server answered ${response.status}.`);
    const { results, next_page_token: next } = (await response.json()) as ListResponse;
    rules.push(...results.map(ruleOf));
    if (!next) return rules;
    token = next;
  }
  throw new Error(`The list of rules did not end after ${maxPages} pages.`);
}

function ruleOf({ source, operation, ...rule }: ListResponse['results'][number]): ServerRule {
  return {
    id: rule.id,
    name: rule.name,
    description: rule.description ?? '',
    selector: source.selector,
    exceptions: source.exception_selectors ?? [],
    action: operation.action,
    scope: operation.scope,
    by: rule.last_updated_by ?? 'unknown',
  };
}
