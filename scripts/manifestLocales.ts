import { mkdir, readFile, writeFile } from 'node:fs/promises';

const source = new URL('../assets/locales/en/panel.json', import.meta.url);
const target = new URL('../public/_locales/en/messages.json', import.meta.url);
/** The only words the browser itself reads: name, description and toolbar title. */
const manifestKeys = ['extensionName', 'extensionDescription', 'actionTitle'];

/** The manifest's messages, made from the panel's words so that they are written once. */
export async function manifestMessages(): Promise<string> {
  const words = JSON.parse(await readFile(source, 'utf8')) as Record<string, unknown>;
  const messages = Object.fromEntries(manifestKeys.map((key) => [key, { message: String(words[key]) }]));
  return `${JSON.stringify(messages, null, 2)}\n`;
}

if (import.meta.main) {
  await mkdir(new URL('.', target), { recursive: true });
  await writeFile(target, await manifestMessages());
}
