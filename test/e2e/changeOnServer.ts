import type { Connection } from '../../scripts/demo/connectExtension.ts';
import { listServerRules, type ServerRule } from '../../scripts/demo/listServerRules.ts';

/** The rule of this name, as the server has it now. @throws when there is none, or more than one */
export async function ruleNamed(connection: Connection, name: string): Promise<ServerRule> {
  const [rule, ...others] = (await listServerRules(connection)).filter((one) => one.name === name);
  if (!rule || others.length > 0)
    throw new Error(`The server has ${others.length + (rule ? 1 : 0)} of ${name}.`);
  return rule;
}

/** Somebody else deletes a rule, past the extension. */
export async function deleteOnServer(connection: Connection, name: string): Promise<void> {
  const address = `${connection.url}/v2beta/privacy/elements/${(await ruleNamed(connection, name)).id}`;
  const headers = { authorization: `Basic ${connection.key}` };
  const answer = await fetch(address, { method: 'DELETE', headers });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}: ${await answer.text()}`);
}

/** Somebody else gives a rule another selector, past the extension. */
export async function changeOnServer(connection: Connection, name: string, selector: string): Promise<void> {
  const address = `${connection.url}/v2beta/privacy/elements/${(await ruleNamed(connection, name)).id}`;
  const headers = { authorization: `Basic ${connection.key}`, 'content-type': 'application/json' };
  const rule = (await (await fetch(address, { headers })).json()) as {
    name: string;
    description: string;
    source: object;
    operation: object;
    platforms: unknown;
  };
  const { description, source, operation, platforms } = rule;
  const body = JSON.stringify({ name, description, source: { ...source, selector }, operation, platforms });
  const answer = await fetch(address, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}: ${await answer.text()}`);
}
