/** A JSON schema as far as the document needs one. */
export type Schema = { [key: string]: unknown };

/** A text. */
export const text: Schema = { type: 'string' };
/** An ISO time. */
export const time: Schema = { type: 'string', format: 'date-time' };
/** A whole number. */
export const integer: Schema = { type: 'integer' };
/** Yes or no. */
export const boolean: Schema = { type: 'boolean' };

/** One of the words. */
export const choice = (...words: string[]): Schema => ({
  type: 'string',
  enum: words,
});

/** A list. */
export const array = (items: Schema): Schema => ({ type: 'array', items });

/** A schema by its name. */
export const ref = (name: string): Schema => ({
  $ref: `#/components/schemas/${name}`,
});

/** May be null. */
export const nullable = (schema: Schema): Schema =>
  '$ref' in schema
    ? { type: 'object', nullable: true, allOf: [schema] }
    : { ...schema, nullable: true };

/** An object; every property is there unless it is named in `optional`. */
export function object(
  properties: Record<string, Schema>,
  optional: string[] = [],
): Schema {
  return {
    type: 'object',
    required: Object.keys(properties).filter(key => !optional.includes(key)),
    properties,
  };
}
