import { SettingsError } from '../../core/settings/settingsSource.ts';

/** 10,000 rules of ordinary length are about 5 MB. */
const maxAnswerBytes = 16 * 1024 * 1024;

/** The body as text. @throws {SettingsError} `not-an-api` when it does not end within 16 MB */
export async function readBounded(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxAnswerBytes) {
      await reader.cancel();
      throw new SettingsError('not-an-api', 'The answer is larger than any list of rules.');
    }
    text += decoder.decode(value, { stream: true });
  }
}
