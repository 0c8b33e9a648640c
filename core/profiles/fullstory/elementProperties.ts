import type { ElementSite } from '../profile.ts';

/** JSON that names attributes; https://developer.fullstory.com/browser/fullcapture/set-element-properties/ */
export const schemaAttribute = 'data-fs-properties-schema';

const maxSchema = 20_000;
const maxProperties = 100;

/**
 * The attributes whose values are sent as properties of an element, by its schema.
 *
 * @returns nothing for a schema that is no JSON object: "should be a valid JSON" is all that is documented
 */
export function propertiesOf(element: ElementSite): readonly (readonly [name: string, value: string])[] {
  const schema = element.attribute(schemaAttribute);
  if (schema === null || schema.length > maxSchema) return [];
  return namesIn(schema)
    .slice(0, maxProperties)
    .flatMap((name) => {
      const value = element.attribute(name);
      return value === null ? [] : [[name, value] as const];
    });
}

function namesIn(schema: string): readonly string[] {
  try {
    const json: unknown = JSON.parse(schema);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.keys(json) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
