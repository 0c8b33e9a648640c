import type { Detector, Span } from './detector.ts';
import { withoutTail } from './withoutTail.ts';

/** The word in the languages of the field tables, a separator, and one token. */
const named =
  /(?<!\p{L})(?:pass(?:word|code|phrase)?|pwd|passwort|kennwort|mot de passe|contraseña|clave|senha|wachtwoord|hasło|lösenord|password temporanea|пароль|パスワード|密码|密碼|비밀번호)(?:"|')?(?: (?:is|ist|est|es|é|è)[: ]|\s{0,3}[:=：])\s{0,3}(?:"|')?([^\s"'<>]{6,64})/giu;
/** Masked, a template, code, an address, or ordinary words: not a password somebody can use. */
const notSecret =
  /^[*•.x_-]+$|[{}()$<>]|^https?:|\.{3}|…$|^(?:required|invalid|incorrect|forgotten|changed)\b/i;

/** A password written next to its name. Needs letters and digits or symbols: "password: required" is not one. */
export const password: Detector = {
  id: 'password',
  examples: {
    found: ['Your password is: hunter2!', 'pwd=Tr0ub4dor', 'Passwort: geh3im-wort'],
    clean: ['Password: required', 'password: ********', 'Forgot password?', 'password={{value}}'],
  },
  detect(text) {
    const spans: Span[] = [];
    for (const match of text.matchAll(named)) {
      const value = withoutTail(match[1] ?? '', '.,;:').split('&', 1)[0] ?? '';
      if (value.length < 6 || notSecret.test(value)) continue;
      if (!/\p{L}/u.test(value) || !/[\d!@#%^*_+]/.test(value)) continue;
      const end = match.index + match[0].length;
      const start = end - (match[1] ?? '').length;
      spans.push({ start, end: start + value.length, confidence: 0.7 });
    }
    return spans;
  },
};
