import { classOfAutocomplete } from './classOfAutocomplete.ts';
import { dateOptions } from './classOfOptions.ts';
import {
  createFeatureSink,
  type FeatureSink,
  type FeatureSource,
  type FieldFeatures,
} from './featureSink.ts';
import { fieldEvidence } from './fieldEvidence.ts';
import type { FieldFacts } from './fieldFacts.ts';
import { maxLabelLength } from './fieldReading.ts';
import type { FieldSetting } from './fieldSetting.ts';
import { meaningOfField } from './meaningOfField.ts';
import { scoreField } from './scoreField.ts';
import { addTextFeatures, type TextGroup } from './textFeatures.ts';
import { tokeniseLabel } from './tokeniseLabel.ts';

/** Types a browser knows; any other is a text box whose type is a name. */
const knownTypes =
  /^(?:text|email|tel|password|search|number|url|date|month|week|time|datetime-local|file|select|textarea|checkbox|radio)$/;
const identifiers = ['name', 'id', 'data-testid', 'class'] as const;
const hintGroups: Readonly<Record<string, TextGroup>> = {
  data: 'identifier',
  wrapper: 'identifier',
  form: 'around',
  buttons: 'around',
};
const dialCode = /\+ ?\d{1,4}\b/;
/** `MM/YY`, `tt.mm.jjjj`: what a date is to look like. */
const dateParts = /\b[dmyjtagr]{2}[ ./-]{1,3}[dmyjtagr]{2,4}\b/i;
const aroundLabels: ReadonlySet<string> = new Set(['legend', 'heading', 'described']);

/** All that is known of one field as features, before anything is known of what its neighbours are. */
export function fieldFeatures(facts: FieldFacts, setting: FieldSetting): FieldFeatures {
  const sink = createFeatureSink();
  sink.shape('bias', 'bias');
  for (const { kind, text } of facts.labels) {
    addTextFeatures(sink, kind, aroundLabels.has(kind) ? 'around' : 'text', text);
    if (dialCode.test(text)) sink.shape(kind, `dial ${kind}`);
    if (dateParts.test(text)) sink.shape(kind, `date ${kind}`);
  }
  for (const name of identifiers) addTextFeatures(sink, name, 'identifier', facts.attributes[name] ?? '');
  for (const [name, group] of Object.entries(hintGroups))
    addTextFeatures(sink, name as FeatureSource, group, facts.hints?.[name] ?? '');
  addAttributes(sink, facts);
  addOptions(sink, facts);
  addEvidence(sink, facts);
  addSetting(sink, facts, setting);
  return sink.features;
}

function addAttributes(sink: FeatureSink, facts: FieldFacts): void {
  const { attributes, type } = facts;
  const known = knownTypes.test(type);
  sink.shape('type', `type=${known ? type : 'text'}`);
  if (!known) addTextFeatures(sink, 'type', 'identifier', type);
  sink.shape('shape', `tag=${facts.tag}`);
  for (const name of ['inputmode', 'minlength', 'size', 'role'] as const) {
    const value = attributes[name];
    if (value !== undefined) sink.shape('shape', `${name}=${value.toLowerCase().slice(0, 16)}`);
  }
  if (facts.maxLength >= 0) sink.shape('shape', `max=${facts.maxLength > 20 ? 'long' : facts.maxLength}`);
  if (attributes.pattern !== undefined) {
    sink.shape('shape', 'pattern');
    sink.shape('shape', `pattern=${attributes.pattern.slice(0, 40)}`);
  }
  const stated = attributes.autocomplete?.trim().toLowerCase();
  if (stated === undefined) return;
  const meaning = classOfAutocomplete(stated);
  if (meaning) sink.shape('autocomplete', `stated=${meaning.class}`, 2);
  sink.shape('autocomplete', `ac=${stated.split(/\s+/).at(-1)?.slice(0, 30)}`);
}

function addOptions(sink: FeatureSink, { tag, options, optionCount = options.length }: FieldFacts): void {
  if (tag !== 'select') return;
  sink.shape('options', `options=${Math.min(9, Math.floor(Math.log2(optionCount + 1)))}`);
  if (optionCount === 12 || optionCount === 13 || optionCount === 31 || optionCount === 32)
    sink.shape('options', `options=${optionCount}`);
  const dates = dateOptions(options);
  if (dates) sink.shape('options', `dates=${dates}`);
  for (const option of [options[0], options[1], options[2], options.at(-1)])
    addTextFeatures(sink, 'options', 'around', option ?? '');
  const shapes = new Set(
    options.map((option) =>
      tokeniseLabel(option.slice(0, maxLabelLength))
        .replace(/\d/g, '0')
        .replace(/\p{L}+/gu, 'a'),
    ),
  );
  for (const shape of [...shapes].slice(0, 4)) sink.shape('options', `option~${shape.slice(0, 12)}`);
}

/** What the word lists say: what gives the model languages that its training has not seen. */
function addEvidence(sink: FeatureSink, facts: FieldFacts): void {
  const pieces = fieldEvidence(facts);
  for (const { class: found, source, strength } of pieces) {
    sink.shape(source as FeatureSource, `says ${source} ${found}`, strength);
    sink.shape(source as FeatureSource, `says ${found}`, strength * 0.7);
  }
  for (const [found, { score, best }] of scoreField(pieces)) {
    sink.shape('rules', `score ${found}`, Math.min(2, score));
    if (best >= 0.6) sink.shape('rules', `strong ${found}`);
  }
  const stated = meaningOfField({ ...facts, attributes: { ...facts.attributes, autocomplete: '' } }, pieces);
  sink.shape('rules', `rule ${stated.class}`, 1.5);
}

function addSetting(sink: FeatureSink, facts: FieldFacts, setting: FieldSetting): void {
  for (const name of setting.features) sink.shape('around', name);
  if (facts.labels.length === 0) sink.shape('shape', 'unlabelled');
  if (!facts.labels.some(({ kind }) => kind === 'label' || kind === 'aria')) sink.shape('shape', 'unnamed');
}
