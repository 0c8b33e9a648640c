import { validate as cbu } from 'stdnum/lib/cjs/ar/cbu.js';
import { validate as cuit } from 'stdnum/lib/cjs/ar/cuit.js';
import { validate as cnpj } from 'stdnum/lib/cjs/br/cnpj.js';
import { validate as cpf } from 'stdnum/lib/cjs/br/cpf.js';
import { validate as rut } from 'stdnum/lib/cjs/cl/rut.js';
import { validate as nit } from 'stdnum/lib/cjs/co/nit.js';
import { validate as ecCi } from 'stdnum/lib/cjs/ec/ci.js';
import { validate as clabe } from 'stdnum/lib/cjs/mx/clabe.js';
import { validate as curp } from 'stdnum/lib/cjs/mx/curp.js';
import { validate as rfc } from 'stdnum/lib/cjs/mx/rfc.js';
import { validate as ruc } from 'stdnum/lib/cjs/pe/ruc.js';
import type { Numbering } from '../numbering.ts';
import { passes } from './passes.ts';

export const latinAmerica: readonly Numbering[] = [
  { detector: 'tax-id', scheme: 'br-cpf', region: 'BR', form: '\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}', valid: passes(cpf), reach: 'anywhere', words: 'cpf', also: 'national-id' },
  { detector: 'tax-id', scheme: 'br-cpf', region: 'BR', form: '\\d{11}', valid: passes(cpf), reach: 'home', words: 'cpf', also: 'national-id' },
  { detector: 'company-id', scheme: 'br-cnpj', region: 'BR', form: '\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}|\\d{14}', valid: passes(cnpj), reach: 'home', words: 'cnpj' },
  { detector: 'national-id', scheme: 'br-rg', region: 'BR', form: '\\d{1,2}\\.?\\d{3}\\.?\\d{3}-?[0-9X]', reach: 'named', words: 'rg registro_geral identidade' },
  { detector: 'postal-code', scheme: 'br-cep', region: 'BR', form: '\\d{5}-\\d{3}', reach: 'home', words: 'cep' },
  { detector: 'vehicle-plate', scheme: 'br-plate', region: 'BR', form: '[A-Z]{3}-?\\d[0-9A-J]\\d{2}', reach: 'named', words: 'placa' },
  { detector: 'driving-licence', scheme: 'br-cnh', region: 'BR', form: '\\d{11}', reach: 'named', words: 'cnh carteira_de_motorista habilitação' },
  { detector: 'national-id', scheme: 'mx-curp', region: 'MX', form: '[A-Z]{4}\\d{6}[HMX][A-Z]{5}[0-9A-Z]\\d', valid: passes(curp), reach: 'anywhere', words: 'curp' },
  { detector: 'tax-id', scheme: 'mx-rfc', region: 'MX', form: '[A-ZÑ&]{3,4}\\d{6}[0-9A-Z]{3}', valid: passes(rfc), reach: 'record', words: 'rfc' },
  { detector: 'bank-account', scheme: 'mx-clabe', region: 'MX', form: '\\d{18}', valid: passes(clabe), reach: 'alone', words: 'clabe' },
  { detector: 'bank-account', scheme: 'ar-cbu', region: 'AR', form: '\\d{22}', valid: passes(cbu), reach: 'alone', words: 'cbu cvu' },
  { detector: 'tax-id', scheme: 'ar-cuit', region: 'AR', form: '(?:20|2[3-7]|3[034])-?\\d{8}-?\\d', valid: passes(cuit), reach: 'home', words: 'cuit cuil' },
  { detector: 'national-id', scheme: 'ar-dni', region: 'AR', form: '\\d{1,2}\\.?\\d{3}\\.?\\d{3}', reach: 'named', words: 'dni documento' },
  { detector: 'national-id', scheme: 'cl-rut', region: 'CL', form: '\\d{1,2}\\.\\d{3}\\.\\d{3}-[0-9K]', valid: passes(rut), reach: 'record', words: 'rut run', also: 'tax-id' },
  { detector: 'national-id', scheme: 'cl-rut', region: 'CL', form: '\\d{7,8}-?[0-9K]', valid: passes(rut), reach: 'home', words: 'rut run', also: 'tax-id' },
  { detector: 'tax-id', scheme: 'co-nit', region: 'CO', form: '\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d', valid: passes(nit), reach: 'home', words: 'nit' },
  { detector: 'national-id', scheme: 'co-cc', region: 'CO', form: '\\d{1,3}(?:\\.?\\d{3}){2,3}', reach: 'named', words: 'cédula cedula c.c' },
  { detector: 'national-id', scheme: 'ec-ci', region: 'EC', form: '\\d{9}-?\\d', valid: passes(ecCi), reach: 'home', words: 'cédula cedula' },
  { detector: 'tax-id', scheme: 'pe-ruc', region: 'PE', form: '(?:10|15|17|20)\\d{9}', valid: passes(ruc), reach: 'home', words: 'ruc' },
  { detector: 'national-id', scheme: 'pe-dni', region: 'PE', form: '\\d{8}', reach: 'named', words: 'dni' },
];
