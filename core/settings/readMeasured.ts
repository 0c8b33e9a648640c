import type { ContentKind } from '../profiles/documented/contentPolicy.ts';
import {
  type CellEvidence,
  type ContentState,
  contentStates,
  type MeasuredCell,
  type MeasuredEffect,
  type MeasuredPolicy,
  type Measurement,
  measuredEffects,
} from '../profiles/documented/measuredPolicy.ts';
import { undocumentedPolicy } from '../profiles/documented/undocumentedPolicy.ts';
import { WireError } from './wireError.ts';
import { asArray, asObject, asString, isAbsent, type JsonObject } from './wireGuards.ts';

/** More recorders than Scrim knows; more cells than kinds, states and attributes that are planted. */
const limits = { recorders: 50, cells: 500, count: 10_000 } as const;

const recorderId = /^[a-z][a-z0-9-]{0,39}$/;
const recorderVersion = /^[\w.+-]{1,40}$/;
const attributeName = /^[a-z_:][a-z0-9_:.-]{0,63}$/;

/**
 * `measured` of a rule file: `[{ "recorder", "date", "version"?, "cells": [{ "kind", "name"?, "state", "effect",
 * "documented", "evidence": { "planted", "arrived", "controls" } }] }]`. A measurement makes Scrim say with certainty
 * what leaves a page, so nothing of it is guessed: whatever is odd refuses the file.
 *
 * @throws {WireError} naming the path of a wrong type or word, of a cell that stands there twice, and of one whose
 *   counts do not bear out what it says
 */
export function readMeasured(json: unknown, path: string): MeasuredPolicy {
  const seen = new Set<string>();
  return asArray(json, path, limits.recorders).map((entry, at) => {
    const one = readMeasurement(entry, `${path}[${at}]`);
    if (seen.has(one.recorder))
      throw new WireError(`${path}[${at}].recorder`, 'another measurement is of this recorder');
    seen.add(one.recorder);
    return one;
  });
}

function readMeasurement(json: unknown, path: string): Measurement {
  const raw = knownKeys(json, path, ['recorder', 'date', 'version', 'cells']);
  const seen = new Set<string>();
  return {
    recorder: textLike(raw.recorder, `${path}.recorder`, recorderId),
    date: readDay(raw.date, `${path}.date`),
    ...(isAbsent(raw.version) ? {} : { version: textLike(raw.version, `${path}.version`, recorderVersion) }),
    cells: asArray(raw.cells, `${path}.cells`, limits.cells).map((entry, at) => {
      const cell = readCell(entry, `${path}.cells[${at}]`);
      const id = [cell.kind, cell.name, cell.state].join(' ');
      if (seen.has(id)) throw new WireError(`${path}.cells[${at}]`, 'this cell stands there twice');
      seen.add(id);
      return cell;
    }),
  };
}

function readCell(json: unknown, path: string): MeasuredCell {
  const raw = knownKeys(json, path, ['kind', 'name', 'state', 'effect', 'documented', 'evidence']);
  const kind = oneOf<ContentKind>(raw.kind, `${path}.kind`, kinds);
  if (!isAbsent(raw.name) && kind !== 'attribute')
    throw new WireError(`${path}.name`, 'only a cell of the kind "attribute" has a name');
  const effect = oneOf<MeasuredEffect>(raw.effect, `${path}.effect`, measuredEffects);
  const evidence = readEvidence(raw.evidence, `${path}.evidence`);
  const isBorne = effect === 'send' ? evidence.arrived > 0 : evidence.arrived === 0 && evidence.controls > 0;
  if (!isBorne) throw new WireError(`${path}.evidence`, `does not bear out the effect "${effect}"`);
  return {
    kind,
    ...(isAbsent(raw.name) ? {} : { name: textLike(raw.name, `${path}.name`, attributeName) }),
    state: oneOf<ContentState>(raw.state, `${path}.state`, contentStates),
    effect,
    documented: oneOf(raw.documented, `${path}.documented`, [...measuredEffects, 'unknown'] as const),
    evidence,
  };
}

const kinds = Object.keys(undocumentedPolicy) as readonly ContentKind[];

function readEvidence(json: unknown, path: string): CellEvidence {
  const raw = knownKeys(json, path, ['planted', 'arrived', 'controls']);
  const planted = count(raw.planted, `${path}.planted`);
  const arrived = count(raw.arrived, `${path}.arrived`);
  if (planted === 0 || arrived > planted)
    throw new WireError(`${path}.arrived`, 'no more can arrive than was planted');
  return { planted, arrived, controls: count(raw.controls, `${path}.controls`) };
}

function count(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limits.count)
    return value;
  throw new WireError(path, `expected a whole number from 0 to ${limits.count}`);
}

function readDay(value: unknown, path: string): string {
  const text = textLike(value, path, /^\d{4}-\d{2}-\d{2}$/);
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text))
    throw new WireError(path, 'there is no such day');
  return text;
}

function textLike(value: unknown, path: string, shape: RegExp): string {
  const text = asString(value, path, 80);
  if (!shape.test(text)) throw new WireError(path, 'has signs that do not belong there');
  return text;
}

function oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T {
  const text = asString(value, path, 80);
  const found = allowed.find((word) => word === text);
  if (found === undefined) throw new WireError(path, `none of ${allowed.join(', ')}`);
  return found;
}

/** A misspelt key would silently be no measurement. */
function knownKeys(json: unknown, path: string, known: readonly string[]): JsonObject {
  const raw = asObject(json, path);
  for (const key of Object.keys(raw))
    if (!known.includes(key)) throw new WireError(`${path}.${key.slice(0, 40)}`, 'there is no such entry');
  return raw;
}
