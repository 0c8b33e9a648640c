import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfidence } from '../../../core/detectors/defaultConfidence.ts';
import { detectAll } from '../../../core/detectors/detectAll.ts';
import { allNumberings } from '../../../core/detectors/numberings/allNumberings.ts';
import { seedFuzz } from '../findings/seedFuzz.ts';

seedFuzz();

const schemes = (text: string, region?: string) =>
  detectAll(text, region ? { region } : {})
    .filter(({ confidence }) => confidence >= defaultConfidence)
    .map(({ scheme }) => scheme);

// Specimens that authorities, standards and encyclopedias print, and the same with a wrong check digit.
const specimens: readonly (readonly [scheme: string, region: string, right: string, wrong: string])[] = [
  ['de-idnr', 'DE', '36574261809', '36574261890'],
  ['de-vat', 'DE', 'DE136695976', 'DE136695978'],
  ['de-kvnr', 'DE', 'A123456780', 'A123456781'],
  ['uk-nhs', 'GB', '9434765919', '9434765918'],
  ['uk-nino', 'GB', 'AB123456C', 'BG123456C'],
  ['us-npi', 'US', '1234567893', '1234567890'],
  ['us-routing', 'US', '111000025', '111000026'],
  ['us-mbi', 'US', '1EG4-TE5-MK73', '1EG4-TE5-MO73'],
  ['es-nif', 'ES', '54362315K', '54362315L'],
  ['es-nie', 'ES', 'X2482300W', 'X2482300A'],
  ['it-codice-fiscale', 'IT', 'RCCMNL83S18D969H', 'RCCMNL83S18D969G'],
  ['it-iva', 'IT', '00743110157', '00743110158'],
  ['fr-nir', 'FR', '295109912611193', '295109912611199'],
  ['nl-bsn', 'NL', '111222333', '111252333'],
  ['be-nn', 'BE', '85.07.30-033 28', '85.07.30-033 29'],
  ['pl-pesel', 'PL', '44051401359', '44051401358'],
  ['se-personnummer', 'SE', '880320-0016', '880320-0018'],
  ['fi-hetu', 'FI', '131052-308T', '131052-308U'],
  ['ch-ahv', 'CH', '756.9217.0769.85', '756.9217.0769.84'],
  ['au-abn', 'AU', '83914571673', '83914571672'],
  ['au-tfn', 'AU', '123 456 782', '123 456 789'],
  ['ca-sin', 'CA', '130 692 544', '130 692 543'],
  ['br-cpf', 'BR', '390.533.447-05', '390.533.447-06'],
  ['mx-clabe', 'MX', '032180000118359719', '032180000118359718'],
  ['in-aadhaar', 'IN', '2341 2341 2346', '2341 2341 2347'],
  ['kr-brn', 'KR', '116-82-00276', '116-82-00277'],
  ['th-id', 'TH', '1-2345-45678-78-1', '1-2345-45678-78-9'],
  ['tr-tckn', 'TR', '17291716060', '17291716050'],
  ['za-id', 'ZA', '8001015009087', '8001015009086'],
  ['sg-uen', 'SG', '00192200M', '00192200N'],
  ['ru-snils', 'RU', '112-233-445 95', '112-233-445 96'],
];

// Made up, with right check digits: each in a form that is written less often.
const forms: readonly (readonly [scheme: string, text: string, value: string])[] = [
  ['de-id-card', 'L7N2P40VK', 'L7N2P40VK'],
  ['de-svnr', '84621002Y902', '84621002Y902'],
  ['de-hr', 'HRB-20481', 'HRB-20481'],
  ['de-svnr', '15-070649-C-103', '15-070649-C-103'],
  ['us-mbi', '1EG4 TE5 MK73', '1EG4 TE5 MK73'],
  ['us-dea', 'Kt4056227', 'Kt4056227'],
  ['es-passport', 'Qrs204817', 'Qrs204817'],
  ['in-aadhaar', '6790-0363 6346', '6790-0363 6346'],
  ['in-passport', 'G11 61601', 'G11 61601'],
  ['in-gstin', '03VLT8M6557W5ZN', '03VLT8M6557W5ZN'],
  ['kr-licence', '13 07 204817 33', '13 07 204817 33'],
  ['kr-passport', '여권번호M204B8173입니다', 'M204B8173'],
  ['kr-rrn', '제 번호는 890714-2048173입니다', '890714-2048173'],
  ['kr-passport', 'I lost M204B8173 yesterday', 'M204B8173'],
  ['pl-pesel', '74222301948', '74222301948'],
  ['ph-tin', '204-817-341', '204-817-341'],
  ['th-id', '3 5921 72245 04 6', '3 5921 72245 04 6'],
  ['tr-plate', '05-NGH-285', '05-NGH-285'],
  ['uk-licence', 'PARKE803171999AB', 'PARKE803171999AB'],
  ['uk-plate', 'I saw LN14 HGT parked there', 'LN14 HGT'],
  ['it-iva', '0074_3110_157', '0074_3110_157'],
  ['tr-tckn', 'Somebody wrote 17291716060 here', '17291716060'],
  ['th-id', 'My Thai ID was 1234567890121', '1234567890121'],
];

describe('a numbering', () => {
  it.each(forms)('%s is found in %s', (scheme, text, value) => {
    const start = text.indexOf(value);
    const sure = detectAll(text, {}).filter(({ confidence }) => confidence >= defaultConfidence);
    expect(sure).toContainEqual(expect.objectContaining({ scheme, start, end: start + value.length }));
  });

  it('of a telephone is found by its trunk zero or the code of its country where no country is known', () => {
    for (const text of ['07956 204817', '63 917 204 8173']) {
      const [found] = detectAll(text, {});
      expect(found).toMatchObject({ detector: 'phone', start: 0, end: text.length });
      expect(found?.confidence).toBeGreaterThanOrEqual(defaultConfidence);
    }
  });

  it('is found twice in a list with spaces, but not in a longer number', () => {
    expect(schemes('83 914 571 673 51 824 753 556', 'AU').filter((one) => one === 'au-abn')).toHaveLength(2);
    expect(schemes('83 914 571 673 51 824', 'AU')).not.toContain('au-abn');
    expect(schemes('12 83 914 571 673', 'AU')).not.toContain('au-abn');
  });

  it.each(['Order 17291716050', 'order id 9434765919', 'code XM204B8173', 'M204B81734', '204-817-342'])(
    'is not found in %s',
    (text) => {
      expect(schemes(text).filter((one) => /tr-tckn|uk-nhs|kr-passport|ph-tin/.test(one ?? ''))).toEqual([]);
    },
  );

  it.each(specimens)(
    '%s is found alone in its country by its check digits',
    (scheme, region, right, wrong) => {
      expect(schemes(right, region)).toContain(scheme);
      expect(schemes(wrong, region)).not.toContain(scheme);
    },
  );

  it.each(allNumberings.map((one) => [one.scheme, one] as const))(
    '%s has words that name it, and a form',
    (_, one) => {
      expect(one.words.trim()).not.toBe('');
      expect(() => new RegExp(one.form, 'giu')).not.toThrow();
      expect(one.scheme).toMatch(/^[a-z0-9-]+$/);
    },
  );

  it('needs more where a number is one of many on a page', () => {
    const onPage = (text: string, hint?: string) =>
      detectAll(text, { region: 'GB', inPage: true, ...(hint ? { hint } : {}) }).filter(
        ({ confidence }) => confidence >= defaultConfidence,
      );
    expect(onPage('9434765919')).toEqual([]);
    expect(onPage('9434765919', 'nhs number')).toHaveLength(1);
    expect(onPage('Your NHS number is 943 476 5919.')).toHaveLength(1);
  });

  it('is told under each name that fits when it stands alone, the weaker ones marked', () => {
    const found = detectAll('X1234567L', {}).filter(({ start }) => start === 0);
    expect(found.filter(({ alternative }) => !alternative)).toHaveLength(1);
    for (const one of found) expect([one.start, one.end]).toEqual([0, 9]);
  });

  it('of another country than the text is not taken by its digits alone', () => {
    expect(schemes('44051401359', 'PL')).toContain('pl-pesel');
    expect(schemes('44051401359', 'US')).not.toContain('pl-pesel');
  });

  it('is found where it is planted in any text', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (before, after) => {
        const text = `${before}. Codice fiscale: RCCMNL83S18D969H, ${after}`;
        const found = detectAll(text, {}).find(({ scheme }) => scheme === 'it-codice-fiscale');
        expect(text.slice(found?.start, found?.end)).toBe('RCCMNL83S18D969H');
      }),
      { numRuns: 100 },
    );
  });
});
