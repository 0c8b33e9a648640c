import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type ConnectFields,
  connectRequest,
  type Where,
} from '../../../components/options/connectRequest.ts';
import { backgroundGuards } from '../../../core/backgroundGuards.ts';

const fields: ConnectFields = {
  ...{ where: 'na', url: '', repository: ' acme/site ', branch: '', path: ' masking-rules.json ' },
  ...{ exportTo: '', exportPath: ' config/masking.js ', key: ' secret ', remember: false },
};

describe('what is typed to connect an org', () => {
  it.each<Where>(['na', 'eu', 'server', 'github'])('is a request the background takes: %s', (where) => {
    const request = connectRequest({
      ...fields,
      where,
      url: where === 'server' ? 'https://rules.example' : '',
    });
    expect(v.is(backgroundGuards['settings/connect'], request)).toBe(true);
    expect(request).toMatchObject({ key: 'secret', remember: false });
  });

  it('asks for a recorder file only where one was chosen', () => {
    const github: ConnectFields = { ...fields, where: 'github' };
    expect(connectRequest(github)).not.toHaveProperty('exports');
    const request = connectRequest({ ...github, exportTo: 'rrweb' });
    expect(request).toMatchObject({ exports: [{ recorder: 'rrweb', path: 'config/masking.js' }] });
    expect(v.is(backgroundGuards['settings/connect'], request)).toBe(true);
  });
});
